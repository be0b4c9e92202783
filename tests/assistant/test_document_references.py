"""Documents, annexes and tables by the names that questions give them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.questions.document_parts import inside
from assistant.questions.document_references import Places
from index.types import DocumentSummary

PLAN, NOTICE, REPLY, MEASURES = (
    "linxi-air-hub-plan",
    "linxi-winter-supply-notice",
    "linxi-airport-zone-reply",
    "linxi-cold-chain-measures",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [("附件1有几项", 1), ("附件 2 第3项", 2), ("附件二里", 2), ("annex 1, item 2", 1), ("in Appendix two", 2)],
)
def test_an_annex_is_named_by_its_number(question: str, number: int, written_places: Places) -> None:
    """In digits, Chinese numerals and English."""
    (place,) = written_places.named(question).places
    assert place.document_id == PLAN
    assert place.section[0].startswith(f"附件{number}")


def test_an_annex_that_does_not_exist_is_no_place(written_places: Places) -> None:
    """Nothing else is meant instead."""
    assert written_places.named("附件9有几项").places == ()


def test_an_annex_is_that_of_the_document_that_is_named(written_places: Places) -> None:
    """The rules have no annex 1: that of the plan is not meant."""
    named = written_places.named("《冷链食品追溯管理办法》附件1有几项")
    assert named.places == ()
    assert named.absent == ("附件1",)


@pytest.mark.parametrize(
    ("question", "heading"),
    [("争取事项有哪些", "争取事项清单"), ("改革事项有几项", "改革事项清单"), ("改革清单", "改革事项清单")],
)
def test_a_table_is_named_by_what_tells_it_from_others(question: str, heading: str, written_places: Places) -> None:
    """By the words of its heading or of its column."""
    (place,) = written_places.named(question).places
    assert place.table is not None
    assert place.section[-1].endswith(heading)


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("《临溪市航空物流枢纽建设行动方案》有几项任务", PLAN),
        ("临政函〔2024〕31号说了什么", REPLY),
        ("临政函(2024)31号说了什么", REPLY),
        ("临政函[2024]31号", REPLY),
        ("2023年的通知", NOTICE),
        ("the notice of 2023", NOTICE),
        ("《冷链食品追溯管理办法》", MEASURES),
    ],
)
def test_a_document_is_named_by_title_number_or_year(question: str, document: str, written_places: Places) -> None:
    """Whatever brackets the number is written with."""
    assert written_places.named(question).document_ids == {document}


@pytest.mark.parametrize("question", ["什么是冷链食品", "2024年9月底前完成的任务", "航线达到几条", "谁牵头"])
def test_a_question_that_names_no_document_bounds_none(question: str, written_places: Places) -> None:
    """A deadline's year is not a document's year."""
    named = written_places.named(question)
    assert not named.document_ids
    assert not named.places


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("航空物流枢纽方案", True),
        ("临溪航空物流枢纽建设方案", True),
        ("标志性产业链航空物流枢纽方案", True),
        ("标志性新材料产业物流枢纽方案", False),
    ],
)
def test_a_description_is_met_by_most_of_what_it_says(question: str, named: bool, written_places: Places) -> None:
    """What is left of a description when half of it is cut off tells no document."""
    assert (PLAN in written_places.named(question).document_ids) is named


def test_names_of_places_are_hidden_from_question_words(written_places: Places) -> None:
    """As many characters as before."""
    question = "争取事项有哪些"
    hidden = written_places.blind(question)
    assert len(hidden) == len(question)
    assert "争取" not in hidden
    assert hidden.endswith("有哪些")


def test_a_section_lies_inside_its_ancestors(written_places: Places) -> None:
    """A path is inside a place when the place's path begins it."""
    (place,) = written_places.named("附件1").places
    assert inside(place.section, place)
    assert inside((*place.section, "（一）"), place)
    assert not inside(place.section[:-1], place)


def test_how_a_first_sentence_begins_is_no_title() -> None:
    """A text without a title, called by how its first sentence begins, is not the plan that the sentence cites."""
    untitled, titled = "为落实《霁川市智慧港口行动计划》的部署", "霁川市绿色港口行动计划"
    places = Places(
        [
            DocumentSummary(name, title, None, (), None, None, "text/plain", name, 900, 9, 0, datetime.now(UTC))
            for name, title in (("untitled", untitled), ("titled", titled))
        ],
        [],
    )
    assert places.named("霁川市智慧港口行动计划提了几项措施").document_ids == frozenset()
    assert places.named("霁川市绿色港口行动计划提了几项措施").document_ids == {"titled"}


def test_what_stands_before_a_document_says_whose_it_is() -> None:
    """柳州2024年政府工作报告 is not the report of a province, which is the only one with that title."""
    reports = [("yunnan", "2031年云南省政府工作报告"), ("liuzhou", "柳州"), ("other", "柳州市港口行动计划")]
    places = Places(
        [
            DocumentSummary(name, title, None, (), None, None, "text/plain", name, 900, 9, 0, datetime.now(UTC))
            for name, title in reports
        ],
        [],
    )
    assert places.named("柳州2024年政府工作报告：全年引进多少个项目").document_ids == frozenset()
    assert places.named("云南2031年的政府工作报告提了多少个项目").document_ids == {"yunnan"}
