"""The `zhengwen` command. Heavy imports stand inside the commands: `zhengwen ask` answers within two seconds."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from api.settings import Settings
    from api.workspace import Workspace
    from index.library import Library
    from index.types import Embedder, IngestReport

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Ask official documents a question and get an answer that is exact, complete and cited word for word.",
)
documents = typer.Typer(invoke_without_command=True, help="What is in the collection.")
app.add_typer(documents, name="documents")

Data = Annotated[Path | None, typer.Option("--data", help="The collection's folder [default: ZHENGWEN_DATA or data].")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
FOREIGN = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


class Failure(Exception):
    """What a person can put right; printed as one line."""


def main() -> None:
    """The console script: exit status 0, 1 for a failure with one line on standard error, 2 for bad usage."""
    debug = "--debug" in sys.argv
    try:
        app(args=[argument for argument in sys.argv[1:] if argument != "--debug"], prog_name="zhengwen")
    except Exception as error:
        if debug:
            raise
        print(f"zhengwen: {line(error)}", file=sys.stderr)
        sys.exit(2 if type(error).__name__ == "ValidationError" else 1)


def line(error: Exception) -> str:
    """An error in one line that says what to do."""
    from pydantic import ValidationError

    from index.errors import LibraryError

    if isinstance(error, ValidationError):
        names = (f"ZHENGWEN_{str(item['loc'][0]).upper()}: {item['msg']}" for item in error.errors())
        return f"a setting is wrong: {'; '.join(names)}"
    if isinstance(error, Failure | LibraryError):
        return " ".join(str(error).split())
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())} (run again with --debug and report it)"


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
) -> None:
    """Ask official documents a question and get an answer that is exact, complete and cited word for word."""


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders.", exists=True)],
    data: Data = None,
    json: Json = False,
) -> None:
    """Read files and folders into the collection; a file that fails is named and the others still land."""
    from api.printing import print_report

    report = ingested(paths, settings(data))
    print_report(report, json)
    if report.failed:
        raise typer.Exit(1)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="1 to 2000 characters.")],
    data: Data = None,
    json: Json = False,
    conversation: Annotated[str | None, typer.Option("--conversation", help="Continue this conversation.")] = None,
    language: Annotated[Literal["auto", "zh", "en"], typer.Option(help="Of the answer.")] = "auto",
) -> None:
    """One answer with its citations."""
    from api.conversing import Asked, converse
    from api.printing import print_answer

    workspace = existing_workspace(settings(data))
    print_answer(converse(workspace, Asked(checked(question), conversation, language=language)), json)


@app.command()
def chat(data: Data = None) -> None:
    """A conversation; an empty line or the end of input ends it."""
    from uuid import uuid4

    from api.conversing import Asked, converse
    from api.printing import print_answer

    workspace = existing_workspace(settings(data))
    conversation = uuid4().hex
    while True:
        try:
            question = input("? " if sys.stdin.isatty() else "")
        except (EOFError, KeyboardInterrupt):
            return
        if not question.strip():
            return
        print_answer(converse(workspace, Asked(checked(question), conversation)), False)
        print()


@app.command()
def serve(
    data: Data = None,
    host: Annotated[str | None, typer.Option(help="The address to listen on [default: ZHENGWEN_HOST].")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="[default: ZHENGWEN_PORT]")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Server processes [default: ZHENGWEN_WORKERS].")
    ] = None,
) -> None:
    """The HTTP API, the widget and the pages; with no documents it ingests the bundled corpus first."""
    import uvicorn

    from index.errors import CollectionMissing
    from index.library import Library

    # The server's processes read their settings from the environment, as they would under any other ASGI server.
    for name, value in (("DATA", data), ("HOST", host), ("PORT", port), ("WORKERS", workers)):
        if value is not None:
            os.environ[f"ZHENGWEN_{name}"] = str(value)
    chosen = settings(None)
    try:
        Library.open(chosen.data, embedder=embedder(chosen))
    except CollectionMissing:
        from corpus.catalogue import BUNDLED, read_catalogue

        typer.echo(f"{chosen.data} holds no documents: reading the bundled ones", err=True)
        ingested([BUNDLED / entry.file for entry in read_catalogue(BUNDLED).values()], chosen)
    uvicorn.run(
        "api.app:create_app",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        workers=chosen.workers,
        log_level=chosen.log_level,
        # A stream that somebody forgot open must not keep a stopped server alive.
        timeout_graceful_shutdown=10,
    )


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
    """What was read of a document: metadata, outline, records, warnings."""
    from api.printing import print_document

    print_document(opened(settings(data)), document_id, json)


@documents.command("remove")
def remove_documents(document_ids: Annotated[list[str], typer.Argument(metavar="ID...")], data: Data = None) -> None:
    """Remove documents with everything that was read of them."""
    from index.build import remove

    chosen = settings(data)
    opened(chosen)
    remove(document_ids, chosen.data, embedder=embedder(chosen))


@app.command()
def tasks(
    data: Data = None,
    lead: Annotated[str | None, typer.Option(help="The unit leads.")] = None,
    unit: Annotated[str | None, typer.Option(help="The unit leads or takes part.")] = None,
    due_before: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Due on this day or earlier.")
    ] = None,
    due_after: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Due on this day or later.")] = None,
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


@app.command("eval", context_settings=FOREIGN)
def evaluate(context: typer.Context) -> None:
    """Run a gold set through the same path as a user."""
    from eval.command import app as evaluation

    evaluation(args=context.args, prog_name="zhengwen eval")


@app.command(context_settings=FOREIGN)
def bench(context: typer.Context) -> None:
    """The performance benchmarks."""
    from eval.bench.command import app as benchmarks

    benchmarks(args=context.args, prog_name="zhengwen bench")


@app.command()
def doctor(data: Data = None, json: Json = False) -> None:
    """What is installed, which model, which index, and what is misconfigured."""
    from api.doctor import diagnose
    from api.printing import print_findings

    findings = diagnose(settings(data))
    print_findings(findings, json)
    if not all(finding.fine for finding in findings):
        raise typer.Exit(1)


def settings(data: Path | None) -> Settings:
    """The settings, with the collection's folder from the command line where it is given there."""
    from api.settings import Settings

    return Settings() if data is None else Settings(data=data)


def checked(question: str) -> str:
    """The question without outer white space; 1 to 2000 characters."""
    question = question.strip()
    if not 1 <= len(question) <= 2000:
        raise Failure(f"a question has 1 to 2000 characters, this one {len(question)}: ask again in fewer words")
    return question


def embedder(chosen: Settings) -> Embedder:
    """The embedding model of the settings."""
    from index.embed import load_embedder

    return load_embedder(chosen.model)


def opened(chosen: Settings) -> Library:
    """The collection, open for reading. Raises a LibraryError."""
    from index.library import Library

    return Library.open(chosen.data, embedder=embedder(chosen))


def existing_workspace(chosen: Settings) -> Workspace:
    """The workspace of a collection that exists: asking makes no folders."""
    from api.workspace import open_workspace
    from index.errors import CollectionMissing
    from index.schema import has_database

    if not has_database(chosen.data):
        raise CollectionMissing(chosen.data)
    return open_workspace(chosen.data, chosen.model, chosen.conversation_turns)


def ingested(paths: list[Path], chosen: Settings) -> IngestReport:
    """The outcome of reading files into the collection, with a progress bar on a terminal."""
    from index.build import ingest

    if not sys.stderr.isatty():
        return ingest(paths, chosen.data, embedder=embedder(chosen))
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        return ingest(
            paths,
            chosen.data,
            embedder=embedder(chosen),
            progress=lambda step: bar.update(
                task, completed=step.done, total=step.total, description=Path(step.path).name
            ),
        )
