"""Which enumeration of a document answers a question for a list or a count.

All that a document enumerates competes: the headings under a heading, the numbered items of a text with the sentence
that announces them, headings that are called what the question lists (四大创新). What announces an enumeration must
speak of what the question names beyond the document, and of all of it about as much as the best sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.enumeration_offers import (
    COUNTED,
    NAMED,
    Offer,
    offers_of,
    text_of,
)
from assistant.answers.enumeration_rivals import (
    counts_and_lists,
    lists_or_counts,
    name_in,
    names_one_of,
    names_them,
    said_beyond_title,
    without_title,
)
from assistant.answers.enumerations import Item, Series
from assistant.answers.enumerations_compared import TELLING, candidate_of_series, is_headed
from assistant.answers.items_of_place import of_one_place
from assistant.answers.outline_answers import Enumeration
from assistant.answers.table_by_number import table_by_number
from assistant.answers.tables_together import of_tables_together
from assistant.language.cases import asks_case, lists_cases
from assistant.language.counting import counted, number_words
from assistant.language.done_with_listed import done_with
from assistant.language.kinds_told import asks_kinds, tells_kinds
from assistant.language.listed_things import counts_so_many, listed_things, number_told
from assistant.language.rules_asked import asks_denied, denies
from assistant.matching.jurisdictions import localities_asked, place_words
from assistant.matching.ranking import Found, defines
from assistant.matching.relevance import HELD, Candidate, Relevance
from assistant.matching.thresholds import HEADING
from assistant.questions.asking import Ask
from assistant.questions.question import OPEN_ASKS, Question
from corpus.localities import localities
from corpus.types import Passage, Span
from index.library import Library

TOLD, TOLD_OF_COUNT = 0.6, 0.55
"""What announces an enumeration speaks of this share of the topic (context counted); of the lesser one where the
question knows how many items there are, and so many there are."""
BEHIND, BEHIND_OF_HEADING, BEHIND_OF_COUNT = 0.1, 0.2, 0.3
"""By so much less than the best sentence that lists or counts things itself; than the best one of all; than that where
there are as many items as the question says."""
TOLD_OF_NAMED = 0.4
"""So many items that are called what the question counts need no more of the topic."""
_ASKING_VERB = re.compile("([\u4e00-\u9fff]{2})[了出过]?(?:哪[些几]|什么)")
# What a paper does with what it lists says nothing of what that is: 部署了几大行动.
_SETS_OUT = re.compile(
    "(部署|提出|明确|安排|设定|规定|列出|制定|确定|推出|包含|涉及|涵盖|梳理|设置|罗列|谋划)[了出过着]*(?:哪|几|多少|什么)"
)
_DENIED_ITEM = re.compile("不[得能予可准许应宜]|禁止|严禁|不适用|除外|免[于除征]|取消|撤销|未")
# What says of the things on a list that they stand on it: 江苏入选几个.
_STAND_ON_IT = frozenset({"入选", "上榜", "当选", "入围", "获选", "登榜", "上了榜", "榜上有名", "来自", "出自", "属于"})
_LEVELS = re.compile("(?<![第这那哪前后])几个?(?P<level>等级|[级档类阶批层]|步(?!骤)|环(?!节))")
_PROCEDURE = re.compile("程序|流程|步骤|环节")
_OF_THEM = re.compile(r"其中(?:有)?(?:多少|几)|(?<![a-z])how many of (?!the following)", re.IGNORECASE)
TOLD_OF_PLACE = 0.35
"""What announces a list of which the items of one place are asked for speaks of this share of the topic."""
NAMED_BY_TITLE = 0.1
"""Less than this of what the title does not tell, and nothing but the document is named."""
RIVALS = 5
"""So many of the best sentences are looked at beside what is enumerated."""
DEFINING = 3
"""What one of so many of the best sentences defines is told by it and not by a list."""
UNSAID, POINTING = 0.45, 0.12
"""A word that has so much of the topic's weight is not met above the items where it is met there to no more than this;
the item that has it alone is what the question points at."""


def chosen_enumeration(
    question: Question,
    relevance: Relevance,
    passages: Sequence[Passage],
    ranked: Sequence[Found],
    library: Library,
) -> Enumeration | None:
    """The enumeration that is asked for; None where none is, where a sentence speaks more of the topic, or where the
    question says how many items there are and none has as many."""
    own_words = question.text[question.opening :]
    known = counted(own_words)
    others = question.asks - OPEN_ASKS
    if Ask.LIST not in question.asks and (others or not (known or Ask.COUNT in question.asks)):
        return None
    # What a word means is said by a sentence, unless it is a number of things.
    if Ask.DEFINITION in question.asks and not known:
        return None
    if not known and any(_tells_itself(one, relevance, question) for one in ranked[:DEFINING]):
        return None
    if asks_kinds(own_words) and any(tells_kinds(own_words, one.sentence.text) for one in ranked[:RIVALS]):
        return None
    things = listed_things(own_words)
    done = done_with(form for thing in things for form in thing.forms)
    relevance = relevance.without(_asking_verbs(own_words, relevance) | _STAND_ON_IT | done)
    told_of = relevance.without(number_words(known)) if known else relevance
    offers = offers_of(question, told_of, passages, library, things, known)
    if known is not None:
        called = any(thing.number == known for thing in things)
        # Another number of things is not what it asks for.
        offers = [one for one in offers if one.so_many and (not called or one.called or one.own >= HEADING)]
    if asks_denied(own_words) and any(denies(one.sentence.text) for one in ranked[:RIVALS]):
        offers = [one for one in offers if _is_denied(one.series)]
    if asks_case(own_words):
        offers = [one for one in offers if lists_cases(one.series.label)]
    offers = _without_things(offers)
    if not offers:
        return None
    if not things and (done_so := _announced_by(_ASKING_VERB.findall(own_words), offers)) is not None:
        return _enumeration(done_so)
    if (by_number := table_by_number(own_words, offers)) is not None:
        return _enumeration(by_number)
    shares = relevance.shares([one.candidate for one in ranked[:RIVALS]])
    best = max(shares, default=0.0)
    if known is not None and any(
        counts_and_lists(one.sentence.text, known, things) or number_told(one.sentence.text, things) == known
        for one in ranked[:RIVALS]
    ):
        # 公示制度、全过程记录制度、法制审核制度（以下统称“三项制度”）says it all, 梳理了三张作战图。 announces it.
        offers = [one for one in offers if one.called >= COUNTED]
    able = [one.sentence for one in ranked[:RIVALS] if lists_or_counts(one.sentence.text, things, question)]
    if known is None:
        # A sentence that counts as many as are listed and called so says the same: 围绕11条标志性产业链.
        listed = {len(one.series.items) for one in offers if one.called >= NAMED}
        able = [one for one in able if not any(counts_so_many(one.text, number, things) for number in listed)]
    told_of.look_through([without_title(one) for one in able])
    said = [(said_beyond_title(one, told_of, library), names_one_of(one, things)) for one in able]
    rival, rival_under_name, rival_of_name = (
        max((share for share, names in said if names >= least), default=0.0) for least in (0, 1, 2)
    )
    # What is headed by what the question lists, or called so, stands against what calls it so.
    answering = [
        one
        for one in offers
        if _answers(
            one,
            best,
            rival_of_name if one.called >= NAMED else rival_under_name if is_headed(one.series, things) else rival,
        )
    ]
    if known is None and ranked and (named := name_in(ranked[0].sentence.text, things)):
        # What the best sentence calls as the question does (手续) is no list that has the word nowhere.
        answering = [one for one in answering if one.called or one.share >= best or named in text_of(one.series)]
    if known is None and things and Ask.LIST not in question.asks:
        # What is counted without being called so is another thing: how many people were killed.
        answering = [one for one in answering if one.called]
    if (level := _LEVELS.search(own_words)) and Ask.LIST not in question.asks:
        # What is parted into levels is no list of anything else: 古树分几级.
        answering = [one for one in answering if _is_of_levels(one.series, level["level"])]
    if _OF_THEM.search(own_words) and Ask.LIST not in question.asks:
        answering = []  # how many of them is no number of all of them
    if others:
        answering = [one for one in answering if one.so_many or one.own >= HEADING]
    told = max(answering, key=lambda one: one.worth, default=None)
    if told and known is None and ranked and shares[0] >= told.share and names_them(ranked[0].sentence.text, things):
        return None  # 做强轻奢、药妆等类目, of the very thing, is the list; that of which it is an item is none of them
    if known is None:
        where = localities_asked(question)
        if not any(where.isdisjoint(localities(term.word)) for term in told_of.terms):
            offers = []  # nothing but the place is named
        of_place = _of_places(question, told, offers, told_of, library) if where else None
        if of_place is not None:
            return of_place
    meant = _pointed_at(told, offers, told_of) if told else None
    if meant is None:
        return None
    return (of_tables_together(meant, offers) if known is None else None) or _enumeration(meant)


def _without_things(offers: list[Offer]) -> list[Offer]:
    """The enumerations but for those that stand under one of the things that are listed: who asks for 几大行动 wants
    no tasks of one of them, unless its heading is written out or it is called so, too, and says more of the topic."""
    above: dict[Span | None, float] = {}
    for one in offers:
        if one.called >= NAMED:
            above |= {item.span: max(one.share, above.get(item.span, 0.0)) for item in one.series.items}
    return [
        one
        for one in offers
        if one.written
        or (least := above.get(one.series.label_span)) is None
        or (one.called >= NAMED and one.share > least)
    ]


def _announced_by(verbs: Sequence[str], offers: Sequence[Offer]) -> Offer | None:
    """The enumeration of what is done as the question says: 严格审核以下内容：, for 要审核哪几方面."""
    announces = re.compile("|".join(f"{re.escape(verb)}(?:好|了)?(?:以下|下列|如下)" for verb in verbs) or "(?!)")
    answering = [one for one in offers if announces.search(one.series.label) and one.share >= TOLD]
    return max(answering, key=lambda one: one.worth, default=None)


def _tells_itself(found: Found, relevance: Relevance, question: Question) -> bool:
    """Whether a sentence explains what is asked about, or says by name what it consists of."""
    return defines(found, relevance, question.text, meant=True) or (
        Ask.LIST in question.asks and defines(found, relevance, question.text, meant=False)
    )


def _asking_verbs(text: str, relevance: Relevance) -> frozenset[str]:
    """The verbs before what is listed that no document uses (暴露 in 暴露了哪些问题 is a way of asking for them), and
    those that say what a paper does."""
    unused = {term.word for term in relevance.terms if not term.used}
    return frozenset((*(verb for verb in _ASKING_VERB.findall(text) if verb in unused), *_SETS_OUT.findall(text)))


def _is_denied(series: Series) -> bool:
    """Whether what is listed is not to be done or left out: what announces it says so, or most items do."""
    items = [item for item in series.items if _DENIED_ITEM.search(item.text[:TELLING])]
    return bool(_DENIED_ITEM.search(series.label)) or 2 * len(items) > len(series.items)


def _is_of_levels(series: Series, level: str) -> bool:
    """Whether what announces the items, or most of them, speak of levels (级, 档, 类)."""
    items = [item for item in series.items if level in item.text[:TELLING]]
    if level in "步环" and _PROCEDURE.search(f"{series.label} {' '.join(series.section.path[-1:])}"):
        return True
    return level in series.label or 2 * len(items) > len(series.items)


def _pointed_at(offer: Offer, offers: Sequence[Offer], relevance: Relevance) -> Offer | None:
    """The enumeration itself, or what stands under the one of its items that alone speaks of something that the
    question names and nothing above it does: who asks for the motorcycles' plates wants no list of plates."""
    alone = {item for items in _naming(offer.series, offer.head, relevance, UNSAID) for item in items}
    if len(alone) == 1:
        return max(_under(alone.pop(), offers), key=lambda one: one.worth, default=None)
    if offer.so_many:
        return offer
    # The document's head or what stands before the items may name them all (保留一批、整改一批、撤销一批), or the
    # heading be near in meaning (整顿 to 整改): what stands under the item that is called so is closer.
    naming = _naming(replace(offer.series, intro=""), "", relevance, HELD)
    alone = {items[0] for items in naming if len(items) == 1}
    below = _under(alone.pop(), offers) if len(alone) == 1 else []
    return max(below, key=lambda one: one.worth, default=offer)


def _naming(series: Series, head: str, relevance: Relevance, unsaid_below: float) -> list[list[Item]]:
    """For everything that the question names and that what announces the items speaks of to less than `unsaid_below`
    the items that speak of it."""
    above = relevance.matches(candidate_of_series(replace(series, items=()), head))
    weights = [term.weight for term in relevance.terms]
    unsaid = [
        position
        for position, match in enumerate(above)
        if match < unsaid_below and weights[position] >= POINTING * sum(weights)
    ]
    if not unsaid:
        return []
    said = relevance.matches_of([Candidate(item.text[: 2 * TELLING]) for item in series.items])
    return [[item for item, matches in zip(series.items, said, strict=True) if matches[at] >= HELD] for at in unsaid]


def _under(item: Item, offers: Sequence[Offer]) -> list[Offer]:
    """What is enumerated right under an item."""
    return [one for one in offers if one.series.label_span == item.span or one.series.section.heading == item.span]


def _answers(offer: Offer, best: float, rival: float) -> bool:
    """Whether an enumeration may answer where the best sentence speaks of the share `best` of the topic, and the best
    of those that list or count things themselves of the share `rival`, the document's title apart."""
    if offer.so_many:
        if offer.called >= NAMED and (offer.written or offer.share >= TOLD_OF_NAMED):
            return True
        return offer.share >= TOLD_OF_COUNT and offer.share >= best - BEHIND_OF_COUNT
    if offer.written and offer.called:
        return offer.share >= max(TOLD_OF_NAMED, best - BEHIND_OF_COUNT)
    if offer.said < NAMED_BY_TITLE and not offer.called:
        return False
    # Items that are called what the question lists are not behind a sentence that names it.
    said = offer.said + (offer.called if offer.called >= NAMED else 0.0)
    if offer.share + 0.5 * offer.called < best - BEHIND_OF_HEADING or said < rival - BEHIND:
        return False
    return offer.share >= (TOLD_OF_NAMED if offer.written or offer.own >= HEADING else TOLD)


def _enumeration(offer: Offer) -> Enumeration:
    told = offer.series
    return Enumeration(told.document_id, told.section, told.items, min(1.0, offer.share), told.label, told.label_span)


def _speaks_of(offer: Offer, relevance: Relevance) -> bool:
    """Whether what announces an enumeration, with the document's head, has a word of a topic."""
    announcing = candidate_of_series(replace(offer.series, items=()), offer.head)
    return max(relevance.matches(announcing), default=0.0) >= HELD


def _of_places(
    question: Question, told: Offer | None, offers: Sequence[Offer], topic: Relevance, library: Library
) -> Enumeration | None:
    """The items of one place of the long list that is best announced, about as well as what is `told`; None where no
    such list has a word of what is named beside the place."""
    least = TOLD_OF_PLACE if told is None else max(TOLD_OF_PLACE, told.share - BEHIND_OF_HEADING)
    beside = topic.without(place_words(question, library))
    for one in sorted(offers, key=lambda each: -each.share):
        if one.share >= least and _speaks_of(one, beside):
            whole = _enumeration(one)
            if (part := of_one_place(question, whole, library)) is not whole:
                return part
    return None
