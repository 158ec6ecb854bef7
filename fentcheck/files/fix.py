"""Puts claims files in order on the disk: each is written whole, or is left as it is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from difflib import unified_diff

from fentcheck.book.tidy import Tidied, tidied
from fentcheck.files.disk import PathError, bytes_of, whole_file
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.record import NamedTuple

_BOM = b"\xef\xbb\xbf"


class Fixed(NamedTuple):
    """A file that is not in order: its bytes, and its text as it is and as it should be."""

    path: str
    mark: bytes
    before: str
    after: Tidied

    def written(self) -> None:
        """Writes the file. Raises `PathError` if that cannot be done."""
        before = self.mark + self.before.encode("utf-8")
        after = self.mark + self.after.text.encode("utf-8")
        try:
            with open(self.path, "r+b"):  # a file that is closed to writing is not to be replaced
                mode = stat.S_IMODE(os.stat(self.path).st_mode)
            with whole_file(self.path) as unfinished:
                with open(unfinished, "xb") as file:
                    file.write(after)
                    file.flush()
                    os.fsync(file.fileno())
                os.chmod(unfinished, mode)
                if bytes_of(self.path, len(before) + 1) != before:
                    raise PathError(f"{self.path} has changed meanwhile; nothing was written to it")
        except OSError as error:
            raise PathError(f"{self.path} cannot be written: {error.strerror}") from None

    def diff(self) -> str:
        """What changes, as a patch."""
        lines = unified_diff(
            _kept(self.before),
            _kept(self.after.text),
            f"a/{self.path}",
            f"b/{self.path}",
        )
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


def to_fix(path: str, limits: Limits = DEFAULTS) -> Fixed | None:
    """What there is to put in order in a file; None if nothing, or if it cannot be read.

    A symbolic link is left alone: what it leads to need not be the project's.
    """
    if path == "-" or os.path.islink(path):
        return None
    try:
        data = bytes_of(path, limits.file_size)
    except OSError:
        return None
    if data is None or len(data) > limits.file_size:
        return None
    mark = _BOM if data.startswith(_BOM) else b""
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return None
    found = tidied(text, limits)
    return Fixed(path, mark, text, found) if found.places else None


def _kept(text: str) -> list[str]:
    """The lines of a text with their breaks."""
    return list(_each_line(text))


def _each_line(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
