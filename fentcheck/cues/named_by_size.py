"""A thing called by its size: "the 41,000-acre fire" that had burnt 14,000 acres."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import powers
from fentcheck.cues.topic import stems
from fentcheck.cues.whole import is_typed_wrong
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


@cue("named-by-size")
def named_by_size(draft: Draft) -> Iterator[Found]:
    """The size that a thing is called by is the one that it was said to have, typed wrong.

    Words: "the 41,000-acre fire", "the 26-metre yacht", behind the only figure of that unit whose
    sentence speaks of the thing; the digits are in another order, one of them is wrong, or it is
    ten, a hundred or a thousand times as much.
    Finding: The fire had eaten 14,000 acres by noon. Crews had the 41,000-acre fire in hand.
    Clean: The fire had eaten 14,000 acres by noon. Crews had the 14,000-acre fire in hand.
    """
    for one in draft.figures:
        if one.role is not Role.AMOUNT or one.per or not one.noun or one.hedge != "=":
            continue
        if "-" not in one.text or not _THE.search(draft.before(one, 8)):
            continue
        known = _said_before(draft, one)
        if known is not None and _is_slip(known, one):
            yield Found(
                one, "FC101", draft.named(one), Comparison.EQUAL, draft.named(known), (known, one),
                Sure.LIKELY,
            )  # fmt: skip


def _said_before(draft: Draft, one: Mention) -> Mention | None:
    """The only figure of its unit before it, if its sentence speaks of the same thing."""
    unit, thing = powers(one), stems(one.noun)
    before = [
        other
        for other in draft.beside(one, _NEAR, _MOST)
        if other.start < one.start
        and other.role is Role.AMOUNT
        and not other.per
        and other.unit == one.unit
        and powers(other) == unit
    ]
    if len({other.value for other in before}) != 1 or isinstance(before[-1].value, tuple):
        return None
    known = before[0]
    between = draft.lower[known.end : one.start]
    if _ANOTHER.search(between[:_FAR]) or _ANOTHER.search(between[-_FAR:]):
        return None
    words = draft.lower[draft.sentence(known).start : known.start]
    return known if thing & stems(words) and known.hedge == "=" else None


def _is_slip(known: Mention, one: Mention) -> bool:
    if isinstance(known.value, tuple) or isinstance(one.value, tuple):
        return False
    if not known.value or not one.value or known.value == one.value:
        return bool(known.value == one.value)
    ratio = Fraction(max(known.value, one.value)) / Fraction(min(known.value, one.value))
    return ratio in _NOUGHTS or is_typed_wrong(known.value, one.value)


_NEAR = 40
"""J: sentences; what a thing is called by is called up late in a report."""
_MOST = 60
_FAR = 300
_ANOTHER = regex(
    r"\b(?:second|third|another|others?|smaller|larger|bigger|lesser|twin|sister|next|nearby"
    r"|neighbou?ring|upstream|downstream|older|newer|former|latter|previous|replac\w+)\b"
)
_THE = regex(r"\b(?:the|this|that) \Z")
_NOUGHTS = (10, 100, 1000)
