"""What a question and its parts have in common is looked up once for all of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant import Assistant
from assistant.matching import relevance
from assistant.matching.relevance import Candidate, Relevance, together
from index.library import Library
from index.types import Filters, Hit, Query
from index.while_answering import answering
from index.words import WordSpace
from tests.assistant.conftest import Over

MEASURES = """松屿市促进文体业发展若干措施

一、对首次举办的马术比赛，给予一次性补助20万元。

二、对首次举办的龙舟比赛，给予一次性补助65万元。

三、赛场改造工程由市文化旅游局牵头，2025年10月底前完成。
"""


@pytest.fixture(scope="module")
def songyu(over: Over) -> Assistant:
    """Answers over the measures above."""
    return over({"songyu-stages.txt": MEASURES})


def test_what_the_parts_of_a_question_have_in_common_is_searched_for_once(
    songyu: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole and its parts often name the same, and then search proposes the same."""
    searched: list[tuple[Query, Filters]] = []
    search = Library.search_passages

    def counted(library: Library, query: Query, limit: int, filters: Filters = Filters()) -> list[Hit]:  # noqa: B008
        searched.append((query, filters))
        return search(library, query, limit, filters)

    monkeypatch.setattr(Library, "search_passages", counted)
    answer = songyu.answer("赛场改造工程由谁牵头，花多少钱？").answer
    assert "市文化旅游局" in answer
    assert len(searched) == len(set(searched)) > 0
    before = len(searched)
    songyu.answer("赛场改造工程由谁牵头，花多少钱？")
    assert len(searched) == 2 * before  # nothing is kept after an answer


def test_texts_are_looked_through_at_once_for_things_compared(
    songyu: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of all things are looked for together, before the first of them is answered."""
    made: list[set[str]] = []

    class Noted(relevance._LookedThrough):
        def __init__(self, terms: Sequence[relevance._Sought], space: WordSpace) -> None:
            made.append({word for word, _, _ in terms})
            super().__init__(terms, space)

    monkeypatch.setattr(relevance, "_LookedThrough", Noted)
    answer = songyu.answer("松屿首次举办的活动，马术比赛能补多少，龙舟比赛又能补多少？").answer
    assert "20万元" in answer
    assert "65万元" in answer
    assert any({"马术", "龙舟"} <= words for words in made[:1])


def test_topics_looked_for_together_score_as_each_alone(written_library: Library) -> None:
    """Each topic takes its own words from what is looked for on behalf of all."""
    topics = [("鲜花进境", ""), ("电子运单 fifth freedom rights", "货站"), ("", "")]
    candidates = [Candidate("争取设立鲜花进境指定监管场地"), Candidate("推行货站“一单到底”电子运单", "开放第五航权")]
    alone = [Relevance(topic, written_library, inherited=before).scores(candidates) for topic, before in topics]
    with answering():
        together([(*topic, False) for topic in topics], written_library)
        each = [Relevance(topic, written_library, inherited=before) for topic, before in topics]
        assert len({id(one._looked) for one in each}) == 1
        found = [one.scores(candidates) for one in each]
    for some, expected in zip(found, alone, strict=True):
        for one, score in zip(some, expected, strict=True):
            assert (one.coverage, one.whole) == pytest.approx((score.coverage, score.whole), abs=1e-6)


def test_everyday_words_of_topics_looked_for_together_are_so_too(written_library: Library) -> None:
    """Also where what is near to their official words meets them, and where it does not."""
    with answering():
        together([("货站", "", False), ("开公司交的税", "", True)], written_library)
        near, exact = (
            Relevance("开公司交的税", written_library, near_official=official)._looked for official in (True, False)
        )
        assert near is exact is Relevance("货站", written_library)._looked
    assert any(term.senses for term in Relevance("开公司交的税", written_library, near_official=True).terms)
