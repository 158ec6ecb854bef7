"""Statements of one quantity that can be compared, whatever they are put in.

A rate meets a total over the period of both; rates meet per any time.
"""

from __future__ import annotations

from collections.abc import Iterable

from fentcheck.book.claim import Claim
from fentcheck.book.vocabulary import MeasureKind
from fentcheck.expressions.tree import Expression, Named, Operator, Span, operation
from fentcheck.phrases.period import Period
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Kind, Unit, is_wage, untimed


class Statements(NamedTuple):
    """Claims about one quantity that can be compared.

    `period` is that over which rates are taken, where others are totals.
    """

    claims: tuple[Claim, ...]
    period: Period | None


def statements(claims: Iterable[Claim], kind: MeasureKind) -> list[Statements]:
    """Claims about one quantity by what they can be compared with; each group in their order."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        unit = unit_of(claim)
        flows = kind is MeasureKind.FLOW and unit.is_rate and not is_wage(unit)
        dimensions = untimed(unit) if flows else unit.dimensions
        groups.setdefault((unit.kind, dimensions), []).append(claim)
    join_plain_numbers(groups, (Kind.PLAIN, ()))
    found: list[Statements] = []
    for group in groups.values():
        totals = [claim for claim in group if not unit_of(claim).is_rate]
        rates = [claim for claim in group if unit_of(claim).is_rate]
        if not totals or not rates:
            found.append(Statements(tuple(group), None))
            continue
        period = totals[0].period
        if period is not None and period.days is not None:
            found.append(Statements(tuple(group), period))
        else:
            found += [Statements(tuple(totals), None), Statements(tuple(rates), None)]
    return found


def side_of(claim: Claim, period: Period | None) -> Expression:
    """The figure of a claim; a rate over the period, where there is one."""
    if period is None or not unit_of(claim).is_rate:
        return Named(claim.name)
    return operation(Operator.OVER, Named(claim.name), Span(period))


def unit_of(claim: Claim) -> Unit:
    """The unit of a claim that could be read."""
    assert claim.phrase is not None
    return claim.phrase.unit


def join_plain_numbers(groups: dict[object, list[Claim]], plain: object) -> None:
    """A number without a unit joins the one count there is; its own group is under `plain`."""
    numbers = groups.get(plain)
    counts = [
        found
        for found in groups.values()
        if unit_of(found[0]).kind is Kind.AMOUNT and any(unit_of(one).is_count for one in found)
    ]
    if numbers and len(counts) == 1:
        counts[0].extend(numbers)
        counts[0].sort(key=lambda claim: claim.place)
        del groups[plain]
