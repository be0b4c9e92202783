"""Builds the shipped embedding model, from dictionary and training text to index/model.

    python -m index.training.build --sources FOLDER

`FOLDER` holds the training material (index/model/README.md says what and from where). Intermediate results are kept
in build/training, so a run that was broken off goes on where it was. The same sources give the same model.
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path

import numpy as np

from index.training.frequency import word_counts
from index.training.pack import main_directions, save, sentences, text_vectors
from index.training.sources import captions, chinese_text
from index.training.start import meanings
from index.training.tokenizer import build_tokenizer
from index.training.vocabulary import all_senses, vocabulary

MODEL = Path(__file__).parents[1] / "model"
SEED = 20210901


def sample_texts(sources: Path, size: int) -> list[str]:
    """Sentences of both languages, as they are met in use; the same ones every time."""
    chinese = sentences(islice(chinese_text(sources), 0, None, 8))
    english = [english for english, _ in captions(sources)]
    generator = np.random.default_rng(SEED)
    picked = [chinese[at] for at in generator.permutation(len(chinese))[:size]]
    return picked + [english[at] for at in generator.permutation(len(english))[: size // 6]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=Path, required=True, help="folder with the training material")
    options.add_argument(
        "--cache", type=Path, default=Path("build/training"), help="where intermediate results are kept"
    )
    options.add_argument("--out", type=Path, default=MODEL, help="the model folder to write")
    options.add_argument("--dimension", type=int, default=256)
    options.add_argument("--chinese", type=int, default=30_000, help="how many Chinese words")
    options.add_argument("--english", type=int, default=14_000, help="how many English words")
    given = options.parse_args()

    known = vocabulary(word_counts(given.sources, given.cache), given.sources, given.chinese, given.english)
    tokenizer = build_tokenizer(known.words)
    start = meanings(known, all_senses(), given.cache)
    matrix = np.vstack([np.zeros((1, start.shape[1]), dtype=np.float32), start])  # the unknown token says nothing
    directions = main_directions(text_vectors(tokenizer, matrix, sample_texts(given.sources, 30_000)), given.dimension)
    save(given.out, tokenizer, matrix @ directions)
    size = sum(file.stat().st_size for file in given.out.rglob("*") if file.is_file())
    print(
        f"{len(known.chinese):,} Chinese and {len(known.english):,} English words, {size / 1e6:.1f} MB -> {given.out}"
    )


if __name__ == "__main__":
    main()
