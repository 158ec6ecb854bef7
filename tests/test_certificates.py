"""Every contradiction that is told of is confirmed by a checker that shares no code with it.

And the checker says no to whatever a true state of affairs fits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from copy import deepcopy
from fractions import Fraction
from io import StringIO
from itertools import product
from operator import add, mul
from pathlib import Path
from typing import Any

import pytest
from certificate_checker import confirms, read
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import rationals
from test_worked_examples import EXAMPLES

from fentcheck.cli.main import status_of
from fentcheck.engine.certificate import Ties
from fentcheck.expressions.compile import LITERAL, Fixed, Node, Readings, Tree, Variable
from fentcheck.expressions.tree import Operator
from fentcheck.interval import point

ROOT = Path(__file__).parent.parent
Json = dict[str, Any]


def _report(path: Path) -> Json:
    with redirect_stdout(StringIO()) as out:
        status_of(["verify", str(path), "--format", "json"])
    report: Json = json.loads(out.getvalue())
    return report


def _contradictions(report: Json) -> Iterator[Json]:
    """What must have a certificate; a note on relations that do not settle claims nothing."""
    yield from (one for one in report["relations"] if one["verdict"] == "contradicted")
    for one in report["findings"]:
        if one["code"] == "FC203" and one["severity"] == "error":
            yield one


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Json]:
    """Every contradiction in the cases, the shipped claims, the worked examples and some more."""
    folder = tmp_path_factory.mktemp("examples")
    for number, example in enumerate(EXAMPLES.values()):
        (folder / f"example_{number}.yaml").write_text(example.claims, encoding="utf-8")
    own = (ROOT / "tests" / "certificates").iterdir()
    paths = [*(ROOT / "tests" / "cases").glob("*/*"), ROOT / "claims", *own, folder]
    return [one for path in sorted(paths) for one in _contradictions(_report(path))]


def _certificates(told: list[Json]) -> list[Json]:
    return [one["certificate"] for one in told]


def test_every_contradiction_is_confirmed(told: list[Json]) -> None:
    assert len(told) >= 80
    assert {one["code"] for one in told} >= set("FC101 FC104 FC201 FC202 FC203 FC301 FC303".split())
    assert [one for one in told if not (one["certificate"] and confirms(one["certificate"]))] == []


def test_what_does_not_fail_has_no_certificate() -> None:
    relations = _report(ROOT / "claims")["relations"]
    fails = [one for one in relations if one["verdict"] == "contradicted"]
    assert {one["verdict"] for one in relations} >= {"holds", "strained"}
    assert [one for one in relations if one["certificate"]] == fails


# Ties

_Tied = tuple[str, ...]


def _compared(certificate: Json) -> tuple[str, list[_Tied]]:
    """How the two sides of a relation compare, and all other ties."""
    stated, computed = certificate["sides"]
    ties = [tuple(tie) for tie in certificate["ties"]]
    own = [tie for tie in ties if len(tie) == 3 and {tie[0], tie[2]} == {stated, computed}]
    free = [tie for tie in ties if tie not in own]
    if len(own) == 2:
        assert own == [(stated, "<=", computed), (computed, "<=", stated)]
        return "==", free
    ((left, sign, _),) = own
    return sign if left == stated else _TURNED[sign], free


def _comparing(left: str, sign: str, right: str) -> list[_Tied]:
    if sign == "==":
        return [(left, "<=", right), (right, "<=", left)]
    return [(left, sign, right)] if sign in ("<", "<=", "!=") else [(right, _TURNED[sign], left)]


_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!="}
_NOT = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def _with(certificate: Json, ties: list[_Tied], name: str, sign: str, bound: str) -> Json:
    """The values with other ties, and one variable compared with a number."""
    values = [*certificate["values"], {"variable": "bound", "interval": f"[{bound}, {bound}]"}]
    return {"values": values, "ties": [*ties, *_comparing(name, sign, "bound")], "gap": None}


def _result(tie: _Tied) -> str:
    """The name that a tie brings: the newest, for it is made once its operands have names."""
    return max((tie[0], *tie[2:]), key=lambda name: int(name[1:]) if name[0] == "#" else 0)


def _filled(ties: list[_Tied], at: dict[str, Fraction]) -> dict[str, Fraction] | None:
    """The value of every name, where those given are one number each; None if one has none."""
    known = dict(at)
    for tie in ties:
        one, operator, other, last = tie if len(tie) == 4 else (*tie, "")
        if not last:
            if not {one, other} <= known.keys():
                return None
        elif _result(tie) == one:
            known[one] = _RESULTS[operator](known[other], known[last])
        elif operator == "+":
            known[other] = known[one] - known[last]
        elif known[last]:
            known[other] = known[one] / known[last]
        else:
            return None
    return known


_RESULTS: dict[str, Any] = {"+": add, "*": mul, "max": max}


# The inequality


def test_every_inequality_is_true(told: list[Json]) -> None:
    assert [one for one in _certificates(told) if not _is_proven(one)] == []


def _is_proven(certificate: Json) -> bool:
    """Each half of the inequality follows from the values, and the halves rule the ties out.

    A half follows if the checker confirms that its opposite is impossible.
    """
    if certificate["inequality"] == "no value is left":
        return certificate["sides"] is None
    halves = {
        side: (sign, bound)
        for side, sign, bound in re.findall(
            r"(stated - computed|stated|computed) ([<>=]+) ([-\d/]+)", certificate["inequality"]
        )
    }
    if certificate["sides"] is None:
        return _is_proven_of_several(certificate, halves)
    comparison, ties = _compared(certificate)
    if certificate["inequality"].startswith("stated = computed"):
        return comparison == "!="
    stated, computed = certificate["sides"]
    names = {"stated": stated, "computed": computed, "stated - computed": stated}
    return _exclude(comparison, halves) and all(
        confirms(_with(certificate, ties, names[side], _NOT[sign], bound))
        or (
            _repeats(certificate) and _is_true_of_all_corners(certificate, names[side], sign, bound)
        )
        for side, (sign, bound) in halves.items()
    )


def _repeats(certificate: Json) -> bool:
    """A claim occurs twice: the checker then comes near the end, but not up to it."""
    _, free = _compared(certificate)
    used = [name for one, _, *others in free for name in (one, *others)] + certificate["sides"]
    return any(one["claim"] and used.count(one["variable"]) > 1 for one in certificate["values"])


def _is_true_of_all_corners(certificate: Json, name: str, sign: str, bound: str) -> bool:
    _, ties = _compared(certificate)
    results = {_result(tie) for tie in ties if len(tie) == 4}
    values = [one for one in certificate["values"] if one["variable"] not in results]
    for ends in product(*(read(one["interval"]) for one in values)):
        at = {one["variable"]: end[0] for one, end in zip(values, ends, strict=True)}
        found = _filled(ties, at)
        assert found is not None
        within = (
            found[name] <= Fraction(bound) if sign[0] == "<" else found[name] >= Fraction(bound)
        )
        if not within:
            return False
    return True


def _is_proven_of_several(certificate: Json, halves: dict[str, tuple[str, str]]) -> bool:
    """What one claim says is within its half; the other half follows from all but this claim."""
    (sign, bound), (other_sign, other_bound) = halves["stated"], halves["computed"]
    for said in certificate["values"]:
        if said["claim"] is None:
            continue
        others = [one for one in certificate["values"] if one is not said]
        own = _with({"values": [said]}, [], said["variable"], _NOT[sign], bound)
        left = _with(
            {"values": others}, certificate["ties"], said["variable"], _NOT[other_sign], other_bound
        )
        if _exclude("==", halves) and confirms(own) and confirms(left):
            return True
    return False


def _exclude(comparison: str, halves: dict[str, tuple[str, str]]) -> bool:
    """No two numbers within the halves compare as the relation says."""
    if "stated - computed" in halves:
        halves = {**halves, "stated": halves["stated - computed"], "computed": ("=", "0")}
    (sign, bound), (other_sign, other_bound) = halves["stated"], halves["computed"]
    low, high = sorted((Fraction(bound), Fraction(other_bound)))
    touch = low == high and sign in ("<=", ">=") and other_sign in ("<=", ">=", "=")
    stated_is_above = sign.startswith(">")
    if (Fraction(bound) < Fraction(other_bound)) == stated_is_above and low != high:
        return False
    if comparison in ("<", "<="):
        return stated_is_above and not (touch and comparison == "<=")
    if comparison in (">", ">="):
        return not stated_is_above and not (touch and comparison == ">=")
    return comparison == "==" and not touch


# What the checker must not confirm


def _without(certificate: Json, is_dropped: Any) -> Json:
    """The certificate where some values may be anything."""
    values = [
        {**one, "interval": "(-∞, ∞)"} if is_dropped(one) else one for one in certificate["values"]
    ]
    return {**certificate, "values": values}


def test_no_contradiction_without_the_figures(told: list[Json]) -> None:
    for certificate in _certificates(told):
        assert not confirms(_without(certificate, lambda one: True))


def test_no_claim_of_several_is_there_for_nothing(told: list[Json]) -> None:
    for certificate in _certificates(told):
        relations_alone = _without(certificate, lambda one: one["claim"])
        if certificate["sides"] is not None or confirms(relations_alone):
            continue
        for value in certificate["values"]:
            less = _without(certificate, lambda one, value=value: one is value)
            assert value["claim"] is None or not confirms(less)


def test_the_opposite_comparison_is_no_contradiction(told: list[Json]) -> None:
    for certificate in _certificates(told):
        if certificate["sides"] is not None:
            (stated, computed), (comparison, free) = certificate["sides"], _compared(certificate)
            turned = [*free, *_comparing(stated, _NOT[comparison], computed)]
            assert not confirms({**certificate, "ties": turned})


def test_a_greater_gap_is_not_confirmed(told: list[Json]) -> None:
    wide = [one for one in _certificates(told) if one["gap"]]
    assert len(wide) >= 5
    for certificate in wide:
        assert not confirms({**certificate, "gap": "1000000"})


def test_a_stated_figure_that_fits_is_no_contradiction(told: list[Json]) -> None:
    tried = 0
    for certificate in deepcopy(_certificates(told)):
        if certificate["sides"] is None:
            continue
        (stated, computed), (comparison, free) = certificate["sides"], _compared(certificate)
        inside = {one["variable"]: _inside(one["interval"]) for one in certificate["values"]}
        said = [one for one in certificate["values"] if one["variable"] == stated and one["claim"]]
        found = _filled(free, inside)
        if not said or comparison == "!=" or any(stated in tie for tie in free):
            continue
        if found is None or computed not in found:
            continue
        fitting = found[computed] + {"<": -1, ">": 1}.get(comparison, 0)
        said[0]["interval"] = f"[{fitting}, {fitting}]"
        tried += 1
        assert not confirms(certificate)
    assert tried >= 30


def _inside(text: str) -> Fraction:
    (low, _), (high, _) = read(text)
    if isinstance(low, Fraction):
        return (low + high) / 2 if isinstance(high, Fraction) else low + 1
    return high - 1 if isinstance(high, Fraction) else Fraction(0)


@pytest.mark.parametrize("gap", ["1.1", "3/2", "2"])
def test_a_gap_is_at_least_the_factor_said(gap: str) -> None:
    for end, is_far in (("100", True), ("199/2", False)):
        end = str(Fraction(end) * Fraction(gap))
        certificate = _certificate(
            {"a": "[90, 100]", "b": f"[{end}, 500]"}, _comparing("a", "==", "b"), gap, ["a", "b"]
        )
        assert confirms(certificate) is is_far


@pytest.mark.parametrize(
    ("lower", "upper"), [("[-8, -6]", "[-5, -4]"), ("[-2, -1]", "[0, 1]"), ("[1, 2]", "[2, 3]")]
)
def test_there_is_no_factor_below_zero_or_between_what_touches(lower: str, upper: str) -> None:
    ties = _comparing("a", "==", "b")
    assert not confirms(_certificate({"a": lower, "b": upper}, ties, "1", ["a", "b"]))


_EQUAL = _comparing("a", "==", "b")


@pytest.mark.parametrize(
    ("values", "ties"),
    [
        # 5 = a / b
        ({"a": "[0, 2]", "b": "[0, 0]", "q": "[5, 5]"}, [("a", "*", "q", "b")]),
        ({"a": "[1, 2]", "b": "[-1, 1]", "q": "[5, 5]"}, [("a", "*", "q", "b")]),
        ({"a": "[0, 2]", "b": "[0, 1]", "q": "[5, 5]"}, [("a", "*", "q", "b"), ("b", "!=", "z")]),
        ({"a": "[0, 2)", "b": "[2, 3]", "1": "[0, 1]"}, [("b", "+", "a", "1")]),
        ({"a": "[0, ∞)", "b": "[0, 0]", "c": "[0, 0]"}, [("c", "*", "a", "b")]),
        ({"a": "(0, ∞)", "b": "(0, ∞)", "c": "(0, 1)"}, [("c", "*", "a", "b")]),
        ({"a": "[0, 0]", "c": "[0, 0]"}, [("c", "*", "a", "b")]),
        ({"a": "[-1, 2]", "c": "[2, 2]"}, [("c", "max", "a", "b"), ("b", "<=", "a")]),
        ({"a": "[1, 2]"}, [("a", "<=", "a")]),
        ({"a": "[1, 2]"}, [("a", "!=", "a")]),
        ({"a": "[1, 2]"}, _comparing("a", "==", "unknown")),
        ({"a": "[1, 2]", "b": "[2, 3]"}, _EQUAL),
        ({"a": "[1, 2]", "b": "[1, 1]"}, [("a", "!=", "b")]),
        ({"a": "(-∞, 2)", "b": "(1, ∞)"}, [("b", "<", "a")]),
        ({}, []),
    ],
)
def test_what_can_be_or_is_not_known_is_not_confirmed(
    values: dict[str, str], ties: list[_Tied]
) -> None:
    assert not confirms(_certificate(values, ties))


@pytest.mark.parametrize(
    ("values", "ties"),
    [
        ({"a": "[1, 2)", "b": "[2, 3]"}, _EQUAL),
        ({"a": "[1, 2]", "b": "[2, 3]"}, [("b", "<", "a")]),
        ({"a": "[2, 2]", "b": "[2, 2]"}, [("a", "!=", "b")]),
        ({"a": "[1, 2]", "d": "[1, 1]"}, [("a", "+", "d", "a")]),
        ({"a": "(0, 1]", "1": "[1, 1]", "q": "[0, 1)"}, [("1", "*", "q", "a")]),
        ({"a": "[1, 2]", "b": "[0, 0]", "q": "[5, 5]"}, [("a", "*", "q", "b")]),
        # -5 = a / b, for b from 0 on, but not 0
        (
            {"a": "[0, 2]", "b": "[0, 1]", "q": "[-5, -5]", "z": "[0, 0]"},
            [("a", "*", "q", "b"), ("b", "!=", "z")],
        ),
        ({"a": "[0, ∞)", "b": "[0, 0]", "c": "(0, ∞)"}, [("c", "*", "a", "b")]),
        ({"a": "(0, ∞)", "b": "(0, 1)", "c": "[0, 0]"}, [("c", "*", "a", "b")]),
        ({"a": "[-3, 2)", "b": "(-∞, 1]", "c": "[2, ∞)"}, [("c", "max", "a", "b")]),
        ({"a": "[-1, 1]", "s": "[2, 3]"}, [("s", "*", "a", "a")]),
        # a (1 - a) is at most 1/4
        (
            {"a": "[0, 1]", "1": "[1, 1]", "s": "[3/10, 1]"},
            [("1", "+", "b", "a"), ("s", "*", "a", "b")],
        ),
    ],
)
def test_what_cannot_be_is_confirmed(values: dict[str, str], ties: list[_Tied]) -> None:
    assert confirms(_certificate(values, ties))


def test_two_values_of_one_variable_that_share_nothing_are_confirmed() -> None:
    twice = [{"variable": "a", "interval": text} for text in ("[1, 2]", "[3, 4]")]
    assert confirms({"values": twice, "ties": [], "gap": None, "sides": None})


def test_an_interval_the_wrong_way_round_proves_nothing() -> None:
    assert not confirms(_certificate({"a": "[2, 1]"}, _EQUAL))


def _certificate(
    values: dict[str, str],
    ties: list[_Tied],
    gap: str | None = None,
    sides: list[str] | None = None,
) -> Json:
    said = [{"variable": name, "interval": text} for name, text in values.items()]
    return {"values": said, "ties": ties, "gap": gap, "sides": sides}


# Ties around a true state of affairs

_NAMES = ("a", "b", "c")
_MANY = ("sum", "min", "max", "mean")


def _around(value: Fraction) -> st.SearchStrategy[str]:
    """Intervals that hold a value, at an end or inside."""
    away = st.sampled_from((0, Fraction(1, 3), 1, 50, None))
    is_open = st.booleans()
    return st.builds(_interval, st.just(value), away, away, is_open, is_open)


def _interval(
    value: Fraction, below: Fraction | None, above: Fraction | None, low: bool, high: bool
) -> str:
    lower = "(-∞" if below is None else f"{'(' if low and below else '['}{value - below}"
    upper = "∞)" if above is None else f"{value + above}{')' if high and above else ']'}"
    return f"{lower}, {upper}"


@st.composite
def consistent(draw: st.DrawFn) -> Json:
    """A certificate of values and ties that some numbers satisfy."""
    truth = {name: Fraction(draw(rationals())) for name in _NAMES}
    ties: list[_Tied] = []
    known = st.deferred(lambda: st.sampled_from(sorted(truth)))
    for number in range(draw(st.integers(1, 6))):
        one, other, new = draw(known), draw(known), f"#{number + 1}"
        kind = draw(st.sampled_from(("+", "*", "max", "-", "/", "order")))
        if kind == "order":
            low, high = sorted((one, other), key=truth.__getitem__)
            signs = ["<="] if truth[low] == truth[high] else ["<=", "<", "!="]
            ties.append((low, draw(st.sampled_from(signs)), high))
            continue
        tie = {"-": (one, "+", new, other), "/": (one, "*", new, other)}.get(
            kind, (new, kind, one, other)
        )
        found = _filled([tie], truth)
        assume(found is not None)
        assert found is not None
        truth = found
        ties.append(tie)
    said = draw(st.lists(known, min_size=3, max_size=6, unique=True))
    values = {name: draw(_around(truth[name])) for name in said}
    ends = sorted((truth[name], name) for name in truth)
    gap = draw(st.sampled_from((None, None, "1", "3/2")))
    if gap is not None:  # nearer to each other than by the factor, or of either sign
        near = [name for value, name in ends if value <= ends[0][0] * Fraction(gap) or value < 0]
        ends = [(truth[name], name) for name in near]
    return _certificate(values, ties, gap, [ends[0][1], ends[-1][1]] if ends else None)


@settings(max_examples=100, deadline=None)
@given(consistent())
def test_what_is_true_of_some_numbers_is_not_confirmed(certificate: Json) -> None:
    assert not confirms(certificate)


# Trees taken apart


def _trees() -> st.SearchStrategy[Tree]:
    fixed = rationals().map(lambda value: Fixed(Readings(*[point(value)] * 3)))
    some = {operator.value: operator for operator in Operator}

    def node(of: tuple[Any, ...]) -> Tree:
        name, *operands = of
        if name == "**":
            return Node(some[name], (operands[0],), operands[1])
        return Node(some[name], tuple(operands))

    return st.recursive(
        st.one_of(st.sampled_from(_NAMES).map(Variable), fixed),
        lambda one: st.one_of(
            st.tuples(st.sampled_from("+ - * / over share change points".split()), one, one),
            st.tuples(st.sampled_from(("neg", "abs")), one),
            st.tuples(st.just("**"), one, st.integers(-3, 4)),
            st.tuples(st.sampled_from(_MANY), one, one, one),
        ).map(node),
        max_leaves=5,
    )


def _value(tree: Tree, at: dict[str, Fraction]) -> Fraction | None:
    """The value of a tree where every variable is one number; None if it has none."""
    if isinstance(tree, Variable):
        return at[tree.name]
    if isinstance(tree, Fixed):
        return Fraction(tree.readings.literal.lower.value)
    found = [_value(operand, at) for operand in tree.operands]
    values = [one for one in found if one is not None]
    if len(values) < len(found):
        return None
    x, y, operator = values[0], values[-1], tree.operator.value
    if operator == "**":
        return None if x == 0 and tree.exponent < 0 else Fraction(x**tree.exponent)
    if (operator in ("/", "share") and y == 0) or (operator == "change" and x == 0):
        return None
    if operator == "share" and not 0 <= x / y <= 1:
        return None
    return Fraction(_MEANING[operator](values))


_MEANING: dict[str, Any] = {
    "+": sum,
    "sum": sum,
    "-": lambda values: values[0] - values[1],
    "*": lambda values: values[0] * values[1],
    "over": lambda values: values[0] * values[1],
    "/": lambda values: values[0] / values[1],
    "share": lambda values: values[0] / values[1],
    "change": lambda values: values[1] / values[0] - 1,
    "points": lambda values: (values[1] - values[0]) * 100,
    "neg": lambda values: -values[0],
    "abs": lambda values: abs(values[0]),
    "min": min,
    "max": max,
    "mean": lambda values: sum(values) / len(values),
}


@settings(max_examples=150, deadline=None)
@given(_trees(), st.tuples(*[rationals()] * 3))
def test_ties_say_what_the_tree_says(tree: Tree, numbers: tuple[Any, ...]) -> None:
    at = dict(zip(_NAMES, map(Fraction, numbers), strict=True))
    value = _value(tree, at)
    assume(value is not None)
    said = {name: Readings(*[point(number)] * 3) for name, number in at.items()}
    ties = Ties(LITERAL, said)
    name = ties.name(tree)
    constants = {one.variable: one.interval for one in ties.values}
    found = _filled(ties.ties, at | {one: _inside(text) for one, text in constants.items()})
    assert found is not None
    assert found[name] == value
    # The values that come by nature, and the orders, are true as well.
    names = {**{one: f"[{number}, {number}]" for one, number in found.items()}}
    both = [_certificate(names, ties.ties), _certificate(constants, [])]
    assert not confirms({**both[0], "values": both[0]["values"] + both[1]["values"]})


# The page


def test_the_page_on_certificates_is_up_to_date(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "certificate.md").read_text(encoding="utf-8")
    claims, shown = re.findall(r"```(?:yaml|json)\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "club.yaml"
    path.write_text(claims, encoding="utf-8")
    (made,) = _contradictions(_report(path))
    assert json.loads(shown) == made["certificate"]
    assert confirms(made["certificate"])


def test_the_page_explains_every_operator(told: list[Json]) -> None:
    page = (ROOT / "docs" / "certificate.md").read_text(encoding="utf-8")
    used = {tie[1] for certificate in _certificates(told) for tie in certificate["ties"]}
    assert used == {"+", "*", "max", "<=", "<", "!="}
    assert [operator for operator in used if f'"{operator}"' not in page] == []


# Sums of ties

_RING = [["#1", "+", "a", "b"], ["a", "+", "#2", "b"]]
_TWICE = [["1", 0, None], ["1", 1, None]]  # #1 - a - b and a - #2 - b: #1 - #2 = 2 b


def _ring(a_and_b: str, apart: str, b: str) -> Json:
    return _certificate({"#1": a_and_b, "#2": apart, "b": b}, [tuple(one) for one in _RING])


def test_a_sum_of_ties_is_confirmed_where_it_excludes_the_values() -> None:
    excluded = {**_ring("[10, 10]", "[4, 4]", "[4, ∞)"), "sum": [["-1", 0, None], ["-1", 1, None]]}
    assert confirms(excluded)
    for b in ("[3, ∞)", "[2, 3]", "(-∞, ∞)"):
        for parts in (_TWICE, excluded["sum"], [["1", 0, None], ["-1", 1, None]], []):
            assert not confirms({**_ring("[10, 10]", "[4, 4]", b), "sum": parts})


def test_no_sum_is_confirmed_that_turns_an_order_round() -> None:
    ties = [("a", "<=", "b"), ("b", "<=", "c")]
    values = {"a": "[1, 2]", "b": "[1, 2]", "c": "[5, 6]"}
    for numbers in product(("1", "-1", "0", "7/2"), repeat=2):
        parts = [[number, place, None] for place, number in enumerate(numbers)]
        assert not confirms({**_certificate(values, ties), "sum": parts})


def test_the_sums_that_are_told_prove_nothing_of_other_figures(told: list[Json]) -> None:
    sums = [one for one in _certificates(told) if one["sum"]]
    assert sums
    for certificate in sums:
        wide = _without(certificate, lambda one: one["claim"])
        relations_alone = confirms({**wide, "sum": None}) or confirms(wide)
        for place in range(len(certificate["sum"])):
            changed = deepcopy(wide)
            changed["sum"][place][0] = "-5/3"
            assert relations_alone or not confirms(changed)


def test_the_checker_can_be_read_in_one_go() -> None:
    path = Path(__file__).with_name("certificate_checker.py")
    assert len(path.read_text(encoding="utf-8").splitlines()) < 80, "under 80 lines"
    assert "fentcheck" not in path.read_text(encoding="utf-8")
