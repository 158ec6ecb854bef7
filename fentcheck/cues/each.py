"""Figures that are said to be so much for one of something: by their unit, or by words."""

from __future__ import annotations

from functools import lru_cache

from fentcheck.cues.draft import Draft, of_a_figure
from fentcheck.cues.same import stems as same_stems
from fentcheck.cues.topic import beside, is_multiplied, stems
from fentcheck.phrases.hedges import Statistic
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.names import Lexicon
from fentcheck.units.unit import Kind, Unit

Powers = dict[str, int]


class Each(NamedTuple):
    """So much for one: `figure` holds for one of what `nouns` name (by their stems), for each of
    what `many` counts, or for one of the unit that `base` has.
    """

    figure: Mention
    nouns: frozenset[str] = frozenset()
    base: tuple[tuple[str, int], ...] = ()
    many: Mention | None = None
    is_mean: bool = False
    is_price: bool = False


def powers(mention: Mention) -> Powers:
    """The dimensions of a figure, calendar and clock as one, without the nouns counted."""
    found: Powers = {}
    if mention.phrase is None:
        return found
    for base, power in mention.phrase.unit.dimensions:
        if base[0] != "#":
            key = "time" if base == "calendar" else base
            found[key] = found.get(key, 0) + power
    return {base: power for base, power in found.items() if power}


def base_of(figure: Mention) -> tuple[tuple[str, int], ...]:
    """What a rate is taken over: hours of "40 miles an hour", hectares of "38 litres a hectare"."""
    mine = powers(figure)
    base = {name: -power for name, power in mine.items() if power < 0}
    top = _unit_named(figure.unit) if figure.per and figure.role is Role.AMOUNT else None
    if not base and top is not None and top.kind is Kind.AMOUNT:
        whole = {name: power for name, power in top.dimensions if name[0] != "#"}
        for name in {*whole, *mine}:
            below = whole.get(name, 0) - mine.get(name, 0)
            if below > 0:
                base[name] = below
    return tuple(base.items())


@lru_cache(maxsize=512)
def _unit_named(name: str) -> Unit | None:
    return _LEXICON.named(name)


@of_a_figure
def each_at(draft: Draft, figure: Mention) -> Each | None:
    """What a figure is said to be for one of; None where the words do not say that it is."""
    phrase = figure.phrase
    if figure.role in (Role.PERCENT, Role.AGE) or phrase is None or figure.per[:1].isdigit():
        return None
    before, after = beside(draft, figure, 90, 60)
    if phrase.statistic in _NO_MEANS or _NO_MEAN.search(before):
        return None
    base = base_of(figure)
    if base:
        lead = draft.lower[figure.start : figure.figure_start]
        is_moment = powers(figure).get("length") == 1 and (
            _MOMENT.search(before + lead) or _MOMENT_BEHIND.match(after)
        )
        return None if is_moment or is_multiplied(draft, figure) else Each(figure, base=base)
    if figure.role is Role.AMOUNT and is_multiplied(draft, figure):
        return Each(figure, many=draft.previous(figure))
    if figure.per:
        if figure.per.lower() in BUNDLES:
            return Each(figure, many=None, is_price=True)
        if figure.per.lower() in _HEADS:
            return Each(figure, many=counted_before(draft, figure))
        nouns = stems(figure.per.lower())
        return Each(figure, nouns) if nouns and not nouns <= _TIMES else None
    if figure.role is Role.COUNT and (not figure.noun or figure.value == 1):
        return _mean(figure, before, after)
    return _each_in_words(draft, figure, before, after) or _mean(figure, before, after)


def _each_in_words(draft: Draft, figure: Mention, before: str, after: str) -> Each | None:
    """ "£26 each", "each wrap held half a gram", "30 runners each paid £5", "bulbs at £3"."""
    if _EACH_OF_NEXT.fullmatch(after):
        return Each(figure, many=draft.following(figure))
    if found := _EACH_BEHIND.match(after):
        nouns = stems(found.group(1) or found.group(2) or "")
        if not nouns and figure.role is Role.MONEY and (priced := _PRICED_THINGS.search(before)):
            return Each(figure, stems(priced.group(1)), is_price=True)
        many = None if nouns else counted_before(draft, figure)
        if nouns or many:
            return Each(figure, nouns, many=many)
    previous = draft.previous(figure)
    if previous is not None and previous.sentence == figure.sentence and previous.noun:
        between = draft.between(previous, figure)
        if (
            _EACH_OF.search(draft.before(previous, 30))
            or _EACH_PAID.match(between)
            or _EACH_OF_THEM.fullmatch(between)
            or (figure.role is Role.MONEY and _PRICED.fullmatch(between))
        ):
            return Each(figure, many=previous)
    if found := _EACH_BEFORE.search(before):
        nouns = stems(" ".join(found.group(1).split()[:2]))
        if nouns and not nouns & _TIMES:
            return Each(figure, nouns, many=counted_before(draft, figure))
    if _EACH_GETS.search(before) and (many := counted_before(draft, figure)) is not None:
        return Each(figure, many=many)
    if found := _ONE_IS.search(before) or _IS_ONE.match(after):
        return Each(figure, stems(found.group(1)), is_price=True)
    if (figure.role is Role.MONEY or not after.startswith(" the ")) and (
        found := _PER_NOUN.match(after)
    ):
        nouns = stems(found.group(1)) - (_TIMES - _SEASONS)
        if nouns and not (figure.role is Role.DURATION and _OVER_TIME.search(before)):
            return Each(figure, nouns, is_price=True)
        return None
    if figure.role is Role.MONEY and (found := _PRICE.search(before)):
        if found.group(1) in _PRONOUNS:  # "They were priced at $85"
            many = counted_before(draft, figure)
            return Each(figure, many=many, is_price=True) if many else None
        if nouns := stems(found.group(1) or found.group(2) or ""):
            return Each(figure, nouns, is_price=True)
    if found := _ONE_SUBJECT.search(before):
        return Each(figure, stems(found.group(1)), is_price=True)
    if figure.role is not Role.DURATION and (
        _EACH_SOMEWHERE.search(before) or _EACH_SOMEWHERE.match(after)
    ):
        return Each(figure, stems(before[-40:]), is_price=True)
    return None


def _mean(figure: Mention, before: str, after: str) -> Each | None:
    if found := _MEAN_BEFORE.search(before):
        return Each(figure, stems(" ".join(found.groups(""))), is_mean=True)
    is_mean = figure.phrase is not None and figure.phrase.statistic is Statistic.MEAN
    if is_mean or _MEAN_BEHIND.match(after) or _MEAN_JUST_BEFORE.search(before):
        return Each(figure, stems(before[-60:]), is_mean=True)
    return None


def counted_before(draft: Draft, figure: Mention) -> Mention | None:
    """The last count of things before a figure, in its sentence or the one before."""
    one = draft.previous(figure)
    while one is not None and one.sentence >= figure.sentence - 1:
        if one.role is Role.COUNT and not one.per and stems(one.noun) - _TIMES:
            return one
        one = draft.previous(one)
    return None


_LEXICON = Lexicon()
BUNDLES = ("dozen", "hundred", "thousand", "million")
"""What a price may be for so many of: "$4.50 a dozen"."""
_NO_MEANS = (Statistic.MEDIAN, Statistic.MAXIMUM, Statistic.MINIMUM)
_NO_MEAN = regex(
    r"\b(?:median|typical(?:ly)?|most|start(?:s|ing)? at|as (?:little|much|many|few) as"
    r"|upwards?|highest|lowest|maximum|minimum|top"
    r"|best|fastest|slowest|record|allows?|allowed|allowance|recommend\w*)\b[^,;]*$"
)
_TIMES = same_stems("day week month year hour minut night morning season second time other")
_SEASONS = same_stems("season")
_PRICED_THINGS = regex(
    r"(?<!\d )\b([a-z-]+s) (?:were|are|cost|costing|at|priced at|sold (?:for|at)|went for|go for)"
    r"(?: just| only)? $"
)
_EACH_BEHIND = regex(
    r"(?: of [a-z]+)? ?,? ?(?:each|apiece|a ?head|per head|to each of "
    r"(?:the |its |his |her |their )?([a-z-]+)"
    r"|(?:for|to|from|on|in) (?:each|every) ([a-z-]+(?: [a-z-]+)?)"
    r"|will go to each of the ([a-z]+))\b"
    r"(?! (?:day|week|month|year|hour|other|night))"
)
_EACH_BEFORE = regex(
    r"\b(?:each|every)(?: of (?:the|its|their|his|her|those|these))? "
    r"((?!one\b|other\b)[a-z-]+(?: [a-z'’-]+){1,7}) $"
)
_PRONOUNS = frozenset("they these those them all".split())
_ONE_SUBJECT = regex(
    r"(?:^[\"“]?|[,;:] |\b(?:and|but|with|when|that|if|since|as|because) )(?:an?|one|any|every)"
    r" ((?:[a-z-]+ ){1,4}?)(?:[a-z]+s|could|will|would|can|at|of|should|must|holding|being)"
    r" (?:[a-z]+ ){0,5}$"
)
"""What one of something holds, costs or gives: a subject in the singular, and its verb."""
_EACH_SOMEWHERE = regex(
    r"[^,;.]{0,40}\b(?:each|apiece|every(?:one|body| (?:single )?one)"
    r"|(?:per|every|for an?|a single)"
    r" (?!day|week|month|year|hour|other|night|few|two|three)[a-z-]+|priced|a head)\b"
    r"(?! (?:other|day|week|month|year|hour|night)\b)[^,;.]{0,30}"
)
"""Words for one of many in the clause of a figure, whatever else they say."""
_EACH_GETS = regex(
    r"\b(?:each|every one)(?: one| of them| of these| would| will| had| has| have)*"
    r" (?:gets?|got|receives?|received|pays?|paid|takes?|took|weighs?|weighed|holds?|held|costs?"
    r"|earns?|earned|made|gave|raised|contains?|gave|carries|carried|scored|ran|walked|worth|read)"
    r"(?: just| only| back)? $"
)
_OVER_TIME = regex(r"\b(?:over|in|after|for|during|within)(?: the| about| some)? $")
""" "Over seven years a man …": no seven years for each."""
_PER_NOUN = regex(r" (?:an?|per|the) ([a-z-]+)\b")
_EACH_OF_NEXT = regex(
    r"[^.;,]{0,25} (?:to|for|from|on|in|of) each of (?:the|its|their|his|her|our|those|these)? ?"
    r"(?:[a-z]+['’]s )?"
)
_EACH_OF = regex(
    r"(?<!to )(?<!for )(?<!from )(?<!on )(?<!in )(?<!with )\beach of (?:the|its|their|his|her"
    r"|our|those|these)? ?(?:[a-z]+[’']s )?$"
)
_EACH_PAID = regex(
    r" (?:(?:were|was|are|have|had|will|would|to) )?(?:be )?each [a-z]+|, each [a-z]+"
)
_ONE_IS = regex(
    r"\b(?:an?|one|every|a single) ((?:[a-z-]+ ){1,5})(?:is|was|weighs?|weighed|contains?"
    r"|contained"
    r"|holds|held|costs?|needs|takes|uses|measures|averages|sells for|amounts to)(?: only"
    r"| just)? $"
)
_IS_ONE = regex(
    r"(?: of [a-z]+)? (?:is|was|are|can be|makes?|counts? as|fills?|buys|bought|pays for) "
    r"(?:an?|one|each) ((?:[a-z-]+ ?){1,3})"
)
_HEADS = frozenset(("head", "piece", "item", "unit"))
_MOMENT = regex(
    r"\b(?:winds?|gusts?|gusting|limit|doing|clocked|caught|topping|top speed|maximum|speeding"
    r"|hit"
    r"|reached|reach(?:es|ing)?|can|faster than|fastest|good for|capable of|(?:never|nowhere"
    r"|not once"
    r"|at no (?:point|time|stage)|nor)(?: [a-z]+){0,12}? (?:above|over|past|beyond|exceed\w*"
    r"|more than"
    r"|below|under))\b[^.;]{0,30}$"
)
"""A speed of one moment, or one allowed: nothing is covered at it."""
_MOMENT_BEHIND = regex(
    r" (?:on a (?:good|bad|calm|clear) day|zone|limit|winds?|gusts?|stretch|when|before)\b"
)
_EACH_OF_THEM = regex(r",? (?:of|at)(?: about| just| up to| some)? ?")
_PRICED = regex(
    r",? (?:which (?:are|were) |all )?(?:priced|sold|bought|selling|auctioned|on sale)"
    r"(?: at| for)?(?: just| about)? |,? costing (?:just |about )?"
)
_MEAN_BEFORE = regex(
    r"\b(?:average|mean)((?: [a-z-]+){1,4}?)(?: (?:for|of|per) (?:an? |each |every )?([a-z-]+))?"
    r" (?:is|was|were|stood at|came to|comes to|of|cost|costs|reached|lasts|lasted|took|takes"
    r"|weighs"
    r"|weighed|paid|pays|gets|got|received|spent|earned|at|sold for|has been|has|had|have"
    r"|holds|serves)(?: just)? $"
)
_MEAN_BEHIND = regex(r"(?: [a-z]+){0,4},? (?:on average|in average|at the mean)\b")
_MEAN_JUST_BEFORE = regex(
    r"\b(?:on average|averag(?:e|es|ed|ing)|an average of|a mean of|average of)"
    r"(?: [a-z]+)?(?: of| at)? $"
)
_PRICE = regex(
    r"(?:\b(?!(?:valued|estimated|put|insured|assessed|appraised|stood|worth) )"
    r"([a-z-]+) (?:(?:were |are |is |was )?(?:priced|sold|selling|sell|sells|go|went|going"
    r"|on sale"
    r"|offered|auctioned|bought)? ?(?:for|at)|cost(?:s|ing)?|fetch(?:es|ed)?)"
    r"|bills? of|(?:([a-z-]+) (?:fee|charge|price) (?:is|was|of))) $"
)
