"""Tries another phrase for a claim: would every relation that the claim is in then hold?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.engine.judge import Judgement, Verdict, judge
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRINTED, Readings, Values, compile_pair
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.tree import Expression, Named, Operation, Quoted
from fentcheck.interval import EMPTY, Interval, absolute, point
from fentcheck.phrases.phrase import Phrase
from fentcheck.phrases.reading import read
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Relation, Wording
from fentcheck.units.unit import Rational

RelationsOf = Callable[[str], list[Relation]]
"""All relations that a claim, by its full id, is in."""


class Spent(Exception):
    """All the work that may be done for mends has been done."""


class Work:
    """How many more relations may be looked at for what would mend the findings of a file."""

    __slots__ = ("_compiled", "left")

    def __init__(self, left: int) -> None:
        self.left = left
        self._compiled: dict[int, Relation] = {}

    def take(self, some: int) -> None:
        """Raises `Spent` if there is not so much left."""
        if self.left < some:
            self.left = 0
            raise Spent
        self.left -= some

    def compiled(self, relation: Relation, book: Book) -> Relation:
        """The relation with its sides in base units: a claim's unit is the same in all trials."""
        known = self._compiled.get(id(relation))
        if known is None:
            known = self._compiled[id(relation)] = _compiled(relation, book)
        return known


def _compiled(relation: Relation, book: Book) -> Relation:
    if relation.pair is not None or relation.stated is None or relation.wording in _OF_SEVERAL:
        return relation
    pair = compile_pair(relation.stated, relation.computed, book.unit, book.settings.constants)
    return relation._replace(pair=pair)


class Trial(NamedTuple):
    """A claim that may be at fault for a relation that fails, with all relations it is in.

    The failing one is the first: most guesses fail it again.
    """

    claim: Claim
    phrase: Phrase
    judgement: Judgement
    book: Book
    relations: tuple[Relation, ...]
    work: Work

    @property
    def is_stated(self) -> bool:
        """The stated side is this claim and nothing else; of a restatement it is the odd one."""
        return _stated_name(self.judgement) == self.claim.name

    def strain(self, phrase: Phrase) -> Rational | None:
        """The largest gap factor left with this phrase for the value; see `strain`."""
        return strain(self.claim, phrase, self.book, self.relations, self.work)

    def clears(self, phrase: Phrase) -> bool:
        return self.strain(phrase) == 1

    def sides_at(self, value: Rational, which: int) -> tuple[Interval, Interval]:
        """Both sides of the failing relation were the claim this value, in base units."""
        sides = self.judgement.sides
        if sides.stated is None:
            return EMPTY, EMPTY
        self.work.take(size_of(self.judgement.relation))
        exactly = point(value)
        values = {**sides.values, self.claim.name: Readings(exactly, exactly, exactly)}
        ends = [value_of(side, values, which) for side in (sides.stated, sides.computed)]
        if self.claim.name not in sides.values and self.is_stated:  # a restatement has no names
            ends[0] = exactly
        elif self.claim.name not in sides.values:
            ends[1] = exactly
        return ends[0], ends[1]

    def misfit(self, factor: Rational) -> Rational | None:
        """How many times apart the printed sides are with the claim's figure times the factor.

        None where they are more than twice apart. A quick look at the failing relation alone.
        """
        printed = self.book.values(self.claim.name)[PRINTED].lower.value
        if isinstance(printed, float):
            return None
        stated, computed = self.sides_at(printed * factor, PRINTED)
        if stated.is_empty or computed.is_empty:
            return None
        low, high = stated.lower.value, computed.lower.value
        if isinstance(low, float) or isinstance(high, float) or low <= 0 or high <= 0:
            return 2 if stated.overlaps(computed) else None
        apart = Fraction(max(low, high)) / min(low, high)
        return apart if apart <= 2 else None


def strain(
    claim: Claim, phrase: Phrase, book: Book, relations: Sequence[Relation], work: Work
) -> Rational | None:
    """The largest gap factor left with a phrase for a claim's value: 1 if all relations hold.

    None if one is contradicted, or strained with no factor, or if the first checks nothing.
    Raises `Spent`.
    """
    reading = read(phrase, book.domain(claim), claim.statistic, book.settings.constants)
    instead = {claim.name: Values(reading)}
    most: Rational = 1
    for relation in relations:
        work.take(size_of(relation))
        judged = judge(work.compiled(relation, book), book, instead)
        if judged is None or judged.verdict is Verdict.HOLDS:
            continue
        if judged.verdict is Verdict.UNTESTABLE:
            if relation is relations[0]:
                return None
            continue
        if judged.verdict is Verdict.CONTRADICTED or judged.gap is None:
            return None
        most = max(most, judged.gap, _TOUCHING)
    return most


def relations_in(judgements: Iterable[Judgement]) -> RelationsOf:
    """The relations that were judged, by each claim that is in them."""
    found: dict[str, list[Relation]] = {}
    for judgement in judgements:
        for claim in judgement.relation.claims:
            found.setdefault(claim.name, []).append(judgement.relation)
    return lambda name: found.get(name, [])


def size_of(relation: Relation) -> int:
    """How much work it is to judge a relation once, a usual one being one."""
    named: list[str] = []
    parts = _parts_of(relation.stated, named) + _parts_of(relation.computed, named)
    many = max(len(relation.claims), parts)
    if relation.wording in _OF_SEVERAL:
        many = _SIDES * len(relation.claims) * max(1, len(relation.trusted))
    if len(set(named)) < len(named):  # what is named twice is one value, and is looked at more
        many *= _REPEATED
    return 1 + many // _PARTS


def _parts_of(side: Expression | None, named: list[str]) -> int:
    """The parts of one side, in which a high power counts for several."""
    if type(side) is Named:
        named.append(side.name)
        return 1
    if type(side) is not Operation:
        return 1
    own = 1 + absolute(side.exponent) // _POWER
    return own + sum(_parts_of(operand, named) for operand in side.operands)


def trial_of(
    claim: Claim, judgement: Judgement, book: Book, relations_of: RelationsOf, work: Work
) -> Trial | None:
    """The trial of a claim; None if its value could not be read. Raises `Spent`."""
    if claim.phrase is None:
        return None
    failing = judgement.relation
    every = relations_of(claim.name)
    work.take(len(every) // _LOOKED_THROUGH)
    others = (one for one in every if one is not failing)
    return Trial(claim, claim.phrase, judgement, book, (failing, *others), work)


def holds_as(phrase: Phrase, relation: Relation, book: Book) -> bool:
    """The relation holds with a phrase, unit included, for its stated side."""
    return holds(relation._replace(stated=Quoted(phrase)), book)


def holds(relation: Relation, book: Book) -> bool:
    """A relation whose sides are not what they were holds: they are compiled anew."""
    judged = judge(relation._replace(pair=None), book)
    return judged is not None and judged.verdict is Verdict.HOLDS


def _stated_name(judgement: Judgement) -> str | None:
    stated = judgement.relation.stated
    return judgement.odd or (stated.name if isinstance(stated, Named) else None)


_OF_SEVERAL = (Wording.RESTATED, Wording.REFERENCE)
"""Relations that are judged by several pairs of sides."""
_PARTS = 8
"""J: parts of a relation that are as much work as a usual relation."""
_SIDES = 4
"""J: to read a claim as a side of its own takes as long as so many parts."""
_REPEATED = 3
"""J: how much longer it takes where a claim is named twice."""
_POWER = 4
"""J: a power of so much takes as long as another part."""
_LOOKED_THROUGH = 100
"""J: so many relations are passed over in the time that one is judged in."""
_TOUCHING = Fraction(1000001, 1000000)
"""What is left where two readings touch at an open end: a factor of one, and yet no meeting."""
