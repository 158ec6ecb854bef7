from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.before_after import is_percentage_change, pairs_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.operands import Operand, may_be_one_thing, operands_of
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
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.unit import PERCENT, TIMES, Kind


class _Growth(NamedTuple):
    """What grows by how much at a time: by `times` in every step of `months` months."""

    mention: Mention
    times: Expression
    step: Fraction
    months: int


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
    if phrase.form in (Form.TIMES, Form.TIMES_FEWER) and (
        every := _EVERY.fullmatch(_period_of(draft, mention))
    ):
        if value <= 0 or phrase.direction is not None:
            return None
        months = int(every.group(1) or 1) * _MONTHS[every.group(2)]
        factor: Expression = Quoted(phrase._replace(unit=TIMES, form=Form.TIMES))
        if phrase.form is Form.TIMES_FEWER:
            factor, value = operation(Operator.DIVIDE, Exact(1), factor), 1 / value
        return _Growth(mention, factor, value, months)
    if mention.role is not Role.PERCENT or phrase.form is not Form.NUMBER:
        return None
    before, after = draft.before(mention, _FAR), draft.after(mention, _FAR)
    is_yearly = mention.per == "year" or bool(_YEARLY.match(after) or _ANNUAL.search(before))
    is_monthly = mention.per == "month" or bool(_MONTHLY.match(after))
    if not is_yearly and not is_monthly:
        return None
    trend = phrase.direction or mention.trend
    words = f"{before[-40:]}|{after[:20]}"
    if trend is None and not _GROWTH.search(words) and not _SAVES.search(draft.words(mention)):
        return None
    if _RATE_OF.search(words):
        return None
    if trend is None and _FALLS.search(f"{before[-40:]}|{after[:20]}"):
        trend = Direction.DOWN
    is_fall = trend is Direction.DOWN
    rate = phrase._replace(unit=PERCENT, direction=Direction.DOWN if is_fall else None)
    times = operation(Operator.ADD, Exact(1), Quoted(rate))
    step = 1 - value / 100 if is_fall else 1 + value / 100
    return _Growth(mention, times, step, 1 if is_monthly and not is_yearly else 12)


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
        months = 0
        if other.role is Role.DURATION and _over_years(draft, other):
            unit = _IN_YEARS.search(other.text.lower())
            months = phrase.low.value * _MONTHS[unit.group(1)] if unit else 0
        elif other.role is Role.COUNT and (
            _YEARS_TIME.match(draft.after(other)) or _RAISES.search(other.text.lower())
        ):
            months = phrase.low.value * 12
        number, rest = divmod(months, found.months)
        if rest == 0 and 1 < number <= _MOST_STEPS and number not in numbers:
            numbers.add(number)
            yield _Steps(number, other)
    words = draft.lower[slice(*_around(draft, mention))]
    if not numbers and _DECADE.search(words) and 120 % found.months == 0:
        yield _Steps(120 // found.months, None)
    elif not numbers and found.months == 1 and _A_YEAR.search(words):
        yield _Steps(12, None)
    elif not numbers and (span := _from_year_to_year(words)):
        number, rest = divmod(span * 12, found.months)
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
        elif (
            is_percentage_change(draft, other) or _IS_THE_RISE.search(draft.between(mention, other))
        ) and _growth(draft, other) is None:
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
    for old, new in _only_two(draft, mention, whole):
        computed = operation(Operator.MULTIPLY, old.expression, times)
        figures = tuple(dict.fromkeys((old.mention, new.mention, *beside)))
        told = Sure.LIKELY if is_only else Sure.GUESS
        yield _found(new.mention, new.expression, computed, figures, told)


def _only_two(draft: Draft, mention: Mention, whole: Fraction) -> Iterator[tuple[Operand, Operand]]:
    """The only two figures of one kind beside a growth, where words say that one became the other:
    the smaller the earlier one, unless it shrinks.
    """
    like: dict[tuple[Role, str, str], list[Operand]] = {}
    for other in draft.beside(mention, _REACH):
        if other.role in (Role.COUNT, Role.MONEY, Role.AMOUNT) and other is not mention:
            noun = other.noun if other.role is Role.COUNT else ""
            for one in operands_of(draft, other):
                like.setdefault((other.role, noun, one.unit.name), []).append(one)
    elliptic = [
        one for key, some in like.items() if key[0] is Role.COUNT and not key[1] for one in some
    ]
    for (role, noun, _), some in like.items():
        both = some
        if role is Role.COUNT and noun and len(some) == 1 and len(elliptic) == 1:
            both = [*some, *elliptic]
        if len(both) != 2 or both[0].value == both[1].value or min(one.value for one in both) <= 0:
            continue
        if any(abs(one.mention.sentence - mention.sentence) > 1 for one in both[:1]):
            continue
        if abs(both[0].mention.sentence - both[1].mention.sentence) > 1:
            continue
        old, new = sorted(both, key=lambda one: one.value, reverse=whole < 1)
        if not may_be_one_thing(old, new):
            continue
        if old.mention.sentence != mention.sentence and _FROM.search(draft.before(old.mention)):
            continue  # "up from £1.2bn": a change of its own
        off = new.value / old.value / whole
        if not Fraction(1, _FURTHEST_OFF) <= off <= _FURTHEST_OFF:
            continue
        if _BECOMES.search(draft.before(new.mention, _FAR)) and not _LATER.search(
            draft.before(old.mention, 20)
        ):
            yield old, new


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
            number, rest = divmod(span * 12, found.months)
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
_FURTHEST_OFF = 5
"""J: sentences and times; a sum that is more times off than that is of something else."""
_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12, "decade": 120, "decades": 120}
_EVERY = regex(r"(?:(\d{1,3}) )?(months?|years?|decades?)")
_MONTHLY = regex(r",? (?:monthly|a month|per month|each month|every month)\b")
_YEARS_TIME = regex(r" years['’] time\b")
_A_YEAR = regex(
    r"\b(?:over|in|within|after|for) (?:a|the|one|the (?:whole|first)|a (?:whole|full)) year\b"
)
_SAVES = regex(
    r"\b(?:put|leave|deposit\w*|account|savings?|sav(?:e|es|ed)|invest\w*|inflation|fund|"
    r"pension|compound\w*|prices|earn\w*|wages|pay|fees|los[et]s?|shed\w*|users|"
    r"population|stocks?|herd)\b"
)
_RATE_OF = regex(r"\b(?:lends?|lent|charges?|mortgage|unemployment|dividend)\b")
_IS_THE_RISE = regex(r"^[^.;\d]{0,20}\b(?:or|and so has|that is|which is)(?: by)? (?:about )?$")
_LATER = regex(r"\b(?:to|now|today|becomes?|reach\w*|will (?:be|have|cost)) (?:about |some )?$")
_FROM = regex(r"\b(?:from|on) $")
_BECOMES = regex(
    r"\b(?:to|becomes?|became|into|reach\w*|worth|will|would|now|today|have|has|is|are|"
    r"there (?:are|were)|left|later|after|by|grown?|grew|stands?)\b[^.;:]{0,25}$"
)
_YEARLY = regex(
    r"(?: of (?:its|their|the|his|her) [a-z]+)?,? (?:annually|compounded (?:yearly|annually)|"
    r"[a-z]+, compounded (?:yearly|annually)|yearly|annual|a year|per year|"
    r"per annum|each year|every year|year on year|"
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
_IN_YEARS = regex(r"(years?|decades?|months?)\b")
_OVER = regex(
    r"\b(?:for|over|in|within|during|after|next|past|last|first|these|those|the)(?: the)?"
    r"(?: (?:next|past|last|first|following|previous))? $"
)
_IN_A_ROW = regex(r" (?:running|in a row|straight|on end|later|on)\b")
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
