"""What a unit is: its exact size in base units and its dimensions.

Base units are those of `table`, one for each currency ("¤USD") and one for each counted noun
("#dose"; every noun of persons is "#people"). A year is twelve months exactly, but no exact
number of days: `calendar` stays apart from `time` until two units meet (see `bridge`).
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from math import gcd

from fentcheck.exact import Fraction
from fentcheck.interval import ONE, Interval, closed, point
from fentcheck.record import NamedTuple

Rational = int | Fraction
Dimensions = tuple[tuple[str, int], ...]


class Kind(Enum):
    """What may be compared with what, beyond the dimensions."""

    PLAIN = "number"
    AMOUNT = "amount"
    RATIO = "ratio"
    POINTS = "percentage points"
    FACTOR = "factor"
    TEMPERATURE = "temperature"

    __hash__ = object.__hash__


# Python 3.11 calls a function to find a member in its class, so what every figure is compared with
# has a name of its own, here and wherever a loop asks for it.
_PLAIN, _AMOUNT, _FACTOR, _POINTS = Kind.PLAIN, Kind.AMOUNT, Kind.FACTOR, Kind.POINTS
_RATIO = Kind.RATIO


class Unit(NamedTuple):
    """One printed unit takes `size` base units; `months` is set where a calendar unit is in it.

    `size_to` is the other bound where the size is only known within bounds (a ton in British copy,
    and a price per ton). `offset`, in base units, places an absolute temperature. `name` is as
    printed. `per_s` are the seconds of the clock that it is printed as so much per; 0 if it is not.
    """

    name: str
    size: Rational
    dimensions: Dimensions
    kind: Kind = Kind.AMOUNT
    months: int = 0
    size_to: Rational | None = None
    offset: Rational = 0
    per_s: Rational = 0

    @property
    def sizes(self) -> Interval:
        """The size, as an interval in base units."""
        if self.size_to is None:
            return point(self.size)
        return closed(min(self.size, self.size_to), max(self.size, self.size_to))

    @property
    def is_count(self) -> bool:
        """It counts whole things: one counted noun, or nothing at all."""
        if self.kind is _PLAIN:
            return True
        return _counts_one_noun(self.dimensions) and self.size == 1

    @property
    def is_rate(self) -> bool:
        """So much in each unit of time, as it is printed: kWh/day is, kWh and kW are not."""
        return self.per_s > 0 or is_per_time(self.dimensions)

    @property
    def is_money(self) -> bool:
        """A sum of one currency, not a price or a rate."""
        dimensions = self.dimensions
        return len(dimensions) == 1 and dimensions[0][1] == 1 and dimensions[0][0][0] == "¤"

    @property
    def may_be_negative(self) -> bool:
        """Money, temperatures and ratios may; masses, lengths, times and counts may not."""
        if self.kind is not _AMOUNT:
            return self.kind is not _FACTOR and self.kind is not _PLAIN
        return _has_sign(self.dimensions)

    def times(self, other: Unit) -> Unit:
        return _combined(self, other, 1)

    def over(self, other: Unit) -> Unit:
        return _combined(self, other, -1)

    def per(self, other: Unit) -> Unit:
        """The unit that is printed as so many of this per that one, by its own size and name.

        Nothing cancels in print: "4 hours/day" is four of what it says, not 0.17.
        """
        unit = _printed_together(self, other, -1, _joined(self.dimensions, other.dimensions, -1))
        per_s = other.size if other.dimensions == _CLOCK else self.per_s
        return unit._replace(per_s=per_s) if per_s else unit

    def power(self, exponent: int) -> Unit:
        result = NUMBER
        for _ in range(abs(exponent)):
            result = result.times(self)
        return NUMBER.over(result) if exponent < 0 else result


# Copy has few dimensions, and asks these of every figure.


@lru_cache(maxsize=1024)
def _counts_one_noun(dimensions: Dimensions) -> bool:
    return len(dimensions) == 1 and dimensions[0][1] == 1 and dimensions[0][0][0] == "#"


@lru_cache(maxsize=1024)
def is_per_time(dimensions: Dimensions) -> bool:
    """So much in each unit of time, whatever it is of."""
    return any(base == "calendar" and power < 0 for base, power in dimensions) or (
        ("time", -1) in dimensions
    )


@lru_cache(maxsize=1024)
def _has_sign(dimensions: Dimensions) -> bool:
    return any(base[0] == "¤" or base in _SIGNED for base, _ in dimensions)


NUMBER = Unit("", 1, (), Kind.PLAIN)
PERCENT = Unit("%", Fraction(1, 100), (), Kind.RATIO)
FRACTION = Unit("of the whole", 1, (), Kind.RATIO)
POINTS = Unit("percentage points", 1, (("points", 1),), Kind.POINTS)
BASIS_POINTS = Unit("basis points", Fraction(1, 100), (("points", 1),), Kind.POINTS)
TIMES = Unit("times", 1, (), Kind.FACTOR)
CELSIUS = Unit("°C", 1, (("absolute", 1),), Kind.TEMPERATURE, offset=Fraction(27315, 100))
FAHRENHEIT = Unit(
    "°F", Fraction(5, 9), (("absolute", 1),), Kind.TEMPERATURE, offset=Fraction(45967 * 5, 900)
)
KELVIN = Unit("K", 1, (("absolute", 1),), Kind.TEMPERATURE)

_SIGNED = frozenset(("temperature", "absolute", "points", "current", "angle"))
_CLOCK, _MONTH = (("time", 1),), (("calendar", 1),)
DAY_S = 86400
"""Seconds in a day of the clock."""
_DAYS_PER_YEAR = closed(365, 366)
_DAYS_PER_MONTH = closed(28, 31)
_MEAN_DAYS_PER_MONTH = Fraction(365, 12)
_MEAN_MONTH_S = 2_629_746


def difference(unit: Unit) -> Unit:
    """The unit of a rise or fall: a degree between temperatures where `unit` is an absolute one."""
    if unit.kind is not Kind.TEMPERATURE:
        return unit
    return Unit(unit.name, unit.size, (("temperature", 1),))


def comparable(one: Unit, other: Unit) -> bool:
    """Values in the two can be equal or differ: the same dimension, whatever the nouns counted.

    A number with no unit is also a count; a ratio never is, and percentage points, a dimension of
    their own, are only themselves.
    """
    return are_comparable((one.kind, one.dimensions), (other.kind, other.dimensions))


def are_comparable(one: tuple[Kind, Dimensions], other: tuple[Kind, Dimensions]) -> bool:
    """The same of two units of which no more is known than their kinds and dimensions."""
    (kind, dimensions), (other_kind, other_dimensions) = one, other
    if dimensions == other_dimensions:
        return True
    mine, theirs = _folded(dimensions), _folded(other_dimensions)
    if mine == theirs:
        return True
    if kind is Kind.PLAIN or other_kind is Kind.PLAIN:
        mine.pop("#", None)
        theirs.pop("#", None)
        return mine == theirs
    return False


def bridge(one: Unit, other: Unit) -> tuple[Interval, Rational]:
    """What a value in base units of `one` is multiplied by to stand in base units of `other`.

    The factor as an interval, and at its ordinary value. It is 1 unless one counts time by the
    calendar and the other by the clock: a year is [365, 366] days, a month [28, 31].
    """
    if one.dimensions == other.dimensions:
        return ONE, 1
    shift = _calendar_power(one) - _calendar_power(other)
    if shift == 0:
        return ONE, 1
    return _seconds_in_month(one.months % 12 == 0 and other.months % 12 == 0, shift)


@lru_cache(maxsize=64)
def _seconds_in_month(of_whole_years: bool, power: int) -> tuple[Interval, Rational]:
    """The seconds in a month, a twelfth of a year where only years are meant, to some power."""
    month_s = _DAYS_PER_MONTH.scaled(DAY_S)
    if of_whole_years:
        month_s = _DAYS_PER_YEAR.scaled(Fraction(DAY_S, 12))
    return month_s.power(power), (_MEAN_DAYS_PER_MONTH * DAY_S) ** power


def is_wage(unit: Unit) -> bool:
    """Money per hour or less: nobody is paid for every hour of a year."""
    return any(base[0] == "¤" for base, _ in unit.dimensions) and time_s(unit) < DAY_S


def time_s(unit: Unit) -> Rational:
    """Roughly how long the time is that a rate is per, for ordering two rates."""
    return _MEAN_MONTH_S * unit.months or unit.per_s or 1


def untimed(unit: Unit) -> Dimensions:
    """What a rate is a rate of: "people" of "people/day"; of another unit its own dimensions."""
    if not unit.is_rate:
        return unit.dimensions
    return _joined(unit.dimensions, _MONTH if _calendar_power(unit) < 0 else _CLOCK, 1)


def described(unit: Unit) -> str:
    """What the unit measures, in an editor's words: "mass", "count of doses", "money per mass"."""
    if unit.kind is not Kind.AMOUNT:
        return _KIND_WORDS[unit.kind]
    above = [_base_word(base, power) for base, power in unit.dimensions if power > 0]
    under = [_base_word(base, -power) for base, power in unit.dimensions if power < 0]
    words = " × ".join(above) or "number"
    return f"{words} per {' and '.join(under)}" if under else words


_KIND_WORDS = {
    Kind.PLAIN: "a plain number",
    Kind.RATIO: "a share or ratio",
    Kind.POINTS: "percentage points",
    Kind.FACTOR: "a factor",
    Kind.TEMPERATURE: "a temperature",
}


def _base_word(base: str, power: int) -> str:
    if base == "length" and power in _LENGTH_WORDS:
        return _LENGTH_WORDS[power]
    if base[0] == "#":
        word = "people" if base == "#people" else f"count of {base[1:]}"
    elif base[0] == "¤":
        word = f"money ({base[1:]})"
    else:
        word = "time" if base == "calendar" else base
    return word if power == 1 else f"{word}^{power}"


_LENGTH_WORDS = {2: "area", 3: "volume"}


def _folded(dimensions: Dimensions) -> dict[str, int]:
    """Exponents with all nouns as one count and the calendar as time."""
    powers: dict[str, int] = {}
    for base, power in dimensions:
        key = "#" if base[0] == "#" else "time" if base == "calendar" else base
        powers[key] = powers.get(key, 0) + power
    return {base: power for base, power in powers.items() if power}


def _calendar_power(unit: Unit) -> int:
    return next((power for base, power in unit.dimensions if base == "calendar"), 0)


def _combined(one: Unit, other: Unit, sign: int) -> Unit:
    """The unit of a product or quotient. A factor or share leaves the other's unit as it is."""
    if not other.dimensions:
        # 18% of 5,200 farms is so many farms, and half of 140 is 70
        is_of_other = sign > 0 and other.kind is _PLAIN and one.kind is not _PLAIN
        is_of_other = is_of_other and (bool(other.name) or one.kind is _RATIO)
        return other if is_of_other and not one.dimensions else one
    if sign > 0 and not one.dimensions:
        return other
    dimensions = _joined(one.dimensions, other.dimensions, sign)
    if _cancels(one.dimensions, other.dimensions, sign):
        return _base_unit(dimensions, _joined_months(one, other, dimensions))
    return _printed_together(one, other, sign, dimensions)


@lru_cache(maxsize=1024)
def _joined(one: Dimensions, other: Dimensions, sign: int) -> Dimensions:
    powers = dict(one)
    for base, power in other:
        powers[base] = powers.get(base, 0) + sign * power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def _joined_months(one: Unit, other: Unit, dimensions: Dimensions) -> int:
    return gcd(one.months, other.months) if _has_calendar(dimensions) else 0


def _printed_together(one: Unit, other: Unit, sign: int, dimensions: Dimensions) -> Unit:
    return Unit(
        _joined_name(one.name, other.name, sign),
        _joined_size(one.size, other.size, sign),
        dimensions,
        _kind_of(dimensions),
        _joined_months(one, other, dimensions),
        _other_size(one, other, sign),
    )


def _joined_size(one: Rational, other: Rational, sign: int) -> Rational:
    if sign > 0:
        return one * other
    return one if other == 1 else Fraction(one, other)


def _other_size(one: Unit, other: Unit, sign: int) -> Rational | None:
    """The other bound of the joined size, where one of the two has bounds.

    If both have, they go by one ton: tons per ton is a plain ratio.
    """
    if one.size_to is None and other.size_to is None:
        return None
    mine = one.size if one.size_to is None else one.size_to
    theirs = other.size if other.size_to is None else other.size_to
    return _joined_size(mine, theirs, sign)


@lru_cache(maxsize=1024)
def _cancels(one: Dimensions, other: Dimensions, sign: int) -> bool:
    mine = dict(one)
    return any(mine.get(base, 0) * power * sign < 0 for base, power in other)


def _base_unit(dimensions: Dimensions, months: int) -> Unit:
    """A unit for what is left when others cancel: "doses", "kg/day", or nothing."""
    size: Rational = 1
    above: list[str] = []
    under: list[str] = []
    for base, power in dimensions:
        many, one, one_size = _shown_base(base, months)
        size *= Fraction(one_size) ** power
        if power > 0:
            above += [many] * power
        else:
            under += [one] * -power
    text = "/".join([" ".join(above), *under])
    reduced = int(size) if Fraction(size).denominator == 1 else size
    return Unit(text, reduced, dimensions, _kind_of(dimensions), months)


def _shown_base(base: str, months: int) -> tuple[str, str, Rational]:
    """What several are called, what one is called, and its size."""
    if base[0] == "¤":
        return base[1:], base[1:], 1
    if base[0] == "#":
        noun = base[1:]
        return _plural(noun), "person" if noun == "people" else noun, 1
    if base == "calendar":
        return ("years", "year", 12) if months % 12 == 0 else ("months", "month", 1)
    return _SHOWN_BASES.get(base, (base, base, 1))


def _plural(noun: str) -> str:
    if noun == "people":
        return noun
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


_SHOWN_BASES: dict[str, tuple[str, str, Rational]] = {
    "length": ("m", "m", 1),
    "mass": ("kg", "kg", 1),
    "time": ("days", "day", DAY_S),
    "information": ("bits", "bit", 1),
    "points": ("percentage points", "percentage point", 1),
    "temperature": ("°C", "°C", 1),
}


def _kind_of(dimensions: Dimensions) -> Kind:
    if not dimensions:
        return Kind.PLAIN
    return Kind.POINTS if dimensions == POINTS.dimensions else Kind.AMOUNT


def _has_calendar(dimensions: Dimensions) -> bool:
    return any(base == "calendar" for base, _ in dimensions)


def _joined_name(one: str, other: str, sign: int) -> str:
    if not other:
        return one
    if sign < 0:
        return f"{one}/{other}"
    return f"{one} {other}".strip()
