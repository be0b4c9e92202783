"""A part that a unit has is set aside before another one is asked for: 海关除了牵头的还参与了哪些, "apart from what it
leads, what does customs support". What is set aside is no condition on the rows."""

from __future__ import annotations

import re

_PART = "牵头|主办|主抓|领办|负责|承担|参与|参加|配合|协助|协办"
_ROWS = "的|着|了|那些|这些|几[项件个条]|任务|事项|工作|举措|事情?|活儿?|单位|部门"
_SET_ASIDE = re.compile(
    rf"除(?:了|去|开|掉)?(?:自己|本身|它|其|由其)*(?:独自|独立|单独|联合|共同)?(?:{_PART})(?:{_ROWS})*(?:之外|以外|外)?\s*[，,]?\s*"
    rf"(?:(?:还|又|也|另外|再)+(?=要|需|得|{_PART}))?(?=[^。；;？?]*(?:{_PART}))"
)
_ENGLISH_PART = (
    r"(?:leads?|leading|heads?|heading|supports?|supporting|(?:tak(?:es?|ing) part|participat(?:es?|ing)) in|lead)"
)
_ENGLISH_SET_ASIDE = re.compile(
    r"(?<![a-z])(?:besides|apart from|aside from|other than|in addition to|beyond|except for|not counting) "
    # Which units are beside the lead is asked of the row of a task.
    r"(?!the lead(?:ing)?(?: (?:unit|department|agency|office|body))?,)"
    rf"(?:(?:the |those |its |their |all )*(?:own )?(?:tasks?|items?|ones?|work|those|what|things?)? ?(?:that |which )?"
    rf"(?:it|they)? ?(?:itself |alone |already )?{_ENGLISH_PART}"
    r"(?: (?:itself|themselves|alone|tasks?|items?|ones?|role))?)"
    r"\s*,?\s*(?=[^.;?]*(?<![a-z])(?:leads?|leading|supports?|supporting|takes? part|participat|involved|help))",
    re.IGNORECASE,
)


def without_contrast(text: str) -> str:
    """`text` without the part that is set aside, where it goes on to ask for another."""
    shorter = _ENGLISH_SET_ASIDE.sub("", _SET_ASIDE.sub("", text))
    # 参与 means no more than it says once 还 is gone, and a sentence in English begins with a capital.
    return shorter[:1].upper() + shorter[1:] if shorter != text else text
