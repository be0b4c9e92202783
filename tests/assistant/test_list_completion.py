"""Lists of which sentences gave a part: the whole enumeration is given."""

from __future__ import annotations

import pytest

from tests.assistant.conftest import Over

_CALL = """沛川市科技局关于申报2024年重点专项的通知

各县（市、区）科技局：

现就2024年重点专项申报有关事项通知如下。

一、申报要求
申报单位应当具有独立法人资格，每个单位限报两项，逾期不予受理。

二、材料报送和业务咨询
各专项的咨询电话如下。
（1）“智能机器人”重点专项咨询电话：0000-6810440；
（2）“现代服务业共性关键技术研发及应用示范”重点专项咨询电话：0000-8837734；
（3）“综合交通运输与智能交通”重点专项咨询电话：0000-6810446；
（4）“物联网与智慧城市”重点专项咨询电话：0000-6820827。
"""
_RULES = """湖坪市网约房管理办法

第一章　总则
第一条　为规范网约房经营，制定本办法。

第二章　法律责任
第二十条　网约房经营者有下列行为之一的，由市公安机关责令限期改正，可以处2万元以下的罚款；情节严重的，
由市商务局责令停止经营1个月至3个月，直至取消备案：
（一）未核对入住人员身份证件；
（二）未按规定办理备案；
（三）超过核定人数接待；
（四）擅自改变房屋结构。

第二十一条　网约房平台有下列行为之一的，由市商务局责令限期改正，可以处5万元以下的罚款：
（一）未核验经营者备案信息；
（二）未按规定报送数据。
"""
_REPLY = """沛川市人民政府办公室关于南岭县有关请求的复函

南岭县人民政府：

你县在市长调研时提出的请求收悉，有关部门认真研究，现函复如下。

一、关于堤防建设问题
堤防建设由市水利局统筹安排，列入今年计划。

二、关于对口支援问题
对口支援继续由北江区承担。

三、关于地质灾害监测问题
监测点由市自然资源局增设。
"""


def test_items_of_a_list_bring_the_others(over: Over) -> None:
    """Each of the four is given, however the question's words fit it."""
    answer = over({"call.txt": _CALL}).answer("沛川科技局2024年这批申报通知，末尾留了咨询电话的重点专项有哪些？")
    for words in ("智能机器人", "现代服务业", "智能交通", "物联网"):
        assert words in answer.answer, answer.answer


def test_how_many_headings_there_are_is_said(over: Over) -> None:
    """几方面 asks for the number beside the names."""
    answer = over({"reply.txt": _REPLY}).answer("南岭县提了几方面请求，市里回函都答了？")
    assert "共3项" in answer.answer, answer.answer
    for words in ("堤防建设", "对口支援", "地质灾害监测"):
        assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "湖坪开网约房的哪些事会被罚？",
        "湖坪网约房经营者（不是平台）哪些情形会被罚款？",
        "湖坪网约房经营者而不是平台的哪些行为会被罚款？",
    ],
)
def test_cases_are_told_with_all_that_announces_them(question: str, over: Over) -> None:
    """Each of the four, under the sentence that says what is done: not its last clause alone."""
    answer = over({"rules.txt": _RULES}).answer(question)
    assert "共4项" in answer.answer, answer.answer
    assert "有下列行为之一的" in answer.answer, answer.answer
    assert "2万元以下" in answer.answer, answer.answer
    assert "平台" not in answer.answer, answer.answer


_VISIT = """沛川市人民政府办公室关于阜宁县在市长考察工作时所提问题和建议办理情况的函

阜宁县人民政府：

2024年3月，市长率市有关部门负责同志赴阜宁县、兴河县考察。对于你县在市长考察工作时提出的问题和建议，有关部门认真进行了研究，提出了办理意见，现将有关情况函复如下。

一、关于支持灌河堤防建设问题。
你县请求，加大对灌河堤防建设投资比例；尽快批复一期工程。
（一）关于加大投资比例问题。
市发展改革委已安排该项目300万元。
（二）关于一期工程批复问题。
待规划完成后研究。

二、关于对口支援问题。
有关部门研究提出了办理意见：阜宁、兴河两县各1.5万人左右，对口支援继续由北江区承担。

三、关于地质灾害监测问题。
根据《阜宁县人民政府关于地质灾害有关问题的请示》（阜政文〔2024〕3号），市自然资源局、市应急局、市水利局将增设监测点。
"""


@pytest.mark.parametrize(
    "question", ["阜宁县在市长考察时提了几个问题？", "阜宁县在市长考察时提了哪几个问题？分别是什么"]
)
def test_the_headings_of_a_reply_are_the_questions(question: str, over: Over) -> None:
    """All three: not the two below one of them, and not a sentence under one or with the title of another paper."""
    answer = over({"visit.txt": _VISIT}).answer(question)
    assert "共3项" in answer.answer, answer.answer
    assert "地质灾害监测" in answer.answer, answer.answer
