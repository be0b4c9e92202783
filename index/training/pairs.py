"""Pairs of texts that belong together, by kind, drawn at random: what contrastive training learns from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.training.passages import Ids, Windows

Pair = tuple[Ids, Ids]

# What questions are wrapped in, in both languages: training shows that it says nothing about the subject.
ASKING_CHINESE = (
    *(
        "由哪个部门牵头",
        "哪些单位负责",
        "什么时候完成",
        "完成时限是什么",
        "是什么",
        "有哪些要求",
        "有哪些措施",
        "怎么办",
    ),
    *("如何", "怎样", "为什么", "多少", "哪里", "请问", "吗", "呢", "有什么规定", "具体内容是什么", "主要任务有哪些"),
    *("谁负责", "截止到什么时候", "目标是多少", "能不能", "可以吗", "需要什么", "列出", "介绍一下", "哪一年", "几个"),
    *("是否", "文件里怎么说", "我想知道", "告诉我", "有没有", "我们公司", "想了解", "帮我查一下"),
)
ASKING_ENGLISH = (
    *("which department is responsible for", "who leads", "who is in charge of", "what is the deadline for", "why"),
    *("when must it be done", "what are the requirements", "what measures are planned", "how", "how many", "how much"),
    *("where", "please tell me about", "what does the document say about", "list all the tasks", "is it allowed"),
    *("what is the target for", "can i", "do we need", "what is", "by when", "which units take part in", "explain"),
    *("which year", "does the policy mention", "what should be done about"),
)
MOST_TRANSLATED = 40  # words of a sentence
NEIGHBOURS = 4  # windows next to each other in a batch


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws batches of pairs; the same generator state gives the same pairs."""

    generator: np.random.Generator
    windows: Windows
    captions: Sequence[Pair]
    dictionary: Sequence[Pair]
    statutes: Sequence[Pair]
    renderings: Mapping[int, Sequence[Ids]]
    synonyms: Mapping[int, Ids]
    asking_chinese: Sequence[Ids]
    asking_english: Sequence[Ids]

    def clauses(self, size: int) -> list[Pair]:
        """A sentence, in part and perhaps as a question, with the rest of its passage, perhaps under its title."""
        return [(self._asked(self._thinned(sentence)), rest) for sentence, rest in self._sentences(size)]

    def translated(self, size: int) -> list[Pair]:
        """A sentence with most of its words replaced by English renderings, with the rest of its passage."""
        pairs = []
        for sentence, rest in self._sentences(size):
            # The sentence itself stays out of the passage half of the time only: what an English question asks for
            # stands in the passage it is to find.
            passage = rest if self.generator.random() < 0.5 else np.concatenate([sentence, rest])
            if len(english := self._rendered(sentence)):
                pairs.append((self._asked(english, english=True), passage))
        return pairs

    def reworded(self, size: int) -> list[Pair]:
        """A sentence with most of its words replaced by words of the same sense, with the rest of its passage."""
        return [
            (self._asked(self._replaced(self._thinned(sentence))), rest) for sentence, rest in self._sentences(size)
        ]

    def titled(self, size: int) -> list[Pair]:
        """A document's title with one of its passages."""
        pairs = []
        for window in self.generator.integers(len(self.windows), size=size):
            title = self.windows.titles[self.windows.owners[window]]
            first, last = self.windows.first[window], self.windows.last[window]
            body = self.windows.ids[self.windows.starts[first] : self.windows.starts[last]]
            if len(title) and len(body):
                pairs.append((self._thinned(title), body))
        return pairs

    def said_twice(self, size: int) -> list[Pair]:
        """A caption in English with the same in Chinese."""
        return self._some(self.captions, size)

    def defined(self, size: int) -> list[Pair]:
        """A dictionary word with one of its senses in English."""
        return self._some(self.dictionary, size)

    def asked(self, size: int) -> list[Pair]:
        """A layman's question with the statute that answers it."""
        return [(self._thinned(question, 0.1), statute) for question, statute in self._some(self.statutes, size)]

    def _some(self, pairs: Sequence[Pair], size: int) -> list[Pair]:
        return [pairs[at] for at in self.generator.choice(len(pairs), size=min(size, len(pairs)), replace=False)]

    def _sentences(self, size: int) -> Iterator[Pair]:
        """Sentences with the rest of their windows. Windows come in neighbourhoods: what has to be told apart in a
        small collection are passages of one document."""
        corners = self.generator.integers(len(self.windows) - NEIGHBOURS, size=size // NEIGHBOURS)
        for window in (corners[:, None] + np.arange(NEIGHBOURS)).ravel().tolist():
            first, last = self.windows.first[window], self.windows.last[window]
            left_out = int(self.generator.integers(first, last))
            sentence, rest = self.windows.sentence(left_out), self.windows.rest(window, left_out)
            if self.generator.random() < 0.4:
                rest = np.concatenate([self.windows.titles[self.windows.owners[window]], rest])
            if len(sentence) > 2 and len(rest):
                yield sentence, rest

    def _thinned(self, ids: Ids, share: float = 0.25) -> Ids:
        kept = ids[self.generator.random(len(ids)) >= share]
        return kept if len(kept) else ids

    def _asked(self, ids: Ids, english: bool = False) -> Ids:
        """Half of the time within the words of a question."""
        phrases = self.asking_english if english else self.asking_chinese
        if self.generator.random() < 0.5:
            return ids
        return np.concatenate([phrases[int(self.generator.integers(len(phrases)))], ids])

    def _replaced(self, ids: Ids) -> Ids:
        """Words that have synonyms replaced by one of them, half of the others left out: they would give it away."""
        found = []
        for token, kept in zip(ids.tolist(), self.generator.random(len(ids)) < 0.5, strict=True):
            if (options := self.synonyms.get(token)) is not None:
                found.append(int(options[int(self.generator.integers(len(options)))]))
            elif kept:
                found.append(token)
        return np.asarray(found or ids, dtype=np.int32)

    def _rendered(self, ids: Ids) -> Ids:
        found = []
        for token in self._thinned(ids)[:MOST_TRANSLATED]:
            if options := self.renderings.get(int(token)):
                # Early senses are more likely meant: the smaller of two draws.
                at = int(min(self.generator.integers(len(options), size=2)))
                found.append(options[at])
        return np.concatenate(found) if found else np.empty(0, dtype=np.int32)
