"""The numbering that opens a paragraph, and what only looks like one."""

from __future__ import annotations

import pytest

from corpus.numbering import numbering


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("附件1重点任务分工表", 1, "附件1"),
        ("附件2分年度、分区县建设目标表", 2, "附件2"),
        ("附件3 2024年重点示范项目表", 3, "附件3"),
        ("附件1：申报指南", 1, "附件1"),
    ],
)
def test_an_annex_is_numbered_whether_or_not_a_space_follows(text: str, value: int, printed: str) -> None:
    """Its title may follow the number at once."""
    found = numbering(text)
    assert found is not None
    assert (found.kind, found.value, found.printed) == ("附件", value, printed)


@pytest.mark.parametrize(
    "text", ["附件1所列事项由市商务局牵头", "附件2中的项目，按照本办法执行并报送统计表", "附近的道路"]
)
def test_a_sentence_that_speaks_of_an_annex_is_none(text: str) -> None:
    """附件1所列事项 begins a sentence."""
    assert numbering(text) is None
