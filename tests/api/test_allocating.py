"""What a server frees, it gives back."""

from __future__ import annotations

import json
import subprocess
import sys

_FREED = """
import json
from pathlib import Path
from api.allocating import give_back_what_is_freed

def resident():
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:"))

told = give_back_what_is_freed() if {told} else None
bytearray(30 << 20)  # freed at once, which has glibc take arrays up to this size from its heap
before = resident()
large, kept = [], []
for _ in range(100):
    large.append(bytearray(b"x") * (1 << 20))
    kept.append(bytearray(b"x") * (1 << 16))
del large
print(json.dumps([told, resident() - before]))
"""


def freed(told: bool) -> tuple[bool | None, int]:
    """What a process of its own was told, and the KiB that it still holds of 106 MiB, of which 6 are in use."""
    command = [sys.executable, "-c", _FREED.format(told=told)]
    settled, held = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return settled, held


def test_large_arrays_between_small_ones_leave_no_holes() -> None:
    """By itself the allocator keeps most of the memory, in holes between what stays."""
    by_itself, settled = freed(told=False), freed(told=True)
    assert settled[0] is True
    assert settled[1] < 12 << 10
    assert by_itself[1] > 4 * settled[1]
