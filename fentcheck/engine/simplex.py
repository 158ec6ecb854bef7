"""Linear bounds over exact numbers: whether some values satisfy all of them, and if not, why.

The general simplex of Dutertre & de Moura 2006: every sum is a variable of its own, and a bound is
always on a variable. An open end is a closed one an infinitely small step further in, so a number
here is a pair: its value, and how many such steps. Bland's rule keeps it from going in circles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import inf

from fentcheck.engine.system import Effort
from fentcheck.exact import Fraction
from fentcheck.interval import End, Interval

_Pair = tuple[Fraction, Fraction]
_NONE = Fraction(0)
_SHORT = 6
"""J: bits of a number that is as good as one of no length."""


class Simplex:
    """Variables within intervals, and sums of them within intervals. Sums come after variables."""

    def __init__(self, effort: Effort) -> None:
        """`effort` is how many more entries of tables may be worked out; long ones count more."""
        self._effort = effort
        self._rows: dict[int, dict[int, Fraction]] = {}
        """What each dependent variable is, in terms of the others."""
        self._columns: list[set[int]] = []
        """In which of them each variable stands."""
        self._values: list[_Pair] = []
        self._lower: list[_Pair | None] = []
        self._upper: list[_Pair | None] = []

    def variable(self, within: Interval) -> int:
        """A new variable, by its number."""
        lower, upper = _inner(within)
        if lower is not None and lower > _ORIGIN:
            return self._new(lower, upper, lower)
        if upper is not None and upper < _ORIGIN:
            return self._new(lower, upper, upper)
        return self._new(lower, upper, _ORIGIN)

    def sum(self, terms: Mapping[int, Fraction], within: Interval) -> int:
        """A new variable that is a sum: the factor of each variable in it."""
        value, steps = _NONE, _NONE
        for one, factor in terms.items():
            value += factor * self._values[one][0]
            steps += factor * self._values[one][1]
        number = self._new(*_inner(within), (value, steps))
        self._rows[number] = dict(terms)
        for one in terms:
            self._columns[one].add(number)
        return number

    def _new(self, lower: _Pair | None, upper: _Pair | None, value: _Pair) -> int:
        self._values.append(value)
        self._lower.append(lower)
        self._upper.append(upper)
        self._columns.append(set())
        return len(self._values) - 1

    def conflict(self) -> dict[int, Fraction] | None:
        """Multipliers of bounds that exclude each other; none if all can be met, or effort ends.

        A variable with a multiplier above zero counts with its upper end, one below with its lower.
        Times these, the variables add up to nothing whatever they are, and those ends to less.
        """
        waiting = [one for one in self._rows if self._missed(one)]
        heapify(waiting)
        while waiting and self._effort.left:
            number = heappop(waiting)
            if number not in self._rows:
                continue
            missed = self._missed(number)
            if not missed:
                continue
            target = self._lower[number] if missed > 0 else self._upper[number]
            assert target is not None
            row = self._rows[number]
            entering = min(
                (one for one, factor in row.items() if self._can_move(one, missed * factor)),
                default=None,
            )
            if entering is None:
                return {number: Fraction(-missed), **{one: missed * row[one] for one in row}}
            for one in self._pivoted(number, entering, target):
                if self._missed(one):
                    heappush(waiting, one)
        return None

    def most(self, number: int, way: int) -> End:
        """The upper end of what a variable can be where all bounds are met; the lower if `way` is
        -1. No end at all where effort ends.
        """
        while self._effort.left:
            row = self._rows.get(number, {number: Fraction(1)})
            entering = min(
                (one for one, factor in row.items() if self._can_move(one, way * factor)),
                default=None,
            )
            if entering is None:
                value, steps = self._values[number]
                return End(value, bool(steps))
            up = way if row[entering] > 0 else -way
            step, leaving = self._room(entering, up)
            if step is None:
                break
            value, steps = self._values[entering]
            moved = (value + up * step[0], steps + up * step[1])
            if leaving is None:
                self._moved(entering, moved)
            else:
                factor = self._rows[leaving][entering]
                value, steps = self._values[leaving]
                target = (value + up * factor * step[0], steps + up * factor * step[1])
                self._pivoted(leaving, entering, target)
        return End(inf * way, True)

    def _room(self, entering: int, up: int) -> tuple[_Pair | None, int | None]:
        """How far a free variable can go one way, and the first dependent one that stops it."""
        self._effort.taken(len(self._columns[entering]) + 1)
        own = self._upper[entering] if up > 0 else self._lower[entering]
        least = None if own is None else _apart(own, self._values[entering], Fraction(up))
        first: int | None = None
        for one in sorted(self._columns[entering]):
            factor = up * self._rows[one][entering]
            end = self._upper[one] if factor > 0 else self._lower[one]
            if end is not None:
                step = _apart(end, self._values[one], Fraction(1) / factor)
                if least is None or step < least:
                    least, first = step, one
        return least, first

    def _missed(self, number: int) -> int:
        """1 if a variable must rise to its bounds, -1 if it must fall, 0 if it is within."""
        value, lower, upper = self._values[number], self._lower[number], self._upper[number]
        if lower is not None and value < lower:
            return 1
        return -1 if upper is not None and upper < value else 0

    def _can_move(self, number: int, way: Fraction) -> bool:
        end = self._upper[number] if way > 0 else self._lower[number]
        return end is None or self._values[number] != end

    def _moved(self, number: int, value: _Pair) -> None:
        """A free variable takes another value, and with it all that depend on it."""
        before, steps_before = self._values[number]
        by, steps = value[0] - before, value[1] - steps_before
        self._values[number] = value
        for one in self._columns[number]:
            factor = self._rows[one][number]
            old, old_steps = self._values[one]
            self._values[one] = (
                old + factor * by,
                old_steps + factor * steps if steps else old_steps,
            )

    def _pivoted(self, leaving: int, entering: int, target: _Pair) -> Iterable[int]:
        """A dependent variable takes a value and becomes free, a free one dependent instead.

        The variables whose values that changes.
        """
        row = self._rows[leaving]
        factor = row[entering]
        by = _apart(target, self._values[leaving], Fraction(1) / factor)
        value, steps = self._values[entering]
        self._moved(entering, (value + by[0], steps + by[1]))
        self._values[leaving] = target
        changed = {*self._columns[entering], entering} - {leaving}

        for one in row:
            self._columns[one].discard(leaving)
        del self._rows[leaving]
        inverse = Fraction(1) / factor
        turned = {one: -each * inverse for one, each in row.items() if one != entering}
        turned[leaving] = inverse
        others, self._columns[entering] = self._columns[entering], set()
        self._effort.taken(sum(map(_size, turned.values())) * (len(others) + 1))
        for other in others:
            entries = self._rows[other]
            times = entries.pop(entering)
            for one, each in turned.items():
                added = times * each
                if one not in entries:
                    entries[one] = added
                    self._columns[one].add(other)
                    continue
                total = entries[one] + added
                if total:
                    entries[one] = total
                else:
                    del entries[one]
                    self._columns[one].discard(other)
        self._rows[entering] = turned
        for one in turned:
            self._columns[one].add(entering)
        return changed


def _size(value: Fraction) -> int:
    """What it takes to reckon with a number: more for one of many digits."""
    return 1 + (value.numerator.bit_length() + value.denominator.bit_length()) // _SHORT


def _apart(end: _Pair, value: _Pair, factor: Fraction) -> _Pair:
    """What lies between two numbers, times a factor."""
    return (end[0] - value[0]) * factor, (end[1] - value[1]) * factor


def _inner(interval: Interval) -> tuple[_Pair | None, _Pair | None]:
    """The ends of an interval; an open one is an infinitely small step further in."""
    (low, low_open), (high, high_open) = interval
    return (
        None if isinstance(low, float) else (Fraction(low), Fraction(int(low_open))),
        None if isinstance(high, float) else (Fraction(high), Fraction(-int(high_open))),
    )


_ORIGIN: _Pair = (_NONE, _NONE)
