"""English phrases that name one thing keep the words that ask or mean tasks elsewhere."""

from __future__ import annotations

import pytest

from assistant.questions.naming import TASK_NOUNS, topic_of
from assistant.questions.topic import topic_words
from assistant.questions.whole_phrases import has_noun, phrases_restored, without_nouns


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("platforms of the task force", "platforms of the task force"),
        ("three months in a row", "three months in a row"),
        ("tasks of the county", "  of the county"),
        ("main tasks of the task force", "main   of the task force"),
        ("市里的任务", "市里的 "),
    ],
)
def test_nouns_of_tasks_go_but_not_out_of_other_phrases(text: str, left: str) -> None:
    """A task force is a body and no task; main tasks are tasks."""
    assert without_nouns(text, TASK_NOUNS) == left


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("who sits on the task force", False),
        ("which tasks has the task force", True),
        ("main tasks", True),
        ("哪些任务", True),
        ("天气", False),
    ],
)
def test_a_task_force_is_no_task(text: str, has: bool) -> None:
    """Nothing but a noun of tasks outside such a phrase makes a question one about tasks."""
    assert has_noun(text, TASK_NOUNS) is has


def test_asking_words_inside_a_phrase_stay() -> None:
    """Means asks for a meaning, but not in means of production; what asks as a whole (how many days) stays taken."""
    text = "value for means of production"
    assert [text[start:end] for start, end in phrases_restored(text, "value for       of production")] == [
        "means of production"
    ]
    assert not [*phrases_restored("how many days late", "         days late")]
    assert not [*phrases_restored("几天", "  ")]


def test_possessives_and_short_forms_leave_no_letters() -> None:
    """No s of a possessive inside a phrase, no t of don't."""
    assert topic_words("the zone's management committee") == ["zone", "management", "committee"]
    assert topic_words("the units don't match, they won't agree, we'll see") == ["match", "agree", "see"]
    assert topic_of("", "the zone's task force") == "zone task force"
