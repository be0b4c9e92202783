"""What search looks for when a question is asked."""

from __future__ import annotations

from collections.abc import Mapping, Set

from assistant.language.lay_words import phrases
from assistant.matching.terms import INHERITED
from assistant.questions.asking import Ask
from index.glossary import renderings
from index.types import Query

LAY = 0.6
"""What an official word counts in search for the everyday word that was asked."""
SAID = 0.3
"""What a word counts in search by which documents say what is asked for (约谈 for the consequences of something)."""
_SAID_BY: Mapping[Ask, tuple[str, ...]] = {Ask.PENALTY: ("约谈", "通报批评", "追究责任", "取消资格", "责令改正")}


def query_of(words: str, inherited: str, asks: Set[Ask]) -> Query:
    """What search looks for: the words, what documents write for the English and the everyday ones among them, the
    words of the topic before, and those by which documents say what is asked for."""
    official = [(term, LAY * weight) for phrase in phrases(words) for term, weight in phrase.words]
    before = [(inherited, INHERITED)] if inherited else []
    said = [(word, SAID) for ask in sorted(asks & _SAID_BY.keys()) for word in _SAID_BY[ask]]
    return Query(words, (*renderings(words), *official, *before, *said))
