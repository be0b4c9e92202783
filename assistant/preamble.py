"""What people say around a question, taken off before it is understood: 领导让我问一下，…，谢谢; "my boss asks: …".

Who asks, on whose behalf and how quickly is no part of what is asked, yet its words would be looked for in the
documents. A clause goes only if it is made of nothing but such words and another clause is left.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_CLAUSE = re.compile(r"[^，,：:。！!？?；;\n—-]*[，,：:。！!？?；;\n—-]*")
_MARKS = " ，,：:。！!？?；;、—-~～…\n\t"
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9\u3400-\u9fff]")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a Chinese clause of talk is, what one opens with, what an English question opens and closes with."""
    with (Path(__file__).parent / "preamble.toml").open("rb") as file:
        words = tomllib.load(file)
    chinese = words["zh"]
    who, ask, between, things = (
        "|".join(sorted(chinese[name], key=len, reverse=True)) for name in ("who", "ask", "with", "things")
    )
    # At least one word that asks or goes with asking: 主任, 督查报告 may be what is asked about.
    whole = re.compile(
        rf"\s*(?:(?:{who}|{things})\s*)*(?:{ask}|{between})\s*(?:(?:{who}|{ask}|{between}|{things})\s*)*", re.IGNORECASE
    )
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
    closing = re.compile(rf"\s*[,.;!?–—-]+\s*(?:{'|'.join(english['closing'])})\W*$", re.IGNORECASE)
    return whole, opens, opening, closing


def without_preamble(text: str) -> str:
    """`text` without what is only said around the question; `text` itself where nothing else would be left."""
    whole, opens, opening, closing = _patterns()
    rest = text
    while (match := opening.match(rest)) and match.end() and _SAYS_SOMETHING.search(rest, match.end()):
        rest = rest[match.end() :]
    while (match := closing.search(rest)) and _SAYS_SOMETHING.search(rest[: match.start()]):
        rest = rest[: match.start()] + ("?" if "?" in match.group()[:3] else "")
    clauses = [match.group() for match in _CLAUSE.finditer(rest) if match.group()]
    while len(clauses) > 1 and whole.fullmatch(clauses[0].strip(_MARKS)):
        del clauses[0]
    while len(clauses) > 1 and whole.fullmatch(clauses[-1].strip(_MARKS)):
        del clauses[-1]
    rest = "".join(clauses)
    match = opens.match(rest)
    if match and len(rest) - match.end() > 3:
        rest = rest[match.end() :]
    rest = rest.strip().rstrip("，,：:、—-")
    return rest if _SAYS_SOMETHING.search(rest) else text
