"""A relation between quantities: what should hold, who says so, and where a finding would stand."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from fentcheck.book.claim import Claim
from fentcheck.book.span import Span
from fentcheck.expressions.compile import Compiled, Mismatch
from fentcheck.expressions.tree import Comparison, Expression


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


class Relation(NamedTuple):
    """`stated comparison computed`, over the claims named.

    The stated side is the figure as printed: a total, a part, a share, a change; it is None where
    none is printed, and the computed side is what it would have to be. The claims are in file
    order, and a finding stands `at` the last of them. Of a restatement the claims are the sides.
    `pair` is set where the sides are in base units already.
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
