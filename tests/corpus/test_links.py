"""Which records speak of the same task."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain, combinations, pairwise
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.links import (
    RARE_SHARED,
    SHARE_WITHIN_DOCUMENT,
    Origin,
    TaskPairs,
    compare,
    link_documents,
    link_records,
)
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


@pytest.mark.parametrize("number", [None, "第三十一条"])
def test_articles_of_one_paper_are_different_tasks(number: str | None) -> None:
    """However much of their words is what the whole paper is about; numbered items may repeat each other."""
    one = record(1, "商标代理人资格考试办法由国务院商标行政部门制定", "第一章")
    other = record(2, "商标代理人管理办法由国务院商标行政部门会同有关部门制定", "第四章")
    assert pairs(link_records([one, other]))
    assert not pairs(link_records([replace(found, number=number) for found in (one, other)]))


def test_items_of_one_list_are_different_tasks() -> None:
    """Two rows of a table stay apart though they share most of their words; the same words elsewhere are linked."""
    rows = (
        record(1, "建设城东街道社区综合服务中心", "附件1"),
        record(2, "建设城西街道社区综合服务中心", "附件1"),
        record(3, "推进城东街道社区综合服务中心建设", "正文"),
    )
    assert ("plan#r1", "plan#r2") not in pairs(link_records(rows))
    assert ("plan#r1", "plan#r3") in pairs(link_records(rows))


CITY = "建设跨境电子商务公共服务平台，提供报关报检一站式服务"
COUNTY = "建成跨境电子商务公共服务平台，提供一站式报关报检服务，服务外贸企业"
PLAN = Origin("临溪市跨境电子商务发展实施方案", "临政发〔2021〕3号", ("临溪市人民政府",))


def tied(one: Origin, other: Origin, later: str = COUNTY) -> bool:
    """Whether one task of two documents is linked, where these are the documents' origins."""
    records = (
        record(1, CITY, document="city"),
        record(2, "完善农村饮水安全工程运行管护机制", document="city"),
        record(1, later, document="county"),
        record(2, "实施老旧小区改造提升工程", document="county"),
    )
    found = pairs(link_documents(records, {"city": one, "county": other}))
    assert found <= {("city#r1", "county#r1")}
    return bool(found)


@pytest.mark.parametrize(
    "other",
    [
        Origin("关于落实跨境电子商务政策的通知", "云政发〔2021〕9号", ("云岭县人民政府",), ("临政发[2021]3号",)),
        Origin("任务分解表", None, (), ("《临溪市跨境电子商务发展实施方案》",)),
        Origin("2021年重点工作", None, ("临溪市人民政府",)),
    ],
)
def test_a_task_is_found_in_a_document_that_is_tied_to_the_other(other: Origin) -> None:
    """By citing its number or its title, or by the same issuer."""
    assert tied(PLAN, other)
    assert tied(other, PLAN)


@pytest.mark.parametrize(
    "other",
    [
        Origin("跨境电子商务发展实施方案", "云政发〔2021〕9号", ("云岭县人民政府",)),
        Origin("跨境电子商务发展实施方案", None, ("市人民政府",)),
        Origin("实施方案", None, (), ("实施方案",)),
    ],
)
def test_the_same_words_of_another_place_are_another_task(other: Origin) -> None:
    """Offices copy one another; 市人民政府 and 实施方案 are everybody's and tie nothing."""
    assert not tied(PLAN, other, later=CITY)
    assert not tied(replace(PLAN, issuers=("市人民政府",)), other, later=CITY)


def test_bodies_of_one_place_are_tied_by_the_same_words_only() -> None:
    """A bureau's list has the government's task where the wording is nearly the same."""
    bureau = Origin("市商务局工作要点", None, ("江南省临溪市商务局",))
    assert tied(PLAN, bureau, later=CITY)
    assert not tied(PLAN, bureau, later="建成跨境电子商务平台，为外贸企业提供报关报检等综合服务和线上培训课程")


def test_the_lists_of_two_years_hold_different_tasks() -> None:
    """Unless one cites the other; a plan for several years holds each of them."""
    one, other = (replace(PLAN, title=f"临溪市{year}年重点任务清单", number=None) for year in (2021, 2022))
    assert not tied(one, other)
    assert tied(one, replace(other, cited=("临溪市2021年重点任务清单",)))
    assert tied(replace(PLAN, title="临溪市2021—2023年行动计划"), other)


def test_units_of_two_places_have_different_tasks() -> None:
    """One central body gave two provinces the same task in the same words."""
    one, other = (
        replace(record(1, f"运动会申办全部经费由{place}人民政府承担", document=place), participating_units=(unit,))
        for place, unit in (("广东省", "广东省人民政府"), ("黑龙江省", "黑龙江省人民政府"))
    )
    origins = {place: Origin("关于同意申办运动会的批复", None, ("国务院办公厅",)) for place in ("广东省", "黑龙江省")}
    filler = record(2, "实施老旧小区改造提升工程", document="广东省")
    assert not pairs(link_documents((one, filler, other), origins))
    same = replace(other, participating_units=one.participating_units)
    assert pairs(link_documents((one, filler, same), origins))


def test_what_the_body_and_the_annex_say_differently() -> None:
    """On 免税牌照 both name the same lead; the annex adds a participant and a date, which the body does not state."""
    plan = read_document(Path(__file__).parents[2] / "corpus/documents/yiwu-import-demo-zone-2021.txt")
    body = next(found for found in plan.records if found.number == "3")
    annex = next(found for found in plan.records if found.id in body.linked)
    found = compare(body, annex)
    assert found.agrees == ("lead_units",)
    assert found.differs == ("participating_units",)
    assert found.only_there == ("deadline",)
    assert compare(annex, body).only_here == ("deadline",)


def test_units_are_compared_as_units() -> None:
    """市发改委 and 市发展和改革委员会 agree, 省发改委 differs; what one side leaves open is neither."""
    one = replace(record(1, "甲"), participating_units=("市发改委",))
    assert compare(one, replace(one, participating_units=("市发展和改革委员会",))).agrees == ("participating_units",)
    assert compare(one, replace(one, participating_units=("省发改委",))).differs == ("participating_units",)
    open_ended = compare(one, replace(one, participating_units=()))
    assert (open_ended.agrees, open_ended.differs, open_ended.only_here) == ((), (), ("participating_units",))


def one_by_one(records: list[TaskRecord]) -> set[tuple[str, str]]:
    """The links that the definition gives, pair of records by pair of records."""
    cut = [set(map("".join, pairwise(found.task))) for found in records]
    counts = Counter(chain.from_iterable(cut))
    weight = {pair: log(len(records) / count) + 0.2 for pair, count in counts.items()}
    few = max(6, len(records) // 1000)
    found = set()
    for (one, mine), (other, theirs) in combinations(zip(records, cut, strict=True), 2):
        common = mine & theirs
        if one.section != other.section and sum(counts[pair] <= few for pair in common) >= RARE_SHARED:
            least = min(sum(weight[pair] for pair in held) for held in (mine, theirs))
            if sum(weight[pair] for pair in common) >= SHARE_WITHIN_DOCUMENT * least:
                found.add((one.id, other.id))
    return found


@given(st.lists(st.tuples(st.text("甲乙丙丁戊己", min_size=1, max_size=9), st.sampled_from("正附")), max_size=9))
def test_links_are_those_of_the_definition(drawn: list[tuple[str, str]]) -> None:
    """However few or alike the tasks are."""
    records = [record(at, task, section) for at, (task, section) in enumerate(drawn)]
    assert pairs(link_records(records)) == one_by_one(records)


def test_tasks_that_were_cut_before_are_linked_alike() -> None:
    """Whoever keeps the pairs of tasks gets the same links after some came and some went."""
    cut, origin = TaskPairs(), Origin("甲市方案", issuers=("浙江省甲市人民政府",))
    tasks = ["建设跨境电商公共监管中心仓库", "建成跨境电商公共监管中心仓库", "培育冷链物流骨干企业若干家"]
    for chosen in (tasks, tasks[1:], [*tasks[::-1], "新任务"]):
        records = [record(at, task, document=f"plan-{at}") for at, task in enumerate(chosen)]
        origins = {each.document_id: origin for each in records}
        assert link_documents(records, origins, cut) == link_documents(records, origins)
        assert len(pairs(link_documents(records, origins, cut))) == (len(chosen) > 2)
