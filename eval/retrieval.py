"""Search alone, stage by stage, on a set of questions with judged passages in the layout of BEIR."""

from __future__ import annotations

import csv
import gzip
import json
import lzma
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from eval.errors import EvaluationError
from index.citing import times_cited
from index.cross import judged, load_reranker
from index.embed import load_embedder
from index.glossary import renderings
from index.local import LocalIndex, create_index
from index.rank import FUSION_DEPTH, RERANK_DEPTH, Weights, cited_first, features, fuse, meanings, rerank, weighed
from index.types import Entry, Hit, Query, Reranker

MEASURES = {
    "hit@1": "Success@1",
    "hit@5": "Success@5",
    "hit@10": "Success@10",
    "MRR@10": "RR@10",
    "nDCG@10": "nDCG@10",
    "recall@100": "R@100",
}
"""What the table calls a measure, and what `ir_measures` does."""
_OPENERS: Mapping[str, Callable[..., IO[str]]] = {".jsonl": open, ".gz": gzip.open, ".xz": lzma.open}
# The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).
_RRF = 60

Run = Mapping[str, Sequence[Hit]]
"""For each question its hits, best first."""


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Passages, questions by id, and for each question which passages answer it (0: judged and does not)."""

    passages: tuple[Entry, ...]
    questions: Mapping[str, str]
    judgements: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class StageResult:
    """One stage of the search: each of MEASURES, averaged over all judged questions."""

    stage: str
    values: Mapping[str, float]


def run_retrieval(folder: Path, *, model: str | None = None, reranker: str | None = None) -> list[StageResult]:
    """Indexes the passages of `folder`, asks its questions, prints a table of measures by stage and returns it.

    A cross-encoder, where one is named, looks at the re-ranked list as a stage of its own. The last rows show what the
    re-ranked list loses without one of its features. Raises EvaluationError.
    """
    from rich.console import Console
    from rich.table import Table

    found = read_retrieval_set(folder)
    with TemporaryDirectory() as temporary:
        runs = stages(found, Path(temporary) / "index", model, load_reranker(reranker or None))
        results = evaluate(runs, found.judgements)
    title = f"{folder.name}: {len(found.judgements)} questions, {len(found.passages)} passages"
    table = Table(title=title, title_justify="left")
    for heading in ("stage", *MEASURES):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    for result in results:
        table.add_row(result.stage, *(f"{result.values[measure]:.4f}" for measure in MEASURES))
    Console().print(table)
    return results


def read_retrieval_set(folder: Path) -> RetrievalSet:
    """The set in `folder`: corpus.jsonl and queries.jsonl, plain or as .gz or .xz, and qrels/*.tsv.

    Passages with the same title count as one document. Raises EvaluationError where a file is missing or malformed.
    """
    passages = tuple(
        Entry(row["_id"], row.get("title") or row["_id"], row["text"], row.get("title", ""), "")
        for row in _rows(folder, "corpus")
    )
    judgements: dict[str, dict[str, int]] = {}
    for path in sorted((folder / "qrels").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                try:
                    judgements.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
                except (KeyError, TypeError, ValueError) as error:
                    raise EvaluationError(f"{path}: {error}; its columns are query-id, corpus-id, score") from error
    questions = {row["_id"]: row["text"] for row in _rows(folder, "queries") if row["_id"] in judgements}
    if not questions:
        raise EvaluationError(f"{folder}: no question of queries.jsonl is judged in qrels/*.tsv")
    return RetrievalSet(passages, questions, {name: judgements[name] for name in questions})


def stages(found: RetrievalSet, folder: Path, model: str | None, reranker: Reranker | None = None) -> dict[str, Run]:
    """What each stage of the search finds for every question, with an index of the set's passages in `folder`."""
    embedder = load_embedder(model)
    create_index(folder, embedder)
    index = LocalIndex(folder, embedder)
    index.add(found.passages)
    entries = {entry.id: entry for entry in found.passages}
    cited = times_cited(found.passages)
    without = {f"- {field.name}": Weights(**{field.name: 0.0}) for field in fields(Weights)}
    runs: dict[str, dict[str, Sequence[Hit]]] = {}
    for name, text in found.questions.items():
        query = Query(text, tuple(renderings(text)))
        hits = index.candidates(query, FUSION_DEPTH)
        lexical = sorted((hit for hit in hits if hit.lexical is not None), key=lambda hit: -(hit.lexical or 0.0))
        dense = sorted(hits, key=lambda hit: -(hit.dense or 0.0))[:FUSION_DEPTH]
        fused = fuse(hits)
        near = dict(zip((hit.id for hit in dense), meanings(query, [entries[hit.id] for hit in dense]), strict=True))
        by_word = sorted(dense, key=lambda hit: -((hit.dense or 0.0) + near[hit.id]))
        steps = {
            "lexical": lexical,
            "dense": dense,
            "dense, by word": by_word,
            "fused by ranks": reciprocal_ranks(lexical, dense),
            "fused": fused,
        }
        steps["re-ranked"] = rerank(query, fused, entries, cited)
        if reranker:
            steps["cross-encoder"] = judged(text, steps["re-ranked"], entries, reranker)
        chosen = cited_first(fused, entries, cited)
        seen = features(query, chosen[:RERANK_DEPTH], entries, cited)
        for stage, weights in without.items():
            steps[stage] = [*weighed(chosen[:RERANK_DEPTH], seen, weights), *chosen[RERANK_DEPTH:]]
        for stage, found_hits in steps.items():
            runs.setdefault(stage, {})[name] = found_hits[:FUSION_DEPTH]
    return dict(runs)


def reciprocal_ranks(*lists: Sequence[Hit]) -> list[Hit]:
    """The lists as one by reciprocal rank fusion, for comparison with what `index.rank` does."""
    scores: dict[str, float] = {}
    hits = {hit.id: hit for each in lists for hit in each}
    for each in lists:
        for rank, hit in enumerate(each, 1):
            scores[hit.id] = scores.get(hit.id, 0.0) + 1 / (_RRF + rank)
    return [hits[name] for name in sorted(scores, key=lambda name: (-scores[name], name))]


def evaluate(runs: Mapping[str, Run], judgements: Mapping[str, Mapping[str, int]]) -> list[StageResult]:
    """The measures of each run; a question without hits scores 0 and does not vanish."""
    import ir_measures

    measures = {name: ir_measures.parse_measure(known) for name, known in MEASURES.items()}
    results = []
    for stage, run in runs.items():
        # By rank: the scores of different stages are not on one scale, and ties must not be broken again.
        ranked = {name: {hit.id: float(-rank) for rank, hit in enumerate(run.get(name, ()))} for name in judgements}
        values = ir_measures.calc_aggregate(list(measures.values()), judgements, ranked)
        results.append(StageResult(stage, {name: values[measure] for name, measure in measures.items()}))
    return results


def _rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    paths = [path for path in sorted(folder.glob(f"{name}.jsonl*")) if path.suffix in _OPENERS]
    if not paths:
        raise EvaluationError(f"{folder}: there is no {name}.jsonl, which the BEIR layout asks for")
    with closing(_OPENERS[paths[0].suffix](paths[0], "rt", encoding="utf-8")) as file:
        for number, line in enumerate(file, 1):
            try:
                row = json.loads(line)
                row["_id"], row["text"]
            except (ValueError, KeyError, TypeError) as error:
                raise EvaluationError(f"{paths[0]}, line {number}: {error!r}; it needs _id and text") from error
            yield row
