"""Whom the paper names beside the units of a task: leaders, people in charge, who supervises and who accepts it."""

from __future__ import annotations

import pytest

from tests.assistant.conftest import Over

_LIST = """柳汀市生态环境督察反馈问题整改清单

柳汀市环委办

2025年5月6日

一、整改任务

1.清溪河下游断面水质反弹。封堵雨污混接点57处。
整改责任单位：市住建局（牵头）、市水利局
督导单位：市委督查室
整改时限：立行立改，2025年12月底前完成
整改责任人：副市长 柳青

2.小微企业危险废物收集覆盖率低。建设收集网点15个。
整改责任单位：市生态环境局
督导单位：市政府办公室
整改时限：2025年底
整改责任人：局长 温宁
"""
_TABLE = """柳汀市重点项目督办台账

序号	督办事项	主办单位	协办单位	分管领导	完成节点	验收单位
1	柳汀大桥加固并恢复双向通车	市交通运输局	市公安局	孙维	2025年6月20日	市住建局
2	城北污水处理厂提标改造	市水务集团	市生态环境局	赵闯	2025年9月底	市发展改革委
"""


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("危险废物收集网点建设的整改责任人是谁？", ["温宁"], ["柳青", "市生态环境局"]),
        ("清溪河水质反弹谁督导？什么时候改完？", ["市委督查室", "立行立改，2025年12月底前完成"], ["市政府办公室"]),
        ("污水处理厂提标改造的分管领导是哪位，什么时候完成？", ["赵闯", "2025年9月底"], ["孙维"]),
        ("大桥加固由谁验收？", ["市住建局"], ["市发展改革委", "市公安局"]),
        ("大桥加固由哪个单位主办，分管领导是谁？", ["市交通运输局", "孙维"], ["赵闯"]),
        ("Which leader is in charge of upgrading the sewage treatment plant?", ["赵闯"], ["孙维"]),
    ],
)
def test_people_beside_the_units_are_told(question: str, told: list[str], other: list[str], over: Over) -> None:
    """From a labelled line below the task and from a column, alone or beside what else is asked."""
    answer = over({"list.txt": _LIST, "table.txt": _TABLE}).answer(question)
    assert answer.status == "answered", answer.answer
    for words in told:
        assert words in answer.answer, answer.answer
    for words in other:
        assert words not in answer.answer.partition("”")[2], answer.answer


def test_who_supervises_is_not_responsible(over: Over) -> None:
    """The unit under 督导单位 is no 责任单位 of the task."""
    answer = over({"list.txt": _LIST}).answer("清溪河下游断面水质反弹由哪些单位整改？")
    assert "市住建局" in answer.answer
    assert "市委督查室" not in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("外币兑换网点由哪家银行牵头，几月底前？", ["人民银行柳汀市分行", "10月底"]),
        ("旧货市场试点由哪两个区政府建，什么时候挂牌？", ["南埠区、北苑区政府", "11月底前"]),
        ("旧货市场试点是哪一级政府做，什么时候挂牌？", ["南埠区、北苑区政府", "11月底前"]),
        (
            "Who leads the foreign currency exchange outlets, which agencies join, and by when?",
            ["柳汀市分局", "October"],
        ),
    ],
)
def test_which_bank_or_district_asks_for_the_units(question: str, told: list[str], over: Over) -> None:
    """哪家银行牵头, 由哪两个区政府建 and "which agencies join" ask for units as 哪个单位 does."""
    plan = (
        "柳汀市2025年入境消费任务分解\n\n柳汀市人民政府办公室\n\n2025年3月1日\n\n一、任务\n\n"
        "1.增设外币兑换网点，由21个增至35个。（牵头单位：人民银行柳汀市分行；配合单位：国家外汇管理局柳汀市分局；完成时限：10月底）\n\n"
        "2.开展旧货市场试点。由南埠区、北苑区政府负责建设，11月底前挂牌运营。\n"
    )
    answer = over({"plan.txt": plan}).answer(question)
    assert answer.status == "answered", answer.answer
    for words in told:
        assert words in answer.answer, answer.answer
