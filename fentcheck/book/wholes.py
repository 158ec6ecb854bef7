"""The parts and shares of one whole, each quantity once, for the rules that add them up."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.book.book import Book, is_total
from fentcheck.book.claim import Claim
from fentcheck.book.nested import Nesting
from fentcheck.book.vocabulary import Scope
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Kind, comparable


class Whole(NamedTuple):
    """A whole with its parts and shares, each quantity once, in file order.

    `parts_are_all` and `shares_are_all` tell that they were said to be, and that none is missing:
    none is unreadable, nor given in the other way.
    """

    claim: Claim
    parts: tuple[Claim, ...]
    shares: tuple[Claim, ...]
    parts_are_all: bool
    shares_are_all: bool


def wholes(book: Book) -> tuple[Whole, ...]:
    """Every claim that others are parts or shares of, in the order in which it is first named.

    Figures of several periods that do not lie in the whole's own are several wholes: a share in
    2019 and one in 2024 do not add up.
    """
    if not book.parts and not book.shares:
        return ()
    return book.remembered("wholes", lambda: tuple(_wholes(book)))


def _wholes(book: Book) -> Iterator[Whole]:
    for name in dict.fromkeys((*book.parts, *book.shares)):
        claim = book.usable(name)
        if claim is None or claim.phrase is None:
            continue
        parts = [part for part in book.parts.get(name, ()) if _is_part(part, claim)]
        shares = [
            share
            for share in book.shares.get(name, ())
            if _is_ratio(share) and _is_real(share, claim)
        ]
        for period in _periods(claim, [*parts, *shares]):
            yield _whole(book, claim, _of(parts, period), _of(shares, period))


def _whole(book: Book, claim: Claim, parts: list[Claim], shares: list[Claim]) -> Whole:
    some, others = _outermost(book, _once_each(book, parts)), _once_each(book, shares)
    complete = claim.parts_exhaustive and claim.name not in book.unread_links
    return Whole(
        claim,
        some,
        others,
        complete and len(some) >= len(others),
        complete and len(others) >= len(some),
    )


def _is_part(part: Claim, claim: Claim) -> bool:
    return (
        part.name != claim.name
        and part.phrase is not None
        and claim.phrase is not None
        and is_total(part)
        and _is_real(part, claim)
        and comparable(part.phrase.unit, claim.phrase.unit)
    )


def _is_real(part: Claim, claim: Claim) -> bool:
    """A hypothetical figure is no part of a real whole."""
    return part.hypothetical is None or claim.hypothetical is not None


def _periods(claim: Claim, figures: list[Claim]) -> list[object]:
    """The periods to add up within: None for all figures together."""
    keys = list(dict.fromkeys(_period_key(figure) for figure in figures))
    if len(keys) < 2:
        return [None]
    whole = claim.period
    if whole is not None and all(
        figure.period is None or figure.period.within(whole) for figure in figures
    ):
        return [None]
    return keys


def _of(figures: list[Claim], period: object) -> list[Claim]:
    return [figure for figure in figures if period is None or _period_key(figure) == period]


def _period_key(claim: Claim) -> object:
    return claim.period.key if claim.period is not None else "no period"


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
    names = {part.name for part in parts}
    nestings = _nestings(book, parts)

    def is_inside(part: Claim) -> bool:
        if any(name in names and name != part.name for name in part.part_of):
            return True
        if part.measure is None:
            return False
        nesting = nestings[book.vocabulary.measure(part.measure)]
        return any(True for _ in nesting.around(part.scope))

    return tuple(part for part in parts if not is_inside(part))


def _nestings(book: Book, parts: tuple[Claim, ...]) -> dict[str, Nesting]:
    """The scopes that parts of one measure have."""
    scopes: dict[str, list[Scope]] = {}
    for part in parts:
        if part.measure is not None:
            scopes.setdefault(book.vocabulary.measure(part.measure), []).append(part.scope)
    return {measure: Nesting(some, book.vocabulary) for measure, some in scopes.items()}
