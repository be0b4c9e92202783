"""What a meeting decided: the part of its minutes that is headed 议定事项, in full, where a question asks for all; of
minutes without such a part the sentences that say 会议同意, 会议明确, 会议决定."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from assistant.answers.outline_parts import content_in_full
from assistant.language.numbering import unnumbered
from assistant.language.sentences import sentences_of
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import OPEN_ASKS, Question
from assistant.wording.findings import Draft, Statement, evidence_of_passage
from assistant.wording.gist import gist
from corpus.types import Document
from index.library import Library

PAPERS = 3
"""So many of the documents that search proposes are looked through."""
HEAD = 200
"""So many characters at the beginning of minutes say that they are minutes."""

_MEETING = "(?:会议?|[圆专常例座推现办协调度联席商题务会谈进场公]{1,4}会议?|会上|纪要)(?:上|里面?|中)?"
_DECIDES = "(?:议定|商定|决定|敲定|明确|确定|通过|达成|形成|拍板|定)"
_WHAT = "(?:哪些|哪几[项件条个]|什么|啥|几[件项条个]|多少[件项条个])"
_THINGS = "(?:主要|具体|重要)?的?(?:事项?|事情|决定|共识|意见|结论|内容|决议|事儿)?"
_ASKED = re.compile(
    rf"{_MEETING}(?:都|到底|究竟|最后|最终|一共|主要|是|对此)*{_DECIDES}(?:下来)?了?(?:的是)?{_WHAT}{_THINGS}"
    rf"|{_MEETING}?的?(?:议定|商定|决定|敲定)的?(?:事项?|内容|结论|决议)?(?:都|主要|具体|一共|分别)*(?:有|是|包括)?{_WHAT}{_THINGS}"
    rf"|{_MEETING}的?(?:议定事项|决定|决议|结论)(?:都|主要|具体|分别)*(?:有|是|包括)?(?:{_WHAT})?",
)
_ASKED_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:what|which)(?![a-z])"
    r"(?=[^?]*(?<![a-z])(?:meeting|minutes|roundtable|round table|conference|session)(?![a-z]))"
    r"[^?]*(?<![a-z])(?:decided?|agreed?|resolved?|settled?|concluded?|decisions?|resolutions?)(?![a-z])",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:这次|本次|此次|上次|那次|当时)?(?:的)?(?:专题|常务|工作|现场|协调|圆桌|座谈|推进|办公)?会议?(?:纪要)?|纪要|[的了里中上都有]"
    r"|(?<![a-z])(?:what|which|were|was|are|did|does|do|the|at|by|in|of|on|about|meeting|minutes|roundtable|conference|session|decided?|agreed?"
    r"|resolved?|settled?|concluded?|decisions?|resolutions?|made|taken|adopted|upon|it|they|a|special|to)(?![a-z])",
    re.IGNORECASE,
)
_MINUTES = re.compile("纪要")
_HEADED = re.compile(
    "^(?:关于)?(?:本次)?(?:会议)?(?:研究)?(?:议定|决定|商定|确定|审议)(?:的)?(?:主要)?(?:事项|内容|意见|问题)$"
)
_SAYS = re.compile(
    "会议?(?:原则)?(?:一致)?(?:同意|议定|决定|明确|确定|商定|要求|审议通过|强调)|^(?:原则)?同意|议定(?:如下|以下)"
)
_ANNOUNCES = re.compile("(?:如下|以下(?:事项|意见))[：:。；]?$")


def answer_decisions(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """What was decided at a meeting; None where a question asks for no such thing, for what was decided on something
    that the minutes do not name at their head, or no minutes are meant. `proposed` gives the documents that search
    proposes, best first."""
    if question.items or question.places or not question.asks <= OPEN_ASKS | {Ask.QUANTITY}:
        return None
    text = question.text
    asked = _ASKED.search(text, question.opening)
    if asked is None and not _ASKED_IN_ENGLISH.search(text, question.opening):
        return None
    # A place in Latin letters stands in the topic in Chinese.
    left = f"{text[: asked.start()]} {text[asked.end() :]}" if asked else question.topic
    rest = Relevance(_AROUND.sub(" ", left), library)
    named = sorted(question.document_ids - {""})
    if not (named or rest.terms):
        return None
    for name in named or islice(dict.fromkeys(proposed()), PAPERS):
        document = library.document(name)
        if not (_MINUTES.search(document.metadata.title) or _MINUTES.search(document.text[:HEAD])):
            continue
        if not named and rest.within(f"{document.text[:HEAD]} {document.metadata.title}").terms:
            continue
        headed = [
            one
            for one in library.sections(name)
            if one.heading is not None and one.path and _HEADED.match(_name(one.path[-1]))
        ]
        if len(headed) == 1:
            return content_in_full(question, headed[0], document)
        said = list(_said(document, library, question))
        if said:
            quotes = [(one.text.strip(), one.evidence[0]) for one in said]
            rendered = gist(quotes) if question.language == "en" else None
            return Draft("answered", (*said, rendered) if rendered else tuple(said))
    return None


def _said(document: Document, library: Library, question: Question) -> Iterator[Statement]:
    """The sentences that say what the meeting decided."""
    for sentence in sentences_of(library.passages(document.id), document.text):
        if _SAYS.search(sentence.text) and not _ANNOUNCES.search(sentence.text):
            quote = sentence.text if question.language == "zh" else f"“{sentence.text}”"
            yield Statement(f"\n{quote}", (evidence_of_passage(sentence.passage, sentence.span),))


def _name(heading: str) -> str:
    return "".join(unnumbered(heading).split()).rstrip("。：:")
