"""What is asked in a roundabout way in English is answered as what is asked directly."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.colloquial import written
from assistant.questions.indirect_english import conditions_asked
from tests.assistant.conftest import Over

_MEASURES = """沅栖市人民政府关于印发《沅栖市保税混矿试点管理办法》的通知

沅政规〔2023〕4号

沅栖市人民政府
2023年9月21日

沅栖市保税混矿试点管理办法

第一条　市商务局是试点工作的主管部门，负责受理和评审。沅栖海关负责货物监管。

第二条　申请试点的企业应当同时具备下列条件：
（一）在本市登记注册满2年；
（二）堆场面积不少于8000平方米；
（三）专职质检人员不少于12人。

第三条　混矿后的产品不得内销。市商务局应当自受理之日起20个工作日内组织评审。

第四条　单个企业每年补助最高不超过300万元。

第五条　试点企业有下列情形之一的，取消试点资格：
（一）擅自内销的；
（二）连续6个月未开展业务的；
（三）账册数据与实际库存不符的。

第六条　本办法自2023年10月1日起施行，有效期3年。
"""

_TASKS = """沅栖市2023年第三季度督查通报

| 序号 | 任务事项 | 责任单位 | 完成时限 |
|---|---|---|---|
| 1 | 完成快速路征地拆迁213户 | ▲市交通运输局 | 2023年11月30日前 |
| 2 | 建成冷链物流中心 | ▲市供销社、市商务局 | 2023年12月20日前 |
| 3 | 更换老化软管4300户 | ▲市住房城乡建设局 | 2023年10月31日前 |
| 4 | 学校改造6所 | ▲市商务局 | 2023年12月15日前 |

沅栖市人民政府办公室
2023年10月20日
"""

_ELSEWHERE = """临砚县2025年重点任务清单

| 序号 | 任务事项 | 责任单位 | 完成时限 |
|---|---|---|---|
| 1 | 建成县级体育馆 | ▲县教育体育局 | 2025年11月30日前 |

临砚县人民政府办公室
2025年3月3日
"""


@pytest.fixture(scope="module")
def blending(over: Over) -> Assistant:
    """Measures and a ledger of a city, and a later ledger of a county."""
    return over({"ruling.txt": _MEASURES, "inspection.md": _TASKS, "county.md": _ELSEWHERE})


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("Am I right that the pilot runs three years?", "whether the pilot runs three years?"),
        ("Am I correct in thinking that the pilot runs on?", "whether the pilot runs on?"),
        ("Is it true that goods may be sold?", "whether goods may be sold?"),
        ("Could you please confirm whether goods may be sold?", "whether goods may be sold?"),
        ("I was told that goods may be sold at home. Is that right?", "whether goods may be sold at home?"),
        ("My agent says goods may be sold at home - is this true?", "whether goods may be sold at home?"),
        ("We understand goods may be sold at home. Can you confirm?", "whether goods may be sold at home?"),
        ("The pilot runs for three years, doesn't it?", "whether The pilot runs for three years?"),
        ("The pilot runs for three years, right?", "whether The pilot runs for three years?"),
        ("On whose desk does the review land?", "who is responsible for the review?"),
        ("Under whose remit does the review fall, and when?", "who is responsible for the review, and when?"),
        ("To which bureau does the review belong?", "who is responsible for the review?"),
        ("Who has been tasked with the review?", "Who is responsible for the review?"),
        ("Which bureau looks after the review?", "Which bureau is responsible for the review?"),
        ("Which office should we approach about the review?", "which office is responsible for the review?"),
        ("Is there any cap on the grant?", "what is the cap on the grant?"),
        ("What is the most that a company can get a year?", "what is the maximum a year?"),
        ("Are we allowed to sell at home?", "may we sell at home?"),
        ("Is it permitted for companies to sell at home?", "may companies sell at home?"),
        (
            "When would a company lose its status?",
            "under what circumstances would a company lose its status?",
        ),
        ("At the latest when must it open?", "by when must it open?"),
        ("What does it take to join the pilot?", "what conditions must be met to join the pilot?"),
        ("What has to be done by the end of May?", "which tasks must be completed by the end of May?"),
        ("What must be finished before 1 May?", "which tasks must be completed before 1 May?"),
        ("Any news on the cold store?", "what is said about the cold store?"),
        ("We are trying to find out how large it is.", "how large it is."),
        ("Would you happen to know who leads it?", "who leads it?"),
    ],
)
def test_it_is_asked_directly(spoken: str, meant: str) -> None:
    """The frame of a roundabout question goes, and what it asks stays."""
    assert written(spoken) == meant


@pytest.mark.parametrize(
    "question",
    [
        "When can applications be submitted?",
        "Who confirmed that the plan was adopted?",
        "What is done by the customs?",
        "Is there a deadline for the review?",
        "Who told the meeting about the loans?",
        "Which tasks are due by May, and who leads them?",
        "What did the mayor say is true?",
    ],
)
def test_what_asks_directly_stays(question: str) -> None:
    """A question that only looks like one of these frames is left alone."""
    assert written(question) == question


def test_conditions_are_asked_for_where_somebody_asks_whether_he_may() -> None:
    """What the asker says of himself goes, and what he wants stays."""
    assert conditions_asked("Do we qualify for the pilot if we have 15 people?") == (
        "what conditions must be met to apply for the pilot?"
    )
    assert conditions_asked("我们够不够格申请保税混矿试点？") == "申请保税混矿试点要符合什么条件？"
    assert conditions_asked("Who qualifies?") is None


@pytest.mark.parametrize(
    "question",
    [
        "Do we qualify for the Yuanqi ore blending pilot if we have 10 inspectors?",
        "Are we eligible for the Yuanqi ore blending pilot with 10 inspectors?",
        "What does it take to join the Yuanqi ore blending pilot?",
    ],
)
def test_who_asks_whether_he_qualifies_is_told_the_conditions(question: str, blending: Assistant) -> None:
    """All conditions are given: which of them the asker meets is his to see."""
    answer = blending.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(words in answer.answer for words in ("满2年", "8000平方米", "不少于12人"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Are companies permitted to sell blended products at home in Yuanqi?", ["不得内销"]),
        ("I was told blended products may be sold at home in Yuanqi. Is that so?", ["不得内销"]),
        ("When would a company lose its pilot status in Yuanqi?", ["擅自内销", "连续6个月", "库存不符"]),
        ("What is the most one company can get in Yuanqi each year?", ["300万元"]),
        ("Who reviews applications in Yuanqi and within how many working days?", ["市商务局", "20个工作日"]),
        ("How long are the Yuanqi measures in force, and from what date?", ["有效期3年", "2023年10月1日"]),
    ],
)
def test_roundabout_questions_are_answered(question: str, words: list[str], blending: Assistant) -> None:
    """Asked in a roundabout way or several things at once, a question has the answer of the direct one."""
    answer = blending.answer(question).answer
    assert all(word in answer for word in words), answer


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("What has to be done in Yuanqi by the end of October?", ["软管"]),
        ("Which tasks in Yuanqi are due in the fourth quarter?", ["快速路", "冷链", "软管", "学校"]),
        ("沅栖市12月15日前要完成哪些任务？", ["快速路", "软管", "学校"]),
        ("What is due before 15 December in Yuanqi?", ["快速路", "软管", "学校"]),
        ("Which tasks on the Q3 2023 Yuanqi inspection list does the commerce bureau lead?", ["学校"]),
    ],
)
def test_a_month_is_of_the_year_of_the_city_s_papers(question: str, rows: list[str], blending: Assistant) -> None:
    """A month without a year is one of the year in which the city issued its papers, a day in front of which something
    is due counts, and the time in a paper's name bounds no rows."""
    tasks = [task.task for task in blending.answer(question).tasks]
    assert len(tasks) == len(rows), tasks
    assert all(any(row in task for task in tasks) for row in rows)
