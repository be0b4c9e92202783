"""What the lexical index is made of: characters and pairs of characters, words and numbers.

No segmenter is asked: single characters and bigrams of Chinese beat segmented words on official text (hit@1 .646
against .560), and the same cut on both sides cannot disagree. A reading that a segmenter gets wrong is lost for good.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import add

import numpy as np
from numpy.typing import NDArray

from index.errors import TermsMissing

# Han, the iteration mark and 〇, kana and Hangul: scripts written without blanks between words.
_UNSPACED_RANGES = (
    ("\u3005", "\u3005"),
    ("\u3007", "\u3007"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\U00020000", "\U000323af"),
)
_UNSPACED = "".join(f"{first}-{last}" for first, last in _UNSPACED_RANGES)
_WORD = rf"[^\W_{_UNSPACED}]"
_PIECE = re.compile(rf"([{_UNSPACED}]+)|{_WORD}+(?:[-+./&_']{_WORD}+)*")
_SPACED = re.compile(rf"{_WORD}+(?:[-+./&_']{_WORD}+)*")
_PART = re.compile(rf"{_WORD}+")
# What is no Han character, of which normalisation changes none: signs and numbers, of which there are few and short
# ones between Han characters, so that looking them up takes a third of the time.
_FOREIGN = re.compile("([^\u4e00-\u9fff]+)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

# Ⅲ级 and 三级 are one; with letters, level Ⅱ would be found in level Ⅲ.
_ROMAN = {
    ord(sign): numeral
    for signs in ("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ")
    for sign, numeral in zip(signs, "一二三四五六七八九十", strict=True)
}

_AT_ONCE = 1_000  # texts that are cut together

SELF_TEST = "国务院办公厅关于２０２１年《實施方案》的通知"


@lru_cache(maxsize=10_000)  # the same sentences and headings are compared with one question after another
def folded(text: str) -> str:
    """`text` as it is compared: full width as half, lower case, traditional characters as simplified ones, the signs
    for Roman numerals as Chinese ones.

    Characters are simplified one by one, never by phrase, so that a piece of a text folds as it does inside it.
    """
    return _folded(text)


def simplified(text: str) -> str:
    """`text` with simplified characters for traditional ones, character for character."""
    if text.isascii():
        return text
    plain, traditional = _simplified()
    return traditional.sub(lambda found: plain[found.group()], text)


def terms(text: str) -> list[str]:
    """The terms of `text` in its order: every character and bigram of a Chinese run, every word or number whole.

    What signs join (`1+5+16+x`, `b2b2c-9710`, `3.5`) is a term as a whole, and so is each of its parts.

    >>> terms("第１批B2B試點")
    ['第', '1', '批', 'b2b', '试', '点', '试点']
    """
    found: list[str] = []
    for piece in _PIECE.finditer(_THOUSANDS.sub("", _folded(text))):
        whole = piece.group()
        if piece.lastindex:
            found += whole
            found += map(add, whole, whole[1:])
        else:
            found.append(whole)
            parts = _PART.findall(whole)
            if len(parts) > 1:
                found += parts
    return found


def joined_terms(texts: Sequence[str]) -> list[str]:
    """For each text its `terms`, each as often, with blanks between them, in another order; for many texts in half the
    time."""
    found: list[str] = []
    for start in range(0, len(texts), _AT_ONCE):
        found += _joined(texts[start : start + _AT_ONCE])
    return found


def _joined(texts: Sequence[str]) -> list[str]:
    plain = [_THOUSANDS.sub("", _folded(text)) for text in texts]
    # Between two texts stands what is in no term.
    codes = np.frombuffer("\n".join(plain).encode("utf-32-le", "surrogatepass"), np.uint32)
    unspaced = _unspaced()[codes]
    paired = np.append(unspaced[1:] & unspaced[:-1], False)[: len(codes)]
    # A character takes two places, a pair three: with the blank behind it.
    ends = np.cumsum(2 * unspaced + 3 * paired)
    written = np.full(ends[-1] if len(ends) else 0, ord(" "), np.uint32)
    singles, pairs = np.flatnonzero(unspaced), np.flatnonzero(paired)
    written[ends[singles] - 2 - 3 * paired[singles]] = codes[singles]
    written[ends[pairs] - 3] = codes[pairs]
    written[ends[pairs] - 2] = codes[pairs + 1]
    terms_of_all = written.tobytes().decode("utf-32-le", "surrogatepass")
    found = []
    end, begun = -1, 0
    for text in plain:
        end += len(text) + 1
        upto = int(ends[min(end, len(ends) - 1)]) if len(ends) else 0
        spaced = []
        for word in _SPACED.findall(text):
            spaced.append(word)
            parts = _PART.findall(word)
            if len(parts) > 1:
                spaced += parts
        found.append(terms_of_all[begun:upto] + " ".join(spaced))
        begun = upto
    return found


@cache
def _unspaced() -> NDArray[np.bool_]:
    """For every code point whether it is of a script without blanks."""
    table = np.zeros(sys.maxunicode + 1, np.bool_)
    for first, last in _UNSPACED_RANGES:
        table[ord(first) : ord(last) + 1] = True
    return table


def _folded(text: str) -> str:
    pieces = _FOREIGN.split(text)
    pieces[1::2] = map(_folded_piece, pieces[1::2])
    return simplified("".join(pieces))


@lru_cache(maxsize=8192)
def _folded_piece(piece: str) -> str:
    return unicodedata.normalize("NFKC", piece.translate(_ROMAN)).lower()


def check_terms() -> None:
    """Fails with TermsMissing when Chinese text yields no terms or width and script are not folded."""
    found = set(terms(SELF_TEST))
    if not {"国务", "2021", "实施", "方案", "通知"} <= found:
        raise TermsMissing(SELF_TEST)


@cache
def _simplified() -> tuple[dict[str, str], re.Pattern[str]]:
    """Simplified characters by traditional ones, by OpenCC's table of single characters, and what finds the latter.

    Most text has few of them: looking for them takes a tenth of the time of `str.translate`.
    """
    from opencc import OpenCC

    characters = [chr(code) for block in (range(0x3400, 0x4DC0), range(0x4E00, 0xA000)) for code in block]
    plain = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, plain, strict=True)
    table = {character: other for character, other in pairs if character != other and len(other) == 1}
    return table, re.compile(f"[{''.join(table)}]")
