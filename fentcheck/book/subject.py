"""What a claim is about. Within an article and across them, claims of one subject are one quantity.

The two differ in what links mean: within an article a share is of a claim that is named; across
articles, of a quantity. And where no period is given, only one article is sure to mean the same.
"""

from __future__ import annotations

from collections.abc import Callable

from fentcheck.book.claim import Claim
from fentcheck.book.vocabulary import MeasureKind, Vocabulary
from fentcheck.phrases.hedges import Statistic

Subject = tuple[object, ...]
"""What a claim is about: measure, scope, period, statistic, and whether it is a share or change."""

Find = Callable[[str], Claim | None]
"""The claim of a full id."""


def subject_of(claim: Claim, vocabulary: Vocabulary) -> Subject:
    """What a claim is about within its article."""
    if claim.measure is None or (claim.period is None and claim.node.get("period")):
        return ("claim", claim.name)  # of no measure, or of a period that cannot be read
    measure = vocabulary.measure(claim.measure)
    if vocabulary.kind(measure) is MeasureKind.CONSTANT:
        return (measure, claim.scope)
    period: object = claim.period
    if claim.period is not None:
        period = claim.period[:2] if claim.period.start or claim.period.end else claim.period
    return (measure, claim.scope, period, statistic_of(claim), _manner(claim))


def shared_subject(
    claim: Claim, subject: Subject, vocabulary: Vocabulary, find: Find
) -> Subject | None:
    """The same across articles, from the subject within the claim's own.

    None if no other article's claim can be sure to be about the same.
    """
    if not is_shared(subject):
        return None
    if len(subject) == 2:
        return subject
    measure, scope, period, statistic, _ = subject
    manner = shared_manner(claim, vocabulary, find)
    return None if manner is None else (measure, scope, period, statistic, manner)


def is_shared(subject: Subject) -> bool:
    """Another article can be about the same as this subject, whatever manner it is of."""
    if len(subject) == 2:  # a constant, or a claim by itself
        return subject[0] != "claim"
    return subject[2] is not None


def shared_manner(claim: Claim, vocabulary: Vocabulary, find: Find) -> Subject | None:
    """An amount, a share or a change, with what it is of. A measure of shares says that itself."""
    is_change = claim.phrase is not None and claim.phrase.is_change
    if claim.change is None and claim.measure is not None and not is_change:
        kind = vocabulary.kind(vocabulary.measure(claim.measure))
        if kind is MeasureKind.SHARE:
            return _SHARE
    if claim.share_of is not None:
        return _linked("share", (claim.share_of,), vocabulary, find)
    if claim.change is not None:
        return _linked("change", claim.change, vocabulary, find)
    return _CHANGE if is_change else _AMOUNT


def _linked(
    manner: str, names: tuple[str, ...], vocabulary: Vocabulary, find: Find
) -> Subject | None:
    """What is of other claims, with what they are about; None if one is not there."""
    found = [_unlinked(other, vocabulary) for name in names if (other := find(name)) is not None]
    if len(found) < len(names) or None in found:
        return None
    return (manner, *found)


_AMOUNT, _SHARE, _CHANGE = ("amount",), ("share",), ("change",)


def _unlinked(claim: Claim, vocabulary: Vocabulary) -> Subject | None:
    """What a whole, or the old or new value of a change, is about; nothing about its own links."""
    measure, *rest = subject_of(claim, vocabulary)
    if measure == "claim":
        return None
    return (measure, *rest[:3])


def statistic_of(claim: Claim) -> Statistic:
    """The statistic. A mean rate over a period gives its total."""
    if claim.statistic is Statistic.MEAN and claim.phrase is not None and claim.phrase.unit.is_rate:
        return Statistic.TOTAL
    return claim.statistic


def _manner(claim: Claim) -> object:
    """A share or a change is never one quantity with a count."""
    if claim.share_of is not None:
        return ("share", claim.share_of)
    if claim.change is not None:
        return ("change", claim.change)
    return claim.phrase is not None and claim.phrase.is_change
