"""The compact transformer: its character vocabulary, its shape and size, and the folder it is kept in."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import BertConfig, BertForMaskedLM, BertModel, PreTrainedTokenizerFast

from index.training.tokenizer import character_map, character_replacements

PADDING, UNKNOWN, FIRST, LAST, MASK = SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
LARGEST = 25_000_000  # bytes of a model that may stand in the repository
# What tokenizer.json and the configuration take beside the weights: 10,000 tokens and the traditional characters.
BESIDE_WEIGHTS = 500_000
LATIN = "abcdefghijklmnopqrstuvwxyz"
LONGEST_WORD = 40  # letters; a longer run of Latin letters is cut
LEAST_MET = 2  # times that a character must be met to have a token of its own
_HAN = frozenset(chr(at) for each in ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00)) for at in range(*each))


@dataclass(frozen=True, slots=True)
class Shape:
    """The transformer's measures. `vocabulary` is the most tokens, a share of `pieces` of them Latin word pieces;
    `length` the most tokens of a text. The heads are 64 wide, and `width` is a multiple of their number.

    Raises ValueError where it is not, or where the weights in float16 would take more than 25 MB.
    """

    layers: int = 6
    width: int = 320
    vocabulary: int = 10_000
    pieces: float = 0.3
    length: int = 384

    def __post_init__(self) -> None:
        if self.width % self.heads:
            raise ValueError(f"--width {self.width}: with {self.heads} heads it must be a multiple of {self.heads}")
        if (size := 2 * self.parameters + BESIDE_WEIGHTS) > LARGEST:
            raise ValueError(
                f"{self.layers} layers of {self.width} over {self.vocabulary:,} tokens take {size / 1e6:.1f} MB in "
                f"float16, more than {LARGEST / 1e6:.0f}: give a smaller --layers, --width or --vocabulary"
            )

    @property
    def heads(self) -> int:
        """How many attention heads each layer has."""
        return max(1, self.width // 64)

    @property
    def parameters(self) -> int:
        """How many weights the encoder has when the whole vocabulary is used, without the head that is thrown away."""
        with torch.device("meta"):
            return sum(each.numel() for each in BertModel(self.configuration()).parameters())

    def configuration(self, tokens: int | None = None) -> BertConfig:
        """The shape as `transformers` describes it, for so many tokens (None: the whole vocabulary)."""
        return BertConfig(
            vocab_size=tokens or self.vocabulary,
            hidden_size=self.width,
            num_hidden_layers=self.layers,
            num_attention_heads=self.heads,
            intermediate_size=4 * self.width,
            max_position_embeddings=self.length,
        )


def learn_tokenizer(texts: Iterable[str], shape: Shape) -> Tokenizer:
    """A tokenizer of characters and Latin word pieces, learnt from these texts; equal texts give equal token ids.

    Text is NFKC-normalised, lower-cased and simplified; Latin words are cut into pieces (longest first), every other
    character is a token, white space none. The characters are the most met ones.
    """
    normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            # No Han character is blanked: an unknown one is an unknown token, and its place is kept.
            normalizers.Precompiled(character_map(character_replacements(_HAN))),
        ]
    )
    characters: Counter[str] = Counter()
    latin: Counter[str] = Counter()
    for text in texts:
        normal = normalizer.normalize_str(text)
        characters.update(normal)
        latin.update(re.findall(f"[a-z]{{1,{LONGEST_WORD}}}", normal))
    pieces = _word_pieces(latin, int(shape.vocabulary * shape.pieces))
    met = sorted(
        (each for each, count in characters.items() if count >= LEAST_MET and not each.isspace() and each not in LATIN),
        key=lambda each: (-characters[each], each),
    )
    tokens = [*SPECIAL, *pieces, *met][: shape.vocabulary]
    tokenizer = Tokenizer(
        models.WordPiece(
            vocab={token: at for at, token in enumerate(tokens)}, unk_token=UNKNOWN, continuing_subword_prefix=""
        )
    )
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = _cut()
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{FIRST} $A {LAST}", special_tokens=[(FIRST, SPECIAL.index(FIRST)), (LAST, SPECIAL.index(LAST))]
    )
    tokenizer.add_special_tokens(list(SPECIAL))
    return tokenizer


def _cut() -> pre_tokenizers.PreTokenizer:
    words = rf"[a-z]{{1,{LONGEST_WORD}}}|[^a-z\s]"
    return pre_tokenizers.Split(Regex(words), behavior="removed", invert=True)


def _word_pieces(words: Counter[str], most: int) -> list[str]:
    """At most `most` pieces, every single letter among them, so that no Latin word is unknown.

    Learnt by BPE: the trainer of WordPiece, with marks on what goes on, numbers its letters by chance.
    """
    learning = Tokenizer(models.BPE())
    learning.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.BpeTrainer(vocab_size=most, initial_alphabet=list(LATIN), show_progress=False)
    learning.train_from_iterator((" ".join([word] * words[word]) for word in sorted(words)), trainer)
    learnt = sorted(set(learning.get_vocab()) - set(LATIN))
    return [*LATIN, *learnt][: max(most, len(LATIN))]


def new_encoder(shape: Shape, tokenizer: Tokenizer) -> BertForMaskedLM:
    """Untrained weights, drawn from torch's generator, with the head that masked-language training needs."""
    return BertForMaskedLM(shape.configuration(tokenizer.get_vocab_size()))


def save_encoder(folder: Path, encoder: BertModel, tokenizer: Tokenizer, length: int, origin: dict[str, Any]) -> int:
    """Writes a sentence-transformers folder (mean pooling, unit vectors; float16) and returns its size in bytes.

    `origin` is kept in training.json: settings and sources. The folder takes the old one's place when it is whole.
    Raises ValueError where it is larger than may stand in the repository.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Transformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling

    names = ("pad_token", "unk_token", "cls_token", "sep_token", "mask_token")
    wrap: Any = PreTrainedTokenizerFast  # without types
    wrapped = wrap(tokenizer_object=tokenizer, model_max_length=length, **dict(zip(names, SPECIAL, strict=True)))
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    # The layer on the first token is not used, but a folder without it is complained of whenever it is loaded.
    kept: Any = BertModel(encoder.config)
    kept.load_state_dict(encoder.state_dict(), strict=False)
    for unused in (kept.pooler.dense.weight, kept.pooler.dense.bias):
        torch.nn.init.zeros_(unused)
    with tempfile.TemporaryDirectory() as bare:
        kept.half().save_pretrained(bare)
        wrapped.save_pretrained(bare)
        modules = [Transformer(bare), Pooling(encoder.config.hidden_size, pooling_mode="mean"), Normalize()]
        SentenceTransformer(modules=modules, device="cpu").save_pretrained(str(partial), create_model_card=False)
    # Stored in half precision, computed in single: float16 is slow on processors.
    settings = partial / "config.json"
    settings.write_text(json.dumps(json.loads(settings.read_text()) | {"dtype": "float32"}, indent=2) + "\n")
    (partial / "training.json").write_text(json.dumps(origin, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    size = sum(file.stat().st_size for file in partial.rglob("*") if file.is_file())
    if size > LARGEST:
        raise ValueError(f"{partial} has {size / 1e6:.1f} MB, more than {LARGEST / 1e6:.0f}: it was not put in place")
    shutil.rmtree(folder, ignore_errors=True)
    partial.replace(folder)
    return size
