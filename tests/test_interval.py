"""Intervals against two oracles: `portion` for sets, sampled values for arithmetic."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import product
from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import (
    EXTREMES,
    Rational,
    as_portion,
    intervals,
    nonempty_intervals,
    portion_value,
    rationals,
    values_of,
)

from fentcheck.interval import (
    EMPTY,
    NON_NEGATIVE,
    ONE,
    UNIT_RANGE,
    WHOLE_LINE,
    ZERO,
    End,
    Interval,
    Real,
    above,
    absolute,
    at_least,
    at_most,
    below,
    between,
    closed,
    greatest,
    least,
    point,
    total,
)

Unary = Callable[[Interval], Interval]
Binary = Callable[[Interval, Interval], Interval]

unhurried = settings(deadline=None)
thorough = settings(deadline=None, max_examples=250)


def read(text: str) -> Interval:
    """The interval that prints as `text`, built by hand."""
    if text == "∅":
        return EMPTY
    low, high = (
        float(end.replace("∞", "inf")) if "∞" in end else Fraction(end)
        for end in text[1:-1].split(", ")
    )
    return Interval(End(low, text[0] == "("), End(high, text[-1] == ")"))


# Operations by name, each with the same thing done to single values (None: undefined there).

UNARY: dict[str, tuple[Unary, Callable[[Rational], Rational | None]]] = {
    "negated": (Interval.negated, lambda x: -x),
    "magnitude": (Interval.magnitude, lambda x: max(x, -x)),
    "reciprocal": (Interval.reciprocal, lambda x: 1 / Fraction(x) if x else None),
    "scaled by 1": (lambda x: x.scaled(1), lambda x: x),
    "scaled by -2/3": (lambda x: x.scaled(Fraction(-2, 3)), lambda x: x * Fraction(-2, 3)),
    "scaled by 0": (lambda x: x.scaled(0), lambda _: 0),
    "power 0": (lambda x: x.power(0), lambda _: 1),
    "power 1": (lambda x: x.power(1), lambda x: x),
    "power 2": (lambda x: x.power(2), lambda x: x**2),
    "power 3": (lambda x: x.power(3), lambda x: x**3),
    "power 4": (lambda x: x.power(4), lambda x: x**4),
    "power -1": (lambda x: x.power(-1), lambda x: Fraction(x) ** -1 if x else None),
    "power -2": (lambda x: x.power(-2), lambda x: Fraction(x) ** -2 if x else None),
    "power -3": (lambda x: x.power(-3), lambda x: Fraction(x) ** -3 if x else None),
}

BINARY: dict[str, tuple[Binary, Callable[[Rational, Rational], Rational | None]]] = {
    "plus": (Interval.plus, operator.add),
    "minus": (Interval.minus, operator.sub),
    "times": (Interval.times, operator.mul),
    "over": (Interval.over, lambda x, y: Fraction(x) / y if y else None),
    "least": (lambda x, y: least([x, y]), min),
    "greatest": (lambda x, y: greatest([x, y]), max),
}

SETS: dict[str, Binary] = {"meet": Interval.meet, "hull": Interval.hull}


# Sets, against portion


@thorough
@given(intervals(), intervals())
def test_sets_agree_with_portion(one: Interval, other: Interval) -> None:
    first, second = as_portion(one), as_portion(other)
    assert as_portion(one.meet(other)) == first & second
    assert as_portion(one.hull(other)) == (first | second).enclosure
    assert one.overlaps(other) == first.overlaps(second)
    assert one.within(other) == (first in second)
    assert one.is_empty == first.empty


@thorough
@given(nonempty_intervals(), nonempty_intervals())
def test_is_below_agrees_with_portion(one: Interval, other: Interval) -> None:
    assert one.is_below(other) == (as_portion(one) < as_portion(other))


@unhurried
@given(intervals(), st.one_of(rationals(), st.sampled_from([-inf, inf])))
def test_contains_agrees_with_portion(interval: Interval, value: Real) -> None:
    assert interval.contains(value) == (portion_value(value) in as_portion(interval))


@unhurried
@given(intervals(), st.data())
def test_contains_both_ends_just_when_they_are_closed(
    interval: Interval, data: st.DataObject
) -> None:
    assume(not interval.is_empty)
    for end in interval:
        assert interval.contains(end.value) != end.open
    assert interval.contains(data.draw(values_of(interval)))


@given(intervals())
def test_the_empty_interval_is_inside_all_and_touches_none(other: Interval) -> None:
    assert EMPTY.within(other)
    assert other.within(EMPTY) == other.is_empty
    assert not EMPTY.overlaps(other)
    assert not EMPTY.is_below(other)
    assert not other.is_below(EMPTY)
    assert EMPTY.hull(other) == other.hull(EMPTY) == other
    assert EMPTY.meet(other) == other.meet(EMPTY) == EMPTY


@given(rationals(), st.booleans(), st.booleans())
def test_neighbours_meet_only_if_both_are_closed_where_they_touch(
    value: Rational, left_open: bool, right_open: bool
) -> None:
    left = below(value) if left_open else at_most(value)
    right = above(value) if right_open else at_least(value)
    apart = left_open or right_open
    assert left.is_below(right) == apart
    assert left.overlaps(right) != apart
    assert left.meet(right) == (EMPTY if apart else point(value))


# Arithmetic, against sampled values

TINY = Fraction(1, 10**30)
HUGE = 10**30
NEAR = Fraction(1, 10**9)
FAR = 10**9


def witnesses(interval: Interval) -> list[Rational]:
    """Values at and beside each end and zero, and far out: where extreme results come from."""
    finite = [end.value for end in interval if not isinstance(end.value, float)]
    beside = [value + step for value in (0, *finite) for step in (-TINY, 0, TINY)]
    return [value for value in {*beside, -HUGE, HUGE} if interval.contains(value)]


def assert_smallest_around(values: Iterable[Rational | None], result: Interval) -> None:
    """All values are inside; each end is nearly reached, and reached just when it is closed."""
    defined = [value for value in values if value is not None]
    if not defined:
        assert result == EMPTY
        return
    assert all(result.contains(value) for value in defined)
    (low, low_open), (high, high_open) = result
    least_value, greatest_value = min(defined), max(defined)
    assert least_value < -FAR if low == -inf else least_value - low < NEAR
    assert greatest_value > FAR if high == inf else high - greatest_value < NEAR
    assert low_open == (least_value != low)
    assert high_open == (greatest_value != high)


def all_intervals(values: tuple[Rational, ...]) -> list[Interval]:
    """Every interval with ends among the values or infinite."""
    ends = [End(value, is_open) for value in values for is_open in (False, True)]
    pairs = product([End(-inf, True), *ends], [*ends, End(inf, True)])
    return [EMPTY] + [
        Interval(low, high)
        for low, high in pairs
        if low.value < high.value or (low == high and not low.open)
    ]


SMALL_WORLD = [(interval, witnesses(interval)) for interval in all_intervals((-1, 0, 1))]


@pytest.mark.parametrize("name", BINARY)
def test_every_pair_with_ends_at_minus_one_zero_and_one(name: str) -> None:
    on_intervals, on_values = BINARY[name]
    for (one, ones), (other, others) in product(SMALL_WORLD, repeat=2):
        values = (on_values(x, y) for x, y in product(ones, others))
        assert_smallest_around(values, on_intervals(one, other))


@pytest.mark.parametrize("name", UNARY)
def test_every_interval_with_ends_at_minus_one_zero_and_one(name: str) -> None:
    on_intervals, on_values = UNARY[name]
    for interval, inside in SMALL_WORLD:
        assert_smallest_around(map(on_values, inside), on_intervals(interval))


def test_sets_of_every_pair_with_ends_at_minus_one_zero_and_one() -> None:
    marks = [-HUGE, *(at + step for at in (-1, 0, 1) for step in (-TINY, 0, TINY)), HUGE]
    world = [(one, [mark for mark in marks if one.contains(mark)]) for one, _ in SMALL_WORLD]
    for (one, ones), (other, others) in product(world, repeat=2):
        both = [mark for mark in ones if mark in others]
        assert_smallest_around(both, one.meet(other))
        assert_smallest_around([*ones, *others], one.hull(other))
        assert one.overlaps(other) == bool(both)
        assert one.within(other) == (both == ones)
        assert one.is_below(other) == (bool(ones and others) and ones[-1] < others[0])


@unhurried
@given(intervals(), intervals())
def test_results_are_the_smallest(one: Interval, other: Interval) -> None:
    ones, others = witnesses(one), witnesses(other)
    for transform, on_value in UNARY.values():
        assert_smallest_around(map(on_value, ones), transform(one))
    for combine, on_values in BINARY.values():
        values = (on_values(x, y) for x, y in product(ones, others))
        assert_smallest_around(values, combine(one, other))


@thorough
@given(nonempty_intervals(), nonempty_intervals(), st.data())
def test_results_hold_every_value(one: Interval, other: Interval, data: st.DataObject) -> None:
    x, y = data.draw(values_of(one)), data.draw(values_of(other))
    for name, (transform, on_value) in UNARY.items():
        value = on_value(x)
        assert value is None or transform(one).contains(value), name
    for name, (combine, on_values) in BINARY.items():
        value = on_values(x, y)
        assert value is None or combine(one, other).contains(value), name


@pytest.mark.parametrize(("fold", "on_values"), [(total, sum), (least, min), (greatest, max)])
@settings(deadline=None, max_examples=60)
@given(several=st.lists(intervals(), min_size=1, max_size=3))
def test_folds_of_several_are_the_smallest(
    fold: Callable[[Iterable[Interval]], Interval],
    on_values: Callable[[Iterable[Rational]], Rational],
    several: list[Interval],
) -> None:
    values = map(on_values, product(*map(witnesses, several)))
    assert_smallest_around(values, fold(iter(several)))


def test_the_total_of_none_is_zero() -> None:
    assert total([]) == ZERO


@thorough
@given(intervals())
def test_whole_numbers_agree_with_a_count(interval: Interval) -> None:
    inside = [value for value in range(-202, 203) if interval.contains(value)]
    result = interval.whole_numbers()
    if not inside:
        assert result == EMPTY
        return
    (low, low_open), (high, high_open) = result
    unbounded = (interval.lower.value == -inf, interval.upper.value == inf)
    assert (low_open, high_open) == unbounded
    assert low == (-inf if low_open else inside[0])
    assert high == (inf if high_open else inside[-1])


# Algebra


@unhurried
@given(intervals(), intervals(), intervals())
def test_plus_and_times_commute_and_associate(a: Interval, b: Interval, c: Interval) -> None:
    for combine in (Interval.plus, Interval.times, Interval.meet, Interval.hull):
        assert combine(a, b) == combine(b, a)
        assert combine(combine(a, b), c) == combine(a, combine(b, c))


@unhurried
@given(intervals())
def test_neutral_and_absorbing_intervals(x: Interval) -> None:
    assert x.plus(ZERO) == x.times(ONE) == x.over(ONE) == x.power(1) == x
    assert x.meet(WHOLE_LINE) == x.meet(x) == x.hull(x) == x
    assert x.times(ZERO) == (EMPTY if x.is_empty else ZERO)
    assert x.plus(EMPTY) == x.times(EMPTY) == x.over(EMPTY) == EMPTY
    assert EMPTY.over(x) == least([x, EMPTY]) == greatest([x, EMPTY]) == EMPTY


@unhurried
@given(nonempty_intervals())
def test_an_interval_less_itself_holds_zero_and_over_itself_holds_one(x: Interval) -> None:
    assert x.minus(x).contains(0)
    assert x == ZERO or x.over(x).contains(1)


@unhurried
@given(intervals(), intervals(), intervals())
def test_times_is_subdistributive(a: Interval, b: Interval, c: Interval) -> None:
    assert a.times(b.plus(c)).within(a.times(b).plus(a.times(c)))


@unhurried
@given(rationals(), intervals(), intervals())
def test_a_point_distributes(value: Rational, b: Interval, c: Interval) -> None:
    assert b.plus(c).scaled(value) == b.scaled(value).plus(c.scaled(value))


@unhurried
@given(intervals(), intervals())
def test_negation(x: Interval, y: Interval) -> None:
    assert x.negated().negated() == x
    assert x.negated() == x.scaled(-1)
    assert x.minus(y) == y.minus(x).negated()
    assert least([x, y]) == greatest([x.negated(), y.negated()]).negated()
    assert x.is_below(y) == y.negated().is_below(x.negated())


@unhurried
@given(intervals())
def test_the_reciprocal_undoes_itself_where_zero_is_outside(x: Interval) -> None:
    assume(not x.contains(0))
    assert x.reciprocal().reciprocal() == x
    assert x.reciprocal() == ONE.over(x) == x.power(-1)


@unhurried
@given(intervals())
def test_powers_are_inside_repeated_products(x: Interval) -> None:
    assert x.power(2).within(x.times(x))
    assert x.power(2) == x.magnitude().power(2)
    assert x.power(3).within(x.times(x.power(2)))


@unhurried
@given(intervals())
def test_whole_numbers_are_inside_and_stay(x: Interval) -> None:
    assert x.whole_numbers().within(x)
    assert x.whole_numbers().whole_numbers() == x.whole_numbers()


@unhurried
@given(intervals(), intervals(), intervals(), intervals())
def test_wider_operands_never_give_less(
    a: Interval, b: Interval, wider_a: Interval, wider_b: Interval
) -> None:
    wider_a, wider_b = a.hull(wider_a), b.hull(wider_b)
    for name, (transform, _) in UNARY.items():
        assert transform(a).within(transform(wider_a)), name
    for name, (combine, _) in BINARY.items():
        assert combine(a, b).within(combine(wider_a, wider_b)), name


# Ends


def assert_canonical(interval: Interval) -> None:
    """Exact or open infinite ends, in order; and one form only for the empty interval."""
    if interval == EMPTY:
        assert interval.is_empty
        return
    for end in interval:
        assert type(end.open) is bool
        if type(end.value) is float:
            assert end.value in (-inf, inf)
            assert end.open
        else:
            assert isinstance(end.value, int | Fraction)
    (low, low_open), (high, high_open) = interval
    assert low < high or (low == high and not low_open and not high_open)


some_intervals = st.one_of(intervals(), intervals(st.sampled_from(EXTREMES)))


@thorough
@given(some_intervals, some_intervals)
def test_ends_are_exact_or_open_infinities(one: Interval, other: Interval) -> None:
    for transform, _ in UNARY.values():
        assert_canonical(transform(one))
    for combine in (*(combine for combine, _ in BINARY.values()), *SETS.values()):
        assert_canonical(combine(one, other))
    assert_canonical(one.whole_numbers())
    assert_canonical(total([one, other, one]))


@unhurried
@given(intervals(st.sampled_from(EXTREMES)), intervals(st.sampled_from(EXTREMES)))
def test_values_past_the_range_of_floats_stay_exact(one: Interval, other: Interval) -> None:
    assert one.plus(other) == other.minus(one.negated())
    assert one.times(other) == one.scaled(3).times(other.scaled(Fraction(1, 3)))
    assert one.is_bounded == all(end.value not in (-inf, inf) for end in one) or one.is_empty
    assert one.whole_numbers().within(one)
    assert str(one)


def test_numbers_no_float_can_hold() -> None:
    huge, tiny = point(10**400), point(Fraction(1, 10**400))
    assert huge.plus(WHOLE_LINE) == WHOLE_LINE
    assert at_least(10**400).plus(ONE) == at_least(10**400 + 1)
    assert at_least(10**400).times(at_most(-1)) == at_most(-(10**400))
    assert tiny.times(above(0)) == above(0).over(huge) == above(0)
    assert huge.whole_numbers() == huge
    assert huge.reciprocal() == tiny
    assert huge.is_bounded
    assert huge.power(3) == point(10**1200)
    assert at_least(2).scaled(10**400) == at_least(2 * 10**400)
    assert at_most(2).scaled(10**400) == at_most(2 * 10**400)
    assert str(tiny.times(huge)) == "[1, 1]"
    assert str(huge) == f"[{10**400}, {10**400}]"


@given(rationals())
def test_absolute(value: Rational) -> None:
    assert absolute(value) == abs(value)


@given(rationals(), rationals(), st.booleans(), st.booleans())
def test_between_is_empty_just_when_nothing_is(
    low: Rational, high: Rational, low_open: bool, high_open: bool
) -> None:
    result = between(End(low, low_open), End(high, high_open))
    assert_canonical(result)
    assert result.is_empty == (low > high or (low == high and (low_open or high_open)))
    assert result.is_point == (low == high and not result.is_empty)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (EMPTY, "∅"),
        (WHOLE_LINE, "(-∞, ∞)"),
        (ZERO, "[0, 0]"),
        (ONE, "[1, 1]"),
        (NON_NEGATIVE, "[0, ∞)"),
        (UNIT_RANGE, "[0, 1]"),
        (point(Fraction(1, 3)), "[1/3, 1/3]"),
        (closed(-1, Fraction(5, 2)), "[-1, 5/2]"),
        (closed(2, 1), "∅"),
        (closed(2, 2), "[2, 2]"),
        (above(3), "(3, ∞)"),
        (above(-inf), "(-∞, ∞)"),
        (above(inf), "∅"),
        (at_least(3), "[3, ∞)"),
        (below(3), "(-∞, 3)"),
        (below(inf), "(-∞, ∞)"),
        (below(-inf), "∅"),
        (at_most(3), "(-∞, 3]"),
        (between(End(1, True), End(2)), "(1, 2]"),
    ],
)
def test_builders_and_their_printed_form(interval: Interval, text: str) -> None:
    assert str(interval) == text
    assert interval == read(text)


@pytest.mark.parametrize(
    ("text", "bounded", "is_point"),
    [
        ("∅", True, False),
        ("[2, 2]", True, True),
        ("(1, 2)", True, False),
        ("[1, ∞)", False, False),
        ("(-∞, 1]", False, False),
        ("(-∞, ∞)", False, False),
    ],
)
def test_bounded_and_point(text: str, bounded: bool, is_point: bool) -> None:
    assert read(text).is_bounded == bounded
    assert read(text).is_point == is_point


# Worked cases of IEEE 1788-2015 (set-based flavour): the classes of case are those of the ITF1788
# suite. Where the standard closes an end that no value attains, the open end is expected here.

STANDARD_BINARY = [
    # add, sub
    ("add bounded", "plus", "[1, 2]", "[3, 4]", "[4, 6]"),
    ("add empty", "plus", "∅", "(-∞, ∞)", "∅"),
    ("add entire", "plus", "(-∞, ∞)", "[-1, 1]", "(-∞, ∞)"),
    ("add lower rays", "plus", "(-∞, 2]", "(-∞, 4]", "(-∞, 6]"),
    ("add upper ray to bounded", "plus", "[1, ∞)", "[3, 4]", "[4, ∞)"),
    ("add opposite rays", "plus", "(-∞, 2]", "[3, ∞)", "(-∞, ∞)"),
    ("add zero", "plus", "[0, 0]", "[-3, 4]", "[-3, 4]"),
    ("sub bounded", "minus", "[1, 2]", "[3, 4]", "[-3, -1]"),
    ("sub like rays", "minus", "(-∞, 2]", "(-∞, 4]", "(-∞, ∞)"),
    ("sub opposite rays", "minus", "(-∞, 2]", "[3, ∞)", "(-∞, -1]"),
    ("sub from zero", "minus", "[0, 0]", "[-3, 4]", "[-4, 3]"),
    ("sub empty", "minus", "[-1, 1]", "∅", "∅"),
    # mul
    ("mul zero by entire", "times", "[0, 0]", "(-∞, ∞)", "[0, 0]"),
    ("mul zero by ray", "times", "[1, ∞)", "[0, 0]", "[0, 0]"),
    ("mul zero by empty", "times", "[0, 0]", "∅", "∅"),
    ("mul positives", "times", "[1, 5]", "[1, 3]", "[1, 15]"),
    ("mul positive by negative", "times", "[1, 5]", "[-5, -1]", "[-25, -1]"),
    ("mul negatives", "times", "[-10, -5]", "[-5, -1]", "[5, 50]"),
    ("mul positive by mixed", "times", "[1, 5]", "[-5, 3]", "[-25, 15]"),
    ("mul negative by mixed", "times", "[-10, -5]", "[-5, 3]", "[-30, 50]"),
    ("mul mixed, outer corner", "times", "[-1, 5]", "[-5, 3]", "[-25, 15]"),
    ("mul mixed, both negative corner", "times", "[-10, 2]", "[-5, 3]", "[-30, 50]"),
    ("mul mixed, both positive corner", "times", "[-1, 5]", "[-1, 10]", "[-10, 50]"),
    ("mul positive rays", "times", "[1, ∞)", "[1, ∞)", "[1, ∞)"),
    ("mul negative rays", "times", "(-∞, -3]", "(-∞, -1]", "[3, ∞)"),
    ("mul opposite rays", "times", "(-∞, -3]", "[1, ∞)", "(-∞, -3]"),
    ("mul ray from zero by bounded", "times", "[0, ∞)", "[1, 3]", "[0, ∞)"),
    ("mul unit by entire", "times", "[0, 1]", "(-∞, ∞)", "(-∞, ∞)"),
    ("mul touching zero by ray", "times", "[0, 1]", "[1, ∞)", "[0, ∞)"),
    ("mul mixed by ray", "times", "[-1, 5]", "[1, ∞)", "(-∞, ∞)"),
    ("mul mixed ray by negative", "times", "[-1, ∞)", "[-5, -1]", "(-∞, 5]"),
    # div
    ("div by positive", "over", "[15, 30]", "[3, 5]", "[3, 10]"),
    ("div by negative", "over", "[-30, 15]", "[-5, -3]", "[-5, 10]"),
    ("div by zero", "over", "[-30, 15]", "[0, 0]", "∅"),
    ("div zero by zero", "over", "[0, 0]", "[0, 0]", "∅"),
    ("div entire by zero", "over", "(-∞, ∞)", "[0, 0]", "∅"),
    ("div zero by mixed", "over", "[0, 0]", "[-3, 3]", "[0, 0]"),
    ("div zero by entire", "over", "[0, 0]", "(-∞, ∞)", "[0, 0]"),
    ("div positive by [0, b]", "over", "[15, 30]", "[0, 3]", "[5, ∞)"),
    ("div negative by [0, b]", "over", "[-30, -15]", "[0, 3]", "(-∞, -5]"),
    ("div positive by [a, 0]", "over", "[15, 30]", "[-3, 0]", "(-∞, -5]"),
    ("div negative by [a, 0]", "over", "[-30, -15]", "[-3, 0]", "[5, ∞)"),
    ("div mixed by [0, b]", "over", "[-30, 15]", "[0, 3]", "(-∞, ∞)"),
    ("div touching zero by [0, b]", "over", "[0, 30]", "[0, 3]", "[0, ∞)"),
    ("div by mixed", "over", "[15, 30]", "[-3, 3]", "(-∞, ∞)"),
    ("div by entire", "over", "[15, 30]", "(-∞, ∞)", "(-∞, ∞)"),
    ("div by ray", "over", "[15, 30]", "[3, ∞)", "(0, 10]"),
    ("div by ray from zero", "over", "[15, 30]", "[0, ∞)", "(0, ∞)"),
    ("div by negative ray", "over", "[-30, -15]", "(-∞, -3]", "(0, 10]"),
    ("div touching zero by ray", "over", "[0, 30]", "[3, ∞)", "[0, 10]"),
    ("div ray by ray", "over", "[15, ∞)", "[3, ∞)", "(0, ∞)"),
    ("div by mixed ray", "over", "(-∞, -15]", "[-3, ∞)", "(-∞, ∞)"),
    ("div empty", "over", "∅", "[1, 2]", "∅"),
    # min, max
    ("min overlapping", "least", "[1, 5]", "[2, 4]", "[1, 4]"),
    ("min ray", "least", "(-∞, 4]", "[-1, 5]", "(-∞, 4]"),
    ("min upper rays", "least", "[1, ∞)", "[-1, 5]", "[-1, 5]"),
    ("min empty", "least", "[1, 2]", "∅", "∅"),
    ("max overlapping", "greatest", "[1, 5]", "[2, 4]", "[2, 5]"),
    ("max ray", "greatest", "(-∞, 4]", "[-1, 5]", "[-1, 5]"),
    ("max upper rays", "greatest", "[1, ∞)", "[-1, 5]", "[1, ∞)"),
    ("max empty", "greatest", "∅", "[1, 2]", "∅"),
    # intersection, convexHull
    ("intersection overlapping", "meet", "[1, 3]", "[2, 4]", "[2, 3]"),
    ("intersection touching", "meet", "[1, 3]", "[3, 4]", "[3, 3]"),
    ("intersection disjoint", "meet", "[1, 2]", "[3, 4]", "∅"),
    ("intersection of rays", "meet", "(-∞, 4]", "[3, ∞)", "[3, 4]"),
    ("intersection with entire", "meet", "(-∞, ∞)", "[1, 3]", "[1, 3]"),
    ("intersection with empty", "meet", "(-∞, ∞)", "∅", "∅"),
    ("convexHull disjoint", "hull", "[1, 1]", "[3, 4]", "[1, 4]"),
    ("convexHull of rays", "hull", "(-∞, 1]", "[3, ∞)", "(-∞, ∞)"),
    ("convexHull inside", "hull", "[1, 3]", "[-4, 4]", "[-4, 4]"),
    ("convexHull with empty", "hull", "∅", "[1, 3]", "[1, 3]"),
]

STANDARD_UNARY: list[tuple[str, Unary, str, str]] = [
    ("neg ray", Interval.negated, "[1, ∞)", "(-∞, -1]"),
    ("neg empty", Interval.negated, "∅", "∅"),
    ("recip negative", Interval.reciprocal, "[-50, -10]", "[-1/10, -1/50]"),
    ("recip zero", Interval.reciprocal, "[0, 0]", "∅"),
    ("recip empty", Interval.reciprocal, "∅", "∅"),
    ("recip [0, b]", Interval.reciprocal, "[0, 10]", "[1/10, ∞)"),
    ("recip [a, 0]", Interval.reciprocal, "[-10, 0]", "(-∞, -1/10]"),
    ("recip mixed", Interval.reciprocal, "[-10, 10]", "(-∞, ∞)"),
    ("recip ray", Interval.reciprocal, "[10, ∞)", "(0, 1/10]"),
    ("recip ray to zero", Interval.reciprocal, "(-∞, 0]", "(-∞, 0)"),
    ("recip entire", Interval.reciprocal, "(-∞, ∞)", "(-∞, ∞)"),
    ("abs positive", Interval.magnitude, "[1, 2]", "[1, 2]"),
    ("abs negative", Interval.magnitude, "[-2, -1]", "[1, 2]"),
    ("abs mixed", Interval.magnitude, "[-3, 2]", "[0, 3]"),
    ("abs entire", Interval.magnitude, "(-∞, ∞)", "[0, ∞)"),
    ("abs negative ray", Interval.magnitude, "(-∞, -1]", "[1, ∞)"),
    ("abs empty", Interval.magnitude, "∅", "∅"),
]

STANDARD_POWERS = [
    ("pown empty by zero", "∅", 0, "∅"),
    ("pown entire by zero", "(-∞, ∞)", 0, "[1, 1]"),
    ("pown zero by zero", "[0, 0]", 0, "[1, 1]"),
    ("pown zero by two", "[0, 0]", 2, "[0, 0]"),
    ("pown entire by two", "(-∞, ∞)", 2, "[0, ∞)"),
    ("pown mixed by two", "[-5, 3]", 2, "[0, 25]"),
    ("pown negative by two", "[-3, -2]", 2, "[4, 9]"),
    ("pown negative ray by two", "(-∞, -2]", 2, "[4, ∞)"),
    ("pown mixed by three", "[-2, 3]", 3, "[-8, 27]"),
    ("pown entire by three", "(-∞, ∞)", 3, "(-∞, ∞)"),
    ("pown ray by three", "(-∞, 2]", 3, "(-∞, 8]"),
    ("pown zero by minus one", "[0, 0]", -1, "∅"),
    ("pown zero by minus two", "[0, 0]", -2, "∅"),
    ("pown touching zero by minus two", "[-2, 0]", -2, "[1/4, ∞)"),
    ("pown mixed by minus two", "[-5, 3]", -2, "[1/25, ∞)"),
    ("pown entire by minus two", "(-∞, ∞)", -2, "(0, ∞)"),
    ("pown mixed by minus one", "[-5, 3]", -1, "(-∞, ∞)"),
    ("pown mixed by minus three", "[-5, 3]", -3, "(-∞, ∞)"),
    ("pown touching zero by minus three", "[0, 2]", -3, "[1/8, ∞)"),
    ("pown negative by minus three", "[-2, -1]", -3, "[-1, -1/8]"),
    ("pown ray by minus three", "[2, ∞)", -3, "(0, 1/8]"),
    ("pown empty by minus one", "∅", -1, "∅"),
]


def named(cases: Sequence[tuple[object, ...]]) -> list[object]:
    return [pytest.param(*case, id=str(name)) for name, *case in cases]


@pytest.mark.parametrize(("operation", "one", "other", "expected"), named(STANDARD_BINARY))
def test_standard_binary(operation: str, one: str, other: str, expected: str) -> None:
    combine = SETS.get(operation) or BINARY[operation][0]
    assert combine(read(one), read(other)) == read(expected)


@pytest.mark.parametrize(("transform", "operand", "expected"), named(STANDARD_UNARY))
def test_standard_unary(transform: Unary, operand: str, expected: str) -> None:
    assert transform(read(operand)) == read(expected)


@pytest.mark.parametrize(("base", "exponent", "expected"), named(STANDARD_POWERS))
def test_standard_powers(base: str, exponent: int, expected: str) -> None:
    assert read(base).power(exponent) == read(expected)


@pytest.mark.parametrize(
    ("operation", "one", "other", "expected"),
    [
        ("plus", "(1, 2]", "[3, 4)", "(4, 6)"),
        ("minus", "[1, 2)", "[3, 4)", "(-3, -1)"),
        ("times", "[0, 1)", "(2, 3]", "[0, 3)"),
        ("times", "(0, 1)", "(-∞, ∞)", "(-∞, ∞)"),
        ("times", "(0, 1)", "[0, 1]", "[0, 1)"),
        ("times", "[-2, 2)", "[-1, 1]", "[-2, 2]"),
        ("times", "(-2, 2)", "[-1, 1]", "(-2, 2)"),
        ("times", "(-1, 0)", "(0, 1)", "(-1, 0)"),
        ("over", "(0, 1]", "(0, 1]", "(0, ∞)"),
        ("over", "[1, 2)", "(4, 5]", "[1/5, 1/2)"),
        ("least", "[0, 1]", "(0, 1)", "[0, 1)"),
        ("greatest", "[0, 1]", "(0, 1)", "(0, 1]"),
        ("meet", "[0, 1]", "(0, 1)", "(0, 1)"),
        ("meet", "[0, 1)", "[1, 2]", "∅"),
        ("hull", "[0, 1)", "(0, 1]", "[0, 1]"),
    ],
)
def test_open_ends(operation: str, one: str, other: str, expected: str) -> None:
    test_standard_binary(operation, one, other, expected)
