"""`zhengwen serve`, `mcp`, `keys`, `doctor`, and the ways to `eval` and `bench`."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from ipaddress import ip_address
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands import Data, Failure, Json, embedder, existing_workspace, settings
from api.commands.collection import ingested

if TYPE_CHECKING:
    from api.keys import Keys, Scope
    from api.settings import Settings

keys = typer.Typer(no_args_is_help=True, help="API keys: made, listed and revoked.")
database = typer.Typer(invoke_without_command=True, help="The collection's database: which, and of which revision.")
# The arguments of a command that is another program's.
FOREIGN = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def serve(
    data: Data = None,
    host: Annotated[str | None, typer.Option(help="The address to listen on (default: ZHENGWEN_HOST).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Its port (default: ZHENGWEN_PORT).")] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Processes (default: ZHENGWEN_WORKERS).")] = None,
) -> None:
    """The HTTP API, the widget and the pages; with no documents it ingests the bundled corpus first."""
    import uvicorn

    # The server's processes read their settings from the environment, as they would under any other ASGI server.
    for name, value in (("DATA", data), ("HOST", host), ("PORT", port), ("WORKERS", workers)):
        if value is not None:
            os.environ[f"ZHENGWEN_{name}"] = str(value)
    chosen = settings(None)
    guard(chosen)
    fill(chosen)
    if chosen.workers > 1:
        share_metrics()
    uvicorn.run(
        "api.app:served",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        workers=chosen.workers,
        log_config=None,
        access_log=False,
        proxy_headers=True,
        forwarded_allow_ips=list(chosen.trusted_proxies),
        # A stream that somebody forgot open must not keep a stopped server alive.
        timeout_graceful_shutdown=10,
    )


def guard(chosen: Settings) -> None:
    """Refuses to let strangers in; without keys, only the names of this machine are answered to."""
    if server_keys(chosen).required() or chosen.open:
        return
    if not is_loopback(chosen.host):
        raise Failure(
            f"listening on {chosen.host} without keys would let anybody read and change the documents: make a key with "
            "`zhengwen keys add NAME`, or set ZHENGWEN_OPEN=true where something else keeps strangers out"
        )
    if not chosen.hosts:
        os.environ["ZHENGWEN_HOSTS"] = "localhost,127.0.0.1,::1"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def fill(chosen: Settings) -> None:
    """Reads the bundled corpus into a collection that holds nothing."""
    from index.errors import CollectionMissing
    from index.library import Library

    try:
        Library.open(chosen.place, embedder=embedder(chosen))
    except CollectionMissing:
        from corpus.catalogue import BUNDLED, read_catalogue

        typer.echo(f"{chosen.data} holds no documents: reading the bundled ones", err=True)
        ingested([BUNDLED / entry.file for entry in read_catalogue(BUNDLED).values()], chosen)


def share_metrics() -> None:
    """Lets the server processes add up their numbers; must come before the first of them is counted."""
    from tempfile import mkdtemp

    os.environ["PROMETHEUS_MULTIPROC_DIR"] = mkdtemp(prefix="zhengwen-metrics-")


def mcp(data: Data = None) -> None:
    """A Model Context Protocol server on standard input and output, for one client."""
    from api.mcp_server import mcp_server

    mcp_server(existing_workspace(settings(data))).run("stdio")


def doctor(data: Data = None, json: Json = False) -> None:
    """What is installed, which model, which index, and what is misconfigured."""
    from api.doctor import diagnose
    from api.printing import print_findings

    findings = diagnose(settings(data))
    print_findings(findings, json)
    if not all(finding.fine for finding in findings):
        raise typer.Exit(1)


def evaluate(context: typer.Context) -> None:
    """Run a gold set through the same path as a user."""
    from eval.command import app as evaluation

    evaluation(args=context.args, prog_name="zhengwen eval")


def bench(context: typer.Context) -> None:
    """The performance benchmarks."""
    if find_spec("eval.bench.command") is None:
        raise Failure("this installation has no benchmarks: run them from a checkout of the repository")
    import_module("eval.bench.command").app(args=context.args, prog_name="zhengwen bench")


@keys.command("add")
def add_key(
    name: Annotated[str, typer.Argument(help="What it is for, so that you know it again.")],
    data: Data = None,
    scope: Annotated[
        list[str] | None, typer.Option(help="ask, read or manage; may be repeated (default: ask and read).")
    ] = None,
    collection: Annotated[str, typer.Option(help="The collection it opens; * for all. A new one is made.")] = "default",
    origin: Annotated[
        list[str] | None, typer.Option(help="A public key for the pages of this origin; may be repeated.")
    ] = None,
) -> None:
    """Make a key; its token is printed once and kept nowhere."""
    from api.keys import EVERY_COLLECTION
    from index.database import open_database
    from index.place import NAME

    chosen = settings(data)
    if collection != EVERY_COLLECTION:
        if not NAME.fullmatch(collection):
            raise Failure(f"{collection!r} is no name for a collection: use a-z, 0-9, - and _, 63 at most")
        made = chosen.place.collection(collection)
        made.folder.mkdir(parents=True, exist_ok=True)
        if chosen.database:
            open_database(made).dispose()
    key, token = server_keys(chosen).add(name, scopes(scope or ["ask", "read"]), collection, origin or ())
    print(token)
    may = f"key {key.id} may {', '.join(key.scopes)} in collection {key.collection}"
    typer.echo(f"{may}; keep it, it is not shown again", err=True)


@keys.command("list")
def list_keys(data: Data = None, json: Json = False) -> None:
    """Every key, without its secret."""
    from api.printing import print_keys

    print_keys(server_keys(settings(data)).all(), json)


@keys.command("revoke")
def revoke_key(key_id: Annotated[str, typer.Argument(metavar="ID")], data: Data = None) -> None:
    """Stop a key from working, at once."""
    server_keys(settings(data)).revoke(key_id)


def scopes(names: list[str]) -> tuple[Scope, ...]:
    """The scopes of these names."""
    from api.keys import SCOPES

    if unknown := set(names) - set(SCOPES):
        raise Failure(f"{min(unknown)!r} is no scope: use {', '.join(SCOPES)}")
    return tuple(scope for scope in SCOPES if scope in names)


def server_keys(chosen: Settings) -> Keys:
    """The keys of the server over this data folder."""
    from api.keys import Keys

    if chosen.database:
        from index.journal import Journal

        return Keys(Journal.open(chosen.place))
    return Keys(chosen.data / "keys.json")


@database.callback()
def show_by_default(context: typer.Context, data: Data = None) -> None:
    """Which database the collection has, and of which revision its tables are."""
    if context.invoked_subcommand is None:
        from api.doctor import database as described

        typer.echo(described(settings(data)))


@database.command("upgrade")
def upgrade_database(data: Data = None) -> None:
    """Bring the tables of every collection up to date; needed where a new release says so."""
    from api.workspace import Workspaces, open_workspace
    from index.database import migrate, name_of

    chosen = settings(data)
    workspaces = Workspaces(chosen.place, open_workspace)
    for name in workspaces.names():
        migrate(chosen.place.collection(name))
    typer.echo(f"{name_of(chosen.place)} is up to date")
