"""Reads what a file holds: regular files alone, no more than is allowed, as UTF-8."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator

from fentcheck.book.span import START, Problem, Span
from fentcheck.limits import DEFAULTS, Most

FILE_SIZE = DEFAULTS.most("file_size")
unsaved: dict[str, str] = {}
"""Texts that an editor has open, by real path: they count in place of what the disk holds."""


class PathError(Exception):
    """A path of the call that cannot be used."""


def text_of(path: str, most: Most = FILE_SIZE) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, or why there is none: FC001."""
    if unsaved and path != "-":
        text = unsaved.get(os.path.realpath(path))
        if text is not None:
            return text, ()
    try:
        data = bytes_of(path, most.value)
    except OSError as error:
        return "", (unreadable(START, error.strerror or "it cannot be opened"),)
    if data is None:
        return "", (unreadable(START, "this is not a regular file"),)
    if len(data) > most.value:
        return "", (unreadable(START, too_large(most)),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return "", (unreadable(Span(line, column, line, column + 1), message),)


def too_large(most: Most) -> str:
    """What is told of a file of more bytes than a limit allows."""
    size = f"{most.value >> 20} MiB" if most.value >= 1 << 20 else f"{most.value:,} bytes"
    return f"larger than {size}: {most}"


def bytes_of(path: str, largest: int) -> bytes | None:
    """At most one byte more than is allowed; None if it is no regular file."""
    if path == "-":
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        return sys.stdin.buffer.read(largest + 1)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            return None
        data = os.read(handle, min(about.st_size, largest) + 1)
        while len(data) != about.st_size and len(data) <= largest:  # it is not as long as said
            more = os.read(handle, largest + 1 - len(data))
            if not more:
                break
            data += more
        return data
    finally:
        os.close(handle)


def write_whole(path: str, pieces: Iterable[str]) -> None:
    """Writes a file whole or not at all. Raises `PathError`, and whatever the pieces raise.

    What is no regular file (`/dev/stdout`, a pipe) is written to as it is, and a file keeps its
    mode. Where a symbolic link stands, what it leads to is written.
    """
    try:
        mode = os.stat(path).st_mode if os.path.exists(path) else None
        if mode is not None and not stat.S_ISREG(mode):
            with open(path, "w", encoding="utf-8", errors=_ODD, newline="\n") as file:
                file.writelines(pieces)
            return
        with whole_file(os.path.realpath(path)) as unfinished:
            with open(unfinished, "x", encoding="utf-8", errors=_ODD, newline="\n") as file:
                file.writelines(pieces)
            if mode is not None:
                os.chmod(unfinished, stat.S_IMODE(mode))
    except OSError as error:
        raise PathError(f"{path} cannot be written: {error.strerror}") from None


_ODD = "backslashreplace"
"""A file name that is not UTF-8 has characters that cannot be written."""


class whole_file:  # noqa: N801
    """`with whole_file(path) as name`: the file of that name, once written, takes the path's place.

    If anything fails nothing is left of it. Names do not come twice, as process
    numbers do in containers.
    """

    def __init__(self, path: str) -> None:
        folder, name = os.path.split(path)
        self._path = path
        self._unfinished = os.path.join(folder, f".{name[:200]}.{os.urandom(6).hex()}.part")

    def __enter__(self) -> str:
        return self._unfinished

    def __exit__(self, failure: object, *rest: object) -> None:
        is_left = True
        try:
            if failure is None:
                os.replace(self._unfinished, self._path)
                is_left = False
        finally:
            if is_left and os.path.exists(self._unfinished):
                os.unlink(self._unfinished)


def folders_above(folder: str) -> Iterator[str]:
    """The folder itself and all that it lies in, as absolute paths, up to the root of the disk."""
    above = os.path.abspath(folder)
    while True:
        yield above
        folder, above = above, os.path.dirname(above)
        if above == folder:
            return


def is_repository(folder: str) -> bool:
    """The folder is the top of a git repository."""
    return os.path.exists(os.path.join(folder, ".git"))


def repository(folder: str) -> str:
    """The folder of the repository that a folder belongs to; the folder itself if to none."""
    return next(filter(is_repository, folders_above(folder)), os.path.abspath(folder))


def unreadable(span: Span, message: str) -> Problem:
    return Problem("FC001", span, message)
