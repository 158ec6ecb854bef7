"""How much time lies between two dates or times of day, where a length of time is that time.

What counts is where the three stand: two points of one kind and no third beside them, and a
length that takes them up: "those 84 years", "after 17 years", "having served six years".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.dates import Span, days_of, minutes_of, month_of, year_in
from fentcheck.cues.draft import Draft
from fentcheck.cues.quoted import quoted
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison
from fentcheck.phrases.display import inside
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.unit import NUMBER, Rational


class Elapsed(NamedTuple):
    """The time between two points, from the least to the most that it may be, in days, hours or
    months, and as an editor reads it.
    """

    first: Mention
    last: Mention
    low: Rational
    high: Rational
    in_unit: dict[str, Rational]
    """How much of it one of each unit is that a length may be told in."""
    told: str


@cue("elapsed")
def elapsed(draft: Draft) -> Iterator[Found]:
    """A length of time is that between the two dates or times of day beside it.

    Words: two years, months, days or times and no third, and behind them "those 84 years", "the
        two and a half hours", "after 17 years", "14 hours later", "two years behind schedule",
        "having served six years"; or between them "84 years after".
    Finding: The mill opened in 1887 and spun its last in 1981. In those 84 years it paid nothing.
    Clean: The mill opened in 1887 and spun its last in 1981. In those 94 years it paid nothing.
    Clean: The mill opened in 1887 and burned down in 1981. For 60 years it had made rope.
    """
    for points in kinds_of_points(draft):
        for index, (one, other) in enumerate(pairwise(points)):
            if other.sentence - one.sentence > 1:
                continue
            rest = [*points[max(0, index - 1) : index], *points[index + 2 : index + 3]]
            for length in _lengths(draft, one, other):
                if _is_crowded(draft, one, other, rest, length):
                    continue
                sure = _taken_up(draft, one, other, length)
                if sure is None:
                    continue
                is_reversed = one.end <= length.start < other.start and bool(
                    _AFTER_THAT.match(draft.after(length, 20))
                )
                between = between_points(draft, *((other, one) if is_reversed else (one, other)))
                if between is not None:
                    yield from _compared(draft, between, length, sure)


def kinds_of_points(draft: Draft) -> Iterator[list[Mention]]:
    """The years and full dates, the days of no year, the times of day."""
    dates = [one for one in draft.others if one.role is Role.DATE]
    yield [one for one in dates if year_in(one) is not None]
    yield [one for one in dates if year_in(one) is None and len(days_of(one, draft)) == 1]
    yield [one for one in draft.others if one.role is Role.TIME]


def _lengths(draft: Draft, one: Mention, other: Mention) -> Iterator[Mention]:
    """Lengths of time between two points and behind them, to the end of the next sentence; and
    before them "the 14-day truce".
    """
    for length in draft.within(max(draft.sentence(one).start, one.start - _NEAR), one.start):
        if length.role is Role.DURATION and not length.per and isinstance(length.value, int):
            yield length
    end = draft.sentences[min(other.sentence + 1, len(draft.sentences) - 1)].end
    for length in draft.within(one.end, min(end, other.end + _FAR)):
        if length.role is not Role.DURATION or length.per or length.value is None:
            continue
        if not isinstance(length.value, tuple):
            yield length


def _is_crowded(
    draft: Draft, one: Mention, other: Mention, rest: list[Mention], length: Mention
) -> bool:
    """A third point of their kind stands in the sentences of the two, or before the length."""
    start = draft.sentence(one).start
    end = max(draft.sentence(other).end, length.start)
    return any(start <= each.start < end for each in rest)


def _taken_up(draft: Draft, one: Mention, other: Mention, length: Mention) -> Sure | None:
    """How sure it is that a length is what lies between two points; None if nothing says so."""
    before, after = draft.before(length, 60), draft.after(length, 40)
    if _ELSE.match(after) or _OTHER_SPAN.search(before):
        return None
    if length.start < one.start:
        gap = draft.lower[length.end : one.start]
        is_whole = _ADJECTIVE.fullmatch(length.text.lower()) and _STARTS.fullmatch(gap)
        is_whole = is_whole or _SPAN_BEHIND.fullmatch(gap)
        ends = draft.lower[one.end : other.start]
        return Sure.LIKELY if is_whole and len(ends) <= _NEAR and _JOINS.search(ends) else None
    if length.start < other.start:
        is_near = other.start - length.end <= _NEAR
        return Sure.SAID if is_near and _AFTER_THAT.match(after) and _PLAIN.search(before) else None
    if length.sentence > other.sentence:
        if _THOSE.search(before):
            return Sure.SAID
        return Sure.LIKELY if _THE.search(before) or _LASTED.search(before) else None
    if one.sentence != other.sentence and _BEGINS.search(draft.before(other, 30)):
        return None  # "the lowest since 1991 … Work began in 1996 and took 11 years"
    if length.start - other.end > _NEAR or _CLAUSE.search(draft.lower[other.end : length.start]):
        return None
    if _LATER.match(after) or _THOSE.search(before):
        return Sure.SAID
    if _PART_OF_IT.match(after):
        return Sure.GUESS  # "left in 2004 after three years as head"
    return Sure.LIKELY if _SO_LONG.search(before) else None


def between_points(draft: Draft, first: Mention, last: Mention) -> Elapsed | None:
    if first.role is Role.TIME:
        return _clock(first, last)
    if year_in(first) is not None:
        return _calendar(draft, first, last)
    (one,), (other,) = days_of(first, draft), days_of(last, draft)
    days = Span(one, other).days
    if not days:
        return None
    told = f"{first.text} to {last.text} is {days + 1} days, first and last counted"
    units: dict[str, Rational] = {"day": 1, "week": 7}
    return Elapsed(first, last, max(days - 1, 0), days + 1, units, told)


def _clock(first: Mention, last: Mention) -> Elapsed | None:
    begun, ended = minutes_of(first), minutes_of(last)
    if begun is None or ended is None or not (begun[1] or ended[1]):
        return None
    minutes = (ended[0] - begun[0]) % (24 * 60)
    hours, rest = divmod(minutes, 60)
    told = f"from {first.text} to {last.text} is {hours} h {rest} min"
    units: dict[str, Rational] = {"minute": 1, "hour": 60}
    return Elapsed(first, last, max(minutes - _BY_CLOCK, 0), minutes + _BY_CLOCK, units, told)


def _calendar(draft: Draft, first: Mention, last: Mention) -> Elapsed | None:
    """In months: a bare year may be any of its months."""
    one, other = _months(draft, first), _months(draft, last)
    if one is None or other is None or other[1] <= one[1]:
        return None
    low, high = other[0] - one[1], other[1] - one[0]
    years, months = divmod((low + high) / 2, 12)
    parts = [
        f"{n} {unit}" + "s" * (n != 1) for n, unit in ((years, "year"), (round(months), "month"))
    ]
    told = " and ".join(part for part in parts if part[0] != "0")
    told = f"from {first.text} to {last.text} is {told or 'less than a month'}"
    units: dict[str, Rational] = {"month": 1, "year": 12, "decade": 120, "century": 1200}
    return Elapsed(first, last, max(low, Fraction(0)), high, units, told)


def _months(draft: Draft, date: Mention) -> tuple[Fraction, Fraction] | None:
    """From when to when a date may be, in months since the year nought."""
    month = month_of(date)
    if month is not None:
        return Fraction(month), Fraction(month + 1)
    days = days_of(date, draft)
    if len(days) != 1 or days[0].year is None:
        return None
    if days[0].month is None or days[0].day is None:
        return Fraction(days[0].year * 12), Fraction(days[0].year * 12 + 12)
    begun = days[0].year * 12 + days[0].month - 1 + Fraction(days[0].day - 1, 31)
    return begun, begun + Fraction(1, 31)


def _compared(draft: Draft, between: Elapsed, length: Mention, sure: Sure) -> Iterator[Found]:
    """The length is the time between, as whole units of its own if it is told in whole ones."""
    span = fits_span(between, length, length.unit)
    if span is None or length.phrase is None:
        return
    low, high = span
    value = Fraction(length.phrase.low.value)
    is_slip = value <= 2 * high + 1 and low <= 2 * value + 1
    if length.unit == "day" and value < low:
        is_slip = False  # three days of hearings in a fortnight
    yield long_for(draft, between, length, span, sure if is_slip else Sure.GUESS)


def fits_span(between: Elapsed, length: Mention, unit: str) -> tuple[Fraction, Fraction] | None:
    """The least and the most that a length in some unit may be; None if it is told in none such."""
    one = between.in_unit.get(unit)
    if one is None or length.phrase is None:
        return None
    low, high = Fraction(between.low) / one, Fraction(between.high) / one
    if one > 1:
        low, high = Fraction(low.__floor__()), Fraction(high.__ceil__())
    return low, high


def long_for(
    draft: Draft, between: Elapsed, length: Mention, span: tuple[Fraction, Fraction], sure: Sure
) -> Found:
    """A length is one of those that two points leave."""
    assert length.phrase is not None
    unit = NUMBER if length.role is Role.COUNT else length.phrase.unit
    return Found(
        length,
        "FC202",
        draft.named(length),
        Comparison.EQUAL,
        quoted(*span, unit),
        tuple(sorted((length, between.first, between.last), key=lambda each: each.start)),
        sure,
        told=f"{between.told}, not {inside(length.text)}",
    )


_FAR = 260
_NEAR = 90
_BY_CLOCK = 5
"""J: minutes by which two times of day and the length between them may be rounded."""
_ELSE = regex(
    r" (?:ago|old|earlier|before|early|sooner|in (?:prison|jail) (?:for|over)|of (?:age|notice)|a "
    r"(?:day|week|year|month)|each|in the|from now|to (?:go|run|build|complete)|suspended|off)\b"
)
_OTHER_SPAN = regex(
    r"\b(?:first|(?:the|her|his|its|their) last|past|next|previous|other|another|final|extra|every"
    r"|further|at least|up to|each|than|within|aged|age of|sentence of|sentenced to|contract"
    r"|warranty|planned|plan|expected|usual|by) (?:\w+ )?\Z|\b(?:was|is|were|are) \Z"
)
_AFTER_THAT = regex(r" (?:after|since)\b(?! (?:that|which|this)\b)")
_PLAIN = regex(r"(?:,|\b(?:just|only|nearly|some|about|exactly|a full)|[a-z]) \Z")
_THOSE = regex(
    r"\b(?:in|over|during|for|after|through|throughout|across|of|all)?(?: all)?(?: of)? ?"
    r"(?:those|these) \Z"
)
_THE = regex(
    r"\A(?:(?:in|over|during|for|after|through|throughout|across) )?(?:all )?"
    r"(?:the|its|that) (?:entire |whole |full |intervening )?\Z"
)
_LASTED = regex(
    r"\A(?:it|they|that|the [a-z]+|she|he)(?: had| has)? (?:lasted|took|taken|spanned|ran for"
    r"|stood for|been \w+ for|reigned for|ruled for|served|was \w+ for)(?: all of| a total of| just"
    r"| only)? \Z"
)
_PART_OF_IT = regex(r" (?:as|of|at|in|with|on|under|for|without|from) ")
_BEGINS = regex(
    r"\b(?:beg[aiu]n\w*|started|opened|founded|launched|since|from|built|born)\b[^.;]{0,12}\Z"
)
_SPAN_BEHIND = regex(r"(?: [a-z]+){0,2} (?:from|between) (?:[a-z]+day,? )?")
_JOINS = regex(r"\b(?:to|until|till|and|through)\b|–|-")
_ADJECTIVE = regex(r"\b\w+-(?:day|week|hour|month|minute)\b")
_STARTS = regex(
    r"[^.;:]{0,40}\b(?:beg[aiu]n\w*|beginning|open\w*|start\w*|ran|runs?|running|from|last\w*|took"
    r"|takes?|will be|is|was|held|set) (?:on |at |from |between |to |in )?[^.;:]{0,20}"
)
_LATER = regex(
    r" (?:later|afterwards?|after that|late\b|overdue|behind"
    r"|past (?:its|the)|on(?= ?[,.]| the)|in all\b|altogether|apart)"
)
_SO_LONG = regex(
    r"(?:\b(?:after|,|in|lasted|took) an? [a-z]+ of|, an? [a-z]+ of"
    r"|\b(?:inside|open|closed|shut|out|off|away|there|on|up|running|working|waiting) for"
    r"|\b(?:lasts?|lasts? for|lasted for|runs? for|ran for|go on for|went on for)"
    r"|\b(?:after|having \w+(?: \w+)?|lasted|lasting|took|spanned|spanning|spending|serving|taking"
    r"|a total of|an? (?:run|span|stretch|period|stay|term|reign|tenure|journey|trip|shift|flight"
    r"|spell|voyage|gap|delay|wait|interval|absence|career) of|delay of|gap of))"
    r"(?: (?:just|only|about|some|nearly|almost|all of|more than))? \Z"
)
_CLAUSE = regex(r"[;:.]|\b(?:but|while|whereas|although|because|though|whose|who|which|said)\b")
