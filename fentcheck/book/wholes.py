"""The parts and shares of one whole, each quantity once, for the rules that add them up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fentcheck.book.book import Book, is_total
from fentcheck.book.claim import Claim
from fentcheck.units.unit import Kind, comparable


class Whole(NamedTuple):
    """A whole with its parts and shares, each quantity once, in file order."""

    claim: Claim
    parts: tuple[Claim, ...]
    shares: tuple[Claim, ...]


def wholes(book: Book) -> tuple[Whole, ...]:
    """Every claim that others are parts or shares of, in the order in which it is first named."""
    if not book.parts and not book.shares:
        return ()
    return book.remembered("wholes", lambda: tuple(_wholes(book)))


def _wholes(book: Book) -> Iterator[Whole]:
    for name in dict.fromkeys((*book.parts, *book.shares)):
        claim = book.usable(name)
        if claim is None or claim.phrase is None:
            continue
        parts = [
            part
            for part in book.parts.get(name, ())
            if part.name != name
            and part.phrase is not None
            and is_total(part)
            and comparable(part.phrase.unit, claim.phrase.unit)
        ]
        shares = [share for share in book.shares.get(name, ()) if _is_ratio(share)]
        yield Whole(claim, _outermost(book, _once_each(book, parts)), _once_each(book, shares))


def _is_ratio(claim: Claim) -> bool:
    return claim.phrase is not None and claim.phrase.unit.kind in (Kind.RATIO, Kind.PLAIN)


def _once_each(book: Book, claims: list[Claim]) -> tuple[Claim, ...]:
    """Of several statements of one quantity the first; the rest is for FC101."""
    seen: dict[object, Claim] = {}
    for claim in claims:
        seen.setdefault(book.subject(claim), claim)
    return tuple(seen.values())


def _outermost(book: Book, parts: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Parts without those that lie inside another one: these would be counted twice."""
    return tuple(
        part
        for part in parts
        if not any(_is_inside(book, part, other) for other in parts if other is not part)
    )


def _is_inside(book: Book, part: Claim, other: Claim) -> bool:
    if other.name in part.part_of:
        return True
    if part.measure is None or other.measure is None or part.scope == other.scope:
        return False
    vocabulary = book.vocabulary
    return vocabulary.measure(part.measure) == vocabulary.measure(
        other.measure
    ) and vocabulary.is_within(part.scope, other.scope)
