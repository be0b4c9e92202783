"""What is asked of a paper in a roundabout way in English, as it is asked directly: whose signature it bears, what date
is on it, how long it is good for, whether it takes the place of another, what it understands by a word."""

from __future__ import annotations

import re

_KIND = (
    r"(?:polic(?:y|ies)|measures|rules|plan|notice|regulations?|provisions|opinions?|programme|program"
    r"|scheme|circular|document|paper|reply"
    r"|letter|guidelines|decision|announcement|draft)"
)
_PAPER = rf"(?P<paper>(?:the|this|that|these|those|its|[A-Z][\w'’-]*) (?:[\w'’()&/-]+ ){{0,9}}?{_KIND}|it|they)"
_ASKED = (
    (
        re.compile(
            r"(?<![a-z])who (?:are|were|is|was) the (?:signator(?:y|ies)|issuers?|authors?|issuing (?:body"
            r"|bodies|office|authority))"
            rf" (?:of|to|behind) {_PAPER}",
            re.IGNORECASE,
        ),
        r"who issued \g<paper>",
    ),
    (
        re.compile(
            rf"(?<![a-z])whose (?:signature|name|seal|stamp) (?:is|are|stands) (?:on|under|below) {_PAPER}", re.I
        ),
        r"who issued \g<paper>",
    ),
    (
        re.compile(
            rf"(?<![a-z])(?:what|which) (?:date|day) (?:(?:is|stands|appears) (?:on|under|at the (?:end"
            rf"|bottom|foot) of) {_PAPER}"
            rf"|(?:does|do|did) {_PAPER.replace('paper', 'of')} (?:bear|carry|have|show))(?=\s*(?:[?.,;]|and |$))",
            re.IGNORECASE,
        ),
        None,
    ),
    (
        re.compile(
            rf"(?<![a-z])(?:how old (?:is|are)|when (?:is|are) (?=[^?]* dated)) {_PAPER}(?: dated)?", re.IGNORECASE
        ),
        r"on what date was \g<paper> issued",
    ),
    (
        re.compile(
            rf"(?<![a-z])how long (?:is|are|will|does|do|did|has|have) {_PAPER}"
            r" (?:be )?(?:good for|good|valid(?: for)?|in (?:force|effect)|remain (?:valid|in force)"
            r"|stay (?:valid|in force)|last|run|apply"
            r"|effective)(?=\s*(?:[?.,;]|and |$))",
            re.IGNORECASE,
        ),
        r"how long is \g<paper> in force",
    ),
    (
        re.compile(
            rf"(?<![a-z])when (?:does|do|will|did) {_PAPER} (?:run out|lapse|cease(?: to (?:apply"
            rf"|have effect))?|stop applying|end)"
            r"(?=\s*(?:[?.,;]|and |$))",
            re.IGNORECASE,
        ),
        r"when does \g<paper> expire",
    ),
    (
        re.compile(
            rf"(?<![a-z])(?:does|do|did|has|have) {_PAPER} (?:replaced?|supersede[ds]?|repeal(?:ed)?"
            rf"|scrap(?:ped)?|abolish(?:ed)?"
            r"|cancel(?:led)?|take the place of) (?:an?(?:y)?(?:other)? |some |the )?(?:earlier|older|old"
            r"|previous|former|existing)"
            rf" (?:ones?|version|text|{_KIND})",
            re.IGNORECASE,
        ),
        r"which earlier document did \g<paper> replace",
    ),
)
_MEANS = re.compile(
    r"(?<![a-z])what (?:does|do|did) (?P<who>[^?,]{2,60}?) (?:understand|mean) by (?P<what>[^?,]{3,60})(?=[?,]|$)", re.I
)


def of_a_paper(text: str) -> str:
    """`text` with what it asks of a paper in a roundabout way asked directly; other text as it is."""
    for pattern, asked in _ASKED:
        text = pattern.sub(asked or _dated, text)
    return _MEANS.sub(_meant, text)


def _dated(match: re.Match[str]) -> str:
    return f"on what date was {match['paper'] or match['of']} issued"


def _meant(match: re.Match[str]) -> str:
    who = match["who"]
    where = "" if who.lower() in ("it", "they", "we", "you", "people") else f" in {who}"
    return f"what is meant by {match['what'].strip()}{where}"
