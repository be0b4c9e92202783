"""Which paper has a number is told by its title; a number that no paper has is not found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

NOTICE = """澄砚市人民政府办公室关于做好2025年防汛工作的通知
澄砚政办发〔2025〕17号

各区县人民政府：
根据《澄砚市防汛条例实施办法》（澄砚政发〔2021〕6号），现就做好防汛工作通知如下。
一、落实责任
各区县要在5月底前落实水库责任人。
澄砚市人民政府办公室
2025年3月9日
"""


@pytest.fixture(scope="module")
def notice(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"notice.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("澄砚政办发〔2025〕17号是什么文件？", "澄砚市人民政府办公室关于做好2025年防汛工作的通知"),
        ("澄砚政办发〔2025〕17号讲了什么", "澄砚市人民政府办公室关于做好2025年防汛工作的通知"),
        ("What is 澄砚政办发〔2025〕17号?", "澄砚市人民政府办公室关于做好2025年防汛工作的通知"),
        ("澄砚政发〔2021〕6号是什么文件", "澄砚市防汛条例实施办法"),
    ],
)
def test_a_number_tells_the_paper(question: str, title: str, notice: Assistant) -> None:
    """Also one that another paper cites."""
    answer = notice.answer(question)
    assert answer.status == "answered"
    assert title in answer.answer


def test_a_number_that_no_paper_has_is_not_found(notice: Assistant) -> None:
    """Rather than sentences of papers with like numbers."""
    answer = notice.answer("澄砚政办发〔2025〕71号是什么文件？")
    assert answer.status == "not_found"
    assert answer.citations == ()
