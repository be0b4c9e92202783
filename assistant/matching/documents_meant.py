"""Which document a question means whose name it does not give: "青岛海洋人工智能大模型方案", "Jinan's AI action plan".

What is asked is compared with what each document says of itself (title, issuer, first lines, the places it is of), then
with what kind of document it is, then with all that it sets down: the plan on marine AI speaks of the sea throughout,
the plan on AI once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice

from assistant.matching.heads import heads_of
from assistant.matching.relevance import Relevance
from assistant.matching.selecting import reached
from assistant.questions.question import Question
from corpus.types import TaskRecord
from index.library import Library

DESCRIBED = 0.4
"""A topic describes a document when this share of it stands in the document's head."""
TIED = 0.03
"""Documents whose heads hold this nearly the same share are told apart by what else they say."""
THROUGHOUT = 0.03
"""Documents that speak of the topic throughout this nearly equally are all meant."""
ROUNDING = 1e-4
"""More than what the order of sums in single precision changes in a share."""

_KINDS = (
    ("方案|计划|规划|纲要", r"plans?|programmes?|programs?|schemes?|roadmaps?"),
    ("政策|措施|意见", r"policy|policies|measures|opinions?|incentives?"),
    ("细则|办法|规定|条例|规则|制度", r"rules?|regulations?|provisions"),
    ("通知|通报|公告|通告", r"notices?|circulars?"),
    ("批复|复函|答复|函", r"repl(?:y|ies)|letters?"),
    ("报告|纪要|摘登|讲话", r"reports?|minutes|speech(?:es)?"),
)
_NAMED_KIND = tuple(
    re.compile(rf"(?:{chinese})(?!清单|局|部|委|厅|中心)|(?<![A-Za-z])(?:{english})(?![A-Za-z])", re.I)
    for chinese, english in _KINDS
)
_OWN_KIND = tuple(
    re.compile(
        rf"(?:制定|制订|编制|提出|出台|形成|作出)[^，。；《》]{{0,12}}?(?:{chinese})|《[^《》]*(?:{chinese})》的(?:通知|决定)"
        rf"|^[^，。；《》]*(?:{chinese})(?:[\s（(]|$)",
        re.MULTILINE,
    )
    for chinese, _ in _KINDS
)


def documents_meant(
    question: Question, relevance: Relevance, records: Sequence[TaskRecord], library: Library
) -> set[str]:
    """Of the documents that the records are in, those that the topic describes best; all of them where it describes
    none in particular."""
    names = sorted({record.document_id for record in records})
    if len(names) < 2 or not relevance.terms:
        return set(names)
    heads = heads_of(names, library)
    # The words of a head are looked at for their meaning only where that may make it one of the best.
    least, most = relevance.bounds_of([heads[name] for name in names])
    enough = max(least) - TIED - ROUNDING
    able = [name for name, share in zip(names, most, strict=True) if share >= enough]
    shares = relevance.shares_of([heads[name] for name in able])
    best = max(shares)
    if best < DESCRIBED:
        return set(names)
    likely = [name for name, share in zip(able, shares, strict=True) if share >= best - TIED]
    of_kind = [name for name in likely if _is_of_kind(question.text, heads[name])]
    likely = of_kind or likely
    if len(likely) < 2:
        return set(likely)
    return _speaking_throughout(relevance, likely, library)


def _is_of_kind(text: str, head: str) -> bool:
    """Whether a document's head says that it is of a kind that the question names: a plan, measures, rules."""
    return any(named.search(text) and own.search(head) for named, own in zip(_NAMED_KIND, _OWN_KIND, strict=True))


def _speaking_throughout(relevance: Relevance, document_ids: Sequence[str], library: Library) -> set[str]:
    """The documents whose tasks speak of the topic, on the average, nearly as much as those of any of them."""
    tasks = {
        name: [f"{record.task} {' '.join(record.section)}" for record in library.records([name])]
        for name in document_ids
    }
    least, most = (_means(tasks, shares) for shares in relevance.bounds_of(_all(tasks)))
    enough = max(least.values()) - THROUGHOUT - ROUNDING
    able = {name: texts for name, texts in tasks.items() if most[name] >= enough}
    shares = _means(able, relevance.shares_of(_all(able)))
    enough = max(shares.values()) - THROUGHOUT
    return {name for name, share in shares.items() if share >= enough}


def _all(tasks: Mapping[str, Sequence[str]]) -> list[str]:
    return list(chain.from_iterable(tasks.values()))


def _means(tasks: Mapping[str, Sequence[str]], shares: Sequence[float]) -> dict[str, float]:
    """For each document the mean of its tasks' shares, which come in order."""
    each = iter(shares)
    return {name: sum(islice(each, len(held))) / len(held) for name, held in tasks.items()}


LONGEST_PLACE = 6
"""Characters of a place's name, with which the title or the issuer of its papers begins."""


def documents_named(
    question: Question, relevance: Relevance, found: Callable[[], Sequence[str]], library: Library
) -> frozenset[str]:
    """The documents of the place that is all that a question says beside units: 柘川 in "柘川网信办要干什么" tells
    whose paper is meant. Empty where it says more. `found` are those that search proposes."""
    place = question.topic.strip()
    if not (question.units and relevance.terms and len(place) <= LONGEST_PLACE) or question.document_ids:
        return frozenset()
    possible = {record.document_id for record in reached(question, library)}
    heads = heads_of(possible.union(found()), library)
    about = {name: library.summary(name) for name in heads}
    return frozenset(
        name
        for name, one in about.items()
        if any(named.startswith(place) for named in (one.title, *one.issuers))
        and not relevance.within(heads[name]).terms
    )
