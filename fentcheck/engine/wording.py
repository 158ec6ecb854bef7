"""Puts a judged relation into one readable line of arithmetic, with the figures as printed."""

from __future__ import annotations

from collections import abc

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.engine.judge import Judgement, Verdict, apart
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import LITERAL, Readings, in_unit
from fentcheck.expressions.tree import (
    Comparison,
    Exact,
    Expression,
    Named,
    Operation,
    Operator,
    Quoted,
    Span,
)
from fentcheck.interval import End
from fentcheck.phrases import display
from fentcheck.phrases.display import inside
from fentcheck.phrases.phrase import Form
from fentcheck.phrases.reading import Reading, read
from fentcheck.regex import regex
from fentcheck.rules.relation import Relation, Wording
from fentcheck.units.unit import DAY_S, NUMBER, PERCENT, Kind, Unit


def sentence(judgement: Judgement, book: Book) -> str:
    """The arithmetic and what is stated beside it: "150 people/day × 365 is …, not …".

    References that were not re-read are named at the end.
    """
    text = _arithmetic(judgement, book)
    doubted = [claim.id for claim in judgement.relation.claims if not claim.confirmed]
    if not doubted or judgement.relation.wording is Wording.REFERENCE:
        return text
    return f"{text} (not confirmed: {', '.join(doubted)})"


def _arithmetic(judgement: Judgement, book: Book) -> str:
    relation = judgement.relation
    if relation.told and judgement.verdict.fails:
        return relation.told
    if relation.wording is Wording.RESTATED:
        return _restated(judgement, book)
    if relation.wording is Wording.REFERENCE:
        return _by_reference(judgement, book)
    if relation.wording is Wording.RECORD:
        return _record(judgement)
    sides = judgement.sides
    if not sides.computed.names and sides.computed_at(LITERAL).is_empty:
        return f"not checked: {judgement.reason}"
    computed = f"{_left(judgement, book)}{_is(judgement, book)}"
    if judgement.verdict is Verdict.UNTESTABLE:
        return f"{computed}; {judgement.reason}"
    holds = judgement.verdict is Verdict.HOLDS
    stated = relation.stated
    if isinstance(stated, Operation) and judgement.stated is not None:
        unit = shown_unit(judgement)
        shown = Readings(*(in_unit(one, unit) for one in judgement.stated))
        first = f"{expression_text(stated, book)} is {value_words(shown, unit)}"
        return f"{first}, and {computed}: {_ORDERS[relation.comparison][holds]}"
    joint = _JOINTS[relation.comparison][holds]
    return f"{computed}, {joint} {_stated(judgement, book)}{_times_meant(judgement, book)}"


def sides_shown(judgement: Judgement) -> tuple[Readings | None, Readings, Unit]:
    """The stated and the computed readings in the unit that they are shown in."""
    unit = shown_unit(judgement)
    stated = judgement.stated
    return (
        None if stated is None else Readings(*(in_unit(one, unit) for one in stated)),
        Readings(*(in_unit(one, unit) for one in judgement.computed)),
        unit,
    )


def shown_unit(judgement: Judgement) -> Unit:
    """The unit of the stated side; shares are shown as percentages."""
    unit = judgement.unit
    if judgement.relation.wording is Wording.SHARES or unit.kind is Kind.RATIO:
        return unit if unit.kind is Kind.RATIO and unit.size != 1 else PERCENT
    return unit


def figure(claim: Claim) -> str:
    """The value of a claim as its author wrote it."""
    return " ".join(claim.value.split())


def about(claim: Claim) -> str:
    """What a claim speaks of: the terms of its scope and its period, as its author wrote them."""
    terms = claim.terms
    if claim.period is not None:
        terms = (*terms, claim.period.text)
    return ", ".join(terms)


def differ_in_scope(claims: tuple[Claim, ...]) -> bool:
    """The claims do not all speak of the same scope and period."""
    return len({(claim.scope, claim.period and claim.period[:2]) for claim in claims}) > 1


def relation_text(relation: Relation, book: Book, texts: Texts) -> str:
    """A relation as an equation, with a text for every claim: "1,200 + south = 3,000 homes"."""
    if relation.stated is None:
        return expression_text(relation.computed, book, texts=texts)
    computed = expression_text(relation.computed, book, texts=texts)
    stated = expression_text(relation.stated, book, texts=texts)
    if relation.wording is Wording.SHARES:
        stated = "100%"
    if relation.wording is Wording.CHECK and relation.comparison is not Comparison.EQUAL:
        return f"{stated} {_RELATION_SIGNS[relation.comparison]} {computed}"
    return f"{computed} {_RELATION_SIGNS[relation.comparison.flipped]} {stated}"


def expression_text(
    expression: Expression, book: Book, least: int = 0, texts: Texts | None = None
) -> str:
    """An expression with the printed figures, or other texts, in place of the ids.

    It stands in brackets where it binds less tightly than `least`, which its neighbours ask for.
    """
    if isinstance(expression, Named):
        if texts is not None and expression.name in texts:
            return texts[expression.name]
        claim = book.find(expression.name)
        return _printed(book.reading(claim)) if claim is not None else expression.name
    if isinstance(expression, Quoted):
        return _printed(read(expression.phrase))
    if isinstance(expression, Exact):
        value = expression.value
        return str(value) if isinstance(value, int) and value < 10_000 else display.plain(value)
    if isinstance(expression, Span):
        return f"{expression.period.days:,} days"
    text = _operation_text(expression, book, texts)
    return f"({text})" if _BINDING.get(expression.operator, _TIGHT) < least else text


def _operation_text(expression: Operation, book: Book, texts: Texts | None) -> str:
    operator, operands = expression.operator, expression.operands
    own = _BINDING.get(operator, _TIGHT)
    if operator is Operator.OVER and isinstance(span := operands[1], Span):
        return (
            f"{expression_text(operands[0], book, own, texts)} × {_length(operands[0], span, book)}"
        )
    if operator in _SIGNS:
        behind = own + (operator in _FROM_THE_LEFT)
        parts = [expression_text(operands[0], book, own, texts)]
        parts += [expression_text(one, book, behind, texts) for one in operands[1:]]
        if operator in _ONE_UNIT:
            parts = _unit_once(parts)
        if len(parts) > _MOST_SHOWN:
            parts = [*parts[:3], f"… ({len(parts) - 4} more)", parts[-1]]
        return f" {_SIGNS[operator]} ".join(parts)
    match operator:
        case Operator.POWER:
            return f"{expression_text(operands[0], book, _TIGHT, texts)}^{expression.exponent}"
        case Operator.NEGATE:
            return f"−{expression_text(operands[0], book, own, texts)}"
        case Operator.CHANGE:
            old, new = (expression_text(one, book, _TIGHT, texts) for one in operands)
            return f"{new} ÷ {old} − 1"
        case Operator.POINTS:
            old, new = (expression_text(one, book, 2, texts) for one in operands)
            return f"{new} − {old}"
        case _:
            inside = ", ".join(expression_text(one, book, texts=texts) for one in operands)
            return f"{operator.value}({inside})"


def _unit_once(parts: list[str]) -> list[str]:
    """ "732,000 of 1.2 million encounters": a unit that all share stands once, at the end."""
    figures = [_FIGURE.fullmatch(part) for part in parts]
    names = {match.group(2) for match in figures if match}
    if None in figures or len(names) != 1 or not all(names):
        return parts
    return [match.group(1) for match in figures[:-1] if match] + parts[-1:]


def _length(rate: Expression, span: Span, book: Book) -> str:
    """How long a period is in the time that the rate is per."""
    months = span.period.months
    if isinstance(rate, Named):
        unit = book.unit(rate.name)
        if unit.months and months is not None:
            return display.plain(Fraction(months, unit.months))
        if dict(unit.dimensions).get("time") == -1 and not unit.months:
            per = Fraction(1) / Fraction(unit.size)
            if per in (1, 60, 3600, DAY_S, 7 * DAY_S):
                return display.number(Fraction((span.period.days or 0) * DAY_S) / per, 4)
    return f"{span.period.days or 0:,} days"


def _printed(reading: Reading) -> str:
    """The number or range as it is printed, with its unit and without its hedge."""
    printed, unit = reading.printed, reading.unit
    if unit.kind is Kind.FACTOR:
        unit = NUMBER
    if unit.kind is Kind.RATIO and unit.size == 1:
        printed, unit = printed.scaled(100), PERCENT
    low, high = printed.lower.value, printed.upper.value
    if isinstance(low, float) or isinstance(high, float):
        return display.with_unit(display.interval_text(printed), unit)
    if low == high:
        return display.with_unit(display.number(low, 6 if low >= 10**6 else 4), unit)
    return display.with_unit(f"{display.number(low, 4)}–{display.number(high, 4)}", unit)


def _left(judgement: Judgement, book: Book) -> str:
    """The computed side. A rate that is only converted shows by how much it is multiplied."""
    relation = judgement.relation
    text = expression_text(relation.computed, book)
    if relation.wording is Wording.RATE and isinstance(relation.computed, Named):
        claim = book.find(relation.computed.name)
        assert claim is not None
        own = book.reading(claim).printed.lower.value
        there = in_unit(judgement.computed.printed, judgement.unit).lower.value
        if not isinstance(own, float) and not isinstance(there, float) and own:
            return f"{text} × {display.number(Fraction(there) / own, 4)}"
    if relation.wording is Wording.SUBSET:
        return f"{text} ({_about(book, relation.computed)})"
    return text


def _about(book: Book, expression: Expression) -> str:
    claim = book.find(expression.name) if isinstance(expression, Named) else None
    return about(claim) or "in all" if claim is not None else ""


def _is(judgement: Judgement, book: Book) -> str:
    """ " is more than 54,750 people/year": the computed value; nothing where it is just printed."""
    relation = judgement.relation
    is_converted = relation.wording in (Wording.RATE, Wording.CONVERTED) or (
        relation.code == "FC104" and not judgement.unit.is_money  # a sum put in other words
    )
    if isinstance(relation.computed, Named | Quoted | Exact) and not is_converted:
        return ""
    unit = shown_unit(judgement)
    computed = Readings(*(in_unit(one, unit) for one in judgement.computed))
    text = value_words(computed, unit)
    return f" is {text}"


def value_words(readings: Readings, unit: Unit) -> str:
    """A computed value: its printed figure, with the bound that its hedges leave on it."""
    literal, printed = readings.literal, readings.printed
    if printed.is_empty:
        return "no number"
    low, high = printed.lower.value, printed.upper.value
    if isinstance(low, float) or isinstance(high, float):
        return display.with_unit(display.interval_text(printed), unit)
    text = display.number(low)
    if low != high and display.number(high) != text:
        text = f"{text} to {display.number(high)}"
    if literal.upper.value == float("inf") and literal.lower.value > 0:
        return f"more than {display.with_unit(display.number(low), unit)}"
    amount = display.with_unit(text, unit)
    if literal.lower.value <= 0 and literal.upper == End(high, True):
        return f"less than {amount}"
    return amount


def _stated(judgement: Judgement, book: Book) -> str:
    relation = judgement.relation
    stated = relation.stated
    assert stated is not None
    if relation.wording is Wording.SHARES:
        return "100%"
    if isinstance(stated, Named):
        claim = book.find(stated.name)
        assert claim is not None
        if relation.wording is Wording.SUBSET:
            return f"{inside(figure(claim))} ({_about(book, stated)})"
        return inside(figure(claim))
    if isinstance(stated, Quoted):
        return inside(stated.phrase.text)
    return expression_text(stated, book)


def _times_meant(judgement: Judgement, book: Book) -> str:
    """Which of its two senses "three times more" has here: three times as much, or four."""
    stated = judgement.relation.stated
    claim = book.find(stated.name) if isinstance(stated, Named) else None
    if claim is None or claim.phrase is None or claim.phrase.form is not Form.TIMES_MORE:
        return ""
    if judgement.verdict is Verdict.CONTRADICTED or claim.phrase.hedges:
        return ""
    times = display.plain(claim.phrase.low.value)
    if judgement.verdict is Verdict.HOLDS:
        return f", read as {times} times as much"
    return f", unless that is {times} + 1 times as much"


def are_of_several_files(claims: tuple[Claim, ...]) -> bool:
    """The claims are of several files."""
    return len({claim.path for claim in claims}) > 1


def _restated(judgement: Judgement, book: Book) -> str:
    claims = judgement.relation.claims
    holds = judgement.verdict is Verdict.HOLDS
    if judgement.odd is not None and not holds:
        odd = next(claim for claim in claims if claim.name == judgement.odd)
        rest = [inside(figure(claim)) for claim in claims if claim is not odd]
        where = "in other articles" if are_of_several_files(claims) else "elsewhere in the file"
        return f"{figure(odd)} here, against {listed(rest)} {where}"
    if not holds:  # what agrees with all of them is not what is wrong
        claims = tuple(apart(claims, judgement.sides.values))
    joint = "agrees with" if holds else "cannot be the same as"
    if not holds and judgement.verdict is Verdict.STRAINED:
        joint = "is hardly the same as"
    return (
        f"{figure(claims[-1])} {joint} {listed([inside(figure(claim)) for claim in claims[:-1]])}"
    )


def _record(judgement: Judgement) -> str:
    """A record, and the earlier figure that it is above or below, or is not."""
    relation = judgement.relation
    assert isinstance(relation.stated, Named)
    name = relation.stated.name
    record = next(claim for claim in relation.claims if claim.name == name)
    earlier = next(claim for claim in relation.claims if claim.name != name)
    side = "above" if relation.comparison is Comparison.MORE else "below"
    joint = (
        f"is {side}" if judgement.verdict is Verdict.HOLDS else f"is no record: it is not {side}"
    )
    return f"{_with_period(record)} {joint} {_with_period(earlier)}"


def _with_period(claim: Claim) -> str:
    return f"{figure(claim)} ({claim.period.text})" if claim.period else figure(claim)


def _by_reference(judgement: Judgement, book: Book) -> str:
    """The article's figure, and who says what in its place."""
    relation = judgement.relation
    reference, own = relation.claims[0], relation.claims[-1]
    known = figure(reference)
    if isinstance(relation.computed, Operation):
        known = f"{expression_text(relation.computed, book)} by {known}"
    by = book.settings.references.publisher(reference.name)
    doubt = "" if reference.confirmed else ", not confirmed"
    said = figure(own)
    if isinstance(relation.stated, Operation) and judgement.stated is not None:
        unit = shown_unit(judgement)
        shown = Readings(*(in_unit(one, unit) for one in judgement.stated))
        said = f"{expression_text(relation.stated, book)}, {value_words(shown, unit)},"
    return f"{said} {_AGREES[judgement.verdict]} {known} ({by}{doubt})"


_AGREES = {
    Verdict.HOLDS: "agrees with",
    Verdict.UNTESTABLE: "cannot be compared with",
    Verdict.STRAINED: "is hardly",
    Verdict.CONTRADICTED: "cannot be",
}


def listed(items: list[str]) -> str:
    different = list(dict.fromkeys(items))
    if len(different) < 2:
        return different[0] if different else ""
    return f"{', '.join(different[:-1])} and {different[-1]}"


Texts = abc.Mapping[str, str]
"""What to write for a claim, by its full id."""
_RELATION_SIGNS = {
    Comparison.EQUAL: "=",
    Comparison.NOT_EQUAL: "≠",
    Comparison.LESS: "<",
    Comparison.AT_MOST: "≤",
    Comparison.MORE: ">",
    Comparison.AT_LEAST: "≥",
}
_TIGHT = 5
_BINDING = {
    Operator.ADD: 1,
    Operator.SUBTRACT: 1,
    Operator.SUM: 1,
    Operator.CHANGE: 1,
    Operator.POINTS: 1,
    Operator.MULTIPLY: 2,
    Operator.OVER: 2,
    Operator.DIVIDE: 2,
    Operator.SHARE: 2,
    Operator.NEGATE: 3,
    Operator.POWER: 4,
}
_FROM_THE_LEFT = frozenset((Operator.SUBTRACT, Operator.DIVIDE, Operator.SHARE))
_MOST_SHOWN = 8
_SIGNS = {
    Operator.ADD: "+",
    Operator.SUBTRACT: "−",
    Operator.SUM: "+",
    Operator.MULTIPLY: "×",
    Operator.OVER: "×",
    Operator.DIVIDE: "÷",
    Operator.SHARE: "of",
}
_ONE_UNIT = frozenset((Operator.ADD, Operator.SUBTRACT, Operator.SUM, Operator.SHARE))
_FIGURE = regex(r"([\d.,–−]+(?: (?:million|billion|trillion))?) ?([^\d%]*)")
# Two expressions: the words if the comparison fails, and if it holds.
_ORDERS: dict[Comparison, tuple[str, str]] = {
    Comparison.EQUAL: ("the two cannot be equal", "the two fit"),
    Comparison.NOT_EQUAL: ("the two are equal", "the two differ"),
    Comparison.LESS: ("the first is not below the second", "the first is below the second"),
    Comparison.AT_MOST: ("the first is above the second", "the first is at most the second"),
    Comparison.MORE: ("the first is not above the second", "the first is above the second"),
    Comparison.AT_LEAST: ("the first is below the second", "the first is at least the second"),
}
# By comparison, stated before computed: the words if it fails, and if it holds.
_JOINTS: dict[Comparison, tuple[str, str]] = {
    Comparison.EQUAL: ("not", "which fits"),
    Comparison.NOT_EQUAL: ("the same as", "which differs from"),
    Comparison.LESS: ("too little for", "which is above"),
    Comparison.AT_MOST: ("too little for", "which is no less than"),
    Comparison.MORE: ("too much for", "which is below"),
    Comparison.AT_LEAST: ("too much for", "which is within"),
}
