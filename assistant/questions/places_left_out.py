"""Annexes that a question leaves out of the rows it asks for: 不要附件1的, 附件2除外, "not counting annex 1"."""

from __future__ import annotations

import re

from corpus.numerals import number

_ITEMS = "(?:里面?|中|上)?的?(?:任务|事项|举措|那些|部分|内容)?"
_PLACE = rf"附[件表]\s*(?P<{{0}}>\d{{{{1,2}}}}|[一二三四五六七八九十]{{{{1,2}}}}){_ITEMS}"
_IN_ENGLISH = r"(?:the )?(?:(?:items|tasks|ones|those) (?:in|of|from) )?(?:annex|appendix|attachment) ?(?P<en>\d{1,2})"
_LEFT_OUT = re.compile(
    "(?:不(?:要|算|含|包括|包含|计|看|管)|别(?:要|看|算)|除(?:去|了|开|掉)?|去掉|去除|剔除|扣除|排除|撇开)"
    rf"\s*{_PLACE.format('after')}(?:以外|之外|外|除外|不算|不要)*|{_PLACE.format('before')}(?:都)?(?:不算|不要|不计|不含|不看|除外|以外|之外)"
    r"|(?<![a-z])(?:not (?:counting|including|in)|without|excluding|except(?: for)?|leaving out|other than|apart from"
    rf"|but not) {_IN_ENGLISH}",
    re.IGNORECASE,
)


def annexes_left_out(text: str) -> tuple[tuple[str, ...], str]:
    """What the headings of the annexes that a question leaves out begin with, and the question with blanks for them."""
    names: list[str] = []
    for match in _LEFT_OUT.finditer(text):
        written = match["after"] or match["before"] or match["en"]
        value = int(written) if written.isdigit() else number(written)
        names += [f"附件{value}", f"附件 {value}", f"附表{value}"]
    return tuple(names), _LEFT_OUT.sub(lambda match: " " * len(match.group()), text)
