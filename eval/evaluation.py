"""The whole of an evaluation on one screen: ask, save, score, write."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from eval.cases import Case
from eval.gates import Gate, GateResult, check_gates
from eval.judgement import Judgement, judge_all
from eval.outcomes import Outcome, read_outcomes
from eval.report import write_report
from eval.respondents import Respondent
from eval.results import OUTCOMES_FILE, REPORT_FILE, RUN_FILE, write_results
from eval.run import run
from eval.summary import Latency, Slice, latency, slices


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A finished evaluation; everything in it is in its folder as well. `slices` begins with the whole."""

    about: Mapping[str, Any]
    judgements: tuple[Judgement, ...]
    slices: tuple[Slice, ...]
    latency: Latency
    gates: tuple[GateResult, ...]


def evaluate(
    gold: Path,
    cases: Sequence[Case],
    respondent: Respondent,
    folder: Path,
    *,
    gates: Sequence[Gate] = (),
    parallel: int = 1,
    saved: Path | None = None,
    settings: Mapping[str, Any] | None = None,
    reveal_test: bool = False,
    progress: Callable[[Outcome], None] | None = None,
) -> Evaluation:
    """Ask `cases` (those chosen from the file `gold`), score them, and write outcomes, results and report to `folder`.

    With `saved`, the outcomes of an earlier run are scored again instead, say after the gold was corrected; what is
    known about that run is kept. `settings` is recorded with the run.
    """
    about: dict[str, Any] = {
        **respondent.about(),
        "gold": gold.name,
        "gold_sha256": sha256(gold.read_bytes()).hexdigest(),
        "cases": len(cases),
        "parallel": parallel,
        **(settings or {}),
        "python": platform.python_version(),
        "machine": platform.platform(),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    if saved:
        outcomes = read_outcomes(saved)
        about |= _known(saved.with_name(RUN_FILE)) | {"rescored": about["started"], "gold_sha256": about["gold_sha256"]}
    else:
        outcomes = run(cases, respondent, folder / OUTCOMES_FILE, parallel=parallel, progress=progress)
    (folder / RUN_FILE).write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    judgements = judge_all(cases, outcomes, respondent.text)
    write_results(judgements, folder)
    parts = slices(judgements)
    results = check_gates(gates, parts)
    write_report(folder / REPORT_FILE, about, parts, judgements, results, reveal_test=reveal_test)
    return Evaluation(about, judgements, parts, latency(judgements), results)


def _known(run_file: Path) -> dict[str, Any]:
    return dict(json.loads(run_file.read_text(encoding="utf-8"))) if run_file.exists() else {}
