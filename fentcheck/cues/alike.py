"""Whether two figures of a draft may speak of the same thing: unit, noun, and the words round them.

Nothing here knows English beyond lists of words; where the words do not say that two figures
belong together, the answer is no.
"""

from __future__ import annotations

from functools import lru_cache

from fentcheck.cues.draft import Draft, of_a_figure
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Rational, Role
from fentcheck.regex import regex
from fentcheck.units.nouns import PERSONS, singular
from fentcheck.units.unit import Kind

FAR = 1000
"""J: characters; a sentence that is longer is a list, or no prose."""


def is_share(mention: Mention) -> bool:
    """A percentage, a fraction or "one in k": what can be a share of a whole, and is no rate."""
    phrase = mention.phrase
    return (
        mention.role is Role.PERCENT
        and phrase is not None
        and phrase.unit.kind is Kind.RATIO
        and not mention.per
        and phrase.direction is None
    )


def is_amount(mention: Mention) -> bool:
    """A count, a sum of money or another amount that can be a part of one; no rate, no factor."""
    phrase = mention.phrase
    return (
        mention.role in _OF_AMOUNTS
        and phrase is not None
        and not mention.per
        and phrase.unit.kind in _PLAIN_OR_AMOUNT
        and not phrase.is_change
        and phrase.form is not Form.ONE_IN
        and not mention.text.endswith(_ON_A_SCALE)
    )


def of_one_unit(one: Mention, other: Mention) -> bool:
    """Both count, or both are measured in units of one kind."""
    if one.phrase is None or other.phrase is None:
        return False
    if one.role is Role.COUNT or other.role is Role.COUNT:
        return one.role is other.role
    return one.phrase.unit.dimensions == other.phrase.unit.dimensions


def head(mention: Mention) -> str:
    """The one word for what is counted, "" where the sentence leaves it out."""
    return mention.noun.rpartition(" ")[2].lower()


def same_noun(one: Mention, other: Mention) -> bool:
    """Both are said to count one thing: an equal noun, or persons by other names."""
    mine, theirs = head(one), head(other)
    return bool(mine) and bool(theirs) and same_head(mine, theirs)


def same_head(mine: str, theirs: str) -> bool:
    """Two head nouns name one thing: "hives" are beehives, "pupils" students."""
    if mine == theirs or any(mine in pair and theirs in pair for pair in _SYNONYMS):
        return True
    short, long = sorted((mine, theirs), key=len)
    return len(short) > 3 and long.endswith(short)


def size(mention: Mention) -> Rational:
    """The figure in base units, of a range the upper end."""
    assert mention.phrase is not None
    assert mention.value is not None
    value = mention.value[1] if isinstance(mention.value, tuple) else mention.value
    return value * mention.phrase.unit.size


def may_count_same(one: Mention, other: Mention) -> bool:
    """As `same_noun`, but a noun may be left out."""
    mine, theirs = head(one), head(other)
    return not mine or not theirs or same_head(mine, theirs) or are_persons(mine, theirs)


def are_persons(mine: str, theirs: str) -> bool:
    return mine in PERSONS and theirs in PERSONS


@of_a_figure
def is_compared(draft: Draft, mention: Mention) -> bool:
    """The figure is that of another time or place, named to compare: "up from 198", "than 30"."""
    return bool(_COMPARED.search(draft.before(mention, 40))) or bool(
        _EARLIER.match(draft.after(mention, 40))
    )


def beside(draft: Draft, mention: Mention, sentences: int = 0) -> tuple[Mention, ...]:
    """As `Draft.beside`, but no further than a reader looks, however long the sentences are."""
    start, end = mention.start - FAR, mention.end + FAR
    return tuple(one for one in draft.beside(mention, sentences) if start <= one.start < end)


def words_round(draft: Draft, mention: Mention) -> str:
    """The sentence of a figure in lower case, or as much of it as a reader has in mind."""
    sentence = draft.sentence(mention)
    half = FAR // 3
    start, end = max(sentence.start, mention.start - half), min(sentence.end, mention.end + half)
    return draft.lower[start:end]


def content(words: str) -> frozenset[str]:
    """The stems of the words that carry the sense of a stretch of text in lower case."""
    return frozenset(
        stem(word) for word in _WORD.findall(words) if word not in _EMPTY and len(word) > 2
    )


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its commonest endings, so that "surveyed" and "survey" meet."""
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return singular(word).rstrip("e")


_OF_AMOUNTS = (Role.COUNT, Role.MONEY, Role.AMOUNT)
_PLAIN_OR_AMOUNT = (Kind.PLAIN, Kind.AMOUNT)
_SYNONYMS = (
    frozenset(("vote", "ballot")),
    frozenset(("voter", "elector", "citizen")),
    frozenset(("pupil", "student", "schoolchild", "child")),
    frozenset(("worker", "employee", "staff", "staffer")),
    frozenset(("home", "house", "household", "property", "dwelling")),
    frozenset(("respondent", "participant", "person")),
    frozenset(("soldier", "troop")),
    frozenset(("car", "vehicle")),
    frozenset(("boat", "vessel", "ship")),
    frozenset(("company", "firm", "business")),
    frozenset(("death", "fatality")),
    frozenset(("case", "infection")),
)
_COMPARED = regex(
    r"\b(?:(?:up|down|rose|fell|risen|fallen|grown|drop(?:ped)?|rise|increased?|change|changed|cut"
    r"|raised|reduced|falling|rising|declined?|went|gone|slid|slipped|climbed|jumped|dipped|sank"
    r"|shrank|soared|doubled|halved) from|against|than|compared (?:with|to)|versus|instead of"
    r"|rather than|not|target of|limit of|previous|earlier|last year's|original)"
    r"(?: (?:the|its|their|just|only|about|some|around|nearly|almost|more than|over)){0,2} \Z"
)
_EARLIER = regex(
    r"(?: \w+){0,2} (?:(?:a|the) (?:year|month|week|decade|day) (?:earlier|ago|before)"
    r"|(?:\w+ )?(?:years|months|weeks|decades) (?:earlier|ago|before)|previously)\b"
)
_WORD = regex(r"[a-z][a-z'’-]*")
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "ors",
    "ies",
    "ied",
    "ed",
    "er",
    "or",
    "y",
)
_IRREGULAR = {
    "went": "go", "gone": "go", "took": "take", "taken": "take", "left": "leave", "sold": "sell",
    "built": "build", "lost": "lose", "died": "death", "dead": "death", "deaths": "death",
    "die": "death", "bought": "buy", "paid": "pay", "won": "win", "kept": "keep", "held": "hold",
    "chose": "choose", "chosen": "choose", "broke": "break", "broken": "break", "spent": "spend",
    "women": "woman", "men": "man", "children": "child", "fell": "fall", "fallen": "fall",
    "driven": "drive", "drove": "drive", "grew": "grow", "grown": "grow", "shut": "close",
    "answered": "answer", "replied": "answer", "responded": "answer", "respondents": "answer",
    "moved": "leave", "departed": "leave", "owned": "own",
}  # fmt: skip
_EMPTY = frozenset(
    """
    the and for but not are was were been being has have had does did will would can could may might
    must shall should this that these those there their they them its his her hers our your you who
    whom whose which what when where while with without from into onto out off over under about
    around near against between among across through within along behind beyond since until than
    then also only just even more most less fewer least many much some any all both each either
    other others another one two three four five six seven eight nine ten said says say told tells
    according year years month months week weeks day days time times per cent percent last first
    second next after before during because though although still now yet ever never again too
    very such same own new were had him she he it's however including included include total number
    figure part share rate people person make makes made come comes came get gets got give given
    """.split()
)
_ON_A_SCALE = ("or higher", "or lower", "or above", "or below", "or older", "or younger")
"""A mark on a scale, "a score of 30 or higher", counts nothing."""
