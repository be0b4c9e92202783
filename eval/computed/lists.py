"""Lists and how long they are: what a sentence announces by number, what stands under a heading, the articles of a
chapter, the rows of a table and those that share a value in a column. Right is the number, or every item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from eval.cases import Case
from eval.computed.numerals import DIGITS, NUMERALS, value
from eval.computed.source import Source, computed
from eval.computed.tables import tables

NUMBER = rf"(?P<number>\d{{1,2}}|[两{NUMERALS}]{{1,3}})"
MEASURES = ("项", "个", "条", "大", "类", "种", "件", "家", "方面", "点")
MEASURE = "(?P<measure>个方面|方面|大|[个项类条种家件点])"
ANNOUNCED = re.compile(
    rf"(?:^|[，。；])(?P<before>[^，。；：]{{2,30}}?){NUMBER}{MEASURE}(?P<noun>[^，。；：\d]{{0,12}})："
)
HEADING = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十]+[章节])\s*(?P<name>[^。，；：]{3,16})$"
)
CHAPTER, ARTICLE = re.compile(rf"(第[{NUMERALS}]+章)"), re.compile(rf"第[{NUMERALS}]+条")
NUMBERINGS = (
    re.compile(r"[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]\s*(?P<item>.+)"),
    re.compile(r"(?P<number>\d{1,2})[.．、]\s*(?P<item>\D.+)"),
    re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})是(?P<item>[^。；]+)"),
)
ABOVE = re.compile(
    r"第[一二三四五六七八九十]+[章节]|附件|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
)
LONGEST, BEGINNING = 20, 8
FEWEST_ROWS = 3

ASKED_LIST = (
    "{name}的{heading}有哪些？",
    "{name}里“{heading}”部分列了哪几条，都列出来",
    "请把{name}里的{heading}逐条列出来",
)
ASKED_COUNT = ("{name}的{heading}有几项？", "{name}，{heading}一共几条", "{name}中{heading}列了多少项")


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """What is announced or headed is asked once as a list and once for its length, with the paper's title."""
    for source in sources:
        yield from _announced(source)
        yield from _headed(source)
        yield from _chapters(source)
        yield from _rows(source)


def _announced(source: Source) -> Iterator[Case]:
    for place, line in enumerate(source.prose):
        for match in ANNOUNCED.finditer(line):
            rest = line[match.end() :]
            items = _inline(rest) if rest else _below(source.prose[place + 1 :])
            if len(items) != value(match["number"].replace("两", "二")) or len(items) < 2:
                continue
            frame = "{name}里{before}{which}几{measure}{noun}？"
            parts = {key: match[key] for key in ("before", "measure", "noun")}
            yield _list(source, frame.format(name=source.name, which="哪", **parts), items)
            yield _count(source, frame.format(name=source.name, which="", **parts), items)


def _headed(source: Source) -> Iterator[Case]:
    for place, line in enumerate(source.prose):
        heading = HEADING.match(line)
        items = _below(source.prose[place + 1 :]) if heading else []
        # Who asks for tasks may be told those below the headings.
        if (
            heading is None
            or "任务" in heading["name"]
            or not 2 <= len(items) <= LONGEST
            or not source.once(heading["name"])
        ):
            continue
        told = {"name": source.name, "heading": heading["name"]}
        yield _list(source, ASKED_LIST[place % len(ASKED_LIST)].format(**told), items)
        yield _count(source, ASKED_COUNT[place % len(ASKED_COUNT)].format(**told), items)


def _chapters(source: Source) -> Iterator[Case]:
    begins = [(place, match[1]) for place, line in enumerate(source.prose) if (match := CHAPTER.match(line))]
    if len({name for _, name in begins}) < len(begins):
        return  # several papers in one, or a table of contents
    for (place, chapter), (end, _) in pairwise([*begins, (len(source.prose), "")]):
        articles = [line for line in source.prose[place:end] if ARTICLE.match(line)]
        if len(articles) > 1:
            yield _count(source, f"{source.name}{chapter}有几条？", articles)


def _rows(source: Source) -> Iterator[Case]:
    for head, *rows in tables(source):
        rows = [row for row in rows if row != head]
        named = next((at for at in range(len(head)) if _names(head[at], [row[at] for row in rows])), None)
        if named is None or len(rows) < FEWEST_ROWS or not source.once("".join(head)):
            continue
        for at, column in enumerate(head):
            if at == named or re.search("单位|部门|序号|编号", column) or len(column) < 2:
                continue
            for shared in dict.fromkeys(row[at] for row in rows):
                some = [row[named] for row in rows if row[at] == shared]
                if not 2 <= len(some) < len(rows) or not 2 <= len(shared) <= 16 or not source.once("".join(head)):
                    continue
                others = [row[named] for row in rows if row[named] not in some]
                question = f"{source.name}里{column}是{shared}的{head[named]}有哪些？"
                wrong = [words for one in others if len(words := _beginning(one)) == BEGINNING]
                yield _list(source, question, some, wrong)
                yield _count(source, f"{source.name}里{column}是{shared}的{head[named]}有几个？", some)


def _names(head: str, cells: Sequence[str]) -> bool:
    """Whether the cells of a column name their rows: all different, all words."""
    words = all(re.search(r"[\u4e00-\u9fff]{3}", cell) for cell in cells)
    return words and len(set(cells)) == len(cells) and not re.search("序号|编号|单位|部门", head)


def _inline(text: str) -> list[str]:
    """The members of 一是…；二是…, in order from one on."""
    found = re.findall(r"(?:^|(?<=[。；，]))([一二三四五六七八九十]{1,3})是([^。；]+)", text)
    return [words for at, (number, words) in enumerate(found, start=1) if value(number) == at]


def _below(lines: Sequence[str]) -> list[str]:
    """The items numbered from one on in the lines, up to a heading or another numbering from one."""
    numbering = next((one for one in NUMBERINGS if lines and one.match(lines[0])), None)
    items: list[str] = []
    for line in lines if numbering else ():
        assert numbering is not None
        match = numbering.match(line)
        if match and value(match["number"]) == len(items) + 1:
            items.append(match["item"])
        elif match or ABOVE.match(line):
            break
    return items if all(map(_beginning, items)) else []


def _beginning(item: str) -> str:
    return re.sub(r"[\s★▲]", "", re.split("[，。；：（(“]", item)[0])[:BEGINNING]


def _list(source: Source, question: str, items: Sequence[str], others: Sequence[str] = ()) -> Case:
    names = [[name] for item in items if (name := _beginning(item))]
    return computed(source, "lists", question, names, [item[:20] for item in items], type="list", must_not=others)


def _count(source: Source, question: str, items: Sequence[str]) -> Case:
    number = len(items)
    written = DIGITS[number] if number < len(DIGITS) else "十" if number == 10 else str(number)
    spoken = [written, "两"] if number == 2 else [written]
    forms = [f"{one}{measure}" for one in (number, *spoken) for measure in MEASURES]
    told = [f"共{number}", f"has {number} ", *forms]
    return computed(source, "lists", question, [told], [item[:20] for item in items], type="count")
