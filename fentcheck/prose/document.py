"""The prose of a draft, whatever its format: plain text in blocks, with the way back to the file.

Blocks are apart by a blank line, so that no sentence and no paragraph runs over their ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import islice
from operator import attrgetter

from fentcheck.limits import Most
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.regex import regex

if TYPE_CHECKING:
    from typing import TypeVar

    _Line = TypeVar("_Line")


class Kind(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"
    CAPTION = "caption"


class Block(NamedTuple):
    """A stretch of the plain text. `table`, `row` and `column` count from 1, and are 0 where the
    block is no cell of a table with plain rows and columns; `paragraph` counts from 1.
    """

    kind: Kind
    start: int
    end: int
    paragraph: int
    table: int = 0
    row: int = 0
    column: int = 0


class Document:
    """A draft's plain text in blocks, and where each of its characters stands in the file.

    `source` is the file's text, by whose lines and columns a place is told. `full` is the limit
    that ended the reading, where one did.
    """

    __slots__ = ("_lengths", "_lines", "_places", "_starts", "blocks", "full", "source", "text")

    def __init__(
        self,
        source: str,
        text: str,
        blocks: Sequence[Block],
        pieces: Sequence[Piece],
        full: Most | None = None,
    ) -> None:
        self.full = full
        self.source = source
        self.text = text
        self.blocks = tuple(blocks)
        self._starts = [one.start for one in pieces]
        self._places = [one.place for one in pieces]
        self._lengths = [one.length for one in pieces]
        self._lines: list[int] = []

    @property
    def title(self) -> str:
        """The first heading, on one line; empty if there is none."""
        for block in self.blocks:
            if block.kind is Kind.HEADING:
                return " ".join(self.text[block.start : block.end].split())
        return ""

    def cut(self, end: int) -> Document:
        """The document as far as an offset of its text."""
        if end >= len(self.text):
            return self
        blocks = [
            block if block.end <= end else block._replace(end=end)
            for block in self.blocks[: bisect_left(self.blocks, end, key=_start)]
        ]
        last = bisect_left(self._starts, end)
        pieces = list(map(Piece, self._starts[:last], self._places, self._lengths))
        if pieces:
            start, place, length = pieces[-1]
            following = self._starts[last] if last < len(self._starts) else len(self.text)
            if following - start == length:
                pieces[-1] = Piece(start, place, end - start)
        return Document(self.source, self.text[:end], blocks, pieces, self.full)

    def index_at(self, offset: int) -> int:
        """The index of the block that an offset of the text lies in, or that ends before it."""
        return bisect_right(self.blocks, offset, key=_start) - 1

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that a stretch of the text comes from."""
        first = self._original(start)[0]
        return (first, max(first, self._original(end - 1)[1])) if end > start else (first, first)

    def place(self, start: int, end: int) -> tuple[int, int, int, int]:
        """A stretch of the text by line and column of the file, from 1, its end exclusive."""
        first, last = self.original(start, end)
        return *self._line_of(first), *self._line_of(last)

    def _original(self, offset: int) -> tuple[int, int]:
        """Where the character at an offset of the text stands in the source, and where it ends."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return 0, 0
        start, place, length = self._starts[at], self._places[at], self._lengths[at]
        following = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        if following - start == length:
            return place + offset - start, place + min(offset - start + 1, length)
        return place, place + length

    def _line_of(self, offset: int) -> tuple[int, int]:
        if not self._lines:
            self._lines = [0, *(found.end() for found in _LINE_END.finditer(self.source))]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


class Piece(NamedTuple):
    """From `start` on, the text is `length` characters of the source from `place`.

    A piece of the text that is of another length stands for all of them: an entity, white space.
    """

    start: int
    place: int
    length: int


def whole(text: str) -> Document:
    """A text as it stands, as one block."""
    return Document(
        text,
        text,
        [Block(Kind.PARAGRAPH, 0, len(text), 1)] if text else [],
        [Piece(0, 0, len(text))],
    )


class Full(Exception):
    """A document has come to all that one may have: the rest of its source is not read."""


class Builder:
    """Puts a document together, block by block in order of the source."""

    def __init__(self, source: str, most: Most | None = None) -> None:
        self.source = source
        self._most = most
        self._full: Most | None = None
        self._text: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._paragraph = 0
        self._is_open = False
        self._is_new_paragraph = True
        self._kind = Kind.PARAGRAPH
        self._cell = (0, 0, 0)
        self._start = 0

    def open(
        self, kind: Kind, table: int = 0, row: int = 0, column: int = 0, same: bool = False
    ) -> None:
        """Ends the block before, and begins another; `same`: of the paragraph of the one before."""
        self.close()
        self._is_open = True
        self._kind = kind
        self._cell = (table, row, column)
        self._is_new_paragraph |= not same

    def add(self, place: int, end: int) -> None:
        """A stretch of the source as it stands."""
        if end > place:
            self.put(self.source[place:end], place, end)

    def put(self, text: str, place: int, end: int) -> None:
        """A text that stands for a stretch of the source. Raises `Full`."""
        if not text:
            return
        if self._most is not None and len(self._pieces) >= self._most.value:
            self.end_early()
        if not self._is_open:
            self.open(Kind.PARAGRAPH)
        if self._is_open and self._length == self._start:
            # White space at the beginning of a block says nothing.
            bare = text.lstrip()
            if not bare:
                return
            if len(text) == end - place:
                place += len(text) - len(bare)
            text = bare
            if self._blocks:
                self._pieces.append(Piece(self._length, place, 0))
                self._text.append(BETWEEN)
                self._length += len(BETWEEN)
                self._start = self._length
        self._pieces.append(Piece(self._length, place, end - place))
        self._text.append(text)
        self._length += len(text)

    def lines(self, every: Iterable[_Line]) -> Iterator[_Line]:
        """The lines of the source, as many as are read. Raises `Full` behind them."""
        most = None if self._most is None else self._most.value
        lines = iter(every)
        yield from islice(lines, most)
        if most is not None and next(lines, None) is not None:
            self.end_early()

    def end_early(self) -> None:
        """Raises `Full`: from here on nothing is read."""
        self._full = self._most
        raise Full

    def close(self) -> None:
        """Ends the block; one without text is none."""
        if not self._is_open:
            return
        self._is_open = False
        if self._length == self._start:
            return
        self._paragraph += self._is_new_paragraph
        self._is_new_paragraph = False
        self._blocks.append(
            Block(self._kind, self._start, self._length, self._paragraph, *self._cell)
        )
        self._start = self._length

    @property
    def is_open(self) -> bool:
        return self._is_open

    @property
    def is_empty(self) -> bool:
        """Nothing stands in the open block so far, or none is open."""
        return not self._is_open or self._length == self._start

    def made(self) -> Document:
        self.close()
        text = "".join(self._text)
        return Document(self.source, text, self._blocks, self._pieces, self._full)


_start = attrgetter("start")
BETWEEN = "\n\n"
"""What stands between two blocks."""
_LINE_END = regex(r"\r\n?|\n")
