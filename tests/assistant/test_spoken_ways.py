"""What people say when they ask whether something is so or may be done, and what everyday words they say it in."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.language.preliminaries import is_imprint
from assistant.questions.colloquial import written
from tests.assistant.conftest import Over

GUIDE = """来源：柏渡市住房和城乡建设局　发布时间：2025年2月18日　解读人：住房保障处处长乔林

《柏渡市青年公寓管理办法》政策解读

一、这类住房以后怎么处置？

青年公寓不得上市交易。擅自出租的，责令30日内收回，并处2000元罚款。

二、哪些情形要退出？

累计3个月未缴纳租金的，应当腾退住房。腾退通知送达后确有困难的，可以申请2个月的过渡期。

三、票价怎么定？

公寓专线票价为1元，这次不作调整。路面积水深度达到30厘米时，立即封闭通道。

四、有哪些服务？

对独居、空巢老年人建立台账，每周至少探访一次。查出的问题共50个，已整改42个。

同一诉求30天内重复反映3次以上的，由区热线办提级至副区长督办。抢修队不少于60人。充电桩连续20日离线的纳入清退名单。表后管更换由用户自愿，材料费按成本价收取。

五、有哪些费用？

门锁由运营公司免费更换，费用由市财政承担。平台应当按时足额支付骑手报酬，结算周期不得超过10天。
"""


@pytest.fixture(scope="module")
def guide(over: Over) -> Assistant:
    """An assistant over what a town tells its people about its flats."""
    return over({"guide.txt": GUIDE})


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("青年公寓让不让出租", "青年公寓能不能出租"),
        ("青年公寓许不许养狗？", "青年公寓能不能养狗？"),
        ("青年公寓让养狗不让", "青年公寓能不能养狗"),
        ("青年公寓能卖不", "青年公寓能卖吗"),
        ("换锁要交钱不？", "换锁要交钱吗？"),
        ("租金涨了没", "租金涨了吗"),
        ("学生有补贴没有？", "学生有补贴吗？"),
        ("青年公寓不能卖，真的假的", "青年公寓不能卖，对吗"),
        ("听说青年公寓不能卖，有没有这回事？", "听说青年公寓不能卖，对吗？"),
        ("青年公寓是不能卖的对吧", "青年公寓是不能卖，对吗"),
        ("出租这事有没有说法", "出租有什么规定"),
        ("修路的钱打哪儿来", "修路的钱从哪里来"),
        ("最多住几年来着", "最多住几年"),
        ("顶多住几年", "最多住几年"),
        ("说好的小学哪天开学啊急", "小学哪天开学"),
        ("小学哪天开学，在线等", "小学哪天开学"),
        ("老外办证要几天", "外国人办证要几天"),
        ("抢修队有多少号人", "抢修队有多少个人"),
        ("一次停水最多几个钟头", "一次停水最多几个小时"),
    ],
)
def test_put_as_questions_are_written(spoken: str, meant: str) -> None:
    assert written(spoken) == meant


@pytest.mark.parametrize(
    "text",
    [
        "单个项目封顶多少",
        "这批货放行还是不",
        "哪些对象精准不精准",
        "谁负责，是吧",
        "差不多要几天",
        "有没有人反对",
        "税务局参与几件事，哪件最急？",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert written(text) == text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("柏渡青年公寓能卖不", "不得上市交易"),
        ("柏渡青年公寓让不让转手", "不得上市交易"),
        ("柏渡青年公寓拖着不交房租，欠几个月会被撵走", "累计3个月未缴纳租金"),
        ("柏渡公寓专线是不是要涨价", "不作调整"),
        ("柏渡桥洞底下水多深就得封路", "30厘米"),
        ("柏渡公寓换门锁要自己掏钱吗", "免费更换"),
        ("柏渡一个人住的老头老太多久有人上门看一回", "每周至少探访一次"),
        ("柏渡查出来的毛病有多少已经改好了", "42个"),
        ("柏渡抢修队有多少号人", "60人"),
        ("柏渡同一件事反复打电话，打几回会惊动区领导", "3次以上"),
        ("柏渡充电桩趴窝多久会被踢出名单", "20日"),
        ("柏渡水表后头的管子换了要不要钱", "成本价"),
        ("柏渡平台几天给骑手结一次工钱", "10天"),
    ],
)
def test_everyday_words_reach_the_rule(guide: Assistant, question: str, told: str) -> None:
    reply = guide.answer(question)
    assert reply.status == "answered"
    assert told in reply.answer


def test_where_a_paper_is_from_is_said_after_what_it_says() -> None:
    assert is_imprint("来源：柏渡市住房和城乡建设局　发布时间：2025年2月18日")
    assert not is_imprint("房源来源：利用存量闲置房屋改建。")


def test_how_much_one_may_have_asks_for_no_conditions(over: Over) -> None:
    conditions = "柏渡市进口贴息细则\n\n第一条　申请贴息的企业应当具备以下条件：（一）在本市登记；（二）无违法记录。\n"
    reply = over({"guide.txt": GUIDE, "loan.txt": conditions}).answer("盖公寓一套能拿到多少补贴")
    assert reply.status == "not_found"
