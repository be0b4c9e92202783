"""Derive the expected rows of the bundled list and count questions from the text itself.

The import plan states its tasks three times over: 35 numbered items, the 14 rows of annex 1 and the 29 rows of annex 2.
This script reads them with plain regular expressions, shares no code with the product, and turns the specifications in
`SPECIFICATIONS` into gold cases, so that nobody has to trust a hand count:

    python -m eval.gold.derive            # print the derived cases as JSON Lines
    python -m eval.gold.derive --rows     # print the parsed rows, to check them against the document by eye
    python -m eval.gold.derive --check    # exit 1 unless bundled.jsonl holds exactly these cases
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.gold.plan_rows import Part, Row, plan_rows

GOLD = Path(__file__).with_name("bundled.jsonl")
PLAN = "yiwu-import-demo-zone-2021"
DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"

Language = Literal["zh", "en", "mix"]


# A due month compares as a (year, month) pair; body items have none and never match a period.
NEVER = (9999, 12)
SPOKEN = "零一两三四五六七八九"
ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Specification:
    """A list or count question and the rule that says which rows answer it."""

    type: Literal["list", "count"]
    lang: Language
    reworded: bool
    question: str
    keep: Callable[[Row], bool]
    rows: int
    """How many rows a reader of the document counts; a different result of `keep` is an error."""
    parts: tuple[Part, ...] = ("body", "annex 1", "annex 2")
    must_not: tuple[str, ...] = ()


BOTH: tuple[Part, ...] = ("annex 1", "annex 2")
BODY: tuple[Part, ...] = ("body",)
ONE: tuple[Part, ...] = ("annex 1",)
TWO: tuple[Part, ...] = ("annex 2",)


def _due(row: Row) -> tuple[int, int]:
    return row.due or NEVER


SPECIFICATIONS: tuple[Specification, ...] = (
    Specification(
        "list", "zh", False, "附件1争取事项清单中，完成时间为2021年6月的争取事项有哪些？",
        lambda r: r.due == (2021, 6), 5, ONE,
        ("数字围网代替物理围网", "拓宽“义新欧”运输品类"),
    ),
    Specification(
        "list", "en", True, "Which items on the reform list (annex 2) are due by the end of March 2021?",
        lambda r: _due(r) <= (2021, 3), 2, TWO, ("组建进口集团",),
    ),
    Specification(
        "list", "zh", True, "海关在改革清单上一家独办、没有别的单位搭手的举措有哪些？",
        lambda r: r.units == ("义乌海关",), 6, TWO, ("物理围网与数字监管相结合", "研究适应境外投资"),
    ),
    Specification(
        "list", "zh", True, "税务部门在两张附件清单里牵头或者单独承担的事，列一下。",
        lambda r: r.led_by("税务局"), 2, BOTH, ("探索免税市场", "参照海南税收"),
    ),
    Specification(
        "list", "mix", True, "Mall Group在附件2里要在2021年11月之前（含11月）完成、由它lead或独自负责的举措有哪几条？",
        lambda r: r.led_by("商城集团") and _due(r) <= (2021, 11), 7, TWO, ("研究供应链金融产品", "创新办会体制机制"),
    ),
    Specification(
        "list", "en", True, "List every task in the import plan, annexes included, that has more than one lead unit.",
        lambda r: len(r.leads) > 1, 7,
    ),
    Specification(
        "list", "zh", True, "文广旅体局在整个方案（正文加两个附件）里要出力的任务有哪些，牵头配合都算？",
        lambda r: "文广旅体局" in r.units, 5,
    ),
    Specification(
        "list", "zh", True, "央行那边（人民银行）在进口示范区方案里被安排了哪些活，正文附件一起列全？",
        lambda r: "人民银行" in r.units, 4, must_not=("研究供应链金融产品",),
    ),
    Specification(
        "list", "en", True, "What does the Inland Port Group (陆港集团) lead, alone or jointly, in the whole plan?",
        lambda r: "陆港集团" in r.leads, 4, must_not=("支持发展大宗商品现货",),
    ),
    Specification(
        "list", "zh", True, "争取清单里，期限排到2022年及以后的是哪几项？",
        lambda r: (2022, 1) <= _due(r) < NEVER, 3, ONE,
        ("综合保税区扩区",),
    ),
    Specification(
        "list", "zh", True, "改革事项清单中拖到2021年12月才收尾的举措，请列全。",
        lambda r: r.due == (2021, 12), 13, TWO,
        ("设立进口市场葡语系国家展销中心", "创新办会体制机制"),
    ),
    Specification(
        "list", "mix", True, "附件2里 due 在2021年9月的改革举措是哪些？", lambda r: r.due == (2021, 9), 5, TWO,
        ("开展1210新零售业务", "探索免税市场"),
    ),
    Specification(
        "list", "zh", True, "金融办在方案的哪些任务里露了面，不论牵头还是配合？", lambda r: "金融办" in r.units, 3,
    ),
    Specification(
        "list", "en", True, "Which reform measures in annex 2 must be completed in November 2021?",
        lambda r: r.due == (2021, 11), 5, TWO, ("研究推行统一担保业务模式", "保税艺术品拍卖"),
    ),
    Specification(
        "list", "zh", False, "附件1中责任单位包括义乌海关的争取事项有哪些？", lambda r: "义乌海关" in r.units, 6, ONE,
        ("参照海南税收",),
    ),
    Specification(
        "list", "zh", False, "附件2中责任单位只有商城集团一家的改革举措有哪些？",
        lambda r: r.units == ("商城集团",), 3, TWO,
        ("研究供应链金融产品",),
    ),
    Specification(
        "list", "mix", True, "市场发展委在正文那35项任务里做lead的是哪些？", lambda r: "市场发展委" in r.leads, 5, BODY,
        ("做大“义新欧”回程班列",),
    ),
    Specification(
        "list", "en", True, "Which of the 35 tasks in the main text name Mall Group as the only responsible unit?",
        lambda r: r.units == ("商城集团",), 4, BODY, ("建立义乌进口价格指数",),
    ),
    Specification(
        "list", "zh", True, "经信局都被点了哪些名？正文和附件的相关任务都给我列出来。",
        lambda r: "经信局" in r.units, 3,
    ),
    Specification(
        "list", "en", True, "Which tasks of the import plan involve the Foreign Affairs Office (外事办)?",
        lambda r: "外事办" in r.units, 2, must_not=("共同举办义乌进口商品博览会",),
    ),
    Specification(
        "list", "mix", True, "发改局 is involved in 哪些任务（正文加附件）？", lambda r: "发改局" in r.units, 4,
    ),
    Specification(
        "list", "en", True, "Across the whole plan, which tasks does the Market Supervision Bureau (市场监管局) lead?",
        lambda r: "市场监管局" in r.leads, 2,
    ),
    Specification(
        "list", "zh", True, "2021年9月底以前要办结、由商务局牵头或独办的附件任务有哪些？",
        lambda r: r.led_by("商务局") and _due(r) <= (2021, 9), 5, BOTH, ("RCEP分会场", "创新办会体制机制"),
    ),
    Specification(
        "list", "zh", True, "市场集团要参与哪些任务？正文、附件都算上。", lambda r: "市场集团" in r.units, 4,
    ),
    Specification(
        "count", "zh", False, "附件1一共列了多少项争取事项？", lambda r: True, 14, ONE, ("29项",),
    ),
    Specification(
        "count", "en", True, "How many reform measures does annex 2 of the import plan contain?",
        lambda r: True, 29, TWO,
        ("14 reform", "35 reform"),
    ),
    Specification(
        "count", "zh", True, "改革清单里，有几项要求在2021年11月做完？", lambda r: r.due == (2021, 11), 5, TWO,
    ),
    Specification(
        "count", "mix", True, "争取事项清单里，商务局被▲标成lead的有几项？", lambda r: "商务局" in r.leads, 5, ONE,
    ),
    Specification(
        "count", "en", True, "How many of the annex 1 items involve Yiwu Customs?",
        lambda r: "义乌海关" in r.units, 6, ONE,
    ),
    Specification(
        "count", "zh", True, "义乌海关一家说了算的改革举措有几条？", lambda r: r.units == ("义乌海关",), 6, TWO,
    ),
    Specification(
        "count", "en", True, "How many tasks in the plan's main text are given to Mall Group alone?",
        lambda r: r.units == ("商城集团",), 4, BODY,
    ),
    Specification(
        "count", "zh", True, "两张清单合起来，2021年3月就到期的有几件？", lambda r: r.due == (2021, 3), 3, BOTH,
    ),
    Specification(
        "count", "mix", True, "annex 2里 deadline 是2021年12月的有多少条？",
        lambda r: r.due == (2021, 12), 13, TWO,
    ),
    Specification(
        "count", "zh", True, "设了两个以上牵头单位的任务一共几项（正文、附件都算）？", lambda r: len(r.leads) > 1, 7,
    ),
    Specification(
        "count", "zh", True, "由人民银行独自负责的有几项？", lambda r: r.units == ("人民银行",), 2,
    ),
    Specification(
        "count", "en", True, "In how many tasks, annexes included, does the Finance Office (金融办) take part?",
        lambda r: "金融办" in r.units, 3,
    ),
    Specification(
        "list", "zh", True, "附件２里２０２１年６月到期的改革举措都有啥？", lambda r: r.due == (2021, 6), 4, TWO,
        ("推行“一次备案", "研究推行统一担保"),
    ),
    Specification(
        "list", "mix", True, "税务局作为 assisting unit（配合，不牵头）的任务，正文和附件里有哪些？",
        lambda r: "税务局" in r.units and not r.led_by("税务局"), 8,
    ),
    Specification(
        "list", "en", True, "Which annex items due in 2021 have the People's Bank or the tax bureau as sole unit?",
        lambda r: r.units in (("人民银行",), ("税务局",)) and _due(r) <= (2021, 12), 3, BOTH,
    ),
    Specification(
        "count", "mix", True, "附件1和附件2加起来一共多少 items？", lambda r: True, 43, BOTH,
    ),
    Specification(
        "count", "en", True, "How many reform measures in annex 2 mark Mall Group with ▲ as a lead?",
        lambda r: "商城集团" in r.leads, 9, TWO,
    ),
)  # fmt: skip


def _number(count: int) -> list[str]:
    """Ways in which an answer may state how many there are; a bare digit would also be met by any date."""
    if count >= len(SPOKEN):
        tens, ones = divmod(count, 10)
        return [str(count), (SPOKEN[tens] if tens > 1 else "") + "十" + (SPOKEN[ones] if ones else "")]
    nouns = (
        "项",
        "条",
        "个",
        "件",
        " tasks",
        " items",
        " measures",
        " reform",
        " records",
        " rows",
        " of the",
        " in total",
    )
    named = [f"{count}{noun}" for noun in nouns] + [f"{ENGLISH[count]}{noun}" for noun in nouns[4:]]
    return [f"共{count}", f"total of {count}", *named, *(f"{SPOKEN[count]}{noun}" for noun in nouns[:4])]


def derived_cases() -> list[dict[str, object]]:
    """The gold cases of `SPECIFICATIONS`; raises ValueError where a rule and its hand count differ."""
    rows = plan_rows((DOCUMENTS / f"{PLAN}.txt").read_text(encoding="utf-8"))
    cases: list[dict[str, object]] = []
    for position, asked in enumerate(SPECIFICATIONS, start=1):
        kept = [row for row in rows if row.part in asked.parts and asked.keep(row)]
        if len(kept) != asked.rows:
            raise ValueError(
                f"{asked.question}: {asked.rows} rows by hand, {len(kept)} by rule; read the document again"
            )
        named = [[row.key] for row in kept] if asked.type == "list" else [_number(asked.rows)]
        cases.append(
            {
                "id": f"derived-{position:02d}",
                "type": asked.type,
                "lang": asked.lang,
                "split": "dev" if position % 2 else "test",
                "reworded": asked.reworded,
                "turns": [asked.question],
                "must": named,
                "must_not": list(asked.must_not),
                "status": "answered",
                "evidence": [{"doc": PLAN, "quote": row.quote} for row in kept],
            }
        )
    return cases


def main() -> int:
    """Print or check the derived cases."""
    if "--rows" in sys.argv:
        for row in plan_rows((DOCUMENTS / f"{PLAN}.txt").read_text(encoding="utf-8")):
            print(row.part, row.number, row.due, "▲", *row.leads, "|", *row.units, "|", row.task[:60])
        return 0
    cases = derived_cases()
    if "--check" in sys.argv:
        written = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line]
        held = [case for case in written if case["id"].startswith("derived-")]
        print(f"{len(cases)} derived cases, {len(held)} in {GOLD.name}, {'equal' if held == cases else 'DIFFERENT'}")
        return 0 if held == cases else 1
    for case in cases:
        print(json.dumps(case, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
