"""The proof of a contradiction, for a program that trusts nothing else of fentcheck.

It holds the exact values of the claims, the relations over them, and the inequality that fails.
All is in base units; to check it takes interval arithmetic and nothing else.
"""

from __future__ import annotations

from typing import NamedTuple

from fentcheck.engine.joint import Conflict
from fentcheck.engine.judge import Judgement, Sides, Verdict, holds_at
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    Fixed,
    Node,
    Tree,
    Variable,
    variables,
)
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import ZERO, End, Interval


class Value(NamedTuple):
    """What a variable lies in: by a claim, or by its nature where `claim` is None."""

    variable: str
    claim: str | None
    interval: str


class Related(NamedTuple):
    """`stated comparison computed`, over variables.

    A side is the name of a variable, {"interval": …}, or a list of an operator and its operands.
    """

    stated: object
    comparison: str
    computed: object


class Certificate(NamedTuple):
    """Values and relations on one reading that cannot all hold, as plain data.

    `inequality` is what shows it, in exact numbers: between the two sides of one relation, or
    between what several leave to a claim (computed) and what the claim says (stated); it is about
    the difference where a claim stands on both sides. `gap` is set where the readings only lie too
    far apart: by at least that factor.
    """

    reading: str
    values: tuple[Value, ...]
    relations: tuple[Related, ...]
    inequality: str
    gap: str | None = None


def of_judgement(judgement: Judgement, least_gap: object) -> Certificate | None:
    """The proof that a relation is contradicted; None for any other verdict."""
    sides, comparison = judgement.sides, judgement.relation.comparison
    if judgement.verdict is not Verdict.CONTRADICTED or sides.stated is None:
        return None
    which = PRAGMATIC if holds_at(judgement, LITERAL) else LITERAL
    names = dict.fromkeys((*sides.stated.names, *sides.computed.names))
    related = Related(
        formula(sides.stated.tree, which), comparison.value, formula(sides.computed.tree, which)
    )
    return Certificate(
        _READINGS[which],
        tuple(Value(name, name, str(sides.values[name][which])) for name in names),
        (related,),
        _inequality_of(sides, comparison, which),
        str(least_gap) if which == PRAGMATIC else None,
    )


def of_conflict(conflict: Conflict, said: dict[str, Interval]) -> Certificate:
    """The proof that some claims cannot all be true; `said` is what each says, literally."""
    ring = conflict.ring
    odd, implied = said[conflict.odd.name], conflict.implied.literal
    names = dict.fromkeys(
        name for sides in ring.trees for side in sides for name in variables(side)
    )
    values = [Value(name, None, str(ring.within[name])) for name in names]
    for claim in conflict.claims:
        values.append(Value(ring.variables[claim.name], claim.name, str(said[claim.name])))
    return Certificate(
        _READINGS[LITERAL],
        tuple(values),
        tuple(
            Related(formula(stated, LITERAL), relation.comparison.value, formula(computed, LITERAL))
            for (stated, computed), relation in zip(ring.trees, ring.relations, strict=True)
        ),
        _inequality(Comparison.EQUAL, odd, implied)
        if odd.is_below(implied) or implied.is_below(odd)
        else "no value is left",
    )


def formula(tree: Tree, which: int) -> object:
    """A tree as plain data, with the values that it brings on one reading."""
    if type(tree) is Variable:
        return tree.name
    if type(tree) is Fixed:
        return {"interval": str(tree.readings[which])}
    assert type(tree) is Node
    operands = [formula(operand, which) for operand in tree.operands]
    if tree.operator is Operator.POWER:
        return [tree.operator.value, *operands, tree.exponent]
    return [tree.operator.value, *operands]


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
