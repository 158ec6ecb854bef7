"""Hypothesis strategies for intervals, shared by the property tests."""

from __future__ import annotations

from fractions import Fraction
from math import inf

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fentcheck.interval import EMPTY, WHOLE_LINE, End, Interval, Real, point

Rational = int | Fraction

GRID: tuple[Rational, ...] = (-2, -1, Fraction(-1, 2), 0, Fraction(1, 3), 1, 2)
"""Few values, so that the ends of two intervals often coincide."""

EXTREMES: tuple[Rational, ...] = (
    -(10**400),
    Fraction(-(10**400), 3),
    Fraction(-1, 10**400),
    0,
    Fraction(1, 10**400),
    1,
    10**400,
)
"""Values that a float cannot hold; a detour through one would show."""


def rationals() -> SearchStrategy[Rational]:
    """Integers and fractions from -100 to 100, with denominators up to 60."""
    return st.one_of(
        st.sampled_from(GRID),
        st.integers(-100, 100),
        st.builds(Fraction, st.integers(-100, 100), st.integers(1, 60)),
    )


def intervals(finite: SearchStrategy[Rational] | None = None) -> SearchStrategy[Interval]:
    """Intervals with ends from `finite` (`rationals`) or infinite; sometimes points or `EMPTY`."""
    reals: SearchStrategy[Real] = st.one_of(
        rationals() if finite is None else finite, st.sampled_from([-inf, inf])
    )
    spans = st.builds(spanning, reals, reals, st.booleans(), st.booleans())
    return st.one_of(spans, spans, spans, spans, st.just(EMPTY))


def nonempty_intervals() -> SearchStrategy[Interval]:
    return intervals().filter(lambda interval: not interval.is_empty)


def values_of(interval: Interval) -> SearchStrategy[Rational]:
    """Values inside a nonempty interval, its closed ends among them."""
    (low, low_open), (high, high_open) = interval
    if isinstance(low, float):
        if isinstance(high, float):
            return rationals()
        return st.integers(int(high_open), 10**6).map(lambda steps: high - Fraction(steps, 60))
    if isinstance(high, float):
        return st.integers(int(low_open), 10**6).map(lambda steps: low + Fraction(steps, 60))
    shares = st.integers(int(low_open), 1000 - int(high_open))
    return shares.map(lambda share: low + (high - low) * Fraction(share, 1000))


def spanning(one: Real, other: Real, low_open: bool, high_open: bool) -> Interval:
    """The interval from the smaller value to the larger; the point or the line if they are one."""
    if one == other:
        return WHOLE_LINE if isinstance(one, float) else point(one)
    low, high = min(one, other), max(one, other)
    return Interval(End(low, low_open or low == -inf), End(high, high_open or high == inf))
