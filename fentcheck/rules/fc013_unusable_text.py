from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.span import Problem
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC013", "unusable-text", Severity.ERROR)
def unusable_text(book: Book) -> Yields:
    """The article's text is missing, outside the project, no regular file or too large.

    Why: its quotes and its other figures are not looked at.
    Mend: give the path from the claims file to the text, inside the project.
    Example:

        article: {text: drafts/harbour.md}   # expect: FC013 no text
        claims:
          - id: boats_lost
            value: 14 boats
    """
    text = book.text
    if text is not None and text.document is None:
        yield Problem("FC013", book.article.text_at, text.trouble, essence=text.essence)
