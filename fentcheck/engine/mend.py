"""What would mend a failed relation: named slips, and the nearest figure that fits.

A mend is offered only if every relation of its claim then holds on both readings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.engine.judge import Judgement
from fentcheck.engine.nearest import ends_asked_for, nearest, numbers_near
from fentcheck.engine.offer import NEAREST, NOT_LOOKED_FOR, Mend, Offer
from fentcheck.engine.slips import Slip, shown, slipped, slips
from fentcheck.engine.trial import RelationsOf, Spent, Trial, Work, holds_as, size_of, trial_of
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Named, Quoted
from fentcheck.interval import absolute
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.units.unit import Rational


class Mends:
    """What would mend the findings of a file.

    It is worked out in their order, whatever is asked for, until the work that the limit allows is
    done; so what a finding is told with does not hang on which others are shown.
    """

    def __init__(self, failing: Sequence[Judgement], book: Book, relations_of: RelationsOf) -> None:
        self._failing = failing
        self._book = book
        self._relations_of = relations_of
        self._work = Work(book.settings.limits.mend_work)
        self._found: list[Mend] = []

    def of(self, place: int) -> Mend:
        """What would mend one of them, by its place."""
        while len(self._found) <= place:
            if not self._work.left:
                return NOT_LOOKED_FOR
            judgement = self._failing[len(self._found)]
            self._found.append(mend(judgement, self._book, self._relations_of, self._work))
        return self._found[place]


def mend(judgement: Judgement, book: Book, relations_of: RelationsOf, work: Work) -> Mend:
    """What would mend a relation that fails."""
    try:
        return _mend(judgement, book, relations_of, work)
    except Spent:
        return NOT_LOOKED_FOR


def _mend(judgement: Judgement, book: Book, relations_of: RelationsOf, work: Work) -> Mend:
    work.take(size_of(judgement.relation))
    if isinstance(judgement.relation.stated, Quoted):
        return _ranked(*_for_phrase(judgement, judgement.relation.stated.phrase, book))
    claims = _candidates(judgement, book)
    trials = [
        trial for claim in claims if (trial := trial_of(claim, judgement, book, relations_of, work))
    ]
    named = (Offer(*slip, trial.claim.name) for trial in trials for slip in slips(trial))
    return _ranked(named, _nearest_of(trials))


def first_to_mend(
    failing: Iterable[Judgement], book: Book, relations_of: RelationsOf
) -> tuple[str, int] | None:
    """The claim for which another value would clear the most failing relations, and how many.

    None where no claim clears two: then there is nothing to begin with; or where it is too much
    work to tell.
    """
    by_claim: dict[str, list[Judgement]] = {}
    for judgement in failing:
        for claim in judgement.relation.claims:
            if claim.path == book.article.path:
                by_claim.setdefault(claim.name, []).append(judgement)
    often = [(name, found) for name, found in by_claim.items() if len(found) > 1]
    work = Work(book.settings.limits.mend_work // _SHARE_OF_FIRST)
    for name, found in sorted(often, key=lambda one: -len(one[1]))[:_MOST_TRIED]:
        claim, first = book.by_name[name], found[:_MOST_FOR_ONE]
        try:
            if any(_can_be_cleared(claim, one, book, relations_of, work) for one in first):
                return name, len(found)
        except Spent:
            return None
    return None


def _can_be_cleared(
    claim: Claim, judgement: Judgement, book: Book, relations_of: RelationsOf, work: Work
) -> bool:
    trial = trial_of(claim, judgement, book, relations_of, work)
    if trial is None:
        return False
    return nearest(trial) is not None or next(slips(trial), None) is not None


def _ranked(named: Iterator[Offer], near: Offer | None) -> Mend:
    """The slips as they come, and the nearest figure last."""
    found = list(islice(named, _MOST if near is None else _MOST - 1))
    return Mend((*found, near) if near is not None else tuple(found))


def _for_phrase(
    judgement: Judgement, phrase: Phrase, book: Book
) -> tuple[Iterator[Offer], Offer | None]:
    """What would mend a figure that stands in the relation itself: a conversion."""
    relation = judgement.relation
    if phrase.form is not Form.NUMBER:
        return iter(()), None
    near = numbers_near(phrase, ends_asked_for(judgement, phrase))
    fitting = (meant for meant in near if holds_as(meant, relation, book))
    named = (
        Offer(*Slip(name, shown(meant)))
        for name, _, meant in slipped(phrase)
        if holds_as(meant, relation, book)
    )
    found = next(fitting, None)
    return named, None if found is None else Offer(NEAREST, shown(found))


def _candidates(judgement: Judgement, book: Book) -> list[Claim]:
    """The claims that may be at fault: the odd or the stated one first, then the last ones."""
    relation = judgement.relation
    claims = [claim for claim in reversed(relation.claims) if claim.path == book.article.path]
    first = judgement.odd or (relation.stated.name if isinstance(relation.stated, Named) else None)
    return sorted(claims, key=lambda claim: claim.name != first)[:_MOST_TRIED]


def _nearest_of(trials: list[Trial]) -> Offer | None:
    """The nearest figure for the stated claim; where none is, for the one that changes least."""
    best: tuple[Rational, Offer] | None = None
    stated = [trial for trial in trials if trial.is_stated]
    for trial in stated or trials:
        meant = nearest(trial)
        if meant is None:
            continue
        offer = Offer(NEAREST, shown(meant), trial.claim.name)
        change = _times_apart(trial.phrase.low.value, meant.low.value)
        if best is None or change < best[0]:
            best = change, offer
    return None if best is None else best[1]


def _times_apart(one: Rational, other: Rational) -> Rational:
    small, large = sorted((absolute(one), absolute(other)))
    return Fraction(large) / small if small else 10**9


_MOST = 3
_SHARE_OF_FIRST = 2
"""J: the figure to look at first is looked for with half as much work as all mends."""
_MOST_TRIED = 8
"""Claims of one relation that are looked at, and claims that are tried for many."""
_MOST_FOR_ONE = 3
"""Findings of one claim from which a value that clears them all is sought."""
