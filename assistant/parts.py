"""Whether what was found answers a part of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.answering_clauses import with_number, without_owners
from assistant.language.changes import change_asked, is_change, is_each, tells_change, tells_each
from assistant.language.contrasts import is_of_another
from assistant.language.figure_kinds import has_figures, kind_asked
from assistant.language.limits import only_limits
from assistant.language.money import asks_who_pays
from assistant.language.numbering import without_references
from assistant.language.validity import VALID_UNTIL, asks_replaced, says_in_force, says_replaced
from assistant.language.years import aims, asks_aim, asks_past, names_year, without_year_asked
from assistant.matching.dimensions import DIMENSIONS, told_of
from assistant.matching.focus import asked_share
from assistant.matching.heads import head_of
from assistant.matching.needs import needed
from assistant.matching.preferences import ROLE
from assistant.matching.relevance import UNMET, Candidate, Relevance
from assistant.matching.requirements import Requirements, part_named
from assistant.questions.asking import FIGURES, METADATA_FIELDS, Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Document
from index.library import Library

OWN = 0.3
"""What answers a later part speaks of this share of the words that the part has of its own: below it, 81% of the
development questions of several parts are right as before, and of what they cite 4 in 100 more is evidence."""
SAME = 0.6
"""What answers a later part elsewhere than the first is of the same thing when it speaks of this share of its topic."""
FIGURE_ASKED = 0.5
"""A number answers the first of several parts when its sentence speaks of this share of what that part asks for."""
NAMED = 0.6
"""A clause with a number gives the figure of one of several things when it speaks of this share of its name."""
WRITTEN = 0.9
"""A word stands in a clause itself or in the official word for it: what is near is another thing (海水淡化, 再生水)."""
TOLD = 0.76
"""A word of a later part stands in what answers another one: written, not near in meaning (铁路, 公路)."""
UNTOLD = 0.4
"""English words of a part that asks for money weigh so much more than those that a quote has, and it tells not that
money: a word may be rendered in another sense, so that only several of them, or a telling one, count."""

_ASKS_TERM = re.compile(
    "几(?:天|日|个(?:工作日|月|小时))(?:之?内|以内)"
    r"|(?<![a-z])(?:within|in) how many (?:(?:working|business|calendar|full) )?(?:days|months|hours|weeks)(?![a-z])",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)个?(?:工作)?(?:日|天|月|小时)(?:之?内|以内)")
_INCOMING = re.compile("请示|来文|来函|报告|申请|(?<![A-Za-z])(?:requests?|applications?)(?![A-Za-z])", re.IGNORECASE)
_RESPONSIBLE = re.compile("责任|负责|牵头|主办|承办|(?<![a-z])(?:responsible|leads?|in charge)(?![a-z])", re.IGNORECASE)
_NUMBERED = re.compile("〔\\d{4}〕\\s*\\d+号")


_MONTH_BEFORE = re.compile("环比|上月|上季")
# The figure once more, as somebody gave it: 主任发言时报的数是多少.
_A_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万亿几]")
_REPORTED = re.compile(
    r"[\u4e00-\u9fff]{0,12}?(?:报|说|讲|提到?|给|写|公布|通报|介绍|公开)(?:出|的|过)*(?:数字?|数据|数目|数值)(?:又|到底|究竟)?(?:是|为)?(?:多少|几)[？?。]*"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What an answer quotes: a text under `headings` of `document`."""

    text: str
    headings: str
    document: Document
    at: int = -1
    """Where it stands in the document, -1: unknown."""


def speaks_of(part: Question, draft: Draft, quotes: Sequence[Quoted], relevance: Relevance, stated: float) -> bool:
    """Whether an answer to the whole question, which quotes `quotes`, gives what this part of it asks for: one of them
    could answer it, and together they speak of at least the share `stated` of what a later part names."""
    if draft.status == "not_found":
        return False
    together = " ".join(quote.text for quote in quotes)
    if part.asks & METADATA_FIELDS:
        # The number of what a document answers to stands in its text; its own stands in its head.
        return part.asks == {Ask.DOCUMENT_NUMBER} and bool(_INCOMING.search(part.text) and _NUMBERED.search(together))
    if asks_replaced(part.text[part.opening :]):
        return any(says_replaced(quote.text) for quote in quotes)
    if part.topic.endswith(VALID_UNTIL):
        return any(says_in_force(quote.text) for quote in quotes)
    if part.record_asks and draft.tasks and not asks_who_pays(part.text[part.opening :]):
        role = part_named(part.text[part.opening :])
        return role is None or bool(role.search(together))
    able = answering(part, quotes)
    if not able:
        return False
    if part.asks <= FIGURES:
        able, together = [_of_figures(quote) for quote in able], without_owners(together)
    if part.asks <= FIGURES and not part.text.startswith("“"):
        # Some number stands in nearly every sentence: it has to be of what stands beside the question word.
        told = (asked_share(part, relevance, Candidate(quote.text, quote.headings)) for quote in able)
        if max(told) < FIGURE_ASKED:
            return False
    # The first part's topic is the question's own; a later one names what else the quotes must speak of.
    # 哪天作的 and 金额多少 name nothing.
    named = any(len(term.word) > 1 and term.word not in DIMENSIONS for term in relevance.terms)
    asked_of = told_of(part, relevance, of_any_year=True)
    return not (part.inherited and named) or asked_of.score(Candidate(together)).coverage >= stated


def _of_figures(quote: Quoted) -> Quoted:
    """A quote as it speaks of its figures: who is responsible for the work (责任单位：崂山区政府) pays or has none of
    them for that."""
    return replace(quote, text=without_owners(quote.text))


def answering(part: Question, quotes: Sequence[Quoted]) -> list[Quoted]:
    """The quotes that have what an answer to this part needs: a number of its measure, a date, a body."""
    requirements = Requirements.of(part)
    able = [
        quote
        for quote in quotes
        if requirements.met(quote.text, quote.headings, quote.document, quote.at) and requirements.fits(quote.text)
    ]
    if part.asks <= FIGURES:
        asked = part.text[part.opening :]
        able = [quote for quote in able if not is_of_another(asked, quote.text, quote.headings)]
    if part.asks <= {Ask.RESPONSIBLE, Ask.LEAD} and _RESPONSIBLE.search(part.text[part.opening :]):
        # Some body or other is named nearly everywhere; who is responsible is said in words.
        able = [quote for quote in able if ROLE.search(quote.text)]
    return able


class PartJudge:
    """Judges whether what was found answers a part of a question."""

    def __init__(self, library: Library, stated: float) -> None:
        """`stated` is the share of what a part names that its answer must speak of."""
        self._library, self._stated = library, stated

    def speaks_of(self, part: Question, draft: Draft) -> bool:
        """Whether an answer gives what this part asks for, too."""
        return speaks_of(part, draft, self._quotes(draft), Relevance(part.topic, self._library), self._stated)

    def has_as_many(self, parts: Sequence[Question], draft: Draft) -> bool:
        """Whether an answer has a value for each of the parts that ask for figures of one kind: two areas for two."""
        kinds = [kind_asked(part.text[part.opening :]) for part in parts if part.asks == {Ask.QUANTITY}]
        together = " ".join(without_references(quote.text) for quote in self._quotes(draft))
        return draft.status == "not_found" or bool(draft.tasks) or len(kinds) < 2 or has_figures(together, kinds)

    def on_topic(self, part: Question, draft: Draft) -> bool:
        """Whether an answer speaks of what this part names."""
        together = " ".join(quote.text for quote in self._quotes(draft))
        return Relevance(part.topic, self._library).score(Candidate(together)).coverage >= self._stated

    def goes_on(self, asked: Question, draft: Draft) -> bool:
        """Whether an answer speaks of what a follow-up names together with what it was asked of."""
        together = " ".join(quote.text for quote in self._quotes(draft))
        relevance = Relevance(asked.topic, self._library, inherited=asked.inherited)
        return relevance.score(Candidate(together)).coverage >= self._stated

    def names_none_of(self, named: str, draft: Draft) -> bool:
        """Whether an answer has nothing near to what is `named`: to its weightiest word, years, numbers that none
        has, single characters and English words apart that are no names."""
        words = [
            term
            for term in Relevance(named, self._library).terms
            if len(term.word) > 1 and term.named and term.word not in DIMENSIONS and not names_year(term.word)
            if term.used or not _A_NUMBER.match(term.word)
        ]
        if not words:
            return False
        relevance = Relevance(max(words, key=lambda term: term.weight).word, self._library)
        candidates = [Candidate(quote.text, quote.headings, head_of(quote.document)) for quote in self._quotes(draft)]
        return all(max(matches) < UNMET for matches in relevance.matches_of(candidates) if matches)

    def of_the_same(self, part: Question, about: str, draft: Draft, first: Draft) -> bool:
        """Whether what answers a later part is said of what the first part is `about` (it stands where the first answer
        stands, or it speaks of the first part's topic) and has what the part asks for."""
        quotes = self._quotes(draft)
        role = part_named(part.text[part.opening :]) if draft.tasks else None
        if role is not None and not any(role.search(quote.text) for quote in quotes):
            return False  # who answers for a task is not who checks it in the end
        if not draft.tasks and not part.asks & METADATA_FIELDS and not answering(part, quotes):
            return False
        if not draft.tasks and not self._speaks_of_own(part, quotes):
            return False
        if draft.tasks and part.inherited and self.on_topic(part, draft):
            return True  # another task, asked for by its name
        places = {(one.document_id, one.section) for each in first.statements for one in each.evidence}
        # What fell beside it in the same section is another thing.
        anything = _only_change(part.text[part.opening :], Relevance(part.topic, self._library))
        if not anything and any(
            (one.document_id, one.section) in places for each in draft.statements for one in each.evidence
        ):
            return True
        candidates = [Candidate(quote.text, quote.headings, head_of(quote.document)) for quote in quotes]
        # The same in another year is the same thing.
        thing = without_year_asked(about) if names_year(part.text) else about
        scores = Relevance(thing or about, self._library).without(DIMENSIONS).scores(candidates)
        return max((score.coverage for score in scores), default=1.0) >= SAME

    def figured_of(self, thing: str, part: Question, draft: Draft) -> bool:
        """Whether an answer that was found for something else has a clause with a figure of this `thing`, too, and can
        answer the `part` that asks for it."""
        if not part.asks <= FIGURES | {Ask.FREQUENCY, Ask.COMPARISON} or not part.asks & (FIGURES | {Ask.FREQUENCY}):
            return False
        asked = Relevance(thing, self._library)
        for quote in answering(part, self._quotes(draft)):
            own = asked.within(head_of(quote.document))
            own = own if own.terms else asked
            for clause in with_number(without_references(quote.text)):
                named = zip(own.terms, own.matches(Candidate(clause)), strict=True)
                told = sum(term.weight for term, match in named if match >= WRITTEN)
                if told >= NAMED * sum(term.weight for term in own.terms) > 0:
                    return True
        return False

    def told_with(self, parts: Sequence[Question], drafts: Sequence[Draft]) -> bool:
        """Whether one of `drafts`, which answer `parts` and others, gives the last part in other words than it is asked
        in: a quote has as many values of its kind as are asked for, and nothing that the part names stands elsewhere.

        问题29个，其中已整改12个 tells how many are fixed, whatever the asker calls it."""
        part = parts[-1]
        if not part.asks <= FIGURES | {Ask.DEADLINE}:
            return False
        quotes = [quote for draft in drafts if draft.status != "not_found" for quote in self._shown(draft)]
        relevance = Relevance(part.topic, self._library)
        own = part.text[part.opening :]
        kinds = [kind_asked(one.text[one.opening :]) for one in parts if one.asks & FIGURES]
        times = sum(Ask.DEADLINE in one.asks for one in parts)
        terms = sum(Ask.DEADLINE in one.asks or bool(_ASKS_TERM.search(one.text[one.opening :])) for one in parts)
        for quote in answering(part, quotes):
            text = without_references(quote.text)
            if _ASKS_TERM.search(own) and len(_TERM.findall(text)) == terms:
                return True  # 几天内要答复 asks for the only term that is set
            if part.asks <= FIGURES and (_REPORTED.fullmatch(own) or _as_its_words_say(own, relevance, text)):
                return True
            if _only_change(own, relevance):
                continue
            matches = relevance.matches(Candidate(quote.text, quote.headings))
            named = zip(relevance.terms, matches, strict=True)
            told = [(one, match >= TOLD) for one, match in named if one.used and len(one.word) > 1]
            if any(one.named and not held for one, held in told):
                continue
            untold = sum(one.weight * (-1 if held else 1) for one, held in told if not one.named)
            if untold >= UNTOLD and (kinds[-1:] == ["money"] or Ask.BUDGET in part.asks):
                continue  # what each of them receives is not what all of it costs
            if only_limits(own, text) or (asks_past(own) and aims(text)) or (asks_aim(own) and not aims(text)):
                continue  # what is aimed at is not what was reached
            if part.asks & FIGURES and not has_figures(text, kinds):
                continue
            if Ask.DEADLINE in part.asks and len(needed(Ask.DEADLINE, own).findall(text)) < times:
                continue
            return True
        return False

    def _speaks_of_own(self, part: Question, quotes: Sequence[Quoted]) -> bool:
        """Whether what is quoted speaks of the words that a later part has of its own, as far as it has any."""
        own = Relevance(part.topic, self._library)
        if not (part.inherited and own.terms and quotes):
            return True
        if part.asks <= FIGURES:
            quotes = [_of_figures(quote) for quote in quotes]
        together = Candidate(" ".join(quote.text for quote in quotes))
        told = [together, *(Candidate(quote.text, quote.headings) for quote in quotes)]
        if part.asks <= FIGURES and all(max(own.matches(one)) < UNMET for one in told):
            return False  # what the city pays is near what a district pays, and is not that
        return max(own.shares(told)) >= OWN

    def _shown(self, draft: Draft) -> list[Quoted]:
        """What an answer shows of its quotes: of a row its own words for it, which may be fewer."""
        quotes = self._quotes(draft)
        if not draft.tasks:
            return quotes
        told = [statement for statement in draft.statements if statement.evidence]
        return [replace(quote, text=statement.text) for statement, quote in zip(told, quotes, strict=False)]

    def _quotes(self, draft: Draft) -> list[Quoted]:
        found = [(evidence, one) for one in draft.statements for evidence in one.evidence]
        documents = [self._library.document(evidence.document_id) for evidence, _ in found]
        return [
            Quoted(
                # Of a row of figures no more is told than the cells that the answer gives.
                one.text if one.values and not draft.tasks and _of_cells(one) else evidence.span.of(document.text),
                " ".join((*evidence.section, self._speaker(evidence))),
                document,
                evidence.span.start,
            )
            for (evidence, one), document in zip(found, documents, strict=True)
        ]

    def _speaker(self, evidence: Evidence) -> str:
        """Who gives the speech that a quote is from; empty where it is from none."""
        outline = self._library.sections(evidence.document_id)
        at = evidence.span.start
        around = [one.speaker for one in outline if one.speaker and one.span.start <= at < one.span.end]
        return around[-1] if around else ""


def _of_cells(statement: Statement) -> bool:
    """Whether a statement gives some cells of a table."""
    return statement.evidence[0].cell is not None


def _as_its_words_say(own: str, relevance: Relevance, text: str) -> bool:
    """Whether a part of a question asks by its `own` words for no more than a change, or what each is, and a text tells
    that: 同比减少多少 is told by 低于去年同期1260万美元."""
    change = change_asked(own)
    if change and _only_change(own, relevance):
        return tells_change(text, change) and ("环比" not in own or bool(_MONTH_BEFORE.search(text)))
    words = [term.word for term in relevance.terms if term.word not in DIMENSIONS]
    return len(words) == 1 and is_each(words[0]) and tells_each(text, words[0])


def _only_change(own: str, relevance: Relevance) -> bool:
    """Whether a part of a question names nothing of its `own` but that something changed (增幅多少)."""
    return change_asked(own) is not None and all(
        is_change(term.word) for term in relevance.terms if term.word not in DIMENSIONS
    )
