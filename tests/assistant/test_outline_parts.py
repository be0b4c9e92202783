"""A part of a paper is given by its number, in full; and all its parts, counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

RULES = """砚溪市人民政府关于印发《砚溪市展会专项资金管理办法》的通知
砚政发〔2024〕9号

各区县人民政府：
现将《砚溪市展会专项资金管理办法》印发给你们，请遵照执行。
砚溪市人民政府
2024年3月5日

砚溪市展会专项资金管理办法

第一章　总则
第一条　为规范展会专项资金的使用，制定本办法。
第二条　本办法所称展会，是指在本市举办的经贸类展览。
第二章　补助标准
第三条　展会面积补助按下列标准执行：
（一）面积1万平方米以上的，补助30万元；
（二）面积3万平方米以上的，补助80万元。
第四条　境外展商参展的，每个展位补助2000元。
第五条　同一展会补助不超过三届。
第三章　附则
第六条　本办法由市商务局负责解释。
第七条　本办法自2024年4月1日起施行。
"""
PLAN = """澄湖县农村供水提升行动方案

为提升农村供水保障水平，制定本方案。

一、总体目标
到2026年，农村自来水普及率达到96%。
二、重点任务
（一）建设水源工程
新建水库3座。
（二）改造老旧管网
改造管网420公里。
三、保障措施
县财政每年安排供水资金1200万元。

附件1　水源工程清单
附件2　老旧管网改造清单
"""
SPEECHES = """霁山县招商大会发言摘登

【县委书记】
今年全县招商引资要盯住产业链、盯住龙头企业、盯住一季度开门红，县级领导每月至少外出一次，各部门主要负责人每月至少两次，所有在谈项目
都要有专人跟踪、有清单管理、有时间节点，签约的抓开工，开工的抓投产，投产的抓达效，决不允许推诿扯皮、决不允许吃拿卡要。
【县商务局：抓好三件事】
我局将做好以下工作。
一、建好平台
引进平台企业5家。
二、办好活动
举办活动12场。
【县工业园区：当好店小二】
我园区将全力服务企业，把厂房、能耗、用工三件事办到企业心坎上，今年新开工项目不少于18个，投产项目不少于15个。
一、项目代办
代办事项不少于200件。
二、用工保障
组织招聘会24场，帮助企业招工3000人以上，缺工率降到3%以内，并为新落户企业提供三年人才公寓。
"""


@pytest.fixture(scope="module")
def papers(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"rules.txt": RULES, "plan.txt": PLAN, "speeches.txt": SPEECHES})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("砚溪市展会专项资金管理办法第四条讲什么？", ["每个展位补助2000元"], ["三届", "30万元"]),
        ("《砚溪市展会专项资金管理办法》第三条是怎么规定的", ["补助30万元", "补助80万元"], ["2000元", "三届"]),
        ("What does Article 5 of 《砚溪市展会专项资金管理办法》 say?", ["不超过三届"], ["2000元"]),
        ("砚溪展会资金办法第二章是什么内容", ["补助标准", "共3项", "2000元", "三届"], ["经贸类展览"]),
        ("澄湖县农村供水提升行动方案第二部分讲了什么", ["建设水源工程", "改造老旧管网", "共2项"], ["1200万元"]),
        ("澄湖供水方案第三部分说什么", ["1200万元"], ["96%", "水库"]),
        ("澄湖县农村供水提升行动方案附件2是什么", ["老旧管网改造清单"], ["水源工程清单"]),
    ],
)
def test_a_part_is_given_by_its_number(
    question: str, given: list[str], not_given: list[str], papers: Assistant
) -> None:
    """All that stands there and nothing of its neighbours."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("砚溪市展会专项资金管理办法一共有多少条？", ["共7条"]),
        ("How many articles does 《砚溪市展会专项资金管理办法》 have?", ["has 7 articles"]),
        ("砚溪市展会专项资金管理办法第二章一共有几条？", ["补助标准", "共3项", "第三条", "第五条"]),
        ("《砚溪市展会专项资金管理办法》第一章有多少条规定", ["总则", "共2项"]),
        ("How many articles are there in Chapter 3 of 《砚溪市展会专项资金管理办法》?", ["附则", "has 2 items"]),
        ("砚溪市展会专项资金管理办法分几章", ["共3项", "总则", "补助标准", "附则"]),
        ("澄湖县农村供水提升行动方案由哪几部分组成", ["共3项", "总体目标", "重点任务", "保障措施"]),
        ("What are the main sections of 《澄湖县农村供水提升行动方案》?", ["3 items", "总体目标", "保障措施"]),
        ("澄湖县农村供水提升行动方案有几个附件", ["2", "水源工程清单", "老旧管网改造清单"]),
    ],
)
def test_all_parts_are_counted(question: str, given: list[str], papers: Assistant) -> None:
    """With their headings, where they have any."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []


def test_a_part_that_a_paper_does_not_have_is_said_not_to_be_there(papers: Assistant) -> None:
    """Rather than another part being given for it."""
    answer = papers.answer("《砚溪市展会专项资金管理办法》第十二条讲什么？")
    assert answer.status == "not_found"
    assert answer.citations == ()


def test_who_asks_for_more_than_the_part_is_not_given_the_whole_of_it(papers: Assistant) -> None:
    """The article bounds the question; what it asks is something else."""
    answer = papers.answer("砚溪市展会专项资金管理办法第四条的境外展商每个展位补助多少钱？")
    assert "2000元" in answer.answer
    assert "共" not in answer.answer


def test_the_parts_of_one_of_several_speeches_are_not_those_of_the_paper(papers: Assistant) -> None:
    """一、 stands under each of them."""
    answer = papers.answer("《霁山县招商大会发言摘登》分几个部分")
    assert "》”共2项" not in answer.answer


def test_what_is_made_of_several_parts_is_no_paper(papers: Assistant) -> None:
    """Who asks for the parts of a thing is not given the headings of the paper that speaks of it."""
    answer = papers.answer("农村供水由哪几部分组成")
    assert "总体目标" not in answer.answer
