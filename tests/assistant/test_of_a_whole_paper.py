"""What every sentence of a paper is of without saying it: the place in its title, the heading in its own line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.matching.heads import place_of

ALGAE = """澄汐市蓝藻应急预案

澄汐市人民政府办公室

2016年5月印发的《澄汐市蓝藻应急预案》（澄政办发〔2016〕21号）同时废止。

1 术语　有毒蓝藻，是指能产生毒素、可能引起人体中毒的蓝藻。
2 报告　发现蓝藻的单位应当在2小时内报告应急指挥部办公室；
3 值守　发现水色异常的，可以拨打值班电话0000-7710023报告。
4 物资　每年6月底前检查一次，由市水务局会同澄汐海事局组织。储备改性黏土80吨，分存于北湖码头和南湖码头。
5 演练　市级每年至少演练2次，3月底前完成。市级每年安排应急演练经费40万元。
6 应急指挥部总指挥由分管副市长担任。
"""
RULES = """岚汀新区支持外贸发展实施细则

第一条 支持布局公共海外仓。自建的，按投资额的15%给予补助，最高180万元；租赁的，按年租金的25%给予补助，最高60万元。

第二条 支持建设独立站。自建的，按建站费用的40%给予补助，最高12万元。

第三条 申报单位应当在资金到账后保存凭证不少于10年。

第四条 冷链中心的专用变电站由岚汀供电公司负责建设，2026年3月底前通电。
"""
FLIGHTS = """屿汐市低空经济实施意见

截至2023年底，全市已有起降点17个。到2025年，建成起降点60个。到2027年，建成起降点150个。

2025年6月底前建成飞行服务平台一期，具备计划申报功能；2026年12月底前建成二期，具备实时监视功能。

加大招商力度，引进超亿美元项目12个，力争实际利用外资9亿美元。

（一）研发经费500万元以上、不足2000万元的，按6%给予补助，最高100万元；
（二）研发经费2000万元以上、不足5000万元的，按8%给予补助，最高350万元。
"""
BUSES = """沄桥市教育局对第0093号建议的答复

我市已在6所学校试点护学巴士，票价实行一票制3元，家庭经济困难学生免费；运营亏损由市、区两级财政按7∶3分担。
下一步，2026年秋季学期扩大到20所学校。
2025年查处校门口违停8600起。
柳荫路由桥西区政府实施，6月底前通车。
新能源车比例提高到90%（沄桥公交公司负责）。
"""
REPAIRS = """国务院关于同意开展综合保税区外维修业务试点的批复

同意在栎川市开展综合保税区外保税维修业务试点。
"""
CHECKS = """岚浦市随机抽查实施办法

（一）按照“谁检查、谁公开”的原则，抽查结果通过国家企业信用信息公示系统进行公示。
（二）对未履行或者违法履行抽查职责的执法检查人员，要依法依规严肃处理。
"""
SIDING = """岚浦市人民政府专题会议纪要

2025年3月28日，市长顾岱主持召开专题会议。

一、关于铁路专用线。由市口岸办负责对接，4月30日前取得接轨许可；专用线6月15日前开工，2026年4月底前具备通车条件。

请假：市自然资源局局长查岱（由副局长宁浦代为参加）
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over(
        {
            "algae.txt": ALGAE,
            "rules.txt": RULES,
            "flights.txt": FLIGHTS,
            "buses.txt": BUSES,
            "repairs.txt": REPAIRS,
            "checks.txt": CHECKS,
            "siding.txt": SIDING,
        }
    )


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("澄汐市蓝藻应急预案", "澄汐"),
        ("2024年岚汀新区实施细则", "岚汀"),
        ("内蒙古自治区政府工作报告", "内蒙古"),
        ("国务院办公厅关于同意的批复", ""),
        ("关于开拓市场的意见", ""),
        ("促进全市工业发展的措施", ""),
    ],
)
def test_the_place_of_a_paper_is_the_one_its_title_begins_with(title: str, place: str) -> None:
    """Without what kind of place it is."""
    assert place_of(title) == place


@pytest.mark.parametrize(
    ("question", "status", "given", "other"),
    [
        ('What does "toxic algae" mean in Chengxi\'s emergency plan?', "answered", "能产生毒素", "废止"),
        ("澄汐蓝藻 emergency drill 每年几次，deadline 是几月？", "answered", "每年至少演练2次", "经费"),
        (
            "How quickly must a unit that discovers algae in Chengxi report it, and to whom?",
            "answered",
            "2小时内",
            "废止",
        ),
        ("How much modified clay does Chengxi keep in stock, and where is it stored?", "answered", "北湖码头", "not"),
        ("What is the hotline for reporting abnormal water in Chengxi?", "answered", "0000-7710023", "not"),
        (
            "Who is the commander-in-chief of Chengxi's emergency headquarters, and what is his name?",
            "partial",
            "副市长",
            "仓",
        ),
        ("How much does Lanting grant for building an own overseas warehouse?", "answered", "180万元", "12万元"),
        ("How long must firms in Lanting keep vouchers after receiving the subsidy?", "answered", "10年", "not"),
        ("What does a ride on the school bus cost, and who pays for the losses?", "answered", "7∶3", "not"),
        ("How many illegal parkings were fined in Yunqiao?", "answered", "8600起", "not"),
        ("By when will Liuyin Road (柳荫路) be open again?", "answered", "6月底", "not"),
        ("Which company makes the school buses in Yunqiao?", "not_found", "makes", "公交公司"),
        (
            "How many schools in Yunqiao already run the bus, and how many will there be in autumn 2026?",
            "answered",
            "6所",
            "not",
        ),
        ("Where must the results of random checks be published in Lanpu?", "answered", "公示系统", "not"),
        ("What happens to inspectors in Lanpu who neglect their duty?", "answered", "严肃处理", "not"),
        ("By when must the railway siding in Lanpu be open to trains?", "answered", "2026年4月底", "许可"),
        (
            "Who stood in for the head of the natural resources bureau at the Lanpu meeting?",
            "answered",
            "宁浦",
            "抽查",
        ),
        ("Who builds the substation in Lanting, and who pays for it?", "partial", "岚汀供电公司", "废止"),
    ],
)
def test_a_sentence_is_of_the_place_and_the_heading_of_its_paper(
    question: str, status: str, given: str, other: str, assistant: Assistant
) -> None:
    """Whether it names the place or not; a paper that is repealed, or a body called after the place, tells nothing."""
    answer = assistant.answer(question)
    assert answer.status == status, answer.answer
    assert given in answer.answer
    assert other not in answer.answer


@pytest.mark.parametrize(
    ("question", "given", "other"),
    [
        (
            "How many take-off and landing sites did Yuxi have at the end of 2023, and how many does it want by 2027?",
            "17个",
            "60个",
        ),
        (
            "How many take-off and landing sites did Yuxi have at the end of 2023, and how many does it want by 2027?",
            "150个",
            "60个",
        ),
        ("By when must phase two of Yuxi's flight service platform be ready?", "2026年12月底", "2025年6月"),
        ("How much foreign investment does Yuxi want to actually use?", "9亿美元", "补助"),
        ("We spent RMB 30 million on R&D last year. What subsidy can we get in Yuxi?", "350万元", "100万元"),
    ],
)
def test_figures_of_two_years_and_of_the_case_that_is_given(
    question: str, given: str, other: str, assistant: Assistant
) -> None:
    """What was reached and what is wanted, the phase that is named, and the rule for the asker's own amount."""
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.answer
    assert given in answer.answer
    assert other not in answer.answer
