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
    from fentcheck.output.parts import Parted
    from fentcheck.output.summary import Summary

    Format = Callable[[Iterable[Source], Summary, Options], Iterator[str]]

NAMES = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
    "html",
)

PARTED = ("text", "concise", "json", "jsonl")
"""Those whose reports are put together of parts."""
PLAIN = ("text", "concise")
"""Those that only people read."""


def format_named(name: str) -> Format:
    """The format of this name, which is one of `NAMES`."""
    made: Format = getattr(import_module(f"fentcheck.output.{name}"), name)
    return made


def parted(name: str) -> Parted:
    """How the format of this name, which is one of `PARTED`, makes its parts."""
    made: Parted = getattr(import_module(f"fentcheck.output.{name}"), name.upper())
    return made
