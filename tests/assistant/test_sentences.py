"""Sentences of passages and where they stand in the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.language.sentences import sentences
from corpus.readers import read_bytes
from corpus.reading import understand
from corpus.types import Passage, Span


def test_a_header_of_two_rows_is_one_sentence() -> None:
    """Its columns' names do not stand in the text in the order of the columns: 说明 is printed before X and Y."""
    text = "界址点坐标\n<table><tr><td rowspan=2>编号</td><td colspan=2>左侧</td><td rowspan=2>说明</td></tr>"
    text += "<tr><td>X</td><td>Y</td></tr>" + "".join(
        f"<tr><td>{number}</td><td>132{number}</td><td>103{number}</td><td>终点</td></tr>" for number in range(1, 4)
    )
    reading = understand(read_bytes(f"<html><body><p>{text}</table></body></html>".encode(), Path("file.html")))
    headers = [passage for passage in reading.passages if "说明" in passage.text]
    assert [passage.text for passage in headers] == ["编号\tX\tY\t说明"]
    for passage in reading.passages:
        for sentence in sentences(passage, reading.document.text):
            assert sentence.span.of(reading.document.text)
    assert [one.text for one in sentences(headers[0], reading.document.text)] == ["编号\tX\tY\t说明"]


@pytest.mark.parametrize("left_out", ["", "— 3 —\n"])
def test_a_sentence_points_at_its_characters_in_the_document(left_out: str) -> None:
    """However the printed text is broken into lines, set in full width, or interrupted by what a passage leaves out."""
    text = f"一、目标\n到２０２５年，贸易\n额翻番。 {left_out}各地  抓好落实。"
    passage = Passage("d#0", "d", (), Span(text.index("到"), len(text)), "到2025年，贸易额翻番。各地 抓好落实。")
    first, second = sentences(passage, text)
    assert (first.span.of(text), second.span.of(text)) == ("到２０２５年，贸易\n额翻番。", "各地  抓好落实。")
