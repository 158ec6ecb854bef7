"""Periods: EDTF, fiscal years, and the phrases that copy uses ("last year", "June 2020").

A period is a run of whole days. What EDTF calls approximate or uncertain keeps its days; a period
with an open side, or a season, has none that could be counted.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Period(NamedTuple):
    """The days from `start` up to, not including, `end`, as ordinals; None where it is open.

    Two periods of the same days are one, whatever their text.
    """

    start: int | None
    end: int | None
    text: str

    @property
    def days(self) -> int | None:
        """How many days it has, or None if a side is open."""
        return None if self.start is None or self.end is None else self.end - self.start

    @property
    def months(self) -> int | None:
        """How many months it has, or None unless it runs from a first of a month to another."""
        if self.start is None or self.end is None:
            return None
        first, last = _month_begun(self.start), _month_begun(self.end)
        return None if first is None or last is None else last - first

    @property
    def key(self) -> tuple[int | None, int | None] | str:
        """Equal for equal periods: the days, or the text of a season."""
        if self.start is None and self.end is None:
            return self.text
        return self.start, self.end

    def within(self, other: Period) -> bool:
        """Every day of this period is a day of the other; an open side reaches for ever."""
        if self.key == other.key:
            return True
        if self.start is None and self.end is None:
            return False
        if other.start is None and other.end is None:
            return False
        starts = other.start is None or (self.start is not None and self.start >= other.start)
        ends = other.end is None or (self.end is not None and self.end <= other.end)
        return starts and ends

    def is_before(self, other: Period) -> bool:
        """Every day of this period is before every day of the other."""
        return self.end is not None and other.start is not None and self.end <= other.start


FISCAL_START_MONTH: dict[str, int] = {"en-US": 10, "en-GB": 4, "en-IN": 4, "en-AU": 7, "en-CA": 4}
"""The month in which a fiscal year begins; it is named for the year in which it ends."""


@lru_cache(maxsize=4096)
def read_period(
    text: str,
    published: Period | None = None,
    locale: str = "en-US",
    fiscal_month: int | None = None,
) -> Period | None:
    """The period that a text names, or None if it names none.

    Phrases such as "last year" count from `published`; without it they have no reading. A fiscal
    year begins in `fiscal_month`, else as in the locale.
    """
    words = " ".join(text.lower().split())
    parsed = _split_year(words, locale, fiscal_month) if _SPLIT_YEAR.fullmatch(words) else None
    if parsed is None and _is_split_year(words):
        return None
    parsed = (
        parsed
        or _edtf(words)
        or _fiscal(words, locale, fiscal_month)
        or _spoken(words, published)
        or _named(words)
    )
    return parsed._replace(text=text) if parsed else None


def _split_year(text: str, locale: str, fiscal_month: int | None) -> Period | None:
    """ "2022-23": a fiscal year where copy writes one so, and else nothing: it may be a season."""
    usual = FISCAL_START_MONTH.get(locale, 10)
    if not _is_split_year(text) or usual == 10 or fiscal_month == 1:
        return None
    return _months(int(text[:4]), fiscal_month or usual, 12)


def _is_split_year(text: str) -> bool:
    match = _SPLIT_YEAR.fullmatch(text)
    if match is None:
        return False
    second = int(match.group(2))
    return (second > 12 or second == 0) and (int(match.group(1)) + 1) % 100 == second


def _edtf(text: str) -> Period | None:
    """EDTF levels 0 and 1, with the quarters and halves of level 2."""
    start_text, slash, end_text = text.partition("/")
    if not slash:
        return _edtf_date(start_text)
    open_start = start_text in ("", "..")
    open_end = end_text in ("", "..")
    start = None if open_start else _edtf_date(start_text)
    end = None if open_end else _edtf_date(end_text)
    if (start is None and not open_start) or (end is None and not open_end):
        return None
    first, last = start and start.start, end and end.end
    if (first is None and last is None) or (
        first is not None and last is not None and last <= first
    ):
        return None
    return Period(first, last, text)


def _edtf_date(text: str) -> Period | None:
    match = _EDTF.fullmatch(text)
    if not match:
        return None
    year_text, month_text, day_text = match.groups()
    free = year_text.count("x")
    year = int(year_text.replace("x", "0"))
    if free:
        if month_text:
            return None
        return _months(year, 1, 12 * 10**free)
    if not month_text or month_text == "xx":
        return _months(year, 1, 12)
    month = int(month_text)
    if 21 <= month <= 24:
        return None if day_text else Period(None, None, text)
    if month in _PART_OF_YEAR:
        first, length = _PART_OF_YEAR[month]
        return None if day_text else _months(year, first, length)
    if not 1 <= month <= 12:
        return None
    if not day_text or day_text == "xx":
        return _months(year, month, 1)
    return _day(year, month, int(day_text))


def _fiscal(text: str, locale: str, fiscal_month: int | None) -> Period | None:
    match = _FISCAL.fullmatch(text)
    if not match:
        return None
    year_text = match.group(1)
    year = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
    if match.group(2):
        year += 1
    month = fiscal_month or FISCAL_START_MONTH.get(locale, FISCAL_START_MONTH["en-US"])
    if month == 1:  # it is the calendar year
        return _months(year, month, 12)
    return _months(year - 1, month, 12)


def _named(text: str) -> Period | None:
    """ "June 2021", "4 March 2023", "June 2020 to May 2021", "Q1 2024", "the 1990s"."""
    first, joint, second = text.partition(" to ")
    if not joint:
        first, joint, second = text.partition(" through ")
    if joint:
        start, end = _one_named(first.removeprefix("from ")), _one_named(second)
        if start and end and start.start is not None and end.end is not None:
            return Period(start.start, end.end, text) if end.end > start.start else None
        return None
    return _one_named(text)


def _one_named(text: str) -> Period | None:
    text = text.removeprefix("in ").removeprefix("the ")
    patterns = _named_patterns()
    if year := patterns.year.fullmatch(text):
        return _months(int(year.group(1)), 1, 12)
    if decade := patterns.decade.fullmatch(text):
        return _months(int(decade.group(1)), 1, 120)
    if quarter := patterns.quarter.fullmatch(text):
        number, ordinal, year_text = quarter.groups()
        which = int(number) if number else _ORDINALS.index(ordinal) + 1
        return _months(int(year_text), 3 * which - 2, 3)
    if half := patterns.half.fullmatch(text):
        return _months(int(half.group(2)), 1 if half.group(1) == "first" else 7, 6)
    if named := patterns.day_month_year.fullmatch(text):
        day_before, month_name, day_after, year_text = named.groups()
        month = _MONTHS.get(month_name[:3])
        if month is None or not patterns.month.fullmatch(month_name):
            return None
        day_text = day_before or day_after
        if day_text:
            return _day(int(year_text), month, int(day_text))
        return _months(int(year_text), month, 1)
    return None


def _spoken(text: str, published: Period | None) -> Period | None:
    match = _SPOKEN.fullmatch(text)
    if not match or published is None or published.start is None or published.days is None:
        return None
    which, unit = match.groups()
    back = 0 if which == "this" else 1
    day = date.fromordinal(published.start)
    if unit in ("year", "calendar year"):
        return _months(day.year - back, 1, 12)
    if published.days > 31:
        return None
    if unit == "month":
        index = day.year * 12 + day.month - 1 - back
        return _months(index // 12, index % 12 + 1, 1)
    if published.days > 1:
        return None
    monday = published.start - day.weekday() - 7 * back
    return Period(monday, monday + 7, text) if 1 <= monday <= _AFTER_ALL - 7 else None


def _months(year: int, month: int, length: int) -> Period | None:
    first = year * 12 + month - 1
    if not (year >= 1 and first + length <= _LAST_MONTHS):
        return None
    return Period(_begin_of(first), _begin_of(first + length), "")


def _begin_of(month: int) -> int:
    """The first day of a month, which is counted from the beginning of the year 0."""
    return _AFTER_ALL if month == _LAST_MONTHS else date(month // 12, month % 12 + 1, 1).toordinal()


def _month_begun(day: int) -> int | None:
    """The month of which a day is the first, counted likewise; None if it is of none."""
    if day == _AFTER_ALL:
        return _LAST_MONTHS
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1 if found.day == 1 else None


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        ordinal = date(year, month, day).toordinal()
    except ValueError:
        return None
    return Period(ordinal, ordinal + 1, "")


_AFTER_ALL = date.max.toordinal() + 1
"""The day after 9999-12-31, which is an end like any other, but no date."""
_LAST_MONTHS = (date.max.year + 1) * 12
_SPLIT_YEAR = regex(r"(\d{4})[-–](\d\d)")
_EDTF = regex(r"(\d{2}xx|\d{3}x|\d{4})(?:-(\d\d|xx)(?:-(\d\d|xx))?)?[?~%]?")
_PART_OF_YEAR = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 37: (1, 4), 38: (5, 4),
                 39: (9, 4), 40: (1, 6), 41: (7, 6)}  # fmt: skip
_FISCAL = regex(
    r"(?:fy ?|(?:the )?(?:fiscal|financial|tax)(?: year)? )'?(\d{4}|\d\d)(?:([-–/])\d\d(?:\d\d)?)?"
)
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS = {name: index for index, name in enumerate(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
)}  # fmt: skip
_SPOKEN = regex(r"(this|last|the previous|previous) (year|calendar year|month|week)")


class _Patterns(NamedTuple):
    """What copy calls a period; compiled when a file has one that is not in digits."""

    year: re.Pattern[str]
    decade: re.Pattern[str]
    quarter: re.Pattern[str]
    half: re.Pattern[str]
    day_month_year: re.Pattern[str]
    month: re.Pattern[str]


@cache
def _named_patterns() -> _Patterns:
    return _Patterns(
        re.compile(r"(?:calendar )?(?:year )?(\d{4})"),
        re.compile(r"(?:early |mid-?|late )?(\d{3}0)s"),
        re.compile(rf"(?:q([1-4])|({'|'.join(_ORDINALS)}) quarter)(?: of| in)?[ ,-]+(\d{{4}})"),
        re.compile(r"(first|second) half(?: of| in)? (\d{4})"),
        re.compile(
            r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?"
            r"(?: (\d{1,2})(?:st|nd|rd|th)?,)?,? (\d{4})"
        ),
        re.compile(
            r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
        ),
    )
