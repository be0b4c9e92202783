"""Questions whether a unit has a part in one task, or whether a day is its last, put so that the task's fields answer.

是不是由商务局牵头 is answered by who leads, true or not; 是年底前完成吗 by the deadline as it is written.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.questions.asking import Ask
from assistant.questions.question import LISTS, OPEN_ASKS, Question
from assistant.questions.task_requests import HELPING, LEADING

_ASKS_WHETHER = re.compile(
    r"是不是|是否|有没有|对吗|对不对|还是|(?:吗|(?<![什怎这那多要])么)\s*[？?。！!]*\s*$|参不参[与加]|负不负责|牵不牵头"
    r"|^(?:is|are|does|do|was|were|will|should|must)(?![a-z])|(?<![a-z])whether(?![a-z])",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"{LEADING}|{HELPING}|负责|承担|责任单位|主管|实施|落实|[归由][^，。？?]{{0,16}}[管办抓]"
    r"|(?<![a-z])(?:leads?|leading|led|in charge|responsible|tak(?:e|es|ing) part|participat\w*|support\w*|assist\w*"
    r"|involved)(?![a-z])",
    re.IGNORECASE,
)
_DOES_IN_IT = re.compile(
    "(?:[里中上内]|这[项件]事|方面)(?:具体|主要|要|是|都|负责|扮演|承担)*(?:做|干|管|负责|承担|扮演|起)?(?:些|的是)?"
    "(?:什么|啥|哪些)(?:角色|工作|事情?|职责|作用)?\\s*[？?。]*\\s*$|(?:什么|啥)角色"
    r"|(?<![a-z])(?:what (?:does|is|must|should) .{0,80}(?<![a-z])(?:do|role|part|job)(?: in| on| for|\?|$)"
    r"|what (?:role|part)(?![a-z]))",
    re.IGNORECASE,
)
_DONE = re.compile(
    "完成|办结|建成|到位|落实|投(?:用|运|产)|开工|竣工|结束|做完|办好|到期|截止|为限|期限|时限|启用|上线|印发|出台"
    r"|(?<![a-z])(?:due|finish\w*|complet\w*|done|deadline|ready)(?![a-z])",
    re.IGNORECASE,
)


def fields_confirmed(question: Question) -> Question | None:
    """The question as one for the field that it asks to have confirmed: who is responsible, or by when. None where it
    asks nothing of the kind, or names no task."""
    own = question.text[question.opening :]
    if not question.topic or question.asks & LISTS or not question.asks <= OPEN_ASKS:
        return None
    whether = _ASKS_WHETHER.search(own)
    if question.units and ((whether and _PART.search(own)) or _DOES_IN_IT.search(own)):
        return replace(question, asks=frozenset({Ask.RESPONSIBLE}))
    if question.period and whether and _DONE.search(own):
        return replace(question, asks=frozenset({Ask.DEADLINE}))
    return None
