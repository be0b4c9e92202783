"""Where something is or is to be is told by the name of a place in the clause that speaks of it, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant import Assistant
from assistant.language.places_told import tells_place
from assistant.matching.needs import NEEDS
from assistant.questions.asking import Ask
from assistant.questions.question import Question
from tests.assistant.conftest import Over

PAPERS = {
    "wenlan.txt": "文澜市人民政府工作报告\n\n（2031年1月12日）\n\n一、产业\n"
    "加快碧峪铜基新材料产业园建设，培育发展铜箔加工，打造铜基新材料产业基地。"
    "统筹抓好南澳经济区基础设施建设，引导龙头企业参与开发，加快打造成为千亿级产业园区。"
    "高标准建设柳坪区甘薯良种繁育综合试验基地。加快建设全国首座冷能发电站，打造清洁能源产业园。\n\n二、文旅\n"
    "支持石门岭景区创建国家5A级旅游景区，支持青梧县争创“四好农村路”全国示范县。"
    "推进体育公园、城市艺术中心建设，太和老街开街运营。\n\n三、机构\n"
    "成立市铜产业发展领导小组，由市长任组长，统筹协调全市铜产业发展工作。\n",
    "rules.txt": "社会组织清理工作意见\n\n一、组织\n"
    "社会组织数量大、管理任务重的地方，可成立清理工作专班，协调解决有关问题。\n"
    "社会组织登记管理机关要通过清理工作专班加强管理。\n",
}


@pytest.fixture
def papers(over: Over) -> Assistant:
    """The report of a city, and a national paper."""
    return over(PAPERS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("文澜哪里要打造铜基新材料产业基地？", "碧峪"),
        ("文澜在哪里打造千亿级产业园区？", "南澳经济区"),
        ("文澜的甘薯良种繁育试验基地建在哪个区？", "柳坪区"),
        ("文澜推动哪里创建国家5A级旅游景区？", "石门岭"),
        ("文澜哪里要争创四好农村路全国示范县？", "青梧县"),
        ("哪里可以成立社会组织清理工作专班？", "数量大、管理任务重的地方"),
        ("Where in Wenlan (文澜) will the sweet potato (甘薯) breeding base be built?", "柳坪区"),
    ],
)
def test_a_place_is_told_by_its_name(papers: Assistant, question: str, told: str) -> None:
    """No verb of place need stand with it."""
    answer = papers.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    ["文澜的冷能发电站建在哪？", "文澜的全民健身中心建在哪里？", "文澜的甘薯良种繁育试验基地建在哪个镇？"],
)
def test_no_place_is_told_of_what_has_none(papers: Assistant, question: str) -> None:
    """A site named after the thing, a place of something else, and one of another kind than is asked for are none."""
    answer = papers.answer(question)
    assert answer.status == "not_found"


def test_names_of_places_are_told_from_kinds_and_offices() -> None:
    """示范县 and 成立市…小组 name none, nor does a place that the question or the title has already."""
    assert tells_place("支持青梧县争创示范县", "哪里争创示范县", "文澜市报告")
    assert not tells_place("全市各县区加快建设物流示范区", "哪里建物流园", "文澜市报告")
    assert not tells_place("成立市铜产业发展领导小组", "领导小组设在哪里", "文澜市报告")
    assert not tells_place("青梧县建设物流园", "青梧县的物流园建在哪里", "文澜市报告")
    assert not tells_place("全国首批试点落户四川", "试点在哪里", "成都市报告")
    assert not NEEDS[Ask.PLACE].search("新机场选址获批")


def test_out_of_what_something_is_taken_is_no_place(reads: Callable[[str], Question]) -> None:
    """从哪里抽取 is answered by what it is taken from; where a thing stands is a place."""
    assert reads("检查对象从哪里抽取？").asks == {Ask.CONTENT}
    assert reads("甘薯试验基地建在哪？").asks == {Ask.PLACE}
    assert reads("哪个县要建航空物流枢纽？").asks == {Ask.PLACE}
