"""What a sentence near to the question does not give: the name of a third party, the seat of an office, who pays, the
figure of a part, the value of a rate, and whether something is handed out."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.conftest import Over

NOTICE = """棱川市青少年健康工作方案

棱政办发〔2024〕18号

一、主要任务
（一）筹集托育学位。全市筹集普惠托育学位不少于2.4万个，由市卫生健康委统筹。
（二）建立通报制度。对年度肥胖率上升超过2个百分点的县（区），由市教育局约谈。全市小学生肥胖率为14.6%。
（三）组织评审。市卫生健康委委托第三方机构对项目进行评审，得分80分以上的入库。
（四）开展校医培训。由市教育局牵头，全年培训校医600人。
二、保障措施
成立棱川市青少年健康工作专班，召集人由副市长易棠担任，成员由市教育局、市卫生健康委、市财政局主要负责同志组成。
"""
TRAINING = """棱川市商务局关于举办原产地规则培训班的通知

棱商函〔2024〕9号

为帮助企业用好关税优惠，定于近期举办原产地规则培训班。现将有关事项通知如下：
一、培训内容
原产地证书申领与海关核查案例。
二、费用
免收培训费和资料费，食宿自理。
"""

REPORT = """2024年湄溪市政府工作报告

各位代表：
一年来，我们扩大开放。光伏产业出口额突破3亿元，稀土产业进出口额突破8亿元。来自多地的1500名嘉宾参会，新增友城4个。
网络零售额突破400亿元，居全省第一。城市图书馆建成投用。
一年来，我们整治环境。拆除违法建设2315万平方米，其中云陂区拆除210万平方米。
对东盟贸易额增长48.8%。全年接待游客8067万人次。实有经营主体58.87万户，新增规上企业139家。
"""


@pytest.fixture(scope="module")
def told(over: Over) -> Assistant:
    """Answers over the papers above."""
    return over({"plan.txt": NOTICE, "training.txt": TRAINING, "report.txt": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        "棱川市青少年健康项目评审由哪家第三方机构组织？",
        "棱川市青少年健康项目的评审由哪家 third-party 机构组织？",
        "棱川市青少年健康工作专班办公室设在哪个单位？",
        "棱川市校医培训经费由谁承担？",
        "棱川筹集的普惠托育学位里，集中在柏岭新区的有多少个？",
        "棱川市初中生2023年下半年的肥胖率是多少？",
        "棱川市原产地规则培训班发结业证书吗？",
        "湄溪市稀土产业出口额是多少？",
        "How much were Meixi (湄溪) rare earth exports alone?",
        "湄溪市朝川区拆除违法建设多少平方米？",
        "湄溪市网络零售额里农产品占多少？",
        "湄溪市城市图书馆谁设计的？",
        "湄溪市新增的友城在哪些国家？",
        "湄溪市对东盟的出口额增长多少？",
        "How many foreign tourists did Meixi (湄溪) receive?",
        "湄溪市经营主体里外资企业占多少？",
    ],
)
def test_what_is_near_is_not_given_for_it(told: Assistant, question: str) -> None:
    """A third party without a name is nobody, who belongs to a group need not house its office, who trains need not
    pay, a total is no part of it, whom a rule concerns is no value, a certificate of origin certifies no course,
    imports and exports together are no exports, a city is no district of it, and who opened a library need not have
    designed it."""
    answer = told.answer(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "states"),
    [
        ("棱川市青少年健康项目由哪个部门委托评审？", "市卫生健康委"),
        ("棱川市青少年健康工作专班由谁召集？", "易棠"),
        ("棱川市校医培训由谁牵头？", "市教育局"),
        ("棱川要筹集多少个普惠托育学位？", "2.4万"),
        ("棱川市小学生肥胖率是多少？", "14.6%"),
        ("棱川肥胖率上升超过多少要约谈？", "2个百分点"),
        ("棱川市原产地规则培训班收费吗？", "免收培训费"),
        ("湄溪市稀土产业进出口额是多少？", "8亿元"),
        ("湄溪市对东盟贸易额增长多少？", "48.8%"),
        ("How many tourists did Meixi (湄溪) receive?", "8067万"),
        ("湄溪市光伏产业出口额是多少？", "3亿元"),
        ("湄溪市拆除违法建设多少平方米？", "2315万"),
        ("湄溪市云陂区拆除违法建设多少平方米？", "210万"),
        ("湄溪市网络零售额突破多少？", "400亿元"),
    ],
)
def test_what_the_same_sentences_give_is_told(told: Assistant, question: str, states: str) -> None:
    """The same sentences answer what they state, in other words, too."""
    answer = told.answer(question)
    assert answer.status != "not_found", answer.answer
    assert states in answer.answer
