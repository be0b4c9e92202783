"""Reports of several teams without a date: counted pairs, teams told apart, this year, the same asked of another thing,
fields named alone."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

REPORTS = """临溯市数字园区推进会发言摘登

园区专班围绕三件事汇报：第一个攻坚期干了什么、接下来怎么干、需要什么支持。

推进过程中，要处理好四组矛盾，把握好三对关系：快与稳，重点抓机制；内与外，重点抓联动；点与面，重点抓示范。

2026年目标：建成投用公共实验室。2026年公共实验室达到14个，盘活旧厂房9万平方米。到2030年，公共实验室达到60个。

园区建设总体情况　副市长　程砚秋

物流专班第一个攻坚期主要取得三项进展：一是货站开工，二是专线开通，三是费用下降，累计为企业节约运费1800万元。

金融专班第一个攻坚期取得6项进展，新设基金5只，发放园区贷款22亿元。

领导小组办公室设在市数据局，市数据局局长兼任领导小组办公室主任，承担日常工作。
"""

PLAN = """临溯市夜间经济行动方案

1.建设河岸夜市。（责任单位：▲市商务局、▲市文旅局、市城管局；完成时间：2026年6月）
2.改造老码头剧场，建成后每年演出300场。（责任单位：▲市文旅局、市住建局；完成时间：2026年9月）
3.延长地铁运营时间。（责任单位：市交通集团；完成时间：2026年3月）
"""


@pytest.fixture(scope="module")
def linsu(over: Over) -> Assistant:
    """Answers over the reports and the plan above."""
    return over({"linsu-reports.txt": REPORTS, "linsu-night.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("临溯要把握好几对关系？", ["三对关系"], []),
        ("How many pairs of relationships must Linsu get right?", ["三对关系"], []),
        ("物流专班第一个攻坚期干成了几件进展？", ["三项进展"], ["6项", "三件事"]),
        ("公共实验室今年要建到多少个？", ["14个"], []),
        ("领导小组办公室主任是谁兼任？", ["市数据局局长"], []),
        ("老码头剧场由谁牵头？地铁运营时间呢？", ["市文旅局", "市交通集团"], ["市商务局"]),
        ("老码头剧场由谁牵头？时间呢？", ["市文旅局", "2026年9月"], ["2026年6月"]),
        ("河岸夜市什么时候完成？责任单位呢？", ["2026年6月", "市商务局"], ["2026年9月"]),
        ("新设基金几只？园区贷款呢？", ["5只", "22亿元"], []),
        ("哪些任务是好几家带三角的？", ["河岸夜市"], ["老码头", "地铁"]),
        ("没带三角的任务有哪些？", ["地铁"], ["河岸夜市", "老码头"]),
    ],
)
def test_what_teams_report(question: str, words: list[str], others: list[str], linsu: Assistant) -> None:
    """The counts, people and figures of the team and thing that are asked about, and of no other."""
    answer = linsu.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


RULES = """临溯市抽查工作办法

第一条　随机抽查事项分为重点检查事项和一般检查事项。
第二条　重点检查事项涉及安全、质量等领域，抽查比例不设上限；一般检查事项的抽查比例不超过5%。
第三条　每年开展抽查不少于两批次。
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("抽查事项分几类？", ["重点检查事项和一般检查事项"]),
        ("哪类事项抽查比例没有上限？", ["不设上限"]),
    ],
)
def test_what_is_divided_by_name(question: str, words: list[str], over: Over) -> None:
    """Kinds that are given by name are a number of kinds, and 没有上限 asks for no figure."""
    answer = over({"linsu-rules.txt": RULES}).answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
