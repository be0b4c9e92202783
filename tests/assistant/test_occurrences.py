"""Where words are written in texts."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language.occurrences import ABBREVIATION, IN_PIECES, Forms, Written, plain

ALPHABET = "综合试验区是b2 1５，\n\U00020000"
TEXTS = st.lists(st.text(ALPHABET, max_size=12), max_size=8)
FORMS = st.lists(
    st.tuples(st.text("综合试验区b21\U00020000", max_size=6), st.sampled_from([1.0, 0.85, 0.6])), max_size=3
)


def one_by_one(forms: Forms, text: str) -> float:
    """What a word is worth in one text, by the definition, form by form."""
    best = 0.0
    for form, worth in forms:
        pairs = [form[at : at + 2] for at in range(len(form) - 1)]
        number = form[:1].isdigit() and not re.search(rf"(?<![\d.]){re.escape(form)}(?!\d)", text)
        if form and form in text and not number:
            best = max(best, worth)
        elif len(form) > 2 and not form.isascii():
            best = max(best, worth * IN_PIECES * sum(pair in text for pair in pairs) / len(pairs))
            short = "[\u3400-\u9fff]{0,2}".join(map(re.escape, form))
            if len(form) <= 5 and re.search(short, text):
                best = max(best, worth * ABBREVIATION)
    return best


@pytest.mark.parametrize("many", [1, 2000])
@settings(deadline=None)
@given(texts=TEXTS, words=st.lists(FORMS.map(tuple), min_size=1, max_size=3))
def test_many_texts_at_once_are_as_one_by_one(many: int, texts: list[str], words: list[Forms]) -> None:
    """Texts do not touch each other, and asking again gives the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.language.occurrences.MANY", many)
        found = Written(words)
        found.shares(texts[::2])  # what was seen in part comes again as a whole
        again = [found.shares(texts), found.shares(texts)]
    expected = np.asarray([[one_by_one(forms, plain(text)) for forms in words] for text in texts])
    for shares in again:
        assert shares == pytest.approx(expected.reshape(len(texts), len(words)))


@pytest.mark.parametrize(
    ("form", "text", "share"),
    [
        ("综试区", "设立跨境电商综合试验区", ABBREVIATION),
        ("综试区", "综合而言，尝试新区", 0.0),
        ("5", "到2015年", 0.0),
        ("5", "共 ５ 项", 1.0),
        ("监管场地", "监管的各类场地", IN_PIECES * 2 / 3),
        ("", "监管", 0.0),
    ],
)
def test_a_word_counts_by_how_it_is_written(form: str, text: str, share: float) -> None:
    """Whole, shortened or in pieces; a number inside a longer one is another number."""
    assert Written([((form, 1.0),)]).shares([text])[0, 0] == pytest.approx(share)
