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
from fentcheck.interval import ONE, Interval, closed
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


class Unit(NamedTuple):
    """One printed unit takes `size` base units; `months` is set where a calendar unit is in it.

    `size_to` is the upper bound where the size is only known within bounds (a ton in British
    copy). `offset`, in base units, places an absolute temperature. `name` is as printed.
    """

    name: str
    size: Rational
    dimensions: Dimensions
    kind: Kind = Kind.AMOUNT
    months: int = 0
    size_to: Rational | None = None
    offset: Rational = 0

    @property
    def sizes(self) -> Interval:
        """The size, as an interval in base units."""
        return closed(self.size, self.size if self.size_to is None else self.size_to)

    @property
    def is_count(self) -> bool:
        """It counts whole things: one counted noun, or nothing at all."""
        if self.kind is _PLAIN:
            return True
        return _counts_one_noun(self.dimensions) and self.size == 1

    @property
    def is_rate(self) -> bool:
        """So much in each unit of time."""
        return is_per_time(self.dimensions)

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
        return _printed_together(self, other, -1, _joined(self.dimensions, other.dimensions, -1))

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
    """So much in each unit of time."""
    return any(base in _TIMES and power < 0 for base, power in dimensions)


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

_TIMES = ("time", "calendar")
_SIGNED = frozenset(("temperature", "absolute", "points", "current", "angle"))
DAY_S = 86400
"""Seconds in a day of the clock."""
_DAYS_PER_YEAR = closed(365, 366)
_DAYS_PER_MONTH = closed(28, 31)
_MEAN_DAYS_PER_MONTH = Fraction(365, 12)
_MEAN_MONTH_S = 2_629_746
_PER_TIME = (("time", -1), ("calendar", -1))


def difference(unit: Unit) -> Unit:
    """The unit of a rise or fall: a degree between temperatures where `unit` is an absolute one."""
    if unit.kind is not Kind.TEMPERATURE:
        return unit
    return Unit(unit.name, unit.size, (("temperature", 1),))


def comparable(one: Unit, other: Unit) -> bool:
    """Values in the two can be equal or differ: the same dimension, whatever the nouns counted.

    A number with no unit is also a count; a ratio never is, and percentage points are only
    themselves.
    """
    return are_comparable((one.kind, one.dimensions), (other.kind, other.dimensions))


def are_comparable(one: tuple[Kind, Dimensions], other: tuple[Kind, Dimensions]) -> bool:
    """The same of two units of which no more is known than their kinds and dimensions."""
    (kind, dimensions), (other_kind, other_dimensions) = one, other
    if dimensions == other_dimensions:
        return (kind is _POINTS) == (other_kind is _POINTS)
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


def time_s(unit: Unit) -> float:
    """Roughly how long the time is that a rate is per, for ordering two rates."""
    return _MEAN_MONTH_S * unit.months if unit.months else 1 / float(unit.size)


def untimed(dimensions: Dimensions) -> Dimensions:
    """What a rate is a rate of: "people" of "people/day"."""
    return tuple(item for item in dimensions if item not in _PER_TIME)


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
    if sign > 0 and other.name and other.kind is _PLAIN and one.kind is not _PLAIN:
        return other if not one.dimensions else one  # 18% of 5,200 farms is so many farms
    if not other.dimensions and other.kind is not _POINTS:
        return one
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
        _largest_size(one, other, sign),
    )


def _joined_size(one: Rational, other: Rational, sign: int) -> Rational:
    if sign > 0:
        return one * other
    return one if other == 1 else Fraction(one, other)


def _largest_size(one: Unit, other: Unit, sign: int) -> Rational | None:
    """The upper bound of the joined size, where one of the two has bounds."""
    if one.size_to is None and other.size_to is None:
        return None
    mine = one.size if one.size_to is None else one.size_to
    theirs = other.size_to if sign > 0 and other.size_to is not None else other.size
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
        name, one_size = _shown_base(base, months)
        size *= Fraction(one_size) ** power
        names = above if power > 0 else under
        names += [name if power > 0 else name.removesuffix("s")] * abs(power)
    text = "/".join([" ".join(above), *under])
    reduced = int(size) if Fraction(size).denominator == 1 else size
    return Unit(text, reduced, dimensions, _kind_of(dimensions), months)


def _shown_base(base: str, months: int) -> tuple[str, Rational]:
    if base[0] == "¤":
        return base[1:], 1
    if base[0] == "#":
        return _plural(base[1:]), 1
    if base == "calendar":
        return ("years", 12) if months and months % 12 == 0 else ("months", 1)
    return _SHOWN_BASES.get(base, (base, 1))


def _plural(noun: str) -> str:
    if noun == "people":
        return noun
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


_SHOWN_BASES: dict[str, tuple[str, Rational]] = {
    "length": ("m", 1),
    "mass": ("kg", 1),
    "time": ("days", DAY_S),
    "information": ("bits", 1),
    "points": ("percentage points", 1),
    "temperature": ("°C", 1),
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
