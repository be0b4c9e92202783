"""Verbs of English that an object parts from their particle, put together as glossaries have them: turns our
application down is turns down our application."""

from __future__ import annotations

import re

from corpus.starting import quick
from index.glossary import phrases_in

_PARTED = quick(
    r"(?<![A-Za-z'’])(?P<verb>[A-Za-z]{3,}) (?P<object>(?:our|my|their|your|his|her|its|the|an?|this|that|these|those"
    r"|any|all|it|them|us|me|him|everything)(?: (?!and |or |but |to |from |of |is |are |was |were )[A-Za-z-]+){0,2}?) "
    r"(?P<particle>down|back|off|away|forward|over(?! \d)|up(?! to )|out(?! of ))(?= ?[,;:.?!，。；？]"
    r"| (?:and|or|but|by|in|on|at|for|to|from|if|when|before|after|without|within|because)(?![A-Za-z])|$)",
    re.IGNORECASE,
)


def with_particles_beside(text: str) -> str:
    """`text` with every particle beside its verb, where the two are one phrase of the glossaries."""
    return _PARTED.sub(_beside, text)


def _beside(parted: re.Match[str]) -> str:
    together = f"{parted['verb']} {parted['particle']}"
    return f"{together} {parted['object']}" if any(phrases_in(together)) else parted.group()
