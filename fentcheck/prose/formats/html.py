"""A page of the web: its blocks, without scripts, styles and code.

Read by a few searches of our own: every character keeps its place, and no page takes longer than
its length, however its tags are broken.
"""

from __future__ import annotations

import re
from contextlib import suppress

from fentcheck.limits import Most
from fentcheck.prose.document import Builder, Document, Full, Kind
from fentcheck.prose.formats.entities import add_text
from fentcheck.regex import regex


def html(source: str, most: Most | None = None) -> Document:
    """The blocks of a page."""
    return _Reader(source, most).document()


class _Table:
    """A table that is being read; one whose cells span others gives no rows and columns."""

    __slots__ = ("column", "number", "row")

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = 0
        self.column = 0


class _Reader:
    def __init__(self, source: str, most: Most | None) -> None:
        self._source = source
        self._builder = Builder(source, most)
        self._kind = Kind.PARAGRAPH
        self._quotes = 0
        self._tables: list[_Table] = []
        self._count = 0
        self._needs_space = False

    def document(self) -> Document:
        """The whole page."""
        source = self._source
        position = 0
        with suppress(Full):
            while position < len(source):
                tag = source.find("<", position)
                if tag < 0:
                    self._add(position, len(source))
                    break
                self._add(position, tag)
                position = self._read_tag(tag)
        return self._builder.made()

    def _read_tag(self, start: int) -> int:
        """Reads what begins with a “<”; the offset behind it. What never ends is left out."""
        source = self._source
        if source.startswith("<!--", start):
            return self._behind("-->", start + 4)
        found = _TAG.match(source, start)
        if found is None:
            if source[start + 1 : start + 2] in ("!", "?"):
                return self._behind(">", start + 1)
            self._add(start, start + 1)
            return start + 1
        end = found.end()
        while source[end - 1] != ">":  # longer than a tag usually is
            end = self._behind(">", end)
            if end >= len(source):
                return end
        name, is_end = found.group(2).lower(), found.group(1) == "/"
        if not is_end and name in _HIDDEN and not source.startswith("/>", end - 2):
            closing = _CLOSINGS[name].search(source, end)
            return closing.end() if closing else len(source)
        if name in _BLOCKS:
            self._mark(name, is_end, source[start:end])
        elif name == "br":
            self._needs_space = True
        return end

    def _behind(self, closing: str, start: int) -> int:
        end = self._source.find(closing, start)
        return end + len(closing) if end >= 0 else len(self._source)

    def _mark(self, name: str, is_end: bool, tag: str) -> None:
        """A block begins or ends here."""
        builder = self._builder
        builder.close()
        self._needs_space = False
        self._kind = Kind.PARAGRAPH if is_end else _KINDS.get(name, Kind.PARAGRAPH)
        if name == "blockquote":
            self._quotes = max(0, self._quotes + (-1 if is_end else 1))
        elif name == "table":
            self._mark_table(is_end)
        table = self._tables[-1] if self._tables else None
        if is_end or table is None:
            return
        if name == "tr":
            table.row, table.column = table.row + 1, 0
        elif name in ("td", "th"):
            table.column += 1
            if _SPANNED.match(tag):
                table.number = 0
            number = table.number
            builder.open(
                Kind.CELL, number, table.row if number else 0, table.column if number else 0
            )

    def _mark_table(self, is_end: bool) -> None:
        if is_end and self._tables:
            self._tables.pop()
        elif not is_end:
            self._count += 1
            if len(self._tables) < _DEEPEST:
                self._tables.append(_Table(self._count))

    def _add(self, start: int, end: int) -> None:
        """Text, its white space folded; blank lines mean nothing in a page."""
        source, builder = self._source, self._builder
        position = start
        for found in _WHITE.finditer(source, start, end):
            self._add_words(position, found.start())
            position = found.end()
            if not builder.is_empty:
                builder.put(" ", *found.span())
            self._needs_space = False
        self._add_words(position, end)

    def _add_words(self, start: int, end: int) -> None:
        if end <= start:
            return
        builder = self._builder
        if not builder.is_open:
            quoted = self._quotes and self._kind is Kind.PARAGRAPH
            builder.open(Kind.QUOTE if quoted else self._kind)
        elif self._needs_space and not builder.is_empty:
            builder.put(" ", start, start)
        self._needs_space = False
        add_text(builder, start, end)


_DEEPEST = 20
_WHITE = regex(r"[ \t\r\n\f]+")
_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9]{0,19})(?:\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'|[^<>\"'])*>?")
_SPANNED = regex(
    r"<t[dh]\b[^<>]{0,500}?\b(?:row|col)span\s{0,3}=\s{0,3}[\"']?\s{0,3}(?!1\b)\d", re.I
)
_HIDDEN = frozenset(
    "script style template svg code pre head noscript iframe select textarea".split()
)
_CLOSINGS = {name: re.compile(rf"</{name}\b[^>]{{0,100}}>", re.I) for name in _HIDDEN}
_BLOCKS = frozenset(
    "address article aside blockquote body button caption dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p "
    "section summary table tbody td tfoot th thead tr ul video".split()
)
_KINDS = {
    **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), Kind.HEADING),
    **dict.fromkeys("li dt dd".split(), Kind.ITEM),
    **dict.fromkeys("caption figcaption".split(), Kind.CAPTION),
    **dict.fromkeys("td th".split(), Kind.CELL),
}
