"""English words in one spelling, and the forms by which a glossary is asked."""

from __future__ import annotations

import pytest

from index.english import joined_or_parted, uninflected, words
from index.glossary import renderings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theatres, metres and offences", ["theaters", "meters", "and", "offenses"]),
        ("analysed neighbouring harbours", ["analyzed", "neighboring", "harbors"]),
        ("four hours in our promise", ["four", "hours", "in", "our", "promize"]),
        ("Ürümqi café", ["urumqi", "cafe"]),
        ("5G and 3D, 50kg in 2021", ["5g", "and", "3d", "kg", "in"]),
        ("the U.S. and the US, not us", ["the", "usa", "and", "the", "usa", "not", "us"]),
        ("IT firms: is it so?", ["information technology", "firms", "is", "it", "so"]),
        ("US dollars, US$5", ["us", "dollars", "us"]),
        ("R&D, S&T", ["r", "d", "s", "t"]),
        ("The Bureau’s", ["the", "bureau"]),
    ],
)
def test_a_word_has_one_spelling(text: str, expected: list[str]) -> None:
    """British spelling, accents, initials, digits before a letter, and names in capitals come out in one form."""
    assert words(text) == " ".join(expected).split()


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("children", "child"),
        ("sold", "sell"),
        ("frozen", "freeze"),
        ("analyses", "analysis"),
        ("potatoes", "potato"),
        ("buses", "bus"),
        ("movies", "movie"),
        ("shelves", "shelf"),
        ("larger", "large"),
        ("heaviest", "heavy"),
        ("jointly", "joint"),
        ("suitably", "suitable"),
        ("easily", "easy"),
        ("automatically", "automatic"),
        ("labelled", "label"),
        ("certified", "certify"),
    ],
)
def test_a_form_leads_to_its_word(form: str, base: str) -> None:
    """Regular and irregular plurals, verb forms, comparisons and adverbs are led back to their word."""
    assert base in set(uninflected(form))


@pytest.mark.parametrize(("word", "other"), [("corner", "corn"), ("summer", "sum"), ("early", "ear"), ("apply", "app")])
def test_what_only_looks_like_a_form_is_none(word: str, other: str) -> None:
    """A word that ends like a comparative or an adverb is not taken for one."""
    assert other not in set(uninflected(word))


def test_compounds_are_tried_both_ways() -> None:
    """Two words are tried as one, one word as any two; longer phrases stay as they are."""
    assert list(joined_or_parted(("cyber", "security"))) == [("cybersecurity",)]
    assert ("policy", "makers") in set(joined_or_parted(("policymakers",)))
    assert list(joined_or_parted(("a", "b", "c"))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ecommerce", "e-commerce"),
        ("co-operatives", "cooperatives"),
        ("cyber security", "cybersecurity"),
        ("timetables", "time tables"),
        ("workforces", "work force"),
        ("ports' theatres", "port theater"),
        ("the catalogue of labour programmes", "catalog labor program"),
        ("SMEs and SOEs", "SME and SOE"),
        ("NEVs", "new-energy vehicles"),
        ("R & D", "R&D"),
        ("5G", "5g"),
    ],
)
def test_two_ways_of_writing_find_the_same(one: str, other: str) -> None:
    """Hyphens, plurals, acronyms and either spelling find the same Chinese."""
    assert renderings(one) == renderings(other) != []


def test_capitals_tell_a_country_from_a_pronoun() -> None:
    """The US is 美国; "tell us" names nothing."""
    assert "美国" in {term for term, _ in renderings("US tariffs")}
    assert renderings("tell us") == []
