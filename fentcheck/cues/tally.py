from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations

from fentcheck.cues.alike import (
    FAR,
    beside,
    head,
    is_amount,
    is_compared,
    is_share,
    size,
    words_round,
)
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.fit import is_slip
from fentcheck.cues.whole import is_running, is_typed_wrong
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Operator, operation
from fentcheck.prose.mention import Mention, Rational, Role
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
    runs = list(_sides(draft))
    counts = [one for one in draft.figures if _may_be_votes(draft, one)]
    for figure in draft.figures:
        if _is_margin(draft, figure):
            yield from _margin(draft, figure, runs)
            yield from _margin_of_two(draft, figure, counts)
        elif is_share(figure) and (
            _TURNOUT.search(draft.before(figure, 40))
            or _TURNOUT_BEHIND.match(draft.after(figure, 30))
        ):
            yield from _turnout(draft, figure)
        elif _may_be_all(draft, figure):
            yield from _all_votes(draft, figure, runs)
    yield from _outright(draft)


# The votes of the sides


def _sides(draft: Draft) -> Iterator[tuple[Mention, ...]]:
    """Figures, one after the other, that are the votes, seats or shares of two sides or more."""
    counts = [one for one in draft.figures if _may_be_votes(draft, one)]
    run: list[Mention] = []
    for one in counts:
        if run and not _goes_on(draft, run, one):
            if len(run) > 1:
                yield tuple(run)
            run = []
        run.append(one)
    if len(run) > 1:
        yield tuple(run)


def _goes_on(draft: Draft, run: Sequence[Mention], one: Mention) -> bool:
    last = run[-1]
    if is_share(last) is not is_share(one) or one.sentence - last.sentence > 1:
        return False
    words = draft.lower[last.end : one.start]
    before = draft.before(run[0], 60)
    voted = head(run[0]) in _VOTES[1:] or bool(_POLLED.search(before))
    voted |= bool(_VOTED_BEHIND.match(draft.lower, run[0].figure_end))
    if len(run) > 1:
        return voted and one.sentence == last.sentence and bool(_LISTED.fullmatch(words))
    if _TO.fullmatch(words):
        return voted or bool(_DIVIDED.search(before))
    if _LISTED.fullmatch(words) and one.sentence == last.sentence:
        return voted
    return voted and len(words) < _LONGEST_STEP and bool(_AND.search(words) or ", " in words)


def _may_be_votes(draft: Draft, one: Mention) -> bool:
    if _is_margin(draft, one) or _may_be_all(draft, one):
        return False
    if is_share(one):
        return not is_compared(draft, one)
    if _FROM.search(draft.before(one, 12)) or _REQUIRED.search(draft.before(one, 30)):
        return False
    return one.role is Role.COUNT and is_amount(one) and head(one) in _VOTES


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
    before = draft.before(one, 60)
    return (
        bool(_MARGIN_BEFORE.search(before))
        or bool(_MARGIN_BEHIND.match(draft.after(one, 30)))
        or (head(one) == "vote" and bool(_BY.search(before)))
    )


def _is_points(one: Mention) -> bool:
    return one.phrase is not None and one.phrase.unit.kind is Kind.POINTS


def _margin(draft: Draft, margin: Mention, runs: Sequence[tuple[Mention, ...]]) -> Iterator[Found]:
    """The difference of the first two of the nearest sides; any other two may explain it."""
    shares = _is_points(margin)
    near = [
        run
        for run in runs
        if is_share(run[0]) is shares and abs(run[0].sentence - margin.sentence) <= NEAR
    ]
    near.sort(key=lambda run: abs(run[0].start - margin.start))
    operator = Operator.POINTS if shares else Operator.SUBTRACT
    for order, run in enumerate(near):
        best = sorted(run, key=size, reverse=True)[:2]
        is_other = order > 0 or _is_of_other_time(draft, margin, run[0])
        for one, other in combinations(run[:_MOST_SIDES], 2):
            is_first = (
                one in best
                and other in best
                and not is_other
                and (shares or _is_election(draft, margin, one, other))
            )
            apart = operation(operator, draft.named(one), draft.named(other))
            yield Found(
                margin, "FC202", draft.named(margin), Comparison.EQUAL,
                operation(Operator.MAGNITUDE, apart), (margin, one, other),
                Sure.SAID if is_first else Sure.GUESS,
            )  # fmt: skip


def _margin_of_two(draft: Draft, margin: Mention, counts: Sequence[Mention]) -> Iterator[Found]:
    """The difference of the two largest of all votes told of near by, in whatever words."""
    at = bisect_left(counts, margin.start, key=lambda one: one.start)
    near = [
        one
        for one in counts[max(0, at - _MOST_SIDES) : at + _MOST_SIDES]
        if abs(one.sentence - margin.sentence) <= 2
        and not is_share(one)
        and not is_compared(draft, one)
        and size(one) > size(margin) / 2
        and any(character.isdigit() for character in one.text)
    ]
    if _is_points(margin) or len(near) < 2 or margin.hedge not in "=":
        return
    start, end = min(near[0].start, margin.start), max(near[-1].end, margin.end)
    if not is_running(draft, start, end):
        return
    best = sorted(near, key=size, reverse=True)[:2]
    for one, other in combinations(near, 2):
        apart = operation(Operator.SUBTRACT, draft.named(one), draft.named(other))
        is_likely = (
            one in best
            and other in best
            and not any(_is_of_other_time(draft, margin, side) for side in best)
            and _is_election(draft, margin, one, other)
            and _are_sides(draft, one, other)
            and _is_near(abs(size(one) - size(other)), size(margin))
        )
        yield Found(
            margin, "FC202", draft.named(margin), Comparison.EQUAL,
            operation(Operator.MAGNITUDE, apart), (margin, one, other),
            Sure.LIKELY if is_likely else Sure.GUESS,
        )  # fmt: skip


def _is_election(draft: Draft, *figures: Mention) -> bool:
    """A word of votes stands in one of the sentences of some figures."""
    return any(_ELECTION.search(words_round(draft, one)) for one in figures)


def _is_near(apart: Rational, margin: Rational) -> bool:
    return is_typed_wrong(apart, margin) or is_slip(apart, margin, _NEAR_BY)


def _are_sides(draft: Draft, one: Mention, other: Mention) -> bool:
    """The votes of two: both polled, or the one to the other's."""
    if min(size(one), size(other)) * _MOST_APART < max(size(one), size(other)):
        return False
    return bool(_TO.fullmatch(draft.between(one, other))) or all(
        head(each) in _VOTES[1:]
        or _HAD.search(draft.before(each, 60))
        or _WENT_TO.match(draft.after(each, 40))
        for each in (one, other)
    )


def _is_of_other_time(draft: Draft, margin: Mention, side: Mention) -> bool:
    """Its sentence names a year, or an earlier time, that the votes are not of."""
    if _AGO.match(draft.after(margin, 40)) or _AGO_BEFORE.search(draft.before(margin, 70)):
        return True
    if margin.sentence == side.sentence:
        return False
    mine, theirs = (
        set(_YEARS.findall(_THAN.sub("", words_round(draft, one)))) for one in (margin, side)
    )
    return bool(mine) and mine.isdisjoint(theirs)


# Votes cast, and those who could vote


def _may_be_all(draft: Draft, one: Mention) -> bool:
    """All votes cast, or all members of a chamber."""
    if not is_amount(one) or one.role is not Role.COUNT:
        return False
    behind = draft.lower[one.figure_end : one.figure_end + 60]
    before = draft.before(one, 30)
    if _SEATED.match(behind) or _BODY.search(before):
        return True
    return bool(_CAST.match(behind)) or (
        bool(_MEMBERS.match(behind)) and bool(_WHOLE_CHAMBER.search(before))
    )


def _all_votes(
    draft: Draft, every: Mention, runs: Sequence[tuple[Mention, ...]]
) -> Iterator[Found]:
    """Nobody votes twice: the sides and the abstentions are no more than all."""
    for run in runs:
        one, other = run[:2]
        if is_share(one) or abs(one.sentence - every.sentence) > 2 or every in run:
            continue
        if one.start < every.start < run[-1].start or size(one) + size(other) < size(every) / 10:
            continue
        if any(size(side) > size(every) for side in run):
            continue
        sides = list(run)
        following = draft.following(run[-1])
        while following is not None and following is not every and _abstained(draft, following):
            sides.append(following)
            following = draft.following(following)
        if any(_DATED.match(draft.lower, side.end) for side in sides):
            continue
        yield _sum(draft, every, sides, Comparison.AT_LEAST, Sure.LIKELY)
        there = [side for side in sides if not _ABSENT.match(draft.lower, side.figure_end)]
        if len(there) < len(sides):  # the absent may not be among "all"
            yield _sum(draft, every, there, Comparison.EQUAL, Sure.GUESS)


# Elected with more than half, in the first round


def _outright(draft: Draft) -> Iterator[Found]:
    """ "Elected with more than half of the votes … of 24,000 ballots she had 10,912"."""
    for match in _OVER_HALF.finditer(draft.lower):
        half = draft.within(match.start(), match.end())
        index = bisect_right(draft.sentences, (match.start(), len(draft.text) + 1)) - 1
        start = max(draft.sentences[max(0, index - 2)].start, match.start() - FAR)
        last = draft.sentences[min(len(draft.sentences) - 1, index + 2)]
        end = min(last.end, match.end() + FAR)
        words = draft.lower[start:end]
        if not _ELECTED.search(words) or _NOT_ELECTED.search(words):
            continue
        found = list(_of_all_votes(draft, draft.within(start, end)))
        if len(found) != 1:
            continue
        ((part, whole),) = found
        least = operation(Operator.MULTIPLY, Exact(Fraction(1, 2)), draft.named(whole))
        yield Found(
            part, "FC303", draft.named(part), Comparison.MORE, least, (*half[:1], whole, part),
            Sure.LIKELY,
        )  # fmt: skip


def _of_all_votes(draft: Draft, figures: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """ "Of 24,000 ballots, she had 10,912"; "14,300 of the 30,000 cast": the first of them."""
    counts = [one for one in figures if one.role is Role.COUNT and is_amount(one)]
    for index, one in enumerate(counts):
        before = counts[index - 1] if index else None
        is_cast = head(one) in ("vote", "ballot") or bool(_WERE_CAST.match(draft.lower, one.end))
        if not is_cast:
            continue
        if before is not None and _OF.fullmatch(draft.between(before, one)):
            yield before, one
        elif _OPENS.search(draft.before(one, 30)):
            behind = (
                other
                for other in counts[index + 1 :]
                if other.sentence == one.sentence and _POLLED.search(draft.before(other, 60))
            )
            part = next(behind, None)
            if part is not None and size(part) < size(one):
                yield part, one


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
_REQUIRED = regex(r"\b(?:needs?|needed|required?|requires)(?: [a-z]+)? \Z")
_NEAR_BY = Fraction(2)
"""J: a margin that is wrong by more than a digit is at most twice or half of what it is."""
_MOST_APART = 10
"""J: times; a runner-up has at least a tenth of the votes of the winner."""
_ELECTION = regex(
    r"\b(?:vot|poll|ballot|ward\b|elect|candidate|constituen|runner-up|seat\b|mayor|council"
    r"|referend|motion|incumbent|challenger|re-?count|by-election|precinct|returning officer)"
)
_HAD = regex(
    r"\b(?:won|took|take|taking|received|receiving|got|getting|polled|polling|secured|gained"
    r"|had|having|have|has|holds?|with|drew|drawing|scored|collect(?:ed|ing)|attract(?:ed|ing)"
    r"|garner(?:ed|ing)|finish(?:ed|ing)|came|coming|scrap(?:ed|ing)|tall(?:y|ied|ying)|earn(?:ed"
    r"|ing)|claim(?:ed|ing)|manag(?:ed|ing)|mustered|muster|amass(?:ed|ing)|pull(?:ed|ing)|win(?:ning)?"
    r"|against|to|ended|ending|chalked|picked|pick|clocked|banked|for|cast|gave|giving|went|and"
    r"|credited|left)\b[^.;\d]{0,40}\Z"
)
_WENT_TO = regex(
    r"(?: votes?| ballots?)? (?:for|went to|against|to|of|in favou?r|said|were|backed|chose|voted"
    r"|opposed|supported|polled)\b"
)
_HEDGE = r"(?: (?:just|only|about|around|some|nearly|almost|a mere|a slim|more than|over|exactly))?"
_MARGIN = (
    r"(?:majority|margin|lead|cushion|edge|gap|advantage|difference|buffer|plurality|deficit"
    r"|shortfall)"
)
_MARGIN_BEFORE = regex(
    rf"\b(?:{_MARGIN}(?: (?:[a-z'’-]+ ){{0,6}}?(?:of|was|is|being|stood at|came to|to|at"
    r"|amounted to|just))?(?: [a-z]+)?[,:]?"
    r"|(?:won|winning|win|beat|beaten|beating|defeated|defeating|lost|losing|loses|leads?|led"
    r"|ahead|trailed|trails|trailing|behind|edged out|edging|separated|parted|divided|decided"
    r"|settled|held (?:on|off|the seat)|elected|re-elected|passed|carried|prevails?|short|saw off"
    r"|scraped|squeaked|survived|prevailed|triumphed|clinched it|took it|home)\b[^.;0-9]{0,25} by"
    r"|led|leads)"
    rf"{_HEDGE} \Z"
)
_BY = regex(rf"\bby{_HEDGE} \Z")
_MARGIN_BEHIND = regex(
    r"(?: more| fewer)?(?: votes?| ballots?)? (?:ahead\b|clear\b|behind\b|adrift\b|short\b"
    r"|(?:more|fewer|better|less) than (?:(?:his|her|the|their)"
    r" (?:[a-z]+ )?(?:rival|opponent|challenger|runner|incumbent|second|next|other|winner|victor"
    r"|nearest|closest)"
    r"|(?:mr|ms|mrs|dr)\b))"
    r"| (?:votes? )?(?:separated|divided|apart)\b"
    rf"|[- ](?:vote |ballot |point |percentage[- ]point )?(?:[a-z]+ )?(?:{_MARGIN}|victory|win"
    r"|triumph|defeat|loss|squeaker|upset)\b"
)
_NEEDED = regex(
    r"\b(?:needs?|needed|required?|requires|short of|down from|up from|against)\b[^.;]{0,40}\Z"
)
_NEEDED_BEHIND = regex(
    r" among\b| (?:on|in) the (?:council|assembly|house|chamber|senate|parliament)\b"
)
_POLLED = regex(
    r"\b(?:won|took|received|got|polled|secured|gained|had|have|has|holds?|held|with|drew|scored"
    r"|split|voted)\b[^.;0-9]{0,25}\Z"
)
_VOTED_BEHIND = regex(
    r" (?:[a-z]+ )?(?:(?:were|voted|spoke) (?:for|in favou?r|against)|voted|backed (?:it|the)"
    r"|in favou?r"
    r"|opposed (?:it|the)|supported (?:it|the))\b"
)
_TO = regex(
    r"(?: votes?| ballots?)?(?: \(?in favou?r\)?| for)?,? (?:to|against)"
    r"(?: (?:[a-z][\w'’-]*){1,2}(?:'s|’s))? | (?:to|against) [\w .]{1,25}['’]s? "
)
_LISTED = regex(r"(?: [a-z]+)?(?: (?:for|against)(?: [a-z]+){0,3})?(?:,|,? and)(?: [a-z.]+){1,4} ")
_DIVIDED = regex(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|pass|passed|approv(?:e|ed|al)|reject(?:s|ed)?|carried"
    r"|defeat(?:s|ed)?|beat|elected|w[io]ns?|overr(?:ode|idden)|back(?:s|ed)|adopt(?:s|ed)|lost"
    r"|resolution|motion|division|agreed|decided|ruled)\b[^.;]{0,50}\Z"
)
_DATED = regex(r" (?:until|since|before|at first|last|in (?:19|20)\d\d)\b")
_THAN = regex(r"\b(?:than|since|down from|up from|compared|against|unlike)\b[^.;]*")
_YEARS = regex(
    r"\b(?:(?<!since )(?:19|20)\d\d|last (?:time|year)|previous|earlier|four years ago)\b"
)
_OVER_HALF = regex(
    r"\b(?:more than (?:half|50 ?(?:%|per ?cent)) (?:of )?(?:the |all |all the )?(?:valid )?"
    r"(?:votes?|ballots?)|(?:outright|absolute|overall) majority)\b"
)
_ELECTED = regex(
    r"\b(?:no (?:second|run-?off|need for a (?:second|run-?off))|avoid(?:ed|s|ing) a"
    r"|outright|declared|was (?:re-?)?elected|sworn in|won in the first)\b"
)
_NOT_ELECTED = regex(
    r"\b(?:(?:will|to) (?:go|be held|face|meet)|goes to|forced|short of|fail(?:ed|s|ing)?|fell"
    r"|do(?:es)? not|did not|not enough|without|another (?:round|ballot)|was a (?:second|run-?off)"
    r"|went to|since scrapped|no longer|only needs?|no (?:candidate|one|party)|nobody)\b"
)
_WERE_CAST = regex(r" (?:votes? |ballots? )?(?:cast|counted|returned|in all)\b")
_OPENS = regex(r"\b(?:of|out of) (?:the |all |some |about )?\Z")
_FROM = regex(r"\b(?:from|than) \Z")
_AGO_BEFORE = regex(
    r"\b(?:ago|earlier|last time|in (?:19|20)\d\d|the last (?:election|poll|vote))\b[^;.]{0,50}\Z"
)
_AGO = regex(r"(?: [a-z]+){0,3} (?:ago|earlier|last time|in (?:19|20)\d\d)\b")
_BODY = regex(
    r"\b(?:board|council|committee|jury|panel|court|chamber|assembly|senate|parliament|house) of \Z"
)
_MOST_SIDES = 6
_VOTES = ("", "vote", "ballot")
_TO_BEHIND = regex(
    r"(?: votes?| ballots?)? (?:to|against) (?:\d|[a-z-]+(?:teen|ty|one|two|three|"
    r"four|five|six|seven|eight|nine|ten)\b)"
)
_OF = regex(r" (?:out )?of (?:the |its |their )?")
_AND = regex(r"\b(?:and|to|against|while|with|for|than|received|polled|rival|opponent)\b")
_CAST = regex(
    r"(?: valid)? (?:votes|ballots) (?:were |was |had been |have been )?"
    r"(?:cast|counted|in all|in total)\b"
    r"(?! (?:for|against|to)\b| in (?:(?:his|her|their|its|the) )?favou?r)"
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
_WHOLE_CHAMBER = regex(r"(?:\b(?:has|have|all|with|of the|its|the)|['’]s) \Z")
_TURNOUT = regex(r"\bturn-?out\b[^.;,0-9]{0,25} \Z")
_TURNOUT_BEHIND = regex(r",? (?:the )?turn-?out\b")
_ENTITLED = regex(
    r" (?:registered |eligible |qualified )(?:voters|electors|people|residents|citizens)\b"
    r"| (?:people |residents |voters |electors )?(?:were |are |was )?"
    r"(?:entitled|eligible|registered) to vote\b"
    r"| (?:people )?on the (?:electoral )?(?:roll|register)"
)
_ELECTORATE = regex(r"\b(?:electorate|roll|register)(?: of| is| was| has)(?: \w+)? \Z")
