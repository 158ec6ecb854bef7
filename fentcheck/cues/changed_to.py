"""An amount by which something changed, between the two amounts that it changed from and to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import is_slip
from fentcheck.cues.operands import may_be_one_thing, operands_of
from fentcheck.expressions.tree import Comparison, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording


@cue("changed-to")
def changed_to(draft: Draft) -> Iterator[Found]:
    """An amount of change is what lies between the level that it led to and the one before.

    Words: "fell by 3,400 to 41,200 from 44,600", "rose £3m to £15m last year, from £12m".
    Finding: The queue fell by 3,400 to 41,200 in September, from 46,400 in August.
    Clean: The queue fell by 5,200 to 41,200 in September, from 46,400 in August.
    """
    figures = draft.figures
    for (change, level), old in zip(pairwise(figures), figures[2:], strict=False):
        if not _are_said(draft, change, level, old):
            continue
        operands = [operands_of(draft, one) for one in (change, level, old)]
        if any(len(each) != 1 for each in operands):
            continue
        (by,), (new,), (before,) = operands
        if not (may_be_one_thing(new, before) and may_be_one_thing(by, new)):
            continue
        if not is_slip(abs(new.value - before.value), by.value):
            continue
        less, more = sorted((new, before), key=lambda one: one.value)
        apart = operation(Operator.SUBTRACT, more.expression, less.expression)
        yield Found(
            change, "FC401", by.expression, Comparison.EQUAL, apart, (change, level, old),
            Sure.LIKELY, Wording.CHECK,
        )  # fmt: skip


def _are_said(draft: Draft, change: Mention, level: Mention, old: Mention) -> bool:
    if change.phrase is None or not change.phrase.is_change or change.sentence != old.sentence:
        return False
    if any(one.role not in _AMOUNTS for one in (change, level, old)):
        return False
    before = _FROM.fullmatch(draft.lower, level.end, old.start)
    if before is None or not _TO.fullmatch(draft.lower, change.end, level.start):
        return False
    return before.group("month") is None or not _OF_ANOTHER_SPAN.match(draft.after(old, 40))


_AMOUNTS = (Role.COUNT, Role.MONEY, Role.AMOUNT)
_TO = regex(r",? to (?:the |a (?:new )?(?:total|record|low|high) of )?")
_FROM = regex(
    r"(?:(?P<month> in (?!an?\b|the\b|one\b|just\b)[a-z]+)| (?:last|this) (?:year|season))?"
    r",? (?:(?:up|down) )?from (?:the )?"
)
"""A shorter time than that has a change of its own: "fell by 4 to 125 on Friday, from 160"."""
_OF_ANOTHER_SPAN = regex(
    r" (?:[a-z]+ )?(?:[a-z]+ )?(?:(?:years?|months?|weeks?|quarters?) (?:ago|earlier|before|since)"
    r"|last year|(?:19|20)\d\d|year)\b"
)
