"""Whether a reworded sentence says what its statement says: the check that a language model's wording must pass.

A statement is cut into pieces that must come back letter by letter (quotations, lists of units, dates, figures, and
every clause that is more than values and plain connecting words) and the plain words between them. A sentence is
faithful when it consists of its statement's pieces and of words from a closed list (wording.toml), and when every value
has the role (lead, participant, due …) that it has in the statement. So nothing that a model writes by itself can be a
number, a date, a name or a negation.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.types import Language

# Pieces are stood for by private characters while the words between them are looked at; the first is the quotation's.
_FIRST = 0xE000
_PIECE = re.compile("[\ue000-\uf8ff]")
_QUOTATION = re.compile(r"“[^“”]*”|《[^《》]*》|「[^「」]*」|\"[^\"]*\"")
# Units in a row are one value: their order and the mark behind them (▲) belong to them.
_LIST = re.compile("[\ue001-\uf8ff](?:(?:、|, | and )[\ue001-\uf8ff])*(?:（[^（）]*）)?")
_CLAUSE = re.compile(r"[^，；。：,;:—\n]+")
_PART = re.compile(r"[；;。.—\n]")
_COMMA = re.compile(r"[，,]")
_WORD = re.compile(r"[A-Za-z]+|[\u3007\u3400-\u9fff]+|[^\s，。；：、,.;:—–-]")
_ENDS = "。.；;"

Roles = frozenset[tuple[str, frozenset[str]]]
"""Values with the roles they have; a value without a clear role has none."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a sentence must keep of a statement: `pieces`, each letter by letter, and the roles of the `values` among
    them. `free` says whether anything but the order could be worded otherwise."""

    pieces: tuple[str, ...]
    values: frozenset[str]
    roles: Roles
    free: bool


def pattern_of(text: str, forms: Iterable[str], language: Language) -> Pattern:
    """The pattern of a statement; `forms` are its units, dates and figures as they are printed in it."""
    whole = Pattern((text.strip().rstrip(_ENDS),), frozenset(), frozenset(), False)
    if _PIECE.search(text):
        return whole
    printed = [form for form in dict.fromkeys(forms) if form]
    if not printed:
        return whole
    pieces: list[str] = []
    lists: set[int] = set()

    def stand_in(piece: str) -> str:
        pieces.append(_shown(piece, pieces))
        return chr(_FIRST + len(pieces) - 1)

    def value(match: re.Match[str]) -> str:
        lists.add(len(pieces))
        return stand_in(match.group())

    quotations = _QUOTATION.findall(text)
    if len(quotations) > 1:
        return whole  # which of two tasks a value belongs to is not for plain words to say
    masked = text.replace(quotations[0], stand_in(quotations[0])) if quotations else text
    pieces += [] if quotations else [""]
    found = re.compile("|".join(re.escape(form) for form in sorted(printed, key=len, reverse=True)))
    masked = found.sub(lambda match: stand_in(match.group()), masked)
    masked = _LIST.sub(value, masked)
    masked = _CLAUSE.sub(lambda match: _kept_or_fixed(match.group(), language, stand_in), masked)
    shown = [ord(mark) - _FIRST for mark in _PIECE.findall(masked)]
    values = frozenset(pieces[at] for at in shown if at in lists)
    kept = tuple(dict.fromkeys(pieces[at] for at in shown))
    return Pattern(kept, values, _roles(masked, pieces, values, language), bool(values))


def _kept_or_fixed(clause: str, language: Language, stand_in: Callable[[str], str]) -> str:
    """The clause where it is pieces and plain words; else one piece that stands for all of it."""
    if _plain(clause, language):
        return clause
    inner = clause.strip()
    return clause.replace(inner, stand_in(inner)) if inner else clause


def faithful(sentence: str, pattern: Pattern, language: Language) -> frozenset[str] | None:
    """The pieces that a sentence gives, without markers; None where it says anything else than its statement."""
    if _PIECE.search(sentence):
        return None
    given: set[str] = set()
    pieces = sorted(pattern.pieces, key=len, reverse=True)
    masked = sentence.strip()
    for number, piece in enumerate(pieces):
        if piece in masked:
            given.add(piece)
            masked = masked.replace(piece, chr(_FIRST + number))
    if re.search(r"[。！？!?\n]|\.(?=\s)", masked.rstrip(_ENDS)):
        return None  # a second sentence, without markers of its own
    if not given or not _plain(masked, language):
        return None
    named = {role for _, roles in pattern.roles for role in roles}
    if not _roles_named(masked, language) <= named:
        return None
    return frozenset(given) if _roles(masked, pieces, pattern.values, language) <= pattern.roles else None


def _shown(piece: str, pieces: Sequence[str]) -> str:
    """The piece with the pieces that it holds in words."""
    return _PIECE.sub(lambda mark: pieces[ord(mark.group()) - _FIRST], piece)


def _roles(masked: str, pieces: Sequence[str], values: frozenset[str], language: Language) -> Roles:
    """The roles of the values in a text of pieces and plain words.

    A value has the roles that its clause names; in a clause that names none, those of the clauses beside it, where
    they agree.
    """
    found: set[tuple[str, frozenset[str]]] = set()
    for part in _PART.split(masked):
        clauses = _COMMA.split(part)
        named = [_roles_named(clause, language) for clause in clauses]
        for position, clause in enumerate(clauses):
            roles = named[position]
            if not roles:
                before = next((one for one in reversed(named[:position]) if one), frozenset[str]())
                after = next((one for one in named[position + 1 :] if one), frozenset[str]())
                roles = before if not after or before == after else (after if not before else frozenset())
            held = (pieces[ord(mark) - _FIRST] for mark in _PIECE.findall(clause))
            found |= {(piece, roles if len(roles) == 1 else frozenset()) for piece in held if piece in values}
    return frozenset(found)


def _roles_named(text: str, language: Language) -> frozenset[str]:
    _, roles = _vocabulary(language)
    if language == "zh":
        return frozenset(role for role, words in roles.items() if any(word in text for word in words))
    tokens = set(re.findall("[a-z]+", text.lower()))
    return frozenset(role for role, words in roles.items() if tokens & words)


def _plain(masked: str, language: Language) -> bool:
    """Whether everything between the pieces is punctuation and words of the closed list."""
    words, _ = _vocabulary(language)
    for word in _WORD.findall(_PIECE.sub(" ", masked)):
        if not (word.lower() in words if word.isascii() else language == "zh" and _made_of(word, words)):
            return False
    return True


def _made_of(run: str, words: frozenset[str]) -> bool:
    """Whether a Chinese run is words of the list, one after the other."""
    reached = {0}
    for at in range(len(run)):
        if at in reached:
            reached |= {at + len(word) for word in words if run.startswith(word, at)}
    return len(run) in reached


def plain_words(language: Language) -> tuple[str, ...]:
    """The words that may stand between pieces, for a model to be told."""
    return tuple(sorted(_vocabulary(language)[0]))


@cache
def _vocabulary(language: Language) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The closed list, role words included, and the words of each role."""
    with (Path(__file__).parent / "wording.toml").open("rb") as file:
        listed = tomllib.load(file)
    roles = {role: frozenset(words[language]) for role, words in listed["roles"].items()}
    return frozenset(listed[language]["words"]).union(*roles.values()), roles
