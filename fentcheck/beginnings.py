"""The letters that a match of a pattern can begin with, put where a search looks for them first.

The standard library finds such letters only where nothing stands before them: of "apple|pear", not
of "\\bapple|\\bpear". Without them a search tries the whole pattern at each character of a text.
"""

from __future__ import annotations

from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    Letters = list[tuple[Any, Any]]
    """Members of a set, as the parser has them."""


def with_beginning(code: list[int], parsed: Any, flags: int) -> list[int]:
    """The code of a parsed pattern, which may know what its matches begin with from now on.

    They are none the fewer for it. Code of a form that is not known stays as it is.
    """
    from re import _compiler, _constants  # type: ignore[attr-defined]

    flags |= parsed.state.flags
    has_none = code[0] == _constants.INFO and code[1] == _PLAIN and code[2] == 0 and code[3] > 0
    if not has_none or flags & _constants.SRE_FLAG_IGNORECASE:
        return code
    letters, may_be_empty = _beginning(parsed, _constants)
    if may_be_empty or not letters:
        return code
    members: list[int] = []
    _compiler._compile_charset(_compiler._optimize_charset(letters)[0], flags, members)
    mask = _constants.SRE_INFO_CHARSET
    return [code[0], _PLAIN + len(members), mask, code[3], code[4], *members, *code[1 + _PLAIN :]]


_PLAIN = 4
"""The length of what is told of a pattern of which no beginning is known."""


def _beginning(items: Any, known: Any) -> tuple[Letters | None, bool]:
    """What a sequence can begin with, None if that is not known; and whether it may be empty."""
    letters: Letters = []
    for op, what in items:
        if op in (known.AT, known.ASSERT, known.ASSERT_NOT):
            continue  # it takes no letter
        more, may_be_empty = _first(op, what, known)
        if more is None:
            return None, False
        letters += more
        if not may_be_empty:
            return letters, False
    return letters, True


def _first(op: Any, what: Any, known: Any) -> tuple[Letters | None, bool]:
    """The same of one item, which takes letters."""
    if op is known.LITERAL:
        return [(op, what)], False
    if op is known.IN and what[0][0] is not known.NEGATE:
        return list(what), False
    if op is known.SUBPATTERN and not what[1] and not what[2]:
        return _beginning(what[3], known)
    if op in (known.MAX_REPEAT, known.MIN_REPEAT):
        letters, may_be_empty = _beginning(what[2], known)
        return letters, may_be_empty or what[0] == 0
    if op is known.BRANCH:
        letters, is_any_empty = [], False
        for branch in what[1]:
            more, may_be_empty = _beginning(branch, known)
            if more is None:
                return None, False
            letters += more
            is_any_empty |= may_be_empty
        return letters, is_any_empty
    return None, False
