"""Which of the media types that a route can give a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence


def preferred(accept: str, offers: Sequence[str]) -> str | None:
    """The offer with the highest quality, the first of equals, or None where none is acceptable."""
    ranges = [parsed for part in accept.split(",") if (parsed := media_range(part))]
    if not ranges:
        return offers[0]
    best = max(offers, key=lambda offer: quality(offer, ranges))
    return best if quality(best, ranges) > 0 else None


def media_range(part: str) -> tuple[str, float] | None:
    """`text/html;q=0.5` as ("text/html", 0.5); None where it is empty."""
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
    try:
        return (name, min(max(float(weight), 0.0), 1.0)) if name else None
    except ValueError:
        return name, 0.0


def quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much an offer is wanted: the most specific range that covers it decides."""
    kind = offer.split("/")[0]
    for wanted in (offer, f"{kind}/*", "*/*"):
        if found := [weight for name, weight in ranges if name == wanted]:
            return max(found)
    return 0.0
