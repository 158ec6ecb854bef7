"""Where something stands in a file, and what is wrong there."""

from __future__ import annotations

from fentcheck.record import NamedTuple


class Span(NamedTuple):
    """A stretch of a file: 1-based lines, 1-based columns in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


class Problem(NamedTuple):
    """A user's mistake: the rule it breaks, where, and what to write instead.

    `beside` are other places of the same file that it speaks of, each with what stands there;
    `path` is set where the file is another than the article's. `names` are the full ids of what it
    hangs on besides the `claims` that it is about, whether or not there are such claims. `essence`
    is what the message comes to without paths and places, where it has any: what is known of it
    from one run to the next.
    """

    code: str
    span: Span
    message: str
    claims: tuple[str, ...] = ()
    is_note: bool = False
    beside: tuple[tuple[Span, str], ...] = ()
    path: str = ""
    names: tuple[str, ...] = ()
    essence: str = ""
