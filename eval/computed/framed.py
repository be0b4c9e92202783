"""The same question as people write it: with a greeting, a reason, hearsay, or a plea around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eval.cases import Case

FRAMES = {
    "zh": (
        "您好，我是区里督查室的，{q}谢谢！",
        "我们公司正准备申报材料，想请教一下：{q}",
        "昨天开会有人提到这件事，我没记清楚。{q}",
        "麻烦帮我查一下，{q}急用",
        "领导让我核实：{q}要原文。",
    ),
    "en": (
        "Hello, I work for a trading company. {q} Thank you!",
        "My boss asked me to check this: {q}",
        "I could not find it on your website. {q}",
    ),
}
EVERY = 7
"""A seventh of the questions of one turn is asked again in a frame: enough to see whether frames cost anything."""


def framed(cases: Sequence[Case]) -> Iterator[Case]:
    """Every seventh case of one turn, its question in a frame; what is right stays the same."""
    single = [case for case in cases if len(case.turns) == 1][::EVERY]
    for number, case in enumerate(single):
        frames = FRAMES["en" if case.lang == "en" else "zh"]
        ended = case.question if case.question[-1] in "？?。." else case.question + "？"
        yield replace(case, id=f"framed/{case.id}", turns=(frames[number % len(frames)].format(q=ended),))
