"""Rows and tasks of one paper asked of another that does not have them: what must be refused.

The paper is named, so that the answer of the other paper is as wrong as an invented one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.cases import Case
from eval.computed.source import Source, computed
from eval.computed.statements import Statement, statements

ASKED = (
    "{name}里，{task}由谁负责？",
    "{name}规定{task}什么时候完成？",
    "按照{name}，{task}的牵头单位是哪家",
    "Under {name}, who is responsible for {task}?",
)
EVERY = 3
"""A third of the tasks: each is asked of one other paper."""


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """Every third task, asked of the next paper that has tasks and shares none of the pairs of characters that only
    this task has."""
    owned = [(source, found) for source in sources if (found := list(statements(source)))]
    for at, (_, found) in enumerate(owned):
        for number, one in enumerate(found[::EVERY]):
            other = next((source for source, _ in owned[at + 1 :] + owned[:at] if _is_foreign(one, source)), None)
            if other is not None:
                question = ASKED[number % len(ASKED)].format(name=other.name, task=one.task)
                yield computed(other, "absent", question, (), (), type="not_found", status="not_found")


def _is_foreign(one: Statement, source: Source) -> bool:
    """Whether the paper has at most a few of the pairs of characters that the task is written with."""
    pairs = {one.task[at : at + 2] for at in range(len(one.task) - 1)}
    return sum(pair in source.text for pair in pairs) <= 0.4 * len(pairs)
