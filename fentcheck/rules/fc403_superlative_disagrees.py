from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.filed import Filed, Group
from fentcheck.book.references import series_of
from fentcheck.book.subject import Subject
from fentcheck.book.vocabulary import MeasureKind
from fentcheck.expressions.tree import Comparison, Named
from fentcheck.phrases.hedges import Superlative
from fentcheck.phrases.period import Period
from fentcheck.rules.relation import Relation, Wording, over
from fentcheck.rules.rule import Across, Remarks, Severity, Yields, by_measure, rule
from fentcheck.rules.statements import unit_of
from fentcheck.units.unit import comparable


def _in_other_articles(group: Group) -> Remarks:
    """Each record against the one earlier figure of other articles that comes closest to it."""
    series: dict[object, list[Filed]] = {}
    for one in group.records():
        series.setdefault((one.scope, one.statistic, one.manner[0]), []).append(one)
    for some in series.values():
        for record in some:
            if record.superlative is None:
                continue
            earlier = [
                one for one in some if one.path != record.path and is_record_over(record, one)
            ]
            if not earlier:
                continue
            if record.superlative == Superlative.HIGHEST.value:
                closest = max(earlier, key=lambda one: (one.low, one.place))
            else:
                closest = min(earlier, key=lambda one: (one.high, one.place))
            yield _relation(group.claim(record), group.claim(closest))


@rule(
    "FC403",
    "superlative-disagrees",
    Severity.BY_VERDICT,
    across=Across(by_measure, _in_other_articles),
)
def superlative_disagrees(book: Book) -> Yields:
    """A record is not above every earlier figure of the same, or a low not below them.

    Why: “the most ever” is the easiest claim to refute. A tie is no record.
    Mend: correct the figure, or say since when it is a record. It is compared with figures of
    earlier periods no longer than its own: in the article, among the references that were known,
    and in other articles.
    Example:

        claims:
          - id: last_year
            measure: salmon counted
            period: 2022
            value: 9,400 salmon
          - id: this_year
            measure: salmon counted
            period: 2023
            value: a record 9,100 salmon   # expect: FC403 contradicted 9,400
    """
    records = [
        claim
        for claims in book.by_subject.values()
        for claim in claims
        if claim.superlative is not None and claim.period is not None
    ]
    if not records:
        return
    stated: dict[Subject, list[Claim]] = {}
    for claims in book.by_subject.values():
        series = _series(book, claims[0])
        if series is not None:
            stated.setdefault(series, []).append(claims[0])  # the rest is for FC101
    rivals: dict[Subject, list[list[Claim]]] = {}
    for record in records:
        series = _series(book, record)
        if series is None:
            continue
        kind = book.kind(record)
        for earlier in book.settings.references.series(series, book.written):
            if _can_break(record, earlier, kind):
                yield _relation(record, earlier)
        if series not in rivals:
            rivals[series] = _alike(stated.get(series, ()), kind)
        for earlier in _earlier(record, rivals[series], kind):
            yield _relation(record, earlier)


def _alike(claims: Iterable[Claim], kind: MeasureKind) -> list[list[Claim]]:
    """Figures by what decides whether a record can be over them, but for when they end.

    Those that are alike are in the order in which their periods end.
    """
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        period, unit = claim.period, unit_of(claim)
        if period is not None and period.end is not None:
            length = (period.months, period.days) if kind is MeasureKind.FLOW else None
            groups.setdefault((length, unit.kind, unit.dimensions), []).append(claim)
    for alike in groups.values():
        alike.sort(key=_end)
    return list(groups.values())


def _earlier(record: Claim, rivals: list[list[Claim]], kind: MeasureKind) -> list[Claim]:
    """The figures that a record can be over, as the file has them."""
    start = record.period and record.period.start
    if start is None:
        return []
    found: list[Claim] = []
    for alike in rivals:
        before = alike[: bisect_right(alike, start, key=_end)]
        if before and _can_break(record, before[0], kind):
            found += before
    found.sort(key=lambda claim: claim.order)
    return found


def _end(claim: Claim) -> int:
    assert claim.period is not None
    assert claim.period.end is not None
    return claim.period.end


def _series(book: Book, claim: Claim) -> Subject | None:
    return series_of(claim, book.subject(claim), book.vocabulary, book.find)


def _can_break(record: Claim, earlier: Claim, kind: MeasureKind) -> bool:
    mine, theirs = record.period, earlier.period
    return (
        mine is not None
        and theirs is not None
        and _is_earlier(theirs, mine, kind is MeasureKind.FLOW)
        and unit_of(record).is_rate == unit_of(earlier).is_rate
        and comparable(unit_of(record), unit_of(earlier))
    )


def is_record_over(record: Filed, earlier: Filed) -> bool:
    """The one claims to be a record, and the other is an earlier figure of the same."""
    if record.superlative is None or record.period is None or earlier.period is None:
        return False
    if (record.scope, record.statistic, record.manner[0]) != (
        earlier.scope,
        earlier.statistic,
        earlier.manner[0],
    ):
        return False
    *mine, my_time = record.measured
    *theirs, their_time = earlier.measured
    if mine != theirs or bool(my_time) != bool(their_time):
        return False
    adds_up = record.kind == MeasureKind.FLOW.value
    return _is_earlier(Period(*earlier.period), Period(*record.period), adds_up)


def _is_earlier(earlier: Period, later: Period, adds_up: bool) -> bool:
    """It lies before; and is no longer, where figures add up over time.

    A month of one year is no record against the whole of another.
    """
    if not earlier.is_before(later):
        return False
    if not adds_up:
        return True
    if earlier.months is not None and later.months is not None:
        return earlier.months <= later.months
    return (earlier.days or 0) <= (later.days or 0) and earlier.days is not None


def _relation(record: Claim, earlier: Claim) -> Relation:
    comparison = Comparison.MORE
    if record.superlative is Superlative.LOWEST:
        comparison = Comparison.LESS
    stated, computed = Named(record.name), Named(earlier.name)
    return over((earlier, record), "FC403", Wording.RECORD, stated, comparison, computed)
