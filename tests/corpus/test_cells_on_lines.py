"""Tables whose cells stand one a line, as a browser copies them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers import read_bytes
from corpus.reading import understand

HEAD = "临溪市口岸提效实施方案\n\n一、总体要求\n\n提升口岸效率。\n\n附件\n\n重点任务清单\n\n"
HEADER = ("序号", "任务", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "建成二号查验场地", "口岸管委会", "临溪海关、市住房城乡建设局", "2025年4月底"),
    ("2", "引进冷链运输项目公司二十家", "市金融办", "市商务局、市税务局", "2026年6月底"),
    ("3", "制定跨境药品溯源规则", "市市场监管局", "临溪海关、市卫生健康委", "2024年10月底"),
    ("4", "设立口岸产业引导基金", "市财政局", "市金融办、口岸管委会", "2025年1月底"),
    ("5", "完成首批低效企业清退", "口岸管委会", "市司法局", "2024年12月底"),
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_every_row_of_short_lines_is_a_row(gap: str) -> None:
    """Cells are not taken for the pieces of a broken paragraph, however alike their lengths are."""
    text = HEAD + gap.join("\n".join(row) for row in (HEADER, *ROWS)) + "\n\n注：其余任务按季报送。\n"
    records = understand(read_bytes(text.encode(), Path("plan.txt"))).records
    assert [record.number for record in records] == [row[0] for row in ROWS]
    assert [record.task for record in records] == [row[1] for row in ROWS]
    assert [record.lead_units for record in records] == [(row[2],) for row in ROWS]
    assert [record.deadline and record.deadline.text for record in records] == [row[4] for row in ROWS]
