"""Numbers, intervals and values as a reader of news wants to see them.

`number` is for the eye: three or four figures. `interval_text` rounds outward, so that what it
shows always holds what is meant.
"""

from __future__ import annotations

from functools import lru_cache

from fentcheck.exact import Fraction
from fentcheck.interval import Interval, Real
from fentcheck.phrases.hedges import SENSES
from fentcheck.phrases.numbers import SMALL, leading_place
from fentcheck.regex import regex
from fentcheck.units.currency import SIGNS
from fentcheck.units.unit import Kind, Rational, Unit

_MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_CENTS = regex(r"[\d,]+\.\d")
_SIGN_NAMES = frozenset((*SIGNS, "$"))


def number(value: Rational, figures: int = 3) -> str:
    """A number rounded to the nearest: 54,750; 6.12 billion; 8.63; whole from 1,000 on."""
    if value < 0:
        return "−" + number(-value, figures)
    least = 1 - Fraction(5, 10 ** (figures + 1))  # what rounds up to one
    for size, word in _MAGNITUDES:
        if value >= size * least:
            return f"{_decimals(Fraction(value) / size, figures)} {word}"
    if value >= 1000 or value == int(value):
        return f"{_nearest(Fraction(value)):,}"
    return _decimals(Fraction(value), figures)


def inside(text: str) -> str:
    """The words of a figure as they stand inside a sentence: “Some 62%” is “some 62%”.

    Only words that are no name lose their capital: “Rs 500” keeps it.
    """
    first = text.partition(" ")[0]
    lower = first[:1].lower() + first[1:]
    if lower != first and lower.partition("-")[0] in _first_words():
        return lower + text[len(first) :]
    return text


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(("half", *SMALL, *(wording.partition(" ")[0] for wording in SENSES)))


def plain(value: Rational) -> str:
    """A number in full, with thousands separators and as many decimals as it has, at most six."""
    if value < 0:
        return "−" + plain(-value)
    if 0 < value < Fraction(1, 10**5):
        return _decimals(Fraction(value), 3)
    return _with_point(_nearest(Fraction(value) * 10**6), 6)


def amount(value: Rational, unit: Unit, figures: int = 3) -> str:
    """A value with its unit: "54,750 people/year", "$1.1 million", "61%", "2.5 times"."""
    return with_unit(number(value, figures), unit)


def with_unit(text: str, unit: Unit) -> str:
    """A number's text with the unit's name where copy puts it."""
    name = unit.name
    if unit.kind is Kind.RATIO and unit.size == 1:
        return text
    sign, slash, under = name.partition("/")
    if sign in _SIGN_NAMES or (len(sign) == 3 and sign.isupper()):
        if _CENTS.fullmatch(text):
            text += "0"
        shown = f"{sign}{text}" if sign in _SIGN_NAMES else f"{sign} {text}"
        return f"{shown}/{under}" if slash else shown
    if name in ("%", "x", "×", "°C", "°F", "°c", "°f"):
        return text + name
    if name.startswith("/"):
        return f"{text} per {name[1:]}"
    return f"{text} {name}".rstrip()


def interval_text(interval: Interval, figures: int = 4) -> str:
    """An interval for the eye, its ends rounded outward: "(54,750, ∞)"."""
    if interval.is_empty:
        return "nothing"
    (low, low_open), (high, high_open) = interval
    if interval.is_point:
        return _point_text(low, figures)
    lower, upper = _end(low, figures, up=False), _end(high, figures, up=True)
    return f"{'(' if low_open else '['}{lower}, {upper}{')' if high_open else ']'}"


def _point_text(value: Real, figures: int) -> str:
    """A single value: as it is, in full if it must be; or between two bounds if it never ends."""
    lower, upper = _end(value, figures, up=False), _end(value, figures, up=True)
    if lower == upper:
        return f"{{{lower}}}"
    if value == int(value):
        return f"{{{int(value):,}}}"
    return f"[{lower}, {upper}]"


def exact_interval(interval: Interval) -> str:
    """An interval for a machine: plain decimals of at most twelve figures, rounded outward."""
    if interval.is_empty:
        return "[]"
    (low, low_open), (high, high_open) = interval
    lower, upper = _machine(low, up=False), _machine(high, up=True)
    return f"{'(' if low_open else '['}{lower}, {upper}{')' if high_open else ']'}"


def factor(value: Rational) -> str:
    """A gap factor: "1.31", "9.4", "979"."""
    return number(value) if value >= 100 else _decimals(Fraction(value), 3)


def rounded_up(value: Rational, figures: int = 3) -> Fraction:
    """A value above zero rounded up to so many figures."""
    unit = Fraction(10) ** (leading_place(value) - figures + 1)
    up: Fraction = -(-Fraction(value) // unit) * unit
    return up


def _end(value: Real, figures: int, up: bool) -> str:
    if isinstance(value, float):
        return "∞" if value > 0 else "−∞"
    if value < 0:
        return "−" + _end(-value, figures, not up)
    for size, word in _MAGNITUDES:
        if value >= size:
            return f"{_outward(Fraction(value) / size, figures, up)} {word}"
    if value == int(value):
        return f"{int(value):,}"
    if value >= 1000:
        return f"{-int(-value // 1) if up else int(value // 1):,}"
    return _outward(Fraction(value), figures, up)


def _machine(value: Real, up: bool) -> str:
    if isinstance(value, float):
        return "∞" if value > 0 else "-∞"
    if value == int(value):
        return str(int(value))
    if value < 0:
        return "-" + _machine(-value, not up)
    return _outward(Fraction(value), 12, up).replace(",", "")


def _outward(value: Fraction, figures: int, up: bool) -> str:
    """Plain decimals of at most so many figures, rounded up or down."""
    if value == 0:
        return "0"
    decimals = max(0, figures - 1 - leading_place(value))
    scaled = value * 10**decimals
    whole = -int(-scaled // 1) if up else int(scaled // 1)
    return _with_point(whole, decimals)


def _decimals(value: Fraction, figures: int) -> str:
    if value == 0:
        return "0"
    decimals = max(0, figures - 1 - leading_place(value))
    return _with_point(_nearest(value * 10**decimals), decimals)


def _nearest(value: Fraction) -> int:
    return int((value + Fraction(1, 2)) // 1)


def _with_point(whole: int, decimals: int) -> str:
    if decimals == 0:
        return f"{whole:,}"
    digits = str(whole).rjust(decimals + 1, "0")
    text = f"{int(digits[:-decimals]):,}.{digits[-decimals:]}"
    return text.rstrip("0").rstrip(".")
