"""Which way of answering a question takes: a document's own lines, its speakers, what stands under a heading."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

NOTICE = """临溪市人民政府办公室关于做好冬季供暖工作的通知

各区人民政府，市政府各部门：

一、工作要求
切实保障群众温暖过冬，做好供暖前的各项准备工作，确保按时供暖。

二、保障措施
各单位要把供暖保障放在突出位置。一是加强值班值守，每日报送运行情况；二是备足燃料，储量不少于十五天；三是公开服务电话，随时受理诉求。

临溪市人民政府办公室
2024年10月12日

抄送：市委各部门，市人大常委会办公室，市政协办公室。
"""


@pytest.fixture(scope="module")
def notice(over: Over) -> Assistant:
    """Answers over one notice that assigns nothing."""
    return over({"notice.txt": NOTICE})


@pytest.mark.parametrize("question", ["供暖通知抄送给哪些单位？", "Who was the heating notice copied to?"])
def test_copies_are_told_by_the_line_below_the_signature(question: str, notice: Assistant) -> None:
    """And not by whom the document is addressed to."""
    answer = notice.answer(question)
    assert answer.status == "answered"
    assert "市政协办公室" in answer.answer
    assert "各区人民政府" not in answer.answer


def test_tasks_under_a_heading_without_rows_are_its_parallel_items(notice: Assistant) -> None:
    """一是…；二是…；三是… in one paragraph, each cited."""
    answer = notice.answer("保障措施有哪些任务？")
    assert answer.status == "answered"
    assert all(words in answer.answer for words in ("共3项", "值班值守", "备足燃料", "服务电话"))
    assert [citation.quote[:2] for citation in answer.citations[1:]] == ["一是", "二是", "三是"]


def test_everybody_who_spoke_is_told_by_name_and_post(bundled: Assistant) -> None:
    """In the order of the conference."""
    answer = bundled.answer("Which officials spoke at the conference?")
    assert answer.status == "answered"
    assert answer.answer.startswith("4 speakers")
    assert answer.answer.index("陈小忠") < answer.answer.index("葛巧棣")
