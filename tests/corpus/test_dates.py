"""Deadlines in prose and in fields: which words count, and which days they name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import find_deadlines, governing_deadline, read_deadline_field

ISSUED = date(2021, 2, 23)


def day(text: str) -> date | None:
    """2021-06-30 as a date, "-" as no bound."""
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("field", "first", "last"),
    [
        ("2021年6月", "2021-06-01", "2021-06-30"),
        ("2021 年 6 月", "2021-06-01", "2021-06-30"),
        ("2021年6月底前", "-", "2021-06-30"),
        ("2021年2月底", "-", "2021-02-28"),
        ("2020年底前", "-", "2020-12-31"),
        ("2021年12月31日前", "-", "2021-12-31"),
        ("2021年9月前", "-", "2021-08-31"),
        ("2025年前", "-", "2024-12-31"),
        ("到2025年", "-", "2025-12-31"),
        ("年底前", "-", "2021-12-31"),
        ("年内", "2021-01-01", "2021-12-31"),
        ("今年底前", "-", "2021-12-31"),
        ("明年6月底前", "-", "2022-06-30"),
        ("2019年上半年", "2019-01-01", "2019-06-30"),
        ("第三季度", "2021-07-01", "2021-09-30"),
        ("2021年第三季度末前", "-", "2021-09-30"),
        ("一九九六年二月六日", "1996-02-06", "1996-02-06"),
        ("二〇二一年十二月底", "-", "2021-12-31"),
        ("2021年5月中旬", "2021-05-11", "2021-05-20"),
        ("2021—2023年", "2021-01-01", "2023-12-31"),
        ("2021年3月至5月", "2021-03-01", "2021-05-31"),
        ("2021年3月至2022年5月", "2021-03-01", "2022-05-31"),
        ("3月1日至6月30日", "2021-03-01", "2021-06-30"),
        ("6月7日—11日", "2021-06-07", "2021-06-11"),
        ("2021年6月7日至11日", "2021-06-07", "2021-06-11"),
        ("6月28日至7月2日", "2021-06-28", "2021-07-02"),
        ("1997年10月――1998年2月", "1997-10-01", "1998-02-28"),
        ("“十四五”末", "-", "2025-12-31"),
        ("2021-06-30", "2021-06-30", "2021-06-30"),
        ("2021.6", "2021-06-01", "2021-06-30"),
        ("2021-2023", "2021-01-01", "2023-12-31"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("2021 年第 3 季度", "2021-07-01", "2021-09-30"),
        ("年中", "-", "2021-06-30"),
        ("2022年元旦前", "-", "2021-12-31"),
        ("国庆节前", "-", "2021-09-30"),
        ("“五一”前", "-", "2021-04-30"),
        ("2021年春季", "2021-01-01", "2021-12-31"),
    ],
)
def test_days_that_a_field_names(field: str, first: str, last: str) -> None:
    """A cell of 完成时间 gives its words and its first and last day."""
    (found,) = read_deadline_field(field, ISSUED)
    assert (found.start, found.end, found.kind) == (day(first), day(last), "date")
    assert found.text == found.span.of(field)


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("持续推进", "open"),
        ("长期坚持", "open"),
        ("适时", "open"),
        ("每年2月底前", "recurring"),
        ("每季度末", "recurring"),
        ("30个工作日内", "relative"),
        ("自印发之日起3个月内", "relative"),
        ("两年内", "relative"),
        ("202？年6月", "date"),
        ("20□1年", "date"),
    ],
)
def test_words_without_a_date_are_kept(field: str, kind: str) -> None:
    """Open, recurring and relative times, and damaged digits, keep their words and name no day."""
    (found,) = read_deadline_field(field, ISSUED)
    assert (found.text, found.start, found.end, found.kind) == (field, None, None, kind)


@pytest.mark.parametrize("field", ["", " ", "\n", "-", "——", "无", "/"])
def test_an_empty_field_states_nothing(field: str) -> None:
    """A dash is not a deadline."""
    assert read_deadline_field(field, ISSUED) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2025年落地系列国家（地区）馆100个。", ["到2025年"]),
        ("2021年建成全国首个综合保税区内的进口市场。", ["2021年"]),
        ("力争2022年建成示范区。", ["2022年"]),
        ("引进国外优质日用消费品，两年内实现突破性进展。", ["两年内"]),
        ("2021年3月底前制定方案，9月底前全面推开。", ["2021年3月底前", "9月底前"]),
        ("2020年，完成规划；2023年，建成项目。", ["2023年"]),
        ("2022年，完成规划；2023年，建成项目。", ["2022年", "2023年"]),
        ("每年2月底前报送总结。", ["每年2月底前"]),
        ("自本方案印发之日起30日内制定细则。", ["自本方案印发之日起30日内"]),
        ("用三至五年时间，形成千亿进口规模产业。", ["用三至五年时间"]),
        # No deadlines: the past, validity, names, conditions, and words that are open only in a field.
        ("2020年8月30日，国务院批准扩区方案。", []),
        ("本办法自2021年3月1日起施行。", []),
        ("落实《2025年远景规划》。", []),
        ("按照义政办发〔2022〕10号文件执行。", []),
        ("近三年内未发生安全事故。", []),
        ("对新认定的企业，三年内给予房租补贴。", []),
        ("持续推进简政放权。", []),
        ("对2021年1月1日后完工的项目给予补助。", []),
        ("2021年度工作要点已经印发。", []),
    ],
)
def test_which_times_in_prose_are_deadlines(sentence: str, expected: list[str]) -> None:
    """Only words that say when something is due count, and only from the document's own date on."""
    assert [found.text for found in find_deadlines(sentence, ISSUED)] == expected


@pytest.mark.parametrize("words", ["202？年6月底前", "到2O25年", "2O21年"])
def test_a_damaged_year_in_prose_keeps_its_words(words: str) -> None:
    """Nothing is guessed: the words stay, the interval is open, and the month does not fall into another year."""
    (found,) = find_deadlines(f"{words}完成改造。", ISSUED)
    assert (found.text, found.start, found.end) == (words, None, None)


def test_a_month_takes_the_year_before_it_then_the_documents() -> None:
    """9月底前 after 2022年 is in 2022; with nothing before it, in the year of issue; without either it is no date."""
    assert [found.end for found in find_deadlines("2022年3月底前立项，9月底前开工。", ISSUED)] == [
        date(2022, 3, 31),
        date(2022, 9, 30),
    ]
    assert [found.end for found in find_deadlines("9月底前开工。", ISSUED)] == [date(2021, 9, 30)]
    assert find_deadlines("9月底前开工。", None) == []


def test_an_end_that_lies_before_the_document_is_meant_for_the_next_year() -> None:
    """6月底前 in a plan of November is next June; a bare month of the past in prose is no deadline."""
    november = date(2021, 11, 20)
    assert [found.end for found in find_deadlines("6月底前完成改造，9月底前验收。", november)] == [
        date(2022, 6, 30),
        date(2022, 9, 30),
    ]
    assert [found.end for found in find_deadlines("11月底前完成改造。", november)] == [date(2021, 11, 30)]
    assert find_deadlines("3月，完成改造。", november) == []


def test_the_latest_date_governs() -> None:
    """Of several milestones the last one says when the task is done; a date goes before an open time."""
    found = read_deadline_field("2021年6月底前完成方案，2022年12月底前建成，长期坚持", ISSUED)
    governing = governing_deadline(found)
    assert governing is not None
    assert governing.end == date(2022, 12, 31)
    assert governing_deadline([]) is None


def test_impossible_dates_are_no_dates() -> None:
    """2月30日 names no day."""
    assert find_deadlines("2021年2月30日前完成。", ISSUED) == []


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["", " "]))
def test_every_full_date_is_read_back(day: date, gap: str) -> None:
    """Whatever the day, 年月日 with or without blanks names it, in Arabic digits."""
    (found,) = read_deadline_field(f"{day.year}{gap}年{gap}{day.month}{gap}月{gap}{day.day}{gap}日", ISSUED)
    assert (found.start, found.end) == (day, day)


_PIECES = st.sampled_from(
    [
        "2021年",
        "6月",
        "底前",
        "到",
        "每年",
        "第三季度",
        "年内",
        "两",
        "自发布之日起",
        "内",
        "完成",
        "，",
        "。",
        "〔",
        "十",
        "—",
        "1",
    ]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_every_span_holds_its_words(text: str) -> None:
    """Whatever stands together, spans hold the words, lie in order (a whole before its parts), and intervals do not run
    backwards."""
    for found in (find_deadlines(text, ISSUED), read_deadline_field(text, ISSUED)):
        spans = [(deadline.span.start, -deadline.span.end) for deadline in found]
        assert spans == sorted(spans)
        for deadline in found:
            assert deadline.span.of(text) == deadline.text
            assert deadline.start is None or deadline.end is None or deadline.start <= deadline.end


@pytest.mark.parametrize(
    "field",
    [
        "五年内",
        "一年内",
        "十年内",
        "几年内",
        "N年内",
        "接到通知后3日内",
        "印发后一个月内",
        "2022年春节前",
        "汛期前",
        "主汛期来临前",
    ],
)
def test_spans_of_years_and_events_name_no_day(field: str) -> None:
    """五年内 is not the end of this year, and 2022年春节前 is not 2022: the words are kept without an interval."""
    (found,) = read_deadline_field(field, ISSUED)
    assert (found.text, found.start, found.end) == (field, None, None)


@pytest.mark.parametrize(
    ("prose", "words", "end"),
    [
        ("2022年春节前完成抢修。", "2022年春节前", None),
        ("赶在汛期前完成清淤。", "赶在汛期前", None),
        ("收到材料后15日内办结。", "收到材料后15日内", None),
        ("2021年国庆节前完成布展。", "2021年国庆节前", date(2021, 9, 30)),
    ],
)
def test_events_in_prose(prose: str, words: str, end: date | None) -> None:
    """A day that an event names is a deadline in a sentence too."""
    (found,) = find_deadlines(prose, ISSUED)
    assert (found.text, found.end) == (words, end)


def test_how_long_a_document_is_in_force_is_no_deadline() -> None:
    """有效期至… says when the document ends."""
    assert find_deadlines("本意见自印发之日起施行，有效期至2026年12月31日。", ISSUED) == []
    assert find_deadlines("政策执行期限为2021年1月1日至2023年12月31日。", ISSUED) == []
