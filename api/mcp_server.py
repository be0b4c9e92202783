"""The Model Context Protocol way in: the tools ask, search, list_tasks and get_document.

Over streamable HTTP every call passes the same gate as any other request; over stdio the caller is whoever started
the process.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import Field
from starlette.applications import Starlette
from starlette.requests import Request

from api import ledger
from api.conversing import Asked, converse
from api.ledger_search import wanted_records
from api.mcp_transport import WORKSPACE
from api.problems import from_exception
from api.routes.documents import summary_json
from api.routes.search import found_passages
from api.schemas import ConversationId, Day, Name, Question
from api.workspace import Workspace
from assistant.types import answer_json
from index.library import EVERY_DOCUMENT

INSTRUCTIONS = (
    "Answers questions over Chinese official documents from their words only: who leads, who takes part, by when, how "
    "much. Every citation's quote is verbatim; what the documents do not say, the answer says they do not say."
)
READ_ONLY = ToolAnnotations(read_only_hint=True, open_world_hint=False)
# What a model can take in at once; the rest is reached with `offset`.
TEXT_CHARACTERS = 20_000


def mcp_server(only: Workspace | None = None) -> MCPServer:
    """The server with its tools; over the workspace of the HTTP request, or over the `only` one."""
    server = MCPServer("zhengwen", title="政问", instructions=INSTRUCTIONS)

    def here(context: Context) -> Workspace:
        request = context.request_context.request
        found = only or (request.scope.get(WORKSPACE) if isinstance(request, Request) else None)
        if found is None:
            raise ToolError("no collection belongs to this call")
        return found

    @server.tool(annotations=READ_ONLY)
    async def ask(
        context: Context,
        question: Annotated[Question, Field(description="In Chinese or English; 1 to 2000 characters.")],
        conversation_id: Annotated[ConversationId | None, Field(description="To continue a conversation.")] = None,
        language: Annotated[Literal["auto", "zh", "en"], Field(description="Of the answer.")] = "auto",
    ) -> dict[str, Any]:
        """Answer a question from the documents, with verbatim citations."""
        workspace, asked = here(context), Asked(question, conversation_id, language=language)
        return await workspace.answering.run(lambda: told(lambda: answer_json(converse(workspace, asked))))

    @server.tool(annotations=READ_ONLY)
    def search(
        context: Context,
        query: Question,
        limit: Annotated[int, Field(ge=1, le=100)] = 10,
    ) -> dict[str, Any]:
        """Find passages, best first, without an answer."""
        return told(lambda: {"results": found_passages(here(context).collection, query, limit, EVERY_DOCUMENT)})

    @server.tool(annotations=READ_ONLY)
    def list_tasks(
        context: Context,
        lead: Annotated[Name | None, Field(description="The unit that leads.")] = None,
        unit: Annotated[Name | None, Field(description="A unit that leads or takes part.")] = None,
        due_before: Annotated[Day | None, Field(description="Due on this day or earlier.")] = None,
        due_after: Annotated[Day | None, Field(description="Due on this day or later.")] = None,
        document_id: Name | None = None,
        words: Annotated[str, Field(description="Words that must all occur in the task.", max_length=300)] = "",
        missing: Annotated[ledger.Missing | None, Field(description="Only tasks that do not state this.")] = None,
        limit: Annotated[int, Field(ge=1, le=500)] = 100,
        offset: Annotated[int, Field(ge=0)] = 0,
    ) -> dict[str, Any]:
        """List the task records (who does what by when) that meet every filter; `total` counts all of them."""

        def listed() -> dict[str, Any]:
            library = here(context).collection.library
            if document_id is not None:
                library.document(document_id)
            wanted = ledger.Wanted(lead, unit, due_before, due_after, tuple(words.split()), missing)
            records = wanted_records(library, wanted, None if document_id is None else [document_id])
            page = records[offset : offset + limit]
            return {"tasks": [ledger.row_json(record, library) for record in page], "total": len(records)}

        return told(listed)

    @server.tool(annotations=READ_ONLY)
    def get_document(
        context: Context,
        document_id: Annotated[Name | None, Field(description="Leave out to list the documents.")] = None,
        offset: Annotated[int, Field(ge=0, description="The first character wanted.")] = 0,
        limit: Annotated[int, Field(ge=1, le=TEXT_CHARACTERS)] = TEXT_CHARACTERS,
    ) -> dict[str, Any]:
        """Read a document's canonical text, which all offsets refer to; without an id, list the documents."""

        def read() -> dict[str, Any]:
            library = here(context).collection.library
            if document_id is None:
                return {"documents": [summary_json(summary) for summary in library.documents()]}
            text = library.document(document_id).text
            summary = next(summary for summary in library.documents() if summary.id == document_id)
            end = min(offset + limit, len(text))
            return {**summary_json(summary), "text": text[offset:end], "start": offset, "end": end}

        return told(read)

    return server


def told(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The result of `work`; what goes wrong is told to the model in a sentence, as an error of the tool."""
    try:
        return work()
    except ToolError:
        raise
    except Exception as error:
        raise ToolError(from_exception(error).detail) from error


def http_application(path: str) -> Starlette:
    """The streamable HTTP transport at `path`; stateless, so that any server process can take any call."""
    # Which hosts and origins may call is decided for the whole server, not here.
    anywhere = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    return mcp_server().streamable_http_app(streamable_http_path=path, stateless_http=True, transport_security=anywhere)
