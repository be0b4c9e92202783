"""What a paper says as a whole, where a question names nothing but the paper: how the office behind it is reached (its
telephone numbers, addresses and who is to be asked for), and what follows where its rules are broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from assistant.answers.reading import quoted
from assistant.language.contacts_of import contact_of
from assistant.language.sentences import Sentence, sentences_of
from assistant.matching.needs import NEEDS, needed
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from index.library import Library

PAPERS = 2
"""So many of the documents that search proposes are looked through."""
MOST_CONTACTS = 4
"""A paper that gives more ways of reaching somebody has those of several offices."""
LONGEST_RULES = 1200
"""Characters of rules that are given at once."""

# What may be said beside a paper's name.
_SAID = "联系 office paper document rules regulation regulations measures plan notice circular announcement draft"
_ASKED_THERE = (
    "咨询 问题 事项 政策 申报 申请 业务 question questions query queries enquiry enquiries"
    " issue issues matter matters advice help policy application applications claim claims"
)
SPOKEN_OF = 0.75
"""A paper speaks of what somebody is to be asked about when its text holds so much of it."""
_COMPLAINS = re.compile("举报|投诉|监督电话|(?<![a-z])(?:complain|tip|whistle|report (?:fraud|abuse))", re.IGNORECASE)
_BREAKING = (
    "违规 违反 违法 违约 违纪 不遵守 不按规定 弄虚作假 骗取 骗补 造假 处罚 惩罚 后果 规定 企业 单位 行为 "
    "violation violations breach breaking breaks rules penalty penalties punished fined"
)
# What is threatened with, in a rule: …的，处…罚款. Not what an office did or must do.
_RULE = re.compile("的[，,][^。；]{0,40}|(?:情形|行为)之一")
_APPEALS = re.compile("不服|复议|诉讼|申诉")


def answer_contacts(
    question: Question, relevance: Relevance, proposed: Callable[[], Sequence[str]], library: Library
) -> Draft | None:
    """The clauses of the paper that tell how somebody is reached, in the way that is asked for; None where that is not
    all that is asked, the question names more than the paper, or the paper tells none or many. `proposed` gives the
    documents that search proposes, best first."""
    if question.asks != {Ask.CONTACT} or question.units:
        return None
    tells = needed(Ask.CONTACT, question.text)
    for name in _meant(question, relevance, proposed, library, _SAID):
        told = list({one.text: one for one in _clauses(name, library) if tells.search(one.text)}.values())
        if 0 < len(told) <= MOST_CONTACTS:
            return Draft("answered", tuple(quoted(told, question)))
    return None


def answer_all_contacts(
    question: Question, relevance: Relevance, proposed: Callable[[], Sequence[str]], library: Library
) -> Draft | None:
    """All clauses of the paper that search proposes first that tell how somebody is reached, where no sentence says who
    is to be asked of what is named and the paper speaks of that: 外贸险的事打哪个电话. None as for the others."""
    if question.asks != {Ask.CONTACT} or question.units or not relevance.terms:
        return None
    tells = needed(Ask.CONTACT, question.text)
    for name in sorted(question.document_ids - {""}) or islice(proposed(), 1):
        about = library.summary(name)
        own = relevance.within(f"{about.title} {about.issuer or ''} {_SAID} {_ASKED_THERE}")
        if len(own.terms) == len(relevance.terms):
            continue  # nothing of the question tells that it is this paper
        if own.terms and own.shares_of([library.document(name).text])[0] < SPOKEN_OF:
            continue
        complains = _COMPLAINS.search(question.text)
        clauses = (one for one in _clauses(name, library) if tells.search(one.text))
        if somebody := contact_of(question.text):
            # The number of an office is none of a firm's that the paper names.
            clauses = (one for one in clauses if somebody in one.text)
        told = list({one.text: one for one in clauses if complains or not _COMPLAINS.search(one.text)}.values())
        if 0 < len(told) <= MOST_CONTACTS + 2:
            return Draft("answered", tuple(quoted(told, question)))
    return None


def answer_penalties(
    question: Question, relevance: Relevance, proposed: Callable[[], Sequence[str]], library: Library
) -> Draft | None:
    """The rules of the paper that threaten with something, where the question names no one of them; None where that is
    not all that is asked, or the paper has none or more than can be read at once."""
    if question.asks != {Ask.PENALTY} or question.units:
        return None
    tells = NEEDS[Ask.PENALTY]
    for name in _meant(question, relevance, proposed, library, _BREAKING):
        told = [
            one
            for one in _clauses(name, library)
            if any(_RULE.search(said) and tells.search(said) for said in (one.text, one.opening))
            and not _APPEALS.search(one.text)
        ]
        if told and sum(len(one.text) for one in told) <= LONGEST_RULES:
            return Draft("answered", tuple(quoted(told, question)))
    return None


def _meant(
    question: Question, relevance: Relevance, proposed: Callable[[], Sequence[str]], library: Library, said: str
) -> Iterator[str]:
    """The papers of which a question names nothing but what they are called, beside what may be `said` so."""
    named = sorted(question.document_ids - {""})
    if not (relevance.terms or named):
        return
    for name in named or islice(proposed(), PAPERS):
        about = library.summary(name)
        if not relevance.within(f"{about.title} {about.issuer or ''} {said}").terms:
            yield name


def _clauses(document_id: str, library: Library) -> Iterator[Sentence]:
    """The clauses of a document, tables apart."""
    running = (passage for passage in library.passages(document_id) if passage.cell is None)
    return sentences_of(running, library.document(document_id).text)
