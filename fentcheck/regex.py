"""Regular expressions that are compiled when they are first used.

A run uses few of the hundreds that there are, and to compile all of them takes longer than to check
a page of prose.
"""

from __future__ import annotations

import re

from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


class _Later:
    """Stands for a pattern; its methods are those of the compiled one from the first use on."""

    __slots__ = (
        "_flags",
        "_source",
        "findall",
        "finditer",
        "fullmatch",
        "match",
        "search",
        "split",
        "sub",
    )

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for a method that is not yet there, and for whatever else a pattern has."""
        if name[0] == "_":
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_METHODS = tuple(name for name in _Later.__slots__ if name[0] != "_")


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but nothing is compiled before the first use."""
    pattern: Any = _Later(source, flags)
    return pattern  # type: ignore[no-any-return]
