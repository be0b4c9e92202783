"""The words of a question with their places, and of what kind each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.localities import localities, places_in
from index.glossary import SILENT, renderings
from index.words import shipped_words

HAN = re.compile("[\u3007\u3400-\u9fff]")
"""A Chinese character."""

# Ⅲ级 (III级 in full width), 甲类, 二档: one of an ordered few.
_GRADE = r"(?:(?<![A-Za-z])(?:I{1,3}|I?V|[A-E])|[甲乙丙丁]|(?<![第十\d])[一二三四五六七])[级类等档](?![奖的以])"
_TOKEN = re.compile(
    _GRADE + r"|“[^“”]*”|《[^《》]*》|「[^「」]*」|\"[^\"]*\"|vs\.|[A-Za-z][A-Za-z0-9]*(?:[-'’.&/][A-Za-z0-9]+)*"
    r"|第\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[个项条家点次届期批类种]?|\d[\d.,]*\d(?:年(?:末|底)?)?|\d年?|[\u3007\u3400-\u9fff]+?(?=第|"
    + _GRADE
    + r")|[\u3007\u3400-\u9fff]+|\S"
)
_QUOTATION = re.compile('[“《「"]')
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:末|底)?")
# 合肥市, but 义乌市场.
_PLACE_KIND = re.compile("[市省州县](?![场级区里委政直辖长])|自治区")
_TIME = re.compile("[上下]半年?|[今去前明]年|年[末底初中内]|全年|[一二三四]季度|季度|半年")
_LEVEL = re.compile(
    "(?:全[国省市县区]|地方|中央|国家|基层|各地|[省市县区乡镇村]里|农村|城[区镇市里]|乡[镇村下里]|境[内外]|国[内外])[上里]?"
)
_ORDINAL = re.compile("第.+")
_ONE_OF_GRADES = re.compile(_GRADE)
_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeo]|a[io]|ei|ou|[aeo]n|[aeo]ng|er|i[aeu]?|ia[no]|iang|in|ing|iong|u[aeio]?"
    "|uai|uang?|uan|un|v|ve)"
)
_CAPITALISED = re.compile("[A-Z][a-z]")
# A capitalised word of two or more syllables: Liuzhou, Ji'an.
_PINYIN = re.compile(rf"(?=[A-Z][a-z'’]{{3,}}$)(?i:(?:{_SYLLABLE}['’]?){{2,5}})")


@dataclass(frozen=True, slots=True)
class Token:
    """A quotation, a year, an ordinal, a word or a mark: `text[start:end]` of the question."""

    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The token in small letters."""
        return self.text.lower()


_SO_MANY_GREAT = re.compile("(?<=[两二三四五六七八九十]大)(?=体[系制])")


def words_of(text: str) -> list[Token]:
    """The tokens of `text`, in order."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        run = match.group()
        if tokens and _is_name_with(tokens[-1], match):
            before = tokens.pop()
            tokens.append(Token(text[before.start : match.end()], before.start, match.end()))
            continue
        if not HAN.match(run) or _ORDINAL.fullmatch(run) or _ONE_OF_GRADES.fullmatch(run):
            tokens.append(Token(run, match.start(), match.end()))
            continue
        done = 0
        for start, short in (*places_in(run), (len(run), len(run))):
            kind = _PLACE_KIND.match(run, short) if start < short else None
            end = kind.end() if kind else short
            at = match.start() + done
            for words in _SO_MANY_GREAT.split(run[done:start]):  # 大体 is a word, and none in 六大体系
                for word in shipped_words().segment(words):
                    tokens.append(Token(word, at, at + len(word)))
                    at += len(word)
            if start < end:
                tokens.append(Token(run[start:end], at, match.start() + end))
            done = end
    return tokens


def _is_name_with(before: Token, match: re.Match[str]) -> bool:
    """Whether an English word and the one before it are the name of a place together: Inner Mongolia."""
    if not (_CAPITALISED.match(before.text) and _CAPITALISED.match(match.group()) and match.start() == before.end + 1):
        return False
    name = _own(match.group())
    return not (_names_place(before.text) or _names_place(name)) and _names_place(f"{before.text} {name}")


def is_quotation(token: Token) -> bool:
    """Whether a token is quoted."""
    return bool(_QUOTATION.match(token.text))


def is_year(token: Token) -> bool:
    """Whether a token is a year by number."""
    return bool(_YEAR.fullmatch(token.text))


def is_time(token: Token) -> bool:
    """Whether a token is a year or a part of one: 2024年, 上半年, 去年."""
    return is_year(token) or bool(_TIME.fullmatch(token.text))


def is_ordinal(token: Token) -> bool:
    """Whether a token is 第二个 or the like."""
    return bool(_ORDINAL.fullmatch(token.text))


def is_grade(token: Token) -> bool:
    """Whether a token is Ⅲ级, 甲类 or the like."""
    return bool(_ONE_OF_GRADES.fullmatch(token.text))


def is_level(token: Token) -> bool:
    """Whether a token tells of how much of the country something is: 全国, 地方, 市里, 农村."""
    return bool(_LEVEL.fullmatch(token.text))


def is_number(token: Token) -> bool:
    """Whether a token is a number and no year."""
    return token.text[0].isdigit() and not is_year(token)


def is_place(token: Token) -> bool:
    """Whether a token is the name of a province or a city, or a capitalised word that is one in pinyin (Liuzhou)."""
    if token.text[0].isascii():
        name = _own(token.text)
        return bool(_CAPITALISED.match(name)) and (_names_place(name) or _is_romanised(name))
    named = localities(token.text)
    return bool(named) and token.text.rstrip("省市县区州") in {name.rstrip("省市县区州") for name in named}


def _own(name: str) -> str:
    """A name without its 's."""
    return name.removesuffix("'s").removesuffix("’s")


def locality_of(token: Token) -> str:
    """The Chinese name of the province or city that a token names in either language; empty where it names none."""
    if not token.text[0].isascii():
        return next(iter(sorted(localities(token.text))), "") if is_place(token) else ""
    first = next((term for term, _ in renderings(_own(token.text))), "")
    return next((place for place in sorted(localities(first)) if first.startswith(place)), "")


def _names_place(name: str) -> bool:
    """Whether the first Chinese for an English name is a province or a city."""
    return bool(locality_of(Token(name, 0, len(name))))


def _is_romanised(name: str) -> bool:
    """Whether a name is the pinyin of a place: the glossaries know it for one, or for nothing at all."""
    if name.lower() in SILENT or not _PINYIN.fullmatch(name):
        return False  # so-me-o-ne
    known = [term for term, _ in renderings(name)]
    return not known or any(localities(term) for term in known)


def same_end(one: str, other: str) -> str:
    """The last word or characters that two words share; empty where they share none."""
    if not (HAN.search(one) and HAN.search(other)):
        return one if one.lower() == other.lower() and len(one) > 2 else ""
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return one[len(one) - size :] if size else ""
