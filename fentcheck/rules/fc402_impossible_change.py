from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.span import Problem
from fentcheck.phrases.reading import Domain
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import Kind


@rule("FC402", "impossible-change", Severity.ERROR)
def impossible_change(book: Book) -> Yields:
    """Something that cannot be negative is said to have fallen by more than 100%.

    Why: a fall of 100% leaves nothing, and there is nothing below it.
    Mend: say what is meant: “fell to a third” is a fall of 67%.
    Example:

        claims:
          - id: before
            value: 900 cases
          - id: after
            value: 300 cases
          - id: fall
            change: {from: before, to: after}
            value: fell 300%   # expect: FC402 100%
    """
    for claim in book.linked:
        if claim.change is not None and is_impossible(book, claim):
            message = "a fall of more than 100% of what cannot be negative; 100% leaves nothing"
            yield Problem("FC402", claim.span(), message, (claim.name,))


def is_impossible(book: Book, claim: Claim) -> bool:
    """The change is a percentage that lies wholly below −100%, of what cannot be negative."""
    if claim.phrase is None or claim.change is None or claim.phrase.unit.kind is not Kind.RATIO:
        return False
    old = book.usable(claim.change.old)
    if old is None or old.phrase is None or claim.phrase.multiple:
        return False
    if book.domain(old) is Domain.ANY:
        return False
    upper = book.reading(claim).unclipped.upper
    limit = -1 / claim.phrase.unit.size
    return upper.value < limit or (upper.value == limit and upper.open)
