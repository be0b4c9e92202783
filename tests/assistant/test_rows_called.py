"""A row of a table that a question calls by its name is told with the names of its columns, as far as they are asked
of; grades stand for themselves, however they are written; a report's problems are its part on problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

PLAN = """岚津市人民政府办公室关于印发岚津市燃气突发事件应急预案的通知

岚政办〔2024〕7号

各区人民政府：现将预案印发给你们。

岚津市人民政府办公室

2024年3月1日

岚津市燃气突发事件应急预案

1 总则

1.1 目的。为处置燃气突发事件，制定本预案。

2 组织体系

2.1 成员单位职责

（1）市住房城乡建设局：负责燃气抢修的指导，组织编制保供方案。

（2）市财政局：安排抢修经费，每年不少于300万元。

（3）市交通运输局：保障抢修车辆通行。

3 事件分级

级别　　影响用户　　停气时间　　启动机关
特别重大（Ⅰ级）　　5万户以上　　36小时以上　　市政府
重大（Ⅱ级）　　2万户以上5万户以下　　24小时以上　　总指挥
较大（Ⅲ级）　　5000户以上2万户以下　　12小时以上　　指挥部办公室

4 应急响应

4.1 Ⅰ级响应启动后，总指挥30分钟内到场。Ⅱ级响应启动后，副总指挥1小时内到场。

附件：应急联络表

单位 | 值班电话 | 联络员
市住房城乡建设局 | 0000-7701001 | 贺云川
市燃气集团 | 0000-7701002 | 辛望舒
市交通运输局 | 0000-7701003 | 白砚秋
"""
HOMES = """岚津市2025年共有产权住房配售问答

| 项目 | 所在区 | 套数 | 基准价（元/平方米） | 建设单位 | 计划交付 |
| --- | --- | --- | --- | --- | --- |
| 揽月庭 | 河东区 | 520 | 7200 | 岚津安居公司 | 2025年11月底 |
| 枕溪苑 | 河西区 | 310 | 6900 | 河西城投公司 | 2026年4月底 |
| 望桥里 | 新城区 | 460 | 8100 | 新城建设公司 | 2026年8月底 |

揽月庭配建的小学由河东区政府负责。
"""
REPORT = """岚津市人民政府办公室关于2025年上半年重点项目督查情况的通报

岚政办通〔2025〕20号

一、总体情况

督查组实地察看项目31个，走访企业12家。

二、存在问题

（一）前期工作缓慢。滨河大桥用地手续未办结，责任单位为市自然资源局。

（二）资金拨付滞后。污水厂扩建项目资金到位率仅为41%，责任单位为市财政局。

三、工作要求

（一）压实责任。各牵头单位每月报送进展。

岚津市人民政府办公室

2025年7月12日
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"plan.txt": PLAN, "homes.md": HOMES, "report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("枕溪苑什么时候交房？", "计划交付：2026年4月底", "2025年11月底"),
        ("望桥里在哪个区", "新城区", "河东区"),
        ("揽月庭每平方米多少钱？", "7200元/平方米", "未写明"),
        ("岚津燃气停气影响多少户算重大事件？", "2万户以上5万户以下", "特别重大"),
        ("岚津一级响应什么情况下启动", "5万户以上", "2万户"),
        ("燃气预案里Ⅲ级响应由谁启动？", "启动机关：指挥部办公室", "总指挥"),
        ("岚津应急联络表里市燃气集团的联络员和电话", "0000-7701002", "7701001"),
        ("市财政局在岚津燃气应急里要干什么", "安排抢修经费", "指导"),
    ],
)
def test_rows_by_their_names(assistant: Assistant, question: str, given: str, not_given: str) -> None:
    """The cells that are asked for, with the names of their columns and no row beside."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert given in answer.answer
    assert not_given not in answer.answer


def test_beside_the_table(assistant: Assistant) -> None:
    """A row does not tell what its columns say nothing of."""
    answer = assistant.answer("揽月庭旁边的地铁站什么时候开")
    assert "2025年11月底" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "岚津市上半年督查发现了哪些问题？",
        "岚津重点项目督查里哪些工作没完成",
        "岚津督查通报里拖后腿的单位有哪些",
        "What problems did the inspection of key projects in Lanjin find?",
    ],
)
def test_problems_of_a_report(assistant: Assistant, question: str) -> None:
    """The part on problems in full, each with what it says."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    for said in ("滨河大桥用地手续未办结", "到位率仅为41%"):
        assert said in answer.answer
    assert "每月报送" not in answer.answer


def test_problems_of_something_in_it(assistant: Assistant) -> None:
    """Of one thing in the paper only what is said of that."""
    answer = assistant.answer("滨河大桥存在什么问题")
    assert "41%" not in answer.answer
