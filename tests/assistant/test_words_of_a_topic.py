"""How a topic is cut: a name that no dictionary has stays whole, what only the talk puts together is none."""

from __future__ import annotations

import pytest

from assistant.matching.terms import terms_of
from index.library import Library
from tests.assistant.conftest import opened

TEXT = """淇桥市工作要点

淇桥市改造管网60公里，修复危桥3座。金融业增加值增长6%，发展数字金融，新增业务收入3亿元。一经查实，由主管部门处理。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    source = tmp_path_factory.mktemp("source")
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    return opened(source, tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("淇桥改造管网", {"淇桥", "改造", "管网"}),  # 桥 by itself is an everyday word
        ("查实后受", {"查实"}),
        ("金融业务", {"金融", "业务"}),
    ],
)
def test_cut(library: Library, topic: str, words: set[str]) -> None:
    assert words <= {term.word for term in terms_of(topic, library, "")}


@pytest.mark.parametrize("run", ["后受", "每顿补", "里设"])
def test_talk_makes_no_name(library: Library, run: str) -> None:
    assert run not in {term.word for term in terms_of(f"规定{run}", library, "")}
