"""Answers about a document itself: which one is meant; its number, issuer, dates, recipients, annexes, basis."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.answers.metadata_answers import told_by_head, told_by_metadata
from assistant.answers.reading import quoted
from assistant.language.sentences import sentences
from assistant.language.validity import says_in_force, says_replaced, without_replacing, without_validity
from assistant.matching.heads import head_of
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.asking import METADATA_FIELDS, Ask
from assistant.questions.question import Question
from assistant.wording.compose import nothing_found, which_document
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Document, Passage, Section
from index.library import Library
from index.terms import folded
from index.types import DocumentSummary

_BASIS = re.compile(r"(?:根据|依据|按照|遵照|为(?:贯彻)?(?:落实|贯彻))[^。]{0,30}《")
# The number of what a document rests on and not its own: 依据的是哪份函，编号多少.
_OF_THE_BASIS = re.compile(
    r"(?:根据|依据|按照|based on|basis)(?!.{0,60}(?:本身|自身|自己|本文件)).{0,60}(?:文号|编号|字号|多少号|number)",
    re.IGNORECASE,
)
# What a document says of itself: 本办法自…起施行, 《若干措施》…有效期到….
_OWN = re.compile(
    r"^[^，。；]{0,12}(?:本[^，。；]{1,12}|《[^《》]{2,60}》[^，。；]{0,16}[，]?)[^。；]{0,6}(?:自|有效期|从|试行期)"
)
ISSUES = re.compile("出台|发布|印发|公布|制[定订]|下发|颁布|推出")
"""By which a sentence says that a paper is to be issued."""
_AS_OF_A_TASK = {Ask.ISSUED: Ask.DEADLINE, Ask.ISSUER: Ask.RESPONSIBLE}
_OF_THE_HEAD = frozenset({Ask.ISSUED, Ask.ISSUER, Ask.DOCUMENT_NUMBER})
_ONLY_OF_DOCUMENTS = METADATA_FIELDS - _AS_OF_A_TASK.keys()
MOST_DOCUMENTS = 5
"""So many documents are told of one by one where a question does not say which it means."""
MEANT = 0.7
"""A question means a document when its head says this share of the topic."""
LEAST_NAMED = 0.36
"""A document is the one that is named when its head speaks of so much of its name: of 69 development questions the
least of those that are right is .37, of papers that are not held it is between .05 and .53."""
MEANT_AT_LEAST = 0.5
"""The same where the question also says what it asks of the document in words that no head has."""
# The number of a paper (国办发〔2018〕118号), and what a question says of it that tells no more.
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（(【]\d{4}[〕\]）)】]第?\d{1,5}号")
_OF_A_PAPER = re.compile(r"文件?$|公文|内容|名字|标题|(?<![a-z])(?:document|paper|notice)(?![a-z])", re.IGNORECASE)
_BRACKETS = re.compile(r"[^\w\u4e00-\u9fff]")
_OF_NUMBER = frozenset({Ask.TITLE, Ask.ISSUER, Ask.ISSUED})
_SENT_TO = re.compile(r"(?:抄\s*[送报]|[分印发主报]\s*送)(?=[\s：:]|[\u4e00-\u9fff]{2,}[、，])")
_COPIES = re.compile("抄送|抄报|分送|印送|cop(?:y|ied|ies)")


def about_document(question: Question, library: Library, found: Sequence[str]) -> Draft:
    """What the document that the question means says about itself; `found` are the documents of the passages that
    search proposes for the question, best first."""
    summaries = _possible(question, library)
    if not summaries:
        return Draft("not_found", (nothing_found(question.topic, sorted(question.asks), question.language),))
    if len(summaries) > 1 and question.asks <= METADATA_FIELDS and _names_none(question):
        return _of_each(question, library, summaries)
    document = library.document(_best(question, library, summaries, found))
    if question.asks <= _OF_THE_HEAD and _is_another(question, document, library):
        return Draft("not_found", (nothing_found(question.topic, sorted(question.asks), question.language),))
    if question.annexes and question.asks & {Ask.TITLE, Ask.LIST, Ask.COUNT}:
        listed = _annexes(question, document, library.sections(document.id))
        if listed is not None:
            return listed
    # Minutes go to nobody by name at their head, and to all who are named after the signature (分送：).
    if Ask.RECIPIENTS in question.asks and (_COPIES.search(question.text) or document.metadata.recipients is None):
        copies = _copies(question, document, library.passages(document.id))
        if copies is not None:
            return copies
    if Ask.BASIS in question.asks:
        based = _basis(question, document, library.passages(document.id))
        rest = (question.asks & METADATA_FIELDS) - (
            {Ask.DOCUMENT_NUMBER} if _OF_THE_BASIS.search(question.text) else set()
        )
        if based is not None and not rest:
            return based
        if based is not None:
            told = told_by_head(replace(question, asks=frozenset(rest)), document)
            return replace(
                told, statements=(*based.statements, *told.statements), status="partial" if told.missing else "answered"
            )
    return told_by_head(question, document)


def is_not_held(question: Question, library: Library, found: Sequence[str]) -> bool:
    """Whether the paper of which something is asked is none of the collection; `found` as for `about_document`."""
    summaries = _possible(question, library)
    if not summaries or not question.asks <= _OF_THE_HEAD:
        return False
    return _is_another(question, library.document(_best(question, library, summaries, found)), library)


def _is_another(question: Question, document: Document, library: Library) -> bool:
    """Whether the document that is nearest to what a question names is another one: what it says of itself speaks of
    little of that, or has nothing near the word that tells it most."""
    told = question.document_ids or question.inherited or question.leans or question.last_cited or question.annexes
    relevance = Relevance(question.topic, library)
    if told or not relevance.terms:
        return False
    head = Candidate(head_of(document))
    return relevance.score(head).coverage < LEAST_NAMED or relevance.strange(head)


def paper_of_number(question: Question, library: Library, proposed: Callable[[], Sequence[str]]) -> Draft | None:
    """Which paper has the number that is all that a question names (国函〔2018〕1号是什么): its title, issuer and day.

    Of one that is only cited its title, where a proposed document gives it; None where a question names more."""
    asked = _NUMBER.search(question.text)
    if asked is None or not question.asks <= {Ask.DEFINITION, Ask.TITLE, Ask.CONTENT}:
        return None
    if not _NUMBER.fullmatch("".join(_OF_A_PAPER.sub("", question.topic).split())):
        return None
    for name in sorted(question.document_ids - {""}):
        document = library.document(name)
        if _same_number(document.metadata.number or "", asked[0]):
            return told_by_metadata(replace(question, asks=_OF_NUMBER), document)
    for name in dict.fromkeys(proposed()):
        document = library.document(name)
        for reference in document.metadata.references:
            if reference.title and _same_number(reference.number or "", asked[0]):
                evidence = (Evidence(name, reference.span),)
                title = f"《{reference.title.strip('《》')}》"
                text = f"{asked[0]}是{title}。" if question.language == "zh" else f"{asked[0]} is {title}."
                return Draft("answered", (Statement(text, evidence),))
    return Draft("not_found", (nothing_found(question.topic, sorted(question.asks), question.language),))


def _same_number(printed: str, asked: str) -> bool:
    """Whether a paper's number is the one that is asked for, whatever its brackets and the words before it."""
    number = _BRACKETS.sub("", folded(printed))
    return bool(number) and _BRACKETS.sub("", folded(asked)).endswith(number)


def as_of_a_task(question: Question) -> Question | None:
    """The question when or by whom a paper is issued, read as one for a task that somebody has (优惠办法什么时候出台);
    None where it asks a document for something else, or names the document."""
    if question.document_ids or not question.asks & _AS_OF_A_TASK.keys() or question.asks & _ONLY_OF_DOCUMENTS:
        return None
    return replace(question, asks=frozenset(_AS_OF_A_TASK.get(ask, ask) for ask in question.asks))


def _names_none(question: Question) -> bool:
    """Whether a question about a document says nothing that could tell which: 哪个单位发的文."""
    told = question.topic or question.units or question.places or question.document_ids or question.strangers
    return not (told or question.period or question.annexes or question.items or question.inherited)


def _of_each(question: Question, library: Library, summaries: Sequence[DocumentSummary]) -> Draft:
    """What each of a few documents says of itself; of more, that the question has to say which one it means."""
    if len(summaries) > MOST_DOCUMENTS:
        return Draft("not_found", (which_document(len(summaries), question.language),), tuple(sorted(question.asks)))
    drafts = [told_by_metadata(question, library.document(one.id)) for one in summaries]
    told = [draft for draft in drafts if draft.status != "not_found"]
    if not told:
        return drafts[0]
    # What one document says and another does not is given; that the other does not would be said of no document.
    statements = [each for draft in told for each in draft.statements if each.evidence]
    return Draft("answered", tuple(statements))


def _possible(question: Question, library: Library) -> list[DocumentSummary]:
    """The documents that the question may mean; where it speaks of annexes, those that have any."""
    inside = question.document_ids
    summaries = [summary for summary in library.documents() if not inside or summary.id in inside]
    if not question.annexes:
        return summaries
    annexed = {name for name, outline, _ in library.outlines() if any(map(_is_annex, outline))}
    return [one for one in summaries if one.id in annexed] or summaries


def _best(question: Question, library: Library, summaries: Collection[DocumentSummary], found: Sequence[str]) -> str:
    """The document whose title speaks most of the topic; of equals, the one that search found first."""
    relevance = Relevance(question.topic, library)
    scores = relevance.scores([Candidate(summary.title) for summary in summaries])
    told = {summary.id: score.coverage for summary, score in zip(summaries, scores, strict=True)}
    # A reply says what it is about in its first lines, its title only whose proposal it answers.
    for name in told.keys() & set(found):
        told[name] = max(told[name], relevance.score(Candidate(head_of(library.document(name)))).coverage)
    rank = {name: place for place, name in reversed(list(enumerate(found)))}
    return max(told, key=lambda name: told[name] + 0.2 / (1 + rank.get(name, len(found))))


def _is_annex(section: Section) -> bool:
    """Whether a section is an annex (附件)."""
    return (section.number or "").startswith("附件") and section.heading is not None


def _annexes(question: Question, document: Document, outline: Sequence[Section]) -> Draft | None:
    """The annexes of a document by their titles; None where it has none."""
    annexes = [section for section in outline if _is_annex(section)]
    if not annexes:
        return None
    zh = question.language == "zh"
    opening = (
        f"《{document.metadata.title}》共有{len(annexes)}个附件："
        if zh
        else f"The document has {len(annexes)} annexes:"
    )
    statements = [Statement(opening)]
    for number, section in enumerate(annexes, start=1):
        if section.heading is not None:
            evidence = (Evidence(document.id, section.heading, section.path),)
            statements.append(Statement(f"{number}. {section.path[-1]}", evidence))
    return Draft("answered", tuple(statements))


def _copies(question: Question, document: Document, passages: Sequence[Passage]) -> Draft | None:
    """To whom copies go (抄送, 分送), which stands after the signature; None where the document does not say."""
    for passage in passages:
        for sentence in sentences(passage, document.text):
            if _SENT_TO.match(sentence.text):
                return Draft("answered", tuple(quoted([sentence], question)))
    return None


def _basis(question: Question, document: Document, passages: Sequence[Passage]) -> Draft | None:
    """What a document says it is based on: its first sentence of the kind 根据《…》（文号）精神; None without one."""
    for passage in passages:
        for sentence in sentences(passage, document.text):
            if _BASIS.search(sentence.text):
                return Draft("answered", tuple(quoted([sentence], question)))
    return None


def in_force(question: Question, library: Library, found: Sequence[str]) -> Draft | None:
    """From when and until when the document is in force that the question means, in the clause that says so; None where
    no document is meant or none says it. `found` are the documents that search proposes, best first."""
    relevance = Relevance(without_validity(question.topic), library)
    possible = question.document_ids or set(found)
    for name in dict.fromkeys((*found, *sorted(possible))):
        document = library.document(name)
        told = relevance.score(Candidate(head_of(document))).coverage if relevance.terms else 0.0
        if name not in possible or not (question.document_ids or told >= MEANT):
            continue
        for passage in reversed(library.passages(name)):
            for sentence in sentences(passage, document.text):
                if _OWN.search(sentence.text) and says_in_force(sentence.text):
                    return Draft("answered", tuple(quoted([sentence], question)))
    return None


def replaced(question: Question, library: Library, found: Sequence[str]) -> Draft | None:
    """Which paper the document that the question means puts out of force, in the clause that says so; None where no
    document is meant or none says it."""
    about = " ".join((without_validity(question.inherited), without_replacing(question.topic)))
    relevance = Relevance(about, library)
    if not (relevance.terms or question.document_ids):
        return None
    for name in dict.fromkeys((*found, *sorted(question.document_ids))):
        document = library.document(name)
        told = relevance.score(Candidate(head_of(document))).coverage if relevance.terms else 0.0
        if not (name in question.document_ids or told >= MEANT_AT_LEAST):
            continue
        for passage in reversed(library.passages(name)):
            for sentence in sentences(passage, document.text):
                if says_replaced(sentence.text) and "《" in sentence.text:
                    return Draft("answered", tuple(quoted([sentence], question)))
    return None
