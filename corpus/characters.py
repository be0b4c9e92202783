"""The characters of official Chinese text: Han, numerals, full-width forms, and what no reader can show."""

from __future__ import annotations

import re
import unicodedata

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
CHINESE_NUMERALS = "〇零一二三四五六七八九十百"

# Full-width letters, digits and signs of quantity, and the look-alikes that PDF files carry instead of characters.
# Punctuation stays as printed. Every entry is one character for one, or the map back would break.
_WIDTH = {
    code: folded
    for block in (range(0xFF01, 0xFF5F), range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), (0x00A0, *range(0x2000, 0x200B)))
    for code in block
    if (folded := unicodedata.normalize("NFKC", chr(code))) != chr(code)
    and len(folded) == 1
    and (folded.isalnum() or folded in "%+=/ ")
}
_WIDE = re.compile("[" + "".join(map(chr, sorted(_WIDTH))) + "]")

BLANKS = " \u3000"
# Zero-width characters, and those of private fonts that no reader can show (but not the rare Han of GB18030 there).
INVISIBLE = "\u200b-\u200f\u2060\ufeff\u00ad\ue000-\ue814\ue865-\uf8ff"


def same_width(text: str) -> str:
    """`text` with full-width letters and digits as ordinary ones, character for character."""
    return text.translate(_WIDTH) if _WIDE.search(text) else text


def width(text: str) -> int:
    """Columns that `text` takes in print: a Chinese character takes two."""
    # Characters of three bytes are those set full width; this is ten times faster than looking at each.
    return (len(text.encode("utf-8", "surrogatepass")) + len(text)) // 2
