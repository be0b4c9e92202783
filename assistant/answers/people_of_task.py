"""Whom the paper names beside the units of a task: the leader who answers for it, the person in charge, who supervises
it and who accepts it, from labelled lines (整改责任人：温宁) or columns (分管领导) of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.types import Language
from assistant.wording.compose import record_statement, task_words
from assistant.wording.findings import Draft, Evidence, Statement
from corpus.types import CellPosition, Span, TaskRecord
from index.library import Library

_KINDS = "(?:责任|牵头|分管|主管|包[抓保联挂]|挂[帅钩点牌联]|联系|主要|具体|带队|督办|督导)"
_OF_LEADER = f"{_KINDS}?"
_LEVEL = "(?:[省市县区州旗镇乡]级?|单位|局|委)?"


@dataclass(frozen=True, slots=True)
class _Post:
    """Words with which a question asks for somebody, and those with which papers label them."""

    asked: re.Pattern[str]
    label: re.Pattern[str]


def _post(chinese: str, english: str, label: str) -> _Post:
    return _Post(
        re.compile(rf"{chinese}|(?<![a-z])(?:{english})(?![a-z])", re.IGNORECASE),
        re.compile(rf"(?:[\u4e00-\u9fff]{{0,6}})(?:{label})[\u4e00-\u9fff]{{0,3}}"),
    )


_POSTS = (
    _post(
        rf"(?:由|是|归)?(?:哪[一]?[位个名]|什么){_LEVEL}领导(?:来|在)?(?:牵头|负责|分管|包抓|包保|督办|挂帅|抓|管|盯)?"
        rf"|(?:的)?{_OF_LEADER}的?{_LEVEL}领导(?:同志)?(?:是|为|又是)(?:谁|哪[一]?[位个名]|什么人|何人)"
        rf"|(?:的)?{_KINDS}{_LEVEL}领导(?:同志)?(?!小组|机构|班子|干部|机制|[是为])",
        r"(?:which|what) (?:\w+ )?(?:leader|official|deputy mayor|vice mayor)(?: is)?(?: in charge(?: of)?)?"
        r"|(?:responsible|leading|supervising) (?:leader|official)",
        "领导",
    ),
    _post(
        r"(?:的)?(?:整改|具体|直接|主要|第一)?(?:责任|负责|经办|召集|联络|牵头)人(?:是|为|又是|叫)?(?:谁|哪[一]?[位个名]|什么名字)?",
        r"(?:who is |which person is )?the (?:person|individual) (?:responsible|in charge)(?: of| for)?",
        "责任人|负责人|经办人|召集人|联络人|牵头人",
    ),
    _post(
        r"(?:由|归|是)?(?:谁|哪[一]?[家个](?:单位|部门)?)(?:来|在|负责)*(?:督导|督办|督查|监督)"
        r"|(?:的)?(?:督导|督办|督查|监督)(?:单位|部门|主体|方)(?:是|为|又是|有)?(?:谁|哪[一些]?[家个]?(?:单位|部门)?)?",
        r"(?:who|which (?:unit|agency|department|office|body)) (?:supervises?|oversees?|monitors?)",
        "督导|督办|督查|监督",
    ),
    _post(
        r"(?:由|归|是)?(?:谁|哪[一]?[家个](?:单位|部门)?)(?:来|去|负责|组织)*(?:验收|销号)"
        r"|(?:的)?(?:验收|销号)(?:单位|部门|主体|方)(?:是|为|又是|有)?(?:谁|哪[一些]?[家个]?(?:单位|部门)?)?",
        r"(?:who|which (?:unit|agency|department|office|body)) (?:accepts?|signs? off|verif(?:y|ies))",
        "验收|销号",
    ),
)
_LINE = re.compile(
    r"(?:^|(?<=[\n；;。，,（(【\u3000 ]))(?P<label>[\u4e00-\u9fff]{2,10})\s*[：:]\s*(?P<value>[^\n；;。）)】]{2,60})"
)
_NO_LABEL = re.compile("时限|期限|时间|措施|情况|要求|意见|结果|方式|电话")
# What asks for units beside the people.
_UNITS = re.compile(
    r"谁|哪[一些几]?[家个]|牵头|负责|配合|责任|主办|协办|单位|部门|(?<![a-z])(?:who|whom|which|responsible|leads?|unit|agency)(?![a-z])",
    re.IGNORECASE,
)
_ASKS = re.compile("谁|哪|什么|何时|多[少久]|几")
_JOINTS = re.compile(
    r"[\s，,；;？?、]*[，,；;？?、][\s，,；;？?、和及与]*|\s*(?:和|及|与|以及)\s+|\s+(?:和|及|与|以及)\s*"
)
_SHORTEST = 4
_LISTS = frozenset({Ask.LIST, Ask.COUNT, Ask.COMPARISON, Ask.CONFIRMATION})
_REACH = 260
_OF_UNITS = frozenset({Ask.RESPONSIBLE, Ask.LEAD, Ask.PARTICIPANTS})


def without_people(question: Question) -> str | None:
    """A question in Chinese without what asks for such people, as one for the units where nothing else is asked; None
    where it asks for none of them, or for a list."""
    text = question.text[question.opening :]
    if question.language != "zh" or question.inherited or question.asks & _LISTS or not asks_for_people(question):
        return None
    for post in _POSTS:
        text = post.asked.sub(" ", text)
    rest = _JOINTS.sub("，", " ".join(text.split())).strip("，。？?、；和及与 的")
    if len(rest) < _SHORTEST:
        return None
    return f"{rest}？" if _ASKS.search(rest) else f"{rest}由谁负责？"


def asks_for_people(question: Question) -> bool:
    """Whether a question asks for somebody whom papers name beside the units."""
    return any(post.asked.search(question.text, question.opening) for post in _POSTS)


def with_people(draft: Draft, question: Question, library: Library) -> Draft | None:
    """The draft on one task with those whom the question asks for beside its units, or in place of them where it asks
    for nobody else; None where the paper names none of them."""
    if not draft.tasks:
        return None
    record, language = draft.tasks[0], question.language
    text = question.text[question.opening :]
    found: list[Statement] = []
    for post in _POSTS:
        if post.asked.search(text):
            text = post.asked.sub(" ", text)
            found += _told(record, post, language, library)
    if not found:
        return None
    if _UNITS.search(text):
        kept = draft.statements
        missing = draft.missing
    else:
        asks = tuple(ask for ask in question.record_asks if ask not in _OF_UNITS)
        stated = tuple(ask for ask in asks if ask is not Ask.DEADLINE or record.deadline)
        kept = (record_statement(record, stated, language),) if stated else ()
        missing = tuple(ask for ask in draft.missing if ask in stated)
    return replace(
        draft, status="partial" if missing else "answered", statements=(*kept, *found), missing=missing, tasks=(record,)
    )


def _told(record: TaskRecord, post: _Post, language: Language, library: Library) -> Iterator[Statement]:
    for label, value, evidence in (_of_row if record.cell else _of_lines)(record, post, library):
        if _NO_LABEL.search(label):
            continue
        name = task_words(record)
        said = f"{name}的{label}为{value}。" if language == "zh" else f"{name} — {label}: {value}."
        yield Statement(said, (evidence,), (value,))


def _of_row(record: TaskRecord, post: _Post, library: Library) -> Iterator[tuple[str, str, Evidence]]:
    """The cells of the record's row in columns of such a name."""
    at = record.cell
    table = next((one for one in library.tables(record.document_id) if at and one.index == at.table), None)
    if at is None or table is None or at.row >= len(table.rows):
        return
    row = table.rows[at.row]
    for column, head in enumerate(table.header):
        label, cell = "".join(head.text.split()), row[column]
        if post.label.fullmatch(label) and cell.text.strip():
            place = CellPosition(table.index, at.row, column)
            yield label, cell.text.strip(), Evidence(record.document_id, cell.span, record.section, None, place)


def _of_lines(record: TaskRecord, post: _Post, library: Library) -> Iterator[tuple[str, str, Evidence]]:
    """The labelled lines in and below the record's statement, up to where the next record begins."""
    text = library.document(record.document_id).text
    begin, end = record.spans["statement"][0].start, record.spans["statement"][-1].end
    after = (one.spans["statement"][0].start for one in library.records([record.document_id]))
    stop = min((start for start in after if start >= end), default=len(text))
    for line in _LINE.finditer(text, begin, min(stop, end + _REACH)):
        value = line["value"].strip(" \u3000，,")
        if post.label.fullmatch(line["label"]) and value:
            span = Span(line.start("label"), line.start("value") + len(line["value"].rstrip(" \u3000，,")))
            yield line["label"], " ".join(value.split()), Evidence(record.document_id, span, record.section)
