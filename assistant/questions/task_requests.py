"""Questions for the tasks of a unit that look like questions about one task, and the words in them that say which part
the unit has: 商务局作为配合单位的任务, "what is the Tax Bureau in charge of".

Which words they are is a closed set of office language; left in the topic, they would keep rows out of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.questions.asking import Ask
from corpus.starting import quick
from corpus.units import NamedUnits

_ADVERBS = (
    "(?:都|也|只|仅|自己|亲自|单独|联合|联手|携手|合力|并列|同时|共同|一起|一同|合作|双|总|要|应|须|需要?|得|来|所|有"
    "|被)*"
)
_AS = "(?:作为|为|是|当|担任|做|任|列为|算作?)"
LEADING = (
    "▲|牵头|牵(?:着|了)?(?:哪些|哪几个?|什么|几个|多少)头"
    "|领头|抓总|带头|打头|领办|主抓|主导|主办|主责|挂帅|领衔|第一责任|负总责"
)
HELPING = "参与|配合|协助|参加|协办|协同|会办|联办|打配合|打下手|搭把手"
_ENGLISH_LEAD = r"(?:the |a )?(?:lead|leading|main|primary|head)"
_ENGLISH_HELP = (
    r"(?:the |an? )?(?:participant|participating|supporting|support|assisting|partner|co-operating|cooperating)"
)
_BODY = r"(?: (?:unit|body|department|agency|party|role))?"

LEADS_AFTER = re.compile(
    rf"\s*(?:在[\u4e00-\u9fff]{{2,8}}?)?{_ADVERBS}(?:{_AS}\s*(?:头儿?|老大)(?![\u4e00-\u9fff]*[人领])"
    rf"|(?:{_AS}\s*)?(?:{LEADING}))(?:(?<=责任)(?:单位|部门|方|主体)|(?<!责任)(?:单位|部门|方)(?=的|[，。？?]"
    rf"|$))?"
    rf"|\s*(?:(?:is|are|acts?|serves?|named|listed) )?(?:as )?{_ENGLISH_LEAD}{_BODY}(?![A-Za-z])"
    r"|\s*(?:is |are |must |has to |have to )?(?:to )?(?:jointly )?(?:leads?|leading|heads?|heading|spearheads?"
    r"|coordinates?|runs?|tak(?:es?|ing) the lead|ha(?:s|ve) the lead)(?: up)?(?![A-Za-z])|\s*(?:is "
    r"|are )?in (?:the lead|charge of leading)(?![A-Za-z])",
    re.IGNORECASE,
)
# 责任单位里带, 牵头单位一栏写着: the column of a table in which a unit stands.
_LISTS = (
    "(?:那?一?栏)?(?:名单)?(?:里面?|中|当中|内|上)?(?:只|仅|也|都)?"
    "(?:含|带|有|写|列|填|点|包含|出现|挂)(?:有|着|了|的是|的|明|到)*"
)
NAMED_BEFORE = re.compile(rf"(?:责任|承办|落实|负责)(?:单位|部门|方|主体){_LISTS}\s*$")
NAMED_AFTER = re.compile(
    r"\s*(?:也|都)?(?:(?:是|属于?|算|列为|作为)(?:责任|承办|参与)?(?:单位|部门|方)之一"
    r"|(?:在|列|列在|出现在)(?:责任|承办)(?:单位|部门|方)(?:之列|之中|当中|里面?|名单(?:里|中)?|那?一?栏里?))"
)
_COLUMN = (
    rf"(?:(?:单位|部门|方)(?:{_LISTS}|(?:[那这]?一?[栏列])?(?:里面?|中|上)?(?:是|为|:|：)?)"
    "|[那这]?一?[栏列](?:里面?|中|上)?(?:写的?|填的?|标的?|列的?)?(?:是|为|着|了|:|：)?)"
)
_NAMES = r"(?: (?:(?-i:[A-Z])[\w'’-]*|[\u3400-\u9fff]{2,4}(?:['’]s)?)){0,3}"
OF_A_PLACE = rf"{_NAMES}(?: (?:district|municipal|city|county|provincial|township|town|local))?"
"""Where a unit is, between "led by the" and its name: Yanling's, Yanling county, 砚岭."""
_PLACE_AT_END = re.compile(OF_A_PLACE.replace(_NAMES, f"(?P<names>{_NAMES})", 1) + r"\s*$", re.IGNORECASE)
LEADS_BEFORE = re.compile(
    rf"(?:▲|(?:牵头|主办){_COLUMN}|牵头[:：]"
    r"|(?<![A-Za-z])(?:(?:co-?)?led|headed|spearheaded|coordinated|run)(?: jointly| together)? by(?: the)?"
    rf"{OF_A_PLACE}|(?<![A-Za-z])under the lead(?:ership)? of(?: the)?{OF_A_PLACE}"
    rf"|lead (?:unit|agency|body|department|bureau) is(?: the)?{OF_A_PLACE})\s*$",
    re.IGNORECASE,
)
HELPS_AFTER = re.compile(
    rf"\s*(?:在[\u4e00-\u9fff]{{2,8}}?)?{_ADVERBS}(?:{_AS}\s*(?:{HELPING})(?:单位|部门|方)?"
    rf"|(?:{HELPING})(?!单位|部门|方)(?:别人|别家|其[他它]的?(?:单位|部门|人))?)"
    rf"|\s*(?:(?:is|are|acts?|serves?|named|listed) )?(?:as )?(?:only )?{_ENGLISH_HELP}{_BODY}(?![A-Za-z])"
    r"|\s*(?:(?:is|are|must|has to|have to|only) )*(?:to )?(?:participat(?:es?|ing)|tak(?:es?|ing) part"
    r"|support(?:s|ing)?|assist(?:s|ing)?|cooperat(?:es?|ing)|help(?:s|ing)?|plays? an? (?:supporting"
    r"|secondary) (?:role|part))(?: in| on| with| out)?"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
HELPS_BEFORE = re.compile(
    rf"(?:(?:{HELPING}){_COLUMN}|(?<![A-Za-z])(?:(?:supported|assisted|helped|backed|aided) by"
    rf"|with (?:the )?(?:help|support|assistance|participation|cooperation) (?:of|from))(?: the)?{OF_A_PLACE})\s*$",
    re.IGNORECASE,
)
"""配合单位是…: the column of those that help, before a unit that stands in it."""
EITHER = quick(
    r"(?<!只算)(?<!只要)(?<!只看)(?:牵头|主办|负责)(?:或者?|还是|和|与|及|、|，)?(?:配合|参与|参加"
    r"|协办)(?!的?(?:别|不|除))"
    r"的?(?:都|均|也)?(?:算上?|行|可|在内)?"
    r"|(?:参加|参与|配合|协助|协办)(?:或者?|还是|和|与|及|、|，)(?:牵头|主办|负责)的?(?:都|均|也)?(?:算上?"
    r"|行|可|在内)?"
    r"|(?:参加|参与|配合|协助|协办)的?[（(，,]?(?:包?含|包括|连同?|算上|加上)(?:了)?(?:牵头|主办|负责)的?(?:也?算?在内|都算)?[）)]?的?"
    r"|(?:牵头|主办|负责)的?[（(，,]?(?:包?含|包括|连同?|算上|加上)(?:了)?(?:参加|参与|配合|协助|协办)的?(?:也?算?在内|都算)?[）)]?的?"
    r"|不(?:论|管)(?:是)?牵头|无论(?:是)?牵头"
    r"|(?<![A-Za-z])(?:lead(?:ing|s)?|led) or (?:(?:is )?(?:take|taking|participat|support|involved)[a-z]*(?: part)?)"
    r"|(?<![A-Za-z])(?:support|participat|involved)[a-z]* (?:in )?or (?:lead|led)[a-z]*",
    re.IGNORECASE,
)
"""Any part of a unit is meant: 参与或者牵头的都算上."""
# The part is what is asked: 商务局是牵头还是配合, 商务局牵头吗.
_PART_ASKED = re.compile(
    r"[^，。；]{0,3}(?:还是|或者?|吗|么|没有|与否|、(?=牵头|配合|参与|主办|协办))|\s*(?:or|and) "
    r"|[^?.;]{0,80}? or (?:(?:just|only|merely|simply|does|is|it|an?|the|one|of) ){0,4}"
    r"(?:participa|support|co-?operat|assist|help|partner)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"谁|哪(?:一|几)?(?:个|些|家)?(?:单位|部门|局|委|机构)|(?:单位|部门|方)(?:都)?(?:是|有|包括|为)|什么(?:单位|部门)"
    r"|(?<![a-z])(?:who|whom|whose|partners?)(?![a-z])"
    r"|(?:which|what)(?: other| lead| supporting)? (?:unit|department|bod|agenc|bureau|office|organi)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"什么时|何时|啥时|几时|哪(?:一)?[天年月日]|多久|几[月号年]|(?:时限|期限|时间|节点|日期)(?:是|为|分别)|多少"
    r"|(?<![a-z])(?:when|how (?:long|soon)|(?:which|what) (?:date|day|month|year|deadline)|what(?:'s| is| are) the)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_HOW_MANY_TASKS = re.compile("多少(?:重点|主要|具体|工作)*(?:任务|事项|举措)")
_PARTS = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS})


def part_spans(text: str, mentions: Sequence[NamedUnits]) -> list[tuple[int, int]]:
    """Where `text` says which part the units that it names have, next to them, unless that is what it asks."""
    if _WHO.search(text):
        return []
    spans = [match.span() for match in EITHER.finditer(text)]
    for mention in mentions:
        if listed := NAMED_BEFORE.search(text[: mention.start]) or NAMED_AFTER.match(text, mention.end):
            spans.append(listed.span())
        after = LEADS_AFTER.match(text, mention.end) or HELPS_AFTER.match(text, mention.end)
        if after and not _PART_ASKED.match(text, after.end()):
            spans.append(after.span())
        elif before := LEADS_BEFORE.search(text[: mention.start]) or HELPS_BEFORE.search(text[: mention.start]):
            spans += without_place(before)
    return spans


def without_place(before: re.Match[str]) -> list[tuple[int, int]]:
    """The spans of what stands before a unit, but for the name of the place that the unit is of."""
    (start, end), place = before.span(), _PLACE_AT_END.search(before.group())
    if place is None or not place["names"]:
        return [(start, end)]
    return [(start, start + place.start("names")), (start + place.end("names"), end)]


def asks_for_its_tasks(text: str, asks: frozenset[Ask]) -> bool:
    """Whether a question that names a unit and seems to ask who has part in a task asks for the tasks of that unit, if
    it names no task: no word asks for a unit."""
    return bool(asks & _PARTS) and asks <= _PARTS | {Ask.LIST} and not _WHO.search(text)


def asks_a_figure(asks: frozenset[Ask], about_tasks: bool) -> bool:
    """Whether a figure is asked for beside a noun for tasks: their number, if no thing is named that has one (任务总数
    是多少)."""
    return about_tasks and Ask.QUANTITY in asks and asks <= {Ask.QUANTITY, Ask.LIST}


def counts_tasks(text: str) -> bool:
    """Whether 多少 stands before tasks: 养老方案有多少任务."""
    return bool(_HOW_MANY_TASKS.search(text))


def bounds_rows(text: str, asks: frozenset[Ask], about_tasks: bool) -> bool:
    """Whether a time and the word "deadline" bound the tasks asked for ("tasks with a December 2021 deadline") instead
    of asking for it."""
    return asks <= {Ask.DEADLINE, Ask.LIST} and Ask.DEADLINE in asks and about_tasks and not _WHEN.search(text)
