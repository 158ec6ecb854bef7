from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.alike import (
    are_persons,
    beside,
    content,
    head,
    is_amount,
    is_compared,
    is_share,
    of_one_unit,
    same_head,
    size,
)
from fentcheck.cues.before_after import is_percentage_change
from fentcheck.cues.closing import is_of_the_rest
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import VAGUE, is_bound, is_slip, like, sized, thing
from fentcheck.cues.same import is_another
from fentcheck.cues.share_of import (
    are_apart,
    base_noun,
    end_of,
    has_own_share,
    is_change_or_price,
    share_is,
    whole_behind,
    whole_bound,
)
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Operator, operation
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


@cue("counted-out")
def counted_out(draft: Draft) -> Iterator[Found]:
    """A share, and behind it the part counted out, in whatever words.

    Words: a part set off behind its share (": 2,190 children", ", 380 no less,", "or roughly 4,100
    acres"), one that sums it up ("that is 450", "so 28,700 were", "meaning", "which comes to"), or
    one that is known by then ("all 210 who did", "the eight who fell short", "those 990 slots").
    The whole is bound to the share, opens its sentence, or is the only one that it can be of. What
    is left of the whole may be meant as well.
    Finding: Of the 48 dogs in the shelter a quarter are old; those 18 rarely find a home.
    Clean: Of the 48 dogs in the shelter a quarter are old; those 12 rarely find a home.
    """
    for share in draft.figures:
        if not _may_be_counted_out(draft, share):
            continue
        for part in _parts(draft, share):
            wholes = [
                one for one in _wholes(draft, share, part) if not is_of_the_rest(draft, share, one)
            ]
            stated = _value(share)
            for whole in wholes:
                ratio = sized(draft, part.figure) / sized(draft, whole)
                is_likely = len(wholes) == 1 and is_slip(ratio, stated, part.most)
                sure = Sure.LIKELY if is_likely else Sure.GUESS
                yield share_is(draft, share, part.figure, whole, sure)
                if _LEAVES.search(draft.words(part.figure)):
                    yield _rest(draft, share, part.figure, whole)


class Part(NamedTuple):
    """What a share is counted out as, and how many times off a slip of it may be.

    `is_told`: by words that sum up, which may name the whole before it.
    """

    figure: Mention
    most: Fraction
    is_told: bool = False
    is_of_any_noun: bool = True


def _may_be_counted_out(draft: Draft, share: Mention) -> bool:
    phrase = share.phrase
    return (
        is_share(share)
        and phrase is not None
        and phrase.form not in (Form.MAJORITY, Form.MINORITY)
        and 0 < _value(share) < 1
        and not is_change_or_price(draft, share)
        and not is_compared(draft, share)
        and not is_bound(draft, share)
        and not is_percentage_change(draft, share)
        and not _CHANCE.search(draft.before(share, 40))
    )


def _value(share: Mention) -> Fraction:
    if isinstance(share.value, tuple):
        assert share.phrase is not None
        if share.phrase.form is Form.ONE_IN:
            one_in: Fraction = Fraction(share.value[0]) / share.value[1]
            return one_in
    return Fraction(size(share))


# The part


def _parts(draft: Draft, share: Mention) -> Iterator[Part]:
    """The figures behind a share that its part may be, as far as the next share."""
    for one in beside(draft, share, 1):
        if one.start < share.end:
            continue
        if is_share(one):
            return
        if not _may_be_part(draft, one):
            continue
        part = _said_part(draft, share, one)
        if part is not None:
            yield part


def _may_be_part(draft: Draft, one: Mention) -> bool:
    following = draft.following(one)
    return (
        is_amount(one)
        and not isinstance(one.value, tuple)
        and one.hedge not in "<>"
        and size(one) > 0
        and (one.role is not Role.COUNT or size(one) == int(size(one)))
        and not is_compared(draft, one)
        and not is_bound(draft, one)
        and not is_another(draft, one)
        and not _OF_WHOLE.search(draft.before(one, 30))
        and not (
            following is not None
            and following.sentence == one.sentence
            and is_share(following)
            and bool(_ITS_SHARE.fullmatch(draft.lower, one.figure_end, following.start))
        )
    )


def _said_part(draft: Draft, share: Mention, one: Mention) -> Part | None:
    """A figure as the part that the words say it to be."""
    before = draft.before(one, 60)
    if one.sentence == share.sentence:
        before = before[max(0, len(before) - (one.start - share.end)) :]
    after = draft.after(one, 40)
    if _TO_COME.search(before):
        return None
    if _SUMS_UP.search(before):
        return Part(one, _FURTHER, True, is_of_any_noun=not _SO.search(before))
    if one.sentence == share.sentence and _SET_OFF.search(before):
        behind = draft.lower[one.figure_end : one.figure_end + 60]
        if _CLOSED.match(after) or _CLOSED.match(behind):
            return Part(one, _FURTHER)
    if _KNOWN.search(before):
        if _is_of_them(draft, share, one):
            return Part(one, _FURTHEST, is_of_any_noun=False)
        if _is_known(draft, share, one, bool(_THOSE.search(before))):
            return Part(one, _NEAR)
    return None


def _is_of_them(draft: Draft, share: Mention, one: Mention) -> bool:
    """ "All 210 who did", "the eight who fell short", "the 61 of those"; not "who come by bus"."""
    behind = draft.lower[one.figure_end : one.figure_end + 40]
    after = draft.after(one, 40)
    if any(_THE_ONES.match(words) for words in (behind, after)):
        return True
    who = _WHO.match(after) or _WHO.match(behind)
    if who is None:
        return False
    told = content(draft.between(share, one)) - content(f"{head(one)} {head(share)}")
    said = content(" ".join(_CLAUSE_END.split(who.group(1))[0].split()[:3]))
    return bool(said) and said <= told


def _is_known(draft: Draft, share: Mention, one: Mention, is_those: bool) -> bool:
    """ "The 530 will be freed", "those 990 empty slots", "the 42 ponds with newts", and not "the 18
    on the top floor" or "the 700 striking drivers".
    """
    if _PLACED.match(draft.after(one)) or _WHO.match(draft.after(one)):
        return False
    if is_those or head(one) in VAGUE or head(one) in _OUTCOMES:
        return True
    nouns = content(f"{head(one)} {head(share)} {base_noun(draft, share)}")
    told = content(draft.words(share)) - nouns
    qualities = content(one.noun_phrase.lower()) - nouns
    if not qualities <= told:
        return False
    said = content(_CLAUSE_END.split(draft.after(one, 60))[0]) - nouns
    return bool(qualities or said & told)


def sums_up(before: str) -> bool:
    """The words before a figure have it sum up others: "that makes about", "which works out at"."""
    return bool(_SUMS_UP.search(before))


# The whole


def _wholes(draft: Draft, share: Mention, part: Part) -> list[Mention]:
    """What the share may be of, given its part: one if it is sure."""
    direct = whole_behind(draft, share) or whole_bound(draft, share)
    if direct is not None:
        if direct is part.figure or not _may_be_whole(draft, share, direct, part):
            return []
        return [direct]
    near = [
        one
        for one in beside(draft, share, 1)
        if one.start < part.figure.start and _may_be_whole(draft, share, one, part)
        if not are_apart(draft, share, part.figure, one)
    ]
    opened = [one for one in near if _opens(draft, one) and one.sentence >= share.sentence]
    if opened:
        return opened[-1:] if _is_base(draft, share, opened[-1], True) else []
    return [one for one in near if _is_base(draft, share, one, False)]


def _opens(draft: Draft, one: Mention) -> bool:
    """ "Of the 2,340 pupils", "With 1,500 houses under water", "In a building of 1,500"."""
    return bool(_OPENS.search(draft.before(one, 60)))


def _may_be_whole(draft: Draft, share: Mention, one: Mention, part: Part) -> bool:
    figure = part.figure
    if one is figure or not is_amount(one) or isinstance(one.value, tuple):
        return False
    if is_compared(draft, one) or is_bound(draft, one) or has_own_share(draft, share, one):
        return False
    mine, theirs = like(draft, one), like(draft, figure)
    if not of_one_unit(mine, theirs) or sized(draft, one) == sized(draft, figure):
        return False
    if sized(draft, one) < sized(draft, figure) and not part.is_told:
        return False
    if part.is_of_any_noun or not (head(figure) and thing(draft, one)):
        return True
    one_noun, noun = thing(draft, one), head(figure)
    return same_head(one_noun, noun) or are_persons(one_noun, noun)


def _is_base(draft: Draft, share: Mention, one: Mention, is_opened: bool) -> bool:
    """What the share is said to be of, if anything, is what the figure counts."""
    base = head(share) or base_noun(draft, share)
    counted = thing(draft, one)
    if not base or _PRONOUN.match(draft.lower, end_of(draft, share)):
        return True
    if one.role is Role.AMOUNT:
        return True
    if one.role is Role.MONEY:
        return base in draft.before(one, 60) + draft.after(one, 40)
    if not head(one) and is_opened:
        return True
    return bool(counted) and (same_head(counted, base) or are_persons(counted, base))


def _rest(draft: Draft, share: Mention, part: Mention, whole: Mention) -> Found:
    """ "A third of the 450 desks are broken, leaving 300 fit for use": what the share leaves."""
    left = operation(Operator.SUBTRACT, draft.named(whole), draft.named(part))
    computed = operation(Operator.SHARE, left, draft.named(whole))
    return Found(
        share, "FC303", draft.named(share), Comparison.EQUAL, computed, (whole, share, part),
        Sure.GUESS,
    )  # fmt: skip


_LEAVES = regex(r"\b(?:leav(?:es?|ing)|left|remain\w*|rest|others?|spare[ds]?|still|but)\b")
_NEAR = Fraction(3)
_FURTHER = Fraction(5)
_FURTHEST = Fraction(12)
"""J: how many times off a slip is; where the words leave no doubt, it may be further off."""
_HEDGES = (
    r"(?:(?:about|around|some|roughly|nearly|almost|just|only|exactly|over|under|a total of|as many"
    r" as|no (?:fewer|less) than|the|a full|precisely|close to|approximately) ){0,2}"
)
_SUMS_UP = regex(
    r"(?:\b(?:that|this|which|it)(?:[’']s| is| was| means?| meant| makes?| made| leaves?| left"
    r"| works? out (?:at|as|to)| worked out (?:at|as|to)| comes? (?:out )?(?:to|at)"
    r"| came (?:out )?(?:to|at)| amount(?:s|ed) to|"
    r" equal(?:s|led)?| equate[sd]? to| translate[sd]? (?:to|into)| would (?:be|mean|make|leave)"
    r"| represent(?:s|ed)?| add(?:s|ed) up to| gives?| gave| corresponds to)(?: that)?"
    r"|\b(?:meaning|giving|making|leaving|equivalent to|equal to|equating to|amounting to"
    r"|corresponding to|so|i\.e\.|for a total of|a total of|totall?ing|which is to say|that is to"
    r" say|in other words|that is|put another way|or in figures)[,:]?) " + _HEDGES + r"\Z"
)
_SET_OFF = regex(
    r"(?:[,:;(]| –| —| -|—|–) ?(?:(?:or|i\.e\.|that is|namely|being|all|which is)[,:]? )?"
    + _HEDGES
    + r"\Z| or "
    + _HEDGES
    + r"\Z"
)
_CLOSED = regex(
    r"(?: in (?:all|total|number)| no less| to be (?:exact|precise)| all told| altogether| exactly"
    r"| of (?:them|those)(?: in (?:all|total))?| strong| by [a-z]+ count)?"
    r"(?:[,.;:)”\"]| –| —| -|—|–|\Z)(?![,]? ?(?:and |or )?(?:about |some )?\d)"
)
_KNOWN = regex(
    r"\b(?:the|those|these|all|all (?:of )?(?:the|those|these)|its|his|her|their|our|such)"
    r"(?: (?:other|unlucky|lucky|or so|roughly|some))? \Z"
)
_THOSE = regex(r"\b(?:those|these|all) \Z")
_THE_ONES = regex(
    r",? (?:(?:[a-z-]+ )?(?:who|that|which) (?:did|do|does|have|had|has|were|was|are)"
    r"(?: so| not| it)?"
    r"(?:[.,;:)]| (?:will|would|can|could|must|may|might|had|have|has|were|was|are|said|did)\b)"
    r"|(?:[a-z-]+ )?(?:who|that|which) (?:fell short|fail\w*|missed|lost(?: out)?|stayed|remain\w*"
    r"|left|surviv\w+|dropped out|passed|succeed\w*|qualif\w+|made it|refus\w+|answer\w*"
    r"|respon\w+|took part|agree\w*|declin\w+|got (?:in|through)|did(?: so|n['’]t))\b"
    r"|of (?:them|those|these)\b|(?:so|thus) [a-z]+ed\b|concerned\b|affected\b|in question\b)"
)
_WHO = regex(r",? (?:[a-z-]+ )?(?:who|that|which) (.*)")
_SO = regex(r"\bso,? (?:about |some |nearly |just |only |roughly ){0,2}\Z")
_PLACED = regex(r" (?:on|in|at|near|by|under|over|from|along|outside|behind|to|for)\b")
_CLAUSE_END = regex(r",|;|:|\.| and | but ")
_OUTCOMES = frozenset(
    "survivor loser winner failure success absentee victim vacancy beneficiary casualty defaulter "
    "offender culprit convert newcomer leaver dropout latecomer holdout volunteer applicant "
    "recipient rest".split()
)
"""Nouns for those of whom something has just been told."""
_ITS_SHARE = regex(r"[^.;:0-9]{0,25}(?:,|\(|–|—| -) ?(?:or |about |some |that is )?(?:[a-z]+ )?")
_OF_WHOLE = regex(
    r"\b(?:(?:out )?of|among)(?: (?:the|all|its|their|these|those|his|her|our|some|about|around"
    r"|nearly|more than|over|almost|roughly|just|total)){0,3} \Z"
)
_OPENS = regex(
    r"(?:^|[.;:,“\"–—] ?|\b(?:and|so|but|which,) )(?:(?:out )?of|among|from|with|in|given|since"
    r"|because)(?: [a-z’'-]+){0,5} \Z"
)
_PRONOUN = regex(
    r" of (?:them|those|these|it|that|which|whom|this|all|the total|the lot|the whole|what)\b"
)
_CHANCE = regex(r"\b(?:chance|odds|risk|probability|likelihood)\b[^.;]{0,30}\Z")
_TO_COME = regex(r"\b(?:from|than|by|until|since|against|another|plus|and|to) \Z")
