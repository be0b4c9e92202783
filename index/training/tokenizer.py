"""The tokenizer of the static model: normalisation and longest match against a vocabulary, in one tokenizer.json."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence, Set
from typing import Any

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

UNKNOWN = "[UNK]"
# WordPiece looks at every end for every start, so runs are cut here; text without punctuation for so long is rare.
LONGEST_RUN = 32


HAN_RANGE = "\u3400-\u4dbf\u4e00-\u9fff"


def character_replacements(known: Set[str]) -> list[tuple[str, str]]:
    """Traditional characters to simplified ones, and characters that are not `known` to blanks.

    WordPiece gives up on a whole run when one character of it is in no word: the blank keeps the rest.
    """
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    ranges = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
    pairs = []
    for old in (chr(point) for each in ranges for point in each):
        simple = simplify(old)
        new = old if len(simple) != 1 else simple
        new = new if new in known else " "
        if new != old:
            pairs.append((old, new))
    return pairs


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


def build_tokenizer(words: Sequence[str]) -> Tokenizer:
    """A tokenizer whose token ids are positions in [UNKNOWN, *words].

    Text is NFKC-normalised, lower-cased and simplified character by character; runs of Han characters and of other
    letters are matched longest first from the left; unknown characters, digits, punctuation and white space
    give no tokens.
    """
    vocabulary = {UNKNOWN: 0} | {word: at for at, word in enumerate(words, start=1)}
    tokenizer = Tokenizer(
        models.WordPiece(
            vocab=vocabulary, unk_token=UNKNOWN, continuing_subword_prefix="", max_input_chars_per_word=LONGEST_RUN
        )
    )
    characters = character_map(character_replacements({word for word in words if len(word) == 1}))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Precompiled(characters)]
    )
    runs = rf"[{HAN_RANGE}]{{1,{LONGEST_RUN}}}|[^\P{{L}}\p{{Han}}]{{1,{LONGEST_RUN}}}"
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(runs), behavior="removed", invert=True)
    return tokenizer
