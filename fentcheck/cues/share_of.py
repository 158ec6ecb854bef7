from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from fentcheck.cues.alike import (
    FAR,
    are_persons,
    beside,
    content,
    head,
    is_amount,
    is_compared,
    is_share,
    may_count_same,
    of_one_unit,
    same_head,
    same_noun,
    size,
    stem,
    words_round,
)
from fentcheck.cues.before_after import is_percentage_change
from fentcheck.cues.closing import is_of_the_rest
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.fit import (
    VAGUE,
    is_bound,
    is_nearer,
    is_slip,
    like,
    one_thing,
    only_fitting,
    sized,
    thing,
)
from fentcheck.cues.same import is_another
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Named, Operator, Quoted, operation
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.nouns import PERSONS, singular
from fentcheck.units.unit import NUMBER


@cue("share-of")
def share_of(draft: Draft) -> Iterator[Found]:
    """A share of a whole, where the part and the whole are printed as well.

    Words: a part that stands beside its share ("702, or 36 percent", "36 percent (702)"); a part
    of a whole ("62 of the 900 trucks", "1,020 out of 6,100") with a share right behind it; a share
    of a whole ("a quarter of the 96 bridges") with the part in the next sentences ("those 61").
    The whole may stand some sentences away, if it counts the same noun.
    Finding: Of 2,340 pupils who sat the test in May, 702, or 36 percent, fell short of it.
    Clean: Of 2,340 pupils who sat the test in May, 702, or 30 percent, fell short of it.
    """
    for share in draft.figures:
        if is_share(share) and not is_no_share(draft, share):
            is_of_what_follows = _MADE_UP.search(draft.before(share))
            for found in _said(draft, share):
                whole = found.figures[0]
                if is_of_what_follows and whole.start < share.start:
                    continue
                if is_of_the_rest(draft, share, whole):
                    continue
                is_part = found.sure is not Sure.GUESS and has_own_share(draft, share, whole)
                yield found._replace(sure=Sure.GUESS) if is_part else found


def has_own_share(draft: Draft, share: Mention, whole: Mention) -> bool:
    """A share of its own stands beside what may be a whole: of "Cree 17,215 (0.5%), Dutch 1,020
    (0.1%)" neither is a part of the other; but for "of those 17,215".
    """
    if whole_bound(draft, share) is whole or _OF_WHOLE.search(draft.before(whole, 40)):
        return False
    for one, other in (
        (whole, draft.following(whole)), (draft.previous(whole), whole)
    ):  # fmt: skip
        if one is None or other is None or share in (one, other):
            continue
        if one.sentence != other.sentence or not is_share(one if other is whole else other):
            continue
        words = draft.lower[(one.figure_end if one is whole else one.end) : other.start]
        if _BESIDE.fullmatch(draft.lower, one.end, other.start) or _OWN_SHARE.fullmatch(words):
            return True
    return False


def _said(draft: Draft, share: Mention) -> Iterator[Found]:
    """What the words round one share say; the whole is the first of their figures."""
    apposed = list(_apposed(draft, share))
    wholes = list(_wholes(draft, share, [part for part, _ in apposed]))
    parts = apposed or list(_named_again(draft, share, wholes))
    yield from _fitting(draft, share)
    yield from _pairs(draft, share)
    yield from _rate_named(draft, share)
    yield from _of_a_sum(draft, share)
    if wholes and wholes[0].sure is Sure.SAID:
        yield from _of_those(draft, share, wholes[0].figure)
        if not parts:
            yield _implied(draft, share, wholes[0].figure)
    for part, sure in parts:
        for whole, how_sure in wholes:
            least = min(sure, how_sure)
            if part is whole or not of_one_unit(part, whole):
                continue
            if least is Sure.SAID or size(part) < size(whole):
                yield share_is(draft, share, part, whole, least)


# A part and a whole that fit, whatever the words


class Parted(NamedTuple):
    """A part and what it may be a part of; `is_said` if the words say so, too."""

    part: Mention
    whole: Mention
    is_said: bool


def _fitting(draft: Draft, share: Mention) -> Iterator[Found]:
    """ "Of 460 ewes scanned 69 were barren. A rate of 25 per cent is the worst in years": the only
    part and whole of one thing near the share, which miss it as slips do, if they miss it.
    """
    phrase = share.phrase
    if phrase is None or phrase.form in (Form.MAJORITY, Form.MINORITY) or not share.value:
        return
    stated = Fraction(size(share))
    if phrase.form is Form.ONE_IN and isinstance(share.value, tuple):
        stated = Fraction(share.value[0]) / share.value[1]
    if not 0 < stated < 1:
        return
    near = sorted(
        (one for one in beside(draft, share, 2) if _may_be_parted(draft, one)),
        key=lambda one: abs(one.start - share.start),
    )[:_MOST_BESIDE]
    fitting = [
        (one, other)
        for one, other in combinations(near, 2)
        for part, whole in [sorted((sized(draft, one), sized(draft, other)))]
        if is_slip(part / whole, stated)
    ]
    if not fitting:
        return
    own_part, own_whole = _part_beside(draft, share), whole_bound(draft, share)
    pairs = [
        parted
        for one, other in fitting
        if (parted := _parted(draft, share, one, other))
        and own_part in (None, parted.part)
        and own_whole in (None, parted.whole)
    ]
    rivals = [
        one for one in draft.beside(share, 2) if is_share(one) and not is_no_share(draft, one)
    ]
    said = [one for one in pairs if one.is_said]
    said = [one for one in said if _COMES_TO.search(draft.before(one.part, 70))] or said
    said = [
        one
        for one in said
        if not any(
            is_nearer(rival, share, (one.part, one.whole))
            and _is_part_said(draft, rival, one.part, one.whole)
            for rival in rivals
            if rival is not share
        )
    ]
    only = only_fitting(said, lambda each: (each.part, each.whole), share, ())
    for each in pairs:
        sure = Sure.LIKELY if each == only else Sure.GUESS
        yield share_is(draft, share, each.part, each.whole, sure)


def _part_beside(draft: Draft, share: Mention) -> Mention | None:
    """The figure that its share is apposed to: "15,600, or 40 per cent", "two fifths, 25,200,"."""
    one = draft.previous(share)
    is_here = one is not None and one.sentence == share.sentence
    if one and is_here and _APPOSED.fullmatch(draft.lower, one.end, share.start):
        return one
    other = draft.following(share)
    is_here = other is not None and other.sentence == share.sentence
    if other and is_here and _CLOSED.match(draft.lower, other.figure_end):
        is_apposed = _SET_BEHIND.fullmatch(draft.lower, end_of(draft, share), other.start)
        return other if is_apposed else None
    return None


def whole_bound(draft: Draft, share: Mention) -> Mention | None:
    """ "Half the squad of 26", "a quarter of the region's 96 bridges", "40 percent of 62,000"."""
    other = draft.following(share)
    if other is None or other.sentence != share.sentence:
        return None
    words = draft.lower[share.figure_end : other.start]
    return other if " of " in words and _BOUND_TO.fullmatch(words) else None


def _may_be_parted(draft: Draft, one: Mention) -> bool:
    return (
        (is_amount(one) or (one.role is Role.COUNT and bool(one.per) and one.phrase is not None))
        and not isinstance(one.value, tuple)
        and not is_compared(draft, one)
        and not is_bound(draft, one)
        and not _AGED.search(draft.before(one, 30))
        and (one.role is not Role.COUNT or size(one) == int(size(one)))
        and size(one) > 0
    )


def _parted(draft: Draft, share: Mention, one: Mention, other: Mention) -> Parted | None:
    part, whole = sorted((one, other), key=lambda each: sized(draft, each))
    if sized(draft, part) == sized(draft, whole) or part.per:
        return None
    follows = share.start < part.start and _THAT_MEANS.search(draft.before(part, 40))
    are_counts = part.role is whole.role is Role.COUNT
    rate = _SUCH_RATE.search(draft.before(share, 40))
    is_own_rate = are_counts and rate is not None and stem(rate.group(1)) == stem(head(part))
    if not (one_thing(draft, one, other) or is_own_rate or (follows and are_counts)):
        return None
    is_far = not (whole.noun and _OF_THOSE_ONES.search(draft.before(part, 40)))
    if abs(part.sentence - whole.sentence) > 2 - is_far or is_another(draft, part):
        return None
    if part.role is Role.MONEY and head(share) and share.noun != whole.noun:
        return None
    if Role.AMOUNT is part.role is whole.role and part.unit_name != whole.unit_name:
        return None
    if is_own_rate:
        return Parted(part, whole, not are_apart(draft, share, part, whole))
    is_spelled_out = share.end < min(part.start, whole.start) and _COLON.fullmatch(
        draft.lower, share.figure_end, min(part.start, whole.start)
    )
    if is_spelled_out and (
        _OF.fullmatch(draft.between(part, whole)) or _OF_WHOLE.search(draft.before(whole, 40))
    ):
        return Parted(part, whole, not are_apart(draft, share, part, whole))
    is_said = _has_base(draft, share, whole) and _is_part_said(draft, share, part, whole)
    return Parted(part, whole, is_said)


def _has_base(draft: Draft, share: Mention, whole: Mention) -> bool:
    """What the share is said to be of, if anything, is what the whole counts."""
    said = _OF_BASE.match(draft.lower, end_of(draft, share))
    if like(draft, whole).role is Role.MONEY and _CHARGE.search(words_round(draft, share)):
        return True
    if said is None and head(share):
        return not thing(draft, whole) or same_head(thing(draft, whole), head(share))
    if said is None:
        return _is_subject_of(draft, share, whole)
    if base_noun(draft, share) == _THOSE_ASKED or _PRONOUNS.match(said.group(1)):
        return True
    base, counted = head(share) or base_noun(draft, share), thing(draft, whole)
    if base.endswith(("'s", "’s")) or base in _COLLECTIVE:
        return whole_bound(draft, share) in (None, whole)
    if base and counted and (same_head(counted, base) or are_persons(counted, base)):
        return True
    if whole.role is Role.COUNT and counted and base:
        return False
    words = draft.before(whole, 60) + " " + draft.lower[whole.start : whole.end + 40]
    return bool(content(said.group(1)) & content(words)) or whole_bound(draft, share) is whole


def _is_subject_of(draft: Draft, share: Mention, whole: Mention) -> bool:
    """ "It has 420 beds, and 92 per cent were in use": of the beds, since nothing else is said."""
    if whole.role is not Role.COUNT or not _DOES.match(draft.after(share)):
        return True
    before = [one for one in beside(draft, share, 1) if one.start < share.start and one.noun]
    counts = [one for one in before if one.role is Role.COUNT]
    return not counts or same_head(head(counts[-1]), thing(draft, whole) or head(counts[-1]))


def _is_part_said(draft: Draft, share: Mention, part: Mention, whole: Mention) -> bool:
    """The words have one as part of the other, and the share as theirs."""
    if is_compared(draft, share) or is_bound(draft, share) or is_percentage_change(draft, share):
        return False
    if _OF_WHOLE.search(draft.before(part, 40)) or are_apart(draft, share, part, whole):
        return False
    if like(draft, part).role is Role.MONEY:
        if _is_rate(draft, share, part, whole) and whole.start < part.start:
            return bool(_OF_WHOLE.search(draft.before(whole, 40)))
        comes_to = _COMES_TO.search(draft.before(part, 70))
        return bool(comes_to or _CHARGE.search(words_round(draft, share)))
    if _THAT_MEANS.search(draft.before(part, 40)):
        return True
    if _is_rate(draft, share, part, whole):
        return _is_parted_off(draft, share, part, whole)
    between = draft.between(share, part)
    if share.start < part.start and (
        _ALL.search(draft.before(part, 20))
        or _THOSE.search(draft.before(part, 20))
        or _WHO_DID.match(draft.after(part, 30))
    ):
        return True
    if share.start < part.start and _COLON.fullmatch(between):
        return True
    nouns = content(f"{head(part)} {head(whole)} {head(share)}")
    behind = [one for one in (part, whole) if one.start > share.start]
    nearest = min(behind, key=_place, default=part)
    said = content(_NEXT.split(_clause(draft, share, nearest))[0]) - nouns
    ahead = draft.before(part, 40)
    if share.end <= part.start:
        ahead = ahead[max(0, len(ahead) - (part.start - share.end)) :]
    own = content(_clause(draft, part, share) + " " + _CLAUSE_END.split(ahead)[-1]) - nouns
    return bool(said & own) and _is_parted_off(draft, share, part, whole)


def are_apart(draft: Draft, share: Mention, part: Mention, whole: Mention) -> bool:
    """The share is of another time or place than the figures."""
    mine, theirs = (set(_TIME.findall(words_round(draft, one))) for one in (share, part))
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    if not mine and whole.sentence != part.sentence and _IN_A_YEAR.search(words_round(draft, part)):
        return True
    return bool(_ELSEWHERE_NEAR.search(_clause(draft, share, share)))


def _is_rate(draft: Draft, share: Mention, part: Mention, whole: Mention) -> bool:
    """The share says nothing of its own, but sums up what stands before it: "a rate of 25 per
    cent", "that is one in five", "40 percent of the 62,000".
    """
    if part.start > share.start or (
        whole.start > share.start and whole_bound(draft, share) is not whole
    ):
        return False
    if share.sentence - max(part.sentence, min(whole.sentence, share.sentence)) > 1:
        return False
    start = min(part.start, whole.start)
    stop = _STOP.search(draft.text, share.end, draft.sentence(share).end)
    end = stop.start() if stop else share.end
    if "\n" in draft.text[start : share.end] or _ELSEWHERE.search(draft.text, share.end, end):
        return False
    before = draft.before(share, 50)
    named = _RATE_OF.search(before)
    if named:
        return not named.group(1)
    if _OF_ALL.match(draft.lower, end_of(draft, share)):
        return True
    if whole_bound(draft, share) is whole or _SUMS_UP_HERE.search(before):
        return True
    return before.strip("\"“‘'—– ") in ("", "at") and bool(
        _CLOSED.match(draft.lower, share.figure_end)
    )


def _is_parted_off(draft: Draft, share: Mention, part: Mention, whole: Mention) -> bool:
    """One is said to be a part of the other: by "of", by an ellipsis, as one that is known."""
    is_of_them = bool(_OF_THEM.match(draft.after(part, 20)) or _OF_WHOM.search(draft.before(part)))
    is_behind = share.start < part.start and whole.start < part.start
    is_of_the_share = share.sentence == whole.sentence and whole.start - share.end < _RIGHT_BEHIND
    if is_of_them and is_behind and is_of_the_share:
        return False  # "half the squad of 26 … 11 of them": of the half
    is_elliptic = part.role is not Role.COUNT or head(part) in VAGUE
    is_opened = whole_bound(draft, share) is not whole and bool(
        _OF_WHOLE.search(draft.before(whole, 40))
    )
    if is_of_them or (is_opened and whole.start < part.start and is_elliptic):
        return True
    if whole.start > part.start:
        return is_elliptic or bool(_WHOLE_THEN.search(draft.before(whole, 30)))
    is_definite = bool(_DEFINITE.search(draft.before(part)))
    if is_definite and _PLACED.match(draft.after(part)):
        return False  # "the 18 on the top floor"
    return is_elliptic or (same_noun(part, whole) and (is_definite or is_opened))


class Candidate(NamedTuple):
    figure: Mention
    sure: Sure


def is_no_share(draft: Draft, share: Mention) -> bool:
    """A change, a price of money, or a share of something that has no count: "half of that"."""
    is_of_that = bool(_OF_THAT.match(draft.lower, end_of(draft, share)))
    return is_of_that or is_change_or_price(draft, share)


def is_change_or_price(draft: Draft, share: Mention) -> bool:
    """ "Up 12 percent", "3 percent interest", "half as many": no share of anything."""
    if _AS_MANY.match(draft.after(share)):
        return True
    return bool(_CHANGE_BEFORE.search(draft.before(share, 40))) or bool(
        _CHANGE_BEHIND.match(draft.after(share, 30))
    )


# A part of a whole, with its share right behind


def _pairs(draft: Draft, share: Mention) -> Iterator[Found]:
    """ "62 of the 900 trucks inspected over three days, just under 7 percent, were ordered off"."""
    near = [one for one in beside(draft, share) if is_amount(one)]
    if _SUMS_UP.fullmatch(draft.before(share)):
        near = [one for one in beside(draft, share, 1) if one.end < share.start and is_amount(one)]
        pairs = [pair for pair in pairwise(near) if _OF.fullmatch(draft.between(*pair))]
        for part, whole in pairs[-1:]:
            if of_one_unit(part, whole):
                yield share_is(draft, share, part, whole, Sure.LIKELY)
    for part, whole in pairwise(near):
        if not of_one_unit(part, whole) or not _OF.fullmatch(draft.between(part, whole)):
            continue
        is_behind = share.start > whole.start
        words = draft.lower[whole.end : share.start] if is_behind else draft.between(share, part)
        is_said = _SET_BEHIND.fullmatch(words) and not is_behind and _side_of_half(share)
        if _BESIDE.fullmatch(words) or is_said:
            yield share_is(draft, share, part, whole, Sure.SAID)
        elif is_behind and (
            (_APART.fullmatch(words) and _closes(draft, share)) or _NAMES_SHARE.fullmatch(words)
        ):
            yield share_is(draft, share, part, whole, Sure.LIKELY)


def _rate_named(draft: Draft, share: Mention) -> Iterator[Found]:
    """ "Of 1,450 jars 87 had been thinned. That failure rate, 12 per cent,".

    It is "that rate", "a reject rate", "the share"; not one of a place or time of its own.
    """
    before = draft.before(share, 50)
    named = _RATE_BEFORE.search(before)
    behind = _RATE_BEHIND.match(draft.after(share, 30)) if _AT.search(before) else None
    if not (named or behind):
        return
    is_that = bool(named and named.group(1) in ("that", "this"))
    if not is_that and _ELSEWHERE.search(draft.text, share.end, draft.sentence(share).end):
        return
    start = draft.sentences[max(0, share.sentence - 1)].start
    near = draft.within(max(start, share.start - FAR), share.start)
    amounts = [one for one in near if is_amount(one)]
    found = [pair for pair in pairwise(amounts) if _is_pair(draft, *pair)]
    if len(found) == 1:
        part, whole = sorted(found[0], key=size)
        yield share_is(draft, share, part, whole, Sure.LIKELY)


def _is_pair(draft: Draft, one: Mention, other: Mention) -> bool:
    """The first is the whole of the second, or the second of the first."""
    if not of_one_unit(one, other) or one.role is not Role.COUNT:
        return False
    words = draft.lower[one.end : other.start]
    if _OF.fullmatch(words):
        return size(one) < size(other)
    if size(other) >= size(one) or (head(other) and head(other) != head(one)):
        return False
    if _OF_WHOLE.search(draft.before(one, 40)):
        return words.endswith(", ") and len(words) < _LONGEST_OPENING
    return bool(_OF_WHOM.search(words) or _AND_SENT.search(words)) and not head(other)


def _of_a_sum(draft: Draft, share: Mention) -> Iterator[Found]:
    """ "2 per cent of its turnover. With sales of £48m, that should bring the library £2.4m"."""
    base = _OF_MONEY.match(draft.lower, end_of(draft, share))
    group = next((one for one in _SUMS if base and base.group(1) in one), None)
    if group is None:
        return
    first, last = share.sentence, min(len(draft.sentences) - 1, share.sentence + 2)
    start, end = draft.sentences[first].start, draft.sentences[last].end
    money = [
        one
        for one in draft.within(max(start, share.start - FAR), min(end, share.end + FAR))
        if one.role is Role.MONEY and is_amount(one) and not is_compared(draft, one)
    ]
    wholes = [one for one in money if _is_sum_of(draft, one, group)]
    parts = [one for one in money if one not in wholes and _COMES_TO.search(draft.before(one, 70))]
    if len(wholes) == len(parts) == 1 and of_one_unit(parts[0], wholes[0]):
        part, whole = parts[0], wholes[0]
        share_left = 1 - Fraction(size(share))
        if abs(Fraction(size(part), 1) - share_left * size(whole)) * 50 < size(whole):
            return  # what is left to the other side
        if whole.start < part.start and not _YEARS.search(draft.words(part)):
            yield share_is(draft, share, part, whole, Sure.LIKELY)


def _is_sum_of(draft: Draft, one: Mention, group: frozenset[str]) -> bool:
    before = _SUM_BEFORE.search(draft.before(one, 50))
    if before and before.group(1) in group:
        return True
    behind = _SUM_BEHIND.match(draft.after(one, 40))
    return bool(behind and behind.group(1) in group)


def _closes(draft: Draft, share: Mention) -> bool:
    """The share stands between commas, brackets or dashes, or ends its sentence."""
    return bool(_CLOSED.match(draft.after(share, 20)))


# Wholes


def _wholes(draft: Draft, share: Mention, parts: list[Mention]) -> Iterator[Candidate]:
    """What the share may be of, the surest first: behind its "of", or by its noun."""
    direct = whole_behind(draft, share)
    if direct is not None:
        yield Candidate(direct, Sure.SAID)
        return
    base = base_noun(draft, share)
    around = [one for one in beside(draft, share, NEAR) if is_amount(one)]
    opened = [one for one in around if _opens_whole(draft, one, share)][-1:]
    for one in opened:
        yield Candidate(one, Sure.SAID if not base or is_of_noun(one, base) else Sure.GUESS)
    others = [one for one in around if one not in opened and one not in parts]
    if base:
        for one in others:
            if is_of_noun(one, base) or (base == _THOSE_ASKED and head(one) in PERSONS):
                yield Candidate(one, Sure.GUESS if is_compared(draft, one) else Sure.LIKELY)
        return
    before = [one for one in others if one.start < share.start]
    nearest = max((one for one in before if _is_near(one, share)), default=None, key=_place)
    for one in before:
        is_likely = one is nearest and not opened and not is_compared(draft, one)
        yield Candidate(one, Sure.LIKELY if is_likely else Sure.GUESS)


def _place(mention: Mention) -> int:
    return mention.start


def _is_near(one: Mention, share: Mention) -> bool:
    return share.sentence - one.sentence < NEAR


def whole_behind(draft: Draft, share: Mention) -> Mention | None:
    """ "a quarter of the region's 96 road bridges"."""
    following = draft.following(share)
    if following is None or following.sentence != share.sentence or not is_amount(following):
        return None
    words = draft.lower[end_of(draft, share) : following.start]
    return following if _TO_WHOLE.fullmatch(words) else None


def end_of(draft: Draft, share: Mention) -> int:
    """Where a share ends, its percent sign included and its noun not."""
    sign = _PERCENT.match(draft.lower, share.figure_end)
    return sign.end() if sign else share.figure_end


def _opens_whole(draft: Draft, one: Mention, share: Mention) -> bool:
    """ "Of 2,340 pupils who sat the test, 702, or 36 percent"."""
    return (
        one.sentence == share.sentence
        and one.start < share.start
        and bool(_OF_WHOLE.search(draft.before(one, 40)))
        and share.start - one.end < _LONGEST_OPENING
    )


def base_noun(draft: Draft, share: Mention) -> str:
    """The head noun behind the "of" of a share: "18 per cent of farms in the province"."""
    if share.noun:
        return head(share)
    if _OF_THOSE_ASKED.match(draft.lower, end_of(draft, share)):
        return _THOSE_ASKED
    match = _BASE.match(draft.lower, end_of(draft, share), end_of(draft, share) + 80)
    if match is None:
        return ""
    return singular(match.group(1))


def is_of_noun(one: Mention, base: str) -> bool:
    noun = head(one)
    return bool(noun) and (same_head(noun, base) or are_persons(noun, base))


# Parts


def _named_again(draft: Draft, share: Mention, wholes: list[Candidate]) -> Iterator[Candidate]:
    """A part that is no neighbour of its share, where the words say that it is the one."""
    if not wholes:
        return
    whole, sure = wholes[0]
    knows_whole = sure is Sure.SAID or bool(base_noun(draft, share))
    for one in beside(draft, share, NEAR):
        if one.role is not Role.COUNT or not is_amount(one) or is_compared(draft, one):
            continue
        if one is whole or not (knows_whole or same_noun(one, whole)):
            continue
        if _is_named_again(draft, one, share, whole) and not _is_of_other_time(draft, one, share):
            yield Candidate(one, Sure.LIKELY)


def _apposed(draft: Draft, share: Mention) -> Iterator[Candidate]:
    """ "702, or 36 percent"; "some 55 per cent, or 226,"; "36 percent (702)"."""
    whole = whole_behind(draft, share)
    behind = draft.following(whole) if whole is not None else None
    if (
        whole is not None
        and behind is not None
        and is_amount(behind)
        and _SET_OFF.fullmatch(draft.between(whole, behind))
        and _CLOSED.match(draft.after(behind, 20))
    ):
        yield Candidate(behind, Sure.LIKELY)
    for one, other in ((draft.previous(share), share), (share, draft.following(share))):
        if one is None or other is None or one.sentence != other.sentence:
            continue
        part = one if other is share else other
        if part is whole or not is_amount(part) or _OF_WHOLE.search(draft.before(part, 40)):
            continue
        words = draft.lower[one.end : other.start].removeprefix(" of them")
        start_words = draft.lower[one.figure_end : other.start]
        if _BESIDE.fullmatch(words) or _BESIDE.fullmatch(start_words):
            yield Candidate(part, Sure.SAID)
        elif (words in _SETS_OFF and _CLOSED.match(draft.after(other, 20))) or (
            other is share
            and (_names_share(draft, share, start_words) or _is_put_as(draft, part, share, whole))
        ):
            yield Candidate(part, Sure.LIKELY)


def _is_put_as(draft: Draft, part: Mention, share: Mention, whole: Mention | None) -> bool:
    """ "48mm as 60% of the average of 60mm": a measure, and its share of a level that is named."""
    if whole is None or part.role is not Role.AMOUNT or part.unit_name != whole.unit_name:
        return False
    if is_compared(draft, part) or is_bound(draft, part) or isinstance(part.value, tuple):
        return False
    if part.phrase is None or part.phrase.is_change or part.per != whole.per:
        return False
    if _ADDED.search(draft.before(part, 30)) or sized(draft, whole) <= 0:
        return False
    ratio = sized(draft, part) / sized(draft, whole)
    return is_slip(ratio, Fraction(size(share))) and bool(
        _OF_LEVEL.fullmatch(draft.lower, end_of(draft, share), whole.start)
        and _PUT_AS.fullmatch(draft.lower, part.end, share.start)
    )


def _names_share(draft: Draft, share: Mention, words: str) -> bool:
    """ "1,200 of them won a prize, a rate of one in 40"; "12 of them inadequate, 16 per cent."."""
    if _NAMES_SHARE.fullmatch(words):
        return True
    is_part = words.startswith((" of them ", " of those "))
    return is_part and bool(_APART.fullmatch(words)) and _closes(draft, share)


def _is_named_again(draft: Draft, one: Mention, share: Mention, whole: Mention) -> bool:
    """A count is the part that the share speaks of: "all 61 of those bridges", "the 9 left"."""
    if not of_one_unit(one, whole):
        return False
    behind = draft.lower[one.figure_end : one.figure_end + 60]
    before = draft.before(one, 30)
    said = content(_clause(draft, share, one))
    own = content(_clause(draft, one, share))
    if one.sentence != share.sentence:
        own |= content(draft.before(one, 40))
    if not may_count_same(one, whole):
        qualities = content(one.noun_phrase.lower()) - {stem(head(one))}
        return bool(_THE.search(before) and qualities & said)
    if one.start > share.start and whole.start < one.start:
        if _THOSE.search(before) and head(one):
            return True
        if _OF_THOSE.match(behind) and before.endswith("all "):
            return True
    if head(whole) in _VOTES and head(one) in ("", *_VOTES):
        return bool(_names(draft, one) & _names(draft, share))
    if whole.sentence != share.sentence:
        own -= content(_CLAUSE_END.split(_clause(draft, whole, one))[0])
    nouns = content(f"{head(one)} {head(whole)} {head(share)}")
    shared = (own & said) - nouns
    qualities = content(one.noun_phrase.lower()) - nouns
    if not (_THE.search(before) or qualities & said):
        clause = content(_CLAUSE_END.split(_clause(draft, one, share))[0]) - nouns
        if not clause <= content(words_round(draft, share)):
            return False
    follows = _OF_THEM.match(behind) or draft.previous(one) is whole
    enough = 1 if follows or head(one) else 2
    return len(shared) >= enough


def _is_of_other_time(draft: Draft, one: Mention, share: Mention) -> bool:
    """Both sentences name days, months or years, and not the same."""
    mine, theirs = (set(_TIME.findall(words_round(draft, figure))) for figure in (one, share))
    if not theirs and _IN_A_YEAR.search(words_round(draft, one)):
        return True
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _names(draft: Draft, one: Mention) -> set[str]:
    """The names that stand before a figure: "Mayor Ana Voss won with 58 percent"."""
    start = max(draft.sentence(one).start, one.start - 70)
    return set(_NAME.findall(draft.text, start, one.start)) - _TITLES


def _clause(draft: Draft, one: Mention, other: Mention) -> str:
    """The words behind a figure, as far as the other."""
    end = min(draft.sentence(one).end, one.figure_end + 110)
    return draft.lower[one.figure_end : min(end, other.start) if other.start > one.start else end]


def _of_those(draft: Draft, share: Mention, whole: Mention) -> Iterator[Found]:
    """ "One in eight of the 3,200 hives died. Some 300 of those hives": no more than an eighth."""
    for one in beside(draft, share, 1):
        behind = _OF_THOSE_NOUN.match(draft.lower, one.figure_end)
        if behind and one.start > whole.start and is_amount(one) and head(one) and share.noun:
            most = operation(Operator.MULTIPLY, draft.named(share), draft.named(whole))
            figures = (share, whole, one)
            yield Found(
                one, "FC303", draft.named(one), Comparison.AT_MOST, most, figures, Sure.LIKELY
            )


def share_is(draft: Draft, share: Mention, part: Mention, whole: Mention, sure: Sure) -> Found:
    of: Named | Quoted = draft.named(whole)
    if whole.per and not part.per and whole.phrase is not None:
        of = Quoted(whole.phrase._replace(unit=NUMBER))
    if part.role is not whole.role:
        of = draft.named_as(whole, part)
    computed = operation(Operator.SHARE, draft.named_as(part, whole), of)
    side = _side_of_half(share)
    if side is not None:
        half = operation(Operator.MULTIPLY, Exact(Fraction(1, 2)), draft.named(whole))
        return Found(share, "FC303", draft.named(part), side, half, (whole, share, part), sure)
    return Found(
        share, "FC303", draft.named(share), Comparison.EQUAL, computed, (whole, share, part),
        sure, Wording.SHARE_OF,
    )  # fmt: skip


def _implied(draft: Draft, share: Mention, whole: Mention) -> Found:
    """The part is not printed; what it would be is worth showing."""
    part = operation(Operator.MULTIPLY, draft.named(share), draft.named(whole))
    return Found(
        share, "FC303", None, Comparison.EQUAL, part, (share, whole), Sure.SAID, Wording.SHARE_OF
    )


def _side_of_half(share: Mention) -> Comparison | None:
    """ "A majority", "more than half" and "fewer than half" say on which side, and not how far."""
    phrase = share.phrase
    assert phrase is not None
    if phrase.form is Form.MAJORITY:
        return Comparison.MORE
    if phrase.form is Form.MINORITY:
        return Comparison.LESS
    if phrase.form is Form.FRACTION and share.value == Fraction(1, 2):
        if Hedge.MORE_THAN in phrase.hedges:
            return Comparison.MORE
        if Hedge.LESS_THAN in phrase.hedges:
            return Comparison.LESS
    return None


_LONGEST_OPENING = 160
_RIGHT_BEHIND = 30
_MOST_BESIDE = 16
_APPOSED = regex(
    r"(?: of (?:them|those|these|all))?,? ?(?:or |\(|that is |i\.e\. )?(?:about |some )?"
)
_SET_BEHIND = regex(r"[^.;:()0-9]{0,45}(?:, | \()(?:or |about |some |roughly )?")
_BOUND_TO = regex(r"(?: ?%| ?per ?cent)? (?:[a-z’'-]+ ){1,6}(?:[$£€₹]|rs )?")
_OF_BASE = regex(r" of ((?:[a-z’'-]+ ?){1,4})")
_PRONOUNS = regex(r"(?:them|those|these|it|that|which|whom|all|the total|the lot|the whole)\b")
_COLLECTIVE = frozenset(
    "flock herd crew staff class squad audience membership fleet electorate workforce population "
    "total intake roll cohort crowd congregation".split()
)
_AGED = regex(r"\b(?:oldest|youngest|eldest|aged|age)\b[^.;]{0,12}\Z")
_CHARGE = regex(
    r"\b(?:charge|fee|deposit|tip|commission|levy|duty|royalt(?:y|ies)|surcharge|vat|rebate"
    r"|donat\w+"
    r"|down payment|bonus|gratuity|premium)\b"
)
_THAT_MEANS = regex(
    r"\b(?:that|this|which) (?:means?|meant|is|was|makes|made|works out at|comes to|came to"
    r"|amounts to|would be)(?: that)?(?: about| some| nearly| almost| only| just| roughly)? \Z"
)
_DOES = regex(r" (?:were|was|are|is|have|had|has|did|do|said|went|turned|[a-z]{3,}ed)\b")
_PLACED = regex(r" (?:on|in|at|near|by|under|over|from|along|with|outside)\b")
_WHO_DID = regex(r" (?:who|that|which) (?:did|do|does|have gone|has gone|had gone|were|was)\b")
_ALL = regex(r"\ball(?: of)?(?: the| those| these)? \Z")
_SUCH_RATE = regex(r"\b([a-z]+) (?:rate|ratio) of \Z")
_NEXT = regex(r"[;:]")
_STOP = regex(r"[,;.”\"]")
_COLON = regex(r"[^.;:\d]{0,70}: (?:out )?(?:of (?:the |its |all |some )*)?")
_MADE_UP = regex(
    r"\b(?:which|that|who) (?:together )?(?:account(?:s|ed)?(?: for)?|makes? up|made up|compris\w+"
    r"|represent(?:s|ed)?|amount(?:s|ed)? to|form(?:s|ed)?)(?: about| some| nearly| just)? \Z"
)
""" "900 coaches, which made up 30 per cent of all traffic": they are the part."""
_OF_ALL = regex(r" of (?:the (?:total|lot|whole)|them all|all of them)\b")
_RATE_OF = regex(
    r"\b(?:that|this|the|an?|(its|their)) (?:[a-z-]+ )?(?:rate|share|proportion|percentage"
    r"|ratio|figure|odds)"
    r"(?:,| of| is| was| at| works out at| like that,| –| —)(?: about| some| nearly| just"
    r"| only)? \Z"
)
_SUMS_UP_HERE = regex(
    r"\b(?:that|this|it|which|number|numbers|we|with odds like that,)(?:[’']s|[’']re| is"
    r"| was| are| were| makes?| means| comes to"
    r"| works out (?:at|as)| amounts to| at|)(?: at)?(?: that)?(?: about| some| nearly"
    r"| just| only| already)? \Z"
)
_OF_THOSE_ONES = regex(r"\b(?:of|among) (?:those|these|the) [a-z]+,? \Z")
_ELSEWHERE_NEAR = regex(
    r"\b(?:nationally|nationwide|elsewhere|worldwide|(?:national|usual|average|typical|global) |"
    r"(?:a|one|two|five|ten) (?:year|decade|month|week)s? "
    r"(?:ago|earlier|before))\b"
)
_DEFINITE = regex(r"\b(?:the|all|those|these|its|their|his|her|only|just)(?: the)? \Z")
_WHOLE_THEN = regex(
    r"\b(?:of|out of|among|in all|in total|a total of)(?: (?:the|its|all|some|about))* \Z"
)
_OF = regex(r",? (?:out )?of (?:[a-z][\w'’-]* ){0,4}")
_OF_WHOLE = regex(
    r"\b(?:(?:out )?of|among)(?: (?:the|all|its|their|these|those|his|her|our|some|about|around"
    r"|nearly|more than|over|almost|roughly|just|total)){0,3} \Z"
)
_TO_WHOLE = regex(r" of (?:[a-z][\w'’-]* ){0,4}")
_PERCENT = regex(r"(?:-| )?(?:%|per ?cent\b)")
_BASE = regex(
    r" of (?:(?:the|its|their|his|her|our|all|these|those|such|some) )?"
    r"(?:(?!in |on |at |by |for |to |who |with |from )[a-z][\w'’-]* ){0,2}?"
    r"([a-z][\w'’-]*(?<!ss)s|people|staff|women|men|children|cattle|sheep|vote)\b"
)
_OWN_SHARE = regex(
    r"[^.;()0-9]{0,80}(?: ?\(|, (?:or|representing|accounting for|making up|which is|a share of))"
    r" ?(?:about |some |only |just )?"
)
_BESIDE = regex(
    r"(?: of (?:them|those|these|all))?,? (?:or|that is|i\.e\.?|equal to|equivalent to|equating to"
    r"|which is|a share of|a rate of|a proportion of|making up|representing),?"
    r" (?:about |around |some |just |only )?"
    r"|(?: of (?:them|those|these))?,? ?[\[(](?:or |about |around |some |just )?"
)
_APART = regex(r"[^.;:()0-9]{0,60}(?:, | – | — | - | \()(?:or |that is |about |a rate of )?")
_NAMES_SHARE = regex(
    r"[^.;()0-9]{0,80}, (?:or |which is |which means (?:that )?|that is |that's |giving |making "
    r"|meaning |equivalent to |an? (?:\w+ )?(?:rate|share|proportion) of )"
)
_SUMS_UP = regex(
    r"(?:that|this|it)(?:'s|’s| is| was| means| makes| comes to| works out at| amounts to| equals)"
    r"(?: [a-z]+){0,4} "
)
_OF_LEVEL = regex(
    r" of (?:the|its|their|an?) (?:[a-z-]+ )?(?:average|mean|norm|target|quota|maximum|limit) of "
)
_ADDED = regex(r"\b(?:another|further|extra|additional|first|last|more|by)(?: [a-z]+)? \Z")
_PUT_AS = regex(
    r"(?: of [a-z]+)?(?: in [a-z]+)?"
    r"(?:,? (?:as|or|which is|which was|that is)|,| was| is| – | — )"
    r"(?: (?:just|only|about|around|some|nearly|almost|roughly|barely|a mere))* "
)
_SETS_OFF = (", ", " – ", " — ", " - ")
_SET_OFF = regex(
    r"(?:(?: [a-z]+){0,2}(?:, | – | — | - )|[^.;:0-9]{0,45}, or )"
    r"(?:or |making |which (?:is|was|makes|means|comes to|came to) "
    r"|(?:a|an|its|his|her|their) (?:[a-z]+ )?(?:fee|cut|commission|share|bonus|deposit|tip|royalty"
    r"|payment|tax|donation|sum|rebate|discount) of )?(?:about |some |nearly |just |only )?"
)
_RATE_BEFORE = regex(
    r"\b(that|this|the|an?) (?:[a-z-]+ )?(?:rate|share|proportion|percentage|ratio|figure)"
    r"(?:,| of| is| was| works out at| –| —)(?: about| some| nearly| just| only)? \Z"
)
_AT = regex(r"\bat (?:about |some |nearly |just |only )?\Z")
_RATE_BEHIND = regex(
    r",? (?:that|this|the) (?:[a-z-]+ )?(?:rate|share|proportion|percentage|figure)\b"
)
_ELSEWHERE = regex(
    r"\b(?:in|for|at|across|among|by|of|than) (?:[A-Z]|(?:19|20)\d\d|all\b|other)"
    r"|\blast (?:year|month)"
    r"|\b(?:nation|country|world|state)(?:wide|ally)?\b|\b(?:usual|allowed|average|limit|typical)"
)
_OF_WHOM = regex(r"[^.;]{0,60}\bof (?:whom|which) \Z|^[^.;,]{0,40}, of (?:whom|which) \Z")
_AND_SENT = regex(
    r"[^.;]{0,60}\band (?:sent back|rejected|failed|refused|found fault with|turned away|passed"
    r"|threw out|condemned|approved|accepted|destroyed|seized) \Z"
)
_OF_MONEY = regex(
    r"(?: of| on) (?:(?:the|its|their|his|her|a|an|all|any|every|each|what) )?(?:[a-z]+ ){0,2}?"
    r"(turnover|sales?|revenues?|takings|receipts|profits?|earnings|price|value|income|pay|salary"
    r"|wages?|rent|earns|bills?|budget|cost|fee|prize)\b"
)
_SUMS = (
    frozenset("turnover sale sales revenue revenues takings receipts".split()),
    frozenset("profit profits".split()),
    frozenset("price prices value cost sold flat house home car painting plot".split()),
    frozenset("income pay salary wage wages earnings earns earned earn".split()),
    frozenset("rent rents".split()), frozenset("bill bills".split()),
    frozenset("budget budgets".split()), frozenset(("fee", "fees")), frozenset(("prize",)),
)  # fmt: skip
"""Words for one and the same sum of money."""
_SUM_BEFORE = regex(
    r"\b([a-z]+)(?:,? (?:of|at|was|were|is|are|came to|come to|reached|worth|totalling|for"
    r"|priced at|(?:that|which) (?:cost|costs|went for)))?"
    r"(?: about| some| nearly| just| only| over)? \Z"
)
_SUM_BEHIND = regex(r" (?:in |of )?(?:[a-z]+ )?([a-z]+)\b")
_COMES_TO = regex(
    r"\b(?:that|this|it|so|cut|share|commission|fee|deposit|tax|royalty|bonus|tip)\b[^.;0-9]{0,45}"
    r"\b(?:means?|meant|makes?|made|is|was|comes? to|came to|brings?|bring|brought|raise[sd]?"
    r"|yields?|amounts? to|amounted to|would be|gets?|works out at|worth)\b[^.;0-9,]{0,25}\Z"
)
_YEARS = regex(
    r"\b(?:in|over|after) (?:the )?(?:two|three|four|five|six|seven|eight|ten|\d+) years\b"
    r"|\bsince (?:19|20)\d\d"
)
_CLAUSE_END = regex(r",|;| and | but ")
_TIME = regex(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december|(?:19|20)\d\d)\b"
)
_IN_A_YEAR = regex(r"\bin (?:19|20)\d\d\b|\blast (?:time|year)\b")
_CLOSED = regex(r"(?: of (?:the total|them|those|it))?(?:[,.;)\]]| – | — | - |\Z)")
_OF_THOSE = regex(r" of (?:those|these|them)\b")
_OF_THEM = regex(r" of (?:those|these|them|the)\b")
_OF_THOSE_NOUN = regex(r" of (?:those|these) [a-z]")
_THOSE = regex(r"\b(?:those|these) \Z")
_VOTES = ("vote", "ballot")
_NAME = regex(r"\b[A-Z][a-z]\w*")
_TITLES = {"The", "Mayor", "In", "Of", "But", "And", "He", "She", "They", "It", "Mr", "Ms", "Mrs"}
_AS_MANY = regex(r" as (?:many|much|big|large|high|long|old|heavy)\b")
_OF_THAT = regex(r" (?:of (?:that|this|it|what|which|a|an)\b|that\b|this\b|what\b)")
_THE = regex(r"\bthe \Z")
_THOSE_ASKED = "those asked"
_OF_THOSE_ASKED = regex(
    r" of (?:(?:the )?(?:respondents|participants)|those (?:who )?(?:\w+ ){0,2}(?:survey|ask|poll"
    r"|question|interview|answer|respond|repl|took|tak|test|screen|examin|attend)\w*)\b"
)
_CHANGE_BEFORE = regex(
    r"\b(?:by|(?<!make )(?<!makes )(?<!made )(?<!making )up|down|rose|risen|rise of|rises"
    r"|fell|fall of|fallen|grew|growth of|growing|increase "
    r"of|increased|decrease of|drop of|dropped|gain of|interest|tax|discount of|cut of|inflation"
    r"(?: of| at)?|swing of|pay (?:rise|offer|increase) of|yield of|interest of|margin of"
    r"|a further|another|an extra|more than doubled)"
    r"(?: (?:about|around|some|nearly|almost|just|only|over|more than))? \Z"
)
_CHANGE_BEHIND = regex(
    r"[ -](?:more|less|fewer|higher|lower|larger|smaller|rise|increase|gain|jump|fall|drop|decline"
    r"|decrease|cut|reduction|growth|swing|different|longer|shorter|faster|slower|cheaper|dearer"
    r"|heavier|lighter|chance|interest|discount|off|above|below|up|down|points?"
    r"|a year|stake|tax|levy|tariff|threshold|target|raise|pay|majority)\b"
)
