"""Whether a sum written beside a text comes out: exact, and with no part of fentcheck in it.

A check says what must hold if the figures agree: `40 * 22 == 880`, `near(14 / 2.8, 5)`. Texts
are judged by it before fentcheck is, so it shares no code with what it examines.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise


def comes_out(check: str) -> bool:
    """Whether the comparison, or all those joined by `and`, hold exactly.

    Numbers are read from their digits, so 0.1 is a tenth. Anything but arithmetic, comparisons
    and the functions below is refused.
    """
    tree = ast.parse(check, mode="eval").body
    return _holds(tree, check)


def near(a: Fraction, b: Fraction, tolerance: Fraction = Fraction(1, 10)) -> bool:
    """Whether one is within a part of the other, a tenth unless told: what "about" allows."""
    return abs(a - b) <= tolerance * max(abs(a), abs(b))


def rounds(a: Fraction, b: Fraction, place: Fraction) -> bool:
    """Whether the first is within half of the last printed place of the second."""
    return abs(a - b) <= place / 2


def _holds(node: ast.expr, source: str) -> bool:
    match node:
        case ast.BoolOp(op=ast.And(), values=values):
            return all(_holds(value, source) for value in values)
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = [_value(side, source) for side in (left, *others)]
            return all(
                _COMPARISONS[type(op)](*pair) for op, pair in zip(ops, pairwise(sides), strict=True)
            )
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _PREDICATES[name](*[_value(argument, source) for argument in args])
        case _:
            raise ValueError(f"not a comparison: {ast.get_source_segment(source, node)}")


def _value(node: ast.expr, source: str) -> Fraction:
    match node:
        case ast.Constant(value=int() | float()):
            return Fraction(ast.get_source_segment(source, node) or "")
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, source)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATIONS[type(op)](_value(left, source), _value(right, source))
        case ast.Call(func=ast.Name(id="abs"), args=[argument], keywords=[]):
            return abs(_value(argument, source))
        case _:
            raise ValueError(f"not a number: {ast.get_source_segment(source, node)}")


_PREDICATES: dict[str, Callable[..., bool]] = {"near": near, "rounds": rounds}
_OPERATIONS: dict[type[ast.operator], Callable[..., Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_COMPARISONS: dict[type[ast.cmpop], Callable[[Fraction, Fraction], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
