from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.topic import is_multiplied
from fentcheck.cues.totals import is_in_all
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


@cue("doses")
def doses(draft: Draft) -> Iterator[Found]:
    """Doses so many times a day are not the day's total, or do not last as long as is said.

    Words: a strength with how often in a day ("two 250mg capsules three times a day", "twice
    daily"), and what that is a day ("a daily total of", "or 400mg a day"); a pack of tablets, how
    many a day, and how long it lasts. A maximum, and a dose of another group, are no totals.
    Finding: Patients took two 250mg capsules three times a day, a daily total of 1,200mg.
    Clean: Patients took two 250mg capsules three times a day; another group was given 900mg a day.
    """
    for strength in draft.figures:
        if powers(strength) in ({"mass": 1}, {"length": 3}) and not strength.per:
            yield from _of_a_day(draft, strength)
        yield from _lasts(draft, strength)


def _of_a_day(draft: Draft, strength: Mention) -> Iterator[Found]:
    """Tablets × strength × times a day = what is taken in a day, or in the days of a course."""
    sentence = draft.sentence(strength)
    times = _times_a_day(draft, strength.end, sentence.end)
    if times is None:
        return
    frequency, figures, end = times
    if _DIFFERENT.search(draft.lower[strength.end : end]):
        return
    product: Expression = draft.named(strength)
    parts = [strength, *figures]
    many = draft.previous(strength)
    if many is not None and is_multiplied(draft, strength):
        product = operation(Operator.MULTIPLY, draft.named(many), product)
        parts.insert(0, many)
    product = operation(Operator.MULTIPLY, product, frequency)
    days: Mention | None = None
    for total in draft.within(end, sentence.end):
        behind = draft.lower[days.end if days else end : total.start]
        if total.role is Role.DURATION and _COURSE.search(behind):
            days = total
            continue
        if powers(total) not in (powers(strength), {**powers(strength), "time": -1}):
            continue
        if not _DAILY_TOTAL.search(behind) and not is_in_all(draft, total):
            continue
        if total.per == "day":
            yield _taken(draft, total, product, parts)
        elif _DAILY.search(behind) or _A_DAY.match(draft.after(total, 20)):
            one_day = operation(Operator.MULTIPLY, product, fixed("exactly 1 day"))
            yield _taken(draft, total, one_day, parts)
        elif days is not None:
            course = operation(Operator.MULTIPLY, product, draft.named(days))
            yield _taken(draft, total, course, [*parts, days])
        return


def _taken(draft: Draft, total: Mention, product: Expression, parts: list[Mention]) -> Found:
    return Found(
        total, "FC202", draft.named(total), Comparison.EQUAL, product, (*parts, total), Sure.SAID
    )


def _times_a_day(
    draft: Draft, start: int, end: int
) -> tuple[Expression, tuple[Mention, ...], int] | None:
    """How often in a day, as an operand, with its figure if it is one, and where it ends."""
    for figure in draft.within(start, end):
        if figure.per == "day" and figure.noun == "time":
            return _exactly(draft, figure), (figure,), figure.end
    if found := _OFTEN.search(draft.lower, start, end):
        often: Quoted = fixed(f"exactly {_OFTEN_A_DAY[found.group(1)]}/day")
        return often, (), found.end()
    if found := _PILLS_A_DAY.search(draft.lower, start, min(end, start + _NEAR)):
        return fixed("exactly 1/day"), (), found.end()
    return None


def _exactly(draft: Draft, often: Mention) -> Expression:
    """Doses are counted: three times a day is not two and a half."""
    is_whole = isinstance(often.value, int) and often.hedge == "="
    return fixed(f"exactly {often.value}/day") if is_whole else draft.named(often)


def _lasts(draft: Draft, time: Mention) -> Iterator[Found]:
    """Tablets = how long they last × how many a day."""
    if time.role is not Role.DURATION or time.per or not _LASTS.search(draft.before(time, 40)):
        return
    sentence = draft.sentence(time)
    start = draft.sentences[max(0, time.sentence - 1)].start
    packs = [
        one
        for one in draft.within(start, time.start)
        if one.role is Role.COUNT
        and not one.per
        and (one.noun in _PILLS or _PACK_OF.search(draft.before(one, 30)))
    ]
    if not packs:
        return
    pack = packs[0]
    rates = [
        one
        for one in draft.within(pack.end, sentence.end)
        if one.per == "day" and (one.noun in _PILLS or not one.noun) and one.role is Role.COUNT
    ]
    times = _times_a_day(draft, pack.end, sentence.end)
    rate: Expression
    figures: tuple[Mention, ...]
    if rates:
        rate, figures = _exactly(draft, rates[0]), (pack, rates[0], time)
    elif times is not None:
        rate, figures = times[0], (pack, *times[1], time)
    else:
        return
    product = operation(Operator.MULTIPLY, rate, draft.named(time))
    yield Found(pack, "FC202", draft.named(pack), Comparison.EQUAL, product, figures, Sure.LIKELY)


_NEAR = 60
_PILLS = frozenset("tablet pill capsule dose lozenge caplet injection sachet patch drop".split())
_OFTEN_A_DAY = {"once": 1, "twice": 2, "thrice": 3, "one": 1, "two": 2, "three": 3, "four": 4}
_OFTEN = regex(
    r"\b(once|twice|thrice)(?: a day| daily| each day| every (?:day|morning|evening|night)"
    r"| per day)"
)
_PILLS_A_DAY = regex(
    r"\b(?:tablets?|pills?|capsules?|doses?|lozenges?|caplets?|injections?|sachets?|patch(?:es)?"
    r"|drops?|spoonfuls?|shots?) (?:(?:a|per|each|every) day|daily)\b"
)
_COURSE = regex(r" (?:for|over|in) (?:the |a )?$")
_DIFFERENT = regex(r"\b(?:or|second group|others|another|instead|then|rising)\b|;")
_DAILY_TOTAL = regex(
    r"(?:\btotal|\bor|\bmaking|\bthat is|\bgiving|\bamount\w*|\bequivalent|\bin all"
    r"|\badding)\b[^;]{0,40}$"
)
_DAILY = regex(r"\b(?:daily|a day|each day|per day|a day's)\b")
_A_DAY = regex(r" (?:a|per|each|every|in a) day| daily")
_LASTS = regex(r"\b(?:lasts?|lasting|lasted|supply|enough for|will do for|course of)\b[^.;]{0,25}$")
_PACK_OF = regex(r"\b(?:box|boxe|boxes|pack|packs|packet|packets|bottle|bottles|strip|tub) of $")
