"""Rows of tables by their names, as questions write them."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers.table_cells import Named
from index.terms import folded

LEAST_NAME = 2

_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff\d]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=\d)")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")


def plain_text(text: str) -> str:
    """A text as names of rows are looked for in it: folded, without the white space that Chinese has none of."""
    return _BETWEEN.sub("", " ".join(folded(text).split()))


def row_named(text: str, named: Named) -> tuple[int, str] | None:
    """The one row whose name a plain text has, the longest of those, and the text without it."""
    forms = {
        form: at
        for at, row in enumerate(named.table.rows)
        for form in _forms(row[named.at].text)
        if len(form) >= LEAST_NAME and not form.isdigit() and form in text
    }
    if not forms:
        return None
    longest = max(forms, key=len)
    if any(form not in longest for form in forms):
        return None  # of two rows
    return forms[longest], text.replace(longest, " ", 1)


def without_name(text: str, name: str) -> str:
    """A text without the name of a row, or what of it stands before a mark."""
    for form in (name, _BRACKETS.sub("", name), re.split("[，,；;。]", name)[0]):
        if len(form) >= LEAST_NAME and form in text:
            return text.replace(form, " ", 1)
    return text


@lru_cache(maxsize=16_384)  # the rows of the same tables are looked through for question after question
def _forms(name: str) -> tuple[str, ...]:
    """How a row is named: by all of its name, without what stands in brackets, by what stands before a mark."""
    before_mark = re.split("[，,；;。]", name)[0]
    return tuple(dict.fromkeys(map(plain_text, (name, _BRACKETS.sub("", name), before_mark))))
