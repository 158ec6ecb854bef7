"""What is told of each figure, and where the page shows it.

A figure is marked where it stands by the worst that is told of it, anywhere in the report: by a
relation across articles as well, which comes after its article. So marks and links are left open
(`markup.later`) and are filled in at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fentcheck.engine.judge import Verdict
from fentcheck.output.html.markup import Markup, joined, later, tag
from fentcheck.output.text import MARKS
from fentcheck.record import NamedTuple
from fentcheck.rules.rule import Severity


class Look(NamedTuple):
    """How something is coloured, its symbol, so that colour is never alone, and its name."""

    kind: str
    symbol: str
    words: str


class Figure(NamedTuple):
    """A claim of a file, or a figure of a draft; ids of two drafts are the same."""

    path: str
    name: str


class _Told(NamedTuple):
    look: Look
    target: str


def look_of(verdict: Verdict | None, severity: Severity | None) -> Look:
    """The look of a finding by its severity; of a relation that is none by its verdict."""
    if severity is None:
        assert verdict is not None
        return Look(_KINDS[verdict], MARKS[verdict], verdict.value)
    symbol = MARKS[verdict] if verdict is not None else _SYMBOLS[severity]
    words = severity.value if verdict is None else f"{severity.value}, {verdict.value}"
    return Look(severity.value, symbol, words)


class Places:
    """The figures of a report."""

    def __init__(self) -> None:
        self._told: dict[Figure, _Told] = {}
        self._ids: dict[Figure, str] = {}
        self._open: list[Callable[[], str]] = []

    def tell(self, figure: Figure, look: Look, target: str) -> None:
        """Something is told of a figure, at an id of the page."""
        known = self._told.get(figure)
        if known is None or _RANKS[look.kind] > _RANKS[known.look.kind]:
            self._told[figure] = _Told(look, target)

    def mark(self, figures: Sequence[Figure], text: str) -> Markup:
        """A text with a mark for the worst that is told of the figures in it."""
        own = ""
        for figure in figures:
            own = self._ids.setdefault(figure, own or f"c{len(self._ids) + 1}")
        return self._later(lambda: self._marked(figures, own, text))

    def link(self, figure: Figure, text: str) -> Markup:
        """A link to where the page shows a figure; the bare text where it does not."""

        def made() -> Markup:
            place = self._ids.get(figure)
            return joined(text) if place is None else tag("a", text, href=f"#{place}")

        return self._later(made)

    def filling(self) -> list[str]:
        """What stands at every place left open, once everything is told."""
        return [made() for made in self._open]

    def _later(self, made: Callable[[], str]) -> Markup:
        self._open.append(made)
        return later(len(self._open) - 1)

    def _marked(self, figures: Sequence[Figure], own: str, text: str) -> Markup:
        told = [self._told[figure] for figure in figures if figure in self._told]
        if not told:
            return tag("span", text, class_="fig", id=own)
        worst = max(told, key=lambda one: _RANKS[one.look.kind])
        return tag(
            "a",
            text,
            tag("span", worst.look.symbol, class_="sym", aria_hidden="true"),
            tag("span", f" ({worst.look.words})", class_="vh"),
            class_=f"fig {worst.look.kind}",
            id=own,
            href=f"#{worst.target}",
        )


_KINDS = {
    Verdict.CONTRADICTED: "error",
    Verdict.STRAINED: "warning",
    Verdict.UNTESTABLE: "idle",
    Verdict.HOLDS: "holds",
}
_SYMBOLS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "i"}
_RANKS = {"idle": 0, "holds": 1, "note": 2, "warning": 3, "error": 4}
"""A figure that holds somewhere was checked, whatever else could not be."""
