"""The clauses of a sentence that can hold an answer: those with a number, and those that say who does something."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from assistant.language.counting import says_how_many
from assistant.language.limits import UNBOUNDED
from assistant.language.occurrences import plain
from assistant.language.values_in_words import IN_WORDS
from corpus.starting import quick
from corpus.unit_shapes import has_unit_shape

_PART = re.compile(r"[^，。；：\n]+")
# Rules write amounts and times in characters: 一千元以上五千元以下, 三十日内, 五倍. One of a thing (一家) tells none.
_IN_CHARACTERS = (
    r"(?<![第\d一二两三四五六七八九十百千万亿])(?:[一二两三四五六七八九十百千]+[万亿]*(?:元|美元|倍|成(?![为立功果员套])|个?(?:工作)?日|天|个?月|年(?![级代度])"
    r"|小时|周岁|岁|公里|平方米|米|吨|亩|分之)|(?!一[名人户次])[一二两三四五六七八九十百千]+[万亿]*(?:名|人|户|次))"
)
# One of a thing is a number where no more may be: 同一平台只开设一个账号.
_ONE_ONLY = "(?:只|仅|限|[最至]多(?!跑)|不超过|不得超过|不多于)[^，。；\\d]{0,6}一[个家项次名种类条套处所户辆人本张间]"
_NUMERIC = quick(rf"\d|{_IN_CHARACTERS}|{_ONE_ONLY}|{UNBOUNDED}|{IN_WORDS}")
# So many of a thing in characters (四个等次); 一个 by itself counts nothing.
_COUNTED = re.compile(
    rf"\d|{_ONE_ONLY}|(?<![第一二三四五六七八九十])[二两三四五六七八九十]{{1,3}}(?:[个项类种条件家级档步章次所座]|大(?!力)|方面)"
)
_SUM = re.compile(
    r"\d[\d.,]*\s*[百千万亿]*(?:多|余)?(?:美元|欧元|港元|元)|(?<!\d)[一二两三四五六七八九十百千]+[万亿]*(?:美元|欧元|港元|元)"
    rf"|{IN_WORDS}"
)
_CLAUSE = re.compile(r"[^，。；：:;\n\t（）()]+")
# What stands between a figure and what it is of, or says of whom and when rather than of what.
_FILLING = quick(
    r"[（(][^（）()]*[)）]|其中|全[年市省区县州国]|年[末底]|当年|同期|截[至止]|[一二三四五六]是|第[一二三四五六七八九十]条|到\d{4}年底?|20\d\d年?"
    r"|力争|争取|确保|预计|预期|计划|累计|已经?|共计?|约|达到?|完成|实现|超过?|突破|稳定在|保持在?|控制在|不(?:低|高|少|多)于|不超过"
    r"|[比较](?:上年|去年)末?|同比|增长|下降|提高|为|是|至|到|在|了|的|[\W_]"
)
_FIGURE = re.compile(
    r"\d[\d.,]*\s*(?:[百千万亿]*(?:多|余)?(?:[个项家户件名人条座亩元吨套辆次%％‰]|公里|平方米|平方公里)?)(?:以上|左右|以内)?"
)
_BODY = (
    "(?:办公室|银行|公司|集团|[局委厅部署办院](?![分长队])|部门|政府|机构|单位|机关|中心|协会|主体|企业|领导小组|专班|学校"
    "|[员委协学商]会|海关|同志|领导|主任|书记|[省市区县州部局厅院]长|地区|者|人)"
)
# What a body does by its office, as against what it takes part in.
_OFFICE = "负责|牵头|承担|主管|归口|统筹|组织"
# A clause that begins with a body and says what it does: 省财政厅制定…, 财政部门应当及时拨付….
_ACT = re.compile(
    r"(?:第[一二三四五六七八九十百]{1,5}条|其中)?\s*(?P<unit>(?:(?!上报|报[请送]|提[请交])[\u4e00-\u9fff]){2,28}?)"
    r"(?:应当|应|要|须|可以|统一|依法|及时|抓紧|在[^，。；]{2,16}?[前内]|于[^，。；]{2,16}?[前内])*+"
    r"(?:制[定订]|编制|拟[定订]|核[定发准算]|审[批核查定]|批准|颁发|发放|拨付|受理|划[定分]|确[定认]|完成|设[立置]|出资|提供|征收|收[取集]"
    r"|处[理置罚]|查处|调查|评[估审定]|验收|认定|组建|支付|起草|修订|调拨)"
)
_AGENT = quick(
    rf"由[^，。；]{{0,40}}?{_BODY}[^，。；]{{0,10}}(?:{_OFFICE}|管理|确定|审[批核定]|核发|制定|办理|受理|解释|投资|出资|运营|经营|建设|承建|拨付|支付|发放|认定|评审|组建)"
    rf"|{_BODY}(?:要|将|应当|应|主要|具体|统一)*(?:{_OFFICE}|督促|会同)"
    r"|(?:责任|牵头|主办|承办|主管|归口)(?:单位|部门|方|机关|机构|主体)|▲|按职责|分工负责"
)


# Who is responsible is no part of what a sentence says: 财政局 in its bracket makes it no sentence on 财政收入.
_NO_SUBJECT = re.compile(
    r"\s*(?:可以?|应当?|由[^，。；]{1,12})?(?:分别|各|均|一律|统一|连续)?(?:按照?[^，。；]{0,16})?(?:一次性|最高|再|另|每年|逐年|全额)?"
    "(?:造成|导致|致使|给予|予以|奖励|补助|补贴|奖补|资助|发放|处(?=[以\\d一二三五十])|罚款|减免|免收|收取|缴纳)"
)
_OWNERS = re.compile(r"[（(](?:责任|牵头|负责|配合|参加|承办)(?:单位|部门)?[：:][^（）()]*[）)]")


def without_owners(text: str) -> str:
    """`text` without the brackets that say who is responsible."""
    return _OWNERS.sub("", text)


def with_number(text: str) -> list[str]:
    """The clauses of `text` that have a number: in digits, or in characters with a unit (一千元以下)."""
    return list(_holding(text, _NUMERIC))


def with_count(text: str) -> list[str]:
    """The clauses of `text` that have a number in digits or say in characters how many there are (四个等次)."""
    return list(_holding(text, _COUNTED))


@lru_cache(maxsize=8192)  # the same sentences come with question after question
def _holding(text: str, held: re.Pattern[str]) -> tuple[str, ...]:
    """The clauses of `text` in which there is what is `held`."""
    return tuple(part.group() for part in _PART.finditer(text) if held.search(part.group()))


def with_number_of(text: str, forms: Sequence[str]) -> list[str]:
    """The clauses of `text` that say how many there are of what is called by one of `forms`, however it is written:
    处理好五对关系."""
    return [part.group() for part in _PART.finditer(text) if says_how_many(part.group(), forms)]


def in_its_case(text: str, clauses: Sequence[str]) -> list[str]:
    """`clauses` of `text` in their order, each after the case that it is for: 每个网点给予不超过30万元补助 after
    在境外设立展厅的."""
    found: list[str] = []
    case: list[str] = []
    left, goes_on = list(clauses), False
    for part in (match.group() for match in _PART.finditer(text)):
        if left and part == left[0]:
            found.append("，".join((*case, left.pop(0))))
        if is_case := part.rstrip().endswith("的"):
            case = [*case, part] if goes_on else [part]
        goes_on = is_case
    return [*found, *left]


def with_subjects(text: str, clauses: Sequence[str]) -> list[str]:
    """`clauses` of `text` in their order, each that opens with what is given or caused (分别给予200万元奖励) after
    the clause that says to whom."""
    found: list[str] = []
    left, before = list(clauses), ""
    for part in (match.group() for match in _PART.finditer(text)):
        if left and part == left[0]:
            left.pop(0)
            found.append(f"{before}，{part}" if before and _NO_SUBJECT.match(part) else part)
        before = part
    return [*found, *left]


def exactness(clause: str, pieces: Collection[str]) -> float:
    """The share, 0..1, of what a clause's first figure is of that the `pieces_of` words hold: 农产品出口 in
    农产品出口18.7亿元, 应用场景 in 建成300个应用场景."""
    return max(_told(side, pieces) for side in _beside_figure(clause))


@lru_cache(maxsize=4096)  # the same sentences come with question after question
def _beside_figure(clause: str) -> tuple[str, str]:
    """What a clause says before and after its first figure, as it is compared."""
    before, _, after = _FIGURE.sub("\n", _FILLING.sub(" ", clause), count=1).partition("\n")
    return plain(_FILLING.sub("", before)), plain(_FILLING.sub("", after))


def pieces_of(words: Iterable[str]) -> frozenset[str]:
    """Short words, and the pairs of characters of longer ones."""
    return frozenset(piece for word in words for piece in _pieces(word) if piece)


def _pieces(word: str) -> list[str]:
    return [word] if len(word) < 3 else [word[at : at + 2] for at in range(len(word) - 1)]


def _told(subject: str, pieces: Collection[str]) -> float:
    told = [False] * len(subject)
    for piece in pieces:
        at = subject.find(piece)
        while at >= 0:
            told[at : at + len(piece)] = [True] * len(piece)
            at = subject.find(piece, at + 1)
    return sum(told) / len(told) if told else 0.0


def with_money(text: str) -> list[str]:
    """The clauses of `text` that have a number, each sum of money with what the sentence said before it: 总投资8600万元
    has its subject in the clause before."""
    parts = (part for part in _PART.finditer(text) if _NUMERIC.search(part.group()))
    return [text[: part.end()] if _SUM.search(part.group()) else part.group() for part in parts]


def with_agent(text: str) -> list[str]:
    """The clauses of `text` that say who leads, is responsible, decides or approves (由外交部归口管理, 司法部负责督促,
    责任单位); not those that only name a body."""
    return list(_acting(text))


@lru_cache(maxsize=8192)
def _acting(text: str) -> tuple[str, ...]:
    return tuple(clause for clause in _CLAUSE.findall(text) if _AGENT.search(clause) or _acts(clause))


def _acts(clause: str) -> bool:
    found = _ACT.match(clause)
    return found is not None and has_unit_shape(found["unit"])
