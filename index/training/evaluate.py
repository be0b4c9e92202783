"""Measures the legs of search, alone and fused, on every development set: the table of index/model/README.md.

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
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ReadError
from corpus.reading import read_document
from index.embed import load_embedder
from index.entries import passage_entry
from index.glossary import renderings
from index.local import LocalIndex, create_index
from index.types import Embedder, Entry, Hit, Query

OWN = Path(__file__).parent / "eval"
BUNDLED = Path(__file__).parents[2] / "corpus" / "documents"
BEIR = ("cmrc2018", "drcd_dev_trad", "stard_laws")
DEPTH = 200  # more than both legs' candidates together
CUTS = (1, 5, 10)
LEGS: Mapping[str, Callable[[Hit], float | None]] = {
    "lexical": lambda hit: hit.lexical,
    "dense": lambda hit: hit.dense,
    "fused": lambda hit: hit.score,
}


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


def hits(questions: Questions, embedder: Embedder) -> dict[str, list[float]]:
    """Leg to hit@1, hit@5, hit@10: the share of questions with a right text among the first ones."""
    with tempfile.TemporaryDirectory() as folder:
        create_index(Path(folder) / "index", embedder)
        index = LocalIndex(Path(folder) / "index", embedder)
        index.add(questions.entries)
        ranks: dict[str, list[int]] = {leg: [] for leg in LEGS}
        for question, answers in questions.gold:
            found = index.search(Query(question, tuple(renderings(question))), DEPTH)
            for leg, score in LEGS.items():
                order = sorted((hit for hit in found if score(hit) is not None), key=lambda hit: -(score(hit) or 0.0))
                ranks[leg].append(next((at for at, hit in enumerate(order) if hit.id in answers), DEPTH))
    return {leg: [sum(rank < cut for rank in each) / len(each) for cut in CUTS] for leg, each in ranks.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--dev", type=Path, required=True, help="folder with the sets in BEIR layout")
    options.add_argument("--documents", type=Path, required=True, help="folder with the documents of our own questions")
    options.add_argument("--model", default=None, help="name or folder of a model; left out, the shipped one")
    options.add_argument("--sets", nargs="+", default=["paraphrase", "english", "oblique", *BEIR])
    given = options.parse_args()
    embedder = load_embedder(given.model)
    own = read_passages([BUNDLED, given.documents]) if set(given.sets) - set(BEIR) else []
    print(f"model {embedder.name}; hit@1 / hit@5 / hit@10\n")
    print(f"| set | questions | texts | {' | '.join(LEGS)} |\n| --- | --- | --- |{' --- |' * len(LEGS)}", flush=True)
    for name in given.sets:
        questions = read_beir(given.dev / name) if name in BEIR else read_own(name, own)
        cells = (" / ".join(f"{value:.3f}" for value in each) for each in hits(questions, embedder).values())
        print(f"| {name} | {len(questions.gold):,} | {len(questions.entries):,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
