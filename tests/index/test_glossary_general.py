"""The general glossary: its rows are well formed, written as texts are compared, and find everyday questions' words."""

from __future__ import annotations

import pytest

from corpus.normalise import fold
from index.english import words
from index.glossary import FOLDER, SILENT, general_terms, policy_terms, renderings

ROWS = [
    tuple(line.split("\t"))
    for line in (FOLDER / "glossary_general.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_rows_are_well_formed() -> None:
    """Two columns, at most six Chinese terms, nothing twice, no stray signs or spaces."""
    assert len(ROWS) >= 4000
    for row in ROWS:
        assert len(row) == 2, row
        for variants in (row[0].split("; "), row[1].split("; ")):
            assert all(variant and variant == variant.strip(" ;|") for variant in variants), row
            assert len(set(variants)) == len(variants), row
        assert len(row[0].split("; ")) <= 6, row


def test_chinese_is_written_as_texts_are_compared() -> None:
    """Simplified characters and half-width letters: folding changes no term except in the case of its letters."""
    for chinese, _ in ROWS:
        for term in chinese.split("; "):
            name = term.partition("=")[0]
            assert fold(name).replace(" ", "") == fold(name.lower())
            assert {"“", "”"} & set(name) or fold(name) == name.lower().replace(" ", ""), name


def test_every_english_phrase_can_be_asked() -> None:
    """Each English variant has words, and is no single word that only holds sentences together."""
    for _, english in ROWS:
        for phrase in english.split("; "):
            said = words(phrase)
            assert said, english
            assert len(said) > 1 or said[0] not in SILENT, phrase


def test_both_glossaries_speak_together() -> None:
    """Where both files know a phrase, the terms of both are found, the policy terms' order kept among equals."""
    policy, general = policy_terms().look_up(("warehouse",)), general_terms().look_up(("warehouse",))
    found = [term for term, _ in renderings("warehouse")]
    assert set(found) == {term for term, _ in (*policy, *general)}


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("How many pavilions?", {"国家馆", "展馆"}),
        ("service windows", {"窗口"}),
        ("the traders", {"贸易商", "商户", "经营户"}),
        ("winding up a company", {"注销"}),
        ("the pilot zone", {"综合试验区", "试验区"}),
        ("goods leaving the zone", {"出区"}),
        ("deputy mayors", {"副市长"}),
        ("Who chairs the leading group?", {"组长", "领导小组"}),
        ("How is VAT refunded?", {"增值税", "退税"}),
        ("number plates", {"号牌", "车牌"}),
        ("fire and rescue", {"消防救援"}),
        ("a sub-venue", {"分会场"}),
        ("enlarging it", {"扩区", "扩大"}),
        ("people in Tai'an", {"泰安"}),
        ("farmers in Baoding", {"保定"}),
        ("an area of 20 square kilometres", {"平方公里"}),
        ("Who files a request for review?", {"提出申请", "申请"}),
        ("jars of pickles", {"泡菜", "腌菜"}),
        ("What makes up the total?", {"包括", "组成"}),
        ("the General Staff", {"总参谋部"}),
        ("a vice minister", {"副部长"}),
        ("ride-hailing drivers", {"网约车", "驾驶员"}),
        ("unpaid wages", {"欠薪", "工资"}),
        ("How many months a year?", {"每年"}),
        ("parks that never close", {"24小时"}),
        ("losses carried forward", {"结转"}),
        ("handed over to prosecutors", {"移送"}),
        ("port calls of cruise ships", {"艘次", "停靠"}),
        ("running costs", {"运维费", "运行费用"}),
    ],
)
def test_everyday_words_find_official_ones(question: str, terms: set[str]) -> None:
    """Plain words, plurals and verb forms find the words that official texts use."""
    assert terms <= {term for term, _ in renderings(question)}


@pytest.mark.parametrize(
    ("word", "rendering", "other"),
    [
        ("winter", "冬季", "春季"),
        ("corn", "玉米", "小麦"),
        ("Laos", "老挝", "柬埔寨"),
        ("provincial level", "省级", "国家级"),
        ("tuberculosis", "结核病", "艾滋病"),
        ("diesel", "柴油", "石油"),
        ("lawyer", "律师", "法官"),
        ("two thirds", "三分之二", "三分之一"),
        ("at night", "夜间", "上午"),
        ("afternoon", "下午", "夜间"),
    ],
)
def test_one_of_a_kind_is_not_rendered_by_another(word: str, rendering: str, other: str) -> None:
    """What is told apart in documents is told apart in English."""
    found = dict(renderings(word))
    assert rendering in found
    assert other not in found
