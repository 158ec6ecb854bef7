"""Figures as the operands of a relation: half of a range, a sum without the verb before it."""

from __future__ import annotations

from fentcheck.cues.draft import Draft
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Expression, Quoted
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.units import currency
from fentcheck.units.nouns import singular
from fentcheck.units.unit import NUMBER, Kind, Rational, Unit, comparable


class Operand(NamedTuple):
    """One amount of a draft, and the figure that prints it.

    `value` is as printed, in base units. `part` is 0 for a whole figure; of "from 62 to 97", which
    is read as one figure, it is 1 for the first half and 2 for the second.
    """

    mention: Mention
    expression: Expression
    unit: Unit
    value: Fraction
    part: int = 0


def operands_of(draft: Draft, mention: Mention) -> tuple[Operand, ...]:
    """The amounts that a figure gives to calculate with; none if it is a factor or has no value."""
    phrase = mention.phrase
    if phrase is None or phrase.unit.kind in (Kind.FACTOR, Kind.POINTS):
        return ()
    unit = plain_unit(phrase.unit)
    if phrase.form is Form.RANGE and phrase.high is not None:
        halves = []
        for part, number in enumerate((phrase.low, phrase.high), 1):
            half = phrase._replace(
                form=Form.NUMBER, low=number, high=None, unit=unit, direction=None
            )
            value = _in_base(number.value, unit)
            halves.append(Operand(mention, Quoted(half), unit, value, part))
        return tuple(halves)
    if phrase.high is not None or phrase.form is not Form.NUMBER:
        return ()
    expression: Expression = draft.named(mention)
    if phrase.direction is not None:  # "lost $900 million" is no negative sum here
        expression = Quoted(phrase._replace(direction=None, unit=unit))
    return (Operand(mention, expression, unit, _in_base(phrase.low.value, unit)),)


def plain_unit(unit: Unit) -> Unit:
    """The unit, a plain number for a count of whatever noun."""
    return NUMBER if unit.is_count else unit


def _in_base(value: Rational, unit: Unit) -> Fraction:
    in_base: Fraction = Fraction(value) * unit.size + unit.offset
    return in_base


def may_be_one_thing(one: Operand, other: Operand) -> bool:
    """They can be values of one quantity: one unit, and no two different nouns.

    An ellipsis ("in February there were 22") has no noun and agrees with any.
    """
    if one.mention.role is Role.AGE or other.mention.role is Role.AGE:
        return False
    if not comparable(one.unit, other.unit) or one.unit.kind is not other.unit.kind:
        return False
    if (
        one.unit is not other.unit
        and one.mention.per != other.mention.per
        and one.mention.per
        and other.mention.per
    ):
        return False
    if one.mention.role is Role.MONEY is other.mention.role:
        return True  # "$366 million of the year before": no noun says what money is
    mine, theirs = one.mention.noun, other.mention.noun
    return not mine or not theirs or mine == theirs or _are_people(one, other)


def alike(one: Operand, other: Operand) -> tuple[Operand, Operand]:
    """Both as they stand; or, where one leaves it out, without what a price is for.

    "142p a litre in January, 171p by June".
    """
    if bool(one.mention.per) is bool(other.mention.per):
        return one, other
    if Role.COUNT is one.mention.role is other.mention.role:
        if (other if one.mention.per else one).mention.noun:
            return one, other
    elif not Role.MONEY is one.mention.role is other.mention.role:
        return one, other
    return _without_per(one), _without_per(other)


def _without_per(one: Operand) -> Operand:
    phrase = one.mention.phrase
    if phrase and one.mention.role is Role.COUNT and one.mention.per and not one.part:
        value = Fraction(phrase.low.value)
        return one._replace(
            expression=Quoted(phrase._replace(unit=NUMBER)), unit=NUMBER, value=value
        )
    kept = tuple(each for each in one.unit.dimensions if each[0][0] == "¤")
    if phrase is None or one.part or not one.mention.per or len(kept) != 1:
        return one
    size = _part_of_money(one.mention.unit_name)
    unit = Unit(one.unit.name.partition("/")[0], size, kept)
    expression = Quoted(phrase._replace(unit=unit, direction=None))
    return one._replace(expression=expression, unit=unit, value=_in_base(phrase.low.value, unit))


def _part_of_money(name: str) -> Fraction:
    """The size of a name of money in its currency: a hundredth for pence and cents."""
    part = currency.minor_code("cent" if name == "c" else singular(name), "en-US")
    return Fraction(1, part[1] if part else 1)


def _are_people(one: Operand, other: Operand) -> bool:
    units = [each.mention.phrase.unit for each in (one, other) if each.mention.phrase is not None]
    return all(unit.dimensions == (("#people", 1),) for unit in units)
