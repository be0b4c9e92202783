"""Things that a question names side by side (重庆和北京, core and radiation zones), and where each of them ends.

"重庆和北京2024年新增就业目标" does not say where 北京 ends. What stands side by side is of one kind, so the kind of the
first thing tells the end of the second: a quotation, a year, a place, a noun with the same last characters; where none
of these holds, the thing goes to the next word that joins phrases (的, of).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.language.tokens import HAN, Token, is_place, is_quotation, is_time, is_year, same_end, words_of

MOST_THINGS = 4
LONGEST_NAME = 5
"""Words, single characters among them, that the name with which a title opens is looked for in."""
LONGEST_DIVISION = 4
"""Characters that the name of a division has at most (呼兰河县)."""
LONGEST_PLACE = 4
"""Words, "in" among them, that an English question says at its end of where all is that it compares."""
LONGEST_LISTED = 6
"""Words that one of several things between commas has at most."""


def _words() -> dict[str, frozenset[str]]:
    """The closed lists of coordination.toml, by name."""
    with (Path(__file__).parent / "coordination.toml").open("rb") as file:
        return {name: frozenset(" ".join(words.values()).split()) for name, words in tomllib.load(file).items()}


_WORDS = _words()
# What joins two things; the stronger words join phrases that may hold "and" themselves.
_OPPOSES = frozenset(("vs", "vs.", "versus", "还是", "相比", "对比"))
_JOINS = frozenset(("和", "与", "跟", "以及", "及", "或", "或者", "and", "or", "than", "、", *_OPPOSES))
_DIFFERS = re.compile(
    r"(?:differs?|different|compared?|as opposed)\s+(?:from|to|with)\s+(?:(?:those|that|the one|the ones)\s+"
    r"(?:of|for|in)\s+)?",
    re.IGNORECASE,
)
_DIVISIONS = ("市", "县", "区", "州", "盟", "旗", "镇", "乡")
_ENDS = frozenset("，,。.；;：:？?！!（）()—…")
_BOUNDS = _WORDS["bounds"]
_CLOSES = _WORDS["closes"]
# What stands in brackets after a thing says the same of it in other words.
_ASIDE = re.compile(r"\s*(?:（[^（）]*）|\([^()]*\))")
_LEADING = re.compile(r"^(?:(?:the|an?|those|that|for|of|in)\s+)+", re.IGNORECASE)
_OPENERS = _WORDS["openers"]
# What is asked of each of two things in English, before the first of them.
_ASKED_OF = re.compile(
    "(?:rate|target|share|subsid(?:y|ie)|amount|number|price|output|deadline|date|limit|ratio|grant|reward|bonus|cap"
    "|ceiling|quota|volume|fee|fine|unit|bod(?:y|ie)|goal|figure|value|percentage|proportion|length|size|period|scale"
    "|term|frequenc(?:y|ie))(?:e?s)?",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"[a-z]+er|more|less|first|last|[a-z]+est")
_WHICH = re.compile(r"\s*(?:which|who)(?! of)(?![a-z])", re.IGNORECASE)
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "those", "that"))
# 三个市, 这两届, 两件事: what counts the things over again.
_COUNTED_OVER = re.compile(
    r"[这那]?(?<!第)(?:[两二三四五几]|(?<!\d)[2-5])(?:个|届|份|项|件|家|种|类|地|市|省|区|者|年(?=份|度)|方|样|场|次)"
    r"(?:城?市|地方|省份?|文件|方面|年份|年度|单位|部门|地区|东西)?(?:事(?:情|儿)?)?(?:里|中|之间|间)?"
)
_COUNT = re.compile(r"(?:[二两三四五六七八九十百]+|\d+)(?:大|[个项类种条张级批])")
_COUNTED = re.compile(rf"[\s，,]*{_COUNTED_OVER.pattern}|\s*之间|\s*相比(?:较|之下)?")


@dataclass(frozen=True, slots=True)
class Coordination:
    """The `spans` of a question name `things` side by side between `start` and `end`, a word that counts them over
    included."""

    start: int
    end: int
    things: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """What documents say of words: whether they write two of them one after the other (城镇 before 居民), and whether a
    title opens with one (柘川市), so that it tells the document and holds for all that is compared."""

    follows: Callable[[str, str], bool]
    opens_title: Callable[[str], bool]


NO_USAGE = Usage(lambda word, next_word: False, lambda word: False)


def coordination(text: str, usage: Usage = NO_USAGE) -> Coordination | None:
    """The first things that `text` names side by side; None where it names none."""
    differs = _DIFFERS.search(text)
    if differs is not None:
        return _differing(text, differs)
    tokens = words_of(text)
    joins = [at for at, token in enumerate(tokens) if token.word in _JOINS and 0 < at < len(tokens) - 1]
    for at in sorted(joins, key=lambda at: _order(tokens[at - 1], tokens[at])):
        found = _around(text, tokens, at, usage)
        if found is not None:
            return found
    return None


def _order(before: Token, join: Token) -> int:
    """What joins the most is tried first: an opposition, two clauses (…目标，和…目标), two nouns."""
    if join.word in _OPPOSES:
        return 0
    return 1 if before.text in "，," and HAN.match(join.text) and join.text != "、" else 2


def _differing(text: str, differs: re.Match[str]) -> Coordination | None:
    """How A differ from those for B: whatever the words between, two things."""
    before, after = words_of(text[: differs.start()]), words_of(text[differs.end() :])
    left = _left(before, frozenset(), opposed=False)
    right = [*_until(after, _ENDS | _CLOSES)]
    if not left or not right:
        return None
    right = [*_without_place_of_both(left, right)]
    moved = [replace(token, start=token.start + differs.end(), end=token.end + differs.end()) for token in right]
    return _checked(text, [left, moved])


def _without_place_of_both(left: Sequence[Token], right: Sequence[Token]) -> Sequence[Token]:
    """The second thing without where both are: what it is under A compared with under B in Yulan."""
    at = max((at for at, token in enumerate(right) if token.word == "in"), default=0)
    if at == 0 or len(right) - at > LONGEST_PLACE or any(token.word == "in" for token in left):
        return right
    return right[:at]


def _around(text: str, tokens: Sequence[Token], at: int, usage: Usage) -> Coordination | None:
    """What the joining word at `at` joins, with all that is joined to it."""
    opposed = tokens[at].word in _OPPOSES
    # A comma before the word joins clauses: of each of them all is meant.
    clauses = at > 1 and tokens[at - 1].text in "，,"
    listed = clauses and tokens[at].word in ("and", "or")
    before = tokens[: at - 1] if clauses else tokens[:at]
    left = [*_until(before[::-1], _ENDS | _CLOSES)][::-1]
    again = _COUNTED_OVER.search(text, tokens[at].end)
    after = [token for token in tokens[at + 1 :] if again is None or token.end <= again.start()]
    right = [*_until(after, _ENDS | _CLOSES)]
    if opposed or (clauses and not listed):
        segments = [left, right]
    else:
        segments = [left, *_split(right)]
        if tokens[at].word in ("and", "or"):
            listed_before = _listed_before(before)
            if tokens[at].word == "or" and len(listed_before) > 1 and _WHICH.match(text):
                listed_before = listed_before[1:]  # Which city planned more in 2024, Liuzhou or Wuzhou
            segments = [*listed_before, *segments[1:]] or segments
    if any(token.word in _JOINS for token in segments[0]) and not opposed and not clauses:
        return None  # what is joined before it was no list of things
    if any(not segment for segment in segments) or not 2 <= len(segments) <= MOST_THINGS:
        return None
    if not opposed and not clauses and len(segments) == 2 and (whole := _of_two_phrases(*segments)):
        return _checked(text, whole)
    bounds = frozenset[str]() if opposed or (clauses and not listed) else _BOUNDS
    if opposed and len(segments) == 2:
        segments[0] = _of_what(*segments)
    first, last = _bounded(text, segments[0], segments[1], segments[-2], segments[-1], bounds, usage)
    if not first or not last:
        return None
    return _checked(text, [first, *segments[1:-1], last])


def _checked(text: str, segments: Sequence[Sequence[Token]]) -> Coordination | None:
    """Nothing where a thing is too short to be one, or where two are the same."""
    spans = [(segment[0].start, segment[-1].end) for segment in segments]
    if aside := _ASIDE.match(text, spans[-1][1]):
        spans[-1] = (spans[-1][0], aside.end())
    things = tuple(_LEADING.sub("", text[start:end].strip()) for start, end in spans)
    if len({thing.lower() for thing in things}) < len(things):
        return None
    if any(len(thing) < 2 and not HAN.match(thing) for thing in things) or len("".join(things)) < 4:
        return None
    counted = _COUNTED.match(text, spans[-1][1])
    return Coordination(spans[0][0], counted.end() if counted else spans[-1][1], things, tuple(spans))


def _until(tokens: Sequence[Token], stops: frozenset[str]) -> list[Token]:
    taken: list[Token] = []
    for at, token in enumerate(tokens):
        # 储能之都 is a name: its last character says nothing of all of them.
        if token.word in stops and not (token.word == "都" and at and tokens[at - 1].text.endswith("之")):
            break
        taken.append(token)
    return taken


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens between joining words, as far as one phrase goes: in 汽车和摩托车的位数、尺寸 the second thing is the
    last."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.word in _JOINS and parts[-1]:
            if any(one.word in _BOUNDS for one in parts[-1]):
                break
            parts.append([])
        else:
            parts[-1].append(token)
    return parts if parts[-1] else parts[:-1]


def _of_what(left: list[Token], right: Sequence[Token]) -> list[Token]:
    """Of an English thing with what is asked of it (the rates for recycled water versus mine water) the thing alone;
    as it is where the other one says what is asked of it, too (the rates for A versus the rates for B)."""
    named = [at for at, token in enumerate(left) if token.word in ("of", "for") and 0 < at < len(left) - 1]
    asked = [at for at in named if _ASKED_OF.fullmatch(left[at - 1].text)]
    if not asked or any(token.word in ("of", "for") for token in right[2 * (right[0].word == "one") :]):
        return left
    return left[asked[0] + 1 :]


def _listed_before(before: Sequence[Token]) -> list[list[Token]]:
    """The things that commas list before an English "and": of Shanghai, Yunnan and Inner Mongolia."""
    items: list[list[Token]] = [[]]
    for token in reversed(before):
        if token.text == "," and items[-1]:
            items.append([])
        elif token.word in _ENDS or token.word in _CLOSES:
            break
        else:
            items[-1].append(token)
    items = [item[::-1] for item in reversed(items)]
    # A longer piece is a clause of its own and no thing in a list; the first one has what stands before the list.
    while len(items) > 1 and (
        not items[0]
        or len(items[1]) > LONGEST_LISTED
        or items[0][0].word in _OPENERS
        or _COMPARED.fullmatch(items[0][-1].word)
    ):
        items = items[1:]
    return items


def _of_two_phrases(left: list[Token], right: list[Token]) -> list[list[Token]]:
    """Both things where each is a noun with what qualifies it (坏了的货和修剩下的料); empty where they are not."""
    inner = _BOUNDS - {"的"}
    at = max((at for at, token in enumerate(left) if token.word in inner), default=-1)
    left = left[at + 1 :]
    both = [
        any(token.word == "的" for token in part[:-1]) and part[-1].word != "的" and part[0].word != "的"
        for part in (left, right)
        if part
    ]
    return [left, right] if both == [True, True] else []


def _left(tokens: Sequence[Token], bounds: frozenset[str], *, opposed: bool) -> list[Token]:
    """The end of `tokens` back to what a thing does not go beyond."""
    stops = _ENDS | (frozenset() if opposed else _BOUNDS | bounds)
    return [*_until(tokens[::-1], stops)][::-1]


def _bounded(
    text: str,
    first: list[Token],
    second: list[Token],
    last_but_one: list[Token],
    last: list[Token],
    bounds: frozenset[str],
    usage: Usage,
) -> tuple[list[Token], list[Token]]:
    """The first thing with nothing before it, the last with nothing after it, each by the kind of its neighbour."""
    two = last_but_one is first
    if two:
        left, right = _of_a_kind(text, first, last)
    else:
        left, _ = _of_a_kind(text, first, [*second])
        _, right = _of_a_kind(text, [*last_but_one], last)
    if left is None:
        crossed = right is not None and two and any(token.word in bounds for token in right[:-1])
        left = first if crossed else _back_to_bound(first, right or last, bounds)
        left = _without_context(left, right or last, usage)
    if right is None:
        right = _division(left, _until(last, bounds)) or _without_tail(left, _until(last, bounds), usage)
    return left, right


def _division(left: Sequence[Token], right: Sequence[Token]) -> list[Token]:
    """The name of a division that is parted into characters where nobody knows it (荻/港/县), beside another division
    (临陂区); empty where it is none."""
    if not left or not left[-1].text.endswith(_DIVISIONS):
        return []
    for at in range(1, min(len(right), LONGEST_DIVISION)):
        name = "".join(token.text for token in right[: at + 1])
        if len(name) > LONGEST_DIVISION or not HAN.fullmatch(name[0]):
            return []
        if name.endswith(_DIVISIONS):
            return list(right[: at + 1])
    return []


def _before_a_year(left: list[Token], right: list[Token]) -> tuple[list[Token] | None, list[Token] | None]:
    """Two short names of one length that a year follows (禾源和济坪2031年…), which need not be known as places."""
    ends = next((at for at, token in enumerate(right) if is_year(token)), 0)
    names = ["".join(token.text for token in tokens) for tokens in (left, right[:ends])]
    alike = len(names[0]) == len(names[1]) and 2 <= len(names[0]) <= LONGEST_DIVISION
    if not alike or not all(HAN.fullmatch(one) for name in names for one in name):
        return None, None
    return left, right[:ends]


def _back_to_bound(first: list[Token], fellow: Sequence[Token], bounds: frozenset[str]) -> list[Token]:
    """The first thing back to a bound (its own 的 aside); with its place where its fellow has one (青岛的措施)."""
    size = 1
    while size < len(first) and first[-1 - size].word not in bounds:
        size += 1
    if fellow and is_place(fellow[0]) and not any(is_place(token) for token in first[-size:]):
        places = [at for at, token in enumerate(first) if is_place(token)]
        return first[places[-1] :] if places else first[-size:]
    return first[-size:]


def _of_a_kind(text: str, left: list[Token], right: list[Token]) -> tuple[list[Token] | None, list[Token] | None]:
    """The two things where they are quotations, years or places, or have the same last characters, as far as that
    tells their ends."""
    if not left or not right:
        return None, None
    for kind in (is_quotation, is_year, is_place):
        if kind(left[-1]) and kind(right[0]):
            return left[-1:], right[:1]
    if is_quotation(left[-1]) and (ends := [at for at, token in enumerate(right) if is_quotation(token)]):
        return left[-1:], right[: ends[0] + 1]
    if (named := _before_a_year(left, right))[1]:
        return named
    if (ends := [_counted_noun(tokens) for tokens in (left, right)]) and all(ends):
        return None, right[: ends[1]]  # 三大平台和四大创新: what is counted is no attribute of both
    for at in range(len(right)):
        shared = same_end(left[-1].text, right[at].text)
        if shared and (at > 0 or len(right[at].text) > len(shared)):
            return None, right[: at + 1]
    return None, None


def _counted_noun(tokens: Sequence[Token]) -> int:
    """How many tokens are a noun that opens with a number of such things (四大创新); 0 where none is."""
    counts = (size for size in range(1, len(tokens)) if _COUNT.fullmatch("".join(one.text for one in tokens[:size])))
    return next((size + 1 for size in counts if HAN.match(tokens[size].text)), 0)


def _without_context(left: list[Token], right: Sequence[Token], usage: Usage) -> list[Token]:
    """A thing without the places, times and names of documents before it that hold for its fellow, too: 重庆2023年 of
    高新技术企业, 柘川市2024年 of 出口."""
    kinds = [kind for kind in (is_place, is_time, _is_whole) if not any(kind(token) for token in right)]
    while len(left) > 1:
        named = 0 if any(is_place(token) for token in right) else opening_title(left, usage)
        if not (named or _is_article(left) or any(kind(left[0]) for kind in kinds)):
            break
        left = left[max(1, named) :]
    return left


def opening_title(tokens: Sequence[Token], usage: Usage) -> int:
    """How many of the tokens, not all of them, are a name with which titles open; the most of a few (柘 川)."""
    names = ("".join(token.text for token in tokens[:size]) for size in range(1, min(len(tokens), LONGEST_NAME)))
    return max((size for size, name in enumerate(names, start=1) if usage.opens_title(name)), default=0)


def _is_article(tokens: Sequence[Token]) -> bool:
    """Whether an English phrase begins with an article; the A of A类 is none."""
    return tokens[0].word in _ARTICLES and not HAN.match(tokens[1].text)


def _without_tail(left: Sequence[Token], right: list[Token], usage: Usage) -> list[Token]:
    """The last thing without the words that documents write after its fellow, too: 居民收入 in 城镇和农村居民收入."""
    if not (left and HAN.match(left[-1].text)):
        return right
    shared = (at for at in range(1, len(right)) if usage.follows(left[-1].text, right[at].text))
    return right[: next(shared, len(right))]


def _is_whole(token: Token) -> bool:
    return token.text in ("国务院", "全国", "全省", "全市", "全区")
