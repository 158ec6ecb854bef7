from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import powers
from fentcheck.cues.rate_over_time import NO_STRETCH, WAIT
from fentcheck.cues.topic import beside, is_multiplied
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.phrases.hedges import Hedge
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class _Journey(NamedTuple):
    """A speed, and a way and a time that may be those at which it was kept."""

    speed: Mention
    time: Mention
    way: Mention
    apart: int
    """Over how many sentences the three are spread, and how far they stand from each other."""


@cue("journey")
def journey(draft: Draft) -> Iterator[Found]:
    """A speed, and the way and the time that stand beside it, are not of one journey.

    Words: any speed but one of a moment (a gust, a limit, "hit 90mph"), the nearest way and the
    nearest time of its sentence and those beside it. What is never exceeded, or the most that
    something can do, bounds the way; what nothing fell below does so from beneath.
    Finding: It drove the six miles in three minutes. At no point was it above 15mph.
    Clean: The bus can do 90km/h but took two hours to cover the 120 kilometres.
    """
    for speed in draft.figures:
        if powers(speed) != {"length": 1, "time": -1} or size_of(speed) in (None, 0):
            continue
        kind = _kind(draft, speed)
        if kind is None:
            continue
        found = sorted(_journeys(draft, speed), key=lambda one: one.apart)
        comparison, sure = kind
        for index, one in enumerate(found[:_MOST]):
            is_first = not index and _is_told(draft, one, found, sure)
            for times in (1, 2) if _THERE_AND_BACK.search(_words(draft, one)) else (1,):
                yield _found(draft, one, comparison, times, is_first)


def _found(draft: Draft, one: _Journey, comparison: Comparison, times: int, is_told: bool) -> Found:
    """So long at this speed. A bound holds for the way out, an average for there and back, too."""
    assert one.speed.phrase is not None
    bare = Quoted(one.speed.phrase._replace(hedges=_about(one.speed), direction=None))
    named: Expression = draft.named(one.speed) if not _is_bounded(one.speed) else bare
    computed = operation(Operator.MULTIPLY, draft.named(one.time), named)
    stated: Expression = draft.named(one.way)
    if times > 1:
        stated = operation(Operator.SUM, stated, stated)
    figures = (one.speed, one.time, one.way)
    is_told = is_told and times == 1
    is_said = comparison is Comparison.EQUAL and _SAYS_SO.search(draft.before(one.speed, 40))
    sure = (Sure.SAID if is_said else Sure.LIKELY) if is_told else Sure.GUESS
    return Found(one.way, "FC201", stated, comparison, computed, figures, sure)


def _is_bounded(speed: Mention) -> bool:
    return speed.hedge in ("<", ">")


def _about(speed: Mention) -> tuple[Hedge, ...]:
    assert speed.phrase is not None
    return tuple(one for one in speed.phrase.hedges if one is Hedge.ABOUT)


def _kind(draft: Draft, speed: Mention) -> tuple[Comparison, bool] | None:
    """How the way compares with what the speed makes of the time, and whether words say that it
    was kept; None for the speed of a moment, or of the wind.
    """
    left, right = beside(draft, speed, 110, 70)
    left += draft.lower[speed.start : speed.figure_start]
    far = draft.before(speed, 110) + draft.lower[speed.start : speed.figure_start]
    if (never := _NEVER.search(far)) is not None:
        is_least = never.group("least") is not None
        return (Comparison.AT_LEAST if is_least else Comparison.AT_MOST), True
    if _OTHER.search(left) or _OTHER_BEHIND.match(right):
        return None
    if _AT_MOST.search(left) or speed.hedge == "<" or _AT_MOST_BEHIND.match(right):
        return Comparison.AT_MOST, True
    if _KEPT.search(left) or _KEPT_BEHIND.match(right):
        return Comparison.EQUAL, True
    return None if _MOMENT.search(left) else (Comparison.EQUAL, False)


def _journeys(draft: Draft, speed: Mention) -> Iterator[_Journey]:
    near = draft.beside(speed, _NEAR, _AROUND)
    ways = [one for one in near if _is_way(draft, one)]
    times = [one for one in near if _is_time(draft, one)]
    for way in ways:
        for time in times:
            three = speed, way, time
            sentences = [one.sentence for one in three]
            starts = [one.start for one in three]
            apart = max(starts) - min(starts) + _FAR * (max(sentences) - min(sentences))
            yield _Journey(speed, time, way, apart)


def _is_way(draft: Draft, one: Mention) -> bool:
    if powers(one) != {"length": 1} or one.per or (size_of(one) or 0) <= 0:
        return False
    left, right = beside(draft, one, 40, 30)
    if _NO_WAY.search(left) or _NO_WAY_BEHIND.match(right) or is_multiplied(draft, one):
        return False
    return not _NO_WAY_BEHIND.search(one.text.lower())


def _is_time(draft: Draft, one: Mention) -> bool:
    if one.role is not Role.DURATION or one.per or (size_of(one) or 0) <= 0:
        return False
    left, right = beside(draft, one, 40, 30)
    if WAIT.search(left) or _NO_TIME.search(left) or _NO_TIME_BEHIND.match(right):
        return False
    return not NO_STRETCH.match(right) or bool(_SINCE.match(right))


def _is_told(draft: Draft, one: _Journey, found: list[_Journey], sure: bool) -> bool:
    """Nothing else is as near, and it misses as slips do; where no word says that the speed was
    kept, nothing else may be meant at all, and nobody stopped.
    """
    sizes = size_of(one.speed), size_of(one.time), size_of(one.way)
    if None in sizes:
        return False
    speed, time, way = (Fraction(each or 0) for each in sizes)
    by = max(speed * time / way, way / (speed * time))
    words = _words(draft, one)
    rivals = [each for each in found if each is not one]
    if sure:
        others = [each for each in rivals if each.apart < one.apart + _FAR // 2]
        return (
            by <= _BY_MOST
            and not any(_comes_near(each) for each in rivals)
            and (not others or _is_in_one(one))
        )
    return (
        by <= _BY
        and not rivals
        and _STOPPED.search(words) is None
        and (_MOVED.search(words) is not None)
    )


def _comes_near(one: _Journey) -> bool:
    speed, time, way = (Fraction(size_of(each) or 0) for each in (one.speed, one.time, one.way))
    return bool(10 * abs(speed * time - way) <= way)


def _is_in_one(one: _Journey) -> bool:
    return one.speed.sentence == one.time.sentence == one.way.sentence


def _words(draft: Draft, one: _Journey) -> str:
    """The sentences of the three."""
    sentences = [each.sentence for each in (one.speed, one.time, one.way)]
    start = draft.sentences[min(sentences)].start
    return draft.lower[start : draft.sentences[max(sentences)].end]


_NEAR = 1
_AROUND = 10
_MOST = 6
_FAR = 200
_BY_MOST = 12
"""J: where words say that a speed was kept, a time or way that is wrong may be so by this much."""
_BY = 4
"""J: elsewhere, as any slip of digits."""
_OTHER = regex(
    r"\b(?:winds?|gusts?|gusting|breezes?|limits?|zone|limited|restricted|speeding|usual(?:ly)?"
    r"|normal(?:ly)?"
    r"|record|instead of|rather than|compared|against|than|not|if|could|would|should|light|sound"
    r"|sometimes|later|earlier|slow(?:ed|ing|s)?(?: down)? to|rose|fell|from|final|finish\w*)\b"
    r"[^.;]{0,30}$|\b(?:record|limit)\b[^,.;]{0,20}$"
)
_OTHER_BEHIND = regex(
    r" (?:on a (?:good|bad|calm|clear) day|zone|limit|winds?|gusts?|stretch|when|before"
    r"|for the (?:first"
    r"|last)|at (?:the|its) (?:end|start|finish|fastest|slowest)|roads?|streets?|signs?"
    r"|in places)\b"
)
_NEVER = regex(
    r"\b(?:never|nowhere|not once|no (?:faster|quicker|slower)|at no (?:point|time|stage|moment)"
    r"|nor"
    r"|without(?: ever)?|did not|didn[’']t|had not|hadn[’']t|not|nobody|no one"
    r"|none)\b[^;]{0,70}?\b(?:"
    r"above|over|past|beyond|exceed\w*|more than|faster than|quicker than|higher than|top(?:s"
    r"|ped|ping)?"
    r"|pass(?:ed|ing)"
    r"|(?P<least>below|under|less than|slower than|lower than|beneath))(?: even| as much as)? $"
)
_AT_MOST = regex(
    r"\b(?:top speed|maximum|max|at most|up to|no more than|not exceed\w*|capable of|good for"
    r"|can (?:do"
    r"|reach|manage|go)|flat out|cruis\w+|governed|capped|as much as|fastest|best"
    r"|peak)\b[^.;]{0,30}$"
)
_AT_MOST_BEHIND = regex(
    r" (?:at (?:most|best|its (?:fastest|quickest|peak))|maximum|tops|or (?:less|slower|below)"
    r"|flat out)\b"
    r"|,? and (?:never|not|no) (?:once )?(?:any )?(?:faster|quicker|above|over|more)\b"
)
_KEPT = regex(
    r"(?:^|[,;] )(?:doing|going|moving|travell?ing|running|flying|sailing|driving)\b[^.;]{0,30}$"
    r"|\b(?:averag\w+|mean|steady|steadily|constant|constantly|unvarying|uniform|even|fixed|same"
    r"|held|holding"
    r"|kept|keeps|keeping|maintain\w*|throughout|pace|clip|rate|speed of|speed was|works? out"
    r"|worked out"
    r"|working out|(?:that|which|it|this) (?:is|was|makes|made|gives|gave|means)|that[’']s|equals"
    r"|equivalent|put at|or)\b[^.;]{0,45}$"
)
_SAYS_SO = regex(
    r"\b(?:that|this|which|it|they|he|she|we)(?: works? out at| came to| comes to)? (?:averag\w+"
    r"|made|makes|is|was"
    r"|means|gives|gave|at|to)(?: an?| the)?(?: average| mean)?(?: speed)?(?: of)?(?: about"
    r"| some)? $"
)
"""The speed is what the way and the time before it come to."""
_KEPT_BEHIND = regex(
    r"[^.;]{0,30}\b(?:average|on average|all the way|throughout|the whole (?:way|time|journey)"
    r"|without"
    r" (?:a )?(?:stop\w*|pause|break)|non-?stop|from start to finish|door to door|constant(?:ly)?"
    r"|steady|steadily|overall|every (?:yard|mile|inch|metre) of the way)\b"
)
_MOMENT = regex(
    r"\b(?:clocked|caught|topping|hit|hits|reached|reach(?:es|ing)?|can|faster|fastest|at first"
    r"|initially"
    r"|was (?:doing|going)|impact|touched|touches|accelerat\w+)\b[^.;]{0,40}$"
)
_NO_WAY = regex(
    r"\b(?:boat|yacht|ship|craft|vessel|wave|waves|swell|train|bridge|tunnel|drop|height|depth"
    r"|width|altitude"
    r"|length|tall|fell|climbed|within|every|first|last|final|only|another|extra|remaining|wide"
    r"|deep|radius"
    r"|diameter|snow|rain)\b[^.;,]{0,20}$"
)
_NO_WAY_BEHIND = regex(
    r"[ -]?(?:wide|high|tall|deep|thick|across|above|below|in (?:diameter|height|width|depth)"
    r"|of (?:rain"
    r"|snow|water|ice)|up\b|(?:north|south|east|west)[a-z]* of (?!where)|inland|offshore|per\b"
    r"|yacht|boat"
    r"|waves?|swell|swath)"
)
_NO_TIME = regex(
    r"\b(?:every|aged?|for the (?:first|last|final)|jailed|banned|sentenced|ban of|suspended"
    r"|delayed|delay"
    r"|waited|stopped|first|last|another|extra|late|early|record of|previous|opened|since|until)\b"
    r"[^.;,]{0,15}$"
)
_NO_TIME_BEHIND = regex(
    r"[ -](?:old|ban|delay|wait|stop|break|rest|sentence|suspended|ago|late|early|in (?:prison"
    r"|jail|hospital)"
    r"|at (?:the|a) (?:lights?|stop|station|border)|faster|slower|quicker|longer|shorter|ahead"
    r"|behind"
    r"|more|less|for (?:chains|repairs|lunch|fuel))\b"
)
_SINCE = regex(r" (?:later|after (?:leav|set|start|depart|cast|push|tak)\w+)\b")
_THERE_AND_BACK = regex(r"\b(?:and back|round trip|return|both ways|each way|out and|there and)\b")
_STOPPED = regex(
    r"\b(?:stop(?:s|ped|ping)?|delay\w*|wait(?:ed|ing)?|breaks?|rest(?:ed|ing|s)?|pause\w*"
    r"|queue\w*|halt\w*"
    r"|jam|traffic|hitch\w*|refuel\w*|lunch|locks?|minutes? (?:late|lost)|due|expected|scheduled"
    r"|best)\b"
)
_MOVED = regex(
    r"\b(?:travel\w*|cover(?:s|ed|ing)?|journey|drive|drove|driven|driving|trip|ride|rode|ridden"
    r"|riding"
    r"|cross(?:es|ed|ing)?|flight|fl[ey]w|flies|flown|flying|sail\w*|walk\w*|run|ran|running"
    r"|runs|race"
    r"|raced|swam|swim\w*|cycled|cycling|march\w*|hik\w+|away|distance|route|course|voyage"
    r"|passage|convoy"
    r"|chase\w*|train|bus|coach|car|ferry|plane|ship|boat|lorry|truck|lift|climb\w*|row(?:ed"
    r"|ing)|paddl\w+"
    r"|mov(?:es|ed|ing)|advanc\w+|mileage|tow(?:ed|ing)|took|takes?|lead|off|arriv\w*|reach\w*"
    r"|apart"
    r"|landfall|due|heading|headed|gallop\w*|trot\w*|crawl\w*|drift\w*|spread\w*"
    r"|from [^.;]{3,40} to)\b"
)
