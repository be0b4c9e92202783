"""The lines that are a title: where it begins and ends, and where a document has several."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.numbering import numbering
from corpus.paragraphs import Paragraph, Part

_KINDS = (
    "通知|决定|意见|批复|公告|通告|通报|报告|请示|答复|回复|命令|令|决议|公报|函|纪要|方案|办法|规定|细则|条例|规则|规划|计划|纲要|要点|措施|章程|制度"
    "|表|图|书|样式|式样|坐标|名录|做法|条件|流程|格式|清单|目录|名单|指南|指引|标准|规范|预案|分工|提纲|讲话|实录|问答|致辞|发布词|简报|倡议书|说明|解读|摘登|白皮书|公示|备忘录|手册|启事|声明|(?:通知|督办|督查|交办|转办|任务|提示|提醒|告知|反馈|派)单|行动|政策|举措|任务|台账|分解|汇编|责任书|任务书"
)
TITLE_END = re.compile(rf"(?:{_KINDS})(?:[（(〔][^（）()]{{1,20}}[)）〕])*[》”]?$")
# （试行） or （2024—2026年） on a line of its own below a title.
_SUBTITLE = re.compile(
    r"[（(](?:[^（）()]{0,12}(?:试行|暂行|稿|版|本|年|案|修订)|\d{4}\s*[-—–~至]\s*\d{4})[^（）()]{0,4}[)）]"
)
# Above a title, in brackets: （办理结果标注：A类）.
_REMARK = re.compile(r"[（(][^（）()]{2,60}[：:][^（）()]{1,60}[)）]")
# 签发人：某某, 紧急程度：特急: what heads of papers print in lines of their own.
_HEAD_LABEL = re.compile(
    r"(?:签发人?|会签人?|紧急程度|密\s*级|份\s*号|保密期限|类\s*别|公开(?:属性|方式)|办理(?:结果|类别))[：:]"
)
_FOOTNOTE = re.compile(r"(?:[\[［【〔]\s*(?:\d{1,2}|注)\s*[\]］】〕]|[①-⑳]|\*+|※)$")
_ABOVE_TITLE = {Part.LABEL, Part.LETTERHEAD, Part.NUMBER, Part.DATE, Part.SIGNED, Part.NOTE, Part.SPEAKER}


def mark_known_title(found: list[Paragraph], parts: list[Part], title: str) -> None:
    """Marks the neighbouring lines that are the title together, wherever they stand."""
    wanted = bare(title)
    for first in range(len(found)):
        if found[first].text.lstrip("《〈“")[:1] not in wanted or numbering(found[first].text):
            continue  # most lines; and a file may be named after its first heading
        together = ""
        for last in range(first, min(first + 6, len(found))):
            if parts[last] not in (Part.BODY, Part.LETTERHEAD, Part.RECIPIENTS):
                break
            together += bare(found[last].text)
            if together == wanted:
                parts[first : last + 1] = [Part.TITLE] * (last + 1 - first)
                return
            if not wanted.startswith(together):
                break


def bare(text: str) -> str:
    """A title without white space, quotation marks and dashes, for comparing."""
    return re.sub(r"[\s《》〈〉“”\"'—-]", "", text)


def mark_titles(found: list[Paragraph], parts: list[Part]) -> None:
    """Title lines at the head, and those of the document that a notice passes on (after its signature)."""
    before_title = (Part.DATE, Part.SIGNED, Part.NOTE, Part.NUMBER, Part.SIGNATURE)
    heads = [0, *(index + 1 for index, part in enumerate(parts) if part in before_title)]
    if Part.SPEAKER in parts:
        # A digest may print its title below the last speech.
        heads.append(len(parts) - parts[::-1].index(Part.SPEAKER))
    for head in heads:
        run: list[int] = []
        for index in range(head, min(head + 12, len(found))):
            text = found[index].text
            if not run and (parts[index] in _ABOVE_TITLE or _REMARK.fullmatch(text) or _HEAD_LABEL.match(text)):
                continue
            if parts[index] is Part.TITLE:
                run = []
                break
            # A heading of the second level, in the format's own words, is none of a title's lines.
            if parts[index] is not Part.BODY or (found[index].block.level or 1) > 1 or not _is_title_line(text):
                break
            run.append(index)
        _close_title(found, parts, run)
        if head == 0 and len(run) == 1 and Part.TITLE not in parts and _opens_text(found, parts, run[0]):
            parts[run[0]] = Part.TITLE


def _opens_text(found: list[Paragraph], parts: list[Part], index: int) -> bool:
    """Whether one short line stands alone above the text: a title without a word for the kind of document."""
    text = found[index].text
    if len(text) > 40 or "，" in text or index + 1 == len(found):
        return False
    below = found[index + 1]
    return below.position == found[index].position + 1 and ("。" in below.text or parts[index + 1] is Part.RECIPIENTS)


def _is_title_line(text: str) -> bool:
    return len(text) <= 70 and not re.search(r"[。；！？：:]$|。", text) and numbering(text) is None


def _close_title(found: list[Paragraph], parts: list[Part], run: list[int]) -> None:
    """Marks the lines up to the one with which a title is complete, and the line in brackets below it."""
    together = ""
    for position, index in enumerate(run[:5]):
        together += found[index].text
        if is_whole_title(together):
            below = run[position + 1 : position + 2]
            end = position + 1 + bool(below and _SUBTITLE.fullmatch(found[below[0]].text))
            for line in run[:end]:
                parts[line] = Part.TITLE
            return


def is_whole_title(text: str) -> bool:
    """Whether lines put together end as titles do, the mark of a footnote apart, with no 《 left open."""
    return bool(TITLE_END.search(without_footnote(text))) and text.count("《") == text.count("》")


def without_footnote(text: str) -> str:
    """A title without the mark of a footnote at its end: …统计公报[1]."""
    return _FOOTNOTE.sub("", text)


def titles(paragraphs: Iterable[Paragraph], known: str = "") -> list[tuple[Paragraph, ...]]:
    """The titles among paragraphs, each the lines that it is printed on.

    A line with which a title could end does not end the `known` one: …全过程记录制度, and below it 法制审核制度的意见.
    """
    found: list[list[Paragraph]] = []
    previous = -2
    for index, paragraph in enumerate(paragraphs):
        if paragraph.part is Part.TITLE:
            together = "".join(line.text for line in found[-1]) if found else ""
            goes_on = not is_whole_title(together) or bare(known).startswith(bare(together + paragraph.text))
            if previous == index - 1 and (goes_on or _SUBTITLE.fullmatch(paragraph.text)):
                found[-1].append(paragraph)
            else:
                found.append([paragraph])
            previous = index
    return [tuple(lines) for lines in found]
