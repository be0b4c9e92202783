"""Items that a sentence names by their numbers alone: 出现第三项情形的，…; 第10项先在…试点."""

from __future__ import annotations

import re

from assistant.language.announcements import REACH

LONGEST = 80
"""Characters of an item that are taken."""
_NAMED = re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,3})项(?!目)")


def items_meant(text: str, document_text: str, at: int) -> str:
    """The words of the items that a sentence at `at` names by their numbers, of each the nearest one before it: in a
    list for 第三项, in a numbered text or a row of a table for 第10项; "" where it names none."""
    found: list[str] = []
    for number in dict.fromkeys(_NAMED.findall(text)):
        if number.isdigit():
            first = 0
            item = rf"(?:^|[\n\t|])[ \u3000]*{number}[ \u3000]*[\t|．.、\n](?!\d)(?P<words>[^\n\t|]{{4,{LONGEST}}})"
        else:
            first = max(0, at - REACH)
            item = rf"[（(]{number}[)）](?P<words>[^；。\n]{{4,{LONGEST}}})"
        found += [match["words"] for match in re.compile(item).finditer(document_text, first, at)][-1:]
    return " ".join(found)
