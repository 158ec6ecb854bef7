"""How old somebody was, against the years of birth, of death and of what came between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.dates import year_in
from fentcheck.cues.draft import Draft
from fentcheck.cues.quoted import quoted
from fentcheck.expressions.tree import Comparison
from fentcheck.phrases.display import inside
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.unit import NUMBER


class Point(NamedTuple):
    """How old somebody was in a year; `age` is None at birth."""

    age: Mention | None
    years: int
    date: Mention
    year: int


@cue("ages")
def ages(draft: Draft) -> Iterator[Found]:
    """The ages of one person in two years are as far apart as the years; at birth it is nought.

    Words: "born in 1951", "(1951-2023)", with "died in 2023 at the age of 64", "in 1986, when she
        was 34", "retired in 2011 aged 60", "who lived to be 88"; "was 29 when she joined in 1998"
        with "turned 68 in 2025". One birth in the draft.
    Finding: Born in 1951 over a bakery, he wrote 11 symphonies. He died in 2023 at the age of 64.
    Clean: Born in 1951 over a bakery, he wrote 11 symphonies. He died in 2023 at the age of 71.
    Clean: Born in 1951, he died in 2023. His sister, aged 64, was with him.
    Finding: She was 29 when she joined the fleet in 1998, and turned 68 in 2025.
    """
    lives = list(_LIFE.finditer(draft.lower))
    births = [
        (one, year)
        for one in draft.others
        if (year := year_in(one)) is not None and _BORN.search(draft.before(one))
    ]
    if len(births) + len(lives) > 1:
        return
    born: Point | None = None
    ended: Mention | None = None
    if births:
        date, year = births[0]
        at = date.end - 4
        born = Point(None, 0, draft.made(at, date.end), year)
    elif lives:  # "(1921–1988)"
        date = draft.made(lives[0].start(1), lives[0].end(1))
        born = Point(None, 0, date, int(date.text))
        ended = draft.made(lives[0].start(2), lives[0].end(2))
    points = [
        point
        for age in draft.figures
        if (point := _point(draft, age, born.date if born else None, ended)) is not None
    ]
    for point in points:
        if born is not None and point.year > born.year:
            yield from _apart(draft, born, point)
    for one, other in pairwise(sorted(points, key=lambda point: point.year)):
        near = abs(one.date.sentence - other.date.sentence) <= _NEAR
        if born is None and near and one.year < other.year:
            yield from _apart(draft, one, other)


def _apart(draft: Draft, one: Point, other: Point) -> Iterator[Found]:
    apart = other.year - one.year
    assert other.age is not None
    if one.age is None:
        low, high = max(apart - 1, 0), apart
        told = f"from {one.year} to {other.year} is {low} or {apart} years"
    else:
        low, high = one.years + apart - 1, one.years + apart + 1
        told = f"who was {one.years} in {one.year} is about {one.years + apart} in {other.year}"
    figures = [each for each in (one.age, one.date, other.age, other.date) if each is not None]
    unit = NUMBER if other.age.role is Role.COUNT else other.age.phrase and other.age.phrase.unit
    yield Found(
        other.age,
        "FC202",
        draft.named(other.age),
        Comparison.EQUAL,
        quoted(low, high, unit or NUMBER),
        tuple(sorted(figures, key=lambda each: each.start)),
        Sure.SAID,
        told=f"{told}, not {inside(other.age.text)}",
    )


def _point(draft: Draft, age: Mention, born: Mention | None, ended: Mention | None) -> Point | None:
    """An age with the one year of its sentence, or the year that stands right beside it."""
    if age.role not in (Role.AGE, Role.COUNT, Role.DURATION) or not isinstance(age.value, int):
        return None
    if not 0 < age.value < _OLDEST or age.noun or age.per or not _is_age_then(draft, age):
        return None
    before = draft.before(age, 120)
    if _KIN.search(before) or _WHO_ELSE.search(before):
        return None
    if ended is not None:
        is_end = age.sentence - ended.sentence <= 1 and _AT_DEATH.search(draft.before(age, 50))
        if is_end and not _HOLDS.search(draft.lower[ended.end : age.start]):
            return Point(age, age.value, ended, int(ended.text))
        return None
    years = [
        (one, then)
        for one in draft.others_within(*draft.sentence(age))
        if (then := year_in(one)) is not None
        and (born is None or not one.start <= born.start < one.end)
    ]
    if len(years) > 1:
        behind = [one for one in years if _is_behind(draft, age, one[0])]
        years = behind or [one for one in years if _is_before(draft, age, one[0])]
    elif not years and age.sentence and _HE_WAS.search(before):
        years = _of_death(draft, age)
    return Point(age, age.value, *years[0]) if len(years) == 1 else None


def _of_death(draft: Draft, age: Mention) -> list[tuple[Mention, int]]:
    """ "He died on 10 November 2024, at home. He was 76.": the year of the sentence before."""
    start, end = draft.sentences[age.sentence - 1]
    years = [
        (one, year) for one in draft.others_within(start, end) if (year := year_in(one)) is not None
    ]
    return [each for each in years if len(years) == 1 and _DIES.search(draft.before(each[0]))]


def _is_behind(draft: Draft, age: Mention, date: Mention) -> bool:
    return age.end <= date.start and bool(_THEN_IN.fullmatch(draft.lower[age.end : date.start]))


def _is_before(draft: Draft, age: Mention, date: Mention) -> bool:
    return date.end <= age.start and bool(_IN_THEN.fullmatch(draft.lower[date.end : age.start]))


def _is_age_then(draft: Draft, age: Mention) -> bool:
    before, after = draft.before(age, 60), draft.after(age, 60)
    if _AT_AGE.search(before):
        return True
    if before.endswith("aged ") and _WHEN_THEN.match(after):
        return True
    return bool(_WAS.search(before)) and bool(_WHEN.match(after))


_OLDEST = 125
_NEAR = 3
_LIFE = regex(r"\((?:born )?((?:1[6-9]|20)\d\d) ?[-–] ?((?:1[6-9]|20)\d\d)\)")
_BORN = regex(
    r"\b(?:born|(?<!gave )birth|came into the world|(?:his|her) life began)\b"
    r"[^;\d]{0,60}?(?:\b(?:in|on|of|day)|,) (?:late |early |about )?(?:the )?\Z"
    r"|\b(?:born|birth) [^;\d]{0,40}\(?\Z"
)
_DIES = regex(r"\b(?:die[sd]|dead|death|passed away|killed|drowned|murdered|succumb\w*)\b")
_HE_WAS = regex(r"(?:\A|[.;:,] )s?he (?:was|had been|would have been)(?: only| just)? \Z")
_AT_AGE = regex(
    r"(?:\b(?:at|to|reached|until|before)(?: the age of| age)"
    r"|(?<!looked )(?<!began )(?<!opened )(?<!set )\bat"
    r"|\b(?:died|retired|dead|death|killed|married|emigrated|drowned|resigned|debut)\b[^.;]{0,40}"
    r"\baged|\bwhen s?he was(?: only| just)?|\bs?he (?:was|is)(?: only| just| now)?"
    r"|\bs?he died,? aged"
    r"|\b(?:turn|turns|turned)|\blived to(?: be)?|\bnow(?: aged)?|, aged|\bthen(?: aged)?) \Z"
)
_AT_DEATH = regex(
    r"\b(?:died|dead|dies|death|lived to|lived until|passed away|reached|made it to)\b[^.;]{0,25}\Z"
)
_WAS = regex(r"\b(?:was|is|were|aged)(?: just| only| about)? \Z")
_WHEN = regex(r" (?:when|in) ")
_WHEN_THEN = regex(r" when (?:s?he|they)\b")
_HOLDS = regex(r"[.;]\s.{0,80}\b(?:widow|wife|husband|brother|sister)\b")
_IN_THEN = regex(r",? ?\(?(?:and |when |at |aged |s?he |was |then |the age of |turned ){1,5}")
_THEN_IN = regex(r"\)?,? (?:when [^.;,]{0,50} )?(?:on [a-z]+day )?(?:in |on )?")
_WHO_ELSE = regex(
    r"\b(?:since|behind|after|than|like|unlike|beat|beating|alongside|against|by|with|joined|met)"
    r" [a-z .’'-]{3,40}(?:\([^)]{0,30}\))?, who\b[^.;]{0,70}\Z"
)
""" "The youngest since Ada Moor, who won it at 19": the age of the other."""
_KIN = regex(
    r"\b(?:sister|brother|mother|father|wife|husband|son|daughter|child|friend|twin|baby|whose"
    r"|cousin|uncle|aunt|grandmother|grandfather|partner|widow)\b"
)
