"""Values that a cue works out itself, as operands: so many days, an age from two years."""

from __future__ import annotations

from fentcheck.expressions.tree import Quoted
from fentcheck.phrases.numbers import Number
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.units.unit import NUMBER, Rational, Unit


def quoted(low: Rational, high: Rational | None = None, unit: Unit = NUMBER) -> Quoted:
    """A value, or all values from one to another, meant exactly."""
    if high is None or high == low:
        text = f"{low} {unit.name}".strip()
        return Quoted(Phrase(text, Form.NUMBER, Number(low, 1), unit, exact=True))
    text = f"{low} to {high} {unit.name}".strip()
    return Quoted(Phrase(text, Form.RANGE, Number(low, 1), unit, high=Number(high, 1), exact=True))
