"""Verdicts: every comparison, touching ends, gap factors, restatements, and shared variables."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import as_portion, intervals, nonempty_intervals, values_of

from fentcheck.book.book import Book, Settings
from fentcheck.book.read import read_article
from fentcheck.engine.check import Checked, Fault, check_article
from fentcheck.engine.judge import Judgement, Verdict, can_hold, gap_factor, holds_at, judge
from fentcheck.expressions.compile import LITERAL, PRAGMATIC, in_base_units
from fentcheck.expressions.tree import Comparison, Named
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
from fentcheck.phrases.period import Period, read_period
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.phrases.reading import Reading, read
from fentcheck.rules.relation import Relation, Wording, over
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import CELSIUS, NUMBER, PERCENT, POINTS, described

HOLDS, STRAINED, CONTRADICTED, UNTESTABLE = map(
    Verdict, ("holds", "strained", "contradicted", "untestable")
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


@pytest.mark.parametrize(("left", "sign", "right", "verdict", "gap"), TABLE)
def test_what_holds_on_which_reading(
    left: str, sign: str, right: str, verdict: Verdict, gap: Fraction | None
) -> None:
    """Pragmatically where it holds; literally besides where no gap but the hedges is wrong."""
    judgement = stated(f"a {sign} b", a=f"{left} kg", b=f"{right} kg")
    if verdict is UNTESTABLE:
        return
    literally, pragmatically = holds_at(judgement, LITERAL), holds_at(judgement, PRAGMATIC)
    assert pragmatically is (verdict is HOLDS)
    if gap is None or gap < DEFAULTS.gap:
        assert literally is (verdict is not CONTRADICTED)


def test_a_wide_gap_may_hold_literally() -> None:
    judgement = stated("a == b", a="about 100 kg", b="exactly 50 kg")
    assert (judgement.verdict, holds_at(judgement, LITERAL)) == (CONTRADICTED, True)


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
    assert judgement.reason.startswith("no figure is printed")


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
    assert strained.stated is not None
    assert (strained.stated.printed, strained.computed.printed) == (point(120), point(100))
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


LOADS = (
    *("5 to 10 kg", "10 to 15 kg", "less than 10 kg", "at most 10 kg", "more than 10 kg"),
    *("at least 10 kg", "exactly 10 kg", "exactly 14 kg", "about 14 kg", "about 24 kg"),
    *("exactly 15 kg", "10 kg", "well over 5 kg", "fewer than 20 kg"),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(LOADS), min_size=2, max_size=5))
@example(["5 to 10 kg", "less than 10 kg", "at least 10 kg", "5 to 10 kg"])
@example(["at most 10 kg", "less than 10 kg", "at least 10 kg", "at most 10 kg"])
@example(["exactly 19 kg", "exactly 20 kg", "about 14 kg", "about 24 kg"])
def test_statements_hold_together_if_one_value_is_in_all(values: list[str]) -> None:
    """Wherever each of them stands; and they are contradicted if none is in all literally."""
    judgement = restated(*values)
    readings = [in_base_units(_reading(value)) for value in values]
    together = {
        which: reduce(operator.and_, (as_portion(one[which]) for one in readings))
        for which in (LITERAL, PRAGMATIC)
    }
    if judgement.verdict is not UNTESTABLE:
        assert (judgement.verdict is HOLDS) is (not together[PRAGMATIC].empty)
    assert judgement.verdict is CONTRADICTED or not together[LITERAL].empty
    alone = [
        index
        for index in range(len(values))
        if len(values) > 2
        and together[PRAGMATIC].empty
        and not reduce(
            operator.and_,
            (as_portion(one.pragmatic) for one in (*readings[:index], *readings[index + 1 :])),
        ).empty
    ]
    assert judgement.odd == (f"article.c{alone[0] + 1}" if len(alone) == 1 else None)


def _reading(value: str) -> Reading:
    phrase = read_phrase(value, LEXICONS("en-US"))
    assert isinstance(phrase, Phrase)
    return read(phrase)


def test_the_sides_of_a_restatement_name_their_claims() -> None:
    judgement = restated("about 100 kg", "exactly 400 kg", "100 kg")
    assert judgement.sides.stated is not None
    assert judgement.sides.stated.names == ("article.c2",)
    assert judgement.sides.computed.names == ("article.c1", "article.c3")


def test_statements_in_different_units_are_one_quantity() -> None:
    judgement = restated("exactly 1 kg", "exactly 1000 g", "exactly 2 kg")
    assert (judgement.verdict, judgement.odd) == (CONTRADICTED, "article.c3")
    assert restated("exactly 1 kg", "exactly 1000 g").verdict is HOLDS
    assert restated("exactly 1 kg", "exactly 2000 g").unit.name == "g"


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


def test_months_and_years_of_one_quantity_have_one_value() -> None:
    """Both are 12 to 24 months then; a year less than the one is at most a year."""
    text = (
        "claims:\n  - {id: a, measure: wait, value: 1 to 2 years}\n"
        "  - {id: b, measure: wait, value: 12 to 24 months}\n"
        "  - {id: c, value: exactly 3 months}\nchecks:\n  - that: c == a - b\n"
    )
    assert one(text, "FC202").verdict is CONTRADICTED


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
    assert judgement.stated == judgement.computed == (EMPTY, EMPTY, EMPTY)


def test_two_quantities_of_one_dimension_are_two_variables() -> None:
    """Each is stated twice; the one may be 10 more than the other all the same."""
    text = (
        "claims:\n  - {id: a, measure: load, value: 10 to 30 kg}\n"
        "  - {id: b, measure: load, value: 10 to 30 kg}\n"
        "  - {id: c, measure: weight, value: 20 to 40 kg}\n"
        "  - {id: d, measure: weight, value: 20 to 40 kg}\n  - {id: e, value: exactly 25 kg}\n"
        "checks:\n  - that: e == c - a\n"
    )
    assert one(text, "FC202").verdict is HOLDS


# A rate restated as a total


def over_period(*values: str, period: str = "2021") -> Judgement:
    """Statements of one quantity of which rates are taken over a period."""
    rows = [
        f"  - {{id: c{index}, measure: births, value: '{value}'}}"
        for index, value in enumerate(values, 1)
    ]
    book = book_of("claims:\n" + "\n".join(rows))
    found = read_period(period)
    assert isinstance(found, Period)
    judgement = judge(relation_of(book, Wording.RESTATED, found), book)
    assert judgement is not None
    return judgement


def book_of(text: str) -> Book:
    article = read_article(text, "article.yaml", "article", LEXICONS)
    assert not article.problems
    return Book(article, Settings(LEXICONS), lambda stem: None)


def relation_of(
    book: Book, wording: Wording, period: Period | None = None, trusted: int = 0
) -> Relation:
    """Over all claims of a book, of which the first so many are references."""
    claims = book.article.claims
    last = claims[-1]
    equal, first = Comparison.EQUAL, Named(claims[0].name)
    relation = over(claims, "FC102", wording, Named(last.name), equal, first)
    return relation._replace(period=period, trusted=claims[:trusted])


@pytest.mark.parametrize("values", list(permutations(("100 people/day", "36,500 people"))))
def test_a_rate_and_its_total_agree(values: tuple[str, ...]) -> None:
    judgement = over_period(*(f"exactly {value}" for value in values))
    assert judgement.verdict is HOLDS
    assert described(judgement.unit) == "people"
    assert judgement.stated is not None
    assert judgement.stated.printed == judgement.computed.printed == point(36500)


@pytest.mark.parametrize(
    "values",
    list(permutations(("exactly 200 people/day", "exactly 36,500 people", "100 people/day"))),
)
def test_a_rate_may_be_the_odd_one(values: tuple[str, ...]) -> None:
    judgement = over_period(*values)
    assert judgement.verdict is CONTRADICTED
    assert judgement.odd == f"article.c{values.index('exactly 200 people/day') + 1}"
    assert judgement.gap == 2
    assert judgement.stated is not None
    assert judgement.stated.printed == point(73000)
    assert judgement.computed.printed == point(36500)
    assert described(judgement.unit) == "people"


def test_rates_over_other_periods() -> None:
    assert over_period("exactly 100 people/day", "exactly 36,600 people").verdict is CONTRADICTED
    leap = over_period("exactly 100 people/day", "exactly 36,600 people", period="2020")
    assert leap.verdict is HOLDS


def test_statements_that_do_not_fit_have_no_judgement() -> None:
    book = book_of("claims:\n  - {id: a, value: 5 kg}\n  - {id: b, value: 6 miles}\n")
    assert judge(relation_of(book, Wording.RESTATED), book) is None


# References


def by_references(references: Sequence[str], values: Sequence[str]) -> Judgement | None:
    """The judgement of an article's statements by references, called r1 and c1 onwards."""
    rows = [f"  - {{id: r{index}, value: '{value}'}}" for index, value in enumerate(references, 1)]
    rows += [f"  - {{id: c{index}, value: '{value}'}}" for index, value in enumerate(values, 1)]
    book = book_of("claims:\n" + "\n".join(rows))
    return judge(relation_of(book, Wording.REFERENCE, trusted=len(references)), book)


@pytest.mark.parametrize(
    ("references", "value", "verdict", "nearest"),
    [
        (("exactly 100 kg",), "exactly 100 kg", HOLDS, 100),
        (("exactly 100 kg", "exactly 200 kg"), "exactly 100 kg", HOLDS, 100),
        (("exactly 100 kg", "exactly 200 kg"), "exactly 145 kg", CONTRADICTED, 200),
        (("exactly 100 kg", "exactly 200 kg"), "exactly 140 kg", CONTRADICTED, 100),
        (("exactly 130 kg", "exactly 151 kg"), "about 100 kg", STRAINED, 130),
        (("exactly 120 kg", "exactly 130 kg"), "about 100 kg", STRAINED, 120),
        (("exactly 151 kg", "exactly 105 kg", "exactly 10 kg"), "about 100 kg", HOLDS, 105),
    ],
)
def test_the_nearest_reference_counts(
    references: tuple[str, ...], value: str, verdict: Verdict, nearest: int
) -> None:
    """Wherever it stands among them."""
    for order in permutations(references):
        judgement = by_references(order, [value])
        assert judgement is not None
        assert judgement.verdict is verdict
        assert judgement.computed.printed == point(nearest)
        assert judgement.odd == "article.c1"
        known, said = (claim.name for claim in judgement.relation.claims)
        assert known == f"article.r{order.index(f'exactly {nearest} kg') + 1}"
        assert said == "article.c1"
        assert judgement.relation.stated == Named(said)
        assert judgement.relation.computed == Named(known)


@pytest.mark.parametrize(
    ("values", "verdict", "worst"),
    [
        (("exactly 100 kg", "exactly 110 kg"), CONTRADICTED, "exactly 110 kg"),
        (("exactly 100 kg", "exactly 300 kg", "exactly 200 kg"), CONTRADICTED, "exactly 300 kg"),
        (("exactly 101 kg", "about 120 kg"), CONTRADICTED, "exactly 101 kg"),
        (("100 kg", "about 120 kg", "about 100 kg"), STRAINED, "about 120 kg"),
        (("about 120 kg", "about 140 kg"), STRAINED, "about 140 kg"),
    ],
)
def test_the_worst_statement_is_told(values: tuple[str, ...], verdict: Verdict, worst: str) -> None:
    """It comes last, after the reference and the others."""
    for order in permutations(values):
        judgement = by_references(["exactly 100 kg"], order)
        assert judgement is not None
        assert judgement.verdict is verdict
        told = f"article.c{order.index(worst) + 1}"
        assert judgement.odd == told
        others = [f"article.c{index}" for index in range(1, len(order) + 1)]
        others.remove(told)
        names = [claim.name for claim in judgement.relation.claims]
        assert names == ["article.r1", *others, told]


def test_a_reference_of_another_dimension_does_not_count() -> None:
    judgement = by_references(["5 km", "exactly 100 kg"], ["exactly 110 kg"])
    assert judgement is not None
    assert judgement.verdict is CONTRADICTED
    assert by_references(["5 km"], ["exactly 110 kg"]) is None


def test_a_total_by_a_reference_that_is_a_rate() -> None:
    book = book_of(
        "claims:\n  - {id: r, value: exactly 100 people/day}\n  - {id: c, value: '36,500 people'}\n"
    )
    year = read_period("2021")
    assert isinstance(year, Period)
    judgement = judge(relation_of(book, Wording.REFERENCE, year, trusted=1), book)
    assert judgement is not None
    assert judgement.verdict is HOLDS
    assert judgement.computed.printed == point(36500)


# A claim on both sides


def test_a_claim_on_both_sides_is_one_value() -> None:
    assert stated("a == a * 1", a="10 to 20 kg").verdict is HOLDS
    assert stated("a == a * 2", a="10 to 20 kg").verdict is CONTRADICTED
    assert stated("a < a * 1", a="10 to 20 kg").verdict is CONTRADICTED
    assert stated("a <= a * 1", a="10 to 20 kg").verdict is HOLDS
    assert holds_at(stated("a == a * 1", a="10 to 20 kg"), LITERAL)
    assert not holds_at(stated("a == a * 2", a="10 to 20 kg"), LITERAL)
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
