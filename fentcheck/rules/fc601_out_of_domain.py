from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.span import Problem
from fentcheck.phrases.reading import Domain
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC601", "out-of-domain", Severity.ERROR)
def out_of_domain(book: Book) -> Yields:
    """A figure is one that its quantity can never have: a negative count, a share above 100%.

    Why: no reading of the words makes it true.
    Mend: correct the figure, or what it is said to be.
    Example:

        claims:
          - id: voters
            value: 9,000 voters
          - id: turnout
            share_of: voters
            value: 104%   # expect: FC601 100%
    """
    for claim in book.article.claims:
        phrase = claim.phrase
        if phrase is None or (claim.share_of is None and phrase.low.value >= 0):
            continue
        if book.is_outside(claim):
            if book.domain(claim) is Domain.SHARE:
                message = f"{claim.value}: a share lies between 0% and 100%"
            else:
                message = f"{claim.value}: this cannot be below zero"
            yield Problem("FC601", claim.span(), message, (claim.name,))
