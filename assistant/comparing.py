"""Questions that compare two things: each is asked for by itself, and both answers are given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.rankings import RANKS, RANKS_NOUN, measure
from assistant.language.sums import SUM, asks_sum
from assistant.language.tokens import is_place, words_of
from assistant.questions.asking import Ask
from assistant.questions.coordination import NO_USAGE, Coordination, Usage, coordination
from assistant.questions.parallel_clauses import parallel_clauses
from assistant.questions.question import Question
from assistant.questions.set_against import set_against
from assistant.questions.substitution import put_in
from assistant.wording.findings import Draft
from corpus.starting import quick

_FIRST = re.compile("早|晚|先|后|earl|lat|first|soon", re.IGNORECASE)
_ASKS_WHEN = re.compile(
    "什么时候|何时|哪[年天月]|几月|几号|期限|时限|(?<![a-z])(?:when|deadline|what date|which month)(?![a-z])",
    re.IGNORECASE,
)
# What asks for a difference asks of each thing what it is.
_OF_BOTH = "(?:(?:[两二](?:者|年|地|个|市|省|边|方|家|项|类|种)|双方|彼此|前后)(?:之间|间)?)?"
_DIFFERENCE = quick(
    rf"{_OF_BOTH}(?:有没有|有(?:什么|啥|何|哪些)?|的)?(?:什么|啥)?(?:区别|不同|差别|差异|出入|不一样)(?:是什么|在哪(?:里|儿)?|在什么地方|之处)?"
    rf"|差在哪(?:里|儿)?|{_OF_BOTH}相?差(?:距|额)?(?:是|有|了)?(?:多[少大远]|几[个天年月倍元成分]{{1,2}}(?:点|百分点)?)|(?:是否|是不是)(?:一致|相同|一样)|(?:一样|一致|相同)吗"
)
_HOW_MUCH = re.compile("多[少大远]|几")
_ALIKE = re.compile("一致|相同|一样")
# What is named by such a word is a day.
_A_DAY = re.compile(
    "(?:(?:完成|截止|整改|截至|办结|到期|生效|施行|印发|发布|开始|结束)(?:的)?(?:时[间限]|期限|日期|节点)|截止|到期日?)的?$"
)
# What is named by such a word is a figure, and asked for as one.
_A_FIGURE = re.compile(
    "(?:目标[数值]?|[分得评]分|分[值数]|[增降]速|[增降涨跌]幅|(?<!频)[率额]|比[例重率]|占比|[数总重]量|产量|数量?|金额|限额|额度|上限|下限|价格?|标准|期限|时限|年限|天数|人数"
    "|面积|规模|收入|支出|产值|幅度|倍数|指标)的?$"
)
_QUOTED = re.compile("“[^“”]+”|「[^「」]+」|《[^《》]+》")
_SIDE_BY_SIDE = re.compile("[^，。？?“「《]{0,16}(?:“[^“”]+”|「[^「」]+」|《[^《》]+》)(?:和|与|跟|以及|及|、)[“「《]")
_TOGETHER = re.compile("一?共|合计|总计|总和|之和|加起来|合起来|相加|之间|关系|两者|二者")
# 各推荐单位 are all of them, and each of nothing that is named before.
_ALL_OF_A_KIND = (
    "[\u4e00-\u9fff]{1,6}?(?:单位|部门|企业|机构|主体|平台|学校|院校|高校|医院|街道|乡镇|小组|专班|园区|景区|社区|公司|集团|银行|机关"
    "|政府|成员|中心|协会|项目|岗位|环节|阶段)"
)
_EACH = re.compile(
    f"各(?:自|是)?(?![个种类地级项位界单区县市省族国环领部方自是]|{_ALL_OF_A_KIND})|分别(?:是|为)?|相比(?:较|之下)?"
)
_EACH_UNIT = re.compile("(?<![a-z])(?:each|respectively|individually)(?![a-z])", re.IGNORECASE)
_EACH_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:(?:for|of|in|by|at) )?each(?: of (?:them|the two))?(?= *(?:[?？.,，]|$))"
    r"|(?<![a-z])each(?= (?:target|plan|aim|set|want|ha[dv]e?|hope|expect|report|record|get|got|receive"
    r"|lead|take|support|handle|reach|achieve|promise|propose|give|pay|charge|allow|require)(?![a-z]))",
    re.IGNORECASE,
)
# What was the area for each: how much it is of every one.
_FIGURE_OF_EACH = re.compile(
    r"(?:and )?what(?: is|['’]s| was| are| were) (?:the|each|their) (?P<what>(?:[a-z]+ ){0,3}?(?:area|amount|number"
    r"|target|goal|rate|share|value|size|percentage|ratio|length|volume|output|price|growth|increase))s?"
    r" (?:for|of|in) each(?: of (?:them|the two)| city| province| place| one)?(?![a-z])",
    re.IGNORECASE,
)
_APART = re.compile(
    rf"{_EACH.pattern}|(?:做个?)?(?:比较|对比)(?:一?下)?|比(?:一?下|一?比|比看)(?=[：:，,。？?]|$)"
    rf"|{_EACH_IN_ENGLISH.pattern}|(?<![a-z])(?:respectively|individually|compared?|comparison|differ(?:s|ent|ence|ences)?|between"
    r"|versus|vs)(?![a-z])",
    re.IGNORECASE,
)
# What counts the things over again is said of no one of them: 芦岭、杏儿沟，2003年这两处矿的死亡人数.
_THESE = re.compile("[这那][两二三四](?:个|处|座|家|所|条|类|种|起|项|地|市|县|省)[\u4e00-\u9fff]{0,3}?的")
_DAY = re.compile("[0-3]?[0-9]")
_DAY_OF_A_MONTH = re.compile(
    r"[0-3]?\d (?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{4})?)", re.IGNORECASE
)
_AND = re.compile("(?<![A-Za-z])and(?![A-Za-z])")
_PART_OF_A_NAME = "&&&"
# What are the pass rates of Aville and Bville: several figures, one of each name.
_FIGURES_OF_NAMES = re.compile(
    r"(?<![a-z])(?i:what (?:are|were|(?=[a-z -]+s (?:did|do|are|were|have|had|will) ))(?: the)?)(?: [a-z0-9-]+){0,4}?"
    r" (?:(?i:rate|target|share|amount|number|figure|deadline|date|goal|score|rank|ranking|subsidie|reward|limit|cap"
    r"|fee|price|quota|size|area|value|percentage|period|length|budget|result|total|output|level)s)"
    r" (?:of|for|in|at|did|do|are|were|have|had|will)(?: the)? [A-Z][^?,;:]*? and (?:the )?[A-Z]"
)
_EXTREME = re.compile(r"最[高低多少大小快慢好差早晚长短强弱](?:的)?$")
_WORD = re.compile(r"[\w\u3400-\u9fff]")
_ASKS = re.compile(
    r"多少|几|什么|啥|谁|哪|怎|如何|何|是否|吗|呢|多[大高长久快]"
    r"|(?<![a-z])(?:who|whom|what|when|where|how|which|why|is|are|does|do|did|was|were)(?![a-z])",
    re.IGNORECASE,
)
_TOPIC = re.compile("[^，。？?；;：:]{2,24}(?:和|与|跟|以及)[^，。？?；;：:]{2,16}[，：]")
# By how much they differ, where what each of them is has been asked.
_DIFFER_BY = re.compile(r"(?<=[，,、])是多少(?=[，。？?；;,]|$)")
_EMPTY_CLAUSE = re.compile(r"[，,、；;：:]\s*(?=[，,。？?；;]|$)")


# What was reached in one year and what is meant for another: X in 2023 with what it aimed at for 2024.
_YEAR = r"(?:19|20)\d\d"
_TWO_YEARS = re.compile(
    rf"(?:compare\s+)?(?P<what>[^?]+?),?\s+(?:in|for|of|at)\s+(?:the end of\s+)?(?P<one>{_YEAR})\s+"
    rf"(?:with|to|against|versus|vs\.?|compared? (?:with|to))\s+(?P<rest>[^?]*?(?P<two>{_YEAR})[^?]*)[?.]?$",
    re.IGNORECASE,
)
_AIMED = re.compile(r"(?<![a-z])(?:aim|target|goal|plan)", re.IGNORECASE)


# What a thing is compared with is itself at another time (compared with before the pandemic), no second thing.
_ITSELF = re.compile(
    r"(?:before|after|earlier|(?:a|one|the|last|previous) (?:year|month|quarter|period)(?: (?:before|earlier|ago))?"
    r"|(?:the )?(?:previous|preceding|prior|same|corresponding) (?:year|month|quarter|period)|last year|pre-[a-z]+)"
    r"(?![a-z]).*",
    re.IGNORECASE,
)
# What is Liuzhou's target, and how does it compare with Leshan's?
_HOW_IT_COMPARES = re.compile(
    r"(?P<first>[^?]+?)[,;.?]?\s+(?:and\s+)?how (?:does|do|did) (?:it|that|this|they|those) compare (?:with|to|against)"
    r" (?:(?:that|those|the (?:one|figure)s?) (?:of|in|for) )?(?P<other>[^?]+?)(?:['’]s)?\s*[?.]?",
    re.IGNORECASE,
)


_ONE = re.compile(r"^(?:the )?(?:one|ones|that|those)(?= (?:for|of|in|on|at|with)(?![a-z]))", re.IGNORECASE)
_OPPOSED_QUESTIONS = re.compile(
    r"(?P<opening>[^?,:;]{3,160}[,:;]\s+)?"
    r"(?P<one>(?:by )?(?:who|which|when|what|how|where)(?![a-z])[^?,;]{3,200}?),?\s+"
    r"(?:versus|vs\.?|as opposed to|compared (?:with|to))\s+"
    r"(?P<two>(?:by )?(?:who|which|when|what|how|where)(?![a-z])[^?]{3,200})\?*",
    re.IGNORECASE,
)


# Which of Meishan and Leshan has the higher target for jobs, by how much: what is ranked, of each.
_WHICH_OF = re.compile(
    r"(?P<opening>[^?,:;]{3,120}[,:;]\s+)?(?:which|who) of (?P<one>[^?,;]{2,60}?),? (?:and|or) (?P<two>[^?,;]{2,60}?) "
    r"(?:has|had|have|set|sets|aims? for|aimed for|wants?|plans?|reports?|reported|recorded|expects?|got|gets)"
    r" (?:the |a )?(?:[a-z]+er|more|less|most) (?P<rest>[^?,;]{3,100}?)"
    r"(?:,? (?:and )?by how much)?\s*[?.]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the things that a question compares, and the question as it is asked of it alone."""

    thing: str
    question: str


def compared_parts(question: Question, usage: Usage = NO_USAGE) -> tuple[Compared, ...]:
    """The questions that a comparison consists of, one for each thing compared; empty where it is none.

    Each keeps all the words that the things have in common; `usage` tells which they are. What joins two words of a
    unit's name (Housing and Construction Bureau) joins no things."""
    units = tuple(replace(bound, words=_AND.sub(_PART_OF_A_NAME, bound.words)) for bound in question.units)
    if units == question.units:
        return _parts(question, usage)
    text = question.text
    for bound, hidden in zip(question.units, units, strict=True):
        text = text.replace(bound.words, hidden.words)
    return tuple(
        Compared(one.thing.replace(_PART_OF_A_NAME, "and"), one.question.replace(_PART_OF_A_NAME, "and"))
        for one in _parts(replace(question, text=text, units=units), usage)
    )


def summed_parts(question: Question, usage: Usage) -> tuple[Compared, ...]:
    """The questions about each of the things of which a question asks what they come to together; empty where it names
    none side by side."""
    asked = question.text[question.opening :]
    if question.demands or question.rivals or not asks_sum(asked) or len(question.items) > 1:
        return ()
    plain = re.sub(" {2,}", " ", SUM.sub("", asked))
    found = coordination(plain, usage)
    if found is None or any(_ASKS.search(thing) for thing in found.things):
        return ()
    before, after = question.text[: question.opening] + plain[: found.start], plain[found.end :]
    return tuple(Compared(thing, f"{before}{thing}{after}") for thing in found.things)


def _parts(question: Question, usage: Usage) -> tuple[Compared, ...]:
    if question.demands or question.rivals or len(question.items) > 1:
        return ()
    if Ask.COMPARISON in question.asks and (two := _two_years(question.text) or _two_places(question.text)):
        return two
    if two := _two_questions(question.text) or _which_of(question.text):
        return two
    # What a follow-up opens with is the topic of the turn before, and nothing in it is compared.
    opening, asked = question.text[: question.opening], question.text[question.opening :]
    if clauses := parallel_clauses(asked, usage):
        return tuple(Compared(one.thing, opening + one.question) for one in clauses)
    if clauses := set_against(asked, usage):
        return tuple(Compared(one.thing, opening + one.question) for one in clauses)
    told_apart = Ask.COMPARISON in question.asks or any(
        pattern.search(asked) for pattern in (_EACH, _EACH_IN_ENGLISH, _DIFFERENCE, RANKS, RANKS_NOUN)
    )
    told_apart = told_apart or (len(question.units) > 1 and bool(_EACH_UNIT.search(asked)))
    told_apart = told_apart or bool(_FIGURES_OF_NAMES.search(asked))
    named = told_apart or _TOPIC.match(asked) or _SIDE_BY_SIDE.match(asked)
    found = coordination(asked, usage) if named else None
    if found is not None and not (told_apart or _alike(found, asked)):
        return ()
    # Side by side may stand what is asked for (牵头单位和配合单位分别是谁), too: that is one question.
    if found is None:
        return ()
    # Units bound the rows that are asked for, and stand in no topic: of each its own rows are asked for.
    units = {bound.words for bound in question.units}
    if not units.issuperset(found.things) and not all(
        _WORD.search(question.bare[len(opening) + start : len(opening) + end]) for start, end in found.spans
    ):
        return ()
    if any(_ITSELF.fullmatch(thing.strip()) for thing in found.things):
        return ()
    before, after = asked[: found.start], asked[found.end :]
    things = _named(_extremes(found.things))
    parts = tuple(Compared(thing, opening + _of_one(before, thing, after)) for thing in things)
    tail = _tail(question, parts[0].question)
    return (
        tuple(replace(part, question=f"{part.question.rstrip('？?。.，, ')}{tail}") for part in parts if tail) or parts
    )


def _extremes(things: Sequence[str]) -> tuple[str, ...]:
    """The things compared, 解决率最高和最低 as 解决率最高 and 解决率最低."""
    first = _EXTREME.search(things[0])
    if first is None or not all(_EXTREME.fullmatch(thing) for thing in things[1:]):
        return tuple(things)
    return (things[0], *(things[0][: first.start()] + thing for thing in things[1:]))


def _named(things: Sequence[str]) -> tuple[str, ...]:
    """The things compared, each with its noun: the subsidy for (a provincial platform) versus (one for a city), the
    quakes of (18) and (19 December 2003)."""
    if (day := _DAY_OF_A_MONTH.fullmatch(things[-1])) and all(_DAY.fullmatch(thing) for thing in things[:-1]):
        return (*(f"{thing} {day['month']}" for thing in things[:-1]), things[-1])
    noun = " ".join(
        re.split(r"(?<![a-z])(?:for|of|in|on|at|with|that)(?![a-z])", things[0], flags=re.I)[0].split()[-3:]
    )
    return (things[0], *(_ONE.sub(lambda _: noun or "one", thing) for thing in things[1:]))


def _two_questions(text: str) -> tuple[Compared, ...]:
    """The questions on both sides of an opposition, where each is one by itself: who leads A versus who leads B."""
    found = _OPPOSED_QUESTIONS.fullmatch(text.strip())
    if found is None:
        return ()
    opening = found["opening"] or ""
    return tuple(Compared(found[name], f"{opening}{found[name]}?") for name in ("one", "two"))


def _which_of(text: str) -> tuple[Compared, ...]:
    """The questions about each of two things of which the one that has more of something is asked for; else empty."""
    found = _WHICH_OF.fullmatch(text.strip())
    if found is None:
        return ()
    opening = found["opening"] or ""
    return tuple(
        Compared(found[one], f"{opening}What is the {found['rest']} of {found[one]}?") for one in ("one", "two")
    )


def _two_years(text: str) -> tuple[Compared, ...]:
    """The questions about the one year and the other, where a comparison in English is of two years; else empty."""
    found = _TWO_YEARS.match(text)
    if found is None or found["one"] == found["two"]:
        return ()
    aim = " target" if _AIMED.search(found["rest"]) else ""
    return (
        Compared(found["one"], f"{found['what']} in {found['one']}, how much?"),
        Compared(f"{found['two']}{aim}", f"{found['what']}{aim} for {found['two']}, how much?"),
    )


def _two_places(text: str) -> tuple[Compared, ...]:
    """The questions about the one place and the other, where what is asked of one is to be compared with the other."""
    found = _HOW_IT_COMPARES.fullmatch(text.strip())
    placed = put_in(found["other"], found["first"]) if found else None
    if found is None or placed is None:
        return ()
    named = [token.text for token in words_of(found["first"]) if is_place(token)]
    first = re.sub("['’]s$", "", named[-1]) if named else found["first"]
    return Compared(first, f"{found['first']}?"), Compared(found["other"], f"{placed}?")


def _alike(found: Coordination, text: str) -> bool:
    """Whether a question begins with things of one name and asks the same of all: 全体会议和常务会议，多久开一次; or
    names several in quotation marks and asks how much it is of them, not how much together (“甲”和“乙”每年办多少场)."""
    if all(_QUOTED.fullmatch(thing) for thing in found.things):
        return bool(_HOW_MUCH.search(text, found.end)) and not _TOGETHER.search(text)
    ends = {thing[-2:] for thing in found.things}
    return len(ends) == 1 and text[found.end : found.end + 1] in ("，", ",", "：")


def _of_one(before: str, thing: str, after: str) -> str:
    text = f"{_plainly(before)}\0{_plainly(after)}"
    alone = _DIFFER_BY.sub("", text)
    text = _EMPTY_CLAUSE.sub("", alone if _ASKS.search(alone) else text)
    text = re.sub(r"^[\s，,。？?；;]+|(?<=[？?])[\s，,；;]+|\s+(?=[?,.])", "", text)
    return re.sub(" {2,}", " ", text.replace("\0", thing)).strip()


def _plainly(text: str) -> str:
    """A stretch of a comparison in the words of a question about one thing."""
    text = _FIGURE_OF_EACH.sub(r"how much is the \g<what>", text)
    text = _THESE.sub("", RANKS_NOUN.sub("", RANKS.sub(measure, text)))
    return _APART.sub("", _DIFFERENCE.sub(_plain_question, text))


def _plain_question(difference: re.Match[str]) -> str:
    """What a question about one thing asks where that about two asks for their difference: GDP增长目标一样吗."""
    if _HOW_MUCH.search(difference[0]):
        return "是什么时候" if _A_DAY.search(difference.string, 0, difference.start()) else "是多少"
    alike = _ALIKE.search(difference[0]) and _A_FIGURE.search(difference.string, 0, difference.start())
    return "是多少" if alike else "是什么"


def _tail(question: Question, of_one: str) -> str:
    """What the ranking alone asked of each thing, in a question's words; empty where the question about one asks it."""
    ranking = RANKS.search(question.text) or RANKS_NOUN.search(question.text)
    zh = question.language == "zh"
    if ranking is not None and _FIRST.search(ranking.group()):
        return "" if _ASKS_WHEN.search(of_one) else ("，什么时候完成？" if zh else ", by when?")
    if _ASKS.search(of_one):
        return ""
    if ranking is not None and "often" in ranking.group():
        return ", how often?"
    return "，是多少？" if zh else ", how much?"


def one_says_all(drafts: Sequence[Draft]) -> bool:
    """Whether each of the things compared is answered by the same words: the question as a whole is, too."""
    return drafts[0].status != "not_found" and len({draft.statements for draft in drafts}) == 1
