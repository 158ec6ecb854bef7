"""What cannot all be true together, although every relation by itself can.

The claims of one quantity share a variable, and every relation that holds ties variables
together. Relations that fail by themselves are told of already and take no part; of a quantity
whose claims disagree, no claim is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.engine.judge import Judgement
from fentcheck.engine.system import (
    Fact,
    Outcome,
    Step,
    Tie,
    behind,
    plainest,
    propagate,
    smallest,
    ties,
)
from fentcheck.expressions.compile import LITERAL, PRAGMATIC, PRINTED, Readings, Tree, renamed
from fentcheck.interval import NON_NEGATIVE, UNIT_RANGE, WHOLE_LINE, Interval
from fentcheck.phrases.reading import Domain
from fentcheck.rules.relation import Relation, Wording

MOST = 12
"""J: sets of claims that are told of in one file."""
_TRIES = 64
"""J: attempts at finding another set of them."""


class Ring(NamedTuple):
    """Relations that hang together, directly or through others, with all claims that they touch.

    A tie's `relation` is a place among `relations` and `trees`, which are their stated and
    computed sides over variables. A variable goes by the name of the first claim that is about
    it. `believed` leaves out claims that disagree with each other.
    """

    relations: tuple[Relation, ...]
    trees: tuple[tuple[Tree, Tree], ...]
    ties: tuple[Tie, ...]
    claims: dict[str, Claim]
    variables: dict[str, str]
    believed: tuple[str, ...]
    within: dict[str, Interval]

    def facts(self, book: Book, which: int) -> list[Fact]:
        """What the claims say on one reading."""
        return [
            Fact(name, self.variables[name], book.values(name)[which]) for name in self.believed
        ]


class Conflict(NamedTuple):
    """Claims, in the order in which a reader meets them, that cannot all be true, and why.

    `steps` lead to what the others leave to the quantity of one of them, `odd`, on the literal
    reading; `implied` is that, in base units. `ring` has only the relations that it takes.
    """

    claims: tuple[Claim, ...]
    odd: Claim
    implied: Readings
    steps: tuple[Step, ...]
    ring: Ring


class Implied(NamedTuple):
    """What others leave to a claim's quantity, in base units, and how on the literal reading."""

    readings: Readings
    steps: tuple[Step, ...]
    ring: Ring


def conflicts(book: Book, judgements: Sequence[Judgement]) -> tuple[list[Conflict], list[Ring]]:
    """Every smallest set of claims that cannot all be true; and the rings that did not settle."""
    found: list[Conflict] = []
    unsettled: list[Ring] = []
    for ring in rings(book, judgements, lone=False):
        # The pragmatic reading lies inside the literal one, and is known already.
        outcome = propagate(ring.facts(book, PRAGMATIC), ring.ties, PRAGMATIC, ring.within)
        if outcome.conflict is None and outcome.is_settled:
            continue
        facts = ring.facts(book, LITERAL)
        outcome = propagate(facts, ring.ties, LITERAL, ring.within)
        if outcome.conflict is not None:
            found += _every(book, ring, facts)
        elif not outcome.is_settled:
            unsettled.append(ring)
    return found[:MOST], unsettled


def implied(book: Book, judgements: Sequence[Judgement], claim: Claim) -> Implied | None:
    """What all but the claim itself leave to its quantity; None if nothing else speaks of it."""
    every = rings(book, judgements, lone=True)
    ring = next((ring for ring in every if claim.name in ring.claims), _restatements(book, claim))
    if ring is None:
        return None
    return _implied(book, ring, (), claim, lambda one, full: one == full.literal)


def _restatements(book: Book, claim: Claim) -> Ring | None:
    """The claims about one quantity, where no relation is; None if the one claim is alone."""
    shared = _shared(book)
    names = [name for name, first in shared.items() if first == shared.get(claim.name)]
    if len(names) < 2:
        return None
    claims = {name: book.by_name[name] for name in names}
    variables = dict.fromkeys(names, names[0])
    within = {names[0]: _BOUNDS[book.domain(claim)]}
    return Ring((), (), (), claims, variables, tuple(names), within)


def _implied(
    book: Book,
    ring: Ring,
    claims: Iterable[Claim],
    claim: Claim,
    is_enough: Callable[[Interval, Readings], bool],
) -> Implied:
    """From some claims, or from all of the ring, but the one; by steps that leave enough."""
    names = {one.name for one in claims} or set(ring.believed)
    names.discard(claim.name)
    variable = ring.variables[claim.name]
    outcomes = [
        propagate(
            [fact for fact in ring.facts(book, which) if fact.claim in names],
            ring.ties,
            which,
            ring.within,
        )
        for which in (LITERAL, PRAGMATIC, PRINTED)
    ]
    readings = Readings(*(outcome.domains[variable] for outcome in outcomes))
    steps = behind(outcomes[LITERAL], variable)
    plain = plainest(steps, variable, lambda one: is_enough(one, readings), LITERAL, ring.within)
    return Implied(readings, tuple(plain), ring)


def can_all_be_true(
    ring: Ring, claims: Iterable[Claim], book: Book, instead: Mapping[str, Readings]
) -> bool:
    """Some claims, with other readings for some of them, do not fail together."""
    for which in (PRAGMATIC, LITERAL):  # the first lies inside the second
        facts = [
            Fact(
                claim.name,
                ring.variables[claim.name],
                (instead.get(claim.name) or book.values(claim.name))[which],
            )
            for claim in claims
        ]
        if propagate(facts, ring.ties, which, ring.within).conflict is None:
            return True
    return False


# Rings


def rings(book: Book, judgements: Sequence[Judgement], lone: bool) -> Iterator[Ring]:
    """The relations of a book in groups that share no quantity.

    A relation between quantities that nothing else speaks of has been judged; it is left out
    unless `lone` asks for it.
    """
    taking_part = [one for one in judgements if _takes_part(one)]
    if not taking_part or (len(taking_part) == 1 and not book.restated and not lone):
        return
    shared = _shared(book)
    doubted = {
        shared.get(claim.name, claim.name)
        for one in judgements
        if one.verdict.fails and one.relation.wording is Wording.RESTATED
        for claim in one.relation.claims
    }
    restating: dict[str, list[str]] = {}
    for name, first in shared.items():
        restating.setdefault(first, []).append(name)
    for group in _together(taking_part, shared):
        ring = _ring(book, group, shared, restating, doubted)
        if lone or len(group) > 1 or len(ring.claims) > len(set(ring.variables.values())):
            yield ring


def _takes_part(judgement: Judgement) -> bool:
    relation, sides = judgement.relation, judgement.sides
    return (
        not judgement.verdict.fails
        and sides.stated is not None
        and bool(sides.stated.names or sides.computed.names)
        and relation.wording not in (Wording.CONVERTED, Wording.RESTATED)
    )


def _shared(book: Book) -> dict[str, str]:
    """The claims that are about one quantity, each with the first of them."""
    first: dict[object, str] = {}
    found: dict[str, str] = {}
    for claims in book.restated:
        for claim in claims:
            assert claim.phrase is not None
            unit = claim.phrase.unit
            key = (book.subject(claim), unit.kind, unit.dimensions)
            found[claim.name] = first.setdefault(key, claim.name)
    return found


def _together(judgements: list[Judgement], shared: dict[str, str]) -> list[list[Judgement]]:
    """The relations in groups: those of one group hang together through quantities."""
    group_of: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        own = [judgement]
        for claim in judgement.relation.claims:
            other = group_of.get(shared.get(claim.name, claim.name))
            if other is not None and other is not own:
                longer, shorter = (own, other) if len(own) > len(other) else (other, own)
                longer += shorter
                for one in shorter:
                    for touched in one.relation.claims:
                        group_of[shared.get(touched.name, touched.name)] = longer
                own = longer
        for claim in judgement.relation.claims:
            group_of[shared.get(claim.name, claim.name)] = own
    groups = {id(group): group for group in group_of.values()}
    return list(groups.values())


def _ring(
    book: Book,
    judgements: list[Judgement],
    shared: dict[str, str],
    restating: dict[str, list[str]],
    doubted: set[str],
) -> Ring:
    trees: list[tuple[Tree, Tree]] = []
    tied: list[Tie] = []
    claims: dict[str, Claim] = {}
    variables: dict[str, str] = {}
    within: dict[str, Interval] = {}
    for index, judgement in enumerate(judgements):
        sides = judgement.sides
        assert sides.stated is not None
        stated, computed = renamed(sides.stated, shared), renamed(sides.computed, shared)
        trees.append((stated.tree, computed.tree))
        tied += ties(index, stated.tree, judgement.relation.comparison, computed.tree)
        for claim in judgement.relation.claims:
            first = shared.get(claim.name, claim.name)
            for name in restating.get(first, (claim.name,)):
                if name not in claims:
                    own = book.usable(name)
                    assert own is not None
                    claims[name] = own
                    variables[name] = first
                    within[first] = _BOUNDS[book.domain(own)].meet(within.get(first, WHOLE_LINE))
    return Ring(
        tuple(one.relation for one in judgements),
        tuple(trees),
        tuple(tied),
        claims,
        variables,
        tuple(name for name, variable in variables.items() if variable not in doubted),
        within,
    )


_BOUNDS = {
    Domain.ANY: WHOLE_LINE,
    Domain.NON_NEGATIVE: NON_NEGATIVE,
    Domain.SHARE: UNIT_RANGE,
}


# Sets of claims


def _every(book: Book, ring: Ring, facts: list[Fact]) -> list[Conflict]:
    """The smallest sets that fail, each found by leaving out a claim of every other.

    The hitting-set tree of Reiter 1987, breadth first, so that the plainest come first.
    """
    found: list[tuple[list[Fact], list[int]]] = []
    waiting: list[frozenset[str]] = [frozenset()]
    seen = set(waiting)
    for tried in count():
        if tried == _TRIES or not waiting or len(found) == MOST:
            break
        without = waiting.pop(0)
        members = next((one for one in found if without.isdisjoint(_names(one[0]))), None)
        if members is None:
            some = [fact for fact in facts if fact.claim not in without]
            outcome = propagate(some, ring.ties, LITERAL, ring.within)
            if outcome.conflict is None:
                continue
            members = _smallest(ring, outcome)
            found.append(members)
        for name in _names(members[0]):
            more = without | {name}
            if more not in seen:
                seen.add(more)
                waiting.append(more)
    return [_conflict(book, ring, *members) for members in found if members[0]]


def _names(facts: list[Fact]) -> list[str]:
    return [fact.claim for fact in facts]


def _smallest(ring: Ring, outcome: Outcome) -> tuple[list[Fact], list[int]]:
    """The fewest claims and relations, of those behind a conflict, that fail together."""
    assert outcome.conflict is not None
    steps = behind(outcome, outcome.conflict)
    members: list[Fact | int] = list(
        dict.fromkeys(step.by if isinstance(step.by, Fact) else step.by.relation for step in steps)
    )

    def fails(some: Sequence[Fact | int]) -> bool:
        chosen = [one for one in some if isinstance(one, Fact)]
        tied = [tie for tie in ring.ties if tie.relation in some]
        return propagate(chosen, tied, LITERAL, ring.within).conflict is not None

    least = smallest(members, fails)
    return [one for one in least if isinstance(one, Fact)], sorted(
        one for one in least if not isinstance(one, Fact)
    )


def _conflict(book: Book, ring: Ring, facts: list[Fact], indices: list[int]) -> Conflict:
    claims = sorted((ring.claims[fact.claim] for fact in facts), key=lambda claim: claim.place)
    alone = _only(ring, indices)
    said = {fact.claim: fact.interval for fact in facts}
    for odd in reversed(claims):
        left = _left_by_others(book, alone, claims, odd, said[odd.name])
        if not left.readings.literal.overlaps(said[odd.name]):
            break
    return Conflict(tuple(claims), odd, left.readings, left.steps, alone)


def _only(ring: Ring, indices: list[int]) -> Ring:
    """The ring with some of its relations."""
    place = {index: number for number, index in enumerate(indices)}
    return ring._replace(
        relations=tuple(ring.relations[index] for index in indices),
        trees=tuple(ring.trees[index] for index in indices),
        ties=tuple(
            tie._replace(relation=place[tie.relation]) for tie in ring.ties if tie.relation in place
        ),
    )


def _left_by_others(
    book: Book, ring: Ring, claims: list[Claim], claim: Claim, said: Interval
) -> Implied:
    return _implied(book, ring, claims, claim, lambda one, _: not one.overlaps(said))
