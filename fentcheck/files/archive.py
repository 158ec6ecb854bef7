"""Many claims files at once: in several processes, or known from the last run.

The report is put together of parts in the order of the files, so that neither makes a difference
to a byte of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.files.second import Left
from fentcheck.files.selection import settled
from fentcheck.output.options import Options
from fentcheck.output.parts import Part, Parted
from fentcheck.output.registry import parted
from fentcheck.output.summary import Tally
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

    def done(self, path: str) -> Done:
        source, left = self.library.look(path, self.rules)
        return Done(left, *self.part(source))


class Done(NamedTuple):
    """A claims file that has been checked."""

    left: Left
    part: Part

    @property
    def hangs_on_the_day(self) -> bool:
        """Another day it may come to something else: a waiver ends, or it says no day itself."""
        return bool(self.left.waivers) or not self.left.article.published_text

    @property
    def plain(self) -> Plain:
        """The same as strings, numbers and tuples of them."""
        return self.left.plain, (tuple(self.part.tally), self.part.said)

    @classmethod
    def of(cls, plain: Plain) -> Done:
        left, (tally, said) = plain
        return cls(Left.of(left), Part(Tally._make(tally), said))


def parts_of(work: Work, done: Iterable[Done]) -> Iterator[Part]:
    """The parts of the report, in its order; `done` are the files that hold claims, in theirs."""
    library, rules = work.library, work.rules
    across = library.across(rules)
    checked = iter(done)
    for path in library.files:
        if library.is_vocabulary(path):
            for source in library.vocabulary(path, rules):
                yield from work.part(source)
            continue
        one = next(checked)
        for source in library.beside(path, rules, one.left.article.is_reference):
            yield from work.part(source)
        across.add(one.left)
        yield one.part
    for source in across.sources():
        yield from work.part(source)
