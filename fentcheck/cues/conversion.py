from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Quoted
from fentcheck.phrases.phrase import Phrase
from fentcheck.prose.mention import Mention
from fentcheck.regex import regex
from fentcheck.rules.fc104_conversion_disagrees import carried
from fentcheck.units.table import UNITS
from fentcheck.units.unit import Dimensions, Kind, Unit, comparable, difference


@cue("conversion")
def conversion(draft: Draft) -> Iterator[Found]:
    """A figure and the one in another unit right behind it are one amount.

    Words: 90lb (41kg); 38C, or 100F; 400 micrograms of folic acid (0.4 milligrams); 5 miles/8km.
    Finding: A mastiff of 90lb (72kg) was hauled out of a storm drain.
    Clean: The sea was 4.5C (8F) above the average. A plot of 30 metres (2 acres) is for sale.
    """
    for mention in draft.figures:
        other = draft.following(mention)
        if other is None or mention.phrase is None or other.phrase is None:
            continue
        link = draft.between(mention, other)
        if not _is_restated(draft, link, other):
            continue
        yield from _conversions(draft, mention, other)


def _is_restated(draft: Draft, link: str, other: Mention) -> bool:
    """The second figure stands alone in brackets or between commas, and is no further one."""
    behind = draft.lower[other.end : other.end + 1]
    if _BRACKET.fullmatch(link):
        return behind in (")", "]") or bool(_CLOSES.match(draft.after(other)))
    if _OR.fullmatch(link):
        return True
    return bool(_SLASH.fullmatch(link))


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
    r"(?: of(?: [\w-]+){1,3})?,? "
    r"(?:or|that is,?|that['’]s|that was|which is|which was|which makes|which comes to|i\.e\.,?|"
    r"in other words,?|equal to|equivalent to|the equivalent of) (?:just |some |about )?| [—–] "
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
