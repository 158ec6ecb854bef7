from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import can_only_be, is_thwarted, may_hold, nearness, size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.each import powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.topic import (
    about,
    around,
    beside,
    is_multiplied,
    is_persons,
    noun_stems,
    share_topic,
    stems,
)
from fentcheck.cues.totals import is_converted, is_in_all, is_income, is_something_else, purpose
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.unit import Kind


@cue("rate-over-time")
def rate_over_time(draft: Draft) -> Iterator[Found]:
    """A rate does not come to what is said of a longer time.

    Words: so much a day ("112,000 a month", "each day it sees 35 patients") beside the same a year
    ("or 55,000 a year", "last year it handled 8,900 calls", of one noun), or beside a time ("for
    18 months", "over the 36 hours") and what was paid, lost or made in it. Where people rest, a
    year is 200 to 366 days and 44 to 53 weeks; what is so much an hour is only a bound on a day.
    A rate of one season, or of today beside the total of last year, is never told of.
    Finding: The shelter serves 220 meals a day, or 180,300 meals a year, its cook said.
    Clean: The clinic sees 35 patients each day. Last year it saw 8,900 patients.
    """
    for figure in draft.figures:
        per = rate_of(draft, figure)
        if per is None:
            continue
        found = [*_over_a_period(draft, figure, per), *_over_a_duration(draft, figure, per)]
        found.sort(key=lambda one: -one.points)
        if found and len(found[0].figures) >= _WITH_A_TIME:  # no looser bound explains it
            found = [one for one in found if len(one.figures) >= _WITH_A_TIME]
        for index, one in enumerate(found):
            if index >= _MOST and one.points > _UNLIKELY:
                continue
            surely = index == 0 and one.points >= _ENOUGH and not is_thwarted(draft, one.figures)
            sure = Sure.LIKELY if surely else Sure.GUESS
            if sure is Sure.GUESS and not may_hold(one.sizes):
                continue
            yield Found(
                found[0].total, "FC201", one.stated, one.comparison, one.computed, one.figures,
                sure,
            )  # fmt: skip


class Candidate(NamedTuple):
    points: int
    total: Mention
    stated: Expression
    comparison: Comparison
    computed: Expression
    figures: tuple[Mention, ...]
    sizes: tuple[Fraction, Fraction] | None = None
    """What is computed and what is stated, without days of rest."""


def rate_of(draft: Draft, figure: Mention) -> str | None:
    """The time that a figure is said to be for, "day" of "each day it sees 35 patients"."""
    if figure.phrase is None or figure.role in (Role.PERCENT, Role.AGE):
        return None
    if figure.per:
        word = figure.per.lower().rpartition(" ")[2].rstrip("s")
        return TIME.get(word)
    if figure.role is Role.DURATION:
        return None
    if powers(figure).get("time", 0) < 0:  # a unit of its own: "barrels a day"; no speed
        is_speed = powers(figure).get("length") == 1
        return None if is_speed else TIME.get(figure.unit.rpartition(" per ")[2])
    before, after = beside(draft, figure, 60, 40)
    found = _RATE_BEFORE.search(before) or _RATE_BEHIND.match(after)
    if found is None or _TIMES_OFTEN.search(found.group()) or is_multiplied(draft, figure):
        return None
    return TIME[next(word for word in found.groups() if word)]


def has_time(figure: Mention) -> bool:
    """Its unit, or what it is taken over, has a time in it already."""
    return powers(figure).get("time", 0) < 0


def _of_one_thing(draft: Draft, rate: Mention, total: Mention) -> int:
    """How well the words say that two figures are of the same: 0 where they may not be."""
    mine, theirs = _without_time(rate), _without_time(total)
    if mine != theirs:
        return -9
    shared = bool(share_topic(draft, rate, total))
    if rate.role is not Role.COUNT and rate.unit:  # money, masses, lengths
        is_beside = bool(total.per) and total is draft.following(rate)
        return 1 + (shared or (is_beside and rate.role is not Role.MONEY))
    if noun_stems(rate) & noun_stems(total):
        return 3
    if rate.noun and total.noun and is_persons(rate.noun) and is_persons(total.noun):
        return 1 + shared
    if not total.noun or not rate.noun:
        return 1 if shared or (rate.noun and _BY_IT.search(draft.before(total, 40))) else 0
    return 0


def _is_restated(draft: Draft, rate: Mention, total: Mention) -> bool:
    """The one is the other in other terms: "150 a day – around 55,000 a year", "or 55,000"."""
    if total.start < rate.start or total.sentence - rate.sentence > 1:
        return False
    between = draft.between(rate, total)
    if not total.noun and len(between) < _BESIDE and _APPOSED.search(between):
        return True
    return is_converted(draft, total) or bool(_AT_THAT_RATE.search(draft.before(total, 120)))


def _without_time(mention: Mention) -> dict[str, int]:
    return {base: power for base, power in powers(mention).items() if base != "time"}


def _over_a_period(draft: Draft, rate: Mention, per: str) -> Iterator[Candidate]:
    """The same "a year", "last year", "in 2023"."""
    for total in draft.beside(rate, NEAR)[:_NEAREST]:
        if total.role in (Role.PERCENT, Role.AGE, Role.DURATION) or is_something_else(draft, total):
            continue
        if OF_A_NEIGHBOUR.search(draft.before(total, 60)):
            continue
        period = rate_of(draft, total)
        is_rate = period is not None
        if period is None:
            period = _period_of(draft, total)
        times = _TIMES_IN.get((per, period or ""))
        if times is None or period is None:
            continue
        same = _of_one_thing(draft, rate, total)
        converted = _is_restated(draft, rate, total)
        if same < 0 or (not same and not converted):
            continue
        points = same + 2 * converted + is_rate + is_in_all(draft, total)
        if not is_rate and rate.role is Role.AMOUNT and _BY_IT.search(draft.before(total, 40)):
            points += 2
        if _is_partial(draft, rate, total) or (not converted and _is_of_one(draft, rate, total)):
            points -= 3
        usual, full = times
        text = full if is_always(draft, rate) else usual
        stated = draft.named(total)
        if has_time(total):
            text = f"{text}/{period}"
        computed: Expression = draft.named(rate)
        if not has_time(rate):
            computed = operation(Operator.DIVIDE, computed, fixed(f"exactly 1 {per}"))
        computed = operation(Operator.MULTIPLY, computed, fixed(text))
        is_bound = per in _SHORT and not (converted and is_rate)
        comparison = Comparison.AT_MOST if is_bound else Comparison.EQUAL
        yield Candidate(points, total, stated, comparison, computed, (rate, total))


def _over_a_duration(draft: Draft, rate: Mention, per: str) -> Iterator[Candidate]:
    """A time that is printed, and what came together in it."""
    near = draft.beside(rate, NEAR)[:_NEAREST]
    for time in near:
        is_count = time.role is Role.COUNT and time.noun != "time"  # "220 working days"
        unit = TIME.get(time.noun.rpartition(" ")[2] if is_count else time.unit)
        if unit is None or time.per or not (is_count or time.unit):
            continue
        if _ORDER.index(unit) < _ORDER.index(per) - 1:
            continue
        if _NEVER_LASTS.match(draft.after(time, 20)):
            continue
        said = _is_span(draft, time) and not NO_STRETCH.match(draft.after(time, 20))
        for total in near:
            if (
                total is time
                or total.role in (Role.PERCENT, Role.AGE)
                or total.per
                or has_time(total)
                or (total.phrase is not None and total.phrase.unit.kind is Kind.FACTOR)
            ):
                continue
            same = _of_one_thing(draft, rate, total)
            if same < 0 or rate_of(draft, total):
                continue
            if _is_no_more(total, rate):  # what one of them was
                continue
            alone = _can_only_be(draft, rate, per, time, total)
            unlikely = not alone and (not said or is_something_else(draft, total))
            if unlikely and not _comes_out(rate, per, time, total):
                continue
            points = same - 2 * (not same) + 2 * is_in_all(draft, total)
            points += (time.sentence == rate.sentence) + (time.sentence == total.sentence)
            points += time.sentence == total.sentence and rate.role not in (Role.MONEY, Role.COUNT)
            points += _attached(draft, time, total) - 3 * _is_of_one(draft, rate, total)
            points += is_in_all(draft, total) and total is draft.following(rate)
            points -= time.sentence not in (total.sentence, rate.sentence)
            points += _nearness(rate, per, time, total)
            if rate.role is Role.MONEY and is_income(draft, rate) is not is_income(draft, total):
                points = 0
            points = max(points, _ENOUGH) if alone else points + 2 * _UNLIKELY * unlikely
            points -= 9 * (
                is_partly(draft, rate)
                or _is_start(draft, time, total)
                or _is_stock(draft, rate, time, total)
            )
            stated = draft.named(total)
            computed: Expression = draft.named(rate)
            if not has_time(rate):
                computed = operation(Operator.DIVIDE, computed, fixed(f"exactly 1 {per}"))
            computed = operation(Operator.MULTIPLY, computed, draft.named(time))
            if is_count:
                computed = operation(Operator.MULTIPLY, computed, fixed(f"exactly 1 {unit}"))
            share = None if is_always(draft, rate) else WORKED.get((per, unit))
            if share is not None:
                computed = operation(Operator.MULTIPLY, computed, fixed(share))
            for many in near:
                if _comes_out_for(rate, per, time, total, many):
                    each = operation(Operator.MULTIPLY, computed, draft.named(many))
                    figures = (rate, time, many, total)
                    yield Candidate(2 * _UNLIKELY, total, stated, Comparison.EQUAL, each, figures)
            is_bound = per in _SHORT and unit not in _SHORT
            comparison = Comparison.AT_MOST if is_bound else Comparison.EQUAL
            yield Candidate(
                points, total, stated, comparison, computed, (rate, time, total),
                _sizes(rate, per, time, total),
            )  # fmt: skip


def is_partly(draft: Draft, rate: Mention) -> bool:
    """The words next to a rate say that it is one of a part of the time.

    "£4 an hour in April" is paid for the hour whenever it is.
    """
    if rate.role is Role.MONEY and rate_of(draft, rate) in _SHORT:
        return False
    behind = draft.after(rate, 40).partition(",")[0]
    clause = around(draft, rate)
    return bool(_PART.search(behind) or _WHILE.search(behind) or _CHANGING.search(clause))


def _is_start(draft: Draft, time: Mention, total: Mention) -> bool:
    before = draft.before(time, 30)
    if _ITS_LAST.search(before):
        return True
    starts = before.endswith("first ") and (
        total.sentence != time.sentence or not draft.after(time, 5).startswith(" of ")
    )
    return starts or bool(WAIT.search(before))


def _is_stock(draft: Draft, rate: Mention, time: Mention, total: Mention) -> bool:
    """The total was there already: "It had 900 bikes. It buys 40 new ones a month"."""
    is_to_come = _TO_COME.search(draft.before(time, 20)) is not None
    is_added = _ADDED.search(rate.noun_phrase.lower()) is not None
    return (is_to_come and _WAS.search(draft.before(total, 40)) is not None) or (
        is_added and not _ADDED.search(total.noun_phrase.lower())
    )


def _is_span(draft: Draft, time: Mention) -> bool:
    """ "In an eight-hour day", "over its 12-week season"."""
    if "-" not in time.text:
        return bool(_FOR.search(draft.before(time, 40)))
    behind = f"{time.noun}{draft.after(time, 20)}".lstrip()
    return bool(_OVER_A.search(draft.before(time, 30)) and _STRETCH.match(behind))


def _nearness(rate: Mention, per: str, time: Mention, total: Mention) -> int:
    """How near the arithmetic and the figures are, where somebody rests or nobody does."""
    sizes = _sizes(rate, per, time, total)
    return nearness(*sizes, (rate, time, total)) if sizes else 0


def _comes_out(rate: Mention, per: str, time: Mention, total: Mention) -> bool:
    sizes = _sizes(rate, per, time, total)
    return sizes is not None and 10 * abs(sizes[0] - sizes[1]) <= sizes[1]


def _comes_out_for(rate: Mention, per: str, time: Mention, total: Mention, many: Mention) -> bool:
    """A rate for one of several: "$180 a night", nine guests, three nights."""
    if many.role is not Role.COUNT or many.per or many in (rate, time, total):
        return False
    sizes, number = _sizes(rate, per, time, total), size_of(many)
    if sizes is None or not number:
        return False
    return bool(100 * abs(sizes[0] * number - sizes[1]) <= sizes[1])


def _can_only_be(draft: Draft, rate: Mention, per: str, time: Mention, total: Mention) -> bool:
    """These three alone of their sentences fit, and may be of one thing."""
    sizes = _sizes(rate, per, time, total)
    if sizes is None or not can_only_be(draft, *sizes, (rate, time, total)):
        return False
    if is_something_else(draft, total, lost=False):
        return False
    if total.noun and not rate.noun and not rate.unit and total.start < rate.start:
        return False
    if rate.noun and total.noun and not noun_stems(rate) & noun_stems(total):
        return False
    if rate.role is Role.MONEY and is_income(draft, rate) is not is_income(draft, total):
        return False
    wanted = purpose(draft, total)
    return not wanted or bool(wanted & (about(draft, rate) | about(draft, time)))


def _sizes(
    rate: Mention, per: str, time: Mention, total: Mention
) -> tuple[Fraction, Fraction] | None:
    """What the rate comes to in a time, and the total that is printed."""
    one, length, whole = size_of(rate), size_of(time), size_of(total)
    if one is None or length is None or whole is None:
        return None
    if time.role is Role.COUNT:
        length *= fixed(f"exactly 1 {TIME[time.noun.rpartition(' ')[2]]}").phrase.unit.size
    if not has_time(rate):
        one /= fixed(f"exactly 1 {per}").phrase.unit.size
    return one * length, whole


def _is_no_more(total: Mention, rate: Mention) -> bool:
    one, other = total.phrase, rate.phrase
    if one is None or other is None:
        return False
    most = other.low if other.high is None else other.high
    return one.low.value <= most.value and total.unit == rate.unit


def _attached(draft: Draft, time: Mention, total: Mention) -> bool:
    """Nothing but a few words stands between: "90 tonnes of plastic in five months"."""
    between = draft.between(time, total)
    is_next = time in (draft.previous(total), draft.following(total))
    return is_next and len(between) < _CLOSE and _APART.search(between) is None


def _period_of(draft: Draft, total: Mention) -> str | None:
    """The whole period that the clause of a figure speaks of."""
    found = _IN_PERIOD.search(draft.before(total, 70)) or _IN_PERIOD.match(draft.after(total, 60))
    if found is None:
        return None
    return "year" if found.group(1) is None else TIME[found.group(1)]


def _is_partial(draft: Draft, rate: Mention, total: Mention) -> bool:
    """The rate is one of a part of the time, or of another time than the total."""
    words = draft.words(rate)
    if _PART.search(words):
        return True
    return bool(_NOW.search(words) and _PAST.search(draft.words(total)))


def _is_of_one(draft: Draft, rate: Mention, total: Mention) -> bool:
    """The rate is that of one of many ("each child gets two books a year"), or of all that was
    made where the total is what became of some.
    """
    clause = around(draft, rate)
    if _ONE_OF_MANY.search(clause) and not _ONE_OF_MANY.search(around(draft, total)):
        return True
    became = _SOME.search(beside(draft, total, 30, 0)[0])
    return became is not None and not _SOME.search(beside(draft, rate, 30, 0)[0])


def is_always(draft: Draft, rate: Mention) -> bool:
    """It goes on day and night: births and deaths, or what the words say so of."""
    return bool(_VITAL & about(draft, rate)) or bool(_ALWAYS.search(draft.words(rate)))


TIME = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "day",
    "week": "week", "month": "month", "year": "year", "daily": "day", "weekly": "week",
    "monthly": "month", "hourly": "hour", "annual": "year", "yearly": "year", "annually": "year",
    "annum": "year",
}  # fmt: skip
_ORDER = ("second", "minute", "hour", "day", "week", "month", "year")
_SHORT = _ORDER[:3]
_TIMES_IN = {
    ("day", "week"): ("5 to 7 days", "exactly 7 days"),
    ("day", "month"): ("20 to 31 days", "28 to 31 days"),
    ("day", "year"): ("200 to 366 days", "365 to 366 days"),
    ("week", "month"): ("4 to 5 weeks", "4 to 4.5 weeks"),
    ("week", "year"): ("44 to 53 weeks", "52 to 53 weeks"),
    ("month", "year"): ("exactly 12 months", "exactly 12 months"),
    ("hour", "day"): ("exactly 24 hours", "exactly 24 hours"),
    ("minute", "hour"): ("exactly 60 minutes", "exactly 60 minutes"),
    ("minute", "day"): ("exactly 1,440 minutes", "exactly 1,440 minutes"),
    ("second", "minute"): ("exactly 60 seconds", "exactly 60 seconds"),
    ("second", "hour"): ("exactly 3,600 seconds", "exactly 3,600 seconds"),
    ("second", "day"): ("exactly 86,400 seconds", "exactly 86,400 seconds"),
}
"""How many there are of one time in another: where people rest, and where nothing does. J: 200 days
and 44 weeks are a school's or a trade's short year.
"""
WORKED = {
    ("day", "week"): "0.7 to 1",
    ("day", "month"): "0.6 to 1",
    ("day", "year"): "0.54 to 1",
    ("week", "month"): "0.8 to 1",
    ("week", "year"): "0.8 to 1",
}
"""The part of a time in which there is work, after `_TIMES_IN`."""
_MOST = 6
_UNLIKELY = -5
"""Points of what no word says: told of only where it explains a figure."""
_WITH_A_TIME = 3
_NEAREST = 20
_ENOUGH = 3
_BESIDE = 25
_CLOSE = 40
_APART = regex(r"[.;:]|\b(?:and|but|while)\b")
_AT_THAT_RATE = regex(
    r"\b(?:at|keeps? (?:up|to)|with|maintain\w*) (?:that|this|such an?|its (?:present|current))"
    r" (?:rate|speed|pace|clip)\b|\b(?:keeps|kept|carries|goes|went) (?:that|this|it) up\b"
)
OF_A_NEIGHBOUR = regex(
    r"\b(?:beside|next to|opposite|behind|near|round|alongside|unlike) (?:it|them)\b"
)
"""What is said behind this is of something else than the sentence before."""
WAIT = regex(r"\b(?:queue|wait|waited|delay|break|stop|stopped|rest|rested)\b[^.;,]{0,15}$")
_WHILE = regex(r"\b(?:at sea|when|while|if|whenever|under way|at night)\b")
_CHANGING = regex(
    r"\b(?:at first|initially|beg[au]n|begins?|start(?:s|ed)|finish\w*|rising|falling|peaked)\b"
)
_BY_IT = regex(r"\b(?:it|they|he|she|that|this)(?: [a-z]+){1,3} $")
_APPOSED = regex(r"(?:[,–—-]|\bor) (?:that is |about |some )?$")
_TIMES = "second|minute|hour|day|night|week|month|year"
_RATE_BEFORE = regex(
    rf"\b(?:(?:each|every) (?:week|working |school )?({_TIMES})\b(?! of the (?:week|month|year))"
    rf"[^.;]{{0,45}}|(daily"
    rf"|weekly|monthly|annual|yearly)"
    r"(?: [a-z]+){0,3}(?: (?:of|is|was|at|to|averages?|averaged))"
    rf"|\b(?:an?|any|the) (?:typical|average|normal|ordinary|given|usual) ({_TIMES})\b"
    r"[^.;]{0,45}) $"
)
_RATE_BEHIND = regex(
    rf"[^.,;:]{{0,15}}? (?:(?:each|every|a|per) ({_TIMES})|(daily|weekly|monthly"
    rf"|annually))\b(?! of)"
    rf"|[^.,;:]{{0,30}}? (?:on|in) (?:an?|any) (?:typical|average|normal|ordinary|given|usual)"
    rf" ({_TIMES})\b"
)
_TIMES_OFTEN = regex(r"\b(?:twice|thrice|times)\b")
_FOR = regex(
    r"\b(?:for|over|in|on|after|within|during|work(?:s|ed)?|lasts?|lasted|took|takes|spent"
    r"|past|last|next|first|take|taking|needs?|needed"
    r"|whole|full|entire|of|be|since)(?: the| a| its| their| her| him| them| it| us| some"
    r"| about| past| last| next| first| whole| full| entire){0,3} $"
)
_OVER_A = regex(
    r"\b(?:in|over|during|on|for|of|with)(?: an?| the| its| his| her| their| each| every| one)? $"
)
_STRETCH = regex(
    r"(?:(?:working|school|summer|growing) )?"
    r"(?:day|shift|week|season|year|period|run|stint|tour)\b"
)
NO_STRETCH = regex(
    r" (?:more|extra|overtime|ago|old|earlier|later|late|early|before|after|notice|younger|away"
    r"|from|in prison|or more|behind|ahead|delay|wait|break|to spare|off)\b"
)
"""A time behind which this stands is no stretch in which something goes on."""
_ITS_LAST = regex(r"\b(?:its|their|his|her) (?:last|final|first|opening) $")
_TO_COME = regex(r"\b(?:next|coming) \Z")
_WAS = regex(r"\b(?:was|were|had|already|now|has|have)\b[^,;]{0,25}\Z")
_ADDED = regex(r"\b(?:new|extra|more|additional|further)\b")
_NEVER_LASTS = regex(
    r" (?:ago|old|earlier|notice|younger|away|in prison|ahead|to spare|wait|delay|break"
    r"|overtime|off|free)\b"
)
_IN_PERIOD = regex(
    r"[^.;]{0,40}?\b(?:(?:last|past|previous|whole|full|entire|coming|next|(?:over|in"
    r"|during|after|within) (?:a|the|one))"
    r" (day|week|month|year)\b(?! (?:of|in|when|before|after|that|ago))"
    r"|annual(?:ly)?\b|yearly\b|(?:in|during|over) (?:19|20)\d\d\b)"
)
_PART = regex(
    r"\b(?:in|during|since|until|throughout|by|from) (?:january|february|march|april|may|june"
    r"|july"
    r"|august|september|october|november|december|spring|summer|autumn|winter|the (?:first"
    r"|last|peak"
    r"|summer|winter|harvest|season|rush|strike|storm))\b|\b(?:at (?:its|the|their) (?:peak"
    r"|height)"
    r"|busiest|at peak|weekdays?|weekends?|season|term|used to|once|at first|record|usually|quiet"
    r"|at least|school)\b"
)
_ONE_OF_MANY = regex(
    r"\b(?:each|every|per|average|typical) (?!(?:of|second|minute|hour|day|night|week|month"
    r"|year)\b)"
    r"[a-z]+|\b(?:each|apiece|a head|per head)(?= *[.,;]|$)"
)
_SOME = regex(
    r"\b(?:export\w*|s[oe]ll?(?:s|d|ing)?|sold|scrapp?\w*|recall\w*|return\w*|import\w*"
    r"|los[est]\w*"
    r"|stolen|reject\w*|destroy\w*|discard\w*|refus\w*|stood|stands?|level)\b"
)
_NOW = regex(r"\b(?:now|today|currently|these days|at present|this (?:week|month|year))\b")
_PAST = regex(r"\b(?:last|past|previous|(?:19|20)\d\d)\b")
_ALWAYS = regex(
    r"\b(?:seven (?:days|nights) a week|every single day|day and night|round[ -]the[ -]clock"
    r"|24 hours a day"
    r"|every day of the (?:year|week|month)|365 days)\b"
)
_VITAL = stems("death kill lives born birth baby babies suicide murder")
