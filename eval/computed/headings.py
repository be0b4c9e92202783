"""What stands under a heading that is written out: every item of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eval.cases import Case
from eval.computed.source import Source, computed

UPPER = re.compile(r"[（(][一二三四五六七八九十]+[）)]([^。，；：]{5,28})。?$")
ITEM = re.compile(r"(\d{1,2})[．.、]\s*([^。；]{4,40})")
SHORTEST, LONGEST = 2, 12
BEGINNING = 8

ASKED = ("{heading}包括哪些内容？", "{heading}都有哪些任务", "{heading}具体有几条，分别是什么", "{heading}要做些什么？")


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """One list for each heading （一） that stands alone on its line with items 1. 2. 3. under it."""
    for source in sources:
        for number, (heading, items) in enumerate(_headed(source)):
            question = ASKED[number % len(ASKED)].format(heading=heading)
            if source.once(heading):
                names = [[re.split("[，。；：]", item[2])[0][:BEGINNING]] for item in items]
                yield computed(source, "headings", question, names, [item[0] for item in items], type="list")


def _headed(source: Source) -> Iterator[tuple[str, list[re.Match[str]]]]:
    for place, line in enumerate(source.prose):
        upper = UPPER.match(line)
        items: list[re.Match[str]] = []
        for below in source.prose[place + 1 :] if upper else ():
            item = ITEM.match(below)
            if item and int(item[1]) == len(items) + 1:
                items.append(item)
            elif re.match(r"[（(]?[一二三四五六七八九十]+[）)、]|第[一二三四五六七八九十]+[章节条]", below):
                break
        if upper and SHORTEST <= len(items) <= LONGEST:
            yield upper[1], items
