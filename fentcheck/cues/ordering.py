"""Figures that the words put in order: the cheapest, ahead of, a record that beats another."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.same import head_of, modifiers_of, same_kind, same_noun
from fentcheck.expressions.tree import Comparison, Exact
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


@cue("next-in-rank")
def next_in_rank(draft: Draft) -> Iterator[Found]:
    """What is only the next or second largest is no larger than the largest.

    Words: "the largest", "the biggest" … with a figure, and within two sentences "the next
        largest", "the second-biggest" with another of the same kind.
    Finding: Saltby, the largest town, has 14,200 people. The next largest, Pell, has 15,600.
    Clean: Saltby, the largest town, has 14,200 people. The next largest, Pell, has 12,600.
    Clean: The £71m sale was the second-largest of the year; the largest was worth £88m.
    """
    for found in _NEXT_MOST.finditer(draft.lower):
        word = found.group(1)
        direction = Comparison.AT_LEAST if word in _MOST_WORDS else Comparison.AT_MOST
        second = _figure_of_rank(draft, found.start(), found.end())
        if second is None:
            continue
        first_sentence = draft.sentences[max(0, second.sentence - 2)]
        top_at = draft.lower.rfind(f"the {word}", first_sentence.start, found.start())
        if top_at < 0 or _LIMITED.match(draft.lower, top_at + len(word) + 4):
            continue
        top = _figure_of_rank(draft, top_at, top_at + len(word) + 4)
        if top is None or top is second or not _comparable(top, second):
            continue
        yield Found(
            top,
            "FC403",
            draft.named(top),
            direction,
            draft.named(second),
            (top, second),
            Sure.SAID,
            told=f"{second.text} is called “{found.group().strip()}”, beside {top.text}",
        )


def _figure_of_rank(draft: Draft, start: int, end: int) -> Mention | None:
    """The figure that "the next largest" has: the first behind it, or the last before."""
    behind = draft.within(end, min(end + 70, draft.sentence_at(start).end))
    if behind and _is_plain(behind[0]) and _HAS.search(draft.lower, end, behind[0].start):
        gap = draft.lower[end : behind[0].start]
        return None if _OTHER_CLAUSE.search(gap) else behind[0]
    return _figure_of(draft, start, end)


@cue("compared")
def compared(draft: Draft) -> Iterator[Found]:
    """Two figures that the words compare stand in that order.

    Words: "310, more than the 280 in Pell"; "fewer than the 40"; "ahead of Pell, with 280";
        "followed by Pell on 280"; "beating the record of 41"; "outnumber"; "up from", "down from",
        "rose from … to …".
    Finding: The club sold 310 seats, more than the 480 seats that it sold last year.
    Clean: The club sold 510 seats, more than the 480 seats that it sold last year.
    Finding: Sales fell from 310 tonnes to 480 tonnes.
    Clean: Sales fell from 480 tonnes to 310 tonnes.
    Clean: The club sold 310 seats, no more than the 310 that it sold last year.
    """
    yield from _smaller_and_larger(draft)
    yield from _than_the_others(draft)
    for second in draft.figures:
        if isinstance(second.value, tuple):
            yield from _moved_within(draft, second)
            continue
        first = draft.previous(second)
        if first is None or first.sentence != second.sentence:
            continue
        if isinstance(first.value, tuple) or isinstance(second.value, tuple):
            continue
        is_bare = first.role is Role.COUNT and not first.noun and not first.per
        is_bare = is_bare and draft.between(first, second) == " to "
        is_bare |= first.role is second.role is Role.COUNT and "outnumber" in draft.between(
            first, second
        )
        if not (_comparable(first, second) or is_bare) or _is_change(first):
            continue
        if _BY_SO_MUCH.match(draft.between(first, second)):
            continue  # "an eighth higher than the 40%", "20mm more than the 100mm"
        comparison = _compared_as(draft, first, second)
        if comparison is None:
            continue
        joint = "above" if comparison is Comparison.MORE else "below"
        yield Found(
            first,
            "FC403",
            draft.named_as(first, second),
            comparison,
            draft.named(second),
            (first, second),
            Sure.SAID,
            told=f"the words put {first.text} {joint} {second.text}",
        )


@cue("kin-ages")
def kin_ages(draft: Draft) -> Iterator[Found]:
    """An elder brother or sister is the older, a younger one the younger.

    Words: "Mina Deshpande, 33, … her elder brother Ravi, 29"; "Kit, 9, and his big sister, Ann,
        who is 7"; "Ravi, 29, the elder brother of Mina, 33".
    Finding: Mina Deshpande, 33, runs the telescope, and her elder brother Ravi, 29, mends it.
    Clean: Mina Deshpande, 33, runs the telescope, and her elder brother Ravi, 39, mends it.
    Clean: Mina Deshpande, 33, and her father, Jay, 60, mend it. His elder brother, 66, looks on.
    """
    for other in draft.figures:
        ages = draft.within(max(0, other.start - 2 * _FAR), other.start)
        one = next((age for age in reversed(ages) if age.role is Role.AGE), None)
        if one is None or one.sentence < other.sentence - 1:
            continue
        if isinstance(one.value, tuple) or isinstance(other.value, tuple) or other.value is None:
            continue
        gap = draft.lower[one.end : other.start]
        if len(gap) > 2 * _FAR or _AT_ANOTHER_AGE.search(gap):
            continue
        kin = _ELDER.search(gap)
        of_kin = _ELDER_OF.match(gap)
        if not kin and not of_kin:
            continue
        if other.role is not Role.AGE and not (
            other.role is Role.COUNT and not other.noun and _WHO_IS.search(gap)
        ):
            continue
        if kin and any(word in draft.lower[one.end : one.end + kin.start()] for word in _NEW_KIN):
            continue
        found = kin or of_kin
        assert found is not None
        is_elder = found.group("elder") is not None
        if of_kin and not kin:
            is_elder = not is_elder
        comparison = Comparison.AT_LEAST if is_elder else Comparison.AT_MOST
        assert one.value is not None
        yield Found(
            other,
            "FC403",
            Exact(other.value),
            comparison,
            Exact(one.value),
            (one, other),
            Sure.SAID,
            told=f"{other.text} beside {one.text} is not {found.group('word')}",
        )


def _smaller_and_larger(draft: Draft) -> Iterator[Found]:
    """ "The smaller of the two herds has 140 cows, the larger 120." """
    for found in _SMALLER.finditer(draft.lower):
        start = found.end()
        figures = draft.within(start, start + _FAR)
        behind = _LARGER.search(draft.lower, start, start + 2 * _FAR)
        if not figures or behind is None or "." in draft.lower[start : behind.start()]:
            continue
        first = [one for one in figures if one.end <= behind.start()]
        then = draft.within(behind.end(), behind.end() + _FAR // 3)
        if len(first) != 1 or not then or first[0].sentence != then[0].sentence:
            continue
        one, other = first[0], then[0]
        if not _is_plain(one) or not _is_plain(other) or not (_comparable(one, other)):
            continue
        if one.role not in _ROLES_OF.get(found.group("word"), ()):
            continue
        words = (found.group("small"), behind.group("small"))
        if bool(words[0]) is bool(words[1]) and behind.group("big"):
            continue
        yield Found(
            other,
            "FC403",
            draft.named_as(other, one),
            Comparison.AT_LEAST if words[0] else Comparison.AT_MOST,
            draft.named(one),
            (one, other),
            Sure.SAID,
            told=f"the {found.group('word')} has {one.text}, the other {other.text}",
        )


def _than_the_others(draft: Draft) -> Iterator[Found]:
    """ "The bid of $2.3m was lower than the other two, of $2.1m and $2.6m"."""
    for found in _THE_OTHERS.finditer(draft.lower):
        sentence = draft.sentence_at(found.start())
        before = draft.within(max(sentence.start, found.start() - _FAR), found.start())
        others = draft.within(found.end(), min(sentence.end, found.end() + _FAR))
        if not before or found.start() - before[-1].end > _FAR // 3 or len(others) != _TWO:
            continue
        one = before[-1]
        for other in others:
            if _is_plain(one) and _is_plain(other) and _comparable(one, other):
                yield Found(
                    one,
                    "FC403",
                    draft.named_as(one, other),
                    Comparison.MORE if found.group("more") else Comparison.LESS,
                    draft.named(other),
                    (one, other),
                    Sure.SAID,
                    told=f"{one.text} is called “{found.group().split()[0]}”, beside {other.text}",
                )


def _moved_within(draft: Draft, spread: Mention) -> Iterator[Found]:
    """ "fell from 310 to 480 tonnes", read as one range."""
    moved = _MOVED.search(draft.before(spread, 40))
    words = spread.text.lower()
    if moved is None and words.startswith("from "):
        moved = _MOVED.search(draft.before(spread, 40) + "from ")
    if moved is None or moved.group("by") != "from" or not isinstance(spread.value, tuple):
        return
    if _TO_ONE_OF.match(draft.after(spread, 30)):
        return  # a currency that falls is more of them to the dollar
    low, high = spread.value
    yield Found(
        spread,
        "FC403",
        Exact(high),
        Comparison.MORE if moved.group("up") else Comparison.LESS,
        Exact(low),
        (spread,),
        Sure.SAID,
        told=f"{moved.group().strip()} {spread.text} goes the other way",
    )


# The most of a group


def _figure_of(draft: Draft, start: int, end: int) -> Mention | None:
    """The figure that the superlative is said of: before it in its clause, or behind "at"."""
    before = [one for one in draft.within(max(0, start - 90), start) if _is_plain(one)]
    if before:
        one = before[-1]
        gap = draft.lower[one.end : start]
        if one is not None and draft.sentence(one).end > start and not _OTHER_CLAUSE.search(gap):
            return one
    behind = draft.within(end, end + 50)
    if behind and _is_plain(behind[0]) and draft.sentence(behind[0]).start <= start:
        gap = draft.lower[end : behind[0].start]
        if _AT.search(gap) and not _OTHER_CLAUSE.search(gap):
            return behind[0]
    return None


def _is_plain(one: Mention) -> bool:
    return one.value is not None and not isinstance(one.value, tuple) and one.trend is None


# Two figures compared


def _comparable(one: Mention, other: Mention) -> bool:
    """Of one kind and noun; what is behind "more than" or "ahead of" may leave out noun or rate."""
    if one.phrase is None or other.phrase is None or other.value is None or one.value is None:
        return False
    if one.role is Role.COUNT:
        if other.role is not Role.COUNT or one.per != other.per:
            return False
        if head_of(other) and head_of(one):
            return same_noun(one, other) and modifiers_of(one) == modifiers_of(other)
        return bool(head_of(one) or head_of(other))
    if one.role is not other.role:
        return False
    if one.per and not other.per:
        return one.role is Role.MONEY and one.unit == other.unit
    return same_kind(one, other)


def _is_change(one: Mention) -> bool:
    return one.phrase is not None and one.phrase.direction is not None


def _compared_as(draft: Draft, first: Mention, second: Mention) -> Comparison | None:
    gap = draft.lower[first.end : second.start]
    if len(gap) > _FAR:
        return None
    before = draft.before(first, 40)
    behind = draft.after(second, 30)
    if _BY_SO_MUCH.match(behind):
        return None
    if gap.strip() in ("to", "from"):
        moved = _MOVED.search(before)
        if moved is None or gap.strip() == moved.group("by"):
            return None
        is_up = bool(moved.group("up")) is (gap.strip() == "to")
        return Comparison.LESS if is_up else Comparison.MORE
    found = _JOINT.fullmatch(gap)
    if found is None or _DENIED.search(gap) or gap.endswith(" by "):
        return None
    if _RACED.search(gap) and first.role is Role.DURATION:
        # a race is won by the shorter time, an endurance by the longer
        return Comparison.LESS if _RACE.search(draft.words(first)) else None
    if found.group("more"):
        return Comparison.MORE
    return Comparison.LESS if found.group("less") else None


_BY_SO_MUCH = regex(r" (?:higher|lower|more|less|fewer|greater|bigger|larger|smaller) than\b")
_FAR = 90
_ELDER_WORD = r"(?P<word>(?P<elder>elder|older|big)|(?:younger|little|kid|baby|small))"
_ELDER = regex(
    rf"\b(?:his|her|their) {_ELDER_WORD} (?:twin |half-|step-?)?(?:brother|sister|sibling|cousin),?"
    r"(?: [a-z’'-]+){0,3},? (?:aged |who is |now |is )?\Z"
)
_ELDER_OF = regex(
    rf",? (?:is |was )?(?:the|an?) {_ELDER_WORD} (?:half-|step-?)?(?:brother|sister|sibling|cousin)"
    r" of (?:[a-z’'-]+ ?){1,3}, (?:aged )?\Z"
)
_WHO_IS = regex(r"\b(?:who is|is) \Z")
_NEW_KIN = ("father", "mother", "husband", "wife", "uncle", "aunt", "grand", "friend", "partner",
            "’s ", "'s son", "colleague")  # fmt: skip
_AT_ANOTHER_AGE = regex(r"\b(?:then|when|at the time|died|later|in \d{4}|ago|would have)\b")
_SMALLER = regex(
    r"\bthe (?P<word>(?P<small>smaller|shorter|lighter|cheaper|lower|younger|lesser|narrower)"
    r"|(?P<big>larger|bigger|longer|taller|heavier|dearer|higher|older|elder|greater|wider))"
    r" (?:of the (?:two|pair)|one|[a-z]+)\b"
)
_ROLES_OF = {
    word: roles
    for words, roles in (
        ("smaller larger bigger greater lesser", (Role.COUNT, Role.MONEY)),
        ("cheaper dearer", (Role.MONEY,)),
        ("lighter heavier", (Role.AMOUNT,)),
        ("shorter longer taller", (Role.AMOUNT, Role.DURATION)),
        ("younger older elder", (Role.AGE,)),
    )
    for word in words.split()
}
_LARGER = regex(
    r"\bthe (?:(?P<small>smaller|shorter|lighter|cheaper|lower|younger|lesser|narrower)"
    r"|(?P<big>larger|bigger|longer|taller|heavier|dearer|higher|older|elder|greater|wider)|other)\b"
)
_MOST_WORDS = frozenset(
    "highest largest biggest most longest tallest heaviest dearest oldest eldest deepest fastest "
    "busiest costliest steepest richest hottest more higher larger bigger longer taller heavier "
    "older".split()
) - {"fastest", "busiest", "hottest"}  # fmt: skip
_NEXT_MOST = regex(
    r"\bthe (?:next|second|third|fourth)[- ](highest|largest|biggest|longest|tallest|heaviest"
    r"|oldest|deepest|lowest|smallest|shortest|cheapest|lightest|youngest)\b"
)
_HAS = regex(r"\b(?:at|with|on|of|is|was|has|had|have|are|were|costs?|charges?|,) $")
_LIMITED = regex(
    r"[^.;,]{0,40}\b(?:since|outside|after|apart from|behind|except|excluding|but one|for \w+ years"
    r"|in \w+ years|ever|on record|yet|so far|of his|of her|of its|of their|of the season"
    r"|of the year|this year)\b"
)
_OTHER_CLAUSE = regex(r"[;:.]|\b(?:but|while|whereas|although|after|before|because|whose)\b")
_AT = regex(r"\b(?:at|with|on|of|is|was|were|costs?|charg\w+|,)[^.;]{0,15}\Z")
_JOINT = regex(
    r"(?: (?:last|this) (?:year|month|week)| in (?:[a-z]+|\d{4}))?(?:,|:| [–—-]|—| which (?:is"
    r"|was)| (?:is|was|are|were)|\)?)?"
    r" (?:(?P<more>(?:still |far |slightly |well |even |just |much )?(?:more|higher|larger|bigger"
    r"|longer"
    r"|taller|heavier|older|greater|better) than(?: the| its| their| his| her| last year[’']s"
    r"| [a-z]+[’']s?)?(?: [a-z-]+){0,2}|beating [^.;]{1,50}|(?:beat|beats|broke"
    r"|bettered|eclipsed|surpassed|exceeded|topped|smashed)"
    r" (?:the|his|her|its|their) [^.;]{0,40}\b(?:record|best|mark|high) [^.;]{0,12}"
    r"|surpassing [^.;]{1,50}"
    r"|exceeding [^.;]{1,40}"
    r"|topping [^.;]{1,40}|outnumber(?:s|ed|ing)? (?:the |its |their )?|eclipsing [^.;]{1,40}"
    r"|(?:comfortably |well |just )?above (?:the|its|their|last year[’']s)[^.;]{0,40}"
    r"|ahead of [^.;,]{1,40},? (?:with|on|at)|followed by [^.;,]{1,40},? (?:with|on|at)|up from"
    r"(?: the| a| last year[’']s)?)"
    r"|(?P<less>(?:still |far |slightly |well |even |just |much )?(?:fewer|less|lower|smaller"
    r"|shorter"
    r"|lighter|younger|cheaper) than(?: the| its| their| his| her| last year[’']s| [a-z]+[’']s?)?"
    r"(?: [a-z-]+){0,2}|(?:well |just )?(?:below|short of) (?:the|its|their"
    r"|last year[’']s)[^.;]{0,40}"
    r"|behind [^.;,]{1,40},? (?:with|on|at)|down from(?: the| a| last year[’']s)?)) ?"
)
_RACED = regex(r"\b(?:beat|beating|beats|bettering|topping|surpass\w*|eclips\w+|ahead of)\b")
_RACE = regex(
    r"\b(?:swam|swum|ran|run|race[sd]?|touched|clocked|sprint\w*|metres|lap|finish\w*|won|rowed"
    r"|cycled|skied|time of|times?)\b"
)
_THE_OTHERS = regex(
    r"\b(?<!no )(?<!not )(?:(?P<more>more|higher|larger|bigger|longer|heavier|older|greater|dearer)"
    r"|fewer|less|lower|smaller|shorter|lighter|younger|cheaper)"
    r" than the other (?:two|pair)(?: [a-z]+)?(?:,| \(|:| [–—-]) ?(?:of |at |with )?"
)
_TWO = 2
_DENIED = regex(r"\b(?:no|not|nor|never|times|half|twice|if|any)\b|n[’']t\b|\d")
_TO_ONE_OF = regex(
    r" (?:[a-z]+ )?(?:to|against|per) (?:(?:the|a|one) )?(?:us )?(?:dollar|euro|pound)\b"
)
_MOVED = regex(
    r"\b(?:(?P<up>rose|risen|rises|rising|grew|grown|grows|growing|increased|increases|increasing"
    r"|climbed|climbs|climbing|jumped|jumps|jumping|soared|went up|gone up|surged|raised|swelled)"
    r"|(?P<down>fell|fallen|falls|falling|dropped|drops|dropping|declined|declines|declining|sank"
    r"|decreased|decreases|slid|slumped|plunged|shrank|shrunk|cut|reduced|lowered|went down|tumbled"
    r"|dipped))(?: \w+){0,2}? (?P<by>from|to) \Z"
)
_BY_SO_MUCH = regex(r" (?:more|fewer|less|higher|lower|points?|percentage|times|longer|shorter)\b")
