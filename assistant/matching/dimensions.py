"""What a question calls the number that it asks for: its topic without the words that no sentence need repeat."""

from __future__ import annotations

import re

from assistant.language.years import WORDS
from assistant.matching.relevance import Relevance
from assistant.questions.asking import FIGURES
from assistant.questions.question import Question

# What a question calls the number that it asks for; the sentence that gives the number need not say so.
DIMENSIONS = frozenset(
    (
        "规模",
        "水平",
        "数量",
        "总量",
        "总额",
        "金额",
        "数额",
        "数目",
        "总数",
        "目标",
        "指标",
        "程度",
        "幅度",
        "体量",
        "比例",
        "占比",
        "上限",
        "下限",
        "限额",
        "封顶",
        *("volume", "value", "amount", "figure", "number", "scale", "size", "target", "targets", "goal", "goals"),
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BOUND = frozenset(("实际", "计划", "累计"))
# That the number is a bound: 审核时间不能低于多少, 补助顶多多少. A sentence says it in other words (一般不少于).
_BOUNDED = re.compile("不(?:能|得|可以?|许|准)?(低于|高于|少于|多于|超过)")
BOUNDS = frozenset(("至少", "至多", "最多", "最少", "顶多", "起码", "不能", "不得", "不可"))


def told_of(question: Question, relevance: Relevance, *, of_any_year: bool = False) -> Relevance:
    """The topic without what a number is called (规模) and without years that are meant (去年), where one is asked for;
    with `of_any_year` without those by number, too."""
    if not question.asks & FIGURES:
        return relevance
    years = {term.word for term in relevance.terms if of_any_year and _YEAR.fullmatch(term.word)}
    return relevance.without(DIMENSIONS | BOUNDS | WORDS | years | frozenset(_BOUNDED.findall(question.text)))


def without_years(question: Question, relevance: Relevance) -> Relevance:
    """`told_of` without years and words such as 实际, which bind the sentence (requirements.py), for a number."""
    told = told_of(question, relevance, of_any_year=True)
    return told.without(_BOUND) if question.asks & FIGURES else told
