"""The table that a question names by the number in its caption: 表1列了几种产品, "the items in Table 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.enumeration_offers import Offer
from assistant.language.counting import numeral

_TABLE = re.compile(
    r"(?:(?<![附列代图电仪外])表|(?<![a-z])table (?:no\. ?)?)\s*"
    r"(?P<number>\d{1,2}|[一二三四五六七八九十]|(?:two|three|four|five)(?![a-z]))(?!\d)",
    re.IGNORECASE,
)


def names_table(text: str, caption: str) -> bool:
    """Whether a question names by its number the table that is captioned so."""
    named = _TABLE.search(text)
    if named is None:
        return False
    return re.match(rf"表\s*0?{numeral(named['number']) or named['number']}(?!\d)", caption) is not None


def table_by_number(text: str, offers: Sequence[Offer]) -> Offer | None:
    """The table that a question names by its number, of the document that it speaks of most; None where it names none,
    or that document has none of this number."""
    if not offers or not _TABLE.search(text):
        return None
    document = max(offers, key=lambda one: one.share).series.document_id
    tables = [one for one in offers if one.series.document_id == document and names_table(text, one.series.label)]
    return max(tables, key=lambda one: one.worth, default=None)
