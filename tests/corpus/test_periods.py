"""Periods in questions, Chinese and English."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.periods import find_periods, parse_period

REFERENCE = date(2021, 2, 23)


@pytest.mark.parametrize(
    ("question", "words", "first", "last"),
    [
        ("what does Mall Group lead before September 2021?", "before September 2021", None, date(2021, 8, 31)),
        ("which tasks are due by June 2021?", "due by June 2021", None, date(2021, 6, 30)),
        ("what is planned in Q3 2021", "in Q3 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("tasks by the end of 2021", "by the end of 2021", None, date(2021, 12, 31)),
        ("by mid-2022", "by mid-2022", None, date(2022, 6, 30)),
        ("by end-2022", "by end-2022", None, date(2022, 12, 31)),
        ("by year-end 2023", "by year-end 2023", None, date(2023, 12, 31)),
        (
            "in the first three quarters of 2022",
            "in the first three quarters of 2022",
            date(2022, 1, 1),
            date(2022, 9, 30),
        ),
        ("by end of June 2021", "by end of June 2021", None, date(2021, 6, 30)),
        ("due by 30 June 2021", "due by 30 June 2021", None, date(2021, 6, 30)),
        ("September 30, 2021", "September 30, 2021", date(2021, 9, 30), date(2021, 9, 30)),
        ("between March and June 2021", "between March and June 2021", date(2021, 3, 1), date(2021, 6, 30)),
        ("from 2021 to 2023", "from 2021 to 2023", date(2021, 1, 1), date(2023, 12, 31)),
        ("in the third quarter of 2021", "in the third quarter of 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("the second half of 2021", "the second half of 2021", date(2021, 7, 1), date(2021, 12, 31)),
        ("after 30 June 2021", "after 30 June 2021", date(2021, 7, 1), None),
        ("since Sept. 2021", "since Sept. 2021", date(2021, 9, 1), None),
        ("due in 2021", "in 2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("before 30 June 2021", "before 30 June 2021", None, date(2021, 6, 30)),
        ("due by 15 December", "due by 15 December", None, date(2021, 12, 15)),
        ("on 3rd of May", "on 3rd of May", date(2021, 5, 3), date(2021, 5, 3)),
        ("between 1 May and 30 June", "between 1 May and 30 June", date(2021, 5, 1), date(2021, 6, 30)),
        ("from 1 May to 30 June 2022", "from 1 May to 30 June 2022", date(2022, 5, 1), date(2022, 6, 30)),
        ("by mid-December", "by mid-December", None, date(2021, 12, 15)),
        ("in mid-December 2022", "in mid-December 2022", date(2022, 12, 11), date(2022, 12, 20)),
        ("in early December", "in early December", date(2021, 12, 1), date(2021, 12, 10)),
        ("in late November", "in late November", date(2021, 11, 21), date(2021, 11, 30)),
        ("by late November", "by late November", None, date(2021, 11, 30)),
        ("before National Day", "before National Day", None, date(2021, 9, 30)),
        ("by Christmas 2022", "by Christmas 2022", None, date(2022, 12, 25)),
        (
            "in the last two months of 2021",
            "in the last two months of 2021",
            date(2021, 11, 1),
            date(2021, 12, 31),
        ),
        ("in the first 3 months of the year", "in the first 3 months of the year", date(2021, 1, 1), date(2021, 3, 31)),
        ("by year-end", "by year-end", None, date(2021, 12, 31)),
        ("next year", "next year", date(2022, 1, 1), date(2022, 12, 31)),
        ("by 2021-06-30", "by 2021-06-30", None, date(2021, 6, 30)),
        ("商城集团在Q3 2021牵头什么", "Q3 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("2021年9月底前完成的争取事项有哪些？", "2021年9月底前", None, date(2021, 9, 30)),
        ("2021年9月前完成的有哪些？", "2021年9月前", None, date(2021, 8, 31)),
        ("下半年要完成什么", "下半年", date(2021, 7, 1), date(2021, 12, 31)),
        ("年底前要完成什么", "年底前", None, date(2021, 12, 31)),
        ("2021年第三季度完成的任务", "2021年第三季度", date(2021, 7, 1), date(2021, 9, 30)),
        ("截至2021年底的目标", "截至2021年底", None, date(2021, 12, 31)),
        ("2021年6月到9月之间", "2021年6月到9月", date(2021, 6, 1), date(2021, 9, 30)),
        ("2021年9月以后完成的", "2021年9月以后", date(2021, 10, 1), None),
        ("2022年及以后到期的任务", "2022年及以后", date(2022, 1, 1), None),
        ("时限晚于2021年6月的任务", "晚于2021年6月", date(2021, 7, 1), None),
        ("2021年6月及之前", "2021年6月及之前", None, date(2021, 6, 30)),
        ("tasks due in 2022 or later", "in 2022 or later", date(2022, 1, 1), None),
        ("due March 2021 or earlier", "March 2021 or earlier", None, date(2021, 3, 31)),
        ("2021年前三季度的任务", "2021年前三季度", date(2021, 1, 1), date(2021, 9, 30)),
        ("三季度结束前完成", "三季度结束前", None, date(2021, 9, 30)),
        ("最后一个季度到期", "最后一个季度", date(2021, 10, 1), date(2021, 12, 31)),
        ("2023年6月完成的任务", "2023年6月", date(2023, 6, 1), date(2023, 6, 30)),
    ],
)
def test_the_period_a_question_names(question: str, words: str, first: date | None, last: date | None) -> None:
    """The words, and the first and last day they mean."""
    period = parse_period(question, REFERENCE)
    assert period is not None
    assert (period.text, period.start, period.end) == (words, first, last)
    assert period.span.of(question) == words


@pytest.mark.parametrize(
    "question",
    [
        "哪些每年12月底前要完成一次",
        "由谁牵头？",
        "may I ask who leads it?",
        "附件2第4项是什么",
        "1210新零售",
        "who leads?",
    ],
)
def test_a_question_without_a_time(question: str) -> None:
    """Numbers and the verb "may" are no periods."""
    assert parse_period(question, REFERENCE) is None


def test_before_a_month_leaves_the_month_out_and_says_so() -> None:
    """`inclusive` tells 9月前 from 9月底前, so that an answer can say which was understood."""
    before, until = parse_period("2021年9月前"), parse_period("2021年9月底前")
    assert before is not None
    assert until is not None
    assert (before.inclusive, until.inclusive) == (False, True)
    assert not before.holds(date(2021, 9, 1))
    assert until.holds(date(2021, 9, 30))
    assert not until.holds(date(2021, 10, 1))


def test_a_month_without_a_year_needs_a_reference() -> None:
    """Nothing is guessed where no year is known."""
    assert parse_period("by June") is None
    assert parse_period("9月底前") is None
    june = parse_period("by June", REFERENCE)
    assert june is not None
    assert june.end == date(2021, 6, 30)


def test_two_periods_in_one_question() -> None:
    """Both are found, in order, without counting one twice."""
    question = "2021年6月和2021年9月分别要完成什么"
    assert [period.text for period in find_periods(question)] == ["2021年6月", "2021年9月"]
