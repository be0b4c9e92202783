"""The question before, asked of another year that a follow-up counts from it: two years later? 那前一年呢？"""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COUNTS = {
    **{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5},
    **{"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5},
}
_CHINESE = re.compile(
    r"(?:那么?|还有)?(?:(?P<count>[一两二三四五]|\d)年(?:之|以)?(?:后|(?P<back>前))|(?P<before>前一年|上一年|头一年)"
    r"|后一年|下一年|第二年|次年)的?呢?[？?]?"
)
_ENGLISH = re.compile(
    r"(?:(?:and|but|what|how|about|in|for) ){0,4}"
    r"(?:(?:the )?(?P<before>previous year|year before|year earlier)|(?:the )?(?:next|following) year|the year after"
    r"|(?P<count>a|one|two|three|four|five|\d) years? (?:later|after(?:wards)?|on|(?P<back>earlier|before)))\s?[?？]?",
    re.IGNORECASE,
)


def years_on(text: str, before: str) -> str | None:
    """The question `before` with its last year moved by what `text` says, where that says nothing else; else None."""
    match = _CHINESE.fullmatch(text.strip()) or _ENGLISH.fullmatch(text.strip())
    years = list(_YEAR.finditer(before))
    if match is None or not years:
        return None
    count = (match["count"] or "1").lower()
    by = _COUNTS.get(count) or int(count)
    year = int(years[-1].group()) + (-by if match["back"] or match["before"] else by)
    return f"{before[: years[-1].start()]}{year}{before[years[-1].end() :]}"
