"""What all other figures leave to one claim."""

from __future__ import annotations

from fentcheck.book.claim import Claim
from fentcheck.engine.check import Checked
from fentcheck.engine.derivation import Line, derivation, unit_shown
from fentcheck.engine.joint import implied
from fentcheck.expressions.compile import Readings, in_unit
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Unit


class Explanation(NamedTuple):
    """A claim, and what all figures but itself leave to it.

    `stated` and `implied` are in `unit`; `implied` is None where nothing else speaks of the
    claim's quantity, and `lines` are the way to its literal reading.
    """

    claim: Claim
    unit: Unit
    stated: Readings
    implied: Readings | None
    lines: tuple[Line, ...]


def explain(checked: Checked, claim: Claim) -> Explanation:
    """What is known of a claim of an article. Its value is one that could be read."""
    book = checked.book
    unit = unit_shown(book.unit(claim.name))
    values = book.values(claim.name)
    found = implied(book, checked.judgements, claim)
    return Explanation(
        claim,
        unit,
        Readings(*(in_unit(values[which], unit) for which in range(3))),
        None if found is None else Readings(*(in_unit(one, unit) for one in found.readings)),
        () if found is None else tuple(derivation(found.steps, found.ring, book)),
    )
