"""The same thing is given two figures: the fine, the marchers, the bridge, somebody's age."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.same import (
    are_persons,
    head_of,
    is_another,
    is_definite,
    is_narrowed,
    modifiers_of,
    rank_of,
    same_kind,
    same_noun,
    scopes_differ,
    stem,
    stems,
    thing_behind,
)
from fentcheck.cues.whole import is_running, is_typed_wrong
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.document import Kind
from fentcheck.prose.mention import Mention, Rational, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording


@cue("restated")
def restated(draft: Draft) -> Iterator[Found]:
    """A figure is said again, of what the reader knows by now, and it is another figure.

    Words: "the 260 marchers", "all 24 chicks", "those 31 firms" after so many of the same; "the
        $450,000 fine", "the 1.9-mile bridge", "the 14-month sentence" where the sum or measure of
        that fine, bridge or sentence was given.
    Finding: Some 24 boats left the harbour at dawn. The 42 boats were back by noon.
    Finding: A judge fined the firm $250,000 for it. The firm will appeal against the $450,000 fine.
    Clean: The plant shed 240 jobs in March. On Wednesday it said 310 jobs would go.
    Clean: Some 24 boats left at dawn, and 18 followed. The 42 boats were back by noon.
    """
    for later in draft.figures:
        if later.value is None or isinstance(later.value, tuple):
            continue
        if _LAST_TIME.search(draft.before(later, 40)):
            continue
        earlier = (
            _counted_before(draft, later)
            or _measured_elsewhere(draft, later)
            or _done_for(draft, later)
            or _lasted(draft, later)
            or _said_again(draft, later)
            or _of_one_event(draft, later)
        )
        if earlier is not None:
            yield _same(draft, earlier, later)


@cue("headline")
def headline(draft: Draft) -> Iterator[Found]:
    """The headline and the first sentences give one thing two figures.

    Words: a first line with no full stop, and below it the same noun with another word of the
        headline, or the same verb before the figure: "Storm kills 17", "a storm killed 14 people".
    Finding: Council to cut 400 jobs
        \\n
        The council will cut 480 jobs over two years, its leader said.
    Clean: Council to cut 400 jobs
        \\n
        The council will cut 400 jobs. It cut 480 jobs in 2019.
    """
    yield from _unsupported(draft)
    end = draft.text.find("\n")
    line = draft.lower[: max(end, 0)].strip()
    if not 0 < len(line) <= _HEADLINE or line[-1] in ".:!":
        return
    words = stems(line)
    for first in draft.within(0, end):
        if isinstance(first.value, tuple) or first.per:
            continue
        verb = draft.before(first, 14).split()[-1:]
        body = [
            one
            for one in draft.within(end, len(draft.text))
            if one.sentence <= first.sentence + _NEAR_HEAD
            and not isinstance(one.value, tuple)
            and same_kind(first, one)
            and not is_another(draft, one)
            and not scopes_differ(draft, first, one)
            and _is_headed(draft, first, one, words, verb)
        ]
        if len({one.value for one in body}) == 1 and _are_near(first, body[0]):
            yield _same(draft, first, body[0])


def _is_headed(
    draft: Draft, first: Mention, one: Mention, words: frozenset[str], verb: Sequence[str]
) -> bool:
    """A figure of the text is the one of the headline: same noun and more, or same verb."""
    own = stems(_own_words(draft, one))
    if verb and not verb[0].isdigit() and own & stems(verb[0]):
        return not (head_of(first) and head_of(one)) or same_noun(first, one)
    if not head_of(first) or not same_noun(first, one) or modifiers_of(first) != modifiers_of(one):
        return False
    return len(stems(draft.words(one)) & words - stems(first.noun)) > 1


def _unsupported(draft: Draft) -> Iterator[Found]:
    """A figure of the headline that the whole text has not, nor what it could be reckoned from,
    beside the one figure of the first sentences that would be it.
    """
    end = _end_of_head(draft)
    body = [one for one in draft.within(end, len(draft.text)) if _is_one_value(one)]
    if not end or not body:
        return
    words = stems(draft.lower[:end])
    last = body[0].sentence + _LEAD
    for first in draft.within(0, end):
        if not _is_one_value(first) or first.trend is not None or _is_supported(first, body):
            continue
        lead = [
            one
            for one in body
            if one.sentence <= last
            and one.trend is None
            and _may_be_of_the_head(draft, first, one, words)
        ]
        sizes = {_size(one) for one in lead}
        if len(sizes) == 1 and max(sizes) <= 3 * _size(first) and _size(first) <= 3 * max(sizes):
            yield _same(draft, first, lead[0])


def _end_of_head(draft: Draft) -> int:
    """Where the headline ends, with the lines below it that are no sentences; 0 without one."""
    end = 0
    for block in draft.document.blocks:
        last = draft.text[block.start : block.end].rstrip("*_ ")[-1:]
        is_head = block.kind in (Kind.HEADING, Kind.PARAGRAPH) and last not in ".?!”\"'’:"
        if not is_head or block.end - block.start > _HEADLINE:
            break
        end = block.end
    return end


def _is_one_value(one: Mention) -> bool:
    is_plain = bool(one.value) and not isinstance(one.value, tuple) and not one.per
    return is_plain and one.role not in (Role.DURATION, Role.AGE)


def _is_supported(first: Mention, body: Sequence[Mention]) -> bool:
    """The text has the figure, or two that it is the sum, difference or share of, about."""
    kin = [one for one in body if same_kind(first, one) and _may_count_one(first, one)]
    target = _size(first)
    if any(_is_about(_size(one), target) for one in kin):
        return True
    if first.role is Role.PERCENT:
        values = [_size(one) for one in body if one.role is not Role.PERCENT][:_FIRST]
        return any(
            _is_about(one / other, part)
            for one in values
            for other in values
            for part in (target, 1 - target, 1 + target)
            if one is not other
        )
    return any(
        _is_about(_size(one) + _size(other), target, 50)
        or _is_about(abs(_size(one) - _size(other)), target, 50)
        or any(
            _is_about(_size(one) + _size(other) + _size(third), target, 50)
            for third in kin[at + 2 : at + 5]
        )
        for at, one in enumerate(kin)
        for other in kin[at + 1 : at + 4]
        if other.sentence - one.sentence <= 1
    )


def _may_count_one(first: Mention, one: Mention) -> bool:
    """Both count one noun, or the sentence leaves it out; sums and measures may."""
    return not (head_of(first) and head_of(one)) or same_noun(first, one)


def _size(one: Mention) -> Fraction:
    assert one.phrase is not None
    size: Fraction = Fraction(one.phrase.low.value) * one.phrase.unit.size
    return size


def _is_about(one: Fraction, other: Fraction, part: int = 12) -> bool:
    """J: a headline rounds a figure by no more than a twelfth."""
    return bool(abs(one - other) * part <= max(abs(one), abs(other)))


def _may_be_of_the_head(draft: Draft, first: Mention, one: Mention, words: frozenset[str]) -> bool:
    if not same_kind(first, one) or is_another(draft, one) or scopes_differ(draft, first, one):
        return False
    if first.role is Role.COUNT:
        mine, theirs = modifiers_of(first), modifiers_of(one)
        return same_noun(first, one) and (mine <= theirs or theirs <= mine)
    shared = stems(draft.words(one)) & (words - stems(first.text))
    return len(shared) > (first.role is not Role.PERCENT)


@cue("fact-box")
def fact_box(draft: Draft) -> Iterator[Found]:
    """A line of a fact box and the text give one thing two figures.

    Words: a line "Length: 12.1km", "Cost: £40m", "Pupils: 1,240", and the one figure of the text
        for that: "is 11.2km long", "cost £40m", "1,240 pupils".
    Finding: The Kell tunnel is 11.2km long and took six years to dig.
        \\n
        Length: 12.1km
    Clean: The Kell tunnel is 11.2km long and took six years to dig.
        \\n
        Length: 11.2km
    """
    boxed = {found.end(): found.group(1) for found in _BOX.finditer(draft.text)}
    if not boxed:
        return
    lines = [one for one in draft.figures if one.start in boxed]
    for line in lines:
        label = stems(boxed[line.start])
        if isinstance(line.value, tuple) or line.per or not label:
            continue
        body = [
            one
            for one in draft.figures
            if one not in lines
            and not isinstance(one.value, tuple)
            and not one.per
            and (same_kind(line, one))
            and label & (stems(one.text) | stems(_own_words(draft, one)))
            and not is_another(draft, one)
        ]
        if len({one.value for one in body}) != 1 or not _are_near(line, body[0]):
            continue
        if not _has_changed(draft, body[0], line):
            yield _same(draft, body[0], line)


@cue("age-restated")
def age_restated(draft: Draft) -> Iterator[Found]:
    """One person is given two ages.

    Words: a name with an age behind it, twice: "Dale Orr, 45," and "Mr Orr, 48,".
    Finding: Dale Orr, 45, found the ring. “I dug all day,” said Orr, 54, a plumber.
    Clean: Dale Orr, 45, found the ring. His wife, Ann Orr, 43, cleaned it.
    """
    known: dict[str, tuple[str, Mention]] = {}
    for mention in draft.figures:
        if mention.role is not Role.AGE:
            continue
        found = _NAME_BEFORE.search(draft.text, max(0, mention.start - 50), mention.start)
        if found is None:
            continue
        full = found.group(1)
        last = full.rpartition(" ")[2]
        if last not in known:
            known[last] = full, mention
            continue
        first_name, earlier = known[last]
        if " " not in full or full == first_name:
            yield _same(draft, earlier, mention)


def _same(draft: Draft, earlier: Mention, later: Mention) -> Found:
    first, second = sorted((earlier, later), key=lambda one: one.start)
    return Found(
        second,
        "FC101",
        draft.named(second),
        Comparison.EQUAL,
        draft.named(first),
        (first, second),
        Sure.LIKELY,
        Wording.CHECK,
        f"“{first.text}” here and “{second.text}” there cannot both be the figure",
    )


# Counted again


def _counted_before(draft: Draft, later: Mention) -> Mention | None:
    """The one earlier count of what is now "the 260 marchers"; None if there may be several."""
    of_weight = later.role is Role.AMOUNT and bool(_OF_STUFF.match(draft.after(later, 9)))
    if not (later.role is Role.COUNT or of_weight) or later.per or "-" in later.text:
        return None
    is_pronoun = _all_of_them(draft, later)
    if not later.noun and not is_pronoun and not _AS_NOUN.match(draft.after(later, 12)):
        return None
    if not is_definite(draft, later) or is_another(draft, later):
        return None
    if not of_weight and is_narrowed(draft, later):
        return None
    of_its_own = _POSSESSIVE.search(draft.before(later, 20)) is not None
    start = draft.sentences[max(0, later.sentence - _WHOLE)].start
    before = [one for one in draft.within(start, later.start) if same_kind(one, later)]
    linked = [
        one
        for one in before
        if (later.sentence - one.sentence <= _FAR or _is_mistyped(one, later))
        and _may_be_those(draft, one, later)
    ]
    if len({one.value for one in linked}) != 1 or _is_among(before, later):
        return None
    earlier = linked[0]
    if of_its_own and not _HAS.search(draft.before(earlier, 30)):
        return None
    if later.sentence - earlier.sentence > _FAR:
        before = [one for one in before if same_noun(later, one)]
    if _adds_up(before, earlier, later) or _has_changed(draft, earlier, later):
        return None
    if any(
        rank_of(one.group(1)) == later.value
        for one in _ONE_MORE.finditer(draft.lower, earlier.end, later.start)
    ):
        return None  # "three thieves … a fourth … the four thieves"
    return None if _years_differ(draft, earlier, later) else earlier


def _may_be_those(draft: Draft, earlier: Mention, later: Mention) -> bool:
    if isinstance(earlier.value, tuple) or earlier.per or is_another(draft, earlier):
        return False
    if earlier.sentence == later.sentence:
        return False
    if not _are_near(earlier, later):
        return False
    if _all_of_them(draft, later):
        return are_persons(earlier) and _is_slip_of(earlier, later)
    if not later.noun:
        done = _AS_NOUN.match(draft.after(later, 12))
        assert done is not None
        return stem(done.group(1)) in stems(_own_words(draft, earlier))
    if same_noun(earlier, later) and head_of(earlier) == head_of(later):
        return modifiers_of(later) <= modifiers_of(earlier)
    if same_noun(earlier, later) and are_persons(earlier) and are_persons(later):
        return modifiers_of(later) <= modifiers_of(earlier)
    group = _GROUP_OF.search(draft.before(earlier, 30)) if not earlier.noun else None
    if group and not later.noun_phrase.count(" "):
        members = _MEMBERS.get(group.group(1), _PUBLIC)
        return stem(head_of(later)) in stems(members) or stem(head_of(later)) == stem(
            group.group(1)
        )
    if later.noun_phrase.count(" ") or not (are_persons(earlier) or not earlier.noun):
        return False
    doing = draft.after(earlier, 50)
    return stem(head_of(later)) in stems(doing) and are_persons(later)


def _all_of_them(draft: Draft, later: Mention) -> bool:
    """ "all 163 had been landed": of those told of before, whoever they are."""
    if later.noun or later.role is not Role.COUNT:
        return False
    return draft.before(later, 5).endswith("all ") and bool(
        _VERB_BEHIND.match(draft.lower, later.figure_end)
    )


def _is_slip_of(one: Mention, other: Mention) -> bool:
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return False
    return bool(one.value and other.value) and is_slip(one.value or 0, other.value or 0)


def _years_differ(draft: Draft, earlier: Mention, later: Mention) -> bool:
    first, second = (set(_YEAR.findall(draft.words(one))) for one in (earlier, later))
    return bool(first) and bool(second) and first.isdisjoint(second)


def _own_words(draft: Draft, mention: Mention) -> str:
    """The words close round a figure that are no closer to another."""
    previous, following = draft.previous(mention), draft.following(mention)
    start = max(mention.start - 25, draft.sentence(mention).start, previous.end if previous else 0)
    end = min(mention.end + 25, draft.sentence(mention).end)
    if following is not None:
        end = min(end, following.start)
    behind = draft.lower[mention.end : end].partition(" and ")[0]
    return draft.lower[start : mention.start].rpartition(" and ")[2] + behind


def _is_among(before: Sequence[Mention], later: Mention) -> bool:
    """The same number stood before, of whatever it was: the sentence may have left that out."""
    return any(one.value == later.value for one in before)


def _adds_up(before: Sequence[Mention], earlier: Mention, later: Mention) -> bool:
    """The later count is a sum or difference of counts that were given before."""
    counts = [one.value for one in before[-8:] if not isinstance(one.value, tuple) and one.value]
    total = later.value
    assert not isinstance(total, tuple)
    return any(
        sum(some) == total or max(some) * 2 - sum(some) == total
        for many in (2, 3)
        for some in combinations(counts, many)
    )


# Measured again


def _measured_elsewhere(draft: Draft, adjective: Mention) -> Mention | None:
    """The one other sum or measure of what this is an adjective of: of "the $450,000 fine"."""
    if adjective.role in (Role.PERCENT, Role.AGE) or adjective.per:
        return None
    is_joined = adjective.role is Role.COUNT and bool(adjective.noun) and "-" in adjective.text
    if adjective.role is Role.COUNT and not is_joined and draft.after(adjective, 1) != "-":
        return None
    thing = thing_behind(draft, adjective)
    if not thing or not is_definite(draft, adjective) or is_another(draft, adjective):
        return None
    counted = head_of(adjective) if is_joined else ""
    if adjective.role is Role.COUNT and not is_joined:
        counted, _, thing = thing.partition(" ")
    words = thing.split()
    if not words or words[0] in _NO_THING:
        return None
    heads = {stem(word) for word in words[:2]}
    names = [*words[:2], *(stem(word) for word in words[:2])]
    heads |= {stem(word) for name in names for word in _DONE.get(name, "").split()}
    first = draft.sentences[max(0, adjective.sentence - _FAR)].start
    last = draft.sentences[min(len(draft.sentences) - 1, adjective.sentence + _FAR)].end
    beside = [one for one in draft.within(first, last) if one is not adjective]
    if _is_among(beside, adjective):
        return None
    linked = [one for one in beside if _is_measure_of(draft, one, adjective, heads, counted)]
    if len({one.value for one in linked}) != 1:
        return None
    earlier = linked[0]
    kin = [one for one in beside if same_kind(one, adjective)]
    if _adds_up(kin, earlier, adjective) or _is_of_a_place(draft, adjective, thing):
        return None
    if earlier.role is Role.AMOUNT and _YEAR_OR_MONTH.search(draft.after(earlier, 20)):
        return None
    two = (earlier, adjective) if earlier.start < adjective.start else (adjective, earlier)
    return None if is_another(draft, earlier) or _has_changed(draft, *two) else earlier


def _is_one_of(word: str, heads: set[str]) -> bool:
    """A "footbridge" is a bridge."""
    own = stem(word)
    return own in heads or any(len(head) > 3 and own.endswith(head) for head in heads)


def _is_of_a_place(draft: Draft, adjective: Mention, thing: str) -> bool:
    """ "the 14-hour flight to Perth": one of several."""
    start = draft.lower.find(thing, adjective.end) + len(thing)
    return bool(_OF_PLACE.match(draft.text, start))


def _is_measure_of(
    draft: Draft, one: Mention, adjective: Mention, heads: set[str], counted: str
) -> bool:
    if isinstance(one.value, tuple) or not same_kind(one, adjective):
        return False
    if not _are_near(one, adjective):
        return False
    if counted and not (head_of(one) == counted or draft.after(one, 20).startswith(f"-{counted}")):
        return False
    if one.sentence == adjective.sentence or draft.after(one, 4).startswith(" of "):
        return False
    behind = thing_behind(draft, one)
    is_said_before = one.start < adjective.start
    if is_said_before and heads & {stem(word) for word in behind.split()[:3]}:
        return True
    topic = _AT_THIS.match(draft.after(one, 40))
    if topic and draft.before(one, 4).endswith("at ") and heads & stems(topic.group(1)):
        return True
    bought = _FOR_IT.match(draft.after(one, 60))
    if bought and heads & stems(bought.group(1)):
        return True
    before = draft.before(one, 70)
    before = before[max((found.end() for found in _STOP.finditer(before)), default=0) :]
    subject = [found for found in _WORD.finditer(before) if _is_one_of(found.group(), heads)]
    if not subject:
        return False
    if _PART_OF_IT.search(before, 0, subject[-1].start()):
        return False
    gap = before[subject[-1].end() :]
    if subject[-1].group().endswith("ed") or subject[-1].group() in _VERBS:
        return not _ELSEWHERE.search(gap)
    return bool(_MEASURED_BY.fullmatch(gap) or _NOW.fullmatch(gap))


def _done_for(draft: Draft, later: Mention) -> Mention | None:
    """ "The museum bought the clock for £62,000 … half of the £26,000 it cost": a sum and what was
    done with it, before by a verb of the same family."""
    if later.role not in (Role.MONEY, Role.DURATION, Role.AMOUNT) or later.per:
        return None
    done = _IT_COST.match(draft.after(later, 60))
    if done is None or not draft.before(later, 4).endswith("the "):
        return None
    if _THEN.search(draft.after(later, 60)[done.end() :]):
        return None
    verbs = _SAME_DEED.get(done.group(1))
    start = draft.sentences[max(0, later.sentence - _NEAR_HEAD)].start
    beside = [one for one in draft.within(start, later.start) if same_kind(one, later)]
    linked = [
        one
        for one in beside
        if verbs
        and one.sentence < later.sentence
        and not isinstance(one.value, tuple)
        and verbs.search(draft.before(one, 60))
    ]
    if len(beside) != 1 or not linked or not _are_near(linked[0], later):
        return None
    earlier = linked[0]
    if is_another(draft, earlier) or _has_changed(draft, earlier, later):
        return None
    return earlier


def _lasted(draft: Draft, later: Mention) -> Mention | None:
    """ "It lasted 47 days … During the 74 days": one stretch of time, told of twice."""
    if later.role is not Role.DURATION or later.per or "-" in later.text:
        return None
    if not _DURING.search(draft.before(later, 30)) or is_narrowed(draft, later):
        return None
    if _BEFORE_IT.match(draft.after(later, 12)):
        return None
    start = draft.sentences[max(0, later.sentence - _NEAR_HEAD)].start
    beside = [one for one in draft.within(start, later.start) if same_kind(one, later)]
    if len(beside) != 1 or not _are_near(beside[0], later):
        return None
    earlier = beside[0]
    if earlier.sentence == later.sentence or earlier.unit != later.unit:
        return None
    if not _SO_LONG.search(draft.before(earlier, 30)) or is_another(draft, earlier):
        return None
    return None if _has_changed(draft, earlier, later) else earlier


def _said_again(draft: Draft, later: Mention) -> Mention | None:
    """The one earlier figure of its kind, if enough speaks for both being of one thing: the same
    digits in another order, a definite mention, what the thing is or may be called.
    """
    if later.role is Role.AGE or later.per or is_another(draft, later):
        return None
    definite = _definite_name(draft, later)
    is_all = _ALL_OF_IT.match(draft.after(later, 12))
    if (
        definite is None
        or (is_narrowed(draft, later) and not is_all)
        or _DONE_TO.match(draft.after(later, 30))
    ):
        return None
    if _TO_A_PLACE.match(draft.text, later.end):
        return None
    if _IT_COST.match(draft.after(later, 60)) or _OF_ITS_OWN.match(draft.after(later, 60)):
        return None  # `_done_for` reads that
    start = draft.sentences[max(0, later.sentence - _CLOSE_BY)].start
    before = [one for one in draft.within(start, later.start) if same_kind(one, later)]
    kin = [one for one in before if one.value and _may_be_one(one, later)]
    if _is_among(before, later) or len({one.value for one in kin}) != 1:
        return None
    earlier = kin[0]
    if earlier.sentence == later.sentence or not _are_near(earlier, later):
        return None
    if earlier.hedge in "<>" or is_another(draft, earlier):
        return None
    if not is_running(draft, earlier.start, later.end) or _adds_up(before, earlier, later):
        return None
    if _has_changed(draft, earlier, later) or _years_differ(draft, earlier, later):
        return None
    if _OTHER_ONE.search(draft.lower[earlier.end : later.start][-_BETWEEN:]):
        return None
    own_unit = earlier.unit == later.unit
    first, second = (one.value if own_unit else _size(one) for one in (earlier, later))
    assert not isinstance(first, tuple)
    assert not isinstance(second, tuple)
    if not first or not second:
        return None
    if later.role is Role.MONEY and len(before) == 1 and _TO_PAY.search(draft.before(later, 20)):
        return earlier if _BARE.match(draft.after(later, 20)) else None
    if not is_typed_wrong(first, second):
        return None
    if _tie(draft, earlier, later, definite):
        return earlier
    # the digits alone, where the words name nothing else: "the", and not "its"
    is_same = is_slip(first, second) and not (later.role is Role.COUNT and head_of(later))
    is_same &= later.role is not Role.PERCENT
    if later.role in (Role.MONEY, Role.COUNT) and len(str(later.value).strip("0")) < _SAYS_ENOUGH:
        is_same = _GROUP_OF.search(draft.before(later, 30)) is not None
    return earlier if is_same and not _POSSESSIVE.search(draft.before(later, 20)) else None


def _of_one_event(draft: Draft, later: Mention) -> Mention | None:
    """The one earlier figure of the event that this one is of, in words of one family: "shut for
    five weeks … the eleven-week shutdown", "killed 11 … the 14 who died".
    """
    if later.role not in (Role.COUNT, Role.DURATION, Role.MONEY) or later.per:
        return None
    if isinstance(later.value, tuple) or later.hedge in "<>" or is_another(draft, later):
        return None
    named = _events(_named_event(draft, later))
    if not named or _OF_ANOTHER_TIME.search(_round(draft, later)):
        return None
    thing = thing_behind(draft, later)
    if _TO_A_PLACE.match(draft.text, later.end) or (thing and _is_of_a_place(draft, later, thing)):
        return None
    start = draft.sentences[max(0, later.sentence - _CLOSE_BY)].start
    before = draft.within(start, later.start)
    kin = [
        one
        for one in before
        if one.role is later.role
        and same_kind(one, later)
        and one.sentence < later.sentence
        and not isinstance(one.value, tuple)
        and one.hedge not in "<>"
        and named & _events(_event_of(draft, one))
    ]
    if len(kin) != 1 or _is_among(before, later) or not _are_near(kin[0], later):
        return None
    earlier = kin[0]
    if later.role is Role.COUNT and not _may_be_those_hit(earlier, later):
        return None
    if is_another(draft, earlier) or _OF_ANOTHER_TIME.search(_round(draft, earlier)):
        return None
    alike = [one for one in before if same_kind(one, earlier)]
    if _adds_up(alike, earlier, later) or _years_differ(draft, earlier, later):
        return None
    between = draft.lower[earlier.end : later.start]
    if _ANOTHER_EVENT.search(between) or _has_changed(draft, earlier, later):
        return None
    return earlier


def _round(draft: Draft, one: Mention) -> str:
    return f"{draft.before(one, 60)} \0 {draft.after(one, 60)}"


def _named_event(draft: Draft, later: Mention) -> str:
    """The words that say what a figure is of, where it is of what the reader knows: "the 62
    redundancies announced", "all 64 of the tenants forced out", "an eleven-week shutdown".
    """
    thing = thing_behind(draft, later)
    if later.role is not Role.COUNT or "-" in later.text:
        is_joined = "-" in later.text or draft.after(later, 1) == "-"
        told = is_definite(draft, later) or (is_joined and _A.search(draft.before(later, 4)))
        if thing and told:
            return " ".join(thing.split()[:3])
        around = draft.after(later, 200)
        is_said = later.role is Role.DURATION and _SAID_OF.search(around)
        return is_said.group(1) if is_said else ""
    if not (is_definite(draft, later) or _ALL_THE.match(draft.after(later, 9))):
        return ""
    behind = draft.after(later, 40)
    stop = _CLAUSE_ENDS.search(behind)
    return f"{later.noun_phrase} {thing} {behind[: stop.start()] if stop else behind}"


def _event_of(draft: Draft, earlier: Mention) -> str:
    """The words of the clause of the first figure, nearest to it."""
    before = draft.before(earlier, 70)
    before = before[max((found.end() for found in _STOP.finditer(before)), default=0) :]
    behind = draft.after(earlier, 60)
    stop = _STOP.search(behind)
    return f"{before} {earlier.noun_phrase} {behind[: stop.start()] if stop else behind}"


def _events(words: str) -> frozenset[str]:
    return frozenset(found.lastgroup or "" for found in _EVENT.finditer(words))


def _may_be_those_hit(earlier: Mention, later: Mention) -> bool:
    """One counts what the other does, or jobs by what becomes of them, or leaves it out."""
    first, second = head_of(earlier), head_of(later)
    if not first or not second or same_noun(earlier, later):
        return True
    if are_persons(earlier) and are_persons(later):
        return True
    if are_persons(earlier) and _events(later.noun_phrase.lower()):
        return True
    return first in _JOBS and second in _JOBS


def _definite_name(draft: Draft, later: Mention) -> frozenset[str] | None:
    """The stems of what a figure is said to be of, as of a thing that the reader knows; None if it
    is of something new: "the 168-metre stack", "the walkout lasted 21 days", "the crowd of 580".
    """
    before = draft.before(later, 50)
    if is_definite(draft, later):
        return stems(f"{later.noun_phrase} {thing_behind(draft, later)}")
    found = _OF_THE_THING.search(before)
    return stems(found.group(1)) if found else None


def _may_be_one(earlier: Mention, later: Mention) -> bool:
    """Counts are of one noun, or of persons, or the noun is left out."""
    if isinstance(earlier.value, tuple):
        return False
    if later.role is not Role.COUNT or not head_of(earlier) or not head_of(later):
        return True
    if head_of(earlier) in later.noun_phrase.lower().split()[:-1]:
        return True  # "240 jobs … the 420 job losses"
    return same_noun(earlier, later) or (are_persons(earlier) and are_persons(later))


def _tie(draft: Draft, earlier: Mention, later: Mention, names: frozenset[str]) -> int:
    """How well what the later figure is of goes with the words of the earlier one."""
    known = stems(f"{draft.before(earlier, 90)} {earlier.text} {draft.after(earlier, 60)}")
    if later.role is Role.MONEY and names & _SUMS:
        return 2
    other_names = stems(" ".join(_DONE.get(name, "") for name in names))
    if later.role is Role.COUNT and head_of(later):
        if not head_of(earlier):
            return 0
        modified = modifiers_of(later) - modifiers_of(earlier) - {stem(head_of(earlier))}
        return 0 if modified else 2
    return 2 * bool(known & (names | other_names))


# Both


def _are_near(one: Mention, other: Mention) -> bool:
    """J: one figure for a thing may be wrong by a slip, but not be another order of size, unless
    by noughts alone.
    """
    first, second = one.value, other.value
    if isinstance(first, tuple) or isinstance(second, tuple) or not first or not second:
        return False
    low, high = min(first, second), max(first, second)
    return high <= low * 3 or is_slip(first, second) or high in (low * 10, low * 100, low * 1000)


def is_slip(first: Rational, second: Rational) -> bool:
    """The same digits in another order, 214 and 241, or noughts more or fewer."""
    if first == second or not all(one == int(one * 100) / Fraction(100) for one in (first, second)):
        return False
    ours, theirs = (str(int(one * 100)).rstrip("0") for one in (first, second))
    return sorted(ours) == sorted(theirs)


def _is_mistyped(one: Mention, other: Mention) -> bool:
    """The same digits in another order, or all but one the same."""
    first, second = str(one.value), str(other.value)
    if len(first) != len(second) or len(first) < 2:
        return False
    apart = sum(a != b for a, b in zip(first, second, strict=True))
    return apart == 1 or (apart == 2 and sorted(first) == sorted(second))


def _has_changed(draft: Draft, earlier: Mention, later: Mention) -> bool:
    """The words say that the figure is no longer what it was, or that one of them is no fact."""
    between = draft.lower[earlier.end : later.start]
    if len(between) > 2 * _BETWEEN:
        between = f"{between[:_BETWEEN]}\n{between[-_BETWEEN:]}"
    around = draft.before(earlier, 60) + "\0" + draft.before(later, 60) + "\0"
    behind = draft.after(later, 25) + "\0" + draft.after(earlier, 25)
    return bool(
        _CHANGED.search(between) or _NO_FACT.search(around) or _NO_FACT_BEHIND.search(behind)
    )


_EVENTS = {
    "lay_off": r"redundanc\w+|lay-?offs?|laid off|dismiss\w+|sack\w*|job cuts?|job losses|jobs?"
    r"|posts|shed|axed?|axing|cull|positions",
    "closing": r"clos(?:e|es|ed|ing|ure|ures)|shut(?:s|ting|down|downs|tered)?",
    "driven_out": r"evacu\w+|displac\w+|homeless|forced out|forced from|driven from|driven out"
    r"|drives?|drove|flee(?:s|ing)?|fled|burned out|burnt out|moved out|uprooted|turned out|left"
    r" without homes",
    "death": r"kill(?:s|ed|ing|ings)?|died|dead|deaths?|dies|fatalit\w+|los[te]s? their lives"
    r"|perish\w*|victims|drown\w*",
    "injury": r"injur\w+|hurt|wounded|casualt\w+|hospitali[sz]ed",
    "arrest": r"arrest\w*|detain\w*|custody|rounded up",
    "rescue": r"rescu\w+|saved|plucked|airlifted|survivors?|winched",
    "blackout": r"power (?:was |went )?(?:out|cut|failed)|blackout|outage|without (?:power"
    r"|electricity|light)|power cuts?|lights went out",
    "strike": r"strik(?:e|es|ing)|struck|walk-?outs?|walked out|stoppages?|downed tools|picket\w*",
    "verdict": r"jur(?:y|ors)|deliberat\w+|convict\w*",
    "award": r"award(?:s|ed)?|verdict|payout|damages|judgment|compensation|settlement",
    "ban": r"ban(?:s|ned)?|suspen\w+|barred|disqualif\w+",
    "prison": r"jail\w*|prison|sentenc\w+|imprison\w+|behind bars|term|locked up",
    "wait": r"delay\w*|wait(?:s|ed|ing)?|held up|stranded|late|stuck|trapped|marooned|ordeal",
    "hunt": r"search(?:es|ed|ing)?|hunt(?:s|ed|ing)?|manhunt|looked for",
    "siege": r"siege|stand-?off|barricad\w+|besieg\w+|hostages?",
    "restoring": r"restor\w+|renovat\w+|refurbish\w+|repair\w*|overhaul\w*|rebuil[dt]\w*"
    r"|revamp\w*|resurfac\w+",
    "journey": r"voyage|journey|cross(?:ed|ing)|sail(?:ed|ing)|trip|trek\w*|walk(?:ed)?|drive"
    r"|flight|flew|rode|ride|passage",
    "talks": r"talks|met|meeting|negotiat\w+|summit|hearing|session|debat\w+|sat",
    "surgery": r"surg\w+|operat(?:ion|ed)|theatre|transplant",
    "drought": r"drought|dry spell|without rain|no rain",
    "loan": r"loan|lent|borrow\w*|lend\w*|mortgage",
    "gift": r"gift|donat\w+|gave|given|bequest|bequeath\w+|left|legacy",
    "theft": r"stole\w*|theft|heist|raid|robb\w+|haul|loot|embezzl\w+|took|swindle\w*",
    "fine": r"fin(?:e|es|ed)|penalt\w+|ordered to pay",
    "ransom": r"ransom|kidnap\w*",
    "prize": r"prize|jackpot|won|winnings|windfall",
    "purchase": r"bought|buy|buying|purchas\w+|acqui\w+|takeover|paid",
    "trial": r"trial|tried|court case",
    "contract": r"contract|sign(?:ed|s)|deal",
    "lease": r"lease[sd]?|tenancy|rented",
    "fast": r"fast(?:ed|ing)?|hunger strike|without food",
    "coma": r"coma|unconscious\w*",
    "reign": r"reign(?:ed)?|ruled|throne|rule",
}
_EVENT = regex(
    r"\b(?:" + "|".join(f"(?P<{one}>{words})" for one, words in _EVENTS.items()) + r")\b"
)
"""What happened, by the words that may name it, as a deed or as a thing."""
_JOBS = frozenset(
    "job post position role redundancy lay-off layoff worker employee staff dismissal cut loss"
    " staffer".split()
)
_A = regex(r"\ban? \Z")
_ALL_THE = regex(r" of (?:the|its|their|those)\b")
_CLAUSE_ENDS = regex(r"[.,;:()]| [–—-] |—| (?:and|but|were|was|had|will|are|is|to|by|from)\b")
_SAID_OF = regex(r"[”\"'’]? ?(?:said|says) of (?:the|their|his|her|its) ([a-z]+)")
_OF_ANOTHER_TIME = regex(
    r"\b(?:since|last (?:year|month|week|season|time|spring|summer|autumn|winter)|previous\w*"
    r"|ago|in (?:1[6-9]|20)\d\d|of (?:1[6-9]|20)\d\d|earlier|longest|than|compared|instead|if|would"
    r" have|could have|maximum|minimum|up to|expected|another|second|first|average|typical\w*"
    r"|usual\w*|normal\w*|planned|proposed|similar|rather|record"
    r"|history|concurrent\w*|suspended sentence|each|remaining|nationwide|in the county"
    r"|every year|a year|annual|elsewhere|recent|latest|new|other|further|more|total)\b"
)
_ANOTHER_EVENT = regex(
    r"\b(?:another|a second(?!-)|a third|a further|a similar|separate\w*|meanwhile"
    r"|last (?:year|month"
    r"|week)|previous\w*|ago|elsewhere|different|in a statement on|the other|co-defendant"
    r"|accomplice"
    r"|also (?:jailed|fined|killed|closed|shut|banned)|more|later died|too)\b"
)
_SUMS = stems("deal price bill sum figure cost project scheme plan package contract investment")
_LAST_TIME = regex(r"\b(?:last|previous|earlier that|the same) (?:year|season|month|week|summer)\b")
_OF_ITS_OWN = regex(
    r"-?(?: [a-z-]+){1,2} (?:in|on|at|near|with|from|of|that|which|who|built|beside|across"
    r"|outside)\b"
)
_ALL_OF_IT = regex(r" of (?:it|them)\b")
_BARE = regex(r"[.;]|, [a-z]+ (?:said|says|added)\b|\Z")
_TO_PAY = regex(
    r"\b(?:pay|paid|find|raise|repay|hand over|return|spend|spent|keep|owed?|afford|count"
    r"|bank) the \Z"
)
_SAYS_ENOUGH = 3
_TO_A_PLACE = regex(r"-?(?: [a-z-]+){1,2} to (?:the )?[A-Z]")
_DONE_TO = regex(r" [a-z]+ed (?:for|by|in|to|on|from|at)\b")
_CLOSE_BY = 5
_OTHER_ONE = regex(
    r"\ban? (?:smaller|larger|bigger|longer|shorter|taller|older|newer|earlier|later|lesser|lower"
    r"|upper|second|nearby|neighbou?ring|sister|rival|similar) [a-z]"
)
_OF_THE_THING = regex(
    r"(?:\b(?:the|its|their|his|her|this|that)|[a-z][’']s) ((?:[a-z-]+ )?[a-z-]+)"
    r"(?: of|,| is| was| at| lasted| cost| costs| weighs| weighed| measures| drew| took| stands at"
    r"| came to| will cost)(?: about| some| nearly| around)? \Z"
)
_IT_COST = regex(
    r" (?:that |which )?(?:it|they|he|she|the [\w’'-]+|[\w’'-]+)(?: had| has| have)? (cost|paid"
    r"|raised|owes|owed|stole|won|lost|spent|borrowed|gave|received|earned|made|took|lasted)\b"
)
_SAME_DEED = {
    verb: regex(rf"\b(?:{family})\b(?! \w+ (?:more|less))[^.;]{{0,45}}\Z")
    for family in (
        "cost|costs|bought|paid|pays|price|purchase|spent",
        "raised|collected|donated",
        "owes|owed|debts? of",
        "stole|stolen|took|made off|theft",
        "won|win|prize",
        "lost|loss(?:es)?",
        "borrowed|lent|loan",
        "gave|given|donated|gift",
        "received|awarded|granted|got",
        "earned|made|took",
        "lasted|took|lasts",
    )
    for verb in (
        "cost paid raised owes owed stole won lost spent borrowed gave received earned made took"
        " lasted"
    ).split()
    if re.search(rf"\b{verb}\b", family)
}
"""What was done with a sum, by what may be said of it later; of several families the last."""
_BEFORE_IT = regex(r" (?:before|after|since|leading|up|prior|until|of)\b")
_THEN = regex(
    r"\A[^.;,]{0,25}\b(?:last|in|before|earlier|ago|then|previous\w*|for|on|this|from|by)\b"
)
_DURING = regex(
    r"\b(?:during|over|throughout|in|for|after|of|in all|(?:each|most|half|much) of) (?:all )?"
    r"(?:the|those|these) \Z"
)
_SO_LONG = regex(
    r"\b(?:lasted|lasts|lasting|over|took|spent|ran for|shut for|closed for|went on for|voyage of"
    r"|journey of|strike of|siege of|stay of|trial of|after|in jail for|held for|away for)"
    r"(?: just| only| about| some| nearly| almost| all of)? \Z"
)
_OF_STUFF = regex(r" of (?!the\b|its\b|it\b|that\b|this\b|his\b|her\b|their\b)")
_VERB_BEHIND = regex(r" (?:had|have|has|were|was|are|got|survived|came|went|died|left|will)\b")
_GROUP_OF = regex(
    r"\b(crowd|audience|congregation|attendance|gathering|gate|workforce|staff|population"
    r"|membership|cast|choir|crew|electorate|field|herd|flock|fleet|army|garrison|procession"
    r"|turnout|house|party) (?:of|put at|estimated at|numbering|numbered|was)(?: (?:about|some"
    r"|around|nearly|almost|more than|over|just))? \Z"
)
"""What holds so many without saying of what: "a crowd of 6,300"."""
_PUBLIC = (
    "spectators fans supporters onlookers people listeners concertgoers worshippers mourners"
    " guests marchers"
)
_MEMBERS = {
    "congregation": "worshippers mourners faithful people parishioners guests",
    "workforce": "workers people",
    "staff": "workers people",
    "population": "residents people inhabitants islanders villagers townspeople citizens",
    "membership": "members people",
    "cast": "actors performers players people",
    "choir": "singers voices members",
    "crew": "sailors crewmen men people seamen",
    "electorate": "voters electors people",
    "field": "runners riders horses cyclists athletes golfers swimmers drivers entrants",
    "herd": "animals cows cattle elephants goats bison beasts",
    "flock": "sheep birds ewes animals geese",
    "fleet": "ships boats vessels vehicles buses cars lorries trucks planes aircraft vans",
    "army": "soldiers men troops",
    "garrison": "soldiers men troops",
    "party": "people guests walkers tourists climbers visitors pupils",
}
"""Who they are called later; of others, the public."""
_AS_NOUN = regex(r" (dead|killed|injured|wounded|hurt|arrested|missing|rescued|detained)\b")
_VERBS = frozenset("sold bought pay paid give gave given lent won stole".split())
_DONE = {
    "fine": "pay paid",
    "sale": "fetched",
    "settle": "pay paid",
    "award": "awarded pay paid",
    "payout": "pay paid awarded",
    "ransom": "pay paid",
    "prize": "won",
    "loan": "lent borrowed",
    "theft": "stole",
    "deal": "bought pay paid",
    "purchase": "pay paid",
    "debt": "owes owed",
    "term": "sentence jailed prison jail",
    "takeover": "buy bought pay paid",
    "haul": "stole stolen took",
    "jail": "sentence jailed",
    "ban": "banned suspended",
    "penalty": "fine fined pay",
    "building": "library stadium museum hall school tower centre center hospital theatre house"
    " block station arena church opera gallery headquarters",
    "structure": "bridge tower dam wall pier mast building",
    "vessel": "ship boat ferry yacht tanker trawler liner",
    "ship": "ferry tanker liner vessel freighter cruiser",
    "boat": "ferry yacht trawler vessel barge",
    "span": "bridge viaduct",
    "route": "road path trail walk line",
    "road": "bypass motorway highway",
    "trip": "journey voyage ride",
    "journey": "trip voyage ride crossing trek",
    "walkout": "strike",
    "stoppage": "strike",
    "sum": "grant gift prize award payout",
    "money": "grant gift",
    "grant": "gave given awarded",
    "bill": "cost costs",
    "painting": "canvas portrait picture landscape",
    "plane": "aircraft jet airliner",
    "project": "scheme bridge tunnel railway dam line stadium building",
    "scheme": "project bridge tunnel railway dam line stadium",
}
"""What is done with a sum that is then called so."""
_HEADLINE = 110
_LEAD = 4
"""J: what the headline tells is told within so many sentences."""
_FIRST = 30
_NEAR_HEAD = 3
"""J: a headline takes its figures from the first sentences."""
_BOX = regex(r"(?<=\n)(?:[-•*] )?([A-Z][a-z]+(?: [a-z]+){0,2}): (?=\S)")
_OF_PLACE = regex(r" (?:to|from|in|at|between|near|for) (?:the )?[A-Z]")
_YEAR_OR_MONTH = regex(
    r"\A (?:in|by|last|when|before|after|a (?:year|month)) (?!the\b)|\A (?:at|on) (?:the|her|his"
    r"|its) "
)
_ONE_MORE = regex(
    r"\b(?:a|an|the) (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:th|st"
    r"|nd|rd))\b"
)
_YEAR = regex(r"\b(?:1[6-9]|20)\d\d\b")
_BETWEEN = 400
_WHOLE = 60
_FAR = 8
"""J: sentences over which "the 260 marchers" may still be those of before."""
_POSSESSIVE = regex(r"(?:\b(?:its|their|his|her)|[a-z][’']s?)(?: \w+)? \Z")
_HAS = regex(r"\b(?:has|have|had|with|employs|employed|of|houses|housed|owns|owned|runs|ran"
                  r"|keeps|operates|carries|carrying|carried)(?: \w+)? \Z")  # fmt: skip
_CHANGED = regex(
    r"\b(?:revised|corrected|initially|at first|first thought|originally|previously|on appeal"
    r"|reduced|trimmed|raised|increased|upgraded|rose to|risen|grew|grown|fell to|fallen"
    r"|dropped|dwindled|swelled|joined|since then|by then|instead|up from|down from|halved|doubled"
    r"|compared with|after an appeal|(?:was|were|been) (?:cut|reduced|lowered|commuted|quashed)"
    r"|extended|shortened|widened|cut to|(?:a|the) second(?!-)|a third|another one|a new one"
    r"|the other|a year earlier|last time|expanded)\b"
)
_NO_FACT = regex(
    r"\b(?:maximum|minimum|limit|sought|asked for|demanded|claimed|target|estimate|estimated|could"
    r"|offered|bid|initial|original|previous|proposed|average|mean|median|each(?! of the)|apiece|if"
    r"|forecast|capacity|than|per)\b[^\0]*\0"
)
_NO_FACT_BEHIND = regex(r"\A (?:each|apiece|a head|too|more|less|short)\b")
_STOP = regex(r"[;:()\n]| (?:and|but|while) ")
_WORD = regex(r"[a-z][a-z'’]{2,}")
_AT_THIS = regex(r", (?:the|its|this) ((?:[a-z’'-]+ ?){1,3})")
_FOR_IT = regex(r" for (?:the|an?|its|his|her|their) ((?:[a-z'’-]+ ?){1,3})")
_ELSEWHERE = regex(r"\b(?:from|off|along|by|towards?|into|past|after|about|over|half)\b")
_PART_OF_IT = regex(
    r"\b(?:general|fund|operating|capital|reserve|marketing|maintenance|staff|interim|annual"
    r"|monthly|weekly|school|schools|police|highways?|roads?|water|library|training|travel) \Z"
)
"""Of "the general fund budget": a part of the budget, or that of one time."""
_MEASURED_BY = regex(
    r"(?:,? [\w’'-]+){0,5}(?:,| (?:is|was|be|been|now|of|at|for|costs?|costing|worth|lasted|lasts"
    r"|lasting|spans"
    r"|spanned|stretches|runs?|ran|measures|measuring|measured|totall?ed|totals|weighs|weighing"
    r"|weighed"
    r"|covers|covering|covered|stands|standing|stood|reached|took|takes|to)) "
)
_NOW = regex(r", (?:now |already |some |about |nearly )?")
_NO_THING = frozenset(
    "year years month months week weeks day days hour hours minute minutes mark figure total sum "
    "level average limit target estimate budget share part portion".split()
) - {"budget", "total", "figure"}  # fmt: skip
_NAME_BEFORE = regex(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof)\.? )?((?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+), (?:aged )?\Z"
)
