"""English words of one kind that exclude each other: rented and self-built, short-term and long-term, imports and
exports, by sea and by rail. What a follow-up names stands in the place of its like in the question before."""

from __future__ import annotations

import re

_GROUPS = """
    rented leased hired self-built owned self-owned bought purchased built existing
    new used second-hand old existing upgraded renovated
    import export re-export transit; imports exports re-exports; importers exporters
    imported exported; importing exporting
    domestic foreign overseas international home; inbound outbound; incoming outgoing
    urban rural; large medium small micro medium-sized small-sized large-sized
    city county provincial national district municipal township state local
    sea rail road air land truck ship train plane vessel lorry
    buyers sellers; buyer seller; individuals companies households firms; online offline; public private
    primary middle secondary high senior junior; boys girls men women; male female
    short-term medium-term long-term medium; direct indirect; upper lower; summer winter spring autumn; early late
    minimum maximum; lowest highest; monthly quarterly yearly annual weekly; accepted rejected adopted; approved refused
    options forwards swaps; loans grants; rewards penalties fines; bronze silver gold
"""
_KINDS = tuple(
    frozenset(group.split()) for line in _GROUPS.strip().split("\n") for group in line.split(";") if group.strip()
)
_HYPHENED = re.compile(r"(?:[a-z]+-)+(?P<end>[a-z]{3,})")


def are_of_a_kind(one: str, other: str) -> bool:
    """Whether two different English words, in small letters, exclude each other."""
    if one == other:
        return False
    ends = _HYPHENED.fullmatch(one), _HYPHENED.fullmatch(other)
    if ends[0] and ends[1]:
        return ends[0]["end"] == ends[1]["end"]
    return any(one in kind and other in kind for kind in _KINDS)
