"""A finding: what an editor is told, with everything a format may want to show of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fentcheck.book.span import Span
from fentcheck.engine.certificate import Certificate
from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.engine.mend import Mend
from fentcheck.expressions.compile import Readings
from fentcheck.rules.rule import Severity
from fentcheck.units.unit import Unit


class Side(NamedTuple):
    """One side of a relation, in the unit that it is shown in."""

    readings: Readings
    unit: Unit


class Place(NamedTuple):
    """Another place that the finding speaks of."""

    path: str
    span: Span
    message: str


class Finding(NamedTuple):
    """One thing to mend. `verdict` and the sides are None for rules of fixed severity.

    What would mend it is worked out when it is asked for: not every format shows it. `table` lists
    figures of several articles, each with its scope, its period and its article.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    path: str
    span: Span
    claims: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    verdict: Verdict | None = None
    stated: Side | None = None
    computed: Side | None = None
    judgement: Judgement | None = None
    mends: Callable[[], Mend] | None = None
    related: tuple[Place, ...] = ()
    reason: str = ""
    table: tuple[tuple[str, str, str, str], ...] = ()
    waived: bool = False
    certificate: Certificate | None = None
    at_claim: str = ""
    """The full id of the claim at which it stands; empty if at none, or at the last."""

    @property
    def mend(self) -> Mend:
        """A slip and the nearest figure, where there are any."""
        return Mend() if self.mends is None else self.mends()
