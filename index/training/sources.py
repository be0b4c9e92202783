"""The training material, read from a folder outside the repository (licences: index/model/README.md)."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FILES = {
    "laws": "laws.jsonl.xz",
    "news": "news.jsonl.xz",
    "titles": "csl_titles.jsonl.xz",
    "statutes": "stard_half.jsonl.xz",
    "captions": "zh_en_captions.jsonl.xz",
}


class MissingTrainingText(FileNotFoundError):
    """A file of the training material is not where the option said."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not there. Training needs {', '.join(FILES.values())} in one folder; name it with --sources. "
            "Where each file comes from is written in index/model/README.md. The shipped model needs none of them."
        )
        self.path = path


def rows(folder: Path, source: str) -> Iterator[dict[str, Any]]:
    """The JSON objects of one source, in file order; raises MissingTrainingText."""
    path = folder / FILES[source]
    if not path.exists():
        raise MissingTrainingText(path)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def chinese_text(folder: Path) -> Iterator[str]:
    """Running Chinese text of laws, news and abstracts, one document at a time."""
    for row in rows(folder, "laws"):
        yield row["text"]
    for row in rows(folder, "news"):
        yield row["text"]
    for row in rows(folder, "titles"):
        yield row["title"] + "。" + row["abstract"]


def captions(folder: Path) -> list[tuple[str, str]]:
    """(English, Chinese) pairs of one meaning."""
    return [(row["en"], row["zh"]) for row in rows(folder, "captions")]
