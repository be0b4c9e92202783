"""`zhengwen ingest`, `zhengwen documents` and `zhengwen tasks`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from api.commands import Data, Failure, Json, embedder, opened, settings

if TYPE_CHECKING:
    from api.settings import Settings
    from index.types import IngestReport, Progress

documents = typer.Typer(invoke_without_command=True, help="What is in the collection.")


def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders.", exists=True)] = None,
    data: Data = None,
    json: Json = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="First index anew what is there: after a change of model or version.")
    ] = False,
) -> None:
    """Read files and folders into the collection; a file that fails is named and the others still land."""
    from api.printing import print_report

    if not paths and not rebuild:
        raise typer.BadParameter("name files or folders, or index anew what is there with --rebuild")
    chosen = settings(data)
    if rebuild:
        rebuilt(chosen)
    if not paths:
        return
    report = ingested(paths, chosen)
    print_report(report, json)
    if report.failed:
        raise typer.Exit(1)


@documents.callback()
def list_by_default(context: typer.Context, data: Data = None, json: Json = False) -> None:
    """What is in the collection."""
    if context.invoked_subcommand is None:
        list_documents(data, json)


@documents.command("list")
def list_documents(data: Data = None, json: Json = False) -> None:
    """Every document, by id."""
    from api.printing import print_documents

    print_documents(opened(settings(data)).documents(), json)


@documents.command("show")
def show_document(
    document_id: Annotated[str, typer.Argument(metavar="ID")], data: Data = None, json: Json = False
) -> None:
    """What was read of a document: metadata, outline, tables, what it cites and what cites it, tasks, warnings."""
    from api.printing import print_document

    print_document(opened(settings(data)), document_id, json)


@documents.command("remove")
def remove_documents(document_ids: Annotated[list[str], typer.Argument(metavar="ID...")], data: Data = None) -> None:
    """Remove documents with everything that was read of them."""
    from index.build import remove

    chosen = settings(data)
    opened(chosen)
    remove(document_ids, chosen.place, embedder=embedder(chosen))


def tasks(
    data: Data = None,
    lead: Annotated[str | None, typer.Option(help="The unit leads.")] = None,
    unit: Annotated[str | None, typer.Option(help="The unit leads or takes part.")] = None,
    due_before: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Due by this day.")] = None,
    due_after: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Due from this day on.")] = None,
    document: Annotated[list[str] | None, typer.Option(help="Only of this document; may be repeated.")] = None,
    format: Annotated[Literal["table", "json", "csv", "xlsx", "ics"], typer.Option("--format")] = "table",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file instead of standard output.")] = None,
) -> None:
    """The task ledger (任务台账)."""
    from api.ledger import Wanted
    from api.printing import tasks_in_format

    library = opened(settings(data))
    for document_id in document or ():
        library.document(document_id)
    wanted = Wanted(lead, unit, due_before and due_before.date(), due_after and due_after.date())
    records = [record for record in library.records(document or None) if wanted.matches(record)]
    if format == "xlsx" and output is None and sys.stdout.isatty():
        raise Failure("a workbook is no text: give it a file with --output FILE")
    content = tasks_in_format(records, library, format)
    if output is not None:
        output.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


def ingested(paths: list[Path], chosen: Settings) -> IngestReport:
    """The outcome of reading files into the collection, with a progress bar on a terminal."""
    from index.build import ingest

    with told() as progress:
        return ingest(paths, chosen.place, embedder=embedder(chosen), progress=progress)


def rebuilt(chosen: Settings) -> None:
    """Indexes anew what is in the collection, with a progress bar on a terminal."""
    from index.build import rebuild

    with told() as progress:
        rebuild(chosen.place, embedder=embedder(chosen), progress=progress)


@contextmanager
def told() -> Iterator[Callable[[Progress], None] | None]:
    """What shows progress on standard error; None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}")
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda step: bar.update(
            task, completed=step.done, total=step.total, description=f"{step.stage} {Path(step.path).name}"
        )
