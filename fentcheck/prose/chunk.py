"""What stands behind a number in running text: its unit, the thing counted or measured, the rate.

There is no dictionary of English behind this: a noun chunk goes up to the first plural, and ends
before a word of the grammar or a verb. So a chunk is short rather than wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fentcheck.phrases.numbers import SMALL
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.currency import SIGNS
from fentcheck.units.names import Lexicon
from fentcheck.units.nouns import IRREGULAR, PERSONS, THINGS, singular
from fentcheck.units.unit import Kind, Unit


class UnitFound(NamedTuple):
    """A unit behind a number: where its name ends, and whether a hyphen joins it."""

    unit: Unit
    end: int
    is_joined: bool = False


class Noun(NamedTuple):
    """A noun with its modifiers as printed, and the offsets between which it stands."""

    noun: str
    phrase: str
    start: int
    end: int


class Per(NamedTuple):
    """What a rate is taken over: the words for a claims file, the unit, and where they end."""

    words: str
    unit: Unit
    end: int


def unit_at(
    text: str, end: int, lexicon: Lexicon, is_one: bool, is_large: bool
) -> UnitFound | None:
    """The unit whose name stands right behind a number that ends at `end`; the longest wins.

    A name in full is a plural, but for one of it and behind a hyphen: "two second homes" holds
    no seconds, "a 90-second film" does.
    """
    match = _UNIT_WORDS.match(text, end, end + _FAR)
    if match is None:
        return None
    joint = match.group(1)
    words = [word for word in match.groups()[1:] if word]
    for many in range(len(words), 0, -1):
        name = "".join(words[:many]).rstrip(".")
        unit = _named(name, lexicon)
        stop = match.end(many + 1)
        if unit is None and many == 1 and "/" in name:
            stop -= len(name) - name.index("/")
            unit = _named(name.partition("/")[0], lexicon)
        stop -= text[stop - 1] == "."
        if unit is None or (unit.kind is Kind.FACTOR and name != "x"):
            continue
        if joint == "-":
            return UnitFound(unit, stop, True)
        if not joint and not _is_symbol(name):
            continue
        if joint and not _stands_alone(name, unit, is_one, is_large, text, stop):
            continue
        return UnitFound(unit, stop)
    return None


def _stands_alone(
    name: str, unit: Unit, is_one: bool, is_large: bool, text: str, stop: int
) -> bool:
    """A name behind a space is a unit here, and no word of the sentence."""
    lower = name.lower()
    if lower in _WORDS_TOO:
        return False
    if len(name) == 1:
        return (name in _LETTERS or name in SIGNS) and not text.startswith("-", stop)
    if lower == "won":
        return is_large
    if lower in _OTHER_THINGS:
        return False
    if is_one or lower.endswith("s") or _is_symbol(name):
        return True
    return not (unit.is_money and _OF_MONEY.match(text, stop))


@lru_cache(maxsize=8192)
def _named(name: str, lexicon: Lexicon) -> Unit | None:
    return lexicon.named(name)


def _is_symbol(name: str) -> bool:
    return len(name) <= 5 and name.lower() not in _FULL_NAMES


def noun_at(
    text: str,
    end: int,
    is_one: bool = False,
    of_unit: bool = False,
    is_adjective: bool = False,
    is_share: bool = False,
) -> Noun | None:
    """The noun chunk behind a number or unit that ends at `end`, or None where there is none.

    It is reached through "of the", "of its 54"; behind a share through "the" alone. Behind a unit
    it is what is measured, and stands behind "of" ("640km of cable"), or is described by it
    (`is_adjective`: "a 90-minute film"). Its head may then be a singular, as it is with `is_one`.
    """
    opening = _OPENING.match(text, end)
    if opening is None:
        return None
    start = opening.end()
    is_of = opening.group(1) == "of"
    if of_unit and not (is_of or is_adjective or (is_share and opening.group(1))):
        return None
    wants_known = is_one or (of_unit and not is_of)
    words = 0
    position = start
    last: tuple[int, str] | None = None
    is_bounded = False
    while words < _LONGEST_CHUNK:
        match = _WORD.match(text, position, position + _FAR)
        if match is None or (words and text[match.start(1) - 1] in '“"'):
            is_bounded = True
            break
        word = match.group(1)
        lower = word.lower()
        if lower in _STOPS or lower in SMALL or lower in (_VERBS if words else _NEVER_FIRST):
            is_bounded = True  # a small number begins a figure of its own: "80 ten years ago"
            break
        words += 1
        position = match.end()
        if _is_plural(lower):
            if last is not None and wants_known:
                break
            last = (position, word)
            if lower not in _MODIFIERS:
                break
        elif wants_known and _is_known(lower):
            last = (position, word)
        elif last is not None:
            break
        if match.group(2) is not None:
            is_bounded = True
            break
    if last is None and is_of and of_unit and is_bounded and 0 < words <= 3:
        last = (position, text[start:position].rpartition(" ")[2])  # a mass: "22 pounds of rice"
    if last is None:
        return None
    stop, head = last
    return Noun(singular(head), text[start:stop], start, stop)


def joined_noun(text: str, end: int) -> Noun | None:
    """The noun that a hyphen joins to a number: "a 96-page report", "a three-bedroom house"."""
    match = _JOINED_NOUN.match(text, end)
    if match is None or not _is_known(match.group(1)) or match.group(1) in _NEVER_JOINED:
        return None
    return Noun(match.group(1), match.group(1), match.start(1), match.end(1))


def _is_known(lower: str) -> bool:
    return lower in THINGS or lower in PERSONS


@lru_cache(maxsize=16384)
def _is_plural(lower: str) -> bool:
    """The word is a plural noun by its form, and no verb or name that only ends like one."""
    last = lower.rpartition("-")[2]
    if last in _UNCHANGED:
        return True
    if last.endswith("s"):
        if len(last) < 4 or last.endswith(("ss", "us", "is", "'s", "’s")) or last in _NO_PLURALS:
            return last in _SHORT_PLURALS
        return IRREGULAR.get(last) != last
    known = IRREGULAR.get(last)
    if known is not None:
        return known != last
    return last.endswith(("men", "people", "children")) and singular(last) != last


def per_at(text: str, end: int, lexicon: Lexicon, is_money: bool) -> Per | None:
    """The rate behind a unit or noun: "a day", "per 100,000", "for each lamb", "a square foot"."""
    match = _PER.match(text, end)
    if match is None or _WHEN.match(text, end):
        return None
    link = match.group(1) or match.group(2) or "/"
    start = match.end()
    if adverb := match.group(4):
        unit = lexicon.named(_ADVERBS[adverb.lower()])
        return Per(_ADVERBS[adverb.lower()], unit, start) if unit else None
    if match.group(3):
        return _per_unit_behind_to(text, start, lexicon)
    bundle = _MANY.match(text, start)
    if bundle and (link.lower() not in ("a", "an") or (is_money and bundle.group() != "million")):
        name, what = bundle.group(), "item" if is_money else "person"
        return Per(name, _counted(name, what, _SIZES[name]), bundle.end())
    moment = _MOMENT.match(text, start)
    if moment:
        unit = lexicon.named(moment.group())
        return Per(moment.group(), unit, moment.end()) if unit else None
    number = _DIVISOR.match(text, start)
    if number:
        count = int(number.group(1).replace(",", ""))
        if count == 0:
            return None
        noun = noun_at(text, number.end())
        stop = noun.end if noun and text[number.end() : noun.start] == " " else number.end()
        words = text[start:stop]
        return Per(words, _counted(words, singular(noun.noun) if noun else "person", count), stop)
    found = unit_at(text, start - 1, lexicon, True, False) if text[start - 1] == " " else None
    if found is None and text[start - 1] == "-":  # "a $165-an-hour rate"
        found = unit_at("1 " + text[start : start + 20], 1, lexicon, True, False)
        found = found and found._replace(end=start - 2 + found.end)
    if found is None and link == "/":
        for joint in ("", " "):  # "/h", "/hour"
            found = unit_at(f"1{joint}{text[start : start + 24]}", 1, lexicon, True, False)
            if found:
                found = found._replace(end=start - 1 - len(joint) + found.end)
                break
    if found and not found.is_joined:
        return Per(text[start : found.end], found.unit, found.end)
    word = _WORD.match(" " + text[start : start + 30], 0)
    if word is None:
        return None
    lower = word.group(1).lower()
    stop = start - 1 + word.end(1)
    known = lower in THINGS or lower in PERSONS
    if link.lower() in ("a", "an") and not (lower in _HEADS or (is_money and known)):
        return None
    if lower in _STOPS or not (known or lower in _HEADS):
        return None
    return Per(text[start:stop], _counted(text[start:stop], singular(lower), 1), stop)


def _per_unit_behind_to(text: str, start: int, lexicon: Lexicon) -> Per | None:
    """ "Five ewes to the hectare", "45 miles to the gallon": a unit of no time."""
    found = unit_at(text, start - 1, lexicon, True, False)
    if found is None or found.is_joined or found.unit.kind is not Kind.AMOUNT:
        return None
    if found.unit.is_money or found.unit.dimensions[0][0] in ("time", "calendar"):
        return None
    return Per(text[start : found.end], found.unit, found.end)


def _counted(name: str, noun: str, many: int) -> Unit:
    base = "people" if noun in PERSONS or noun in ("capita", "head") else noun
    return Unit(name, many, (("#" + base, 1),))


def counted(noun: Noun) -> Unit:
    """The unit of a counted thing."""
    return _counted(noun.phrase, noun.noun.rpartition(" ")[2], 1)


_FAR = 300
"""J: characters that a name of a unit, or a word, has at most."""
_LONGEST_CHUNK = 5
_SIGNS = re.escape("".join(sign for sign in SIGNS if len(sign) == 1))
_LONG_SIGNS = r"(?:[A-Z][A-Za-z]{0,2}\$|ரூ)(?!\w)"
_UNIT_WORDS = regex(
    rf"( |-)?({_LONG_SIGNS}|(?:[a-z]\.){{2,3}}"
    r"|U\.S\.(?= (?:dollar|cent|gallon|ton|pint)s?\b)"
    r"|[^\W\d_]+\.?(?:/[A-Za-z]+)?[²³2-3]?(?![\w'’])|%|°[CFcf]?"
    rf"|[\"”″'′’](?=[\s,.;)]|\Z)|[¢$元{_SIGNS}])"
    r"(?:([ -][A-Za-z]+\.?(?:/[A-Za-z]+)?)(?![\w'’]))?"
    r"(?:( [A-Za-z]+)(?![\w'’]))?(?:( [A-Za-z]+)(?![\w'’]))?"
)
_OPENING = regex(
    r" (?:(?:worth )?(of|the|its|their|all) "
    r"(?:(?:the|these|those|its|their|his|her|our|all|such|this|that) ){0,2}"
    r"(?:(?:\d[\d,]{0,30}|two|three|four|five|six|seven|eight|nine|ten) )?"
    r"|(?:more|other|additional|extra|further) |)"
)
_WORD = regex(r"[ “\"]{0,2}([A-Za-zÀ-ÿ][\w'’&.-]*?)(?:(?=([,.;:!?)”\"]))|(?![\w'’&.-]))")
_JOINED_NOUN = regex(r"-([a-z]+)(?![\w])")
_NEVER_JOINED = frozenset("way man one time off party class side year day half".split())
_PER = regex(
    r"(?:(?: (?=[a-z]+ )|-(?=[a-z]+-))(an?|per|each|every)[ -]| (?:for|in|to) (each|every) "
    r"| to (the|an?) |/(?=[a-z])"
    r"| (daily|weekly|monthly|annually|yearly|hourly)\b)",
    re.IGNORECASE,
)
_WHEN = regex(r" an? \w+ (?:earlier|ago|before|later|previously|after|old)\b")
""" "6 per cent a year earlier": no rate, but a time."""
_DIVISOR = regex(r"(\d{1,3}(?:,\d{3}){0,6}|\d{1,9})(?![\w,.]\d)")
_MANY = regex(r"(?:(?:hundred|ten) thousand|hundred|thousand|million|dozen)\b(?! [a-z]+s of)")
_SIZES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "ten thousand": 10_000,
    "hundred thousand": 100_000,
    "million": 1_000_000,
}
_MOMENT = regex(r"minute\b|second\b(?= (?:and|or|for|in|at|of|when|by|on|from|to)\b|[^ \w]|\Z)")
"""Units of time that are other words, too: "40 frames a second", no "10 medals a second time"."""
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}
_HEADS = frozenset(
    "capita head person night piece share seat ticket game match shift plate dose unit bottle pack "
    "item".split()
)
_LETTERS = frozenset("mgtlLWVJCFhsx%°$£€₹¢\"'”″′’")
_WORDS_TOO = frozenset(
    "in a an at as to am pm are or and of on by all top try pen cop mad mop gel t".split()
)
"""Names of units that are more often words of the grammar."""
_OF_MONEY = regex(r" (?:bills?|notes?|coins?)\b")
_OTHER_THINGS = frozenset(
    "bar bars chain chains hand hands rod rods link links mark marks real turn turns gray grays "
    "moles mole rem grains grain quarter quarters second minute foot points point times".split()
) - {"quarters", "foot", "points", "point"}
_FULL_NAMES = frozenset(
    "acre acres bar bit bits byte bytes day days feet foot gram grams hour hours inch knot knots "
    "litre liter metre meter mile miles month ohm ohms ounce pound quid stone ton tons tonne volt "
    "volts watt watts week weeks yard yards year years pence penny cent cents euro euros yen point "
    "times rand won kilo kilos grain gray mole lux rem".split()
)
_STOPS = frozenset(
    """
    a an the this that these those its their his her our my your of in on at to for from by with
    and or but nor as than then if so per each every who whom whose which what when where while
    after before during since until till over under above below into onto out off up down about
    around near against between among across through within without along behind beyond despite
    is are was were be been being am has have had do does did will would can could may might must
    shall should not no it he she they we i you him them us me there here also now still already
    only just even more most less fewer much many some any all both either neither said says say
    told ago earlier later old long wide tall high deep away apart again too once twice per cent
    percent plus minus including because although though unless whether however yet via amid
    versus vs worth ahead later alone each instead together altogether respectively
    """.split()
)
_VERBS = frozenset(
    """
    went came took made got gave found died lost won fell rose grew left held led met paid put ran
    sat saw set sold spent stood told thought won wore joined signed voted said asked makes takes
    goes comes gives gets shows says means needs wants works lives remains includes continues
    attended lived worked took remained happened occurred visited live work attend remain include
    """.split()
)
_NEVER_FIRST = frozenset(
    """
    went came took made got gave died fell rose grew led ran sat stood said asked makes takes goes
    comes gives gets shows says means needs wants remains includes backed voted
    """.split()
)
_NO_PLURALS = frozenset(
    """
    says makes takes goes comes gives gets shows means needs wants remains includes always perhaps
    towards afterwards sometimes besides across overseas texas wales paris james charles thomas
    james williams jones davies monday's thus
    """.split()
)
_SHORT_PLURALS = frozenset("ids mps gps pcs tvs cds dvds pos".split())
_UNCHANGED = frozenset(
    """
    people staff police personnel crew aircraft sheep cattle deer fish salmon trout series species
    offspring headquarters spacecraft livestock poultry troops clergy swine elk moose bison folk
    """.split()
)
_MODIFIERS = frozenset(
    """
    sales sports news savings arms goods customs communications operations systems women men
    accounts claims relations resources affairs electronics hours sanctions people
    """.split()
) - {"people", "hours", "claims", "accounts", "men", "women"}
