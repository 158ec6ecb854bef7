"""What a run may read: what its call names, and what really lies in the project."""

from __future__ import annotations

import os
from collections.abc import Iterable

OUTSIDE = "this leads outside the project; put the file itself here, or name it in the call"


class Grounds:
    """Where the files of a run may really lie.

    That is in the project, or in a folder that the call names, or beside a file that it names. A
    link that leads elsewhere may be a stranger's; one that the call names is the caller's choice.
    """

    def __init__(self, named: Iterable[str], root: str) -> None:
        named = [path for path in named if path != "-"]
        self._named = {os.path.abspath(path) for path in named}
        self._real_folders: dict[str, str] = {}
        self._within = [_as_beginning(os.path.realpath(root))]
        folders = (path if os.path.isdir(path) else os.path.dirname(path) for path in named)
        for folder in dict.fromkeys(folders):
            real = self._real_folder(folder)
            if not self._is_within(real):
                self._within.append(_as_beginning(real))

    def has(self, path: str) -> bool:
        """What stands at a path may be read; `-` may."""
        return (
            path == "-"
            or self._is_within(self._real_path(path))
            or os.path.abspath(path) in self._named
        )

    def _is_within(self, real: str) -> bool:
        return any(_as_beginning(real).startswith(one) for one in self._within)

    def _real_path(self, path: str) -> str:
        if os.path.islink(path):
            return os.path.realpath(path)
        folder, name = os.path.split(path)
        return os.path.join(self._real_folder(folder), name)

    def _real_folder(self, folder: str) -> str:
        """Where a folder really lies, which takes long to find; most files share theirs."""
        real = self._real_folders.get(folder)
        if real is None:
            real = self._real_folders[folder] = os.path.realpath(folder or ".")
        return real


def _as_beginning(real: str) -> str:
    """A real path as those of all that lies in it begin."""
    return os.path.join(real, "")
