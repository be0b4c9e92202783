"""Which paragraphs open sections: by their numbering, by the format's own headings, by what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.frame import is_signature
from corpus.numbering import RANKS, Numbering, numbering
from corpus.paragraphs import Paragraph, Part
from corpus.types import BlockKind

# Characters of a sentence that can still be a heading; the longest in the State Council's plans have 42.
LONGEST_HEADING = 45
# Numbered sentences that are mostly shorter than this are items of a list and not sections.
SHORTEST_ITEM = 40
# An enclosed document stands below an attachment and above all numbering.
_TITLE_RANK = 0.5
# Kinds that head a section whatever their length; the others do so when they are built like headings.
_ALWAYS = {"title", "附件", "部分", "编", "章", "节", "条", "一、", "专栏", "问"}
# Kinds that are also written inside sentences: one that does not count on from the last is none.
_COUNTED = {"1.", "1 ", "（1）", "1）", "①"}
# （1）甲；（2）乙 in one paragraph is a sentence, not a section.
_INLINE = {"（1）", "1）", "①"}
_CAPTION = re.compile(r"(?:图|表|单位|注|说明|资料来源|数据来源)\s*[\d一二三四五：:]|[（(].*[)）]$|目\s*录$")
# What stands behind the whole of a document that it explains, whatever its numbering.
_BACK_MATTER = re.compile(
    r"(?:附[：:]?\s*)?(?:《[^《》]{2,30}》\s*)?(?:有关|相关|部分|主要)?(?:名词|术语|用语|词语|缩略语|专业名词|名词术语|指标)"
    r"(?:解释|说明|注释|释义)"
)
# A short line that heads the text until the numbering begins; what is numbered is not a part of it.
_PREFACE = re.compile(r"前\s*言|序\s*言|引\s*言|导\s*言|导\s*语|编者按|按\s*语")
_SHORTEST_PLAIN, _LONGEST_PLAIN = 4, 36
_SHORTEST_PROSE = 40
# 联系人：张三, （续表）, 2024年3月, 单位 万元: lines that are short for other reasons than heading a text.
_NO_PLAIN_HEADING = re.compile(
    r".*[：:。；！？!?…\t\u3000 @].*|.*[、，,)）\d年月日号]|.*(?:https?://|www\.).*|[（(“\"].*|[^一-鿿]*"
)
_SENTENCE_END = re.compile(r"[。！？!?]|[：:；;](?=.)")
_CLAUSE_END = re.compile(r"[，,。；;：:]")
_QUESTION = re.compile(r"[^？?]{2,80}[？?]")
# The title of an annex with a remark in brackets: 附件1　资金安排表（单位：万元）.
_WHOLE_TITLE = re.compile(r"[^。；：:（()）]{2,50}[（(][^。（()）]{2,60}[)）]")
_ANSWER = re.compile(r"(?:答|A)\s*\d{0,2}\s*[：:.、．]")
# 1.1 编制目的　提高…能力: a wide gap behind a few words makes them the heading of the paragraph.
_BEFORE_GAP = re.compile(r"[^。；：，\u3000 ]{2,14}(?=\u3000\S{8})")
# Kinds whose headings are often items of one paragraph each.
_ITEMS = {"（一）", "1.", "1 ", "1.1", "（1）", "1）", "①", "事项"}
# What goes on with the item above: who is responsible for it, a remark on it.
_GOES_ON = re.compile(r"[（(〔【\[—–-]|注|备注|其中|(?:责任|牵头|配合|主办|协办|完成|负责|办结|时限)")
_TURNS = re.compile(r"下一步|同时，|此外|以上|上述|今后")
_CLOSES = re.compile(r"感谢|特此|专此|以上(?:意见|报告|答复|说明|请示|事项)|再次感谢|衷心感谢|妥否")
_TRAILING = "。：:；;，, "


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that may open a section: paragraph `index`, its numbering, and the view offsets of its label.

    `rank` tells how far out it stands (see RANKS), `style` is the level that the format gives it. `run_in` says that
    the paragraph goes on after its heading, `alone` that the heading is all of it, `listed` that it ends as items do.
    """

    index: int
    kind: str
    rank: float
    value: int
    number: str | None
    label: tuple[int, int]
    run_in: bool
    alone: bool
    listed: bool
    style: int | None = None


def headings(paragraphs: Sequence[Paragraph], first: int, end: int, titles: Mapping[int, int]) -> list[Heading]:
    """The paragraphs from `first` to `end` (exclusive) that open sections; list items and references are left out.

    `titles` are those of enclosed documents, by the index of their first paragraph.
    """
    found: list[Heading] = []
    last: dict[str, int] = {}
    for index in range(first, end):
        heading = _title(paragraphs, index) if index in titles else _candidate(paragraphs, index)
        if heading and (heading.kind not in _COUNTED or _follows(last.get(heading.kind), heading.value)):
            found.append(heading)
            last[heading.kind] = heading.value
    return [
        heading for run in _runs(found) for heading in run if _is_section(paragraphs, run, heading, _above(found, run))
    ]


def _title(paragraphs: Sequence[Paragraph], index: int) -> Heading:
    start = paragraphs[index].view_start
    label = (start, start + len(paragraphs[index].text))
    return Heading(index, "title", _TITLE_RANK, 0, None, label, False, True, False)


def _candidate(paragraphs: Sequence[Paragraph], index: int) -> Heading | None:
    paragraph = paragraphs[index]
    text, start = paragraph.text, paragraph.view_start
    if paragraph.part is not Part.BODY:
        return None
    style = paragraph.block.level if paragraph.block.kind is BlockKind.HEADING else None
    number = numbering(text)
    if number is None and _BACK_MATTER.fullmatch(text):
        return _title(paragraphs, index)
    if number is None and _is_plain_heading(paragraphs, index):
        return Heading(index, "plain", -0.5, 0, None, (start, start + len(text)), False, True, False)
    if number is None:
        whole = text.count("（") == text.count("）")
        if paragraph.block.kind is not BlockKind.HEADING or len(text) > 80 or not whole or _CAPTION.match(text):
            return None
        label = (start, start + len(text.rstrip(_TRAILING)))
        return Heading(index, "style", -0.5, 0, None, label, False, True, False, style or 9)
    if number.kind in _INLINE and _goes_on_inside(text, number):
        return None
    if number.kind == "问" and not _is_question(paragraphs, index, number):
        return None
    length, run_in = _label(text, number)
    return Heading(
        index=index,
        kind=number.kind,
        rank=RANKS[number.kind],
        value=number.value,
        number=number.printed,
        label=(start, start + length),
        run_in=run_in,
        alone=len(text.rstrip(_TRAILING)) == length,
        listed=text.endswith(("；", ";")),
        style=style,
    )


def _is_question(paragraphs: Sequence[Paragraph], index: int, number: Numbering) -> bool:
    """Whether what stands behind 问： is a question, or an answer follows."""
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    return bool(_QUESTION.match(paragraphs[index].text, number.length) or _ANSWER.match(below))


def _goes_on_inside(text: str, number: Numbering) -> bool:
    """Whether the next number of a kind that sentences use stands in the same paragraph."""
    following = {"（1）": rf"[（(]\s*{number.value + 1}\s*[)）]", "1）": rf"(?<![\d（(]){number.value + 1}[)）]"}
    sign = chr(ord("①") + number.value)
    return re.search(following.get(number.kind, sign), text[number.length :]) is not None


def _is_plain_heading(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line of ordinary type heads what follows: short and no sentence, between one that ended and prose.

    The first lines of a document are left to its title.
    """
    paragraph = paragraphs[index]
    text = paragraph.text
    if paragraph.block.kind is BlockKind.HEADING or index + 1 >= len(paragraphs):
        return False
    if not _SHORTEST_PLAIN <= len(text) <= _LONGEST_PLAIN:
        return False
    if _NO_PLAIN_HEADING.fullmatch(text) or _PREFACE.fullmatch(text) or is_signature(text):
        return False
    below = paragraphs[index + 1]
    if below.part is not Part.BODY or below.position != paragraph.position + 1 or numbering(below.text):
        return False
    prose = len(below.text) >= _SHORTEST_PROSE and "。" in below.text and below.text[-1] in "。：；！"
    before = next((p for p in reversed(paragraphs[:index]) if p.part is Part.BODY), None)
    return prose and before is not None and before.text[-1] in "。！？”）)" and len(before.text) > 1


def _is_section(paragraphs: Sequence[Paragraph], run: Sequence[Heading], heading: Heading, above: str | None) -> bool:
    """Whether a numbered paragraph opens a section rather than being an item of a list.

    `run` is it and those that are numbered with it, `above` the kind of heading that they stand under.
    """
    if heading.kind in _ALWAYS or heading.style is not None:
        return True
    if 2 * sum(item.listed for item in run) >= len(run):
        return False
    built = sum(1 for item in run if item.run_in or _has_body(paragraphs, item))
    if 2 * built >= len(run):
        return True
    # Items of an article are cited with it: 第六条第（一）项.
    return above != "条" and median(len(paragraphs[item.index].text) for item in run) >= SHORTEST_ITEM


def _has_body(paragraphs: Sequence[Paragraph], heading: Heading) -> bool:
    """Whether something of its own follows a heading that stands alone."""
    if not heading.alone or heading.index + 1 >= len(paragraphs):
        return False
    here, below = paragraphs[heading.index], paragraphs[heading.index + 1]
    if below.position != here.position + 1:
        return True
    number = numbering(below.text)
    return below.part is Part.BODY and (number is None or RANKS[number.kind] > heading.rank)


def _label(text: str, number: Numbering) -> tuple[int, bool]:
    """The length of a numbered paragraph's heading, and whether the paragraph goes on behind it."""
    if number.kind == "条":
        title = re.match(r"\s*[【\[（(][^】\])）]{2,20}[】\])）]", text[number.length :])
        return (
            (number.length + title.end(), True) if title else (len(text[: number.length].rstrip(" \u3000：:、")), True)
        )
    if question := _QUESTION.match(text, number.length) if number.kind == "问" else None:
        return question.end(), question.end() < len(text)
    if number.kind in ("一、", "（一）", "1.", "1 ", "1.1") and (gap := _BEFORE_GAP.match(text, number.length)):
        return gap.end(), True
    if number.kind == "附件" and len(text) <= 80 and _WHOLE_TITLE.fullmatch(text, number.length):
        return len(text.rstrip(_TRAILING)), False
    sentence = _SENTENCE_END.search(text, number.length)
    end = sentence.start() if sentence else len(text)
    whole = sentence is None or sentence.end() == len(text)
    if end - number.length <= LONGEST_HEADING:
        return len(text[:end].rstrip(_TRAILING)), not whole
    clause = _CLAUSE_END.search(text, number.length)
    end = min(clause.start() if clause else end, number.length + LONGEST_HEADING)
    return len(text[:end].rstrip(_TRAILING)), False


def _follows(last: int | None, value: int) -> bool:
    """Whether a number is the first of its kind or counts on from the last; 22 个城市 does not."""
    return value == 1 or (last is not None and last < value <= last + 3)


def ends_of_lists(paragraphs: Sequence[Paragraph], found: Sequence[Heading]) -> dict[int, Heading]:
    """The paragraphs behind the last item of a list that belong to what the list stands in, each with that item.

    Every other item is one paragraph, and the last one says all it has to say in its first; or the paragraph closes
    the document (感谢…支持).
    """
    ends: dict[int, Heading] = {}
    heads = {heading.index for heading in found}
    for run in _runs(found):
        last, after = run[-1], run[-1].index + 1
        if last.kind not in _ITEMS or len(run) < 2 or after >= len(paragraphs) or after in heads:
            continue
        below = paragraphs[after]
        if below.part is not Part.BODY or below.position != paragraphs[last.index].position + 1:
            continue
        alike = all(one.index + 1 == other.index for one, other in pairwise(run))
        said = last.run_in or paragraphs[last.index].text.endswith("。")
        listed = alike and said and len(run) > 2 and not _GOES_ON.match(below.text)
        going_on = alike and said and _TURNS.match(below.text)
        if listed or going_on or _CLOSES.match(below.text):
            ends[after] = last
    return ends


def _runs(found: Sequence[Heading]) -> list[list[Heading]]:
    """Headings of one kind that stand together under the same outer heading; every heading is in one run."""
    runs: list[list[Heading]] = []
    open_runs: dict[str, list[Heading]] = {}
    for heading in found:
        for kind in [kind for kind, run in open_runs.items() if run[-1].rank > heading.rank]:
            del open_runs[kind]
        run = open_runs.get(heading.kind)
        if run is None or heading.value <= run[-1].value:
            run = open_runs[heading.kind] = []
            runs.append(run)
        run.append(heading)
    return runs


def _above(found: Sequence[Heading], run: Sequence[Heading]) -> str | None:
    """The kind of the nearest heading further out than a run that begins after it."""
    begin = bisect_left(found, run[0].index, key=lambda heading: heading.index)
    return next((found[at].kind for at in range(begin - 1, -1, -1) if found[at].rank < run[0].rank), None)
