"""What a document says about itself, in the notations that offices use, and what a catalogue says over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.catalogue import BUNDLED, CatalogueEntry, apply, read_catalogue
from corpus.errors import CatalogueError
from corpus.outline import outline
from corpus.readers import read_bytes
from corpus.reading import read_document, understand
from corpus.types import Document, Metadata

BODY = "为进一步规范管理，推动高质量发展，现将有关事项通知如下，请结合实际认真贯彻落实。"


def read(text: str, name: str = "file.txt") -> Document:
    """A text as it is read from a file."""
    return read_bytes(text.encode("utf-8"), Path(name))


def metadata(text: str, name: str = "file.txt") -> Metadata:
    """What it says about itself."""
    return read(text, name).metadata


@pytest.mark.parametrize(
    "number",
    [
        "义政办发〔2021〕10号",
        "义政办发[2021]10号",
        "义政办发［2021］10号",
        "义政办发【2021】10号",
        "义政办发（2021）10号",
        "义政办发﹝２０２１﹞１０号",
        "义政办发〔2021〕 10 号",
        "国令第706号",
        "中华人民共和国商务部令第10号",
        "财政部公告2021年第5号",
        "工信部联科〔2021〕第18号",
    ],
)
def test_a_number_is_found_in_all_its_forms(number: str) -> None:
    """Brackets of every kind and width, orders and announcements."""
    found = metadata(f"某市人民政府文件\n\n{number}\n\n某市人民政府关于加强管理的通知\n\n各有关单位：\n\n{BODY}\n")
    assert found.number is not None
    bare = "".join(number.split()).translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    assert found.number == bare


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2021年2月23日", date(2021, 2, 23)),
        ("２０２１ 年 ２ 月 ２３ 日", date(2021, 2, 23)),
        ("二〇二一年二月二十三日", date(2021, 2, 23)),
        ("二○二一年十二月三十日", date(2021, 12, 30)),
        ("二O一九年十月十日", date(2019, 10, 10)),
    ],
)
def test_the_date_under_the_signature_is_the_date_of_issue(printed: str, expected: date) -> None:
    """In figures and in characters, with any of the zeros in use; dates inside sentences do not count."""
    found = metadata(
        f"某市商务局关于加强管理的通知\n\n各有关单位：\n\n根据2020年1月1日会议精神，{BODY}\n\n某市商务局\n\n{printed}\n"
    )
    assert found.issued == expected
    assert found.issuers == ("某市商务局",)


def test_several_issuers_are_all_named() -> None:
    """One below the other, or side by side."""
    below = metadata(f"关于加强协作的通知\n\n各单位：\n\n{BODY}\n\n某市商务局\n\n某市财政局\n\n2021年3月1日\n")
    beside = metadata(f"关于加强协作的通知\n\n各单位：\n\n{BODY}\n\n某市商务局　　某市财政局\n\n2021年3月1日\n")
    assert below.issuers == beside.issuers == ("某市商务局", "某市财政局")
    assert below.issuer == "某市商务局、某市财政局"


def test_a_title_over_several_lines_is_one() -> None:
    """Broken where it was printed, with a book title left open at the break."""
    text = f"某市人民政府关于印发《某市低空物流\n发展行动方案》的通知\n\n各县区人民政府：\n\n{BODY}\n"
    found = read(text)
    assert found.metadata.title == "某市人民政府关于印发《某市低空物流发展行动方案》的通知"
    assert found.metadata.spans["title"].of(text) == "某市人民政府关于印发《某市低空物流\n发展行动方案》的通知"


def test_recipients_printing_date_and_status_are_told() -> None:
    """主送机关, 印发日期, and whether it is on trial."""
    found = metadata(
        f"某市商务局关于印发《促进办法（试行）》的通知\n\n各县区商务局，各有关单位：\n\n{BODY}\n\n某市商务局\n\n"
        f"2021年3月1日\n\n"
        "抄送：市委办公室。\n\n某市商务局办公室 2021年3月5日印发\n"
    )
    assert found.recipients == "各县区商务局，各有关单位"
    assert found.published == date(2021, 3, 5)
    assert found.issued == date(2021, 3, 1)
    assert found.status == "试行"


def test_a_salutation_is_no_recipient() -> None:
    """各位代表 are who is spoken to, not an office that the document was sent to."""
    assert metadata(f"政府工作报告\n\n各位代表：\n\n{BODY}\n").recipients is None


def test_cited_documents_are_listed_with_their_numbers() -> None:
    """Each once; names of events and slogans in book marks are none, nor is what the title passes on."""
    found = metadata(
        "某市商务局关于印发《出口促进办法》的通知\n\n各有关单位：\n\n"
        "根据《国务院关于促进外贸发展的意见》（国发〔2021〕5号）和"
        "《中华人民共和国对外贸易法》，落实《国务院关于促进外贸发展的意见》，现将《出口促进办法》印发，"
        "观看《我和我的祖国》。\n"
    )
    assert [(reference.title, reference.number) for reference in found.references] == [
        ("国务院关于促进外贸发展的意见", "国发〔2021〕5号"),
        ("中华人民共和国对外贸易法", None),
    ]


def test_one_short_line_above_the_text_is_its_title() -> None:
    """Even without a word for the kind of document; a sentence is none, nor is a numbered heading."""
    assert metadata(f"低空物流发展情况\n\n{BODY}\n").title == "低空物流发展情况"
    assert metadata(f"{BODY}\n\n{BODY}\n").title == "file"
    assert metadata(f"一、低空物流发展情况\n\n{BODY}\n").title == "file"


def test_a_document_without_a_title_is_called_like_its_file() -> None:
    """Nothing is made up: no title, number, issuer or date where none is printed."""
    found = metadata(f"{BODY}\n\n一、总体要求\n\n坚持稳中求进。\n", "促进办法.txt")
    assert found == Metadata(title="促进办法", named_by_file=True)


def test_what_a_document_does_not_say_about_itself_is_told() -> None:
    """A reader of the list sees that the title is the file's name and that the rest is unknown, not empty; a
    catalogue that gives the values ends it."""
    silent = understand(read(f"{BODY}\n\n一、总体要求\n\n坚持稳中求进。\n", "促进办法.txt"))
    assert silent.warnings == (
        "not found in the document: title (the file's name stands for it), document number, issuer, date of issue",
    )
    entry = CatalogueEntry(
        "promotion", "促进办法.txt", "某市促进办法", "某政发〔2021〕3号", ("某市人民政府",), date(2021, 3, 1)
    )
    assert understand(apply(silent.document, entry)).warnings == ()


def test_lines_copied_with_a_text_fill_what_it_leaves_open() -> None:
    """发文字号：… above a text that a person copied from a site; what the document prints itself comes first."""
    found = metadata(
        "发文机关：某市商务局　\n\n发文字号：某商发〔2021〕7号\n\n成文日期：2021年3月1日\n\n发布日期：2021年3月8日\n\n"
        f"来源：某市人民政府网站\n\n某市促进出口办法\n\n{BODY}\n\n一、总体要求\n\n坚持稳中求进。\n"
    )
    assert found.title == "某市促进出口办法"
    assert (found.number, found.issuers) == ("某商发〔2021〕7号", ("某市商务局",))
    assert (found.issued, found.published) == (date(2021, 3, 1), date(2021, 3, 8))
    assert found.source == "某市人民政府网站"


def test_a_signed_date_wins_over_the_date_of_the_page() -> None:
    """Sites mistype; the difference is told. The date under a forwarded report is not the notice's."""
    head = "<table><tr><td>发文机关：</td><td>{issuer}</td><td>成文日期：</td><td>2004年04月17日</td></tr></table>"
    text = f"<div id=zoom><p>某市政府关于同意申办运动会的复函</p><p>某县政府：</p><p>{BODY}</p><p>{{signed}}</p>"
    page = f"<html><body>{head}{text}<p>二〇〇四年四月二十七日</p></div></body></html>"
    own = read(page.format(issuer="某市政府", signed="某市政府"), "reply.html")
    assert own.metadata.issued == date(2004, 4, 27)
    assert own.warnings == ("the page gives 2004-04-17 as the date of issue, the signature 2004-04-27",)
    forwarded = read(page.format(issuer="某市政府", signed="某市教育局"), "reply.html")
    assert forwarded.metadata.issued == date(2004, 4, 17)
    assert forwarded.warnings == ()


def test_a_report_is_dated_by_the_day_it_was_given() -> None:
    """The line with dashes below the title of a speech or work report."""
    found = metadata(
        f"2025年某省政府工作报告\n\n——2025年1月18日在某省第十四届人民代表大会第三次会议上\n\n各位代表：\n\n{BODY}\n"
    )
    assert found.issued == date(2025, 1, 18)


def test_the_head_of_a_page_is_believed() -> None:
    """What a site prints above the text, in cells of a table or in meta elements."""
    page = (
        "<html><head><title>促进办法_某市政府</title><meta name='PubDate' content='2021-03-08'></head><body>"
        "<table><tr><td><b>发文机关：</b></td><td>某市商务局</td><td><b>成文日期：</b></td><td>2021年03月01日</td></tr>"
        "<tr><td><b>标　　题：</b></td><td colspan=3>某市商务局关于促进出口的意见</td></tr>"
        "<tr><td><b>发文字号：</b></td><td>某商发〔2021〕7号</td></tr></table>"
        f"<div id=zoom><p>{BODY}</p><p>一、总体要求</p><p>坚持稳中求进，提升质量，优化结构。</p></div></body></html>"
    )
    document = read(page, "page.html")
    found = document.metadata
    assert (found.title, found.number, found.issuers) == (
        "某市商务局关于促进出口的意见",
        "某商发〔2021〕7号",
        ("某市商务局",),
    )
    assert (found.issued, found.published) == (date(2021, 3, 1), date(2021, 3, 8))
    for name in ("title", "number", "issuers", "issued"):
        assert found.spans[name].of(document.text)


def test_the_catalogue_overrules_the_text() -> None:
    """The number that lost its last character is put right, and keeps no span that would quote the wrong one."""
    reading = read_document(BUNDLED / "yiwu-cbec-pilot-2018.txt")
    assert reading.document.id == "yiwu-cbec-pilot-2018"
    assert reading.document.metadata.number == "浙政函〔2018〕183号"
    assert "number" not in reading.document.metadata.spans
    assert reading.document.metadata.spans["issued"].of(reading.document.text) == "２０１８ 年 １２ 月 ２８ 日"


def test_the_bundled_catalogue_names_every_bundled_document() -> None:
    """One entry for each file, under the file's name."""
    entries = read_catalogue(BUNDLED)
    assert {path.name for path in BUNDLED.glob("*.txt")} == set(entries)
    assert all(entry.id == Path(name).stem for name, entry in entries.items())


def test_an_entry_changes_only_what_it_states() -> None:
    """None overrules nothing."""
    document = read(f"某市商务局关于加强管理的通知\n\n各单位：\n\n{BODY}\n\n某市商务局\n\n2021年3月1日\n")
    changed = apply(document, CatalogueEntry(id="new", file="file.txt", number="某商〔2021〕1号"))
    assert changed.id == "new"
    assert changed.metadata.number == "某商〔2021〕1号"
    assert changed.metadata.title == document.metadata.title
    assert changed.text == document.text


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("[a\n", "file"),
        ("[a]\ntitle = '办法'\n", "has no `file`"),
        ("[a]\nfile = 'a.txt'\nissued = '2021'\n", "issued must be a date"),
        ("[a]\nfile = 'a.txt'\nissuers = '商务局'\n", "issuers must be a list"),
        ("[a]\nfile = 'a.txt'\ncolour = 'red'\n", "colour is not a field"),
        ("a = 1\n", "is not a table"),
    ],
)
def test_a_catalogue_with_a_mistake_names_entry_and_field(tmp_path: Path, toml: str, reason: str) -> None:
    """The owner is told which entry and what is expected there."""
    (tmp_path / "catalogue.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(CatalogueError, match=reason):
        read_catalogue(tmp_path)


def test_minutes_are_read_in_their_own_frame() -> None:
    """Letterhead, a number without the office's mark, office and date on one line; who was there closes the body."""
    text = (
        "云岭县人民政府专题会议纪要\n\n〔2023〕12号\n\n云岭县人民政府办公室　　　　2023年6月20日\n\n"
        f"研究农村供水工程有关问题的会议纪要\n\n{BODY}\n\n一、关于工程进度。由县水务局牵头完成管网改造。\n\n"
        "二、关于资金。由县财政局安排资金500万元。\n\n出席：李明　张华\n\n列席：县水务局赵强。\n\n发：县水务局。\n"
    )
    found = read(text)
    assert found.metadata.number == "〔2023〕12号"
    assert found.metadata.issuers == ("云岭县人民政府办公室",)
    assert found.metadata.issued == date(2023, 6, 20)
    last = outline(found)[-1]
    assert last.span.of(text).endswith("安排资金500万元。")


@pytest.mark.parametrize("number", ["第12期", "（第12期）", "总第120期", "〔2023〕第12期"])
def test_briefings_are_numbered_by_issue(number: str) -> None:
    """As it is printed below the letterhead, without brackets around it."""
    found = metadata(f"某市政务信息简报\n\n{number}\n\n某市人民政府办公室　　2023年6月20日\n\n{BODY}\n")
    assert found.number == number.strip("（）")
    assert found.issued == date(2023, 6, 20)


@pytest.mark.parametrize("beside", ["类别：A", "签发人：骆清河", "紧急程度：特急", "办理结果：B"])
def test_what_a_head_prints_beside_the_number_is_no_title(beside: str) -> None:
    """The line holds the number, and the title stands below it."""
    text = f"某市教育局\n\n某教函〔2024〕52号　　　　　　{beside}\n\n对市政协第126号提案的答复\n\n孟委员：\n\n{BODY}\n"
    found = metadata(text)
    assert found.title == "对市政协第126号提案的答复"
    assert found.number == "某教函〔2024〕52号"


def test_a_signature_may_stand_beside_its_date() -> None:
    """On one line below the text; a sentence that ends in a date is none."""
    found = metadata(f"关于加强协作的通知\n\n各单位：\n\n{BODY}\n\n某市商务局　某市财政局　　2021年3月1日\n")
    assert found.issuers == ("某市商务局", "某市财政局")
    assert found.issued == date(2021, 3, 1)
    prose = metadata(f"关于加强协作的通知\n\n各单位：\n\n{BODY}\n\n本通知的有效期截至 2021年3月1日\n")
    assert prose.issuers == ()


def test_a_footnote_mark_is_no_part_of_a_title() -> None:
    """Communiqués mark their title with [1]; the offices that sign stand between it and the date."""
    found = metadata(
        "洄川市2024年国民经济和社会发展统计公报[1]\n\n洄川市统计局\n国家统计局洄川调查队\n\n2025年3月21日\n\n"
        f"一、综合\n\n{BODY}\n\n注释：\n[1]本公报中数据均为初步统计数。\n"
    )
    assert found.title == "洄川市2024年国民经济和社会发展统计公报"
    assert found.issuers == ("洄川市统计局", "国家统计局洄川调查队")
    assert found.issued == date(2025, 3, 21)


def test_issuer_number_and_date_may_stand_on_one_line() -> None:
    """某办公室　某展办〔2025〕3号　2025年2月27日 below a title says all three."""
    found = metadata(f"白渚市2025年会展工作要点\n\n白渚市人民政府办公室　白展办〔2025〕3号　2025年2月27日\n\n{BODY}\n")
    assert found.issuers == ("白渚市人民政府办公室",)
    assert found.number == "白展办〔2025〕3号"
    assert found.issued == date(2025, 2, 27)


def test_labels_on_one_line_count_one_by_one() -> None:
    """来源：某局　发布时间：… names the source and the day of publication."""
    found = metadata(f"住房保障政策解读\n\n来源：白渚市住房局　发布时间：2025年2月18日　解读人：某处处长\n\n{BODY}\n")
    assert found.source == "白渚市住房局"
    assert found.published == date(2025, 2, 18)


def test_a_reply_to_deputies_is_named_by_its_title() -> None:
    """对…建议的答复 is a title, and a remark in brackets above it is no part of it."""
    found = metadata(
        "白渚市教育局文件\n\n白教函〔2025〕64号　　　　签发人：阚若溪\n（办理结果标注：A类　公开属性：主动公开）\n\n"
        f"对白渚市第九届人民代表大会第四次会议第0173号建议的答复\n\n尚知意等5名代表：\n\n{BODY}\n\n白渚市教育局\n2025年5月22日\n"
    )
    assert found.title == "对白渚市第九届人民代表大会第四次会议第0173号建议的答复"
    assert (found.number, found.issued) == ("白教函〔2025〕64号", date(2025, 5, 22))
