"""What a sentence must hold to answer a question of a kind at all: a number, a date, a unit with its role, a post."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.bodies import body_asked, group_asked
from assistant.language.budget_totals import asks_budget_total, of_each
from assistant.language.deeds_asked import deed_asked, names_firm, tells_doer
from assistant.language.events import event_asked
from assistant.language.figure_kinds import Kind, has_kind, kind_asked
from assistant.language.limits import only_cases, only_limits
from assistant.language.money import MoneyKind, money_asked, money_beside, speaks_of_money
from assistant.language.numbering import without_references
from assistant.language.particular_words import particular_asked
from assistant.language.parts_of_years import BEFORE, is_of_another_part, parts_asked
from assistant.language.places_told import tells_place
from assistant.language.posts import posts_meant
from assistant.language.speaker_attribution import NAMED_PERSON
from assistant.language.values_in_words import tells_in_words
from assistant.language.years import (
    aims,
    asked_years,
    asks_aim,
    asks_done,
    asks_past,
    named_years,
    names_year,
    reaches,
    sets_rule,
    speaks_of,
    spoken_years,
    unresolved,
    without_basis,
    without_own_case,
    years_before,
)
from assistant.matching.lasting import lasting_told_by
from assistant.matching.measure_words import DIVISION, divides, has_measure, measure_asked
from assistant.matching.needs import NEEDS, asks_where_shown, needed
from assistant.questions.asking import ASKS_COLOUR, FIGURES, Ask
from assistant.questions.question import Question
from corpus.starting import quick
from corpus.types import Document

_ASKS_NAME = re.compile(r"叫(?:什么|啥)|名字|姓名|姓(?:什么|啥)|(?<![a-z])(?:names?|called)(?![a-z])", re.IGNORECASE)
# How many years something lasts is told by a number of years or by the days between which it lasts.
_ASKS_SPAN = re.compile(
    r"(?<![那这头前后近每过])几年(?![级前后来]|代)|多少年(?![前后来])|(?<![a-z])how many years(?![a-z])", re.IGNORECASE
)
_SPAN = re.compile(r"(?<!\d)\d{1,2}个?[年月]|[一二两三四五六七八九十]年|年度|有效期|期限|截[止至]|至(?:19|20)\d\d年")
_SHORTLY = 200
"""A group whose posts are told is named no more than so many characters before."""
_OFFICE = "办公室"
_BODIES = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS, Ask.DESTINATION})
_DOERS = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS, Ask.CONTENT})
# A part that only some documents name (施工单位, 中标企业, 基金管理人): who has another part does not answer.
_PART = quick(
    r"(?P<part>施工|承建|设计|监理|中标|运营|评审|评估|验收|供货|供应|承租|出租|投资|建设|招标|审计|检测|勘察|咨询|拆迁|托管)"
    r"(?:的[\u4e00-\u9fff]{0,6}?)?(?:单位|方|企业|公司|机构|商|银行)(?:是|叫|有|为)?(?=哪|谁|什么|啥|[？?]|$)"
    r"|由(?:谁|哪(?:一)?(?:家|个|些|所)?(?:[\u4e00-\u9fff]{0,3}(?:单位|机构|部门|公司|企业|厂|厂家|院|所|事务所|银行))?)"
    r"(?:来|去|组织|进行)?(?P<does>验收|供货|供应|施工|承建|设计|监理|审计|评审|检测|勘察|托管|承保|制造|生产|印刷|承运|执飞|运输|安装|翻译)(?=[？?。，,]|$)"
    r"|(?:谁|哪(?:一)?(?:家|个|些)?(?:单位|机构|公司|企业|厂家?|院|所|事务所)?)(?P<did>设计|承建|施工|监理|制造|生产|印刷|承运|承保|翻译)的(?=[？?。，,]|$)"
    r"|(?:由|是)?谁(?:来|负责)?(?P<chairs>主持|召集)(?!人)"
    r"|(?P<person>(?:基金|资产|委托|破产|受托)?(?:管理人|托管人|受托人|承租人|发起人))(?:是|叫|有|为)(?=哪|谁|什么|啥)"
)
_PARTS_IN_ENGLISH = (
    (re.compile(r"(?<![a-z])custodian", re.IGNORECASE), "托管|保管"),
    (
        re.compile(
            r"(?<![a-z])(?:who (?:designed|designs|will design)|responsible for (?:the )?design(?:ing)?(?= of|[?]|$))"
            r"|(?<![a-z])architects?(?![a-z])",
            re.IGNORECASE,
        ),
        "设计",
    ),
    (
        re.compile(
            r"(?<![a-z])(?:(?:which|who is the) (?:manufacturer|supplier)"
            r"|(?:who|which (?:compan(?:y|ies)|firms?|factor(?:y|ies)|makers?))"
            r" (?:makes?|made|manufactures?|produces?|suppl(?:y|ies)))(?![a-z])"
            r"(?! (?:up|sure|the (?:rules|decision)|decisions|rules))",
            re.IGNORECASE,
        ),
        "制造|生产|供[应货]|厂",
    ),
)
_ASKS_IN_ENGLISH = re.compile(r"(?<![a-z])(?:who|whom|which|what|how|when|where)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Requirements:
    """What one question needs of a sentence.

    It must have one of the things that are `needs` (None: any sentence will do), have a number of the `measure`, be of
    the years of the question `dated` (empty: of any), name the `part` in a work (施工) and the kind of `body`
    (哪家公司), speak of the kind of `money` (of a `total` rather than of each), and tell a `span` of time (几年) or the
    `name` of a person where these are set. Of figures it should have one of the `kind`, of times that of the
    `event`, and somebody in it should hold one of the `posts`, of a `group` of this kind (empty: of any) that is named
    there or shortly before; where the doer of a `deed` is asked for (how it is written; empty: of none), it should name
    somebody with this deed.
    Where a `place` is asked for, with this text, the name of one is as good as what is needed."""

    needs: Callable[[str], bool] | None = None
    measure: str | None = None
    dated: str = ""
    posts: tuple[str, ...] = ()
    part: re.Pattern[str] | None = None
    money: MoneyKind | None = None
    span: bool = False
    name: bool = False
    body: re.Pattern[str] | None = None
    kind: Kind | None = None
    event: re.Pattern[str] | None = None
    group: str = ""
    total: bool = False
    deed: str = ""
    place: str = ""

    @classmethod
    @lru_cache(maxsize=64)  # what is found for a question is held against it several times
    def of(cls, question: Question) -> Requirements:
        """Those of a question."""
        measure = measure_asked(question)
        # 四级 and 两批 are numbers of the measure that is asked for and no amounts otherwise.
        needs = question.asks - FIGURES if measure == DIVISION else question.asks
        own = question.text[
            question.opening :
        ]  # 已有6所 in the part before does not ask a later one for what is reached
        patterns = tuple(needed(ask, question.text) for ask in NEEDS if ask in needs)
        return cls(
            _one_of(patterns) if patterns else None,
            measure,
            without_own_case(own if names_year(own) else question.text) if question.asks & FIGURES else "",
            posts_meant(question.text) if Ask.PERSON in question.asks else (),
            part_named(question.text),
            _money(question),
            Ask.QUANTITY in question.asks and bool(_ASKS_SPAN.search(question.text)),
            Ask.PERSON in question.asks and bool(_ASKS_NAME.search(question.text)),
            body_asked(question.text) if question.asks & _BODIES or question.asks == {Ask.CONTENT} else None,
            kind_asked(question.text[question.opening :]) if question.asks <= FIGURES else None,
            _event(question),
            group_asked(question.text) if Ask.PERSON in question.asks else "",
            Ask.BUDGET in question.asks and asks_budget_total(question.text[question.opening :]),
            deed_asked(question.text[question.opening :]) if question.asks <= _DOERS else "",
            own if Ask.PLACE in question.asks and not asks_where_shown(own) else "",
        )

    def met(self, text: str, headings: str, document: Document, at: int) -> bool:
        """Whether a sentence under `headings` of `document`, where it stands at `at` (-1: unknown), can answer."""
        stated = without_references(text)
        if self.part and not self.part.search(stated):
            return False
        if self.group:
            told = f"{headings} {document.text[max(0, at - _SHORTLY) : max(0, at)]} {text}"
            # 领导小组…办公室设在商务局: the office of a group need not be named with it.
            named = [self.group.removesuffix(_OFFICE), _OFFICE] if self.group.endswith(_OFFICE) else [self.group]
            if not all(name in told for name in named):
                return False
        if self.body and not self.body.search(stated):
            return False
        if self.name and not NAMED_PERSON.search(text):
            return False
        if self.needs and not (self.needs(stated) or self._placed(stated, document)):
            return False
        if self.measure and not (has_measure(stated, self.measure) or tells_in_words(stated)):
            return False
        if self.money and not speaks_of_money(f"{headings} {stated}", self.money):
            return False
        if self.span and not _SPAN.search(stated):
            return False
        if self.total and of_each(stated):
            return False
        if not self.dated:
            return True
        years, asked = asked_years(self.dated, document), without_basis(self.dated)
        if only_cases(asked, stated):
            return False
        if (parts := parts_asked(asked)) and "\t" not in stated:
            before = document.text[max(0, at - BEFORE) : max(0, at)]
            if is_of_another_part(parts, stated, f"{headings} {before}", document.metadata.title):
                return False
        past, aim = asks_past(asked), asks_aim(asked) and len(years) < 2  # 2023年多少，2024年目标是多少
        if (past and aims(stated)) or (aim and reaches(stated, document, at)) or only_limits(asked, stated):
            return False
        if asks_done(asked) and sets_rule(stated):
            return False
        changed = asked != self.dated  # a change is told of two years
        if unresolved(asked, document) and not changed:
            return not named_years(stated)
        if not years or (changed and not names_year(asked)):
            return True
        spoken = spoken_years(stated, headings, document, at)
        if not spoken and at >= 0:
            spoken = years_before(document, at)
        if spoken and not spoken.isdisjoint(years):
            return True  # 明年 tells a year that the document need not have in digits
        return not spoken and speaks_of(document, years)

    def _placed(self, text: str, document: Document) -> bool:
        return bool(self.place) and tells_place(text, self.place, document.metadata.title)

    def fits(self, text: str) -> bool:
        """Whether a sentence has a figure of the kind that is asked for, where one is, tells of the event whose time is
        (of the time in a row its column tells), and names the doer of the deed whose is."""
        if self.event and "\t" not in text and not self.event.search(text):
            return False
        if self.deed and not tells_doer(text, self.deed):
            return False
        if self.deed and self.body and not names_firm(text, self.body):
            return False
        if self.measure == DIVISION and divides(text):
            return True
        return self.kind is None or has_kind(without_references(text), self.kind)

    def years(self, text: str, headings: str, document: Document, at: int) -> tuple[str, ...]:
        """The years that the question asks for and the sentence speaks of; empty where years do not bind."""
        asked = asked_years(self.dated, document) if self.dated else ()
        spoken = spoken_years(without_references(text), headings, document, at) if asked else frozenset()
        return tuple(year for year in asked if year in spoken)


def _event(question: Question) -> re.Pattern[str] | None:
    """What tells of the event whose time a question asks for, or of that which lasts."""
    asked = question.text[question.opening :]
    if question.asks == {Ask.DEADLINE} and (event := event_asked(asked)):
        return event
    return lasting_told_by(asked) if question.asks <= FIGURES | {Ask.DEADLINE} else None


@lru_cache(maxsize=32)
def _one_of(patterns: tuple[re.Pattern[str], ...]) -> Callable[[str], bool]:
    """Whether a text has one of the patterns at least, known of the last 2,048 texts: the same sentences are looked at
    for one question after another."""
    return lru_cache(maxsize=2048)(lambda text: any(pattern.search(text) for pattern in patterns))


_COLOUR = re.compile("[红黄蓝绿白黑橙紫灰银金棕粉]|色")


@lru_cache(maxsize=256)
def part_named(text: str) -> re.Pattern[str] | None:
    """What a text must say to tell who has the part in a work that a question asks for (施工单位是哪家), which
    colour something is, or another particular (哪个网站); None where it asks for none."""
    if ASKS_COLOUR.search(text):
        return _COLOUR  # what a thing is like in another respect tells no colour
    found = _PART.search(text)
    if found is not None:
        return re.compile(found["part"] or found["does"] or found["did"] or found["person"] or found["chairs"])
    if told := particular_asked(text):
        return told
    if len(_ASKS_IN_ENGLISH.findall(text)) != 1:
        return None
    return next((re.compile(told) for asked, told in _PARTS_IN_ENGLISH if asked.search(text)), None)


def _money(question: Question) -> MoneyKind | None:
    """The kind of money that a question for a figure asks for; none where it asks for another figure as well, which
    stands where no money is spoken of (站台数量及预算)."""
    if question.asks >= {Ask.BUDGET, Ask.QUANTITY} and "数量" in question.text:
        return None
    if Ask.BUDGET in question.asks:
        return money_asked(question.text[question.opening :])
    return money_beside(question.text, question.asking) if question.asks & FIGURES else None
