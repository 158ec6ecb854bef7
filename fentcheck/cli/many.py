"""The report of many claims files: made in several processes, or known from the last run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.cli.progress import is_watched, with_progress
from fentcheck.cli.table import Call
from fentcheck.engine.check import Source
from fentcheck.files.archive import Done, Task, Work, parts_of
from fentcheck.files.cache import folder
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
    is_kept = not call.flag("no_cache") and folder() is not None
    if jobs == 1 and not is_kept:
        return None

    def report(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
        form = parted(name)
        work = Work(library, config, rules, form, options)
        codes = tuple(rule.code for rule in rules)
        task = Task(call.arguments, config, library.today, codes, name, options)

        def check(paths: list[str]) -> Iterator[Done]:
            if jobs == 1 or len(paths) < _WORTH_A_PROCESS:
                return map(work.done, paths)
            from fentcheck.files.jobs import in_processes

            return in_processes(jobs, paths, task, work)

        def whole(done: Iterable[Done]) -> Iterator[str]:
            parts = parts_of(work, done)
            if is_watched():
                parts = with_progress(parts, len(paths), lambda one: one.tally.files)
            return form.whole(parts, summary, options)

        if is_kept:
            try:
                from fentcheck.files.results import kept
            except ImportError:  # a Python without SQLite
                return whole(check(paths))
            return kept(paths, task, work, check, whole, summary)
        return whole(check(paths))

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
_WORTH_A_PROCESS = 40
"""J: fewer files take less time than a process takes to begin."""
