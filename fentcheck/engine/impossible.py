"""The findings of the joint check: sets of claims that cannot all be true."""

from __future__ import annotations

from collections.abc import Sequence

from fentcheck.book.book import Book
from fentcheck.engine.certificate import of_conflict
from fentcheck.engine.derivation import conflict_text, unit_shown
from fentcheck.engine.finding import Finding, Place, Side
from fentcheck.engine.joint import Conflict, Ring, conflicts
from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.engine.wording import figure
from fentcheck.expressions.compile import LITERAL, Readings, in_unit
from fentcheck.rules.fc203_jointly_impossible import jointly_impossible
from fentcheck.rules.rule import Severity


def joint_findings(book: Book, judgements: Sequence[Judgement]) -> list[Finding]:
    """A finding for each set of claims that cannot all be true, and for each ring too tangled."""
    found, unsettled = conflicts(book, judgements)
    return [_of_conflict(one, book) for one in found] + [_of_ring(one) for one in unsettled]


def _of_conflict(conflict: Conflict, book: Book) -> Finding:
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
        certificate=of_conflict(
            conflict, {one.name: book.values(one.name)[LITERAL] for one in conflict.claims}
        ),
        stated=Side(stated, unit),
        computed=Side(computed, unit),
        related=tuple(
            Place(claim.path, claim.span(), f"{claim.id}: {figure(claim)}")
            for claim in conflict.claims[:-1]
        ),
    )


def _of_ring(ring: Ring) -> Finding:
    """Relations that go round in a ring, and narrow a little with every round."""
    claims = sorted(ring.claims.values(), key=lambda claim: claim.place)
    last = claims[-1]
    return Finding(
        code=jointly_impossible.code,
        rule=jointly_impossible.name,
        severity=Severity.NOTE,
        message=f"these {len(claims)} figures hang together in so many ways that they could not "
        "be checked against each other all at once",
        path=last.path,
        span=last.span(),
        claims=tuple(claim.name for claim in claims),
        figures=tuple(figure(claim) for claim in claims),
        verdict=Verdict.UNTESTABLE,
        reason="it would take too many rounds",
    )
