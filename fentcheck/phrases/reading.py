"""What a phrase means: two intervals, the pragmatic one inside the literal one.

Literal is what the words leave possible; pragmatic is what about half of competent readers take
them to mean. The rows are those of the phrase table in docs/phrases.md; n, p, q, g and s are
named there. Everything is exact but the square root in s, which is rounded outward.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from math import floor, gcd, isqrt

from fentcheck.exact import Fraction
from fentcheck.interval import (
    NON_NEGATIVE,
    WHOLE_LINE,
    End,
    Interval,
    above,
    absolute,
    at_least,
    at_most,
    below,
    between,
    closed,
    point,
)
from fentcheck.phrases.constants import DEFAULTS, FRACTION_SCALE, Constants
from fentcheck.phrases.hedges import LOWER_BOUNDS, UPPER_BOUNDS, Direction, Hedge, Statistic
from fentcheck.phrases.numbers import Number, leading_place, power_of_ten
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Kind, Rational, Unit


class Domain(Enum):
    """What values a quantity can have at all."""

    ANY = "any number"
    NON_NEGATIVE = "never below zero"
    SHARE = "between nothing and the whole"

    __hash__ = object.__hash__


class Reading(NamedTuple):
    """Both readings of a phrase in its printed unit.

    `printed` is the number or range as it stands on the page; `unclipped` is the literal reading
    before it was cut to what the quantity can be.
    """

    literal: Interval
    pragmatic: Interval
    printed: Interval
    unit: Unit
    unclipped: Interval


def natural_domain(phrase: Phrase) -> Domain:
    """The domain of a phrase that stands alone, by its unit and its sign."""
    unit = phrase.unit
    if phrase.direction is None and unit.kind is _RATIO and unit.size not in _SHARES:
        return _AT_LEAST_ZERO  # so many per 100,000
    if phrase.direction is not None or unit.may_be_negative:
        return _ANY
    if unit.kind is _PLAIN and phrase.low.value < 0:
        return _ANY
    return _AT_LEAST_ZERO


def counts_whole_things(phrase: Phrase, statistic: Statistic | None = None) -> bool:
    """The phrase counts, so only whole numbers are meant; a mean or median is a measure."""
    statistic = statistic or phrase.statistic
    if statistic in _MIDDLES:
        return False
    unit = phrase.unit
    if unit.kind is _PLAIN:
        return isinstance(phrase.low.value, int)
    return unit.is_count


def read(
    phrase: Phrase,
    domain: Domain | None = None,
    statistic: Statistic | None = None,
    constants: Constants = DEFAULTS,
) -> Reading:
    """Both readings of a phrase, cut to its domain; counts are tightened to whole numbers."""
    if domain is None:
        domain = natural_domain(phrase)
    is_count = counts_whole_things(phrase, statistic)
    if constants is not DEFAULTS:
        literal, pragmatic, printed, unclipped = _read(phrase, domain, is_count, constants)
        return _new(Reading, (literal, pragmatic, printed, phrase.unit, unclipped))
    _, form, low, unit, hedges, high, direction, _, _, _, _, exact, _ = phrase
    # All that a reading hangs on: copy has few numbers, whatever it counts with them. The size
    # counts in a ratio; a share is one, or a plain number.
    about = low, form, hedges, high, direction, exact, domain, is_count, unit.kind
    key = (*about, unit.size) if unit.kind is _RATIO else about
    known = _KNOWN.get(key)
    if known is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        known = _KNOWN[key] = _read(phrase, domain, is_count, constants)
    literal, pragmatic, printed, unclipped = known
    return _new(Reading, (literal, pragmatic, printed, unit, unclipped))


def _read(
    phrase: Phrase, domain: Domain, is_count: bool, constants: Constants
) -> tuple[Interval, Interval, Interval, Interval]:
    """The literal, pragmatic and printed reading, and the literal one before it was cut."""
    literal, pragmatic = _rows(phrase, is_count, constants)
    printed = _printed(phrase, pragmatic)
    if phrase.direction is not None:  # a rise or fall is so much, and then has a sign
        literal, pragmatic = literal.meet(NON_NEGATIVE), pragmatic.meet(NON_NEGATIVE)
        if phrase.direction is Direction.DOWN:
            literal, pragmatic = literal.negated(), pragmatic.negated()
            printed = printed.negated()
    unclipped = literal
    if domain is _SHARE or (domain is _AT_LEAST_ZERO and literal.lower.value < 0):
        bounds = bounds_of(domain, phrase.unit)
        if literal.overlaps(bounds):
            literal, pragmatic = literal.meet(bounds), pragmatic.meet(bounds)
    if is_count:
        literal, pragmatic = _whole(phrase, literal, pragmatic, printed)
    if pragmatic is not literal:
        pragmatic = pragmatic.meet(literal)
        if pragmatic.is_empty:
            pragmatic = literal
    return literal, pragmatic, printed, unclipped


_KNOWN: dict[tuple[object, ...], tuple[Interval, Interval, Interval, Interval]] = {}
_MOST_KNOWN = 10_000
_new = tuple.__new__


Pair = tuple[Interval, Interval]
"""A literal and a pragmatic reading."""


class _Scale(NamedTuple):
    """The terms of the phrase table for one number.

    `value` bears its sign; the rest is for n without it. `down` and `up` are s on either side,
    rounded up by at most `slack`: one root for a number, the distances to the neighbours for a
    fraction.
    """

    value: Rational
    n: Rational
    p: Rational
    q: Rational
    p_capped: Rational
    down: Rational
    up: Rational
    slack: Rational
    about: Fraction
    beyond: Fraction

    def near(self, distance: Rational) -> Rational:
        """How far "about" reaches, where s is this distance."""
        return _larger(self.about * distance, _half(self.q))

    def reach(self, distance: Rational) -> Rational:
        """How far "more than" or "less than" reaches."""
        return _larger(self.p_capped, self.beyond * distance)


def _scale(number: Number, constants: Constants) -> _Scale:
    n, p = absolute(number.value), number.place
    s, slack = _root(n * _capped(_granularity(n), n, constants))
    band = 0 if n < 20 else 1 if n < 1000 else 2
    return _Scale(
        number.value,
        n,
        p,
        _significance(number),
        _capped(p, n, constants),
        s,
        s,
        slack,
        (constants.about_small, constants.about_middle, constants.about_large)[band],
        (constants.beyond_small, constants.beyond_middle, constants.beyond_large)[band],
    )


def _capped(size: Rational, n: Rational, constants: Constants) -> Rational:
    """The size, or the share of n that it may be at most."""
    share = constants.cap
    return n * share if size * share.denominator > n * share.numerator else size


def _fraction_scale(phrase: Phrase, constants: Constants) -> _Scale:
    n, down, up = _neighbours(phrase)
    spread = _HALF if phrase.form is Form.ONE_IN else constants.fraction_spread
    return _Scale(n, n, 0, 0, 0, down, up, 0, spread, spread)


def _neighbours(phrase: Phrase) -> tuple[Rational, Rational, Rational]:
    """A fraction, and how far its neighbours below and above are."""
    low, high = _ends(phrase)
    if phrase.form is Form.ONE_IN:
        many, among = low.value, Fraction(high.value)
        share = many / among
        after = many / max(among - 1, Fraction(many))
        return share, share - many / (among + 1), after - share
    n = low.value
    below_n = max((step for step in FRACTION_SCALE if step < n), default=n)
    above_n = min((step for step in FRACTION_SCALE if step > n), default=n)
    return n, n - below_n, above_n - n


def _significance(number: Number) -> Rational:
    """q: the place of the last figure that is meant; at least two figures are."""
    n = absolute(number.value)
    if n == 0:
        return number.place
    second = leading_place(n) - 1
    return min(number.place, power_of_ten(second))


def _granularity(n: Rational) -> Rational:
    """g: the largest of 1, 2 and 5 times a power of ten that divides n."""
    if n == 0:
        return 1
    if isinstance(n, Fraction):
        size, rest = 1, n.denominator
        while (common := gcd(rest, 10)) > 1:
            size, rest = size * 10, rest // common
        if rest > 1:  # thirds and their like, which no power of ten divides
            return Fraction(1, n.denominator)
        return Fraction(_granularity(int(n * size)), size)
    step = 1
    while n % (step * 10) == 0:
        step *= 10
    rest = n // step
    return step * (5 if rest % 5 == 0 else 2 if rest % 2 == 0 else 1)


def _root(value: Rational) -> tuple[Rational, Rational]:
    """The square root rounded up, and by how much at most: nothing, or about a billionth."""
    numerator, denominator = value.numerator, value.denominator
    whole = isqrt(numerator * denominator)
    if whole * whole == numerator * denominator:
        return (whole if denominator == 1 else Fraction(whole, denominator)), 0
    digits = max(2, 10 - len(str(whole)) + len(str(denominator)))
    scaled = isqrt(numerator * denominator * 10 ** (2 * digits))
    divisor = denominator * 10**digits
    return Fraction(scaled + 1, divisor), Fraction(1, divisor)


# The rows


def _rows(phrase: Phrase, is_count: bool, constants: Constants) -> Pair:
    if phrase.form in _FORMS:
        return _FORMS[phrase.form](phrase, constants)
    if not phrase.hedges:
        return _UNHEDGED[phrase.form](phrase, is_count)
    literal, pragmatic = _hedged(phrase, phrase.hedges[0], constants)
    for hedge in phrase.hedges[1:]:  # "more than about": what either wording allows
        other_literal, other_pragmatic = _hedged(phrase, hedge, constants)
        literal, pragmatic = literal.hull(other_literal), pragmatic.hull(other_pragmatic)
    return literal, pragmatic


def _bare(phrase: Phrase, is_count: bool) -> Pair:
    number, unit = phrase.low, phrase.unit
    n, p = number.value, number.place
    if phrase.exact:
        width = point(n)
        return width, width
    if unit.kind is _POINTS or (unit.kind is _RATIO and unit.size == _HUNDREDTH):
        width = _around(n, n, min(p, 1) * _HALF, min(p, 1) * _HALF)
        return width, width
    if is_count and (absolute(n) < 20 or not number.ends_in_zero):
        width = point(n)
        return width, width
    if not number.ends_in_zero:
        width = _around(n, n, _half(p), _half(p))
        return width, width
    away = _half(p)
    toward_zero = _half(p / Fraction(10)) if absolute(n) == p else away
    literal = _around(n, n, toward_zero, away) if n > 0 else _around(n, n, away, toward_zero)
    near = _half(_significance(number))
    return literal, _around(n, n, near, near)


def _bare_range(phrase: Phrase, is_count: bool) -> Pair:
    low, high = _ends(phrase)
    if phrase.exact:
        between_both = closed(low.value, high.value)
        return between_both, between_both
    literal = _around(
        low.value, high.value, _significance(low) * _HALF, _significance(high) * _HALF
    )
    return literal, closed(low.value, high.value)


def _bare_pair(phrase: Phrase, is_count: bool) -> Pair:
    low, high = _ends(phrase)
    apart = high.value - low.value
    return _around(low.value, high.value, apart, apart), closed(low.value, high.value)


def _bare_dozen(phrase: Phrase, is_count: bool) -> Pair:
    many = phrase.low.value // 12
    literal = between(End(10 * many), End(15 * many, True))
    return literal, closed(11 * many, 13 * many)


def _bare_half_dozen(phrase: Phrase, is_count: bool) -> Pair:
    return closed(5, 7), point(6)


def _bare_fraction(phrase: Phrase, is_count: bool) -> Pair:
    n, down, up = _neighbours(phrase)
    quarter = Fraction(1, 4)
    return (
        _around(n, n, down * _HALF, up * _HALF),
        _around(n, n, down * quarter, up * quarter),
    )


def _bare_one_in(phrase: Phrase, is_count: bool) -> Pair:
    many, among = _ends(phrase)

    def reading(width: Fraction) -> Interval:
        return closed(many.value / (among.value + width), many.value / (among.value - width))

    return reading(_HALF), reading(Fraction(1, 4))


def _plural(phrase: Phrase, constants: Constants) -> Pair:
    size = phrase.low.value
    unit_after = power_of_ten(leading_place(size) + 1)
    pragmatic = between(End(2 * size), End(unit_after, True))
    if any(hedge in UPPER_BOUNDS for hedge in phrase.hedges):
        return NON_NEGATIVE, between(End(0, True), End(unit_after, True))
    return at_least(2 * size), pragmatic


def _bounds_stated(phrase: Phrase, constants: Constants) -> Pair:
    """Both bounds hold at once, and nothing is left to guess at beyond them."""
    low, high = _ends(phrase)
    lower, upper = phrase.hedges
    literal = _row(lower, _scale(low, constants), constants)[0]
    literal = literal.meet(_row(upper, _scale(high, constants), constants)[0])
    pragmatic = between(
        End(low.value, lower is not Hedge.AT_LEAST),
        End(high.value, upper not in (Hedge.AT_MOST, Hedge.UP_TO)),
    )
    return literal, pragmatic


def _vague(phrase: Phrase, constants: Constants) -> Pair:
    first, last = _VAGUE[phrase.form]
    size = phrase.low.value
    return at_least(2 * size), closed(first * size, last * size)


def _share_word(phrase: Phrase, constants: Constants) -> Pair:
    return _SHARE_WORDS[phrase.form]


def _times(phrase: Phrase, constants: Constants) -> Pair:
    m = phrase.low.value
    if phrase.hedges:
        return _hedged(phrase, phrase.hedges[0], constants)
    spread = constants.factor_spread * _scale(phrase.low, constants).up
    literal = _around(m, m, _HALF, _HALF)
    return literal, _around(m, m, spread, spread).meet(literal)


def _times_more(phrase: Phrase, constants: Constants) -> Pair:
    """ "Ten times more" is ten or eleven times as much, and mostly ten."""
    literal, pragmatic = _times(phrase, constants)
    return literal.hull(literal.plus(point(1))), pragmatic


def _times_fewer(phrase: Phrase, constants: Constants) -> Pair:
    literal, pragmatic = _times(phrase, constants)
    positive = above(0)
    return literal.meet(positive).reciprocal(), pragmatic.meet(positive).reciprocal()


def _hedged(phrase: Phrase, hedge: Hedge, constants: Constants) -> Pair:
    """The hedge's row; of a range, each end takes the side of the row that faces outward."""
    if phrase.form in _FRACTIONS:
        return _row(hedge, _fraction_scale(phrase, constants), constants)
    low, high = _ends(phrase)
    literal, pragmatic = _row(hedge, _scale(low, constants), constants)
    if high == low:
        return literal, pragmatic
    high_literal, high_pragmatic = _row(hedge, _scale(high, constants), constants)
    if hedge in UPPER_BOUNDS:
        literal = high_literal
    elif hedge not in LOWER_BOUNDS:
        literal = literal.hull(high_literal)
    return literal, between(pragmatic.lower, high_pragmatic.upper)


def _row(hedge: Hedge, t: _Scale, constants: Constants) -> Pair:
    """A row of the phrase table. A hedge with one side keeps its direction below zero."""
    n = t.value
    if hedge in _MIRRORED:
        literal, pragmatic = _mirrored_row(hedge, t, constants)
        return (literal, pragmatic) if n >= 0 else (literal.negated(), pragmatic.negated())
    match hedge:
        case Hedge.EXACT:
            return point(n), point(n)
        case Hedge.ABOUT:
            return (
                _around(n, n, t.down, t.up),
                _around(n, n, t.near(t.down), t.near(t.up)),
            )
        case Hedge.MORE_THAN:
            return above(n), Interval(End(n, True), End(n + t.reach(t.up)))
        case Hedge.AT_LEAST:
            return at_least(n), closed(n, n + t.reach(t.up))
        case Hedge.JUST_OVER:
            near = _larger(t.q * _HALF, constants.slightly * t.up)
            return between(End(n, True), End(n + t.up)), between(End(n, True), End(n + near))
        case Hedge.WELL_OVER:
            return above(n), above(n + constants.slightly * (t.up - t.slack))
        case Hedge.LESS_THAN:
            return below(n), Interval(End(n - t.reach(t.down)), End(n, True))
        case Hedge.AT_MOST:
            return at_most(n), closed(n - t.reach(t.down), n)
        case Hedge.WELL_UNDER:
            return below(n), below(n - constants.slightly * (t.down - t.slack))
        case _:  # up to
            if n > 0:
                return NON_NEGATIVE, between(End(0, True), End(n))
            return WHOLE_LINE, at_most(n)


def _mirrored_row(hedge: Hedge, t: _Scale, constants: Constants) -> Pair:
    """The rows that lie on one side of n as it is without its sign."""
    n = t.n
    match hedge:
        case Hedge.NEARLY:
            near = _larger(t.about * t.down, t.q)
            return closed(n - t.down, n), Interval(End(n - near), End(n, True))
        case Hedge.ODD:
            if not t.p:  # a fraction has no digit that more could hide behind
                return point(n), point(n)
            after = End(n + t.p, True)
            return Interval(End(n), after), Interval(End(n, True), after)
        case _:
            return (
                closed(n / constants.order_literal, n * constants.order_literal),
                closed(n * _HALF, n * constants.order_pragmatic),
            )


# Cutting to what the quantity can be


def bounds_of(domain: Domain, unit: Unit) -> Interval:
    """What the domain allows, in the printed unit; not for `Domain.ANY`."""
    return NON_NEGATIVE if domain is Domain.NON_NEGATIVE else closed(0, 1 / Fraction(unit.size))


def _whole(phrase: Phrase, literal: Interval, pragmatic: Interval, printed: Interval) -> Pair:
    """Both readings tightened to whole numbers; never empty.

    Where no whole number is left it is the nearest one that the hedge allows.
    """
    if literal.is_point and pragmatic == literal and isinstance(literal.lower.value, int):
        return literal, literal
    whole = literal.whole_numbers()
    if whole.is_empty:
        whole = point(_nearest_whole(phrase, printed))
    whole_pragmatic = pragmatic.whole_numbers().meet(whole)
    if whole_pragmatic.is_empty:
        low, high = whole.lower.value, whole.upper.value
        (_, _), (top, is_open) = pragmatic
        nearest = floor(_middle(pragmatic) + _HALF)
        if is_open and nearest == top:  # "just under 3 people"
            nearest -= 1
        whole_pragmatic = point(int(min(max(nearest, low), high)))
    return whole, whole_pragmatic


def _nearest_whole(phrase: Phrase, printed: Interval) -> int:
    n = _low(printed)
    if any(hedge in LOWER_BOUNDS for hedge in phrase.hedges):
        return floor(n) + 1
    if any(hedge in UPPER_BOUNDS or hedge is Hedge.NEARLY for hedge in phrase.hedges):
        return floor(n)
    nearest: int = floor(n + _HALF)
    return nearest


def _middle(interval: Interval) -> Rational:
    """Where a reading that was cut is empty ("nearly 0"), it has no ends, and this is nought."""
    low, high = interval.lower.value, interval.upper.value
    if isinstance(low, float):
        return 0 if isinstance(high, float) else high
    return low if isinstance(high, float) else (low + high) * _HALF


def _printed(phrase: Phrase, pragmatic: Interval) -> Interval:
    """The number as it stands on the page; where the page has only a word, what it is taken for."""
    low, high = _ends(phrase)
    if phrase.form in _AS_PRINTED:
        return closed(low.value, high.value)
    if phrase.form is Form.ONE_IN:
        return point(Fraction(low.value) / high.value)
    if phrase.form is Form.TIMES_FEWER:
        return point(1 / Fraction(low.value))
    return pragmatic


def _ends(phrase: Phrase) -> tuple[Number, Number]:
    return phrase.low, phrase.high or phrase.low


def _around(low: Rational, high: Rational, below_by: Rational, above_by: Rational) -> Interval:
    return closed(low - below_by, high + above_by)


def _half(value: Rational) -> Rational:
    """Half of it, kept a whole number where it is one."""
    if isinstance(value, int) and value % 2 == 0:
        return value // 2
    half: Rational = value * _HALF
    return half


def _larger(one: Rational, other: Rational) -> Rational:
    return one if one >= other else other


def _low(interval: Interval) -> Rational:
    value = interval.lower.value
    assert not isinstance(value, float)
    return value


_HALF = Fraction(1, 2)
_HUNDREDTH = Fraction(1, 100)
_SHARES = (1, _HUNDREDTH)
_VAGUE = {Form.COUPLE: (2, 3), Form.FEW: (3, 6), Form.SEVERAL: (3, 9)}
_OVER_HALF = between(End(_HALF, True), End(1))
_UNDER_HALF = between(End(0), End(_HALF, True))
_SHARE_WORDS: Mapping[Form, Pair] = {
    Form.MAJORITY: (_OVER_HALF, between(End(_HALF, True), End(Fraction(13, 20)))),
    Form.MOST: (_OVER_HALF, between(End(Fraction(11, 20)), End(1, True))),
    Form.VAST_MAJORITY: (_OVER_HALF, between(End(Fraction(3, 4)), End(1, True))),
    Form.NEARLY_ALL: (_OVER_HALF, between(End(Fraction(9, 10)), End(1, True))),
    Form.MINORITY: (_UNDER_HALF, _UNDER_HALF),
}
_FORMS: Mapping[Form, Callable[[Phrase, Constants], Pair]] = {
    Form.BOUNDS: _bounds_stated,
    Form.PLURAL: _plural,
    Form.COUPLE: _vague,
    Form.FEW: _vague,
    Form.SEVERAL: _vague,
    **dict.fromkeys(_SHARE_WORDS, _share_word),
    Form.TIMES: _times,
    Form.TIMES_MORE: _times_more,
    Form.TIMES_FEWER: _times_fewer,
}
_UNHEDGED: Mapping[Form, Callable[[Phrase, bool], Pair]] = {
    Form.NUMBER: _bare,
    Form.RANGE: _bare_range,
    Form.PAIR: _bare_pair,
    Form.DOZEN: _bare_dozen,
    Form.HALF_DOZEN: _bare_half_dozen,
    Form.FRACTION: _bare_fraction,
    Form.ONE_IN: _bare_one_in,
}
"""Forms whose reading a hedge replaces; in the others it changes nothing or is part of the form."""
_AS_PRINTED = ({*_UNHEDGED} - {Form.ONE_IN}) | {Form.TIMES, Form.TIMES_MORE}
"""Forms that print the number or the range that they are about."""
_FRACTIONS = frozenset((Form.FRACTION, Form.ONE_IN))
_MIRRORED = frozenset((Hedge.NEARLY, Hedge.ODD, Hedge.ORDER_OF, Hedge.BARE))
_MIDDLES = frozenset((Statistic.MEAN, Statistic.MEDIAN))
# See `units.unit` for why.
_PLAIN, _RATIO, _POINTS = Kind.PLAIN, Kind.RATIO, Kind.POINTS
_ANY, _AT_LEAST_ZERO, _SHARE = Domain.ANY, Domain.NON_NEGATIVE, Domain.SHARE
