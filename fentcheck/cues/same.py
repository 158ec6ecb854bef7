"""Whether two figures of a draft speak of the same thing, by the words round them.

There is no parser behind this: the head noun, its modifiers, and the words of the clause. Every
question is answered with no where the words leave it open.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fentcheck.cues.draft import Draft, of_a_figure
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.nouns import PERSONS, singular

# Stems


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What words of one family share: "marchers", "marched" and "march"; "sold" and "sale".

    It is no word, and too short a word is its own stem.
    """
    lower = word.lower().strip("'’-").removesuffix("'s").removesuffix("’s")
    known = _FAMILY.get(lower)
    if known is not None:
        return known
    one = singular(lower)
    known = _FAMILY.get(one)
    if known is not None:
        return known
    for ending in _ENDINGS:
        if one.endswith(ending) and len(one) - len(ending) >= 3:
            base = one[: -len(ending)]
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls":
                base = base[:-1]
            return _FAMILY.get(base, base)
    return one


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that mean something of their own."""
    words = _WORD.findall(text.lower())
    return frozenset(stem(word) for word in words if word not in _GRAMMAR)


# One figure


def head_of(mention: Mention) -> str:
    """The noun that is counted, singular; "" where the sentence leaves it out."""
    return mention.noun.rpartition(" ")[2].lower()


def modifiers_of(mention: Mention) -> frozenset[str]:
    """The stems of what stands between the number and its noun: "outboard" of "outboard motors"."""
    words = mention.noun_phrase.lower().split()[:-1]
    return frozenset(stem(word) for word in words)


def rank_of(ordinal: str) -> int | None:
    """The number of "third" or "21st"; None for another word."""
    digits = re.match(r"\d{1,3}", ordinal)
    if digits:
        return int(digits.group())
    word = ordinal.lower()
    return _RANKS.index(word) + 1 if word in _RANKS else None


def thing_behind(draft: Draft, mention: Mention) -> str:
    """The noun that a measure is the adjective of: "fine" of "the £450 fine", "tower" of
    "a 31-storey tower"; with its modifiers, as printed in lower case. "" if there is none.
    """
    if mention.role is Role.COUNT and mention.noun and "-" not in mention.text:
        return ""
    found = _THING.match(draft.after(mention, 60))
    if found is None:
        return ""
    words = found.group(1).split()
    kept: list[str] = []
    for word in words[:3]:
        if word in _GRAMMAR or _ENDS_THING.fullmatch(word):
            break
        kept.append(word)
    return " ".join(kept)


@of_a_figure
def is_definite(draft: Draft, mention: Mention) -> bool:
    """It speaks of what the reader knows: "the 260 marchers", "all 24 chicks", "its 31 beds"."""
    return bool(_DEFINITE.search(draft.before(mention, 30)))


@of_a_figure
def is_another(draft: Draft, mention: Mention) -> bool:
    """It sets itself apart from others of its kind: "another 12", "the remaining 40"."""
    around = draft.before(mention, 40) + "\0" + mention.text.lower()
    return bool(_ANOTHER.search(around)) or bool(_ANOTHER_BEHIND.match(draft.after(mention, 30)))


def is_narrowed(draft: Draft, mention: Mention) -> bool:
    """What stands behind the noun picks some of them: "the 40 homes in the north", "who stayed"."""
    return bool(_NARROWED.match(draft.after(mention, 40)))


# Two figures


def same_kind(one: Mention, other: Mention) -> bool:
    """They may be compared at all: both counts, both sums of one currency, both lengths."""
    if (one.role is Role.AGE) != (other.role is Role.AGE) or one.phrase is None:
        return False
    if other.phrase is None or bool(one.per) != bool(other.per) or one.per != other.per:
        return False
    if one.role is Role.COUNT or other.role is Role.COUNT:
        return one.role is other.role
    first, second = one.phrase.unit, other.phrase.unit
    return first.kind is second.kind and first.dimensions == second.dimensions


def same_noun(one: Mention, other: Mention) -> bool:
    """They count the same noun: equal heads, or two nouns of one family ("march", "marcher")."""
    first, second = head_of(one), head_of(other)
    return bool(first) and bool(second) and (first == second or stem(first) == stem(second))


def are_persons(mention: Mention) -> bool:
    return head_of(mention) in PERSONS or head_of(mention) == "person"


# Where and when


def periods(text: str) -> frozenset[str]:
    """The words of a text that say when: years, months, week days, "last year"."""
    return frozenset(_PERIOD.findall(text.lower()))


def names(text: str) -> frozenset[str]:
    """The names of a text as printed: capitals within it. The first word of a sentence is none
    unless another name goes on from it."""
    return frozenset(found.group(1) for found in _NAME.finditer(text))


def clause(draft: Draft, mention: Mention, most: int = 90) -> str:
    """The words round a figure up to the next comma, semicolon, dash or bracket."""
    before = draft.before(mention, most)
    after = draft.after(mention, most)
    cut = max((found.end() for found in _BREAK.finditer(before)), default=0)
    stop = _BREAK.search(after)
    return before[cut:] + mention.text.lower() + (after[: stop.start()] if stop else after)


def own_scope(draft: Draft, mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """The names and the period words of the clause of a figure."""
    sentence = draft.sentence(mention)
    start = max(sentence.start, mention.start - 60)
    end = min(sentence.end, mention.end + 60)
    return names(draft.text[start:end]), periods(draft.lower[start:end])


def scopes_differ(draft: Draft, one: Mention, other: Mention) -> bool:
    """Both say where or when, and they do not say the same."""
    return any(
        bool(first) and bool(second) and first.isdisjoint(second)
        for first, second in zip(own_scope(draft, one), own_scope(draft, other), strict=True)
    )


_RANKS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "er", "ors", "or", "ions",
            "ion", "ies", "ed", "es", "s", "y", "e")  # fmt: skip
_FAMILIES = """
    death: dead die died dies dying killed kill kills killing deaths toll fatality fatalities victim
    injury: injured injure injures injuring hurt wounded injuries casualty
    arrest: arrested detained arrests arresting detainees
    fine: fined fines penalty
    sale: sold sell sells selling sales sale fetched auctioned
    purchase: bought buy buys buying purchased purchases
    sentence: jailed sentenced imprisoned sentences imprisonment
    cost: cost costs costing price priced
    spectator: fans crowd spectators onlookers supporters
    loss: lost lose losing losses
    protest: protesters protested march marched marchers marching demonstrators demonstration rally
        demonstrated
    lay-off: sacked layoffs redundancies redundant redundancy
    length: long length stretches stretching
    height: high tall height
    width: wide width
    depth: deep depth
    weight: weigh weighs weighed weighing weight
    gift: gave give given donated donation donate gift
    win: won wins winning winner victory
    flight: flew fly flying flown flight
    theft: stolen stole theft thefts
    talk: spoke speech speeches
    worker: employees workers staff workforce employs employed employing employee jobs job
    pupil: pupils students student
    resident: residents inhabitants population
    house: homes houses home house dwellings
    election: elected election
    death-row: condemned
"""
_FAMILY = {
    word: family.strip()
    for line in re.sub(r"\n {8,}", " ", _FAMILIES).strip().splitlines()
    for family, _, words in [line.partition(":")]
    for printed in [family.strip(), *words.split()]
    for word in (printed, singular(printed))
}
"""Words of one family that no ending shows."""
_GRAMMAR = frozenset(
    """
    a an the this that these those its their his her our my your of in on at to for from by with and
    or but nor as than then if so per each every who whom whose which what when where while after
    before during since until till over under above below into onto out off up down about around is
    are was were be been being am has have had do does did will would can could may might must shall
    should not no it he she they we i you him them us there here also now still already only just
    even more most less fewer much many some any all both either neither said says say told ago
    other another one two three four five six seven eight nine ten first second third last next
    """.split()
)
_WORD = regex(r"[^\W\d_][^\W\d_'’-]{2,}")
_THING = regex(r"[- ]((?:[a-z][a-z'’-]*[ ]?){1,4})")
_ENDS_THING = regex(r"[a-z]+ly|according|including|later|earlier|worth|old|long|high|wide|deep"
                         r"|tall|away|apart|ago|went|came|took|made|remains|remained")  # fmt: skip
_DEFINITE = regex(
    r"(?:\b(?:the|all|its|their|his|her|these|those|both|that|this|all the|all of the)"
    r"|[a-z][’']s?)"
    r"(?: (?:entire|whole|full|new|planned|proposed|huge|same|combined|total|roughly|about|some"
    r"|estimated|nearly|more than))? \Z"
)
_ANOTHER = regex(
    r"\b(?:other|another|remaining|rest|more|further|additional|extra|separate|second|first|next"
    r"|last|previous|earlier|latest|only|third|initial|original|different|new|old|former"
    r"|another of)(?: the)? \0"
    r"|\0[^\0]*\b(?:other|another|remaining|more|further|additional|extra|separate|first|last"
    r"|next"
    r"|fewer|less|previous|original|new|old|former)\b"
)
_ANOTHER_BEHIND = regex(
    r" (?:more|others?|fewer|less|extra|apiece|each|a[- ]head|left"
    r"(?! (?:the|for|at|on|from|by|it|its|his|her|their)\b))\b"
)
_NARROWED = regex(
    r" (?:in|on|at|from|of|with|without|who|that|which|whose|whom|aged|under|over|for|by|near|along"
    r"|outside|inside|living|being|still|where|between|across|left|not|already|now|built|born"
    r"|above|below|to|present|absent|voting|attending|taking|eligible|available|involved|affected"
    r"|polled|surveyed|elected)\b"
)
_PERIOD = regex(
    r"\b(?:1[6-9]\d\d|20\d\d)\b|\b(?:january|february|march|april|june|july|august|september"
    r"|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today"
    r"|yesterday|tomorrow|tonight|(?:last|this|next|previous|following|same) "
    r"(?:year|month|week|season|night|quarter|decade|spring|summer|autumn|winter|fall)"
    r"|(?:a|one|two|three|four|five|ten) (?:years?|months?|weeks?) (?:ago|earlier|later|before)"
    r"|morning|afternoon|evening|overnight|first (?:half|quarter|year|day|month|week))\b"
)
_NAME = regex(r"(?<=[a-z,;:)\d] )(?:the )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})")
_BREAK = regex(r"[,;:()\n]| [–—-] |—|\b(?:and|but|while|whereas|although|though)\b")
