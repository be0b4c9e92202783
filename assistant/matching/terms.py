"""The words of a topic: cut, with the forms in which texts may have them, and weighed.

A word weighs what the model gives it, roughly its information content, times its rarity in the collection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from assistant.language.lay_words import is_empty, phrases
from assistant.language.occurrences import plain
from assistant.matching.jurisdictions import place_names
from assistant.matching.library_cache import KeptWith
from corpus.localities import localities
from index.glossary import rendered_phrases
from index.library import Library
from index.words import WordSpace, shipped_words

# A rendering from the dictionary is a guess among several; found in a text, it is a good one.
LEAST_RENDERING = 0.75
# A single character says less than a word: 货 is in 货运, 售货 and 货币.
SINGLE = 0.5
# What a word of the topic before is worth in a follow-up that has words of its own.
INHERITED = 0.4
# A word that the collection never uses may be a paraphrase of one that it does.
UNUSED = 0.7
# Characters of the longest name that is looked for in a row of single characters: 900 of them cost a second otherwise.
LONGEST_PIECE = 12
# By the meaning of so many official words, the best ones, an everyday word is found, too, each worth so much of what
# it is worth as written: 夜市 is 夜间经济, to which 夜间集聚区 is near.
MOST_OFFICIAL, OFFICIAL_SENSE = 3, 0.6
# So many renderings of an English word, the likeliest, are looked for by their meaning, too.
MOST_SENSES = 5
# A question and its parts are on a few topics, each of which is looked at from several sides.
MOST_TOPICS = 64

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+(?:[0-9][A-Za-z0-9]*)|[\u3007\u3400-\u9fff]+")
_BEFORE_VERBS = frozenset("新再多另还先要会能可没去来给把被让想")
_MAY = frozenset("能可会要得应该办买卖看坐住吃用拿交给开去来做干")
_AFTER_VERBS = frozenset("了过着掉完")
_MEASURES = frozenset("年月日号届个家项次岁元亩吨")
_HAN_ONLY = re.compile("[\u3400-\u9fff]+")
# What stands by itself before a word: 修桥, 过桥, 大桥, 每户.
_BEFORE_NAMES = frozenset(
    "的了在是有和与及对把被给让从由向到为以按每各这那哪此其两几一二三四五六七八九十多大小新老修建造搭架过上下去来拆补交缴收付罚"
    "领发办拿花要想能会可不没未"
)
# What no name is written with: 每顿补, 查实后受.
_TALK = re.compile(
    "[每各某哪此其几些样遍没未别很更最越被把让给由往从也都就才只又再已曾将该须想拿按受]|^[后里前事]|[里时事]$"
)
_LATIN = re.compile("[A-Za-z]")
_KINDS_OF_PLACES = "省市州县区"
# Levels that are named together have their 级 once, if at all: 省、市级中心, 国家、省、市工业设计中心.
_LEVELS = {
    "国家级": ("国家、省", "国家和省", "国家及省", "国家、自治区"),
    "省级": ("国家、省", "国家和省", "国家及省", "省、市", "省和市", "省及市", "、省、"),
    "市级": ("省、市", "省和市", "省及市", "市、区", "市和区", "市、县", "市和县", "、市、"),
    "区级": ("市、区", "市和区", "区、街道", "区、镇", "县、区", "、区、"),
    "县级": ("市、县", "市和县", "县、乡", "县、镇", "县、区", "、县、"),
}
TOGETHER = 0.95
"""What a level that is named together with others is worth."""
_ROMAN_GRADE = re.compile("(?<![A-Za-z])(?:I{1,3}|I?V)级")
# Not a piece of a name with digits in it (C2M, FP16).
_ENGLISH = re.compile(
    r"(?<![A-Za-z])(?<![A-Za-z][0-9])(?<![A-Za-z][0-9]{2})[A-Za-z][A-Za-z.'’\-]*(?:[ ,/&]+[A-Za-z][A-Za-z.'’\-]*)*"
    r"(?![A-Za-z0-9])"
)


_ROUND = {"10": "十", "100": "百", "1000": "千"}
_NUMERALS = {
    word: ((chinese, 1.0), (digit, 1.0))
    for word, chinese, digit in zip(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        "两三四五六七八九十",
        ["2", "3", "4", "5", "6", "7", "8", "9", "10"],
        strict=True,
    )
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the topic: the folded forms by which it may be found, each with its worth, and its weight."""

    word: str
    forms: tuple[tuple[str, float], ...]
    weight: float
    used: bool = True
    """Whether the collection has the word in any of its forms."""
    named: bool = True
    """Whether the word can only mean what it says: Chinese, whose official words are among the forms, or an English
    name."""
    senses: tuple[tuple[str, float], ...] = ()
    """Other words by whose meaning it may be found, each with its worth, 0..1: the first rendering of an English word
    is often not the one that is meant (government report: 白皮书, 工作报告)."""


def terms_of(topic: str, library: Library, inherited: str, *, near_official: bool = False) -> tuple[Term, ...]:
    """The words of a topic; after them those of `inherited`, the topic of the turn before, which weigh less. Where
    `near_official`, everyday words are found by the meaning of their official words, too."""
    own = _terms(library, (topic, near_official))
    if not inherited:
        return own
    known = {term.word for term in own}
    before = (term for term in _terms(library, (inherited, False)) if term.word not in known)
    return own + tuple(replace(term, weight=INHERITED * term.weight) for term in before)


def _read(library: Library, named: tuple[str, bool]) -> tuple[Term, ...]:
    """The words of a topic, and whether everyday words are found by the meaning of their official words, too."""
    topic, near_official = named
    space = shipped_words()
    topic = _ROMAN_GRADE.sub(lambda grade: plain(grade.group()), topic)
    terms = [term for match in _ENGLISH.finditer(topic) for term in _english_terms(match.group(), space, library)]
    chinese = _ENGLISH.sub(lambda match: " " * len(match.group()), topic)
    for place in _places_across_words(chinese, library):
        terms.append(_term(place, ((plain(place), 1.0),), space, library, named=True))
        chinese = chinese.replace(place, " " * len(place), 1)
    for phrase in phrases(chinese):
        if phrase.end - phrase.start == 1 and _in_a_name(chinese, phrase.start, library):
            continue
        word = chinese[phrase.start : phrase.end]
        term = _term(word, ((plain(word), 1.0), *phrase.words), space, library, named=True)
        senses = phrase.words[: MOST_OFFICIAL if near_official else 0]
        terms.append(replace(term, senses=tuple((official, OFFICIAL_SENSE * worth) for official, worth in senses)))
        chinese = chinese[: phrase.start] + " " * len(word) + chinese[phrase.end :]
    for match in _WORD.finditer(chinese):
        run = match.group()
        words = [run] if run.isascii() else _words(run, library, counted=chinese[: match.start()][-1:].isdigit())
        of_scale = _of_scale(run, chinese[match.end() :])
        terms += [
            _term(word, ((plain(word), 1.0), *_official(word), *of_scale), space, library, named=True)
            for word in words
            if not is_empty(word)
        ]
    return tuple({term.word: term for term in reversed(terms)}.values())[::-1]


_terms = KeptWith(_read, most=MOST_TOPICS)
"""What `_read` tells, worked out once."""


def _words(run: str, library: Library, *, counted: bool) -> list[str]:
    """The words of a run of Chinese characters; where it is `counted`, a number stands before it, and what is its
    measure is no part of a name: 2023年 发了多少, not 年发."""
    words = [*shipped_words().segment(run)]
    if counted and words[0] == "年来":
        words[:1] = "年来"  # 2023年来了多少游客
    measure = words[:1] if counted and words[0] in _MEASURES else []
    words = _recut(_bare(words[len(measure) :], library), library)
    return [*measure, *_joined_singles(words, library)]


def _places_across_words(text: str, library: Library) -> list[str]:
    """The places that have papers whose names do not stand between cuts of a text: 霁安 in 霁安全国首店, which is cut
    as 霁 安全 国."""
    names = [name for name in place_names(library) if name in text]
    if not names:
        return []
    cuts = {0, *accumulate(map(len, shipped_words().segment(text)))}
    return [name for name in names if not {text.find(name), text.find(name) + len(name)} <= cuts]


def _in_a_name(text: str, at: int, library: Library) -> bool:
    """Whether a character is the second one of a name of two that no dictionary has and the collection uses: 桥 in
    汀桥."""
    name = text[max(0, at - 1) : at + 1]
    if len(name) < 2 or not _HAN_ONLY.fullmatch(name) or library.rarity(name) == 1.0:
        return False
    around = shipped_words().segment(text[max(0, at - LONGEST_PIECE) : at + 1])
    return around[-2:] == list(name) and name[0] not in _BEFORE_NAMES


def _official(word: str) -> tuple[tuple[str, float], ...]:
    """What else offices write for a word: a place without what kind of place it is (青岛 for 青岛市), what a name of
    letters with digits stands for (Q3, H1)."""
    if word[-1] in _KINDS_OF_PLACES and localities(word) == {word[:-1]}:
        return ((word[:-1], 1.0),)
    if not (word.isascii() and _LATIN.match(word)):
        return tuple((together, TOGETHER) for together in _LEVELS.get(word, ()))
    return tuple((plain(term), _worth(weight)) for _, known in rendered_phrases(word) for term, weight in known)


def _of_scale(number: str, after: str) -> tuple[tuple[str, float], ...]:
    """A round number before 万 or 亿 as documents write it in characters: 百亿 for 100亿."""
    written = _ROUND.get(number)
    return ((f"{written}{after[0]}", 1.0),) if written and after[:1] in ("万", "亿") else ()


def _worth(weight: float) -> float:
    """What a rendering of this weight is worth where a text has it."""
    return LEAST_RENDERING + (1 - LEAST_RENDERING) * weight


def _term(word: str, forms: tuple[tuple[str, float], ...], space: WordSpace, library: Library, *, named: bool) -> Term:
    """A word weighs what it tells in general times what it tells here: its rarity, that of its most frequent form."""
    rarity = min(library.rarity(form) for form, _ in forms)
    telling = UNUSED if rarity == 1.0 else 0.25 + 0.75 * rarity
    single = max(len(form) for form, _ in forms) == 1 and not word.isascii()
    weight = space.weight(word) * telling * (SINGLE if single else 1.0)
    return Term(word, forms, weight, used=rarity < 1.0, named=named)


def _recut(words: Sequence[str], library: Library) -> list[str]:
    """Words with a wrong cut mended: where the collection never uses a word (区划) but uses the one before it with its
    first character (核心区), that character belongs to the word before; where it uses its last character with the one
    that follows alone (和面, 积), that belongs to the word behind (面积); so it does where both are words
    (金融业, 务)."""
    mended: list[str] = []
    for word in words:
        last = mended[-1] if mended else ""
        if len(word) == 1 and len(last) > 2 and _are_words(last[:-1], last[-1] + word, library):
            mended[-1], word = last[:-1], last[-1] + word
        if len(word) == 1 and len(last) == 2 and library.rarity(last) == 1.0 and library.rarity(last[1] + word) < 1.0:
            mended[-1], word = last[0], last[1] + word
        if len(word) == 1 and len(last) == 2 and last[0] in _BEFORE_NAMES and _likelier(last[1] + word, last, library):
            mended[-1], word = last[0], last[1] + word  # 过 高速, not 过高 速
        elif len(last) == 1 and len(word) == 2 and word[1] in _MAY and _likelier(last + word[0], word, library):
            mended[-1], word = last + word[0], word[1]  # 最大 能, not 最 大能
        if mended and len(word) == 2 and len(mended[-1]) > 1 and library.rarity(word) == 1.0:
            longer = mended[-1] + word[0]
            if library.rarity(longer) < 1.0:
                mended[-1], word = longer, word[1:]
        mended.append(word)
    return mended


def _likelier(word: str, other: str, library: Library) -> bool:
    """Whether a word of the language that the collection uses is a more frequent one than another."""
    space = shipped_words()
    return library.rarity(word) < 1.0 and space.segment(word) == [word] and space.weight(word) < space.weight(other)


def _are_words(first: str, second: str, library: Library) -> bool:
    """Whether both are words of the language that the collection uses."""
    space = shipped_words()
    return all(library.rarity(word) < 1.0 and space.segment(word) == [word] for word in (second, first))


def _joined_singles(words: Sequence[str], library: Library) -> list[str]:
    """Words with neighbouring single characters put together: names that no dictionary has (义新欧, 综试区).

    What the collection never uses as a whole is cut where it uses the pieces (年芦岭 is 芦岭 after a 年)."""
    joined: list[str] = []
    for single, run in groupby(words, key=lambda word: len(word) == 1):
        together = list(run)
        joined += _in_used_pieces("".join(together), library) if single else together
    return joined


def _bare(words: Sequence[str], library: Library) -> list[str]:
    """Words without 了 and the like at their end where the collection never uses them so: 涨了 is 涨; without 不
    anyway: 收不 in 收不回来."""
    return [
        word[0]
        if len(word) == 2 and (word[1] == "不" or (word[1] in _AFTER_VERBS and library.rarity(word) == 1.0))
        else word
        for word in words
    ]


def _in_used_pieces(run: str, library: Library) -> list[str]:
    """A run of characters in the fewest pieces that the collection uses; as it is where it uses the whole or none. What
    the talk puts beside a verb (新借, 涨了) is no part of a name."""
    if len(run) == 2 and (run[0] in _BEFORE_VERBS or run[1] in _AFTER_VERBS) and library.rarity(run) == 1.0:
        return list(run)
    if library.rarity(run) < 1.0:
        return [run]
    if len(run) < 3:
        return _without_talk(run)
    best: list[tuple[int, list[str]]] = [(0, [])]  # for each prefix the characters outside of pieces, and its cut
    for end in range(1, len(run) + 1):
        outside, cut = best[end - 1]
        options = [(outside + 1, [*cut, run[end - 1]])]
        for start in range(max(0, end - LONGEST_PIECE), end - 1):
            if library.rarity(run[start:end]) < 1.0:
                outside, cut = best[start]
                options.append((outside, [*cut, run[start:end]]))
        best.append(min(options, key=lambda option: (option[0], len(option[1]))))
    outside, cut = best[-1]
    return cut if outside < len(run) else _without_talk(run)


def _without_talk(run: str) -> list[str]:
    """A run that the collection never uses, in the pieces beside the characters that no name is written with (每, 被):
    每顿补 is no name."""
    return [piece for piece in _TALK.split(run) if piece] if _TALK.search(run) else [run]


def _english_terms(text: str, space: WordSpace, library: Library) -> list[Term]:
    """The words of English text, each with its Chinese renderings; a phrase that is rendered as a whole is one term."""
    terms = []
    for phrase, known in _in_words_used(text, library):
        word = known[0][0] if known and " " in phrase else phrase
        renderings = ((plain(term), _worth(weight)) for term, weight in known)
        levels = ((together, TOGETHER) for term, _ in known for together in _LEVELS.get(term, ()))
        forms = ((plain(phrase), 1.0), *renderings, *levels)
        named = _is_named(phrase, text)
        term = _term(word, forms + _NUMERALS.get(phrase, ()), space, library, named=named)
        likeliest = ((phrase, 1.0), *known[:MOST_SENSES]) if known else ()
        terms.append(replace(term, senses=tuple((sense, worth) for sense, worth in likeliest if sense != word)))
    return terms


def _in_words_used(text: str, library: Library) -> Iterator[tuple[str, tuple[tuple[str, float], ...]]]:
    """The phrases of English text with their renderings; one of which the collection uses no rendering is taken word by
    word where it uses one of each of its words: hedging funds are 避险资金 as often as 对冲基金."""
    for phrase, known in rendered_phrases(text):
        if " " in phrase and not _uses(known, library):
            words = [each for word in phrase.split() for each in rendered_phrases(word)]
            if words and all(_uses(renderings, library) for _, renderings in words):
                yield from words
                continue
        yield phrase, known


def _uses(renderings: tuple[tuple[str, float], ...], library: Library) -> bool:
    """Whether the collection uses one of the renderings of a phrase."""
    return any(library.rarity(plain(term)) < 1.0 for term, _ in renderings)


def _is_named(phrase: str, text: str) -> bool:
    """Whether a text has an English phrase as whole words, and writes it with a capital wherever it does."""
    lower, at, whole = text.lower(), -1, False
    while (at := lower.find(phrase, at + 1)) >= 0:
        if not text[at].isupper():
            return False
        before, after = lower[at - 1 : at], lower[at + len(phrase) : at + len(phrase) + 1]
        whole = whole or not (_LATIN.match(before) or _LATIN.match(after))
    return whole
