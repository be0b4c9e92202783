"""What a paper sets out for its subject as a whole, asked for by the subject: 综试区的目标是什么, 示范区有哪些基本原则.

A plan has a heading for it (发展目标, 基本原则, 保障措施). Who asks for the aims of what the plan is about means what
stands there, and no sentence of some task that has the word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from assistant.answers.enumerations import heading_words
from assistant.answers.heading_contents import PAPERS
from assistant.answers.outline_parts import content_in_full
from assistant.language.numbering import unnumbered
from assistant.matching.relevance import Relevance
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from corpus.normalise import reading_view
from corpus.types import Section
from index.library import Library

LONGEST_HEADING = 12
"""A heading of more characters says something of its own."""
LONGEST_OPENING = 600
"""So many characters before the first heading say what a paper is about."""

_WHAT = (
    "(?:主要|具体|分别|都|又|到底|究竟)*(?:是|有|为|包括|定的是|写的是)?"
    "(?:什么|啥|哪些|哪几[个条项]|怎么[定说写提]的?|如何|怎样)"
)
_ADJECTIVE = "(?:总体|总的|主要|发展|工作|建设|具体|预期|奋斗|战略|核心|近期|远期|阶段性?)*"
# What may be asked for, and how its heading ends.
_KINDS = (
    (f"{_ADJECTIVE}目标(?:任务)?", "objectives?|goals?|aims?|targets?", re.compile("目标(?:任务|定位|要求)?$")),
    ("指导思想", "guiding (?:ideology|thought|idea)s?", re.compile("指导思想$")),
    ("(?:基本|工作|实施|遵循的?)*原则", "(?:basic |working |guiding )?principles?", re.compile("原则$")),
    ("总体要求", "(?:general|overall) requirements?", re.compile("总体要求$")),
    (
        "(?:组织|工作)?保障措施|组织(?:保障|实施)",
        "safeguards?|safeguard measures",
        re.compile("保障措施$|组织保障$|组织实施$|工作保障$"),
    ),
    ("适用范围", "scope of application", re.compile("适用范围$")),
)
_SETS = "(?:定|设|提|写|讲|说|明确|确定|有)(?:出|到|定)?了?(?:什么|啥|哪些|怎样|哪几[个条项])样?的?"
_IN_CHINESE = tuple(
    (
        re.compile(
            rf"^(?P<of>[^，。；？?]{{2,40}}?)(?:里面?|中)?(?:的?(?:{asked}){_WHAT}|{_SETS}(?:{asked}))[呢啊呀]?[？?。\s]*$"
        ),
        heading,
    )
    for asked, _, heading in _KINDS
)
_IN_ENGLISH = tuple(
    (
        re.compile(
            rf"^what(?: are| is|'s)(?: the)?(?: (?:overall|general|main|key|development|stated|strategic|basic))*"
            rf" (?:{asked})(?: (?:set|laid down|stated))?(?: out)? (?:of|for|in|by|behind) (?:the )?"
            r"(?P<of>[^,?]{3,80})[?\s]*$",
            re.IGNORECASE,
        ),
        heading,
    )
    for _, asked, heading in _KINDS
)


def answer_aims(question: Question, proposed: Callable[[], Sequence[str]], library: Library) -> Draft | None:
    """What stands under the heading for what is asked in the one paper whose subject the question names; None where it
    asks for nothing of the kind, names more than a subject, or no paper or several have such a heading."""
    own = question.text[question.opening :].strip()
    forms = ((asked.match(own), heading) for asked, heading in (*_IN_CHINESE, *_IN_ENGLISH))
    match, heading = next(((match, heading) for match, heading in forms if match is not None), (None, None))
    if match is None or heading is None:
        return None
    subject = Relevance(match["of"], library)
    if "" in question.document_ids or (not subject.terms and not question.document_ids):
        return None
    names = sorted(question.document_ids) or [
        name for name in islice(proposed(), PAPERS) if not subject.within(_before_headings(name, library)).terms
    ]
    headed = [(name, section) for name in names if (section := _headed(library.sections(name), heading))]
    if len(headed) != 1:
        return None
    name, section = headed[0]
    return content_in_full(question, section, library.document(name))


def _before_headings(name: str, library: Library) -> str:
    """The title of a document and what stands before its first heading, where papers say what they are about."""
    document, outline = library.document(name), library.sections(name)
    first = next((one.heading.start for one in outline if one.heading is not None and one.number), 0)
    return f"{document.metadata.title} {reading_view(document.text[:first][-LONGEST_OPENING:]).text}"


def _headed(outline: Sequence[Section], heading: re.Pattern[str]) -> Section | None:
    """The first section of the highest level whose short heading ends so."""
    named = [
        one
        for one in outline
        if one.heading is not None
        and len(words := unnumbered(heading_words(one)).rstrip("。：: ")) <= LONGEST_HEADING
        and heading.search(words)
    ]
    return min(named, key=lambda one: one.level, default=None)
