from __future__ import annotations

from collections.abc import Iterator

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.wholes import Whole, wholes
from fentcheck.expressions.tree import Comparison, Expression, Named
from fentcheck.rules.relation import Relation, Wording, over, sum_of
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC301", "parts-and-total", Severity.BY_VERDICT)
def parts_and_total(book: Book) -> Yields:
    """The parts of a whole add up to more than it, or not to it where they are all of it.

    Why: readers add up a list.
    Mend: correct a part or the whole. Say “overlapping: true” on the whole where a thing can be
    counted in two parts, and “parts: exhaustive” where the parts are all there is.
    Example:

        claims:
          - id: budget
            parts: exhaustive
            value: £86 million
          - id: schools
            part_of: budget
            value: £45 million
          - id: roads
            part_of: budget
            value: £51 million   # expect: FC301 contradicted £96 million
    """
    for whole in wholes(book):
        if whole.parts:
            yield from _relations(whole)


def _relations(whole: Whole) -> Iterator[Relation]:
    claim, parts = whole.claim, whole.parts
    together = sum_of(parts)
    if not claim.overlapping:
        comparison = Comparison.EQUAL if whole.parts_are_all else Comparison.AT_LEAST
        yield _relation(claim, parts, comparison, together)
        return
    for part in parts:
        yield _relation(claim, (part,), Comparison.AT_LEAST, Named(part.name))
    if whole.parts_are_all and len(parts) > 1:
        yield _relation(claim, parts, Comparison.AT_MOST, together)


def _relation(
    whole: Claim, parts: tuple[Claim, ...], comparison: Comparison, computed: Expression
) -> Relation:
    claims = (whole, *parts)
    return over(claims, "FC301", Wording.PARTS, Named(whole.name), comparison, computed)
