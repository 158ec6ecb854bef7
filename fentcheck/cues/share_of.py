from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Operator, operation
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.nouns import PERSONS, singular


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
        if not is_share(share) or _is_no_share(draft, share):
            continue
        apposed = list(_apposed(draft, share))
        wholes = list(_wholes(draft, share, [part for part, _ in apposed]))
        parts = apposed or list(_named_again(draft, share, wholes))
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
                    yield _found(draft, share, part, whole, least)


class Candidate(NamedTuple):
    figure: Mention
    sure: Sure


def _is_no_share(draft: Draft, share: Mention) -> bool:
    """A change, a price of money, or a share of something that has no count: "half of that"."""
    if _OF_THAT.match(draft.lower, _end(draft, share)):
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
                yield _found(draft, share, part, whole, Sure.LIKELY)
    for part, whole in pairwise(near):
        if not of_one_unit(part, whole) or not _OF.fullmatch(draft.between(part, whole)):
            continue
        is_behind = share.start > whole.start
        words = draft.lower[whole.end : share.start] if is_behind else draft.between(share, part)
        if _BESIDE.fullmatch(words):
            yield _found(draft, share, part, whole, Sure.SAID)
        elif is_behind and (
            (_APART.fullmatch(words) and _closes(draft, share)) or _NAMES_SHARE.fullmatch(words)
        ):
            yield _found(draft, share, part, whole, Sure.LIKELY)


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
        yield _found(draft, share, part, whole, Sure.LIKELY)


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
    base = _OF_MONEY.match(draft.lower, _end(draft, share))
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
            yield _found(draft, share, part, whole, Sure.LIKELY)


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
    direct = _whole_behind(draft, share)
    if direct is not None:
        yield Candidate(direct, Sure.SAID)
        return
    base = _base_noun(draft, share)
    around = [one for one in beside(draft, share, NEAR) if is_amount(one)]
    opened = [one for one in around if _opens_whole(draft, one, share)][-1:]
    for one in opened:
        yield Candidate(one, Sure.SAID if not base or _is_noun(one, base) else Sure.GUESS)
    others = [one for one in around if one not in opened and one not in parts]
    if base:
        for one in others:
            if _is_noun(one, base) or (base == _THOSE_ASKED and head(one) in PERSONS):
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


def _whole_behind(draft: Draft, share: Mention) -> Mention | None:
    """ "a quarter of the region's 96 road bridges"."""
    following = draft.following(share)
    if following is None or following.sentence != share.sentence or not is_amount(following):
        return None
    words = draft.lower[_end(draft, share) : following.start]
    return following if _TO_WHOLE.fullmatch(words) else None


def _end(draft: Draft, share: Mention) -> int:
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


def _base_noun(draft: Draft, share: Mention) -> str:
    """The head noun behind the "of" of a share: "18 per cent of farms in the province"."""
    if share.noun:
        return head(share)
    if _OF_THOSE_ASKED.match(draft.lower, _end(draft, share)):
        return _THOSE_ASKED
    match = _BASE.match(draft.lower, _end(draft, share), _end(draft, share) + 80)
    if match is None:
        return ""
    return singular(match.group(1))


def _is_noun(one: Mention, base: str) -> bool:
    noun = head(one)
    return bool(noun) and (same_head(noun, base) or are_persons(noun, base))


# Parts


def _named_again(draft: Draft, share: Mention, wholes: list[Candidate]) -> Iterator[Candidate]:
    """A part that is no neighbour of its share, where the words say that it is the one."""
    if not wholes:
        return
    whole, sure = wholes[0]
    knows_whole = sure is Sure.SAID or bool(_base_noun(draft, share))
    for one in beside(draft, share, NEAR):
        if one.role is not Role.COUNT or not is_amount(one) or is_compared(draft, one):
            continue
        if one is whole or not (knows_whole or same_noun(one, whole)):
            continue
        if _is_named_again(draft, one, share, whole) and not _is_of_other_time(draft, one, share):
            yield Candidate(one, Sure.LIKELY)


def _apposed(draft: Draft, share: Mention) -> Iterator[Candidate]:
    """ "702, or 36 percent"; "some 55 per cent, or 226,"; "36 percent (702)"."""
    whole = _whole_behind(draft, share)
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
            other is share and _names_share(draft, share, start_words)
        ):
            yield Candidate(part, Sure.LIKELY)


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


def _found(draft: Draft, share: Mention, part: Mention, whole: Mention, sure: Sure) -> Found:
    computed = operation(Operator.SHARE, draft.named(part), draft.named(whole))
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
_OF_THAT = regex(r" (?:of (?:that|this|it|what|which|a|an)\b|that\b|this\b|what\b)")
_THE = regex(r"\bthe \Z")
_THOSE_ASKED = "those asked"
_OF_THOSE_ASKED = regex(
    r" of (?:(?:the )?(?:respondents|participants)|those (?:who )?(?:\w+ ){0,2}(?:survey|ask|poll"
    r"|question|interview|answer|respond|repl|took|tak|test|screen|examin|attend)\w*)\b"
)
_CHANGE_BEFORE = regex(
    r"\b(?:by|up|down|rose|risen|rise of|rises|fell|fall of|fallen|grew|growth of|growing|increase "
    r"of|increased|decrease of|drop of|dropped|gain of|interest|tax|discount of|cut of|inflation"
    r"(?: of| at)?|swing of|pay (?:rise|offer|increase) of|yield of|interest of|margin of"
    r"|a further|another|an extra|more than doubled)"
    r"(?: (?:about|around|some|nearly|almost|just|only|over|more than))? \Z"
)
_CHANGE_BEHIND = regex(
    r"[ -](?:more|less|fewer|higher|lower|larger|smaller|rise|increase|gain|jump|fall|drop|decline"
    r"|decrease|cut|reduction|growth|swing|chance|interest|discount|off|above|below|up|down|points?"
    r"|a year|stake|tax|levy|tariff|threshold|target|raise|pay)\b"
)
