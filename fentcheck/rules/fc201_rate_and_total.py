from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.vocabulary import MeasureKind
from fentcheck.expressions.tree import Comparison, Expression, Named, Operator, Span, operation
from fentcheck.rules.relation import Relation, Wording, in_reading_order, over
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
        rates = _once_each(book, rates)
        yield from _rates(book, rates)
        yield from _totals(rates, _once_each(book, totals))


def _once_each(book: Book, claims: list[Claim]) -> list[Claim]:
    """The first of all that say the same: the same values in the same unit, whatever its name."""
    said: dict[object, Claim] = {}
    for claim in claims:
        unit, reading = unit_of(claim)._replace(name=""), book.reading(claim)
        said.setdefault((unit, reading.literal, reading.pragmatic), claim)
    return list(said.values())


def _rates(book: Book, rates: list[Claim]) -> Iterator[Relation]:
    """Rates of one quantity per different times: the one per the longer time is the total."""
    for pair in in_reading_order(_of_two_times(rates), book):
        one, other = sorted(pair, key=lambda claim: claim.order)
        longer = one if time_s(unit_of(one)) > time_s(unit_of(other)) else other
        shorter = other if longer is one else one
        yield _relation(one, other, Named(longer.name), Named(shorter.name))


def _of_two_times(rates: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """All pairs of rates that are per different times and can be compared."""
    alike: dict[object, list[Claim]] = {}
    for rate in rates:
        unit = unit_of(rate)
        alike.setdefault((unit.size, unit.dimensions), []).append(rate)
    for some, others in combinations(alike.values(), 2):
        mine, theirs = unit_of(some[0]), unit_of(others[0])
        if comparable(mine, theirs) and not (is_wage(mine) or is_wage(theirs)):
            yield from product(some, others)


def _totals(rates: list[Claim], totals: list[Claim]) -> Iterator[Relation]:
    rates = [rate for rate in rates if not is_wage(unit_of(rate))]
    for total in totals:
        if total.period is None or total.period.days is None:
            continue
        for rate in rates:
            over = operation(Operator.OVER, Named(rate.name), Span(total.period))
            yield _relation(rate, total, Named(total.name), over)


def _relation(one: Claim, other: Claim, stated: Expression, computed: Expression) -> Relation:
    return over((one, other), "FC201", Wording.RATE, stated, Comparison.EQUAL, computed)
