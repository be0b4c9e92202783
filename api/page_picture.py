"""A page of a PDF as a picture, with what was cited marked on it.

Drawn by a process of its own, with bounds on time and memory: a hostile file can take down nothing else.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Box = tuple[float, float, float, float]
SECONDS = 20.0
MEMORY_BYTES = 2 << 30
# Pixels across: sharp in the reader's column on a screen with two pixels to a point.
WIDTH = 1400
MARK = (255, 239, 150)


class PageNotDrawn(Exception):
    """The page cannot be drawn; the message says why."""


async def page_picture(path: Path, number: int, boxes: Sequence[Box]) -> bytes:
    """Page `number` (from 1) of the PDF at `path` as PNG, `boxes` (in points from the top left) marked.

    Raises PageNotDrawn.
    """
    command = (sys.executable, "-m", "api.page_picture", str(path), str(number), json.dumps(boxes))
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe)
    try:
        async with asyncio.timeout(SECONDS):
            picture, complaint = await process.communicate()
    except TimeoutError as problem:
        raise PageNotDrawn(f"drawing it took longer than {SECONDS:.0f} seconds") from problem
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        lines = complaint.decode(errors="replace").strip().splitlines()
        raise PageNotDrawn(lines[-1] if lines else f"the drawing process ended with status {process.returncode}")
    return picture


def draw(path: Path, number: int, boxes: Sequence[Box]) -> Any:
    """The page as a PIL image."""
    import pypdfium2
    from PIL import Image, ImageChops, ImageDraw

    page = pypdfium2.PdfDocument(path)[number - 1]
    scale = WIDTH / page.get_width()
    picture = page.render(scale=scale).to_pil().convert("RGB")
    marks = Image.new("RGB", picture.size, "white")
    for box in boxes:
        ImageDraw.Draw(marks).rectangle([edge * scale for edge in box], fill=MARK)
    # Darker of both: the type stays black on the marks.
    return ImageChops.darker(picture, marks)


def main() -> None:
    """`python -m api.page_picture FILE PAGE BOXES` writes a PNG to standard output."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    path, number, boxes = sys.argv[1:]
    draw(Path(path), int(number), json.loads(boxes)).save(sys.stdout.buffer, "PNG", compress_level=3)


if __name__ == "__main__":
    main()
