from __future__ import annotations

from collections.abc import Iterator

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.document import Mapping, Node, Sequence, part_of, span_of
from fentcheck.book.span import Problem, Span
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.names import nearest_name


@rule("FC006", "unknown-claim", Severity.ERROR)
def unknown_claim(book: Book) -> Yields:
    """A check, a link or a waiver names a claim that is not there.

    Why: what it says would be checked against nothing.
    Mend: correct the id. A claim of another file is “file_name.claim_id”.
    Example:

        claims:
          - id: killed
            value: 12 people
        checks:
          - that: kiled <= "20 people"   # expect: FC006 killed
    """
    for claim in book.linked:
        yield from _in_links(book, claim)
    if book.article.is_reference:
        yield from _in_successions(book)
    for check in book.article.checks:
        for named in check.named:
            if _is_missing(book, named.name):
                yield _unknown(book, named.name, part_of(check.node, named.start, named.end))
    for waiver in book.article.waivers:
        for index, name in enumerate(waiver.claims):
            if _is_missing(book, name):
                yield _unknown(book, name, _place(waiver.claims_node, index) or waiver.span)


def _in_links(book: Book, claim: Claim) -> Iterator[Problem]:
    for index, name in enumerate(claim.part_of):
        yield from _in_link(book, claim, name, "part_of", index)
    if claim.share_of is not None:
        yield from _in_link(book, claim, claim.share_of, "share_of", 0)
    if claim.change is not None:
        yield from _in_link(book, claim, claim.change.old, "from", 0)
        yield from _in_link(book, claim, claim.change.new, "to", 0)


def _in_link(book: Book, claim: Claim, name: str, key: str, index: int) -> Iterator[Problem]:
    if name == claim.name:
        message = f"“{claim.id}” names itself"
        yield Problem("FC006", _link(claim, key, index), message, (claim.name,))
    elif _is_missing(book, name):
        yield _unknown(book, name, _link(claim, key, index), claim.name)


def _link(claim: Claim, key: str, index: int) -> Span:
    """Where a link names a claim: under its own key, or under one of a change."""
    if key not in ("from", "to"):
        return _place(claim.node.get(key), index) or claim.span()
    change = claim.node.get("change")
    return change.span(key) if isinstance(change, Mapping) else claim.span("change")


def _in_successions(book: Book) -> Iterator[Problem]:
    for claim in book.article.claims:
        old = claim.supersedes
        if old == claim.name:
            message = f"“{claim.id}” supersedes itself"
            yield Problem("FC006", claim.span("supersedes"), message, (claim.name,))
        elif old is not None and _is_missing(book, old):
            yield _unknown(book, old, claim.span("supersedes"), claim.name)


def _place(node: Node | None, index: int) -> Span | None:
    if isinstance(node, Sequence) and index < len(node.items):
        return span_of(node.items[index])
    return span_of(node) if node is not None else None


def _is_missing(book: Book, name: str) -> bool:
    """There is no such claim; among those of a file that were not all read, there may be."""
    if book.find(name) is not None:
        return False
    return book.article.has_all_claims or name.rpartition(".")[0] != book.article.stem


def _unknown(book: Book, name: str, span: Span, claim: str = "") -> Problem:
    stem, _, claim_id = name.rpartition(".")
    own = stem == book.article.stem
    shown = claim_id if own else name
    meant = (
        nearest_name(
            claim_id, book.remembered("ids", lambda: [one.id for one in book.article.claims])
        )
        if own
        else None
    )
    hint = f"; did you mean “{meant}”?" if meant else ""
    message = f"there is no claim “{shown}”{hint}"
    return Problem("FC006", span, message, (claim,) if claim else (), names=(name,))
