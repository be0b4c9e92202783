"""What supervisors and residents ask in their own words: grades, what a unit does in something, things counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant import Assistant
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from tests.assistant.conftest import Over

EMERGENCY = """沙汀市人民政府办公室关于印发沙汀市道路结冰应急预案的通知
沙政办发〔2023〕19号
各县（市、区）人民政府：
现将《沙汀市道路结冰应急预案》印发给你们。
沙汀市人民政府办公室
2023年11月2日
沙汀市道路结冰应急预案
1 组织体系
市道路结冰应急指挥部由分管副市长任总指挥，办公室设在市交通运输局，联络员由各成员单位指定。
2 事件分级
按结冰里程、受困人数和持续时间分为四级。
Ⅰ级：结冰里程300公里以上，或者受困2000人以上。
Ⅱ级：结冰里程100公里以上，或者受困500人以上。
3 响应
3.1 Ⅰ级响应。总指挥到现场指挥，高速公路全线封闭，每小时报告一次。
3.2 Ⅱ级响应。副总指挥到现场指挥，大型货车限行，每两小时报告一次。
"""
SIGNS = """沙汀市交通运输局关于道路警示牌式样的通知
沙交〔2023〕31号
各县（市、区）交通运输局：
现将警示牌有关事项通知如下：
警示牌设在封闭路段两端，由养护单位保管。
封闭路段警示牌为红底白字，高60厘米，两面相同。各地按附图制作。
沙汀市交通运输局
2023年11月20日
"""
PLAN = """沙汀市人民政府办公室关于印发沙汀市冷链物流工作方案的通知
沙政办发〔2024〕4号
各县（市、区）人民政府：
现将《沙汀市冷链物流工作方案》印发给你们。
沙汀市人民政府办公室
2024年2月2日
沙汀市冷链物流工作方案
一、重点任务
1.建设产地预冷库，补贴冷藏车辆。（牵头单位：市农业农村局；配合单位：市财政局；完成时限：2024年9月底前）
2.建成冷链物流交易中心，引进经营主体。（牵头单位：市商务局；配合单位：市农业农村局；完成时限：2024年12月底前）
3.开行冷藏班列，延伸到港口。（牵头单位：市口岸办；完成时限：2024年10月底前）
二、进展
上半年市民热线共受理冷链投诉128件，办结率97%。各单位要抓好以下工作：
（一）压实责任
（二）加强督查
"""
PARKS = """沙汀市人民政府办公室关于印发沙汀市公园建设工作方案的通知
沙政办发〔2024〕9号
各县（市、区）人民政府：
现将《沙汀市公园建设工作方案》印发给你们。
沙汀市人民政府办公室
2024年3月2日
沙汀市公园建设工作方案
一、重点任务
1.新建口袋公园12个，改造步道。（牵头单位：市城管局；配合单位：市农业农村局；完成时限：2024年11月底前）
2.补植行道树，设置座椅。（牵头单位：市城管局；完成时限：2024年10月底前）
"""


@pytest.fixture(scope="module")
def city(over: Over) -> Assistant:
    """An emergency plan and two work plans of one city."""
    return over({"ice.txt": EMERGENCY, "signs.txt": SIGNS, "cold.txt": PLAN, "parks.txt": PARKS})


@pytest.mark.parametrize("question", ["道路结冰事件分几级？", "道路结冰事件分为几个等级"])
def test_into_how_many_grades_is_told_by_a_number_of_grades(question: str, city: Assistant) -> None:
    """四级 is no amount elsewhere; 300公里 is none of grades."""
    answer = city.answer(question)
    assert "分为四级" in answer.answer
    assert "公里" not in answer.answer


def test_a_grade_is_found_by_its_roman_numeral(city: Assistant) -> None:
    """People write 一级响应, plans Ⅰ级响应."""
    answer = city.answer("道路结冰启动一级响应要怎么做")
    assert "高速公路全线封闭" in answer.answer
    assert "大型货车限行" not in answer.answer


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("农业农村局在冷链物流里负责什么", ["1", "2"]),
        ("市口岸办在冷链物流方面要做什么", ["3"]),
        ("农业农村局在公园建设中承担哪些", ["1"]),
    ],
)
def test_what_a_unit_does_in_something_is_all_of_its_rows_on_it(
    question: str, numbers: list[str], city: Assistant
) -> None:
    """Of the plan whose title names it as of the tasks that do, and of nothing else."""
    assert [task.number for task in city.answer(question).tasks] == numbers


def test_what_others_do_in_it_is_no_answer(city: Assistant) -> None:
    """The bureau has no part in cold chains: no row of it, and no sentence that does not name it."""
    answer = city.answer("市城管局在冷链物流里负责什么")
    assert not [task for task in answer.tasks if "市城管局" in task.units]
    assert answer.status == "not_found" or "没有写到" in answer.answer


def test_things_that_were_counted_are_no_list_of_what_stands_beside_them(city: Assistant) -> None:
    """受理了多少件 asks for a number; the headings after the sentence that has it are none of them."""
    answer = city.answer("上半年热线一共受理了多少件冷链投诉")
    assert "128件" in answer.answer
    assert "压实责任" not in answer.answer


@pytest.mark.parametrize("question", ["沙汀冷链投诉办结率", "苇川粮食总产量？", "临溪2024年进口额目标", "城镇人口"])
def test_a_question_that_ends_in_the_name_of_a_figure_asks_for_it(
    question: str, reads: Callable[[str], Question]
) -> None:
    """As it is typed into a search box."""
    assert reads(question).asks == {Ask.QUANTITY}


@pytest.mark.parametrize("question", ["提高审批效率", "补贴限额度", "统计数据的发布情况"])
def test_other_words_at_the_end_do_not(question: str, reads: Callable[[str], Question]) -> None:
    """效率 is no rate that anybody counts."""
    assert Ask.QUANTITY not in reads(question).asks


@pytest.mark.parametrize("question", ["封闭路段的警示牌是什么颜色的？", "封闭路段警示牌用哪种颜色"])
def test_a_colour_is_told_by_a_colour(question: str, city: Assistant) -> None:
    """Where the thing stands is another matter; a thing whose colour is not stated is not told."""
    answer = city.answer(question)
    assert "红底白字" in answer.answer
    assert "保管" not in answer.answer
    assert city.answer("口袋公园的座椅是什么颜色").status == "not_found"


def test_minutes_are_no_unit(reads: Callable[[str], Question]) -> None:
    """会议纪要 is a paper, whatever stands before it."""
    assert not reads("望川市进口会议纪要里没有写时间的任务有几个").strangers
