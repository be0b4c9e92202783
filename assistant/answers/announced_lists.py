"""The list whose announcement a question writes out, but for the number: 重点做好哪几方面工作 of 重点做好以下工作：."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from assistant.answers.enumerations import Series, series_of
from assistant.answers.outline_answers import DOCUMENTS, Enumeration, answer_enumeration
from assistant.language.counting import counted
from assistant.language.listed_things import counts_things
from assistant.matching.heads import head_of
from assistant.matching.library_cache import KeptWith
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import LISTS, OPEN_ASKS, Question
from assistant.wording.findings import Draft
from index.library import Library

LEAST_WRITTEN = 6
"""So many characters of what announces a list are written out where it is meant."""

# What tells how many they are, asks for them or only says that they follow.
_NUMBER = (
    "(?:(?:哪|这|那)?(?:几|多少|[两一二三四五六七八九十]{1,3}|\\d{1,2})(?:个方面|方面|大类|[个项大件条类种点步家对]|(?=方面))"
    "|哪[些几]|什么|以下|下列|如下)的?(?:几?(?:个|项)?方面的?)?"
)
_ASIDE = re.compile(
    f"{_NUMBER}|主要|具体|分别|都|又|的|[了着有是为：:，,。；;！!？?、\\s“”\"'《》〈〉（）()]|包括|呢|吗|啊|请问|一共|总共|共"
)
# What kind of paper it is need not stand in its title: 眉山的政府工作报告.
_PAPER = re.compile(
    "政府工作报告|(?:工作)?报告|文件|方案|通知|意见|办法|规[划定]|计划|纪要|批复|[复来]?函|答复|通报|公告|细则"
)
_CLAUSES, _SENTENCES = re.compile("[，,；;]"), re.compile("[。！？\n]")


def answer_announced(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """The items of the list whose announcement the question writes out, beside nothing but what names the paper; None
    where it writes out none, or knows another number of them."""
    own = question.text[question.opening :]
    counts = Ask.QUANTITY in question.asks and counts_things(own)
    if not question.asks <= OPEN_ASKS | {Ask.QUANTITY} or not (question.asks & LISTS or counts):
        return None
    asked, number = _core(own), counted(own)
    if "" in question.document_ids or len(asked) < LEAST_WRITTEN:
        return None
    for document_id in islice(sorted(question.document_ids) or proposed(), DOCUMENTS):
        for words, series in _announced(library, document_id):
            if words not in asked or number not in (None, len(series.items)):
                continue
            rest = Relevance(_PAPER.sub(" ", asked.replace(words, " ")), library)
            named = bool(question.document_ids or rest.terms)
            if not named or rest.within(f"{head_of(library.document(document_id))} {series.label}").terms:
                continue
            listed = Enumeration(document_id, series.section, series.items, 1.0, series.label, series.label_span)
            return answer_enumeration(question, listed)
    return None


def _core(text: str) -> str:
    """What a text says beside numbers, marks and what asks."""
    return _ASIDE.sub("", text)


def _read(library: Library, document_id: str) -> tuple[tuple[str, Series], ...]:
    every = series_of(library.document(document_id), library.sections(document_id))
    told = ((_core(words), one) for one in every if one.label_span for words in _announcements(one))
    long = sorted(((words, one) for words, one in told if len(words) >= LEAST_WRITTEN), key=lambda pair: -len(pair[0]))
    return tuple(long)


def _announcements(series: Series) -> Iterator[str]:
    """The last clause of what announces a list, and of what stands under its heading before the first item."""
    yield _CLAUSES.split(series.label.rstrip("：:。"))[-1]
    if series.intro.endswith(("：", ":")):
        yield _CLAUSES.split(_SENTENCES.split(series.intro[:-1])[-1])[-1]


_announced = KeptWith(_read, most=256)
"""The lists of a document with what announces each, numbers and marks apart; the longest announcement first."""
