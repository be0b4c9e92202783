"""Which money a question asks for, and whether a sentence speaks of that money.

An amount of trade is no award, and a capital is no fare: a sentence with some amount of money answers only where it
says that the money is of the kind asked for. The kinds and their words are those of official documents; where a
question only says 多少钱, any amount will do. A question may also mention money without asking for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

BESIDE = 3
"""Characters that may stand between a question word and the money that it asks for; in English four times as many."""


@dataclass(frozen=True, slots=True)
class MoneyKind:
    """A kind of money: `asked` finds it in a question, `stated` in a sentence."""

    asked: re.Pattern[str]
    stated: re.Pattern[str]


def _kind(zh: str, en: str, stated: str) -> MoneyKind:
    return MoneyKind(
        re.compile(rf"{zh}|(?<![a-z])(?:{en})(?![a-z])", re.IGNORECASE),
        re.compile(rf"{zh}|{stated}|(?<![a-z])(?:{en})(?![a-z])", re.IGNORECASE),
    )


_GIVEN = "奖|补贴|补助|资助|扶持|支持|给予|贴息|补偿|减免|减征|免[收征]|优惠|兑现|让利|拨付|拨款|补"
KINDS = (
    _kind("工资|薪酬|月薪|年薪|底薪", "wages?|salar(?:y|ies)", "报酬|收入|薪"),
    _kind(
        "[挣赚](?=了?(?:多少|几))",
        "earns?|earned",
        "报酬|薪|收入|花费|消费|营收|利润|产值|收益|创[收汇]|总额|[销交贸][售易]额",
    ),
    _kind(
        "运费|车费|票价|门票|票|[坐乘搭](?=(?:一[次趟回])?[^，。？?]{0,3}(?:多少|几块))",
        # Freight trains are counted, what freight costs is money.
        "fares?|tickets?|freight(?= (?:rates?|charges?|costs?|fees?|prices?|bills?)(?![a-z]))"
        "|(?:charged?|cost|pay|paid|price) (?:of |for )?(?:the )?(?:sea |air |ocean |rail )?freight",
        "元/|每(?:[张箱]|人次?(?![^，。；]{0,6}[奖补给]))|收费|价|运价|免费",
    ),
    _kind("租金|房租", "rents?|rental", "租"),
    _kind("罚款|罚", "fines?", "罚"),
    _kind("赔付|赔偿|理赔", "compensation|claims? paid", "赔|抚恤|补偿|理赔"),
    _kind(
        "[\u4e00-\u9fff]本费|报名费|考试费|手续费|收费|学费|电费|水费|气费|服务费|运维费|维护费|管理费|押金|保证金|过路费"
        "|(?<![征接吸回验抵])[收交缴押](?=[\u4e00-\u9fff]{0,4}?(?:多少|几)(?:钱|块|元|费))",
        "fees?|charges?|deposit",
        "收费|(?<!消)费|免费|不收|元/|担保|保证金|[收交缴]取?\\d|自[付理]|个人承担",
    ),
    _kind("奖励|奖金|补贴|补助|资助|奖补|奖多少|补多少", "rewards?|grants?|bonus(?:es)?|subsid(?:y|ies)|prize", _GIVEN),
    _kind(
        "预算|经费|拨款|财政资金|专项资金",
        "budgets?|funding|appropriations?",
        r"财政|资金|经费|预算|拨|专项|债券|投入|出资|自筹|支出|投资|奖补|补助|补贴",
    ),
    _kind(
        "花(?:了|费|掉|去)?(?:多少|几)|耗资",
        "(?:spend|spent|cost)",
        "投入|投资|出资|资金|造价|支出|开支|费用|经费|成本|价|耗资|拨款|补助|补贴|奖|贷款|收费|花",
    ),
    _kind(
        "造价|单价|成本价?",
        "construction costs?|unit (?:price|cost)s?",
        "总投资|估算|概算|决算|建设费|总价|价|成本|耗资|工程费",
    ),
    _kind(
        "投资",
        "invest(?:ed|ment|ments|s)?",
        "外资|投入|出资|资金|造价|建设费|总价|注资|资本|贷款|耗资",
    ),
)


@lru_cache(maxsize=256)
def money_asked(text: str) -> MoneyKind | None:
    """The kind of money that a question about money names, the most particular one first; None where it names none."""
    return next((kind for kind in KINDS if kind.asked.search(text)), None)


def money_beside(text: str, asking: Sequence[tuple[int, int]]) -> MoneyKind | None:
    """The kind of money whose word stands beside one of the question words at these spans: 付多少租金, what rent."""
    for kind in KINDS:
        for match in kind.asked.finditer(text):
            far = BESIDE * (4 if match.group().isascii() else 1)
            if any(start - far <= match.end() and match.start() <= end + far for start, end in asking):
                return kind
    return None


def speaks_of_money(text: str, kind: MoneyKind | None) -> bool:
    """Whether a sentence speaks of this kind of money; any does where no kind is asked for."""
    return kind is None or bool(kind.stated.search(text))


# Money that a clause only mentions while it asks for something else: when do the rules for subsidies expire. It is
# asked for beside a question word for an amount, and in a question without any other question word (财政预算呢).
_MONEY_NOUN = re.compile(
    "预算|经费|(?:(?:the|its|their|an?|any|total|annual) )?"
    "(?:budget|funding|subsid(?:y|ies)|rewards?|grants?|bonus(?:es)?)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[，,；;？?。]|(?<![a-z])and(?![a-z])", re.IGNORECASE)
_AMOUNT_ASKED = re.compile(
    r"多少|几[个万亿千百十元成]|多[大高]|有没有|有无|是否|[吗嘛]|(?<![a-z])(?:how (?:much|large|big|high|many)"
    r"|(?:what|which)(?: (?:is|was|are|were|will be))?(?: (?:the|an?|any))?(?: (?!channel|source)[a-z-]+){0,4}"
    r" (?:budget|funding|subsid(?:y|ies)|rewards?|grants?|bonus(?:es)?)"
    r"(?! (?:channel|source|rule|polic|program|scheme|guideline|spending))"
    r"|is there|are there|whether)(?![a-z])|^\s*(?:does|do|did|is|are|was|were)(?![a-z])",
    re.IGNORECASE,
)
# 研发经费占营业收入比重达到多少 asks for a share.
_ITS_SHARE = re.compile("(?:支出|投入)?(?:占|[的与]?(?:强度|增速|增幅|增长率|执行率))")
_QUESTION_WORD = re.compile(
    r"多少|几|什么|啥|谁|哪|怎|如何|何时|为何|(?<![a-z])(?:who|whom|whose|what|when|where|which|why|how)(?![a-z])",
    re.IGNORECASE,
)


def only_mentioned(text: str, start: int, end: int) -> bool:
    """Whether the money noun at `text[start:end]` is a part of what a question is about rather than what it asks."""
    if not _MONEY_NOUN.fullmatch(text[start:end]):
        return False
    if _ITS_SHARE.match(text, end):
        return True
    ends = [0, *(one.end() for one in _CLAUSE_END.finditer(text)), len(text)]
    opening = max(at for at in ends if at <= start)
    closing = min((at for at in ends if at > start), default=len(text))
    clause = text[opening:closing]
    if _AMOUNT_ASKED.search(clause):
        return False
    return bool(_QUESTION_WORD.search(text))


_ASKS_WHO_PAYS = re.compile(
    "(?:谁|哪[个家些级]?(?:单位|部门|政府|财政)?)(?:来|去|给|该|要|负责)*(?:出|掏|拿|付|贴|垫)(?:这笔?|的)?(?:钱|资|费)|谁(?:来)?(?:买单|埋单|报销)"
    "|(?:钱|费用?|资金|经费|开支|成本|亏损|保费|工资)(?:都|是|该|要|应|应该)*(?:由|归|让)?(?:谁|哪[个家些级]?(?:单位|部门|政府|财政)?)"
    "(?:来)?(?:出|掏|付|承担|负担|解决|列支|垫付?)"
    "|(?:谁|哪[个家些级]?(?:单位|部门|政府|财政)?)(?:来|去|给|该|要|负责)*(?:兜底?|托底|扛|认账|担着)"
    "|(?:钱|款|费用?|资金|经费|开支|成本|亏损|补贴|补助|奖补|投资)[^，。？?]{0,10}?(?:怎么|如何|咋|按什么比例|各)(?:个)?(?:来|去)?(?:分摊|分担|负担|摊|出(?!来|口|台|资)|承担)"
    "|(?<![a-z])who (?:pays|(?:bears|covers|meets|shoulders|carries|absorbs) (?:all |the |whole |full |entire |of )*"
    "(?:costs?|expenses?|bill|spending)|funds|finances|foots)(?![a-z])",
    re.IGNORECASE,
)


def asks_who_pays(question: str) -> bool:
    """Whether a question asks out of whose money something is done, which no unit in charge of it tells."""
    return bool(_ASKS_WHO_PAYS.search(question))
