"""Figures that are no quantities: dates, clock times, scores, telephone and model numbers.

`shape_at` decides by the look of the figure and by the words next to it. Every pattern is matched
at one place and looks no further than a bounded number of characters.
"""

from __future__ import annotations

import re

from fentcheck.prose.mention import Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.nouns import PERSONS, singular


class Shape(NamedTuple):
    """A figure that says something else than how much, and where its text stands."""

    role: Role
    start: int
    end: int


def shape_at(text: str, start: int) -> Shape | None:
    """What the figure is whose first digit is at `start`, if it is no quantity."""
    before = text[max(0, start - _BEHIND) : start]
    joined = _JOINED_BEFORE.search(before)
    if joined and not _IS_CURRENCY.search(joined.group()):
        return _joined_to_letters(text, start, start - len(joined.group()))
    match = _SHAPES.match(text, start)
    if match and match.lastgroup:
        role = Role(match.lastgroup)
        end = match.end()
        if role is not Role.SCORE:
            return Shape(role, start, end)
        if _is_score(match, before, text):
            return Shape(role, start, end)
    return _named_before(text, start, before) or _address(text, start) or _year(text, start, before)


def age_at(text: str, start: int, end: int, value: int) -> bool:
    """The words round a bare number from `start` to `end` make it somebody's age."""
    if not 0 < value < _OLDEST:
        return False
    before = text[max(0, start - _BEHIND) : start]
    if _AGE_BEFORE.search(before):
        return True
    behind = text[end : end + 1]
    owner = _OWNER.search(before)
    if owner and (behind in ",.;)\n" or text.startswith(" and ", end)):
        word = owner.group(1)
        if word[0].isupper():
            return word not in _NO_NAMES
        return singular(word) in PERSONS
    if _OLDEST_IS.search(text[max(0, start - _CLAUSE) : start]) and not _COUNTED_BEHIND.match(
        text, end
    ):
        return True
    owner = _OF_OWNER.search(before)
    if owner and owner.group(1) not in _GROUPS:
        return singular(owner.group(1)) in PERSONS
    return bool(_IS_AGE.search(before)) and (behind in ",.;)")


def _joined_to_letters(text: str, start: int, token_start: int) -> Shape:
    """ "A6", "F-16", "Covid-19", "/2023/05", "#3": the whole token."""
    token = _TOKEN.match(text, start)
    end = token.end() if token else start + 1
    role = Role.MODEL if text[token_start].isalpha() else Role.IDENTIFIER
    return Shape(role, token_start, end)


def _is_score(match: re.Match[str], before: str, text: str) -> bool:
    one, other = int(match.group("one")), int(match.group("other"))
    if text[match.end() : match.end() + 1] == "%":
        return False
    if one >= other:
        return True
    return bool(_SCORED.search(before))


def _named_before(text: str, start: int, before: str) -> Shape | None:
    """The word before makes a name of the number: "Room 8", "Highway 30", "May 5", "page 12"."""
    match = _WORD_BEFORE.search(before)
    if match is None:
        return None
    word = match.group(1)
    number = _PLAIN_NUMBER.match(text, start) or _NUMBERS_JOINED.match(text, start)
    if number is None:
        return None
    is_apart = match.group().endswith(", ")
    if is_apart and not (word in _MONTHS and _YEAR.match(text, start)):
        return None  # "in May, 31 of them"; "in the tower, 180 are let"
    name_start = start - len(before) + match.start(1)
    if word in _MONTHS and not _COUNTS_ON.match(text, number.end()):
        month = _DAY.match(text, start)
        return Shape(Role.DATE, name_start, month.end()) if month else None
    role = _NAMERS.get(word.lower().rstrip("."))
    if role is Role.IDENTIFIER and _YEAR.match(text, start):
        role = Role.DATE if word.lower() == "year" else role
    if role is None or (word.islower() and _COUNTS_ON.match(text, number.end())):
        return None
    if word == "numbers" and not _NUMBERED_ON.match(text, number.end()):
        return None  # "the herd numbers 183"
    if word.lower() == "no" and word != "No.":
        return None
    end = number.end()
    more = _MORE_NAMED.match(text, end)
    if more is None and word.lower() in _IN_LISTS:
        return None
    return Shape(role, name_start, more.end() if more else end)


def _address(text: str, start: int) -> Shape | None:
    match = _STREET.match(text, start)
    return Shape(Role.ADDRESS, start, match.end()) if match else None


def _year(text: str, start: int, before: str) -> Shape | None:
    """A bare number of four digits that copy would print with a comma if it were a count."""
    match = _YEAR.match(text, start)
    if match is None or before.endswith(_SIGNS):
        return None
    year = int(match.group())
    word = _WORD_BEFORE.search(before)
    named = word is not None and word.group(1).lower() in _BEFORE_YEARS
    named = named or (1900 <= year < 2060 and _CHANGED.search(before) is not None)
    if not named and (not 1700 <= year < 2100 or _HEDGED.search(before)):
        return None
    if not named and _UNIT_BEHIND.match(text, match.end()):
        return None
    if not named and not 1900 <= year < 2060 and _COUNTS_ON.match(text, match.end()):
        return None
    return Shape(Role.DATE, start, match.end())


_BEHIND = 30
_CLAUSE = 60
_OLDEST = 116
_MONTHS = frozenset(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. "
    "Sept. Oct. Nov. Dec.".split()
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_ST = r"(?:st|nd|rd|th)"
_SHAPES = regex(
    rf"""
    (?P<time>\d{{1,2}}(?:[:.]\d\d)?(?:[-–]\d{{1,2}}(?:[:.]\d\d)?)?
            \ ?(?:[aApP]\.[mM]\.|[aApP][mM]\b)
        |\d{{1,2}}:\d\d(?::\d\d)?(?:\.\d+)?(?![\d:])|\d{{1,2}}\ o['’]clock)
    |(?P<date>\d{{1,2}}{_ST}?(?:(?:\ ?[-–]\ ?|,?\ (?:to|and|or)\ |,\ )\d{{1,2}}{_ST}?){{0,3}}
            \ (?:of\ )?{_MONTH}(?:,?\ \d{{4}}(?!\d))?
        |\d{{4}}[-/]\d\d[-/]\d\d(?!\d)|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d\d)(?![\d.])
        |(?:1[6-9]|20)\d\d[-–/](?:\d\d|(?:1[6-9]|20)\d\d)(?![\d,.%]\d)
        |(?:1[0-9]|20)\d0['’]?s\b|\d0['’]?s\b)
    |(?P<phone>\d-\d{{3}}-\d{{3}}-\d{{4}}|\(?\d{{3}}\)?[- .]\d{{3}}[-.]\d{{4}}|\d{{3}}-\d{{4}}(?!\d)
        |0\d{{2,4}}[ -]\d{{3,4}}[ -]?\d{{3,4}})(?!\d)
    |(?P<identifier>\d+-\d{{5,}}(?![\d,.]\d)|\d+(?:\.\d+){{2,}}|\d{{1,5}}(?![ckm]?m[23]\b|ft[23]\b)[A-Za-z]\d\w*|0\d{{3,}}(?![\d.,]))
    |(?P<ordinal>\d{{1,3}}(?:,\d{{3}})?{_ST})(?!\w)
    |(?P<score>(?P<one>\d{{1,3}})[-–](?P<other>\d{{1,3}}))(?![\w%-])
            (?!\ ?(?:per|years?|miles?|percent)\b)
    """,
    re.VERBOSE,
)
_JOINED_BEFORE = regex(r"(?:[A-Za-z_/@#=+][\w./@#=-]*-|[\w./@#=&-]*[A-Za-z_/@#=+])\Z")
_IS_CURRENCY = regex(r"\A(?:Rs\.?|[A-Z]{3}|[NSD]?Kr|kr|S?Fr|RM|Rp|Tk|Dhs?|[KUT]Sh|Ksh)\Z")
_TOKEN = regex(r"\d[\w/@#=&.+-]*(?<![.+-])")
_WORD_BEFORE = regex(r"([A-Za-z]+\.?),? \Z")
_PLAIN_NUMBER = regex(r"\d{1,5}(?!\d)[A-Za-z]?(?![\w,.]\d| ?%| per ?cent)")
_NUMBERS_JOINED = regex(r"\d{1,4}(?:,(?:\d{1,2}|\d{4})(?!\d))+(?!\w|[.,]\d|%)")
"""A list of numbers with no spaces, which no number is: "pages 12,14,31"."""
_DAY = regex(
    r"(?:\d{4}|\d{1,2}(?:st|nd|rd|th)?(?: ?(?:[-–]|to|and) ?\d{1,2}(?:st|nd|rd|th)?(?! \w+s\b))?"
    r"(?:, ?\d{4})?)(?![\d%])"
)
_MORE_NAMED = regex(r"(?:(?:, \d{1,4})*(?: and | to | or |[-–])\d{1,4})(?![\w,.]\d|%| [a-z]+s\b)")
_COUNTS_ON = regex(
    r" (?!(?:is|was|has|does|its|this|as|us|plus|says|across)\b)[a-z-]+s\b| people\b"
)
_UNIT_BEHIND = regex(
    r" ?(?:%|per ?cent|people|kg|km|mi(?:les?)?|metres?|feet|ft|acres?|hours|tons|tonnes)\b"
)
_STREET = regex(
    r"\d{1,5}[A-Za-z]? (?:[A-Z][A-Za-z'’.]*[ -]){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|"
    r"Dr|Row|Place|Pl|Way|Court|Ct|Boulevard|Blvd|Square|Sq|Crescent|Terrace|Close|Gardens|Highway|"
    r"Quay|Wharf|Hill|Park|Parade|Grove|Mews|Marg|Nagar|Plaza|Parkway|Pike)\b"
)
_YEAR = regex(r"\d{4}(?![\d,.%]\d|\w|%)")
_SIGNS = tuple("$£€₹¥-−–.,")
_BEFORE_YEARS = frozenset(
    "in since by until till before after during from early late mid of year spring summer autumn "
    "fall winter circa the".split()
)
_HEDGED = regex(r"\b(?:about|around|some|nearly|almost|over|than|least|approximately|roughly) \Z")
_CHANGED = regex(
    r"\d(?:%| per ?cent)(?: (?:rise|increase|growth|gain|jump|fall|drop|decrease|decline|cut))?"
    r" (?:over|on|than) \Z"
)
""" "Up 6% over 2019": a year, where "over 2,019" is not printed."""
_AGE_BEFORE = regex(r"\b(?:[Aa]ged?(?: of| about)?|[Aa]ged? between) \Z|\bdie[ds]? at \Z")
_OWNER = regex(r"([A-Za-z][A-Za-z'’-]+), \Z")
_OF_OWNER = regex(r"\b([a-z]+) of \Z")
_IS_AGE = regex(r"\b(?:[Hh]e|[Ss]he|who) (?:is|was|turned|turns) \Z")
_OLDEST_IS = regex(
    r"\b(?:[Oo]ldest|[Yy]oungest|[Ee]ldest)\b(?: (?!building|house|tree|part)[a-z'’0-9-]+){0,5}"
    r"(?: (?:is|was|turned|turns|being)|,| of (?:them|whom)) (?:just |only |now |already )?\Z"
)
_COUNTED_BEHIND = regex(r" (?!and\b|when\b|but\b|on\b|at\b|in\b)[a-z]")
_NUMBERED_ON = regex(r"(?:,| and| to| or| through|-|–) ?\d")
_GROUPS = frozenset("staff police personnel crew troop clergy folk cast faithful".split())
_NO_NAMES = _MONTHS | frozenset("In On At By And But Of The Since Until".split())
_SCORED = regex(
    r"\b(?:won|lost|win|loss|beat|beaten|draw|drew|defeat|defeated|victory|odds of|score|passed"
    r"|failed|voted|vote of|vote|approved|rejected|backed|tied|tie|lead|led|leading|down"
    r"|up)(?: \w+)? \Z"
)
_IN_LISTS = frozenset("days weeks rounds stages laps".split())
"""They name numbers in a list alone: "on days 3, 9 and 15"; "for weeks 40 men worked"."""
_NAMERS: dict[str, Role] = {
    **dict.fromkeys(
        "days weeks rounds stages laps "
        "room rooms route highway road interstate local pier piers gate gates lane number numbers "
        "no nos nr nrs "
        "channel flight runway platform terminal unit station district precinct area zone line "
        "buoy "
        "bus grade group pool tier category class year stage phase suite flat floor apartment apt "
        "box lot plot block lock berth dock junction exit mile ward beat squadron battalion pit "
        "well "
        "reactor tower building hall court studio ext extension size level".split(),
        Role.IDENTIFIER,
    ),
    **dict.fromkeys(
        "chapter chapters section sections article articles page pages pp clause paragraph para "
        "part "
        "volume vol act figure fig table rule title schedule annex appendix bill proposition prop "
        "amendment resolution directive form exhibit item question episode season lesson verse "
        "psalm title".split(),
        Role.SECTION,
    ),
    **dict.fromkeys(
        "boeing airbus windows iphone apollo galaxy pixel formula playstation xbox type mark mk "
        "model "
        "version covid android".split(),
        Role.MODEL,
    ),
}  # fmt: skip
