"""Enumerations that run over several sentences: what announces one, and how far it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.language.counting import counts
from assistant.language.sentences import Sentence
from corpus.numerals import number

# What announces a series, and how the members of one open.
_ANNOUNCES = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)(?:个|项|件|条|大|对|方面|点|类|张|步|种|句话)|以下|如下|下列|主要(?:有|取得|包括)|[：:]$"
)
_OPENINGS = (
    re.compile(r"[一二三四五六七八九十]{1,2}是"),
    re.compile(r"(?:第[一二三四五六七八九十]|(?:一|另一|还有一|再一|最后一)个是)[，、：:是个张步条项]?"),
    re.compile(r"[（(][一二三四五六七八九十]{1,2}[)）]"),
    re.compile(r"[一二三四五六七八九十]{1,2}、"),
    re.compile(r"\d{1,2}[.．、]"),
    re.compile(r"[（(]\d{1,2}[)）]"),
    re.compile("[—–-]{1,2}"),
    re.compile("“[0-9A-Z]{1,3}”"),
)
_NUMERAL = re.compile(r"[（(第]?([一二三四五六七八九十]{1,2}|\d{1,2})")
_LISTS = re.compile(r"(?:[^、，。；：\s]{1,20}、){2,}[^、，。；：\s]{1,20}")
_INTRODUCES = re.compile(r"包括|包含|分别[是为]|主要有|分为|以下|下列|如下|组成|涵盖|即|有：|是：|为：|等")
_INLINE = re.compile(r"一是[^。]*二是|[（(]一[)）][^。]*[（(]二[)）]|[（(]1[)）][^。]*[（(]2[)）]|第一，[^。]*第二，")
# A、B、C三项…: what is given by name and then counted.
_TOTAL = r"(?:[两二三四五六七八九十]{1,2}|\d{1,2})\s*(?:方面|[个项类种条家处大件名位国所座款批块对])"
_TOTALLED = re.compile(rf"[^，。；：、\s和与及][、和与及][^，。；：、和与及]{{1,24}}?等?{_TOTAL}(?!月)")
_OPEN_COLON = re.compile(r"(?<!其中)[：:](?=[^：:]{4,}[；;]$)")
_CLAUSES = re.compile("[，。；：！？\n]")
# The last two of a row: B平台和C平台. A name of one character is none.
_JOINED = re.compile("([^和与及]{2,})[和与及]([^和与及时]{2,})$")
_OTHERS = re.compile("(?<![高中初平均相同])等")
_SHORT, _SHARED = re.compile("[\u4e00-\u9fff]{2,4}"), re.compile("[\u4e00-\u9fff]{4,12}")
_FIRST_OF = re.compile(r"[：:][^：:]{2,}。$")
# Members that open with when each of them is: 近期（2021年）…。远期（2025年）….
_TIMED = re.compile(
    r"(?:近期|中期|远期|短期|中长期|长期|长远|当前|现阶段|起步阶段|首先|其次|再次|然后|最后|今年|明年|后年|[上下]半年"
    r"|(?:到|至|截至)?\d{4}年|第[一二三四]阶段)"
)
# What is seen from near and then from afar, on the one hand and on the other.
_SIDES = (
    (re.compile("(?:近期|短期|当前|眼下)(?:来|内)?看"), re.compile("从?(?:中长期|长期|长远|远期)(?:来)?看")),
    (re.compile("(?<!另)一方面(?!.*另一方面)"), re.compile("另一方面")),
)


@lru_cache(maxsize=8192)  # the same sentences are looked at for one question after another
def enumerates(text: str) -> float:
    """How clearly a sentence gives several things by name, 0..1: A、B、C in a row, A和B两项, 包括…, 一是…二是…."""
    if _INLINE.search(text) or _OPEN_COLON.search(text) or _TOTALLED.search(text):
        return 1.0
    if not _LISTS.search(text):
        return 0.0
    return 1.0 if _INTRODUCES.search(text) else 0.5


def names_so_many(text: str, number: re.Pattern[str]) -> bool:
    """Whether a sentence gives things by name and then says that they are so many: A和B两项."""
    return any(number.search(match.group()) for match in _TOTALLED.finditer(text))


def member_of_series(text: str) -> bool:
    """Whether a sentence opens as one of several: 二是…, （三）…, 第四，…."""
    return any(pattern.match(text) for pattern in _OPENINGS)


def lists(text: str, noun: str) -> bool:
    """Whether a sentence lists things of this name: 以下内容：…, 材料包括…, A、B等文件."""
    return noun in text and bool(
        re.search(
            rf"(?:以下|下列|如下|主要){noun}|{noun}[^，。；]{{0,6}}(?:包括|包含|主要有|如下|分别[是为]|[是为有]?：|，应当包括)"
            rf"|、[^，。；]{{1,20}}等[^，。；、]{{0,4}}{noun}|[、和与及][^，。；、]{{1,24}}?{_TOTAL}{noun}",
            text,
        )
    )


def announced(opening: Sentence, following: Sequence[Sentence], *, several: bool, count: int | None) -> list[Sentence]:
    """The sentences that "重点推动8件事落地。" or "严格审核以下内容：…；" announces; empty where it announces none.

    They are those after it that open alike (一是…, 第一…, （一）…), what semicolons join to it after a colon, what is
    seen from the other side (中长期看…), or, where their `count` is known, the others of so many of which the sentence
    gives the first (五对关系：…。), and as many clauses of the next sentence (三个日子值得铭记。) or sentences of
    another time each (分两步走。)."""
    if _OPEN_COLON.search(opening.text):
        return _joined(following)
    first = opening.text[opening.text.rfind("：") + 1 :] if "：" in opening.text else ""
    kind = next((pattern for pattern in _OPENINGS if pattern.match(first)), None)
    if kind is None and (beside := _other_side(opening, following) or (count and _as_many(opening, following, count))):
        return beside
    if not (several or _ANNOUNCES.search(opening.text)):
        return []
    series: list[Sentence] = []
    started, last = kind is not None, ordinal_of(first)
    for sentence in following:
        opens = next((pattern for pattern in _OPENINGS if pattern.match(sentence.text)), None)
        if kind is None:
            kind = opens
        if kind is None or (opens is not kind and not (series or started)):
            break
        if opens is kind:
            ordinal = ordinal_of(sentence.text)
            if ordinal is not None and last is not None and ordinal <= last:
                break  # another series begins: 一是 after 五是
            last = ordinal
            series.append(sentence)
    return series


def _as_many(opening: Sentence, following: Sequence[Sentence], count: int) -> list[Sentence]:
    """The members, of no form of their own, of which a sentence says that there are so many; empty where as many do
    not follow."""
    if _FIRST_OF.search(opening.text) and counts(count).search(opening.text):
        same = [one for one in following if one.passage.id == opening.passage.id]
        if len(same) >= count - 1:
            return same[: count - 1]
    last = _CLAUSES.split(opening.text.rstrip("。：:"))[-1]
    if not counts(count).search(last):
        return []
    for members in (_joined(following), list(following[:count])):
        timed = all(_TIMED.match(one.text) for one in members)
        if len(members) == count and (timed or all(one.text.endswith("；") for one in members[:-1])):
            return members
    return []


def _other_side(opening: Sentence, following: Sequence[Sentence]) -> list[Sentence]:
    """The next sentence, where it is the other side of what is seen from one."""
    sides = following and any(one.search(opening.text) and other.match(following[0].text) for one, other in _SIDES)
    return [following[0]] if sides else []


def ordinal_of(text: str) -> int | None:
    """The number that a member of a series opens with (三是, 第三, （三）, 3.); None where it has none."""
    found = _NUMERAL.match(text)
    return number(found.group(1)) if found else None


def _joined(following: Sequence[Sentence]) -> list[Sentence]:
    """The clauses up to the full stop."""
    clauses: list[Sentence] = []
    for sentence in following:
        clauses.append(sentence)
        if not sentence.text.endswith(("；", ";")):
            break
    return clauses


def side_by_side(text: str, forms: Sequence[str]) -> tuple[str, ...]:
    """The things that one clause of a sentence gives by name, all called by one of `forms` (A平台、B平台和C平台) or
    sharing the name of the last (杭州、宁波、丽水市人民政府); empty where no clause does, where several do, and where
    it says that there are others (等)."""
    found: list[tuple[str, ...]] = []
    for clause in _CLAUSES.split(text):
        names = clause.split("、")
        if len(names) < 2 or _OTHERS.search(names[-1]):
            continue
        if joined := _JOINED.match(names[-1]):
            names[-1:] = [joined[1], joined[2]]
        for form in forms:
            last = re.search(rf"{re.escape(form)}(?=$|的)", names[-1])
            alike = all(name.endswith(form) for name in names[:-1])
            shared = all(_SHORT.fullmatch(name) for name in names[:-1]) and _SHARED.fullmatch(names[-1])
            if last and (alike or shared):
                found.append(tuple(names))
                break
    return found[0] if len(found) == 1 else ()
