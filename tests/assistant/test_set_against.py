"""By how much one thing is more than another, which of several has the most, whether two figures are the same: said of
figures that stand with the things' own names, with the quotes that they come from."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answers.figures_told import Measured, told
from assistant.language.figure_names_alike import same_name
from assistant.language.figures_of_names import figures_of_names
from assistant.questions.coordination import NO_USAGE
from assistant.questions.set_against import set_against
from corpus.quantities import Quantity
from tests.assistant.conftest import Over

PAPERS = {
    "lanting.txt": "岚汀市2031年国民经济和社会发展统计公报\n\n岚汀市统计局\n2032年3月12日\n\n一、人口\n"
    "全年出生人口1.21万人，出生率6.2‰；死亡人口1.87万人，死亡率7.4‰。\n\n二、贸易和金融\n"
    "全年货物进出口总额421.5亿元，增长3.2%。其中，出口301.7亿元，增长4.5%；进口119.8亿元，增长0.3%。"
    "实际使用外资3.12亿美元，下降7.7%。年末本外币存款余额3120.4亿元，增长9.1%；贷款余额2780.9亿元，增长10.4%。\n",
    "qiaoyuan.txt": "樵渊市园区建设情况通报\n\n各县区人民政府：\n"
    "全年园区新签约、新开工、新竣工项目分别为215个、189个、226个，亩均税收18.6万元。"
    "对认定的国家级、省级研发平台，分别给予最高300万元（国家级）、80万元（省级）的补助。"
    "全年评出科技成果奖，授予“深海传感”等4项成果特等奖，授予“节能炉窑”等17项成果一等奖，授予“育种芯片”等52项成果二等奖。\n"
    "\n樵渊市人民政府办公室\n2031年5月9日\n",
    "maoling.txt": "茅岭跨境贸易试验区方案\n\n一、总体要求\n具体目标：到2031年，争取年出口交易额突破180亿元、"
    "年进口交易额突破20亿元，"
    "培育10个以上产业集群。试验区26.5平方公里为核心片区，联动片区为120平方公里。\n",
    "qingdao.txt": "青岛市人民政府工作报告\n\n（2031年1月15日）\n\n一、2030年工作回顾\n"
    "GDP、规模工业增加值、社会消费品零售总额分别增长4.6%、5%、9.5%。集装箱吞吐量突破120万标箱。\n\n二、2031年工作安排\n"
    "主要预期目标是：GDP增长6%左右，一般公共预算地方收入增长6.5%，进出口总额增长7%。\n",
    "yantai.txt": "烟台市人民政府工作报告\n\n（2031年1月18日）\n\n一、2030年工作回顾\n"
    "全市地区生产总值增长4.8%，规上工业增加值增长7.5%。集装箱吞吐量突破100万标准箱、增长8%。\n\n二、2031年工作安排\n"
    "今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，外贸进出口总额增长10%。\n",
}


@pytest.fixture
def papers(over: Over) -> Assistant:
    """A bulletin, a circular and the reports of two cities."""
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("岚汀市2031年出口比进口多多少？", "（301.7亿元）高于岚汀市2031年进口（119.8亿元），相差181.9亿元"),
        (
            "岚汀2031年出生人口比死亡人口少多少？",
            "死亡人口（1.87万人）多于岚汀2031年出生人口（1.21万人），相差0.66万人",
        ),
        ("岚汀年末存款余额比贷款余额高多少？", "相差339.5亿元"),
        ("樵渊园区新签约、新开工、新竣工项目哪个最多？", "其中最多的是新竣工（226个）"),
        ("樵渊园区新签约、新开工、新竣工项目哪个最少？", "其中最少的是新开工（189个）"),
        ("樵渊国家级和省级研发平台的补助差多少？", "国家级（最高300万元）高于省级（80万元），相差220万元"),
        ("茅岭试验区到2031年的出口目标和进口目标相差多少？", "（突破180亿元）高于进口目标（突破20亿元），相差160亿元"),
        ("茅岭核心片区和联动片区面积差多少？", "大于核心片区（26.5平方公里），相差93.5平方公里"),
        ("樵渊科技成果奖里，一等奖比二等奖少多少项？", "二等奖（52项）多于一等奖（17项），相差35项"),
        (
            "青岛2031年进出口总额增长目标和烟台比哪个高，高多少？",
            "进出口总额增长：烟台（10%）高于青岛（7%），相差3个百分点",
        ),
        ("青岛2031年一般公共预算收入增长目标比烟台高多少？", "青岛（6.5%）高于烟台（5%），相差1.5个百分点"),
        ("青岛和烟台2030年GDP增速哪个快？", "地区生产总值增长：烟台（4.8%）高于青岛（4.6%），相差0.2个百分点"),
        ("青岛和烟台2031年的GDP增长目标一样吗？", "地区生产总值增长：青岛与烟台相同，都是6%左右"),
        (
            "青岛和烟台2030年集装箱吞吐量谁多？",
            "按所写的数字，集装箱吞吐量：青岛（突破120万标箱）高于烟台（突破100万标准箱）。",
        ),
    ],
)
def test_what_comes_of_two_figures_is_said(question: str, told: str, papers: Assistant) -> None:
    """Which is more and by how much, under whatever name each office prints the figure."""
    answer = papers.answer(question)
    assert told in answer.answer, answer.answer
    assert all(citation.quote for citation in answer.citations)


def test_a_name_that_tells_nothing_apart_is_not_ranked(papers: Assistant) -> None:
    """Of exports to A and exports to B "exports" is the name of neither."""
    answer = papers.answer("Which is larger in 岚汀 in 2031, exports of 出口 or exports of 进口?")
    assert "above exports" not in answer.answer


def test_of_two_falls_the_greater_one_is_told_as_such() -> None:
    """下降12.7% is no lower than 下降9.8% to who asks which fell more."""
    sales, area = (
        Measured(name, Quantity(f"下降{number}%", 0, 0, -number, "%"), ())
        for name, number in (("销售额", 12.7), ("销售面积", 9.8))
    )
    assert told(sales, area, zh=True).text == "销售额（下降12.7%）降幅大于销售面积（下降9.8%），相差2.9个百分点。"
    assert "销售额 (下降12.7%) fell by more than" in told(area, sales, zh=False).text


def test_units_that_cannot_be_turned_into_each_other_are_named(papers: Assistant) -> None:
    """美元 and 元: both figures are told, and that they are in two units."""
    answer = papers.answer("岚汀2031年实际使用外资比出口少多少？")
    assert "所用单位不同" in answer.answer
    assert "相差" not in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("岚汀2031年出口比上年增长多少？", "增长4.5%"),
        ("岚汀2031年进口比去年多了几个点？", "增长0.3%"),
        ("岚汀2031年实际使用外资与上年相比下降多少？", "下降7.7%"),
        ("岚汀年末贷款余额较上一年涨了多少？", "增长10.4%"),
    ],
)
def test_an_earlier_state_is_no_second_thing(question: str, told: str, papers: Assistant) -> None:
    """比上年增长多少 asks of one thing, and of none that stands beside 比上年 elsewhere."""
    answer = papers.answer(question)
    assert told in answer.answer, answer.answer
    assert "（2）" not in answer.answer


@pytest.mark.parametrize(
    ("names", "text", "told"),
    [
        (("甲", "乙"), "甲、乙分别增长4%、5%。", ["4%", "5%"]),
        (("国家级", "省级"), "给予300万元（国家级）、80万元（省级）。", ["300万元", "80万元"]),
        (("城区", "农村"), "城区8家，农村9家。", ["8家", "9家"]),
        (("城区", "农村"), "城区8家、占2成的9家，农村9家。", []),  # two figures in one clause
        (("城区", "农村"), "城区8家，农村9万元。", []),  # of two units
        (("甲", "乙"), "甲、乙、丙分别增长4%、5%。", []),  # more names than figures
    ],
)
def test_figures_of_names_leave_no_choice(names: tuple[str, ...], text: str, told: list[str]) -> None:
    """One figure for each name, or none at all."""
    assert [one.text for one in figures_of_names(names, text)] == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("GDP增长", "全市生产总值增长", True),
        ("外贸进出口总额增长", "进出口增长", True),
        ("城镇调查失业率", "城镇登记失业率", False),
        ("居民人均可支配收入增长", "城镇居民人均可支配收入增长", False),
        ("跨境电商进出口", "进出口", False),
    ],
)
def test_only_names_of_one_figure_are_alike(one: str, other: str, *, same: bool) -> None:
    """The surveyed and the registered rate of unemployment are two figures."""
    assert (same_name(one) == same_name(other)) is same


BULLETIN = {
    "weiting.txt": "苇汀市2030年国民经济和社会发展统计公报\n\n苇汀市统计局\n2031年3月20日\n\n一、综合\n"
    "全年地区生产总值820.4亿元，比上年增长5.1%。其中，第一产业增加值91.2亿元，增长3.2%；第二产业增加值342.7亿元，增长6.4%；"
    "第三产业增加值386.5亿元，增长4.7%。分类别看，食品烟酒价格上涨0.6%，衣着上涨1.3%，居住下降0.4%，交通和通信下降2.1%。\n\n"
    "二、工业\n全年规模以上工业增加值增长6.9%。分经济类型看，国有控股企业增长4.1%，外资企业增长3.3%，私营企业增长8.8%。"
    "分门类看，采矿业下降3.1%，制造业增长7.2%，电力生产业增长9.5%。\n\n表1　2030年主要工业产品产量\n\n"
    "| 产品名称 | 单位 | 产量 | 比上年增长（%） |\n| --- | --- | --- | --- |\n"
    "| 新能源汽车 | 万辆 | 5.2 | 38.6 |\n| 水泥 | 万吨 | 402 | -6.1 |\n| 工业机器人 | 套 | 3150 | 22.4 |\n\n"
    "三、投资和人民生活\n全年固定资产投资比上年增长2.6%。其中，工业投资增长9.8%，基础设施投资增长5.5%，民间投资增长1.7%。"
    "年末民用汽车保有量50.1万辆，增长4.0%；新能源汽车保有量4.8万辆，增长51.3%。"
    "城市低保对象0.64万人，农村低保对象3.15万人。评审专家组由7人组成，其中技术专家4人、财务专家2人、管理专家1人。\n",
}


@pytest.fixture
def bulletin(over: Over) -> Assistant:
    """A bulletin with series of figures in its sentences and a table of products."""
    return over(BULLETIN)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "苇汀三次产业里哪个增长最快，哪个最慢？",
            "最快的是第二产业增加值（增长6.4%），最慢的是第一产业增加值（增长3.2%）",
        ),
        ("苇汀三次产业中增加值最高的是哪个？", "最高的是第三产业增加值（386.5亿元）"),
        ("苇汀价格分类别看，哪类下降最多？", "最多的是交通和通信（下降2.1%）"),
        ("苇汀固定资产投资中增长最快的是哪一项？", "最快的是工业投资（增长9.8%）"),
        ("苇汀评审专家组里哪类专家最多？", "最多的是技术专家（4人）"),
        ("苇汀城市低保对象和农村低保对象加起来多少人？", "合计3.79万人"),
        ("苇汀采矿业和制造业哪个增速快？", "制造业（增长7.2%）高于采矿业（下降3.1%），相差10.3个百分点"),
        ("苇汀2030年新能源汽车保有量比上年增长多少？", "增长51.3%"),
        ("苇汀主要工业产品里产量增长最快的是哪个？", "新能源汽车：比上年增长38.6%"),
    ],
)
def test_the_most_of_a_series_and_its_sum(question: str, told: str, bulletin: Assistant) -> None:
    """Of what one sentence gives side by side; a table of products is asked only of products."""
    answer = bulletin.answer(question)
    assert told in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("question", "false"),
    [
        ("苇汀工业分门类看哪个增长最快？", "私营企业（"),
        ("苇汀固定资产投资中增长最快的是哪一项？", "新能源汽车："),
        ("苇汀三次产业比重哪个最高？", "亿元）。"),
        ("苇汀2030年新能源汽车保有量比上年增长多少？", "38.6"),
    ],
)
def test_nothing_is_ranked_that_was_not_asked_for(question: str, false: str, bulletin: Assistant) -> None:
    """Other kinds, a table of other things, sizes where shares are asked for."""
    assert false not in bulletin.answer(question).answer


@pytest.mark.parametrize(
    "question", ["重点事项的抽查比例最高多少？", "研发投入占比最低多少？", "重点项目投资比重最高多少？"]
)
def test_a_share_at_most_is_set_against_nothing(question: str) -> None:
    """比例, 占比 and 比重 are names of figures, and 最高 asks for a limit."""
    assert set_against(question, NO_USAGE) == ()
    assert len(set_against("一般项目比重点项目少多少？", NO_USAGE)) == 2
