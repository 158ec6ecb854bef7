from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import is_thwarted, may_hold
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import Each, each_at, powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.product import (
    ENOUGH,
    Product,
    computed_and_stated,
    has_twin,
    is_per_time,
    per_time,
    products,
)
from fentcheck.cues.topic import around
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention
from fentcheck.regex import regex


@cue("so-much-each")
def so_much_each(draft: Draft) -> Iterator[Found]:
    """So much for one, and so many of them, are not what they are said to come to.

    Words: a price, weight or time for one ("£26 each", "$600 a kilogram", "each wrap held half a
    gram", "bills of £212 to each of the homes", "the average settlement is £1,250", "2 milligrams
    is a lethal dose", "40 km/h"), a count of the same noun or an amount in the same unit, and what
    somebody paid, took or covered ("in all", "worth", "or", "made the load worth"). A median or a
    highest price has no total; three figures that alone of their sentences fit, and miss as slips
    do, need no such words; a sum that is for something else ("£12,000 for the roof") is none.
    Finding: The stall sold 340 lobsters at £26 each, and took £11,200 in all.
    Clean: The library bought 40 chairs at £85 each and paid £12,000 for a new roof.
    """
    every = [
        found
        for figure in draft.figures
        if (each := each_at(draft, figure)) is not None and not _is_for_a_time(each)
        if (found := products(draft, each))
    ]
    best = [found[0] for found in every]
    for found in every:
        for one in found[:_MOST]:
            rivals = [other for other in best if _is_beside(other, found[0])]
            surely = one is found[0] and one.points >= ENOUGH and not rivals
            surely = surely and not _is_undecided(found) and not has_twin(draft, one)
            surely = surely and not _is_bound_elsewhere(one)
            surely = surely and not is_thwarted(draft, one.figures)
            if not surely and not may_hold(computed_and_stated(one.each, one.many, one.total)):
                continue
            yield _found(draft, found[0].total, [one], Sure.LIKELY if surely else Sure.GUESS)
        if rivals:
            yield _found(draft, found[0].total, [found[0], *rivals], Sure.GUESS)


def _is_undecided(found: list[Product]) -> bool:
    """Another product is tied as well, and only the arithmetic makes the first one likely."""
    first = found[0]
    if first.points - first.near >= ENOUGH:
        return False
    return any(one.points >= first.points for one in found[1:_MOST])


def _is_bound_elsewhere(one: Product) -> bool:
    """ "Less than 100 tonnes" in one sentence and the yield in another: bounds multiply to none."""
    apart = one.each.figure.sentence != one.many.sentence == one.total.sentence
    return apart and one.total.text.lower().startswith(("less than", "fewer than"))


def _is_beside(one: Product, other: Product) -> bool:
    """Another price for other goods that may be in the same sum: "340 at 50p and 200 at 80p"."""
    return (
        one.total is other.total
        and set(one.figures) != set(other.figures)
        and one.each.figure is not other.each.figure
        and one.many is not other.many
    )


def _found(draft: Draft, about: Mention, parts: list[Product], sure: Sure) -> Found:
    """The total of the first part is the sum of all."""
    products = [
        operation(Operator.MULTIPLY, draft.named(one.many), draft.named(one.each.figure))
        for one in parts
    ]
    computed = products[0] if len(products) == 1 else operation(Operator.SUM, *products)
    first = parts[0]
    stated: Expression = draft.named(first.total)
    if per_time(first.each, first.total) and not is_per_time(first.many):
        time = fixed(f"exactly 1 {first.total.per.rpartition(' ')[2]}")
        stated = operation(Operator.MULTIPLY, stated, time)
    elif is_per_time(first.many) and not first.total.per:
        computed = operation(Operator.MULTIPLY, computed, fixed(f"exactly 1 {first.many.per}"))
    figures = [one for part in parts for one in (part.each.figure, part.many)]
    is_bound = bool(_CRUISE.search(around(draft, first.each.figure)))
    comparison = Comparison.AT_MOST if is_bound else Comparison.EQUAL
    return Found(about, "FC202", stated, comparison, computed, (*figures, first.total), sure)


def _is_for_a_time(each: Each) -> bool:
    """A rate that is no speed: `rate_over_time` knows of days off."""
    return [base for base, _ in each.base] == ["time"] and powers(each.figure).get("length") != 1


_CRUISE = regex(r"\b(?:cruis(?:e|es|ed|ing)|up to|at most|no more than)\b")
"""What is the speed, or the price, of most of it; the way there was slower."""
_MOST = 6
