from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import Each, each_at, powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.product import per_time, products
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation


@cue("so-much-each")
def so_much_each(draft: Draft) -> Iterator[Found]:
    """So much for one, and so many of them, are not what they are said to come to.

    Words: a price, weight or time for one ("£26 each", "$600 a kilogram", "each wrap held half a
    gram", "bills of £212 to each of the homes", "the average settlement is £1,250", "2 milligrams
    is a lethal dose", "40 km/h"), a count of the same noun or an amount in the same unit, and what
    somebody paid, took or covered ("in all", "worth", "or", "made the load worth"). A median or a
    highest price has no total; a sum that is for something else ("£12,000 for the roof") is none.
    Finding: The stall sold 340 lobsters at £26 each, and took £11,200 in all.
    Clean: The library bought 40 chairs at £85 each and paid £12,000 for a new roof.
    """
    for figure in draft.figures:
        each = each_at(draft, figure)
        if each is None or _is_for_a_time(each):
            continue
        found = products(draft, each)
        for index, one in enumerate(found[:_MOST]):
            sure = Sure.LIKELY if index == 0 and one.points >= _ENOUGH else Sure.GUESS
            product = operation(Operator.MULTIPLY, draft.named(one.many), draft.named(figure))
            stated: Expression = draft.named(one.total)
            if per_time(each, one.total):
                time = fixed(f"exactly 1 {one.total.per.rpartition(' ')[2]}")
                stated = operation(Operator.MULTIPLY, stated, time)
            yield Found(
                found[0].total, "FC202", stated, Comparison.EQUAL, product,
                one.figures, sure,
            )  # fmt: skip


def _is_for_a_time(each: Each) -> bool:
    """A rate that is no speed: `rate_over_time` knows of days off."""
    return [base for base, _ in each.base] == ["time"] and powers(each.figure).get("length") != 1


_MOST = 6
_ENOUGH = 4
