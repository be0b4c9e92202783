"""What is told by few words (how long something lasts, on which site, how often it is revised, in which unit) and by
nothing that is merely near it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.matching.lasting import LASTING, asks_lasting
from tests.assistant.conftest import Over

PLAN = """桐汀市粮食仓储物流提升行动方案

桐政办发〔2024〕31号

一、主要任务
1. 建设“桐仓通”平台。监测全部粮库温湿度，数据每10分钟上传一次，数据留存不少于3年。（市数据局，2025年4月底前）
2. 放宽运粮车通行限制。新能源运粮车凭码通行，允许在内环路临时停靠，单次停靠不超过20分钟。（市公安局，2024年10月底前）
3. 布设智能售粮柜。在300个小区布设智能售粮柜，单个点位一次性补助5000元。（责任单位：市商务局，2026年3月底前）
4. 支持粮食烘干。对建设粮食烘干中心的企业，烘干线不少于3条的，按设备投资额的20%给予补助，最高200万元。
二、应急储备
储备应急大米900吨，分存于北关粮库（500吨）和临河粮库（400吨）。发现霉变粮源时关闭出库通道，关闭决定应当在30分钟内对外公布。
三、附则
申报结果公示5个工作日后，于当年9月底前拨付。在做好“双随机、一公开”监管工作的同时，对投诉线索立即检查。抽查结果纳入信用档案。物资每年6月底前检查一次。
本方案由市粮食和储备局负责解释，每3年修订一次。粮食储备工作专班由分管副市长任召集人，每两个月召开一次调度会。
"""


@pytest.fixture(scope="module")
def plan(over: Over) -> Assistant:
    """Answers over the plan above."""
    return over({"plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("桐汀粮库的温湿度数据要留多久", "不少于3年"),
        ("桐汀新能源运粮车停一次最多多长时间", "不超过20分钟"),
        ("桐汀的应急大米存在哪儿，各多少吨", "北关粮库（500吨）"),
        ("桐汀粮食方案隔几年改一次", "每3年修订一次"),
        ("桐汀粮食申报结果要公示几天", "公示5个工作日"),
        ("桐汀粮食储备专班由谁当召集人，多久碰一次头", "每两个月召开一次"),
    ],
)
def test_a_particular_is_told_by_its_own_words(plan: Assistant, question: str, told: str) -> None:
    """No due date tells how long something is kept, no yearly check how often a plan is revised."""
    answer = plan.answer(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "桐汀智能售粮柜每个多少升",
        "桐汀每条烘干线的造价多少钱",
        "桐汀粮食申报结果公示在哪个网站",
        "桐汀2023年发生过几次粮源霉变",
        "桐汀粮库出库通道关闭多少天后可以重新开放",
        "桐汀双随机抽查结果几天内公示",
        "桐汀智能售粮柜是哪个品牌的",
        "桐汀粮食烘干线一台物业费多少",
    ],
)
def test_what_is_near_a_particular_tells_it_not(plan: Assistant, question: str) -> None:
    """A grant is no volume and no price, the time of a notice no site, thirty minutes no waiting time."""
    answer = plan.answer(question)
    assert answer.status == "not_found", answer.answer


def test_a_total_is_not_told_by_what_each_receives(over: Over) -> None:
    """Who asks for the whole budget is not told the ceiling for one firm."""
    assistant = over(
        {
            "a.txt": "兰渡市会展业扶持办法\n\n一、对年度办展10场以上的企业，分别给予20万元、40万元奖励。\n"
            "二、单个企业每年奖励合计不超过100万元。\n"
        }
    )
    assert assistant.answer("兰渡会展业奖励每年的总预算多少").status == "not_found"
    assert "100万元" in assistant.answer("兰渡的会展企业每年奖励最高能拿多少").answer


@pytest.mark.parametrize(
    ("question", "lasting"),
    [
        ("货物最多能存放多久", True),
        ("公示期是几天", True),
        ("样品保管期限多长", True),
        ("审批多久能办完", False),
        ("备案要在几天内完成", False),
        ("专班多久开一次会", False),
    ],
)
def test_how_long_a_thing_lasts_is_no_deadline(question: str, lasting: bool) -> None:
    """存放多久 asks for a length, 几天内 for a time limit, 多久一次 for a frequency."""
    assert asks_lasting(question) is lasting


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("保存期不少于2年", True),
        ("试点期自2024年1月1日起至2026年12月31日", True),
        ("2025年3月底前完成", False),
        ("数据每5分钟上传一次", False),
        ("应当在30分钟内对外公布", False),
    ],
)
def test_a_length_of_time_is_no_date(text: str, told: bool) -> None:
    """Neither a due date nor a time limit nor an interval is a length."""
    assert bool(LASTING.search(text)) is told


def test_what_is_kept_is_told_by_what_is_kept(over: Over) -> None:
    """A ledger that differs is to be corrected within 30 days; how long ledgers are kept says another sentence."""
    assistant = over(
        {
            "a.txt": "云汀市保税仓储管理办法\n\n第一条　企业应当建立保税专用账册，账册保存期限不少于6年。\n"
            "第二条　账册数据与库存不符的，责令限期整改，整改期限不超过30日。\n"
            "第三条　评审通过的，由市商务局在其网站公示，公示期为9日。\n"
            "第四条　护学巴士实行一票制3元，巴士补贴1200万元，运营亏损由市、区财政按6∶4分担。\n"
        }
    )
    for question, told in (
        ("云汀保税账册要保管几年", "不少于6年"),
        ("云汀保税评审通过的在哪儿公示、公示几天", "公示期为9日"),
        ("云汀护学巴士坐一次多少钱", "一票制3元"),
        ("云汀护学巴士亏的钱谁掏", "6∶4分担"),
    ):
        answer = assistant.answer(question)
        assert answer.status == "answered", answer.answer
        assert told in answer.answer
