"""One item of a list by its place in it: 申报条件的第三条是什么, 最后一步由谁办."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.questions.ordinal_asked import ordinal_asked
from tests.assistant.conftest import Over

NOTICE = """琼溪高新区关于组织申报2025年度技术改造资金项目的公告

二、申报条件
申报单位应当同时符合以下条件：
1.在琼溪高新区注册并具有独立法人资格；
2.财务制度健全；
3.近3年未发生安全事故；
4.项目已竣工并投入使用。

三、申报材料
申报单位须提交以下材料：
1.项目申报书；
2.营业执照复印件；
3.经审计的财务报告。

四、申报程序

| 步骤 | 内容 | 办理单位 | 时间 |
| --- | --- | --- | --- |
| 网上填报 | 登录平台填报 | 申报单位 | 2025年5月16日前 |
| 形式审查 | 审查材料完整性 | 经济发展局 | 2025年5月30日前 |
| 资金拨付 | 拨付至企业账户 | 财政金融局 | 2025年8月29日前 |

五、工作要求
（一）压实责任。单位主要负责人为第一责任人。
（二）定期报送。每月25日前报送进展。
（三）严肃问责。逾期的取消评优资格。
"""


@pytest.fixture(scope="module")
def notice(over: Over) -> Assistant:
    return over({"notice.md": NOTICE})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("琼溪技术改造资金申报条件的第三条是什么？", "未发生安全事故", "财务制度"),
        ("琼溪技术改造资金申报第二样材料是什么", "营业执照", "财务报告"),
        ("琼溪技术改造资金申报条件最后一条是什么？", "投入使用", "法人资格"),
        ("琼溪技术改造资金公告工作要求第二条是什么？", "每月25日前", "评优"),
        ("琼溪技术改造资金申报程序最后一步由谁办？", "财政金融局", "经济发展局"),
        ("琼溪技术改造资金申报程序倒数第二步是什么，谁办", "经济发展局", "财政金融局"),
    ],
)
def test_the_item_at_the_place_is_told_alone(question: str, given: str, not_given: str, notice: Assistant) -> None:
    """With what announces the list, and none of the other items."""
    answer = notice.answer(question)
    assert answer.status == "answered"
    assert given in answer.answer
    assert not_given not in answer.answer


def test_the_whole_list_is_told_where_it_is_asked_for_too(notice: Assistant) -> None:
    """有哪些材料，第二样是什么 wants both."""
    answer = notice.answer("琼溪技术改造资金要交哪些材料，第二样是什么？")
    assert "项目申报书" in answer.answer
    assert "营业执照" in answer.answer


def test_there_is_no_item_beyond_the_last(notice: Assistant) -> None:
    """The list is given, and that it has no such item."""
    answer = notice.answer("琼溪技术改造资金申报条件第九条是什么？")
    assert answer.status == "not_found"
    assert "没有第9项" in answer.answer
    assert "投入使用" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "清洁条例第三条是什么？",
        "进口方案第七项任务是什么？",
        "第二个百日攻坚的目标是什么？",
        "方案第三部分讲什么？",
        "排名第一的是谁？",
    ],
)
def test_numbers_of_rows_clauses_and_rounds_are_no_places_in_a_list(question: str) -> None:
    """They are printed, and looked up as such."""
    assert ordinal_asked(question) is None


@pytest.mark.parametrize("question", ["琼溪技术改造资金申报程序有几步？", "琼溪技术改造资金的申报程序一共几步"])
def test_steps_are_counted_where_only_the_procedure_is_named(question: str, notice: Assistant) -> None:
    """The rows of the table under the heading 申报程序, not those of another list."""
    answer = notice.answer(question)
    assert "共3项" in answer.answer
    assert "资金拨付" in answer.answer
    assert "法人资格" not in answer.answer
