"""A YAML text as nodes that know where they stand."""

from __future__ import annotations

from fentcheck.book.nodes import Mapping, Node, Scalar, Sequence, part_of, span_of
from fentcheck.book.span import Problem, Span
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.record import NamedTuple

__all__ = [
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "part_of",
    "read_document",
    "span_of",
]


class Document(NamedTuple):
    """The root of a text, or None if nothing could be read, with every problem found.

    `is_whole` is False where reading stopped before the end: what is missing then may just not
    have been reached.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    is_whole: bool = True


def too_many_mistakes(span: Span, limits: Limits) -> Problem:
    """What is told in place of all further mistakes."""
    most = limits.most("mistakes")
    message = f"{most.of('mistakes')}; what comes from here on is not read: {most}"
    return Problem("FC001", span, message)


def read_document(text: str, limits: Limits = DEFAULTS) -> Document:
    """The nodes of one YAML document and what is wrong with it."""
    # PyYAML takes a third of a short run to import, and plainly written files do without.
    from fentcheck.book.events import read_events

    return read_events(text, limits)
