from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.wholes import Whole, wholes
from fentcheck.expressions.tree import Comparison, Expression, Named, Operator, operation
from fentcheck.rules.relation import Relation, Wording, over
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC203", "jointly-impossible", Severity.ERROR)
def jointly_impossible(book: Book) -> Yields:
    """Several figures cannot all be true together, although each relation by itself can.

    Why: what one relation leaves to a figure, the next one carries on. A reader who follows the
    figures from one to the next ends at another number than the one in print.
    Where relations go round, as in a table with the sums of its rows and of its columns, all of
    them together say what none does: both must come to one number, whatever the cells are.
    Mend: at least one of the figures named is wrong; the arithmetic shows the way between them.
    Example:

        claims:
          - id: members
            value: exactly 1,250 members
          - id: women
            part_of: members
            value: more than 700 members
          - id: men
            part_of: members
            value: hundreds of members
          - id: new_men
            value: 420 members
          - id: old_men
            value: 180 members   # expect: FC203 at most 134 members
        checks:
          - that: men == new_men + old_men
    """
    # The engine finds it in the relations of all rules; what comes from here is one more kind
    # of them, which no other rule looks at: a whole with some parts and, for others, the share.
    for whole in wholes(book):
        parts, shares = _without_double(book, whole)
        if parts and shares and not whole.claim.overlapping:
            yield _relation(whole, parts, shares)


def _without_double(book: Book, whole: Whole) -> tuple[list[Claim], list[Claim]]:
    """The parts, and the shares that no part is about; none of either where that is in doubt."""
    parts, shares = list(whole.parts), list(whole.shares)
    if any(one.measure is None for one in (*parts, *shares)):
        return [], []
    vocabulary = book.vocabulary
    for share in shares:
        for part in parts:
            if vocabulary.is_within(part.scope, share.scope) or vocabulary.is_within(
                share.scope, part.scope
            ):
                return [], []
    return parts, shares


def _relation(whole: Whole, parts: list[Claim], shares: list[Claim]) -> Relation:
    name = whole.claim.name
    terms: list[Expression] = [Named(part.name) for part in parts]
    terms += [operation(Operator.MULTIPLY, Named(one.name), Named(name)) for one in shares]
    return over(
        (whole.claim, *parts, *shares),
        "FC203",
        Wording.PARTS,
        Named(name),
        Comparison.AT_LEAST,
        operation(Operator.SUM, *terms),
    )
