"""A relation between quantities: what should hold, who says so, and where a finding would stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import islice

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.span import Span
from fentcheck.expressions.compile import Compiled, Mismatch
from fentcheck.expressions.tree import Comparison, Expression, Named, Operator, operation
from fentcheck.phrases.period import Period
from fentcheck.record import NamedTuple


class Wording(Enum):
    """How the relation is put into words."""

    RESTATED = "restated"
    CONVERTED = "converted"
    RATE = "rate"
    CHECK = "check"
    PARTS = "parts"
    SHARES = "shares"
    SHARE_OF = "share of"
    SUBSET = "subset"
    CHANGE = "change"
    REFERENCE = "reference"
    RECORD = "record"


class Relation(NamedTuple):
    """`stated comparison computed`, over the claims named.

    The stated side is the figure as printed: a total, a part, a share, a change; it is None where
    none is printed, and the computed side is what it would have to be. The claims are in file
    order, and a finding stands `at` the last of them. Of a restatement the claims are the sides;
    `period` is set where some are rates that meet the totals of others, and `trusted` are those of
    the claims that are references. `pair` is set where the sides are in base units already. `told`
    is what is said where it fails, in place of the arithmetic.
    """

    code: str
    stated: Expression | None
    comparison: Comparison
    computed: Expression
    claims: tuple[Claim, ...]
    path: str
    at: Span
    wording: Wording
    name: str = ""
    pair: tuple[Compiled, Compiled] | Mismatch | None = None
    period: Period | None = None
    trusted: tuple[Claim, ...] = ()
    told: str = ""


def over(
    claims: Iterable[Claim],
    code: str,
    wording: Wording,
    stated: Expression | None,
    comparison: Comparison,
    computed: Expression,
) -> Relation:
    """A relation over some claims, put in the order in which a reader meets them.

    A finding stands at the value of the last.
    """
    ordered = tuple(sorted(claims, key=lambda claim: claim.place))
    last = ordered[-1]
    return Relation(code, stated, comparison, computed, ordered, last.path, last.span(), wording)


def sum_of(claims: Sequence[Claim]) -> Expression:
    """The sum of some claims, or the only one."""
    named = [Named(claim.name) for claim in claims]
    return named[0] if len(named) == 1 else operation(Operator.SUM, *named)


def in_reading_order(pairs: Iterable[tuple[Claim, Claim]], book: Book) -> list[tuple[Claim, Claim]]:
    """Pairs of an article's claims by where they stand in it.

    Of more pairs than a file may have relations, one too many: then it is told.
    """
    found = list(islice(pairs, book.settings.limits.relations + 1))
    found.sort(key=lambda pair: sorted(claim.order for claim in pair))
    return found
