"""Answers from digests that open each speech by the name and post of its speaker: what somebody said, who said it, who
spoke at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.reading import quoted
from assistant.answers.whole_sections import LONGEST_ANSWER
from assistant.language.counting import counted
from assistant.language.posts import asks_person
from assistant.language.sentences import Sentence, sentences_of
from assistant.language.speaker_attribution import LabelledSpeech, digest_speeches, labelled_speeches, reported_speeches
from assistant.matching.heads import head_of
from assistant.matching.library_cache import KeptWith
from assistant.matching.ranking import Found
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import OPEN_ASKS, Question
from assistant.wording.findings import Draft, Evidence, Statement, evidence_of_passage
from corpus.types import Span
from corpus.units import same_unit
from index.library import Library

AS_MUCH = 0.6
"""What a speaker said answers a question on a subject when it is at least this good beside what anybody said."""
LOOKED_INTO = 10
"""How many of the best sentences may lead to the digest."""
LEAST_POST = 3
"""Characters of a post that tells who is meant: 副市长, 市委常委."""

# What somebody is in a unit, behind its name: 市文化和旅游局副局长.
_TITLE = re.compile(
    "(?:党[组委]书记|党组成员)?(?:党[组委])?(?:(?:常务)?副|总|第一)?(?:[局厅部委处科]长|主任|书记|主席|行长|关长|经济师|工程师)$"
)
_HEAD_OF = re.compile(r"(?P<unit>[\u4e00-\u9fff]{2,12}[局委厅部办])的?(?:常务)?(?:副)?(?:[局厅部处]长|主任|书记)")
# 莲塘区区长, 云垄镇党委书记: the head of a place, whose speech is that of 莲塘区委副书记、区长.
_HEAD_OF_PLACE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}[市县区州镇乡旗])的?(?:党委|区委|县委|市委)?(?P<post>(?:常务)?副?(?:[市县区州镇乡旗]长|书记))"
)
_SPEECHES = re.compile("发言|讲话|提了?问|发布会|(?<![a-z])(?:speech|speak|spoke|remarks)", re.IGNORECASE)
_REPORTERS = ("记者", "主播", "网友", "提问", "问")
_ASKED_OF_REPORTERS = re.compile(
    "记者|媒体|提问|(?<![a-z])(?:reporters?|journalists?|media|asked)(?![a-z])", re.IGNORECASE
)
_HOW_MANY = re.compile("几[个位名家]|多少|哪些人|哪几|(?<![a-z])how many", re.IGNORECASE)
_SAID = re.compile(
    "讲|说|提|解释|回应|回答|介绍|谈|建议|主张|强调|表示|要求|发言"
    "|(?<![a-z])(?:say|said|propose[sd]?|suggest|stress|explain|answer|ask(?:ed)? for|point)",
    re.IGNORECASE,
)
_PROPOSES = re.compile("建议|要|应当?|必须|希望|同时")
_ASKED_TO_PROPOSE = re.compile("建议|主张|提议|提出|(?<![a-z])(?:propose|suggest|recommend)", re.IGNORECASE)
_POST = re.compile("职务|身份|什么人|(?<![a-z])(?:post|position)", re.IGNORECASE)

LEAST_POINTS = 2
# What a speaker counts off; the first point may stand behind what announces them: 我强调三点：第一，….
_POINT = re.compile(
    "(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|再者|最后|另外)(?![一二三四五六七八九十次批轮个季])"
)
_FIRST_POINT = re.compile("[：:]\\s*(?:一是|第一[，、]|首先|1[.．、])")


def _read(library: Library, document_id: str) -> tuple[LabelledSpeech, ...]:
    return labelled_speeches(library.document(document_id), lambda: library.sections(document_id))


def _read_reports(library: Library, document_id: str) -> tuple[LabelledSpeech, ...]:
    document = library.document(document_id)
    return digest_speeches(document, library.sections(document_id)) or reported_speeches(document)


_speeches = KeptWith(_read, most=1024)
_reports = KeptWith(_read_reports, most=1024)


def answer_labelled(
    question: Question,
    ranked: Sequence[Found],
    library: Library,
    read: Callable[[Sequence[Found]], Draft | None],
) -> Draft | None:
    """What the speaker said whom the question names, who said its words, or who spoke; None where no digest of the
    kind is meant. `ranked` are the sentences on the topic, best first; `read` answers from some of them."""
    for document_id in dict.fromkeys(one.sentence.passage.document_id for one in ranked[:LOOKED_INTO]):
        speeches = _speeches(library, document_id)
        named = [one for one in speeches if _names(question.text, one)] or _of_unit(question, speeches)
        if len({one.speaker.name for one in named}) == 1 and _SAID.search(question.text):
            if _POST.search(question.text[question.opening :]):
                return _post(question, named[0], document_id)
            if Ask.LIST in question.asks and not _on_a_subject(question, named[0], document_id, library):
                points = _points(question, named, document_id, library)
                if points is not None:
                    return points
            own = [one for one in ranked if _spoken_in(one, named, document_id)]
            about = None
            if own and own[0].score >= AS_MUCH * ranked[0].score and not _ASKED_TO_PROPOSE.search(question.text):
                about = read(own)
            if about is not None and about.statements[0].text.startswith(named[0].speaker.name):
                return about  # it begins with the name
            if about is not None:
                return replace(about, statements=(_opening(question, named[0], document_id), *about.statements))
            return _what_was_said(question, named[:1], document_id, library)
        if not speeches and question.asks <= OPEN_ASKS and _SAID.search(question.text):
            named = [one for one in _reports(library, document_id) if _names(question.text, one)]
            if len({one.speaker.name for one in named}) == 1 and not _on_a_subject(
                question, named[0], document_id, library
            ):
                return _what_was_said(question, named, document_id, library)
        if speeches and _SPEECHES.search(question.text) and _HOW_MANY.search(question.text):
            asking = [one for one in speeches if one.speaker.name.endswith(_REPORTERS)]
            wanted = (
                asking if _ASKED_OF_REPORTERS.search(question.text) else [one for one in speeches if one not in asking]
            )
            return _everybody(question, wanted, document_id) if wanted else None
    if ranked and (Ask.SPEAKER in question.asks or (asks_person(question.text) and not question.record_asks)):
        return _who_said(question, ranked, library)
    return None


def _names(text: str, speech: LabelledSpeech) -> bool:
    """Whether a question names the speaker, or a post that is his: 副市长 is no 市长."""
    posts = (post for post in re.split("[、，,；;兼 ]", speech.speaker.post or "") if len(post) >= LEAST_POST)
    return speech.speaker.name in text or any(post in text for post in posts)


def _of_unit(question: Question, speeches: Sequence[LabelledSpeech]) -> list[LabelledSpeech]:
    """The speeches of those whose post is in a unit that the question names: 文旅局局长 where its deputy head spoke,
    whose post the answer tells."""
    names = [name for bound in question.units if not bound.excluded for name in bound.names]
    for holder in _HEAD_OF.finditer(question.text, question.opening):
        names += [holder["unit"][at:] for at in range(len(holder["unit"]) - 2)]  # as no row of the collection names it
    heads = list(_HEAD_OF_PLACE.finditer(question.text, question.opening))
    if any(_is_head(one, head) for one in speeches for head in heads):
        return [one for one in speeches if any(_is_head(one, head) for head in heads)]
    return [
        one
        for one in speeches
        if any(same_unit(_TITLE.sub("", post), name) for post in (one.speaker.post or "").split("、") for name in names)
    ]


def _is_head(speech: LabelledSpeech, asked: re.Match[str]) -> bool:
    """Whether a speaker is the head of the place that a question names: 莲塘区委副书记、区长 is the 莲塘区区长."""
    post = speech.speaker.post or ""
    places = (asked["place"][at:] for at in range(len(asked["place"]) - 2))  # 汀桥莲塘区: the paper's place before it
    held = re.search(f"(?<!副){asked['post']}", post)
    return held is not None and any(place in post for place in places)


def _who_said(question: Question, ranked: Sequence[Found], library: Library) -> Draft | None:
    passage, span = ranked[0].sentence.passage, ranked[0].sentence.span
    speeches = _speeches(library, passage.document_id)
    if speeches and span.start < speeches[0].span.start:
        # The head of the record names the meeting and who is there, and nobody says it.
        said = [one.sentence for one in ranked[:LOOKED_INTO] if _spoken_in(one, speeches, passage.document_id)]
        passage, span = (said[0].passage, said[0].span) if said else (passage, span)
    speech = next((one for one in speeches if _within(span, one.span)), None)
    if speech is None:
        return None
    if speech.speaker.name.endswith(_REPORTERS) and not _ASKED_OF_REPORTERS.search(question.text):
        # What a reporter asks about is said by whoever answers.
        later = [one for one in speeches if one.span.start > span.start and not one.speaker.name.endswith(_REPORTERS)]
        reply = [one.sentence for one in ranked if later and _spoken_in(one, later[:1], passage.document_id)]
        if not reply:
            return None
        speech, passage, span = later[0], reply[0].passage, reply[0].span
    who = speech.speaker
    text = f"这是{who.shown}讲的。" if question.language == "zh" else f"The speaker is {who.shown}."
    evidence = (Evidence(passage.document_id, who.span, passage.section), evidence_of_passage(passage, span))
    return Draft(
        "answered",
        (Statement(text, evidence, tuple(filter(None, (who.name, who.post)))),),
        confidence=min(1.0, ranked[0].topical),
    )


def _on_a_subject(question: Question, speech: LabelledSpeech, document_id: str, library: Library) -> bool:
    """Whether a question for what somebody said names more than the speaker and the document."""
    topic = _SAID.sub(" ", question.topic.replace(speech.speaker.name, " ").replace(speech.speaker.post or " ", " "))
    telling = Relevance(topic, library).within(head_of(library.document(document_id)))
    return any(len(term.word) > 1 for term in telling.terms)


def _what_was_said(
    question: Question, speeches: Sequence[LabelledSpeech], document_id: str, library: Library
) -> Draft | None:
    """What is said in speeches of one speaker, as far as a person reads at once."""
    who = speeches[0].speaker
    document = library.document(document_id)
    said = [
        sentence
        for sentence in sentences_of(library.passages(document_id), document.text)
        if any(_within(sentence.span, one.span) for one in speeches)
    ]
    proposals = [one for one in said if _PROPOSES.search(one.text)] if _ASKED_TO_PROPOSE.search(question.text) else []
    chosen = _first(proposals or said)
    if not chosen:
        return None
    if chosen[0].span.start <= who.span.start or who.name in chosen[0].text:
        return Draft("answered", tuple(quoted(chosen, question)))  # it begins with the name
    return Draft("answered", (_opening(question, speeches[0], document_id), *quoted(chosen, question)))


def _points(question: Question, speeches: Sequence[LabelledSpeech], document_id: str, library: Library) -> Draft | None:
    """The points that one speaker counts off (一是…二是…), as far as a person reads at once; None where he counts off
    none, or another number of them than the question says."""
    document = library.document(document_id)
    said = [
        sentence
        for sentence in sentences_of(library.passages(document_id), document.text)
        if any(_within(sentence.span, one.span) for one in speeches)
    ]
    points = [one for one in said if _POINT.match(one.text) or _FIRST_POINT.search(one.text)]
    if len(points) < LEAST_POINTS or counted(question.text[question.opening :]) not in (None, len(points)):
        return None
    return Draft("answered", (_opening(question, speeches[0], document_id), *quoted(_first(points), question)))


def _opening(question: Question, speech: LabelledSpeech, document_id: str) -> Statement:
    who = speech.speaker
    label = f"{who.shown}：" if question.language == "zh" else f"{who.shown}:"
    return Statement(label, (Evidence(document_id, who.span),), tuple(filter(None, (who.name, who.post))))


def _post(question: Question, speech: LabelledSpeech, document_id: str) -> Draft | None:
    """Which post a speaker holds; None where the document does not say."""
    who = speech.speaker
    if not who.post:
        return None
    text = f"{who.name}：{who.post}。" if question.language == "zh" else f"{who.name}: {who.post}."
    return Draft("answered", (Statement(text, (Evidence(document_id, who.span),), (who.name, who.post)),))


def _spoken_in(found: Found, speeches: Sequence[LabelledSpeech], document_id: str) -> bool:
    sentence = found.sentence
    return sentence.passage.document_id == document_id and any(_within(sentence.span, one.span) for one in speeches)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _first(said: Sequence[Sentence]) -> list[Sentence]:
    """As many sentences as a person reads at once."""
    chosen: list[Sentence] = []
    for sentence in said:
        if chosen and sum(len(one.text) for one in chosen) + len(sentence.text) > LONGEST_ANSWER:
            break
        chosen.append(sentence)
    return chosen


def _everybody(question: Question, speeches: Sequence[LabelledSpeech], document_id: str) -> Draft:
    """Everybody who takes the word, each once."""
    zh = question.language == "zh"
    speakers = list({one.speaker.name: one.speaker for one in speeches}.values())
    media = speakers[0].name.endswith(_REPORTERS)
    counted = f"共{len(speakers)}{'家媒体的记者' if media else '位发言人'}："
    statements = [Statement(counted if zh else f"{len(speakers)} {'reporters' if media else 'speakers'}:")]
    for number, who in enumerate(speakers, start=1):
        statements.append(
            Statement(
                f"{number}. {who.shown}", (Evidence(document_id, who.span),), tuple(filter(None, (who.name, who.post)))
            )
        )
    return Draft("answered", tuple(statements))
