"""All formats of drafts, by the ending of a file's name. A new one is one file and a line."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from fentcheck.limits import DEFAULTS, Limits, Most
from fentcheck.prose.document import Document

_FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
PACKED = frozenset((".docx",))
"""Endings of files that are no text; `prose.formats.docx` reads them."""


def read_prose(text: str, ending: str = "", limits: Limits = DEFAULTS) -> Document:
    """The prose of a text in the format that the ending of its file names; else as plain text.

    Each format is imported when it is asked for.
    """
    name = _FORMATS.get(ending.lower(), "plain")
    read: Callable[[str, Most], Document] = getattr(
        import_module(f"fentcheck.prose.formats.{name}"), name
    )
    return read(text, limits.most("draft_pieces"))
