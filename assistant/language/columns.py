"""Which columns of a table a few words ask for that name no row: 为什么滞后 the reasons, 花了多少钱 the money.

A turn of a conversation says no more where the turn before named the row. `columns.toml` has the kinds of columns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MOST_COLUMNS = 3
LEAST_NAME = 2

_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_PARTS = re.compile(
    r"[，,、；;？?]|(?<=[\u4e00-\u9fff])(?:和|与|以及)(?=[\u4e00-\u9fff])|(?<![a-z])and(?![a-z])", re.IGNORECASE
)
# What stands around the asking words and says nothing of what is asked.
_AROUND = re.compile(
    r"(?:那么|那|这|该|此|刚才|前面|上面)(?:一?(?:个|项|件|条|家|块|行|处|笔|份|起|场|款))?"
    r"(?:项目|任务|事项|工作|问题|事情?|政策|单位|企业|产品|活动|指标|工程)?的?|它们?的?|他们?的?|其(?!中|他|它|余|实)的?"
    r"|请问|麻烦|再?(?:说|讲|查|看|问|告诉|确认|重复|核实|报)(?:一?下|一遍|一次|说|看)?(?:我)?|还有|另外|以及|然后|顺便|具体|大概|大约|一共|总共|合计|到底|究竟"
    r"|原来|原先|原本|原定|计划|预计|开始|拟|当时|现在|目前|要求|规定|必须|应当?|需要?|可以?|允许|最[晚迟早终]|哪怕|分别|情况|数据|数字|数值|方面|一遍|一下"
    r"|(?<![a-z])(?:and|so|then|but|please|tell|me|its?|that|this|these|those|they|them|their|one|the|an?|of|for|in|by|on|at|to|with|from"
    r"|was|is|are|were|be|been|being|does|do|did|has|have|had|will|would|should|must|it's|what's|what|about|how|task|project|item|row"
    r"|problem|again|exactly|also|else|say|remind|there)(?![a-z])|'s"
    r"|[的了着过呢吗啊呀吧么嘛是为有在由被给归就都也又还才要得能会须到前之以内里中上每各按把让使我您你先再已并请地用共时间完好全出去来可]|[\s。！!：:“”\"']",
    re.IGNORECASE,
)
# What asks and does not say for what.
_ASKING = re.compile(
    r"(?:什么|啥)?时候|何时|哪[天日年]|几[月号]|是?(?:多少|几(?![^\u4e00-\u9fff]))|多大|怎么样?|如何|什么样?|啥|哪[一个些种里儿家位]?(?:个|家|位)?(?:单位|部门)?|谁|何时|(?<![a-z])(?:which|many|much|what)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of column: how it is asked for, what its heads hold, and `sides`: what a question may say of it, each with
    what the head must then hold. `plain` is what the head holds where the question says nothing more and several heads
    are of the kind; `cell` is what a cell of it must hold."""

    asked: re.Pattern[str]
    heads: re.Pattern[str]
    sides: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    plain: tuple[re.Pattern[str], ...]
    cell: re.Pattern[str]


@cache
def _kinds() -> tuple[_Kind, ...]:
    """The kinds of columns, in the order in which they are tried."""
    with (Path(__file__).parent / "columns.toml").open("rb") as file:
        kinds = tomllib.load(file).values()
    return tuple(
        _Kind(
            _asked(kind),
            _any(kind["heads"]),
            tuple((_asked(side), _any(side["heads"])) for side in kind.get("sides", ())),
            tuple(map(_any, kind.get("plain", ()))),
            re.compile(kind.get("cell", r"\S")),
        )
        for kind in kinds
    )


def _asked(ways: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """Ways of asking in both languages; the English ones are words of their own."""
    english = "|".join(ways.get("english", ()))
    return _any([*ways["asked"], *([rf"(?<![a-z])(?:{english})(?![a-z])"] if english else [])])


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


# What is said of the figure under a year: 1998年的 target 呢.
_FIGURE = re.compile(
    "目标值?|指标值?|计划数|实际数|[数金]额|数量|人数|数|(?<![a-z])(?:targets?|figures?|numbers?|values?|amounts?|goals?)(?![a-z])"
)
_ENDS = re.compile(r"^(?:那么?|它的?|其)|(?:是|有|到)?(?:多少|什么|怎么样|如何|几)?[呢吗啊？?。]*$")
_SAYS = re.compile(r"[a-z\u4e00-\u9fff]{2}", re.IGNORECASE)
_MEASURED = re.compile("(?:多少|几)(?:[十百千万亿]+)?(?P<unit>[\u4e00-\u9fff]{1,4}?)(?:[呢啊了]|$)")


def plain_head(head: str) -> str:
    """The name of a column as it is looked for: in small letters, without its unit and white space."""
    return re.sub(r"\s+", "", _BRACKETS.sub("", head)).lower()


def columns_asked(text: str, heads: Sequence[str], cells: Sequence[str], called: int) -> tuple[int, ...]:
    """The columns of a row (its `cells` under these `heads`, `called` by the one at this place) that a text asks for,
    which names no row; empty where it asks for none, for too many, or says anything else."""
    parts = [part for part in _PARTS.split(text) if _SAYS.search(part)]
    found: dict[int, None] = {}
    for part in parts:
        columns = _columns(part, heads, cells, called)
        if not columns:
            return ()
        found.update(dict.fromkeys(columns))
    return tuple(found) if len(found) <= MOST_COLUMNS * max(1, len(parts)) else ()


def _columns(part: str, heads: Sequence[str], cells: Sequence[str], called: int) -> list[int]:
    """The columns that one part of a text asks for."""
    text = re.sub(r"\s+", " ", part.strip().lower())
    able = [at for at in range(len(heads)) if at != called and heads[at].strip()]
    written = _written(text, heads, able)
    if written:
        return written
    measured = _MEASURED.search(text)
    if measured and not _left(f"{text[: measured.start()]}{text[measured.end() :]}"):
        unit = measured["unit"]
        counted = [
            at
            for at in able
            if re.search(rf"[（(][^（）()]*{unit}[)）]|^{unit}数|(?<=[\u4e00-\u9fff]){unit}数$", heads[at])
        ]
        counted = counted or [
            at for at in able if re.fullmatch(rf"[\d,.]+(?:[十百千万亿])*{unit}(?:[^\d]{{0,2}})", cells[at])
        ]
        if len(counted) == 1:
            return counted
    for kind in _kinds():
        columns = _of_kind(kind, text, heads, cells, able)
        if columns:
            return columns
    return _said_in_part(text, heads, able)


def _written(text: str, heads: Sequence[str], able: Sequence[int]) -> list[int]:
    """The columns whose names a text writes that says nothing else."""
    condensed, names = _as_written(text, heads, able)
    found, rest = [], condensed
    for at in sorted(able, key=lambda one: -len(names[one])):
        if len(names[at]) >= LEAST_NAME and names[at] in rest:
            found.append(at)
            rest = rest.replace(names[at], " ", 1)
    return sorted(found) if found and not _left(_FIGURE.sub(" ", rest)) else []


def _as_written(text: str, heads: Sequence[str], able: Sequence[int]) -> tuple[str, dict[int, str]]:
    """A text and the names of columns as they are looked for in it: in Chinese without white space."""
    chinese = bool(re.search("[\u4e00-\u9fff]", text))
    names = {at: plain_head(heads[at]) if chinese else heads[at].strip().lower() for at in able}
    return re.sub(r"\s+", "", text) if chinese else text, names


def _said_in_part(text: str, heads: Sequence[str], able: Sequence[int]) -> list[int]:
    """The columns whose names hold the one word that a text says; the one that ends with it where several hold it."""
    condensed, names = _as_written(text, heads, able)
    # 查 in 排查率 asks nothing.
    bare = _ENDS.sub("", condensed)
    whole = [at for at in able if len(bare) >= LEAST_NAME and bare in names[at]]
    words = [bare] if whole else _AROUND.sub(" ", _ASKING.sub(" ", condensed)).split()
    if len(words) != 1 or len(words[0]) < LEAST_NAME:
        return []
    ending = [at for at in able if names[at].endswith(words[0])]
    holding = ending if len(ending) == 1 else [at for at in able if words[0] in names[at]]
    return holding if len(holding) <= MOST_COLUMNS else []


def _of_kind(kind: _Kind, text: str, heads: Sequence[str], cells: Sequence[str], able: Sequence[int]) -> list[int]:
    """The column of a kind that a text asks for and says nothing else; empty where it asks for no such column, or it is
    not clear for which."""
    asked = max(kind.asked.finditer(text), key=lambda one: len(one.group()), default=None)
    if asked is None:
        return []
    rest = f"{text[: asked.start()]} {text[asked.end() :]}"
    columns = [at for at in able if kind.heads.search(heads[at]) and kind.cell.search(cells[at])]
    said = [(one, head) for one, head in kind.sides if one.search(rest) or one.search(asked.group())]
    chosen = (narrower for _, head in said if (narrower := [at for at in columns if head.search(heads[at])]))
    if said:
        columns = next(chosen, [])
    for one, _ in said:
        rest = one.sub(" ", rest)
    if not columns or _left(kind.asked.sub(" ", rest)):
        return []
    for wanted in kind.plain:
        plain = [at for at in columns if wanted.search(heads[at])]
        if len(columns) > 1 and plain:
            return plain
    return columns if len(columns) <= MOST_COLUMNS else []


def _left(text: str) -> str:
    """What a text says beside what stands around any question."""
    return "".join(_AROUND.sub(" ", _ASKING.sub(" ", text)).split())
