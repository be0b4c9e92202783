"""Another place in the order that the turn before asked about: "and the runner-up?" after "which town ranks first?"."""

from __future__ import annotations

import re

from assistant.language.ranks import RANKED

_ORDINALS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_GOES_ON = re.compile(
    r"^(?:(?:and|but|so|ok|okay|then),? )*(?:(?:what|how) about |(?:who|which(?: one| [a-z]+)?) "
    r"(?:is|was|came|comes|ranks|ranked|finished|finishes|got|has|had|takes|took) )?(?:in )?(?:at )?(?:the )?"
    rf"(?P<place>first|{_ORDINALS}|runners?[- ]up|number two|number three|last|bottom|worst|lowest|highest|top|best)"
    r"(?: (?:one|place|position|rank|spot|of (?:them|all)|in the (?:table|list|ranking)))*(?: then| instead)?\s*\?*$",
    re.IGNORECASE,
)
_SECOND = {"runner up": "second", "runner-up": "second", "runners up": "second", "runners-up": "second"} | {
    "number two": "second",
    "number three": "third",
}
_HIGH = ("highest", "largest", "biggest", "greatest", "best", "most", "longest", "fastest", "top")
_LOW = ("lowest", "smallest", "smallest", "least", "worst", "fewest", "shortest", "slowest", "bottom")
_END = re.compile(rf"(?<![a-z])(?P<end>{'|'.join((*_HIGH, *_LOW))})(?![a-z])", re.IGNORECASE)


def rank_instead(text: str, previous: str) -> str | None:
    """The question `previous`, which asks what ranks somewhere, with the place that `text` names and nothing else; None
    where either does something else."""
    gone_on = _GOES_ON.match(text.strip())
    if gone_on is None:
        return None
    place = gone_on["place"].lower()
    place = _SECOND.get(place, place)
    low = place in ("last", *_LOW)
    end = _END.search(previous)
    if end is not None:
        return previous[: end.start()] + _end_instead(end["end"].lower(), place, low=low) + previous[end.end() :]
    ranked = RANKED.search(previous)
    if ranked is None:
        return None
    named = "last" if low else "first" if place in _HIGH else place
    return f"{previous[: ranked.start()]}ranks {named}{previous[ranked.end() :]}"


def _end_instead(end: str, place: str, *, low: bool) -> str:
    """The end of an order, or the place counted from it."""
    if low or place in ("first", *_HIGH):
        if end in (_LOW if low else _HIGH):
            return end
        at = (_HIGH if low else _LOW).index(end)
        return (_LOW if low else _HIGH)[at]
    return f"{place}-{end}"
