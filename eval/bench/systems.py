"""The systems that are compared, and the fresh process in which each of them is measured.

`python -m eval.bench.systems PHASE ...` runs one phase and prints its figures as JSON. A process of its own per phase:
its peak memory is its own, and nothing is warm that would be cold for a user.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median
from typing import Any, ParamSpec, Protocol, Self, TypeVar

from index.types import Entry

LIMIT = 10
QUERY_SECONDS, FEWEST_QUERIES = 30.0, 20
CHANGE_SECONDS = 10.0
CLIENTS, CLIENT_SECONDS = (1, 2, 8), 3.0
Argument = TypeVar("Argument")
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class BuildFigures:
    """From entries in a file to the first answered query: seconds, and those of them on a processor (of all threads),
    which are the same on a busy machine; bytes of what was written, peak memory in bytes of the whole process with
    interpreter and libraries."""

    build_s: float
    build_cpu_s: float
    disk_bytes: int
    build_peak_bytes: int


@dataclass(frozen=True, slots=True)
class UseFigures:
    """Milliseconds: `open_ms` until the first query is answered, then one query after another by one client (after
    QUERY_SECONDS only until there are FEWEST_QUERIES), each with `query_cpu_ms` on processors on the average; adding
    and removing a document until the change is saved and the next query is answered (medians, of what is done after
    CHANGE_SECONDS). Peaks in bytes: after the queries, and after the changes. `hits` are the ids found for each query;
    `per_second` are queries by the number of threads that ask at once, None where the system fails."""

    open_ms: float
    query_ms: tuple[float, ...]
    query_cpu_ms: float
    query_peak_bytes: int
    add_ms: float
    remove_ms: float
    change_peak_bytes: int
    hits: tuple[tuple[str, ...], ...]
    per_second: dict[int, float | None]


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """The whole assistant over the bundled documents: seconds to ingest them, milliseconds from opening the collection
    to the first answer, then the milliseconds of every answer, as a whole, on processors and per stage, and the peak in
    bytes."""

    ingest_s: float
    open_ms: float
    answer_ms: tuple[float, ...]
    answer_cpu_ms: tuple[float, ...]
    stages_ms: dict[str, tuple[float, ...]]
    peak_bytes: int


class System(Protocol):
    """A hybrid search over entries, by words and by meaning, that is kept in a folder."""

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry]) -> Self: ...

    def __init__(self, folder: Path) -> None: ...

    def search(self, text: str) -> list[str]: ...

    def add(self, entries: Sequence[Entry]) -> None: ...

    def remove(self, document_id: str) -> None: ...


class Zhengwen:
    """The index that answers `zhengwen ask`."""

    def __init__(self, folder: Path) -> None:
        from index.embed import load_embedder
        from index.local import LocalIndex

        self._index = LocalIndex(folder, load_embedder())

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry]) -> Self:
        from index.embed import load_embedder
        from index.local import create_index

        create_index(folder, load_embedder())
        system = cls(folder)
        system._index.add(entries)
        return system

    def search(self, text: str) -> list[str]:
        """The ids of the ten best entries."""
        from index.types import Query

        return [hit.id for hit in self._index.search(Query(text), LIMIT)]

    def add(self, entries: Sequence[Entry]) -> None:
        self._index.add(entries)

    def remove(self, document_id: str) -> None:
        self._index.remove(frozenset([document_id]))


class Recipe:
    """The usual recipe: BM25 (bm25s) over jieba's words and an exact FAISS index over the vectors of the same model, by
    the ranks in both. BM25's weights depend on every entry: one that changes means a new BM25 index."""

    def __init__(self, folder: Path) -> None:
        import bm25s
        import faiss

        from index.embed import load_embedder

        self._folder, self._embedder = folder, load_embedder()
        self._vectors = faiss.read_index(str(folder / "vectors"))
        self._bm25 = bm25s.BM25.load(folder / "bm25")
        self._ids: list[tuple[str, str]] = json.loads((folder / "ids.json").read_text(encoding="utf-8"))

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry]) -> Self:
        import faiss

        from index.embed import load_embedder

        folder.mkdir()
        system = cls.__new__(cls)
        system._folder, system._embedder, system._ids = folder, load_embedder(), []
        system._vectors = faiss.IndexFlatIP(system._embedder.dimension)
        system._append(list(entries), [])
        return system

    def search(self, text: str) -> list[str]:
        """The ids of the ten best entries, by reciprocal ranks among the first hundred of either index."""
        from index.rank import FUSION_DEPTH

        depth = min(FUSION_DEPTH, len(self._ids))
        by_words, _ = self._bm25.retrieve([_words(text)], k=depth, show_progress=False)
        _, by_meaning = self._vectors.search(self._embedder.encode_queries([text]), depth)
        scores: dict[int, float] = {}
        for ranked in (by_words[0].tolist(), by_meaning[0].tolist()):
            for rank, row in enumerate(ranked):
                scores[row] = scores.get(row, 0.0) + 1 / (60 + rank)
        return [self._ids[row][0] for row in sorted(scores, key=lambda row: -scores[row])[:LIMIT]]

    def add(self, entries: Sequence[Entry]) -> None:
        self._append(entries, self._saved_words())

    def remove(self, document_id: str) -> None:
        import faiss
        import numpy as np

        gone = [row for row, (_, document) in enumerate(self._ids) if document == document_id]
        self._vectors.remove_ids(faiss.IDSelectorBatch(np.asarray(gone, np.int64)))
        words = self._saved_words()
        for row in reversed(gone):
            del self._ids[row], words[row]
        self._save(words)

    def _append(self, entries: Sequence[Entry], words: list[list[str]]) -> None:
        from index.entries import embedded_text, indexed_text

        self._vectors.add(self._embedder.encode_passages([embedded_text(entry) for entry in entries]))
        self._ids.extend((entry.id, entry.document_id) for entry in entries)
        words.extend(_words(indexed_text(entry)) for entry in entries)
        self._save(words)

    def _save(self, words: list[list[str]]) -> None:
        import bm25s
        import faiss

        self._bm25 = bm25s.BM25()
        self._bm25.index(words, show_progress=False)
        self._bm25.save(self._folder / "bm25", show_progress=False)
        faiss.write_index(self._vectors, str(self._folder / "vectors"))
        (self._folder / "ids.json").write_text(json.dumps(self._ids, ensure_ascii=False), encoding="utf-8")
        (self._folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")

    def _saved_words(self) -> list[list[str]]:
        # Only changes need them: whoever only searches does not pay for them.
        saved: list[list[str]] = json.loads((self._folder / "words.json").read_text(encoding="utf-8"))
        return saved


def _words(text: str) -> list[str]:
    import rjieba

    return [word for word in rjieba.cut(text.lower()) if not word.isspace()]


SYSTEMS: dict[str, type[System]] = {"zhengwen": Zhengwen, "bm25s+jieba+faiss": Recipe}


def system_called(name: str) -> type[System]:
    """One of SYSTEMS, or of the peers, whose packages are another environment's."""
    from eval.bench.peers import Haystack, LangChain, Txtai

    peers: dict[str, type[System]] = {"langchain": LangChain, "haystack": Haystack, "txtai": Txtai}
    return (SYSTEMS | peers)[name]


def build(system: str, folder: Path, entries: Path, query: str) -> BuildFigures:
    """Builds the index of `entries` (a file) in `folder`, which must not exist."""
    start, worked = time.perf_counter(), time.process_time()
    system_called(system).build(folder, read_entries(entries)).search(query)
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    return BuildFigures(
        seconds, worked, sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()), peak()
    )


def use(system: str, folder: Path, queries: Path, later: Path) -> UseFigures:
    """Opens what `build` left in `folder`, asks, and changes it; `queries` is a JSON list, `later` holds entries."""
    texts: list[str] = json.loads(queries.read_text(encoding="utf-8"))
    papers = [list(group) for _, group in groupby(read_entries(later), lambda entry: entry.document_id)]
    start = time.perf_counter()
    opened = system_called(system)(folder)
    opened.search(texts[0])
    open_ms = _milliseconds(start)
    answered: list[tuple[float, list[str]]] = []
    worked = time.process_time()
    for text in texts:
        if len(answered) >= FEWEST_QUERIES and time.perf_counter() - start > QUERY_SECONDS:
            break
        answered.append(_timed(opened.search, text))
    query_cpu_ms = (time.process_time() - worked) * 1000 / len(answered)
    query_peak = peak()
    rates = {clients: per_second(opened.search, texts, clients) for clients in CLIENTS}

    def applied(change: Callable[[Argument], None], argument: Argument) -> None:
        change(argument)
        opened.search(texts[0])

    added: list[float] = []
    removed: list[float] = []
    while papers and sum(added) + sum(removed) < CHANGE_SECONDS * 1000:
        paper = papers.pop()
        added.append(_timed(applied, opened.add, paper)[0])
        removed.append(_timed(applied, opened.remove, paper[0].document_id)[0])
    return UseFigures(
        open_ms,
        tuple(ms for ms, _ in answered),
        query_cpu_ms,
        query_peak,
        median(added),
        median(removed),
        peak(),
        tuple(tuple(hits) for _, hits in answered),
        rates,
    )


def per_second(search: Callable[[str], object], texts: Sequence[str], clients: int) -> float | None:
    """Queries answered a second while so many threads of this process ask, one after another each, for CLIENT_SECONDS;
    None where the system fails."""
    start = time.perf_counter()

    def ask(first: int) -> int:
        asked = 0
        while not asked or time.perf_counter() - start < CLIENT_SECONDS:
            search(texts[(first + asked * clients) % len(texts)])
            asked += 1
        return asked

    with ThreadPoolExecutor(clients) as pool:
        try:
            total = sum(pool.map(ask, range(clients)))
        except Exception as error:  # whatever a library raises that was not made for threads
            print(f"{clients} threads: {type(error).__name__}: {error}", file=sys.stderr)
            return None
    return total / (time.perf_counter() - start)


def answers(folder: Path, questions: Path) -> AnswerFigures:
    """Reads the bundled documents into `folder` and asks each of `questions` (a JSON list), one after another."""
    from assistant import Assistant
    from corpus.catalogue import BUNDLED, read_catalogue
    from index.build import ingest
    from index.library import Library

    texts: list[str] = json.loads(questions.read_text(encoding="utf-8"))
    files = [BUNDLED / entry.file for entry in read_catalogue(BUNDLED).values()]
    ingest_ms, _ = _timed(ingest, files, folder)
    start = time.perf_counter()
    assistant = Assistant(Library.open(folder))
    assistant.answer(texts[0])
    open_ms = _milliseconds(start)
    timed, worked = [], [time.process_time()]
    for text in texts:
        timed.append(_timed(assistant.answer, text))
        worked.append(time.process_time())
    cpu_ms = tuple((end - begin) * 1000 for begin, end in pairwise(worked))
    stages = {name: tuple(answer.timings_ms[name] for _, answer in timed) for name in timed[0][1].timings_ms}
    return AnswerFigures(ingest_ms / 1000, open_ms, tuple(ms for ms, _ in timed), cpu_ms, stages, peak())


def write_entries(entries: Iterable[Entry], path: Path) -> None:
    """One entry a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in entries)


def read_entries(path: Path) -> Iterator[Entry]:
    """What `write_entries` wrote, one at a time."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Entry(**json.loads(line))


def _timed(
    action: Callable[Arguments, Result], *args: Arguments.args, **named: Arguments.kwargs
) -> tuple[float, Result]:
    start = time.perf_counter()
    result = action(*args, **named)
    return _milliseconds(start), result


def _milliseconds(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def peak() -> int:
    """The most memory this program had, in bytes. `ru_maxrss` would count what started it, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


def main(phase: str, *arguments: str) -> None:
    """Runs a phase and prints its figures."""
    figures: Any
    match phase, arguments:
        case "build", (system, folder, entries, query):
            figures = build(system, Path(folder), Path(entries), query)
        case "use", (system, folder, queries, later):
            figures = use(system, Path(folder), Path(queries), Path(later))
        case "answers", (folder, questions):
            figures = answers(Path(folder), Path(questions))
        case _:
            raise SystemExit(f"no phase: {phase} {arguments}")
    print(json.dumps(asdict(figures), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
