"""A turn that sets the two rows of a table side by side of which the turns before told (两个比，哪个先到期)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.rows_spoken_of import last_rows
from assistant.types import Turn
from index.library import Library

_WHICH = re.compile(
    r"(?:那么?|那)?(?:[这那]?[两二](?:个|者|项|件|家|处|边)?(?:里面?|当?中|之间)?|它们)?(?:相?比(?:一?[下比]|较|起来|的话)?)?[，,]?\s*"
    r"(?:哪(?:一)?(?:个|项|件|家|处|边)?|谁)的?(?P<column>[^，。；？?最]{0,8}?)(?P<more>更|较|要)?"
    r"(?:(?P<when>先|后|早|晚|迟)(?P<end>到期|完成|完工|竣工|办结|办完|截止|结束|开始|开工|整改完|投产|交付)?"
    r"|(?P<size>高|低|大|小|多|少|长|短))(?:一?些|一点)?[呢啊]?[？?]?"
    r"|(?:and |so |but )?which (?:one |of (?:them|these|the two) )?(?:is|are|comes?|falls?|ends?|finishes|has)"
    r"(?: the)?(?: due)? (?:(?P<first>first|earlier|sooner|later)"
    r"|(?P<larger>higher|lower|larger|smaller|bigger|more|less))[?.]?",
    re.IGNORECASE,
)


def rows_side_by_side(text: str, turns: Sequence[Turn], library: Library) -> str | None:
    """What `text` asks of the two rows that were told last, each by a turn of its own or both by one, with
    their names and the column that was asked for; None where it compares nothing, or the turns told no two such
    rows."""
    asked = _WHICH.fullmatch(text.strip())
    last = last_rows(turns, library) if asked else None
    if asked is None or last is None:
        return None
    one, other = last.names
    if asked["when"]:
        return f"“{one}”和“{other}”哪个{asked['when']}{asked['end'] or '完成'}？"
    if asked["first"]:
        return f"Which is due {asked['first']}, “{one}” or “{other}”?"
    column = asked["column"] or last.column
    if not column:
        return None
    if asked["larger"]:
        return f"Which of “{one}” and “{other}” has the {asked['larger']} {column}?"
    return f"“{one}”和“{other}”的{column}哪个{asked['size']}？"
