"""A finding: what an editor is told, with everything a format may want to show of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fentcheck.book.span import Span
from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.engine.offer import Mend
from fentcheck.expressions.compile import Readings
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.rule import Severity
from fentcheck.units.unit import Unit

if TYPE_CHECKING:
    from typing import Any, TypeVar, overload

    from fentcheck.book.filed import Filed
    from fentcheck.engine.certificate import Certificate

    _Item = TypeVar("_Item")
    _From = TypeVar("_From")


class Side(NamedTuple):
    """One side of a relation, in the unit that it is shown in."""

    readings: Readings
    unit: Unit


class Place(NamedTuple):
    """Another place that the finding speaks of."""

    path: str
    span: Span
    message: str


class Made(Sequence["_Item"]):
    """Items that are made of others when they are looked at: most formats show but a few."""

    def __init__(self, of: Sequence[_From], make: Callable[[_From], _Item]) -> None:
        self._of: Sequence[Any] = of
        self._make = make

    def __len__(self) -> int:
        return len(self._of)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> _Item: ...
        @overload
        def __getitem__(self, place: slice) -> Sequence[_Item]: ...

    def __getitem__(self, place: int | slice) -> _Item | Sequence[_Item]:
        if isinstance(place, slice):
            return [self._make(one) for one in self._of[place]]
        return self._make(self._of[place])


Row = tuple[str, str, str, str]
"""A figure with its scope, its period and its article."""


class Finding(NamedTuple):
    """One thing to mend. `verdict` and the sides are None for rules of fixed severity.

    What would mend it is worked out when it is asked for: not every format shows it. `table` lists
    figures of several articles.
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
    related: Sequence[Place] = ()
    reason: str = ""
    table: Sequence[Row] = ()
    waived: bool = False
    excuse: str = ""
    """Why it is waived, in the words of the file."""
    certificate: Certificate | None = None
    at_claim: str = ""
    """The full id of the claim at which it stands; empty if at none, or at the last."""
    compared: Sequence[Filed] = ()
    """The records of the figures in `table`, row by row."""
    names: tuple[str, ...] = ()
    """The full ids that it hangs on besides those of its claims, of a mistake in the file."""
    essence: str = ""
    """What the message comes to without paths and places, where it has any."""

    @property
    def mend(self) -> Mend:
        """A slip and the nearest figure, where there are any."""
        return Mend() if self.mends is None else self.mends()
