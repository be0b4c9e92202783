"""The scored cases on disk: `results.jsonl`, one object a case, beside `run.json` and the raw `outcomes.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from eval.cases import case_json
from eval.errors import EvaluationError
from eval.judgement import Judgement
from eval.measures import MEASURES

RESULTS_FILE = "results.jsonl"
OUTCOMES_FILE = "outcomes.jsonl"
RUN_FILE = "run.json"
REPORT_FILE = "report.html"


def result_json(judgement: Judgement) -> dict[str, Any]:
    """One scored case: the gold, what was said, what of it is met, and every measure as [numerator, denominator]."""
    answer = judgement.outcome.answer or {}
    return {
        **case_json(judgement.case),
        "right": judgement.right,
        "causes": list(judgement.causes),
        "unmet": [list(judgement.case.must[position]) for position in judgement.unmet],
        "forbidden": list(judgement.forbidden),
        "uncited": [
            position
            for position in range(len(judgement.case.evidence))
            if position not in judgement.cited and judgement.case.answerable
        ],
        "error": judgement.outcome.error,
        "latencies_ms": [round(value, 3) for value in judgement.outcome.latencies_ms],
        "answer": {
            "status": answer.get("status"),
            "text": answer.get("answer"),
            "standalone_question": answer.get("standalone_question"),
            "missing": answer.get("missing") or [],
            "total": answer.get("total"),
            "coverage": answer.get("coverage"),
            "citations": [
                {
                    "document_id": citation.get("document_id"),
                    "section": citation.get("section") or [],
                    "quote": citation.get("quote"),
                    "start": citation.get("start"),
                    "end": citation.get("end"),
                    "verbatim": judged.verbatim,
                    "supports": sorted(judged.supports),
                }
                for citation, judged in zip(judgement.outcome.citations, judgement.citations, strict=True)
            ],
        },
        "measures": {
            measure.name: [share.numerator, share.denominator]
            for measure in MEASURES
            if (share := measure.of(judgement)).denominator
        },
    }


def write_results(judgements: Iterable[Judgement], folder: Path) -> None:
    """Write `results.jsonl`, in the order of the gold file."""
    lines = (json.dumps(result_json(judgement), ensure_ascii=False) + "\n" for judgement in judgements)
    (folder / RESULTS_FILE).write_text("".join(lines), encoding="utf-8")


def read_results(path: Path) -> dict[str, Mapping[str, Any]]:
    """Scored cases by id, from a report folder or its results file. Raises EvaluationError where there are none."""
    file = path / RESULTS_FILE if path.is_dir() else path
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {row["id"]: row for row in rows}
    except OSError as error:
        raise EvaluationError(
            f"{file}: cannot be read ({error.strerror}); give the folder of an earlier --report"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise EvaluationError(f"{file}: not the results of an evaluation ({error})") from error
