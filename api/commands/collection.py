"""`zhengwen ingest`, `zhengwen documents` and `zhengwen tasks`."""

from __future__ import annotations

import sys
import time
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

# Files that a worker takes at once: they are indexed together, and read by one process.
QUEUED_TOGETHER = 16
QUEUE_LOOK_SECONDS = 0.3
documents = typer.Typer(invoke_without_command=True, help="What is in the collection.")


def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders.", exists=True)] = None,
    data: Data = None,
    json: Json = False,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            help="First read the kept originals of all documents again and index them: after a new version. "
            "All or nothing: if one is missing, nothing changes.",
        ),
    ] = False,
    reindex: Annotated[
        bool,
        typer.Option("--reindex", help="First index anew what was read, reading no file: after a change of model."),
    ] = False,
    queue: Annotated[
        bool, typer.Option("--queue", help="Let the workers read them: with PostgreSQL, on any number of hosts.")
    ] = False,
) -> None:
    """Read files and folders into the collection; a file that fails is named and the others still land."""
    from api.printing import print_report

    if not paths and not rebuild and not reindex:
        raise typer.BadParameter("name files or folders, or make anew what is there with --rebuild or --reindex")
    if rebuild and reindex:
        raise typer.BadParameter("--rebuild indexes, too: leave out --reindex")
    chosen = settings(data)
    if rebuild or reindex:
        rebuilt(chosen, reading=rebuild)
    if not paths:
        return
    report = queued(paths, chosen) if queue else ingested(paths, chosen)
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


def queued(paths: list[Path], chosen: Settings) -> IngestReport:
    """The outcome of having workers read the files, which go on when this is interrupted."""
    from api.jobs import Jobs
    from index.build import files_in
    from index.journal import Journal
    from index.store import Store
    from index.types import FileOutcome, IngestReport, Progress

    if not chosen.database:
        raise Failure("only PostgreSQL keeps a queue: set ZHENGWEN_DATABASE, or leave out --queue")
    jobs, store = Jobs(chosen.place, Journal.open(chosen.place)), Store.open(chosen.place)
    files = files_in(paths, chosen.place)
    waiting = [jobs.queue(files[start : start + QUEUED_TOGETHER]) for start in range(0, len(files), QUEUED_TOGETHER)]
    told_to = "read by the workers (`zhengwen worker`, or any running server); this waits and may be interrupted"
    typer.echo(f"{len(files)} files in {len(waiting)} jobs are queued, {told_to}", err=True)
    outcomes: list[FileOutcome] = []
    with told() as progress:
        for job in waiting:
            while not ((found := jobs.find(job.id)) and found.finished):
                time.sleep(QUEUE_LOOK_SECONDS)
            outcomes += (
                FileOutcome(path, file.outcome or "failed", file.document_id, file.reason, file.warnings)
                for path, file in zip(found.paths, found.files, strict=True)
            )
            if progress is not None:
                progress(Progress(len(outcomes), len(files), outcomes[-1].path))
    return IngestReport(tuple(outcomes), store.generation() or "")


def worker(
    data: Data = None,
    drain: Annotated[bool, typer.Option("--drain", help="End when no job waits.")] = False,
) -> None:
    """Read uploaded and queued files for all servers of a PostgreSQL database, beside other workers."""
    chosen = settings(data)
    if not chosen.database:
        raise Failure("workers share a PostgreSQL database: set ZHENGWEN_DATABASE; without one `zhengwen serve` reads")
    from api.observation import write_log
    from api.worker import serve_queue

    write_log(chosen.log_level, chosen.log_format)
    serve_queue(chosen.place, chosen.model, wait=not drain)


def rebuilt(chosen: Settings, *, reading: bool) -> None:
    """Makes anew what is in the collection, from its originals (`reading`) or as read before, with a progress bar."""
    from index.rereading import rebuild, reindex

    with told() as progress:
        (rebuild if reading else reindex)(chosen.place, embedder=embedder(chosen), progress=progress)


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
