"""What a change is worked out as, by how it is put: percent, points, a factor, an amount."""

from __future__ import annotations

from fentcheck.book.claim import Claim
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Expression, Named, Operator, operation
from fentcheck.phrases.phrase import Phrase
from fentcheck.units.unit import Kind, Unit


def change_between(phrase: Phrase, old: Claim, new: Claim) -> Expression:
    """What the phrase says of the two claims, as an expression.

    A percentage is new over old less one, “300% of” and a factor are new over old. A bare amount
    is a difference either way: “150 nurses” between 212 and 62.
    """
    before, after = Named(old.name), Named(new.name)
    unit = phrase.unit
    if unit.kind is Kind.POINTS:
        return operation(Operator.POINTS, before, after)
    if unit.kind is Kind.FACTOR or phrase.multiple:
        return operation(Operator.DIVIDE, after, before)
    if is_percentage(unit):
        return operation(Operator.CHANGE, before, after)
    difference = operation(Operator.SUBTRACT, after, before)
    if phrase.direction is None and phrase.low.value > 0:
        return operation(Operator.MAGNITUDE, difference)
    return difference


def is_percentage(unit: Unit) -> bool:
    """A percentage or fraction of the old value, and not so many more per 100,000."""
    return unit.kind is Kind.RATIO and unit.size in (1, Fraction(1, 100))
