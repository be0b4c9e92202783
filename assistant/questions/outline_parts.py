"""Questions for a part of a paper by its number (第三十条, 第三部分, Article 5) and for how it is parted (分几章)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.questions.asking import Ask
from assistant.questions.question import OPEN_ASKS, Question
from corpus.numerals import number

PartKind = Literal["article", "chapter", "part", "annex"]

_KINDS: dict[str, PartKind] = {
    **dict.fromkeys(("条", "article", "articles", "clause", "clauses"), "article"),
    **dict.fromkeys(("章", "chapter", "chapters"), "chapter"),
    **dict.fromkeys(("附件", "annex", "appendix", "attachment"), "annex"),
}
_NUMBER = r"(?P<number>[一二三四五六七八九十百零〇\d]{1,5})"
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
# 第三条措施, 第2条线路 count what a text gives; the paragraph of an article stands in it.
_POINTS = re.compile(
    rf"第{_NUMBER}(?:个|大)*(?P<kind>条|章|部分|板块|大?块|篇章?)(?:第[一二三四五六七八九十\d]{{1,3}}[款项])?"
    "(?!措施|任务|举措|项目|政策|建议|意见|标准|[线路街航河]|生产|里程)"
    r"|(?P<annex>附件)(?P<which>\d{1,2}|[一二三四五六七八九十]{1,3}?(?=一共|[^一二三四五六七八九十]|$))"
    r"|(?<![a-z])(?P<english>article|clause|chapter|part|section|annex|appendix|attachment)\s+(?:no\.?\s*)?"
    r"(?P<value>\d{1,3}(?!\d)|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z]))",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"(?:多少|(?:哪|这|分)?几|哪些)(?:个|大)*(?P<kind>条(?:款|文)?|章节?|部分|板块|大块|篇章?)(?:内容)?(?:组成|构成)?(?=$|[？?，。、\s的是都呢]|分别|规定)"
    r"|(?P<frame>(?:主要)?(?:框架|结构|提纲|目录|一级标题)(?=$|[？?，。\s]|是|有|怎))"
    r"|(?<![a-z])(?:how many|what are the|what|list the|which) (?:(?:main|major|top[- ]level) )?"
    r"(?P<english>articles|clauses|chapters|parts|sections)"
    r"(?! (?:of|in) the (?:city|country|port|region|world|market))(?![a-z])"
    r"|(?<![a-z])(?P<outline>(?:structure|outline|table of contents)(?= of))",
    re.IGNORECASE,
)
# What a part is parted into: 第三章有几条.
_WITHIN = re.compile(
    "(?:多少|几)个?(?:条(?:款|文|规定)?|节|小节|款|项|点|部分|方面)(?:内容|规定|条文)?(?=$|[？?，。、\\s呢啊的])"
    r"|(?<![a-z])how many (?:articles|clauses|sections|paragraphs|points|items)(?![a-z])",
    re.IGNORECASE,
)
_ANNEXES = re.compile(
    r"附件(?:是|叫|讲|说)(?:了|的是)?(?:什么|啥|哪)|(?:几|多少)个?附件|附件(?:一共|共|总共)?有?(?:几|多少)个"
    r"|(?<![a-z])how many (?:annexes|attachments|appendices)(?![a-z])",
    re.IGNORECASE,
)
# What is said around the number and asks for no more than what stands there; at the ends of what is left, single words.
_SAYS_NO_MORE = re.compile(
    r"请问|告诉我?|想知道|看一下|查一下|一下|帮我|到底|具体|主要|究竟|分别|大致|内容|原文|全文|标题|名称|条文|正文|规定|要求|介绍|包括|包含"
    r"|涉及|涵盖|组成|构成|划分|分成|分为|共有|一共|总共|怎么?样|怎么|如何|什么|哪些|哪几个?|多少|几个?|讲的?|说的?|写的?"
    r"|第[一二三四五六七八九十]{1,3}[款项]"
    r"|(?<![a-z])(?:what|which|how many|how|does|do|did|is|are|the|of|in|under|say|says|said|about|cover|covers|contain"
    r"|contains|provide|provides|state|states|main|major|there|have|has|it|its|please|tell me|content|contents|title"
    r"|list|for|to|into|divided|consist|consists|set out)(?![a-z])",
    re.IGNORECASE,
)
_AT_ENDS = re.compile(
    r"(?<![^\s])[的了里中上是有都由按分个和呢吗啊啥何请共这那份该本]+|[的了里中上是有都由按分个和呢吗啊啥何共]+(?![^\s])|[？?，。、：:“”\"']"
)
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_ROWS = re.compile(
    r"任务|措施|举措|事项|项目|工作"
    r"|(?<![a-z])(?:tasks|measures(?! (?:say|provide|state|stipulate)|[?.]*$)|projects|duties)(?![a-z])",
    re.IGNORECASE,
)
_PAPER = re.compile(
    "方案|意见|办法|规定|条例|通知|批复|报告|纪要|规划|计划|文件|细则|公告|通报|[复来]?函|要点|预案|规则|法(?!院|律|人)|决定|答复"
    r"|(?<![a-z])(?:plan|regulations?|rules|measures|notice|reply|report|opinions?|decision|law|document|paper|programme|scheme)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PartsAsked:
    """A part of a paper that is asked for: its kind and its `number`, None where all parts of the kind are. `rest` is
    what the question says beside it: which paper it means, or more."""

    kind: PartKind
    number: int | None
    rest: str


def parts_asked(question: Question) -> PartsAsked | None:
    """The part of a paper that a question asks for as such; None where it asks for none, or for the tasks in it."""
    if not question.asks <= OPEN_ASKS | {Ask.TITLE, Ask.QUANTITY} or question.inherited:
        return None
    text = _TITLE.sub(" ", question.text)
    found = _POINTS.search(text)
    if found is not None:
        named = (found["kind"] or found["annex"] or found["english"] or "").lower()
        if Ask.COUNT in question.asks or Ask.QUANTITY in question.asks:
            within = _WITHIN.search(text)
            if within is None or found["annex"]:
                return None  # the rows of an annex are counted as tasks are
            text = f"{text[: within.start()]}{' ' * len(within.group())}{text[within.end() :]}"
        value = found["number"] or found["which"] or found["value"]
        counted = _WORDS.get(value.lower()) or number(value)
    elif Ask.QUANTITY in question.asks:
        return None
    else:
        found = _ANNEXES.search(text) or _PARTED.search(text)
        if found is None or not (question.document_ids or _PAPER.search(text)):
            return None
        groups = found.groupdict()
        named = (groups.get("kind") or groups.get("english") or "").lower()
        counted = None
    if _ROWS.search(text, found.end()):
        return None
    if counted is None and found.re is _ANNEXES:
        named = "附件"
    kind = _KINDS.get(named) or _KINDS.get(named[:1]) or "part"
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    if question.language == "en" and found.re is _POINTS:
        rest = _POINTS.sub(" ", _TITLE.sub(" ", question.told_of))  # with the names that pinyin stands for
    return PartsAsked(kind, counted, _AT_ENDS.sub(" ", _SAYS_NO_MORE.sub(" ", rest)).strip())
