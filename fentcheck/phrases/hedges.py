"""The words round a number that say how it is to be taken: hedges, rises and falls, records.

Tables only: `SENSES` stand before the number, `TRAIL_SENSES` behind it; the longest wording wins.
"""

from __future__ import annotations

from enum import Enum


class Hedge(Enum):
    """The class of a hedge: a row of the phrase table."""

    BARE = "bare"
    EXACT = "exact"
    ABOUT = "approximator"
    NEARLY = "from below"
    MORE_THAN = "strict lower"
    AT_LEAST = "closed lower"
    JUST_OVER = "slightly above"
    WELL_OVER = "well above"
    ODD = "odd"
    LESS_THAN = "strict upper"
    AT_MOST = "closed upper"
    WELL_UNDER = "well below"
    UP_TO = "up to"
    ORDER_OF = "order of"

    __hash__ = object.__hash__


LOWER_BOUNDS = frozenset((Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.JUST_OVER, Hedge.WELL_OVER))
UPPER_BOUNDS = frozenset((Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.WELL_UNDER, Hedge.UP_TO))


class Direction(Enum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"

    __hash__ = object.__hash__


class Superlative(Enum):
    HIGHEST = "highest"
    LOWEST = "lowest"

    __hash__ = object.__hash__


class Statistic(Enum):
    """What a figure is of its series. A total is the default."""

    TOTAL = "total"
    MEAN = "mean"
    MEDIAN = "median"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"

    __hash__ = object.__hash__


class Plain(Enum):
    """Words that change nothing ("just", "another"), or say that a factor follows."""

    NOTHING = "nothing"
    FACTOR = "factor"


Sense = Hedge | Direction | Superlative | Statistic | Plain

_LEADS: dict[Sense, str] = {
    Hedge.EXACT: (
        "exactly, precisely, a total of, an exact, equal to, equals, equals to, equaling, "
        "equalling, equaling to, equalling to"
    ),
    Hedge.ABOUT: (
        "about, around, approximately, approx, approx., roughly, some, circa, c., ca, ca., ~, ≈, "
        "an estimated, estimated, estimated at, in the region of, something like, more or less, "
        "in the neighborhood of, in the neighbourhood of, give or take, in the vicinity of"
    ),
    Hedge.NEARLY: (
        "nearly, almost, approaching, just under, just below, just shy of, shy of, not quite, "
        "close to, just less than, just fewer than, slightly under, slightly less than, "
        "slightly fewer than, a little under, a little less than, just short of, nigh on, "
        "virtually, slightly below"
    ),
    Hedge.MORE_THAN: (
        "more than, over, above, exceeding, upwards of, upward of, topping, in excess of, "
        "greater than, north of, larger than, higher than, better than, bigger than, >, topped, "
        "exceeded, exceeds, exceed, surpassing, surpassed, surpasses, surpass, longer than"
    ),
    Hedge.AT_LEAST: (
        "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, "
        "minimum of, a minimum, ≥, >=, > =, equal to or more than, equal to or greater than, "
        "at least or equal to, equal or more than, equal or greater than"
    ),
    Hedge.JUST_OVER: (
        "just over, just above, just more than, slightly more than, slightly over, "
        "slightly above, a little over, a little more than, a little above, marginally more than"
    ),
    Hedge.WELL_OVER: (
        "well over, well above, far more than, much more than, many more than, way more than, "
        "considerably more than, significantly more than, substantially more than, far above"
    ),
    Hedge.LESS_THAN: (
        "fewer than, less than, under, below, <, lower than, smaller than, south of, shorter than"
    ),
    Hedge.WELL_UNDER: (
        "well under, well below, far fewer than, far less than, much less than, far below"
    ),
    Hedge.AT_MOST: (
        "at most, at the most, no more than, not more than, a maximum of, maximum of, ≤, <=, < =, "
        "not exceeding, no greater than, no higher than, not above, equal to or less than, "
        "equal to or fewer than, at most or equal to, equal or less than, equal or fewer than"
    ),
    Hedge.UP_TO: "up to, as many as, as much as, as high as",
    Hedge.ORDER_OF: "on the order of, of the order of, in the order of",
    Direction.UP: (
        "up, rose, rises, rising, grew, grows, growing, increased, increasing, climbed, gained, "
        "jumped, surged, soared, up by, rose by, grew by, increased by, climbed by, jumped by, "
        "gained by, surged by, soared by, a rise of, an increase of, a gain of, growth of, "
        "rise of, "
        "increase of, gain of, a jump of, warmer by, plus"
    ),
    Direction.DOWN: (
        "down, fell, falls, falling, dropped, dropping, declined, declining, decreased, "
        "decreasing, lost, slid, sank, plunged, slumped, shrank, dipped, down by, fell by, "
        "dropped by, declined by, decreased by, slid by, sank by, plunged by, slumped by, "
        "shrank by, dipped by, cut by, reduced by, a fall of, a drop of, a decline of, "
        "a decrease of, a cut of, a reduction of, fall of, drop of, decline of, decrease of, "
        "colder by"
    ),
    Superlative.HIGHEST: (
        "a record, a record high of, a record-breaking, record, the highest ever, "
        "the highest ever of, an all-time high of, the most ever, the largest ever, "
        "the biggest ever, a record high"
    ),
    Superlative.LOWEST: (
        "a record low of, a record low, the lowest ever, the fewest ever, an all-time low of, "
        "the smallest ever, the lowest ever of"
    ),
    Statistic.MEAN: "an average of, on average, average, averaging, a mean of, mean",
    Statistic.MEDIAN: "a median of, median",
    Plain.FACTOR: "a factor of, factor of, by a factor of",
    Plain.NOTHING: (
        "just, only, a mere, mere, merely, as few as, as little as, a whopping, whopping, "
        "a staggering, fully, a full, another, an additional, additional, an extra, a further, "
        "the, these, those, a combined, all of, a massive, a paltry, even, now, still, by, "
        "worth, totalling, totaling, of, at, extra, further, its, their, his, her, our"
    ),
}  # fmt: skip

_TRAILS: dict[Hedge, str] = {
    Hedge.EXACT: "or equal, or equal to",
    Hedge.ABOUT: (
        "or so, ish, -ish, or thereabouts, give or take, or thereabout, approximately, approx, "
        "approx."
    ),
    Hedge.ODD: "odd, -odd",
    Hedge.AT_LEAST: (
        "plus, -plus, +, or more, or above, or over, or higher, or greater, or better, and over, "
        "and above, and up, and counting, and more, at least, upwards, or longer, or older, "
        "or more than, or greater than, or equal or more"
    ),
    Hedge.AT_MOST: (
        "or fewer, or less, or under, or below, and under, or lower, at most, tops, or shorter, "
        "or younger"
    ),
}


def _by_wording(table: dict[Sense, str]) -> dict[str, Sense]:
    return {wording: sense for sense, wordings in table.items() for wording in wordings.split(", ")}


def _or_equal(comparatives: str, closed: Hedge) -> dict[str, Sense]:
    """ "greater than or equal to", "higher or equal than" and their like: closed bounds."""
    return {
        f"{word} {link}": closed
        for word in comparatives.split()
        for link in ("than or equal to", "or equal to", "or equal than", "than or equal")
    }


SENSES: dict[str, Sense] = {
    **_by_wording(_LEADS),
    **_or_equal("more greater larger bigger higher", Hedge.AT_LEAST),
    **_or_equal("less fewer smaller lower", Hedge.AT_MOST),
}
"""What stands before a number: a closed bound in every wording too."""
TRAIL_SENSES: dict[str, Hedge] = {
    wording: sense for sense, wordings in _TRAILS.items() for wording in wordings.split(", ")
}
"""What stands behind it. "Or equal" is only said to close a bound that stands before it."""
