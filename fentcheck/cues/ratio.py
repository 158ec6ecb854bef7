from __future__ import annotations

import re
from collections.abc import Iterator

from fentcheck.cues.alike import (
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
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Expression, Operator, Quoted, operation
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.numbers import Found as NumberFound
from fentcheck.phrases.numbers import read_number
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
    for figure in draft.figures:
        match = _EVERY.fullmatch(figure.per) if figure.per else None
        if match is None or figure.role is not Role.COUNT or not isinstance(figure.value, int):
            continue
        many = _number(figure, match.group(1), figure.value)
        first = _counts(draft, figure, head(figure))
        second = _counts(draft, figure, singular(match.group(2)))
        sure = Sure.LIKELY if len(first) == len(second) == 1 else Sure.GUESS
        for top in first:
            for bottom in second:
                if many is not None and top is not bottom:
                    each = operation(Operator.DIVIDE, draft.named(bottom), draft.named(top))
                    yield Found(
                        figure, "FC202", many, Comparison.EQUAL, each, (figure, top, bottom), sure
                    )


def _number(figure: Mention, digits: str, of: int) -> Expression | None:
    """So many for each, with the hedge of the figure: of "two nurses for every 15 patients" 7.5."""
    found = read_number(digits, 0)
    if not isinstance(found, NumberFound) or figure.phrase is None or not of:
        return None
    phrase = figure.phrase._replace(
        text=digits,
        low=found.number,
        high=None,
        unit=NUMBER,
        hedges=figure.phrase.hedges or _ROUNDED,
    )
    each = Quoted(phrase)
    return each if of == 1 else operation(Operator.DIVIDE, each, Exact(of))


def _counts(draft: Draft, ratio_of: Mention, noun: str) -> list[Mention]:
    """The counts of a thing in the sentences round a ratio."""
    return [
        one
        for one in (ratio_of, *beside(draft, ratio_of, NEAR))
        if is_amount(one)  # which the ratio is not: it has a rate
        and one.role is Role.COUNT
        and head(one)
        and same_head(head(one), noun)
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
_EVERY = regex(r"(\d[\d,]*) (?:[a-z]+ )?([a-z]+)", re.IGNORECASE)
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
