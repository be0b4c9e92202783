"""What a question lists or counts, by the noun that it does so with: 体系 in "哪六个体系", 做法 in "有哪些做法",
platforms in "which three platforms".

The noun is no part of the topic where it says little (任务, 措施), yet it tells which of a document's enumerations is
meant: that of the 体系 stands under 构建六大体系, and each of its items is called so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.counting import MOST_BETWEEN, counted_in_chinese, counts, numeral
from index.glossary import renderings
from index.words import shipped_words

_NUMBER = r"(?:[两二三四五六七八九十]|十[一二三四五六七八九]|二十|\d{1,2}(?!\d))"
# 条件, 项目, 步骤 are things and no measures of them.
_MEASURE = (
    r"(?:个大|大类|方面|[个件张]|大(?![学型厅队会赛棚])|项(?!目)|条(?![件例款约文幅])|类(?![别型目])|种(?![子植类])|家(?![庭长电具居])"
    r"|对(?![象策口外接])|点(?!位)|步(?![骤行])|批(?![复次准文])|座(?!谈))"
)
# Where a noun ends: what is said or asked of it.
_END = (
    r"(?=分别|各[自是有]|都|又|具体|主要|一共|总共|是|有|叫|的|在|里|包括|为|要|能|可|需|应|该|会|被|由|与|和|及|或|到底|究竟|指|算|占|属"
    r"|[^\u4e00-\u9fff]|$)"
)
_AFTER = re.compile(
    rf"(?:(?:哪|什么)[“‘]?(?:些|几|(?P<which>{_NUMBER}))?+|(?:多少|(?<!第)几)|(?P<number>(?<![\d第十]){_NUMBER})(?={_MEASURE}|[“‘]))"
    rf"{_MEASURE}?+[“‘\"']?(?!事[是都有呢吗啊，。？?、]|事$)(?P<noun>[车船人货证](?=可以?|能)|[\u4e00-\u9fff]{{2,14}}?){_END}"
)
_HEAD = re.compile(rf"的(?P<noun>[\u4e00-\u9fff]{{2,6}}?){_END}")
_BEFORE = re.compile(
    r"[”’\"']?(?:里|中|上|方面)?(?:一共|总共|共|具体|主要|分别|都|又)*"
    r"(?P<linked>(?:有|[分归列划设定]?[为成]|分|包括|包含|列了?|设了?|是|提了?|写了?|定了?|占了?|拿了?|获了?|具体|指)*)"
    r"(?:哪[些几]|几|多少|什么)"
)
_HAN_RUN = re.compile("[\u4e00-\u9fff]+$")
_VERB = (
    "does|do|did|is|are|was|were|will|would|has|have|had|must|should|can|could|may|of|in|on|to|for|from|that|which|who|set"
    "|under|by|at|with|make|and|promised|named|listed|given|laid|put|mentioned|count|counts"
)
_ENGLISH = re.compile(
    rf"(?<![A-Za-z])(?:(?:which|what|how many|name|list)(?: (?:are|is|the|all|all the|of the))* (?=[a-z\d“\"'‘])"
    rf"|(?=(?:two|three|four|five|six|seven|eight|nine|ten) ))"
    rf"(?:(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}) )?[“\"'‘]?"
    rf"(?P<noun>(?!(?:{_VERB}) )(?:[a-z][a-z'’-]*[ -]){{0,4}}?[a-z][a-z'’-]*?)['’\"”]?"
    rf"(?= (?:{_VERB})(?![a-z])|[,?.;:“\"]|(?P<han> [(（][“]?[\u4e00-\u9fff]+)|$)",
    re.IGNORECASE,
)
# An English noun in a Chinese question: 方案里的 support policies 一共几条.
_MIXED = re.compile(
    r"(?<=[\u4e00-\u9fff]) ?(?:(?:the|of|all) )*(?P<noun>[a-z][a-z'’-]*(?: [a-z][a-z'’-]*){0,3}?) ?"
    r"(?:一共|总共|共|都|分别|主要|具体|到底|究竟|各)*(?:有|包括|包含|是|列了?|分[为成]?)? ?"
    r"(?:(?:哪[些几]|几|多少)(?:个|项|条|类|种|方面|点)?|what|how many)(?=$|[？?，,。、])",
    re.IGNORECASE,
)
# What any list may be called: it tells of no list which one it is.
_ANY = frozenset(
    {"方面", "内容", "具体", "主要", "事项", "东西", "事情", "地方", "部分", "情况", "时候", "什么", "哪些", "多少"}
    | {"类型", "类别", "种类", "类", "项目类型", "人群"}
    | {"关于", "单位", "部门", "人员", "分别", "自己", "一起", "大家"}
)
# What is done and called so: 十件实事, 两件大事; other words that end so only say that it is something.
_MATTERS = ("实事", "大事", "要事", "好事", "难事")
_TASKS = re.compile("任务|事项|措施|举措|工作|行动")
_KINDS = frozenset(
    {
        "方式",
        "模式",
        "形式",
        "途径",
        "渠道",
        "办法",
        "方法",
        "手段",
        "机制",
        "制度",
        "体制",
        "领域",
        "行业",
        "产业",
        "产品",
    }
    | {"商品", "服务", "业务", "功能", "指标", "条件", "标准", "要求", "原则", "政策"}
)
# What offices call kinds of goods, one as well as another.
_GOODS = ("品类", "类目", "品种", "门类")
MOST_FORMS = 8
AT_A_GUESS = 0.5
"""A rendering of less weight is not one that a document is likely to use."""


# What is counted one by one: 几家企业, 多少项义务, how many firms; not 多少亿元.
_COUNTS_THINGS = re.compile(
    r"(?:多少|(?<![第这那哪])(?:(?<!好)|(?<=[抓做办干管建修走写搞理把]好))几)"
    r"(?:[个家项种条类位名所座户款件批处支门对张](?!口)|大类|方面)(?!月)|(?<![a-z])how many(?![a-z])",
    re.IGNORECASE,
)
# 一天发几条, 每周更新几条: how often, and no list gives them one by one.
_PUBLISHED = re.compile("[发更登刊推送转](?:[布新送载])?(?:了|过)?(?:多少|几)条")


def counts_things(text: str) -> bool:
    """Whether a question counts things that a list may give one by one."""
    return bool(_COUNTS_THINGS.search(text)) and not _PUBLISHED.search(text)


@dataclass(frozen=True, slots=True)
class ListedThing:
    """The thing listed: `number` of them where the question says so, `forms` by which a document may call them. One
    that English names by a `phrase` (safeguard measures) may be what a heading calls it, word for word."""

    number: int | None
    forms: tuple[str, ...]
    phrase: bool = False


@lru_cache(maxsize=256)
def listed_things(text: str) -> tuple[ListedThing, ...]:
    """What a question lists; those with a number first. Empty where it names nothing."""
    found: list[ListedThing] = []
    for match in _AFTER.finditer(text):
        number = match["number"] or match["which"]
        # 三个值得铭记的日子: what they are stands after what is said of them.
        head = _HEAD.match(text, match.end()) if match["number"] else None
        found.append(ListedThing(numeral(number) if number else None, _chinese((head or match)["noun"])))
    for match in _ENGLISH.finditer(text):
        number, noun = match["number"], match["noun"]
        forms = counted_in_chinese(f"{number} {noun}") if number else _english(noun)
        if match["han"]:
            forms = (match["han"].lstrip(" (（“"), *forms)
        found.append(ListedThing(numeral(number) if number else None, forms, " " in noun))
    mixed = (match["noun"] for match in _MIXED.finditer(text))
    found += [ListedThing(None, _english(noun), " " in noun) for noun in mixed]
    named = [one for one in found if one.forms]
    asked = None if named else _BEFORE.search(text)
    # Before 哪些东西 stands what is done with them (要交), before 有哪些方面 what they are of.
    if asked and (asked["linked"] or not found) and (run := _HAN_RUN.search(text[: asked.start()])):
        named = [ListedThing(None, _chinese(run.group(), last=True))]
    return tuple(sorted((one for one in named if one.forms), key=lambda one: one.number is None))


def counts_so_many(text: str, number: int, things: Sequence[ListedThing]) -> bool:
    """Whether a text says that there are so many of what a question lists: 11条标志性产业链, 打造四个平台."""
    ends = [match.end() for match in counts(number).finditer(text)]
    return any(form in text[at : at + MOST_BETWEEN] for thing in things for form in thing.forms for at in ends)


def number_told(text: str, things: Sequence[ListedThing]) -> int | None:
    """How many a sentence announces of what a question lists: 要处理好五对关系：; None where it announces none."""
    for form in (form for thing in things for form in thing.forms):
        told = re.search(
            rf"(?<![第\d十])(?P<number>{_NUMBER}){_MEASURE}[^，。；：:]{{0,4}}{re.escape(form)}[^，。；：:]{{0,10}}[。：:]",
            text,
        )
        if told:
            return numeral(told["number"])
    return None


def counted_nouns(text: str) -> tuple[str, ...]:
    """What an English question asks how many there are of, in its words."""
    return tuple(match["noun"] for match in _ENGLISH.finditer(text) if match.group().lower().startswith("how many"))


def _chinese(run: str, *, last: bool = False) -> tuple[str, ...]:
    """A noun and the words that it consists of, or of a run of words the last one, with the one before it. What stands
    before a word for kinds of things only says which of them it is: 贸易 of 贸易方式."""
    run = run.removesuffix("的")
    words = shipped_words().segment(run)
    if not last and words and words[-1] in _KINDS:
        words = ["".join(words[at:]) for at in range(len(words))]
    forms = ["".join(words[-2:]), *words[-1:]] if last else [run, *words]
    if words and words[-1].endswith(_GOODS):
        forms += _GOODS
    return tuple(
        dict.fromkeys(
            one for one in forms if len(one) > 1 and one not in _ANY and (one[-1] != "事" or one.endswith(_MATTERS))
        )
    )


def _english(run: str) -> tuple[str, ...]:
    terms = [term for term, weight in renderings(run) if len(term) > 1 and weight >= AT_A_GUESS]
    return tuple(dict.fromkeys(terms))[:MOST_FORMS]


def is_rendered(heading: str, thing: ListedThing) -> bool:
    """Whether a heading is what English calls the thing: 存在问题 for problems. One word for tasks is none of a heading
    of them (主要任务): it asks for the tasks."""
    return heading in thing.forms and (thing.phrase or not _TASKS.search(heading))
