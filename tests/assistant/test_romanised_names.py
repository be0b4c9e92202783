"""Names of a collection's places, in pinyin."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from assistant.questions.romanised_names import RomanisedNames
from tests.assistant.conftest import Over

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


_REPLY = """国务院办公厅关于辽宁省有关问题的复函

一、关于炼油项目。大连市请求，由大连实德集团与外国企业合资合作，在双岛湾建设炼油项目，拟投资400亿元。
二、关于博鳌乐城先行区。具体管理办法由省人民政府制定，由曾培炎同志联系。
三、关于区域协调。发展新的增长极，长期坚持。昌吉、石河子两地要加强协作。
"""


@pytest.fixture(scope="module")
def letter(over: Over) -> RomanisedNames:
    """The names in the body of a letter, none of which stands in its title."""
    return RomanisedNames(["国务院办公厅关于辽宁省有关问题的复函"], over({"letter.txt": _REPLY})._library)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dalian Shide invested", "大连实德 invested"),
        ("the Shuangdao Bay refinery", "the 双岛湾 refinery"),
        ("Boao Lecheng pilot zone", "博鳌乐城 pilot zone"),
        ("what did Zeng Peiyan say", "what did 曾培炎 say"),
        ("Changji and Shihezi", "昌吉 and Shihezi"),
        ("Women in Wuzhou", "Women in Wuzhou"),
        ("Changqi matters", "Changqi matters"),
        ("shuangdao", "shuangdao"),
    ],
)
def test_names_in_the_text_are_found_by_their_syllables(text: str, said: str, letter: RomanisedNames) -> None:
    """A bay is part of its name; what the dictionary knows stays for it to render. Pieces of other words (长极 in
    增长极), everyday words (长期), names that no text has and words without a capital are left as they are."""
    assert letter.in_chinese(text) == said


def test_a_question_finds_what_a_name_in_pinyin_stands_for(over: Over) -> None:
    """Without the name nothing tells this project from others."""
    answer = over({"letter.txt": _REPLY}).answer("How much is to be invested in the Shuangdao Bay project?")
    assert "400亿元" in answer.answer


def test_a_name_with_an_apostrophe_is_one_name() -> None:
    """Ji'an is two syllables; the possessive is no part of it, and the first half alone is no name."""
    names = RomanisedNames(["霁安市促进入境消费若干措施"])
    assert names.in_chinese("the measures of Ji'an") == "the measures of 霁安"
    assert names.in_chinese("Ji'an's measures") == "霁安's measures"


class _Everything:
    """A collection so large that any characters stand side by side somewhere; what was looked up is counted."""

    def __init__(self) -> None:
        self.rarities = 0

    def held(self, found: Collection[str]) -> frozenset[str]:
        return frozenset(found)

    def rarity(self, word: str) -> float:
        self.rarities += 1
        return 0.1 if word in ("霁安", "安桐", "桐浦") else 0.9

    def stands(self, name: str) -> bool:
        return name == "霁安桐浦"


def test_the_likeliest_names_are_looked_for_where_all_characters_stand_side_by_side() -> None:
    """Four syllables are of a hundred characters each: not all of a hundred million names are written down."""
    everything = _Everything()
    assert RomanisedNames([], everything).in_chinese("the plan of Ji'antongpu") == "the plan of 霁安桐浦"
    assert everything.rarities < 100_000


def test_a_word_of_too_many_syllables_is_no_name() -> None:
    """It is left alone at once: thirty syllables can be cut in a million ways."""
    text = "the plan of A" + "nan" * 60
    assert RomanisedNames([], _Everything()).in_chinese(text) == text
