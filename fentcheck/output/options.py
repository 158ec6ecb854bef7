"""How a report is to be shown, whatever the format."""

from __future__ import annotations

from fentcheck.record import NamedTuple


class Options(NamedTuple):
    """`show_all` adds the relations that hold; `width` is in characters.

    `root` is the folder that machines are told paths from: the repository's; empty for paths as
    they were given. `links` is what goes before such a path to make it an address. `fail_on` is
    the least severity that fails the run, and `command` is what was run. `here` is the folder that
    relative paths are from, where it is not the working directory.
    """

    show_all: bool = False
    statistics: bool = False
    colour: bool = False
    width: int = 100
    root: str = ""
    links: str = ""
    here: str = ""
    fail_on: str = "error"
    command: str = "verify"
