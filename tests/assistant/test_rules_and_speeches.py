"""Rules that office ordinances write, and who said what in digests and reports: the whole rule, the right speaker."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.asking import Ask, what_is_asked
from tests.assistant.conftest import Over

ORDINANCE = """# 岭川市户外招牌管理条例

2021年3月1日 岭川市人民代表大会常务委员会第八次会议通过

第一条 为了规范户外招牌的设置，制定本条例。

第二条 本条例所称户外招牌，是指在经营场所外墙设置的牌匾、灯箱和霓虹灯，临时悬挂的横幅除外。

第三条 住宅楼的招牌，委托物业服务企业管理的，物业服务企业为维护人；未委托的，社区居民委员会为维护人。

第四条 招牌应当标明责任人姓名。未按规定标明的，责令改正，可处二百元以下罚款；逾期不改的，处五百元以上一千元以下罚款。

第五条 设置大型招牌的，应当向城市管理部门提出申请，依法办理设置许可手续。

第六条 下列地点不得设置大型招牌、灯箱：

（一）文物保护单位；

（二）学校门前；

（三）消防通道。

第七条 提供虚假材料取得设置补助的，由城市管理部门追回补助，三年内不予受理其申请。

第八条 对按期更新招牌的单位给予设置补助，补助办法由城市管理部门会同财政部门制定。

第九条 本条例自2021年6月1日起施行。
"""

DIGEST = """岭川市招牌整治工作推进会发言摘编

编者按：4月17日，全市户外招牌整治工作推进会在岭川召开，副市长闻人静主持会议并讲话，各区和有关部门负责同志参加会议，现将三个单位的发言摘编如下，供各地学习借鉴。

把审批时间压下来
市审批局局长  鲜于涛

去年我们推行招牌设置一次告知、一窗受理，平均办理时间压到2.8天。我们算过一笔账，少跑一趟腿，一家小店能省下半天生意，全年加起来就是六万个工时。今年要把现场踏勘改为网上核验，
资料齐全的当天办结，资料不全的一次讲清楚缺什么，绝不让商户跑第二趟。

让小店用得起好招牌
市城投公司总经理  苗雨桐

我们统一采购节能灯箱，单价降了两成，今年给九百家小店换新。企业最怕的是换了又换，我们承诺五年之内坏了免费修，修不好就免费换。灯箱的安装由我们自己的
队伍负责，晚上十点以后施工，不影响白天做生意，装完当场验收，验收不合格不收钱。

把老街先做好
云麓区区长  欧阳锦程

老街有招牌三百一十块，年底前全部换完，明年再做新街。
"""

REPORT = """岭川市召开户外招牌整治现场会

8月9日，全市户外招牌整治现场会在云麓区召开。市城市管理局党组成员、副局长皇甫明，云麓区副区长申屠敏出席。皇甫明表示：“招牌整治是城市更新的重要抓手。”他同时强调：“要分类施策，一街一策；要尊重商户意愿。”申屠敏介绍了老街改造的做法，提出不能千店一面。会议还书面交流了经验。
"""


@pytest.fixture(scope="module")
def lingchuan(over: Over) -> Assistant:
    """Answers over the ordinance, the digest and the report above."""
    return over({"ordinance.md": ORDINANCE, "digest.txt": DIGEST, "report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("岭川的住宅楼招牌归谁维护？", ["物业服务企业为维护人", "社区居民委员会为维护人"]),
        ("招牌上不标明责任人姓名怎么处罚？", ["二百元以下罚款", "五百元以上一千元以下罚款"]),
    ],
)
def test_a_rule_goes_on_where_its_first_clause_leaves_off(
    question: str, given: list[str], lingchuan: Assistant
) -> None:
    """The other case and the graver one stand in the same printed sentence and are given with it."""
    answer = lingchuan.answer(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in given), answer.answer


def test_a_case_is_named_by_the_sentence_before(lingchuan: Assistant) -> None:
    """未按规定标明的 says of what only with the duty that stands before it; amounts in characters are figures."""
    answer = lingchuan.answer("招牌上不标明责任人姓名，会罚多少？")
    assert answer.status == "answered"
    assert "二百元以下罚款" in answer.answer


def test_what_happens_to_somebody_is_a_sanction(lingchuan: Assistant) -> None:
    """Who asks how a wrong is dealt with wants what follows from it, not how the thing itself is managed."""
    answer = lingchuan.answer("拿假材料骗招牌设置补助的会怎么处理？")
    assert "追回补助" in answer.answer


def test_a_list_that_is_not_called_so_does_not_take_the_place_of_the_sentence_that_is(lingchuan: Assistant) -> None:
    """手续 stands in the sentence on the permit; the list of places where nothing may be set up has it nowhere."""
    answer = lingchuan.answer("岭川设置大型招牌需要什么手续？")
    assert "设置许可手续" in answer.answer
    assert "消防通道" not in answer.answer


@pytest.mark.parametrize(
    "question", ["岭川的户外招牌，横幅算不算？", "岭川条例里的户外招牌是指哪些东西？", "岭川的户外招牌包括哪些？"]
)
def test_what_a_word_covers_is_told_by_its_definition(question: str, lingchuan: Assistant) -> None:
    """Whether something counts as a thing and what a thing covers are said where the word is explained."""
    answer = lingchuan.answer(question)
    assert answer.status == "answered"
    assert "临时悬挂的横幅除外" in answer.answer


@pytest.mark.parametrize(
    "question", ["这件事算到哪天", "预算不算在内的有多少", "任务指标是哪些", "由哪些单位负责", "哪个部门指导"]
)
def test_other_words_with_the_same_characters_ask_for_no_meaning(question: str) -> None:
    """预算 and 指标 are words of their own."""
    assert Ask.DEFINITION not in what_is_asked(question).asks


def test_an_editors_note_longer_than_the_last_speech_moves_no_speech(lingchuan: Assistant) -> None:
    """The words belong to him whose name stands above them, though more is said above the first name than below the
    last one."""
    answer = lingchuan.answer("会上谁说少跑一趟腿，一家小店能省下半天生意？")
    assert "鲜于涛" in answer.answer
    assert "苗雨桐" not in answer.answer


def test_what_somebody_said_is_his_speech(lingchuan: Assistant) -> None:
    """A question that names nothing but the speaker is answered by what he said."""
    answer = lingchuan.answer("欧阳锦程在会上讲了什么？")
    assert "年底前全部换完" in answer.answer
    assert "免费修" not in answer.answer


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("皇甫明在现场会上强调了什么？", ["一街一策", "尊重商户意愿"], ["千店一面"]),
        ("申屠敏提出了什么？", ["千店一面"], ["一街一策", "书面交流"]),
    ],
)
def test_what_a_report_says_that_somebody_said(
    question: str, given: list[str], not_given: list[str], lingchuan: Assistant
) -> None:
    """From the name to the end of the sentences that go on with 他, also for surnames of two characters."""
    answer = lingchuan.answer(question)
    assert all(words in answer.answer for words in given), answer.answer
    assert not any(words in answer.answer for words in not_given), answer.answer
