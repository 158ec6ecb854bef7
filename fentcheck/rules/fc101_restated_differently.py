from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.expressions.tree import Comparison, Named
from fentcheck.rules.relation import Wording, over
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.rules.statements import join_plain_numbers, unit_of
from fentcheck.units.unit import Kind


@rule("FC101", "restated-differently", Severity.BY_VERDICT)
def restated_differently(book: Book) -> Yields:
    """The same quantity is stated twice with values that cannot both be true.

    Why: a reader who meets both figures cannot tell which one to believe.
    Mend: correct one, or give the claims the scopes or periods in which they differ.
    Example:

        claims:
          - id: homes_lead
            measure: homes flooded
            value: more than 9,000 homes
          - id: homes_box
            measure: homes flooded
            value: about 4,000 homes   # expect: FC101 contradicted 9,000
    """
    for claims in book.restated:
        for same in of_one_unit(claims):
            first, last = Named(same[0].name), Named(same[-1].name)
            yield over(same, "FC101", Wording.RESTATED, last, Comparison.EQUAL, first)


def of_one_unit(claims: list[Claim]) -> list[list[Claim]]:
    """The claims that state one quantity in comparable words: two or more of one dimension.

    Rates per day and per year meet in FC201; a number without a unit joins the one count there is.
    """
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        unit = unit_of(claim)
        per = (unit.size, unit.months) if unit.is_rate else ()
        groups.setdefault((unit.kind, unit.dimensions, per), []).append(claim)
    join_plain_numbers(groups, (Kind.PLAIN, (), ()))
    return [found for found in groups.values() if len(found) > 1]
