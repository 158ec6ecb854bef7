from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.wholes import Whole, wholes
from fentcheck.expressions.tree import Comparison, Exact
from fentcheck.rules.relation import Relation, Wording, over, sum_of
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC302", "shares-exceed-whole", Severity.BY_VERDICT)
def shares_exceed_whole(book: Book) -> Yields:
    """The shares of one whole add up to more than 100%, or not to 100% where they are all of it.

    Why: nothing has more than all of itself.
    Mend: correct a share. Say “overlapping: true” on the whole where a thing can be in two shares.
    Example:

        claims:
          - id: power
            measure: electricity used
            value: 40 GWh
          - id: wind
            share_of: power
            value: 75%
          - id: gas
            share_of: power
            value: 37%   # expect: FC302 contradicted 112%
    """
    for whole in wholes(book):
        relation = _relation(book, whole)
        if relation is not None:
            yield relation


def _relation(book: Book, whole: Whole) -> Relation | None:
    shares, claim = whole.shares, whole.claim
    exhaustive = whole.shares_are_all
    if (len(shares) < 2 and not exhaustive) or (claim.overlapping and not exhaustive):
        return None
    if not shares or any(book.is_outside(share) for share in shares):
        return None
    comparison = Comparison.AT_LEAST
    if exhaustive:
        comparison = Comparison.AT_MOST if claim.overlapping else Comparison.EQUAL
    return over(shares, "FC302", Wording.SHARES, Exact(1), comparison, sum_of(shares))
