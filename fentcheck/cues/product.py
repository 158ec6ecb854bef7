"""So much for one, so many of them, and what they come to: which three figures of a draft do.

Units and nouns say which could; how firmly the words tie them is counted in points, and the three
that are tied best are the ones that the draft speaks of. The others are guesses.
"""

from __future__ import annotations

from typing import NamedTuple

from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.each import Each, counted_before, each_at, powers
from fentcheck.cues.same import periods
from fentcheck.cues.topic import PEOPLE, about, around, is_persons, noun_stems, share_topic
from fentcheck.cues.totals import (
    is_converted,
    is_in_all,
    is_something_else,
    purpose,
    says_total,
)
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


class Product(NamedTuple):
    """`total` = `each` × `many`, and how well the words tie the three."""

    each: Each
    many: Mention
    total: Mention
    points: int

    @property
    def figures(self) -> tuple[Mention, ...]:
        return self.each.figure, self.many, self.total


def products(draft: Draft, each: Each) -> list[Product]:
    """The products that a figure for one may take part in, the best tied first."""
    found = []
    near = [one for one in draft.beside(each.figure, NEAR) if one.phrase is not None][:_MOST]
    manys = [(many, points) for many in near if (points := _tied(draft, each, many))]
    if not manys:
        return []
    for total in near:
        other = each_at(draft, total)
        if other is not None and not other.is_price and not total.per:
            continue
        if total.role in (Role.AGE, Role.PERCENT) or is_something_else(draft, total):
            continue
        for many, tied in manys:
            if many is total or not _fits(each, many, total):
                continue
            together = total.sentence == each.figure.sentence or total.sentence == many.sentence
            linked = _linked(draft, each, many, total)
            found.append(Product(each, many, total, tied + linked + together))
    found.sort(key=lambda one: (-one.points, _distance(one)))
    return found


def _distance(product: Product) -> int:
    return abs(product.total.start - product.each.figure.start) + abs(
        product.many.start - product.each.figure.start
    )


def _fits(each: Each, many: Mention, total: Mention) -> bool:
    """The units multiply, and things counted are counted in the total."""
    figure = each.figure
    product = powers(figure)
    for base, power in powers(many).items():
        product[base] = product.get(base, 0) + power
    wanted = powers(total)
    if per_time(each, total):
        del wanted["time"]
    if _dropped(product) != wanted:
        return False
    if total.role is Role.COUNT:  # only nouns tell what is counted
        nouns = noun_stems(figure)
        return bool(nouns & noun_stems(total)) or (figure.noun in PEOPLE and total.noun in PEOPLE)
    return True


def per_time(each: Each, total: Mention) -> bool:
    """The total is so much a year, or a month, where what makes it up names no time."""
    return (
        powers(total).get("time") == -1 and "time" not in powers(each.figure) and (bool(total.per))
    )


def _dropped(found: dict[str, int]) -> dict[str, int]:
    return {base: power for base, power in found.items() if power}


def _tied(draft: Draft, each: Each, many: Mention) -> int:
    """How well the words tie so many to so much for one; 0 where they do not."""
    figure = each.figure
    if many.role in (Role.PERCENT, Role.AGE) or (many.hedge == ">" and not many.noun):
        return 0
    if many.value == 1:  # nothing is multiplied
        return 0
    same_sentence = many.sentence == figure.sentence
    if each.base:
        if many.per or powers(many) != dict(each.base):
            return 0
        return 2 + same_sentence
    if many.role is not Role.COUNT or many.per:
        return 0
    nouns = noun_stems(many)
    if nouns & each.nouns:
        return 3 + same_sentence
    if many is each.many:
        return 3
    if many.noun and is_persons(many.noun) and any(is_persons(one) for one in each.nouns):
        return 2
    if each.is_mean and about(draft, many, 30, 10) & each.nouns:
        return 2 + same_sentence
    if not each.is_mean or not many.noun or not same_sentence:
        return 0
    return 2 * (len(draft.between(figure, many)) < _BESIDE or counted_before(draft, figure) is many)


def _linked(draft: Draft, each: Each, many: Mention, total: Mention) -> int:
    """How well the words make a figure the total of something, and of the same thing."""
    figure = each.figure
    strongly = (
        is_in_all(draft, total)
        or is_converted(draft, total)
        or (total.start < many.start and _makes(draft, many))
        or (total.start < figure.start and is_converted(draft, figure))
        or _is_traded(draft, many, total)
    )
    is_journey = set(powers(figure)) == {"length", "time"}
    paid = says_total(draft, total) and (total.role is not Role.DURATION or is_journey)
    if total.role is Role.COUNT:  # of one noun in any case
        shared = bool(each.base or figure.per) and figure.noun not in PEOPLE
        shared = shared or bool(_DENSITY.search(draft.words(figure)))
        shared = shared or figure.sentence == many.sentence == total.sentence
    else:
        shared = share_topic(draft, total, figure) or share_topic(draft, total, many)
        shared = shared or bool(about(draft, total, 70, 0) & each.nouns)
    if not (strongly or shared or (paid and total.sentence == figure.sentence)) and not is_journey:
        return _UNTIED
    if _is_elsewhere(draft, each, many, total):
        return _UNTIED
    points = 2 if strongly else int(paid)
    what = about(draft, figure) | about(draft, many) | each.nouns
    wanted = purpose(draft, total)
    if not strongly and total.role is Role.MONEY and wanted and not wanted & what:
        points -= 2
    points += is_journey and bool(_WAY.search(around(draft, total)))
    return points + shared


def _is_elsewhere(draft: Draft, each: Each, many: Mention, total: Mention) -> bool:
    """There is more in the total than this, or it is of another time or journey."""
    if _MORE_TO_IT.search(draft.words(total)) or _MORE_TO_IT.search(draft.words(each.figure)):
        return True
    mine, theirs = (periods(draft.words(one)) for one in (each.figure, total))
    if mine and theirs and mine.isdisjoint(theirs) and _NOW.search(" ".join(mine | theirs)):
        return True
    return bool(each.base) and any(
        powers(one) == powers(many) and one.role is many.role
        for other in (total, each.figure)
        if other.sentence != many.sentence
        for one in draft.beside(other)
        if one not in (each.figure, total)
    )


def _makes(draft: Draft, many: Mention) -> bool:
    """ "or 6 billion doses", "enough for 40 wraps", "would have made 120,000 deals"."""
    return is_converted(draft, many) or bool(_YIELDS.search(draft.before(many, 30)))


def _is_traded(draft: Draft, many: Mention, total: Mention) -> bool:
    """ "600 tonnes of oats for £132,000", "£132,000 for 600 tonnes"."""
    between = draft.between(many, total)
    if total.role is not Role.MONEY or many.sentence != total.sentence or len(between) > 60:
        return False
    return bool((_FOR_MONEY if many.start < total.start else _FOR_GOODS).search(between))


_UNTIED = -9
_MORE_TO_IT = regex(
    r"\b(?:sponsor\w*|with help|as well as|on top of|the rest|in addition|and donations"
    r"|apart from)\b"
)
_YIELDS = regex(r"\b(?:made|makes?|yield\w*|fill\w*)\b")
_FOR_MONEY = regex(
    r"\b(?:for|at|worth|fetched|cost|raised)(?: a total of| about)? $"
    r"|\bfor (?:which|it|them|these|that)(?: [a-z]+){1,5} $"
)
_FOR_GOODS = regex(r"^ (?:for|on|to buy) (?:the |its |his |her )?$")
_NOW = regex(r"\b(?:this|next)\b")
_MOST = 24
_BESIDE = 30
_WAY = regex(
    r"\b(?:away|from the|to go|journey|drive|trip|ride|crossing|distance|to the|flight|walk|route"
    r"|course|covered|ran|rode|flew|sailed|swam|climbs?|way)\b"
)
_DENSITY = regex(r"\b(?:density|densities|densely|yields?|average)\b")
