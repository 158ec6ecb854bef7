"""What lies between two figures, where the sentence says outright which two and how much."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.alike import content
from fentcheck.cues.cue import Found, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import amounts_of
from fentcheck.cues.operands import Operand, alike, may_be_one_thing
from fentcheck.expressions.tree import Comparison, Operator, Quoted, operation
from fentcheck.phrases.hedges import Hedge
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex

_Ends = tuple[Operand, Operand]


@cue("difference")
def difference(draft: Draft) -> Iterator[Found]:
    """A rise, a fall or a lead by an amount is what lies between the two figures it is said of.

    Words: by X from A to B, up X from A to B, from A to B, a loss of X, A was X more than B.
    Finding: The fee rose by £10 from £40 to £52.
    Clean: The fare rises from £3 to £3.20, an increase of £46 over the year.
    """
    for mention in draft.figures:
        if mention.role is Role.PERCENT or _is_open(mention):
            continue
        for ends in (
            _behind(draft, mention),
            _in_front(draft, mention),
            _compared(draft, mention),
        ):
            stated = _stated(draft, mention, ends) if ends is not None else None
            if ends is None or stated is None:
                continue
            more, less = sorted(ends, key=lambda one: one.value, reverse=True)
            computed = operation(Operator.SUBTRACT, more.expression, less.expression)
            figures = tuple(dict.fromkeys((ends[0].mention, ends[1].mention, mention)))
            yield Found(mention, "FC401", stated.expression, Comparison.EQUAL, computed, figures)


def _stated(draft: Draft, mention: Mention, ends: _Ends) -> Operand | None:
    """The difference as an operand in the unit of both ends; None of one that is of another."""
    for one in amounts_of(draft, mention):
        if one.part or one.unit.offset or not all(_are_alike(one, end) for end in ends):
            continue
        phrase = mention.phrase
        if phrase is not None and phrase.direction is not None:  # "up £10" has no sign here
            printed = phrase._replace(direction=None, unit=one.unit, text=mention.text)
            return one._replace(expression=Quoted(printed))
        return one
    return None


def _are_alike(one: Operand, other: Operand) -> bool:
    return one.mention.per == other.mention.per and may_be_one_thing(one, other)


def _is_open(mention: Mention) -> bool:
    return mention.phrase is None or Hedge.UP_TO in mention.phrase.hedges


def _behind(draft: Draft, change: Mention) -> _Ends | None:
    """ "Rose by X from A to B", "cut by X, to B from A": the ends stand behind the change."""
    before = draft.before(change, _FAR)
    if not _CHANGED_BY.search(before) or _OFTEN.search(before):
        return None
    first = draft.following(change)
    if first is None or first.sentence != change.sentence:
        return None
    if not _LEADS.fullmatch(draft.lower[change.end : first.figure_start]):
        return None
    ends = _ends_at(draft, first)
    if ends is not None and _TO_END.search(draft.before(first, _FAR)):
        old = ends[1].mention  # “to 125 on Friday, from 160”: of another span, see `changed_to`
        return ends if _AT_ONCE.fullmatch(draft.lower, first.end, old.figure_start) else None
    return ends


def _in_front(draft: Draft, change: Mention) -> _Ends | None:
    """ "From A to B, a loss of X": the ends stand before the change, and are of what it is of."""
    last = draft.previous(change)
    if last is None or last.sentence != change.sentence:
        return None
    if not _COMES_TO.fullmatch(draft.between(last, change)):
        return None
    if _FOR_LONGER.match(draft.after(change)):
        return None
    earlier = draft.previous(last)
    is_pair = earlier is not None and earlier.sentence == last.sentence
    for first in (last, earlier) if is_pair else (last,):
        assert first is not None
        ends = _ends_at(draft, first)
        if ends is None or ends[-1].mention is not last:
            continue
        start = draft.before(first, _FAR)
        if _FROM.search(start) or first.text.lower().startswith("from "):
            return ends if _is_said_of(draft, change, first, start) else None
    return None


def _is_said_of(draft: Draft, change: Mention, first: Mention, start: str) -> bool:
    """A change with a noun is of what the sentence is about: "the fall from 12 factories to 9, a
    loss of 370 jobs" is of jobs alone; and a loss of money is what a firm makes as well.
    """
    if change.role is Role.MONEY:
        return not (_LOSS.search(draft.before(change, 30)) and _TRADE.search(start))
    if change.role is not Role.COUNT or not change.noun or first.noun:
        return True
    noun = content(change.noun)
    return bool(noun & content(start) or (_STAFF.search(start) and _STAFF.search(change.noun)))


def _ends_at(draft: Draft, first: Mention) -> _Ends | None:
    """The two figures of "from A to B" or "to B from A", by the first of them."""
    halves = amounts_of(draft, first)
    if len(halves) == 2 and halves[0].part:
        return (halves[0], halves[1]) if not _is_open(first) else None
    second = draft.following(first)
    if second is None or second.sentence != first.sentence or _is_open(first) or _is_open(second):
        return None
    between = draft.lower[first.end : second.figure_start]
    words = draft.before(first, _FAR) + draft.lower[first.start : first.figure_start]
    way = _TO if _FROM.search(words) else _FROM_BACK if _TO_END.search(words) else None
    if way is None or not way.fullmatch(between) or _THEN.match(draft.after(second)):
        return None
    return _both(draft, first, second)


def _both(draft: Draft, first: Mention, second: Mention) -> _Ends | None:
    """Two figures of one kind, and neither short for a number so many thousands."""
    for one in amounts_of(draft, first):
        for other in amounts_of(draft, second):
            mine, theirs = alike(one, other)
            if mine.part or theirs.part or mine.unit.offset or not may_be_one_thing(mine, theirs):
                continue
            low, high = sorted((mine.value, theirs.value))
            if low > 0 and high < low * _MOST:
                return mine, theirs
    return None


def _compared(draft: Draft, change: Mention) -> _Ends | None:
    """ "The crowd of A was X more than the B who came last year"."""
    first, second = draft.previous(change), draft.following(change)
    if first is None or second is None:
        return None
    if not first.sentence == second.sentence == change.sentence or _is_open(first):
        return None
    before = draft.lower[first.end : change.figure_start]
    behind = draft.lower[change.figure_end : second.figure_start]
    if not _WAS.fullmatch(before) or not _MORE_THAN.fullmatch(behind) or _is_open(second):
        return None
    if _NO_SUBJECT.search(draft.before(first, 40)):
        return None
    return _both(draft, first, second)


_FAR = 90
"""J: characters before a figure."""
_MOST = 100
"""J: how many times one end is the other; more, and one is printed without its million."""
_HEDGE = r"(?:about |some |around |roughly |nearly |almost |just |only |exactly |over |more than )?"
_CHANGE = (
    r"(?:loss|gain|rise|increase|fall|drop|decline|cut|growth|jump|reduction|decrease|climb|hike"
    r"|saving|difference|leap|slump|surge)"
)
_VERB = (
    r"(?:rises?|rose|risen|rising|increas\w+|falls?|fell|fallen|falling|drop\w*|declin\w+|cut|cuts"
    r"|cutting|grew|grown|growing|grows?|gain\w*|jump\w*|reduc\w+|decreas\w+|climb\w*|surg\w+"
    r"|shr[aiu]nk\w*|plung\w+|slump\w*|trimm?\w*|soar\w*|raised?|raises|raising|lower\w*|up|down"
    r"|slash\w*|widen\w*|narrow\w*|expand\w*|tumbl\w+|dipp?\w*|slipp?\w*|lengthen\w*|shorten\w*)"
)
_CHANGED_BY = regex(
    rf"\b{_VERB},? {_HEDGE}\Z|\b{_VERB}\b[^.;:,\d]{{0,40}} by (?:an? (?:further|extra) )?{_HEDGE}\Z"
)
_OFTEN = regex(
    r"\b(?:each|every|annually|yearly|monthly|weekly|daily|successive|average|not|never|up to)\b"
    r"|n['’]t\b"
)
_WHEN = r"(?: (?:in |on |at |by |for |last |this |a |the |two |three |five |ten )[^.;:,]{1,30})?"
_LEADS = regex(r"(?: (?:last|this) (?:year|month|week|season|quarter))?,? (?:from|to) " + _HEDGE)
_FROM = regex(rf"\bfrom (?:the |its |their |an? )?{_HEDGE}\Z")
_TO_END = regex(rf"\bto (?:an? |the )?{_HEDGE}\Z")
_TO = regex(rf"{_WHEN},? to (?:an? |the |a record )?{_HEDGE}")
_FROM_BACK = regex(rf"{_WHEN},? from (?:the |its |their |an? )?{_HEDGE}")
_AT_ONCE = regex(rf",? from (?:the |its |their |an? )?{_HEDGE}")
_THEN = regex(r",? (?:and )?(?:then|later|eventually|finally|on to)\b")
_COMES_TO = regex(
    rf"{_WHEN}(?:,| –| —| -|;| \(|\()\s?(?:which (?:is|was) |that is |that was )?"
    rf"an? (?:[a-z]+ ){{0,2}}{_CHANGE} of {_HEDGE}"
)
_FOR_LONGER = regex(
    r" (?:for|over|per|a|an|each|every|to|across|on|at|among|in (?:a|an|one|total|all|the"
    r" (?:first|last)))\b"
)
""" "From £3 to £3.20, an increase of £46 over the year": of many of them."""
_LOSS = regex(r"\bloss of ")
_TRADE = regex(r"\b(?:sales|turnover|revenues?|income|takings|profits?|earnings|output|trade)\b")
_STAFF = regex(
    r"\b(?:staff|workforce|headcount|payroll|job|jobs|post|posts|worker|workers|employee|employees"
    r"|employment|position|positions|roles?)\b"
)
_WAS = regex(r"(?:,? (?:[a-z’'-]+ ){0,3})?(?:,? )?(?:was|is|were|are|would be|will be) " + _HEDGE)
_MORE_THAN = regex(
    r"[a-z]{0,3} (?:[a-z-]+ ){0,1}(?:more|fewer|less|higher|lower|above|below|bigger|smaller"
    r"|larger)"
    r"(?: [a-z-]+){0,1} than (?:the|its|their|his|her|last year['’]s|an?|that of) " + _HEDGE
)
_NO_SUBJECT = regex(r"\b(?:than|in|by|for|after|since|until|when|where|with|not)\b[^,;]{0,12}\Z")
