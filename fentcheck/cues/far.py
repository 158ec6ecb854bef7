"""Figures far apart: a change told of a paragraph later, a total wrong by noughts elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.each import each_at, powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.operands import Operand, operands_of
from fentcheck.cues.same import same_kind
from fentcheck.cues.topic import noun_stems
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Operator, Quoted, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording


@cue("the-change")
def the_change(draft: Draft) -> Iterator[Found]:
    """The change of the sentences before is another part of what there was than is said.

    Words: "the increase, of 6 per cent", "that drop of 12%", "this 9 per cent rise", behind two
        figures and by how much they differ: "96,400 … 7,300 more than in 2016, when 89,100".
    Finding: The town has 9,600 people. That is 1,600 more than in 2011, when 8,000 were counted.
        The increase, of 12 per cent, is the largest in the county.
    Clean: The town has 9,600 people. That is 1,600 more than in 2011, when 8,000 were counted.
        The increase, of 20 per cent, is the largest in the county.
    """
    for found in _THE_CHANGE.finditer(draft.lower):
        percents = [
            one
            for one in draft.within(found.start(), found.end() + 1)
            if one.role is Role.PERCENT and "%" in (one.unit, one.text[-1:])
        ]
        if len(percents) != 1 or isinstance(percents[0].value, tuple):
            continue
        percent = percents[0]
        triples = _changes(draft, percent)
        if len(triples) != 1:
            continue
        size, base = triples[0]
        share = operation(Operator.SHARE, draft.named(size), draft.named(base))
        if percent.phrase is None:
            continue
        yield Found(
            percent,
            "FC401",
            Quoted(percent.phrase._replace(direction=None)),
            Comparison.EQUAL,
            share,
            (size, base, percent),
            Sure.LIKELY,
            Wording.CHECK,
        )


def _changes(draft: Draft, percent: Mention) -> list[tuple[Mention, Mention]]:
    """A difference that the sentences before print, and what it is a change from."""
    before = [
        one
        for one in draft.beside(percent, NEAR)
        if one.start < percent.start and one.value and not isinstance(one.value, tuple)
    ][-_MOST:]
    found: dict[tuple[object, object], tuple[Mention, Mention]] = {}
    for size in before:
        if not _BY_HOW_MUCH.match(draft.after(size, 40)):
            continue
        for new in before:
            for old in before:
                if size in (new, old) or not (same_kind(size, new) and same_kind(new, old)):
                    continue
                assert not isinstance(new.value, tuple)
                assert not isinstance(old.value, tuple)
                assert not isinstance(size.value, tuple)
                if abs((new.value or 0) - (old.value or 0)) == size.value and _is_old(draft, old):
                    found[size.value, old.value] = size, old
    return list(found.values())


def _is_old(draft: Draft, old: Mention) -> bool:
    return bool(
        _BEFORE_IT.search(draft.before(old, 60)) or _YEAR_BEFORE.match(draft.after(old, 40))
    )


@cue("noughts-far-apart")
def noughts_far_apart(draft: Draft) -> Iterator[Found]:
    """So much for each of so many is the total but for its noughts, wherever that stands.

    Words: "half a litre each", "a sack of 50 kilograms to each of the 84,000 families", and a
        mass, volume, length or energy that has just the digits of the product, and not its size.
    Finding: Each jar holds 120 grams of honey. The family filled 3,200 jars. They stood in the yard
        for a week. The shop took 3,840 kilograms.
    Clean: Each jar holds 120 grams of honey. The family filled 3,200 jars. They stood in the yard
        for a week. The shop took 384 kilograms.
    """
    every = [one for figure in draft.figures[:_FIGURES] for one in operands_of(draft, figure)]
    for figure in draft.figures[:_FIGURES]:
        each = each_at(draft, figure)
        if each is None or figure.role is not Role.AMOUNT or each.base or "time" in powers(figure):
            continue
        (much, *more) = operands_of(draft, figure) or (None,)
        if much is None or more or much.value <= 0:
            continue
        nouns = each.nouns | (noun_stems(each.many) if each.many is not None else frozenset())
        totals = [
            one
            for one in every
            if one.mention is not figure and one.value > 0 and _is_of_one_unit(much, one)
        ]
        for many in every:
            count = many.mention
            if count.role is not Role.COUNT or count.per or many.value < 2:
                continue
            if count is each.many or nouns & noun_stems(count):
                yield from _but_for_noughts(draft, much, many, totals)


def _but_for_noughts(
    draft: Draft, much: Operand, many: Operand, totals: Sequence[Operand]
) -> Iterator[Found]:
    product = much.value * many.value
    if any(_is_about(product, one.value) for one in totals):
        return
    for total in totals:
        if _digits(total.value) < 2 or total.mention.hedge != "=":
            continue
        if not any(_is_about(product, total.value * power) for power in _POWERS):
            continue
        computed = operation(Operator.MULTIPLY, many.expression, much.expression)
        stated = total.expression
        if total.mention.per:
            time = fixed(f"exactly 1 {total.mention.per.rpartition(' ')[2]}")
            stated = operation(Operator.MULTIPLY, stated, time)
        figures = (much.mention, many.mention, total.mention)
        yield Found(
            total.mention, "FC202", stated, Comparison.EQUAL, computed, figures,
            Sure.LIKELY,
        )  # fmt: skip


def _is_about(one: Fraction, other: Fraction) -> bool:
    return bool(abs(one - other) * 200 <= max(one, other))


def _digits(value: Fraction) -> int:
    """How many digits a number has but for noughts at its ends."""
    for _ in range(_DECIMALS):
        if value.denominator == 1:
            break
        value *= 10
    return len(str(value.numerator).rstrip("0"))


def _is_of_one_unit(much: Operand, total: Operand) -> bool:
    mine, theirs = powers(much.mention), powers(total.mention)
    return total.mention.role is Role.AMOUNT and mine == {
        base: power for base, power in theirs.items() if base != "time"
    }


_MOST = 12
_FIGURES = 400
"""Of a longer draft only the first so many are looked at."""
_DECIMALS = 6
"""A third would have no end of them."""
_POWERS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_CHANGE = (
    "increase|rise|growth|gain|jump|surge|decrease|fall|drop|decline|reduction|cut|loss|slump|dip"
)
_THE_CHANGE = regex(
    r"(?:^|[.!?”\"] {1,2})(?:the|that|this) (?:"
    rf"(?:{_CHANGE}),? (?:of|was|is|came to|amounts to|equals) [^;,]{{1,30}}?(?:%|per cent|percent)"
    rf"|[^;, ]{{1,9}}(?: per cent| percent|%) (?:{_CHANGE})\b)"
)
_BY_HOW_MUCH = regex(
    r"(?: [a-z]+)? (?:more|fewer|less|higher|lower|up|down|above|below|additional|extra)\b"
)
_BEFORE_IT = regex(
    r"\b(?:in (?:1[6-9]|20)\d\d|last|previous|before|earlier|ago|than|from|then)\b[^.;]{0,50}$"
)
_YEAR_BEFORE = regex(
    r"[^.;]{0,25}\b(?:in (?:1[6-9]|20)\d\d|last (?:year|month|week)|earlier|before|ago)\b"
)
