"""Which word a misspelled one means."""

from __future__ import annotations

from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from corpus.spelling import ALIKE, SHORTEST, Spelling

VOCABULARY = ("commerce", "commercial", "customs", "finance", "taxation", "transport", "publicity", "human")
WORDS = st.one_of(
    st.text("abcdefimnoprstuxy'", max_size=12),
    st.builds(
        lambda word, at, other: word[:at] + other + word[at + 1 :],
        st.sampled_from(VOCABULARY),
        st.integers(0, 9),
        st.sampled_from(["", "e", "ss"]),
    ),
)


@given(WORDS)
def test_the_most_alike_word_is_meant(word: str) -> None:
    """As Python's own matching finds it over the whole vocabulary: leaving most words out early changes nothing."""
    near = get_close_matches(word, VOCABULARY, 1, ALIKE) if len(word) >= SHORTEST else []
    assert Spelling(VOCABULARY).mended(word) == (near[0] if near else word)


def test_slips_are_mended_and_other_words_left() -> None:
    """A letter too many or too few is a slip; short words and words of their own stay as they are."""
    spelling = Spelling(VOCABULARY)
    assert [spelling.mended(word) for word in ("comerce", "finnance", "hmuan", "port", "tourism")] == [
        "commerce",
        "finance",
        "hmuan",
        "port",
        "tourism",
    ]
