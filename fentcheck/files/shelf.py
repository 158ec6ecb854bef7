"""Where the records of claims wait until every file has been read, by what brings them together.

In memory while they are few; then in a database that nobody else sees and that goes with it.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from fentcheck.book.filed import Entry, Filed

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_IN_MEMORY = 5_000
"""Records, of about a kilobyte each, before a database is worth its import."""
_AT_ONCE = 1_000


class Shelf:
    """Entries by key. The groups come in the order of their keys, each in the order of filing."""

    def __init__(self, most_in_memory: int = MOST_IN_MEMORY) -> None:
        self._most = most_in_memory
        self._waiting: list[tuple[str, Entry]] = []
        self._database: Connection | None = None

    def add(self, key: str, entry: Entry) -> None:
        self._waiting.append((key, entry))
        if len(self._waiting) > self._most:
            self._put_away()
            self._most = min(self._most, _AT_ONCE)

    def groups(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        """Every key with its entries. They are to be taken before the next key is asked for."""
        for key, items in groupby(self._in_order(), key=lambda item: item[0]):
            yield key, (entry for _, entry in items)

    def _in_order(self) -> Iterator[tuple[str, Entry]]:
        if self._database is None:
            yield from sorted(self._waiting, key=lambda item: item[0])
            return
        self._put_away()
        for key, data in self._database.execute("SELECT key, data FROM filed ORDER BY key, rowid"):
            yield key, tuple(_read(record) for record in marshal.loads(data))

    def _put_away(self) -> None:
        if self._database is None:
            import sqlite3

            self._database = sqlite3.connect("")  # on disk, without a name
            self._database.execute("PRAGMA journal_mode = OFF")
            self._database.execute("CREATE TABLE filed (key TEXT, data BLOB)")
        self._database.executemany(
            "INSERT INTO filed VALUES (?, ?)",
            (
                # A lone surrogate has no UTF-8; in a key it may well stand for another.
                (key.encode("utf-8", "replace").decode(), marshal.dumps([*map(tuple, entry)]))
                for key, entry in self._waiting
            ),
        )
        self._waiting.clear()


def _read(record: tuple[Any, ...]) -> Filed:
    """The record of its plain form. What many records have in common is kept once."""
    filed = Filed._make(record)
    return filed._replace(
        path=sys.intern(filed.path),
        article=sys.intern(filed.article),
        measure=sys.intern(filed.measure),
        scope_text=sys.intern(filed.scope_text),
    )
