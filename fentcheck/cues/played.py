"""The games of a season: as many as were won, drawn and lost."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.expressions.tree import Comparison, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording


@cue("played")
def played(draft: Draft) -> Iterator[Found]:
    """Games won, drawn and lost are all that were played.

    Words: "won 11, drew four and lost five", "with 20 wins, eight draws and 11 defeats", beside the
    number of games in the same sentence or, of the same kind ("home games"), the only one of the
    paragraphs round it. Where some are called off, tied or still to come, nothing is added up.
    Finding: The Harriers played 38 games. They won 20 of their games, drew ten and lost nine.
    Clean: The Harriers played 38 games. They won 20 of their games, drew nine and lost nine.
    """
    for won in draft.figures:
        if won.role is not Role.COUNT or not _is_won(draft, won):
            continue
        rest = [
            one
            for one in draft.beside(won)
            if one.start > won.start and one.role is Role.COUNT and _is_other(draft, one)
        ][:2]
        if len(rest) != 2 or not _is_plain(draft, (won, *rest)):
            continue
        games = _games(draft, won, rest[-1])
        if games is None:
            continue
        together = operation(Operator.SUM, *(draft.named(one) for one in (won, *rest)))
        yield Found(
            games, "FC301", draft.named(games), Comparison.EQUAL, together, (games, won, *rest),
            Sure.SAID, Wording.PARTS,
        )  # fmt: skip


def _is_won(draft: Draft, one: Mention) -> bool:
    return bool(_WON.search(draft.before(one, 20)) or _WINS.match(draft.lower, one.figure_end))


def _is_other(draft: Draft, one: Mention) -> bool:
    return bool(_OTHER.search(draft.before(one, 20)) or _OTHERS.match(draft.lower, one.figure_end))


def _is_plain(draft: Draft, run: tuple[Mention, ...]) -> bool:
    """A draw and a defeat, each once, in one breath, and nothing else that may have come of it."""
    first, last = run[0], run[-1]
    words = draft.lower[max(0, first.start - 20) : last.end + 20]
    if len(words) > _LONGEST or _LEFT.search(draft.words(first)):
        return False
    drawn, lost = _DRAWN.search(words), _LOST.search(words)
    return drawn is not None and lost is not None and all(one.hedge == "=" for one in run)


def _games(draft: Draft, won: Mention, last: Mention) -> Mention | None:
    """How many were played: the only such number near by."""
    kinds = set(won.noun_phrase.lower().split()[:-1]) - _PLAIN
    near = [
        one
        for one in draft.beside(won, _NEAR)
        if one is not last and _is_games(draft, one, kinds) and not _is_won(draft, one)
    ]
    here = [one for one in near if one.sentence == won.sentence]
    found = here or near
    return found[0] if len({one.value for one in found}) == 1 else None


def _is_games(draft: Draft, one: Mention, kinds: set[str]) -> bool:
    if one.role is not Role.COUNT or not isinstance(one.value, int) or one.hedge == "<":
        return False
    if _PLAYED.search(draft.before(one, 20)) and not one.noun:
        return True
    said = set(one.noun_phrase.lower().split()[:-1]) - _PLAIN
    return (
        one.noun in _GAMES
        and said == kinds
        and not _IN_A_ROW.match(draft.after(one, 30))
        and not _LAST.search(draft.before(one, 20))
    )


_NEAR = 12
"""J: sentences; a report comes back to its season at its end."""
_LONGEST = 160
_GAMES = frozenset("game match fixture tie bout fight contest test".split())
_PLAIN = frozenset("the their his her its all league of those these".split())
_WON = regex(r"\b(?:won|winning|win)(?: just| only)? \Z")
_WINS = regex(r" (?:wins?|victories|victory)\b")
_OTHER = regex(r"\b(?:drew|drawn|drawing|draw|tied|lost|losing|lose)(?: just| only| the other)? \Z")
_OTHERS = regex(r" (?:draws?|ties|defeats?|losses|loss)\b")
_DRAWN = regex(r"\b(?:drew|drawn|drawing|draws?|tied|ties)\b")
_LOST = regex(r"\b(?:lost|losing|lose|defeats?|loss(?:es)?)\b")
_PLAYED = regex(r"\b(?:played|playing|from|in) \Z")
_IN_A_ROW = regex(r" (?:in a row|running|left|to go|to play|remaining|unbeaten|without)\b")
_LAST = regex(r"\b(?:last|past|first|next|previous|unbeaten in|final|opening|other) \Z")
_LEFT = regex(
    r"\b(?:abandon\w*|called off|postponed|no[- ]result|walkovers?|rained off|void|replay\w*"
    r"|extra time|penalties|goals?|points? from)\b"
)
