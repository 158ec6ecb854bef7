"""Some of a group are at most all of it: "of whom", "alone", "14 of the 12", "including"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fentcheck.cues.alike import beside, words_round
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.same import are_persons, head_of, modifiers_of, same_kind, same_noun, stems
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.mention import Mention, Rational, Role
from fentcheck.regex import regex


@cue("some-of-them")
def some_of_them(draft: Draft) -> Iterator[Found]:
    """So many of those just counted are at most all of them.

    Words: "2,100 adults, 1,600 of whom"; "60 firms, of which 12"; "Of these, 14"; "14 of the 20
        schools"; "84 people, including 12 children".
    Finding: The town has 2,100 adults, 3,600 of whom are registered to vote.
    Clean: The town has 2,100 adults, 1,600 of whom are registered to vote.
    Finding: The mayor has visited 14 of the 12 schools.
    Clean: They filed 5,200 applications for 180 places; of these, 900 came late.
    """
    for part in draft.figures:
        whole = _those(draft, part)
        if whole is not None and not isinstance(part.value, tuple) and _is_most(draft, part, whole):
            yield _at_most(draft, part, whole, f"{part.text} cannot be some of {whole.text}")


def _is_most(draft: Draft, part: Mention, whole: Mention) -> bool:
    """No figure before it is large enough to be the whole of what has no noun of its own."""
    start = draft.sentences[max(0, part.sentence - 1)].start
    return bool(part.noun) or not any(
        one.role is Role.COUNT
        and bool(one.noun)
        and one.value is not None
        and not isinstance(one.value, tuple)
        and _size(one) >= _size(part)
        for one in draft.within(start, whole.start)
    )


@cue("one-alone")
def one_alone(draft: Draft) -> Iterator[Found]:
    """One of a group, or one stretch of time, has at most what all have together.

    Words: "it alone", "in June alone", "one of them", with a figure for all: "between them",
        "together", "in all", "combined", "a total of", "nationwide".
    Finding: The 18 lakes hold 2.4 billion litres between them. The largest alone holds 3.1 billion
        litres.
    Clean: The 18 lakes hold 2.4 billion litres between them. The largest alone holds 1.1 billion
        litres.
    Clean: Ohio alone grew 31 tonnes, more than the 24 tonnes that all the others grew together.
    """
    for one in draft.figures:
        if one.role in (Role.PERCENT, Role.AGE) or isinstance(one.value, tuple):
            continue
        alone = _clause_before(draft, one) + "\0" + draft.after(one, 40)
        if not _ALONE.search(alone) or _COLLECTIVE.search(alone):
            continue
        if _ANOTHER_TIME.search(alone) or _THIS_YEAR.search(alone):
            continue
        together = [other for other in draft.beside(one, 4) if _is_for_all(draft, other, one)]
        if one.role is not Role.COUNT and not _PRONOUN.search(alone):
            own = stems(draft.before(one, 60).partition("alone")[0])
            together = [other for other in together if own & stems(draft.words(other))]
        if not together:
            together = _just_counted(draft, one)
        if together:
            whole = max(together, key=_size)
            told = f"{one.text} for one alone is more than {whole.text} for all together"
            yield _at_most(draft, one, whole, told)


@cue("part-and-whole")
def part_and_whole(draft: Draft) -> Iterator[Found]:
    """A month has at most what its year has, a province what the country has.

    Words: "in December … 410 accidents … the whole of last year saw 380"; "nationwide, 4,200
        schools … in the province of Ost 5,100 schools". The nouns are one, and what is said of
        place or time does not set the two apart.
    Finding: The shop sold 320 lamps on Saturday. Over the whole weekend it sold 270 lamps.
    Clean: The shop sold 320 lamps on Saturday. Over the whole of the weekend before it sold 270
        lamps.
    Finding: The country has 310 cinemas. In the capital there are 420 cinemas.
    Clean: The country has 310 cinemas. In the next republic there are 420 cinemas.
    """
    for whole in draft.figures:
        if whole.role not in (Role.COUNT, Role.AMOUNT, Role.MONEY) or isinstance(
            whole.value, tuple
        ):
            continue
        if whole.value is None or whole.per or _COMPARISON.search(words_round(draft, whole)):
            continue
        around = _clause_before(draft, whole) + "\0" + _clause_behind(draft, whole)
        over_time, over_place = _WHOLE_TIME.search(around), _WHOLE_PLACE.search(around)
        if not over_time and not over_place:
            continue
        for part in beside(draft, whole, 2):
            if not _is_part_of(draft, part, whole):
                continue
            clause = _clause_before(draft, part) + "\0" + _clause_behind(draft, part)
            if over_time and _is_within_time(over_time.group("unit"), clause):
                told = f"{part.text} for a part of the time is more than {whole.text} for all of it"
            elif over_place and _is_within_place(over_place.group(), clause):
                told = f"{part.text} for a part is more than {whole.text} for the whole"
            else:
                continue
            yield _at_most(draft, part, whole, told)
            break


def _is_part_of(draft: Draft, part: Mention, whole: Mention) -> bool:
    """Both count one noun of one kind, and nothing sets their times or places apart."""
    if part.value is None or isinstance(part.value, tuple) or not same_kind(part, whole):
        return False
    if part.sentence == whole.sentence or not (part.noun or whole.noun):
        return False
    if part.noun and whole.noun and part.role is Role.COUNT:
        if not same_noun(part, whole) or modifiers_of(part) != modifiers_of(whole):
            return False
    elif part.unit_name != whole.unit_name:
        return False
    first, second = (_ANY_OTHER.sub("", words_round(draft, one)) for one in (part, whole))
    both = f"{first} {second}"
    if _ANOTHER_TIME.search(both) or _THE_REST.search(both) or _COMPARISON.search(both):
        return False
    ours, theirs = (
        set(_YEAR_OR_LAST.findall(words.replace("year as a whole", "")))
        for words in (first, second)
    )
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    here, there = (_ON_THE.match(_clause_behind(draft, one)) for one in (part, whole))
    if here is None or there is None:
        return True
    return here.group(1).split()[0] == there.group(1).split()[0]


def _is_within_place(whole: str, clause: str) -> bool:
    """The words of a figure name a part of the place; a capital is no part of a city."""
    part = _PART_PLACE.search(clause)
    if part is None:
        return False
    is_town = re.search(r"\b(?:city|town)\b", whole) is not None
    return not (is_town and re.search(r"\b(?:capital|province|county|state|city)\b", part.group()))


def _is_within_time(unit: str, clause: str) -> bool:
    """The words of a figure name a stretch of time that is within the longer one."""
    found = _PART_TIME.search(clause)
    if found is None:
        return False
    longer = _LENGTHS.get(unit, 0)
    return any(found.group(name) and length < longer for name, length in _SHORTER.items())


def _clause_behind(draft: Draft, one: Mention) -> str:
    """The words behind a figure, up to the next stop or figure."""
    behind, following = draft.after(one, 60), draft.following(one)
    if following is not None and following.start < one.end + len(behind):
        behind = draft.lower[one.end : following.start]
    return _STOP.split(behind, maxsplit=1)[0]


def _just_counted(draft: Draft, one: Mention) -> list[Mention]:
    """ "The country has 900 libraries. There are 1,140 in the north alone": the count of the same
    that stands before, of a whole that the words name."""
    if one.per or (one.noun and one.noun.split()[-1] in _VAGUE):
        return []
    before = [
        other
        for other in beside(draft, one, 2)
        if other.start < one.start and other.sentence < one.sentence and same_kind(other, one)
    ]
    is_year = _PART_TIME.search(draft.before(one, 60)) is not None
    if one.role is not Role.COUNT:
        before = [other for other in before if is_year and other.unit_name == one.unit_name]
    elif one.noun:
        before = [other for other in before if same_noun(other, one)]
    elif len({head_of(other) for other in before if other.sentence == one.sentence - 1}) > 1:
        return []
    found = [
        other
        for other in before
        if not isinstance(other.value, tuple)
        and (other.noun or one.role is not Role.COUNT)
        and not _ALONE.search(words_round(draft, other))
        and not _THE_REST.search(words_round(draft, other))
        and (
            _WHOLE_PLACE.search(draft.before(other, 70) + "\0" + draft.after(other, 40))
            or (is_year and _IN_A_YEAR.search(draft.lower, other.figure_end, other.end + 40))
        )
    ]
    return found[-1:]


def _at_most(draft: Draft, part: Mention, whole: Mention, told: str) -> Found:
    return Found(
        part,
        "FC502",
        draft.named(part),
        Comparison.AT_MOST,
        draft.named(whole),
        (whole, part),
        Sure.SAID,
        told=told,
    )


def _clause_before(draft: Draft, one: Mention) -> str:
    before, previous = draft.before(one, 60), draft.previous(one)
    if previous is not None and previous.end > one.start - len(before):
        before = draft.lower[previous.end : one.start]
    return before.rpartition(";")[2]


def _those(draft: Draft, part: Mention) -> Mention | None:
    """The figure that a part is said to be some of."""
    if part.role is not Role.COUNT or part.per:
        return None
    after = draft.after(part, 30)
    following = draft.following(part)
    if following is not None and following.role is Role.COUNT and " of " in after[:8]:
        gap = draft.lower[part.figure_end : following.start]
        if _OF_THE.fullmatch(gap) and following.sentence == part.sentence and following.noun:
            return following
    previous = draft.previous(part)
    if _WHOM.search(draft.before(part, 25) + after):
        before = [one for one in draft.beside(part) if one.start < part.start]
        previous = next((one for one in reversed(before) if are_persons(one)), None)
    if previous is None or previous.role is not Role.COUNT or not previous.noun or previous.per:
        return None
    if isinstance(previous.value, tuple):
        return None
    gap = draft.between(previous, part)
    if previous.sentence == part.sentence:
        if _WHOM_BEHIND.match(after) and _ONLY_NAMES.fullmatch(gap):
            return previous
        if _WHOM_BEFORE.fullmatch(gap) or (not part.noun and _WHOM_FAR.fullmatch(gap)):
            return previous
        if _INCLUDING.fullmatch(gap) and (
            (are_persons(previous) and are_persons(part)) or same_noun(previous, part)
        ):
            return previous
        return None
    if previous.sentence == part.sentence - 1 and _OF_THESE.fullmatch(draft.before(part, 80)):
        alone = [
            one
            for one in draft.beside(previous)
            if one.role is Role.COUNT and head_of(one) and one.start < part.start
        ]
        return previous if not alone else None
    return None


def _is_for_all(draft: Draft, other: Mention, one: Mention) -> bool:
    if other.value is None or isinstance(other.value, tuple) or not same_kind(other, one):
        return False
    if one.role is Role.COUNT and one.noun and not same_noun(one, other):
        return False
    around = draft.before(other, 60) + "\0" + draft.after(other, 60).partition(";")[0]
    sentence = words_round(draft, other)
    return (
        bool(_COLLECTIVE.search(around))
        and not _ALONE.search(around)
        and not _THE_REST.search(sentence)
        and not _THE_REST.search(draft.words(one))
    )


def _size(one: Mention) -> Rational:
    assert one.value is not None
    assert not isinstance(one.value, tuple)
    return one.value


_WHOM = regex(r"\A of whom\b|\bof whom,? (?:only |just |some )?| of whom\b")
_WHOM_BEHIND = regex(r" (?:of|among) (?:whom|which|them|these|those)\b")
_WHOM_BEFORE = regex(r"[^.;]{0,50},? (?:and )?(?:of|among) (?:whom|which|these|them),? ")
_WHOM_FAR = regex(
    r"[^.;]{0,50}, (?:and )?of (?:whom|which),? (?:(?!(?:more|than|each|average)\b)[\w’'-]+ ){1,5}"
)
_ONLY_NAMES = regex(r"[^.;]{0,50}[,;(–—-] ?(?:and |but |with )?")
_INCLUDING = regex(r",? (?:including|among them|including some|which include) ")
_OF_THESE = regex(r"(?:and |but )?of (?:these|those|them),? (?:only |just |some |about )?")
_OF_THE = regex(
    r" (?:out )?of (?:the|its|their|his|her|all|our|those"
    r"|these)(?: [\w’'-]+){0,2} "
)
_PRONOUN = regex(
    r"\b(?:it|that|this|he|she|the (?:largest|biggest)|(?:january|february|march|april|may|june"
    r"|july"
    r"|august|september|october|november|december|day|week|month|year|night|weekend)) alone\b"
)
_ALONE = regex(
    r"\balone\b|\b(?<!every )one of (?:them|which|these|those)\b|\bby itself\b|\bon its own\b"
)
_COLLECTIVE = regex(
    r"\b(?:between them|together|in all|all told|altogether|combined|in total|a total of|overall"
    r"|nationwide|nationally|country-wide|countrywide|statewide|citywide|worldwide|globally"
    r"|across the (?:country|state|city|region|county|province|island|group|world|network|whole)"
    r"|for the (?:whole|full|entire) year|in the (?:whole|entire) \w+|over the (?:whole )?year"
    r"|the country[’']s|in the country|during the (?:whole )?year|all (?:\d+|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve)|the whole (?:country|group|region|state|city"
    r"|year))\b"
)
_ANY_OTHER = regex(r"\b(?:more|fewer|less) than (?:in |at |on )?any other\b")
_VAGUE = frozenset(("year", "month", "week", "day", "time"))
_STOP = regex(r"[,;:.()\n]| [–—-] |—")
_COMPARISON = regex(
    r"\b(?:than(?! (?:in |at |on )?any)|compared|against|versus|record|forecast|expected|target)\b"
)
_ANOTHER_TIME = regex(
    r"\b(?:so far|to date|(?:previous|following|next|preceding)"
    r" (?:year|month|week|weekend|season)"
    r"|(?:year|month|week|weekend|season|decade|century|centurie)s?"
    r" (?:before|earlier|ago|later)|would|could|will|planned|rivals?|competitors?|neighbou?r\w*)\b"
)
_REGION = (
    r"(?:country|state|nation|city|county|province|region|island|kingdom|republic|continent|town"
    r"|firm|company|group|chain|union|university|trust|network|operator|retailer|airline|church)"
)
_WHOLE_PLACE = regex(
    r"\b(?:nationwide|nationally|countrywide|country-wide|statewide|citywide|worldwide|globally"
    r"|between them|in all|all told|altogether|across (?:the|its) (?:whole |entire )?"
    rf"{_REGION}|in the (?:whole|entire) {_REGION}|in the {_REGION} as a whole"
    rf"|throughout the {_REGION}"
    rf"|(?:the|its) (?:whole |entire )?{_REGION} (?:has|have|had|employs|owns|runs|operates|counts"
    r"|boasts|keeps|sold|sells|makes|made|grew|grows|built|closed|lost|won|issued|recorded"
    r"|registered|produced|exported|imported|treated|carried)|the \w+[’']s total)\b"
)
_PART_PLACE = regex(
    r"\bin (?:the (?:capital|province of|district of|county of|borough of|city of|town of|state of"
    r"|village of|north|south|east|west|northern|southern|eastern|western|central|coastal)\b"
    r"|its capital\b)|\bthe (?:province|district|county|borough|city) of \w+ (?:alone )?(?:has|had)"
)
_WHOLE_TIME = regex(
    r"\b(?:the (?:whole|entire|full)(?: of)?(?: the| last| this)?"
    r"|(?:all|the whole) of (?:the|last)"
    r"|over the full|(?:the|that)(?= \w+ as a whole)) (?P<unit>year|month|week|weekend|season"
    r"|summer|winter|decade|century)\b"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PART_TIME = regex(
    rf"\b(?:in|during|by|for) (?:(?P<month>{_MONTHS}"
    r"|(?:one|that|a single) month)|the (?P<quarter>"
    r"(?:first|second|third|last|final|three) (?:quarter|months|half|six months)))\b"
    r"|\b(?:on (?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:first|last|opening) day"
    r"|a single day)|in (?:a single|one) (?P<week>week)|(?:in|that) (?P<season>spring|summer|autumn"
    r"|winter))\b"
)
_SHORTER = {"day": 1, "week": 7, "month": 30, "quarter": 90, "season": 91}
_LENGTHS = {
    "weekend": 2,
    "week": 7,
    "month": 30,
    "summer": 92,
    "winter": 92,
    "season": 200,
    "year": 365,
    "decade": 3650,
    "century": 36500,
}
"""J: days; of two such stretches the shorter can be part of the longer."""
_YEAR_OR_LAST = regex(r"\b(?:(?:1[6-9]|20)\d\d|(?:last|this) (?=year|season))")
_IN_A_YEAR = regex(r"[^.;,]{0,25}\b(?:last year|that year|in (?:1[6-9]|20)\d\d)\b")
_THIS_YEAR = regex(r"\bthis (?:year|season|month)\b")
_ON_THE = regex(r" (?:on|in|at|from|of|for) (?:the )?([\w’'-]+ ?[\w’'-]*)")
_THE_REST = regex(
    r"\b(?:rest|others?|elsewhere|outside|remaining|more than|excluding|without|apart from|than)\b"
)
