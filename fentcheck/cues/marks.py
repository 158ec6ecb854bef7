"""A mark that was passed, and a best ever: the figures beside them that say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.outdone import called
from fentcheck.cues.quoted import quoted
from fentcheck.cues.same import head_of, is_another, same_kind, same_noun, stem, stems
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.nouns import PERSONS
from fentcheck.units.unit import NUMBER


@cue("mark-passed")
def mark_passed(draft: Draft) -> Iterator[Found]:
    """What has passed a mark is not counted below it.

    Words: "passed the 5,000 mark", "broke 500", "topped", "sailed past", "fell below 900" and the
        one figure of its kind beside, of now: "the 1,940 signatures gathered", "the clicker read
        412", "the final count was 23,400".
    Finding: The petition has passed 5,000 signatures. By Friday 4,100 people had signed it.
    Clean: The petition has passed 5,000 signatures. By Friday 5,100 people had signed it.
    Clean: Entries have topped 25,000 for the first time. Last year 23,400 ran.
    """
    for mark in draft.figures:
        passed = _PASSED.search(draft.lower, max(0, mark.start - 45), mark.figure_start)
        if (
            passed is None
            or not _is_plain(mark, may_change=True)
            or not _is_round(mark)
            or draft.sentences[mark.sentence] != draft.sentence_at(passed.start())
        ):
            continue
        clause = draft.lower[max(draft.sentence(mark).start, passed.start() - 30) : mark.start]
        if _NOT_YET.search(clause) or _OTHER_WAY.match(draft.after(mark, 40)):
            continue
        is_up = passed.group("down") is None
        actual = _counted_now(draft, mark)
        if actual is None:
            continue
        assert mark.phrase is not None
        unit = NUMBER if mark.role is Role.COUNT else mark.phrase.unit
        yield Found(
            actual,
            "FC403",
            draft.named_as(actual, mark),
            Comparison.AT_LEAST if is_up else Comparison.AT_MOST,
            quoted(mark.phrase.low.value, unit=unit),
            (mark, actual),
            Sure.LIKELY,
            told=f"{actual.text} is not “{draft.lower[passed.start() : mark.end]}”",
        )


def _counted_now(draft: Draft, mark: Mention) -> Mention | None:
    """The one figure behind a mark that may be what passed it."""
    last = draft.sentences[min(mark.sentence + _NEAR, len(draft.sentences) - 1)]
    behind = [
        one
        for one in draft.within(mark.end, min(last.end, mark.end + _FAR))
        if _is_plain(one) and _may_pass(one, mark) and _is_of_size(one, mark)
    ]
    if len(behind) != 1:
        return None
    actual = behind[0]
    around = f"{draft.before(actual, 90)} \0 {draft.after(actual, 45)}"
    if is_another(draft, actual) or _OTHER_TIME.search(around):
        return None
    start = max(draft.sentence(mark).start, mark.start - 120)
    known = stems(draft.lower[start : mark.end] + draft.after(mark, 40)) - stems(mark.text)
    own = stems(f"{actual.text} {draft.after(actual, 40)} {draft.before(actual, 60)}")
    is_same = bool(head_of(actual)) and same_noun(actual, mark)
    if is_same or _EXACT.search(around) or (known & own):
        return actual
    return None


def _may_pass(one: Mention, mark: Mention) -> bool:
    """Of the kind of the mark, which may leave out what it counts, as the count may."""
    if one.role is not mark.role or not same_kind(one, mark):
        return False
    if mark.role is not Role.COUNT:
        return one.unit == mark.unit and mark.role in (Role.MONEY, Role.AMOUNT, Role.PERCENT)
    head, own = head_of(mark), head_of(one)
    if not head or head in _MARKS or not own or same_noun(one, mark):
        return True
    return own in PERSONS | _ON_LISTS and head in PERSONS | _ON_LISTS


def _is_of_size(one: Mention, other: Mention, most: int = 3) -> bool:
    """J: what a slip may have made of the figure: within three times of it."""
    first, second = _size(one), _size(other)
    return bool(0 < max(first, second) <= most * min(first, second))


def _size(one: Mention) -> Fraction:
    assert one.phrase is not None
    size: Fraction = Fraction(one.phrase.low.value) * one.phrase.unit.size
    return size


def _is_round(mark: Mention) -> bool:
    """J: who speaks of a mark that was passed means a round one."""
    assert mark.phrase is not None
    return len(str(mark.phrase.low.value).replace(".", "").strip("0")) <= _DIGITS


def _is_plain(one: Mention, *, may_change: bool = False) -> bool:
    return (
        bool(one.value)
        and not isinstance(one.value, tuple)
        and one.phrase is not None
        and (may_change or not one.phrase.is_change)
        and one.value != 1
    )


@cue("best-ever")
def best_ever(draft: Draft) -> Iterator[Found]:
    """A best, most or least of all time is not outdone by a figure of an earlier day.

    Words: "had never scored more than the 31 points", "a career best", "the lowest on record",
        "never has the derby drawn a smaller crowd", and a figure of the same with a time gone by:
        "two weeks ago at Marion he had 37 points", "in 2009 it was 11,900".
    Finding: The 31 points were a career best for Pruitt. Two weeks ago he had 37 points at Marion.
    Clean: The 31 points were a career best for Pruitt. Two weeks ago he had 27 points at Marion.
    Clean: His 31 points were a career best in the league. In a friendly last May he had 37 points.
    """
    for sentence in draft.with_figures():
        for found in _EVER.finditer(draft.lower, sentence.start, sentence.end):
            is_up = not _LEAST.search(found.group())
            if _LIMITED.match(draft.lower, found.end()):
                continue
            top = _said_of(draft, found)
            if top is None:
                continue
            rival = _gone_by(draft, top, found)
            if rival is None:
                continue
            yield called(draft, top, rival, found.group(), is_up)


def _said_of(draft: Draft, found: re.Match[str]) -> Mention | None:
    """The figure that is the best: behind "than the", or the nearest in the sentence."""
    sentence = draft.sentence_at(found.start())
    near = draft.within(max(sentence.start, found.start() - _FAR // 3), found.end() + _FAR // 3)
    figures = [
        one
        for one in near
        if draft.sentence(one).start == sentence.start
        and _is_plain(one)
        and one.hedge not in ("<", ">")
        and one.role in (Role.COUNT, Role.MONEY, Role.AMOUNT, Role.PERCENT, Role.DURATION)
        and not _AGO.match(draft.after(one, 12))
    ]
    if found.group("never"):
        figures = [one for one in figures if one.start >= found.end()]
        return figures[0] if figures else None
    figures.sort(key=lambda one: max(one.start - found.end(), found.start() - one.end))
    return figures[0] if figures else None


def _gone_by(draft: Draft, top: Mention, found: re.Match[str]) -> Mention | None:
    """The one figure of the same, of an earlier day, within the sentences that follow."""
    last = draft.sentences[min(top.sentence + _NEAR, len(draft.sentences) - 1)]
    kin = [
        one
        for one in draft.within(draft.sentence(top).end, last.end)
        if _is_plain(one) and one.per == top.per and _is_of_size(one, top, 2) and _alike(one, top)
    ]
    if len(kin) != 1 or kin[0].hedge in "<>":
        return None
    rival = kin[0]
    words = draft.words(rival)
    if not _GONE_BY.search(words) or _ELSE.search(words) or is_another(draft, rival):
        return None
    months = set(_MONTH.findall(draft.words(top)))
    others = set(_MONTH.findall(words))
    if _OF_MONTH.search(draft.lower, max(0, found.start() - 12), found.end() + 20) and (
        others - months
    ):
        return None
    return rival


def _alike(one: Mention, top: Mention) -> bool:
    if one.role is not top.role or not same_kind(one, top):
        return False
    if top.role is not Role.COUNT:
        return one.unit == top.unit
    own, head = head_of(one), head_of(top)
    return not own or not head or stem(own) == stem(head) or (own in PERSONS and head in PERSONS)


_DIGITS = 2
_NEAR = 2
_FAR = 260
_PASSED = regex(
    r"(?P<down>\b(?:f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|dipp?(?:s|ed|ing)?|slipp?(?:s|ed|ing)?"
    r"|sunk|sank|sinks?|slid|plunged|down|came in|went|stayed|kept|remained) (?:to )?(?:below|under"
    r"|beneath)\b)"
    r"|\b(?:pass(?:es|ed|ing)?|br(?:oke|oken|eaks?)(?: through)?|topp(?:ed|ing)|tops|exceed(?:s|ed"
    r"|ing)?|surpass(?:es|ed|ing)?|crossed|crosses|clear(?:s|ed)|reach(?:es|ed)|hit|beat|cracked"
    r"|smashed|overtook|(?:sailed|went|gone|soared|climbed|rose|swept|raced|shot|moved|got|swelled"
    r"|risen|crept|pushed|sped|inched|come|came|run) (?:well |far |straight |just )?(?:past|over"
    r"|above|beyond|through))\b"
    r"(?= (?:(?:the|its|a|an|that|as many as|well|over|more than|above) ?){0,2}\Z| \Z|\Z"
    r"| (?:the|its|their|a) (?:magic |target of |required |needed |crucial |mark of |milestone of"
    r" |threshold of |legal )*\Z)"
)
_NOT_YET = regex(
    r"\b(?:not|never|no|nor|yet to|would|will|could|might|may|should|if|hopes?|hoped|aims?"
    r"|expect\w*"
    r"|to|before|until|once|unless|when|must|short of|record|forecast\w*|last|previous\w*|can|since"
    r"|after|target|by 20\d\d|in (?:1[6-9]|20)\d\d)\b|n[’']t\b"
)
_OTHER_WAY = regex(
    r"(?: votes?)?(?: (?:to|and|against) |,? ?[-–—] ?)(?:\d|one|two|three|four|five|six|seven)|"
    r"[^.;]{0,20}\b(?:in (?:1[6-9]|20)\d\d|last (?:year|month|week|season)|ago|a year earlier|once"
    r"|before (?:fall|drop|sink|slid|slip|clos|end|eas)\w*|at one point|at its peak|briefly"
    r"|people in|by)\b"
)
_OTHER_TIME = regex(
    r"\b(?:last (?:year|month|week|season|time|spring|summer|autumn|winter)|ago|earlier|previous\w*"
    r"|then|once|(?:since|in|from|until|for|by) (?:1[6-9]|20)\d\d|next|would|will|could|may|might"
    r"|expect\w*|forecast\w*|target|more|another|of them|of whom|of those|including|compared|than"
    r"|against|from|average|typical\w*|used to|each|apiece|per|only|rival|elsewhere|in \d{4}|before"
    r"|other|others|lost|further|extra|(?:up|down) (?:from|by|on)|record|limit|capacity|closed"
    r"|ended|eased|settled"
    r"|away|women|men|children)\b"
)
_EXACT = regex(
    r"\b(?:read|reads|showed|shows|stood at|stands at|final|official|officially|exact|exactly|tally"
    r"|count|counted|clicker|counter|total|totalled|totaled|altogether|in all|sign(?:ed|atures?)|so"
    r" far|to date|up to|in fact|actual|actually|turned out|register\w*|recorded|measured|reading"
    r"|gauge|the figure|in the end|logged|confirmed)\b"
)
_MARKS = frozenset(
    "mark barrier threshold milestone limit level line target point minimum quorum".split()
)
_ON_LISTS = frozenset(
    "signature name entry vote member follower subscriber signatory order response ticket".split()
)
_TIME = (
    r"(?:ever|on record|in (?:its|their|his|her|the) [a-z’']* ?(?:history|career|life)|of all time)"
)
_MOST = (
    r"(?:more|higher|larger|bigger|longer|hotter|warmer|heavier|faster|better|greater|busier"
    r"|taller|deeper|wetter|fewer|less|lower|smaller|shorter|colder|cooler|lighter|slower|worse"
    r"|drier|cheaper)"
)
_EVER = regex(
    rf"\b(?P<never>never\b[^.;]{{0,50}}\b{_MOST}\b[^.;\d]{{0,60}}\bthan\b"
    rf"|no (?:[a-z]+ ){{1,8}}?(?:ever|has|have|had|on"
    rf" record) [^.;\d]{{0,40}}\b{_MOST}\b[^.;\d]{{0,40}}\bthan\b)"
    r"|\b(?:career|personal|all-time|lifetime|club|season|season’s|season's)[- ](?:best|high|low)\b"
    rf"|\b(?:the|its|his|her|their) (?:[a-z]+est|most|least|worst|best)\b[^.;,\d]{{0,40}} {_TIME}"
)
_LEAST = regex(
    r"\b(?:low|lowest|least|fewest|smallest|shortest|coldest|coolest|lightest|slowest|driest"
    r"|cheapest|fewer|less|lower|smaller|shorter|colder|cooler|lighter|slower|drier|cheaper"
    r"|narrowest|youngest|quietest|poorest|fastest|faster)\b"
)
_LIMITED = regex(
    r"[^.;,]{0,40}\b(?:since|outside|apart from|behind|except|excluding|but one|for \w+ years"
    r"|in \w+ years|at (?:home|this)|in the (?:league|premiership|competition)|until|then)\b"
)
_AGO = regex(r" (?:ago|earlier|later|old)\b")
_GONE_BY = regex(
    r"\b(?:ago|earlier|in (?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:1[6-9]|20)\d\d)|last (?:year|month|week|season|spring|summer|autumn"
    r"|winter|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|back in|(?:the|a) (?:year"
    r"|month|week|day|season) before|of (?:1[6-9]|20)\d\d|as a (?:freshman|sophomore|junior|rookie"
    r"|schoolboy|schoolgirl|student)|previously|already)\b"
)
_ELSE = regex(
    r"\b(?:friendly|friendlies|exhibition|practice|pre-season|preseason|unofficial\w*|junior"
    r"|under-\d+"
    r"|reserves?|wind-assisted|training|youth|not count\w*|does not|did not|different|another|other"
    r"|until|record|elsewhere|average|combined|rival|would|could|disallowed|revised|estimate\w*|but"
    r"|except|only|single|total|altogether|rose|fell|grew|up from|down from|from|since|while)\b"
)
_MONTH = regex(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter)\b"
)
_OF_MONTH = regex(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter)\b"
)
