"""`zhengwen ask` and `zhengwen chat`."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from api.commands import Data, Failure, Json, existing_workspace, settings

LONGEST = 2000


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="1 to 2000 characters.")],
    data: Data = None,
    json: Json = False,
    conversation: Annotated[str | None, typer.Option("--conversation", help="Continue this conversation.")] = None,
    language: Annotated[Literal["auto", "zh", "en"], typer.Option(help="Of the answer.")] = "auto",
) -> None:
    """One answer with its citations."""
    checked_question = checked(question)
    from api.conversing import Asked, converse
    from api.printing import print_answer

    workspace = existing_workspace(settings(data))
    print_answer(converse(workspace, Asked(checked_question, conversation, language=language)), json)


def chat(data: Data = None) -> None:
    """A conversation; an empty line or the end of input ends it."""
    from uuid import uuid4

    from api.conversing import Asked, converse
    from api.printing import print_answer

    workspace = existing_workspace(settings(data))
    conversation = uuid4().hex
    while True:
        try:
            question = input("? " if sys.stdin.isatty() else "").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if not question:
            return
        try:
            print_answer(converse(workspace, Asked(checked(question), conversation)), False)
        except Failure as failure:
            print(failure, file=sys.stderr)
        print(flush=True)


def checked(question: str) -> str:
    """The question without outer white space; 1 to 2000 characters."""
    question = question.strip()
    if not 1 <= len(question) <= LONGEST:
        raise Failure(f"a question has 1 to {LONGEST} characters, this one has {len(question)}: ask in other words")
    return question
