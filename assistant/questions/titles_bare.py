"""Titles of documents that a question gives without 《》: word for word, or shortened (临溪外资企业服务方案 for
《临溪市外资企业服务保障工作方案》).

As with a title in 《》, its years, numbers and units bound nothing, and its words are looked for in no sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.questions.titles_given import MOST_TITLED, Titled
from corpus.normalise import fold

_folded = lru_cache(maxsize=4096)(fold)  # of one character after the other

LEAST_BARE = 8
"""A title that is written out word for word has so many characters."""
LEAST_SHORTENED, KEPT = 6, 0.4
"""A shortened title has so many characters, and keeps this share of those that the title has."""
MOST_ALIKE = 500
"""Of more titles that begin and end alike none is told by a shortened one."""

_KIND = (
    "(?:方案|计划|规划|意见|办法|规定|纲要|决定|措施|细则|条例|规则|报告|清单|分工|要点|批复|复?函|通知|通报|公告|通告|纪要|预案|摘登|指南|目录|标准|台账|一览表"
    "|简报|政策|倡议|章程|制度|方法|要求|公报|答复|安排)"
)
_KIND_ENDS = re.compile(_KIND)
_ISSUING = re.compile(
    r"^.{2,40}?关于(?:印发|公布|转发|下达|发布|批转|同意|做好)?|^[^《》]{2,30}?(?:院|办公[厅室]|政府|[委局厅部署会])(?=对[^《》]{6,}的(?:答复|复函|批复|意见)$)"
)
_INSIDE = re.compile("《(.{4,})》")
_OF_THE_PAPER = re.compile("(?:\\([^()]*\\))?(?:的?(?:通知|公告|决定|函|批复))?(?:\\([^()]*\\))?$")
_REMARK = re.compile(r"\s*[（(][^（）()]{2,24}[）)]")
# What a title opens with that is left away first: where and when.
_OPENING = re.compile(
    "(?:[\u4e00-\u9fff]{2,7}?[省市县区州旗])?(?:[\u4e00-\u9fff]{2,4}?[市县区旗])?(?:20\\d\\d年(?:度)?)?"
)
_IN_FRONT = re.compile(
    r"(?:根据|依据|依照|按照?|参照|对照|查阅?|在"
    r"|(?<![a-z])(?:according to|based on|under|in|of|per|from)(?: the)?(?= ?$))\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:这|那)?(?:份|个)?(?:文件|通知)?(?:的?(?:里面?|当?中(?!心|小|央|国)|之中|上(?![半年级下市海]))(?![间外]))?[，,：:]?"
)
# What is said of the latest paper of its kind inside of its name: 上海今年的政府工作报告.
_SAID_OF_A_PAPER = re.compile("(?:今年度?|本年度?|最新|最近|新近)的?(?=[\u4e00-\u9fff]{4})")

# 云汀市 before a title without its place: the paper of another city.
_OF_A_PLACE = re.compile(
    "(?:^|[《，。、\\s]|根据|按照?|关于|请问)(?!我们|咱们|你们|这个|那个)(?P<place>[\u4e00-\u9fff]{2,4}?)[省市县区州旗]$"
)


class BareTitles:
    """The titles of a collection, to be found in questions; built once for a generation."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        """`titles` are folded, by the document's id."""
        self._titles = titles
        self._whole: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._short: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
        for name, title in titles.items():
            for form in _forms(title):
                if len(form) >= LEAST_BARE:
                    self._whole[form[:LEAST_BARE]].append((form, name))
                if len(form) >= LEAST_SHORTENED and (kind := form[-2:]) and _KIND_ENDS.fullmatch(kind):
                    for start in _starts(form):
                        self._short[form[start : start + 2], kind].append((form, start, name))

    def given(self, text: str) -> Titled:
        """The documents that `text` names, with the span that names them; nothing where it names none or too many."""
        said = [match.span() for match in _SAID_OF_A_PAPER.finditer(text)]
        unsaid = set(range(len(text))).difference(*(range(*span) for span in said))
        letters = [(letter, at) for at in sorted(unsaid) for letter in _folded(text[at])]
        folded = "".join(letter for letter, _ in letters)
        written, shortened = list(self._written(folded)), list(self._shortened(folded))
        best = max((*written, *shortened), key=lambda one: one[1] - one[0], default=None)
        if best is None:
            return Titled(frozenset(), ())
        documents = frozenset(name for start, end, name in written if (start, end) == best[:2])
        meant = frozenset(name for start, end, name in shortened if (start, end) == best[:2])
        # What several papers may be shortened to names none of them; a copy of a paper has its title.
        documents = documents or (meant if len({self._titles[name] for name in meant}) == 1 else frozenset())
        if not 0 < len(documents) <= MOST_TITLED:
            return Titled(frozenset(), ())
        start, end = letters[best[0]][1], letters[best[1] - 1][1] + 1
        if elsewhere := _OF_A_PLACE.search(text[:start]):
            documents = frozenset(name for name in documents if fold(elsewhere["place"]) in self._titles[name])
            if not documents:
                return Titled(frozenset(), ())
        remark = _REMARK.match(text, end)
        if remark and any(fold(remark.group()) in self._titles[name] for name in documents):
            end = remark.end()
        if before := _IN_FRONT.search(text[:start]):
            start = before.start()
        if behind := _BEHIND.match(text, end):
            end = behind.end()
        return Titled(documents, ((start, end),))

    def _written(self, folded: str) -> Iterator[tuple[int, int, str]]:
        for at in range(len(folded) - LEAST_BARE + 1):
            for form, name in self._whole.get(folded[at : at + LEAST_BARE], ()):
                if folded.startswith(form, at):
                    yield at, at + len(form), name

    def _shortened(self, folded: str) -> Iterator[tuple[int, int, str]]:
        for kind in _KIND_ENDS.finditer(folded):
            for at in range(max(0, kind.end() - 40), kind.end() - LEAST_SHORTENED + 1):
                able = self._short.get((folded[at : at + 2], folded[kind.end() - 2 : kind.end()]), ())
                if len(able) > MOST_ALIKE:
                    continue
                words = folded[at : kind.end()]
                for form, start, name in able:
                    if _shortens(words, form[start:]):
                        yield at, kind.end(), name


def _forms(title: str) -> set[str]:
    """What a title may be called: all of it, what it has in 《》, and what it is about, without who issued it."""
    inner = [title, *_INSIDE.findall(title), _ISSUING.sub("", title)]
    bare = {_OF_THE_PAPER.sub("", one).strip("《》") for one in inner} | {one.strip("《》") for one in inner}
    return {one for one in bare if "《" not in one and "》" not in one} | {title}


def _starts(form: str) -> set[int]:
    """Where a shortened title may begin: with the place, the year, or what comes after them."""
    opening = _OPENING.match(form)
    after = opening.end() if opening else 0
    place = re.match("[\u4e00-\u9fff]{2,7}?[省市县区州旗]", form)
    return {0, after, place.end() if place else 0}


def _shortens(words: str, form: str) -> bool:
    """Whether a title is shortened to some words: it begins and ends with them, and has them in this order in runs of
    two characters or more."""
    if len(words) < KEPT * len(form):
        return False
    at = position = 0
    while at < len(words):
        position = form.find(words[at : at + 2], position)
        if position < 0 or at + 2 > len(words):
            return False
        while at < len(words) and position < len(form) and words[at] == form[position]:
            at, position = at + 1, position + 1
    return position == len(form)
