"""`zhengwen eval`: the commands, ready to be mounted as `cli.add_typer(eval.command.app, name="eval")`.

Every mode but the plain run may be written as an option or as a word: `--compare A B` is `compare A B`.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from eval.cases import CASE_TYPES, Case, Split
from eval.computed.command import computed
from eval.options import (
    Data,
    Database,
    Key,
    Milvus,
    Model,
    Modes,
    Parallel,
    Report,
    Reranker,
    RevealTest,
    Url,
    plain_errors,
    progress_bar,
    writable,
)
from index.place import Place

if TYPE_CHECKING:
    from eval.respondents import Respondent

app = typer.Typer(
    cls=Modes,
    add_completion=False,
    no_args_is_help=False,
    help="Run a gold set through the same path as a user and report every figure with its interval.",
)
app.command()(computed)


@app.command()
def run(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="The gold set, one case a line.")],
    data: Data = Path("data"),
    database: Database = "",
    milvus: Milvus = "",
    url: Url = None,
    key: Key = None,
    model: Model = None,
    reranker: Reranker = None,
    report: Report = Path("report"),
    types: Annotated[str | None, typer.Option("--types", help="Only these types, comma-separated.")] = None,
    split: Annotated[Split | None, typer.Option("--split", help="Only this split.")] = None,
    parallel: Parallel = None,
    gates: Annotated[Path | None, typer.Option("--gates", help="Thresholds; status 1 where one is missed.")] = None,
    raise_gates: Annotated[
        bool, typer.Option("--raise-gates", help="Tighten the gates of the file to what this run reached.")
    ] = False,
    rescore: Annotated[
        Path | None, typer.Option("--rescore", help="Score the outcomes.jsonl of an earlier run instead of asking.")
    ] = None,
    reveal_test: RevealTest = False,
) -> None:
    """Ask every case of GOLD, score the answers, print the table, write the report.

    Other modes, each with its own --help: computed, check, init, compare, risk-coverage, fit, records, retrieval,
    extraction.
    """
    with plain_errors():
        from rich.console import Console

        from eval.cases import parse_cases
        from eval.errors import EvaluationError
        from eval.evaluation import evaluate
        from eval.gates import raise_gates as tighten
        from eval.gates import read_gates
        from eval.results import REPORT_FILE
        from eval.terminal import print_gates, print_summary
        from eval.validation import document_findings

        chosen = _chosen(parse_cases(gold), types, split)
        if not chosen:
            raise EvaluationError(f"{gold}: no case has the chosen --types and --split")
        thresholds = read_gates(gates) if gates else ()
        respondent = _respondent(Place.of_folder(data, database, milvus), url, key, model, reranker)
        for finding in document_findings(chosen, respondent.text):
            typer.echo(f"warning: {gold.name}, {finding}", err=True)
        if unreviewed := sum(case.unreviewed for case in chosen):
            typer.echo(f"warning: {unreviewed} of {len(chosen)} cases are unreviewed candidates", err=True)
        folder = writable(report)
        with progress_bar(len(chosen)) as advance:
            found = evaluate(
                gold,
                chosen,
                respondent,
                folder,
                gates=thresholds,
                parallel=parallel or (4 if url else 1),
                saved=rescore,
                settings={"types": types, "split": split},
                reveal_test=reveal_test,
                progress=advance,
            )
        console = Console()
        print_summary(console, found.slices, found.latency, found.judgements)
        print_gates(console, found.gates)
        console.print(f"{folder / REPORT_FILE} shows every case", highlight=False, markup=False, soft_wrap=True)
        if not all(result.passed for result in found.gates):
            raise typer.Exit(1)
        if gates and raise_gates:
            console.print(f"{gates}: {tighten(gates, found.gates)} gates raised", highlight=False, soft_wrap=True)


@app.command()
def check(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="The gold set, one case a line.")],
    data: Data = Path("data"),
    database: Database = "",
    milvus: Milvus = "",
    url: Url = None,
    key: Key = None,
) -> None:
    """Hold a gold set against the documents without asking anything: form, quotes, repeated questions, balance."""
    with plain_errors():
        from rich.console import Console

        from eval.cases import parse_cases
        from eval.errors import GoldError
        from eval.terminal import balance_table
        from eval.validation import document_findings, repeated_questions

        cases = parse_cases(gold)
        found = [
            *document_findings(cases, _respondent(Place.of_folder(data, database, milvus), url, key).text),
            *repeated_questions(cases),
        ]
        for finding in found:
            if not finding.serious:
                typer.echo(f"warning: {finding}", err=True)
        Console().print(balance_table(cases))
        if serious := [str(finding) for finding in found if finding.serious]:
            raise GoldError(gold, serious)


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(help="The report folder of one run.")],
    after: Annotated[Path, typer.Argument(help="The report folder of the other.")],
    reveal_test: RevealTest = False,
) -> None:
    """What got better and what got worse from run BEFORE to run AFTER, with a paired test."""
    with plain_errors():
        from rich.console import Console

        from eval.comparison import compare as compare_runs
        from eval.results import read_results
        from eval.terminal import print_comparison

        print_comparison(Console(), compare_runs(read_results(before), read_results(after)), reveal_test=reveal_test)


@app.command("risk-coverage")
def risk_coverage(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="The gold set, one case a line.")],
    data: Data = Path("data"),
    model: Model = None,
    reranker: Reranker = None,
    database: Database = "",
    milvus: Milvus = "",
    threshold: Annotated[
        Literal["record", "listed", "sentence", "stated"] | None, typer.Option("--threshold", help="Only this one.")
    ] = None,
) -> None:
    """What each threshold between answering and abstaining costs and gains: the dev cases asked again at every step."""
    with plain_errors():
        from rich.console import Console

        from assistant import Assistant
        from eval.cases import parse_cases
        from eval.errors import EvaluationError
        from eval.selective import sweep
        from eval.terminal import print_curve
        from index.cross import load_reranker
        from index.embed import load_embedder
        from index.library import Library

        # Never the test split: what chooses a threshold must not measure it.
        chosen = _chosen(parse_cases(gold), None, "dev")
        if not chosen:
            raise EvaluationError(f'{gold}: no case is of split "dev", from which alone thresholds are chosen')
        place = Place.of_folder(data, database, milvus)
        library = Library.open(place, embedder=load_embedder(model), reranker=load_reranker(reranker or None))
        points = sweep(chosen, library, lambda moved: Assistant(library, thresholds=moved), only=threshold)
        print_curve(Console(), points)


@app.command()
def fit(
    sets: Annotated[
        list[str], typer.Argument(metavar="GOLD.jsonl=DIR...", help="Gold sets, each with its collection's folder.")
    ],
    model: Model = None,
    reranker: Reranker = None,
) -> None:
    """Fit whether the best sentence answers to the dev cases; assistant/matching/thresholds.py holds the result.

    The second table is of the weights in use: better figures of the first speak for the fitted ones.
    """
    with plain_errors():
        from rich.console import Console

        from eval.fitting import fit_sets
        from eval.terminal import print_fitted

        pairs = [one.rpartition("=") for one in sets]
        if wrong := [one for one, (gold, _, folder) in zip(sets, pairs, strict=True) if not (gold and folder)]:
            raise typer.BadParameter(f"{wrong[0]}: write GOLD.jsonl=DIR, the gold set and its collection's folder")
        paths = [(Path(gold), Path(folder)) for gold, _, folder in pairs]
        print_fitted(Console(), fit_sets(paths, model=model, reranker=reranker))


@app.command()
def records(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Annotation files, one JSONL file a document.")],
    documents: Annotated[Path, typer.Option("--documents", help="The folder that their paths start from.")],
    show: Annotated[int, typer.Option("--show", min=0, help="How many mismatches of dev documents to print.")] = 20,
) -> None:
    """Task records against hand-made annotations: found, lead, units, deadline, by notation.

    The format of the annotations is described in `eval/records.py`.
    """
    with plain_errors():
        from rich.console import Console

        from corpus.reading import read_document
        from eval.record_scores import score_folder
        from eval.terminal import print_records

        print_records(Console(), score_folder(folder, documents, read_document), show)


@app.command()
def init(
    output: Annotated[Path, typer.Argument(help="The gold file to write.")] = Path("gold.jsonl"),
    data: Data = Path("data"),
    database: Database = "",
    milvus: Milvus = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many candidates.")] = 60,
) -> None:
    """Candidate questions from the collection's task records: a start for a gold set of one's own.

    Each is marked "unreviewed": its gold is what the product itself read, which proves nothing before a person has
    checked it against the document.
    """
    with plain_errors():
        from eval.cases import write_cases
        from eval.errors import EvaluationError
        from eval.skeleton import candidates
        from index.library import Library

        if output.exists():
            raise EvaluationError(f"{output} exists already; name another file, so that no reviewed case is lost")
        library = Library.open(Place.of_folder(data, database, milvus))
        records = library.records()
        texts = {name: library.document(name).text for name in {record.document_id for record in records}}
        cases = candidates(records, texts, limit)
        if not cases:
            raise EvaluationError(f"{data}: no task records were read, so there is nothing to propose")
        write_cases(cases, output)
        typer.echo(f"{output}: {len(cases)} candidates. Reword each, check it against its document, take the mark")
        typer.echo(f'"unreviewed" off, then run: zhengwen eval check {output}')


@app.command()
def retrieval(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="corpus.jsonl, queries.jsonl, qrels/*.tsv.")],
    model: Model = None,
    reranker: Reranker = None,
) -> None:
    """Search alone, on a set in BEIR layout: hit rates, MRR, nDCG and recall of each stage."""
    with plain_errors():
        from eval.retrieval import run_retrieval

        run_retrieval(folder, model=model, reranker=reranker)


@app.command()
def extraction(
    path: Annotated[Path, typer.Argument(help="A SQuAD file, or a BEIR folder whose queries have answers.")],
    model: Model = None,
    reranker: Reranker = None,
    report: Report = Path("report"),
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many questions.")] = None,
    parallel: Parallel = None,
) -> None:
    """Reading comprehension, each question over its own text: exact match and F1 as in CMRC2018."""
    with plain_errors(), TemporaryDirectory() as temporary:
        from rich.console import Console

        from eval.extraction import ask_question, open_contexts, read_reading_set, score_question
        from eval.results import OUTCOMES_FILE
        from eval.run import ask_all
        from eval.terminal import print_extraction

        found = read_reading_set(path)
        questions = found.questions[:limit]
        wanted = {question.context_id for question in questions}
        contexts = {name: text for name, text in found.contexts.items() if name in wanted}
        respondent, documents = open_contexts(contexts, Path(temporary), model, reranker)
        with progress_bar(len(questions)) as advance:
            outcomes = ask_all(
                questions,
                lambda question: ask_question(question, respondent, documents),
                writable(report) / OUTCOMES_FILE,
                parallel=parallel or 1,
                progress=advance,
            )
        print_extraction(Console(), [score_question(question, outcomes[question.id]) for question in questions])


def _respondent(
    place: Place, url: str | None, key: str | None, model: str | None = None, reranker: str | None = None
) -> Respondent:
    from eval.respondents import InProcess, OverHTTP

    return OverHTTP(url, key=key) if url else InProcess.open(place, model, reranker)


def _chosen(cases: tuple[Case, ...], types: str | None, split: Split | None) -> tuple[Case, ...]:
    wanted = set(types.split(",")) if types else set(CASE_TYPES)
    if unknown := wanted - set(CASE_TYPES):
        raise typer.BadParameter(
            f"{', '.join(sorted(unknown))}; known are {', '.join(CASE_TYPES)}", param_hint="--types"
        )
    return tuple(case for case in cases if case.type in wanted and split in (None, case.split))
