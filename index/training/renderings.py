"""Writes index/cedict_renderings.tsv: which Chinese words an English word or short phrase may be rendered by.

    python -m index.training.renderings --sources FOLDER

A headword counts for a phrase when one of its senses is that phrase; it counts more the earlier the sense stands and
the more often the word is used in the laws and news of the training material. Place names are found by their pinyin,
foreign ones by what they are called, however rare they are.
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
# Names of other languages, which no pinyin spells: those of places, and the few that Chinese writes for two. What kind
# of place it is follows as the noun itself: no state-run firm, no group, language or governor of one.
_FOREIGN = re.compile(
    r"^([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: or ([A-Z][a-z]+)(?: [A-Z][a-z]+)*)? ?(?:\([^)]*\))?"
    r"(?:(?:,| \() ?(?:(?!(?:of|in|on|from|by|for|and|the) )[A-Za-z0-9'-]+ ){0,5}?| ?(?:[a-z-]+ ){0,3}?)"
    r"(?:capital|city|(?:sea)?port|town|province|state|island|country|republic|region|emirate|prefecture)"
    r"(?=[,;)]|$| (?:of|in|on|at|near|from|to|and|since|until|bordering|between|off|around|opposite|just"
    r"|(?:north|south)?(?:east|west)|north|south|\())"
)
_AT_HOME = re.compile("Taiwan|[Cc]ounty|[Dd]istrict|[Tt]ownship|[Dd]ynasty|ancient|fiction|Tang|town in")
_KIND_OF_PLACE = re.compile(" (?:district|province|city|autonomous|county|lake|corporation|region|island)$")
_LEAST_LETTERS = 4
_WORD_WRITTEN_SMALL = re.compile(r"(?<![\w'-])[a-z]+")
# A text may leave away what kind of place a name is of.
_KIND_IN_CHINESE = re.compile("(?<=..)[市省州县邦岛]$")

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


def foreign_places() -> dict[str, list[str]]:
    """The English names of places that Chinese writes by sound, to what it writes, whatever the training material has
    of them: `almaty` to 阿拉木图, `garze` to 甘孜州 and 甘孜. A name that its pinyin spells is found without; one
    that the dictionary also writes small is a word (buffalo)."""
    spelled, by_word = pinyin_by_word(), senses_by_word()
    small = {each for senses in by_word.values() for sense in senses for each in _WORD_WRITTEN_SMALL.findall(sense)}
    found: dict[str, list[str]] = {}
    for word, senses in by_word.items():
        for sense in senses[:2] if is_chinese(word) and len(word) > 1 else ():
            if (match := _FOREIGN.match(sense)) and not _AT_HOME.search(sense):
                for name in filter(None, match.groups()):
                    phrase = name.lower()
                    letters = phrase.replace(" ", "")
                    if (
                        len(letters) >= _LEAST_LETTERS
                        and not spelled[word].startswith(letters)
                        and not _KIND_OF_PLACE.search(phrase)
                        and phrase not in small
                    ):
                        found.setdefault(phrase, []).append(word)
    in_short = {phrase: [*terms, *(short_name(term, by_word) for term in terms)] for phrase, terms in found.items()}
    return {phrase: list(dict.fromkeys(terms))[:MOST_TERMS] for phrase, terms in in_short.items()}


def short_name(place: str, by_word: Mapping[str, tuple[str, ...]]) -> str:
    """The name of a place without what kind of place it is: 甘孜 for 甘孜州, but no 玻璃 (glass) for 玻璃市."""
    short = _KIND_IN_CHINESE.sub("", place)
    is_word = any(not sense[:1].isupper() for sense in by_word.get(short, ()))
    return place if is_word or place + place[-1] in by_word else short  # 四日市市


def with_places(
    ranked: Mapping[str, list[tuple[str, float]]], places: Mapping[str, list[str]]
) -> dict[str, list[tuple[str, float]]]:
    """What is `ranked`, and the names of `places` where nothing else is called so; a place that is ranked by its whole
    name alone has its short name, too."""
    every = dict(ranked)
    for phrase, names in places.items():
        if known := dict(ranked.get(phrase, ())):
            shorter = [
                (name, known[word]) for word in known for name in names if _KIND_IN_CHINESE.sub("", word) == name
            ]
            every[phrase] = [*known.items(), *(each for each in shorter if each[0] not in known)]
        # China Central is no place: names of two words are of none that means something else.
        elif not any(word in ranked or word in SILENT for word in (phrase, *phrase.split())):
            every[phrase] = [(name, 1.0) for name in names]
    return every


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
    ranked = with_places(rank(word_counts(all_senses(), given.sources, given.cache)), foreign_places())
    with given.out.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for phrase, terms in sorted(ranked.items()):
            out.write("; ".join(f"{word}={weight:.2f}" for word, weight in terms) + f"\t{phrase}\n")
    print(f"{len(ranked):,} phrases, {given.out.stat().st_size:,} bytes -> {given.out}")


if __name__ == "__main__":
    main()
