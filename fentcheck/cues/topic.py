"""What the words round a figure speak of, apart from time, money and the verbs of sums."""

from __future__ import annotations

from fentcheck.cues import same
from fentcheck.cues.draft import Draft
from fentcheck.prose.mention import Mention
from fentcheck.units.nouns import PERSONS, singular


def stems(words: str) -> frozenset[str]:
    """The stems of some words that name something."""
    return _found(words) - _GENERAL


def _found(words: str) -> frozenset[str]:
    return frozenset(one.removesuffix("e") for one in same.stems(words))


def about(draft: Draft, mention: Mention, before: int = 70, after: int = 50) -> frozenset[str]:
    """The stems of the words round a figure, up to the figures beside it, its own noun included."""
    left, right = beside(draft, mention, before, after)
    return stems(f"{left} {mention.noun_phrase} {right}")


def share_topic(draft: Draft, one: Mention, other: Mention) -> frozenset[str]:
    """What the words round two figures both name; the words between neighbours are of neither."""
    first, second = (one, other) if one.start < other.start else (other, one)
    if draft.following(first) is second:
        return about(draft, first, after=0) & about(draft, second, before=0)
    return about(draft, first) & about(draft, second)


def beside(draft: Draft, mention: Mention, before: int, after: int) -> tuple[str, str]:
    """The words on either side of a figure in its sentence, up to the figures beside it."""
    left, right = draft.before(mention, before), draft.after(mention, after)
    previous, following = draft.previous(mention), draft.following(mention)
    if previous is not None:
        left = left[max(0, len(left) - max(0, mention.start - previous.end)) :]
    if following is not None:
        right = right[: max(0, following.start - mention.end)]
    return left, right


def noun_stems(mention: Mention) -> frozenset[str]:
    """The stems of what a figure counts, modifiers too."""
    return stems(mention.noun_phrase)


def is_persons(noun: str) -> bool:
    """A noun of persons, as printed or as a stem: any of them may stand for another."""
    return noun in PERSONS or singular(noun) in PERSONS or noun in ("head", "capita", "people")


PEOPLE = frozenset("person people resident inhabitant islander citizen villager soul".split())
"""Nouns for whoever lives in a place."""
_GENERAL = _found(
    """
    year month week day hour minute daily weekly monthly annual annually million billion thousand
    hundred average mean total worth make made making cost price paid pay spent new such including
    according come came coming get got take took taking each every bring brought now then put
    """
)
