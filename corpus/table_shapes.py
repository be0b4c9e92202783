"""How task tables are laid out: what their columns are called, in Chinese or in English, columns that are times, and
tables whose labels stand in the first column with a task in each of the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.english_labels import chinese_label
from corpus.role_labels import is_unit_label
from corpus.types import Cell, Table

_MONTH = r"(?:1[0-2]|[1-9])"
_PERIOD = re.compile(
    rf"(?:20\d\d年)?(?:{_MONTH}月?[-—–~～至]{_MONTH}月份?|第?[一二三四1-4]季度|[上下]半年|{_MONTH}月份?)|20\d\d年(?:度)?|Q[1-4]"
)
_BESIDE_PERIOD = re.compile(
    r"(?:(?:工作|推进|完成|阶段|进度)*(?:目标|计划|安排|节点|任务|进度|要求|内容)|[（(].{1,8}[)）])$"
)
_EMPTY = frozenset({"", "—", "——", "-", "--", "–", "/", "\\", "无", "×", "✗", "○", "□", "0"})
_TASK_LABEL = re.compile(
    r"(?:重点|主要|工作|具体|督[办查]|交办|承办|建设|改革)*(?:任务|事项|工作|项目|举措|措施|内容)(?:名称|内容)?"
)
BEGUN = r"交办|下达|下发|收文|来文|发文|印发|登记|制表|填[报表写]|接收|受理|立项|批示|签发|签收"
"""Words before 日期 or 时间 for a day on which a matter was handed over, and by which nothing is due; as a pattern."""
_LABEL = re.compile(
    rf"{_TASK_LABEL.pattern}|(?:计划|预计|要求)?(?:完成|办结|起止|推进|实施)?(?:时间|时限|期限|节点|日期|进度)(?:要求|安排|节点)?"
    r"|序号|编号|文号|备注|说明|附件|(?:工作|预期|主要)?(?:目标|指标|成效)|(?:责任|牵头|分管|包抓)?(?:领导|责任人|联系人|负责人)"
    r"|(?:联系|咨询)?(?:电话|方式|手机)|传真"
    # What sheets by which a matter is handed over say of it.
    r"|(?:任务|事项|问题|线索)?(?:来源|依据|类别|类型)"
    r"|(?:交办|下达|督[办查]|办理|工作|落实|整改|反馈|报送|处理)(?:要求|意见|方式|情况|进展|结果|措施|建议)"
    rf"|(?:主要|分管)?(?:领导|省长|市长|县长|区长)?(?:批示|指示)(?:内容|要求|意见)?"
    rf"|(?:{BEGUN}|反馈|报送|回复)(?:时间|日期|时限)"
)
_MOST_LABELS = 10


def column_name(text: str) -> str:
    """The name without white space and without a remark in brackets, 责任单位（列首位的为牵头单位）; an English one, or
    one in both languages, by the Chinese name that it means."""
    if text.isascii():
        return chinese_label(text)
    name = re.sub(r"\s", "", text)
    if both := re.fullmatch(r"([\u4e00-\u9fff]{2,10})[/（(]?[A-Za-z. ]{3,}[)）]?", text.strip()):
        name = both[1]
    return re.sub(r"[（(][^（）()]*[)）]$", "", name) or name


def period_columns(names: list[str]) -> tuple[int, ...]:
    """The columns that are times, 一季度 to 四季度 or 1月 to 12月: two at least."""
    found = tuple(column for column, name in enumerate(names) if _PERIOD.fullmatch(_BESIDE_PERIOD.sub("", name)))
    return found if len(found) > 1 else ()


def is_filled(cell: Cell) -> bool:
    """Whether a cell says that something is done in the time of its column."""
    return cell.text.strip() not in _EMPTY


def labels_first(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the first cells of the rows are labels (任务, 牵头单位), so that each other column is a task."""
    if not 2 <= len(rows) <= _MOST_LABELS or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return False
    names = [column_name(row[0].text) for row in rows]
    across = [column_name(cell.text) for cell in rows[0][1:]]
    return (
        sum(bool(_TASK_LABEL.fullmatch(name)) for name in names) == 1
        and any(map(is_unit_label, names))
        and all(is_unit_label(name) or _LABEL.fullmatch(name) for name in names)
        and not any(is_unit_label(name) or _LABEL.fullmatch(name) for name in across)
    )


def pairs_of_form(rows: Sequence[tuple[Cell, ...]]) -> Sequence[tuple[Cell, ...]]:
    """The rows of a form, a label and its value each, where some have two: 牵头单位 | A | 配合单位 | B."""
    pairs: list[tuple[Cell, ...]] = []
    for row in rows:
        own = [cell for place, cell in enumerate(row) if not place or cell.span != row[place - 1].span]
        if len(own) not in (2, 4):
            return rows
        pairs += [tuple(own[:2]), tuple(own[2:])] if len(own) == 4 else [tuple(own)]
    names = [column_name(pair[0].text) for pair in pairs]
    return pairs if all(is_unit_label(name) or _LABEL.fullmatch(name) for name in names) else rows


def transposed(table: Table) -> Table | None:
    """The table with a row for each task where its first column holds the labels; None for any other."""
    rows = pairs_of_form(table.rows)
    if table.header or not labels_first(rows):
        return None
    columns = list(zip(*rows, strict=True))
    return Table(table.index, table.section, table.span, columns[0], tuple(columns[1:]))
