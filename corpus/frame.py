"""The frame of an official document around its body: 版头, 文号, 主送机关, 署名, 成文日期, 附件说明, 抄送, 印发."""

from __future__ import annotations

import re
from datetime import date

from corpus.characters import CHINESE_NUMERALS, HAN
from corpus.labels import LABEL
from corpus.lines import SPEAKER
from corpus.normalise import ReadingView
from corpus.numbering import numbering, numeral
from corpus.paragraphs import Paragraph, Part
from corpus.titles import is_whole_title, mark_known_title, mark_titles
from corpus.types import Block

_YEAR = rf"(?:[12]\d{{3}}|[一二][{CHINESE_NUMERALS}OＯ○]{{3}})"
_DATE = re.compile(
    rf"(?P<y>{_YEAR})\s*[年./-]\s*(?P<m>\d{{1,2}}|[{CHINESE_NUMERALS}]{{1,3}})\s*[月./-]\s*(?P<d>\d{{1,2}}|[{CHINESE_NUMERALS}]{{1,3}})\s*日?"
)
NUMBER = re.compile(
    rf"(?P<number>[{HAN}]{{1,14}}[〔\[［【(（﹝]\s*[12]\d{{3}}\s*[〕\]］】)）﹞]\s*(?:第\s*)?\d{{1,5}}\s*号?"
    rf"|[{HAN}]{{0,20}}令\s*第?\s*(?:\d{{1,4}}|[{CHINESE_NUMERALS}]{{1,5}})\s*号|第\s*\d{{1,4}}\s*号|[{HAN}]{{2,20}}公告\s*[12]\d{{3}}年第\d{{1,4}}号)"
)
# Beside the number stand 签发人：…, 类别：A, 紧急程度：特急.
_BESIDE_NUMBER = r"(?:签发人?|会签人?|紧急程度|密\s*级|类\s*别|份\s*号|公开(?:属性|方式)|办理(?:结果|类别))"
_NUMBER_LINE = re.compile(rf"[（(]?(?:{NUMBER.pattern})[)）]?(?:\s*签发人.*|\s*{_BESIDE_NUMBER}\s*[：:].*)?")
# Minutes and briefings count without the office's mark: 〔2023〕12号, 第12期.
_SERIAL_LINE = re.compile(
    r"[（(]?(?P<number>[〔\[［【][12]\d{3}[〕\]］】]\s*(?:第\s*)?\d{1,4}\s*[号期]|(?:总\s*)?第\s*\d{1,4}\s*期)[)）]?"
    r"(?:\s*[（(][^（）()]{2,20}[)）])?"
)
# What minutes and briefings print above the title that is their own.
_KIND_ALONE = re.compile(r"(?:专题|办公|常务|工作|政务)?(?:会议)?(?:纪要|简报|通报|快报)")
_LETTERHEAD = re.compile(rf"[{HAN}（）()]{{4,40}}(?:文件|公报|[办政]公室函|令)")
_BODIES = (
    "政府|人大常委会|委员会|办公室|办公厅|总局|局|部|厅|院|署|委|办|会|行|中心|集团|公司|领导小组|指挥部|法院|检察院"
    "|常委会|调查队|总队|支队|大队|总工会|联合会|协会|大学|海关|党组|银行"
)
HEAD = 5
"""Lines within which a document's head says by whom and when it was issued; its foot may say it, too (印发机关)."""
AND_OTHERS = rf"等[\d{CHINESE_NUMERALS}]{{1,3}}个?(?:部门|单位|机构)"
"""市商务局等四部门: who signs for several, as a pattern."""
_SIGNATURE = re.compile(rf"[{HAN}（）()、\u3000 ]{{2,60}}?(?:{_BODIES})(?:[（(][{HAN}]{{1,8}}[)）])?(?:{AND_OTHERS})?")
# The number may stand between them: 某市商务局　某商务〔2025〕3号　2025年2月27日.
_SIGNED = re.compile(
    rf"(?P<bodies>[^\d。；：:]{{3,60}}?)(?:[ \u3000\t]+(?:{NUMBER.pattern}))?[ \u3000\t]*(?:{_DATE.pattern})"
)
_RECIPIENTS = re.compile(
    r"(?:各|全[市县区省州]|驻|有关|[市县区省州]直)[^。；：:]{1,300}(?:园|馆|站|所|校|场|队|社|村|处|居|户|社区|市民|居民|家长|考生)\s*[：:]"
    r"|(?!各位|同志|女士|尊敬)[^。；]{2,600}(?:政府|部门|单位|机构|委员会|办公室|办公厅|厅|局|委|院|署|行|公司|企业|街道|乡镇|办事处|会|组|部|中心|海关|学校|团|州|盟|市|县|区|者|同志|代表|委员)\s*(?:[（(][^（）()]{1,60}[)）])?\s*[：:]"
)
_ATTACHMENT_LIST = re.compile(r"[-—•\s]*附\s*(?:件\s*)?(?:[：:]\s*)?(?:(?P<n>\d{1,2})\s*[.．、：:])?\s*(?=\S)")
_ATTACHMENT_NEXT = re.compile(r"(?:附\s*件\s*)?(?P<n>\d{1,2})\s*[.．、：:]\s*\S")
_NOTE = re.compile(
    r"[（(](?:此件|此文|本文|联系人|发布|公开|主动公开|依申请|[^（）()]{0,60}(?:通过|公布|修订|修正|批准))[^（）()]{0,80}[)）]"
)
# 本办法自发布之日起施行: about the document, not about the section that it happens to follow.
_EFFECT = re.compile(r"(?:本|以上)[^。，；]{0,12}(?:自[^。；]{2,30}[起后]|由[^。；]{2,40}解释|有效期)")
_COPIED = re.compile(
    r"(?:主题词|抄\s*[送报发]|分\s*送|主\s*送|报\s*送|发\s*送|[印发]|出\s*席|列\s*席|缺\s*席|请\s*假|记\s*录)\s*[：:]"
)
_ISSUED = re.compile(r"\s*(?:印\s*发|发\s*布|公\s*布|制\s*定|签\s*发)?")
_BETWEEN = re.compile(r"[\s，,、；;｜|]+")
_PRINTED = re.compile(r".{4,60}印\s*发\s*(?:[（(].{0,20}[)）])?$")


def date_in(text: str) -> date | None:
    """The first calendar date of a line, in Arabic or Chinese numerals; None if there is none."""
    match = _DATE.search(text)
    if not match:
        return None
    try:
        return date(_year(match["y"]), numeral(match["m"]), numeral(match["d"]))
    except ValueError:
        return None


def frame(blocks: tuple[Block, ...], view: ReadingView, title: str | None = None) -> tuple[Paragraph, ...]:
    """All blocks outside tables, in order, each with what it is for; `title` is the document's where it is known."""
    found: list[Paragraph] = []
    for position, block in enumerate(blocks):
        if block.cell is None and block.span.start < block.span.end:
            shown = view.view(block.span.start, block.span.end)
            text = shown.of(view.text)
            found.append(Paragraph(position, block, text.strip(), shown.start + len(text) - len(text.lstrip())))
    parts = _plain_parts(found)
    _mark_signatures(found, parts)
    _mark_attachment_lists(found, parts)
    if title:
        mark_known_title(found, parts, title)
    mark_titles(found, parts)
    return tuple(
        Paragraph(p.position, p.block, p.text, p.view_start, part) for p, part in zip(found, parts, strict=True)
    )


def signed_line(text: str) -> str | None:
    """The bodies of a line that is signature and date at once: 某市商务局　　2021年3月1日; None for any other."""
    match = _SIGNED.fullmatch(text)
    return match["bodies"].strip() if match and is_signature(match["bodies"].strip()) else None


def number_in(text: str) -> str | None:
    """The number (文号) in a line that states one."""
    match = _SERIAL_LINE.fullmatch(text) or NUMBER.search(text)
    return "".join(match["number"].split()) if match else None


def issue_line(text: str) -> str | None:
    """The bodies, perhaps none (""), of a line below a title that says by whom, on which day and under which number it
    was issued, two of them at least; None for any line that says something else.

    （某营办〔2025〕7号，2025年3月12日印发）; 某领导小组 2024年3月29日印发　某数〔2024〕3号.
    """
    line = text.strip("（）()")
    day = _DATE.search(line)
    if day is None:
        return None
    issued = _ISSUED.match(line, day.end())
    around = line[: day.start()], line[issued.end() if issued else day.end() :]
    numbers = [NUMBER.search(part) for part in around]
    rest = [
        _BETWEEN.sub("", part[: number.start()] + part[number.end() :] if number else part)
        for part, number in zip(around, numbers, strict=True)
    ]
    signed = is_signature(rest[0])
    if rest[1] or (rest[0] and not signed) or not (any(numbers) or (signed and issued and issued.group().strip())):
        return None
    return rest[0]


def is_date_line(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return len(text) < 24 and bool(re.fullmatch(rf"[（(]?\s*{_DATE.pattern}\s*[)）]?", text))


def _plain_parts(found: list[Paragraph]) -> list[Part]:
    """The parts that a line shows by itself."""
    parts = []
    recipients_seen = body_seen = False
    for position, paragraph in enumerate(found):
        text = paragraph.text
        part = Part.BODY
        if len(text) <= 200 and LABEL.match(text):
            part = Part.LABEL
        elif len(text) <= 60 and SPEAKER.fullmatch(text):
            part = Part.SPEAKER
        elif len(text) < 60 and (_NUMBER_LINE.fullmatch(text) or (not body_seen and _SERIAL_LINE.fullmatch(text))):
            part = Part.NUMBER
        elif is_date_line(text):
            part = Part.DATE
        elif len(text) < 100 and (
            signed_line(text)
            or (0 < position < HEAD and not (body_seen or recipients_seen) and issue_line(text) is not None)
        ):
            part = Part.SIGNED
        elif _NOTE.fullmatch(text):
            part = Part.NOTE
        elif len(text) < 200 and _EFFECT.match(text):
            part = Part.EFFECT
        elif _COPIED.match(text):
            part = Part.COPIED_TO
        elif len(text) < 80 and _PRINTED.fullmatch(text) and date_in(text):
            part = Part.PRINTED
        elif not body_seen and len(text) < 45 and _is_letterhead(text, found[position + 1 : position + 7]):
            part = Part.LETTERHEAD
        elif not recipients_seen and not body_seen and not numbering(text) and _RECIPIENTS.fullmatch(text):
            part, recipients_seen = Part.RECIPIENTS, True
        elif len(text) > 60 or "。" in text:
            body_seen = True
        parts.append(part)
    return parts


def _is_letterhead(text: str, below: list[Paragraph]) -> bool:
    """Whether a line is 某某文件, or 会议纪要 above a fuller title of its kind: 县政府第56次常务会议纪要."""
    if not _KIND_ALONE.fullmatch(text):
        return bool(_LETTERHEAD.fullmatch(text))
    return any(len(p.text) > len(text) and p.text.endswith(text[-2:]) and is_whole_title(p.text) for p in below)


def _mark_signatures(found: list[Paragraph], parts: list[Part]) -> None:
    """The short lines of bodies that stand right above a date line are its signatures; other dates are text."""
    for index, part in enumerate(parts):
        if part is not Part.DATE:
            continue
        above = index - 1
        while above >= 0 and parts[above] is Part.BODY and is_signature(found[above].text):
            parts[above] = Part.SIGNATURE
            above -= 1
        if above == index - 1 and index and parts[above] is Part.BODY and found[above].text.endswith(("。", "！")):
            after = parts[index + 1] if index + 1 < len(parts) else None
            below = found[index + 1].text if index + 1 < len(found) else ""
            if after is Part.BODY and not numbering(below) and not is_whole_title(below):
                parts[index] = Part.BODY


def is_signature(text: str) -> bool:
    """Whether a line is the names of bodies and nothing else."""
    return len(text) <= 60 and not numbering(text) and bool(_SIGNATURE.fullmatch(text))


def _mark_attachment_lists(found: list[Paragraph], parts: list[Part]) -> None:
    """附件：1. …  and the numbered lines that go on with it, above the signature; a heading 附件1 is not one."""
    index = 0
    while index < len(found):
        text = found[index].text
        match = _ATTACHMENT_LIST.match(text) if parts[index] is Part.BODY and len(text) <= 150 else None
        if not match or match.end() < 2 or not re.search(rf"[{HAN}]", text[match.end() :]):
            index += 1
            continue
        last, number = index, int(match["n"] or 1)
        while last + 1 < len(found) and parts[last + 1] is Part.BODY and len(found[last + 1].text) <= 150:
            following = _ATTACHMENT_NEXT.match(found[last + 1].text)
            if not following or int(following["n"]) != number + 1:
                break
            last, number = last + 1, number + 1
        listed = re.match(r"[^：:]{0,8}[：:]\s*1\s*[.．、]", text)
        if last > index or listed or (match["n"] is None and _ends_body(found, parts, last + 1)):
            parts[index : last + 1] = [Part.ATTACHMENT_LIST] * (last + 1 - index)
        index = last + 1


def _ends_body(found: list[Paragraph], parts: list[Part], index: int) -> bool:
    """Whether the body is over here: a signature, a date or a note follows, or nothing at all."""
    if index == len(found):
        return found[-1].text.startswith(("附件：", "附件:", "附：", "附:"))
    return parts[index] in (Part.SIGNATURE, Part.DATE, Part.SIGNED, Part.NOTE)


def _year(text: str) -> int:
    digits = "".join(str("〇一二三四五六七八九".find(character)) for character in re.sub("[零OＯ○]", "〇", text))
    return int(text) if text.isdecimal() else int(digits)
