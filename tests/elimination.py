"""What linear relations imply, by another method: Fourier and Motzkin's elimination."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from fentcheck.engine.check import Checked
from fentcheck.expressions.compile import LITERAL
from fentcheck.expressions.tree import Comparison, Exact, Expression, Named, Operation, Operator
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.interval import Interval

Terms = dict[str, Fraction]
"""A linear sum: the factor of every claim, and of "" the number that is added."""
Bound = tuple[Terms, bool]
"""The sum is at most zero; or, if the flag says so, below it."""


def can_all_hold(bounds: list[Bound]) -> bool:
    """Some rational values satisfy all of the bounds."""
    names = sorted({name for terms, _ in bounds for name in terms if name})
    for name in names:
        above = [one for one in bounds if one[0].get(name, 0) > 0]
        under = [one for one in bounds if one[0].get(name, 0) < 0]
        bounds = [one for one in bounds if not one[0].get(name, 0)]
        for high, high_open in above:
            for low, low_open in under:
                joined = plus(scaled(high, -low[name]), scaled(low, high[name]))
                joined.pop(name, None)
                bounds.append((joined, high_open or low_open))
        bounds = list({(frozenset(terms.items()), is_open): (terms, is_open)
                       for terms, is_open in bounds}.values())  # fmt: skip
    return all(
        terms.get("", 0) < 0 or (terms.get("", 0) == 0 and not is_open) for terms, is_open in bounds
    )


def plus(one: Terms, other: Terms) -> Terms:
    found = {name: one.get(name, Fraction(0)) + other.get(name, 0) for name in {**one, **other}}
    return {name: factor for name, factor in found.items() if factor}


def scaled(terms: Terms, factor: Fraction) -> Terms:
    return {name: own * factor for name, own in terms.items()}


def terms_of(expression: Expression) -> Terms:
    """A linear expression over claims, as it was written."""
    if isinstance(expression, Named):
        return {expression.name: Fraction(1)}
    if isinstance(expression, Exact):
        return {"": Fraction(expression.value)}
    assert isinstance(expression, Operation)
    first, *others = (terms_of(operand) for operand in expression.operands)
    if expression.operator is Operator.MULTIPLY:
        return scaled(others[0], first[""])
    for other in others:
        first = plus(
            first, scaled(other, Fraction(1 - 2 * (expression.operator is Operator.SUBTRACT)))
        )
    return first


def bounds_of(left: Terms, comparison: Comparison, right: Terms) -> list[Bound]:
    apart = plus(left, scaled(right, Fraction(-1)))
    is_open = comparison in (Comparison.LESS, Comparison.MORE)
    less = [(apart, is_open)]
    more = [(scaled(apart, Fraction(-1)), is_open)]
    if comparison is Comparison.EQUAL:
        return less + more
    return less if comparison in (Comparison.LESS, Comparison.AT_MOST) else more


def bounds_of_claim(name: str, said: Interval) -> list[Bound]:
    found: list[Bound] = []
    (low, low_open), (high, high_open) = said
    if not isinstance(low, float):
        found.append(({name: Fraction(-1), "": Fraction(low)}, low_open))
    if not isinstance(high, float):
        found.append(({name: Fraction(1), "": Fraction(-high)}, high_open))
    return found


def checked(text: str) -> Checked:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.yaml"
        path.write_text(text, encoding="utf-8")
        return next(iter(Library([str(path)], Config(folder), today=0).check())).checked


def system(found: Checked) -> tuple[list[Bound], dict[str, list[Bound]]]:
    """The bounds of all relations that do not fail by themselves, and of what each claim says."""
    relations = []
    for one in found.judgements:
        if not one.verdict.fails:
            relation = one.relation
            assert relation.stated is not None
            relations += bounds_of(
                terms_of(relation.stated), relation.comparison, terms_of(relation.computed)
            )
    claims = {}
    for claim in found.article.claims:
        relations.append(({claim.name: Fraction(-1)}, False))  # a count
        claims[claim.name] = bounds_of_claim(claim.name, found.book.values(claim.name)[LITERAL])
    return relations, claims


def of_claims(claims: dict[str, list[Bound]], names: list[str]) -> list[Bound]:
    return [bound for name in names for bound in claims[name]]
