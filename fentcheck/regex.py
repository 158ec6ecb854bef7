"""Regular expressions that are compiled when they are first used, and once for many runs.

A run uses some of the hundreds that there are; to compile those takes longer than to check a page
of prose. What the standard library compiles a pattern to is plain numbers, so it can be kept, as
bytecode is: `remember` is given what earlier runs kept, `compiled` says what there is to keep.
"""

from __future__ import annotations

import re

try:
    import _sre  # type: ignore[import-not-found]
except ImportError:  # an interpreter that has none
    _sre = None

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
        compiled = _pattern(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_METHODS = tuple(name for name in _Later.__slots__ if name[0] != "_")


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but nothing is compiled before the first use."""
    pattern: Any = _Later(source, int(flags))
    return pattern  # type: ignore[no-any-return]


# What earlier runs have compiled

Codes = dict[tuple[str, int], tuple[int, bytes, int, dict[str, int]]]
"""By source and flags: all flags, the code, the number of groups, the groups that have names."""

_known: Codes = {}
_compiled: Codes = {}


def remember(codes: Codes) -> None:
    """Patterns that need not be compiled again, by this very version of Python."""
    _known.update(codes)


def compiled() -> Codes:
    """The patterns that this run had to compile."""
    return _compiled


def _pattern(source: str, flags: int) -> Any:
    found = _known.get((source, flags))
    try:
        if found is None:
            found = _compiled[source, flags] = _code(source, flags)
        all_flags, code, groups, names = found
        names_of: list[str | None] = [None] * (groups + 1)
        for name, group in names.items():
            names_of[group] = name
        numbers = memoryview(code).cast("I").tolist()
        return _sre.compile(source, all_flags, numbers, groups, names, tuple(names_of))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(source, flags)  # another Python, or what was kept is damaged


def _code(source: str, flags: int) -> tuple[int, bytes, int, dict[str, int]]:
    """What `re.compile` makes of a pattern before it hands it on, with what matches begin with."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    from fentcheck.beginnings import with_beginning

    parsed = _parser.parse(source, flags)
    code = array("I", with_beginning(_compiler._code(parsed, flags), parsed, flags))
    state = parsed.state
    return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict)
