"""What is worked out for a question serves its parts, for as long as the question is answered."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Thread

from index.while_answering import MOST, KeptForParts, answering


def _counted() -> tuple[KeptForParts[str, list[str]], list[list[str]]]:
    made: list[list[str]] = []

    def make(keys: Sequence[str]) -> list[str]:
        made.append(list(keys))
        return made[-1]

    return KeptForParts(make), made


def test_what_was_made_for_a_question_serves_a_part_of_it() -> None:
    """With the places of the part's own keys; what has other keys is made anew, each key once."""
    kept, made = _counted()
    with answering():
        whole, places = kept(["牵头", "免税店", "期限"])
        assert places == [0, 1, 2]
        assert kept(["期限", "牵头"]) == (whole, [2, 0])
        assert kept(["期限", "金额", "期限"])[1] == [0, 1, 0]
    assert made == [["牵头", "免税店", "期限"], ["期限", "金额"]]


def test_nothing_is_kept_beyond_the_answer_nor_for_other_threads() -> None:
    """Nor more than some of each kind, the last ones."""
    kept, made = _counted()
    with answering():
        kept(["期限"])
        thread = Thread(target=lambda: kept(["期限"]))
        thread.start()
        thread.join()
        assert len(made) == 2
        for number in range(MOST):
            kept([str(number)])
        kept(["期限"])
        assert len(made) == MOST + 3
    kept(["期限"])
    with answering():
        kept(["期限"])
    assert len(made) == MOST + 5
