"""The constants of the phrase table are those that it documents."""

from __future__ import annotations

import pytest

from fentcheck.exact import Fraction
from fentcheck.phrases.constants import ABOUT, DEFAULTS, FRACTION_SCALE

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
