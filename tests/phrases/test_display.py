"""Numbers and intervals for the eye: nearest for numbers, always outward for intervals."""

from __future__ import annotations

import re
from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import EXTREMES, intervals, rationals

from fentcheck import exact
from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import EMPTY, WHOLE_LINE, End, Interval, above, closed, point
from fentcheck.phrases import display
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.units.unit import CELSIUS, FRACTION, NUMBER, PERCENT, POINTS, TIMES, Unit

LEXICON = Lexicons(Config("."))("en-US")
SIZES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (54750, "54,750"),
        (Fraction(547501, 10), "54,750"),
        (6_123_000_000, "6.12 billion"),
        (Fraction(863, 100), "8.63"),
        (Fraction(8635, 1000), "8.64"),
        (999, "999"),
        (Fraction(9995, 10), "1,000"),
        (Fraction(1, 3), "0.333"),
        (Fraction(1, 3000), "0.000333"),
        (1_000_000, "1 million"),
        (1_500_000, "1.5 million"),
        (2 * 10**12, "2 trillion"),
        (123 * 10**12, "123 trillion"),
        (-54750, "−54,750"),
        (Fraction(-1, 3), "−0.333"),
        (Fraction(5, 2), "2.5"),
        (1000, "1,000"),
    ],
)
def test_number(value: int | Fraction, text: str) -> None:
    assert display.number(exact.Fraction(value)) == text


@pytest.mark.parametrize("value", [999_999_999, Fraction(9_999_999, 10)])
def test_a_number_rounds_into_the_next_magnitude(value: int | Fraction) -> None:
    """999,999,999 to three figures is 1 billion; 999,999.9 whole is 1 million."""
    assert display.number(exact.Fraction(value)) in ("1 billion", "1 million", "1,000,000")


def test_more_figures() -> None:
    assert display.number(6_123_456, 6) == "6.12346 million"
    assert display.number(exact.Fraction(1, 7), 4) == "0.1429"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (1234567, "1,234,567"), (Fraction(5, 2), "2.5"), (Fraction(-5, 2), "−2.5"),
        (Fraction(1, 8), "0.125"), (Fraction(1, 3), "0.333333"), (-12, "−12"),
        (Fraction(12345678, 10), "1,234,567.8"), (Fraction(1, 10**5), "0.00001"),
        (Fraction(10**20 * 2 + 1, 2), "100,000,000,000,000,000,000.5"),
        (Fraction(9999999, 10**7), "1"), (Fraction(29999999, 10**7), "3"),
    ],
)  # fmt: skip
def test_plain(value: int | Fraction, text: str) -> None:
    assert display.plain(exact.Fraction(value)) == text


def unit(phrase: str) -> Unit:
    found = read_phrase(phrase, LEXICON)
    assert isinstance(found, Phrase)
    return found.unit


@pytest.mark.parametrize(
    ("value", "shown_unit", "text"),
    [
        (54750, unit("1 people/year"), "54,750 people/year"),
        (1_100_000, unit("$1"), "$1.1 million"),
        (5, unit("€5/kg"), "€5/kg"),
        (61, PERCENT, "61%"),
        (5, POINTS, "5 percentage points"),
        (Fraction(5, 2), TIMES, "2.5 times"),
        (20, CELSIUS, "20°C"),
        (7, NUMBER, "7"),
        (Fraction(1, 2), FRACTION, "0.5"),
        (3, unit("3.2 per 100,000"), "3 per 100,000"),
        (5, unit("CHF 5"), "CHF 5"),
    ],
)
def test_amount(value: int | Fraction, shown_unit: Unit, text: str) -> None:
    assert display.amount(exact.Fraction(value), shown_unit) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(131, 100), "1.31"), (Fraction(94, 10), "9.4"), (979, "979"), (1, "1"),
        (Fraction(100001, 100000), "1"), (1012, "1,012"), (Fraction(997, 10), "99.7"),
    ],
)  # fmt: skip
def test_factor(value: int | Fraction, text: str) -> None:
    assert display.factor(exact.Fraction(value)) == text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (EMPTY, "nothing"),
        (WHOLE_LINE, "(−∞, ∞)"),
        (above(54750), "(54,750, ∞)"),
        (closed(1, 2), "[1, 2]"),
        (Interval(End(1), End(2, True)), "[1, 2)"),
        (closed(Fraction(1, 3), Fraction(2, 3)), "[0.3333, 0.6667]"),
        (closed(Fraction(-2, 3), Fraction(-1, 3)), "[−0.6667, −0.3333]"),
        (closed(Fraction(10001, 10), Fraction(20001, 10)), "[1,000, 2,001]"),
        (closed(1_000_001, 2_000_001), "[1 million, 2.001 million]"),
        (point(5), "{5}"),
    ],
)
def test_interval_text(interval: Interval, text: str) -> None:
    assert display.interval_text(interval) == text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (EMPTY, "[]"),
        (WHOLE_LINE, "(-∞, ∞)"),
        (closed(1_234_567, 2_000_000), "[1234567, 2000000]"),
        (closed(Fraction(1, 3), Fraction(2, 3)), "[0.333333333333, 0.666666666667]"),
        (closed(Fraction(-2, 3), Fraction(-1, 3)), "[-0.666666666667, -0.333333333333]"),
        (above(Fraction(5, 2)), "(2.5, ∞)"),
        (closed(Fraction(109501, 2), 60000), "[54750.5, 60000]"),
        (closed(Fraction(10**13 + 1, 2), 10**13), "[5000000000000, 10000000000000]"),
        (point(10**20), "[100000000000000000000, 100000000000000000000]"),
    ],
)
def test_exact_interval(interval: Interval, text: str) -> None:
    assert display.exact_interval(interval) == text


def ends(text: str) -> tuple[Fraction | float, Fraction | float]:
    """The two ends that a text shows; of a point, both are the same."""
    if text[0] == "{":
        return end(text[1:-1]), end(text[1:-1])
    match = re.fullmatch(r"[\[(](.+), (.+)[\])]", text)
    assert match
    return end(match[1]), end(match[2])


def end(text: str) -> Fraction | float:
    """A number as it is shown, read back."""
    text = text.replace("−", "-")
    if text.endswith("∞"):
        return -inf if text[0] == "-" else inf
    figures, _, magnitude = text.partition(" ")
    return Fraction(figures.replace(",", "")) * SIZES.get(magnitude, 1)


SHOWN = intervals(
    st.one_of(
        rationals(),
        st.sampled_from(EXTREMES),
        st.builds(Fraction, st.integers(-(10**14), 10**14), st.integers(1, 10**6)),
    )
).filter(lambda interval: not interval.is_empty)


def exactly(interval: Interval) -> Interval:
    """The same with the ends of the kind that the program has."""
    return Interval(
        *(
            End(one.value if isinstance(one.value, float) else exact.Fraction(one.value), one.open)
            for one in interval
        )
    )


@given(SHOWN, st.integers(2, 6))
def test_the_shown_interval_contains_the_true_one(interval: Interval, figures: int) -> None:
    text = display.interval_text(exactly(interval), figures)
    low, high = ends(text)
    assert low <= interval.lower.value
    assert high >= interval.upper.value or interval.is_point
    if not interval.is_point:
        assert (text[0] == "(", text[-1] == ")") == (interval.lower.open, interval.upper.open)


@given(SHOWN)
def test_the_interval_for_machines_contains_the_true_one(interval: Interval) -> None:
    text = display.exact_interval(exactly(interval))
    low, high = ends(text)
    assert low <= interval.lower.value
    assert high >= interval.upper.value


@given(SHOWN)
def test_it_is_outward_by_less_than_the_last_figure(interval: Interval) -> None:
    low, high = ends(display.interval_text(exactly(interval), 4))
    for shown, true in ((low, interval.lower.value), (high, interval.upper.value)):
        if not isinstance(shown, float) and not isinstance(true, float) and true:
            assert abs(shown - true) <= abs(Fraction(true)) / 1000


@given(st.builds(Fraction, st.integers(1, 10**13), st.integers(1, 10**5)))
def test_a_number_is_within_half_of_its_third_figure(value: Fraction) -> None:
    shown = end(display.number(exact.Fraction(value)))
    assert abs(shown - value) <= max(value / 200, Fraction(0))
