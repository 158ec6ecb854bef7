"""Puts a chain of cuts into words: each relation with its figures, and what it leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from fentcheck.book.book import Book
from fentcheck.engine.joint import Conflict, Implied, Ring
from fentcheck.engine.system import Fact, Step, Tie
from fentcheck.engine.wording import figure, listed, relation_text
from fentcheck.expressions.compile import in_unit
from fentcheck.interval import Interval
from fentcheck.phrases import display
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Relation
from fentcheck.units.unit import PERCENT, Kind, Unit

_MOST_RELATIONS = 6
"""J: relations that a message names where there is no way from one to the next to tell."""
_MOST_FIGURES = 8
"""J: figures that it names then."""


class Line(NamedTuple):
    """One step: the relation with its figures, and the quantity that it is about."""

    relation: Relation
    text: str
    name: str
    result: str
    """What is left, in words: "at most 4,000 homes"."""

    def __str__(self) -> str:
        return f"{self.text}, so {self.name} is {self.result}"


def conflict_text(conflict: Conflict, book: Book) -> str:
    """The whole proof as one sentence."""
    if _goes_round(conflict.steps):
        return _without_steps(conflict, book)
    lines = derivation(conflict.steps, conflict.ring, book)
    printed = figure(conflict.odd)
    said = "; ".join(str(line) for line in lines)
    if conflict.implied.literal.is_empty:
        return f"{said}: no figure is left"
    return f"{said}, not {printed}"


def _goes_round(steps: Iterable[Step]) -> bool:
    """A relation cuts the same quantity over and over: nobody follows that line by line."""
    cuts = Counter((step.by.relation, step.variable) for step in steps if isinstance(step.by, Tie))
    return not cuts or max(cuts.values()) > 2


def _without_steps(conflict: Conflict, book: Book) -> str:
    """The relations and figures that do not fit, where the way between them is too long."""
    names = {
        name: variable.rpartition(".")[2] for name, variable in conflict.ring.variables.items()
    }
    relations = [relation_text(one, book, names) for one in conflict.ring.relations]
    figures = [f"{names[claim.name]} ({figure(claim)})" for claim in conflict.claims]
    relations, figures = _first(relations, _MOST_RELATIONS), _first(figures, _MOST_FIGURES)
    return f"no figures fit all of {listed(relations)} with {listed(figures)}"


def _first(texts: list[str], most: int) -> list[str]:
    """So many of them, and how many more there are."""
    return texts if len(texts) <= most else [*texts[:most], f"{len(texts) - most} more"]


def implied_lines(found: Implied, book: Book) -> list[Line]:
    """The derivation of what others leave to a quantity."""
    return derivation(found.steps, found.ring, book)


def derivation(steps: Iterable[Step], ring: Ring, book: Book) -> list[Line]:
    """The steps that turn a relation round, in order, with figures in place of names.

    A quantity that an earlier step has found goes by its id. Of several cuts of one quantity by
    one relation the last is told.
    """
    told: dict[tuple[int, str], Step] = {}
    texts: dict[str, str] = {}
    for step in steps:
        if isinstance(step.by, Fact):
            said = figure(ring.claims[step.by.claim])
            other = texts.get(step.variable)
            texts[step.variable] = said if other is None else f"({other} and {said})"
        elif step.variable in ring.variables:
            told.pop((step.by.relation, step.variable), None)
            told[step.by.relation, step.variable] = step
    lines: list[Line] = []
    for step in told.values():
        assert isinstance(step.by, Tie)
        relation = ring.relations[step.by.relation]
        name = step.variable.rpartition(".")[2]
        known = _by_claim(ring, {**texts, step.variable: name})
        unit = unit_shown(book.unit(step.variable))
        result = interval_words(in_unit(step.interval, unit), unit)
        lines.append(Line(relation, relation_text(relation, book, known), name, result))
        texts[step.variable] = name
    return lines


def _by_claim(ring: Ring, texts: Mapping[str, str]) -> dict[str, str]:
    """The text of every claim whose quantity has one; the others go by their id."""
    return {
        name: texts.get(variable, variable.rpartition(".")[2])
        for name, variable in ring.variables.items()
    }


def unit_shown(unit: Unit) -> Unit:
    """Shares without a unit of their own are shown as percentages."""
    return PERCENT if unit.kind is Kind.RATIO and unit.size == 1 else unit


def interval_words(interval: Interval, unit: Unit) -> str:
    """An interval as an editor says it: "between 40 and 50 homes", "more than 3%"."""
    if interval.is_empty:
        return "no number at all"
    (low, low_open), (high, high_open) = interval
    without_low = isinstance(low, float) or (low == 0 and not low_open)
    if isinstance(high, float):
        if without_low:
            return "any number"
        assert not isinstance(low, float)
        return f"{'more than' if low_open else 'at least'} {display.amount(low, unit, 6)}"
    top = display.amount(high, unit, 6)
    if low == high:
        return top
    if without_low:
        return f"{'less than' if high_open else 'at most'} {top}"
    assert not isinstance(low, float)
    bottom = display.number(low, 6)
    if bottom == display.number(high, 6):
        return f"about {top}"
    return f"between {bottom} and {top}"
