from __future__ import annotations

from fentcheck.book.anchors import Anchor, anchors, left_out
from fentcheck.book.book import Book
from fentcheck.book.span import Problem
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC009", "quote-not-found", Severity.ERROR)
def quote_not_found(book: Book) -> Yields:
    """A quote does not stand in the article's text, or stands there more than once.

    Why: the text has been edited, and its figures may no longer be those that are checked.
    Mend: copy the words from the text, case kept. Where they stand there twice, say in which
    paragraph with at: 3, counted from 1, or quote a word more.
    Example:

        the text:
          The harbour lost 14 boats in the night.
        article: {text: text.md}
        claims:
          - id: boats_lost
            quote: 14 boats that night   # expect: FC009 text.md
            value: 14 boats
    """
    text = book.text
    stopped_at = left_out(book)
    if stopped_at is not None:
        most = book.settings.limits.most("quote_tries")
        message = (
            f"from here on quotes are not looked for, they may stand in too many places: {most}"
        )
        yield Problem("FC009", stopped_at.span("quote"), message, (stopped_at.name,))
    for anchor in anchors(book):
        trouble = _trouble(anchor, text.path if text is not None else "")
        if trouble is not None:
            claim, (message, essence) = anchor.claim, trouble
            yield Problem("FC009", claim.span("quote"), message, (claim.name,), essence=essence)


def _trouble(anchor: Anchor, path: str) -> tuple[str, str] | None:
    """What is wrong with a quote, if anything: in full, and without where it stands."""
    quote = " ".join((anchor.claim.quote or "").split())
    places = len(anchor.places)
    if not places:
        hint = f"; it has “{anchor.near}”" if anchor.near else ""
        return f"“{quote}” does not stand in {path}{hint}", f"“{quote}” does not stand there"
    paragraphs = sorted(set(anchor.paragraphs))
    if anchor.at is None and places > 1:
        if len(paragraphs) == 1:
            hint = f"paragraph {paragraphs[0]}; quote a word more"
        else:
            hint = f"paragraphs {_listed(paragraphs)}; say which with “at”"
        message = f"“{quote}” stands {places:,} times in {path}, in {hint}"
        return message, f"“{quote}” stands there more than once"
    if not anchor.meant:
        noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
        message = f"“{quote}” is not in paragraph {anchor.at}, but in {noun} {_listed(paragraphs)}"
        return message, f"“{quote}” is in another paragraph"
    return None


def _listed(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return str(numbers[0])
    first = numbers[:_MOST]
    if len(numbers) > _MOST:
        return f"{', '.join(map(str, first))} and others"
    return f"{', '.join(map(str, first[:-1]))} and {first[-1]}"


_MOST = 5
