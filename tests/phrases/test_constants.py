"""The constants of the phrase table are those that it documents."""

from __future__ import annotations

import pytest

from fentcheck.exact import Fraction
from fentcheck.phrases.constants import ABOUT, DEFAULTS, FRACTION_SCALE
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.phrases.reading import read
from fentcheck.units.names import Lexicon

VALUES = {
    "about_small": ("F", "0.4"),
    "about_middle": ("F", "0.2"),
    "about_large": ("F", "0.1"),
    "beyond_small": ("F", "0.7"),
    "beyond_middle": ("F", "0.35"),
    "beyond_large": ("F", "0.17"),
    "slightly": ("J", "0.15"),
    "cap": ("J", "0.25"),
    "fraction_spread": ("F", "0.2"),
    "factor_spread": ("J", "0.2"),
    "order_literal": ("J", "10"),
    "order_pragmatic": ("J", "5"),
    "gap": ("J", "1.5"),
    "look_alike_gap": ("J", "3"),
    "price_gap": ("J", "1.25"),
}


@pytest.mark.parametrize("name", VALUES)
def test_its_value_and_its_source(name: str) -> None:
    source, value = VALUES[name]
    assert getattr(DEFAULTS, name) == Fraction(value)
    assert ABOUT[name][0] == source


def test_there_are_no_others() -> None:
    assert tuple(VALUES) == DEFAULTS._fields == tuple(ABOUT)


def test_the_fractions_that_copy_uses() -> None:
    tenths = [0, 1, 2, 4, 5, 6, 8, 9, 10]
    others = [Fraction(1, 4), Fraction(1, 3), Fraction(2, 3), Fraction(3, 4)]
    assert (*sorted([*(Fraction(one, 10) for one in tenths), *others]),) == FRACTION_SCALE


@pytest.mark.parametrize(
    ("name", "value", "phrase", "literal", "pragmatic"),
    [
        ("about_small", "0.5", "about 5 km", "[5/2, 15/2]", "[15/4, 25/4]"),
        ("about_small", "0.5", "about 20 km", "[10, 30]", "[18, 22]"),
        ("about_middle", "0.5", "about 40 km", "[20, 60]", "[30, 50]"),
        ("about_middle", "0.5", "about 20 km", "[10, 30]", "[15, 25]"),
        ("about_middle", "0.5", "about 1,000 km", "[500, 1500]", "[950, 1050]"),
        ("about_large", "0.5", "about 1,000 km", "[500, 1500]", "[750, 1250]"),
        ("beyond_small", "1", "more than 5 km", "(5, ∞)", "(5, 15/2]"),
        ("beyond_middle", "1", "more than 40 km", "(40, ∞)", "(40, 60]"),
        ("beyond_large", "1", "more than 1,000 km", "(1000, ∞)", "(1000, 1500]"),
        ("slightly", "0.5", "just over 40 km", "(40, 60]", "(40, 50]"),
        ("slightly", "0.5", "well over 40 km", "(40, ∞)", "(50, ∞)"),
        ("slightly", "0.5", "well under 40 km", "[0, 40)", "[0, 30)"),
        ("cap", "1/16", "about 40 km", "[30, 50]", "[38, 42]"),
        ("cap", "0.75", "more than 10 km", "(10, ∞)", "(10, 35/2]"),
        ("fraction_spread", "0.5", "about half", "[2/5, 3/5]", "[9/20, 11/20]"),
        ("fraction_spread", "0.5", "about one in five", "[1/6, 1/4]", "[11/60, 9/40]"),
        ("factor_spread", "0.4", "doubled", "[3/2, 5/2]", "[8/5, 12/5]"),
        ("order_literal", "4", "on the order of 100 km", "[25, 400]", "[50, 400]"),
        ("order_pragmatic", "3", "on the order of 100 km", "[10, 1000]", "[50, 300]"),
    ],
)
def test_what_it_changes(name: str, value: str, phrase: str, literal: str, pragmatic: str) -> None:
    """By the formulas of the table, with one constant other than it is."""
    read_so = read_phrase(phrase, Lexicon("en-US"))
    assert isinstance(read_so, Phrase)
    reading = read(read_so, constants=DEFAULTS._replace(**{name: Fraction(value)}))
    assert (str(reading.literal), str(reading.pragmatic)) == (literal, pragmatic)
    assert (reading.unit, reading.printed) == (read_so.unit, read(read_so).printed)


def test_a_count_is_whole_whatever_the_constants() -> None:
    for text, whole in (("10 people", "[10, 10]"), ("more than 12 people", "[13, 15]")):
        phrase = read_phrase(text, Lexicon("en-US"))
        assert isinstance(phrase, Phrase)
        assert str(read(phrase, constants=DEFAULTS._replace(gap=Fraction(2))).pragmatic) == whole
