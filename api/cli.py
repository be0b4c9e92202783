"""The `zhengwen` command: exit status 0, 1 for a failure with one line on standard error, 2 for bad usage."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.commands import Failure, asking, collection, operating

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(collection.ingest)
app.command()(asking.ask)
app.command()(asking.chat)
app.command()(operating.serve)
app.command()(collection.worker)
app.add_typer(collection.documents, name="documents")
app.command()(collection.tasks)
app.command("eval", context_settings=operating.FOREIGN)(operating.evaluate)
app.command(context_settings=operating.FOREIGN)(operating.bench)
app.command()(operating.doctor)
app.add_typer(operating.keys, name="keys")
app.add_typer(operating.database, name="database")
app.command()(operating.mcp)


@app.callback()
def options(debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False) -> None:
    """Ask official documents a question and get an answer that is exact, complete and cited word for word."""


def main() -> None:
    """The console script."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app(args=arguments, prog_name="zhengwen")
    except Exception as error:
        if len(arguments) < len(sys.argv) - 1:
            raise
        from pydantic import ValidationError

        print(f"zhengwen: {line(error)}", file=sys.stderr)
        sys.exit(2 if isinstance(error, ValidationError) else 1)


def line(error: Exception) -> str:
    """An error in one line that says what to do."""
    from pydantic import ValidationError

    from api.keys import KeyRefused
    from api.language_model import ExtraMissing
    from index.errors import LibraryError

    if isinstance(error, ValidationError):
        names = (f"ZHENGWEN_{str(item['loc'][0]).upper()}: {item['msg']}" for item in error.errors())
        return f"a setting is wrong: {'; '.join(names)}"
    if isinstance(error, Failure | LibraryError | KeyRefused | ExtraMissing):
        return " ".join(str(error).split())
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())} (run again with --debug and report it)"


if __name__ == "__main__":
    main()
