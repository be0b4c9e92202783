"""The title of a document beside a question says where to look; it is not what is looked for."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.types import Turn
from tests.assistant.conftest import Over
from tests.assistant.ledger_rows import rows
from tests.assistant.test_ledger_answers import tasks_of

TITLE = "《义乌市人民政府办公室关于印发义乌市加快进口贸易促进创新示范区建设实施方案的通知》"
PLANS = {
    "汐城.txt": (
        "汐城市人民政府关于印发《汐城市冷链物流扶持办法（试行）》的通知\n\n各有关单位：\n现印发给你们，请遵照执行。\n"
        "汐城市人民政府\n2024年3月1日\n\n第一条 为支持冷链物流，制定本办法。\n"
        "第二条 对新建冷库的企业，按照投资额的10%给予补助，最高300万元。\n第三条 本办法由市商务局负责解释。\n"
    ),
    "泷城.txt": (
        "泷城市人民政府关于印发《泷城市冷链物流扶持办法》的通知\n\n各有关单位：\n现印发给你们，请遵照执行。\n"
        "泷城市人民政府\n2023年5月6日\n\n第一条 为支持冷链物流，制定本办法。\n"
        "第二条 对新建冷库的企业，按照投资额的8%给予补助，最高120万元。\n第三条 本办法由市发展改革委负责解释。\n"
    ),
}


@pytest.mark.parametrize("way", ["{}里，{}", "根据{}，{}", "{1}（{0}）", "{1}文件是{0}", "According to {}, {}"])
def test_the_rows_of_a_unit_in_a_document_named_by_its_title(way: str, bundled: Assistant) -> None:
    """Neither the units in the title nor its words bound the rows, and a way of speaking is still no topic."""
    held = [row for row in rows() if "金融办" in row.units]
    answer = bundled.answer(way.format(TITLE, "金融办在哪些任务里露了面，不论牵头还是配合？"))
    assert answer.total == len(held)
    assert tasks_of(answer) == {row.task for row in held}


@pytest.mark.parametrize(
    ("title", "most"),
    [
        ("《汐城市人民政府关于印发《汐城市冷链物流扶持办法（试行）》的通知》", "300万元"),
        ("《泷城市冷链物流扶持办法》", "120万元"),
        ("“泷城市人民政府关于印发《泷城市冷链物流扶持办法》的通知”", "120万元"),
    ],
)
def test_the_document_that_is_named_is_the_one_that_answers(title: str, most: str, over: Over) -> None:
    """A title inside a title does not hide it."""
    answer = over(PLANS).answer(f"根据{title}，新建冷库最高补助多少？")
    assert most in answer.answer
    assert len({one.document_id for one in answer.citations}) == 1


def test_what_goes_on_from_it_is_asked_of_the_same_document(over: Over) -> None:
    """The title is kept where a later turn leaves it out, and is shown."""
    assistant = over(PLANS)
    first = "《泷城市冷链物流扶持办法》里，新建冷库最高补助多少？"
    answer = assistant.answer(first)
    then = assistant.answer("那由谁负责解释？", turns=(Turn(first, answer),))
    assert "发展改革委" in then.answer
    assert "《泷城市冷链物流扶持办法》" in then.standalone_question


def test_a_title_alone_is_what_is_asked_about(bundled: Assistant) -> None:
    """When and under which number it was issued."""
    answer = bundled.answer(f"{TITLE}的文号是多少？")
    assert "义政办发〔2021〕10号" in answer.answer
