"""Numbers of what an English question counts (how many exhibitions), which Chinese counts in a classifier that English
does not say: 展会46场, 46场国际展会."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.listed_things import AT_A_GUESS, counted_nouns
from index.glossary import rendered_phrases

_CLASSIFIER = "[座家项条名位款支批辆台所艘架场期户栋幢间处片口株只件部套趟列个种类人次对份张届班起门]"
_ASKS_MORE = re.compile(r"(?<![a-z])(?:what|which|how (?!many(?![a-z])))", re.IGNORECASE)
_NUMBER = "[\\d一二两三四五六七八九十百千万亿]"


@lru_cache(maxsize=256)
def number_of_counted(text: str) -> re.Pattern[str] | None:
    """What gives a number of the thing that an English question counts; None where it counts none, or asks for another
    figure, too, which that number does not tell."""
    if _ASKS_MORE.search(text):
        return None
    forms = [
        term
        for noun in counted_nouns(text)
        for _, terms in rendered_phrases(noun)[-1:]  # national laboratories are laboratories
        for term, weight in terms
        if len(term) > 1 and weight >= AT_A_GUESS
    ]
    if not forms:
        return None
    called = "|".join(map(re.escape, sorted(set(forms), key=len, reverse=True)))
    return re.compile(
        rf"(?:{called})[^，。；：、\d]{{0,3}}\d[\d,.]*[万亿]?[余多]?{_CLASSIFIER}"
        rf"|{_NUMBER}[余多]?{_CLASSIFIER}[^，。；：、\d]{{0,6}}(?:{called})"
    )
