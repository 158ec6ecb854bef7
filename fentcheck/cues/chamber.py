"""The members of a body, how they voted, and what the seats of its parties make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fentcheck.cues.alike import FAR, head, is_amount, is_compared, size
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.whole import is_running
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording


@cue("chamber")
def chamber(draft: Draft) -> Iterator[Found]:
    """No more vote than there are members, and who is in control has more than half.

    Words: a body of so many ("the seven-member board", "nine justices", "a chamber of 54 seats")
    with a division ("voted 5-3", "split 8-5", "carried 31-26, with four abstaining"), the seats of
    its parties, or the news that a party has control of it, or that none has.
    Finding: The seven-member board voted 5-3 on Monday to close the school.
    Clean: The nine-member board voted 5-3 on Monday to close the school, with one absent.
    Finding: Labour won overall control of the council, where it now has 19 of the 54 seats.
    Clean: Labour fell short of overall control of the council, where it has 19 of the 54 seats.
    """
    bodies = [one for one in draft.figures if _is_body(draft, one)]
    for at, body in enumerate(bodies):
        if any(
            size(one) > size(body) or (size(one) < size(body) and _is_plainly(draft, one))
            for one in bodies[max(0, at - _REACH) : at + _REACH + 1]
            if abs(one.sentence - body.sentence) <= _REACH
        ):
            continue  # there are two bodies
        yield from _divisions(draft, body)
        seats = _seats(draft, body)
        if len(seats) > 1 and sum(map(size, seats)) < size(body) * _MOST:
            together = operation(Operator.SUM, *(draft.named(one) for one in seats))
            yield Found(
                body, "FC301", draft.named(body), Comparison.AT_LEAST, together, (body, *seats),
                Sure.LIKELY, Wording.PARTS,
            )  # fmt: skip
        if seats:
            yield from _control(draft, body, max(seats, key=size))


def _is_body(draft: Draft, one: Mention) -> bool:
    """All seats or members of a body, as the words have it."""
    if not is_amount(one) or one.role is not Role.COUNT or not isinstance(one.value, int):
        return False
    if not 2 < one.value < _LARGEST or one.hedge != "=":
        return False
    if _is_plainly(draft, one):
        return True
    return head(one) in _MEMBERS and bool(_ALL_BEFORE.search(draft.before(one, 40)))


def _is_plainly(draft: Draft, one: Mention) -> bool:
    """ "The seven-member board", "a jury of twelve"."""
    if _OF_IT.match(draft.lower, one.figure_end):
        return True
    return not head(one) and bool(_BODY_OF.search(draft.before(one, 40)))


# Divisions


def _divisions(draft: Draft, body: Mention) -> Iterator[Found]:
    """ "On a 5-3 vote"; what is printed as a score has no value of its own."""
    start, end = _round(draft, body)
    for score in draft.others_within(start, end):
        if score.role is not Role.SCORE or not is_running(
            draft, min(score.start, body.start), max(score.end, body.end)
        ):
            continue
        voted = draft.before(score, 60) + "\0" + draft.after(score, 40)
        if not _VOTED.search(voted):
            continue
        votes = [int(each) for each in re.findall(r"\d+", score.text)]
        more = [
            one
            for one in draft.within(score.end, draft.sentence(score).end)
            if one.role is Role.COUNT and _ABSTAINED.match(draft.after(one, 50))
            and isinstance(one.value, int)
        ]  # fmt: skip
        together = sum(votes) + sum(one.value for one in more if isinstance(one.value, int))
        if together > 2 * size(body):
            continue
        printed = ", ".join((score.text, *(one.text for one in more)))
        yield Found(
            body, "FC301", draft.named(body), Comparison.AT_LEAST, Exact(together),
            (body, score, *more), Sure.LIKELY,
            told=f"{printed} is {together} votes, too many for {body.text}",
        )  # fmt: skip


# Seats


def _seats(draft: Draft, body: Mention) -> list[Mention]:
    """The seats of the parties: those that are said to be seats, or had, and those listed then."""
    start, end = _round(draft, body)
    found: list[Mention] = []
    for one in draft.within(start, end):
        if one is body or not is_amount(one) or one.role is not Role.COUNT:
            continue
        if head(one) not in ("", *_MEMBERS) or size(one) >= size(body) or one.per:
            continue
        before, behind = draft.before(one, 50), draft.after(one, 40)
        if is_compared(draft, one) or _CHANGED.search(before) or _CHANGED_BEHIND.match(behind):
            continue
        last = found[-1] if found else None
        is_next = (
            last is not None
            and last.sentence == one.sentence
            and bool(_PARTY.fullmatch(draft.text[last.end : one.start]))
        )
        of_it = bool(_OF_BODY.match(draft.lower, one.figure_end))
        if is_next or of_it or _HAS.search(before):
            found.append(one)
    if len(found) > 1 and len({one.sentence for one in found}) > 1:
        parted = [one for one in found if one.sentence == found[0].sentence]
        return parted if len(parted) > 1 else [max(found, key=size)]
    return found


def _control(draft: Draft, body: Mention, most: Mention) -> Iterator[Found]:
    """A majority of seats is more than half of them."""
    start, end = _round(draft, body)
    words = draft.lower[start:end]
    half = operation(Operator.MULTIPLY, Exact(Fraction(1, 2)), draft.named(body))
    if _IN_CONTROL.search(words) and not _NOT_IN_CONTROL.search(words):
        yield Found(
            most, "FC303", draft.named(most), Comparison.MORE, half, (body, most), Sure.LIKELY,
            told=f"{most.text} is no majority of {body.text}",
        )  # fmt: skip


def _round(draft: Draft, body: Mention) -> tuple[int, int]:
    """The sentences that a body is spoken of in."""
    first = draft.sentences[max(0, body.sentence - _REACH)]
    last = draft.sentences[min(len(draft.sentences) - 1, body.sentence + _REACH)]
    return max(first.start, body.start - FAR), min(last.end, body.end + FAR)


_REACH = 2
_LARGEST = 1500
"""J: no chamber has more seats."""
_MOST = Fraction(3, 2)
"""J: seats that add up to more were never meant to be all of it."""
_MEMBERS = (
    "seat", "member", "councillor", "councilor", "councilman", "councilmember", "justice", "judge",
    "juror", "trustee", "commissioner", "supervisor", "alderman", "senator", "deputy", "mp",
    "lawmaker", "legislator", "delegate", "director", "regent", "governor", "magistrate",
)  # fmt: skip
_OF_IT = regex(
    r"-(?:seat|member|strong|person|man|woman|judge|juror|justice|place)\b"
    r"(?= (?:[a-z-]+ ){0,4}(?:board|council|committee|jury|panel|court|chamber|assembly|senate"
    r"|parliament|house|commission|bench|tribunal|legislature|body|authority|cabinet|congress|diet"
    r"|bundestag|knesset|dail|union|synod|vestry))"
    r"|-(?:seat|member)\b"
)
_BODY_OF = regex(
    r"\b(?:board|council|committee|jury|panel|court|chamber|assembly|senate|parliament|house"
    r"|commission) of \Z"
)
_ALL_BEFORE = regex(
    r"(?:\b(?:has|have|had|all|its|the|(?:chamber|council|house|assembly|board|senate|parliament"
    r"|court|commission|committee|panel|jury)(?: of| with)|out of|of the|of its)|['’]s?) \Z"
)
_VOTED = regex(
    r"\b(?:vot|rul|decid|decis|split|approv|reject|pass|agree|carr|verdict|divid|division|majorit"
    r"|favou?r|back|endors|adopt|defeat|tally|by a margin|turn(?:s|ed) down|struck down"
    r"|upheld)[a-z]*"
)
_ABSTAINED = regex(
    r"(?: [a-z]+)?(?: (?:were|was|who|being))?,? (?:abstentions?|abstain(?:ed|ing|s)|absent"
    r"|absences?|recus(?:ed|ing|als?)|did not vote|not voting|present and not voting)\b"
)
_OF_BODY = regex(r" of (?:the|its|their|those) (?:\d|[a-z]+ (?:seats|members|places))")
_HAS = regex(
    r"\b(?:has|have|had|holds?|held|took|takes?|won|wins|with|got|on|gained|secured|captured"
    r"|returned|picked up|kept|retained|claimed|to reach|keeps|down to|up to|rose to|rises to"
    r"|fell to)(?: (?:now|just|only|all|about|some|over))? \Z"
)
_CHANGED = regex(
    r"\b(?:gain(?:s|ed|ing)?|lost|losing|loses?|up|down|by|from|another|extra|further|previously"
    r"|needs?|needed|require[sd]?|short of|at least|majority of|lead of|margin of|than|picked up"
    r"|picking up|adding|all|page|aged?)(?: (?:just|only|about|some))? \Z"
)
_CHANGED_BEHIND = regex(
    r" (?:more|fewer|less|short|lost|gained|needed|are needed|is needed|were up|wards?|candidates"
    r"|years?|votes?|new|from)\b|[^.;,]{0,20}\b(?:contested|up for|vacant|at stake|being fought)\b"
)
_PARTY = regex(
    r"(?: seats?| members?| councillors?)?(?:, up from [^,;]{1,12}|, down from [^,;]{1,12})?"
    r"(?:,|;|,? and|; and)(?: [\w'’.-]+){1,5} "
)
_IN_CONTROL = regex(
    r"\b(?:(?:overall|outright|absolute|full|sole|majority|undisputed|clear) (?:control|majority)"
    r"|(?:won|wins?|took|takes?|seized?|gain(?:s|ed)?|regain(?:s|ed)?|kept|keeps?|held|holds?"
    r"|retain(?:s|ed)?|captured?|wrest(?:s|ed)|in) (?:back )?(?:control|command)|controls?\b"
    r"|working majority|comfortable majority|(?:has|have|won|with|kept|held|took) a majority)\b"
)
_NOT_IN_CONTROL = regex(
    r"\b(?:no(?:t|body|ne)?|neither|never|without|lost|los(?:es?|ing)|short|fail(?:s|ed|ing)?"
    r"|needs?|needed|required?s?|hop(?:es?|ed|ing)|coalition|allian\w+|allies|partners?|hung|minority"
    r"|support of|backing|together|pact|independents who|would|could|if|until"
    r"|deadlock(?:ed)?|nearly"
    r"|almost|two short|deprived|jointly|combined|control group|price controls?|denied|cost"
    r"|stripped|end(?:s|ed|ing)?|first time since|up for election|thirds?)\b|n[’']t\b"
)
