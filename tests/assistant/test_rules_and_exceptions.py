"""What a rule takes out, what follows from breaking it, what was decided, and what a remark dates besides a row."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

MEASURES = """柏渡市商务局关于印发《柏渡市旧机床出口若干措施》的通知

柏商发〔2024〕6号

各县（市、区）商务部门：

现将《柏渡市旧机床出口若干措施》印发给你们，请认真贯彻执行。

柏渡市商务局
2024年6月28日

柏渡市旧机床出口若干措施

一、奖励标准。对首次出口旧机床的小微企业，每台奖励2万元，单户不超过10万元；翻新机床的附件不予奖励。投保出口信用保险的，保费补助比例为40%。

二、数据便利。建立机床运行数据出境清单，首批覆盖检测、维修两个行业；人员信息不适用本条便利。

三、规范经营。企业有下列情形之一的，当年不得享受本措施：（一）篡改铭牌的；（二）境外投诉未处置的；（三）新机床冒充旧机床的。出现第三项情形的，3年内不得申报。

四、容错。对程序合规但未达预期目标的探索，不作负面评价；造成重大损失的除外。

五、资金安排。申报总额超出预算时，检测类优先足额保障，其余类别按同比例调减。

六、咨询与监督。举报电话：0000-1111222。政策咨询电话：0000-3334444，联系人为外贸科。
"""
MINUTES = """柏渡市码头改革现场会会议纪要

〔2024〕9号

时　间：2024年8月22日下午
地　点：柏渡港会议中心
主持人：副市长 佘霁云
参加人员：市商务局局长 路南屏，市税务局总经济师 桑怀瑾，商户代表 阮小满

一、情况通报

路南屏表示，联网平台日均组货单1460票。他建议由平台向银行开放数据接口，数据接口开发费用由柏渡担保公司承担。

阮小满反映，三区商户到报关服务点要走四十分钟，希望增设服务点。

二、会议议定事项

（一）由市商务局牵头，10月底前打通平台与银行的数据接口。数据接口开发费用由柏渡港集团承担。

（二）由市人力社保局牵头，年内举办越南语、泰语、印尼语单证培训各2期，每期不少于40人。

（三）由市税务局牵头，11月底前在三区派驻1名业务骨干。
"""
LIST = """# 柏渡市2025年涉外改革清单

（柏营办〔2025〕7号，2025年3月12日印发）

为解决办事堵点，形成本清单。清单共2个领域3项，由牵头单位组织实施。

| 领域 | 序号 | 改革举措 | 牵头单位 | 完成时间 |
|---|---|---|---|---|
| 通关 | 1 | 口岸收费公示 | 市口岸办 | 2025年5月 |
| 人员 | 2 | 外国人住宿登记自助申报 | 市公安局 | 2025年7月 |
| 人员 | 3 | 国际学校学位预告 | 市教育局 | 2025年4月 |

## 有关要求

一、第2项先在临澜街道试点，试点期间沿用现场登记的不得拒绝；7月完成试点，10月底前全市推开。

**年度目标表**

| 指标 | 2024年 | 2025年 | 责任单位 |
|---|---|---|---|
| 国际数据专用通道接入企业（家） | 80 | 150 | 市通信管理办 |
| 文化出海收入（亿元） | 27 | 35 | 市委宣传部 |
| 跨境合规服务机构（家） | 5 | 8 | 市司法局 |
"""


@pytest.fixture(scope="module")
def office(over: Over) -> Assistant:
    """An assistant over measures, minutes and a list of one town."""
    return over({"measures.txt": MEASURES, "minutes.txt": MINUTES, "list.md": LIST})


@pytest.mark.parametrize(
    ("question", "rule", "exception"),
    [
        ("首次出口旧机床的小微企业每台奖励多少", "2万元", "翻新机床的附件不予奖励"),
        ("柏渡旧机床数据便利首批覆盖哪两个行业", "检测、维修", "人员信息不适用本条便利"),
        ("柏渡旧机床出口的容错规定是什么", "不作负面评价", "造成重大损失的除外"),
    ],
)
def test_what_a_rule_takes_out_is_given_with_it(office: Assistant, question: str, rule: str, exception: str) -> None:
    """Who is told a rule without its exception is told something wrong."""
    answer = office.answer(question)
    assert rule in answer.answer
    assert exception in answer.answer


def test_what_follows_is_found_by_the_item_that_a_number_names(office: Assistant) -> None:
    """出现第三项情形的，… is about what item three says, and an item in running text has its announcement."""
    answer = office.answer("柏渡新机床冒充旧机床会怎么处理").answer
    assert "3年内不得申报" in answer
    assert "新机床冒充旧机床" in answer


def test_who_is_saved_first_is_no_question_for_a_unit(office: Assistant) -> None:
    """先保谁 asks for what is paid first, not for who is responsible."""
    answer = office.answer("柏渡旧机床资金申报总额超出预算，先保谁")
    assert answer.status == "answered"
    assert "检测类优先足额保障" in answer.answer


def test_a_share_is_no_sum_of_money(office: Assistant) -> None:
    """补几成 asks for a part in ten; no amount in yuan answers it."""
    answer = office.answer("柏渡旧机床出口投信保，保费补几成").answer
    assert "40%" in answer
    assert "2万元" not in answer


def test_what_was_decided_is_preferred_to_what_was_proposed(office: Assistant) -> None:
    """A speaker's proposal on who pays is not what the meeting agreed."""
    answer = office.answer("柏渡数据接口开发费用由谁承担").answer
    assert "柏渡港集团" in answer
    assert "柏渡担保公司" not in answer


@pytest.mark.parametrize(
    "question",
    ["柏渡现场会上哪位代表反映报关服务点太远", "柏渡现场会上 which participant 反映 报关服务点 要走四十分钟?"],
)
def test_who_reported_a_difficulty_is_a_speaker(office: Assistant, question: str) -> None:
    """反映 is a way of speaking, and a participant is who speaks."""
    assert "阮小满" in office.answer(question).answer


def test_one_sentence_in_two_languages_is_no_list(office: Assistant) -> None:
    """What is rendered in English rests on the same quote, which makes it no second item of a list."""
    answer = office.answer("Which languages will the 单证培训 decided at the 柏渡 meeting cover?").answer
    assert "越南语、泰语、印尼语" in answer
    assert "报关服务点" not in answer


def test_a_remark_that_dates_a_row_is_given_with_its_deadline(office: Assistant) -> None:
    """第2项…7月完成试点，10月底前全市推开 says of row two what its cell does not."""
    answer = office.answer("柏渡外国人住宿登记自助申报什么时候完成").answer
    assert "2025年7月" in answer
    assert "10月底前全市推开" in answer
    assert "10月底前" not in office.answer("柏渡国际学校学位预告什么时候完成").answer


def test_the_total_that_a_document_states_is_cited_with_the_count(office: Assistant) -> None:
    """Rows that are as many as the document says of itself are counted with its own words."""
    answer = office.answer("柏渡市2025年涉外改革清单一共多少项")
    assert "清单共2个领域3项" in answer.answer or answer.total != 3


def test_a_row_is_meant_by_what_is_said_of_it_in_other_words(office: Assistant) -> None:
    """The year names the column; the row is the one that speaks of what else is asked."""
    assert "150" in office.answer("柏渡涉外改革清单里2025年要有多少企业用上国际数据通道").answer


def test_the_unit_in_a_cell_answers_as_well_as_a_sentence(office: Assistant) -> None:
    """Who is responsible for the row of an indicator stands in its cell."""
    assert "市委宣传部" in office.answer("柏渡文化出海收入由谁负责").answer


def test_whom_to_ask_is_not_where_to_complain(office: Assistant) -> None:
    """The number for complaints is none for questions."""
    answer = office.answer("柏渡旧机床政策咨询电话是多少").answer
    assert "0000-3334444" in answer
