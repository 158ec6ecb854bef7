from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.filed import Filed, Group, as_float
from fentcheck.book.references import series_of
from fentcheck.book.subject import Subject
from fentcheck.book.vocabulary import MeasureKind
from fentcheck.expressions.compile import LITERAL
from fentcheck.expressions.tree import Comparison, Named
from fentcheck.phrases.hedges import Superlative
from fentcheck.phrases.period import Period
from fentcheck.rules.relation import Relation, Wording, over
from fentcheck.rules.rule import Across, Remarks, Severity, Yields, by_measure, rule
from fentcheck.rules.statements import unit_of
from fentcheck.units.unit import Kind, are_comparable, comparable, is_per_time


def _in_other_articles(group: Group) -> Remarks:
    """Each record against the one earlier figure of other articles that denies it most."""
    series: dict[object, list[Filed]] = {}
    for one in group.records():
        series.setdefault((one.scope, one.statistic, one.manner[0]), []).append(one)
    for some in series.values():
        records = _by_day((one for one in some if one.superlative is not None), 0)
        if not records or len({one.path for one in some}) < 2:
            continue  # those of one article its own rule compares
        waiting = _by_day(some, 1)[::-1]
        earlier = _Earlier(group)
        for start, _, record in records:
            while waiting and waiting[-1][0] <= start:
                earlier.add(waiting.pop()[2])
            against = earlier.against(record)
            if against is not None:
                yield _relation(group.claim(record), group.claim(against))


def _by_day(records: Iterable[Filed], end: int) -> list[tuple[int, int, Filed]]:
    """Records by the first day of their periods (0) or the day after the last (1)."""
    return sorted(
        (day, place, one)
        for place, one in enumerate(records)
        if one.period is not None and (day := one.period[:2][end]) is not None
    )


_Ranked = list[tuple[float, tuple[int, str, int], int]]
"""Ends of readings with the places of their claims, and which record each is of."""


class _Earlier:
    """Figures of earlier periods, by how high and by how low they are: as worded, and as read."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._records: list[Filed] = []
        self._highest: tuple[_Ranked, _Ranked] = [], []
        self._lowest: tuple[_Ranked, _Ranked] = [], []

    def add(self, record: Filed) -> None:
        which = len(self._records)
        self._records.append(record)
        low, high = self._as_worded(record)
        for ranked, end in zip(self._highest, (low, record.low), strict=True):
            insort(ranked, (end, record.place, which))
        for ranked, end in zip(self._lowest, (-high, -record.high), strict=True):
            insort(ranked, (end, record.place, which))

    def against(self, record: Filed) -> Filed | None:
        """Of those in other articles one that the record cannot be, as worded, above or below; or
        else the closest as read; None if there is none at all.
        """
        is_high = record.superlative == Superlative.HIGHEST.value
        by_reading = self._highest if is_high else self._lowest
        as_worded, as_read = (self._first(ranked, record) for ranked in by_reading)
        if as_worded is None or as_read is None:
            return None
        (low, high), (own_low, own_high) = map(self._as_worded, (as_worded, record))
        is_denied = low >= own_high if is_high else high <= own_low
        return as_worded if is_denied else as_read

    def _first(self, ranked: _Ranked, record: Filed) -> Filed | None:
        """The first in a ranking that is of another article and that the record claims to beat."""
        ordered = (self._records[which] for *_, which in reversed(ranked))
        return next(
            (one for one in ordered if one.path != record.path and is_record_over(record, one)),
            None,
        )

    def _as_worded(self, record: Filed) -> tuple[float, float]:
        """The ends of the literal reading."""
        lower, upper = self._group.book.values(self._group.claim(record).name)[LITERAL]
        return as_float(lower.value), as_float(upper.value)


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
    (start, _, _), (_, end, _) = record.period, earlier.period
    if start is None or end is None or end > start:
        return False
    if (record.scope, record.statistic, record.manner[0]) != (
        earlier.scope,
        earlier.statistic,
        earlier.manner[0],
    ):
        return False
    if not _are_comparable(record, earlier):
        return False
    adds_up = record.kind == MeasureKind.FLOW.value
    return _is_earlier(Period(*earlier.period), Period(*record.period), adds_up)


def _are_comparable(one: Filed, other: Filed) -> bool:
    """Both are rates or neither is, and their units can be compared."""
    (kind, dimensions, per), (other_kind, other_dimensions, other_per) = (
        one.measured,
        other.measured,
    )
    return (
        bool(per) == bool(other_per)
        and is_per_time(dimensions) == is_per_time(other_dimensions)
        and are_comparable((Kind(kind), dimensions), (Kind(other_kind), other_dimensions))
    )


def _is_earlier(earlier: Period, later: Period, adds_up: bool) -> bool:
    """It lies before; and is no longer, where figures add up over time.

    A month of one year is no record against the whole of another.
    """
    if not earlier.is_before(later):
        return False
    if not adds_up or (earlier.days is not None and earlier.days == later.days):
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
