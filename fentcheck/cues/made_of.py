"""A figure and the parts that a few sentences give it, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.operands import operands_of
from fentcheck.cues.whole import goes_on, is_used_up, partitions
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention
from fentcheck.rules.relation import Wording


@cue("made-of")
def made_of(draft: Draft) -> Iterator[Found]:
    """Parts that nearly add up to a figure near by, with signs that they should.

    Words: several of: a part that closes the list ("the other 160", "the remaining 600"), a figure
        for all ("all 27 casualties", "between them"), what a thing is made of ("of that, $1.9
        million"), opposites ("118 women and 84 men"), one list of all parts. The sum misses by
        little, or by a digit.
    Finding: All 640 animals were sold by noon. There were 380 sheep. The other 160 were goats.
    Clean: All 640 animals were sold by noon. There were 480 sheep. The other 160 were goats.
    Clean: Of 310 pupils 204 speak Tamil at home and 187 speak English.
    """
    for one in draft.once(partitions):
        if not one.holds and (
            is_used_up(draft, one.total, one.parts) or goes_on(draft, one.parts[-1])
        ):
            continue
        parts = [_plain(draft, part) for part in one.parts]
        yield Found(
            one.total, "FC301", _plain(draft, one.total), Comparison.EQUAL,
            operation(Operator.SUM, *parts), (one.total, *one.parts),
            Sure.GUESS if one.holds else Sure.LIKELY, Wording.PARTS,
        )  # fmt: skip


def _plain(draft: Draft, mention: Mention) -> Expression:
    """The figure without the verb before it: "have raised $3.4 million" is no change."""
    found = operands_of(draft, mention)
    return found[0].expression if found else draft.named(mention)
