"""All formats by name. A new format is one file and one line here.

Each is imported when it is asked for, so that no run pays for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from fentcheck.engine.check import Source
    from fentcheck.output.options import Options
    from fentcheck.output.summary import Summary

    Format = Callable[[Iterable[Source], Summary, Options], Iterator[str]]

NAMES = ("text", "concise", "json")


def format_named(name: str) -> Format:
    """The format of this name, which is one of `NAMES`."""
    made: Format = getattr(import_module(f"fentcheck.output.{name}"), name)
    return made
