"""The sentences of the passages that search found, in the order in which they answer the question."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from weakref import WeakKeyDictionary

from assistant.amounts import admits, amounts_given
from assistant.answering_clauses import exactness, with_agent, with_count, with_money, with_number
from assistant.asking import FIGURES, METADATA_FIELDS, Ask
from assistant.contrasts import is_of_another
from assistant.counting import counted, counts
from assistant.definitions import explained, explained_in_brackets
from assistant.limits import limit_asked
from assistant.nearby import nearness_to
from assistant.question import Question
from assistant.relevance import Candidate, Relevance
from assistant.requirements import NEEDS, Requirements, asks_day, asks_person, holds_post, is_member
from assistant.sentences import Sentence, is_frame, sentences
from assistant.series import enumerates, lists
from assistant.years import WORDS
from corpus.localities import elsewhere, localities, of_others
from corpus.types import Document, Passage
from index.glossary import renderings
from index.library import Library, opening_of
from index.terms import folded

KNOWN = 0.1
"""What it is worth as a part of the topic that a sentence counts what the question has counted (五对关系)."""
BARE = 12
"""A sentence of fewer characters is a heading or a row of a list and states little."""
ADMITTED = 0.25
"""What it is worth that a rule's condition admits the amount in the question; the same off where it does not."""
OBLIGED = 0.12
"""What it is worth that a sentence says what is to be done in a case, where the question asks what to do in one."""
LIMITED = 0.15
"""What it is worth that a sentence states a limit (最高300万元) where the question asks for one; the same off where it
states none."""
RANGED = 0.12
"""What it is worth that a sentence gives a first and a last day where the question asks for both."""
LOOKED_INTO = 12
"""How many of the best sentences are looked into clause by clause, or for what they define."""
FIGURE_TOLD, AGENT_TOLD = 0.3, 0.15
"""What it is worth that one clause speaks of the whole topic and has the number, or says who. With them the evidence
stands first for 150 instead of 143 of 171 development questions for a number, and for 139 instead of 133 of 160 for a
unit; no set loses, and half as much more of either changes nothing."""
EXACT = 0.1
"""What it is worth that a figure is of what the question names and of nothing narrower (出口, not 农产品出口)."""
DEFINED, WHOLLY_DEFINED = 0.6, 0.9
"""A sentence defines what is asked when the word it explains holds this share of the topic; where a list is asked for,
the greater one."""

MISFIT = 0.3
"""So much off for a sentence whose figures are all of another kind than the one asked for. It stays among the others:
where it is the best even so, what is asked is not stated."""
BESIDE = 0.2
"""What it is worth in a follow-up that a sentence stands beside what was cited before: of 116 development conversations
93 are right with a half or the whole of it, 91 with none, with .3 and with .4."""
PER_HEAD = 0.12
"""The same off for a figure per person or on the average where the question asks for the whole."""

# What people earn and spend is told per person alone.
_PER_HEAD = re.compile(
    r"[人户亩均]均|(?<!水)平均|每(?:人|户|亩|股|单位|[立平]方米|公里|公斤|千克|[吨度台套辆张件头])|(?<![a-z])(?:per|each|average|mean)(?![a-z])",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"(?:居民|农民|百姓|[里村]人)[^，。；？?]{0,6}(?:收入|支出|消费|挣|赚)|(?<![a-z])incomes?(?![a-z])", re.I
)
_AGENTS = frozenset({Ask.LEAD, Ask.RESPONSIBLE, Ask.PARTICIPANTS})
_QUOTATION = re.compile("“[^“”]+”")
_QUOTATION_INSIDE = re.compile('(?<=[“"])[^“”"]{2,}(?=[”"])')
# Lines of a page's head, which repeat what the document says of itself, and whom it is addressed to.
_LABEL = re.compile("标题|索引号|主题分类|发文机关|发文字号|成文日期|发布日期|主题词")
_HEAD_LINE = re.compile(f"(?:{_LABEL.pattern})[：:]")
_FRAME = re.compile(
    r"[^，。；：]{2,40}[：:]$"
    r"|[^。；：]*(?:人民政府|部委|直属机构|各单位|委员会|管委会)[：:]$|[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号?[。]?$"
)
_REASON = re.compile(r"为了?|以便|目的|旨在|从而|推动|促进|确保|意味着|需要|由于|因为|因此|有利于|是.{2,30}的需要")
_MEANS = re.compile(r"是指|指的是|即|就是|是一|近似|简称|定位|以.{2,30}为(?:核心|标志|重点|主)|包括|打造")
ROLE = re.compile(
    r"由[^，。；]{2,40}(?:承担|负责|牵头|组织|实施|核发|审批|代行|办理|受理|解释|投资|出资|运营|经营|承建|拨付|组建)|归口|牵头|负责|为[^，。；]{0,12}主管"
)
_PREFERS: dict[Ask, re.Pattern[str]] = {
    Ask.PURPOSE: _REASON,
    Ask.DEFINITION: _MEANS,
    Ask.LEAD: ROLE,
    Ask.RESPONSIBLE: ROLE,
    Ask.DEADLINE: re.compile(r"\d月|年底|年内|[前内]|有效期|截止|季度|到20\d\d"),
}
# What a question calls the number that it asks for; the sentence that gives the number need not say so.
DIMENSIONS = frozenset(
    (
        "规模",
        "水平",
        "数量",
        "总量",
        "总额",
        "金额",
        "数额",
        "数目",
        "总数",
        "目标",
        "指标",
        "程度",
        "幅度",
        "体量",
        "比例",
        "占比",
    )
)
_BOUND = frozenset(("实际", "计划", "累计"))
# A question about what is not to be done, or is left out, is answered by a sentence that denies something.
_DENIED = re.compile(
    r"不(?:用|必|需要?|能|得|可以?|准|许|应|该|属于|适用|包括|算|纳入|收)|禁止|无需|免(?:于|除|征)|除外|例外|(?<![a-z])(?:not|exempt|except)(?![a-z])"
)
_DENIES = re.compile(r"不|无需|禁止|严禁|免|除外|除.{1,30}外")
# What is to be done: 无法修复的货物，应当退运出境; 如发现…，都要立即上报; 无力维护的要坚决关停.
_ASKS_WHAT_TO_DO = re.compile(
    r"(?:怎么|咋|如何|怎样)(?:办|处理|处置|应对|整)|该(?:怎么|咋|如何)"
    r"|(?<![a-z])what (?:should|must|to do|happens)(?![a-z])",
    re.IGNORECASE,
)
_OBLIGES = re.compile(
    r"应当?(?!用|急|对|届)|必须|须(?!知)|不得|予以|(?:的|后|[，,])(?:[都也]|立即|及时)?要(?!求|素|点|闻|件)"
)
_OPEN = frozenset({Ask.CONTENT, Ask.LIST, Ask.COMPARISON})
_LISTED = re.compile(r"(?:哪些|什么|哪几[个项类种条])(?:样的)?([\u4e00-\u9fff]{2})")
_DAY = re.compile(r"\d+月\d+日|(?:19|20)\d\d年\d+月")
_WHICH_DAY = "(?:几月(?:几[号日])?|几[号日]|哪[一]?[天日月]|什么时候|何时)"
_ASKS_RANGE = re.compile(
    rf"从?{_WHICH_DAY}[^，。？?]{{0,4}}[到至]{_WHICH_DAY}|哪几天|起止|(?<![a-z])from when (?:to|until)", re.IGNORECASE
)
_RANGE = re.compile(
    r"(?:\d+[月日]|\d+[:：]\d\d)\s*(?:至|到|[-—–―～~]+)\s*(?:次?年?)\d+(?:[月日年]|[-—–―:：])|\d+\s*[-—–―～~]+\s*\d+[月日]"
)
_CLASSIFIER = re.compile("(?:多少|几)([座家项条名位款支批辆台所艘架场期户栋幢间处片口株只件部套趟列])(?!区)")
_BY_YEAR = re.compile(r"到(20\d\d)年?|(?<![a-z])by (?:the end of )?(20\d\d)", re.IGNORECASE)
_COUNTED = re.compile(r"[两二三四五六七八九十][大个项件条类种对张点步]?[\u4e00-\u9fff]{2}")
# What a document says of itself (本细则自…起施行) it says of what its title names.
_OF_ITSELF = re.compile(
    r"(?:本|上述|以上|该)(?:规定|办法|条例|细则|措施|意见|通知|方案|政策|规则|规划|计划|决定|制度|标准|指南|通告|公告|规程|章程)"
    r"(?:由|自|的|从|适用|有效|与|及|印发|发布|试行|施行|实施|贯彻|落实)"
)
# Who is responsible is no part of what a sentence says: 财政局 in its bracket makes it no sentence on 财政收入.
_OWNERS = re.compile(r"[（(](?:责任|牵头|负责|配合|参加|承办)(?:单位|部门)?[：:][^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the share of the topic it speaks of (`topical`) and that share plus what makes it an answer.

    `figure` is the greatest share that one clause with a number speaks of; 1 where no number is asked for. `agent` is
    that of a clause that says who; 0 where nobody is asked for. `years` are
    those of the question that the sentence speaks of, where a number is asked for."""

    sentence: Sentence
    topical: float
    score: float
    candidate: Candidate
    figure: float = 1.0
    agent: float = 0.0
    years: tuple[str, ...] = ()


def rank_sentences(
    question: Question,
    relevance: Relevance,
    passages: Iterable[tuple[Passage, float]],
    document: Callable[[str], Document],
) -> list[Found]:
    """The sentences of `passages` (each with the score by which it was found) that can answer the question, best first.

    Left out is a sentence that lacks what the question needs (a number, a date, a unit with its role), and one of
    another province or city than the question names.
    """
    relevance = told_of(question, relevance)
    requirements = Requirements.of(question)
    where = localities_asked(question)
    bonus = _Bonus.of(question, requirements)
    figures, asked = bool(question.asks & FIGURES), question.text[question.opening :]
    framed = bool(question.asks & METADATA_FIELDS) or bool(_LABEL.search(question.text))
    needs_value = bool(question.asks & NEEDS.keys())
    able: list[tuple[Sentence, float, float, tuple[str, ...]]] = []
    candidates: list[Candidate] = []
    for passage, found_by in passages:
        source = document(passage.document_id)
        headings = " ".join((*passage.section, passage.speaker or ""))
        head = head_of(source)
        others = of_others(where, head)
        about = source.metadata
        for sentence, told, surrounds in _statements(passage, source.text, about.title, about.issuer or ""):
            text = sentence.text
            if others and elsewhere(where, head, headings, text):
                continue
            if needs_value and text.endswith(("？", "?")):
                continue  # what the text asks tells no value
            if figures and is_of_another(asked, text, headings):
                continue
            if surrounds and not framed:
                continue
            above = f"{headings} {sentence.opening}" if sentence.opening else headings
            if not requirements.met(text, above, source, sentence.span.start):
                continue
            extra = bonus.worth(text, headings)
            if question.last_cited:
                extra += BESIDE * nearness_to(question.last_cited, passage.document_id, sentence.span)
            candidates.append(Candidate(told, above, head, sentence.before, found_by))
            years = requirements.years(text, headings, source, sentence.span.start)
            able.append((sentence, KNOWN * bonus.knows(text), extra, years))
    totals = [score.total for score in relevance.scores(candidates)]
    ranked = [
        Found(sentence, known + total, extra + total, candidate, years=years)
        for (sentence, known, extra, years), candidate, total in zip(able, candidates, totals, strict=True)
    ]
    ranked.sort(key=_best_first)
    return sorted(_looked_into(question, relevance, ranked), key=_best_first)


@lru_cache(maxsize=4096)
def _statements(
    passage: Passage, document_text: str, title: str, issuer: str
) -> tuple[tuple[Sentence, str, bool], ...]:
    """The sentences of a passage that may state something, each with what it says, who is responsible left out, and
    whether it belongs to what surrounds the document of this title and issuer."""
    found = []
    for sentence in sentences(passage, document_text):
        text = sentence.text
        if passage.cell is None and "\t" in text:
            continue  # the names of a table's columns say nothing
        told = _OWNERS.sub("", text)
        if _OF_ITSELF.search(text):
            told = f"{told} {title}"
        found.append((sentence, told, bool(_HEAD_LINE.match(text)) or is_frame(text, title, issuer)))
    return tuple(found)


def told_of(question: Question, relevance: Relevance) -> Relevance:
    """The topic without what a number is called (规模) and without years that are meant (去年), where one is asked."""
    return relevance.without(DIMENSIONS | WORDS) if question.asks & FIGURES else relevance


def without_years(question: Question, relevance: Relevance) -> Relevance:
    """`told_of` without years and words such as 实际, which bind the sentence (requirements.py), for a number."""
    told = told_of(question, relevance)
    bound = {term.word for term in told.terms if term.word in _BOUND or re.fullmatch(r"(?:19|20)\d\d", term.word)}
    return told.without(frozenset(bound)) if question.asks & FIGURES else told


def _best_first(found: Found) -> float:
    return -found.score


@dataclass(frozen=True, slots=True)
class _Bonus:
    """What makes a sentence an answer to one question, beyond speaking of its topic: `preferred` is how such answers
    are worded, `names` are those of the units that are asked about, `quotations` what is
    quoted, `known` says how many things there are as the question does, and `counted` are these things in its words,
    `listed` the nouns after 哪些 (哪些材料), `given` the amounts of the asker's own case, `limit` states the limit that
    is asked for, `measured` a number of what 多少 counts (座), `by_years` are the years that something is to be reached
    by, as documents write them (到2027年). The others say of the question what their names do."""

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
    measured: re.Pattern[str] | None
    by_years: tuple[str, ...]
    of_all: bool
    asks_day: bool
    asks_range: bool
    asks_what_to_do: bool
    denies_something: bool
    asks_person: bool

    @classmethod
    def of(cls, question: Question, requirements: Requirements) -> _Bonus:
        """That of a question."""
        asks, text = question.asks, question.text
        number = counted(text) if asks & {Ask.LIST, Ask.COUNT, Ask.DEFINITION} else None
        measure_words = _CLASSIFIER.findall(text)
        return cls(
            text,
            requirements,
            tuple(pattern for ask, pattern in _PREFERS.items() if ask in asks),
            tuple(name for bound in question.units for name in bound.names),
            tuple(_QUOTATION.findall(text[question.opening :])),
            counts(number) if number is not None else None,
            tuple(match.group() for match in _COUNTED.finditer(text)),
            tuple(_LISTED.findall(text)) if Ask.LIST in asks else None,
            amounts_given(text),
            limit_asked(text) if asks & FIGURES else None,
            re.compile(rf"[\d一二两三四五六七八九十百千万亿多余]\s*{measure_words[0]}") if measure_words else None,
            tuple(f"到{year}年" for pair in _BY_YEAR.findall(text) for year in pair if year),
            bool(asks & FIGURES) and not _told_per_head(text),
            Ask.DEADLINE in asks and asks_day(text),
            Ask.DEADLINE in asks and bool(_ASKS_RANGE.search(text)),
            asks <= _OPEN and bool(_ASKS_WHAT_TO_DO.search(text)),
            bool(_DENIED.search(text)),
            asks_person(text),
        )

    def knows(self, text: str) -> bool:
        """Whether a sentence gives the number of things that the question knows already."""
        return self.known is not None and bool(self.known.search(text))

    def worth(self, text: str, headings: str) -> float:
        """The sum of what speaks for a sentence under these headings and against it."""
        bonus = 0.06 * sum(bool(pattern.search(text)) for pattern in self.preferred)
        bonus += 0.25 * any(holds_post(text, post, self.text) for post in self.requirements.posts)
        bonus += 0.1 * bool(self.requirements.measure)
        bonus += 0.15 * any(name in text for name in self.names)
        bonus += 0.1 * any(_quotes(text + headings, quotation) for quotation in self.quotations)
        if self.knows(text):
            bonus += 0.2
            bonus += 0.1 * any(words in text for words in self.counted)
        if self.listed is not None:
            bonus += 0.08 * enumerates(text)
            bonus += 0.15 * any(lists(text, noun) for noun in self.listed)
        bonus += ADMITTED * admits(text, self.given)
        if not self.requirements.fits(text):
            bonus -= MISFIT
        if self.limit:
            bonus += LIMITED if self.limit.search(text) else -LIMITED
        if self.measured and self.measured.search(text):
            bonus += 0.1
        if any(year in text for year in self.by_years):
            bonus += 0.08
        if self.of_all and _PER_HEAD.search(text):
            bonus -= PER_HEAD  # the figure of one is not that of all: 人均地区生产总值
        if self.asks_day and _DAY.search(text):
            bonus += 0.05  # rather than a season
        if self.asks_range and _RANGE.search(text):
            bonus += RANGED
        if self.asks_what_to_do and _OBLIGES.search(text):
            bonus += OBLIGED
        if self.denies_something:
            bonus += 0.08 * bool(_DENIES.search(text))
        if self.asks_person and is_member(text):
            bonus += 0.15
        elif len(text) < BARE and not self.requirements.posts:
            bonus -= 0.1
        if _FRAME.match(text):
            bonus -= 0.3
        return bonus


def _looked_into(question: Question, relevance: Relevance, ranked: list[Found]) -> list[Found]:
    """`ranked` with the best sentences judged once more: by the clause that has the number or says who where that is
    asked for, by the word that they explain where a definition is."""
    best, others = ranked[:LOOKED_INTO], ranked[LOOKED_INTO:]
    if question.asks & FIGURES:
        words = [form for term in relevance.terms for form, _ in term.forms]
        best = [replace(one, score=one.score + EXACT * _exactness(one.sentence.text, words)) for one in best]
        counting = with_count if Ask.COUNT in question.asks else with_number
        clauses_of = with_money if Ask.BUDGET in question.asks else counting
        figures = zip(best, _shares(best, clauses_of, relevance), strict=True)
        best = [replace(one, score=one.score + FIGURE_TOLD * figure, figure=figure) for one, figure in figures]
    if question.asks & _AGENTS:
        agents = zip(best, _shares(best, with_agent, relevance), strict=True)
        best = [replace(one, score=one.score + AGENT_TOLD * agent, agent=agent) for one, agent in agents]
    if question.asks & {Ask.DEFINITION, Ask.LIST} and not question.asks & FIGURES:
        meant = Ask.DEFINITION in question.asks
        judged = (*best, *others)
        told = [defines(one, relevance, question.text, meant=meant) for one in judged]
        return [replace(one, score=one.score + 0.3 * each) for one, each in zip(judged, told, strict=True)]
    return best + others


def _exactness(text: str, words: Sequence[str]) -> float:
    """How exactly the words of a question name what a figure of a sentence is of."""
    return max((exactness(clause, words) for clause in with_number(text)), default=0.0)


def _shares(found: Sequence[Found], clauses_of: Callable[[str], list[str]], relevance: Relevance) -> list[float]:
    """For each sentence the greatest share of the topic that one of these clauses of it speaks of."""
    clauses = [clauses_of(one.sentence.text) for one in found]
    candidates = [
        replace(one.candidate, text=clause, before="")
        for one, within in zip(found, clauses, strict=True)
        for clause in within
    ]
    shares = iter(relevance.shares(candidates))
    return [max(islice(shares, len(within)), default=0.0) for within in clauses]


def defines(found: Found, relevance: Relevance, asked: str, *, meant: bool) -> bool:
    """Whether a sentence explains what is asked about: a definition is `meant`, or a list of a thing's parts."""
    share = DEFINED if meant else WHOLLY_DEFINED
    if defines_quoted(found.sentence.text, asked):
        return True
    terms = explained(found.sentence.text, named=meant)
    if not terms:
        return False
    if meant and any(folded(term) in folded(asked) for term in terms):
        return True
    own = relevance.within(found.candidate.title)
    candidates = [Candidate(term) for term in terms]
    return max((own if own.terms else relevance).shares(candidates)) >= share


def defines_quoted(text: str, asked: str) -> bool:
    """Whether a sentence explains a word that the question has in quotation marks."""
    names = [name for name in _QUOTATION_INSIDE.findall(asked) if folded(name) in folded(text)]
    if not names:
        return False
    terms = {folded(term) for term in explained(text)}
    return any(folded(name) in terms or explained_in_brackets(text, name) for name in names)


@lru_cache(maxsize=256)
def _told_per_head(question: str) -> bool:
    """Whether what a question asks for is told per person, household or mu."""
    return bool(_PER_HEAD.search(question) or _OF_PEOPLE.search(question))


def localities_asked(question: Question) -> frozenset[str]:
    """The provinces and cities that a question names, in either language."""
    return _localities_in(question.text)


@lru_cache(maxsize=256)
def _localities_in(question: str) -> frozenset[str]:
    return localities(question) | localities(" ".join(term for term, _ in renderings(question)))


@lru_cache(maxsize=20_000)
def _head(title: str, issuer: str, opening: str) -> str:
    return f"{title} {issuer} {opening}"


def head_of(document: Document) -> str:
    """What a document says it is about: its title, its issuers, its first lines and the places it is of."""
    return _head(document.metadata.title, document.metadata.issuer or "", opening_of(document))


def heads_of(document_ids: Collection[str], library: Library) -> dict[str, str]:
    """`head_of` of these documents, by id, without reading them again."""
    known = _HEADS.setdefault(library, {})
    if missing := [name for name in document_ids if name not in known]:
        openings = library.openings(missing)
        about = {name: library.summary(name) for name in missing}
        # A document that was removed since the library was opened has no lines any more; its records are still there.
        known |= {name: _head(each.title, each.issuer or "", openings.get(name, "")) for name, each in about.items()}
    return {name: known[name] for name in document_ids}


_HEADS: WeakKeyDictionary[Library, dict[str, str]] = WeakKeyDictionary()


def _quotes(text: str, quotation: str) -> bool:
    """Whether a text holds a quotation; a short one only in quotation marks as well."""
    return folded(quotation) in folded(text) or (len(quotation) > 4 and folded(quotation[1:-1]) in folded(text))
