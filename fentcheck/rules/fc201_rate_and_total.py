from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.vocabulary import MeasureKind
from fentcheck.expressions.tree import Comparison, Expression, Named, Operator, Span, operation
from fentcheck.rules.relation import Relation, Wording, over
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.rules.statements import unit_of
from fentcheck.units.unit import comparable, is_wage, time_s


@rule("FC201", "rate-and-total", Severity.BY_VERDICT)
def rate_and_total(book: Book) -> Yields:
    """A rate does not add up to the total of its period, or to the same rate per another time.

    Why: 150 deaths a day are 54,750 a year; a reader multiplies.
    Mend: correct the rate or the total, or say which period each of them covers.
    Example:

        claims:
          - id: per_day
            measure: road deaths
            value: 150 people/day
          - id: per_year
            measure: road deaths
            value: 75,000 people/year   # expect: FC201 contradicted 54,750
    """
    for claims in book.restated:
        if book.kind(claims[0]) is not MeasureKind.FLOW:
            continue
        rates = [claim for claim in claims if unit_of(claim).is_rate]
        if not rates:
            continue
        totals = [claim for claim in claims if not unit_of(claim).is_rate]
        yield from _rates(rates)
        yield from _totals(rates, totals)


def _rates(rates: list[Claim]) -> Iterator[Relation]:
    """Rates of one quantity per different times: the one per the longer time is the total."""
    for one, other in combinations(rates[:_MOST], 2):
        mine, theirs = unit_of(one), unit_of(other)
        if (mine.size, mine.dimensions) == (theirs.size, theirs.dimensions):
            continue
        if comparable(mine, theirs) and not (is_wage(mine) or is_wage(theirs)):
            longer = one if time_s(mine) > time_s(theirs) else other
            shorter = other if longer is one else one
            yield _relation(one, other, Named(longer.name), Named(shorter.name))


def _totals(rates: list[Claim], totals: list[Claim]) -> Iterator[Relation]:
    for total in totals[:_MOST]:
        if total.period is None or total.period.days is None:
            continue
        for rate in rates[:_MOST]:
            if is_wage(unit_of(rate)):
                continue
            over = operation(Operator.OVER, Named(rate.name), Span(total.period))
            yield _relation(rate, total, Named(total.name), over)


def _relation(one: Claim, other: Claim, stated: Expression, computed: Expression) -> Relation:
    return over((one, other), "FC201", Wording.RATE, stated, Comparison.EQUAL, computed)


_MOST = 40
"""Statements of one quantity that are compared each with each."""
