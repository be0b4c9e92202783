"""What the numbers of a formula stand for: “1+4+16+X”, “1516”.

Documents name a programme by its numbers and explain them one by one after it (“4”，即…四大板块; “16”就是16项举措). A
question asks for all of them or for some (中间那个4指的是什么).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.reading import quoted
from assistant.language.sentences import Sentence
from assistant.matching.heads import MOST_TEXTS
from assistant.matching.ranking import Found
from assistant.matching.relevance import Relevance
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from assistant.wording.findings import Draft
from index.library import Library

FAR = 12
"""So many sentences after the one that names a formula may explain its numbers."""
ELSE = 0.1
"""A question asks for something else where this share of its topic is in words that the explanation lacks."""

_PART = r"(?:\d{1,3}|[XNxn])"
_FORMULA = re.compile(rf"{_PART}(?:\s*[+＋]\s*{_PART})+|(?<=[“\"])\d{{3,6}}(?=[”\"])")
# “4”，即…; “1”个总目标，即…; “X”即…
_EXPLAINED = re.compile(
    rf"[“\"](?P<part>{_PART})[”\"]\s*(?:[，,]?\s*(?:即|就?是|指|为|：|——|代表)|[个项大条张类]|[\u4e00-\u9fff]{{2,8}}[，,：]?(?:即|是))"
)
# …，构建“1+3+X”现代化产业体系。 closes what it names.
_CONCLUDES = re.compile(
    r"(?:构建|形成|打造|建立|构筑|健全|完善|加快建设)[^，。；]{0,4}[“\"]?"
    rf"(?:{_FORMULA.pattern})[”\"]?[^，。；]{{0,16}}[。；]?$"
)
_NAMED_ALONE = re.compile(rf"(?<![\dA-Za-z+＋.“]){_PART}(?![\dA-Za-z+＋.%％]|[年月日亿万]|个月)")
_ASKED = frozenset({Ask.DEFINITION, Ask.CONTENT, Ask.LIST, Ask.COUNT, Ask.COMPARISON})


def answer_formula(
    question: Question,
    relevance: Relevance,
    ranking: Callable[[], Sequence[Found]],
    following: Callable[[Sentence], Sequence[Sentence]],
    preceding: Callable[[Sentence], Sequence[Sentence]],
) -> Draft | None:
    """What the numbers that are asked for stand for; None where no document explains the formula number by number, or
    where something else is asked of it (“1516”里的远期要变成什么). `ranking` gives the sentences on the topic, best
    first, `preceding` those before one in its paragraph."""
    formula = _FORMULA.search(question.text)
    if formula is None or not question.asks <= _ASKED:
        return None
    name = _plain(formula.group())
    for one in ranking():
        if name not in _plain(one.sentence.text):
            continue
        explaining = [
            sentence
            for sentence in (one.sentence, *following(one.sentence)[:FAR])
            if any(found["part"].upper() in name for found in _EXPLAINED.finditer(sentence.text))
        ]
        if explaining:
            alone = question.text[: formula.start()] + " " * len(name) + question.text[formula.end() :]
            parts = {part.upper() for part in _NAMED_ALONE.findall(alone)}
            asked = [
                sentence
                for sentence in explaining
                if parts & {found["part"].upper() for found in _EXPLAINED.finditer(sentence.text)}
            ]
            told = replace(one.candidate, text=" ".join(sentence.text for sentence in explaining))
            if not asked and relevance.unmet(told)[0] > ELSE:
                return None
            return Draft("answered", tuple(quoted(asked or explaining, question)), confidence=min(1.0, one.topical))
        if _CONCLUDES.search(one.sentence.text) and (before := preceding(one.sentence)):
            # 做强…支柱产业。培育…3个优势产业，构建“1+3+X”体系: its numbers are told before it is named.
            return Draft("answered", tuple(quoted([*before, one.sentence], question)), confidence=min(1.0, one.topical))
    return None


def stated_nowhere(question: Question, library: Library) -> str | None:
    """The formula (1+1+N) that a question asks about and that no document has; None where there is none, or where there
    are more documents than are read for that."""
    formula = _FORMULA.search(question.text)
    if formula is None or not question.asks <= _ASKED or "+" not in _plain(formula.group()):
        return None
    name, documents = _plain(formula.group()), library.documents()
    if len(documents) > MOST_TEXTS or any(name in _plain(library.document(one.id).text) for one in documents):
        return None
    return formula.group()


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).replace("＋", "+").upper()
