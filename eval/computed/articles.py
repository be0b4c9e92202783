"""Statutes and measures in articles (第X条): what an article says, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eval.cases import Case
from eval.computed.numerals import NUMERALS, value
from eval.computed.source import Source, computed

ARTICLE = re.compile(rf"第([{NUMERALS}]+)条[ 　]+(\S.*)")
BEGINNING = 14
"""Characters of an article that tell it from every other; few enough to survive trimming."""

ASKED_ONE = (
    "{name}第{n}条规定了什么？",
    "{name}的第{n}条怎么说的",
    "请把{name}第{arabic}条念一下",
    "What does Article {arabic} of {name} say?",
)
ASKED_COUNT = ("{name}一共有多少条？", "{name}总共几条", "How many articles does {name} have?")


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """Every third article of every paper that numbers its articles from one without a gap, and their number."""
    for source in sources:
        found = [match for line in source.prose if (match := ARTICLE.match(line))]
        if len(found) < 5 or [value(match[1]) for match in found] != list(range(1, len(found) + 1)):
            continue
        for place in range(0, len(found), 3):
            article = found[place]
            for asked in ASKED_ONE:
                question = asked.format(name=source.name, n=article[1], arabic=place + 1)
                begins = re.split("[，。；：]", article[2])[0][:BEGINNING]
                yield computed(source, "articles", question, [[begins]], [article[0][:60]], type="measure")
        for asked in ASKED_COUNT:
            total = str(len(found))
            quotes = [match[0][:40] for match in found]
            yield computed(source, "articles", asked.format(name=source.name), [[total]], quotes, type="count")
