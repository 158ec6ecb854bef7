"""How near the arithmetic of some figures comes, and how near they stand to each other.

Figures of a few sentences whose units fit a relation, and that miss it by as much as slips do, are
more likely meant as one than the same figures far apart, or a thousand times too large.
"""

from __future__ import annotations

from fentcheck.cues.alike import is_compared
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import powers
from fentcheck.cues.topic import around
from fentcheck.exact import Fraction
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


def size_of(mention: Mention) -> Fraction | None:
    """A figure in base units; None for a range or a share."""
    phrase = mention.phrase
    if phrase is None or phrase.form is not Form.NUMBER or phrase.high is not None:
        return None
    size: Fraction = Fraction(phrase.low.value) * phrase.unit.size
    return size


def sizes_of(*figures: Mention) -> tuple[Fraction, ...] | None:
    """All of them in base units; None if one of them is a range or a share."""
    sizes = tuple(size for one in figures if (size := size_of(one)) is not None)
    return sizes if len(sizes) == len(figures) else None


def nearness(computed: Fraction, stated: Fraction, figures: tuple[Mention, ...]) -> int:
    """2 for figures of neighbouring sentences that miss as slips do, 1 if one stands between."""
    sentences = [one.sentence for one in figures]
    apart = max(sentences) - min(sentences)
    return max(0, 2 - max(0, apart - 1)) if is_slip(computed, stated) else 0


def may_hold(sizes: tuple[Fraction, Fraction] | None) -> bool:
    """Whether a guess may come out, however the figures were rounded; else nobody need judge it."""
    return sizes is None or (sizes[0] <= 3 * sizes[1] and sizes[1] <= 3 * sizes[0])


def can_only_be(
    draft: Draft, computed: Fraction, stated: Fraction, figures: tuple[Mention, ...]
) -> bool:
    """They come near, nothing else of their sentences fits, and no word leaves the sum open."""
    return (
        nearness(computed, stated, figures) > 0
        and are_alone(draft, figures)
        and not any(_OPEN.search(around(draft, one)) for one in figures)
        and not any(one.role is Role.PERCENT for one in within(draft, figures))
    )


def within(draft: Draft, figures: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """All figures from the first of some to the last."""
    return draft.within(min(one.start for one in figures), max(one.start for one in figures))


def is_thwarted(draft: Draft, figures: tuple[Mention, ...]) -> bool:
    """The words say that not all of it came to pass, or that more came to it."""
    first = min(one.sentence for one in figures)
    last = min(max(one.sentence for one in figures) + 1, len(draft.sentences) - 1)
    start = max(draft.sentences[first].start, min(one.start for one in figures) - _FAR)
    end = min(draft.sentences[last].end, max(one.end for one in figures) + _FAR)
    return bool(_THWARTED.search(draft.lower, start, end))


def are_alone(draft: Draft, figures: tuple[Mention, ...]) -> bool:
    """No other figure of their sentences could take the place of one of them."""
    start = draft.sentences[min(one.sentence for one in figures)].start
    end = draft.sentences[max(one.sentence for one in figures)].end
    kinds = [_kind(one) for one in figures]
    return not any(
        one not in figures
        and not _is_repeated(one, figures)
        and _kind(one) in kinds
        and not is_compared(draft, one)
        for one in draft.within(start, end)
    )


def _kind(mention: Mention) -> tuple[object, ...]:
    return mention.role, mention.noun * (not mention.unit), tuple(sorted(powers(mention).items()))


def _is_repeated(mention: Mention, figures: tuple[Mention, ...]) -> bool:
    return any(size_of(one) == size_of(mention) and one.unit == mention.unit for one in figures)


def is_slip(computed: Fraction, stated: Fraction) -> bool:
    if computed <= 0 or stated <= 0:
        return False
    by = max(computed / stated, stated / computed)
    return by <= _TIMES or any(abs(by / ten - 1) <= _ROUNDED for ten in (10, 100, 1000))


_OPEN = regex(
    r"\b(?:up to|at (?:most|least)|no more than|typical(?:ly)?|usual(?:ly)?|commission|deduct\w*"
    r"|after (?:tax|fees|costs)|top speed|stops|includ(?:ed|ing)|only|left|at first|initially|began"
    r"|begins?|starts?|started|starting|finish\w*|rising|falling|median|peak|capacity)\b"
)
"""Beside a figure, these say that it is a bound, or not all, or not throughout."""
_FAR = 400
"""J: characters round some figures that a reader takes with them."""
_THWARTED = regex(
    r"\b(?:rated (?:for|at)|at best|half (?:speed|capacity|pace|power|rate|throttle)|stoppages?"
    r"|treated none|made none|shutdown|with (?:shipping|postage|delivery|carriage)|for children"
    r"|(?:was|were|had been|been) (?:spoil\w+|spilled|discarded|thrown|wasted|damaged)|not out)\b"
)
"""J: behind a full stop, too: "… at half speed all night"."""
_TIMES = 4
"""J: a figure that is wrong in its digits is seldom wrong by more."""
_ROUNDED = Fraction(1, 12)
"""J: what rounding may add to a slip by powers of ten."""
