"""Whole numbers in Chinese and Arabic."""

from __future__ import annotations

import pytest

from corpus.numbering import numbering
from corpus.numerals import number


@pytest.mark.parametrize(
    ("written", "value"),
    [("21", 21), ("十", 10), ("十一", 11), ("二十", 20), ("一百零五", 105), ("二〇二一", 2021), ("一○", 10), ("两", 2)],
)
def test_a_numeral_has_its_value(written: str, value: int) -> None:
    """Places count where 十 or 百 stands, digits follow one another elsewhere."""
    assert number(written) == value


@pytest.mark.parametrize("written", ["", "多", "2.5", "十x"])
def test_what_is_no_whole_number_is_refused(written: str) -> None:
    """Nothing is guessed for words."""
    with pytest.raises(ValueError, match="not a whole number"):
        number(written)


def test_an_article_numbered_digit_by_digit() -> None:
    """第一〇条 is the tenth article."""
    found = numbering("第一〇条 各单位应当按期报送。")
    assert found is not None
    assert found.value == 10
