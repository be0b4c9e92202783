"""Answers about who gave a speech, and who spoke at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from assistant.language.posts import posts_named
from assistant.language.speaker_attribution import giver, occasion, speaker_before, tells
from assistant.matching.heads import MOST_TEXTS
from assistant.matching.ranking import Found
from assistant.matching.relevance import Candidate, Relevance
from assistant.questions.naming import QUOTED
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.findings import Draft, Evidence, Statement, evidence_of_passage
from corpus.types import Document, Section, Span
from index.library import Library

LEAST_WRITTEN = 4
"""A question that has so many characters of one title in a row, and fewer of any other, names that speech."""
TITLED = 0.7
"""A question names a speech by its title when the title speaks of this share of the topic."""
SPOKEN = 0.85
"""The words of a speech tell the speaker where they answer nearly as well as the best sentence of all."""
QUOTED_AT_LEAST = 4
"""Fewer characters are a word that anybody may say."""
_POST_OR_SUBJECT = re.compile(
    "职务|职位|身份|什么官|讲的是(?:哪|什么)|讲的?(?:哪(?:一)?(?:块|方面)|什么(?:主题|题目))|(?:发言|讲话|讲|谈|汇报)的?(?:题目|主题|标题)"
    "|(?<![a-z])(?:post|position|subject|topic|title|(?:speak|talk|spoke|talked|speech) (?:about|on))"
    "(?= *(?:[?？.]|$|of|at|in|did|does|was|is))",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    "哪些|哪几|几[位名]|[几多少]个?人|都有谁|有谁|分别是谁|各是谁|名单"
    "|(?<![a-z])(?:all|everyone|everybody|how many)(?![a-z])|speakers|officials",
    re.IGNORECASE,
)
# What is named beside those who spoke: the meeting, and how they are to be told.
_THE_MEETING = re.compile(
    "大会|会议|推进会|现场会|座谈会|[会人位名个]|同志|领导|干部|代表|发言|讲话|谁|单位|职务|分别|一共|总共|上|都|里|中|在|的|有|各"
    r"|(?<![a-z])(?:the|meeting|conference|people|persons?|officials?|leaders?|they|speakers?|spoke|how|many)(?![a-z])|\s",
    re.IGNORECASE,
)


def answer_spoken(question: Question, ranked: Sequence[Found], library: Library, relevance: Relevance) -> Draft | None:
    """Who spoke: all of them where the question asks for several, else whose words or title it gives; `ranked` are
    the sentences on its topic, best first. None where none of them belongs to a speech."""
    if _EVERYBODY.search(question.text, question.opening):
        best = next((one.sentence.passage.document_id for one in ranked if one.sentence.passage.speaker), None)
        everybody = best and _everybody(question, library.document(best), library.sections(best))
        if everybody:
            return everybody
    return _speaker(question, _quoting(question, ranked), library.document, library.sections, relevance)


def answer_everybody(question: Question, near: Sequence[str], library: Library) -> Draft | None:
    """All who spoke at the meeting, where the question names no more than that: of the documents `near` it, the nearest
    first, the first that reports speeches, else the only one that does. None where it names something that was said,
    or several report speeches and none is near."""
    if _THE_MEETING.sub("", question.topic):
        return None
    everywhere = [one.id for one in library.documents()]
    for among in (near, everywhere if len(everywhere) <= MOST_TEXTS else ()):
        each = (_everybody(question, library.document(name), library.sections(name)) for name in among)
        reported = [one for one in each if one is not None]
        if reported and (among is near or len(reported) == 1):
            return reported[0]
    return None


def _quoting(question: Question, ranked: Sequence[Found]) -> Sequence[Found]:
    """The sentences that hold what the question quotes, word for word, where some do; else all of them."""
    quotes = [
        _plain(next(filter(None, match.groups()))) for match in QUOTED.finditer(question.text[question.opening :])
    ]
    quotes = [quote for quote in quotes if len(quote) >= QUOTED_AT_LEAST]
    if not quotes:
        return ranked
    return [one for one in ranked if any(quote in _plain(one.sentence.text) for quote in quotes)] or ranked


def _plain(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _everybody(question: Question, document: Document, outline: Sequence[Section]) -> Draft | None:
    """Everybody who spoke at the conference that a document reports, in order; None where nobody did."""
    speeches = _speeches(outline)
    if len({speaker for _, speaker, _ in speeches}) < 2:
        return None
    zh = question.language == "zh"
    statements = [Statement(f"共{len(speeches)}位发言人：" if zh else f"{len(speeches)} speakers:")]
    for number, (section, speaker, heading) in enumerate(speeches, start=1):
        span = _line_of_name(document.text, heading, speaker) or heading
        text = f"{number}. {speaker}{'：' if zh else ': '}{section.path[0]}"
        statements.append(Statement(text, (Evidence(document.id, span, section.path),)))
    return Draft("answered", tuple(statements))


def _speeches(outline: Sequence[Section]) -> list[tuple[Section, str, Span]]:
    """The sections of the first level that are speeches, each with its speaker and its heading."""
    return [
        (section, section.speaker, section.heading)
        for section in outline
        if section.speaker and section.heading and section.level == 1
    ]


def _speaker(
    question: Question,
    ranked: Sequence[Found],
    document: Callable[[str], Document],
    outline: Callable[[str], Sequence[Section]],
    relevance: Relevance,
) -> Draft | None:
    """Who gave the speech that the question names by its title, else the one that the best sentence with a speaker
    belongs to, with the words that show it."""
    titled = _speech_titled(question.text, ranked, outline, relevance)
    if titled is not None and len({speaker for _, speaker, _ in _speeches(outline(titled[0]))}) > 1:
        return _spoken(titled[1], document(titled[0]), question.language)
    whole = _alone(ranked, document, outline, question.language)
    if whole is not None:
        return whole
    near = [one.sentence for one in ranked if one.score >= SPOKEN * ranked[0].score]
    spoke = [sentence for sentence in near if sentence.passage.speaker]
    if not spoke:
        return None
    posts = [re.compile(rf"(?<!副){re.escape(post)}") for post in posts_named(question.text)]
    holders = [one for one in spoke if any(post.search(one.passage.speaker or "") for post in posts)]
    if posts and not holders:
        told = document(spoke[0].passage.document_id)
        return _speaker_with(posts, told, outline(told.id), question.language)
    best = (holders or spoke)[0]
    spoken = best.passage
    section = next(
        (one for one in outline(spoken.document_id) if one.speaker == spoken.speaker and one.heading is not None), None
    )
    evidence = [evidence_of_passage(spoken, best.span)]
    heading = ""
    if section is not None and section.heading is not None:
        heading = section.path[-1]
        named = _line_of_name(document(spoken.document_id).text, section.heading, spoken.speaker or "")
        evidence.insert(0, Evidence(spoken.document_id, named or section.heading, section.path))
    if question.language == "zh":
        text = f"这是{spoken.speaker}在“{heading}”发言中讲的。" if heading else f"这是{spoken.speaker}讲的。"
    else:
        text = f"The speaker is {spoken.speaker}" + (f", in the speech “{heading}”." if heading else ".")
    return Draft("answered", (Statement(text, tuple(evidence)),), confidence=min(1.0, max(0.0, ranked[0].topical)))


def _alone(
    ranked: Sequence[Found],
    document: Callable[[str], Document],
    outline: Callable[[str], Sequence[Section]],
    language: Language,
) -> Draft | None:
    """Who said the best sentence where no line of a digest names its speaker: the last one whom minutes name, or who
    gave the speech that the document is, and on what occasion."""
    if not ranked:
        return None
    passage, span = ranked[0].sentence.passage, ranked[0].sentence.span
    source, sections = document(passage.document_id), outline(passage.document_id)
    if len({speaker for _, speaker, _ in _speeches(sections)}) > 1:
        return None
    said = evidence_of_passage(passage, span)
    sure = min(1.0, max(0.0, ranked[0].topical))
    within = next((one.span for one in sections if one.path == passage.section), Span(0, len(source.text)))
    last = speaker_before(source.text, span, within)
    if last is not None and not passage.speaker:
        told = Evidence(source.id, last.span, passage.section)
        text = f"这是{last.shown}讲的。" if language == "zh" else f"The speaker is {last.shown}."
        return Draft("answered", (Statement(text, (told, said), (last.name,)),), confidence=sure)
    given, when = giver(source), occasion(source)
    shown = passage.speaker or (given.shown if given else None)
    if shown is None or tells(ranked[0].sentence.text):
        return None
    name = re.split("[（(]", shown)[0]
    at = source.text.find(name)
    named = [span for span in (when, given.span if given else Span(at, at + len(name))) if span is not None]
    told = Evidence(source.id, Span(min(one.start for one in named), max(one.end for one in named)), ())
    occasion_words = re.sub(r"\s+", "", when.of(source.text)) if when else source.metadata.title
    text = (
        f"这是{shown}讲的（{occasion_words}）。" if language == "zh" else f"The speaker is {shown}: “{occasion_words}”."
    )
    return Draft("answered", (Statement(text, (told, said), (name,)),), confidence=sure)


def named_speaker(question: Question, ranked: Sequence[Found], library: Library) -> Draft | None:
    """What the speaker whom a question names spoke on, and in which post; None where it asks for neither."""
    if not _POST_OR_SUBJECT.search(question.text[question.opening :]):
        return None
    for one in ranked:
        passage = one.sentence.passage
        if passage.speaker and re.split("[（(]", passage.speaker)[0] in f"{question.text} {question.topic}":
            sections = library.sections(passage.document_id)
            section = next((each for each, who, _ in _speeches(sections) if who == passage.speaker), None)
            return _spoken(section, library.document(passage.document_id), question.language) if section else None
    return None


def _speaker_with(
    posts: Sequence[re.Pattern[str]], document: Document, outline: Sequence[Section], language: Language
) -> Draft | None:
    """Who of those that spoke holds the post that a question names, with the line that names the speaker."""
    for section in outline:
        if section.speaker and any(post.search(section.speaker) for post in posts):
            return _spoken(section, document, language)
    return None


def _speech_titled(
    asked: str, ranked: Sequence[Found], outline: Callable[[str], Sequence[Section]], relevance: Relevance
) -> tuple[str, Section] | None:
    """The document and the speech of whose title the question writes out the most, or whose title speaks of the topic
    as well as any sentence does, if there is one."""
    best = relevance.score(Candidate(ranked[0].sentence.text)).coverage if ranked else 0.0
    documents = dict.fromkeys(one.sentence.passage.document_id for one in ranked if one.sentence.passage.speaker)
    speeches = [
        (document_id, section) for document_id in documents for section, _, _ in _speeches(outline(document_id))
    ]
    written = [_longest_shared(asked, section.path[-1]) for _, section in speeches]
    if written and max(written) >= LEAST_WRITTEN and written.count(max(written)) == 1:
        return speeches[written.index(max(written))]
    scores = relevance.scores([Candidate(section.path[-1]) for _, section in speeches])
    shares = [score.coverage for score in scores]
    if not shares or max(shares) < max(TITLED, best):
        return None
    return speeches[shares.index(max(shares))]


def _longest_shared(asked: str, title: str) -> int:
    """The length of the longest piece of a title that a question has word for word."""
    return SequenceMatcher(None, asked, title, autojunk=False).find_longest_match().size


def _spoken(section: Section, document: Document, language: Language) -> Draft | None:
    """That somebody gave the speech that a section is, with the line that names the speaker."""
    if section.heading is None or section.speaker is None:
        return None
    span = _line_of_name(document.text, section.heading, section.speaker) or section.heading
    speech = section.path[-1]
    text = (
        f"{section.speaker}作了“{speech}”发言。"
        if language == "zh"
        else f"{section.speaker} gave the speech “{speech}”."
    )
    return Draft("answered", (Statement(text, (Evidence(document.id, span, section.path),)),))


def _line_of_name(text: str, heading: Span, speaker: str) -> Span | None:
    """The heading together with the line that names the speaker, which stands next to it."""
    name = re.split("[（(]", speaker)[0]
    start, end = max(0, heading.start - 60), heading.end + 60
    at = text.find(name, start, end)
    if not name or at < 0:
        return None
    return Span(min(at, heading.start), max(at + len(name), heading.end))
