from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.before_after import (
    as_share,
    is_percentage_change,
    pairs_of,
    says_fall,
    says_rise,
)
from fentcheck.cues.cue import Found, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import is_slip
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.phrases.hedges import Direction
from fentcheck.prose.mention import Mention
from fentcheck.rules.relation import Wording
from fentcheck.units.unit import Kind


@cue("percent-change")
def percent_change(draft: Draft) -> Iterator[Found]:
    """A rise or fall in per cent, or by a fraction, is what lies between two figures.

    Words: rose 15% to B, B against A a year earlier, from A to B, up 5% on A, a fall of a third.
    Finding: Sales climbed 15% to €4.6bn. A year earlier they had been €3.1bn.
    Clean: Sales climbed 48% to €4.6bn from €3.1bn. Its shares rose 2% to €18.
    """
    for mention in draft.figures:
        phrase = as_share(mention)
        if phrase is None or phrase.unit.kind is not Kind.RATIO:
            continue
        if not is_percentage_change(draft, mention):
            continue
        stated, is_fall = said_change(draft, mention)
        rate: Fraction = abs(Fraction(phrase.low.value) * Fraction(phrase.unit.size))
        expected = 1 - rate if is_fall else 1 + rate
        has_way = is_fall or says_rise(draft, mention)

        def fits(
            old: Fraction,
            new: Fraction,
            rate: Fraction = rate,
            is_down: bool | None = is_fall if has_way else None,
        ) -> bool:
            change: Fraction = abs(new / old - 1)
            if is_down is not None and (new < old) is not is_down:
                return is_slip(change, rate, _SAME)
            return is_slip(change, rate, _MOST)

        for shares in (False, True):
            for old, new, sure in pairs_of(draft, mention, expected, fits, shares=shares):
                computed = operation(Operator.CHANGE, old.expression, new.expression)
                if not has_way:  # "it was short by 60 per cent"
                    computed = operation(Operator.MAGNITUDE, computed)
                yield Found(
                    mention,
                    "FC401",
                    stated,
                    Comparison.EQUAL,
                    computed,
                    tuple(dict.fromkeys((old.mention, new.mention, mention))),
                    sure,
                    Wording.CHANGE,
                )


def said_change(draft: Draft, mention: Mention) -> tuple[Expression, bool]:
    """The change as an operand with its sign, and whether it is a fall."""
    phrase = as_share(mention)
    assert phrase is not None
    trend = phrase.direction or mention.trend
    is_fall = trend is Direction.DOWN or (trend is None and says_fall(draft, mention))
    if phrase is mention.phrase and (phrase.direction is not None or not is_fall):
        return draft.named(mention), is_fall
    if not is_fall:
        return Quoted(phrase._replace(text=mention.text)), False
    return Quoted(phrase._replace(direction=Direction.DOWN, text=mention.text)), True


_SAME = Fraction(21, 20)
"""J: what goes the wrong way by as much as is said was meant."""
_MOST = Fraction(4)
"""J: how many times off a rise is that was worked out from the wrong figure."""
