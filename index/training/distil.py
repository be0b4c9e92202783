"""Contrastive training of the transformer, with the shipped static model as its first teacher."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertModel

from index.embed import SHIPPED, mapped_weights
from index.training.contrast import batch_loss, embed
from index.training.encoder import PADDING, SPECIAL
from index.training.lessons import read_lessons
from index.training.pairs import NEIGHBOURS
from index.training.passages import Ids, documents, encode, windows_of
from index.training.vocabulary import ENDINGS
from index.words import FIRST_MARK

TextPair = tuple[str, str]
TEMPERATURE = 0.05
# The share of the teacher's weight that is left at the end: it knows no order of words, the student is to pass it.
TEACHER_LEFT = 0.1
TITLED = 0.4  # the share of passages that stand under their title


@dataclass(frozen=True, slots=True)
class TextLesson:
    """A kind of pairs of texts: how many at once, and how much its loss counts."""

    name: str
    draw: Callable[[int], Sequence[TextPair]]
    size: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Teacher:
    """The shipped static model: its tokenizer and its vectors (tokens, dimension); row 0 is the unknown token."""

    tokenizer: Tokenizer
    matrix: torch.Tensor

    @classmethod
    def shipped(cls, device: torch.device) -> Teacher:
        weights = np.array(mapped_weights(SHIPPED / "model.safetensors"), dtype=np.float32)
        return cls(Tokenizer.from_file(str(SHIPPED / "tokenizer.json")), torch.from_numpy(weights).to(device))

    def vectors(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """Which of the texts have a known word (len(texts)), and those texts' unit vectors (so many, dimension)."""
        words = self.tokenizer.token_to_id(FIRST_MARK) or len(self.matrix)
        ids = [each[each < words] for each in encode(self.tokenizer, texts)]
        known = torch.tensor([len(each) > 0 for each in ids], device=self.matrix.device)
        heard = [each for each in ids if len(each)]
        vectors = embed(self.matrix, heard) if heard else self.matrix[:0]
        return known, vectors


class Student(nn.Module):
    """The encoder, and the way from its vectors to the teacher's, which is thrown away after training."""

    def __init__(self, encoder: BertModel, dimension: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.towards = nn.Linear(int(encoder.config.hidden_size), dimension, bias=False)


def spoken(words: Sequence[str]) -> str:
    """The static model's tokens as text: blanks around English words, none before their endings.

    >>> spoken(["海关", "总署", "customs", "warehouse", "s", "的"])
    '海关总署 customs warehouses的'
    """
    text = ""
    for word in words:
        ending = word in ENDINGS and text[-1:].isascii() and text[-1:].isalpha()
        text += f" {word}" if word.isascii() and text and not ending else word
    return text


def text_lessons(
    teacher: Teacher, senses: Mapping[str, tuple[str, ...]], sources: Path, generator: np.random.Generator, most: int
) -> list[TextLesson]:
    """The static model's lessons as text, and one of sentences as they are written, with digits and punctuation.

    No lesson has more than `most` pairs at once; all of them draw with `generator`.
    """
    words = [word for word, _ in sorted(teacher.tokenizer.get_vocab().items(), key=lambda each: each[1])]

    def told(draw: Callable[[int], Sequence[tuple[Ids, Ids]]]) -> Callable[[int], list[TextPair]]:
        def text_of(ids: Ids) -> str:
            return spoken([words[at] for at in ids.tolist()])

        return lambda size: [(text_of(left), text_of(right)) for left, right in draw(size)]

    lessons = [
        TextLesson(each.name, told(each.draw), min(each.size, most), each.weight)
        for each in read_lessons(teacher.tokenizer, senses, sources, generator)
    ]
    written = Written([(title, window) for title, text in documents(sources) for window in windows_of(text)], generator)
    return [*lessons, TextLesson("as written", written.draw, min(384, most))]


@dataclass(frozen=True, slots=True)
class Written:
    """Windows of sentences with their documents' titles, in the order of the documents."""

    windows: Sequence[tuple[str, list[str]]]
    generator: np.random.Generator

    def draw(self, size: int) -> list[TextPair]:
        """A sentence with the rest of its window, in neighbourhoods as in `Drawer`."""
        return list(self._pairs(size))

    def _pairs(self, size: int) -> Iterator[TextPair]:
        together = min(NEIGHBOURS, len(self.windows))
        for corner in self.generator.integers(len(self.windows) - together + 1, size=max(1, size // together)):
            for title, window in self.windows[corner : corner + together]:
                at = int(self.generator.integers(len(window)))
                rest = "".join(window[:at] + window[at + 1 :])
                yield window[at], f"{title}\n{rest}" if self.generator.random() < TITLED else rest


def student_vectors(
    student: Student, tokenizer: Tokenizer, texts: Sequence[str], length: int, device: torch.device
) -> torch.Tensor:
    """Mean of the last layer over the tokens of each text, (len(texts), width): what mean pooling gives."""
    encodings = [each.ids[:length] for each in tokenizer.encode_batch_fast(list(texts))]
    widest = max(map(len, encodings))
    padded = [each + [SPECIAL.index(PADDING)] * (widest - len(each)) for each in encodings]
    ids = torch.tensor(padded, device=device)
    there = torch.tensor([len(each) for each in encodings], device=device)[:, None] > torch.arange(
        widest, device=device
    )
    half = torch.autocast("cuda", dtype=torch.bfloat16) if device.type == "cuda" else nullcontext()
    with half:
        hidden = student.encoder(input_ids=ids, attention_mask=there.long()).last_hidden_state
    kept = hidden.float() * there[:, :, None]
    return torch.as_tensor(kept.sum(dim=1) / there.sum(dim=1, keepdim=True))


def contrast_loss(
    student: Student,
    teacher: Teacher,
    tokenizer: Tokenizer,
    lessons: Sequence[TextLesson],
    teaching: float,
    length: int,
) -> torch.Tensor:
    """The weighted sum of the lessons' in-batch losses, and `teaching` times the mean of 1 - cosine to the teacher."""
    device = teacher.matrix.device
    total = torch.zeros((), device=device)
    apart, heard = torch.zeros((), device=device), 0
    for lesson in lessons:
        pairs = lesson.draw(lesson.size)
        if len(pairs) < 2:
            continue
        sides = []
        for texts in ([left for left, _ in pairs], [right for _, right in pairs]):
            vectors = student_vectors(student, tokenizer, texts, length, device)
            known, wanted = teacher.vectors(texts)
            apart = apart + (1 - functional.cosine_similarity(student.towards(vectors[known]), wanted)).sum()
            heard += len(wanted)
            sides.append(functional.normalize(vectors, dim=1))
        total = total + lesson.weight * batch_loss(sides[0], sides[1], TEMPERATURE)
    return total + teaching * apart / max(1, heard)


def teaching_at(step: int, steps: int) -> float:
    """How much the teacher counts at a step: from 1 down to TEACHER_LEFT, linearly."""
    return 1 - (1 - TEACHER_LEFT) * (step - 1) / max(1, steps - 1)
