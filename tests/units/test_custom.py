"""A project's own units: exact sizes, and nothing that a hostile configuration can do."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.units.custom import CustomUnits, read_custom_units
from fentcheck.units.table import NAMES, UNITS


def _problem(definition: object, key: str = "wale") -> str:
    """What is wrong with a definition; it adds no unit and no name."""
    units, names, problems = read_custom_units({key: definition})
    assert not units
    assert not names
    [(at, message)] = problems
    assert at == key
    return message


def test_nothing_is_defined() -> None:
    assert read_custom_units({}) == CustomUnits({}, {}, ())


def test_a_unit_with_a_symbol_and_an_alias() -> None:
    units, names, problems = read_custom_units(
        {"football_pitch": "7140 * meter ** 2 = pitch = football_ground"}
    )
    assert units == {"football pitch": ("pitch", 7140, 1, (("length", 2),))}
    assert names == dict.fromkeys(
        (
            "football pitch",
            "football pitches",
            "pitch",
            "pitches",
            "football ground",
            "football grounds",
        ),
        "football pitch",
    )
    assert problems == ()


def test_plurals_may_be_spelt_out() -> None:
    read = read_custom_units({"football_pitch": "7140 * meter ** 2 = pitch = football_pitches"})
    assert read.problems == ()
    assert read.names["football pitches"] == "football pitch"


@pytest.mark.parametrize(
    ("definition", "size", "dimensions"),
    [
        ("20779 km²", "20779000000", (("length", 2),)),
        ("20_779 km² ".replace("_", ""), "20779000000", (("length", 2),)),
        ("1/3 feet", "0.1016", (("length", 1),)),
        ("2 mg = _ = hit", "0.000002", (("mass", 1),)),
        ("42 * US_gallon", "0.158987294928", (("length", 3),)),
        ("2 barrels", "0.317974589856", (("length", 3),)),
        ("5 µg", "0.000000005", (("mass", 1),)),
        ("1.5e-3 kilos", "0.0015", (("mass", 1),)),
        (".5 square_mile", "1294994.055168", (("length", 2),)),
        ("18 months", "18", (("calendar", 1),)),
        ("3 year", "36", (("calendar", 1),)),
        ("(3 feet) ^ 2", "0.83612736", (("length", 2),)),
        ("m**-2", "1", (("length", -2),)),
        ("kilogram / day", "1/86400", (("mass", 1), ("time", -1))),
        ("short_ton / acre", "14000000/62451", None),
    ],
)
def test_sizes_are_exact(
    definition: str, size: str, dimensions: tuple[tuple[str, int], ...] | None
) -> None:
    units, _, problems = read_custom_units({"wale": definition})
    assert problems == ()
    _, numerator, denominator, found = units["wale"]
    if dimensions is None:
        ton, acre = UNITS["short ton"], UNITS["acre"]
        expected = Fraction(ton[1], ton[2]) / Fraction(acre[1], acre[2])
        dimensions = (("length", -2), ("mass", 1))
    else:
        expected = Fraction(size)
    assert (numerator, denominator) == expected.as_integer_ratio()
    assert found == dimensions


def test_units_may_be_defined_by_each_other_in_any_order() -> None:
    units, names, problems = read_custom_units(
        {"season": "2 * half_season", "half_season": "19 week", "era": "20 seasons"}
    )
    assert problems == ()
    assert list(units) == ["half season", "season", "era"]
    assert units["era"][1] == 20 * 2 * 19 * 7 * 86400
    assert names["eras"] == "era"


def test_good_units_survive_bad_ones() -> None:
    units, _, problems = read_custom_units(
        {"aa": "bb", "bb": "aa", "wale": "3 feet", "cc_x": "3 zorkmids"}
    )
    assert list(units) == ["wale"]
    assert [key for key, _ in problems] == ["aa", "bb", "cc_x"]
    assert "by way of itself" in problems[0][1]
    assert "zorkmids" in problems[2][1]


def test_a_unit_stays_what_it_is() -> None:
    assert _problem("3 feet", key="metre") == "“metre” is a unit already"
    assert _problem("3 feet", key="kg") == "“kg” is a unit already"
    assert _problem("1100 kilogram", key="ton") == "“ton” is a unit already"
    assert _problem("3 feet = _ = hour") == "“hour” is a unit already"


def test_a_name_is_given_once() -> None:
    units, names, problems = read_custom_units({"wale": "3 feet", "rod": "5 yards = _ = wales"})
    assert list(units) == ["wale"]
    assert names == {"wale": "wale", "wales": "wale"}
    assert problems == (("rod", "“wales” is defined twice"),)


@pytest.mark.parametrize("word", ["k", "M", "C", "bps", "cat", "bag", "pixel", "speed_of_light"])
def test_what_only_pint_knows_is_no_unit(word: str) -> None:
    assert word in _problem(f"2 * {word}")


def test_the_locale_decides_no_definition() -> None:
    message = _problem("1000 * ton")
    assert message == "the size of “ton” depends on the locale: say which, as in short_ton"


@pytest.mark.parametrize(
    ("definition", "message"),
    [
        (5, "a text in quotes"),
        (None, "a text in quotes"),
        (["3 feet"], "a text in quotes"),
        ("", "no expression"),
        (" = yd", "no expression"),
        ("3 feet =", "cannot be the name"),
        ("3 feet = 4x", "cannot be the name"),
        ("3 feet = \x1b[31m", "cannot be the name"),
        ("3 feet = " + "x" * 41, "cannot be the name"),
        ("12", "defined by another unit"),
        ("metre / metre", "defined by another unit"),
        ("3 * * feet", "misplaced"),
        ("(3 feet", "unfinished"),
        ("3 feet *", "unfinished"),
        ("3 feet)", "misplaced"),
        ("feet 3", "misplaced"),
        ("feet - inch", "misplaced"),
        ("-3 feet", "misplaced"),
        ("() feet", "misplaced"),
        ("(" * 11 + "feet" + ")" * 11, "misplaced"),
        ("3 [length]", "no place"),
        ("kelvin; offset: 5", "no place"),
        ("feet\N{ZERO WIDTH SPACE}", "no place"),
        ("__import__('os')", "no place"),
        ("1_000 feet", "no number"),
        ("0x10 feet", "no number"),
        ("1.2.3 feet", "no number"),
        ("3m", "no number"),
        ("1e31 metre", "no number"),
        ("1e-31 metre", "no number"),
        ("1e999999 metre", "no number"),
        ("9" * 31 + " metre", "no number"),
        ("metre ** 0.5", "whole number from 1 to 9"),
        ("metre ** 10", "whole number from 1 to 9"),
        ("metre ** 0", "whole number from 1 to 9"),
        ("2 ** metre", "whole number from 1 to 9"),
        ("10**10**10 metre", "whole number from 1 to 9"),
        ("9**9**9 metre", "stand on another"),
        ("9**9^9 metre", "stand on another"),
        ("(metre ** 9) ** 9", "stand on another"),
        ("((9 ** 9) * metre) ** 9", "stand on another"),
        ("metre ** 9 * metre", "power above 9"),
        ("(1e30 * 1e30 * 1e30 * 1e30) * metre", "out of all proportion"),
        ("metre / (1e30 ** 9)", "out of all proportion"),
        ("0 metre", "larger than nothing"),
        ("metre / 0", "divides by zero"),
        ("metre" + " * metre" * 30, "200 characters"),
    ],
)
def test_problems(definition: object, message: str) -> None:
    assert message in _problem(definition)


def test_there_is_a_most() -> None:
    read = read_custom_units({f"wale_{number}": "3 feet" for number in range(210)})
    assert len(read.units) == 200
    assert len(read.problems) == 10
    assert "more than 200" in read.problems[0][1]


def test_the_worst_that_passes_is_quick() -> None:
    worst = "*".join(["(1e30*9e9)**9"] * 13) + "*m"
    assert len(worst) <= 200
    chain = {f"wale_{n}": f"2 wale_{n + 1}" for n in range(150)}
    start = time.perf_counter()
    read_custom_units({f"worst_{number}": worst for number in range(20)})
    read_custom_units(chain)
    assert time.perf_counter() - start < 5


def _definitions() -> st.SearchStrategy[str]:
    words = sorted(name.replace(" ", "_") for name in NAMES if name.replace(" ", "").isalpha())
    piece = st.one_of(
        st.sampled_from(["*", "/", "**", "^", "(", ")", "+", "-", "=", " ", "_", "e", "."]),
        st.sampled_from(["0", "1", "2", "9", "10", "1e30", "0.5", "²", "ton", "k", "wale", "e9"]),
        st.sampled_from(words),
        st.characters(),
    )
    return st.lists(piece, max_size=14).map(" ".join) | st.lists(piece, max_size=14).map("".join)


@given(st.dictionaries(st.sampled_from(["wale", "rod", "2x", ""]), _definitions(), max_size=3))
def test_no_definition_raises(definitions: dict[str, str]) -> None:
    units, names, problems = read_custom_units(definitions)
    assert len(units) + len(problems) == len(definitions)
    assert set(names.values()) == set(units)
    assert not names.keys() & NAMES.keys()
    for _, numerator, denominator, dimensions in units.values():
        assert numerator > 0
        assert denominator > 0
        assert list(dimensions) == sorted(dimensions)


@given(numerator=st.integers(1, 10**12), places=st.integers(0, 12))
def test_decimals_keep_every_digit(numerator: int, places: int) -> None:
    digits = str(numerator).rjust(places + 1, "0")
    number = f"{digits[: len(digits) - places]}.{digits[len(digits) - places :]}"
    units, _, _ = read_custom_units({"wale": f"{number} * foot"})
    expected = Fraction(numerator, 10**places) * Fraction("0.3048")
    assert units["wale"][1:3] == expected.as_integer_ratio()
