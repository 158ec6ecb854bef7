"""The report of many claims files: made in several processes, or known from the last run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.cli.progress import is_watched, with_progress
from fentcheck.cli.table import Call
from fentcheck.engine.check import Source
from fentcheck.files.archive import Task, Work, parts_of
from fentcheck.files.config import Config, ConfigError
from fentcheck.files.load import Library
from fentcheck.output.options import Options
from fentcheck.output.registry import PARTED, parted
from fentcheck.output.summary import Summary
from fentcheck.record import TYPE_CHECKING
from fentcheck.rules.rule import Rule

if TYPE_CHECKING:
    from fentcheck.output.registry import Format


def many(
    call: Call, config: Config, library: Library, rules: tuple[Rule, ...], name: str
) -> Format | None:
    """How the report is made where there are many files; None where it is made file by file.

    Raises `ConfigError` for a number of processes that there cannot be.
    """
    paths = [path for path in library.files if not library.is_vocabulary(path)]
    jobs = _jobs(call, len(paths))
    if name not in PARTED or "-" in paths or call.text("baseline") or call.text("changed_since"):
        return None
    if jobs == 1:
        return None

    def report(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
        from fentcheck.files.jobs import in_processes

        form = parted(name)
        work = Work(library, config, rules, form, options)
        codes = frozenset(rule.code for rule in rules)
        task = Task(call.arguments, config, library.today, codes, name, options)
        parts = parts_of(work, in_processes(jobs, paths, task, work))
        if is_watched():
            parts = with_progress(parts, len(paths), lambda one: one.tally.files)
        return form.whole(parts, summary, options)

    return report


def _jobs(call: Call, files: int) -> int:
    """How many processes are to check."""
    given = call.text("jobs") or "auto"
    if given == "auto":
        from fentcheck.files.jobs import usual_jobs

        return usual_jobs(files)
    if not given.isdecimal() or not 1 <= int(given) <= _MOST_JOBS:
        raise ConfigError(f"--jobs takes a number from 1 to {_MOST_JOBS}, or auto; not {given}")
    return min(int(given), max(1, files))


_MOST_JOBS = 256
