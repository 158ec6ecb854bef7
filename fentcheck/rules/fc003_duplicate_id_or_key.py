from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC003", "duplicate-id-or-key", Severity.ERROR)
def duplicate_id_or_key(book: Book) -> Yields:
    """An id, a key or a file name stands twice where it must be the only one.

    Why: a check that names it could mean either.
    Mend: rename the second, or delete it.
    Example:

        claims:
          - id: deaths
            value: 12 people
          - id: deaths   # expect: FC003
            value: 14 people
    """
    return (problem for problem in book.article.problems if problem.code == "FC003")
