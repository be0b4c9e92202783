"""The numbering of official documents: 第一章, 第三条, 一、 （一） 1. （1） ① 附件2, in all widths and brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.characters import CHINESE_NUMERALS, HAN
from corpus.numerals import number

_NUMERAL = rf"[{CHINESE_NUMERALS}]{{1,5}}"

# The title of an annex right after its number, by what annexes are: 附件1重点任务分工表, not 附件1所列事项由….
_ANNEX_TITLE = (
    r"(?<=[件\d])(?=[^，。；：\s\d][^，。；：\n]{1,38}(?:表|清单|名单|方案|计划|目录|办法|细则|规范|标准|指标|范围|流程|台账"
    r"|一览|[图书])[（(]?[^（()）]{0,12}[)）]?$)"
)

# What minutes and briefings count: 【事项一】…, 议题二：….
_MATTERS = r"(?:事项|议题|议项|任务|举措|措施|问题|案例|建议|方向)"

POINT = r"\.(?!\d)|\.(?=(?:19|20)\d\d ?年|(?:1[0-2]|[1-9]) ?月(?:\d|[底末前份上中下]))"
"""The point behind a number, as a pattern; before a year or month (4.2025年6月底前) it is no decimal point."""

# From the outermost to the innermost, as GB/T 9704 orders them; articles stand between chapters and items.
_FORMS = {
    "附件": rf"附\s*(?:[件表录錄]\s*(?P<n>\d{{1,2}}|{_NUMERAL})?\s*(?:[：:.、-]|(?=\s|$)|{_ANNEX_TITLE})|[：:])\s*"
    r"|(?i:annex|appendix|attachment)\s*(?P<s>\d{1,2})?\s*(?:[：:.]\s*|$)",
    "部分": rf"第\s*(?P<n>{_NUMERAL}|\d{{1,3}})\s*部分\s*[：:、]?\s*",
    "编": rf"第\s*(?P<n>{_NUMERAL}|\d{{1,3}})\s*[编編篇]\s*(?![目辑排])",
    "章": rf"第\s*(?P<n>{_NUMERAL}|\d{{1,3}})\s*章\s*(?!程)",
    "节": rf"第\s*(?P<n>{_NUMERAL}|\d{{1,3}})\s*[节節]\s*(?![约約能目])",
    "条": rf"第\s*(?P<n>{_NUMERAL}|\d{{1,4}})\s*[条條](?:\s*之[{CHINESE_NUMERALS}])?"
    r"(?!例|件|的|第|[、，。和至规款项])\s*[：:、]?\s*",
    "一、": rf"(?P<n>{_NUMERAL})\s*[、．]\s*",
    "（一）": rf"[（(]\s*(?P<n>{_NUMERAL})\s*[)）]\s*[、．.]?\s*|(?P<s>[㈠-㈩])\s*",
    "事项": rf"【?{_MATTERS}\s*(?P<n>\d{{1,2}}|{_NUMERAL})\s*(?:】\s*[：:]?|[：:]|[ \u3000]+(?=[{HAN}“《「]))\s*",
    "问": rf"(?:问|Q(?=\s*\d|\s*[：:]))\s*(?P<n>\d{{1,2}}|{_NUMERAL})?\s*[：:.、．]\s*",
    "专栏": r"[专專]\s*[栏欄]\s*(?P<n>\d{1,2}|" + _NUMERAL + r")\s*[：:]?\s*",
    "1.": rf"(?P<n>\d{{1,3}})\s*(?:[、．]|{POINT})\s*|(?P<s>[⒈-⒛])\s*",
    "1 ": rf"(?P<n>\d{{1,2}})[ \u3000]+(?=[{HAN}“《「])",
    "1.1": r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \u3000]+(?=\D)",
    "（1）": r"[（(]\s*(?P<n>\d{1,2})\s*[)）]\s*[、．.]?\s*|(?P<s>[⑴-⒇])\s*",
    "1）": r"(?P<n>\d{1,2})[)）]\s*",
    "①": r"(?P<s>[①-⑳])\s*",
}
_PATTERNS = {kind: re.compile(form) for kind, form in _FORMS.items()}
RANKS = {kind: rank for rank, kind in enumerate(_FORMS)}
"""How far out a kind of numbering stands: 附件 is 0."""

# By its first character, which kinds a paragraph can open with: most paragraphs are done with after one look-up.
_BY_FIRST: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("附Aa", ("附件",)),
    **dict.fromkeys("【事议任举措案建方", ("事项",)),
    "问": ("事项", "问"),
    "Q": ("问",),
    **dict.fromkeys("专專", ("专栏",)),
    "第": ("部分", "编", "章", "节", "条"),
    **dict.fromkeys(CHINESE_NUMERALS, ("一、",)),
    **dict.fromkeys("（(", ("（一）", "（1）")),
    **dict.fromkeys(map(chr, range(ord("㈠"), ord("㈩") + 1)), ("（一）",)),
    **dict.fromkeys(map(chr, range(ord("⑴"), ord("⒇") + 1)), ("（1）",)),
    **dict.fromkeys(map(chr, range(ord("⒈"), ord("⒛") + 1)), ("1.",)),
    **dict.fromkeys(map(chr, range(ord("①"), ord("⑳") + 1)), ("①",)),
    **dict.fromkeys("0123456789", ("1.", "1 ", "1.1", "1）")),
}


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbering that a paragraph opens with: `text[:length]`, its kind (a key of RANKS) and its value.

    `printed` is the numbering as it stands without white space around it; the value of 附件 without a number is 0.
    """

    kind: str
    value: int
    printed: str
    length: int


def numbering(text: str) -> Numbering | None:
    """The numbering at the start of a paragraph in the reading view, or None."""
    for kind in _BY_FIRST.get(text[:1], ()):
        if match := _PATTERNS[kind].match(text):
            groups = match.groupdict()
            printed = groups.get("n") or groups.get("s") or ""
            shown = match.group().strip()
            return Numbering(
                kind, numeral(printed), shown.rstrip("：:.、-．") if kind in ("附件", "问") else shown, match.end()
            )
    return None


def numeral(text: str) -> int:
    """The value of 二十一, 21, ②, ㈡ or the last part of 1.2; 0 for an empty string."""
    if not text:
        return 0
    if len(text) == 1 and not text.isdecimal():
        for first, value in (("①", 1), ("⑴", 1), ("⒈", 1), ("㈠", 1)):
            if 0 <= ord(text) - ord(first) < 20:
                return ord(text) - ord(first) + value
    if text[-1].isdecimal():
        return int(text.rsplit(".", 1)[-1])
    return number(text)
