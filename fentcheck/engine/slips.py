"""The slips of a newsroom by their names: what a printed figure may have been meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fentcheck.book.change import is_percentage
from fentcheck.engine.trial import Trial, holds, holds_as, size_of
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRINTED, in_unit
from fentcheck.expressions.tree import Comparison, Expression, Named, Operation, Operator
from fentcheck.interval import absolute
from fentcheck.phrases import display
from fentcheck.phrases.hedges import Direction
from fentcheck.phrases.numbers import Number, decimal
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Relation, Wording
from fentcheck.units.unit import PERCENT, POINTS, Kind, Rational, Unit


class Slip(NamedTuple):
    """A slip by its name, and the figure that was meant."""

    kind: str
    text: str


def slips(trial: Trial) -> Iterator[Slip]:
    """The slips that would explain the claim's figure, the likeliest first."""
    yield from _worked_otherwise(trial)
    if trial.phrase.form is not Form.NUMBER:
        return
    clearing: list[tuple[Rational, Slip]] = []
    nearly: list[tuple[Rational, Slip]] = []
    relation = trial.judgement.relation
    # A mere bound that is missed by little is met by every slip that makes its figure smaller.
    is_far = relation.comparison is Comparison.EQUAL or trial.misfit(1) is None
    for name, factor, meant in slipped(trial.phrase, relation.wording) if is_far else ():
        misfit = trial.misfit(factor)
        strain = None if misfit is None else trial.strain(meant)
        if misfit is not None and strain is not None and strain <= _LEEWAY:
            found = clearing if strain == 1 else nearly
            found.append((misfit, Slip(name, shown(meant))))
    for fitting in (clearing, nearly):
        yield from (slip for _, slip in sorted(fitting, key=lambda one: one[0]))
    for number in _transposed(trial.phrase.low):
        meant = trial.phrase._replace(low=number)
        if trial.clears(meant):
            yield Slip("transposed digits", shown(meant))
    yield from _one_digit(trial)


def slipped(
    phrase: Phrase, wording: Wording | None = None
) -> Iterator[tuple[str, Rational, Phrase]]:
    """The phrase as it may have been meant, in another magnitude or unit, and by what factor."""
    for name, factor in _factors(phrase, wording):
        yield name, factor, phrase._replace(low=phrase.low.scaled(factor))
    for name, unit in _confused_units(phrase.unit):
        yield name, Fraction(unit.size) / phrase.unit.size, phrase._replace(unit=unit)


def shown(phrase: Phrase) -> str:
    """The number of a phrase with its unit."""
    return display.with_unit(_number_text(phrase.low), phrase.unit)


def _number_text(number: Number) -> str:
    value = number.value
    if absolute(value) >= 10**6 and value % 1000 == 0:
        return display.number(value, len(str(absolute(value))))
    return display.plain(value)


# A figure that was worked out in another way


def _worked_otherwise(trial: Trial) -> Iterator[Slip]:
    """A change or ratio for which the right sum was not the one that was done."""
    computed, phrase = trial.judgement.relation.computed, trial.phrase
    if not isinstance(computed, Operation) or not trial.is_stated:
        return
    match computed.operator:
        case Operator.CHANGE:
            points = phrase._replace(unit=POINTS)
            if is_percentage(phrase.unit) and _all_hold(trial, _as_points, points):
                yield Slip("percent/points", shown(points))
            if _all_hold(trial, _turned_round, _turned(phrase)):
                yield Slip("wrong base", f"worked out from the new value; it is {_right(trial)}")
        case Operator.POINTS:
            percent = phrase._replace(unit=PERCENT)
            if phrase.unit.kind is Kind.POINTS and _all_hold(trial, _as_change, percent):
                yield Slip("points/percent", shown(percent))
        case Operator.DIVIDE:
            if _all_hold(trial, _turned_round, None):
                yield Slip("inverted ratio", "divided the wrong way round")
    for name, meant in _one_more_or_less(phrase, computed.operator):
        if trial.clears(meant):
            yield Slip(name, shown(meant))


def _one_more_or_less(phrase: Phrase, operator: Operator) -> Iterator[tuple[str, Phrase]]:
    """ "Up 300%" is four times as much; a fall to 80% is one of 20%."""
    number, name = phrase.low, "m against m+1"
    if phrase.form in (Form.TIMES, Form.TIMES_MORE):
        as_many = phrase._replace(form=Form.TIMES)
        for value in (number.value + 1, number.value - 1):
            if value > 1:
                yield name, as_many._replace(low=decimal(value))
    elif operator is Operator.CHANGE and is_percentage(phrase.unit) and phrase.form is Form.NUMBER:
        whole = 1 / Fraction(phrase.unit.size)
        if phrase.direction is Direction.DOWN and number.value < whole:
            yield "fell to, not by", phrase._replace(low=decimal(whole - number.value))
        elif number.value > whole:
            yield name, phrase._replace(low=decimal(number.value - whole))


def _all_hold(
    trial: Trial, rewritten: Callable[[Operation], Operation | None], meant: Phrase | None
) -> bool:
    """Every relation of the claim holds once it is worked out in the other way.

    `meant` is what then stands for the claim, where that is another phrase.
    """
    for relation in trial.relations:
        trial.work.take(size_of(relation))
        other = _rewritten(relation, rewritten, trial)
        if other is None:
            return False
        if not (holds(other, trial.book) if meant is None else holds_as(meant, other, trial.book)):
            return False
    return True


def _rewritten(
    relation: Relation, rewritten: Callable[[Operation], Operation | None], trial: Trial
) -> Relation | None:
    if not isinstance(relation.stated, Named) or relation.stated.name != trial.claim.name:
        return None
    computed: Expression = relation.computed
    if not isinstance(computed, Operation):
        return None
    other = rewritten(computed)
    return None if other is None else relation._replace(computed=other)


def _as_points(change: Operation) -> Operation | None:
    is_change = change.operator is Operator.CHANGE
    return change._replace(operator=Operator.POINTS) if is_change else None


def _as_change(points: Operation) -> Operation | None:
    is_points = points.operator is Operator.POINTS
    return points._replace(operator=Operator.CHANGE) if is_points else None


def _turned_round(quotient: Operation) -> Operation | None:
    if quotient.operator not in (Operator.CHANGE, Operator.DIVIDE):
        return None
    return quotient._replace(operands=quotient.operands[::-1])


def _turned(phrase: Phrase) -> Phrase:
    """The same change the other way: a fall for a rise."""
    if phrase.low.value < 0:
        return phrase._replace(low=phrase.low.negated())
    is_fall = phrase.direction is Direction.DOWN
    return phrase._replace(direction=Direction.UP if is_fall else Direction.DOWN)


def _right(trial: Trial) -> str:
    """The change worked out from the old value, as its figures are printed."""
    unit = trial.phrase.unit
    value = in_unit(trial.judgement.sides.computed_at(PRINTED), unit).lower.value
    return "another" if isinstance(value, float) else display.amount(value, unit)


# Another magnitude, unit or digit


def _factors(phrase: Phrase, wording: Wording | None) -> Iterator[tuple[str, Rational]]:
    """Powers of ten by which a figure slips, each with the name that a newsroom gives it."""
    n = absolute(phrase.low.value)
    text = phrase.text.lower()
    if 10**6 <= n < 10**9 or "million" in text:
        yield "million/billion", 1000
        yield "million/thousand", Fraction(1, 1000)
    elif n >= 10**9:
        yield "billion/million", Fraction(1, 1000)
        yield "billion/trillion", 1000
    elif n >= 1000:
        yield "thousand/million", 1000
    yield "×10", Fraction(1, 10)
    yield "×10", 10
    yield "×100", Fraction(1, 100)
    yield "×100", 100
    unit = phrase.unit
    if unit.is_rate or unit.is_money or wording is Wording.RATE:
        yield "×12, a month for a year", Fraction(1, 12)
        yield "×12, a year for a month", 12
        yield "×365, a day for a year", Fraction(1, 365)
        yield "×365, a year for a day", 365


def _confused_units(unit: Unit) -> Iterator[tuple[str, Unit]]:
    """The unit that is often printed for this one."""
    above, slash, under = unit.name.partition("/")
    for other, size_ratio, name in _CONFUSED.get(above.lower(), ()):
        yield name, unit._replace(name=other + slash + under, size=unit.size * size_ratio)


def _transposed(number: Number) -> Iterator[Number]:
    """The number with two neighbouring digits exchanged."""
    digits = _digits(number)
    for index in range(len(digits) - 1):
        if digits[index] != digits[index + 1]:
            swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
            if swapped[0] != "0":
                yield _of_digits(swapped, number)


def _one_digit(trial: Trial) -> Iterator[Slip]:
    """The only number with one other digit that clears everything.

    Of a short number, or where its neighbours or several others would do, it explains nothing.
    """
    number = trial.phrase.low
    digits = _digits(number)
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return
    found: list[Phrase] = []
    for index, own in enumerate(digits):
        for digit in "0123456789":
            if digit == own or (digit == "0" and index == 0):
                continue
            meant = trial.phrase._replace(
                low=_of_digits(digits[:index] + digit + digits[index + 1 :], number)
            )
            if trial.misfit(Fraction(meant.low.value) / number.value) is None:
                continue
            if trial.clears(meant):
                found.append(meant)
            if len(found) > 1:
                return
    if found and not all(trial.clears(one) for one in _beside(found[0])):
        yield Slip("one wrong digit", shown(found[0]))


def _beside(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase with its last digit one less, and one more."""
    value, place = phrase.low
    for other in (value - place, value + place):
        yield phrase._replace(low=Number(_whole(other), place))


def _digits(number: Number) -> str:
    """The digits that are meant, without the zeros behind them; none of a number below zero."""
    value = number.value / Fraction(number.place)
    return str(value.numerator) if value.denominator == 1 and value > 0 else ""


def _of_digits(digits: str, number: Number) -> Number:
    return Number(_whole(int(digits) * number.place), number.place)


def _whole(value: Rational) -> Rational:
    return int(value) if Fraction(value).denominator == 1 else value


_LEEWAY = Fraction(11, 10)
"""J: after a slip is mended, a tenth may be left to the rounding of the other figures."""
_FEWEST_DIGITS = 3
"""J: one digit of two is half of the number."""
_MOST_DIGITS = 9
_MILE = Fraction(1609344, 1000000)
_POUND = Fraction(45359237, 100000000)
_CONFUSED: dict[str, tuple[tuple[str, Rational, str], ...]] = {
    **dict.fromkeys(("pounds", "pound", "lb", "lbs"), (("kg", 1 / _POUND, "kilograms/pounds"),)),
    **dict.fromkeys(
        ("kg", "kilograms", "kilogram", "kilos", "kilo"), (("pounds", _POUND, "pounds/kilograms"),)
    ),
    **dict.fromkeys(
        ("mg", "milligrams", "milligram"),
        (("µg", Fraction(1, 1000), "µg/mg"), ("g", Fraction(1000), "g/mg")),
    ),
    **dict.fromkeys(
        ("µg", "mcg", "micrograms", "microgram"), (("mg", Fraction(1000), "mg/µg"),)
    ),
    **dict.fromkeys(("km", "kilometres", "kilometers"), (("miles", _MILE, "miles/kilometres"),)),
    **dict.fromkeys(("miles", "mile"), (("km", 1 / _MILE, "kilometres/miles"),)),
}  # fmt: skip
"""By the unit printed: the unit that may be meant, the ratio of their sizes, the slip's name."""
