"""The second of two steps over an archive: one report of what its files come to.

It reads none of the files, asks nothing of the disk but a place for a file without a name, and
comes to the same whatever the order of the summaries and however the files were parted.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import blake2b
from tempfile import SpooledTemporaryFile

from fentcheck.book.book import Settings
from fentcheck.engine.check import Source
from fentcheck.files.archive import Taken, in_order
from fentcheck.files.config import Lexicons
from fentcheck.files.second import Across
from fentcheck.files.selection import settled
from fentcheck.files.summarised import (
    Home,
    Run,
    Summarised,
    SummaryError,
    settings_of,
    taken_of,
    trusted,
)
from fentcheck.output.options import Options
from fentcheck.output.parts import Part
from fentcheck.output.registry import parted
from fentcheck.output.summary import Summary
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.registry import RULES

if TYPE_CHECKING:
    from typing import Any


class Combined(NamedTuple):
    """A report with its counts; `fail_on` is the least severity that fails the run."""

    text: str
    summary: Summary
    fail_on: str

    def reaches(self, fail_on: str | None = None) -> bool:
        """Some finding is as severe as this, or else as what the settings say: "never" none is."""
        return self.summary.reaches(fail_on or self.fail_on)

    @property
    def status(self) -> int:
        """The exit status that `fentcheck verify` would have: 0 nothing to mend, 1 findings."""
        return int(self.reaches())


def combine(
    summaries: Iterable[Summarised], into: Callable[[str], object] | None = None
) -> Combined:
    """The report of an archive, from the summaries of all its files in any order.

    It is what `fentcheck verify` prints of the archive in that form, byte for byte. Each summary
    is let go before the next is taken. A file may be in several summaries that say the same of it.
    Where `into` is given, the pieces of the report go there, and none are kept for `text`.

    Raises `SummaryError` for summaries of different runs, settings, versions or states of the
    archive, for a damaged one, and where a file is missing or has changed in between; nothing has
    gone to `into` then. Raises `Fault` for a fault of ours.
    """
    pieces: list[str] = []
    summary = Summary()
    rest = iter(summaries)
    first = next(rest, None)
    if first is None:
        raise SummaryError("there are no summaries to combine")
    trusted(first)
    run, home = first.run, first.home
    with _Files(run) as files:
        files.add(first)
        del first
        for one in rest:
            files.add(one)
        files.are_all_there()
        for piece in _report(run, home, files.in_order(), summary):
            (into or pieces.append)(piece)
    return Combined("".join(pieces), summary, Options._make(run.options).fail_on)


def _report(run: Run, home: Home, taken: Iterable[Taken], summary: Summary) -> Iterator[str]:
    config = settings_of(run.settings, home.root)
    options = Options._make(run.options)._replace(root=home.told_from, here=home.here)
    rules = tuple(rule for rule in RULES if rule.code in run.codes)
    settings = Settings(
        Lexicons(config), constants=config.constants, today=run.today, limits=config.limits
    )
    form = parted(run.form)

    def part_of(source: Source) -> Iterator[Part]:
        for one in settled((source,), config, home.here):
            yield form.part(one, options)

    return form.whole(in_order(taken, Across(rules, settings), part_of), summary, options)


class _Files:
    """The files of summaries as they come, to be taken out in the order of the archive.

    They wait in memory while they are few, and then in a file that has no name.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._waiting = SpooledTemporaryFile(_MOST_IN_MEMORY)  # noqa: SIM115
        self._places: dict[int, tuple[int, int, bytes]] = {}
        """Of each file by its number where it lies, how long it is, and what it holds."""

    def __enter__(self) -> _Files:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()

    def add(self, summary: Summarised) -> None:
        trusted(summary)
        _refuse_other_run(self._run, summary.run)
        for file in summary.files:
            at, path, *_ = file
            data = marshal.dumps(file, _BY_VALUE)
            digest = blake2b(data, digest_size=16).digest()
            known = self._places.get(at)
            if known is None:
                self._places[at] = self._waiting.tell(), len(data), digest
                self._waiting.write(data)
            elif known[2] != digest:
                raise SummaryError(
                    f"two summaries differ on {path}: it changed, or what it is checked with did; "
                    "make the summaries again"
                )

    def are_all_there(self) -> None:
        """Raises `SummaryError` if some file of the archive has not come."""
        missing = self._run.files - len(self._places)
        if not missing:
            return
        at = next(at for at in range(self._run.files) if at not in self._places)
        where = f"the one after {self._file(at - 1)[1]}" if at else "the first"
        raise SummaryError(
            f"there is no summary of {missing:,} of the {self._run.files:,} claims files; "
            f"{where} is missing"
        )

    def in_order(self) -> Iterator[Taken]:
        return (taken_of(self._file(at)) for at in range(self._run.files))

    def _file(self, at: int) -> tuple[Any, ...]:
        begin, length, _ = self._places[at]
        self._waiting.seek(begin)
        found: tuple[Any, ...] = marshal.loads(self._waiting.read(length))
        return found


def _refuse_other_run(run: Run, other: Run) -> None:
    """Raises `SummaryError` for summaries that are not of one run."""
    for field, what in _DIFFERENCES.items():
        mine, theirs = getattr(run, field), getattr(other, field)
        if mine != theirs:
            shown = f": {mine} and {theirs}" if field == "form" else ""
            if field == "today":
                shown = f": {date.fromordinal(mine)} and {date.fromordinal(theirs)}"
            raise SummaryError(f"the summaries {what}{shown}")


_DIFFERENCES = {
    "form": "are of reports of two forms",
    "today": "are of two days; give `today` for all of them",
    "codes": "were made by different rules",
    "options": "are of reports with different options",
    "settings": "were made with different settings; give all machines the same",
    "files": "are not of one archive, or files have come or gone in between",
    "listing": "are not of one archive, or files have come or gone in between",
}
_MOST_IN_MEMORY = 16 << 20
"""J: bytes of summaries."""
_BY_VALUE = 2
"""A version of marshal that writes equal values as equal bytes, whether or not they are one."""
