"""A Word document, by python-docx (an extra). A paragraph is a line: its number tells the place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from fentcheck.limits import DEFAULTS, Limits, Most
from fentcheck.prose.document import Builder, Document, Kind
from fentcheck.prose.formats.lines import add_prose


def docx(data: bytes, limits: Limits = DEFAULTS) -> Document:
    """The blocks of a Word document; its source is its paragraphs and cells, one a line.

    Raises `ImportError` without python-docx, and `ValueError` for what is no such document or
    would unpack to more bytes than are allowed.
    """
    from docx import Document as Read

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inside = packed.infolist()
            texts = [part for part in inside if part.filename.endswith((".xml", ".rels"))]
            for listed, field in ((inside, "unpacked_size"), (texts, "word_text")):
                most = limits.most(field)
                if sum(part.file_size for part in listed) > most.value:
                    raise ValueError(f"unpacked it is larger than {most.value:,} bytes: {most}")
        counted = _Counted(limits.most("word_paragraphs"))
        parts = list(_parts(Read(io.BytesIO(data)), 0, counted))
    except ValueError:
        raise
    except Exception as error:  # whatever a broken file makes the library raise
        raise ValueError(f"this is not a Word document ({type(error).__name__})") from error
    builder = Builder("\n".join(text for _, text, _ in parts))
    position = 0
    for kind, text, (table, row, column) in parts:
        builder.open(kind, table, row, column)
        add_prose(builder, position, position + len(text))
        position += len(text) + 1
    return builder.made()


_Part = tuple[Kind, str, tuple[int, int, int]]


class _Counted:
    """Counts tables, and paragraphs and cells, of which there are so many at most.

    A cell is counted for each column that it takes: the library lists it that often.
    """

    def __init__(self, most: Most) -> None:
        self.tables = 0
        self._most = most
        self._left = most.value

    def take(self, some: int) -> None:
        """Raises `ValueError` for more than there may be."""
        self._left -= some
        if self._left < 0:
            raise ValueError(f"more than {self._most.value:,} paragraphs and cells: {self._most}")

    def rows(self, table: Any) -> list[list[Any]]:
        """The cells of each row of a table."""
        self.tables += 1
        found = []
        for row in table.rows:
            self.take(sum(max(1, cell.grid_span) for cell in row._tr.tc_lst))
            found.append(list(row.cells))
        return found


def _parts(container: Any, depth: int, counted: _Counted) -> Iterator[_Part]:
    """The paragraphs and cells of a document in order."""
    for part in container.iter_inner_content():
        if not hasattr(part, "rows"):
            counted.take(1)
            yield _kind_of(part), _line(part.text), (0, 0, 0)
            continue
        rows = counted.rows(part)
        number = counted.tables
        # A merged cell is listed once for each place that it takes.
        is_plain = all(len({id(cell._tc) for cell in row}) == len(row) for row in rows)
        seen: set[int] = set()
        for row_number, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 1):
                if id(cell._tc) in seen:
                    continue
                seen.add(id(cell._tc))
                place = (number, row_number, column) if is_plain else (0, 0, 0)
                if cell.tables and depth < _DEEPEST:
                    yield from _parts(cell, depth + 1, counted)
                else:
                    yield Kind.CELL, _line(cell.text), place


def _kind_of(paragraph: Any) -> Kind:
    name = str(paragraph.style.name if paragraph.style is not None else "").lower()
    for word, kind in _STYLES.items():
        if name.startswith(word):
            return kind
    return Kind.PARAGRAPH


def _line(text: str) -> str:
    """A text on one line."""
    return "".join(" " if one in "\r\n\v\f\x85\u2028\u2029" else one for one in text)


_DEEPEST = 5
_STYLES = {
    "heading": Kind.HEADING,
    "title": Kind.HEADING,
    "list": Kind.ITEM,
    "quote": Kind.QUOTE,
    "intense quote": Kind.QUOTE,
    "caption": Kind.CAPTION,
}
