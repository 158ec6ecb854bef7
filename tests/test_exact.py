"""The fast Fraction is the standard library's, on every operator, comparison and hash."""

from __future__ import annotations

import copy
import fractions
import operator
import pickle
from collections.abc import Callable
from itertools import product
from math import inf, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.exact import Fraction

STANDARD = st.builds(fractions.Fraction, st.integers(-(10**6), 10**6), st.integers(1, 1000)) | (
    st.sampled_from([fractions.Fraction(10**400, 3), fractions.Fraction(-1, 10**400)])
)
OTHERS = st.one_of(
    STANDARD,
    STANDARD.map(Fraction),
    st.integers(-(10**6), 10**6),
    st.integers(-2, 2),
    st.booleans(),
)
ARITHMETIC = [operator.add, operator.sub, operator.mul, operator.truediv]
DIVISION = [operator.floordiv, operator.mod]
COMPARISONS = [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne]


def outcome(how: Callable[..., Any], *operands: Any) -> Any:
    """The result, or the kind of exception."""
    try:
        return how(*operands)
    except (ZeroDivisionError, OverflowError, TypeError) as error:
        return type(error)


@pytest.mark.parametrize("how", ARITHMETIC + DIVISION)
@given(STANDARD, OTHERS)
def test_arithmetic(how: Callable[..., Any], one: fractions.Fraction, other: Any) -> None:
    theirs = fractions.Fraction(other) if isinstance(other, Fraction) else other
    for mine, expected in (
        (outcome(how, Fraction(one), other), outcome(how, one, theirs)),
        (outcome(how, other, Fraction(one)), outcome(how, theirs, one)),
    ):
        assert mine == expected
        assert not isinstance(mine, float)
        if isinstance(mine, fractions.Fraction):
            assert mine.denominator > 0
            assert (mine.numerator, mine.denominator) == (expected.numerator, expected.denominator)


@pytest.mark.parametrize("how", COMPARISONS)
@given(STANDARD, st.one_of(OTHERS, st.sampled_from([inf, -inf])))
def test_comparisons(how: Callable[..., bool], one: fractions.Fraction, other: Any) -> None:
    theirs = fractions.Fraction(other) if isinstance(other, Fraction) else other
    assert how(Fraction(one), other) is how(one, theirs)
    assert how(other, Fraction(one)) is how(theirs, one)


SMALL = [fractions.Fraction(a, b) for a in range(-3, 4) for b in (1, 2, 3)] + [
    fractions.Fraction(10**400, 3),
    fractions.Fraction(-1, 10**400),
]


@pytest.mark.parametrize("how", ARITHMETIC + COMPARISONS)
def test_every_pair_of_a_few(how: Callable[..., Any]) -> None:
    """Equal ones and zeros among them, and each also against what is no fraction of ours."""
    for one, other in product(SMALL, repeat=2):
        expected = outcome(how, one, other)
        assert outcome(how, Fraction(one), Fraction(other)) == expected
        assert outcome(how, Fraction(one), other) == expected
        if other.denominator == 1:
            assert outcome(how, Fraction(one), other.numerator) == expected
            assert outcome(how, other.numerator, Fraction(one)) == outcome(how, other, one)


@pytest.mark.parametrize("how", COMPARISONS)
@pytest.mark.parametrize("other", [-0.5, 0.0, 0.5, 0.75, 1.0, inf, -inf, nan, 10**400])
def test_comparisons_with_floats_and_beyond(how: Callable[..., bool], other: float) -> None:
    one = fractions.Fraction(3, 4)
    assert how(Fraction(one), other) is how(one, other)
    assert how(other, Fraction(one)) is how(other, one)


@given(STANDARD)
def test_equal_values_hash_equal(one: fractions.Fraction) -> None:
    assert hash(Fraction(one)) == hash(one)
    assert {Fraction(one): 1}[one] == 1
    if one.denominator == 1:
        assert hash(Fraction(one)) == hash(one.numerator)
        assert Fraction(one) == one.numerator


@given(STANDARD, st.integers(-9, 9))
def test_powers(one: fractions.Fraction, exponent: int) -> None:
    assert outcome(operator.pow, Fraction(one), exponent) == outcome(operator.pow, one, exponent)


def test_a_power_of_an_exact_number_stays_exact() -> None:
    assert type(Fraction(2, 3) ** 2) is Fraction
    assert type(Fraction(2, 3) ** -2) is Fraction
    assert Fraction(1, 4) ** Fraction(1, 2) == 0.5


@given(STANDARD)
def test_signs(one: fractions.Fraction) -> None:
    mine = Fraction(one)
    assert (-mine, +mine, abs(mine), int(mine), bool(mine)) == (
        -one,
        +one,
        abs(one),
        int(one),
        bool(one),
    )
    assert type(-mine) is Fraction
    assert (str(mine), round(mine, 2), mine // 1) == (str(one), round(one, 2), one // 1)


@given(STANDARD)
def test_copies_are_equal(one: fractions.Fraction) -> None:
    mine = Fraction(one)
    for again in (pickle.loads(pickle.dumps(mine)), copy.copy(mine), copy.deepcopy(mine)):
        assert again == mine
        assert type(again) is Fraction


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), (0, 1)),
        ((5,), (5, 1)),
        ((6, 4), (3, 2)),
        ((6, -4), (-3, 2)),
        ((0, 7), (0, 1)),
        (("2.5",), (5, 2)),
        (("-1/3",), (-1, 3)),
        ((True,), (1, 1)),
        ((0.25,), (1, 4)),
        ((fractions.Fraction(2, 3),), (2, 3)),
        ((Fraction(2, 3), Fraction(4, 3)), (1, 2)),
        ((Fraction(2, 3),), (2, 3)),
    ],
)
def test_made_from(arguments: tuple[Any, ...], expected: tuple[int, int]) -> None:
    made = Fraction(*arguments)
    assert (made.numerator, made.denominator) == expected
    assert type(made) is Fraction


def test_it_is_never_made_of_what_is_no_number() -> None:
    with pytest.raises(ZeroDivisionError):
        Fraction(1, 0)
    with pytest.raises(ValueError, match="Invalid literal"):
        Fraction("one")
    with pytest.raises(TypeError):
        Fraction(1) / "a"
    with pytest.raises(TypeError):
        "a" / Fraction(1)  # type: ignore[operator]
    with pytest.raises(ZeroDivisionError):
        Fraction(1) / 0
    with pytest.raises(ZeroDivisionError):
        1 / Fraction(0)
    with pytest.raises(ZeroDivisionError):
        Fraction(0) ** -1


def test_it_is_not_equal_to_what_is_no_number() -> None:
    assert Fraction(1) != "1"
    assert Fraction(1, 2) == 0.5
    assert Fraction(1, 3) != 1 / 3


@pytest.mark.parametrize("how", ARITHMETIC)
@pytest.mark.parametrize("other", [0.5, inf, -inf, 2j])
def test_floats_are_left_to_the_parent(how: Callable[..., Any], other: Any) -> None:
    """“Everything else is left to the parent”, whose result with a float is a float."""
    one, same = Fraction(3, 4), fractions.Fraction(3, 4)
    for mine, expected in (
        (outcome(how, one, other), how(same, other)),
        (outcome(how, other, one), how(other, same)),
    ):
        assert (mine, type(mine)) == (expected, type(expected))


# That it is quick: what a run does most never reaches the parent


def test_common_operations_do_not_go_through_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two of ours, with an integer on either side, and against an infinity."""
    thirds, unit, whole = Fraction(2, 3), Fraction(1, 5), Fraction(1)
    names = "add sub rsub mul truediv rtruediv lt le gt ge eq new".split()
    reached: list[object] = []
    told: list[bool] = []

    def of_the_parent(name: str) -> Callable[..., object]:
        def instead(*operands: object) -> object:
            reached.append((name, operands))
            return NotImplemented

        return instead

    with monkeypatch.context() as patched:
        for name in names:
            patched.setattr(fractions.Fraction, f"__{name}__", of_the_parent(name))
        found = [Fraction(7), Fraction(6, 4), Fraction(3, 1), Fraction(thirds)]
        for one in (thirds, unit, whole):
            found += [
                one + 1,
                1 + one,
                one - 1,
                1 - one,
                one * 2,
                2 * one,
                one / 1,
                one / 2,
                1 / one,
            ]
            for other in (thirds, unit, whole):
                found += [one + other, one - other, one * other, one / other]
        for one in (thirds, unit, whole):
            for other in (1, thirds, inf, -inf):
                told += [one < other, one <= other, one > other, one >= other, one == other]
    assert reached == []
    assert found[:4] == [7, fractions.Fraction(3, 2), 3, fractions.Fraction(2, 3)]
