"""What is said beside a question: who asks and why, in sentences of their own.

A question may be told from what stands around it by what the sentences do. One asks, with a question word, its mark or
an order (请列出). One that states something belongs to the question where the one that asks leans on it (谁牵头, "who
leads it") or lacks a place, a paper, a year or an amount that it names. Of the others those go that speak of the one
who asks: who he is, what he was told, what he does not know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.tokens import is_place, is_year, words_of
from assistant.questions.as_typed import ASKS
from assistant.questions.asking import what_is_asked
from assistant.questions.leaning import pronoun
from assistant.questions.preamble import is_talk
from assistant.questions.topic import topic_words

LEAST_TOPIC, LEAST_TOPIC_IN_ENGLISH = 4, 10
"""Characters of what a sentence asks about that stands by itself."""
BESIDE_A_PRONOUN = 3
"""So much more has to be named where a pronoun may mean what stands before."""
_ORDERS = re.compile(
    r"(?:^|[，,：:；;\s])(?:请|麻烦|烦请|帮忙?我?|给我|我想|想)*(?:逐[一条项])?(?:都|全部)?"
    r"(?:列[出一明举]|罗列|给出|说明|介绍|梳理|汇总|统计|查[一查找询]|告诉|比较|对比|解释|概括|总结)|列(?:出来|一下|全|给我)"
    r"|(?:^|[,:;]\s*)(?:(?:and|please|kindly|then) )*(?:list|name|give|tell|show|compare|count|quote|explain|state"
    r"|provide|summari[sz]e|describe|find|identify|cite)(?![a-z])",
    re.IGNORECASE,
)
_PAPER = re.compile("《[^《》]+》|〔[^〔〕]+〕[^，。\\s]{0,6}号?")
_AMOUNT = re.compile(r"(?<![\d.+-])\d[\d.,]{0,5}\s*(?:%|％|[万亿千百元个家项人名吨]|percent|million|billion|yuan)")
_SENTENCE = re.compile(
    r"(?:[^。！!？?；;.\n]|(?<=\d)\.(?=\d)|\.(?=[^\s])|(?<=[ .(][A-Z])\.|(?<=No)\.)+[。！!？?；;.\n\s]*"
)
_CLAUSE = re.compile("[^，,：:]+[，,：:]*")
_WHEN = (
    r"(?:(?:今天|昨天|前天|明天|刚才|刚刚|刚|最近|近期|近日|上午|下午|早上|晚上|上周|这周|本周|年底|月底|之前|前几天|马上)"
    r"(?:的|在)?)*"
)
_SOON = "(?<=[天才刚近期日午上周底前])"
_ASKER = r"(?:(?:我们?|咱们?|本人|俺)(?:这边|这里|单位|科室?|处室?|局里?|公司|部门)?)"
_OTHERS = (
    r"(?:分管领导|领导|老板|局长|主任|处长|科长|同事|客户|朋友|群众|记者|企业|有人|大家|人家|上级|上面|家里人"
    r"|[小老][\u4e00-\u9fff]|开会|会上|新闻|网上|电视|报纸)"
)
_UNSURE = (
    r"(?:拿不准|吃不准|没(?:有)?(?:查|找|看|听|弄|搞)(?:到|懂|清楚?|明白)?"
    r"|不(?:太|大|是很)?(?:清楚|明白|懂|了解|确定|会))"
)
# What may follow and names nothing that a document could be about.
_VAGUE = (
    r"(?:整理|起草|准备|汇总|核实|核对|了解|确认|回复|答复|督查|核查|报告|材料|汇报|简报|总结|稿子|发言|调研|课题|资料|情况"
    r"|数据|政策|问题|消息|申[报请领]|项目|手续|表格|文件|说法|内容|事情|方面|开会|通知|规定|工作|查|找|写|做|搞|弄|报|填|交|问|看|用|要|想|请教|咨询|尽快|一下|一份"
    r"|一个|一些|几个|有|这|那|个|件|份|点|些|句|块|新|的|了|到|过|里|中|在|给|下|事|来|去|进|好|需要|我们?|他们?|上)*+"
)
# Who he is, what he was told or heard, what he writes, what he is not sure of.
_OF_THE_ASKER = re.compile(
    rf"{_WHEN}(?:{_ASKER}(?:就|也)?是[^，。]{{1,24}}的"
    rf"|{_ASKER}(?:叫|姓)[^，。]{{1,10}}"
    rf"|{_ASKER}在[^，。]{{1,24}}(?:工作|上班|任职|实习|值班)"
    rf"|{_ASKER}的(?:电话|手机|邮箱|微信|名字)[^，。]{{0,30}}"
    rf"|(?:{_ASKER}|{_SOON}){_WHEN}(?:接手|接管|正在?|需要?|想|得|还|要|在|准备申请|打算申请|看到|看见|记得){_VAGUE}"
    rf"|(?:{_ASKER}[^，。]{{0,10}}?|(?:材料|文件|数据|口径|其中|这里)[^，。]{{0,6}}有[一几]?[点些处个][^，。]{{0,4}}){_UNSURE}{_VAGUE}"
    rf"|(?:{_ASKER}|{_OTHERS})[^，。]{{0,8}}?(?:让|叫|要求|安排|派|交代|嘱咐|委托|请|找|催)(?:我们?|俺|咱们?){_VAGUE}"
    rf"|(?:看|听|在)?{_OTHERS}{{1,2}}(?:里|上|说|有人|刚才)*(?:提|说|问|讲|聊)(?:到|起|过|了|我们?){_VAGUE}"
    rf"|{_ASKER}?{_WHEN}(?:听说|据说|听[^，。]{{1,6}}说){_VAGUE})"
)
_FIRST = r"(?:i|we)(?:['’](?:ve|d))?"
_OFTEN = (
    r"(?: (?:am|are|was|were|have|had|just|also|only|recently|currently|did|do|could|can|not|would|to|still|been"
    r"|(?:did|do|could|ca|have)n['’]t))*"
)
_IN_HIS_OFFICE = (
    r"told|asked|took over|catch|understand|know|work(?:ing)? (?:for|at|in|with|on)|writing|preparing|drafting"
    r"|collecting"
    r"|(?:find|found|see|locate) (?:it|this|that|anything|an? answer|the answer)"
    r"|plan to apply|planning to apply|hope|trust|represent|answer|thank|need (?:this|it|that)"
)
_VAGUE_WORDS = (
    r"(?: (?:about|of|on|in|from|that|this|it|an?|the|some|new|policy|policies|news|plan|rule|rules|tv|paper|meeting"
    r"|yesterday|today|recently|something|there|is|was|one|change|changes|call|question)(?![a-z]))*+"
)
_OF_HIS = (
    r"name|phone|number|e-?mail|mobile|boss|director|manager|colleagues?|client|partners?|supervisor"
    r"|(?:team|company|firm|office) (?:is|works?|represents|needs|wants|asked)"
)
_OF_THE_ASKER_IN_ENGLISH = re.compile(
    rf"(?:(?:i['’]m|we['’]re|i am|we are|i was|we were) (?:an?|with|from|in|at|new|here|not sure|the)(?![a-z])"
    rf"|{_FIRST}{_OFTEN} (?:{_IN_HIS_OFFICE})(?![a-z])"
    rf"|{_FIRST}{_OFTEN} (?:hear|heard|read|saw|seen|got){_VAGUE_WORDS}\W*$"
    rf"|(?:my|our) (?:[a-z]+ )?(?:{_OF_HIS})(?![a-z])"
    rf"|(?:someone|somebody|people|an? (?:friend|colleague|client|partner)|they)(?: (?:has|have|had|just))?"
    rf" (?:mentioned|said|told|asked|talked)(?: (?:us|me|to))*{_VAGUE_WORDS}\W*$"
    r"|(?:many )?thank(?:s| you)|(?:please )?(?:call|contact|reply|write) ?(?:to )?(?:me|us|today|soon|back)|dear )",
    re.IGNORECASE,
)


def asking_among(parts: Sequence[str]) -> list[str]:
    """Those of `parts` (paragraphs) that ask, with what they need of the others; all of them where none asks."""
    asks = [_asks(part) for part in parts]
    told = _told([part for part, one in zip(parts, asks, strict=True) if one])
    return [part for part, one in zip(parts, asks, strict=True) if one or told is None or not _bounds(part) <= told]


def without_statements(text: str) -> str:
    """`text` without the sentences, and the clauses before its question, that speak of the one who asks."""
    sentences = [one.group() for one in _SENTENCE.finditer(text)]
    asking = [one for one in sentences if _asks(one)]
    if "".join(sentences) != text or not asking:
        return text
    about = [not _asks(one) and _speaks_of_the_asker(one) for one in sentences]
    told = _told(asking) if any(about) else None
    if told is not None:
        sentences = [one for one, his in zip(sentences, about, strict=True) if not (his and _bounds(one) <= told)]
    at = sentences.index(asking[0])
    sentences[at] = _without_clauses(sentences[at])
    return "".join(sentences).strip()


def _without_clauses(sentence: str) -> str:
    """A sentence that asks without the clauses that it opens with, as far as they speak of the one who asks."""
    clauses = [one.group() for one in _CLAUSE.finditer(sentence)]
    at = 0
    while at < len(clauses) - 1 and _is_of_the_asker(clauses[at]):
        at += 1
    if not at:
        return sentence
    rest = "".join(clauses[at:])
    told = _told([rest])
    return rest if told is not None and _bounds("".join(clauses[:at])) <= told else sentence


def _is_of_the_asker(clause: str) -> bool:
    said = clause.strip(" ，,：:")
    announced = clause.rstrip().endswith((":", "：")) and _OF_THE_ASKER_IN_ENGLISH.match(said)
    return not _asks(clause) and bool(_OF_THE_ASKER.fullmatch(said) or is_talk(said) or announced)


def _asks(part: str) -> bool:
    return bool(ASKS.search(part) or _ORDERS.search(part))


def _speaks_of_the_asker(sentence: str) -> bool:
    """Whether one of the clauses of a sentence does; all that it says is then of him."""
    said = (clause.group().strip(" ，,：:。.！!；;\n") for clause in _CLAUSE.finditer(sentence))
    return any(_OF_THE_ASKER.fullmatch(one) or _OF_THE_ASKER_IN_ENGLISH.match(one) for one in said)


def _told(asking: Sequence[str]) -> frozenset[str] | None:
    """What bounds the question of the sentences that ask; None where none of them names what it asks about."""
    return _bounds(" ".join(asking)) if any(_stands(one) for one in asking) else None


def _bounds(text: str) -> frozenset[str]:
    tokens = {token.text for token in words_of(text) if is_place(token) or is_year(token)}
    return frozenset(tokens | set(_PAPER.findall(text)) | set(_AMOUNT.findall(text)))


def _stands(asking: str) -> bool:
    """Whether a sentence that asks names what it asks about."""
    named = "".join(topic_words(what_is_asked(asking).mask))
    least = LEAST_TOPIC_IN_ENGLISH if named.isascii() else LEAST_TOPIC
    return len(named) >= (BESIDE_A_PRONOUN * least if pronoun(asking) else least)
