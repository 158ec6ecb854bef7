"""Plain text: paragraphs apart by blank lines, lists, boxes of facts and columns of figures."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from fentcheck.limits import Most
from fentcheck.prose.document import Builder, Document, Full, Kind
from fentcheck.prose.formats.lines import Line, add_prose, are_facts, lines_of, open_facts
from fentcheck.regex import regex


def plain(source: str, most: Most | None = None) -> Document:
    """The blocks of a plain text."""
    builder = Builder(source, most)
    lines: list[Line] = []
    with suppress(Full):
        lines.extend(builder.lines(lines_of(source)))
    with suppress(Full):
        _add_all(builder, lines)
    return builder.made()


def _add_all(builder: Builder, lines: Sequence[Line]) -> None:
    paragraph: list[Line] = []
    table = 0
    for line in (*lines, _BLANK):
        if not line.is_blank:
            paragraph.append(line)
            continue
        if paragraph:
            table += _add_paragraph(builder, paragraph, table + 1)
            paragraph = []


def _add_paragraph(builder: Builder, lines: Sequence[Line], table: int) -> int:
    """Adds what stands between two blank lines; 1 if it is a table."""
    rows = [_SEPARATOR.split(line.text.strip()) for line in lines]
    if len(lines) > 1 and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows):
        _add_table(builder, lines, table)
        return 1
    if are_facts(lines):
        for line in open_facts(builder, lines):
            add_prose(builder, line.start, line.end)
        return 0
    if len(lines) == 1 and _HEADING.fullmatch(lines[0].text):
        builder.open(Kind.HEADING)
        add_prose(builder, lines[0].start, lines[0].end)
        return 0
    number = 0
    builder.open(Kind.PARAGRAPH)
    for index, line in enumerate(lines):
        found = _ITEM.match(line.text)
        is_item = found is not None and (not found.group(1) or int(found.group(1)) == number + 1)
        if found and is_item and (found.group(1) or index == 0 or len(lines) > 1):
            number = int(found.group(1)) if found.group(1) else number
            builder.open(Kind.ITEM, same=index > 0)
            line = line.cut(found.end())
        elif index:
            builder.put("\n", lines[index - 1].end, lines[index - 1].end + 1)
        add_prose(builder, line.start, line.end)
    return 0


def _add_table(builder: Builder, lines: Sequence[Line], table: int) -> None:
    for row, line in enumerate(lines, 1):
        start = line.start + len(line.text) - len(line.text.lstrip())
        ends = [found.span() for found in _SEPARATOR.finditer(builder.source, start, line.end)]
        for column, (first, following) in enumerate((*ends, (line.end, line.end)), 1):
            builder.open(Kind.CELL, table, row, column, same=row > 1 or column > 1)
            builder.add(start, first)
            start = following


_BLANK = Line(0, 0, "")
_SEPARATOR = regex(r"\t+| {3,}")
_ITEM = regex(r"[ \t]{0,8}(?:[-*•·]|(\d{1,2})[.)])[ \t]+(?=\S)")
_HEADING = regex(r"[^\r\n]{0,99}[^\s.!?:;,…\"”'’]\s*")
