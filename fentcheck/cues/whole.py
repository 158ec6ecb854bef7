"""Which figures of a few sentences are the parts of which, by arithmetic first and then by words.

A list is a partition of a figure if its sum comes out, or misses as slips do, and several things
besides speak for it: the list is closed ("the other 160"), the figure is called the whole of it
("all 27 casualties", "in all"), it is said to be made of them, the parts are opposites. No one
wording is needed, and none is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fentcheck.cues import alike
from fentcheck.cues.alike import FAR, is_amount, is_compared, of_one_unit, same_head, size
from fentcheck.cues.closing import closes, is_all
from fentcheck.cues.draft import Draft
from fentcheck.prose.document import Kind
from fentcheck.prose.mention import Mention, Rational, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.nouns import PERSONS


def head(mention: Mention) -> str:
    """The noun that is counted; "" where it is left out: "140 electric ones"."""
    found = alike.head(mention)
    return "" if found == "one" else found


class Partition(NamedTuple):
    """A figure, the parts that it may have, and how much speaks for it."""

    total: Mention
    parts: tuple[Mention, ...]
    weight: int
    holds: bool


ENOUGH = 4
"""J: two strong signs and a plain one."""


def partitions(draft: Draft) -> tuple[Partition, ...]:
    """All that hold or nearly do."""
    found = [one for total, *_ in draft.once(_amounts)[0] for one in _of(draft, total)]
    failing = {part: one for one in found if not one.holds for part in one.parts}
    return tuple(one for one in found if one.holds or not _is_within(one, failing))


def _is_within(one: Partition, failing: dict[Mention, Partition]) -> bool:
    """The figure is itself a part, with the same parts beside it, of a greater whole."""
    other = failing.get(one.total)
    return (
        other is not None
        and other.weight >= one.weight - 1
        and not set(other.parts).isdisjoint(one.parts)
    )


def is_used_up(draft: Draft, total: Mention, parts: Sequence[Mention]) -> bool:
    """One of the parts is a part of another figure, in a sum that comes out."""
    held = draft.once(_held)
    return any(other is not total for part in parts for other in held.get(part, ()))


def _held(draft: Draft) -> dict[Mention, list[Mention]]:
    """The figures that a part is a part of, in sums that come out."""
    found: dict[Mention, list[Mention]] = {}
    for one in draft.once(partitions):
        for part in one.parts if one.holds and one.weight > _SOME else ():
            found.setdefault(part, []).append(one.total)
    return found


def is_whole(mention: Mention) -> bool:
    """A plain amount; "have raised $3.4 million" is one, too, and no change."""
    phrase = mention.phrase
    if phrase is None or not mention.value or isinstance(mention.value, tuple):
        return False
    if phrase.direction is not None:
        mention = mention._replace(phrase=phrase._replace(direction=None))
    return is_amount(mention)


def _of(draft: Draft, total: Mention) -> Iterator[Partition]:
    whole = float(size(total))
    if whole <= _FEWEST:
        return
    before, behind, loose = _alike(draft, total, whole)
    if sum(float(size(one)) for one in (*before, *loose)) < (1 - _FAR_OUT) * whole:
        return
    seen = set()
    every = (*before, *behind)
    paired: set[tuple[Mention, ...]] = {
        (one, part)
        for at, part in enumerate(every)
        if at and closes(draft, part)
        for one in every[:at]
    }
    best: Partition | None = None
    paired.update(tuple(listed) for listed in _lists(draft, loose))
    closed = tuple(_closed(draft, loose))
    if any(_is_plain(draft, run) for run in closed):
        paired = set()
    likely = (*_runs(draft, total, before, behind), *closed)
    for run in (*likely, *paired):
        if run in seen:
            continue
        seen.add(run)
        missing = abs(sum(float(size(one)) for one in run) - whole) / whole
        is_loose = run in paired and run not in likely
        if missing > _SLIP and (is_loose or missing > _FAR_OUT or not _is_closed(draft, run)):
            continue
        if missing <= _rounding(total, () if is_loose else run, whole):
            weight = ENOUGH if missing == 0 else _weight(draft, total, run, missing)
            yield Partition(total, run, weight, True)
            return
        if is_loose:
            continue
        weight = _weight(draft, total, run, missing)
        if best is None or weight > best.weight:
            best = Partition(total, run, weight, False)
    if best is not None and best.weight >= ENOUGH:
        yield best


def _rounding(total: Mention, run: Sequence[Mention], whole: float) -> float:
    """What rounding of the parts and of the whole may miss, as a part of the whole."""
    rough = sum(_last_place(one) for one in (total, *run)) / 2
    return max(rough / whole, 0.12 if total.hedge == "~" else 0.0)


def _last_place(one: Mention) -> float:
    """The worth of the last printed place of a rounded figure; 0 of a whole number of things."""
    assert one.phrase is not None
    value = one.phrase.low
    if value.value == int(value.value) and one.role is Role.COUNT and int(value.value) % 1000:
        return 0.0
    digits = _DECIMALS.search(one.text)
    if digits is None:
        return 0.0
    shown = float(digits.group())
    return float(size(one)) / shown * 10 ** -len(digits.group(1)) if shown else 0.0


def _alike(
    draft: Draft, total: Mention, whole: float
) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """The nearest figures before and behind that are less, and those behind of whatever noun."""
    every, places = draft.once(_amounts)
    at = places[total]
    sides = []
    for nearest in (every[max(0, at - _LOOKED_AT) : at], every[at + 1 : at + 1 + _LOOKED_AT]):
        sides.append(
            [
                one
                for one, its_size, compared in nearest
                if its_size < whole
                and not compared
                and abs(one.sentence - total.sentence) <= _SENTENCES
                and abs(one.start - total.start) <= FAR
                and of_one_unit(one, total)
            ]
        )
    loose = sides[1][:_MOST]
    before, behind = ([one for one in side if may_be_of(one, total)] for side in sides)
    return before[-_MOST:], behind[:_MOST], loose


def _amounts(draft: Draft) -> tuple[list[tuple[Mention, float, bool]], dict[Mention, int]]:
    """The figures that can be wholes or parts, with their sizes and whether they are of another
    time; and which is the how-manieth.
    """
    every = [
        (one, float(size(one)), is_compared(draft, one)) for one in draft.figures if is_whole(one)
    ]
    return every, {one: at for at, (one, *_) in enumerate(every)}


def may_be_of(one: Mention, total: Mention) -> bool:
    """Persons are parts of persons, whatever they are called; things of things."""
    mine, theirs = head(one), head(total)
    if not mine or not theirs or mine == theirs:
        return True
    return (mine in PERSONS) is (theirs in PERSONS or theirs in _TOLL)


def _is_plainly_of(one: Mention, total: Mention) -> bool:
    mine, theirs = head(one), head(total)
    return not mine or same_head(mine, theirs) or (mine in PERSONS and theirs in PERSONS)


def _runs(
    draft: Draft, total: Mention, before: list[Mention], behind: list[Mention]
) -> Iterator[tuple[Mention, ...]]:
    """Lists as printed, and those that the nearest figures would make."""
    if before and behind and _OF.fullmatch(draft.between(before[-1], total)):
        yield before[-1], behind[0]
    if before and _SEATED.match(draft.lower, total.figure_end):
        for many in range(1, len(behind) + 1):
            yield before[-1], *behind[:many]
    for every, is_before in ((before, True), (behind, False)):
        if len(every) < 2:
            continue
        for listed in _lists(draft, every):
            yield tuple(listed)
        plain = [one for one in every if _is_plainly_of(one, total)]
        for some in (every, plain) if len(plain) < len(every) else (every,):
            for many in range(2, len(some) + 1):
                yield tuple(some[-many:] if is_before else some[:many])


def _closed(draft: Draft, behind: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """All figures behind the whole up to the one that is what is left, whatever they count."""
    last = next((at for at, one in enumerate(behind) if at and closes(draft, one)), 0)
    heads = [head(one) for one in behind[: last + 1] if head(one)]
    is_bounded = any(one.hedge in "<>" for one in behind[: last + 1])
    if last and len(set(heads)) == len(heads) and not is_bounded:
        yield tuple(behind[: last + 1])


def _is_closed(draft: Draft, run: Sequence[Mention]) -> bool:
    """It ends with what is left, and no part of it is a bound, a fraction, or told in words."""
    if any(one.hedge in "<>" for one in run):
        return False
    start, end = draft.sentence(run[0]).start, run[-1].end
    return closes(draft, run[-1]) and not _FRACTION.search(draft.lower, start, end)


def _is_plain(draft: Draft, run: Sequence[Mention]) -> bool:
    """ "Three died and two were hurt; the other nine": one sentence, no nouns, none of another."""
    return (
        len(run) > 2
        and run[0].sentence == run[-1].sentence
        and not any(head(one) for one in run)
        and not any(
            _OF_THOSE.match(draft.lower, one.figure_end) or _INCLUDES.search(draft.before(one, 20))
            for one in run[1:]
        )
    )


def _lists(draft: Draft, run: Sequence[Mention]) -> Iterator[list[Mention]]:
    listed: list[Mention] = []
    for one in run:
        if listed and not _goes_on(draft, listed[-1], one):
            if len(listed) > 1:
                yield listed
            listed = []
        listed.append(one)
    if len(listed) > 1:
        yield listed


def _goes_on(draft: Draft, last: Mention, one: Mention) -> bool:
    known = draft.once(_steps)
    answer = known.get((last, one))
    if answer is None:
        answer = known[last, one] = _is_step(draft, last, one)
    return answer


def _steps(draft: Draft) -> dict[tuple[Mention, Mention], bool]:
    return {}


def _is_step(draft: Draft, last: Mention, one: Mention) -> bool:
    words = draft.lower[last.end : one.start]
    return last.sentence == one.sentence and len(words) < 60 and bool(_STEP.search(words))


def is_running(draft: Draft, start: int, end: int) -> bool:
    """A stretch of running text: no list or table begins in it."""
    blocks = draft.document.blocks
    first, last = draft.document.index_at(start), draft.document.index_at(end)
    if last > first and any(one.kind not in _RUNNING for one in blocks[first : last + 1]):
        return False
    return not _BULLET.search(draft.text, start, end)


# What speaks for it


def _ruled_out(draft: Draft, total: Mention, run: tuple[Mention, ...]) -> bool:
    """Something says that the list is of something else, or that it is open."""
    start, end = min(run[0].start, total.start), max(run[-1].end, total.end)
    if not is_running(draft, start, end) or _OF_MORE.match(draft.lower, total.figure_end):
        return True  # rows of a list; a part itself
    if _OF_IT.search(draft.before(total, 25) + "\0" + draft.after(total, 12)):
        return True
    words = draft.lower[max(0, start - 15) : end]
    if total.hedge in "<>" or _CHANGE.search(words) or _EACH.search(words):
        return True
    if any(_FURTHER_AWAY.match(draft.lower, one.end) for one in (total, *run)):
        return True
    if any(_OF_THOSE.match(draft.lower, one.figure_end) for one in run[1:]) and not (
        _OF_THOSE.match(draft.lower, run[0].figure_end)
    ):
        return True  # some of the part before it
    if any(_is_of_next(draft, one, total) for one in run) or leaves_a_rest(draft, total, run):
        return True
    is_bare = not head(total) and not head(run[0]) and total.role is Role.COUNT
    if is_bare and _goes_on(draft, total, run[0]) and not closes(draft, run[-1]):
        return True  # one of the list itself
    if run[0].start < total.start:
        return _is_of_others(draft, total)
    if not head(run[0]) and _are_alike(draft, total, run[0]):
        return True  # the first of the list
    link = draft.lower[total.end : run[0].start]
    if any(_MORE.match(draft.lower, one.end) for one in run):
        return True
    return bool(_INCLUDES.search(link[-60:])) and not any(closes(draft, one) for one in run[1:])


def _are_alike(draft: Draft, one: Mention, other: Mention) -> bool:
    """ "600 tickets on Monday, 480 on Tuesday": one preposition behind both."""
    if one.sentence != other.sentence:
        return False
    first, second = (_PREPOSITION.match(draft.lower, each.end) for each in (one, other))
    return first is not None and second is not None and first.group() == second.group()


def goes_on(draft: Draft, last: Mention) -> bool:
    """ "Nine off Hale, six off Rusk and one off Moor": the list has more than the figure before."""
    return bool(_GOES_ON.match(draft.after(last, 60)))


def leaves_a_rest(draft: Draft, total: Mention, run: Sequence[Mention]) -> bool:
    """ "And the rest for roads": a part without a figure, so that those told are less than all."""
    end = min(draft.sentence(run[-1]).end, run[-1].end + 60)
    is_less = sum(map(size, run)) < size(total)
    return is_less and bool(_A_REST.search(draft.lower, run[0].end, end))


def _is_of_next(draft: Draft, one: Mention, total: Mention) -> bool:
    """ "Carry 320, 280 and 90 passengers": all of them, and no crossings."""
    if head(one):
        return False
    for _ in range(_MOST):
        following = draft.following(one)
        if head(one) or following is None:
            break
        if draft.between(one, following) not in (", ", " and ", ", and "):
            return False
        one = following
    return bool(head(one)) and bool(head(total)) and not _is_plainly_of(one, total)


def _is_of_others(draft: Draft, total: Mention) -> bool:
    """ "The 50 boats that remain"; "the bill, with fees,"; "all 18 homes in Orr Street"."""
    around = draft.before(total, 40) + "\0" + draft.after(total, 30)
    if _WITH_MORE.search(around):
        return True
    narrowed = _THAT.match(draft.lower, total.end)
    return bool(narrowed and not (narrowed[1] and _ALL.search(draft.before(total, 30))))


def _weight(draft: Draft, total: Mention, run: tuple[Mention, ...], missing: float) -> int:
    if _ruled_out(draft, total, run):
        return 0
    is_before = run[0].start < total.start
    is_more = sum(map(size, run)) > size(total)
    is_last = any(closes(draft, one) for one in run[1:])
    closing = is_last or is_all(draft, run[0], run[-1])
    additive = any(_FURTHER.search(draft.before(one, 20)) for one in run[1:])
    opposite = _are_opposite(draft, run, _PAIRS + (() if not is_more else _OPEN_PAIRS))
    is_list = _is_one_list(draft, run)
    is_slip = is_typed_wrong(sum(size(one) for one in run), size(total))
    heads = [head(one) for one in run if head(one)]
    is_count = total.role is Role.COUNT
    weight = 3 * closing + 2 * opposite + is_list + is_slip + (missing <= _NEAR) + additive
    weight += 2 * (is_more and bool(_SEATED.match(draft.lower, total.figure_end)))
    if is_before:
        said = draft.before(total, 30)
        behind = draft.lower[total.figure_end : total.figure_end + 50]
        called = 3 * bool(_ALL.search(said)) or 2 * bool(_IN_ALL.search(behind))
        called += bool(_THE.search(said))
        if head(total) and head(total) == head(run[0]) and not any(map(head, run[1:])):
            called += 2
        if not called:
            return 0
        weight += called - (missing > _NEAR and not is_slip)
    else:
        link = draft.lower[total.end : run[0].start][-90:]
        own = draft.lower[max(0, run[0].start - 40) : run[0].start] + "|".join(
            draft.lower[one.end : one.end + 22] for one in run
        )
        weight += 2 * bool(_CONSISTS.search(link))
        weight += 2 * (bool(_OF_IT.search(own)) and ((is_more and not is_count) or is_slip))
        said = draft.before(total, 30) + total.text.lower()
        weight += 2 * bool(_IN_ALL_BEFORE.search(said))
        weight += not heads
    if is_last and run[0].start > total.start:
        pass  # told apart by what stands behind them, up to what is left
    elif len(set(heads)) < len(heads) or (len(heads) == len(run) and head(total) in heads):
        weight -= 3  # things of one name, told apart by more than that
    if heads and not head(run[0]) and not is_list:
        weight -= 2  # a noun is left out behind the figure that has it, not before
    if not is_last and ";" in draft.lower[run[0].end : run[-1].start]:
        weight -= 2
    weight -= 2 * min(_others(draft, total, run), 2)
    sentences = {one.sentence for one in (total, *run)}
    weight -= max(sentences) - min(sentences) - len(sentences) + 1
    if is_more and not (closing or additive or opposite) and is_count:
        # one may be in two groups, unless they are called by names that keep them apart
        weight -= 2 * (not is_before and len(heads) < len(run) - 1)
        end = draft.sentence(run[-1]).end
        weight -= 3 * bool(_OVERLAPS.search(draft.lower, min(run[0].start, total.start), end))
    return weight


def _others(draft: Draft, total: Mention, run: Sequence[Mention]) -> int:
    """Figures beside it that could be parts, too."""
    start, end = min(run[0].start, total.start), draft.sentence(run[-1]).end
    every, places = draft.once(_amounts)
    near = every[max(0, places[total] - _LOOKED_AT) : places[total] + _LOOKED_AT]
    return sum(
        start <= one.start < end
        and one not in run
        and one is not total
        and of_one_unit(one, total)
        and _is_plainly_of(one, total)
        for one, *_ in near
    )


def _is_one_list(draft: Draft, run: Sequence[Mention]) -> bool:
    return all(_goes_on(draft, one, other) for one, other in pairwise(run))


def _are_opposite(draft: Draft, run: Sequence[Mention], pairs: Sequence[tuple[str, str]]) -> bool:
    stretches = [
        f"{one.text.lower()}{draft.lower[one.end : one.end + 30]}".partition(",")[0] for one in run
    ]
    return len(run) == 2 and any(
        any(word in stretches[0] for word in pair[side].split("|"))
        and any(word in stretches[1] for word in pair[1 - side].split("|"))
        for pair in pairs
        for side in (0, 1)
    )


def is_typed_wrong(one: Rational, other: Rational) -> bool:
    """The digits of two numbers are the same but for one, or in another order."""
    mine, theirs = (str(round(float(value) * 1000)) for value in (one, other))
    while mine and theirs and mine[-1] == theirs[-1] == "0":
        mine, theirs = mine[:-1], theirs[:-1]
    if len(mine) < 2 or len(mine) != len(theirs) or mine == theirs:
        return False
    wrong = sum(a != b for a, b in zip(mine, theirs, strict=True))
    return (wrong == 1 and len(mine) > 2) or sorted(mine) == sorted(theirs)


_PREPOSITION = regex(r" (?:on|in|at|to|from|for|by|with)\b")
_DECIMALS = regex(r"\d+\.(\d+)")
_NEAR = 0.1
_OF_THOSE = regex(r" of (?:those|them|these|whom|which)\b")
_MORE = regex(r" more\b(?! than)")
_THAT = regex(
    r" (?:(?:that|who|which|still|left|remaining)|(in|at|on|from|near) (?!all\b|total\b|hand\b))"
)
_WITH_MORE = regex(r"\b(?:with|includ(?:es|ing)|plus|after|before|besides|excluding|as well as)\b")
_SOME = 2
_SENTENCES = 2
_MOST = 7
_LOOKED_AT = 12
_FEWEST = 4
_SLIP = 0.3
"""J: a sum with a slip in it misses by no more; more is another figure."""
_FRACTION = regex(
    r"\b(?:half|halves|a (?:third|quarter|fifth|tenth|dozen|few|handful)|most|many|several|some"
    r" of|per ?cent)\b|%"
)
_FAR_OUT = 0.5
"""J: a list that ends with what is left misses by less than half."""
_TOLL = frozenset(
    ("casualty", "victim", "death", "fatality", "injury", "birth", "arrest", "vote", "job")
)
_A_REST = regex(
    r"\bthe (?:rest|remainder|balance|others"
    r"|remaining)\b(?!,? (?:of them,? )?(?:[a-z]+ ){0,2}[$£€₹]?\d)"
)
_SEATED = regex(r"-(?:seat|member|strong|bed|room)\b")
_OF = regex(r" (?:out )?of (?:the |its |their |all )?")
_OF_MORE = regex(r" (?:out )?of (?:(?:the|its|their|all) )?(?:[a-z]+ )?[$£€₹]?\d")
_BULLET = regex(r"\n[>\s]*(?:[-*•|]|\d+\.) ")
_RUNNING = (Kind.PARAGRAPH, Kind.QUOTE)
_STEP = regex(r"(?:,|\band|;) ?")
_FURTHER = regex(r"\b(?:another|a further|further|an additional|as well as|plus) \Z")
_CONSISTS = regex(
    r"\b(?:made up of|compris(?:ing|ed|es)|consist(?:ing|s|ed) of|composed of|split|divided|broken"
    r" down|shared|namely|that is|goes?|went|accounts? for|come from|came from)\b|:\s|[–—]"
)
_OF_IT = regex(
    r"\bof (?:that|those|these|them|it|which|whom|this)\b|\b(?:from|of|in) the (?:pot|sum|total"
    r"|fund)\b"
    r"|\bof (?:the|its|their) (?:total|money|sum)\b"
)
_INCLUDES = regex(r"\b(?:including|includes?|among(?: them)?|counting|such as)\b")
_ALL = regex(
    r"\b(?:all|that makes|making|which makes|total(?:s|l?ed|l?ing)?|between them|altogether"
    r"|together|combined|in all)\b"
)
_IN_ALL = regex(
    r"\b(?:(?:cast|counted|returned|polled)\b(?! for)|in all|in total|altogether|all told"
    r"|combined|between them|overall|together)\b"
)
_IN_ALL_BEFORE = regex(r"\b(?:all|a total of|in all|total|between them)\b")
_THE = regex(r"\b(?:the|those|these)(?: total| combined)? \Z")
_CHANGE = regex(
    r"\b(?:rose|risen|fell|fallen|grew|grown|increased?|decreased?|dropped|compared|against|than"
    r"|up from|down from|instead of|average|record|target|goal|more than double|the year before"
    r"|a year (?:ago|earlier)|last year|limit)\b"
)
_EACH = regex(r"\b(?:each|apiece|per|every|a head|times)\b")
_FURTHER_AWAY = regex(r" (?:more than|fewer than|less than|times|per cent|percent)\b|-year-old")
_OVERLAPS = regex(
    r"\b(?:both|also|as well|some of (?:whom|which|them)|overlap|had|have|with|speaks?|own|owned"
    r"|use[ds]?|said they)\b"
)
_PAIRS = (
    ("women", " men"), ("boys", "girls"), ("female", " male"), ("adult", "child|children"),
    ("passed", "failed"), ("part-time", "full-time"), ("survived", "died"),
    ("dead|killed|died", "injured|hurt|wounded"), ("ewes", "rams"), ("cows", "bulls"),
    ("married", "single"), ("urban", "rural"), ("crew", "passengers"),
    ("indoors", "outdoors"), ("online", "on paper|in person|by post"), ("teacher", "pupil"),
    ("civilian", "soldier|police|military"), ("return", "single"),
)  # fmt: skip
"""Two groups that are everybody, or are told of as if they were."""
_OPEN_PAIRS = (
    ("in favour|in favor|for", "against"), (" yes", " no"), ("rented", "owned"), ("won", "lost"),
    ("public", "private"), ("home", "away"),
)  # fmt: skip
"""Two groups beside which there may be a third, but which have nobody in common."""
_GOES_ON = regex(
    r",? respectively\b|[^.;,\d]{0,30},? and one (?:at|in|off|on|from|for|to|was|by)\b"
)
