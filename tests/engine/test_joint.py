"""The sets that are reported fail in fact, by another method; and the derivation shows it."""

from __future__ import annotations

from fractions import Fraction

from checking import check
from elimination import bounds_of, can_all_hold, checked, of_claims, system
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from fentcheck.engine.joint import MOST, conflicts
from fentcheck.engine.system import Tie
from fentcheck.expressions.compile import LITERAL
from fentcheck.expressions.tree import Comparison

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
@example(
    "claims:\n  - {id: c, value: at least 12 units}\n  - {id: e, value: exactly 7 units}\n"
    "checks:\n  - that: c == 2 * e\n  - that: c < 2 * e\n"
)
def test_the_derivation_ends_beside_what_is_printed(text: str) -> None:
    found = checked(text)
    for conflict in conflicts(found.book, found.judgements)[0]:
        if not conflict.steps:  # only all relations at once show it
            assert conflict.proof is not None
            assert conflict.proof.relations <= set(range(len(conflict.ring.relations)))
            continue
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
