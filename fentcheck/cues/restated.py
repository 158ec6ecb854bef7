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
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.document import Kind
from fentcheck.prose.mention import Mention, Role
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
        earlier = _counted_before(draft, later) or _measured_elsewhere(draft, later)
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
    is_near: bool = abs(one - other) * part <= max(abs(one), abs(other))
    return is_near


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
    if later.role is not Role.COUNT or later.per or "-" in later.text:
        return None
    if not later.noun and not _AS_NOUN.match(draft.after(later, 12)):
        return None
    if not is_definite(draft, later) or is_another(draft, later) or is_narrowed(draft, later):
        return None
    of_its_own = _POSSESSIVE.search(draft.before(later, 20)) is not None
    start = draft.sentences[max(0, later.sentence - _WHOLE)].start
    before = [one for one in draft.within(start, later.start) if one.role is Role.COUNT]
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
    if not later.noun:
        done = _AS_NOUN.match(draft.after(later, 12))
        assert done is not None
        return stem(done.group(1)) in stems(_own_words(draft, earlier))
    if same_noun(earlier, later) and head_of(earlier) == head_of(later):
        return modifiers_of(later) <= modifiers_of(earlier)
    if same_noun(earlier, later) and are_persons(earlier) and are_persons(later):
        return modifiers_of(later) <= modifiers_of(earlier)
    if later.noun_phrase.count(" ") or not (are_persons(earlier) or not earlier.noun):
        return False
    doing = draft.after(earlier, 50)
    return stem(head_of(later)) in stems(doing) and are_persons(later)


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
    heads |= {stem(word) for head in heads for word in _DONE.get(head, "").split()}
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
    subject = [found for found in _WORD.finditer(before) if stem(found.group()) in heads]
    if not subject:
        return False
    gap = before[subject[-1].end() :]
    if subject[-1].group().endswith("ed") or subject[-1].group() in _VERBS:
        return not _ELSEWHERE.search(gap)
    return bool(_MEASURED_BY.fullmatch(gap))


# Both


def _are_near(one: Mention, other: Mention) -> bool:
    """J: one figure for a thing may be wrong by a slip, but not be another order of size, unless
    by noughts alone.
    """
    first, second = one.value, other.value
    if isinstance(first, tuple) or isinstance(second, tuple) or not first or not second:
        return False
    low, high = min(first, second), max(first, second)
    return high <= low * 3 or high in (low * 10, low * 100, low * 1000)


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


_AS_NOUN = re.compile(r" (dead|killed|injured|wounded|hurt|arrested|missing|rescued|detained)\b")
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
}
"""What is done with a sum that is then called so."""
_HEADLINE = 110
_LEAD = 4
"""J: what the headline tells is told within so many sentences."""
_FIRST = 30
_NEAR_HEAD = 3
"""J: a headline takes its figures from the first sentences."""
_BOX = re.compile(r"(?<=\n)(?:[-•*] )?([A-Z][a-z]+(?: [a-z]+){0,2}): (?=\S)")
_OF_PLACE = re.compile(r" (?:to|from|in|at|between|near|for) (?:the )?[A-Z]")
_YEAR_OR_MONTH = re.compile(
    r"\A (?:in|by|last|when|before|after|a (?:year|month)) (?!the\b)|\A (?:at|on) (?:the|her|his"
    r"|its) "
)
_ONE_MORE = re.compile(
    r"\b(?:a|an|the) (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:th|st"
    r"|nd|rd))\b"
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_BETWEEN = 400
_WHOLE = 60
_FAR = 8
"""J: sentences over which "the 260 marchers" may still be those of before."""
_POSSESSIVE = re.compile(r"(?:\b(?:its|their|his|her)|[a-z][’']s?)(?: \w+)? \Z")
_HAS = re.compile(r"\b(?:has|have|had|with|employs|employed|of|houses|housed|owns|owned|runs|ran"
                  r"|keeps|operates|carries|carrying|carried)(?: \w+)? \Z")  # fmt: skip
_CHANGED = re.compile(
    r"\b(?:revised|corrected|initially|at first|first thought|originally|previously|on appeal"
    r"|reduced|trimmed|raised|increased|upgraded|rose to|risen|grew|grown|fell to|fallen"
    r"|dropped|dwindled|swelled|joined|since then|by then|instead|up from|down from|halved|doubled"
    r"|compared with|after an appeal|(?:was|were|been) (?:cut|reduced|lowered|commuted|quashed)"
    r"|extended|shortened|widened|cut to|a year earlier|last time|expanded)\b"
)
_NO_FACT = re.compile(
    r"\b(?:maximum|minimum|limit|sought|asked for|demanded|claimed|target|estimate|estimated|could"
    r"|offered|bid|initial|original|previous|proposed|average|mean|median|each|apiece|if|forecast"
    r"|capacity|than|per)\b[^\0]*\0"
)
_NO_FACT_BEHIND = re.compile(r"\A (?:each|apiece|a head|too|more|less|short)\b")
_STOP = re.compile(r"[;:()\n]| (?:and|but|while) ")
_WORD = re.compile(r"[a-z][a-z'’]{2,}")
_AT_THIS = re.compile(r", (?:the|its|this) ((?:[a-z’'-]+ ?){1,3})")
_FOR_IT = re.compile(r" for (?:the|an?|its|his|her|their) ((?:[a-z'’-]+ ?){1,3})")
_ELSEWHERE = re.compile(r"\b(?:from|off|along|by|towards?|into|past|after|about|over|half)\b")
_MEASURED_BY = re.compile(
    r"(?:,? [\w’'-]+){0,4}(?:,| (?:is|was|be|been|of|at|for|costs?|costing|worth|lasted|lasts"
    r"|lasting|spans"
    r"|spanned|stretches|runs?|ran|measures|measuring|measured|totall?ed|totals|weighs|weighing"
    r"|weighed"
    r"|covers|covering|covered|stands|standing|stood|reached|took|takes|to)) "
)
_NO_THING = frozenset(
    "year years month months week weeks day days hour hours minute minutes mark figure total sum "
    "level average limit target estimate budget share part portion".split()
) - {"budget", "total", "figure"}  # fmt: skip
_NAME_BEFORE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof)\.? )?((?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+), (?:aged )?\Z"
)
