"""The sentences of a draft that a finding is about, with tildes under their figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from fentcheck.cues.draft import Sentence
from fentcheck.engine.audit import Audit
from fentcheck.engine.finding import Finding
from fentcheck.output.terminal import Style, safe
from fentcheck.prose.document import BETWEEN, Document

_Marked = list[tuple[str, bool]]
"""What is shown of each character, and whether a tilde goes under it."""


def passages(finding: Finding, audit: Audit, style: Style, width: int) -> str:
    """The sentences, wrapped to the width, each behind the line where it begins in the file."""
    book, draft = audit.checked.book, audit.draft
    places = sorted({audit.place(book.by_name[name]) for name in finding.claims})
    sentences = [one for one in sentences_of(audit, places) if one]
    lines = [draft.document.place(_begin(draft.text, one), one.end)[0] for one in sentences]
    gutter = max((len(str(line)) for line in lines), default=1)
    shown = []
    for line, one in zip(lines, sentences, strict=True):
        label = str(line)
        for row in _rows(_marked(draft.text, one, places), width - gutter - 7):
            text = "".join(character for character, _ in row)
            tildes = _tildes(row)
            shown.append(f"    {style(label.rjust(gutter) + ' │', 'dim')} {text}\n")
            if tildes:
                mark = style(tildes, "yellow")
                shown.append(f"    {style(' ' * gutter + ' │', 'dim')} {mark}\n")
            label = ""
    return "".join(shown)


def sentences_of(audit: Audit, places: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences that some figures begin in, each once."""
    last = -1
    for start, end in places:
        if start >= last:
            sentence = _row_of(start, audit.draft.document) or audit.draft.sentence_at(start)
            last = max(sentence.end, end)
            yield Sentence(sentence.start, last)


def _row_of(offset: int, document: Document) -> Sentence | None:
    """The row of a table that an offset lies in."""
    blocks = document.blocks
    index = at = document.index_at(offset)
    if index < 0 or not blocks[index].table:
        return None
    row = blocks[index][4:6]
    while index and blocks[index - 1][4:6] == row:
        index -= 1
    while at + 1 < len(blocks) and blocks[at + 1][4:6] == row:
        at += 1
    return Sentence(blocks[index].start, blocks[at].end)


def _begin(text: str, sentence: Sentence) -> int:
    """Where the words of a sentence begin."""
    words = text[sentence.start : sentence.end]
    return sentence.start + len(words) - len(words.lstrip())


def _marked(text: str, sentence: Sentence, places: Sequence[tuple[int, int]]) -> _Marked:
    """A sentence with its white space folded; of a very long one what stands round the figures."""
    inside = [place for place in places if sentence.start <= place[0] < sentence.end]
    stretches = [(sentence.start, sentence.end)]
    if sentence.end - sentence.start > _LONGEST:
        stretches = _around(inside, sentence)
    marked: _Marked = []
    for start, end in stretches:
        if start > sentence.start:
            marked += (("…", False), (" ", False))
        gap_at = -1
        for offset in range(start, end):
            is_figure = any(first <= offset < last for first, last in inside)
            if text[offset].isspace():
                gap_at = offset if gap_at < 0 else gap_at
                continue
            if gap_at >= 0 and marked:
                if BETWEEN in text[gap_at:offset]:  # the next cell of a row
                    marked += ((one, False) for one in " | ")
                else:
                    marked.append((" ", is_figure and any(a <= gap_at < b for a, b in inside)))
            gap_at = -1
            marked += ((one, is_figure) for one in safe(text[offset]))
    while marked and marked[-1][0] == " ":
        marked.pop()
    return marked


def _around(places: Sequence[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    for first, last in places:
        start = max(sentence.start, first - _ROUND)
        end = min(sentence.end, last + _ROUND)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = stretches[-1][0], end
        else:
            stretches.append((start, end))
    return stretches


def _rows(marked: _Marked, width: int) -> Iterator[_Marked]:
    """Rows of at most `width` columns, broken at spaces; a longer word has a row of its own."""
    width = max(20, width)
    row: _Marked = []
    word: _Marked = []
    taken = 0
    for one in (*marked, (" ", False)):
        if one[0] != " ":
            word.append(one)
            continue
        wide = _width(word)
        if row and taken + 1 + wide > width:
            yield _without_space(row)
            row, taken = [], 0
        row += (*word, one)
        taken += wide + 1
        word = []
    if row:
        yield _without_space(row)


def _without_space(row: _Marked) -> _Marked:
    return row[:-1] if row and row[-1][0] == " " else row


def _width(row: _Marked) -> int:
    return sum(_columns(character) for character, _ in row)


def _tildes(row: _Marked) -> str:
    return "".join(("~" if is_marked else " ") * _columns(one) for one, is_marked in row).rstrip()


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if character.isascii():
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_LONGEST = 600
_ROUND = 120
"""Sentences longer than this are cut to so many characters on either side of a figure."""
