"""Chinese renderings of English words: which words win, and what a broken glossary file says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.english import words
from index.glossary import (
    Glossary,
    GlossaryError,
    dictionary_terms,
    phrases_in,
    policy_terms,
    read_glossary,
    rendered_phrases,
    renderings,
)


def terms(question: str) -> list[str]:
    return [term for term, _ in renderings(question)]


def test_the_longest_phrase_wins() -> None:
    """A phrase is rendered as a whole and not also word by word."""
    found = terms("the comprehensive bonded zone")
    assert found[0] == "综合保税区"
    assert "全面" not in found


def test_a_phrase_is_as_long_as_any_of_its_first_word() -> None:
    """In whatever form the word stands, so that a phrase is looked for at all its lengths."""
    glossary = Glossary({("duty", "free", "shop"): (("免税店", 1.0),), ("shop",): (("商店", 1.0),)})
    assert glossary.longest_from("duties") == 3
    assert glossary.longest_from("shops") == 1
    assert glossary.longest_from("free") == 0


def test_policy_terms_come_before_dictionary_words() -> None:
    """What offices write is rendered with more weight than what the dictionary guesses."""
    weights = dict(renderings("Which bureau of commerce sells flutes?"))
    assert weights["商务局"] > max(weight for term, weight in weights.items() if "笛" in term)


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("labour disputes", "劳动争议"),
        ("labor dispute", "劳动争议"),
        ("Who spearheaded this?", "牵头"),
        ("vaccinated", "接种"),
        ("hospitals", "医院"),
        ("the State Council’s circulars", "国务院"),
        ("farms in Kunshan", "昆山"),
    ],
)
def test_spelling_and_inflection_do_not_hide_a_word(question: str, term: str) -> None:
    """British and American spelling, plurals, verb forms, possessives and capitals find the same rendering."""
    assert term in terms(question)


def test_a_task_force_is_a_body() -> None:
    """Written as two words or as one, it is no task and no force."""
    assert terms("which task forces")[0] == terms("which taskforces")[0] == "工作专班"


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("waste from repairs", "废弃物"),
        ("the business of a bank", "业务"),
        ("technologies for mines", "技术"),
        ("works on the bridge", "工程"),
        ("scrapped papers", "废止"),
        ("scrapped cars", "报废"),
        ("hire a university", "聘请"),
        ("a survey of the ground", "勘查"),
        ("when must trucks be surveyed", "调查"),
        ("the new reviewers", "审核人员"),
        ("the meeting held in May", "召开"),
        ("what the word refers to", "是指"),
    ],
)
def test_a_word_of_many_senses_has_all_that_offices_write(question: str, term: str) -> None:
    """Which one is meant is told by the documents, not by the word; in whatever form it stands."""
    assert term in terms(question)


@pytest.mark.parametrize("question", ["someone", "things that came", "we don't want it any more", "themselves"])
def test_words_that_name_nothing_are_not_looked_for(question: str) -> None:
    """Pronouns, and verbs of asking and going."""
    assert not terms(question)


def test_an_office_in_capitals_is_no_word() -> None:
    """SAT is the tax administration; they sat is not."""
    assert "税务总局" in terms("the notice of SAT")
    assert "税务总局" not in terms("where they sat")


@pytest.mark.parametrize(("name", "term"), [("Almaty", "阿拉木图"), ("Rotterdam", "鹿特丹"), ("Tashkent", "塔什干")])
def test_foreign_places_are_known(name: str, term: str) -> None:
    """However rare their names are in Chinese texts: an overseas warehouse may stand anywhere."""
    assert term in terms(f"the overseas warehouse in {name}")


@pytest.mark.parametrize("name", ["Sarah Palin", "Archaeoraptor", "Generalissimo Francisco", "Norinco", "buffalo"])
def test_who_and_what_only_has_to_do_with_a_place_is_none(name: str) -> None:
    """Nor is a name of a place that is an ordinary word."""
    assert not dictionary_terms().look_up(tuple(words(name)))


def test_a_place_is_known_by_its_short_name() -> None:
    """甘孜 is what most texts write for 甘孜州; 玻璃 (glass) is no short name of 玻璃市."""
    assert {"甘孜", "甘孜州"} <= set(terms("the roads of Garze"))
    assert "玻璃" not in terms("the roads of Perlis")


def test_months_keep_their_end() -> None:
    """The end of a month is rendered as officials write deadlines."""
    assert terms("by the end of September 2021")[0] == "9月底前"


@pytest.mark.parametrize("question", ["", "谁牵头？", "2021 9710", "who is it that will be", "!!!", "é"])
def test_nothing_is_made_of_nothing(question: str) -> None:
    """Chinese, numbers, signs and words that only hold a sentence together have no renderings."""
    assert renderings(question) == []


@given(st.text(max_size=300))
def test_any_text_has_weighted_renderings(text: str) -> None:
    """Whatever is asked, renderings are distinct, best first, and weigh more than nothing and at most one."""
    found = renderings(text)
    weights = [weight for _, weight in found]
    assert all(0 < weight <= 1 for weight in weights)
    assert weights == sorted(weights, reverse=True)
    assert len({term for term, _ in found}) == len(found)


def test_the_glossary_is_large_and_clean() -> None:
    """At least 800 Chinese terms; every English variant has words and every term is free of stray signs."""
    chinese = {term for terms in policy_terms().phrases.values() for term, _ in terms}
    assert len(chinese) >= 800
    assert all(term == term.strip() and "\t" not in term and ";" not in term for term in chinese)
    assert len(dictionary_terms().phrases) > 20_000


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("商务局", "two columns"),
        ("商务局\tcommerce\tbureau", "two columns"),
        ("商务局=2\tcommerce bureau", "not in 0..1"),
    ],
)
def test_a_broken_line_is_named(line: str, problem: str) -> None:
    """A malformed line is refused with file and line number."""
    with pytest.raises(GlossaryError, match=f"own.tsv, line 2: .*{problem}"):
        read_glossary(["# head", line], "own.tsv")


def test_an_empty_glossary_finds_nothing() -> None:
    """Looking up in an empty glossary is no error."""
    assert Glossary({}).look_up(("customs",)) == ()


def test_words_are_plain() -> None:
    """Words are lower-case, in American spelling, and without the possessive."""
    assert words("The Bureau’s ORGANISATIONS, and labour-market programmes") == [
        *("the", "bureau", "organizations", "and", "labor", "market", "programs")
    ]


def test_a_phrase_is_found_where_it_stands() -> None:
    """The spans of phrases that are rendered as a whole, without the possessive, not across marks that part."""
    text = "the enforcement agency's import and export. Pays out, people in need"
    assert [text[start:end] for start, end in phrases_in(text)] == [
        *("enforcement agency", "import and export", "Pays out", "people in need"),
    ]
    assert list(phrases_in("商务局牵头哪些任务")) == []


def test_a_form_of_a_word_that_names_nothing_names_nothing() -> None:
    """As little as the word itself; fishermen are more than one fisherman."""
    assert [phrase for phrase, _ in rendered_phrases("giving fishermen")] == ["fishermen"]
    assert "渔民" in dict(rendered_phrases("fishermen")[0][1])
