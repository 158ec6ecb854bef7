"""Text of the web: entities decoded, addresses left out."""

from __future__ import annotations

from fentcheck.prose.document import Builder
from fentcheck.prose.formats.lines import add_prose
from fentcheck.regex import regex


def add_text(builder: Builder, start: int, end: int) -> None:
    """A stretch with its entities decoded."""
    position = start
    if builder.source.find("&", start, end) >= 0:
        for found in _ENTITY.finditer(builder.source, start, end):
            add_prose(builder, position, found.start())
            builder.put(_decoded(found.group()), *found.span())
            position = found.end()
    add_prose(builder, position, end)


def _decoded(entity: str) -> str:
    # The table of names is large, and most drafts have no entity.
    from html import unescape

    return unescape(entity)


_ENTITY = regex(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
