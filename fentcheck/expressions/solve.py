"""Turns a relation round: for each of its claims, the tree of what the others leave to it.

A solution is an enclosure: every value that the claim can have in the relation is in its tree's
interval. Where a step has no inverse (a power, a lesser of two that may be the other) it says less,
or nothing, but never too much.
"""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.exact import Fraction
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    PRINTED,
    Fixed,
    Node,
    Readings,
    Tree,
    Variable,
    variables,
)
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import ONE, ZERO, Interval, point
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Rational

WIDEST = 8
"""Operands of a sum that are solved for at once; a longer one is cut in partial sums."""


class Solution(NamedTuple):
    """A variable lies in what the tree can be."""

    name: str
    tree: Tree
    names: tuple[str, ...]
    """The variables of the tree, left to right, repeated ones too."""


def solutions(left: Tree, comparison: Comparison, right: Tree) -> tuple[Solution, ...]:
    """What `left comparison right` says of each of its variables, once for each occurrence.

    Both sides are `plain`.
    """
    if comparison is Comparison.NOT_EQUAL:
        return ()
    found = [
        *_solved(left, bound(comparison, right)),
        *_solved(right, bound(comparison.flipped, left)),
    ]
    return tuple(Solution(name, tree, tuple(variables(tree))) for name, tree in found)


def plain(tree: Tree) -> Tree:
    """The tree by few operators, so that a relation of it holds wherever the one given does.

    A quotient is what times the divisor gives the dividend, so 0 ÷ 0 may be anything; and a share
    is not cut to the whole, which would make it larger again where a part is known better.
    """
    if type(tree) is not Node:
        return tree
    operands = tuple(plain(operand) for operand in tree.operands)
    first, last = operands[0], operands[-1]
    match tree.operator:
        case Operator.ADD | Operator.SUM:
            return _collected(Node(Operator.SUM, tuple(_terms(operands))))
        case Operator.SUBTRACT:
            return _collected(Node(Operator.SUBTRACT, operands))
        case Operator.MEAN:
            total = _collected(Node(Operator.SUM, tuple(_terms(operands))))
            return Node(Operator.MULTIPLY, (total, _fixed(point(Fraction(1, len(operands))))))
        case Operator.DIVIDE | Operator.SHARE:
            return Node(Operator.QUOTIENT, operands)
        case Operator.CHANGE:
            return Node(Operator.SUBTRACT, (Node(Operator.QUOTIENT, (last, first)), _fixed(ONE)))
        case Operator.POINTS:
            apart = _collected(Node(Operator.SUBTRACT, (last, first)))
            return Node(Operator.MULTIPLY, (apart, _fixed(point(100))))
        case Operator.OVER:
            return Node(Operator.MULTIPLY, operands)
        case _:
            return tree._replace(operands=operands)


def _terms(operands: tuple[Tree, ...]) -> Iterator[Tree]:
    """The terms of a sum, those of sums within it too."""
    for operand in operands:
        if type(operand) is Node and operand.operator is Operator.SUM:
            yield from operand.operands
        else:
            yield operand


def _collected(tree: Tree) -> Tree:
    """A sum or difference in which every variable stands once: side + side is 2 × side.

    Solved for one of its occurrences, a variable would be taken for several values.
    """
    factors: dict[str, Rational] = {}
    others: list[Tree] = []
    count = 0
    for factor, term in _with_factors(tree, 1):
        if type(term) is Variable:
            count += 1
            factors[term.name] = factors.get(term.name, 0) + factor
        else:
            others.append(_times(term, factor))
    if count == len(factors):
        return tree
    terms = [_times(Variable(name), factor) for name, factor in factors.items() if factor]
    return Node(Operator.SUM, (*terms, *others)) if terms or others else _fixed(ZERO)


def _with_factors(tree: Tree, factor: Rational) -> Iterator[tuple[Rational, Tree]]:
    """The terms that a tree is the sum of, each with what it is times."""
    operator = tree.operator if type(tree) is Node else None
    operands = tree.operands if type(tree) is Node else ()
    if operator is Operator.SUM:
        for operand in operands:
            yield from _with_factors(operand, factor)
    elif operator is Operator.SUBTRACT:
        yield from _with_factors(operands[0], factor)
        yield from _with_factors(operands[1], -factor)
    elif operator is Operator.NEGATE:
        yield from _with_factors(operands[0], -factor)
    elif operator is Operator.MULTIPLY:
        for fixed, other in (operands, operands[::-1]):
            number = _number(fixed)
            if number is not None:
                yield from _with_factors(other, factor * number)
                return
        yield factor, tree
    else:
        yield factor, tree


def _number(tree: Tree) -> Rational | None:
    """The number that a tree is on every reading."""
    if type(tree) is not Fixed:
        return None
    every = {tree.readings[which] for which in (LITERAL, PRAGMATIC, PRINTED)}
    if len(every) > 1 or not tree.readings[LITERAL].is_point:
        return None
    value = tree.readings[LITERAL].lower.value
    assert not isinstance(value, float)
    return value


def _times(tree: Tree, factor: Rational) -> Tree:
    return tree if factor == 1 else Node(Operator.MULTIPLY, (tree, _fixed(point(factor))))


def narrowed(tree: Tree, prefix: str) -> tuple[Tree, tuple[tuple[str, Tree], ...]]:
    """The tree with what is long in it cut in parts, and what each new variable stands for."""
    parts: list[tuple[str, Tree]] = []
    return _narrowed(tree, prefix, parts), tuple(parts)


def _narrowed(tree: Tree, prefix: str, parts: list[tuple[str, Tree]]) -> Tree:
    if type(tree) is not Node:
        return tree
    operands = [_narrowed(operand, prefix, parts) for operand in tree.operands]
    while len(operands) > WIDEST:  # of a sum, a least or a greatest: all that have so many
        shorter: list[Tree] = []
        for start in range(0, len(operands), WIDEST):
            chunk = operands[start : start + WIDEST]
            if len(chunk) == 1:
                shorter.append(chunk[0])
                continue
            name = f"{prefix}{len(parts)}"
            parts.append((name, Node(tree.operator, tuple(chunk))))
            shorter.append(Variable(name))
        operands = shorter
    return tree._replace(operands=tuple(operands))


def bound(comparison: Comparison, other: Tree) -> Tree:
    """What stands in this relation to some value of the other side."""
    operator = _BOUNDS.get(comparison)
    return other if operator is None else Node(operator, (other,))


def _solved(tree: Tree, value: Tree) -> Iterator[tuple[str, Tree]]:
    """Every variable of a tree that takes a value, with what that leaves to it."""
    if type(tree) is Variable:
        yield tree.name, value
    elif type(tree) is Node:
        for index, operand in enumerate(tree.operands):
            if type(operand) is Fixed:
                continue
            left = left_to(tree, index, value)
            if left is not None:
                yield from _solved(operand, left)


def left_to(node: Node, index: int, value: Tree) -> Tree | None:
    """What is left to one operand where the node takes a value; None if anything may be."""
    others = (*node.operands[:index], *node.operands[index + 1 :])
    match node.operator:
        case Operator.SUM:
            return Node(Operator.SUBTRACT, (value, _sum(others))) if others else value
        case Operator.SUBTRACT if index == 0:
            return Node(Operator.SUM, (value, others[0]))
        case Operator.SUBTRACT:
            return Node(Operator.SUBTRACT, (others[0], value))
        case Operator.NEGATE:
            return Node(Operator.NEGATE, (value,))
        case Operator.MULTIPLY:
            return Node(Operator.QUOTIENT, (value, others[0]))
        case Operator.QUOTIENT if index == 0:
            return Node(Operator.MULTIPLY, (value, others[0]))
        case Operator.QUOTIENT:
            return Node(Operator.QUOTIENT, (others[0], value))
        case Operator.LEAST:
            return Node(Operator.FROM, (value,))
        case Operator.GREATEST:
            return Node(Operator.UP_TO, (value,))
        case Operator.MAGNITUDE:
            return Node(Operator.EITHER_SIGN, (value,))
        case _:
            return None


def _sum(operands: tuple[Tree, ...]) -> Tree:
    return operands[0] if len(operands) == 1 else Node(Operator.SUM, operands)


def _fixed(interval: Interval) -> Fixed:
    return Fixed(Readings(interval, interval, interval))


_BOUNDS = {
    Comparison.LESS: Operator.BELOW,
    Comparison.AT_MOST: Operator.UP_TO,
    Comparison.MORE: Operator.ABOVE,
    Comparison.AT_LEAST: Operator.FROM,
}
