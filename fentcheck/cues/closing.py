"""Words that say that a list has all the parts: the last of them is what is left, or nothing is."""

from __future__ import annotations

from fentcheck.cues.draft import Draft
from fentcheck.prose.mention import Mention
from fentcheck.regex import regex


def closes(draft: Draft, part: Mention) -> bool:
    """It is called what is left: "the other nine", "leaving 9p", "12 made up the rest"."""
    before = draft.before(part, 70)
    if _BEFORE.search(before):
        return not _OF_WHAT_IS_LEFT.search(before)
    found = _BEHIND.match(draft.after(part, 60)) or _BEHIND.match(
        draft.lower[part.figure_end : min(draft.sentence(part).end, part.figure_end + 60)]
    )
    if found is None:
        return False
    following = draft.following(part)
    return following is None or following.start > part.end + found.end() + _NEXT


def left_before(draft: Draft, part: Mention) -> int | None:
    """Where what is left is named that a part is of: "Of the rest, 60 per cent come by bus".

    It is another whole than that of the parts before it.
    """
    start = draft.sentence(part).start
    named = _LEFT_NAMED.search(draft.lower[start : part.start])
    return start + named.start() if named else None


def is_of_the_rest(draft: Draft, share: Mention, whole: Mention) -> bool:
    """A share of what is left of the whole: "Of the 40 buses 28 ran. Of the rest, 25 per cent"."""
    left = left_before(draft, share)
    return left is not None and whole.start < left


def is_all(draft: Draft, first: Mention, last: Mention) -> bool:
    """Said of a list, or right behind it: that there is nothing else, or that it is everything."""
    start, end = draft.sentence(first).start, draft.sentence(last).end
    return bool(_ALL.search(draft.lower, start, end)) or bool(
        _NO_OTHERS.match(draft.lower, end, end + 80)
    )


_NEXT = 25
"""J: characters; "made up the rest, 12": the rest is the figure behind."""
_HEDGES = (
    r"(?:,? (?:about|around|some|nearly|almost|roughly|just|only|over|or|at|a mere|a modest"
    r"|another|as many as|no more than|all|namely|more than|the))*"
)
_IS = (
    r"(?:,? (?:is|was|are|were|goes|went|go|comes?|came|being|amount(?:s|ed|ing) to|of"
    r"|totall?(?:s|ed|ing)|worth|numbering)(?: (?:to|on|from|in|by))?)?"
)
_LEFT = (
    r"(?:(?:from |out )?(?:of|among|amongst)|(?:^|(?<=[.;:—–] )|(?<=, and )|(?<=, but ))(?:for|in))"
    r" (?:all )?(?:the (?:few |two |three )?(?:rest|remainder|balance|residue|others)\b"
    r"|(?:the|its|their|his|her|our|those) (?:remaining|other) (?!\d)"
    r"(?!(?:half|third|quarter|tenth|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|those (?:left|remaining|that remain|who remain|who are left|who were left)"
    r"|what(?:ever)?(?: is|[’']s| was| had been)? (?:left|remains?|remained)\b"
    r"|every(?:thing|one|body) else\b|any(?:one|body) else\b|all else\b)"
)
_LEFT_NAMED = regex(rf"\b{_LEFT}")
_OF_WHAT_IS_LEFT = regex(rf"\b{_LEFT}[^.;:\d]{{0,40}}\Z")
_BEFORE = regex(
    r"\b(?:(?:the|its|their|his|her|our|and|this|a|all)(?: [a-z]+)? (?:remaining|final)"
    r"|the last|remaining|the (?:few |two |three )?(?:rest|remainder|balance|residue|others?)"
    r"(?: of [^,.;\d]{1,30})?"
    r"|what(?:ever)?(?: is|[’']s| was| had been)? (?:left|remains?|remained)(?: over| behind)?"
    r"|every(?:one|body|thing) else|any(?:one|body|thing) else|all else|none of (?:these|them)"
    r"|(?:leaving|(?:which|that|this|and) (?:leaves|left)|that is,? leaving)"
    r"(?: (?:him|her|it|them|us|you|me|the [a-z]+|[a-z]+ with))?)"
    rf"{_IS}{_HEDGES},? \Z"
)
_BEHIND = regex(
    r"(?: [a-z]+)? (?:left over|remaining)\b"
    r"|[^.;,:\d]{0,40}\b(?:every(?:thing|one|body) else"
    r"|(?:the (?:rest|remainder|difference|balance))(?! (?:of|to|is|was|are|were|went|goes)\b))"
)
_ALL = regex(
    r"\b(?:(?:nothing|nobody|no[ -]one|none|nowhere) (?:else|other)\b"
    r"(?! (?:knows?|knew|can|could|would|will|is asked|was asked|was hurt))"
    r"|(?:that|those|these|which|they)(?: (?:is|was|are|were|makes?|made)|[’']s)"
    r" (?:the (?:whole|entire)|all (?:of|the|there)|everyone|everybody|everything|the lot"
    r"|the only (?:[a-z]+ )?(?:[a-z]+s|ones?)\b)"
    r"|accounts? for (?:every[a-z]*|them all|the lot|all of)|(?:all|every[a-z]*) accounted for"
    r"|every[a-z]*(?: one)?(?: of [^.;\d]{1,30}\d+ [a-z]+)? (?:is|was|were) accounted for"
    r"|no (?:others|fourth|fifth|third [a-z]+ (?:exists|stood|ran)))\b"
)
_NO_OTHERS = regex(
    r"(?:there (?:is|are|was|were) )?(?:no others?\b|no [a-z]+ (?:else|besides)\b|nothing else\b"
    r"|nobody else\b|no[ -]one else\b)(?! (?:knows?|knew|can|could|would|will|was asked|was hurt))"
    r"|(?:that|those|these) (?:is|was|are|were) (?:all|the (?:lot|only))\b"
)
