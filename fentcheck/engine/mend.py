"""What would mend a failed relation: a named slip, or the nearest figure that fits.

Both are offered only if every relation of the claim then holds on both readings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.engine.judge import Judgement, Verdict, judge
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRINTED, Readings, Values, compile_pair, in_unit
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.tree import Comparison, Expression, Named, Operation, Operator, Quoted
from fentcheck.interval import absolute
from fentcheck.phrases import display
from fentcheck.phrases.hedges import Direction
from fentcheck.phrases.numbers import Number, decimal, leading_place, power_of_ten
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.phrases.reading import read
from fentcheck.rules.relation import Relation, Wording
from fentcheck.units.unit import PERCENT, POINTS, Kind, Rational, Unit


class Mend(NamedTuple):
    """A slip by its name with the figure that it stands for, and the nearest figure that fits."""

    slip: str | None = None
    nearest: str | None = None
    slip_claim: str | None = None
    """The full id of the claim that the slip would be in."""
    nearest_claim: str | None = None
    """The full id of the claim that the nearest figure is for."""


RelationsOf = Callable[[str], list[Relation]]
"""All relations that a claim, by its full id, is in."""


def mend(judgement: Judgement, book: Book, relations_of: RelationsOf) -> Mend:
    """What would mend a relation that fails."""
    if isinstance(judgement.relation.stated, Quoted):
        return _mended_phrase(judgement, judgement.relation.stated.phrase, book)
    claims = _candidates(judgement, book)
    slip, slip_claim = next(
        (
            (found, claim.name)
            for claim in claims
            for found in _slips(claim, judgement, book, relations_of)
        ),
        (None, None),
    )
    nearest = _nearest(claims[0], judgement, book, relations_of) if claims else None
    return Mend(slip, nearest, slip_claim, claims[0].name if nearest else None)


def _mended_phrase(judgement: Judgement, phrase: Phrase, book: Book) -> Mend:
    """What would mend a figure that stands in the relation itself: a conversion."""
    relation = judgement.relation
    if phrase.form is not Form.NUMBER:
        return Mend()
    near = _numbers_near(phrase, _ends_of(judgement, phrase))
    nearest = (_shown(meant) for meant in near if _holds_as(meant, relation, book))
    slips = (
        f"{name}: {_shown(meant)}"
        for name, _, meant in _slipped(phrase)
        if _holds_as(meant, relation, book)
    )
    return Mend(next(slips, None), next(nearest, None))


def _is_of(side: Expression | None, claim: Claim) -> bool:
    """The side is this claim and nothing else."""
    return isinstance(side, Named) and side.name == claim.name


def _failing_first(judgement: Judgement, relations: list[Relation], book: Book) -> list[Relation]:
    """The relations with the one that fails in front: most guesses fail it again."""
    failing = judgement.relation
    others = (relation for relation in relations if relation is not failing)
    return [_with_pair(relation, book) for relation in (failing, *others)]


def _with_pair(relation: Relation, book: Book) -> Relation:
    """The relation with its sides in base units, where it has two: it is judged many times."""
    if relation.stated is None or relation.wording is Wording.RESTATED:
        return relation
    pair = relation.pair or compile_pair(
        relation.stated, relation.computed, book.unit, book.settings.constants
    )
    return relation._replace(pair=pair)


def _candidates(judgement: Judgement, book: Book) -> list[Claim]:
    """The claims that may be at fault: the odd or the stated one first, then the last ones."""
    relation = judgement.relation
    claims = [claim for claim in reversed(relation.claims) if claim.path == book.article.path]
    first = judgement.odd or (relation.stated.name if isinstance(relation.stated, Named) else None)
    return sorted(claims, key=lambda claim: claim.name != first)


def strain_left(
    claim: Claim, phrase: Phrase, book: Book, relations: list[Relation]
) -> Rational | None:
    """The largest gap factor left with this phrase for the claim's value: 1 if all relations hold.

    None if one is contradicted, or strained with no factor.
    """
    reading = read(phrase, book.domain(claim), claim.statistic, book.settings.constants)
    instead = {claim.name: Values(reading)}
    strain: Rational = 1
    for relation in relations:
        judged = judge(relation, book, instead)
        if judged is None or judged.verdict is Verdict.HOLDS:
            continue
        if judged.verdict is Verdict.UNTESTABLE:
            if relation is relations[0]:
                return None
            continue
        if judged.verdict is Verdict.CONTRADICTED or judged.gap is None:
            return None
        strain = max(strain, judged.gap, _TOUCHING)
    return strain


def _slips(
    claim: Claim, judgement: Judgement, book: Book, relations_of: RelationsOf
) -> Iterator[str]:
    """The slips that would explain the figure, the likeliest first."""
    assert claim.phrase is not None
    phrase = claim.phrase
    relations = _failing_first(judgement, relations_of(claim.name), book)
    other_base = _other_base(claim, judgement, book, relations)
    if other_base:
        yield other_base
    if phrase.form is not Form.NUMBER:
        return
    nearly: list[str] = []
    for name, factor, meant in _slipped(phrase):
        if not _comes_near(claim, factor, judgement):
            continue
        strain = strain_left(claim, meant, book, relations)
        if strain == 1:
            yield f"{name}: {_shown(meant)}"
        elif strain is not None and strain <= _SLIP_LEEWAY:
            nearly.append(f"{name}: {_shown(meant)}")
    yield from nearly
    for meant_number in _digit_slips(phrase.low):
        meant = phrase._replace(low=meant_number)
        if strain_left(claim, meant, book, relations) == 1:
            yield f"transposed digits: {_shown(meant)}"


def _slipped(phrase: Phrase) -> Iterator[tuple[str, Rational, Phrase]]:
    """The phrase as it may have been meant, in another magnitude or unit, and by what factor."""
    for name, factor in _factors(phrase):
        yield name, factor, phrase._replace(low=phrase.low.scaled(factor))
    for name, unit in _confused_units(phrase.unit):
        yield name, Fraction(unit.size) / phrase.unit.size, phrase._replace(unit=unit)


def _comes_near(claim: Claim, factor: Rational, judgement: Judgement) -> bool:
    """With the printed figure times the factor, the two sides are within twice each other.

    A quick look at the failed relation alone, before a guess is judged in earnest.
    """
    sides = judgement.sides
    if sides.stated is None or judgement.relation.wording is Wording.RESTATED:
        return True
    scaled = sides.values[claim.name][PRINTED].scaled(factor)
    values = {**sides.values, claim.name: Readings(scaled, scaled, scaled)}
    stated = value_of(sides.stated, values, PRINTED)
    computed = value_of(sides.computed, values, PRINTED)
    if stated.is_empty or computed.is_empty:
        return False
    if judgement.relation.comparison is Comparison.EQUAL and stated.overlaps(computed):
        return True
    low, high = stated.lower.value, computed.lower.value
    return 0 < low <= 2 * high and high <= 2 * low


def _other_base(
    claim: Claim, judgement: Judgement, book: Book, relations: list[Relation]
) -> str | None:
    """A change that was worked out in another way: points for percent, or from the new value."""
    relation = judgement.relation
    computed, stated = relation.computed, relation.stated
    if not isinstance(computed, Operation) or len(relations) > 1 or not _is_of(stated, claim):
        return None
    assert claim.phrase is not None
    if computed.operator is Operator.CHANGE:
        old, new = computed.operands
        if claim.phrase.unit.kind is Kind.RATIO:
            points = claim.phrase._replace(unit=POINTS)
            swapped = relation._replace(computed=computed._replace(operator=Operator.POINTS))
            if _holds_as(points, swapped, book):
                return f"percent/points: {_shown(points)}"
        wrong = relation._replace(computed=computed._replace(operands=(new, old)))
        if _holds_as(_turned(claim.phrase), wrong, book):
            return "wrong base: it was worked out from the new value"
    if computed.operator is Operator.POINTS and claim.phrase.unit.kind is Kind.POINTS:
        percent = relation._replace(computed=computed._replace(operator=Operator.CHANGE))
        meant = claim.phrase._replace(unit=PERCENT)
        if _holds_as(meant, percent, book):
            return f"points/percent: {_shown(meant)}"
    if computed.operator is Operator.DIVIDE:
        inverted = computed._replace(operands=tuple(reversed(computed.operands)))
        if _holds(relation._replace(computed=inverted), book):
            return "inverted ratio: divided the wrong way round"
    return None


def _turned(phrase: Phrase) -> Phrase:
    """The same change the other way: a fall for a rise."""
    if phrase.low.value < 0:
        return phrase._replace(low=phrase.low.negated())
    is_fall = phrase.direction is Direction.DOWN
    return phrase._replace(direction=Direction.UP if is_fall else Direction.DOWN)


def _holds_as(phrase: Phrase, relation: Relation, book: Book) -> bool:
    """The relation holds with a phrase, unit included, for its stated side."""
    return _holds(relation._replace(stated=Quoted(phrase)), book)


def _holds(relation: Relation, book: Book) -> bool:
    """A relation whose sides are not what they were holds: they are compiled anew."""
    judged = judge(relation._replace(pair=None), book)
    return judged is not None and judged.verdict is Verdict.HOLDS


def _factors(phrase: Phrase) -> Iterator[tuple[str, Rational]]:
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
    if unit.is_rate or unit.is_money:
        yield "×12, a month for a year", Fraction(1, 12)
        yield "×12, a year for a month", 12
        yield "×365, a day for a year", Fraction(1, 365)
        yield "×365, a year for a day", 365


def _confused_units(unit: Unit) -> Iterator[tuple[str, Unit]]:
    """The unit that is often printed for this one."""
    above, slash, under = unit.name.partition("/")
    swap = _CONFUSED.get(above.lower())
    if swap is None:
        return
    for other, size_ratio, name in swap:
        yield name, unit._replace(name=other + slash + under, size=unit.size * size_ratio)


def _digit_slips(number: Number) -> Iterator[Number]:
    """The number with two neighbouring digits exchanged."""
    value = number.value / Fraction(number.place)
    if value.denominator != 1 or value < 0:
        return
    digits = str(value.numerator)
    for index in range(len(digits) - 1):
        if digits[index] != digits[index + 1]:
            swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
            if swapped[0] != "0":
                yield Number(_whole(int(swapped) * number.place), number.place)


def _nearest(
    claim: Claim, judgement: Judgement, book: Book, relations_of: RelationsOf
) -> str | None:
    """The nearest figure, as round as the printed one where it can be, that clears everything."""
    phrase = claim.phrase
    if phrase is None or phrase.form is not Form.NUMBER:
        return None
    if not _is_of(judgement.relation.stated, claim) and judgement.odd != claim.name:
        return None
    relations = _failing_first(judgement, relations_of(claim.name), book)
    for meant in _numbers_near(phrase, _ends_of(judgement, phrase)):
        if strain_left(claim, meant, book, relations) == 1:
            return _shown(meant)
    return None


def _numbers_near(phrase: Phrase, targets: list[Rational]) -> Iterator[Phrase]:
    """The phrase with each target for its number, as round as the printed one, then finer."""
    tried: set[Rational] = set()
    for target in targets:
        for figures in _figures(phrase.low):
            for value in _rounded(target, figures):
                if value not in tried:
                    tried.add(value)
                    yield phrase._replace(low=decimal(value))
        if target not in tried and 10**8 % Fraction(target).denominator == 0:
            yield phrase._replace(low=decimal(_whole(target)))


def _figures(number: Number) -> tuple[int, ...]:
    """To how many figures a mend is rounded: as the printed number first, then finer."""
    value = absolute(number.value)
    own = leading_place(value) - leading_place(number.place) + 1 if value else 1
    return tuple(dict.fromkeys((max(1, own), own + 1, own + 2, max(1, own - 1))))


def _ends_of(judgement: Judgement, phrase: Phrase) -> list[Rational]:
    """What the relation asks of the phrase: the nearer end of the computed side first."""
    computed, unit = judgement.computed, phrase.unit
    printed = absolute(phrase.low.value)
    sign = -1 if phrase.direction is Direction.DOWN else 1
    ends = [
        [
            end.value * sign
            for end in in_unit(interval, unit)
            if not isinstance(end.value, float) and end.value * sign > 0
        ]
        for interval in (computed.pragmatic, computed.printed)
    ]
    return [*sorted(ends[0], key=lambda value: abs(value - printed)), *ends[1]]


def _rounded(value: Rational, figures: int) -> tuple[Rational, ...]:
    """A value rounded to so many figures: to the nearest, then down and up."""
    exponent = leading_place(value) - figures + 1
    step = Fraction(power_of_ten(exponent))
    low = (Fraction(value) // step) * step
    high = low + step
    ordered = (low, high) if value - low <= high - value else (high, low)
    return tuple(_whole(one) for one in ordered if one > 0)


def _whole(value: Rational) -> Rational:
    return int(value) if Fraction(value).denominator == 1 else value


def _shown(phrase: Phrase) -> str:
    """The number of a phrase with its unit."""
    return display.with_unit(_number_text(phrase.low), phrase.unit)


def _number_text(number: Number) -> str:
    value = number.value
    if absolute(value) >= 10**6 and value % 1000 == 0:
        return display.number(value, len(str(absolute(value))))
    return display.plain(value)


_TOUCHING = Fraction(1000001, 1000000)
"""What is left where two readings touch at an open end: a factor of one, and yet no meeting."""
_SLIP_LEEWAY = Fraction(11, 10)
"""J: after a slip is mended, a tenth may be left to the rounding of the other figures."""
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
