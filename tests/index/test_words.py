"""How near texts come to a topic, by the vectors of the shipped model."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.embed import SHIPPED, static_files
from index.words import UNRELATED, Nearness, shipped_words

TEXTS = ["推进跨境电商高质量发展", "鲜花进境指定监管场地", "", "the fresh flower imports", "鲜花进境" * 40]
SHIPPED_TOKENIZER = Tokenizer.from_file(str((static_files(SHIPPED) or (SHIPPED,))[0]))
TOPIC = ["鲜花", "进口", "customs"]


@pytest.mark.parametrize("many", [1, 2000])
def test_nearness_is_that_of_the_closest_word_and_of_the_sum(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As computed from the vectors one by one, and the same when asked again with other texts between."""
    monkeypatch.setattr("index.words._MANY", many)
    space = shipped_words()
    vectors = space.vectors(TOPIC)
    nearness = Nearness(space, vectors)
    texts = [space.words(text) for text in TEXTS]
    for text, words in zip(TEXTS, texts, strict=True):
        rows, _ = space.rows(words.ids)
        cosines = (rows / np.linalg.norm(rows, axis=1, keepdims=True) @ vectors.T).max(axis=0) if text else 0
        closest = np.clip((np.broadcast_to(cosines, len(TOPIC)) - UNRELATED) / (1 - UNRELATED), 0, 1)
        assert nearness.closest([words])[0] == pytest.approx(closest, abs=1e-5)
        assert nearness.sums([words])[0] == pytest.approx(rows.sum(axis=0) @ vectors.T, rel=1e-4, abs=1e-5)
    together = nearness.closest(texts)
    assert together == pytest.approx(np.stack([nearness.closest([words])[0] for words in texts]))
    assert nearness.closest([]).shape == nearness.sums([]).shape == (0, len(TOPIC))


def test_what_is_near_to_a_further_sense_is_as_near_to_the_word_times_its_worth() -> None:
    """Each sense has a worth of its own: a rare one tells less than the likeliest."""
    space = shipped_words()
    word, senses = space.vectors(["鲜花"]), space.vectors(["海关", "口岸"])
    text = [space.words("海关"), space.words("口岸")]
    near = Nearness(space, word, senses, [0, 0], [0.9, 0.5]).closest(text)[:, 0]
    own = Nearness(space, senses).closest(text)
    alone = Nearness(space, word).closest(text)[:, 0]
    assert near == pytest.approx(np.maximum(alone, (own * [0.9, 0.5]).max(axis=1)), abs=1e-6)
    assert near[0] > near[1]


def test_each_sense_is_of_its_word() -> None:
    """Whatever the order in which senses are given, and also where a word has none."""
    space = shipped_words()
    words, senses = space.vectors(["鲜花", "铁路", "税收"]), space.vectors(["海关", "口岸", "水果"])
    texts = [space.words(text) for text in ("海关", "口岸", "水果进境", "铁路")]
    near = Nearness(space, words, senses, [2, 0, 2], [0.9, 0.5, 0.7]).closest(texts)
    alone, own = Nearness(space, words).closest(texts), Nearness(space, senses).closest(texts)
    expected = np.stack(
        [
            np.maximum(alone[:, 0], 0.5 * own[:, 1]),
            alone[:, 1],
            np.maximum(alone[:, 2], np.maximum(0.9 * own[:, 0], 0.7 * own[:, 2])),
        ],
        axis=1,
    )
    assert near == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("word", ["\u2603\u2603", "qzxv", "Привет", "2021", "龘"])
def test_an_unknown_word_has_no_vector_and_weighs_as_a_rare_one(word: str) -> None:
    """Nothing is near to it, and yet it tells; what the model keeps for texts without words is no word."""
    space = shipped_words()
    assert not space.vectors([word]).any()
    assert space.weight(word) > space.weight("的")
    assert not len(space.words(word).ids)
    assert not len(space.bags([word])[0])


def test_text_is_cut_into_words_known_and_unknown() -> None:
    """Nothing but blanks is lost: known words by longest match, and what is between them whole."""
    space = shipped_words()
    assert space.segment("海关龘龘監管2021年 Привет") == ["海关", "龘龘", "監管", "2021", "年", " Привет"]
    assert space.segment(" \n") == []
    assert space.segment("2021") == ["2021"]


@given(st.text("义乌進口免税浙国２０21年，。：（）《》“”…·× \n\tABb-ｂ\u3000é\u0301カ\u3099\u302aⅡ℃㎡①\r", max_size=40))
def test_words_are_those_of_the_models_own_tokenizer(text: str) -> None:
    """However a text is folded, its words are what the tokenizer makes of it by itself: traditional characters, full
    width, capitals, and what joins the sign before it."""
    space = shipped_words()
    own = {token for token in SHIPPED_TOKENIZER.encode(text, add_special_tokens=False).ids if 0 < token < len(space)}
    assert space.words(text).ids.tolist() == sorted(own)
