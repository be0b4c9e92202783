"""Whole documents for measuring: official notices made of sentences of the bundled ones, with tasks, units and dates.

They are read like any other file, so that what is measured is what a collection of so many documents would be.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.units import find_units
from eval.bench.texts import sentence_pool

TASKS = 4
"""Task rows in each document."""
PARAGRAPHS = 20
"""Paragraphs in each document, which make about 20 passages with its tasks and its frame."""
_CITIES = (
    "临海", "宁安", "东阳", "永康", "兰溪", "江山", "龙泉", "丽水", "平湖", "海宁", "桐乡", "嵊州",
    "诸暨", "瑞安", "乐清", "温岭", "建德", "余姚", "慈溪", "奉化",
)  # fmt: skip
_OFFICES = (
    "商务局", "财政局", "发展和改革局", "市场监督管理局", "交通运输局", "农业农村局", "生态环境局",
    "教育局", "卫生健康局", "科技局", "应急管理局", "文化和旅游局", "人力资源和社会保障局", "自然资源和规划局",
    "住房和城乡建设局", "大数据局", "税务局", "公安局", "民政局", "统计局",
)  # fmt: skip
_MATTERS = (
    "数字贸易", "冷链物流", "智能制造", "乡村振兴", "口岸通关", "绿色低碳", "人才引进", "医养结合",
    "知识产权", "应急救援", "文旅融合", "水利建设",
)  # fmt: skip
_PLAIN = re.compile(r"[\u4e00-\u9fff“][^\s（）()、：:▲—\d][^\s（）()：:▲—]{10,110}。")
_NUMERALS = "零一二三四五六七"
_KINDS = ("实施方案", "行动计划", "工作要点", "若干措施")


def write_documents(folder: Path, number: int, first: int = 0) -> list[Path]:
    """Writes so many documents into `folder`, the same in every run; `first` is the number of the first of them."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for at, text in zip(range(first, first + number), _documents(first), strict=False):
        paths.append(folder / f"notice-{at:06d}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def questions(number: int) -> list[str]:
    """Questions about documents that `write_documents` writes: lists by unit, period and topic, single tasks, prose."""
    drawn = random.Random(number)
    pool = _prose()
    made = []
    for at in range(number):
        city, office, matter = drawn.choice(_CITIES), drawn.choice(_OFFICES), drawn.choice(_MATTERS)
        year, month = drawn.randint(2019, 2025), drawn.randint(3, 12)
        made.append(
            (
                f"{city}市{office}牵头哪些任务？",
                f"{city}市{office}在{year}年{month}月底前要完成哪些任务？",
                f"{matter}方面{city}市{office}牵头的任务有哪些？",
                f"{drawn.choice(pool).rstrip('。')}，由谁牵头，什么时候完成？",
                f"{year}年{city}市的{matter}有哪些任务？",
                f"{drawn.choice(pool)[:20]}怎么做？",
                f"Which tasks does {city}市{office} lead before {year}?",
            )[at % 7]
        )
    return made


def _documents(first: int) -> Iterator[str]:
    pool = _prose()
    at = first
    while True:
        # Each document by its own seed: the thousandth is the same whether or not the others are written.
        yield _document(at, random.Random(at), pool)
        at += 1


def _prose() -> list[str]:
    """Plain sentences: no rows, headings or items, which would be read as parts of their own, and no units, which
    would be read as tasks."""
    return [text for text in sentence_pool() if _PLAIN.fullmatch(text) and not find_units(text)]


def _document(at: int, drawn: random.Random, pool: list[str]) -> str:
    city, matter, year = drawn.choice(_CITIES), drawn.choice(_MATTERS), drawn.randint(2018, 2024)
    title = f"{city}市{matter}{drawn.choice(_KINDS)}（第{at}批）"
    lines = [
        f"{city}市人民政府办公室关于印发{title}的通知",
        f"{city}政办发〔{year}〕{at % 400 + 1}号",
        "各县（市、区）人民政府，市政府各部门：",
        f"《{title}》已经市政府同意，现印发给你们，请认真贯彻执行。",
        f"{city}市人民政府办公室",
        f"{year}年{drawn.randint(1, 12)}月{drawn.randint(1, 28)}日",
        title,
    ]
    parts = drawn.randint(3, 5)
    for part in range(1, parts + 1):
        lines.append(f"{_NUMERALS[part]}、{drawn.choice(_MATTERS)}{drawn.choice(('提升', '保障', '创新', '改革'))}")
        lines += ["".join(drawn.choice(pool) for _ in range(drawn.randint(2, 5))) for _ in range(PARAGRAPHS // parts)]
    lines.append(f"{_NUMERALS[parts + 1]}、重点任务")
    for task in range(1, TASKS + 1):
        lead, *others = drawn.sample(_OFFICES, drawn.randint(2, 4))
        due = f"{year + drawn.randint(1, 3)}年{drawn.randint(3, 12)}月底前完成"
        text = drawn.choice(pool).rstrip("。") + f"，推进{drawn.choice(_MATTERS)}"
        named = "、".join(f"{city}市{office}" for office in others)
        lines.append(f"{task}.{text}，{due}。（牵头单位：{city}市{lead}；配合单位：{named}）")
    return "\n\n".join(lines) + "\n"
