"""Reads a written number: digits, words, or both ("1.2 million", "two and a half thousand").

A number is its exact value and the place of its last significant digit. Figures and words
carry the same information, so "twenty" and "20" are one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor, log10
from typing import NamedTuple

from fentcheck.exact import Fraction

Rational = int | Fraction


class Number(NamedTuple):
    """An exact value, and the place value of its last significant digit (55,000: 1,000)."""

    value: Rational
    place: Rational

    def scaled(self, factor: Rational) -> Number:
        return Number(_reduced(self.value * factor), _reduced(self.place * factor))

    def negated(self) -> Number:
        return Number(-self.value, self.place)

    @property
    def ends_in_zero(self) -> bool:
        """The last digit, written out in full, is zero: 20, 2.3 million, 2.0; not 22 or 2.4."""
        if self.place >= 1:
            return self.value % 10 == 0
        return self.value / self.place % 10 == 0


class Found(NamedTuple):
    """A number, where its text ends, and the magnitude word that it was printed with, if any."""

    number: Number
    end: int
    magnitude: int = 1


class Unreadable(NamedTuple):
    """Why digits are no number."""

    text: str
    message: str
    suggestion: str | None = None


def integer(value: int) -> Number:
    """A whole number with the place of its last digit that is not zero."""
    if value == 0:
        return Number(0, 1)
    digits = str(abs(value))
    return Number(value, 10 ** (len(digits) - len(digits.rstrip("0"))))


def decimal(value: Rational) -> Number:
    """A number by its value alone: as many decimals as it needs, or its own denominator."""
    if isinstance(value, int) or value.denominator == 1:
        return integer(int(value))
    for decimals in range(1, 5):
        if 10**decimals % value.denominator == 0:
            return Number(value, Fraction(1, 10**decimals))
    return Number(value, Fraction(1, value.denominator))


def leading_place(value: Rational) -> int:
    """floor(log10 value) for a value above zero, exactly."""
    if isinstance(value, int):
        return len(str(value)) - 1
    guess = floor(log10(value.numerator) - log10(value.denominator))
    if Fraction(10) ** guess > value:
        return guess - 1
    return guess + 1 if Fraction(10) ** (guess + 1) <= value else guess


def read_number(text: str, start: int, decimal_comma: bool = False) -> Found | Unreadable | None:
    """The number that begins at `start` of a lower-case text with single spaces.

    None if none begins there; `Unreadable` if digits stand there that are no number.
    """
    first = text[start : start + 1]
    if first.isdigit() or first == "." or first in _VULGAR:
        return _read_digits(text, start, decimal_comma)
    return _read_half_a(text, start) or _read_words(text, start)


def _read_digits(text: str, start: int, decimal_comma: bool) -> Found | Unreadable | None:
    if text[start] in _VULGAR:
        return _with_magnitude(text, start + 1, decimal(_VULGAR[text[start]]))
    match = (_DIGITS_COMMA if decimal_comma else _DIGITS).match(text, start)
    if not match:
        return None
    end = match.end()
    whole, decimals = match.groups()
    if end - start > LONGEST_NUMBER or _MORE_DIGITS.match(text, end):
        return _unreadable(text, start, decimal_comma)
    if not whole.isdigit():
        whole = whole.translate(_NO_GROUPING) or "0"
    if decimals is not None:
        place = Fraction(1, 10 ** len(decimals))
        number = Number(_reduced(int(whole + decimals) * place), place)
    else:
        number = integer(int(whole))
        if text[end : end + 1] in _BEGINS_FRACTION:
            number, end = _with_fraction(text, end, number)
    return _with_magnitude(text, end, number)


def _unreadable(text: str, start: int, decimal_comma: bool) -> Unreadable:
    run = _RUN.match(text, start)
    shown = run.group() if run else text[start:]
    if len(shown) > LONGEST_NUMBER:
        return Unreadable(shown[:20], f"a number has at most {LONGEST_NUMBER} characters")
    digits = re.sub(r"\D", "", shown)
    point = "," if decimal_comma else "."
    plain = shown.count(point) == 0 and "e" not in shown
    suggestion = f"{int(digits):,}".replace(",", "." if decimal_comma else ",") if plain else None
    return Unreadable(shown, f"“{shown}” is not a number", suggestion)


def _with_fraction(text: str, end: int, number: Number) -> tuple[Number, int]:
    """A whole number with the fraction behind it: "10 1/2", "2½", "2 and a half"."""
    whole = int(number.value)
    mixed = _MIXED.match(text, end)
    if mixed:
        above, below, vulgar, words = mixed.groups()
        if above and int(below):
            return decimal(whole + Fraction(int(above), int(below))), mixed.end()
        if vulgar or words:
            return decimal(whole + (_VULGAR[vulgar] if vulgar else SHARES[words])), mixed.end()
    return number, end


def _with_magnitude(text: str, end: int, number: Number) -> Found:
    """Takes the magnitudes behind a number: "million", "bn", "lakh crore", "k"."""
    match = _MAGNITUDE.match(text, end)
    magnitude = 1
    while match:
        magnitude *= MAGNITUDES[match.group(1)]
        end = match.end()
        match = _MAGNITUDE_WORD.match(text, end)
    return Found(number.scaled(magnitude) if magnitude > 1 else number, end, magnitude)


def _read_half_a(text: str, start: int) -> Found | None:
    """ "half a million", "three quarters of a billion"."""
    match = _HALF_A.match(text, start)
    if not match:
        return None
    value = SHARES[match.group(1).replace("-", " ")] * MAGNITUDES[match.group(2)]
    return _with_magnitude(text, match.end(), decimal(_reduced(value)))


def _read_words(text: str, start: int) -> Found | None:
    """ "one hundred and fifty-five thousand", "a million", "two and a half million"."""
    total: Rational = 0
    group: Rational | None = None
    limit: int | None = None
    end = start
    for word, word_start, word_end in _words(text, start):
        if word_start < end:
            continue
        if word in ("a", "an"):
            if group is not None or total or not _HUNDRED_OR_MORE.match(text, word_end):
                break
            group = 1
        elif word == "and":
            share = _AND_A_HALF.match(text, word_start)
            if share and group is not None:
                group += SHARES[share.group(1)]
                end = share.end()
                continue
            if group is None and not total:
                break
            continue
        elif word in SMALL:
            size = SMALL[word]
            if group is None:
                group = size
            elif _fits_behind(group, size):
                group += size
            else:
                break
        elif word == "hundred":
            if group is None or group % 100 == 0:
                break
            group *= 100
        elif word in _MAGNITUDE_NAMES:
            size = MAGNITUDES[word]
            if group is None or (limit is not None and size >= limit):
                break
            total, group, limit = total + group * size, None, size
        else:
            break
        end = word_end
    if end == start or (group is None and not total):
        return None
    number = decimal(_reduced(total + (group or 0)))
    if _MAGNITUDE_WORD.match(text, end):
        return _with_magnitude(text, end, number)
    return Found(number, end, limit if limit and not group and total % limit == 0 else 1)


def _fits_behind(group: Rational, size: int) -> bool:
    """ "hundred" takes anything below it; "twenty" takes one to nine; nothing else follows."""
    if group % 100 == 0:
        return 0 < size < 100
    return group % 10 == 0 and group % 100 >= 20 and 0 < size < 10


def _words(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    match = _WORD.match(text, start)
    while match:
        yield match.group(1), match.start(1), match.end()
        match = _NEXT_WORD.match(text, match.end())


def _reduced(value: Rational) -> Rational:
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


LONGEST_NUMBER = 40

SMALL: dict[str, int] = {
    **{word: value for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )},
    **{word: value * 10 for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )},
}  # fmt: skip
MAGNITUDES: dict[str, int] = {
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}
SHARES: dict[str, Fraction] = {
    "half": Fraction(1, 2),
    "a half": Fraction(1, 2),
    "one half": Fraction(1, 2),
    "a quarter": Fraction(1, 4),
    "quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
}
_VULGAR: dict[str, Fraction] = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip

_GROUPED = (
    r"\d{{1,3}}(?:{0}\d{{3}})+(?!\d)|\d{{1,2}}(?:{0}\d{{2}})+{0}\d{{3}}(?!\d)"
    r"|\d{{1,3}}(?:[ '’]\d{{3}})+(?!\d)"
)
_DIGITS = re.compile(rf"({_GROUPED.format(',')}|\d*)(?:\.(\d+))?")
_DIGITS_COMMA = re.compile(rf"({_GROUPED.format('[.]')}|\d*)(?:,(\d+))?")
_MORE_DIGITS = re.compile(r"[.,]?\d|e[+-]?\d")
_RUN = re.compile(r"[\d.,]*\d(?:e[+-]?\d+)?")
_NO_GROUPING = {ord(sign): None for sign in ",. '’"}
_BEGINS_FRACTION = frozenset((" ", "-", *_VULGAR))
_MIXED = re.compile(
    rf"[ -]?(?:(\d{{1,2}})/(\d{{1,2}})(?![\d/])|([{''.join(_VULGAR)}]))"
    r"| and (a half|a quarter|three quarters|a third|two thirds)\b"
)
_MAGNITUDE_NAMES = frozenset(name for name in MAGNITUDES if len(name) > 3 or name == "lac")
_ADJOINED = "k|mn|mln|mil|m|bn|bln|b|tn|trn"
_NAMES_PATTERN = "|".join(sorted(_MAGNITUDE_NAMES, key=len, reverse=True))
_MAGNITUDE = re.compile(
    rf"(?:[ -]?(?=(?:{_NAMES_PATTERN}|mn|mln|bn|bln|tn|trn)\b)|(?=(?:{_ADJOINED})(?![\w/²³^])))"
    rf"({_NAMES_PATTERN}|{_ADJOINED})"
)
_MAGNITUDE_WORD = re.compile(rf"[ -]({_NAMES_PATTERN})\b")
_HALF_A = re.compile(
    rf"((?:a |one )?half|(?:a |one )?quarter|three[ -]quarters|(?:a|one)[ -]third|two[ -]thirds)"
    rf"(?: of)? an? ({_NAMES_PATTERN})\b"
)
_HUNDRED_OR_MORE = re.compile(rf" (?:{_NAMES_PATTERN})\b")
_AND_A_HALF = re.compile(r"and (a half|a quarter|three quarters|a third|two thirds)\b")
_WORD = re.compile(r"([a-z]+)")
_NEXT_WORD = re.compile(r"[ -]([a-z]+)")
