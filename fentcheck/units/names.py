"""Reads the words after a number as a unit: "people/day", "pounds", "% ", "doses a month".

A word that is no unit is a counted thing and keeps its label. What cannot be read is a
`Complaint`, which says which word is at fault and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from fentcheck.exact import Fraction
from fentcheck.units import currency
from fentcheck.units.nouns import PERSONS, THINGS, singular
from fentcheck.units.table import LOCAL, LONG_NAMES, NAMES, SHORT_NAMES, SPREAD, SYMBOLS, UNITS
from fentcheck.units.unit import (
    BASIS_POINTS,
    CELSIUS,
    FAHRENHEIT,
    KELVIN,
    NUMBER,
    PERCENT,
    POINTS,
    TIMES,
    Dimensions,
    Kind,
    Unit,
)

Row = tuple[str, int, int, Dimensions]


class Complaint(NamedTuple):
    """Why some words are no unit: the word at fault and, where there is one, a better word."""

    word: str
    message: str
    suggestion: str | None = None
    is_unknown_unit: bool = False


class UnitReading(NamedTuple):
    """A unit, or the complaint that stands in its place; `doubt` is a near miss worth a note."""

    unit: Unit | None
    complaint: Complaint | None = None
    doubt: Complaint | None = None
    exact: bool = False
    """Votes and ages are counted one by one: a bare number of them is exact."""


class Lexicon:
    """The names of units as one locale and one project's own definitions have them."""

    __slots__ = ("_custom", "_names", "_read", "locale")

    def __init__(
        self,
        locale: str = "en-US",
        custom_units: Mapping[str, Row] | None = None,
        custom_names: Mapping[str, str] | None = None,
    ) -> None:
        self.locale = locale
        self._custom = dict(custom_units or {})
        self._names = {**LOCAL.get(locale, LOCAL["en-US"]), **(custom_names or {})}
        self._read: dict[str, UnitReading] = {}

    @property
    def has_decimal_comma(self) -> bool:
        return self.locale.partition("-")[0] in _DECIMAL_COMMA

    def read(self, text: str, sign: str = "") -> UnitReading:
        """The unit that these words print; the words are all that follows the number.

        A currency sign that stands before the number makes it money: the words up to a "per"
        then only say what the money is for.
        """
        key = sign + text
        known = self._read.get(key)
        if known is None:
            known = self._read_rate(text, sign)
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            self._read[key] = known
        return known

    def named(self, name: str) -> Unit | None:
        """The unit of exactly this name or symbol, or None; counted nouns are not looked for."""
        lower = name.lower()
        if lower in _SPECIAL:
            return _SPECIAL[lower]._replace(name=name)
        canonical = self._names.get(lower) or SYMBOLS.get(name) or NAMES.get(lower)
        if canonical is None and lower in _ANY_CASE:
            canonical = SYMBOLS.get(lower)
        if canonical is not None:
            return self._table_unit(canonical, name)
        return self._money_unit(lower, name)

    def _table_unit(self, canonical: str, name: str) -> Unit:
        _, numerator, denominator, dimensions = self._custom.get(canonical) or UNITS[canonical]
        size = numerator if denominator == 1 else Fraction(numerator, denominator)
        spread = SPREAD.get(canonical)
        months = int(size) if dimensions == (("calendar", 1),) else 0
        return Unit(
            name,
            size,
            dimensions,
            months=months,
            size_to=Fraction(spread[2], spread[3]) if spread else None,
        )

    def _money_unit(self, lower: str, name: str) -> Unit | None:
        if name in currency.CODES:
            return money(name)
        one = singular(lower)
        code = currency.name_code(one, self.locale)
        if code:
            return money(code, name)
        code = currency.minor_code(one, self.locale)
        if code:
            return money(code, name, Fraction(1, 100))
        return None

    def _read_rate(self, text: str, sign: str) -> UnitReading:
        words = text.strip().lstrip("-").lstrip()
        if words and not sign and (whole := self.named(words)) is not None:
            return UnitReading(whole)
        words, unit_adverb = _take_adverb(words)
        above, *unders = _RATE.split(words)
        above = above.strip()
        result = self._read_money(sign, above) if sign else self._read_amount(above)
        if result.unit is None:
            return result
        unders += unit_adverb
        if not unders:
            return result
        unit, doubt = result.unit, result.doubt
        for under in unders:
            divisor = self._read_divisor(under.strip())
            if divisor.unit is None:
                return divisor
            unit = unit.over(divisor.unit)
            doubt = doubt or divisor.doubt
        if not above and not sign and unit.dimensions == (("#people", -1),):
            unit = unit._replace(dimensions=())
        if not unit.dimensions:
            unit = unit._replace(kind=Kind.RATIO)
        return UnitReading(unit, None, doubt)

    def _read_money(self, sign: str, words: str) -> UnitReading:
        code = sign if sign in currency.CODES else currency.sign_code(sign, self.locale)
        fault = _NOT_A_NOUN.search(words)
        if fault:
            return _complain(
                fault.group(), f"“{fault.group()}” is left over after the sum of money"
            )
        return UnitReading(money(code, sign))

    def _read_divisor(self, text: str) -> UnitReading:
        """What stands under "per": a unit, a noun, or so many of them ("100,000 people")."""
        if text in _HEADS:
            return UnitReading(Unit(text, 1, (("#people", 1),)))
        number = _DIVISOR_NUMBER.match(text)
        if not number:
            return self._read_amount(text) if text else _complain(text, "nothing follows “per”")
        digits, words = number.group(1), text[number.end() :].strip()
        count = _SMALL_COUNTS.get(digits.lower()) or int(digits.replace(",", "") or 0)
        if count == 0:
            return _complain(digits, "a rate cannot be per zero")
        if not words:
            return UnitReading(Unit(text, count, (("#people", 1),)))
        inner = self._read_amount(words)
        if inner.unit is None:
            return inner
        unit = inner.unit
        return UnitReading(
            unit._replace(
                name=text,
                size=unit.size * count,
                size_to=None if unit.size_to is None else unit.size_to * count,
                months=unit.months * count,
            ),
            None,
            inner.doubt,
        )

    def _read_amount(self, text: str) -> UnitReading:
        """A unit with no rate in it: a name, a name "of" something, or a counted noun."""
        if not text:
            return UnitReading(NUMBER)
        unit = self.named(text)
        if unit is not None:
            return UnitReading(unit)
        head = _OF.split(text, maxsplit=1)[0]
        bare = _ADJECTIVE.sub("", head).rstrip(".")
        unit = self.named(bare) if bare else None
        if unit is not None:
            is_age = bool(_AGE.search(text))
            return UnitReading(unit, exact=is_age)
        if head.lower() in _REFUSED:
            return UnitReading(None, Complaint(head, *_REFUSED[head.lower()], True))
        return self._read_noun(head)

    def _read_noun(self, phrase: str) -> UnitReading:
        fault = _NOT_A_NOUN.search(phrase)
        if fault:
            return _complain(fault.group(), f"“{fault.group()}” is not part of a unit")
        words = phrase.split()
        if len(words) > _LONGEST_NOUN:
            return _complain(phrase, "too many words after the number for a unit")
        head = words[-1]
        lower = head.lower().rstrip(".")
        noun = singular(lower)
        if noun in PERSONS:
            return UnitReading(Unit(phrase, 1, (("#people", 1),)), exact=False)
        unit = Unit(phrase, 1, (("#" + noun, 1),))
        if noun in THINGS:
            return UnitReading(unit, exact=noun == "vote")
        meant = _near(lower, LONG_NAMES, 2)
        if meant:
            return UnitReading(None, Complaint(head, f"“{head}” is no unit", meant, True))
        meant = _near(lower, SHORT_NAMES, 1)
        if meant:
            doubt = Complaint(head, f"“{head}” is read as a counted thing", meant)
            return UnitReading(unit, None, doubt)
        return UnitReading(unit)


def money(code: str, name: str | None = None, size: int | Fraction = 1) -> Unit:
    """A sum in the currency of this ISO code."""
    return Unit(name or code, size, (("¤" + code, 1),))


def edit_distance(one: str, other: str, limit: int) -> int:
    """Letters to add, drop, change or swap with a neighbour; limit + 1 if there are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, theirs in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest_name(word: str, names: tuple[str, ...] | frozenset[str] | list[str]) -> str | None:
    """The name that differs least from a misspelt word, if it differs little; None if none does."""
    lower = word.lower()
    limit = 1 if len(lower) < 5 else 2 if len(lower) < 10 else 3
    return _near(lower, names, limit)


def _near(word: str, names: tuple[str, ...] | frozenset[str] | list[str], limit: int) -> str | None:
    best, best_distance = None, limit + 1
    for name in sorted(names) if isinstance(names, frozenset) else names:
        distance = edit_distance(word, name.lower(), limit)
        if distance < best_distance:
            best, best_distance = name, distance
    return best


def _complain(word: str, message: str, suggestion: str | None = None) -> UnitReading:
    return UnitReading(None, Complaint(word, message, suggestion))


def _take_adverb(words: str) -> tuple[str, list[str]]:
    """ "150 deaths daily" and "150 daily deaths" are so many a day."""
    first, _, rest = words.partition(" ")
    if first.lower() in _ADVERBS:
        return rest, [_ADVERBS[first.lower()]]
    rest, _, last = words.rpartition(" ")
    if last.lower() in _ADVERBS:
        return rest, [_ADVERBS[last.lower()]]
    return words, []


_REMEMBERED = 4096
_ANY_CASE = frozenset(
    [
        "kg",
        "km",
        "cm",
        "mm",
        "lb",
        "lbs",
        "oz",
        "mph",
        "kph",
        "ft",
        "mi",
        "ml",
        "hp",
        "hr",
        "hrs",
        "sec",
        "yr",
        "yrs",
    ]
)
"""Symbols that copy prints in any case; in the others case makes the unit."""
_LONGEST_NOUN = 8
_DECIMAL_COMMA = frozenset(("de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "pl", "tr"))

_RATE = re.compile(r"\s*/\s*|(?:^|\s+)(?:per|each|every|an?)\s+", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|worth)\b", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"[\s-]+(?:tall|long|wide|high|deep|away|across|thick|apart|old|of age|in (?:length|height|"
    r"width|depth|weight|size|area|diameter|total|all))$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(?:old|of age)$", re.IGNORECASE)
_NOT_A_NOUN = re.compile(
    r"[^A-Za-zÀ-ÿ'’.\s&-]+|\b(?:and|or|to|but|than|million|billion|trillion|hundred|thousand)\b",
    re.IGNORECASE,
)
_DIVISOR_NUMBER = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,9}|two|three|four|five|six|ten)(?![\w,.])", re.I
)
_SMALL_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_HEADS = frozenset(("capita", "head", "person"))
_ADVERBS = {
    "daily": "day",
    "hourly": "hour",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
    "apiece": "item",
    "each": "item",
}
_SPECIAL: dict[str, Unit] = {
    **dict.fromkeys(("%", "percent", "per cent", "pct", "pc"), PERCENT),
    **dict.fromkeys(
        (
            "percentage points",
            "percentage point",
            "percentage-point",
            "points",
            "point",
            "pp",
            "ppt",
            "ppts",
            "pts",
        ),
        POINTS,
    ),
    **dict.fromkeys(("basis points", "basis point", "bps", "bp"), BASIS_POINTS),
    **dict.fromkeys(("times", "x", "×", "fold"), TIMES),
    **dict.fromkeys(
        (
            "°c",
            "celsius",
            "degrees celsius",
            "degree celsius",
            "degrees c",
            "deg c",
            "centigrade",
            "degrees centigrade",
            "c",
        ),
        CELSIUS,
    ),
    **dict.fromkeys(
        ("°f", "fahrenheit", "degrees fahrenheit", "degree fahrenheit", "degrees f", "deg f", "f"),
        FAHRENHEIT,
    ),
    **dict.fromkeys(("kelvin", "kelvins"), KELVIN),
}
_REFUSED: dict[str, tuple[str, str | None]] = {
    "degrees": ("degrees of what? say which scale", "°C"),
    "degree": ("degrees of what? say which scale", "°C"),
    "°": ("degrees of what? say which scale", "°C"),
    "k": ("“k” beside a space is no unit", "thousand"),
    "b": ("“b” is no unit", "billion"),
    "tn": ("“tn” is no unit", "trillion"),
}
