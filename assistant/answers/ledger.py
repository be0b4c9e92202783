"""Answers from task records: exact filters, every match listed, the fields that were asked and nothing guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.aggregates import answer_units, at_extreme, told_first
from assistant.language.joined_places import joined_in_full
from assistant.matching.documents_meant import documents_meant
from assistant.matching.heads import heads_of
from assistant.matching.jurisdictions import place_words, records_of_units_place, records_there
from assistant.matching.relevance import Candidate, Relevance
from assistant.matching.selecting import reached, stands_in, within
from assistant.questions.asking import Ask
from assistant.questions.document_parts import Place, inside
from assistant.questions.qualifiers import NO_DEMANDS
from assistant.questions.question import Question, asks_duties_in
from assistant.wording.compose import (
    annex_of,
    no_such_role,
    none_such,
    row_statement,
    total_words,
)
from assistant.wording.conditions import bound_words
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import Section, Span, TaskRecord
from index.library import Library

# Chapters that plans have, by the names that people use for them, too.
_CHAPTER = re.compile("(?:重点|主要)(?:任务|工作|举措|措施)")
_TASKS = (
    "(?:(?:任务|事项|举措|措施)(?!清单|分工|分解|台账|表)"
    "|(?:tasks?|items?|duties)(?![a-z])(?! (?:table|list|ledger|plan)))"
)
# How words end that name a place or a field of work.
_FIELD = re.compile(
    "(?:[区业港园城链网岸仓车船税品]|贸易|物流|金融|市场|平台|通关|资金|人才|数据|旅游|教育|医疗|养老|环保|能源|消费|就业|住房|交通|科技|文化)$"
)
_PAPER = re.compile(
    "通知|方案|计划|意见|办法|规划|决定|批复|复函|纪要|清单|要点|措施|规定|条例|报告|公告|通报|摘要|细则|预案"
)
# What a document says of its own tasks: 清单共5个领域16项, 重点抓好以下六个方面21项工作.
_TOTAL = re.compile(
    r"[^。；;，,\n|｜\t]{0,30}(?:共|计|以下|如下|抓好|推进|部署|明确|提出|形成|确定|安排|梳理|推出|细化|分解)"
    r"[^。；;，,\n|｜\t]{0,24}?(?<![第\d])(?P<total>\d{1,3})\s*(?:项|条)(?:[^。；;，,\n|｜\t]{0,8}"
    r"(?:任务|工作|举措|措施|事项|改革|清单|要点))?(?![^。；;，,\n]*(?:已|未)完成)"
)
_EXTREME_DAY = re.compile(
    r"(?:(?P<first>最[早先快]|(?<![a-z])(?:earliest|first|soonest))|最[晚迟后]|(?<![a-z])(?:latest|last))"
    r"[^，。；;？?]{0,12}(?:哪|什么时候|何时|几月|几号|时间|when|month|date|deadline|due)"
    r"|(?<![a-z])(?:when|which (?:month|date))[^,;?]{0,24}(?<![a-z])"
    r"(?:latest|last|(?P<first_in_english>earliest|first))(?![a-z])",
    re.IGNORECASE,
)
FEW = 3
"""Fewer tasks are counted without asking the document."""
_ABOUT = re.compile(
    r"有关|相关|关于|涉及|方面|(?<![A-Za-z])(?:about|related to|concerning|regarding|on the topic of)(?![A-Za-z])",
    re.IGNORECASE,
)


def answer_section(question: Question, section: Section, document_id: str, library: Library) -> Draft | None:
    """Every record under a heading that the question names; None where there is none."""
    place = Place(document_id, section.path)
    records = [record for record in library.records([document_id]) if inside(record.section, place)]
    return listed(question, within(question, records), library) if records else None


# How many there are, and in another clause which of them.
_COUNTS_FIRST = re.compile(
    r"(?:几|多少)[项件个条]?[^，,。；;？?]*[，,。；;？?][^，。；？]*(?:哪|什么|最)"
    r"|(?<![a-z])how many(?![a-z]).*(?:[,;?]|(?<![a-z])and)\s*(?:of (?:them|these|those),? )?(?:which|what)(?![a-z])",
    re.IGNORECASE,
)


def answer_list(question: Question, relevance: Relevance, library: Library, least: float) -> Draft | None:
    """Every record inside the question's bounds and on its topic (each to at least `least`), with the total; None where
    nothing matches. An answer is as sure as its least record. Who counts the rows first and then asks which of them is
    due first (一共几件，哪件最急) is told both."""
    extreme = question.demands.extreme
    if extreme and _COUNTS_FIRST.search(question.text, question.opening):
        counted = replace(question, demands=replace(question.demands, earliest=False, latest=False))
        whole = answer_list(counted, relevance, library, least)
        first = told_first(whole.tasks, extreme == "earliest", question.language) if whole else None
        return replace(whole, statements=(*whole.statements, first)) if whole and first else whole
    records = records_of_units_place(question, library, within(question, reached(question, library)))
    bounded = bool(question.units or question.places or question.period or question.demands)
    relevance = relevance.heard()
    if not question.document_ids and not question.places:
        records = records_there(question, library, records)
        meant = documents_meant(question, relevance, records, library)
        records = [record for record in records if record.document_id in meant]
        relevance = relevance.without(place_words(question, library))
    records = _under_named(question, records)
    heads = heads_of({record.document_id for record in records}, library)
    # In a list a task is on the topic when its heading is: everything under 特色保税加工 is bonded processing, and when
    # the title of its paper is; the first lines of a paper speak of many things, and are a title where it has none.
    titles = {name: library.summary(name).title for name in heads}
    titles = {name: title if _PAPER.search(title) else heads[name] for name, title in titles.items()}
    candidates = [
        Candidate(
            f"{record.task} {joined_in_full(record.task)} {' '.join(record.section)}", title=titles[record.document_id]
        )
        for record in records
    ]
    every_word = not bounded or bool(_ABOUT.search(question.text)) or asks_duties_in(question)
    telling = relevance.telling(
        candidates,
        described=" ".join(heads.values()) if bounded else "",
        told=lambda word: every_word or _of_tasks(question.text, word),
    )
    sure, every = 1.0, len(records)
    if telling.terms:
        shares = telling.shares(candidates)
        records = [record for record, share in zip(records, shares, strict=True) if share >= least]
        sure = min((share for share in shares if share >= least), default=sure)
    if records:
        draft = listed(question, records, library, of_topic=len(records) < every)
        return draft and _with_extreme(question, replace(draft, confidence=min(1.0, sure)))
    # 义乌海关牵头的冷链任务: the sentence that is nearest to it is one of another unit.
    named = bounded and any(_of_tasks(question.text, term.word) for term in telling.terms)
    nothing = named or not telling.terms
    return _in_no_such_role(question, library) or (_none_such(question, library, named) if nothing else None)


def _with_extreme(question: Question, whole: Draft) -> Draft:
    """A list with which of its rows is due first or last, where the question asks for that day beside the rows
    (金融办有几个活？最晚哪个月？)."""
    asked = _EXTREME_DAY.search(question.text, question.opening) if len(whole.tasks) > 1 else None
    if asked is None or question.demands or Ask.DEADLINE not in question.asks:
        return whole
    first = told_first(whole.tasks, bool(asked["first"] or asked["first_in_english"]), question.language)
    return replace(whole, statements=(*whole.statements, first)) if first else whole


def _of_tasks(text: str, word: str) -> bool:
    """Whether a word says which tasks are meant: 冷链任务, 综保区的任务, aviation tasks. What they do (露了面的任务) is
    a way of speaking."""
    of = "的?" if _FIELD.search(word) else ""
    pattern = rf"(?<![A-Za-z]){re.escape(word)}(?:类|领域|板块|方面)?{of}\s?{_TASKS}"
    return bool(re.search(pattern, text, re.IGNORECASE))


def _under_named(question: Question, records: list[TaskRecord]) -> list[TaskRecord]:
    """Of the records of one document those under the chapter that the question names: 重点任务 are not 保障措施."""
    named = _CHAPTER.search(question.text, question.opening)
    if named is None or len({record.document_id for record in records}) != 1:
        return records
    return [record for record in records if any(named.group() in heading for heading in record.section)] or records


def listed(
    question: Question, records: Sequence[TaskRecord], library: Library, *, of_topic: bool = False
) -> Draft | None:
    """These records in full with their total, or what the question demands of them; None where there are none. Where
    they are those `of_topic` among others, the heading says which topic that is: a total is one of something."""
    if question.demands.extreme:
        records = at_extreme(records, question.demands.earliest)
    if not records:
        return None
    zh = question.language == "zh"
    total, searched = len(records), _coverage(question, library)
    if question.demands.by_unit or question.demands.most:
        return answer_units(question, records, searched)
    bounds, shares = bound_words(question, of_topic=of_topic), _by_place(question, records)
    if zh:
        heading = f"共{total}项{f'（{bounds}）' if bounds else ''}{f'，其中{shares}' if shares else ''}："
    else:
        heading = f"{total_words(total)}{f' ({bounds})' if bounds else ''}{f', {shares}' if shares else ''}:"
    statements = [Statement(heading)]
    if Ask.COUNT in question.asks and not bound_words(question):
        statements += _stated_total(records, library, question)
    targets = question.demands.targeted
    statements += [
        row_statement(number, record, question.language, targets=targets)
        for number, record in enumerate(records, start=1)
    ]
    return Draft("answered", tuple(statements), (), tuple(records), total, searched)


def tells_places(question: Question, draft: Draft) -> bool:
    """Whether a list of rows says how many of them stand in which part of the paper."""
    return draft.total is not None and bool(_by_place(question, draft.tasks))


def _by_place(question: Question, records: Sequence[TaskRecord]) -> str:
    """How many of the rows stand in each of several places that the question names (附件1和附件2里各几项), or, where it
    counts all rows of a paper, in its body and in each annex."""
    zh = question.language == "zh"
    counts: Counter[str] = Counter()
    if Ask.COUNT in question.asks and not question.places and len({record.document_id for record in records}) == 1:
        body = "正文" if zh else "the main text"
        counts.update(annex_of(record.section[0] if record.section else "") or body for record in records)
    for place in dict.fromkeys(question.places):
        if not place.section:
            return ""
        annex, heading = annex_of(place.section[0]), place.section[0]
        counts[annex if len(annex) > len("附件") else heading] += sum(stands_in(record, (place,)) for record in records)
    if len(counts) < 2 or counts.total() != len(records):
        return ""
    return ("、" if zh else ", ").join(
        f"{name}有{number}项" if zh else f"{number} in {name}" for name, number in counts.items()
    )


def _stated_total(records: Sequence[TaskRecord], library: Library, question: Question) -> list[Statement]:
    """Where a document itself says that it has as many tasks (清单共5个领域16项), the clause that says so."""
    documents = {record.document_id for record in records}
    if len(documents) != 1 or len(records) < FEW:
        return []
    (name,) = documents
    text = library.document(name).text
    cells = [table.span for table in library.tables(name)]
    for match in _TOTAL.finditer(text):
        if int(match["total"]) != len(records) or any(span.start <= match.start() < span.end for span in cells):
            continue
        clause = "".join(match.group().split())
        said = f"文件写明：“{clause}”。" if question.language == "zh" else f"The document itself says: “{clause}”."
        return [Statement(said, (Evidence(name, Span(*match.span())),))]
    return []


def _in_no_such_role(question: Question, library: Library) -> Draft | None:
    """That no task names the unit in the role that was asked for, where others name it in another role."""
    roles = {bound.role for bound in question.units}
    if not roles & {"lead", "marked", "sole_lead", "participant"}:
        return None
    named = replace(question, period=None, demands=NO_DEMANDS)
    relaxed = replace(named, units=tuple(replace(bound, role="any") for bound in question.units))
    records = reached(named, library)
    if within(named, records) or not within(relaxed, records):
        return None
    ask = Ask.PARTICIPANTS if "participant" in roles else Ask.LEAD
    names = [bound.words for bound in question.units]
    return Draft("not_found", (no_such_role(names, ask, question.language),), (ask,))


def _none_such(question: Question, library: Library, of_topic: bool) -> Draft | None:
    """That no row meets what is demanded, where the question names units or demands; `of_topic` where also a topic."""
    if not (question.units or question.demands or of_topic):
        return None
    searched = _coverage(question, library)
    return Draft("not_found", (none_such(bound_words(question, of_topic=of_topic), searched, question.language),))


def _coverage(question: Question, library: Library) -> str:
    """How many records were looked at, so that a reader knows that the list is not a top-k."""
    places = Question(
        question.text, question.language, question.asks, "", places=question.places, document_ids=question.document_ids
    )
    everywhere = not question.places and not question.document_ids
    searched = library.records() if everywhere else within(places, library.records(question.document_ids or None))
    documents = len(library.tasks.by_document if everywhere else {record.document_id for record in searched})
    sections = sorted({record.section[0] for record in searched if record.section}) if question.places else []
    where = "、".join(sections)
    if question.language == "zh":
        return f"已逐条核对{where}全部{len(searched)}条任务记录（{documents}份文件）"
    return f"all {len(searched)} task records {f'of {where} ' if where else ''}in {documents} document(s) were checked"
