"""Fusion and re-ranking: what each part of a score is for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.rank import (
    EXPANSION_WEIGHT,
    FUSION_DENSE,
    RERANK_DEPTH,
    Weights,
    features,
    fuse,
    meanings,
    repeats_last,
    rerank,
    term_weights,
    unmet,
    weighed,
)
from index.types import Entry, Hit, Query


def entry(name: str, text: str, title: str = "", headings: str = "") -> Entry:
    """An entry of a document of its own."""
    return Entry(name, name, text, title, headings)


def ids(hits: list[Hit]) -> list[str]:
    """In the order of the hits."""
    return [hit.id for hit in hits]


def test_fusion_adds_the_share_of_the_best_lexical_score_and_the_cosine() -> None:
    """A hit that only one leg knows keeps what that leg gives."""
    hits = fuse([Hit("a", 0, lexical=0.1, dense=0.1), Hit("b", 0, lexical=0.08, dense=0.5), Hit("c", 0, dense=0.9)])
    dense = FUSION_DENSE * 0.9**4
    wanted = {"a": 1.0 + dense * 0.1, "b": 0.8 + dense * 0.5, "c": dense * 0.9}
    assert {hit.id: hit.score for hit in hits} == pytest.approx(wanted)
    assert ids(hits) == ["b", "c", "a"]


def test_the_more_words_find_the_less_meaning_counts() -> None:
    """The text that holds the question comes first; where none holds much of it, the one that is nearest does."""
    for least, first in ((0.05, "meant"), (0.9, "said")):
        hits = fuse([Hit("said", 0, lexical=least, dense=0.1), Hit("meant", 0, lexical=least / 2, dense=0.6)])
        assert hits[0].id == first, least
    assert unmet([None]) == 1.0
    assert unmet([1.2]) == 0.0
    assert unmet([]) == 1.0


def test_question_words_within_one_sentence_beat_words_that_are_strewn() -> None:
    """The same words count for more where one sentence holds them together."""
    entries = {
        "strewn": entry("strewn", "市商务局负责统计。会议研究了免税。企业可以申请贷款。"),
        "together": entry("together", "会议研究了统计。市商务局负责申请免税。企业可以贷款。"),
    }
    hits = [Hit("strewn", 0, 0.5, 0.3), Hit("together", 0, 0.5, 0.3)]
    assert ids(rerank(Query("市商务局申请免税"), hits, entries)) == ["together", "strewn"]


def test_a_heading_belongs_to_every_sentence_below_it() -> None:
    """A topic that only the heading or the title names is not missing from the sentence that answers."""
    entries = {
        "under": entry("under", "由市商务局牵头。", title="免税试点方案", headings="一、申请经营资质"),
        "elsewhere": entry("elsewhere", "由市商务局牵头。", title="水果进口方案", headings="一、冷链"),
    }
    hits = [Hit("elsewhere", 0, 0.5, 0.3), Hit("under", 0, 0.5, 0.3)]
    assert ids(rerank(Query("免税经营资质谁牵头"), hits, entries)) == ["under", "elsewhere"]


def test_words_that_only_ask_do_not_count() -> None:
    """A passage that happens to hold 什么 or 如何 is no better for it."""
    entries = {"asking": entry("asking", "什么时候如何办理？"), "telling": entry("telling", "九月前办理。")}
    hits = [Hit("asking", 0, 1.0, 0.0), Hit("telling", 0, 1.0, 0.0)]
    found = features(Query("什么时候如何办理"), hits, entries)
    assert found.sentence[0] == found.sentence[1]


def test_words_that_only_ask_are_not_searched_for() -> None:
    """They are no terms of the question, unless it has no others."""
    assert term_weights(Query("请问免税资质什么时候申请")).keys() == term_weights(Query("免税资质 申请")).keys()
    assert term_weights(Query("什么时候")).keys() >= {"什么", "时候"}


def test_words_that_mean_the_same_are_near() -> None:
    """患者 is near to 病人, an English word to its Chinese, and a rendering counts for the word it renders."""
    ward, fruit = entry("ward", "医院应当为病人减免费用。"), entry("fruit", "扩大水果进口。")
    for question in (Query("医生怎么给患者省钱"), Query("hospital patients"), Query("zzz", (("患者", 0.8),))):
        near, far = meanings(question, [ward, fruit])
        assert near > far + 0.2, question
    hits = [Hit("fruit", 0, dense=0.3), Hit("ward", 0, dense=0.3)]
    assert ids(rerank(Query("医生怎么给患者省钱"), hits, {"ward": ward, "fruit": fruit})) == ["ward", "fruit"]


def test_a_clause_is_not_drowned_in_a_long_passage() -> None:
    """How near the question's words are found does not depend on what else the passage says."""
    short = entry("short", "扩大水果进口。")
    long = entry(
        "long", "各县区人民政府要统一思想，压实责任，落实经费，定期通报。扩大水果进口。" + "加强宣传培训。" * 20
    )
    first, second = meanings(Query("进口更多水果"), [short, long])
    assert second >= first - 1e-3
    assert meanings(Query("2021？"), [short]) == [0.0]


def test_an_expansion_counts_by_its_weight() -> None:
    """The terms of an expansion are the question's own at a lower weight, and never lower a term's own weight."""
    weights = term_weights(Query("fruit 水果", (("水果", 0.3), ("进口", 0.5))))
    assert weights["水果"] == 1.0
    assert weights["进口"] == 0.5 * EXPANSION_WEIGHT
    entries = {"a": entry("a", "水果进口"), "b": entry("b", "会议纪要")}
    hits = [Hit("b", 0, dense=0.2), Hit("a", 0, dense=0.2)]
    assert ids(rerank(Query("fruit import", (("水果", 0.8), ("进口", 0.5))), hits, entries)) == ["a", "b"]


def test_of_like_passages_the_one_others_rest_on_comes_first() -> None:
    """A document that others cite is more likely meant, within the depth and from below it; better words still win."""
    names = ["exact", *map(str, range(RERANK_DEPTH)), "law"]
    entries = {name: entry(name, "养犬人应当赔偿被咬伤的人。") for name in names}
    entries["exact"] = entry("exact", "狗咬人由养犬人赔偿。")
    hits = [Hit(name, 2.0 if name == "exact" else 1.0, 0.5, 0.3) for name in names]
    question = Query("狗咬人谁赔偿")
    assert ids(rerank(question, hits, entries))[0] == "exact"
    assert "law" not in ids(rerank(question, hits, entries))[:RERANK_DEPTH]
    assert ids(rerank(question, hits, entries, {"law": 3}))[:2] == ["exact", "law"]


def test_beyond_the_depth_the_order_stays() -> None:
    """Only the first hits are looked at again; scores never rise down the list."""
    hits = [Hit(f"{number:03}", 100.0 - number, lexical=1.0 - number / 100) for number in range(RERANK_DEPTH + 10)]
    entries = {hit.id: entry(hit.id, f"第{hit.id}条") for hit in hits}
    found = rerank(Query("无关"), hits, entries)
    assert ids(found[RERANK_DEPTH:]) == ids(hits[RERANK_DEPTH:])
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_a_notice_that_was_passed_on_does_not_fill_the_list() -> None:
    """The same long words come again last, below everything else; short ones stay."""
    long = "各县区人民政府，市政府各部门：现将实施方案印发给你们，请结合实际认真贯彻执行，有关情况及时报告市政府。"
    entries = {
        "first": entry("first", long),
        "again": entry("again", long.replace("，", ", ")),
        "short": entry("short", "请认真执行。"),
        "short too": entry("short too", "请认真执行。"),
        "other": entry("other", long.replace("印发", "转发")),
    }
    hits = [Hit(name, 5.0 - at) for at, name in enumerate(entries)]
    found = repeats_last(hits, entries, 5)
    assert ids(found) == ["first", "short", "short too", "other", "again"]
    assert ids(repeats_last(hits, entries, 3)) == ["first", "short", "short too"]
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


texts = st.text("义乌市进口免税2021。，ab ", max_size=30)


@given(texts, st.lists(st.tuples(texts, texts), min_size=1, max_size=6))
def test_features_stay_in_their_range(question: str, passages: list[tuple[str, str]]) -> None:
    """Every share is in 0..1, and nothing but the order and the scores changes."""
    entries = {str(at): entry(str(at), body, title=title) for at, (title, body) in enumerate(passages)}
    hits = [Hit(name, 0, lexical=at / 10, dense=0.5) for at, name in enumerate(entries)]
    found = features(Query(question), hits, entries)
    for values in (found.lexical, found.sentence, found.characters, found.run, found.meaning):
        assert len(values) == len(hits)
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in values)
    assert sorted(ids(weighed(hits, found, Weights()))) == sorted(entries)


runs = st.text("甲乙丙ab1", min_size=1, max_size=9)
written = st.text("甲乙丙ab1。\n ", max_size=40)


@given(st.lists(runs, min_size=1, max_size=3), st.lists(st.tuples(written, written), min_size=1, max_size=4))
def test_the_longest_piece_of_the_question_that_stands_there_counts(
    question: list[str], passages: list[tuple[str, str]]
) -> None:
    """As found by looking for every piece of every run, whose pairs may all stand there without the whole."""
    entries = {str(at): entry(str(at), body, title=title) for at, (title, body) in enumerate(passages)}
    found = features(Query(" ".join(question)), [Hit(name, 0, lexical=1, dense=0.5) for name in entries], entries)
    pieces = {run[at:end] for run in question for at in range(len(run)) for end in range(at + 1, len(run) + 1)}
    for share, (title, body) in zip(found.run, passages, strict=True):
        stands = (len(piece) for piece in pieces if piece in f"{title}\n\n{body}")
        assert share * sum(map(len, question)) == pytest.approx(max(stands, default=0))
