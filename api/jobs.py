"""Uploads as jobs: written to disk first, read by a process of their own, never lost.

An unfinished job is a folder `uploads/<id>` that holds its files; its state is kept in the collection's journal. One
worker at a time (held by a lock that dies with its process) takes the jobs in the order in which they came. It is a
process of its own so that heavy or hostile files neither slow answers nor take the server down with them.

With PostgreSQL the jobs wait in a queue there (`index.queue`) for the workers of all hosts (`api.worker`): uploads one
after another, as ever; files that are named by their paths several at once.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO, Literal
from uuid import uuid4

from filelock import FileLock, Timeout

from index.errors import CollectionBusy, DatabaseUnreachable, LibraryError
from index.journal import Journal
from index.place import Place, place_of
from index.serialise import from_json, to_json
from index.types import Outcome

Status = Literal["queued", "running", "done", "failed"]
# A job whose reader was killed is tried again; a job that kills its reader every time is reported.
ATTEMPTS = 2
INBOX = ".inbox"
BUSY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class JobFile:
    """One uploaded file; `outcome` and `document_id` are None until it landed, `reason` says why it did not."""

    name: str
    outcome: Outcome | None = None
    document_id: str | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """An ingestion. `files` keep the order of the upload, `fingerprint` identifies the request for those who repeat
    it, `done` of them are finished. A finished job is "failed" when none of its files landed. `paths` name files that
    are read where they are; without any, the files were uploaded."""

    id: str
    status: Status
    created: datetime
    files: tuple[JobFile, ...]
    finished: datetime | None = None
    done: int = 0
    attempts: int = 0
    fingerprint: str | None = None
    paths: tuple[str, ...] = ()


class Jobs:
    """The jobs of one collection."""

    def __init__(self, where: Path | Place, journal: Journal) -> None:
        self.place, self.journal = place_of(where), journal
        self.folder = self.place.folder / "uploads"

    def submit(
        self, files: Iterable[tuple[str, BinaryIO]], job_id: str | None = None, fingerprint: str | None = None
    ) -> Job:
        """A new job with these named files, all of them on disk when this returns. Raises OSError."""
        job_id = job_id or uuid4().hex
        incoming = self.folder / f".{job_id}"
        incoming.mkdir(parents=True)
        names: list[str] = []
        try:
            for number, (name, content) in enumerate(files):
                names.append(file_name(name))
                place = incoming / f"{number:04}"
                place.mkdir(parents=True)
                with (place / names[-1]).open("wb") as target:
                    shutil.copyfileobj(content, target, 1 << 20)
            job = Job(job_id, "queued", datetime.now(UTC), tuple(map(JobFile, names)), fingerprint=fingerprint)
            if self.place.database:
                # Queued last, in one transaction with its state; what another try of the upload left goes.
                shutil.rmtree(self.folder / job_id, ignore_errors=True)
                incoming.rename(self.folder / job_id)
                self.journal.queue_job(job.id, to_json(Job, job), self.place.name, in_order=True)
            else:
                self.keep(job)
                incoming.rename(self.folder / job_id)
        except BaseException:
            shutil.rmtree(incoming, ignore_errors=True)
            raise
        return job

    def queue(self, paths: Iterable[Path]) -> Job:
        """A new job that reads these files where they are, on whatever host; PostgreSQL keeps the queue."""
        absolute = tuple(str(path.absolute()) for path in paths)
        files = tuple(JobFile(Path(path).name) for path in absolute)
        job = Job(uuid4().hex, "queued", datetime.now(UTC), files, paths=absolute)
        self.journal.queue_job(job.id, to_json(Job, job), self.place.name, in_order=False)
        return job

    def find(self, job_id: str) -> Job | None:
        """The job as it stands, or None."""
        body = self.journal.job(job_id)
        return None if body is None else from_json(Job, body)

    def keep(self, job: Job) -> None:
        """Puts the job's new state in the place of the old one."""
        self.journal.put_job(job.id, to_json(Job, job))

    def waiting(self) -> list[str]:
        """The unfinished jobs, oldest first."""
        try:
            with os.scandir(self.folder) as entries:
                folders = [entry for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
                return [
                    entry.name for entry in sorted(folders, key=lambda entry: (entry.stat().st_ctime_ns, entry.name))
                ]
        except FileNotFoundError:
            return []

    def close(self, job: Job) -> None:
        """Records a finished job and lets go of its files; the collection keeps the originals of what landed."""
        self.keep(replace(job, finished=datetime.now(UTC)))
        if not job.paths:
            shutil.rmtree(self.folder / job.id)


def work(jobs: Jobs, model: str | None) -> None:
    """Does all waiting jobs; returns at once when another process is at it."""
    lock = FileLock(jobs.folder / ".lock", blocking=False)
    try:
        with lock:
            while waiting := jobs.waiting():
                for job_id in waiting:
                    run(jobs, job_id, model)
    except Timeout:
        return


def run(jobs: Jobs, job_id: str, model: str | None) -> None:
    """Ingests one job's files and records what became of each."""
    from index.build import ingest
    from index.embed import load_embedder

    received = sorted((jobs.folder / job_id).glob("*/*"))
    job = jobs.find(job_id) or Job(job_id, "queued", datetime.now(UTC), tuple(JobFile(path.name) for path in received))
    if job.attempts >= ATTEMPTS:
        reason = f"reading was broken off {job.attempts} times: upload the files one by one to see which one does it"
        jobs.close(failed(job, reason))
        return
    job = replace(job, status="running", attempts=job.attempts + 1)
    jobs.keep(job)
    try:
        report = ingest(
            [Path(path) for path in job.paths] or placed(received, jobs.folder / INBOX),
            jobs.place,
            embedder=load_embedder(model),
            processes=1 if jobs.place.database else None,
            progress=lambda progress: jobs.keep(replace(job, done=progress.done)),
        )
    except CollectionBusy:
        # Somebody else is changing the collection, at the command line for example: the job waits for its turn.
        jobs.keep(replace(job, status="queued", attempts=job.attempts - 1))
        time.sleep(BUSY_SECONDS)
        return
    except DatabaseUnreachable:
        raise  # nothing can be recorded now either
    except LibraryError as error:
        jobs.close(failed(job, str(error)))
        return
    files = tuple(
        JobFile(Path(file.path).name, file.outcome, file.document_id, file.reason, file.warnings)
        for file in report.files
    )
    status: Status = "failed" if len(report.failed) == len(report.files) else "done"
    jobs.close(replace(job, status=status, files=files, done=len(files)))


def placed(received: Iterable[Path], inbox: Path) -> list[Path]:
    """The files under their own names in the inbox: a collection knows a file again by its path, so that uploading
    one again replaces its document. Of several files with one name, the later ones are numbered."""
    shutil.rmtree(inbox, ignore_errors=True)
    inbox.mkdir()
    places: list[Path] = []
    for path in received:
        others = (f"{path.stem}-{number}{path.suffix}" for number in count(2))
        place = next(inbox / name for name in chain([path.name], others) if not (inbox / name).exists())
        os.link(path, place)
        places.append(place)
    return places


def failed(job: Job, reason: str) -> Job:
    """The job with every file failed for the same reason."""
    files = tuple(replace(file, outcome="failed", reason=reason) for file in job.files)
    return replace(job, status="failed", files=files, done=len(files))


def file_name(name: str) -> str:
    """The last part of a client's file name, without characters that file systems refuse, at most 200 bytes."""
    last = re.split(r"[/\\]", name)[-1]
    clean = re.sub(r'[\x00-\x1f\x7f<>:"|?*\ud800-\udfff]', "_", last).strip(" .") or "document"
    stem, ending = os.path.splitext(clean)
    return stem.encode()[: 200 - len(ending.encode()[:20])].decode("utf-8", "ignore") + ending[:20]


if __name__ == "__main__":
    from api.settings import Settings

    place = Settings(data=Path(sys.argv[1])).place
    work(Jobs(place, Journal.open(place)), sys.argv[2] or None)
