"""Where the records of claims wait until every file has been read, by what brings them together.

In memory while they are few; then in a file that has no name and goes with its last reader. It
holds runs of records in the order of their keys, which are merged when they are taken out: what
has to be in memory is a little of every run, however many keys and records there are.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from os import SEEK_END
from sys import maxsize

from fentcheck.book.filed import Entry, Filed
from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import IO

MOST_IN_MEMORY = 10_000
"""Entries, of about a kilobyte each, that are kept before a file is worth its while."""
_IN_A_BLOCK = 50
"""Entries that are written as one, and read back as one."""


class Shelf:
    """Entries by key. The groups come in the order of their keys, each in the order of filing."""

    def __init__(self, most_in_memory: int = MOST_IN_MEMORY) -> None:
        self._most = most_in_memory
        self._waiting: dict[str, list[Entry]] = {}
        self._count = 0
        self._file: IO[bytes] | None = None
        self._runs: list[list[int]] = []
        """For each run where its blocks begin, and where the last one ends."""
        self._alike: dict[object, object] = {}

    def add(self, key: str, entry: Entry) -> None:
        self._waiting.setdefault(key, []).append(entry)
        self._count += 1
        if self._count > self._most:
            self._put_away()

    def groups(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        """Every key with its entries. They are to be taken before the next key is asked for."""
        for key, parts in groupby(self._in_order(), key=itemgetter(0)):
            yield key, (entry for _, entries in parts for entry in entries)

    def _in_order(self) -> Iterable[tuple[str, list[Entry]]]:
        last = sorted(self._waiting.items())
        if not self._runs:
            return last
        from heapq import merge

        return merge(*map(self._run, self._runs), last, key=itemgetter(0))

    def _put_away(self) -> None:
        """Writes what is in memory as one more run; where the disk takes none, it stays there."""
        try:
            if self._file is None:
                from tempfile import TemporaryFile

                self._file = TemporaryFile()  # noqa: SIM115
            places = [self._file.seek(0, SEEK_END)]
            for block in _blocks(sorted(self._waiting.items())):
                self._file.write(marshal.dumps(block))
                places.append(self._file.tell())
            self._file.flush()
        except OSError:
            self._most = maxsize
            return
        self._runs.append(places)
        self._waiting.clear()
        self._count = 0

    def _run(self, places: list[int]) -> Iterator[tuple[str, list[Entry]]]:
        assert self._file is not None
        for begin, end in pairwise(places):
            self._file.seek(begin)
            for key, entries in marshal.loads(self._file.read(end - begin)):
                yield key, [tuple(map(self._again, entry)) for entry in entries]

    def _again(self, plain: list[object]) -> Filed:
        """A record as it was put away. What many of them say alike is there once."""
        if len(self._alike) > _MOST_ALIKE:
            self._alike.clear()
        for place in _OFTEN_ALIKE:
            plain[place] = self._alike.setdefault(plain[place], plain[place])
        return _new(Filed, plain)


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""
_OFTEN_ALIKE = [
    Filed._fields.index(name)
    for name in (
        "measure",
        "kind",
        "scope",
        "scope_text",
        "period",
        "statistic",
        "manner",
        "measured",
    )
]
_MOST_ALIKE = 20_000


_Block = list[tuple[str, list[list[list[object]]]]]


def _blocks(items: Iterable[tuple[str, list[Entry]]]) -> Iterator[_Block]:
    """The items in their order as plain tuples, some at a time."""
    block: _Block = []
    count = 0
    for key, entries in items:
        for start in range(0, len(entries), _IN_A_BLOCK):
            some = entries[start : start + _IN_A_BLOCK]
            block.append((key, [[[*one] for one in entry] for entry in some]))
            count += len(some)
            if count >= _IN_A_BLOCK:
                yield block
                block, count = [], 0
    if block:
        yield block
