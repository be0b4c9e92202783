"""How official Chinese explains a word: 本办法所称X，是指…; X即…; X（以下简称Y）; “X”：…."""

from __future__ import annotations

import re

_QUOTES = "“”\"‘’'「」『』"
_EXPLAINS = re.compile(
    rf"(?:^|[，,；;：:。（(]|(?<=[{_QUOTES}]))"
    rf"(?:的)?[{_QUOTES}]?(?P<term>[^，。；：“”（）()\n]{{2,24}}?)[{_QUOTES}]?(?:[（(][^（）()]*[)）])?\s*"
    r"(?:[，,]?\s*(?:主要|一般|通常)?(?:是指|指的是|系指|就是指|就是|即(?!可|将|日|使|便|时)|的定义是|是一[种类个项])"
    r"|指(?=[^导标数挥派控明示点引望定])|——|是(?=以|由|在|为|通过|依托|按|对|具有))"
)
_SAID = re.compile(r"^.*?(?:所称|所谓|所说)的?")
_SHORT = re.compile(
    rf"(?:以下|下文)?(?:统一)?(?:简称|统称|合称|并称|又称|俗称)(?:为)?[{_QUOTES}]?(?P<term>[^，。；“”）)]{{2,16}})"
)


def explained(text: str, *, named: bool = True) -> tuple[str, ...]:
    """The words that a sentence explains, and, where `named`, those that it introduces as a short name."""
    text = _SAID.sub("", text)
    patterns = (_EXPLAINS, _SHORT) if named else (_EXPLAINS,)
    found = [match["term"] for pattern in patterns for match in pattern.finditer(text)]
    return tuple(term.strip() for term in found if term.strip())
