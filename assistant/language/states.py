"""How far a matter has come, as people ask for it (还没完成的, "overdue") and as tables print it (整改中, 已销号)."""

from __future__ import annotations

import re
from enum import Enum


class State(Enum):
    """How far a matter has come; OPEN is all but DONE."""

    DONE = "done"
    OPEN = "open"
    DOING = "doing"
    WAITING = "waiting"
    LATE = "late"


_END = (
    "(?:完成|办结|办完|做完|完结|结办|整改到位|整改完|改完|销号|落实|到位|完工|竣工|建成|解决|达标|投用|上线|兑现|关闭)"
)
_START = "(?:启动|开工|动工|开始|开建|动)"
_LATE = "(?:滞后|逾期|超期|拖后|拖延|延误|落后|超时)"
_NOT = "(?:没有?|未|尚未|还没有?|还未|仍未|并未)"
_DONE = "(?:completed?|done|finished|resolved|rectified|closed)"
# In this order: 未完成 has 完成 in it.
_ASKED: tuple[tuple[State, re.Pattern[str]], ...] = (
    (State.LATE, re.compile(rf"{_LATE}|(?<![a-z])(?:overdue|delayed|late|behind schedule)(?![a-z])", re.IGNORECASE)),
    (
        State.WAITING,
        re.compile(rf"{_NOT}{_START}|(?<![a-z])not (?:yet )?(?:been )?(?:started|begun)(?![a-z])", re.IGNORECASE),
    ),
    (
        State.OPEN,
        re.compile(
            rf"{_NOT}(?:全部|按期|按时|真正)?(?:整改)?{_END}"
            rf"|(?<![a-z])(?:not (?:yet )?(?:been )?{_DONE}|unfinished|unresolved|outstanding|still open)(?![a-z])",
            re.IGNORECASE,
        ),
    ),
    (
        State.DOING,
        re.compile(
            r"(?:正在|还在|仍在)(?:整改|推进|办理|实施|落实|建设|进行|办|改)|(?:整改|推进|办理|实施|进行|建设)(?:当)?中的?"
            r"|(?<![a-z])(?:in progress|under ?way|ongoing|being (?:rectified|implemented))(?![a-z])",
            re.IGNORECASE,
        ),
    ),
    (
        State.DONE,
        re.compile(
            rf"已经?(?:全部|按期|按时)?(?:整改)?{_END}|{_END}了(?!多少|几|什么|哪|吗|没)"
            rf"|(?<![a-z])(?:have|has|are|is|been|already)(?: already)?(?: been)? {_DONE}(?![a-z])",
            re.IGNORECASE,
        ),
    ),
)
_PRINTED: tuple[tuple[State, re.Pattern[str]], ...] = (
    (State.LATE, re.compile(rf"{_LATE}|延期|缓慢|红灯|红牌|overdue|delayed|late", re.IGNORECASE)),
    (State.WAITING, re.compile(rf"{_NOT}{_START}|待(?:启动|开工|办)|not started", re.IGNORECASE)),
    (
        State.OPEN,
        re.compile(rf"{_NOT}(?:全部|按期|按时)?(?:整改)?{_END}|未销|部分|基本|not (?:completed|done)", re.IGNORECASE),
    ),
    (
        State.DOING,
        re.compile(
            r"中$|正在|推进|进行|正常|有序|持续|序时|按(?:计划|进度|节点)|黄灯|in progress|ongoing|on track",
            re.IGNORECASE,
        ),
    ),
    (
        State.DONE,
        re.compile(
            rf"^(?:已|均已|全部|按期|按时|提前|整改)*{_END}|^是$|100%|绿灯|completed|done|closed", re.IGNORECASE
        ),
    ),
)
_COUNTED = re.compile(
    r"(?:几|多少)[个项件条]?(?:问题|事项|任务|项目|工作|措施)?(?=[还已未没尚正仍逾超滞亮被])"
    r"|(?<![a-z])how many (?:problems|issues|items|tasks|projects)(?![a-z])",
    re.IGNORECASE,
)
_LIGHT = re.compile("[红黄绿蓝橙](?=[灯牌色])")
_HEAD = re.compile(
    "状态|进展|进度|(?:完成|办理|整改|落实|推进|实施)(?:情况|结果|与否)|是否(?:完成|办结|销号|整改)|销号|结果|现状|status|progress",
    re.IGNORECASE,
)


def state_asked(text: str) -> State | None:
    """The state of the matters that a question lists; None where it names none."""
    return next((state for state, words in _ASKED if words.search(text)), None)


def light_asked(text: str) -> str:
    """The light by which a list says how far its matters have come, as a question names it (红灯, 黄牌); else empty."""
    named = set(_LIGHT.findall(text))
    return named.pop() if len(named) == 1 else ""


def counts_matters(text: str) -> bool:
    """Whether a question counts matters, whatever else they may be called: 还有几个没完成, 多少问题没改完."""
    return _COUNTED.search(text) is not None


def state_printed(cell: str) -> State | None:
    """The state that a cell tells."""
    return next((state for state, words in _PRINTED if words.search(cell)), None)


def tells_state(head: str) -> bool:
    """Whether a column of this name tells how far matters have come."""
    return bool(_HEAD.search(head))


def is_in(printed: State | None, asked: State) -> bool:
    """Whether what is printed is what is asked for."""
    if asked is State.OPEN:
        return printed is not None and printed is not State.DONE
    return printed is asked
