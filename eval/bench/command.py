"""`zhengwen bench`: what is measured, in which order, and how it is shown and kept."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from mimetypes import guess_extension
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eval.bench.comparison import RECIPE, compared, print_comparison
from eval.bench.processes import completed, measured, percentiles, shown
from eval.errors import EvaluationError
from eval.options import plain_errors, writable

if TYPE_CHECKING:
    from rich.console import Console

GOLD = Path(__file__).parents[1] / "gold" / "bundled.jsonl"
COLD_QUESTION = "免税牌照的申报由谁牵头, 什么时候完成?"
COLD_RUNS = 5
MADE_QUESTIONS = 91
PACKAGES = ("zhengwen", "tantivy", "faiss-cpu", "numpy", "tokenizers", "bm25s", "rjieba")
app = typer.Typer(add_completion=False)


@app.callback(invoke_without_command=True)
def bench(
    context: typer.Context,
    texts: Annotated[
        Path | None,
        typer.Option(
            exists=True, file_okay=False, help="A folder of documents (default: the bundled ones, recombined)."
        ),
    ] = None,
    size: Annotated[
        list[int] | None, typer.Option(min=1, help="How many passages; may be repeated (default: 1000 and 10000).")
    ] = None,
    documents: Annotated[
        int, typer.Option(min=1, help="Of how many documents (the same texts, again and again) the records are timed.")
    ] = 100,
    questions: Annotated[int | None, typer.Option(min=1, help="Only so many questions of the gold set.")] = None,
    ingest: Annotated[
        int | None, typer.Option(min=1, help="Also ingest so many documents in one go, for speed and memory.")
    ] = None,
    peer: Annotated[
        list[str] | None,
        typer.Option(
            help="langchain, haystack or txtai, too (see eval/bench/requirements-peers.txt); may be repeated."
        ),
    ] = None,
    alone: Annotated[
        list[int] | None,
        typer.Option(min=1, help="How many passages zhengwen is measured at without the others; may be repeated."),
    ] = None,
    most_memory: Annotated[
        float | None, typer.Option(min=0, help="End another system that takes more memory than so many GB.")
    ] = None,
    report: Annotated[Path, typer.Option(help="The folder for bench.json.")] = Path("report"),
) -> None:
    """Build, search and change the index beside the usual recipe (BM25 over jieba's words and an exact FAISS index, on
    the same vectors), each in processes of its own; then time reading, stage by stage and down to task records, and
    whole answers over the bundled documents."""
    if context.invoked_subcommand is not None:
        return
    with plain_errors("bench"), TemporaryDirectory(prefix="zhengwen-bench-") as folder:
        from rich.console import Console

        from eval.bench.ledgers import timed_records
        from eval.bench.texts import papers, workload

        kept = writable(report) / "bench.json"
        console, work = Console(), Path(folder)
        most_bytes = None if most_memory is None else round(most_memory * 1e9)
        sizes = sorted({*(size or (() if alone else (1_000, 10_000))), *(alone or ())})
        shelf = papers(texts, sizes[-1])
        found: dict[str, Any] = {
            "texts": str(texts) if texts else "sentences of the bundled documents, recombined",
            "machine": machine(),
            "versions": versions(),
            "sizes": [],
        }
        for passages in sizes:
            load = workload(shelf, passages)
            others = () if passages in (alone or ()) else (RECIPE, *(peer or ()))
            found["sizes"].append(compared(load, work / str(passages), others, most_bytes))
            print_comparison(console, found["sizes"][-1])
            keep(found, kept)  # what took an hour is not lost when the next size fails
        found["records"] = timed_records(texts, documents)
        print_records(console, found["records"])
        found["reading"] = read(texts, work / "reading", ingest)
        print_reading(console, found["reading"])
        found["answers"] = answered(work / "answers", questions)
        print_answers(console, found["answers"])
        found["machine"]["load_at_end"] = os.getloadavg()[0]
        keep(found, kept)
        console.print(f"{described(found['machine'])}; {kept} has every figure", highlight=False, soft_wrap=True)


@app.command("load")
def under_load(
    documents: Annotated[
        int, typer.Option(min=1, help="Documents of the collection, of about 18 passages each.")
    ] = 500,
    data: Annotated[
        Path | None, typer.Option(help="Keep the collection in this folder, or use the one that was kept there.")
    ] = None,
    clients: Annotated[int, typer.Option(min=1, help="Clients that ask one question after another.")] = 50,
    seconds: Annotated[float, typer.Option(min=1, help="For how long.")] = 60,
    streams: Annotated[int, typer.Option(min=0, help="Event streams that are then opened all at once.")] = 1000,
    workers: Annotated[list[int] | None, typer.Option(min=1, help="Server processes; may be repeated.")] = None,
    report: Annotated[Path, typer.Option(help="The folder for load.json.")] = Path("report"),
) -> None:
    """Ask a real server from many clients while documents are added and removed; latency, errors and memory."""
    with plain_errors("bench"), TemporaryDirectory(prefix="zhengwen-bench-") as folder:
        from rich.console import Console

        from eval.bench.load import Load, LoadFigures

        kept, console = writable(report) / "load.json", Console()
        collection = data or Path(folder) / "data"
        passages = _collection(collection, documents, Path(folder) / "texts")
        found: dict[str, Any] = {"machine": machine(), "versions": versions(), "passages": passages, "runs": []}
        for number in workers or [1]:
            load = Load(clients, seconds, streams, number)
            arguments = [sys.executable, "-m", "eval.bench.load", str(collection), json.dumps(asdict(load))]
            figures = LoadFigures(**json.loads(completed(arguments)))
            found["runs"].append({**asdict(load), **asdict(figures), **percentiles("answer", figures.answer_ms)})
            found["runs"][-1] |= percentiles("ledger", figures.ledger_ms)
            print_load(console, found["runs"][-1])
        found["machine"]["load_at_end"] = os.getloadavg()[0]
        keep(found, kept)
        console.print(
            f"{passages:,} passages; {described(found['machine'])}; {kept} has every figure",
            highlight=False,
            soft_wrap=True,
        )


@app.command("answers")
def step_by_step(
    documents: Annotated[
        int, typer.Option(min=0, help="Ask of so many documents, of about 18 passages each (0: of the bundled ones).")
    ] = 0,
    data: Annotated[
        Path | None, typer.Option(help="Keep the collection in this folder, or use the one that was kept there.")
    ] = None,
    questions: Annotated[int | None, typer.Option(min=1, help="Only so many questions.")] = None,
    passes: Annotated[int, typer.Option(min=1, help="How often each is asked; its quickest answer counts.")] = 2,
    report: Annotated[Path, typer.Option(help="The folder for answers.json.")] = Path("report"),
) -> None:
    """Whole answers one after another, as a server gives them once it is ready: milliseconds of a processor, as a whole
    and in the steps that take most of it."""
    with plain_errors("bench"), TemporaryDirectory(prefix="zhengwen-bench-") as folder:
        from rich.console import Console

        from eval.bench.answering import timed_answers

        kept, console = writable(report) / "answers.json", Console()
        collection = data or Path(folder) / "data"
        passages = _collection(collection, documents, Path(folder) / "texts")
        asked, about = _questions(documents)[:questions], machine()
        prepared, times = timed_answers(collection, asked, passes)
        found: dict[str, Any] = {
            "machine": about,
            "versions": versions(),
            "passages": passages,
            "questions": len(asked),
            "passes": passes,
            "prepare_ms": prepared,
            "steps": {step: percentiles("step", values, (50, 95, 99)) for step, values in times.items()},
        }
        found["machine"]["load_at_end"] = os.getloadavg()[0]
        keep(found, kept)
        print_steps(console, found)
        console.print(f"{described(found['machine'])}; {kept} has every figure", highlight=False, soft_wrap=True)


def _questions(documents: int) -> list[str]:
    """First turns of the gold set over the bundled documents (0), or questions about so many written ones."""
    from eval.bench.documents import questions
    from eval.cases import parse_cases

    return questions(MADE_QUESTIONS) if documents else [case.turns[0] for case in parse_cases(GOLD)]


def _collection(folder: Path, documents: int, texts: Path) -> int:
    """Ingests so many documents (0: the bundled ones) unless the folder holds a collection; how many passages there
    are."""
    from corpus.catalogue import BUNDLED, read_catalogue
    from eval.bench.documents import write_documents
    from index.build import ingest
    from index.database import has_database
    from index.library import Library

    if not has_database(folder):
        if documents:
            write_documents(texts, documents)
        ingest([texts] if documents else [BUNDLED / entry.file for entry in read_catalogue(BUNDLED).values()], folder)
    library = Library.open(folder)
    try:
        return sum(summary.passages for summary in library.documents())
    finally:
        library.close()


def keep(found: Mapping[str, Any], path: Path) -> None:
    """Writes the figures, as JSON."""
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def print_load(console: Console, found: Mapping[str, Any]) -> None:
    """One run under load, in five lines."""
    megabytes = " -> ".join(f"{value / 1e6:,.0f}" for value in found["memory_bytes"])
    wrong = ", ".join(f"{number} x {name}" for name, number in found["errors"].items()) or "none"
    answers = len(found["answer_ms"])
    console.print(
        f"{found['workers']} server process(es), {found['clients']} clients for {found['seconds']:.0f} s: "
        f"{answers:,} answers, {answers / found['seconds']:.0f} a second, "
        f"p50 {shown(found['answer_p50_ms'])} ms, p95 {shown(found['answer_p95_ms'])} ms\n"
        f"  documents added and removed meanwhile: {found['changes']}; errors: {wrong}\n"
        f"  event streams opened at once and answered: {found['streams_done']} of {found['streams']} "
        f"in {found['streams_s']:.0f} s\n"
        f"  pages of the task ledger: p50 {shown(found['ledger_p50_ms'])} ms, p95 {shown(found['ledger_p95_ms'])} ms\n"
        f"  memory of the server's own, pages of files left out (MB): {megabytes}",
        highlight=False,
        soft_wrap=True,
    )


def read(texts: Path | None, work: Path, many: int | None) -> dict[str, Any]:
    """The stages from a file to the index over the documents in `texts` (None: the bundled ones in three formats), and
    `many` documents in one go."""
    from eval.bench.reading import in_formats

    folder = texts or work / "documents"
    (work / "documents").mkdir(parents=True)
    if texts is None:
        in_formats(folder)
    found = measured("stages", folder, work, module="eval.bench.reading")
    if many:
        found["batch"] = measured("batch", folder, many, work, module="eval.bench.reading")
    return found


def answered(work: Path, limit: int | None) -> dict[str, Any]:
    """The whole assistant over the bundled documents: first turns of the gold set, and the command in a new process."""
    from eval.cases import parse_cases

    texts = [case.turns[0] for case in parse_cases(GOLD)][:limit]
    work.mkdir()
    questions = work / "questions.json"
    questions.write_text(json.dumps(texts), encoding="utf-8")
    figures = measured("answers", work / "data", questions)
    whole = {"answer": figures.pop("answer_ms"), "on processors": figures.pop("answer_cpu_ms")}
    stages = {**whole, **figures.pop("stages_ms")}
    command = [sys.executable, "-m", "api.cli", "ask", COLD_QUESTION, "--data", str(work / "data")]
    cold = []
    for _ in range(COLD_RUNS):
        start = perf_counter()
        completed(command)
        cold.append((perf_counter() - start) * 1000)
    return {
        "questions": len(texts),
        **figures,
        "stages": {name: percentiles("stage", values) for name, values in stages.items()},
        "cold_ask": {"runs": COLD_RUNS, **percentiles("process", cold)},
    }


def machine() -> dict[str, Any]:
    """What the figures depend on; the load is how many processes ran in the last minute: what
    else the machine does slows every figure down."""
    lines = (line.partition(":") for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines())
    return {
        "cpu": next((value.strip() for name, _, value in lines if name.strip() == "model name"), "unknown"),
        "cores": len(os.sched_getaffinity(0)),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": platform.platform(),
        "load_at_start": os.getloadavg()[0],
    }


def versions() -> dict[str, str]:
    """Python and the packages that are measured. Raises EvaluationError where one is missing."""
    try:
        return {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    except PackageNotFoundError as error:
        raise EvaluationError(f"{error.name} is not installed: pip install 'zhengwen[dev]'") from error


def described(about: Mapping[str, Any]) -> str:
    """The machine in one phrase."""
    memory = f"{about['memory_bytes'] / 2**30:.0f} GiB"
    load = f"load {about['load_at_start']:.1f} at the start, {about['load_at_end']:.1f} at the end"
    return f"{about['cpu']}, {about['cores']} cores, {memory}, {load}"


def print_records(console: Console, found: Mapping[str, float]) -> None:
    """Documents to task records: one line."""
    console.print(
        f"{found['documents']:,} documents of {found['characters']:,} characters to {found['records']:,} task records "
        f"in {shown(found['seconds'])} s, {found['processes']} processes; "
        f"{shown(found['records_core_s'])} s of one core went into finding the records",
        highlight=False,
        soft_wrap=True,
    )


def print_reading(console: Console, found: Mapping[str, Any]) -> None:
    """Each stage's share of the time from a file to the index, and reading by format."""
    from rich.table import Table

    total, size = sum(found["stages_s"].values()), found["megabytes"]
    table = Table(title=f"{found['files']} documents, {size:.2f} MB of text, one core", title_justify="left")
    for heading in ("stage", "share", "MB of text a second"):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    for stage, seconds in found["stages_s"].items():
        table.add_row(stage, f"{100 * seconds / total:.0f}%", shown(size / seconds) if seconds else "")
        if stage == "reading":
            for kind, spent in found["formats_s"].items():
                speed = shown(found["formats_megabytes"][kind] / spent) if spent else ""
                table.add_row(f"  {guess_extension(kind) or kind}", f"{100 * spent / total:.0f}%", speed)
    table.add_row("all", "100%", shown(size / total))
    console.print(table)
    if batch := found.get("batch"):
        console.print(
            f"{batch['files']} documents in one go, {batch['megabytes']:.1f} MB: {batch['ingest_s']:.0f} s, "
            f"peak memory {batch['peak_bytes'] / 1e6:.0f} MB",
            highlight=False,
        )


def print_steps(console: Console, found: Mapping[str, Any]) -> None:
    """Whole answers, step by step."""
    from rich.table import Table

    console.print(
        f"{found['questions']} questions over {found['passages']:,} passages, the quickest of {found['passes']} times, "
        f"ms of a processor; {found['prepare_ms']:,.0f} to prepare",
        highlight=False,
        soft_wrap=True,
    )
    table = Table()
    for heading in ("step", "p50", "p95", "p99"):
        table.add_column(heading, justify="left" if heading == "step" else "right")
    for name, values in found["steps"].items():
        table.add_row(name if name == "answer" else f"  {name}", *map(shown, values.values()))
    console.print(table)


def print_answers(console: Console, found: Mapping[str, Any]) -> None:
    """Whole answers: per stage, and the command in a new process."""
    from rich.table import Table

    table = Table(title=f"{found['questions']} questions to the bundled documents (ms)", title_justify="left")
    for heading in ("stage", "p50", "p95"):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    for name, values in found["stages"].items():
        table.add_row(name if name == "answer" else f"  {name}", *map(shown, values.values()))
    cold = found["cold_ask"]
    table.add_row(
        f"zhengwen ask, new process ({cold['runs']} runs)", shown(cold["process_p50_ms"]), shown(cold["process_p95_ms"])
    )
    console.print(table)
    peak = found["peak_bytes"] / 1e6
    console.print(
        f"ingesting them {found['ingest_s']:.1f} s, opening to first answer {found['open_ms']:.0f} ms, "
        f"peak memory {peak:.0f} MB",
        highlight=False,
    )
