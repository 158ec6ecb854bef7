"""Turns a relation round: for each of its claims, the tree of what the others leave to it.

A solution is an enclosure: every value that the claim can have in the relation is in its tree's
interval. Where a step has no inverse (a power, a lesser of two that may be the other) it says less,
or nothing, but never too much.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fentcheck.exact import Fraction
from fentcheck.expressions.compile import Fixed, Node, Readings, Tree, Variable, variables
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import ONE, Interval, point

WIDEST = 8
"""Operands of a sum that are solved for at once; a longer one is cut in partial sums."""


class Solution(NamedTuple):
    """A variable lies in what the tree can be."""

    name: str
    tree: Tree
    names: tuple[str, ...]
    """The variables of the tree, left to right, repeated ones too."""


def solutions(left: Tree, comparison: Comparison, right: Tree) -> tuple[Solution, ...]:
    """What `left comparison right` says of each of its variables, once for each occurrence."""
    if comparison is Comparison.NOT_EQUAL:
        return ()
    found = [
        *_solved(left, _bound(comparison, right)),
        *_solved(right, _bound(comparison.flipped, left)),
    ]
    return tuple(Solution(name, tree, tuple(variables(tree))) for name, tree in found)


def narrow_sums(tree: Tree, prefix: str) -> tuple[Tree, tuple[tuple[str, Tree], ...]]:
    """The tree with long sums cut in partial sums, and what each new variable stands for."""
    parts: list[tuple[str, Tree]] = []
    return _narrowed(tree, prefix, parts), tuple(parts)


def _narrowed(tree: Tree, prefix: str, parts: list[tuple[str, Tree]]) -> Tree:
    if type(tree) is not Node:
        return tree
    operands = [_narrowed(operand, prefix, parts) for operand in tree.operands]
    if tree.operator in (Operator.SUM, Operator.ADD):
        while len(operands) > WIDEST:
            shorter: list[Tree] = []
            for start in range(0, len(operands), WIDEST):
                chunk = operands[start : start + WIDEST]
                if len(chunk) == 1:
                    shorter.append(chunk[0])
                    continue
                name = f"{prefix}{len(parts)}"
                parts.append((name, Node(Operator.SUM, tuple(chunk))))
                shorter.append(Variable(name))
            operands = shorter
    return tree._replace(operands=tuple(operands))


def _bound(comparison: Comparison, other: Tree) -> Tree:
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
            left = _left_to(tree, index, value)
            if left is not None:
                yield from _solved(operand, left)


def _left_to(node: Node, index: int, value: Tree) -> Tree | None:
    """What is left to one operand where the node takes a value; None if anything may be."""
    others = (*node.operands[:index], *node.operands[index + 1 :])
    match node.operator:
        case Operator.ADD | Operator.SUM:
            return Node(Operator.SUBTRACT, (value, _sum(others))) if others else value
        case Operator.MEAN:
            whole = Node(Operator.MULTIPLY, (value, _fixed(point(len(node.operands)))))
            return Node(Operator.SUBTRACT, (whole, _sum(others))) if others else value
        case Operator.SUBTRACT:
            if index == 0:
                return Node(Operator.ADD, (value, others[0]))
            return Node(Operator.SUBTRACT, (others[0], value))
        case Operator.NEGATE:
            return Node(Operator.NEGATE, (value,))
        case Operator.MULTIPLY | Operator.OVER:
            return Node(Operator.QUOTIENT, (value, others[0]))
        case Operator.DIVIDE | Operator.SHARE:
            if index == 0:
                return Node(Operator.MULTIPLY, (value, others[0]))
            return Node(Operator.QUOTIENT, (others[0], value))
        case Operator.CHANGE:
            factor = Node(Operator.ADD, (value, _fixed(ONE)))
            if index == 0:
                return Node(Operator.QUOTIENT, (others[0], factor))
            return Node(Operator.MULTIPLY, (factor, others[0]))
        case Operator.POINTS:
            apart = Node(Operator.MULTIPLY, (value, _fixed(point(Fraction(1, 100)))))
            if index == 0:
                return Node(Operator.SUBTRACT, (others[0], apart))
            return Node(Operator.ADD, (others[0], apart))
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
