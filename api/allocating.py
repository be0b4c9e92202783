"""How memory is looked after: a server lives long, and every change of the collection frees a generation's worth of
arrays between the small things that stay."""

from __future__ import annotations

import ctypes
import gc
import logging

# From <malloc.h> of glibc.
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
_LARGE = 1 << 19
"""Bytes from which on an allocation is a mapping of its own, which is gone when it is freed. By itself glibc raises
this to 32 MB as such arrays are freed, and then their holes are filled with what stays."""
_ARENAS = 2
"""Heaps of which threads choose one: with one for each thread, as glibc has it, each keeps its own holes."""

log = logging.getLogger("zhengwen")


def give_back_what_is_freed() -> bool:
    """Settles both for this process; whether there was anything to settle: other C libraries have no such choice."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        log.info("the C library has no mallopt: memory may grow when documents change")
        return False
    return bool(mallopt(_MMAP_THRESHOLD, _LARGE) and mallopt(_ARENA_MAX, _ARENAS))


def pass_over_what_stays() -> None:
    """What was read so far stays as long as the process: Python's collector no longer looks through it (a tenth of a
    second each time, in the middle of some answer)."""
    gc.collect()
    gc.freeze()
