from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import can_only_be, nearness, size_of, sizes_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.same import same_noun
from fentcheck.cues.topic import is_multiplied
from fentcheck.cues.totals import is_in_all
from fentcheck.exact import Fraction
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
        yield from _course(draft, strength)
        yield from _lasts(draft, strength)
        yield from _by_times_of_day(draft, strength)
        yield from _for_a_weight(draft, strength)


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


def _course(draft: Draft, dose: Mention) -> Iterator[Found]:
    """A dose × times a day × days = what is taken in them, where nothing else can be meant."""
    size = size_of(dose)
    if size is None or not _is_dose_or_pills(draft, dose):
        return
    sentence = draft.sentence(dose)
    times = _times_a_day(draft, sentence.start, sentence.end) or _once_a_day(draft, dose)
    if times is None or dose in times[1]:
        return
    product: Expression = operation(Operator.MULTIPLY, draft.named(dose), times[0])
    parts = [dose, *times[1]]
    many = draft.previous(dose)
    if many is not None and is_multiplied(draft, dose):
        product = operation(Operator.MULTIPLY, draft.named(many), product)
        parts.insert(0, many)
        size *= Fraction(many.phrase.low.value) if many.phrase else 1
    size *= Fraction(times[0].phrase.low.value) if isinstance(times[0], Quoted) else 1
    near = draft.beside(dose, 2)
    for days in near:
        in_days = _DAYS_IN.get(days.unit)
        if days.role is not Role.DURATION or days.per or in_days is None or days.phrase is None:
            continue
        for total in near:
            whole = size_of(total)
            figures = (*parts, days, total)
            if total in parts or total.per or whole is None or not _is_as(draft, dose, total):
                continue
            if _is_pack(draft, total) and not _LASTS.search(draft.before(days, 60)):
                continue
            if can_only_be(draft, size * in_days * days.phrase.low.value, whole, figures):
                course = operation(Operator.MULTIPLY, product, draft.named(days))
                yield Found(
                    total, "FC202", draft.named(total), Comparison.EQUAL, course, figures,
                    Sure.LIKELY,
                )  # fmt: skip


def _by_times_of_day(draft: Draft, first: Mention) -> Iterator[Found]:
    """ "Two puffs at breakfast and two at bedtime": what a pack of so many lasts."""
    doses = [first]
    while (next_one := draft.following(doses[-1])) is not None:
        between = draft.between(doses[-1], next_one)
        if len(between) > _FAR or not _AT_A_TIME_OF_DAY.fullmatch(between):
            break
        doses.append(next_one)
    if len(doses) < 2 or not _AT_A_TIME_OF_DAY.match(draft.after(doses[-1], 40)):
        return
    sizes = sizes_of(*doses)
    if sizes is None or any(one.role is not Role.COUNT or one.per for one in doses):
        return
    in_a_day = sum(sizes, Fraction())
    each_day: Expression = operation(Operator.SUM, *(draft.named(one) for one in doses))
    each_day = operation(Operator.DIVIDE, each_day, fixed("exactly 1 day"))
    near = draft.beside(first, 1)
    for days in near:
        in_days = _DAYS_IN.get(days.unit)
        if days.role is not Role.DURATION or days.per or in_days is None or days.phrase is None:
            continue
        for pack in near:
            whole = size_of(pack)
            if pack in doses or pack.role is not Role.COUNT or pack.per or whole is None:
                continue
            if pack.noun and first.noun and not same_noun(pack, first):
                continue
            taken = in_a_day * in_days * days.phrase.low.value
            product = operation(Operator.MULTIPLY, each_day, draft.named(days))
            figures = (*doses, days, pack)
            meant = nearness(taken, whole, figures) and whole > in_a_day
            yield Found(
                pack, "FC202", draft.named(pack), Comparison.EQUAL, product, figures,
                Sure.LIKELY if meant and pack.noun else Sure.GUESS,
            )  # fmt: skip


def _is_dose_or_pills(draft: Draft, dose: Mention) -> bool:
    if dose.per or dose.phrase is None:
        return False
    if dose.role is Role.COUNT:
        return dose.noun in _PILLS or draft.after(dose, 20).startswith(" at a time")
    return powers(dose) in ({"mass": 1}, {"length": 3})


def _is_as(draft: Draft, dose: Mention, total: Mention) -> bool:
    """It may be many of these doses: of their unit, or so many pills."""
    if total.role is not dose.role or powers(total) != powers(dose):
        return False
    return total.role is not Role.COUNT or not total.noun or total.noun in _PILLS | _PACKS


def _once_a_day(draft: Draft, dose: Mention) -> tuple[Expression, tuple[Mention, ...], int] | None:
    found = _ONE_TIME_OF_DAY.search(draft.after(dose, _FAR))
    return (fixed("exactly 1/day"), (), dose.end + found.end()) if found else None


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
    if found := _EVERY_HOURS.search(draft.lower, start, end):
        many = _HOURS[found.group(1)]
        return fixed(f"exactly {24 // many}/day"), (), found.end()
    if found := _BY_THE_CLOCK.search(draft.lower, start, end):
        many = 3 if found.group(1) else 2
        return fixed(f"exactly {many}/day"), (), found.end()
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
    """A pack = how long it lasts × how much is taken a day."""
    if time.role is not Role.DURATION or time.per or time.unit not in _STRETCHES:
        return
    sentence = draft.sentence(time)
    start = draft.sentences[max(0, time.sentence - 1)].start
    end = draft.sentences[min(time.sentence + 1, len(draft.sentences) - 1)].end
    if not (
        _LASTS.search(draft.before(time, 60))
        or "supply" in draft.after(time, 20)
        or _RUNS_OUT.search(draft.before(time, 60))
    ):
        return
    for pack in draft.within(start, sentence.end):
        if pack.per or not _is_pack(draft, pack):
            continue
        taken = _taken_a_day(draft, pack, time, start, end)
        if taken is not None:
            rate, figures = taken
            product = operation(Operator.MULTIPLY, rate, draft.named(time))
            figures = (pack, *figures, time)
            yield Found(
                pack, "FC202", draft.named(pack), Comparison.EQUAL, product, figures, Sure.LIKELY
            )
            return


def _is_pack(draft: Draft, pack: Mention) -> bool:
    """It is what a bottle or a box holds."""
    if pack.role is not Role.COUNT and powers(pack) not in ({"mass": 1}, {"length": 3}):
        return False
    before, after = draft.before(pack, 30), draft.after(pack, 30)
    if _PACK_OF.search(before) or _PACK_BEHIND.match(after) or pack.noun in _PACKS:
        return True
    return pack.role is Role.COUNT and pack.noun in _PILLS and bool(_HELD.search(before))


def _taken_a_day(
    draft: Draft, pack: Mention, time: Mention, start: int, end: int
) -> tuple[Expression, tuple[Mention, ...]] | None:
    """What is taken of a pack in a day, and the figures that say so."""
    for dose in draft.within(start, end):
        if dose in (pack, time) or powers(dose).get("length") != powers(pack).get("length"):
            continue
        if dose.role is not pack.role or (dose.noun and dose.noun not in _PILLS | _SPOONS):
            continue
        if dose.per == "day":
            return _exactly(draft, dose), (dose,)
        if dose.per or _is_pack(draft, dose):
            continue
        times = _times_a_day(draft, dose.end, min(draft.sentence(dose).end, dose.end + _FAR))
        if times is not None:
            return operation(Operator.MULTIPLY, draft.named(dose), times[0]), (dose, *times[1])
    if pack.role is not Role.COUNT:
        return None
    if _HALVES.search(draft.lower, start, end):
        return None
    times = _times_a_day(draft, start, end)
    return times and (times[0], times[1])


def _for_a_weight(draft: Draft, rate: Mention) -> Iterator[Found]:
    """So much per kilogram or per litre × so many of them = a dose.

    The units leave nothing but a ratio, and each figure must be printed in its own.
    """
    base = rate.per.rpartition(" ")[2]
    base = "kilogram" if base == "kilo" else base
    if not base or not rate.unit or powers(rate) or rate.role is not Role.AMOUNT:
        return
    near = draft.beside(rate, 2)
    weights = [one for one in near if one.unit == base and not one.per]
    totals = [one for one in near if _is_dose(draft, rate, one, base)]
    for weight in weights:
        for total in totals:
            product = operation(Operator.MULTIPLY, draft.named(rate), draft.named(weight))
            figures = (rate, weight, total)
            is_sure = len(weights) == 1 and len(totals) == 1
            yield Found(
                total, "FC202", draft.named(total), Comparison.EQUAL, product, figures,
                Sure.LIKELY if is_sure else Sure.GUESS,
            )  # fmt: skip


def _is_dose(draft: Draft, rate: Mention, one: Mention, base: str) -> bool:
    if one.per or one.unit == base or powers(one) != _MEASURES.get(base, {"mass": 1}):
        return False
    if one.phrase is None or rate.phrase is None or _NO_TOTAL.search(draft.before(one, 30)):
        return False
    return one.role is Role.AMOUNT and one.unit in (rate.unit, *_MEASURED_IN.get(rate.unit, ()))


_NEAR = 60
_HALVES = regex(r"\b(?:half|quarter of) an? [a-z]+\b")
_AT_A_TIME_OF_DAY = regex(
    r" (?:at|in the|with|after|before) (?:the )?(?:breakfast|lunch|noon|midday|dinner|supper|tea"
    r"|bedtime|night|morning|afternoon|evening)(?:,? and |, |\b)"
)
_DAYS_IN = {"day": 1, "week": 7, "month": 30}
_ONE_TIME_OF_DAY = regex(
    r"\b(?:in the morning|at night|every (?:morning|evening|night)|at bedtime|(?:with|after"
    r"|before) (?:the |their |an? )?(?:breakfast|dinner|supper|lunch|evening meal)|daily|a day"
    r"|each day)\b"
)
_PILLS = frozenset("tablet pill capsule dose lozenge caplet injection sachet patch drop".split())
_OFTEN_A_DAY = {"once": 1, "twice": 2, "thrice": 3, "one": 1, "two": 2, "three": 3, "four": 4}
_OFTEN = regex(
    r"\b(once|twice|thrice)(?: a day| daily|-daily| each day| every (?:day|morning|evening|night)"
    r"| per day)"
)
_PILLS_A_DAY = regex(
    r"\b(?:tablets?|pills?|capsules?|doses?|lozenges?|caplets?|injections?|sachets?|patch(?:es)?"
    r"|drops?|spoonfuls?|shots?) (?:(?:a|per|each|every) day|daily)\b"
)
_HOURS = {"four": 4, "4": 4, "six": 6, "6": 6, "eight": 8, "8": 8, "twelve": 12, "12": 12}
_EVERY_HOURS = regex(r"\bevery (four|six|eight|twelve|4|6|8|12) hours\b")
_BY_THE_CLOCK = regex(
    r"\b(?:(morning, (?:noon|midday|afternoon|lunchtime) and (?:night|evening))"
    r"|one in the morning and one (?:at|in the) (?:night|evening|bedtime)"
    r"|(?:in the )?morning and (?:in the )?(?:evening|night|at night|at bedtime)"
    r"|(?:night|evening) and morning|breakfast and (?:at |after |before |with )?"
    r"(?:supper|dinner|tea|bedtime)|morning and again (?:at|in the) (?:night|evening"
    r"|bedtime))\b"
)
_STRETCHES = ("day", "week", "month")
_SPOONS = frozenset("spoonful teaspoon tablespoon teaspoonful spoon syrup medicine insulin".split())
_PACKS = frozenset(("bottle", "pack", "box"))
_PACK_BEHIND = regex(r"(?:-\w+)? (?:bottle|box|pack|packet|tube|jar|tub|vial|phial|inhaler)s?\b")
_RUNS_OUT = regex(r"\b(?:empty|gone|runs? out|ran out|finished|used up)\b[^.;]{0,12}$")
_HELD = regex(r"\b(?:holds?|held|contains?|contained|with|given|prescribed|the|of|his|her) $")
_FAR = 80
_MEASURES = {
    "litre": {"length": 3}, "US gallon": {"length": 3}, "gallon": {"length": 3},
    "pint": {"length": 3},
}  # fmt: skip
_MEASURED_IN = {"milligram": ("gram",), "microgram": ("milligram",), "millilitre": ("litre",)}
"""What else a dose is printed in, when there is much of it."""
_NO_TOTAL = regex(
    r"\b(?:maximum|limit|at most|more than|tablets? of|pills? of|capsules? of|vials? of|instead of"
    r"|rather than|twice|up to|not)(?: the| a)? $"
)
_COURSE = regex(r" (?:for|over|in) (?:the |a )?$")
_DIFFERENT = regex(r"\b(?:or|second group|others|another|instead|then|rising)\b|;")
_DAILY_TOTAL = regex(
    r"(?:\btotal|\bor|\bmaking|\bthat is|\bgiving|\bamount\w*|\bequivalent|\bin all"
    r"|\badding)\b[^;]{0,40}$"
)
_DAILY = regex(r"\b(?:daily|a day|each day|per day|a day's)\b")
_A_DAY = regex(r" (?:a|per|each|every|in a) day| daily")
_LASTS = regex(
    r"\b(?:lasts?|lasting|lasted|supply|enough for|will do for|course of|enough to last|see \w+"
    r" through|to do|lasts \w+|good for|sufficient for|cover(?:s|ed)?)\b[^.;]{0,25}$"
)
_PACK_OF = regex(
    r"\b(?:box|boxes|packs?|packets?|bottles?|strips?|tubs?|jars?|vials?|tubes?|prescription)"
    r" (?:of|holds?|held|contain(?:s|ed|ing)|with|holding|has)(?: about| just| only)? $"
)
