"""What is called the most, or more than another, and the figure of that other which outdoes it.

The words give a direction and a scale (the cheapest: money, downwards); the scale says which
figures can be meant. The first is the one that the words are said of; the other is of the same
type, not much larger, and said of another by name, as a neighbour, or as what came before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from fentcheck.cues.closeness import size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.same import head_of, modifiers_of, same_kind, same_noun, stem, stems
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Claim(NamedTuple):
    """Words that put something first: where they stand, which way, on what scale."""

    start: int
    end: int
    is_up: bool
    roles: tuple[Role, ...]
    is_pace: bool
    """Faster: the shorter time, but the larger speed."""


@cue("outdone")
def outdone(draft: Draft) -> Iterator[Found]:
    """What is the most of its kind, or more than another, is not outdone by the figure of another.

    Words: "the longest queue was at Morley's, which served 1,140 … Bevan's got through 1,610"; "no
        bridge is longer than"; "more than Brazil, whose growers sold 2.1 million"; "outspent her
        challenger"; "quicker … in the old one it took 16".
    Finding: Vietnam shipped 1.6 million tonnes, more than Brazil, whose growers sold 2.1 million.
    Clean: Vietnam shipped 2.6 million tonnes, more than Brazil, whose growers sold 2.1 million.
    Finding: The busiest stall was Ann's, which sold 310 pies. Bob's sold 440.
    Clean: At £3 a pint, it is the cheapest pub in Hale. In Corve, the Bull charges £2.
    """
    words = (
        found
        for sentence in draft.with_figures(also_before=1)
        for found in _WORDS.finditer(draft.lower, sentence.start, sentence.end)
    )
    for found in words:
        claim = _claim(found)
        if claim is None or _NOT_FIRST.search(draft.lower, max(0, claim.start - 30), claim.start):
            continue
        top = _said_of(draft, claim)
        if top is None:
            continue
        than = _compared_with(draft, found)
        for rival in draft.beside(top, 2):
            if rival.start < max(claim.start, top.end) or not _alike(top, rival):
                continue
            if _outdoes(draft, found, than, top, rival):
                yield _found(draft, claim, top, rival, found.group())


@cue("first-of-two")
def first_of_two(draft: Draft) -> Iterator[Found]:
    """Of two figures of one sentence, the one that the words put first is the greater.

    Words: "more on parking (£3.2m) than on libraries (£4.1m)"; "a longer range than its rival: 310
        miles, against 345"; "girls outnumber boys by 455 to 412"; "a throw of 61.2 metres beat
        Koch's 60.4 metres"; "overtook … 410,000 … and 560,000". A race is won by the shorter time.
    Finding: The council spent more on parking (£3.2m) than on libraries (£4.1m) last year.
    Clean: The council spent more on libraries (£4.1m) than on parking (£3.2m) last year.
    Clean: The council spent £1m more on parking than it had planned, and £4.1m less on libraries.
    """
    words = (
        (sentence, figures, found)
        for sentence in draft.with_figures()
        if len(figures := draft.within(sentence.start, sentence.end)) > 1
        for found in _PAIRING.finditer(draft.lower, sentence.start, sentence.end)
    )
    for sentence, figures, found in words:
        if _DENIES.search(draft.lower, max(sentence.start, found.start() - 30), found.start()):
            continue
        if any(one.start <= found.start() < one.end for one in figures):
            continue  # a hedge: "fewer than half"
        word = found.group("more") or "more"
        is_up, roles, is_pace = _SCALES[word]
        claim = Claim(found.start(), found.end(), is_up, (*roles, Role.DURATION), is_pace)
        start = max(sentence.start, found.start() - _FAR)
        end = min(sentence.end, found.end() + _FAR + 50)
        pair = _pair(draft, claim, draft.within(start, end))
        if pair is None or not _are_set_apart(draft, found, *pair):
            continue
        if found.group("beat") and pair[0].role is Role.DURATION:
            claim = claim._replace(is_pace=True)
        yield _found(draft, claim, *pair, found.group())


def _pair(
    draft: Draft, claim: Claim, figures: tuple[Mention, ...]
) -> tuple[Mention, Mention] | None:
    """The only two figures of one type, of those that the words can be said of."""
    fit = [
        one
        for one in figures
        if _fits(one, claim) or (one.role is Role.COUNT and not one.noun and not one.per)
    ]
    pairs = [
        (one, other)
        for one, other in combinations(fit, 2)
        if _alike(one, other) and _is_near(one, other) and not (one.per and not other.per)
    ]
    return pairs[0] if len(pairs) == 1 else None


def _are_set_apart(draft: Draft, found: re.Match[str], one: Mention, other: Mention) -> bool:
    """The words tie the first figure to what is first, and the second to the other."""
    between = draft.between(one, other)
    after = draft.after(other, 25)
    is_way = _WAY.match(after) or _WAY.match(draft.after(one, 25))
    if len(between) > _FAR or (is_way and not found.group("beat")):
        return False
    if _OF_ELSE.search(between) or (_BY.search(draft.before(one, 12)) and not found.group("beat")):
        return False
    if _is_base(draft, found.end(), one):
        return False
    if found.end() <= one.start:
        if found.group("beat") or " than " in draft.lower[found.end() - 6 : one.start]:
            return bool(_AGAINST.search(between))
        return " than " in between and bool(_THAN_SHORT.search(between))
    if one.end <= found.start() and found.end() <= other.start:
        gap = draft.lower[one.end : found.start()]
        behind = draft.lower[found.end() : other.start]
        is_tied = found.group("beat") or found.group().endswith("than")
        return (
            bool(is_tied)
            and not _BREAK.search(gap)
            and not _STRONG_BREAK.search(behind)
            and (bool(_OWN.search(behind)))
        )
    return False


def _claim(found: re.Match[str]) -> Claim | None:
    word = found.group("most") or found.group("more") or found.group("out") or ""
    scale = _SCALES.get(word)
    if scale is None:
        return None
    is_up, roles, is_pace = scale
    return Claim(found.start(), found.end(), is_up, roles, is_pace)


def _said_of(draft: Draft, claim: Claim) -> Mention | None:
    """The figure that the words are said of: before them in the clause, or the first behind."""
    sentence = draft.sentence_at(claim.start)
    before = [
        one
        for one in draft.within(max(sentence.start, claim.start - _FAR), claim.start)
        if _fits(one, claim)
    ]
    if before and not _BREAK.search(draft.lower[before[-1].end : claim.start]):
        return before[-1]
    behind = [one for one in draft.within(claim.end, sentence.end) if _fits(one, claim)]
    if behind:
        if _is_base(draft, claim.end, behind[0]):
            return None
        gap = draft.lower[claim.end : behind[0].start]
        return None if len(gap) > _FAR or _STRONG_BREAK.search(gap) else behind[0]
    following = draft.sentence_at(sentence.end)
    if following.start == sentence.start or not _GOES_ON.match(draft.lower, following.start):
        return None
    then = [one for one in draft.within(following.start, following.end) if _fits(one, claim)]
    return then[0] if then and then[0].start - following.start < _FAR else None


def _is_base(draft: Draft, end: int, one: Mention) -> bool:
    """ "14% more than the 2,800 of last year": what is compared with, and never what is first."""
    return draft.lower.endswith("than", 0, end) and bool(
        _THE_SAID.fullmatch(draft.lower, end, one.start)
    )


def _fits(one: Mention, claim: Claim) -> bool:
    if one.value is None or isinstance(one.value, tuple) or one.hedge in "<>":
        return False
    if one.role is Role.COUNT and one.value == 1:
        return False
    if claim.roles == (Role.AGE,) and one.role is Role.COUNT and not one.noun and not one.per:
        return one.hedge == "="
    return one.role in claim.roles and (one.phrase is None or not one.phrase.is_change)


def _alike(top: Mention, rival: Mention) -> bool:
    """Of one type: what is counted or measured may be left out of the second."""
    if rival.value is None or isinstance(rival.value, tuple) or top.phrase is None:
        return False
    if rival.phrase is None or rival.phrase.is_change:
        return False
    if rival.role is Role.COUNT and not rival.noun and not rival.per:
        return True
    ways = [_WAYS.search(one.text.lower()) for one in (top, rival)]
    if ways[0] and ways[1] and ways[0].group() != ways[1].group():
        return False
    if rival.role is not top.role or (rival.per and rival.per != top.per):
        return False
    if top.role is Role.COUNT:
        return same_noun(top, rival) and modifiers_of(top) == modifiers_of(rival)
    return same_kind(top, rival) or (top.role is Role.MONEY and top.unit == rival.unit)


def _outdoes(draft: Draft, found: re.Match[str], than: str, top: Mention, rival: Mention) -> bool:
    """The words say the rival figure of another of the group, and of the same time."""
    if not _is_near(top, rival) or _WAY.match(draft.after(rival, 25)):
        return False
    sentence = draft.sentence(rival)
    start = max(sentence.start, rival.start - 2 * _FAR)
    if top.sentence == rival.sentence:
        start = max(start, top.end)
    before = draft.lower[start : rival.start]
    around = before + draft.after(rival, 50)
    if _OF_ELSE.search(around) or _ASIDE.search(around):
        return False
    is_bare = rival.role is Role.COUNT and not rival.noun
    if is_bare and not _STANDS_ALONE.match(draft.after(rival, 12) or "."):
        return False  # its noun was not found
    printed = draft.text[start : rival.start]
    if found.group("out"):
        return rival.sentence - top.sentence <= 1 and _named_anew(draft, top, printed)
    if found.group("more") and not _is_of_all(draft, found, than):
        return _is_of_the_other(draft, found, than, rival, before)
    own = _SAME_DAY.sub(" ", around)
    if _OWN_RANK.search(around) or f"the {found.group('most')} " in before:
        return False  # a figure with a rank of its own
    if (
        top.sentence != rival.sentence
        and not _OTHER_TIME.search(own)
        and set(_YEAR.findall(around)) <= set(_YEAR.findall(draft.words(top)))
        and not _IS_SINCE.match(draft.lower, found.end())
        and (_named_anew(draft, top, printed) or _NEW_SUBJECT.match(draft.lower, sentence.start))
        and not _is_in_another_place(draft, found, printed)
        and _is_of_the_deed(draft, found, top, rival)
    ):
        return True
    limit = _LIMIT.match(draft.lower, found.end())
    is_of_all = found.group("more") is not None and limit is not None and limit.group("ever")
    if limit is not None and not is_of_all:
        return _is_since(draft, limit, top, rival) and not is_bare
    if _is_measure(draft, rival, found.group("most") or ""):
        return _is_lasting(draft, found, rival)
    if _OTHER_TIME.search(around) or not set(_YEAR.findall(around)) <= set(
        _YEAR.findall(draft.words(top))
    ):
        return False
    if _NEXT.search(around):
        return True
    if top.sentence != rival.sentence and _group(draft, found) & stems(around):
        return True
    months = _PERIOD_NAMED if _OF_A_PERIOD.match(draft.lower, found.end()) else frozenset()
    if not _named_anew(draft, top, printed, months):
        return False
    if _is_in_another_place(draft, found, printed):
        return False
    if found.group("more") and rival.unit_name == top.unit_name and top.role is Role.AMOUNT:
        return True
    return (is_bare and not top.per) or (head_of(rival) != "" and same_noun(top, rival))


def _is_of_the_deed(draft: Draft, found: re.Match[str], top: Mention, rival: Mention) -> bool:
    """Both figures are of one deed, in any words: fined and ordered to pay, weighed and tipped
    the scales, sold and went for.
    """
    if rival.role is Role.COUNT or rival.unit != top.unit or rival.per not in (top.per, ""):
        return False
    sentence = draft.sentence(top)
    start = max(sentence.start, min(found.start(), top.start) - _FAR)
    words = draft.lower[start : min(sentence.end, max(found.end(), top.end) + 60)]
    then = draft.lower[max(draft.sentence(rival).start, rival.start - _FAR) : rival.start]
    then += draft.after(rival, 50)
    return any(family.search(words) and family.search(then) for family in _DEEDS)


def _group(draft: Draft, found: re.Match[str]) -> frozenset[str]:
    """What the first is the first of: "hostel" of "the cheapest hostel in town"."""
    behind = _GROUP.match(draft.lower, found.end())
    return stems(behind.group()) if behind else frozenset()


def _is_measure(draft: Draft, rival: Mention, most: str) -> bool:
    """A lasting measure of a thing, of the dimension that the superlative is about."""
    own, thing = _DIMENSIONS.get(most, ("", ""))
    if not own or rival.role is not Role.AMOUNT:
        return False
    if own == "tall|high" and draft.before(rival, 5).endswith(", at "):
        return True
    around = rival.text.lower() + draft.after(rival, 6)
    return bool(
        re.search(rf"\b(?:{own})\b", around)
        or re.search(rf"\b(?:{thing})s?(?: [a-z]+)? (?:of|is|stands) \Z", draft.before(rival, 40))
    )


def _is_lasting(draft: Draft, found: re.Match[str], rival: Mention) -> bool:
    """It stands, and is of the group, or a building of the same place where the group is any."""
    if _NOT_THERE.search(draft.words(rival)):
        return False
    sentence = draft.sentence(rival)
    here = draft.text[max(sentence.start, rival.start - 150) : rival.end + 60]
    group = _group(draft, found)
    place = _IN_PLACE.match(draft.text, found.end())
    same_place = place is not None and place.group(1) in here
    return bool(group & stems(here)) or (bool(group & _ANY_BUILDING) and same_place)


def _is_of_the_other(
    draft: Draft, found: re.Match[str], than: str, rival: Mention, before: str
) -> bool:
    """The other of "more than Brazil": "whose growers sold 2.1m", or named again with a figure."""
    sentence = draft.sentence(rival)
    if sentence.start <= found.start():
        behind = draft.lower[found.end() : rival.start]
        return len(behind) < 2 * _FAR and bool(_WHOSE.fullmatch(behind))
    if not than:
        return bool(_OLD.search(before))
    names = _NAME.findall(draft.text[found.end() : found.end() + len(than)])
    return bool(names) and any(name in draft.text[sentence.start : rival.start] for name in names)


def _is_of_all(draft: Draft, found: re.Match[str], than: str) -> bool:
    """ "More than any other", "no borough has fewer than": as good as a superlative."""
    sentence = draft.sentence_at(found.start())
    start = max(sentence.start, found.start() - 80)
    return bool(_ANY.match(than) or _NO_OTHER.search(draft.lower, start, found.start()))


def _compared_with(draft: Draft, found: re.Match[str]) -> str:
    """What stands behind "than", to the end of the clause; "" without "than"."""
    if found.group("more") is None or not found.group().endswith("than"):
        return ""
    behind = _UP_TO_COMMA.match(draft.lower, found.end())
    return behind.group() if behind else ""


def _is_since(draft: Draft, limit: re.Match[str], top: Mention, rival: Mention) -> bool:
    """ "The lowest since 1974", "the highest ever": a year between then and now undoes it."""
    if rival.sentence - top.sentence > 1 or rival.sentence == top.sentence:
        return False
    if rival.role is Role.MONEY and rival.noun != top.noun:
        return False
    years = [int(year) for year in _YEAR.findall(draft.words(rival))]
    since = [int(year) for year in _YEAR.findall(limit.group())]
    if len(years) != 1 or len(since) > 1 or _YEAR.search(draft.before(top, _FAR)):
        return False
    return years[0] > since[0] if since else limit.group("ever") is not None


def _is_in_another_place(draft: Draft, found: re.Match[str], printed: str) -> bool:
    """ "The cheapest pub in Hale. In Corve …": another place than that of the group."""
    scope = _IN_PLACE.match(draft.text, found.end())
    where = _PLACE.findall(printed)
    return bool(scope and where and scope.group(1) not in where) or bool(
        scope and scope.group(1).islower() and where
    )


def _named_anew(
    draft: Draft, top: Mention, printed: str, also: frozenset[str] = frozenset()
) -> bool:
    """A name stands before the rival figure that does not stand beside the first."""
    known = draft.text[draft.sentence(top).start : min(draft.sentence(top).end, top.end + 60)]
    return any(
        name not in known
        for name in _NAME.findall(printed)
        if name in also or name not in _NO_NAMES
    )


def _is_near(top: Mention, rival: Mention) -> bool:
    """J: not outdone by more than two and a half times."""
    first, second = size_of(top), size_of(rival)
    if rival.role is Role.COUNT and rival.phrase is not None and top.phrase is not None:
        first, second = Fraction(top.phrase.low.value), Fraction(rival.phrase.low.value)
    if first is None or second is None or min(first, second) <= 0:
        return False
    return bool(2 * max(first, second) <= 5 * min(first, second))


def _found(draft: Draft, claim: Claim, top: Mention, rival: Mention, words: str) -> Found:
    is_up = claim.is_up
    if claim.is_pace and top.role is Role.DURATION:
        is_up = not is_up
    return called(draft, top, rival, words, is_up)


def called(draft: Draft, top: Mention, rival: Mention, words: str, is_up: bool) -> Found:
    """What the words call the highest, or the lowest, is not beaten by its rival."""
    return Found(
        top,
        "FC403",
        draft.named(top),
        Comparison.AT_LEAST if is_up else Comparison.AT_MOST,
        draft.named_as(rival, top),
        (top, rival),
        Sure.LIKELY,
        told=f"{top.text} is called “{words.strip()}”, beside {rival.text}",
    )


_FAR = 110
_THE_SAID = regex(
    r" (?:(?:the|a|an|its|their|his|her|last (?:year|month|week|season)[’']s|previous|earlier"
    r"|usual|average|expected|planned|about|around|some|nearly|almost|original|first) )*"
)
_MANY = (Role.COUNT, Role.MONEY, Role.AMOUNT, Role.PERCENT)
_KINDS: tuple[tuple[str, str, tuple[Role, ...], bool], ...] = (
    ("high large big great busy rich wealthy strong", "low small poor weak quiet", _MANY, False),
    ("long", "short", (Role.AMOUNT, Role.DURATION), False),
    ("tall wide deep heavy hot warm wet thick", "narrow shallow light cold cool dry thin",
     (Role.AMOUNT,), False),
    ("dear costly expensive pricey", "cheap", (Role.MONEY,), False),
    ("old", "young", (Role.AGE,), False),
    ("fast quick", "slow", (Role.AMOUNT, Role.DURATION), True),
)  # fmt: skip


def _graded(word: str, ending: str) -> str:
    if word == "expensive":
        return word
    if word.endswith(("e",)):
        return word + ending[1:]
    if word.endswith("y"):
        return word[:-1] + "i" + ending
    return word + word[-1] * (word in ("big", "hot", "wet", "thin")) + ending


_SCALES: dict[str, tuple[bool, tuple[Role, ...], bool]] = {
    _graded(word, ending): (is_up, roles, is_pace)
    for up, down, roles, is_pace in _KINDS
    for words, is_up in ((up, True), (down, False))
    for word in words.split()
    for ending in ("er", "est")
} | {
    "most": (True, _MANY, False),
    "more": (True, _MANY, False),
    "least": (False, _MANY, False),
    "less": (False, _MANY, False),
    "eldest": (True, (Role.AGE,), False),
    "best": (True, (Role.COUNT, Role.MONEY), False),
    "top scorer": (True, (Role.COUNT,), False),
    "top seller": (True, (Role.COUNT,), False),
    "fewest": (False, (Role.COUNT,), False),
    "fewer": (False, (Role.COUNT,), False),
    "outspent": (True, (Role.MONEY,), False),
    "outsold": (True, (Role.COUNT, Role.MONEY), False),
    "outscored": (True, (Role.COUNT,), False),
    "outraised": (True, (Role.MONEY,), False),
    "outbid": (True, (Role.MONEY,), False),
}
_OWN_RANK = regex(r"\b(?:second|third|fourth|fifth|[2-9](?:nd|rd|th))[- ][a-z]+est\b")
_SAME_DAY = regex(
    r"\b(?:an|a|one|two|three|\d+|some|a few|half an) (?:hours?|minutes?) (?:earlier|before"
    r"|later)\b"
    r"|\bearlier (?:that|the same) (?:day|morning|afternoon|evening)\b|\bbefore (?:him|her"
    r"|them|it)\b"
    r"|\bhad (?:been )?"
)
_IS_SINCE = regex(r"[^.;,]{0,40}\b(?:since|ever|on record|for \w+ years|in \w+ years|so far|but)\b")
_NEW_SUBJECT = regex(
    r"(?:(?:before|after|beside|behind|next to) (?:him|her|them|it)\b[^.;,\d]{0,40}\b)?"
    r"(?:an? |the other |his |her |their |its )(?!total|average|own|record|sum|fee|prize|bill|cost)"
    r"|(?:before|after|beside|behind|next to) (?:him|her|them|it)\b[^.;,\d]{0,40}\ban? "
)
_DEEDS = tuple(
    regex(rf"\b(?:{family})\b")
    for family in (
        r"fin(?:e|es|ed)|penalt(?:y|ies)|ordered to pay|told to pay|had to pay|must pay|damages",
        r"fetch\w*|sold|s(?:ale|ell|ells)|went for|gone for|price[sd]?|lots?|auction\w*|made"
        r"|changed hands|knocked down|hammer|under the hammer",
        r"weigh\w*|heaviest|lightest|scales?|balance",
        r"bids?|tenders?|offers?|offered|quot(?:e|es|ed)|proposals?|estimates?",
        r"clock(?:ed|s)|ran|times?|takes?|took|quickest|finish\w*|laps?|swam|rode|rowed"
        r"|race[sd]?|crossed the line"
        r"|stopwatch|home in",
        r"temperatures?|mercury|thermometers?|hottest|coldest|warmest|coolest|degrees|readings?|°c",
        r"thr(?:ew|ow|ows|own)|jump(?:s|ed)?|leap\w*|leapt|cleared|vault\w*|hurled|putt?s?",
        r"sentence[sd]?|jailed|terms?|prison|given|imprisoned",
        r"earn\w*|pa(?:y|ys|id)|salar(?:y|ies)|wages?",
        r"unemployment|jobless\w*|turnout|inflation|interest|rates?|share",
    )
)
"""What may be said of figures of one kind, the same in other words."""
_MOST = "|".join(word for word in _SCALES if word.endswith("st") or " " in word)
_MORE = "|".join(word for word in _SCALES if word.endswith(("er", "more", "less")))
_WORDS = regex(
    rf"\b(?:(?:the|its|his|her|their|[a-z]+['’]s|is|was|are|were) (?P<most>{_MOST})(?! of all)\b"
    rf"|(?P<more>{_MORE})\b(?:(?: [a-z-]+){{0,4}} than\b(?! (?:once|twice|half|double)\b)|(?=[,;]))"
    r"|(?<!was )(?<!were )(?<!been )(?P<out>outspent|outsold|outscored|outraised|outbid)\b)"
)
_WAYS = regex(r" (?:long|wide|high|tall|deep|thick|across)\Z")
_PAIRING = regex(
    rf"\b(?:(?P<more>{_MORE})\b(?: [a-z-]+ than\b| than\b)?"
    r"|(?P<beat>beat|beats|beating|outnumber\w*|overtook|overtaking|ahead of|surpass\w*|eclips\w+"
    r"|exceed(?:s|ed)|topped|bettered|outperform\w*))\b"
)
_DENIES = regex(
    r"\b(?:no|not|never|nor|neither|failed|without|half|times|was|were|been|if)\b|n[’']t"
)
_BY = regex(r"\bby (?:\w+ )?\Z")
_AGAINST = regex(
    r"\b(?:against|to|versus|v|compared with|compared to|for (?:the|its|his|her)|while|and"
    r"|in the)\b"
)
_THAN_SHORT = regex(r" than [^.;,]{1,50}\Z")
_OWN = regex(
    r"\A(?: (?:the|its|his|her|their|last year)\b[^.;]{0,60}| [a-z-]+[’']s(?: [a-z-]+){0,3}"
    r"|[^.;]{0,50},? (?:who|which|whose|where|when|with|at|on)(?: [a-z-]+){0,5}"
    r"|[^.;]{0,50}\b(?:of|set in \d{4}, when)) \Z"
)
_NOT_FIRST = regex(
    r"(?:second|third|fourth|fifth|sixth|[2-9](?:nd|rd|th)|joint|equal|next|one of|among|some of"
    r"|not|nor|never|until then|once|formerly|previously|perhaps|arguably|at|times|half|far|even"
    r"|times as|n['’]t|per cent|points?|if|twice)[ -](?:\w+ )?\Z"
)
_BREAK = regex(r"[;:.]|\b(?:but|while|whereas|although|after|before|because|whose|when|where)\b")
_STRONG_BREAK = regex(r"[;.]|\b(?:but|while|whereas|although|because|than|since)\b")
_GOES_ON = regex(r"(?:it|they|its|their|there|that|he|she|his|her|a|an) ")
_WAY = regex(
    r" (?:away|off|from|to the|north|south|east|west|downstream|upstream|inland|out|along|behind"
    r"|beyond|up|down|round|of (?:them|these|those|which|whom)|ago|later|earlier|more|fewer|less|"
    r"higher|lower|longer|shorter|years? (?:ago|later|old))\b"
)
_OF_ELSE = regex(
    r"\b(?:until|used to|forecast|expected|predicted|target|would|could|might|may be|if|average"
    r"|mean|median|typical|joint|total|combined|altogether|together|in all|plus|extra|deposit|fee"
    r"|planned|proposed|will|under construction|demolished|limit|capacity|room for|built for"
    r"|another|up to|as many as|hopes?|aims?|of whom|of which|including)\b"
)
_ASIDE = regex(r"\b(?:aged|born|page|no\.?|route|room|flight|at \d)\b")
_OTHER_TIME = regex(
    r"\b(?:in (?:1[6-9]|20)\d\d|original(?:ly)?|since|years? ago|years? (?:earlier|before)"
    r"|last (?:year|month|week"
    r"|season)|previous\w*|record|once|peak\w*|that year|when|by 20\d\d|next (?:year|month|week)"
    r"|earlier|all[- ]time|historic\w*|(?:rise|rose|fell|fall) (?:to|from|of|by)|had been)\b"
)
_NEXT = regex(
    r"\b(?:followed by|next came|next (?:was|were|on the list|in line)|the next|ahead of|compar\w+"
    r"|against|then came|runner-up|in second|its nearest|nearest rival|rivals?|next door"
    r"|second-placed|runners?-up|it (?:stood|stands|came)"
    r"|(?:his|her|their|the) [a-z]+[’']s\b(?:, [^.;,]{1,30},)? (?:was|is|weighed|measured|made"
    r"|took|came|sold|has|had)|(?:doors?|stalls?|streets?|blocks?) (?:down|along|away|up)"
    r"|across the (?:street|river|road)"
    r"|the other|neighbour\w*|neighbor\w*)\b"
)
_ANY = regex(
    r" (?:that (?:of|in|at) |those (?:of|in|at) |at |in |for |on )?"
    r"(?:any(?:where|one|body|thing)?|every(?:where|one|body)?|all)\b"
)
_NO_OTHER = regex(r"\b(?:no|nobody|nowhere|none|no one)\b[^.;,]{0,60}\Z")
_WHOSE = regex(
    r"[^.;,]{1,60},? (?:whose|which|where|when|with|who)\b[^.;]{0,70}|[^.;,\d]{1,40}(?:,? at |\()"
)
_OLD = regex(
    r"\b(?:the old|used to|previously|its predecessor|the previous|formerly|in the past|last year"
    r"|a year (?:ago|earlier|before)|before (?:it|that))\b"
)
_UP_TO_COMMA = regex(r"[^.;,]{1,60}")
_LIMIT = regex(
    r"[^.;,]{0,40}\b(?:since\b[^.;,]{0,50}|(?P<ever>ever|on record|in (?:its|the) history"
    r"|of all time)|outside|after|apart from|behind|except|excluding|but one|for \w+ years"
    r"|in \w+ years|yet|so far|of his|of her|of its|of their|of the (?:season|year|month|week|day"
    r"|two)|this (?:year|season|month|week)|last (?:year|season|month|week))\b"
)
_YEAR = regex(r"\b(?:1[6-9]|20)\d\d\b")
_IN_PLACE = regex(r"[^.;,:\d]{0,60}? (?:in|on|of) (?:the |this |its |our )?([A-Za-z][\w’'-]+)")
_PLACE = regex(r"\b(?:[Ii]n|[Oo]n|[Oo]f) (?:the )?([A-Z][\w’'-]+)")
_NAME = regex(r"\b[A-Z][\w’'-]+")
_OF_A_PERIOD = regex(r" (?:[a-z]+ )?(?:month|day|year|week|quarter|season)\b")
_PERIOD_NAMED = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December
    """.split()
)
_NO_NAMES = frozenset(
    """
    The In At On But And It He She They That This A An When While Two One Its Their His Her There
    Then For From By With Of After Before Last Next Now Only Some Most Just Even So If As To Mr Mrs
    Ms Dr Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December I We You Three Four Five Six Seven
    """.split()
)
_GROUP = regex(
    r"(?: (?:at|in|for|on))?(?: any)?(?: other)?"
    r"((?: (?!in\b|of\b|on\b|at\b|for\b|since\b|ever\b|costs?\b|charge|sold\b|ha[sd]\b|have\b|is\b"
    r"|was\b|are\b|were\b|went\b|took\b|weigh|serve)[a-z’'-]+){1,3})"
)
_STANDS_ALONE = regex(
    r"[.,;:)!?]|$| [–—-]|—| (?:in|at|on|for|and|but|to|last|this|so|by|from|against|while|the"
    r"|of them|during|when)\b"
)
_DIMENSIONS = {
    "tallest": (
        "tall|high",
        "spire|tower|steeple|mast|dome|chimney|silo|block|minaret|pylon|crane|tree|height",
    ),
    "highest": ("tall|high", "summit|peak|height"),
    "longest": ("long", "length|span"),
    "deepest": ("deep", "depth"),
    "shortest": ("long|tall", "length|height"),
    "widest": ("wide|across", "width"),
}
"""Of a superlative: what stands behind a measure of its dimension; what such measures are of."""
_ANY_BUILDING = frozenset(stem(word) for word in ("structure", "building", "landmark", "edifice"))
_NOT_THERE = regex(
    r"\b(?:planned|proposed|will be|would|to be built|under construction|being built|demolished"
    r"|pulled down|collapsed|burned down|destroyed|until|once|used to|had been|felled|was to)\b"
)
