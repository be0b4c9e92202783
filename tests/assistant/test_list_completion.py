"""Lists of which sentences gave a part: the whole enumeration is given."""

from __future__ import annotations

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
