"""What a question calls the field that it asks for, where documents have another word for it or none.

培训什么时候办 asks for the time of 培训, and no notice says 办 beside it (时间：5月15日); 谁负责，目标是多少 asks
for the figure of a task, and no task has the word 目标.
"""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.questions.asking import RECORD_FIELDS, Ask

_HELD = re.compile(r"(?<=\S)\s+(?:举办|召开|举行|开办|办|开|进行)$")
_FIGURE = re.compile(r"(?:\s+|^)(?:具体|量化|工作|任务)?(?:目标|指标)(?:数[量值]?|值|任务)?(?=\s|$)")


def names_only_target(topic: str) -> bool:
    """Whether a topic is no more than what the figure of a task is called."""
    return bool(topic) and not _FIGURE.sub("", topic).strip()


def without_fields_named(topic: str, asks: Set[Ask]) -> str:
    """The topic without the verb for holding what it names, where its time is asked for, and without what a task's
    figure is called where another field of the task is asked for, too."""
    if Ask.DEADLINE in asks:
        topic = _HELD.sub("", topic)
    if Ask.QUANTITY in asks and asks & RECORD_FIELDS:
        topic = _FIGURE.sub("", topic).strip() or topic
    return topic
