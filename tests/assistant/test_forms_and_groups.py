"""Notices that hand a matter over on a form, groups with their units, lists that tell how long a matter takes, and
meetings with somebody in the chair."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

FORM = """<html><body><h1>屏川市人民政府督查室督办通知单</h1><p>屏督〔2025〕6号</p>
<table>
<tr><td>交办事项</td><td colspan="3">滨河公共码头岸电改造推进缓慢问题</td></tr>
<tr><td>事项来源</td><td>市政府第17次常务会议</td><td>交办日期</td><td>2025年3月3日</td></tr>
<tr><td>承办单位</td><td>市交通运输局</td><td>协办单位</td><td>市发展改革委、屏川港务集团</td></tr>
<tr><td>办理要求</td><td colspan="3">1.查清设备采购延误原因；2.重新排定施工计划。</td></tr>
<tr><td>办结时限</td><td>2025年6月20日前</td><td>反馈方式</td><td>每月书面报送</td></tr>
</table>
<p>附：问题分解表</p>
<table>
<tr><th>序号</th><th>问题</th><th>主办</th><th>协办</th><th>整改时限</th></tr>
<tr><td>1</td><td>岸电设备未到货</td><td>屏川港务集团</td><td>市交通运输局</td><td>4月底前</td></tr>
<tr><td>2</td><td>供电增容方案未批复</td><td>市发展改革委</td><td>国网屏川供电公司</td><td>5月15日前</td></tr>
</table></body></html>"""

GROUPS = """屏川市内河集装箱提升行动方案

一、组织领导
成立屏川市内河集装箱提升工作专班，召集人由副市长谷雨田担任，成员由市交通运输局、市商务局主要负责同志组成。专班下设三个小组：
1.政策支持组。组长单位：市财政局；成员单位：市税务局、市发展改革委。负责拟订奖补政策。
2.项目推进组。组长单位：市交通运输局；成员单位：市水利局、市国资委。负责码头项目调度。
3.通关服务组。组长单位：屏川海关；成员单位：市商务局、市口岸办。负责查验协调。
二、重点任务
（一）建设集装箱码头。新建泊位4个。牵头单位：市交通运输局，配合单位：市水利局，完成时限：2026年6月底前。
"""

MATTERS = """<html><body><h1>屏川市“高效办成一件事”清单</h1>
<table>
<tr><th>序号</th><th>事项名称</th><th>牵头部门</th><th>联办部门</th><th>办理时限（工作日）</th><th>上线时间</th></tr>
<tr><td>1</td><td>水路运输企业开办</td><td>市交通运输局</td><td>市市场监管局</td><td>4</td><td>2025年8月底</td></tr>
<tr><td>2</td><td>船员证书补办</td><td>屏川海事局</td><td>市人社局</td><td>2</td><td>2025年5月底</td></tr>
</table></body></html>"""

COUNCIL = """屏川市物流保通协调机制方案

一、组成单位
协调机制由市交通运输局、市商务局、市公安局、屏川海关等4个单位组成。
二、工作规则
每季度召开1次会议。

附件
屏川市物流保通协调机制成员名单

召集人：谷雨田　　副市长
成　员：秦牧之　　市交通运输局局长
　　　　梁　栋　　市商务局局长
"""

MEETING = """屏川市政府召开第21次常务会议

5月8日，市委副书记、市长云长河主持召开市政府第21次常务会议，研究港口改造、夏季防汛等工作。
会议强调，市交通运输局要加快岸电改造，6月底前完成。
"""

SCORES = """<html><body><h1>屏川市稳外贸工作考核办法</h1>
<p>考核工作由市商务局牵头组织，市统计局、屏川海关参与。</p>
<table>
<tr><th>指标</th><th>分值</th><th>数据来源</th></tr>
<tr><td>稳外贸进出口增速考核</td><td>20</td><td>市数据局</td></tr>
<tr><td>稳外贸企业数考核</td><td>10</td><td>市市场监管局</td></tr>
</table></body></html>"""


@pytest.fixture(scope="module")
def office(over: Over) -> Assistant:
    """Answers over the papers of one city."""
    return over(
        {
            "form.html": FORM,
            "groups.txt": GROUPS,
            "matters.html": MATTERS,
            "council.txt": COUNCIL,
            "meeting.txt": MEETING,
            "scores.html": SCORES,
        }
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("滨河公共码头岸电改造的承办单位和办结时限？", ("市交通运输局", "6月20日")),
        ("滨河公共码头岸电改造推进缓慢问题由谁承办，什么时候办结？", ("市交通运输局", "6月20日")),
        ("屏督〔2025〕6号由谁承办，什么时候办结？", ("市交通运输局", "6月20日")),
        ("屏督〔2025〕6号的协办单位有哪些？", ("市发展改革委", "屏川港务集团")),
        ("屏川市督办通知单的办结时限？", ("6月20日",)),
    ],
)
def test_a_form_tells_who_has_the_matter_and_by_when(question: str, told: tuple[str, ...], office: Assistant) -> None:
    """Asked by the matter, or by the paper alone; the rows of the table below it are parts of the matter."""
    answer = office.answer(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in told)
    assert not any(words in answer.answer for words in ("4月底", "5月15日", "供电公司", "不一致"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("屏川市内河集装箱项目推进组由谁牵头", ("市交通运输局",)),
        ("屏川市内河集装箱项目推进组组长单位是谁？", ("市交通运输局",)),
        ("内河集装箱项目推进组的组长单位和成员单位是谁？", ("市交通运输局", "市水利局", "市国资委")),
        ("屏川市内河集装箱通关服务组的组长单位是哪家？", ("屏川海关",)),
    ],
)
def test_a_group_is_asked_for_by_its_name(question: str, told: tuple[str, ...], office: Assistant) -> None:
    """推进 in 项目推进组 is part of the name, and the group beside it has other units."""
    answer = office.answer(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in told)
    assert "谷雨田" not in answer.answer
    assert "市财政局" not in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("屏川市水路运输企业开办几个工作日办完？", ("（工作日）：4",)),
        ("屏川市水路运输企业开办由谁牵头，几个工作日办完？", ("市交通运输局", "4")),
        ("屏川市船员证书补办要几天办好？", ("（工作日）：2",)),
    ],
)
def test_how_long_a_matter_takes_is_not_the_day_on_which_it_is_due(
    question: str, told: tuple[str, ...], office: Assistant
) -> None:
    """办理时限（工作日） stands in a column of its own beside the day on which the matter goes online."""
    answer = office.answer(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in told)
    assert "完成时间" not in answer.answer


def test_the_day_is_told_where_it_is_asked_for(office: Assistant) -> None:
    """The same row has both."""
    assert "8月底" in office.answer("屏川市水路运输企业开办什么时候上线？").answer


def test_units_of_a_body_are_told_before_the_people_on_its_list(office: Assistant) -> None:
    """A list of members is the answer where people are asked for."""
    units = office.answer("屏川市物流保通协调机制有哪些成员单位？").answer
    assert "屏川海关" in units
    assert "共3位" not in units
    assert "秦牧之" in office.answer("屏川市物流保通协调机制的成员有谁？").answer


def test_who_chaired_is_told_by_a_sentence_that_speaks_of_the_chair(office: Assistant) -> None:
    """The headline names the meeting and nobody."""
    assert "云长河" in office.answer("屏川市第21次常务会议谁主持的？").answer


def test_a_unit_that_gives_the_figures_leads_nothing(office: Assistant) -> None:
    """数据来源 is no column of who does something."""
    answer = office.answer("屏川市稳外贸考核由谁牵头，哪些单位参与？").answer
    assert "市市场监管局" not in answer
    assert "市数据局" not in answer
