"""The record of a press conference: who said what, who asked, what the head says, and what its questions are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant import Assistant

RECORD = """《洄川市促进夜间消费若干措施》新闻发布会实录

时间：2024年5月16日（星期四）上午10：00
地点：洄川市行政中心2号楼3层新闻发布厅
主办单位：洄川市人民政府新闻办公室
发布人：
罗砚秋　市商务局局长
韩竹青　市文化和旅游局副局长
主持人：
温以宁　市政府新闻办公室副主任

【温以宁】各位媒体朋友，大家上午好！下面请罗砚秋局长介绍情况。

【罗砚秋】谢谢主持人。《若干措施》自2024年6月1日起施行，有效期至2026年5月31日。全市将打造夜间消费集聚区9个，对集聚区运营单位每个奖励60万元。

【洄川晚报记者】请问文旅部门，夜间开放的景区有多少家？门票怎么收？

【韩竹青】谢谢您的提问。目前夜间开放的景区是14家，年底前增加到22家，门票一律按日场的六折收取。

【洄川广播电视台记者】夜市摊位由谁来管？

【罗砚秋】夜市摊位由属地街道办事处统一管理，市城市管理局负责指导。
"""


@pytest.fixture(scope="module")
def record(over: Callable[[Mapping[str, str]], Assistant]) -> Assistant:
    return over({"record.txt": RECORD})


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("洄川发布会上是谁讲门票按日场六折收？", ["韩竹青", "市文化和旅游局副局长"], ["罗砚秋"]),
        ("韩竹青在洄川发布会上怎么介绍夜间开放的景区？", ["韩竹青", "14家"], ["60万元"]),
        # The head did not speak: what his unit's deputy said, with her post.
        (
            "洄川夜间消费发布会上，文旅局局长说了什么？",
            ["韩竹青", "市文化和旅游局副局长", "14家"],
            ["时间：", "60万元"],
        ),
        ("洄川那场发布会有几家媒体的记者提了问？", ["共2家", "洄川晚报记者", "洄川广播电视台记者"], ["罗砚秋"]),
        ("洄川发布会上有几位发言人？", ["共3位", "温以宁", "罗砚秋", "韩竹青"], ["晚报"]),
        ("洄川夜间消费发布会的发布人都有谁？", ["罗砚秋", "韩竹青"], ["洄川晚报"]),
    ],
)
def test_each_turn_is_its_speakers(question: str, given: list[str], not_given: list[str], record: Assistant) -> None:
    """The head of the record says which post the name in brackets holds; reporters are nobody's posts."""
    answer = record.answer(question)
    assert answer.status == "answered"
    assert [words for words in given if words not in answer.answer] == []
    assert [words for words in not_given if words in answer.answer] == []


def test_what_the_reporters_ask_is_answered_by_what_follows(record: Assistant) -> None:
    """A question in the text states nothing; its words help to find the reply."""
    answer = record.answer("洄川夜市的摊位归谁管？")
    assert "属地街道办事处" in answer.answer
    assert "夜市摊位由谁来管" not in answer.answer


def test_who_holds_a_press_conference_leads_no_task(record: Assistant) -> None:
    """时间, 地点 and 主办单位 in its head are no task with a lead unit."""
    assert record.answer("洄川市人民政府新闻办公室牵头的任务有哪些？").tasks == ()


@pytest.mark.parametrize("question", ["洄川促进夜间消费的措施管到什么时候？", "洄川夜间消费那套措施从哪天管到哪天"])
def test_how_long_a_document_is_in_force_is_asked_in_everyday_words(question: str, record: Assistant) -> None:
    """管到什么时候 asks for the term of validity, not for some task's deadline."""
    assert "有效期至2026年5月31日" in record.answer(question).answer


def test_a_plan_is_in_force_until_its_own_clause_says(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """Not until a task in it is due, however many words of the question that task has."""
    plan = (
        "洄川市人民政府关于印发洄川市制造业数字化转型实施方案的通知\n各县区人民政府：\n一、主要任务\n"
        "1．推进制造业数字化转型培训。（牵头单位：市工业和信息化局；完成时限：2024年10月底前）\n"
        "二、附则\n本方案自印发之日起施行，有效期至2025年12月31日。\n洄川市人民政府\n2024年4月18日\n"
    )
    answer = over({"plan.txt": plan}).answer("洄川制造业数字化转型方案管到什么时候？")
    assert "有效期至2025年12月31日" in answer.answer
    assert "2024年10月" not in answer.answer


PLAIN = """沅江市公交调整新闻发布会实录

时间：2024年7月16日
发布人：沅江市发展和改革委员会副主任　商砚秋
　　　　沅江公交集团董事长　楼雨桐
主持人：市政府新闻办主任　闻人静

闻人静：各位记者朋友，上午好！

沅江日报记者：市民很关心票价会不会涨？

商砚秋：票价这次不作调整，普通线路仍为2元。

沅江电视台记者：撤线的驾驶员怎么安排？

楼雨桐：撤线涉及的驾驶员全部转岗到新线路，没有裁员。

闻人静：今天的发布会到此结束。
"""


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("沅江公交发布会上，谁讲的票价会不会涨？", "商砚秋"),
        ("沅江那场发布会谁保证撤线的驾驶员不裁员？", "楼雨桐"),
        ("Who answered at the Yuanjiang briefing that 撤线 drivers 没有裁员?", "楼雨桐"),
    ],
)
def test_who_answers_a_reporter_said_it(
    question: str, speaker: str, over: Callable[[Mapping[str, str]], Assistant]
) -> None:
    """Turns open by the name alone; a reporter's are his, and a name is known by the line that gives its post."""
    assert speaker in over({"plain.txt": PLAIN}).answer(question).answer


def test_labels_are_no_speakers(over: Callable[[Mapping[str, str]], Assistant]) -> None:
    """牵头单位：… in a plan, whose columns are called so, too."""
    plan = """沅江市重点任务

牵头单位　配合单位
1. 建设口岸。
牵头单位：市商务局
2. 建设冷库。
牵头单位：市农业农村局
"""
    assert "讲的" not in over({"plan.txt": plan}).answer("牵头单位说了要建设什么？").answer
