"""From the words of a question to what it asks, about what, within which bounds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.language.counting import counted
from assistant.language.validity import asks_validity, asks_validity_of_all, with_validity
from assistant.questions.asking import METADATA_FIELDS, RECORD_FIELDS, Ask, what_is_asked
from assistant.questions.deadline_bounds import bounds_deadlines
from assistant.questions.demands_made import demands_made
from assistant.questions.document_references import Places
from assistant.questions.fields_named import without_fields_named
from assistant.questions.items_numbered import numbers_pointed_at
from assistant.questions.naming import (
    BODY,
    HIDDEN,
    QUOTED,
    TASK_NOUNS,
    filled,
    item_anywhere,
    items_pointed_at,
    named_topic,
    only_due,
    opened,
    opening_length,
    topic_of,
)
from assistant.questions.period_meant import counted_from, period_meant
from assistant.questions.places_left_out import annexes_left_out
from assistant.questions.question import LISTS, OPEN_ASKS, Question
from assistant.questions.task_requests import asks_a_figure, asks_for_its_tasks, bounds_rows, counts_tasks, part_spans
from assistant.questions.unit_bounds import (
    alternatives,
    asked_for,
    either,
    exclusion_spans,
    has_role,
    named_twice,
    unit_bounds,
)
from assistant.questions.whole_phrases import has_noun, phrases_restored
from assistant.types import Language
from corpus.starting import quick
from corpus.units import UnitDirectory, find_units
from index.glossary import renderings

OF_THE_DOCUMENT = METADATA_FIELDS | {Ask.BASIS}
"""What is asked of a document as a whole."""
_ENGLISH_GRAMMAR = quick(
    r"(?<![A-Za-z])(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|the|of|by|for|and|in|on|to|must|should"
    r"|list|tell|give|show|about|with|has|have|all|any|leads?|please|compare|can|could|will|would|it|that|this|there)(?![A-Za-z])",
    re.IGNORECASE,
)
_CHINESE_GRAMMAR = re.compile(
    "谁|什么|哪|吗|呢|多少|几[个项条家年]|怎|何时|为何|如何|是否|有没有|请问|的|了|由|要|吧|啥|在|是"
)
# What a remark in brackets counts in or leaves out: （含保障措施）, （不算附件）.
_REMARK = re.compile(
    r"[（(，,]\s*(?:(?P<out>不(?:算|含|包括|包含|计)|除(?:去|了|开)?|excluding|not counting|without"
    r"|leav(?:e|ing) out|other than|apart from)"
    r"|(?:也)?(?:包?含|包括|加上|算上|连同?|including|counting)"
    r"|(?:任务|事项|条款|正文|措施)(?:加上?|和|及|、|\+))\s*(?:the )?(?P<what>[^，。（）(),]{2,24}?)"
    r"(?:在内|都算|以外|之外|除外)?\s*[)）]",
    re.IGNORECASE,
)
_WHICH = re.compile(r"哪些|哪几|什么|(?<![A-Za-z])(?:what|which)(?![A-Za-z])", re.IGNORECASE)
_TASKS_OF = re.compile(r"(?:牵头|配合|参与|负责|承担|主办|协办)的?(?:任务|事项|举措|工作|项目|活儿?)")
_WHICH_UNIT = re.compile(
    "谁|哪(?:个|些|家)(?:单位|部门)|(?<![a-z])who(?![a-z])|which (?:unit|department|bod|agenc|bureau|organi)",
    re.IGNORECASE,
)
_WHICH_TASKS = re.compile(
    r"(?:哪些|什么|多少|几|哪几)(?:个|项|条|件)?(?:任务|工作(?!机制|专班|领导|组|规则|报告|人员|日)|事项|举措|措施|活儿?(?![动力跃性期体])|职责|事(?:情|儿)?(?!故|业|件))|(?:which|what"
    r"|how many) (?:(?:of )?(?:the |these |those |its )?(?:[a-z][a-z'’-]* ){0,4}?)"
    r"(?:tasks?|items?|matters?|duties)(?![a-z])"
    r"|(?:is|are) there (?:any|an?|some|also)(?: other)? (?:[a-z'’-]+ ){0,3}?(?:tasks?|items?|duties)(?![a-z])"
    r"|(?:^|(?<![a-z])(?:all|every|each|any|me|the) |[:：,]\s*)(?:the )?(?:tasks?|items?|duties)"
    r"(?= (?:where|in which|for which|that|which|due|led|with|without|involving|naming|assigned|shared|given) )"
    r"|(?<![a-z])(?:every|all(?: the)?) (?:single )?(?:tasks?|items?|duties)(?![a-z])",
    re.IGNORECASE,
)
_PLACE_ALONE = re.compile("[\u4e00-\u9fff]{2,4}[省市县区州]")
# What a demand on rows may seem to ask for: 没有时限的任务 asks for tasks.
_NOT_OF_A_LIST = frozenset({Ask.DEADLINE, Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS, Ask.QUANTITY, Ask.COMPARISON})
_CALLED = re.compile("叫(?:什么|啥)")
_PAPER = re.compile(
    "文件|附件|标题|题目|全称|(?:方案|通知|意见|办法|规划|计划|报告|规定|批复|复?函|纪要|细则|条例|决定|公告|通告|通报|预案|要点)"
    "(?:的)?(?:名字|名称)?(?:到底|究竟|是)?叫"
)
_NAMES_LISTED = re.compile("(?:名称|名字)[^，。？?]{0,6}[列写报说讲给数]|[列写报说讲数][^，。？?]{0,4}(?:名称|名字)")
_NAMED_BY = re.compile("名字|名称|标题|题目|(?<![a-z])(?:titles?|names|called|entitled|headed)(?![a-z])", re.IGNORECASE)
_SUCH_THAT = re.compile(r"(?<![a-z])where(?: the)?\s*$", re.IGNORECASE)
_SEVERAL_NAMES = re.compile("(?:分别|都|各)(?:是)?叫")
# What a question says is not meant: 要求整改（不是撤销）, 整改而不是撤销的; who asks whether it is so means both.
_NOT_MEANT = re.compile(
    r"[（(]\s*(?:而?不是|而?非|不要|not )[^（）()]{1,24}[)）]"
    r"|[，,]?(?:而不是|而非|并非)[^，。？?（）()]{1,16}?(?=的|[，。？?]|$)(?!.*吗)"
    r"|(?<![a-z])(?:rather than|instead of|as opposed to) [^,.?]{2,40}(?=[,.?]|$)",
    re.IGNORECASE,
)
_ANNEXES = re.compile(
    r"附件(?!\s*(?:[0-9]|[一二三四五六七八九十]{1,2}(?![共般起并律览])))"
    r"|(?<![A-Za-z])(?:annex(?:es)?|appendix|appendices)(?![A-Za-z])(?! ?[0-9])"
    r"|(?<![A-Za-z])attachments?(?![A-Za-z])(?! ?[0-9])",
    re.IGNORECASE,
)
_ANNEX_ALONE = re.compile(
    r"(?<![a-z])(?:in |of |from )?(?:the |its |their )?(?:annex(?:es)?|appendix|appendices|attachments?)"
    r"(?![a-z])(?! ?\d)",
    re.IGNORECASE,
)
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")
_WITHOUT_ANNEXES = re.compile(
    r"(?:不(?:算|含|包括|包含|计|看)|除(?:了|去|开)?|(?<![A-Za-z])(?:excluding|without|not counting|leaving out))"
    r"(?:各|全部|所有|后面的|the| )*(?:附件|附表|annex(?:es)?|attachments?)",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    r"(?:正文|主文件?)[^不除]{0,3}附[件表]|附[件表][^不除]{0,3}(?:正文|主文件?)"
    r"|(?<![a-z])(?:(?:in )?the )?(?:main text|text|body)(?: and| or| plus| as well as|[ +,&])+(?:also )?(?:in )?"
    r"(?:the |its )?(?:annex(?:es)?|appendix|appendices)(?![a-z])"
    r"|(?<![a-z])(?:annex(?:es)?|appendix|appendices)(?: and| or| plus| as well as|[ +,&])+(?:also )?(?:in )?"
    r"(?:the |its )?(?:main |body )?(?:text|body)(?![a-z])"
    r"|(?:整个|整份|全部|全)(?:方案|文件|文)"
    r"|(?<![A-Za-z])(?:whole|entire|full) (?:plan|text|paper|document)(?![A-Za-z])",
    re.IGNORECASE,
)


def language_of(text: str) -> Language:
    """The language an answer should have: that of the question's grammar, not of the terms it names."""
    outside = QUOTED.sub(" ", text)
    english, chinese = len(_ENGLISH_GRAMMAR.findall(outside)), len(_CHINESE_GRAMMAR.findall(outside))
    if not re.search(r"[\u3400-\u9fff]", text):
        return "en" if re.search("[A-Za-z]", text) else "zh"
    return "en" if english > chinese else "zh"


def understand(
    text: str,
    directory: UnitDirectory,
    places: Places,
    reference: date,
    in_chinese: Callable[[str], str] = str,
) -> Question:
    """The question's value. `reference` is the day that "this year" is counted from; `in_chinese` gives the topic the
    names that it writes in Latin letters.

    A title in 《》 beside what is asked tells where to look and is no part of it; alone, it is what is asked about."""
    titled = places.titled(text)
    if titled.spans:
        inside = _understood(titled.left_of(text), directory, places, reference, in_chinese, titled.document_ids)
        rows = inside.asks & LISTS and (inside.about_tasks or inside.demands or inside.period)
        names = inside.topic or inside.units or inside.places or inside.items or rows
        if names and not inside.asks & OF_THE_DOCUMENT:
            return replace(inside, where=titled.given_in(text))
    return _understood(text, directory, places, reference, in_chinese)


def _understood(
    text: str,
    directory: UnitDirectory,
    places: Places,
    reference: date,
    in_chinese: Callable[[str], str],
    given: frozenset[str] = frozenset(),
) -> Question:
    """The question's value, `given` the documents that it is asked of."""
    left_out, counted_in = annexes_left_out(text)
    mentions = [one for one in directory.mentions(text) if not asked_for(text, one)]
    hidden = places.blind(QUOTED.sub(lambda match: HIDDEN * len(match.group()), text))
    for mention in mentions:
        hidden = filled(hidden, mention.start, mention.end, HIDDEN)
    named = places.named(counted_in, given)
    period, hidden = period_meant(text, hidden, counted_from(places.year_of(named, in_chinese(text)), reference))
    for start, end in (*part_spans(text, mentions), *exclusion_spans(text, mentions)):
        hidden = filled(hidden, start, end, " ")
    asked = what_is_asked(text, hidden)
    asks = asked.asks
    which_tasks = (
        _WHICH_TASKS.search(text) or (has_role(text, mentions) and _WHICH.search(text)) or _TASKS_OF.search(text)
    )
    calendar = period
    if (
        period is not None
        and not bounds_deadlines(text, period, of_units=bool(mentions))
        and named_topic(asked.mask, [(period.span.start, period.span.end), *named.spans])
    ):
        period = None  # a year tells which document is meant; 2021年有哪些任务 names none, and asks what is due
    if mentions and asks >= {Ask.CONFIRMATION, Ask.PARTICIPANTS} and not _WHICH_UNIT.search(text):
        asks -= {Ask.PARTICIPANTS}  # 市教育局是否参与: a unit that leads has part in it, too
    made = demands_made(text, hidden, asked.mask, mentions, named, asks)
    demanded, demanding = made.demands, made.spans
    if made.compared:
        asks |= {Ask.COMPARISON, Ask.DEADLINE}
    if demanded:
        asks = (asks - _NOT_OF_A_LIST) | {Ask.LIST}
    if demanded.targeted:
        period = calendar  # 到2025年的量化目标: the year is that of the rows
    if Ask.PLACE in asks and Ask.LIST in asks and any(_SUCH_THAT.search(text[: one.start]) for one in mentions):
        asks -= {Ask.PLACE}  # tasks where X is a responsible unit
    if mentions and which_tasks and not made.besides and not _WHICH_UNIT.search(text):
        # "外事办参与哪些任务" asks for tasks, not for units.
        asks = (asks - {Ask.LEAD, Ask.PARTICIPANTS, Ask.RESPONSIBLE}) | {Ask.LIST}
    if mentions and asks_for_its_tasks(text, asks) and not named_topic(asked.mask, named.spans):
        asks = frozenset({Ask.LIST})
    items = items_pointed_at(text, places)
    everywhere = _EVERYWHERE.search(text)
    anywhere = named.places or everywhere
    body = not anywhere and bool(BODY.search(text))
    about_tasks = has_noun(hidden, TASK_NOUNS) or any(place.table is not None for place in named.places)
    if period is not None and bounds_rows(text, asks, about_tasks):
        asks = frozenset({Ask.LIST})
    if asks_a_figure(asks, about_tasks) and (counts_tasks(text) or not named_topic(asked.mask, named.spans)):
        asks = frozenset({Ask.COUNT})
    units = unit_bounds(text, mentions)
    if made.besides:
        units = tuple(replace(bound, excluded=True) for bound in units)
    shown = "".join(original if masked == HIDDEN else masked for original, masked in zip(text, asked.mask, strict=True))
    for start, end in phrases_restored(text, shown):
        shown = shown[:start] + text[start:end] + shown[end:]
    # 商务局和商城集团哪个牵头的任务多 compares two units; no row needs both.
    rivals = len({unit.names for unit in units}) > 1 and (demanded.most or demanded.by_unit)
    remark = _REMARK.search(text)
    remarked = [one.span() for one in (remark, _NOT_MEANT.search(text), everywhere) if one]
    remarked += [(at, at + 1) for at, letter in enumerate(counted_in) if letter != text[at]]
    if about_tasks and not anywhere and (asks & LISTS or numbers_pointed_at(text)):
        remarked += [one.span() for one in _ANNEX_ALONE.finditer(text)]  # how many tasks the annex has
    for start, end in (*named.spans, *demanding, *remarked, *made.known, *named_twice(text, mentions)):
        shown = filled(shown, start, end, " ")
    # A unit in a question about the unit of one task is a part of the topic; elsewhere it bounds the records.
    if asks == {Ask.CONTENT} and about_tasks and asked.mask == hidden:
        asks = frozenset({Ask.LIST})  # "和RCEP有关的任务": a noun phrase, nothing is asked in words
    several = not named.document_ids or _SEVERAL_NAMES.search(text)
    if Ask.TITLE in asks and counted(text) and several and not _ANNEXES.search(text):
        asks = frozenset({Ask.LIST})  # 十项行动叫什么, 方案里的六个体系分别叫什么
    if Ask.TITLE in asks and counted(text) and _NAMES_LISTED.search(text) and not _ANNEXES.search(text):
        asks = (asks - {Ask.TITLE}) | {Ask.LIST}  # 三大平台，把名称列一下
    if Ask.LIST in asks and _ANNEXES.search(text) and _NAMED_BY.search(text):
        asks = frozenset({Ask.TITLE})  # 带了两个附件，名字各是什么
    if Ask.TITLE in asks and _CALLED.search(text) and not _PAPER.search(text):
        asks = (asks - {Ask.TITLE}) | {Ask.LIST}  # 新推的贷款产品叫什么名字: not what the document is called
    bounded = (about_tasks and (period or named.places or given)) or (period and (mentions or named.places))
    listed = bool(
        asks & {Ask.LIST, Ask.COUNT} or (asks <= OPEN_ASKS and (bounded or only_due(text, asked.mask, period)))
    )
    if listed and calendar is not None:
        shown = filled(shown, calendar.span.start, calendar.span.end, " ")
    unbounded = shown
    if listed or not asks & {Ask.LEAD, Ask.PARTICIPANTS, Ask.RESPONSIBLE}:
        for bound, mention in zip(units, mentions, strict=True):
            if listed or bound.role != "any" or about_tasks or asks <= OPEN_ASKS:
                shown = filled(shown, mention.start, mention.end, " ")
    inherited, own = opened(text, shown)
    # A name in pinyin is read with its apostrophe and with what kind of place it is (Ji'an, Badong County).
    written = in_chinese(shown)
    topic = _with_names_whole(topic_of(text, written, units), written, shown) if inherited is None or not own else own
    topic = without_fields_named(topic, asks)
    opening = opening_length(text) if own else 0
    if not (items or topic or units or period or named.places) and asks & RECORD_FIELDS:
        items = item_anywhere(text)
    if Ask.DEADLINE in asks and (
        asks_validity(text[opening_length(text) :]) or (given and asks_validity_of_all(text, topic))
    ):
        topic = with_validity(topic)
    return Question(
        text=text,
        language=language_of(text),
        asks=asks,
        topic=in_chinese(topic),
        inherited=in_chinese(inherited or "") if own else "",
        opening=opening,
        told_of=topic_of(text[opening:], in_chinese(unbounded[opening:]), nouns=True) if about_tasks else "",
        bare=shown,
        asking=_taken(hidden, asked.mask),
        units=either(units) if rivals else alternatives(text, mentions, units),
        rivals=rivals,
        period=period,
        places=named.places,
        document_ids=named.document_ids,
        items=items,
        about_tasks=about_tasks,
        body=body,
        annexes=not anywhere and bool(_ANNEXES.search(_WITHOUT_ANNEXES.sub("", text))),
        absent=named.absent,
        demands=demanded,
        left_out=left_out or (_heading_forms(remark["what"]) if remark and remark["out"] else ()),
        strangers=_strangers(asked.mask),
    )


def _with_names_whole(topic: str, written: str, shown: str) -> str:
    """A topic with the names that were put in for Latin letters as a whole: 朱有清, whose 有 asks for nothing."""
    if written == shown:
        return topic
    names = [one for one in _HAN_NAME.findall(written) if "有" in one and one not in shown and one not in topic]
    for name in names:
        topic = " ".join([*(word for word in topic.split() if word not in name), name])
    return topic


def _heading_forms(words: str) -> tuple[str, ...]:
    """What a heading may hold that a remark names: the words, and what documents write for them."""
    return (words, *(term for term, weight in renderings(words) if weight == 1.0 and len(term) > 2))


def _strangers(hidden: str) -> tuple[str, ...]:
    """Units that the question names and the collection's records do not."""
    # 政府工作报告 and 进口专题会议纪要 are papers.
    found = (one.name for one in find_units(hidden) if not hidden.startswith(("工作报告", "议"), one.end))
    names = (name for name in found if len(name) <= 8 and not re.search(f"[{HIDDEN}在的上里由哪各每涉]", name))
    names = (name for name in names if not _PLACE_ALONE.fullmatch(name))
    return tuple(name for name in names if "与" not in name or name.endswith(("局", "委", "厅", "部")))


def _taken(text: str, mask: str) -> tuple[tuple[int, int], ...]:
    """The spans in which `mask` is blank and `text` is not, over the blanks between them."""
    changed = "".join("x" if before != after else " " for before, after in zip(text, mask, strict=True))
    return tuple(match.span() for match in re.finditer("x(?:[x ]?x)*", changed))
