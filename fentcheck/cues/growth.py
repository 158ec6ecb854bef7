from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fentcheck.cues.before_after import is_percentage_change, pairs_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.operands import may_be_one_thing, operands_of
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import (
    Comparison,
    Exact,
    Expression,
    Operation,
    Operator,
    Quoted,
    operation,
)
from fentcheck.phrases.hedges import Direction
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.unit import PERCENT, TIMES, Kind


class _Growth(NamedTuple):
    """What grows by how much at a time: by `times` in every step of `years` years."""

    mention: Mention
    times: Expression
    step: Fraction
    years: int


class _Steps(NamedTuple):
    """How many times it grew, and the figure that says so, if it is one of the draft's."""

    number: int
    mention: Mention | None


@cue("growth")
def growth(draft: Draft) -> Iterator[Found]:
    """Growth by so much a year, each year on the last, comes to the whole rise over the years.

    Words: 7% a year for ten years; three annual raises of 5%; doubled every ten years since 1990.
    Finding: It grew by 10% a year for five years, and is now 90% bigger.
    Clean: Visitors have risen by 7% a year, roughly doubling in a decade.
    """
    for mention in draft.figures:
        found = _growth(draft, mention)
        if found is None:
            continue
        yield from _by_year(draft, found)
        steps = list(_steps(draft, found))
        for step in steps:
            is_only = len(steps) == 1
            yield from _results(draft, found, step, is_only)


def _growth(draft: Draft, mention: Mention) -> _Growth | None:
    phrase = mention.phrase
    if phrase is None or phrase.high is not None:
        return None
    value = Fraction(phrase.low.value)
    if phrase.form is Form.TIMES and (every := _EVERY.fullmatch(_period_of(draft, mention))):
        if value <= 0 or phrase.direction is not None:
            return None
        years = int(every.group(1) or 1) * _YEARS[every.group(2)]
        factor = Quoted(phrase._replace(unit=TIMES))
        return _Growth(mention, factor, value, years)
    if mention.role is not Role.PERCENT or phrase.form is not Form.NUMBER:
        return None
    before, after = draft.before(mention, _FAR), draft.after(mention, _FAR)
    is_yearly = mention.per == "year" or bool(_YEARLY.match(after) or _ANNUAL.search(before))
    if not is_yearly:
        return None
    trend = phrase.direction or mention.trend
    if trend is None and not _GROWTH.search(f"{before[-40:]}|{after[:20]}"):
        return None
    if trend is None and _FALLS.search(f"{before[-40:]}|{after[:20]}"):
        trend = Direction.DOWN
    is_fall = trend is Direction.DOWN
    rate = phrase._replace(unit=PERCENT, direction=Direction.DOWN if is_fall else None)
    times = operation(Operator.ADD, Exact(1), Quoted(rate))
    step = 1 - value / 100 if is_fall else 1 + value / 100
    return _Growth(mention, times, step, 1)


def _period_of(draft: Draft, mention: Mention) -> str:
    """How often it grows so many times: "doubled every 10 years"."""
    following = draft.following(mention)
    if mention.per or following is None or following.role is not Role.DURATION:
        return mention.per
    if draft.between(mention, following) != " every " or following.phrase is None:
        return ""
    return f"{following.phrase.low.value} {following.unit}"


def _steps(draft: Draft, found: _Growth) -> Iterator[_Steps]:
    """The lengths of time beside it, in its own steps."""
    numbers: set[int] = set()
    mention = found.mention
    for other in (*draft.beside(mention, 1), *draft.others_within(*_around(draft, mention))):
        phrase = other.phrase
        if phrase is None or not isinstance(phrase.low.value, int):
            continue
        years = 0
        if other.role is Role.DURATION and _over_years(draft, other):
            years = phrase.low.value * (10 if "decade" in other.text.lower() else 1)
        elif other.role is Role.COUNT and _RAISES.search(other.text.lower()):
            years = phrase.low.value
        number, rest = divmod(years, found.years)
        if rest == 0 and 1 < number <= _MOST_STEPS and number not in numbers:
            numbers.add(number)
            yield _Steps(number, other)
    words = draft.lower[slice(*_around(draft, mention))]
    if not numbers and _DECADE.search(words) and 10 % found.years == 0:
        yield _Steps(10 // found.years, None)
    elif not numbers and (span := _from_year_to_year(words)):
        number, rest = divmod(span, found.years)
        if rest == 0 and 1 < number <= _MOST_STEPS:
            yield _Steps(number, None)


def _around(draft: Draft, mention: Mention) -> tuple[int, int]:
    last = min(len(draft.sentences) - 1, mention.sentence + _REACH)
    return draft.sentence(mention).start, draft.sentences[last].end


def _over_years(draft: Draft, other: Mention) -> bool:
    if not _IN_YEARS.search(other.text.lower()):
        return False
    return bool(_OVER.search(draft.before(other, _FAR)) or _IN_A_ROW.match(draft.after(other)))


def _from_year_to_year(words: str) -> int:
    """The years between "since 1990" and "by 2020"; 0 where the two are not both named."""
    first = _SINCE.search(words)
    last = _UNTIL.search(words, first.end()) if first else None
    return int(last.group(1)) - int(first.group(1)) if first and last else 0


# What it comes to


def _results(draft: Draft, found: _Growth, steps: _Steps, is_only: bool) -> Iterator[Found]:
    mention = found.mention
    times = Operation(Operator.POWER, (found.times,), steps.number)
    beside = (mention, steps.mention) if steps.mention is not None else (mention,)
    for other in draft.beside(mention, _REACH):
        phrase = other.phrase
        if phrase is None or other in beside:
            continue
        sure = Sure.LIKELY if is_only and _is_result(draft, mention, other) else Sure.GUESS
        if phrase.unit.kind is Kind.FACTOR:
            yield _found(other, draft.named(other), times, (other, *beside), sure)
        elif is_percentage_change(draft, other) and _growth(draft, other) is None:
            rise = operation(Operator.SUBTRACT, times, Exact(1))
            yield _found(other, _signed(draft, other), rise, (other, *beside), sure)
    whole = found.step**steps.number
    for old, new, sure in pairs_of(draft, mention, whole):
        computed = operation(Operator.MULTIPLY, old.expression, times)
        figures = tuple(dict.fromkeys((old.mention, new.mention, *beside)))
        if _grows_to(draft, mention, old.mention, new.mention):
            sure = Sure.LIKELY
        told = sure if is_only else Sure.GUESS
        yield _found(new.mention, new.expression, computed, figures, told)


def _grows_to(draft: Draft, mention: Mention, old: Mention, new: Mention) -> bool:
    """ "$1,000 that earns 7 percent a year for ten years grows to $1,700"."""
    if not old.start < mention.start < new.start or old.sentence != new.sentence:
        return False
    return bool(_TO.search(draft.before(new, _FAR)))


def _by_year(draft: Draft, found: _Growth) -> Iterator[Found]:
    """ "It has doubled every ten years since 1990, when it had 20,000 … By 2020 it had 60,000"."""
    mention = found.mention
    first = _SINCE.search(draft.words(mention))
    if first is None:
        return
    starts = [
        one
        for other in draft.beside(mention)
        if other.role in (Role.COUNT, Role.MONEY, Role.AMOUNT)
        and (other.start < mention.start or _WAS.search(draft.before(other, _FAR)))
        for one in operands_of(draft, other)
    ]
    ends = [
        (int(last.group(1)) - int(first.group(1)), one)
        for other in draft.beside(mention, _FURTHEST)
        if other.start > mention.start
        and (last := _BY.search(draft.before(other, 120)))
        and _REACHED.search(draft.before(other, _FAR))
        for one in operands_of(draft, other)
    ]
    for old in starts:
        for span, new in ends:
            number, rest = divmod(span, found.years)
            if new.mention is old.mention or rest or not 1 <= number <= _MOST_STEPS:
                continue
            if not may_be_one_thing(old, new):
                continue
            times = Operation(Operator.POWER, (found.times,), number)
            computed = operation(Operator.MULTIPLY, old.expression, times)
            is_only = len(starts) == len(ends) == 1
            yield _found(
                new.mention,
                new.expression,
                computed,
                (old.mention, new.mention, mention),
                Sure.LIKELY if is_only else Sure.GUESS,
            )


def _signed(draft: Draft, other: Mention) -> Expression:
    phrase = other.phrase
    assert phrase is not None
    if phrase.direction is None and other.trend is Direction.DOWN:
        return Quoted(phrase._replace(direction=Direction.DOWN, text=other.text))
    return draft.named(other)


def _found(
    about: Mention,
    stated: Expression,
    computed: Expression,
    figures: tuple[Mention, ...],
    sure: Sure,
) -> Found:
    return Found(about, "FC401", stated, Comparison.EQUAL, computed, figures, sure, Wording.CHECK)


def _is_result(draft: Draft, mention: Mention, other: Mention) -> bool:
    """The other figure is said to be what the growth comes to."""
    if other.start < mention.start and other.sentence != mention.sentence:
        return False
    words = draft.before(other, 120)
    if other.sentence == mention.sentence and not _OTHER.search(draft.between(mention, other)):
        return True
    return bool(_COMES_TO.search(words) or _COMES_TO.search(draft.after(other, 60)))


_FAR = 60
_REACH = 2
_FURTHEST = 5
_MOST_STEPS = 60
_YEARS = {"year": 1, "years": 1, "decade": 10, "decades": 10}
_EVERY = regex(r"(?:(\d{1,3}) )?(years?|decades?)")
_YEARLY = regex(
    r",? (?:annually|yearly|annual|a year|per year|per annum|each year|every year|year on year|"
    r"in each of)\b"
)
_ANNUAL = regex(r"\b(?:annual(?:ly)?|yearly|each year|every year)\b[^.;:]{0,40}$")
_GROWTH = regex(
    r"\b(?:rais\w+|ris\w+|rose|grow\w*|grew|increas\w+|interest|inflation|growth|gain\w*|climb\w*|"
    r"fall\w*|fell|cuts?|declin\w+|shr[aiu]nk\w*|drop\w*|reduc\w+|depreciat\w+|return\w*)\b"
)
_FALLS = regex(
    r"\b(?:fall\w*|fell|cuts?|declin\w+|shr[aiu]nk\w*|drop\w*|reduc\w+|depreciat\w+|los\w+)\b"
)
_RAISES = regex(
    r"\b(?:rais|ris|increas|hik|cut|increment|reduction)\w*$|\b(?:annual|yearly) [\w ]{3,30}$"
)
_IN_YEARS = regex(r"\b(?:years?|decades?)\b|-year")
_OVER = regex(
    r"\b(?:for|over|in|within|during|after|next|past|last|first|these|those|the)(?: the)?"
    r"(?: (?:next|past|last|first|following|previous))? $"
)
_IN_A_ROW = regex(r" (?:running|in a row|straight|on end)\b")
_DECADE = regex(
    r"\b(?:in|over|within|during|for|after) (?:a|the|the (?:past|last|next)|one) decade\b"
)
_SINCE = regex(r"\b(?:since|from|between|in) ((?:18|19|20)\d\d)\b")
_UNTIL = regex(r"\b(?:by|in|to|until|and|through) ((?:18|19|20)\d\d)\b")
_TO = regex(r"\b(?:to|becomes?|into|reach\w*|worth)(?: just| some)? $")
_WAS = regex(r"\b(?:was|were|had|stood at|numbered|at|from)(?: (?:just|only|a|some))? $")
_BY = regex(r"\b(?:by|in) ((?:18|19|20)\d\d)\b")
_REACHED = regex(
    r"\b(?:reach\w*|to|was|were|had|stood at|stands at|numbered|is|at|hit)(?: just)? $"
)
_OTHER = regex(r";|\b(?:while|although|whereas|but)\b")
_COMES_TO = regex(
    r"\b(?:altogether|in all|in total|overall|over the period|cumulative\w*|compound\w*|by then|"
    r"by the (?:end|third|fourth|fifth|last|final|second|time)|leaving|at the end|"
    r"over the \w+ years|over (?:that|the same) (?:time|period)|as a result|in that time|"
    r"than (?:it was )?at the start|(?:since|from) the start|after (?:that|the))\b"
)
