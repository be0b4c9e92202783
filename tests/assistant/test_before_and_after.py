"""What a figure was and is to be, one thing in two years, the rows of one group, and how long lies between two days."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant
from assistant.language.time_between import time_between
from corpus.types import Deadline, Span
from tests.assistant.conftest import Over

PAPERS = {
    "report.txt": "青岛市人民政府工作报告\n\n（2031年1月15日）\n\n一、2030年工作回顾\n"
    "全市茶园面积从2025年的12万亩增加到33万亩。城镇新增就业6.8万人。全市地区生产总值1402.5亿元、同比增长5.6%。\n\n"
    "二、2031年工作安排\n主要预期目标是：地区生产总值增长6.5%，城镇新增就业6.1万人。\n",
    "plan.txt": "苇港市跨境物流提升方案\n\n苇港市人民政府办公室\n2031年4月9日\n\n一、畅通通道\n"
    "加密苇港至东南亚航线，每周直航班次由9班增加至14班。退货周期由平均21天压缩至10天以内。\n\n二、奖励标准\n"
    "获批的国家级、省级、市级技术创新中心，于获批次年分别给予建设单位国家级500万元、省级100万元、市级50万元的奖励。"
    "对获准建设的省、市级制造业创新中心，分别给予200万元、60万元奖励。"
    "对评定为市级公共海外仓的，一次性奖励100万元；对评定为省级公共海外仓的，再奖励150万元。"
    "2030年公交集团运营成本11.4亿元，票款收入3.2亿元。\n",
    "projects.txt": "苇河县2031年重点建设项目计划表\n\n苇河县发展和改革局\n2031年2月3日\n\n"
    "| 序号 | 项目名称 | 建设地点 | 总投资（万元） | 2031年计划投资（万元） |\n| --- | --- | --- | --- | --- |\n"
    "| 一 | 续建项目（2个） | | 23600 | 7700 |\n"
    "| 1 | 保税仓储中心 | 临港片区 | 16000 | 5000 |\n| 2 | 荷塘路管廊 | 城东街道 | 7600 | 2700 |\n"
    "| 二 | 新建项目（2个） | | 41800 | 14000 |\n"
    "| 3 | 跨境电商产业园 | 临港片区 | 32000 | 10000 |\n| 4 | 县中医院康复楼 | 城东街道 | 9800 | 4000 |\n"
    "| 合计 | | | 65400 | 21700 |\n",
}


@pytest.fixture
def papers(over: Over) -> Assistant:
    """A report, a plan and a table of projects in groups."""
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("苇港至东南亚航线每周直航班次要增加几班？", "前后（9班、14班）相差5班"),
        ("苇港退货周期要压缩多少天？", "前后（21天、10天）相差11天"),
        ("青岛茶园面积比2025年多了多少？", "前后（12万亩、33万亩）相差21万亩"),
        ("青岛2030年城镇新增就业比2031年的目标多多少？", "2030年（6.8万人）多于2031年目标（6.1万人），相差0.7万人"),
        ("青岛2031年GDP增长目标比2030年实际增速高多少？", "2031年目标（6.5%）高于2030年（5.6%），相差0.9个百分点"),
        ("苇港国家级和市级技术创新中心的奖励差多少？", "相差450万元"),
        ("苇港省级和市级制造业创新中心的奖励差多少？", "相差140万元"),
        ("苇港公交集团2030年运营成本比票款收入多多少？", "相差8.2亿元"),
        ("苇河县临港片区的重点项目总投资一共多少？", "所列2项相加为48000万元"),
        ("苇河县重点项目里总投资最大的是哪个？", "跨境电商产业园：总投资为32000万元"),
    ],
)
def test_before_and_after_and_the_rows_of_a_group(question: str, told: str, papers: Assistant) -> None:
    """The difference of the two figures, each as it is printed; the sum of a group's rows and of no others."""
    answer = papers.answer(question)
    assert told in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("question", "false"),
    [
        ("苇港至东南亚航线每周直航班次要增加到几班？", "相差"),
        ("苇港市级公共海外仓和省级公共海外仓的奖励差多少？", "相差50万元"),  # 再奖励: on top of the other
        ("苇河县临港片区的重点项目总投资一共多少？", "65400"),
        ("苇河县重点项目里总投资最大的是哪个？", "新建项目"),
    ],
)
def test_what_was_not_asked_for_is_not_worked_out(question: str, false: str, papers: Assistant) -> None:
    """Up to which figure it comes, what is added to another sum, the total of all rows."""
    assert false not in papers.answer(question).answer


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (date(2031, 6, 30), date(2031, 10, 31), "4个月"),
        (date(2031, 3, 15), date(2032, 1, 15), "10个月"),
        (date(2031, 9, 1), date(2031, 9, 20), "19天"),
        (date(2031, 9, 20), date(2031, 9, 1), "19天"),
        (date(2031, 9, 1), date(2031, 9, 1), ""),
        (None, date(2031, 9, 1), ""),
    ],
)
def test_the_time_between_two_days(one: date | None, other: date, told: str) -> None:
    """In months where both days end one or are the same day of it."""
    days = [Deadline("", None, day, Span(0, 0)) for day in (one, other)]
    assert time_between(*days, zh=True) == told


CIRCULAR = {
    "circular.txt": "芦滨区2031年第一季度热线办理情况通报\n\n芦滨区热线办\n2031年4月14日\n\n一、受理情况\n"
    "一季度共承接工单28640件，同比增长14.2%，其中咨询类10310件、求助类8020件、投诉类7160件、建议类3150件。"
    "响应率99.4%，解决率86.9%，满意率91.3%，解决率比上季度提高2.1个百分点。"
    "项目审批平均用时由去年的46个工作日压减到38个工作日。\n\n二、工作要求\n"
    "咨询类工单1个工作日、求助类3个工作日、投诉类5个工作日、建议类10个工作日内办结。\n\n三、各地排名\n"
    "表1　2031年一季度各地区得分\n\n"
    "| 位次 | 地区 | 完成投资（亿元） | 到位资金（亿元） |\n| --- | --- | --- | --- |\n"
    "| 1 | 汀东县 | 41.3 | 32.5 |\n| 2 | 浦西区 | 30.8 | 24.1 |\n| 3 | 荻北县 | 15.7 | 12.3 |\n",
}


@pytest.fixture
def circular(over: Over) -> Assistant:
    """A circular with series of figures and a ranking."""
    return over(CIRCULAR)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("芦滨一季度咨询类、求助类、投诉类、建议类工单哪类最多？", ["其中最多的是咨询类（10310件）"]),
        ("芦滨一季度响应率、解决率、满意率哪个最低？", ["其中最低的是解决率（86.9%）"]),
        ("芦滨一季度咨询类工单比投诉类多多少件？", ["相差3150件"]),
        ("芦滨项目审批平均用时比去年少了多少个工作日？", ["前后（46个工作日、38个工作日）相差8个工作日"]),
        ("芦滨哪个地区到位资金最多，哪个最少？", ["汀东县：到位资金为32.5亿元", "荻北县：到位资金为12.3亿元"]),
    ],
)
def test_the_sentence_with_all_the_figures_is_told(question: str, told: list[str], circular: Assistant) -> None:
    """Of two sentences on the same kinds the one with figures of them; of a ranking both of its ends."""
    answer = circular.answer(question)
    assert all(one in answer.answer for one in told), answer.answer


DAYS = {
    "housing.txt": "筠湖市配售型保障房问答\n\n筠湖市住建局\n2031年2月18日\n\n一、房源\n表1　2031年配售项目\n\n"
    "| 项目 | 套数 | 开始登记 | 计划交付 |\n| --- | --- | --- | --- |\n"
    "| 听荷苑 | 620 | 2031年4月 | 2031年12月底 |\n| 云栖坊 | 640 | 2031年7月 | 2032年9月底 |\n\n"
    "二、实施步骤\n（一）摸底阶段（2031年3月至4月）。由市住建局开展调查。\n（二）评估阶段（2032年10月至12月）。委托第三方评估。\n"
    "三、销售情况\n限上零售业、住宿业、餐饮业销售额分别增长8%、15.5%、7.8%。\n",
}


@pytest.fixture
def housing(over: Over) -> Assistant:
    """Dates in a table, stages in brackets and a series of changes."""
    return over(DAYS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("筠湖听荷苑比云栖坊早多久交付？", "（2031年12月底）早于筠湖云栖坊（2032年9月底），相差9个月"),
        ("筠湖听荷苑和云栖坊的计划交付相差几个月？", "相差9个月"),
        ("筠湖摸底阶段和评估阶段哪个早？", "摸底阶段（2031年3月至4月）早于评估阶段（2032年10月至12月）。"),
        ("筠湖限上零售业、住宿业、餐饮业销售额哪个增长最快？", "其中最快的是住宿业（15.5%）"),
    ],
)
def test_which_comes_first_and_by_how_much(question: str, told: str, housing: Assistant) -> None:
    """Of two days by how much, of two periods only which is the earlier one."""
    answer = housing.answer(question)
    assert told in answer.answer, answer.answer
