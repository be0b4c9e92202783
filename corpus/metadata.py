"""Title, number, issuers, dates, recipients, status and references of a document, by rule."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.characters import HAN
from corpus.frame import AND_OTHERS, date_in, frame, is_signature, issue_line, number_in, signed_line
from corpus.labels import labelled, labelled_cells
from corpus.normalise import ReadingView, reading_view
from corpus.numbering import numbering
from corpus.paragraphs import Paragraph, Part
from corpus.titles import TITLE_END, bare, titles, without_footnote
from corpus.types import Block, BlockKind, Metadata, Reference, Span

_REFERENCE = re.compile(
    r"《(?P<title>[^《》]{2,120}(?:《[^《》]{2,100}》[^《》]{0,40})?)》\s*(?:[（(]\s*(?P<number>[^（）()]{4,40}?号)\s*[)）])?"
)
_FOUND_IN_TEXT = {"title", "number", "issuers", "issued", "published", "status"}
_STATUS = re.compile(r"(试行|暂行|修订|征求意见稿|草案|废止|失效|已废止)")
_ISSUER_OF_TITLE = re.compile(rf"^(?P<issuer>[{HAN}（）()、\s]{{2,80}}?)\s*(?:关于|印发|令|公告|通告)")
_DATE_IN_BRACKETS = re.compile(r"[（(][^（）()]{0,60}?\d{4}年\d{1,2}月\d{1,2}日[^（）()]*[)）]")
_BODY_END = re.compile(
    r"(?:政府|委员会|办公室|办公厅|总局|局|部|厅|院|署|委|办|银行|会|集团|公司|海关|中心|法院|检察院)$"
)
_PLACE = re.compile(rf"[{HAN}]{{2,4}}?[省市县区州盟旗]")
# Below the title of a speech or report: ——2025年1月18日在某市第十四届人民代表大会第三次会议上.
_DELIVERED = re.compile(r"[（(]?[—–―-]{1,6}\s*(?=\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)[^。；]{4,80}")
_DECREE = re.compile(
    rf"(?<=日)(?P<number>(?P<issuer>[{HAN}]{{2,20}}?(?:政府|委员会|部|局|署|院))令第?\d{{1,4}}号)(?:公布|发布)"
)
_SHORTEST_CAPTION = 8
_TITLE_ENDS_ISSUERS = re.compile(r"[、\s\u3000]+")


def metadata(
    text: str,
    blocks: Sequence[Block],
    stated: Mapping[str, str],
    *,
    fallback_title: str,
) -> Metadata:
    """What the document says about itself; `stated` (from the format, see `Extract`) wins over the text.

    But the date that the issuers signed wins over that of the page. `fallback_title` is used where neither has a
    title. Lines such as 发文字号：… that were copied with a text count where nothing else says it.
    """
    view = reading_view(text)
    paragraphs = frame(tuple(blocks), view, stated.get("title") or stated.get("page_title"))
    lines = labelled(
        # The view has no gap between 15:20 and 来源：, by which several labels on a line are told apart.
        re.sub(r"\n\s*", "", paragraph.span.of(text)).strip()
        for paragraph in paragraphs
        if paragraph.part is Part.LABEL
    )
    lines = labelled_cells(blocks, text) | lines
    spans: dict[str, Span] = {}
    title = _title(paragraphs, stated, spans)
    if title is None and lines.get("title"):
        stated = {"title": lines["title"], **stated}
        title = _title(paragraphs, stated, spans)
    if title is None:
        title = _title_of_annex(paragraphs, spans) or _caption(paragraphs, blocks, spans)
        title = title or _first_heading(paragraphs, spans)
    named_by_file = title is None
    title = title or fallback_title
    number = _number(paragraphs, stated, spans)
    issuers = _issuers(paragraphs, stated, title, spans)
    issued = date_in(stated.get("issued", ""))
    line = _issue_date(paragraphs)
    signed = date_in(line.text) if line else None
    if line and (issued is None or (signed not in (None, issued) and _signed_by(paragraphs, line, issuers))):
        issued, spans["issued"] = signed, line.span
    published = date_in(stated.get("published", ""))
    if published is None:
        printed = next((p for p in paragraphs if p.part is Part.PRINTED), None)
        if printed:
            published, spans["published"] = date_in(printed.text), printed.span
    recipients = next((p for p in paragraphs if p.part is Part.RECIPIENTS), None)
    if recipients:
        spans["recipients"] = recipients.span
    stated = {**lines, **stated}
    number = number or _number((), stated, spans)
    issuers = issuers or _issuers((), stated, "", spans)
    issued = issued or date_in(stated.get("issued", ""))
    published = published or date_in(stated.get("published", ""))
    for name, value in stated.items():
        if name not in spans and name in _FOUND_IN_TEXT and (at := text.find(value)) >= 0:
            spans[name] = Span(at, at + len(value))
    status = _STATUS.search(stated.get("status", "") or title)
    return Metadata(
        title=title,
        number=number,
        issuers=issuers,
        issued=issued,
        published=published,
        recipients=recipients.text.rstrip("：: ") if recipients else None,
        status=status.group() if status else None,
        references=_references(view, title),
        source=stated.get("source"),
        spans=spans,
        named_by_file=named_by_file,
    )


def unstated(found: Metadata) -> tuple[str, ...]:
    """One sentence that names what the document does not say about itself; none where it says all."""
    missing = [
        name
        for name, given in (
            ("title (the file's name stands for it)", not found.named_by_file),
            ("document number", found.number),
            ("issuer", found.issuers),
            ("date of issue", found.issued),
        )
        if not given
    ]
    return (f"not found in the document: {', '.join(missing)}",) if missing else ()


def _title(paragraphs: Sequence[Paragraph], stated: Mapping[str, str], spans: dict[str, Span]) -> str | None:
    known = stated.get("title") or stated.get("page_title", "")
    found = {"".join(line.text for line in lines): lines for lines in titles(paragraphs, known)}
    wanted = bare(known)
    printed = next((title for title in found if bare(title) == wanted), None)
    if printed is None and not stated.get("title"):
        # The first title names the document; those that follow a signature name what it passes on.
        printed = next(iter(found), None)
    if printed:
        spans["title"] = Span(found[printed][0].span.start, found[printed][-1].span.end)
        return without_footnote(printed)
    return reading_view(known).text.replace("\n", "") if wanted else None


def _title_of_annex(paragraphs: Sequence[Paragraph], spans: dict[str, Span]) -> str | None:
    """The title of an annex that is a file of its own: behind 附件2 or on the line below."""
    own = numbering(paragraphs[0].text) if paragraphs else None
    if own is None or own.kind != "附件":
        return None
    same = paragraphs[0].text[own.length :].strip()
    line, title = (paragraphs[0], same) if same or len(paragraphs) == 1 else (paragraphs[1], paragraphs[1].text)
    if not 4 <= len(title) <= 60 or not TITLE_END.search(title):
        return None
    spans["title"] = line.span
    return title


def _caption(paragraphs: Sequence[Paragraph], blocks: Sequence[Block], spans: dict[str, Span]) -> str | None:
    """What a file that begins with a table says above it, below the name of its sheet: 某某重点任务清单（2025年）."""
    for paragraph in paragraphs[:2]:
        below = blocks[paragraph.position + 1 : paragraph.position + 2]
        if below and below[0].cell is not None:
            text = paragraph.text
            whole = len(text) >= _SHORTEST_CAPTION and TITLE_END.search(text) and not re.search("[。：:]", text)
            if whole:
                spans["title"] = paragraph.span
                return text
            return None
    return None


def _first_heading(paragraphs: Sequence[Paragraph], spans: dict[str, Span]) -> str | None:
    """The heading, in the format's own words, that stands above all text or reads like a title."""
    for index, paragraph in enumerate(paragraphs[:6]):
        stated = paragraph.block.kind is BlockKind.HEADING and paragraph.block.level and not numbering(paragraph.text)
        # A shorter one is the name of a sheet.
        if stated and len(paragraph.text) >= 8 and (index == 0 or TITLE_END.search(paragraph.text)):
            spans["title"] = paragraph.span
            return paragraph.text
    return None


def _number(paragraphs: Sequence[Paragraph], stated: Mapping[str, str], spans: dict[str, Span]) -> str | None:
    """The number as printed; 第706号 alone gives way to 国令第706号 that the page states."""
    line = next((p for p in paragraphs if p.part is Part.NUMBER), None)
    line = line or next((p for p in paragraphs if p.part is Part.SIGNED and number_in(p.text)), None)
    printed = number_in(line.text) if line else None
    if line and printed and not (stated.get("number") and printed.startswith("第")):
        spans["number"] = line.span
        return printed
    if not stated.get("number") and (decree := _decree(paragraphs)):
        spans["number"] = decree[0].span
        return decree[1]["number"]
    return "".join(stated["number"].split()) if stated.get("number") else None


def _decree(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, re.Match[str]] | None:
    """The decree that a note below the title names: （2025年3月20日梅岭市人民政府令第41号公布）."""
    for paragraph in paragraphs:
        if paragraph.part is Part.NOTE and (match := _DECREE.search(paragraph.text)):
            return paragraph, match
    return None


def _issuers(
    paragraphs: Sequence[Paragraph], stated: Mapping[str, str], title: str, spans: dict[str, Span]
) -> tuple[str, ...]:
    if stated.get("issuers"):
        return tuple(part for part in _TITLE_ENDS_ISSUERS.split(stated["issuers"].strip()) if part)
    named = _issuers_of_title(title)
    signatures = [p for p in paragraphs if p.part is Part.SIGNATURE]
    if signatures and re.search(rf"{AND_OTHERS}$", signatures[0].text) and len(named) > 1:
        return named  # the title names them all
    if signatures:
        first = signatures[0].position
        block = [p for index, p in enumerate(signatures) if p.position == first + index]
        spans["issuers"] = Span(block[0].span.start, block[-1].span.end)
        return tuple(name for p in block for name in _TITLE_ENDS_ISSUERS.split(p.text) if name)
    signed = next((p for p in paragraphs if p.part is Part.SIGNED), None)
    if signed and (bodies := signed_line(signed.text) or issue_line(signed.text)):
        spans["issuers"] = signed.span
        return tuple(name for name in _TITLE_ENDS_ISSUERS.split(bodies) if name)
    if not named and (line := _line_below_title(paragraphs)):
        spans["issuers"] = line.span
        return tuple(name for name in _TITLE_ENDS_ISSUERS.split(line.text) if name)
    if not named and (decree := _decree(paragraphs)):
        spans["issuers"] = decree[0].span
        return (decree[1]["issuer"],)
    return named


def _issuers_of_title(title: str) -> tuple[str, ...]:
    match = _ISSUER_OF_TITLE.match(title)
    if match and _BODY_END.search(match["issuer"]):
        parts = [part for part in _TITLE_ENDS_ISSUERS.split(match["issuer"]) if part]
        return tuple(name for part in parts for name in _of_one_place(part))
    return ()


def _of_one_place(names: str) -> tuple[str, ...]:
    """The bodies that a title sets side by side without a mark, where each begins with the same place."""
    place = _PLACE.match(names)
    if place is None:
        return (names,)
    parts = [place.group() + part for part in names.split(place.group())[1:]]
    return tuple(parts) if all(len(part) > place.end() + 1 and _BODY_END.search(part) for part in parts) else (names,)


def _line_below_title(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The bodies printed on a line of their own right below the title, dates and numbers between passed over."""
    last = next((at for at in range(len(paragraphs) - 1, -1, -1) if paragraphs[at].part is Part.TITLE), None)
    for paragraph in paragraphs[last + 1 : last + 4] if last is not None else ():
        if paragraph.part is Part.BODY:
            return paragraph if is_signature(paragraph.text) and _BODY_END.search(paragraph.text) else None
    return None


def _issue_date(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The date under the first signature, else the date in brackets under the title, else the only date line."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.part is Part.DATE and index and paragraphs[index - 1].part is Part.SIGNATURE:
            return paragraph
    for paragraph in paragraphs:
        if paragraph.part in (Part.DATE, Part.NOTE, Part.BODY) and _DATE_IN_BRACKETS.fullmatch(paragraph.text):
            return paragraph
    dated = next((p for p in paragraphs if p.part in (Part.SIGNED, Part.DATE)), None)
    return dated or next((p for p in paragraphs[:8] if p.part is Part.BODY and _DELIVERED.fullmatch(p.text)), None)


def _signed_by(paragraphs: Sequence[Paragraph], dated: Paragraph, issuers: tuple[str, ...]) -> bool:
    """Whether a date stands under the signatures of these issuers: that of a forwarded document does not."""
    above = next((i - 1 for i, p in enumerate(paragraphs) if p is dated), -1)
    signed: set[str] = set()
    while above >= 0 and paragraphs[above].part is Part.SIGNATURE:
        signed.update(_TITLE_ENDS_ISSUERS.split(paragraphs[above].text))
        above -= 1
    return bool(issuers) and set(issuers) <= signed


def _references(view: ReadingView, own: str) -> tuple[Reference, ...]:
    """The documents cited in 《》 that are titled like documents, each once; the one with its number is kept.

    What the document's `own` title names is itself or what it passes on, and no reference.
    """
    found: dict[str, Reference] = {}
    for match in _REFERENCE.finditer(view.text):
        title, number = match["title"].replace("\n", ""), match["number"]
        if (len(title) < 4 and not number) or bare(title) in bare(own):
            continue
        if not (number or TITLE_END.search(title) or title.endswith(("法", "规划", "典"))):
            continue
        if title not in found or (number and not found[title].number):
            found[title] = Reference(title, number, view.source(match.start(), match.end()))
    return tuple(sorted(found.values(), key=lambda reference: reference.span))
