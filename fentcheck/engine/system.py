"""Relations taken together: intervals are passed from one to the next until nothing narrows.

Hull consistency (HC4; Benhamou et al. 1999): every relation is turned round for each of its
variables, and each variable is cut to what that leaves to it. What is cut away cannot be true, so
an empty interval is a proof. Ends are exact; a cut of next to nothing is not followed up, and a
system that does not settle within its bound is left as it is: less is cut then, never too much.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf

from fentcheck.exact import Fraction
from fentcheck.expressions.compile import Compiled, Node, Readings, Tree, Variable
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.solve import Solution, narrowed, plain, solutions
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import WHOLE_LINE, End, Interval, absolute
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.joined import top_of
from fentcheck.units.unit import NUMBER

ROUNDS = 40
"""J: how often each relation is looked at, on average, before a system is given up."""
MOST_LOOKS = 5_000
"""J: how often relations are looked at, beyond a few times each, before a system is given up."""
_FREELY = 8
"""J: cuts of a variable that are followed up however small they are."""
_LEAST_CUT = Fraction(1, 10**6)
"""J: after these, a cut by less than this share of the interval is not followed up."""
_TO_SOLVE = 3
"""J: steps of algebra that take as long as to cut a variable, beside what it takes to evaluate."""
_LONGEST = 40
"""Steps of a derivation that are looked at one by one to make it plain."""
_FINEST = 1 << 256
"""A denominator beyond this comes from going round in a ring: the end is rounded, outward."""
_FURTHEST = 1 << 8192
"""A number beyond this comes from going round in a ring: the end is moved outward."""


class Effort:
    """How much more may be done for an answer; without one, less is told, never too much."""

    def __init__(self, left: int) -> None:
        self.left = left

    def taken(self, some: int) -> None:
        self.left = max(0, self.left - some)


class Fact(NamedTuple):
    """A claim says that its variable lies in an interval, in base units."""

    claim: str
    variable: str
    interval: Interval


class Tie(NamedTuple):
    """A relation between variables, turned round for each of them.

    `relation` is its place among those it was made from; partial sums of one relation share it.
    `once` tells that to cut by it twice running says no more than to do it once: sums and orders,
    in which every variable stands once.
    """

    relation: int
    solutions: tuple[Solution, ...]
    variables: frozenset[str]
    once: bool = False
    size: int = 1
    """How much work it is to look at it, a step of algebra with exact numbers being one."""


class Said(NamedTuple):
    """A relation by its number, and what it says."""

    number: int
    left: Tree
    comparison: Comparison
    right: Tree


class Step(NamedTuple):
    """A variable was cut to `interval`, by a claim or by a relation turned round."""

    variable: str
    interval: Interval
    by: Fact | Tie
    solution: Solution | None = None


class Outcome(NamedTuple):
    """What is left of every variable and by what steps; `conflict` is one with nothing left.

    `is_settled` is False where the bound on looks at relations came first; `looks` are those taken.
    """

    domains: dict[str, Interval]
    steps: tuple[Step, ...]
    conflict: str | None = None
    is_settled: bool = True
    looks: int = 0


def ties(relation: int, left: Tree, comparison: Comparison, right: Tree) -> list[Tie]:
    """A relation as a tie, with one more for each partial sum that it is cut in."""
    left, some = narrowed(plain(left), f"part {relation}, ")
    right, more = narrowed(plain(right), f"part on the right of {relation}, ")
    found = [_tie(relation, solutions(left, comparison, right))]
    for name, part in (*some, *more):
        found.append(_tie(relation, solutions(Variable(name), Comparison.EQUAL, part)))
    return [tie for tie in found if tie.solutions]


def _tie(relation: int, found: tuple[Solution, ...]) -> Tie:
    names = {name for solution in found for name in (solution.name, *solution.names)}
    once = all(
        len(set(solution.names)) == len(solution.names)
        and solution.name not in solution.names
        and _is_sum(solution.tree)
        for solution in found
    )
    size = sum(_TO_SOLVE + len(solution.names) for solution in found)
    return Tie(relation, found, frozenset(names), once, size)


def _is_sum(tree: Tree) -> bool:
    return type(tree) is not Node or (
        tree.operator in _SUMS and all(_is_sum(operand) for operand in tree.operands)
    )


_SUMS = frozenset(
    (
        Operator.SUM,
        Operator.SUBTRACT,
        Operator.NEGATE,
        Operator.BELOW,
        Operator.UP_TO,
        Operator.ABOVE,
        Operator.FROM,
    )
)


def rings(tied: Iterable[Tie], domains: Mapping[str, Interval]) -> list[list[int]]:
    """Relations that hang together so that some way between variables comes back to its start.

    A variable that can only be one number joins nothing. Where no way comes back, what propagation
    leaves to each variable is possible with the others.
    """
    above: dict[str, str] = {}
    relations: dict[int, str] = {}
    coming_back: list[str] = []
    for tie in tied:
        free = [name for name in tie.variables if not domains.get(name, WHOLE_LINE).is_point]
        if not free:
            continue
        solved = [one.name for one in tie.solutions if one.name in free]
        tops = {top_of(above, name) for name in free}
        if len(tops) < len(free) or len(set(solved)) < len(solved):
            coming_back.append(free[0])
        relations[tie.relation] = last = tops.pop()
        above.update(dict.fromkeys(tops, last))
    found: dict[str, list[int]] = {top_of(above, name): [] for name in coming_back}
    for relation, name in relations.items():
        top = top_of(above, name)
        if top in found:
            found[top].append(relation)
    return list(found.values())


def propagate(
    facts: Iterable[Fact],
    tied: Sequence[Tie],
    which: int,
    within: Mapping[str, Interval],
    since: Outcome | None = None,
    looks: Effort | None = None,
) -> Outcome:
    """Cuts every variable by all claims and relations; stops at the first with nothing left.

    `within` is what a variable can be at all, `which` the reading of values that relations bring.
    `since` is what other claims and the same relations have left; it goes on from there. It takes
    the work of its looks from `looks`.
    """
    touching: dict[str, list[Tie]] = {}
    for tie in tied:
        for name in tie.variables:
            touching.setdefault(name, []).append(tie)
    steps: list[Step] = []
    if since is None:
        domains = {name: within.get(name, WHOLE_LINE) for name in touching}
        waiting = deque(tied)
    else:
        domains, waiting = dict(since.domains), deque()
        steps += since.steps
    for fact in facts:
        before = domains.get(fact.variable, WHOLE_LINE)
        cut = before.meet(fact.interval)
        if cut == before:
            continue
        steps.append(Step(fact.variable, cut, fact))
        domains[fact.variable] = cut
        if cut.is_empty:
            return Outcome(domains, tuple(steps), fact.variable)
        if since is not None:
            waiting += touching.get(fact.variable, ())
    table = {name: Readings(domain, domain, domain) for name, domain in domains.items()}
    cuts: Counter[str] = Counter()
    queued = set(map(id, waiting))
    taken, most = 0, min(ROUNDS * len(tied) + ROUNDS, 4 * len(tied) + MOST_LOOKS)
    while waiting and taken < most and (looks is None or looks.left):
        taken += 1
        tie = waiting.popleft()
        if looks is not None:
            looks.taken(tie.size)
        queued.discard(id(tie))
        for solution in tie.solutions:
            name = solution.name
            before = domains[name]
            found = value_of(Compiled(solution.tree, NUMBER, solution.names), table, which)
            cut = _rounded(before.meet(found), before)
            if cut == before:
                continue
            if not cut.is_empty:
                if cuts[name] >= _FREELY and not _is_worth_it(before, cut):
                    continue
                cuts[name] += 1
            domains[name] = cut
            table[name] = Readings(cut, cut, cut)
            steps.append(Step(name, cut, tie, solution))
            if cut.is_empty:
                return Outcome(domains, tuple(steps), name, True, taken)
            for other in touching[name]:
                if id(other) not in queued and not (other is tie and tie.once):
                    queued.add(id(other))
                    waiting.append(other)
    return Outcome(domains, tuple(steps), None, not waiting, taken)


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


def _rounded(interval: Interval, before: Interval) -> Interval:
    """The interval with ends of bounded length, moved outward, but not beyond `before`."""
    lower, upper = interval
    if interval.is_empty or not (_is_long(lower) or _is_long(upper)):
        return interval
    return Interval(_shorter(lower, up=False), _shorter(upper, up=True)).meet(before)


def _is_long(end: End) -> bool:
    value = end.value
    return not isinstance(value, float) and (
        value.denominator > _FINEST or not -_FURTHEST <= value.numerator <= _FURTHEST
    )


def _shorter(end: End, up: bool) -> End:
    if not _is_long(end):
        return end
    assert not isinstance(end.value, float)
    scaled = end.value * _FINEST
    whole = int(-(-scaled // 1) if up else scaled // 1)
    if absolute(whole) > _FURTHEST * _FINEST:
        furthest = _FURTHEST if whole > 0 else -_FURTHEST
        return End(furthest, True) if (whole > 0) != up else End(inf if up else -inf, True)
    return End(Fraction(whole, _FINEST), True)


# Which claims and relations it takes


def behind(outcome: Outcome, *names: str) -> list[Step]:
    """The steps that the intervals of variables rest on, in order."""
    wanted = set(names)
    found: list[Step] = []
    for step in reversed(outcome.steps):
        if step.variable in wanted:
            found.append(step)
            if step.solution is not None:
                wanted.update(step.solution.names)
    return found[::-1]


def goes_round(steps: Iterable[Step]) -> bool:
    """A relation cuts the same quantity over and over: nobody follows that line by line."""
    cuts = Counter((step.by.relation, step.variable) for step in steps if isinstance(step.by, Tie))
    return not cuts or max(cuts.values()) > 2


def plainest(
    steps: Sequence[Step],
    variable: str,
    is_enough: Callable[[Interval], bool],
    which: int,
    within: Mapping[str, Interval],
) -> list[Step]:
    """As few of the steps, and of each as little, as still leave enough of a variable.

    A step that is only needed for one of its ends is left with that end alone. One that leaves
    nothing shows what it says by itself.
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
    domains = _replayed(steps, ends, which, within)
    found: list[Step] = []
    for step, before, after, some in zip(steps, domains, domains[1:], ends, strict=False):
        if any(some):
            left = after[step.variable]
            found.append(
                step._replace(interval=_cut(step, some, before, which) if left.is_empty else left)
            )
    return found


def _replayed(
    steps: Sequence[Step],
    ends: Sequence[tuple[bool, bool]],
    which: int,
    within: Mapping[str, Interval],
) -> list[dict[str, Interval]]:
    """What is known of every variable before the first step and after each, by some ends only."""
    known = dict(within)
    found = [known]
    for step, some in zip(steps, ends, strict=True):
        known = dict(known)
        if any(some):
            cut = _cut(step, some, known, which)
            known[step.variable] = known.get(step.variable, WHOLE_LINE).meet(cut)
        found.append(known)
    return found


def _cut(
    step: Step, some: tuple[bool, bool], known: Mapping[str, Interval], which: int
) -> Interval:
    """What a step says of its variable by what is known before it, as to its lower and upper end.

    What a claim says goes whole.
    """
    if isinstance(step.by, Fact):
        return step.by.interval
    assert step.solution is not None
    tree, names = step.solution.tree, step.solution.names
    table = {name: Readings(*[known.get(name, WHOLE_LINE)] * 3) for name in names}
    cut = value_of(Compiled(tree, NUMBER, names), table, which)
    if cut.is_empty:
        return cut
    lower, upper = some
    return Interval(
        cut.lower if lower else WHOLE_LINE.lower, cut.upper if upper else WHOLE_LINE.upper
    )


if TYPE_CHECKING:
    from typing import TypeVar

    _Member = TypeVar("_Member")


def smallest(
    members: Sequence[_Member], fails: Callable[[Sequence[_Member]], bool]
) -> list[_Member]:
    """A part of the members that fails, and no longer does without any one of its own.

    QuickXplain (Junker 2004). All members together fail; a set fails if a part of it does. Where
    `fails` denies what it has no time to find out, the part has more in it than it need.
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
