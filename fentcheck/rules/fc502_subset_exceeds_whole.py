from __future__ import annotations

from itertools import combinations

from fentcheck.book.book import Book, is_total
from fentcheck.book.claim import Claim
from fentcheck.book.vocabulary import MeasureKind
from fentcheck.expressions.tree import Comparison, Named
from fentcheck.rules.relation import Relation, Wording, over
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import Kind


@rule("FC502", "subset-exceeds-whole", Severity.BY_VERDICT)
def subset_exceeds_whole(book: Book) -> Yields:
    """A total of a narrower scope or period is larger than that of the one it lies inside.

    Why: one month of a year, or one city of a country, has no more than the whole.
    Mend: correct a figure, or the scope or period of one of them.
    Example:

        claims:
          - id: year
            measure: homes sold
            period: 2023
            value: 4,000 homes
          - id: spring
            measure: homes sold
            period: 2023-04
            value: 5,200 homes   # expect: FC502 contradicted 5,200
    """
    for claims in _by_measure(book).values():
        for one, other in combinations(claims, 2):
            if _is_inside(book, one, other):
                yield _relation(one, other)
            elif _is_inside(book, other, one):
                yield _relation(other, one)


def _by_measure(book: Book) -> dict[object, list[Claim]]:
    """Totals that can be compared, the first of each quantity, by measure and unit."""
    measures: dict[object, list[Claim]] = {}
    for subject, claims in book.by_subject.items():
        measures.setdefault(subject[0], []).append(claims[0])
    groups: dict[object, list[Claim]] = {}
    for measure, claims in measures.items():
        if len(claims) < 2 or book.kind(claims[0]) not in (MeasureKind.FLOW, MeasureKind.STOCK):
            continue
        for claim in claims:
            if _is_amount(claim):
                assert claim.phrase is not None
                groups.setdefault((measure, claim.phrase.unit.dimensions), []).append(claim)
    return {key: claims for key, claims in groups.items() if 1 < len(claims) <= _MOST}


def _is_amount(claim: Claim) -> bool:
    assert claim.phrase is not None
    unit = claim.phrase.unit
    return (
        is_total(claim)
        and claim.change is None
        and claim.share_of is None
        and not claim.phrase.is_change
        and not unit.is_rate
        and not unit.may_be_negative
        and unit.kind in (Kind.AMOUNT, Kind.PLAIN)
        and all(power > 0 for _, power in unit.dimensions)
    )


def _is_inside(book: Book, narrow: Claim, wide: Claim) -> bool:
    """Scope and period lie within, one of them strictly; a stock's period is the same."""
    if wide.name in narrow.part_of or narrow.name in wide.part_of:
        return False  # FC301 compares them
    if not book.vocabulary.is_within(narrow.scope, wide.scope):
        return False
    mine, theirs = narrow.period, wide.period
    if (mine and mine.key) == (theirs and theirs.key):
        return narrow.scope != wide.scope
    if mine is None or theirs is None or book.kind(narrow) is MeasureKind.STOCK:
        return False
    return mine.within(theirs)


def _relation(narrow: Claim, wide: Claim) -> Relation:
    stated, computed = Named(wide.name), Named(narrow.name)
    return over((narrow, wide), "FC502", Wording.SUBSET, stated, Comparison.AT_LEAST, computed)


_MOST = 300
"""Figures of one measure that are compared each with each."""
