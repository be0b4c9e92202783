"""What the evaluation commands share: the way modes are named, options, one-line errors, a progress bar."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from eval.outcomes import Outcome


class Modes(TyperGroup):
    """The plain run is the default; a mode's name may carry the dashes of an option, anywhere on the line."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        for position, argument in enumerate(args):
            name, equals, value = argument.removeprefix("--").partition("=")
            if argument.startswith("--") and name in self.commands:
                args = [name, *args[:position], *([value] if equals else []), *args[position + 1 :]]
                break
        if not args or args[0] not in self.commands:
            args = ["run", *args]
        return super().parse_args(ctx, args)


Data = Annotated[
    Path, typer.Option("--data", envvar="ZHENGWEN_DATA", help="The collection's folder, opened in this process.")
]
Model = Annotated[
    str | None, typer.Option("--model", envvar="ZHENGWEN_MODEL", help="The embedding model; default: the shipped one.")
]

Reranker = Annotated[
    str | None,
    typer.Option("--reranker", envvar="ZHENGWEN_RERANKER", help="The cross-encoder, by name or folder; default: none."),
]


def _checked(address: str) -> str:
    """The database's address as it is opened; bad usage where it is none."""
    from index.database import checked_address

    try:
        return checked_address(address) if address else address
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


Database = Annotated[
    str,
    typer.Option(
        "--database",
        envvar="ZHENGWEN_DATABASE",
        callback=_checked,
        help="The PostgreSQL database that holds the collection's rows.",
    ),
]
Milvus = Annotated[
    str, typer.Option("--milvus", envvar="ZHENGWEN_MILVUS", help="The Milvus server that holds the collection's index.")
]
Url = Annotated[str | None, typer.Option("--url", help="A running server, asked over HTTP instead.")]
Key = Annotated[str | None, typer.Option("--key", envvar="ZHENGWEN_KEY", help="The server's API key.")]
# Threads of one process share one interpreter: more of them only blur the latencies, where a server may have several.
Parallel = Annotated[
    int | None,
    typer.Option("--parallel", min=1, max=64, help="Conversations at a time; default 4 over HTTP, 1 in process."),
]
Report = Annotated[Path, typer.Option("--report", help="Where report.html, results.jsonl and the raw outcomes go.")]
RevealTest = Annotated[
    bool, typer.Option("--reveal-test", help="Show cases of split test one by one, too; then they stop being a test.")
]


@contextmanager
def plain_errors(command: str = "eval") -> Iterator[None]:
    """One clear line and status 1 for whatever a person can put right; a traceback with --debug only."""
    from corpus.errors import ReadError
    from eval.errors import EvaluationError
    from index.errors import LibraryError

    try:
        yield
    except (EvaluationError, LibraryError, ReadError) as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(f"zhengwen {command}: {error}", err=True)
        raise typer.Exit(1) from error


def writable(folder: Path) -> Path:
    from eval.errors import EvaluationError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EvaluationError(f"{folder}: cannot be written ({error.strerror}); choose another --report") from error
    return folder


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[Outcome], None] | None]:
    """A bar on a terminal, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Progress(
        *Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn(), console=console
    ) as bar:
        task = bar.add_task("asking", total=total)
        yield lambda outcome: bar.advance(task)
