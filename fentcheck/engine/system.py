"""Relations taken together: intervals are passed from one to the next until nothing narrows.

Hull consistency (HC4; Benhamou et al. 1999): every relation is turned round for each of its
variables, and each variable is cut to what that leaves to it. What is cut away cannot be true, so
an empty interval is a proof. Ends are exact; a cut of next to nothing is not followed up, and a
system that does not settle within its bound is left as it is: less is cut then, never too much.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from fentcheck.exact import Fraction
from fentcheck.expressions.compile import Compiled, Readings, Tree, Variable
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.solve import Solution, narrow_sums, solutions
from fentcheck.expressions.tree import Comparison
from fentcheck.interval import WHOLE_LINE, End, Interval, absolute
from fentcheck.units.unit import NUMBER

ROUNDS = 40
"""J: how often each relation is looked at, on average, before a system is given up."""
_LEAST_CUT = Fraction(1, 10**6)
"""J: a cut by less than this share of the interval is not followed up."""
_LONGEST = 40
"""Steps of a derivation that are looked at one by one to make it plain."""
_FINEST = 1 << 256
"""A denominator beyond this comes from going round in a ring: the end is rounded, outward."""


class Fact(NamedTuple):
    """A claim says that its variable lies in an interval, in base units."""

    claim: str
    variable: str
    interval: Interval


class Tie(NamedTuple):
    """A relation between variables, turned round for each of them.

    `relation` is its place among those it was made from; partial sums of one relation share it.
    """

    relation: int
    solutions: tuple[Solution, ...]
    variables: frozenset[str]


class Step(NamedTuple):
    """A variable was cut to `interval`, by a claim or by a relation turned round."""

    variable: str
    interval: Interval
    by: Fact | Tie
    solution: Solution | None = None


class Outcome(NamedTuple):
    """What is left of every variable and by what steps; `conflict` is one with nothing left.

    `is_settled` is False where the bound on rounds came first.
    """

    domains: dict[str, Interval]
    steps: tuple[Step, ...]
    conflict: str | None = None
    is_settled: bool = True


def ties(relation: int, left: Tree, comparison: Comparison, right: Tree) -> list[Tie]:
    """A relation as a tie, with one more for each partial sum that it is cut in."""
    left, some = narrow_sums(left, f"sum {relation}, ")
    right, more = narrow_sums(right, f"sum on the right of {relation}, ")
    found = [_tie(relation, solutions(left, comparison, right))]
    for name, total in (*some, *more):
        found.append(_tie(relation, solutions(Variable(name), Comparison.EQUAL, total)))
    return [tie for tie in found if tie.solutions]


def _tie(relation: int, found: tuple[Solution, ...]) -> Tie:
    names = {name for solution in found for name in (solution.name, *solution.names)}
    return Tie(relation, found, frozenset(names))


def propagate(
    facts: Iterable[Fact], tied: Sequence[Tie], which: int, within: Mapping[str, Interval]
) -> Outcome:
    """Cuts every variable by all claims and relations; stops at the first with nothing left.

    `within` is what a variable can be at all, `which` the reading of values that relations bring.
    """
    domains: dict[str, Interval] = {}
    table: dict[str, Readings] = {}
    steps: list[Step] = []
    touching: dict[str, list[Tie]] = {}
    for tie in tied:
        for name in tie.variables:
            touching.setdefault(name, []).append(tie)
            domains[name] = within.get(name, WHOLE_LINE)
    for fact in facts:
        cut = domains.get(fact.variable, WHOLE_LINE).meet(fact.interval)
        if cut != domains.get(fact.variable):
            steps.append(Step(fact.variable, cut, fact))
        domains[fact.variable] = cut
        if cut.is_empty:
            return Outcome(domains, tuple(steps), fact.variable)
    for name, domain in domains.items():
        table[name] = Readings(domain, domain, domain)
    waiting = deque(tied)
    queued = set(map(id, tied))
    left = ROUNDS * len(tied) + ROUNDS
    while waiting and left:
        left -= 1
        tie = waiting.popleft()
        queued.discard(id(tie))
        for solution in tie.solutions:
            name = solution.name
            found = value_of(Compiled(solution.tree, NUMBER, solution.names), table, which)
            cut = _rounded(domains[name].meet(found))
            if not cut.is_empty and not _is_worth_it(domains[name], cut):
                continue
            domains[name] = cut
            table[name] = Readings(cut, cut, cut)
            steps.append(Step(name, cut, tie, solution))
            if cut.is_empty:
                return Outcome(domains, tuple(steps), name)
            for other in touching[name]:
                if id(other) not in queued:
                    queued.add(id(other))
                    waiting.append(other)
    return Outcome(domains, tuple(steps), None, not waiting)


def _is_worth_it(before: Interval, after: Interval) -> bool:
    """One of the ends moved by enough to be passed on."""
    if before == after:
        return False
    (low, _), (high, _) = before
    (new_low, _), (new_high, _) = after
    if isinstance(low, float) or isinstance(high, float):
        if isinstance(low, float) != isinstance(new_low, float):
            return True
        if isinstance(high, float) != isinstance(new_high, float):
            return True
        scale = sum(absolute(one) for one in (low, high) if not isinstance(one, float))
    else:
        scale = high - low
    least = scale * _LEAST_CUT
    moved_up = low != new_low and new_low - low > least
    moved_down = high != new_high and high - new_high > least
    return moved_up or moved_down or (low == new_low and high == new_high)


def _rounded(interval: Interval) -> Interval:
    """The interval with ends of bounded length, rounded outward."""
    lower, upper = interval
    if interval.is_empty or not (_is_long(lower) or _is_long(upper)):
        return interval
    return Interval(_shorter(lower, up=False), _shorter(upper, up=True))


def _is_long(end: End) -> bool:
    return not isinstance(end.value, float) and end.value.denominator > _FINEST


def _shorter(end: End, up: bool) -> End:
    if not _is_long(end):
        return end
    assert not isinstance(end.value, float)
    scaled = end.value * _FINEST
    whole = -(-scaled // 1) if up else scaled // 1
    return End(Fraction(int(whole), _FINEST), True)


# Which claims and relations it takes


def behind(outcome: Outcome, name: str) -> list[Step]:
    """The steps that the interval of a variable rests on, in order."""
    wanted = {name}
    found: list[Step] = []
    for step in reversed(outcome.steps):
        if step.variable in wanted:
            found.append(step)
            if step.solution is not None:
                wanted.update(step.solution.names)
    return found[::-1]


def plainest(
    steps: Sequence[Step],
    variable: str,
    is_enough: Callable[[Interval], bool],
    which: int,
    within: Mapping[str, Interval],
) -> list[Step]:
    """As few of the steps, and of each as little, as still leave enough of a variable.

    A step that is only needed for one of its ends is left with that end alone.
    """
    if len(steps) > _LONGEST:
        return list(steps)
    ends = [(True, True)] * len(steps)
    for index in reversed(range(len(steps))):
        for some in ((False, False), (False, True), (True, False)):
            tried = [*ends[:index], some, *ends[index + 1 :]]
            if is_enough(_replayed(steps, tried, which, within)[-1].get(variable, WHOLE_LINE)):
                ends = tried
                break
    domains = _replayed(steps, ends, which, within)[1:]
    return [
        step._replace(interval=domain[step.variable])
        for step, domain, some in zip(steps, domains, ends, strict=True)
        if any(some)
    ]


def _replayed(
    steps: Sequence[Step],
    ends: Sequence[tuple[bool, bool]],
    which: int,
    within: Mapping[str, Interval],
) -> list[dict[str, Interval]]:
    """What is known of every variable before the first step and after each, by some ends only."""
    known = dict(within)
    found = [known]
    for step, (lower, upper) in zip(steps, ends, strict=True):
        known = dict(known)
        if (lower or upper) and step.solution is None:
            known[step.variable] = known.get(step.variable, WHOLE_LINE).meet(step.interval)
        elif lower or upper:
            assert step.solution is not None
            tree, names = step.solution.tree, step.solution.names
            table = {name: Readings(*[known.get(name, WHOLE_LINE)] * 3) for name in names}
            cut = value_of(Compiled(tree, NUMBER, names), table, which)
            if not cut.is_empty:
                cut = Interval(
                    cut.lower if lower else WHOLE_LINE.lower,
                    cut.upper if upper else WHOLE_LINE.upper,
                )
            known[step.variable] = known.get(step.variable, WHOLE_LINE).meet(cut)
        found.append(known)
    return found


_Member = TypeVar("_Member")


def smallest(
    members: Sequence[_Member], fails: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    """A part of the members that fails, and no longer does without any one of its own.

    QuickXplain (Junker 2004). All members together fail; a set fails if a part of it does.
    """
    return _smallest([], False, list(members), fails)


def _smallest(
    base: list[_Member],
    is_new: bool,
    members: list[_Member],
    fails: Callable[[Sequence[_Member]], bool],
) -> list[_Member]:
    if is_new and fails(base):
        return []
    if len(members) == 1:
        return members
    half = len(members) // 2
    first, second = members[:half], members[half:]
    of_second = _smallest([*base, *first], True, second, fails)
    of_first = _smallest([*base, *of_second], bool(of_second), first, fails)
    return [*of_first, *of_second]
