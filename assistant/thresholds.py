"""From which score on something is an answer, and below which the question is said to be unanswered.

Every score is the weighted share of the question's topic that a text speaks of, 0..1 (relevance.py); for records, mixed
with how well search found them. `zhengwen eval risk-coverage` asks the development questions again with one threshold
after the other and shows what is gained and lost.

Measured on the 377 development questions of the three gold sets, each over its own collection; "worth" is right cases
less wrong answers, "risk" the share of the answers that are wrong. Half of a set's questions (`test`) had no say.

    sentence   .40    .50    .55    .60    .65    .70    .80
    answered   335    334    332    332    329    323    294
    risk %    12.8   12.9   12.3   12.3   12.5   12.4   10.9
    worth      283    282    286    286    283    279    268

`record` (measured from .30 to .60) and `listed` (.40 to .80) change one case each, measured shortly before COVERED and
COVERED_ITSELF were added: what they give up is refused or found for other reasons.
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
