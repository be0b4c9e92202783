"""Whether a time that a question names bounds deadlines, or says which document or which state of things is meant.

"2021年底前要完成的" is about deadlines. The year of "2004年的国务院工作规则" or "到2026年的行动计划"
tells which document is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.periods import Period

_YEAR_ALONE = re.compile(
    r"(?:截至|截止到?|到|至|(?<![A-Za-z])(?:in|of|from|to|until|till|through|for|since|during)(?: the)?"
    r"(?: year)?)?\s*"
    r"(?:19|20)\d\d\s*年?度?",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"[今本明]年度?|(?<![A-Za-z])(?:in |for )?(?:this|next) year(?![A-Za-z])", re.IGNORECASE)
# What is said of tasks that are due, in closed lists of verbs and nouns.
_DUE = re.compile(
    r"完成|办结|办妥|办理完|到期|截止|截至|期满|交账|交差|交卷|落地|见效|收尾|收官|结束|时限|期限|节点|搞定|拿下|最[迟晚]|赶在|底"
    r"|(?:办|做|干|弄|搞|建)(?:好|完|成|定|掉)|[之以]?[前内](?=[，。？?、要须应得能有由都的]|$)"
    r"|(?<![A-Za-z])(?:due|deadlines?|finish(?:ed|es)?|complet(?:e|ed|es|ion)|done|deliver(?:ed|s)?|accomplish(?:ed)?"
    r"|wrap(?:ped)? up|expir(?:e|es|y)|before|by|no later than|end of|fall(?:s|ing)?|ready|over)(?![A-Za-z])",
    re.IGNORECASE,
)

# 完成时限是2025年9月底前的: that very deadline, and nothing that is due sooner.
_IN_COLUMN = re.compile(
    r"(?:时限|时间|期限|日期|节点)(?:那?一?[栏列])?(?:里面?|中|上)?(?:均|都)?"
    r"(?:是|为|定为|(?:写|填|标|列|定)的?(?:是|着|为|成)?|[:：])\s*[“\"]?$"
    r"|(?<![a-z])(?:(?:carry|carries|carrying|bears?|bearing|shows?) (?:the |a )?(?:deadline|due date|date)s?(?: of)?"
    r"|(?:deadline|due date)s? (?:is|are|reads?|says?|of|marked(?: as)?|given as|:))\s*(?:the )?[“\"]?$",
    re.IGNORECASE,
)


def printed_deadline(text: str, period: Period) -> Period | None:
    """A time until some day as the very deadline that tasks have, where `text` gives it as what stands in their
    column; None where it bounds them."""
    if period.start is not None or period.end is None or not _IN_COLUMN.search(text[: period.span.start]):
        return None
    return replace(period, start=period.end)


def bounds_deadlines(text: str, period: Period, *, of_units: bool) -> bool:
    """Whether `period`, which `text` names, is when something is to be done by. A whole year without a word of being
    due, said of what the question names otherwise, is not; this year (今年) is where tasks `of_units` are asked for."""
    if _THIS_YEAR.fullmatch(period.text.strip()):
        return of_units or bool(_DUE.search(text))
    if not _YEAR_ALONE.fullmatch(period.text.strip()):
        return True
    return bool(_DUE.search(text))
