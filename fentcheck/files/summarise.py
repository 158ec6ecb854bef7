"""The first of two steps over an archive: some of its files, checked as a run over all would.

What a process knows of an archive, it keeps for its next call: the list of its files, vocabularies
and references. Whether these have changed is asked of the disk each time.
"""

from __future__ import annotations

import os
import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b

from fentcheck.files.archive import Taken, Task, Work
from fentcheck.files.config import Config, ConfigError, find_config, folder_of
from fentcheck.files.day import today as day_in_utc
from fentcheck.files.disk import PathError, repository
from fentcheck.files.load import Library
from fentcheck.files.selection import chosen
from fentcheck.files.summarised import (
    SCHEMA,
    Home,
    Run,
    Summarised,
    plain_file,
    plain_options,
    plain_settings,
)
from fentcheck.output.options import Options
from fentcheck.output.places import from_root
from fentcheck.output.registry import PARTED
from fentcheck.version import VERSION


def summarise(
    path: str | Iterable[str],
    within: str | Iterable[str] | None = None,
    form: str = "json",
    config: Config | None = None,
    today: date | None = None,
    options: Options | None = None,
) -> Summarised:
    """Some claims files of an archive, checked as one run over the whole archive would.

    `path` is a claims file, or a folder for all that lies in it, or several of these. `within` is
    the archive, a folder or several paths, as `fentcheck verify` would be given them: by it names
    of other files' claims are resolved, vocabularies, references and settings found. Without it
    `path` is the archive. `form` is text, concise, json or jsonl; `config` the settings, those of
    the archive's project if none are given; `today` the day by which waivers end, today in UTC if
    none is given: give it where a run may go past midnight. `options` are those of the report.

    Nothing is written. Raises `PathError` for a path that is not there or no part of the archive,
    `ConfigError` for settings, a form or options that cannot be used, and `Fault` for a fault of
    ours.
    """
    paths = _several(path)
    archive = _archive(paths if within is None else _several(within), form, config, today, options)
    return archive.summary(paths)


def claims_files(paths: str | Iterable[str], config: Config | None = None) -> tuple[str, ...]:
    """The claims files of an archive, in the order in which a report tells of them.

    Raises `PathError` for a path that is not there.
    """
    given = _several(paths)
    return (*Library(given, config or find_config(folder_of(given))).files,)


def _several(paths: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(map(os.fspath, (paths,) if isinstance(paths, str | os.PathLike) else paths))


class _Archive:
    """An archive as one thread knows it."""

    def __init__(self, task: Task) -> None:
        config = task.config
        work = Work.of(task)
        files = work.library.files
        if not files:
            raise PathError(f"there are no claims files in {', '.join(task.paths)}")
        self._work = work
        self._within = task.paths
        self._numbers = {os.path.abspath(path): at for at, path in enumerate(files)}
        self._sorted = sorted(self._numbers)
        self._first = work.library.told_first()
        self._home = Home(os.getcwd(), config.root, task.options.root)
        named = (config.vocabulary, config.references)
        self._run = Run(
            task.form,
            task.codes,
            task.today,
            plain_options(task.options),
            plain_settings(config, tuple(one and from_root(one, config.root) for one in named)),
            len(files),
            _listing(files, (config.root, task.options.root)),
        )
        self._stamps = _stamps((*_folders(task), *work.library.kept_files()))

    def is_as_it_was(self) -> bool:
        """No file has come or gone since, and none that is kept has changed."""
        return self._stamps == _stamps(self._stamps)

    def summary(self, paths: tuple[str, ...]) -> Summarised:
        """Raises `PathError` for a path that is not there or no part of the archive."""
        numbers = sorted({at for path in paths for at in self._numbers_of(path)})
        files = tuple(map(self._file, numbers))
        self._stamps |= _stamps(set(self._work.library.kept_files()) - self._stamps.keys())
        return Summarised(SCHEMA, VERSION, self._run, self._home, files)

    def _numbers_of(self, path: str) -> Iterator[int]:
        whole = os.path.abspath(path)
        if whole in self._numbers:
            yield self._numbers[whole]
            return
        if not os.path.exists(path):
            raise PathError(f"there is no file or folder {path}")
        tops = [os.path.abspath(one) for one in self._within]
        if not os.path.isdir(path) or not any(_lies_in(top, whole) for top in tops):
            raise PathError(f"{path} is none of the claims files in {', '.join(self._within)}")
        at = bisect_left(self._sorted, os.path.join(whole, ""))
        while at < len(self._sorted) and _lies_in(whole, self._sorted[at]):
            yield self._numbers[self._sorted[at]]
            at += 1

    def _file(self, at: int) -> tuple[object, ...]:
        work, library = self._work, self._work.library
        path = library.files[at]
        first = self._first.get(path)
        before = library.told_before(path, work.rules, first) if first else ()
        done = None if library.is_vocabulary(path) else work.done(path)
        return plain_file(at, path, Taken(work.parts(before), done))


def _archive(
    within: tuple[str, ...],
    form: str,
    config: Config | None,
    today: date | None,
    options: Options | None,
) -> _Archive:
    """The archive as this thread knows it, if it is as it was; else anew."""
    if "-" in within:
        raise PathError("standard input is no part of an archive")
    if form not in PARTED:
        forms = ", ".join(PARTED)
        raise ConfigError(f"a report cannot be put together as {form}; it can as {forms}")
    config = config or find_config(folder_of(within))
    options = options or Options(fail_on=config.fail_on or "error")
    options = options._replace(root=repository(config.root))
    day = day_in_utc() if today is None else today.toordinal()
    task = Task(within, config, day, tuple(rule.code for rule in chosen(config)), form, options)
    known: dict[str, _Archive] = _here.__dict__
    name = repr((os.getcwd(), task))
    archive = known.pop(name, None)
    if archive is None or not archive.is_as_it_was():
        archive = _Archive(task)
    while len(known) >= _MOST_KNOWN:
        del known[next(iter(known))]
    known[name] = archive
    return archive


_here = threading.local()
"""The archives that a thread knows, the last one last: a `Library` is of one thread."""
_MOST_KNOWN = 4


def _lies_in(folder: str, path: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _listing(files: Iterable[str], roots: Iterable[str]) -> str:
    """Stands for the files in their order, with where they are in the project."""
    told: dict[str, tuple[str | None, ...]] = {}
    hashed = blake2b(digest_size=16)
    for path in files:
        folder = os.path.dirname(path)
        if folder not in told:
            told[folder] = tuple(from_root(folder or ".", root) for root in roots)
        hashed.update(repr((path, told[folder])).encode())
    return hashed.hexdigest()


def _folders(task: Task) -> Iterator[str]:
    """The folders in which files that count for an archive can come and go."""
    beside = os.path.join(task.config.root, "claims")
    tops = (*task.paths, task.config.references)
    for top in tops:
        if top is not None:
            yield from _folders_in(top)
            yield os.path.dirname(os.path.abspath(top))
    yield beside
    yield from _folders_in(os.path.join(beside, "references"))


def _folders_in(top: str) -> Iterator[str]:
    """A folder and all that lie in it, however deep; none if it is none."""
    waiting = [top]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                waiting += [one.path for one in entries if one.is_dir(follow_symlinks=False)]
        except OSError:
            continue
        yield place


def _stamps(paths: Iterable[str]) -> dict[str, tuple[int, int, int] | None]:
    """When the files or folders at some paths were written last."""
    found: dict[str, tuple[int, int, int] | None] = {}
    for path in paths:
        try:
            about = os.stat(path)
            found[path] = about.st_mtime_ns, about.st_size, about.st_ino
        except OSError:
            found[path] = None
    return found
