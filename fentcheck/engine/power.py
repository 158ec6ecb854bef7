"""How large an error a relation that holds could have caught in its stated figure.

The stated figure is moved with its reading as wide as it is, and the other side left alone. The
limit is where the pragmatic readings part: from there the relation is strained or contradicted.
"""

from __future__ import annotations

from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRAGMATIC
from fentcheck.expressions.tree import Comparison, Exact
from fentcheck.interval import Real
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Kind, Rational


class Power(NamedTuple):
    """From which error on a figure would be caught, too high and too low; None for no limit.

    An error is a factor above 1; where a factor makes no sense, a difference in base units.
    """

    too_high: Rational | None
    too_low: Rational | None
    is_factor: bool = True


def power(judgement: Judgement) -> Power | None:
    """What the relation could have caught; None where it does not hold as it is."""
    sides, comparison = judgement.sides, judgement.relation.comparison
    if judgement.verdict is not Verdict.HOLDS or sides.stated is None:
        return None
    if sides.are_tied or comparison is Comparison.NOT_EQUAL:
        return Power(None, None)
    stated, computed = sides.stated_at(PRAGMATIC), sides.computed_at(PRAGMATIC)
    is_factor = judgement.unit.kind not in (Kind.TEMPERATURE, Kind.POINTS)
    if is_factor and stated.upper.value <= 0 and computed.upper.value <= 0:
        stated, computed = stated.negated(), computed.negated()  # of a fall, its size
        comparison = comparison.flipped
    is_factor = is_factor and stated.lower.value >= 0 and computed.lower.value >= 0
    apart = _ratio if is_factor else _difference
    above = apart(computed.upper.value, stated.lower.value) if comparison in _FAILS_ABOVE else None
    below = apart(stated.upper.value, computed.lower.value) if comparison in _FAILS_BELOW else None
    if isinstance(judgement.relation.stated, Exact):  # 100% is no figure: its shares would be
        above, below = below, above
    return Power(above, below, is_factor)


def reaches(found: Power | None, factor: Rational) -> bool:
    """The relation would have told of a stated figure that is off by this factor."""
    if found is None or not found.is_factor:
        return False
    limit = found.too_high if factor > 1 else found.too_low
    return limit is not None and max(factor, 1 / Fraction(factor)) > limit


def _ratio(high: Real, low: Real) -> Rational | None:
    if isinstance(high, float) or isinstance(low, float) or low <= 0:
        return None
    ratio: Rational = Fraction(high) / low
    return ratio


def _difference(high: Real, low: Real) -> Rational | None:
    if isinstance(high, float) or isinstance(low, float):
        return None
    return high - low


_FAILS_ABOVE = frozenset((Comparison.EQUAL, Comparison.LESS, Comparison.AT_MOST))
_FAILS_BELOW = frozenset((Comparison.EQUAL, Comparison.MORE, Comparison.AT_LEAST))
