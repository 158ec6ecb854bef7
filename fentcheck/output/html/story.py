"""An article as it reads, its figures marked in place; its claims where it is not known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from fentcheck.book.anchors import anchors
from fentcheck.book.claim import Claim
from fentcheck.book.span import Span
from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.wording import about, figure
from fentcheck.output.html.markup import Markup, joined, shown, tag
from fentcheck.output.html.places import Figure, Places
from fentcheck.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fentcheck.prose.document import Block, Document


class _Mark(NamedTuple):
    """A stretch of the prose, and the figures that stand there."""

    start: int
    end: int
    figures: tuple[Figure, ...]


class Story(NamedTuple):
    """The text with its marks, and the claims that have no place in it."""

    text: Markup | None
    claims: Markup | None


def story(source: Source, places: Places) -> Story:
    """What there is to read of an article."""
    checked = source.checked
    if source.audit is not None:
        audit = source.audit
        marks = [
            _Mark(*audit.place(claim), (Figure(claim.path, claim.name),))
            for claim in checked.article.claims
            if claim.phrase is not None
        ]
        return Story(_prose(audit.draft.document, marks, places, checked), None)
    text = checked.book.text
    if text is None or text.document is None:
        return Story(None, _claims(checked.article.claims, places))
    marks = []
    placed = set()
    for anchor in anchors(checked.book):
        own = Figure(anchor.claim.path, anchor.claim.name)
        for start, end in anchor.meant[:1]:
            placed.add(anchor.claim.name)
            marks.append(_Mark(start, end, (own,)))
    marks += _uncovered(checked.findings, text.path, text.document)
    rest = [claim for claim in checked.article.claims if claim.name not in placed]
    return Story(_prose(text.document, marks, places, checked), _claims(rest, places))


def at_span(path: str, span: Span) -> Figure:
    """A figure that is no claim, by where it stands."""
    return Figure(path, f"{span.line}:{span.column}")


def _uncovered(findings: Iterable[Finding], path: str, document: Document) -> Iterator[_Mark]:
    """The figures of a text that findings stand at, and that are no claims."""
    for finding in findings:
        if finding.path == path and not finding.claims and not finding.waived:
            span = finding.span
            start = _offset(document, span.line, span.column)
            end = _offset(document, span.end_line, span.end_column)
            yield _Mark(start, max(start + 1, end), (at_span(path, span),))


def _offset(document: Document, line: int, column: int) -> int:
    """The offset of the text that stands at a place of its file."""
    offsets = range(len(document.text))
    behind = bisect_right(offsets, (line, column), key=lambda one: document.place(one, one + 1)[:2])
    return max(0, behind - 1)


def _prose(
    document: Document, marks: Iterable[_Mark], places: Places, checked: Checked
) -> Markup | None:
    """The blocks of a text; the cells of a table as one."""
    apart = _apart(marks)
    starts = [mark.start for mark in apart]

    def inside(block: Block) -> Markup:
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        return _inside(document.text, block, apart[first:last], places)

    pieces: list[Markup] = []
    for table, blocks in groupby(document.blocks, key=lambda block: block.table):
        if table:
            pieces.append(_table(list(blocks), inside))
        else:
            pieces += (_block(block, inside(block)) for block in blocks)
    return tag("div", pieces, class_="prose", dir="auto") if pieces else None


def _apart(marks: Iterable[_Mark]) -> list[_Mark]:
    """Marks in order; those that overlap are one."""
    joined_marks: list[_Mark] = []
    for mark in sorted(marks):
        last = joined_marks[-1] if joined_marks else None
        if last is not None and mark.start < last.end:
            joined_marks[-1] = _Mark(
                last.start, max(last.end, mark.end), (*last.figures, *mark.figures)
            )
        else:
            joined_marks.append(mark)
    return joined_marks


def _inside(text: str, block: Block, marks: Sequence[_Mark], places: Places) -> Markup:
    """The words of a block with its marks."""
    pieces: list[Markup] = []
    at = block.start
    for mark in marks:
        pieces.append(_words(text[at : mark.start]))
        end = min(mark.end, block.end)
        pieces.append(places.mark(mark.figures, " ".join(text[mark.start : end].split())))
        at = end
    pieces.append(_words(text[at : block.end]))
    return joined(pieces)


def _words(text: str) -> Markup:
    """Running text with its white space folded, but kept at its ends."""
    words = " ".join(text.split())
    if not words:
        return shown(" " if text else "")
    return shown(f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}")


def _block(block: Block, inside: Markup) -> Markup:
    name, kind = _ELEMENTS.get(block.kind.value, ("p", None))
    return tag(name, inside, class_=kind)


def _table(blocks: Sequence[Block], inside: Callable[[Block], Markup]) -> Markup:
    rows = [
        tag("tr", [tag("td", inside(block)) for block in row])
        for _, row in groupby(blocks, key=lambda block: (block.table, block.row))
    ]
    return tag("div", tag("table", tag("tbody", rows)), class_="scroll")


def _claims(claims: Sequence[Claim], places: Places) -> Markup | None:
    """Claims in the order of their file, each with its quote."""
    if not claims:
        return None
    items = []
    for claim in claims:
        quote = " ".join((claim.quote or "").split())
        value = figure(claim)
        said = [tag("code", claim.id)]
        said += [tag("span", part) for part in _about(claim, value if quote else "")]
        mark = places.mark((Figure(claim.path, claim.name),), quote or value or "?")
        words = joined("“", mark, "”") if quote else mark
        items.append(
            tag("li", tag("p", words, class_="quote", dir="auto"), tag("p", said, class_="about"))
        )
    return tag("ol", items, class_="claims")


def _about(claim: Claim, value: str) -> Iterator[str]:
    quote = " ".join((claim.quote or "").split())
    if value and value != quote:
        yield value
    yield from (part for part in (claim.measure or "", about(claim)) if part)


_ELEMENTS: dict[str, tuple[str, str | None]] = {
    "heading": ("p", "head"),
    "item": ("p", "item"),
    "quote": ("blockquote", None),
    "caption": ("p", "caption"),
    "cell": ("p", None),
}
