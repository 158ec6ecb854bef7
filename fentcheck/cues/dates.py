"""Dates and clock times of a draft as numbers: what two of them leave between them."""

from __future__ import annotations

from datetime import date

from fentcheck.cues.draft import Draft
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Day(NamedTuple):
    """A date as far as it is printed: the month and day may be wanting, or the year.

    `weekday` is 0 for a Monday, None where none is printed before it.
    """

    mention: Mention
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None

    @property
    def is_year(self) -> bool:
        return self.month is None and self.year is not None

    def ordinal(self, year: int | None = None) -> int | None:
        """Its day number, in a year that is supplied where it has none; None if there is no
        such day.
        """
        year = self.year if self.year is not None else year
        if year is None or self.month is None or self.day is None:
            return None
        try:
            return date(year, self.month, self.day).toordinal()
        except ValueError:
            return None


class Span(NamedTuple):
    """From one day to another, both as printed: "8 to 12 August", "from 28 July to 3 August"."""

    first: Day
    last: Day

    @property
    def days(self) -> int | None:
        """How many days lie between the two: 4 from 8 to 12 August. None where that is not said."""
        first, last = self.first, self.last
        year = last.year or first.year or _ANY_YEAR
        one, other = first.ordinal(first.year or year), last.ordinal(year)
        if one is None or other is None:
            return None
        if other < one and first.year is None and last.year is None:
            other = last.ordinal(year + 1)  # over the turn of the year
        if other is None or not 0 <= other - one < 365:
            return None
        return other - one


def days_of(mention: Mention, draft: Draft) -> tuple[Day, ...]:
    """The dates that a mention holds: one, two for "8 to 12 August", none for what is no day."""
    if mention.role is not Role.DATE:
        return ()
    text = mention.text.lower()
    weekday = _weekday_before(mention, draft)
    if _YEAR.fullmatch(text):
        return (Day(mention, int(text), None, None),)
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        month = _MONTHS[found.group("month")[:3]]
        year = int(found.group("year")) if found.group("year") else None
        days = [int(found.group("day"))]
        if found.group("to"):
            days.append(int(found.group("to")))
        return tuple(
            Day(mention, year, month, day, weekday if index == 0 else None)
            for index, day in enumerate(days)
        )
    return ()


def _weekday_before(mention: Mention, draft: Draft) -> int | None:
    found = _WEEKDAY_BEFORE.search(draft.lower, max(0, mention.start - 14), mention.start)
    return _WEEKDAYS.index(found.group(1)) if found else None


def years_of(draft: Draft, start: int, end: int) -> list[Mention]:
    """The bare years in a stretch of the text."""
    return [
        one
        for one in draft.others_within(start, end)
        if one.role is Role.DATE and _YEAR.fullmatch(one.text)
    ]


def year_in(mention: Mention) -> int | None:
    """The year of a date that has one, bare or behind day and month."""
    if mention.role is not Role.DATE:
        return None
    found = _YEAR_AT_END.search(mention.text)
    return int(found.group()) if found else None


def month_of(mention: Mention) -> int | None:
    """A month of a year, "March 2021", counted from the year nought."""
    name, _, year = mention.text.lower().partition(" ")
    month = _MONTHS.get(name[:3])
    return int(year) * 12 + month - 1 if month is not None and _YEAR.fullmatch(year) else None


def minutes_of(mention: Mention) -> tuple[int, bool] | None:
    """Minutes since midnight, and whether it is sure which half of the day is meant."""
    if mention.role is not Role.TIME:
        return None
    found = _CLOCK.fullmatch(mention.text.lower())
    if found is None:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    half = (found.group(3) or "").replace(".", "").strip()
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    sure = bool(half in ("am", "pm")) or hour > 12 or mention.text.startswith("0")
    return hour * 60 + minute, sure


_ANY_YEAR = 2023
"""A year that is no leap year, for two dates that have none."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_BEFORE = regex(rf"\b({'|'.join(_WEEKDAYS)}),? (?:the )?\Z")
_MONTHS = {
    name: index + 1
    for index, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())
}
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_YEAR_AT_END = regex(r"(?<![\d–/-])(?:1[5-9]|20)\d\d\Z")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ST = r"(?:st|nd|rd|th)?"
_TO = rf"(?: ?[-–] ?| (?:to|until|till|through) )(?P<to>\d{{1,2}}){_ST}"
_YEAR_BEHIND = r"(?:,? (?P<year>\d{4}))?"
_DAY_FIRST = regex(rf"(?P<day>\d{{1,2}}){_ST}(?:{_TO})? (?:of )?{_MONTH}{_YEAR_BEHIND}")
_MONTH_FIRST = regex(rf"{_MONTH} (?P<day>\d{{1,2}}){_ST}(?:{_TO})?{_YEAR_BEHIND}")
_CLOCK = regex(r"(\d{1,2})(?:[:.](\d\d))?(?: ?([ap]\.?m\.?)| o['’]clock)?")
