"""A YAML text as nodes that know where they stand."""

from __future__ import annotations

from fentcheck.book.nodes import Mapping, Node, Scalar, Sequence, part_of, span_of
from fentcheck.book.span import Problem
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

DEEPEST = 20
MOST_NODES = 200_000
MOST_ALIASES = 1_000


class Document(NamedTuple):
    """The root of a text, or None if nothing could be read, with every problem found.

    `is_whole` is False where reading stopped before the end: what is missing then may just not
    have been reached.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    is_whole: bool = True


def read_document(text: str) -> Document:
    """The nodes of one YAML document and what is wrong with it."""
    # PyYAML takes a third of a short run to import, and plainly written files do without.
    from fentcheck.book.events import read_events

    return read_events(text)
