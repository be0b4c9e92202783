"""All settings, read once from `ZHENGWEN_*` variables; plain values go inward from here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from index.place import Place


def comma_separated(value: object) -> object:
    """`a, b` from the environment as a tuple; anything else is left to pydantic."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def rate(value: str) -> str:
    """A rate that the `limits` library reads, or nothing."""
    from limits import parse_many

    if value:
        parse_many(value)
    return value


def milvus_address(value: str) -> str:
    """The address of a server or a folder of milvus-lite, or nothing."""
    if value and not value.startswith(("http://", "https://", "tcp://", "unix:")) and not value.endswith(".db"):
        raise ValueError("an address such as http://HOST:19530, or a path that ends in .db for milvus-lite")
    return value


def database_address(value: str) -> str:
    """The address of a PostgreSQL database, or nothing."""
    from index.database import checked_address

    return checked_address(value) if value else value


Rate = Annotated[str, AfterValidator(rate)]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(comma_separated)]


def web_address(value: str) -> str:
    """An http or https address without a trailing stroke, or nothing; a name and password in it would be shown."""
    if value and not re.fullmatch(r"https?://[^/\s@?#]+(?:/[^\s@?#]*)?", value):
        raise ValueError("must be an http:// or https:// address without a password, as http://127.0.0.1:11434/v1")
    return value.rstrip("/")


class Settings(BaseSettings):
    """What an operator may decide. Each field's description is the line that the README prints."""

    model_config = SettingsConfigDict(env_prefix="ZHENGWEN_", frozen=True, extra="ignore", hide_input_in_errors=True)

    data: Path = Field(Path("data"), description="the folder that holds documents, index and conversations")
    database: Annotated[str, AfterValidator(database_address)] = Field(
        "",
        repr=False,
        description="a PostgreSQL database for everything but files, postgresql+psycopg://USER:PASSWORD@HOST/NAME; "
        "empty: SQLite in the data folder",
    )
    host: str = Field("127.0.0.1", description="the address `serve` listens on")
    port: int = Field(8000, ge=0, le=65535, description="the port `serve` listens on")
    workers: int = Field(1, ge=1, le=64, description="server processes")
    model: Annotated[str | None, BeforeValidator(lambda name: name or None)] = Field(
        None, description="embedding model: empty for the shipped one, or any sentence-transformers name or folder"
    )
    milvus: Annotated[str, AfterValidator(milvus_address)] = Field(
        "",
        description="Milvus server that holds the index, `http://HOST:19530`, or a path `*.db` for milvus-lite; "
        "empty: FAISS and tantivy in the data folder",
    )
    reranker: Annotated[str | None, BeforeValidator(lambda name: name or None)] = Field(
        None, description="cross-encoder that orders the best passages anew: empty for none, or a name or folder"
    )
    upload_megabytes: int = Field(50, ge=1, le=4096, description="the largest upload, all files of a request together")
    upload_files: int = Field(20, ge=1, le=1000, description="the most files in one upload")
    conversation_turns: int = Field(20, ge=1, le=200, description="how many earlier turns a follow-up may look back on")
    open: bool = Field(
        False,
        description="whether to listen beyond this machine without keys, when something else keeps strangers out",
    )
    hosts: Names = Field(
        (), description="host names that are answered to, comma-separated; empty: any, but loopback names without keys"
    )
    trusted_proxies: Names = Field(
        ("127.0.0.1",), description="reverse proxies whose X-Forwarded-For is believed, comma-separated"
    )
    rate_key: Rate = Field("1200/minute", description="how often a key may be used; empty: no limit")
    rate_address: Rate = Field(
        "60/minute", description="how often one address may use a key for web pages; empty: no limit"
    )
    rate_wrong_keys: Rate = Field("30/minute", description="how often one address may try a wrong key; empty: no limit")
    rate_storage: str = Field("memory://", description="where requests are counted; redis://HOST for several processes")
    cors_origins: Names = Field((), description="origins whose pages may call the API, comma-separated; `*` for any")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="how much is logged")
    log_format: Literal["auto", "json", "text"] = Field(
        "auto", description="how it is logged; auto: text on a terminal, JSON lines elsewhere"
    )
    log_questions: bool = Field(False, description="whether questions may appear in logs")

    llm_url: Annotated[str, AfterValidator(web_address)] = Field(
        "", description="OpenAI-compatible address of a language model that words answers; empty: none"
    )
    llm_model: str = Field("", validate_default=True, description="the name of that model")
    llm_key: SecretStr = Field(SecretStr(""), description="the key for that address; never shown")
    llm_seconds: int = Field(10, ge=1, le=120, description="how long that model may take each time it is asked")

    @field_validator("llm_model")
    @classmethod
    def model_is_named(cls, value: str, others: ValidationInfo) -> str:
        """An address without a model would answer nothing."""
        if others.data.get("llm_url") and not value:
            raise ValueError("must name the model to use at ZHENGWEN_LLM_URL")
        return value

    @property
    def place(self) -> Place:
        """Where the collection in the data folder stands."""
        return Place.of_folder(self.data, self.database, self.milvus)
