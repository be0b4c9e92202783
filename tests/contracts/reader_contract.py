"""What every reader must do, whatever its format. A test class inherits it and gives `sample`."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.errors import ReadError
from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import BlockKind, Document


class ReaderContract:
    """Inherit it, and override `sample` with a path whose file holds the plan of tests/corpus/plan."""

    quotes: tuple[str, ...] = ("低空物流", "市交通运输局")

    @pytest.fixture
    def sample(self) -> Path:
        """A file of the format."""
        raise NotImplementedError

    @pytest.fixture
    def document(self, sample: Path) -> Document:
        """The file as it is read."""
        return read_bytes(sample.read_bytes(), sample)

    def test_the_words_of_the_file_are_in_the_text(self, document: Document) -> None:
        """Nothing that a reader of the file sees is lost."""
        for quote in self.quotes:
            assert quote in document.text

    def test_blocks_are_in_order_and_do_not_overlap(self, document: Document) -> None:
        """Every block covers text of its own, in reading order."""
        assert document.blocks
        for one, other in pairwise(document.blocks):
            assert one.span.end <= other.span.start
        assert document.blocks[-1].span.end <= len(document.text)

    def test_blocks_cover_all_text(self, document: Document) -> None:
        """What lies between blocks is white space, or the lines and page numbers that no view shows."""
        covered = "".join(block.span.of(document.text) for block in document.blocks)
        assert len("".join(covered.split())) >= 0.98 * len("".join(document.text.split()))

    def test_cells_say_where_they_stand(self, document: Document) -> None:
        """Cells and only cells have a position, and no two in a table have the same."""
        positions = [block.cell for block in document.blocks if block.cell]
        assert len({(place.table, place.row, place.column) for place in positions}) == len(positions)
        for block in document.blocks:
            assert (block.cell is not None) == (block.kind is BlockKind.TABLE_CELL)

    def test_passages_quote_the_document(self, document: Document) -> None:
        """A passage is the reading view of the span that it cites."""
        reading = understand(document)
        assert reading.passages
        for passage in reading.passages:
            quoted = passage.span.of(document.text)
            for character in passage.text[:1] + passage.text[-1:]:
                assert character in quoted or passage.cell

    def test_reading_twice_gives_the_same(self, sample: Path, document: Document) -> None:
        """The text that citations point into does not depend on when it was read."""
        assert read_bytes(sample.read_bytes(), sample) == document

    def test_an_empty_file_is_named(self, sample: Path) -> None:
        """No bytes, no document: the error names the file and what to do."""
        with pytest.raises(ReadError, match=sample.name):
            read_bytes(b"", sample)

    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
    def test_a_truncated_file_is_read_or_named(self, sample: Path, share: float) -> None:
        """A file that was cut off while it was copied never ends in anything but a document or a `ReadError`."""
        cut = sample.read_bytes()[: int(len(sample.read_bytes()) * share)]
        with suppress(ReadError):
            assert read_bytes(cut, sample).text.strip()
