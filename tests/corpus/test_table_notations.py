"""Tables as they are copied out of merged cells, and page heads that are tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Reading

HEAD = """<html><head><title>洄川县人民政府办公室关于做好农村物流工作的通知</title></head><body>
<table><tr><td>索引号</td><td>HC-2025-7</td><td>主题分类</td><td>商贸</td></tr>
<tr><td>发文机关</td><td>洄川县人民政府办公室</td><td>成文日期</td><td>2025年2月26日</td></tr>
<tr><td>发文字号</td><td>洄政办发〔2025〕9号</td><td>发布日期</td><td>2025年3月3日</td></tr></table>
<h1>洄川县人民政府办公室关于做好农村物流工作的通知</h1><p>各乡镇人民政府：</p>
<p>现将有关事项通知如下，请认真贯彻落实，加快建设覆盖全县的农村物流体系。</p>"""
"""A page whose head says in cells what documents say of themselves."""


def table(rows: list[list[str]]) -> str:
    """An HTML table."""
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


NUMBERED = [
    ["序号", "任务", "牵头单位", "责任单位", "完成时限"],
    ["1", "建成共配中心1个，日分拣能力8万件", "县商务局", "县邮政管理局", "2025年9月底前"],
    ["", "整合快递企业实行统仓共配", "", "县供销社", "2025年10月底前"],
    ["2", "改造提升综合运输服务站7个", "县交通运输局", "各乡镇人民政府", "2025年6月底前"],
]
UNNUMBERED = [row[1:] for row in NUMBERED]


def read(page: str) -> Reading:
    """An HTML page as it is understood."""
    return understand(read_bytes(page.encode(), Path("notice.html")))


def leads(page: str) -> list[tuple[str, ...]]:
    """The lead units of the records of an HTML page, in text order."""
    return [record.lead_units for record in read(page).records]


def test_a_page_head_in_cells_says_what_the_document_is() -> None:
    """Label and value stand in neighbouring cells, without a colon."""
    found = read(HEAD + "</body></html>").document.metadata
    assert found.number == "洄政办发〔2025〕9号"
    assert (str(found.issued), str(found.published)) == ("2025-02-26", "2025-03-03")


def test_a_row_without_a_number_has_the_lead_of_the_row_above() -> None:
    """So a cell that reached over both rows looks when it was copied."""
    assert leads(HEAD + table(NUMBERED)) == [("县商务局",), ("县商务局",), ("县交通运输局",)]


@pytest.mark.parametrize(
    ("remark", "lead"), [("", "县供销社"), ("<p>注：牵头单位栏为空的，与上一行相同。</p>", "县商务局")]
)
def test_an_empty_cell_is_that_of_the_row_above_only_where_something_says_so(remark: str, lead: str) -> None:
    """Without numbers to tell sub-rows, and without a remark, the one unit that the row names is meant."""
    assert leads(HEAD + table(UNNUMBERED) + remark)[1] == (lead,)


def test_rows_of_figures_may_be_parted_by_one_wide_space() -> None:
    """A place and its figures in a line make a row; lines of prose or names with such spaces do not."""
    text = (
        "关于托位建设的答复\n\n附表：新增托位任务\n\n地区　2024年新增（个）　2025年新增（个）\n棠溪区　1020　760\n"
        "沅口县　420　460\n合计　1440　1220\n\n主任　黄　卫　市长\n委员　李　明　局长\n委员　王　芳　处长\n"
    )
    reading = understand(read_bytes(text.encode(), Path("reply.txt")))
    rows = [[cell.text for cell in row] for table in reading.tables for row in table.rows]
    assert rows == [["棠溪区", "1020", "760"], ["沅口县", "420", "460"], ["合计", "1440", "1220"]]
