"""Ordinances: what follows from an act stands in what announces the list of acts, and numbers are in characters."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.announcements import begun_before
from assistant.language.answering_clauses import with_number
from tests.assistant.conftest import Over

ORDINANCE = """霜溪市户外广告和招牌管理条例

2023年3月28日霜溪市第九届人民代表大会常务委员会第十二次会议通过

　　第一条 为了加强户外广告和招牌管理，维护市容环境，根据有关法律、法规，制定本条例。
　　第二条 市城市管理部门负责户外广告和招牌的监督管理工作。
　　第三条 设置户外广告应当向城市管理部门申请，城市管理部门应当自受理之日起二十日内作出决定；申请书应当载明广告的位置。
　　第四条 下列建筑物应当预留招牌位置：
　　（一）沿街长度八十米以上的商场、市场；
　　（二）建筑面积一万平方米以上的旅馆、酒楼。
　　第五条 有下列行为之一的，由城市管理部门责令限期改正；逾期不改正的，处三千元以上一万元以下罚款：
　　（一）在桥梁、隧道上悬挂横幅的；
　　（二）未按照批准的位置设置户外广告，或者擅自改变户外广告的面积、照明方式和材料，影响相邻建筑物采光、通风和居民正常生活的；
　　（三）遮挡消防通道、消防救援窗口，或者影响逃生、灭火救援和应急照明的；
　　（四）户外广告出现破损、脱色、字体残缺、灯光显示不全等情形，经通知后仍不维修、更换或者拆除的；
　　（五）在大风、暴雨等灾害天气预警发布后，未对户外广告采取加固、断电等安全防范措施的；
　　（六）招牌的灯光直射住宅窗户的。
　　第六条 伪造户外广告设置许可证的，处二万元罚款。
　　第七条 撕毁他人招牌的，责令恢复原状，依法给予处罚。
　　第八条 本条例自2023年6月1日起施行。
"""


@pytest.fixture(scope="module")
def ordinance(over: Over) -> Assistant:
    """An ordinance of an invented city."""
    return over({"shuangxi.txt": ORDINANCE})


@pytest.mark.parametrize(
    ("question", "sum_", "act", "others"),
    [
        ("在桥上挂横幅要罚多少", "三千元以上一万元以下", "桥梁、隧道", ["消防", "二万元"]),
        # The list goes on in another passage than the one that announces it.
        ("招牌灯光照到人家窗户里会怎么罚", "三千元以上一万元以下", "直射住宅窗户", ["横幅", "二万元"]),
        ("伪造户外广告设置许可证罚多少", "二万元", "伪造", ["三千元"]),
    ],
)
def test_a_penalty_is_told_with_the_act_that_it_follows(
    question: str, sum_: str, act: str, others: list[str], ordinance: Assistant
) -> None:
    """The announcement of the list has the fine, the item the act; both are said and cited, and no other item is."""
    answer = ordinance.answer(question)
    assert answer.status == "answered"
    assert sum_ in answer.answer
    assert act in answer.answer
    assert not any(other in answer.answer for other in others)
    quotes = "".join(citation.quote for citation in answer.citations)
    assert sum_ in quotes
    assert act in quotes


def test_numbers_in_characters_answer(ordinance: Assistant) -> None:
    """二十日内 and 一万平方米 are as good as digits."""
    assert "二十日内" in ordinance.answer("设置户外广告的申请几天能批下来").answer
    assert "一万平方米以上" in ordinance.answer("多大面积的旅馆要给招牌留位置").answer


def test_a_clause_has_a_number_where_it_is_measured() -> None:
    """第三条, 一律 and 统一 are no numbers."""
    assert with_number("第三条 应当统一办理，一律在二十日内答复，超过百分之三十的除外") == [
        "一律在二十日内答复",
        "超过百分之三十的除外",
    ]


def test_an_item_finds_what_announces_its_list() -> None:
    """Backwards over items that are numbered alike, down to the first; not over another paragraph, and not to what
    opens the whole document."""
    text = "说明。有下列情形的，不予受理：\n（一）逾期的；\n（二）缺件的；\n（三）涂改的。\n"
    (found,) = begun_before(text, text.index("（三）"), "（三）涂改的。")
    assert (found.text, found.span.of(text)) == ("有下列情形的，不予受理：", "有下列情形的，不予受理：")
    apart = text.replace("（二）缺件的；", "上述材料应当盖章。")
    assert begun_before(apart, apart.index("（三）"), "（三）涂改的。") == ()
    # what announces nothing of these items stands farther off
    far = "可通过以下方式反馈：\n邮件。\n" + text.replace("说明。有下列情形的，不予受理：", "说明。")
    assert begun_before(far, far.index("（三）"), "（三）涂改的。") == ()
    whole = "现将有关事项通知如下：\n一、申报。\n二、评审。\n"
    assert begun_before(whole, whole.index("二、"), "二、评审。") == ()


@pytest.mark.parametrize("question", ["户外广告条例从哪天开始实行", "霜溪户外广告条例什么时候施行"])
def test_from_when_an_ordinance_applies_is_not_when_it_was_passed(question: str, ordinance: Assistant) -> None:
    """The day on which it was passed stands first and in the same words."""
    answer = ordinance.answer(question)
    assert "2023年6月1日" in answer.answer
    assert "3月28日" not in answer.answer


def test_when_an_ordinance_was_passed_is_told_where_it_is_asked(ordinance: Assistant) -> None:
    """The line answers when it was passed and nothing else that names the ordinance."""
    assert "3月28日" in ordinance.answer("户外广告条例哪天通过的").answer
    assert "3月28日" not in ordinance.answer("霜溪户外广告归哪个部门管").answer


def test_a_fine_is_told_by_an_amount(ordinance: Assistant) -> None:
    """How much is not told by what is ordered without an amount."""
    assert ordinance.answer("撕毁他人招牌要罚多少").status == "not_found"
    assert "责令恢复原状" in ordinance.answer("撕毁他人招牌怎么处罚").answer


NOTICE = """溪口县农业农村局关于申报2025年度农机补贴的通知

各乡镇人民政府，各农机合作社：
　　根据省有关规定，现就申报2025年度农机购置补贴资金有关事项通知如下：
　　一、各合作社于4月2日前报送申请。
　　二、补贴资金由县财政局在收到名单后20个工作日内拨付。
　　三、成立核查组，由副局长葛青任组长，农机站站长任副组长。核查组办公室设在农机站，罗溪同志兼任办公室主任。

溪口县农业农村局
2025年3月3日
"""


@pytest.fixture(scope="module")
def notice(over: Over) -> Assistant:
    """A notice of an invented county."""
    return over({"xikou.txt": NOTICE})


def test_neither_a_notice_s_opening_nor_its_date_says_when(notice: Assistant) -> None:
    """2025年度 is no time, and what announces the whole notice states nothing of it."""
    answer = notice.answer("农机补贴资金什么时候拨付")
    assert "20个工作日内" in answer.answer
    assert "通知如下" not in answer.answer


def test_who_holds_a_post_is_judged_beside_other_sentences(notice: Assistant) -> None:
    """The one sentence with the post is not held to be unsure because no other has it."""
    assert "葛青" in notice.answer("农机补贴核查组的组长是谁").answer
