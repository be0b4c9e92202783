"""The numbers of items that a question points at in a paper: 临溪方案第7项任务, tasks 3, 5 and 9 of the Linxi plan."""

from __future__ import annotations

import re

from corpus.numerals import number

_ONE = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
ITEMS = re.compile(
    rf"第\s*(?P<zh>{_ONE}(?:\s*[、,，和及与]\s*第?\s*{_ONE})*)\s*(?:项|号|件)(?:任务|事项|举措|工作|内容)?"
    r"|(?<![A-Za-z])(?:items?|tasks?|rows?|entr(?:y|ies))\s*(?:no\.?|nos\.?|numbers?|#)?\s*"
    r"(?P<en>\d{1,3}(?:\s*(?:,\s*and|,|and|&)\s*\d{1,3})*)(?![A-Za-z\d.%])",
    re.IGNORECASE,
)
_NUMBER = re.compile(_ONE)
# 清单第8项 is one of a table's, the number of a clause of the text is another.
_OF_A_TABLE = re.compile(
    r"清单|附[件表]|[分任]?[务工]表|台账|(?<![a-z])(?:lists?|checklist|table|annex(?:es)?|appendix|ledger)(?![a-z])",
    re.IGNORECASE,
)


def numbers_pointed_at(text: str) -> tuple[int, ...]:
    """The numbers, in the order of the question; none where it points at none."""
    found = (match["zh"] or match["en"] for match in ITEMS.finditer(text))
    return tuple(dict.fromkeys(number(one) for each in found for one in _NUMBER.findall(each)))


def of_a_table(text: str) -> bool:
    """Whether the items of a list in a table are meant."""
    return bool(_OF_A_TABLE.search(text))
