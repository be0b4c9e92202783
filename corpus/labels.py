"""What sites print above a document, as pairs of label and value: 发文字号：国令第706号."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from corpus.types import Block

# By the field of the metadata that it fills; the rest fills none.
LABELS = {
    "title": r"标\s*题|名\s*称|信息名称|文件名称",
    "number": r"发文字号|发文文号|文\s*号|文件编号|公文字号",
    "issuers": r"发文机关|发布机构|制发机关|发文单位|发布单位|制定机关|公开主体|发布机关",
    "issued": r"成文日期|印发日期|发文日期|制发日期|生成日期|签发日期",
    "published": r"发布日期|发布时间|公布日期|公开日期|发文时间",
    "status": r"有\s*效\s*性|效力状态|时\s*效\s*性|文件状态|是否有效",
    "source": r"来\s*源|信息来源|文章来源|稿件来源",
    "": r"索\s*引\s*号|主题分类|主\s*题\s*词|公文种类|分\s*类|体裁分类|服务对象|关\s*键\s*词"
    r"|废止日期|生效日期|统一登记号|(?:您?(?:现在)?的|当前|现在|所在)位置",
}
LABEL = re.compile(rf"[\[【]?\s*(?:{'|'.join(LABELS.values())})\s*[\]】]?\s*[：:]")
_LABEL_ALONE = re.compile(rf"[\[【]?\s*(?:{'|'.join(LABELS.values())})\s*[\]】]?\s*[：:]?")
# What pages print beside those: it ends a value and says nothing of the document.
_BESIDE = r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?|字\s*[号体]|作\s*者|(?:责任)?编辑|审\s*核|打\s*印|分\s*享"
_ONE_BY_ONE = re.compile(rf"[\s|｜]+(?={LABEL.pattern}|[\[【]?(?:{_BESIDE})[\]】]?\s*[：:])")
HEAD = 12
"""Blocks within which the table of a page's head begins."""
_LABEL_VALUES = {
    name: re.compile(rf"[\[【]?\s*(?:{words})\s*[\]】]?\s*[：:]?\s*(?P<value>.*)", re.DOTALL)
    for name, words in LABELS.items()
    if name
}


def labelled(lines: Iterable[str]) -> dict[str, str]:
    """What lines such as 发文字号：国令第706号 say, by the field of the metadata; the first line of a field counts, and
    several labels on one line (来源：某局　发布时间：2025年2月18日) count one by one."""
    found: dict[str, str] = {}
    for line in chain.from_iterable(map(_ONE_BY_ONE.split, lines)):
        for name, pattern in _LABEL_VALUES.items():
            match = pattern.fullmatch(line)
            if match and match["value"].strip():
                found.setdefault(name, match["value"].strip())
    return found


def labelled_cells(blocks: Sequence[Block], text: str) -> dict[str, str]:
    """What a table at the head of a document says in cells: 发文字号 | 国令第706号, two labels at least."""
    cells = {
        (block.cell.row, block.cell.column): " ".join(block.span.of(text).split())
        for block in blocks
        if block.cell is not None and block.cell.table == 0
    }
    first = next((position for position, block in enumerate(blocks) if block.cell is not None), HEAD)
    if first >= HEAD:
        return {}
    pairs = [
        f"{label.rstrip('：:')}：{cells[row, column + 1]}"
        for (row, column), label in cells.items()
        if _LABEL_ALONE.fullmatch(label) and cells.get((row, column + 1))
    ]
    return labelled(pairs) if len(pairs) > 1 else {}
