"""Lists by unit whose items name who supports, and ledgers that report on matters beside naming them."""

from __future__ import annotations

from pathlib import Path

from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Reading

DUTIES = """岫屏市2025年夜间经济发展责任清单

一、市发展改革委（2项）
1.编制夜间经济布局规划，2025年7月底前报市政府。
2.设立2亿元引导基金。（配合单位：市财政局、岫屏产投集团）
二、市交通运输局（1项）
1.开通夜间公交线路12条，2025年底前常态化运行。（配合单位：市公安局）
三、各县（区）人民政府
1.每个县（区）至少建成夜市2个，2025年11月底前完成。
2.安排专人负责，联络员名单于4月30日前报市发展改革委。

注：未注明完成时限的，2025年12月底前完成。
"""

LEDGER = """<html><body><h1>岫屏市2025年重点督办事项台账</h1><table>
<tr><th>序号</th><th>督办事项</th><th>主办单位</th><th>协办单位</th><th>工作进展</th><th>存在问题</th><th>下一步措施</th><th>办结时限</th></tr>
<tr><td>1</td><td>东站货场搬迁</td><td>市交通运输局</td><td>岫屏铁路公司</td><td>新址土地未供应</td><td>规划调整未获批</td><td>提请市规委会7月审议</td><td>2025年12月底</td></tr>
<tr><td>2</td><td>冷链园二期建设</td><td>市商务局</td><td>市住建局</td><td>主体完工2.1万平方米</td><td>无</td><td>8月装修</td><td>2025年10月底</td></tr>
</table></body></html>"""


def read(text: str, name: str) -> Reading:
    """What is read of a file of this name."""
    return understand(read_bytes(text.encode(), Path(name)))


def test_the_unit_of_the_heading_leads_what_a_bracket_names_supporters_for() -> None:
    """Those in the bracket are not responsible for it by themselves."""
    records = {record.task: record for record in read(DUTIES, "duties.txt").records}
    fund = records["设立2亿元引导基金。"]
    assert fund.lead_units == ("市发展改革委",)
    assert fund.participating_units == ("市财政局", "岫屏产投集团")
    routes = records["开通夜间公交线路12条，2025年底前常态化运行。"]
    assert routes.lead_units == ("市交通运输局",)
    assert routes.participating_units == ("市公安局",)


def test_a_remark_below_a_list_is_no_part_of_its_last_item_and_no_task() -> None:
    """The day of the remark is not that of the item."""
    records = read(DUTIES, "duties.txt").records
    last = next(record for record in records if "联络员" in record.task)
    assert "注：" not in last.task
    assert last.deadline is not None
    assert last.deadline.text == "4月30日前"
    assert not any(record.task.startswith("注") for record in records)


def test_what_a_ledger_reports_of_a_matter_is_no_part_of_its_name() -> None:
    """Progress, problems and next steps stand in columns of their own; their figures are no targets."""
    records = read(LEDGER, "ledger.html").records
    assert [record.task for record in records] == ["东站货场搬迁", "冷链园二期建设"]
    assert [record.lead_units for record in records] == [("市交通运输局",), ("市商务局",)]
    assert not any(record.targets for record in records)
