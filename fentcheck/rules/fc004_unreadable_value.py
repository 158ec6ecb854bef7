from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC004", "unreadable-value", Severity.ERROR)
def unreadable_value(book: Book) -> Yields:
    """A value, a period or the expression of a check cannot be read.

    Why: fentcheck never guesses: a figure that it cannot read is in no relation.
    Mend: write hedge, number and unit: “more than 150 people/day”.
    Example:

        claims:
          - id: deaths
            value: lots of people   # expect: FC004 lots
    """
    return (problem for problem in book.article.problems if problem.code == "FC004")
