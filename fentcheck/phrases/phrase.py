"""Reads a value phrase as the article prints it: hedge, number, unit, rate.

`read_phrase` takes the whole phrase apart with a small grammar and gives a `Phrase`, or a
`Complaint` that names the word it cannot read. It never skips a word that could carry meaning.
What the parts mean as intervals is said in `reading`.

    phrase  = lead* core trail? unit trail? comparison?
    core    = number | number "-" number | number "or" number | number "in" number
            | fraction | "dozens" | "several" | "most" | "doubled" | …
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from fentcheck.exact import Fraction
from fentcheck.phrases.hedges import (
    SENSES,
    TRAIL_SENSES,
    Direction,
    Hedge,
    Statistic,
    Superlative,
)
from fentcheck.phrases.numbers import (
    MAGNITUDES,
    SMALL,
    Found,
    Number,
    Unreadable,
    decimal,
    integer,
    read_number,
)
from fentcheck.units import currency
from fentcheck.units.names import Complaint, Lexicon, nearest_name
from fentcheck.units.unit import FRACTION, PERCENT, TIMES, Kind, Unit, difference


class Form(Enum):
    """How the number is put; with the hedge it picks the row of the phrase table."""

    NUMBER = "number"
    RANGE = "range"
    PAIR = "pair"
    DOZEN = "a dozen"
    HALF_DOZEN = "half a dozen"
    PLURAL = "plural magnitude"
    COUPLE = "a couple"
    FEW = "a few"
    SEVERAL = "several"
    FRACTION = "fraction"
    ONE_IN = "one in k"
    MAJORITY = "majority"
    MOST = "most"
    VAST_MAJORITY = "vast majority"
    NEARLY_ALL = "nearly all"
    MINORITY = "minority"
    TIMES = "times as many"
    TIMES_MORE = "times more"
    TIMES_FEWER = "times fewer"


class Phrase(NamedTuple):
    """The parts of a value phrase.

    `high` is set for a range and a pair; of "two in five" the numbers are `low` and `high`.
    `figure` is the part of the text that holds hedge and number. `multiple` marks "300% of",
    `exact` what is counted one by one (votes, ages).
    """

    text: str
    form: Form
    low: Number
    unit: Unit
    hedges: tuple[Hedge, ...] = ()
    high: Number | None = None
    direction: Direction | None = None
    superlative: Superlative | None = None
    statistic: Statistic | None = None
    figure: str = ""
    multiple: bool = False
    exact: bool = False
    doubt: Complaint | None = None

    @property
    def is_change(self) -> bool:
        """It can only be said of a change: it has a direction, or is a factor."""
        return self.direction is not None or self.unit.kind is Kind.FACTOR


class Mention(NamedTuple):
    """A number inside running words, with the classes of the hedges round it."""

    hedges: tuple[Hedge, ...]
    form: Form
    low: Number
    high: Number | None
    start: int
    end: int


LONGEST_PHRASE = 200


def read_phrase(text: str, lexicon: Lexicon) -> Phrase | Complaint:
    """The parts of a whole value phrase, or a complaint about the word that has no reading."""
    text = " ".join(text.split())
    if not text:
        return Complaint("", "there is no value here", "12 people")
    if len(text) > LONGEST_PHRASE:
        return Complaint(text[:20], f"a value has at most {LONGEST_PHRASE} characters")
    lower = lowered(text)
    lead = read_lead(lower, 0)
    core = read_core(text, lower, lead.end, lexicon)
    if core is None:
        word = text[lead.end :].split(" ")[0] or text
        return Complaint(word, f"no number can be read at “{word}”", _suggested_word(word))
    if isinstance(core, Complaint):
        return core
    trail, end = read_trail(lower, core.end)
    tail = _read_tail(core, text[end:].strip(), lexicon)
    if isinstance(tail, Complaint):
        return tail
    hedges = lead.hedges
    if trail or tail.hedge:
        hedges = (*hedges, *(hedge for hedge in (trail, tail.hedge) if hedge))
    form = core.form
    if form is Form.FRACTION:
        form, hedges = _as_majority(form, core.low, hedges)
    direction = lead.direction or tail.direction
    unit = tail.unit if direction is None else difference(tail.unit)
    if form is Form.NUMBER and unit.kind is Kind.FACTOR:
        form = Form.TIMES
    return Phrase(
        text,
        form,
        tail.low or core.low,
        unit,
        tuple(dict.fromkeys(hedges)) if len(hedges) > 1 else hedges,
        core.high,
        direction,
        lead.superlative,
        lead.statistic,
        text[:end].strip(),
        tail.multiple,
        tail.exact,
        tail.doubt,
    )


def find_mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """Every number of a short text (a quote), left to right, with the hedges round it."""
    text = " ".join(text.split())
    lower = lowered(text)
    found: list[Mention] = []
    position = 0
    for word in _WORD_START.finditer(text):
        start = word.start()
        if start < position:
            continue
        lead = read_lead(lower, start)
        core = read_core(text, lower, lead.end, lexicon)
        if core is None or isinstance(core, Complaint):
            continue
        trail, end = read_trail(lower, core.end)
        _, late = _without_late_trail(text[end:])
        hedges = tuple(hedge for hedge in (*lead.hedges, trail, late) if hedge)
        form, hedges = _as_majority(core.form, core.low, hedges)
        found.append(Mention(hedges, form, core.low, core.high, start, end))
        position = end
    return found


# What stands before and behind the number


class Lead(NamedTuple):
    """The words before a number, sorted by what they say, and where the number begins."""

    hedges: tuple[Hedge, ...]
    direction: Direction | None
    superlative: Superlative | None
    statistic: Statistic | None
    end: int


_NO_LEAD = Lead((), None, None, None, 0)


def read_lead(lower: str, start: int) -> Lead:
    """All hedges, directions and records that stand at `start`, the longest wordings first."""
    figure = _FIRST_FIGURE.search(lower, start)
    words = lower[start : figure.start()] if figure else lower[start:]
    lead = _lead_of(words) if words else _NO_LEAD
    return lead._replace(end=start + lead.end) if start else lead


@lru_cache(maxsize=1024)
def _lead_of(words: str) -> Lead:
    hedges: list[Hedge] = []
    direction: Direction | None = None
    superlative: Superlative | None = None
    statistic: Statistic | None = None
    end = 0
    match = _LEAD.match(words)
    while match:
        sense = SENSES[match.group(1)]
        if isinstance(sense, Hedge):
            hedges.append(sense)
        elif isinstance(sense, Direction):
            direction = sense
        elif isinstance(sense, Superlative):
            superlative = sense
        elif isinstance(sense, Statistic):
            statistic = sense
        end = match.end()
        match = _LEAD.match(words, end)
    return Lead(tuple(hedges), direction, superlative, statistic, end)


def read_trail(lower: str, end: int) -> tuple[Hedge | None, int]:
    """The hedge right behind a number ("1,400-plus", "50 or so"), and where it ends."""
    match = _TRAIL.match(lower, end) if lower[end : end + 2].lstrip()[:1] in _BEGINS_TRAIL else None
    if not match:
        return None, end
    return TRAIL_SENSES[match.group(1)], match.end()


def _without_late_trail(rest: str) -> tuple[str, Hedge | None]:
    """The words behind the number without a hedge at their end ("people or more")."""
    match = _LATE_TRAIL.search(rest.lower())
    if not match:
        return rest, None
    return rest[: match.start()], TRAIL_SENSES[match.group(1)]


# The number itself


class Core(NamedTuple):
    """The number, how it is put, and where its text ends.

    `sign` is the currency sign before it; `unit` is set where the wording leaves no other.
    """

    form: Form
    low: Number
    end: int
    high: Number | None = None
    sign: str = ""
    unit: Unit | None = None


def read_core(text: str, lower: str, start: int, lexicon: Lexicon) -> Core | Complaint | None:
    """The number that begins at `start`, in any of its forms; None if none begins there."""
    bounds = None
    if lower[start : start + 1] in _BEGINS_OPENING and (opening := _OPENING.match(lower, start)):
        start = opening.end()
        bounds = opening.group(1)
    if not lower[start : start + 1].isdigit():
        core = _read_word_form(lower, start) or _read_fraction(lower, start, lexicon)
        if core:
            return core
    elif "/" in lower[start : start + 4] and _SLASH_FRACTION.match(lower, start):
        return _read_fraction(lower, start, lexicon)
    first = _read_signed(text, lower, start, lexicon)
    if isinstance(first, Complaint):
        return first
    if first is None:
        only = _ARTICLE.match(lower, start)
        return Core(Form.NUMBER, integer(1), only.end()) if only else None
    core = Core(Form.NUMBER, first.number, first.end, sign=first.sign)
    if not _CONTINUES.match(lower, first.end):
        if bounds:
            return Complaint(
                text[: first.end], f"“{bounds}” wants two numbers", f"{bounds} 5 and 10"
            )
        return core
    return (
        _read_times(lower, core)
        or _read_one_in(lower, core)
        or _read_second(text, lower, first, bounds, lexicon)
        or core
    )


def _read_word_form(lower: str, start: int) -> Core | None:
    """Numbers that only words can put: "dozens", "a few hundred", "most", "doubled"."""
    match = _WORD_FORM.match(lower, start)
    if not match:
        return None
    end = match.end()
    found = match.groupdict()
    if found["dozen"]:
        many = found["dozens_of"] or "a"
        count = 1 if many == "a" else SMALL.get(many) or int(many)
        return Core(Form.DOZEN, Number(12 * count, 12), end)
    if found["half_dozen"]:
        return Core(Form.HALF_DOZEN, integer(6), end)
    if found["plural"]:
        size = _PLURALS[found["plural"]] * _PLURALS.get(found["plural_of"] or "", 1)
        return Core(Form.PLURAL, integer(size), end)
    if found["vague"]:
        size = MAGNITUDES.get(found["vague_of"] or "", 1)
        size = 12 if found["vague_of"] == "dozen" else size
        return Core(_VAGUE[found["vague"]], integer(size), end)
    if found["share"]:
        form, value = _SHARE_WORDS[found["share"].split()[-1]]
        if found["vast"]:
            form = Form.VAST_MAJORITY
        return Core(form, decimal(value), end, unit=FRACTION)
    if found["fold"]:
        many = found["fold"]
        return Core(Form.TIMES, integer(SMALL.get(many) or _FOLDS[many]), end, unit=TIMES)
    if found["factor"]:
        form, times = _FACTOR_WORDS[found["factor"]]
        return Core(form, integer(times), end, unit=TIMES)
    return Core(Form.NUMBER, integer(_COUNT_WORDS[found["count"]]), end)


def _read_fraction(lower: str, start: int, lexicon: Lexicon) -> Core | None:
    """ "two thirds", "3/4", "half": a share, or with a unit behind it ("half a mile") a number."""
    match = _FRACTION.match(lower, start) or _SLASH_FRACTION.match(lower, start)
    if not match:
        return None
    above, below = match.groups()
    denominator = _DENOMINATORS.get(below.rstrip("s")) or (int(below) if below.isdigit() else 2)
    numerator = 1 if above in (None, "a", "an") else SMALL.get(above) or int(above)
    value = Fraction(numerator, denominator or 1)
    if value.denominator != denominator or numerator >= denominator:
        return None
    behind = _OF_A.match(lower, match.end())
    if behind:
        word = behind.group(1)
        if word in MAGNITUDES:
            return None
        if lexicon.named(word) is not None and word not in ("points", "point"):
            return Core(Form.NUMBER, decimal(value), behind.start(1))
    return Core(Form.FRACTION, decimal(value), match.end(), unit=FRACTION)


class _Signed(NamedTuple):
    number: Number
    end: int
    magnitude: int
    sign: str


def _read_signed(text: str, lower: str, start: int, lexicon: Lexicon) -> _Signed | Complaint | None:
    """A number with the minus and the currency sign that may stand before it."""
    sign, negative = "", False
    if not lower[start : start + 1].isdigit():
        before = _SIGN.match(text, start)
        if before and before.end() > start:
            code = before.group(2) or before.group(3) or ""
            if before.group(3) is None or code in currency.CODES:
                sign, start = code, before.end()
                negative = bool(before.group(1) or before.group(4))
    found = read_number(lower, start, lexicon.has_decimal_comma)
    if found is None:
        return None
    if isinstance(found, Unreadable):
        return Complaint(found.text, found.message, found.suggestion)
    number = found.number.negated() if negative else found.number
    return _Signed(number, found.end, found.magnitude, sign)


def _read_times(lower: str, core: Core) -> Core | None:
    """ "ten times greater", "3x", "10-fold"; not "96 times a day", which is a count."""
    match = _TIMES.match(lower, core.end)
    if not match:
        return None
    compared = match.group(1)
    form = Form.TIMES
    if compared:
        form = Form.TIMES_FEWER if compared in _LESS else Form.TIMES_MORE
    return Core(form, core.low, match.end(), unit=TIMES)


def _read_one_in(lower: str, core: Core) -> Core | None:
    """ "one in five", "9 out of 10"."""
    match = _IN.match(lower, core.end)
    second = read_number(lower, match.end()) if match else None
    if not isinstance(second, Found) or not 0 < core.low.value < second.number.value:
        return None
    if Fraction(core.low.value).denominator > 1 or Fraction(second.number.value).denominator > 1:
        return None
    return Core(Form.ONE_IN, core.low, second.end, second.number, unit=FRACTION)


def _read_second(
    text: str, lower: str, first: _Signed, bounds: str | None, lexicon: Lexicon
) -> Core | Complaint | None:
    """The second number of a range ("5-10", "10% to 15%") or of a pair ("two or three")."""
    between = _BETWEEN_UNITS.match(lower, first.end)
    if not between or (between.group(2) == "and" and bounds != "between"):
        return None
    second = _read_signed(text, lower, between.end(), lexicon)
    if second is None or isinstance(second, Complaint):
        return None
    unit_words = text[first.end : first.end + len(between.group(1))].strip()
    if unit_words:
        one = lexicon.read(unit_words).unit
        other = lexicon.read(text[second.end :].strip(), second.sign).unit
        if one is None or other is None:
            return None
        if (one.dimensions, one.size, one.kind) != (other.dimensions, other.size, other.kind):
            return Complaint(unit_words, "the two ends of a range want one unit")
    low, high = first.number, second.number
    if first.magnitude == 1 < second.magnitude and low.value * second.magnitude < high.value:
        low = low.scaled(second.magnitude)
    if low.value >= high.value:
        words = text[: second.end]
        return Complaint(words, f"the range “{words}” does not rise")
    form = Form.PAIR if between.group(2) == "or" else Form.RANGE
    return Core(form, low, second.end, high, first.sign or second.sign)


# What stands behind it


class _Tail(NamedTuple):
    """The unit, and what else the words behind the number say.

    `low` is set where they go on with the number itself ("5 ft 10 in").
    """

    unit: Unit
    low: Number | None = None
    hedge: Hedge | None = None
    direction: Direction | None = None
    multiple: bool = False
    exact: bool = False
    doubt: Complaint | None = None


def _read_tail(core: Core, rest: str, lexicon: Lexicon) -> _Tail | Complaint:
    if core.unit is not None:
        fault = _FIGURE.search(rest)
        if fault:
            return Complaint(fault.group(), f"“{fault.group()}” is left over")
        return _Tail(core.unit)
    tail = _unit_tail(rest, core.sign, lexicon)
    if isinstance(tail, _Tail):
        return tail
    words, _ = _without_late_trail(rest)
    words, direction = _without_comparison(words)
    compound = _read_compound(core, words, lexicon)
    return tail if compound is None else _Tail(compound[1], compound[0], None, direction)


@lru_cache(maxsize=4096)
def _unit_tail(rest: str, sign: str, lexicon: Lexicon) -> _Tail | Complaint:
    """What the words behind a number say. Copy has few of them, so they are remembered."""
    words, hedge = _without_late_trail(rest)
    words, direction = _without_comparison(words)
    if words.lower() in _MULTIPLES:
        return _Tail(PERCENT, None, hedge, multiple=True)
    result = lexicon.read(words, sign)
    if result.unit is None:
        return result.complaint or Complaint(words, f"“{words}” is no unit")
    return _Tail(result.unit, None, hedge, direction, False, result.exact, result.doubt)


def _read_compound(core: Core, rest: str, lexicon: Lexicon) -> tuple[Number, Unit] | None:
    """ "5 ft 10 in", "2 hours 30 minutes": one number in the smaller unit."""
    parts = _COMPOUND.fullmatch(rest)
    if not parts or core.high is not None:
        return None
    large, small = lexicon.named(parts.group(1)), lexicon.named(parts.group(3))
    second = read_number(parts.group(2), 0, lexicon.has_decimal_comma)
    if large is None or small is None or not isinstance(second, Found):
        return None
    ratio = Fraction(large.size) / small.size
    if large.dimensions != small.dimensions or ratio <= 1 or second.number.value >= ratio:
        return None
    value = core.low.value * ratio + second.number.value
    reduced = int(value) if Fraction(value).denominator == 1 else value
    return Number(reduced, second.number.place), small


def _without_comparison(rest: str) -> tuple[str, Direction | None]:
    """The words behind the number without "more", "lower than …" or "increase"."""
    match = _COMPARISON.search(rest.lower()) or _MORE_OF.match(rest.lower())
    if not match:
        return rest, None
    direction = Direction.DOWN if match.group(1) in _LESS else Direction.UP
    return (rest[: match.start()] + rest[match.end() :]).strip(), direction


def _as_majority(
    form: Form, low: Number, hedges: tuple[Hedge, ...]
) -> tuple[Form, tuple[Hedge, ...]]:
    """ "more than half" is a majority, "less than half" a minority, "nearly all" a row of its own."""
    if form is Form.FRACTION and len(hedges) <= 1:
        hedge = hedges[0] if hedges else None
        if low.value == Fraction(1, 2) and hedge is Hedge.MORE_THAN:
            return Form.MAJORITY, ()
        if low.value == Fraction(1, 2) and hedge is Hedge.LESS_THAN:
            return Form.MINORITY, ()
        if low.value == 1:
            return (Form.NEARLY_ALL, ()) if hedge is Hedge.NEARLY else (form, (Hedge.EXACT,))
    return form, hedges


def lowered(text: str) -> str:
    """Lower case, with every position as it was; the few letters that would grow stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _suggested_word(word: str) -> str | None:
    known = [*SMALL, *MAGNITUDES, *_PLURALS, *(words for words in SENSES if len(words) > 3)]
    return nearest_name(word, known) if len(word) > 3 else None


# The words, as patterns


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, grouped by first letter for speed."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


_LEAD = re.compile(rf"({_alternatives(SENSES)})(?![a-z])\s*")
_TRAIL = re.compile(rf"\s*({_alternatives(TRAIL_SENSES)})(?![a-z])")
_BEGINS_TRAIL = frozenset(wording[0] for wording in TRAIL_SENSES)
_LATE_TRAIL = re.compile(rf"\s+({_alternatives(w for w in TRAIL_SENSES if ' ' in w)})$")
_WORD_START = re.compile(r"(?<![\w.,])[^\s\w]?\w")
_ARTICLE = re.compile(r"an? (?=[a-z])")
_OPENING = re.compile(
    r"(?:an? (?=[\d$£€]|\w+fold\b|doubl|tripl|halv|thre|two|four|five|six|seven|eight|nine|ten\b)|(between|from) )"
)
_BEGINS_OPENING = frozenset("abf")
_FIRST_FIGURE = re.compile(r"[\d$£€¥₹]")
_CONTINUES = re.compile(
    r"\s?(?:times|fold|x\b)|-fold| (?:in|out of|or|to|and) |\s?[-–—]\s?|[^\d]{1,30}?(?: to | and |[-–—]) ?[\d$£€]"
)
_SIGN = re.compile(
    r"(?:([-−–]|minus )\s?)?(?:("
    + _alternatives([*currency.SIGNS, "$"])
    + r")\s?|([A-Z]{3})\s?(?=\d))?([-−–](?=\d))?",
)
_FIGURE = re.compile(r"\S*\d\S*")
_MULTIPLES = frozenset(("% of", "percent of", "per cent of"))
_SLASH_FRACTION = re.compile(r"(\d{1,2})/(\d{1,3})(?![\d/.,])")
_SMALL_NUMERATORS = "one|two|three|four|five|six|seven|eight|nine"
_DENOMINATORS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20,
    "hundredth": 100, "½": 2,
}  # fmt: skip
_FRACTION = re.compile(
    rf"(?:(an?|{_SMALL_NUMERATORS}|\d{{1,2}})[ -](?:(?=half|halves|thirds?|quarters?|fourths?|fifths?"
    r"|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|twentieths?|hundredths?)))?"
    r"((?<=[ -])(?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?"
    r"|twentieths?|hundredths?)|half|halves|quarters?)(?![a-z])"
)
_OF_A = re.compile(r"(?: of)?(?: an?)?[ -]([a-z]+)")
_TIMES = re.compile(
    r"[ -]?(?:times|fold|x)(?![a-z])(?! (?:an?|per|each|every|dail|week|month|year)\b|/| in )"
    r"(?: (more|greater|larger|higher|bigger|longer|faster|heavier|fewer|less|lower|smaller|shorter)\b)?"
)
_IN = re.compile(r" (?:in|out of)(?: every| each)? ")
_BETWEEN_UNITS = re.compile(r"([^\d]{0,30}?)\s?(?:(?<=\s)(to|and|or)\s|[-–—]\s?)(?=[\d$£€a-z-−])")
_COMPOUND = re.compile(r"([a-z'\".]+?),?\s*(?:and )?(\d[\d.,]*)\s*([a-z'\"]+)\.?", re.IGNORECASE)
_LESS = frozenset(
    [
        "fewer",
        "less",
        "lower",
        "smaller",
        "shorter",
        "lighter",
        "colder",
        "cooler",
        "slower",
        "down",
        "decrease",
        "fall",
        "drop",
        "decline",
        "reduction",
        "cut",
        "plunge",
        "loss",
    ]
)
_MORE = (
    "more|higher|greater|larger|bigger|longer|heavier|taller|warmer|hotter|faster|up|increase|rise"
    "|gain|jump|growth|surge"
)
_COMPARISON = re.compile(
    rf"(?:^|\s)({_MORE}|{'|'.join(sorted(_LESS))})(?: than\b[^\d]*| in any\b[^\d]*)?$"
)
_MORE_OF = re.compile(r"(more|fewer|less)\s+(?=[a-z])")
_PLURALS = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
_VAGUE = {"a couple": Form.COUPLE, "couple": Form.COUPLE, "a few": Form.FEW, "few": Form.FEW,
          "several": Form.SEVERAL, "a handful": Form.SEVERAL, "handful": Form.SEVERAL}  # fmt: skip
_SHARE_WORDS = {
    "majority": (Form.MAJORITY, Fraction(1, 2)),
    "minority": (Form.MINORITY, Fraction(1, 2)),
    "most": (Form.MOST, Fraction(1, 2)),
    "all": (Form.FRACTION, Fraction(1)),
}
_FOLDS = {"two": 2, "three": 3}
_FACTOR_WORDS = {
    **dict.fromkeys(("doubled", "doubling", "doubles", "double", "twice", "to double"), (Form.TIMES, 2)),
    **dict.fromkeys(("tripled", "tripling", "triple", "triples", "trebled", "trebling", "treble", "thrice"), (Form.TIMES, 3)),
    **dict.fromkeys(("quadrupled", "quadrupling", "quadruple", "quadruples"), (Form.TIMES, 4)),
    **dict.fromkeys(("quintupled", "quintupling", "quintuple"), (Form.TIMES, 5)),
    **dict.fromkeys(("halved", "halving", "halves", "half as many", "half as much", "half as high"), (Form.TIMES_FEWER, 2)),
}  # fmt: skip
_COUNT_WORDS = {
    "no": 0,
    "none": 0,
    "nil": 0,
    "both": 2,
    "a pair": 2,
    "pair": 2,
    "a single": 1,
    "single": 1,
    "a trio": 3,
}
_WORD_FORM = re.compile(
    rf"(?:(?P<half_dozen>half a dozen|a half[ -]dozen|half[ -]dozen)"
    rf"|(?:(?P<dozens_of>a|{_SMALL_NUMERATORS}) )?(?P<dozen>dozen)(?:(?= )|$)"
    rf"|(?:(?P<plural_of>tens|dozens|scores|hundreds|thousands) of )?(?P<plural>{'|'.join(_PLURALS)})(?: of)?"
    rf"|(?P<vague>{'|'.join(_VAGUE)})(?: of)?(?: (?P<vague_of>hundred|thousand|million|billion|lakh|crore|dozen))?"
    rf"|(?P<share>(?:(?:an? |the )?(?P<vast>vast |overwhelming |great |huge )?(?:majority|minority))|most|all)"
    rf"|(?P<fold>{'|'.join(w for w in SMALL if w not in ('zero', 'one'))})-?fold"
    rf"|(?P<factor>{'|'.join(sorted(_FACTOR_WORDS, key=len, reverse=True))})"
    rf"|(?P<count>{'|'.join(sorted(_COUNT_WORDS, key=len, reverse=True))})(?: of)?)(?![a-z])"
)
