"""Who issued a paper, when and under which number, where it stands in other places than under a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.readers import read_bytes
from corpus.types import Metadata

BODY = "为落实全年外贸任务，现将有关安排印发给你们，请各单位结合实际抓好落实，并按季报送进展情况。"
TITLE = "沅口市2025年口岸提效工作要点"


def metadata(text: str) -> Metadata:
    """What a text file says about itself."""
    return read_bytes(text.encode(), Path("paper.txt")).metadata


@pytest.mark.parametrize(
    ("line", "number", "issuers"),
    [
        ("（沅口岸办〔2025〕7号，2025年3月12日印发）", "沅口岸办〔2025〕7号", ()),
        (
            "沅口市口岸工作领导小组 2025年3月12日印发　沅口岸〔2025〕3号",
            "沅口岸〔2025〕3号",
            ("沅口市口岸工作领导小组",),
        ),
        ("（沅口市商务局　2025年3月12日发布）", None, ("沅口市商务局",)),
        ("沅口岸办〔2025〕7号　2025年3月12日", "沅口岸办〔2025〕7号", ()),
    ],
)
def test_a_line_below_the_title_says_by_whom_when_and_under_which_number(
    line: str, number: str | None, issuers: tuple[str, ...]
) -> None:
    """Lists and key points are headed so instead of being signed."""
    found = metadata(f"{TITLE}\n\n{line}\n\n{BODY}\n\n一、总体要求\n\n{BODY}\n")
    assert (found.number, found.issuers, str(found.issued)) == (number, issuers, "2025-03-12")


def test_a_line_that_says_more_is_no_issue_line() -> None:
    """What a meeting did on a day is told in a sentence and signs nothing."""
    found = metadata(
        f"{TITLE}\n\n沅口市商务局 2025年3月12日在沅口召开推进会，部署全年任务\n\n{BODY}\n\n一、总体要求\n\n{BODY}\n"
    )
    assert (found.number, found.issuers, found.issued) == (None, (), None)


def test_a_date_alone_above_the_enclosed_paper_is_that_of_issue() -> None:
    """Several issuers stand in the title only, and the seal is on their names."""
    title = "沅口市商务局 沅口市财政局 沅口市公安局关于印发《沅口市车辆出口若干措施》的通知"
    found = metadata(
        f"{title}\n\n沅商发〔2024〕6号\n\n各有关单位：\n\n{BODY}\n\n2024年6月28日\n\n沅口市车辆出口若干措施\n\n{BODY}\n"
    )
    assert str(found.issued) == "2024-06-28"
    assert found.issuers == ("沅口市商务局", "沅口市财政局", "沅口市公安局")
