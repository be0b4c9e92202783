"""Of sentences that speak of one thing, the one that says what was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.language.answering_clauses import with_agent, with_number
from index.build import ingest
from index.library import Library

CHOICE = Path(__file__).parent / "choice"


@pytest.fixture(scope="module")
def choice(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Opinions of an invented city in which long sentences hold every word of a question and short ones answer it."""
    folder = tmp_path_factory.mktemp("choice")
    report = ingest([CHOICE], folder)
    assert not report.failed, report.failed
    return Assistant(Library.open(folder))


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("余河校车安全管理工作机制，全市面上谁抓总、谁督促？", "市教育局负责组织协调", "纳入年度考核"),
        ("白沙镇石桥村校车的乘车学生有多少名？", "126名", "两次"),
    ],
)
def test_the_clause_that_answers_decides(question: str, words: str, other: str, choice: Assistant) -> None:
    """Who: the clause that gives somebody a task; how many: the clause with the number, not the longer sentence that
    speaks of more of the topic."""
    answer = choice.answer(question)
    assert words in answer.answer
    assert other not in answer.answer


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [
        ("买了低空飞行器，几天之内要登记？", "15日内", "2023年5月1日"),
        ("低空飞行器应急测绘队伍什么时候要组建好？", "汛期前", "15日内"),
        ("低空飞行器联席会议多久开一次？", "每半年召开一次", "第38次"),
        ("低空飞行器登记管理规定从哪天起施行？", "2023年5月1日", "5个工作日内"),
        (
            "From which date do the rules on registering low-altitude aircraft (低空飞行器登记管理规定) apply?",
            "2023",
            "15日",
        ),
    ],
)
def test_a_time_is_told_in_many_ways(question: str, words: str, other: str, choice: Assistant) -> None:
    """A time that runs from something and a season answer when; a day is asked for, a number of days is no answer; the
    number of a meeting does not say how often it meets."""
    answer = choice.answer(question)
    assert words in answer.answer
    assert other not in answer.answer


@pytest.mark.parametrize(
    ("question", "unit", "other"),
    [
        ("埋在地下的废弃燃气管道这摊事，全市归谁统一归口管？", "市应急局", "燃气管理办公室"),
        ("已发现的废弃燃气管道，拆除处理归谁管？", "燃气管理办公室", "市应急局"),
    ],
)
def test_a_task_answers_only_who_does_that_task(question: str, unit: str, other: str, choice: Assistant) -> None:
    """A task of the ledger speaks of as much of the topic as the sentence that gives the whole of it to somebody else;
    the sentence that says who of what was asked decides which of them answers."""
    answer = choice.answer(question)
    assert unit in answer.answer
    assert other not in answer.answer


def test_a_body_that_acts_at_the_start_of_a_clause_is_who() -> None:
    """省财政厅制定… says who as 由省财政厅制定… does; what a sentence reports to somebody or of a thing does not."""
    assert with_agent("省财政厅制定收益分配办法，于6个月内出台") == ["省财政厅制定收益分配办法"]
    assert with_agent("灾后15日内，县政府完成损失核查") == ["县政府完成损失核查"]
    assert with_agent("收益分配办法确定后，产品价格提供参考") == []
    assert with_agent("修订后上报国务院审批") == []


@pytest.mark.parametrize(
    ("question", "words", "others"),
    [
        ("余河垃圾分类，谁负责分拣监督，谁负责拨付奖补？", ["市城管局", "市财政局"], ["回收站"]),
        ("余河的分拣中心要建几个、回收站要建多少个？", ["分拣中心3个", "回收站46个"], ["市财政局"]),
        ("余河的分拣中心要建几个？", ["分拣中心3个"], ["回收站46个"]),
    ],
)
def test_two_values_may_stand_in_two_sentences(
    question: str, words: list[str], others: list[str], choice: Assistant
) -> None:
    """Where a question asks twice, the sentence with the second value is given beside the one with the first; where it
    asks once, one is given."""
    answer = choice.answer(question)
    for word in words:
        assert word in answer.answer
    for other in others:
        assert other not in answer.answer


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("因此，这项工作由农业厅和水利厅统一归口管理，各县要配合。", ["这项工作由农业厅和水利厅统一归口管理"]),
        ("司法局负责督促指导，各镇要把它纳入考核。", ["司法局负责督促指导"]),
        ("加强监测（责任单位：生态环境局）。", ["责任单位"]),
        ("市科技局是专项资金的主管部门。", ["市科技局是专项资金的主管部门"]),
        ("各镇要将机制建设纳入考核，政府网站要公开。", []),
    ],
)
def test_the_clauses_that_say_who(text: str, clauses: list[str]) -> None:
    """Those that give a body an office, not those that only name one."""
    assert with_agent(text) == clauses


def test_the_clauses_with_a_number() -> None:
    """Each with what stands around its number, up to the next comma or stop."""
    assert with_number("全村有线路3条，道路平整，学生126名；") == ["全村有线路3条", "学生126名"]
