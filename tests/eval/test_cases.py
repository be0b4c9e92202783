"""Gold files: what is accepted, and how mistakes are explained."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.cases import Case, comparable, contradictions, parse_cases, write_cases
from eval.errors import GoldError
from eval.validation import balance, balance_findings, document_findings, repeated_questions

RIGHT: dict[str, Any] = {
    "id": "a",
    "type": "who",
    "lang": "zh",
    "turns": ["谁牵头？"],
    "must": [["商务局"]],
    "must_not": [],
    "status": "answered",
    "evidence": [{"doc": "d", "quote": "商务局牵头"}],
}


def problems(tmp_path: Path, *rows: object) -> tuple[str, ...]:
    """What is said about a file with these lines."""
    path = tmp_path / "gold.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        parse_cases(path)
    return caught.value.problems


def test_a_gold_file_reads_back_as_it_was_written(cases: tuple[Case, ...], tmp_path: Path) -> None:
    """Writing and parsing are inverse, line numbers included."""
    path = tmp_path / "again.jsonl"
    write_cases(cases, path)
    assert parse_cases(path) == cases


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"type": "whom"}, "line 1: type: input should be 'who'"),
        ({"turns": "谁?"}, "line 1: turns: input should be a valid tuple"),
        ({"turns": []}, "line 1 (a): turns: needs at least one question"),
        ({"must": [[]]}, "line 1 (a): must[0]: needs at least one string"),
        ({"must": [["商务局"], [" "]]}, "line 1 (a): must[1]: needs at least one string"),
        ({"must": ["商务局"]}, "line 1: must[0]: input should be a valid tuple"),
        ({"must_not": ["务 局"]}, "line 1 (a): must[0]: whatever satisfies ['商务局'] also holds a string of must_not"),
        ({"must-not": ["x"]}, "line 1: unknown field 'must-not': did you mean 'must_not'?"),
        ({"status": "not_found"}, "line 1 (a): status not_found cites nothing"),
        ({"type": "not_found"}, "line 1 (a): type not_found needs status not_found"),
        ({"type": "multi_turn"}, "line 1 (a): type multi_turn needs at least two turns"),
        ({"evidence": []}, "line 1 (a): needs evidence"),
        ({"evidence": [{"doc": "d"}]}, "line 1: evidence[0].quote: field required"),
    ],
)
def test_each_mistake_is_named_with_its_line_and_field(change: dict[str, Any], said: str, tmp_path: Path) -> None:
    """A person finds and mends the mistake from the message alone."""
    assert any(problem.startswith(said) for problem in problems(tmp_path, {**RIGHT, **change}))


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    """Nobody mends line by line and runs again each time."""
    told = problems(tmp_path, RIGHT, "{", "[]", RIGHT, {**RIGHT, "id": "b", "lang": "fr"})
    assert [problem.split(":")[0] for problem in told] == ["line 2", "line 3", "line 4", "line 5"]
    assert "already used on line 1" in told[2]


def test_an_empty_or_foreign_file_is_refused(tmp_path: Path) -> None:
    """No case, no such file, not UTF-8: one reason each."""
    assert problems(tmp_path, "") == ("holds no case: one JSON object a line is expected",)
    with pytest.raises(GoldError, match="cannot be read"):
        parse_cases(tmp_path / "none.jsonl")
    (tmp_path / "gbk.jsonl").write_bytes("谁牵头争取免税牌照".encode("gb18030"))
    with pytest.raises(GoldError, match="save the file as UTF-8"):
        parse_cases(tmp_path / "gbk.jsonl")


def test_notes_of_ones_own_are_welcome(tmp_path: Path) -> None:
    """A field that resembles none of ours is left alone."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**RIGHT, "written_by": "me"}), encoding="utf-8")
    assert parse_cases(path)[0].id == "a"


@given(st.text("商城牵头ABab12ＡＢａｂ１２（）();，,"), st.sampled_from([" ", "\n", "　", "\t\u00a0"]))
def test_comparing_ignores_width_case_and_white_space(text: str, space: str) -> None:
    """White space anywhere changes nothing, nor does comparing what was already made comparable."""
    assert comparable(space.join(text)) == comparable(text)
    assert comparable(comparable(text)) == comparable(text)
    assert comparable(text.upper()) == comparable(text)


def test_quotes_are_held_against_the_documents(cases: tuple[Case, ...], shelf: Any) -> None:
    """A quote that is not in its document is serious, one that stands there twice is a warning, white space is not."""
    assert document_findings(cases, shelf.texts.__getitem__) == []
    wrong = replace(cases[0].evidence[0], quote="商务局牵头争取免税牌照")
    twice = replace(cases[0].evidence[0], quote="商城集团")
    nowhere = replace(cases[0].evidence[0], doc="no-such")
    spoiled = [replace(cases[0], evidence=(wrong, twice, nowhere))]
    found = document_findings(spoiled, shelf.texts.__getitem__)
    assert [finding.serious for finding in found] == [True, False, True]
    assert "does not stand in yiwu-import-demo-zone-2021" in str(found[0])
    assert str(found[0]).startswith("line 1 (who-1): evidence[0]")


def test_balance_tells_what_a_set_lacks(cases: tuple[Case, ...]) -> None:
    """Counts by type, and the types, languages and splits that have too few cases."""
    assert balance(cases)["who"] == {"zh": 1, "mix": 1, "dev": 2, "answered": 2}
    lacking = balance_findings(cases, per_type=1, per_language=2)
    assert "type speaker: 0 cases, wanted 1" in lacking
    assert "language en: 1 cases, wanted 2" in lacking
    assert "split test has no case of type who" in lacking
    assert not any(line.startswith("type who:") for line in lacking)


def test_the_same_question_twice_is_noticed(cases: tuple[Case, ...]) -> None:
    """Width and spaces do not make another question of it."""
    again = replace(cases[0], id="who-2", turns=("谁 牵头争取免税牌照?",), line=9)
    assert [str(finding) for finding in repeated_questions([*cases, again])] == [
        "line 9 (who-2): asks the same as who-1 on line 1"
    ]
    assert contradictions(again) == []
