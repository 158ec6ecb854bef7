"""Exact intervals whose ends are open or closed.

The ground floor: nothing here knows of units, phrases or claims. An end is an integer or
a fraction, or an infinity, and never any other float; nothing is rounded. Operations follow
IEEE 1788-2015 (set-based flavour), carried over to ends that may be open: the result is the
smallest interval that holds `x op y` for every x and y of the operands for which it is defined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from math import ceil, floor, inf

from fentcheck.exact import Fraction
from fentcheck.record import NamedTuple

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
        return self[0][0] == self[1][0]

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
        """Some value is in both. Intervals that touch at an open end do not overlap.

        Nor does the empty one, which begins after everything and ends before it.
        """
        return not (_after(self[0], other[1]) or _after(other[0], self[1]))

    def within(self, other: Interval) -> bool:
        """Every value of this interval is in the other; so the empty one is within all."""
        return self.meet(other) == self

    def is_below(self, other: Interval) -> bool:
        """Every value here is less than every value there. False if either is empty."""
        if self is EMPTY or other is EMPTY:
            return False
        return _after(other[0], self[1])

    # Sets

    def meet(self, other: Interval) -> Interval:
        """The values that both allow; an end is open if it is open where it comes from."""
        if self is EMPTY or other is EMPTY:
            return EMPTY
        (low, low_open), (high, high_open) = lower, upper = self
        (other_low, other_low_open), (other_high, other_high_open) = other
        if low < other_low or (other_low_open and low == other_low):
            lower, low, low_open = other[0], other_low, other_low_open
        if other_high < high or (other_high_open and high == other_high):
            upper, high, high_open = other[1], other_high, other_high_open
        if low < high or (low == high and not low_open and not high_open):
            return _new(Interval, (lower, upper))
        return EMPTY

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
        return _spanned(low, low == -inf, high, high == inf) if low <= high else EMPTY

    # Arithmetic

    def negated(self) -> Interval:
        if self.is_empty:
            return EMPTY
        (low, low_open), (high, high_open) = self
        return _spanned(-high, high_open, -low, low_open)

    def plus(self, other: Interval) -> Interval:
        if self is EMPTY or other is EMPTY:
            return EMPTY
        return _new(Interval, (_sum(self[0], other[0]), _sum(self[1], other[1])))

    def minus(self, other: Interval) -> Interval:
        return self.plus(other.negated())

    def times(self, other: Interval) -> Interval:
        if self.is_empty or other.is_empty:
            return EMPTY
        low, other_low = self[0][0], other[0][0]
        if low >= 0 and other_low >= 0:
            return _new(Interval, (_product(self[0], other[0]), _product(self[1], other[1])))
        return _spanning([_product(mine, theirs) for mine in self for theirs in other])

    def over(self, other: Interval) -> Interval:
        """Quotients by the divisors that are not zero.

        A divisor with zero inside it gives the whole line (or {0} for a dividend of {0});
        the divisor {0} gives `EMPTY`.
        """
        (low, low_open), (high, high_open) = self
        (least, least_open), (most, most_open) = other
        if not low > 0 < least or type(high) is float or type(most) is float:
            return self.times(other.reciprocal())
        lower = _new(End, (Fraction(low) / most, low_open or most_open))
        return _new(Interval, (lower, _new(End, (Fraction(high) / least, high_open or least_open))))

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
        low, high = (End(end.value**exponent, end.open) for end in self)
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
        return _spanned(
            low if type(low) is float else low * factor,
            low_open,
            high if type(high) is float else high * factor,
            high_open,
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
    low, high = lower[0], upper[0]
    if low < high or (low == high and not lower[1] and not upper[1]):
        return _new(Interval, (lower, upper))
    return EMPTY


def point(value: int | Fraction) -> Interval:
    end = _new(End, (value, False))
    return _new(Interval, (end, end))


def closed(low: int | Fraction, high: int | Fraction) -> Interval:
    """[low, high]"""
    return _spanned(low, False, high, False) if low <= high else EMPTY


def above(value: Real) -> Interval:
    """(value, ∞)"""
    return _spanned(value, True, inf, True) if value < inf else EMPTY


def at_least(value: int | Fraction) -> Interval:
    """[value, ∞)"""
    return _spanned(value, False, inf, True)


def below(value: Real) -> Interval:
    """(−∞, value)"""
    return _spanned(-inf, True, value, True) if value > -inf else EMPTY


def at_most(value: int | Fraction) -> Interval:
    """(−∞, value]"""
    return _spanned(-inf, True, value, False)


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""


def _spanned(low: Real, low_open: bool, high: Real, high_open: bool) -> Interval:
    return _new(Interval, (_new(End, (low, low_open)), _new(End, (high, high_open))))


def least(intervals: Iterable[Interval]) -> Interval:
    """min(x, y, …) for every choice of one value from each; at least one interval."""
    return _folded(intervals, _sooner_lower, _sooner_upper)


def greatest(intervals: Iterable[Interval]) -> Interval:
    """max(x, y, …) for every choice of one value from each; at least one interval."""
    return _folded(intervals, _later_lower, _later_upper)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of one value from each; {0} if there are none."""
    return reduce(Interval.plus, intervals, ZERO)


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
    (low, low_open), (high, high_open) = lower, upper
    return low > high or ((low_open or high_open) and low == high)


def _infinite(value: Real) -> bool:
    """Told by type, since an infinity is the only float; `math.isinf` fails from 10**309."""
    return isinstance(value, float)


# Infinities never enter sums or products with a rational: Python would round that to a float.


def _sum(one: End, other: End) -> End:
    (mine, my_open), (theirs, their_open) = one, other
    if type(mine) is float:
        return one
    if type(theirs) is float:
        return other
    return _new(End, (mine + theirs, my_open or their_open))


def _product(one: End, other: End) -> End:
    """The corner of a box. Zero times infinity is the limit zero; a closed zero is attained."""
    (mine, my_open), (theirs, their_open) = one, other
    if mine == 0 or theirs == 0:
        attained = (mine == 0 and not my_open) or (theirs == 0 and not their_open)
        return End(0, not attained)
    if type(mine) is float or type(theirs) is float:
        return End(inf if (mine > 0) == (theirs > 0) else -inf, True)
    return _new(End, (mine * theirs, my_open or their_open))


def _spanning(corners: list[End]) -> Interval:
    lower = upper = corners[0]
    for corner in corners[1:]:
        lower = _sooner_lower(lower, corner)
        upper = _later_upper(upper, corner)
    return Interval(lower, upper)


def _inverse(value: Real, is_open: bool) -> End:
    return End(0, True) if _infinite(value) else End(1 / Fraction(value), is_open)


def _shown(value: Real) -> str:
    if _infinite(value):
        return "∞" if value > 0 else "-∞"
    return str(value)
