"""What sizing starts from is what stands in the collection."""

from __future__ import annotations

from pathlib import Path

from eval.bench.sizes import measured
from index.build import ingest

NOTICE = "关于冷链统计的通知\n\n一、由市统计局牵头，10月底前完成冷链统计。\n"


def test_sizes_are_those_of_the_collection(tmp_path: Path) -> None:
    """Postings are the distinct terms of 8 bytes, rows weigh more than the text and less than the file they are in."""
    (tmp_path / "notice.txt").write_text(NOTICE, encoding="utf-8")
    ingest([tmp_path / "notice.txt"], tmp_path / "home")
    sizes = measured(tmp_path / "home")
    assert sizes["documents"] == 1
    assert sizes["sparse bytes of whole documents"] * sizes["passages"] == 8 * sizes["distinct terms"]
    assert sizes["sparse bytes"] <= 8 * sizes["distinct terms"]
    assert len(NOTICE.encode()) < sizes["SQL bytes"] * sizes["passages"]
    assert sizes["SQL bytes"] * sizes["passages"] < (tmp_path / "home" / "zhengwen.sqlite").stat().st_size
