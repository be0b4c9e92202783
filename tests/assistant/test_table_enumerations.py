"""Tables as lists: what a table enumerates is listed and counted by what stands above it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from index.build import ingest
from index.library import Library
from tests.assistant.conftest import Over

BULLETIN = """泷川市2024年国民经济和社会发展统计公报

泷川市统计局
2025年3月12日

一、综合

全年地区生产总值918.3亿元，增长5.1%。全年居民消费价格上涨0.2%，其中居住价格下降0.4%，衣着价格上涨1.3%。

二、工业

全年工业增加值312.5亿元，增长6.0%。

表1　2024年主要工业产品产量及其增长速度
产品名称	单位	产量	比上年增长（%）
新能源客车	辆	3120	28.4
水泥	万吨	402	-7.1
平板玻璃	万重量箱	655	2.2
化肥	万吨	38.6	-1.5

三、考核

全市每年对园区进行绩效考核，考核结果分为优秀、良好、合格、不合格四个等次。
"""
RULES = """泷川市技术改造资金管理办法

第一条　为规范资金管理，制定本办法。

四、申报程序

步骤	内容	办理单位	时间
第一步	网上填报	申报企业	3月
第二步	形式审查	县市工信局	4月
第三步	专家评审	市工信局	5月
第四步	资金拨付	市财政局	7月
"""
PROJECTS = """泷川市2025年重点示范项目表

项目名称	地点	总投资（万元）	计划投用
城东公交充电场	城东区	2180	2025年10月
北站换电站	北站区	1650	2025年9月
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over a statistical bulletin and rules with a table of steps, written for these tests."""
    folder = tmp_path_factory.mktemp("tabled")
    (folder / "bulletin.txt").write_text(BULLETIN, encoding="utf-8")
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    (folder / "projects.txt").write_text(PROJECTS, encoding="utf-8")
    ingest([folder / "bulletin.txt", folder / "rules.txt", folder / "projects.txt"], folder / "data")
    return Assistant(Library.open(folder / "data"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("泷川公报表1列了几种工业产品？", ["共4项", "新能源客车", "水泥", "平板玻璃", "化肥"]),
        ("泷川技改资金的申报程序有几个步骤？", ["共4项", "网上填报", "形式审查", "专家评审", "资金拨付"]),
    ],
)
def test_the_rows_of_a_table_are_counted_and_named(question: str, words: list[str], assistant: Assistant) -> None:
    """By its caption or the heading that it stands under; the serial column names nothing."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    for word in words:
        assert word in answer.answer, answer.answer
    assert any(citation.quote.startswith(("新能源客车", "第一步")) for citation in answer.citations)


def test_a_table_of_other_things_is_not_asked_by_the_papers_name(assistant: Assistant) -> None:
    """Prices that fell are told by the sentence on prices, not by the products whose output fell."""
    answer = assistant.answer("泷川2024年哪几类消费价格下降了？")
    assert "居住价格下降0.4%" in answer.answer
    assert "水泥" not in answer.answer


def test_how_many_there_are_may_be_said_in_characters(assistant: Assistant) -> None:
    """四个等次 is a number of 等次."""
    assert "四个等次" in assistant.answer("泷川园区绩效考核分几个等次？").answer


def test_a_sum_of_money_has_the_unit_of_its_column(assistant: Assistant) -> None:
    """2180 under 总投资（万元） states the investment."""
    answer = assistant.answer("泷川城东公交充电场总投资多少？")
    assert answer.status == "answered", answer.answer
    assert "2180万元" in answer.answer
    assert not answer.missing


def test_a_table_is_called_by_its_caption_and_not_by_who_sent_it(over: Over) -> None:
    """发文单位, 文号 and 印发日期 may stand in lines between the caption and the names of columns."""
    text = """宁溪市2024年数据改革举措清单
发文单位：宁溪市数据局
文号：宁数〔2024〕3号
印发日期：2024年3月22日
序号	改革举措	类型
1	制定授权运营办法	省级试点
2	建立产权登记制度	自主创新
3	推广数据贷	自主创新
"""
    answer = over({"list.txt": text}).answer("宁溪市数据改革举措清单列了几条举措，自主创新的有哪些").answer
    assert "印发日期" not in answer
    assert "建立产权登记制度" in answer
