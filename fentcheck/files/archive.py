"""Many claims files at once: in several processes, or known from the last run.

The report is put together of parts in the order of the files, so that neither makes a difference
to a byte of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import compress

from fentcheck.engine.across import unused_waiver
from fentcheck.engine.check import Source
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.files.second import Across, Left
from fentcheck.files.selection import settled
from fentcheck.output.options import Options
from fentcheck.output.parts import Part, Parted
from fentcheck.output.registry import parted
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule

if TYPE_CHECKING:
    from typing import Any

    Plain = tuple[Any, ...]


class Task(NamedTuple):
    """What a run is to do, in a form that can be sent to another process."""

    paths: tuple[str, ...]
    config: Config
    today: int
    codes: tuple[str, ...]
    form: str
    options: Options


class Work(NamedTuple):
    """What is to be done with every file: by which rules, and for which report."""

    library: Library
    config: Config
    rules: tuple[Rule, ...]
    form: Parted
    options: Options

    @classmethod
    def of(cls, task: Task) -> Work:
        """Raises `PathError` for a path that is not there."""
        library = Library(task.paths, task.config, task.today)
        rules = tuple(rule for rule in RULES if rule.code in task.codes)
        return cls(library, task.config, rules, parted(task.form), task.options)

    def part(self, source: Source) -> Iterator[Part]:
        """What a checked file adds to the report, as the project's settings have it."""
        for one in settled((source,), self.config):
            yield self.form.part(one, self.options)

    def parts(self, sources: Iterable[Source]) -> Iterator[Part]:
        return (part for source in sources for part in self.part(source))

    def done(self, path: str) -> Done:
        source, left = self.library.look(path, self.rules)
        settings = self.library.settings
        unused = (unused_waiver(one, left.article, settings) for one in left.idle)
        [part] = self.part(source)
        return Done(left, part, (*self.parts(Source(one, source.text) for one in unused),))


class Done(NamedTuple):
    """A claims file that has been checked.

    `unused` is what is told of each of its idle waivers, should nothing across files match it.
    """

    left: Left
    part: Part
    unused: tuple[Part, ...] = ()

    @property
    def plain(self) -> Plain:
        """The same as strings, numbers and tuples of them."""
        return self.left.plain, self.part.plain, tuple(one.plain for one in self.unused)

    @classmethod
    def of(cls, plain: Plain) -> Done:
        left, part, unused = plain
        return cls(Left.of(left), Part.of(part), tuple(map(Part.of, unused)))


class Taken(NamedTuple):
    """What a file of a run adds to the report: first what is told on its account, then itself.

    `done` is None of a vocabulary, of which there is no more than that.
    """

    before: Iterable[Part]
    done: Done | None


def parts_of(work: Work, done: Iterable[Done]) -> Iterator[Part]:
    """The parts of the report, in its order; `done` are the files that hold claims, in theirs."""
    return in_order(_taken(work, done), work.library.across(work.rules), work.part)


def in_order(
    taken: Iterable[Taken], across: Across, part_of: Callable[[Source], Iterable[Part]]
) -> Iterator[Part]:
    """The parts of files that come in the order of the report, and then of what is across them."""
    unused: list[Part] = []
    for before, done in taken:
        yield from before
        if done is not None:
            across.add(done.left)
            unused += done.unused
            yield done.part
    for source in across.found():
        yield from part_of(source)
    yield from compress(unused, across.unused())


def _taken(work: Work, done: Iterable[Done]) -> Iterator[Taken]:
    library, rules = work.library, work.rules
    checked = iter(done)
    for path in library.files:
        if library.is_vocabulary(path):
            yield Taken(work.parts(library.vocabulary(path, rules)), None)
            continue
        one = next(checked)
        beside = library.beside(path, rules, one.left.article.is_reference)
        yield Taken(work.parts(beside), one)
