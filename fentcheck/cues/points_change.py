from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.before_after import THOSE_ELSEWHERE, is_percentage_change, pairs_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import bare_percent, is_bound, is_slip, only_fitting, side_by_side
from fentcheck.cues.operands import Operand, operands_of
from fentcheck.cues.percent_change import said_change
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Operator, Quoted, operation
from fentcheck.prose.mention import Mention
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.unit import Kind


@cue("points-change")
def points_change(draft: Draft) -> Iterator[Found]:
    """So many percentage points are what lies between two percentages.

    Words: rose 2 points to B, B, a fall of 4 points from A; a lead of 8 points, 52% to 44%.
    Finding: Smoking is down to 11.6%, a fall of 4.2 percentage points from 18.9% in 2011.
    Clean: The tax goes from 8% to 12%, a jump of four points and a rise of 50%.
    """
    for mention in draft.figures:
        phrase = mention.phrase
        if phrase is None or phrase.unit.kind is not Kind.POINTS:
            continue
        if _CONDITION.search(draft.before(mention)):
            continue
        if _ERROR.search(draft.before(mention)) or _SWING.search(draft.before(mention, 30)):
            continue
        apart = list(_apart(draft, mention))
        if _LEAD.search(draft.before(mention)) or _AHEAD.match(draft.after(mention)):
            yield from (one for one in apart if not _is_of_another_time(draft, one))
            continue
        stated, is_fall = said_change(draft, mention)
        has_way = is_fall or phrase.direction is not None or mention.trend is not None
        points = Fraction(phrase.low.value) * phrase.unit.size / 100

        def fits(old: Fraction, new: Fraction, points: Fraction = points) -> bool:
            return is_slip(abs(new - old), points)

        pairs = pairs_of(draft, mention, None, fits, shares=True)
        best = max(pairs, key=lambda pair: pair.sure, default=None)
        known = {best.old.mention, best.new.mention} if best and best.sure > Sure.GUESS else set()
        for pair in pairs:
            old, new, sure = pair
            if has_way and pair is not best and {old.mention, new.mention} == known:
                continue  # the words say which comes first
            computed = operation(Operator.POINTS, old.expression, new.expression)
            if not has_way:
                computed = operation(Operator.MAGNITUDE, computed)
            figures = old.mention, new.mention, mention
            yield Found(
                mention, "FC401", stated, Comparison.EQUAL, computed,
                tuple(dict.fromkeys(figures)), sure, Wording.CHANGE,
            )  # fmt: skip
        is_here = bool(known) and all(one.sentence == mention.sentence for one in known)
        for found in apart:
            levels = set(found.figures) - {mention}
            if has_way and levels == known:
                continue
            if is_here and any(one.sentence != mention.sentence for one in levels):
                continue
            yield found


def _apart(draft: Draft, mention: Mention) -> Iterator[Found]:
    """The points between two levels that stand side by side, whichever is the higher one."""
    assert mention.phrase is not None
    points = Fraction(mention.phrase.low.value) * mention.phrase.unit.size / 100
    levels = {each.mention: each for each in _levels(draft, mention)}
    pairs = [
        pair
        for pair in side_by_side(tuple(levels))
        if not any(THOSE_ELSEWHERE.search(draft.before(one, 50)) for one in pair)
        and is_slip(abs(levels[pair[0]].value - levels[pair[1]].value), points)
        and mention.sentence - pair[0].sentence <= 2
    ]
    rivals = [one for one in draft.beside(mention, 2) if _is_of_points(one)]
    only = only_fitting(pairs, lambda pair: pair, mention, rivals)
    if _THAN_WHAT.match(draft.after(mention)):
        only = None
    if (
        only is not None
        and _TO.match(draft.after(mention))
        and only[0].sentence != only[1].sentence
    ):
        only = None  # what it came from is for the words to say
    for one, other in pairs:
        low, high = sorted((levels[one], levels[other]), key=lambda each: each.value)
        computed = operation(Operator.POINTS, low.expression, high.expression)
        yield Found(
            mention, "FC401", _unsigned(mention), Comparison.EQUAL, computed,
            (low.mention, high.mention, mention),
            Sure.LIKELY if (one, other) == only else Sure.GUESS,
        )  # fmt: skip


def _is_of_another_time(draft: Draft, found: Found) -> bool:
    """ "Compared with a lead of 12 points in May"; "40%, up from 36%" is no lead at all."""
    *pair, lead = found.figures
    return bool(_COMPARED.search(draft.before(lead, 40))) or any(
        _UP_FROM.search(draft.before(one, 30)) for one in pair
    )


def _is_of_points(mention: Mention) -> bool:
    return mention.phrase is not None and mention.phrase.unit.kind is Kind.POINTS


def _unsigned(mention: Mention) -> Quoted:
    assert mention.phrase is not None
    return Quoted(mention.phrase._replace(direction=None, text=mention.text))


def _levels(draft: Draft, mention: Mention) -> Iterator[Operand]:
    """The percentages beside it; also a bare figure that has its sign from the one before it."""
    percent: Mention | None = None
    for other in draft.beside(mention, 2):
        phrase = other.phrase
        if phrase is None or is_percentage_change(draft, other):
            continue
        if is_bound(draft, other) and not _AHEAD.match(draft.after(mention)):
            continue
        if other.unit == "%" and phrase.unit.kind is Kind.RATIO:
            percent = other
            yield from operands_of(draft, other)
        elif (
            bare_percent(draft, other, other)
            and (level := draft.following(other))
            and level.unit == "%"
            and level.phrase
            and draft.between(other, level) == " to "
        ):
            unit = level.phrase.unit
            value = Fraction(phrase.low.value) * unit.size
            yield Operand(other, Quoted(phrase._replace(unit=unit)), unit, value)
        elif percent and percent.phrase and bare_percent(draft, other, percent):
            unit = percent.phrase.unit
            value = Fraction(phrase.low.value) * unit.size
            yield Operand(other, Quoted(phrase._replace(unit=unit)), unit, value)


_ERROR = regex(r"\b(?:margin|error) of (?:sampling )?error\b|\berror\b[^.;]{0,20}$|[±] ?$"
               r"|\bplus or minus $")  # fmt: skip
_SWING = regex(
    r"\bswing (?:of|was|is) $|\b(?:add(?:s|ed|ing)|contribut\w+|account\w* for) (?:about )?$"
)
_THAN_WHAT = regex(
    r" (?:(?:more|less|higher|lower|up|down|above|below|better|worse|fewer) (?:than|on|from"
    r"|over)?|than"
    r"|on (?:last|a|the)|below|above)\b(?![^.;]*\bwhen it )[^.;,\d]*?(?:[.;,]| and | but )"
)
"""Than what is not printed: last year's, the one before."""
_COMPARED = regex(r"\bcompare[sd]? (?:with|to) [a-z ]{0,15}\Z")
_UP_FROM = regex(r"\b(?:up|down)(?: [a-z]+ly)? from \Z")
_LEAD = regex(
    r"\b(?:lead|leads|led|leading|margin|gap|difference|ahead|spread|advantage|edge)(?: by| of)? $"
)
_AHEAD = regex(
    r"[ -](?:lead|ahead|clear|margin|gap|advantage|edge|behind|apart|short of|shy of|adrift)\b"
)
_CONDITION = regex(r"\b(?:when|if|where|once|unless)\b[^.;,]{0,40} \Z")
""" "When the lead exceeds 15 points": no change of a share."""
_TO = regex(r",? to ")
