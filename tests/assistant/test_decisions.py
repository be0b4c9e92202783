"""What a meeting decided, and what became of a matter that somebody asked about (批了没有, 最后怎么定的)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

Over = Callable[[Mapping[str, str]], Assistant]

MINUTES = """关于丹荷湾码头改造有关问题的专题会议纪要
〔2025〕6号
临岚市人民政府办公室
2025年5月12日，副市长顾明棠主持召开专题会议，研究丹荷湾码头改造工作。现将会议议定事项纪要如下。
一、会议听取的情况
市港航中心汇报了前期进展。码头现有泊位9个，其中4个停用。
二、会议议定事项
（一）关于岸线调整。会议原则同意将北段岸线420米调整为客运岸线，由市港航中心于2025年7月底前报批。
（二）关于搬迁补偿。会议明确，渔船停泊点搬迁由丹荷区政府负责，2025年9月底前完成。
（三）关于夜间开放。会议未同意码头夜间开放，待安全评估后再议。
三、有关要求
市政府督查室按月通报进展。
"""
OTHER = """关于冷链查验有关问题的会议纪要
临岚市商务局
2025年3月3日，市商务局召开会议，研究冷链查验工作。
会议听取了海关汇报。查验仓面积不足是主要困难。
会议决定，在北港区新增查验仓2座，由市商务局负责。
会议要求，各单位每周五报送进展。
"""
REPLY = """国家口岸管理部门关于临岚省口岸建设有关问题的函
临岚省人民政府：
你省来函收悉。经商有关部门，现就有关问题函复如下：
一、关于乌溪机场航空口岸开放问题。临岚省请求将乌溪机场航空口岸列入开放规划。海关总署认为，乌溪机场尚不具备查验条件，暂不列入。
二、关于丹荷港扩大开放问题。临岚省建议丹荷港扩大对外国籍船舶开放。海关总署同意丹荷港扩大开放，由临岚省做好验收准备。
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """The minutes of two meetings, with and without a part on what was decided, and a letter in reply."""
    return over({"linlan-pier.txt": MINUTES, "linlan-cold.txt": OTHER, "linlan-port-reply.txt": REPLY})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("丹荷湾码头改造会上定了什么？", ("420米", "渔船停泊点", "夜间开放"), "泊位9个"),
        ("丹荷湾码头改造专题会议议定了哪些事项", ("420米", "渔船停泊点", "夜间开放"), "按月通报"),
        ("丹荷湾码头改造的会议纪要里议定事项有哪些", ("420米", "渔船停泊点"), "泊位9个"),
        ("冷链查验的会议决定了哪些事？", ("新增查验仓2座", "每周五"), "海关汇报"),
    ],
)
def test_what_a_meeting_decided_is_told_in_full(
    question: str, said: tuple[str, ...], unsaid: str, papers: Assistant
) -> None:
    """The part of the minutes that is headed so, or every sentence that says what the meeting decided."""
    answer = papers.answer(question)
    assert all(one in answer.answer for one in said), answer.answer
    assert unsaid not in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("丹荷港扩大开放批了没有？", "同意丹荷港扩大开放"),
        ("上面同意丹荷港扩大开放吗", "同意丹荷港扩大开放"),
        ("乌溪机场航空口岸开放这事上面怎么答复的", "暂不列入"),
        ("北段岸线调整同意了没有", "原则同意将北段岸线420米"),
        ("搬迁补偿最后怎么定的", "渔船停泊点搬迁由丹荷区政府负责"),
        ("What was decided on 搬迁补偿?", "渔船停泊点搬迁由丹荷区政府负责"),
        ("Was 丹荷港扩大开放 approved?", "同意丹荷港扩大开放"),
    ],
)
def test_what_became_of_a_matter_is_told_by_what_is_said_of_it(question: str, said: str, papers: Assistant) -> None:
    """Whether it was approved and how it was settled names nothing that a text would have to say."""
    answer = papers.answer(question)
    assert answer.status != "not_found"
    assert said in answer.answer, answer.answer
