from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fentcheck.cues.before_after import NOW_IS, is_percentage_change, marks_of, pairs_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import amounts_of, is_slip
from fentcheck.cues.operands import Operand, may_be_one_thing
from fentcheck.cues.same import rank_of
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
from fentcheck.units.unit import FRACTION, PERCENT, TIMES, Kind

_FURTHEST_OFF = 5
_FURTHEST_BY_STEPS = 8
"""J: times; a sum that is more times off is of something else. Doubled three times too often it is
eight times off.
"""


class _Growth(NamedTuple):
    """What grows by how much at a time: by `times` in every step of `months` months."""

    mention: Mention
    times: Expression
    step: Fraction
    months: int
    by_minutes: bool = False


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
        yield from _one_by_one(draft, mention)
        found = _growth(draft, mention)
        if found is None:
            continue
        yield from _by_year(draft, found)
        steps = list(_steps(draft, found))
        lasting = [one for one in steps if one.mention and one.mention.role is not Role.ORDINAL]
        if len(lasting) == 1:  # "for four years … by the fifth summer" is one length
            steps = [
                one
                for one in steps
                if one in lasting or not 0 <= one.number - lasting[0].number <= 1
            ]
        for step in steps:
            is_only = len(steps) == 1
            yield from _results(draft, found, step, is_only)


def _one_by_one(draft: Draft, total: Mention) -> Iterator[Found]:
    """ "It rose 6% this year and another 6% the next, 12.4% in all": each rise on the last."""
    if total.role is not Role.PERCENT or not _IN_ALL.search(
        draft.before(total, 90) + "\0" + draft.after(total, 40)
    ):
        return
    rises = [
        one
        for one in draft.beside(total, 1)
        if one.start < total.start
        and one.unit == "%"
        and one.phrase is not None
        and not one.per
        and _ONE_RISE.search(draft.after(one, 30) + "\0" + draft.before(one, 20))
    ]
    if len(rises) not in (2, 3) or total.phrase is None or total.unit != "%":
        return
    steps = [operation(Operator.ADD, Exact(1), draft.named(one)) for one in rises]
    rise = operation(Operator.SUBTRACT, operation(Operator.MULTIPLY, *steps), Exact(1))
    together = Fraction(1)
    for one in rises:
        assert one.phrase is not None
        together *= 1 + Fraction(one.phrase.low.value) / 100
    if is_slip(together - 1, Fraction(total.phrase.low.value) / 100, Fraction(2)):
        yield _found(total, draft.named(total), rise, (*rises, total), Sure.LIKELY)


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
        by_minutes, length = _LENGTHS[every.group(2)]
        months = int(every.group(1) or 1) * length
        factor: Expression = Quoted(phrase._replace(unit=TIMES, form=Form.TIMES))
        if phrase.form is Form.TIMES_FEWER:
            factor, value = operation(Operator.DIVIDE, Exact(1), factor), 1 / value
        return _Growth(mention, factor, value, months, by_minutes)
    if mention.role is not Role.PERCENT or phrase.form not in (Form.NUMBER, Form.FRACTION):
        return None
    before, after = draft.before(mention, _FAR), draft.after(mention, _FAR)
    is_yearly = mention.per == "year" or bool(_YEARLY.match(after) or _ANNUAL.search(before))
    is_monthly = mention.per == "month" or bool(_MONTHLY.match(after))
    is_yearly = is_yearly or bool(not is_monthly and _COMPOUNDING.search(before))
    is_yearly = is_yearly or (not is_monthly and bool(_OF_YEARS.match(after)))
    if not is_yearly and not is_monthly:
        return None
    trend = phrase.direction or mention.trend
    words = f"{before[-40:]}|{after[:20]}"
    is_by = before.endswith(" by ") or mention.text.startswith("by ")
    if (
        trend is None
        and not is_by
        and not _GROWTH.search(words)
        and not _SAVES.search(draft.words(mention))
    ):
        return None
    if _RATE_OF.search(words):
        return None
    if trend is None and _FALLS.search(f"{before[-40:]}|{after[:20]}"):
        trend = Direction.DOWN
    is_fall = trend is Direction.DOWN
    unit = PERCENT if phrase.form is Form.NUMBER else FRACTION
    rate = phrase._replace(unit=unit, direction=Direction.DOWN if is_fall else None)
    times = operation(Operator.ADD, Exact(1), Quoted(rate))
    value *= unit.size
    step = 1 - value if is_fall else 1 + value
    return _Growth(mention, times, step, 1 if is_monthly and not is_yearly else 12)


def _period_of(draft: Draft, mention: Mention) -> str:
    """How often it grows so many times: "doubled every 10 years"."""
    following = draft.following(mention)
    if mention.per:
        return mention.per
    single = _EACH_TIME.match(draft.after(mention))
    if single:
        return f"1 {single.group(1)}"
    if following is None or following.role is not Role.DURATION or following.phrase is None:
        return ""
    if not _SO_OFTEN.fullmatch(draft.between(mention, following)):
        return ""
    return f"{following.phrase.low.value} {following.unit}"


def _steps(draft: Draft, found: _Growth) -> Iterator[_Steps]:
    """The lengths of time beside it, in its own steps."""
    numbers: set[int] = set()
    mention = found.mention
    for other in (*draft.beside(mention, 1), *draft.others_within(*_around(draft, mention))):
        phrase = other.phrase
        if other.role is Role.ORDINAL and _TH_YEAR.match(draft.after(other)):
            number = (rank_of(other.text) or 0) * 12 // found.months
            if 1 < number <= _MOST_STEPS and number not in numbers:
                numbers.add(number)
                yield _Steps(number, other)
        if phrase is None or (phrase.low.value * 2) % 1:
            continue
        months = 0
        if other.role is Role.DURATION and _over_years(draft, other):
            unit = _IN_YEARS.search(other.text.lower())
            by_minutes, length = _LENGTHS[unit.group(1)] if unit else (False, 0)
            months = int(phrase.low.value * length) if by_minutes is found.by_minutes else 0
        elif other.role is Role.COUNT and (
            _YEARS_TIME.match(draft.after(other))
            or _RAISES.search(other.text.lower())
            or (_ONCE_A_YEAR.search(other.text.lower()) and _over_years(draft, other, False))
        ):
            months = int(phrase.low.value * 12)
        number, rest = divmod(months, found.months)
        if rest == 0 and 1 < number <= _MOST_STEPS and number not in numbers:
            numbers.add(number)
            yield _Steps(number, other)
    words = draft.lower[slice(*_around(draft, mention))]
    if not numbers and (alone := _IN_ONE.search(words)):
        by_minutes, length = _LENGTHS[alone.group(1)]
        number, rest = divmod(length, found.months)
        if by_minutes is found.by_minutes and rest == 0 and 1 < number <= _MOST_STEPS:
            yield _Steps(number, None)
            return
    if found.by_minutes:
        return
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


def _over_years(draft: Draft, other: Mention, is_length: bool = True) -> bool:
    if is_length and not _IN_YEARS.search(other.text.lower()):
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
    near = draft.beside(mention, _REACH)
    whole = found.step**steps.number
    is_told = any(_is_rise(one, whole) for one in near)
    for other in near:
        phrase = other.phrase
        if phrase is None or other in beside or (is_told and not _is_rise(other, whole)):
            continue
        sure = Sure.LIKELY if is_only and _is_result(draft, mention, other) else Sure.GUESS
        if phrase.unit.kind is Kind.FACTOR:
            yield _found(other, draft.named(other), times, (other, *beside), sure)
        elif other.role is Role.PERCENT and (gone := _GONE.match(draft.after(other, 70))):
            left = bool(_LEFT.search(gone.group()))
            rest = times if left else operation(Operator.SUBTRACT, Exact(1), times)
            told = Sure.LIKELY if is_only else Sure.GUESS
            yield _found(other, draft.named(other), rest, (other, *beside), told)
        elif (
            is_percentage_change(draft, other)
            or _IS_THE_RISE.search(draft.between(mention, other))
            or _ADDS_UP.search(draft.before(other))
        ) and _growth(draft, other) is None:
            rise = operation(Operator.SUBTRACT, times, Exact(1))
            yield _found(other, _signed(draft, other), rise, (other, *beside), sure)
    for old, new, sure in pairs_of(
        draft, mention, whole, lambda old, new: _is_slip(old, new, whole)
    ):
        computed = operation(Operator.MULTIPLY, old.expression, times)
        figures = tuple(dict.fromkeys((old.mention, new.mention, *beside)))
        if _grows_to(draft, mention, old.mention, new.mention):
            sure = Sure.LIKELY
        is_other = old.mention.sentence != mention.sentence and _FROM.search(
            draft.before(old.mention)
        )
        told = sure if is_only and not is_other and not is_told else Sure.GUESS
        yield _found(new.mention, new.expression, computed, figures, told)
    for old, new in _only_two(draft, mention, whole):
        computed = operation(Operator.MULTIPLY, old.expression, times)
        figures = tuple(dict.fromkeys((old.mention, new.mention, *beside)))
        told = Sure.LIKELY if is_only and not is_told else Sure.GUESS
        yield _found(new.mention, new.expression, computed, figures, told)


def _is_rise(other: Mention, whole: Fraction) -> bool:
    """A percentage or factor that is what the growth comes to."""
    if other.phrase is None or other.phrase.unit.kind not in (Kind.RATIO, Kind.FACTOR):
        return False
    value = Fraction(other.phrase.low.value) * Fraction(other.phrase.unit.size)
    rise = whole if other.phrase.unit.kind is Kind.FACTOR else abs(whole - 1)
    return is_slip(rise, abs(value), _ROUNDED)


def _is_slip(old: Fraction, new: Fraction, times: Fraction, furthest: int = _FURTHEST_OFF) -> bool:
    """Half of the steps may have been forgotten, which makes much of a doubling."""
    off = new / old / times if old > 0 and new > 0 else Fraction(0)
    most = max(furthest**2, times, 1 / times)
    return bool(most * off**2 >= 1 and off**2 <= most)


def _only_two(draft: Draft, mention: Mention, whole: Fraction) -> Iterator[tuple[Operand, Operand]]:
    """The only two figures of one kind beside a growth, where words say that one became the other:
    the smaller the earlier one, unless it shrinks.
    """
    like: dict[tuple[Role, str, str], list[Operand]] = {}
    for other in draft.beside(mention, _REACH):
        if other.role in (Role.COUNT, Role.MONEY, Role.AMOUNT) and other is not mention:
            noun = other.noun if other.role is Role.COUNT else ""
            for one in amounts_of(draft, other):
                like.setdefault((other.role, noun, one.unit.name), []).append(one)
    elliptic = [
        one for key, some in like.items() if key[0] is Role.COUNT and not key[1] for one in some
    ]
    for (role, noun, _), some in like.items():
        if role is Role.COUNT and not noun and len(like) > 1 and len(some) > len(elliptic):
            continue
        both = [*some, *elliptic] if role is Role.COUNT and noun else some
        if len(both) > _MOST_ALIKE:
            continue
        pairs = [
            (old, new)
            for first, second in combinations(both, 2)
            for old, new in [sorted((first, second), key=lambda one: one.value, reverse=whole < 1)]
            if _may_grow(draft, mention, old, new, whole)
        ]
        if len(pairs) == 1:
            yield pairs[0]


def _may_grow(draft: Draft, mention: Mention, old: Operand, new: Operand, whole: Fraction) -> bool:
    """One may have grown into the other: near the growth, told in order, off as slips are."""
    one, other = old.mention, new.mention
    if one is other or old.value == new.value or min(old.value, new.value) <= 0:
        return False
    first, second = sorted(each.sentence - mention.sentence for each in (one, other))
    if min(abs(first), abs(second)) > 1 or second - first > _REACH or first < -1:
        return False
    if not may_be_one_thing(old, new) or _IS_JOINED.search(one.text + " " + other.text):
        return False
    if (
        one.sentence != mention.sentence
        and _FROM.search(draft.before(one))
        and not (_TO.search(draft.before(other, _FAR)))
    ):
        return False  # "up from £1.2bn": a change of its own
    is_factor = whole >= 2 or whole * 2 <= 1
    if not _is_slip(
        old.value, new.value, whole, _FURTHEST_BY_STEPS if is_factor else _FURTHEST_OFF
    ):
        return False
    if one.start > other.start and not any(mark.old for mark in marks_of(draft, one)):
        return False
    return not _LATER.search(draft.before(one, 20))


def _grows_to(draft: Draft, mention: Mention, old: Mention, new: Mention) -> bool:
    """ "$1,000 that earns 7 percent a year for ten years grows to $1,700"."""
    if not old.start < mention.start < new.start or old.sentence != new.sentence:
        return False
    return bool(_TO.search(draft.before(new, _FAR)))


def _by_year(draft: Draft, found: _Growth) -> Iterator[Found]:
    """ "It has doubled every ten years since 1990, when it had 20,000 … By 2020 it had 60,000"."""
    mention = found.mention
    dated = [
        (mark.operand, year)
        for other in draft.beside(mention, _FURTHEST)
        if other.role in (Role.COUNT, Role.MONEY, Role.AMOUNT) and not _is_step(found, other)
        for mark in marks_of(draft, other)
        if (year := mark.year or _year_before(draft, other)) and year < NOW_IS - 100
    ]
    dated = dated[:_MOST_DATED]
    pairs: list[tuple[Operand, Operand, int]] = []
    for old, start in dated:
        for new, end in dated:
            number, rest = divmod((end - start) * 12, found.months)
            if rest or not 1 <= number <= _MOST_STEPS or found.by_minutes:
                continue
            if min(abs(each.mention.sentence - mention.sentence) for each in (old, new)) > 1:
                continue
            if (new.value > old.value) is not (found.step > 1):
                continue
            if may_be_one_thing(old, new) and _is_slip(old.value, new.value, found.step**number):
                pairs.append((old, new, number))
    for old, new, number in pairs:
        times = Operation(Operator.POWER, (found.times,), number)
        yield _found(
            new.mention,
            new.expression,
            operation(Operator.MULTIPLY, old.expression, times),
            (old.mention, new.mention, mention),
            Sure.LIKELY if len(pairs) == 1 else Sure.GUESS,
        )


def _is_step(found: _Growth, other: Mention) -> bool:
    return other is found.mention or bool(other.per)


def _year_before(draft: Draft, other: Mention) -> int | None:
    """ "By 2022, the planners say, only 300 were left", "since 2018, when it covered 900"."""
    named = _IN_YEAR.findall(draft.before(other, 120))
    return int(named[-1]) if named else None


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


_IN_ALL = regex(
    r"\b(?:in all|in total|altogether|all told|combined|together|compounded|over the (?:two"
    r"|three) years"
    r"|over both years|cumulative\w*|overall)\b"
)
_ONE_RISE = regex(
    r"^ (?:this|next|last|the|in|from|on|a)\b[^.;\0]*\0|\0.*\b(?:another|a further|then"
    r"|again by|next) $"
)
_FAR = 60
_REACH = 2
_FURTHEST = 5
_MOST_STEPS = 60
_ROUNDED = Fraction(21, 20)
_MOST_ALIKE = 8
"""J: sentences, steps, times and figures of one kind."""
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}
_LENGTHS = {
    **{name: (False, many) for name, many in _MONTHS.items()},
    **{name: (True, many) for name, many in _MINUTES.items()},
}
"""By months or by minutes, and how many: a month has no set number of days."""
_EVERY = regex(r"(?:(\d{1,3}) )?(minute|hour|day|week|month|year|decade)s?")
_OF_YEARS = regex(
    r" (?:inflation|(?:annual|yearly|compound) (?:interest|growth|inflation|return)s?)\b"
)
_MONTHLY = regex(
    r",? (?:(?:interest |growth )?(?:a|per|each|every) month|monthly|a month|per month"
    r"|each month|every month)\b"
)
_TH_YEAR = regex(r" (?:year|season|summer|winter|annual)\b")
_YEARS_TIME = regex(r" years['’] time\b")
_A_YEAR = regex(
    r"\b(?:over|in|within|after|for) (?:a|the|one|the (?:whole|first)|a (?:whole|full)) year\b"
)
_SAVES = regex(
    r"\b(?:put|leave|deposit\w*|account|savings?|sav(?:e|es|ed)|invest\w*|inflation|fund|"
    r"pension|compound\w*|prices|earn\w*|wages|pay|fees|los[et]s?|shed\w*|users|"
    r"population|stocks?|herd)\b"
)
_GONE = regex(
    r" of (?:it|them|its|their|the)\b[^.;,\d]{0,40}\b(?:gone|lost|vanish\w*|disappear\w*"
    r"|melt\w*|left"
    r"|remain\w*|surviv\w*)\b"
)
_LEFT = regex(r"\b(?:left|remain\w*|surviv\w*)\b")
_RATE_OF = regex(r"\b(?:mortgage|unemployment|dividend)\b")
_IS_THE_RISE = regex(r"^[^.;\d]{0,20}\b(?:or|and so has|that is|which is)(?: by)? (?:about )?$")
_LATER = regex(r"\b(?:to|now|today|becomes?|reach\w*|will (?:be|have|cost)) (?:about |some )?$")
_FROM = regex(r"\b(?:from|up on|down on) $")
_YEARLY = regex(
    r"(?: of (?:its|their|the|his|her) [a-z]+)?,? (?:annually|compounded (?:yearly|annually)|"
    r"[a-z]+, compounded (?:yearly|annually)|yearly|annual|a year|per year|"
    r"per annum|each year|every year|year on year|"
    r"(?:[a-z]+ )?in each of|(?:[a-z]+ )?(?:each|every) (?:spring|summer|autumn|winter|season"
    r"|january"
    r"|april|july|september|october|budget))\b"
)
_COMPOUNDING = regex(r"\bcompound(?:s|ed|ing)?(?: interest| growth)?(?: at| of| by)? \Z")
_SO_OFTEN = regex(r"(?: in [a-z]+| its [a-z]+| the [a-z]+| or so){0,2},? every (?:single )?")
_EACH_TIME = regex(
    r"(?: in [a-z]+| its [a-z]+| their [a-z]+),? (?:every|each) (?:single )?"
    r"(minute|hour|day|week|month|year|decade)\b"
)
_ONCE_A_YEAR = regex(
    r"\b(?:januar|februar|march|april|may|june|jul|august|september|october|november|december|spring"
    r"|summer|autumn|winter|season|budget|harvest|annual meeting|birthday|christmas)\w*$"
)
_IN_ONE = regex(
    r"\b(?:in|over|within|during|after|inside) (?:an?|one|a single|the first) "
    r"(hour|day|week|year|decade)\b(?! (?:later|or|and|of))"
)
_ADDS_UP = regex(
    r"\b(?:adds? up|amounts?|comes?|compounds?|works? out|builds? up|mounts? up|adds?)"
    r" (?:to|at|as)(?: a (?:rise|increase|total|gain) of)?(?: some| about| just| only| almost)? \Z"
)
_IS_JOINED = regex(r"\d-[a-z]")
_ANNUAL = regex(r"\b(?:annual(?:ly)?|yearly|each year|every year)\b[^.;:\d]{0,40}$")
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
_IN_YEARS = regex(r"(minute|hour|day|week|month|year|decade)s?\b")
_OVER = regex(
    r"\b(?:for|over|in|within|during|after|next|past|last|first|these|those|the)(?: the)?"
    r"(?: (?:next|past|last|first|following|previous))? $"
)
_IN_A_ROW = regex(r" (?:running|in a row|straight|on end|later|on|ago|earlier|before)\b")
_DECADE = regex(
    r"\b(?:in|over|within|during|for|after) (?:a|the|the (?:past|last|next)|one) decade\b"
)
_MOST_DATED = 8
_IN_YEAR = regex(r"\b(?:since|in|by|from|until|of) ((?:18|19|20)\d\d)\b")
_SINCE = regex(r"\b(?:since|from|between|in) ((?:18|19|20)\d\d)\b")
_UNTIL = regex(r"\b(?:by|in|to|until|and|through) ((?:18|19|20)\d\d)\b")
_TO = regex(r"\b(?:to|becomes?|into|reach\w*|worth)(?: just| some)? $")
_OTHER = regex(
    r";|,? and (?!so |has |is |was |by )[a-z][a-z ]{2,30}$|\b(?:while|although|whereas|but)\b"
)
_COMES_TO = regex(
    r"\b(?:altogether|in all|in total|overall|over the period|cumulative\w*|compound\w*|by then|"
    r"by the (?:end|third|fourth|fifth|last|final|second|time)|leaving|at the end|"
    r"over the \w+ years|over (?:that|the same) (?:time|period)|as a result|in that time|"
    r"than (?:it was )?at the start|(?:since|from) the start|after (?:that|the))\b"
)
