"""Figures that a sentence states of one thing (机构养老床位达到2.16万张): how much, how many, by how much."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from eval.cases import Case
from eval.computed.source import Source, computed

FIGURE = re.compile(
    r"(?:^|[，。；、])(?P<thing>[\u4e00-\u9fff“”]{5,18}?)(?P<verb>达到|达|增长|下降|提高到|完成|实现|突破|新增|建成)"
    r"(?P<figure>\d[\d.]*(?:多|余)?(?:万|亿|千|百)*(?:亿元|万元|元|%|个百分点|个|家|人次|人|户|公里|亩|座|套|件|项|张|所|吨|平方米)?)"
    r"(?=[，。；、（以左])"
)
NOT_A_THING = re.compile(
    r"^(?:占|其中|同比|比上年|较上年|力争|争取|到|全年|每)|[的了在将已要]$|分别|全部|累计|预计|年均|今年|首次"
)
ASKED = {
    "达到": ("{thing}达到多少？", "{thing}有多少", "{thing}达到什么水平"),
    "增长": ("{thing}增长多少？", "{thing}的增速是多少", "{thing}涨了多少"),
    "下降": ("{thing}下降了多少？", "{thing}降了多少"),
    "完成": ("{thing}完成了多少？", "{thing}是多少"),
    "新增": ("{thing}新增多少？", "{thing}增加了多少"),
    "建成": ("{thing}建成多少？", "{thing}建成了几个"),
}
SAME = {"达": "达到", "提高到": "达到", "突破": "达到", "实现": "完成"}


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """One question for every thing that the whole collection gives one figure only."""
    found = [
        (source, match)
        for source in sources
        for line in source.prose
        for match in FIGURE.finditer(line)
        if not NOT_A_THING.search(match["thing"])
    ]
    named = Counter(match["thing"] for _, match in found)
    for number, (source, match) in enumerate(found):
        if named[match["thing"]] > 1 or not source.once(match["thing"]):
            continue
        asked = ASKED[SAME.get(match["verb"], match["verb"])]
        question = asked[number % len(asked)].format(thing=match["thing"])
        quote = match[0].lstrip("，。；、")
        yield computed(source, "figures", question, [[match["figure"]]], [quote], type="number")
