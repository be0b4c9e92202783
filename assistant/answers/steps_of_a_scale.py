"""Which step of a scale the asker's own amount falls into: 首次达到1亿元的奖100万元；首次达到5亿元的奖300万元；….

The first step says what all of them are of, so that it speaks of the question best whatever amount is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.amounts import bounds_case, step_for
from assistant.matching.ranking import Found

APART = 3
"""Characters at most between two steps of one scale: a semicolon, a number."""


def step_meant(best: Found, ranked: Sequence[Found], given: tuple[tuple[float, str], ...]) -> Found:
    """The step of the scale of which the best sentence is one into which an amount `given` falls; the best sentence
    itself where it is none of a scale, or the amount falls into none."""
    for amount in given:
        if not bounds_case(best.sentence.text, amount[1]):
            continue
        beside = [
            one
            for one in ranked
            if one.sentence.passage.id == best.sentence.passage.id and bounds_case(one.sentence.text, amount[1])
        ]
        beside.sort(key=lambda one: one.sentence.span.start)
        at = next(at for at, one in enumerate(beside) if one.sentence.span == best.sentence.span)
        first, last = at, at
        while first and beside[first].sentence.span.start - beside[first - 1].sentence.span.end <= APART:
            first -= 1
        while last + 1 < len(beside) and beside[last + 1].sentence.span.start - beside[last].sentence.span.end <= APART:
            last += 1
        scale = beside[first : last + 1]
        step = step_for([one.sentence.text for one in scale], (amount,)) if len(scale) > 1 else None
        if step is not None:
            return scale[step]
    return best
