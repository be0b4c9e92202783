"""Ledgers that give each matter a light, and lists whose rows are papers with numbers of their own."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

LEDGER = """<html><body><h1>岫屏市2025年重点督办事项台账</h1><table>
<tr><th>序号</th><th>督办事项</th><th>主办单位</th><th>工作进展</th><th>办结时限</th><th>评价</th></tr>
<tr><td>1</td><td>东站货场搬迁</td><td>市交通运输局</td><td>土地未供应</td><td>2025年12月底</td><td>红灯</td></tr>
<tr><td>2</td><td>冷链园二期建设</td><td>市商务局</td><td>主体完工</td><td>2025年10月底</td><td>黄灯</td></tr>
<tr><td>3</td><td>夜市改造</td><td>市城管局</td><td>验收完毕</td><td>2025年8月底</td><td>绿灯</td></tr>
<tr><td>4</td><td>岸电改造</td><td>屏川港务集团</td><td>设备到货</td><td>2025年9月底</td><td>黄灯</td></tr>
</table></body></html>"""

SENT = """<html><body><h1>岫屏市交办单汇总</h1><table>
<tr><th>交办编号</th><th>问题描述</th><th>交办对象</th><th>反馈时限</th><th>反馈情况</th></tr>
<tr><td>岫督交〔2025〕11号</td><td>收费目录未公示</td><td>市口岸办</td><td>5月20日</td><td>已反馈</td></tr>
<tr><td>岫督交〔2025〕12号</td><td>查验平台闲置</td><td>岫屏港务公司</td><td>6月10日</td><td>逾期</td></tr>
<tr><td>岫督交〔2025〕13号</td><td>退税慢</td><td>市税务局</td><td>6月25日</td><td>已反馈</td></tr>
</table></body></html>"""

APPROVALS = """岫屏市低空物流责任清单

一、市交通运输局（2项）
1.开通无人机航线12条，2025年底前常态化运行。
2.建立航线审批“一窗受理”机制，审批时限不超过5个工作日。
二、市公安局（1项）
1.建立飞行报备平台，2025年8月底前上线。
"""


@pytest.fixture(scope="module")
def ledgers(over: Over) -> Assistant:
    """Answers over the papers of one city."""
    return over({"ledger.html": LEDGER, "sent.html": SENT, "duties.txt": APPROVALS})


@pytest.mark.parametrize(
    ("question", "given", "others"),
    [
        ("岫屏市督办台账里哪些事项是红灯？", ("东站货场",), ("冷链园", "夜市", "岸电")),
        ("岫屏市督办事项里亮黄灯的有哪些？", ("冷链园", "岸电"), ("东站货场", "夜市")),
        ("岫屏市重点督办事项有几项亮绿灯？", ("夜市",), ("东站货场", "冷链园")),
    ],
)
def test_matters_are_listed_by_their_light(
    question: str, given: tuple[str, ...], others: tuple[str, ...], ledgers: Assistant
) -> None:
    """Whatever the column of lights is called."""
    answer = ledgers.answer(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in given)
    assert not any(words in answer.answer for words in others)


@pytest.mark.parametrize(
    "question",
    ["岫督交〔2025〕12号交办给谁，反馈了吗？", "岫督交〔2025〕12号交办给谁？", "岫督交[2025]12号反馈情况怎么样"],
)
def test_the_row_of_a_number_is_not_that_of_the_number_beside_it(question: str, ledgers: Assistant) -> None:
    """Rows that share all other words are told apart by the number."""
    answer = ledgers.answer(question).answer
    assert "岫屏港务公司" in answer or "逾期" in answer
    assert "市口岸办" not in answer
    assert "市税务局" not in answer


def test_in_how_many_days_is_not_told_by_the_day_of_the_task_beside_it(ledgers: Assistant) -> None:
    """The item has a time limit in its words and no deadline; the one above it has a deadline."""
    answer = ledgers.answer("岫屏市低空物流航线审批几个工作日办完？").answer
    assert "5个工作日" in answer
    assert "2025年底" not in answer
