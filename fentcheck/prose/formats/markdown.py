"""Markdown as newsrooms write it. What is no prose is left out: front matter, code, comments,
the targets of links, struck-out text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from fentcheck.limits import Most
from fentcheck.prose.document import Builder, Document, Full, Kind
from fentcheck.prose.formats.entities import add_text
from fentcheck.prose.formats.lines import Line, are_facts, lines_of, open_facts
from fentcheck.regex import regex


def markdown(source: str, most: Most | None = None) -> Document:
    """The blocks of a text in Markdown."""
    return _Reader(source, most).document()


class _Reader:
    """Goes through the lines once; `paragraph` holds those of the block that is being read."""

    def __init__(self, source: str, most: Most | None) -> None:
        self._builder = Builder(source, most)
        lines: list[Line] = []
        with suppress(Full):
            lines.extend(self._builder.lines(lines_of(source)))
        self._lines = [*_visible(_without_front_matter(lines))]
        self._paragraph: list[Line] = []
        self._kind = Kind.PARAGRAPH
        self._is_after_blank = True
        self._is_in_list = False
        self._tables = 0

    def document(self) -> Document:
        at = 0
        with suppress(Full):
            while at < len(self._lines):
                at = self._read(at)
            self._end_block()
        return self._builder.made()

    def _read(self, at: int) -> int:
        """Reads what begins at a line; the index of the line behind it."""
        line = self._lines[at]
        if line.is_blank:
            self._end_block()
            self._is_after_blank = True
            return at + 1
        fence = _FENCE.match(line.text)
        if fence:
            self._end_block()
            return self._behind_fence(at + 1, fence.group(1))
        if self._is_after_blank and not self._is_in_list and _INDENTED.match(line.text):
            return at + 1
        line, is_quote = _unquoted(line)
        if is_quote and (line.is_blank or (self._paragraph and self._kind is not Kind.QUOTE)):
            self._end_block()
            if line.is_blank:
                return at + 1
        underline = _UNDERLINE.fullmatch(line.text)
        if underline and self._paragraph and self._kind is Kind.PARAGRAPH:
            self._kind = Kind.HEADING
            self._end_block()
            return at + 1
        if _RULE.fullmatch(line.text) or _DEFINITION.match(line.text):
            self._end_block()
            return at + 1
        if "|" in line.text and at + 1 < len(self._lines) and _is_delimiter(self._lines[at + 1]):
            self._end_block()
            return self._read_table(at)
        heading = _HEADING.match(line.text)
        if heading:
            self._end_block()
            self._kind = Kind.HEADING
            closing = _CLOSING.search(line.text, heading.end())
            end = closing.start() if closing else len(line.text)
            start = heading.end()
            self._paragraph.append(Line(line.start + start, line.start + end, line.text[start:end]))
            self._end_block()
            return at + 1
        item = _ITEM.match(line.text)
        if item and (item.group(1) in (None, "1") or self._is_after_blank or self._is_in_list):
            self._end_block()
            self._kind = Kind.ITEM
            self._is_in_list = True
            line = line.cut(item.end())
        elif not self._paragraph:
            footnote = _FOOTNOTE.match(line.text)
            line = line.cut(footnote.end()) if footnote else line
            self._is_in_list = self._is_in_list and _INDENTED.match(line.text) is not None
            self._kind = Kind.QUOTE if is_quote else _kind_of(line.text)
        self._paragraph.append(line)
        return at + 1

    def _end_block(self) -> None:
        lines, self._paragraph = self._paragraph, []
        builder, same = self._builder, not self._is_after_blank
        if lines:
            self._is_after_blank = False
        if are_facts(lines):
            for line in open_facts(builder, lines):
                add_inline(builder, line.start, line.end)
        elif lines:
            builder.open(self._kind, same=same)
            for index, line in enumerate(lines):
                if index:
                    builder.put("\n", lines[index - 1].end, lines[index - 1].end + 1)
                add_inline(builder, line.start, line.end)

    def _behind_fence(self, at: int, fence: str) -> int:
        """The index behind the line that closes a fence; the end of the text if none does."""
        while at < len(self._lines):
            closing = _FENCE.match(self._lines[at].text)
            at += 1
            if closing and closing.group(1).startswith(fence):
                break
        return at

    def _read_table(self, at: int) -> int:
        self._tables += 1
        row = 0
        first = at
        same = not self._is_after_blank
        while at < len(self._lines):
            line = _unquoted(self._lines[at])[0]
            if line.is_blank or "|" not in line.text:
                break
            if at != first + 1:  # the line of dashes
                row += 1
                for column, (start, end) in enumerate(_cells(line), 1):
                    self._builder.open(Kind.CELL, self._tables, row, column, same=same)
                    add_inline(self._builder, start, end)
                    same = True
            at += 1
        self._builder.close()
        self._is_after_blank = False
        return at


def _without_front_matter(lines: list[Line]) -> list[Line]:
    """The lines behind a head between two lines of dashes or pluses."""
    if not lines or lines[0].text.strip("\ufeff \t") not in ("---", "+++"):
        return lines
    closing = ("---", "...") if "---" in lines[0].text else ("+++",)
    for index, line in enumerate(lines[1:_LONGEST_HEAD], 1):
        if line.text.rstrip() in closing:
            return lines[index + 1 :]
    return lines


def _visible(lines: list[Line]) -> Iterator[Line]:
    """The lines without comments, scripts and styles, which may run over several.

    Of a line that a comment interrupts each part stands as a line of its own.
    """
    closing: re.Pattern[str] | None = None
    fence = ""
    for line in lines:
        if closing is None:
            found = _FENCE.match(line.text)
            if found and (not fence or found.group(1).startswith(fence)):
                fence = "" if fence else found.group(1)
        if fence or (closing is None and "<" not in line.text):
            yield line
            continue
        position, is_cut = 0, False
        while True:
            if closing is not None:
                end = closing.search(line.text, position)
                is_cut = True
                if end is None:
                    position = len(line.text)
                    break
                closing, position = None, end.end()
            opened = _HIDDEN.search(line.text, position)
            if opened is None:
                break
            if line.text[position : opened.start()].strip():
                yield _part(line, position, opened.start())
            position, is_cut = opened.end(), True
            closing = _CLOSING_OF[(opened.group(1) or "").lower()]
        if not is_cut or line.text[position:].strip():
            yield _part(line, position, len(line.text))


def _part(line: Line, start: int, end: int) -> Line:
    return Line(line.start + start, line.start + end, line.text[start:end])


def _unquoted(line: Line) -> tuple[Line, bool]:
    """The line without the signs of a block quote."""
    found = _QUOTE.match(line.text)
    return (line.cut(found.end()), True) if found else (line, False)


def _is_delimiter(line: Line) -> bool:
    """The line of dashes below the head of a table."""
    text = _unquoted(line)[0].text.strip()
    return "-" in text and set(text) <= _DELIMITERS


def _kind_of(text: str) -> Kind:
    return Kind.CAPTION if _CAPTION.match(text) else Kind.PARAGRAPH


def _cells(line: Line) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand; a bar behind a backslash is text."""
    text = line.text.rstrip()
    bars = [found.start() for found in _BAR.finditer(text)]
    begins_with_bar = bool(bars) and not text[: bars[0]].strip()
    ends = bars[1:] if begins_with_bar else bars
    start = bars[0] + 1 if begins_with_bar else 0
    for end in ends[:_MOST_COLUMNS]:
        yield line.start + start, line.start + end
        start = end + 1
    if text[start:].strip():
        yield line.start + start, line.start + len(text)


def add_inline(builder: Builder, start: int, end: int, depth: int = 0) -> None:
    """A stretch without its marks: emphasis, links, code, tags."""
    source = builder.source
    position = start
    for found in _INLINE.finditer(source, start, end):
        if found.start() < position:
            continue
        kind = found.lastgroup
        if kind == "emphasis" and not _is_mark(source, found.start(), found.end(), start, end):
            continue
        add_text(builder, position, found.start())
        position = found.end()
        if kind == "escape":
            builder.put(found.group()[1], found.start(), found.end())
        elif kind == "tag" and found.group()[1:3].lower() == "br":
            builder.put(" ", found.start(), found.end())
        elif kind == "link" and not found.group("words").startswith("^"):
            inner = found.span("words")
            if depth < _DEEPEST:
                add_inline(builder, *inner, depth + 1)
            else:
                add_text(builder, *inner)
    add_text(builder, position, end)


def _is_mark(source: str, start: int, stop: int, first: int, end: int) -> bool:
    """Asterisks and underscores that open or close, and are no sign or part of a word."""
    before = source[start - 1] if start > first else " "
    behind = source[stop] if stop < end else " "
    if before.isspace() and behind.isspace():
        return False
    return source[start] == "*" or not (before.isalnum() and behind.isalnum())


_DEEPEST = 3
_MOST_COLUMNS = 100
_LONGEST_HEAD = 1_000
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_INDENTED = regex(r"(?: {4}|\t)")
_QUOTE = regex(r" {0,3}(?:> ?){1,20}")
_UNDERLINE = regex(r" {0,3}(?:=+|-{2,})[ \t]*")
_RULE = regex(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_DEFINITION = regex(r" {0,3}(?:\[(?!\^)[^\[\]]{1,200}\]:\s*\S|\*\[[^\[\]]{1,80}\]:)")
_FOOTNOTE = regex(r" {0,3}\[\^[^\[\]]{1,80}\]:[ \t]*")
_DELIMITERS = frozenset("|-: \t")
_HEADING = regex(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING = regex(r"(?<![ \t])[ \t]+#{1,6}[ \t]*$")
_ITEM = regex(r"[ \t]{0,12}(?:[-*+•]|(\d{1,3})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_CAPTION = regex(r"[ \t]*(?:!\[|(?:table|figure|chart|photo|graphic)\b[^.:]{0,12}:)", re.I)
_BAR = regex(r"(?<!\\)\|")
_HIDDEN = regex(r"<!--|<(script|style)\b", re.I)
_CLOSING_OF = {
    "": re.compile(r"-->"),
    "script": re.compile(r"</script[^>]{0,20}>", re.I),
    "style": re.compile(r"</style[^>]{0,20}>", re.I),
}
_TARGET = r"\((?:[^()\r\n]|\([^()\r\n]{0,200}\)){0,1000}\)|\[[^\[\]\r\n]{0,200}\]"
_INLINE = regex(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>(?<!`)`{1,5})(?!`)[^\r\n]{1,400}?(?<!`)(?P=ticks)(?!`))"
    rf"|!?(?P<link>\[(?P<words>(?:[^\[\]\r\n]|\[[^\[\]\r\n]{{0,100}}\]){{0,500}})\](?:{_TARGET}))"
    r"|(?P<note>\[\^[^\[\]\s]{1,80}\])"
    r"|(?P<auto><(?:https?|mailto|ftp):[^<>\s]{1,2000}>)"
    r"|(?P<tag></?[A-Za-z][^<>\r\n]{0,500}>)"
    r"|(?P<struck>~~[^~\r\n]{1,400}~~)"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|==)"
)
