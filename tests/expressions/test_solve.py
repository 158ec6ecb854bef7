"""A relation turned round: what it leaves to each of its claims, and what it says made plain."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import rationals

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
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.solve import WIDEST, narrowed, plain, solutions
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import (
    WHOLE_LINE,
    Interval,
    above,
    at_least,
    at_most,
    below,
    closed,
    point,
)
from fentcheck.units.unit import NUMBER

X, Y, T = Variable("x"), Variable("y"), Variable("t")


def node(operator: Operator, *operands: Tree, exponent: int = 1) -> Node:
    return Node(operator, operands, exponent)


def fixed(value: int | Fraction) -> Fixed:
    return Fixed(Readings(point(value), point(value), point(value)))


def value(tree: Tree, which: int = LITERAL, **spans: Interval) -> Interval:
    table = {name: Readings(span, span, span) for name, span in spans.items()}
    return value_of(Compiled(tree, NUMBER, variables(tree)), table, which)


def left_to(name: str, left: Tree, sign: str, right: Tree, **spans: Interval) -> list[Interval]:
    """What a relation leaves to a claim, once for each place where it stands."""
    found = solutions(plain(left), Comparison(sign), plain(right))
    assert all(solution.names == variables(solution.tree) for solution in found)
    return [value(solution.tree, **spans) for solution in found if solution.name == name]


@pytest.mark.parametrize(
    ("tree", "left"),
    [
        # t is [8, 10], and t == tree; y is [2, 4]
        (node(Operator.ADD, X, Y), closed(4, 8)),
        (node(Operator.ADD, Y, X), closed(4, 8)),
        (node(Operator.SUM, X, Y, fixed(1)), closed(3, 7)),
        (node(Operator.SUM, fixed(1), Y, X), closed(3, 7)),
        (node(Operator.SUM, X), closed(8, 10)),
        (node(Operator.SUBTRACT, X, Y), closed(10, 14)),
        (node(Operator.SUBTRACT, Y, X), closed(-8, -4)),
        (node(Operator.NEGATE, X), closed(-10, -8)),
        (node(Operator.MULTIPLY, X, Y), closed(2, 5)),
        (node(Operator.MULTIPLY, Y, X), closed(2, 5)),
        (node(Operator.MULTIPLY, fixed(2), X), closed(4, 5)),
        (node(Operator.OVER, X, Y), closed(2, 5)),
        (node(Operator.DIVIDE, X, Y), closed(16, 40)),
        (node(Operator.DIVIDE, Y, X), closed(Fraction(1, 5), Fraction(1, 2))),
        (node(Operator.SHARE, X, Y), closed(16, 40)),
        (node(Operator.CHANGE, X, Y), closed(Fraction(2, 11), Fraction(4, 9))),
        (node(Operator.CHANGE, Y, X), closed(18, 44)),
        (node(Operator.POINTS, X, Y), closed(Fraction(19, 10), Fraction(392, 100))),
        (node(Operator.POINTS, Y, X), closed(Fraction(208, 100), Fraction(41, 10))),
        (node(Operator.MEAN, X, Y), closed(12, 18)),
        (node(Operator.MEAN, X, Y, fixed(1)), closed(19, 27)),
        (node(Operator.LEAST, X, fixed(20)), at_least(8)),
        (node(Operator.GREATEST, X, fixed(5)), at_most(10)),
        (node(Operator.MAGNITUDE, X), closed(-10, 10)),
        (node(Operator.MULTIPLY, fixed(2), node(Operator.SUBTRACT, X, Y)), closed(6, 9)),
        (node(Operator.SUBTRACT, node(Operator.ADD, X, X), Y), closed(5, 7)),
    ],
    ids=lambda case: str(case.operator.value) if isinstance(case, Node) else "",
)  # fmt: skip
def test_what_is_left_to_a_claim(tree: Tree, left: Interval) -> None:
    """On either side of the relation."""
    spans = {"t": closed(8, 10), "y": closed(2, 4)}
    assert left_to("x", T, "==", tree, **spans) == [left]
    assert left_to("x", tree, "==", T, **spans) == [left]
    assert left_to("t", T, "==", tree, **spans, x=point(3)) == [
        value(plain(tree), **spans, x=point(3))
    ]


def test_of_a_power_nothing_is_said() -> None:
    assert left_to("x", T, "==", node(Operator.POWER, X, exponent=2), t=closed(8, 10)) == []


@pytest.mark.parametrize(
    ("sign", "left", "right"),
    [
        ("==", closed(8, 10), closed(8, 10)),
        ("<", below(10), above(8)),
        ("<=", at_most(10), at_least(8)),
        (">", above(8), below(10)),
        (">=", at_least(8), at_most(10)),
    ],
)
def test_what_an_order_leaves(sign: str, left: Interval, right: Interval) -> None:
    assert left_to("x", X, sign, T, t=closed(8, 10)) == [left]
    assert left_to("x", T, sign, X, t=closed(8, 10)) == [right]


def test_what_differs_may_be_anything_else() -> None:
    assert left_to("x", X, "!=", T, t=closed(8, 10)) == []


def test_nothing_of_nothing_may_be_anything() -> None:
    quotient = node(Operator.DIVIDE, X, Y)
    assert left_to("x", T, "==", quotient, t=closed(8, 10), y=closed(0, 1)) == [closed(0, 10)]
    assert left_to("y", T, "==", quotient, t=closed(0, 1), x=closed(0, 1)) == [WHOLE_LINE]


# What is made plain


@st.composite
def sums(draw: st.DrawFn, size: int = 4) -> Tree:
    """Sums, differences and multiples of x and y, and of numbers."""
    if size == 0 or draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from((X, X, Y, fixed(1), fixed(-3))))
    one, other = draw(sums(size - 1)), draw(sums(size - 1))
    factor = fixed(draw(st.sampled_from((-2, Fraction(1, 3), 0, 1))))
    return draw(
        st.sampled_from(
            (
                node(Operator.ADD, one, other),
                node(Operator.SUM, one, other, one),
                node(Operator.SUBTRACT, one, other),
                node(Operator.NEGATE, one),
                node(Operator.MULTIPLY, factor, one),
                node(Operator.MULTIPLY, one, factor),
            )
        )
    )


@settings(max_examples=60, deadline=None)
@given(sums(), rationals(), rationals())
def test_a_plain_sum_is_the_same_with_every_claim_once(
    tree: Tree, x: int | Fraction, y: int | Fraction
) -> None:
    tree = node(Operator.ADD, tree, fixed(5))
    found = plain(tree)
    spans = {"x": point(x), "y": point(y)}
    assert value(found, **spans) == value(tree, **spans)
    names = variables(found)
    assert len(names) == len(set(names))


def test_a_factor_that_differs_by_reading_is_no_number() -> None:
    """A year is 365 to 366 days, and printed 365: x + [365, 366]·x is not 366·x."""
    year = Fixed(Readings(point(366), point(365), point(365)))
    tree = plain(node(Operator.ADD, X, node(Operator.MULTIPLY, year, X)))
    found = [value(tree, which, x=point(2)) for which in (LITERAL, PRAGMATIC, PRINTED)]
    assert found == [point(734), point(732), point(732)]
    wide = Fixed(Readings(*[closed(365, 366)] * 3))
    tree = plain(node(Operator.ADD, X, node(Operator.MULTIPLY, X, wide)))
    assert value(tree, x=point(2)) == closed(732, 734)


@pytest.mark.parametrize(
    "count", [1, WIDEST - 1, WIDEST, WIDEST + 1, WIDEST**2, WIDEST**2 + 1, 200]
)
@pytest.mark.parametrize("operator", [Operator.SUM, Operator.LEAST])
def test_what_is_long_is_cut_in_parts(count: int, operator: Operator) -> None:
    """Each part by a name of its own, made of the parts before it; together they are the same."""
    claims = {f"c{index}": point(index * index + 3) for index in range(count)}
    whole = node(operator, *map(Variable, claims))
    tree, parts = narrowed(node(Operator.NEGATE, whole), "part ")
    known = dict(claims)
    for name, part in parts:
        assert name.startswith("part ")
        assert name not in known
        assert isinstance(part, Node)
        assert 1 < len(part.operands) <= WIDEST
        known[name] = value(part, **{one: known[one] for one in variables(part)})
    left = {one: known[one] for one in variables(tree)}
    assert value(tree, **left) == value(whole, **claims).negated()
    assert bool(parts) is (count > WIDEST)
