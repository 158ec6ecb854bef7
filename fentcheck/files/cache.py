"""Where the program keeps what it need not work out again, and how.

The user's own cache folder, never the project's: a project may come from a stranger. What is kept
is whole or not there, carries a checksum, and whatever goes wrong with it costs only the time that
it would have saved.
"""

from __future__ import annotations

import _imp
import marshal
import os
import sys
from functools import partial

from fentcheck.files.disk import PathError, whole_file
from fentcheck.record import TYPE_CHECKING
from fentcheck.version import VERSION

if TYPE_CHECKING:
    from typing import Any

_checksum = partial(_imp.source_hash, 0)
"""Of eight bytes; the interpreter has it for its bytecode, so it costs no import."""
_STAMP = marshal.dumps((VERSION, sys.version, sys.byteorder))


def folder() -> str | None:
    """`FENTCHECK_CACHE_DIR`, else the system's place for caches; None where there is no home."""
    given = os.environ.get("FENTCHECK_CACHE_DIR")
    if given is not None:
        return given or None
    for name, below in _PLACES:
        base = os.environ.get(name)
        if base and os.path.isabs(base):
            return os.path.join(base, *below)
    return None


_PLACES = (
    (("LOCALAPPDATA", ("fentcheck", "cache")),)
    if sys.platform == "win32"
    else (("HOME", ("Library", "Caches", "fentcheck")),)
    if sys.platform == "darwin"
    else (("XDG_CACHE_HOME", ("fentcheck",)), ("HOME", (".cache", "fentcheck")))
)


def read(name: str) -> object:
    """What is kept under a name by this version on this Python; None if there is nothing sound."""
    where = folder()
    if where is None:
        return None
    try:
        with open(os.path.join(where, name), "rb") as file:
            data = file.read()
    except (OSError, ValueError):
        return None
    start = len(_STAMP) + 8
    if data[: len(_STAMP)] != _STAMP or len(data) < start:
        return None
    body = memoryview(data)[start:]
    if _checksum(body) != data[len(_STAMP) : start]:
        return None
    try:
        return marshal.loads(body)
    except (EOFError, ValueError, TypeError):
        return None


def write(name: str, kept: Any) -> None:
    """Keeps plain data under a name, if the disk lets us."""
    where = folder()
    if where is None:
        return
    try:
        body = marshal.dumps(kept)
        os.makedirs(where, mode=0o700, exist_ok=True)
        with (
            whole_file(os.path.join(where, name)) as unfinished,
            open(unfinished, "xb") as file,
        ):
            file.write(_STAMP + _checksum(body) + body)
    except (OSError, ValueError):
        return


def kept() -> list[tuple[str, int]]:
    """The files in the folder that are ours, each with its size in bytes."""
    where = folder()
    found = []
    try:
        for entry in os.scandir(where or ""):
            if entry.name.startswith(_OURS) and entry.is_file(follow_symlinks=False):
                found.append((entry.path, entry.stat(follow_symlinks=False).st_size))
    except OSError:
        pass  # there is none, or it may not be looked into
    return sorted(found)


def clear() -> int:
    """Removes what is kept; the number of bytes that are free now. Raises `PathError`."""
    freed = 0
    for path, size in kept():
        try:
            os.unlink(path)
        except FileNotFoundError:
            continue  # another run has removed it
        except OSError as error:
            raise PathError(f"{path} cannot be removed: {error.strerror}") from None
        freed += size
    return freed


RESULTS = "results.sqlite"
PATTERNS = "patterns-"
_OURS = (RESULTS, PATTERNS)
