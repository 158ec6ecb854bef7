"""Where the quotes of an article's claims stand in its text."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.document import Scalar
from fentcheck.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fentcheck.prose.document import Document


class Anchor(NamedTuple):
    """A claim's quote in the text: every place where it stands, as stretches of the prose.

    `paragraphs` are those of the places; `at` is the paragraph that the claim names, if any. Where
    there is no place, `near` has the words as the text has them, if only the case is another.
    """

    claim: Claim
    places: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    at: int | None
    near: str = ""

    @property
    def meant(self) -> tuple[tuple[int, int], ...]:
        """The places that the claim can mean."""
        if self.at is None:
            return self.places
        both = zip(self.places, self.paragraphs, strict=True)
        return tuple(place for place, paragraph in both if paragraph == self.at)


def anchors(book: Book) -> tuple[Anchor, ...]:
    """The anchors of all claims that have a quote, in their order; none without a usable text."""
    return _looked_for(book)[0]


def left_out(book: Book) -> Claim | None:
    """The first claim whose quote is not looked for, as that would take too long."""
    return _looked_for(book)[1]


def _looked_for(book: Book) -> tuple[tuple[Anchor, ...], Claim | None]:
    def look() -> tuple[tuple[Anchor, ...], Claim | None]:
        tries = _Tries(book.settings.limits.quote_tries)
        found = tuple(_anchors(book, tries))
        return found, tries.stopped_at

    return book.remembered("anchors", look)


class _Tries:
    """How many more places may be looked at, and the claim at which there were none left."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.stopped_at: Claim | None = None


def _anchors(book: Book, tries: _Tries) -> Iterator[Anchor]:
    text = book.text
    if text is None or text.document is None:
        return
    # What reads prose costs as much as a whole run on claims alone.
    from fentcheck.prose.folded import fold

    folded = fold(text.document.text)
    straight = folded.text.translate(_STRAIGHT)
    known: dict[str, list[tuple[int, int]]] = {}
    for claim in book.article.claims:
        quote = " ".join((claim.quote or "").split()).translate(_STRAIGHT)
        if not quote:
            continue
        found = known.get(quote)
        if found is None:
            found = known[quote] = list(_places(straight, quote, tries))
        if tries.left < 0:
            tries.stopped_at = claim
            return
        places = tuple((folded.original(a), folded.original(b - 1) + 1) for a, b in found)
        near = ""
        if not found:
            start = straight.lower().find(quote.lower()) if len(straight) < _SHORT else -1
            near = folded.text[start : start + len(quote)] if start >= 0 else ""
        paragraphs = tuple(_paragraph(text.document, start) for start, _ in places)
        yield Anchor(claim, places, paragraphs, _paragraph_named(claim), near)


def _places(text: str, quote: str, tries: _Tries) -> Iterator[tuple[int, int]]:
    """Where the quote stands as whole words and whole figures, as far as tries go."""
    start = text.find(quote)
    count = 0
    while start >= 0 and count < _MOST:
        tries.left -= 1
        if tries.left < 0:
            return
        end = start + len(quote)
        if not _is_cut(text, start, -1) and not _is_cut(text, end - 1, 1):
            count += 1
            yield start, end
        start = text.find(quote, start + 1)


def _is_cut(text: str, at: int, step: int) -> bool:
    """A word or a figure goes on beyond an end of the quote: “50 people” in “150 people”."""
    here, beside = text[at], text[at + step : at + step + 1] if at + step >= 0 else ""
    if not here.isalnum() or not beside:
        return False
    if beside.isalnum():
        return True
    beyond = text[at + 2 * step : at + 2 * step + 1] if at + 2 * step >= 0 else ""
    return here.isdecimal() and beside in ".," and beyond.isdecimal()


def _paragraph(document: Document, offset: int) -> int:
    return document.blocks[document.index_at(offset)].paragraph


def _paragraph_named(claim: Claim) -> int | None:
    node = claim.node.get("at")
    if isinstance(node, Scalar) and node.value.isdecimal() and len(node.value) < 7:
        return int(node.value)
    return None


_MOST = 1_000
_SHORT = 1 << 20
_STRAIGHT = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
