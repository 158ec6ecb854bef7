"""Units: what they measure, what their products are, and what may be compared with what."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import Interval, closed, point
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.units.unit import (
    BASIS_POINTS,
    CELSIUS,
    FAHRENHEIT,
    FRACTION,
    KELVIN,
    NUMBER,
    PERCENT,
    POINTS,
    TIMES,
    Kind,
    Unit,
    bridge,
    comparable,
    described,
    difference,
    is_wage,
    time_s,
    untimed,
)

LEXICONS = Lexicons(Config("."))


def unit(printed: str, locale: str = "en-US") -> Unit:
    """The unit of a figure that is printed with it: "kg/day", "$/hour"; "" is a bare number."""
    sign, rest = (printed[:1], printed[1:]) if printed[:1] in ("$", "€", "£") else ("", printed)
    phrase = read_phrase(f"{sign}5 {rest}".strip(), LEXICONS(locale))
    assert isinstance(phrase, Phrase), phrase
    return phrase.unit


def british(printed: str) -> Unit:
    return unit(printed, "en-GB")


# What a unit measures


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("", "a plain number"),
        ("%", "a share or ratio"),
        ("per 100,000 people", "a share or ratio"),
        ("percentage points", "percentage points"),
        ("basis points", "percentage points"),
        ("times", "a factor"),
        ("°C", "a temperature"),
        ("kg", "mass"),
        ("miles", "length"),
        ("acres", "area"),
        ("gallons", "volume"),
        ("megabytes", "information"),
        ("hours", "time"),
        ("years", "time"),
        ("people", "people"),
        ("doses", "count of dose"),
        ("$", "money (USD)"),
        ("€", "money (EUR)"),
        ("$/kg", "money (USD) per mass"),
        ("people/year", "people per time"),
        ("km/hour", "length per time"),
        ("doses/person/year", "count of dose per people and time"),
        ("people per square mile", "people per area"),
        ("miles per gallon", "number per area"),
        ("kWh", "area × mass per time^2"),
        ("$/kWh", "time^2 × money (USD) per area and mass"),
    ],
)
def test_what_a_unit_measures(printed: str, words: str) -> None:
    assert described(unit(printed)) == words


def test_what_is_longer_than_a_volume() -> None:
    assert described(unit("m").power(4)) == "length^4"
    assert described(unit("m").power(-4)) == "number per length^4"


@pytest.mark.parametrize(
    ("printed", "is_count", "is_rate", "is_money", "may_be_negative"),
    [
        ("", True, False, False, False),
        ("people", True, False, False, False),
        ("doses", True, False, False, False),
        ("doses/person", False, False, False, False),
        ("people/day", False, True, False, False),
        ("people/year", False, True, False, False),
        ("kg", False, False, False, False),
        ("hours", False, False, False, False),
        ("acres", False, False, False, False),
        ("mph", False, True, False, False),
        ("knots", False, True, False, False),
        ("kWh/day", False, True, False, False),
        ("kWh/year", False, True, False, False),
        ("kWh", False, False, False, False),
        ("kWh/person", False, False, False, False),
        ("$/kWh", False, False, False, True),
        ("kW", False, False, False, False),
        ("psi", False, False, False, False),
        ("hours/day", False, True, False, True),
        ("°C/hour", False, True, False, True),
        ("percentage points/day", False, True, False, True),
        ("$", False, False, True, True),
        ("cents", False, False, True, True),
        ("$/kg", False, False, False, True),
        ("$/year", False, True, False, True),
        ("kg/€", False, False, False, True),
        ("°C", False, False, False, True),
        ("celsius degrees", False, False, False, True),
        ("amperes", False, False, False, True),
        ("minutes of arc", False, False, False, True),
        ("%", False, False, False, True),
        ("per 100,000 people", False, False, False, True),
        ("percentage points", False, False, False, True),
        ("times", False, False, False, False),
    ],
)
def test_what_can_be_said_of_a_unit(
    printed: str, is_count: bool, is_rate: bool, is_money: bool, may_be_negative: bool
) -> None:
    found = unit(printed)
    assert found.is_count is is_count
    assert found.is_rate is is_rate
    assert found.is_money is is_money
    assert found.may_be_negative is may_be_negative


def test_a_pair_is_no_whole_thing() -> None:
    """So many thousands of a noun are counted, but not one by one."""
    assert not Unit("thousand doses", 1000, (("#dose", 1),)).is_count
    assert not unit("doses").power(2).is_count
    assert not unit("$").power(2).is_money


@pytest.mark.parametrize(
    ("one", "kelvins"),
    [
        ((0, CELSIUS), "273.15"),
        ((100, CELSIUS), "373.15"),
        ((32, FAHRENHEIT), "273.15"),
        ((212, FAHRENHEIT), "373.15"),
        ((Fraction("-459.67"), FAHRENHEIT), "0"),
        ((Fraction("273.15"), KELVIN), "273.15"),
    ],
)
def test_a_temperature_has_its_place(one: tuple[Fraction, Unit], kelvins: str) -> None:
    number, scale = one
    assert number * scale.size + scale.offset == Fraction(kelvins)


def test_a_rise_in_temperature_is_no_temperature() -> None:
    for scale, name in ((CELSIUS, "celsius degrees"), (FAHRENHEIT, "fahrenheit degrees")):
        rise = difference(scale)
        assert (rise.name, rise.size, rise.offset) == (scale.name, unit(name).size, 0)
        assert (rise.dimensions, rise.kind) == (unit(name).dimensions, Kind.AMOUNT)
        assert not comparable(rise, scale)
    for other in ("kg", "%", "$", "percentage points", "celsius degrees"):
        assert difference(unit(other)) == unit(other)


def test_shares_and_points_have_their_sizes() -> None:
    assert (PERCENT.size, FRACTION.size, TIMES.size, NUMBER.size) == (Fraction(1, 100), 1, 1, 1)
    assert (POINTS.size, BASIS_POINTS.size) == (1, Fraction(1, 100))
    assert PERCENT.kind is FRACTION.kind is Kind.RATIO


def test_units_that_stand_for_no_phrase_are_shown_by_name() -> None:
    shown = [one.name for one in (NUMBER, PERCENT, FRACTION, POINTS, BASIS_POINTS, TIMES)]
    assert shown == ["", "%", "of the whole", "percentage points", "basis points", "times"]
    assert [one.name for one in (CELSIUS, FAHRENHEIT, KELVIN)] == ["°C", "°F", "K"]
    assert comparable(KELVIN, CELSIUS)
    assert comparable(KELVIN, FAHRENHEIT)


# What is compared with what


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("kg", "pounds", True),
        ("kg", "km", False),
        ("kg", "", False),
        ("doses", "people", True),
        ("doses", "", True),
        ("doses", "%", False),
        ("doses", "times", False),
        ("doses", "kg", False),
        ("%", "", True),
        ("%", "times", True),
        ("%", "percentage points", False),
        ("percentage points", "basis points", True),
        ("percentage points", "", False),
        ("°C", "°F", True),
        ("°C", "celsius degrees", False),
        ("hours", "years", True),
        ("hours", "kg", False),
        ("people/day", "doses/year", True),
        ("people/day", "people", False),
        ("people/day", "/day", False),
        ("doses/person", "", True),
        ("doses/person", "%", True),
        ("doses/person", "people", False),
        ("doses/person/year", "people/day", False),
        ("$", "€", False),
        ("$/kg", "$/pound", True),
        ("$/kg", "$", False),
        ("$/dose", "$/person", True),
        ("$/dose", "$", False),
        ("km/hour", "miles/day", True),
    ],
)
def test_comparable(one: str, other: str, expected: bool) -> None:
    left, right = _per_day_or(one), _per_day_or(other)
    assert comparable(left, right) is expected
    assert comparable(right, left) is expected
    assert comparable(left, left)
    assert comparable(right, right)


def _per_day_or(printed: str) -> Unit:
    return NUMBER.over(unit("days")) if printed == "/day" else unit(printed)


def test_a_number_counts_what_is_counted_under_a_price_too() -> None:
    """ "$5 per dose" has a noun in it, and a plain number none: the money does not go away."""
    assert not comparable(unit("$/dose"), NUMBER)
    assert not comparable(NUMBER, unit("$/dose"))
    assert comparable(NUMBER, unit("doses"))
    assert comparable(unit("doses"), NUMBER)


# The calendar and the clock


def over(interval: Interval, number: int | Fraction) -> Interval:
    return interval.scaled(Fraction(1, number))


YEAR_S = closed(365 * 86400, 366 * 86400)
MONTH_S = closed(28 * 86400, 31 * 86400)
MEAN_MONTH_S = Fraction(365 * 86400, 12)


@pytest.mark.parametrize(
    ("one", "other", "factor", "ordinary"),
    [
        ("kg", "pounds", point(1), 1),
        ("hours", "days", point(1), 1),
        ("years", "months", point(1), 1),
        ("doses", "people", point(1), 1),
        ("people/year", "doses/month", point(1), 1),
        # One base unit of the calendar is a month.
        ("months", "days", MONTH_S, MEAN_MONTH_S),
        ("years", "days", over(YEAR_S, 12), MEAN_MONTH_S),
        ("decades", "hours", over(YEAR_S, 12), MEAN_MONTH_S),
        ("quarters", "days", MONTH_S, MEAN_MONTH_S),
        ("people/year", "people/day", over(YEAR_S, 12).power(-1), 1 / MEAN_MONTH_S),
        ("people/month", "people/day", MONTH_S.power(-1), 1 / MEAN_MONTH_S),
        ("$/year", "$/hour", over(YEAR_S, 12).power(-1), 1 / MEAN_MONTH_S),
    ],
)
def test_bridge(one: str, other: str, factor: Interval, ordinary: Fraction) -> None:
    assert bridge(unit(one), unit(other)) == (factor, ordinary)
    assert bridge(unit(other), unit(one)) == (factor.power(-1), Fraction(1) / ordinary)


def test_a_square_of_the_calendar() -> None:
    squared = unit("years").power(2), unit("days").power(2)
    assert bridge(*squared) == (over(YEAR_S, 12).power(2), MEAN_MONTH_S**2)


@pytest.mark.parametrize(
    ("printed", "seconds"),
    [
        ("people/minute", 60),
        ("people/hour", 3600),
        ("kg/hour", 3600),
        ("g/hour", 3600),
        ("tonnes/day", 86400),
        ("cents/hour", 3600),
        ("cents/day", 86400),
        ("$/week", 604800),
        ("$/8 hours", 28800),
        ("kg/day/person", 86400),
        ("kg/person/day", 86400),
        ("people/month", 2629746),
        ("people/year", 12 * 2629746),
        ("g/quarter", 3 * 2629746),
        ("mph", 3600),
        ("Mbps", 1),
        ("barrels per day", 86400),
        ("cubic feet per second", 1),
        ("knots", 1),
        ("miles per gallon", 1),
    ],
)
def test_the_time_that_a_rate_is_per(printed: str, seconds: int) -> None:
    assert time_s(unit(printed)) == seconds


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("$/hour", True),
        ("cents/hour", True),
        ("$/minute", True),
        ("$/8 hours", True),
        ("$/day", False),
        ("cents/day", False),
        ("$/week", False),
        ("$/month", False),
        ("$/year", False),
        ("people/hour", False),
        ("kg/hour", False),
    ],
)
def test_a_wage(printed: str, expected: bool) -> None:
    assert is_wage(unit(printed)) is expected


@pytest.mark.parametrize(
    ("rate", "amount"),
    [
        ("people/day", "people"),
        ("kg/year", "kg"),
        ("kg/year/person", "kg/person"),
        ("$/kg/month", "$/kg"),
        ("mph", "miles"),
        ("MWh/day", "MWh"),
        ("MWh/year", "MWh"),
        ("$/kWh/day", "$/kWh"),
        ("hours/day", "hours"),
        *((other, other) for other in ("people", "hours", "years", "kWh", "kW", "$/kWh", "")),
    ],
)
def test_what_a_rate_is_a_rate_of(rate: str, amount: str) -> None:
    assert untimed(unit(rate)) == unit(amount).dimensions


# Products


ATOMS = "kg;g;pounds;km;feet;hours;days;years;months;people;doses;$;cents;acres".split(";")
atoms = st.sampled_from(ATOMS).map(unit)


@given(st.lists(st.tuples(atoms, st.sampled_from((1, -1))), max_size=6))
def test_dimensions_are_added_up(steps: list[tuple[Unit, int]]) -> None:
    """However they are multiplied; what cancels leaves nothing behind."""
    found, powers = NUMBER, Counter[str]()
    for atom, sign in steps:
        found = found.times(atom) if sign > 0 else found.over(atom)
        powers.update({base: sign * power for base, power in atom.dimensions})
    left = {base: power for base, power in powers.items() if power}
    assert dict(found.dimensions) == left
    assert list(found.dimensions) == sorted(left.items())
    assert found.kind is (Kind.AMOUNT if left else Kind.PLAIN)
    assert bool(found.months) is ("calendar" in left)
    assert found.size > 0
    if not left:
        assert (found.size, found.name) == (1, "")


@given(st.lists(atoms, min_size=1, max_size=4))
def test_sizes_are_multiplied(factors: list[Unit]) -> None:
    """Nothing cancels where nothing is divided by."""
    found = NUMBER
    for atom in factors:
        found = found.times(atom)
    assert found.size == prod(Fraction(atom.size) for atom in factors)
    assert found.name == " ".join(atom.name for atom in factors)
    assert found.size_to is None


@given(atoms, atoms, atoms)
def test_nothing_cancels_in_print(one: Unit, other: Unit, third: Unit) -> None:
    found = one.per(other).per(third)
    assert found.name == f"{one.name}/{other.name}/{third.name}"
    assert found.size == Fraction(one.size) / other.size / third.size
    assert dict(found.dimensions) == dict(one.over(other).over(third).dimensions)


@given(atoms, st.integers(-4, 4))
def test_a_power_is_a_product(atom: Unit, exponent: int) -> None:
    found = atom.power(exponent)
    assert found.size == Fraction(atom.size) ** exponent
    powers = {base: power * exponent for base, power in atom.dimensions if exponent}
    assert dict(found.dimensions) == powers
    assert found.kind is (Kind.AMOUNT if exponent else Kind.PLAIN)


@pytest.mark.parametrize(
    ("one", "operation", "other", "name", "size"),
    [
        ("km", "over", "hours", "km/hours", Fraction(1000, 3600)),
        ("km", "times", "hours", "km hours", 3600000),
        ("people/year", "over", "months", "people/year/months", Fraction(1, 12)),
        # What is left is in base units, by name.
        ("g/person", "times", "people", "kg", 1),
        ("km/hour", "times", "minutes", "m", 1),
        ("kg/day", "times", "hours", "kg", 1),
        ("Mbps", "times", "hours", "bits", 1),
        ("cubic feet", "over", "feet", "m m", 1),
        ("$/pound", "times", "kg/day", "USD/day", Fraction(1, 86400)),
        ("$/pound", "times", "kg/year", "USD/year", Fraction(1, 12)),
        ("$/pound", "times", "kg/month", "USD/month", 1),
        ("people/kg", "times", "kg hours", "people days", 86400),
        ("people/kg", "times", "kg years", "people years", 12),
        ("people/kg", "times", "kg months", "people months", 1),
        ("kWh", "over", "kg", "m m/day/day", Fraction(1, 86400**2)),
        ("kg/month", "over", "kg", "/month", 1),
        ("tonnes", "over", "kg", "", 1),
        ("hours", "over", "minutes", "", 1),
        ("years", "over", "months", "", 1),
        ("kg/month", "over", "kg/year", "", 1),
        # Nouns, in the number that they then have.
        ("doses/kg", "times", "kg", "doses", 1),
        ("boxes/kg", "times", "kg", "boxes", 1),
        ("buses/kg", "times", "kg", "buses", 1),
        ("churches/kg", "times", "kg", "churches", 1),
        ("dishes/kg", "times", "kg", "dishes", 1),
        ("cities/kg", "times", "kg", "cities", 1),
        ("days/kg", "times", "kg", "days", 86400),
        ("valleys/kg", "times", "kg", "valleys", 1),
        ("people/kg", "times", "kg", "people", 1),
        ("$/kg", "times", "kg/dose", "USD/dose", 1),
        ("$/kg", "times", "kg/box", "USD/box", 1),
        ("$/kg", "times", "kg/city", "USD/city", 1),
        ("$/kg", "times", "kg/person", "USD/person", 1),
        ("$/kg", "times", "kg/megabyte", "USD/bit", 1),
        ("$/dose", "times", "doses/pound", "USD/kg", 1),
        ("$/dose", "times", "doses/mile", "USD/m", 1),
        ("$/kg", "times", "kg/dose/year", "USD/dose/year", Fraction(1, 12)),
        ("percentage points/kg", "times", "kg", "percentage points", 1),
        ("keys/kg", "times", "kg", "keys", 1),
        ("celsius degrees/kg", "times", "kg", "°C", 1),
        ("amperes/kg", "times", "kg", "current", 1),
        # A factor or a share leaves the other's unit as it is.
        ("kg", "times", "%", "kg", 1),
        ("%", "times", "pounds", "pounds", Fraction("0.45359237")),
        ("times", "times", "doses", "doses", 1),
        ("", "times", "g", "g", Fraction(1, 1000)),
        ("g", "times", "", "g", Fraction(1, 1000)),
        ("%", "times", "", "", 1),
        ("", "times", "%", "", 1),
        ("%", "times", "times", "%", Fraction(1, 100)),
        ("kg", "over", "%", "kg", 1),
        ("kg", "over", "times", "kg", 1),
        ("%", "over", "%", "%", Fraction(1, 100)),
        ("%", "over", "kg", "%/kg", Fraction(1, 100)),
        ("", "over", "g", "/g", 1000),
    ],
)
def test_products(one: str, operation: str, other: str, name: str, size: int | Fraction) -> None:
    left, right = _unit_of(one), _unit_of(other)
    found = left.times(right) if operation == "times" else left.over(right)
    assert (found.name, found.size) == (name, size)


def _unit_of(printed: str) -> Unit:
    """As `unit`; and with products: "kg hours"."""
    first, _, second = printed.partition(" ")
    if first == "kg" and second:
        return unit("kg").times(unit(second))
    return unit(printed)


def test_a_share_of_a_named_number_is_so_many_of_it() -> None:
    """18% of 5,200 farms is so many farms, where farms are a plain number."""
    farms = Unit("farms", 1, (), Kind.PLAIN)
    assert PERCENT.times(farms) == farms
    assert farms.times(PERCENT) == farms
    assert unit("kg").times(farms) == unit("kg")
    assert NUMBER.times(farms) == NUMBER
    assert PERCENT.over(farms) == PERCENT


def test_points_stay_points() -> None:
    per_year = POINTS.per(unit("years"))
    assert (per_year.kind, per_year.times(unit("years")).kind) == (Kind.AMOUNT, Kind.POINTS)
    assert POINTS.over(POINTS).kind is Kind.PLAIN


@pytest.mark.parametrize(
    ("printed", "months"),
    [
        ("months", 1),
        ("quarters", 3),
        ("years", 12),
        ("decades", 120),
        ("kg/year", 12),
        ("kg/quarter", 3),
        ("kg/person/year", 12),
        ("kg/year/person", 12),
        ("kg/day", 0),
        ("days", 0),
    ],
)
def test_the_months_of_a_unit(printed: str, months: int) -> None:
    assert unit(printed).months == months


def test_the_months_of_a_product() -> None:
    """Whole years alone are years; anything with a shorter time of the calendar is months."""
    assert unit("kg/year").over(unit("people")).months == 12
    assert unit("people").over(unit("years")).months == 12
    assert unit("kg/year").over(unit("months")).months == 1
    assert unit("kg/year").over(unit("decades")).months == 12
    assert unit("$/kg").times(unit("kg/year")).months == 12
    assert unit("kg/year").times(unit("years")).months == 0
    assert unit("kg/year").times(unit("months")).months == 0


# A size within bounds


TON = closed(1000, Fraction("1016.0469088"))


@pytest.mark.parametrize(
    ("printed", "sizes"),
    [
        ("tons", TON),
        ("kg", point(1)),
        ("tons/person", TON),
        ("tons/day", over(TON, 86400)),
        ("£/ton", TON.power(-1)),
        ("£/2 tons", over(TON.power(-1), 2)),
        ("people/ton/year", over(TON.power(-1), 12)),
        ("tons/ton", point(1)),
    ],
)
def test_the_sizes_of_a_british_ton(printed: str, sizes: Interval) -> None:
    """The long ton and the tonne are both called so; what is per ton lies between the two too."""
    assert british(printed).sizes == sizes
    assert Fraction(british(printed).size) in (sizes.lower.value, sizes.upper.value)


def test_the_sizes_of_products_of_tons() -> None:
    assert british("tons").times(british("people")).sizes == TON
    assert british("people").times(british("tons")).sizes == TON
    assert british("tons").power(2).sizes == TON.power(2)
    assert british("tons").over(british("people")).sizes == TON
    assert british("tons").over(british("kg")).sizes == point(1)
