from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import inf

from fentcheck.book.book import Book, is_total
from fentcheck.book.claim import Claim
from fentcheck.book.nested import Nesting, reaching_over
from fentcheck.book.span import Problem
from fentcheck.book.vocabulary import MeasureKind, Scope
from fentcheck.expressions.tree import Comparison, Named
from fentcheck.rules.looks import Looks
from fentcheck.rules.relation import Relation, Wording, in_reading_order, over
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
    looks = Looks(book.settings.limits)
    for claims in _by_measure(book).values():
        for narrow, wide in in_reading_order(_inside(book, claims, looks), book):
            yield _relation(narrow, wide)
        if looks.are_over:
            yield Problem("FC001", claims[-1].span(), looks.told("FC502"))
            return


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
    return {key: claims for key, claims in groups.items() if len(claims) > 1}


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


def _inside(book: Book, claims: list[Claim], looks: Looks) -> Iterator[tuple[Claim, Claim]]:
    """Each claim with those that its scope and period lie within, one of them strictly.

    A stock's period is the same.
    """
    by_scope: dict[Scope, list[Claim]] = {}
    for claim in claims:
        by_scope.setdefault(claim.scope, []).append(claim)
    nesting = Nesting(by_scope, book.vocabulary)
    inner: dict[Scope, list[Claim]] = {scope: [] for scope in by_scope}
    for scope, some in by_scope.items():
        for around in nesting.around(scope):
            if not looks.taken(len(some)):
                return
            inner[around] += some
    adds_up = book.kind(claims[0]) is MeasureKind.FLOW
    for scope, wide in by_scope.items():
        pairs = _of_one_period(inner[scope], wide)
        if adds_up:
            pairs = chain(pairs, _of_a_longer_period([*wide, *inner[scope]], wide))
        yield from (pair for pair in pairs if not _are_parted(*pair))


def _of_one_period(narrow: list[Claim], wide: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Those of equal periods, or of none."""
    by_period: dict[object, list[Claim]] = {}
    for claim in wide:
        by_period.setdefault(claim.period and claim.period.key, []).append(claim)
    for claim in narrow:
        for other in by_period.get(claim.period and claim.period.key, ()):
            yield claim, other


def _of_a_longer_period(narrow: list[Claim], wide: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each with those whose period holds its own and more."""
    mine = [(claim, span) for claim in narrow if (span := _span(claim)) is not None]
    theirs = [(claim, span) for claim in wide if (span := _span(claim)) is not None]
    for place, found in reaching_over([span for _, span in theirs], [span for _, span in mine]):
        claim, span = mine[place]
        for other in found:
            if theirs[other][1] != span:
                yield claim, theirs[other][0]


def _span(claim: Claim) -> tuple[float, float] | None:
    """The days of its period; an open side reaches for ever, and a season has none."""
    start, end, _ = claim.period or (None, None, "")
    if start is None and end is None:
        return None
    return -inf if start is None else start, inf if end is None else end


def _are_parted(narrow: Claim, wide: Claim) -> bool:
    """One is said to be a part of the other: FC301 compares them."""
    return wide.name in narrow.part_of or narrow.name in wide.part_of


def _relation(narrow: Claim, wide: Claim) -> Relation:
    stated, computed = Named(wide.name), Named(narrow.name)
    return over((narrow, wide), "FC502", Wording.SUBSET, stated, Comparison.AT_LEAST, computed)
