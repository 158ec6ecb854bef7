"""The sets that are reported fail in fact, by another method; and the derivation shows it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from checking import check
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from fentcheck.engine.check import Checked
from fentcheck.engine.joint import MOST, conflicts
from fentcheck.engine.system import Tie
from fentcheck.expressions.compile import LITERAL
from fentcheck.expressions.tree import Comparison, Exact, Expression, Named, Operation, Operator
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.interval import Interval

Terms = dict[str, Fraction]
"""A linear sum: the factor of every claim, and of "" the number that is added."""
Bound = tuple[Terms, bool]
"""The sum is at most zero; or, if the flag says so, below it."""


# Fourier and Motzkin's elimination, over exact numbers: all that linear relations imply


def can_all_hold(bounds: list[Bound]) -> bool:
    """Some rational values satisfy all of the bounds."""
    names = sorted({name for terms, _ in bounds for name in terms if name})
    for name in names:
        above = [one for one in bounds if one[0].get(name, 0) > 0]
        under = [one for one in bounds if one[0].get(name, 0) < 0]
        bounds = [one for one in bounds if not one[0].get(name, 0)]
        for high, high_open in above:
            for low, low_open in under:
                joined = plus(scaled(high, -low[name]), scaled(low, high[name]))
                joined.pop(name, None)
                bounds.append((joined, high_open or low_open))
        bounds = list({(frozenset(terms.items()), is_open): (terms, is_open)
                       for terms, is_open in bounds}.values())  # fmt: skip
    return all(
        terms.get("", 0) < 0 or (terms.get("", 0) == 0 and not is_open) for terms, is_open in bounds
    )


def plus(one: Terms, other: Terms) -> Terms:
    found = {name: one.get(name, Fraction(0)) + other.get(name, 0) for name in {**one, **other}}
    return {name: factor for name, factor in found.items() if factor}


def scaled(terms: Terms, factor: Fraction) -> Terms:
    return {name: own * factor for name, own in terms.items()}


def terms_of(expression: Expression) -> Terms:
    """A linear expression over claims, as it was written."""
    if isinstance(expression, Named):
        return {expression.name: Fraction(1)}
    if isinstance(expression, Exact):
        return {"": Fraction(expression.value)}
    assert isinstance(expression, Operation)
    first, *others = (terms_of(operand) for operand in expression.operands)
    if expression.operator is Operator.MULTIPLY:
        return scaled(others[0], first[""])
    for other in others:
        first = plus(
            first, scaled(other, Fraction(1 - 2 * (expression.operator is Operator.SUBTRACT)))
        )
    return first


def bounds_of(left: Terms, comparison: Comparison, right: Terms) -> list[Bound]:
    apart = plus(left, scaled(right, Fraction(-1)))
    is_open = comparison in (Comparison.LESS, Comparison.MORE)
    less = [(apart, is_open)]
    more = [(scaled(apart, Fraction(-1)), is_open)]
    if comparison is Comparison.EQUAL:
        return less + more
    return less if comparison in (Comparison.LESS, Comparison.AT_MOST) else more


def bounds_of_claim(name: str, said: Interval) -> list[Bound]:
    found: list[Bound] = []
    (low, low_open), (high, high_open) = said
    if not isinstance(low, float):
        found.append(({name: Fraction(-1), "": Fraction(low)}, low_open))
    if not isinstance(high, float):
        found.append(({name: Fraction(1), "": Fraction(-high)}, high_open))
    return found


# Files of linear checks


_FORMS = (
    "exactly {0}",
    "exactly {0}",
    "at most {0}",
    "at least {0}",
    "more than {0}",
    "between {0} and {1}",
)


@st.composite
def claims_files(draw: DrawFn) -> str:
    """A few counted things, most of them exact, and linear checks over them."""
    ids = "abcdef"[: draw(st.integers(3, 6))]
    lines = ["claims:\n"]
    for one in ids:
        number = draw(st.integers(0, 19))
        form = draw(st.sampled_from(_FORMS))
        value = form.format(number, number + draw(st.integers(1, 9)))
        lines.append(f"  - {{id: {one}, value: {value} units}}\n")
    lines.append("checks:\n")
    some = st.sampled_from(ids)
    for _ in range(draw(st.integers(2, 5))):
        sign = draw(st.sampled_from(("==", "==", "<=", ">=", "<", ">")))
        form = draw(
            st.sampled_from(
                ("{0} {s} {1} + {2}", "{0} {s} {1} - {2}", "{0} {s} 2 * {1}", "{0} {s} {1}")
            )
        )
        lines.append(f"  - that: {form.format(draw(some), draw(some), draw(some), s=sign)}\n")
    return "".join(lines)


def checked(text: str) -> Checked:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.yaml"
        path.write_text(text, encoding="utf-8")
        return next(iter(Library([str(path)], Config(folder)).check())).checked


def system(found: Checked) -> tuple[list[Bound], dict[str, list[Bound]]]:
    """The bounds of all relations that do not fail by themselves, and of what each claim says."""
    relations = []
    for one in found.judgements:
        if not one.verdict.fails:
            relation = one.relation
            assert relation.stated is not None
            relations += bounds_of(
                terms_of(relation.stated), relation.comparison, terms_of(relation.computed)
            )
    claims = {}
    for claim in found.article.claims:
        relations.append(({claim.name: Fraction(-1)}, False))  # a count
        claims[claim.name] = bounds_of_claim(claim.name, found.book.values(claim.name)[LITERAL])
    return relations, claims


def of_claims(claims: dict[str, list[Bound]], names: list[str]) -> list[Bound]:
    return [bound for name in names for bound in claims[name]]


@settings(deadline=None)
@given(claims_files())
def test_a_set_that_is_reported_cannot_all_be_true(text: str) -> None:
    found = checked(text)
    relations, claims = system(found)
    for finding in found.findings:
        if finding.code == "FC203" and finding.verdict is None:
            assert not can_all_hold(relations + of_claims(claims, list(finding.claims)))


@settings(deadline=None)
@given(claims_files())
def test_no_two_sets_are_one_inside_the_other(text: str) -> None:
    sets = [set(one.claims) for one in checked(text).findings if one.code == "FC203"]
    assert not any(one <= other for one in sets for other in sets if one is not other)


@settings(deadline=None)
@given(claims_files())
def test_the_derivation_ends_beside_what_is_printed(text: str) -> None:
    found = checked(text)
    for conflict in conflicts(found.book, found.judgements)[0]:
        last = conflict.steps[-1]
        assert isinstance(last.by, Tie)
        said = found.book.values(conflict.odd.name)[LITERAL]
        if conflict.implied.literal.is_empty:
            others = [one.interval for one in conflict.steps[:-1] if one.variable == last.variable]
            within = conflict.ring.within.get(last.variable, last.interval)
            assert not all(last.interval.overlaps(one) for one in (*others, within))
        else:
            assert last.variable == conflict.ring.variables[conflict.odd.name]
            assert not last.interval.overlaps(said)
            assert not conflict.implied.literal.overlaps(said)


def test_elimination() -> None:
    x, y = "x", "y"
    below = bounds_of({x: Fraction(1)}, Comparison.LESS, {y: Fraction(1)})
    above = bounds_of({x: Fraction(1)}, Comparison.AT_LEAST, {y: Fraction(1)})
    assert can_all_hold(below)
    assert not can_all_hold(below + above)


# Sets in number


def _threes(number: int) -> str:
    """So many sets of three that fail, each by itself."""
    lines = ["claims:\n  - {id: all, value: at least 3 units}\n"]
    checks = ["checks:\n"]
    for index in range(number):
        lines.append(
            f"  - {{id: a{index}, value: exactly 30 units}}\n"
            f"  - {{id: b{index}, value: exactly 40 units}}\n"
            f"  - {{id: c{index}, value: exactly 75 units}}\n"
            f"  - {{id: sum{index}, value: up to 100 units}}\n"
        )
        checks.append(
            f"  - that: sum{index} == a{index} + b{index}\n  - that: sum{index} == c{index}\n"
        )
    return "".join(lines + checks)


def test_all_sets_that_share_no_claim_are_told_up_to_a_bound() -> None:
    for number, told in ((1, 1), (5, 5), (MOST + 5, MOST)):
        found = [one for one in check(_threes(number)) if one.code == "FC203"]
        assert len(found) == told
        assert all(len(one.claims) == 3 for one in found)


def test_sets_are_told_where_their_relations_hang_together() -> None:
    text = _threes(6)
    text += "".join(f"  - that: all <= sum{index}\n" for index in range(6))
    sets = {one.claims for one in check(text) if one.code == "FC203"}
    assert {tuple(f"article.{letter}{index}" for letter in "abc") for index in range(6)} <= sets
