from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.change import change_between
from fentcheck.book.claim import Claim, StatedCheck
from fentcheck.book.document import part_of
from fentcheck.book.span import Problem
from fentcheck.expressions.compile import Mismatch, compile_pair
from fentcheck.expressions.parse import Fault
from fentcheck.expressions.tree import Named
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import NUMBER, Kind, Unit, comparable, described


@rule("FC007", "dimension-mismatch", Severity.ERROR)
def dimension_mismatch(book: Book) -> Yields:
    """Two values that are compared or added do not measure the same thing.

    Why: pounds do not add to people, and a rate is no total until it runs over a period.
    Mend: correct the unit, or the expression; over(rate, "2023") makes a rate a total.
    Example:

        claims:
          - id: seized
            value: 40 kg
          - id: arrests
            value: 12 people
        checks:
          - that: seized <= arrests   # expect: FC007 mass
    """
    for check in book.article.checks:
        yield from _in_check(book, check)
    for claim in book.linked:
        if claim.phrase is None:
            continue
        if claim.also is not None and not _convertible(claim.phrase.unit, claim.also.unit):
            yield _links(claim, "also", claim.phrase.unit, claim.also.unit, "its conversion")
        for whole in claim.part_of:
            other = book.usable(whole)
            if other is not None and not comparable(claim.phrase.unit, book.unit(whole)):
                owner = f"its whole, {other.id},"
                problem = _links(claim, "value", claim.phrase.unit, book.unit(whole), owner)
                yield problem._replace(names=(whole,))
        if claim.share_of is not None and not _is_share(claim.phrase.unit):
            yield Problem(
                "FC007",
                claim.span(),
                f"a share of {claim.share_of.rpartition('.')[2]} is a percentage or a fraction; "
                f"this is {described(claim.phrase.unit)}; an amount is part_of",
                (claim.name,),
            )
        if claim.change is not None:
            yield from _in_change(book, claim)


def _in_check(book: Book, check: StatedCheck) -> Yields:
    names = [named.name for named in check.named]
    if isinstance(check.parsed, Fault) or any(book.usable(name) is None for name in names):
        return
    found = book.compiled(check)
    if isinstance(found, Mismatch):
        operands = [check.text[side.start : side.end] for side in (found.left, found.right)]
        places = [part_of(check.node, side.start, side.end) for side in (found.left, found.right)]
        message = f"“{operands[1]}”: {found.message}"
        if found.kinds is not None:
            (one, other), (kind, other_kind) = operands, found.kinds
            message = f"“{one}” is {kind}, “{other}” is {other_kind}: they do not fit"
        beside = (
            [(places[0], f"{operands[0]}: the other operand")] if places[0] != places[1] else []
        )
        yield Problem(
            "FC007", places[1], message, tuple(dict.fromkeys(names)), beside=tuple(beside)
        )


def _in_change(book: Book, claim: Claim) -> Yields:
    assert claim.change is not None
    assert claim.phrase is not None
    old, new = book.usable(claim.change.old), book.usable(claim.change.new)
    if old is None or new is None:
        return
    one, other = book.unit(old.name), book.unit(new.name)
    names = claim.name, old.name, new.name
    if not comparable(one, other):
        message = f"a change from {described(one)} to {described(other)} has no size"
        yield Problem("FC007", claim.span("change"), message, names)
        return
    computed = change_between(claim.phrase, old, new)
    found = compile_pair(Named(claim.name), computed, book.unit, book.settings.constants)
    if isinstance(found, Mismatch):
        kind = described(claim.phrase.unit)
        message = f"the change is {kind}, but it is between two figures of {described(one)}"
        yield Problem("FC007", claim.span(), message, names)


def _convertible(one: Unit, other: Unit) -> bool:
    """A conversion keeps the dimension; a difference of temperatures may be printed bare.

    Between two currencies nothing is checked: the rate is not printed.
    """
    if one.is_money and other.is_money:
        return True
    if comparable(one, NUMBER.over(other)):  # miles per gallon beside litres per 100 km
        return True
    temperatures = (("absolute", 1),), (("temperature", 1),)
    if one.dimensions in temperatures and other.dimensions in temperatures:
        return True
    return comparable(one, other)


def _is_share(unit: Unit) -> bool:
    return unit.kind in (Kind.RATIO, Kind.PLAIN) or not unit.dimensions


def _links(claim: Claim, key: str, one: Unit, other: Unit, owner: str) -> Problem:
    message = f"the value is {described(one)}, but {owner} is {described(other)}"
    return Problem("FC007", claim.span(key), message, (claim.name,))
