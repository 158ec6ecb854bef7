"""Some of a thing that are more than all of it, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.alike import FAR, head, is_compared, of_one_unit, size
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.same import is_another, same_noun, scopes_differ
from fentcheck.cues.topic import PEOPLE
from fentcheck.cues.whole import is_running, is_whole
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.nouns import PERSONS, singular


@cue("more-than-all")
def more_than_all(draft: Draft) -> Iterator[Found]:
    """A part is more than every figure near by that could be its whole, and is said to be a part.

    Words: "of it", "of those players", "among those infected", "by itself", "the biggest of them";
        what counts is that the nouns go together and nothing else is spoken of.
    Finding: The parks have a budget of $2.2 million. Mowing takes $2.9 million of it.
    Clean: The parks have a budget of $3.2 million. Mowing takes $2.9 million of it.
    Clean: They had 5,200 applications for 180 places, and 900 of those came late.
    """
    for part in draft.figures:
        if not is_whole(part) or part.hedge == "<":
            continue
        weight = _said_to_be_some(draft, part)
        if not weight and head(part) and not _MEMBERS.match(draft.lower, part.figure_end):
            continue
        wholes = _wholes(draft, part)
        if not wholes or any(size(one) >= size(part) for one in wholes):
            continue
        whole = wholes[-1]
        weight = max(weight, _said_of_both(draft, part, whole))
        if not weight:
            continue
        is_other = _is_other(draft, part, whole) or (weight < 3 and _are_apart(draft, part, whole))
        if is_other or weight + _tie(draft, part, whole) < _ENOUGH:
            continue
        yield Found(
            part, "FC502", draft.named(part), Comparison.AT_MOST, draft.named(whole),
            (whole, part), Sure.LIKELY, told=f"{part.text} cannot be some of {whole.text}",
        )  # fmt: skip


_ENOUGH = 5


def _said_to_be_some(draft: Draft, part: Mention) -> int:
    """How plainly the words call it a part of something told of before."""
    before, behind = draft.before(part, 60), draft.after(part, 60)
    previous, following = draft.previous(part), draft.following(part)
    if previous is not None:
        before = before[max(0, len(before) - max(0, part.start - previous.end)) :]
    if following is not None:
        behind = behind[: max(0, following.start - part.end)]
    if _NOT_SOME.search(before) or _NOT_SOME_BEHIND.match(behind):
        return 0
    some = _ACCOUNTS.search(before) or _OF_IT_BEHIND.match(behind) or _OF_IT_BEFORE.search(before)
    return 3 * bool(some) + 2 * bool(_BY_ITSELF.search(f"{before}\0{behind}"))


def _said_of_both(draft: Draft, part: Mention, whole: Mention) -> int:
    """ "Of the 61 dogs, 74"; "the 72 players include 80"; "430 of the inmates"."""
    between = draft.lower[whole.end : part.start]
    if part.sentence == whole.sentence and not head(part):
        opens = _OPENS_WITH.search(draft.before(whole, 40))
        if opens and "," in between and not _OTHERS.search(between):
            return 3
        if _INCLUDE.search(between):
            return 3
    members = _MEMBERS.match(draft.lower, part.figure_end)
    if members is None or part.role is not Role.COUNT:
        return 0
    noun, theirs = singular(members.group(1)), head(whole)
    if not theirs:
        return 4 * (noun in PERSONS and whole.sentence + 1 >= part.sentence)
    return 3 * (noun == theirs or (noun in PEOPLE and theirs in PEOPLE))


def _wholes(draft: Draft, part: Mention) -> list[Mention]:
    """What could be its whole: the figures of the last sentences that count what it may count."""
    return [
        one
        for one in draft.beside(part, 2, _LOOKED_AT)
        if part.start - FAR < one.start < part.start
        and is_whole(one)
        and of_one_unit(one, part)
        and _may_be_whole(one, part)
        and not is_compared(draft, one)
    ]


def _may_be_whole(whole: Mention, part: Mention) -> bool:
    mine, theirs = head(part), head(whole)
    if part.role is not Role.COUNT or not mine or mine == "one":
        return True
    return not theirs or same_noun(part, whole) or (_are_lives(mine) and _are_lives(theirs))


def _are_lives(noun: str) -> bool:
    return noun in PERSONS or noun in _LIVES


def _tie(draft: Draft, part: Mention, whole: Mention) -> int:
    """What else ties a part to its whole."""
    mine, theirs = head(part), head(whole)
    words = draft.before(whole, 60) + "\0" + draft.after(whole, 40)
    tie = part.role is not Role.COUNT or not mine or same_noun(part, whole) or _are_lives(mine)
    return tie + 2 * bool(_FOR_ALL.search(words)) + (bool(theirs) or whole.role is not Role.COUNT)


def _is_other(draft: Draft, part: Mention, whole: Mention) -> bool:
    """The two are of other times, or set apart, or rows of a list."""
    between = draft.lower[whole.end : part.start]
    return (
        not is_running(draft, whole.start, part.end)
        or bool(_THEN.search(draft.before(part, 40).rpartition(" and ")[2]))
        or bool(_CHANGED.search(between))
        or any(_is_another(draft, one) for one in (whole, part))
        or whole.hedge == ">"
        or size(part) > _MOST * size(whole)
    )


def _are_apart(draft: Draft, part: Mention, whole: Mention) -> bool:
    return part.sentence != whole.sentence and scopes_differ(draft, whole, part)


_MOST = 4
_LOOKED_AT = 12
_LIVES = frozenset(
    "death case infection patient fatality injury casualty survivor victim graduate life".split()
)
_THEM = r"(?:it|that|this|them|these|those|which|whom)"
_OF_IT_BEHIND = regex(
    rf" (?:of|among) (?:{_THEM}\b(?! (?:size|age|kind|sort|type|value|year|month|week|day))"
    r"|the (?:total|group|number)\b)|(?: [a-z]+)? (?:finished|completed|survived|made it|crossed"
    r"|came home|got back|returned)\b|,? (?:of|among) the (?:infected|injured|survivors)\b"
)
_OF_IT_BEFORE = regex(
    rf"(?:\A|[,;(] |\band |\bbut )(?:of|among) {_THEM},?(?: (?:total|sum|[a-z]+))?,?"
    r"(?: (?:only|just|some|about|as many as|no fewer than|nearly|almost))? \Z"
)
_ACCOUNTS = regex(r"\baccount(?:s|ed|ing)? for(?: some| about| nearly)? \Z")
_BY_ITSELF = regex(
    r"\bby (?:itself|himself|herself)\b|\balone\b|\bon its own\b|\bsingle-handedly\b"
    r"|\b(?:biggest|largest|oldest|newest|smallest|busiest|one) of (?:them|these|those|its)\b"
)
_NOT_SOME = regex(
    r"\b(?:than|instead of|up from|down from|from|target of|each|every|per|average|another|if"
    r"|would|could|rivals?|owner|parent|sister [a-z]+|before|once|compared|against)(?: \w+)? \Z"
)
_NOT_SOME_BEHIND = regex(
    r"[^.;]{0,24}\b(?:ago|earlier)\b| (?:more|fewer|less|times|each|apiece|a head|per)\b"
)
_FOR_ALL = regex(
    r"\b(?:nationwide|nationally|worldwide|globally|in all|all told|altogether|in total|a total of"
    r"|between them|together|combined|overall|across (?:the|its)|(?:whole|entire)\b|the country|"
    r"budget|district['’]s|country['’]s|county['’]s|state['’]s|city['’]s|region['’]s|nation['’]s)"
)


def _is_another(draft: Draft, one: Mention) -> bool:
    """Set apart from others; "more than 60" and "only 60" are not."""
    return is_another(draft, one) and not _BOUNDED.search(
        f"{draft.before(one, 6)}{one.text}".lower()
    )


_BOUNDED = regex(r"\b(?:only|(?:more|fewer|less) than)\b")
_THEN = regex(r"\b(?:(?:last|previous) (?:year|season|month|week|time)|in (?:19|20)\d\d)\b")
_OPENS_WITH = regex(
    r"(?:\A|[;:—] )(?:out of|of|among|from) (?:(?:the|its|his|her|their|all|our|those)\b ?)?"
    r"(?:[a-z]+ of )?\Z"
)
_OTHERS = regex(r"\b(?:in|from) which\b|\bper\b|\beach\b")
_INCLUDE = regex(r"\A[^.;,\d]{0,25}\binclud(?:e|es|ed) (?:[a-z]+ ){0,2}\Z")
_MEMBERS = regex(r" of (?:the|its|his|her|their) ([a-z]+)\b")
_CHANGED = regex(
    r"\b(?:rose|risen|fell|fallen|grew|grown|increased|since then|later|by then|a year (?:ago"
    r"|earlier|later)|previous|compared|another|further|joined"
    r"|the year before|instead)\b"
)
