"""Every row of the phrase table, by cases worked out by hand (table.yaml) and by its formulas."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, inf
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from fentcheck.interval import Interval, Real
from fentcheck.phrases.hedges import Statistic
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.phrases.reading import Domain, Reading, read
from fentcheck.units.names import Complaint, Lexicon

from .by_the_document import BOTTOMLESS, Bounds, Root, exact, hedged, magnitude

_TABLE = Path(__file__).with_name("table.yaml")
_DOMAINS = {None: None, "share": Domain.SHARE, "non-negative": Domain.NON_NEGATIVE}


class Case(NamedTuple):
    """A row of table.yaml, all as text."""

    phrase: str
    literal: str
    pragmatic: str
    locale: str = "en-US"
    domain: str | None = None
    kind: str | None = None


def _cases() -> list[object]:
    table = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return [
        pytest.param(Case(**row), id=f"{row_class}: {row['phrase']}")
        for row_class, rows in table.items()
        for row in rows
    ]


@pytest.mark.parametrize("case", _cases())
def test_both_readings(case: Case) -> None:
    reading = _reading(case.phrase, case.locale, _DOMAINS[case.domain])
    if case.kind is not None:
        assert reading.unit.kind.value == case.kind
    assert (
        _as_written(reading.literal, case.literal),
        _as_written(reading.pragmatic, case.pragmatic),
    ) == (case.literal, case.pragmatic)


WORDINGS = {
    "exact": "exactly {}; precisely {}; a total of {}",
    "approximator": (
        "about {}; around {}; approximately {}; roughly {}; some {}; circa {}; an estimated {}; "
        "in the region of {}; {} or so; {}-ish; give or take {}; {} give or take; ~{}; ~ {}"
    ),
    "from below": (
        "nearly {}; almost {}; approaching {}; just under {}; just shy of {}; not quite {}; "
        "close to {}"
    ),
    "strict lower": (
        "more than {}; over {}; above {}; exceeding {}; upwards of {}; topping {}; "
        "in excess of {}; >{}; > {}"
    ),
    "closed lower": (
        "at least {}; no fewer than {}; no less than {}; a minimum of {}; {} or more; {}-plus; "
        "{}+; ≥{}; ≥ {}"
    ),
    "slightly above": "just over {}; slightly more than {}; a little over {}",
    "well above": "well over {}; far more than {}",
    "odd": "{}-odd; {} odd",
    "strict upper": "fewer than {}; less than {}; under {}; below {}; <{}; < {}",
    "closed upper": "at most {}; no more than {}; a maximum of {}; {} or fewer; ≤{}; ≤ {}",
    "up to": "up to {}; as many as {}; as much as {}",
    "order of": "on the order of {}",
}
"""The wordings of each class, as the document lists them."""


@pytest.mark.parametrize(
    ("row", "wording"),
    [(row, wording) for row, wordings in WORDINGS.items() for wording in wordings.split("; ")],
)
def test_every_wording_of_a_row(row: str, wording: str) -> None:
    """Each wording is its row, also with the capital that begins a sentence."""
    literal, pragmatic = hedged(row, Fraction(3000), Fraction(1000), exact(0))
    for text in (wording, wording[0].upper() + wording[1:]):
        reading = _reading(text.replace("{}", "3,000") + " km")
        assert agree(reading.literal, _not_below_zero(literal))
        assert agree(reading.pragmatic, pragmatic)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *(
            (f"several {word} people", value)
            for word, value in (
                ("dozen", 12), ("hundred", 100), ("thousand", 1000), ("lakh", 10**5),
                ("million", 10**6), ("crore", 10**7), ("billion", 10**9),
            )
        ),
        *(
            (f"{word} of people", value)
            for word, value in (
                ("tens", 10), ("dozens", 12), ("scores", 20), ("hundreds", 100),
                ("thousands", 1000), ("lakhs", 10**5), ("millions", 10**6), ("crores", 10**7),
                ("billions", 10**9), ("trillions", 10**12),
            )
        ),
        *(
            (f"$1{word}", value)
            for words, value in (
                ("k", 1000), ("m mm mn mln mil", 10**6), ("b bn bln", 10**9), ("tn trn", 10**12),
            )
            for word in (*words.split(), *words.upper().split())
        ),
        *(
            (f"{word} people", value)
            for word, value in (
                ("no", 0), ("both", 2), ("a pair of", 2), ("a single", 1), ("a trio of", 3),
            )
        ),
        *(
            (f"the number {word}", value)
            for words, value in (
                ("doubled", 2), ("tripled trebled", 3), ("quadrupled", 4), ("quintupled", 5),
            )
            for word in words.split()
        ),
    ],
)  # fmt: skip
def test_every_word_that_is_a_number(words: str, value: int) -> None:
    phrase = read_phrase(words.removeprefix("the number "), Lexicon("en-US"))
    assert isinstance(phrase, Phrase), phrase
    assert phrase.low.value == value


ONES = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _spelt(n: int) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    size, word = (100, "hundred") if n < 1000 else (1000, "thousand")
    rest = f"{' and' if n % size < 100 else ''} {_spelt(n % size)}" if n % size else ""
    return f"{_spelt(n // size)} {word}{rest}"


def test_whole_numbers_spelt_out() -> None:
    for n in (*range(1, 1201), *range(1999, 10**6, 40009)):
        for words in (_spelt(n), _spelt(n).replace(" and", "")):
            phrase = read_phrase(f"exactly {words} people", Lexicon("en-US"))
            assert isinstance(phrase, Phrase), words
            assert (phrase.low.value, phrase.unit.name) == (n, "people"), words


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("two point five", "2.5", "0.1"),
        ("two point one two", "2.12", "0.01"),
        ("nought point nought five", "0.05", "0.01"),
        ("two point two five million", "2250000", "10000"),
        ("one hundred thousand", "100000", "100000"),
        ("two hundred thousand million", "200000000000", "100000000000"),
        ("2 million 300 thousand", "2300000", "100000"),
        ("2 million and 300 thousand", "2300000", "100000"),
        ("4 thousand 3 hundred and 21", "4321", "1"),
        ("2 lakh 30 thousand", "230000", "10000"),
    ],
)
def test_numbers_of_several_parts(text: str, value: str, place: str) -> None:
    phrase = read_phrase(text, Lexicon("en-US"))
    assert isinstance(phrase, Phrase), phrase
    assert (phrase.low.value, phrase.low.place) == (Fraction(value), Fraction(place))


def test_every_part_of_a_whole_in_words() -> None:
    parts = (
        "third third fourth fifth sixth seventh eighth ninth tenth twelfth twentieth hundredth"
    ).split()
    sizes = (3, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100)
    for part, size in zip(parts, sizes, strict=True):
        article = "an" if part[0] == "e" else "a"
        for words, many in ((f"{article} {part}", 1), (f"one {part}", 1), (f"five {part}s", 5)):
            if many < size and Fraction(many, size).denominator == size:
                phrase = read_phrase(f"{words} of voters", Lexicon("en-US"))
                assert isinstance(phrase, Phrase), words
                assert phrase.low.value == Fraction(many, size), words


@pytest.mark.parametrize("text", ["twenty ten people", "fifty twelve people", "nineteen twenty"])
def test_words_that_are_no_one_number(text: str) -> None:
    assert isinstance(read_phrase(text, Lexicon("en-US")), Complaint)


@pytest.mark.parametrize(
    "text", ["-$5", "$-5", "$ -5", "- 5 dollars", "−5 dollars", "minus 5 dollars", "negative $5"]
)
def test_wherever_the_minus_stands(text: str) -> None:
    assert str(_reading(text).literal) == "[-11/2, -9/2]"


@pytest.mark.parametrize(
    ("text", "value", "in_unit"),
    [
        ("6 foot 2", 74, "1 inch"),
        ("6 ft. 2 in.", 74, "1 inch"),
        ("11 stone 4", 158, "1 pound"),
        ("2 hours and 30 minutes", 150, "1 minute"),
        ("30 USDm", 30 * 10**6, "1 USD"),
        ("30 MUSD", 30 * 10**6, "1 USD"),
        ("75 USD million", 75 * 10**6, "1 USD"),
    ],
)
def test_a_number_in_two_parts_is_one_in_one_unit(text: str, value: int, in_unit: str) -> None:
    one, other = (read_phrase(given, Lexicon("en-US")) for given in (text, in_unit))
    assert isinstance(one, Phrase)
    assert isinstance(other, Phrase)
    assert one.low.value == value
    assert one.unit[1:4] == other.unit[1:4]


EVALUATIVE = ("just", "only", "a mere", "as few as", "a whopping")


@pytest.mark.parametrize("wording", EVALUATIVE)
def test_an_evaluative_changes_nothing(wording: str) -> None:
    for number in ("3,000 km", "12 people", "40%", "$2.5 million"):
        assert _reading(f"{wording} {number}")[:2] == _reading(number)[:2]


def test_figures_and_words_carry_the_same() -> None:
    for words, figures in (
        ("twenty people", "20 people"),
        ("one hundred and five miles", "105 miles"),
        ("nearly two million pounds", "nearly 2 million pounds"),
        ("more than forty-two percent", "more than 42 percent"),
    ):
        assert _reading(words)[:2] == _reading(figures)[:2]


def test_a_share_above_the_whole_is_kept_unclipped() -> None:
    """FC601 is judged before clipping, so that "104%" of a whole is found and not emptied."""
    reading = _reading("104%", domain=Domain.SHARE)
    assert str(reading.unclipped) == "[207/2, 209/2]"
    assert not reading.literal.is_empty


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("about 500 people", "[500, 500]"),
        ("10 to 20 km", "[10, 20]"),
        ("a third", "[1/3, 1/3]"),
        ("nearly one in five", "[1/5, 1/5]"),
        ("three times as many", "[3, 3]"),
        ("three times fewer", "[1/3, 1/3]"),
        ("fell by 12%", "[-12, -12]"),
    ],
)
def test_the_figure_that_is_printed(text: str, printed: str) -> None:
    """The hedge leaves it alone; a fall is below zero."""
    assert str(_reading(text).printed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "a few people",
        "several hundred people",
        "dozens of people",
        "most",
        "more than 10 but less than 40 km",
    ],
)
def test_a_word_without_a_figure_prints_what_it_is_taken_for(text: str) -> None:
    phrase = read_phrase(text, Lexicon("en-US"))
    assert isinstance(phrase, Phrase)
    reading = read(phrase, Domain.ANY, Statistic.MEAN)  # nothing is cut, and nothing is whole
    assert reading.printed == reading.pragmatic


@pytest.mark.parametrize("order", [("%", " per 1,000"), (" per 1,000", "%")])
def test_ratios_of_one_number_are_read_each_by_itself(order: tuple[str, ...]) -> None:
    """Whichever is read first. Percentages are meant to the last place, so many per 1,000 not."""
    number = 170 if order[0] == "%" else 180
    expected = {"%": (number - 1, number + 1), " per 1,000": (number - 10, number + 10)}
    for unit in order:
        for domain in (None, Domain.SHARE):
            literal = _reading(f"{number}{unit}", domain=domain).literal
            low, high = expected[unit]
            assert 2 * literal.lower.value == low + number
            assert 2 * literal.upper.value == high + number


def _reading(text: str, locale: str = "en-US", domain: Domain | None = None) -> Reading:
    phrase = read_phrase(text, Lexicon(locale))
    assert isinstance(phrase, Phrase), phrase
    return read(phrase, domain)


def _not_below_zero(bounds: Bounds) -> Bounds:
    opening, low, high, closing = bounds
    return ("[", exact(0), high, closing) if low.high < 0 else (opening, low, high, closing)


def agree(interval: Interval, bounds: Bounds) -> bool:
    """The interval is the one worked out, with roots outward by a hundred-millionth at most."""
    opening, low, high, closing = bounds
    (lower, lower_open), (upper, upper_open) = interval
    return (
        lower_open == (opening == "(")
        and upper_open == (closing == ")")
        and _outward(lower, low, up=False)
        and _outward(upper, high, up=True)
    )


def _outward(end: Real, root: Root, up: bool) -> bool:
    if root.low == root.high:
        return end == root.low
    slack = abs(Fraction(root.high)) / 10**8
    if up:
        return root.low <= end <= root.high + slack
    return root.low - slack <= end <= root.high


def _as_written(interval: Interval, expected: str) -> str:
    """An interval in the notation of table.yaml; an end is rounded where the expected one is."""
    (low, low_open), (high, high_open) = interval
    parts = expected.strip("[](){}").split(", ")
    if interval.is_point and expected.startswith("{"):
        return f"{{{_end(low, parts[0], up=False)}}}"
    lower, upper = _end(low, parts[0], up=False), _end(high, parts[-1], up=True)
    return f"{'(' if low_open else '['}{lower}, {upper}{')' if high_open else ']'}"


def _end(value: Real, expected: str, up: bool) -> str:
    if expected.startswith("≈"):
        return "≈" + _nine_figures(value, up)
    if isinstance(value, float):
        return "∞" if value == inf else "−∞"
    if value < 0:
        return "−" + _end(-value, expected.removeprefix("−"), not up)
    if "/" not in expected and expected not in ("∞", "−∞"):
        decimals = len(expected.partition(".")[2])
        if (value * 10**decimals).denominator == 1:
            return f"{int(value):,}" + _decimals(Fraction(value), decimals)
    return str(value)


def _decimals(value: Fraction, decimals: int) -> str:
    return f".{int(value % 1 * 10**decimals):0{decimals}d}" if decimals else ""


def _nine_figures(value: Real | Fraction, up: bool) -> str:
    assert not isinstance(value, float)
    if value < 0:
        return "−" + _nine_figures(-value, not up)
    decimals = max(0, 8 - magnitude(Fraction(value)))
    steps = value * 10**decimals
    rounded = Fraction(ceil(steps) if up else floor(steps), 10**decimals)
    return f"{int(rounded):,}" + _decimals(rounded, decimals)


def test_the_notation_of_the_table() -> None:
    """The helper above writes what it reads."""
    third = _reading("a third")
    assert _as_written(third.literal, "[7/24, 11/30]") == "[7/24, 11/30]"
    assert _as_written(third.literal, "[≈0.291666666, 1]") == "[≈0.291666666, 11/30]"
    assert _nine_figures(Fraction(2, 3), up=True) == "0.666666667"
    assert _nine_figures(Fraction(-2, 3), up=True) == "−0.666666666"
    assert hedged("strict upper", Fraction(5), Fraction(1), BOTTOMLESS)[0][1] == BOTTOMLESS
