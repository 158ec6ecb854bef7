"""How long something lasted, or how old somebody was, against the dates and times beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.dates import Day, Span, days_of, year_in, years_of
from fentcheck.cues.draft import Draft
from fentcheck.cues.quoted import quoted
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact
from fentcheck.phrases.display import inside
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.unit import NUMBER, Rational, Unit


@cue("years-between")
def years_between(draft: Draft) -> Iterator[Found]:
    """So many years, and the two years between which they lie.

    Words: "from 1994 to 2011, 17 years"; "opened in 1994 … closed in 2011 after 17 years"; "in
        1994 … 17 years later, in 2011"; "the 25th anniversary in 2011 of … 1986".
    Finding: The mine opened in 1994 and closed in 2011 after 27 years.
    Clean: The mine opened in 1994 and closed in 2011 after 17 years.
    Clean: In 2021 the council adopted a three-year plan that runs out in 2030.
    """
    for span in draft.figures:
        if span.unit != "year" or span.role is not Role.DURATION or isinstance(span.value, tuple):
            continue
        found = _years_of_span(draft, span)
        if found is None or span.value is None:
            continue
        first, last = found
        apart = int(last.text) - int(first.text)
        if apart < 2:
            continue
        told = f"from {first.text} to {last.text} is {apart} years"
        assert span.phrase is not None
        yield _said(draft, span, apart - 1, apart + 1, span.phrase.unit, (first, last), told)


@cue("anniversary")
def anniversary(draft: Draft) -> Iterator[Found]:
    """The so many-eth anniversary or birthday of something, and the two years.

    Words: "marked its 75th anniversary in 2019", with "founded in 1944", "born in 1944".
    Finding: The college marked its 75th anniversary in 2019. It was founded in 1954.
    Clean: The college marked its 75th anniversary in 2019. It was founded in 1944.
    Clean: The college marked its 75th anniversary in 2019. A school was opened in 1954, and an inn
        in 1961.
    """
    for place in draft.others:
        if place.role is not Role.ORDINAL or not _ANNIVERSARY.match(draft.after(place, 20)):
            continue
        rank = re.match(r"\d{1,3}", place.text)
        years = _began_and_marked(draft, place)
        if rank is None or years is None:
            continue
        began, marked = years
        first, last = year_in(began), year_in(marked)
        assert first is not None
        assert last is not None
        apart, told = last - first, int(rank.group())
        is_near = 2 * apart < 3 * told and 2 * told < 3 * apart
        yield Found(
            place,
            "FC202",
            Exact(told),
            Comparison.EQUAL,
            Exact(apart),
            (place, marked, began),
            Sure.LIKELY if is_near else Sure.GUESS,
            told=f"{last} is {apart} years after {first}, not the {place.text}",
        )


def _began_and_marked(draft: Draft, place: Mention) -> tuple[Mention, Mention] | None:
    """The only two dates with years round an anniversary: that of the beginning and its own."""
    start = draft.sentences[max(0, place.sentence - 2)].start
    end = draft.sentences[min(len(draft.sentences) - 1, place.sentence + 2)].end
    dates = [one for one in draft.others_within(start, end) if year_in(one) is not None]
    here = [one for one in dates if one.sentence == place.sentence]
    begins = [one for one in dates if _FOUNDED.search(draft.before(one, 60))]
    if len(here) == _TWO and not begins and not _ENDS_THEN.search(draft.before(here[0], 60)):
        begins = here[:1]
    marked = [one for one in here if one not in begins and 0 < one.start - place.end < _CLOSE]
    if len(begins) != 1 or len(marked) != 1 or any(one not in (*begins, *marked) for one in here):
        return None
    return begins[0], marked[0]


@cue("years-old")
def years_old(draft: Draft) -> Iterator[Found]:
    """How old a building or a club is in a year, and the year in which it began.

    Words: "built in 1871 … will be 150 years old in 2021".
    Finding: The lighthouse, built in 1871, will be 120 years old in 2021.
    Clean: The lighthouse, built in 1871, will be 150 years old in 2021.
    Clean: The lighthouse, built in 1871, replaced one that was 120 years old in 1860.
    """
    for age in draft.figures:
        if age.role is not Role.AGE or not isinstance(age.value, int) or age.hedge != "=":
            continue
        behind = _OLD_IN.match(draft.text, age.end)
        if behind is None or not _WILL_BE.search(draft.before(age, 20)):
            continue
        start = draft.sentences[max(0, age.sentence - 1)].start
        began = years_of(draft, start, age.start)
        last = draft.made(behind.start(1), behind.end(1))
        if len(began) != 1 or not _FOUNDED.search(draft.before(began[0], 40)):
            continue
        apart = int(last.text) - int(began[0].text)
        if apart < 0 or _THAT_ONE.search(draft.before(age, 20)):
            continue
        told = f"from {began[0].text} to {last.text} is {apart} years"
        yield _said(draft, age, max(apart - 1, 0), apart, NUMBER, (began[0], last), told)


@cue("days-between")
def days_between(draft: Draft) -> Iterator[Found]:
    """So many days or weeks, and the first and last of them.

    Words: "a five-day show, from 8 to 12 August"; "six days of evidence, opening on 5 May and
        closing on 9 May"; "ran from 28 July to 3 August, seven days". First and last day may
        both count, or one of them.
    Finding: The inquest heard six days of evidence, opening on 5 May and closing on 9 May.
    Clean: The five-day show returns from 8 to 12 August.
    Clean: The show, from 8 to 12 August, was planned for 60 days.
    """
    for first, last in _day_spans(draft):
        days = Span(first, last).days
        if days is None:
            continue
        sentence = draft.sentence(first.mention)
        start, end = first.mention.start, last.mention.end
        for length in draft.within(max(sentence.start, start - 90), sentence.end + 60):
            if length.start > sentence.end and not _LASTED.search(draft.before(length, 40)):
                continue
            unit, size = _day_unit(length, draft)
            if unit is None or isinstance(length.value, tuple) or length.value is None:
                continue
            gap = draft.lower[length.end : start] if length.start < start else ""
            behind = draft.lower[end : length.start] if length.start > end else ""
            if _APART.search(gap) or (behind and not _LENGTH_BEHIND.search(behind)):
                continue
            loose = 1 if size == 1 else 6
            low = Fraction(max(days - (loose if size > 1 else 0), 0), size)
            high = Fraction(days + loose, size)
            if size == 1 and length.value < days and not _WHOLE.search(_round(draft, length)):
                continue  # three days of hearings in a fortnight
            told = f"{_run(first.mention, last.mention)} is {days + 1} days, first and last counted"
            yield _said(draft, length, low, high, unit, (first.mention, last.mention), told)


@cue("weekdays")
def weekdays(draft: Draft) -> Iterator[Found]:
    """The day of the week of a date, by the calendar or by another date of the same year.

    Words: "Saturday, 4 March 2023"; "Monday 5 May … Friday 9 May".
    Finding: The inquest opens on Monday 5 May and closes on Friday 10 May.
    Clean: The inquest opens on Monday 5 May and closes on Friday 9 May.
    Finding: She was born on Friday, 4 March 2023.
    Clean: She was born on Saturday, 4 March 2023.
    """
    known: list[Day] = []
    for mention in draft.others:
        for day in days_of(mention, draft):
            if day.weekday is None:
                continue
            ordinal = day.ordinal()
            if ordinal is not None:
                told = f"{mention.text} is a {_NAMES[(ordinal - 1) % 7]}"
                yield _calendar(mention, (mention,), (ordinal - 1) % 7, day.weekday, told)
            elif day.year is None and day.month is not None:
                known.append(day)
    for one, other in pairwise(known):
        if not one.mention.sentence >= other.mention.sentence - _NEAR:
            continue
        apart = Span(one, other).days
        if apart is None or apart > _HALF_A_YEAR or apart == 0:
            continue
        assert one.weekday is not None
        assert other.weekday is not None
        meant = (one.weekday + apart) % 7
        first, last = one.mention, other.mention
        told = (
            f"if {first.text} is a {_NAMES[one.weekday]}, {last.text} is a {_NAMES[meant]}, "
            f"not a {_NAMES[other.weekday]}"
        )
        if not _over_leap_day(one, other):
            yield _calendar(last, (first, last), meant, other.weekday, told)


# What they share


def _said(
    draft: Draft,
    length: Mention,
    low: Rational,
    high: Rational,
    unit: Unit,
    beside: tuple[Mention, ...],
    told: str,
) -> Found:
    """A length as printed is one of the values that the dates beside it leave."""
    if length.role is Role.AGE or length.role is Role.DURATION:
        assert length.phrase is not None
        unit = length.phrase.unit
    return Found(
        length,
        "FC202",
        draft.named(length),
        Comparison.EQUAL,
        quoted(low, high, unit),
        (length, *beside),
        Sure.SAID,
        told=f"{told}, not {inside(length.text)}",
    )


def _calendar(
    about: Mention, figures: tuple[Mention, ...], meant: int, printed: int, told: str
) -> Found:
    return Found(about, "FC202", Exact(printed), Comparison.EQUAL, Exact(meant), figures, told=told)


# Years


def _years_of_span(draft: Draft, span: Mention) -> tuple[Mention, Mention] | None:
    """The years between which so many years lie, if the words say so."""
    sentence = draft.sentence(span)
    here = years_of(draft, sentence.start, sentence.end)
    before, after = draft.before(span, 60), draft.after(span, 60)
    later = _LATER.match(after)
    if later:
        last = [one for one in here if 0 < one.start - span.end < _CLOSE]
        start = draft.sentences[max(0, span.sentence - 1)].start
        first = years_of(draft, start, span.start)
        if len(last) == 1 and first and _IN_YEAR.match(after[later.end() :]):
            return first[-1], last[0]
        return None
    in_next = not here and span.sentence > 0 and _LASTED_SO_LONG.search(before)
    if in_next:
        sentence = draft.sentences[span.sentence - 1]
        here = years_of(draft, sentence.start, sentence.end)
    if len(here) != _TWO:
        return None
    first_year, last_year = here
    if int(first_year.text) >= int(last_year.text):
        return None
    gap = draft.lower[first_year.end : last_year.start]
    opening = draft.lower[max(sentence.start, first_year.start - 40) : first_year.start]
    is_run = bool(_TO.fullmatch(gap)) and bool(_FROM.search(opening))
    is_life = bool(_ENDED.search(gap)) and bool(_BEGAN.search(opening))
    if is_run and span.end < first_year.start:
        gap = draft.lower[span.end : first_year.start]
        return (first_year, last_year) if _RUN_BEHIND.fullmatch(gap) else None
    if is_run and _COMMA.fullmatch(draft.lower[last_year.end : span.start]):
        return first_year, last_year
    if in_next and (is_life or is_run):
        return first_year, last_year
    if is_life and span.start > last_year.end and _AFTER.search(before):
        is_part = _ELSEWHERE.match(after)  # "left in 2004 after three years as head"
        return None if is_part else (first_year, last_year)
    return None


# Days


def _day_spans(draft: Draft) -> Iterator[tuple[Day, Day]]:
    """First and last days, as "8 to 12 August" or as two dates that the words join."""
    dates = [one for one in draft.others if one.role is Role.DATE]
    for mention in dates:
        days = days_of(mention, draft)
        if len(days) == _TWO:
            yield days[0], days[1]
    for one, other in pairwise(dates):
        first, last = days_of(one, draft), days_of(other, draft)
        if len(first) != 1 or len(last) != 1 or one.sentence != other.sentence:
            continue
        gap = draft.lower[one.end : other.start]
        opening = draft.before(one, 40)
        is_run = _TO_DAY.fullmatch(gap) and _FROM.search(_WEEKDAY_END.sub("", opening))
        if is_run or (_ENDED.search(gap) and _BEGAN.search(opening)):
            yield first[0], last[0]


def _run(first: Mention, last: Mention) -> str:
    return first.text if first is last else f"{first.text} to {last.text}"


def _day_unit(length: Mention, draft: Draft) -> tuple[Unit | None, int]:
    """The unit of a length in days or weeks, and its days."""
    if length.per or length.phrase is None:
        return None, 1
    if length.role is Role.DURATION and length.unit in ("day", "week"):
        size = 1 if length.unit == "day" else 7
        return length.phrase.unit, size
    if length.role is Role.COUNT and length.noun == "day":
        return NUMBER, 1
    return None, 1


def _round(draft: Draft, length: Mention) -> str:
    return draft.before(length, 20) + length.text.lower() + draft.after(length, 20)


def _over_leap_day(one: Day, other: Day) -> bool:
    """The last of February may lie between the two, and the year is not known."""
    assert one.month is not None
    assert other.month is not None
    first, last = (one.month, one.day or 1), (other.month, other.day or 1)
    if first > last:
        last = (last[0] + 12, last[1])
    return any(first <= leap <= last for leap in ((2, 29), (14, 29)))


_RUN_OF = (
    r" an? (?:run|span|stretch|period|stay|term|reign|tenure|journey|trip|shift|flight|spell|voyage"
    r"|season|time|total|crossing|drive) of"
)
_OLD_IN = regex(r"(?: years? old| old)? in ((?:1[6-9]|20)\d\d)\b")
_THAT_ONE = regex(r"\b(?:that|which|one) was \Z")
_WILL_BE = regex(r"\b(?:will be|is|was|turns|turned|will turn|would be|would have been) \Z")
_TWO = 2
_NEAR = 3
_CLOSE = 80
_HALF_A_YEAR = 183
_ANNIVERSARY = regex(r" (?:wedding )?(?:anniversary|birthday|jubilee)\b")
_ENDS_THEN = regex(
    r"\b(?:moved|closed|renamed|ended|burne?d|burnt|destroyed|demolished|rebuilt|restored|bought|sold"
    r"|left|died|retired|until)\b[^.;]{0,30}\Z"
)
_FOUNDED = regex(
    r"\b(?:found(?:ed|ing)|opened|established|born|built|began|begun|started|launched|formed"
    r"|set (?:\w+ ){0,2}up|first \w+ed|first (?:brewed|sold|met|sang|rang)|chartered|ordained"
    r"|created"
    r"|opening|birth|incorporated|first held|first played|inaugurated|dates back|dating|began life"
    r"|completed|consecrated|planted|laid|first published|married|wed|wedding)\b[^.;]{0,35}"
    r"\b(?:in|on|since)(?: [a-z]+day,?)? \Z"
)
_RUN_BEHIND = regex(r",? (?:(?!and\b|but\b|then\b)[\w’'-]+,? ){0,6}(?:from|between) ")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LATER = regex(r" (?:later|on|afterwards?|after that)\b,?")
_IN_YEAR = regex(r"[^.;]{0,30}\b(?:in|by) \Z|[^.;]{0,30}\b(?:in|by) ")
_TO = regex(r" ?[-–] ?| (?:to|until|till|through|and) (?:the )?|, and (?:until )")
_TO_DAY = regex(
    r"(?:,? (?:to|until|till|through|and)|,) ?(?:(?:on |until |to )?(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)"
    r"day,? )?(?:the )?"
)
_WEEKDAY_END = regex(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\Z")
_FROM = regex(r"\b(?:from|between|ran|runs|running|lasted|held|on|during) (?:the )?\Z")
_BEGAN = regex(
    r"\b(?:(?<!doors )open(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|found(?:ed|ing)"
    r"|launch(?:ed"
    r"|ing)"
    r"|built|set up|came into (?:use|force)|established|joined|left|set off|set out|arrived"
    r"|leaves|departs|sets off|moved in|went (?:out|in|on|off|under)|failed"
    r"|took (?:power|off)|won power"
    r"|was cut|departed"
    r"|fell|seized|elected|sworn in|signed|appointed|took (?:over|office)|came to power"
    r"|switched on)"
    r"\b[^.;]{0,35}\Z"
)
_ENDED = regex(
    r"\b(?:clos(?:es?|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed|ing)?|conclud(?:es?|ed|ing)|shut"
    r"|demolished|wound up|retired|resigned|stood down|stepped down|died|folded|broke up|dissolved"
    r"|left|returned|reached|arrived|arrives|reaches|returns|gets in|was opened"
    r"|was done|surrendered|restored|resumed|came back|back on|lost (?:it"
    r"|power|office)|completed|switched off|gave (?:up|himself)|was over|lifted"
    r"|walked out|until|scrapped|freed|released|landed|docked)\b"
)
_LASTED_SO_LONG = regex(
    r"\b(?:lasted|took|taken|(?:it|they|he|she) (?:had )?(?:been|ran|held|ruled|served|was|were)"
    r"[\w ]{0,30} for|a total of) \Z"
)
_COMMA = regex(
    r"(?:,| [–—-]|—|,? or|,? a total of) ?(?:" + _RUN_OF[1:] + r" |that is |a span of |in all )?\Z"
)
_AFTER = regex(
    r"\b(?:after|(?<!empty )(?<!idle )(?<!vacant )(?<!derelict )for|lasted|lasting"
    r"|having \w+|in its|over) \Z"
)
_APART = regex(r"[;.]|\b(?:after|before|later|since|ago|within|ahead of|earlier|notice)\b")
_LENGTH_BEHIND = regex(
    r"\A(?:,| [–—-]|—| \(|, or|," + _RUN_OF + r"|, a total of|, lasting|, in all| for| lasting) ?\Z"
    r"|\A,? (?:and |which |it |will |would |is to |are to ){0,2}(?:lasts?|lasted|run for|ran for"
    r"|take"
    r"|took) \Z|\b(?:on|for) all(?: of the| the)? \Z"
    r"|\A[.] (?:[\w’'-]+ ){1,4}(?:lasted|took|ran for|went on for) \Z"
)
_ELSEWHERE = regex(r" (?:as|of|at|in|with|on|under|for|without) ")
_WHOLE = regex(r"\bconsecutive|\bstraight|\blast(?:s|ed|ing)|\bin a row|-day\b|\bentire|\bunbroken")
_LASTED = regex(
    r"\b(?:lasted|lasting|lasts|after|took|taking|ordeal of|total of|spanned|ran for|went on for"
    r"|been (?:out|off|shut|closed|trapped|stranded|inside|there|on \w+) for|spent)"
    r"(?: the| a| an| its| their)? \Z"
)
