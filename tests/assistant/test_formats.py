"""The same plan as text, page, Word file, PDF and scan gives the same answers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.types import Answer
from corpus.normalise import fold
from index.build import ingest
from index.library import Library

PLAN = Path(__file__).parents[1] / "corpus" / "plan"
FORMATS = ("plan.html", "plan.docx", "plan.pdf")

# What is asked, and what the answer has to hold; the last one asks for what the plan does not say.
QUESTIONS = {
    "起降点布局规划由谁牵头编制, 什么时候完成?": ("市交通运输局", "2024年9月"),
    "市应急管理局参与哪些任务?": ("共4项", "开通血液和药品运输航线", "建立飞行活动监测平台"),
    "对落户企业的补助单个企业每年最高多少?": ("300万元",),
    "到2026年底年投递量要达到多少?": ("120万件",),
    "2024年底前要完成哪些任务?": ("2024年10月", "制定企业设备投资补助细则"),
    "方案的文号是什么?": ("青政办发〔2024〕18号",),
    "这个方案有效期到什么时候?": ("2026年12月31日",),
    "Who leads the flight activity monitoring platform and by when?": ("市公安局", "2025年3月"),
    "低空物流工作专班的办公室设在哪里?": ("市交通运输局",),
    "编制布局规划的预算是多少?": ("没有找到", "预算"),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Answer]]:
    """The answers to all questions over a collection that holds one file, under the same name."""

    @cache
    def asked(name: str) -> list[Answer]:
        folder = tmp_path_factory.mktemp("format")
        path = folder / f"plan{Path(name).suffix}"
        shutil.copyfile(PLAN / name, path)
        report = ingest([path], folder / "data")
        assert not report.failed, report.failed
        assistant = Assistant(Library.open(folder / "data"))
        return [assistant.answer(question) for question in QUESTIONS]

    return asked


def said(answer: Answer) -> tuple[object, ...]:
    """What a reader sees, folded: recognition gives half-width brackets."""
    cited = [(fold(citation.quote), citation.document_number) for citation in answer.citations]
    return answer.status, fold(answer.answer), answer.total, cited


def test_the_text_answers_ten_questions(answers: Callable[[str], list[Answer]]) -> None:
    """What the other formats are compared with is right: every answer holds what was asked, the last refuses."""
    for answer, (question, expected) in zip(answers("plan.txt"), QUESTIONS.items(), strict=True):
        assert all(words in answer.answer for words in expected), (question, answer.answer)
    assert [answer.status for answer in answers("plan.txt")] == ["answered"] * 9 + ["not_found"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_gives_the_same_answers(name: str, answers: Callable[[str], list[Answer]]) -> None:
    """Word for word, with the same quotes, counts and refusals."""
    assert [said(answer) for answer in answers(name)] == [said(answer) for answer in answers("plan.txt")]


def test_a_scan_gives_the_same_answers(answers: Callable[[str], list[Answer]]) -> None:
    """A page of 200 dots an inch is read well enough for all ten."""
    if find_spec("rapidocr") is None:
        pytest.skip("NOT CHECKED: recognition needs the extra `ocr` (pip install 'zhengwen[ocr]')")
    assert [said(answer) for answer in answers("scanned.pdf")] == [said(answer) for answer in answers("plan.txt")]
