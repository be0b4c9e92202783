"""One task in several places: all of them are named, with what they state differently."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from index.build import ingest
from index.library import Library
from index.types import Filters

CITY = """临溪市人民政府关于印发临溪市冷链物流发展实施方案的通知
临政发〔2021〕3号
各县（市、区）人民政府，市政府直属各单位：
现将《临溪市冷链物流发展实施方案》印发给你们，请认真贯彻落实。
临溪市人民政府
2021年3月2日
临溪市冷链物流发展实施方案
一、重点任务
1.建设水产品低温交易中心，配套速冻加工车间。（牵头单位：市商务局；配合单位：市农业农村局；完成时限：2021年9月底前）
2.推广可循环冷藏周转箱，建立统一租赁网络。（牵头单位：市交通运输局）
3.开通生鲜直达航班，力争每周不少于三班。（牵头单位：市口岸办；完成时限：2021年12月底前）
"""
COUNTY = """云岭县人民政府办公室关于贯彻落实冷链物流发展实施方案的通知
云政办发〔2021〕8号
各乡镇人民政府：
根据《临溪市冷链物流发展实施方案》（临政发〔2021〕3号），现将有关任务分解如下：
一、任务分解
1.建设水产品低温交易中心，配套速冻加工车间。（牵头单位：县市场监管局；配合单位：市农业农村局、县供销社；完成时限：2021年11月底前）
2.推广可循环冷藏周转箱，建立统一租赁网络。（牵头单位：市交通运输局；完成时限：2021年10月底前）
云岭县人民政府办公室
2021年4月6日
"""
ELSEWHERE = COUNTY.replace("云岭县", "平湖县").replace(
    "《临溪市冷链物流发展实施方案》（临政发〔2021〕3号）", "有关要求"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A city's plan, a county's notice that cites it, and the same notice of a county of which nothing is said."""
    sources = tmp_path_factory.mktemp("sources")
    for name, text in (("city", CITY), ("county", COUNTY), ("elsewhere", ELSEWHERE)):
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    folder: Path = tmp_path_factory.mktemp("collection")
    assert not ingest([sources], folder).failed
    return Library.open(folder)


def linked(library: Library, document_id: str) -> list[list[str]]:
    """For each record of a document, the documents of the records that it is linked with."""
    return [[name.partition("#")[0] for name in record.linked] for record in library.records([document_id])]


def test_records_of_a_collection_are_linked_across_its_documents(library: Library) -> None:
    """The notice that cites the plan is linked with it, the same words of another county are not."""
    assert linked(library, "city") == [["county"], ["county"], []]
    assert linked(library, "county") == [["city"], ["city"]]
    assert linked(library, "elsewhere") == [[], []]


def test_leads_and_deadlines_that_differ_are_said_with_both_places(library: Library) -> None:
    """Each value stands beside the document and item that states it, and both are cited."""
    question = "水产品低温交易中心由谁牵头，什么时候完成？"
    answer = Assistant(library).answer(question, filters=Filters(document_ids=frozenset({"city", "county"})))
    assert answer.status == "answered"
    told = answer.answer.replace("\n", "")
    assert "两处牵头单位不一致" in told
    assert "两处完成时间不一致" in told
    differing = told[told.index("两处完成时间不一致") :]
    assert "2021年9月底前" in differing
    assert "2021年11月底前" in differing
    assert "《云岭县人民政府办公室关于贯彻落实冷链物流发展实施方案的通知》" in differing
    assert {citation.document_id for citation in answer.citations} == {"city", "county"}


def test_a_place_that_is_silent_on_what_was_asked_is_named(library: Library) -> None:
    """The plan has the task without a date; the county's notice dates it."""
    answer = Assistant(library).answer(
        "推广可循环冷藏周转箱什么时候完成？", filters=Filters(document_ids=frozenset({"city", "county"}))
    )
    assert answer.status == "answered"
    assert "2021年10月底前" in answer.answer
    assert "也列有这项任务，未写完成时间" in answer.answer


def test_filters_keep_other_documents_out(library: Library) -> None:
    """A reader who asks within one document is told nothing of another."""
    answer = Assistant(library).answer(
        "水产品低温交易中心由谁牵头，什么时候完成？", filters=Filters(document_ids=frozenset({"city"}))
    )
    assert "2021年9月底前" in answer.answer
    assert "2021年11月底前" not in answer.answer
    assert {citation.document_id for citation in answer.citations} == {"city"}


def test_units_that_only_one_place_names_are_said(bundled: Assistant) -> None:
    """Body and annex of one plan, in both languages."""
    assert "附件1第4项比正文第3项多列商务局。" in bundled.answer("免税牌照的申报由哪些单位负责？").answer
    english = bundled.answer("Which units are responsible for the 免税牌照 application?").answer
    assert "Item 4 of 附件1 also names Commerce Bureau (商务局), which item 3 of the main text does not." in english


def test_papers_of_one_title_are_told_apart(tmp_path: Path) -> None:
    """Two notices of the same title state one task differently: their numbers say which is which."""
    for name, number, row in (
        ("earlier", 10, "1.落实通关补贴资金200万元。（责任单位：市财政局；完成时限：9月底前）"),
        ("later", 22, "1.落实通关补贴资金200万元。（责任单位：市商务局；完成时限：5月底前）"),
    ):
        (tmp_path / f"{name}.txt").write_text(
            f"汐浦市人民政府办公室关于印发2025年重点任务的通知\n\n汐政办发〔2025〕{number}号\n\n各区人民政府：\n\n{row}\n\n"
            "汐浦市人民政府办公室\n2025年2月23日\n",
            encoding="utf-8",
        )
    ingest([tmp_path / "earlier.txt", tmp_path / "later.txt"], tmp_path / "data")
    answer = Assistant(Library.open(tmp_path / "data")).answer("落实通关补贴资金200万元由谁负责，什么时候完成？")
    title = "《汐浦市人民政府办公室关于印发2025年重点任务的通知》"
    assert f"{title}（汐政办发〔2025〕10号）" in answer.answer
    assert f"{title}（汐政办发〔2025〕22号）" in answer.answer
