"""Measures each step of search on every development set: the table of index/model/README.md.

    python -m index.training.evaluate --dev FOLDER --documents FOLDER

`--dev` holds cmrc2018, drcd_dev_trad and stard_laws in BEIR layout; `--documents` holds the documents that the
questions of index/training/eval quote, beside the bundled ones.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ReadError
from corpus.reading import read_document
from index.citing import times_cited
from index.embed import load_embedder
from index.entries import passage_entry
from index.glossary import renderings
from index.local import LocalIndex, create_index
from index.rank import FUSION_DEPTH, fuse, meanings, rerank
from index.types import Embedder, Entry, Hit, Query

OWN = Path(__file__).parent / "eval"
BUNDLED = Path(__file__).parents[2] / "corpus" / "documents"
BEIR = ("cmrc2018", "drcd_dev_trad", "stard_laws")
MISSED = 1000  # the rank of what is not found
CUTS = (1, 5, 10)
STEPS = ("lexical", "cosine", "dense", "fused", "re-ranked, uncited", "re-ranked")


@dataclass(frozen=True, slots=True)
class Questions:
    """A development set: the entries that are searched and, for each question, the ids that answer it."""

    name: str
    entries: Sequence[Entry]
    gold: Sequence[tuple[str, Collection[str]]]


def plain(text: str) -> str:
    """Text as quotes are compared: half width, without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def read_beir(folder: Path) -> Questions:
    """A set in BEIR layout."""
    with lzma.open(folder / "corpus.jsonl.xz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    gold: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        question, answer, _ = line.split("\t")
        gold[question].add(answer)
    asked = map(json.loads, (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines())
    entries = [Entry(text["_id"], text["_id"], text["text"], text["title"], "") for text in texts]
    return Questions(folder.name, entries, [(each["text"], gold[each["_id"]]) for each in asked])


def read_passages(folders: Sequence[Path]) -> list[Entry]:
    """The passages of every document below the folders, as the product indexes them."""
    entries: list[Entry] = []
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        try:
            reading = read_document(path)
        except ReadError:
            continue  # notes and catalogues lie beside the documents
        title = reading.document.metadata.title or path.stem
        entries.extend(passage_entry(passage, title) for passage in reading.passages)
    return entries


def read_own(name: str, entries: Sequence[Entry]) -> Questions:
    """Our own questions: the passages that hold the quote answer it, or the one that holds most of it if cut."""
    texts = {entry.id: plain(entry.text) for entry in entries}
    gold = []
    for line in (OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        quote = plain(question["quote"])
        holding = {key for key, text in texts.items() if quote in text}
        while not holding and len(quote) > 8:  # cut between two passages, or met by a page number
            quote = quote[: len(quote) * 2 // 3]
            holding = {key for key, text in texts.items() if quote in text}
        gold.append((question["question"], holding))
    return Questions(name, entries, gold)


def steps(
    found: Sequence[Hit], query: Query, entries: Mapping[str, Entry], cited: Mapping[str, int]
) -> dict[str, list[Hit]]:
    """Each step's list, best first: words alone, cosines alone, vectors alone (the nearest by cosine, then how near the
    words come one by one), both legs fused, and after the second look at the best, without and with who cites whom."""
    lexical = sorted((hit for hit in found if hit.lexical is not None), key=lambda hit: -(hit.lexical or 0.0))
    cosine = sorted(found, key=lambda hit: -(hit.dense or 0.0))[:FUSION_DEPTH]
    near = dict(zip((hit.id for hit in cosine), meanings(query, [entries[hit.id] for hit in cosine]), strict=True))
    dense = sorted(cosine, key=lambda hit: -((hit.dense or 0.0) + near[hit.id]))
    fused = fuse(found)
    ranked, uncited = rerank(query, fused, entries, cited), rerank(query, fused, entries)
    lists = (lexical, cosine, dense, fused, uncited, ranked)
    return {step: each[:FUSION_DEPTH] for step, each in zip(STEPS, lists, strict=True)}


def hits(questions: Questions, embedder: Embedder) -> dict[str, list[float]]:
    """Step to hit@1, hit@5, hit@10: the share of questions with a right text among the first ones."""
    entries = {entry.id: entry for entry in questions.entries}
    cited = times_cited(questions.entries)
    with tempfile.TemporaryDirectory() as folder:
        create_index(Path(folder) / "index", embedder)
        index = LocalIndex(Path(folder) / "index", embedder)
        index.add(questions.entries)
        ranks: dict[str, list[int]] = {step: [] for step in STEPS}
        for question, answers in questions.gold:
            query = Query(question, tuple(renderings(question)))
            for step, order in steps(index.candidates(query, FUSION_DEPTH), query, entries, cited).items():
                ranks[step].append(next((at for at, hit in enumerate(order) if hit.id in answers), MISSED))
    return {step: [sum(rank < cut for rank in each) / len(each) for cut in CUTS] for step, each in ranks.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--dev", type=Path, required=True, help="folder with the sets in BEIR layout")
    options.add_argument("--documents", type=Path, required=True, help="folder with the documents of our own questions")
    options.add_argument(
        "--model",
        default=None,
        help="model whose cosines are measured, by name or folder; word by word, the shipped one's words are compared",
    )
    options.add_argument("--sets", nargs="+", default=["paraphrase", "english", "oblique", *BEIR])
    given = options.parse_args()
    embedder = load_embedder(given.model)
    own = read_passages([BUNDLED, given.documents]) if set(given.sets) - set(BEIR) else []
    print(f"model {embedder.name}; hit@1 / hit@5 / hit@10\n")
    print(f"| set | questions | texts | {' | '.join(STEPS)} |\n| --- | --- | --- |{' --- |' * len(STEPS)}", flush=True)
    for name in given.sets:
        questions = read_beir(given.dev / name) if name in BEIR else read_own(name, own)
        cells = (" / ".join(f"{value:.3f}" for value in each) for each in hits(questions, embedder).values())
        print(f"| {name} | {len(questions.gold):,} | {len(questions.entries):,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
