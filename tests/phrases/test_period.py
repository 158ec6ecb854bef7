"""Periods: EDTF, fiscal years, named months and quarters, and what counts from a date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.phrases.period import Period, read_period


def days(text: str, published: str | None = None, locale: str = "en-US") -> tuple[str, str] | None:
    """The first and the last day of a period; None if it is none."""
    when = None if published is None else read_period(published)
    found = read_period(text, when, locale)
    if found is None:
        return None
    assert found.text == text
    assert found.start is not None
    assert found.end is not None
    return (
        date.fromordinal(found.start).isoformat(),
        date.fromordinal(found.end - 1).isoformat(),
    )


def period(text: str) -> Period:
    found = read_period(text)
    assert found is not None, text
    return found


YEAR_2023 = ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # EDTF level 0
        ("2023", YEAR_2023),
        ("2023-06", ("2023-06-01", "2023-06-30")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("1900-02", ("1900-02-01", "1900-02-28")),
        ("2000-02", ("2000-02-01", "2000-02-29")),
        ("2024-02-29", ("2024-02-29", "2024-02-29")),
        ("2023-12", ("2023-12-01", "2023-12-31")),
        ("2020-06/2021-05", ("2020-06-01", "2021-05-31")),
        ("2019/2021", ("2019-01-01", "2021-12-31")),
        ("2021-01-01/2021-01-14", ("2021-01-01", "2021-01-14")),
        ("2021/2021-06", ("2021-01-01", "2021-06-30")),
        # level 1: uncertain and approximate keep their days
        ("2023?", YEAR_2023),
        ("2023~", YEAR_2023),
        ("2023%", YEAR_2023),
        ("2023-06~", ("2023-06-01", "2023-06-30")),
        ("2023-XX", YEAR_2023),
        ("2023-06-XX", ("2023-06-01", "2023-06-30")),
        ("2023-XX-XX", YEAR_2023),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        # level 2: quarters, thirds and halves
        ("2023-33", ("2023-01-01", "2023-03-31")),
        ("2023-34", ("2023-04-01", "2023-06-30")),
        ("2023-35", ("2023-07-01", "2023-09-30")),
        ("2023-36", ("2023-10-01", "2023-12-31")),
        ("2023-37", ("2023-01-01", "2023-04-30")),
        ("2023-38", ("2023-05-01", "2023-08-31")),
        ("2023-39", ("2023-09-01", "2023-12-31")),
        ("2023-40", ("2023-01-01", "2023-06-30")),
        ("2023-41", ("2023-07-01", "2023-12-31")),
        # fiscal years
        ("FY2023", ("2022-10-01", "2023-09-30")),
        ("FY 2023", ("2022-10-01", "2023-09-30")),
        ("FY23", ("2022-10-01", "2023-09-30")),
        ("FY'23", ("2022-10-01", "2023-09-30")),
        ("fiscal year 2023", ("2022-10-01", "2023-09-30")),
        ("the fiscal year 2023", ("2022-10-01", "2023-09-30")),
        ("fiscal 2023", ("2022-10-01", "2023-09-30")),
        ("FY2022-23", ("2022-10-01", "2023-09-30")),
        ("FY2022/2023", ("2022-10-01", "2023-09-30")),
        # as copy names them
        ("June 2021", ("2021-06-01", "2021-06-30")),
        ("in June 2021", ("2021-06-01", "2021-06-30")),
        ("Sept. 2021", ("2021-09-01", "2021-09-30")),
        ("Feb 2024", ("2024-02-01", "2024-02-29")),
        ("4 March 2023", ("2023-03-04", "2023-03-04")),
        ("March 4, 2023", ("2023-03-04", "2023-03-04")),
        ("4th March 2023", ("2023-03-04", "2023-03-04")),
        ("June 2020 to May 2021", ("2020-06-01", "2021-05-31")),
        ("from June 2020 through May 2021", ("2020-06-01", "2021-05-31")),
        ("2019 to 2021", ("2019-01-01", "2021-12-31")),
        ("Q1 2024", ("2024-01-01", "2024-03-31")),
        ("Q4 2024", ("2024-10-01", "2024-12-31")),
        ("the third quarter of 2024", ("2024-07-01", "2024-09-30")),
        ("first half of 2024", ("2024-01-01", "2024-06-30")),
        ("second half 2024", ("2024-07-01", "2024-12-31")),
        ("calendar year 2023", YEAR_2023),
        ("the 1990s", ("1990-01-01", "1999-12-31")),
        ("  June   2021 ", ("2021-06-01", "2021-06-30")),
        # up to the last day that there is
        ("9999-12-31", ("9999-12-31", "9999-12-31")),
        ("2024/9999-12-31", ("2024-01-01", "9999-12-31")),
        ("31 December 9999", ("9999-12-31", "9999-12-31")),
        ("9999-12", ("9999-12-01", "9999-12-31")),
        ("9999", ("9999-01-01", "9999-12-31")),
        ("999X", ("9990-01-01", "9999-12-31")),
    ],
)
def test_a_period_has_its_days(text: str, expected: tuple[str, str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en-US", "FY2024", ("2023-10-01", "2024-09-30")),
        ("en-GB", "FY2024", ("2023-04-01", "2024-03-31")),
        ("en-IN", "FY2024", ("2023-04-01", "2024-03-31")),
        ("en-AU", "FY2024", ("2023-07-01", "2024-06-30")),
        ("en-GB", "2022-23", ("2022-04-01", "2023-03-31")),
        ("en-IN", "2022–23", ("2022-04-01", "2023-03-31")),
        ("en-AU", "2022-23", ("2022-07-01", "2023-06-30")),
        ("en-GB", "1999-00", ("1999-04-01", "2000-03-31")),
        ("en-GB", "tax year 2022-23", ("2022-04-01", "2023-03-31")),
        ("en-US", "2022-23", None),
        ("en-GB", "2022-06", ("2022-06-01", "2022-06-30")),
    ],
)
def test_fiscal_years_by_locale(locale: str, text: str, expected: tuple[str, str] | None) -> None:
    assert days(text, locale=locale) == expected


def test_the_days_of_fiscal_years() -> None:
    assert period("FY2024").days == 366
    assert period("FY2023").days == 365


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("last year", "2024-02", YEAR_2023),
        ("last year", "2024", YEAR_2023),
        ("the previous year", "2024-02-17", YEAR_2023),
        ("this year", "2023-02-17", YEAR_2023),
        ("last calendar year", "2024-02-17", YEAR_2023),
        ("last month", "2024-01", ("2023-12-01", "2023-12-31")),
        ("last month", "2024-03-31", ("2024-02-01", "2024-02-29")),
        ("this month", "2024-12-02", ("2024-12-01", "2024-12-31")),
        ("this week", "2024-02-15", ("2024-02-12", "2024-02-18")),
        ("last week", "2024-02-12", ("2024-02-05", "2024-02-11")),
        ("last week", "2024-01-01", ("2023-12-25", "2023-12-31")),
        ("last year", None, None),
        ("last week", "0001-01-01", None),
        ("last month", "0001-01-01", None),
        ("this week", "9999-12-31", None),
        ("last week", "9999-12-31", ("9999-12-20", "9999-12-26")),
        ("this month", "9999-12-31", ("9999-12-01", "9999-12-31")),
        ("last month", "2024", None),
        ("last week", "2024-02", None),
        ("last year", "2024/..", None),
        ("next year", "2024-02", None),
    ],
)
def test_what_counts_from_the_date(
    text: str, published: str | None, expected: tuple[str, str] | None
) -> None:
    assert days(text, published) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "23", "2023-13", "2023-00", "2023-20", "2023-02-29", "2023-06-31", "2023-6",
        "2023-06-00", "2023-33-01", "2023-21-01", "199X-05", "0000", "2023/2021", "2023/2023-",
        "/", "../..", "2023/soon", "2023/2024/2025", "June", "31 June 2023", "Junk 2023",
        "March 0, 2023", "Q5 2023", "fifth quarter 2023", "third half of 2023", "FY", "FY202",
        "June 2021 to May 2020", "June 2021 to soon", "2023-06-15T10:00", "99999", "9999/..x",
        "1995s", "4 Marchy 2023", "0000-01-01",
    ],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    assert read_period(text) is None


def test_open_sides() -> None:
    until, since = period("../2021"), period("2021-06/..")
    assert (until.start, until.days, until.months) == (None, None, None)
    assert until.end == period("2021").end
    assert (since.end, since.days) == (None, None)
    assert period("/2021").key == until.key
    assert period("2021-06/").key == since.key


def test_a_season_has_no_days() -> None:
    autumn = period("2023-23")
    assert (autumn.start, autumn.end, autumn.days, autumn.months) == (None, None, None, None)
    assert autumn.key == period("2023-23").key != period("2023-22").key
    assert autumn.within(period("2023-23"))
    assert not autumn.within(period("2023"))
    assert not period("2023").within(autumn)
    assert not autumn.is_before(period("2030"))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2023", 12), ("2024-02", 1), ("FY2024", 12), ("2020-06/2021-05", 12), ("Q1 2024", 3),
        ("2019/2021", 36), ("199X", 120), ("2024-02-17", None), ("2024-02-01/2024-02-29", 1),
        ("2024-02-02/2024-03-01", None), ("2024-02-01/2024-03-01", None),
        ("9999", 12), ("9999-12", 1), ("9999-12-31", None), ("2024/9999-12-31", 95712),
    ],
)  # fmt: skip
def test_whole_months(text: str, months: int | None) -> None:
    assert period(text).months == months


@pytest.mark.parametrize(
    ("one", "other", "within", "before"),
    [
        ("2023-04", "2023", True, False),
        ("2023", "2023", True, False),
        ("2023-01/2023-12", "2023", True, False),
        ("2023", "2023-04", False, False),
        ("2023", "FY2023", False, False),
        ("2022-12", "2023", False, True),
        ("2022", "2023-01", False, True),
        ("2023", "2022", False, False),
        ("2021", "2020/..", True, False),
        ("2021/..", "2020/..", True, False),
        ("2019/..", "2020/..", False, False),
        ("2021", "../2021", True, False),
        ("../2020", "../2021", True, False),
        ("../2022", "../2021", False, False),
        ("2020/..", "../2021", False, False),
        ("../2019", "2020/..", False, True),
        ("../2019", "2020", False, True),
        ("2021/..", "2023", False, False),
    ],
)
def test_within_and_before(one: str, other: str, within: bool, before: bool) -> None:
    assert period(one).within(period(other)) is within
    assert period(one).is_before(period(other)) is before


@pytest.mark.parametrize("text", ["2000-01", "2001-02", "2004-05", "2009-10", "2011-12"])
def test_a_month_is_a_month_in_american_copy(text: str) -> None:
    """EDTF; there is no fiscal year in it, and no season either."""
    found = days(text)
    assert found is not None
    assert found[0] == f"{text}-01"
    assert period(text).months == 1


DATES = st.dates(date(2013, 1, 1), date(2099, 12, 31))


@given(DATES)
def test_a_day_is_one_day(day: date) -> None:
    found = period(day.isoformat())
    assert (found.start, found.days) == (day.toordinal(), 1)
    assert found.within(period(f"{day:%Y-%m}"))
    assert period(f"{day:%Y-%m}").within(period(f"{day:%Y}"))


@given(DATES, DATES)
def test_an_interval_holds_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = period(f"{first}/{last}")
    assert found.days == (last - first).days + 1
    assert period(first.isoformat()).within(found)
    assert period(last.isoformat()).within(found)


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_none(text: str) -> None:
    found = read_period(text, period("2024-02-17"))
    assert found is None or found.text == text
