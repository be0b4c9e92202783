"""What is asked of a paper in English: its day, issuers, force and predecessor, asked directly or not; of papers that
are not held nothing is told."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.colloquial import written
from tests.assistant.conftest import Over

_POLICY = """瑶浔市商务局 瑶浔市财政局关于印发《瑶浔市促进二手车出口若干措施》的通知

瑶商发〔2024〕62号

各县（市、区）商务、财政部门：

现将《瑶浔市促进二手车出口若干措施》印发给你们，请遵照执行。

2024年6月28日

瑶浔市促进二手车出口若干措施

一、对年度二手车出口达到500辆的企业，给予20万元一次性奖励。

二、本措施所称二手车出口企业，是指注册地在本市、取得二手车出口许可的企业。

三、本措施自2024年8月1日起施行，有效期至2027年7月31日。原《瑶浔市二手车出口试点扶持办法》（瑶商发〔2021〕35号）同时废止。
"""

_EXPERTS = """沐浔市2025年涉外知识产权工作要点

一、组建涉外专家库，专利代理师不少于20人。（责任单位：市司法局；完成时限：4月底）

二、发布年度白皮书中英文版。（责任单位：市中级人民法院；完成时限：4月26日前）

沐浔市市场监管局
2025年2月18日
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """A policy and a list of tasks."""
    return over({"policy.txt": _POLICY, "experts.txt": _EXPERTS})


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("Who are the signatories of the used car policy?", "who issued the used car policy?"),
        ("Whose seal is under the notice?", "who issued the notice?"),
        ("What date is on the used car policy?", "on what date was the used car policy issued?"),
        ("Which date does the notice bear?", "on what date was the notice issued?"),
        ("How long is the used car policy good for?", "how long is the used car policy in force?"),
        ("When does the scheme run out?", "when does the scheme expire?"),
        ("Does the policy replace an earlier one?", "which earlier document did the policy replace?"),
        ("What does Yaoxun understand by a used car exporter?", "what is meant by a used car exporter in Yaoxun?"),
        ("How much does Yaoxun pay for each used car?", "how much is the subsidy in Yaoxun for each used car?"),
        ("How much does a company pay for a permit?", "How much does a company pay for a permit?"),
    ],
)
def test_it_is_asked_directly(spoken: str, meant: str) -> None:
    """What a place pays is a grant, what a company pays none."""
    assert written(spoken) == meant


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When was the Yaoxun used car policy issued?", "28 June 2024"),
        ("What date is on the Yaoxun used car policy?", "28 June 2024"),
        ("Who are the signatories of the Yaoxun used car policy?", "瑶浔市财政局"),
        ("How long is the Yaoxun used car policy good for?", "2027年7月31日"),
        ("Does the Yaoxun used car policy replace an earlier one?", "瑶商发〔2021〕35号"),
        ("What does Yaoxun understand by a used car exporter?", "取得二手车出口许可"),
        ("From when does the Yaoxun used car policy apply?", "2024年8月1日"),
    ],
)
def test_a_paper_named_by_words(question: str, words: str, papers: Assistant) -> None:
    """The words between "when was" and "issued" tell which paper is meant."""
    assert words in papers.answer(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "城市轨道交通运营办法是哪天发布的？",
        "When was the Hangzhou metro plan issued?",
        "What is the document number of the Hangzhou metro plan?",
        "Who issued the Shanghai air quality plan and when?",
    ],
)
def test_of_a_paper_that_is_not_held_nothing_is_told(question: str, papers: Assistant) -> None:
    """The day and the number of the nearest paper are another's, as is the deadline of a task."""
    assert papers.answer(question).status == "not_found"
