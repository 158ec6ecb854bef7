"""One scale for several intervals, linear or logarithmic, with its ticks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil, floor, log10

from fentcheck.exact import Fraction
from fentcheck.interval import Interval, Real, absolute
from fentcheck.phrases.display import number, plain, with_unit
from fentcheck.phrases.numbers import leading_place, power_of_ten
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Rational, Unit


class Scale(NamedTuple):
    """From `low` to `high`; of a logarithmic scale these are decimal logarithms."""

    low: Rational | float
    high: Rational | float
    is_log: bool

    def at(self, value: Real) -> float:
        """Where a value lies, from 0 at the low end to 1 at the high one."""
        if isinstance(value, float):
            return 1.0 if value > 0 else 0.0
        if self.is_log:
            at = (_log(value) - self.low) / (self.high - self.low)
        else:
            low = Fraction(self.low)
            at = float((value - low) / (Fraction(self.high) - low))
        return min(1.0, max(0.0, float(at)))


class Tick(NamedTuple):
    """A mark of an axis; a minor one may go where there is little room."""

    at: float
    label: str
    is_minor: bool = False


def scale_of(intervals: Iterable[Interval]) -> Scale | None:
    """The scale on which all finite ends have room; None if there are none.

    It is logarithmic where all ends are above zero and more than 20 times apart.
    """
    ends = [end.value for one in intervals if not one.is_empty for end in one]
    finite = [Fraction(value) for value in ends if not isinstance(value, float)]
    if not finite:
        return None
    low, high = min(finite), max(finite)
    below = _BEYOND if any(isinstance(end, float) and end < 0 for end in ends) else _MARGIN
    above = _BEYOND if any(isinstance(end, float) and end > 0 for end in ends) else _MARGIN
    if low > 0 and high > low * _FAR:
        first, last = _log(low), _log(high)
        span = last - first
        return Scale(first - span * below / 100, last + span * above / 100, True)
    room = high - low or Fraction(absolute(high)) / 5 or Fraction(1)
    first = low - room * below / 100
    return Scale(max(first, Fraction(0)) if low >= 0 else first, high + room * above / 100, False)


def ticks(scale: Scale, unit: Unit) -> tuple[Tick, ...]:
    """Round values along a scale, with a sign for their unit where copy has one."""
    step: Rational | None = None
    if scale.is_log:
        values = _logarithmic(float(scale.low), float(scale.high))
    else:
        low, high = Fraction(scale.low), Fraction(scale.high)
        step = _step(high - low)
        values = [step * times for times in range(ceil(low / step), floor(high / step) + 1)]
    made = [Tick(scale.at(value), _label(value, step, unit)) for value in values]
    is_crowded = any(
        (other.at - one.at) * _NARROW_PX < _LETTER_PX * (len(one.label) + len(other.label)) / 2 + 12
        for one, other in pairwise(made)
    )
    return tuple(
        one._replace(is_minor=is_crowded and place % 2 == 1) for place, one in enumerate(made)
    )


def has_signs(unit: Unit) -> bool:
    """Every tick shows the unit by itself: "$40", "61%". Others stand beside the axis."""
    shown = with_unit("1", unit)
    return not unit.name or (len(shown) <= _SHORT and " " not in shown)


def _label(value: Rational, step: Rational | None, unit: Unit) -> str:
    size = absolute(value)
    if size and not _SMALLEST <= size < _LARGEST:
        text = _power(value, step)
    elif size >= _MILLION and step is not None:
        figures = leading_place(size) - leading_place(step) + 2
        text = number(value, max(3, figures))
    elif size >= _MILLION:
        text = number(value)
    else:
        text = plain(value)
    return with_unit(text, unit) if has_signs(unit) else text


def _power(value: Rational, step: Rational | None) -> str:
    """ "3 × 10²¹": a number that words have no name for."""
    place = leading_place(absolute(value))
    figures = 3 if step is None else max(3, place - leading_place(step) + 2)
    digits = number(Fraction(value) / power_of_ten(place), figures)
    power = "10" + str(place).translate(_RAISED)
    return power if digits == "1" else f"{digits} × {power}"


def _step(span: Fraction) -> Fraction:
    """The smallest of 1, 2 and 5 times a power of ten that goes into the span five times at most"""
    step = Fraction(power_of_ten(leading_place(span / _MOST)))
    return next(Fraction(step * one) for one in (1, 2, 5, 10) if span <= step * one * _MOST)


def _logarithmic(low: float, high: float) -> list[Rational]:
    decades = range(floor(low), floor(high) + 1)
    for times in ((1, 2, 5), (1, 3), (1,)):
        values = list(_within(decades, times, low, high))
        if len(values) <= _MOST + 1:
            return values
    every = ceil(len(decades) / _MOST)
    if every > 2:
        every = ceil(every / 3) * 3  # thousands, millions, billions
    return list(_within(range(ceil(low / every) * every, floor(high) + 1, every), (1,), low, high))


def _within(
    decades: Iterable[int], times: Iterable[int], low: float, high: float
) -> Iterator[Rational]:
    for decade in decades:
        for one in times:
            value = Fraction(power_of_ten(decade) * one)
            if low <= _log(value) <= high:
                yield value


def _log(value: Rational) -> float:
    """The decimal logarithm of a value above zero, however large its parts are."""
    exact = Fraction(value)
    return log10(exact.numerator) - log10(exact.denominator)


_FAR = 20
"""Ends that are further apart than this, as a factor, are on a logarithmic scale."""
_MARGIN, _BEYOND = 6, 16
"""Room beside the last end, in percent; more of it where an interval goes on without end."""
_MOST = 5
_NARROW_PX, _LETTER_PX = 250, 7
"""The width of a picture on a small telephone or in print, and of a letter."""
_SHORT = 3
_MILLION = 10**6
_SMALLEST, _LARGEST = Fraction(1, 10**4), 10**15
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
