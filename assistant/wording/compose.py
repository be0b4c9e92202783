"""The wording of answers, in Chinese as in an office memo and in plain English. Nothing here decides what is true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assistant.questions.asking import Ask
from assistant.types import Language
from assistant.wording.figures import target_words
from assistant.wording.findings import Statement, evidence_of_record
from corpus.types import Deadline, TaskRecord
from corpus.units import english_name

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

FIELD_NAMES: dict[Ask, tuple[str, str]] = {
    Ask.LEAD: ("牵头单位", "the lead unit"),
    Ask.RESPONSIBLE: ("责任单位", "the responsible unit"),
    Ask.PARTICIPANTS: ("参与单位", "participating units"),
    Ask.DEADLINE: ("完成时间", "a deadline"),
    Ask.QUANTITY: ("具体数量", "a figure"),
    Ask.BUDGET: ("资金或预算", "a budget or amount of money"),
    Ask.CONTACT: ("联系方式", "contact details"),
    Ask.PENALTY: ("处罚规定", "a penalty"),
    Ask.SPEAKER: ("发言人", "the speaker"),
    Ask.HOURS: ("时间安排", "hours"),
    Ask.PERSON: ("人员", "the person"),
    Ask.PLACE: ("地点", "a place"),
    Ask.PURPOSE: ("目的", "a reason"),
    Ask.DOCUMENT_NUMBER: ("文号", "a document number"),
    Ask.ISSUER: ("发文机关", "the issuing body"),
    Ask.ISSUED: ("印发日期", "a date of issue"),
    Ask.TITLE: ("标题", "a title"),
    Ask.RECIPIENTS: ("主送对象", "the recipients"),
    Ask.DESTINATION: ("报送或受理单位", "whom it goes to"),
    Ask.BASIS: ("制定依据", "what it is based on"),
}


def field_name(ask: Ask, language: Language) -> str:
    """How a field is called in an answer."""
    zh, en = FIELD_NAMES.get(ask, ("相关内容", "this"))
    return zh if language == "zh" else en


def unit_words(names: Sequence[str], language: Language) -> str:
    """Units in a row; in English with their English name where one is known: Mall Group (商城集团)."""
    if language == "zh":
        return "、".join(names)
    shown = [f"{english} ({name})" if (english := english_name(name)) else name for name in names]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def date_words(deadline: Deadline, language: Language) -> str:
    """A deadline in the language's form; in English the document's own words follow in brackets."""
    words = re.sub(r"\s+", "", deadline.text)
    if language == "zh":
        return words
    named = _english_interval(deadline.start, deadline.end)
    return f"{named} ({words})" if named else words


def _english_interval(start: date | None, end: date | None) -> str | None:
    if end is None:
        return f"from {day_words(start)}" if start else None
    month_ends = (end + timedelta(days=1)).day == 1
    if start is None:
        if end.month == 12 and end.day == 31:
            return f"by the end of {end.year}"
        return f"by the end of {_MONTHS[end.month - 1]} {end.year}" if month_ends else f"by {day_words(end)}"
    if start == end:
        return day_words(end)
    if start.day == 1 and month_ends:
        if (start.year, start.month) == (end.year, end.month):
            return f"{_MONTHS[end.month - 1]} {end.year}"
        if start.month == 1 and end.month == 12:
            return str(end.year) if start.year == end.year else f"{start.year}–{end.year}"
        return f"{_MONTHS[start.month - 1]} {start.year} to {_MONTHS[end.month - 1]} {end.year}"
    return f"{day_words(start)} to {day_words(end)}"


def day_words(day: date | None) -> str:
    """A day in English: 23 February 2021."""
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_PURPOSE = re.compile("(?:为|根据|按照|依据)[^，。；]{4,60}，(?=[^，。；]{6,})")


def task_words(record: TaskRecord, longest: int = 60) -> str:
    """The task in quotation marks, cut at a clause when it is long; what it is for (为支持…，) is no part of what is
    done."""
    task, opening = record.task.strip("。；; "), ""
    if len(task) > longest and (purpose := _PURPOSE.match(task)):
        task, opening = task[purpose.end() :], "……"
    if len(task) > longest:
        cut = max(task.rfind(mark, 12, longest) for mark in "。，；")
        task = task[: cut if cut > 0 else longest] + "……"
    return f"“{opening}{task}”"


def annex_of(heading: str) -> str:
    """The annex that a heading opens with, without blanks (附件1); "" where it opens with none."""
    annex = re.match(r"附件\s*[0-9一二三四五六七八九十]*", heading)
    return re.sub(r"\s+", "", annex.group()) if annex else ""


def where_words(record: TaskRecord, language: Language) -> str:
    """Where a record stands: 附件1第4项 / item 4 of 附件1; outside annexes 正文第3项 / item 3 of the main text."""
    annex = annex_of(record.section[0]) if record.section else ""
    number = re.sub(r"[.．、\s]+$", "", record.number or "")
    if language == "zh":
        place = annex or "正文"
        return f"{place}第{number}项" if number.isdigit() else f"{place}{number}"
    place = annex or "the main text"
    return f"item {number} of {place}" if number else place


def lead_words(record: TaskRecord, language: Language) -> str:
    """Who leads and why that is so, without the task."""
    units = unit_words(record.lead_units, language)
    if language == "zh":
        basis = {
            "marked": "（▲）牵头",
            "stated": "牵头",
            "sole": "负责（唯一责任单位）",
            "first_listed": "牵头（排在首位）",
        }
        return f"由{units}{basis[record.lead_basis or 'stated']}"
    several = len(record.lead_units) > 1
    basis = {
        "marked": f"{units}, marked ▲ as {'joint leads' if several else 'the lead'}",
        "stated": f"{units}, named as the lead",
        "sole": f"{units}, the only responsible unit",
        "first_listed": f"{units}, listed first and so the lead",
    }
    return basis[record.lead_basis or "stated"]


def record_statement(record: TaskRecord, asks: Sequence[Ask], language: Language, opening: str = "") -> Statement:
    """One sentence that gives the asked fields of one record, and says which of them its place does not state."""
    parts: list[str] = []
    values: list[str] = []
    unstated: list[Ask] = []
    zh = language == "zh"
    for ask in asks:
        if ask is Ask.LEAD and Ask.RESPONSIBLE in asks:
            continue  # who is responsible tells who leads, too
        if ask in (Ask.LEAD, Ask.RESPONSIBLE) and record.lead_units:
            parts.append(lead_words(record, language) if zh else f"lead: {lead_words(record, language)}")
            values += record.lead_units
            if ask is Ask.RESPONSIBLE and record.participating_units and Ask.PARTICIPANTS not in asks:
                units = unit_words(record.participating_units, language)
                parts.append(f"参与单位为{units}" if zh else f"participating: {units}")
                values += record.participating_units
        elif ask in (Ask.LEAD, Ask.RESPONSIBLE) and record.participating_units:
            units = unit_words(record.participating_units, language)
            joint = len(record.participating_units) > 1
            note = ("，未标明牵头单位" if zh else ", no lead is named") if ask is Ask.LEAD or joint else ""
            parts.append(f"责任单位为{units}{note}" if zh else f"responsible: {units}{note}")
            values += record.participating_units
        elif ask is Ask.PARTICIPANTS and record.participating_units:
            if Ask.RESPONSIBLE in asks and not record.lead_units:
                continue
            units = unit_words(record.participating_units, language)
            parts.append(f"参与单位为{units}" if zh else f"participating: {units}")
            values += record.participating_units
        elif ask is Ask.DEADLINE and record.deadline:
            words = date_words(record.deadline, language)
            parts.append(f"完成时间为{words}" if zh else f"due: {words}")
            values.append(record.deadline.text)
        elif ask is Ask.QUANTITY and record.targets:
            words = target_words(record, language)
            parts.append(f"目标为{words}" if zh else f"target: {words}")
            values += [target.text for target in record.targets]
        else:
            unstated.append(ask)
    if unstated and parts:
        names = "、".join(field_name(ask, language) for ask in unstated)
        parts.append(
            f"此处未写{names}"
            if zh
            else f"{' and '.join(field_name(ask, 'en') for ask in unstated)} is not stated there"
        )
    if zh:
        text = f"{opening}{task_words(record)}{'，'.join(parts)}。"
    else:
        text = f"{opening}{task_words(record)} — {'; '.join(parts)}."
    return Statement(text, evidence_of_record(record), tuple(values))


def total_words(total: int) -> str:
    """How many there are, in English: 8 items in total."""
    return f"{total} item{'' if total == 1 else 's'} in total"


def row_statement(number: int, record: TaskRecord, language: Language, *, targets: bool = False) -> Statement:
    """One line of a list: the task with its units and its deadline, with `targets` also what is to be reached."""
    zh = language == "zh"
    fields: list[str] = []
    values: list[str] = []
    if record.lead_units:
        mark = "▲" if record.lead_basis == "marked" else ""
        leads = "、".join(mark + name for name in record.lead_units) if zh else unit_words(record.lead_units, language)
        label = (
            ("牵头" if record.lead_basis != "sole" else "责任单位")
            if zh
            else ("lead" if record.lead_basis != "sole" else "responsible")
        )
        fields.append(f"{label}：{leads}" if zh else f"{label}: {leads}")
        values += record.lead_units
    if record.participating_units:
        units = unit_words(record.participating_units, language)
        label = (
            ("参与" if record.lead_units else "责任单位")
            if zh
            else ("participating" if record.lead_units else "responsible")
        )
        fields.append(f"{label}：{units}" if zh else f"{label}: {units}")
        values += record.participating_units
    if record.deadline:
        words = date_words(record.deadline, language)
        fields.append(f"完成时间：{words}" if zh else f"due: {words}")
        values.append(record.deadline.text)
    if targets and record.targets:
        words = target_words(record, language)
        fields.append(f"目标：{words}" if zh else f"target: {words}")
        values += [target.text for target in record.targets]
    task = record.task.strip("。；; ")
    bracket = f"（{'；'.join(fields)}）" if zh else f" ({'; '.join(fields)})"
    return Statement(f"{number}. {task}{bracket if fields else ''}", evidence_of_record(record), tuple(values))


def not_stated(asks: Sequence[Ask], language: Language) -> Statement:
    """What was asked and is not in the documents."""
    if language == "zh":
        return Statement(f"文件未写明{'、'.join(field_name(ask, 'zh') for ask in asks)}。")
    return Statement(f"The documents do not state {' or '.join(field_name(ask, 'en') for ask in asks)}.")


def not_named(units: Sequence[str], language: Language) -> Statement:
    """That the task which was told names none of these units."""
    names = "、".join(dict.fromkeys(units))
    return Statement(f"其中没有写到{names}。" if language == "zh" else f"{names} is not named there.")


def no_document_names(names: Sequence[str], language: Language) -> Statement:
    """That no document speaks of these places."""
    told = "、".join(dict.fromkeys(names))
    return Statement(f"已收录的文件中没有写到{told}。" if language == "zh" else f"No document names {told}.")


def paper_not_held(title: str, language: Language, *, mentioned: bool = False) -> Statement:
    """That the paper of this title is not held; `mentioned`: that other papers name it and do not give its text."""
    if language == "zh":
        return Statement(f"没有收录《{title}》{'，其他文件提到了它，没有给出它的条文' if mentioned else ''}。")
    named = "; others name it and do not give its text" if mentioned else ""
    return Statement(f"The documents do not include “{title}”{named}.")


def which_document(number: int, language: Language) -> Statement:
    """That a question about a document does not say which of so many it means."""
    if language == "zh":
        return Statement(f"已收录{number}份文件，请说明问的是哪一份（地方、年份或主题）。")
    return Statement(f"{number} documents are held: please say which one is meant (place, year or subject).")


def nothing_found(topic: str, asks: Sequence[Ask], language: Language) -> Statement:
    """The one sentence of a not_found answer: what was looked for."""
    named = [ask for ask in asks if ask in FIELD_NAMES]
    if language == "zh":
        fields = "、".join(field_name(ask, "zh") for ask in named)
        what = f"“{topic}”" if topic else "这个问题"
        return Statement(f"在已收录的文件中没有找到关于{what}的{fields or '内容'}。")
    fields = " or ".join(field_name(ask, "en") for ask in named)
    about = f" about “{topic}”" if topic else " that answers this"
    return Statement(f"The documents state nothing{about}{f' ({fields})' if fields else ''}.")


def read_as(question: str, language: Language) -> Statement:
    """That the question found nothing as it was asked, and the words in which it is answered."""
    if language == "zh":
        return Statement(f"按原话没有找到，以下回答的是“{question}”：")
    return Statement(f"Nothing was found in these words; this answers “{question}”:")


def as_close(text: str, language: Language) -> str:
    """What is stated elsewhere, and as close to the question as what was given before; on a line of its own."""
    return (
        f"\n另一处与所问同样接近：{text}"
        if language == "zh"
        else f"\nStated elsewhere, and as close to the question. {text}"
    )


def no_such_role(names: Sequence[str], ask: Ask, language: Language) -> Statement:
    """That no task names these units as leads, or as participants."""
    units = "、".join(names)
    if language == "zh":
        return Statement(f"没有写明由{units}{'参与' if ask is Ask.PARTICIPANTS else '牵头'}的任务。")
    return Statement(f"No task names {units} as {'a participant' if ask is Ask.PARTICIPANTS else 'the lead'}.")


def none_such(bounds: str, searched: str, language: Language) -> Statement:
    """That no task meets all that was demanded, and how many were looked at."""
    if language == "zh":
        return Statement(f"没有符合所问条件{f'（{bounds}）' if bounds else ''}的任务。{searched}。")
    return Statement(f"No task meets these conditions{f' ({bounds})' if bounds else ''}; {searched}.")


def no_such_place(question: str, language: Language) -> Statement:
    """That the documents have no such item or annex."""
    if language == "zh":
        return Statement(f"已收录的文件中没有“{question.strip('？?。 ')}”所指的附件或事项。")
    return Statement("The documents have no such item or annex.")


def none_due(language: Language, period: str) -> Statement:
    """No task is due in the period that was asked for, as it was understood."""
    return Statement(f"没有{period}的任务。" if language == "zh" else f"No task is {period}.")


def friendly(language: Language) -> Statement:
    """For greetings, other matters and instructions."""
    if language == "zh":
        return Statement("您好，我只回答已收录文件里写明的内容：任务由谁负责、何时完成、目标和措施是什么。请直接提问。")
    return Statement(
        "Hello. I answer only from the documents collected here: who is responsible for what, by when, and what they "
        "say. Please ask about one of them."
    )
