"""From which score on something is an answer, and below which the question is said to be unanswered.

The scores of `record`, `listed` and `sentence` are the weighted share of the question's topic that a text speaks of,
0..1 (relevance.py); for records, mixed with how well search found them. `stated` is a probability (answerability.py).
`zhengwen eval risk-coverage` asks the development questions again with one threshold after the other and shows what is
gained and lost. "Worth" is right cases less wrong answers, "risk" the share of the answers that are wrong. Questions
marked `test` had no say.

`stated`, measured on 904 development questions, each over its own collection; "gates" are the four rules that it took
the place of (a least share of the topic by score, by words, outside the title, and in what is counted):

    stated     gates    .15    .20    .25    .30    .35    .40
    answered     821    830    825    816    807    792    786
    risk %      21.9   22.8   22.2   21.7   21.2   20.6   20.1
    right        696    695    697    697    697    694    695
    worth        516    506    514    520    526    531    537

Above .30 right answers are given up. `WEIGHTS` and `INTERCEPT` are a logistic regression over 675 best sentences of
these questions, rounded, those of questions without an answer counting twice. On documents that had no part in the fit
(eight folds) the signs tell a best sentence that is cited evidence from another one with an area under the curve of
0.83, from that of a question without an answer with 0.90.

`zhengwen eval --fit` (CONTRIBUTING.md, Measuring answers) fits them anew. The sign `asked` came later, with 309 more
questions over other documents: on documents outside of the fit (best sentences of 1,213 questions, those with the
evidence withheld counting .1) the area under the curve rises from 0.734 to 0.764 against other sentences of questions
with an answer, from 0.902 to 0.905 against those without. The weights in use lie between these and the former ones and
were chosen by hand: 1,005 of the questions are right (1,003 with the former, 999 with the fit itself, which is noise),
87 right refusals of 105 (86 with the former).

A word that the collection never uses decided alone before `strange` became a sign: of 37 best sentences that it refused
(1,540 questions) 15 were cited evidence and 10 of questions without an answer, all of which fall below .30 without it
but one, at .31.

`held` and `lacked` came with 1,381 rewordings of these questions: shares shrink with every word that an asker says
besides, what a sentence holds does not. Fitted with the former weights as prior (a penalty of 80 on the distance from
them; the intercept set by hand), on documents outside of the fit, best sentences of 2,182 questions: 1,516 right
ones are kept instead of 1,505, 327 of 477 wrong ones given instead of 339, and 54 of 135 for questions without an
answer instead of 50; at .28 it is 1,507, 319 and 52. A lesser penalty tells the wrong ones better, and lets
lines pass that say nothing themselves under a title that says all. `strange` was then set from -.7 to -.8 by hand: one
question without an answer is refused again, no other of 3,321 development questions changes; at -1.1 two right answers
are lost.

`record` (measured from .30 to .60) and `listed` (.40 to .80) change one case each, measured on 377 questions.
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
    """A further sentence is given, and a part of a question answered, from about this share of the topic on."""
    stated: float = 0.3
    """The best sentence answers when it is this sure (answerability.py) that it states what was asked."""


MEASURED = Thresholds()
"""What the product answers with."""

HEADING = 0.9
"""A heading is what a question means when it, with its ancestors, holds this share of the topic."""

WEIGHTS = (0.8, -1.9, -1.1, 0.4, 4.3, 1.0, -1.3, -0.8, 1.1, 0.8, -1.3)
"""What each sign of `answerability.Signs` tells, in their order: headed, unmet, unknown, found, ahead, words, unpriced,
strange, asked, held, lacked."""

INTERCEPT = -3.5
