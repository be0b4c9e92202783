"""What is asked of the row of one task: its number and place, its units counted, the first of them, those beside the
lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.questions.row_asked import row_asked

PLAN = """栖霞湾市口岸提效行动方案

为提升口岸效率，制定本方案。

一、主要任务
1. 建设智慧查验平台。（牵头单位：市口岸办；参与单位：栖霞湾海关、市数据局；完成时限：2026年6月底前）
2. 清理口岸违规收费。（牵头单位：市市场监管局；完成时限：2026年3月底前）
3. 开行冷链班轮航线。（责任单位：市港航集团、市交通运输局）
4. 推行单证无纸化办理。（牵头单位：市商务局；参与单位：栖霞湾海关；完成时限：2026年9月底前）

附件1
口岸基础设施项目清单
序号\t任务\t责任单位\t完成时间
1\t改造进境水果查验场\t▲市港航集团、市财政局\t2026年5月
2\t扩建危险品堆场\t市应急管理局、▲市港航集团\t2026年12月
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"qixiawan-plan-2025.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("“清理口岸违规收费”是第几项？", "第2项", "第1项"),
        ("推行单证无纸化办理是第几项任务？", "第4项", "第3项"),
        ("扩建危险品堆场是附件几的第几项？", "附件1的第2项", "正文"),
        ("开行冷链班轮航线的序号是多少？", "第3项", "附件"),
        ("Which item number is “清理口岸违规收费”?", "item 2", "item 1"),
        ("“建设智慧查验平台”涉及几家单位？", "共3家单位", "市商务局"),
        ("建设智慧查验平台有几家参与单位？", "共2家参与单位", "市口岸办"),
        ("How many units are responsible for “开行冷链班轮航线”?", "2 units", "3 units"),
        ("推行单证无纸化办理涉及几家单位，分别是谁？", "共2家单位：市商务局（牵头）、栖霞湾海关", "没有找到"),
        ("扩建危险品堆场有几个单位牵头？是哪家？", "共1家牵头单位：市港航集团", "市应急管理局"),
        ("How many units lead “改造进境水果查验场”, and which are they?", "1 lead unit", "市财政局"),
        ("整治口岸乱收费涉及几个部门？", "共1家单位：市市场监管局", "没有找到"),
        ("“清理口岸违规收费”是不是只有一家单位负责？", "是，", "不是"),
        ("“建设智慧查验平台”只有一个责任单位吗？", "不是，", "没有符合"),
        ("“扩建危险品堆场”列在最前面的单位是哪个？", "市应急管理局", "市港航集团。"),
        ("Which unit is listed first for “改造进境水果查验场”?", "市港航集团", "市财政局"),
        ("除了牵头单位，“建设智慧查验平台”还有谁参与？", "栖霞湾海关、市数据局", "市口岸办"),
        ("推行单证无纸化办理还有谁参与？", "栖霞湾海关", "市商务局"),
        ("Besides the lead, which units are involved in “建设智慧查验平台”?", "栖霞湾海关", "市口岸办"),
        ("Who else takes part in “清理口岸违规收费”?", "not state", "栖霞湾海关"),
        ("“清理口岸违规收费”还有谁参与？", "未写明", "栖霞湾海关"),
    ],
)
def test_what_is_asked_of_a_row(assistant: Assistant, question: str, told: str, untold: str) -> None:
    """The row itself answers; nothing of another row is told, nor of this one what was not asked."""
    answer = assistant.answer(question).answer
    assert told in answer
    assert untold not in answer


@pytest.mark.parametrize(
    "question",
    [
        "哪些任务只有一家单位负责？",
        "所有任务一共涉及几家单位？",
        "附件1有几项任务？",
        "栖霞湾海关参与几项任务？",
        "除了市商务局，推行单证无纸化办理还有谁参与？",
        "谁牵头清理口岸违规收费？",
    ],
)
def test_what_is_asked_of_several_rows(question: str) -> None:
    """Rows are asked for, or units of a row that are not told by their place in it."""
    assert row_asked(question) is None
