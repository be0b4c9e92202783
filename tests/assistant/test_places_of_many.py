"""Lists of one place in a collection that is too large for a look at each of its records and papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.matching.jurisdictions import records_there
from assistant.questions.question import Question
from index.build import ingest
from index.library import Library

PLAN = """{place}人民政府关于印发{place}冷链物流实施方案的通知

各部门：现将《{place}冷链物流实施方案》印发给你们，请认真贯彻执行。

一、总体要求
{general}

二、重点任务
1. 建设{place}冷链物流仓库。（牵头单位：{place}商务局；完成时间：2023年6月底前）
2. 开通到{beside}的冷链物流专线。（牵头单位：{place}商务局；完成时间：2023年9月底前）

{place}人民政府
2023年1月5日
"""


@pytest.mark.parametrize("place", ["青岛", "砚岭"])
def test_the_records_of_a_place_are_the_same_however_they_are_looked_for(
    place: str, reads: Callable[[str], Question], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Record by record and paper by paper, or for all at once: a task of another place that names it is among them."""
    pairs = (
        ("青岛市", "济南市"),
        ("济南市", "青岛市"),
        ("砚岭县", "望川县"),
        ("望川县", "砚岭县"),
        ("柘川市", "无锡市"),
    )
    general = "坚持市场主导、政府引导，完善网络，提升服务，保障安全。" * 20  # what follows is not in a paper's opening
    for at, (own, beside) in enumerate(pairs):
        text = PLAN.format(place=own, beside=beside, general=general)
        (tmp_path / f"{at}.txt").write_text(text, encoding="utf-8")
    ingest(sorted(tmp_path.glob("*.txt")), tmp_path / "data")
    library = Library.open(tmp_path / "data")
    question = reads(f"{place}的冷链物流有哪些任务？")
    one_by_one = records_there(question, library, library.records())
    assert any(record.task.startswith(f"开通到{place}") for record in one_by_one)
    assert len(one_by_one) < len(library.records())
    monkeypatch.setattr("assistant.matching.jurisdictions.MOST_RECORDS", 0)
    monkeypatch.setattr("assistant.matching.jurisdictions.MOST_TEXTS", 0)
    assert records_there(question, library, library.records()) == one_by_one
