"""Answer extraction on reading-comprehension sets: each question asked of its own text, answers compared by CMRC2018.

Two layouts are read: a SQuAD file (`data > paragraphs > context, qas > id, question, answers > text`), and a BEIR
folder whose queries carry `answers`. Every context becomes a document of a temporary collection, so that reading,
search and answering are the same as for any document; a question may look at its own context only.

The measures are those of the CMRC2018 evaluation script (Cui et al. 2019, arXiv:1810.07366): the best of the reference
answers, after lower case and without punctuation. The product answers in cited sentences and is not asked to guess a
phrase, so two more figures tell whether the right phrase is there at all: `Said`, a reference answer stands in the
answer's text (STR-EM of ASQA and ALCE, arXiv:2305.14627), and `Cited`, it stands in a quote.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from eval.cases import comparable
from eval.errors import EvaluationError
from eval.outcomes import Outcome
from eval.respondents import InProcess
from eval.run import ask_turns

PUNCTUATION = frozenset("-:_*^/\\~`+=，。：？！“”；’《》·、「」（）－～『』")
"""What CMRC2018 leaves out before comparing; its list names the ellipsis as two characters, which never match one."""

_MARKER = re.compile(r"\[\d+\]")
_HAN = re.compile(r"[\u4e00-\u9fa5]")
# Runs between Chinese characters: words and single signs. (The official script uses NLTK's tokenizer, whose model is
# a download; the two agree on words, numbers and signs, not on English contractions.)
_FOREIGN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its reference answers (at least one) and the id of the context it is about."""

    id: str
    context_id: str
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingSet:
    """Contexts by id, and the questions over them."""

    contexts: Mapping[str, str]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class ExtractionScore:
    """One question's figures, each from 0 to 1; all are 0 where nothing was answered."""

    question: Question
    exact: float
    f1: float
    said: float
    cited: float
    answered: bool


def read_reading_set(path: Path) -> ReadingSet:
    """A SQuAD file or a BEIR folder with answers. Raises EvaluationError with what is missing."""
    try:
        found = _beir(path) if path.is_dir() else _squad(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError(f"{path}: neither SQuAD layout nor BEIR layout with answers ({error!r})") from error
    if not found.questions:
        raise EvaluationError(f"{path}: no question has a reference answer, so there is nothing to compare with")
    return found


def _squad(path: Path) -> ReadingSet:
    contexts: dict[str, str] = {}
    questions: list[Question] = []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            context_id = f"context-{len(contexts)}"
            contexts[context_id] = paragraph["context"]
            for asked in paragraph["qas"]:
                answers = tuple(answer["text"] for answer in asked["answers"] if answer["text"].strip())
                if answers:
                    questions.append(Question(str(asked["id"]), context_id, asked["question"], answers))
    return ReadingSet(contexts, tuple(questions))


def _beir(folder: Path) -> ReadingSet:
    contexts = {row["_id"]: row["text"] for row in _json_lines(folder, "corpus")}
    relevant: dict[str, str] = {}
    for file in sorted((folder / "qrels").glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            query_id, context_id, score = line.split("\t")
            if int(score) > 0:
                relevant.setdefault(query_id, context_id)
    questions = (
        Question(row["_id"], relevant[row["_id"]], row["text"], tuple(row["answers"]))
        for row in _json_lines(folder, "queries")
        if row["_id"] in relevant and row.get("answers")
    )
    return ReadingSet(contexts, tuple(questions))


def _json_lines(folder: Path, name: str) -> Iterable[dict[str, Any]]:
    plain, packed = folder / f"{name}.jsonl", folder / f"{name}.jsonl.xz"
    with plain.open(encoding="utf-8") if plain.exists() else lzma.open(packed, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def segments(text: str) -> list[str]:
    """CMRC2018's units of comparison: single Chinese characters, whole foreign words, no punctuation."""
    found: list[str] = []
    foreign = ""
    for character in text.lower().strip():
        if character in PUNCTUATION:
            continue
        if _HAN.match(character):
            found += [*_FOREIGN.findall(foreign), character]
            foreign = ""
        else:
            foreign += character
    return found + _FOREIGN.findall(foreign)


def exact_match(prediction: str, answers: Iterable[str]) -> float:
    """1 when the prediction is one of the answers, punctuation and case apart."""

    def bare(text: str) -> str:
        return "".join(character for character in text.lower().strip() if character not in PUNCTUATION)

    return float(any(bare(prediction) == bare(answer) for answer in answers))


def f1(prediction: str, answers: Iterable[str]) -> float:
    """The best F1 over the answers; what is shared is the longest run of segments that stands in both."""
    predicted = segments(prediction)
    best = 0.0
    for answer in map(segments, answers):
        matcher = SequenceMatcher(None, predicted, answer, autojunk=False)
        shared = matcher.find_longest_match(0, len(predicted), 0, len(answer)).size
        if shared:
            best = max(best, 2 * shared / (len(predicted) + len(answer)))
    return best


def score_question(question: Question, outcome: Outcome) -> ExtractionScore:
    """One outcome against its reference answers; the markers [1] are no part of what was said."""
    if outcome.answer is None or outcome.status == "not_found":
        return ExtractionScore(question, 0.0, 0.0, 0.0, 0.0, False)
    said = _MARKER.sub("", str(outcome.answer.get("answer") or ""))
    quotes = comparable("\n".join(str(citation.get("quote")) for citation in outcome.citations))
    wanted = [comparable(answer) for answer in question.answers]
    return ExtractionScore(
        question,
        exact=exact_match(said, question.answers),
        f1=f1(said, question.answers),
        said=float(any(answer in comparable(said) for answer in wanted)),
        cited=float(any(answer in quotes for answer in wanted)),
        answered=True,
    )


def open_contexts(
    contexts: Mapping[str, str], folder: Path, model: str | None, reranker: str | None = None
) -> tuple[InProcess, dict[str, str]]:
    """A collection of the contexts, made under `folder`, and the document id of each context id.

    Contexts of equal text are one document.
    """
    from index.build import ingest
    from index.embed import load_embedder

    sources = folder / "contexts"
    sources.mkdir(parents=True)
    by_text: dict[str, str] = {}
    for text in contexts.values():
        by_text.setdefault(text, f"context-{len(by_text)}")
    for text, name in by_text.items():
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    ingest([sources], folder / "collection", embedder=load_embedder(model))
    respondent = InProcess.open(folder / "collection", model, reranker)
    return respondent, {name: by_text[text] for name, text in contexts.items()}


def ask_question(question: Question, respondent: InProcess, documents: Mapping[str, str]) -> Outcome:
    """The outcome of one question, asked of its own context only."""
    from index.types import Filters

    filters = Filters(document_ids=frozenset({documents[question.context_id]}))
    return ask_turns(question.id, (question.text,), respondent.conversation(filters))
