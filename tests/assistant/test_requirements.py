"""What is near to an answer and is none: another part in the work, another post."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.matching.requirements import part_named
from index.build import ingest
from index.library import Library

MINUTES = """青川市冷链中心建设专题会议纪要

一、原则同意青川陆港集团的建设方案，冷链中心须于2024年6月30日前开工，由陆港集团负责建设。
二、领导小组办公室设在市商务局，市商务局局长兼任办公室主任。
三、成立冷链中心建设指挥部，由分管副市长任总指挥。冷链中心设计单位为省建筑设计院。
"""


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over the minutes above."""
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    ingest([folder / "minutes.txt"], folder / "data")
    return Assistant(Library.open(folder / "data"))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("冷链中心的施工单位是哪家？", "施工"),
        ("监理公司是谁", "监理"),
        ("责任单位是哪家？", None),
        ("建设单位有困难怎么办", None),
    ],
)
def test_a_part_in_a_work_is_named_by_its_noun(text: str, part: str | None) -> None:
    """责任单位 and its like are fields of every task; 施工单位 is not."""
    named = part_named(text)
    assert (named.pattern if named else None) == part


def test_another_part_in_the_work_is_no_answer(minutes: Assistant) -> None:
    """Who builds and who designs is stated, who constructs is not."""
    assert minutes.answer("冷链中心的施工单位是哪家？").status == "not_found"
    designed = minutes.answer("冷链中心的设计单位是哪家？")
    assert designed.status == "answered"
    assert "省建筑设计院" in designed.answer


def test_another_post_is_no_answer(minutes: Assistant) -> None:
    """Somebody is 办公室主任 and somebody 总指挥; nobody is 组长."""
    assert minutes.answer("指挥部的副组长是谁？").status == "not_found"
    assert "副市长" in minutes.answer("指挥部的总指挥是谁？").answer
