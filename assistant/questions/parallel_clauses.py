"""One thing asked of two, each in its own clause: 甲由谁任组长，乙又由谁任组长; 一级响应压减多少，换成二级又是多少.

A clause that repeats the question of the one before it, or only says of what else it is asked (…又是多少, …呢), has its
own answer. What it leaves out stands in the clause before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile

from assistant.language.tokens import is_place, is_time, words_of
from assistant.questions.coordination import NO_USAGE, Usage, opening_title
from assistant.questions.substitution import put_in

SHORTEST_TAIL = 3
"""Characters that two clauses must have in common at their ends, the question word among them."""

_BREAK = re.compile(r"[，,；;？?。：:]+\s*")
_LISTED = re.compile("、")
_ASKS = re.compile(
    r"多少|几(?!乎)|什么|啥|谁|哪|怎|如何|何时|多[大高长久远]"
    r"|(?<![a-z])(?:who|which|what|when|where|how (?:much|many|long|high))(?![a-z])",
    re.IGNORECASE,
)
# 又, 则 and the like before what is asked again; 呢 and marks after it.
_AGAIN = re.compile(
    r"(?:又|则|却|倒|还|也)(?=是|由|归|要|能|可|得|该|有|在|定|达|给|补|奖|为|多少|几|谁|哪|什么|怎|how|which|who|what)"
)
# 审核归哪个部门管，拨付又是哪个局来办: which body, of two things; 牵头的是谁，配合的是哪家 asks of one.
_WHICH_BODY = re.compile(
    r"\s*(?:由|归|是|该)*(?:谁|哪一?(?:个|家|级)?(?:部门|单位|机构|机关|局|委|办|厅))(?:来|去|具体)*[\u4e00-\u9fff]{0,4}$"
)
_PARTS_IN_A_TASK = re.compile("牵头|配合|参与|[协主承]办|协助|责任|负责|单位|部门|人$|[长员][的是]?$|^[它他她其那这]")
_INSTEAD = re.compile("(?:换成|改成|换作|换了)")
_CLOSING = re.compile(r"[呢啊呀吗嘛吧\s]+$")
_ONLY_ASKED = re.compile(
    r"(?:那么?|而|若|要是|如果)?(?:换成|改成|换作|换了|到了?)?(?P<thing>[^，。？?；;、]{2,24}?)(?:的话|时|的时候)?"
    r"(?:(?:又|则|却|倒)(?:是|要|为|有|该|能)?(?:多少|几[\u4e00-\u9fff]{0,2}|谁|哪[\u4e00-\u9fff]{0,3}|怎么?样|如何|什么)|呢)"
)
# What is asked, from its first word on to the end of the sentence.
_ASKS_ALONE = re.compile(
    "(?:(?:是|要|达到?|有|到)?(?:多少|几)|(?:由|归|是|该)?(?:谁|哪[几些一]?(?:个|家)?)|(?:是|在|要|到)?(?:什么时候|何时|哪[年天个]月?))[^，。？?]*$"
)
_HOW_MANY = re.compile("(?:是|要|达到?|有|到)?(?:多少|几)")
LEAST_THING = 4
# What a task or a paper has: 时间呢 asks for that of what was named.
_FIELD = re.compile(
    "(?:时间|期限|时限|节点|日期|单位|部门|领导|负责人|联系人|目标|指标|进度|资金|预算|经费|金额|标准|条件|材料|流程|依据|文号|电话|地址|地点|原因"
    "|结果|措施|处罚|范围|对象|职责|分工|要求|方式|办法|[增降]速|[增降]幅|占比|[率数额量])$"
)
# The end of what is named, not the beginning of what is asked of it: 核心功能 区 | 面积多大.
_ENDS_A_NAME = re.compile("[区市县镇乡村局委办厅部处园厂店馆站港所院校岗类型级种层项款额率量数费价值期户家]$")
_OF_THESE = re.compile("其中|这些|里面|当中|剩下|其余|其他")
_OF_SEVERAL = re.compile("分别|各自|各是|vs", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One of two clauses that ask the same: of which `thing`, and the whole `question` about it alone."""

    thing: str
    question: str


def parallel_clauses(text: str, usage: Usage = NO_USAGE) -> tuple[Clause, ...]:
    """The two questions of a question that asks the same of two things in two clauses; empty where it does not.
    `usage` tells the names of documents, which hold for both."""
    for mark in (_BREAK, _LISTED):
        if found := _repeated(text, _clauses(text, mark), usage):
            return found
    return _left_out(text)


def _clauses(text: str, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans of the clauses of a text between marks, none of them empty."""
    starts = [0, *(found.end() for found in mark.finditer(text))]
    ends = [*(found.start() for found in mark.finditer(text)), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _repeated(text: str, clauses: list[tuple[int, int]], usage: Usage) -> tuple[Clause, ...]:
    """The two clauses next to each other that end in the same question; what stands before them holds for both."""
    for at in range(len(clauses) - 1):
        (start, end), (begin, stop) = clauses[at], clauses[at + 1]
        start = max((found.end() for found in _BREAK.finditer(text, start, end)), default=start)
        stop = min(stop, next((found.start() for found in _BREAK.finditer(text, begin, stop)), stop))
        first, second = _plain(text[start:end]), _plain(text[begin:stop])
        tails = _same_question(first, second)
        if tails is None:
            continue
        one, other = first.removesuffix(tails[0]), second.removesuffix(tails[1])
        if (
            min(len(one.strip()), len(other.strip())) < 2
            or _INSTEAD.match(other)
            or _ASKS.search(one)
            or _ASKS.search(other)
        ):
            return ()
        if all(any(is_time(token) for token in words_of(part)) for part in (one, other)):
            return ()  # one thing at two times: one row or one sentence may tell both
        before = text[:start]
        of_other = put_in(other, one) or circumstances(one, other, usage) + other
        return (
            Clause(one.strip(), f"{before}{first}？"),
            Clause(other.strip(), f"{before}{of_other}{tails[1]}？"),
        )
    return ()


def circumstances(one: str, other: str, usage: Usage) -> str:
    """The places, names of documents and times that the first thing opens with and the other one has none of:
    青岛2025年 of 粮食产量."""
    tokens, others = words_of(one), words_of(other)
    named = 0 if any(is_place(token) for token in others) else opening_title(tokens, usage)
    kinds = [kind for kind in (is_place, is_time) if not any(kind(token) for token in others)]
    opening = takewhile(lambda token: any(kind(token) for kind in kinds), tokens[named:])
    return "".join(token.text for token in (*tokens[:named], *opening))


def _plain(clause: str) -> str:
    """A clause without what says that it asks again."""
    return _CLOSING.sub("", _AGAIN.sub("", clause))


def _same_question(first: str, second: str) -> tuple[str, str] | None:
    """The ends of two clauses that ask the same: in the same words, or each which body it is; None where none do."""
    if (tail := _common_end(first, second)) is not None:
        return tail, tail
    bodies = [_WHICH_BODY.search(clause) for clause in (first, second)]
    if bodies[0] is None or bodies[1] is None or _PARTS_IN_A_TASK.search(second[: bodies[1].start()]):
        return None
    return bodies[0].group(), bodies[1].group()


def _common_end(one: str, other: str) -> str | None:
    """The end that two clauses share and that asks something, from the beginning of a word on; None where they share
    none."""
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    shared = one[len(one) - size :]
    if len(shared) < SHORTEST_TAIL or not _ASKS.search(shared):
        return None
    begins = {token.start for token in words_of(one) if not _ENDS_A_NAME.match(token.text)}
    start = next((at for at in range(len(one) - size, len(one)) if at in begins), len(one))
    tail = one[start:]
    return tail if _ASKS.search(tail) else None


def _left_out(text: str) -> tuple[Clause, ...]:
    """A clause that asks, and after it one that only names of what else: the other in place of its like."""
    clauses = _clauses(text, _BREAK)
    for (start, end), (begin, stop) in pairwise(clauses):
        found = _ONLY_ASKED.fullmatch(text[begin:stop].strip())
        if found is None or not _ASKS.search(text[start:end]):
            continue
        placed = put_in(found["thing"], text[start:end])
        if placed is None:
            return _asked_again(text, (start, end), begin, found["thing"])
        kept = {token.text for token in words_of(placed)}
        left = [token.text for token in words_of(text[start:end]) if token.text not in kept]
        first = "".join(left) or text[start:end]
        return Clause(first, f"{text[:end]}？"), Clause(found["thing"], f"{text[:start]}{placed}？")
    return ()


def _asked_again(text: str, first: tuple[int, int], begin: int, thing: str) -> tuple[Clause, ...]:
    """A sentence that asks, and after it one that only names another thing in the place of none of its words: the same
    is asked of it (免税牌照谁牵头？药品跨境电商试点呢). What names a field (时间呢) asks that of the first."""
    asked = text[slice(*first)].strip()
    asks = _ASKS_ALONE.search(asked)
    if asks is None or not asked[: asks.start()].strip() or text[first[1] : begin].strip() not in ("？", "?"):
        return ()
    if len(thing) < LEAST_THING or thing.isascii() or _FIELD.search(thing) or _ASKS.search(thing):
        return ()
    if _OF_THESE.match(thing) or thing.endswith("的"):
        return ()  # 其中商城集团牵头的呢: some of what was asked for
    if _OF_SEVERAL.search(asked):
        return ()
    same = "是多少" if _HOW_MANY.match(asks[0]) else asks[0]
    before = text[: first[0]]
    return Clause(asked[: asks.start()], f"{before}{asked}？"), Clause(thing, f"{before}{thing}{same}？")
