"""Several times and people in one task: the one that is asked for is given, and none is taken for another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

PLAN = """郁川市卫生健康委员会

郁卫函〔2024〕15号                                    签发人：简书宁

郁川市人民政府办公室关于印发郁川市口岸提升行动方案的通知

郁政办发〔2024〕9号

各区人民政府：现将方案印发给你们。

郁川市人民政府办公室
2024年3月1日

一、重点任务

1.建设公共保税仓。仓库选址白塔镇。一期2024年11月底前主体结顶，2025年5月底前投入运营。（责任单位：市商务局；完成时限：2025年5月底前）
2.优化通行费用。由市交通运输局牵头，于2024年6月底前出台氢能货车通行费优惠办法，政策执行至2027年12月31日。
3.调查评估。停水事件由市水务局牵头，市应急管理局参加，在响应终止后30日内形成调查评估报告。
4.开展家电下乡。上门回收旧家电。（牵头领导：副市长梁启川；牵头单位：市商务局；完成时限：2024年10月底）
5.搭建调度平台。建成低空飞行调度平台。平台由郁川低空运营有限公司建设运营。（责任单位：市数据局；完成时限：2024年9月底前）
6.供水指挥。市供水应急指挥部总指挥由分管城建的副市长担任，副总指挥由市水务局局长担任。

二、附则

本方案自2024年4月1日起施行，有效期3年。
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("郁川公共保税仓一期什么时候主体结顶？", "2024年11月底前主体结顶"),
        ("郁川公共保税仓什么时候投入运营，谁负责？", "2025年5月底前投入运营"),
        ("郁川停水事件的调查评估报告由谁牵头、几天内形成？", "30日内"),
    ],
)
def test_each_of_several_times_is_given(question: str, given: str, assistant: Assistant) -> None:
    """A task with two days, or with a time that runs, is not told by its deadline alone, nor said to have none."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert given in answer.answer


def test_a_paper_that_a_task_is_to_bring_out_is_no_document(assistant: Assistant) -> None:
    """When it comes out is said by the task; the document has another day."""
    answer = assistant.answer("郁川氢能货车通行费优惠办法什么时候出台？")
    assert "2024年6月底前" in answer.answer
    assert "2024年3月1日" not in answer.answer


def test_the_day_of_a_document_is_still_its_own(assistant: Assistant) -> None:
    """Also where the day is asked for after who issued it."""
    answer = assistant.answer("郁川口岸提升行动方案是谁印发的、哪天？")
    assert "郁川市人民政府办公室" in answer.answer
    assert "2024年3月1日" in answer.answer


def test_a_company_is_asked_for_and_no_bureau(assistant: Assistant) -> None:
    """哪家公司 is not answered by the bureau that is responsible for the task."""
    answer = assistant.answer("郁川低空飞行调度平台由哪家公司建设运营？")
    assert "郁川低空运营有限公司" in answer.answer


def test_the_leader_and_the_leading_unit_are_both_given(assistant: Assistant) -> None:
    """A record has the unit; the person stands in the task's own bracket."""
    answer = assistant.answer("郁川家电下乡这事哪位市领导挂帅、哪个部门牵头？")
    assert "梁启川" in answer.answer
    assert "市商务局" in answer.answer


def test_a_deputy_is_found_in_prose(assistant: Assistant) -> None:
    """副手 and 一把手 stand for the posts that documents name."""
    assert "市水务局局长" in assistant.answer("郁川市供水应急指挥部的副手是谁？").answer


def test_a_line_of_the_head_is_asked_for_by_its_name(assistant: Assistant) -> None:
    """签发人 is who signed, not the body that issued."""
    answer = assistant.answer("郁川口岸提升行动方案的签发人是谁？")
    assert "简书宁" in answer.answer


def test_from_when_a_paper_is_in_force_is_told_by_its_clause(assistant: Assistant) -> None:
    """什么时候起施行 asks for the clause at the end."""
    assert "2024年4月1日起施行" in assistant.answer("郁川口岸提升行动方案从什么时候起施行？").answer


REPLACING = """索引号：YC-2023-36
发文字号：榆政办〔2023〕36号

榆川市人民政府办公室关于印发榆川市供水应急预案的通知

榆政办〔2023〕36号

各区人民政府：修订后的预案已经市政府同意，现印发给你们。2017年印发的《榆川市供水应急办法》（榆政办〔2017〕14号）同时废止。

榆川市人民政府办公室
2023年12月11日

榆川市供水应急预案

一、报告
市水务集团发现停水后，应当在30分钟内电话报告市水务局，1小时内书面报告。
项目申报单位网上申报的受理时间为：7月10日至8月9日。请各申报单位于8月14日前将申报书寄送市水务局。

二、附则
本预案自2024年1月1日起施行。
"""


@pytest.fixture(scope="module")
def replacing(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"plan.txt": PLAN, "replacing.txt": REPLACING})


@pytest.mark.parametrize(
    "question",
    [
        "榆川市供水应急预案把哪份文件废止了？",
        "榆川市供水应急预案取代了哪个文件？",
        "Which document does the 榆川市供水应急预案 replace?",
    ],
)
def test_what_a_paper_replaces_is_told_by_its_clause(question: str, replacing: Assistant) -> None:
    """The clause may stand in the notice that issues it."""
    assert "榆政办〔2017〕14号" in replacing.answer(question).answer


def test_from_when_and_what_it_replaces_are_two_things(replacing: Assistant) -> None:
    """The day of the earlier paper is not that from which the new one applies."""
    answer = replacing.answer("榆川市供水应急预案从哪天起算数，把哪份老的作废了？")
    assert "2024年1月1日起施行" in answer.answer
    assert "榆政办〔2017〕14号" in answer.answer


def test_a_telephone_report_asks_for_no_number(replacing: Assistant) -> None:
    """多久打电话 asks within what time."""
    answer = replacing.answer("榆川的市水务集团发现停水，多久打电话、多久交书面报告？")
    assert "30分钟内" in answer.answer
    assert "1小时内" in answer.answer


def test_from_which_day_to_which_is_told_by_both(replacing: Assistant) -> None:
    """A last day alone does not answer it."""
    assert "7月10日至8月9日" in replacing.answer("榆川项目网上申报从几号到几号？").answer


def test_the_number_is_cited_where_its_label_gives_it(replacing: Assistant) -> None:
    """The line 发文字号 above the title goes before the number below it."""
    (citation,) = replacing.answer("榆川市供水应急预案的文号是多少？").citations
    assert citation.start == REPLACING.index("榆政办〔2023〕36号")


INSPECTION = """砚山县人民政府办公室关于重点工作督查情况的通报

砚政办通〔2024〕46号

各乡镇人民政府：现将有关情况通报如下。

一、有关乡镇排名

| 排名 | 乡镇 | 综合得分 | 项目投资完成率 |
| --- | --- | --- | --- |
| 1 | 云崖镇 | 95.6 | 92.4% |
| 2 | 茶溪镇 | 93.8 | 88.7% |
| 3 | 石桥乡 | 79.2 | 70.8% |

二、任务分解

| 序号 | 任务事项 | 责任单位 | 完成时限 | 县级责任领导 |
| --- | --- | --- | --- | --- |
| 1 | 大龙水库除险加固工程完成坝体灌浆 | ▲县水利局、县发展改革局 | 2024年12月15日前 | 陆秋棠 |
| 2 | 茶溪镇冷链物流中心建成投用，设计库容2.4万立方米 | ▲县供销社、县商务局 | 2024年12月20日前 | 方仲谦 |
| 3 | 清理拖欠中小企业账款2860万元 | ▲县经信局、县财政局 | 2024年11月底前 | 孟雨时 |

各牵头单位每月25日前将进展情况报县政府督查室。

砚山县人民政府办公室
2024年10月25日
"""


@pytest.fixture(scope="module")
def inspection(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"inspection.md": INSPECTION})


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("砚山大龙水库工程谁牵头，县级责任领导是谁？", ["县水利局", "陆秋棠"]),
        ("砚山哪个部门要清理拖欠账款，金额多少？", ["县经信局", "2860万元"]),
        ("砚山各牵头单位每月几号前报进展，报给谁？", ["25日前", "县政府督查室"]),
    ],
)
def test_what_stands_in_other_cells_of_a_row_is_given_too(
    question: str, given: list[str], inspection: Assistant
) -> None:
    """A row's figure and the person in charge are no fields of a record."""
    answer = inspection.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []


def test_a_row_named_by_a_place_does_not_tell_of_something_else_there(inspection: Assistant) -> None:
    """The ranks of a town are no answer to how large its cold store is."""
    answer = inspection.answer("砚山茶溪镇冷链中心库容多大？")
    assert "2.4万立方米" in answer.answer
    assert "93.8" not in answer.answer


def test_who_holds_a_post_that_no_paper_names_is_not_found(inspection: Assistant) -> None:
    """县长 is asked for; the leader of a task is another."""
    assert inspection.answer("砚山县县长是谁？").status == "not_found"


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("领导小组组长由谁担任？", "由市政府主要领导任组长"),
        ("谁担任示范区领导小组组长？", "由市政府主要领导任组长"),
        ("示范区建设领导小组办公室主任是谁？", "商务局局长兼任办公室主任"),
        ("领导小组办公室主任由谁担任？", "商务局局长兼任办公室主任"),
    ],
)
def test_the_office_of_a_group_need_not_be_named_with_it(
    question: str, given: str, over: Callable[[Mapping[str, str]], Assistant]
) -> None:
    """成立…领导小组 in one sentence, 办公室设在… in the next; what 担任 asks is no word of the topic."""
    text = """云岫市进口示范区建设实施方案

六、保障措施
（一）强化组织领导。成立云岫市进口示范区建设工作领导小组，由市政府主要领导任组长，分管领导任副组长。办公室设在商务局，商务局局长兼任办公室主任，承担日常工作。
"""
    assert given in over({"plan.txt": text}).answer(question).answer
