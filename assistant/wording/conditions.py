"""How the bounds of a list were understood, in words that stand above it."""

from __future__ import annotations

import re

from assistant.questions.qualifiers import Qualifiers
from assistant.questions.question import Question
from assistant.questions.unit_bounds import Role, UnitBound
from assistant.types import Language
from corpus.periods import Period

_DEMANDS = {
    "undated": ("未写完成时间", "no deadline stated"),
    "unfixed": ("无确定的完成时间", "no date as a deadline"),
    "ongoing": ("长期推进", "ongoing"),
    "dated": ("写明完成时间", "with a deadline"),
    "targeted": ("写明量化目标", "with a quantified target"),
    "unmarked": ("未标▲", "no ▲"),
    "leaderless": ("未写牵头单位", "no lead unit stated"),
    "jointly_led": ("两家及以上单位牵头", "led by two or more units"),
    "with_others": ("两家及以上单位", "two or more units"),
    "alone": ("只有一家单位", "one unit only"),
    "earliest": ("完成时间最早", "due first"),
    "latest": ("完成时间最晚", "due last"),
}
_UNITS: dict[Role, tuple[str, str]] = {
    "lead": ("{}牵头", "led by {}"),
    "marked": ("▲{}", "▲{}"),
    "participant": ("{}参与", "{} takes part"),
    "sole": ("{}独自负责", "{} alone is responsible"),
    "sole_lead": ("只由{}牵头", "{} alone leads"),
    "any": ("涉及{}", "{} named"),
}
_WITHOUT: dict[Role, tuple[str, str]] = {
    "lead": ("不由{}牵头", "not led by {}"),
    "marked": ("未标▲{}", "no ▲{}"),
    "participant": ("{}未参与", "{} takes no part"),
    "sole": ("不由{}独自负责", "{} not alone responsible"),
    "sole_lead": ("不只由{}牵头", "{} not alone in the lead"),
    "any": ("不涉及{}", "without {}"),
}


def as_written(topic: str, text: str) -> str:
    """The words of a topic, those together that stand so in the question but for one character between them: 朱有清,
    of which 朱 and 清 are left."""
    told: list[str] = []
    for word in topic.split():
        beside = re.search(f"{re.escape(told[-1])}([\u4e00-\u9fff]){re.escape(word)}", text) if told else None
        if beside:
            told[-1] += f"{beside[1]}{word}"
        else:
            told.append(word)
    return " ".join(told)


def bound_words(question: Question, *, of_topic: bool = False) -> str:
    """How the bounds of a list were understood, so that nobody guesses whether a last day counts, with the topic where
    the list is one `of_topic`; "" without any."""
    zh = question.language == "zh"
    topic = as_written(question.topic, question.text)
    bounds = [f"关于{topic}" if zh else f"on {topic}"] if of_topic and topic else []
    bounds += list(dict.fromkeys(_unit_words(bound, question.language) for bound in question.units))
    bounds += _demand_words(question.demands, question.language)
    if question.left_out:
        bounds.append(f"不计{question.left_out[0]}" if zh else f"without {question.left_out[0]}")
    if question.period is not None:
        bounds.append(period_words(question.period, question.language))
    return ("，" if zh else "; ").join(bounds)


def period_words(period: Period, language: Language) -> str:
    """How a period was understood, with its first and last day."""
    zh = language == "zh"
    first, last = (day.isoformat() if day else "" for day in (period.start, period.end))
    if first and first == last:
        return f"完成时间为{first}" if zh else f"due {first}"
    if first and last:
        return f"完成时间在{first}至{last}之间" if zh else f"due from {first} to {last}"
    if last:
        return f"完成时间不晚于{last}" if zh else f"due no later than {last}"
    return f"完成时间不早于{first}" if zh else f"due no earlier than {first}"


def _demand_words(demands: Qualifiers, language: Language) -> list[str]:
    """What is demanded of rows, in words."""
    told = [_DEMANDS[name][0 if language == "zh" else 1] for name in _DEMANDS if getattr(demands, name)]
    return [*told, demands.units.in_words(zh=language == "zh")] if demands.units else told


def _unit_words(bound: UnitBound, language: Language) -> str:
    """A unit and the part that it is to have in a task."""
    words = _WITHOUT if bound.excluded else _UNITS
    return words[bound.role][0 if language == "zh" else 1].format(bound.words)
