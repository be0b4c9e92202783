"""The headline indicators of a place, as its report tells them: reached where what was reached is asked for, aimed at
where a target is, and both, told apart by their own words, where a question leaves it open."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.answers.merging import merged
from assistant.answers.reading import quoted
from assistant.language.indicators import Indicator, asks_amount, asks_change, asks_goal, indicators_asked, left_over
from assistant.language.sentences import Sentence, sentences_of
from assistant.language.tokens import is_place, locality_of, words_of
from assistant.language.years import asked_years, asks_past, looks_back, named_years, names_year, spoken_years
from assistant.matching.heads import heads_of
from assistant.matching.jurisdictions import localities_asked, place_words
from assistant.matching.requirements import Requirements
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.compose import not_stated, nothing_found
from assistant.wording.findings import Draft
from corpus.localities import localities
from corpus.types import Document
from index.library import Library

MOST_PAPERS = 3
"""What more papers than these tell is no question about one of them."""
_GOAL = re.compile("目标|力争|争取|预期|计划|确保")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_NUMBERED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)年?")
_FIGURES = frozenset({Ask.QUANTITY, Ask.BUDGET, Ask.CONTENT, Ask.COUNT, Ask.CONFIRMATION})
_SOMEWHERE = re.compile("[\u4e00-\u9fff]{2,5}[区县市镇乡旗]")


def answer_indicators(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """The sentences that state the indicators a question asks for, place by place where it names several, or that they
    are stated of no such year or place; None where it asks for anything else, or a paper that could tell does not state
    all of them. `proposed` gives the documents that search proposes."""
    asked = _asked(question)
    if not asked:
        return None
    known = place_words(question, library)
    left = left_over(question.text, known)
    places = localities_asked(question) | {place for place in known if place in question.text}
    papers = [] if left and not _SOMEWHERE.fullmatch(left) else _papers(question, places, proposed, library)
    documents = [library.document(name) for name in papers]
    if left:
        nowhere = bool(documents) and not any(left in one.text for one in documents)
        return _not_stated(question) if nowhere else None
    several = _in_order(question)
    if len(several) < 2:
        return _of_one_place(question, asked, documents, library, placed=bool(places))
    heads = heads_of(papers, library)
    there = [[one for one in documents if place in heads[one.id]] for place in several]
    each = [_of_one_place(question, asked, some, library, placed=True) for some in there]
    if not any(draft and draft.status == "answered" for draft in each):
        return None
    unstated = Draft("not_found", (not_stated([Ask.QUANTITY], question.language),), ("quantity",))
    return merged([draft or unstated for draft in each], list(several.values()), question)


def _in_order(question: Question) -> dict[str, str]:
    """The provinces and cities that a question names, in its order, each with the words that name it there."""
    return {place: word.text for word in words_of(question.text) if is_place(word) and (place := locality_of(word))}


def _of_one_place(
    question: Question, asked: Sequence[Indicator], documents: Sequence[Document], library: Library, *, placed: bool
) -> Draft | None:
    """What these documents state of the indicators, or that they do so of other years only; `placed` where a place is
    named."""
    as_figure = replace(question, asks=frozenset({Ask.QUANTITY}))
    told = [told for one in documents if (told := _told(as_figure, asked, one, library))]
    bound = placed or bool(question.document_ids)
    if bound and not told and _NUMBERED_YEAR.search(question.text):
        whenever = replace(as_figure, text=_NUMBERED_YEAR.sub("", question.text))
        reports = [one for one in documents if looks_back(one, 0) or named_years(one.metadata.title)]
        return _not_stated(question) if any(_told(whenever, asked, one, library) for one in reports) else None
    if not 0 < len(told) <= (MOST_PAPERS if bound else 1):
        return None
    return Draft("answered", tuple(quoted([sentence for one in told for sentence in one], question)), confidence=1.0)


def asks_indicators(question: Question, library: Library) -> bool:
    """Whether several indicators are all that a question asks for: it is asked as a whole before its parts."""
    return len(_asked(question)) > 1 and not left_over(question.text, place_words(question, library))


def _asked(question: Question) -> tuple[Indicator, ...]:
    """The indicators whose figures a question asks for."""
    asked = indicators_asked(question.text) if question.asks and not question.units else ()
    # GDP和财政收入各是多少 compares nothing.
    return asked if question.asks <= (_FIGURES | {Ask.COMPARISON} if len(asked) > 1 else _FIGURES) else ()


def _not_stated(question: Question) -> Draft:
    return Draft("not_found", (nothing_found(question.topic, [Ask.QUANTITY], question.language),))


def _papers(
    question: Question, places: Collection[str], proposed: Callable[[], Sequence[str]], library: Library
) -> Sequence[str]:
    """The documents that may tell: those that are named or that the conversation is about, those of the place, else all
    that search proposes."""
    if not places and not question.document_ids and question.last_cited:
        return list(dict.fromkeys(name for name, _ in question.last_cited))
    heads = heads_of(sorted(question.document_ids) or proposed(), library)
    there = [name for name, head in heads.items() if not places or any(place in head for place in places)]
    titles = {name: library.summary(name).title for name in there}
    titled = [name for name in there if any(place in titles[name] for place in places)]
    return titled or [name for name in there if not (places and localities(titles[name]))]


def _told(question: Question, asked: Sequence[Indicator], document: Document, library: Library) -> list[Sentence]:
    """The sentences of a document that state these indicators, each once; none where one of them is not stated."""
    naming = [
        passage
        for passage in library.passages(document.id)
        if any(indicator.written.search(passage.text) for indicator in asked)
    ]
    stating = list(sentences_of(naming, document.text))
    chosen: list[Sentence] = []
    for indicator in asked:
        found = _of_one(question, indicator, stating, document)
        if not found:
            return []
        chosen += [one for one in found if one not in chosen]
    return chosen


def _of_one(
    question: Question, indicator: Indicator, stating: Sequence[Sentence], document: Document
) -> list[Sentence]:
    """What states an indicator: as it is aimed at, as it was reached, or first the one and then the other."""
    text = question.text
    able = [
        one
        for one in stating
        if (named := indicator.stated(one.text, change=asks_change(text), amount=asks_amount(text)))
        and _of_the_year(question, one, named, document)
    ]
    reached = [one for one in able if not _is_goal(one, document)]
    aimed = [one for one in able if one not in reached]
    if asks_goal(text):
        return aimed[:1]
    if asks_past(text):
        return reached[:1]
    return [*reached[:1], *aimed[:1]][: 1 if names_year(text) else 2]


def _is_goal(sentence: Sentence, document: Document) -> bool:
    """Whether a sentence tells what is aimed at: in the words of its printed sentence or where a report does not look
    back."""
    back = looks_back(document, sentence.span.start)
    return bool(_GOAL.search(sentence.opening + sentence.text)) if back is None else not back


def _of_the_year(question: Question, sentence: Sentence, named: re.Match[str], document: Document) -> bool:
    """Whether a sentence tells an indicator, whose name is `named` there, of the year that is asked for: the last one
    before the name, else that of the part of a report."""
    asked = asked_years(question.text, document)
    if not names_year(question.text):
        return True
    if years := _YEAR.findall(sentence.text[: named.start()]):
        return years[-1] in asked
    if looks_back(document, sentence.span.start) is None:
        headings = " ".join(sentence.passage.section)
        return Requirements.of(question).met(sentence.text, headings, document, sentence.span.start)
    return not spoken_years("", "", document, sentence.span.start).isdisjoint(asked)
