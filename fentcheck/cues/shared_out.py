from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.alike import (
    are_persons,
    beside,
    head,
    is_amount,
    is_compared,
    same_head,
    size,
)
from fentcheck.cues.counted_out import sums_up
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import powers
from fentcheck.cues.fit import VAGUE, is_bound, is_slip
from fentcheck.cues.same import periods
from fentcheck.cues.topic import PEOPLE
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.nouns import singular


@cue("shared-out")
def shared_out(draft: Draft) -> Iterator[Found]:
    """So much for each, which sums up a total and the number that it is shared by.

    Words: so much "for every job", "each of them owes", "a head", so many "per 1,000 residents",
    "a pub for every 2,500 people", where words sum up ("that makes", "works out at", "so",
    "shared among"), or the figure is set off behind a comma; and before it, in its sentence and
    the one before, one total and one number alone. No more than one of the two can be as it is
    said if they do not come out.
    Finding: The plant will employ 320 workers and gets $48 million. That is $250,000 for every job.
    Clean: The plant will employ 320 workers and gets $48 million. That is $150,000 for every job.
    """
    for figure in draft.figures:
        share = _share_at(draft, figure)
        if share is None:
            continue
        near = [one for one in beside(draft, figure, 1) if _may_be_given(draft, one, figure)]
        pairs = [
            (total, many)
            for total in near
            for many in near
            if total is not many and _fits(draft, share, total, many)
        ]
        likely = [pair for pair in pairs if is_slip(_ratio(pair), share.value, _MOST)]
        is_said = _is_summed_up(draft, figure) and not _is_over_time(draft, figure)
        is_said &= len({(size(total), size(many)) for total, many in pairs}) == 1
        for pair in pairs[-_PAIRS:]:
            total, many = pair
            is_likely = is_said and pair in likely and _is_of_its_time(draft, figure, total)
            sure = Sure.LIKELY if is_likely else Sure.GUESS
            each = operation(Operator.DIVIDE, draft.named(total), draft.named(many))
            yield Found(
                figure, "FC202", share.stated, Comparison.EQUAL, each,
                (*_ones(draft, figure), figure, total, many), sure,
            )  # fmt: skip


class _Share(NamedTuple):
    """So much for one; `noun` is what it is one of, "" for whatever stands there, and
    `counted` what there is so much of.
    """

    figure: Mention
    stated: Expression
    value: Fraction
    noun: str = ""
    counted: str = ""


def _share_at(draft: Draft, figure: Mention) -> _Share | None:
    phrase = figure.phrase
    if phrase is None or isinstance(figure.value, tuple) or not figure.value:
        return None
    if figure.role not in (Role.COUNT, Role.MONEY, Role.AMOUNT):
        return None
    named = draft.named(figure)
    many = _MANY.match(figure.per)
    if many:
        if figure.role is not Role.COUNT:
            return None
        value = Fraction(phrase.low.value) * phrase.unit.size
        if phrase.unit.size == 1:
            times = Fraction(many.group(1).replace(",", ""))
            value /= times
        if figure.value == 1:
            return None
        return _Share(figure, named, value, singular(many.group(2)), head(figure))
    value = Fraction(phrase.low.value) * phrase.unit.size
    if figure.per:
        noun = figure.per.lower()
        return None if _TIMES.fullmatch(noun) else _Share(figure, named, value, noun, head(figure))
    if is_compared(draft, figure):
        return None
    before, after = draft.before(figure, 60), draft.after(figure, 40)
    found = _A_FOR_EVERY.search(before)
    if found and figure.role is Role.COUNT:
        return _Share(figure, named, value, singular((found.group(1) or "").strip()), head(figure))
    found = _FOR_EACH.match(after)
    if found:
        return _Share(
            figure, named, value, singular(found.group(1) or found.group(2) or ""), head(figure)
        )
    found = _EACH_BEFORE.search(before)
    if found:
        return _Share(figure, named, value, singular(found.group(1) or ""), head(figure))
    return None


def _may_be_given(draft: Draft, one: Mention, figure: Mention) -> bool:
    return (
        one.end <= figure.start
        and is_amount(one)
        and not isinstance(one.value, tuple)
        and size(one) > 0
        and not is_compared(draft, one)
        and not is_bound(draft, one)
    )


def _fits(draft: Draft, share: _Share, total: Mention, many: Mention) -> bool:
    """One may be shared out, and the other be the number of those that it is shared by."""
    if many.role is not Role.COUNT or size(many) <= 1 or size(many) != int(size(many)):
        return False
    figure = share.figure
    if total.role is not figure.role or powers(total) != powers(figure):
        return False
    if figure.role is Role.COUNT and not _may_count(head(total), share.counted or ""):
        return False
    if not _may_count(head(many), share.noun):
        return False
    is_of_some = _MANY.match(figure.per) and share.noun not in ("", *PEOPLE)
    if is_of_some and head(many) and not same_head(head(many), share.noun):
        return False  # per 100,000 drivers, and not of those who live there
    if figure.role is not Role.COUNT:
        return size(total) > size(figure)
    if head(total) and head(total) == head(many):
        return False
    if _MANY.match(figure.per):
        return size(total) < size(many) or share.value > 1
    return size(total) > size(many)


def _may_count(noun: str, other: str) -> bool:
    """Two nouns name one thing, or one says nothing; persons go by any name, jobs are of them."""
    if noun in VAGUE or other in ("", *_ANYONE):
        return True
    noun, other = _HOLDER.get(noun, noun), _HOLDER.get(other, other)
    return same_head(noun, other) or are_persons(noun, other) or {noun, other} <= _DOCTORS


def _ratio(pair: tuple[Mention, Mention]) -> Fraction:
    ratio: Fraction = Fraction(size(pair[0])) / Fraction(size(pair[1]))
    return ratio


def _ones(draft: Draft, figure: Mention) -> tuple[Mention, ...]:
    """The "one" of "one carer for every five", where it is a figure of its own."""
    before = draft.before(figure, 60)
    one = _A_FOR_EVERY.search(before)
    return draft.within(figure.start - len(before) + one.start(), figure.start) if one else ()


def _is_summed_up(draft: Draft, figure: Mention) -> bool:
    before = draft.before(figure, 90)
    one = _A_FOR_EVERY.search(before)
    if one:
        before = before[: one.start()]
    return bool(sums_up(before) or _SHARED.search(before) or _BEHIND.search(before))


def _is_of_its_time(draft: Draft, figure: Mention, total: Mention) -> bool:
    """ "96 goals in 40 games last season. This year it averages 2.9 goals a game": it is not."""
    mine, theirs = periods(draft.words(figure)), periods(draft.words(total))
    return mine == theirs or not (mine and theirs) or not mine.isdisjoint(theirs)


def _is_over_time(draft: Draft, figure: Mention) -> bool:
    """Times stand beside it that the sum may take in: "over three years", "a month"."""
    start = draft.sentences[max(0, figure.sentence - 1)].start
    end = draft.sentence(figure).end
    return any(one.role is Role.DURATION for one in draft.within(start, figure.start)) or bool(
        _PER_TIME.search(draft.lower, figure.start, min(end, figure.end + 30))
    )


_MOST = Fraction(8)
"""J: how many times off a slip is where one total and one number alone can be meant."""
_PAIRS = 12
_DOCTORS = frozenset(("doctor", "gp", "physician", "medic", "clinician"))
_HOLDER = {
    "job": "worker", "post": "worker", "position": "worker", "seat": "person", "head": "person",
    "place": "person", "practitioner": "doctor", "vote": "voter", "patient": "person",
}  # fmt: skip
"""Who holds one of them."""
_ANYONE = frozenset(("head", "capita", "person", "soul", "individual", "one", "them"))
_MANY = regex(r"(\d[\d,]{0,30}) ([a-z]+)?")
_TIMES = regex(
    r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|season|decade|century|shift"
    r"|century|annum|time|mile|kilometre|kilometer|km)s?"
)
_A_FOR_EVERY = regex(
    r"\b(?:an?|one|a single) (?:[a-z-]+ )??([a-z-]+ )?(?:for|to|per) (?:each|every)"
    r" (?:about |some |roughly |nearly )?\Z"
)
_FOR_EACH = regex(
    r",? (?:(?:for|to|per|from|on|in) (?:each|every)(?: one)?(?: of (?:the|its|their|those|these))?"
    r" ([a-z]+)|per ([a-z]+)|(?:each|apiece|a head|a person)\b)"
)
_EACH_BEFORE = regex(
    r"\b(?:each|every)(?: one)?(?: of (?:them|those|the|its|these))?"
    r"(?: (?!of\b)([a-z]+))?(?: (?:would|will|must|could|has|have|had|to))*"
    r" (?:owes?|owed|gets?|got|receives?|received|pays?|paid|has|had|holds?|held|serves?|served"
    r"|looks? after|cares? for|costs?|cost|be|is|was|takes?|carries|carry|sees?|teach(?:es)?"
    r"|worth|produces?|makes?|handles?|raised?|gives?|gave|eats?|ate|drinks?|drank|uses?|used)"
    r"(?: about| some| just| only| roughly| nearly| them| him| her)* \Z"
)
_SHARED = regex(
    r"\b(?:shared?|sharing|spread|divided?|split|evenly|equally|averag\w+|works? out|worked out"
    r"|per head|(?:rate|ratio|figure) of"
    r"|so (?:there (?:is|are|was)|it has|they have|now has)|the equivalent|equivalent"
    r"|if each|comes? (?:out )?(?:to|at)|(?:so|which|that|this)"
    r" (?:leaves?|left|means?|makes?|gives?|is|was))\b[^.;]{0,60}\Z"
)
_BEHIND = regex(
    r"(?:[,:(]| –| —| -|—|–) ?(?:(?:or|i\.e\.|that is|which is|being),? )?"
    r"(?:about |some |roughly |nearly |almost |just |only |around |an average of ){0,2}\Z"
    r"| or (?:about |some |roughly |nearly |almost |just |around )?\Z"
)
_PER_TIME = regex(r" (?:a|an|per|each|every) (?:day|week|month|year|night|hour|season)\b")
