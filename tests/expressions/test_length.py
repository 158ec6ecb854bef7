"""How long exact numbers become: told before they are worked out, and never too short."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import nonempty_intervals

from fentcheck.exact import Fraction
from fentcheck.expressions import length
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    Compiled,
    Fixed,
    Node,
    Readings,
    Tree,
    Variable,
    variables,
)
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.length import is_too_long
from fentcheck.expressions.tree import Operator
from fentcheck.interval import EMPTY, Interval, closed, point
from fentcheck.units.unit import NUMBER


def both(interval: Interval) -> Readings:
    return Readings(interval, interval, interval)


def number(value: int | Fraction) -> Fixed:
    return Fixed(both(point(value)))


def node(operator: Operator, *operands: Tree) -> Node:
    return Node(operator, operands)


NAMES = "abcd"
LEAVES = st.sampled_from([Variable(name) for name in NAMES])
PAIRS = (Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE, Operator.OVER,
         Operator.SHARE, Operator.CHANGE, Operator.POINTS, Operator.QUOTIENT)  # fmt: skip
SEVERAL = (Operator.SUM, Operator.MEAN, Operator.LEAST, Operator.GREATEST)
SINGLE = (Operator.NEGATE, Operator.MAGNITUDE)


def larger(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.one_of(
        st.builds(node, st.sampled_from(PAIRS), trees, trees),
        st.builds(node, st.sampled_from(SEVERAL), trees, trees, trees),
        st.builds(node, st.sampled_from(SINGLE), trees),
        st.builds(lambda tree, exponent: Node(Operator.POWER, (tree,), exponent),
                  trees, st.integers(-4, 4)),
    )  # fmt: skip


TREES: st.SearchStrategy[Tree] = st.recursive(LEAVES, larger, max_leaves=12)
VALUES = st.fixed_dictionaries(
    {name: nonempty_intervals().map(both) for name in NAMES},
)


@given(TREES, VALUES)
def test_no_end_is_longer_than_told(tree: Tree, values: Mapping[str, Readings]) -> None:
    told = length._length(tree, values)
    for which in (LITERAL, PRAGMATIC):
        for end in value_of(Compiled(tree, NUMBER, variables(tree)), values, which):
            if not isinstance(end.value, float):
                assert end.value.numerator.bit_length() <= told.numerator
                assert end.value.denominator.bit_length() <= told.denominator


def reciprocals(many: int, power: int = 1) -> Node:
    """1/p + 1/q + …, of numbers that have nothing in common."""
    terms = (node(Operator.DIVIDE, number(1), number(2 ** (60 + n) - 1)) for n in range(many))
    return Node(Operator.POWER, (node(Operator.SUM, *terms),), power)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (reciprocals(28), False),
        (reciprocals(28, 3), True),
        (reciprocals(28, -3), True),
        (reciprocals(100), True),
        (Node(Operator.POWER, (number(5),), 60), False),
        (Node(Operator.POWER, (number(10**40),), 20), False),
        (Node(Operator.POWER, (number(10**40),), 60), True),
        (Node(Operator.POWER, (number(10**40),), -60), True),
        (node(Operator.SUM, *(number(Fraction(n, 1000)) for n in range(5000))), False),
        (node(Operator.SUM, *(number(Fraction(1, 2**61 + n)) for n in range(100))), True),
        (Fixed(both(EMPTY)), False),
    ],
)
def test_what_is_too_long(tree: Tree, expected: bool) -> None:
    few = Node(Operator.POWER, (Variable("a"),), 20)
    values = {"a": both(closed(1, 2))}
    assert is_too_long(tree, few, values) is expected
    assert is_too_long(few, tree, values) is expected


def test_two_sides_that_are_each_short_enough_may_miss_each_other_by_more() -> None:
    one, other = (
        node(Operator.DIVIDE, number(1), Node(Operator.POWER, (number(10**15 + n),), 50))
        for n in (1, 3)
    )
    few = number(1)
    assert not is_too_long(one, few, {})
    assert not is_too_long(other, few, {})
    assert is_too_long(one, other, {})
