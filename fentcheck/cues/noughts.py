from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product

from fentcheck.cues.before_after import as_share, is_percentage_change
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import each_at, powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.operands import Operand, operands_of
from fentcheck.cues.topic import beside, noun_stems, stems
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.unit import Kind


@cue("noughts")
def noughts(draft: Draft) -> Iterator[Found]:
    """What neighbouring figures come to is printed with too many or too few noughts.

    Two figures and their product, a share and its part, a sum or a difference that is right in its
    digits and wrong in their place, by a power of a thousand, or by a hundred or ten where the
    words tie the figures closely: a million for a billion, a millilitre for a litre.
    Words: none of their own; the units multiply, the figures stand together, the digits fit.
    Finding: It comes in cans of 330ml. A tray of 24 cans holds nearly 8 millilitres.
    Clean: It comes in cans of 330ml. A tray of 24 cans holds 7.9 litres, give or take.
    """
    for total in draft.figures:
        if total.role not in _MUCH:
            continue
        near = [one for one in draft.beside(total, 1) if one.phrase is not None]
        if total.role is Role.COUNT and not any(_is_density(one) for one in near):
            continue
        near.sort(key=lambda one: abs(one.start - total.start))
        for printed in operands_of(draft, total):
            if printed.part or printed.value <= 0:
                continue
            yield from _products(draft, printed, near[:_MOST])
            yield from _shares(draft, printed, near[:_MOST])
            yield from _sums(draft, printed, near[:_MOST])
    for margin in draft.figures:
        if margin.role is Role.PERCENT:
            yield from _margin(draft, margin)


def _products(draft: Draft, printed: Operand, near: list[Mention]) -> Iterator[Found]:
    """So much of something, so many times, and what it comes to."""
    total = printed.mention
    if _WHAT_IS_LEFT.search(draft.before(total, 40)):
        return
    near = [one for one in near if one.hedge not in "<>"]  # bounds multiply to no figure
    roles = _MUCH[total.role]
    many_things = [one for one in near if one.role not in _NO_FACTORS and _may_be_many(one)]
    for much, many in product([one for one in near if one.role in roles], many_things):
        if much is many:
            continue
        if not _multiply(draft, much, many, total):
            continue
        for one in _timeless(operands_of(draft, much), total if many.role is Role.COUNT else much):
            for other in _timeless(operands_of(draft, many), total):
                if one.part or other.part or one.value <= 0 or other.value <= 1:
                    continue
                value = one.value * other.value
                if one.unit.is_money and printed.value <= one.value:
                    continue  # a price beside another
                shift = _shift(value, printed.value)
                if not shift or shift < _least(draft, printed, one, other):
                    continue
                if any(_is_printed(draft, value, powers(total), each) for each in near):
                    continue
                computed = operation(Operator.MULTIPLY, other.expression, one.expression)
                found = _found(printed, "FC202", computed, (many, much, total))
                yield found
                if any(_is_in_other_unit(one, each) for each in near):
                    yield found._replace(about=much)


def _is_in_other_unit(one: Operand, other: Mention) -> bool:
    """The same number stands near in another unit of its kind: 5 litres beside 5 millilitres."""
    mine = one.mention
    return (
        other is not mine
        and other.value == mine.value
        and other.unit != mine.unit
        and powers(other) == powers(mine)
    )


def _is_density(one: Mention) -> bool:
    """So many to the hectare, or an hour: a count for one of a unit."""
    return one.role is Role.COUNT and bool(one.per)


def _may_be_many(one: Mention) -> bool:
    return not one.per or one.per in _PERIODS


def _multiply(draft: Draft, much: Mention, many: Mention, total: Mention) -> bool:
    """The units of the two make the one of the total; "a day" and "a year" need not be said again
    where it is.
    """
    is_count = many.role is Role.COUNT
    if is_count and (
        many.per or (much.per != total.per and (total.per or much.per not in _PERIODS))
    ):
        return False
    if not many.unit if not is_count else total.role is Role.COUNT:
        return False
    if is_count:
        return (powers(much) if much.per == total.per else _timeless_powers(much)) == powers(total)
    mine, theirs = powers(much), _timeless_powers(many)
    is_shared = any(mine.get(base, 0) < 0 for base in theirs)
    if total.role is Role.COUNT and not (is_shared and much.noun and much.per):
        return False
    product = dict(mine)
    for base, power in theirs.items():
        product[base] = product.get(base, 0) + power
    if {base: power for base, power in product.items() if power} != powers(total):
        return False
    # a rate times what it is over, watts times hours; no lengths times lengths, but of rain
    return is_shared or (product == {"length": 3} and bool(_RAIN.search(draft.words(much))))


def _timeless_powers(mention: Mention) -> dict[str, int]:
    """Its dimensions, without the time that it is so much in."""
    found = powers(mention)
    if mention.per in _PERIODS and mention.phrase is not None:
        found["time"] = found.get("time", 0) + 1
        if not found["time"]:
            del found["time"]
    return found


def _timeless(operands: tuple[Operand, ...], total: Mention) -> Iterator[Operand]:
    """Figures of a period where the total has none: "2,000 hours a year", "$5 a month"."""
    for one in operands:
        per, phrase = one.mention.per, one.mention.phrase
        if per not in _PERIODS or total.per or one.part or phrase is None:
            yield one
            continue
        time = fixed(f"exactly 1 {per}").phrase.unit
        dimensions = dict(phrase.unit.dimensions)
        for base, power in time.dimensions:
            dimensions[base] = dimensions.get(base, 0) + power
        unit = phrase.unit._replace(
            name=one.mention.unit_name,
            size=Fraction(phrase.unit.size) * time.size,
            months=0,
            dimensions=tuple((base, power) for base, power in dimensions.items() if power),
        )
        value = Fraction(phrase.low.value) * unit.size
        kept = Quoted(phrase._replace(unit=unit, direction=None))
        yield one._replace(expression=kept, unit=unit, value=value)


def _least(draft: Draft, total: Operand, one: Operand, other: Operand) -> Fraction:
    """By how much the total must be off at least: the looser the figures are tied, the more."""
    figures = total.mention, one.mention, other.mention
    together = len({each.sentence for each in figures}) == 1
    nouns = noun_stems(other.mention) & (
        stems(draft.before(one.mention, 60)) | stems(draft.after(one.mention, 30))
    )
    each = each_at(draft, one.mention)
    tied = each is not None or bool(nouns) or bool(_AVERAGE.search(draft.before(one.mention)))
    if (tied and nouns) or total.mention.role is Role.COUNT:
        return Fraction(10)
    if other.mention.role is not Role.COUNT and one.mention.unit_name != total.mention.unit_name:
        return Fraction(1000)
    digits = max(figures_in(total.value), figures_in(one.value * other.value))
    if not tied and (digits < 2 or not together):
        return _NEVER
    least = 100 if together and total.mention.role is Role.AMOUNT else 1000
    return Fraction(least)


def _shares(draft: Draft, printed: Operand, near: list[Mention]) -> Iterator[Found]:
    """ "Sales came to £410m. It kept a tenth of that, £41bn": so much of what stands before."""
    total = printed.mention
    for share, whole in permutations(near, 2):
        phrase = as_share(share)
        if phrase is None or phrase.unit.kind is not Kind.RATIO or phrase.high is not None:
            continue
        if powers(whole) != powers(total) or whole.per != total.per or whole.role is not total.role:
            continue
        if is_percentage_change(draft, share) or not _is_share_of(draft, share, whole):
            continue
        rate = Fraction(phrase.low.value) * Fraction(phrase.unit.size)
        for one in operands_of(draft, whole):
            if one.part or one.value <= 0 or not 0 < rate < 1:
                continue
            value = rate * one.value
            if _shift(value, printed.value) < 1000:
                continue
            if any(_is_printed(draft, value, powers(total), each) for each in near):
                continue
            computed = operation(Operator.MULTIPLY, Quoted(phrase), one.expression)
            yield _found(printed, "FC203", computed, (whole, share, total))


def _margin(draft: Draft, margin: Mention) -> Iterator[Found]:
    """ "Earned $412 billion on sales of $6.1 billion, for a margin of 7 percent": where the
    sentences have no other sums, a margin is of these.
    """
    phrase = as_share(margin)
    if phrase is None or phrase.high is not None or phrase.unit.kind is not Kind.RATIO:
        return
    if not _MARGIN.search(draft.before(margin, 40)) and not _MARGIN_BEHIND.match(
        draft.after(margin, 25)
    ):
        return
    near = draft.beside(margin, 1)
    sums = [one for one in near if one.role is Role.MONEY and not one.per]
    if len(sums) != 2 or sums[0].unit != sums[1].unit:
        sums = [one for one in sums if one.sentence == margin.sentence]
    if len(sums) != 2 or sums[0].unit != sums[1].unit:
        return
    for profit, sales in (sums, sums[::-1]):
        is_sales = _SALES.search(beside(draft, sales, 40, 0)[0]) or _SALES_BEHIND.match(
            beside(draft, sales, 0, 30)[1]
        )
        is_profit = _PROFIT.search(beside(draft, profit, 40, 0)[0]) or _PROFIT_BEHIND.match(
            beside(draft, profit, 0, 30)[1]
        )
        if not is_sales or not is_profit:
            continue
        for one, other in product(operands_of(draft, profit), operands_of(draft, sales)):
            if one.part or other.part or other.value <= 0:
                continue
            share = operation(Operator.DIVIDE, one.expression, other.expression)
            yield Found(
                margin, "FC303", draft.named(margin), Comparison.EQUAL, share,
                (profit, sales, margin), Sure.LIKELY,
            )  # fmt: skip


def _is_share_of(draft: Draft, share: Mention, whole: Mention) -> bool:
    between = draft.between(share, whole)
    if share.start < whole.start:
        return bool(_OF.fullmatch(between))
    if _OF_IT.match(draft.after(share)):
        return draft.previous(share) is whole or share.sentence - whole.sentence == 1
    return whole.sentence == share.sentence and bool(_OF_WHOLE.search(draft.before(whole)))


def _sums(draft: Draft, printed: Operand, near: list[Mention]) -> Iterator[Found]:
    """ "Income was $3.2 billion and costs $2.9 billion, leaving a profit of $300,000"."""
    total = printed.mention
    leads = draft.before(total, 50)
    operator = (
        Operator.SUBTRACT
        if _LEAVES.search(leads)
        else Operator.ADD
        if _ADDS.search(leads)
        else None
    )
    if operator is None:
        return
    like = [
        one
        for mention in near
        if mention.start < total.start
        and mention.role is total.role
        and mention.per == total.per
        and powers(mention) == powers(total)
        for one in operands_of(draft, mention)
        if one.value > 0 and (not one.part or operator is Operator.SUBTRACT)
    ]
    for first, second in combinations(sorted(like, key=lambda one: -one.value), 2):
        value = first.value - second.value
        if operator is Operator.ADD:
            value = first.value + second.value
        if value <= 0 or first.value > second.value * 1000 or _shift(value, printed.value) < 1000:
            continue
        computed = operation(operator, first.expression, second.expression)
        yield _found(printed, "FC301", computed, (first.mention, second.mention, total))


def _found(
    printed: Operand, code: str, computed: Expression, figures: tuple[Mention, ...]
) -> Found:
    return Found(
        printed.mention, code, printed.expression, Comparison.EQUAL, computed, figures, Sure.LIKELY
    )


def _is_printed(draft: Draft, value: Fraction, wanted: dict[str, int], mention: Mention) -> bool:
    """A figure says what it comes to without the slip."""
    return powers(mention) == wanted and any(
        abs(one.value - value) * _EXACT <= value for one in operands_of(draft, mention)
    )


def _shift(one: Fraction, other: Fraction) -> Fraction:
    """The power of ten that one figure is off by, if its digits are those of the other; else 0."""
    ratio = max(one, other) / min(one, other)
    power = Fraction(1)
    while ratio * 10 > power * 11 and power < _NEVER:
        power *= 10
    is_close = abs(ratio / power - 1) * _EXACT <= 1
    return power if is_close and power > 1 else Fraction(0)


def figures_in(value: Fraction) -> int:
    """How many figures a number has without the noughts at its end; of a third, very many."""
    return len(str((value * _FINE).__floor__()).rstrip("0"))


_MARGIN = regex(r"\bmargins?(?: (?:of|was|is|at|came to|stood at|to))*(?: [a-z]+){0,2} \Z")
_MARGIN_BEHIND = regex(r" (?:[a-z]+ ){0,2}margin\b")
_SALES = regex(r"\b(?:sales|revenues?|turnover|turned over|billings|takings)\b[^.;]{0,30}\Z")
_SALES_BEHIND = regex(r" (?:in|of) (?:[a-z]+ )?(?:sales|revenues?|turnover)\b")
_PROFIT = regex(
    r"\b(?:earn(?:ed|ings)|profits?|net income|income|made|surplus|cleared|pocketed|netted)\b"
    r"[^.;]{0,30}\Z"
)
_PROFIT_BEHIND = regex(r" (?:in|of) (?:[a-z]+ )?(?:profits?|earnings|net income|income)\b")
_MOST = 8
_EXACT = 40
"""J: figures near a total; one part in so many that the digits may be off, for their rounding."""
_FINE = 10**12
_NEVER = Fraction(10**15)
_MUCH = {
    Role.MONEY: (Role.MONEY, Role.AMOUNT),
    Role.AMOUNT: (Role.MONEY, Role.AMOUNT),
    Role.COUNT: (Role.COUNT,),
}
_PERIODS = frozenset("day week month year".split())
_RAIN = regex(r"\b(?:rain\w*|fell|snow|depth|deep|thick|layer|flood\w*|water)\b")
_WHAT_IS_LEFT = regex(
    r"\b(?:profits?|loss(?:es)?|dividends?|surplus|deficit|net income|earnings|margins?)"
    r"(?: [a-z]+){0,2} \Z"
)
"""No price times a number: costs and more come between."""
_NO_FACTORS = (Role.PERCENT, Role.AGE, Role.MONEY)
_AVERAGE = regex(r"\b(?:average|mean|each|every|apiece)\b")
_OF = regex(r" of (?:(?:the|its|their|his|her|that|this|our|a|an) )?(?:[\w'’-]+ ){0,4}")
_OF_IT = regex(r" of (?:that|this|it|them|these|those|the|which|his|her|its|their)\b")
_OF_WHOLE = regex(r"\b(?:of|from)(?: (?:the|its|their|his|her|that|this|our))?(?: [\w'’-]+){0,4} $")
_LEAVES = regex(
    r"\b(?:leav\w+|left|profit|loss|surplus|deficit|difference|gap|remaining|remains?|rest|"
    r"shortfall|balance|margin|extra|further|additional|longer|increase|rise|gain|growth)\b"
    r"[^.;]{0,30}$"
)
_ADDS = regex(
    r"\b(?:total\w*|together|combined|altogether|in all|sum|between them|adds? up|making|overall)\b"
    r"[^.;]{0,30}$"
)
