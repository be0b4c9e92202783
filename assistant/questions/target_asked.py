"""Clauses that ask what a task is to reach without asking how much: 由谁负责，目标是什么."""

from __future__ import annotations

import re

# What a task is to reach, asked for beside who is to do it: 由谁负责，目标是什么.
_TARGET_ASKED = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[和及与]))(?:(?:它|其)?的?(?:具体|量化|工作|主要)?(?:目标|指标)(?:又|具体|分别)?(?:是|为|有)?(?:什么|啥|哪些|如何|怎么?样)"
    r"|(?:有|(?:要|需)?达到)(?:什么|啥|哪些|没有)(?:样的?)?(?:具体|量化|工作)?(?:的)?(?:目标|指标))(?=[？?。，,]|$)"
)


def target_asked(text: str) -> re.Match[str] | None:
    """The words of a clause that ask what is to be reached, and name nothing that is; None where there are none."""
    return _TARGET_ASKED.search(text)
