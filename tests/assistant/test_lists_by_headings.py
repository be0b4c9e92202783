"""Lists that headings and tables make: told whole, by what announces them, and counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

REPORT = """沐河市政府工作报告

一、2023年工作回顾
过去一年，全市经济平稳运行，地区生产总值增长5.2%。
二、2024年工作安排
今年全市经济社会发展的主要预期目标是：地区生产总值增长5.5%。
今年要全力办好三件大事：
1.建成沐河二桥，主桥合龙。
2.开工建设城东水厂，日供水能力10万吨。
3.完成老城区雨污分流改造，新建管网60公里。
今年要重点抓好四个方面工作：
（一）聚力兴产业，壮大县域经济
新增规上工业企业40家。
（二）聚力扩内需，激发消费活力
举办促消费活动100场。
（三）聚力优环境，建设美丽城市
新增绿地50公顷。
（四）聚力惠民生，增进群众福祉
新增城镇就业1.2万人。
"""
MINUTES = """沐河市人民政府专题会议纪要

2024年6月3日，市长召开专题会议，研究城区停车工作。
会议指出，停车泊位建设取得成效，但仍存在三个突出短板：一是老旧小区泊位缺口大，缺口率超过40%；二是停车场信息不联通，63处停车场中有
41处未接入平台；三是收费标准不统一，群众意见集中。
"""
PLAN = """澜溪市养老服务提升方案

为提升养老服务水平，制定本方案。

一、主要任务
（一）建设社区食堂
年内新建社区食堂20个，由市民政局牵头。
二、支持政策
（一）建设补助
每个给予20万元。
（二）运营补助
每年给予5万元。
（三）用地保障
优先安排用地。
三、保障措施
（一）加强组织领导
成立领导小组。
（二）加大资金投入
由市财政局牵头落实专项资金，2024年12月底前到位。
（三）严格考核评估
每季度通报一次。

附件1　2024年重点示范项目表
项目名称\t地点\t实施单位\t计划投用
城南综合养老中心\t城南区\t市民政局\t2024年10月
东湖日间照料站\t东湖区\t东湖区政府\t2024年9月
北关护理院\t北关区\t\t2024年12月
"""
ROUNDS = """澧阳县政府办公室关于2024年第三季度重点工作督查情况的通报
澧政办通〔2024〕9号
各乡镇人民政府：
现将督查情况通报如下，并就四季度攻坚任务予以分解。
一、主要成效
（一）工业步伐加快。新增企业5家。
（二）农业扎实推进。改造农田2万亩。
（三）民生有序落实。新增学位300个。
二、四季度攻坚任务分解
表1 重点项目攻坚任务
序号\t任务事项\t责任单位\t完成时限
1\t完成绕城路征地拆迁\t▲县交通运输局、县财政局\t2024年11月
2\t完成水库坝体灌浆\t▲县水利局\t2024年12月
表2 民生任务
序号\t任务事项\t责任单位\t完成时限
3\t新增托位200个\t▲县卫生健康局\t2024年12月
4\t改造老旧小区6个\t▲县住房城乡建设局\t2024年11月
"""
CHECKS = """沐河市燃气安全督查情况通报

一、问题整改清单
序号\t问题\t隐患等级\t整改责任单位\t整改时限
1\t管线被违章建筑占压\t重大\t沐河燃气公司\t2024年4月10日
2\t铸铁管多点泄漏\t重大\t沐河燃气公司\t2024年3月25日
3\t商户使用不合格调压阀\t较大\t城东街道\t2024年3月20日
4\t报警装置失效\t较大\t市教育局\t2024年3月17日
"""
INDUSTRY = """沐河工业提升计划

为提升工业发展水平，制定本计划。

一、总体目标
到2026年，工业增加值增长8%。
二、重点任务
（一）实施创新强基行动
1.建设实验室
新建实验室5家。
2.攻关关键技术
每年实施项目10项。
（二）实施平台引才行动
1.引进团队
引进团队20个。
2.培养工程师
培养工程师500名。
（三）实施企业出海行动
1.组织参展
组织企业参展300家次。
2.建设海外仓
建设海外仓3个。
三、要求
（一）按月报送进展
每月5日前报送。
（二）严肃纪律
不得弄虚作假。
"""
DUTIES = """濂江市养老提升任务整改清单
序号\t任务\t牵头单位\t配合单位\t完成时限
1\t发放护理补贴\t市民政局\t市财政局\t2024年10月
2\t拨付运营补助\t市财政局\t市民政局\t2024年11月
3\t改造敬老院\t市住建局\t市民政局\t2024年12月
"""


@pytest.fixture(scope="module")
def papers(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over(
        {
            "report.txt": REPORT,
            "minutes.txt": MINUTES,
            "plan.txt": PLAN,
            "checks.txt": CHECKS,
            "i.txt": INDUSTRY,
            "d.txt": DUTIES,
            "r.txt": ROUNDS,
        }
    )


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("沐河今年要全力办好哪几件大事？", ["共3项", "沐河二桥", "城东水厂", "雨污分流"], ["聚力"]),
        ("沐河今年重点抓好哪四个方面工作？", ["共4项", "聚力兴产业", "聚力惠民生"], ["沐河二桥", "城东水厂"]),
        ("沐河城区停车工作仍存在几个突出短板？", ["三个突出短板"], []),
        ("澜溪市养老服务提升方案的保障措施有哪些？", ["共3项", "组织领导", "资金投入", "考核评估"], ["建设补助"]),
        ("Which safeguard measures does 《澜溪市养老服务提升方案》 list?", ["3 items", "考核评估"], ["建设补助"]),
        ("What support policies does 《澜溪市养老服务提升方案》 set out?", ["3 items", "用地保障"], ["考核评估"]),
        ("澜溪市养老服务提升方案的2024年重点示范项目表里有几个项目？", ["共3项", "北关护理院", "东湖日间照料站"], []),
        ("澜溪市养老服务提升方案的重点示范项目表里项目名称都有哪些？", ["城南综合养老中心", "北关护理院"], []),
        ("沐河燃气督查的问题整改清单里一共有几个问题？", ["共4项", "报警装置失效"], []),
        ("沐河燃气督查里整改责任单位是沐河燃气公司的问题有几项？", ["共2项", "占压", "泄漏"], ["调压阀", "失效"]),
        ("澧阳县2024年第三季度督查通报分解了多少项攻坚任务？", ["共4项", "绕城路", "老旧小区"], []),
        ("澧阳县三季度督查通报后面两张表，合起来一共分解了多少项攻坚任务？", ["共4项", "绕城路", "老旧小区"], []),
        ("沐河今年要全力办好几件大事？", ["共3项", "沐河二桥"], ["聚力"]),
        ("沐河今年重点抓好几方面工作？", ["共4项", "聚力惠民生"], ["沐河二桥"]),
        ("沐河方案的“一、问题整改清单”里有几个问题", ["共4项"], []),
        ("澜溪市养老服务提升方案的 support policies 一共几条？", ["共3项", "用地保障"], ["考核评估"]),
        ("How many safeguard measures does 《澜溪市养老服务提升方案》 set out?", ["3 items", "考核评估"], ["用地保障"]),
        ("澜溪市养老服务提升方案（省里备过案的）在“支持政策”下面列了多少项？", ["共3项", "用地保障"], []),
        ("沐河工业提升计划部署了几大行动？", ["共3项", "强基行动", "引才行动", "出海行动"], ["建设实验室"]),
        ("沐河工业提升计划有哪些要求", ["共2项", "按月报送", "严肃纪律"], []),
        ("濂江养老提升任务里配合单位是市财政局的有几项？", ["共1项", "发放护理补贴"], ["拨付运营补助"]),
        ("濂江养老提升任务里，牵头那一栏是市财政局的有哪些？", ["共1项", "拨付运营补助"], ["发放护理补贴"]),
        ("沐河燃气督查的整改清单里有多少个问题", ["共4项"], ["濂江"]),
    ],
)
def test_a_list_is_told_whole(question: str, given: list[str], not_given: list[str], papers: Assistant) -> None:
    """Every item, and none of the list beside it."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []


def test_a_deadline_that_stands_in_the_column_is_that_day(papers: Assistant) -> None:
    """Who gives what is printed there wants no row that is due sooner; who gives a bound does; where no row has that
    very day, it is a bound, too."""
    column = papers.answer("濂江养老提升任务里完成时限是2024年11月底前的有哪些？")
    assert "拨付运营补助" in column.answer
    bound = papers.answer("濂江养老提升任务里2024年11月底前要完成的有哪些？")
    assert "发放护理补贴" in bound.answer
    assert "拨付运营补助" in bound.answer
    assert "改造敬老院" not in column.answer + bound.answer


def test_a_sentence_with_a_number_of_the_thing_needs_no_list(papers: Assistant) -> None:
    """What is counted behind its name is told by that sentence."""
    answer = papers.answer("沐河2024年新增规上工业企业多少家？")
    assert "40家" in answer.answer
    assert "共4项" not in answer.answer
