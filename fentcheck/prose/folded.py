"""A text with its white space folded, and the way back to where everything stood."""

from __future__ import annotations

from bisect import bisect_right

from fentcheck.phrases.phrase import lowered
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Folded(NamedTuple):
    """`text` has single spaces, and a line break where paragraphs part; `lower` is as long.

    Wherever white space was dropped, `places` has the next offset, and `shifts` how many
    characters are missing by then.
    """

    text: str
    lower: str
    places: list[int]
    shifts: list[int]

    def original(self, offset: int) -> int:
        """The offset in the text as it was given."""
        at = bisect_right(self.places, offset)
        return offset + self.shifts[at - 1] if at else offset


def fold(text: str) -> Folded:
    """Every run of white space becomes one space, or one line break if it holds a blank line."""
    pieces: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    position = length = dropped = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        pieces.append(text[position:start])
        pieces.append("\n" if end - start > 1 and run.group().count("\n") > 1 else " ")
        length += start - position + 1
        position = end
        if end - start > 1:
            dropped += end - start - 1
            places.append(length)
            shifts.append(dropped)
    if pieces:
        pieces.append(text[position:])
        text = "".join(pieces)
    return Folded(text, lowered(text), places, shifts)


_RUN = regex(r"\s{2,}|[^\S ]")
