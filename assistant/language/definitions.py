"""How official Chinese explains a word: 本办法所称X，是指…; X即…; X（以下简称Y）; “X”：…."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.numbering import unnumbered
from corpus.starting import quick

_QUOTES = "“”\"‘’'「」『』"
_EXPLAINS = re.compile(
    rf"(?:^|[，,；;：:。（(]|(?<=[{_QUOTES}]))"
    rf"(?:的)?[{_QUOTES}]?(?P<term>[^，。；：“”（）()\n]{{2,24}}?)[{_QUOTES}]?(?:[（(][^（）()]*[)）])?\s*"
    r"(?:[，,]?\s*(?:主要|一般|通常)?(?:是指|指的是|系指|就是指|就是|即(?!可|将|日|使|便|时)|的定义是|是一[种类个项])"
    r"|指(?=[^导标数挥派控明示点引望定])|——|是(?=以|由|在|为|通过|依托|按|对|具有))"
)
# What a glossary at the end of a report, a note under a table says: 32.“三免三便利”政策：…; [3]规模以上工业统计范围为….
_GLOSSED = re.compile(
    rf"^(?:[\[【〔]?\d{{1,3}}[\]】〕.．、]?\s*)?[{_QUOTES}](?P<term>[^{_QUOTES}]{{2,20}})[{_QUOTES}][^：:，。；]{{0,16}}[：:](?=.{{6}})"
)
_SCOPE = re.compile(
    r"^(?:[\[【〔]?\d{1,3}[\]】〕.．、]?\s*)?(?P<term>[^，。；：“”（）()\n]{2,20}?)的?(?:统计|认定|划分)?(?:范围|标准|口径)(?:为|是)(?=.{4})"
)
# What something consists of, by name: 技术交易服务包括技术评估服务、技术信息服务等.
_CONSISTS = re.compile(
    r"(?:^|[，,；;：:。])(?P<term>[^，。；：“”（）()\n]{2,24}?)的?(?:主要|一般|具体|共|应当)?"
    r"(?:(?:包括|包含|分为|分成|涵盖)(?=[^，。；：]{2,60}[、和与及])|由(?=[^，。；：]{2,60}[、和与及][^，。；：]{1,60}组成))"
)
_SAID = re.compile(r"^.*?(?:所称|所谓|所说)的?")
# What brackets hold that explain nothing.
_ASIDE = re.compile("责任|牵头|配合|负责|完成|含|不含|包括|其中|见|附|参见|详见|以下|下同|截至")
_SHORT = quick(
    rf"(?:以下|下文)?(?:统一)?(?:简称|统称|合称|并称|又称|俗称)(?:为)?[{_QUOTES}]?(?P<term>[^，。；“”）)]{{2,16}})"
)


@lru_cache(maxsize=8192)  # the same sentences are looked at for one question after another
def explained(text: str, *, named: bool = True) -> tuple[str, ...]:
    """The words that a sentence explains; where `named`, also those that it introduces as a short name, else those of
    what it says by name what it consists of."""
    text = _SAID.sub("", text)
    plain = unnumbered(text)  # （九）偶然所得，是指…; a gloss may stand under its number
    told = (
        ((_EXPLAINS, plain), (_SHORT, plain), (_GLOSSED, text), (_SCOPE, text))
        if named
        else ((_EXPLAINS, plain), (_CONSISTS, plain))
    )
    found = [match["term"] for pattern, said in told for match in pattern.finditer(said)]
    return tuple(term.strip() for term in found if term.strip())


def explained_in_brackets(text: str, name: str) -> bool:
    """Whether a text says in brackets behind a name what it means: 境内个人电商（从事…的个人或个体工商户）."""
    behind = re.search(rf"{re.escape(name)}[{_QUOTES}]?[（(]([^（）()]{{8,}})[)）]", text)
    return behind is not None and not _SHORT.search(behind[1]) and not _ASIDE.match(behind[1])
