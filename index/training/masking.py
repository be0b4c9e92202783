"""Masked-language training: characters of running text are hidden, and the transformer says which they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertForMaskedLM

from index.training.encoder import FIRST, LAST, MASK, SPECIAL
from index.training.lessons import CAPTIONS_KEPT_BACK
from index.training.sources import captions, chinese_text, rows

# Devlin et al. 2019, "BERT": this share of tokens is asked for; of those, so many are hidden, so many are exchanged.
ASKED, HIDDEN, EXCHANGED = 0.15, 0.8, 0.1
NOT_ASKED = -1  # the label of a token that is not asked for

Tokens = NDArray[np.int64]


def running_text(sources: Path, senses: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """All training texts of both languages; what says the same twice stands together, so that one side tells of the
    other. Captions that are kept back are not among them."""
    yield from chinese_text(sources)
    for row in rows(sources, "statutes"):
        yield row["question"] + "\n" + "\n".join(row["statutes"].values())
    for english, chinese in captions(sources)[CAPTIONS_KEPT_BACK:]:
        yield f"{english} {chinese}"
    for word, each in senses.items():
        yield f"{word} {'; '.join(each)}"


def token_stream(tokenizer: Tokenizer, texts: Iterable[str]) -> NDArray[np.uint16]:
    """The tokens of all texts on end, each text closed by the last token."""
    if tokenizer.get_vocab_size() > 1 << 16:
        raise ValueError(f"--vocabulary {tokenizer.get_vocab_size()}: at most {1 << 16} tokens can be kept")
    last = [SPECIAL.index(LAST)]
    running, found = iter(texts), [np.empty(0, dtype=np.uint16)]
    while batch := list(islice(running, 512)):
        encodings = tokenizer.encode_batch_fast(batch, add_special_tokens=False)
        found.extend(np.array(each.ids + last, dtype=np.uint16) for each in encodings)
    return np.concatenate(found)


def masked_batch(
    stream: NDArray[np.uint16], size: int, length: int, tokens: int, generator: np.random.Generator
) -> tuple[Tokens, Tokens]:
    """Rows of `length` tokens (size, length) cut out of the stream anywhere, and what was asked for in each place:
    the token that stood there, NOT_ASKED elsewhere. Special tokens are never asked for."""
    body = length - 2
    if len(stream) <= body:
        raise ValueError(f"the training texts have {len(stream)} tokens, fewer than one row of {length}")
    starts = generator.integers(len(stream) - body, size=size)
    rows_ = stream[starts[:, None] + np.arange(body)].astype(np.int64)
    rows_ = np.pad(rows_, ((0, 0), (1, 1)), constant_values=SPECIAL.index(LAST))
    rows_[:, 0] = SPECIAL.index(FIRST)
    asked = (generator.random(rows_.shape) < ASKED) & (rows_ >= len(SPECIAL))
    labels = np.where(asked, rows_, NOT_ASKED)
    fate = generator.random(rows_.shape)
    others = generator.integers(len(SPECIAL), tokens, size=rows_.shape)
    seen = np.where(asked & (fate < HIDDEN), SPECIAL.index(MASK), rows_)
    return np.where(asked & (fate >= HIDDEN) & (fate < HIDDEN + EXCHANGED), others, seen), labels


def masked_loss(model: BertForMaskedLM, seen: Tokens, labels: Tokens, device: torch.device) -> torch.Tensor:
    """Cross entropy of the tokens that are asked for, in nats; the head looks at no other token."""
    ids, wanted = torch.from_numpy(seen).to(device), torch.from_numpy(labels).to(device)
    hidden = model.bert(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
    chosen = wanted != NOT_ASKED
    return functional.cross_entropy(model.cls(hidden[chosen]).float(), wanted[chosen])
