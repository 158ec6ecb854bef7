"""A relation as a claims file can say it: as a key of a claim, or as a check."""

from __future__ import annotations

from collections.abc import Mapping

from fentcheck.exact import Fraction
from fentcheck.expressions.tree import (
    Comparison,
    Exact,
    Expression,
    Named,
    Operation,
    Operator,
    Quoted,
)
from fentcheck.expressions.tree import Span as Days
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Relation


class Link(NamedTuple):
    """Keys of claims, each with whose it is and its value, in which full ids stand for claims; or
    the claims that have one measure.
    """

    keys: tuple[tuple[str, str, str], ...] = ()
    same: tuple[str, ...] = ()


def as_link(relation: Relation) -> Link | None:
    """The keys that say a relation, for those of parts, shares, changes and restatements."""
    stated, computed = relation.stated, relation.computed
    if not isinstance(stated, Named):
        return None
    is_equal = relation.comparison is Comparison.EQUAL
    if relation.code == "FC101" and isinstance(computed, Named) and is_equal:
        return Link(same=(stated.name, computed.name))
    if not isinstance(computed, Operation):
        return None
    names = [one.name for one in computed.operands if isinstance(one, Named)]
    if len(names) < len(computed.operands) or len({stated.name, *names}) <= len(names):
        names = []
    operator = computed.operator
    if relation.code == "FC301" and operator is Operator.SUM and len(names) > 1:
        if not is_equal and relation.comparison is not Comparison.AT_LEAST:
            return None
        parts = tuple((name, "part_of", stated.name) for name in names)
        return Link((*parts, (stated.name, "parts", "exhaustive")) if is_equal else parts)
    if relation.code == "FC303" and operator is Operator.SHARE and len(names) == 2 and is_equal:
        part, whole = names
        return Link(((stated.name, "share_of", whole), (part, "part_of", whole)))
    if relation.code == "FC401" and is_equal:
        return _change(stated.name, computed)
    return None


def _change(name: str, computed: Operation) -> Link | None:
    if computed.operator is Operator.MAGNITUDE and isinstance(computed.operands[0], Operation):
        computed = computed.operands[0]
    operands = [one.name for one in computed.operands if isinstance(one, Named)]
    if len(operands) != 2 or len(computed.operands) != 2:
        return None
    if computed.operator in (Operator.CHANGE, Operator.POINTS):
        old, new = operands
    elif computed.operator in (Operator.DIVIDE, Operator.SUBTRACT):
        new, old = operands
    else:
        return None
    if len({name, old, new}) < 3:
        return None
    return Link(((name, "change", f"{{from: {old}, to: {new}}}"),))


def as_check(relation: Relation, ids: Mapping[str, str]) -> str | None:
    """The check that says a relation, with the ids of its claims; None if no check can."""
    if relation.stated is None or not all(claim.name in ids for claim in relation.claims):
        return None
    stated, computed = _text(relation.stated, ids), _text(relation.computed, ids)
    if stated is None or computed is None:
        return None
    return f"{stated} {relation.comparison.value} {computed}"


def _text(expression: Expression, ids: Mapping[str, str]) -> str | None:
    if isinstance(expression, Named):
        return ids.get(expression.name)
    if isinstance(expression, Exact):
        value = Fraction(expression.value)
        if value.denominator == 1:
            return str(value.numerator)
        return f"({value.numerator} / {value.denominator})"
    if isinstance(expression, Quoted):
        text = expression.phrase.text
        return f'"{text}"' if text and '"' not in text else None
    if isinstance(expression, Days):
        return f'"{expression.period.text}"' if expression.period.text else None
    if not isinstance(expression, Operation):  # what only a rule can bring
        return None
    operands = [_text(one, ids) for one in expression.operands]
    texts = [one for one in operands if one is not None]
    if len(texts) < len(operands):
        return None
    operator = expression.operator
    if operator in _SIGNS:
        return f"({f' {operator.value} '.join(texts)})"
    if operator is Operator.POWER:
        return f"({texts[0]} ** {expression.exponent})"
    if operator is Operator.NEGATE:
        return f"(-{texts[0]})"
    return f"{operator.value}({', '.join(texts)})" if operator in _FUNCTIONS else None


_SIGNS = frozenset((Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE))
_FUNCTIONS = frozenset(
    (
        Operator.SUM,
        Operator.LEAST,
        Operator.GREATEST,
        Operator.MAGNITUDE,
        Operator.MEAN,
        Operator.OVER,
        Operator.SHARE,
        Operator.CHANGE,
        Operator.POINTS,
    )
)
