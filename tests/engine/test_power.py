"""What a relation could have caught, and that it is true: a larger error is found."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fentcheck.book.book import Settings
from fentcheck.book.read import read_article
from fentcheck.engine.check import Checked, check_article
from fentcheck.engine.power import Power, power, reaches
from fentcheck.exact import Fraction
from fentcheck.files.config import Config, Lexicons

LEXICONS = Lexicons(Config("."))


def checked(check: str, **values: str) -> Checked:
    claims = "\n".join(f"  - {{id: {name}, value: '{value}'}}" for name, value in values.items())
    text = f"claims:\n{claims}\nchecks:\n  - that: '{check}'\n"
    article = read_article(text, "article.yaml", "article", LEXICONS)
    return check_article(article, Settings(LEXICONS), lambda stem: None)


def power_of(check: str, **values: str) -> Power | None:
    (judgement,) = checked(check, **values).judgements
    return power(judgement)


@pytest.mark.parametrize(
    ("check", "values", "expected"),
    [
        ("t == a", {"t": "exactly 60 kg", "a": "40 to 90 kg"}, (Fraction(3, 2), Fraction(3, 2))),
        ("t <= a", {"t": "exactly 60 kg", "a": "40 to 90 kg"}, (Fraction(3, 2), None)),
        ("t >= a", {"t": "exactly 60 kg", "a": "40 to 90 kg"}, (None, Fraction(3, 2))),
        ("t == a", {"t": "exactly 60 kg", "a": "well over 40 kg"}, (None, Fraction(60, 43))),
        ("t == -a", {"t": "-$60", "a": "$60"}, (Fraction(61, 59), Fraction(61, 59))),
        ("t != a", {"t": "exactly 60 kg", "a": "exactly 61 kg"}, (None, None)),
        ("1 == a + b", {"a": "60%", "b": "40%"}, (Fraction(101, 99), Fraction(101, 99))),
    ],
)
def test_by_what_factor(
    check: str, values: dict[str, str], expected: tuple[Fraction | None, Fraction | None]
) -> None:
    found = power_of(check, **values)
    assert found is not None
    assert found.is_factor
    for one, limit in zip(found[:2], expected, strict=True):
        assert (one is None) == (limit is None)
        assert one is None or limit is None or abs(one - limit) < Fraction(3, 100)


def test_where_a_factor_makes_no_sense_it_is_a_difference() -> None:
    points = power_of("t == points(a, b)", t="up 10 percentage points", a="40%", b="50%")
    assert points == Power(Fraction(3, 2), Fraction(3, 2), is_factor=False)
    warm = power_of("t == a", t="exactly 20 °C", a="18 to 25 °C")
    assert warm == Power(5, 2, is_factor=False)


def test_a_relation_that_does_not_hold_has_none() -> None:
    assert power_of("t == a", t="60 kg", a="90 kg") is None
    assert power_of("t <= a", t="60 kg", a="well over 90 kg") is None  # untestable


@settings(max_examples=150, deadline=None)
@given(
    st.integers(20, 5000),
    st.sampled_from(["exactly", "about", "at least", "at most", "up to"]),
    st.sampled_from(["==", "<=", ">="]),
    st.integers(5, 20_000),
)
def test_an_error_within_reach_is_found(value: int, hedge: str, sign: str, moved: int) -> None:
    """And one that is not within reach is not found; at the limit an open end decides."""
    values = {"t": f"exactly {value} kg", "a": f"{hedge} {value} kg"}
    check = f"t {sign} a"
    (judgement,) = checked(check, **values).judgements
    found = power(judgement)
    assume(found is not None and moved != value)
    assert found is not None
    factor = Fraction(moved, value)
    assume(max(factor, 1 / factor) not in (found.too_high, found.too_low))
    (after,) = checked(check, **{**values, "t": f"exactly {moved} kg"}).judgements
    assert after.verdict.fails is reaches(found, factor)
