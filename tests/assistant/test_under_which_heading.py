"""Where something stands (属于哪个行动, 写在哪一部分), what a heading counts without numbers, rows by their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.joined_places import joined_in_full, joined_with
from assistant.questions.heading_asked import heading_asked
from assistant.types import Answer

PLAN = """云汀市开放口岸建设方案

为建设开放口岸，制定本方案。

一、推动通道创新，联通海内外
（一）实施冷链提速行动，建设冷链枢纽
1. 建设进境水果专用查验场，压缩查验时间。（责任单位：▲市口岸办、云汀海关）
2. 开通至港澳的生鲜快船，2031年开行200班次以上。（责任单位：▲市港航集团、市商务局）
（二）实施班列扩容行动，建设内陆港
3. 争取中亚班列每周开行3列。（责任单位：▲市交通运输局、市商务局）

二、推动服务创新，优化口岸生态
（三）围绕通关“跑得快”，推进三个便利化
便捷申报，推行两步申报。高效查验，推行机检集中判图。快速放行，推行智能卡口验放。
（四）围绕企业“留得住”，健全两个机制
首问负责机制，受理企业诉求后1个工作日内答复。跟踪回访机制，每季度回访一次重点企业。

附件1
口岸项目清单
序号\t任务\t责任单位\t完成时间
1\t改造集装箱堆场\t▲市港航集团、市财政局\t2031年6月
2\t建设保税冷库\t▲市港航集团、云汀海关\t2031年9月
3\t对接香港贸发机构设立联络处\t市商务局\t2031年9月

附件2
口岸改革清单
序号\t任务\t责任单位\t完成时间
1\t推行查验费用减免\t▲云汀海关、市财政局\t2031年9月
2\t推行船舶联合登临检查\t▲云汀海关、市港航集团\t2031年9月
"""
DIGEST = """云汀市开放大会发言摘登

口岸自由顶层设计
副市长 章明远

2031年形成12个以上可推广的改革项目。下一步建设窗口：一是建设结算窗口，二是建设审批窗口。
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"yunting-port-plan-2031.txt": PLAN, "yunting-digest-2031.txt": DIGEST})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("进境水果查验场属于哪个行动？", "在“（一）实施冷链提速行动，建设冷链枢纽”之下", "班列扩容"),
        ("中亚班列放在哪个行动里？", "在“（二）实施班列扩容行动，建设内陆港”之下", "冷链提速"),
        ("机检集中判图写在哪一部分？", "“二、推动服务创新，优化口岸生态”—“（三）围绕通关", "冷链提速"),
        ("中亚班列是哪个创新板块的内容？", "在“一、推动通道创新，联通海内外”之下", "服务创新"),
        ("Under which action do the Central Asia freight trains fall?", "Under “（二）实施班列扩容行动", "冷链提速"),
    ],
)
def test_the_heading_is_told_with_what_stands_under_it(
    assistant: Assistant, question: str, told: str, untold: str
) -> None:
    """The innermost heading that is called as asked, and the sentence under it; any heading in full."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer
    assert untold not in answer.answer


@pytest.mark.parametrize(
    "text",
    [
        "中亚班列由哪个部门负责？",
        "中亚班列在哪个城市开行？",
        "中亚班列属于哪个行动，谁牵头？",
        "查验场属于哪个区？",
        "查验场是哪个局的任务？",
        "口岸方案的主要任务是哪五个行动？",
    ],
)
def test_other_questions_ask_for_no_heading(text: str) -> None:
    """A body or a place is no heading, and what asks for more is answered in parts."""
    assert heading_asked(text) is None


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("三个便利化是哪三个？", ["便捷申报", "高效查验", "快速放行"], "跟踪回访"),
        ("两个机制分别是什么？", ["首问负责机制", "跟踪回访机制"], "结算窗口"),
    ],
)
def test_what_a_heading_counts_is_told_from_its_section(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    """No list of as many other things is told where a heading counts these."""
    answer = assistant.answer(question).answer
    assert all(one in answer for one in told), answer
    assert untold not in answer


def test_rows_are_counted_by_their_part_of_the_paper(assistant: Assistant) -> None:
    """How many stand in the body and in each annex is said of all, and all annexes may be asked for."""
    assert (
        "共8项，其中正文有3项、附件1有3项、附件2有2项"
        in assistant.answer("口岸方案一共有多少项任务？正文几项，附件几项？").answer
    )
    assert assistant.answer("附件里一共有几项任务？").total == 5


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("附件2的任务谁牵头最多？", "云汀海关，2项"),
        ("哪家单位在附件1里牵头最多？", "市港航集团，2项"),
        ("附件2里2031年9月的任务谁牵头最多？", "云汀海关，2项"),
    ],
)
def test_who_has_most_within_bounds(assistant: Assistant, question: str, told: str) -> None:
    """任务谁 is no person's name, and a place may stand between the unit and what it does."""
    assert told in assistant.answer(question).answer


def test_projects_that_come_of_something_are_no_rows(assistant: Assistant) -> None:
    """形成多少个改革项目 asks for a figure, though a list of tasks is called 改革清单."""
    answer = assistant.answer("2031年要形成多少个改革项目？")
    assert "12个以上" in answer.answer
    assert answer.total is None


def test_rows_of_a_place_are_those_that_join_it_with_others(assistant: Assistant) -> None:
    """至港澳的快船 is a task on 香港, too."""
    answer = assistant.answer("哪些任务涉及香港？")
    assert answer.total == 2
    assert "生鲜快船" in answer.answer


def test_joined_places_in_full() -> None:
    """A character is a place only where offices join it with others."""
    assert joined_in_full("推进京津冀协同，服务港澳企业") == "北京 天津 河北 香港 澳门"
    assert joined_in_full("成都新台账") == ""
    assert "沪杭" in joined_with("上海")


SPEECHES = """云汀市开放大会发言摘登

口岸自由顶层设计
副市长 章明远

口岸建设要加快产业布局，形成新格局。2031年布局90个云仓、新增12个“云汀好货”布局点。

资金自由顶层设计
市委常委 费有清

金融服务要跑在前面，年内新设金融组织20家以上。
"""


@pytest.fixture(scope="module")
def meeting(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"yunting-port-plan-2031.txt": PLAN, "yunting-speeches-2031.txt": SPEECHES})


def test_a_turn_narrows_the_rows_of_an_annex(meeting: Assistant, converse: Callable[..., list[Answer]]) -> None:
    """The place that was named stays, and the rows told before are not told again."""
    first, second, third = converse(meeting, ["附件1有几项任务？", "2031年9月到期的有几项？", "云汀海关的呢？"])
    assert (first.total, second.total, third.total) == (3, 2, 1)


def test_where_the_last_thing_stands(meeting: Assistant, converse: Callable[..., list[Answer]]) -> None:
    """这条 and 它 are what the turn before told."""
    _, second, third = converse(meeting, ["中亚班列每周开行几列？", "这条在哪个行动下面？", "它属于哪个创新板块？"])
    assert "在“（二）实施班列扩容行动，建设内陆港”之下" in second.answer
    assert "推动通道创新" in third.answer


def test_another_thing_that_nothing_is_said_of(bundled: Assistant, converse: Callable[..., list[Answer]]) -> None:
    """What was told of one thing is not told of another that it does not name."""
    first, second, third = converse(bundled, ["海外仓2021年要多少个？", "免税店呢？", "云仓呢？"])
    assert "120个" in first.answer
    assert second.status == "not_found"
    assert "100个云仓" in third.answer


def test_the_heading_of_another_thing(meeting: Assistant, converse: Callable[..., list[Answer]]) -> None:
    """A thing named next takes the place of the one whose heading was told."""
    _, other = converse(meeting, ["中亚班列属于哪个行动？", "生鲜快船呢？"])
    assert "在“（一）实施冷链提速行动，建设冷链枢纽”之下" in other.answer


def test_its_target_asked_next(meeting: Assistant, converse: Callable[..., list[Answer]]) -> None:
    """ "And its target?" asks for the figure of the task, and is not told once more who leads it."""
    _, target = converse(meeting, ["Who leads the 生鲜快船 task?", "And its target?"])
    assert "200班次以上" in target.answer


def test_who_else_spoke_and_on_what(bundled: Assistant, converse: Callable[..., list[Answer]]) -> None:
    """All who spoke are told; a name with 有 in it stays whole in pinyin."""
    _, everybody = converse(bundled, ["谁讲的投资自由？", "还有谁发言了？"])
    assert "陈小忠" in everybody.answer
    assert "颜新香" in everybody.answer
    assert "投资自由顶层设计" in bundled.answer("What did Zhu Youqing speak about?").answer
    assert "贸易自由顶层设计" in bundled.answer("葛巧棣讲的主题是什么？").answer


def test_a_layout_is_no_body(meeting: Assistant) -> None:
    """布局 and 格局 name nobody, so that no unit is told for who leads."""
    assert meeting.answer("云仓由谁牵头？").status == "not_found"
