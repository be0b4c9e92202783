"""Names of a collection's places, in pinyin."""

from __future__ import annotations

import pytest

from assistant.romanised import RomanisedNames

NAMES = RomanisedNames(
    [
        "临溪区人民政府关于印发三年行动方案的通知",
        "望川国际陆港集团",
        "澄海省人民政府关于同意设立松原湾数字贸易创新试验区的批复",
    ]
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("social security cards Linxi", "social security cards 临溪"),
        ("cold chain centre Songyuan Bay", "cold chain centre Songyuan Bay"),
        ("Chenghai targets", "澄海 targets"),
        ("the plan of Zhengfu", "the plan of Zhengfu"),
        ("export credit insurance", "export credit insurance"),
    ],
)
def test_a_capitalised_word_that_is_the_pinyin_of_a_name_becomes_it(text: str, said: str) -> None:
    """And nothing else does: no ordinary word, no name that the collection does not have."""
    assert NAMES.in_chinese(text) == said
