"""What cannot all be true together, although every relation by itself can.

The claims of one quantity share a variable, and every relation that holds ties variables
together. Relations that fail by themselves are told of already and take no part; of a quantity
whose claims disagree, no claim is believed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.engine.judge import Judgement, Verdict, can_hold
from fentcheck.engine.system import (
    Effort,
    Fact,
    Outcome,
    Said,
    Step,
    Tie,
    behind,
    goes_round,
    plainest,
    propagate,
    rings,
    smallest,
    ties,
)
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    PRINTED,
    Compiled,
    Readings,
    Tree,
    Variable,
    renamed,
    variables,
)
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.tree import Comparison
from fentcheck.interval import EMPTY, NON_NEGATIVE, UNIT_RANGE, WHOLE_LINE, Interval, point
from fentcheck.phrases.reading import Domain
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.fc101_restated_differently import of_one_unit
from fentcheck.rules.fc203_jointly_impossible import jointly_impossible
from fentcheck.rules.joined import top_of
from fentcheck.rules.relation import Relation, Wording
from fentcheck.units.unit import NUMBER, Rational

if TYPE_CHECKING:
    from fentcheck.engine.linear import Proof

MOST = 12
"""J: sets of claims that are told of in one file."""
_TRIES = 64
"""J: attempts at finding another set of them."""
_FOR_PROOFS = 2
"""J: to show why a set fails, all sets may take one part in so many of what finds them may."""


class Ring(NamedTuple):
    """Relations that hang together, directly or through others, with all claims that they touch.

    A tie's `relation` is a place among `relations` and `trees`, which are their stated and
    computed sides over variables. A variable goes by the name of the first claim that is about
    it. `believed` leaves out claims that disagree with each other, or that cannot be at all.
    """

    relations: tuple[Relation, ...]
    trees: tuple[tuple[Tree, Tree], ...]
    ties: tuple[Tie, ...]
    claims: dict[str, Claim]
    variables: dict[str, str]
    believed: tuple[str, ...]
    within: dict[str, Interval]
    is_given_up: bool = False
    """It did not settle because a file may take no more work."""

    def facts(self, book: Book, which: int) -> list[Fact]:
        """What the claims say on one reading; of those that say the same, the first."""
        facts: dict[tuple[str, Interval], Fact] = {}
        for name in self.believed:
            variable, said = self.variables[name], book.values(name)[which]
            facts.setdefault((variable, said), Fact(name, variable, said))
        return list(facts.values())


class Conflict(NamedTuple):
    """Claims, in the order in which a reader meets them, that cannot all be true, and why.

    `steps` lead to what the others leave to the quantity of one of them, `odd`, on the literal
    reading; `implied` is that, in base units. `ring` has only the relations that it takes. Where
    only all of them at once show it, there are no steps, and `proof` is how their sum does.
    `of_any_figures` tells that the relations by themselves cannot all hold; then `claims` are all
    that they are about.
    """

    claims: tuple[Claim, ...]
    odd: Claim
    implied: Readings
    steps: tuple[Step, ...]
    ring: Ring
    proof: Proof | None = None
    of_any_figures: bool = False

    @property
    def names(self) -> frozenset[str]:
        return frozenset(claim.name for claim in self.claims)


class Implied(NamedTuple):
    """What others leave to a claim's quantity, in base units, and how on the literal reading.

    Where only all relations at once leave that, there are no steps to it.
    """

    readings: Readings
    steps: tuple[Step, ...]
    ring: Ring


def conflicts(book: Book, judgements: Sequence[Judgement]) -> tuple[list[Conflict], list[Ring]]:
    """Every smallest set of claims that cannot all be true; and the rings that did not settle.

    A set that holds all claims of a relation that fails is explained by it, and not told of.
    """
    found: list[Conflict] = []
    unsettled: list[Ring] = []
    quantities = _quantities(book, judgements)
    left = _left(book)
    for group in _groups(judgements, quantities, lone=False):
        if _is_witnessed(book, group, quantities):
            continue
        ring = _ring(book, group, quantities)
        facts = ring.facts(book, LITERAL)
        outcome = propagate(facts, ring.ties, LITERAL, ring.within, looks=left.looks)
        failing = _failing(ring, ring.ties, outcome, left.entries)
        if failing:
            sets = _every(book, ring, facts, failing, left)
            found += sets
            unsettled += [] if sets else [ring._replace(is_given_up=left.is_spent)]
        elif not outcome.is_settled and not _is_satisfied(ring, outcome, left.entries):
            unsettled.append(ring._replace(is_given_up=left.is_spent))
    told = [{claim.name for claim in one.relation.claims} for one in judgements if _is_told(one)]
    found = [
        one for one in found if one.of_any_figures or not any(names <= one.names for names in told)
    ]
    return found[:MOST], unsettled


def implied(book: Book, judgements: Sequence[Judgement], claim: Claim) -> Implied | None:
    """What all but the claim itself leave to its quantity; None if nothing else speaks of it."""
    quantities = _quantities(book, judgements)
    quantity = quantities.of(claim.name)
    for group in _groups(judgements, quantities, lone=True):
        if any(
            quantities.of(one.name) == quantity for each in group for one in each.relation.claims
        ):
            ring = _ring(book, group, quantities)
            break
    else:
        names = quantities.restating.get(quantity, ())
        if len(names) < 2:
            return None
        ring = _restatements(book, claim, names)
    left = _left(book)
    outcomes = _without(book, ring, ring.believed, claim, left)
    passed_on = _implied(ring, claim, outcomes, lambda one, full: one == full.literal)
    if not rings(ring.ties, {}):
        return passed_on
    readings = _exactly_left(ring, claim, outcomes, left.entries)
    is_shown = readings.literal == passed_on.readings.literal
    return Implied(readings, passed_on.steps if is_shown else (), ring)


def _restatements(book: Book, claim: Claim, names: Sequence[str]) -> Ring:
    """The claims about one quantity, where no relation is."""
    claims = {name: book.by_name[name] for name in names}
    variables = dict.fromkeys(names, names[0])
    within = {names[0]: _BOUNDS[book.domain(claim)]}
    return Ring((), (), (), claims, variables, tuple(names), within)


_Outcomes = tuple[Outcome, Outcome, Outcome]
"""By reading: literal, pragmatic, printed."""


def _implied(
    ring: Ring,
    claim: Claim,
    outcomes: _Outcomes,
    is_enough: Callable[[Interval, Readings], bool],
) -> Implied:
    """What others leave to a claim's quantity, by steps that leave enough."""
    variable = ring.variables[claim.name]
    readings = Readings(
        *(EMPTY if one.conflict is not None else one.domains[variable] for one in outcomes)
    )
    steps = behind(outcomes[LITERAL], variable)
    plain = plainest(steps, variable, lambda one: is_enough(one, readings), LITERAL, ring.within)
    return Implied(readings, tuple(plain), ring)


def _without(book: Book, ring: Ring, names: Iterable[str], claim: Claim, left: Left) -> _Outcomes:
    """What the claims of some names, but the one, leave on every reading."""
    names = set(names) - {claim.name}
    others = ring._replace(believed=tuple(name for name in ring.believed if name in names))
    one, other, last = (
        propagate(others.facts(book, which), ring.ties, which, ring.within, looks=left.looks)
        for which in (LITERAL, PRAGMATIC, PRINTED)
    )
    return one, other, last


def _exactly_left(ring: Ring, claim: Claim, outcomes: _Outcomes, entries: Effort) -> Readings:
    """What others leave to a claim's quantity by all that is linear in their relations at once."""
    from fentcheck.engine.linear import tightened

    variable = ring.variables[claim.name]
    found: list[Interval] = []
    for which, outcome in enumerate(outcomes):
        left = EMPTY
        if outcome.conflict is None:
            exact = tightened(variable, _all_said(ring), _box(ring, outcome), which, entries)
            left = EMPTY if exact is None else exact.meet(outcome.domains[variable])
        found.append(left)
    return Readings(*found)


def can_all_be_true(
    ring: Ring, claims: Iterable[Claim], book: Book, instead: Mapping[str, Readings], left: Left
) -> bool:
    """Some claims, with other readings for some of them, are not known to fail together."""
    for which in (PRAGMATIC, LITERAL):  # the first lies inside the second
        facts = [
            Fact(
                claim.name,
                ring.variables[claim.name],
                (instead.get(claim.name) or book.values(claim.name))[which],
            )
            for claim in claims
        ]
        outcome = propagate(facts, ring.ties, which, ring.within, looks=left.looks)
        if not _failing(ring, ring.ties, outcome, left.entries, which):
            return True
    return False


# Rings


class Quantities(NamedTuple):
    """What the claims of a book are about.

    `first` has the claims that share a quantity, each with the first of them, by which the quantity
    goes; `restating` the other way round. The claims of those `doubted` disagree.
    """

    first: dict[str, str]
    restating: dict[str, list[str]]
    doubted: frozenset[str]

    def of(self, name: str) -> str:
        """The quantity of a claim."""
        return self.first.get(name, name)


def _quantities(book: Book, judgements: Sequence[Judgement]) -> Quantities:
    first: dict[str, str] = {}
    restating: dict[str, list[str]] = {}
    for claims in book.restated:
        for same in of_one_unit(claims):
            restating[same[0].name] = [claim.name for claim in same]
            first.update((claim.name, same[0].name) for claim in same)
    doubted = frozenset(
        first.get(claim.name, claim.name)
        for one in judgements
        if one.verdict.fails and one.relation.wording is Wording.RESTATED
        for claim in one.relation.claims
    )
    return Quantities(first, restating, doubted)


def _groups(
    judgements: Sequence[Judgement], quantities: Quantities, lone: bool
) -> Iterator[list[Judgement]]:
    """The relations of a book in groups that share no quantity.

    A relation between quantities that nothing else speaks of has been judged; it is left out
    unless `lone` asks for it.
    """
    taking_part = [one for one in judgements if _takes_part(one)]
    if len(taking_part) < 2 and not quantities.first and not lone:
        return
    for group in _together(taking_part, quantities):
        if (
            lone
            or len(group) > 1
            or group[0].verdict.fails
            or any(claim.name in quantities.first for claim in group[0].relation.claims)
        ):
            yield group


def _is_told(judgement: Judgement) -> bool:
    return judgement.verdict.fails and judgement.relation.code != jointly_impossible.code


def _takes_part(judgement: Judgement) -> bool:
    """It ties quantities together, and no other rule has told that it fails by itself."""
    relation, sides = judgement.relation, judgement.sides
    if (
        _is_told(judgement)
        or sides.stated is None
        or not (sides.stated.names or sides.computed.names)
        or relation.wording in (Wording.CONVERTED, Wording.RESTATED)
    ):
        return False
    return judgement.verdict is not Verdict.UNTESTABLE or not (
        sides.stated_at(PRAGMATIC).is_empty or sides.computed_at(PRAGMATIC).is_empty
    )


def _together(judgements: list[Judgement], quantities: Quantities) -> list[list[Judgement]]:
    """The relations in groups: those of one group hang together through quantities."""
    above: dict[str, str] = {}
    for judgement in judgements:
        first, *others = judgement.relation.claims
        for claim in others:
            one, other = quantities.of(claim.name), quantities.of(first.name)
            above[top_of(above, one)] = top_of(above, other)
    groups: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        quantity = quantities.of(judgement.relation.claims[0].name)
        groups.setdefault(top_of(above, quantity), []).append(judgement)
    return list(groups.values())


def _is_witnessed(book: Book, group: list[Judgement], quantities: Quantities) -> bool:
    """A value was found for every quantity, as the claims have it, with which all relations hold.

    That proves that nothing conflicts, and is cheaper than to look for what does.
    """
    said = []
    for judgement in group:
        stated, computed = _over_quantities(judgement, quantities)
        said.append((stated, judgement.relation.comparison, computed))
    return _is_met(said, lambda name, which: _allowed(book, name, quantities, which))


def _is_met(
    relations: Iterable[tuple[Compiled, Comparison, Compiled]],
    allowed: Callable[[str, int], Interval],
) -> bool:
    """All relations hold with some values within what is allowed.

    The figures on the computed side are taken as they are read, what is stated from them; sums
    first.
    """
    chosen: dict[str, Readings] = {}
    for stated, comparison, computed in sorted(relations, key=lambda one: -len(one[2].names)):
        target = stated.tree.name if type(stated.tree) is Variable else ""
        if target in chosen or target in computed.names or comparison is not Comparison.EQUAL:
            target = ""
        names = computed.names if target else (*computed.names, *stated.names)
        for name in names:
            if name not in chosen:
                likely = allowed(name, PRAGMATIC)
                if likely.is_empty:
                    return False
                chosen[name] = Readings(*[point(_inside(likely))] * 3)
        value = value_of(computed, chosen, LITERAL)
        if target:
            left = value.meet(allowed(target, LITERAL))
            if left.is_empty:
                return False
            chosen[target] = Readings(*[point(_inside(left))] * 3)
        elif not can_hold(comparison, value_of(stated, chosen, LITERAL), value):
            return False
    return True


def _allowed(book: Book, quantity: str, quantities: Quantities, which: int) -> Interval:
    """What all claims about a quantity leave to it."""
    names = quantities.restating.get(quantity)
    if names is None:
        return book.values(quantity)[which]
    if quantity in quantities.doubted:
        return _bounds(book, names)
    return reduce(Interval.meet, (book.values(name)[which] for name in names))


def _inside(interval: Interval) -> Rational:
    """A value of an interval that is not empty: the middle, or one beyond its only end."""
    low, high = interval.lower.value, interval.upper.value
    if isinstance(low, float):
        return 0 if isinstance(high, float) else high - 1
    if isinstance(high, float):
        return low + 1
    return low if low == high else Fraction(low + high) / 2


def _ring(book: Book, judgements: list[Judgement], quantities: Quantities) -> Ring:
    trees: list[tuple[Tree, Tree]] = []
    tied: list[Tie] = []
    names: dict[str, list[str]] = {}
    for index, judgement in enumerate(judgements):
        stated, computed = _over_quantities(judgement, quantities)
        trees.append((stated.tree, computed.tree))
        tied += ties(index, stated.tree, judgement.relation.comparison, computed.tree)
        for claim in judgement.relation.claims:
            quantity = quantities.of(claim.name)
            if quantity not in names:
                names[quantity] = quantities.restating.get(quantity, [claim.name])
    variables = {name: quantity for quantity, same in names.items() for name in same}
    within = {quantity: _bounds(book, same) for quantity, same in names.items()}
    return Ring(
        tuple(one.relation for one in judgements),
        tuple(trees),
        tuple(tied),
        {name: _claim(book, name) for name in variables},
        variables,
        tuple(
            name
            for name, quantity in variables.items()
            if quantity not in quantities.doubted
            and book.values(name)[LITERAL].overlaps(within[quantity])
        ),
        within,
    )


def _over_quantities(judgement: Judgement, quantities: Quantities) -> tuple[Compiled, Compiled]:
    """The two sides, with one variable for every quantity."""
    stated, computed = judgement.sides.stated, judgement.sides.computed
    assert stated is not None
    if quantities.first:
        return renamed(stated, quantities.first), renamed(computed, quantities.first)
    return stated, computed


def _claim(book: Book, name: str) -> Claim:
    claim = book.usable(name)
    assert claim is not None
    return claim


def _bounds(book: Book, names: Iterable[str]) -> Interval:
    """What the quantity of some claims can be at all."""
    return reduce(Interval.meet, (_BOUNDS[book.domain(_claim(book, name))] for name in names))


_BOUNDS = {
    Domain.ANY: WHOLE_LINE,
    Domain.NON_NEGATIVE: NON_NEGATIVE,
    Domain.SHARE: UNIT_RANGE,
}


# Sets of claims


class _Members(NamedTuple):
    """What cannot all be true: claims with what they say, and places among the ring's relations."""

    facts: tuple[Fact, ...]
    relations: tuple[int, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(fact.claim for fact in self.facts)


class Left(NamedTuple):
    """What may still be done: looks at relations, and steps of algebra.

    Where nothing is left a set of claims may hold some that it could do without, or is not found.
    """

    looks: Effort
    entries: Effort
    proofs: Left | None = None

    @property
    def is_spent(self) -> bool:
        return not (self.looks.left and self.entries.left)

    @property
    def for_proofs(self) -> Left:
        return self.proofs or self

    @classmethod
    def of(cls, work: int) -> Left:
        return cls(Effort(work), Effort(work))


def _left(book: Book) -> Left:
    """What may be done about a file."""
    work = book.settings.limits.joint_work
    return Left.of(work)._replace(proofs=Left.of(work // _FOR_PROOFS))


def _failing(
    ring: Ring, tied: Sequence[Tie], outcome: Outcome, entries: Effort, which: int = LITERAL
) -> list[Fact | int]:
    """Claims and relations that fail together, of those that an outcome is of; none if none do."""
    if outcome.conflict is not None:
        return _behind(outcome, outcome.conflict)
    box = _box(ring, outcome)
    for numbers in rings(tied, outcome.domains):
        said = _said(ring, numbers)
        if _is_met_within(said, box):
            continue
        from fentcheck.engine.linear import refuted

        proof = refuted(said, box, which, entries)
        if proof is not None:
            behind_it = _behind(outcome, *proof.variables)
            return list(dict.fromkeys([*behind_it, *sorted(proof.relations)]))
    return []


def _behind(outcome: Outcome, *names: str) -> list[Fact | int]:
    steps = behind(outcome, *names)
    return list(
        dict.fromkeys(step.by if isinstance(step.by, Fact) else step.by.relation for step in steps)
    )


def _is_met_within(relations: Iterable[Said], box: Mapping[str, Interval]) -> bool:
    sides = [
        (
            Compiled(one.left, NUMBER, tuple(variables(one.left))),
            one.comparison,
            Compiled(one.right, NUMBER, tuple(variables(one.right))),
        )
        for one in relations
    ]
    return _is_met(sides, lambda name, _: box[name])


def _is_satisfied(ring: Ring, outcome: Outcome, entries: Effort) -> bool:
    """All relations are linear, and some values are known to satisfy them."""
    from fentcheck.engine.linear import is_satisfied

    return is_satisfied(_all_said(ring), _box(ring, outcome), LITERAL, entries)


def _said(ring: Ring, numbers: Iterable[int]) -> list[Said]:
    """Some relations, by their places."""
    return [
        Said(
            number, ring.trees[number][0], ring.relations[number].comparison, ring.trees[number][1]
        )
        for number in numbers
    ]


def _all_said(ring: Ring) -> list[Said]:
    return _said(ring, range(len(ring.relations)))


def _box(ring: Ring, outcome: Outcome) -> dict[str, Interval]:
    return {**ring.within, **outcome.domains}


def _every(
    book: Book, ring: Ring, facts: list[Fact], failing: list[Fact | int], left: Left
) -> list[Conflict]:
    """The smallest sets that fail: first such as share no claim, then all others.

    The others are found by leaving out a claim of every one that is known: the hitting-set tree of
    Reiter 1987, breadth first, so that the plainest come first. A set is made small with the
    relations that show it; where others do without one of its claims, the search comes upon that.
    """
    found: list[_Members] = []
    while failing and len(found) < MOST:
        found.append(_smallest(ring, failing, left))
        if not found[-1].facts:  # the relations alone: nothing more can be told apart
            found = found[-1:]
            break
        outcome = _without_any(ring, facts, found, left)
        failing = _failing(ring, ring.ties, outcome, left.entries)
    waiting: deque[frozenset[str]] = deque([frozenset()])
    seen = set(waiting)
    tries = 0
    while (
        waiting
        and tries < _TRIES
        and len(seen) < _TRIES**2
        and len(found) < MOST
        and left.looks.left
    ):
        without = waiting.popleft()
        members = next((one for one in found if without.isdisjoint(one.names)), None)
        if members is None:
            tries += 1
            known = {name for one in found for name in one.names}
            back = [fact for fact in facts if fact.claim in known and fact.claim not in without]
            tried = propagate(back, ring.ties, LITERAL, ring.within, outcome, left.looks)
            left.looks.taken(1)
            failing = _failing(ring, ring.ties, tried, left.entries)
            if not failing:
                continue
            members = _smallest(ring, failing, left)
            found.append(members)
            outcome = _without_any(ring, facts, found, left)
        for name in members.names:
            more = without | {name}
            if more not in seen:
                seen.add(more)
                waiting.append(more)
    names = [frozenset(members.names) for members in found]
    least = [one for one, own in zip(found, names, strict=True) if not any(n < own for n in names)]
    shown = ((_conflict(book, ring, members, left), not members.facts) for members in least)
    return [one._replace(of_any_figures=without) for one, without in shown if one is not None]


def _without_any(ring: Ring, facts: list[Fact], found: list[_Members], left: Left) -> Outcome:
    """What is left by the claims that are in none of the sets."""
    known = {name for members in found for name in members.names}
    others = [fact for fact in facts if fact.claim not in known]
    return propagate(others, ring.ties, LITERAL, ring.within, looks=left.looks)


def _smallest(ring: Ring, members: list[Fact | int], left: Left) -> _Members:
    """The fewest claims and relations, of some that fail together, that do so too."""
    own: dict[int, list[Tie]] = {one: [] for one in members if isinstance(one, int)}
    for tie in ring.ties:
        if tie.relation in own:
            own[tie.relation].append(tie)

    def fails(some: Sequence[Fact | int]) -> bool:
        if not left.looks.left:
            return False
        chosen = [one for one in some if isinstance(one, Fact)]
        tied = [tie for one in some if isinstance(one, int) for tie in own[one]]
        found = propagate(chosen, tied, LITERAL, ring.within, looks=left.looks)
        left.looks.taken(1)
        return bool(_failing(ring, tied, found, left.entries))

    least = smallest(members, fails)
    return _Members(
        tuple(one for one in least if isinstance(one, Fact)),
        tuple(sorted(one for one in least if isinstance(one, int))),
    )


def _conflict(book: Book, ring: Ring, members: _Members, left: Left) -> Conflict | None:
    """The set with its proof: at a claim whose value the others rule out, the last such one.

    Where there is none, because a claim's value is needed in two places, the proof is at whatever
    quantity has no value left. None if only all relations at once show it, and too late to say that
    nothing in the set is there for nothing.
    """
    names = members.names or [
        claim.name for index in members.relations for claim in ring.relations[index].claims
    ]
    claims = sorted((ring.claims[name] for name in set(names)), key=lambda claim: claim.place)
    alone = _only(ring, members.relations, claims)
    proofs = left.for_proofs
    outcome = propagate(members.facts, alone.ties, LITERAL, alone.within, looks=proofs.looks)
    if outcome.conflict is None:
        if not left.entries.left:
            return None
        return _of_all_at_once(book, alone, claims, members, outcome, proofs)
    shown = _by_steps(book, alone, claims, members, outcome, proofs)
    if not goes_round(shown.steps):
        return shown
    return shown._replace(proof=_proof(alone, members, outcome, proofs))


def _by_steps(
    book: Book,
    ring: Ring,
    claims: list[Claim],
    members: _Members,
    outcome: Outcome,
    left: Left,
) -> Conflict:
    assert outcome.conflict is not None
    said = {fact.claim: fact.interval for fact in members.facts}
    for odd in reversed(claims):
        if left.is_spent:
            break
        if odd.name in said:
            own = said[odd.name]
            others = _implied(
                ring, odd, _without(book, ring, said, odd, left), partial(_is_ruled_out, own)
            )
            if not others.readings.literal.overlaps(said[odd.name]):
                return Conflict(tuple(claims), odd, others.readings, others.steps, ring)
    steps = plainest(
        behind(outcome, outcome.conflict),
        outcome.conflict,
        lambda one: one.is_empty,
        LITERAL,
        ring.within,
    )
    return Conflict(tuple(claims), claims[-1], Readings(EMPTY, EMPTY, EMPTY), tuple(steps), ring)


def _of_all_at_once(
    book: Book,
    ring: Ring,
    claims: list[Claim],
    members: _Members,
    outcome: Outcome,
    left: Left,
) -> Conflict | None:
    """The set where only all relations at once show it: by what they leave to the last claim.

    None if to show it takes too long.
    """
    proof = _proof(ring, members, outcome, left)
    if proof is None:
        return None
    said = {fact.claim: fact.interval for fact in members.facts}
    for odd in reversed(claims):
        if left.is_spent:
            break
        if odd.name in said:
            without = _without(book, ring, said, odd, left)
            readings = _exactly_left(ring, odd, without, left.entries)
            if not readings.literal.overlaps(said[odd.name]):
                return Conflict(tuple(claims), odd, readings, (), ring, proof)
    return Conflict(tuple(claims), claims[-1], Readings(EMPTY, EMPTY, EMPTY), (), ring, proof)


def _proof(ring: Ring, members: _Members, outcome: Outcome, left: Left) -> Proof | None:
    """What excludes the members all at once: by their figures if that will do."""
    from fentcheck.engine.linear import refuted

    by_figures = dict(ring.within)
    for fact in members.facts:
        by_figures[fact.variable] = by_figures[fact.variable].meet(fact.interval)
    boxes = [by_figures] if outcome.conflict is not None else [by_figures, _box(ring, outcome)]
    proofs = (refuted(_all_said(ring), box, LITERAL, left.entries) for box in boxes)
    return next((one for one in proofs if one is not None), None)


def _only(ring: Ring, indices: Sequence[int], claims: Sequence[Claim]) -> Ring:
    """The ring with some of its relations, where only some of its claims are believed."""
    place = {index: number for number, index in enumerate(indices)}
    return ring._replace(
        relations=tuple(ring.relations[index] for index in indices),
        trees=tuple(ring.trees[index] for index in indices),
        ties=tuple(
            tie._replace(relation=place[tie.relation]) for tie in ring.ties if tie.relation in place
        ),
        believed=tuple(claim.name for claim in claims if claim.name in ring.believed),
    )


def _is_ruled_out(said: Interval, left: Interval, _: Readings) -> bool:
    return not left.overlaps(said)
