"""By how much a figure changed that a sentence gives before and after: 由9班增加至14班, 从11万亩增加到31万亩."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.language.changes import change_asked
from assistant.questions.question import Question
from assistant.wording.findings import Draft, Statement

_ASKS_HOW_MUCH = re.compile(
    "(?:增加|减少|提高|降低|压缩|缩短|延长|提升|下降|上升|扩大|新增|多|少|高|低|增|减|降|涨|升)(?:了|出|出来|到底)?(?:多少|几)(?!次)|相差|差多少|差几"
    r"|(?<![a-z])(?:by how much|how (?:much|many) (?:more|fewer|less|higher|lower|longer|shorter))(?![a-z])",
    re.IGNORECASE,
)
# Up to which figure it is to come is told by the sentence as it is.
_UP_TO = re.compile("(?:增加|减少|提高|降低|压缩|缩短|延长|提升|下降|上升|扩大|增|减|降|涨|升)(?:到|至|为)(?:多少|几)")
_MOVES = (
    "增加|减少|提高|降低|压缩|压减|缩短|延长|提升|下降|上升|扩大|增长|调整|提速|拓展|回落|攀升"
    "|跃升|加密|上调|下调|[增减降升扩延提缩]"
)
_WHEN = r"(?:(?:19|20)\d\d年(?:底|末|初)?)?"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_LONG_UNITS = (
    "个?(?:工作日|自然日|百分点|小时|月|环节|步骤)|(?:人|架|班|户|件|场|列|车)次|标准箱|标箱|(?:平方|立方)?(?:公里|米)"
    "|[美欧港日]?元|公斤|公顷|分钟|千瓦时|千瓦"
)
_FROM_TO = re.compile(
    rf"[由从][^，。；：\d]{{0,16}}{_WHEN}[^，。；：\d]{{0,8}}(?P<before>{_NUMBER})(?P<unit>[万亿]?(?:{_LONG_UNITS}|[^\d\s，。；：、（）]{{1,4}}?))"
    rf"[，、]?[^，。；：\d]{{0,8}}?(?:{_MOVES})?(?:到|至|为)[^，。；：\d]{{0,10}}{_WHEN}[^，。；：\d]{{0,8}}(?P<after>{_NUMBER})(?P=unit)"
)


def changed_by(question: Question, draft: Draft) -> Draft:
    """The answer with the difference between the figures before and after that its sentence gives; as it is where that
    is not asked for, or the answer gives none or several such pairs."""
    asked = question.text[question.opening :]
    if draft.status != "answered" or draft.tasks or draft.total is not None or not _ASKS_HOW_MUCH.search(asked):
        return draft
    if _UP_TO.search(asked) or not (change_asked(asked) or "比" in asked or "差" in asked or question.language == "en"):
        return draft
    pairs = [(one, found) for one in draft.statements if one.evidence for found in _FROM_TO.finditer(one.text)]
    if len(pairs) != 1:
        return draft
    ((statement, found),) = pairs
    before, after = (Decimal(found[name].replace(",", "")) for name in ("before", "after"))
    zh, unit = question.language == "zh", found["unit"]
    apart = f"{abs(after - before):f}{'个百分点' if unit in ('%', '％') else unit}"
    pair = f"{found['before']}{unit}", f"{found['after']}{unit}"
    text = (
        f"按所写的数字，前后（{pair[0]}、{pair[1]}）相差{apart}。"
        if zh
        else f"By the figures as written, before and after ({pair[0]}, {pair[1]}) differ by {apart}."
    )
    told = Statement(text, statement.evidence, (found["before"], found["after"]))
    return replace(draft, statements=(*draft.statements, told))
