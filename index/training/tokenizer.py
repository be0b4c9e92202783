"""The tokenizer of the static model: normalisation and longest match against a vocabulary, in one tokenizer.json.

What no word has is not lost on the way: in the tokenizer that is shipped (`marked`), each character of another script,
each symbol and each Han character that is in no word becomes one of 256 marks, so that a text of nothing else has
tokens, too. Training does without them.
"""

from __future__ import annotations

import io
import string
import tempfile
import unicodedata
import zlib
from collections.abc import Iterator, Sequence, Set
from typing import Any

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from index.words import FIRST_MARK

UNKNOWN = "[UNK]"
# WordPiece looks at every end for every start, so runs are cut here; text without punctuation for so long is rare.
LONGEST_RUN = 32


HAN_RANGE = "\u3400-\u4dbf\u4e00-\u9fff"
_HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
# In Unicode's area for private use; the first one is `index.words.FIRST_MARK`.
MARKS = tuple(chr(ord(FIRST_MARK) + number) for number in range(256))
# Tokens of their own where a text has no letters at all.
SIGNS = (*string.digits, *string.punctuation, " ", "。", "、", "《", "》", "“", "”")
# The planes for rare Han characters, whatever of them this Python's Unicode knows; above lies nothing that is printed.
_RARE_HAN = range(0x20000, 0x33480)


def mark(character: str) -> str:
    """The mark that stands for a character in no word; one in 256 others has the same."""
    return MARKS[zlib.crc32(character.encode()) % len(MARKS)]


def character_replacements(known: Set[str], marks: bool = False) -> list[tuple[str, str]]:
    """Traditional characters to simplified ones, and characters that are not `known` to blanks or marks.

    WordPiece gives up on a whole run when one character of it is in no word: the blank keeps the rest. With marks,
    letters of other scripts than Latin and symbols are replaced, too.
    """
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    pairs = []
    for old in (chr(point) for each in _HAN for point in each):
        simple = simplify(old)
        new = old if len(simple) != 1 else simple
        new = new if new in known else mark(new) if marks else " "
        if new != old:
            pairs.append((old, new))
    if marks:
        pairs += [(character, mark(character)) for character in _other_characters()]
    return pairs


def _other_characters() -> Iterator[str]:
    """Letters but for Latin ones and the Han characters above, and symbols, as they are after NFKC in lower case."""
    for point in range(0x80, _RARE_HAN.stop):
        character = chr(point)
        kind = unicodedata.category(character)
        if any(point in each for each in _HAN) or unicodedata.normalize("NFKC", character).lower() != character:
            continue
        letter = kind.startswith("L") and "LATIN" not in unicodedata.name(character, "")
        if letter or kind == "So" or point in _RARE_HAN:
            yield character


def character_map(pairs: Sequence[tuple[str, str]]) -> bytes:
    """A sentencepiece character map (a trie that `tokenizers` applies in one pass) of single-character replacements."""
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    trained = io.BytesIO()
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="ascii") as rules:
        rules.writelines(f"{ord(old):X}\t{ord(new):X}\n" for old, new in pairs)
        rules.flush()
        # The map is compiled on the way to a model; the model itself is of no use here.
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["a b c d e f g"] * 10),
            model_writer=trained,
            vocab_size=12,
            hard_vocab_limit=False,
            normalization_rule_tsv=rules.name,
            minloglevel=2,
        )
    model: Any = sentencepiece_model_pb2  # generated code without types
    return bytes(model.ModelProto.FromString(trained.getvalue()).normalizer_spec.precompiled_charsmap)


def build_tokenizer(words: Sequence[str], marks: bool = False) -> Tokenizer:
    """A tokenizer whose token ids are positions in [UNKNOWN, *words]; with marks, *MARKS and *SIGNS follow.

    Text is NFKC-normalised, lower-cased and simplified character by character; runs of Han characters and of other
    letters are matched longest first from the left; unknown characters, digits, punctuation and white space
    give no tokens. With marks, unknown characters give theirs, and a text without letters gives its signs or UNKNOWN:
    every text but the empty one has tokens.
    """
    vocabulary = {UNKNOWN: 0} | {word: at for at, word in enumerate((*words, *(MARKS + SIGNS if marks else ())), 1)}
    tokenizer = Tokenizer(
        models.WordPiece(
            vocab=vocabulary, unk_token=UNKNOWN, continuing_subword_prefix="", max_input_chars_per_word=LONGEST_RUN
        )
    )
    characters = character_map(character_replacements({word for word in words if len(word) == 1}, marks))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Precompiled(characters)]
    )
    runs = rf"[{HAN_RANGE}]{{1,{LONGEST_RUN}}}|[^\P{{L}}\p{{Han}}]{{1,{LONGEST_RUN}}}"
    if marks:
        runs += rf"|[{MARKS[0]}-{MARKS[-1]}]|\A[^\p{{L}}{MARKS[0]}-{MARKS[-1]}]+\z"
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(runs), behavior="removed", invert=True)
    return tokenizer


def marked(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer of the same words with marks; their ids stay, those of MARKS and SIGNS follow."""
    ids = tokenizer.get_vocab()
    return build_tokenizer(sorted(ids.keys() - {UNKNOWN}, key=ids.__getitem__), marks=True)
