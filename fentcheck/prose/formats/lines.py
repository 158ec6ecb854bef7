"""What the formats that are read line by line share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fentcheck.prose.document import Builder, Kind
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Line(NamedTuple):
    """A line of the source without its line break, or what is left of it."""

    start: int
    end: int
    text: str

    def cut(self, characters: int) -> Line:
        """The line without so many characters at its beginning."""
        return Line(self.start + characters, self.end, self.text[characters:])

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()


def lines_of(source: str) -> Iterator[Line]:
    """The lines of a text; they end as a file's lines do, at \\n, \\r\\n or \\r.

    Of empty lines that follow each other the first.
    """
    for found in _LINE.finditer(source):
        if found.end() > found.start():
            yield Line(found.start(), found.end(1), found.group(1))


def are_facts(lines: Sequence[Line]) -> bool:
    """Two lines or more of a box: "Pupils: 12,300"."""
    return len(lines) > 1 and all(_FACT.match(line.text) for line in lines)


def add_prose(builder: Builder, start: int, end: int) -> None:
    """A stretch as it stands, without addresses of the web: their digits say nothing."""
    position = start
    for found in _ADDRESS.finditer(builder.source, start, end):
        builder.add(position, found.start())
        position = found.end()
    builder.add(position, end)


def open_facts(builder: Builder, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a box, a block opened for each."""
    for index, line in enumerate(lines):
        builder.open(Kind.ITEM, same=index > 0)
        yield line


_LINE = regex(r"([^\r\n]*)(?:(?<=[\r\n])[\r\n]+|\r\n?|\n|\Z)")
_ADDRESS = regex(r"(?:https?://|www\.)[^\s<>()\[\]\"]*[^\s<>()\[\]\".,;:!?]")
_FACT = regex(
    r"[ \t]*(?:[-*•·][ \t]+)?((?:[^\W\d_]|['“(])[^:.;!?\r\n]{1,60}?)[ \t]{0,3}:[ \t*_]{1,6}"
    r"(?:[A-Za-z]{2,13} ){0,2}[^\w\s]? ?(?:[A-Z]{1,3})?[$£€₹¥]? ?\d[^\r\n]{0,60}$"
)
"""A few words, a colon, and a figure soon behind it, perhaps with its hedge."""
