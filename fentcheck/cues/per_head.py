from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.fixed import fixed
from fentcheck.cues.topic import PEOPLE, about, noun_stems, stems
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention, Role
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
    for rate in draft.figures:
        if (
            not _IS_MANY.match(rate.per)
            or rate.role is Role.MONEY
            or _ELSEWHERE.search(draft.before(rate, 70))
        ):
            continue
        near = draft.beside(rate, _NEAR)
        bases = [one for one in near if _is_population(draft, one)]
        bases.sort(key=lambda one: abs(one.start - rate.start))
        found: list[tuple[int, Mention, Mention]] = []
        for base in bases[:_MOST]:
            for count in near:
                points = 0 if count is base else _counted(draft, rate, count, base)
                if points:
                    found.append((points, count, base))
        found.sort(key=lambda one: -one[0])
        for index, (points, count, base) in enumerate(found[: _MOST * _MOST]):
            sure = Sure.LIKELY if index == 0 and points >= _ENOUGH else Sure.GUESS
            stated: Expression = draft.named(rate)
            parts = count, base
            if rate.value == 1 and rate.per[:1].isdigit():  # "one doctor for every 1,900 people"
                stated, parts = fixed(rate.per.partition(" ")[0]), (base, count)
            quotient = operation(Operator.DIVIDE, *(draft.named(one) for one in parts))
            yield Found(
                rate, "FC202", stated, Comparison.EQUAL, quotient, (rate, count, base), sure
            )


def _is_population(draft: Draft, base: Mention) -> bool:
    """It says how many live somewhere: "a population of 1.2 million", "the city of 310,000"."""
    if base.role is not Role.COUNT or base.per or not isinstance(base.value, int):
        return False
    if base.value < _FEWEST:
        return False
    before = draft.before(base, 50)
    if _POPULATION.search(before):
        return not base.noun or base.noun in PEOPLE
    return base.noun in PEOPLE and bool(
        _HAS.search(before) or _LIVE.match(draft.after(base, 40)) or base.noun != "person"
    )


def _counted(draft: Draft, rate: Mention, count: Mention, base: Mention) -> int:
    """How well the words make a figure the count that a rate is of; 0 where they do not."""
    if count.role is not Role.COUNT or count.per or not isinstance(count.value, int):
        return 0
    if _is_population(draft, count) or not isinstance(base.value, int):
        return 0
    if count.value >= base.value or (not count.noun and count.hedge in "<>"):
        return 0
    place = _IN_A_PLACE.match(draft.before(rate, 60)) or _IN_THE.search(draft.before(rate, 60))
    place = place or _IN_THE.search(draft.after(rate, 40))
    if place and base.sentence != rate.sentence:
        words = draft.words(base), draft.words(count)
        if not any(place.group(1) in one for one in words):
            return 0
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
_IS_MANY = regex(r"\d|(?:hundred|ten|thousand|million)\b")
_POPULATION = regex(
    r"\b(?:population(?:,|(?: [a-z]+){0,4})?|(?:city|town|county"
    r"|country"
    r"|state|district|province|region|island|borough|nation|village|area|territory|parish|capital"
    r"|municipality|republic|community|suburb)(?: of)?|inhabitants number|home to|populated by)"
    r"(?: just| some| about| around| nearly| almost)? $"
)
_HAS = regex(
    r"\b(?:home to|has|have|had|with|of|for|serves?|among|there are|population of|its|the)"
    r"(?: the| its)? $"
)
_LIVE = regex(r" (?:live|lived|living|who live|in the (?:city|town|county|district|region))\b")
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
