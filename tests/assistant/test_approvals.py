"""When something was approved or answered is told by the date of the approval or the reply."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

REPLY = """棠川省人民政府关于同意设立澜溪经济开发区的批复
棠政函〔2022〕31号

澜溪市人民政府：
你市关于设立澜溪经济开发区的请示收悉。同意设立澜溪经济开发区，规划面积12平方公里。

棠川省人民政府
2022年5月16日
"""

LETTER = """棠川省人民政府办公厅关于澜溪市所提问题办理情况的函
棠政办函〔2023〕8号

澜溪市人民政府：
一、关于建设城际铁路问题。澜溪市请求建设澜溪至棠州城际铁路。该项目尚不具备开工条件。
二、关于粮食期货仓库问题。3月2日，省领导已经批复同意在澜溪设立粮食期货交割仓库。

棠川省人民政府办公厅
2023年6月20日
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """An approval and a letter that answers several matters."""
    return over({"reply.txt": REPLY, "letter.txt": LETTER})


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("澜溪经济开发区是哪天批的？", "2022年5月16日"),
        ("省政府什么时候批复的设立澜溪经济开发区", "2022年5月16日"),
        ("设立澜溪经济开发区哪年同意的", "2022年5月16日"),
        ("澜溪建城际铁路的事哪天答复的", "2023年6月20日"),
        ("When was 澜溪经济开发区 approved?", "16 May 2022"),
    ],
)
def test_the_day_of_the_paper(question: str, day: str, papers: Assistant) -> None:
    """No sentence tells it."""
    assert day in papers.answer(question).answer


def test_a_day_that_a_sentence_tells_goes_before(papers: Assistant) -> None:
    """The letter is younger than what it tells of."""
    said = papers.answer("粮食期货交割仓库哪天批的").answer
    assert "3月2日" in said
    assert "6月20日" not in said


def test_what_nobody_approved_has_no_such_day(papers: Assistant) -> None:
    """An approval of something else is none of it."""
    assert papers.answer("澜溪地铁一号线是哪天批的").status == "not_found"
