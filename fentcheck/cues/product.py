"""So much for one, so many of them, and what they come to: which three figures of a draft do.

Units and nouns say which could; how firmly the words tie them is counted in points, and the three
that are tied best are the ones that the draft speaks of. The others are guesses.
"""

from __future__ import annotations

from fentcheck.cues.closeness import can_only_be, nearness, size_of, within
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.each import BUNDLES, Each, counted_before, each_at, powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.population import is_population
from fentcheck.cues.rate_over_time import NO_STRETCH, OF_A_NEIGHBOUR, WAIT, rate_of
from fentcheck.cues.same import periods
from fentcheck.cues.topic import PEOPLE, about, around, is_persons, noun_stems, share_topic, stems
from fentcheck.cues.totals import (
    is_converted,
    is_in_all,
    is_something_else,
    purpose,
    says_total,
)
from fentcheck.exact import Fraction
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Product(NamedTuple):
    """`total` = `each` × `many`, and how well the words tie the three."""

    each: Each
    many: Mention
    total: Mention
    points: int
    near: int = 0
    """What it has of its points for its arithmetic alone."""
    is_alone: bool = False
    """Nothing but the units and sizes says so, and nothing else fits."""

    @property
    def figures(self) -> tuple[Mention, ...]:
        return self.each.figure, self.many, self.total


def products(draft: Draft, each: Each) -> list[Product]:
    """The products that a figure for one may take part in, the best tied first."""
    found = []
    figure_role = each.figure.role
    around_it = [one for one in draft.beside(each.figure, NEAR) if one.phrase is not None][:_MOST]
    manys = [(many, points) for many in around_it if (points := _tied(draft, each, many))]
    if not manys:
        return []
    for total in around_it:
        other = each_at(draft, total)
        if other is not None and not other.is_price and not total.per:
            continue
        if total.role is Role.MONEY and _is_price_of_others(draft, total):
            continue
        if total.role is Role.AGE and not (each.is_mean and is_in_all(draft, total)):
            continue
        if total.role is Role.PERCENT or (
            is_something_else(draft, total) and not _SHARED.match(draft.after(total, 40))
        ):
            continue
        for many, tied in manys:
            if many is total or not _fits(draft, each, many, total):
                continue
            if total.role is figure_role and _is_no_more(total, each.figure, many):
                continue
            together = total.sentence == each.figure.sentence or total.sentence == many.sentence
            near = _nearness(each, many, total)
            if (
                total.noun
                and _is_bare_mean(each)
                and (not near or _AT.fullmatch(draft.between(total, each.figure)))
            ):
                continue  # "79 wickets at an average of 25": runs for each of the wickets
            points = tied + together + near + _linked(draft, each, many, total, near)
            if points < ENOUGH and _can_only_be(draft, each, many, total):
                found.append(Product(each, many, total, ENOUGH, is_alone=True))
                continue
            found.append(Product(each, many, total, points, near))
    found.sort(key=lambda one: (-one.points, not one.near and not one.is_alone, _distance(one)))
    return found


def _can_only_be(draft: Draft, each: Each, many: Mention, total: Mention) -> bool:
    """Units and sizes fit these three figures alone of their sentences, and no word denies it."""
    figures = each.figure, many, total
    sizes = computed_and_stated(each, many, total)
    if sizes is None or not can_only_be(draft, *sizes, figures):
        return False
    if per_time(each, total) and total.role is not Role.MONEY:
        return False
    if is_elsewhere(draft, each, many, total) or (each.figure.per and each.figure.per in total.per):
        return False
    wanted = purpose(draft, total)
    return not wanted or bool(
        wanted & (about(draft, each.figure) | about(draft, many) | each.nouns)
    )


def _is_no_more(total: Mention, one: Mention, many: Mention) -> bool:
    """Many of them are more than one."""
    if many.phrase is not None and many.phrase.low.value < 1:
        return False
    if total.unit != one.unit or total.phrase is None or one.phrase is None:
        return False
    return total.phrase.low.value <= one.phrase.low.value


def _is_price_of_others(draft: Draft, price: Mention) -> bool:
    """ "50 stamps at $1.20 and 20 at 60 cents"."""
    many = draft.previous(price)
    return (
        many is not None
        and many.role is Role.COUNT
        and bool(_AT_A_PRICE.fullmatch(draft.between(many, price)))
    )


def _is_bare_mean(each: Each) -> bool:
    return each.is_mean and not (each.figure.noun or each.figure.unit)


def has_twin(draft: Draft, product: Product) -> bool:
    """Another price, and others counted, may be in the same sum: "Adults paid £9, children £4"."""
    each, many, total = product.figures
    between = within(draft, product.figures)
    prices = [
        one
        for one in between
        if one.unit == each.unit and one.role is each.role and one not in (each, total)
        and not _is_no_more(total, one, many) and one.per in ("", each.per)
    ]  # fmt: skip
    counts = [
        one
        for one in between
        if one is not many and one.role is many.role is Role.COUNT and not one.per
        and (not one.noun or noun_stems(one) & noun_stems(many)
             or is_persons(one.noun) is is_persons(many.noun))
    ]  # fmt: skip
    return bool(prices and counts and each.role is not Role.COUNT)


def _distance(product: Product) -> int:
    return abs(product.total.start - product.each.figure.start) + abs(
        product.many.start - product.each.figure.start
    )


def _nearness(each: Each, many: Mention, total: Mention) -> int:
    sizes = computed_and_stated(each, many, total)
    return nearness(*sizes, (each.figure, many, total)) if sizes else 0


def computed_and_stated(
    each: Each, many: Mention, total: Mention
) -> tuple[Fraction, Fraction] | None:
    """The product, and the total that is printed."""
    one, number, whole = size_of(each.figure), size_of(many), size_of(total)
    if one is None or number is None or whole is None:
        return None
    if is_per_time(many):
        number *= fixed(f"exactly 1 {many.per}").phrase.unit.size
    if total.per and (per_time(each, total) or is_per_time(many)):
        whole *= fixed(f"exactly 1 {total.per.rpartition(' ')[2]}").phrase.unit.size
    return one * number, whole


def is_per_time(many: Mention) -> bool:
    """So many a day: what they come to is a day's, too."""
    return many.per in _PERIODS


def _fits(draft: Draft, each: Each, many: Mention, total: Mention) -> bool:
    """The units multiply, and things counted are counted in the total."""
    figure = each.figure
    if total.role is Role.DURATION and total.per:
        return False
    product = powers(figure)
    for base, power in powers(many).items():
        product[base] = product.get(base, 0) + power
    wanted = powers(total)
    if per_time(each, total):
        del wanted["time"]
    if is_per_time(many):
        if rate_of(draft, total) != rate_of(draft, many):
            return False
        product.pop("time", None)
    if _dropped(product) != wanted:
        return False
    if total.role is Role.COUNT:  # only nouns tell what is counted
        if _ROOM.search(draft.before(total, 30)):
            return False
        nouns = noun_stems(figure)
        if not figure.noun and figure.per and total.start < figure.start:  # "That is 21 a head"
            return bool(total.noun)
        if not total.noun:
            live = figure.noun in PEOPLE and _LIVE.match(draft.after(total, 30))
            if each.is_mean:
                return bool(figure.noun) or is_in_all(draft, total)
            return bool(live) or is_in_all(draft, total)
        if not figure.noun and each.is_mean:  # "312 books, on average 13 each"
            if total.sentence != figure.sentence:
                return False
            return many.sentence == figure.sentence or total.start < figure.start
        if not figure.noun and each.base:  # "36,000 people: 3,000 to the square kilometre"
            return True
        if is_converted(draft, total):  # "each good for ten jabs. That is 480,000 doses"
            return True
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
        if many.role is Role.DURATION and (
            (NO_STRETCH.match(draft.after(many, 20)) and not _SINCE.match(draft.after(many, 20)))
            or _EACH_DOES.search(draft.before(many, 40))
            or _DUE.search(draft.before(many, 40))
            or WAIT.search(draft.before(many, 30))
            or draft.before(many, 20).endswith("first ")
        ):
            return 0
        return 2 + same_sentence
    if many.role is not Role.COUNT or (many.per and not is_per_time(many)):
        return 0
    if _ONE_OF_THEM.search(draft.before(many, 30)) or _SAMPLE.search(draft.before(many, 40)):
        return 0
    if figure.per in BUNDLES:
        return 3 * (figure.per in many.text)
    if not many.noun and each.nouns and _OF_THEM.match(draft.after(many, 16)):
        before = draft.previous(many)
        is_theirs = before is not None and before.noun and before.sentence == many.sentence
        return 0 if is_theirs else 3
    nouns = noun_stems(many)
    if nouns & each.nouns:
        return 3 + same_sentence
    if many is each.many:
        return 3
    if many.noun and is_persons(many.noun) and any(is_persons(one) for one in each.nouns):
        return 2 * (many.noun not in PEOPLE or bool(each.nouns & _ANYBODY))
    if each.is_mean and about(draft, many, 30, 10) & each.nouns:
        return 2 + same_sentence
    if each.is_mean and not figure.noun and figure.role is Role.COUNT:
        return 2 * bool(many.noun)
    if _is_by_heads(each) and (
        many.noun in PEOPLE
        or is_population(draft, many)
        or (not many.noun and _OF_THEM.match(draft.after(many, 16)))
    ):
        return 3
    if not many.noun:
        return 2 * bool(_WHO.match(draft.after(many, 6)))
    if not each.is_mean or not same_sentence:
        if figure.role is Role.COUNT or "-" in many.text:
            return 0
        return int(_is_only_count(draft, many, figure))
    return 2 * (len(draft.between(figure, many)) < _BESIDE or counted_before(draft, figure) is many)


def _is_by_heads(each: Each) -> bool:
    if each.nouns & _ANYBODY:
        return True
    per = each.figure.per.lower()
    return per in ("head", "capita") or is_persons(per.rpartition(" ")[2])


def _is_only_count(draft: Draft, many: Mention, figure: Mention) -> bool:
    """Nothing else is counted near: what so much is said for each of is what there are many of."""
    first, last = sorted((many.sentence, figure.sentence))
    start, end = draft.sentences[first].start, draft.sentences[last].end
    return not any(
        one.role is Role.COUNT and not one.per and one.value != 1 and one not in (many, figure)
        for one in draft.within(start, end)
    )


def _linked(draft: Draft, each: Each, many: Mention, total: Mention, near: int) -> int:
    """How well the words make a figure the total of something, and of the same thing."""
    figure = each.figure
    strongly = (
        is_in_all(draft, total)
        or is_converted(draft, total)
        or (total.start < many.start and _makes(draft, many))
        or (total.start < figure.start and is_converted(draft, figure))
        or _is_traded(draft, many, total)
        or _SHARED.match(draft.after(total, 40))
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
    if not (strongly or shared or is_journey or (paid and total.sentence == figure.sentence)):
        return _UNTIED
    if is_elsewhere(draft, each, many, total):
        return _UNTIED
    points = 2 if strongly else int(paid)
    what = about(draft, figure) | about(draft, many) | each.nouns
    wanted = purpose(draft, total)
    if not strongly and total.role is Role.MONEY and wanted and not wanted & what:
        points -= 2 + near
    points += is_journey and bool(_WAY.search(around(draft, total)))
    return points + shared


def is_elsewhere(draft: Draft, each: Each, many: Mention, total: Mention) -> bool:
    """There is more in the total than this, or it is of another time or journey."""
    if any(
        _MORE_TO_IT.search(draft.words(one)) or _BARGAIN.search(draft.words(one))
        for one in (total, each.figure, many)
    ):
        return True
    if (
        each.base
        and total.sentence != each.figure.sentence
        and _IN_PART.match(draft.after(each.figure, 30))
    ):
        return True
    behind = draft.following(many)
    if behind is not None and behind.role is Role.PERCENT and behind.start < total.start:
        return True  # "150 hectares, a third of it under wheat"
    if OF_A_NEIGHBOUR.search(draft.before(total, 60)):
        return True
    if _ASIDE.search(draft.before(total, 30)) and total.start < many.start:
        return True
    if any(_IN_PART_OF_IT.search(draft.before(one, 40)) for one in (each.figure, many)):
        return True
    if total.start < each.figure.start and _THEN.search(draft.between(total, each.figure)):
        return True
    if (
        each.base
        and each.figure.sentence not in (total.sentence, many.sentence)
        and _IN_A_PLACE.match(draft.before(each.figure, 60))
    ):
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
_WHO = regex(r" who\b")
_SINCE = regex(r" (?:after (?:leav|set|start|depart|cast|push)\w+|later)\b")
_EACH_DOES = regex(r"\beach [a-z]+ (?:for )?$")
_AT = regex(r",? at (?:an? (?:[a-z-]+ )?(?:average|mean) (?:[a-z]+ )?of )?")
_AT_A_PRICE = regex(r"(?: [a-z]+){0,2} at (?:about |just |only )?")
_ANYBODY = stems("person people resident inhabitant islander citizen villager man head capita")
ENOUGH = 4
"""Points from which on a product is what the draft says."""
_PERIODS = frozenset("hour day night week month year".split())
_LIVE = regex(r",? (?:(?:now|actually|already|of them|who) )?(?:live|lives|lived|living)\b")
_MORE_TO_IT = regex(
    r"\b(?:sponsor\w*|[a-z]+ included|with help|as well as|on top of|the rest|in addition"
    r"|and donations|apart from)\b"
)
_OF_THEM = regex(r" of (?:them|these|those)\b")
_ONE_OF_THEM = regex(
    r"\b(?:one|[a-z]+est|first|last|second|third|two|most|none|some|any|either) of"
    r" (?:the|its|their|his|her|these|those) $"
)
_SAMPLE = regex(
    r"\b(?:sampl\w+|survey\w*|poll|polled|polling|interview\w*|questionnaires?|panel)"
    r"(?: of| with| from)?(?: about| some)? \Z"
)
_SHARED = regex(r"[^.;,]{0,20}\b(?:shared|split|divided|distributed)\b")
_ROOM = regex(
    r"\b(?:built|designed|planned|meant|licensed|room|space|capacity|intended)(?: for| of| to \w+)"
    r"(?: up to| about| just| only)? $"
)
_IN_PART = regex(
    r",? (?:live |living |are )?(?:in|around|near|along) (?:the|its|some|parts|one|central|many)\b"
)
_IN_A_PLACE = regex(r"(?:in|on|near|along|around|among|elsewhere)\b[^,;]{0,30}, ")
_IN_PART_OF_IT = regex(
    r"\b(?:plus|owing to|due to|because of|thanks to|partly|mostly|mainly|besides|then)\b"
    r"[^,;]{0,30}$"
)
_THEN = regex(r"\b(?:then|afterwards|after that)\b")
_ASIDE = regex(r", (?:which|who|whose)\b[^,;]{0,25}$")
"""A sum that is said beside the way, of something else: "the boat, which cost $5,400"."""
_DUE = regex(r"\b(?:due|expected|arrives?|back|home|again|ready)(?: [a-z]+){0,2} in $")
_BARGAIN = regex(
    r"\b(?:for the price of|half[ -]price|discount\w*|(?:one|third|second|next) free|free of charge"
    r"|concession\w*|per ?cent off|% off|off the price|haggled|knocked|bulk|rebate\w*|voucher\w*)"
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
    r"|course|covered|ran|rode|flew|sailed|swam|climbs?|way|path|trail|stage|leg|voyage|passage|hike"
    r"|circuit|crossed|cycled|marched|walked|hiked|towed|drove|travel\w*)\b"
)
_DENSITY = regex(r"\b(?:density|densities|densely|yields?|average)\b")
