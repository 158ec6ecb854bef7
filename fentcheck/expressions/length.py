"""How long the exact numbers become that an expression comes to, told before it is worked out.

Denominators that have nothing in common are multiplied by every sum. A result of thousands of
digits says nothing to a reader, takes long, and is more than other programs read as a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import lcm

from fentcheck.exact import Fraction
from fentcheck.expressions.compile import LITERAL, PRAGMATIC, Fixed, Node, Tree, Variable
from fentcheck.expressions.evaluate import PIECES, Table
from fentcheck.expressions.tree import Operator
from fentcheck.interval import Interval
from fentcheck.record import NamedTuple

MOST_DIGITS = 1_000
"""J: digits of a number that is still worked out: enough for a sum of 60 quotients whose divisors
of 16 digits have nothing in common, or for such a number to the power of 60."""


def is_too_long(one: Tree, other: Tree, values: Table) -> bool:
    """What two sides come to, or what they miss each other by, may have more digits than that."""
    if _leaves(one) + _leaves(other) <= _FEW:
        return False
    try:
        _length(Node(Operator.SUBTRACT, (one, other)), values)
    except _TooLong:
        return True
    return False


class _TooLong(Exception):
    """Ends the descent; it never leaves this module."""


class _Length(NamedTuple):
    """The ends of a value are n / (shared × d): n and d have at most so many bits.

    `shared` is a common denominator: that of a sum is the least one of all.
    """

    numerator: int
    shared: int
    divisor: int

    @property
    def denominator(self) -> int:
        return self.shared.bit_length() + self.divisor


def _leaves(tree: Tree) -> int:
    """How many values stand in a tree, powers written out."""
    if type(tree) is not Node:
        return 1
    return max(1, abs(tree.exponent)) * sum(map(_leaves, tree.operands))


def _length(tree: Tree, values: Table) -> _Length:
    if type(tree) is Variable:
        # where a claim stands twice, its values are cut in pieces
        whole = _of_ends(values[tree.name][which] for which in (LITERAL, PRAGMATIC))
        length = _product(whole, _Length(PIECES.bit_length(), PIECES, 0))
    elif type(tree) is Fixed:
        length = _of_ends(tree.readings[which] for which in (LITERAL, PRAGMATIC))
    else:
        assert type(tree) is Node
        length = _applied(tree, [_length(operand, values) for operand in tree.operands])
    if max(length.numerator, length.denominator) > _MOST_BITS:
        raise _TooLong
    return length


def _of_ends(intervals: Iterable[Interval]) -> _Length:
    ends = [
        Fraction(end.value)
        for interval in intervals
        for end in interval
        if not isinstance(end.value, float)
    ]
    shared = lcm(*(end.denominator for end in ends))
    largest = max([0, *(abs(end.numerator) * shared // end.denominator for end in ends)])
    return _Length(largest.bit_length(), shared, 0)


def _applied(node: Node, operands: list[_Length]) -> _Length:
    match node.operator:
        case Operator.MULTIPLY | Operator.OVER:
            return _product(*operands)
        case Operator.DIVIDE | Operator.SHARE | Operator.QUOTIENT:
            return _quotient(*operands)
        case Operator.CHANGE:
            old, new = operands
            return _sum([_quotient(new, old), _ONE])
        case Operator.POWER:
            return _power(operands[0], node.exponent)
        case Operator.MEAN:
            return _product(_sum(operands), _Length(1, len(operands), 0))
        case Operator.POINTS:
            return _product(_sum(operands), _Length(_HUNDRED, 1, 0))
        case _:
            return _sum(operands)


def _sum(operands: list[_Length]) -> _Length:
    shared = 1
    for operand in operands:
        shared = lcm(shared, operand.shared)
        if shared.bit_length() > _MOST_BITS:
            raise _TooLong
    divisor = sum(operand.divisor for operand in operands)
    numerator = max(
        operand.numerator + (shared // operand.shared).bit_length() + divisor - operand.divisor
        for operand in operands
    )
    return _Length(numerator + len(operands).bit_length(), shared, divisor)


def _product(one: _Length, other: _Length) -> _Length:
    return _Length(
        one.numerator + other.numerator, one.shared * other.shared, one.divisor + other.divisor
    )


def _quotient(dividend: _Length, divisor: _Length) -> _Length:
    return _Length(
        dividend.numerator + divisor.denominator,
        dividend.shared,
        dividend.divisor + divisor.numerator,
    )


def _power(base: _Length, exponent: int) -> _Length:
    times = abs(exponent)
    if times * max(base.numerator, base.denominator) > _MOST_BITS:
        raise _TooLong
    shared: int = base.shared**times
    raised = _Length(max(1, base.numerator * times), shared, base.divisor * times)
    return raised if exponent >= 0 else _quotient(_ONE, raised)


_ONE = _Length(1, 1, 0)
_HUNDRED = 7
_MOST_BITS = MOST_DIGITS * 10 // 3
_FEW = 16
"""Values that are always few enough: a number of a claim or a check has some 60 digits at most."""
