"""What the words beside a figure make of it: what something comes to, or something else."""

from __future__ import annotations

from fentcheck.cues.draft import Draft
from fentcheck.cues.topic import beside, stems
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex

_BEFORE = 60
_BEHIND = 40


def is_in_all(draft: Draft, mention: Mention) -> bool:
    """It is said to be all of something: "a total of", "in all"."""
    lead = draft.lower[mention.start : mention.figure_start]
    return bool(
        _IN_ALL_BEFORE.search(_left(draft, mention) + lead)
        or _IN_ALL_BEHIND.match(draft.after(mention, _BEHIND))
    )


def is_converted(draft: Draft, mention: Mention) -> bool:
    """It is said to be what stands before it, in other terms: "that is", "or", "equivalent to"."""
    return bool(_CONVERTED.search(_left(draft, mention)))


def says_total(draft: Draft, mention: Mention) -> bool:
    """It is what somebody paid, earned, used or made: a total, if of nothing else."""
    return bool(_COMES_TO.search(_left(draft, mention)))


def is_something_else(draft: Draft, mention: Mention, lost: bool = True) -> bool:
    """It is a part, a change, a fine, a reserve: nothing that a product comes to.

    What is lost is something else than what is bought, unless something was lost day by day.
    """
    before, after = _left(draft, mention), draft.after(mention, _BEHIND)
    if mention.role is Role.MONEY and (_LOST if lost else _OWED).search(before):
        return True
    if _ANOTHER_ONE.search(before) or _OF_ONE.search(before):
        return True
    if mention.role is Role.MONEY and _OF_A_THING.search(before) and _A_THING.match(after):
        return True
    if _IN_STOCK.match(after):
        return True
    return bool(_NOT_THE_TOTAL.search(before) or _NOT_BEHIND.match(after))


def is_income(draft: Draft, mention: Mention) -> bool:
    """A sum that is taken in, where what it stands beside may be spent."""
    return bool(_INCOME.search(_left(draft, mention)))


def purpose(draft: Draft, mention: Mention) -> frozenset[str]:
    """What a sum is said to be for or in: "rent" of "$2,000 in rent"; empty where nothing is."""
    if mention.role is not Role.MONEY:
        return frozenset()
    found = _FOR.match(draft.after(mention, _BEHIND))
    return stems(found.group(1)) - _ANYTHING if found else frozenset()


def _left(draft: Draft, mention: Mention) -> str:
    return beside(draft, mention, _BEFORE, 0)[0]


_ANYTHING = stems("total return cash damages payouts sum whole winners people")
_IN_ALL_BEFORE = regex(
    r"\b(?:(?:total|combined|overall)(?: [a-z]+){0,3}|totall?ing|totall?ed|totals|in all"
    r"|so far|wage bill|payroll"
    r"|altogether"
    r"|all told|overall|adds? up to|added up to|adding up to|amount(?:s|ed|ing)? to|between them)"
    r"\b[^.;]{0,30}$"
)
_CONVERTED = regex(
    r"(?:\b(?:com(?:es?|ing) to|came to|mak(?:es?|ing)|raising|netting|worth|(?:wrapped|packed"
    r"|bagged|divided|shared|spread"
    r"|split|cut|made|pressed) (?:as|into|up|among|between|by)|works? out (?:at|to|as)"
    r"|bringing"
    r"|putting|equivalent to|equal to|equals|that is|that's|that was|that means|which is"
    r"|which was"
    r"|enough for|gives?|gave|giving|meaning|i\.e\.|so|therefore|translates? (?:to|into)|would be"
    r"|that would|thus|brought in|brings? in|represent(?:s|ed|ing)?)\b[^.;]{0,40}"
    r"|, or(?: [a-z]+){0,2}|\bor) ?$"
)
_IN_ALL_BEHIND = regex(
    r"[^.;\d]{0,25}\b(?:in all|in total|altogether|all told|overall|between them|combined"
    r"|so far)\b"
)
_COMES_TO = regex(
    r"\b(?:cost(?:s|ing)?|paid|pay|pays|got|gets|spent|spend|earn(?:s|ed)?|raised?|raising|take|took"
    r"|takings"
    r"|takes|revenue|income|proceeds|value|valued|bill|gross(?:ed)?|generated?|yield(?:s|ed)?"
    r"|receiv(?:e|ed)|share|shared|sharing|collected|charged|fetched|sold for|deal|contract|used"
    r"|using|uses?|made|produc(?:e|ed)|pumped|drove|driven|travelled|traveled|cover(?:ed)?|lasts?"
    r"|lasted|sum"
    r"|fund|payouts?|holds?|weigh(?:s|ed|ing)?|needs?|needed|invoiced|brought|given out"
    r"|handed out"
    r"|shrunk|lost|grown|built|filled|repaired|won|seized|lent|treated|for|in"
    r"|after)\b[^.;]{0,40}$"
)
_NOT_THE_TOTAL = regex(
    r"\bof (?:which|them)(?!,)[^.;,]{0,25}$|\b(?:including|includes?|plus|another|further"
    r"|separate|fined|grant|bail"
    r"|loan"
    r"|debt|target|goal|profit|tax|compared|rose|fell (?:to|by|from|back)"
    r"|(?:was|is|were|are) (?:up|down)(?! by)"
    r"|increased?|reduced|replacement"
    r"|reserves of|than|last time|instead|previous(?:ly)?"
    r"|not(?! (?:be |being )?(?:charged|billed|pay))|set aside|first|up to|deposit|also"
    r"|advance|old|stood at|stands at"
    r"|maximum|limit|the most|at most)\b[^.;]{0,25}$"
)
_NOT_BEHIND = regex(
    r",? with (?:meals|breakfast|drinks|tips?|tax|extras|fees|interest|delivery)\b"
    r"| (?:more|less|extra|fewer|higher|lower|short|profit|loss|grant|fine|of (?:them|which|that)"
    r"|in (?:cash|tax|profit|fines|damages|aid|grants|debt)|deposit)\b"
    r"|[^.;]{0,30}\b(?:including|with help|thanks to|sponsors?|plus|after (?:tax|costs|fees"
    r"|deductions)|before tax|once)\b"
)
_INCOME = regex(
    r"\b(?:rais\w+|brought in|brings? in|brought back|took|takes?|takings|earn\w*|income|revenue"
    r"|fares|donat\w+|donors|grossed|made|makes|collected|receiv\w+|gets?|got)\b[^;.]{0,40}$"
)
_LOST = regex(r"\b(?:lost|losing|loses|stole|ow(?:es?|ed|ing)|borrowed)\b[^.;]{0,25}$")
_OWED = regex(r"\b(?:stole|ow(?:es?|ed|ing)|borrowed)\b[^.;]{0,25}$")
_OF_A_THING = regex(r"\b(?:an?|the|his|her|its|their|another) \Z")
_A_THING = regex(
    r" (?!(?:bill|invoice|charge|total|payment|payout|cheque|check|fine|sum|package|order|tab"
    r"|haul|outlay)\b)[a-z]"
)
""" "A $900 tire": what another thing costs."""
_IN_STOCK = regex(
    r"(?: [a-z]+)? (?:(?:were|was|are|is|still|remain\w*) )*(?:left in|in (?:the|its|their)"
    r" (?:tanks?|cellars?|stores?|warehouse|fridge))\b"
)
_OF_ONE = regex(
    r"\bone (?:of them |alone |even )?(?:went|sold|fetched|was|made|cost|reached|paid|got)\b"
    r"[^.;,]{0,15}\Z"
)
_ANOTHER_ONE = regex(r"\band (?:the|a|its|his|her|their) [a-z]+ $")
"""With the verb left out: "each worker gets $2,000, and the boss $400,000"."""
_FOR = regex(r" (?:for|on|in|to|of|from) ((?:[a-z'’-]+ ?){1,4})")
