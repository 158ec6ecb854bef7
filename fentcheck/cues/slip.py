from __future__ import annotations

import re
from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.noughts import figures_in
from fentcheck.cues.operands import Operand, operands_of
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Operator, Quoted, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.unit import NUMBER, Kind, comparable


@cue("slip")
def slip(draft: Draft) -> Iterator[Found]:
    """A figure is right but for three noughts, or six: thousand for million, milligram for gram.

    Only what is exact but for the noughts is told: so many things of so much each and their total;
    a sum and the same sum again; lakh and crore beside millions and billions.
    Words: four instalments of $160,000; 900 panels, each rated at 500 watts; the $64 million deal.
    Finding: The contract is worth $640 million. It is paid in four instalments of $160,000.
    Clean: The contract is worth $640 million. A first part of $640,000 was paid at once.
    Finding: The cable, 28 millimetres thick, was bitten by a shark. Its diameter of 2.8 metres is
        no defence.
    Clean: The path climbs 900 metres in 9 kilometres. The pool is 25 metres long, 25 miles inland.
    """
    yield from _each(draft)
    yield from _in_a_year(draft)
    yield from _again(draft)
    yield from _measured_again(draft)
    yield from _in_crores(draft)


def _each(draft: Draft) -> Iterator[Found]:
    """So many things, so much each, and the total."""
    for count in draft.figures:
        each = draft.following(count)
        if count.role is not Role.COUNT or each is None or each.sentence != count.sentence:
            continue
        is_each = (
            _OF_EACH.search(draft.between(count, each))
            or _EACH_BEHIND.match(draft.after(each))
            or _EACH_OF.search(draft.before(count))
        )
        if not is_each:
            continue
        for many in operands_of(draft, count):
            for much in operands_of(draft, each):
                if much.unit.kind is not Kind.AMOUNT or many.value < 2 or much.value <= 0:
                    continue
                yield from _totals(draft, many, much)


def _totals(draft: Draft, many: Operand, much: Operand) -> Iterator[Found]:
    computed = operation(Operator.MULTIPLY, many.expression, much.expression)
    for other in draft.beside(many.mention, NEAR):
        if other in (many.mention, much.mention):
            continue
        for total in operands_of(draft, other):
            if total.value <= 0 or total.unit.dimensions != much.unit.dimensions:
                continue
            is_slip = _is_off_by_noughts(many.value * much.value, total.value)
            yield Found(
                other,
                "FC202",
                total.expression,
                Comparison.EQUAL,
                computed,
                (many.mention, much.mention, other),
                Sure.LIKELY if is_slip else Sure.GUESS,
            )


def _in_a_year(draft: Draft) -> Iterator[Found]:
    """So much a week, and what that comes to in a year, where a year is spoken of."""
    for mention in draft.figures:
        behind = _PER_BEHIND.match(draft.after(mention))
        steps = _IN_A_YEAR.get(mention.per or (behind.group(1) if behind else ""))
        if steps is None:
            continue
        for other in draft.beside(mention, 1):
            words = f"{draft.words(mention)} {draft.words(other)}"
            if other.per not in ("", "year") or not _YEAR.search(words):
                continue
            for rate in operands_of(draft, mention):
                for total in operands_of(draft, other):
                    yield from _over_a_year(draft, rate, total, steps)


def _over_a_year(draft: Draft, rate: Operand, total: Operand, steps: int) -> Iterator[Found]:
    """What it comes to, if the total is that but for the noughts."""
    mine, theirs = rate.mention, total.mention
    if rate.mention.phrase is None or not mine.noun or (theirs.noun and theirs.noun != mine.noun):
        return
    number = Fraction(rate.mention.phrase.low.value)
    printed = total.mention.phrase
    if printed is None or number <= 0 or printed.low.value <= 0:
        return
    if not _is_off_by_noughts(number * steps, Fraction(printed.low.value)):
        return
    bare = rate.mention.phrase._replace(unit=NUMBER)
    weeks = operation(Operator.MULTIPLY, Quoted(bare), Exact(steps))
    figures = (mine, theirs)
    yield Found(theirs, "FC201", total.expression, Comparison.EQUAL, weeks, figures, Sure.LIKELY)


def _again(draft: Draft) -> Iterator[Found]:
    """ "It lost $0.9 billion … the $900,000 shortfall": the same figures but for the noughts."""
    for other in draft.figures:
        if not _THE.search(draft.before(other, _FAR)) or _PART.search(draft.before(other, _FAR)):
            continue
        for again in operands_of(draft, other):
            if again.unit.kind is Kind.PLAIN or figures_in(again.value) < 2:
                continue
            for first in draft.beside(other, NEAR):
                if first.start > other.start or first.hedge != other.hedge:
                    continue
                for one in operands_of(draft, first):
                    if not comparable(one.unit, again.unit) or one.mention.per != other.per:
                        continue
                    if one.value <= 0 or one.value not in _shifted(again.value):
                        continue
                    if not _share_a_word(draft, first, other):
                        continue
                    yield Found(
                        other,
                        "FC101",
                        again.expression,
                        Comparison.EQUAL,
                        one.expression,
                        (first, other),
                        Sure.LIKELY,
                    )


def _measured_again(draft: Draft) -> Iterator[Found]:
    """ "The cable, at 28 millimetres … its diameter of 2.8 metres": the digits of the last figure
    of its kind again, in another place or before another unit.
    """
    for other in draft.figures:
        if other.role is not Role.AMOUNT or isinstance(other.value, tuple) or other.value is None:
            continue
        first = _last_alike(draft, other)
        if first is None or not _is_again(draft, first, other):
            continue
        for again in operands_of(draft, other):
            for one in operands_of(draft, first):
                if one.unit.kind is not Kind.AMOUNT or min(one.value, again.value) <= 0:
                    continue
                mean = sorted((one.value, again.value))
                is_shifted = mean[1] / mean[0] in _TENS
                is_swapped = first.value == other.value and first.unit != other.unit
                if not is_shifted and not is_swapped:
                    continue
                stated = again._replace(expression=_at_rate_of(first, other) or again.expression)
                yield Found(
                    other,
                    "FC101",
                    stated.expression,
                    Comparison.EQUAL,
                    one.expression,
                    (first, other),
                    Sure.LIKELY,
                )


def _last_alike(draft: Draft, other: Mention) -> Mention | None:
    """The nearest amount before one, of its dimensions, no more than two sentences away."""
    before = draft.beside(other, 2)
    return next(
        (
            one
            for one in reversed(before)
            if one.start < other.start
            and one.role is Role.AMOUNT
            and one.phrase is not None
            and other.phrase is not None
            and one.value is not None
            and not isinstance(one.value, tuple)
            and (
                comparable(one.phrase.unit, other.phrase.unit)
                or (bool(one.per) and not other.per and one.unit == other.unit)
            )
        ),
        None,
    )


def _at_rate_of(first: Mention, other: Mention) -> Quoted | None:
    """ "40 gigabytes a month … beyond 40,000 gigabytes": the rate is not said again."""
    if not first.per or other.per or first.phrase is None or other.phrase is None:
        return None
    return Quoted(other.phrase._replace(unit=first.phrase.unit, direction=None))


def _is_again(draft: Draft, first: Mention, other: Mention) -> bool:
    """The words take a measure up, or its digits are no chance."""
    before, after = draft.before(other, _FAR), draft.after(other, 30)
    if _MORE_OF_IT.search(before) or _MORE_BEHIND.match(after):
        return False
    if _TAKES_UP.search(before):
        return True
    is_same = first.value == other.value and first.per == other.per
    if is_same and "-" in other.text and _DEFINITE.search(before):
        return True
    if not is_same or _ONE_OF_SUCH.search(before):
        return False
    value = Fraction(other.value if not isinstance(other.value, tuple) else 0)
    return (figures_in(value) > 1 and value % 5 != 0 and value % 12 != 0) or _is_of_ten(value)


def _is_of_ten(value: Fraction) -> bool:
    """Two figures and noughts behind them: 410, 2,700; no 150, and no 12,000."""
    return value % 10 == 0 and value % 50 != 0 and value % 12 != 0 and figures_in(value) > 1


def _in_crores(draft: Draft) -> Iterator[Found]:
    """ "₹2 lakh crore (₹2 trillion)": one sum, counted in two ways."""
    for first in draft.figures:
        other = draft.following(first)
        if other is None or bool(_CRORE.search(first.text)) is bool(_CRORE.search(other.text)):
            continue
        if not _BESIDE.fullmatch(draft.between(first, other)):
            continue
        for one in operands_of(draft, first):
            for again in operands_of(draft, other):
                if one.unit.dimensions == again.unit.dimensions:
                    yield Found(
                        other,
                        "FC104",
                        again.expression,
                        Comparison.EQUAL,
                        one.expression,
                        (first, other),
                    )


def _is_off_by_noughts(one: Fraction, other: Fraction) -> bool:
    """One is a thousand, a million … times the other, within the rounding of two figures."""
    ratio = max(one, other) / min(one, other)
    power = 0
    while ratio > _CLOSE * 1000**power:
        power += 1
    return power > 0 and ratio * _CLOSE >= 1000**power


def _shifted(value: Fraction) -> tuple[Fraction, ...]:
    return tuple(value * power for power in _POWERS)


def _share_a_word(draft: Draft, first: Mention, other: Mention) -> bool:
    """What stands behind "the $900,000" is spoken of where the first figure stands."""
    behind = _NEXT_WORD.match(draft.after(other))
    if behind is None:
        return False
    word = behind.group(1)
    if word in _SUMS or word in _VERBS:
        return True
    return word[:5] in draft.words(first)


_IN_A_YEAR = {"day": 365, "week": 52, "month": 12}
"""J: what a year holds of them, to a week; noughts are all that is asked for."""
_PER_BEHIND = regex(r" of \w+ (?:a|per|each|every) (day|week|month)\b")
_YEAR = regex(r"\b(?:year|annual|annually|twelve months|12 months)\b")
_FAR = 60
_CLOSE = Fraction(21, 20)
_DECIMALS = 6
"""A third would have no end of them."""
_POWERS = tuple(Fraction(1000) ** power for power in (-3, -2, -1, 1, 2, 3))
_OF_EACH = regex(
    r"^[^.;]{0,60}?(?:,? each\b[^.;,]{0,30}|\b(?:of|at|worth|weighing|holding|costing|paying) )$"
)
_EACH_OF = regex(r"\beach of (?:the|its|their|his|her|these|those) $")
_EACH_BEHIND = regex(r" (?:each|apiece|per head|a head|every time)\b")
_THE = regex(r"\b(?:the|that|this|its|their|his|her) $")
_PART = regex(
    r"\b(?:of|from|towards?|against|into|to|beside|out of) (?:the|that|this|its) $|"
    r"\b(?:of|from) (?:this|that|it|which),? (?:the|its) $"
)
_NEXT_WORD = regex(r"[ -]([a-z]+)")
_TENS = frozenset(Fraction(10) ** power for power in (1, 2, 3, 6, 9))
_TAKES_UP = regex(
    r"(?:\A|[.;,] )(?:at|(?:that|this|it)(?: is| was|['’]s)) (?:just |only |about |a mere )?\Z"
    r"|\b(?:its|the|their|that|his|her|a) (?:[a-z]+ )?(?:diameter|thickness|width|breadth|length"
    r"|height|depth|weight|mass|volume|capacity|size|allowance|limit|cap|girth|span|dose|reach"
    r"|area) of (?:just |only |about )?\Z"
    r"|\b(?:beyond|exceeding|in excess of) (?:that |the |those )?\Z|\ball (?:of )?(?:the |its )?\Z"
)
_MORE_OF_IT = regex(
    r"\b(?:another|further|extra|every|each|only|last|first|final|within|by|from|than|plus|minus)"
    r" (?:[a-z]+ )?\Z"
)
_DEFINITE = regex(r"\b(?:the|its|this|that|their) \Z")
_ONE_OF_SUCH = regex(r"\ban? (?:[a-z]+ ){0,2}(?:of )?\Z")
_MORE_BEHIND = regex(
    r" (?:away|off|more|less|higher|lower|above|below|longer|shorter|each|apiece|inland|further"
    r"|from|of (?:them|it|these|those|which)\b)"
)
_SUMS = frozenset(
    "shortfall loss deficit sum figure total bill cost price fee deal contract package budget "
    "debt project scheme".split()
)
_VERBS = frozenset(
    "should was is would will could were are can may must has had came comes went goes".split()
)
"""Behind "the $8.2 million" they show that it is no new thing but the sum told of before."""
_CRORE = regex(r"\b(?:lakh|crore)", re.IGNORECASE)
_BESIDE = regex(r" ?\((?:or |about )?|,? (?:or|about|roughly|that is)? ?")
