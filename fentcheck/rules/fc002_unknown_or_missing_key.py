from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC002", "unknown-or-missing-key", Severity.ERROR)
def unknown_or_missing_key(book: Book) -> Yields:
    """A key is not one that fentcheck knows, or one that it needs is missing.

    Why: a misspelt key would silently be ignored, and what it says with it.
    Mend: correct the key, or add the one that is missing.
    Example:

        claims:
          - id: deaths
            mesure: overdose deaths   # expect: FC002 measure
            value: 12 people
    """
    return (problem for problem in book.article.problems if problem.code == "FC002")
