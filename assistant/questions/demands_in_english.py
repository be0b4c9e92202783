"""What English asks of an application by idiom or by a bare noun: what has to be handed in, what rules somebody out,
steps to apply; in the words that questions for materials, cases and steps are understood by."""

from __future__ import annotations

import re

_LATIN = re.compile("[A-Za-z]{4}")
_BY_WHOM = (
    r"(?:i|we|one|you|they|someone|somebody|(?:an?|the|our|my) (?:[a-z&-]+ ){0,3}?[a-z&-]+|[a-z-]+s"
    r"|(?:foreign|overseas|eligible|small|new) [a-z-]+s)"
)
_MUST = r"(?:have to|has to|need to|needs to|must|should|ought to|are to|is to|are supposed to|am supposed to|got to)"
_SUBMITS = (
    r"(?:submit|hand (?:in|over)|turn in|send in|provide|file|bring(?: along)?|show|enclose|attach|produce|present"
    r"|supply|include|upload|furnish|prepare)"
)
_SUBMITTED = (
    r"(?:submitted|handed (?:in|over)|turned in|sent in|provided|filed|brought(?: along)?|shown|enclosed|attached"
    r"|produced|presented|supplied|uploaded|furnished|included)"
)
# What is handed in for something, or with it; what goes to somebody by a day is no question for papers.
_FOR = r"(?= (?:to (?!the |a |an )|for|with|when|if|along|together|in order|as part|under|in [A-Z])|\s*[?.]|$)"
_HANDED_IN = re.compile(
    rf"(?<![a-z])what(?: else| exactly| all)? (?:(?:do|does|did|would|will|am|are|is) {_BY_WHOM} {_MUST}"
    rf"|(?:must|should|have|has) {_BY_WHOM}(?: to)?) {_SUBMITS}{_FOR}"
    rf"|(?<![a-z])what(?: else| exactly| all)? (?:(?:has|have|needs?|ought) to be|must be|should be|is to be) "
    rf"{_SUBMITTED}{_FOR}",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?:me|us|you|one|someone|somebody|anyone|them|(?:an?|the|our|my) (?:[a-z&-]+ ){0,2}?[a-z&-]+"
    r"|(?:foreign |some )?(?:compan(?:y|ies)|firms?|applicants?|enterprises?|projects?|exporters?|importers?))"
)
_FROM = r"(?: (?:from|for|of|to))?(?: (?:getting|receiving|claiming|applying for|joining|obtaining|having|drawing))?"
_RULED_OUT = (
    re.compile(rf"(?<![a-z])what (?:rules (?:out {_SOMEBODY}|{_SOMEBODY} out)){_FROM}(?![a-z])", re.IGNORECASE),
    re.compile(
        rf"(?<![a-z])what (?:would |will |can |could |might )?(?:disqualif(?:y|ies)|exclud(?:es|e)|bars?|debars?)"
        rf" {_SOMEBODY}(?: out)?{_FROM}(?![a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![a-z])what (?:would |will |can |could |might )?(?:keeps?|stops?|prevents?) {_SOMEBODY} from"
        r" (?:getting|receiving|claiming|applying for|joining|obtaining|drawing)(?![a-z])",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![a-z])what (?:would |can |could )?makes? {_SOMEBODY} ineligible{_FROM}(?![a-z])", re.IGNORECASE),
    re.compile(
        r"(?<![a-z])(?:what (?:are|is) the |on what |are there any |any )?(?:grounds?|reasons?|criteria) for "
        r"(?:exclusion|refusal|rejection|disqualification|ineligibility|denial)"
        r"(?: (?:from|of|for|under|in|as to))?(?![a-z])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![a-z])(?:who|which (?:of the )?(?:compan(?:y|ies)|firms?|applicants?|enterprises?)) "
        r"(?:(?:cannot|can not|can't|can’t|may not|must not) (?:get|receive|claim|apply for|obtain|draw|have|join)"
        r"|(?:is|are|gets?|would be|will be) (?:not (?:eligible|entitled)|ineligible|excluded|barred|ruled out"
        r"|disqualified|shut out|left out|refused)(?: (?:from|for|to|of))?"
        r"(?: (?:get|receive|claim|apply for|obtain|getting|receiving|claiming|applying for))?)(?= [A-Za-z])",
        re.IGNORECASE,
    ),
)
_PROCEDURE = re.compile(
    r"(?<![a-z])what(?:'s|’s| is| are)(?: the)?(?: (?:application|exact|whole|full|normal|usual|required|right))? "
    r"(?:procedures?|process|formalities)(?= (?:to|for|of|when|if|in order)(?![a-z]))",
    re.IGNORECASE,
)
# What a clause has that asks already.
_ASKS = re.compile(
    r"(?<![a-z])(?:who|whom|whose|what|when|where|which|why|how|is there|are there|does|do|did)(?![a-z])"
    r"|[\u4e00-\u9fff]",
    re.IGNORECASE,
)
_BARE_LIMIT = re.compile(
    r"(?:^|(?<=[:;–—,] )|(?<= - ))(?P<limit>(?:the )?(?:annual |yearly |overall |total |required )?"
    r"(?:minimum|maximum|min\.?|max\.?)) (?=(?!of |and |or |to )[a-z])",
    re.IGNORECASE,
)
_LIMITS = {"min": "minimum", "max": "maximum"}
# Rider stations in the city: how many by 2025?
_COUNTED_FIRST = re.compile(
    r"^(?P<thing>(?!(?:in|at|for|under|of|about|regarding|as|according|within|from|on|out|by)(?![a-z]))"
    r"[A-Za-z][^?:;,–—]{2,70}?)(?:\s*[:;–—]| -|,) how many"
    r"(?P<rest>(?: (?:by|in|at|per|until|till|before|after|so far|now|today|planned|there|altogether|in total)"
    r"(?![a-z])[^?]*)?)"
    r"\s*\?*$",
    re.IGNORECASE,
)
_HOW_LATE = re.compile(
    r"(?<![a-z])how (?P<when>late|early) (?=(?:is|are|was|were|will|does|do|can)(?![a-z])[^?]*"
    r"(?<![a-z])(?:open|close[ds]?|shut|run|running|stay|opening|closing)(?![a-z]))",
    re.IGNORECASE,
)
_WITHIN_WHAT = re.compile(
    r"(?<![a-z])(?:within|in|inside) (?:what|which|how long an?)"
    r" (?:period|time limit|time span|time-limit|timespan|time|window)(?: of time)?"
    r"(?= (?:must|should|does|do|did|has|have|is|are|will|can|may|shall)(?![a-z]))",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?P<what>(?:the )?(?:[a-z-]+ ){0,2}?(?:steps|procedures?|formalities|requirements|conditions|criteria|documents"
    r"|papers|paperwork|materials|prerequisites))"
    r"(?= (?:to|for|of|in order|needed|required|necessary|when|if|under|in)(?![a-z]))(?P<rest>[^?]*?)"
    r"(?:,? (?:please|pls|thanks))?[ .?]*$",
    re.IGNORECASE,
)


def demands_plainly(text: str) -> str:
    """`text` with what it asks of an application put as it is mostly asked; other text as it is."""
    if not _LATIN.search(text):
        return text
    text = _HANDED_IN.sub("what documents must be submitted", text)
    for pattern in _RULED_OUT:
        text = pattern.sub("which circumstances exclude a firm from", text)
    text = _HOW_LATE.sub(lambda match: f"{'until' if match['when'].lower() == 'late' else 'from'} what time ", text)
    text = _WITHIN_WHAT.sub("in what timeframe", text)
    text = _COUNTED_FIRST.sub(r"how many \g<thing>\g<rest>?", text)
    if not _ASKS.search(text):
        text = _BARE_LIMIT.sub(lambda match: f"what is the {_in_full(match['limit'])} ", text, count=1)
    text = _PROCEDURE.sub("what are the steps", text)
    return _BARE.sub(r"what are the \g<what>\g<rest>?", text)


def _in_full(limit: str) -> str:
    """The words for a limit without an article, the last one not shortened."""
    *before, last = limit.lower().removeprefix("the ").split()
    return " ".join([*before, _LIMITS.get(last.rstrip("."), last)])
