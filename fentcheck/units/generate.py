"""Writes `table.py`: the exact size of every unit that copy uses, and how newsrooms spell it.

    python -m fentcheck.units.generate           # writes the table
    python -m fentcheck.units.generate --check   # exits 1 if the table would differ

A tool for developers: it alone asks pint for sizes, in exact fractions, and what it writes is
plain literals. pint itself is no reader of copy: to it "kilos" are kiloseconds, a barrel holds
31.5 gallons, a quarter is 28 pounds, "k" is Boltzmann's constant and "cat" a unit of pressure.

Where pint's own unit is not the one in the news, the expression below says what is meant: the
acre, furlong and fathom of the international foot (pint has the US survey foot, withdrawn in
2022), so that a square mile is 640 acres exactly; the barrel of oil; the degree of arc as a
base unit, so that no approximation of pi is in the table. A year is twelve months, and neither
is a number of days.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pint

from fentcheck.record import NamedTuple

Dimensions = tuple[tuple[str, int], ...]
Row = tuple[str, int, int, Dimensions]

TABLE = Path(__file__).with_name("table.py")


class Entry(NamedTuple):
    """One unit: its canonical singular name, where its size comes from, and how it is displayed.

    `source` is an expression in pint's units, or a whole number of months.
    """

    name: str
    source: str | int
    symbol: str


class Tables(NamedTuple):
    """All that `table.py` holds; each dict is sorted by key."""

    units: dict[str, Row]
    names: dict[str, str]
    symbols: dict[str, str]
    local: dict[str, dict[str, str]]
    spread: dict[str, tuple[int, int, int, int]]
    long_names: tuple[str, ...]
    short_names: tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    """0, or 1 where `--check` finds a table that differs from what would be written."""
    parser = argparse.ArgumentParser(prog="python -m fentcheck.units.generate")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if it differs")
    check: bool = parser.parse_args(arguments).check
    text = source_of_table()
    if check:
        is_current = TABLE.is_file() and TABLE.read_text(encoding="utf-8") == text
        if not is_current:
            print(f"{TABLE.name} is out of date: run python -m fentcheck.units.generate")
        return 0 if is_current else 1
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    return 0


def source_of_table() -> str:
    """The text of `table.py`, the same on every run with one version of pint."""
    tables = built_tables()
    parts = [
        _HEADER,
        f"UNITS: {_UNITS_TYPE} = {_literal(tables.units)}\n",
        _UNITS_TEXT,
        f"\nNAMES: dict[str, str] = {_literal(tables.names)}\n",
        _NAMES_TEXT,
        f"\nSYMBOLS: dict[str, str] = {_literal(tables.symbols)}\n",
        _SYMBOLS_TEXT,
        f"\nLOCAL: dict[str, dict[str, str]] = {_literal(tables.local)}\n",
        _LOCAL_TEXT,
        f"\nSPREAD: dict[str, tuple[int, int, int, int]] = {_literal(tables.spread)}\n",
        _SPREAD_TEXT,
        f"\nLONG_NAMES: tuple[str, ...] = {_literal(tables.long_names)}\n",
        _LONG_NAMES_TEXT,
        f"\nSHORT_NAMES: tuple[str, ...] = {_literal(tables.short_names)}\n",
        _SHORT_NAMES_TEXT,
    ]
    return "".join(parts)


def built_tables() -> Tables:
    """The tables, consistent with each other: every spelling leads to one unit that exists."""
    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
    units = {entry.name: _row(registry, entry) for entry in _ENTRIES}
    if len(units) != len(_ENTRIES):
        raise ValueError("two entries have one name")
    local = _local_names()
    everywhere_local = {name for names in local.values() for name in names}
    spellings = list(_spellings(everywhere_local))
    names = _joined(spellings, units)
    symbols = _joined(_symbol_spellings(everywhere_local), units)
    for locale, of_locale in local.items():
        _joined(of_locale.items(), units)
        if everywhere_local != set(of_locale):
            raise ValueError(f"{locale} lacks {everywhere_local - set(of_locale)}")
    single = sorted(
        name for name in everywhere_local | set(names) if _is_single_word(name, names.get(name, ""))
    )
    letters = {name: len(name.replace("-", "")) for name in single}
    return Tables(
        units=dict(sorted(units.items())),
        names=names,
        symbols=symbols,
        local=dict(sorted(local.items())),
        spread=_SPREAD,
        long_names=tuple(name for name in single if letters[name] >= 8),
        short_names=tuple(name for name in single if 4 <= letters[name] <= 7),
    )


# Sizes


def _row(registry: pint.UnitRegistry[Fraction], entry: Entry) -> Row:
    if isinstance(entry.source, int):
        return entry.symbol, entry.source, 1, (("calendar", 1),)
    size, dimensions = exact_size(registry, entry.source)
    return entry.symbol, size.numerator, size.denominator, dimensions


def exact_size(
    registry: pint.UnitRegistry[Fraction], expression: str
) -> tuple[Fraction, Dimensions]:
    """How many base units of the table the expression is, and its dimensions sorted by name.

    The registry reads numbers as fractions. Steradians and counts have no dimension here.
    """
    quantity = registry.parse_expression(expression)
    if dict(quantity.to_root_units().unit_items()) == {"radian": 1}:
        return _exact(expression, quantity.to("degree").magnitude), (("angle", 1),)
    base = quantity.to_base_units()
    powers = {
        _DIMENSIONS[unit]: _exact(expression, power)
        for unit, power in base.unit_items()
        if unit not in _NO_DIMENSION
    }
    if any(power.denominator != 1 for power in powers.values()):
        raise ValueError(f"{expression}: a power is not whole")
    dimensions = tuple(sorted((name, power.numerator) for name, power in powers.items()))
    return _exact(expression, base.magnitude), dimensions


def _exact(expression: str, number: object) -> Fraction:
    if not isinstance(number, int | Fraction):
        raise TypeError(f"{expression}: pint has a {type(number).__name__}, not an exact number")
    return Fraction(number)


_DIMENSIONS = {
    "meter": "length",
    "kilogram": "mass",
    "second": "time",
    "kelvin": "temperature",
    "ampere": "current",
    "mole": "amount",
    "candela": "luminosity",
    "bit": "information",
}
_NO_DIMENSION = frozenset(("radian", "count"))


# Spellings


def _spellings(local_names: set[str]) -> Iterator[tuple[str, str]]:
    """Each full spelling, in lower case, with its unit; none whose meaning is the locale's."""
    for entry in _ENTRIES:
        if entry.name not in _UNSPOKEN:
            for spelling in _forms(entry.name):
                yield spelling, entry.name
    for name, others in _OTHER_NAMES.items():
        for other in _listed(others):
            for spelling in _forms(other):
                if spelling in local_names:
                    raise ValueError(f"{spelling} is the locale's to decide")
                yield spelling, name


def _symbol_spellings(local_names: set[str]) -> Iterator[tuple[str, str]]:
    """Each symbol, in its own case, with its unit.

    A display that is the unit's full name is no symbol: "knot" is read in any case.
    """
    for entry in _ENTRIES:
        if entry.symbol != entry.name and entry.symbol not in local_names:
            for symbol in _symbol_forms(entry.symbol):
                yield symbol, entry.name
    for name, others in _OTHER_SYMBOLS.items():
        for other in _listed(others):
            for symbol in _symbol_forms(other):
                yield symbol, name


def _local_names() -> dict[str, dict[str, str]]:
    return {
        locale: dict(
            sorted(
                (form, unit)
                for name, unit in {**_IMPERIAL, **differences}.items()
                for form in [*_forms(name), *_listed(_LOCAL_SYMBOLS.get(name, ""))]
            )
        )
        for locale, differences in _LOCAL_DIFFERENCES.items()
    }


def _joined(spellings: Iterable[tuple[str, str]], units: Mapping[str, Row]) -> dict[str, str]:
    """The spellings as a sorted dict; each unit exists, and no spelling leads to two."""
    result: dict[str, str] = {}
    for spelling, unit in spellings:
        if unit not in units:
            raise ValueError(f"{spelling}: there is no unit {unit}")
        if result.setdefault(spelling, unit) != unit:
            raise ValueError(f"{spelling} is both {result[spelling]} and {unit}")
    return dict(sorted(result.items()))


def _forms(name: str) -> Iterator[str]:
    """Every spelling of one name in lower case: British and American, plural, as an adjective."""
    for spelling in _of_both_shores(name.lower()):
        if spelling.replace(" ", "").isalpha():
            yield spelling.replace(" ", "-")
        for number in (spelling, _plural(spelling)):
            yield number
            yield number.replace("-", " ")
            for word, short in (("square ", "sq"), ("cubic ", "cu")):
                if number.startswith(word):
                    yield f"{short} {number.removeprefix(word)}"
                    yield f"{short}. {number.removeprefix(word)}"


def _of_both_shores(name: str) -> Iterator[str]:
    yield name
    for british, american in (("metre", "meter"), ("litre", "liter")):
        if british in name:
            yield name.replace(british, american)
    if name.endswith("gram"):
        yield name + "me"


def _plural(name: str) -> str:
    """The plural, formed at the word that is counted: "miles per hour", "square feet"."""
    for link in _LINKS:
        head, found, rest = name.partition(link)
        if found:
            return f"{_plural(head)}{found}{rest}"
    for scale in _SCALES:
        if name.endswith(scale):
            return _plural(name.removesuffix(scale)) + scale
    if name in _PLURALS_ALIKE:
        return name
    for singular, plural in _PLURAL_ENDINGS:
        if name.endswith(singular):
            return name.removesuffix(singular) + plural
    return name + "s"


_LINKS = (" per ", " of ", " a ", " an ", " to ")
"""What follows the word that is counted; the first that is found decides."""
_SCALES = (" celsius", " centigrade", " fahrenheit", " c", " f", " troy")
_PLURAL_ENDINGS = (
    ("foot", "feet"),
    ("inch", "inches"),
    ("century", "centuries"),
    ("hertz", "hertz"),
    ("lux", "lux"),
    ("horsepower", "horsepower"),
)
_PLURALS_ALIKE = frozenset(
    ("celsius", "centigrade", "fahrenheit", "bhp", "cc", "ccm", "millennia", "bar")
)
"""No plural of its own; "30 bars" are places to drink, or of gold."""


def _symbol_forms(symbol: str) -> Iterator[str]:
    """The symbol, and the ways to type it: km² as km2 and sq km, µg with either mu."""
    yield symbol
    yield symbol.replace("\N{MICRO SIGN}", "\N{GREEK SMALL LETTER MU}")
    for superscript, digit, short in (("²", "2", "sq"), ("³", "3", "cu")):
        if symbol.endswith(superscript):
            length = symbol.removesuffix(superscript)
            yield length + digit
            yield f"{short} {length}"
            yield f"{short}. {length}"


def _is_single_word(name: str, unit: str) -> bool:
    """No space, and no hyphen but the unit's own: "light-year", not "square-mile"."""
    return " " not in name and ("-" not in name or "-" in unit)


def _listed(text: str) -> list[str]:
    return text.split(", ") if text else []


# Units


def _metric(name: str, source: str, symbol: str, prefixes: str) -> Iterator[Entry]:
    """The unit with each of the prefixes; "-" stands for none."""
    for prefix in prefixes.split():
        if prefix == "-":
            yield Entry(name, source, symbol)
        else:
            yield Entry(prefix + name, prefix + source, _PREFIXES[prefix] + symbol)


def _powers(word: str, power: int, suffix: str) -> Iterator[Entry]:
    """Squares or cubes of the usual lengths."""
    for name, source, symbol in _METRIC_LENGTHS:
        yield Entry(f"{word} {name}", f"{source}**{power}", symbol + suffix)
    for name, symbol in _OTHER_LENGTHS:
        source = name.replace(" ", "_")
        yield Entry(f"{word} {name}", f"{source}**{power}", f"{word[:2]} {symbol}")


_PREFIXES = {
    "nano": "n",
    "micro": "\N{MICRO SIGN}",
    "milli": "m",
    "centi": "c",
    "deci": "d",
    "hecto": "h",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "peta": "P",
    "exa": "E",
    "zetta": "Z",
    "kibi": "Ki",
    "mebi": "Mi",
    "gibi": "Gi",
    "tebi": "Ti",
    "pebi": "Pi",
}
_METRIC_LENGTHS = (
    ("millimetre", "millimeter", "mm"),
    ("centimetre", "centimeter", "cm"),
    ("metre", "meter", "m"),
    ("kilometre", "kilometer", "km"),
)
_OTHER_LENGTHS = (("inch", "in"), ("foot", "ft"), ("yard", "yd"), ("mile", "mi"))

_LENGTH = (
    *_metric("metre", "meter", "m", "nano micro milli centi deci - kilo"),
    Entry("picometre", "picometer", "picometre"),
    Entry("angstrom", "angstrom", "Å"),
    Entry("inch", "inch", "in"),
    Entry("foot", "foot", "ft"),
    Entry("yard", "yard", "yd"),
    Entry("fathom", "6 * foot", "fathom"),
    Entry("furlong", "220 * yard", "furlong"),
    Entry("mile", "mile", "mi"),
    Entry("nautical mile", "nautical_mile", "nmi"),
    Entry("astronomical unit", "astronomical_unit", "astronomical unit"),
    Entry("light-year", "light_year", "light-year"),
)
_AREA = (
    *_powers("square", 2, "²"),
    Entry("square nautical mile", "nautical_mile**2", "sq nmi"),
    Entry("dunam", "1000 * meter**2", "dunam"),
    Entry("acre", "4840 * yard**2", "acre"),
    Entry("hectare", "hectare", "ha"),
)
_VOLUME = (
    *_powers("cubic", 3, "³"),
    *_metric("litre", "liter", "L", "micro milli centi deci - hecto kilo mega giga"),
    Entry("billion cubic foot", "1e9 * foot**3", "bcf"),
    Entry("billion cubic metre", "1e9 * meter**3", "bcm"),
    Entry("acre-foot", "43560 * foot**3", "acre-foot"),
    Entry("board foot", "foot**2 * inch", "board foot"),
    Entry("barrel", "42 * gallon", "barrel"),
    Entry("bushel", "bushel", "bushel"),
    Entry("US gallon", "gallon", "US gal"),
    Entry("US quart", "quart", "US qt"),
    Entry("US pint", "pint", "US pint"),
    Entry("US cup", "cup", "US cup"),
    Entry("US fluid ounce", "fluid_ounce", "US fl oz"),
    Entry("US tablespoon", "tablespoon", "US tbsp"),
    Entry("US teaspoon", "teaspoon", "US tsp"),
    Entry("imperial gallon", "imperial_gallon", "imperial gal"),
    Entry("imperial quart", "imperial_quart", "imperial qt"),
    Entry("imperial pint", "imperial_pint", "imperial pint"),
    Entry("imperial fluid ounce", "imperial_fluid_ounce", "imperial fl oz"),
    # Kitchen measures are metric outside the United States; Australia's tablespoon is larger.
    Entry("metric cup", "250 * milliliter", "metric cup"),
    Entry("Australian tablespoon", "20 * milliliter", "Australian tbsp"),
    Entry("metric tablespoon", "15 * milliliter", "metric tbsp"),
    Entry("metric teaspoon", "5 * milliliter", "metric tsp"),
)
_MASS = (
    *_metric("gram", "gram", "g", "nano micro milli - kilo"),
    Entry("picogram", "picogram", "picogram"),
    Entry("quintal", "100 * kilogram", "quintal"),
    Entry("tonne", "metric_ton", "tonne"),
    Entry("kilotonne", "1000 * metric_ton", "kilotonne"),
    Entry("megatonne", "1e6 * metric_ton", "Mt"),
    Entry("gigatonne", "1e9 * metric_ton", "Gt"),
    Entry("grain", "grain", "grain"),
    Entry("carat", "carat", "carat"),
    Entry("ounce", "ounce", "oz"),
    Entry("troy ounce", "troy_ounce", "troy oz"),
    Entry("pound", "pound", "lb"),
    Entry("stone", "stone", "stone"),
    Entry("short hundredweight", "hundredweight", "short cwt"),
    Entry("long hundredweight", "long_hundredweight", "long cwt"),
    Entry("short ton", "short_ton", "short ton"),
    Entry("long ton", "long_ton", "long ton"),
    Entry("ton (UK)", "metric_ton", "ton"),
)
_TIME = (
    *_metric("second", "second", "s", "nano micro milli -"),
    Entry("picosecond", "picosecond", "picosecond"),
    Entry("minute", "minute", "min"),
    Entry("hour", "hour", "hour"),
    Entry("day", "day", "day"),
    Entry("week", "week", "week"),
    Entry("fortnight", "fortnight", "fortnight"),
    Entry("month", 1, "month"),
    Entry("quarter", 3, "quarter"),
    Entry("half-year", 6, "half-year"),
    Entry("year", 12, "year"),
    Entry("decade", 120, "decade"),
    Entry("century", 1200, "century"),
    Entry("millennium", 12000, "millennium"),
)
_MOTION = (
    Entry("metre per second", "meter / second", "m/s"),
    Entry("kilometre per second", "kilometer / second", "km/s"),
    Entry("foot per second", "foot / second", "ft/s"),
    Entry("kilometre per hour", "kilometer / hour", "km/h"),
    Entry("mile per hour", "mile / hour", "mph"),
    Entry("knot", "knot", "knot"),
    Entry("barrel per day", "42 * gallon / day", "bpd"),
    Entry("cubic foot per second", "foot**3 / second", "cfs"),
    Entry("cubic metre per second", "meter**3 / second", "m³/s"),
    Entry("mile per US gallon", "mile / gallon", "mile per US gallon"),
    Entry("mile per imperial gallon", "mile / imperial_gallon", "mile per imperial gallon"),
)
_ENERGY = (
    *_metric("joule", "joule", "J", "- kilo mega giga tera peta exa"),
    *_metric("watt-hour", "watt_hour", "Wh", "- kilo mega giga tera peta"),
    *_metric("electronvolt", "electron_volt", "eV", "- kilo mega giga tera"),
    Entry("thermochemical calorie", "calorie", "small calorie"),
    Entry("kilocalorie", "kilocalorie", "kcal"),
    Entry("British thermal unit", "british_thermal_unit", "Btu"),
    Entry("million British thermal unit", "1e6 * british_thermal_unit", "MMBtu"),
    Entry("therm", "therm", "therm"),
    Entry("kiloton of TNT", "1e3 * ton_TNT", "kiloton of TNT"),
    Entry("megaton of TNT", "1e6 * ton_TNT", "megaton of TNT"),
    Entry("tonne of oil equivalent", "tonne_of_oil_equivalent", "tonne of oil equivalent"),
)
_POWER = (
    *_metric("watt", "watt", "W", "micro milli - kilo mega giga tera"),
    Entry("horsepower", "horsepower", "hp"),
)
_FORCE = (
    Entry("newton", "newton", "newton"),
    Entry("kilonewton", "kilonewton", "kN"),
    Entry("meganewton", "meganewton", "MN"),
    Entry("pascal", "pascal", "pascal"),
    *_metric("pascal", "pascal", "Pa", "hecto kilo mega giga"),
    Entry("bar", "bar", "bar"),
    Entry("millibar", "millibar", "mbar"),
    Entry("atmosphere", "atmosphere", "atm"),
    Entry("pound per square inch", "pound_force_per_square_inch", "psi"),
    Entry("millimetre of mercury", "millimeter_Hg", "mmHg"),
    Entry("inch of mercury", "inch_Hg", "inHg"),
)
_ELECTRICITY = (
    Entry("ampere", "ampere", "amp"),
    *_metric("ampere", "ampere", "A", "micro milli kilo"),
    Entry("ampere-hour", "ampere_hour", "Ah"),
    Entry("milliampere-hour", "milliampere_hour", "mAh"),
    *_metric("volt", "volt", "V", "micro milli - kilo mega"),
    Entry("ohm", "ohm", "\N{GREEK CAPITAL LETTER OMEGA}"),
    Entry("kilohm", "kiloohm", "k\N{GREEK CAPITAL LETTER OMEGA}"),
    Entry("megohm", "megaohm", "M\N{GREEK CAPITAL LETTER OMEGA}"),
)
_WAVES = (*_metric("hertz", "hertz", "Hz", "- kilo mega giga tera"),)
_INFORMATION = (
    Entry("bit", "bit", "bit"),
    *_metric("bit", "bit", "b", "kilo mega giga tera peta"),
    Entry("byte", "byte", "byte"),
    *_metric("byte", "byte", "B", "kilo mega giga tera peta exa zetta"),
    *_metric("byte", "byte", "B", "kibi mebi gibi tebi pebi"),
    Entry("bit per second", "bit / second", "bit/s"),
    Entry("kilobit per second", "kilobit / second", "kbps"),
    Entry("megabit per second", "megabit / second", "Mbps"),
    Entry("gigabit per second", "gigabit / second", "Gbps"),
    Entry("terabit per second", "terabit / second", "Tbps"),
    Entry("kilobyte per second", "kilobyte / second", "kB/s"),
    Entry("megabyte per second", "megabyte / second", "MB/s"),
    Entry("gigabyte per second", "gigabyte / second", "GB/s"),
)
_RADIATION = (
    *_metric("becquerel", "becquerel", "Bq", "- kilo mega giga tera peta"),
    Entry("curie", "curie", "curie"),
    Entry("gray", "gray", "Gy"),
    Entry("milligray", "milligray", "mGy"),
    *_metric("sievert", "sievert", "Sv", "micro milli -"),
    Entry("rem", "rem", "rem"),
    Entry("millirem", "millirem", "mrem"),
)
_LIGHT = (
    Entry("candela", "candela", "candela"),
    Entry("lumen", "lumen", "lm"),
    Entry("lux", "lux", "lx"),
)
_CHEMISTRY = (*_metric("mole", "mole", "mol", "nano micro milli -"),)
_HEAT = (
    Entry("kelvin", "kelvin", "kelvin"),
    Entry("celsius degree", "delta_degree_Celsius", "°C"),
    Entry("fahrenheit degree", "delta_degree_Fahrenheit", "°F"),
)
_ANGLE = (
    Entry("degree", "degree", "°"),
    Entry("minute of arc", "arcminute", "arcmin"),
    Entry("second of arc", "arcsecond", "arcsec"),
)
_ENTRIES: tuple[Entry, ...] = (
    *_LENGTH,
    *_AREA,
    *_VOLUME,
    *_MASS,
    *_TIME,
    *_MOTION,
    *_ENERGY,
    *_POWER,
    *_FORCE,
    *_ELECTRICITY,
    *_WAVES,
    *_INFORMATION,
    *_RADIATION,
    *_LIGHT,
    *_CHEMISTRY,
    *_HEAT,
    *_ANGLE,
)
_SPREAD = {"ton (UK)": (1000, 1, 2540117272, 2500000)}
_UNSPOKEN = frozenset(_SPREAD)
"""Told apart by the locale alone: nobody writes "ton (UK)"."""

_OTHER_NAMES = {
    "micrometre": "micron",
    "light-year": "lightyear",
    "cubic centimetre": "cc, ccm",
    "barrel": "barrel of oil, oil barrel, bbl",
    "gram": "gm",
    "kilogram": "kilo",
    "tonne": "metric ton, metric tonne",
    "short ton": "US ton, U.S. ton, American ton",
    "long ton": "imperial ton, British ton",
    "short hundredweight": "US hundredweight, U.S. hundredweight",
    "long hundredweight": "imperial hundredweight, British hundredweight",
    "troy ounce": "ounce troy, ozt",
    "US gallon": "U.S. gallon, American gallon, US gal",
    "US quart": "U.S. quart, American quart, US qt",
    "US pint": "U.S. pint, American pint",
    "US cup": "U.S. cup, American cup",
    "US fluid ounce": "U.S. fluid ounce, American fluid ounce, US fl oz",
    "US tablespoon": "U.S. tablespoon, US tbsp",
    "US teaspoon": "U.S. teaspoon, US tsp",
    "imperial gallon": "UK gallon, U.K. gallon, British gallon, imperial gal, imp gal",
    "imperial quart": "UK quart, U.K. quart, British quart, imperial qt",
    "imperial pint": "UK pint, U.K. pint, British pint",
    "imperial fluid ounce": "UK fluid ounce, U.K. fluid ounce, British fluid ounce, imperial fl oz",
    "second": "sec",
    "minute": "min",
    "hour": "hr",
    "day": "calendar day",
    "week": "wk",
    "month": "calendar month, mo, mth",
    "quarter": "quarter-year, calendar quarter, fiscal quarter, financial quarter",
    "half-year": "halfyear",
    "year": "yr, calendar year, fiscal year, financial year",
    "metre per second": "metre a second",
    "kilometre per second": "kilometre a second",
    "foot per second": "foot a second",
    "kilometre per hour": "kilometre an hour",
    "mile per hour": "mile an hour",
    "barrel per day": "barrel a day, barrel of oil per day, barrel of oil a day",
    "cubic foot per second": "cubic foot a second, cusec",
    "cubic metre per second": "cubic metre a second, cumec",
    # The calorie of diets and food labels, which is the one in the news, is the kilocalorie.
    "kilocalorie": "calorie, kilogram calorie, food calorie, large calorie",
    "thermochemical calorie": "small calorie, gram calorie",
    "electronvolt": "electron volt",
    # Of bombs; a mass of so many thousand tons is written out, or is in kilotonnes.
    "kiloton of TNT": "kiloton",
    "megaton of TNT": "megaton",
    "horsepower": "brake horsepower, bhp",
    "atmosphere": "standard atmosphere",
    "ampere": "amp",
    "milliampere": "milliamp",
    "ampere-hour": "amp-hour",
    "milliampere-hour": "milliamp-hour",
    "kilobit per second": "kilobit a second",
    "megabit per second": "megabit a second",
    "gigabit per second": "gigabit a second",
    "terabit per second": "terabit a second",
    "megabyte per second": "megabyte a second",
    "gigabyte per second": "gigabyte a second",
    "celsius degree": "degree celsius, degree centigrade, degree c, celsius, centigrade",
    "fahrenheit degree": "degree fahrenheit, degree f, fahrenheit",
    "millennium": "millennia",
    "degree": "degree of arc, deg",
    "minute of arc": "arcminute, arc-minute",
    "second of arc": "arcsecond, arc-second",
}
"""Other names of a unit, in the singular."""

_OTHER_SYMBOLS = {
    "kilometre": "Km, KM, kms",
    "centimetre": "cms",
    "millimetre": "mms",
    "metre": "mtr, mtrs",
    "square foot": "ft², sqft, sq. ft",
    "square inch": "in², sq. in",
    "square yard": "yd², sqyd, sq. yd",
    "square mile": "mi², sqmi, sq. mi",
    "square metre": "sqm",
    "square kilometre": "sqkm",
    "cubic foot": "ft³, cu. ft",
    "cubic inch": "in³, cu. in",
    "cubic yard": "yd³, cu. yd",
    "cubic mile": "mi³, cu. mi",
    "billion cubic foot": "Bcf",
    "litre": "l, ltr",
    "microlitre": "µl",
    "millilitre": "ml",
    "centilitre": "cl",
    "decilitre": "dl",
    "hectolitre": "hl",
    "kilolitre": "kl",
    "barrel": "bbls",
    "bushel": "bu",
    "microgram": "mcg, ug",
    "gram": "gms",
    "kilogram": "kgs, Kg, KG, Kgs",
    "tonne": "t",
    "ounce": "ozs",
    "pound": "lbs, Lb, Lbs, LB, LBS",
    "hour": "h, hr, hrs",
    "minute": "mins",
    "second": "sec, secs",
    "year": "yr, yrs",
    "kilometre per hour": "kph, kmh, kmph, KPH, km/hr, kms/h",
    "mile per hour": "MPH, mi/h",
    "knot": "kts",
    "barrel per day": "b/d",
    "cubic metre per second": "m3/s",
    "watt-hour": "W·h",
    "kilowatt-hour": "kwh, KWh, Kwh, KWH, kW·h",
    "kilocalorie": "cal, Kcal",
    "British thermal unit": "BTU",
    "million British thermal unit": "MMBTU, mmBtu, mmbtu",
    "kilowatt": "KW, Kw, kw",
    "horsepower": "HP",
    "pound per square inch": "PSI",
    "millimetre of mercury": "mm Hg",
    "inch of mercury": "in Hg",
    "ohm": "\N{OHM SIGN}",
    "kilobyte": "KB",
    "kilobit per second": "Kbps, kbit/s, kb/s",
    "megabit per second": "mbps, Mbit/s, Mb/s, MBit/s",
    "gigabit per second": "gbps, Gbit/s, Gb/s",
    "terabit per second": "Tbit/s, Tb/s",
    "kilobyte per second": "KB/s",
    "megabyte per second": "MBps",
    "gigabyte per second": "GBps",
    "celsius degree": "\N{DEGREE CELSIUS}, º C, ° C",
    "fahrenheit degree": "\N{DEGREE FAHRENHEIT}, º F, ° F",
}
"""Other symbols of a unit.

Left out because they are more often something else: A, B, b, c, C, cd, F, k, K, M, mb, N, p, Pa,
pg, pm and pt; bps (basis points); ct (cents); kt (knots or kilotonnes); MT; mps (members of
parliament); st (stone, but also the 21st).
"""


# What the locale decides

_IMPERIAL = {
    "ton": "ton (UK)",
    "hundredweight": "long hundredweight",
    "gallon": "imperial gallon",
    "quart": "imperial quart",
    "pint": "imperial pint",
    "fluid ounce": "imperial fluid ounce",
    "cup": "metric cup",
    "tablespoon": "metric tablespoon",
    "teaspoon": "metric teaspoon",
    "mile per gallon": "mile per imperial gallon",
    "mile to the gallon": "mile per imperial gallon",
}
_US = {
    "ton": "short ton",
    "hundredweight": "short hundredweight",
    "gallon": "US gallon",
    "quart": "US quart",
    "pint": "US pint",
    "fluid ounce": "US fluid ounce",
    "cup": "US cup",
    "tablespoon": "US tablespoon",
    "teaspoon": "US teaspoon",
    "mile per gallon": "mile per US gallon",
    "mile to the gallon": "mile per US gallon",
}
_LOCAL_DIFFERENCES: dict[str, dict[str, str]] = {
    "en-US": _US,
    "en-GB": {},
    "en-IE": {},
    "en-IN": {},
    "en-NZ": {},
    "en-ZA": {},
    "en-AU": {"tablespoon": "Australian tablespoon"},
    # The Weights and Measures Act (R.S.C. 1985, c. W-6), schedule II, has the imperial gallon
    # with its parts, but the ton of 2,000 pounds and the hundredweight of 100.
    "en-CA": {"ton": "short ton", "hundredweight": "short hundredweight"},
}
"""Where a locale differs from the imperial measures."""

_LOCAL_SYMBOLS = {
    "gallon": "gal, gals",
    "quart": "qt, qts",
    "fluid ounce": "fl oz, fl. oz, fl ozs, floz",
    "hundredweight": "cwt",
    "tablespoon": "tbsp, tbsps",
    "teaspoon": "tsp, tsps",
    "mile per gallon": "mpg",
}


# Text

_WIDTH = 100


def _literal(value: object, indent: int = 0, taken: int = 0) -> str:
    """The value as a formatter for this line length leaves it: whole, or one element a line.

    `taken` is what stands on the line before the value and after it.
    """
    whole = _on_one_line(value)
    if indent and indent + taken + len(whole) <= _WIDTH:
        return whole
    inner = indent + 4
    pad = " " * inner
    if isinstance(value, dict):
        lines = []
        for key, item in value.items():
            name = f"{_on_one_line(key)}: "
            lines.append(f"{pad}{name}{_literal(item, inner, len(name) + 1)},\n")
        return f"{{\n{''.join(lines)}{' ' * indent}}}"
    if isinstance(value, tuple):
        items = "".join(f"{pad}{_literal(item, inner, 1)},\n" for item in value)
        return f"(\n{items}{' ' * indent})"
    return whole


def _on_one_line(value: object) -> str:
    if isinstance(value, str):
        if '"' in value or "\\" in value:
            raise ValueError(f"{value!r} would need an escape")
        return f'"{value}"'
    if isinstance(value, tuple):
        items = ", ".join(map(_on_one_line, value))
        return f"({items},)" if len(value) == 1 else f"({items})"
    if isinstance(value, dict):
        # Never short enough to be told from one that ends in a comma, which stays open.
        return " " * _WIDTH
    return repr(value)


_UNITS_TYPE = "dict[str, tuple[str, int, int, tuple[tuple[str, int], ...]]]"
_HEADER = '''\
"""The exact size of every unit that copy uses, and how newsrooms spell it.

Generated by `python -m fentcheck.units.generate`: change the lists there, not this file. Plain
literals only, for a fast import. A trailing full stop ("12 lbs.") is the reader's to take off.
"""

'''
_UNITS_TEXT = '''\
"""Canonical name: its display, the numerator and denominator of its size in base units, and its
dimensions, sorted by name.

The base units: metre (length), kilogram (mass), second (time), month (calendar), kelvin
(temperature), ampere (current), mole (amount), candela (luminosity), bit (information) and
degree of arc (angle). Degrees of temperature are differences; an absolute one needs an offset.
"""
'''
_NAMES_TEXT = '''\
"""Spellings written out, in lower case with single spaces, whatever the locale; and their unit.

Some are words with another sense, which the reader must rule out first: a second, a quarter, a
pound, a degree, a mole.
"""
'''
_SYMBOLS_TEXT = '''\
"""Symbols in their own case, and their unit. "in" is also a word, "m" also a million and "t" also
a trillion: the reader decides.
"""
'''
_LOCAL_TEXT = '''\
"""Locale: the names and symbols, in lower case, whose size differs from place to place.

None of them is in `NAMES` or `SYMBOLS`; every locale has all of them.
"""
'''
_SPREAD_TEXT = '''\
"""The least and greatest size, each as numerator and denominator, of a unit that copy leaves open.

A ton in British copy is a tonne or a long ton. `UNITS` has the least.
"""
'''
_LONG_NAMES_TEXT = '''\
"""The spellings of one word with eight letters or more: a noun close to one is a misspelling."""
'''
_SHORT_NAMES_TEXT = '''\
"""The spellings of one word with four to seven letters: a noun close to one is only suspect."""
'''

if __name__ == "__main__":
    sys.exit(main())
