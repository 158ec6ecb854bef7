"""The findings of the joint check: sets of claims that cannot all be true."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice

from fentcheck.book.book import Book
from fentcheck.engine.certificate import of_conflict
from fentcheck.engine.derivation import conflict_text, unit_shown
from fentcheck.engine.finding import Finding, Place, Side
from fentcheck.engine.joint import Conflict, Left, Ring, can_all_be_true
from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.engine.nearest import numbers_near
from fentcheck.engine.offer import NEAREST, NOT_LOOKED_FOR, Mend, Offer
from fentcheck.engine.slips import shown, slipped
from fentcheck.engine.trial import RelationsOf, Spent, Work, relations_in, strain
from fentcheck.engine.wording import figure
from fentcheck.expressions.compile import Readings, in_base_units, in_unit
from fentcheck.interval import absolute
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.phrases.reading import read
from fentcheck.rules.fc203_jointly_impossible import jointly_impossible
from fentcheck.rules.rule import Severity


def joint_findings(
    found: Sequence[Conflict],
    unsettled: Sequence[Ring],
    book: Book,
    judgements: Sequence[Judgement],
) -> list[Finding]:
    """A finding for each set of claims that cannot all be true, and for each ring too tangled."""
    relations_of = relations_in(judgements)
    return [
        *(_of_conflict(one, book, relations_of) for one in found),
        *(_of_ring(one, book) for one in unsettled),
    ]


def _of_conflict(conflict: Conflict, book: Book, relations_of: RelationsOf) -> Finding:
    last = conflict.claims[-1]
    unit = unit_shown(book.unit(conflict.odd.name))
    said = book.values(conflict.odd.name)
    stated = Readings(*(in_unit(said[which], unit) for which in range(3)))
    computed = Readings(*(in_unit(one, unit) for one in conflict.implied))
    return Finding(
        code=jointly_impossible.code,
        rule=jointly_impossible.name,
        severity=jointly_impossible.severity,
        message=conflict_text(conflict, book),
        path=last.path,
        span=last.span(),
        claims=tuple(claim.name for claim in conflict.claims),
        figures=tuple(figure(claim) for claim in conflict.claims),
        certificate=of_conflict(conflict, book),
        mends=partial(_mend, conflict, book, relations_of),
        stated=Side(stated, unit),
        computed=Side(computed, unit),
        related=tuple(
            Place(claim.path, claim.span(), f"{claim.id}: {figure(claim)}")
            for claim in conflict.claims[:-1]
        ),
    )


def _mend(conflict: Conflict, book: Book, relations_of: RelationsOf) -> Mend:
    try:
        return _mended(conflict, book, relations_of)
    except Spent:
        return NOT_LOOKED_FOR


def _mended(conflict: Conflict, book: Book, relations_of: RelationsOf) -> Mend:
    """Figures for the claim that the others leave something else to, with which all can be true."""
    claim = conflict.odd
    phrase = claim.phrase
    if phrase is None or phrase.form is not Form.NUMBER or conflict.implied.literal.is_empty:
        return Mend()
    relations = relations_of(claim.name)
    limits = book.settings.limits
    work, looks = Work(limits.mend_work // _SHARE), Left.of(limits.joint_work // _SHARE)
    size = 1 + len(conflict.ring.ties) // _TIES

    def fits(meant: Phrase) -> bool:
        work.take(size)
        reading = in_base_units(
            read(meant, book.domain(claim), claim.statistic, book.settings.constants)
        )
        return (
            reading.literal.overlaps(conflict.implied.literal)
            and can_all_be_true(conflict.ring, conflict.claims, book, {claim.name: reading}, looks)
            and not looks.is_spent
            and strain(claim, meant, book, relations, work) == 1
        )

    ends = [
        absolute(end.value)
        for interval in (conflict.implied.pragmatic, conflict.implied.literal)
        for end in in_unit(interval, phrase.unit)
        if not isinstance(end.value, float) and end.value
    ]
    printed = absolute(phrase.low.value)
    ends.sort(key=lambda value: absolute(value - printed))
    left = conflict.implied.literal
    # A mere bound is met by too many slips to name one.
    tried = slipped(phrase) if left.is_bounded and left.lower.value > 0 else ()
    slips = (Offer(name, shown(meant), claim.name) for name, _, meant in tried if fits(meant))
    near = (
        Offer(NEAREST, shown(meant), claim.name)
        for meant in numbers_near(phrase, ends)
        if fits(meant)
    )
    return Mend((*islice(slips, 2), *islice(near, 1)))


def _of_ring(ring: Ring, book: Book) -> Finding:
    """Relations that go round in a ring, and narrow a little with every round."""
    most = f": {book.settings.limits.most('joint_work')}" if ring.is_given_up else ""
    claims = sorted(ring.claims.values(), key=lambda claim: claim.place)
    last = claims[-1]
    return Finding(
        code=jointly_impossible.code,
        rule=jointly_impossible.name,
        severity=Severity.NOTE,
        message=f"these {len(claims)} figures hang together in so many ways that they could not "
        f"be checked against each other all at once{most}",
        path=last.path,
        span=last.span(),
        claims=tuple(claim.name for claim in claims),
        figures=tuple(figure(claim) for claim in claims),
        verdict=Verdict.UNTESTABLE,
        reason="it would take too many rounds",
    )


_SHARE = 12
"""Conflicts that are told of in a file, which share the work that mends may be."""
_TIES = 4
"""J: ties that are passed on in the time that a relation is judged in."""
