from __future__ import annotations

import re
from collections.abc import Iterator

from fentcheck.cues.closeness import size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import powers
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Quoted
from fentcheck.phrases.phrase import Phrase
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.fc104_conversion_disagrees import carried
from fentcheck.units.table import UNITS
from fentcheck.units.unit import Dimensions, Kind, Unit, comparable, difference


@cue("conversion")
def conversion(draft: Draft) -> Iterator[Found]:
    """A figure and the one in another unit right behind it are one amount.

    Metric and imperial units beside each other are seldom two amounts, so that a comma joins them,
    or a sentence that opens with the second.
    Words: 90lb (41kg); 38C, or 100F; 400 micrograms of folic acid (0.4 milligrams); 5 miles/8km;
        38 metres of water, about 125 feet down; 60 knots … At 111 kilometres an hour they.
    Finding: A mastiff of 90lb (72kg) was hauled out of a storm drain.
    Clean: The sea was 4.5C (8F) above the average. A plot of 30 metres (2 acres) is for sale.
    Finding: Gusts reached 60 knots at the light. At 145 kilometres an hour, they stopped the ferry.
    Clean: Runners have a choice of 10 miles or 25km. The pool is 50 metres long, 12 feet deep.
    """
    for mention in draft.figures:
        other = draft.following(mention)
        if other is None or mention.phrase is None or other.phrase is None:
            continue
        if _is_restated(draft, mention, other):
            yield from _conversions(draft, mention, other)
        elif (first := _opened_with(draft, other) or _taken_up(draft, other)) is not None:
            yield from _conversions(draft, first, other)


def _is_restated(draft: Draft, mention: Mention, other: Mention) -> bool:
    """The second figure stands alone in brackets or between commas, and is no further one."""
    link = draft.between(mention, other)
    behind = draft.lower[other.end : other.end + 1]
    if _OF_ZERO.search(draft.before(mention, 10)):
        return False
    if _BRACKET.fullmatch(link):
        return behind in (")", "]") or bool(_CLOSES.match(draft.after(other)))
    either = _OR.fullmatch(link) or _OR.fullmatch(draft.lower[mention.end : other.figure_start])
    if either:
        is_sure = not either.group("loose") or _are_of_two_systems(mention, other)
        return is_sure and not _CHOICE.search(draft.before(mention))
    if _SLASH.fullmatch(link):
        return True
    found = _APPOSED.fullmatch(link)
    if found is None or not _are_of_two_systems(mention, other) or not _is_near(mention, other):
        return False
    end = _ENDS.match(draft.after(other) or ".")
    if end is None:
        return False
    ways = _way_of(mention, found), _way_of(other, end)
    return None in ways or ways[0] == ways[1]


def _way_of(mention: Mention, behind: re.Match[str]) -> str | None:
    """What it is a measure along, in the figure as printed or right behind it: "wide", "long"."""
    printed = _WAY_PRINTED.search(mention.text.lower())
    return printed.group("way") if printed else behind.group("way")


def _opened_with(draft: Draft, other: Mention) -> Mention | None:
    """The figure of the sentence before that "At 145 kilometres an hour" takes up."""
    if other.sentence == 0 or not _OPENS.fullmatch(draft.before(other)):
        return None
    sentence = draft.sentences[other.sentence - 1]
    for one in reversed(draft.within(sentence.start, sentence.end)[-_FEW:]):
        if one.phrase is None or other.phrase is None or isinstance(one.value, tuple):
            continue
        if comparable(one.phrase.unit, other.phrase.unit):
            return one if _are_of_two_systems(one, other) and _is_near(one, other) else None
    return None


def _taken_up(draft: Draft, other: Mention) -> Mention | None:
    """The last figure before one that can be the same amount in another unit, where the words
    between them name no second thing, and say that it is, or nothing at all: "2,600 acres by
    Wednesday, 26 square miles of stubble"; "50kg. Translated into pounds, that is 23lb".
    """
    if other.phrase is None or isinstance(other.value, tuple) or other.per:
        return None
    before = [one for one in draft.beside(other, 1, _FEW) if one.start < other.start]
    alike = [one for one in before if one.phrase and comparable(one.phrase.unit, other.phrase.unit)]
    if not alike or isinstance(alike[-1].value, tuple) or alike[-1].per:
        return None
    one = alike[-1]
    words = draft.between(one, other) + draft.lower[other.start : other.figure_start]
    after = draft.after(other, 40)
    sizes = [size for each in (one, other) if (size := size_of(each)) is not None]
    if one.role is not Role.AMOUNT or other.role is not Role.AMOUNT or len(words) > _LONG:
        return None
    is_thermal = one.phrase is not None and one.phrase.unit.kind is Kind.TEMPERATURE
    if (
        len(sizes) < len((one, other))
        or (min(sizes) <= 0 and not is_thermal)
        or _ELSE.search(words.removeprefix(" and"))
    ):
        return None
    if is_thermal and not (_SAYS.search(words) or _IN_UNITS.search(words + "|" + after)):
        return None
    if _IN_UNITS.search(words) or _IN_UNITS.match(after.lstrip()) or _SAYS.search(words):
        is_slip = is_thermal or _is_near(one, other, _TIMES_SAID) or _is_off_by_ten(one, other)
        return one if is_slip else None
    if one.sentence != other.sentence or not (
        _are_of_two_systems(one, other) or (powers(one) == {"length": 2} and one.unit != other.unit)
    ):
        return None
    link = _LOOSELY.fullmatch(words)
    if link is None or not _CLOSED.match(after or "."):
        return None
    ways = [
        _WAY_ANY.search(one.text.lower() + (link.group(1) or "")),
        _WAY_ANY.search(other.text.lower()) or _WAY_ANY.match(after.lstrip()),
    ]
    if len({way.group() for way in ways if way is not None}) > 1:
        return None
    return one if _is_near(one, other, _TIMES_SAID) or _is_off_by_ten(one, other) else None


def _is_off_by_ten(one: Mention, other: Mention) -> bool:
    """Their digits agree, and noughts are missing."""
    first, second = size_of(one), size_of(other)
    if not first or not second or min(first, second) <= 0:
        return False
    by = max(first, second) / min(first, second)
    return any(abs(by / ten - 1) <= _ROUNDED for ten in (10, 100, 1000, 1000**2))


def _are_of_two_systems(one: Mention, other: Mention) -> bool:
    return bool(_IMPERIAL.search(one.unit)) is not bool(_IMPERIAL.search(other.unit))


def _is_near(one: Mention, other: Mention, times: int = 3) -> bool:
    """They are of one size, as two amounts may be, but a slip nearly always is."""
    first, second = size_of(one), size_of(other)
    if one.phrase is not None and one.phrase.unit.kind is Kind.TEMPERATURE:
        return True
    if first is None or second is None or min(first, second) <= 0:
        return False
    return bool(max(first, second) <= times * min(first, second))


def _conversions(draft: Draft, mention: Mention, other: Mention) -> Iterator[Found]:
    one, also = mention.phrase, other.phrase
    assert one is not None
    assert also is not None
    if one.unit.is_money or one.unit.kind in (Kind.RATIO, Kind.FACTOR, Kind.POINTS):
        return
    also = _as_metres(one, also, other)
    if one.unit.is_count or one.unit.dimensions == () or not comparable(one.unit, also.unit):
        return
    if _same_scale(one.unit, also.unit):
        return
    temperatures = Kind.TEMPERATURE in (one.unit.kind, also.unit.kind)
    is_difference = temperatures and (
        one.direction is not None
        or _COMPARED.match(draft.after(other))
        or _RISEN.search(draft.before(mention))
    )
    for unit, sure in _sizes(one.unit):
        for also_unit, also_sure in _sizes(also.unit):
            stated = carried(one._replace(unit=unit), also._replace(unit=also_unit))
            computed = one._replace(unit=unit)
            if is_difference:
                stated = stated._replace(unit=difference(also_unit))
                computed = computed._replace(unit=difference(unit))
            yield Found(
                mention,
                "FC104",
                Quoted(stated._replace(text=other.text)),
                Comparison.EQUAL,
                Quoted(computed) if computed != one else draft.named(mention),
                (mention, other),
                min(sure, also_sure),
            )


def _as_metres(one: Phrase, also: Phrase, other: Mention) -> Phrase:
    """ "12ft (3.7m)": a bare m beside a length is no million."""
    if one.unit.dimensions != (("length", 1),) or also.unit.kind is not Kind.PLAIN:
        return also
    if not _BARE_M.fullmatch(other.text):
        return also
    million = Fraction(1, 10**6)
    return also._replace(low=also.low.scaled(million), unit=_METRE)


def _same_scale(one: Unit, other: Unit) -> bool:
    """It is the same unit again: another amount, and no conversion."""
    return one.size == other.size and one.offset == other.offset and one.months == other.months


def _sizes(unit: Unit) -> Iterator[tuple[Unit, Sure]]:
    """The unit, and as a guess the one of its name in other countries: gallons, pints, tons."""
    yield unit, Sure.SAID
    for names in _ALIKE:
        if any(_is_size(unit, name) for name in names):
            for name in names:
                if not _is_size(unit, name):
                    yield unit._replace(size=_size(name), size_to=None), Sure.GUESS


def _is_size(unit: Unit, name: str) -> bool:
    return unit.size == _size(name) and unit.dimensions == _dimensions(name)


def _size(name: str) -> Fraction:
    return Fraction(*UNITS[name][1:3])


def _dimensions(name: str) -> Dimensions:
    return UNITS[name][3]


_METRE = Unit("metres", 1, (("length", 1),))
_ALIKE = (
    ("US gallon", "imperial gallon"),
    ("US pint", "imperial pint"),
    ("short ton", "tonne", "long ton"),
)
_BRACKET = regex(
    r"(?: of)?(?: [\w-]+){0,3} ?[(\[](?:or |that is |i\.e\.,? |equal to |equivalent to |= ?)?"
)
_CLOSES = regex(r" (?:each|a (?:day|week|year|month)|long|wide|high|tall|deep|in all)[)\]]")
_OR = regex(
    r"(?: of(?: [\w-]+){1,3}|(?P<loose>(?: (?!each|apiece|every|per)[a-z]+){1,3}(?=,)))?,?"
    r" (?:or|that is,?|that['’]s|that was|which (?:is|was|makes|made|comes to|equals)"
    r"(?: him| her| it)?|i\.e\.,?|in other words,?|equals|equal to|equivalent to"
    r"|the equivalent of|working out at|which works out at)"
    r" (?:just |some |about |only |roughly |nearly |almost |around ){0,2}| [—–] "
)
_FEW = 4
_TIMES_SAID = 12
"""J: where words say that it is one amount, a slip may be as large as this."""
_ROUNDED = Fraction(1, 12)
_LONG = 90
_ELSE = regex(
    r"\b(?:and|but|while|whereas|than|plus|another|further|each|every|then|followed|against"
    r"|compared"
    r"|between|instead|usual|normal|average|limit|record|target|only|of which|including|more"
    r"|less|to"
    r"|up|down|from|within|long|wide|tall|high|thick|away|off)\b(?! (?:old|new|those|them)\b)"
)
"""Words that speak of a second amount."""
_UNITS = (
    r"(?:metric|imperial|old|new|real|american|european|british|english|us|kilomet(?:er|re)s"
    r"|miles|pounds"
    r"|stones?|kilos|kilograms?|kilogrammes?|feet|met(?:er|re)s|inches|centimet(?:er|re)s|yards"
    r"|acres"
    r"|hectares|lit(?:er|re)s|gallons|pints|ounces|grams|tonnes|tons|fahrenheit|celsius|centigrade)"
)
_IN_UNITS = regex(
    rf"\b(?:in|into) (?:the )?{_UNITS}\b(?: (?:money|terms|units?|measures?|system|scale|reckoning"
    r"|pounds|gallons|tons|weight))?(?=,? ?(?:that|it|this|which|is|was|\||,|[.;)]|$))|"
    r"\b(?:to|for) (?:those|anyone|people|readers|americans|europeans|the (?:british|americans))\b"
)
_SAYS = regex(
    r"\b(?:that|this|which|it)(?:['’]s| is| was| would be| makes?| made| comes to| came to| equals"
    r"| works out (?:at|as)| translates (?:to|into)| converts (?:to|into))(?: in [a-z ]{3,20},?)?"
    r"(?: (?:about|some|roughly|nearly|almost|around|just|over|under|a|the)){0,3} $"
    r"|\b(?:i\.e\.|in other words|equivalent to|equal to|the equivalent of|equals|equalling)"
    r",? (?:about |some |roughly |nearly |almost |around )?$"
)
_LOOSELY = regex(
    r"((?: [a-z’'-]+){0,6})(?:,|;|:| [–—-]|—)(?: (?:or|about|some|roughly|nearly|almost|around"
    r"|just|over"
    r"|under|that is|well|a)){0,3} | and,? at (?:about |some |just |nearly |almost )?",
    re.IGNORECASE,
)
_CLOSED = regex(
    r"[,.;:)]|$| [–—-]|—| (?:of|in|to|for|on|below|above|under|down|across|by|at|around|when"
    r"|long|wide"
    r"|high|tall|deep|thick)\b"
)
_WAY_ANY = regex(
    r"\b(?:long|wide|high|tall|deep|thick|across|below|above|away|in (?:length|height|depth))\b"
)
_OF_ZERO = regex(r"\b(?:below|above) \Z")
_CHOICE = regex(r"\b(?:choice|choose|either|whether|options?|alternatives?|between)\b")
_WAY = r"(?P<way>long|wide|high|tall|deep|thick|across|down|up|away|in (?:length|height|depth))"
_WAY_PRINTED = regex(rf" {_WAY}\Z")
_APPOSED = regex(
    rf"(?: of(?: [a-z-]+){{1,3}})?(?: {_WAY})?(?:,|:| [–—-]|—)"
    r"(?: (?:or|about|some|roughly|nearly|almost|around|just|over|under|more|less|than|that is))"
    r"{0,3} "
)
_ENDS = regex(
    rf"(?: {_WAY})?(?:[,.;:)]|$| [–—-]|—| (?:in (?:the )?old|to (?:those|you|an)|for those)\b)"
)
_OPENS = regex(
    r"(?:(?:and )?at|(?:that|this|it)(?:['’]s| is| was| makes| comes to| means)|or|i\.e\.,?)"
    r"(?: (?:about|some|roughly|nearly|almost|around|just|over|under|more|less|than|the|a)){0,3} "
)
_IMPERIAL = regex(
    r"\b(?:mile|yard|foot|feet|inch|pound|ounce|stone|short ton|long ton|ton\b|gallon|pint|quart"
    r"|acre|fahrenheit|knot|fathom|furlong|bushel|barrel|mph|nautical)",
    re.IGNORECASE,
)
_SLASH = regex(r" ?/ ?")
_BARE_M = regex(r"[^a-z]*\d m|\S*\d ?m")
_COMPARED = regex(
    r"\)?,? (?:above|below|warmer|cooler|colder|hotter|higher|lower|more|less|over|under|rise|"
    r"increase|drop|fall|difference|than)\b"
)
_RISEN = regex(
    r"\b(?:by|rise of|increase of|fall of|drop of|warming of|warmed|cooled|within|up|difference of|"
    r"range of|anomaly of)(?: \w+)? $"
)
