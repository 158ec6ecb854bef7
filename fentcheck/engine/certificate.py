"""The proof of a contradiction, for a program that trusts nothing else of fentcheck.

It holds the exact values of the claims and what ties them together, in base units and one operation
at a time, and the inequality or the sum that fails. To check it takes interval arithmetic and
nothing else.
"""

from __future__ import annotations

from functools import reduce

from fentcheck.book.book import Book
from fentcheck.engine.judge import Judgement, Sides, Verdict, holds_at
from fentcheck.engine.system import Effort, Said, propagate
from fentcheck.engine.system import ties as ties_of
from fentcheck.engine.wording import relation_text
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    Compiled,
    Fixed,
    Node,
    Readings,
    Tree,
    Variable,
    variables,
)
from fentcheck.expressions.evaluate import Table, value_of
from fentcheck.expressions.solve import plain
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import (
    NON_NEGATIVE,
    ONE,
    UNIT_RANGE,
    WHOLE_LINE,
    ZERO,
    End,
    Interval,
    point,
)
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.relation import Relation, Wording
from fentcheck.units.unit import NUMBER

if TYPE_CHECKING:
    from fentcheck.engine.joint import Conflict
    from fentcheck.engine.linear import Row


class Value(NamedTuple):
    """What a variable lies in: by a claim, or by its nature where `claim` is None."""

    variable: str
    claim: str | None
    interval: str


Tied = tuple[str, ...]
"""(z, "+", x, y) says that z is x + y; so do "*" and "max". (x, "<=", y) is an order; so are "<"
and "!=". All are names of variables, or of results and constants: "#1", "#2", …"""

Part = tuple[str, int, str | None]
"""A number, and the place of the tie that it is times in a sum. (z, "*", x, y) counts as z less y
times what x can be, or the other way round; the third is the name of the one that is a factor."""


class Certificate(NamedTuple):
    """Values and ties on one reading that cannot all hold, as plain data.

    `relations` are what the ties were made from, in words; `sides` the names of the stated and the
    computed side where they are one relation, or of their difference and of zero. `inequality` is
    what shows that it fails, in exact numbers: between the two sides, or between what several
    relations leave to a claim (computed) and what the claim says (stated); it is about the
    difference where a claim stands on both sides. `gap` is set where the readings only lie too far
    apart: by at least that factor. `sum` is there where only a sum of ties shows it: it is at most
    zero, as all of them are, but comes to more wherever the values lie.
    """

    reading: str
    values: tuple[Value, ...]
    ties: tuple[Tied, ...]
    sides: tuple[str, str] | None
    relations: tuple[str, ...]
    inequality: str
    gap: str | None = None
    sum: tuple[Part, ...] | None = None


def of_judgement(judgement: Judgement, book: Book) -> Certificate | None:
    """The proof that a relation is contradicted; None for any other verdict."""
    sides, relation = judgement.sides, judgement.relation
    if judgement.verdict is not Verdict.CONTRADICTED or sides.stated is None:
        return None
    which = PRAGMATIC if holds_at(judgement, LITERAL) else LITERAL
    ties = Ties(which, sides.values)
    for name in dict.fromkeys((*sides.stated.names, *sides.computed.names)):
        ties.say(name, name, sides.values[name][which])
    stated, computed = sides.stated.tree, sides.computed.tree
    if sides.are_tied and which == LITERAL:
        # a claim on both sides is one value, and cancels as far as it can
        stated = plain(Node(Operator.SUBTRACT, (stated, computed)))
        computed = Fixed(Readings(ZERO, ZERO, ZERO))
    names = ties.name(stated), ties.name(computed)
    ties.compare(names[0], relation.comparison, names[1])
    return Certificate(
        _READINGS[which],
        tuple(ties.values),
        tuple(ties.ties),
        names,
        (_text(relation, book),),
        _inequality_of(sides, relation.comparison, which),
        str(book.settings.constants.gap) if which == PRAGMATIC else None,
    )


def of_conflict(conflict: Conflict, book: Book) -> Certificate:
    """The proof that some claims cannot all be true."""
    ring, ties = conflict.ring, Ties(LITERAL)
    trees = [(plain(stated), plain(computed)) for stated, computed in ring.trees]
    for name in dict.fromkeys(name for pair in trees for side in pair for name in variables(side)):
        ties.say(name, None, ring.within[name])
    said = {claim.name: book.values(claim.name)[LITERAL] for claim in conflict.claims}
    for name, interval in said.items():
        ties.say(ring.variables[name], name, interval)
    for (stated, computed), relation in zip(trees, ring.relations, strict=True):
        ties.compare(ties.name(stated), relation.comparison, ties.name(computed))
    odd, implied = said[conflict.odd.name], conflict.implied.literal
    work = book.settings.limits.joint_work // _SHARE
    total = None if conflict.proof is None else _sum(ties, work)  # may bring more ties
    return Certificate(
        _READINGS[LITERAL],
        tuple(ties.values),
        tuple(ties.ties),
        None,
        tuple(relation_text(relation, book, ring.variables) for relation in ring.relations),
        _inequality(Comparison.EQUAL, odd, implied)
        if total is None and (odd.is_below(implied) or implied.is_below(odd))
        else "no value is left",
        None,
        total,
    )


def _sum(ties: Ties, work: int) -> tuple[Part, ...] | None:
    """What excludes the values of variables where ties do so only all at once."""
    from fentcheck.engine.linear import refuted

    said = [_said(place, tie) for place, tie in enumerate(ties.ties) if tie[1] != "!="]
    turned = [
        one for each in said for one in ties_of(each.number, each.left, each.comparison, each.right)
    ]
    outcome = propagate((), turned, LITERAL, ties.box)
    if outcome.conflict is not None:  # it takes no sum
        return None
    box = {**ties.box, **outcome.domains}
    proof = refuted(said, box, LITERAL, Effort(work))
    if proof is None:
        return None
    return tuple(_part(ties.ties, times, row) for times, row in proof.rows)


def _part(ties: list[Tied], times: Fraction, row: Row) -> Part:
    if ties[row.relation][1] != "max":
        return str(times), row.relation, row.factor
    # a part is at most the greatest
    assert row.factor is not None
    ties.append((row.factor, "<=", ties[row.relation][0]))
    return str(times), len(ties) - 1, None


def _said(place: int, tie: Tied) -> Said:
    first, sign, *others = tie
    left, right = Variable(first), tuple(map(Variable, others))
    if len(right) == 1:
        return Said(place, left, Comparison(sign), right[0])
    return Said(place, left, Comparison.EQUAL, Node(_OPERATORS[sign], right))


class Ties:
    """Takes trees apart into ties, on one reading.

    `claims` are the values by which a quotient is judged: the divisor is not zero, and a share is
    at most the whole. Without them a quotient is whatever times the divisor gives the dividend.
    """

    def __init__(self, which: int, claims: Table | None = None) -> None:
        self.values: list[Value] = []
        self.ties: list[Tied] = []
        self.box: dict[str, Interval] = {}
        """What each name lies in by all values of it."""
        self._which = which
        self._claims = claims
        self._names = 0

    def say(self, variable: str, claim: str | None, interval: Interval) -> None:
        self.values.append(Value(variable, claim, str(interval)))
        self.box[variable] = self.box.get(variable, WHOLE_LINE).meet(interval)

    def compare(self, left: str, comparison: Comparison, right: str) -> None:
        match comparison:
            case Comparison.EQUAL:
                self.ties += [(left, "<=", right), (right, "<=", left)]
            case Comparison.MORE | Comparison.AT_LEAST:
                self.ties.append((right, comparison.flipped.value, left))
            case _:
                self.ties.append((left, comparison.value, right))

    def name(self, tree: Tree) -> str:
        """The name of what a tree comes to; for all but a variable it is a new one."""
        if type(tree) is Variable:
            return tree.name
        if type(tree) is Fixed:
            return self._constant(tree.readings[self._which])
        assert type(tree) is Node
        names = [self.name(operand) for operand in tree.operands]
        first, last = names[0], names[-1]
        match tree.operator:
            case Operator.ADD | Operator.SUM:
                return reduce(self._plus, names)
            case Operator.SUBTRACT:
                return self._minus(first, last)
            case Operator.NEGATE:
                return self._negative(first)
            case Operator.MULTIPLY | Operator.OVER:
                return self._times(first, last)
            case Operator.DIVIDE | Operator.SHARE | Operator.QUOTIENT:
                quotient = self._quotient(first, last, tree.operands[1])
                if tree.operator is Operator.SHARE and self._is_cut(*tree.operands):
                    self.say(quotient, None, UNIT_RANGE)
                return quotient
            case Operator.CHANGE:
                return self._minus(
                    self._quotient(last, first, tree.operands[0]), self._constant(ONE)
                )
            case Operator.POINTS:
                return self._times(self._minus(last, first), self._constant(point(100)))
            case Operator.MEAN:
                return self._quotient(reduce(self._plus, names), self._constant(point(len(names))))
            case Operator.POWER:
                return self._power(first, tree.exponent, tree.operands[0])
            case Operator.MAGNITUDE:
                return self._magnitude(first)
            case Operator.GREATEST:
                return reduce(self._greater, names)
            case Operator.LEAST:
                return self._negative(reduce(self._greater, map(self._negative, names)))
            case _:
                assert tree.operator is Operator.MEET
                return self._common(names)

    def _new(self) -> str:
        self._names += 1
        return f"#{self._names}"

    def _constant(self, interval: Interval) -> str:
        name = self._new()
        self.say(name, None, interval)
        return name

    def _result(self, operator: str, one: str, other: str) -> str:
        name = self._new()
        self.ties.append((name, operator, one, other))
        return name

    def _plus(self, one: str, other: str) -> str:
        return self._result("+", one, other)

    def _times(self, one: str, other: str) -> str:
        return self._result("*", one, other)

    def _greater(self, one: str, other: str) -> str:
        return self._result("max", one, other)

    def _minus(self, one: str, other: str) -> str:
        name = self._new()
        self.ties.append((one, "+", name, other))
        return name

    def _negative(self, name: str) -> str:
        return self._minus(self._constant(ZERO), name)

    def _magnitude(self, name: str) -> str:
        """The greater of it and its negative. Interval arithmetic cannot see what sign that has."""
        magnitude = self._greater(name, self._negative(name))
        self.say(magnitude, None, NON_NEGATIVE)
        return magnitude

    def _quotient(self, dividend: str, divisor: str, tree: Tree | None = None) -> str:
        """`tree` is the divisor's, where that may be zero."""
        name = self._new()
        self.ties.append((dividend, "*", name, divisor))
        if tree is not None and self._claims is not None and self._value(tree).contains(0):
            self.ties.append((divisor, "!=", self._constant(ZERO)))
        return name

    def _is_cut(self, part: Tree, whole: Tree) -> bool:
        """The share is taken to be within the whole: some of its values are."""
        return self._claims is not None and (
            self._value(part).over(self._value(whole)).overlaps(UNIT_RANGE)
        )

    def _power(self, base: str, exponent: int, tree: Tree) -> str:
        if exponent < 0:
            return self._quotient(self._constant(ONE), self._power(base, -exponent, tree), tree)
        if exponent == 0:
            return self._constant(ONE)
        factor = base if exponent % 2 else self._magnitude(base)
        return reduce(self._times, [factor] * exponent)

    def _common(self, names: list[str]) -> str:
        """The one value that all have."""
        if len(names) == 1:
            return names[0]
        common = self._new()
        for name in names:
            self.compare(common, Comparison.EQUAL, name)
        return common

    def _value(self, tree: Tree) -> Interval:
        assert self._claims is not None
        return value_of(Compiled(tree, NUMBER, tuple(variables(tree))), self._claims, self._which)


def _text(relation: Relation, book: Book) -> str:
    names = {claim.name: claim.name for claim in relation.claims}
    if relation.wording is Wording.RESTATED:
        return " = ".join(names)
    return relation_text(relation, book, names)


def _inequality_of(sides: Sides, comparison: Comparison, which: int) -> str:
    if not sides.are_tied:
        return _inequality(comparison, sides.stated_at(which), sides.computed_at(which))
    apart = sides.apart_at(which)
    if comparison is Comparison.NOT_EQUAL:
        return "stated - computed = 0"
    is_above = comparison in (Comparison.LESS, Comparison.AT_MOST) or ZERO.is_below(apart)
    return f"stated - computed {_from(apart.lower) if is_above else _up_to(apart.upper)}"


def _inequality(comparison: Comparison, stated: Interval, computed: Interval) -> str:
    """On which sides of each other the two lie: "stated >= 65 and computed < 64"."""
    if comparison is Comparison.NOT_EQUAL:
        return f"stated = computed = {stated.lower.value}"
    is_above = comparison in (Comparison.LESS, Comparison.AT_MOST) or computed.is_below(stated)
    if is_above:
        return f"stated {_from(stated.lower)} and computed {_up_to(computed.upper)}"
    return f"stated {_up_to(stated.upper)} and computed {_from(computed.lower)}"


def _from(end: End) -> str:
    return f"{'>' if end.open else '>='} {end.value}"


def _up_to(end: End) -> str:
    return f"{'<' if end.open else '<='} {end.value}"


_READINGS = ("literal", "pragmatic")
_OPERATORS = {"+": Operator.SUM, "*": Operator.MULTIPLY, "max": Operator.GREATEST}
_SHARE = 6
"""J: a proof may take one part in so many of what all of the joint check may."""
