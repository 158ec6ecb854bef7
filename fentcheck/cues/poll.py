"""The votes of a poll as a share of all, as more than was needed, or short of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fentcheck.cues.alike import beside, head, is_amount, is_share, size
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording


@cue("poll")
def poll(draft: Draft) -> Iterator[Found]:
    """The votes of somebody, all votes, and what share that is; what was needed, and what is short.

    Words: a share with "10,250 of the 19,500 votes" beside it; a share of the vote with the votes
        of the only two sides; "a two-thirds majority" with the votes; "needed 41 votes and got 37
        … two votes short".
    Finding: Ana Roth won 44% of the vote, or 10,250 of the 19,500 votes cast.
    Clean: Ana Roth won 53% of the vote, or 10,250 of the 19,500 votes cast.
    Finding: The motion needed 41 votes and got 37. It was two votes short.
    Finding: It passed by the required two-thirds majority: 198 of the 310 members voted for it.
    Clean: It failed to win a two-thirds majority: 198 of the 310 members voted for it.
    """
    for one in draft.figures:
        if is_share(one):
            if _MAJORITY.match(draft.lower, one.end):
                yield from _reached(draft, one)
            elif one.hedge in "=~" and _is_percentage(one) and _POLL.search(_round(draft, one)):
                yield from _shares(draft, one)
        elif _SHORT.match(draft.lower, one.end) and _is_count(one):
            yield from _short(draft, one)


def _shares(draft: Draft, share: Mention) -> Iterator[Found]:
    """The one pair of counts near the one share."""
    near = beside(draft, share, 1)
    if any(is_share(one) and _is_percentage(one) for one in near):
        return
    pairs = list(_pairs(draft, near))
    if len(pairs) == 1:
        part, whole = pairs[0]
        yield from _share(draft, share, part, draft.named(whole), size(whole), (whole,))
    elif not pairs and _ONLY_TWO.search(_round(draft, share)):
        votes = [one for one in near if _is_count(one) and head(one) in ("", "vote", "ballot")]
        if len(votes) == 2 and all(size(one) > _FEW for one in votes):
            part, other = sorted(votes, key=size, reverse=True)
            both = operation(Operator.SUM, draft.named(part), draft.named(other))
            yield from _share(draft, share, part, both, size(part) + size(other), (other,))


def _share(
    draft: Draft, share: Mention, part: Mention, whole: Expression, all_of_it: Fraction | int,
    others: tuple[Mention, ...],
) -> Iterator[Found]:  # fmt: skip
    apart = abs(Fraction(size(part)) / all_of_it - size(share))
    if apart <= _OUT_BY and size(part) <= all_of_it:
        yield Found(
            share, "FC303", draft.named(share), Comparison.EQUAL,
            operation(Operator.SHARE, draft.named(part), whole), (share, part, *others),
            Sure.LIKELY, Wording.SHARE_OF,
        )  # fmt: skip


def _reached(draft: Draft, least: Mention) -> Iterator[Found]:
    """ "By the required two-thirds majority … 198 of the 310 members"."""
    words = _round(draft, least)
    if not _CARRIED.search(words) or _MISSED.search(words):
        return
    pairs = list(_pairs(draft, beside(draft, least, 1)))
    if len(pairs) == 1:
        part, whole = pairs[0]
        needed = operation(Operator.MULTIPLY, draft.named(least), draft.named(whole))
        yield Found(
            part, "FC303", draft.named(part), Comparison.AT_LEAST, needed, (least, part, whole),
            Sure.LIKELY, told=f"{part.text} of {whole.text} is less than {least.text}",
        )  # fmt: skip


def _is_percentage(share: Mention) -> bool:
    """As a percentage; "more than half" says little."""
    return share.text[-1] in "%t"


def _short(draft: Draft, gap: Mention) -> Iterator[Found]:
    """What was needed, less what there was."""
    near = [one for one in beside(draft, gap, 2) if one.start < gap.start and _is_count(one)]
    needed = [one for one in near if _NEEDED.search(draft.before(one, 30))]
    if len(needed) != 1:
        return
    had = [one for one in near if one is not needed[0] and size(gap) < size(one) < size(needed[0])]
    if len(had) == 1:
        missing = operation(Operator.SUBTRACT, draft.named(needed[0]), draft.named(had[0]))
        yield Found(
            gap, "FC202", draft.named(gap), Comparison.EQUAL, missing, (needed[0], had[0], gap),
            Sure.LIKELY,
        )  # fmt: skip


def _pairs(draft: Draft, figures: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """ "10,250 of the 19,500 votes": some of all."""
    for part in figures:
        whole = draft.following(part)
        if whole is None or not (_is_count(part) and _is_count(whole)) or size(part) >= size(whole):
            continue
        is_of_votes = head(whole) in _VOTES or _WHO_VOTED.match(draft.lower, whole.end)
        if _OF.fullmatch(draft.between(part, whole)) and is_of_votes:
            yield part, whole


def _is_count(one: Mention) -> bool:
    return is_amount(one) and one.role is Role.COUNT and not isinstance(one.value, tuple)


def _round(draft: Draft, one: Mention) -> str:
    """The words of its sentence and of those beside it, as far as a reader has them in mind."""
    first = draft.sentences[max(0, one.sentence - 1)].start
    last = draft.sentences[min(len(draft.sentences) - 1, one.sentence + 1)].end
    return draft.lower[max(first, one.start - _FAR) : min(last, one.end + _FAR)]


_FAR = 300
_VOTES = ("vote", "ballot", "voter", "elector", "")
_WHO_VOTED = regex(
    r"(?: who| that)? (?:cast|voted|voting|present|in the (?:hall|room|chamber)|registered|eligible"
    r"|entitled|on the|backed|supported|polled)\b"
)
_FEW = 20
_OUT_BY = Fraction(3, 10)
_OF = regex(r" (?:out )?of (?:the |its |their |all )?")
_POLL = regex(
    r"\b(?:votes?|voted|voters|ballots?|elected|elections?|re-elected|electorate|turn-?out|polls?"
    r"|run-?off|referendum)\b"
)
_ONLY_TWO = regex(
    r"\b(?:only (?:opponent|rival|other|challenger)|sole (?:opponent|rival|challenger)|nobody else"
    r"|no-?one else|no other|both candidates|two candidates|straight fight|two-horse|run-?off"
    r"|head-to-head)\b"
)
_MAJORITY = regex(r"[ -](?:majority|supermajority|threshold)\b")
_CARRIED = regex(r"\b(?:passed|approved|adopted|carried|backed|agreed|won|secured|by|reached)\b")
_MISSED = regex(
    r"\b(?:fail(?:ed|s|ing)?|short|fell|without|not|lacked|missed|rejected|defeated|lost|no"
    r"|would|will|must)\b"
)
_SHORT = regex(r"(?: votes?| seats?| signatures?)? short\b")
_NEEDED = regex(
    r"\b(?:need(?:s|ed|ing)?|require[sd]?|requiring|takes|threshold of)\b[^.;0-9]{0,20}\Z"
)
