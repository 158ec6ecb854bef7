"""Exact intervals whose ends are open or closed.

The ground floor: nothing here knows of units, phrases or claims. An end is an integer or
a fraction, or an infinity, and never any other float; nothing is rounded. Operations follow
IEEE 1788-2015 (set-based flavour), carried over to ends that may be open: the result is the
smallest interval that holds `x op y` for every x and y of the operands for which it is defined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil, floor, inf
from typing import NamedTuple

from fentcheck.exact import Fraction

Real = int | Fraction | float
"""An exact rational, or one of the two infinities; no other float occurs."""


class End(NamedTuple):
    """One end of an interval: where it is, and whether that point is left out."""

    value: Real
    open: bool = False


class Interval(NamedTuple):
    """All rationals between two ends; infinite ends are open. `EMPTY` has none.

    `between` makes one from ends that may leave nothing; only it and `EMPTY` are ever empty.
    """

    lower: End
    upper: End

    # Questions

    @property
    def is_empty(self) -> bool:
        return self is EMPTY

    @property
    def is_point(self) -> bool:
        return self.lower.value == self.upper.value

    @property
    def is_bounded(self) -> bool:
        """Both ends are finite; the empty interval is bounded."""
        return self.is_empty or not (_infinite(self.lower.value) or _infinite(self.upper.value))

    def contains(self, value: Real) -> bool:
        (low, low_open), (high, high_open) = self
        return (low < value or (low == value and not low_open)) and (
            value < high or (value == high and not high_open)
        )

    def overlaps(self, other: Interval) -> bool:
        """Some value is in both. Intervals that touch at an open end do not overlap."""
        return not self.meet(other).is_empty

    def within(self, other: Interval) -> bool:
        """Every value of this interval is in the other; so the empty one is within all."""
        return self.meet(other) == self

    def is_below(self, other: Interval) -> bool:
        """Every value here is less than every value there. False if either is empty."""
        if self.is_empty or other.is_empty:
            return False
        return _after(other.lower, self.upper)

    # Sets

    def meet(self, other: Interval) -> Interval:
        """The values that both allow; an end is open if it is open where it comes from."""
        if self.is_empty or other.is_empty:
            return EMPTY
        return between(
            _later_lower(self.lower, other.lower), _sooner_upper(self.upper, other.upper)
        )

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        return Interval(
            _sooner_lower(self.lower, other.lower), _later_upper(self.upper, other.upper)
        )

    def whole_numbers(self) -> Interval:
        """The hull of the whole numbers inside, with closed finite ends; empty if none is."""
        if self.is_empty:
            return EMPTY
        (low, low_open), (high, high_open) = self
        if not _infinite(low):
            first = ceil(low)
            low = first + 1 if low_open and first == low else first
        if not _infinite(high):
            last = floor(high)
            high = last - 1 if high_open and last == high else last
        return between(End(low, low == -inf), End(high, high == inf))

    # Arithmetic

    def negated(self) -> Interval:
        if self.is_empty:
            return EMPTY
        (low, low_open), (high, high_open) = self
        return Interval(End(-high, high_open), End(-low, low_open))

    def plus(self, other: Interval) -> Interval:
        if self.is_empty or other.is_empty:
            return EMPTY
        return Interval(_sum(self.lower, other.lower), _sum(self.upper, other.upper))

    def minus(self, other: Interval) -> Interval:
        return self.plus(other.negated())

    def times(self, other: Interval) -> Interval:
        if self.is_empty or other.is_empty:
            return EMPTY
        if self == ZERO or other == ZERO:
            return ZERO
        if self.lower.value >= 0 and other.lower.value >= 0:
            return Interval(_product(self.lower, other.lower), _product(self.upper, other.upper))
        return _spanning([_product(mine, theirs) for mine in self for theirs in other])

    def over(self, other: Interval) -> Interval:
        """Quotients by the divisors that are not zero.

        A divisor with zero inside it gives the whole line (or {0} for a dividend of {0});
        the divisor {0} gives `EMPTY`.
        """
        return self.times(other.reciprocal())

    def reciprocal(self) -> Interval:
        (low, low_open), (high, high_open) = self
        if self.is_empty or (low == 0 and high == 0):
            return EMPTY
        if low < 0 < high:
            return WHOLE_LINE
        upper = End(inf, True) if low == 0 else _inverse(low, low_open)
        lower = End(-inf, True) if high == 0 else _inverse(high, high_open)
        return Interval(lower, upper)

    def power(self, exponent: int) -> Interval:
        """x**exponent for every x inside; negative exponents leave out x = 0; x**0 is 1."""
        if self.is_empty:
            return EMPTY
        if exponent == 0:
            return ONE
        if exponent < 0:
            return self.power(-exponent).reciprocal()
        low, high = (End(_raise(end.value, exponent), end.open) for end in self)
        if exponent % 2:
            return Interval(low, high)
        if self.lower.value >= 0:
            return Interval(low, high)
        if self.upper.value <= 0:
            return Interval(high, low)
        return Interval(End(0), _later_upper(low, high))

    def magnitude(self) -> Interval:
        """|x| for every x inside."""
        if self.is_empty or self.lower.value >= 0:
            return self
        if self.upper.value <= 0:
            return self.negated()
        return Interval(End(0), _later_upper(self.negated().upper, self.upper))

    def scaled(self, factor: int | Fraction) -> Interval:
        """Every value times one exact number."""
        if factor <= 0 or self.is_empty:
            return self.times(point(factor))
        if factor == 1:
            return self
        (low, low_open), (high, high_open) = self
        return Interval(
            End(low if _infinite(low) else low * factor, low_open),
            End(high if _infinite(high) else high * factor, high_open),
        )

    def __str__(self) -> str:
        if self.is_empty:
            return "∅"
        (low, low_open), (high, high_open) = self
        return f"{'(' if low_open else '['}{_shown(low)}, {_shown(high)}{')' if high_open else ']'}"


def absolute(value: int | Fraction) -> int | Fraction:
    """The value without its sign. (`abs` of a union has no type.)"""
    return -value if value < 0 else value


def between(lower: End, upper: End) -> Interval:
    """The values from one end to the other; `EMPTY` if there are none."""
    if lower.value < upper.value:
        return Interval(lower, upper)
    if lower.value == upper.value and not lower.open and not upper.open:
        return Interval(lower, upper)
    return EMPTY


def point(value: int | Fraction) -> Interval:
    return Interval(End(value), End(value))


def closed(low: int | Fraction, high: int | Fraction) -> Interval:
    """[low, high]"""
    return between(End(low), End(high))


def above(value: Real) -> Interval:
    """(value, ∞)"""
    return between(End(value, True), End(inf, True))


def at_least(value: int | Fraction) -> Interval:
    """[value, ∞)"""
    return Interval(End(value), End(inf, True))


def below(value: Real) -> Interval:
    """(−∞, value)"""
    return between(End(-inf, True), End(value, True))


def at_most(value: int | Fraction) -> Interval:
    """(−∞, value]"""
    return Interval(End(-inf, True), End(value))


def least(intervals: Iterable[Interval]) -> Interval:
    """min(x, y, …) for every choice of one value from each; at least one interval."""
    return _folded(intervals, _sooner_lower, _sooner_upper)


def greatest(intervals: Iterable[Interval]) -> Interval:
    """max(x, y, …) for every choice of one value from each; at least one interval."""
    return _folded(intervals, _later_lower, _later_upper)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of one value from each; {0} if there are none."""
    result = ZERO
    for interval in intervals:
        result = result.plus(interval)
    return result


EMPTY = Interval(End(inf, True), End(-inf, True))
WHOLE_LINE = Interval(End(-inf, True), End(inf, True))
ZERO = point(0)
ONE = point(1)
NON_NEGATIVE = at_least(0)
UNIT_RANGE = closed(0, 1)


def _folded(intervals: Iterable[Interval], lower: _Choice, upper: _Choice) -> Interval:
    result, *rest = intervals
    for interval in rest:
        if result.is_empty or interval.is_empty:
            return EMPTY
        result = Interval(lower(result.lower, interval.lower), upper(result.upper, interval.upper))
    return result


_Choice = Callable[[End, End], End]


# An end sorts as (value, open). Of two lower ends at one value the open one starts later, which
# is that order; of two upper ends the open one stops sooner, which is not.


def _later_lower(one: End, other: End) -> End:
    return max(one, other)


def _sooner_lower(one: End, other: End) -> End:
    return min(one, other)


def _later_upper(one: End, other: End) -> End:
    if one.value == other.value:
        return other if one.open else one
    return max(one, other)


def _sooner_upper(one: End, other: End) -> End:
    if one.value == other.value:
        return one if one.open else other
    return min(one, other)


def _after(lower: End, upper: End) -> bool:
    return lower.value > upper.value or (lower.value == upper.value and (lower.open or upper.open))


def _infinite(value: Real) -> bool:
    """Told by type, since an infinity is the only float; `math.isinf` fails from 10**309."""
    return isinstance(value, float)


# Infinities never enter sums or products with a rational: Python would round that to a float.


def _sum(one: End, other: End) -> End:
    if _infinite(one.value):
        return one
    if _infinite(other.value):
        return other
    return End(one.value + other.value, one.open or other.open)


def _product(one: End, other: End) -> End:
    """The corner of a box. Zero times infinity is the limit zero; a closed zero is attained."""
    if one.value == 0 or other.value == 0:
        attained = (one.value == 0 and not one.open) or (other.value == 0 and not other.open)
        return End(0, not attained)
    if _infinite(one.value) or _infinite(other.value):
        return End(inf if (one.value > 0) == (other.value > 0) else -inf, True)
    return End(one.value * other.value, one.open or other.open)


def _spanning(corners: list[End]) -> Interval:
    lower = upper = corners[0]
    for corner in corners[1:]:
        lower = _sooner_lower(lower, corner)
        upper = _later_upper(upper, corner)
    return Interval(lower, upper)


def _inverse(value: Real, is_open: bool) -> End:
    return End(0, True) if _infinite(value) else End(1 / Fraction(value), is_open)


def _raise(value: Real, exponent: int) -> Real:
    if _infinite(value):
        return inf if value > 0 or exponent % 2 == 0 else -inf
    result: Real = value**exponent
    return result


def _shown(value: Real) -> str:
    if _infinite(value):
        return "∞" if value > 0 else "-∞"
    return str(value)
