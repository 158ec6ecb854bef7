"""Reports that are put together of parts: what each checked file adds is plain data.

A part may come from another process, or from the last run; put together in the order of the
files, parts give the same report, byte for byte, as the checked files do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.output.options import Options
from fentcheck.output.summary import Summary, Tally, tally
from fentcheck.record import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any


class Part(NamedTuple):
    """What one file adds to a report: its counts, and what is said of it as its format keeps it."""

    tally: Tally
    said: Any
    is_across: bool = False

    @property
    def plain(self) -> tuple[tuple[Any, ...], Any]:
        """The same of a file as plain data; what is across files is never sent."""
        return tuple(self.tally), self.said

    @classmethod
    def of(cls, plain: tuple[tuple[Any, ...], Any]) -> Part:
        counts, said = plain
        return cls(Tally._make(counts), said)


class Parted(NamedTuple):
    """How a format makes a part of a file, and a report of parts. `said` is plain data."""

    said: Callable[[Source, Options], Any]
    whole: Callable[[Iterable[Part], Summary, Options], Iterator[str]]
    looks_first: bool = True
    """It shows the figure to look at first, which takes a look at each failing file."""

    def part(self, source: Source, options: Options) -> Part:
        checked = source.checked
        counts = tally(checked, self.looks_first)
        return Part(counts, self.said(source, options), checked.is_across)

    def report(
        self, sources: Iterable[Source], summary: Summary, options: Options
    ) -> Iterator[str]:
        """The report of files as they are checked."""
        return self.whole((self.part(one, options) for one in sources), summary, options)


def counted(parts: Iterable[Part], summary: Summary) -> Iterator[Part]:
    """The parts, counted as they are taken."""
    for part in parts:
        summary.take(part.tally)
        yield part
