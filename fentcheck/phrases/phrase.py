"""Reads a value phrase as the article prints it: hedge, number, unit, rate.

`read_phrase` takes the whole phrase apart with a small grammar and gives a `Phrase`, or a
`Complaint` that names the word it cannot read. It never skips a word that could carry meaning.
What the parts mean as intervals is said in `reading`.

    phrase  = lead* core trail? unit trail? comparison?
            | lead+ core unit? ("and" | "but") lead+ core unit?
    core    = number | number "-" number | number "or" number | number "in" number
            | fraction | "dozens" | "several" | "most" | "doubled" | …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import lru_cache

from fentcheck.exact import Fraction
from fentcheck.phrases.hedges import (
    LOWER_BOUNDS,
    SENSES,
    TRAIL_SENSES,
    UPPER_BOUNDS,
    Direction,
    Hedge,
    Plain,
    Sense,
    Statistic,
    Superlative,
)
from fentcheck.phrases.numbers import (
    MAGNITUDES,
    SMALL,
    Found,
    Number,
    Unreadable,
    decimal,
    in_digits,
    integer,
    read_number,
    read_share,
    share_behind_minus,
)
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.regex import regex
from fentcheck.units import currency
from fentcheck.units.names import Complaint, Lexicon, left_over, nearest_name
from fentcheck.units.unit import FRACTION, PERCENT, TIMES, Kind, Unit, difference


class Form(Enum):
    """How the number is put; with the hedge it picks the row of the phrase table."""

    NUMBER = "number"
    RANGE = "range"
    PAIR = "pair"
    BOUNDS = "two bounds"
    DOZEN = "a dozen"
    HALF_DOZEN = "half a dozen"
    PLURAL = "plural magnitude"
    COUPLE = "a couple"
    FEW = "a few"
    SEVERAL = "several"
    FRACTION = "fraction"
    ONE_IN = "one in k"
    MAJORITY = "majority"
    MOST = "most"
    VAST_MAJORITY = "vast majority"
    NEARLY_ALL = "nearly all"
    MINORITY = "minority"
    TIMES = "times as many"
    TIMES_MORE = "times more"
    TIMES_FEWER = "times fewer"

    __hash__ = object.__hash__


# Members that every phrase is compared with; see `units.unit` for why.
_NUMBER = Form.NUMBER
_FACTOR = Kind.FACTOR
_STRICTLY_LESS = frozenset((Hedge.LESS_THAN, Hedge.WELL_UNDER))
_BETWEEN_WHOLE = (Hedge.MORE_THAN, Hedge.LESS_THAN)


class Phrase(NamedTuple):
    """The parts of a value phrase.

    `high` is set for a range, a pair and two bounds, which have the hedge of the lower and that of
    the upper; of "two in five" the numbers are `low` and `high`.
    `figure` is the part of the text that holds hedge and number. `multiple` marks "300% of",
    `exact` what is counted one by one (votes, ages).
    """

    text: str
    form: Form
    low: Number
    unit: Unit
    hedges: tuple[Hedge, ...] = ()
    high: Number | None = None
    direction: Direction | None = None
    superlative: Superlative | None = None
    statistic: Statistic | None = None
    figure: str = ""
    multiple: bool = False
    exact: bool = False
    doubt: Complaint | None = None

    @property
    def is_change(self) -> bool:
        """It can only be said of a change: it has a direction, or is a factor."""
        return self.direction is not None or self.unit.kind is _FACTOR


def as_change(phrase: Phrase) -> Phrase:
    """The phrase as what two values differ by: "3 °C" between two temperatures is a difference."""
    return phrase._replace(unit=difference(phrase.unit))


class Mention(NamedTuple):
    """A number inside running words, with the classes of the hedges round it.

    `start` and `end` count in the text with its white space folded.
    """

    hedges: tuple[Hedge, ...]
    form: Form
    low: Number
    high: Number | None
    start: int
    end: int


LONGEST_QUOTE = 600
_NEAR = 80
"""What belongs to a number begins within so many characters of it; running text may be long."""


def read_phrase(text: str, lexicon: Lexicon) -> Phrase | Complaint:
    """The parts of a whole value phrase, or a complaint about the word that has no reading."""
    plain = _PLAIN.fullmatch(text) if len(text) <= lexicon.limits.value_length else None
    if plain is not None:
        before, digits, behind = plain.groups()
        frame = _frame(before, behind, lexicon)
        if frame is not None:
            return _framed(text, frame, in_digits(*digits.partition(".")[::2]), plain.end(2))
    return _read_phrase(text, lexicon)


class _Frame(NamedTuple):
    """How a phrase reads round a number in digits, where the number has no say in it.

    Its number is multiplied by `magnitude`, and its figure ends so many characters `after` the
    digits; all else is as in `sample`, which has another number.
    """

    sample: Phrase
    magnitude: int
    after: int


def _framed(text: str, frame: _Frame, number: Number, end: int) -> Phrase:
    sample, magnitude, after = frame
    _, form, _, unit, hedges, _, direction, superlative, statistic, _, *rest = sample
    if magnitude != 1:
        number = number.scaled(magnitude)
    figure = text[: end + after]
    about = text, form, number, unit, hedges, None, direction, superlative, statistic, figure
    return _new(Phrase, (*about, *rest))


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""


@lru_cache(maxsize=4096)
def _frame(before: str, behind: str, lexicon: Lexicon) -> _Frame | None:
    """The frame of the words round a number; None if they may read otherwise round another one.

    Copy has few frames and many numbers. A sample shows the frame: words that could join the
    number, compare it or count with it are left to the full reading.
    """
    is_decade = behind[:1] == "s" and behind[1:2] in ("", " ")
    if is_decade or _may_go_on(lowered(behind)) or lexicon.has_decimal_comma:
        return None
    text = f"{before}{_SAMPLE}{behind}"
    sample = _read_phrase(text, lexicon)
    if isinstance(sample, Complaint) or sample.form is not _NUMBER or sample.text != text:
        return None
    if sample.direction is not None and not _STRICTLY_LESS.isdisjoint(sample.hedges):
        return None  # of nothing it is refused
    magnitude, rest = divmod(sample.low.value, _SAMPLE)
    if rest or sample.low != integer(_SAMPLE).scaled(magnitude):
        return None
    return _Frame(sample, int(magnitude), len(sample.figure) - len(before) - len(str(_SAMPLE)))


@lru_cache(maxsize=1024)
def _read_phrase(text: str, lexicon: Lexicon) -> Phrase | Complaint:
    text = " ".join(text.split())
    if not text:
        return Complaint("", "there is no value here", "12 people")
    if len(text) > lexicon.limits.value_length:
        most = lexicon.limits.most("value_length")
        return Complaint(text[:20], f"a value has at most {most.value} characters: {most}")
    lower = lowered(text)
    lead = read_lead(lower, 0)
    core = read_core(text, lower, lead.end, lexicon)
    if core is None:
        return _read_age(text, lower, lexicon) or _no_number(text, lead)
    if isinstance(core, Complaint):
        return core
    hedges = lead.hedges
    if hedges and (fault := _contradiction(text, lead, core)):
        return fault
    if hedges and (bounds := _read_bounds(text, lower, lead, core, lexicon)):
        return bounds
    if lead.direction is not None and (core.is_spread or goes_to_level(core, lower, lexicon)):
        end = core.end + lower.startswith("%", core.end)
        words = text[lead.end : end].removeprefix("from ")
        first, _, second = words.partition(" to ")
        return Complaint(
            words,
            f"“{words}” may be a range, or a change to the second figure: write “between {first}"
            f" and {second}”, or “{first}” alone",
        )
    trail, end = read_trail(lower, core.end)
    tail = _read_tail(core, text, end, lexicon)
    if isinstance(tail, Complaint):
        return tail
    if trail or tail.hedge:
        hedges = _closed((*hedges, *(hedge for hedge in (trail, tail.hedge) if hedge)))
    form = core.form
    if core.unit is not None:
        form, hedges = _as_majority(form, core.low, hedges)
    direction = lead.direction or tail.direction
    unit = tail.unit if direction is None else difference(tail.unit)
    if lead.is_factor:
        if unit.kind is not Kind.PLAIN:
            return Complaint(unit.name, "a factor has no unit")
        unit = TIMES
    if unit.kind is _FACTOR:
        form, direction = _as_factor(form, direction)
        if form is Form.TIMES_FEWER and core.low.value <= 0:
            return Complaint(text[:end].strip(), "nothing is divided by zero")
    if direction is not None and core.low.value < 0:
        words = text[:end].strip()
        return Complaint(words, f"“{words}”: a rise or fall says by how much, with no minus")
    if direction is not None and core.low.value == 0 and not _STRICTLY_LESS.isdisjoint(hedges):
        words = text[:end].strip()
        return Complaint(words, f"“{words}”: no rise or fall is by less than nothing")
    return Phrase(
        text,
        form,
        tail.low or core.low,
        unit,
        tuple(dict.fromkeys(hedges)),
        tail.high or core.high,
        direction,
        lead.superlative,
        lead.statistic,
        text[:end].strip() if tail.low is None else text,
        tail.multiple,
        tail.exact,
        tail.doubt,
    )


def find_mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """Every number of a short text (a quote), left to right, with the hedges round it.

    A quote is a few words; what lies beyond the first `LONGEST_QUOTE` characters is not read.
    """
    text = " ".join(text.split())[:LONGEST_QUOTE]
    lower = lowered(text)
    found: list[Mention] = []
    position = 0
    last: tuple[Lead, Core, int] | None = None
    for word in _WORD_START.finditer(text):
        start = word.start()
        if start < position:
            continue
        lead = read_lead(lower, start)
        core = read_core(text, lower, lead.end, lexicon)
        if core is None or isinstance(core, Complaint):
            continue
        bounds = _second_bound(text, lower, lead, core, lexicon) if lead.hedges else None
        if bounds:
            low, high, hedges, _, _, end = bounds
            found.append(Mention(hedges, Form.BOUNDS, low, high, start, end))
            last = None
        elif lead.direction is not None and core.is_to:
            if not goes_to_level(core, lower, lexicon):
                found.append(_mention(lower, lead, core, start))
            found += _change_and_level(lower, lead, core)
            last = None
        else:
            last = lead, _with_unit_words(core, text, lexicon), start
            found.append(_mention(lower, *last))
        position = found[-1].end
    if last is not None:  # a hedge at the end goes with the number before it
        behind = text[position:].rstrip(_CLOSING)
        found[-1] = _mention(lower, *last, _without_late_trail(behind)[1])
    return found


def _mention(lower: str, lead: Lead, core: Core, start: int, late: Hedge | None = None) -> Mention:
    trail, end = read_trail(lower, core.end)
    hedges = _closed(tuple(hedge for hedge in (*lead.hedges, trail, late) if hedge))
    form, hedges = _as_majority(core.form, core.low, hedges)
    if form is Form.TIMES or lead.is_factor:
        form, _ = _as_factor(form, lead.direction or _direction_behind(lower, end))
    return Mention(hedges, form, core.low, core.high, start, end)


def _with_unit_words(core: Core, text: str, lexicon: Lexicon) -> Core:
    """The number with what the words behind it add to it: "6 ft 2 in", "30 MUSD"."""
    if core.form not in (_NUMBER, Form.RANGE):
        return core
    coded = coded_money(text, core.end)
    if coded is not None and coded.magnitude > 1 and not core.sign:
        high = core.high and core.high.scaled(coded.magnitude)
        return core._replace(low=core.low.scaled(coded.magnitude), high=high, end=coded.end)
    compound = _compound_in_text(core, text, lexicon) if core.high is None else None
    return core if compound is None else core._replace(low=compound[0], end=compound[1])


def _change_and_level(lower: str, lead: Lead, core: Core) -> Iterator[Mention]:
    """Both figures of "fell by 3,400 to 41,200", which "rose by 200 to 300" may mean, too."""
    assert core.high is not None
    end = lower.index(" to ", lead.end)
    yield Mention(lead.hedges, Form.NUMBER, core.low, None, lead.end, end)
    yield Mention((), Form.NUMBER, core.high, None, end + len(" to "), core.end)


def _no_number(text: str, lead: Lead) -> Complaint:
    word = text[lead.end :].split(" ")[0]
    if not word:
        return Complaint(text, f"no number follows “{text}”")
    return Complaint(word, f"no number can be read at “{word}”", _suggested_word(word))


def _read_age(text: str, lower: str, lexicon: Lexicon) -> Phrase | None:
    """ "Age 87", "aged 5 to 17", "ages over 65": a number of years."""
    match = _AGE_BEFORE.match(lower)
    age = _read_phrase(text[match.end() :], lexicon) if match else None
    years = lexicon.named("years")
    if match is None or not isinstance(age, Phrase) or age.unit.kind is not Kind.PLAIN or not years:
        return None
    return age._replace(text=text, unit=years, figure=text[: match.end()] + age.figure, exact=True)


def _contradiction(text: str, lead: Lead, core: Core) -> Complaint | None:
    """ "Less than more than 30": a bound on either side of one number."""
    if len(lead.hedges) < 2 or LOWER_BOUNDS.isdisjoint(lead.hedges):
        return None
    if UPPER_BOUNDS.isdisjoint(lead.hedges):
        return None
    words = text[: core.end].strip()
    return Complaint(words, f"“{words}” is a lower and an upper bound at once")


def _closed(hedges: tuple[Hedge, ...]) -> tuple[Hedge, ...]:
    """ "More than 50 or equal" and "equal to 50 or more" are closed bounds."""
    if Hedge.EXACT not in hedges or len(hedges) == 1:
        return hedges
    others = (hedge for hedge in hedges if hedge is not Hedge.EXACT)
    return tuple(_WITH_EQUALITY.get(hedge, hedge) for hedge in others)


def _as_factor(form: Form, direction: Direction | None) -> tuple[Form, None]:
    """A fall "tenfold" or "by a factor of ten" divides; a rise only names the factor."""
    if form in (Form.NUMBER, Form.TIMES):
        return (Form.TIMES_FEWER if direction is Direction.DOWN else Form.TIMES), None
    return form, None


# What stands before and behind the number


class Lead(NamedTuple):
    """The words before a number, sorted by what they say, and where the number begins."""

    hedges: tuple[Hedge, ...]
    direction: Direction | None
    superlative: Superlative | None
    statistic: Statistic | None
    end: int
    is_factor: bool = False


_NO_LEAD = Lead((), None, None, None, 0)


def read_lead(lower: str, start: int) -> Lead:
    """All hedges, directions and records that stand at `start`, the longest wordings first."""
    figure = _FIRST_FIGURE.search(lower, start, start + _NEAR)
    words = lower[start : figure.start() if figure else start + _NEAR]
    lead = _lead_of(words, bool(figure)) if words else _NO_LEAD
    return lead._replace(end=start + lead.end) if start else lead


@lru_cache(maxsize=1024)
def _lead_of(words: str, before_figure: bool) -> Lead:
    hedges: list[Hedge] = []
    direction: Direction | None = None
    superlative: Superlative | None = None
    statistic: Statistic | None = None
    is_factor = False
    end = 0
    while found := _longest(_LEADS, words, end):
        wording, sense = found
        after = end + len(wording)
        if words[after:] == "-" and before_figure and wording[-1].isalpha():
            break  # "over-65s" is no hedge before a negative number
        end = after + (words[after : after + 1] == " ")
        if isinstance(sense, Hedge):
            hedges.append(sense)
        elif isinstance(sense, Direction):
            direction = sense
        elif isinstance(sense, Superlative):
            superlative = sense
        elif isinstance(sense, Statistic):
            statistic = sense
        elif sense is Plain.FACTOR:
            is_factor = True
    return Lead(tuple(hedges), direction, superlative, statistic, end, is_factor)


def read_trail(lower: str, end: int) -> tuple[Hedge | None, int]:
    """The hedge right behind a number ("1,400-plus", "50 or so"), and where it ends."""
    start = end + 1 if lower[end : end + 1] == " " else end
    if lower[start : start + 1] not in _BEGINS_TRAIL:
        return None, end
    found = _longest(_TRAILS, lower, start)
    return (found[1], start + len(found[0])) if found else (None, end)


def _without_late_trail(rest: str) -> tuple[str, Hedge | None]:
    """The words behind the number without a hedge at their end ("people or more")."""
    lower = rest[-_NEAR:].lower()
    for wording in _LATE_TRAILS.get(lower[lower.rfind(" ") + 1 :], ()):
        if lower.endswith(wording) and lower[-len(wording) - 1 : -len(wording)] in _BREAKS:
            return rest[: -len(wording)].rstrip(" ,"), TRAIL_SENSES[wording]
    return rest, None


if TYPE_CHECKING:
    from typing import TypeVar

    _T = TypeVar("_T")
    _Wordings = Mapping[str, tuple[tuple[str, _T], ...]]
"""Wordings by their first word, or by their first character where that is a sign."""


def _by_first_word(senses: Mapping[str, _T]) -> _Wordings[_T]:
    """The wordings by first word, the longest first."""
    groups: dict[str, list[tuple[str, _T]]] = {}
    for wording in sorted(senses, key=len, reverse=True):
        key = wording.partition(" ")[0] if wording[0].isalpha() else wording[0]
        groups.setdefault(key, []).append((wording, senses[wording]))
    return {key: tuple(group) for key, group in groups.items()}


def _longest(table: _Wordings[_T], text: str, at: int) -> tuple[str, _T] | None:
    """The longest wording that stands at `at` as whole words, and what it says."""
    first = text[at : at + 1]
    if first.isalpha():
        word = _FIRST_OF_WORDING.match(text, at)
        first = word.group() if word else first
    for wording, sense in table.get(first) or table.get(first.rstrip(".-"), ()):
        if text.startswith(wording, at):
            after = text[at + len(wording) : at + len(wording) + 1]
            if not (after.isalpha() and wording[-1].isalpha()):
                return wording, sense
    return None


# The number itself


class Core(NamedTuple):
    """The number, how it is put, and where its text ends.

    `sign` is the currency sign before it; `unit` is set where the wording leaves no other.
    `is_spread` marks a range of which each end has its own unit or sign ("3% to 5%"), `is_to` one
    of two numbers with "to" alone between them, each with its own magnitude ("3 to 5").
    """

    form: Form
    low: Number
    end: int
    high: Number | None = None
    sign: str = ""
    unit: Unit | None = None
    is_spread: bool = False
    is_to: bool = False


def read_core(text: str, lower: str, start: int, lexicon: Lexicon) -> Core | Complaint | None:
    """The number that begins at `start`, in any of its forms; None if none begins there."""
    bounds = ""
    if lower[start : start + 1].isdecimal():
        if share := _read_slash(lower, start, lexicon):
            return share
    else:
        if lower[start : start + 1] in _BEGINS_OPENING:
            start, bounds = _without_opening(lower, start)
        core = None if bounds else _read_form_in_words(lower, start, lexicon)
        if isinstance(core, Complaint):
            at = lower.find(core.word, start)
            return core._replace(word=text[at : at + len(core.word)])
        if core:
            return core
    first = _read_signed(text, lower, start, lexicon, joins_and=bounds != "between")
    if isinstance(first, Complaint):
        return first
    if first is None:
        if bounds or not _ARTICLE.match(lower, start):
            return None
        return _read_one(lower, start)
    core = Core(_NUMBER, first.number, first.end, None, first.sign)
    if bounds:
        return _read_between(text, lower, start, first, bounds, lexicon)
    behind = lower[first.end : first.end + _NEAR]
    if not behind or not _may_go_on(behind):
        return core
    return (
        _read_dozens(lower, core)
        or _read_times(lower, core)
        or _read_one_in(lower, core, lexicon)
        or _read_second(text, lower, first, "", lexicon)
        or core
    )


def _without_opening(lower: str, start: int) -> tuple[int, str]:
    """Where the number begins behind "between", "from" or an article, and which bounds it opens.

    An article goes only before a number of its own: "a 90-minute film", "a tenfold rise".
    """
    for article in ("a ", "an "):
        if lower.startswith(article, start):
            after = start + len(article)
            if lower[after : after + 1] in _BEGINS_FIGURE:
                return after, ""
            word = _FIRST_OF_WORDING.match(lower, after)
            first = word.group().partition("-")[0] if word else ""
            is_number = first in SMALL or first in _FACTOR_WORDS or first.endswith("fold")
            return (after if is_number else start), ""
    for bounds in ("between", "from"):
        if lower.startswith(bounds + " ", start):
            return start + len(bounds) + 1, bounds
    return start, ""


def _read_form_in_words(lower: str, start: int, lexicon: Lexicon) -> Core | Complaint | None:
    if lower[start : start + 1] not in _BEGINS_FORM:
        return None
    return _read_word_form(lower, start) or _read_fraction(lower, start, lexicon)


def _read_one(lower: str, start: int) -> Core | Complaint:
    """The article alone: "a mile"; not "a number of people" or "a great many", which are any."""
    end = start + (3 if lower[start + 1] == "n" else 2)
    words = lower[end : end + _NEAR].split()[:3]
    for word, behind in zip(words, (*words[1:], ""), strict=False):
        if word == "many" or (word in _VAGUE_NOUNS and behind in ("of", "")):
            return Complaint(word, f"“{word}” is no number")
    return Core(_NUMBER, integer(1), end)


def _read_between(
    text: str, lower: str, start: int, first: _Signed, bounds: str, lexicon: Lexicon
) -> Core | Complaint:
    """Both numbers of "between … and …" and "from … to …".

    An "and" may belong to the first number ("between one hundred and fifty and two hundred"):
    that is tried where the shorter first number leaves no range.
    """
    core = _read_second(text, lower, first, bounds, lexicon)
    if isinstance(core, Core):
        return core
    longer = _read_signed(text, lower, start, lexicon)
    if isinstance(longer, _Signed) and longer.end > first.end:
        other = _read_second(text, lower, longer, bounds, lexicon)
        if isinstance(other, Core):
            return other
    if core is not None:
        return core
    return Complaint(text[: first.end], f"“{bounds}” wants two numbers", f"{bounds} 5 and 10")


def _read_word_form(lower: str, start: int) -> Core | None:
    """Numbers that only words can put: "dozens", "a few hundred", "most", "doubled"."""
    found = _longest(_WORD_FORMS, lower, start)
    if found is None:
        return _read_fold(lower, start)
    wording, (form, value, unit) = found
    end = start + len(wording)
    if lower.startswith("-", end) and wording in _WHOLE_WORDS:
        return None
    if form in _COUNTED_FORMS or (form is Form.NUMBER and wording not in _ADVERBS_OF_TIMES):
        end += 3 * lower.startswith(" of", end) if lower[end + 3 : end + 4] in ("", " ") else 0
    if form in (Form.COUPLE, Form.FEW, Form.SEVERAL):
        word = _FIRST_OF_WORDING.match(lower, end + 1)
        size = _VAGUE_SIZES.get(word.group()) if word else None
        if word and size:
            value, end = size, word.end()
    if form is Form.TIMES and wording in _ADVERBS_OF_TIMES and _PER.match(lower, end):
        return Core(Form.NUMBER, integer(int(value)), end)
    if wording in _ADJECTIVES_OF_TIMES and not _COMPARED_WITH.match(lower, end):
        return None
    return Core(form, decimal(value), end, unit=unit)


def _read_fold(lower: str, start: int) -> Core | None:
    """ "threefold", "ten-fold"."""
    word = _FIRST_OF_WORDING.match(lower, start)
    if not word or not word.group().endswith("fold"):
        return None
    many = SMALL.get(word.group().removesuffix("fold").rstrip("-"), 0)
    return Core(Form.TIMES, integer(many), word.end(), unit=TIMES) if many > 1 else None


def _read_fraction(lower: str, start: int, lexicon: Lexicon) -> Core | Complaint | None:
    """ "two thirds", "half": a share, or with a unit behind it ("half a mile") a number."""
    share = read_share(lower, start)
    if share is None or not share.is_proper:
        return None
    core = _as_share(lower, share.end, share.value, lexicon)
    is_ordinal = share.above == 1 and share.below not in (2, 4)
    rest = lower[share.end : share.end + _NEAR]
    if core and core.unit and is_ordinal and rest[:1] == " " and not _BEHIND_SHARE.match(rest):
        word = rest.split()[0]
        return Complaint(word, "an ordinal is no quantity; a share is “of” something", "of")
    return core


def _read_slash(lower: str, start: int, lexicon: Lexicon) -> Core | Complaint | None:
    """ "3/4", "3/4 mile": a fraction below one, in lowest terms."""
    match = _SLASH_FRACTION.match(lower, start)
    if not match:
        return None
    above, below = int(match.group(1)), int(match.group(2))
    if below == 0:
        return Complaint(match.group(), "nothing is divided by zero")
    if not 0 < above < below or Fraction(above, below).denominator != below:
        return None
    return _as_share(lower, match.end(), Fraction(above, below), lexicon)


def _as_share(lower: str, end: int, value: Fraction, lexicon: Lexicon) -> Core | None:
    """A fraction of what is behind it, or so much of the unit there; None before a magnitude."""
    behind = _OF_A.match(lower, end)
    if behind:
        if behind.group(1) in MAGNITUDES and len(behind.group(1)) > 2:
            return None
        if _names_unit(lower[behind.start(1) : behind.start(1) + _NEAR], lexicon):
            return Core(Form.NUMBER, decimal(value), behind.start(1))
    return Core(Form.FRACTION, decimal(value), end, unit=FRACTION)


def _names_unit(words: str, lexicon: Lexicon) -> bool:
    """The words begin with a unit in the singular: of "a third of a mile", not of "two points"."""
    pieces = words.split(" ")
    for many in range(min(len(pieces), 3), 0, -1):
        name = " ".join(pieces[:many]).rstrip(",.")
        unit = lexicon.named(name)
        if unit is not None and (unit.kind is not Kind.POINTS or not name.endswith("s")):
            return unit.kind is not Kind.FACTOR
    return False


class _Signed(NamedTuple):
    number: Number
    end: int
    magnitude: int
    sign: str


def _read_signed(
    text: str, lower: str, start: int, lexicon: Lexicon, joins_and: bool = True
) -> _Signed | Complaint | None:
    """A number with the minus and the currency sign that may stand before it."""
    sign, many_joined, negative = "", 1, False
    if not lower[start : start + 1].isdecimal():
        start, negative = _without_minus(lower, start)
        if not lower[start : start + 1].isdecimal():
            sign, start, many_joined = _currency_before(text, lower, start, lexicon)
            if sign and lower[start : start + 1] in _MINUS and not negative:
                start, negative = start + 1, True
    share = share_behind_minus(lower, start) if negative else None
    if share and not sign:
        return _Signed(decimal(-share[0]), share[1], 1, "")
    found = read_number(lower, start, lexicon.has_decimal_comma, joins_and, lexicon.limits)
    if found is None:
        return None
    if isinstance(found, Unreadable):
        shown = text[start : start + len(found.text)]
        return Complaint(shown, found.message, found.suggestion)
    number, end, magnitude = found
    if magnitude == 1 and (sign or text[end : end + 3].lstrip()[:2] == "MM"):
        many = _MONEY_MAGNITUDE.match(text, end)
        if many and (sign or not text[many.end() :]):
            magnitude, end = _MONEY_MAGNITUDES[many.group(1).lower()], many.end()
            number = number.scaled(magnitude)
    if many_joined > 1:
        number, magnitude = number.scaled(many_joined), magnitude * many_joined
    return _Signed(number.negated() if negative else number, end, magnitude, sign)


def _without_minus(lower: str, start: int) -> tuple[int, bool]:
    first = lower[start : start + 1]
    if first in _MINUS:
        return start + 1 + (lower[start + 1 : start + 2] == " "), True
    for word in ("minus ", "negative "):
        if lower.startswith(word, start):
            return start + len(word), True
    return start, False


def _currency_before(text: str, lower: str, start: int, lexicon: Lexicon) -> tuple[str, int, int]:
    """The currency before a number, where the number begins, and the magnitude joined to the code.

    The currency is its sign or code, "" if there is none: "$5", "US $5", "U.S. $5", "USD$ 5",
    "USD 5", "Rs 5", "RMB 5", "MUSD 5", "rupees 5 crore".
    """
    first = text[start : start + 1]
    if first in _CURRENCY_SIGNS:
        return first, start + 1 + (text[start + 1 : start + 2] == " "), 1
    if not first.isalpha():
        return "", start, 1
    match = _CURRENCY_LETTERS.match(text, start)
    if not match:
        named = NAMED_MONEY.match(lower, start)
        code = lexicon.currency_named(named.group(1)) if named else None
        return (code, named.end(), 1) if named and code else ("", start, 1)
    letters, space, dollar = match.groups()
    if dollar:
        is_sign = not space or len(letters) > 1 or letters in "Cc"
        sign = currency.sign_before_dollar(letters, not space) if is_sign else None
    else:
        sign = letters if letters in currency.SIGNS else currency.code_of(letters)
        sign = "RMB" if letters in ("rmb", "Rmb") else sign
        if sign is None and (joined := currency.code_of_millions(letters)):
            return joined[0], match.end(), joined[1]
    return (sign, match.end(), 1) if sign else ("", start, 1)


def _read_dozens(lower: str, core: Core) -> Core | None:
    """ "3 dozen", "two dozens", "two score"."""
    match = _DOZENS.match(lower, core.end)
    if not match or not isinstance(core.low.value, int) or core.low.value < 1:
        return None
    if core.low.value > 20 and core.low.place == 1:
        return None  # "three hundred and two dozen" is 324
    if match.group(1) == "score":
        return Core(Form.NUMBER, core.low.scaled(20), match.end())
    if core.low.value > 12:
        return Core(Form.NUMBER, integer(12 * core.low.value), match.end())
    return Core(Form.DOZEN, Number(12 * core.low.value, 12), match.end())


def _read_times(lower: str, core: Core) -> Core | None:
    """ "ten times greater", "3x", "10-fold"; not "96 times a day", which is a count."""
    match = _TIMES.match(lower, core.end)
    if not match:
        return None
    compared = match.group(1)
    form = Form.TIMES
    if compared:
        form = Form.TIMES_FEWER if compared in _LESS else Form.TIMES_MORE
    return Core(form, core.low, match.end(), unit=TIMES)


def _read_one_in(lower: str, core: Core, lexicon: Lexicon) -> Core | None:
    """ "one in five", "9 out of 10"."""
    match = _IN.match(lower, core.end)
    second = read_number(lower, match.end(), lexicon.has_decimal_comma) if match else None
    if not isinstance(second, Found) or not 0 < core.low.value < second.number.value:
        return None
    if Fraction(core.low.value).denominator > 1 or Fraction(second.number.value).denominator > 1:
        return None
    return Core(Form.ONE_IN, core.low, second.end, second.number, unit=FRACTION)


def _read_second(
    text: str, lower: str, first: _Signed, bounds: str, lexicon: Lexicon
) -> Core | Complaint | None:
    """The second number of a range ("5-10", "10% to 15%") or of a pair ("two or three")."""
    between = _BETWEEN_UNITS.match(lower, first.end)
    if not between or (between.group(2) == "and" and bounds != "between"):
        return None
    second = _read_signed(text, lower, between.end(), lexicon)
    if second is None or isinstance(second, Complaint):
        return None
    unit_words = text[first.end : first.end + len(between.group(1))].strip()
    if unit_words:
        in_words = between.group(2) is not None
        one = lexicon.read(unit_words).unit if in_words else lexicon.named(unit_words)
        other = _unit_tail(text[second.end :].strip(), second.sign, lexicon)
        if one is None or isinstance(other, Complaint):
            return None
        if not _same_unit(one, other.unit):
            return Complaint(unit_words, "the two ends of a range want one unit")
    if first.sign and second.sign and first.sign != second.sign:
        return Complaint(second.sign, "the two ends of a range want one unit")
    low, high = first.number, second.number
    is_to = between.group(2) == "to" and not bounds
    is_larger = first.magnitude <= 100 and first.magnitude < second.magnitude
    if is_larger and low.value * second.magnitude < high.value:
        low, is_to = low.scaled(second.magnitude), False  # "two to three hundred", "$5-6 billion"
    if low.value >= high.value:
        words = text[: second.end]
        return Complaint(words, f"the range “{words}” does not rise")
    form = Form.PAIR if between.group(2) == "or" else Form.RANGE
    is_spread = form is Form.RANGE and bool(unit_words or (first.sign and second.sign))
    is_spread = is_spread and between.group(2) == "to"
    sign = first.sign or second.sign
    return Core(form, low, second.end, high, sign, is_spread=is_spread, is_to=is_to)


def goes_to_level(core: Core, lower: str, lexicon: Lexicon, may_be_wide: bool = False) -> bool:
    """Behind "fell by": the first number is the change and the second what it led to, since no
    range of changes has its ends so far apart ("3,400 to 41,200", and not "2 to 3 per cent").

    Measures and percentages range more widely, and so does what only may come about.
    """
    if not core.is_to or core.high is None or core.low.value <= 0:
        return False
    widest = _WIDEST if may_be_wide or _is_measured(core, lower, lexicon) else _WIDE
    return bool(core.high.value > widest * core.low.value)


def _is_measured(core: Core, lower: str, lexicon: Lexicon) -> bool:
    """The unit behind both numbers is that of a measure, and no money."""
    words = lower[core.end : core.end + _NEAR].lstrip(" -").split(" ")
    names = (" ".join(words[:many]).rstrip(",.;:)") for many in (3, 2, 1))
    unit = next((unit for name in names if name and (unit := lexicon.named(name))), None)
    return unit is not None and not unit.is_count and not unit.is_money and not core.sign


def _same_unit(one: Unit, other: Unit) -> bool:
    return (one.dimensions, one.size, one.kind) == (other.dimensions, other.size, other.kind)


# Two bounds


class _Bounds(NamedTuple):
    """Both bounds, the lower first; `unit_words` stand between them."""

    low: Number
    high: Number
    hedges: tuple[Hedge, Hedge]
    unit_words: str
    core: Core
    end: int


def _read_bounds(
    text: str, lower: str, lead: Lead, core: Core, lexicon: Lexicon
) -> Phrase | Complaint | None:
    """ "More than 10 but fewer than 40 people": one interval with both its ends."""
    bounds = _second_bound(text, lower, lead, core, lexicon)
    if bounds is None:
        return None
    tail = _read_tail(bounds.core, text, bounds.end, lexicon)
    if isinstance(tail, Complaint):
        return tail
    unit = tail.unit
    if bounds.unit_words and core.unit is None:
        first = _unit_tail(bounds.unit_words, core.sign, lexicon)
        if isinstance(first, Complaint):
            return first
        if unit.kind is Kind.PLAIN:
            unit = first.unit
        elif not _same_unit(first.unit, unit):
            return Complaint(bounds.unit_words, "the two bounds want one unit")
    low, high = bounds.low.value, bounds.high.value
    if unit.is_count and low == int(low) and bounds.hedges == _BETWEEN_WHOLE:
        low += 1  # of what is counted one by one there are three, or four
    if low >= high:
        return Complaint(text, f"nothing is {text}")
    direction = lead.direction or tail.direction
    if direction is not None and bounds.low.value < 0:
        return Complaint(text, "a rise or fall says by how much, with no minus")
    return Phrase(
        text,
        Form.BOUNDS,
        bounds.low,
        unit if direction is None else difference(unit),
        bounds.hedges,
        bounds.high,
        direction,
        lead.superlative,
        lead.statistic,
        text[: bounds.end].strip(),
        exact=tail.exact,
        doubt=tail.doubt,
    )


def _second_bound(
    text: str, lower: str, lead: Lead, core: Core, lexicon: Lexicon
) -> _Bounds | None:
    """The bound on the other side, where a lower and an upper bound are joined."""
    if not _may_be_joined(lower[core.end : core.end + _NEAR]):
        return None
    core = _as_one_share(core)
    if core.high is not None or len(lead.hedges) != 1:
        return None
    mine = lead.hedges[0]
    if mine not in LOWER_BOUNDS and mine not in UPPER_BOUNDS:
        return None
    opposite = UPPER_BOUNDS if mine in LOWER_BOUNDS else LOWER_BOUNDS
    for link in _AND_BOUND.finditer(lower, core.end, core.end + _NEAR):
        other_lead = read_lead(lower, link.end())
        if len(other_lead.hedges) != 1 or other_lead.hedges[0] not in opposite:
            continue
        other = read_core(text, lower, other_lead.end, lexicon)
        other = _as_one_share(other) if isinstance(other, Core) else None
        if other is None or other.high is not None or other.form is not core.form:
            return None
        if core.sign and other.sign and core.sign != other.sign:
            return None
        unit_words = text[core.end : link.start()].strip()
        other = other._replace(sign=other.sign or core.sign)
        hedges = (mine, other_lead.hedges[0])
        if mine in LOWER_BOUNDS:
            return _Bounds(core.low, other.low, hedges, unit_words, other, other.end)
        swapped = (hedges[1], hedges[0])
        return _Bounds(other.low, core.low, swapped, unit_words, other, other.end)
    return None


def _as_one_share(core: Core) -> Core:
    """ "One in five" as the fraction that it is."""
    if core.form is not Form.ONE_IN or core.high is None:
        return core
    share = decimal(Fraction(core.low.value, core.high.value))
    return core._replace(form=Form.FRACTION, low=share, high=None)


def _may_be_joined(rest: str) -> bool:
    return "," in rest or " and " in rest or " but " in rest


# What stands behind it


class _Tail(NamedTuple):
    """The unit, and what else the words behind the number say.

    `low` and `high` are set where they go on with the number itself ("5 ft 10 in", "5-6 MUSD").
    """

    unit: Unit
    low: Number | None = None
    hedge: Hedge | None = None
    direction: Direction | None = None
    multiple: bool = False
    exact: bool = False
    doubt: Complaint | None = None
    high: Number | None = None


def _read_tail(core: Core, text: str, end: int, lexicon: Lexicon) -> _Tail | Complaint:
    rest = text[end:]
    if core.unit is not None:
        return _read_description(core.unit, rest.strip())
    if rest[:1] == "s" and rest[1:2] in ("", " ") and core.low.value % 10 == 0:
        word = text[:end].rpartition(" ")[2] + "s"
        return Complaint(word, f"“{word}” is a decade or an age, and no number of seconds")
    rest = rest.strip()
    if rest[:3].isupper() or rest[1:4].isupper():
        coded = _read_coded(core, rest, lexicon)
        if coded is not None:
            return coded
    tail = _unit_tail(rest, core.sign, lexicon)
    if isinstance(tail, _Tail) or core.form is not _NUMBER:
        return tail
    words, hedge = _without_late_trail(rest)
    words, direction = _without_comparison(words)
    compound = _read_compound(core, words, lexicon)
    return tail if compound is None else _Tail(compound[1], compound[0], hedge, direction)


def _read_coded(core: Core, rest: str, lexicon: Lexicon) -> _Tail | Complaint | None:
    """ "30 MUSD a year": the magnitude is in the code, or behind it."""
    coded = coded_money(rest, 0)
    if coded is None or coded.magnitude == 1 or core.sign:
        return None
    tail = _unit_tail(rest[coded.end :].strip(), coded.unit.name, lexicon)
    if isinstance(tail, Complaint):
        return tail
    high = core.high and core.high.scaled(coded.magnitude)
    return tail._replace(low=core.low.scaled(coded.magnitude), high=high)


class CodedMoney(NamedTuple):
    """A currency's code behind a number, with its magnitude as tables of accounts have it."""

    unit: Unit
    magnitude: int
    end: int


def coded_money(text: str, at: int) -> CodedMoney | None:
    """ "30 MUSD", "30 USDm" and "75 USD million" are millions of dollars."""
    match = _CODED_MONEY.match(text, at)
    if match is None:
        return None
    letters, word = match.groups()
    joined = (letters, 1) if letters in currency.CODES else currency.code_of_millions(letters)
    if joined is None:
        return None
    code, magnitude = joined
    many = magnitude * (MAGNITUDES[word] if word else 1)
    return CodedMoney(Unit(code, 1, (("¤" + code, 1),)), many, match.end())


def _read_description(unit: Unit, rest: str) -> _Tail | Complaint:
    """The words behind a share or factor: they say of what it is, and hold no other number."""
    words, hedge = _without_late_trail(rest)
    direction: Direction | None = None
    if unit.kind is Kind.RATIO or not words.lower().startswith("as "):
        words, direction = _without_comparison(words)
    fault = left_over(words)
    if fault:
        return Complaint(fault, f"“{fault}” is left over")
    return _Tail(unit, None, hedge, direction)


@lru_cache(maxsize=4096)
def _unit_tail(rest: str, sign: str, lexicon: Lexicon) -> _Tail | Complaint:
    """What the words behind a number say. Copy has few of them, so they are remembered."""
    words, hedge = _without_late_trail(rest)
    words, direction = _without_comparison(words)
    if words.lower() in _MULTIPLES:
        return _Tail(PERCENT, None, hedge, multiple=True)
    result = lexicon.read(words, sign)
    if result.unit is None:
        return result.complaint or Complaint(words, f"“{words}” is no unit")
    return _Tail(result.unit, None, hedge, direction, False, result.exact, result.doubt)


def _read_compound(core: Core, rest: str, lexicon: Lexicon) -> tuple[Number, Unit] | None:
    """ "5 ft 10 in", "2 hours and thirty minutes", "13 dollars 45": one number in one unit."""
    found = _second_of_two(rest.removeprefix("-"), lexicon)
    if found is None:
        return None
    large, second, name = found
    name = name.strip(" -").rstrip(".")
    small = lexicon.named(name) if name else _smaller_unit(large, lexicon)
    return None if small is None else _in_one_unit(core.low, large, second.number, small)


def _compound_in_text(core: Core, text: str, lexicon: Lexicon) -> tuple[Number, int] | None:
    """The number of "6 ft 2 in" in running words, and where its text ends."""
    behind = text[core.end : core.end + _NEAR]
    rest = behind.lstrip(" -")
    found = _second_of_two(rest, lexicon)
    if found is None:
        return None
    large, second, after = found
    name = after.lstrip(" -").split(" ")[0].rstrip(_CLOSING)
    end = core.end + len(behind) - len(rest) + second.end
    small = lexicon.named(name)
    if small is not None:
        end += len(after) - len(after.lstrip(" -")) + len(name)
    else:
        small = _smaller_unit(large, lexicon)
    one = _in_one_unit(core.low, large, second.number, small) if small else None
    return (one[0], end) if one else None


def _second_of_two(words: str, lexicon: Lexicon) -> tuple[Unit, Found, str] | None:
    """The larger unit that the words begin with, the number behind it, and what is left."""
    for pattern in _COMPOUND_JOINTS:
        joint = pattern.match(words)
        large = lexicon.named(joint.group(1).rstrip(".")) if joint else None
        if joint is None or large is None:
            continue
        second = read_number(lowered(words), joint.end(), lexicon.has_decimal_comma)
        if not isinstance(second, Found) or second.magnitude > 1:
            return None
        return large, second, words[second.end :]
    return None


def _smaller_unit(large: Unit, lexicon: Lexicon) -> Unit | None:
    """The unit that goes without saying: inches behind feet, cents behind dollars."""
    if large.is_money and large.size == 1:
        return large._replace(size=Fraction(1, 100))
    for name, smaller in (("foot", "inches"), ("stone", "pounds")):
        unit = lexicon.named(name)
        if unit is not None and _same_unit(unit, large):
            return lexicon.named(smaller)
    return None


def _in_one_unit(many: Number, large: Unit, few: Number, small: Unit) -> tuple[Number, Unit] | None:
    """So many of the large and so few of the small; money in the large unit, else in the small.

    Such a figure is meant to the last of the smaller unit.
    """
    ratio = Fraction(large.size) / small.size
    is_whole = isinstance(many.value, int) and many.value >= 0
    if large.dimensions != small.dimensions or not is_whole:
        return None
    if ratio <= 1 or not 0 <= few.value < ratio:
        return None
    if large.is_money:
        value = many.value + Fraction(few.value) / ratio
        return Number(value, min(Fraction(few.place), Fraction(1)) / ratio), large
    value = many.value * ratio + few.value
    return Number(int(value) if value.denominator == 1 else value, min(few.place, 1)), small


def _without_comparison(rest: str) -> tuple[str, Direction | None]:
    """The words behind the number without "more", "lower than …" or "increase".

    A part "of the increase" is none.
    """
    lower = rest.lower()
    if _COMPARATIVES.isdisjoint(lower.split()):
        return rest, None
    match = _COMPARISON.search(lower) or _MORE_OF.match(lower)
    if not match:
        return rest, None
    if match.group(1) in _CHANGES and "of" in lower[: match.start()].split():
        return rest, None
    direction = Direction.DOWN if match.group(1) in _LESS else Direction.UP
    return (rest[: match.start()] + rest[match.end() :]).strip(), direction


def _direction_behind(lower: str, end: int) -> Direction | None:
    """ "A tenfold decrease" in running words."""
    word = _FIRST_OF_WORDING.match(lower, end + 1)
    if not word or word.group() not in _COMPARATIVES:
        return None
    return Direction.DOWN if word.group() in _LESS else Direction.UP


def _as_majority(
    form: Form, low: Number, hedges: tuple[Hedge, ...]
) -> tuple[Form, tuple[Hedge, ...]]:
    """ "more than half" is a majority, "less than half" a minority, "nearly all" its own row."""
    if form is Form.FRACTION and len(hedges) <= 1:
        hedge = hedges[0] if hedges else None
        if low.value == Fraction(1, 2) and hedge is Hedge.MORE_THAN:
            return Form.MAJORITY, ()
        if low.value == Fraction(1, 2) and hedge is Hedge.LESS_THAN:
            return Form.MINORITY, ()
        if low.value == 1:
            return (Form.NEARLY_ALL, ()) if hedge is Hedge.NEARLY else (form, (Hedge.EXACT,))
    return form, hedges


def lowered(text: str) -> str:
    """Lower case, with every position as it was; the few letters that would grow stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _suggested_word(word: str) -> str | None:
    known = [*SMALL, *MAGNITUDES, *_PLURALS, *(words for words in SENSES if len(words) > 3)]
    return nearest_name(word, known) if len(word) > 4 else None


# The words

_WITH_EQUALITY = {Hedge.MORE_THAN: Hedge.AT_LEAST, Hedge.LESS_THAN: Hedge.AT_MOST}
_LEADS: _Wordings[Sense] = _by_first_word(SENSES)
_TRAILS: _Wordings[Hedge] = _by_first_word(TRAIL_SENSES)
_BEGINS_TRAIL = frozenset(wording[0] for wording in TRAIL_SENSES)
_BEGINS_OPENING = frozenset("abf")


def _late_trails() -> dict[str, list[str]]:
    """The hedges that may stand behind the unit, by their last word, the longest first."""
    groups: dict[str, list[str]] = {}
    for wording in sorted(TRAIL_SENSES, key=len, reverse=True):
        if " " in wording or wording.startswith("approx"):
            groups.setdefault(wording.rpartition(" ")[2], []).append(wording)
    return groups


_LATE_TRAILS = _late_trails()
_BREAKS = ("", " ", ",")
_CLOSING = ".,;:!?)]”’\"'"
_MINUS = frozenset("-−–")
_CURRENCY_SIGNS = frozenset((*(sign for sign in currency.SIGNS if len(sign) == 1), "$"))
_BEGINS_FIGURE = _CURRENCY_SIGNS | frozenset("0123456789")
_MONEY_MAGNITUDES = {"k": 10**3, "m": 10**6, "mm": 10**6, "mil": 10**6, "b": 10**9}
"""What is a magnitude behind a sum of money also with a space; the others are so in any number."""
_WIDE, _WIDEST = 3, 10
"""J: how many times its lower end the upper end of a range of changes is at most."""
_MULTIPLES = frozenset(("% of", "percent of", "per cent of"))
_DROPS = frozenset("decrease fall drop decline reduction cut plunge loss".split())
_RISES = frozenset("increase rise gain jump growth surge".split())
_CHANGES = _DROPS | _RISES
_LESS = _DROPS | frozenset(
    "fewer less lower smaller shorter lighter colder cooler slower down".split()
)
_COMPARATIVES = _LESS.union(
    _RISES,
    "more higher greater larger bigger longer heavier taller warmer hotter faster up".split(),
)
_VAGUE_NOUNS = frozenset(
    "number lot bunch host variety range series percentage share fraction proportion portion "
    "amount deal raft slew string".split()
)
_PLURALS = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
_VAGUE_SIZES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "lakh": 10**5,
    "crore": 10**7, "dozen": 12,
}  # fmt: skip
_VAGUE = {"couple": Form.COUPLE, "few": Form.FEW, "handful": Form.SEVERAL}
_FACTORS = {
    2: "doubled doubling doubles double twice",
    3: "tripled tripling triple triples trebled trebling treble thrice",
    4: "quadrupled quadrupling quadruple quadruples",
    5: "quintupled quintupling quintuple",
}
_FACTOR_WORDS = {
    **{word: (Form.TIMES, many) for many, words in _FACTORS.items() for word in words.split()},
    "to double": (Form.TIMES, 2),
    **dict.fromkeys(
        ("halved", "halving", "halves", "halve", "half as many", "half as much", "half as high"),
        (Form.TIMES_FEWER, 2),
    ),
}
_ADVERBS_OF_TIMES = frozenset(("twice", "thrice"))
_ADJECTIVES_OF_TIMES = frozenset(("double", "triple", "treble", "quadruple", "quintuple"))
_COUNT_WORDS = {
    "no": 0, "none": 0, "nil": 0, "both": 2, "a pair": 2, "pair": 2, "a single": 1, "single": 1,
    "a trio": 3,
}  # fmt: skip
_WHOLE_WORDS = frozenset(("no", "all", "most", "few", "both", "single", "double", "pair"))
"""Behind these a hyphen makes another word: "no-confidence", "all-party", "single-parent"."""
_COUNTED_FORMS = frozenset((Form.PLURAL, Form.COUPLE, Form.FEW, Form.SEVERAL))

_HALF_DOZENS = (
    *("half a dozen", "half-a-dozen", "half dozen", "half-dozen"),
    *("a half dozen", "a half-dozen"),
)

_Value = tuple[Form, int | Fraction, Unit | None]


def _word_forms() -> dict[str, _Value]:
    forms: dict[str, _Value] = {
        **dict.fromkeys(("a dozen", "dozen"), (Form.DOZEN, 12, None)),
        **dict.fromkeys(_HALF_DOZENS, (Form.HALF_DOZEN, 6, None)),
        "several": (Form.SEVERAL, 1, None),
        "most": (Form.MOST, Fraction(1, 2), FRACTION),
        "all": (Form.FRACTION, 1, FRACTION),
    }
    for plural, size in _PLURALS.items():
        forms[plural] = (Form.PLURAL, size, None)
        for many in ("tens", "dozens", "scores", "hundreds", "thousands"):
            forms[f"{many} of {plural}"] = (Form.PLURAL, size * _PLURALS[many], None)
    for word, form in _VAGUE.items():
        forms[word] = forms[f"a {word}"] = (form, 1, None)
    for vast in ("", "vast ", "overwhelming ", "great ", "huge "):
        majority = Form.VAST_MAJORITY if vast else Form.MAJORITY
        for article in ("", "a ", "an ", "the "):
            forms[f"{article}{vast}majority"] = (majority, Fraction(1, 2), FRACTION)
            forms[f"{article}{vast}minority"] = (Form.MINORITY, Fraction(1, 2), FRACTION)
    for word, (form, many_times) in _FACTOR_WORDS.items():
        forms[word] = (form, many_times, TIMES)
    for word, count in _COUNT_WORDS.items():
        forms[word] = (Form.NUMBER, count, None)
    return forms


_WORD_FORMS: _Wordings[_Value] = _by_first_word(_word_forms())
_BEGINS_FORM = frozenset("abcdefhilmnopqstv")

_FIRST_FIGURE = regex(r"[\d$]")
_FIRST_OF_WORDING = regex(r"[a-z.-]+")
_WORD_START = regex(r"(?<![\w.,])(?:[^\s\w“”\"‘’'(\[]{0,3}\d|[^\W\d])")
"""A word begins behind an opening quotation mark or bracket, a figure with its signs."""
_SAMPLE = 7
_PLAIN = regex(
    r"([^\d\-−–]*)([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15}|[0-9]{1,9}\.[0-9]{1,9})(\D*| per .*)"
)
"""A number in digits with words before and behind it, and no second number but of a rate."""
_ARTICLE = regex(r"an? (?=[a-z])")
_GOES_ON = regex(
    r"[-–—−~]| (?:to|and|or|in|out|through|thru|times|x|fold|dozens?|dozs?|dzs?|score)\b"
    r"|^(?:times|fold|x)\b"
)
_DOZENS = regex(r"[ -](dozens?|dozs?\.?|dzs?\.?|score)(?![a-z-])")
_IN = regex(r" (?:in|out of)(?: every| each)? ")
_OF_A = regex(r"(?:[ -]of)?(?:[ -]an?)?[ -]([a-z%°]+)")


@lru_cache(maxsize=4096)
def _may_go_on(rest: str) -> bool:
    """The words behind a number may belong to it; cheap to ask, and mostly they do not."""
    return _GOES_ON.search(rest) is not None


# Patterns that few phrases need
_AGE_BEFORE = regex(r"(?:the )?(?:age|ages|aged)(?: of)? ")
_COMPARED_WITH = regex(
    r"$| (?:the|that|those|what|its|their|his|her|last|as|in|of|this|since|from|over|or"
    r"|previous|an?|pre|average|normal|usual)\b"
)
_PER = regex(r"[ -](?:an?|per|each|every|daily|weekly|monthly|yearly|annually)\b")
_BEHIND_SHARE = regex(
    r" (?:of|in|the|as|more|less|fewer|lower|higher|smaller|larger|or|and|but|each|to|than|say|said"
    r"|were|was|are|have|had)\b"
)
_SLASH_FRACTION = regex(r"(\d{1,2})/(\d{1,3})(?![\d/.,])")
_TIMES = regex(
    r"[ -]?(?:times|fold|x)(?![a-z])"
    r"(?! (?:an?|per|each|every|daily|weekly|monthly|yearly)\b|/| in )"
    r"(?: (more|greater|larger|higher|bigger|longer|faster|heavier|fewer|less|lower|smaller"
    r"|shorter)\b)?"
)
_CODED_MONEY = regex(
    r" ?([kKmM]?[A-Z]{3}(?:mn?|bn?|M|k)?)(?: (thousand|million|billion|trillion|lakh|crore))?(?!\w)"
)
_BETWEEN_UNITS = regex(r"([^\d]{0,30}?)\s?(?:(?<=\s)(to|and|or|through|thru)\s|[-–—~]\s?)(?=[^\s])")
_AND_BOUND = regex(r"(?:,| )\s?(?:(?:and|but)\s)?(?=[a-z<>≤≥])")
_ONE_WORD = r"[^\d\s,-]+"
_COMPOUND_JOINTS = tuple(
    regex(f"({name})(?:,? (?:and )?|-|(?=\\d))(?=[\\da-z])", re.IGNORECASE)
    for name in (_ONE_WORD, f"{_ONE_WORD} {_ONE_WORD}")
)
"""The larger unit of two, of one word or two, and what stands before the second number."""
_COMPARISON = regex(
    rf"(?:^|\s)({'|'.join(sorted(_COMPARATIVES))})"
    r"(?: (?:than|in|on|from|since|compared|year|over|during|against|this|last|when)\b[^\d]*)?$"
)
_MORE_OF = regex(r"(more|fewer|less)\s+(?=[a-z])")
_CURRENCY_LETTERS = regex(r"([A-Za-z][A-Za-z.]{0,4})( ?)(?:(\$) ?|(?=\d))")
NAMED_MONEY = regex(
    rf"({'|'.join(sorted(currency.NAMED_BEFORE))}) "
    r"(?=\d[\d,.]* ?(?:[mb]n?|hundred|thousand|million|billion|trillion|lakhs?|crores?)\b)"
)
"""A currency's name before a sum. A magnitude tells it from "Euro 2024"."""
_MONEY_MAGNITUDE = regex(r" ?(mm|mil|m|k|b)(?!\w)", re.IGNORECASE)
