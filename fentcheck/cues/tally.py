from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fentcheck.cues.alike import (
    beside,
    head,
    is_amount,
    is_compared,
    is_share,
    size,
)
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.expressions.tree import Comparison, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.unit import Kind


@cue("tally")
def tally(draft: Draft) -> Iterator[Found]:
    """The votes of an election or a division: margin, votes cast, turnout.

    Words: a majority, margin or lead with the votes of the first two ("8,310 votes to 7,960", "she
    won 12,406 votes and her rival 11,987"), in votes or in points; votes for, against and
    abstentions beside those who could vote or did ("34 votes to 29 … the chamber has 70
    members"); a turnout beside those entitled to vote and the votes cast.
    Finding: Ruth Opie won the seat with 8,310 votes to 7,960, a majority of 450.
    Clean: Ruth Opie won the seat with 8,310 votes to 7,960, a majority of 350.
    """
    pairs = list(_pairs(draft))
    for figure in draft.figures:
        if _is_margin(draft, figure):
            yield from _margin(draft, figure, pairs)
        elif is_share(figure) and _TURNOUT.search(draft.before(figure, 40)):
            yield from _turnout(draft, figure)
        elif _may_be_all(draft, figure):
            yield from _all_votes(draft, figure, pairs)


# The votes of two sides


def _pairs(draft: Draft) -> Iterator[tuple[Mention, Mention]]:
    """Two figures, one after the other, that are the votes or shares of two sides."""
    counts = [one for one in draft.figures if _may_be_votes(draft, one)]
    for one, other in pairwise(counts):
        if is_share(one) is not is_share(other) or other.sentence - one.sentence > 1:
            continue
        words = draft.lower[one.end : other.start]
        voted = head(one) == "vote" or bool(_POLLED.search(draft.before(one, 60)))
        if _TO.fullmatch(words) or (voted and len(words) < _LONGEST_STEP and _AND.search(words)):
            yield one, other


def _may_be_votes(draft: Draft, one: Mention) -> bool:
    if _is_margin(draft, one) or _may_be_all(draft, one):
        return False
    if is_share(one):
        return not is_compared(draft, one)
    return one.role is Role.COUNT and is_amount(one) and head(one) in ("", "vote", "ballot")


def _is_margin(draft: Draft, one: Mention) -> bool:
    """A majority, margin or lead of so many votes or points; none that is needed."""
    if _TO_BEHIND.match(draft.lower, one.figure_end):
        return False
    if not (is_amount(one) and one.role is Role.COUNT) and not _is_points(one):
        return False
    if _NEEDED.search(draft.before(one, 60)) or _NEEDED_BEHIND.match(draft.after(one, 30)):
        return False
    if head(one) not in ("", "vote", "ballot", "point"):
        return False
    before = draft.before(one, 40)
    return (
        bool(_MARGIN_BEFORE.search(before))
        or bool(_MARGIN_BEHIND.match(draft.after(one, 30)))
        or (head(one) == "vote" and bool(_BY.search(before)))
    )


def _is_points(one: Mention) -> bool:
    return one.phrase is not None and one.phrase.unit.kind is Kind.POINTS


def _margin(
    draft: Draft, margin: Mention, pairs: Sequence[tuple[Mention, Mention]]
) -> Iterator[Found]:
    """The difference of the nearest two sides; any other two may explain it."""
    shares = _is_points(margin)
    near = [
        pair
        for pair in pairs
        if is_share(pair[0]) is shares and abs(pair[0].sentence - margin.sentence) <= NEAR
    ]
    near.sort(key=lambda pair: abs(pair[0].start - margin.start))
    operator = Operator.POINTS if shares else Operator.SUBTRACT
    for order, (one, other) in enumerate(near):
        apart = operation(operator, draft.named(one), draft.named(other))
        yield Found(
            margin, "FC202", draft.named(margin), Comparison.EQUAL,
            operation(Operator.MAGNITUDE, apart), (margin, one, other),
            Sure.GUESS if order else Sure.SAID,
        )  # fmt: skip


# Votes cast, and those who could vote


def _may_be_all(draft: Draft, one: Mention) -> bool:
    """All votes cast, or all members of a chamber."""
    if not is_amount(one) or one.role is not Role.COUNT:
        return False
    behind = draft.lower[one.figure_end : one.figure_end + 60]
    before = draft.before(one, 30)
    if _SEATED.match(behind):
        return True
    return bool(_CAST.match(behind)) or (
        bool(_MEMBERS.match(behind)) and bool(_WHOLE_CHAMBER.search(before))
    )


def _all_votes(
    draft: Draft, every: Mention, pairs: Sequence[tuple[Mention, Mention]]
) -> Iterator[Found]:
    """Nobody votes twice: the sides and the abstentions are no more than all."""
    for one, other in pairs:
        if is_share(one) or abs(one.sentence - every.sentence) > 2 or every in (one, other):
            continue
        if one.start < every.start < other.start or size(one) + size(other) < size(every) / 10:
            continue
        sides = [one, other]
        following = draft.following(other)
        while following is not None and following is not every and _abstained(draft, following):
            sides.append(following)
            following = draft.following(following)
        yield _sum(draft, every, sides, Comparison.AT_LEAST, Sure.LIKELY)
        there = [side for side in sides if not _ABSENT.match(draft.lower, side.figure_end)]
        if len(there) < len(sides):  # the absent may not be among "all"
            yield _sum(draft, every, there, Comparison.EQUAL, Sure.GUESS)


def _sum(
    draft: Draft, every: Mention, sides: Sequence[Mention], comparison: Comparison, sure: Sure
) -> Found:
    together = operation(Operator.SUM, *(draft.named(side) for side in sides))
    return Found(
        every, "FC301", draft.named(every), comparison, together, (every, *sides), sure,
        Wording.PARTS,
    )  # fmt: skip


def _abstained(draft: Draft, one: Mention) -> bool:
    behind = draft.lower[one.figure_end : one.figure_end + 50]
    return one.role is Role.COUNT and bool(_ABSTAINED.match(behind))


def _turnout(draft: Draft, share: Mention) -> Iterator[Found]:
    around = [one for one in beside(draft, share, 2) if is_amount(one) and one.role is Role.COUNT]
    entitled = [one for one in around if _is_entitled(draft, one)]
    cast = [one for one in around if _is_cast(draft, one) and one not in entitled]
    for whole in entitled:
        before = draft.previous(whole)
        if not cast and before is not None and _OF.fullmatch(draft.between(before, whole)):
            cast = [before]
        for part in cast:
            if size(part) < size(whole) and len(entitled) == 1 and len(cast) == 1:
                computed = operation(Operator.SHARE, draft.named(part), draft.named(whole))
                yield Found(
                    share, "FC303", draft.named(share), Comparison.EQUAL, computed,
                    (whole, share, part), Sure.LIKELY, Wording.SHARE_OF,
                )  # fmt: skip


def _is_entitled(draft: Draft, one: Mention) -> bool:
    behind = draft.lower[one.figure_end : one.figure_end + 50]
    return bool(_ENTITLED.match(behind)) or bool(_ELECTORATE.search(draft.before(one, 40)))


def _is_cast(draft: Draft, one: Mention) -> bool:
    behind = draft.lower[one.figure_end : one.figure_end + 40]
    return bool(_CAST.match(behind)) or bool(_DID_VOTE.match(behind))


_LONGEST_STEP = 130
_HEDGE = r"(?: (?:just|only|about|around|some|nearly|almost|a mere|a slim|more than|over|exactly))?"
_MARGIN_BEFORE = regex(
    r"\b(?:(?:majority|margin|lead) (?:of|was|is|over \w+ (?:of|was))"
    r"|(?:won|winning|win|beat|beaten|defeated|lost|losing|led|ahead|leads|trailed|edged out"
    r"|held (?:on|the seat)|elected|re-elected|passed|carried)\b[^.;0-9]{0,25} by|led|leads)"
    rf"{_HEDGE} \Z"
)
_BY = regex(rf"\bby{_HEDGE} \Z")
_MARGIN_BEHIND = regex(
    r"(?: more)?(?: votes?| ballots?)? (?:ahead|clear|more than (?:his|her|the|their))\b"
    r"|[- ](?:vote |point |percentage[- ]point )?(?:majority|margin|lead|victory|win)\b"
)
_NEEDED = regex(
    r"\b(?:needs?|needed|required?|requires|short of|down from|up from|against)\b[^.;]{0,40}\Z"
)
_NEEDED_BEHIND = regex(r" (?:on|in) the (?:council|assembly|house|chamber|senate|parliament)\b")
_POLLED = regex(
    r"\b(?:won|took|received|got|polled|secured|gained|had|with|drew|scored)\b[^.;]{0,25}\Z"
)
_TO = regex(
    r"(?: votes?| ballots?)?(?: \(?in favou?r\)?| for)?,? (?:to|against)"
    r"(?: (?:[a-z][\w'’-]*){1,2}(?:'s|’s))? | (?:to|against) [\w .]{1,25}['’]s? "
)
_TO_BEHIND = regex(
    r"(?: votes?| ballots?)? (?:to|against) (?:\d|[a-z-]+(?:teen|ty|one|two|three|"
    r"four|five|six|seven|eight|nine|ten)\b)"
)
_OF = regex(r" (?:out )?of (?:the |its |their )?")
_AND = regex(r"\b(?:and|to|against|while|with|for|than|received|polled|rival|opponent)\b")
_CAST = regex(
    r"(?: valid)? (?:votes|ballots) (?:were |was |had been |have been )?"
    r"(?:cast|counted|in all|in total)"
    r"|(?: people| residents| voters| electors)? (?:cast (?:a|their) (?:ballots?|votes?))"
)
_DID_VOTE = regex(
    r"(?: of them| people| residents| voters| electors)?"
    r" (?:voted|cast|went to the polls|took part)\b(?! (?:by|for|against|in|early|online|yes|no)\b)"
)
_MEMBERS = regex(
    r" (?:[a-z]+ )?(?:members|seats|mps|senators|deputies|councill?ors|delegates|lawmakers"
    r"|legislators)\b"
)
_SEATED = regex(r"-(?:seat|member|strong)\b")
_ABSENT = regex(r" (?:[a-z]+ )?(?:(?:were|was) )?(?:absent|absences)")
_ABSTAINED = regex(
    r" (?:[a-z]+ )?(?:(?:were|was) )?(?:abstentions?|abstain(?:ed|ing)|absent|absentees?|blank"
    r"|spoiled|spoilt|invalid|absences)\b"
)
_WHOLE_CHAMBER = regex(r"\b(?:has|have|all|with|of the|its|the) \Z")
_TURNOUT = regex(r"\bturn-?out\b[^.;,0-9]{0,25} \Z")
_ENTITLED = regex(
    r" (?:registered |eligible |qualified )(?:voters|electors|people|residents|citizens)\b"
    r"| (?:people |residents |voters |electors )?(?:were |are |was )?"
    r"(?:entitled|eligible|registered) to vote\b"
    r"| (?:people )?on the (?:electoral )?(?:roll|register)"
)
_ELECTORATE = regex(r"\b(?:electorate|roll|register)(?: of| is| was| has)(?: \w+)? \Z")
