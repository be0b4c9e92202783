"""What an evaluation prints: plain tables that also read well in a CI log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from eval.cases import CASE_LANGUAGES, Case
from eval.comparison import Change, Comparison
from eval.extraction import ExtractionScore
from eval.fitting import Fitted
from eval.gates import GateResult
from eval.judgement import Judgement
from eval.measures import Share, interval
from eval.record_scores import DocumentScore, all_figures, mismatches
from eval.selective import Point
from eval.summary import Figure, Latency, Slice
from eval.validation import balance

BY_SLICE = {
    "Right": "Right",
    "Status": "Status",
    "MustRecall": "Must",
    "EvidenceMet": "Evid.",
    "CitationPrecision": "Cit.P",
    "CitationRecall": "Cit.R",
}
"""The measures of the table by type and language, under headings that fit 80 columns; all of them are in the report."""


def percent(value: float | None) -> str:
    """A share as people read it."""
    return "-" if value is None else f"{100 * value:.1f}"


def number(value: float) -> str:
    """A count, or a sum of F1 values, without needless decimals."""
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def _table(title: str) -> Table:
    return Table(
        title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False, min_width=len(title)
    )


def _interval(figure: Figure) -> str:
    return "" if figure.low is None or figure.high is None else f"{percent(figure.low)} to {percent(figure.high)}"


def totals_table(whole: Slice) -> Table:
    """Every measure over all cases, with its interval."""
    table = _table(f"{whole.cases} cases")
    table.add_column("measure")
    table.add_column("%", justify="right")
    table.add_column("95% interval", justify="right")
    table.add_column("of", justify="right")
    for figure in whole.figures:
        if figure.denominator:
            name = figure.measure.name + ("" if figure.measure.better == "higher" else " (lower is better)")
            counts = f"{number(figure.numerator)}/{number(figure.denominator)}"
            table.add_row(name, percent(figure.value), _interval(figure), counts)
    return table


def slices_table(parts: Sequence[Slice]) -> Table:
    """The main measures by type, language and split."""
    table = _table("by type, language, wording and split (%)")
    table.add_column("cases of", no_wrap=True)
    for heading in ("n", *BY_SLICE.values()):
        table.add_column(heading, justify="right")
    previous = ""
    for part in parts:
        kind = part.name.split(".")[0]
        if kind != previous:
            table.add_section()
        previous = kind
        table.add_row(part.name, str(part.cases), *(percent(part.figure(name).value) for name in BY_SLICE))
    return table


def print_curve(console: Console, points: Iterable[Point]) -> None:
    """Risk and coverage of each threshold, printed row by row as it is measured."""
    console.print("threshold value  answered coverage%  wrong  risk%  right  right-wrong", style="bold")
    previous = ""
    for one in points:
        if previous not in ("", one.threshold):
            console.print()
        previous = one.threshold
        mark = "*" if one.used else " "
        console.print(
            f"{one.threshold:9} {one.value:.2f}{mark} {one.answered:9} {percent(one.coverage):>9} {one.wrong:6} "
            f"{percent(one.risk):>6} {one.right:6} {one.worth:12}",
            highlight=False,
        )
    console.print("* in use")


def print_fitted(console: Console, found: Fitted) -> None:
    """The weights, how well they tell on documents unseen in the fit, and what each threshold then decides."""
    console.print(
        f"{found.right} best sentences are evidence, {found.wrong} are not, {found.unanswerable} have no answer"
    )
    console.print("sign       fitted  in use", style="bold")
    for name, fitted, used in found.weights:
        console.print(f"{name:9} {fitted:7.2f} {used:7.2f}", highlight=False)
    for name, judged in {f"fitted, {found.folds} folds over documents": found.held_out, "in use": found.used}.items():
        console.print()
        console.print(
            f"{name}: area under the curve {judged.area_wrong:.3f} against other sentences of questions with an "
            f"answer, {judged.area_unanswerable:.3f} against questions without one",
            highlight=False,
            soft_wrap=True,
        )
        console.print("stated  right answers  wrong answers  right refusals  false refusals  worth", style="bold")
        for one in judged.decisions:
            console.print(
                f"{one.threshold:6.2f} {one.right_answers:14} {one.wrong_answers:14} {one.right_refusals:15} "
                f"{one.false_refusals:15} {one.worth:6}",
                highlight=False,
            )


def print_summary(console: Console, parts: Sequence[Slice], times: Latency, judgements: Iterable[Judgement]) -> None:
    """The whole result of a run."""
    console.print(totals_table(parts[0]))
    console.print(slices_table(parts))
    if times.sorted_ms:
        p50, p95, top = (times.percentile(share) for share in (0.5, 0.95, 1.0))
        console.print(f"latency of {len(times.sorted_ms)} turns: p50 {p50:.0f} ms, p95 {p95:.0f} ms, max {top:.0f} ms")
    causes = Counter(cause for judgement in judgements for cause in judgement.causes)
    if causes:
        console.print("wrong by cause: " + ", ".join(f"{name} {count}" for name, count in causes.most_common()))


def balance_table(cases: Sequence[Case]) -> Table:
    """How many cases each type has, by language and split."""
    table = _table(f"{len(cases)} cases")
    columns = [*CASE_LANGUAGES, *sorted({case.split for case in cases if case.split})]
    table.add_column("type")
    for heading in ("n", *columns):
        table.add_column(heading, justify="right")
    for kind, counts in balance(cases).items():
        total = sum(counts[language] for language in CASE_LANGUAGES)
        table.add_row(kind, str(total), *(str(counts[column]) for column in columns))
    return table


def print_gates(console: Console, results: Sequence[GateResult]) -> None:
    """Each gate on a line, the missed ones marked."""
    for result in results:
        console.print(f"gate {'met   ' if result.passed else 'MISSED'} {result}", highlight=False)


def print_comparison(console: Console, found: Comparison, *, reveal_test: bool = False) -> None:
    """Totals of two runs with the paired test, then every case that changed; those of split test only on request."""
    table = _table(f"{found.cases} cases in both runs")
    table.add_column("measure")
    for heading in ("before %", "after %", "change", "rose", "fell", "p"):
        table.add_column(heading, justify="right")
    for change in found.measures:
        difference = (
            "-" if change.before is None or change.after is None else f"{100 * (change.after - change.before):+.1f}"
        )
        chance = "-" if change.p_value is None else f"{change.p_value:.3g}"
        table.add_row(
            change.measure.name,
            percent(change.before),
            percent(change.after),
            difference,
            str(change.rose),
            str(change.fell),
            chance,
        )
    console.print(table)
    console.print("p: exact two-sided sign test over the cases that changed (for Right: McNemar's test)")
    _print_changes(console, "got better", found.better, reveal_test)
    _print_changes(console, "got worse", found.worse, reveal_test)
    left_out = {"only before": found.only_before, "only after": found.only_after, "edited": found.edited}
    for words, names in left_out.items():
        if names:
            listed = ", ".join(names[:10]) + (", ..." if len(names) > 10 else "")
            console.print(f"left out, {words}: {len(names)} ({listed})", highlight=False)


def _print_changes(console: Console, words: str, changes: Sequence[Change], reveal_test: bool) -> None:
    shown = [change for change in changes if reveal_test or change.split != "test"]
    hidden = len(changes) - len(shown)
    console.print(f"{words}: {len(changes)}" + (f", {hidden} of them in split test (--reveal-test)" if hidden else ""))
    for change in shown:
        line = f"  {change.case_id}  {change.question}  ({', '.join(change.causes)})"
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def print_records(console: Console, documents: Sequence[DocumentScore], shown: int) -> None:
    """Record figures by split and notation, then the first mismatches of dev documents; test ones are never shown."""
    parts = all_figures(documents)
    fields = ["lead", "units", "deadline", *(["targets"] if any(part.targets.denominator for part in parts) else [])]
    table = _table("task records against annotations: % found, and % whose field is exact")
    table.add_column("statements of", min_width=20)
    for heading in ("n", "found", "precise", "F1", *fields):
        table.add_column(heading, justify="right")
    previous = ""
    for part in parts:
        whole = part.name.startswith("split")
        if previous.startswith("split") and not whole:
            table.add_section()
        previous = part.name
        exact = {"lead": part.lead, "units": part.units, "deadline": part.deadline, "targets": part.targets}
        table.add_row(
            part.name,
            number(part.found.denominator),
            percent(part.found.value),
            percent(part.correct.value) if whole else "",
            percent(part.f1) if whole else "",
            *(percent(exact[field].value) for field in fields),
        )
    console.print(table)
    silent = [document for document in documents if not document.annotation.statements]
    if silent:
        false, sentences = sum(len(d.false_records) for d in silent), sum(d.sentences for d in silent)
        console.print(f"{len(silent)} documents without a statement: {false} false records in {sentences} sentences")
    lines = [line for document in documents if document.annotation.split == "dev" for line in mismatches(document)]
    for line in lines[:shown]:
        console.print(line, highlight=False, markup=False, soft_wrap=True)
    if len(lines) > shown:
        console.print(f"... and {len(lines) - shown} more in dev documents (--show)")


def print_extraction(console: Console, scores: Sequence[ExtractionScore]) -> None:
    """CMRC2018's measures and the two about whole answers, with intervals."""
    table = _table(f"{len(scores)} questions, each over its own text (%)")
    table.add_column("measure")
    table.add_column("%", justify="right")
    table.add_column("95% interval", justify="right")
    columns = {
        "EM": [score.exact for score in scores],
        "F1": [score.f1 for score in scores],
        "Said": [score.said for score in scores],
        "Cited": [score.cited for score in scores],
        "Answered": [float(score.answered) for score in scores],
    }
    for name, values in columns.items():
        low, high = interval([Share(value, 1) for value in values]) or (None, None)
        bounds = "" if low is None else f"{percent(low)} to {percent(high)}"
        table.add_row(name, percent(sum(values) / len(values)), bounds)
    console.print(table)
    console.print("EM, F1: the answer's whole text against a phrase, as in CMRC2018; Said, Cited: the phrase is in it")
