"""Judges a relation on both readings: contradicted, strained, holds or untestable."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from math import inf
from typing import NamedTuple

from fentcheck.book.book import Book
from fentcheck.expressions.compile import (
    Compiled,
    Mismatch,
    Node,
    Readings,
    compile_expression,
    compile_pair,
)
from fentcheck.expressions.evaluate import readings_of
from fentcheck.expressions.tree import Comparison, Named, Operator
from fentcheck.interval import EMPTY, WHOLE_LINE, ZERO, Interval, absolute
from fentcheck.rules.relation import Relation, Wording
from fentcheck.units.unit import Kind, Rational, Unit


class Verdict(Enum):
    HOLDS = "holds"
    STRAINED = "strained"
    CONTRADICTED = "contradicted"
    UNTESTABLE = "untestable"

    @property
    def fails(self) -> bool:
        return self is Verdict.STRAINED or self is Verdict.CONTRADICTED


class Judgement(NamedTuple):
    """A relation with its verdict and the numbers behind it, in base units of `unit`.

    `stated` is None where no figure is printed. `gap` is the factor between the nearer ends of
    the pragmatic readings, where they miss each other and a factor makes sense. `odd` is the one
    claim that a restatement would be consistent without.
    """

    relation: Relation
    verdict: Verdict
    unit: Unit
    stated: Readings | None
    computed: Readings
    gap: Rational | None = None
    entailed: bool = False
    reason: str = ""
    odd: str | None = None


Substitutes = Mapping[str, Readings]
"""Readings to judge by in place of those of the book: what a mend would change."""


def judge(relation: Relation, book: Book, instead: Substitutes | None = None) -> Judgement | None:
    """The verdict on a relation; None if its sides do not fit each other (FC007 says so)."""
    instead = instead or {}
    if relation.wording is Wording.RESTATED:
        return _judge_restated(relation, book, instead)
    unit_of, constants = book.unit, book.settings.constants
    if relation.stated is None:
        compiled = compile_expression(relation.computed, unit_of, constants)
        if isinstance(compiled, Mismatch):
            return None
        values = _values((compiled,), book, instead)
        computed = readings_of(compiled, values)
        return Judgement(
            relation, Verdict.UNTESTABLE, compiled.unit, None, computed, reason=_NOT_PRINTED
        )
    pair = compile_pair(relation.stated, relation.computed, unit_of, constants)
    if isinstance(pair, Mismatch):
        return None
    values = _values(pair, book, instead)
    if relation.wording is Wording.CHECK and not _shared(values, book):
        nothing = Readings(EMPTY, EMPTY, EMPTY)
        return Judgement(
            relation, Verdict.UNTESTABLE, pair[0].unit, nothing, nothing, reason=_ALREADY_DISAGREE
        )
    stated, computed = (readings_of(side, values) for side in pair)
    tied = not set(pair[0].names).isdisjoint(pair[1].names)
    meets = _meets(relation.comparison, stated, computed)
    if tied:
        meets = _tied(relation.comparison, pair, values)
    return _decided(relation, pair[0].unit, stated, computed, meets, book)


class _Meets(NamedTuple):
    """Whether the comparison can be true on each reading."""

    literal: bool
    pragmatic: bool


def _meets(comparison: Comparison, stated: Readings, computed: Readings) -> _Meets:
    return _Meets(
        can_hold(comparison, stated.literal, computed.literal),
        can_hold(comparison, stated.pragmatic, computed.pragmatic),
    )


def _tied(
    comparison: Comparison, pair: tuple[Compiled, Compiled], values: dict[str, Readings]
) -> _Meets:
    """A claim on both sides is one value: the sides meet where their difference can be zero."""
    left, right = pair
    tree = Node(Operator.SUBTRACT, (left.tree, right.tree))
    difference = Compiled(tree, left.unit, (*left.names, *right.names))
    apart = readings_of(difference, values)
    zero = Readings(ZERO, ZERO, ZERO)
    return _meets(comparison, apart, zero)


def can_hold(comparison: Comparison, stated: Interval, computed: Interval) -> bool:
    """Some values of the two intervals stand to each other as the comparison says."""
    if stated.is_empty or computed.is_empty:
        return False
    match comparison:
        case Comparison.EQUAL:
            return stated.overlaps(computed)
        case Comparison.NOT_EQUAL:
            return not (stated.is_point and stated == computed)
        case Comparison.LESS:
            return stated.lower.value < computed.upper.value
        case Comparison.AT_MOST:
            return not computed.is_below(stated)
        case Comparison.MORE:
            return computed.lower.value < stated.upper.value
        case Comparison.AT_LEAST:
            return not stated.is_below(computed)


def _always_holds(comparison: Comparison, stated: Interval, computed: Interval) -> bool:
    """The stated interval holds all of the computed one; or every pair is in the order said."""
    match comparison:
        case Comparison.EQUAL:
            return computed.within(stated)
        case Comparison.NOT_EQUAL:
            return not stated.overlaps(computed)
        case Comparison.LESS:
            return stated.is_below(computed)
        case Comparison.AT_MOST:
            return stated.upper.value <= computed.lower.value
        case Comparison.MORE:
            return computed.is_below(stated)
        case Comparison.AT_LEAST:
            return computed.upper.value <= stated.lower.value


def _decided(
    relation: Relation,
    unit: Unit,
    stated: Readings,
    computed: Readings,
    meets: _Meets,
    book: Book,
    odd: str | None = None,
) -> Judgement:
    comparison = relation.comparison
    reason = _untestable(comparison, unit, stated, computed)
    if reason:
        return Judgement(
            relation, Verdict.UNTESTABLE, unit, stated, computed, reason=reason, odd=odd
        )
    if meets.literal and meets.pragmatic:
        entailed = _always_holds(comparison, stated.literal, computed.literal) and _always_holds(
            comparison, stated.pragmatic, computed.pragmatic
        )
        return Judgement(relation, Verdict.HOLDS, unit, stated, computed, None, entailed, odd=odd)
    gap = gap_factor(unit, stated.pragmatic, computed.pragmatic)
    is_wide = gap is not None and gap >= book.settings.constants.gap
    verdict = Verdict.STRAINED if meets.literal and not is_wide else Verdict.CONTRADICTED
    return Judgement(relation, verdict, unit, stated, computed, gap, odd=odd)


def gap_factor(unit: Unit, stated: Interval, computed: Interval) -> Rational | None:
    """The nearer ends of two intervals that miss each other, larger over smaller.

    None where they meet, where an end is not above zero, and for temperatures and points.
    """
    if unit.kind in (Kind.TEMPERATURE, Kind.POINTS):
        return None
    if stated.is_below(computed):
        low, high = stated.upper.value, computed.lower.value
    elif computed.is_below(stated):
        low, high = computed.upper.value, stated.lower.value
    else:
        return None
    if low <= 0 or isinstance(low, float) or isinstance(high, float):
        return None
    return Fraction(high) / low


def _untestable(comparison: Comparison, unit: Unit, stated: Readings, computed: Readings) -> str:
    """Why no finite figure could have failed the relation; empty if one could."""
    if stated.literal.is_empty or computed.literal.is_empty:
        return _BY_ZERO
    interval = computed.pragmatic
    lowest = -inf if unit.may_be_negative or unit.kind is Kind.PLAIN else 0
    from_the_bottom = interval.lower.value <= lowest
    to_the_top = interval.upper.value == inf
    match comparison:
        case Comparison.EQUAL:
            always = from_the_bottom and to_the_top
        case Comparison.NOT_EQUAL:
            always = not interval.is_point
        case Comparison.LESS | Comparison.AT_MOST:
            always = to_the_top
        case _:
            always = from_the_bottom
    return _NOTHING_FAILS if always else ""


def _judge_restated(relation: Relation, book: Book, instead: Substitutes) -> Judgement | None:
    """Several statements of one quantity: they hold if one value is in all of them."""
    claims = relation.claims
    assert isinstance(relation.stated, Named)
    unit = book.unit(relation.stated.name)
    table: dict[str, Readings] = {}
    for claim in claims:
        pair = compile_pair(relation.stated, Named(claim.name), book.unit)
        if isinstance(pair, Mismatch):
            return None
        table[claim.name] = readings_of(pair[1], _values((pair[1],), book, instead))
    odd = _odd_one(table)
    at = odd or relation.stated.name
    stated = table[at]
    rest = [readings for name, readings in table.items() if name != at]
    computed = _common(rest)
    if computed.pragmatic.is_empty:
        computed = max(rest, key=lambda other: _distance(stated, other))
    return _decided(
        relation, unit, stated, computed, _meets(Comparison.EQUAL, stated, computed), book, odd
    )


def _odd_one(table: dict[str, Readings]) -> str | None:
    """The one statement without which the others agree; None if they all do or none is odd."""
    if len(table) < 3 or not _common(list(table.values())).pragmatic.is_empty:
        return None
    odd = [
        name
        for name in table
        if not _common([other for key, other in table.items() if key != name]).pragmatic.is_empty
    ]
    return odd[0] if len(odd) == 1 else None


def _common(readings: list[Readings]) -> Readings:
    literal, pragmatic = WHOLE_LINE, WHOLE_LINE
    for one in readings:
        literal, pragmatic = literal.meet(one.literal), pragmatic.meet(one.pragmatic)
    return Readings(literal, pragmatic, readings[0].printed)


def _distance(one: Readings, other: Readings) -> Rational:
    """How far two statements are apart, for choosing the one to show."""
    mine, theirs = one.printed.lower.value, other.printed.lower.value
    if isinstance(mine, float) or isinstance(theirs, float):
        return 0
    return absolute(mine - theirs)


def _values(sides: tuple[Compiled, ...], book: Book, instead: Substitutes) -> dict[str, Readings]:
    """The readings of every claim in some trees, in base units."""
    table: dict[str, Readings] = {}
    for side in sides:
        for name in side.names:
            if name not in table:
                claim = book.find(name)
                assert claim is not None
                table[name] = instead.get(name) or book.values(claim)
    return table


def _shared(values: dict[str, Readings], book: Book) -> bool:
    """Lets claims of one quantity have one value. False if they have none in common."""
    if len(values) < 2:
        return True
    groups: dict[object, list[str]] = {}
    for name in values:
        claim = book.find(name)
        if claim is not None and claim.hypothetical is None:
            groups.setdefault((book.subject(claim), book.unit(name)[1:4]), []).append(name)
    for names in groups.values():
        if len(names) > 1:
            common = _common([values[name] for name in names])
            if common.pragmatic.is_empty or common.literal.is_empty:
                return False
            for name in names:
                values[name] = common._replace(printed=values[name].printed)
    return True


_NOT_PRINTED = "no figure is printed to compare it with"
_ALREADY_DISAGREE = "two statements of one quantity in it already disagree"
_BY_ZERO = "it divides by zero"
_NOTHING_FAILS = "no figure could have failed it"
