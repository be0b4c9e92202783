"""The collection as a LangChain retriever: `ZhengwenRetriever.open("data").invoke("谁牵头免税牌照申报?")`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from index.embed import load_embedder
from index.glossary import renderings
from index.library import EVERY_DOCUMENT, Library
from index.place import Place
from index.types import Filters, Query


class ZhengwenRetriever(BaseRetriever):
    """Passages of a collection, best first, found by words and by meaning in Chinese and English.

    `page_content` is the passage in its reading view; the metadata names the document and where in its canonical
    text the passage stands (`start` and `end` in code points), and the `score`. The newest generation is searched.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    filters: Filters = EVERY_DOCUMENT
    limit: int = Field(10, ge=1, le=1000)

    @classmethod
    def open(
        cls, folder: str | Path, *, model: str | None = None, database: str = "", milvus: str = "", **fields: Any
    ) -> ZhengwenRetriever:
        """A retriever over the collection in `folder`, whose rows may be in a PostgreSQL database and whose index on a
        Milvus server. Raises a LibraryError."""
        place = Place(Path(folder), database=database, milvus=milvus)
        return cls(library=Library.open(place, embedder=load_embedder(model)), **fields)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        self.library = self.library.refreshed()
        summaries = {summary.id: summary for summary in self.library.documents()}
        found = []
        for hit in self.library.search_passages(Query(query, tuple(renderings(query))), self.limit, self.filters):
            passage = self.library.passage(hit.id)
            source = summaries[passage.document_id]
            metadata = {
                "document_id": source.id,
                "title": source.title,
                "document_number": source.number,
                "issuer": source.issuer,
                "issued": source.issued and source.issued.isoformat(),
                "section": list(passage.section),
                "start": passage.span.start,
                "end": passage.span.end,
                "page": passage.page,
                "score": hit.score,
            }
            found.append(Document(page_content=passage.text, metadata=metadata, id=passage.id))
        return found
