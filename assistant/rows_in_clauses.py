"""Rows of a table in one clause, and what a later clause asks of each of them (分别由谁牵头) or how many of them are of
one kind (自主创新的有几条): both are told, as the turns of a conversation would tell them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answers.rows_meant import answer_rows_meant
from assistant.joining import some_within
from assistant.questions.question import Question
from assistant.rows_spoken_of import asked_of_each
from assistant.wording.findings import Draft
from index.library import Library

BESIDE = 1
"""So many quotes of a list are no rows: its caption, or the names of its columns."""

_ASKS_FOR_ROWS = re.compile(
    r"几(?:[项个件条家种类处笔]|大类)|多少(?:[项个件条家种类处笔]|问题|项目|任务|举措|措施|事项)|哪[些几]|什么"
    r"|(?<![a-z])(?:how many|which|what)(?![a-z])",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    r"[，,；;。？?]\s*(?:以及|并且?|还有|那么?)?(?=[^，,；;。？?]{0,12}(?:分别|各自?(?=[是为有由给占要需多几怎什安获得投]|在?什么|在?哪)))"
    r"|(?:[,;?]|\s+and)\s+(?:and\s+)?(?=[^,;?]*(?<![a-z])(?:each|respectively)(?![a-z]))",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:[它他]们|这些[^，。；？?分各]{0,4})?(?:分别|各自?)"
    r"|(?<![a-z])(?:each(?: of (?:them|these|those))?|respectively)(?![a-z])",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(
    r"[，,；;。？?]\s*(?:这?其中)?(?:属于?|是)?(?P<some>[^，,；;。？?]{2,24}?)的(?:又|一共|总共|共|各)?[有占]?"
    r"(?:几|多少)[项个件条家种处笔]?(?=[？?。]?\s*$)"
    r"|[,;?]?\s+(?:and\s+)?how many (?:of (?:these|them|those|which)(?![a-z])|are(?![a-z]))",
    re.IGNORECASE,
)
# How many a list has, which its name stands before: 清单总共列了几条举措.
_COUNTED = re.compile(
    "[，,]?(?:里面?|中|上)?(?:一共|总共|共)?(?:列了?|有|写了?|提了?|包括|设了?|安排了?)*(?:几|多少)[项个件条家种](?P<noun>[\u4e00-\u9fff]{0,8})$"
)


def told_row_by_row(question: Question, library: Library, answer: Callable[[str], Draft]) -> Draft | None:
    """The rows that a clause asks for with what the next one asks of each, of which `answer` gives the first; None
    where no clause does, where these are no rows of one table, or no column of it is asked for."""
    clause = None if question.opening else _OF_EACH.search(question.text)
    if clause is None or not _ASKS_FOR_ROWS.search(first := question.text[: clause.start()]):
        return None
    rest = _EACH.sub("", question.text[clause.end() :], count=1).strip()
    listed = answer(f"{first}？" if question.language == "zh" else f"{first}?")
    if listed.status != "answered" or listed.tasks:
        return None  # of tasks the units and the days are told with them
    meant = asked_of_each(rest, listed, library)
    if meant is None:
        return None
    cells = answer_rows_meant(replace(question, rows=meant), library)
    if cells is None or cells.status == "not_found":
        return None
    opening = listed.statements[0]
    alone = len(cells.statements) == len(meant.rows)
    told = [
        replace(one, text=f"\n{f'{number}. ' if alone else ''}{one.text.lstrip()}")
        for number, one in enumerate(cells.statements, start=1)
    ]
    return replace(cells, statements=(opening, *told), total=listed.total, confidence=listed.confidence)


def told_with_all(question: Question, some: Draft, answer: Callable[[str], Draft]) -> Draft | None:
    """All rows that the first clause asks for before `some` of them, which the last clause counts, as the whole
    question or that clause alone is answered; None where it counts none of these."""
    clause = None if question.opening else _OF_A_KIND.search(question.text)
    if clause is None or not _ASKS_FOR_ROWS.search(first := question.text[: clause.start()]):
        return None
    every = answer(f"{first}？" if question.language == "zh" else f"{first}?")
    if every.status != "answered":
        return None
    named = clause["some"]
    if named:
        told = some_within(every, some, named, question.language)
        if told is None:
            counted = _COUNTED.search(first)
            paper, noun = (first[: counted.start()], counted["noun"]) if counted else (first, "")
            some = some if _part_of(some, every) else answer(f"{paper}{named}的{noun}有几个？")
            told = some_within(every, some, named, question.language)
        if told is not None:
            return told
    if not _part_of(some, every):
        return None
    opening, *rest = some.statements
    return replace(
        every,
        statements=(*every.statements, replace(opening, text=f"\n{opening.text.lstrip()}"), *rest),
        confidence=min(every.confidence, some.confidence),
    )


def _part_of(some: Draft, every: Draft) -> bool:
    """Whether the rows that one answer rests on are some of those of the other, and not all of them."""
    if some.status == "not_found":
        return False
    held = [
        place for place in some.places if any(place[0] == one[0] and place[1].overlaps(one[1]) for one in every.places)
    ]
    return bool(held) and len(some.places) - len(held) <= BESIDE and len(held) + BESIDE < len(every.places)
