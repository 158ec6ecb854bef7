from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.unit import comparable


@cue("unit-compared")
def unit_compared(draft: Draft) -> Iterator[Found]:
    """Two figures whose numbers are as the words compare them, and whose units are not.

    A unit that is wrong by its prefix leaves the number: 25 micrograms are over 10 of them, and
    far below 10 milligrams.
    Words: over, above, exceeds, well past; below, under, within, short of; twice, half, ten times.
    Finding: The pill has 25 micrograms of zinc, well over the 10 milligrams in the old one.
    Clean: The pill has 25 micrograms of zinc, far less than the 10 milligrams in the old one.
    """
    for other in draft.figures:
        first = _before(draft, other)
        if first is None:
            continue
        words = draft.between(first, other) + draft.lower[other.start : other.figure_start]
        found = _compared(words)
        if found is None or _NOT.search(words):
            continue
        comparison, times = found
        numbers = [Fraction(one.phrase.low.value) for one in (first, other) if one.phrase]
        sizes = [Fraction(size_of(one) or 0) for one in (first, other)]
        if not _are_so(comparison, times, *numbers) or _are_so(comparison, times, *sizes):
            continue
        computed = draft.named(other)
        yield Found(
            other,
            "FC403",
            draft.named(first),
            comparison,
            computed if times == 1 else operation(Operator.MULTIPLY, Exact(times), computed),
            (first, other),
            Sure.LIKELY,
        )


def _before(draft: Draft, other: Mention) -> Mention | None:
    """The figure right before one, of its dimensions in a unit larger by its prefix."""
    if _is_loose(other):
        return None
    alike = [
        one
        for one in draft.beside(other, 0, _FEW)
        if one.start < other.start and not _is_loose(one) and one.role is other.role
    ]
    first = alike[-1] if alike else None
    if first is None:
        return None
    assert first.phrase is not None
    assert other.phrase is not None
    one, two = first.phrase.unit, other.phrase.unit
    if not comparable(one, two) or one.size <= 0 or two.size <= 0:
        return None
    by = Fraction(max(one.size, two.size)) / min(one.size, two.size)
    return first if by in _PREFIXES else None


def _is_loose(one: Mention) -> bool:
    return (
        one.phrase is None
        or isinstance(one.value, tuple)
        or one.role not in (Role.AMOUNT, Role.PERCENT)
        or not size_of(one)
    )


def _compared(words: str) -> tuple[Comparison, Fraction] | None:
    """How the first is said to stand to the second."""
    if len(words) > _FAR:
        return None
    if found := _MULTIPLE.search(words):
        return Comparison.EQUAL, _TIMES[found.group(1)]
    over, under = _OVER.search(words), _UNDER.search(words)
    if (over is None) is (under is None):
        return None
    return (Comparison.MORE if over else Comparison.LESS), Fraction(1)


def _are_so(comparison: Comparison, times: Fraction, one: Fraction, other: Fraction) -> bool:
    if comparison is Comparison.EQUAL:
        return bool(abs(one - times * other) * 10 <= one)
    return one > other if comparison is Comparison.MORE else one < other


_FAR = 160
_FEW = 4
_PREFIXES = frozenset(Fraction(1000) ** power for power in (1, 2, 3)) | {
    Fraction(10),
    Fraction(100),
}
_OVER = regex(
    r"\b(?:over|above|exceed\w*|in excess of|beyond|past|more than|higher than|greater than"
    r"|larger than"
    r"|heavier than|longer than|thicker than|up from|breach\w*|surpass\w*|top(?:s|ped|ping)"
    r"|outstrip\w*"
    r"|against an? (?:legal |safe )?(?:limit|maximum))\b"
)
_UNDER = regex(
    r"\b(?:below|under|less than|lower than|smaller than|lighter than|shorter than|thinner than"
    r"|short of"
    r"|within|beneath|down from|fewer than)\b"
)
_NOT = regex(
    r"\b(?:not|no|never|nor|hardly|neither|without|nowhere|if|unless|instead|a (?:thousand"
    r"|million) times)\b"
    r"|n[’']t\b|[;]"
)
_TIMES = {
    "twice": Fraction(2), "double": Fraction(2), "half": Fraction(1, 2), "three times": Fraction(3),
    "treble": Fraction(3), "triple": Fraction(3), "four times": Fraction(4),
    "five times": Fraction(5), "ten times": Fraction(10), "a third": Fraction(1, 3),
    "a quarter": Fraction(1, 4), "a tenth": Fraction(1, 10), "a fifth": Fraction(1, 5),
    "the same as": Fraction(1), "equal to": Fraction(1),
}  # fmt: skip
_MULTIPLE = regex(
    rf"\b({'|'.join(_TIMES)})\b(?: of| as much as)? (?:the|its|an?|that|those|what)\b"
)
