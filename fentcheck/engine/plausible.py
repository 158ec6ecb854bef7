"""Whether figures that do not come out were meant to: what a long draft tempts a cue to misread.

A draft of some hundred figures has, for almost any two of them, a third that could be their
product or difference. A slip of the pen leaves its traces: the result is of the right size, or
wrong by noughts; and no other figure of the draft would put it right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fentcheck.book.book import Book
from fentcheck.cues.before_after import as_share
from fentcheck.cues.cue import Found
from fentcheck.cues.draft import Draft
from fentcheck.engine.judge import Judgement, Verdict, judge
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import Values
from fentcheck.expressions.tree import Comparison
from fentcheck.phrases.phrase import Form
from fentcheck.phrases.reading import read
from fentcheck.prose.mention import Mention, Role

_LARGEST = 12
"""J: a slip other than of noughts does not miss by more."""
_LARGEST_OF_SEVERAL = 5
"""J: the same where a relation takes figures that may well have been tied wrongly."""
_OF_SEVERAL = frozenset(("FC202", "FC301", "FC303", "FC502"))
_BY_NOUGHTS = (10, 100, 1000, 1000**2, 1000**3)
_CLOSE = Fraction(11, 10)
_ROUNDED = 2
"""A gap is told between the nearer ends of what rounded figures may be."""
_SEVERAL = 3
_NEAREST = 120
"""So many figures of the draft before and behind are looked at."""


def was_meant(found: Found, judgement: Judgement, draft: Draft, book: Book) -> bool:
    """A relation that fails may be what the words say: it is of three figures or more, and they
    are of one size and one topic.
    """
    if judgement.verdict is Verdict.STRAINED and _is_round_fraction(found.about):
        return False
    if found.code in _OF_SEVERAL and not _is_slip(judgement, _LARGEST_OF_SEVERAL):
        return False
    figures = [one for one in dict.fromkeys(found.figures) if one.phrase is not None]
    if len(figures) < _SEVERAL and found.code not in _PRODUCTS:
        return True
    if not _is_slip(judgement, _LARGEST):
        return False
    if found.code not in _PRODUCTS or found.comparison is not Comparison.EQUAL:
        return True
    if len({one.sentence for one in figures}) == 1:
        return True
    return not any(
        _would_hold(judgement, draft, book, figure, other)
        for figure in figures
        for other in _others(draft, figure, figures)
    )


def _is_round_fraction(figure: Mention) -> bool:
    """ "Nearly four-fifths": what is strained there is a way of speaking, and no slip."""
    phrase = as_share(figure)
    return phrase is not None and phrase.form is Form.FRACTION and figure.hedge != "="


def _is_slip(judgement: Judgement, largest: int) -> bool:
    """The sides are of one size, or apart by noughts."""
    gap = judgement.gap
    if gap is None or gap <= largest:
        return True
    return any(power <= gap * _ROUNDED and gap <= power * _CLOSE for power in _BY_NOUGHTS)


def _others(draft: Draft, figure: Mention, besides: Sequence[Mention]) -> Iterator[Mention]:
    """The figures that may stand for one: of its kind, or printed without unit and noun."""
    at = draft.figures.index(figure) if figure in draft.figures else 0
    for other in draft.figures[max(0, at - _NEAREST) : at + _NEAREST]:
        if other in besides or other.phrase is None or other.phrase.form is not Form.NUMBER:
            continue
        is_bare = other.role is Role.COUNT and not other.noun and not other.per
        if is_bare or (other.role is figure.role and other.per in (figure.per, "")):
            yield other


def _would_hold(
    judgement: Judgement, draft: Draft, book: Book, figure: Mention, other: Mention
) -> bool:
    """With another figure in the place of one of its own, as printed, it comes out."""
    own = book.by_name[draft.name(figure)].phrase
    if own is None or other.phrase is None:
        return False
    unit = other.phrase.unit
    if other.role is Role.COUNT or (other.unit == figure.unit and not other.per):
        unit = own.unit
    elif unit.dimensions != own.unit.dimensions:
        return False
    instead = Values(read(other.phrase._replace(unit=unit, direction=None)))
    again = judge(judgement.relation, book, {draft.name(figure): instead})
    return again is not None and not again.verdict.fails


_PRODUCTS = frozenset(("FC104", "FC201", "FC202"))
