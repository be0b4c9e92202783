"""The questions that the model is judged by, and how a leg's hits are counted."""

from __future__ import annotations

import json

import pytest

from index.embed import load_embedder
from index.training.evaluate import BUNDLED, OWN, Questions, hits, plain, read_own, read_passages
from index.types import Entry

SETS = ("paraphrase", "english", "oblique")


@pytest.mark.parametrize("name", SETS)
def test_each_set_asks_a_hundred_things(name: str) -> None:
    """A hundred different questions with ids of their own, each with the words that answer it."""
    rows = [json.loads(line) for line in (OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len({row["id"] for row in rows}) == len({row["question"] for row in rows}) == 100
    assert all(len(row["quote"]) >= 8 for row in rows)


def test_laymen_avoid_the_words_of_the_text() -> None:
    """A paraphrase shares next to no pair of characters with the quote that answers it."""
    rows = [json.loads(line) for line in (OWN / "paraphrase.jsonl").read_text(encoding="utf-8").splitlines()]
    shared = [pairs(row["question"]) & pairs(row["quote"]) for row in rows]
    assert sum(map(len, shared)) / len(rows) < 0.5


def pairs(text: str) -> set[str]:
    return {
        text[at : at + 2] for at in range(len(text) - 1) if "一" <= text[at] <= "鿿" and "一" <= text[at + 1] <= "鿿"
    }


def test_bundled_quotes_are_found_in_passages() -> None:
    """The quotes of the bundled documents stand in passages, through hard wraps and full-width digits."""
    entries = read_passages([BUNDLED])
    whole = "".join(plain(entry.text) for entry in entries)
    rows = [json.loads(line) for line in (OWN / "english.jsonl").read_text(encoding="utf-8").splitlines()]
    bundled = {row["question"] for row in rows if plain(row["quote"]) in whole}
    assert len(bundled) >= 25
    assert all(answers for question, answers in read_own("english", entries).gold if question in bundled)


def test_hits_are_shares_of_questions() -> None:
    """A question that only one leg can answer counts for that leg, and one that none can answer counts as a miss."""
    texts = {"duty": "关税减免的范围由海关确定。", "fire": "森林防火实行责任制。", "school": "义务教育阶段免收学费。"}
    entries = [Entry(key, key, text, "", "") for key, text in texts.items()]
    gold = [("森林防火", {"fire"}), ("读书要不要交钱", {"school"}), ("森林防火责任", {"elsewhere"})]
    found = hits(Questions("small", entries, gold), load_embedder(None))
    assert found["lexical"][0] == pytest.approx(1 / 3)
    assert found["dense"][0] == pytest.approx(2 / 3)
    assert all(leg == sorted(leg) for leg in found.values())
