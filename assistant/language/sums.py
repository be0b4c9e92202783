"""Whether a question asks what several things come to together."""

from __future__ import annotations

import re

SUM = re.compile(
    "(?:加|合)(?:在|到)?(?:一起|起来|一块儿?|总)|相加|之和|总和|加总|求和|累加|合计(?:起来)?|总共|一共|总计|共计|拢共|统共"
    "|(?<![a-z])(?:in total|altogether|combined|together|added (?:up|together)|in all|the sum of|sum up)(?![a-z])",
    re.IGNORECASE,
)


def asks_sum(text: str) -> bool:
    """Whether what is asked for is a sum: 加起来多少, 一共几项."""
    return bool(SUM.search(text))
