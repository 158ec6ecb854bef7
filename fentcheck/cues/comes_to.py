from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from fentcheck.cues.closeness import is_slip, within
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import Each, base_of, counted_before, powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.product import is_elsewhere
from fentcheck.cues.rate_over_time import TIME, WORKED, has_time, is_always, is_partly, rate_of
from fentcheck.cues.same import periods
from fentcheck.cues.topic import about, around, beside, is_multiplied, is_persons, noun_stems, stems
from fentcheck.cues.totals import is_income, is_something_else, purpose
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.unit import NUMBER, Kind


@cue("comes-to")
def comes_to(draft: Draft) -> Iterator[Found]:
    """So much for one, and the only figures beside it that it can be multiplied to.

    Words: any that make a figure one of many ("each", "apiece", "a mean of", "averaging", "the
        average buyer", "$4 an hour", "per pupil", "a box costs") or a rate, and any for what comes
        of it ("in all", "the bill", "that means", "went", "took"), wherever they stand in the
        sentences of three figures of which the units and nouns leave no other choice. A time may
        be one by the clock ("from 4 a.m. to noon"), or "a fortnight". What is free, shut, left
        out, or a bound makes no product.
    Finding: Parking is £4 an hour. He left it there for six hours and got a bill for £42.
    Clean: Parking is £4 an hour, the first hour free. He stayed six hours and paid £20.
    """
    for one in draft.figures:
        for_one = _for_one(draft, one)
        if for_one is not None:
            yield from _of_one(draft, for_one)


class ForOne(NamedTuple):
    """A figure that is for one of something: of a time, of a unit, or of things."""

    figure: Mention
    per: str = ""
    base: tuple[tuple[str, int], ...] = ()
    nouns: frozenset[str] = frozenset()
    is_mean: bool = False
    often: tuple[Mention, ...] = ()
    """What it is multiplied by first: "two pumps, each at 400 gallons", "12 hours a night"."""


class Many(NamedTuple):
    """How many there are of it: as an operand, in base units, and the mentions that say so."""

    operand: Expression
    size: Fraction
    low: Fraction
    """The least that it may be, without days of rest."""
    figures: tuple[Mention, ...]
    is_tied: bool
    is_of_things: bool = False

    @property
    def sentence(self) -> int:
        return self.figures[-1].sentence


class Triple(NamedTuple):
    many: Many
    total: Mention
    low: Fraction
    high: Fraction
    whole: Fraction
    spread: int

    @property
    def holds(self) -> bool:
        is_near: bool = self.low * (1 - _EXACT) <= self.whole <= self.high * (1 + _EXACT)
        return is_near

    @property
    def is_slip(self) -> bool:
        return is_slip(self.high, self.whole) or is_slip(self.low, self.whole)


def _for_one(draft: Draft, one: Mention) -> ForOne | None:
    """What a figure is for one of; None where it is all there is, or a bound, or a range."""
    if _EACH_OF_SOME.match(draft.after(one, 30)):
        return None
    if _number(one) is None or _number(one) == 0 or (one.role is Role.PERCENT and not _points(one)):
        return None
    before, after = beside(draft, one, 70, 45)
    if _NO_MEAN.search(before) or _NO_MEAN.search(one.text.lower()):
        return None
    text = draft.lower[one.start : one.figure_start]
    lead = before + text
    is_mean = bool(_MEAN_BEFORE.search(lead) or _MEAN_BEHIND.match(after))
    if not is_mean:
        per = rate_of(draft, one)
        if per:
            return _so_often(draft, one, per) if one.role is not Role.AGE else None
        if one.role in (Role.AGE, Role.PERCENT):
            return None
        if base := base_of(one):
            return (
                None
                if powers(one).get("length") == 1 or is_multiplied(draft, one)
                else ForOne(one, base=base)
            )
    nouns = stems(one.per) if one.per else frozenset()
    if found := _PER_NOUN.match(after):
        nouns |= stems(" ".join(word for word in found.groups() if word))
    if is_mean:
        return ForOne(one, nouns=nouns | stems(lead[-60:]), is_mean=True)
    if one.per and one.per.lower().rpartition(" ")[2] not in _BUNDLES:
        return ForOne(one, nouns=nouns)
    if one.role is Role.DURATION:
        return None
    if _EACH_BEHIND.match(after) or nouns:
        return ForOne(one, nouns=nouns)
    if found := _EACH_BEFORE.search(before):
        return ForOne(one, nouns=stems(found.group()))
    return None


def _so_often(draft: Draft, one: Mention, per: str) -> ForOne:
    """A rate, with how many there are of it, or how much of the time it is."""
    for hours in draft.beside(one):
        period = TIME.get(hours.per)
        if hours.role is Role.DURATION and period and period != per and TIME.get(hours.unit) == per:
            return ForOne(one, per=period, often=(hours,))
    before, after = beside(draft, one, 40, 40)
    if _EACH_ONE.search(before) or _EACH_BEHIND.match(after):
        many = counted_before(draft, one)
        if many is not None and many.sentence == one.sentence and many.hedge == "=":
            return ForOne(one, per=per, often=(many,))
    return ForOne(one, per=per)


def _of_one(draft: Draft, for_one: ForOne) -> Iterator[Found]:
    one = for_one.figure
    near = [
        each
        for each in draft.beside(one, _NEAR)
        if _number(each) is not None and each not in for_one.often
    ][:_MOST]
    manys = list(_manys(draft, for_one, near))
    if not manys:
        return
    totals = [each for each in near if _is_total(draft, for_one, each)]
    triples = [
        found
        for many, total in product(manys, totals)
        if (found := _triple(draft, for_one, many, total)) is not None
    ]
    if not triples or any(each.holds for each in triples):
        return
    nearest = min(each.spread for each in triples)
    fitting = [each for each in triples if each.spread == nearest]
    if len(fitting) > 1:
        said = [each for each in fitting if _is_said(draft, for_one, each.total, strongly=True)]
        fitting = said if said else fitting
    if len(fitting) > 1:
        tied = [each for each in fitting if each.many.is_tied]
        fitting = tied if tied else fitting
    if len({(each.many.size, each.total) for each in fitting}) == 1:  # "seven games … those seven"
        fitting.sort(key=lambda each: abs(each.many.figures[0].start - each.total.start))
        del fitting[1:]
    if len(fitting) != 1 or not fitting[0].is_slip:
        return
    found = fitting[0]
    if not _is_said(draft, for_one, found.total, strongly=nearest > 0):
        return
    if _is_open(draft, (one, *for_one.often, *found.many.figures, found.total)):
        return
    if _is_other_count(draft, for_one, found, manys) or _is_apart(draft, for_one, found):
        return
    computed = _operand(draft, for_one, one)
    for each in for_one.often:
        computed = operation(Operator.MULTIPLY, computed, draft.named(each))
        if each.per and powers(each).get("time") == 1:  # "twelve hours a night"
            computed = operation(Operator.DIVIDE, computed, fixed(f"exactly 1 {for_one.per}"))
    computed = operation(Operator.MULTIPLY, computed, found.many.operand)
    if for_one.per and found.many.is_of_things:
        if has_time(one):
            computed = operation(Operator.MULTIPLY, computed, fixed(f"exactly 1 {for_one.per}"))
    elif for_one.per and not (for_one.often and for_one.often[0].per) and not has_time(one):
        computed = operation(Operator.DIVIDE, computed, fixed(f"exactly 1 {for_one.per}"))
    yield Found(
        found.total, "FC201" if for_one.per else "FC202", _operand(draft, for_one, found.total),
        Comparison.EQUAL, computed, (one, *for_one.often, *found.many.figures, found.total),
        Sure.LIKELY,
    )  # fmt: skip


# How many


def _manys(draft: Draft, for_one: ForOne, near: list[Mention]) -> Iterator[Many]:
    one = for_one.figure
    if for_one.per:
        times = list(_times(draft, for_one, near))
        yield from times
        if (
            times
            or one.role is not Role.MONEY
            or not _DUES.search(draft.before(one) + draft.after(one))
        ):
            return
        for_one = for_one._replace(nouns=stems(draft.before(one, 40)))
    for each in near:
        size = _number(each)
        if size is None or each.per or each.role in (Role.PERCENT, Role.AGE, Role.MONEY):
            continue
        if for_one.base:
            if powers(each) == dict(for_one.base) and each.role is not Role.DURATION:
                yield _many(draft, each, is_tied=True)
        elif each.role is Role.COUNT and size > 1 and size == int(size):
            if _FEW.search(draft.before(each, 30)) or each.hedge in "<>":
                continue
            if _OF_SO_MANY.match(draft.after(each, 15)) or _SO_MANY_OF.search(
                draft.before(each, 9)
            ):
                continue
            nouns = noun_stems(each)
            is_tied = bool(nouns & for_one.nouns)
            if (
                one.per
                and not (for_one.is_mean or for_one.per or is_tied)
                and not (
                    one.per.rpartition(" ")[2] in _HEADS
                    or (is_persons(one.per) and is_persons(each.noun))
                )
            ):
                continue
            if not each.noun and not _BARE.search(draft.before(each, 30)):
                continue
            if one.role is Role.COUNT and one.noun and nouns & noun_stems(one):
                continue
            yield _many(draft, each, is_tied=is_tied)
        elif (
            for_one.is_mean and each.role is Role.DURATION and one.role is not Role.DURATION
            and "-" not in each.text
            and _SPREAD.search(draft.before(each, 30))
        ):  # fmt: skip
            number = each.phrase and Quoted(each.phrase._replace(unit=NUMBER))
            assert number
            yield Many(number, Fraction(size), Fraction(size), (each,), is_tied=True)


def _many(draft: Draft, each: Mention, is_tied: bool) -> Many:
    assert each.phrase is not None
    size = Fraction(each.phrase.low.value) * each.phrase.unit.size
    return Many(draft.named(each), size, size, (each,), is_tied, is_of_things=True)


def _times(draft: Draft, for_one: ForOne, near: list[Mention]) -> Iterator[Many]:
    """Lengths of time, by the calendar, the clock or in a word."""
    one = for_one.figure
    order = list(_SECONDS)
    found = False
    for each in near:
        is_count = each.role is Role.COUNT and not each.per
        unit = TIME.get(each.noun if is_count else each.unit)
        if unit is None or each.per or (each.role is not Role.DURATION and not is_count):
            continue
        if _is_with_rest(draft, for_one, unit):
            continue
        if order.index(unit) < order.index(for_one.per) or _NO_SPAN.match(draft.after(each, 25)):
            continue
        if _WAIT.search(draft.before(each, 30)):
            continue
        if _AGO.match(draft.after(each, 8)) and not _SINCE.search(draft.before(each, 60)):
            continue
        found = True
        length = fixed(f"exactly 1 {unit}")
        operand: Expression = draft.named(each)
        if is_count:
            operand = operation(Operator.MULTIPLY, operand, length)
        many = _number(each)
        assert many is not None
        size = Fraction(many) * _SECONDS[unit]
        yield _with_rest(draft, for_one, unit, operand, size, (each,))
    if found:
        return
    first = draft.sentences[max(0, one.sentence - 1)].start
    last = draft.sentences[min(one.sentence + 1, len(draft.sentences) - 1)].end
    first, last = max(first, one.start - _FAR), min(last, one.end + _FAR)
    spans = list(_IN_WORDS.finditer(draft.lower, first, last))
    if len(spans) == 1:
        span = spans[0]
        unit = span.group(1)
        text = _AS_DAYS.get(unit, f"exactly 1 {unit}")
        size = Fraction(_SECONDS.get(unit, 14 * _DAY))
        unit = "week" if unit == "fortnight" else unit
        if order.index(unit) > order.index(for_one.per) and not _is_with_rest(draft, for_one, unit):
            made = draft.made(span.start(1), span.end(1))
            yield _with_rest(draft, for_one, unit, fixed(text), size, (made,))
        return
    clock = [(made.start(), made.end()) for made in _CLOCK.finditer(draft.lower, first, last)]
    if len(clock) == 2 and for_one.per in _SHORT:
        minutes = [_minutes(draft.lower[start:end]) for start, end in clock]
        if not _OPENS.search(draft.lower[first:last]):
            return
        length_in_minutes = (minutes[1] - minutes[0]) % (24 * 60)
        if length_in_minutes:
            text = f"exactly {length_in_minutes} minutes"
            size = Fraction(length_in_minutes * _SECONDS["minute"])
            figures = tuple(draft.made(start, end) for start, end in clock)
            yield Many(fixed(text), size, size, figures, is_tied=True)


def _is_with_rest(draft: Draft, for_one: ForOne, unit: str) -> bool:
    """So much an hour is not so much in each hour of a week, unless it never stops."""
    return for_one.per in _SHORT and unit not in _SHORT and not is_always(draft, for_one.figure)


def _with_rest(
    draft: Draft, for_one: ForOne, unit: str, operand: Expression, size: Fraction,
    figures: tuple[Mention, ...],
) -> Many:  # fmt: skip
    share = None if is_always(draft, for_one.figure) else WORKED.get((for_one.per, unit))
    low = size
    if share is not None:
        operand = operation(Operator.MULTIPLY, operand, fixed(share))
        low *= Fraction(share.partition(" ")[0])
    return Many(operand, size, low, figures, is_tied=True)


def _minutes(text: str) -> int:
    if text in ("noon", "midday"):
        return 12 * 60
    hour, _, minute = text.rstrip("apm. ").replace(".", ":").partition(":")
    if text == "midnight" or not hour:
        return 0
    return (int(hour) % 12 + 12 * ("p" in text)) * 60 + int(minute or 0)


# What they come to


def _is_total(draft: Draft, for_one: ForOne, total: Mention) -> bool:
    one = for_one.figure
    if total.per or (total.role is Role.PERCENT and not _points(total)):
        return False
    if " other " in total.text or _FOR_SO_MANY.match(draft.after(one, 20)):
        return False
    if total.text.lower().startswith(("less than", "fewer than")):
        return False
    if total.hedge == ">" and "more than" not in total.text.lower():
        return False
    before, after = draft.before(total, 40), draft.after(total, 45)
    if _NOT_TOTAL.search(before) or _NOT_TOTAL_BEHIND.match(after):
        return False
    is_lost = one.role is not Role.MONEY or not _LOST.search(draft.words(one))
    if not _OF_THEM.match(after) and is_something_else(draft, total, lost=is_lost):
        return False
    if _OF_SOME.search(before):
        return False
    if _EACH_BEHIND.match(after) or _MEAN_BEFORE.search(
        beside(draft, total, 60, 0)[0] + draft.lower[total.start : total.figure_start]
    ):
        return False
    if one.role is Role.MONEY or total.role is Role.MONEY:
        return one.role is total.role and _kept(one) == _kept(total)
    if total.role is Role.AMOUNT and total.unit != "times":
        mine = dict(powers(one))
        for base, power in for_one.base:
            mine[base] = mine.get(base, 0) + power
        if for_one.per:
            mine.pop("time", None)
        return bool(mine) and {b: p for b, p in mine.items() if p} == powers(total)
    if for_one.is_mean and Role.AGE in (one.role, total.role):
        return one.role in (Role.AGE, Role.COUNT)
    if one.role is Role.DURATION or total.role is Role.DURATION:
        return one.role is total.role or _is_thing_of_days(one, total)
    if one.role is Role.AMOUNT and not _points(one):
        return False
    if powers(one) and not for_one.per:
        return False
    mine_nouns, nouns = noun_stems(one), noun_stems(total)
    if not one.noun or not total.noun or total.unit == "times":
        return bool(total.noun or for_one.is_mean or _OF_THEM.match(after)) and (
            bool(total.noun) or bool(one.noun) or for_one.is_mean
        )
    if mine_nouns & nouns:
        return True
    if is_persons(one.noun) and is_persons(total.noun):
        return bool(for_one.per) or _is_said(draft, for_one, total, strongly=None)
    return total.start > one.start and bool(_THAT_IS.search(before))


def _is_thing_of_days(one: Mention, total: Mention) -> bool:
    """ "192 sick days", "18 days": the one is read as a count and the other as a time."""
    return one.unit == "day" and total.noun == "day" and total.role is Role.COUNT


def _kept(mention: Mention) -> list[str]:
    return [base for base in powers(mention) if base[0] == "¤"]


def _triple(draft: Draft, for_one: ForOne, many: Many, total: Mention) -> Triple | None:
    one = for_one.figure
    if total in many.figures or one in many.figures:
        return None
    size, whole = _size(for_one, one), _size(for_one, total)
    if size is None or whole is None or whole <= size:
        return None
    if for_one.per:
        if has_time(one):
            size *= fixed(f"exactly 1 {rate_of(draft, one)}").phrase.unit.size
        for often in for_one.often:
            size *= _number(often) or 1
        if not many.is_of_things:
            size /= _SECONDS[for_one.per]
    sentences = (one.sentence, total.sentence, *(each.sentence for each in many.figures))
    spread = max(sentences) - min(sentences)
    return Triple(many, total, size * many.low, size * many.size, whole, spread)


def _is_said(draft: Draft, for_one: ForOne, total: Mention, strongly: bool | None) -> bool:
    """Words, or its own unit, make a figure what something comes to; of None, only the surest."""
    one = for_one.figure
    before, after = draft.before(total, 70), draft.after(total, 50)
    lead = before + draft.lower[total.start : total.figure_start]
    if _IN_ALL.search(lead) or _IN_ALL_BEHIND.match(after):
        return True
    if strongly is None:
        return False
    if total.sentence == one.sentence and for_one.is_mean and _SO_MEAN.search(draft.words(one)):
        return True
    if total.role is Role.MONEY:
        return bool(_PAID.search(before)) and not (strongly and _FOR_ANOTHER.match(after))
    if total.role is Role.AMOUNT or for_one.per:
        return True
    return bool(for_one.is_mean or _TOOK.search(before) or _OF_THEM.match(after))


def _is_open(draft: Draft, figures: tuple[Mention, ...]) -> bool:
    """The words leave open how many there were, or whether it was the same for all."""
    first = min(one.sentence for one in figures)
    last = max(one.sentence for one in figures)
    start = max(draft.sentences[first].start, min(one.start for one in figures) - _FAR)
    end = min(draft.sentences[last].end, max(one.end for one in figures) + _FAR)
    text = draft.lower[start:end]
    return bool(_OPEN.search(text)) or any(
        _BOUND.search(around(draft, one)) for one in figures if one.phrase is not None
    )


def _is_other_count(draft: Draft, for_one: ForOne, found: Triple, manys: list[Many]) -> bool:
    """Something else was counted, and as many of that could be meant."""
    if found.many.is_tied:
        return False
    figures = for_one.figure, *found.many.figures, found.total
    between = within(draft, figures)
    return any(
        many.figures[0] in between and many.size != found.many.size
        for many in manys
        if many.figures[0] not in figures
    )


def _is_apart(draft: Draft, for_one: ForOne, found: Triple) -> bool:
    """The total is of another time, for another thing or the other way of money."""
    one, total = for_one.figure, found.total
    is_made = found.many.figures[0].phrase is None
    many = one if is_made else found.many.figures[0]
    each = Each(one, for_one.nouns, for_one.base, is_mean=for_one.is_mean)
    if is_elsewhere(draft, each, many, total) or (for_one.per and is_partly(draft, one)):
        return True
    for other in (one, many):
        mine, theirs = (
            periods(draft.words(each)) | frozenset(_MONTH.findall(draft.words(each)))
            for each in (other, total)
        )
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    if total.role is not Role.MONEY or _is_said(draft, for_one, total, strongly=None):
        return False
    if for_one.per and is_income(draft, one) is not is_income(draft, total):
        return True
    wanted = purpose(draft, total)
    return bool(wanted) and not wanted & (about(draft, one) | about(draft, many) | for_one.nouns)


def _number(mention: Mention) -> Fraction | None:
    phrase = mention.phrase
    if phrase is None or phrase.form is not Form.NUMBER or phrase.high is not None:
        return None
    return Fraction(phrase.low.value)


def _points(mention: Mention) -> bool:
    """ "84 points", of a game and no percentage."""
    return mention.phrase is not None and mention.phrase.unit.kind is Kind.POINTS


def _is_plain(for_one: ForOne, mention: Mention) -> bool:
    """Only its number counts: points of a game, times, years of age."""
    return for_one.is_mean and (
        mention.role in (Role.AGE, Role.PERCENT, Role.DURATION)
        or mention.unit == "times"
        or for_one.figure.role is Role.DURATION
    )


def _size(for_one: ForOne, mention: Mention) -> Fraction | None:
    number = _number(mention)
    if number is None or mention.phrase is None:
        return None
    return number if _is_plain(for_one, mention) else number * mention.phrase.unit.size


def _operand(draft: Draft, for_one: ForOne, mention: Mention) -> Expression:
    if _is_plain(for_one, mention):
        assert mention.phrase is not None
        return Quoted(mention.phrase._replace(unit=NUMBER, direction=None))
    return draft.named(mention)


_DAY = 24 * 60 * 60
_SECONDS = {
    "second": 1, "minute": 60, "hour": 60 * 60, "day": _DAY, "week": 7 * _DAY,
    "month": 30 * _DAY, "year": 365 * _DAY,
}  # fmt: skip
_AS_DAYS = {
    "fortnight": "exactly 14 days", "week": "exactly 7 days", "month": "28 to 31 days",
    "year": "365 to 366 days",
}  # fmt: skip
_DUES = regex(
    r"\b(?:membership|subscri\w+|dues|fee|licen[cs]e|permit|season ticket|pass|levy|premium|pay)\b"
)
_OF_SO_MANY = regex(r" (?:out )?of (?:the |its )?\d")
_SO_MANY_OF = regex(r"\d (?:out )?of \Z")
_EACH_ONE = regex(r"\b(?:each|every one)(?: of them)?\b[^.;,\d]{0,30}\Z")
_SHORT = ("second", "minute", "hour")
_NEAR = 1
"""J: sentences to either side."""
_FAR = 400
"""J: characters round a figure that a reader takes with it."""
_MOST = 16
_EXACT = Fraction(1, 15)
"""J: what rounding may leave between a product and its total."""
_BUNDLES = frozenset("dozen hundred thousand million capita".split())
_NO_MEAN = regex(
    r"\b(?:median|typical(?:ly)?|usual(?:ly)?|(?:above|below|than|over|under|beat|beats)"
    r" (?:the|its|an?|their) (?:[a-z]+ )?(?:average|mean)|national average|moving average"
    r"|highest|lowest|maximum|minimum|record|as (?:little|much|many|few) as"
    r"|(?<!went )(?<!gone )up to|at (?:most|least)"
    r"|allow(?:ed|s|ance)|limit|starts? at|from)\b[^,;]*\Z"
)
_MEAN_BEFORE = regex(
    r"(?:\baverag(?:e|es|ed|ing)\b"
    r"|\b(?:an?|the|its|their|his|her|with|this|whose|arithmetic) mean\b"
    r"|\bmean (?:of|was|is|for|score|age|length|price|weight|attendance|gate|time|pay|wage)\b"
    r"|\b(?:works?|worked|working|averag\w+|comes?|came|pans?|panned) out (?:at|to|as)"
    r"|\baverag\w+ out)\b"
    r"[^.;:]{0,50}\Z"
)
_MEAN_BEHIND = regex(
    r"[^.;,\d]{0,30},? (?:on average|on the average|at the mean|to the average"
    r"|being the (?:average|mean)|was the (?:average|mean)|is the (?:average|mean))\b"
)
_EACH_BEHIND = regex(
    r"[^.;,\d]{0,25}? ?,?(?:\beach\b|\bapiece\b|\ba ?head\b|\ba (?:time|piece|pop|go)\b"
    r"|\bper (?!cent|day|week|month|year|hour|annum)[a-z]+"
    r"|\b(?:for|to|from|on|in) (?:each|every)\b(?! of (?:\d|two|three|four|five|six)))"
    r"(?! (?:day|week|month|year|hour|night|other)\b)"
)
_EACH_BEFORE = regex(
    r"\b(?:each|every|apiece)(?: one)?(?: of (?:the|its|their|them|those|these))?"
    r"(?! (?:day|week|month|year|hour|night|other|morning|season|spring|summer|time)\b)"
    r"[^.;,\d]{0,40}\Z|\b(?:an?|one) (?:[a-z-]+ ){1,4}(?:costs?|fetche[sd]|sells? for|weighs?"
    r"|holds?|seats|contains|goes for|sets you back)(?: [a-z]+){0,3} \Z"
)
_PER_NOUN = regex(
    r"[^.;,\d]{0,12}? (?:per|for (?:each|every)|to (?:each|every)) ([a-z]+(?: [a-z]+)?)"
    r"| an? (?!day|week|month|year|hour|night|time|season)([a-z]+)\b(?= ?[.,;]|\Z)"
)
_EACH_OF_SOME = regex(r" (?:for|to|from|on|in|at) each of (?:\d|two|three|four|five|six)")
_FEW = regex(
    r"\b(?:one|first|last|second|third|top|best|only|some|most|none|any|another|of"
    r"|other|further|including|extra|new|with(?: its| her| his)?) \Z"
)
_BARE = regex(
    r"\b(?:sold|fitted|bought|made|built|laid|delivered|ordered|issued|shipped|planted|of all|all"
    r"|used|given|handed out|has|had|have|are|were) (?:[a-z]+ )?\Z"
)
_SPREAD = regex(r"\b(?:over|in|across|for|spread|during|the)(?: the| those| these| all)? \Z")
_NO_SPAN = regex(
    r"(?: of [a-z]+ left|[ -](?:old|earlier|notice|younger|away|in prison|ahead|to spare|wait|delay"
    r"|break|before"
    r"|overtime|off|free|behind|late|early|left|to go|from now|sentence|deadline|guarantee|lease"
    r"|contract|warranty|high|low))\b"
)
_WAIT = regex(
    r"\b(?:queue|wait|waited|delay|break|stop|stopped|rest|rested|every|first|last|final|next"
    r"|another)\b[^.;,]{0,12}\Z"
)
_AGO = regex(r" (?:ago|later|after)\b")
_SINCE = regex(
    r"\b(?:since|began|begun|started|opened|broke|went live|burst|fail\w*|mended|stopped|fixed"
    r"|repaired|plugged|shut|sealed|found|ended|lifted|reopened)\b[^.;]{0,50}\Z"
)
_IN_WORDS = regex(
    r"\b(?:for|over|in|within|after|during|throughout) (?:an?|the whole|the entire|a full|a whole)"
    r" (fortnight|day|week|month|year|hour)\b"
    r"(?! or | (?:ago|later|earlier|before|and (?:an?|half))\b)"
)
_CLOCK = regex(r"\b(?:\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?)|noon|midday|midnight)")
_OPENS = regex(
    r"\b(?:from|between|until|till|to|through|by)\b[^.;]{0,30}\b(?:noon|midday|midnight|\d)"
    r"|\bnever\b|\bwhen\b|\bwithout\b"
)
_HEADS = frozenset(("head", "piece", "item", "unit", "go", "time", "seat", "ticket"))
_LOST = regex(r"\b(?:los[et]\w*|cost\w*)\b")
_FOR_SO_MANY = regex(r" for (?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an? )")
""" "$60 for 11 courses" is what they come to."""
_OF_SOME = regex(r"\bof (?:them|those|these|which|whom)\b[^.;]{0,40}\Z")
_MONTH = regex(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
)
_NOT_TOTAL = regex(
    r"\b(?:of which|including|includes?|plus|another|further|separate|grant|loan|debt|target|goal"
    r"|profit|tax|compared with|compared to|rose|reduced|reserves? of|than|last time|instead"
    r"|previous(?:ly)?|set aside|deposit|also|advance|stood at|stands at|maximum|limit|at most"
    r"|record|against|fine of|budget|salary|pay of|worth of)\b[^.;,]{0,22}\Z"
)
_NOT_TOTAL_BEHIND = regex(
    r" (?:more|less|extra|fewer|higher|lower|short|profit|loss|grant|fine|loan|mortgage|deposit"
    r"|in (?:tax|profit|fines|aid|grants|debt|reserves))\b"
)
_OF_THEM = regex(r" of (?:them|these|those)\b")
_THAT_IS = regex(
    r"\b(?:that|which|this|it)(?:['’]s| is| was| means| meant| makes| made| puts| put| comes to"
    r"| came to| gives| gave| adds up to| amounts to| amounted to| would be| totals| brings"
    r"| works out (?:at|to|as))\b[^.;]{0,25}\Z|\b(?:yield\w*|producing|enough for|making"
    r"|for a total of|totall?ing)\b[^.;]{0,20}\Z"
)
_IN_ALL = regex(
    r"\b(?:total\w*|in all|altogether|all told|combined|between them|aggregate|sum|bill|invoice"
    r"|charged?|tally|tab|adds? up to|added up to|amount(?:s|ed|ing)? to|com(?:es?|ing) to"
    r"|came to|r[ua]n(?:s|ning)?(?: up)? to|set(?:s|ting)? \w+ back|rung up|ran up|racked up"
    r"|(?:that|which|this)(?:['’]s| is| was| means| meant| makes| made| puts?| gives| gave| brings)"
    r"|making|made it|so far|thus|therefore|hence|worked out at|package|pot of)\b[^.;]{0,45}\Z"
)
_IN_ALL_BEHIND = regex(
    r"[^.;\d]{0,30}\b(?:in all|in total|altogether|all told|overall|between them|combined|so far"
    r"|together|thus|by then)\b"
)
_SO_MEAN = regex(
    r"\b(?:giving|making|which|good for|for an? (?:average|mean)|at an? (?:average|mean)|or (?:an?"
    r" )?(?:average|mean)|an (?:average|mean)|averag\w+|the mean|a mean|so|therefore|that)\b"
)
_PAID = regex(
    r"\b(?:cost\w*|paid|pays?|spent|spend\w*|earn\w*|rais\w+|took|takes?|takings|taken|revenue"
    r"|income|proceeds|value\w*|worth|bill\w*|gross\w*|generat\w*|yield\w*|receiv\w+|collect\w+"
    r"|charg\w+|fetch\w+|sold for|invoice\w*|brought|brings?|owed?|owes|r[au]n\b|made|makes"
    r"|handed|shell\w*|fork\w*|payout\w*|outlay|price|put(?:s|ting)?|find|los[et]\w*)\b[^.;]{0,50}\Z"
)
_FOR_ANOTHER = regex(r" (?:for|on|to|in) (?:an?|the|its|new)\b")
_TOOK = regex(
    r"\b(?:took|carr\w+|held|holds?|made|makes?|used|won|sold|gave|given|hand\w+|deliver\w+|plant\w+"
    r"|treat\w+|serv\w+|built|load\w+|packed?|read|lent|got|gets|scor\w+|pour\w+|means?|protect)\b"
    r"[^.;]{0,40}\Z"
)
_OPEN = regex(
    r"\b(?:free(?! (?:throw|kick|agent)s?)|discount\w*|off the"
    r"|shipping|delivery|fees?|tips?|deposit|interest|half[ -]price"
    r"|half (?:speed|capacity|pace|power|rate)|concession\w*|children (?:pay|paid)|for children"
    r"|stoppages?|outages?|at best|rated|capacity|not out|apart from|except|other than|besides"
    r"|excluding|not counting|spoil\w+|discarded|left over|unused|unsold|no-shows?|remaining"
    r"|overtime|deduct\w*|commission|rebates?|vouchers?|cancel\w+|on top of|as well as|the rest"
    r"|varies|varied|ranged|ranging|depending|estimated between|at first|initially|began at|rising"
    r"|falling|peak\w*|none|closed for|part of the|partly|mostly|waived|refund\w*|weighted"
    r"|though one|a further|per ?cent|top speed)\b|%"
)
_BOUND = regex(
    r"\b(?:up to|at (?:most|least)|no more than|maximum|minimum|as (?:many|much|few) as|only"
    r"|at a time|more than half|first \d)\b"
)
