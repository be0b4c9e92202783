"""What words, formulas and breaches mean: definitions, numbers of a programme, consequences, joined clauses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant
from assistant.language.definitions import explained, explained_in_brackets
from assistant.questions.asking import Ask, what_is_asked
from corpus.localities import elsewhere, localities

Over = Callable[[Mapping[str, str]], Assistant]

MEASURES = """清浦市夜间经济扶持办法

清浦市商务局

第一章 总则
第一条 为繁荣夜间经济，制定本办法。
第二条 流动摊主（在划定区域内从事餐饮零售、未办理营业执照的自然人）经社区登记后可以在夜市经营。
第三条 “夜市群”是指以至少1个市级夜市为核心、由周边3个以上街区夜市组成的经营集群。
第二章 扶持
第四条 对新开业的品牌首店给予奖励：全国首店，奖励60万元；全省首店，奖励30万元；本市首店，奖励10万元。
第五条 夜市年度评价为优秀的，奖励20万元；评价为不合格的，责令3个月内整改。
第六条 商户连续两个月未按时报送经营数据的，由街道办事处约谈商户负责人。
第七条 申请材料弄虚作假的，追回全部奖励，3年内不得申请本市扶持。
第八条 夜市经营中产生的废油应当交有资质的单位处理。
第三章 布局
第九条 全市夜间经济按“1+3+N”布局推进。“1”，即一个月亮湾核心区；“3”，即老码头、鼓楼、大学城三条示范街；
“N”即若干社区夜市点。

注：
[1]限上夜市统计范围为年营业额500万元及以上的夜市。
"""


@pytest.fixture(scope="module")
def market(over: Over) -> Assistant:
    """Measures of an invented city that explain their words in every way that offices do."""
    return over({"qingpu-night-economy.txt": MEASURES})


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("夜间经济里老说的“夜市群”到底指什么？", ["至少1个市级夜市"], ["流动摊主"]),
        ("清浦办法里“流动摊主”到底是哪些人算流动摊主？", ["未办理营业执照的自然人"], []),
        ("清浦多大的夜市才算限上？", ["500万元及以上"], []),
        ("清浦夜间经济的“1+3+N”是什么意思？", ["月亮湾", "鼓楼", "社区夜市点"], []),
        ("“1+3+N”布局里中间那个3指的是什么？", ["老码头、鼓楼、大学城"], ["月亮湾", "社区夜市点"]),
    ],
)
def test_a_word_is_explained_as_the_document_explains_it(
    question: str, words: list[str], others: list[str], market: Assistant
) -> None:
    """By its definition, by the brackets behind it, by the note that says what counts, number by number."""
    answer = market.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(other in answer.answer for other in others), answer.answer


def test_what_else_is_said_of_a_formula_is_not_its_numbers(bundled: Assistant) -> None:
    """Who asks what a programme is to reach in the long run is not told what its numbers stand for."""
    answer = bundled.answer("“1516”方案里的远期（2025年）是要从什么变成什么？")
    assert "高地变中心" in answer.answer


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("夜市商户老是不报经营数据会有什么后果？", ["约谈"], ["废油"]),
        ("清浦夜市扶持材料造假会有什么后果？", ["追回全部奖励", "3年内不得申请"], []),
        ("What are the consequences of false application materials in Qingpu?", ["追回全部奖励"], []),
    ],
)
def test_consequences_are_more_than_fines(
    question: str, words: list[str], others: list[str], market: Assistant
) -> None:
    """A talk, a repayment or a bar from further grants is what follows a breach."""
    answer = market.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(word in answer.answer for word in words), answer.answer
    assert not any(other in answer.answer for other in others), answer.answer


def test_who_asks_for_a_fine_is_not_told_of_a_talk(market: Assistant) -> None:
    """约谈 is no 罚款: the document states no fine for missing reports."""
    answer = market.answer("夜市商户不按时报送经营数据罚多少钱？")
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("清浦不同级别的品牌首店分别奖励多少？", ["60万元", "30万元", "10万元"]),
        ("夜市年度评价优秀和不合格各有什么说法？", ["20万元", "整改"]),
    ],
)
def test_clauses_that_are_printed_in_one_sentence_answer_together(
    question: str, words: list[str], market: Assistant
) -> None:
    """Who asks for several things gets all clauses that semicolons join, not the best one alone."""
    answer = market.answer(question)
    assert all(word in answer.answer for word in words), answer.answer


def test_one_of_joined_clauses_answers_who_asks_for_one(market: Assistant) -> None:
    """The figure of the whole country is none for the city."""
    answer = market.answer("清浦本市首店奖励多少钱？")
    assert "10万元" in answer.answer
    assert "60万元" not in answer.answer


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("企业做到什么程度才叫完成了改造？", Ask.DEFINITION),
        ("多大的工业企业才算规上？", Ask.DEFINITION),
        ("哪些人算境内个人电商？", Ask.DEFINITION),
        ("建多大的算力中心？", Ask.QUANTITY),
        ("今年打算建多少个？", Ask.QUANTITY),
    ],
)
def test_from_where_on_something_is_called_so_asks_for_a_definition(question: str, ask: Ask) -> None:
    """才算, 才叫 and 哪些人算 ask what a word means; 算力 and 打算 do not."""
    assert ask in what_is_asked(question).asks


@pytest.mark.parametrize(
    ("question", "is_of_document"),
    [
        ("这个办法是依据什么制定的？", True),
        ("根据哪个文件出台？", True),
        ("骗取资金的会依据什么处理？", False),
        ("价格按照什么标准计算？", False),
    ],
)
def test_only_what_a_document_was_made_by_is_its_basis(question: str, *, is_of_document: bool) -> None:
    """依据什么处理 asks about a rule in the text, not about what the document rests on."""
    assert (Ask.BASIS in what_is_asked(question).asks) is is_of_document


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("32.“三免三便利”政策：我省免费提供海外仓、国际馆。", "三免三便利"),
        ("[3]规模以上工业统计范围为年主营业务收入2000万元及以上的工业法人单位。", "规模以上工业"),
    ],
)
def test_notes_and_glossaries_explain(text: str, term: str) -> None:
    """A numbered entry with a colon and a note that gives the scope of a statistic are definitions."""
    assert any(term in one for one in explained(text))


@pytest.mark.parametrize(
    ("text", "name", "is_explained"),
    [
        ("境内个人电商（从事交易的个人对外贸易经营者或个体工商户）可以开户", "境内个人电商", True),
        ("建设跨境电子商务综合试验区（以下简称综试区）", "综合试验区", False),
        ("推进直播基地建设（责任单位：市商务局、市文广旅游局）", "直播基地建设", False),
    ],
)
def test_brackets_explain_or_say_something_else(text: str, name: str, *, is_explained: bool) -> None:
    """A short name and the responsible units in brackets explain nothing."""
    assert explained_in_brackets(text, name) is is_explained


def test_what_is_called_after_a_place_is_not_of_it() -> None:
    """A report that a newspaper of another city printed is not of that city; 长治久安 names no place."""
    assert localities("来源：北京日报") == frozenset()
    assert localities("确保社会长治久安") == frozenset()
    head = "2025年云南省政府工作报告 来源：北京日报"
    assert elsewhere(frozenset({"北京"}), head, "", "城镇新增就业51万人")


@pytest.mark.parametrize(
    ("question", "ask", "not_asked"),
    [
        ("教育和卫生各花了多少、谁升谁降？", Ask.QUANTITY, Ask.RESPONSIBLE),
        ("三个市的目标各定多少，谁最低？", Ask.QUANTITY, Ask.RESPONSIBLE),
        ("谁家任务拖了后腿会受什么处理？", Ask.PENALTY, Ask.RESPONSIBLE),
        ("贴息贴多久？", Ask.QUANTITY, Ask.DEADLINE),
        ("要建哪些硬件，数量分别是？", Ask.QUANTITY, Ask.TITLE),
        ("政府工作报告是谁作的", Ask.SPEAKER, Ask.RESPONSIBLE),
        ("讲跑试点的那位是什么职务，叫什么名字？", Ask.SPEAKER, Ask.TITLE),
        ("重点检查事项的抽查比例有什么规定？", Ask.CONTENT, Ask.LIST),
        ("What is the 2025 goal for exports?", Ask.QUANTITY, Ask.DEFINITION),
    ],
)
def test_what_looks_like_another_question_is_read_as_it_is_meant(question: str, ask: Ask, not_asked: Ask) -> None:
    """谁最低 asks for no unit, 贴多久 for no date, and whose name is asked for is that of a person."""
    asks = what_is_asked(question).asks
    assert ask in asks, asks
    assert not_asked not in asks, asks


def test_who_punishes_is_asked_for_beside_the_punishment() -> None:
    """由谁处罚 asks for a body as well."""
    assert what_is_asked("弄虚作假的由谁处罚，会有什么后果？").asks >= {Ask.PENALTY, Ask.RESPONSIBLE}


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("自建的海外仓和租赁的海外仓，各补多少？", ["20%", "30%"], "2000平方米"),
        ("租赁海外仓补的比例是多少？", ["30%"], "2000平方米"),
    ],
)
def test_a_grant_is_told_in_money_or_shares(question: str, words: list[str], other: str, over: Over) -> None:
    """补多少 is not answered by square metres."""
    rules = over(
        {
            "warehouses.txt": "海外仓扶持细则\n桐江市商务局\n"
            "第一条 为支持企业走出去，规范海外仓扶持资金的申报、审核和拨付，制定本细则。\n"
            "第二条 本细则所称海外仓，是指在境外租赁或者自建，面积不少于2000平方米的仓储设施。\n"
            "第三条 自建的海外仓，按投资额的20%给予补助。\n第四条 租赁的海外仓，按年租金的30%给予补助。\n"
        }
    )
    answer = rules.answer(question)
    assert all(word in answer.answer for word in words), answer.answer
    assert other not in answer.answer


def test_who_asks_what_to_do_is_told_what_is_to_be_done(over: Over) -> None:
    """A sentence that obliges answers 怎么办 before one that only has more of the words."""
    rules = over(
        {
            "notices.txt": "栖霞县信息公开规程\n栖霞县政务服务局\n"
            "第一条 过去一年执法信息录入出错的情况明显减少。\n"
            "第二条 执法信息录入出错的，应当在两日内更正。\n"
        }
    )
    answer = rules.answer("执法信息录入出错怎么办？")
    assert "两日内更正" in answer.answer
    assert "明显减少" not in answer.answer


@pytest.mark.parametrize("question", ["自贸区的“2+7+N”指什么？", "What does 2+7+N stand for?"])
def test_a_formula_that_stands_nowhere_is_not_explained(question: str, bundled: Assistant) -> None:
    """Other formulas stand in the documents, and other sentences have its numbers: neither says what it means."""
    answer = bundled.answer(question)
    assert answer.status == "not_found"
    assert "2+7+N" in answer.answer
