"""How many items a list has, and how many of them are such: 清单总共列了几条举措？其中自主创新的有几条."""

from __future__ import annotations

import re

_COUNT = "(?:几|多少)[个项条件家种类]"
_SOME = re.compile(
    rf"^(?P<paper>.{{3,}}?)[，,]?(?P<count>(?:里面?|中|上)?(?:一共|总共|共)?(?:列了?|有|写了?|提了?|包括|设了?|出了?|给了?|安排了?)*{_COUNT}"
    rf"(?P<noun>[\u4e00-\u9fff]{{0,8}}))[，,；;？?。]\s*(?:其中|这里面|里面)?(?P<some>[^，,；;？?。]{{2,24}}?)的?"
    rf"(?:一共|总共|共)?有?{_COUNT}[^，,；;？?。]{{0,6}}[？?]?$"
)


def some_of_list(text: str) -> tuple[str, str, str] | None:
    """The question for the whole list, that for some of its items, and how it calls these; None where a question does
    not ask both."""
    found = _SOME.search(text.strip())
    if found is None or re.search("谁|哪|什么|几|多少", found["some"]):
        return None
    some = f"{found['paper']}{found['some']}的{found['noun']}有几个？"
    return f"{found['paper']}{found['count']}？", some, found["some"]
