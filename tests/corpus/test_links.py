"""Which records speak of the same task."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.links import compare, link_records
from corpus.reading import read_document
from corpus.types import TaskRecord


def record(number: int, task: str, section: str = "正文", document: str = "plan") -> TaskRecord:
    """A record that says no more than its task."""
    return TaskRecord(
        id=f"{document}#r{number}",
        document_id=document,
        section=(section,),
        number=str(number),
        task=task,
        lead_units=(),
        participating_units=("市商务局", "市财政局"),
        lead_basis=None,
        deadline=None,
        targets=(),
        spans={},
    )


def pairs(records: tuple[TaskRecord, ...]) -> set[tuple[str, str]]:
    """Each link once."""
    return {tuple(sorted((found.id, other))) for found in records for other in found.linked}  # type: ignore[misc]


def test_body_items_and_annex_rows_of_the_import_plan() -> None:
    """Every pair that a reader calls the same task, and no other."""
    plan = read_document(Path(__file__).parents[2] / "corpus/documents/yiwu-import-demo-zone-2021.txt")
    named = {found.id: (found.section[0][:3], found.number) for found in plan.records}
    linked = {frozenset({named[one], named[other]}) for one, other in pairs(plan.records)}
    body = {number: ("二、推", str(number)) for number in range(1, 11)}
    assert linked == {
        frozenset({body[2], ("附件1", "14")}),
        frozenset({body[3], ("附件1", "4")}),
        frozenset({body[5], ("附件1", "13")}),
        frozenset({body[7], ("附件2", "14")}),
        frozenset({body[8], ("附件1", "6")}),
        frozenset({("三、推", "14"), ("附件1", "5")}),
        frozenset({("五、推", "33"), ("附件1", "7")}),
        frozenset({("五、推", "34"), ("附件2", "4")}),
    }


def test_links_are_symmetric_and_never_reflexive() -> None:
    """If one record names another, that one names it back; none names itself."""
    plan = read_document(Path(__file__).parents[2] / "corpus/documents/yiwu-import-demo-zone-2021.txt")
    by_id = {found.id: found for found in plan.records}
    for found in plan.records:
        assert found.id not in found.linked
        assert all(found.id in by_id[other].linked for other in found.linked)


def test_items_of_one_list_are_different_tasks() -> None:
    """Two rows of a table stay apart though they share most of their words; the same words elsewhere are linked."""
    rows = (
        record(1, "建设城东街道社区综合服务中心", "附件1"),
        record(2, "建设城西街道社区综合服务中心", "附件1"),
        record(3, "推进城东街道社区综合服务中心建设", "正文"),
    )
    assert ("plan#r1", "plan#r2") not in pairs(link_records(rows))
    assert ("plan#r1", "plan#r3") in pairs(link_records(rows))


def test_a_task_is_found_in_another_document() -> None:
    """A city's plan and a county's list are linked where they speak of the same task."""
    records = (
        record(1, "建设跨境电子商务公共服务平台，提供报关报检一站式服务", document="city"),
        record(2, "完善农村饮水安全工程运行管护机制", document="city"),
        record(1, "建成跨境电子商务公共服务平台，提供一站式报关报检服务", document="county"),
        record(2, "实施老旧小区改造提升工程", document="county"),
    )
    assert pairs(link_records(records)) == {("city#r1", "county#r1")}


def test_what_the_body_and_the_annex_say_differently() -> None:
    """On 免税牌照 both name the same lead; the annex adds a participant and a date, which the body does not state."""
    plan = read_document(Path(__file__).parents[2] / "corpus/documents/yiwu-import-demo-zone-2021.txt")
    body = next(found for found in plan.records if found.number == "3")
    annex = next(found for found in plan.records if found.id in body.linked)
    found = compare(body, annex)
    assert found.agrees == ("lead_units",)
    assert found.differs == ("participating_units",)


def test_units_are_compared_as_units() -> None:
    """市发改委 and 市发展和改革委员会 agree, 省发改委 differs; what one side leaves open is neither."""
    one = replace(record(1, "甲"), participating_units=("市发改委",))
    assert compare(one, replace(one, participating_units=("市发展和改革委员会",))).agrees == ("participating_units",)
    assert compare(one, replace(one, participating_units=("省发改委",))).differs == ("participating_units",)
    assert compare(one, replace(one, participating_units=())) == compare(replace(one, participating_units=()), one)
