"""Looking for some records of the ledger gives what a look at every one of them gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from api.ledger import Wanted
from api.ledger_search import wanted_records
from corpus.catalogue import BUNDLED
from index.build import ingest
from index.library import Library

UNITS = (None, "商务局", "义乌海关", "省商务厅", "没有的单位")
DAYS = (None, date(2021, 6, 30), date(2021, 12, 31))
WORDS = ((), ("监管",), ("监管", "商务局"), ("２０２１",), ("无此词",), ("a\nb",))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The bundled documents."""
    folder = tmp_path_factory.mktemp("ledger")
    ingest(sorted(BUNDLED.glob("*.txt")), folder)
    opened = Library.open(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize("words", WORDS)
def test_every_filter_gives_what_it_gives_record_by_record(library: Library, words: tuple[str, ...]) -> None:
    """Alone and with the others, in the order of the collection; so for one document, too."""
    some = [library.documents()[0].id]
    found = 0
    for lead, unit, before, after, missing in product(UNITS, UNITS, DAYS, DAYS, (None, "deadline")):
        wanted = Wanted(lead, unit, before, after, words, missing, unit if lead else None)  # type: ignore[arg-type]
        every = [record for record in library.records() if wanted.matches(record)]
        assert list(wanted_records(library, wanted)) == every
        found += len(every)
    wanted = Wanted(words=words)
    assert list(wanted_records(library, wanted, some)) == [
        record for record in library.records(some) if wanted.matches(record)
    ]
    assert bool(found) == (words not in (("无此词",), ("a\nb",)))


def test_words_do_not_run_over_from_one_record_to_the_next(library: Library) -> None:
    """The end of one and the beginning of another stand side by side and are no words of either."""
    one, other = library.records()[:2]
    assert not wanted_records(library, Wanted(words=(one.units[-1] + other.task[:8],)))


def test_a_changed_collection_is_looked_through_anew(tmp_path: Path) -> None:
    """A refreshed library finds the words of the document that came."""
    first, *others = sorted(BUNDLED.glob("*.txt"))
    ingest([first], tmp_path)
    library = Library.open(tmp_path)
    wanted = Wanted(words=("商城集团",))
    before = len(wanted_records(library, wanted))
    ingest(others, tmp_path)
    refreshed = library.refreshed()
    assert len(wanted_records(refreshed, wanted)) > before == len(wanted_records(library, wanted))
    refreshed.close()
