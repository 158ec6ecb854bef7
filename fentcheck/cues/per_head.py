from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import can_only_be, may_hold, within
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.fixed import fixed
from fentcheck.cues.population import is_population
from fentcheck.cues.topic import about, noun_stems, stems
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


@cue("per-head")
def per_head(draft: Draft) -> Iterator[Found]:
    """A rate for so many people is not the count over the population.

    Words: so many per 1,000 or per 100,000; how many live there ("a population of", "the city of",
    "home to"); and a count on the topic of the rate (murders and homicides, deaths and people who
    died), or the last count before "a rate of", "that is". Other counts may explain a rate, and are
    never told of. Rates of the nation or the state are of another population.
    Finding: The county, home to 84,000 people, saw 42 drownings, a rate of 90 per 100,000.
    Clean: The city of 250,000 saw 1,900 arrests. The murder rate is 6 per 100,000.
    """
    for figure in draft.figures:
        rate = _rate_at(draft, figure)
        if rate is None or _ELSEWHERE.search(draft.before(figure, 70)):
            continue
        near = [one for one in draft.beside(figure, _NEAR) if _is_plain_count(one)]
        pairs = [
            (_tied(draft, rate, count, base), count, base)
            for base in near
            if rate.is_one or base.value >= _FEWEST  # type: ignore[operator]
            for count in near
            if count is not base and _fits(draft, rate, count, base)
        ]
        pairs = [pair for pair in pairs if pair[0]]
        pairs.sort(key=lambda pair: (-pair[0], abs(pair[2].start - figure.start)))
        for index, (points, count, base) in enumerate(pairs[: _MOST * _MOST]):
            sure = Sure.LIKELY if index == 0 and points >= _ENOUGH else Sure.GUESS
            if sure is Sure.GUESS and not may_hold((_rate_of(rate, count, base), rate.value)):
                continue
            parts = (base, count) if rate.is_one else (count, base)
            quotient = operation(Operator.DIVIDE, *(draft.named(one) for one in parts))
            yield Found(
                figure, "FC202", rate.stated, Comparison.EQUAL, quotient, (figure, count, base),
                sure,
            )  # fmt: skip


class _Rate(NamedTuple):
    """So many for a number of people, or one for so many of them."""

    figure: Mention
    stated: Expression
    value: Fraction
    is_one: bool = False
    one: str = ""
    """What there is one of for so many, where it is said."""


def _rate_at(draft: Draft, figure: Mention) -> _Rate | None:
    """ "19 per 100,000", "3 in every 1,000", "one doctor for every 1,900 people"."""
    if figure.role is Role.MONEY or figure.phrase is None or isinstance(figure.value, tuple):
        return None
    if _IS_MANY.match(figure.per):
        if figure.value == 1 and figure.per[:1].isdigit():
            many = figure.per.partition(" ")[0]
            return _Rate(figure, fixed(many), Fraction(many.replace(",", "")), True)
        value = Fraction(figure.phrase.low.value) * figure.phrase.unit.size
        per = _IN_DIGITS.match(figure.per)
        if per and figure.phrase.unit.size == 1:
            value /= Fraction(per.group().replace(",", ""))
        return _Rate(figure, draft.named(figure), value)
    is_of_them = bool(figure.noun) or draft.after(figure, 10).startswith(" of them")
    found = _ONE_FOR.search(draft.before(figure, 40))
    if found and _is_plain_count(figure) and is_of_them:
        return _Rate(figure, draft.named(figure), Fraction(figure.value or 0), True, found[1] or "")
    return None


def _is_plain_count(one: Mention) -> bool:
    return one.role is Role.COUNT and not one.per and isinstance(one.value, int) and one.value > 1


def _fits(draft: Draft, rate: _Rate, count: Mention, base: Mention) -> bool:
    """One may be how many live somewhere, and the other how many of something there are."""
    assert isinstance(count.value, int)
    assert isinstance(base.value, int)
    if count.value >= base.value or is_population(draft, count):
        return False
    if not count.noun and count.hedge in "<>":
        return False
    if rate.one and count.noun and not stems(rate.one) & noun_stems(count):
        return False
    if _is_of_another_place(draft, rate.figure, count, base):
        return False
    if _OUT_OF.fullmatch(draft.between(rate.figure, base)):
        return rate.figure.start < base.start
    if rate.is_one and base.noun and base.noun in (rate.figure.noun or base.noun):
        return True
    return is_population(draft, base) or not base.noun or base.noun in rate.figure.per


def _rate_of(rate: _Rate, count: Mention, base: Mention) -> Fraction:
    """What the rate would be of a count and a base."""
    assert isinstance(count.value, int)
    assert isinstance(base.value, int)
    return Fraction(base.value, count.value) if rate.is_one else Fraction(count.value, base.value)


def _is_of_another_place(draft: Draft, rate: Mention, count: Mention, base: Mention) -> bool:
    """The rate is said to be of a place that neither figure is said to be of."""
    if base.sentence == rate.sentence:
        return False
    place = _IN_A_PLACE.match(draft.before(rate, 60)) or _IN_THE.search(draft.before(rate, 60))
    place = place or _IN_THE.search(draft.after(rate, 40))
    words = draft.words(base), draft.words(count)
    return place is not None and not any(place.group(1) in one for one in words)


def _tied(draft: Draft, rate: _Rate, count: Mention, base: Mention) -> int:
    """How well the words, or the want of other figures, make two the count and its base."""
    points = _counted(draft, rate.figure, count, base) if is_population(draft, base) else 0
    assert isinstance(count.value, int)
    assert isinstance(base.value, int)
    figures = (rate.figure, count, base)
    if can_only_be(draft, _rate_of(rate, count, base), rate.value, figures):
        counts = [one for one in within(draft, figures) if _is_plain_count(one)]
        points = max(points, _ENOUGH - bool(set(counts) - set(figures)))
    return points


def _counted(draft: Draft, rate: Mention, count: Mention, base: Mention) -> int:
    """How well the words make a figure the count that a rate is of; 0 where they do not."""
    topic = _topics(noun_stems(count) | about(draft, count, 30, 30))
    named = _topics(noun_stems(rate) | stems(draft.before(rate, 40)))
    points = 3 * bool(topic & named)
    between = draft.within(min(count.end, rate.end), max(count.start, rate.start))
    is_next = all(one is base or one is rate for one in between)
    if is_next and count.noun and count.start < rate.start:
        if _ANAPHORA.search(draft.before(rate, 40)):
            points += 3
        points += count.sentence == rate.sentence
    return points


def _topics(words: frozenset[str]) -> frozenset[str]:
    """The words, each topic by one of them: "murder" for homicides and people shot."""
    return frozenset(_TOPIC.get(word, word) for word in words) - _NO_TOPIC


_NEAR = NEAR + 1
_MOST = 3
_FEWEST = 1000
_ENOUGH = 3
_ELSEWHERE = regex(
    r"\b(?:national(?:ly)?|state(?:wide)?|countrywide|average|compared|than|against|elsewhere"
    r"|europe"
    r"|worldwide|among|in the worst|in one|in some|of (?:car|bicycle|young)|target|goal|from"
    r"|previous)\b[^,;]{0,60}$"
)
_IN_THE = regex(
    r"\b(?:in|across|for) the (country|county|nation|state|region|province|district|city|capital"
    r"|area|world)\b"
)
_IN_A_PLACE = regex(r"(?:in|on|across) (?:the|its|their) (?:[a-z]+ )?([a-z]+)\b")
_OUT_OF = regex(r",? (?:of|among|in|for) (?:the|its|their|all) ?(?:[a-z]+ )?")
_IN_DIGITS = regex(r"\d[\d,]*")
_ONE_FOR = regex(
    r"\bone (?:of them |([a-z]+) )?(?:for|to|per) (?:each |every )?(?:about |some |nearly )?$"
)
_IS_MANY = regex(r"\d|(?:hundred|ten|thousand|million)\b")
_ANAPHORA = regex(
    r"(?:\b(?:an?|the) (?:[a-z]+ ){0,2}rate(?: of)?|\b(?:that|which|it|this) (?:is|was"
    r"|works out at|works"
    r" out to|equals|makes|means|amounts to|comes to)(?: a rate of| about| just)?|\bequivalent to"
    r"|\bor|\bgiving(?: it)?(?: a rate of)?|\bmaking(?: it)?|\bequal to|, about) $"
)
_TOPICS = (
    "murder murdered homicide killing manslaughter shot",
    "death died dead fatal mortality toll",
    "birth born baby babies fertility",
    "case infection infected diagnosed illness ill",
    "crash collision accident",
    "burglary break-in burgled",
    "robbery robbed mugging",
    "marriage married marry wedding wed",
    "divorce divorced",
    "overdose drug",
)
"""Words of one topic, apart from the families of one stem."""
_TOPIC = {one: next(iter(stems(line.split()[0]))) for line in _TOPICS for one in stems(line)}
_NO_TOPIC = stems("rate rates people residents population inhabitants persons person adults")
