"""Follow-up questions that the same records can answer."""

from __future__ import annotations

from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.compose import task_words
from assistant.wording.findings import Draft

MOST = 3


def follow_ups(question: Question, draft: Draft) -> tuple[str, ...]:
    """Up to three questions about the answer's first task whose answers its record is known to state."""
    if draft.missing and draft.missing[0] in (Ask.LEAD, Ask.PARTICIPANTS) and question.units and not draft.tasks:
        unit = question.units[0].words
        return (f"{unit}的任务有哪些？" if question.language == "zh" else f"Which tasks name {unit}?",)
    if draft.status == "not_found" or not draft.tasks:
        return ()
    record = draft.tasks[0]
    zh = question.language == "zh"
    task = task_words(record, 30).replace("……", "")
    asked: list[str] = []
    if draft.total is None:
        if record.participating_units and record.lead_units and Ask.PARTICIPANTS not in question.asks:
            asked.append(f"{task}还有哪些单位参与？" if zh else f"Who else takes part in {task}?")
        if record.deadline and Ask.DEADLINE not in question.asks:
            asked.append(f"{task}什么时候完成？" if zh else f"By when is {task} due?")
        if record.lead_units and not question.asks & {Ask.LEAD, Ask.RESPONSIBLE}:
            asked.append(f"{task}由谁牵头？" if zh else f"Who leads {task}?")
    if record.lead_units and draft.total is None:
        unit = record.lead_units[0]
        asked.append(f"{unit}牵头的任务有哪些？" if zh else f"Which tasks does {unit} lead?")
    return tuple(asked[:MOST])
