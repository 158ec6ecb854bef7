from __future__ import annotations

import re
from collections.abc import Iterator

from fentcheck.cues.alike import (
    FAR,
    are_persons,
    beside,
    head,
    is_amount,
    is_compared,
    of_one_unit,
    same_head,
)
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.topic import PEOPLE
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Operator, Quoted, operation
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.numbers import Found as NumberFound
from fentcheck.phrases.numbers import Number, read_number
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.nouns import singular
from fentcheck.units.unit import NUMBER


@cue("ratio")
def ratio(draft: Draft) -> Iterator[Found]:
    """One count to another, in words, where both counts are printed as well.

    Words: "one teacher for every 15 pupils"; "sheep outnumber people by 20 to one"; "a majority",
    "most of", "more than half" with the part and the whole beside it.
    Finding: The academy has one teacher for every 15 pupils. It has 600 pupils and 24 teachers.
    Clean: The academy has one teacher for every 25 pupils. It has 600 pupils and 24 teachers.
    """
    yield from _for_every(draft)
    yield from _outnumbered(draft)
    yield from _most(draft)


# One for every fifteen


def _for_every(draft: Draft) -> Iterator[Found]:
    """ "One teacher for every 15 pupils", "for each nurse there are 12 patients"."""
    for match in _EVERY.finditer(draft.lower):
        yield from _so_many(draft, match, match.groups())
    for match in _FOR_EVERY.finditer(draft.lower):
        of, over, number, noun = match.groups()
        yield from _so_many(draft, match, (number, noun, of, over))


def _so_many(draft: Draft, match: re.Match[str], words: tuple[str | None, ...]) -> Iterator[Found]:
    """`words` are a number, a noun, and the number (one, if left out) and noun of the other."""
    many, of = _whole(words[0]), _whole(words[2])
    if many is None or of is None or not words[1]:
        return
    start = max(0, match.start() - 60)
    if _WANTED.search(draft.lower, start, match.start()) or _SCOPED.match(draft.lower, match.end()):
        return
    near = draft.within(max(0, match.start() - FAR), match.end() + FAR)
    if not near:
        return
    printed = draft.within(match.start(), match.end())
    about = printed[0] if printed else min(near, key=lambda one: abs(one.start - match.start()))
    of_ratio = set(printed)
    first = [one for one in _counts(draft, about, singular(words[1])) if one not in of_ratio]
    if words[3]:
        second = [one for one in _counts(draft, about, singular(words[3])) if one not in of_ratio]
    else:  # "12 carers and 84 residents, one carer for every five"
        beside_it = [one for one in draft.beside(first[0]) if is_amount(one)] if first else []
        second = [one for one in beside_it if are_persons(head(one), "person") and one not in first]
        second = [one for one in second if one not in of_ratio]
    if len(first) != len(second) and not (first and second):
        return
    sure = Sure.LIKELY if len(first) == len(second) == 1 else Sure.GUESS
    for top in first[:3]:
        for bottom in second[:3]:
            if top is bottom or bottom.phrase is None:
                continue
            lesser, greater = (top, bottom) if of >= many else (bottom, top)
            each = operation(Operator.DIVIDE, draft.named(greater), draft.named(lesser))
            least, most = sorted((many, of))
            yield Found(
                about if printed else top, "FC202", _about(bottom, Fraction(most, least)),
                Comparison.EQUAL, each, (*printed, top, bottom), sure,
            )  # fmt: skip


def _whole(words: str | None) -> int | None:
    """The whole number in words or digits; "a" and nothing are one."""
    if words in (None, "a", "an"):
        return 1
    found = read_number(words, 0)
    value = found.number.value if isinstance(found, NumberFound) else None
    return value if isinstance(value, int) and value > 0 else None


def _about(figure: Mention, value: Fraction) -> Quoted:
    """A ratio, meant as roughly as whole numbers of it are."""
    assert figure.phrase is not None
    whole = value.denominator == 1
    number = Number(int(value) if whole else value, 1 if whole else Fraction(1, 10))
    return Quoted(
        figure.phrase._replace(
            text=str(value), form=Form.NUMBER, low=number, high=None, unit=NUMBER, hedges=_ROUNDED
        )
    )


def _counts(draft: Draft, ratio_of: Mention, noun: str) -> list[Mention]:
    """The counts of a thing in the sentences round a ratio."""
    return [
        one
        for one in (ratio_of, *beside(draft, ratio_of, NEAR))
        if is_amount(one)  # which the ratio is not: it has a rate
        and one.role is Role.COUNT
        and head(one)
        and (same_head(head(one), noun) or {head(one), noun} <= PEOPLE)
        and not is_compared(draft, one)
    ]


# Twenty to one


def _outnumbered(draft: Draft) -> Iterator[Found]:
    for match in _OUTNUMBER.finditer(draft.lower):
        found = read_number(match.group(3), 0)
        near = draft.within(max(0, match.start() - 300), match.end() + 300)
        if not isinstance(found, NumberFound) or not near:
            continue
        about = min(near, key=lambda one: abs(one.start - match.start(3)))
        more, fewer = (singular(word) for word in match.groups()[:2])
        first, second = _counts(draft, about, more), _counts(draft, about, fewer)
        if len(first) != 1 or len(second) != 1 or first[0] is second[0]:
            continue
        assert first[0].phrase is not None
        times = first[0].phrase._replace(
            text=match.group(3), low=found.number, high=None, unit=NUMBER, hedges=_ROUNDED
        )
        computed = operation(Operator.DIVIDE, draft.named(first[0]), draft.named(second[0]))
        printed = [one for one in near if match.start(3) <= one.figure_start < match.end()]
        yield Found(
            first[0], "FC202", Quoted(times), Comparison.EQUAL, computed,
            (*printed[:1], first[0], second[0]), Sure.LIKELY,
        )  # fmt: skip


# More than half


def _most(draft: Draft) -> Iterator[Found]:
    """ "A majority of the 340 growers, 160, voted to leave": a part that is no more than half."""
    for match in _MOST.finditer(draft.lower):
        if draft.within(match.start(), match.end()):
            continue  # read as a share, which has a cue of its own
        figures = draft.within(match.end(), match.end() + _NEAR_BY)
        figures = tuple(one for one in figures if is_amount(one) and one.role is Role.COUNT)
        if not figures:
            continue
        whole, part = figures[0], figures[1] if len(figures) > 1 else None
        if _OF_WHOLE.fullmatch(draft.lower, match.end(), whole.start):
            if part is None or not _ASIDE.fullmatch(draft.between(whole, part)):
                continue
        elif _APPOSED.fullmatch(draft.lower, match.end(), whole.start):
            part, before = whole, draft.previous(whole)
            while before is not None and not (head(before) and is_amount(before)):
                before = draft.previous(before)
            if before is None or whole.sentence - before.sentence > 1:
                continue
            whole = _biggest_persons(draft, before, part)
        else:
            continue
        if not _CLOSED.match(draft.lower, part.figure_end) or not of_one_unit(part, whole):
            continue
        half = operation(Operator.MULTIPLY, Exact(Fraction(1, 2)), draft.named(whole))
        comparison = Comparison.LESS if match.group(1) else Comparison.MORE
        yield Found(
            part, "FC303", draft.named(part), comparison, half, (whole, part), Sure.LIKELY,
            Wording.CHECK,
        )  # fmt: skip


def _biggest_persons(draft: Draft, nearest: Mention, part: Mention) -> Mention:
    """Who voted: the count of persons in the sentence before, if there is one."""
    found = [
        one
        for one in beside(draft, nearest)
        if one.start < part.start and is_amount(one) and are_persons(head(one), "person")
    ]
    return found[0] if len(found) == 1 and not are_persons(head(nearest), "person") else nearest


_NEAR_BY = 60
_ROUNDED = (Hedge.ABOUT,)
"""J: a ratio in whole numbers is meant roughly, though no word says so."""
_NUMBER = (
    r"(?:\d[\d,]{0,30}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty)"
)
_EVERY = regex(
    rf"\b({_NUMBER}|an?) (?:[a-z]+ )?([a-z]+) (?:for|to) (?:each|every)"
    rf"(?: ({_NUMBER}))?(?:(?: (?!for |to )[a-z]+)?? ([a-z]+)\b|(?=[,.;:]))"
)
_WANTED = regex(
    r"\b(?:should|must|ought|would|rules?|law|legal|standards?|recommend(?:s|ed)?|targets?|aims?"
    r"|requires?d?|needs?|asks?|promised?|plans?|limit|wants?|goal|at least|ideally)\b[^.;]{0,40}\Z"
)
_SCOPED = regex(r",? (?:at night|overnight|by day|at weekends|in (?:intensive|the)|on the)\b")
_FOR_EVERY = regex(
    rf"\bfor (?:each|every)(?: ({_NUMBER}))? ([a-z]+),? there (?:is|are|was|were)"
    rf"(?: about| some| only| nearly)? ({_NUMBER}|an?) ([a-z]+)\b"
)
_OUTNUMBER = regex(
    r"\b(?:ratio of )?([a-z]+) (?:(?:now |still )?(?:outnumber|outnumbered)|to) (?:the )?"
    r"([a-z]+)\b[a-z ]{0,40}?"
    r" (?:by )?(?:about |around |some |nearly |almost |more than )?"
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)[ -]to[ -](?:one|1)\b"
)
_MOST = regex(
    r"\b(?:a (?:small |clear |narrow |bare |slim )?majority|most|more than half|over half"
    r"|(fewer than half|less than half|a minority))\b"
)
_OF_WHOLE = regex(r" of (?:the |its |their |all |these |those )?(?:[a-z]+ ){0,2}")
_APPOSED = regex(r"(?: of (?:them|those))?(?:, | \(| – | — )(?:some |or )?")
_ASIDE = regex(r"(?:, | \(| – | — | - )(?:or |some |about )?")
_CLOSED = regex(r"(?: of (?:them|those)| in (?:all|total))?(?:[,)]| – | — | - )")
