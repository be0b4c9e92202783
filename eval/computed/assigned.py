"""Tasks with their units in brackets behind them (责任单位：甲、乙): who leads, helps, is responsible, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eval.cases import Case, CaseType
from eval.computed.source import Source, computed

BRACKET = re.compile(r"（((?:责任|牵头|主办|配合|协办|参与)(?:单位|部门)：[^（）]*(?:（[^（）]*）[^（）]*)*)）[。；]?$")
LABEL = re.compile(r"(责任|牵头|主办|配合|协办|参与|完成)(单位|部门|时限|时间)：([^；;。]*)")
HEADING = re.compile(r"^(?:（[一二三四五六七八九十]+）|\d+[．.、]|[（(]\d+[）)])[ 　]*([^。，；]{8,30})。")
UNITS = re.compile(r"[、，,]")
NO_UNIT = re.compile(r"\d{4}年|月底|长期|持续|常态")

LEADS = ("牵头", "主办")
HELPS = ("配合", "协办", "参与")
DATES = ("时限", "时间")
ASKED: dict[str, tuple[str, ...]] = {
    "责任": ("{task}由谁负责？", "哪个单位负责{task}", "{task}是哪家的活"),
    "牵头": ("{task}谁牵头？", "{task}的牵头单位是哪个", "{task}归谁抓总"),
    "配合": ("{task}由哪些单位配合？", "{task}的配合部门有哪些"),
    "完成": ("{task}什么时候完成？", "{task}的时限是什么"),
}


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """One question of each kind that the bracket answers, for every item whose heading the collection has once."""
    for source in sources:
        for number, line in enumerate(source.prose):
            bracket, heading = BRACKET.search(line), HEADING.match(line)
            if bracket is None or heading is None or line.count("单位：") > 2:
                continue
            if sum(other.text.count(heading[1]) for other in sources) > 1:
                continue
            for label, of, value in LABEL.findall(bracket[1]):
                role = "完成" if of in DATES else "牵头" if label in LEADS else "配合" if label in HELPS else label
                asked = ASKED[role]
                question = asked[number % len(asked)].format(task=heading[1])
                named = [value.strip()] if role == "完成" else [unit.strip("▲ ") for unit in UNITS.split(value)]
                truths = [[one] for one in named if one and (role == "完成" or not NO_UNIT.search(one))]
                kind: CaseType = "when" if role == "完成" else "who"
                yield computed(source, "assigned", question, truths, [line], type=kind)
