from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter

from fentcheck.book.filed import Filed, Group
from fentcheck.phrases.period import Period
from fentcheck.rules.fc403_superlative_disagrees import is_record_over
from fentcheck.rules.joined import end_of, join
from fentcheck.rules.looks import Looks
from fentcheck.rules.rule import Remark, Remarks, Severity, by_measure, rule_across
from fentcheck.units.unit import DAY_S, Kind


@rule_across("FC501", "look-alike-figures", Severity.WARNING, keep=by_measure)
def look_alike_figures(group: Group) -> Remarks:
    """Figures of one measure look like one quantity, and are of another scope or period.

    Why: readers take them for restatements of each other, and find that they differ.
    Mend: say of what and when each of them is, or waive this once the copy does. Figures that a
    relation or a check names together are not meant, nor parts or shares of one whole, nor any that
    are three times apart or more. A rate is taken over the period of the other figure.
    Example:

        claims:
          - id: lead
            measure: homes sold
            of: {place: Leeds}
            period: 2022
            value: 4,100 homes
          - id: body
            measure: homes sold
            of: {place: York}
            period: 2023
            value: 5,200 homes   # expect: FC501 differ in scope and period
    """
    for records in _by_kind(group).values():
        if len(records) > 1:
            yield from _remarks(group, records)


def _by_kind(group: Group) -> dict[object, list[Filed]]:
    """The records that might be of one quantity: of one statistic, manner and dimension."""
    kinds: dict[object, list[Filed]] = {}
    for record in _with_implied(group.records()):
        unit_kind, dimensions, _ = record.measured
        if unit_kind not in _WITHOUT_FACTOR:
            key = record.statistic, record.manner[0], unit_kind, dimensions
            kinds.setdefault(key, []).append(record)
    return kinds


def _with_implied(records: Iterable[Filed]) -> Iterator[Filed]:
    """Every record; after a share of a figure what it comes to, which is an amount as well."""
    for record in records:
        yield record
        if record.implied is not None:
            value, low, high, unit_kind, dimensions = record.implied
            yield record._replace(
                value=value,
                low=low,
                high=high,
                measured=(unit_kind, dimensions, ""),
                manner=("amount", record.manner),  # it stays a quantity of its own
            )


def _remarks(group: Group, records: list[Filed]) -> Remarks:
    looks = Looks(group.book.settings.limits)
    look_alikes = _LookAlikes(group, records, looks)
    for spread in _spreads(records):
        look_alikes.join(spread)
    for together in look_alikes.components():
        first, *others = together
        what = " and ".join(
            name
            for name, differs in (
                ("scope", any(one.scope != first.scope for one in others)),
                ("period", any(not one.is_of_period(first) for one in others)),
            )
            if differs
        )
        message = f"{len(together)} figures for “{first.measure}” look alike and differ in {what}"
        yield Remark("FC501", message, tuple(together))
    if looks.are_over:
        yield Remark("FC001", looks.told("FC501"), (max(records, key=_place),))


_Item = tuple[float, float, int]
"""A figure as it is compared: the ends of its pragmatic reading, and which record it is of."""


def _spreads(records: list[Filed]) -> Iterator[list[_Item]]:
    """The figures that are compared with each other as they are.

    All totals; all rates, per second; and for each length of a period that totals have, those
    totals with the rates over that length.
    """
    totals = [index for index, one in enumerate(records) if not one.measured[2]]
    rates = [index for index, one in enumerate(records) if one.measured[2]]
    yield [(records[index].low, records[index].high, index) for index in totals]
    if not rates:
        return
    yield [_over(records[index], index, DAY_S, None) for index in rates]
    by_length: dict[tuple[int, int | None], list[int]] = {}
    for index in totals:
        length = _length(records[index])
        if length is not None:
            by_length.setdefault(length, []).append(index)
    common = Counter({length: len(some) for length, some in by_length.items()})
    for (days, months), _ in common.most_common(_MOST_LENGTHS):
        over = [_over(records[index], index, days * DAY_S, months) for index in rates]
        some = by_length[days, months]
        yield over + [(records[index].low, records[index].high, index) for index in some]


def _length(record: Filed) -> tuple[int, int | None] | None:
    """The days of a record's period, and its months if it has whole ones."""
    period = None if record.period is None else Period(*record.period)
    if period is None or period.days is None:
        return None
    return period.days, period.months


def _over(record: Filed, index: int, seconds: int, months: int | None) -> _Item:
    """A rate over a length of time."""
    per = record.measured[2]
    if per == "clock":
        return (record.low * seconds, record.high * seconds, index)
    if months is not None:
        return (record.low * months, record.high * months, index)
    short, long = _MONTH_S[per]
    return (record.low * seconds / long, record.high * seconds / short, index)


class _LookAlikes:
    """Which records are joined, each with all others of its quantity.

    Records of one quantity are joined from the start: what they say of each other is for other
    rules. The rest is joined by sweeps over figures in order of size.
    """

    def __init__(self, group: Group, records: list[Filed], looks: Looks) -> None:
        self._group = group
        self._looks = looks
        self._records = records
        self._gap = float(group.book.settings.constants.look_alike_gap)
        first: dict[tuple[object, ...], int] = {}
        self._quantities = [
            first.setdefault(record.subject, index) for index, record in enumerate(records)
        ]
        self._above = list(self._quantities)

    def join(self, items: list[_Item]) -> None:
        """Joins figures that miss each other by less than the gap.

        For each in order of its lower end, those in question lie side by side in the order of
        upper ends. A stretch of them that is joined already is passed over in one step.
        """
        items = [item for item in items if item[1] > 0]
        by_upper = sorted(items, key=itemgetter(1))
        uppers = [high for _, high, _ in by_upper]
        others = [which for _, _, which in by_upper]
        last = list(range(len(items)))  # of a stretch that is joined, from any place in it
        begin = end = 0
        gap = self._gap
        for low, _, which in sorted(items):
            while end < len(uppers) and uppers[end] * _CLEARLY < low:
                end += 1
            while begin < end and uppers[begin] * gap <= low * _CLEARLY:
                begin += 1
            place, before, free = begin, False, _FREELY
            while place < end:
                until = last[place]
                if last[until] != until:
                    until = end_of(last, place)
                joined = False
                for tried in range(place, min(until + 1, end)):
                    free -= 1
                    if free < 0 and not self._looks.taken(_COSTS):
                        until = end
                        break
                    if self._joins(others[tried], which):
                        joined = True
                        break
                if joined and before:
                    last[place - 1] = place
                before = joined
                place = until + 1

    def components(self) -> Iterator[list[Filed]]:
        """The records of each two or more quantities that are joined, as a reader meets them."""
        found: dict[int, list[int]] = {}
        for index in range(len(self._records)):
            found.setdefault(end_of(self._above, index), []).append(index)
        for together in found.values():
            if len({self._quantities[index] for index in together}) > 1:
                yield sorted((self._records[index] for index in together), key=_place)

    def _joins(self, one: int, other: int) -> bool:
        """The two are joined, now or before."""
        above = self._above
        if above[one] == above[other] or end_of(above, one) == end_of(above, other):
            return True
        if not self._may_be_confused(self._records[one], self._records[other]):
            return False
        join(above, one, other)
        return True

    def _may_be_confused(self, one: Filed, other: Filed) -> bool:
        """They differ in scope or period, and nothing names them together."""
        return (
            (one.scope != other.scope or not one.is_of_period(other))
            and not (one.superlative and is_record_over(one, other))
            and not (other.superlative and is_record_over(other, one))
            and not self._group.are_linked(one, other)
        )


_place = attrgetter("place")
_WITHOUT_FACTOR = (Kind.TEMPERATURE.value, Kind.POINTS.value)
_MOST_LENGTHS = 50
"""Lengths of periods over which rates are compared with totals, the commonest."""
_FREELY = 10
"""J: others that are tried for each figure and not counted: nearly always the first will do."""
_COSTS = 10
"""Pairs that one more try counts for, since records are looked at closely."""
_CLEARLY = 1 + 1e-9
"""Readings that only touch are taken to meet."""
_MONTH_S = {
    "year": (DAY_S * 365 / 12, DAY_S * 366 / 12),
    "month": (DAY_S * 28.0, DAY_S * 31.0),
}
