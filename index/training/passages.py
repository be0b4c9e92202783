"""Training passages as token ids: documents cut into windows of a few sentences, kept flat for cheap batches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.training.sources import rows

Ids = NDArray[np.int32]

# What a passage of the product holds; shorter windows than the lower bound have nothing left without one sentence.
SHORTEST_WINDOW, LONGEST_WINDOW = 90, 330  # characters
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_NEWS_HEAD = re.compile(r"^[\d:：\- ]+，正文：")


@dataclass(frozen=True, slots=True)
class Windows:
    """Windows of consecutive sentences.

    `ids[starts[s]:starts[s + 1]]` are the tokens of sentence s; window w is made of the sentences first[w] to
    last[w] - 1 (at least two); `titles[owners[w]]` are the tokens of its document's title.
    """

    ids: Ids
    starts: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    owners: NDArray[np.int64]
    titles: list[Ids]

    def __len__(self) -> int:
        return len(self.first)

    def sentence(self, at: int) -> Ids:
        return self.ids[self.starts[at] : self.starts[at + 1]]

    def rest(self, window: int, without: int) -> Ids:
        """The window's tokens, one of its sentences left out."""
        before = self.ids[self.starts[self.first[window]] : self.starts[without]]
        after = self.ids[self.starts[without + 1] : self.starts[self.last[window]]]
        return np.concatenate([before, after])


def documents(folder: Path) -> Iterator[tuple[str, str]]:
    """(title, text) of laws and news; a news text's first sentence does for its title and is left out of the text."""
    for row in rows(folder, "laws"):
        yield row["title"], re.sub(r"^#+ .*$", "", row["text"], flags=re.MULTILINE)
    for row in rows(folder, "news"):
        head, _, body = _NEWS_HEAD.sub("", row["text"]).partition("。")
        yield head, body
    for row in rows(folder, "titles"):
        yield row["title"], row["abstract"]


def windows_of(text: str) -> Iterator[list[str]]:
    """Consecutive sentences, cut into windows between SHORTEST_WINDOW and LONGEST_WINDOW characters."""
    window: list[str] = []
    size = 0
    for sentence in (each.strip() for each in _SENTENCE.findall(text)):
        if len(sentence) < 6 or len(sentence) > LONGEST_WINDOW:
            continue
        if size + len(sentence) > LONGEST_WINDOW:
            if len(window) > 1 and size >= SHORTEST_WINDOW:
                yield window
            window, size = [], 0
        window.append(sentence)
        size += len(sentence)
    if len(window) > 1 and size >= SHORTEST_WINDOW:
        yield window


def encode(tokenizer: Tokenizer, texts: Iterable[str]) -> list[Ids]:
    """Known tokens of each text."""
    running = iter(texts)
    found: list[Ids] = []
    while batch := list(islice(running, 4096)):
        for encoding in tokenizer.encode_batch_fast(batch, add_special_tokens=False):
            ids = np.asarray(encoding.ids, dtype=np.int32)
            found.append(ids[ids > 0])
    return found


def read_windows(tokenizer: Tokenizer, folder: Path) -> Windows:
    """Every window of the training documents."""
    titles: list[str] = []
    sentences: list[str] = []
    first, last, owners = [], [], []
    for title, text in documents(folder):
        titles.append(title)
        for window in windows_of(text):
            first.append(len(sentences))
            sentences.extend(window)
            last.append(len(sentences))
            owners.append(len(titles) - 1)
    tokens = encode(tokenizer, sentences)
    starts = np.concatenate([[0], np.cumsum([len(each) for each in tokens])])
    return Windows(
        ids=np.concatenate(tokens),
        starts=starts.astype(np.int64),
        first=np.asarray(first),
        last=np.asarray(last),
        owners=np.asarray(owners),
        titles=encode(tokenizer, titles),
    )
