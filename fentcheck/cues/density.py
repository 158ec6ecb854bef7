from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import base_of, powers
from fentcheck.cues.topic import PEOPLE, beside, is_persons, noun_stems
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.unit import NUMBER, Unit


class _Spread(NamedTuple):
    """So many, or so much, to one of an area or a volume, that, and what there is on all of it."""

    rate: Mention
    extent: Mention
    total: Mention
    apart: int


@cue("density")
def density(draft: Draft) -> Iterator[Found]:
    """So many to the acre, and so many acres, are not as many as are said to be there.

    Words: any figure that is for one of an area or a volume, by its unit or by "to each one", the
    nearest area or volume and the nearest count of the same noun, or of none.
    Finding: It is 23,000 people spread across 1,150 square miles, which makes 46 for each one.
    Clean: It is 23,000 people on 1,150 square miles, which makes 20 for each one.
    """
    for rate in draft.figures:
        base = _base(draft, rate)
        if not base or size_of(rate) in (None, 0) or _is_bound(draft, rate):
            continue
        found = sorted(_spreads(draft, rate, base), key=lambda one: one.apart)
        for index, one in enumerate(found[:_MOST]):
            sure = Sure.LIKELY if not index and _is_told(draft, one, found) else Sure.GUESS
            yield _found(draft, one, base, sure)


def _found(draft: Draft, one: _Spread, base: dict[str, int], sure: Sure) -> Found:
    named: Expression = draft.named(one.rate)
    assert one.rate.phrase is not None
    assert one.extent.phrase is not None
    if not base_of(one.rate):  # "46 for each one"
        unit = _per(one.extent.phrase.unit)
        named = Quoted(one.rate.phrase._replace(unit=unit))
    computed = operation(Operator.MULTIPLY, draft.named(one.extent), named)
    figures = (one.rate, one.extent, one.total)
    stated = draft.named(one.total)
    return Found(one.total, "FC201", stated, Comparison.EQUAL, computed, figures, sure)


def _per(unit: Unit) -> Unit:
    return NUMBER.per(unit)


def _base(draft: Draft, rate: Mention) -> dict[str, int]:
    """The area or volume that a figure is for one of; that of the last one where it is "each"."""
    base = dict(base_of(rate))
    if base:
        return base if base.get("length") in (2, 3) and len(base) == 1 else {}
    if rate.role is not Role.COUNT or rate.per or not _EACH.match(draft.after(rate, 30)):
        return {}
    for one in reversed([each for each in draft.beside(rate, 1, 4) if each.start < rate.start]):
        if powers(one) in ({"length": 2}, {"length": 3}):
            return powers(one)
    return {}


def _spreads(draft: Draft, rate: Mention, base: dict[str, int]) -> Iterator[_Spread]:
    wanted = {name: power for name, power in powers(rate).items() if name not in base}
    rest = powers(rate).get("length", 0) + base["length"] if base_of(rate) else 0
    if rest:
        wanted["length"] = rest
    near = draft.beside(rate, 1, _AROUND)
    extents = [one for one in near if powers(one) == base and not one.per and size_of(one)]
    totals = [one for one in near if _is_total(draft, rate, one, wanted)]
    for extent in extents:
        for total in totals:
            if extent is total:
                continue
            three = rate, extent, total
            sentences = [one.sentence for one in three]
            starts = [one.start for one in three]
            apart = max(starts) - min(starts) + _FAR * (max(sentences) - min(sentences))
            yield _Spread(rate, extent, total, apart)


def _is_total(draft: Draft, rate: Mention, one: Mention, wanted: dict[str, int]) -> bool:
    if one.per or not size_of(one) or powers(one) != wanted or one.value == 1:
        return False
    if wanted:
        return one.role is Role.AMOUNT and rate.role is Role.AMOUNT
    if one.role is not Role.COUNT or base_of(one):
        return False
    if rate.noun and one.noun:
        return bool(noun_stems(rate) & noun_stems(one)) or (
            is_persons(rate.noun) and is_persons(one.noun)
        )
    if not rate.noun:
        return bool(one.noun)
    left, right = beside(draft, one, 50, 20)
    return (
        rate.noun in PEOPLE
        or is_persons(rate.noun)
        or bool(_IN_ALL.search(left) or _IN_ALL.match(right.lstrip(" ,")))
    )


def _is_bound(draft: Draft, rate: Mention) -> bool:
    left, right = beside(draft, rate, 60, 40)
    if _GENERAL.search(draft.words(rate)) or _ELSEWHERE.match(draft.words(rate)):
        return True
    return rate.hedge in ("<", ">") or bool(_OTHER.search(left) or _OTHER_BEHIND.match(right))


def _is_told(draft: Draft, one: _Spread, found: list[_Spread]) -> bool:
    rate, extent, total = (Fraction(size_of(each) or 0) for each in one[:3])
    if not base_of(one.rate):
        assert one.extent.phrase is not None
        extent = Fraction(one.extent.phrase.low.value)
    if rate * extent * total <= 0:
        return False
    by = max(rate * extent / total, total / (rate * extent))
    if by > _BY and not any(abs(by / ten - 1) <= _ROUNDED for ten in (10, 100, 1000)):
        return False
    start = draft.sentences[min(each.sentence for each in one[:3])].start
    end = draft.sentences[max(each.sentence for each in one[:3])].end
    if _PART.search(draft.lower, start, end):
        return False
    if len(found) == 1:
        return True
    apart = one.apart
    return one.apart < _CLOSE and all(each.apart > 2 * apart for each in found if each is not one)


_EACH = regex(
    r",? (?:(?:for|to|in|on) )?"
    r"(?:each|every)(?: one| of them| single one)?(?=[ ,.;:)–—]|$)(?! [a-z])"
)
_OTHER = regex(
    r"\b(?:limit|maximum|minimum|recommend\w*|advis\w+|compared|against|than|average|national"
    r"|usual|normal"
    r"|target|next|neighbou?r\w*|elsewhere|not|if|would|could|should|up to|at least|as many as"
    r"|from)\b"
    r"[^.;]{0,35}$"
)
_OTHER_BEHIND = regex(
    r"[^.;]{0,30}\b(?:limit|advise|recommend|allowed|nationally|elsewhere|next door"
    r"|in (?:the )?(?:cit(?:y|ies)"
    r"|towns?|capital|centre|old))\b"
)
_GENERAL = regex(
    r"\b(?:rule|usual\w*|typical\w*|good|standard|norm|normal\w*|ideal\w*|generally|common"
    r"|reckoned|best)\b"
)
_ELSEWHERE = regex(
    r"[\"“]?(?:in|on|near|along|around|among|elsewhere|an?|most|some|other|another)\b"
)
_PART = regex(
    r"\b(?:only part|a part of|half of|third of|quarter of|part of it|the rest|remaining|some of"
    r"|most of"
    r"|per ?cent|of which|of them|left (?:bare|fallow|unplanted)|paths?|at first|died|%)"
)
_IN_ALL = regex(
    r"\b(?:crowd|home to|population|put at|total|in all|altogether|number|count|hold|room for"
    r"|together|put"
    r"|estimate\w*|attend\w*|turnout|live|lived|living|inhabitants)\b"
)
_BY = 4
"""J: a figure that is wrong in its digits is seldom wrong by more."""
_ROUNDED = Fraction(1, 12)
_AROUND = 10
_FAR = 200
_CLOSE = 250
_MOST = 6
