"""Nothing that is true is ever cut away, and what is said to fail does."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as Plain
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from strategies import Rational

from fentcheck.engine.judge import can_hold
from fentcheck.engine.system import (
    ROUNDS,
    Effort,
    Fact,
    Tie,
    behind,
    plainest,
    propagate,
    smallest,
    ties,
)
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import (
    LITERAL,
    Compiled,
    Fixed,
    Node,
    Readings,
    Tree,
    Variable,
    variables,
)
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.solve import WIDEST, narrowed, plain, solutions
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import (
    EMPTY,
    NON_NEGATIVE,
    WHOLE_LINE,
    End,
    Interval,
    above,
    at_least,
    at_most,
    below,
    between,
    closed,
    point,
)
from fentcheck.units.unit import NUMBER

NAMES = ("a", "b", "c", "d")
TWO = (
    Operator.ADD,
    Operator.SUBTRACT,
    Operator.MULTIPLY,
    Operator.DIVIDE,
    Operator.OVER,
    Operator.SHARE,
    Operator.CHANGE,
    Operator.POINTS,
)
MANY = (Operator.SUM, Operator.MEAN, Operator.LEAST, Operator.GREATEST)
ONE = (Operator.NEGATE, Operator.MAGNITUDE, Operator.POWER)


def fixed(interval: Interval) -> Fixed:
    return Fixed(Readings(interval, interval, interval))


@st.composite
def small_rationals(draw: DrawFn) -> Rational:
    return Fraction(draw(st.integers(-6, 6)), draw(st.sampled_from((1, 1, 2, 3))))


@st.composite
def spans_around(draw: DrawFn, value: Rational) -> Interval:
    """An interval that holds a value: often at its end, open or closed, bounded or not."""
    far = st.sampled_from((0, 0, Fraction(1, 3), 1, 5, None))
    down, up = draw(far), draw(far)
    lower = WHOLE_LINE.lower if down is None else End(value - down, bool(down) and draw(OPEN))
    upper = WHOLE_LINE.upper if up is None else End(value + up, bool(up) and draw(OPEN))
    return between(lower, upper)


OPEN = st.booleans()


def trees(names: tuple[str, ...] = NAMES) -> st.SearchStrategy[Tree]:
    leaves: st.SearchStrategy[Tree] = st.one_of(
        st.sampled_from(names).map(Variable),
        st.sampled_from(names).map(Variable),
        small_rationals().map(lambda value: fixed(point(value))),
    )

    def larger(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        return st.one_of(
            st.builds(Node, st.sampled_from(TWO), st.tuples(inner, inner)),
            st.builds(
                Node, st.sampled_from(MANY), st.lists(inner, min_size=1, max_size=4).map(tuple)
            ),
            st.builds(
                Node, st.sampled_from(ONE), st.tuples(inner), st.sampled_from((-2, -1, 2, 3))
            ),
        )

    return st.recursive(leaves, larger, max_leaves=7)


def values_at(tree: Tree, values: dict[str, Rational]) -> Interval:
    table = {name: Readings(*[point(value)] * 3) for name, value in values.items()}
    return value_of(Compiled(tree, NUMBER, tuple(variables(tree))), table, LITERAL)


ASSIGNMENTS = st.fixed_dictionaries({name: small_rationals() for name in NAMES})


@settings(deadline=None)
@given(trees(), trees(), st.sampled_from(Comparison), ASSIGNMENTS, st.data())
def test_a_value_with_which_a_relation_holds_is_in_its_solution(
    left: Tree,
    right: Tree,
    comparison: Comparison,
    values: dict[str, Rational],
    data: st.DataObject,
) -> None:
    one, other = values_at(left, values), values_at(right, values)
    assume(one.is_point and other.is_point)
    if comparison is Comparison.EQUAL and one != other:  # make it one that holds
        right = Node(Operator.SUM, (right, fixed(one.minus(other))))
        other = one
    assume(can_hold(comparison, one, other))
    table = {
        name: Readings(*[data.draw(spans_around(value))] * 3) for name, value in values.items()
    }
    for solution in solutions(plain(left), comparison, plain(right)):
        found = value_of(Compiled(solution.tree, NUMBER, solution.names), table, LITERAL)
        assert found.contains(values[solution.name])


@given(trees(), ASSIGNMENTS)
def test_the_plain_tree_has_the_value_of_the_given_one(
    tree: Tree, values: dict[str, Rational]
) -> None:
    given_, made = values_at(tree, values), values_at(plain(tree), values)
    assume(not given_.is_empty)
    assert given_.within(made)


@settings(deadline=None)
@given(
    st.lists(st.tuples(trees(), st.sampled_from(Comparison), trees()), min_size=1, max_size=5),
    ASSIGNMENTS,
    st.data(),
)
def test_what_is_true_is_never_cut_away(
    relations: list[tuple[Tree, Comparison, Tree]], values: dict[str, Rational], data: st.DataObject
) -> None:
    tied: list[Tie] = []
    for index, (left, comparison, right) in enumerate(relations):
        one, other = values_at(left, values), values_at(right, values)
        if not one.is_point or not other.is_point:
            continue
        if comparison is Comparison.EQUAL:
            right = Node(Operator.SUM, (right, fixed(one.minus(other))))
        elif not can_hold(comparison, one, other):
            comparison = comparison.flipped
            if not can_hold(comparison, one, other):
                continue
        tied += ties(index, left, comparison, right)
    facts = [
        Fact(f"{name} {count}", name, data.draw(spans_around(value)))
        for name, value in values.items()
        for count in range(data.draw(st.integers(0, 2)))
    ]
    outcome = propagate(facts, tied, LITERAL, {})
    assert outcome.conflict is None
    for name, value in values.items():
        assert outcome.domains.get(name, WHOLE_LINE).contains(value)
    later = propagate(facts[1:], tied, LITERAL, {}, propagate(facts[:1], tied, LITERAL, {}))
    for name, value in values.items():
        assert later.domains.get(name, WHOLE_LINE).contains(value)


@given(st.integers(1, 3 * WIDEST**2), st.data())
def test_a_long_sum_leaves_to_each_what_the_others_do(length: int, data: st.DataObject) -> None:
    names = [f"x{index}" for index in range(length)]
    facts = [Fact(name, name, closed(index, index + 1)) for index, name in enumerate(names)]
    total = sum(range(length))
    facts.append(Fact("all", "all", point(total)))
    operator = data.draw(st.sampled_from((Operator.SUM, Operator.MEAN)))
    tree = Node(operator, tuple(Variable(name) for name in names))
    said: Tree = Variable("all")
    if operator is Operator.MEAN:
        said = Node(Operator.DIVIDE, (said, fixed(point(length))))
    outcome = propagate(facts, ties(0, said, Comparison.EQUAL, tree), LITERAL, {})
    assert all(outcome.domains[name] == point(index) for index, name in enumerate(names))


def sum_of(*names: str) -> Tree:
    return Node(Operator.SUM, tuple(Variable(name) for name in names))


def test_a_variable_that_stands_twice_is_one_value() -> None:
    perimeter = Node(
        Operator.ADD,
        (
            sum_of("side", "side"),
            Node(Operator.MULTIPLY, (fixed(point(2)), Variable("side"))),
        ),
    )
    tied = ties(0, Variable("fence"), Comparison.EQUAL, perimeter)
    outcome = propagate([Fact("fence", "fence", point(190))], tied, LITERAL, {"side": NON_NEGATIVE})
    assert outcome.domains["side"] == point(Fraction(95, 2))


def test_what_is_taken_from_itself_is_nothing() -> None:
    nothing = Node(Operator.SUBTRACT, (Variable("a"), Variable("a")))
    outcome = propagate([], ties(0, Variable("b"), Comparison.EQUAL, nothing), LITERAL, {})
    assert outcome.domains["b"] == point(0)


def test_nothing_over_nothing_may_be_anything() -> None:
    tied = ties(0, Variable("rate"), Comparison.EQUAL, Node(Operator.DIVIDE, _NAMES_OF_RATE))
    facts = [Fact("rate", "rate", point(3)), *(Fact(one, one, point(0)) for one in ("part", "all"))]
    assert propagate(facts, tied, LITERAL, {}).conflict is None


_NAMES_OF_RATE = (Variable("part"), Variable("all"))


def test_orders_keep_their_open_ends() -> None:
    facts = [Fact("a", "a", closed(0, 5))]
    left: dict[Comparison, Interval] = {
        Comparison.LESS: below(5),
        Comparison.AT_MOST: at_most(5),
        Comparison.MORE: above(0),
        Comparison.AT_LEAST: at_least(0),
        Comparison.EQUAL: closed(0, 5),
    }
    for comparison, expected in left.items():
        tied = ties(0, Variable("b"), comparison, Variable("a"))
        assert propagate(facts, tied, LITERAL, {}).domains["b"] == expected
    assert ties(0, Variable("b"), Comparison.NOT_EQUAL, Variable("a")) == []


def test_a_ring_that_grows_without_end_is_given_up() -> None:
    more = Node(Operator.ADD, (Variable("a"), fixed(point(1))))
    tied = [
        *ties(0, Variable("b"), Comparison.EQUAL, more),
        *ties(1, Variable("a"), Comparison.EQUAL, Variable("b")),
    ]
    outcome = propagate([Fact("a", "a", at_least(0))], tied, LITERAL, {})
    assert not outcome.is_settled
    assert outcome.conflict is None
    assert outcome.looks <= ROUNDS * (len(tied) + 1)


def test_powers_in_a_ring_stay_of_bounded_length() -> None:
    tied = [
        *ties(0, Variable("b"), Comparison.EQUAL, Node(Operator.POWER, (Variable("a"),), 60)),
        *ties(1, Variable("a"), Comparison.EQUAL, Node(Operator.POWER, (Variable("b"),), 60)),
    ]
    outcome = propagate([Fact("a", "a", closed(2, 3))], tied, LITERAL, {})
    assert outcome.conflict is not None
    outcome = propagate([Fact("a", "a", at_least(2))], tied, LITERAL, {})
    for domain in outcome.domains.values():
        assert all(
            isinstance(end.value, float) or Plain(end.value).numerator.bit_length() < 10_000
            for end in domain
        )


def test_a_small_cut_of_a_large_interval_counts() -> None:
    """One vote in a thousand million, in two steps."""
    facts = [Fact("cast", "cast", closed(0, 10**9)), Fact("mine", "mine", point(10**9 - 10))]
    most = Node(Operator.SUBTRACT, (fixed(point(10**9)), fixed(point(11))))
    tied = [
        *ties(0, Variable("cast"), Comparison.AT_MOST, most),
        *ties(1, Variable("mine"), Comparison.AT_MOST, Variable("cast")),
    ]
    assert propagate(facts, tied, LITERAL, {}).conflict is not None


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(list(Comparison)),
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=3),
        ),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.tuples(st.sampled_from(NAMES), st.integers(-4, 9), st.integers(0, 3), OPEN)),
)
def test_what_is_reported_fails_and_nothing_of_it_can_be_left_out(
    relations: list[tuple[str, Comparison, list[str]]], said: list[tuple[str, int, int, bool]]
) -> None:
    tied = [
        tie
        for index, (name, comparison, others) in enumerate(relations)
        for tie in ties(index, Variable(name), comparison, sum_of(*others))
    ]
    facts = [
        Fact(f"claim {index}", name, between(End(low), End(low + wide, is_open)))
        for index, (name, low, wide, is_open) in enumerate(said)
        if wide or not is_open
    ]
    within = dict.fromkeys(NAMES, NON_NEGATIVE)
    outcome = propagate(facts, tied, LITERAL, within)
    assume(outcome.conflict is not None)
    assert outcome.conflict is not None

    def fails(some: object) -> bool:
        assert isinstance(some, list | tuple)
        chosen = [one for one in some if isinstance(one, Fact)]
        return propagate(chosen, tied, LITERAL, within).conflict is not None

    steps = behind(outcome, outcome.conflict)
    members = list(dict.fromkeys(step.by for step in steps if isinstance(step.by, Fact)))
    assert fails(members)
    assume(members and not fails([]))
    least = smallest(members, fails)
    assert fails(least)
    for index in range(len(least)):
        assert not fails([*least[:index], *least[index + 1 :]])
    proof = plainest(steps, outcome.conflict, lambda one: one.is_empty, LITERAL, within)
    assert proof
    left = within.get(outcome.conflict, WHOLE_LINE)
    for step in proof:
        if step.variable == outcome.conflict:
            left = left.meet(step.interval)
    assert left is EMPTY or len(steps) > 40


def test_the_smallest_of_many() -> None:
    asked: list[int] = []

    def fails(some: object) -> bool:
        assert isinstance(some, list | tuple)
        asked.append(len(some))
        return {17, 40, 41} <= set(some)

    assert sorted(smallest(list(range(100)), fails)) == [17, 40, 41]
    assert len(asked) < 60


def test_where_there_is_no_time_left_all_members_are_kept() -> None:
    never: Callable[[object], bool] = lambda _: False  # noqa: E731
    assert smallest([1, 2, 3], never) == [1, 2, 3]


@given(st.lists(trees(), min_size=1, max_size=1))
def test_what_is_cut_in_parts_stands_for_the_same(one: list[Tree]) -> None:
    tree, parts = narrowed(plain(Node(Operator.SUM, tuple(one * 10))), "part ")
    assert all(type(part) is not Node or len(part.operands) <= WIDEST for _, part in parts)
    assert type(tree) is not Node or len(tree.operands) <= WIDEST


def test_no_more_looks_are_taken_than_are_left() -> None:
    some = [Variable(name) for name in "abcdefgh"]
    tied = [
        tie
        for index, (one, other) in enumerate(pairwise(some))
        for tie in ties(index, one, Comparison.EQUAL, other)
    ]
    facts = [Fact("a", "a", closed(1, 2))]
    assert {tie.size for tie in tied} == {8}  # turned round for each of two
    left = Effort(23)
    outcome = propagate(facts, tied, LITERAL, {}, looks=left)
    assert (outcome.looks, left.left, outcome.is_settled) == (3, 0, False)
    left = Effort(200)
    outcome = propagate(facts, tied, LITERAL, {}, looks=left)
    assert outcome.is_settled
    assert 8 * outcome.looks + left.left == 200
    assert outcome.domains["h"] == closed(1, 2)
