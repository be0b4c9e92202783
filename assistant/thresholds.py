"""From which score on something is an answer, and below which the question is said to be unanswered.

Every score is the weighted share of the question's topic that a text speaks of, 0..1 (relevance.py); for records, mixed
with how well search found them. `zhengwen eval risk-coverage` asks the development questions again with one threshold
after the other and shows what is gained and lost.

Measured on the 377 development questions of the three gold sets, each over its own collection; "worth" is right cases
less wrong answers, "risk" the share of the answers that are wrong. Half of a set's questions (`test`) had no say.

    sentence   .40    .50    .55    .60        record: the same from .30 to .60 (269 at .50, 268 from .55 on)
    answered   347    341    337    334
    risk %    17.3   15.8   15.1   15.0
    worth      255    263    268    268

`listed` decides little: from .40 to .80 one case of the 377 changes. COVERED and COVERED_ITSELF came after this.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All in 0..1. Higher: fewer answers, and of those more are right."""

    record: float = 0.55
    """A record answers who and when from this share of the topic on."""
    listed: float = 0.62
    """A record belongs to a list on a topic from this share on: a list is read as complete and as exact."""
    sentence: float = 0.55
    """A sentence answers when it speaks of this share of the topic (context counted)."""


MEASURED = Thresholds()
"""What the product answers with."""

HEADING = 0.9
"""A heading is what a question means when it, with its ancestors, holds this share of the topic."""

COVERED = 0.35
"""A sentence answers only when this share of the topic's words is in it or its context, whatever search made of it."""

COVERED_ITSELF = 0.16
"""A date or a figure is of the topic only when this share is in its sentence and headings, not only in the title."""
