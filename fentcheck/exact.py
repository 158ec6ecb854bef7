"""Exact rationals: the standard library's Fraction with its common operations made short.

`fractions.Fraction` looks up number classes on every operation and comparison, which is half of
what a run would cost. Between fractions of this class and integers, and against the two
infinities, these go straight to the integers; everything else is left to the parent.
"""

from __future__ import annotations

import fractions
from math import gcd, inf, isinf

from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_Parent = fractions.Fraction
_blank = object.__new__


class Fraction(_Parent):
    """An exact rational in lowest terms; equal to, and hashed as, a `fractions.Fraction`."""

    __slots__ = ()
    _numerator: int
    _denominator: int

    def __new__(cls, numerator: Any = 0, denominator: Any = None) -> Fraction:
        if type(numerator) is int:
            if denominator is None:
                return _made(numerator, 1)
            if type(denominator) is int and denominator > 0:
                common = gcd(numerator, denominator)
                return _made(numerator // common, denominator // common)
        elif type(numerator) is cls and denominator is None:
            return numerator
        made = _Parent(numerator, denominator)
        return _made(made.numerator, made.denominator)

    # mypy sees the parent's overloads; these take and give a subset of them.

    def __add__(self, other: Any) -> Any:
        if type(other) is int:
            return _made(self._numerator + other * self._denominator, self._denominator)
        if type(other) is Fraction:
            mine, theirs = self._denominator, other._denominator
            return _reduced(self._numerator * theirs + other._numerator * mine, mine * theirs)
        return _Parent.__add__(self, other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if type(other) is int:
            return _made(self._numerator - other * self._denominator, self._denominator)
        if type(other) is Fraction:
            mine, theirs = self._denominator, other._denominator
            return _reduced(self._numerator * theirs - other._numerator * mine, mine * theirs)
        return _Parent.__sub__(self, other)

    def __rsub__(self, other: Any) -> Any:
        if type(other) is int:
            return _made(other * self._denominator - self._numerator, self._denominator)
        return _Parent.__rsub__(self, other)

    def __mul__(self, other: Any) -> Any:
        if type(other) is int:
            return _reduced(self._numerator * other, self._denominator)
        if type(other) is Fraction:
            return _reduced(
                self._numerator * other._numerator, self._denominator * other._denominator
            )
        return _Parent.__mul__(self, other)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        if type(other) is int and other > 0:
            return _reduced(self._numerator, self._denominator * other)
        if type(other) is Fraction and other._numerator > 0:
            return _reduced(
                self._numerator * other._denominator, self._denominator * other._numerator
            )
        return _own(_Parent.__truediv__(self, other))

    def __rtruediv__(self, other: Any) -> Any:
        if type(other) is int and self._numerator > 0:
            return _reduced(other * self._denominator, self._numerator)
        return _own(_Parent.__rtruediv__(self, other))

    def __pow__(self, other: Any) -> Any:
        return _own(_Parent.__pow__(self, other))

    def __neg__(self) -> Fraction:
        return _made(-self._numerator, self._denominator)

    def __abs__(self) -> Fraction:
        return _made(abs(self._numerator), self._denominator)

    def __lt__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator < other * self._denominator
        if type(other) is Fraction:
            return self._numerator * other._denominator < other._numerator * self._denominator
        if type(other) is float and isinf(other):
            return other == inf
        return _Parent.__lt__(self, other)

    def __le__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator <= other * self._denominator
        if type(other) is Fraction:
            return self._numerator * other._denominator <= other._numerator * self._denominator
        if type(other) is float and isinf(other):
            return other == inf
        return _Parent.__le__(self, other)

    def __gt__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator > other * self._denominator
        if type(other) is Fraction:
            return self._numerator * other._denominator > other._numerator * self._denominator
        if type(other) is float and isinf(other):
            return other == -inf
        return _Parent.__gt__(self, other)

    def __ge__(self, other: Any) -> bool:
        if type(other) is int:
            return self._numerator >= other * self._denominator
        if type(other) is Fraction:
            return self._numerator * other._denominator >= other._numerator * self._denominator
        if type(other) is float and isinf(other):
            return other == -inf
        return _Parent.__ge__(self, other)

    def __eq__(self, other: object) -> bool:
        if type(other) is int:
            return self._denominator == 1 and self._numerator == other
        if type(other) is Fraction:
            return self._numerator == other._numerator and self._denominator == other._denominator
        if type(other) is float and isinf(other):
            return False
        return _Parent.__eq__(self, other)

    __hash__ = _Parent.__hash__


def _own(result: Any) -> Any:
    """A fraction of the parent's as one of ours; anything else as it is."""
    return Fraction(result) if isinstance(result, _Parent) else result


def _made(numerator: int, denominator: int) -> Fraction:
    made: Fraction = _blank(Fraction)
    made._numerator = numerator
    made._denominator = denominator
    return made


def _reduced(numerator: int, denominator: int) -> Fraction:
    common = gcd(numerator, denominator)
    return _made(numerator // common, denominator // common)
