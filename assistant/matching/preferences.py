"""What makes a sentence an answer to a question beyond speaking of its topic: wording, figures, names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.amounts import admits, amounts_given
from assistant.language.cases import asks_case, states_case
from assistant.language.counting import counted, counts
from assistant.language.decisions import asks_decision, states_decision
from assistant.language.english_counts import number_of_counted
from assistant.language.extremes import extreme_asked, of_another_extreme, per_unit_asked
from assistant.language.kinds_told import asks_kinds, tells_kinds
from assistant.language.limits import limit_asked
from assistant.language.posts import asks_person, holds_post, is_member
from assistant.language.preliminaries import asks_what_led_up, is_imprint, leads_up
from assistant.language.rules_asked import (
    asks_consequence,
    asks_denied,
    asks_leave,
    asks_what_to_do,
    denies,
    gives_leave,
    not_done,
    obliges,
)
from assistant.language.series import enumerates, lists, names_so_many
from assistant.language.wholes import asks_whole, whole_or_part
from assistant.matching.lasting import LASTING, asks_lasting
from assistant.matching.needs import NEEDS, asks_day
from assistant.matching.requirements import Requirements
from assistant.questions.asking import FIGURES, Ask
from assistant.questions.question import Question
from corpus.starting import quick
from index.terms import folded

BARE = 12
"""A sentence of fewer characters is a heading or a row of a list and states little."""
ADMITTED = 0.25
"""What it is worth that a rule's condition admits the amount in the question; the same off where it does not."""
OBLIGED = 0.12
"""What it is worth that a sentence says what is to be done in a case, where the question asks what to do in one."""
SANCTIONED = 0.15
"""What it is worth that a sentence says what is done to somebody who breaks a rule, where the question asks that."""
NAMED_SO_MANY = 0.15
"""What it is worth that a sentence gives by name as many things as the question says."""
LIMITED = 0.15
"""What it is worth that a sentence states a limit (最高300万元) where the question asks for one; the same off where it
states none."""
EXTREME = 0.2
"""What it is worth that a sentence says what is first or last where the question asks which is."""
FOR_ONE = 0.2
"""What it is worth that a sentence gives an amount for one unit (每平方米) where the question asks for that."""
CHANGED = 0.15
"""What it is worth that a sentence tells by how much something changed where the question asks that."""
CASE = 0.2
"""What it is worth that a sentence says in which case something is so where the question asks that."""
RANGED = 0.12
"""What it is worth that a sentence gives a first and a last day where the question asks for both."""
MISFIT = 0.3
"""So much off for a sentence whose figures are all of another kind than the one asked for. It stays among the others:
where it is the best even so, what is asked is not stated."""
IN_CHARGE = 0.12
"""What it is worth that a sentence names the authority for the whole of something (是养犬管理的主管部门), where a
question asks who is in charge of it: others have a part in it."""
PROPOSED = 0.1
"""So much off for what somebody at a meeting proposes or hopes for, where the question asks who does it or when: what
was decided may be something else."""
KINDS = 0.3
"""What it is worth that a sentence says of which kinds something is where the question asks that."""
LEAVE = 0.15
"""What it is worth that a sentence allows or forbids something where the question asks whether it may be done."""
NOT_DONE = 0.25
"""What it is worth that a sentence speaks of its not being done that the question says was not done."""
DECIDED = 0.15
"""What it is worth that a sentence says what was granted, refused or settled, where the question asks that."""
LEADS_UP = 0.15
"""So much off for a sentence that only leads up to what the paper says (你省请求…; 现将…公布如下). Of 1,053 development
questions the evidence stands first for 866 instead of 862, from half of this on."""
WHOLE = 0.1
"""What it is worth that a figure is of the whole where the question asks for that; the same off for one of a part."""
PER_HEAD = 0.12
"""So much off for a figure per person or on the average where the question asks for the whole."""

# What people earn and spend is told per person alone.
_PER_HEAD = quick(
    r"[人户亩均]均|(?<!水)平均|每(?:人|户|亩|股|单位|[立平]方米|公里|公斤|千克|[吨度台套辆张件头])"
    r"|(?<![a-z])(?:per|each|average|mean)(?![a-z])",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"(?:居民|农民|百姓|[里村]人)[^，。；？?]{0,6}(?:收入|支出|消费|挣|赚)|(?<![a-z])incomes?(?![a-z])", re.I
)
_PROPOSES = re.compile(
    r"(?:[他她]|[\u4e00-\u9fff]{2,3})?(?:还|也|并)?(?:建议|希望|提议|呼吁|请求)(?![案书稿]|[^，。；]{0,12}单位)"
)
# Whom to call with a complaint is not whom to ask.
_TO_COMPLAIN = re.compile("(?:举报|投诉|监督|信访)[^，。；]{0,6}(?:电话|热线|邮箱)")
_COMPLAINS = re.compile(r"举报|投诉|监督|告(?![诉知])|反映|(?<![a-z])(?:report|complain|tip|hotline|fraud)", re.I)
_ASKS_WHAT_WAS_ASKED = re.compile(
    r"[问提][了过]?(?:什么|啥|哪些|几个)|什么问题|(?:提问|追问|发问)|(?<![a-z])(?:ask(?:ed|s)?|questions?"
    r"|enquire[ds]?)(?![a-z])",
    re.I,
)
_ASKS_PROPOSED = re.compile(
    r"建议|希望|提议|呼吁|诉求|想法|意见|说|讲|谈|(?<![a-z])(?:suggest|propos|hope|said|say)", re.I
)
_AGENTS = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS})
_ASKS_IN_CHARGE = re.compile(
    r"主管|归口|归[^，。？?]{0,12}管|(?:部门|单位|局|谁)(?:来)?管(?![理到])|(?<![a-z])(?:in charge|oversees?"
    r"|regulat(?:or|es)|supervis(?:or|es)|competent)(?![a-z])",
    re.IGNORECASE,
)
_IS_IN_CHARGE = re.compile(
    "(?:是|为|作为)[^，。；]{1,24}(?:主管|监管|归口管理)(?:部门|机关|机构|单位)"
    "|(?:统一|归口|主管)[^，。；]{0,16}(?:监督)?管理(?:工作)?(?=[，。；]|$)"
)
_QUOTATION = re.compile("“[^“”]+”")
_FRAME = re.compile(
    r"[^，。；：]{2,40}[：:]$"
    r"|[^。；：]*(?:人民政府|部委|直属机构|各单位|委员会|管委会)[：:]$|[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号?[。]?$"
)
_REASON = re.compile(r"为了?|以便|目的|旨在|从而|推动|促进|确保|意味着|需要|由于|因为|因此|有利于|是.{2,30}的需要")
_MEANS = re.compile(r"是指|指的是|即|就是|是一|近似|简称|定位|以.{2,30}为(?:核心|标志|重点|主)|包括|打造")
ROLE = re.compile(
    r"由[^，。；]{2,40}(?:承担|负责|牵头|组织|实施|核发|审批|代行|办理|受理|解释|投资|出资|运营|经营|承建"
    r"|拨付|组建)|归口|牵头|负责|为[^，。；]{0,12}主管"
)
_PREFERS: dict[Ask, re.Pattern[str]] = {
    Ask.PURPOSE: _REASON,
    Ask.DEFINITION: _MEANS,
    Ask.LEAD: ROLE,
    Ask.RESPONSIBLE: ROLE,
    Ask.DEADLINE: re.compile(r"\d月|年底|年内|[前内]|有效期|截止|季度|到20\d\d"),
}
# By how much something changed: 比去年高多少, 较2024年降了几个点; and how that is written.
_SINCE = r"(?:[比较跟][^，。；？?]{0,12}?(?:[去上前]年|年初|同期|以前|之前|原来|过去|(?:19|20)\d\d年?)|同比|环比)"
_ASKS_CHANGE = re.compile(
    rf"{_SINCE}[^，。？?]{{0,12}}?(?:[多少高低增减涨降升快慢提缩省]|变化)[^，。？?]{{0,6}}?(?:多少|几|多大"
    rf"|多[高低快慢])"
    r"|(?<![a-z])(?:by how much|how much (?:more|less|higher|lower|up|down))(?![a-z])",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"{_SINCE}[^，。；\d]{{0,12}}(?:提高|增加|增长|上升|上涨|上调|提升|扩大|下降|减少|降低|下调|压缩|缩短"
    rf"|回落|多|少|高|低|增|降|减|涨|升)"
    r"[^，。；\d]{0,6}\d"
)
_OPEN = frozenset({Ask.CONTENT, Ask.LIST, Ask.COMPARISON})
# 总额4200万元，分为以下四类：（二）智能产线类: the figure is of all, and the item has none.
_NAMES_ITEM = re.compile(
    r"(?:以下|下列"
    r"|如下)[^：:。；\d]{0,16}[：:]\s*[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]?[^\d一二三四五六七八九十百千万亿%％]{2,30}$"
)
_LISTED = re.compile(r"(?:哪些|什么|哪几[个项类种条])(?:样的)?([\u4e00-\u9fff]{2})")
_DAY = re.compile(r"\d+月\d+日|(?:19|20)\d\d年\d+月")
_WHICH_DAY = "(?:几月(?:几[号日])?|几[号日]|哪[一]?[天日月]|什么时候|何时)"
_ASKS_RANGE = re.compile(
    rf"从?{_WHICH_DAY}[^，。？?]{{0,4}}[到至]{_WHICH_DAY}|哪几天|起止|(?<![a-z])from when (?:to|until)", re.IGNORECASE
)
_RANGE = re.compile(
    r"(?:\d+[月日]|\d+[:：]\d\d)\s*(?:至|到|[-—–―～~]+)\s*(?:次?年?)\d+(?:[月日年]|[-—–―:：])"
    r"|\d+\s*[-—–―～~]+\s*\d+[月日]"
)
_CLASSIFIER = re.compile("(?:多少|几)([座家项条名位款支批辆台所艘架场期户栋幢间处片口株只件部套趟列])(?!区)")
_BY_YEAR = re.compile(r"到(20\d\d)年?|(?<![a-z])by (?:the end of )?(20\d\d)", re.IGNORECASE)
_COUNTED = re.compile(r"[两二三四五六七八九十][大个项件条类种对张点步]?[\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class Preferences:
    """What makes a sentence an answer to one question, beyond speaking of its topic.

    `preferred` is how such answers are worded, `names` are those of the units that are asked about, `quotations` what
    is quoted. `known` says how many things there are as the question does, and `counted` are these things in its words,
    `listed` the nouns after 哪些 (哪些材料), `given` the amounts of the asker's own case, `limit` states the limit that
    is asked for, `measured` a number of what 多少 counts (座), `by_years` are the years that something is to be reached
    by, as documents write them (到2027年), and `not_done` says of something that it was not done, as the question does.
    The others say of the question what their names do."""

    text: str
    requirements: Requirements
    preferred: tuple[re.Pattern[str], ...]
    names: tuple[str, ...]
    quotations: tuple[str, ...]
    known: re.Pattern[str] | None
    counted: tuple[str, ...]
    listed: tuple[str, ...] | None
    given: tuple[tuple[float, str], ...]
    limit: re.Pattern[str] | None
    extreme: re.Pattern[str] | None
    for_one: re.Pattern[str] | None
    measured: re.Pattern[str] | None
    by_years: tuple[str, ...]
    not_done: re.Pattern[str] | None
    of_all: bool
    asks_day: bool
    asks_range: bool
    asks_change: bool
    asks_what_to_do: bool
    asks_leave: bool
    asks_consequence: bool
    asks_case: bool
    denies_something: bool
    asks_person: bool
    asks_in_charge: bool
    asks_decided: bool
    asks_contact: bool
    asks_whether: bool
    asks_what_was_asked: bool
    asks_what_led_up: bool
    asks_whole: bool
    asks_decision: bool
    asks_figures: bool
    asks_kinds: bool

    @classmethod
    def of(cls, question: Question, requirements: Requirements) -> Preferences:
        """That of a question."""
        asks, text = question.asks, question.text
        number = counted(text) if asks & {Ask.LIST, Ask.COUNT, Ask.DEFINITION} else None
        measure_words = _CLASSIFIER.findall(text)
        return cls(
            text,
            requirements,
            # How long something may go on is told by no day by which something is due.
            tuple(
                LASTING if ask is Ask.DEADLINE and asks_lasting(text) else pattern
                for ask, pattern in _PREFERS.items()
                if ask in asks
            ),
            tuple(name for bound in question.units for name in bound.names),
            tuple(_QUOTATION.findall(text[question.opening :])),
            counts(number) if number is not None else None,
            tuple(match.group() for match in _COUNTED.finditer(text)),
            tuple(_LISTED.findall(text)) if Ask.LIST in asks else None,
            amounts_given(text),
            limit_asked(text) if asks & FIGURES else None,
            extreme_asked(text),
            per_unit_asked(text) if asks & FIGURES else None,
            re.compile(rf"[\d一二两三四五六七八九十百千万亿多余]\s*{measure_words[0]}")
            if measure_words
            else number_of_counted(text),
            tuple(f"到{year}年" for pair in _BY_YEAR.findall(text) for year in pair if year),
            not_done(text[question.opening :]),
            bool(asks & FIGURES) and not _told_per_head(text),
            Ask.DEADLINE in asks and asks_day(text),
            Ask.DEADLINE in asks and bool(_ASKS_RANGE.search(text)),
            bool(asks & FIGURES) and bool(_ASKS_CHANGE.search(text)),
            asks <= _OPEN and asks_what_to_do(text),
            Ask.CONFIRMATION in asks and asks_leave(text),
            asks <= _OPEN and asks_consequence(text),
            asks <= _OPEN | {Ask.CONFIRMATION} and asks_case(text[question.opening :]),
            asks_denied(text),
            asks_person(text),
            bool(asks & _AGENTS and _ASKS_IN_CHARGE.search(text)),
            bool(asks & (_AGENTS | FIGURES | {Ask.DEADLINE})) and not _ASKS_PROPOSED.search(text),
            Ask.CONTACT in asks and not _COMPLAINS.search(text),
            Ask.CONFIRMATION in asks,
            bool(_ASKS_WHAT_WAS_ASKED.search(text)),
            asks_what_led_up(text),
            bool(asks & FIGURES) and asks_whole(text),
            asks_decision(text),
            bool(asks & FIGURES),
            asks_kinds(text),
        )

    def knows(self, text: str) -> bool:
        """Whether a sentence gives the number of things that the question knows already."""
        return self.known is not None and bool(self.known.search(text))

    def worth(self, text: str, headings: str) -> float:
        """The sum of what speaks for a sentence under these headings and against it."""
        # Every sentence comes by here: what no question of this kind asks for is not looked at.
        worded = sum([bool(pattern.search(text)) for pattern in self.preferred]) if self.preferred else 0
        bonus = 0.06 * worded
        posts = self.requirements.posts
        if posts and any(holds_post(text, post, self.text) for post in posts):
            bonus += 0.25
        if self.requirements.measure:
            bonus += 0.1
        if self.names and any(name in text for name in self.names):
            bonus += 0.15
        if self.quotations and any(_quotes(text + headings, quotation) for quotation in self.quotations):
            bonus += 0.1
        if self.known is not None and self.knows(text):
            bonus += 0.2
            bonus += 0.1 * any(words in text for words in self.counted)
            bonus += NAMED_SO_MANY * names_so_many(text, self.known)
        if self.listed is not None:
            bonus += 0.08 * enumerates(text)
            bonus += 0.15 * any(lists(text, noun) for noun in self.listed)
        if self.asks_kinds and tells_kinds(self.text, text):
            bonus += KINDS
        if self.given:
            fit = admits(text, self.given)
            bonus += ADMITTED * (abs(fit) if self.asks_whether else fit)  # what excludes the asker says no
        if not self.requirements.fits(text):
            bonus -= MISFIT
        if self.extreme and of_another_extreme(text, self.text):
            bonus -= EXTREME
        elif self.extreme and self.extreme.search(text):
            bonus += EXTREME
        if self.for_one and self.for_one.search(text):
            bonus += FOR_ONE
        if self.limit:
            bonus += LIMITED if self.limit.search(text) else -LIMITED
        if self.measured and self.measured.search(text):
            bonus += 0.1
        if self.by_years and any(year in text for year in self.by_years):
            bonus += 0.08
        if self.of_all and _PER_HEAD.search(text):
            bonus -= PER_HEAD  # the figure of one is not that of all: 人均地区生产总值
        if self.asks_whole:
            bonus += WHOLE * whole_or_part(text, headings)
        if self.asks_day and _DAY.search(text):
            bonus += 0.05  # rather than a season
        if self.asks_range and _RANGE.search(text):
            bonus += RANGED
        if self.asks_change and _CHANGED.search(text):
            bonus += CHANGED
        if self.asks_what_to_do and obliges(text):
            bonus += OBLIGED
        if self.asks_leave and gives_leave(text):
            bonus += LEAVE
        if self.asks_consequence and NEEDS[Ask.PENALTY].search(text):
            bonus += SANCTIONED
        if self.asks_case:
            bonus += CASE * states_case(text, denied=self.denies_something)
        if self.asks_in_charge:
            bonus += IN_CHARGE * bool(_IS_IN_CHARGE.search(text))
        if self.asks_contact and _TO_COMPLAIN.search(text):
            bonus -= MISFIT
        if self.asks_decided and _PROPOSES.match(text):
            bonus -= PROPOSED
        if self.denies_something:
            bonus += 0.08 * denies(text)
        if self.not_done and self.not_done.search(text):
            bonus += NOT_DONE
        if self.asks_person and is_member(text):
            bonus += 0.15
        elif len(text) < BARE and not self.requirements.posts:
            bonus -= 0.1
        if text.endswith(("？", "?")) and not self.asks_what_was_asked:
            bonus -= MISFIT  # what somebody asked states nothing
        if self.asks_figures and _NAMES_ITEM.search(text):
            bonus -= MISFIT
        if self.asks_decision and states_decision(text):
            bonus += DECIDED
        frames, leads = _before_what_is_said(text)
        if frames:
            bonus -= 0.3
        elif leads and not self.asks_what_led_up:
            bonus -= LEADS_UP
        return bonus


@lru_cache(maxsize=8192)  # the same sentences are looked at for one question after another
def _before_what_is_said(text: str) -> tuple[bool, bool]:
    """Whether a sentence is a frame around what a paper says, and whether it leads up to that."""
    return bool(_FRAME.match(text)) or is_imprint(text), leads_up(text)


@lru_cache(maxsize=256)
def _told_per_head(question: str) -> bool:
    """Whether what a question asks for is told per person, household or mu."""
    return bool(_PER_HEAD.search(question) or _OF_PEOPLE.search(question))


def _quotes(text: str, quotation: str) -> bool:
    """Whether a text holds a quotation; a short one only in quotation marks as well."""
    return folded(quotation) in folded(text) or (len(quotation) > 4 and folded(quotation[1:-1]) in folded(text))
