"""What people say around a question, taken off before it is understood: 领导让我问一下，…，谢谢; "my boss asks: …".

Who asks, on whose behalf and how quickly is no part of what is asked, yet its words would be looked for in the
documents. A clause goes only if it is made of nothing but such words and another clause is left.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from corpus.starting import quick

_CLAUSE = re.compile(r"[^，,：:。！!？?；;\n—-]*[，,：:。！!？?；;\n—-]*")
# 那新闻稿呢: another thing than the turn before it asked about.
_NAMED_INSTEAD = re.compile("(?:那么?|还有)[^，,]+呢")
LONGEST = 6
"""Characters of the longest of the Chinese words (我们领导, 记不清楚了)."""
_MARKS = " ，,：:。！!？?；;、—-~～…\n\t"
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9\u3400-\u9fff]")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A Chinese word that asks or goes with asking, one that may stand beside it, what a clause of talk opens with,
    what an English question opens and closes with."""
    with (Path(__file__).parent / "preamble.toml").open("rb") as file:
        words = tomllib.load(file)
    chinese = words["zh"]
    who, ask, between, things = (
        "|".join(sorted(chinese[name], key=len, reverse=True)) for name in ("who", "ask", "with", "things")
    )
    talk = quick(f"{ask}|{between}", re.IGNORECASE)
    beside = re.compile(rf"{who}|{things}|\s", re.IGNORECASE)
    # Without a mark after it only what surely asks: 同事问我进口额多少, 我们公司想知道谁牵头.
    opens = re.compile(
        rf"\s*(?:(?:{who})\s*)?(?:(?:想|要|让我|叫我|需要|也|请|麻烦|帮我|帮忙|给我|来|有个问题|顺便|能不能|能否|可否|可以)\s*)*"
        r"(?:话说|问问?|请教|咨询|打听|想知道|想了解|告诉我?|核实|求证|说说|讲讲|查查|查一下|查一查|找一下|确认一下|确认下|确认|看一下|看看)"
        r"(?:一下|一句|一声|下|问|我|你|您|们|的是|清楚|看)*\s*(?=[\u3400-\u9fffA-Za-z0-9“《])",
        re.IGNORECASE,
    )
    english = words["en"]
    opening = re.compile(
        rf"\W*(?:{'|'.join(english['opening'])})(?:\s*[,.:;!–—-]+(?:\s*(?:and|but|so)(?![A-Za-z]))?"
        r"|(?=\s+(?:who|whom|whose|what|when|which|where|how|why|whether|if|by when)(?![A-Za-z])))\s*",
        re.IGNORECASE,
    )
    closing = re.compile(rf"\s*+[,.;!?–—-]++\s*+(?:{'|'.join(english['closing'])})\W*$", re.IGNORECASE)
    return talk, beside, opens, opening, closing


def is_talk(clause: str) -> bool:
    """Whether a clause is made of such words alone, at least one of which asks or goes with asking: 主任, 督查报告 may
    be what is asked about. Every place that words reach is looked at once: 就是 is also 就 and 是, and a row of such
    words can be read in 2^n ways."""
    if _NAMED_INSTEAD.fullmatch(clause):
        return False
    talk, beside, _, _, _ = _patterns()
    reached = [(at == 0, False) for at in range(len(clause) + 1)]  # with no word that asks yet, with one
    for at in range(len(clause)):
        if not any(reached[at]):
            continue
        without, asking = reached[at]
        for end in range(at + 1, min(at + LONGEST, len(clause)) + 1):
            if talk.fullmatch(clause, at, end):
                reached[end] = (reached[end][0], True)
            if beside.fullmatch(clause, at, end):
                reached[end] = (reached[end][0] or without, reached[end][1] or asking)
    return reached[len(clause)][1]


def without_preamble(text: str) -> str:
    """`text` without what is only said around the question; `text` itself where nothing else would be left."""
    _, _, opens, opening, closing = _patterns()
    rest = text
    while (match := opening.match(rest)) and match.end() and _SAYS_SOMETHING.search(rest, match.end()):
        rest = rest[match.end() :]
    while (match := closing.search(rest)) and _SAYS_SOMETHING.search(rest[: match.start()]):
        rest = rest[: match.start()] + ("?" if "?" in match.group()[:3] else "")
    clauses = [match.group() for match in _CLAUSE.finditer(rest) if match.group()]
    while len(clauses) > 1 and is_talk(clauses[0].strip(_MARKS)):
        del clauses[0]
    while len(clauses) > 1 and is_talk(clauses[-1].strip(_MARKS)):
        del clauses[-1]
    rest = "".join(clauses)
    match = opens.match(rest)
    if match and len(rest) - match.end() > 3:
        rest = rest[match.end() :]
    rest = rest.strip().rstrip("，,：:、—-")
    return rest if _SAYS_SOMETHING.search(rest) else text
