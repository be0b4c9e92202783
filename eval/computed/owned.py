"""All tasks that a unit leads, helps with or is responsible for in one paper: the list a supervision report needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.cases import Case
from eval.computed.source import Source, computed
from eval.computed.statements import Statement, statements

FEWEST, MOST = 2, 15
BEGINNING = 8
ASKED_LEAD = (
    "{name}里{unit}牵头的任务有哪些？",
    "列出{unit}在{name}中牵头的全部事项",
    "Which tasks does {unit} lead under {name}?",
)
ASKED_HELP = ("{name}里{unit}配合的任务有哪些？", "{unit}在{name}中要配合哪些事")
ASKED_ANY = (
    "{name}里{unit}负责或参与的任务有哪些？",
    "{name}涉及{unit}的任务都列出来",
    "List all tasks in {name} that involve {unit}.",
)


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """For each unit with two to fifteen tasks of a kind: every task has to be told and cited."""
    for source in sources:
        found = list(statements(source))
        units = dict.fromkeys(unit for one in found for unit in one.units)
        for number, unit in enumerate(units):
            for asked, held in (
                (ASKED_LEAD, [one for one in found if unit in one.leads or (unit in one.marked)]),
                (ASKED_HELP, [one for one in found if unit in one.helps]),
                (ASKED_ANY, [one for one in found if unit in one.units]),
            ):
                if FEWEST <= len(held) <= MOST and all(len(one.task) >= BEGINNING for one in held):
                    yield _listed(source, asked[number % len(asked)].format(name=source.name, unit=unit), held)


def _listed(source: Source, question: str, held: Sequence[Statement]) -> Case:
    names = dict.fromkeys(one.task[:BEGINNING] for one in held)
    return computed(source, "owned", question, [[name] for name in names], [one.quote for one in held], type="list")
