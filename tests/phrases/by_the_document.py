"""The phrase table worked out a second time, from its document and from nothing else.

It imports no reading of fentcheck's, so that a slip in the one is not a slip in the other. All is
exact but a root that is irrational, which lies between `Root.low` and `Root.high`, 40 digits apart.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, inf, isqrt
from typing import NamedTuple

HALF = Fraction(1, 2)
Bounds = tuple[str, "Root", "Root", str]
"""An interval: "[" or "(", its two ends, "]" or ")"."""


class Root(NamedTuple):
    """A number that is known between two bounds; they are equal where it is known exactly."""

    low: Fraction | float
    high: Fraction | float


class Terms(NamedTuple):
    """The terms of the table for a number above zero; `s` may be irrational."""

    n: Fraction
    p: Fraction
    p_star: Fraction
    q: Fraction
    s: Root
    k: Fraction
    k_one_sided: Fraction


def terms(n: Fraction, p: Fraction) -> Terms:
    """q, g, s, k and k' for a number above zero and the place of its last significant digit."""
    quarter = n / 4
    q = min(p, Fraction(10) ** (magnitude(n) - 1))
    g = min(granularity(n), quarter)
    k, k_one_sided = (
        (Fraction("0.4"), Fraction("0.7"))
        if n < 20
        else (Fraction("0.2"), Fraction("0.35"))
        if n < 1000
        else (Fraction("0.1"), Fraction("0.17"))
    )
    return Terms(n, p, min(p, quarter), q, root(n * g), k, k_one_sided)


def magnitude(n: Fraction) -> int:
    """floor(log10 n), by trial."""
    power = -30
    while Fraction(10) ** (power + 1) <= n:
        power += 1
    return power


def granularity(n: Fraction) -> Fraction:
    """The largest of 1, 2 and 5 times a power of ten that divides n, by trial."""
    for power in range(30, -30, -1):
        for digit in (5, 2, 1):
            step = digit * Fraction(10) ** power
            if (n / step).denominator == 1:
                return step
    raise ValueError(n)


def root(square: Fraction) -> Root:
    scale = 10**40
    product = square.numerator * square.denominator
    if isqrt(product) ** 2 == product:
        exact = Fraction(isqrt(product), square.denominator)
        return Root(exact, exact)
    digits = isqrt(product * scale * scale)
    return Root(
        Fraction(digits, scale * square.denominator),
        Fraction(digits + 1, scale * square.denominator),
    )


def exact(value: Fraction | int | str) -> Root:
    return Root(Fraction(value), Fraction(value))


def plus(n: Fraction, by: Root, times: Fraction | int = 1) -> Root:
    """n + times · by"""
    ends = (n + times * Fraction(by.low), n + times * Fraction(by.high))
    return Root(min(ends), max(ends))


def most(*roots: Root) -> Root:
    return max(roots, key=lambda one: one.low)


def times(by: Root, factor: Fraction) -> Root:
    return Root(by.low * factor, by.high * factor)


ENDLESS = Root(inf, inf)
BOTTOMLESS = Root(-inf, -inf)


def hedged(row: str, n: Fraction, p: Fraction, lowest: Root) -> tuple[Bounds, Bounds]:
    """The literal and the pragmatic reading of a row for n > 0.

    `lowest` is how far the quantity can fall: zero, or without end.
    """
    t = terms(n, p)
    here = exact(n)
    foot = ("(" if lowest == BOTTOMLESS else "[", lowest)
    reach = most(exact(t.p_star), times(t.s, t.k_one_sided))
    match row:
        case "exact":
            return ("[", here, here, "]"), ("[", here, here, "]")
        case "approximator":
            near = most(times(t.s, t.k), exact(t.q / 2))
            return ("[", plus(n, t.s, -1), plus(n, t.s), "]"), (
                "[",
                plus(n, near, -1),
                plus(n, near),
                "]",
            )
        case "from below":
            near = most(times(t.s, t.k), exact(t.q))
            return ("[", plus(n, t.s, -1), here, "]"), ("[", plus(n, near, -1), here, ")")
        case "strict lower":
            return ("(", here, ENDLESS, ")"), ("(", here, plus(n, reach), "]")
        case "closed lower":
            return ("[", here, ENDLESS, ")"), ("[", here, plus(n, reach), "]")
        case "slightly above":
            near = most(exact(t.q / 2), times(t.s, Fraction("0.15")))
            return ("(", here, plus(n, t.s), "]"), ("(", here, plus(n, near), "]")
        case "well above":
            start = plus(n, times(t.s, Fraction("0.15")))
            return ("(", here, ENDLESS, ")"), ("(", start, ENDLESS, ")")
        case "odd":
            return ("[", here, exact(n + p), ")"), ("(", here, exact(n + p), ")")
        case "strict upper":
            return (*foot, here, ")"), ("[", plus(n, reach, -1), here, ")")
        case "closed upper":
            return (*foot, here, "]"), ("[", plus(n, reach, -1), here, "]")
        case "up to":
            return ("[", exact(0), ENDLESS, ")"), ("(", exact(0), here, "]")
        case "order of":
            return ("[", exact(n / 10), exact(n * 10), "]"), (
                "[",
                exact(n / 2),
                exact(n * 5),
                "]",
            )
    raise ValueError(row)


def bare(n: Fraction, p: Fraction, is_count: bool) -> tuple[Bounds, Bounds]:
    """A bare count or measure above zero; no percentage and nothing that is always exact."""
    last_place = min(p, Fraction(1))
    ends_in_zero = (n / (last_place if p < 1 else 1)) % 10 == 0
    if is_count and (n < 20 or not ends_in_zero):
        return ("[", exact(n), exact(n), "]"), ("[", exact(n), exact(n), "]")
    if not ends_in_zero:
        same: Bounds = ("[", exact(n - p / 2), exact(n + p / 2), "]")
        return same, same
    below = p / 10 if n == p else p
    q = terms(n, p).q
    return ("[", exact(n - below / 2), exact(n + p / 2), "]"), (
        "[",
        exact(n - q / 2),
        exact(n + q / 2),
        "]",
    )


def whole(bounds: Bounds) -> Bounds | None:
    """The ends tightened to the whole numbers inside; None if there are none."""
    opening, low, high, closing = bounds
    if low.low not in (inf, -inf):
        first = ceil(low.low)
        low = exact(first + 1 if opening == "(" and first == low.low else first)
        opening = "["
    if high.low not in (inf, -inf):
        last = floor(high.low)
        high = exact(last - 1 if closing == ")" and last == high.low else last)
        closing = "]"
    return (opening, low, high, closing) if low.low <= high.low else None
