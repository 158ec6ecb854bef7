"""Units of expressions: what each operation gives, calendar and clock, and what does not fit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    PRINTED,
    Compiled,
    Mismatch,
    Readings,
    Values,
    compile_expression,
    compile_pair,
    in_base_units,
    in_unit,
    variables,
)
from fentcheck.expressions.evaluate import readings_of
from fentcheck.expressions.parse import Check, Context, Fault, parse_check, parse_expression
from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import Interval, closed, point
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.phrases.reading import Reading, read
from fentcheck.units.unit import Kind, Unit, described

LEXICONS = Lexicons(Config("."))


def reading(phrase: str, locale: str = "en-US") -> Reading:
    parsed = read_phrase(phrase, LEXICONS(locale))
    assert isinstance(parsed, Phrase), parsed
    return read(parsed)


def context(locale: str = "en-US") -> Context:
    return Context(LEXICONS(locale), lambda name: name)


def unit_of(values: dict[str, str], locale: str = "en-US") -> Callable[[str], Unit]:
    return lambda name: reading(values[name], locale).unit


def compiled(text: str, locale: str = "en-US", **values: str) -> Compiled | Mismatch:
    expression = parse_expression(text, context(locale))
    assert not isinstance(expression, Fault), expression
    return compile_expression(expression, unit_of(values, locale))


def outcome(text: str, locale: str = "en-US", **values: str) -> tuple[Readings, Unit]:
    """The three readings of an expression in base units, and its unit."""
    found = compiled(text, locale, **values)
    assert isinstance(found, Compiled), found
    table = {name: Values(reading(value, locale)) for name, value in values.items()}
    return readings_of(found, table), found.unit


def literal(text: str, locale: str = "en-US", **values: str) -> Interval:
    return outcome(text, locale, **values)[0].literal


def sides(text: str, locale: str = "en-US", **values: str) -> tuple[Readings, Readings]:
    """Both sides of a check in base units of the left one."""
    check = parse_check(text, context(locale))
    assert isinstance(check, Check), check
    pair = compile_pair(check.left, check.right, unit_of(values, locale))
    assert not isinstance(pair, Mismatch), pair
    assert pair[0].unit == pair[1].unit
    table = {name: Values(reading(value, locale)) for name, value in values.items()}
    return readings_of(pair[0], table), readings_of(pair[1], table)


def mismatch(text: str, **values: str) -> Mismatch:
    check = parse_check(text, context())
    assert isinstance(check, Check), check
    found = compile_pair(check.left, check.right, unit_of(values))
    assert isinstance(found, Mismatch), found
    return found


# What each operation gives


@pytest.mark.parametrize(
    ("text", "values", "words", "base"),
    [
        ("a", {"a": "exactly 5 kg"}, "mass", 5),
        ("a + b", {"a": "exactly 5 kg", "b": "exactly 500 g"}, "mass", Fraction(11, 2)),
        ("a - b", {"a": "exactly 5 km", "b": "exactly 500 m"}, "length", 4500),
        ("a * b", {"a": "exactly 5 m", "b": "exactly 3 m"}, "area", 15),
        ("a ** 2", {"a": "exactly 5 m"}, "area", 25),
        ("a ** -1", {"a": "exactly 5 m"}, "number per length", Fraction(1, 5)),
        ("a ** 0", {"a": "exactly 5 m"}, "a plain number", 1),
        ("a / b", {"a": "exactly 6 kg", "b": "exactly 3 m"}, "mass per length", 2),
        ("a / b", {"a": "exactly 6 kg", "b": "exactly 3 kg"}, "a plain number", 2),
        ("a * 2", {"a": "exactly 6 kg"}, "mass", 12),
        ("2 * a", {"a": "exactly 6 kg"}, "mass", 12),
        ("a * b", {"a": "exactly 6 kg", "b": "exactly 50%"}, "mass", 3),
        ("b * a", {"a": "exactly 6 kg", "b": "exactly 50%"}, "mass", 3),
        ("a * b", {"a": "exactly 140", "b": "exactly 50%"}, "a plain number", 70),
        ("b * a", {"a": "exactly 140", "b": "exactly 50%"}, "a plain number", 70),
        ("b * 3", {"b": "exactly 50%"}, "a share or ratio", Fraction(3, 2)),
        ("3 * b", {"b": "exactly 50%"}, "a share or ratio", Fraction(3, 2)),
        ("a * b", {"a": "exactly 50%", "b": "exactly 50%"}, "a share or ratio", Fraction(1, 4)),
        ("-a", {"a": "exactly 6 kg"}, "mass", -6),
        ("abs(a - b)", {"a": "exactly 5 kg", "b": "exactly 6 kg"}, "mass", 1),
        ("sum(a, b)", {"a": "exactly 5 kg", "b": "exactly 6 kg"}, "mass", 11),
        ("mean(a, b)", {"a": "exactly 5 kg", "b": "exactly 6 kg"}, "mass", Fraction(11, 2)),
        ("min(a, b)", {"a": "exactly 5 kg", "b": "exactly 6 g"}, "mass", Fraction(6, 1000)),
        ("max(a, b)", {"a": "exactly 5 kg", "b": "exactly 6 g"}, "mass", 5),
        ("share(a, b)", {"a": "exactly 5 kg", "b": "exactly 20 kg"}, "a share or ratio",
         Fraction(1, 4)),
        ("change(a, b)", {"a": "exactly 5 kg", "b": "exactly 4 kg"}, "a share or ratio",
         Fraction(-1, 5)),
        ("points(a, b)", {"a": "exactly 40%", "b": "exactly 50%"}, "percentage points", 10),
        ("points(a, b)", {"a": "exactly 0.4", "b": "exactly 0.5"}, "percentage points", 10),
        ("a / b", {"a": "exactly 6 kg", "b": "exactly 2 mg/dose"}, "count of dose", 3 * 10**6),
        ("a * b", {"a": "exactly 6 doses/person", "b": "exactly 7 people"}, "count of dose", 42),
        ("a / b", {"a": "exactly 6 people", "b": "exactly 12 people"}, "a plain number",
         Fraction(1, 2)),
        ("a / b", {"a": "exactly $600", "b": "exactly 3 kg"}, "money (USD) per mass", 200),
        ("a * b", {"a": "exactly 70 km/hour", "b": "exactly 30 minutes"}, "length", 35000),
    ],
)  # fmt: skip
def test_an_operation(text: str, values: dict[str, str], words: str, base: int | Fraction) -> None:
    readings, unit = outcome(text, **values)
    assert described(unit) == words
    assert readings == Readings(point(base), point(base), point(base))


def test_quoted_values_and_numbers() -> None:
    assert literal('"exactly 5 kg" * 2') == point(10)
    assert literal('"10 to 20 kg" + "exactly 1 kg"') == closed(Fraction(21, 2), Fraction(43, 2))


def test_the_variables_are_listed_with_repeats() -> None:
    found = compiled("(a + b) / a", a="exactly 1 kg", b="exactly 2 kg")
    assert isinstance(found, Compiled)
    assert found.names == ("a", "b", "a")
    assert tuple(variables(found.tree)) == found.names


def test_a_number_counts_as_any_noun_and_other_nouns_do() -> None:
    assert sides("a == 5", a="exactly 5 doses")[1].literal == point(5)
    assert sides("a == b + c", a="exactly 9 people", b="exactly 4 patients", c="exactly 5 deaths")[
        1
    ].literal == point(9)
    assert sides("r == a / b", r="3.2 per 100,000", a="exactly 32 cases", b="exactly 1,000 people")[
        1
    ].literal == point(Fraction(32, 1000))


# Calendar and clock


YEAR_DAYS = closed(365, 366)


@pytest.mark.parametrize(
    ("rate", "period", "expected"),
    [
        ("150 people/day", "2021", point(54750)),
        ("150 people/day", "FY2024", point(54900)),
        ("150 people/day", "2024-02", point(4350)),
        ("7 people/week", "2024-02-05/2024-02-18", point(14)),
        ("7 people/week", "2021", point(365)),
        ("1 people/hour", "2021-01-01", point(24)),
        ("100 people/year", "2021", point(100)),
        ("100 people/year", "FY2024", point(100)),
        ("100 people/year", "2020-06/2021-05", point(100)),
        ("100 people/year", "Q1 2024", point(25)),
        ("100 people/year", "2021-02", point(Fraction(100, 12))),
        ("100 people/year", "2019/2021", point(300)),
        ("10 people/month", "2021", point(120)),
        ("10 people/month", "2024-02", point(10)),
        ("10 people/month", "2021-01-01/2021-01-14",
         closed(Fraction(140, 31), Fraction(140, 28))),
        ("100 people/year", "2021-01-01/2021-01-14",
         closed(Fraction(1400, 366), Fraction(1400, 365))),
    ],
)  # fmt: skip
def test_a_rate_over_a_period(rate: str, period: str, expected: Interval) -> None:
    readings, unit = outcome(f'over(r, "{period}")', r=f"exactly {rate}")
    assert readings.literal == readings.pragmatic == expected
    assert described(unit) == "people"


@pytest.mark.parametrize(
    ("rate", "length", "expected"),
    [
        ("10 people/day", "3 weeks", point(210)),
        ("10 people/year", "2 years", point(20)),
        ("10 people/month", "2 years", point(240)),
        ("10 people/year", "18 months", point(15)),
        ("10 people/day", "2 years", closed(7300, 7320)),
        ("10 people/day", "2 months", closed(560, 620)),
        ("10 people/year", "100 days", closed(Fraction(1000, 366), Fraction(1000, 365))),
        ("10 people/week", "1 year", closed(Fraction(3650, 7), Fraction(3660, 7))),
    ],
)
def test_a_rate_over_a_length(rate: str, length: str, expected: Interval) -> None:
    values = {"r": f"exactly {rate}", "t": f"exactly {length}"}
    assert literal("over(r, t)", **values) == expected
    assert literal("r * t", **values) == expected
    assert literal("t * r", **values) == expected
    assert literal(f'over(r, "exactly {length}")', **values) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # how many of the left one is one of the right one
        ("people/year", "people/day", YEAR_DAYS),
        ("people/year", "people/month", point(12)),
        ("people/month", "people/day", closed(28, 31)),
        ("people/week", "people/day", point(7)),
        ("people/day", "people/hour", point(24)),
        ("people/year", "people/week", closed(Fraction(365, 7), Fraction(366, 7))),
        ("days", "years", YEAR_DAYS),
        ("days", "months", closed(28, 31)),
        ("months", "years", point(12)),
        ("weeks", "years", closed(Fraction(365, 7), Fraction(366, 7))),
        ("hours", "days", point(24)),
    ],
)
def test_calendar_meets_clock(left: str, right: str, expected: Interval) -> None:
    one, other = sides("a == b", a=f"exactly 1 {left}", b=f"exactly 1 {right}")
    size = one.literal.lower.value
    assert other.literal.over(point(size)) == expected
    assert other.pragmatic == other.literal
    back, again = sides("b == a", a=f"exactly 1 {left}", b=f"exactly 1 {right}")
    assert again.literal.over(back.literal) == expected.reciprocal()


def test_the_printed_value_takes_the_ordinary_year() -> None:
    one, other = sides("a == b", a="exactly 1 people/year", b="exactly 150 people/day")
    assert other.printed.over(one.printed) == point(54750)


def test_calendar_and_clock_are_added() -> None:
    days = outcome("a + b", a="exactly 10 days", b="exactly 1 year")[0].literal
    assert days.over(point(86400)) == closed(375, 376)
    years = outcome("a + b", a="exactly 1 year", b="exactly 1 month")[0].literal
    assert years == point(13)


def test_the_calendar_stays_where_nothing_cancels_it() -> None:
    values = {"r": "exactly 12 kg/year", "n": "exactly 2 people", "t": "exactly 2 years"}
    for text, base, words in (
        ("r * n", 2, "people × mass per time"),
        ("r / n", Fraction(1, 2), "mass per people and time"),
        ("t / n", 12, "time per people"),
        ("n * t", 48, "people × time"),
        ("n * r", 2, "people × mass per time"),
        ("n / t", Fraction(1, 12), "people per time"),
    ):
        readings, unit = outcome(text, **values)
        assert readings.literal == readings.printed == point(base), text
        assert described(unit) == words
        assert "calendar" in dict(unit.dimensions)


def test_a_rate_of_a_rate() -> None:
    """A day of so much per day and year is so much per year, counted one way or the other."""
    values = {"r": "exactly 1 kg/day/year", "t": "exactly 1 day"}
    by_calendar, by_clock = outcome("r * t", **values), outcome("t * r", **values)
    assert by_calendar[0].literal == point(Fraction(1, 12))
    assert by_clock[0].literal == YEAR_DAYS.scaled(86400).reciprocal()
    assert described(by_calendar[1]) == described(by_clock[1]) == "mass per time"


def test_what_is_no_rate_over_a_period() -> None:
    readings, unit = outcome('over(a, "2021")', a="exactly 5 people")
    assert (readings.literal, unit.name) == (point(5 * 365 * 86400), "people days")


def test_an_amount_over_a_length_of_time() -> None:
    one, other = sides("r == a / t", r="exactly 1 kg/day", a="exactly 732 kg", t="exactly 2 years")
    assert other.literal.over(one.literal) == closed(1, Fraction(732, 730))
    one, other = sides("t == a / r", r="exactly 2 kg/day", a="exactly 732 kg", t="exactly 1 year")
    assert other.literal.over(one.literal) == closed(1, Fraction(366, 365))


# Tons, and temperatures


def test_the_ton_of_british_copy_lies_between_two() -> None:
    readings, _ = outcome("a", "en-GB", a="exactly 10 tons")
    assert readings.literal.lower.value == 10_000
    assert readings.literal.upper.value == Fraction("10160.469088")
    assert readings.printed.is_point
    assert literal("a", "en-US", a="exactly 10 tons") == point(Fraction("9071.8474"))


def test_the_bounds_of_a_ton_are_carried_through_an_expression() -> None:
    one, other = sides(
        "r == a / b", "en-GB", r="exactly 2 tons/person", a="exactly 10 tons", b="exactly 5 people"
    )
    assert one.literal == other.literal == closed(2000, Fraction("2032.0938176"))


def test_a_temperature_is_absolute_and_its_difference_is_not() -> None:
    one, other = sides("a == b", a="exactly 100 °C", b="exactly 212 °F")
    assert one == other
    readings, unit = outcome("a - b", a="exactly 30 °C", b="exactly 50 °F")
    assert unit.kind is not Kind.TEMPERATURE
    assert readings.literal == point(20)
    one, other = sides("d == a - b", d="up exactly 36 °F", a="exactly 30 °C", b="exactly 10 °C")
    assert one == other


def test_a_rise_is_added_to_a_temperature() -> None:
    values = {"a": "exactly 20 °C", "d": "up exactly 18 °F", "b": "exactly 30 °C"}
    for check in ("b == a + d", "a == b - d"):
        one, other = sides(check, **values)
        assert one == other


def test_a_temperature_is_added_to_a_rise() -> None:
    """A sum has no order."""
    one, other = sides("b == d + a", a="exactly 20 °C", d="up exactly 10 °C", b="exactly 30 °C")
    assert one == other


@pytest.mark.parametrize("how", ["mean", "min", "max"])
def test_temperatures_have_means_and_extremes(how: str) -> None:
    values = {"a": "exactly 10 °C", "b": "exactly 20 °C"}
    expected = {"mean": "exactly 15 °C", "min": "exactly 10 °C", "max": "exactly 20 °C"}
    one, other = sides(f"t == {how}(a, b)", t=expected[how], **values)
    assert one == other


@pytest.mark.parametrize(
    "text",
    ["a * 2", "a / b", "a ** 2", "share(a, b)", "change(a, b)", "sum(a, b)", "-a", "a + b",
     "points(a, b)", 'over(a, "2021")', "2 / a"],
)  # fmt: skip
def test_temperatures_have_no_sums_products_or_ratios(text: str) -> None:
    """20 °C and 10 °C make no 30 °C: in kelvin they would be 576."""
    found = compiled(text, a="exactly 20 °C", b="exactly 10 °C")
    assert isinstance(found, Mismatch)
    assert "temperature" in found.message
    assert text[found.left.start : found.left.end] in ("a", "b", "2")
    assert text[found.right.start : found.right.end] in ("a", "b")


def test_in_unit_undoes_base_units() -> None:
    for phrase in ("10 to 20 °F", "10 to 20 kg", "10 to 20 pounds", "10 to 20%"):
        one = reading(phrase)
        based = in_base_units(one)
        assert in_unit(based.literal, one.unit) == one.literal
        assert in_unit(based.pragmatic, one.unit) == one.pragmatic
        assert in_unit(based.printed, one.unit) == one.printed
        assert based == Readings(*(Values(one)[which] for which in (LITERAL, PRAGMATIC, PRINTED)))


# What does not fit


@pytest.mark.parametrize(
    ("text", "values", "left", "right", "words"),
    [
        ("a == b", {"a": "5 kg", "b": "5 miles"}, "a", "b", ("mass", "length")),
        ("a == b / c", {"a": "5 kg", "b": "5 miles", "c": "exactly 2 doses"}, "a", "b / c",
         ("mass", "length per count of dose")),
        ("a == b + c", {"a": "5 kg", "b": "6 kg", "c": "5 miles"}, "b", "c", ("mass", "length")),
        ("a == sum(b, b, c)", {"a": "5 kg", "b": "6 kg", "c": "5 miles"}, "b", "c",
         ("mass", "length")),
        ("a == share(b, c)", {"a": "5%", "b": "6 kg", "c": "5 miles"}, "b", "c",
         ("mass", "length")),
        ("a == change(b, c)", {"a": "5%", "b": "$6", "c": "5 miles"}, "b", "c",
         ("money (USD)", "length")),
        ("a == b", {"a": "5%", "b": "5 percentage points"}, "a", "b",
         ("share or ratio", "percentage points")),
        ("a == b", {"a": "5%", "b": "5 people"}, "a", "b", ("share or ratio", "people")),
        ("a == b", {"a": "$5", "b": "€5"}, "a", "b", ("USD", "EUR")),
        ("a == b", {"a": "20 °C", "b": "up 20 °C"}, "a", "b", ("temperature",)),
        ("a == b + c", {"a": "5 kg", "b": "5 kg", "c": "up 20 °C"}, "b", "c",
         ("one side is mass", "other temperature")),
        ("a == b + c", {"a": "20 °C", "b": "20 °C", "c": "5 kg"}, "b", "c",
         ("one side is a temperature", "other mass")),
        ("a == b + c", {"a": "20 °C", "b": "5 kg", "c": "20 °C"}, "c", "b",
         ("one side is a temperature", "other mass")),
        ("a == points(b, c)", {"a": "5 percentage points", "b": "5%", "c": "6 kg"}, "c", "c",
         ("mass",)),
        ('a == over(b, "2021")', {"a": "5 people", "b": "6 people"}, "a", 'over(b, "2021")',
         ("people", "people × time")),
    ],
)  # fmt: skip
def test_a_mismatch_names_both_operands(
    text: str, values: dict[str, str], left: str, right: str, words: tuple[str, ...]
) -> None:
    found = mismatch(text, **values)
    assert text[found.left.start : found.left.end] == left
    assert text[found.right.start : found.right.end] == right
    for word in words:
        assert word in found.message


def test_points_are_between_shares_only() -> None:
    found = mismatch("a == points(b, c)", a="5 percentage points", b="5%", c="6 kg")
    assert "mass" in found.message
    assert "points" in found.message
