from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC001", "unreadable-file", Severity.ERROR)
def unreadable_file(book: Book) -> Yields:
    """The file, or a part of it, is not readable YAML.

    Why: what cannot be read cannot be checked; the rest of the file still is.
    Mend: put right the line that is named. Text with a colon or a # in it wants quotes.
    Example:

        claims:
          - id: deaths
            value: 12 people
            note: [unclosed   # expect: FC001
    """
    return (problem for problem in book.article.problems if problem.code == "FC001")
