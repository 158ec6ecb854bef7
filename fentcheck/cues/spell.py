"""How long something went on, where its beginning and its end are dated, in whatever words.

The words tell a beginning from an end; what a length must do is not contradict them. A length that
is told of the end may be of a part of the time: it is then no longer than the whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.elapsed import Elapsed, between_points, fits_span, kinds_of_points, long_for
from fentcheck.exact import Fraction
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


@cue("spell")
def spell(draft: Draft) -> Iterator[Found]:
    """A length of time beside the beginning and the end of something is the time between them.

    Words: for the beginning began, opened, joined, appointed, jailed, closed, since; for the end
        ended, left, died, reopened, freed, until; with the length after, for, of, the, its, those.
    Finding: The bridge had stood for 140 years when it was torn down in 1998. It was put up in
        1893.
    Finding: The siege began on 2 April and was lifted on 30 April. For seven weeks all ate
        turnips.
    Clean: The siege began on 2 April and was lifted on 30 April. For three weeks all ate turnips.
    Clean: She was appointed in 2011, after 19 years in the navy, and left in July 2024.
    """
    kinds = [frozenset(points) for points in kinds_of_points(draft)]
    for length in draft.figures:
        if not _is_length(length) or not _may_be_whole(draft, length):
            continue
        for points in kinds:
            two = _only_two(draft, points, length)
            if two is None:
                continue
            between = _from_begin_to_end(draft, *two)
            if between is not None:
                yield from _told(draft, between, length)


def _is_length(length: Mention) -> bool:
    is_time = length.role is Role.DURATION or (
        length.role is Role.COUNT and length.noun in ("day", "week", "month", "year")
    )
    return is_time and not length.per and isinstance(length.value, (int, Fraction))


def _may_be_whole(draft: Draft, length: Mention) -> bool:
    before, after = draft.before(length, 60), draft.after(length, 60)
    if _ELSE.match(after) or _AFTER_ELSE.match(after) or _OTHER_SPAN.search(before):
        return False
    return bool(_TAKES_UP.search(before) or _BEHIND.match(after))


def _only_two(
    draft: Draft, points: frozenset[Mention], length: Mention
) -> tuple[Mention, Mention] | None:
    """The only two points of a kind in the sentence of a length, or in those next to it too."""
    here = length.sentence
    for first, last in ((here, here), (here - 1, here), (here, here + 1), (here - 1, here + 1)):
        start = draft.sentences[max(0, first)].start
        end = draft.sentences[min(len(draft.sentences) - 1, last)].end
        some = draft.others_within(start, end)
        near = [one for one in some if one in points] if len(some) <= _MOST else []
        if len(near) >= 2:
            return (near[0], near[1]) if len(near) == 2 else None
    return None


def _from_begin_to_end(draft: Draft, one: Mention, other: Mention) -> Elapsed | None:
    """The time between the two, where the words say that one is the beginning, the other the end.

    A word that may be either, "closed", is what the other leaves it.
    """
    mine, theirs = _words_of(draft, one, other), _words_of(draft, other, one)
    if _BEGINS.search(mine) and _ENDS.search(theirs):
        between = between_points(draft, one, other)
        if between is not None:
            return between
    if _BEGINS.search(theirs) and _ENDS.search(mine) and one.role is not Role.TIME:
        return between_points(draft, other, one)
    return None


def _words_of(draft: Draft, point: Mention, other: Mention) -> str:
    """The words of its sentence that belong to one of two points."""
    sentence = draft.sentence(point)
    start = max(sentence.start, point.start - _FAR)
    if other.sentence == point.sentence and other.end <= point.start:
        start = max(start, other.end)
    before = draft.lower[start : point.start]
    end = min(sentence.end, point.end + _FAR)
    if other.sentence == point.sentence and other.start >= point.end:
        end = min(end, other.start)
    after = _BREAK.split(draft.lower[point.end : end].lstrip(" ,"))[0]
    return f"{before} {after}"


def _told(draft: Draft, between: Elapsed, length: Mention) -> Iterator[Found]:
    begun, ended = between.first, between.last
    unit = length.unit or length.noun
    fit = fits_span(between, length, unit)
    if fit is None:
        return
    low, high = fit
    assert length.phrase is not None
    value = Fraction(length.phrase.low.value)
    before, after = draft.before(length, 60), draft.after(length, 60)
    sure = Sure.LIKELY
    is_apart = length.sentence not in (begun.sentence, ended.sentence)
    if (
        _EMPTY.search(before)
        or (is_apart and _AFTERWARDS.search(before))
        or not low / _LARGEST <= value <= high * _LARGEST
        or (
            value < low
            and not (unit != "day" and (_WHOLE.search(before) or _WHOLE_BEHIND.match(after)))
        )
        or _is_of_beginning(draft, begun, ended, length)
    ):
        sure = Sure.GUESS
    yield long_for(draft, between, length, (low, high), sure)


def _is_of_beginning(draft: Draft, begun: Mention, ended: Mention, length: Mention) -> bool:
    """ "She joined in 2001 after ten years in the navy": what came before it all."""
    if begun.sentence != length.sentence or _WHOLE_BEHIND.match(draft.after(length, 60)):
        return False
    before = draft.before(length, 60)
    if _SO_LONG_THEN.search(before):
        return False
    if length.start > begun.end and not _ONCE_THERE_WAS.search(before):
        return False
    if ended.sentence != length.sentence:
        return True
    to_begin = max(begun.start - length.end, length.start - begun.end)
    to_end = max(ended.start - length.end, length.start - ended.end)
    return to_begin < to_end


_FAR = 110
_MOST = 12
_LARGEST = 4
"""J: characters; dates about a length that are no list; how many times off a slip is."""
_BEGIN_WORDS = (
    r"beg[aiu]n\w*|open(?:s|ed|ing)?|start(?:s|ed|ing)?|found(?:ed|ing)|launch\w*|buil[td]\w*"
    r"|set (?:up|out|off|sail)|establish\w*|join(?:s|ed|ing)?|left|arriv\w*|depart\w*|mov(?:ed"
    r"|ing) in"
    r"|went (?:out|in|on|off|under|missing|down|into)|fail(?:ed|ing)|took (?:power|off|over"
    r"|office|up)"
    r"|taken (?:on|over|hostage|captive|ill)|put up|erect\w*|came (?:into|to)|c[ao]me into|since"
    r"|from"
    r"|fell|seiz\w*|elected|sworn in|sign(?:s|ed|ing)|appoint\w*|hired|recruit\w*|switch\w* on|born"
    r"|crown\w*|captur\w*|kidnap\w*|abduct\w*|jail\w*|imprison\w*|sentenc\w*|arrest\w*|detain\w*|locked"
    r"|strand\w*|trapp\w*|clos(?:es|ed|ing)|shut|suspend\w*|kick\w* off|got under ?way|under ?way"
    r"|break\w* out|broke out|introduc\w*|adopt\w*|married|wed|wedding|enter\w*|enlist\w*|sail\w*"
    r"|lit|plant\w*|promis\w*|commission\w*|order(?:ed)|due to|scheduled|install\w*|became"
    r"|succeed\w*"
    r"|ascend\w*|creat\w*|form(?:ed|ing)|incorporat\w*|inaugurat\w*|debut\w*|check\w* in|admitted"
    r"|report\w* missing|vanish\w*|disappear\w*|laid|dug|walked out|downed tools|cut off"
)
_END_WORDS = (
    r"clos(?:es?|ed|ing|ure)|end(?:s|ed|ing)?|finish\w*|conclu\w*|shut\w*|demolish\w*|wound up"
    r"|retir\w*|resign\w*|st[oe][op]d? down|stepp\w* down|step down|d(?:ies|ied|eath|ying)|folded"
    r"|broke up|dissol\w*|left|leav(?:es|e|ing)|return\w*|reach\w*|arriv\w*|open(?:s|ed|ing)?"
    r"|was done"
    r"|reopen\w*|surrender\w*|restor\w*|resum\w*|came (?:back|down|home|to an end|to a close)"
    r"|back (?:on|in|into|home)|los(?:t|es|ing)|complet\w*|switch\w* off|g[ai]ve(?:s|n)? up|over"
    r"|lift\w*"
    r"|walk\w* (?:out|free)|until|till|to|scrapp\w*|free[ds]?|releas\w*|land\w*|dock\w*"
    r"|torn down|pulled"
    r" down|knocked down|burn(?:ed|t|s)|collaps\w*|abandon\w*|called off|sack\w*|dismiss\w*|fired"
    r"|oust\w*|depos\w*|abdicat\w*|divorc\w*|part(?:ed|ing)|rescu\w*|found|inaugurat\w*|unveil\w*"
    r"|turn\w* in|hand\w* (?:over|in|back)|hung up|bow\w* out|quit\w*|last|final\w*|ceas\w*"
    r"|stopp\w*|halt\w*"
    r"|expir\w*|r[au]ns? out|abolish\w*|repeal\w*|withdr[ae]w\w*|evict\w*|sold|renam\w*|replac\w*"
    r"|discharg\w*|emerg\w*|doused|put out|extinguish\w*|deliver\w*|carried its first|ready"
    r"|went home"
)
_BEGINS = regex(rf"\b(?:{_BEGIN_WORDS})\b")
_ENDS = regex(rf"\b(?:{_END_WORDS})\b")
_BREAK = regex(r"[;:,(]| (?:and|but|while|whereas|when|after|before|until) ")
_ELSE = regex(
    r" (?:ago|old|earlier|before|early|sooner|of (?:age|notice)|a "
    r"(?:day|week|year|month)|each|from now|to (?:go|run|build|complete)|suspended|off|more|left"
    r"|into|younger|older|short|[’']? (?:notice|probation|warranty|pay|rent)|in a row|or (?:more"
    r"|less))\b"
    r"|-old\b|(?: [a-z]+)? (?:contract|warranty|lease|plan|sentence|deal|loan|programme|program"
    r"|term"
    r"|ban|guarantee|mortgage|licen[cs]e|agreement|visa|record|high|low|average)\b"
)
_AFTER_ELSE = regex(r" (?:after|since) (?!(?:it|that|which)\b)")
_OTHER_SPAN = regex(
    r"\b(?:first|(?:the|her|his|its|their) last|past|next|previous|other|another|final|extra|every"
    r"|further|at least|up to|each|within|aged|age of|sentence of|sentenced to|sentenced for"
    r"|contract|warranty|planned|plan|expected|usual|by|least|supposed to \w+|should \w+|initial"
    r"|maximum|minimum|additional|for the last|for the past|opening|closing|early|under|every"
    r"|or|and|plus|jailed for|imprisoned for|banned for|faces|facing|(?:married|engaged)(?: for)?) "
    r"(?:\w+ )?\Z"
)
_TAKES_UP = regex(
    r"(?:\A|\b(?:after|for|over|in|during|throughout|through|of|those|these|the|its|his|her|their|all"
    r"|lasted|lasting|lasts?|took|taken|takes|taking|span(?:s|ned|ning)|serv(?:ed|ing)|spen[dt]\w*"
    r"|reigned|stood|endured|put up with|faced|suffered|got|saw|played|watched|waited|queued"
    r"|worked|stayed|an?|had|[a-z]+[’']s|that)|[,–—]) "
    r"(?:(?:just|only|about|some|nearly|almost|a total of|more than|over|well over|exactly|around"
    r"|full|whole|entire|long|all) ){0,2}\Z|\A\Z"
)
_BEHIND = regex(
    r" (?:later|afterwards?|after (?:it|that|which)|behind|late\b|overdue|in all|altogether"
    r"|in total)\b"
)
_WHOLE = regex(
    r"\b(?:lasted|lasting|took|taken|span(?:s|ned|ning)|those|these|(?:reign|rul|stood|ran|run|serv|been)"
    r"\w*(?: \w+){0,2} for|an? (?:\w+ )?(?:run|span|stretch|period|stay|reign|tenure|spell"
    r"|career|ordeal"
    r"|siege|absence|interval|silence|total|captivity|closure|lifetime) of"
    r"|in (?:its|his|her|their)|(?:the|its|his|her|their) entire|bringing to an end(?: the| a)?"
    r"|ending(?: the| a)?)"
    r"(?: (?:just|only|about|some|nearly|almost|all of))? \Z"
)
_WHOLE_BEHIND = regex(
    r" (?:later|afterwards?|after (?:it|that|the)|overdue|behind (?:schedule|time)|late\b|in all"
    r"|altogether)\b"
)
_ONCE_THERE_WAS = regex(r"\b(?:after|following|on the back of|with|had|of)\b[^,;]{0,25}\Z")
_AFTERWARDS = regex(r"\A(?:after|in|within) \Z|\bhad \w+ [^.;,]{0,30}\b(?:for|after) \Z")
_EMPTY = regex(r"\b(?:empty|idle|vacant|derelict|unused|silent|in ruins|disused) (?:for )?\Z")
_SO_LONG_THEN = regex(r"\b(?:those|these|lasted|a total of)(?: \w+)? \Z")
