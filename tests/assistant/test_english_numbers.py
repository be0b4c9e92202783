"""English numbers in words and with short scales, the steps that they fall into, and places in an order."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.amounts import step_for
from assistant.language.ranks import place_asked
from assistant.questions.english_numbers import in_digits
from assistant.questions.rank_instead import rank_instead
from tests.assistant.conftest import Converse, Over

_MEASURES = """浔坪市支持冷链装备出口若干措施

第一条　对年度出口额首次达到2亿元的企业，给予一次性奖励80万元；首次达到8亿元的，给予一次性奖励260万元；\
首次达到20亿元的，给予一次性奖励700万元。

第二条　对购置检测设备的企业，按照投资额的15%给予补助，单个企业每年最高不超过400万元。

第三条　力争到2027年形成百亿级冷链装备产业集群。

浔坪市人民政府
2024年5月6日
"""

_RANKING = """浔坪市2024年上半年各镇重点工作通报

| 排名 | 镇 | 综合得分 | 项目投资完成率 | 信访办结率 |
| --- | --- | --- | --- | --- |
| 1 | 云坪镇 | 95.6 | 88.4% | 97.1% |
| 2 | 茶浔镇 | 93.8 | 92.7% | 98.6% |
| 3 | 柏湾镇 | 90.4 | 61.3% | 95.2% |
| 4 | 石浔镇 | 79.2 | 70.8% | 81.3% |

浔坪市人民政府办公室
2024年7月10日
"""


@pytest.fixture(scope="module")
def towns(over: Over) -> Assistant:
    """Measures with a scale, and towns in an order."""
    return over({"measures.txt": _MEASURES, "ranking.md": _RANKING})


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("ten billion yuan", "10 billion yuan"),
        ("two hundred and fifty million", "250 million"),
        ("a hundred thousand cars", "100 thousand cars"),
        ("half a million yuan", "500 thousand yuan"),
        ("three quarters of a billion", "750 million"),
        ("one and a half million", "1.5 million"),
        ("RMB 1.2bn a year", "RMB 1.2 billion a year"),
        ("RMB 60m", "RMB 60 million"),
        ("60m yuan", "60 million yuan"),
        ("$5m", "$5 million"),
        ("two banks, 12 km, 5 m wide, 5G and 4K", "two banks, 12 km, 5 m wide, 5G and 4K"),
        ("a 60m pool", "a 60m pool"),
    ],
)
def test_large_numbers_are_read_in_digits(said: str, written: str) -> None:
    """A scale in letters needs a currency beside it: m alone is metres."""
    assert in_digits(said) == written


def test_an_amount_falls_into_the_highest_step_that_it_reaches() -> None:
    """Steps with lower bounds and steps with upper ones; below the lowest there is none."""
    steps = ["首次达到2亿元的，奖80万元", "首次达到8亿元的，奖260万元"]
    assert step_for(steps, ((9e8, "元"),)) == 1
    assert step_for(steps, ((2e8, "元"),)) == 0
    assert step_for(steps, ((1e8, "元"),)) is None
    assert step_for(["不满50辆的，补2万元", "不满200辆的，补5万元"], ((60.0, "辆"),)) == 1


@pytest.mark.parametrize(
    ("question", "reward"),
    [
        ("浔坪企业年度出口额20亿元，能拿多少奖励？", "700万元"),
        ("浔坪企业冷链装备年度出口额9亿元能拿多少奖励？", "260万元"),
        ("What reward does a Xunping company get for exporting RMB 2bn a year?", "700万元"),
        ("How much is the reward in Xunping for annual exports of nine hundred million yuan?", "260万元"),
        ("浔坪企业年度出口额首次达到2亿元，奖励多少？", "80万元"),
    ],
)
def test_the_step_of_the_asker_s_amount_answers(question: str, reward: str, towns: Assistant) -> None:
    """The first step names what all of them are of; the one that the amount falls into answers, and no other."""
    answer = towns.answer(question).answer
    assert reward in answer
    assert not any(other in answer for other in {"80万元", "260万元", "700万元"} - {reward} if other not in reward)


_PRODUCTS = """浔坪市2024年统计公报

表1 2024年主要工业产品产量及其增长速度

| 产品名称 | 单位 | 产量 | 比上年增长（%） |
| --- | --- | --- | --- |
| 新能源汽车 | 万辆 | 8.6 | 46.2 |
| 水泥 | 万吨 | 612 | -8.3 |
| 钢材 | 万吨 | 348.2 | -2.1 |

【记者】请问进口贴息的标准是什么？

【冯月琴】贴息对象是上一年度进口额50万美元以上的企业，贴息率为2.5%。

浔坪市统计局
2025年3月6日
"""


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("Which industrial product of Xunping grew fastest in 2024?", "新能源汽车", "水泥"),
        ("Which industrial product of Xunping fell the most in 2024?", "水泥", "钢材"),
        ("浔坪市2024年主要工业产品中哪个下降最多？", "水泥", "钢材"),
        ("What is the rate of the import interest subsidy in Xunping?", "2.5%", "请问"),
        ("我们去年只进口了30万美元，浔坪的进口贴息能享受吗？", "50万美元以上", "请问"),
    ],
)
def test_what_changed_most_and_what_states_an_answer(question: str, words: str, others: str, over: Over) -> None:
    """The column of changes ranks what grew or fell; what a reporter asks answers none, and a
    condition that rules the asker out answers whether he may."""
    answer = over({"products.md": _PRODUCTS}).answer(question).answer
    assert words in answer, answer
    assert others not in answer


_PORT = """浔坪港务区2024年运行情况

| 指标 | 单位 | 2023年 | 2024年 |
| --- | --- | --- | --- |
| 集装箱吞吐量 | 万标箱 | 360 | 412 |
| 海铁联运量 | 万标箱 | 17.4 | 23.5 |

海铁联运量完成23.5万标箱，较上年增加6.1万标箱。

对连续24个月未开展业务的企业，由港务区管委会书面约谈。

| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 建成查验场地 | 港务区管委会 | 市财政局 | 2025年4月底 |
| 2 | 完成土地报批 | 市财政局 | 港务区管委会 | 2025年6月底 |

浔坪港务区管理委员会
2024年12月6日
"""


@pytest.fixture(scope="module")
def port(over: Over) -> Assistant:
    """The figures, rules and tasks of a port."""
    return over({"port.md": _PORT})


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("How many TEU did the Xunping port zone handle in 2024?", "412", "23.5"),
        ("How much did sea-rail volume grow in the Xunping port zone in 2024?", "6.1万标箱", "412"),
        ("What happens to firms in the Xunping port zone that do no business for two years?", "书面约谈", "412"),
        ("Which tasks does the Xunping management committee lead?", "查验场地", "土地报批"),
    ],
)
def test_figures_and_duties_of_a_zone(question: str, words: str, others: str, port: Assistant) -> None:
    """What a figure came to is not by how much it grew; months are counted as years, and a zone has a committee."""
    answer = port.answer(question).answer
    assert words in answer, answer
    assert others not in answer


def test_a_round_number_is_found_in_characters(towns: Assistant) -> None:
    """百亿 is ten billion."""
    answer = towns.answer("By which year does Xunping want an industrial cluster of ten billion yuan?").answer
    assert "2027年" in answer


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Which town came second in the ranking?", 2),
        ("which one ranks No. 3", 3),
        ("Who is the runner-up?", 2),
        ("the second-highest score", 2),
        ("Which town is in 4th place?", 4),
        ("排名第三的镇", 3),
        ("Which town was second to none in reforms?", None),
        ("the second quarter", None),
    ],
)
def test_a_place_in_an_order(text: str, place: int | None) -> None:
    """In both languages, in words and digits; what only follows in time has none."""
    assert place_asked(text) == place


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which town has the lowest investment completion rate in Xunping?", ["柏湾镇", "61.3%"]),
        ("Which town in Xunping has the highest overall score?", ["云坪镇", "95.6"]),
        ("Which town scored lowest in Xunping?", ["石浔镇"]),
        ("Which town came second in the Xunping ranking?", ["茶浔镇"]),
        ("Who came third among the towns of Xunping?", ["柏湾镇"]),
        ("Which town has the second-highest investment completion rate in Xunping?", ["云坪镇", "88.4%"]),
    ],
)
def test_rows_of_a_chinese_table_are_ranked_by_english_words(question: str, words: list[str], towns: Assistant) -> None:
    """By the column that the words beside the superlative mean, else by the ranks."""
    answer = towns.answer(question).answer
    assert all(word in answer for word in words), answer


def test_another_place_is_asked_for_by_itself(towns: Assistant, converse: Converse) -> None:
    """The runner-up, the last one and the other end take the place of the one asked about before."""
    first, second, last = converse(
        towns, ["Which town ranks first in Xunping?", "And the runner-up?", "What about the last one?"]
    )
    assert "云坪镇" in first.answer
    assert "茶浔镇" in second.answer
    assert "石浔镇" in last.answer
    assert rank_instead("And the highest?", "Which town has the lowest rate?") == "Which town has the highest rate?"
    assert (
        rank_instead("And the second?", "Which town has the highest rate?") == "Which town has the second-highest rate?"
    )
    assert rank_instead("And the runner-up?", "Who leads the work?") is None
    assert rank_instead("Who leads it?", "Which town ranks first?") is None
