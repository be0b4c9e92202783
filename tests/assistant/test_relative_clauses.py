"""Question words that only join a clause ask nothing."""

from __future__ import annotations

import pytest

from assistant.questions.asking import Ask, what_is_asked
from assistant.questions.relative_clauses import without_relatives


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How many people who have no work does it want to train?", {Ask.QUANTITY}),
        ("Who leads the scheme for parcels, where goods are kept abroad?", {Ask.LEAD}),
        ("When Hailan asked for more berths, how much money did it get?", {Ask.BUDGET}),
        ("Tell me who leads the licence and when it is due", {Ask.LEAD, Ask.DEADLINE}),
        ("Who leads it, when is it due and where does the office sit?", {Ask.LEAD, Ask.DEADLINE, Ask.PLACE}),
        ("where are the goods kept?", {Ask.PLACE}),
        ("when must firms who export file the form?", {Ask.DEADLINE}),
        ("when goods are freed", {Ask.DEADLINE}),
    ],
)
def test_a_joining_word_asks_nothing(question: str, asks: set[Ask]) -> None:
    """Beside a word that does ask; alone it is what is asked."""
    assert what_is_asked(question).asks == asks


@pytest.mark.parametrize("text", ["商务局谁来牵头", "who who who", "where", "people who", "a when b where c who d how"])
def test_length_stays_and_something_still_asks(text: str) -> None:
    """Spans of the question stay where they are."""
    left = without_relatives(text)
    assert len(left) == len(text)
    assert any(word in left for word in ("谁", "who", "where", "when", "how"))


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How many measures does the plan have?", {Ask.COUNT}),
        ("How many key tasks are there?", {Ask.COUNT}),
        ("How many of the 130 practices came from Hebei?", {Ask.COUNT}),
        ("How many babies were born?", {Ask.QUANTITY}),
        ("How many trucks will run in the three zones?", {Ask.QUANTITY}),
        ("What counts as a small firm?", {Ask.DEFINITION}),
        ("Which firms count as small?", {Ask.DEFINITION}),
        ("A group is to be formed. By whom?", {Ask.RESPONSIBLE}),
        ("The notice was issued by whom?", {Ask.ISSUER}),
        ("Whom did the county hire?", {Ask.RESPONSIBLE}),
    ],
)
def test_what_is_counted_and_who_is_meant(question: str, asks: set[Ask]) -> None:
    """The parts of a document are counted, of anything else the number is a figure that stands in the text; who does a
    thing is no issuer of a paper."""
    assert what_is_asked(question).asks == asks
