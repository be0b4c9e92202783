"""A worker: takes waiting jobs from PostgreSQL and reads their files, beside other workers on any host.

`zhengwen worker` is one, and every server process has one of its own, which ends with it.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from functools import cache
from pathlib import Path

from api.jobs import Jobs, run
from api.observation import write_log
from api.settings import Settings
from index.database import open_database
from index.journal import Journal
from index.place import Place


def serve_queue(place: Place, model: str | None, *, wait: bool, signals: bool = True) -> None:
    """Does the jobs of all collections: until it is stopped, or with `wait` False until none waits. Raises
    DatabaseUnreachable, DatabaseDriverMissing."""
    open_database(place).dispose()
    # Only with the driver that has been found by then.
    from index.queue import work

    @cache
    def jobs_of(collection: str) -> Jobs:
        here = place.collection(collection)
        return Jobs(here, Journal.open(here))

    def finish(collection: str, job_id: str) -> None:
        jobs = jobs_of(collection)
        # A job whose worker died after the last stroke is finished; one that met a busy collection is not.
        while not ((found := jobs.find(job_id)) and found.finished):
            run(jobs, job_id, model)

    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    work(place, finish, wait=wait, signals=signals)


def end_with_parent() -> None:
    """Ends this process when its standard input is closed, which the parent's death does too."""

    def watch() -> None:
        sys.stdin.buffer.read()
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    # Another process takes over what this one is at when it is ended: it need not finish first.
    end_with_parent()
    settings = Settings(data=Path(sys.argv[1]))
    write_log(settings.log_level, settings.log_format)
    serve_queue(settings.place, settings.model, wait=True, signals=False)
