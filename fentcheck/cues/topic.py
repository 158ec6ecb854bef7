"""What the words round a figure speak of, apart from time, money and the verbs of sums."""

from __future__ import annotations

from fentcheck.cues import same
from fentcheck.cues.draft import Draft
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
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


def share_topic(draft: Draft, one: Mention, other: Mention) -> bool:
    """The words round two figures name one thing; those between neighbours are of neither.

    In two sentences they may also share the verb: "costs it €85,000 … has cost it €2.3 million".
    """
    first, second = (one, other) if one.start < other.start else (other, one)
    are_neighbours = draft.following(first) is second
    shared = about(draft, first, after=0 if are_neighbours else 50) & about(
        draft, second, before=0 if are_neighbours else 70
    )
    if shared or first.sentence == second.sentence:
        return bool(shared)
    return bool(_VERBS & same.stems(draft.before(one, 40)) & same.stems(draft.before(other, 40)))


def around(draft: Draft, mention: Mention) -> str:
    """The words on both sides of a figure, with its own."""
    left, right = beside(draft, mention, 30, 30)
    return f"{left}{mention.text.lower()}{right}"


def is_multiplied(draft: Draft, figure: Mention) -> bool:
    """A count stands right before it: "three 400mg tablets", "two 10-metre poles"."""
    many = draft.previous(figure)
    return (
        bool(figure.unit)
        and many is not None
        and many.role is Role.COUNT
        and not many.per
        and bool(_TIMES.fullmatch(draft.between(many, figure)))
    )


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


_TIMES = regex(r" ?[x×]? ?| of (?:the |these |those |its )?(?:[a-z]+ )?")
PEOPLE = frozenset("person people resident inhabitant islander citizen villager soul".split())
"""Nouns for whoever lives in a place."""
_VERBS = same.stems("cost pays paid earns spends takes brings")
_GENERAL = _found(
    """
    year month week day hour minute daily weekly monthly annual annually million billion thousand
    hundred average mean total worth make made making cost price paid pay spent new such including
    according come came coming get got take took taking each every bring brought now then put
    """
)
