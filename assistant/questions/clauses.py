"""Questions that ask several things of different kinds: one question for each, so that none is passed over in silence.

"拿一等奖的是哪项成果，奖金发了多少" asks for a name and for an amount; a sentence that holds the one rarely holds the
other. Who, with whom and by when belong to one task and stay together, as do number, issuer and date of a document, and
the figures of several years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from assistant.language.money import asks_who_pays
from assistant.language.particular_words import particular_asked
from assistant.language.validity import asks_replaced, without_validity
from assistant.language.years import asks_aim, asks_past, names_year, without_year_asked
from assistant.questions.asking import FIGURES, METADATA_FIELDS, RECORD_FIELDS, Ask
from assistant.questions.fields_named import names_only_target
from assistant.questions.question import OPEN_ASKS, Question, asks_for_records
from assistant.questions.relative_clauses import SIGN, without_relatives

MOST_PARTS = 3


_Kind = Literal["task", "document", "passage"]

_BREAK = re.compile(
    r"[，,；;？?。]\s*(?:and|but)?\s*|、(?=(?:由|归)?(?:谁|哪|何时|什么时候|怎么|多少|几))"
    r"|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"
    r"|\s+and\s+(?=(?:(?:then|also|if so|so)[ ,]+)?(?:(?:within|in|by|from|to|at|on|under|with|for|of|until"
    r"|till|up to|over|through|after"
    r"|before|against|per|since) )?(?:who|whom|whose|what|when|where|how|which|why)(?![A-Za-z])"
    r"|(?:is|are|does)(?![A-Za-z])|(?:can|may|must|do|did|will|has|have|was|were|could|should|would) (?:it"
    r"|they|that|this|these|those"
    r"|he|she|we|i|you|one|the|an?|there|any)(?![A-Za-z]))",
    re.IGNORECASE,
)
_QUOTED = re.compile('“[^“”]*”|《[^《》]*》|「[^「」]*」|"[^"]*"')
_INTERROGATIVE = re.compile(
    r"多少|(?<![那这前近后头好十数])几|什么|啥|谁|哪|怎|如何|何|多[大高长久快远]|是否|有没有|能不能|可不可以"
    r"|能否|可否|(?P<whether>[要用收交给管包])不(?P=whether)|[吗嘛呢么](?=[？?，。\s]|$)|[了过]?没有?(?=[？?]|$)"
    r"|(?<![A-Za-z])(?:who|whom|whose|what|when|where|how|which|why|is|are|was|were|does|do|did|can"
    r"|will)(?![A-Za-z])",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"多少|(?<![那这前近后头好十数])几(?!乎|代)|谁|何时|什么(?:时候|处分|处罚)|哪(?:一)?[天年月日个家位]"
    r"|多[大高长久快远]"
)
# 文末是怎么标的 beside another question asks the same again.
_SAYS_IT = re.compile(
    "(?:文件|原文|文[末中尾里]|末尾|结尾|文后|落款|上面|里面|附件|方案|通知)*(?:里面?|中|上)?(?:都|又"
    "|具体)?是?(?:怎么|怎样|如何|咋)"
    "(?:写|标|注|说|表述|规定|载|讲)(?:明|注)?[着了]?的?[？?。]?"
)
_OF_A_TASK = re.compile("领导|责任人|负责人|联系人")


def asking_parts(question: Question, understand: Callable[[str], Question]) -> tuple[Question, ...]:
    """The questions that a question consists of, in order, each understood and complete; empty where it is one.

    A later part is asked in the context of what the first one names, as a follow-up would be.
    """
    if question.demands or question.items or question.annexes:
        return ()
    if asks_for_records(question):
        return ()
    clauses = _clauses(question.text)
    if len(clauses) < 2:
        return ()
    asking = [
        not clause.startswith(SIGN) and bool(_INTERROGATIVE.search(clause))  # where goods are gathered asks nothing
        for clause in _clauses(without_relatives(question.text))
    ]
    if sum(asking) < 2:
        return ()  # most questions: nothing needs to be understood again
    parts: list[tuple[str, _Kind]] = []
    context = ""
    somebody = False
    for clause, asks in zip(clauses, asking, strict=True):
        if parts and _SAYS_IT.fullmatch(clause):
            continue
        heard = understand(clause)
        # Who somebody is and what he is called (那位是什么职务，叫啥) is one thing.
        open_asks = OPEN_ASKS | {Ask.TITLE} if somebody else OPEN_ASKS
        somebody = somebody or bool(heard.asks & {Ask.SPEAKER, Ask.PERSON})
        if not asks or (heard.asks <= open_asks and parts and not heard.topic):
            # Without a question of its own it goes with the next clause that has one, or with the last.
            if parts:
                parts[-1] = (f"{parts[-1][0]}，{clause}", parts[-1][1])
            else:
                context = f"{context}{clause}，"
            continue
        kind = "passage" if particular_asked(clause) else _kind(heard)  # of its own: 技术来自哪家公司
        if asks_replaced(clause):
            parts.append((context + clause, kind))
            context = ""
            continue
        if parts and parts[-1][1] == "document" and heard.asks == {Ask.DEADLINE} and not heard.topic:
            kind = "document"  # 是谁发的、哪天: the day of issue
        if parts and (_of_years(parts[-1][0], clause, heard) or parts[-1][1] == kind != "passage"):
            parts[-1] = (f"{parts[-1][0]}，{clause}", kind)
        else:
            parts.append((context + clause, kind))
        context = ""
    if not 2 <= len(parts) <= MOST_PARTS:
        return ()
    first = understand(f"{question.where}{parts[0][0]}")
    about = without_validity(first.topic)
    if first.asks <= FIGURES:  # whose figures they are: 城管局受理了多少件？解决率多少
        whose = "".join(bound.words for bound in first.units if bound.words not in about and not bound.excluded)
        about = f"{whose}{about}"
    if not (about or question.where):
        return ()
    colon = "：" if question.language == "zh" else ": "
    of_any_year = without_year_asked(about)

    def later(text: str) -> Question:
        named = of_any_year if names_year(text) and of_any_year else about
        return understand(f"{f'“{named}”{colon}' if named else question.where}{text}")

    others = [later(text) for text, _ in parts[1:]]
    return tuple(replace(one, language=question.language) for one in (first, *others))


def _of_years(before: str, clause: str, heard: Question) -> bool:
    """Whether two clauses ask for the figures of two years, which are answered together; what is aimed at for one and
    what was reached in the other (今年目标多少，去年完成多少) stand far apart."""
    if Ask.QUANTITY not in heard.asks or not (names_year(clause) and names_year(before)):
        return False
    past, aims = [asks_past(one) for one in (before, clause)], [asks_aim(one) for one in (before, clause)]
    return not ((past[0] and aims[1]) or (aims[0] and past[1]))


def _clauses(text: str) -> list[str]:
    """The clauses of a question; quotations and titles are never cut."""
    hidden = _QUOTED.sub(lambda match: "□" * len(match.group()), text)
    ends = [match.span() for match in _BREAK.finditer(hidden)]
    ends = sorted([*ends, *_between_questions(hidden, ends)])
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [text[start:stop].strip() for start, stop in zip(starts, stops, strict=True) if text[start:stop].strip()]


def _between_questions(text: str, breaks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The enumeration commas that part one thing asked from the next: 产量冲到多少、面积要过多少; not those of a list
    that is asked about."""
    stops = [0, *(at for span in breaks for at in span), len(text)]
    found: list[tuple[int, int]] = []
    for start, end in zip(stops[::2], stops[1::2], strict=True):
        begin = start
        for comma in re.finditer("、", text[start:end]):
            at = start + comma.start()
            following = text.find("、", at + 1, end)
            after = text[at + 1 : following if following >= 0 else end]
            if _VALUE.search(text, begin, at) and _VALUE.search(after):
                found.append((at, at + 1))
                begin = at + 1
    return found


def _kind(question: Question) -> _Kind:
    """What a clause asks of: a document, a task, or passages."""
    if question.asks & (METADATA_FIELDS | {Ask.BASIS}):
        return "document"
    if Ask.RESPONSIBLE in question.asks and asks_who_pays(question.text):
        return "passage"  # no task has a field for it
    if question.asks == {Ask.PERSON} and _OF_A_TASK.search(question.text):
        return "task"
    if question.asks & (RECORD_FIELDS | {Ask.DESTINATION}) or (
        question.asks == {Ask.QUANTITY} and (not question.topic or names_only_target(question.topic))
    ):
        return "task"
    return "passage"
