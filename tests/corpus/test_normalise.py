"""The reading view: what it tidies, what it leaves, and that every character leads back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalise import fold, reading_view, simplified
from corpus.types import Span

# What official text is made of, printed lines and pages included.
PIECES = st.sampled_from(
    [
        *"市政府牵头，；。：、（）《》“”—▲①",
        *("２０２１", "2021", " ", "　", "\n", "\n\n", "\f", "\t", "\u200b", "\ue010", "RCEP", "ＡＢＣ", "％"),
        *("一、", "（二）", "3. ", "附件 1", "责任单位：", "完成", "第三条", "— 5 —"),
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("到 ２０２２ 年，突破 １８００ 亿元", "到2022年，突破1800亿元"),
        ("公 共 服 务 平 台 完 成 9610、 9710", "公共服务平台完成9610、9710"),
        ("充分利用 RCEP 自贸协定", "充分利用 RCEP 自贸协定"),
        ("商务部　　财政部", "商务部　财政部"),
        ("第一章　总　　则", "第一章　总则"),
        ("市委副书记 陈小忠", "市委副书记 陈小忠"),
        ("同比增长３０％以上", "同比增长30%以上"),
        ("1. 2021 年建成", "1. 2021年建成"),
        ("２\ue010 线下产业集聚平台。", "2 线下产业集聚平台。"),
        ("零\u200b宽\ufeff字符", "零宽字符"),
    ],
)
def test_a_line_is_shown_as_people_write_it(printed: str, read: str) -> None:
    """Widths, blanks between characters and invisible characters are undone; blanks that mean something stay."""
    assert reading_view(printed).text == read


def test_lines_broken_at_the_margin_become_paragraphs() -> None:
    """A line that fills its column goes on; blank lines of double spacing and page numbers do not part it."""
    printed = (
        "一、总体要求\n\n为全面推进综合试验区的建设，制定本方案，请各有关\n\n单位结合实际认真组织实施，主动做好衔接，确保各项\n\n"
        "— 3 —\n\n任务落到实处。\n\n二、主要任务\n\n加快建设线上平台，推动海关、税务、外汇管理等部门的\n\n数据交换，"
        "建立统一的数据标准，为企业提供一站式的服\n\n务。\n"
    )
    assert reading_view(printed).text.split("\n") == [
        "一、总体要求",
        "为全面推进综合试验区的建设，制定本方案，请各有关单位结合实际认真组织实施，主动做好衔接，确保各项任务落到实处。",
        "二、主要任务",
        "加快建设线上平台，推动海关、税务、外汇管理等部门的数据交换，建立统一的数据标准，为企业提供一站式的服务。",
    ]


def test_a_sentence_cut_by_a_page_is_one_again() -> None:
    """In text that is not broken at a margin only what stops in the middle of a sentence goes on."""
    printed = (
        "二、推动平台创新，形成特殊的平台\n\n1. 依托进口商品指定口岸，配套建设冷链，联动水\n\n"
        "果市场和国际冷鲜城。（责任单位：商务局）\n\n"
        "2. 培育香料类目，形成先发优势。（责任单位：商务局）\n\n3. 建立价格指数，定期发布。（责任单位：商务局）\n"
    )
    assert reading_view(printed).text.split("\n")[:3] == [
        "二、推动平台创新，形成特殊的平台",
        "1. 依托进口商品指定口岸，配套建设冷链，联动水果市场和国际冷鲜城。（责任单位：商务局）",
        "2. 培育香料类目，形成先发优势。（责任单位：商务局）",
    ]


def test_a_list_item_never_joins_the_item_above_it() -> None:
    """An item that ends in its bracket of responsible units is complete, whatever sign the next number lost."""
    printed = (
        "1\ue010突破核心技术，加强攻关。（责任单位：市科技局）\n2\ue010建设平台，集聚资源。（责任单位：市大数据局）"
    )
    assert reading_view(printed).text.count("\n") == 1


@given(TEXTS)
def test_every_character_of_the_view_is_its_source_character(text: str) -> None:
    """Width apart, the view shows what stands at the offset it maps to; only white space may be put in."""
    view = reading_view(text)
    for offset, character in enumerate(view.text):
        source = view.source(offset, offset + 1).of(text)
        assert len(source) == 1
        assert character.isspace() or unicodedata.normalize("NFKC", source) in (
            character,
            unicodedata.normalize("NFKC", character),
        )


@given(TEXTS, st.data())
def test_offsets_map_there_and_back(text: str, data: st.DataObject) -> None:
    """A span of the view, taken to the source and back, is the same span."""
    view = reading_view(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    source = view.source(start, end)
    assert 0 <= source.start <= source.end <= len(text)
    if start < end:
        assert view.view(source.start, source.end) == Span(start, end)


@given(TEXTS)
def test_nothing_that_can_be_read_is_lost(text: str) -> None:
    """Characters that are not shown are blanks, invisible, or a page number on a line of its own."""
    view = reading_view(text)
    shown = {view.source(offset, offset + 1).start for offset in range(len(view.text))}
    for line_start, line in lines_with_offsets(text):
        for position, character in enumerate(line, line_start):
            if position not in shown and not character.isspace():
                assert (
                    character in "\u200b\ufeff\u00ad\u2060"
                    or unicodedata.category(character) in ("Cf", "Co", "Cc")
                    or (not any(c.isalpha() and c not in "第共页一" for c in line))
                )


def lines_with_offsets(text: str) -> list[tuple[int, str]]:
    """The lines of a text with where they begin."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append((start, line))
        start += len(line)
    return found


@given(TEXTS)
def test_the_view_of_a_view_is_itself(text: str) -> None:
    """What is tidy stays as it is, but that lines found to be one may join a third."""
    once = reading_view(text).text
    assert len(reading_view(once).text) <= len(once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("２０２１年", "2021 年"),
        ("電子商務", "电子商务"),
        ("ＲＣＥＰ", "rcep"),
        ("責任單位\n", "责任 单位"),
        ("㎡", "m2"),
    ],
)
def test_folding_ignores_what_searching_should_ignore(one: str, other: str) -> None:
    """Width, case, white space and traditional characters make no difference."""
    assert fold(one) == fold(other)


@given(st.text(alphabet="責任單位：市財政局、牽頭，A１ \n后後干乾", max_size=40))
def test_simplified_keeps_every_offset(text: str) -> None:
    """Characters are replaced one by one, and what is simplified already stays."""
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)
    assert simplified("責任單位") == "责任单位"
