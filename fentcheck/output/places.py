"""Where a file is, as other programs want to be told."""

from __future__ import annotations

import os


def from_root(path: str, root: str, here: str = "") -> str | None:
    """A path from a folder, with forward slashes; None if the file lies outside of it.

    With no folder it is the path as it was given. A relative path is from the folder `here`, if one
    is given, else from the working directory. Standard input, `-`, is nowhere.
    """
    if path == "-":
        return None
    if not root:
        return os.path.normpath(path).replace(os.sep, "/")
    try:
        found = os.path.relpath(os.path.abspath(os.path.join(here, path)), root).replace(
            os.sep, "/"
        )
    except ValueError:  # on another drive
        return None
    return None if found == ".." or found.startswith("../") else found


def shown_from_root(path: str, root: str, here: str = "") -> str:
    """The same, and for a file outside the path as it was given."""
    return from_root(path, root, here) or path.replace(os.sep, "/")


def file_name(path: str) -> str:
    """The last part of a path, whatever the system that wrote it."""
    return path.replace("\\", "/").rpartition("/")[2]
