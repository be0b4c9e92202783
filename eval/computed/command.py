"""`zhengwen eval computed`: form the questions, ask them, print what is right by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.options import Data, Database, Milvus, Model, Report, Reranker, plain_errors, progress_bar, writable
from index.place import Place

if TYPE_CHECKING:
    from rich.table import Table

    from eval.judgement import Judgement

GOLD_FILE = "computed.jsonl"


def computed(
    data: Data = Path("data"),
    database: Database = "",
    milvus: Milvus = "",
    model: Model = None,
    reranker: Reranker = None,
    report: Report = Path("report-computed"),
    kinds: Annotated[str | None, typer.Option("--kinds", help="Only these kinds, comma-separated.")] = None,
    form_only: Annotated[bool, typer.Option("--form-only", help="Write the gold file and ask nothing.")] = False,
) -> None:
    """Questions formed by rule from every document of the collection, with truths that a script reads from its text.

    They are written to computed.jsonl in the report's folder, an ordinary gold set, and scored like one.
    """
    with plain_errors():
        from rich.console import Console

        from eval.cases import write_cases
        from eval.computed import KINDS, form_cases
        from eval.computed.source import Source
        from eval.errors import EvaluationError
        from eval.evaluation import evaluate
        from eval.respondents import InProcess
        from eval.results import REPORT_FILE

        chosen = tuple(kinds.split(",")) if kinds else KINDS
        if unknown := [kind for kind in chosen if kind not in KINDS]:
            raise typer.BadParameter(f"{', '.join(unknown)}; known are {', '.join(KINDS)}", param_hint="--kinds")
        respondent = InProcess.open(Place.of_folder(data, database, milvus), model, reranker)
        titles = respondent.titles()
        cases = form_cases([Source(name, title, respondent.text(name)) for name, title in titles.items()], chosen)
        if not cases:
            raise EvaluationError(f"{data}: its {len(titles)} documents hold nothing that these kinds ask for")
        folder = writable(report)
        gold = folder / GOLD_FILE
        write_cases(cases, gold)
        console = Console()
        if form_only:
            console.print(f"{gold}: {len(cases)} cases", highlight=False, markup=False, soft_wrap=True)
            return
        with progress_bar(len(cases)) as advance:
            found = evaluate(gold, cases, respondent, folder, settings={"kinds": chosen}, progress=advance)
        console.print(table_by_kind(found.judgements))
        console.print(f"{folder / REPORT_FILE} shows every case", highlight=False, markup=False, soft_wrap=True)


def table_by_kind(judgements: Iterable[Judgement]) -> Table:
    """Cases and the share of right ones for each kind: all, the documents to learn from, those kept aside."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from eval.computed import kind_of
    from eval.terminal import percent

    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for judged in judgements:
        for part in ("all", str(judged.case.split)):
            for kind in (kind_of(judged.case), "all kinds"):
                total[kind, part] += 1
                right[kind, part] += judged.right
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in ("computed", "n", "right, %", "dev", "test"):
        table.add_column(heading, justify="left" if heading == "computed" else "right")
    for kind in (*dict.fromkeys(kind for kind, _ in total if kind != "all kinds"), "all kinds"):
        parts = [(kind, part) for part in ("all", "dev", "test")]
        shares = [right[part] / total[part] if total[part] else None for part in parts]
        table.add_row(kind, str(total[kind, "all"]), *map(percent, shares))
    return table
