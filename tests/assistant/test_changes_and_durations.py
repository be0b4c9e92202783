"""By how much something changed, how long something must last, and who has the most of what is no task."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.comparing import compared_parts
from assistant.language.years import without_basis
from assistant.matching.needs import needed
from assistant.matching.ranking import defines_quoted
from assistant.questions.asking import Ask, what_is_asked
from tests.assistant.conftest import Over

MINUTES = """岚谷县人民政府常务会议纪要

会议听取了蚕茧收购工作的汇报。会议同意县丝绸集团提出的方案。

一、2025年春茧收购保护价定为每斤26元，比2024年提高1.5元；执行期为5月20日至6月15日。市场价低于保护价时，由县丝绸集团敞开收购，亏损部分由县财政承担70%。

二、2025年全县养蚕面积达到5.2万亩，其中新建标准化蚕室不少于40座。2024年养蚕面积为4.6万亩。

三、蚕农贷款贴息的对象，须在本县连续养蚕满36个月；返乡人员连续养蚕满6个月即可。

四、全县17项蚕桑改革试点中，石门镇承担9项，青溪镇承担5项，杨湾镇承担3项。

五、对同一蚕室一年内两次检出违禁药物的，由县农业农村局提级至分管副县长督办。全年检出违禁药物的蚕室12间，主要集中在杨湾镇。
"""


@pytest.fixture(scope="module")
def langu(over: Over) -> Assistant:
    """Answers over the minutes above."""
    return over({"langu.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("岚谷今年春茧保护价比去年高多少？", "提高1.5元"),
        ("岚谷春茧的保护价比2024年涨了多少？", "提高1.5元"),
        ("岚谷2025年养蚕面积的目标，比2024年实际多多少？", "5.2万亩"),
        ("岚谷2025年养蚕面积的目标，比2024年实际多多少？", "4.6万亩"),
        ("岚谷蚕农要申请贷款贴息，得连着养多久的蚕？", "满36个月"),
        ("岚谷的蚕桑改革试点，石门、青溪、杨湾三个镇各几项，谁最多？", "石门镇承担9项"),
        ("岚谷一间蚕室一年两次查出违禁药物，怎么办？", "提级至分管副县长督办"),
    ],
)
def test_what_changed_lasts_and_is_most(question: str, given: str, langu: Assistant) -> None:
    """The year that a change is counted from binds no sentence; a time that nothing bounds tells how long; who has the
    most of something that is named is no question for the tasks of all units."""
    answer = langu.answer(question)
    assert answer.status == "answered"
    assert given in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("今年保护价比去年高多少", "今年保护价 高多少"),
        ("2025年的目标比2024年实际高出多少", "2025年的目标 高出多少"),
        ("去年是多少", "去年是多少"),
    ],
)
def test_the_year_a_change_is_counted_from(question: str, without: str) -> None:
    """比去年 and 比2024年实际 are the basis; 去年 alone is what is asked for."""
    assert without_basis(question) == without


@pytest.mark.parametrize(
    ("question", "told"), [("要交多久的社保", True), ("要连着交几个月", True), ("什么时候交社保", False)]
)
def test_a_time_without_bounds_tells_how_long_and_not_when(question: str, told: bool) -> None:
    """满36个月 answers 多久 and 几个月, and no question for a day."""
    assert bool(needed(Ask.DEADLINE, question).search("连续缴纳社会保险满36个月")) is told


@pytest.mark.parametrize(("question", "ask"), [("都用了哪些方式", Ask.RESPONSIBLE), ("那件建议是第几号", Ask.DEADLINE)])
def test_words_that_begin_like_others_ask_for_something_else(question: str, ask: Ask) -> None:
    """方式 is no 方, and 第几号 no day."""
    assert ask not in what_is_asked(question).asks


@pytest.mark.parametrize(
    ("question", "ask", "not_ask"),
    [
        ("台风橙色预警由谁发布？", Ask.RESPONSIBLE, Ask.ISSUER),
        ("价格指数是哪个部门发布的？", Ask.RESPONSIBLE, Ask.ISSUER),
        ("这份通知是哪个机构发的？", Ask.ISSUER, Ask.RESPONSIBLE),
        ("条例是谁批准的？", Ask.RESPONSIBLE, Ask.ISSUER),
    ],
)
def test_only_papers_have_issuers(question: str, ask: Ask, not_ask: Ask) -> None:
    """Who makes a warning or an index known, and who approves a rule, is told by a sentence, not by the letterhead."""
    asks = what_is_asked(question).asks
    assert ask in asks
    assert not_ask not in asks


@pytest.mark.parametrize(
    ("text", "defines"),
    [
        ("公共数据授权运营，是指依法授予法人组织进行加工并提供服务的活动。", True),
        ("委托运营，是指委托企业进行管理的活动。", False),
    ],
)
def test_a_longer_name_explains_the_quoted_one(text: str, defines: bool) -> None:
    """What is called 授权运营 for short is explained under its whole name; another kind of 运营 is not it."""
    assert defines_quoted(text, "说的“授权运营”是什么意思") is defines


def test_two_extremes_are_of_one_thing(langu: Assistant) -> None:
    """批准率最高和最低 are the highest and the lowest rate, not a rate and something low."""
    parts = compared_parts(langu.understand("各镇贷款批准率最高和最低的各是哪个镇？"))
    assert [part.thing[-5:] for part in parts] == ["批准率最高", "批准率最低"]


@pytest.mark.parametrize("text", ["隐瞒情况骗购的，收回住房，10年内不得申请住房保障", "取消其当年收购资格"])
def test_what_is_taken_away_is_a_punishment(text: str) -> None:
    """怎么处罚 is answered by what somebody loses, too; not by a talk."""
    assert needed(Ask.PENALTY, "骗购保障房怎么处罚").search(text)
    assert not needed(Ask.PENALTY, "骗购保障房怎么处罚").search("由分管领导约谈其负责人")


def test_a_year_is_no_number_of_years() -> None:
    """几天内公开 is told by a number of days, not by the end of 2019."""
    asked = needed(Ask.DEADLINE, "抽查结果要在几天内公开")
    assert not asked.search("到2019年底实现全覆盖")
    assert asked.search("自检查结束之日起20个工作日内公开")
