"""English as questions spell it: the words of a text in one spelling, and what a word may be a form of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"(?<![a-z0-9])\d[a-z](?![a-z0-9])|[a-z][a-z0-9]*(?:'[a-z]+)?")
_POSSESSIVE = re.compile(r"(?<=[a-z])'s?(?![a-z])")
_DOTTED = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z]\.){2,}")
# In capitals these are names; in small letters they hold a sentence together.
_CAPITALS = re.compile(r"(?<![A-Za-z0-9])(?:US(?!\$| ?dollars?)|IT|SAT)(?![A-Za-z0-9])")
_NAMED = {"US": "usa", "IT": "information technology", "SAT": "state administration of taxation"}

_ENDINGS = (
    (re.compile(r"(\w{3})is(ations?|e[ds]?|ing)$"), r"\1iz\2"),
    (re.compile(r"(\wl)ys(e[ds]?|ing)$"), r"\1yz\2"),
    (re.compile(r"(\w{3})our(s?)$"), r"\1or\2"),
    (re.compile(r"^(lab|neighb|col|fav|hon|behavi|harb|endeav|flav|hum)our(?=[a-z])"), r"\1or"),
)
_PAIRS = """
    centre center; programme program; licence license; defence defense; labelling labeling; travelling traveling;
    theatre theater; metre meter; litre liter; fibre fiber; kilometre kilometer; centimetre centimeter;
    millimetre millimeter; offence offense; jewellery jewelry; aluminium aluminum; sulphur sulfur; fulfil fulfill;
    instalment installment; enrolment enrollment; paediatric pediatric; ageing aging; catalogue catalog;
    dialogue dialog; mould mold; plough plow; judgement judgment; manoeuvre maneuver; archaeology archeology;
    archaeological archeological; gynaecology gynecology; grey gray; sceptical skeptical
"""
_BRITISH_WORDS = dict(pair.split() for pair in _PAIRS.split(";"))
# Each base after its forms.
_FORMS = """
    children child; men man; women woman; feet foot; teeth tooth; geese goose; mice mouse; criteria criterion;
    phenomena phenomenon; analyses analysis; crises crisis; bases basis; theses thesis; diagnoses diagnosis;
    indices index; appendices appendix; curricula curriculum; memoranda memorandum; lying lie; dying die; tying tie;
    began begun begin; broke broken break; brought bring; built build; bought buy; caught catch; chose chosen choose;
    dealt deal; drew drawn draw; drove driven drive; ate eaten eat; fell fallen fall; fed feed; fought fight;
    flew flown fly; forbade forbidden forbid; froze frozen freeze; grew grown grow; held hold; hid hidden hide;
    kept keep; laid lay; led lead; left leave; lent lend; lost lose; met meet; paid pay; rode ridden ride;
    rose risen rise; ran run; sold sell; sent send; shook shaken shake; shot shoot; shown show; sank sunk sink; sat sit;
    spoke spoken speak; spent spend; stood stand; stole stolen steal; struck strike; swore sworn swear; swam swim;
    took taken take; taught teach; tore torn tear; threw thrown throw; understood understand; wore worn wear; won win;
    withdrew withdrawn withdraw; wrote written write; undertook undertaken undertake; oversaw overseen oversee;
    overcame overcome; sought seek; bound bind; bred breed; burnt burn; learnt learn; dug dig; hung hang;
    shrank shrunk shrink; swept sweep; underwent undergone undergo; upheld uphold; foresaw foreseen foresee
"""
_IRREGULAR = {form: base for *each, base in (group.split() for group in _FORMS.split(";")) for form in each}
# Only these are compared: corner is not more corn, nor summer more sum.
_ADJECTIVES = """
    big broad cheap clean clear close cold dark deep easy fair fast few fine fresh great hard heavy high hot large late
    light long low near new old poor quick rich safe sharp short simple slow small smart steep strict strong tall thick
    thin tight tough warm weak wide young
"""
_COMPARED = frozenset(_ADJECTIVES.split())


def words(text: str) -> list[str]:
    """The English words of a text, lower-case, without accents and possessive 's, in American spelling.

    A digit with one letter is a word (5g); initials lose their dots; US, IT and SAT are told from us, it and sat by
    their capitals.
    """
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    # Forty thousand phrases are read at the start: nothing is looked for that cannot be there.
    if "." in text:
        text = _DOTTED.sub(_without_dots, text)
    if "US" in text or "IT" in text or "SAT" in text:
        text = _CAPITALS.sub(_named, text)
    text = text.lower()
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text.replace("’", "'"))
    return [_american(word) for word in _WORD.findall(text)]


def _without_dots(initials: re.Match[str]) -> str:
    return initials.group().replace(".", "")


def _named(capitals: re.Match[str]) -> str:
    return _NAMED[capitals.group()]


@lru_cache(maxsize=65_536)
def _american(word: str) -> str:
    if word in _BRITISH_WORDS:
        return _BRITISH_WORDS[word]
    if word[-1] == "s" and word[:-1] in _BRITISH_WORDS:
        return _BRITISH_WORDS[word[:-1]] + "s"
    if "is" not in word and "ys" not in word and "our" not in word:
        return word
    for british, american in _ENDINGS:
        if (spelled := british.sub(american, word)) != word:
            return spelled
    return word


def singular(word: str) -> str:
    """The word without the ending of a plural or of the third person."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zes")) else word[:-1]


@lru_cache(maxsize=16_384)  # the words of a question are looked up in each glossary, alone and in phrases
def uninflected(word: str) -> tuple[str, ...]:
    """The word and what it may be a form of, the likeliest first; not every candidate is a word."""
    return tuple(_uninflected(word))


def _uninflected(word: str) -> Iterator[str]:
    yield word
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    elif len(word) > 5 and word.endswith("men"):
        yield word[:-2] + "an"  # fishermen
    if (one := singular(word)) != word:
        yield one
        yield from (word[:-1], word[:-2]) if word.endswith("es") else ()
        yield from (word[:-3] + "f", word[:-3] + "fe") if word.endswith("ves") else ()
    for ending in ("ed", "ing"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            yield from _stems(word.removesuffix(ending), ending == "ed")
    for ending in ("er", "est"):
        if word.endswith(ending):
            yield from (stem for stem in _stems(word.removesuffix(ending), True) if stem in _COMPARED)
    if word.endswith("ly") and len(word) > 5:
        yield word[:-2]
        yield word[:-1] + "e"
        yield from (word[:-3] + "y",) if word.endswith("ily") else ()
        yield from (word[:-4],) if word.endswith("ally") else ()


def _stems(stem: str, ending_in_y: bool) -> Iterator[str]:
    """What a stem without its ending was: with a silent e, as it is, without a doubled letter, with y for i."""
    if not stem:
        return
    yield stem + "e"
    yield stem
    if stem[-1:] == stem[-2:-1]:
        yield stem[:-1]
    if ending_in_y and stem.endswith("i"):
        yield stem[:-1] + "y"


def joined_or_parted(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The same phrase with its two words written as one (cyber security), or its one word as two (policymakers)."""
    if len(phrase) == 2:
        yield ("".join(phrase),)
    elif len(phrase) == 1:
        word = phrase[0]
        yield from ((word[:at], word[at:]) for at in range(1, len(word) - 2))
