"""Writes index/cedict_renderings.tsv: which Chinese words an English word or short phrase may be rendered by.

    python -m index.training.renderings --sources FOLDER

A headword counts for a phrase when one of its senses is that phrase; it counts more the earlier the sense stands and
the more often the word is used in the laws and news of the training material. Place names are found by their pinyin.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from math import sqrt
from pathlib import Path

from index.english import singular, words
from index.glossary import FOLDER, SILENT
from index.training.dictionary import is_chinese, pinyin_by_word, senses_by_word
from index.training.frequency import word_counts
from index.training.vocabulary import all_senses

MOST_TERMS = 5
LEAST_SHARE = 0.12
LONGEST_PHRASE = 4
LEAST_COUNT = 20  # rarer words of the dictionary are not what an office writes
_PREFIX = re.compile(r"^(to be|to have|to make|to|a|an|the|sb's|one's)\s+")
_BRACKETS = re.compile(r"\([^)]*\)")
_PLACE = re.compile(
    r"^([A-Z][a-z']+(?: [A-Z][a-z']+)?),? (?:(?:prefecture|county|sub-provincial|prefecture-level|county-level)[ -])?"
    r"(?:level )?(?:city|county|district|province|municipality|prefecture|autonomous)"
)

HEADER = """\
# Extract of CC-CEDICT (https://www.mdbg.net/chinese/dictionary?page=cc-cedict), licensed CC BY-SA 4.0
# (https://creativecommons.org/licenses/by-sa/4.0/); this file is under the same licence. Changes: senses reduced to
# short English phrases, Chinese words ranked by use.
# Written by index/training/renderings.py; columns: Chinese, English.
"""


def phrases_of(sense: str) -> Iterator[str]:
    """The short phrases that a sense consists of: `to take the lead (fig.); to head` gives `take the lead`, `head`."""
    for part in re.split(r"[;,/]| or ", _BRACKETS.sub(" ", sense)):
        plain = part.strip()
        while (shorter := _PREFIX.sub("", plain)) != plain:
            plain = shorter
        found = words(plain)
        if 0 < len(found) <= LONGEST_PHRASE and not all(word in SILENT or len(word) == 1 for word in found):
            yield " ".join(found)
            if (one := singular(found[-1])) != found[-1]:
                yield " ".join([*found[:-1], one])


def place_name(sense: str, pinyin: str) -> str | None:
    """The English name of a place that its pinyin spells: `Yiwu, county-level city in ...` gives `yiwu`."""
    if not (match := _PLACE.match(sense)):
        return None
    name = match.group(1).lower()
    letters = re.sub(r"[^a-z]", "", name)
    return name if letters and pinyin.startswith(letters) else None


def rank(counts: Mapping[str, int]) -> dict[str, list[tuple[str, float]]]:
    """English phrase to (Chinese word, weight 0..1], best first; the best has weight 1."""
    spelled = pinyin_by_word()
    scores: dict[str, dict[str, float]] = {}
    for word, senses in senses_by_word().items():
        count = counts.get(word, 0)
        if not is_chinese(word) or count < LEAST_COUNT:
            continue
        for place, sense in enumerate(senses):
            score = sqrt(count + 0.5) / (1 + place)
            name = place_name(sense, spelled[word])
            for phrase in [name] if name else phrases_of(sense):
                terms = scores.setdefault(phrase, {})
                # One character alone is in thousands of words, so it says little.
                terms[word] = max(terms.get(word, 0.0), score * (0.25 if len(word) == 1 else 1.0))
    ranked = {}
    for phrase, terms in scores.items():
        best = sorted(terms.items(), key=lambda each: (-each[1], each[0]))[:MOST_TERMS]
        top = best[0][1]
        ranked[phrase] = [(word, score / top) for word, score in best if score >= LEAST_SHARE * top]
    return ranked


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=Path, required=True, help="folder with the training material")
    options.add_argument("--cache", type=Path, default=Path("build/training"), help="where counts are kept")
    options.add_argument("--out", type=Path, default=FOLDER / "cedict_renderings.tsv")
    given = options.parse_args()
    ranked = rank(word_counts(all_senses(), given.sources, given.cache))
    with given.out.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for phrase, terms in sorted(ranked.items()):
            out.write("; ".join(f"{word}={weight:.2f}" for word, weight in terms) + f"\t{phrase}\n")
    print(f"{len(ranked):,} phrases, {given.out.stat().st_size:,} bytes -> {given.out}")


if __name__ == "__main__":
    main()
