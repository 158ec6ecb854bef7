"""The values that an expression can have: the one evaluator behind every relation.

Natural interval arithmetic is exact while every claim occurs once. A claim that occurs twice is
one value, not two: it is taken at its ends where the expression only rises or only falls with it,
and is otherwise cut in pieces. The result is then an enclosure, never too small.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from itertools import pairwise
from math import inf

from fentcheck.exact import Fraction
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    PRINTED,
    Compiled,
    Fixed,
    Node,
    Readings,
    Tree,
    Values,
    Variable,
)
from fentcheck.expressions.tree import Operator
from fentcheck.interval import (
    EMPTY,
    ONE,
    UNIT_RANGE,
    WHOLE_LINE,
    ZERO,
    End,
    Interval,
    above,
    below,
    between,
    greatest,
    least,
    point,
    total,
)
from fentcheck.units.unit import Rational

Table = Mapping[str, Readings | Values]
"""What each claim can be, in base units."""

PIECES = 64
_SLOPE_PIECES = 8


def readings_of(side: Compiled, values: Table) -> Readings:
    """All three readings of a side; `EMPTY` where a division is by zero alone."""
    return Readings(
        value_of(side, values, LITERAL),
        value_of(side, values, PRAGMATIC),
        value_of(side, values, PRINTED),
    )


def value_of(side: Compiled, values: Table, which: int) -> Interval:
    """One reading of a side, by its place in `Readings`."""
    tree, names = side.tree, side.names
    if type(tree) is Variable:
        return values[tree.name][which]
    if len(names) > 1 and len(once := set(names)) < len(names):
        loose = sorted(
            name for name in once if names.count(name) > 1 and not values[name][which].is_point
        )
        if loose:
            return _with_repeats(tree, values, which, loose)
    return _natural(tree, values, which)


def _natural(tree: Tree, values: Table, which: int) -> Interval:
    """Interval arithmetic, with every occurrence of a variable taken for itself."""
    if type(tree) is Variable:
        return values[tree.name][which]
    if type(tree) is Fixed:
        return tree.readings[which]
    assert type(tree) is Node
    return _applied(tree, [_natural(operand, values, which) for operand in tree.operands])


def _applied(node: Node, operands: list[Interval]) -> Interval:
    """What the operator of a node makes of these operands."""
    if node.operator is Operator.POWER:
        return operands[0].power(node.exponent)
    return _OPERATIONS[node.operator](operands)


def _with(values: Table, name: str, interval: Interval) -> Table:
    return {**values, name: Readings(interval, interval, interval)}


def _share(operands: list[Interval]) -> Interval:
    """Part over whole. One that can only be more than the whole is left so, and will disagree."""
    quotient = operands[0].over(operands[1])
    share = quotient.meet(UNIT_RANGE)
    return quotient if share.is_empty else share


def _mean(operands: list[Interval]) -> Interval:
    return total(operands).scaled(Fraction(1, len(operands)))


def _quotient(operands: list[Interval]) -> Interval:
    """Every x with x × divisor = dividend: any x at all where both can be zero."""
    dividend, divisor = operands
    if divisor.contains(0) and dividend.contains(0):
        return WHOLE_LINE
    return dividend.over(divisor)


def _up_to(operands: list[Interval]) -> Interval:
    (_, upper) = operands[0]
    return EMPTY if operands[0].is_empty else Interval(WHOLE_LINE.lower, upper)


def _from(operands: list[Interval]) -> Interval:
    (lower, _) = operands[0]
    return EMPTY if operands[0].is_empty else Interval(lower, WHOLE_LINE.upper)


def _below(operands: list[Interval]) -> Interval:
    return below(operands[0].upper.value)


def _above(operands: list[Interval]) -> Interval:
    return above(operands[0].lower.value)


_OPERATIONS: dict[Operator, Callable[[list[Interval]], Interval]] = {
    Operator.ADD: lambda operands: operands[0].plus(operands[1]),
    Operator.SUBTRACT: lambda operands: operands[0].minus(operands[1]),
    Operator.MULTIPLY: lambda operands: operands[0].times(operands[1]),
    Operator.OVER: lambda operands: operands[0].times(operands[1]),
    Operator.DIVIDE: lambda operands: operands[0].over(operands[1]),
    Operator.NEGATE: lambda operands: operands[0].negated(),
    Operator.SUM: total,
    Operator.LEAST: least,
    Operator.GREATEST: greatest,
    Operator.MAGNITUDE: lambda operands: operands[0].magnitude(),
    Operator.MEAN: _mean,
    Operator.SHARE: _share,
    Operator.CHANGE: lambda operands: operands[1].over(operands[0]).minus(ONE),
    Operator.POINTS: lambda operands: operands[1].minus(operands[0]).scaled(100),
    Operator.QUOTIENT: _quotient,
    Operator.MEET: lambda operands: reduce(Interval.meet, operands),
    Operator.BELOW: _below,
    Operator.UP_TO: _up_to,
    Operator.ABOVE: _above,
    Operator.FROM: _from,
    Operator.EITHER_SIGN: lambda operands: operands[0].hull(operands[0].negated()),
}


def _with_repeats(tree: Tree, values: Table, which: int, loose: list[str]) -> Interval:
    whole = _natural(tree, values, which)
    slopes: dict[str, Interval] = {}
    factors: dict[str, Rational] = {}
    if _add_factors(tree, which, 1, factors):
        slopes = {name: point(factors[name]) for name in loose}
        return _at_ends(tree, values, which, slopes).meet(whole)
    for widest in sorted(loose, key=lambda name: -_width(values[name][which])):
        slope = slopes[widest] = _whole_slope(tree, values, which, widest)
        if not _has_one_sign(slope):
            break  # the widest of those that turn; the slopes of the others are not needed
    else:
        return _at_ends(tree, values, which, slopes).meet(whole)
    pieces = _cut(values[widest][which], PIECES)
    if not pieces:
        return whole
    found = [_natural(tree, _with(values, widest, piece), which) for piece in pieces]
    return reduce(Interval.hull, found).meet(whole)


def _add_factors(tree: Tree, which: int, times: Rational, found: dict[str, Rational]) -> bool:
    """Adds how often each variable stands in a tree; False of a tree that is no such sum.

    These are its slopes, all at once: to work out one after the other takes as long for each.
    """
    if type(tree) is Variable:
        found[tree.name] = found.get(tree.name, 0) + times
        return True
    if type(tree) is Fixed:
        return True
    assert type(tree) is Node
    match tree.operator:
        case Operator.ADD | Operator.SUM:
            return all(_add_factors(one, which, times, found) for one in tree.operands)
        case Operator.SUBTRACT:
            first, last = tree.operands
            return _add_factors(first, which, times, found) and _add_factors(
                last, which, -times, found
            )
        case Operator.NEGATE:
            return _add_factors(tree.operands[0], which, -times, found)
        case _:
            return False


def _at_ends(tree: Tree, values: Table, which: int, slopes: dict[str, Interval]) -> Interval:
    """The hull of the values at the corner where all variables pull down, and where all pull up.

    An end is open only where the corner is left out and nothing beside it comes as far: where a
    slope may be zero on the way, the end is taken as reached.
    """
    is_strict = all(ZERO.is_below(slope) or slope.is_below(ZERO) for slope in slopes.values())
    ends = []
    for pulls_up in (False, True):
        corner: dict[str, Readings | Values] | None = dict(values)
        is_open = False
        for name, slope in slopes.items():
            span = values[name][which]
            if slope == ZERO:
                end = End(_some_value(span))
            else:
                end = span.upper if (slope.lower.value >= 0) == pulls_up else span.lower
            if isinstance(end.value, float):
                corner = None
                break
            assert corner is not None
            at_end = point(end.value)
            corner[name] = Readings(at_end, at_end, at_end)
            is_open = is_open or end.open
        if corner is None:  # the corner lies at infinity: there is no end on this side
            ends.append(End(inf if pulls_up else -inf, True))
            continue
        reached = _natural(tree, corner, which)
        if reached.is_empty:
            return WHOLE_LINE
        end = reached.upper if pulls_up else reached.lower
        is_infinite = isinstance(end.value, float)
        ends.append(End(end.value, is_infinite or (is_strict and (end.open or is_open))))
    return between(*ends)


def _some_value(interval: Interval) -> int | Fraction:
    """A finite value of an interval, or beside its open end."""
    low, high = interval.lower.value, interval.upper.value
    if not isinstance(low, float):
        return low
    return 0 if isinstance(high, float) else high


def _whole_slope(tree: Tree, values: Table, which: int, name: str) -> Interval:
    """The derivative by one variable over all its values, in pieces where its sign is in doubt."""
    slope = _slope(tree, values, which, name)[1]
    if ZERO.is_below(slope) or slope.is_below(ZERO) or slope == ZERO:
        return slope
    pieces = _cut(values[name][which], _SLOPE_PIECES)
    if not pieces:
        return slope
    slopes = (_slope(tree, _with(values, name, piece), which, name)[1] for piece in pieces)
    return reduce(Interval.hull, slopes)


def _slope(tree: Tree, values: Table, which: int, name: str) -> tuple[Interval, Interval]:
    """The values of a tree, and of its derivative by one variable, each as an enclosure."""
    if type(tree) is Variable:
        return values[tree.name][which], ONE if tree.name == name else ZERO
    if type(tree) is Fixed:
        return tree.readings[which], ZERO
    assert type(tree) is Node
    parts = [_slope(operand, values, which, name) for operand in tree.operands]
    value = _applied(tree, [part[0] for part in parts])
    (x, dx), (y, dy) = parts[0], parts[-1]
    match tree.operator:
        case Operator.ADD | Operator.SUM | Operator.MEAN:
            slope = total(part[1] for part in parts)
            if tree.operator is Operator.MEAN:
                slope = slope.scaled(Fraction(1, len(parts)))
        case Operator.SUBTRACT:
            slope = dx.minus(dy)
        case Operator.POINTS:
            slope = dy.minus(dx).scaled(100)
        case Operator.NEGATE:
            slope = dx.negated()
        case Operator.MULTIPLY | Operator.OVER:
            slope = dx.times(y).plus(x.times(dy))
        case Operator.BELOW | Operator.UP_TO | Operator.ABOVE | Operator.FROM:
            slope = WHOLE_LINE  # no one value, so no slope: cut in pieces
        case Operator.DIVIDE | Operator.SHARE | Operator.QUOTIENT:
            slope = dx.times(y).minus(x.times(dy)).over(y.power(2))
            if _reaches_zero(y):
                slope = WHOLE_LINE
            elif tree.operator is Operator.SHARE and not x.over(y).within(UNIT_RANGE):
                slope = slope.hull(ZERO)  # flat where it is cut to the whole
        case Operator.CHANGE:
            slope = dy.times(x).minus(y.times(dx)).over(x.power(2))
            if _reaches_zero(x):
                slope = WHOLE_LINE
        case Operator.POWER:
            slope = x.power(tree.exponent - 1).scaled(tree.exponent).times(dx)
            if tree.exponent < 0 and _reaches_zero(x):
                slope = WHOLE_LINE
        case _:  # least, greatest, magnitude: the slope of some operand, or its negative
            slope = reduce(Interval.hull, (part[1] for part in parts), ZERO)
            if tree.operator in (Operator.MAGNITUDE, Operator.EITHER_SIGN):
                slope = slope.hull(slope.negated())
    return value, slope


def _reaches_zero(divisor: Interval) -> bool:
    """There is a pole in the divisor, or at its end."""
    return divisor.lower.value <= 0 <= divisor.upper.value


def _has_one_sign(slope: Interval) -> bool:
    return not slope.is_empty and (slope.lower.value >= 0 or slope.upper.value <= 0)


def _width(interval: Interval) -> float | Fraction | int:
    return interval.upper.value - interval.lower.value if interval.is_bounded else inf


def _cut(interval: Interval, pieces: int) -> list[Interval]:
    """The interval in equal pieces that share their ends; none if it is unbounded."""
    low, high = interval.lower.value, interval.upper.value
    if isinstance(low, float) or isinstance(high, float):
        return []
    step = Fraction(high - low) / pieces
    marks = [low + step * index for index in range(pieces)] + [high]
    ends = [interval.lower, *(End(mark) for mark in marks[1:-1]), interval.upper]
    return [Interval(one, other) for one, other in pairwise(ends)]
