"""Everyday words and their official words: which matches win, what counts as empty, what a broken list says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language.lay_words import (
    EMPTY_WORDS,
    THESAURUS,
    USUAL_WEIGHT,
    LayWordsError,
    is_empty,
    official_words,
    phrases,
    read_thesaurus,
)
from index.terms import folded

ROWS = read_thesaurus(THESAURUS.read_text(encoding="utf-8").splitlines(), THESAURUS.name)
EMPTY = [
    word for line in EMPTY_WORDS.read_text(encoding="utf-8").splitlines() if line[:1] != "#" for word in line.split()
]


def found(question: str) -> list[str]:
    return [question[phrase.start : phrase.end] for phrase in phrases(question)]


def test_the_thesaurus_is_large_and_clean() -> None:
    """Every word is simplified, folded and free of white space; weights lie in (0, 1] and never rise along a row; no
    word stands for itself or for a longer word that holds it (found already), and none of a row is given twice."""
    assert len(ROWS) >= 500
    for everyday, words in ROWS.items():
        terms, weights = [term for term, _ in words], [weight for _, weight in words]
        assert all("".join(folded(term).split()) == term != "" for term in (everyday, *terms))
        assert all(0 < weight <= 1 for weight in weights)
        assert weights == sorted(weights, reverse=True), everyday
        assert [term for term in terms if everyday in term and len(everyday) > 1] == []
        assert len(set(terms)) == len(terms)


def test_empty_words_are_many_and_clean() -> None:
    """Question talk is simplified and folded, and none of it has a topic in the thesaurus."""
    assert len(set(EMPTY)) >= 150
    assert [word for word in EMPTY if folded(word) != word] == []
    assert [word for word in EMPTY if official_words(word)] == []


@pytest.mark.parametrize(
    ("everyday", "official"),
    [
        ("打分", "考核"),
        ("一把手", "主要负责人"),
        ("综保区", "综合保税区"),
        ("综合保税区", "综保区"),
        ("自贸区", "自由贸易试验区"),
        ("电商", "电子商务"),
        ("电子商务", "电商"),
        ("三成", "30%"),
        ("十四五", "2021—2025年"),
        ("占比", "比重"),
        ("死了多少人", "遇难"),
        ("返程", "回程"),
        ("标价", "计价"),
        ("难处", "困难"),
    ],
)
def test_official_words_of_everyday_ones(everyday: str, official: str) -> None:
    """Plain talk and abbreviations lead to what documents write, abbreviations in both directions."""
    assert official in dict(official_words(everyday))


def test_writing_does_not_matter() -> None:
    """Traditional characters, full width, capitals and blanks find the same row; an unknown word finds nothing."""
    assert official_words("跨境電商") == official_words("跨 境电商") == official_words("跨境电商") != ()
    assert official_words("ＧＤＰ") == official_words("gdp") != ()
    assert official_words("西瓜皮") == ()


def test_the_longest_match_wins() -> None:
    """A phrase is read as a whole, and not also by the shorter everyday words inside it."""
    assert found("跨境电商怎么收费") == ["跨境电商", "怎么收费"]
    assert "电商" in ROWS
    assert found("直播带货卖假货") == ["直播带货", "卖", "假货"]


@pytest.mark.parametrize("question", ["处罚决定书", "土地拍卖", "管委会主任", "申报数字化"])
def test_nothing_is_found_across_words(question: str) -> None:
    """罚 in 处罚, 卖 in 拍卖, 管 in 管委会 and 报数字 in 申报数字化 are not read as words of their own."""
    assert not {"罚", "卖", "管", "报数字"} & set(found(question))
    assert found("会罚吗") == ["罚"]


def test_offsets_are_those_of_the_question() -> None:
    """Offsets count the characters of the question as typed, even where folding one gives several."""
    question = "㈱這事花錢嗎"
    assert found(question) == ["花錢"]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(sorted(ROWS)), st.text(max_size=5)), max_size=8).map("".join))
def test_phrases_of_any_text(text: str) -> None:
    """Whatever is typed, phrases are in order, do not overlap, and each is a row of the thesaurus, or one whose verb
    and object it parts."""
    at = 0
    for phrase in phrases(text):
        assert at <= phrase.start < phrase.end <= len(text)
        word = text[phrase.start : phrase.end].removesuffix("儿")
        parted = word[0] + word[-1]
        wholes = official_words(word), official_words(word + "儿")
        assert phrase.words in (*wholes, ((folded(parted), 1.0), *official_words(parted)))
        at = phrase.end


@pytest.mark.parametrize(
    ("question", "phrase", "word"),
    [
        ("罚了款还要公示吗", "罚了款", "罚款"),
        ("一年开过几次会", "开过几次会", "开会"),
        ("给企业打了多少钱", "打了多少钱", "打钱"),
        ("貸不到款怎麼辦", "貸不到款", "贷不到款"),
        ("外国人交不交税", "交不交税", "交税"),
        ("价格涨没涨价", "涨没涨价", "涨价"),
        ("在哪看看病", "看看病", "看病"),
    ],
)
def test_verb_and_object_may_be_parted(question: str, phrase: str, word: str) -> None:
    """Particles, counts and a doubled verb between verb and object hide neither; the word itself comes first."""
    assert phrase in found(question)
    words = next(each.words for each in phrases(question) if question[each.start : each.end] == phrase)
    assert set(official_words(word)) <= set(words)
    assert words[0] == (word, 1.0) or words == official_words(phrase)


@pytest.mark.parametrize("question", ["打印钱币", "交通不便税收", "开发区会展"])
def test_parted_means_by_particles_alone(question: str) -> None:
    """Any other word between two characters makes no word of them."""
    assert not {"打钱", "交税", "开会"} & {word for phrase in phrases(question) for word, _ in phrase.words[:1]}


def test_a_preposition_is_not_the_beginning_of_a_word() -> None:
    """对外企 is 对 + 外企 although 对外 is a word; 国外企业 is no 国 + 外企."""
    assert "外企" in found("市里对外企有啥政策")
    assert "外企" not in found("国外企业")


def test_spoken_with_er() -> None:
    """娃儿 is 娃; the 儿 of 儿童 is not taken with what precedes it."""
    assert found("娃儿上学") == ["娃儿", "上学"]
    assert "娃" in found("娃儿童")


def test_every_word_is_found_by_itself() -> None:
    """A question that is nothing but an everyday word gives that word."""
    assert [everyday for everyday in ROWS if found(everyday) != [everyday]] == []


@pytest.mark.parametrize(
    "word", ["安排", "说法", "路子", "情况", "意思", "打算", "搞", "開展", "什么", "请问", "内 容"]
)
def test_question_talk_is_empty(word: str) -> None:
    """Light nouns, modal and light verbs and question words carry no topic, however they are written."""
    assert is_empty(word)


@pytest.mark.parametrize("word", ["", "资金", "花钱", "打分", "海关", "gdp"])
def test_words_with_a_topic_are_not_empty(word: str) -> None:
    """What could be looked for is never empty."""
    assert not is_empty(word)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("打分", "two columns"),
        ("打分\t", "must be a word"),
        ("打分\t考核; ", "must be a word"),
        ("打分\t考核;评价\t绩效", "must be a word"),
        ("打分\t打分", "stands for itself"),
        ("打分\t考核; 考核", "twice"),
        ("打分\t考核=1.5", "not in 0..1"),
        ("打分\t考核=nan", "not in 0..1"),
        ("打分\t考核=高", "could not convert"),
        ("電商\t电子商务", "simplified"),
        ("开会\t召开", "has a row already"),
    ],
)
def test_a_broken_row_is_named(line: str, problem: str) -> None:
    """A malformed row is refused with file and line."""
    with pytest.raises(LayWordsError, match=f"own.tsv, line 3: .*{problem}"):
        read_thesaurus(["# everyday\tofficial\n", "开会\t会议\n", line], "own.tsv")


def test_an_official_word_is_checked_like_an_everyday_one() -> None:
    """Also where the same official words stood in a row before, and where only one character is not folded."""
    with pytest.raises(LayWordsError, match=r"own\.tsv, line 2: '資金' must be a word"):
        read_thesaurus(["花钱\t经费", "掏钱\t经费; 資金"], "own.tsv")
    with pytest.raises(LayWordsError, match=r"own\.tsv, line 2: 经费 stands for itself"):
        read_thesaurus(["花钱\t经费", "经费\t经费"], "own.tsv")


def test_a_row_without_weight_has_the_usual_one() -> None:
    """An explicit weight holds for its word only; comments and blank lines say nothing."""
    rows = read_thesaurus(["# head", "", "打分\t考核; 评价=0.5"], "own.tsv")
    assert rows == {"打分": (("考核", USUAL_WEIGHT), ("评价", 0.5))}


@pytest.mark.parametrize("text", ["İ拖着不办", "ͅ罚了款"])
def test_letters_that_fold_to_several_do_not_stop_the_reading(text: str) -> None:
    """A letter that the cutter of words writes otherwise is passed over; what follows it is found."""
    assert list(phrases(text))


def test_the_longer_of_two_everyday_words_that_overlap_is_meant() -> None:
    """老是拖着不办 has 拖着不办 in it, not 老是拖 before an unknown word."""
    text = "老是拖着不办"
    assert [text[phrase.start : phrase.end] for phrase in phrases(text)] == ["拖着不办"]
