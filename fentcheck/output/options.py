"""How a report is to be shown, whatever the format."""

from __future__ import annotations

from fentcheck.record import NamedTuple


class Options(NamedTuple):
    """`show_all` adds the relations that hold; `width` is in characters."""

    show_all: bool = False
    statistics: bool = False
    colour: bool = False
    width: int = 100
