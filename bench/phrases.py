"""Measures the value reader against the number phrases that a peer's authors expect.

    python -m bench.phrases [FOLDER] [--summary] [--as-given] [--in-text]

The folder, kept outside the project, holds JSON files of inputs with the results expected of
them. Each result's own text is read as a value phrase, or with `--in-text` found in the whole input
by `fentcheck.quantities`; its number and its unit are compared with the expected resolution. Where
the project's own semantics say otherwise, they win: such a disagreement is counted apart. Ordinals
are no quantities, a unit alone is no value, and some test cases are no copy: these are counted
apart as not claimed, and no reading of them is called right.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from fentcheck.exact import Fraction
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.phrase import Form, Phrase, read_phrase
from fentcheck.prose.scan import find_quantities
from fentcheck.units.names import Complaint, Lexicon
from fentcheck.units.unit import CELSIUS, FAHRENHEIT, PERCENT, Kind, Unit

DEFAULT_FOLDER = Path("../shared/phrases")
TOLERANCE = Fraction(1, 10**9)
"""Relative: the peer prints fifteen digits of a quotient."""


class Expected(NamedTuple):
    """One result of the peer: its text as printed in the input, and what it resolves to."""

    model: str
    text: str
    kind: str
    value: str | None
    unit: str | None
    code: str | None
    given: str = ""
    start: int = 0


class Span(NamedTuple):
    """The ends of a number or range, None where it has none, and which of them are open."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


class Standing(Enum):
    """Who is to move where the reader and the peer differ."""

    RIGHT = "right"
    SEMANTICS = "agreed by SEMANTICS"
    JUDGED = "judged otherwise"
    NOT_CLAIMED = "not claimed"
    OURS = "ours to mend"


class Class(NamedTuple):
    """A class of disagreements: a test on the phrase, and why the two differ."""

    name: str
    standing: Standing
    pattern: re.Pattern[str]
    why: str
    models: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """How one result fared. `ours` says in words what the reader made of it."""

    expected: Expected
    number_right: bool
    unit_right: bool
    standing: Standing
    group: str
    ours: str


# The peer's files


def read_folder(folder: Path, as_given: bool) -> tuple[list[Expected], list[tuple[str, str]]]:
    """Every expected result, and as (model, input) the inputs of which none is expected."""
    results: list[Expected] = []
    negatives: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*Model.json")):
        model = path.stem.removesuffix("Model")
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            results += [_expected(model, case["input"], one, as_given) for one in case["results"]]
            if not case["results"]:
                negatives.append((model, case["input"]))
    return results, negatives


def _expected(model: str, given: str, result: dict[str, object], as_given: bool) -> Expected:
    """The peer lowers its texts; the input's own letters are taken where they are the same."""
    text = str(result["text"])
    start, end = result.get("start"), result.get("end")
    if not as_given and isinstance(start, int) and isinstance(end, int):
        printed = given[start : end + 1]
        text = printed if printed.lower() == text.lower() else text
    resolution = result.get("resolution")
    found = resolution if isinstance(resolution, dict) else {}
    value = found.get("value")
    return Expected(
        model,
        text,
        str(result.get("type", "")),
        None if value in (None, "null") else str(value),
        found.get("unit"),
        found.get("isoCurrency"),
        given,
        start if isinstance(start, int) else 0,
    )


# What the peer means, in our terms

_CURRENCIES = {
    "Dollar": "USD", "Euro": "EUR", "Pound": "GBP", "Bitcoin": "XBT", "Rupee": "INR",
    "Finnish markka": "FIM", "Peseta": "ESP", "Netherlands guilder": "NLG", "Franc": "CHF",
}  # fmt: skip
_MINOR = {
    "Cent": ("USD", 100),
    "Pence": ("GBP", 100),
    "Penny": ("GBP", 100),
    "Satoshi": ("XBT", 10**8),
}
_NAMES = {"Age": "years", "Ton": "tons", "Turn": "turns", "Dram": "drams"}
_TEMPERATURES = {"C": CELSIUS, "F": FAHRENHEIT}


def expected_unit(expected: Expected, lexicon: Lexicon) -> Unit | None:
    """The unit that the peer's name stands for; None where no unit of ours is that."""
    name = expected.unit
    if expected.model == "Percent":
        return PERCENT
    if name is None:
        return None
    if expected.model == "Currency":
        if name in _MINOR:
            whole, parts = _MINOR[name]
            return Unit(name, Fraction(1, parts), (("¤" + whole, 1),))
        code = expected.code or _CURRENCIES.get(name)
        return Unit(name, 1, (("¤" + code, 1),)) if code else None
    if expected.model == "Temperature":
        return _TEMPERATURES.get(name)
    return lexicon.read(_NAMES.get(name, name.lower())).unit


def expected_span(value: str) -> Span | None:
    """The peer's value: "20", "-5%", "1E-07", or an interval such as "(20,35]"."""
    interval = re.fullmatch(r"([\[(])([^,]*),([^,]*)([\])])", value)
    try:
        if not interval:
            number = Fraction(value.rstrip("%"))
            return Span(number, number)
        opening, low, high, closing = interval.groups()
        return Span(
            Fraction(low) if low else None,
            Fraction(high) if high else None,
            bool(low) and opening == "(",
            bool(high) and closing == ")",
        )
    except ValueError:
        return None


# What the reader makes of it


def span_of(phrase: Phrase) -> Span:
    """The ends of a phrase by its hedge, before any reading of how exact it is meant."""
    low, high = _ends(phrase)
    lower = upper = None
    lower_open = upper_open = False
    bounded = False
    for hedge in phrase.hedges:
        if hedge in _LOWER:
            lower, lower_open, bounded = low, hedge is not Hedge.AT_LEAST, True
        elif hedge in _UPPER:
            upper, upper_open, bounded = high, hedge not in (Hedge.AT_MOST, Hedge.UP_TO), True
    if phrase.form is Form.MAJORITY:
        return Span(low, None, True)
    if phrase.form is Form.MINORITY:
        return Span(None, high, False, True)
    return Span(lower, upper, lower_open, upper_open) if bounded else Span(low, high)


def _ends(phrase: Phrase) -> tuple[Fraction, Fraction]:
    low = Fraction(phrase.low.value)
    if phrase.high is None:
        return low, low
    if phrase.form is Form.ONE_IN:
        share = low / Fraction(phrase.high.value)
        return share, share
    return low, Fraction(phrase.high.value)


def in_words(read: Phrase | Complaint) -> str:
    """What the reader made of a phrase, for a person."""
    if isinstance(read, Complaint):
        return f"refused: {read.message}"
    low, high = _ends(read)
    number = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
    parts = [*(hedge.value for hedge in read.hedges), number, _dimension(read.unit)]
    if read.form is not Form.NUMBER:
        parts.append(f"({read.form.value})")
    return " ".join(part for part in parts if part)


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"


def _dimension(unit: Unit) -> str:
    if unit.kind is Kind.PLAIN:
        return ""
    counted = next((base for base, _ in unit.dimensions if base[0] == "#"), None)
    return f"of the counted thing “{unit.name}”" if counted else unit.name


# Comparing the two


def compare(expected: Expected, lexicon: Lexicon, in_text: bool = False) -> Outcome:
    """How the reader fares on one result: on its own text, or in the whole input."""
    if expected.model == "Ordinal":
        return Outcome(expected, False, False, Standing.NOT_CLAIMED, "an ordinal", "")
    if expected.value is None:
        return Outcome(expected, False, False, Standing.NOT_CLAIMED, "a unit with no number", "")
    if in_text:
        return _compare_in_text(expected, lexicon)
    read = read_phrase(expected.text, lexicon)
    ours = in_words(read)
    if isinstance(read, Complaint):
        return _classed(expected, False, False, ours)
    theirs = expected_span(expected.value)
    unit = expected_unit(expected, lexicon)
    unit_right = _is_unit(read.unit, unit, expected)
    scale = Fraction(read.unit.size) / unit.size if unit_right and unit is not None else Fraction(1)
    mine = span_of(read)
    ends_right = theirs is not None and _same_ends(mine, theirs, scale)
    flags_right = theirs is not None and mine[2:] == theirs[2:]
    if ends_right and unit_right and not flags_right:
        return Outcome(expected, True, True, Standing.SEMANTICS, _HALF_OPEN.name, ours)
    if ends_right and unit_right and expected.model == "NumberRange":
        for group in (_UP_TO, _MAJORITY):
            if group.pattern.search(expected.text.lower()):
                return Outcome(expected, True, True, Standing.SEMANTICS, group.name, ours)
    if ends_right and unit_right:
        return Outcome(expected, True, True, Standing.RIGHT, "", ours)
    return _classed(expected, ends_right, unit_right, ours)


def _compare_in_text(expected: Expected, lexicon: Lexicon) -> Outcome:
    """How `quantities` fares: the mention of the whole input that overlaps the expected result.

    Only the model of number ranges takes a hedge to the number, and none takes a "per" to the unit
    or a noun to a bare number: they are compared without.
    """
    end = expected.start + len(expected.text)
    mentions = [
        one
        for one in find_quantities(expected.given, lexicon, all_roles=True)
        if one.start < end and one.end > expected.start
    ]
    quantities = [one for one in mentions if one.phrase is not None]
    if not quantities:
        role = mentions[0].role.value if mentions else ""
        ours = f"taken for {role}" if role else "not found"
        if role and expected.model in ("Number", "NumberRange"):
            return Outcome(expected, False, False, Standing.NOT_CLAIMED, _NO_QUANTITY.name, ours)
        return _classed(expected, False, False, ours, in_text=True)
    theirs = expected_span(expected.value or "")
    unit = expected_unit(expected, lexicon)
    numbers = units = False
    ours = ""
    for one in quantities:
        assert one.phrase is not None
        ours = ours or in_words(one.phrase)
        named = lexicon.named(one.unit_name)
        is_whole = named is None or _is_unit(one.phrase.unit, unit, expected)
        mine = one.phrase.unit if is_whole or named is None else named
        scale = Fraction(1)
        if expected.unit is None and expected.model != "Percent":
            units = True
            scale = Fraction(one.phrase.unit.size) if one.phrase.unit.kind is Kind.RATIO else scale
        elif _is_unit(mine, unit, expected) or mine.name.rstrip(".") in _BARE_DEGREES:
            units = True
            scale = Fraction(mine.size) / unit.size if unit else scale
        if theirs and any(_same_ends(span, theirs, scale) for span in _spans(one.phrase, expected)):
            numbers = True
    if numbers and units:
        return Outcome(expected, True, True, Standing.RIGHT, "", ours)
    return _classed(expected, numbers, units, ours, in_text=True)


def _spans(phrase: Phrase, expected: Expected) -> list[Span]:
    """What the number may be compared with: with its hedge, bare, or one end of a range."""
    low, high = _ends(phrase)
    spans = [span_of(phrase), Span(low, high)]
    if expected.model != "NumberRange":
        spans += [Span(low, low), Span(high, high)]
    return spans


def _is_unit(mine: Unit, theirs: Unit | None, expected: Expected) -> bool:
    if expected.unit is None and theirs is None:
        return not mine.dimensions
    return theirs is not None and mine.dimensions == theirs.dimensions and mine.kind is theirs.kind


def _same_ends(mine: Span, theirs: Span, scale: Fraction) -> bool:
    """Both ends are the same, `mine` taken times `scale`."""
    for own, other in ((mine.low, theirs.low), (mine.high, theirs.high)):
        if (own is None) != (other is None):
            return False
        if own is None or other is None:
            continue
        if abs(own * scale - other) > TOLERANCE * max(abs(other), Fraction(1, 10**12)):
            return False
    return True


def _classed(
    expected: Expected, number: bool, unit: bool, ours: str, in_text: bool = False
) -> Outcome:
    text = " ".join(expected.text.lower().split())
    for group in (*_CLASSES_IN_TEXT, *_CLASSES) if in_text else _CLASSES:
        if (not group.models or expected.model in group.models) and group.pattern.search(text):
            return Outcome(expected, number, unit, group.standing, group.name, ours)
    return Outcome(expected, number, unit, Standing.OURS, _OTHER, ours)


def _class(
    name: str, standing: Standing, pattern: str, why: str, models: tuple[str, ...] = ()
) -> Class:
    return Class(name, standing, re.compile(pattern), why, models)


_LOWER = frozenset((Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.JUST_OVER, Hedge.WELL_OVER))
_UPPER = frozenset((Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.WELL_UNDER, Hedge.UP_TO))
_OTHER = "not put in a class"
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy"
    "|eighty|ninety|hundred|thousand"
)
_PARTS = r"(?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|quarters?|half)"
_HALF_OPEN = _class(
    "a range without its upper end",
    Standing.SEMANTICS,
    r"$",
    "the peer takes “20 to 30” as [20, 30); SEMANTICS takes in both ends",
)
_UP_TO = _class(
    "up to",
    Standing.SEMANTICS,
    r"\bup to\b",
    "the peer reads a hard bound; SEMANTICS says that the bound can be cancelled: [0, ∞), (0, n]",
)
_MAJORITY = _class(
    "a majority",
    Standing.SEMANTICS,
    r"more than (?:half|1/2)",
    "the peer reads (0.5, ∞); SEMANTICS says (½, 1], for a majority is a share",
)
_BARE_DEGREES = ("degree", "degrees", "°", "deg")
_NO_QUANTITY = _class(
    "figures that are no quantities",
    Standing.NOT_CLAIMED,
    r"$",
    "parts of dates, of telephone and model numbers and of addresses on a network",
)
_CLASSES_IN_TEXT = (
    _class(
        "a unit without its rate",
        Standing.JUDGED,
        r"^500,000 barrels$",
        "“barrels a day” is one unit here; the peer leaves the rate out",
        ("Dimension",),
    ),
    _class(
        "a bound on a share",
        Standing.JUDGED,
        r"^more than 2$",
        "“more than 2 in 5” is a share; the peer reads its first number",
        ("NumberRange",),
    ),
    _class(
        "a part out of many",
        Standing.JUDGED,
        r"out of",
        "“1,020 out of 6,100” is a part and its whole: two figures that are checked",
    ),
    _class(
        "a dash with a space",
        Standing.JUDGED,
        r"^- ",
        "in running text it is a dash or a list's bullet, and no minus",
    ),
    _class(
        "fractions of nothing",
        Standing.JUDGED,
        r"^(?:a half|a fifth|a hundredth|a half turn)$",
        "“a fifth” with no “of” behind it is a rank, “a half” a period of play",
    ),
    _class(
        "zero and one as words",
        Standing.JUDGED,
        r"^(?:zero|nought|naught|one|one mile|three|four)$",
        "“zero tolerance”, “one last time”, “that one mile”, a jersey: no quantity is meant",
    ),
    _class(
        "numbers of a list without spaces",
        Standing.JUDGED,
        r"^(?:22|24|26|31|50 dollar|\$ ?10(?: dollars)?|30 \$)$",
        "“nrs. 22,24,26,31”, “1 $10 dollars bill”: test cases, not copy",
    ),
)
"""Where whole sentences are read, these come first."""
_CLASSES: tuple[Class, ...] = (
    _class(
        "pounds as money",
        Standing.JUDGED,
        r"pounds$",
        "a bare pound is a mass, as in the design's own example; money is £, GBP, pounds sterling",
        ("Currency",),
    ),
    _class(
        "tonne, not ton",
        Standing.SEMANTICS,
        r"(?:tonnes|\dt)$",
        "the peer has one Ton; SEMANTICS: a ton is 2,000 lb in en-US, a tonne is 1,000 kg",
        ("Dimension",),
    ),
    _class(
        "decimal comma in English copy",
        Standing.SEMANTICS,
        r"\d,\d{1,2}$",
        "the locale decides the decimal comma; en-US has a point, and 5,00 is refused",
        ("Number",),
    ),
    _class(
        "metre or million",
        Standing.JUDGED,
        r"\dm$",
        "an m that touches the number is millions, as copy prints it; with a space it is metres",
        ("Dimension",),
    ),
    _class(
        "G and M as magnitudes beside a space",
        Standing.NOT_CLAIMED,
        r"\d ?g$|\d m$",
        "1,674.5 G as 1,674.5 billion: copy prints no such thing, G is giga and M is metre or mega",
        ("Number",),
    ),
    _class(
        "written-out powers",
        Standing.NOT_CLAIMED,
        r"\d\^|\d ?x ?10\b|\d(?:e[+-]?\d)",
        "1.1^23, 1.3x10^6, 1e10: not copy; exponents are bounded or refused by design",
    ),
    _class(
        "fractions of ordinals and long numerators",
        Standing.NOT_CLAIMED,
        r"(?:illionths?|firsts?|hundred(?: and)? fifth|-fifth)s?$"
        rf"|(?:{_SMALL})[ -](?:twenty|thirty)[ -]?fifths$"
        rf"|(?:ten|twenty|thirty|forty|hundred|thousand|(?:twenty|thirty|hundred)[ -](?:{_SMALL}))"
        r"[ -]?fifths$|\bhundredths$|thirtieth$|three fifths$|- ?(?:fourth|eighths)$",
        "“one one hundred fifth”: test cases, not copy; but none may be read as something else",
        ("Number",),
    ),
    _class(
        "n over m",
        Standing.NOT_CLAIMED,
        r"\bover\b",
        "“one over twenty” is algebra read aloud; copy says one in twenty",
        ("Number",),
    ),
    _class(
        "brackets round a unit",
        Standing.NOT_CLAIMED,
        r"[(\[{<]kg",
        "“20 (kg)” is a table's heading, not copy",
    ),
    _class(
        "the percentage before the number",
        Standing.NOT_CLAIMED,
        r"^per ?cents? of",
        "“percent of 10”: a spreadsheet's query",
    ),
    _class(
        "ranges of ordinals",
        Standing.NOT_CLAIMED,
        r"tenth",
        "“between the tenth and the fifteenth” ranks; ranks are no quantities",
        ("NumberRange",),
    ),
    _class(
        "two bounds in one phrase",
        Standing.OURS,
        r"(?:than|above|least|most|equal).*(?:\band\b|,|\bbut\b).*(?:than|below|least|less|lower)",
        "“more than 10 and less than 40” is an interval with both ends",
        ("NumberRange",),
    ),
    _class(
        "“or equal to” in its other places",
        Standing.OURS,
        r"or equal|equal to .*(?:more|less)|or greater than|< =",
        "“5000 or equal to”, “equal to or more than”, “higher or equal than”: a closed bound",
        ("NumberRange",),
    ),
    _class(
        "equal to",
        Standing.OURS,
        r"equal",
        "“equal to 5000”: an exact number",
        ("NumberRange",),
    ),
    _class(
        "verbs of bounds",
        Standing.OURS,
        r"^(?:exceed|surpass)",
        "“exceed 3000” beside exceeds, exceeded, exceeding",
        ("NumberRange",),
    ),
    _class(
        "through, ~ between numbers",
        Standing.OURS,
        r"through|\d~\d",
        "“20 through 100” is a range",
        ("NumberRange",),
    ),
    _class("minus in words", Standing.OURS, r"\bnegative\b", "“negative ten” is −10"),
    _class(
        "decimals in words",
        Standing.OURS,
        r"\bpoint\b",
        "“nine point four” is 9.4",
        ("Number",),
    ),
    _class("naught", Standing.OURS, r"^n[ao]ught$", "nought and naught are zero"),
    _class(
        "hundredths with no name",
        Standing.JUDGED,
        r"^c \$ 100 and fifty$",
        "“c $ 100 and fifty”: hundredths with no name",
        ("Currency",),
    ),
    _class(
        "an ISO code with a dollar sign, or Mex$",
        Standing.OURS,
        r"^[a-z]{3}\$",
        "“usd$ 15”, “Mex$ 10 million”",
        ("Currency",),
    ),
    _class(
        "a name of several currencies",
        Standing.JUDGED,
        r"^sen ",
        "a sen is a hundredth of three currencies",
        ("Currency",),
    ),
    _class(
        "magnitude behind the currency",
        Standing.OURS,
        r"\d usd million",
        "“75 USD million”",
        ("Currency",),
    ),
    _class(
        "a second number with no name",
        Standing.JUDGED,
        r"^one (?:dollar|kuai) and (?:one|two|five mao five)$|^15 usd 50$",
        "“one dollar and one”, “15 USD 50 more”: a number with no name may count something else",
        ("Currency",),
    ),
    _class(
        "M joined to an ISO code",
        Standing.OURS,
        r"\bm(?:usd|eur|gbp|aud)\b",
        "“30 MUSD” is 30 million dollars",
        ("Currency",),
    ),
    _class(
        "half million, quarter million",
        Standing.OURS,
        r"(?:half|quarters?) (?:m|b)illion",
        "“half million” without “a” is 500,000",
    ),
    _class(
        "“and a half” behind a magnitude",
        Standing.OURS,
        rf"(?:illion|crore|thousand) and .*{_PARTS}$|and (?:a|one) (?:half|quarter) million",
        "“one million and a half” is 1,500,000",
        ("Number",),
    ),
    _class(
        "a fraction behind a whole number in words",
        Standing.OURS,
        rf"and (?:{_SMALL}|an?)[ -].*(?:{_PARTS}|th)$",
        "“three and a fifth” is 3.2, “one and a fourth” is 1.25",
        ("Number",),
    ),
    _class(
        "hundreds and dozens",
        Standing.JUDGED,
        r"hundred and \w+ dozens$",
        "“three hundred and two dozens” may be 324 or 3,624",
        ("Number",),
    ),
    _class(
        "dozens counted",
        Standing.OURS,
        r"\b(?:dozens|dzs|dozs)$",
        "“three dozens” is 36",
        ("Number",),
    ),
    _class(
        "a magnitude with no “a”",
        Standing.OURS,
        r"^(?:hundred|thousand|million)\b",
        "“hundred thousand” is 100,000",
        ("Number",),
    ),
    _class(
        "a hundred read as a plural",
        Standing.OURS,
        r"hundreds$",
        "“two out of five hundreds” is 2 in 500",
        ("Number",),
    ),
    _class(
        "k beside a space",
        Standing.JUDGED,
        r"\d +k$",
        "“10 k” may be a race: a value is refused, and asks whether thousand is meant",
        ("Number",),
    ),
    _class(
        "a negative fraction in figures",
        Standing.OURS,
        r"^-\d/\d",
        "“-4/5” is −0.8",
        ("Number",),
    ),
    _class(
        "a dash with spaces inside a number in words",
        Standing.NOT_CLAIMED,
        r"^(?:minus )?(?:fifty|ninety) - ",
        "“fifty - two”: a broken hyphen",
        ("Number",),
    ),
    _class(
        "percentage, percents",
        Standing.OURS,
        r"percentage|percents",
        "“30 percentage”, “100 percents” are percentages",
        ("Percent",),
    ),
    _class(
        "degrees of no scale",
        Standing.JUDGED,
        r"(?:degrees|°|deg\.)$",
        "degrees of a temperature want a scale: a value is refused, and asks for it",
        ("Temperature", "Dimension"),
    ),
    _class(
        "misspelt scales",
        Standing.SEMANTICS,
        r"celcius|farenheit|centigrate",
        "near a name of eight letters a did-you-mean in place of a reading, near a shorter a note",
        ("Temperature",),
    ),
    _class(
        "deg celsius",
        Standing.OURS,
        r"deg celsius",
        "the scale's name behind “deg” as behind “degrees”",
        ("Temperature",),
    ),
    _class(
        "ages in short",
        Standing.OURS,
        r"\byo$|^age ",
        "“87 yo”, “age 87”",
        ("Age",),
    ),
    _class(
        "currencies that the table lacks",
        Standing.OURS,
        r"francs?$|pesetas?$|guilders?$|kuai|[₡₾₭₿元]|ரூ|^sen |bitcoins?$|btc$|satoshis?$",
        "signs and names: francs, pesetas, guilders, ₡ ₾ ₭ 元, bitcoin",
        ("Currency",),
    ),
    _class(
        "names of more than one thing",
        Standing.JUDGED,
        r"\d pm$|drachma|rad$| mb$|^a half turn$",
        "pm is a time of day, mb may be millibars, a drachma is money; a radian has no exact size",
        ("Dimension",),
    ),
)
"""The first that fits is the phrase's class. `OURS` are to be mended; the rest are settled."""

_EXPLAINED = {
    "an ordinal": "a rank, not a quantity",
    "a unit with no number": "“dollar”, “percent”: the peer notes the word; there is no value",
    _OTHER: "to be looked at",
    **{
        group.name: group.why
        for group in (_HALF_OPEN, _UP_TO, _MAJORITY, _NO_QUANTITY, *_CLASSES_IN_TEXT, *_CLASSES)
    },
}


# The report


def measure(
    folder: Path, as_given: bool = False, in_text: bool = False
) -> tuple[list[Outcome], list[tuple[str, str]]]:
    """An outcome for every expected result, and the inputs of which none is expected."""
    lexicon = Lexicon("en-US")
    results, negatives = read_folder(folder, as_given)
    return [compare(one, lexicon, in_text) for one in results], negatives


def report(
    folder: Path, as_given: bool = False, listed: bool = True, in_text: bool = False
) -> Iterator[str]:
    """The report as lines of Markdown."""
    outcomes, negatives = measure(folder, as_given, in_text)
    yield from _table(outcomes)
    yield ""
    yield from _rates(outcomes)
    yield from _totals(outcomes, negatives, _count_inputs(folder))
    if listed:
        yield from _groups(outcomes)
        yield from _read_negatives(negatives)


def _count_inputs(folder: Path) -> int:
    return sum(
        len(json.loads(path.read_text(encoding="utf-8-sig"))) for path in folder.glob("*Model.json")
    )


def _table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for one in outcomes:
        row = rows[one.expected.model]
        row["results"] += 1
        row[one.standing.value] += 1
        row["number"] += one.number_right
        row["unit"] += one.unit_right
    head = ("results", "number", "unit", *(standing.value for standing in Standing))
    yield f"| model | {' | '.join(head)} |"
    yield f"|---|{'--:|' * len(head)}"
    total: Counter[str] = Counter()
    for model, row in rows.items():
        total.update(row)
        yield f"| {model} | {' | '.join(str(row[name]) for name in head)} |"
    yield f"| all | {' | '.join(str(total[name]) for name in head)} |"


def _totals(
    outcomes: list[Outcome], negatives: list[tuple[str, str]], inputs: int
) -> Iterator[str]:
    count = Counter(one.standing for one in outcomes)
    right, settled = count[Standing.RIGHT], count[Standing.SEMANTICS]
    claimed = right + settled + count[Standing.JUDGED] + count[Standing.OURS]
    ordinals = sum(one.expected.model == "Ordinal" for one in outcomes)
    yield f"{inputs} inputs, {len(outcomes)} results; {len(negatives)} inputs expect none."
    yield f"Of all results: {_share(right, len(outcomes))} right."
    yield (
        f"Of all but ordinals: {_share(right, len(outcomes) - ordinals)} right, "
        f"{_share(right + settled, len(outcomes) - ordinals)} with those that SEMANTICS settles."
    )
    yield (
        f"Of those that are claimed: {_share(right, claimed)} right, "
        f"{_share(right + settled, claimed)} with those that SEMANTICS settles."
    )


def _rates(outcomes: list[Outcome]) -> Iterator[str]:
    """Numbers and units that are right, of the results that are claimed."""
    claimed = [one for one in outcomes if one.standing is not Standing.NOT_CLAIMED]
    settled = (Standing.SEMANTICS, Standing.JUDGED)
    for name, is_right in (
        ("Numbers", [one.number_right for one in claimed]),
        ("Units", [one.unit_right for one in claimed]),
    ):
        explained = [
            right or one.standing in settled for one, right in zip(claimed, is_right, strict=True)
        ]
        yield (
            f"{name} of those that are claimed: {_share(sum(is_right), len(claimed))} right, "
            f"{_share(sum(explained), len(claimed))} with those that are settled otherwise."
        )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f}%)" if whole else "0 of 0"


def _groups(outcomes: Iterable[Outcome]) -> Iterator[str]:
    grouped: dict[tuple[Standing, str], list[Outcome]] = defaultdict(list)
    for one in outcomes:
        if one.standing is not Standing.RIGHT:
            grouped[one.standing, one.group].append(one)
    order = (Standing.OURS, Standing.SEMANTICS, Standing.JUDGED, Standing.NOT_CLAIMED)
    for standing in order:
        yield f"\n### {standing.value}"
        members = [(name, group) for (kind, name), group in grouped.items() if kind is standing]
        for name, group in sorted(members, key=lambda item: (-len(item[1]), item[0])):
            yield f"\n**{name}** ({len(group)}): {_EXPLAINED.get(name, '')}"
            if group[0].ours:
                yield from _lines(group)


def _lines(group: Iterable[Outcome]) -> Iterator[str]:
    for one in dict.fromkeys(group):
        wanted = " ".join(filter(None, (one.expected.value, one.expected.unit)))
        yield f"- `{one.expected.text}` expected {wanted}; {one.ours}"


def _read_negatives(negatives: Iterable[tuple[str, str]]) -> Iterator[str]:
    lexicon = Lexicon("en-US")
    read = [(text, read_phrase(text, lexicon)) for _, text in negatives]
    taken = [(text, found) for text, found in read if not isinstance(found, Complaint)]
    yield "\n### inputs of which the peer expects nothing"
    yield (
        f"\n{_share(len(read) - len(taken), len(read))} are refused as values. The others are "
        "whole sentences that read as one, or hold what another model of the peer expects:"
    )
    for text, found in taken:
        yield f"- `{text.strip()}`: {in_words(found)}"


def main(arguments: list[str] | None = None) -> int:
    """Prints the measure; 0 also where the folder is not there."""
    parser = argparse.ArgumentParser(prog="bench.phrases", description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--summary", action="store_true", help="only the table and the totals")
    parser.add_argument("--as-given", action="store_true", help="keep the peer's lower-case texts")
    parser.add_argument("--in-text", action="store_true", help="find them in the whole inputs")
    options = parser.parse_args(arguments)
    if not any(options.folder.glob("*Model.json")):
        print(f"There are no phrases at {options.folder}: the measure is left out.")
        return 0
    for line in report(options.folder, options.as_given, not options.summary, options.in_text):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
