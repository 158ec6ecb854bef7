"""Reads a written number: digits, words, or both ("1.2 million", "two and a half thousand").

A number is its exact value and the place of its last significant digit. Figures and words
carry the same information, so "twenty" and "20" are one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor, log10

from fentcheck.exact import Fraction
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.names import OF_LENGTH

Rational = int | Fraction


class Number(NamedTuple):
    """An exact value, and the place value of its last significant digit (55,000: 1,000)."""

    value: Rational
    place: Rational

    def scaled(self, factor: Rational) -> Number:
        if type(self.value) is int and type(self.place) is int and type(factor) is int:
            return _new(Number, (self.value * factor, self.place * factor))
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
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return _new(Number, (value, place))


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""


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
    if power_of_ten(guess) > value:
        return guess - 1
    return guess + 1 if power_of_ten(guess + 1) <= value else guess


def power_of_ten(exponent: int) -> Rational:
    return 10**exponent if exponent >= 0 else Fraction(1, 10**-exponent)


def read_number(
    text: str,
    start: int,
    decimal_comma: bool = False,
    joins_and: bool = True,
    limits: Limits = DEFAULTS,
) -> Found | Unreadable | None:
    """The number that begins at `start` of a lower-case text with single spaces.

    None if none begins there; `Unreadable` if digits stand there that are no number. Without
    `joins_and` it ends before an "and": "between one hundred and two hundred".
    """
    first = text[start : start + 1]
    if first.isdecimal() or first == "." or first in _VULGAR:
        found = _read_digits(text, start, decimal_comma, joins_and, limits)
        if isinstance(found, Found) and found.magnitude > 1 and _may_go_on(text, found.end):
            return _with_smaller_parts(text, found, joins_and)
        return found
    return _read_part_of_magnitude(text, start) or _read_words(text, start, joins_and)


class Share(NamedTuple):
    """A fraction in words, "two thirds" or "a half", and where its text ends."""

    above: int
    below: int
    end: int

    @property
    def value(self) -> Fraction:
        return Fraction(self.above, self.below)

    @property
    def is_proper(self) -> bool:
        """Below one and in lowest terms, as copy puts it."""
        return self.above < self.below and self.value.denominator == self.below


def read_share(text: str, start: int) -> Share | None:
    """The fraction in words that begins at `start`: "a third", "three-quarters", "half"."""
    first = _WORD.match(text, start)
    if not first:
        return None
    above = _NUMERATORS.get(first.group())
    if above is not None:
        second = _NEXT_WORD.match(text, first.end())
        below = DENOMINATORS.get(second.group(1)) if second else None
        return Share(above, below, second.end()) if second and below else None
    if first.group() in _UNCOUNTED_PARTS:
        return Share(1, DENOMINATORS[first.group()], first.end())
    return None


def _read_digits(
    text: str, start: int, decimal_comma: bool, joins_and: bool, limits: Limits
) -> Found | Unreadable | None:
    if text[start] in _VULGAR:
        return _with_magnitude(text, start + 1, decimal(_VULGAR[text[start]]))
    match = (_DECIMAL_COMMA_DIGITS if decimal_comma else _DIGITS).match(text, start)
    if not match or match.end() == start:
        return None
    end = match.end()
    behind = text[end : end + 1]
    if behind in _GROUPING and text[end + 1 : end + 2].isdecimal() and not decimal_comma:
        match = _RARELY_GROUPED_DIGITS.match(text, start) or match
        end = match.end()
        behind = text[end : end + 1]
    whole, decimals = match.groups()
    if end - start > limits.number_length or (
        behind in _BEGINS_MORE and _MORE_DIGITS.match(text, end)
    ):
        return _unreadable(text, start, end, decimal_comma, limits)
    number = in_digits(whole, decimals or "")
    if decimals is None and behind in _BEGINS_FRACTION:
        number, end = _with_fraction(text, end, number, joins_and)
    return _with_magnitude(text, end, number)


def in_digits(whole: str, decimals: str) -> Number:
    """The number of some digits, grouped or not or none, and those behind the point."""
    if not whole.isdecimal():
        whole = whole.replace(",", "") or "0"
        if not whole.isdecimal():
            whole = whole.translate(_NO_GROUPING)
    if not decimals:
        return integer(int(whole))
    size = 10 ** len(decimals)
    return Number(_reduced(Fraction(int(whole + decimals), size)), Fraction(1, size))


def _unreadable(text: str, start: int, end: int, decimal_comma: bool, limits: Limits) -> Unreadable:
    run = _RUN_OF_DIGITS.match(text, start)
    shown = text[start : max(run.end() if run else end, end)]
    if len(shown) > limits.number_length:
        most = limits.most("number_length")
        return Unreadable(shown[:20], f"a number has at most {most.value} characters: {most}")
    digits = re.sub(r"\D", "", shown)
    point = "," if decimal_comma else "."
    plain = shown.count(point) == 0 and "e" not in shown
    suggestion = f"{int(digits):,}".replace(",", "." if decimal_comma else ",") if plain else None
    return Unreadable(shown, f"“{shown}” is not a number", suggestion)


def _with_fraction(text: str, end: int, number: Number, joins_and: bool) -> tuple[Number, int]:
    """A whole number with the fraction behind it: "10 1/2", "2½", "2 and a half", "2 and 3/4"."""
    whole = int(number.value)
    at = end
    if text[at] in " -":
        at += 1
        if text.startswith("and ", at):
            if not joins_and or text[end] == "-":
                return number, end
            at += 4
            share = read_share(text, at)
            if share and share.is_proper:
                return decimal(whole + share.value), share.end
    first = text[at : at + 1]
    if first in _VULGAR:
        return decimal(whole + _VULGAR[first]), at + 1
    if first.isdecimal():
        slash = _SLASH_FRACTION.match(text, at)
        if slash and int(slash.group(2)):
            return decimal(whole + Fraction(int(slash.group(1)), int(slash.group(2)))), slash.end()
    return number, end


def _with_magnitude(text: str, end: int, number: Number) -> Found:
    """Takes the magnitudes behind a number: "million", "bn", "lakh crore", "k"."""
    at = _magnitude_at(text, end)
    magnitude = 1
    while at:
        magnitude *= at[0]
        end = at[1]
        at = _magnitude_name_at(text, end)
    return Found(number.scaled(magnitude) if magnitude > 1 else number, end, magnitude)


def _magnitude_at(text: str, end: int) -> tuple[int, int] | None:
    """A magnitude right behind the digits, and where it ends; letters only where they touch."""
    start = end + 1 if text[end : end + 1] in _JOINTS else end
    if text[start : start + 1] not in _BEGINS_MAGNITUDE:
        return None
    match = _WORD.match(text, start)
    if not match:
        return None
    word, after = match.group(), match.end()
    if word in _MAGNITUDE_NAMES or word in _SHORT_NAMES:
        return MAGNITUDES[word], after
    if word in _COUNTED_MAGNITUDES:
        return MAGNITUDES[word[:-1]], after
    if start == end and word in _LETTERS and text[after : after + 1] not in _OF_A_UNIT:
        is_length = word == "m" and OF_LENGTH.match(text, after)
        return None if is_length else (MAGNITUDES[word], after)
    return None


def _magnitude_name_at(text: str, end: int) -> tuple[int, int] | None:
    """The magnitude word behind a space or hyphen, and where it ends."""
    if text[end + 1 : end + 2] not in _BEGINS_MAGNITUDE:
        return None
    match = _NEXT_WORD.match(text, end)
    if match and match.group(1) in _MAGNITUDE_NAMES:
        return MAGNITUDES[match.group(1)], match.end()
    return None


def share_behind_minus(text: str, start: int) -> tuple[Fraction, int] | None:
    """The fraction below one that begins at `start`, and where it ends: "4/5", "two thirds"."""
    slash = _SLASH_FRACTION.match(text, start)
    if slash:
        above, below = int(slash.group(1)), int(slash.group(2))
        is_proper = 0 < above < below and Fraction(above, below).denominator == below
        return (Fraction(above, below), slash.end()) if is_proper else None
    share = read_share(text, start)
    return (share.value, share.end) if share and share.is_proper else None


def _may_go_on(text: str, end: int) -> bool:
    return text.startswith(" and ", end) or text[end + 1 : end + 2].isdecimal()


def _with_smaller_parts(text: str, found: Found, joins_and: bool) -> Found:
    """Digits and a magnitude with what goes on behind them: "4 thousand 3 hundred and 21"."""
    number, end, limit = found
    while text[end : end + 1] == " ":
        has_and = text.startswith("and ", end + 1)
        if has_and and not joins_and:
            break
        start = end + 5 if has_and else end + 1
        if has_and and (share := read_share(text, start)) and share.is_proper:
            behind = _magnitude_name_at(text, share.end)
            size, end = behind if behind and behind[0] < limit else (limit, share.end)
            number = decimal(number.value + share.value * size)
            break
        smaller = _smaller_part(text, start, limit, has_and)
        if smaller is None:
            break
        number = integer(int(number.value + smaller.number.value))
        end, limit = smaller.end, smaller.magnitude
    return found if end == found.end else Found(number, end, 1)


def _smaller_part(text: str, start: int, limit: int, has_and: bool) -> Found | None:
    """A part below `limit` that belongs to the number; "3 million and two cars" is two numbers."""
    if not (text[start : start + 1].isdecimal() or has_and):
        return None
    smaller = (
        _read_digits(text, start, False, False, DEFAULTS)
        if text[start : start + 1].isdecimal()
        else _read_words(text, start, True)
    )
    if not isinstance(smaller, Found) or not isinstance(smaller.number.value, int):
        return None
    if not 0 < smaller.number.value < limit or text[smaller.end : smaller.end + 1] not in ("", " "):
        return None
    in_words = not text[start].isdecimal()
    belongs = smaller.magnitude > 1 or limit == 100 or (in_words and smaller.number.value >= 100)
    return smaller if belongs else None


def _read_part_of_magnitude(text: str, start: int) -> Found | None:
    """ "half a million", "three quarters of a billion", "quarter million"."""
    if text[start : start + 1] not in _BEGINS_SHARE:
        return None
    share = read_share(text, start)
    match = _OF_A.match(text, share.end) if share else None
    if not share or not match or match.group(1) not in _MAGNITUDE_NAMES:
        return None
    value = share.value * MAGNITUDES[match.group(1)]
    return _with_magnitude(text, match.end(), decimal(value))


def _read_words(text: str, start: int, joins_and: bool) -> Found | None:
    """ "one hundred and fifty-five thousand", "a million", "two and a half million"."""
    total: Rational = 0
    group: Rational | None = None
    limit = 0
    end = start
    for word, word_start, word_end in _words(text, start):
        if word_start < end:
            continue
        if group is not None and (
            word in _COUNTED_MAGNITUDES or (word == "hundreds" and group < 10)
        ):
            word = word[:-1]  # "five hundreds"; "nineteen hundreds" are years
        if word in SMALL:
            size = SMALL[word]
            if group is None:
                group = size
            elif _fits_behind(group, size) and not _counts_hundreds(text, group, word_end):
                group += size
            else:
                break
        elif word == "and":
            if not joins_and or (group is None and not total):
                break
            share = read_share(text, word_end + 1)
            if share and share.is_proper:
                if group is None and limit and not _magnitude_name_at(text, share.end):
                    return Found(decimal(total + share.value * limit), share.end)
                group = (group or 0) + share.value
                end = share.end
            elif group is not None and group % 100:
                break
            continue
        elif word == "point":
            if group is None or not (decimals := _read_decimals(text, word_end)):
                break
            place = Fraction(1, 10 ** len(decimals[0]))
            number = Number(_reduced(total + group + int(decimals[0]) * place), place)
            return _with_magnitude(text, decimals[1], number)
        elif word in ("a", "an"):
            if group is not None or total or not _magnitude_name_at(text, word_end):
                break
            group = 1
        elif word == "hundred":
            if group is None and not total:
                group = 1
            if group is None or not 0 < group < 100:
                break
            group *= 100
        elif word in _MAGNITUDE_NAMES:
            size = MAGNITUDES[word]
            if group is None and not total:
                group = 1
            if group is None or (limit and size >= limit):
                break
            total, group, limit = total + group * size, None, size
        else:
            break
        end = word_end
    if group is None and not total:
        return None
    number = decimal(total + (group or 0))
    larger = _magnitude_at(text, end)
    if larger and larger[0] > 100 and isinstance(number.value, int):
        return _with_magnitude(text, end, number)
    if group is None:
        return Found(number, end, limit)
    return Found(number, end, 100 if group and not limit and group % 100 == 0 else 1)


def _counts_hundreds(text: str, group: Rational, end: int) -> bool:
    """A word behind hundreds counts other ones: "one hundred one-hundred-dollar bills"."""
    behind = _magnitude_name_at(text, end) if group >= 100 else None
    return behind is not None and behind[0] == 100


def _read_decimals(text: str, start: int) -> tuple[str, int] | None:
    """The digits behind a "point" in words, and where they end: "zero three", "seventy-one"."""
    digits, end, before = "", start, 0
    for word, _, word_end in _words(text, start, _NEXT_WORD):
        size = SMALL.get(word)
        if size is None:
            break
        if before >= 20 and _fits_behind(before, size):
            digits = digits[:-1] + str(size)
        else:
            digits += str(size)
        end, before = word_end, size
    return (digits, end) if digits else None


def _fits_behind(group: Rational, size: int) -> bool:
    """ "hundred" takes anything below it; "twenty" takes one to nine; nothing else follows."""
    if group == 0:
        return False
    if group % 100 == 0:
        return size > 0
    return group % 10 == 0 and group % 100 >= 20 and 0 < size < 10


def _words(
    text: str, start: int, first: re.Pattern[str] | None = None
) -> Iterator[tuple[str, int, int]]:
    match = (first or _FIRST_WORD).match(text, start)
    while match:
        yield match.group(1), match.start(1), match.end()
        match = _NEXT_WORD.match(text, match.end())


def _reduced(value: Rational) -> Rational:
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


SMALL: dict[str, int] = {
    **{word: value for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )},
    "nought": 0,
    "naught": 0,
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
    "tln": 10**12,
    "trln": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}
DENOMINATORS: dict[str, int] = {
    **{word + plural: value for word, value in {
        "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100,
    }.items() for plural in ("", "s")},
    "half": 2,
    "halves": 2,
}  # fmt: skip
"""The parts that words name, singular and plural."""
_UNCOUNTED_PARTS = frozenset(("half", "quarter"))
"""Parts that are a number with nothing before them; "third" alone is an ordinal."""
_NUMERATORS = {"a": 1, "an": 1, **{word: value for word, value in SMALL.items() if 0 < value < 10}}
_VULGAR: dict[str, Fraction] = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip


_JOINTS = frozenset((" ", "-"))
_GROUPING = frozenset(",. '’")
_NO_GROUPING = {ord(sign): None for sign in ",. '’"}
_BEGINS_MORE = frozenset("0123456789.,e")
_BEGINS_FRACTION = frozenset((" ", "-", *_VULGAR))
_BEGINS_SHARE = frozenset("ahqotfsen")
_MAGNITUDE_NAMES = frozenset(
    name for name in MAGNITUDES if len(name) > 4 or name in ("lac", "lakh")
)
_SHORT_NAMES = frozenset(("mn", "mln", "bn", "bln", "tn", "trn", "tln", "trln"))
_COUNTED_MAGNITUDES = frozenset(("thousands", "millions", "billions", "trillions"))
"""Plurals that some copy has behind a number: "5 millions"."""
_LETTERS = frozenset(("k", "mil", "m", "b"))
_BEGINS_MAGNITUDE = frozenset(name[0] for name in MAGNITUDES)
_OF_A_UNIT = frozenset("0123456789_/²³^")
"""What follows a letter that is a unit and no magnitude: "5m/s", "5m²"."""

_DIGITS = regex(r"(\d{1,3}(?:,\d\d\d)+(?!\d)|\d*)(?:\.(\d+))?")
_MORE_DIGITS = regex(r"[.,]?\d|e[+-]?\d")
_WORD = regex(r"[a-z]+")
_FIRST_WORD = regex(r"([a-z]+)")
_NEXT_WORD = regex(r"[ -]([a-z]+)")


# Patterns that few numbers need
_GROUPED = (
    r"\d{{1,3}}(?:{0}\d{{3}})+(?!\d)|\d{{1,2}}(?:{0}\d{{2}})+{0}\d{{3}}(?!\d)"
    r"|\d{{1,3}}(?:[ '’]\d{{3}})+(?!\d)"
)
_RARELY_GROUPED_DIGITS = regex(rf"({_GROUPED.format(',')}|\d*)(?:\.(\d+))?")
"""Grouped as in India, or by spaces and apostrophes."""
_DECIMAL_COMMA_DIGITS = regex(rf"({_GROUPED.format('[.]')}|\d*)(?:,(\d+))?")
_RUN_OF_DIGITS = regex(r"[\d.,]*\d(?:e[+-]?\d+)?")
_SLASH_FRACTION = regex(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_OF_A = regex(r"(?:[ -]of)?(?:[ -]an?)?[ -]([a-z]+)")
