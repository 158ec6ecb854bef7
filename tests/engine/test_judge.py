"""Verdicts: every comparison, touching ends, gap factors, restatements, and shared variables."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import intervals, nonempty_intervals, values_of

from fentcheck.book.book import Book, Settings
from fentcheck.book.read import read_article
from fentcheck.engine.check import Checked, Fault, check_article
from fentcheck.engine.judge import Judgement, Verdict, can_hold, gap_factor
from fentcheck.expressions.tree import Comparison
from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import (
    EMPTY,
    End,
    Interval,
    above,
    at_least,
    below,
    closed,
    point,
)
from fentcheck.phrases.constants import DEFAULTS
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import CELSIUS, NUMBER, PERCENT, POINTS

HOLDS, STRAINED, CONTRADICTED, UNTESTABLE = (
    Verdict.HOLDS,
    Verdict.STRAINED,
    Verdict.CONTRADICTED,
    Verdict.UNTESTABLE,
)
LEXICONS = Lexicons(Config("."))


def checked(text: str, gap: Fraction = DEFAULTS.gap) -> Checked:
    settings = Settings(LEXICONS, constants=DEFAULTS._replace(gap=gap))
    article = read_article(text, "article.yaml", "article", LEXICONS)
    assert not article.problems
    return check_article(article, settings, lambda stem: None)


def one(text: str, code: str) -> Judgement:
    """The only judgement of a rule."""
    (found,) = (found for found in checked(text).judgements if found.relation.code == code)
    return found


def stated(check: str, **values: str) -> Judgement:
    """The judgement of one check over claims with no measure."""
    claims = "\n".join(f"  - {{id: {name}, value: '{value}'}}" for name, value in values.items())
    return one(f"claims:\n{claims}\nchecks:\n  - that: '{check}'\n", "FC202")


def restated(*values: str) -> Judgement:
    """The judgement of several statements of one quantity, in file order from c1."""
    claims = "\n".join(
        f"  - {{id: c{index}, measure: load, value: '{value}'}}"
        for index, value in enumerate(values, 1)
    )
    return one(f"claims:\n{claims}\n", "FC101")


# The verdict table. By the phrase table: "about 100" is [50, 150], [90, 110]; "more than 100"
# (100, ∞), (100, 125]; "at least 100" the same, closed; "less than 100" [0, 100), [75, 100);
# "at most 100" the same, closed; "10 to 20" is [9.5, 20.5], [10, 20].

TABLE = [
    ("exactly 100", "==", "exactly 100", HOLDS, None),
    ("exactly 100", "==", "exactly 101", CONTRADICTED, Fraction(101, 100)),
    ("exactly 100", "==", "more than 100", CONTRADICTED, 1),
    ("exactly 100", "==", "at least 100", HOLDS, None),
    ("exactly 100", "==", "less than 100", CONTRADICTED, 1),
    ("exactly 100", "==", "at most 100", HOLDS, None),
    ("about 100", "==", "exactly 110", HOLDS, None),
    ("about 100", "==", "exactly 111", STRAINED, Fraction(111, 110)),
    ("about 100", "==", "exactly 150", STRAINED, Fraction(15, 11)),
    ("about 100", "==", "exactly 151", CONTRADICTED, Fraction(151, 110)),
    ("about 100", "==", "exactly 50", CONTRADICTED, Fraction(9, 5)),
    ("at least 100", "==", "exactly 187", STRAINED, Fraction(187, 125)),
    ("at least 100", "==", "exactly 187.5", CONTRADICTED, Fraction(3, 2)),
    ("more than 100", "==", "less than 100", CONTRADICTED, 1),
    ("at least 100", "==", "at most 100", HOLDS, None),
    ("10 to 20", "==", "exactly 20.4", STRAINED, Fraction(51, 50)),
    ("exactly 20.4", "==", "10 to 20", STRAINED, Fraction(51, 50)),
    ("10 to 20", "==", "exactly 20.6", CONTRADICTED, Fraction(103, 100)),
    ("exactly 100", "!=", "exactly 100", CONTRADICTED, None),
    ("exactly 100", "!=", "exactly 101", HOLDS, None),
    ("about 100", "!=", "exactly 100", HOLDS, None),
    ("exactly 100", "!=", "about 100", UNTESTABLE, None),
    ("exactly 100", "<", "exactly 101", HOLDS, None),
    ("exactly 100", "<", "exactly 100", CONTRADICTED, None),
    ("exactly 100", "<", "at most 100", CONTRADICTED, None),
    ("exactly 100", "<", "at least 100", HOLDS, None),
    ("exactly 130", "<", "more than 100", STRAINED, Fraction(26, 25)),
    ("exactly 100", "<=", "exactly 100", HOLDS, None),
    ("exactly 100", "<=", "at most 100", HOLDS, None),
    ("exactly 100", "<=", "less than 100", CONTRADICTED, 1),
    ("exactly 130", "<=", "more than 100", STRAINED, Fraction(26, 25)),
    ("exactly 200", "<=", "more than 100", CONTRADICTED, Fraction(8, 5)),
    ("exactly 5", "<=", "well over 100", UNTESTABLE, None),
    ("exactly 5", "<", "well over 100", UNTESTABLE, None),
    ("exactly 101", ">", "exactly 100", HOLDS, None),
    ("exactly 100", ">", "exactly 100", CONTRADICTED, None),
    ("exactly 100", ">", "at least 100", CONTRADICTED, None),
    ("exactly 60", ">", "less than 100", STRAINED, Fraction(5, 4)),
    ("exactly 100", ">=", "exactly 100", HOLDS, None),
    ("exactly 100", ">=", "at least 100", HOLDS, None),
    ("exactly 100", ">=", "more than 100", CONTRADICTED, 1),
    ("exactly 60", ">=", "less than 100", STRAINED, Fraction(5, 4)),
    ("exactly 50", ">=", "less than 100", CONTRADICTED, Fraction(3, 2)),
    ("exactly 90", "==", "well over 100", CONTRADICTED, Fraction(215, 180)),
]


@pytest.mark.parametrize(("left", "sign", "right", "verdict", "gap"), TABLE)
def test_the_verdict(
    left: str, sign: str, right: str, verdict: Verdict, gap: Fraction | None
) -> None:
    judgement = stated(f"a {sign} b", a=f"{left} kg", b=f"{right} kg")
    assert judgement.verdict is verdict
    assert judgement.gap == gap
    assert bool(judgement.reason) == (verdict is UNTESTABLE)


@pytest.mark.parametrize(("left", "sign", "right", "verdict", "gap"), TABLE)
def test_the_verdict_with_an_expression_on_the_left(
    left: str, sign: str, right: str, verdict: Verdict, gap: Fraction | None
) -> None:
    """The stated side is the single claim, wherever it stands."""
    flipped = Comparison(sign).flipped.value
    judgement = stated(f"b * 1 {flipped} a", a=f"{left} kg", b=f"{right} kg")
    assert (judgement.verdict, judgement.gap) == (verdict, gap)


@pytest.mark.parametrize(
    ("left", "sign", "right", "entailed"),
    [
        ("exactly 100", "==", "exactly 100", True),
        ("about 100", "==", "exactly 100", True),
        ("exactly 100", "==", "about 100", False),
        ("more than 100", "==", "exactly 110", True),
        ("more than 100", "==", "exactly 120", True),
        ("exactly 100", "!=", "exactly 101", True),
        ("about 100", "!=", "exactly 100", False),
        ("exactly 100", "<", "more than 100", True),
        ("exactly 100", "<", "at least 100", False),
        ("exactly 100", "<=", "at least 100", True),
        ("exactly 100", "<=", "about 100", False),
        ("exactly 100", ">", "less than 100", True),
        ("exactly 100", ">", "at most 90", True),
        ("exactly 100", ">=", "at most 100", True),
        ("exactly 80", ">=", "at most 100", False),
    ],
)
def test_entailed(left: str, sign: str, right: str, entailed: bool) -> None:
    judgement = stated(f"a {sign} b", a=f"{left} kg", b=f"{right} kg")
    assert judgement.verdict is HOLDS
    assert judgement.entailed is entailed


def test_what_fails_is_not_entailed() -> None:
    assert not stated("a == b", a="exactly 1 kg", b="exactly 2 kg").entailed


def test_the_gap_can_be_configured() -> None:
    text = (
        "claims:\n  - {id: a, value: at least 100 kg}\n  - {id: b, value: exactly 187 kg}\n"
        "checks:\n  - that: a == b\n"
    )
    by_gap = {
        gap: checked(text, gap).judgements[0].verdict for gap in (Fraction(7, 5), Fraction(8, 5))
    }
    assert by_gap == {Fraction(7, 5): CONTRADICTED, Fraction(8, 5): STRAINED}


# What cannot be tested


def test_division_by_what_can_be_zero_is_untestable() -> None:
    judgement = stated(
        "r == a / (b - c)", r="exactly 5", a="exactly 1 kg", b="10 to 20 kg", c="10 to 20 kg"
    )
    assert judgement.verdict is UNTESTABLE


def test_division_by_what_can_be_zero_is_untestable_with_a_claim_named_twice() -> None:
    """5 to 6 kg, divided by itself less 5.5 kg: 9.33 at 6.17 kg is out, 56 at 5.6 kg is in."""
    judgement = stated("r == a / (a - b)", r="exactly 56", a="5 to 6 kg", b="exactly 5.5 kg")
    assert judgement.verdict is UNTESTABLE


def test_division_by_zero_alone_is_untestable() -> None:
    unknown = stated("r == a / (b - b)", r="exactly 5", a="exactly 1 kg", b="10 to 20 kg")
    assert unknown.verdict is UNTESTABLE
    known = stated("r == a / (b - b)", r="exactly 5", a="exactly 1 kg", b="exactly 10 kg")
    assert known.verdict is UNTESTABLE
    assert "zero" in known.reason


def test_an_implied_part_is_untestable() -> None:
    judgement = one(
        "claims:\n  - {id: all, value: 200 people}\n  - {id: some, share_of: all, value: 10%}\n",
        "FC303",
    )
    assert judgement.verdict is UNTESTABLE
    assert judgement.stated is None
    assert judgement.computed.printed == point(20)


def test_nothing_above_a_count_from_zero_can_fail() -> None:
    """A mass is never below zero, so nothing stated is below "up to 100"; 0 alone could fail >."""
    assert stated("a >= b", a="exactly 0 kg", b="up to 100 kg").verdict is not HOLDS
    assert stated("a >= b", a="exactly 5 kg", b="10 to 20 kg").verdict is CONTRADICTED


@pytest.mark.parametrize(
    ("sign", "b", "on_masses"),
    [(">=", 10, UNTESTABLE), (">", 10, HOLDS), (">=", 9, UNTESTABLE), (">", 9, UNTESTABLE)],
)
def test_no_mass_is_less_than_nothing(sign: str, b: int, on_masses: Verdict) -> None:
    """A bound of zero or less is no test of what cannot be negative; of money or a number it is."""
    for unit, verdict in (("kg", on_masses), ("", HOLDS), ("dollars", HOLDS)):
        values = {name: f"exactly {value} {unit}" for name, value in (("a", 5), ("b", b))}
        judgement = stated(f"a {sign} b - c", **values, c=f"exactly 10 {unit}")
        assert judgement.verdict is verdict, unit


def test_an_untestable_check_is_told_and_others_are_not() -> None:
    told = checked(
        "claims:\n  - {id: a, value: exactly 5 kg}\n  - {id: b, value: well over 100 kg}\n"
        "checks:\n  - that: a <= b\n"
    )
    assert [finding.severity.value for finding in told.findings] == ["note"]
    silent = checked(
        "claims:\n  - {id: all, value: 200 people}\n  - {id: some, share_of: all, value: 10%}\n"
    )
    assert silent.findings == ()


PRIMES = [2**60 + n for n in (33, 81, 165, 297, 477, 553, 571, 603, 613, 637, 651, 661)]


@pytest.mark.parametrize(
    ("that", "name"),
    [
        (f"a == ({' + '.join(f'1/{one}' for one in PRIMES)}) ** 30", "FC202"),
        (f"b / {PRIMES[0]} ** 59 == b / {PRIMES[1]} ** 59", "FC202"),
    ],
)
def test_numbers_too_long_to_be_shown_are_not_worked_out(that: str, name: str) -> None:
    (told,) = checked(
        "claims:\n  - {id: a, value: 5}\n  - {id: b, value: exactly 5}\n"
        f"checks:\n  - that: {that}\n"
    ).findings
    assert (told.code, told.severity.value) == (name, "note")
    assert "more than 1,000 digits" in told.message
    assert told.certificate is None


def test_a_total_that_is_too_long_is_told_not_to_be_checked() -> None:
    parts = "".join(
        f"  - {{id: p{n}, part_of: all, measure: m, of: {{place: q{n}}},"
        f" value: '1 kg per {10**14 + n * n:,} people'}}\n"
        for n in range(100)
    )
    (told,) = checked(
        f"claims:\n  - {{id: all, measure: m, value: exactly 9 kg per person}}\n{parts}"
    ).findings
    assert (told.code, told.severity.value) == ("FC301", "note")
    assert "more than 1,000 digits" in told.message


def test_sides_that_do_not_fit_have_no_judgement() -> None:
    found = checked(
        "claims:\n  - {id: a, value: 5 kg}\n  - {id: b, value: 6 miles}\n"
        "checks:\n  - that: a == b\n"
    )
    assert found.judgements == ()
    assert [finding.code for finding in found.findings] == ["FC007"]


# The gap factor


@given(nonempty_intervals(), nonempty_intervals())
def test_a_gap_is_between_the_nearer_ends(one: Interval, other: Interval) -> None:
    gap = gap_factor(NUMBER, one, other)
    assert gap == gap_factor(NUMBER, other, one)
    if one.overlaps(other):
        assert gap is None
        return
    low, high = (one, other) if one.is_below(other) else (other, one)
    near, far = low.upper.value, high.lower.value
    assert gap == (Fraction(far) / Fraction(near) if near > 0 else None)


@pytest.mark.parametrize("unit", [CELSIUS, POINTS])
def test_temperatures_and_points_have_no_gap(unit: object) -> None:
    assert gap_factor(unit, closed(1, 2), closed(10, 20)) is None  # type: ignore[arg-type]
    assert gap_factor(PERCENT, closed(1, 2), closed(10, 20)) == 5


def test_a_miss_without_a_factor_is_strained() -> None:
    """Losses of about 100 are [−150, −50], [−110, −90]: −140 is strained however far."""
    judgement = stated("a == b", a="about -$100", b="exactly -$140")
    assert (judgement.verdict, judgement.gap) == (STRAINED, None)


def test_temperatures_far_apart_by_pragmatics_are_strained() -> None:
    """at least 100 °C is [100, 125], but no bound literally."""
    judgement = stated("a == b", a="at least 100 °C", b="exactly 300 °C")
    assert (judgement.verdict, judgement.gap) == (STRAINED, None)


def test_points_far_apart_by_pragmatics_are_strained() -> None:
    judgement = stated(
        "a == b", a="at least 10 percentage points", b="exactly 40 percentage points"
    )
    assert (judgement.verdict, judgement.gap) == (STRAINED, None)


# Comparisons of intervals


@given(st.sampled_from(list(Comparison)), intervals(), intervals())
def test_a_comparison_flips(comparison: Comparison, one: Interval, other: Interval) -> None:
    assert can_hold(comparison, one, other) == can_hold(comparison.flipped, other, one)


_TRUE = {
    Comparison.EQUAL: lambda x, y: x == y,
    Comparison.NOT_EQUAL: lambda x, y: x != y,
    Comparison.LESS: lambda x, y: x < y,
    Comparison.AT_MOST: lambda x, y: x <= y,
    Comparison.MORE: lambda x, y: x > y,
    Comparison.AT_LEAST: lambda x, y: x >= y,
}


@given(st.sampled_from(list(Comparison)), nonempty_intervals(), nonempty_intervals(), st.data())
def test_what_some_values_satisfy_can_hold(
    comparison: Comparison, one: Interval, other: Interval, data: st.DataObject
) -> None:
    x, y = data.draw(values_of(one)), data.draw(values_of(other))
    if _TRUE[comparison](x, y):
        assert can_hold(comparison, one, other)


@pytest.mark.parametrize(
    ("comparison", "one", "other"),
    [
        (Comparison.EQUAL, closed(1, 2), above(2)),
        (Comparison.NOT_EQUAL, point(2), point(2)),
        (Comparison.LESS, at_least(2), closed(1, 2)),
        (Comparison.LESS, above(2), closed(1, 2)),
        (Comparison.AT_MOST, above(2), closed(1, 2)),
        (Comparison.AT_MOST, at_least(2), below(2)),
        (Comparison.MORE, closed(1, 2), at_least(2)),
        (Comparison.AT_LEAST, closed(1, 2), above(2)),
        (Comparison.AT_LEAST, below(2), closed(2, 3)),
    ],
)
def test_what_no_values_satisfy_cannot_hold(
    comparison: Comparison, one: Interval, other: Interval
) -> None:
    assert not can_hold(comparison, one, other)


@given(st.sampled_from(list(Comparison)), intervals())
def test_nothing_holds_of_nothing(comparison: Comparison, one: Interval) -> None:
    assert not can_hold(comparison, one, EMPTY)
    assert not can_hold(comparison, EMPTY, one)


# Statements of one quantity


def test_two_statements() -> None:
    assert restated("about 100 kg", "exactly 105 kg").verdict is HOLDS
    strained = restated("about 100 kg", "exactly 120 kg")
    assert (strained.verdict, strained.odd, strained.gap) == (STRAINED, None, Fraction(12, 11))
    assert restated("about 100 kg", "exactly 200 kg").verdict is CONTRADICTED


@pytest.mark.parametrize("count", [3, 4, 5])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_odd_one_of_several(count: int, place: int) -> None:
    values = ["about 100 kg"] * count
    values[place] = "exactly 400 kg"
    judgement = restated(*values)
    assert judgement.verdict is CONTRADICTED
    assert judgement.odd == f"article.c{place + 1}"
    assert judgement.stated is not None
    assert judgement.stated.printed == point(400)
    assert judgement.computed.pragmatic == closed(90, 110)
    assert judgement.gap == Fraction(400, 110)


def test_none_is_odd_where_all_differ() -> None:
    judgement = restated("exactly 100 kg", "exactly 200 kg", "exactly 400 kg")
    assert judgement.verdict is CONTRADICTED
    assert judgement.odd is None


def test_two_against_two_has_no_odd_one() -> None:
    judgement = restated("100 kg", "100 kg", "200 kg", "200 kg")
    assert (judgement.verdict, judgement.odd) == (CONTRADICTED, None)


def test_several_that_agree() -> None:
    judgement = restated("about 100 kg", "100 kg", "90 to 110 kg", "at least 100 kg")
    assert (judgement.verdict, judgement.odd) == (HOLDS, None)


@pytest.mark.parametrize(
    "values",
    [
        ("10 to 20 kg", "18 to 28 kg", "26 to 40 kg"),
        ("10 to 20 kg", "26 to 40 kg", "18 to 28 kg"),
        ("18 to 28 kg", "10 to 20 kg", "26 to 40 kg"),
        ("26 to 40 kg", "18 to 28 kg", "10 to 20 kg"),
    ],
)
def test_statements_that_meet_in_pairs_only(values: tuple[str, ...]) -> None:
    """The first and the last share no value, whatever lies between and wherever it stands."""
    judgement = restated(*values)
    assert judgement.verdict is CONTRADICTED
    assert judgement.odd is None


def test_the_odd_one_may_be_strained() -> None:
    judgement = restated("about 100 kg", "exactly 120 kg", "100 kg")
    assert (judgement.verdict, judgement.odd) == (STRAINED, "article.c2")


def test_statements_in_different_units_are_one_quantity() -> None:
    judgement = restated("exactly 1 kg", "exactly 1000 g", "exactly 2 kg")
    assert (judgement.verdict, judgement.odd) == (CONTRADICTED, "article.c3")
    assert restated("exactly 1 kg", "exactly 1000 g").verdict is HOLDS


def test_temperatures_restated() -> None:
    assert restated("exactly 100 °C", "exactly 212 °F").verdict is HOLDS
    assert restated("exactly 100 °C", "exactly 213 °F").verdict is CONTRADICTED


# One quantity, one variable


SHARED = """
claims:
  - {{id: a, measure: load, value: 10 to 30 kg}}
  - {{id: b, measure: load, value: '{b}'{more}}}
  - {{id: c, value: exactly 35 kg}}
checks:
  - that: c == a + b
"""


@pytest.mark.parametrize("b", ["20 to 40 kg", "20,000 to 40,000 g"])
def test_claims_of_one_quantity_have_one_value(b: str) -> None:
    """Both are [20, 30] then, so their sum is 40 at the least; alone it could be 30."""
    assert one(SHARED.format(b=b, more=""), "FC202").verdict is CONTRADICTED


def test_a_hypothetical_claim_is_its_own() -> None:
    text = SHARED.format(b="20 to 40 kg", more=", hypothetical: if so")
    assert one(text, "FC202").verdict is HOLDS


def test_another_period_is_another_quantity() -> None:
    text = SHARED.format(b="20 to 40 kg", more=", period: 2021")
    assert one(text, "FC202").verdict is HOLDS


def test_two_names_of_one_quantity_are_one_variable() -> None:
    """a and b are one amount, so a − b is nothing and cannot be 3 kg."""
    text = (
        "claims:\n  - {id: a, measure: load, value: about 100 kg}\n"
        "  - {id: b, measure: load, value: 100 kg}\n  - {id: c, value: exactly 3 kg}\n"
        "checks:\n  - that: c == a - b\n"
    )
    assert one(text, "FC202").verdict is CONTRADICTED


def test_statements_that_disagree_leave_a_check_untestable() -> None:
    text = (
        "claims:\n  - {id: a, measure: load, value: exactly 10 kg}\n"
        "  - {id: b, measure: load, value: exactly 20 kg}\n  - {id: c, value: exactly 30 kg}\n"
        "checks:\n  - that: c == a + b\n"
    )
    judgement = one(text, "FC202")
    assert judgement.verdict is UNTESTABLE
    assert "disagree" in judgement.reason


# A claim on both sides


def test_a_claim_on_both_sides_is_one_value() -> None:
    assert stated("a == a * 1", a="10 to 20 kg").verdict is HOLDS
    assert stated("a == a * 2", a="10 to 20 kg").verdict is CONTRADICTED
    assert stated("a < a * 1", a="10 to 20 kg").verdict is CONTRADICTED
    assert stated("a <= a * 1", a="10 to 20 kg").verdict is HOLDS
    assert stated("a != a * 1", a="10 to 20 kg").verdict is not HOLDS


def test_an_unbounded_claim_on_both_sides_is_one_value() -> None:
    """No number is itself and five more."""
    judgement = stated("a == a + b", a="more than 100 kg", b="exactly 5 kg")
    assert judgement.verdict is CONTRADICTED


def test_what_is_tied_is_not_called_entailed() -> None:
    assert not stated("a == a * 1", a="10 to 20 kg").entailed


def test_open_ends_are_carried_through_a_negative_factor() -> None:
    """−(100, 125] is [−125, −100): it does not meet −100."""
    judgement = stated("a == b - c", a="exactly -$100", b="exactly $0", c="more than $100")
    assert judgement.verdict is CONTRADICTED
    assert judgement.computed.pragmatic == Interval(End(-125), End(-100, True))


def test_a_fault_of_ours_names_its_rule_and_file() -> None:
    @rule("FC999", "broken", Severity.ERROR)
    def broken(book: Book) -> Yields:
        """Fails always."""
        raise ZeroDivisionError(book.article.path)

    article = read_article("claims: []\n", "claims/article.yaml", "article", LEXICONS)
    with pytest.raises(Fault) as caught:
        check_article(article, Settings(LEXICONS), lambda stem: None, (broken,))
    assert (caught.value.code, caught.value.path) == ("FC999", "claims/article.yaml")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
