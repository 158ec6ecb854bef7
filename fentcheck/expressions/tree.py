"""Expressions over claims: what a relation says of them, before any unit or number is looked up.

Rules build these trees; `parse` reads them from a check. `start` and `end` are the 0-based stretch
of the check's text that a node comes from, for messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from fentcheck.phrases.period import Period
from fentcheck.phrases.phrase import Phrase
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Rational


class Operator(Enum):
    """What is done with the operands; the value is its name in a check."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    POWER = "**"
    NEGATE = "neg"
    SUM = "sum"
    LEAST = "min"
    GREATEST = "max"
    MAGNITUDE = "abs"
    MEAN = "mean"
    OVER = "over"
    SHARE = "share"
    CHANGE = "change"
    POINTS = "points"
    # What a rule, or a relation that was turned round, may need; no check can write them.
    MEET = "meet"
    """The values that all operands have."""
    QUOTIENT = "quotient"
    """Every x with x times the second operand equal to the first."""
    BELOW = "below"
    UP_TO = "up to"
    ABOVE = "above"
    FROM = "from"
    EITHER_SIGN = "either sign"
    """The operand and its negative."""

    __hash__ = object.__hash__


class Comparison(Enum):
    """How the two sides of a relation are said to stand; the value is the sign in a check."""

    EQUAL = "=="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="

    __hash__ = object.__hash__

    @property
    def flipped(self) -> Comparison:
        """The same comparison with the sides exchanged."""
        return _FLIPPED.get(self, self)


_FLIPPED = {
    Comparison.LESS: Comparison.MORE,
    Comparison.MORE: Comparison.LESS,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.AT_MOST,
}


class Named(NamedTuple):
    """The value of a claim, by its id across files ("stem.id")."""

    name: str
    start: int = 0
    end: int = 0


class Quoted(NamedTuple):
    """A value phrase in double quotes."""

    phrase: Phrase
    start: int = 0
    end: int = 0


class Exact(NamedTuple):
    """A plain number, exactly."""

    value: Rational
    start: int = 0
    end: int = 0


class Span(NamedTuple):
    """The days of a period, as the second operand of `over`."""

    period: Period
    start: int = 0
    end: int = 0


class Operation(NamedTuple):
    """An operator with its operands, in order; `exponent` is set for a power."""

    operator: Operator
    operands: tuple[Expression, ...]
    exponent: int = 1
    start: int = 0
    end: int = 0


Expression = Named | Quoted | Exact | Span | Operation


def named_claims(expression: Expression) -> Iterator[Named]:
    """Every mention of a claim, left to right, repeated ones too."""
    if isinstance(expression, Named):
        yield expression
    elif isinstance(expression, Operation):
        for operand in expression.operands:
            yield from named_claims(operand)


def operation(operator: Operator, *operands: Expression) -> Operation:
    """An operation that a rule builds, with no text of its own."""
    return Operation(operator, operands)
