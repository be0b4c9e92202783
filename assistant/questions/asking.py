"""What a question asks for, read from its question words in Chinese and English.

A question may ask several things at once ("谁牵头, 何时完成"). The words that only ask (and say nothing of the
topic) are marked, so that search sees the topic alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from assistant.language.money import asks_who_pays, only_mentioned
from assistant.questions.relative_clauses import without_relatives
from assistant.questions.speaking import asks_who_spoke, counts_speakers, without_talk
from assistant.questions.target_asked import target_asked
from corpus.starting import led, led_in_turn


class Ask(StrEnum):
    """One thing that can be asked for; the values are the names used in `Answer.missing`."""

    LEAD = "lead"
    PARTICIPANTS = "participants"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    QUANTITY = "quantity"
    LIST = "list"
    COUNT = "count"
    DEFINITION = "definition"
    PURPOSE = "purpose"
    COMPARISON = "comparison"
    SPEAKER = "speaker"
    PERSON = "person"
    PLACE = "place"
    DOCUMENT_NUMBER = "document_number"
    ISSUER = "issuer"
    ISSUED = "issued"
    TITLE = "title"
    RECIPIENTS = "recipients"
    CONFIRMATION = "confirmation"
    BUDGET = "budget"
    CONTACT = "contact"
    PENALTY = "penalty"
    BASIS = "basis"
    HOURS = "hours"
    FREQUENCY = "frequency"
    DESTINATION = "destination"
    CONTENT = "content"


_UNITS_ASKED = frozenset({Ask.LEAD, Ask.PARTICIPANTS, Ask.RESPONSIBLE})
RECORD_FIELDS = frozenset({Ask.LEAD, Ask.PARTICIPANTS, Ask.RESPONSIBLE, Ask.DEADLINE})
FIGURES = frozenset({Ask.QUANTITY, Ask.COUNT, Ask.BUDGET})
"""What is asked for when only a number answers."""
METADATA_FIELDS = frozenset({Ask.DOCUMENT_NUMBER, Ask.ISSUER, Ask.ISSUED, Ask.TITLE, Ask.RECIPIENTS})
ATTRIBUTES = frozenset({Ask.BUDGET, Ask.CONTACT, Ask.PENALTY})
"""What documents of this kind often leave unsaid: given only when the evidence itself speaks of it."""

_BLANK = re.compile(r"(?P<other>\[[^]]*\]|\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)| [?*+])| ")
_ADVERB = " (?:(?:exactly|precisely|actually|really|specifically|currently|eventually|ultimately|officially) )?"
_MACROS = {
    "{UNIT}": "(?:单位|部门|机构|机关|主体|方(?![式法面案向便针略言])|家(?![庭具电畜禽长园居政乡属])"
    "|局(?![面限])|委(?![托派任])|厅|署|部(?![分件位])|办(?![法理公事])|公司|集团|办公室|(?:领导|工作|协调|推进)小组|指挥部|[股科处]室|[大支总]队|专班)",
    "{WHICH}": "(?:哪(?:一)?(?:个|家|些|几个|几家|方)?|什么|何)",
}


@cache
def _patterns(letters: bool) -> tuple[tuple[Ask, re.Pattern[str]], ...]:
    """The ways of asking, one pattern an ask, in the order of the file: what is more specific stands first. In a
    question without `letters` those that find the same without the English ways are twice as fast."""
    with (Path(__file__).parent / "asking.toml").open("rb") as file:
        ways = tomllib.load(file)
    patterns = []
    for name, languages in ways.items():
        flags = re.IGNORECASE if letters else 0
        both = [led_in_turn(map(_meant, languages["zh"]), flags)] if languages.get("zh") else []
        if letters and languages.get("en"):
            # "What exactly counts as" asks what "what counts as" does; blanks in sets of characters stay.
            english = _BLANK.sub(lambda blank: blank["other"] or _ADVERB, "|".join(languages["en"]))
            both.append(led(_meant(f"(?<![A-Za-z])(?:{english})(?![A-Za-z])"), flags))
        patterns.append((Ask(name), re.compile("|".join(both) or "(?!)", flags)))
    return tuple(patterns)


def _meant(way: str) -> str:
    """A way of asking with what its macros mean."""
    for macro, meaning in _MACROS.items():
        way = way.replace(macro, meaning)
    return way


_LETTER = re.compile("[A-Za-z]")


# "when" asks at the start of a clause; elsewhere ("how do they behave when ...") it only joins.
_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:.?，；：。？、]|[\u3400-\u9fff□]|(?<![A-Za-z])(?:and|but|or|by|since))\s*$", re.IGNORECASE
)


_NUMBER_TO_CALL = re.compile(
    "(?:电话|号码|热线|手机|邮箱|传真)[^，。；？?]{0,6}(?:多少|几)|(?:多少|几)号?[^，。；？?]{0,2}(?:电话|手机)"
)
_HOW_ARRANGED = re.compile("怎么(?:办|安排|解决|落实|保障)|有(?:什么|何|哪些)(?:样的?)?(?:安排|说法|办法|措施|保障)")

_OUT_OF_WHICH = re.compile(
    "(?:抽|选|取)自(?:哪|何处|什么地方)"
    "|从(?:哪里|哪儿|何处|哪|什么地方)(?:随机|统一|里面?)?(?:抽|选|挑|取|产生|遴选|调取|提取)"
)
# Which of two comes first is a question of deadlines.
_EARLIER = re.compile(
    r"[更先早晚]完成|哪(?:个|项|一个|一项)?(?:更|先|早|晚)|(?<![A-Za-z])"
    r"(?<!year )(?<!years )(?<!month )(?<!months )(?<!quarter )(?<!day )(?<!days )(?<!week )(?<!weeks )"
    r"(?:earlier|later|sooner|due first)(?![A-Za-z])",
    re.I,
)


_RULED = re.compile(r"(?<=[的上])(?:[\u4e00-\u9fff]{1,4})?(?:要求|规定|条件|标准|措施|做法|待遇|安排|流程|程序|限制)$")
_CONDITIONS = re.compile(
    r"(?:申请|申报|认定|准入|入选|入围|入驻|评定|评选|推荐|办理|享受|领取|补[贴助]|奖励|资助|启动|终止|设立|登记|备案)"
    r"(?:基本|具体|主要)?(?:条件|资格|门槛|材料|资料)$"
)
_OF_PAPER = re.compile(r"标题|题目|主题|全称|文件名|(?<![a-z])(?:title|called)(?![a-z])", re.IGNORECASE)
_WHICH_CHANGED = re.compile(
    "(?:增长|上升|上涨|增加|下降|下滑|下跌|减少|降低|回落|萎缩|超过|达到|低于|高于|最[高低多少大小快慢]|[跌涨降升减])的[^，。？?]{0,4}(?:是|有)(?:谁|哪)"
)
_SHORT_FORM = re.compile(
    "简称|缩写|缩略|简写|□(?:这个词|一词)?的?(?:全称|全名|完整(?:名称|叫法|说法))|(?:全称|全名)[^，。？?]{0,4}□"
)
_TITLE_ITSELF = re.compile("(?:文件|方案|通知|意见|办法|规定)的?(?:全称|全名|标题)|标题|题目|文件名")
_SHORT_WORDS = re.compile("(?:里|中)?(?:所)?(?:用|说|写|提)?的?(?:简称|缩写|缩略语?|简写)|全名|全称")
_COUNTS_FINED = re.compile(
    r"(?<![a-z])how many (?!years|months|days|yuan)[^?,]{2,80}?"
    r" (?:were|was|have been|are|got) (fined|punished|penali[sz]ed)(?![a-z])",
    re.IGNORECASE,
)
_WHICH_OFFICIAL = re.compile(
    r"(?<![a-z])which (?:(?:deputy|vice|executive) )*(?:mayor|governor|premier|minister|commissioner)", re.IGNORECASE
)
_WHO_PUNISHES = re.compile(
    r"由(?:谁|哪)|谁来|谁(?:负责|处罚|执行|追究)|哪(?:个|些)(?:单位|部门)"
    r"|(?<![a-z])(?:who|which (?:department|bod|unit|agenc))",
    re.IGNORECASE,
)
# What asks from where on something is called so: 多大的企业才算规上, 做到什么程度才叫完成改造, 哪些人算境内个人电商.
_QUALIFIES = re.compile(
    r"(?:什么|啥|怎么?样|哪[些种类]|多[大高少])的?[\u4e00-\u9fff]{0,10}?"
    r"(?:才(?:能|可以)?(?:算|叫|称)|(?<![打预结计清核概决换折测运估推演汇])算)(?:得上|是|作|做)?(?![力法])"
)
# What asks for what a word covers: 是指哪些单位, 到底算哪些人, 军用的算不算, 一级区域是哪一片.
_COVERS = re.compile(
    r"(?:(?<![方重坐号])(?:是指|指的是|指)|(?<![打预结计清核概决换折测运估推演汇])算(?:是|作)?)(?:的|是)*(?:哪[些几两三四五六七八九十种类个]|谁)"
    r"|(?<![打预结计清核概决换折测运估推演汇])算不算(?!在)|属不属于|是不是属于|是否属于|包不包括|包括不包括"
    r"|是(?:在)?哪(?:一)?(?:片|块(?!钱)|带|圈)(?:地方|区域|范围|儿)?(?=$|[，。？?、 ])"
)
# Which bodies a word takes in: 业务主管部门包括哪些机构; but 责任单位包括哪些部门 asks for those of a task.
_TAKES_IN = re.compile(
    r"(?<!任单位)(?<!任部门)(?<!头单位)(?<!头部门)(?<!与单位)(?<!与部门)(?<!合单位)(?<!合部门)(?<!办单位)(?<!办部门)(?<!员单位)"
    r"(?:主要|具体|一般|都|又)*(?:包括|包含|涵盖|是指|指的是|指)了?哪(?:些|几[类种个])(?:单位|部门|机构|主体|机关|组织)"
)
_OF_ISSUE = re.compile(
    r"[、，,和及；;\s](?:日期|时间|(?:the )?dates?)? ?(?:又|还|也)?(?:是|在)?"
    r"(?:什么时候|何时|啥时候|哪[一]?[年天日]|几月几[号日]|几号)(?:的|[印发出签]的?)?(?:$|[？?，。、])"
    r"|(?:[,;:]|(?<![a-z])and)(?: and)? (?:when|(?:on )?(?:what|which) (?:date|day))(?: was (?:it|that|this))?"
    r"(?=$|[?？,;]| and )",
    re.IGNORECASE,
)
_DATES = re.compile(r"(?<![a-z])dates?(?![a-z])|日期", re.IGNORECASE)
# 文号和日期, document number and date: beside what else a paper says of itself its date is that of its issue.
_ITS_DATE = re.compile(
    r"(?:^|[，,、和与及跟的其□\s])(?:日期|时间|日子|年月日)(?=$|[，,、和与及跟？?。\s]|[各都又]|分别|是)"
    r"|(?<![a-z])dates?(?= and(?![a-z])| of (?:the|that|this|its)(?![a-z])|\s*(?:$|[?.,]))",
    re.IGNORECASE,
)
_FIELD = "(?:(?:责任|牵头|负责|配合|参与|主办|协办)(?:单位|部门)|(?:完成|办结|整改)?(?:时限|时间|期限|日期))"
_FIELDS_EACH = re.compile(f"{_FIELD}(?:[、，]{_FIELD})*(?:[、和与跟]|以及|及){_FIELD}(?:分别|各)(?:都)?(?:是|为|有)")
# When is a level II response launched: what sets it off.
_SETS_OFF = re.compile(
    r"(?<![a-z])when(?![a-z])[^?]*(?<![a-z])(?:trigger(?:s|ed)?|activate[sd]?|kicks? in|set off)(?![a-z])"
    r"|(?<![a-z])when(?![a-z])[^?]*(?<![a-z])(?:level|grade|response|alert|warning)(?![a-z])[^?]*"
    r"(?<![a-z])(?:launch(?:ed)?|start(?:ed|s)?|issued|declared)(?![a-z])",
    re.IGNORECASE,
)
# A heading of a figure, as it is typed into a search box, asks for it: total lending to firms; Jinan: area in 2025.
_HEADS_A_FIGURE = re.compile(
    r"(?:^|[:;,]|(?<![a-z])and)\s*(?:the )?(?:(?:planned|target|annual|average|maximum|minimum|overall|exact)\s)?"
    r"(?:totals?|figures?|targets?|amounts?|shares?|percentages?|proportions?|values?|volumes?|rates?|sizes?|areas?)"
    r"(?=\s(?:[a-z-]+\s){0,4}?(?:for|of|in|by|to|from)(?![a-z])|\s*[?.,;]|\s*$)"
    r"|(?<![a-z])to be (?:reached|achieved|attained|hit|met)(?= (?:in|by)(?![a-z]))",
    re.IGNORECASE,
)
ASKS_COLOUR = re.compile(
    r"(?:是|用|为)?(?:什么|啥|哪[种些])(?:样的?)?颜色的?|颜色(?:是|用|为)?(?:什么|哪[种些])(?:样的?)?"
    r"|(?<![a-z])(?:what|which) colou?rs?(?![a-z])",
    re.IGNORECASE,
)
"""What asks of which colour something is."""
# The same in Chinese: 柳州新能源车产量, 上海2025年GDP目标增速.
_ENDS_IN_A_FIGURE = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z\d\s])(?:[产销总储运][量值额]|[^限名份金]额度?|面积|规模|人数|户数|家数|台数|增[速幅]|占?比[重例]|占比"
    r"|(?<![效频])率|GDP|生产总值|营业?收入|人口|里程|数量)(?:的)?(?:目标|指标|数据|数字)?(?:数|值)?[？?。\s]*$",
    re.IGNORECASE,
)
# What bounds a length of time: 期限最多多少, 审核时间的下限是多少.
_HOW_LONG_AT_MOST = re.compile(
    r"(?:时限|期限|限期|时间|工期|时长|周期|截止日)的?[^，。？?；]{0,6}"
    r"(?:最[多少长短高低]|顶多|至[多少]|起码|不(?:能|得|可以?)?(?:超过|少于|低于|多于|高于|早于|晚于)|[上下]限)"
)
_BY_WHOM = re.compile(r"(?<![a-z])by whom(?![a-z])", re.IGNORECASE)
_ISSUED = re.compile(
    r"(?<![a-z])(?:issue|publish|release|promulgat|sign|put out|brought out|drawn up)(?:e?d)?(?![a-z])"
    r"|[印颁签]发|发布|出台|公布",
    re.IGNORECASE,
)
# What is made known and is no paper: 预警由谁发布, 指数由哪个部门发布.
_MADE_KNOWN = re.compile(
    r"(?:预警|警报|信息|消息|数据|指数|名单|目录|结果|榜单|价格|响应|情况|命令|警告|提示|招标)[^，。？?；]{0,6}?"
    r"(?:由|是|归)?(?:谁|哪(?:一)?(?:个|家|级)?(?:单位|部门|机关|机构|政府)?)(?:负责|来)?(?:发布|公布|签发|发出|宣布)"
)
_OF_PAPERS = METADATA_FIELDS | {Ask.LIST, Ask.COMPARISON, Ask.CONTENT, Ask.DEFINITION}
_OF_THINGS = frozenset({Ask.QUANTITY, Ask.CONTENT, Ask.LIST, Ask.PERSON, Ask.COUNT})
_OF_WORDS = frozenset({Ask.RESPONSIBLE, Ask.CONFIRMATION, Ask.PLACE})
_OF_HOW_MANY = frozenset({Ask.COUNT, Ask.QUANTITY, Ask.LIST, Ask.COMPARISON})
_OF_A_SPEAKER = frozenset({Ask.PERSON, Ask.RESPONSIBLE, Ask.CONTENT, Ask.DEFINITION, Ask.TITLE, Ask.SPEAKER})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and `mask`: the question with every asking word replaced by spaces (same length)."""

    asks: frozenset[Ask]
    mask: str


_HOW_MUCH = re.compile(r"多少|几|(?<![a-z])how (?:much|many|large|big)(?![a-z])", re.IGNORECASE)


def what_is_asked(question: str, blind: str | None = None) -> Asked:
    """The asks of a question.

    `blind` is the question with stretches that must not be read as asking words (quoted topics, titles, unit
    names) already replaced by spaces; it has the same length.
    """
    text = without_relatives(question if blind is None else blind)
    asks: set[Ask] = set()
    mask = text
    if colour := ASKS_COLOUR.search(mask):
        asks.add(Ask.CONTENT)  # 是什么颜色的 asks for no meaning, and what has a colour need not say the word
        mask = mask[: colour.start()] + " " * (colour.end() - colour.start()) + mask[colour.end() :]
    for ask, pattern in _patterns(_LETTER.search(text) is not None):
        for match in pattern.finditer(mask):
            if ask is Ask.DEFINITION and _CONDITIONS.search(text, 0, match.start()):
                asks.add(Ask.LIST)  # 认定条件是什么: which they are
                mask = mask[: match.start()] + " " * (match.end() - match.start()) + mask[match.end() :]
                continue
            if ask is Ask.DEFINITION and _RULED.search(text, 0, match.start()):
                asks.add(Ask.CONTENT)  # 对人员的要求是什么: what is required, not what a requirement is
                mask = mask[: match.start()] + " " * (match.end() - match.start()) + mask[match.end() :]
                continue
            if match.group().lower().startswith("when") and not _OPENS_CLAUSE.search(text[: match.start()]):
                continue
            if ask is Ask.BUDGET and only_mentioned(text, *match.span()):
                continue
            asks.add(ask)
            mask = _without(mask, match)
    if qualifies := _QUALIFIES.search(text):
        asks = (asks - _OF_THINGS) | {Ask.DEFINITION}
        opens = re.search("才|算", mask[qualifies.start() : qualifies.end()])
        if opens:
            at = qualifies.start() + opens.start()
            mask = mask[:at] + " " * (qualifies.end() - at) + mask[qualifies.end() :]
    if covers := _COVERS.search(text):
        asks = (asks - _OF_THINGS - _OF_WORDS) | (asks & {Ask.LIST}) | {Ask.DEFINITION}
        mask = mask[: covers.start()] + " " * (covers.end() - covers.start()) + mask[covers.end() :]
    if asks == {Ask.RESPONSIBLE} and _TAKES_IN.search(text):
        asks = {Ask.LIST, Ask.DEFINITION}
    if counts_speakers(text) and asks <= _OF_A_SPEAKER | _OF_HOW_MANY:
        asks, mask = {Ask.SPEAKER}, without_talk(mask)
    if asks <= _OF_A_SPEAKER and asks_who_spoke(text):
        asks, mask = {Ask.SPEAKER}, without_talk(mask)
    # General asking words beside a specific ask add nothing: "what is the deadline" asks for a deadline only.
    specific = asks - {Ask.CONTENT, Ask.DEFINITION, Ask.CONFIRMATION, Ask.LIST}
    if specific:
        asks.discard(Ask.CONTENT)
        asks.discard(Ask.DEFINITION)
    if Ask.LIST in asks or Ask.DEFINITION in asks:
        asks.discard(Ask.CONTENT)
    if Ask.LEAD in asks:
        asks.discard(Ask.RESPONSIBLE)
    if Ask.PLACE in asks and _HOW_ARRANGED.search(text):
        asks.discard(Ask.PLACE)  # 人才住哪儿、小孩上学怎么办: how it is arranged, not at which place
    if asks == {Ask.PLACE} and _OUT_OF_WHICH.search(text):
        asks = {Ask.CONTENT}  # 检查对象从哪里抽取: out of what, which is no place
    if Ask.CONTACT in asks:
        asks.discard(Ask.RESPONSIBLE)  # 打哪个电话找谁: the number and whose it is
        if _NUMBER_TO_CALL.search(text) or not re.search("多少|几", text):
            asks.discard(Ask.QUANTITY)
    if Ask.TITLE in asks and asks & {Ask.SPEAKER, Ask.PERSON} and not _OF_PAPER.search(text):
        asks.discard(Ask.TITLE)  # 是哪位市长作的，叫什么名字: it is he who has the name
    if Ask.RESPONSIBLE in asks and _WHICH_CHANGED.search(text):
        asks = (asks - {Ask.RESPONSIBLE}) | {Ask.LIST}  # 进口额下降的有谁: which of them, not who is to do it
    if Ask.PERSON in asks and _WHICH_OFFICIAL.search(text):
        asks.discard(Ask.RESPONSIBLE)  # which deputy mayor is in charge: a person, and no office
    if asks >= {Ask.PENALTY, Ask.QUANTITY} and (counted_ones := _COUNTS_FINED.search(text)):
        asks.discard(Ask.PENALTY)  # how many were fined: they are counted
        at = counted_ones.start(1)
        mask = mask[:at] + text[at : counted_ones.end(1)] + mask[counted_ones.end(1) :]
    if Ask.BUDGET in asks and asks_who_pays(text) and not _HOW_MUCH.search(text):
        asks.discard(Ask.BUDGET)  # who covers the whole cost: out of whose money, not how much
        asks.add(Ask.RESPONSIBLE)
    if Ask.PENALTY in asks:
        asks.discard(Ask.BUDGET)
        if not _WHO_PUNISHES.search(text):
            asks.discard(Ask.RESPONSIBLE)  # 谁家拖了后腿会受什么处理 asks what follows, whoever it is
    if Ask.TITLE in asks and _SHORT_FORM.search(text) and not _TITLE_ITSELF.search(text):
        asks = (asks - {Ask.TITLE}) | {Ask.DEFINITION}  # 简称“综试区”，全名叫什么: what the short form stands for
        mask = _SHORT_WORDS.sub(lambda match: " " * len(match.group()), mask)
    if Ask.ISSUER in asks and _BY_WHOM.search(text) and not _ISSUED.search(text):
        asks = (asks - {Ask.ISSUER}) | {Ask.RESPONSIBLE}
    if Ask.ISSUER in asks and _MADE_KNOWN.search(text):
        asks = (asks - {Ask.ISSUER}) | {Ask.RESPONSIBLE}
    if asks & METADATA_FIELDS and asks <= METADATA_FIELDS | {Ask.DEADLINE} and _OF_ISSUE.search(text):
        asks = (asks - {Ask.DEADLINE}) | {Ask.ISSUED}  # 是谁发的、哪天: the day of issue
        mask = _DATES.sub(lambda match: " " * len(match.group()), mask)
    if asks & METADATA_FIELDS and asks <= _OF_PAPERS and (dated := _ITS_DATE.search(mask)):
        asks.add(Ask.ISSUED)
        mask = mask[: dated.start()] + " " * (dated.end() - dated.start()) + mask[dated.end() :]
    if Ask.LIST in asks and _FIELDS_EACH.search(text):
        asks.discard(Ask.LIST)  # 责任单位和完成时限分别是什么: two fields of one task
    if asks & _UNITS_ASKED and Ask.QUANTITY not in asks and (target := target_asked(text)):
        asks.add(Ask.QUANTITY)  # 由谁负责，目标是什么: of a task its target is a figure
        mask = mask[: target.start()] + " " * (target.end() - target.start()) + mask[target.end() :]
    if Ask.DEADLINE in asks and _SETS_OFF.search(text):
        asks = (asks - {Ask.DEADLINE}) | {Ask.CONTENT}  # in which case, not on which day
    if asks >= {Ask.DEADLINE, Ask.QUANTITY} and _HOW_LONG_AT_MOST.search(text):
        asks.discard(Ask.DEADLINE)  # 整改期限最多多少: how long it lasts, not by when it is over
    if Ask.COMPARISON in asks and _EARLIER.search(text):
        asks.add(Ask.DEADLINE)
    if not asks:
        asks.add(Ask.QUANTITY if _HEADS_A_FIGURE.search(text) or _ENDS_IN_A_FIGURE.search(text) else Ask.CONTENT)
    return Asked(frozenset(asks), mask)


def _without(text: str, match: re.Match[str]) -> str:
    """`text` with blanks for what matched, but for what a group of the pattern holds."""
    kept = next((span for span in match.regs[1:] if span[0] >= 0), (match.end(), match.end()))
    blanks = " " * (kept[0] - match.start()), " " * (match.end() - kept[1])
    return text[: match.start()] + blanks[0] + text[kept[0] : kept[1]] + blanks[1] + text[match.end() :]


_IN_WORDS = {
    Ask.LEAD: ("由谁牵头", "who leads"),
    Ask.RESPONSIBLE: ("由谁负责", "who is responsible"),
    Ask.PARTICIPANTS: ("哪些单位参与", "which units take part"),
    Ask.DEADLINE: ("什么时候完成", "by when"),
    Ask.QUANTITY: ("是多少", "how much"),
    Ask.LIST: ("有哪些", "what are they"),
    Ask.DEFINITION: ("是什么", "what is it"),
    Ask.SPEAKER: ("谁讲的", "who said it"),
    Ask.DOCUMENT_NUMBER: ("文号", "document number"),
    Ask.ISSUER: ("发文机关", "issuing body"),
    Ask.ISSUED: ("印发日期", "date of issue"),
    Ask.COUNT: ("有多少", "how many"),
    Ask.BUDGET: ("多少钱", "how much money"),
    Ask.PENALTY: ("怎么处罚", "what is the penalty"),
    Ask.PURPOSE: ("为什么", "why"),
    Ask.PLACE: ("在哪里", "where"),
    Ask.PERSON: ("是哪位", "who is it"),
    Ask.FREQUENCY: ("多久一次", "how often"),
    Ask.DESTINATION: ("报送给谁", "to whom must it be sent"),
    Ask.CONTACT: ("联系方式", "contact details"),
}


def in_words(asks: Set[Ask], chinese: bool) -> list[str]:
    """The asks that have words of their own, in those words, for asking them of something else."""
    return [words[0 if chinese else 1] for ask, words in _IN_WORDS.items() if ask in asks]
