"""A bar on the terminal for work that takes over a second; never in a pipe or in CI."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    _Item = TypeVar("_Item")

_PATIENCE_S = 1.0
_EVERY_S = 0.1
_WIDTH = 30


def is_watched() -> bool:
    """Somebody looks at standard error as it is written."""
    environment = os.environ
    return (
        sys.stderr is not None
        and sys.stderr.isatty()
        and not environment.get("CI")
        and environment.get("TERM") != "dumb"
    )


def with_progress(
    items: Iterable[_Item], total: int, files: Callable[[_Item], int]
) -> Iterator[_Item]:
    """The items; while the next is worked on, the terminal shows how many files are done."""
    begun = monotonic()
    drawn_at = begun + _PATIENCE_S - _EVERY_S
    is_drawn = False
    done = 0
    rest = iter(items)
    try:
        while True:
            now = monotonic()
            if now - drawn_at >= _EVERY_S:
                sys.stderr.write(f"\r\x1b[2K{_bar(done, total)}")
                sys.stderr.flush()
                drawn_at, is_drawn = now, True
            item = next(rest, None)
            if item is None:
                return
            done = min(done + files(item), total)
            if is_drawn:  # what is printed now begins on an empty line
                _clear()
                is_drawn = False
            yield item
    finally:
        if is_drawn:
            _clear()


def _bar(done: int, total: int) -> str:
    if done >= total:
        return f"{'█' * _WIDTH} {total:,} files read, comparing them"
    filled = _WIDTH * done // total
    return f"{'█' * filled}{'░' * (_WIDTH - filled)} {done:,} of {total:,} files"


def _clear() -> None:
    sys.stderr.write("\r\x1b[2K")
    sys.stderr.flush()
