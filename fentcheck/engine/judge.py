"""Judges a relation on both readings: contradicted, strained, holds or untestable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from itertools import accumulate
from math import inf

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    PRINTED,
    Compiled,
    Fixed,
    Mismatch,
    Node,
    Readings,
    Values,
    Variable,
    compile_expression,
    compile_pair,
    renamed,
)
from fentcheck.expressions.evaluate import Table, readings_of, value_of
from fentcheck.expressions.length import MOST_DIGITS, is_too_long
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import EMPTY, WHOLE_LINE, ZERO, Interval, Real
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Relation, Wording
from fentcheck.rules.statements import side_of
from fentcheck.units.unit import Kind, Rational, Unit


class Verdict(Enum):
    HOLDS = "holds"
    STRAINED = "strained"
    CONTRADICTED = "contradicted"
    UNTESTABLE = "untestable"

    __hash__ = object.__hash__

    @property
    def fails(self) -> bool:
        return self in _FAILING


_FAILING = frozenset((Verdict.STRAINED, Verdict.CONTRADICTED))


class Sides(NamedTuple):
    """Both sides of a relation with the values of their claims; evaluated when asked.

    `stated` is None where no figure is printed.
    """

    stated: Compiled | None
    computed: Compiled
    values: Table

    def stated_at(self, which: int) -> Interval:
        assert self.stated is not None
        return value_of(self.stated, self.values, which)

    def computed_at(self, which: int) -> Interval:
        return value_of(self.computed, self.values, which)

    def apart_at(self, which: int) -> Interval:
        """The stated side less the computed one, where a claim on both is one value."""
        assert self.stated is not None
        tree = Node(Operator.SUBTRACT, (self.stated.tree, self.computed.tree))
        names = (*self.stated.names, *self.computed.names)
        return value_of(Compiled(tree, self.stated.unit, names), self.values, which)

    @property
    def are_tied(self) -> bool:
        """A claim stands on both sides, so they do not vary freely."""
        if self.stated is None:
            return False
        others = self.computed.names
        return any(name in others for name in self.stated.names)


class Judgement(NamedTuple):
    """A relation with its verdict and the numbers behind it, in base units of `unit`.

    `gap` is the factor between the nearer ends of the pragmatic readings, where they miss each
    other and a factor makes sense. `odd` is the one claim that a restatement would be consistent
    without.
    """

    relation: Relation
    verdict: Verdict
    unit: Unit
    sides: Sides
    gap: Rational | None = None
    reason: str = ""
    odd: str | None = None

    @property
    def stated(self) -> Readings | None:
        """The readings of the stated side; None where no figure is printed."""
        side = self.sides.stated
        return None if side is None else readings_of(side, self.sides.values)

    @property
    def computed(self) -> Readings:
        return readings_of(self.sides.computed, self.sides.values)

    @property
    def entailed(self) -> bool:
        """It holds, whatever values within the readings are true."""
        if self.verdict is not Verdict.HOLDS or self.sides.are_tied:
            return False
        comparison = self.relation.comparison
        return all(
            _always_holds(comparison, self.sides.stated_at(which), self.sides.computed_at(which))
            for which in (LITERAL, PRAGMATIC)
        )


Substitutes = Mapping[str, Readings | Values]
"""Readings to judge by in place of those of the book: what a mend would change."""


def judge(relation: Relation, book: Book, instead: Substitutes | None = None) -> Judgement | None:
    """The verdict on a relation; None if its sides do not fit each other (FC007 says so)."""
    instead = instead or {}
    if relation.wording is Wording.RESTATED:
        return _judge_restated(relation, book, instead)
    if relation.wording is Wording.REFERENCE:
        return _judge_by_references(relation, book, instead)
    if relation.stated is None:
        alone = compile_expression(relation.computed, book.unit, book.settings.constants)
        if isinstance(alone, Mismatch):
            return None
        sides = Sides(None, alone, _table((alone,), book, instead))
        return Judgement(relation, Verdict.UNTESTABLE, alone.unit, sides, reason=_NOT_PRINTED)
    pair = relation.pair or compile_pair(
        relation.stated, relation.computed, book.unit, book.settings.constants
    )
    if isinstance(pair, Mismatch):
        return None
    table = _table(pair, book, instead)
    one_value = _shared(table, book) if relation.wording is Wording.CHECK else {}
    if one_value:
        pair = renamed(pair[0], one_value), renamed(pair[1], one_value)
    elif one_value is None:
        return _not_judged(relation, pair[0].unit, _ALREADY_DISAGREE)
    if _may_be_long(relation, pair) and is_too_long(pair[0].tree, pair[1].tree, table):
        return _not_judged(relation, pair[0].unit, TOO_LONG)
    return _decided(relation, _new(Sides, (pair[0], pair[1], table)), book)


def _not_judged(relation: Relation, unit: Unit, reason: str) -> Judgement:
    nothing = _fixed(_NOTHING, unit)
    return Judgement(relation, Verdict.UNTESTABLE, unit, Sides(nothing, nothing, {}), reason=reason)


def _may_be_long(relation: Relation, pair: tuple[Compiled, Compiled]) -> bool:
    """A check may hold powers; any other relation adds, multiplies or divides its claims once."""
    return relation.wording is Wording.CHECK or len(pair[0].names) + len(pair[1].names) > _FEW


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""


def _decided(relation: Relation, sides: Sides, book: Book, odd: str | None = None) -> Judgement:
    """The pragmatic reading lies inside the literal one: where it can hold, both can."""
    assert sides.stated is not None
    unit, comparison = sides.stated.unit, relation.comparison
    stated, computed = sides.stated_at(PRAGMATIC), sides.computed_at(PRAGMATIC)
    reason = _untestable(comparison, unit, stated, computed)
    if reason:
        return Judgement(relation, Verdict.UNTESTABLE, unit, sides, reason=reason)
    if _holds(comparison, sides, PRAGMATIC, stated, computed):
        return Judgement(relation, Verdict.HOLDS, unit, sides, odd=odd)
    gap = gap_factor(unit, stated, computed)
    is_wide = gap is not None and gap >= book.settings.constants.gap
    literally = _holds(
        comparison, sides, LITERAL, sides.stated_at(LITERAL), sides.computed_at(LITERAL)
    )
    verdict = Verdict.STRAINED if literally and not is_wide else Verdict.CONTRADICTED
    return Judgement(relation, verdict, unit, sides, gap, odd=odd)


def holds_at(judgement: Judgement, which: int) -> bool:
    """The relation can be true on one reading; it has a stated side."""
    sides = judgement.sides
    stated, computed = sides.stated_at(which), sides.computed_at(which)
    return _holds(judgement.relation.comparison, sides, which, stated, computed)


def _holds(
    comparison: Comparison, sides: Sides, which: int, stated: Interval, computed: Interval
) -> bool:
    """The comparison can be true on one reading.

    A claim on both sides is one value: they then meet where their difference can be zero.
    """
    if not sides.are_tied:
        return can_hold(comparison, stated, computed)
    return can_hold(comparison, sides.apart_at(which), ZERO)


def can_hold(comparison: Comparison, stated: Interval, computed: Interval) -> bool:
    """Some values of the two intervals stand to each other as the comparison says."""
    if stated is EMPTY or computed is EMPTY:
        return False
    return _CAN_HOLD[comparison](stated, computed)


_CAN_HOLD: dict[Comparison, Callable[[Interval, Interval], bool]] = {
    Comparison.EQUAL: Interval.overlaps,
    Comparison.NOT_EQUAL: lambda stated, computed: not (stated.is_point and stated == computed),
    Comparison.LESS: lambda stated, computed: stated.lower.value < computed.upper.value,
    Comparison.AT_MOST: lambda stated, computed: not computed.is_below(stated),
    Comparison.MORE: lambda stated, computed: computed.lower.value < stated.upper.value,
    Comparison.AT_LEAST: lambda stated, computed: not stated.is_below(computed),
}


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
    factor: Rational = Fraction(high) / low
    return factor


def _untestable(comparison: Comparison, unit: Unit, stated: Interval, computed: Interval) -> str:
    """Why no finite figure could have failed the relation; empty if one could."""
    if stated is EMPTY or computed is EMPTY:
        return _BY_ZERO
    (low, low_open), (high, _) = computed
    to_the_top = high == inf
    if not to_the_top and comparison in _BOUNDED_BY_THE_TOP:
        return ""
    if comparison is Comparison.NOT_EQUAL:
        return "" if computed.is_point else _NOTHING_FAILS
    if to_the_top and comparison in _UPPER_BOUNDS:
        return _NOTHING_FAILS
    from_the_bottom = low == -inf
    if not _may_be_negative(unit):  # the least that can be stated is zero
        from_the_bottom = low < 0 or (low == 0 and not (comparison is Comparison.MORE or low_open))
    return _NOTHING_FAILS if from_the_bottom else ""


_UPPER_BOUNDS = frozenset((Comparison.LESS, Comparison.AT_MOST))
_BOUNDED_BY_THE_TOP = _UPPER_BOUNDS | {Comparison.EQUAL}


def _may_be_negative(unit: Unit) -> bool:
    return unit.kind is Kind.PLAIN or unit.may_be_negative


def _judge_restated(relation: Relation, book: Book, instead: Substitutes) -> Judgement | None:
    """Several statements of one quantity: they hold if one value is in all of them."""
    claims, last = relation.claims, relation.claims[-1]
    target = side_of(last, relation.period)
    unit = book.unit(last.name)
    table: dict[str, Readings] = {}
    for claim in claims:
        pair = compile_pair(target, side_of(claim, relation.period), book.unit)
        if isinstance(pair, Mismatch):
            return None
        unit = pair[0].unit
        table[claim.name] = readings_of(pair[1], _table((pair[1],), book, instead))
    odd = _odd_one(table)
    at = odd or last.name
    others = [name for name in table if name != at]
    if _common([table[name] for name in others]).pragmatic.is_empty:
        # The others do not agree either: the two furthest apart.
        at, other = _furthest_apart(table)
        others = [other]
        relation = _at_one_apart(relation, table)
    tree = Node(Operator.MEET, tuple(Variable(name) for name in others))
    sides = Sides(Compiled(Variable(at), unit, (at,)), Compiled(tree, unit, tuple(others)), table)
    return _decided(relation, sides, book, odd)


def apart(claims: Iterable[Claim], table: Table) -> list[Claim]:
    """Of statements of one quantity that do not all agree, those that miss another one."""
    ends = [table[name][PRAGMATIC] for name in _outermost(table, PRAGMATIC)]
    return [
        claim
        for claim in claims
        if not all(table[claim.name][PRAGMATIC].overlaps(end) for end in ends)
    ]


def _at_one_apart(relation: Relation, table: Table) -> Relation:
    """The relation at the last of its statements that misses another one, which comes last."""
    apart_from_some = apart(relation.claims, table)
    agreeing = [claim for claim in relation.claims if claim not in apart_from_some]
    last = apart_from_some[-1]
    return relation._replace(claims=(*agreeing, *apart_from_some), path=last.path, at=last.span())


def _judge_by_references(relation: Relation, book: Book, instead: Substitutes) -> Judgement | None:
    """An article's statements of one quantity, each by the reference that it is nearest to.

    The verdict is that on the worst of them, which comes last and is the odd one. It is judged
    with no allowance for the others: what is trusted is not at fault.
    """
    trusted = relation.trusted
    own = [claim for claim in relation.claims if claim not in trusted]
    found: list[Judgement] = []
    for claim in own:
        stated = side_of(claim, relation.period)
        by_reference: list[Judgement] = []
        for reference in trusted:
            computed = side_of(reference, relation.period)
            pair = compile_pair(stated, computed, book.unit)
            if isinstance(pair, Mismatch):
                continue
            others = [one for one in own if one is not claim]
            about = relation._replace(
                stated=stated, computed=computed, claims=(reference, *others, claim)
            )
            sides = Sides(pair[0], pair[1], _table(pair, book, instead))
            by_reference.append(_decided(about, sides, book, claim.name))
        if by_reference:
            found.append(min(by_reference, key=_badness))
    return max(found, key=_badness) if found else None


def _badness(judgement: Judgement) -> tuple[int, Rational]:
    """Orders judgements from what holds to what is furthest off."""
    return _FROM_GOOD_TO_BAD.index(judgement.verdict), judgement.gap or 0


_FROM_GOOD_TO_BAD = (
    Verdict.HOLDS,
    Verdict.UNTESTABLE,
    Verdict.STRAINED,
    Verdict.CONTRADICTED,
)


def _fixed(readings: Readings, unit: Unit) -> Compiled:
    return Compiled(Fixed(readings), unit)


def _odd_one(table: dict[str, Readings]) -> str | None:
    """The one statement without which the others agree; None if they all do or none is odd."""
    every = list(table.values())
    if len(every) < 3:
        return None
    before = list(accumulate((one.pragmatic for one in every), Interval.meet, initial=WHOLE_LINE))
    behind = list(
        accumulate((one.pragmatic for one in reversed(every)), Interval.meet, initial=WHOLE_LINE)
    )[::-1]
    odd = [
        name
        for index, name in enumerate(table)
        if not before[index].meet(behind[index + 1]).is_empty
    ]
    return odd[0] if len(odd) == 1 else None


def _furthest_apart(table: dict[str, Readings]) -> tuple[str, str]:
    """The statement that begins last and the one that ends first.

    All together have no pragmatic value in common, so these two have none; if all together have no
    literal value either, nor do these two.
    """
    last, first = _outermost(table, PRAGMATIC)
    may_be_one = table[last].literal.overlaps(table[first].literal)
    if may_be_one and _common(list(table.values())).literal.is_empty:
        return _outermost(table, LITERAL)
    return last, first


def _outermost(table: Table, which: int) -> tuple[str, str]:
    """The statement that begins last and the one that ends first, on one reading."""
    last = max(table, key=lambda name: table[name][which].lower)  # an open end begins later
    first = min(table, key=lambda name: _end(table[name][which]))
    return last, first


def _end(interval: Interval) -> tuple[Real, bool]:
    """Orders intervals by where they end; an open end is before a closed one."""
    return interval.upper.value, not interval.upper.open


def _common(readings: list[Readings]) -> Readings:
    literal, pragmatic = WHOLE_LINE, WHOLE_LINE
    for one in readings:
        literal, pragmatic = literal.meet(one.literal), pragmatic.meet(one.pragmatic)
    return Readings(literal, pragmatic, readings[0].printed)


def _table(
    sides: tuple[Compiled, ...], book: Book, instead: Substitutes
) -> dict[str, Readings | Values]:
    """The readings of every claim in some trees, in base units."""
    table: dict[str, Readings | Values] = {}
    for side in sides:
        for name in side.names:
            if name not in table:
                table[name] = instead.get(name) or book.values(name)
    return table


def _shared(table: dict[str, Readings | Values], book: Book) -> dict[str, str] | None:
    """Lets claims of one quantity be one value: their names, each with the name it goes by.

    None if the claims of one quantity have no value in common.
    """
    groups: dict[object, list[str]] = {}
    # What another file says of the same is for the check to compare.
    several = [name for name in table if name in book.names_of_restated]
    if len(several) < 2:
        return {}
    for name in several:
        subject = book.subject(book.by_name[name])
        groups.setdefault((subject, book.unit(name)[2:4]), []).append(name)
    names: dict[str, str] = {}
    for first, *others in groups.values():
        if others:
            every = [
                Readings(*(table[name][which] for which in (LITERAL, PRAGMATIC, PRINTED)))
                for name in (first, *others)
            ]
            common = _common(every)
            if common.pragmatic.is_empty:  # as it is wherever the literal one is
                return None
            table[first] = common
            names.update(dict.fromkeys(others, first))
    return names


_NOTHING = Readings(EMPTY, EMPTY, EMPTY)
_NOT_PRINTED = "no figure is printed to compare it with"
_ALREADY_DISAGREE = "two statements of one quantity in it already disagree"
TOO_LONG = f"its exact numbers may come to more than {MOST_DIGITS:,} digits"
_FEW = 10
_BY_ZERO = "it divides by zero"
_NOTHING_FAILS = "no figure could have failed it"
