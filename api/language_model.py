"""The language model of the settings, where they name one: the only way from them to `assistant.wording.generate`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from assistant.wording.generate import OpenAIModel


class ExtraMissing(Exception):
    """A setting needs a package that is not installed."""


def language_model(settings: Settings) -> OpenAIModel | None:
    """The model that words answers; None where no address is set. Raises ExtraMissing."""
    if not settings.llm_url:
        return None
    if find_spec("openai") is None:
        raise ExtraMissing(
            "ZHENGWEN_LLM_URL is set, but the client for it is not installed: pip install 'zhengwen[llm]', or unset it"
        )
    from assistant.wording.generate import OpenAIModel

    return OpenAIModel(
        settings.llm_url, settings.llm_model, settings.llm_key.get_secret_value(), float(settings.llm_seconds)
    )
