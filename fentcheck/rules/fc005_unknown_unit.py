from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC005", "unknown-unit", Severity.ERROR)
def unknown_unit(book: Book) -> Yields:
    """A unit is not known, and looks like a misspelt one.

    Why: a misspelt unit would be taken for a counted thing and meet no other figure.
    Mend: correct the unit. A word far from every unit is a counted thing, and fine.
    Example:

        claims:
          - id: seized
            value: 40 kilogarms   # expect: FC005 kilograms
    """
    return (problem for problem in book.article.problems if problem.code == "FC005")
