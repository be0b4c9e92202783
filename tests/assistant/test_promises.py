"""What holds of every answer, whatever was asked."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.types import Answer, answer_json
from corpus.normalise import fold
from index.library import Library
from tests.assistant.conftest import BUNDLED, WRITTEN, Converse

TEXTS = {path.stem: path.read_text("utf-8") for folder in (BUNDLED, WRITTEN) for path in folder.glob("*.txt")}
ASKING = [
    *(
        "谁牵头",
        "由谁负责",
        "什么时候完成",
        "是多少",
        "有哪些",
        "有几项",
        "是什么",
        "为什么",
        "谁讲的",
        "文号是多少",
        "怎么做",
    ),
    *(
        "who leads",
        "by when",
        "how many",
        "what is",
        "list all",
        "who else takes part",
        "why",
        "哪个先完成",
        "分别是什么",
    ),
    *(
        "附件1",
        "附件2第3项",
        "正文",
        "2024年9月底前",
        "年底前",
        "牵头的任务有哪些",
        "和",
        "不是",
        "第二个呢",
        "它",
        "吗？",
        "",
    ),
]
BOUNDED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def questions(draw: st.DrawFn) -> str:
    """Words of a document between words of asking, in any order."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        text = TEXTS[draw(st.sampled_from(sorted(TEXTS)))]
        start = draw(st.integers(0, len(text) - 2))
        parts += [text[start : start + draw(st.integers(1, 14))], draw(st.sampled_from(ASKING))]
    return draw(st.sampled_from(["", " ", "，", "\n", "“"])).join(draw(st.permutations(parts)))[:2000] or "？"


def markers_of(text: str) -> list[int]:
    return [int(marker) for marker in re.findall(r"\[(\d+)\]", text)]


def check(answer: Answer, library: Library) -> None:
    """The promises of the contract that need nothing but the answer and the documents."""
    for citation in answer.citations:
        document = library.document(citation.document_id)
        assert citation.quote == document.text[citation.start : citation.end]
        assert citation.quote.strip(), "a quote of nothing"
        assert citation.title == document.metadata.title
    assert [citation.marker for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert set(markers_of(answer.answer)) == {citation.marker for citation in answer.citations}
    assert answer.answer.strip()
    assert answer.language in ("zh", "en")
    if answer.status == "not_found":
        assert not answer.citations
        assert not answer.tasks
    else:
        assert answer.citations
        unsupported = [
            line
            for line in answer.answer.splitlines()
            if not markers_of(line) and not re.match(r"共\d+项|\d+ in total|.*[：:]$", line)
        ]
        assert not unsupported, unsupported
    if answer.status == "answered":
        assert not answer.missing
    if answer.status == "partial":
        assert answer.missing
    if answer.total is not None:
        assert answer.total == len(answer.tasks)
        assert len({task.id for task in answer.tasks}) == answer.total
    json.dumps(answer_json(answer), ensure_ascii=False)


@BOUNDED
@given(question=questions())
def test_every_answer_keeps_the_contract(question: str, written: Assistant, written_library: Library) -> None:
    """Quotes are verbatim, markers are citations, what is not found cites nothing, whatever words are put together."""
    check(written.answer(question, conversation_id="c"), written_library)


@BOUNDED
@given(question=questions())
def test_every_answer_over_the_bundled_documents_keeps_the_contract(
    question: str, bundled: Assistant, bundled_library: Library
) -> None:
    """The same over hard-wrapped and full-width text."""
    check(bundled.answer(question, conversation_id="c"), bundled_library)


@settings(BOUNDED, max_examples=25)
@given(conversation=st.lists(questions(), min_size=2, max_size=4))
def test_every_turn_of_a_conversation_keeps_the_contract(
    conversation: list[str], written: Assistant, written_library: Library, converse: Converse
) -> None:
    """Follow-ups to anything are answered like questions of their own."""
    for answer in converse(written, conversation):
        assert answer.standalone_question
        check(answer, written_library)


@settings(BOUNDED, max_examples=25)
@given(question=questions())
def test_the_same_question_gives_the_same_answer(question: str, written: Assistant) -> None:
    """Nothing but the timings differs; the ids too are the same when the conversation's id is given."""
    first, second = (answer_json(written.answer(question, conversation_id="c")) for _ in range(2))
    assert {**first, "timings_ms": None} == {**second, "timings_ms": None}


def test_a_fresh_assistant_gives_the_same_answer(written: Assistant, written_library: Library) -> None:
    """What was asked before leaves no trace."""
    question = "机场集团牵头的任务有哪些？"
    fresh = Assistant(written_library).answer(question, conversation_id="c")
    known = written.answer(question, conversation_id="c")
    assert {**answer_json(fresh), "timings_ms": None} == {**answer_json(known), "timings_ms": None}


def test_conversations_without_an_id_get_ids_of_their_own(written: Assistant) -> None:
    """Two tabs do not mix."""
    first, second = written.answer("第五航权谁牵头"), written.answer("第五航权谁牵头")
    assert first.conversation_id != second.conversation_id
    assert first.id != second.id


def numbers(text: str) -> set[int]:
    """The whole numbers in a text, whatever its digits' width."""
    return {int(digits) for digits in re.findall(r"\d+", unicodedata.normalize("NFKC", text))}


@pytest.mark.parametrize(
    "question",
    [
        "鲜花进境指定监管场地由谁牵头，什么时候完成？",
        "口岸办参与或牵头的任务有哪些？",
        "2024年底前完成的改革事项有哪些？",
        "到2026年枢纽年货邮吞吐量达到多少？",
        "全货机航线到2025年达到多少条？",
        "改造农贸市场由谁牵头，什么时候建成？",
        "冷链食品追溯管理办法从什么时候起施行？",
        "园区规划面积是多少？",
        "临政函〔2024〕31号是什么时候印发的？",
    ],
)
def test_no_number_stands_in_an_answer_that_its_quotes_lack(question: str, written: Assistant) -> None:
    """Apart from the numbering of lists, markers and the bound that was understood."""
    answer = written.answer(question)
    said = re.sub(
        r"\[\d+\]|^\d+\. |^共\d+项(?:（[^）]*）)?：|(?:附件\d+|正文)第\d+项", "", answer.answer, flags=re.MULTILINE
    )
    quoted = " ".join(citation.quote for citation in answer.citations)
    assert numbers(said) <= numbers(quoted)


@pytest.mark.parametrize("question", ["机场集团牵头的任务有哪些？", "附件2有几项？", "第五航权由谁牵头，何时完成？"])
def test_every_task_of_an_answer_is_quoted(question: str, written: Assistant) -> None:
    """A record without a citation would be hearsay."""
    answer = written.answer(question)
    quotes = [fold(citation.quote) for citation in answer.citations]
    assert answer.tasks
    for task in answer.tasks:
        assert any(fold(task.task.strip("。")) in quote for quote in quotes)


def test_the_first_sentence_of_the_readme_is_kept(
    bundled: Assistant, bundled_library: Library, converse: Callable[..., list[Answer]]
) -> None:
    """ "Who leads the 免税牌照 application and by when": 商城集团, marked ▲, by June 2021, the annex row quoted."""
    for question in (
        "免税牌照由谁牵头，什么时候完成？",
        "who leads the 免税牌照 application and by when",
        "Who leads the application for the duty-free licence, and by when?",
    ):
        answer = bundled.answer(question)
        check(answer, bundled_library)
        assert answer.status == "answered"
        assert "商城集团" in answer.answer
        assert "▲" in answer.answer
        assert ("2021年6月" if answer.language == "zh" else "June 2021") in answer.answer
        assert answer.citations[0].quote.startswith("4\t争取免税牌照")
        assert answer.citations[0].cell is not None
