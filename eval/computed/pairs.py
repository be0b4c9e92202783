"""Two things asked at once: the same figure of two rows or of two places, and a figure with something nowhere stated.

Of two the answer has to give both figures, and the difference where that is asked; of what is stated and what is not
it has to give the one and to say that the other is not stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from eval.cases import Case
from eval.computed.cells import FIGURE, ORDINAL, naming_column
from eval.computed.indicators import ENGLISH, Target, target_of
from eval.computed.source import Source, computed
from eval.computed.tables import tables

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ROWS = (
    ("{a}和{b}的{head}哪个高？", "{a}与{b}，{head}谁高", "{a}的{head}和{b}的{head}各是多少"),
    ("{a}和{b}的{head}相差多少？", "{a}跟{b}的{head}差多少"),
)
PLACES = {
    "growth": ("{p}和{q}今年经济增长目标哪个高？", "Which of {e} and {f} has the higher GDP growth target this year?"),
    "revenue": (
        "{p}和{q}今年一般公共预算收入增长目标谁高",
        "Compare the fiscal revenue growth targets of {e} and {f}.",
    ),
    "investment": (
        "{p}和{q}今年固定资产投资增长目标哪个高？",
        "Which has the higher target for fixed-asset investment growth, {e} or {f}?",
    ),
    "retail": ("{p}和{q}今年社会消费品零售总额增长目标谁高", "Compare the retail sales growth targets of {e} and {f}."),
}
UNSTATED = (
    ("供货", "由哪家公司供货？"),
    ("银行", "钱打到哪家银行的账户？"),
    ("验收", "由哪家机构验收？"),
    ("电话", "咨询电话是多少？"),
)
"""What a document that never has the first word does not state."""


def form(sources: Sequence[Source]) -> Iterator[Case]:
    """Neighbouring rows for each column of figures, pairs of places, and one figure with one thing unstated."""
    for source in sources:
        for head, *rows in tables(source):
            yield from _of_rows(source, head, rows)
    for name, asked in PLACES.items():
        found = [one for source in sources if (one := target_of(source, name))]
        for first, second in pairwise(found):
            for template in asked:
                yield _of_places(first, second, template)


def _of_rows(source: Source, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Case]:
    named = naming_column(head, rows)
    if named is None or len(set(map(len, rows))) > 1:
        return
    # 产值（亿元） and 企业（家） are figures of two units.
    rows = [row for row in rows if source.once(row[named]) and "（" not in row[named]]
    for column in range(len(head)):
        bare = re.sub(r"[（(].*?[）)]", "", head[column])
        if column == named or ORDINAL.fullmatch(head[column]):
            continue
        for number, (row, after) in enumerate(pairwise(rows)):
            cells = (row[column], after[column])
            if not all(NUMBER.fullmatch(cell) for cell in cells):
                continue
            quotes = ("".join(row), "".join(after))
            high, low = sorted((Decimal(cell.replace(",", "")) for cell in cells), reverse=True)
            for asked, more in zip(ROWS, ((), (str(high - low),)), strict=True):
                question = asked[(number + column) % len(asked)].format(a=row[named], b=after[named], head=bare)
                must = [[one] for one in (*cells, *more)]
                yield computed(source, "pairs", question, must, quotes, type="compare")
        for number, row in enumerate(rows):
            if not FIGURE.fullmatch(row[column]) or not NUMBER.search(row[column]):
                continue
            word, further = UNSTATED[(number + column) % len(UNSTATED)]
            if word not in source.text:
                question = f"{row[named]}的{bare}是多少，{further}"
                must = [[row[column]]]
                yield computed(source, "pairs", question, must, ["".join(row)], type="partial", status="partial")


def _of_places(first: Target, second: Target, template: str) -> Case:
    p, q = first.place, second.place
    question = template.format(p=p, q=q, e=ENGLISH[p], f=ENGLISH[q])
    return computed(
        first.source, "pairs", question, [[first.figure], [second.figure]], first.quotes[:1], type="compare"
    )
