"""One quantity of a running text: number, hedge, unit, noun and rate.

The number is read by the grammar of phrases, and so are its forms; hedges are found going back
(`lead`), unit, noun and rate going forward (`chunk`).
"""

from __future__ import annotations

import re

from fentcheck.exact import Fraction
from fentcheck.phrases.hedges import LOWER_BOUNDS, UPPER_BOUNDS, Direction, Hedge, Statistic
from fentcheck.phrases.numbers import Found, read_number
from fentcheck.phrases.phrase import (
    NAMED_MONEY,
    Core,
    Form,
    Phrase,
    coded_money,
    goes_to_level,
    read_core,
    read_lead,
    read_phrase,
    read_trail,
)
from fentcheck.prose.chunk import Noun, Per, counted, joined_noun, noun_at, per_at, unit_at
from fentcheck.prose.folded import Folded
from fentcheck.prose.lead import Lead, lead_before, trend_before
from fentcheck.prose.mention import Rational, Role
from fentcheck.prose.shapes import age_at
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units import currency
from fentcheck.units.names import Lexicon
from fentcheck.units.unit import NUMBER, TIMES, Kind, Unit, difference


class Figure(NamedTuple):
    """A quantity in the folded text, before its place in the text as given is known."""

    start: int
    end: int
    role: Role
    value: Rational | tuple[Rational, Rational]
    hedge: str
    trend: Direction | None
    unit: Unit
    noun: Noun | None
    per: str
    figure_start: int
    figure_end: int
    value_text: str
    phrase: Phrase


class _Measured(NamedTuple):
    """What stands behind a number: `unit` without its rate, and where unit and text end."""

    unit: Unit
    noun: Noun | None
    unit_end: int
    end: int
    is_age: bool = False


def figure_at(
    folded: Folded, start: int, earliest: int, before: Figure | None, lexicon: Lexicon,
    is_word: bool,
) -> Figure | None:  # fmt: skip
    """The quantity that begins at `start`, or None where the words there count nothing.

    Its hedges begin at `earliest` or behind; `before` is the quantity before it.
    """
    text, lower = folded.text, folded.lower
    if not is_word:
        start = _with_sign(text, start, earliest)
    elif _may_count(text, lower, start, earliest):
        start = _with_minus_word(lower, start, earliest)
    else:
        return None
    core = None
    if lower.endswith("between ", earliest, start):
        core = _core_at(text, lower, start - len("between "), lexicon)
        start -= len("between ") if core else 0
    core = core or _core_at(text, lower, start, lexicon)
    if core is None:
        return None
    lead = lead_before(lower, start, earliest, before.end if before else 0)
    if (
        core.form is Form.FRACTION
        and not _is_share(lower, start, core, lead)
        and (before is None or not _is_one_of_shares(lower, start, core, before))
    ):
        return None
    if core.high is not None and core.form is Form.RANGE and _is_change(lower, start, core.end):
        core = _first_alone(text, lower, start, lexicon)
        if core is None:
            return None
    if core.is_to and _is_change_to(lower, start, earliest, lead, core, lexicon):
        core = _first_alone(text, lower, start, lexicon)
        if core is None:
            return None
    if lower[core.end - 1] == "m" and not core.sign and _are_metres(text, lower, start, core):
        core = core._replace(
            low=core.low.scaled(_MILLIONTH),
            high=core.high and core.high.scaled(_MILLIONTH),
            end=core.end - 1,
        )
    if text[core.end - 1] == " ":
        core = core._replace(end=core.end - 1)  # "a tenth of a gram" is read up to its unit
    bounds = _bounds(text, lower, lead, core, lexicon)
    if bounds is not None:
        lead, core = bounds
    trail, end = None, core.end
    if _TRAIL.match(lower, end):
        trail, end = read_trail(lower[: end + 30], end)
    measured = _measured(text, lower, start, end, core, lexicon)
    if measured is None:
        return None
    rate = per_at(text, measured.end, lexicon, measured.unit.is_money)
    noun = measured.noun
    if (
        rate is None
        and noun
        and not measured.unit.is_count
        and text.startswith(" of ", measured.end)
    ):
        rate = per_at(text, noun.end, lexicon, False)  # "10 milligrams of the drug per kilogram"
    if measured.unit is NUMBER and measured.noun is None and rate is None:
        measured = measured._replace(is_age=measured.is_age or _is_age(text, start, core, before))
    return _assembled(folded, start, earliest, core, lead, trail, measured, rate, lexicon)


def _are_metres(text: str, lower: str, start: int, core: Core) -> bool:
    """The m that touches a number is no million: "a depth of 40m", "the women's 800m"."""
    if not text[core.end - 2].isdecimal() or core.low.value < 10**6:
        return False
    if text[core.end - 1] == "M":
        return False
    if _OF_LENGTH_BEFORE.search(lower, max(0, start - 50), start):
        return not _COUNTED_BEHIND.match(lower, core.end)
    if core.high is not None or core.low.value not in _RACES:
        return False
    before = _RACE_BEFORE.search(lower, max(0, start - 16), start)
    return before is not None and (
        before.group(1) is None or bool(_RACE_BEHIND.match(lower, core.end))
    )


def _is_age(text: str, start: int, core: Core, before: Figure | None) -> bool:
    """A bare number is somebody's age: by the words round it, or beside another age."""
    value = core.low.value
    if not isinstance(value, int):
        return False
    if before and before.role is Role.AGE and text[before.end : start] == " and ":
        return value < 116
    return age_at(text, start, core.end, value)


def _assembled(
    folded: Folded, start: int, earliest: int, core: Core, lead: Lead, trail: Hedge | None,
    measured: _Measured, rate: Per | None, lexicon: Lexicon,
) -> Figure:  # fmt: skip
    """The quantity of its parts."""
    text, lower = folded.text, folded.lower
    unit, noun, unit_end, end, is_age = measured
    role = Role.AGE if is_age else _role(unit)
    verb = trend_before(lower, lead.start, earliest)
    trend = lead.direction or (verb.direction if verb else _trend_of(lower, end))
    direction = lead.direction
    if direction is None and verb and verb.is_size and role in (Role.PERCENT, Role.MONEY):
        direction = verb.direction
    if lead.is_loss and role is not Role.PERCENT:
        direction = None
    if core.low.value < 0 or (core.low.value == 0 and lead.hedges):
        direction = None  # “up -1%”: no rise is by less than nothing
    if lead.is_factor:
        unit = TIMES
    value_text = _value_text(text, lead.start, direction, measured, rate)
    whole = unit if direction is None else difference(unit)
    if rate is not None:
        end = rate.end
        whole = whole.per(rate.unit)
        if unit is NUMBER and whole.dimensions == (("#people", -1),):
            whole = whole._replace(dimensions=())  # "6.1 per 1,000" people is a share of them
        if not whole.dimensions:
            whole = whole._replace(kind=Kind.RATIO)
    if is_age and unit is NUMBER:
        whole = unit = lexicon.named("years") or unit
    form, low, high = core.form, core.low, core.high
    is_coded = role is Role.MONEY and not core.sign
    if is_coded and (coded := coded_money(text, core.end)) and coded.magnitude > 1:
        low, high = low.scaled(coded.magnitude), high and high.scaled(coded.magnitude)
    if unit.kind is Kind.FACTOR:
        form = Form.TIMES if form is Form.NUMBER else form
        trend = trend or _FACTOR_TRENDS.get(form) or _verb_trend(lower, start, core.end)
    is_bare = rate is None and core.high is None
    if is_bare and unit.kind in (Kind.AMOUNT, Kind.PLAIN) and (unit is NUMBER or not unit.is_count):
        compound = _compound(text, start, unit_end, lexicon)
        if compound is not None:
            end, read = compound
            unit, whole, low = read.unit, read.unit, read.low
            role = _role(unit)
            value_text = text[lead.start : end]
    phrase = Phrase(
        value_text,
        form,
        low,
        whole,
        lead.hedges + ((trail,) if trail else ()),
        high,
        direction,
        lead.superlative,
        Statistic.MEAN if _ON_AVERAGE.match(lower, end) else lead.statistic,
        text[lead.start : core.end],
        exact=is_age or (role is Role.COUNT and noun is not None and noun.noun == "vote"),
    )
    return Figure(
        lead.start,
        end,
        role,
        _value(phrase),
        hedge_sign(phrase),
        trend,
        unit,
        noun,
        rate.words if rate else "",
        start,
        core.end,
        value_text,
        phrase,
    )


def hedge_sign(phrase: Phrase) -> str:
    """One sign for the hedges: = exact or bare, ~ about, > from there up, < from there down."""
    hedges = phrase.hedges
    if not LOWER_BOUNDS.isdisjoint(hedges):
        return ">"
    if not UPPER_BOUNDS.isdisjoint(hedges) or Hedge.NEARLY in hedges:
        return "<"
    if not _ABOUT.isdisjoint(hedges):
        return "~"
    return _FORM_SIGNS.get(phrase.form, "=")


def _value(phrase: Phrase) -> Rational | tuple[Rational, Rational]:
    low: Rational = phrase.low.value
    if phrase.form is Form.TIMES_FEWER and low:
        return Fraction(1, low)
    if phrase.high is None:
        return low
    if phrase.form is Form.ONE_IN:
        return Fraction(low, phrase.high.value)
    return low, phrase.high.value


def _role(unit: Unit) -> Role:
    if unit.kind in (Kind.RATIO, Kind.POINTS):
        return Role.PERCENT
    if unit.is_money:
        return Role.MONEY
    if unit.dimensions in _DURATIONS:
        return Role.DURATION
    return Role.COUNT if unit.is_count else Role.AMOUNT


def _value_text(
    text: str, start: int, direction: Direction | None, measured: _Measured, rate: Per | None
) -> str:
    """The value as a claims file would have it: hedge, figure, unit or noun, rate."""
    words = _OF_A.sub(" ", text[start : measured.unit_end], count=1)
    if measured.unit.name == "m":
        words = _JOINED_M.sub(" m", words)
    noun = measured.noun
    if noun is not None and noun.start >= measured.unit_end and measured.unit.is_count:
        words = f"{words} {noun.phrase}"
    if direction is not None:
        words = f"{direction.value} {words}"
    return f"{words}/{rate.words}" if rate else words


# The number


def _core_at(text: str, lower: str, start: int, lexicon: Lexicon) -> Core | None:
    """The number at `start`, read within its clause."""
    one = _ONE_SUCH_IN.match(lower, start)
    if one and not _TIME_BEHIND.match(lower, one.end()):  # "one child in four"
        core = read_core(*2 * (f"one in {one.group(1)}",), 0, lexicon)
        return core._replace(end=one.end()) if isinstance(core, Core) else None
    stop = _CLAUSE_END.search(lower, start, start + _WINDOW)
    end = stop.start() if stop else start + _WINDOW
    words = text[start:end].rstrip()
    low = lower[start : start + len(words)]
    core = read_core(words, low, 0, lexicon)
    if isinstance(core, Core) and _is_one_number(low, core):
        return core._replace(end=start + core.end)
    return _first_alone(text, lower, start, lexicon)


def _bounds(
    text: str, lower: str, lead: Lead, core: Core, lexicon: Lexicon
) -> tuple[Lead, Core] | None:
    """ "More than 10 but fewer than 40": one interval with both its ends."""
    link = _AND_BOUND.match(lower, core.end) if lead.hedges and core.high is None else None
    if link is None:
        return None
    other = read_lead(lower, link.end())
    if not other.hedges:
        return None
    read_next = _core_at if core.form is Form.FRACTION else _first_alone
    second = read_next(text, lower, other.end, lexicon)
    if second is None:
        return None
    read = read_phrase(text[lead.start : second.end], lexicon)
    if not isinstance(read, Phrase) or read.form is not Form.BOUNDS:
        return None
    core = second._replace(form=Form.BOUNDS, low=read.low, high=read.high)
    return lead._replace(hedges=read.hedges), core


def _first_alone(text: str, lower: str, start: int, lexicon: Lexicon) -> Core | None:
    """The number without what the grammar would join to it."""
    sign = _SIGN.match(lower, start)
    first = sign.end() if sign else start
    found = read_number(lower[: first + _WINDOW], first, lexicon.has_decimal_comma)
    if not isinstance(found, Found):
        return None
    core = read_core(text[start : found.end], lower[start : found.end], 0, lexicon)
    return core._replace(end=start + core.end) if isinstance(core, Core) else None


def _is_one_number(words: str, core: Core) -> bool:
    """Two figures that the grammar takes together are together in prose, too.

    "1,020 out of 6,100" is a part and its whole; "three in 2023" no share.
    """
    if core.form is not Form.ONE_IN or core.high is None:
        return True
    if _TIME_BEHIND.match(words, core.end):
        return False
    if " out of " in words[: core.end]:
        return core.high.value <= 20 or core.high.value == 100
    return core.low.value <= 20 and (core.low.value == 1 or core.high.value <= 100)


def _is_change(lower: str, start: int, end: int) -> bool:
    """ "From 62 to 97" behind a verb of change is two figures; "from 14 to 22 minutes" and "from
    1-2% to 40%" have a range.
    """
    if " to " not in lower[start:end]:
        return False
    before = lower[max(0, start - _CLAUSE) : start].rpartition(". ")[2]
    return before.endswith("from ") and _CHANGES.search(before) is not None


def _is_change_to(
    lower: str, start: int, earliest: int, lead: Lead, core: Core, lexicon: Lexicon
) -> bool:
    """ "Fell by 3,400 to 41,200": two figures, the change and what it led to."""
    verb = trend_before(lower, lead.start, earliest)
    is_by = lower.endswith("by ", earliest, lead.start)
    if lead.direction is None and not (verb and verb.is_size and is_by):
        return False
    before = lower[max(earliest, start - _CLAUSE) : start]
    may_be_wide = lead.is_loss or _MAY_BE.search(before) is not None
    return goes_to_level(core, lower, lexicon, may_be_wide)


def _with_sign(text: str, start: int, earliest: int) -> int:
    """The start of a figure with the point, the currency sign or code and the minus before it."""
    if text[start - 1 : start] == "." and start > earliest:
        start -= start == 1 or not text[start - 2].isalnum()
    sign = start - 1 - (text[start - 1 : start] == " ")
    if sign >= earliest and text[sign] in SIGNS:
        start = sign
    is_dollar = text[start] == "$"
    letters = _CURRENCY.search(text[max(earliest, start - 7) : start])
    if letters:
        word, space = letters.groups()
        is_sign = (
            word in currency.SIGNS or _is_code(word) or currency.code_of_millions(word) is not None
        )
        if is_dollar:
            is_one = not space or len(word) > 1 or word in "Cc"
            is_sign = is_one and currency.sign_before_dollar(word, not space) is not None
        start -= len(letters.group()) if is_sign else 0
    elif start > earliest + 1 and text[start - 2] in _ENDS_NAMED:
        named = _NAMED_BEFORE.search(text, max(earliest, start - 8), start)
        if named and NAMED_MONEY.match(text[named.start() : start + 30].lower()):
            start = named.start()
    if start > earliest and text[start - 1] in "-−–":
        return start - (start - 1 == earliest or text[start - 2] in " (<>≤≥≈~=")
    return _with_minus_word(text, start, earliest)


def _with_minus_word(text: str, start: int, earliest: int) -> int:
    for word in ("minus ", "negative "):
        if start - len(word) >= earliest and text.startswith(word, start - len(word)):
            return start - len(word)
    return start


def _is_code(word: str) -> bool:
    return word in _LOWER_CODES or (word.isupper() and currency.code_of(word) is not None)


def _may_count(text: str, lower: str, start: int, earliest: int) -> bool:
    """A number word counts something here; it is no pronoun and no part of a name."""
    if start and (text[start - 1] in "-’'&" or text[start - 1].isalnum()):
        return False
    if text[start].isupper() and start > earliest + 1 and text[start - 1] not in "\"“‘'(":
        return False
    before = lower[max(0, start - 12) : start].rpartition(" ")[0].rpartition(" ")[2]
    if lower.startswith("one", start) and _ONE.match(lower, start):
        is_one = before not in _BEFORE_ONE or _ONE_MEASURE.match(lower, start) is not None
        return is_one and not _NO_ONE.match(lower, start)
    if lower.startswith("half", start):
        return before not in _BEFORE_HALF
    return True


def _is_share(lower: str, start: int, core: Core, lead: Lead) -> bool:
    """A fraction in words is a share of something, and no half-time, quarter or third place."""
    if lead.hedges or lead.direction is not None or _OF_SHARE.match(lower, core.end):
        return True
    if lower.endswith(" by ", 0, start):  # "has risen by a quarter"
        return True
    if _MORE_BEHIND.match(lower, core.end):  # "a quarter more beds"
        return True
    is_all_there_is = start == 0 and core.end == len(lower)
    return is_all_there_is or not lower.startswith(("a ", "half"), start)


def _is_one_of_shares(lower: str, start: int, core: Core, before: Figure) -> bool:
    """ "Three fifths of the estate goes to his niece, the church a quarter and ..."."""
    if before.role is not Role.PERCENT or start - before.end > _CLAUSE:
        return False
    return ". " not in lower[before.end : start] and bool(_SHARE_ENDS.match(lower, core.end))


# What is counted or measured


def _measured(
    text: str, lower: str, start: int, end: int, core: Core, lexicon: Lexicon
) -> _Measured | None:
    if core.unit is not None:
        return _share_or_factor(text, lower, end, core, core.unit)
    is_one = core.low.value == 1 and core.high is None
    old = _YEARS_OLD.match(lower, end)
    if old:
        return _Measured(NUMBER, None, end, old.end(), True)
    if core.sign:
        is_code = core.sign in currency.CODES
        code = core.sign if is_code else currency.sign_code(core.sign, lexicon.locale)
        unit = Unit(core.sign, 1, (("¤" + code, 1),))
        return _of_unit(text, unit, end, end)
    next_sum = _NEXT_SUM.match(text, end)
    if next_sum and lower.startswith("one", start):
        return None
    if next_sum and next_sum.group(1):
        return _Measured(NUMBER, None, end, end)
    coded = coded_money(text, end) if text[end + 2 : end + 4].isupper() else None
    if coded:
        return _Measured(coded.unit, None, coded.end, coded.end)
    of_time = _GENITIVE.match(lower, end)
    if of_time:  # "two years' service"
        found = unit_at(text[end : of_time.end(1)], 0, lexicon, False, False)
        if found is not None:
            return _Measured(found.unit, None, of_time.end(1), of_time.end(1))
    found = unit_at(text, end, lexicon, core.low.value <= 1, core.low.value >= 1000)
    if found is None and core.low.value < 1 and (of := _OF_A.match(lower, end)):
        found = unit_at(text, of.end() - 1, lexicon, True, False)  # "0.7 of a hectare"
    if found is not None:
        old = _OLD.match(lower, found.end)
        if old:
            return _Measured(found.unit, None, old.end(), old.end(), True)
        length = _LENGTH.match(lower, found.end)
        stop = length.end() if length else found.end
        is_adjective = found.is_joined or text[end : end + 1] != " "
        return _of_unit(text, found.unit, stop, stop, is_adjective)
    if lower.startswith("-strong", end):
        return _Measured(NUMBER, None, end, end + len("-strong"))
    if lower.startswith("-", end):
        joined = joined_noun(text, end)
        return _Measured(counted(joined), joined, end, joined.end) if joined else None
    noun = noun_at(text, end, is_one)
    is_pronoun = noun is None or noun.start != end + 1 or noun.noun in _IDIOMS_OF_ONE
    if is_one and is_pronoun and lower.startswith("one", start):
        return None
    if noun is None:
        is_pronoun = core.low.value == 0 and lower.startswith("zero", start)
        return None if is_pronoun else _Measured(NUMBER, None, end, end)
    is_next = _reaches(text, end, noun)
    unit = NUMBER if noun.noun == "time" else counted(noun)
    return _Measured(unit, noun, end, noun.end if is_next else end)


def _reaches(text: str, end: int, noun: Noun) -> bool:
    """The noun belongs to the text of this figure; "17 of its 54 wells" is two figures."""
    return _SECOND_FIGURE.search(text, end, noun.end) is None


def _of_unit(
    text: str, unit: Unit, unit_end: int, end: int, is_adjective: bool = False
) -> _Measured:
    noun = noun_at(text, end, of_unit=True, is_adjective=is_adjective)
    return _Measured(unit, noun, unit_end, end)


def _share_or_factor(text: str, lower: str, end: int, core: Core, unit: Unit) -> _Measured | None:
    if unit.kind is not Kind.FACTOR:
        noun = noun_at(text, end, of_unit=core.form is not Form.ONE_IN, is_share=True)
        return _Measured(unit, noun, end, end)
    are_times = core.form is Form.TIMES and lower.endswith(" times", 0, core.end)
    if are_times and not _COMPARED.match(lower, end):  # "won three times": times are counted
        noun = Noun("time", text[core.end - 5 : core.end], core.end - 5, core.end)
        return _Measured(NUMBER, noun, end, end)
    return _Measured(unit, None, end, end)


def _compound(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, Phrase] | None:
    """Where "5 ft 10 in" and "2 hours and 30 minutes" end that begin at `start`, and as read."""
    second = _SECOND_UNIT.match(text, end) or _SPLIT_MONEY.match(text, end)
    if second is None:
        return None
    read = read_phrase(text[start : second.end()], lexicon)
    return (second.end(), read) if isinstance(read, Phrase) else None


def _trend_of(lower: str, end: int) -> Direction | None:
    """The direction in the words behind: "4% more than", "a 50 percent increase"."""
    match = _COMPARATIVE.match(lower, end)
    if match is None:
        return None
    word = match.group(1) or match.group(2) or match.group(3)
    return Direction.DOWN if word in _LESS else Direction.UP


def _verb_trend(lower: str, start: int, end: int) -> Direction | None:
    """ "Doubled" and "halved" say the direction themselves; "twice as many" does not."""
    verb = lower[start:end]
    return Direction.UP if verb.endswith(("ed", "ing")) else None


_WINDOW = 100
_MILLIONTH = Fraction(1, 10**6)
_OF_LENGTH_BEFORE = regex(
    r"\b(?:height|length|depth|width|breadth|distance|altitude|elevation|radius|diameter|reach"
    r"|outreach|wingspan|draught|circumference|thickness|clearance|headroom|lengths|depths|heights"
    r"|waves|walls|trees|poles)"
    r"(?: (?:of|is|was|are|were|to|at|from|reached|reaches|reaching|exceeds|exceeding|about|around"
    r"|some|only|just|nearly|almost|over|under|up|than|more|less|least|between|approximately"
    r"|roughly|a|an|maximum|minimum)){1,5} \Z"
)
_COUNTED_BEHIND = regex(r" (?:people|[a-z]{3,}s)\b(?<!s's)(?<! across)(?<! towards)(?<! upwards)")
_RACES = frozenset(many * 10**6 for many in (60, 100, 200, 400, 800, 1500, 3000, 5000, 10000))
_RACE_BEFORE = regex(
    r"\b(?:(?:men|women|boys|girls|ladies)['’]?s?['’]?|(in|over|at|won|wins|ran|runs|swam) the) \Z"
)
_RACE_BEHIND = regex(r"[.,;:!?)]|\Z| (?:and|or|at|in|on|for|with|by|when|after|before|but)\b")
_ONE_SUCH_IN = regex(
    r"one [a-z]{3,20} in (?:every )?"
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d{1,3}0)\b(?![,.]\d)"
)
_GENITIVE = regex(r"( (?:second|minute|hour|day|week|month|year|decade)s)['’](?= [a-z])")
_CLAUSE = 80
SIGNS = "".join(sign for sign in currency.SIGNS if len(sign) == 1) + "$"
_DURATIONS = ((("time", 1),), (("calendar", 1),))
_SIGN = regex(
    rf"(?:-|−|–|minus )?"
    rf"(?:[a-z.]{{0,4}}[{re.escape(SIGNS)}] ?|rs\.? ?|[a-z]{{3,5}} ?(?=\d)|[a-z]{{3,7}} (?=\d))?"
    rf"(?:-|−)?"
)
_CLAUSE_END = regex(r"[;:()\n\"“”—]|,(?!\d)|[.?!](?= |$)")
_CURRENCY = regex(r"(?<![\w.])([A-Za-z][A-Za-z.]{0,4})( ?)\Z")
_LOWER_CODES = frozenset(("usd", "eur", "gbp", "rmb"))
_NAMED_BEFORE = regex(rf"(?<![\w-])(?<!\d )(?:{'|'.join(currency.NAMED_BEFORE)}) \Z", re.IGNORECASE)
_ENDS_NAMED = frozenset(name[-1] for name in currency.NAMED_BEFORE)
_TRAIL = regex(
    r"[ -](?:or (?!\w+ than )|odd|ish|plus|give|and (?:over|above|up|more|counting)(?! than ))"
    r"|\+|-(?:plus|odd|ish)|plus"
)
_OF_A = regex(r" of an? ")
_NEXT_SUM = regex(rf" (?:([{re.escape(SIGNS)}])\d|(?:[A-Z]{{1,3}}\$|[Rr]s\.?|[A-Z]{{3}}) ?\d)")
"""A currency that belongs to the number behind it: "the new one £350", "two £5 notes"."""
_JOINED_M = regex(r"(?<=\d)m\b")
_AND_BOUND = regex(
    r"(?: [a-z%]+){0,2}(?:,|,? (?:and|but)) "
    r"(?=(?:more|less|fewer|at|no|above|below|over|under|larger|greater|smaller|lower|higher|up) )"
)
_TIME_BEHIND = regex(r" (?:days?|weeks?|months?|years?|hours?|minutes?)\b")
_MAY_BE = regex(
    r"\b(?:could|may|might|can|would|typically|usually|generally|often|likely|anywhere)\b[^.;,]*\Z"
)
_CHANGES = regex(
    r"\b(?:rise|rose|risen|rising|fall|fell|fallen|falling|grew|grown?|growing|increased?|"
    r"increasing|drop|dropped|climb|climbed|jump|jumped|go|went|gone|up|down|doubled|tripled|"
    r"trebled|quadrupled|halved|cut|raised?|reduced?|lowered|moved?|change|changed|declined?|"
    r"shrank|slipped|swelled|expanded|points?|per ?cent|percent)\b"
)
_COMPARED = regex(r" (?:as|the|that|those|what|its|their|his|her|more|less|larger|bigger|higher)\b")
_OLD = regex(r"[ -](?:olds?|of age)\b| ?(?:yo|y/o)\b")
_SECOND_FIGURE = regex(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b")
_LENGTH = regex(r" (?:long|wide|high|tall|deep|thick|across)\b")
_SECOND_UNIT = regex(
    r"(?:,? and |,? )?(?:\d{1,2}(?:\.\d+)?|an?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|half(?: an?)?)(?: |-)?"
    r"(?:inch(?:es)?|in\b|ins\b|″|\"|ounces?|oz|lbs?|pounds?|minutes?|mins?|seconds?|secs?|months?"
    r"|days?|cents?|pence|p)(?!\w)"
)
_SPLIT_MONEY = regex(
    r"(?: and)? (?:\d\d|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))(?=[.,;!?]|\Z)"
)
"""Cents without their name."""
_YEARS_OLD = regex(r"[ -]?(?:yo|y/o)\b(?!-)")
_ON_AVERAGE = regex(r",? on average\b(?! [\d$£€])")
_ONE = regex(r"one(?![ -](?:hundred|thousand|million|billion|in |out |half|third|quarter|\w+th\b))")
_NO_ONE = regex(r"one(?: of\b| another\b| day\b| by\b|[’'])")
_BEFORE_ONE = frozenset(
    "no this that the any every each which another last next only some or".split()
)
_ONE_MEASURE = regex(
    r"one (?:(?:square|cubic) )?(?:mile|acre|hectare|inch|ounce|tonne|gallon"
    r"|(?:kilo|centi|milli)?(?:met(?:re|er)|gramm?e?|lit(?:re|er)))\b"
)
_IDIOMS_OF_ONE = frozenset(
    "piece step example way thing reason trick point side hand word fact kind sort part place "
    "moment night morning time go go-ahead cost".split()
)
_BEFORE_HALF = frozenset("first second other latter top bottom this last each better".split())
_SHARE_ENDS = regex(r"[,;.)]|,? (?:and|to|on|for|by|in cash|is|was)\b")
_OF_SHARE = regex(
    r" (?:of|as|the|its|their|his|her|our|all|that|those|are|were|have|had|do|did|say|said|go|goes"
    r"|went|to [a-z]+s|from [a-z]+s"
    r"|(?:less|more|fewer|higher|lower|bigger|smaller|larger|cheaper|dearer) (?:than|on))\b"
)
_MORE_BEHIND = regex(
    r" (?:(?:more|fewer) [a-z]|(?:more|fewer|less|higher|lower|larger|bigger|smaller|longer|shorter"
    r"|cheaper|dearer) (?:than|to|in|a)\b|(?:up|down) on\b|what (?:it|they|he|she|there|we) "
    r"|(?:busier|costlier|pricier|heavier|lighter|cheaper|dearer|longer|shorter|bigger|smaller"
    r"|higher|lower|larger|fewer|faster|slower|richer|poorer)\b(?=[,.;:]| (?:than|this|since"
    r"|now)\b))"
)
_COMPARATIVE = regex(
    r" (?:(more|fewer|less|lower|higher|larger|bigger|smaller|longer|shorter) than\b"
    r"|(higher|lower|bigger|smaller)\b|(rise|increase|gain|jump|fall|drop|decline|decrease|cut"
    r"|reduction)\b)"
)
_LESS = frozenset(
    "fewer less lower smaller shorter fall drop decline decrease cut reduction".split()
)
_FACTOR_TRENDS = {Form.TIMES_FEWER: Direction.DOWN, Form.TIMES_MORE: Direction.UP}
_ABOUT = frozenset((Hedge.ABOUT, Hedge.ODD, Hedge.ORDER_OF))
_FORM_SIGNS = {
    Form.PLURAL: ">",
    Form.MAJORITY: ">",
    Form.VAST_MAJORITY: ">",
    Form.MOST: ">",
    Form.MINORITY: "<",
    **dict.fromkeys((Form.DOZEN, Form.COUPLE, Form.FEW, Form.SEVERAL, Form.PAIR), "~"),
}
