"""The collection behind LangChain's retriever interface."""

from __future__ import annotations

from pathlib import Path

from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from api.langchain_retriever import ZhengwenRetriever
from index.build import ingest
from index.library import Library
from index.place import Place
from index.types import Filters


def test_it_finds_what_stands_in_postgresql(texts: Path, tmp_path: Path, database: str) -> None:
    """The same passages, with the rows in a database."""
    ingest([texts], Place(tmp_path, database=database))
    retriever = ZhengwenRetriever.open(tmp_path, database=database, limit=5)
    found = retriever.invoke("冷链骨干基地由谁牵头?")
    assert "市发展改革委" in found[0].page_content
    retriever.library.close()


def test_passages_come_best_first_with_where_they_stand(shared_data: Path) -> None:
    """The metadata leads to the characters in the document's text."""
    found = ZhengwenRetriever.open(shared_data, limit=5).invoke("冷链骨干基地由谁牵头?")
    assert "骨干基地" in found[0].page_content
    assert found[0].metadata["document_number"] == "青政办发〔2023〕7号"
    scores = [document.metadata["score"] for document in found]
    assert scores == sorted(scores, reverse=True)
    text = Library.open(shared_data).document("qingchuan-plan").text
    first = found[0].metadata
    assert "骨干基地" in text[first["start"] : first["end"]]


def test_it_composes_and_filters(shared_data: Path) -> None:
    """It is a runnable like any other, and keeps to the documents that its filters allow."""
    filters = Filters(document_ids=frozenset({"qingchuan-reply"}))

    def sources(documents: list[Document]) -> set[str]:
        return {document.metadata["document_id"] for document in documents}

    chain = ZhengwenRetriever.open(shared_data, filters=filters) | RunnableLambda(sources)
    assert chain.invoke("冷链") == {"qingchuan-reply"}


def test_a_document_that_is_added_is_found(texts: Path, tmp_path: Path) -> None:
    """The retriever follows the collection."""
    ingest([texts / "qingchuan-reply.txt"], tmp_path)
    retriever = ZhengwenRetriever.open(tmp_path)
    ingest([texts / "qingchuan-plan.txt"], tmp_path)
    assert "qingchuan-plan" in {document.metadata["document_id"] for document in retriever.invoke("冷链骨干基地")}
