"""`zhengwen eval`: the commands, ready to be mounted as `cli.add_typer(eval.command.app, name="eval")`.

Every mode but the plain run may be written as an option or as a word: `--compare A B` is `compare A B`.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from eval.cases import Case
    from eval.outcomes import Outcome
    from eval.respondents import Respondent


class _Modes(TyperGroup):
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


app = typer.Typer(
    cls=_Modes,
    add_completion=False,
    no_args_is_help=False,
    help="Run a gold set through the same path as a user and report every figure with its interval.",
)

Data = Annotated[
    Path, typer.Option("--data", envvar="ZHENGWEN_DATA", help="The collection's folder, opened in this process.")
]
Model = Annotated[
    str | None, typer.Option("--model", envvar="ZHENGWEN_MODEL", help="The embedding model; default: the shipped one.")
]
Report = Annotated[Path, typer.Option("--report", help="Where report.html, results.jsonl and the raw outcomes go.")]
Gates = Annotated[Path | None, typer.Option("--gates", help="Thresholds (TOML); exit status 1 where one is missed.")]


@contextmanager
def _plain_errors() -> Iterator[None]:
    """One clear line and status 1 for whatever a person can put right; a traceback with --debug only."""
    from eval.errors import EvaluationError
    from index.errors import LibraryError

    try:
        yield
    except (EvaluationError, LibraryError) as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(f"zhengwen eval: {error}", err=True)
        raise typer.Exit(1) from error


@app.command()
def run(
    gold: Annotated[Path, typer.Argument(help="The gold set, JSON Lines.")],
    data: Data = Path("data"),
    url: Annotated[str | None, typer.Option("--url", help="A running server, asked over HTTP instead.")] = None,
    key: Annotated[str | None, typer.Option("--key", envvar="ZHENGWEN_KEY", help="The server's API key.")] = None,
    model: Model = None,
    report: Report = Path("report"),
    types: Annotated[str | None, typer.Option("--types", help="Only these types, comma-separated.")] = None,
    split: Annotated[str | None, typer.Option("--split", help="Only this split: dev or test.")] = None,
    parallel: Annotated[int, typer.Option("--parallel", min=1, max=64, help="Conversations at a time.")] = 4,
    gates: Gates = None,
) -> None:
    """Ask every case of GOLD, score the answers, print the table, write the report."""
    with _plain_errors():
        from rich.console import Console

        from eval.cases import parse_cases
        from eval.errors import EvaluationError
        from eval.judgement import judge_all
        from eval.respondents import InProcess, OverHTTP
        from eval.results import OUTCOMES_FILE, RUN_FILE, write_results
        from eval.run import run as run_cases
        from eval.summary import latency, slices
        from eval.terminal import print_summary

        chosen = _chosen(parse_cases(gold), types, split)
        if not chosen:
            raise EvaluationError(f"{gold}: no case has the chosen --types and --split")
        respondent: Respondent = OverHTTP(url, key=key) if url else InProcess.open(data, model)
        started = datetime.now(UTC)
        settings: dict[str, Any] = {
            **respondent.about(),
            "gold": gold.name,
            "gold_sha256": sha256(gold.read_bytes()).hexdigest(),
            "types": types,
            "split": split,
            "cases": len(chosen),
            "parallel": parallel,
            "python": platform.python_version(),
            "machine": platform.platform(),
            "started": started.isoformat(timespec="seconds"),
        }
        try:
            report.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EvaluationError(f"{report}: cannot be written ({error.strerror}); choose another --report") from error
        with _progress(chosen) as advance:
            outcomes = run_cases(chosen, respondent, report / OUTCOMES_FILE, parallel=parallel, progress=advance)
        settings["seconds"] = round((datetime.now(UTC) - started).total_seconds(), 1)
        (report / RUN_FILE).write_text(json.dumps(settings, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        judgements = judge_all(chosen, outcomes, respondent.text)
        write_results(judgements, report)
        print_summary(Console(), slices(judgements), latency(judgements), judgements)


def _chosen(cases: tuple[Case, ...], types: str | None, split: str | None) -> tuple[Case, ...]:
    wanted = set(types.split(",")) if types else None
    return tuple(
        case for case in cases if (wanted is None or case.type in wanted) and (split is None or case.split == split)
    )


@contextmanager
def _progress(cases: tuple[Case, ...]) -> Iterator[Callable[[Outcome], None] | None]:
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
        task = bar.add_task("asking", total=len(cases))
        yield lambda outcome: bar.advance(task)
