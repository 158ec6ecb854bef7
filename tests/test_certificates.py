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
from pathlib import Path
from typing import Any

import pytest
from certificate_checker import confirms, read
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import rationals
from test_worked_examples import EXAMPLES

from fentcheck.cli.main import status_of

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
    report = _report(ROOT / "claims")
    assert {one["verdict"] for one in report["relations"]} >= {"holds", "strained"}
    assert [one for one in report["relations"] if one["certificate"]] == []


# The inequality


def test_every_inequality_is_true(told: list[Json]) -> None:
    assert [one for one in _certificates(told) if not _is_proven(one)] == []


def _is_proven(certificate: Json) -> bool:
    """Each half of the inequality follows from the values, and the halves rule the relations out.

    A half follows if the checker confirms that its opposite is impossible.
    """
    if certificate["inequality"] == "no value is left":
        return len(certificate["relations"]) > 1
    halves = {
        side: (sign, bound)
        for side, sign, bound in re.findall(
            r"(stated - computed|stated|computed) ([<>=]+) ([-\d/]+)", certificate["inequality"]
        )
    }
    if len(certificate["relations"]) > 1:
        return _is_proven_of_several(certificate, halves)
    (relation,) = certificate["relations"]
    sides = {
        "stated": relation["stated"],
        "computed": relation["computed"],
        "stated - computed": ["-", relation["stated"], relation["computed"]],
    }
    if certificate["inequality"].startswith("stated = computed"):
        return relation["comparison"] == "!="
    return _exclude(relation["comparison"], halves) and all(
        confirms(_with_relation(certificate, [], sides[side], _OPPOSITE[sign], bound))
        or (_repeats(relation) and _is_true_of_all_corners(certificate, sides[side], sign, bound))
        for side, (sign, bound) in halves.items()
    )


def _repeats(relation: Json) -> bool:
    """A claim occurs twice: the checker then comes near the end, but not up to it."""
    found = re.findall(r'"[\w.]+\.[\w.]+"', json.dumps([relation["stated"], relation["computed"]]))
    return len(set(found)) < len(found)


def _is_true_of_all_corners(certificate: Json, tree: object, sign: str, bound: str) -> bool:
    values = certificate["values"]
    for ends in product(*(read(one["interval"]) for one in values)):
        at = {one["variable"]: end[0] for one, end in zip(values, ends, strict=True)}
        found = _value(tree, at)
        assert found is not None
        if not (found <= Fraction(bound) if sign[0] == "<" else found >= Fraction(bound)):
            return False
    return True


def _is_proven_of_several(certificate: Json, halves: dict[str, tuple[str, str]]) -> bool:
    """What one claim says is within its half; the other half follows from all but this claim."""
    (sign, bound), (other_sign, other_bound) = halves["stated"], halves["computed"]
    for said in certificate["values"]:
        if said["claim"] is None:
            continue
        others = [one for one in certificate["values"] if one is not said]
        if _exclude("==", halves) and all(
            confirms(_with_relation({**certificate, "values": values}, relations, *opposite))
            for values, relations, opposite in (
                ([said], [], (said["variable"], _OPPOSITE[sign], bound)),
                (
                    others,
                    certificate["relations"],
                    (said["variable"], _OPPOSITE[other_sign], other_bound),
                ),
            )
        ):
            return True
    return False


def _with_relation(
    certificate: Json, relations: list[Json], side: object, comparison: str, bound: str
) -> Json:
    other = {
        "stated": side,
        "comparison": comparison,
        "computed": {"interval": f"[{bound}, {bound}]"},
    }
    return {**certificate, "relations": [*relations, other], "gap": None}


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


_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


# What the checker must not confirm


def test_no_contradiction_without_the_figures(told: list[Json]) -> None:
    for certificate in deepcopy(_certificates(told)):
        for value in certificate["values"]:
            value["interval"] = "(-∞, ∞)"
        fixed = json.dumps(certificate["relations"]).count("interval")
        assert fixed or not confirms(certificate)


def test_no_claim_of_several_is_there_for_nothing(told: list[Json]) -> None:
    for certificate in _certificates(told):
        if len(certificate["relations"]) > 1:
            for index, value in enumerate(certificate["values"]):
                less = deepcopy(certificate)
                less["values"][index]["interval"] = "(-∞, ∞)"
                assert value["claim"] is None or not confirms(less)


def test_the_opposite_comparison_is_no_contradiction(told: list[Json]) -> None:
    for certificate in deepcopy(_certificates(told)):
        if len(certificate["relations"]) == 1:
            (relation,) = certificate["relations"]
            relation["comparison"] = _NOT[relation["comparison"]]
            assert not confirms(certificate)


_NOT = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def test_a_stated_figure_that_fits_is_no_contradiction(told: list[Json]) -> None:
    tried = 0
    for certificate in deepcopy(_certificates(told)):
        relation, values = certificate["relations"][0], certificate["values"]
        if len(certificate["relations"]) > 1 or relation["comparison"] == "!=":
            continue
        stated = next((one for one in values if one["variable"] == relation["stated"]), None)
        if stated is None or relation["stated"] in json.dumps(relation["computed"]):
            continue
        inside = {one["variable"]: _inside(one["interval"]) for one in values}
        fitting = _value(relation["computed"], inside)
        if fitting is None:
            continue
        strictly = {"<": -1, ">": 1}.get(relation["comparison"], 0)
        stated["interval"] = f"[{fitting + strictly}, {fitting + strictly}]"
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
            [("a", "[90, 100]"), ("b", f"[{end}, 500]")], [("a", "==", "b")], gap
        )
        assert confirms(certificate) is is_far


@pytest.mark.parametrize(
    ("values", "relations"),
    [
        ([("a", "[1, 2]"), ("b", "[0, 0]")], [({"interval": "[5, 5]"}, "==", ["/", "a", "b"])]),
        ([("a", "[1, 2]"), ("b", "[-1, 1]")], [({"interval": "[5, 5]"}, "==", ["/", "a", "b"])]),
        ([("a", "[0, 2)"), ("b", "[2, 3]")], [("a", "==", ["-", "b", {"interval": "[0, 1]"}])]),
        ([("a", "[0, ∞)"), ("b", "[0, 0]")], [({"interval": "[0, 0]"}, "==", ["*", "a", "b"])]),
        ([("a", "(0, ∞)"), ("b", "(0, ∞)")], [({"interval": "(0, 1)"}, "==", ["*", "a", "b"])]),
        ([("a", "[1, 2]")], [("a", "<=", "a")]),
        ([("a", "[1, 2]")], [("a", "==", "unknown")]),
        ([("a", "[1, 2]"), ("b", "[2, 3]")], [("a", "==", "b")]),
        ([], []),
    ],
)
def test_what_can_be_or_is_not_known_is_not_confirmed(
    values: list[tuple[str, str]], relations: list[tuple[object, str, object]]
) -> None:
    assert not confirms(_certificate(values, relations))


@pytest.mark.parametrize(
    ("values", "relations"),
    [
        ([("a", "[1, 2)"), ("b", "[2, 3]")], [("a", "==", "b")]),
        ([("a", "[1, 2]"), ("b", "[2, 3]")], [("a", ">", "b")]),
        ([("a", "[2, 2]")], [("a", "!=", {"interval": "[2, 2]"})]),
        ([("a", "[1, 2]")], [({"interval": "[1, 1]"}, "==", ["-", "a", "a"])]),
        ([("a", "(0, 1]")], [({"interval": "[0, 1)"}, "==", ["/", {"interval": "[1, 1]"}, "a"])]),
        ([("a", "[1, 2]"), ("a", "[3, 4]")], []),
    ],
)
def test_what_cannot_be_is_confirmed(
    values: list[tuple[str, str]], relations: list[tuple[object, str, object]]
) -> None:
    assert confirms(_certificate(values, relations))


def test_an_interval_the_wrong_way_round_proves_nothing() -> None:
    with pytest.raises(ValueError, match="no interval"):
        confirms(_certificate([("a", "[2, 1]")], [("a", "==", "b")]))


def _certificate(
    values: list[tuple[str, str]],
    relations: list[tuple[object, str, object]],
    gap: str | None = None,
) -> Json:
    return {
        "values": [{"variable": name, "interval": text} for name, text in values],
        "relations": [dict(zip(_PARTS, one, strict=True)) for one in relations],
        "gap": gap,
    }


_PARTS = ("stated", "comparison", "computed")


# Systems around a true state of affairs

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


def _trees() -> st.SearchStrategy[Any]:
    fixed = rationals().map(lambda value: {"interval": f"[{value}, {value}]"})
    return st.recursive(
        st.one_of(st.sampled_from(_NAMES), st.sampled_from(_NAMES), fixed),
        lambda one: st.one_of(
            st.tuples(st.sampled_from("+ - * / over share change points".split()), one, one),
            st.tuples(st.sampled_from(("neg", "abs")), one),
            st.tuples(st.just("**"), one, st.integers(-3, 4)),
            st.tuples(st.sampled_from(_MANY), one, one, one),
        ).map(list),
        max_leaves=5,
    )


def _value(tree: Any, at: dict[str, Fraction]) -> Fraction | None:
    """The value of a tree where every variable is one number; None if it has none."""
    if isinstance(tree, str):
        return at[tree]
    if isinstance(tree, dict):
        return _inside(tree["interval"])
    operator, *operands = tree
    if operator == "**":
        base = _value(operands[0], at)
        power: int = operands[1]
        return None if base is None or (base == 0 and power < 0) else Fraction(base**power)
    found = [_value(operand, at) for operand in operands]
    values = [one for one in found if one is not None]
    if len(values) < len(found):
        return None
    x, y = values[0], values[-1]
    if (operator in ("/", "share") and y == 0) or (operator == "change" and x == 0):
        return None
    if operator == "share" and not 0 <= x / y <= 1:
        return None
    if operator == "meet":
        return x if len(set(values)) == 1 else None
    return _MEANING[operator](values)


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


@st.composite
def consistent(draw: st.DrawFn) -> Json:
    """A certificate of values and relations that some numbers satisfy."""
    truth = {name: Fraction(draw(rationals())) for name in _NAMES}
    values = [(name, draw(_around(truth[name]))) for name in _NAMES]
    relations = []
    for _ in range(draw(st.integers(1, 3))):
        stated, computed = draw(_trees()), draw(_trees())
        left, right = _value(stated, truth), _value(computed, truth)
        assume(left is not None and right is not None)
        assert left is not None
        assert right is not None
        if draw(st.booleans()):
            stated, left = {"interval": draw(_around(right))}, right
        signs = ["=="] if left == right else ["!="]
        signs += ["<="] * (left <= right) + [">="] * (left >= right)
        signs += ["<"] * (left < right) + [">"] * (left > right)
        relations.append((stated, draw(st.sampled_from(signs)), computed))
    return _certificate(values, relations, draw(st.sampled_from((None, None, "1", "3/2"))))


@settings(max_examples=40, deadline=None)
@given(consistent())
def test_what_is_true_of_some_numbers_is_not_confirmed(certificate: Json) -> None:
    assert not confirms(certificate)


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
    used = set(
        re.findall(r'\["([^"]+)", ', json.dumps([c["relations"] for c in _certificates(told)]))
    )
    assert used >= {"+", "/", "**", "abs", "change", "meet", "points", "share", "sum"}
    assert [operator for operator in used if f"`{operator}`" not in page] == []
