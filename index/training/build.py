"""Builds the shipped embedding model, from dictionary and training text to index/model.

    python -m index.training.build --sources FOLDER

`FOLDER` holds the training material (index/model/README.md says what and from where). Intermediate results are kept
in build/training, so a run that was broken off goes on where it was. The same sources give the same model.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from index.training.contrast import Course, Lesson, train
from index.training.frequency import word_counts
from index.training.lessons import read_lessons
from index.training.pack import SEED, main_directions, save, sentences, text_vectors
from index.training.sources import captions, chinese_text
from index.training.start import meanings
from index.training.tokenizer import build_tokenizer
from index.training.vocabulary import all_senses, vocabulary

MODEL = Path(__file__).parents[1] / "model"
SAMPLED = 30_000  # sentences that decide which directions of the space are kept


def sample_texts(sources: Path, size: int) -> list[str]:
    """Sentences of both languages, as they are met in use; the same ones every time."""
    chinese = sentences(islice(chinese_text(sources), 0, None, 8))
    english = [english for english, _ in captions(sources)]
    generator = np.random.default_rng(SEED)
    picked = [chinese[at] for at in generator.permutation(len(chinese))[:size]]
    return picked + [english[at] for at in generator.permutation(len(english))[: size // 6]]


def without(lessons: Sequence[Lesson], left_out: Collection[str]) -> list[Lesson]:
    """The lessons but for those left out by name. Raises ValueError for a name that none has."""
    if unknown := set(left_out) - {lesson.name for lesson in lessons}:
        raise ValueError(
            f"no lesson is called {', '.join(sorted(unknown))}: they are {', '.join(each.name for each in lessons)}"
        )
    return [lesson for lesson in lessons if lesson.name not in left_out]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=Path, required=True, help="folder with the training material")
    options.add_argument(
        "--cache", type=Path, default=Path("build/training"), help="where intermediate results are kept"
    )
    options.add_argument("--out", type=Path, default=MODEL, help="the model folder to write")
    options.add_argument("--dimension", type=int, default=256)
    options.add_argument("--chinese", type=int, default=28_000, help="how many Chinese words")
    options.add_argument("--english", type=int, default=16_000, help="how many English words")
    options.add_argument("--steps", type=int, default=1_500, help="steps of contrastive training; 0 for none")
    options.add_argument("--leash", type=float, default=Course().leash, help="share of the way back after every step")
    options.add_argument(
        "--leave-out", nargs="*", default=(), metavar="LESSON", help="lessons not taught, to measure on their texts"
    )
    options.add_argument("--threads", type=int, default=2)
    given = options.parse_args()

    senses = all_senses()
    counts = word_counts(senses, given.sources, given.cache)
    known = vocabulary(counts, given.sources, given.chinese, given.english)
    tokenizer = build_tokenizer(known.words)
    meant = meanings(known, senses, given.cache)
    whole = np.vstack([np.zeros((1, meant.shape[1]), dtype=np.float32), meant])  # the unknown token says nothing
    texts = text_vectors(tokenizer, whole, sample_texts(given.sources, SAMPLED))
    start = whole @ main_directions(texts, given.dimension)
    generator = np.random.default_rng(SEED)
    course = Course(steps=given.steps, leash=given.leash)
    lessons = without(read_lessons(tokenizer, senses, given.sources, generator), given.leave_out)
    trained = train(start, lessons, course, generator, given.cache / "checkpoint.pt", given.threads)
    save(given.out, tokenizer, trained)
    size = sum(file.stat().st_size for file in given.out.rglob("*") if file.is_file())
    print(
        f"{len(known.chinese):,} Chinese and {len(known.english):,} English words, {size / 1e6:.1f} MB -> {given.out}"
    )


if __name__ == "__main__":
    main()
