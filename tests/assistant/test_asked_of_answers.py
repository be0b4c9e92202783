"""Turns that point at what was told: the item after the third, the paper that says so, what that speaker said next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Assistant
from assistant.questions.asked_of_answers import of_the_speaker
from assistant.questions.places_left_out import annexes_left_out
from assistant.types import Turn
from tests.assistant.conftest import Converse, Over

PLAN = """云崖市关于印发云崖市进口示范区建设实施方案的通知

云崖市为建设进口示范区，制定本方案。

一、重点任务
1. 做大“云新欧”回程班列。开通云崖至波兰、匈牙利等线路，2024年6月底前完成。（责任单位：▲陆港公司、市商务局）
2. 拓展航空物流。增开至港澳等国家和地区的货运航线，2024年9月底前完成。（责任单位：▲机场公司、市商务局）
3. 建立溯源体系。（责任单位：市市场监管局）
二、保障措施
适时邀请第三方机构开展评估。要重点处理好三对关系：政府与市场，更好发挥两方作用。区内与区外，带动整体发展。当前与长远，
分步推进。

附件1 争取事项清单

| 序号 | 争取事项 | 责任单位 | 完成时间 |
| --- | --- | --- | --- |
| 1 | 争取免税牌照 | ▲商贸集团、云崖海关、市财政局 | 2024年6月 |
| 2 | 争取药品试点 | ▲市商务局、云崖海关 | 2024年9月 |
| 3 | 争取口岸扩区 | ▲云崖海关、陆港公司 | 2024年12月 |

附件2 改革事项清单

| 序号 | 改革举措 | 责任单位 | 完成时间 |
| --- | --- | --- | --- |
| 1 | 推行一次备案 | 云崖海关 | 2024年9月 |
| 2 | 推行分线管理 | 云崖海关 | 2024年12月 |
"""


@pytest.fixture(scope="module")
def city(over: Over) -> Assistant:
    """Answers over a plan with two annexes."""
    return over({"plan.md": PLAN})


@pytest.mark.parametrize(
    ("turns", "total", "task"),
    [
        (("云崖海关2024年9月到期的任务有哪些？", "不要附件1的"), 1, "推行一次备案"),
        (("云崖海关2024年9月到期的任务有哪些？", "那2024年12月呢？"), 2, "推行分线管理"),
        (("云崖海关2024年9月到期的任务有哪些？", "不要附件1的", "那2024年12月呢？"), 1, "推行分线管理"),
        (("云崖海关的任务有哪些？", "最晚的是哪个"), 2, "争取口岸扩区"),
    ],
)
def test_a_list_is_bounded_otherwise(
    turns: tuple[str, ...], total: int, task: str, city: Assistant, converse: Converse
) -> None:
    """An annex is left out, another month takes the place of the one before, the last to be due stands alone."""
    answer = converse(city, turns)[-1]
    assert answer.total == total
    assert task in answer.answer


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        (("免税牌照谁牵头？", "参与的有几家？"), "共2家参与单位", "未写"),
        (("免税牌照谁牵头？", "参与的有几家？", "那药品试点呢？"), "共1家参与单位", "财政局"),
        (("“云新欧”回程班列谁负责？", "参与单位有市财政局吗"), "参与单位为市商务局", "免税"),
        (("“云新欧”回程班列谁负责？", "要开通到哪些国家的线路？"), "波兰", "港澳"),
        (("溯源体系谁负责？", "第三方评估谁来做？"), "", "市场监管局"),
        (("附件1第1项谁牵头？", "第2项呢？"), "争取药品试点", "免税"),
        (("附件1第1项是什么？", "谁牵头？", "第2项呢？"), "争取药品试点", "免税"),
        (("重点处理好哪三对关系？", "第二对怎么说的"), "区内与区外", "当前与长远"),
    ],
)
def test_what_was_told_is_asked_on(
    turns: tuple[str, ...], told: str, untold: str, city: Assistant, converse: Converse
) -> None:
    """Of the task, the item, the relation or the speaker that is meant, and of no other one."""
    answer = converse(city, turns)[-1].answer
    assert told in answer
    assert untold not in answer


@pytest.mark.parametrize("asked", ["这是哪个文件说的？", "出自哪份文件？", "Which document says so?"])
def test_which_paper_says_so(asked: str, city: Assistant, converse: Converse) -> None:
    """The title of the paper that the answer before cites."""
    answer = converse(city, ("云崖市溯源体系谁负责？", asked))[-1]
    assert answer.status == "answered"
    assert "云崖市进口示范区建设实施方案的通知" in answer.answer


@pytest.mark.parametrize(
    ("told", "asked", "meant"),
    [
        ("朱有清（市委常委）作了“投资自由顶层设计”发言。[1]", "他还说2月底前要做什么？", "朱有清还说2月底前要做什么？"),
        ("这是颜新香（副主任）在“资金自由”发言中讲的。[1]", "他提到去年办了多少？", "颜新香提到去年办了多少？"),
        (
            "葛巧棣（副市长） gave the speech “贸易自由”.[1]",
            "What did he say about 2035?",
            "What did 葛巧棣 say about 2035?",
        ),
        ("“争取免税牌照”由商贸集团（▲）牵头。[1]", "他还说什么？", "他还说什么？"),
    ],
)
def test_he_is_the_speaker_who_was_told(told: str, asked: str, meant: str, city: Assistant) -> None:
    """Where the answer before names one."""
    before = Turn("谁讲的", replace(city.answer("免税牌照谁牵头？"), answer=told))
    assert of_the_speaker(asked, before) == meant


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("商务局牵头哪些任务，不算附件1", "附件1"),
        ("除附件二以外，商务局牵头哪些任务", "附件2"),
        ("附件2除外有几项", "附件2"),
        ("Which tasks does customs lead, not counting annex 1?", "附件1"),
        ("附件1有几项", ""),
        ("附件1和附件2有什么不一样", ""),
    ],
)
def test_an_annex_is_left_out(text: str, left_out: str) -> None:
    """By its number, in digits or characters; one that is only named is not."""
    names, rest = annexes_left_out(text)
    assert (left_out in names) == bool(left_out)
    assert bool(names) == bool(left_out)
    assert len(rest) == len(text)
