"""The generated table: exact against pint and published values, and without pint's misreadings."""

from __future__ import annotations

import ast
from fractions import Fraction
from math import gcd
from pathlib import Path

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.units import generate
from fentcheck.units.table import (
    LOCAL,
    LONG_NAMES,
    NAMES,
    SHORT_NAMES,
    SPREAD,
    SYMBOLS,
    UNITS,
)

CALENDAR = {
    "month": 1,
    "quarter": 3,
    "half-year": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
"""In months, by hand: pint's year is a number of days."""

IN_PINT = {
    "Australian tablespoon": "liter / 50",
    "US cup": "cup",
    "US fluid ounce": "fluid_ounce",
    "US gallon": "gallon",
    "US pint": "pint",
    "US quart": "quart",
    "US tablespoon": "tablespoon",
    "US teaspoon": "teaspoon",
    "acre": "mile**2 / 640",
    "acre-foot": "mile**2 / 640 * foot",
    "barrel": "oil_barrel",
    "barrel per day": "oil_barrel / day",
    "billion cubic foot": "10**9 * cubic_foot",
    "billion cubic metre": "10**9 * stere",
    "bit per second": "baud",
    "celsius degree": "kelvin",
    "dunam": "hectare / 10",
    "fahrenheit degree": "kelvin * 5 / 9",
    "fathom": "2 * yard",
    "furlong": "mile / 8",
    "gigatonne": "10**12 * kilogram",
    "inch of mercury": "inch_Hg",
    "kilohm": "kiloohm",
    "kiloton of TNT": "1000 * ton_TNT",
    "kilotonne": "10**6 * kilogram",
    "long hundredweight": "long_ton / 20",
    "megaton of TNT": "10**6 * ton_TNT",
    "megatonne": "10**9 * kilogram",
    "megohm": "megaohm",
    "metric cup": "liter / 4",
    "metric tablespoon": "liter * 3 / 200",
    "metric teaspoon": "liter / 200",
    "millimetre of mercury": "millimeter_Hg",
    "million British thermal unit": "10 * therm",
    "minute of arc": "arcminute",
    "pound per square inch": "force_pound / inch**2",
    "quintal": "100 * kilogram",
    "second of arc": "arcsecond",
    "short hundredweight": "short_ton / 20",
    "square nautical mile": "nautical_mile**2",
    "thermochemical calorie": "calorie",
    "ton (UK)": "tonne",
    "troy ounce": "480 * grain",
}
"""Units that pint has under another name, or as another unit than the news has."""

PUBLISHED = [
    ("pound", "0.45359237"),
    ("ounce", "0.028349523125"),
    ("troy ounce", "0.0311034768"),
    ("stone", "6.35029318"),
    ("short ton", "907.18474"),
    ("long ton", "1016.0469088"),
    ("carat", "0.0002"),
    ("grain", "0.00006479891"),
    ("tonne", "1000"),
    ("inch", "0.0254"),
    ("foot", "0.3048"),
    ("yard", "0.9144"),
    ("mile", "1609.344"),
    ("nautical mile", "1852"),
    ("light-year", "9460730472580800"),
    ("acre", "4046.8564224"),
    ("hectare", "10000"),
    ("square mile", "2589988.110336"),
    ("US gallon", "0.003785411784"),
    ("imperial gallon", "0.00454609"),
    ("US fluid ounce", "0.0000295735295625"),
    ("imperial fluid ounce", "0.0000284130625"),
    ("imperial pint", "0.00056826125"),
    ("US pint", "0.000473176473"),
    ("barrel", "0.158987294928"),
    ("bushel", "0.03523907016688"),
    ("cubic foot", "0.028316846592"),
    ("acre-foot", "1233.48183754752"),
    ("mile per hour", "0.44704"),
    ("kilowatt-hour", "3600000"),
    ("kilocalorie", "4184"),
    ("electronvolt", "0.0000000000000000001602176634"),
    ("horsepower", "745.69987158227022"),
    ("atmosphere", "101325"),
    ("millibar", "100"),
    ("megabyte", "8000000"),
    ("mebibyte", "8388608"),
    ("fortnight", "1209600"),
]
"""Sizes as NIST SP 811 and the SI Brochure print them."""


def _size(name: str) -> Fraction:
    _, numerator, denominator, _ = UNITS[name]
    return Fraction(numerator, denominator)


def _pint_expression(name: str) -> str:
    words = name.replace("metre", "meter").replace("litre", "liter").replace(" per ", " / ")
    words = words.replace("watt-hour", "watt_hour").replace("ampere-hour", "ampere_hour")
    for length in ("square", "cubic"):
        power = "2" if length == "square" else "3"
        head, slash, rest = words.partition(" / ")
        if head.startswith(f"{length} "):
            words = f"{head.removeprefix(f'{length} ')}**{power}{slash}{rest}"
    for us, unit in (("US gallon", "gallon"), ("imperial gallon", "imperial_gallon")):
        words = words.replace(us, unit)
    words = words.replace("electronvolt", "electron_volt")
    parts = [part.replace(" ", "_").replace("-", "_") for part in words.split(" / ")]
    return " / ".join(parts).replace("British", "british")


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[Fraction]:
    return pint.UnitRegistry(non_int_type=Fraction)


BASES = {
    "length": "meter",
    "mass": "kilogram",
    "time": "second",
    "temperature": "kelvin",
    "current": "ampere",
    "amount": "mole",
    "luminosity": "candela",
    "information": "bit",
    "angle": "degree",
}


def test_table_is_what_the_generator_writes() -> None:
    assert generate.TABLE.read_text(encoding="utf-8") == generate.source_of_table()


def test_check_tells_a_stale_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate.main(["--check"]) == 0
    monkeypatch.setattr(generate, "TABLE", tmp_path / "table.py")
    assert generate.main(["--check"]) == 1
    assert "out of date" in capsys.readouterr().out
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    (tmp_path / "table.py").write_text("UNITS = {}\n", encoding="utf-8")
    assert generate.main(["--check"]) == 1


def test_table_is_literals_alone() -> None:
    tree = ast.parse(generate.TABLE.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.AnnAssign):
            assert node.value is not None
            ast.literal_eval(node.value)
        else:
            assert isinstance(node, ast.Expr)
            assert isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("name", sorted(UNITS.keys() - CALENDAR.keys()))
def test_sizes_are_those_of_pint(name: str, registry: pint.UnitRegistry[Fraction]) -> None:
    _, numerator, denominator, dimensions = UNITS[name]
    expression = IN_PINT.get(name) or _pint_expression(name)
    quantity = registry.parse_expression(expression)
    base = registry.parse_expression("1 * dimensionless")
    for dimension, power in dimensions:
        base = base * registry.parse_expression(f"{BASES[dimension]} ** {power}")
    # Steradians and counts have no dimension in the table.
    ratio = (quantity / base).to_base_units()
    assert set(dict(ratio.unit_items())) <= {"radian", "count"}
    assert isinstance(ratio.magnitude, int | Fraction)
    assert ratio.magnitude == Fraction(numerator, denominator)


@pytest.mark.parametrize(("name", "months"), CALENDAR.items())
def test_calendar_units_are_whole_months(name: str, months: int) -> None:
    assert UNITS[name][1:] == (months, 1, (("calendar", 1),))


def test_only_calendar_units_have_the_calendar() -> None:
    assert {name for name in UNITS if ("calendar", 1) in UNITS[name][3]} == set(CALENDAR)


@pytest.mark.parametrize(("name", "size"), PUBLISHED)
def test_sizes_are_those_published(name: str, size: str) -> None:
    if name == "horsepower":
        assert abs(_size(name) - Fraction(size)) < Fraction(1, 10**12)
    else:
        assert _size(name) == Fraction(size)


def test_rows_are_in_lowest_terms_with_sorted_dimensions() -> None:
    for name, (display, numerator, denominator, dimensions) in UNITS.items():
        assert display, name
        assert numerator > 0, name
        assert denominator > 0, name
        assert gcd(numerator, denominator) == 1, name
        assert dimensions, name
        assert list(dimensions) == sorted(dict(dimensions).items()), name
        assert all(power for _, power in dimensions), name
        assert {base for base, _ in dimensions} <= BASES.keys() | {"calendar"}, name


def test_one_unit_of_each_base_has_size_one() -> None:
    for base, name in {
        "length": "metre",
        "mass": "kilogram",
        "time": "second",
        "calendar": "month",
        "temperature": "kelvin",
        "current": "ampere",
        "amount": "mole",
        "luminosity": "candela",
        "information": "bit",
        "angle": "degree",
    }.items():
        assert UNITS[name][1:] == (1, 1, ((base, 1),))


def test_whole_ratios_stay_whole() -> None:
    assert _size("square mile") / _size("acre") == 640
    assert _size("mile") / _size("furlong") == 8
    assert _size("barrel") / _size("US gallon") == 42
    assert _size("imperial gallon") / _size("imperial fluid ounce") == 160
    assert _size("long ton") / _size("long hundredweight") == 20
    assert _size("fahrenheit degree") * 9 == _size("celsius degree") * 5
    assert _size("pound") * 10**6 == Fraction("453592.37")


_names = st.sampled_from(sorted(UNITS))
_values = st.fractions(max_denominator=10**6)


@given(value=_values, data=st.data())
def test_conversion_and_back_changes_nothing(value: Fraction, data: st.DataObject) -> None:
    first = data.draw(_names)
    alike = [name for name in sorted(UNITS) if UNITS[name][3] == UNITS[first][3]]
    second, third = data.draw(st.sampled_from(alike)), data.draw(st.sampled_from(alike))
    there = value * _size(first) / _size(second)
    assert there * _size(second) / _size(first) == value
    assert there * _size(second) / _size(third) == value * _size(first) / _size(third)


# Spellings


def test_every_spelling_leads_to_a_unit() -> None:
    assert set(NAMES.values()) <= UNITS.keys()
    assert set(SYMBOLS.values()) <= UNITS.keys()
    for names in LOCAL.values():
        assert set(names.values()) <= UNITS.keys()


def test_every_unit_can_be_written() -> None:
    local = {unit for names in LOCAL.values() for unit in names.values()}
    assert UNITS.keys() == {*NAMES.values(), *SYMBOLS.values(), *local}


def test_names_are_lower_case_with_single_spaces() -> None:
    for name in [*NAMES, *(name for names in LOCAL.values() for name in names)]:
        assert name == " ".join(name.lower().split())
    for symbol in SYMBOLS:
        assert symbol == " ".join(symbol.split())


@pytest.mark.parametrize("locale", sorted(LOCAL))
def test_displays_are_read_back(locale: str) -> None:
    for name, (display, *_) in UNITS.items():
        if name in SPREAD and LOCAL[locale]["ton"] != name:
            continue
        found = LOCAL[locale].get(display) or SYMBOLS.get(display) or NAMES.get(display.lower())
        assert found == name


def test_a_name_and_a_symbol_agree() -> None:
    for symbol, unit in SYMBOLS.items():
        assert NAMES.get(symbol, unit) == unit


def test_displays_differ() -> None:
    displays = [display for display, *_ in UNITS.values()]
    assert len(displays) == len(set(displays))


def test_locales_decide_the_same_names_and_nothing_else_does() -> None:
    assert sorted(LOCAL) == [
        "en-AU",
        "en-CA",
        "en-GB",
        "en-IE",
        "en-IN",
        "en-NZ",
        "en-US",
        "en-ZA",
    ]
    for names in LOCAL.values():
        assert names.keys() == LOCAL["en-US"].keys()
        assert not names.keys() & (NAMES.keys() | SYMBOLS.keys())


@pytest.mark.parametrize(
    ("locale", "name", "unit"),
    [
        ("en-US", "tons", "short ton"),
        ("en-US", "gallons", "US gallon"),
        ("en-US", "pint", "US pint"),
        ("en-US", "fl oz", "US fluid ounce"),
        ("en-US", "hundredweight", "short hundredweight"),
        ("en-US", "mpg", "mile per US gallon"),
        ("en-GB", "ton", "ton (UK)"),
        ("en-GB", "gal", "imperial gallon"),
        ("en-GB", "pints", "imperial pint"),
        ("en-GB", "quarts", "imperial quart"),
        ("en-GB", "hundredweight", "long hundredweight"),
        ("en-IN", "ton", "ton (UK)"),
        ("en-CA", "gallon", "imperial gallon"),
        ("en-CA", "ton", "short ton"),
        ("en-AU", "tablespoon", "Australian tablespoon"),
        ("en-NZ", "tablespoon", "metric tablespoon"),
    ],
)
def test_the_locale_decides(locale: str, name: str, unit: str) -> None:
    assert LOCAL[locale][name] == unit


def test_a_british_ton_lies_between_the_tonne_and_the_long_ton() -> None:
    assert set(SPREAD) == {"ton (UK)"}
    low, low_under, high, high_under = SPREAD["ton (UK)"]
    assert Fraction(low, low_under) == _size("tonne") == _size("ton (UK)")
    assert Fraction(high, high_under) == _size("long ton") == Fraction("1016.0469088")


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("kilo", "kilogram"),
        ("kilos", "kilogram"),
        ("quarter", "quarter"),
        ("quarters", "quarter"),
        ("quarter year", "quarter"),
        ("barrel", "barrel"),
        ("barrels", "barrel"),
        ("kilogrammes", "kilogram"),
        ("metric tons", "tonne"),
        ("metric-ton", "tonne"),
        ("square miles", "square mile"),
        ("sq miles", "square mile"),
        ("square-mile", "square mile"),
        ("cubic feet", "cubic foot"),
        ("feet", "foot"),
        ("litres", "litre"),
        ("liters", "litre"),
        ("meter", "metre"),
        ("kilometers per hour", "kilometre per hour"),
        ("miles an hour", "mile per hour"),
        ("kilowatt hours", "kilowatt-hour"),
        ("light years", "light-year"),
        ("acre-feet", "acre-foot"),
        ("u.s. gallons", "US gallon"),
        ("imperial pints", "imperial pint"),
        ("mins", "minute"),
        ("hrs", "hour"),
        ("secs", "second"),
        ("yrs", "year"),
        ("centuries", "century"),
        ("millennia", "millennium"),
        ("pounds per square inch", "pound per square inch"),
        ("calories", "kilocalorie"),
        ("degrees celsius", "celsius degree"),
        ("stone", "stone"),
    ],
)
def test_names(name: str, unit: str) -> None:
    assert NAMES[name] == unit


@pytest.mark.parametrize(
    ("symbol", "unit"),
    [
        ("kg", "kilogram"),
        ("mg", "milligram"),
        ("\N{MICRO SIGN}g", "microgram"),
        ("\N{GREEK SMALL LETTER MU}g", "microgram"),
        ("mcg", "microgram"),
        ("lbs", "pound"),
        ("oz", "ounce"),
        ("m", "metre"),
        ("in", "inch"),
        ("km²", "square kilometre"),
        ("km2", "square kilometre"),
        ("sq km", "square kilometre"),
        ("sq ft", "square foot"),
        ("m³", "cubic metre"),
        ("ml", "millilitre"),
        ("mL", "millilitre"),
        ("ML", "megalitre"),
        ("kWh", "kilowatt-hour"),
        ("mW", "milliwatt"),
        ("MW", "megawatt"),
        ("MB", "megabyte"),
        ("Mb", "megabit"),
        ("Mbps", "megabit per second"),
        ("MB/s", "megabyte per second"),
        ("mph", "mile per hour"),
        ("kmh", "kilometre per hour"),
        ("mSv", "millisievert"),
        ("ms", "millisecond"),
        ("min", "minute"),
        ("°", "degree"),
        ("°C", "celsius degree"),
        ("\N{OHM SIGN}", "ohm"),
    ],
)
def test_symbols(symbol: str, unit: str) -> None:
    assert SYMBOLS[symbol] == unit


@pytest.mark.parametrize(
    "spelling",
    [
        *(
            "A",
            "B",
            "b",
            "bag",
            "bags",
            "bp",
            "bps",
            "C",
            "c",
            "cat",
            "cats",
            "ct",
            "dB",
            "decibel",
        ),
        *("F", "hand", "K", "k", "kt", "M", "mb", "mps", "N", "p", "P", "Pa", "pt", "st", "T"),
    ],
)
def test_what_pint_misreads_is_no_unit(spelling: str) -> None:
    assert spelling not in SYMBOLS
    assert spelling not in NAMES
    assert all(spelling not in names for names in LOCAL.values())


def test_no_mass_or_dry_barrel_hides_behind_a_word() -> None:
    assert UNITS["quarter"][3] == (("calendar", 1),)
    assert _size("barrel") != _size("US gallon") * Fraction("31.5")
    assert UNITS["kilogram"][1:] == (1, 1, (("mass", 1),))


# Near misses


def _is_single_word(name: str) -> bool:
    return " " not in name and ("-" not in name or "-" in NAMES.get(name, ""))


def test_long_and_short_names_are_the_single_words() -> None:
    single = [name for name in sorted({*NAMES, *LOCAL["en-US"]}) if _is_single_word(name)]
    letters = {name: len(name.replace("-", "")) for name in single}
    assert [*LONG_NAMES] == [name for name in single if letters[name] >= 8]
    assert [*SHORT_NAMES] == [name for name in single if 4 <= letters[name] <= 7]
    assert {"kilograms", "hectares", "light-year", "tablespoon"} <= set(LONG_NAMES)
    assert {"pounds", "metre", "gallon"} <= set(SHORT_NAMES)
