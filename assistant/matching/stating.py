"""The sentences of a passage that may state something, with what of each is told and what it stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.announcements import begins_line
from assistant.language.answering_clauses import without_owners
from assistant.language.items_meant import items_meant
from assistant.language.sentences import Sentence, is_frame, sentences
from assistant.language.validity import says_in_force, says_replaced
from assistant.matching.heads import place_of
from corpus.types import Passage

_ISSUED_WITH = re.compile("(?:通知|公告|通告|批复)如下[：:]$")
# Lines of a page's head, which repeat what the document says of itself, and whom it is addressed to.
_LABEL = re.compile("标题|索引号|主题分类|发文机关|发文字号|成文日期|发布日期|主题词")
_HEAD_LINE = re.compile(f"(?:{_LABEL.pattern})[：:]")
# What a document says of itself (本细则自…起施行) it says of what its title names.
_OF_ITSELF = re.compile(
    r"(?:本|上述|以上|该)(?:规定|办法|条例|细则|措施|意见|通知|方案|政策|规则|规划|计划|决定|制度|标准|指南|通告|公告|规程|章程)"
    r"(?:由|自|的|从|适用|有效|与|及|印发|发布|试行|施行|实施|贯彻|落实)"
    # So is whom to call.
    r"|联系(?:处室|科室|部门|单位|人|电话|方式)(?:及[^：:]{0,6})?[：:]|(?:咨询|联系|服务|监督|举报|投诉)电话[：:]?\s*\d"
)
# A rule that names its case by what the sentence before it says: 未按规定公示的，…; 逾期不改正的，…; 违反前款规定的，….
_LEANS = re.compile(
    r"(?:对|凡)?(?:未(?:按|经|达|能|及时|履行)?|逾期|情节|拒不|不(?:按|符合|得|予)|违反(?:前|上|本)[款述条项]|前款|上述|该|其(?!他)|否则|但)"
    r"[^，。；]{0,28}(?:的|规定|，)[，,]?"
)
# 第七条 支持布局公共海外仓。 and （二）关于冷链中心。 head what follows in their line.
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百]+条|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])\s*"
)
_RUN_IN = re.compile(rf"{_NUMBERED.pattern}[^\d，。；：:]{{3,30}}。")
TITLE = re.compile("《[^《》]*》")
"""The title of a paper in a sentence: that of one which is repealed says nothing of what this one is about."""


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """A sentence that may state something: what is `told`, who is responsible left out; whether it `surrounds` the
    document, has `no_value` (it is what the text asks, or announces the whole of it), says when a paper is `in_force`
    or which one it `replaces`; and what it stands `under` beside headings: 未按规定公示的，… says of what only with the
    sentence before it, and what heads its paragraph heads it."""

    sentence: Sentence
    told: str
    surrounds: bool
    no_value: bool
    in_force: bool
    replaces: bool
    under: str


@lru_cache(maxsize=4096)
def stated_in(passage: Passage, document_text: str, title: str, issuer: str) -> tuple[Stated, ...]:
    """The sentences of a passage of the document of this title and issuer that may state something."""
    found: list[Stated] = []
    place = place_of(title)
    run_in = ""  # what heads the paragraph in its own line
    meant = ""  # the item that a printed sentence names by number, for all its clauses
    for sentence in sentences(passage, document_text):
        text = sentence.text
        goes_on = bool(found) and found[-1].sentence.text.endswith(("；", ";"))
        meant = items_meant(text, document_text, sentence.span.start) or (meant if goes_on else "")
        if passage.cell is None and "\t" in text:
            continue  # the names of a table's columns say nothing
        begins = begins_line(document_text, sentence.span.start)
        if begins:
            run_in = text if _RUN_IN.fullmatch(text) else ""
        told = without_owners(text)
        if _OF_ITSELF.search(text):
            told = f"{told} {title}"
        if meant:
            told = f"{told} {meant}"
        if place and place not in told:
            told = f"{told} {place}"
        found.append(
            Stated(
                sentence,
                told,
                surrounds=bool(_HEAD_LINE.match(text)) or is_frame(text, title, issuer),
                no_value=text.endswith(("？", "?")) or bool(_ISSUED_WITH.search(text)),
                in_force=says_in_force(text),
                replaces=bool(TITLE.search(text)) and says_replaced(text),
                under=(
                    sentence.opening
                    or (sentence.before if _LEANS.match(text) else "")
                    or ("" if begins else _NUMBERED.sub("", run_in))
                ),
            )
        )
    return tuple(found)
