"""One task with its units in brackets behind it: who leads, helps, is responsible, by when; who and by when at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.cases import Case
from eval.computed.source import Source, computed
from eval.computed.statements import HEADING, Statement, statements

ASKED_OWNER = ("{task}由谁负责？", "哪个单位负责{task}", "{task}是哪家的活")
ASKED_LEAD = ("{task}谁牵头？", "{task}的牵头单位是哪个", "{task}归谁抓总")
ASKED_HELP = ("{task}由哪些单位配合？", "{task}的配合部门有哪些")
ASKED_DUE = ("{task}什么时候完成？", "{task}的时限是什么")
ASKED_BOTH = ("{task}由谁负责，什么时候完成？", "{task}的责任单位和完成时限分别是什么", "谁来做{task}，有没有期限？")


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """One question of each kind that the bracket answers, for every item whose heading the collection has once.

    Who and by when are asked of every task; where its statement gives no time, that has to be said (`partial`).
    """
    for source in sources:
        for number, one in enumerate(statements(source)):
            if HEADING.match(one.quote) and sum(other.text.count(one.task) for other in sources) == 1:
                yield from _asked(source, one, number)


def _asked(source: Source, one: Statement, number: int) -> Iterator[Case]:
    def question(templates: Sequence[str]) -> str:
        return templates[number % len(templates)].format(task=one.task)

    for templates, units in ((ASKED_OWNER, one.owners), (ASKED_LEAD, one.leads), (ASKED_HELP, one.helps)):
        if units:
            names = [[unit] for unit in units]
            yield computed(source, "assigned", question(templates), names, [one.quote], type="who")
    names = [[unit] for unit in one.leads or one.owners]
    if one.due:
        yield computed(source, "assigned", question(ASKED_DUE), [[one.due]], [one.quote], type="when")
        both = [*names, [one.due]]
        yield computed(source, "assigned", question(ASKED_BOTH), both, [one.quote], type="who_when")
    elif names and not one.timed:
        asked = question(ASKED_BOTH)
        yield computed(source, "assigned", asked, names, [one.quote], type="partial", status="partial")
