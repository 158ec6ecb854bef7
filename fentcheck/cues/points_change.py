from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.before_after import pairs_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.operands import Operand, operands_of
from fentcheck.cues.percent_change import said_change
from fentcheck.expressions.tree import Comparison, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.unit import Kind


@cue("points-change")
def points_change(draft: Draft) -> Iterator[Found]:
    """So many percentage points are what lies between two percentages.

    Words: rose 2 points to B, B, a fall of 4 points from A; a lead of 8 points, 52% to 44%.
    Finding: Smoking is down to 11.6%, a fall of 4.2 percentage points from 18.9% in 2011.
    Clean: The tax goes from 8% to 12%, a jump of four points and a rise of 50%.
    """
    for mention in draft.figures:
        phrase = mention.phrase
        if phrase is None or phrase.unit.kind is not Kind.POINTS:
            continue
        if _LEAD.search(draft.before(mention)) or _AHEAD.match(draft.after(mention)):
            yield from _lead(draft, mention)
            continue
        if _ERROR.search(draft.before(mention)):
            continue
        stated, is_fall = said_change(draft, mention)
        has_way = is_fall or phrase.direction is not None or mention.trend is not None
        for old, new, sure in pairs_of(draft, mention, None, shares=True):
            computed = operation(Operator.POINTS, old.expression, new.expression)
            if not has_way:
                computed = operation(Operator.MAGNITUDE, computed)
            figures = old.mention, new.mention, mention
            yield Found(
                mention, "FC401", stated, Comparison.EQUAL, computed,
                tuple(dict.fromkeys(figures)), sure, Wording.CHANGE,
            )  # fmt: skip


def _lead(draft: Draft, mention: Mention) -> Iterator[Found]:
    """A lead is the distance of the two percentages beside it, where there are just two."""
    shares: list[Operand] = []
    for other in draft.beside(mention):
        if other.role is Role.PERCENT:
            shares += [one for one in operands_of(draft, other) if one.unit.kind is Kind.RATIO]
    if len(shares) != 2:
        return
    one, other_one = sorted(shares, key=lambda each: each.value)
    computed = operation(Operator.POINTS, one.expression, other_one.expression)
    figures = tuple(dict.fromkeys((one.mention, other_one.mention, mention)))
    yield Found(
        mention, "FC401", draft.named(mention), Comparison.EQUAL, computed, figures, Sure.LIKELY
    )


_ERROR = regex(r"\b(?:margin|error|plus or minus)\b[^.;]{0,40}$|[±] ?$")
_LEAD = regex(r"\b(?:lead|leads|led|leading|margin|gap|difference|ahead)(?: by| of)? $")
_AHEAD = regex(r"[ -](?:lead|ahead|clear|margin|gap|behind)\b")
