"""Tables and boxes of figures, read as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Expression, Operator, operation
from fentcheck.phrases.phrase import Form
from fentcheck.prose.document import Block, Kind
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording


@cue("tables")
def tables(draft: Draft) -> Iterator[Found]:
    """A row, a column or a line that is called the total is the sum of the others.

    Words: the label of a row or column, or of a line of a box: total, in all, altogether, sum.
    A column of percentages adds up to the 100% at its foot, or to no more than 100% where its head
    says that they are shares of one total. Rates, averages, prices, changes and ranks add up to
    nothing; nor does a table with subtotals. Where a cell is empty the total may be more.
    Finding:

        Ships\tIn port
        Tugs\t12
        Ferries\t30
        Total\t52

    Clean:

        Ships\tMean age
        Tugs\t12
        Ferries\t30
        All\t21
    """
    for table in _tables(draft):
        yield from _column_totals(draft, table)
        yield from _row_totals(draft, table)
    for box in _boxes(draft):
        yield from _box_total(draft, box)


class _Cell(NamedTuple):
    """A cell by its words in lower case; `figure` is set where they are one figure and no more."""

    words: str
    figure: Mention | None


_NO_CELL = _Cell("", None)


class _Table(NamedTuple):
    """Cells by row and column, from 1; the first row and the first column are labels."""

    cells: dict[tuple[int, int], _Cell]
    rows: int
    columns: int

    def at(self, row: int, column: int) -> _Cell:
        return self.cells.get((row, column), _NO_CELL)


def _tables(draft: Draft) -> Iterator[_Table]:
    blocks: dict[int, list[Block]] = defaultdict(list)
    for block in draft.document.blocks:
        if block.table:
            blocks[block.table].append(block)
    for cells in blocks.values():
        rows = max(block.row for block in cells)
        columns = max(block.column for block in cells)
        if rows > 2 and columns > 1:
            by_place = {(one.row, one.column): _cell(draft, one.start, one.end) for one in cells}
            yield _Table(by_place, rows, columns)


def _cell(draft: Draft, start: int, end: int) -> _Cell:
    figures = draft.within(start, end)
    words = " ".join(draft.lower[start:end].split())
    if len(figures) != 1 or not _is_plain(figures[0]):
        return _Cell(words, None)
    figure = figures[0]
    beside = draft.lower[start : figure.start] + draft.lower[figure.end : end]
    return _Cell(words, None if _WORD.search(beside) else figure)


def _is_plain(figure: Mention) -> bool:
    return figure.phrase is not None and figure.phrase.form is Form.NUMBER and not figure.per


# Totals


def _column_totals(draft: Draft, table: _Table) -> Iterator[Found]:
    """The row of totals, the last or the one below the head."""
    labels = {row: table.at(row, 1).words for row in range(2, table.rows + 1)}
    totals = [row for row, label in labels.items() if _TOTAL.match(label)]
    if any(_PART_SUM.search(label) for label in labels.values()) or len(totals) > 1:
        return
    total = totals[0] if totals and totals[0] in (2, table.rows) else 0
    parts = [row for row, label in labels.items() if row != total and label]
    for column in range(2, table.columns + 1):
        head = table.at(1, column).words
        if table.at(1, column).figure is not None and not _YEAR.fullmatch(head):
            continue  # no head: the first row is data like the others
        cells = [table.at(row, column) for row in parts]
        stated = table.at(total, column) if total else _NO_CELL
        if _is_of_shares(head, [*cells, stated]):
            yield from _shares(draft, head, cells, stated)
        elif stated.figure is not None and not _NO_SUM.search(head):
            is_scaled = _SCALED.search(head) is not None
            yield from _sum(draft, stated.figure, cells, is_scaled=is_scaled)


def _row_totals(draft: Draft, table: _Table) -> Iterator[Found]:
    """The column of totals, the last or the one behind the labels."""
    heads = {column: table.at(1, column).words for column in range(2, table.columns + 1)}
    totals = [column for column, head in heads.items() if _TOTAL_ALONE.fullmatch(head)]
    if len(totals) != 1 or totals[0] not in (2, table.columns):
        return
    if any(_NO_SUM.search(head) or _PART_SUM.search(head) for head in heads.values()):
        return
    is_scaled = any(_SCALED.search(head) for head in heads.values())
    for row in range(2, table.rows + 1):
        if _NO_SUM.search(table.at(row, 1).words):
            continue
        stated = table.at(row, totals[0]).figure
        cells = [table.at(row, column) for column in heads if column != totals[0]]
        if stated is not None:
            yield from _sum(draft, stated, cells, is_scaled=is_scaled)


def _box_total(draft: Draft, lines: Sequence[Block]) -> Iterator[Found]:
    """The total of a box whose other lines all count the same."""
    cells = []
    stated: Mention | None = None
    for block in lines:
        words = draft.lower[block.start : block.end]
        colon = words.find(":")
        cell = _cell(draft, block.start + colon + 1, block.end)
        if cell.figure is None or _NO_SUM.search(words[:colon]):
            return
        if _TOTAL_ALONE.fullmatch(words[:colon].strip(" -*•·\t")):
            if stated is not None:
                return
            stated = cell.figure
        else:
            cells.append(cell)
    nouns = {cell.figure.noun for cell in cells if cell.figure is not None}
    if stated is not None and nouns == {stated.noun}:
        yield from _sum(draft, stated, cells, Sure.LIKELY)


def _boxes(draft: Draft) -> Iterator[list[Block]]:
    """The lines of every box: items of one paragraph, each with a label and a colon."""
    box: list[Block] = []
    for block in draft.document.blocks:
        is_line = block.kind is Kind.ITEM and _LABELLED.match(draft.lower, block.start, block.end)
        if box and (not is_line or block.paragraph - box[-1].paragraph > 1):
            yield box
            box = []
        if is_line:
            box.append(block)
    if box:
        yield box


def _sum(
    draft: Draft,
    stated: Mention,
    cells: Sequence[_Cell],
    sure: Sure = Sure.SAID,
    is_scaled: bool = False,
) -> Iterator[Found]:
    """The stated figure is the sum of the cells, or no less where some of them are empty."""
    parts = [cell.figure for cell in cells if cell.figure is not None]
    if len(parts) < 2 or any(not _is_alike(part, stated) for part in parts):
        return
    if stated.role is Role.PERCENT or _is_within_rounding(stated, parts, is_scaled):
        return
    comparison = Comparison.EQUAL if len(parts) == len(cells) else Comparison.AT_LEAST
    computed = _together(draft, parts)
    figures = (stated, *parts)
    yield Found(
        stated, "FC301", draft.named(stated), comparison, computed, figures, sure, Wording.PARTS
    )


def _shares(
    draft: Draft, head: str, cells: Sequence[_Cell], stated: _Cell
) -> Iterator[Found]:  # fmt: skip
    """Percentages that a 100% closes, or that are shares of one total by their head."""
    parts = [cell.figure for cell in cells if cell.figure is not None]
    if len(parts) < 2 or any(part.role is not Role.PERCENT for part in parts):
        return
    is_closed = stated.figure is not None and stated.figure.value == 100
    if not is_closed and (stated.figure is not None or not _SPLIT.search(head)):
        return
    if is_closed and len(parts) < len(cells):
        return
    comparison = Comparison.EQUAL if is_closed else Comparison.AT_LEAST
    yield Found(
        parts[-1],
        "FC302",
        Exact(1),
        comparison,
        _together(draft, parts),
        tuple(parts),
        Sure.SAID,
        Wording.SHARES,
    )


def _together(draft: Draft, parts: Sequence[Mention]) -> Expression:
    return operation(Operator.SUM, *(draft.named(part) for part in parts))


def _is_alike(one: Mention, other: Mention) -> bool:
    """Both count or measure in one unit."""
    return one.role is other.role and one.unit == other.unit and one.role in _ADDED


def _is_of_shares(head: str, cells: Sequence[_Cell]) -> bool:
    figures = [cell.figure for cell in cells if cell.figure is not None]
    return bool(figures) and all(one.role is Role.PERCENT for one in figures)


def _is_within_rounding(stated: Mention, parts: Sequence[Mention], is_scaled: bool) -> bool:
    """The figures do not add up, but by no more than their last printed places may be out.

    J: counts as they are printed would be exact, but not those of a table in thousands, nor such
    as have decimals.
    """
    together = places = Fraction(0)
    for one in (stated, *parts):
        assert one.phrase is not None
        low = one.phrase.low
        together += -low.value if one is stated else low.value
        places += min(low.place, Fraction(1))
        is_scaled = is_scaled or low.place < 1
    return is_scaled and together != 0 and abs(together) <= places / 2


_ADDED = frozenset((Role.COUNT, Role.MONEY, Role.AMOUNT, Role.DURATION))
_WORD = regex(r"[a-z]{2}")
_TOTAL = regex(
    r"(?:grand |overall )?totals?\b(?! (?:cost|price|rate|share|per))|(?:sum|in all|altogether)$"
)
_TOTAL_ALONE = regex(r"(?:grand |overall )?totals?|sum|in all|altogether")
_PART_SUM = regex(r"\bsub-?totals?\b|\bof which\b|\bincluding\b|\bthereof\b")
_NO_SUM = regex(
    r"\b(?:average|mean|median|typical|rates?|per|price[sd]?|change[sd]?|rise|fall|growth|rank(?:ing)?"
    r"|place|position|age|score|index|density|ratio|speed|temperature|height|year|since|max(?:imum)?"
    r"|min(?:imum)?|highest|lowest|record|cumulative|so far|unique|distinct|net|balance)\b|%"
)
_SPLIT = regex(
    r"\b(?:share|proportion|percentage|per cent|percent|%) of (?:the )?(?:total|whole|all)\b"
    r"|\bsplit\b|\bbreakdown\b|\bvote share\b|\bmarket share\b"
)
_SCALED = regex(r"\b(?:thousands?|millions?|billions?|[mb]n|000s?)\b|['’]000|[$£€][mbk]\b|\(m\)")
_YEAR = regex(r"(?:1[89]|20)\d\d(?:[-/–]\d\d)?")
_LABELLED = regex(r"[^:\n]{1,70}:")
