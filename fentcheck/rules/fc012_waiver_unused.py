from __future__ import annotations

from collections.abc import Collection
from datetime import date

from fentcheck.book.book import Book
from fentcheck.book.claim import Waiver
from fentcheck.book.span import Problem
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.names import nearest_name


@rule("FC012", "waiver-unused", Severity.WARNING)
def waiver_unused(book: Book) -> Yields:
    """A waiver waives nothing: its last day is past, or there is no such finding.

    Why: a waiver that stays behind would hide the next mistake with these figures.
    Mend: delete it. If the finding is still accepted, give it a later “until”. FC001 is never
    waived: mend what it names.
    Example:

        claims:
          - id: homes_lead
            measure: homes flooded
            value: about 9,000 homes
          - id: homes_box
            measure: homes flooded
            value: 9,000 homes
        waivers:
          - code: FC101   # expect: FC012 no such finding
            claims: [homes_lead, homes_box]
            reason: two counts, both printed
    """
    today = book.settings.today
    for waiver in book.article.waivers:
        if waiver.code == NEVER_WAIVED:
            yield _problem(waiver, _OF_NEVER_WAIVED)
        elif has_expired(waiver, today) and waiver.until:
            day = date.fromordinal(waiver.until).isoformat()
            yield _problem(waiver, f"this waiver of {waiver.code} ended on {day}")


def has_expired(waiver: Waiver, today: int) -> bool:
    """Its last day is before today. An `until` that cannot be read is past too."""
    return waiver.until is not None and waiver.until < today


def unused(waiver: Waiver, codes: Collection[str]) -> Problem:
    """What is said of a waiver that matches nothing; `codes` are those of all rules."""
    if waiver.code in codes:
        return _problem(waiver, f"there is no such finding: this waiver of {waiver.code} is unused")
    meant = nearest_name(waiver.code, sorted(codes))
    hint = f"; did you mean “{meant}”?" if meant else ""
    return _problem(waiver, f"there is no rule {waiver.code}{hint}")


def _problem(waiver: Waiver, message: str) -> Problem:
    return Problem("FC012", waiver.span, message, waiver.claims)


NEVER_WAIVED = "FC001"
"""What could not be read was not checked either: nobody knows what would be accepted."""
_OF_NEVER_WAIVED = (
    f"{NEVER_WAIVED} cannot be waived: what is not read is not checked; mend what it names, and "
    "delete this waiver"
)
