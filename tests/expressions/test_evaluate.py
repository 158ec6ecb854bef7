"""The evaluator: never too small, exact where every claim occurs once or pulls one way."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import intervals, nonempty_intervals, rationals, values_of

from fentcheck import exact
from fentcheck.expressions import evaluate
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    PRINTED,
    Compiled,
    Fixed,
    Node,
    Readings,
    Tree,
    Variable,
    variables,
)
from fentcheck.expressions.evaluate import readings_of, value_of
from fentcheck.expressions.tree import Operator
from fentcheck.interval import (
    EMPTY,
    WHOLE_LINE,
    End,
    Interval,
    above,
    at_least,
    at_most,
    below,
    closed,
    point,
    total,
)
from fentcheck.units.unit import NUMBER

X, Y, Z = Variable("x"), Variable("y"), Variable("z")
ADD, SUBTRACT, MULTIPLY, DIVIDE = (
    Operator.ADD,
    Operator.SUBTRACT,
    Operator.MULTIPLY,
    Operator.DIVIDE,
)


def node(operator: Operator, *operands: Tree, exponent: int = 1) -> Node:
    return Node(operator, operands, exponent)


def fixed(value: int | Fraction) -> Fixed:
    return Fixed(readings(point(value)))


def readings(interval: Interval) -> Readings:
    return Readings(interval, interval, interval)


def value(tree: Tree, **spans: Interval) -> Interval:
    """What a tree can be, with what each of its variables can be."""
    table = {name: readings(span) for name, span in spans.items()}
    return value_of(Compiled(tree, NUMBER, tuple(variables(tree))), table, LITERAL)


def half_open(low: int, high: int) -> Interval:
    return Interval(End(low), End(high, True))


def open_between(low: int, high: int) -> Interval:
    return Interval(End(low, True), End(high, True))


# One value of each operator, worked out by hand


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (node(ADD, X, Y), closed(5, 9)),
        (node(SUBTRACT, X, Y), closed(-3, 1)),
        (node(MULTIPLY, X, Y), closed(6, 20)),
        (node(Operator.OVER, X, Y), closed(6, 20)),
        (node(DIVIDE, X, Y), closed(Fraction(2, 5), Fraction(4, 3))),
        (node(Operator.NEGATE, X), closed(-4, -2)),
        (node(Operator.POWER, X, exponent=3), closed(8, 64)),
        (node(Operator.POWER, X, exponent=-1), closed(Fraction(1, 4), Fraction(1, 2))),
        (node(Operator.POWER, X, exponent=0), point(1)),
        (node(Operator.SUM, X, Y, fixed(1)), closed(6, 10)),
        (node(Operator.LEAST, X, Y), closed(2, 4)),
        (node(Operator.GREATEST, X, Y), closed(3, 5)),
        (node(Operator.MEAN, X, Y), closed(Fraction(5, 2), Fraction(9, 2))),
        (node(Operator.MAGNITUDE, node(SUBTRACT, X, Y)), closed(0, 3)),
        (node(Operator.SHARE, X, Y), closed(Fraction(2, 5), 1)),
        (node(Operator.CHANGE, X, Y), closed(Fraction(-1, 4), Fraction(3, 2))),
        (node(Operator.POINTS, X, Y), closed(-100, 300)),
        (node(Operator.QUOTIENT, X, Y), closed(Fraction(2, 5), Fraction(4, 3))),
        (node(Operator.MEET, X, Y), closed(3, 4)),
        (node(Operator.BELOW, X), below(4)),
        (node(Operator.UP_TO, X), at_most(4)),
        (node(Operator.ABOVE, X), above(2)),
        (node(Operator.FROM, X), at_least(2)),
        (node(Operator.EITHER_SIGN, X), closed(-4, 4)),
    ],
    ids=lambda case: str(case.operator.value) if isinstance(case, Node) else "",
)
def test_each_operator(tree: Tree, expected: Interval) -> None:
    """x is [2, 4] and y is [3, 5]."""
    spans = {"x": closed(2, 4), "y": closed(3, 5)}
    assert value(tree, **{name: spans[name] for name in variables(tree)}) == expected


@pytest.mark.parametrize(
    "bound", [Operator.BELOW, Operator.UP_TO, Operator.ABOVE, Operator.FROM], ids=str
)
def test_nothing_is_a_bound_of_nothing(bound: Operator) -> None:
    assert value(node(bound, X), x=EMPTY) == EMPTY


def test_nought_of_nought_may_be_any_number() -> None:
    quotient = node(Operator.QUOTIENT, X, Y)
    assert value(quotient, x=closed(0, 1), y=closed(0, 1)) == WHOLE_LINE
    assert value(quotient, x=closed(1, 2), y=closed(0, 1)) == at_least(1)
    assert value(quotient, x=closed(0, 1), y=closed(1, 2)) == closed(0, 1)
    assert value(quotient, x=point(1), y=point(0)) == EMPTY


def test_a_share_that_can_only_be_above_the_whole_is_left_so() -> None:
    assert value(node(Operator.SHARE, X, Y), x=closed(6, 8), y=closed(2, 3)) == closed(2, 4)


def test_the_three_readings_are_kept_apart() -> None:
    x = Readings(closed(1, 9), closed(2, 8), point(5))
    tree = node(ADD, X, fixed(1))
    side = Compiled(tree, NUMBER, ("x",))
    assert readings_of(side, {"x": x}) == Readings(closed(2, 10), closed(3, 9), point(6))
    alone = Compiled(X, NUMBER, ("x",))
    assert [value_of(alone, {"x": x}, which) for which in (LITERAL, PRAGMATIC, PRINTED)] == list(x)


def test_open_ends_stay_open() -> None:
    assert value(node(ADD, X, Y), x=half_open(0, 1), y=closed(2, 3)) == half_open(2, 4)
    assert value(node(SUBTRACT, X, Y), x=half_open(0, 1), y=closed(2, 3)) == half_open(-3, -1)
    assert value(node(Operator.NEGATE, X), x=half_open(0, 1)) == Interval(End(-1, True), End(0))


# Division by what can be zero


def test_division_by_an_interval_around_zero_is_unbounded() -> None:
    assert value(node(DIVIDE, X, Y), x=closed(1, 2), y=closed(-1, 1)) == WHOLE_LINE


def test_division_by_an_interval_from_zero_is_unbounded_above() -> None:
    assert value(node(DIVIDE, X, Y), x=closed(1, 2), y=closed(0, 4)) == at_least(Fraction(1, 4))


def test_division_by_zero_alone_is_nothing() -> None:
    assert value(node(DIVIDE, X, Y), x=closed(1, 2), y=point(0)).is_empty
    assert value(node(ADD, Z, node(DIVIDE, X, Y)), x=closed(1, 2), y=point(0), z=point(1)).is_empty


def test_a_pole_within_a_claim_named_twice_is_unbounded() -> None:
    """a ÷ (a − 5.5) for a in [5, 6] passes 5.6, where it is 56, and has no bound."""
    tree = node(DIVIDE, X, node(SUBTRACT, X, fixed(Fraction(11, 2))))
    assert value(tree, x=closed(5, 6)).contains(56)
    assert not value(tree, x=closed(5, 6)).is_bounded


@pytest.mark.parametrize(
    "tree",
    [
        node(ADD, node(DIVIDE, fixed(1), X), node(DIVIDE, fixed(1), X)),
        node(ADD, *[node(Operator.POWER, X, exponent=-1)] * 2),
        node(ADD, *[node(Operator.CHANGE, X, fixed(3))] * 2),
    ],
)
def test_a_pole_of_any_operator_is_unbounded(tree: Tree) -> None:
    assert value(tree, x=closed(-1, 1)) == WHOLE_LINE


# A claim named twice is one value


@given(intervals().filter(lambda interval: not interval.is_empty))
def test_a_claim_less_itself_is_zero(span: Interval) -> None:
    assert value(node(SUBTRACT, X, X), x=span) == point(0)


def test_an_unbounded_claim_less_itself_is_zero() -> None:
    assert value(node(SUBTRACT, X, X), x=above(27000)) == point(0)
    assert value(node(SUBTRACT, node(ADD, X, fixed(1)), X), x=above(27000)) == point(1)


@given(st.integers(1, 50), st.integers(1, 50), st.integers(0, 50), st.integers(0, 50))
def test_a_share_of_a_sum_is_at_its_corners(x: int, y: int, wide_x: int, wide_y: int) -> None:
    """x/(x+y) rises with x and falls with y; where that shows, the ends are exact."""
    tree = node(DIVIDE, X, node(ADD, X, Y))
    found = value(tree, x=closed(x, x + wide_x), y=closed(y, y + wide_y))
    ends = closed(Fraction(x, x + y + wide_y), Fraction(x + wide_x, x + wide_x + y))
    assert ends.within(found)
    assert found == ends or wide_x > y


def test_a_share_of_a_sum_keeps_open_ends() -> None:
    """y occurs once and still is a corner's end: at an open end of it nothing is attained."""
    tree = node(DIVIDE, X, node(ADD, X, Y))
    assert value(tree, x=open_between(1, 2), y=closed(1, 2)) == Interval(
        End(Fraction(1, 3), True), End(Fraction(2, 3), True)
    )
    assert value(tree, x=closed(1, 2), y=half_open(1, 2)) == Interval(
        End(Fraction(1, 3), True), End(Fraction(2, 3))
    )


def test_a_point_is_never_loose() -> None:
    tree = node(SUBTRACT, node(MULTIPLY, X, X), X)
    assert value(tree, x=point(3)) == point(6)


def test_a_square_written_as_a_product_is_an_enclosure() -> None:
    """x·x for x in [−1, 1] is [0, 1]; pieces bring the lower end near it."""
    found = value(node(MULTIPLY, X, X), x=closed(-1, 1))
    assert closed(0, 1).within(found)
    assert found.within(closed(Fraction(-1, 16), 1))


def test_a_turning_expression_is_cut_in_pieces() -> None:
    """x·(1 − x) on [0, 1] is [0, 1/4]; naturally it would be [0, 1]."""
    found = value(node(MULTIPLY, X, node(SUBTRACT, fixed(1), X)), x=closed(0, 1))
    assert closed(0, Fraction(1, 4)).within(found)
    assert found.within(closed(0, Fraction(3, 10)))


def test_a_turning_expression_of_an_unbounded_claim_is_left_natural() -> None:
    tree = node(MULTIPLY, X, node(SUBTRACT, fixed(1), X))
    assert value(tree, x=at_least(2)).contains(-6)
    assert not value(tree, x=at_least(2)).is_bounded


def test_an_end_that_is_reached_on_the_way_is_closed() -> None:
    """max(x, 5) + max(x, 5) for x in (1, 10) is 10 for every x up to 5."""
    either = node(Operator.GREATEST, X, fixed(5))
    assert value(node(ADD, either, either), x=open_between(1, 10)) == half_open(10, 20)


def test_a_product_with_a_zero_that_is_attained_is_closed_there() -> None:
    tree = node(ADD, node(MULTIPLY, X, Y), node(MULTIPLY, X, Y))
    found = value(tree, x=open_between(0, 1), y=closed(0, 1))
    assert found.contains(0)
    assert not found.contains(2)


def test_monotone_through_every_operator() -> None:
    """Each of these is worked out at the ends alone, by hand."""
    x = closed(2, 4)
    twice = node(ADD, X, X)
    assert value(twice, x=x) == closed(4, 8)
    assert value(node(Operator.SUM, X, X, X), x=x) == closed(6, 12)
    assert value(node(Operator.MEAN, X, X), x=x) == x
    assert value(node(MULTIPLY, X, X), x=x) == closed(4, 16)
    assert value(node(Operator.OVER, X, X), x=x) == closed(4, 16)
    assert value(node(DIVIDE, X, X), x=x).contains(1)
    assert value(node(Operator.NEGATE, twice), x=x) == closed(-8, -4)
    assert value(node(Operator.POINTS, X, node(MULTIPLY, X, fixed(2))), x=x) == closed(200, 400)
    assert value(node(SUBTRACT, node(Operator.POWER, X, exponent=2), X), x=x) == closed(2, 12)
    assert value(node(Operator.LEAST, X, twice), x=x) == x
    assert value(node(ADD, node(Operator.MAGNITUDE, X), X), x=x).contains(8)
    assert value(node(Operator.SHARE, X, node(ADD, X, fixed(4))), x=x) == closed(
        Fraction(1, 3), Fraction(1, 2)
    )
    assert value(node(Operator.CHANGE, X, node(ADD, X, fixed(4))), x=x) == closed(1, 2)


# Exact where each variable pulls one way, near where it turns


@st.composite
def linear_trees(draw: st.DrawFn, size: int = 3) -> tuple[Tree, dict[str, Fraction]]:
    """A tree that is linear in x and y, and its coefficients by name; "" is the constant."""
    if size == 0 or draw(st.integers(0, 4)) == 0:
        name = draw(st.sampled_from(("x", "x", "y", "")))
        if name:
            return Variable(name), {name: Fraction(1)}
        number = draw(st.integers(-5, 5))
        return fixed(number), {"": Fraction(number)}
    one, mine = draw(linear_trees(size - 1))
    other, theirs = draw(linear_trees(size - 1))
    factor = draw(st.sampled_from((-3, -1, Fraction(1, 2), 2)))
    weights: dict[str, tuple[Node, Fraction | int, Fraction | int]] = {
        "add": (node(ADD, one, other), 1, 1),
        "subtract": (node(SUBTRACT, one, other), 1, -1),
        "negate": (node(Operator.NEGATE, one), -1, 0),
        "sum": (node(Operator.SUM, one, other, one), 2, 1),
        "mean": (node(Operator.MEAN, one, other, one, one), Fraction(3, 4), Fraction(1, 4)),
        "points": (node(Operator.POINTS, one, other), -100, 100),
        "times": (node(MULTIPLY, one, fixed(factor)), factor, 0),
        "of": (node(Operator.OVER, fixed(factor), one), factor, 0),
        "over": (node(DIVIDE, one, fixed(factor)), 1 / Fraction(factor), 0),
    }
    tree, weight, other_weight = weights[draw(st.sampled_from(sorted(weights)))]
    names = mine.keys() | theirs.keys()
    return tree, {n: weight * mine.get(n, 0) + other_weight * theirs.get(n, 0) for n in names}


@settings(max_examples=50, deadline=None)
@given(linear_trees(), nonempty_intervals(), nonempty_intervals())
def test_what_is_linear_is_exact(
    linear: tuple[Tree, dict[str, Fraction]], x: Interval, y: Interval
) -> None:
    """However often a variable stands in it; ends at which one does not pull may be closed."""
    tree, factors = linear
    spans = {"x": x, "y": y}
    found = value(tree, x=x, y=y)
    expected = total(
        [point(factors.get("", 0)), *(spans[n].scaled(f) for n, f in factors.items() if n)]
    )
    named = set(variables(tree))
    assert expected.within(found)
    assert [end.value for end in found] == [end.value for end in expected]
    if all(factors[name] for name in named):
        assert found == expected


@settings(max_examples=50, deadline=None)
@given(
    st.integers(-4, 4),
    st.integers(-40, 40),
    st.sampled_from((-2, -1, 0, 1, 2, 3)),
    st.integers(1, 6),
    st.integers(1, 6),
)
def test_a_polynomial_that_does_not_turn_is_exact(
    a: int, b: int, n: int, low: int, wide: int
) -> None:
    """a·xⁿ + b·x, where its derivative has one sign at both ends and so between them."""
    high = low + wide
    slopes = [a * n * Fraction(end) ** (n - 1) + b for end in (low, high)]
    assume(slopes[0] * slopes[1] > 0)
    tree = node(
        ADD,
        node(MULTIPLY, fixed(a), node(Operator.POWER, X, exponent=n)),
        node(MULTIPLY, fixed(b), X),
    )
    ends = sorted(a * Fraction(end) ** n + b * end for end in (low, high))
    assert value(tree, x=closed(low, high)) == closed(*ends)


SQUARE = node(Operator.POWER, X, exponent=2)
HALF, TWICE = node(MULTIPLY, fixed(Fraction(1, 2)), X), node(MULTIPLY, fixed(2), X)
TURNING = [
    (node(SUBTRACT, SQUARE, TWICE), closed(0, 1), closed(-1, 0)),  # the slope is zero at an end
    (node(ADD, SQUARE, TWICE), closed(-1, 0), closed(-1, 0)),
    (node(ADD, node(Operator.POWER, X, exponent=0), node(SUBTRACT, X, X)), closed(-1, 1), point(1)),
    (node(SUBTRACT, node(Operator.MEAN, X, X), HALF), closed(1, 2), closed(Fraction(1, 2), 1)),
    (node(SUBTRACT, node(Operator.MEAN, X, X), TWICE), closed(1, 2), closed(-2, -1)),
    (node(SUBTRACT, node(DIVIDE, X, fixed(Fraction(1, 2))), X), closed(1, 2), closed(1, 2)),
    (
        node(DIVIDE, X, node(SUBTRACT, X, fixed(10))),
        closed(1, 2),
        closed(Fraction(-1, 4), Fraction(-1, 9)),
    ),
    (node(ADD, node(Operator.MAGNITUDE, X), HALF), closed(-4, 4), None),
    (node(SUBTRACT, node(Operator.MAGNITUDE, X), HALF), closed(-4, 4), None),
    (node(SUBTRACT, HALF, node(Operator.MAGNITUDE, X)), closed(-4, 4), None),
    (node(SUBTRACT, node(Operator.LEAST, X, fixed(1)), HALF), closed(-4, 4), None),
    (node(SUBTRACT, node(Operator.GREATEST, X, fixed(1)), HALF), closed(-4, 4), None),
    (node(SUBTRACT, SQUARE, X), closed(-4, 4), None),
    (node(SUBTRACT, node(Operator.POWER, X, exponent=3), TWICE), closed(-2, 2), None),
    (node(SUBTRACT, node(MULTIPLY, X, X), TWICE), closed(-3, 3), None),
    (node(ADD, node(DIVIDE, fixed(4), X), X), closed(1, 6), None),
    (node(ADD, node(Operator.POWER, X, exponent=-1), HALF), closed(1, 6), None),
    (
        node(SUBTRACT, node(Operator.CHANGE, X, fixed(9)), node(Operator.NEGATE, X)),
        closed(1, 6),
        None,
    ),
    (node(SUBTRACT, node(Operator.CHANGE, fixed(3), SQUARE), X), closed(-3, 3), None),
    (node(DIVIDE, X, node(ADD, SQUARE, fixed(1))), closed(-3, 3), None),
]


@pytest.mark.parametrize(("tree", "x", "exactly"), TURNING)
def test_what_turns_is_near(tree: Tree, x: Interval, exactly: Interval | None) -> None:
    """No value of it is left out, and little more is let in."""
    (low, _), (high, _) = x
    step = Fraction(high - low) / 96
    values = [at(tree, {"x": low + step * index}) for index in range(97)]
    known = [one for one in values if one is not None]
    found, hull = value(tree, x=x), closed(min(known), max(known))
    assert hull.within(found)
    margin = (max(known) - min(known)) / 5
    assert found.within(closed(min(known) - margin, max(known) + margin))
    assert exactly is None or found == exactly


@pytest.mark.parametrize(
    ("bound", "inside", "outside"),
    [
        (Operator.BELOW, Fraction(-101, 100), Fraction(-9, 10)),
        (Operator.UP_TO, -1, Fraction(-9, 10)),
        (Operator.ABOVE, Fraction(-199, 100), Fraction(-21, 10)),
        (Operator.FROM, -2, Fraction(-21, 10)),
    ],
)
def test_a_bound_by_a_claim_that_stands_again(
    bound: Operator, inside: Fraction, outside: Fraction
) -> None:
    """Anything on one side of x, less 2·x, for x in [1, 2]: on that side of −x, so of −1 or −2."""
    found = value(node(SUBTRACT, node(bound, X), TWICE), x=closed(1, 2))
    assert found.contains(inside)
    assert not found.contains(outside)
    assert not found.is_bounded


@pytest.mark.parametrize(("wide", "narrow"), [("x", "y"), ("y", "x")])
def test_the_widest_of_those_that_turn_is_cut(wide: str, narrow: str) -> None:
    """v·(1 − v), added up for a v in [0, 1], which gives most, and one about a half."""
    parts = [node(MULTIPLY, v, node(SUBTRACT, fixed(1), v)) for v in (X, Y)]
    spans = {wide: closed(0, 1), narrow: closed(Fraction(9, 20), Fraction(11, 20))}
    found = value(node(ADD, *parts), **spans)
    assert closed(Fraction(99, 400), Fraction(1, 2)).within(found)
    assert found.within(closed(Fraction(1, 10), Fraction(3, 5)))


# Soundness: no value that the expression takes is ever left out


def at(tree: Tree, values: Mapping[str, int | Fraction]) -> Fraction | None:
    """The value of a tree at one point, by the standard library; None if it has none."""
    if isinstance(tree, Variable):
        return Fraction(values[tree.name])
    if isinstance(tree, Fixed):
        return Fraction(tree.readings.literal.lower.value)
    found = [at(operand, values) for operand in tree.operands]
    operands = [one for one in found if one is not None]
    if len(operands) < len(found):
        return None
    first, last = operands[0], operands[-1]
    try:
        return _RESULTS[tree.operator](operands, first, last, tree.exponent)
    except ZeroDivisionError:
        return None


_RESULTS = {
    ADD: lambda all_, x, y, n: x + y,
    SUBTRACT: lambda all_, x, y, n: x - y,
    MULTIPLY: lambda all_, x, y, n: x * y,
    Operator.OVER: lambda all_, x, y, n: x * y,
    DIVIDE: lambda all_, x, y, n: x / y,
    Operator.POWER: lambda all_, x, y, n: x**n,
    Operator.NEGATE: lambda all_, x, y, n: -x,
    Operator.SUM: lambda all_, x, y, n: sum(all_),
    Operator.MEAN: lambda all_, x, y, n: sum(all_) / len(all_),
    Operator.LEAST: lambda all_, x, y, n: min(all_),
    Operator.GREATEST: lambda all_, x, y, n: max(all_),
    Operator.MAGNITUDE: lambda all_, x, y, n: abs(x),
    Operator.CHANGE: lambda all_, x, y, n: y / x - 1,
    Operator.POINTS: lambda all_, x, y, n: (y - x) * 100,
}

_LEAVES = st.one_of(st.sampled_from([X, Y, X, Z]), st.integers(-3, 3).map(fixed))
_TWO = (ADD, SUBTRACT, MULTIPLY, DIVIDE, Operator.OVER, Operator.CHANGE, Operator.POINTS)
_MANY = (Operator.SUM, Operator.MEAN, Operator.LEAST, Operator.GREATEST)


def _larger(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.one_of(
        st.builds(lambda how, x, y: node(how, x, y), st.sampled_from(_TWO), trees, trees),
        st.builds(
            lambda how, all_: node(how, *all_),
            st.sampled_from(_MANY),
            st.lists(trees, min_size=1, max_size=3),
        ),
        st.builds(
            lambda how, x: node(how, x),
            st.sampled_from((Operator.NEGATE, Operator.MAGNITUDE)),
            trees,
        ),
        st.builds(lambda x, n: node(Operator.POWER, x, exponent=n), trees, st.integers(-2, 3)),
    )


TREES = st.recursive(_LEAVES, _larger, max_leaves=6)


@settings(max_examples=150, deadline=None)
@given(TREES, nonempty_intervals(), nonempty_intervals(), nonempty_intervals(), st.data())
def test_no_value_is_left_out(
    tree: Tree, x: Interval, y: Interval, z: Interval, data: st.DataObject
) -> None:
    found = value(tree, x=x, y=y, z=z)
    for _ in range(3):
        chosen = {name: data.draw(values_of(span)) for name, span in (("x", x), ("y", y), ("z", z))}
        one = at(tree, chosen)
        if one is not None:
            assert found.contains(one), f"{one} at {chosen} is not in {found}"


@settings(max_examples=80, deadline=None)
@given(nonempty_intervals(), nonempty_intervals(), st.data())
def test_no_value_of_a_monotone_expression_is_left_out(
    x: Interval, y: Interval, data: st.DataObject
) -> None:
    tree = data.draw(
        st.sampled_from(
            [
                node(DIVIDE, X, node(ADD, X, Y)),
                node(SUBTRACT, node(MULTIPLY, X, Y), X),
                node(Operator.CHANGE, node(ADD, X, Y), X),
                node(ADD, node(DIVIDE, Y, X), node(DIVIDE, Y, X)),
                node(MULTIPLY, node(Operator.GREATEST, X, Y), X),
            ]
        )
    )
    chosen = {"x": data.draw(values_of(x)), "y": data.draw(values_of(y))}
    one = at(tree, chosen)
    assume(one is not None)
    assert value(tree, x=x, y=y).contains(one)


@settings(max_examples=100, deadline=None)
@given(rationals(), rationals(), rationals(), TREES)
def test_at_points_it_is_the_value(x: Fraction, y: Fraction, z: Fraction, tree: Tree) -> None:
    one = at(tree, {"x": x, "y": y, "z": z})
    found = value(tree, x=point(x), y=point(y), z=point(z))
    assert found == (EMPTY if one is None else point(one))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from((ADD, SUBTRACT, MULTIPLY)), nonempty_intervals(), nonempty_intervals())
def test_it_is_tight_where_every_claim_occurs_once(how: Operator, x: Interval, y: Interval) -> None:
    """Every finite end is the value at two finite ends, or the limit of one."""
    found = value(node(how, X, Y), x=x, y=y)
    ends = [
        at(node(how, X, Y), {"x": one.value, "y": other.value})
        for one in x
        for other in y
        if not isinstance(one.value, float) and not isinstance(other.value, float)
    ]
    for end in found:
        if not isinstance(end.value, float):
            assert end.value in ends or end.value == 0


_SUMS = st.recursive(
    st.one_of(st.sampled_from([Variable(name) for name in "xyz"]), rationals().map(fixed)),
    lambda trees: st.one_of(
        st.lists(trees, min_size=1, max_size=4).map(lambda some: node(Operator.SUM, *some)),
        st.tuples(st.sampled_from([Operator.ADD, Operator.SUBTRACT]), trees, trees).map(
            lambda one: node(*one)
        ),
        trees.map(lambda one: node(Operator.NEGATE, one)),
    ),
    max_leaves=12,
)


@given(_SUMS, nonempty_intervals(), nonempty_intervals(), nonempty_intervals())
def test_a_sum_of_what_is_named_twice_is_as_by_its_slopes(
    tree: Tree, x: Interval, y: Interval, z: Interval
) -> None:
    spans = {"x": x, "y": y, "z": z}
    found = value(tree, **spans)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(evaluate, "_add_factors", lambda *_: False)
        assert value(tree, **spans) == found


def test_a_sum_of_what_is_named_twice_takes_as_long_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    for looks_at in ("_natural", "_slope", "_add_factors"):
        known = getattr(evaluate, looks_at)
        monkeypatch.setattr(
            evaluate, looks_at, lambda *given, known=known: looked.append(1) or known(*given)
        )
    counts = []
    for many in (20, 40):
        names = [f"x{index}" for index in range(many)] * 2
        looked.clear()
        value(
            node(Operator.SUM, *map(Variable, names)),
            **dict.fromkeys(names, closed(1, 2)),
        )
        counts.append(len(looked))
    assert counts[1] < 2.1 * counts[0]


def test_results_are_exact_and_never_floats() -> None:
    found = value(node(DIVIDE, X, Y), x=closed(10**400, 10**400 + 1), y=point(3))
    assert found.lower.value == Fraction(10**400, 3)
    assert type(found.lower.value) in (int, exact.Fraction)
    assert value(node(ADD, X, Y), x=at_least(1), y=point(Fraction(1, 3))).upper.value == inf
