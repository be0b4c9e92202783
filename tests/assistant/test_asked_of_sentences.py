"""What single sentences state, asked for turned round: bounds, terms, conditions, and things that they do not count."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.figure_names import thing_counted
from assistant.language.listed_things import listed_things
from tests.assistant.conftest import Over

RULES = """沐川市人民政府关于印发《沐川市水上运动企业培育管理办法》的通知

各有关单位：
现印发给你们，请遵照执行。
沐川市人民政府
2025年12月5日

沐川市水上运动企业培育管理办法

第一章 总则
第一条 为培育水上运动企业，制定本办法。
第二条 本办法由市体育局负责解释。
第二章 申报
第三条 申请认定为水上运动示范企业的，应当同时具备下列条件：
（一）在本市登记注册满2年；
（二）上年度营业收入不低于300万元；
（三）拥有自有码头或者租赁码头。
第四条 具备第三条规定条件，且符合下列条件之一的，可以申请认定为水上运动龙头企业：
（一）上年度营业收入不低于3000万元；
（二）举办过国际赛事。
第五条 申报单位应当提交下列材料：
（一）申报书；
（二）营业执照复印件；
（三）上年度审计报告。
第六条 市体育局收到材料后，审查时间一般不少于5个工作日，最长不超过15个工作日。
第七条 申报单位提交的视频时长不少于3分钟。
第八条 公示无异议的，市财政局在20个工作日内拨付资金。
第九条 评估不合格的，责令限期整改，整改期限不超过30日。
第十条 市体育局应当于2026年6月底前出台水上运动安全细则，并于2026年9月底前签发首张水上运动许可证。
第十一条 各推荐单位应当在本单位职能和业务范围内推荐企业。
第十二条 新建码头的，应当报市体育局备案。
第十三条 本办法自2026年1月1日起施行。
"""
REPORT = """2026年沐川市政府工作报告

一、2025年工作回顾
体育场馆建设加快，新建游泳馆12座。为困难群众发放救助金2.3亿元。新设外贸企业96家。商品房销售面积增长6.5%。
福利彩票销售额增长59.4%。改造农村危房430户。赛艇出口额增长8.1%。
二、2026年重点工作
力争新建健身步道60公里。
"""
STEPS = """沐川市水上运动企业申报流程

一、申报流程
序号\t环节\t办理单位\t时间
1\t网上填报\t申报单位\t3月1日至3月31日
2\t初审\t区体育局\t4月15日前
3\t复审\t市体育局\t4月30日前
"""
REPLY = """沐川市人民政府办公室对市十届人大四次会议第2996号建议的答复

赵代表：
您提出的关于建设外文网站的建议收悉，现答复如下：
外文网站由市大数据局负责建设，2026年8月底前上线。
沐川市人民政府办公室
2026年3月2日
"""


@pytest.fixture(scope="module")
def papers(over: Over) -> Assistant:
    """Answers over the papers above."""
    return over({"办法.txt": RULES, "报告.txt": REPORT, "流程.txt": STEPS, "答复.txt": REPLY})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水上运动企业的材料审查时间不能低于多少？", "5个工作日"),
        ("审查时间有没有上限？", "15个工作日"),
        ("申报视频时长有没有下限？", "3分钟"),
        ("评估不合格的，整改期限最多多少？", "30日"),
        ("市财政局拨付资金要几天？", "20个工作日"),
        ("公示无异议的，拨付资金给多少时间？", "20个工作日"),
        ("拨付资金有时间限制吗？", "20个工作日"),
        ("商品房销售面积增长了多少？", "6.5%"),
        ("沐川市今年的政府工作报告里赛艇出口额增长多少？", "8.1%"),
    ],
)
def test_a_bound_or_a_term_is_given(question: str, value: str, papers: Assistant) -> None:
    """However the bound is asked for; a term of days is no sum of money, and the growth of an area no area."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert value in answer.answer
    assert value in "".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("按《沐川市水上运动企业培育管理办法》，什么时候前要出台水上运动安全细则？", "2026年6月底"),
        ("沐川市水上运动企业培育管理办法里，哪天之前要签发首张水上运动许可证？", "2026年9月底"),
    ],
)
def test_before_when_something_is_to_be_issued_is_no_date_of_the_paper_itself(
    question: str, value: str, papers: Assistant
) -> None:
    """A paper that is named has its own date of issue; what it wants issued is another matter."""
    assert value in papers.answer(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "沐川新设多少马术俱乐部？",
        "沐川市为困难群众发放多少葡萄酒？",
        "沐川市政府工作报告里天文馆新建多少座？",
        "2026年沐川市政府工作报告里改造潜水艇多少户？",
        "2026年沐川市政府工作报告里火锅店销售额增长多少？",
        "沐川市水上运动企业培育管理办法里，新建钢琴报给哪个部门备案？",
        "沐川市水上运动企业培育管理办法里，马术整改期限是多久？",
        "对市十届人大四次会议第2996号建议的答复里，高尔夫球场由哪个部门牵头？",
    ],
)
def test_other_things_done_in_the_same_words_are_no_answer(question: str, papers: Assistant) -> None:
    """Who asks how many riding clubs were opened is not told how many firms were."""
    answer = papers.answer(question)
    assert answer.status == "not_found"
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2026年沐川市政府工作报告里福利彩票销售额增长多少？", "59.4%"),
        ("沐川市水上运动企业培育管理办法里，新建码头报给哪个部门备案？", "市体育局"),
        ("对市十届人大四次会议第2996号建议的答复里，外文网站由哪个部门建设？", "市大数据局"),
        ("沐川新设多少外贸企业？", "96家"),
        ("沐川改造农村危房多少户？", "430户"),
        ("沐川游泳馆新建多少座？", "12座"),
    ],
)
def test_the_things_themselves_are_counted(question: str, value: str, papers: Assistant) -> None:
    """The same questions are answered where the sentence counts these things."""
    assert value in papers.answer(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "申请认定为水上运动示范企业的要符合什么条件？",
        "水上运动示范企业的认定条件是什么？",
        "什么样的企业可以申请认定为水上运动示范企业？",
        "申请水上运动示范企业要满足哪些条件？",
    ],
)
def test_conditions_are_given_whole(question: str, papers: Assistant) -> None:
    """All of them, those of this article and not of the next one, and no definition of what a condition is."""
    answer = papers.answer(question)
    for item in ("登记注册满2年", "不低于300万元", "租赁码头"):
        assert item in answer.answer
    assert "3000万元" not in answer.answer


@pytest.mark.parametrize("question", ["申报单位的材料清单", "申报单位要符合什么要求，提交哪些材料？"])
def test_what_an_applicant_hands_in_is_no_row_in_which_he_stands(question: str, papers: Assistant) -> None:
    """The steps name the applicant too, but say nothing of what he needs; a list of documents is no list of tasks."""
    answer = papers.answer(question)
    assert "营业执照复印件" in answer.answer
    assert "网上填报" not in answer.answer


def test_all_of_a_kind_are_not_compared(papers: Assistant) -> None:
    """各推荐单位 asks of all of them, and of nothing one by one."""
    answer = papers.answer("各推荐单位必须在本单位职能和业务范围内推荐企业吗？")
    assert answer.status == "answered"
    assert "本单位职能和业务范围内" in answer.answer


@pytest.mark.parametrize(
    ("question", "noun"),
    [("有哪些条件", "条件"), ("要走哪些步骤", "步骤"), ("实施了哪些项目", "项目"), ("支持什么对象", "对象")],
)
def test_a_noun_may_begin_as_a_measure_does(question: str, noun: str) -> None:
    """条 of 条件 is no measure."""
    assert [one.forms[0] for one in listed_things(question)] == [noun]


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("新设多少外资企业？", "外资企业"),
        ("改造农村危房多少户", "农村危房"),
        ("投入多少亿元？", None),
        ("需要多少时间？", None),
    ],
)
def test_what_is_counted(question: str, thing: str | None) -> None:
    """A unit of measure is nothing that is counted."""
    span = thing_counted(question)
    assert (span and question[slice(*span)]) == thing
