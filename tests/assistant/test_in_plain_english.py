"""What a foreign trader asks in English, in turns, of papers that say it in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from assistant import Assistant
from assistant.questions.asking import Ask, what_is_asked
from assistant.types import Answer

FUND = """青屿市商务局 青屿市财政局关于组织申报2025年度中小外贸企业开拓国际市场资金的通知

青商务联发〔2025〕11号

各区（市）商务、财政主管部门，各有关企业：

为支持我市中小外贸企业开拓国际市场，现就2025年度资金申报有关事项通知如下：

一、支持内容及标准
（一）出口信用保险。对小微企业投保短期出口信用保险的保费给予全额补助；对其他企业按保费的60%给予补助，最高50万元。
（二）海外仓。面积达到5000平方米以上的海外仓，一次性奖励80万元；面积在2000至5000平方米的，奖励30万元。
（三）重箱补贴。去程重箱每标箱补贴由2024年的1600元降为1200元，空箱不补。

二、申报材料
1. 资金申请表；
2. 营业执照复印件；
3. 费用支出凭证；
4. 信用承诺书。

三、申报程序
企业于2025年4月10日至5月15日通过平台在线申报，逾期不予受理。

本通知自2025年4月10日起施行，有效期至2027年12月31日。

联系处室：市商务局外贸发展处，联系电话：0532-66880011。

青屿市商务局　青屿市财政局
2025年3月28日
"""
DOGS = """淇泽市养犬管理条例

2021年8月19日 淇泽市第十九届人民代表大会常务委员会第三十九次会议通过

第一条 为了加强养犬管理，制定本条例。

第二条 公安机关是养犬管理的主管部门，负责养犬登记，查处遛犬不束牵引带等违法行为。

第三条 住房和城乡建设部门负责监督指导物业服务企业参与养犬管理工作。

第四条 本条例自2022年3月1日起施行。
"""
MINUTES = """栖川市人民政府专题会议纪要

2023年8月17日下午，市长顾明远主持召开专题会议，研究栖川综合保税区二期建设有关事项。

会议议定以下事项：
一、关于资金。二期建设资金缺口3.2亿元，原则同意通过发行专项债券解决2亿元，其余由综保区管委会自筹。
二、关于平台。建设口岸物流可视化平台，实现集装箱状态实时查询。平台总投资约3500万元。（牵头单位：市大数据局；2025年3月底前完成）
"""
LIUZHOU = """柳州市2024年政府工作报告

2023年，全市地区生产总值增长2.8%，社会消费品零售总额1296亿元。

2024年，新增城镇就业4.5万人以上。
"""
LESHAN = """乐山市2024年政府工作报告

2023年，全市地区生产总值增长6.5%，社会消费品零售总额增长10%。

2024年，城镇新增就业4万人。
"""


HOMES = """筠洲市配售型保障性住房问答

表1　2025年配售项目
| 项目 | 所在区 | 套数 | 配售基准价（元/平方米） | 建设单位 |
| --- | --- | --- | --- | --- |
| 听荷苑 | 城东区 | 620 | 8350 | 筠洲安居集团 |
| 望梧里 | 城东区 | 486 | 8120 | 筠洲安居集团 |
| 云栖坊 | 滨湖区 | 640 | 9480 | 滨湖城建公司 |
"""
MINUTES_IN_ENGLISH = """Danzhou Foreign Enterprises Roundtable: Minutes

A3. Flats: the Housing Bureau (市住房城乡建设局) reserves 320 units for foreign staff, rent capped at RMB 28 a month;

A4. Schools: two international schools open in September 2025.
"""


@pytest.fixture(scope="module")
def assistant(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    papers = {"fund": FUND, "dogs": DOGS, "minutes": MINUTES, "liuzhou": LIUZHOU, "leshan": LESHAN}
    texts = {f"{name}.txt": text for name, text in papers.items()}
    return over(texts | {"homes.md": HOMES, "roundtable.md": MINUTES_IN_ENGLISH})


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How wide may the strip be?", {Ask.QUANTITY}),
        ("What GDP growth does Liuzhou aim for?", {Ask.QUANTITY}),
        ("Who counts as a small firm?", {Ask.DEFINITION}),
        ("What does the coastal zone mean?", {Ask.DEFINITION}),
        ("What does Qingyu pay for trade fairs?", {Ask.CONTENT}),
        ("Whom can I call about the fund?", {Ask.CONTACT}),
        ("By when must every ministry have the system in place?", {Ask.DEADLINE}),
        ("How many agents must a firm have as partners or shareholders?", {Ask.QUANTITY}),
        ("Which units are the partners?", {Ask.PARTICIPANTS, Ask.RESPONSIBLE}),
        ("When is the level two response triggered?", {Ask.CONTENT}),
        ("When is the response report due?", {Ask.DEADLINE}),
        ("Who replied to the proposal on child care?", {Ask.ISSUER}),
        ("Whom must a shop notify when it closes?", {Ask.DESTINATION}),
        ("Which deputy mayor is in charge of the port?", {Ask.PERSON}),
        ("What is the hotline for reporting broken lamps?", {Ask.CONTACT}),
        ("How quickly is a leak to be reported, and to whom?", {Ask.DEADLINE, Ask.DESTINATION}),
    ],
)
def test_what_english_asks_for(question: str, asks: set[Ask]) -> None:
    """As it is meant, and not by a word that has another meaning elsewhere."""
    assert what_is_asked(question).asks == asks


@pytest.mark.parametrize("question", ["How much will the rail hub cost and who pays?", "How large is the rail gap?"])
def test_what_costs_so_much_stays_in_the_topic(question: str) -> None:
    """Only the words that ask are taken out, also where they stand around what they ask about."""
    mask = what_is_asked(question).mask
    assert "rail" in mask
    assert "How" not in mask
    assert len(mask) == len(question)


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("How much will the logistics visualisation platform cost and who leads it?", "3500万元"),
        ("How large is the funding gap for phase II, and how will it be covered?", "3.2亿元"),
        ("Whom can I call about the Qingyu fund?", "0532-66880011"),
        ("What documents do I need to apply for the SME international market fund?", "信用承诺书"),
        ("When did the Qize dog rules take effect?", "2022年3月1日"),
        ("How much is the subsidy per loaded TEU in Qingyu in 2025?", "1200元"),
        ("Which department is in charge of dog management in Qize?", "公安机关是养犬管理的主管部门"),
        ("淇泽养犬归哪个部门管？", "公安机关是养犬管理的主管部门"),
        ("What is the base price per square metre of the 听荷苑 homes in Yunzhou?", "8350"),
        ("筠洲云栖坊的基准价每平方米多少？", "9480"),
        ("How many units does Danzhou set aside for foreign staff, and what is the rent ceiling?", "RMB 28"),
        ("What is Liuzhou's target for new urban jobs, and how does it compare with Leshan's?", "4.5万人"),
        ("What is Liuzhou's target for new urban jobs, and how does it compare with Leshan's?", "新增就业4万人"),
    ],
)
def test_what_is_stated_is_given(question: str, given: str, assistant: Assistant) -> None:
    """In the words of the paper."""
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert given in answer.answer


def test_departments_of_a_city_are_no_ministry(assistant: Assistant) -> None:
    """住房和城乡建设部门 is not rendered as 住房和城乡建设部."""
    answer = assistant.answer("Who guides property services in dog management in Qize?")
    assert "住房和城乡建设部门" in answer.answer
    assert "Ministry" not in answer.answer


def test_names_have_their_capitals(assistant: Assistant) -> None:
    """What is rendered is English that can be copied into a report."""
    answer = assistant.answer("What was Leshan's GDP growth in 2023?")
    assert "GDP (地区生产总值)" in answer.answer


def test_a_document_that_somebody_writes_is_no_request() -> None:
    """ "Write me a poem" is one; a premier who should write a blog is what a question may be about."""
    from assistant.questions.smalltalk import _REQUEST

    assert _REQUEST.search("Please write me a story")
    assert not _REQUEST.search("What was the reply to the proposal that the Premier write a blog?")


Converse = Callable[[Assistant, Sequence[str]], list[Answer]]


@pytest.mark.parametrize(
    ("turns", "given"),
    [
        (("乐山2023年地区生产总值增长多少？", "社会消费品零售总额呢？"), "社会消费品零售总额增长10%"),
        (("乐山2023年地区生产总值增长多少？", "社会消费品零售总额呢？", "柳州呢？"), "1296亿元"),
        (("What was Leshan's GDP growth in 2023?", "And retail sales?", "What about Liuzhou?"), "1296亿元"),
        (("What was Leshan's GDP growth in 2023?", "What about Liuzhou?"), "增长2.8%"),
        (("What GDP growth did Leshan reach in 2023?", "And Liuzhou?"), "增长2.8%"),
        (("Who issued the Qingyu fund notice?", "When?"), "28 March 2025"),
        (("青屿市外贸资金的通知是谁发的？", "什么时候？"), "2025年3月28日"),
        (
            ("How much is the reward for an overseas warehouse above 5,000 square metres?", "What about one of 3,000?"),
            "奖励30万元",
        ),
        (("青屿海外仓5000平方米以上的奖励多少？", "那找谁联系？"), "0532-66880011"),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_name(
    turns: Sequence[str], given: str, assistant: Assistant, converse: Converse
) -> None:
    """Place, year and measure stay where the follow-up names none; what is told of a paper is told of the one cited."""
    answer = converse(assistant, turns)[-1]
    assert answer.status == "answered"
    assert given in answer.answer
