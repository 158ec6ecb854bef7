"""Reads the words after a number as a unit: "people/day", "pounds", "% ", "doses a month".

A word that is no unit is a counted thing and keeps its label. What cannot be read is a
`Complaint`, which says which word is at fault and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from fentcheck.exact import Fraction
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
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


KNOWN_LOCALES = tuple(LOCAL)
"""The locales whose units are known; in others copy is read as American, with a decimal comma."""


def is_known_locale(locale: str) -> bool:
    """Its units are known, or at least its decimal comma."""
    return locale in LOCAL or locale.partition("-")[0] in _DECIMAL_COMMA


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

    __slots__ = ("_custom", "_names", "_read", "fiscal_month", "limits", "locale")

    def __init__(
        self,
        locale: str = "en-US",
        custom_units: Mapping[str, Row] | None = None,
        custom_names: Mapping[str, str] | None = None,
        fiscal_month: int | None = None,
        limits: Limits = DEFAULTS,
    ) -> None:
        self.locale = locale
        self.limits = limits
        self.fiscal_month = fiscal_month
        self._custom = dict(custom_units or {})
        self._names = {**LOCAL.get(locale, LOCAL["en-US"]), **(custom_names or {})}
        self._read: dict[str | tuple[str, str], UnitReading] = {}

    @property
    def has_decimal_comma(self) -> bool:
        return self.locale.partition("-")[0] in _DECIMAL_COMMA

    def read(self, text: str, sign: str = "") -> UnitReading:
        """The unit that these words print; the words are all that follows the number.

        A currency sign that stands before the number makes it money: the words up to a "per"
        then only say what the money is for.
        """
        key = (sign, text) if sign else text  # “$12 a day” is not “12 $ a day”
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
        if canonical is None and name in _MARKS:
            return self._table_unit(*_MARKS[name])
        if canonical is not None:
            return self._table_unit(canonical, name)
        if lower in _DOTTED:
            return self._table_unit(SYMBOLS[_DOTTED[lower]], _DOTTED[lower])
        return self._money_unit(lower, name)

    def currency_named(self, name: str) -> str | None:
        """The ISO code of the currency of a name that stands before a sum."""
        return currency.name_code(currency.NAMED_BEFORE.get(name, ""), self.locale)

    def canonical(self, name: str) -> str:
        """The table's own name of a unit that has this name or symbol; other names stay."""
        lower = name.lower()
        found = self._names.get(lower) or SYMBOLS.get(name) or NAMES.get(lower)
        if found is None and lower in _ANY_CASE:
            found = SYMBOLS.get(lower)
        return found or _SPECIAL_NAMES.get(lower) or (_MARKS[name][0] if name in _MARKS else name)

    def _table_unit(self, canonical: str, name: str) -> Unit:
        _, numerator, denominator, dimensions = self._custom.get(canonical) or UNITS[canonical]
        size = numerator if denominator == 1 else Fraction(numerator, denominator)
        spread = SPREAD.get(canonical)
        months = int(size) if dimensions == (("calendar", 1),) else 0
        under = UNITS.get(canonical.partition(" per ")[2])  # "mile per hour"
        return Unit(
            name,
            size,
            dimensions,
            months=months,
            size_to=Fraction(spread[2], spread[3]) if spread else None,
            per_s=under[1] if under and under[3] == (("time", 1),) else 0,
        )

    def _money_unit(self, lower: str, name: str) -> Unit | None:
        code = currency.code_of(name)
        if code is None and (name == "$" or name in currency.SIGNS):
            code = currency.sign_code(name, self.locale)
        one = singular(lower)
        code = code or currency.name_code(one, self.locale)
        if code:
            return money(code, name)
        part = currency.minor_code(one, self.locale)
        return money(part[0], name, Fraction(1, part[1])) if part else None

    def _read_rate(self, text: str, sign: str) -> UnitReading:
        is_joined = text.startswith("-")
        words = text.strip().lstrip("-").lstrip()
        if words[:1] in _Y and (age := _AGE_IN_SHORT.match(words)):
            fault = left_over(words[age.end() :])
            years = self._table_unit("year", age.group())
            return _misplaced(fault) if fault else UnitReading(years, exact=True)
        if is_joined and not words:
            return _misplaced(text)
        if words and not sign and (whole := self._whole_name(words)) is not None:
            return whole
        if is_joined and (joined := _JOINED_RATE.match(words)):
            words = words[: joined.end() - 1] + " " + words[joined.end() :]
            is_joined = False
        words, unit_adverb = _take_adverb(words)
        above, *unders = _RATE.split(words)
        above = above.strip()
        if sign:
            result = self._read_money(sign, above)
        elif is_joined and above:
            result = self._read_joined(above)
        else:
            result = self._read_amount(above)
        if result.unit is None:
            return result
        unders += unit_adverb
        if not unders:
            return result
        if not above and not sign and _OVER_A_NUMBER.fullmatch(words):
            return _complain(words, "a rate is per 100, 1,000 …; a fraction is below one", None)
        unit, doubt = result.unit, result.doubt
        for under in unders:
            divisor = self._read_divisor(under.strip())
            if divisor.unit is None:
                return divisor
            unit = unit.per(divisor.unit)
            doubt = doubt or divisor.doubt
        if not above and not sign and unit.dimensions == (("#people", -1),):
            unit = unit._replace(dimensions=())
        if not unit.dimensions:
            unit = unit._replace(kind=Kind.RATIO)
        return UnitReading(unit, None, doubt)

    def _whole_name(self, words: str) -> UnitReading | None:
        """The unit of which all the words are a name, or why such a name says too little."""
        refused = _REFUSED.get(words.lower())
        if refused:
            return UnitReading(None, Complaint(words, *refused, True))
        unit = self.named(words)
        return UnitReading(unit) if unit else None

    def _read_money(self, sign: str, words: str) -> UnitReading:
        code = sign if sign in currency.CODES else currency.sign_code(sign, self.locale)
        first, _, rest = words.partition(" ")
        if (
            first.lower() == code.lower()
            or currency.name_code(singular(first), self.locale) == code
        ):
            words = rest  # "$5 USD", "$5 million dollars"
        fault = left_over(words)
        if fault:
            return _complain(fault, f"“{fault}” is left over after the sum of money")
        return UnitReading(money(code, sign))

    def _read_divisor(self, text: str) -> UnitReading:
        """What stands under "per": a unit, a noun, or so many of them ("100,000 people")."""
        if text in _HEADS:
            return UnitReading(Unit(text, 1, (("#people", 1),)))
        number = _DIVISOR_NUMBER.match(text)
        if not number:
            return self._read_amount(text) if text else _complain("/", "nothing follows “/”")
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
        """A unit with no rate in it: a name, a name and what it is of, or a counted noun."""
        if not text:
            return UnitReading(NUMBER)
        sized = _SIZED.match(text) if "-" in text else None
        if sized and (unit := self.named(sized.group(1))) and not left_over(text[sized.end() :]):
            return UnitReading(unit)
        bare = _ADJECTIVE.sub("", text).rstrip(".")
        whole = self._whole_name(bare) if bare else None
        if whole is not None:
            is_age = whole.unit is not None and bool(_AGE.search(text))
            return UnitReading(whole.unit, whole.complaint, exact=is_age)
        of = _OF_THE.match(text)
        text = text[of.end() :] if of else text
        cut = _BEGINS_DESCRIPTION.search(text)
        head, rest = (text[: cut.start()], text[cut.end() :]) if cut else (text, "")
        if rest and (fault := left_over(rest)):
            return _complain(fault, f"“{fault}” is left over: a value is one figure")
        if cut and not rest and cut.group().strip(" ,").lower() != "ago":
            return _misplaced(cut.group().strip(" ,"))
        if not head:
            return UnitReading(NUMBER)
        unit = self.named(_ADJECTIVE.sub("", head).rstrip("."))
        if unit is not None and head.lower() in _SCALELESS and not _OF_ANGLE.match(rest):
            return UnitReading(None, Complaint(head, *_REFUSED[head.lower()], True))
        if unit is not None:
            fault = next(filter(_SAYS_HOW_FAR.__contains__, _tokens(text[len(head) :])), None)
            return _misplaced(fault) if fault else UnitReading(unit)
        return self._read_unit_of(head) or self._read_noun(head)

    def _read_unit_of(self, phrase: str) -> UnitReading | None:
        """A symbol or a plural name, and behind it what it measures: "ml liquid", "pounds rice".

        None where the phrase does not begin with one: in "dollar bills" bills are counted.
        """
        words = phrase.split(" ")
        for many in range(min(len(words) - 1, _LONGEST_NAME), 0, -1):
            name = " ".join(words[:many]).rstrip(",.'’")
            unit = self.named(name)
            if unit is None or not (
                name in _SIGNS_OF_UNITS or _is_symbol(name) or _is_plural(name)
            ):
                continue
            rest = words[many:]
            if name.lower() in _SCALELESS and rest[0].lower() not in _ANGLES:
                return UnitReading(None, Complaint(name, *_REFUSED[name.lower()], True))
            if name == "m" and not OF_LENGTH.match(phrase, 1):
                return _complain(name, "“m” beside a space is metres", "million")
            fault = left_over(" ".join(rest)) or next(
                (word for word in rest if word.lower() in _SAYS_HOW_FAR), None
            )
            if unit.kind is Kind.FACTOR and rest[0].lower() not in _COMPARED:
                fault = fault or name
            return _misplaced(fault) if fault else UnitReading(unit)
        return None

    def _read_joined(self, phrase: str) -> UnitReading:
        """What a hyphen joins to the number: "-minute film", "-year-old woman", "-page report".

        It is this that is counted, and not the noun that it describes.
        """
        joined, _, rest = phrase.partition(" ")
        pieces = joined.split("-")
        fault = left_over(rest) or left_over(" ".join(pieces))
        if fault:
            return _complain(fault, f"“{fault}” is left over: a value is one figure")
        if joined.lower() == "strong":
            return UnitReading(Unit("strong", 1, (("#people", 1),)))
        for many in range(len(pieces), 0, -1):
            name = " ".join(pieces[:many])
            unit = self.named(name) or self.named("-".join(pieces[:many]))
            if unit is None:
                continue
            behind = pieces[many] if many < len(pieces) else rest.partition(" ")[0]
            if name.lower() in _SCALELESS and behind.lower() not in _ANGLES:
                return UnitReading(None, Complaint(name, *_REFUSED[name.lower()], True))
            return UnitReading(unit, exact="old" in pieces or "olds" in pieces)
        if joined.lower() in _REFUSED:
            return UnitReading(None, Complaint(joined, *_REFUSED[joined.lower()], True))
        return self._read_noun(joined)

    def _read_noun(self, phrase: str) -> UnitReading:
        fault = _NOT_A_NOUN.search(_NAMED_BY_NUMBER.sub("", phrase))
        if fault:
            return _misplaced(fault.group())
        words = phrase.split()
        if len(words) > _LONGEST_NOUN:
            return _complain(phrase, "too many words after the number for a unit")
        for word in words:
            lower = word.lower()
            if lower in _NEVER_IN_A_NOUN or _is_number_word(lower):
                return _misplaced(word)
        head = words[-1]
        lower = head.lower().rstrip(".")
        if not any(map(str.isalpha, lower)):
            return _misplaced(head)
        if lower.rpartition("-")[2] in _NEVER_A_HEAD or (lower in _NEVER_ALONE and len(words) == 1):
            return _misplaced(head)
        first = words[0].lower()
        if len(first) > 5 and singular(first) not in THINGS and first not in PERSONS:
            magnitude = _near(first, _MAGNITUDES, 1)
            if magnitude and first != "bullion":
                return _complain(words[0], f"“{words[0]}” is no magnitude", magnitude)
        noun = singular(lower)
        if noun in PERSONS:
            return UnitReading(Unit(phrase, 1, (("#people", 1),)), exact=False)
        unit = Unit(phrase, 1, (("#" + noun, 1),))
        if noun in THINGS:
            return UnitReading(unit, exact=noun == "vote")
        if len(words) == 1 and _is_cipher(head):
            return UnitReading(None, Complaint(head, f"“{head}” is no unit", None, True))
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


def left_over(words: str) -> str | None:
    """The first figure, number word or hedge in words that only describe, or None."""
    if not words:
        return None
    figure = _FIGURE.search(words)
    if figure:
        return figure.group()
    for word in words.split():
        lower = word.lower().strip(",;.()")
        if lower in _NUMBER_WORDS or lower == "than" or _is_number_word(lower):
            return word
    return None


def edit_distance(one: str, other: str, limit: int) -> int:
    """Letters to add, drop, change or swap with a neighbour; limit + 1 if there are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        left, above_left = i, before[0]
        for j, theirs in enumerate(other, 1):
            above = before[j]
            cost = above_left if letter == theirs else above_left + 1
            if above < cost:
                cost = above + 1
            if left < cost:
                cost = left + 1
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
            left, above_left = cost, above
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest_name(word: str, names: Collection[str]) -> str | None:
    """The name that differs least from a misspelt word, if it differs little; None if none does.

    Names in no order of their own are taken in that of the alphabet. Among very many, and for a
    word that is far too long, none is looked for.
    """
    if len(names) > _MOST_NAMES or len(word) > _LONGEST_WORD:
        return None
    if not isinstance(names, list | tuple):
        names = sorted(names)
    lower = word.lower()
    limit = 1 if len(lower) < 5 else 2 if len(lower) < 10 else 3
    return _near(lower, names, limit)


def _near(word: str, names: Collection[str], limit: int) -> str | None:
    best, best_distance = None, limit + 1
    letters = frozenset(word)
    for name in sorted(names) if isinstance(names, frozenset) else names:
        lower = name.lower()
        if abs(len(word) - len(lower)) > limit or len(letters.difference(lower)) > limit:
            continue  # each letter that the name has not is one to drop or to change
        distance = edit_distance(word, lower, limit)
        if distance < best_distance:
            best, best_distance = name, distance
    return best


def _complain(word: str, message: str, suggestion: str | None = None) -> UnitReading:
    return UnitReading(None, Complaint(word, message, suggestion))


def _misplaced(word: str) -> UnitReading:
    return _complain(word, f"“{word}” is not part of a unit")


def _tokens(text: str) -> list[str]:
    return text.lower().split()


def _is_number_word(word: str) -> bool:
    """ "forty", "forty-five", "fifths"; not "two-bedroom" or "third-party"."""
    if word in _NUMBER_WORDS or word in _PARTS:
        return True
    if "-" not in word:
        return False
    return all(piece in _NUMBER_WORDS or piece in _PARTS for piece in word.split("-"))


def _is_plural(name: str) -> bool:
    return len(name) > 3 and name.lower().endswith(("s", "feet", "pence"))


def _is_symbol(name: str) -> bool:
    return name not in _WORDS_TOO and (name in SYMBOLS or name.lower() in _ANY_CASE)


def _is_cipher(word: str) -> bool:
    """Letters that no English noun is: all capitals, or no vowel. Perhaps an unknown unit."""
    letters = word.rstrip(".")
    if letters.isupper():
        return True
    return letters.islower() and letters.isalpha() and not _VOWELS.intersection(letters)


def _take_adverb(words: str) -> tuple[str, list[str]]:
    """ "150 deaths daily" and "150 daily deaths" are so many a day."""
    first, _, rest = words.partition(" ")
    if first.lower() in _ADVERBS:
        return rest, [_ADVERBS[first.lower()]]
    rest, _, last = words.rpartition(" ")
    if last.lower() in _ADVERBS:
        return rest, [_ADVERBS[last.lower()]]
    return words, []


OF_LENGTH = regex(
    r" (?:tall|wide|deep|thick|across)(?![\w-])| (?:long|high|away)$"
    r"|-(?:tall|wide|deep|long|high|thick)\b"
    r"| (?:(?:individual|individuals|indoor|outdoor|mixed|short-course|long-course|open|wheelchair"
    r"|flat|men's|women's|world|european|olympic|national|final) )?"
    r"(?:race|races|dash|dashes|sprint|sprints|sprinter|hurdles|hurdler|relay|relays|freestyle"
    r"|butterfly|backstroke|breaststroke|medley|steeplechase|race-walk|runners?|swimmers?"
    r"|event|heats?|pool|track|finals?|semi-?finals?|title|champions?|record|rifle|pistol"
    r"|platform|springboard|kayak|canoe|crawl|pursuit|time trial)(?![\w-])"
)
"""What makes metres, and not millions, of the m before it: a height, a race, a pool."""
_REMEMBERED = 4096
_DOTTED = {"m.p.h": "mph", "k.p.h": "kph"}
"""Abbreviations that some print with full stops."""
_ANY_CASE = frozenset(
    [
        "kg",
        "km",
        "cm",
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
_MOST_NAMES = 1_000
_LONGEST_WORD = 60
_LONGEST_NOUN = 8
_DECIMAL_COMMA = frozenset(("de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "pl", "tr"))

_LONGEST_NAME = 4

_RATE = regex(r"\s*/\s*|(?:^(?!per\s+cent\b)|\s+)(?:per|each|every|an?)\s+", re.IGNORECASE)
_JOINED_RATE = regex(r"(?:per|an?)-", re.IGNORECASE)
_OVER_A_NUMBER = regex(r"/\d[\d/]*(?<!00)(?: .*)?")
"""A number over a number: a score or a blood pressure, but "/1000" is a rate."""
_OF_THE = regex(r"of (?:(?:the|these|those|them|all)\b ?)*", re.IGNORECASE)
_BEGINS_DESCRIPTION = regex(
    r"(?:^|,?\s+)(?:of|worth|in|for|from|at|on|by|with|among|during|since|who|that|which|whose|were"
    r"|was|are|is|be|have|has|had|will|would|ago|under|over|around|about|above|below|after|before"
    r"|until|against|across|into|within|without|between|through|than)(?:\s+|$)",
    re.IGNORECASE,
)
"""The words from which on a phrase only describes what is counted: "people in hospital"."""
_ADJECTIVE = regex(
    r"[\s-]+(?:tall|long|wide|high|deep|away|across|thick|apart|old|of age|in (?:length|height|"
    r"width|depth|weight|size|area|diameter|total|all))$",
    re.IGNORECASE,
)
_SIZED = regex(r"([a-z]{1,3})-(?:tall|long|wide|high|deep|thick)\b")
""" "8m-wide gap", "3km-long queue": what has the size is not counted."""
_Y = ("y", "Y")
_AGE_IN_SHORT = regex(r"(?:yo|y/o|y\.o\.?)(?=[\s,-]|$)", re.IGNORECASE)
_AGE = regex(r"\b(?:old|of age)$", re.IGNORECASE)
_FIGURE = regex(r"(?<![\w-])[$£€(-]?[\d½¼¾⅐-⅞]\S*")
_NOT_A_NOUN = regex(r"[^A-Za-zÀ-ÿ'’.\s&-]+")
_NAMED_BY_NUMBER = regex(r"(?<=[A-Z]-)\d{1,4}(?= )")
"""The number of a name, as in "COVID-19 deaths"."""
_NUMBER_WORDS = frozenset(
    "zero nought naught one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred hundreds thousand thousands million millions billion billions trillion "
    "trillions quadrillion quadrillions lakh lakhs lac lacs crore crores dozen dozens".split()
)
_PARTS = frozenset(
    f"{stem}{ending}"
    for stem in "four fif six seven eigh nin ten eleven twelf thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twentie thirtie fortie fiftie sixtie seventie eightie ninetie "
    "hundred thousand million billion trillion".split()
    for ending in ("ths",)
) | {"thirds", "halves", "firsts"}
"""Plurals of fractions; their singulars are ordinals, too."""
_NEVER_A_HEAD = frozenset(part.removesuffix("s") for part in _PARTS if part.endswith("ths")) | {
    "third",
    "half",
    "quarter",
    "percentage",
}
_NEVER_ALONE = frozenset(("score", "scores", "digits", "figures"))
_NEVER_IN_A_NOUN = frozenset(
    "and or to but than per percent percents percentage point isn't wasn't aren't i you he she we "
    "they it about nearly almost approximately roughly exactly plus minus".split()
)
_MAGNITUDES = ("million", "billion", "trillion", "thousand", "hundred")
_SAYS_HOW_FAR = frozenset(
    "more less fewer higher lower greater larger smaller bigger taller shorter longer heavier "
    "lighter warmer colder hotter cooler faster slower above below over under than about nearly "
    "almost around".split()
)
"""Behind a unit they change what the number says: "1.5C above pre-industrial levels"."""
_COMPARED = frozenset("as the that those what its their his her last more".split())
_VOWELS = frozenset("aeiouy")
_WORDS_TOO = frozenset(("in", "t"))
"""Symbols that are more often words: "5 in custody", "5 t shirts"."""
_SIGNS_OF_UNITS = frozenset(("%", "percent", "per cent", "pct", "pc", "°C", "°F", "C", "F"))
_MARKS = {
    **dict.fromkeys(("'", "’", "′"), ("foot", "feet")),
    **dict.fromkeys(('"', "”", "″", "''"), ("inch", "inches")),
}
_SCALELESS = frozenset(("degree", "degrees", "°", "deg", "deg."))
_ANGLES = frozenset("angle angles arc turn turns bend bends rotation north south east west".split())
_OF_ANGLE = regex(r"(?:arc|angle|longitude|latitude|rotation|inclination)\b", re.IGNORECASE)
_DIVISOR_NUMBER = regex(r"(\d{1,3}(?:,\d{3})+|\d{1,9}|two|three|four|five|six|ten)(?![\w,.])", re.I)
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
    **dict.fromkeys(
        ("%", "percent", "per cent", "percents", "percentage", "pct", "pc", "p.c", "p.c."), PERCENT
    ),
    **dict.fromkeys(
        (
            "percentage points",
            "percentage point",
            "percentage-point",
            "percentage-points",
            "percent points",
            "percent point",
            "per cent points",
            "% points",
            "%-points",
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
            "deg. c",
            "deg celsius",
            "deg. celsius",
            "centigrade",
            "degrees centigrade",
            "c",
        ),
        CELSIUS,
    ),
    **dict.fromkeys(
        (
            "°f",
            "fahrenheit",
            "degrees fahrenheit",
            "degree fahrenheit",
            "degrees f",
            "deg f",
            "deg. f",
            "deg fahrenheit",
            "deg. fahrenheit",
            "f",
        ),
        FAHRENHEIT,
    ),
    **dict.fromkeys(("kelvin", "kelvins"), KELVIN),
}
_SPECIAL_NAMES = {
    name: {CELSIUS: "degree Celsius", FAHRENHEIT: "degree Fahrenheit", KELVIN: "kelvin"}[unit]
    for name, unit in _SPECIAL.items()
    if unit.kind is Kind.TEMPERATURE
}
_WHICH_SCALE = ("degrees of what? say °C or °F, or degrees of arc", "°C")
_REFUSED: dict[str, tuple[str, str | None]] = {
    **dict.fromkeys(_SCALELESS, _WHICH_SCALE),
    "k": ("“k” beside a space is no unit", "thousand"),
    "b": ("“b” is no unit", "billion"),
    "tn": ("“tn” is no unit", "trillion"),
    **dict.fromkeys(
        ("am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o’clock", "o'clock"),
        ("a time of day is no quantity", None),
    ),
    "magnitude": ("a magnitude is on a scale of its own, and no quantity", None),
}
