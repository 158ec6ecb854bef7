"""Puts a chain of cuts into words: each relation with its figures, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import gcd, lcm

from fentcheck.book.book import Book
from fentcheck.engine.joint import Conflict, Ring
from fentcheck.engine.system import Fact, Step, Tie, goes_round
from fentcheck.engine.wording import figure, listed, relation_text
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import LITERAL, in_unit
from fentcheck.interval import WHOLE_LINE, Interval, point
from fentcheck.phrases import display
from fentcheck.phrases.display import inside
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Relation
from fentcheck.units.unit import PERCENT, Kind, Unit

_MOST_RELATIONS = 6
"""J: relations that a message names where there is no way from one to the next to tell."""
_MOST_LINES = 40
"""J: steps that a message tells, the first and the last of them."""
_MOST_FIGURES = 8
"""J: figures that it names then."""


_MOST_TIMES = 12
"""J: a factor beyond this makes a sum that nobody follows."""


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
    if goes_round(conflict.steps):
        return _without_steps(conflict, book)
    lines = [str(line) for line in derivation(conflict.steps, conflict.ring, book)]
    printed = inside(figure(conflict.odd))
    if len(lines) > _MOST_LINES:
        many = len(lines) - _MOST_LINES
        lines[_MOST_LINES // 2 : -_MOST_LINES // 2] = [f"… {many:,} more steps …"]
    said = "; ".join(lines)
    if conflict.implied.literal.is_empty:
        return f"{said}: no figure is left"
    return f"{said}, not {printed}"


def _without_steps(conflict: Conflict, book: Book) -> str:
    """The relations and figures that do not fit, where the way between them is too long."""
    names = {
        name: variable.rpartition(".")[2] for name, variable in conflict.ring.variables.items()
    }
    relations = [relation_text(one, book, names) for one in conflict.ring.relations]
    added_up = _added_up(conflict, book)
    if added_up is not None:
        return f"{'; '.join(_first(relations, _MOST_RELATIONS - 1))}; so {added_up}"
    figures = [f"{names[claim.name]} ({figure(claim)})" for claim in conflict.claims]
    relations, figures = _first(relations, _MOST_RELATIONS), _first(figures, _MOST_FIGURES)
    return f"no figures fit all of {listed(relations)} with {listed(figures)}"


def _first(texts: list[str], most: int) -> list[str]:
    """So many of them, and how many more there are."""
    return texts if len(texts) <= most else [*texts[:most], f"{len(texts) - most} more"]


def _added_up(conflict: Conflict, book: Book) -> str | None:
    """What all relations make of the figures alone, and what those come to.

    For example "women + men = young + old, but that is 1,000 members against 1,010 members". None
    where it is not as plain as that.
    """
    rows = () if conflict.proof is None else conflict.proof.rows
    units = {book.unit(claim.name) for claim in conflict.claims}
    if not rows or len(units) > 1 or any(row.used for _, row in rows):
        return None
    factors: dict[str, Fraction] = {}
    most, is_below = Fraction(0), False
    for times, row in rows:
        for name, factor in row.terms.items():
            factors[name] = factors.get(name, Fraction(0)) + times * factor
        end = row.within.upper if times > 0 else row.within.lower
        assert not isinstance(end.value, float)
        most, is_below = most + times * end.value, is_below or end.open
    factors = {name: factor for name, factor in factors.items() if factor}
    said: dict[str, Interval] = {}
    for claim in conflict.claims:
        name = conflict.ring.variables[claim.name]
        said[name] = said.get(name, WHOLE_LINE).meet(book.values(claim.name)[LITERAL])
    whole = lcm(*(factor.denominator for factor in factors.values()))
    scale = Fraction(whole, gcd(*(int(factor * whole) for factor in factors.values())) or 1)
    if not factors or not factors.keys() <= said.keys():
        return None
    if max(map(abs, factors.values())) * scale > _MOST_TIMES:
        return None
    unit = unit_shown(units.pop())
    sides = [
        _side({name: factor * way * scale for name, factor in factors.items()}, said, unit, more)
        for way, more in (
            (1, max(Fraction(0), -most * scale)),
            (-1, max(Fraction(0), most * scale)),
        )
    ]
    (one, comes_to), (other, against) = sides
    if not (one and other):
        return None
    is_equal = all(row.within.is_point for _, row in rows)
    sign = "=" if is_equal else "<" if is_below else "≤"
    return f"{one} {sign} {other}, but that is {comes_to} against {against}"


def _side(
    factors: Mapping[str, Fraction], said: Mapping[str, Interval], unit: Unit, more: Fraction
) -> tuple[str, str]:
    """The sum of what has a factor above zero and a number, as it is written and what it is."""
    texts: list[str] = []
    value = point(more)
    for name, factor in factors.items():
        if factor > 0:
            own = name.rpartition(".")[2]
            texts.append(own if factor == 1 else f"{factor} × {own}")
            value = value.plus(said[name].scaled(factor))
    if more:
        texts.append(interval_words(in_unit(point(more), unit), unit))
    return " + ".join(texts), interval_words(in_unit(value, unit), unit)


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
        texts[step.variable] = name
        known = _by_claim(relation, ring, texts)
        unit = unit_shown(book.unit(step.variable))
        result = interval_words(in_unit(step.interval, unit), unit)
        lines.append(Line(relation, relation_text(relation, book, known), name, result))
    return lines


def _by_claim(relation: Relation, ring: Ring, texts: Mapping[str, str]) -> dict[str, str]:
    """The text of every claim of a relation whose quantity has one; the others go by their id."""
    found = {}
    for claim in relation.claims:
        variable = ring.variables[claim.name]
        found[claim.name] = texts.get(variable, variable.rpartition(".")[2])
    return found


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
