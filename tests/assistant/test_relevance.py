"""How well texts answer to a topic."""

from __future__ import annotations

import pytest

from assistant.matching.relevance import Candidate, Relevance
from index.library import Library
from index.while_answering import answering

TASK = Candidate("争取设立鲜花进境指定监管场地")
OTHER = Candidate("推行货站“一单到底”电子运单")


@pytest.mark.parametrize(
    "topic",
    [
        "鲜花进境指定监管场地",
        "鲜花进境",
        "进境鲜花的监管场地",
        "fresh flower imports",
        "鲜花 designated site",
        "鲜花监管场地 设立",
    ],
)
def test_the_text_on_the_topic_is_preferred(topic: str, written_library: Library) -> None:
    """As it is written, in other words and in English."""
    on, off = Relevance(topic, written_library).scores([TASK, OTHER])
    assert on.total > off.total
    assert on.coverage > off.coverage


@pytest.mark.parametrize("topic", ["鲜花进境指定监管场地", "电子运单", "fifth freedom rights", "免税"])
def test_shares_lie_between_nothing_and_everything(topic: str, written_library: Library) -> None:
    """Coverage 1 means every word as written."""
    for score in Relevance(topic, written_library).scores([TASK, OTHER, Candidate(""), Candidate(topic)]):
        assert 0 <= score.coverage <= 1 + 1e-6
        assert 0 <= score.whole <= 1 + 1e-6


@pytest.mark.parametrize("topic", ["鲜花进境指定监管场地", "电子运单", "fifth freedom rights", "免税 货站"])
def test_bounds_hold_what_meanings_add(topic: str, written_library: Library) -> None:
    """What is told of a text by its letters alone is never more than its share, and at most so much less."""
    texts = [TASK.text, OTHER.text, topic, "花卉进口的口岸", ""]
    least, most = Relevance(topic, written_library).bounds_of(texts)
    shares = Relevance(topic, written_library).shares_of(texts)
    assert all(low - 1e-6 <= share <= high + 1e-6 for low, share, high in zip(least, shares, most, strict=True))
    assert min(most) < max(least)  # a text that has none of the topic need not be looked at for its meaning


def test_an_english_phrase_is_found_by_the_meaning_of_any_likely_rendering(written_library: Library) -> None:
    """Not of its first rendering alone: a help centre is a 维权中心, and a 援助中心, which 援助站 is near to."""
    relevance = Relevance("help centre", written_library)
    near, far = relevance.shares_of(["援助站", "电子运单"])
    assert near > 0.4
    assert far < 0.1


def test_a_text_covers_itself(written_library: Library) -> None:
    """Every word of it is written there."""
    assert Relevance("鲜花进境指定监管场地", written_library).score(TASK).coverage == pytest.approx(1)


def test_headings_and_titles_count_less_than_the_text(written_library: Library) -> None:
    """A word above a passage is better than none and worse than one in it."""
    relevance = Relevance("第五航权", written_library)
    inside, above, nowhere = relevance.scores(
        [Candidate("争取开放第五航权"), Candidate("争取事项", headings="开放第五航权"), Candidate("争取事项")]
    )
    assert inside.coverage > above.coverage > nowhere.coverage


def test_a_rare_word_weighs_more_than_a_common_one(written_library: Library) -> None:
    """航权 tells more than 建设, which stands everywhere."""
    weights = {term.word: term.weight for term in Relevance("建设航权", written_library).terms}
    assert weights["航权"] > weights["建设"]


def test_a_topic_without_words_scores_nothing(written_library: Library) -> None:
    """Marks are no topic."""
    relevance = Relevance("？！ 。", written_library)
    assert not relevance.terms
    assert relevance.score(TASK).total == 0


def test_scores_keep_the_order_of_the_candidates(written_library: Library) -> None:
    """One score a candidate, the same alone and among others."""
    relevance = Relevance("鲜花进境", written_library)
    together = relevance.scores([OTHER, TASK, OTHER])
    assert together[0].coverage == together[2].coverage
    assert together[1].coverage == pytest.approx(relevance.score(TASK).coverage)


def test_a_topic_that_is_a_part_of_an_earlier_one_scores_alike(written_library: Library) -> None:
    """While a question is answered the words of its parts are looked up in what was found for the whole."""
    candidates = [TASK, OTHER, Candidate("争取事项", "开放第五航权", "鲜花", "电子运单", 0.5), Candidate("")]
    alone = Relevance("进境电子运单 fifth freedom rights", written_library).scores(candidates)
    with answering():
        whole = Relevance("鲜花进境电子运单 fifth freedom rights", written_library)
        whole.scores([TASK, *candidates[2:]])
        part = Relevance("进境电子运单 fifth freedom rights", written_library)
        assert part._looked is whole._looked
        found = part.scores(candidates)
        assert part.totals(candidates) == [score.total for score in found]
    for one, expected in zip(found, alone, strict=True):
        assert (one.coverage, one.whole) == pytest.approx((expected.coverage, expected.whole), abs=1e-6)


def test_a_part_of_a_topic_scores_as_a_topic_of_its_own(written_library: Library) -> None:
    """What was found for the whole topic is looked up again for the words that are left, and they alone count."""
    candidates = [TASK, OTHER, Candidate("争取事项", "开放第五航权", "鲜花", "电子运单", 0.5), Candidate("")]
    whole = Relevance("鲜花进境电子运单 fifth freedom rights", written_library)
    whole.scores(candidates)
    part = whole.without(frozenset({"鲜花"}))
    alone = Relevance("进境电子运单 fifth freedom rights", written_library)
    assert 0 < len(part.terms) < len(whole.terms)
    assert part.terms == alone.terms
    for found, expected in zip(part.scores(candidates), alone.scores(candidates), strict=True):
        assert found.coverage == pytest.approx(expected.coverage, abs=1e-6)
        assert found.whole == pytest.approx(expected.whole, abs=1e-6)
    assert part.shares(candidates) == [score.coverage for score in part.scores(candidates)]


@pytest.mark.parametrize(
    ("topic", "strange"),
    [("养老院床位", True), ("离婚材料", True), ("离婚保税", True), ("居住证电子运单", False), ("国外买鲜花", False)],
)
def test_everyday_words_without_a_use_are_strange(topic: str, strange: bool, written_library: Library) -> None:
    """An everyday word whose official words the documents never use is about something else, also beside a weightier
    word; one of which they use an official word is not."""
    assert Relevance(topic, written_library).strange(OTHER) is strange


def test_a_run_without_a_word_is_cut_where_the_collection_uses_the_pieces(written_library: Library) -> None:
    """The dictionary knows neither 临溪 nor 再补: the name is a term, what stands beside it is none of the name."""
    words = {term.word for term in Relevance("年临溪补", written_library).terms}
    assert "临溪" in words
    assert not any("临溪" in word and word != "临溪" for word in words)


def test_a_name_that_the_collection_never_uses_stays_whole(written_library: Library) -> None:
    """马德里 is not a horse, a virtue and a mile."""
    assert [term.word for term in Relevance("马德里", written_library).terms] == ["马德里"]
