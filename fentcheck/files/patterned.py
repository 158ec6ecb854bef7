"""Patterns that name files of a project, as in .gitignore."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import lru_cache


@lru_cache(maxsize=4096)
def fits(path: str, pattern: str) -> bool:
    """A path below the root, parted by “/”, is named by a pattern, or a folder above it is.

    `*` stands for anything within a name and `**` for any folders; a pattern without a “/”
    inside names files and folders anywhere.
    """
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    is_anywhere = "/" not in pattern.strip("/") and not pattern.startswith("/")
    wanted = ["**", *parts] if is_anywhere else parts
    # Which parts of the pattern may stand next, name by name: no way is tried twice.
    places = _with_folders({0}, wanted)
    for name in path.split("/"):
        if len(wanted) in places:
            return True
        reached = {
            at if wanted[at] == "**" else at + 1
            for at in places
            if wanted[at] == "**" or fnmatchcase(name, wanted[at])
        }
        places = _with_folders(reached, wanted)
    return len(wanted) in places


def _with_folders(places: set[int], wanted: list[str]) -> set[int]:
    """Also those behind a `**`, which may stand for no folder at all."""
    found = set(places)
    for at in sorted(places):
        while at < len(wanted) and wanted[at] == "**":
            at += 1
            found.add(at)
    return found
