"""How the shipped model is made: dictionary, tokenizer, pairs and contrastive training, each on a small scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.training.build import without
from index.training.contrast import Course, Draw, Lesson, train
from index.training.dictionary import clean_sense, is_chinese, senses_by_word
from index.training.lessons import synonyms
from index.training.pack import main_directions, save, text_vectors
from index.training.pairs import Drawer, Pair
from index.training.passages import Windows, windows_of
from index.training.sources import MissingTrainingText, chinese_text
from index.training.tokenizer import UNKNOWN, build_tokenizer, marked

WORDS = ["海", "关", "海关", "总", "署", "牵", "头", "牵头", "customs", "warehouse", "s"]


@pytest.mark.parametrize(
    ("definition", "sense"),
    [
        ("to take the lead (idiom)", "to take the lead"),
        ("abbr. for 中華人民共和國|中华人民共和国[Zhong1 hua2]", None),
        ("old variant of 台[tai2]", None),
        ("CL:個|个[ge4]", None),
        ("surname Wang", None),
        ("customs (i.e. border crossing inspection)", "customs (i.e. border crossing inspection)"),
        ("county in Jinhua 金華|金华[Jin1 hua2], Zhejiang", "county in Jinhua , Zhejiang"),
    ],
)
def test_definitions_are_reduced_to_senses(definition: str, sense: str | None) -> None:
    """Labels, pronunciations and references go; what defines nothing by itself is left out."""
    assert clean_sense(definition) == sense


def test_readings_of_a_word_take_turns() -> None:
    """A word of several readings keeps senses of each: none crowds the others out."""
    assert {"of", "a taxi", "really and truly"} <= set(senses_by_word()["的"])


def test_tokens_are_the_longest_words() -> None:
    """Longest match from the left, across scripts, widths and capitals; what is unknown is one unknown token."""
    encoded = small_tokenizer().encode("海關總署牽頭，ＣＵＳＴＯＭＳ Warehouses 2021 qx", add_special_tokens=False)
    assert encoded.tokens == ["海关", "总", "署", "牵头", "customs", "warehouse", "s", UNKNOWN]


@given(st.text(alphabet="海关总署牵头龘", max_size=200))
def test_known_characters_are_never_lost(text: str) -> None:
    """Whatever stands beside them, all known characters of a text are in its tokens, in order."""
    tokens = small_tokenizer().encode(text, add_special_tokens=False).tokens
    assert "".join(tokens) == text.replace("龘", "")


@settings(deadline=None)  # the tokenizer is made in the first run
@given(st.text(min_size=1, max_size=60))
@example("\U00030000")  # a Han character of the third plane
def test_every_text_has_tokens_with_marks(text: str) -> None:
    """Only the empty text has none; the words of a text are those that are found without marks, but that an unknown
    letter may set words free that stand in one run with it."""
    assert with_marks().encode(text).ids
    assert len(marked_words(text)) >= len([each for each in small_tokenizer().encode(text).ids if each])


@settings(deadline=None)
@given(st.text(alphabet="海关总署牵头龘7☃ж，", max_size=60))
def test_marks_leave_words_as_they_are(text: str) -> None:
    """Around unknown characters, digits and punctuation the same words are found with marks as without."""
    assert marked_words(text) == [each for each in small_tokenizer().encode(text).ids if each]


@cache
def with_marks() -> Tokenizer:
    return marked(small_tokenizer())


def marked_words(text: str) -> list[int]:
    """The words of a text, without unknown ones, marks and signs."""
    return [each for each in with_marks().encode(text).ids if 0 < each <= len(WORDS)]


@cache
def small_tokenizer() -> Tokenizer:
    return build_tokenizer(WORDS)


@given(st.lists(st.sampled_from(["各部门要抓好落实", "商务局牵头推进", "海关配合，按时完成", "短"]), max_size=60))
def test_windows_hold_whole_sentences_in_order(sentences: list[str]) -> None:
    """Windows are runs of at least two whole sentences, none used twice."""
    found = [sentence for window in windows_of("。".join(sentences)) for sentence in window]
    assert all(len(window) > 1 for window in windows_of("。".join(sentences)))
    kept = iter(sentence for sentence in sentences if len(sentence) > 5)
    assert all(any(sentence.rstrip("。") == each for each in kept) for sentence in found)


def test_synonyms_share_a_sense() -> None:
    """Words with a sense in common are synonyms of one another, not of themselves; broad senses make none."""
    defined = [(1, "to lead"), (2, "lead"), (2, "head"), (3, "head"), *((number, "thing") for number in range(10, 40))]
    found = {word: others.tolist() for word, others in synonyms(defined).items()}
    assert found == {1: [2], 2: [1, 3], 3: [2]}


def drawer(seed: int) -> Drawer:
    """Twelve windows of two sentences; sentence n is made of the words 2n + 2 and 2n + 3, the title of word 1."""
    ids = np.array([[2 * n + 2, 2 * n + 3, 2 * n + 2] for n in range(24)], dtype=np.int32)
    return Drawer(
        generator=np.random.default_rng(seed),
        windows=Windows(
            ids=ids.ravel(),
            starts=np.arange(25) * 3,
            first=np.arange(12) * 2,
            last=np.arange(12) * 2 + 2,
            owners=np.zeros(12, dtype=np.int64),
            titles=[np.array([1], dtype=np.int32)],
        ),
        captions=[(ids[0], ids[1])],
        dictionary=[(ids[2], ids[3])],
        statutes=[(ids[4], ids[5])],
        renderings={n: [np.array([n + 100], dtype=np.int32)] for n in range(50)},
        synonyms={2: np.array([60], dtype=np.int32)},
        asking_chinese=[np.array([70], dtype=np.int32)],
        asking_english=[np.array([170], dtype=np.int32)],
    )


def test_a_sentence_is_not_in_its_own_passage() -> None:
    """The clause that is to find a passage was taken out of it; only question words may be added to it."""
    for clause, rest in drawer(1).clauses(64):
        assert set(clause.tolist()) - {70}
        assert not set(clause.tolist()) & set(rest.tolist())


def test_translations_have_no_chinese_left() -> None:
    """A translated sentence consists of renderings and English question words alone."""
    for english, passage in drawer(2).translated(64):
        assert min(english.tolist()) >= 100
        assert max(passage.tolist()) < 60


def test_equal_seeds_draw_equal_pairs() -> None:
    """Training can be repeated: the same generator state gives the same pairs."""
    first, second = drawer(3).reworded(32), drawer(3).reworded(32)
    assert [[each.tolist() for each in pair] for pair in first] == [[each.tolist() for each in pair] for pair in second]


def lesson(generator: np.random.Generator) -> Lesson:
    """Word n belongs with word n + 20."""

    def draw(size: int) -> list[Pair]:
        chosen = generator.permutation(20)[:size] + 1
        return [(np.array([n], dtype=np.int32), np.array([n + 20], dtype=np.int32)) for n in chosen]

    return Lesson("pairs", draw, size=16)


def started() -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    start = np.random.default_rng(5).normal(size=(41, 8)).astype(np.float32)
    start[0] = 0
    return start


def nearest_partner_share(matrix: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> float:
    unit = matrix[1:] / np.linalg.norm(matrix[1:], axis=1, keepdims=True)
    return float(((unit[:20] @ unit[20:].T).argmax(axis=1) == np.arange(20)).mean())


def test_training_brings_partners_together(tmp_path: Path) -> None:
    """What belongs together is nearest after training and was not before; the unknown token stays nothing."""
    generator = np.random.default_rng(7)
    course = Course(steps=100, rate=5e-2, leash=1e-4, warm_up=5)
    trained = train(started(), [lesson(generator)], course, generator, tmp_path / "checkpoint.pt", threads=1)
    assert nearest_partner_share(started()) < 0.5
    assert nearest_partner_share(trained) == 1
    assert not trained[0].any()


def test_a_broken_run_ends_like_an_unbroken_one(tmp_path: Path) -> None:
    """Training that goes on from its checkpoint gives the very same vectors."""
    course = Course(steps=100, rate=1e-2, warm_up=5)
    generator = np.random.default_rng(7)
    whole = train(started(), [lesson(generator)], course, generator, tmp_path / "whole.pt", threads=1)

    generator = np.random.default_rng(7)
    broken = Lesson("pairs", failing_after(lesson(generator), draws=70), size=16)
    with pytest.raises(KeyboardInterrupt):
        train(started(), [broken], course, generator, tmp_path / "broken.pt", threads=1)
    generator = np.random.default_rng(99)
    resumed = train(started(), [lesson(generator)], course, generator, tmp_path / "broken.pt", threads=1)
    np.testing.assert_array_equal(whole, resumed)


def failing_after(taught: Lesson, draws: int) -> Draw:
    """The lesson's draw, interrupted after so many draws."""
    left = iter(range(draws))

    def draw(size: int) -> Sequence[Pair]:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return taught.draw(size)

    return draw


def test_main_directions_keep_inner_products() -> None:
    """Vectors that lie in a plane lose nothing when they are cut to two dimensions."""
    generator = np.random.default_rng(3)
    vectors = (generator.normal(size=(50, 2)) @ generator.normal(size=(2, 10))).astype(np.float32)
    cut = vectors @ main_directions(vectors, 2)
    np.testing.assert_allclose(cut @ cut.T, vectors @ vectors.T, rtol=1e-3, atol=1e-3)


def test_saved_folder_gives_the_vectors_that_were_saved(tmp_path: Path) -> None:
    """A folder written by `save` is read by the product's embedder; a wrong number of rows is refused."""
    from index.embed import load_embedder

    tokenizer = small_tokenizer()
    matrix = np.random.default_rng(1).normal(size=(len(WORDS) + 1, 4)).astype(np.float16)
    matrix[0] = 0
    save(tmp_path, tokenizer, matrix)
    texts = ["海关总署牵头", "customs", "海关 Привет 龘 zzz 2021"]
    vectors = load_embedder(str(tmp_path)).encode_passages(texts)
    np.testing.assert_allclose(vectors, text_vectors(tokenizer, matrix, texts), atol=5e-3)
    with pytest.raises(ValueError, match="11 vectors for 12 tokens"):
        save(tmp_path, tokenizer, matrix[1:])


def test_a_lesson_that_is_left_out_is_known() -> None:
    """A lesson is left out by its name, and a name that none has is refused: the figures would claim too much."""
    lessons = [Lesson(name, lambda size: [], size=1) for name in ("clauses", "asked")]
    assert [each.name for each in without(lessons, ["asked"])] == ["clauses"]
    with pytest.raises(ValueError, match=r"statutes.*clauses, asked"):
        without(lessons, ["statutes"])


def test_missing_training_text_is_named(tmp_path: Path) -> None:
    """Without the training material the error says which file is missing and how to name its folder."""
    with pytest.raises(MissingTrainingText, match=r"laws\.jsonl\.xz is not there.*--sources"):
        next(chinese_text(tmp_path))


def test_headwords_are_han_characters() -> None:
    """Headwords with other signs are no words of the vocabulary."""
    assert is_chinese("综合保税区")
    assert not is_chinese("3Q")
    assert not is_chinese("")


def test_a_model_that_is_in_use_is_not_written_over(tmp_path: Path) -> None:
    """A process that has the weights mapped goes on with the old ones while new ones are saved."""
    from index.embed import load_embedder

    tokenizer = small_tokenizer()
    matrix = np.random.default_rng(1).normal(size=(len(WORDS) + 1, 4)).astype(np.float16)
    save(tmp_path, tokenizer, matrix)
    running = load_embedder(str(tmp_path))
    save(tmp_path, tokenizer, matrix[::-1])
    np.testing.assert_allclose(running.encode_passages(["海关"]), text_vectors(tokenizer, matrix, ["海关"]), atol=1e-6)
    fresh = load_embedder(str(tmp_path)).encode_passages(["海关"])
    np.testing.assert_allclose(fresh, text_vectors(tokenizer, matrix[::-1], ["海关"]), atol=1e-6)
    assert not list(tmp_path.rglob("*.partial"))
