"""The lexical leg: BM25 over terms, in tantivy.

tantivy scores with k1 1.2 and b .75, which cannot be set; `rank` weighs the candidates again with the better
parameters. Terms are cut here and handed over with blanks between them, so that tantivy's own analysis never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tantivy

# Bytes that texts take until a segment of them is written, shared out among the threads.
_HEAP = 128_000_000


class LexicalIndex:
    """Texts by number, each belonging to a numbered document, found by weighted terms."""

    def __init__(self, folder: Path) -> None:
        """Opens the index in `folder`; creates an empty one in an empty folder."""
        import tantivy

        # Signed integers: tantivy-py reads the values of unsigned fields an order of magnitude slower.
        schema = (
            tantivy.SchemaBuilder()
            .add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
            .add_integer_field("number", fast=True)
            .add_integer_field("document", indexed=True, fast=True)
            .build()
        )
        folder.mkdir(parents=True, exist_ok=True)
        self._tantivy = tantivy
        self._index = tantivy.Index(schema, path=str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def __len__(self) -> int:
        """How many texts can be found."""
        return int(self._searcher.num_docs)

    def change(self, added: Iterable[tuple[int, int, str]], removed: Collection[int], threads: int = 1) -> None:
        """Removes the texts of the documents `removed`, adds (number, document, terms with blanks between
        them) and commits both at once."""
        with self.changing(removed, threads) as add:
            for number, document, words in added:
                add(number, document, words)

    @contextmanager
    def changing(self, removed: Collection[int], threads: int = 1) -> Iterator[Callable[[int, int, str], None]]:
        """As `change`, for texts that come one by one: what it gives adds one; all is committed at the end, nothing
        after an error. So many threads index meanwhile (0: one for each processor); one leaves a single segment, which
        is searched fastest."""
        writer = self._index.writer(_HEAP, threads)
        for document in removed:
            writer.delete_documents_by_term("document", document)

        def add(number: int, document: int, words: str) -> None:
            row = self._tantivy.Document()
            row.add_text("terms", words)
            row.add_integer("number", number)
            row.add_integer("document", document)
            writer.add_document(row)

        try:
            yield add
        except BaseException:
            writer.rollback()
            writer.wait_merging_threads()  # or the next writer would find the index locked
            raise
        writer.commit()
        # Merges that still run would leave files behind that no commit names.
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(
        self, query: tantivy.Query, limit: int, documents: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The best (number, score), best first; `query` is what `any_of` makes, of this index or of another one.

        `documents` restricts; None means all of them.
        """
        if limit < 1 or (documents is not None and not documents) or not len(self):
            return []
        if documents is not None:
            within = self._tantivy.Query.term_set_query(self._schema, "document", list(documents))
            must = self._tantivy.Occur.Must
            query = self._tantivy.Query.boolean_query(
                [(must, query), (must, self._tantivy.Query.const_score_query(within, 0.0))]
            )
        found = self._searcher.search(query, limit, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in found])
        return [(int(number or 0), float(score)) for number, (score, _) in zip(numbers, found, strict=True)]

    def frequency(self, term: str) -> int:
        """How many texts hold `term`; texts removed since the last merge may still be counted."""
        return int(self._searcher.doc_freq("terms", term))

    def any_of(self, weights: Mapping[str, float]) -> tantivy.Query:
        """Any of these terms may match, each counts by its weight; of no terms nothing is found."""
        query = self._tantivy.Query
        should = self._tantivy.Occur.Should
        terms = ((query.term_query(self._schema, "terms", term, "freq"), weight) for term, weight in weights.items())
        return query.boolean_query(
            [(should, term if weight == 1.0 else query.boost_query(term, weight)) for term, weight in terms]
        )
