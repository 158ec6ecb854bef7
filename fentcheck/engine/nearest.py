"""The nearest figure that clears everything, as round as the printed one where it can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.judge import Judgement, judge
from fentcheck.engine.trial import Trial, size_of
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRAGMATIC, PRINTED, in_unit
from fentcheck.expressions.tree import Named
from fentcheck.interval import ZERO, Interval, absolute, point
from fentcheck.phrases.hedges import Direction
from fentcheck.phrases.numbers import Number, decimal, leading_place
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.phrases.reading import counts_whole_things
from fentcheck.units.unit import Rational


def nearest(trial: Trial) -> Phrase | None:
    """The claim's phrase with the nearest number with which all its relations hold."""
    phrase = trial.phrase
    if phrase.form is not Form.NUMBER:
        return None
    targets = _asked_for(trial) if trial.is_stated else _solved(trial)
    for meant in numbers_near(phrase, targets):
        if trial.clears(meant):
            return meant
    if trial.is_stated and counts_whole_things(phrase, trial.claim.statistic):
        nothing = phrase._replace(low=Number(0, 1))
        if trial.judgement.sides.computed_at(PRAGMATIC).overlaps(ZERO) and trial.clears(nothing):
            return nothing
    return None


def _asked_for(trial: Trial) -> Iterator[Rational]:
    """What the failing relation asks of the claim, and then what others do that state it."""
    yield from ends_asked_for(trial.judgement, trial.phrase)
    for relation in trial.relations[1:_MOST_ASKED]:
        if isinstance(relation.stated, Named) and relation.stated.name == trial.claim.name:
            trial.work.take(size_of(relation))
            judged = judge(relation, trial.book)
            if judged is not None:
                yield from ends_asked_for(judged, trial.phrase)


def numbers_near(phrase: Phrase, targets: Iterable[Rational]) -> Iterator[Phrase]:
    """The phrase with each target for its number, as round as the printed one, then finer."""
    tried: set[Rational] = set()
    for target in targets:
        for figures in _figures(phrase.low):
            for value in _rounded(target, figures):
                if value not in tried:
                    tried.add(value)
                    yield phrase._replace(low=decimal(value))
        if target not in tried and 10**8 % Fraction(target).denominator == 0:
            yield phrase._replace(low=decimal(_whole(target)))


def ends_asked_for(judgement: Judgement, phrase: Phrase) -> list[Rational]:
    """What the relation asks of its stated side: the nearer end of the computed side first."""
    sides, unit = judgement.sides, phrase.unit
    printed = absolute(phrase.low.value)
    sign = -1 if phrase.direction is Direction.DOWN else 1
    ends = [
        [
            end.value * sign
            for end in in_unit(sides.computed_at(which), unit)
            if not isinstance(end.value, float) and end.value * sign > 0
        ]
        for which in (PRAGMATIC, PRINTED)
    ]
    return [*sorted(ends[0], key=lambda value: abs(value - printed)), *ends[1]]


def _solved(trial: Trial) -> list[Rational]:
    """What a claim inside an expression would have to be: where the sides begin to meet, and where
    their printed figures are equal.

    Found by secants, which are exact after one step where the relation is linear in the claim.
    """
    unit, found = trial.phrase.unit, []
    for which in (PRAGMATIC, PRINTED):
        root = _root(trial, which)
        if root is None:
            continue
        value = in_unit(point(root), unit).lower.value
        assert not isinstance(value, float)
        value = -value if trial.phrase.direction is Direction.DOWN else value
        if value > 0:
            found.append(value)
    return found


def _root(trial: Trial, which: int) -> Rational | None:
    """The value of the claim, in base units, at which the sides are no longer apart."""
    printed = trial.book.values(trial.claim.name)[PRINTED].lower.value
    if isinstance(printed, float) or printed == 0:
        return None
    one: Rational = printed
    other: Rational = Fraction(printed) * Fraction(9, 8)
    apart = _apart(*trial.sides_at(one, which))
    for _ in range(_STEPS):
        next_apart = _apart(*trial.sides_at(other, which))
        if apart is None or next_apart is None or apart == next_apart:
            return None
        step = other - Fraction(next_apart) * (other - one) / (next_apart - apart)
        one, apart, other = other, next_apart, _short(step)
        if absolute(other - one) * _PRECISE <= absolute(other):
            return _whole(other)
    return None


def _apart(stated: Interval, computed: Interval) -> Rational | None:
    """How far the one side lies above the other: their nearer ends, or the printed figures."""
    if stated.is_empty or computed.is_empty:
        return None
    if computed.is_below(stated):
        low, high = computed.upper.value, stated.lower.value
    else:
        low, high = computed.lower.value, stated.upper.value
    return None if isinstance(low, float) or isinstance(high, float) else high - low


def _short(value: Fraction) -> Fraction:
    """The value to some twelve figures, so that the next step stays cheap."""
    if value == 0:
        return value
    unit = Fraction(10) ** (leading_place(absolute(value)) - 12)
    rounded: Fraction = Fraction(round(value / unit)) * unit
    return rounded


def _figures(number: Number) -> tuple[int, ...]:
    """To how many figures a mend is rounded: as the printed number first, then finer."""
    value = absolute(number.value)
    own = leading_place(value) - leading_place(number.place) + 1 if value else 1
    return tuple(dict.fromkeys((max(1, own), own + 1, own + 2, max(1, own - 1))))


def _rounded(value: Rational, figures: int) -> tuple[Rational, ...]:
    """A value rounded to so many figures: to the nearest, then down and up."""
    exponent = leading_place(value) - figures + 1
    step = Fraction(10) ** exponent
    low = (Fraction(value) // step) * step
    high = low + step
    ordered = (low, high) if value - low <= high - value else (high, low)
    return tuple(_whole(one) for one in ordered if one > 0)


def _whole(value: Rational) -> Rational:
    return int(value) if Fraction(value).denominator == 1 else value


_MOST_ASKED = 6
"""Relations of a claim that are asked for a figure."""
_STEPS = 12
_PRECISE = 10**9
"""A root is found when a step moves it by less than this part of it."""
