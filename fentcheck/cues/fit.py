"""Which figures near a share, a change or a factor it may be of: by kind, place and arithmetic.

Words that tie figures are without number; what can be a slip is not. Two figures of one thing that
stand side by side, nearer to this change than to any other, and that miss it by as much as slips
do, are more likely meant than not; if there is one such pair alone, it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from fentcheck.cues.alike import are_persons, head, same_head
from fentcheck.cues.draft import Draft
from fentcheck.cues.operands import Operand, operands_of
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Quoted
from fentcheck.prose.mention import Mention, Rational, Role
from fentcheck.record import TYPE_CHECKING
from fentcheck.regex import regex
from fentcheck.units.nouns import singular
from fentcheck.units.unit import Kind

if TYPE_CHECKING:
    from typing import TypeVar

    _Pair = TypeVar("_Pair")


_MOST = Fraction(3)
"""J: how many times off a slip of the pen is, but for noughts."""


def is_slip(computed: Rational, stated: Rational, most: Fraction = _MOST) -> bool:
    """One misses the other by no more than a slip of the pen does, or not at all."""
    return stated > 0 and computed > 0 and 1 / most <= Fraction(computed) / stated <= most


def bare_percent(draft: Draft, mention: Mention, percent: Mention) -> bool:
    """A figure that has its sign from the percentage before it: "46 per cent to the Tories' 31"."""
    return (
        percent.role in (Role.PERCENT, Role.COUNT)
        and mention.role is Role.COUNT
        and not mention.noun
        and not mention.per
        and mention.phrase is not None
        and 0 < mention.phrase.low.value < 100
        and 0 <= mention.sentence - percent.sentence <= 1
        and any(character.isdigit() for character in mention.text)
        and bool(_BARE.search(draft.before(mention, 20)))
        and bool(_ENDS.match(draft.after(mention, 20)))
    )


# What an ellipsis counts


def thing(draft: Draft, mention: Mention) -> str:
    """The head noun of a count; of one that leaves it out, that of the count or share before it,
    or else behind it: "Of 270 caravans 54 had none", "31,000 loans were late, of the 62,000".
    """
    if mention.role is not Role.COUNT or head(mention) not in VAGUE:
        return head(mention)
    return draft.once(_things).get(mention.start, "")


def _things(draft: Draft) -> dict[int, str]:
    """The nouns that counts without one have from their neighbours, by where they begin."""
    found: dict[int, str] = {}
    for figures, is_back in ((draft.figures, False), (draft.figures[::-1], True)):
        last: Mention | None = None
        for one in figures:
            if one.role not in (Role.COUNT, Role.PERCENT):
                continue
            if head(one) not in VAGUE:
                last = one
            elif one.role is Role.COUNT and one.start not in found:
                named = _OF_THOSE.search(draft.before(one, 40))
                if named:
                    found[one.start] = singular(named.group(1))
                elif last and abs(one.sentence - last.sentence) <= (0 if is_back else _REACH):
                    found[one.start] = head(last)
    return found


def like(draft: Draft, mention: Mention) -> Mention:
    """The figure that a bare number has its unit from: the 120 of "41 tonnes, against 120"."""
    if mention.role is not Role.COUNT or mention.noun or mention.per:
        return mention
    return draft.once(_measures).get(mention.start, mention)


def _measures(draft: Draft) -> dict[int, Mention]:
    """The amounts and sums that bare numbers behind them are short for."""
    found: dict[int, Mention] = {}
    last: Mention | None = None
    for one in draft.figures:
        if one.role in (Role.AMOUNT, Role.MONEY):
            is_plain = one.phrase is not None and one.phrase.unit.kind is Kind.AMOUNT
            last = one if is_plain and not one.per else None
        elif one.role is Role.COUNT and one.noun:
            last = None
        elif one.role is Role.COUNT and last is not None and one.sentence - last.sentence <= 1:
            assert one.phrase is not None
            assert last.phrase is not None
            if is_slip(one.phrase.low.value, last.phrase.low.value, _ELLIPTIC):
                found[one.start] = last
    return found


def sized(draft: Draft, mention: Mention) -> Fraction:
    """A figure in base units, in those of what it is short for."""
    unit = like(draft, mention).phrase
    assert mention.phrase is not None
    assert unit is not None
    size: Fraction = Fraction(mention.phrase.low.value) * unit.unit.size
    return size


def amounts_of(draft: Draft, mention: Mention) -> tuple[Operand, ...]:
    """The operands that a figure gives, a bare number with the unit that it is short for."""
    operands = operands_of(draft, mention)
    phrase, measure = mention.phrase, like(draft, mention).phrase
    if measure is phrase or measure is None or phrase is None or len(operands) != 1:
        return operands
    quoted = Quoted(phrase._replace(unit=measure.unit))
    return (Operand(mention, quoted, measure.unit, sized(draft, mention)),)


def one_thing(draft: Draft, one: Mention, other: Mention) -> bool:
    """Both may count or measure the same: of one unit, and of one noun where there are two."""
    one, other = like(draft, one), like(draft, other)
    if one.role is not other.role or one.phrase is None or other.phrase is None:
        return False
    if one.role is not Role.COUNT:
        return one.phrase.unit.dimensions == other.phrase.unit.dimensions
    mine, theirs = thing(draft, one), thing(draft, other)
    return not mine or not theirs or same_head(mine, theirs) or are_persons(mine, theirs)


def is_bound(draft: Draft, mention: Mention) -> bool:
    """A limit or a target, which nothing need come to: "if it is half a per cent or less"."""
    return bool(
        _BOUND_BEFORE.search(draft.before(mention, 40)) or _BOUND.match(draft.after(mention, 30))
    )


# Which pair


def only_fitting(
    pairs: Sequence[_Pair],
    places: Callable[[_Pair], tuple[Mention, Mention]],
    anchor: Mention,
    rivals: Iterable[Mention],
) -> _Pair | None:
    """The one pair that is nearer to its anchor than to a rival of it; None of several."""
    others = [one for one in rivals if one is not anchor]
    own = [
        pair for pair in pairs if not any(is_nearer(one, anchor, places(pair)) for one in others)
    ]
    beside = [pair for pair in own if anchor.sentence in {one.sentence for one in places(pair)}]
    for some in (own, beside):
        if len(some) == 1:
            return some[0]
    return None


def is_nearer(rival: Mention, anchor: Mention, pair: tuple[Mention, Mention]) -> bool:
    """A pair stands closer to the rival."""
    return _apart(rival, pair) < _apart(anchor, pair)


def side_by_side(figures: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Figures with none of their kind between, of one sentence or of two that follow each other."""
    ordered = sorted(figures, key=lambda one: one.start)
    return [
        (one, other)
        for one, other in combinations(ordered, 2)
        if other.sentence - one.sentence <= 1
        and not any(one.start < each.start < other.start for each in ordered)
    ]


def _apart(anchor: Mention, pair: tuple[Mention, Mention]) -> tuple[int, int]:
    """How far the nearer and the farther of a pair stand from an anchor, in characters."""
    first, last = sorted(max(one.start - anchor.end, anchor.start - one.end, 0) for one in pair)
    return first, last


_BOUND_BEFORE = regex(
    r"\b(?:if|unless|should|rules?|asks? for|asked for|target|threshold|limit|ceiling|floor"
    r"|minimum|maximum|at least|at most"
    r"|up to|no more than|required|requires|needed|needs)\b[^.;,]{0,25}\Z"
)
_BOUND = regex(
    r" (?:or (?:less|more|fewer|above|below|over|under|higher|lower)|threshold|limit|cap)\b"
)
_BARE = regex(
    r"\b(?:from|to|was|were|is|on|against|versus|at|than|with|took|won|and|[a-z]+[’']s?) \Z"
)
_ENDS = regex(r"[,.;:)]|\Z| (?:in|last|a|the|on|by|to|this|and|before|for)\b")
_OF_THOSE = regex(r"\b(?:of|among) (?:those|these|the|its|their) ([a-z]+),? \Z")
VAGUE = frozenset(("", "one", "other"))
"""Heads that say no more than an ellipsis does."""
_ELLIPTIC = Fraction(8)
"""J: a number without its unit is of the size of the one that it has it from."""
_REACH = 2
"""J: sentences."""
