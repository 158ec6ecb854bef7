"""The two figures that a change runs from and to, as the words round them say.

"From A to B", "B, against A a year earlier", "A when it began … B now": every figure near a change
is marked as the earlier or the later one by the words right before it, and by the words of time in
its stretch, which reaches to the figures on either side. Two marked figures that can be one
quantity are a pair; how sure it is that the change speaks of them depends on where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from fentcheck.cues.alike import content
from fentcheck.cues.cue import Sure
from fentcheck.cues.draft import Draft, of_a_figure
from fentcheck.cues.fit import amounts_of, like, only_fitting, side_by_side, sized
from fentcheck.cues.operands import Operand, alike, may_be_one_thing
from fentcheck.exact import Fraction
from fentcheck.phrases.hedges import Direction, Hedge
from fentcheck.phrases.phrase import Form, Phrase
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.unit import FRACTION, Kind

Fits = Callable[[Fraction, Fraction], bool]
"""Whether what was before and what came after may be meant, by their arithmetic."""


class Pair(NamedTuple):
    """What was before and what came after; `sure` of a change between them."""

    old: Operand
    new: Operand
    sure: Sure


class Marked(NamedTuple):
    """A figure with how strongly it is the earlier one and the later one: 3 by the word before it,
    4 as what is to come, 2 by words of time, 1 by the tense of its verb, 0 not at all; and the year
    that its stretch names.
    """

    operand: Operand
    old: int
    new: int
    year: int | None


def pairs_of(
    draft: Draft,
    change: Mention,
    expected: Fraction | None,
    fits: Fits,
    *,
    shares: bool = False,
) -> list[Pair]:
    """The pairs of figures that a change may run between, the surest first.

    Only the first can be surer than a guess, and only if no other is as likely. `expected` is how
    many times the old figure the new one should be: figures that are nowhere near it are about
    something else, and so are those that `fits` refuses, which knows what misses as a slip does.
    `shares`: percentages are among them, for changes in points.
    """
    marked = [
        mark
        for mention in draft.beside(change, _REACH, _MOST)
        if _can_change(draft, mention, shares)
        and draft.are_of_one_section(change, mention)
        and not (shares and is_percentage_change(draft, mention))
        for mark in marks_of(draft, mention)
    ]
    owner = _owner(draft, change)
    found: list[tuple[tuple[int, ...], Pair]] = []
    for old, new in permutations(marked, 2):
        one, other = alike(old.operand, new.operand)
        if one.mention is other.mention and (one.part, other.part) != (1, 2):
            continue
        if not may_be_one_thing(one, other):
            continue
        sure = _sureness(draft, change, old, new)
        if owner is not None and not _is_of_owner(owner, one, other):
            sure = Sure.GUESS
        if sure is Sure.GUESS and (
            not _is_close(draft, one.mention, other.mention) or _is_open(one) or _is_open(other)
        ):
            continue
        is_here = change.sentence == one.mention.sentence == other.mention.sentence
        if not _is_near(one, other, expected):
            if sure is not Sure.SAID or not _is_off_by_noughts(one, other, expected):
                sure = Sure.GUESS
        elif (
            sure is Sure.LIKELY
            and not is_here
            and not (
                fits(one.value, other.value)
                and (not shares or _may_be_levels(draft, change, one, other))
            )
        ):
            sure = Sure.GUESS
        found.append((_rank(change, old, new, sure), Pair(one, other, sure)))
    found.sort(key=lambda each: each[0], reverse=True)
    is_tied = len(found) > 1 and found[0][0][:-1] == found[1][0][:-1]
    if found and found[0][1].sure is Sure.SAID and not is_tied:
        found = [each for each in found if each[0][1] == 2]  # both beside the change
    if found and found[0][1].sure > Sure.GUESS and not is_tied:
        best = found[0][1]
        if all(each.sentence == change.sentence for each in _places(best)):
            found = [each for each in found if _is_of_paragraph(draft, change, each[1])]
        found = [
            each for each in found if each[1] is best or _places(each[1]) != _places(best)[::-1]
        ]
    pairs = [
        pair if index == 0 and not is_tied else pair._replace(sure=Sure.GUESS)
        for index, (_, pair) in enumerate(found[:_MOST_PAIRS])
    ]
    if not pairs or pairs[0].sure is Sure.GUESS:
        only = _only_pair(draft, change, expected, marked, fits)
        backwards = [_places(each)[::-1] for each in only]
        if only and all(one.sentence == change.sentence for one in _places(only[0])):
            pairs = [each for each in pairs if _is_of_paragraph(draft, change, each)]
        pairs = [each for each in pairs if _places(each) not in backwards] + only
    return [pair for pair in pairs if not _are_changes(draft, pair)]


def _is_of_paragraph(draft: Draft, change: Mention, pair: Pair) -> bool:
    return all(draft.are_of_one_paragraph(change, each) for each in _places(pair))


def _is_close(draft: Draft, one: Mention, other: Mention) -> bool:
    """Of one sentence, or with no figure of their kind between them."""
    if one.sentence == other.sentence:
        return True
    start, end = sorted((one.start, other.start))
    role, unit = one.role, one.unit
    for each in draft.within(start + 1, end):
        if each.role is role and each.unit == unit:
            return False
    return True


def _is_open(one: Operand) -> bool:
    """ "As many as 9,000": almost any change fits one that has no other end."""
    return one.mention.phrase is not None and Hedge.UP_TO in one.mention.phrase.hedges


def _are_changes(draft: Draft, pair: Pair) -> bool:
    """ "Rose 60% in March, 30% in April and 40% in May": two percentages that are no levels."""
    return all(
        side.mention.role is Role.PERCENT and not _LEVEL.search(draft.before(side.mention, 30))
        for side in (pair.old, pair.new)
    )


def _only_pair(
    draft: Draft, change: Mention, expected: Fraction | None, marked: Sequence[Marked], fits: Fits
) -> list[Pair]:
    """The only two figures near the change that stand side by side, can be one quantity, are of
    two times or things compared, and miss the change as slips do: whatever their words are, it is
    they that it speaks of.

    Which is the earlier one is for the words to say, or else for the way that the change goes.
    """
    after = draft.after(change)
    if _THAN_A_YEAR_AGO.match(after) or (expected is not None and _THAN_WHAT.match(after)):
        return []
    aim = _aim(draft, change) or base_of(draft, change)
    if aim is None:
        aims = [one for one in draft.beside(change) if _GOES_TO.search(draft.before(one, 10))]
        aim = aims[0] if aims else None
    owner = _owner(draft, change)
    if owner is not None and isinstance(owner.value, tuple):
        return []
    marks = {each.operand.mention: each for each in marked if not each.operand.part}
    pairs: list[Pair] = []
    roles = {one: like(draft, one).role for one in marks}
    for role in set(roles.values()):
        for first, second in side_by_side([one for one in marks if roles[one] is role]):
            one, other = marks[first], marks[second]
            if not {aim, owner} - {None} <= {first, second}:
                continue
            if aim is second and first.sentence < aim.sentence and _has_rivals(draft, first):
                continue
            if any(_ELSEWHERE.search(draft.before(each)) for each in (first, second)):
                continue
            between = draft.between(first, second)
            if (
                _PART_OF.fullmatch(between)
                or _FOR_OTHERS.fullmatch(between)
                or (role is Role.PERCENT and _TWO_SHARES.fullmatch(between))
            ):
                continue
            if aim is not None and not _is_earlier(draft, (one, other), aim):
                continue
            if not (
                _are_of_two_times(draft, one, other, aim is not None)
                or _are_compared(draft, first, second)
                or (
                    max(one.old, one.new, other.old, other.new) > 0
                    and _are_alone(draft, change, first, second)
                )
            ):
                continue
            if change.start > second.end and _is_of_own(draft, change, first, second):
                continue
            is_here = change.sentence in (first.sentence, second.sentence)
            if not is_here and _is_far_off(draft, change, first, second):
                continue
            if role is not Role.PERCENT and not _goes_with(draft, change, first, second):
                continue
            old, new = alike(one.operand, other.operand)
            if not may_be_one_thing(old, new):
                continue
            year, other_year = one.year or 0, other.year or NOW_IS
            if one.old < other.old or one.new > other.new or year > other_year:
                old, new = new, old
            elif one.old == other.old and one.new == other.new and not (one.year and other.year):
                is_down = expected is not None and expected < 1
                if expected is not None and (old.value < new.value) is is_down:
                    old, new = new, old
            if _is_near(old, new, expected) and fits(old.value, new.value):
                pairs.append(Pair(old, new, Sure.LIKELY))
    compared = [each for each in pairs if _are_compared(draft, *_places(each))]
    only = only_fitting(compared or pairs, _places, change, _changes_near(draft, change, _REACH))
    return [only] if only is not None else []


def _is_earlier(draft: Draft, two: tuple[Marked, Marked], aim: Mention) -> bool:
    """What the change came from is said to be so: "rose 8% to £54m; after tax it was £41m" is no
    pair.
    """
    others = [each for each in two if each.operand.mention is not aim]
    return any(
        max(each.old, each.new) > 1
        or each.year is not None
        or _IS_BEFORE.search(draft.before(each.operand.mention))
        or each.operand.mention.sentence != aim.sentence
        for each in others
    )


def _is_of_own(draft: Draft, change: Mention, first: Mention, second: Mention) -> bool:
    """ "It made 1,200 boats then and makes 300 now; its workforce has fallen": of that alone."""
    start = draft.sentence(first).start
    own = _OWN_SUBJECT.search(draft.lower, max(start, change.start - 100), change.start)
    if own is None or own.start() < second.end - 1:
        return False
    return not content(own.group(1)) & content(draft.lower[start : own.start(1)])


def _places(pair: Pair) -> tuple[Mention, Mention]:
    return pair.old.mention, pair.new.mention


def _are_compared(draft: Draft, first: Mention, second: Mention) -> bool:
    """ "54mm against an average of 90mm", "$30 instead of $40"."""
    return any(_IS_BEFORE.search(draft.before(one)) for one in (first, second)) or bool(
        _AS_MUCH_AS.search(draft.between(first, second))
    )


def _changes_near(draft: Draft, change: Mention, reach: int) -> list[Mention]:
    """The other changes that figures near this one may belong to."""
    return [
        one
        for one in draft.beside(change, reach)
        if is_percentage_change(draft, one)
        or (one.phrase is not None and one.phrase.unit.kind is Kind.FACTOR)
    ]


def _are_of_two_times(draft: Draft, one: Marked, other: Marked, has_aim: bool) -> bool:
    if one.year is not None and other.year is not None:
        return one.year != other.year
    if (one.old and other.new) or (one.new and other.old):
        return True
    if not has_aim and max(one.old, one.new, other.old, other.new) > 1:
        return True
    first, second = one.operand.mention, other.operand.mention
    start = max(draft.sentence(first).start, first.start - _FAR)
    end = min(draft.sentence(second).end, second.end + _LEAD)
    return len(set(_TIME.findall(draft.lower[start:end]))) > 1


def _are_alone(draft: Draft, change: Mention, first: Mention, second: Mention) -> bool:
    """No other figure near a change may be of their kind, and it is the only change.

    What one sentence joins, those round it do not part.
    """
    is_joined = change.sentence == first.sentence == second.sentence
    reach = 0 if is_joined else _REACH
    beside = [one for one in draft.beside(change, reach) if one not in (first, second)]
    return not _changes_near(draft, change, reach) and not any(
        one.role is first.role
        and (not one.noun or not first.noun or one.noun == first.noun)
        and Fraction(1, 4) < sized(draft, one) / sized(draft, first) < 4
        for one in beside
        if one.phrase is not None and first.phrase is not None
    )


def _goes_with(draft: Draft, change: Mention, first: Mention, second: Mention) -> bool:
    """Beside the change, or in a sentence that shares a word with it or shows its figures."""
    if change.sentence in (first.sentence, second.sentence):
        near = min((first, second), key=lambda one: abs(one.start - change.start))
        if change.end < first.start and _ITS_OWN.search(draft.between(change, first)):
            return False
        return not _OTHER_CLAUSE.search(draft.between(near, change)) or first.role is Role.COUNT
    if first.role is Role.COUNT and not (second.noun and second.noun != first.noun):
        return True
    is_next = abs(change.sentence - first.sentence) == 1 and first.sentence == second.sentence
    if is_next and all(one.role is Role.DURATION for one in draft.beside(change)):
        return True  # it has no figures of its own
    return _speaks_of(draft, change, first) or _speaks_of(draft, change, second)


def _can_change(draft: Draft, mention: Mention, shares: bool) -> bool:
    phrase = mention.phrase
    if phrase is None or (phrase.unit.kind is Kind.RATIO) is not shares:
        return False
    return _may_change(draft, mention)


@of_a_figure
def _may_change(draft: Draft, mention: Mention) -> bool:
    phrase = mention.phrase
    if phrase is None or mention.role is Role.AGE or phrase.low.value <= 0:
        return False
    if mention.role is Role.DURATION and (
        _ELSE_THAN_LENGTH.match(draft.after(mention))
        or not _TAKES_TIME.search(draft.words(mention))
    ):
        return False
    if as_share(mention) is not phrase or _RECORD.search(draft.before(mention)):
        return False
    if mention.role is not Role.COUNT:
        return True
    is_per_cent = (
        not mention.noun and phrase.low.value < 100 and _IN_PER_CENT.match(draft.after(mention))
    )  # "eight, six and nine per cent"; "the 40-seat ferry"
    return not is_per_cent and "-" not in mention.text


def _is_near(old: Operand, new: Operand, expected: Fraction | None) -> bool:
    """One is not so many times the other that they can hardly be of one kind."""
    if expected is None or expected <= 0 or old.value <= 0 or new.value <= 0:
        return old.value > 0 and new.value >= 0
    most = max(_FURTHEST, min(max(expected, 1 / expected) / 2, _FURTHEST_OF_ALL))
    aim = old.value * expected
    return bool(aim <= new.value * most and new.value <= aim * most)


def _is_off_by_noughts(old: Operand, new: Operand, expected: Fraction | None) -> bool:
    if not expected or old.value <= 0 or new.value <= 0:
        return False
    off = new.value / old.value / expected
    return any(Fraction(1, 2) <= off * one / ten <= 2 for ten in _NOUGHTS for one in (1, ten**2))


def _rank(change: Mention, old: Marked, new: Marked, sure: Sure) -> tuple[int, ...]:
    mentions = old.operand.mention, new.operand.mention
    together = sum(one.sentence == change.sentence for one in mentions)
    away = sum(abs(one.start - change.start) for one in mentions)
    return (int(sure), together, old.old + new.new, -away)


# What the words say of one figure


@of_a_figure
def marks_of(draft: Draft, mention: Mention) -> tuple[Marked, ...]:
    return tuple(_marks(draft, mention))


def _marks(draft: Draft, mention: Mention) -> Iterator[Marked]:
    operands = amounts_of(draft, mention)
    if not operands:
        return
    ahead = draft.before(mention, _FAR)
    if len(operands) == 2:
        is_down = operands[1].value < operands[0].value
        if not _FROM.search(ahead) and (
            mention.trend is None
            or (mention.trend is Direction.DOWN) is not is_down  # "down 60 to 2,515"
            or draft.lower.startswith("between", mention.start)
        ):
            return
        yield Marked(operands[0], 3, 0, None)
        yield Marked(operands[1], 0, 3, None)
        return
    before, after = _stretch(draft, mention)
    year = _year_of(after) or _year_of(before)
    if _IS_BEFORE.search(ahead):
        yield Marked(operands[0], 3, 0, year)
    elif _WILL.search(before):
        yield Marked(operands[0], 0, 4, year)
    elif _IS_AFTER.search(ahead) and not _CAME_TO.search(ahead):
        yield Marked(operands[0], 0, 3, year)
    elif _is_now(after) or (_NOW.search(before) and not _THEN.search(after)):
        yield Marked(operands[0], 0, 2, year)
    elif _THEN.search(after) or _THEN.search(before):
        yield Marked(operands[0], 2, 0, year)
    elif _WAS.search(before):
        yield Marked(operands[0], 2 if _YEAR.search(before) else 1, 0, year)
    else:
        yield Marked(operands[0], 0, 0, year)


def _is_now(after: str) -> bool:
    """ "6.4 lakh in 2021 now sells for": the first time that is named is its own."""
    now, then = _NOW.search(after), _THEN.search(after)
    return now is not None and (then is None or now.start() < then.start())


def _year_of(words: str) -> int | None:
    """The year that some words name; "last year" comes after all that are named by number."""
    named = _YEAR.findall(words)
    if named:
        return int(named[-1])
    if _THIS_YEAR.search(words):
        return NOW_IS
    months = _MONTH.findall(words)
    if months:
        return NOW_IS - 99 + _MONTHS.index(months[-1])
    return NOW_IS - 1 if _LAST_YEAR.search(words) else None


def _stretch(draft: Draft, mention: Mention) -> tuple[str, str]:
    """The words of its clause that belong to a figure, before and behind it.

    They end at the next figure that is no duration ("80 ten years ago") and at the next clause.
    """
    start, end = draft.sentence(mention)
    for other in draft.within(start, end):
        if other.role is Role.DURATION or other is mention:
            continue
        if other.end <= mention.start:
            start = max(start, other.end)
        elif other.start >= mention.end:
            end = other.start
            break
    before = draft.lower[max(start, mention.start - _FAR) : mention.start]
    after = draft.lower[mention.end : min(end, mention.end + _FAR)].lstrip(" ,(")
    clause = _CLAUSE.split(before)
    if start > draft.sentence(mention).start:  # what follows the last figure is still about it
        ahead = clause[-1] if len(clause) > 1 else ""
    else:
        ahead = clause[-1] if len(clause[0]) > _LEAD else before
    return ahead, _CLAUSE.split(after)[0]


# How a change and two figures hang together


def _sureness(draft: Draft, change: Mention, old: Marked, new: Marked) -> Sure:
    if new.new == 4 and old.new == 2:  # "now pays $2,400 and would pay $2,550"
        old = old._replace(old=2, new=0)
    in_order = old.year is not None and new.year is not None and old.year < new.year
    if old.new or (new.old > 1 and not (new.old == 2 and in_order)):
        return Sure.GUESS
    one, other = old.operand.mention, new.operand.mention
    if not (old.old or new.new or in_order) and one is not base_of(draft, change):
        return Sure.GUESS
    if _is_of_those(draft, one) or _is_of_those(draft, other):
        return Sure.GUESS
    if old.year is not None and new.year is not None and old.year >= new.year:
        return Sure.GUESS
    is_behind = one.sentence == other.sentence and one.start > other.start
    if old.old == 1 and new.new == 3 and is_behind and ";" in draft.between(one, other):
        return Sure.GUESS  # "rose to £54m; after tax it was £41m"
    if old.old == 3 and other.start < one.start and not _is_subject(draft, other, one):
        return Sure.GUESS  # "to £22m, of which £4m is for roads, up from £3m"
    here = [each for each in (one, other) if each.sentence == change.sentence]
    if one not in here and _is_bound_elsewhere(draft, change, old, other):
        return Sure.GUESS
    if here == [one] and _has_rivals(draft, other):
        return Sure.GUESS
    by = draft.previous(one)
    if (
        by is not None
        and by is not change
        and draft.between(by, one) == " from "
        and is_percentage_change(draft, by)
    ):
        return Sure.GUESS  # "jumped 64% from 324,000" is a change of its own
    if not _is_tied(draft, change, one, other, here):
        return Sure.GUESS
    is_new = new.new == 3 or (not new.new and _is_subject(draft, other, one))
    if old.old == 3 and len(here) == 2 and is_new:
        return Sure.SAID
    since = _SINCE.search(draft.after(change))
    if since is not None and old.year == int(since.group(1)) and new.new:
        return Sure.SAID
    is_later = old.old > 1 or _is_only_one(draft, one)
    if old.old and new.new and is_later:
        return Sure.LIKELY
    if old.old > 1 and (other in here or _is_subject(draft, other, one)):
        return Sure.LIKELY
    if one is base_of(draft, change):
        return Sure.LIKELY
    return Sure.LIKELY if in_order else Sure.GUESS


@of_a_figure
def _is_of_those(draft: Draft, one: Mention) -> bool:
    return bool(THOSE_ELSEWHERE.search(draft.before(one, 50)))


@of_a_figure
def _has_rivals(draft: Draft, one: Mention) -> bool:
    """Its sentence has others of its unit: which of them "it jumped 27% from 138" is about, the
    words leave open.
    """
    return any(
        each.role is one.role and each.unit == one.unit and each.noun == one.noun
        for each in draft.beside(one)
        if each.sentence == one.sentence
    )


def _is_bound_elsewhere(draft: Draft, change: Mention, old: Marked, other: Mention) -> bool:
    """The earlier figure, in another sentence than the change, belongs to something else there."""
    one = old.operand.mention
    if old.old == 3:  # "41 per cent, down from 58" is about the 41
        before = [each for each in draft.beside(one) if each.start < one.start]
        alike = [each for each in before if each.role is one.role]
        if alike and alike[-1] is not other:
            return True
    if old.old == 1 and not _speaks_of(draft, change, one, by_money=False):
        return True
    first, last = sorted((one.sentence, change.sentence))
    between = draft.within(draft.sentences[first].start, draft.sentences[last].end)
    return any(
        each.sentence != change.sentence and is_percentage_change(draft, each) for each in between
    )


def _is_only_one(draft: Draft, one: Mention) -> bool:
    """No other figure of its sentence and kind could be the earlier one, but for a later one."""
    return sum(each.role is one.role for each in draft.beside(one)) < 2 and not any(
        _THEN.search(draft.after(each, 30)) for each in draft.beside(one)
    )


def _is_tied(
    draft: Draft, change: Mention, one: Mention, other: Mention, here: Sequence[Mention]
) -> bool:
    """The change is of these figures and not of something else beside them."""
    aim = _aim(draft, change) or base_of(draft, change)
    if aim is not None and aim not in (one, other):
        return False
    if aim is one and base_of(draft, change) is one:
        return other.start < change.start or other.sentence == change.sentence
    if here:
        nearest = min(here, key=lambda each: abs(each.start - change.start))
        words = draft.between(change, nearest)
        if change.end < nearest.start and _ITS_OWN.search(words):
            return False
        if _OTHER_CLAUSE.search(words) and not _IS_NAMED.search(draft.before(change, _FAR)):
            return False
        return not _is_of_another(draft, change, nearest)
    if abs(one.sentence - other.sentence) > 1 or _is_far_off(draft, change, one, other):
        return False
    for each in (one, other):
        for figure in draft.beside(each):
            if figure is not change and is_percentage_change(draft, figure):
                return False
    return _speaks_of(draft, change, one) or _speaks_of(draft, change, other)


def _is_far_off(draft: Draft, change: Mention, one: Mention, other: Mention) -> bool:
    """The change is of another scope or year than the pair, or other figures stand between them."""
    words = draft.words(change)
    if (
        one.role is other.role is Role.PERCENT
        and not _THE_CHANGE.search(draft.before(change))
        and not _THAT_IS.match(words)
        and not _are_points(change, one, other)
    ):
        return True
    year = _IN_YEAR.match(draft.after(change))
    if year is not None and year.group(1) not in draft.words(one) + draft.words(other):
        return True
    if _ALL_OVER.match(words):
        return True
    first, last = sorted((one.sentence, other.sentence))
    between = range(last + 1, change.sentence) or range(change.sentence + 1, first)
    return any(
        each.role is one.role and each.noun == one.noun and each.sentence in between
        for each in draft.beside(change, _REACH)
    )


def _may_be_levels(draft: Draft, change: Mention, one: Operand, other: Operand) -> bool:
    """Percentages of another sentence: those of a change in points, or of one that is named."""
    return (
        (change.phrase is not None and change.phrase.unit.kind is Kind.POINTS)
        or bool(_THE_CHANGE.search(draft.before(change)))
        or bool(_THAT_IS.match(draft.words(change)))
        or _are_points(change, one.mention, other.mention)
    )


def _are_points(change: Mention, one: Mention, other: Mention) -> bool:
    """ "Rose by 20 per cent … now 60 per cent, against 40": percentage points called per cent."""
    by, first, second = (
        each.phrase.low.value if each.phrase else 0 for each in (change, one, other)
    )
    return bool(abs(first - second) == by)


@of_a_figure
def _aim(draft: Draft, change: Mention) -> Mention | None:
    """The figure that the change is said to lead to or from: "15% to €4.6bn"."""
    following = draft.following(change)
    if following is None or following.sentence != change.sentence:
        return None
    if not _TO_OR_FROM.fullmatch(draft.between(change, following)):
        return None
    return following


def _owner(draft: Draft, change: Mention) -> Mention | None:
    """The figure that a change is set behind: "$9.6bn, up 10% on 2019", which is of no other."""
    before = draft.previous(change)
    if before is None or before.sentence != change.sentence:
        return None
    if not (_can_change(draft, before, False) or _can_change(draft, before, True)):
        return None
    gap = draft.lower[before.end : change.figure_start]
    return before if _UP_BEHIND.fullmatch(gap) else None


def _is_of_owner(owner: Mention, one: Operand, other: Operand) -> bool:
    """One of the two is the owner; of "from 3m to 4m, up 30%" both are its ends."""
    count = (one.mention is owner) + (other.mention is owner)
    return count > isinstance(owner.value, tuple)


@of_a_figure
def base_of(draft: Draft, change: Mention) -> Mention | None:
    """The figure that a factor or a percentage is said to be over: "three times the 410"."""
    following = draft.following(change)
    if following is None or following.sentence != change.sentence:
        return None
    is_over = _OVER.fullmatch(draft.between(change, following))
    return following if is_over else None


def _is_of_another(draft: Draft, change: Mention, nearest: Mention) -> bool:
    """A change of its own stands between this one and the figure."""
    start, end = sorted((change.start, nearest.start))
    return any(
        one is not change and one is not nearest and is_percentage_change(draft, one)
        for one in draft.within(start, end)
    )


def _is_subject(draft: Draft, new: Mention, old: Mention) -> bool:
    """The later figure stands before the earlier one, with nothing of its kind between."""
    if new.start > old.start:
        return False
    between = [one for one in draft.within(new.end, old.start) if one.role is old.role]
    return len([one for one in between if one.role is not Role.PERCENT]) == 0


def _speaks_of(draft: Draft, change: Mention, figure: Mention, *, by_money: bool = True) -> bool:
    """The sentence of the change has a word for what the figure counts, or names the change."""
    if change.sentence - figure.sentence == 1 and (
        _THAT_IS.match(draft.words(change)) or _is_referred_to(draft, change)
    ):
        return True
    if by_money and figure.role is Role.MONEY and _OF_MONEY.search(draft.before(change, _FAR)):
        return True
    is_elliptic = figure.role in (Role.COUNT, Role.PERCENT) and not figure.noun
    follows = figure.sentence - change.sentence == 1
    if follows and is_elliptic and _ABOUT_THEM.match(draft.words(figure)):
        return True
    mine = {word[:_STEM] for word in _WORD.findall(draft.words(change))} - _COMMON
    theirs = {word[:_STEM] for word in _WORD.findall(draft.words(figure))} - _COMMON
    return bool(mine & theirs)


def _is_referred_to(draft: Draft, change: Mention) -> bool:
    """ "The 25 percent increase", "the fall of 33 per cent": one that was told of before."""
    before = draft.before(change, _FAR)
    if _NAMED_CHANGE.search(before):
        return True
    named = _THE_CHANGE.search(before)
    if named is None:
        return False
    return before.endswith(" of ") or bool(_A_CHANGE.match(draft.after(change)))


# What a change is


def as_share(mention: Mention) -> Phrase | None:
    """The phrase of a figure; of "a quarter", by which something rose, as a share."""
    phrase = mention.phrase
    if phrase is None or phrase.unit.kind is not Kind.PLAIN or not 0 < phrase.low.value < 1:
        return phrase
    if phrase.form is not Form.NUMBER or any(letter.isdigit() for letter in mention.text):
        return phrase
    return phrase._replace(form=Form.FRACTION, unit=FRACTION)


@of_a_figure
def is_percentage_change(draft: Draft, mention: Mention) -> bool:
    """The percentage or fraction is by how much something rose or fell, not a level or a share."""
    phrase = as_share(mention)
    if phrase is None or mention.per or phrase.unit.kind not in (Kind.RATIO, Kind.POINTS):
        return False
    if _DOWN_PAYMENT.match(draft.lower, mention.figure_end):
        return False
    if _AGAINST_LEVEL.match(draft.lower, mention.figure_end) and _BY.search(draft.before(mention)):
        return False
    before, after = draft.before(mention, _FAR), draft.after(mention, _FAR)
    if _NAMED_CHANGE.search(before) or (_BY.search(before) and not _BY_WHOM.search(before)):
        return True
    if _IS_LEVEL.search(before) and not _MORE.match(after):
        return False
    if _OF_WHAT.match(after) and not (_LOST.search(before) and _MORE.match(after)):
        return False
    if phrase.direction is not None or mention.trend is not None:
        return True
    if _OR_BY.search(before):
        return True
    is_season = _IN_FALL.search(before)
    return bool((_ROSE_BY.search(before) and not is_season) or _MORE.match(after))


def says_fall(draft: Draft, mention: Mention) -> bool:
    """The words round a change have it go down."""
    return bool(
        _FELL_BY.search(draft.before(mention, _FAR)) or _LESS.match(draft.after(mention, _FAR))
    )


def says_rise(draft: Draft, mention: Mention) -> bool:
    """The words round a change have it go up; "off by 60 per cent" has it go either way."""
    phrase = mention.phrase
    if mention.trend is not None or (phrase is not None and phrase.direction is not None):
        return True
    return bool(_UP.search(draft.before(mention, 50)) or _UP.search(draft.after(mention, 25)))


_NOUGHTS = (10, 100, 1000)
_MOST = 14
"""J: figures on either side of a change that it may be of."""
_REACH = 2
_FAR = 90
_LEAD = 40
_FURTHEST = 3
_FURTHEST_OF_ALL = 6
_MOST_PAIRS = 30
_STEM = 5
"""J: sentences; characters round a figure; of the words before a comma, those at the head of a
sentence; how many times off a pair may be, of a tenfold change too; pairs looked at; letters
that two forms of one word share."""
_DET = r"(?:(?:the|a|an|its|their|his|her|our|some|just|only|last|this|year['’]s|record) ){0,3}"
_FROM = regex(r"\bfrom $")
_IS_BEFORE = regex(
    r"\b(?:from|against|versus|vs\.?|compared (?:with|to)|up on|down on|than|times|twice|double|"
    r"half|previously|formerly|originally|had been|used to be|was once|remembers?|remembered|"
    r"instead of|replac\w+|(?:began|begun|start(?:ed|ing)|set out|opened)\b[^,;.]{0,30} (?:with"
    r"|at|on)) " + _DET + r"$"
)
_IS_AFTER = regex(
    r"\b(?:to|reach(?:ed|es|ing)?|hit|hits|stands? at|now|totall?ed|is at|climbed past|passed"
    r"|(?:end(?:ed|s|ing)?|finish(?:ed|es|ing)?|clos(?:ed|es|ing)"
    r"|wound up)\b[^,;.\d]{0,30} (?:with|on|at)"
    r"|(?:is|are|stands?|comes?|costs?) (?:today|at present)) " + _DET + r"$"
)
_UNIT_OF_TIME = r"(?:year|month|decade|week|quarter|day|season|generation|century|term|winter)"
_THEN = regex(
    r"\b(?:" + _UNIT_OF_TIME + r"s? (?:earlier|ago|before|previously)|"
    r"(?:previous|prior|preceding|of last|same|corresponding|comparable) "
    r"(?:" + _UNIT_OF_TIME + r"|period|time|summer|spring|autumn|total)|"
    r"when [^.;]{0,40}\b(?:began|begun|started|opened|arrived|founded|took over)|"
    r"at the (?:start|outset|beginning)|recorded in|back in|in (?:18|19|20)\d\d|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|spring"
    r"|summer|autumn|winter|fall) before|originally|at first|before (?:that|then)|once"
    r"|used to|had been|back then|comparable|before (?:the|it|he|she|they|we|its|his|her|their)"
    r"|when (?:the|he|she|they|we|it|its|his|her) [^.;,]{0,40}\b(?:join\w*|came|took|left|mov\w*"
    r"|retir\w*|bought|married|died|was|were))\b"
)
_WAS = regex(r"\b(?:had|was|were|began|came to|took)\b")
_CAME_TO = regex(r"\b(?:came|amounted|come) to [^.]{0,12}$")
_WILL = regex(r"\b(?:will|would|is to|are to)\b[^,;]{0,40}$")
_SINCE = regex(r"[^.;\d]{0,20}\bsince ((?:18|19|20)\d\d)\b")
_CHANGE_NOUN = (
    r"(?:rise|increase|fall|drop|decline|cut|growth|gain|jump|reduction|decrease|slump|surge|climb|"
    r"hike|leap|plunge|loss|change|worsening|improvement|rebound|slide|dip|shortfall|uplift|boost|"
    r"raise|markup|mark-up|saving|slip|swell|spike|erosion|squeeze|spurt|appreciation|depreciation|expansion|contraction|collapse|crash|advance|recovery)"
)
_BY = regex(r"\bby (?:about |some |nearly |almost |just |only |around |roughly |over )?$")
_BY_WHOM = regex(
    r"\b(?:back|support|oppos|own|held|us|chosen|favou?r|won|lost|beat|follow|nam|made|cit"
    r"|mention|join"
    r"|read|watch|shar|want|approv|reject|endors|multipl|divid|lik|trust|outnumber|occup|cover)\w* "
    r"by [a-z ]{0,10}$"
)
_NAMED_CHANGE = regex(
    r"\b(?:the|this|that|an?|its|their|which makes the) (?:[a-z-]+ )?" + _CHANGE_NOUN + r" "
    r"(?:is|was|of|being|(?:works|worked) out (?:at|as)|comes to|came to|amounts to|amounted to"
    r"|equals|would be|is put at|was put at)(?: about| some| nearly| just| only| almost)? $"
    r"|\b(?:puts?|putting|estimat\w+|reckon\w*|calculat\w*|work\w* out|gave|gives|calls?|called) "
    r"(?:the|this|that|its|their) (?:[a-z]+ ){0,2}?(?:" + _CHANGE_NOUN + r"|extra [a-z]+"
    r"|difference)(?: at| as| to be)? (?:about |some |nearly |just |only |almost )?$"
)
_IN_YEAR = regex(r"(?: [a-z]+){0,2} in ((?:18|19|20)\d\d)\b")
_ALL_OVER = regex(
    r"(?:globally|worldwide|world-wide|nationally|nationwide|overall|elsewhere|in all|statewide"
    r"|across the (?:country|county|state|region|world|board|group|industry)|internationally)\b"
)
_THE_CHANGE = regex(r"\b(?:the|this|that|its) (?:" + _CHANGE_NOUN + r" of )?$")
_A_CHANGE = regex(r"[ -](?:\w+ )?" + _CHANGE_NOUN + r"\b")
_THAT_IS = regex(
    r"(?:that|this|it|which) (?:is|was|means|makes|represents|amounts to|would be|meant) "
)
_ABOUT_THEM = regex(
    r"(?:(?:in|on|at|by|last|a|the|two|three|five|ten) [^,]{0,25}\b(?:spring|summer|autumn|winter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"years?|months?|weeks?|quarter|decade|ago|earlier|before|(?:19|20)\d\d),? )?"
    r"(?:there (?:were|are|was)|they|it) |.{0,80}\bof them\b"
)
_NOW = regex(
    r"\b(?:now|today|this (?:" + _UNIT_OF_TIME + r"|time|summer|spring|autumn)|currently|so far|"
    r"at present|latest|these days|nowadays)\b"
)
_TIME = regex(
    r"\b(?:then|now|today|just gone|before|after|ago|earlier|later|without|since|"
    r"(?:last|first|previous|next|this|that|final|second)(?= (?:[\w-]+ )?"
    r"(?:year|season|month|week|quarter|term|winter|summer|spring|autumn|one|day|time)\b)|"
    r"(?:old|new)(?= one\b)|(?:18|19|20)\d\d|january|february|march|april|june|july|august|"
    r"september|october|november|december|easter|christmas|ramadan|lent|spring|summer|autumn|winter"
    r"|(?:began|begun|started|opened) (?=\w+)|(?:ended|finished|closed) (?=\w+)"
    r"|used to|once|at present|currently|latest|previous\w*|the (?:former|latter|first"
    r"|last)(?= of\b|[,.;]))"
    r"|(?<=\d )this(?=[.;,])"
)
_ELSEWHERE = regex(
    r"\b(?:those (?:on|in|of|at|for|from)|other|another|rivals?|neighbou?r\w*|separate"
    r"|elsewhere|also)\b"
)
_RECORD = regex(
    r"\b(?:most|fewest|least|best|worst|record|[a-z]{3,8}est)\b(?: [a-z-]+){0,5} since\b"
    r"[^.;]{0,60}\Z"
)
""" "The lowest since 2009, when there were 606": a bar that was set, and no level before."""
_IN_PER_CENT = regex(
    r"(?:, [a-z0-9.-]{1,12}){0,4},? (?:and|or) [a-z0-9.-]{1,12} ?(?:per ?cent\b|%|percentage p)"
)
_LEVEL = regex(
    r"\b(?:from|to|at|was|were|is|are|stood|stands|reached|hit|had|has|of|with|on|for|only|now)"
    r"\b[^,;.%]{0,16}$"
)
_ELSE_THAN_LENGTH = regex(
    r" (?:ago|earlier|before|later|after|since|old|from|running|in|to (?:go|march))\b|[-’']"
)
_TAKES_TIME = regex(
    r"\b(?:wait\w*|delay\w*|queu\w*|takes?|took|taken|last(?:s|ed)|journey|trip|commut\w*|average\w*"
    r"|stay\w*|spen[dt]\w*|response|respond\w*|crossing|ride|turnaround|backlog|overtime)\b"
)
_GOES_TO = regex(r"\b(?:to|from) $")
_YEAR = regex(r"\b((?:18|19|20)\d\d)\b")
_THIS_YEAR = regex(r"\b(?:this (?:year|season|summer|spring|autumn)|now|today)\b")
_LAST_YEAR = regex(r"\blast (?:year|season|summer|spring|autumn|winter|month|week)\b")
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = regex(rf"\b(?:in|by|since|at the (?:start|end) of|late|early) ({'|'.join(_MONTHS)})\b")
NOW_IS = 3000
"""Stands for this year: months without a year are of a year before, all years with one earlier."""
_CLAUSE = regex(r"[;,:()]| and | but | while | whereas | though | although | after | as ")
_OTHER_CLAUSE = regex(
    r";(?! (?:it|they|that|this|there|he|she)\b)|\b(?:as|while|although|though|whereas|when"
    r"|because|after|but|despite|even)\b"
)
_IS_NAMED = regex(
    r"\b(?:rise|increase|fall|drop|decline|cut|growth|gain|jump|reduction|decrease|change) of "
    r"[^,.]{0,15}$"
)
_TO_OR_FROM = regex(r",? ?(?:\w+ly )?(?:to|from|to reach|on) " + _DET)
_UP_BEHIND = regex(
    r"(?: (?:in|for) [a-z0-9 ]{1,15})?(?:,| –| —| -) (?:which (?:is|was) )?"
    r"(?:up|down|an? (?:[a-z]+ )?" + _CHANGE_NOUN + r" of)(?: about| some| nearly| just| almost)? "
)
_OVER = regex(
    r" (?:as (?:many|much|high|big) as [^.;\d]{1,50}"
    r"\b(?:has|had|have|with|took|scored|sold|made|won) |"
    r"(?:above|below|over|under|up on|down on|on) |"
    r"(?:as|more|less|fewer|higher|lower|bigger|larger|greater) ?"
    r"(?:many|much|big|high|large|long|heavy|great)? ?(?:\w+ )?(?:as|than) )?" + _DET
)
_IS_LEVEL = regex(r"\b(?:to|from|at|against|than|was|were|stood at|of the|with|and) $")
THOSE_ELSEWHERE = regex(r"\b(?:those|that) (?:on|in|of|at|for|from|with) [^.;,]{0,40}\Z")
_AS_MUCH_AS = regex(r"\bas (?:on|in|at|the|last|it|they|when|were|was)\b")
_OWN_SUBJECT = regex(
    r"(?:[;:.] |, (?:and|but|while) | (?:and|but|while) )(?:its|their|his|her|the|our) "
    r"((?:[a-z’'-]+ ){1,3}?)(?:ha[sd]|have|rose|fell|grew|is|was|were|are|went|dropped|slipped) "
    r"[^;:.]{0,40}$"
)
_PART_OF = regex(r" (?:out )?of (?:[a-z’'-]+ ){0,4}")
_FOR_OTHERS = regex(r" (?:for|in|at|to|from|per) (?:an? |the )?[a-z]+ ?(?:and|or|but) (?:only )?")
""" "£12 for adults and £8 for children": two prices of one time."""
_TWO_SHARES = regex(r"(?: of [a-z ]{1,30})?,? and ")
""" "Walkers and cyclists made up 55% and 30%": shares of one time."""
_ITS_OWN = regex(
    r"(?:,|;|,? and|,? but) (?:and |but )?(?:the|its|their|his|her|our) [a-z]{3,15} "
    r"(?:ha[sd]|have|went|rose|fell|grew|is|was|were)\b"
)
_THAN_A_YEAR_AGO = regex(
    r" (?:more|less|fewer|[a-z]{3,7}er) than (?:a|the|last|this time) (?:year|month|week|decade)"
    r"(?: ago| before| earlier)?[.;,]"
)
_THAN_WHAT = regex(r" (?:more|less|higher|lower|up|down|above|below) (?:than|on|from)\b[^.;\d]*,")
"""Than something that is not printed."""
_DOWN_PAYMENT = regex(r"(?: ?%| ?per ?cent)?[ -]down[ -]payments?\b")
_AGAINST_LEVEL = regex(
    r"(?: ?%| ?per ?cent)?,? (?:compared (?:with|to)|against|versus|to) \d[\d.]*(?: ?%| per ?cent) "
    r"(?:for|who|of|opposed|against|in favou?r)\b"
)
_LOST = regex(r"\b(?:los[et]|losing|loses|shed|shedding|gain\w*|add\w*) $")
_OF_WHAT = regex(r" of (?!the (?:year|month)|its (?:value|size))")
_ROSE_BY = regex(
    r"\b(?:rises?|rose|risen|rising|increas\w+|falls?|fell|fallen|falling|drop\w*|declin\w+|cut|"
    r"cuts|cutting|grew|grown|growing|grows?|growth|gain\w*|jump\w*|reduc\w+|decreas\w+|climb\w*|"
    r"surg\w+|shr[aiu]nk\w*|plung\w+|slump\w*|trimm?\w*|soar\w*|raised?|lower\w*|up|down|hike|"
    r"collaps\w+|crash\w*|plummet\w*|sank|sunk|sink\w*|dwindl\w+|contract\w+|widen\w*|narrow\w*|"
    r"improv\w+|worsen\w*|advanc\w+|rall\w+|eas(?:ed?|ing)|leap\w*|leapt|spik\w+|rocket\w+"
    r"|balloon\w+|"
    r"expand\w*|swell\w*|swollen|slipp?\w*|slid|tumbl\w+|dipp?\w*|edg\w+)"
    r"(?: up| down| back)?,?(?: of| by| is| was)? $"
)
_IN_FALL = regex(
    r"\b(?:this|last|next|each|every|previous|that|in|since|by|until|late|early|of)"
    r"(?: the)? fall,? $"
)
""" "Of the 3,200 enrolled this fall, 84 percent": the season."""
_OR_BY = regex(r"\bor by $|\b(?:rose|fell|up|down|rise|fall|cut|grew|dropped)\b.{0,60}, or $")
_MORE = regex(
    r"[ -](?:on (?:last|its|\d{4}|the (?:year|month|week|quarter|day|season|previous|same|prior"
    r"|corresponding|preceding|\d))|more|less|fewer|higher|lower|up|down|bigger|smaller|larger|"
    r"cheaper|dearer|better|worse|above|below|increase|rise|fall|drop|decline|cut|growth|gain|jump|"
    r"reduction|decrease|hike|surge|climb|slump|markup|mark-up|saving|jump|leap|boost|uplift|slide"
    r"|dip|loss|expansion|contraction|collapse|plunge|raise|improvement|worsening|spike|busier"
    r"|costlier|pricier|slower|faster|quicker|shorter|longer|heavier|lighter|worse off"
    r"|better off)\b"
    r"| of (?:our|its|their|his|her|my) (?:capacity|workforce|staff|members|membership|income"
    r"|weight"
    r"|volume|area|trade|business|custom|customers|audience|revenue|strength|readers|readership"
    r"|population|numbers|budget|funding|grant|sales|turnover|stock|fleet|force)\b"
)
_FELL_BY = regex(
    r"\b(?:falls?|fell|fallen|falling|drop\w*|declin\w+|cut|cuts|cutting|reduc\w+|decreas\w+|"
    r"loss(?:es)?|los[et]|losing|saving|squeeze|erosion|slide|dip|shortfall|depreciat\w+|fewer|less|cheaper|"
    r"collaps\w+|crash\w*|plummet\w*|sank|sunk|sink\w*|dwindl\w+|contract(?:ed|ing)|slid\w*|"
    r"slash\w*|shed|lower\w*|narrow\w*|pared?|"
    r"shr[aiu]nk\w*|plung\w+|slump\w*|trimm?\w*|lower\w*|down|slipp?\w*|slid|tumbl\w+|dipp?\w*)"
    r"\b[^.;:]{0,40}$"
)
_UP = regex(
    r"\b(?:rise[sn]?|rose|rising|increas\w+|grow\w*|grew|gain\w*|jump\w*|climb\w*|surg\w+|soar\w*"
    r"|raised?|up|hik\w+|expand\w*|swell\w*|swollen|more|higher|bigger|larger|dearer|better"
    r"|boost\w*"
    r"|uplift|leap\w*|leapt|spik\w+|rocket\w*|on (?:the|last|its)|inflation|above|longer)\b"
)
_LESS = regex(
    r"[ -](?:less|fewer|lower|down|smaller|cheaper|below|fall|drop|decline|cut|reduction|decrease|"
    r"slump|saving|slide|dip|loss|contraction|collapse|plunge|quicker|faster|shorter|lighter"
    r"|worse off)\b"
)
_OF_MONEY = regex(
    r"\b(?:income|revenues?|sales|turnover|profits?|loss(?:es)?|budget|prices?|costs?"
    r"|rents?|wages?|"
    r"pay|salar(?:y|ies)|takings|spending|fees?|fares?|bills?|value|earnings|debts?|aid|subsid\w+|"
    r"grants?|donations?|premiums?|exports?|imports?|tax(?:es)?|rates|tolls?|dut(?:y|ies)|charges?"
    r"|funding|cheaper|dearer|expens\w+|costl\w+|pric\w+|worth|bonus\w*|stipends?|wealth)\b"
)
_WORD = regex(r"[a-z]{4,}")
_COMMON = frozenset(
    word[:_STEM]
    for word in "that this with from than have been were will their they there when which while "
    "after before since about over under more most less some year years month months week weeks "
    "said says also only just last first next into between against percent cent million billion "
    "thousand compared earlier points rose fell rise fall increase decrease increased doubled "
    "tripled times twice according what where city country company people number numbers "
    "according officials spokesman spokeswoman would could another".split()
)
