"""What the last run found, in the user's cache folder: unchanged files are not checked again.

A result counts only for the same bytes: of the file, of those that it was checked with, of the
vocabulary and the references beside it; where the same files have their names; for the same
settings, rules and report; on the same day, if it hangs on that; and by the same program. Two runs
may use it at once. Whatever goes wrong with it, the files are checked.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b

from fentcheck.files.archive import Done, Task, Work
from fentcheck.files.cache import RESULTS, folder
from fentcheck.files.disk import bytes_of
from fentcheck.files.second import MISSING
from fentcheck.limits import DEFAULTS
from fentcheck.output.summary import Summary, Tally
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.version import VERSION

if TYPE_CHECKING:
    from typing import Any

_LARGEST = 512 << 20
"""J: bytes; what is larger is thrown away and begun again."""
_LONGEST_REPORT = 32 << 20
"""J: characters of a report that is kept whole."""
_COARSEST_NS = 20_000_000
"""How far the clock that a file is dated by may be behind."""
_LARGEST_FILE = max(DEFAULTS.file_size, DEFAULTS.draft_size)
"""Bytes: what is larger is checked anew each time."""
_AT_ONCE = 200
"""J: results that are written together."""


class Run(NamedTuple):
    """A whole report that was made before: its counts, and its text."""

    tally: tuple[Any, ...]
    text: str


class Results:
    """The results of one task; where there is no cache, nothing is known and nothing is kept."""

    def __init__(self, task: Task, work: Work) -> None:
        self._work = work
        self._began = time.time_ns()
        self._today = task.today
        task = task._replace(today=0)  # it counts only for what hangs on it
        self._about = _digest(repr((_program(), os.getcwd(), task)).encode("utf-8", "replace"))
        self._beside: dict[str, bytes] = {}
        self._digests: dict[str, bytes] = {}
        """Of files as they were when the run began; read again to see whether they still are."""
        self._file = _opened()
        self._stood: dict[str, bool] = {}
        """By folder: its vocabulary and references are as they were."""
        self._waiting: list[tuple[bytes, bytes, bytes]] = []

    def close(self) -> None:
        self._put_away()
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()

    # One file

    def key(self, path: str, others: Iterable[str] = ()) -> bytes:
        """What a file and all that it was checked with hold now."""
        hashed = blake2b(self._about, digest_size=16)
        hashed.update(os.fsencode(path))
        hashed.update(self._beside_of(path))
        names = self._work.library.names_of(path, others)
        hashed.update(os.fsencode(repr(names)))
        for one in (path, *_there(others)):
            hashed.update(self._digest_of(one))
        return hashed.digest()

    def _digest_of(self, path: str) -> bytes:
        try:
            return self._digests[path]
        except KeyError:
            found = self._digests[path] = self._held(path)
            return found

    def _held(self, path: str) -> bytes:
        return _OUTSIDE if self._work.library.is_outside(path) else _hashed(path)

    def known(self, path: str) -> Done | None:
        """What a file came to when it was checked last, if nothing had changed as we began."""
        plain = self._plain(path)
        return None if plain is None else Done.of(plain)

    def knows(self, path: str) -> bool:
        """There is such a result."""
        return self._plain(path) is not None

    def _plain(self, path: str) -> Any:
        row = self._row(self._about + os.fsencode(path))
        if row is None:
            return None
        key, others, day, plain = row
        if day not in (0, self._today) or self.key(path, others) != key:
            return None
        return plain

    def keep(self, path: str, before: bytes, done: Done) -> None:
        """Keeps what a file came to; `before` is its key from before it was checked, alone."""
        others = done.left.others
        for one in (path, *_there(others)):
            self._digests.pop(one, None)
        if self.key(path) != before or not self._has_stood(path, others):
            return  # something changed meanwhile
        day = self._today if done.left.hangs_on_the_day else 0
        plain = (self.key(path, others), others, day, done.plain)
        self._waiting.append((self._about + os.fsencode(path), *_sealed(plain)))
        if len(self._waiting) >= _AT_ONCE:
            self._put_away()

    # A whole run

    def run(self, others: Mapping[str, tuple[str, ...]] | None = None) -> bytes:
        """What all files of the task hold now, with those that some were checked with."""
        hashed = blake2b(digest_size=16)
        for path in self._work.library.files:
            hashed.update(self.key(path, (others or {}).get(path, ())))
        return hashed.digest()

    def known_run(self) -> Run | None:
        """The report of the last run, if nothing has changed since."""
        row = self._row(self._about)
        if row is None:
            return None
        key, others, day, tally, text = row
        if day not in (0, self._today) or self.run(others) != key:
            return None
        return Run(tally, text)

    def keep_run(self, before: bytes, noted: _Noted, run: Run) -> None:
        """Keeps a whole report; `before` is what the files held before, each alone."""
        others = noted.others
        self._stood.clear()  # all is looked at once more
        self._digests.clear()
        self._beside.clear()
        is_sound = all(
            self._has_stood(path, names)
            for path in self._work.library.files
            for names in (others.get(path, ()),)
        )
        if is_sound and self.run() == before:
            hangs = noted.hangs_on_the_day or self._work.library.hangs_on_the_day
            plain = (self.run(others), others, self._today if hangs else 0, *run)
            self._waiting.append((self._about, *_sealed(plain)))

    def _has_stood(self, path: str, others: Iterable[str]) -> bool:
        """Neither a file nor what it was checked with was written since the run began.

        A file is read once for its key and once to be checked, and another may write it in between.
        """
        place = os.path.dirname(path)
        if place not in self._stood:
            beside = self._work.library.files_beside(path)
            self._stood[place] = all(map(self._is_older, beside))
        return self._stood[place] and all(map(self._is_older, (path, *_there(others))))

    def _is_older(self, path: str) -> bool:
        try:
            about = os.stat(path)
        except OSError:
            return False
        return max(about.st_mtime_ns, about.st_ctime_ns) < self._began - _COARSEST_NS

    # The vocabulary and the references of a folder

    def _beside_of(self, path: str) -> bytes:
        place = os.path.dirname(path)
        if place not in self._beside:
            hashed = blake2b(digest_size=16)
            for one in self._work.library.files_beside(path):
                hashed.update(os.fsencode(one))
                hashed.update(self._held(one))
            self._beside[place] = hashed.digest()
        return self._beside[place]

    # The file of results

    def _row(self, name: bytes) -> Any:
        if self._file is None:
            return None
        try:
            found = self._file.execute("SELECT seal, body FROM results WHERE name = ?", (name,))
            row = found.fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if row is None or not isinstance(row[1], bytes) or _digest(row[1]) != row[0]:
            return None
        try:
            return marshal.loads(row[1])
        except (EOFError, ValueError, TypeError):
            return None

    def _put_away(self) -> None:
        rows, self._waiting = self._waiting, []
        if self._file is None or not rows:
            return
        try:
            with self._file:
                self._file.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: sqlite3.Error) -> None:
        """Goes on without: it is broken, another run has it, or the disk is full."""
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()
        self._file = None
        place = folder()
        if place is not None and _is_damaged(error):
            with suppress(OSError):
                os.unlink(os.path.join(place, RESULTS))


def kept(
    paths: list[str],
    task: Task,
    work: Work,
    check: Callable[[list[str]], Iterator[Done]],
    whole: Callable[[Iterable[Done]], Iterator[str]],
    summary: Summary,
) -> Iterator[str]:
    """The report of the last run if nothing has changed, or one of what has been kept of it."""
    results = Results(task, work)
    try:
        run = results.known_run()
        if run is not None:
            summary.take(Tally._make(run.tally))
            yield run.text
            return
        before = results.run()
        noted = _Noted()
        pieces: list[str] = []
        length = 0
        for piece in whole(noted.each(_checked(paths, results, check))):
            length += len(piece)
            if length <= _LONGEST_REPORT:
                pieces.append(piece)
            yield piece
        if length <= _LONGEST_REPORT:
            run = Run(tuple(summary.tally), "".join(pieces))
            results.keep_run(before, noted, run)
    finally:
        results.close()


class _Noted:
    """What a whole report hangs on beside what its files hold.

    `others` are those that some files were checked with.
    """

    def __init__(self) -> None:
        self.others: dict[str, tuple[str, ...]] = {}
        self.hangs_on_the_day = False

    def each(self, done: Iterable[Done]) -> Iterator[Done]:
        """The same, noted as they pass."""
        for one in done:
            if one.left.others:
                self.others[one.left.article.path] = one.left.others
            self.hangs_on_the_day |= one.left.hangs_on_the_day
            yield one


def _checked(
    paths: list[str], results: Results, check: Callable[[list[str]], Iterator[Done]]
) -> Iterator[Done]:
    """What files come to, in their order: known, or checked and then known."""
    keys: dict[str, bytes] = {}
    known: set[str] = set()
    for path in paths:
        if results.knows(path):
            known.add(path)
        else:
            keys[path] = results.key(path)
    rest = check([path for path in paths if path not in known])
    for path in paths:
        done = results.known(path) if path in known else None
        if path not in known:
            done = next(rest)
            results.keep(path, keys[path], done)
        elif done is None:  # it is gone from the cache since we looked
            done = next(check([path]))
        assert done is not None
        yield done


def _opened() -> sqlite3.Connection | None:
    place = folder()
    if place is None:
        return None
    path = os.path.join(place, RESULTS)
    try:
        os.makedirs(place, mode=0o700, exist_ok=True)
        if os.path.exists(path) and os.path.getsize(path) > _LARGEST:
            os.unlink(path)
        try:
            return _connected(path)
        except sqlite3.DatabaseError as error:
            if not _is_damaged(error):
                raise  # it is in use, or the folder cannot be written
            os.unlink(path)
            return _connected(path)
    except (OSError, sqlite3.Error):
        return None


def _connected(path: str) -> sqlite3.Connection:
    file = sqlite3.connect(path, timeout=0.2)
    try:
        file.execute("PRAGMA synchronous = OFF")
        file.execute(
            "CREATE TABLE IF NOT EXISTS results (name BLOB PRIMARY KEY, seal BLOB, body BLOB)"
            " WITHOUT ROWID"
        )
        file.execute("SELECT name, seal, body FROM results LIMIT 0")
    except sqlite3.Error:
        file.close()
        raise
    return file


def _is_damaged(error: sqlite3.Error) -> bool:
    """The file is no database, not a sound one, or has another table; not that it is in use."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_ERROR,
    )


def _sealed(plain: Any) -> tuple[bytes, bytes]:
    body = marshal.dumps(plain)
    return _digest(body), body


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _there(others: Iterable[str]) -> Iterator[str]:
    """The files among those that one was checked with; not the names of some that are not there."""
    return (one for one in others if not one.startswith(MISSING))


_OUTSIDE = b"\2"
"""In place of what a file holds that is not read."""


def _hashed(path: str) -> bytes:
    """What a file holds, or why it cannot be read."""
    try:
        data = bytes_of(path, _LARGEST_FILE)
    except OSError as error:
        return _digest(str(error.errno).encode())
    if data is not None and len(data) > _LARGEST_FILE:
        return os.urandom(16)
    return _digest(b"\0" if data is None else b"\1" + data)


def _program() -> tuple[object, ...]:
    """What this program is: its version, and when its files were written; and what runs it."""
    top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    files = []
    for place, _, names in os.walk(top):
        for name in sorted(names):
            if name.endswith(".py"):
                with suppress(OSError):  # it is being replaced
                    about = os.stat(os.path.join(place, name))
                    files.append((about.st_mtime_ns, about.st_size))
    made_of = _digest(repr((sorted(files), _packages())).encode())
    return VERSION, sys.version, sys.byteorder, made_of


def _packages() -> list[tuple[object, ...]]:
    """The packages by which files are read, as they are installed, without importing any.

    Where one lies, the time of the folder that it lies in tells of another version of it, and of
    what it needs itself.
    """
    found: list[tuple[object, ...]] = []
    for place in sys.path:
        for name in _READ_BY:
            with suppress(OSError, ValueError):  # it is not there
                about = os.stat(os.path.join(place, name, "__init__.py"))
                beside = os.stat(place or ".")
                found.append((place, name, about.st_mtime_ns, about.st_size, beside.st_mtime_ns))
    return found


_READ_BY = ("docx", "lxml", "pint", "yaml")
"""The packages that may be lacking, or of another version, and what is found hangs on them."""
