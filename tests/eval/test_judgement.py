"""Citations are held against evidence by offsets alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.cases import Case, Evidence
from eval.judgement import LONGEST_CITATION, Judgement, QuoteFinder, judge
from eval.outcomes import Outcome

TEXT = "一、总则。\n\n第一条 商务局\t牵头。" + "甲" * 900 + "第二条 商务局 牵头。"


def judged(*citations: dict[str, Any], document: str = "d", quote: str = "商务局牵头") -> Judgement:
    """A who case with one piece of evidence, answered with these citations."""
    case = Case("c", "who", "zh", ("谁？",), "answered", (("商务局",),), (), (Evidence(document, quote),))
    answer = {"status": "answered", "answer": "商务局[1]", "citations": list(citations)}
    return judge(case, Outcome("c", (answer,), (1.0,)), QuoteFinder({"d": TEXT}.__getitem__))


def citation(start: int, end: int, document_id: str = "d") -> dict[str, Any]:
    """A verbatim citation."""
    return {"document_id": document_id, "start": start, "end": end, "quote": TEXT[start:end]}


START = TEXT.index("商务局")


@pytest.mark.parametrize(
    ("start", "end", "supports"),
    [
        (START, START + 6, True),
        (START - 3, START + 1, True),  # one character in common
        (START - 3, START, False),  # ends where the evidence begins
        (START + 6, START + 9, False),  # begins where it ends
        (START, START + LONGEST_CITATION, True),
        (START, START + LONGEST_CITATION + 1, False),  # too long to look up
    ],
)
def test_a_citation_supports_what_it_overlaps(start: int, end: int, supports: bool) -> None:
    """At least one character in common, at most 800 characters long."""
    found = judged(citation(start, end))
    assert found.citations[0].verbatim
    assert bool(found.cited) == supports
    assert found.evidence_met == supports


def test_only_the_first_place_of_a_quote_counts() -> None:
    """A quote that stands twice means its first place; the validator warns of such quotes."""
    second = TEXT.rindex("商务局")
    assert not judged(citation(second, second + 6)).cited
    assert judged(citation(second - 4, second + 6), quote="第二条商务局牵头").cited


def test_a_file_ending_does_not_make_another_document() -> None:
    """Gold written for "plan.txt" is met by the document "plan"; other documents are not."""
    assert judged(citation(START, START + 6), document="d.txt").cited
    assert not judged(citation(START, START + 6), document="e").cited


@pytest.mark.parametrize(
    "damaged", [{}, {"document_id": "d"}, {"document_id": "d", "start": "x", "end": 1}, citation(0, 4, "nowhere")]
)
def test_a_damaged_citation_is_counted_and_worth_nothing(damaged: dict[str, Any]) -> None:
    """It lowers precision and the verbatim rate instead of ending the evaluation."""
    found = judged(damaged)
    assert [(item.verbatim, item.supports) for item in found.citations] == [(False, frozenset())]


@pytest.mark.parametrize(("cited", "met"), [(8, False), (9, True), (10, True)])
def test_a_list_is_supported_when_nine_of_ten_are_cited(cited: int, met: bool) -> None:
    """Exactly 90% is enough; elsewhere one piece is."""
    words = [f"第{number}项。" for number in range(10)]
    text = "".join(words)
    evidence = tuple(Evidence("d", word) for word in words)
    answer = {
        "status": "answered",
        "answer": "x",
        "citations": [
            {"document_id": "d", "start": 4 * at, "end": 4 * at + 4, "quote": words[at]} for at in range(cited)
        ],
    }
    for kind, expected in (("list", met), ("compare", met), ("count", True)):
        case = Case("c", kind, "zh", ("?",), "answered", (("x",),), (), evidence)  # type: ignore[arg-type]
        found = judge(case, Outcome("c", (answer,), (1.0,)), QuoteFinder({"d": text}.__getitem__))
        assert found.right == expected


@given(st.text("甲乙 \n\t丙", max_size=30), st.integers(0, 30), st.integers(1, 10))
def test_a_quote_is_found_wherever_white_space_stands(text: str, start: int, length: int) -> None:
    """What is found reads as the quote, white space apart, begins and ends with a character of it, and comes first."""
    quote = re.sub(r"\s", "", text[start : start + length])
    places = QuoteFinder({"d": text}.__getitem__).spans("d", quote)
    if not quote:
        assert places == []
        return
    assert places == sorted(places)
    for place in places:
        found = place.of(text)
        assert re.sub(r"\s", "", found) == quote
        assert found == found.strip()
    assert len(places) == len(re.findall(f"(?={quote})", re.sub(r"\s", "", text)))
