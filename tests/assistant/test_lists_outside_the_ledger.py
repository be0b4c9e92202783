"""Lists and counts that no task record answers: rows of a table by what stands in them, duties and measures in prose,
things that are counted nowhere but enumerated."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.language.counting import counts
from assistant.language.listed_things import counts_things
from assistant.language.series import enumerates, names_so_many
from tests.assistant.conftest import opened

DOCUMENTS = Path(__file__).parent / "lists_in_prose"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers over a notice with two tables, minutes of a meeting and rules on markets, written for these tests."""
    return Assistant(opened(DOCUMENTS, tmp_path_factory.mktemp("lists")))


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("松北第三批示范企业里，河东区的有哪几家？", ["共2项", "松北通达", "松北海联"], ["易贸通", "德国"]),
        ("松北海外仓在美国的是哪几家企业？", ["共2项", "松北鼎力", "双溪优家"], ["波兰", "易达"]),
        ("松北高新区有几家示范企业？", ["共2项", "易贸通", "万商"], ["松北通达"]),
        ("松北示范企业里高新区做融资的有哪些？", ["易贸通", "万商"], ["松北通达", "北岭"]),
        ("Which firms in Songbei (松北) have an overseas warehouse in Germany (德国)?", ["松北易达"], ["波兰", "美国"]),
    ],
)
def test_rows_are_picked_by_what_stands_in_them(
    question: str, words: list[str], others: list[str], assistant: Assistant
) -> None:
    """All rows with the named cells and no other one, counted, with the cells beside their names."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_a_whole_table_is_listed_with_what_stands_beside_the_names(assistant: Assistant) -> None:
    """A question for the countries of a list of firms finds them beside the firms."""
    answer = assistant.answer("松北培育的海外仓分布在哪些国家？")
    assert all(word in answer.answer for word in ("德国", "波兰", "美国", "阿联酋")), answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("云浦市市场监管部门的主要职责有几项？", ["共3项", "改造计划", "快速检测情况", "投诉"]),
        ("青潭综保区哪些工作拖后了？", ["信息化系统联调、专用供电线路、消防验收"]),
        ("云浦市场开办者一共要尽多少项管理义务？", ["共4项", "租赁协议", "消防器材"]),
        ("松北给企业哪些支持政策？", ["奖励50万元", "每平方米补助80元", "国家级项目"]),
    ],
)
def test_what_is_no_task_is_read_from_the_text(question: str, words: list[str], assistant: Assistant) -> None:
    """职责, 工作 and 政策 that are not rows of the ledger are not refused for that."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer


@pytest.mark.parametrize("question", ["青潭市文旅局牵头哪些任务？", "云浦市教育局负责哪些工作？"])
def test_a_unit_without_the_role_that_is_asked_for_is_refused(question: str, assistant: Assistant) -> None:
    """Who leads or answers for what is told by rows alone."""
    assert assistant.answer(question).status == "not_found"


def test_articles_without_headings_are_no_list(assistant: Assistant) -> None:
    """What stands in an article is told by its words; 第一条, 第二条 lists nothing."""
    answer = assistant.answer("云浦农贸市场服务设施包括什么？")
    assert "检测室、公平秤、冷藏间" in answer.answer, answer.answer
    assert "1. 第" not in answer.answer, answer.answer


def test_rows_that_say_nothing_of_what_is_listed_are_no_answer(assistant: Assistant) -> None:
    """Measures of a name (便利措施) are those that are called so, not whatever the unit has a part in."""
    answer = assistant.answer("青潭海关推出了哪几项便利措施？")
    assert "先入区后报关" in answer.answer, answer.answer
    assert "预验收" not in answer.answer, answer.answer


def test_what_is_not_allowed_is_no_list_of_duties(assistant: Assistant) -> None:
    """A list that denies nothing does not answer what is denied, where a sentence does."""
    answer = assistant.answer("云浦市场里摊主哪些东西不能卖？")
    assert "活禽、野生动物" in answer.answer, answer.answer
    assert "共2项" not in answer.answer, answer.answer


def test_what_a_thing_consists_of_is_no_list_about_it(assistant: Assistant) -> None:
    """X包括A、B、C tells what X consists of; the conditions for X do not."""
    answer = assistant.answer("云浦的市场配套服务都包括哪些？")
    assert "停车服务、代买服务" in answer.answer, answer.answer
    assert "固定的服务人员" not in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("暂不具备条件的是境外车牌长期通行和进口样机免检两项。", True),
        ("已办结的有退税、通行2项。", True),
        ("收集问题37项，已办结29项，暂不具备条件2项；", False),
        ("会议和展览12月举行。", False),
    ],
)
def test_things_may_be_counted_behind_their_names(text: str, enough: bool) -> None:
    """A和B两项 gives two things by name; a number alone gives none."""
    assert (enumerates(text) == 1.0) is enough
    assert names_so_many(text, counts(2)) is enough


def test_how_many_of_them_is_no_whole_list(assistant: Assistant) -> None:
    """The number of all duties is not that of those that were done."""
    answer = assistant.answer("How many of the management duties (管理义务) of the market in Yunpu (云浦) are done?")
    assert "has 4 items" not in answer.answer, answer.answer


def test_what_is_counted_one_by_one() -> None:
    """Firms and duties are counted one by one, sums of money and days of a month are not."""
    assert all(map(counts_things, ("有几家企业", "要尽多少项义务", "how many firms are there")))
    assert not any(map(counts_things, ("补助多少亿元", "这几家企业是谁", "第几项")))


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("云浦哪些情况下开办者不会给摊主留摊位，会收回？", ["连续三十日不营业", "转租摊位"], ["租赁协议"]),
        ("青潭2024年9月底前要办完的有哪些？", ["挂牌出让", "送电"], ["20家"]),
        ("云浦市市场监管部门承担几项职责？", ["共3项", "改造计划"], ["共1项"]),
    ],
)
def test_what_bounds_a_list_is_heard(question: str, words: list[str], others: list[str], assistant: Assistant) -> None:
    """A denial, a day by which work is due, and the name 职责 decide which list answers."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(word in answer.answer for word in others), answer.answer


def test_levels_are_no_list_of_anything_else(assistant: Assistant) -> None:
    """A question for the number of levels is not answered by duties or conditions."""
    answer = assistant.answer("云浦的农贸市场摊主分几级？")
    assert "项：" not in answer.answer, answer.answer
