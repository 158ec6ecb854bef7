"""The one line of arithmetic for each kind of relation, failing and holding."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fentcheck.book.book import Settings
from fentcheck.book.read import read_article
from fentcheck.engine.check import Checked, check_article
from fentcheck.engine.judge import Verdict
from fentcheck.engine.wording import sentence, sides_shown
from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import closed, point

LEXICONS = Lexicons(Config("."))


def checked(text: str) -> Checked:
    article = read_article(text, "article.yaml", "article", LEXICONS)
    assert not article.problems
    return check_article(article, Settings(LEXICONS), lambda stem: None)


def sentences(text: str, code: str) -> list[str]:
    found = checked(text)
    return [
        sentence(judgement, found.book)
        for judgement in found.judgements
        if judgement.relation.code == code
    ]


def claims(*rows: str) -> str:
    return "claims:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def said(check: str, **values: str) -> str:
    rows = [f"id: {name}, value: '{value}'" for name, value in values.items()]
    text = claims(*rows) + f"checks:\n  - that: '{check}'\n"
    return sentences(text, "FC202")[0]


@pytest.mark.parametrize(
    ("check", "values", "expected"),
    [
        ("t == a + b", {"t": "60 kg", "a": "20 kg", "b": "30 kg"},
         "20 + 30 kg is 50 kg, not 60 kg"),
        ("t == a + b", {"t": "50 kg", "a": "20 kg", "b": "30 kg"},
         "20 + 30 kg is 50 kg, which fits 50 kg"),
        ("t == a - b", {"t": "60 kg", "a": "40 kg", "b": "30 kg"},
         "40 − 30 kg is 10 kg, not 60 kg"),
        ("t == sum(a, b)", {"t": "60 kg", "a": "20 kg", "b": "30 kg"},
         "20 + 30 kg is 50 kg, not 60 kg"),
        ("t == a + b", {"t": "60 kg", "a": "20 kg", "b": "exactly 500 g"},
         "20 kg + 500 g is 20.5 kg, not 60 kg"),
        ("t == a * 2", {"t": "60 kg", "a": "20 kg"}, "20 kg × 2 is 40 kg, not 60 kg"),
        ("t == (a + b) * 2", {"t": "60 kg", "a": "20 kg", "b": "30 kg"},
         "(20 + 30 kg) × 2 is 100 kg, not 60 kg"),
        ("t == a / b", {"t": "60 doses", "a": "20 kg", "b": "exactly 2 kg/dose"},
         "20 kg ÷ 2 kg/dose is 10 doses, not 60 doses"),
        ("t == a ** 2", {"t": "60 m²", "a": "exactly 5 m"}, "5 m^2 is 25 m², not 60 m²"),
        ("t == max(a, b)", {"t": "60 kg", "a": "20 kg", "b": "30 kg"},
         "max(20 kg, 30 kg) is 30 kg, not 60 kg"),
        ("t == mean(a, b)", {"t": "60 kg", "a": "20 kg", "b": "30 kg"},
         "mean(20 kg, 30 kg) is 25 kg, not 60 kg"),
        ("t == abs(a - b)", {"t": "60 kg", "a": "20 kg", "b": "30 kg"},
         "abs(20 − 30 kg) is 10 kg, not 60 kg"),
        ("t == a * 50000", {"t": "60 kg", "a": "exactly 2 kg"},
         "2 kg × 50,000 is 100,000 kg, not 60 kg"),
        ("t == a * 0.25", {"t": "60 kg", "a": "exactly 20 kg"},
         "20 kg × 0.25 is 5 kg, not 60 kg"),
        ("t == -a", {"t": "exactly $60", "a": "exactly $20"}, "−$20 is"),
        ("t == share(a, b)", {"t": "70%", "a": "exactly 61 kg", "b": "exactly 100 kg"},
         "61 of 100 kg is 61%, not 70%"),
        ("t == share(a, b)", {"t": "61%", "a": "exactly 61 kg", "b": "exactly 100 kg"},
         "61 of 100 kg is 61%, which fits 61%"),
        ("t == change(a, b)", {"t": "up 10%", "a": "exactly 40 kg", "b": "exactly 50 kg"},
         "50 kg ÷ 40 kg − 1 is 25%, not up 10%"),
        ("t == points(a, b)", {"t": "25 percentage points", "a": "40%", "b": "50%"},
         "50% − 40% is 10 percentage points, not 25 percentage points"),
        ('t == over(a, "2021")', {"t": "60 kg", "a": "exactly 2 kg/day"},
         "2 kg/day × 365 is 730 kg, not 60 kg"),
        ('t == over(a, "2021")', {"t": "60 kg", "a": "exactly 2 kg/month"},
         "2 kg/month × 12 is 24 kg, not 60 kg"),
        ('t == over(a, "Q1 2021")', {"t": "60 kg", "a": "exactly 2 kg/year"},
         "2 kg/year × 0.25 is 0.5 kg, not 60 kg"),
        ('t == "20 kg" + a', {"t": "60 kg", "a": "exactly 30 kg"},
         "20 + 30 kg is 50 kg, not 60 kg"),
        ("t == a + b", {"t": "$60", "a": "exactly $20", "b": "exactly $30"}, "is $50, not $60"),
        ("t == a + b", {"t": "€6 million", "a": "exactly €2 million", "b": "exactly €3 million"},
         "is €5 million, not €6 million"),
        ("t == a", {"t": "60 kg", "a": "20 to 30 kg"}, "20–30 kg, not 60 kg"),
        ("t == a + b", {"t": "60 kg", "a": "20 to 30 kg", "b": "exactly 5 kg"},
         "is 25 to 35 kg, not 60 kg"),
        ("t == a + b", {"t": "60 kg", "a": "more than 100 kg", "b": "exactly 5 kg"},
         "is more than 105 kg, not 60 kg"),
        ("t == a + b", {"t": "60 kg", "a": "less than 10 kg", "b": "exactly 5 kg"}, "15 kg"),
        ("t == a * b", {"t": "60 kg", "a": "less than 10 kg", "b": "exactly 2"},
         "is less than 20 kg, not 60 kg"),
    ],
)  # fmt: skip
def test_a_check(check: str, values: dict[str, str], expected: str) -> None:
    assert expected in said(check, **values)


@pytest.mark.parametrize(
    ("sign", "value", "expected"),
    [
        ("==", "exactly 20 kg", "which fits exactly 20 kg"),
        ("==", "exactly 21 kg", "not exactly 21 kg"),
        ("!=", "exactly 21 kg", "which differs from exactly 21 kg"),
        ("!=", "exactly 20 kg", "the same as exactly 20 kg"),
        ("<", "exactly 19 kg", "which is above exactly 19 kg"),
        ("<", "exactly 21 kg", "too little for exactly 21 kg"),
        ("<=", "exactly 19 kg", "which is no less than exactly 19 kg"),
        ("<=", "exactly 21 kg", "too little for exactly 21 kg"),
        (">", "exactly 21 kg", "which is below exactly 21 kg"),
        (">", "exactly 19 kg", "too much for exactly 19 kg"),
        (">=", "exactly 21 kg", "which is within exactly 21 kg"),
        (">=", "exactly 19 kg", "too much for exactly 19 kg"),
    ],
)
def test_each_comparison(sign: str, value: str, expected: str) -> None:
    found = said(f"t {sign} a * 2", t=value, a="exactly 10 kg")
    assert found == f"10 kg × 2 is 20 kg, {expected}"


@pytest.mark.parametrize(
    ("sign", "factor", "expected"),
    [
        ("==", 2, "the two fit"),
        ("==", 3, "the two cannot be equal"),
        ("!=", 3, "the two differ"),
        ("!=", 2, "the two are equal"),
        ("<", 3, "the first is below the second"),
        ("<", 1, "the first is not below the second"),
        ("<=", 2, "the first is at most the second"),
        ("<=", 1, "the first is above the second"),
        (">", 1, "the first is above the second"),
        (">", 3, "the first is not above the second"),
        (">=", 2, "the first is at least the second"),
        (">=", 3, "the first is below the second"),
    ],
)
def test_two_expressions(sign: str, factor: int, expected: str) -> None:
    found = said(f"t * 2 {sign} a * {factor}", t="exactly 10 kg", a="exactly 10 kg")
    assert found.startswith("10 kg × 2 is 20 kg, and 10 kg × ")
    assert found.endswith(f": {expected}")


def test_an_untestable_check_says_why() -> None:
    found = said("t <= a", t="exactly 5 kg", a="well over 100 kg")
    assert found.endswith("; no figure could have failed it")
    assert said("t == a / b", t="exactly 5", a="exactly 1 kg", b="exactly 0 kg").endswith(
        "; it divides by zero"
    )


# The relations of rules


RATES = ("id: day, measure: deaths, value: 'exactly 150 people/day'",)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("75,000 people/year",
         "150 people/day × 365 is 54,750 people/year, not 75,000 people/year"),
        ("54,750 people/year",
         "150 people/day × 365 is 54,750 people/year, which fits 54,750 people/year"),
    ],
)  # fmt: skip
def test_two_rates(total: str, expected: str) -> None:
    assert sentences(claims(*RATES, f"id: year, measure: deaths, value: '{total}'"), "FC201") == [
        expected
    ]


def test_a_rate_and_a_total() -> None:
    text = claims(
        "id: day, measure: deaths, period: 2024, value: 'exactly 150 people/day'",
        "id: all, measure: deaths, period: 2024, value: '75,000 people'",
    )
    assert sentences(text, "FC201") == ["150 people/day × 366 is 54,900 people, not 75,000 people"]


@pytest.mark.parametrize(
    ("whole", "end"),
    [("£86 million", "too much for £86 million"), ("£99 million", "which is within £99 million")],
)
def test_parts(whole: str, end: str) -> None:
    text = claims(
        f"id: all, value: {whole}",
        "id: one, part_of: all, value: £45 million",
        "id: two, part_of: all, value: £51 million",
    )
    (found,) = sentences(text, "FC301")
    assert "£96 million" in found
    assert found.endswith(end)


def test_shares_are_percentages() -> None:
    text = claims(
        "id: all, value: 40 GWh",
        "id: one, share_of: all, value: 75%",
        "id: two, share_of: all, value: 37%",
    )
    assert sentences(text, "FC302") == ["75% + 37% is 112%, too much for 100%"]


def test_a_share_in_words_is_a_percentage() -> None:
    text = claims(
        "id: all, value: 1200 members",
        "id: some, part_of: all, value: 732 members",
        "id: turnout, share_of: all, value: two thirds",
    )
    (found,) = sentences(text, "FC303")
    assert found.startswith("732 of 1,200 members is 61%")
    assert found.endswith("two thirds")


def test_a_conversion() -> None:
    (found,) = sentences(claims("id: a, value: 22 pounds, also: 48 kg"), "FC104")
    assert found == "22 pounds is 9.98 kg, not 48 kg"
    (fits,) = sentences(claims("id: a, value: 22 pounds, also: 10 kg"), "FC104")
    assert fits == "22 pounds is 9.98 kg, which fits 10 kg"


def test_a_narrower_scope() -> None:
    text = claims(
        "id: year, measure: homes sold, period: 2023, value: '4,000 homes'",
        "id: spring, measure: homes sold, period: 2023-04, value: '5,200 homes'",
    )
    (found,) = sentences(text, "FC502")
    assert found == "5,200 homes (2023-04), too much for 4,000 homes (2023)"


def loads(*values: str) -> str:
    return claims(
        *(f"id: c{index}, measure: load, value: '{value}'" for index, value in enumerate(values))
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("9,000 kg", "4,000 kg"), "4,000 kg cannot be the same as 9,000 kg"),
        (("about 100 kg", "exactly 120 kg"), "exactly 120 kg is hardly the same as about 100 kg"),
        (("about 100 kg", "100 kg"), "100 kg agrees with about 100 kg"),
        (("100 kg", "400 kg", "100 kg"),
         "400 kg here, against 100 kg elsewhere in the file"),
        (("100 kg", "about 100 kg", "400 kg"),
         "400 kg here, against 100 kg and about 100 kg elsewhere in the file"),
        (("exactly 1 kg", "exactly 2 kg", "exactly 4 kg"),
         "exactly 4 kg cannot be the same as exactly 1 kg and exactly 2 kg"),
    ],
)  # fmt: skip
def test_statements_of_one_quantity(values: tuple[str, ...], expected: str) -> None:
    assert sentences(loads(*values), "FC101") == [expected]


# The numbers beside the words


def test_sides_are_shown_in_the_stated_unit() -> None:
    text = claims("id: t, value: exactly 2 tons", "id: a, value: exactly 5 pounds")
    (judgement,) = checked(text + "checks:\n  - that: t == a\n").judgements
    stated, computed, unit = sides_shown(judgement)
    assert stated is not None
    assert (stated.literal, unit.name) == (point(2), "tons")
    assert computed.literal == point(Fraction(5, 2000))


def test_shares_are_shown_in_percent() -> None:
    text = claims(
        "id: all, value: 40 GWh",
        "id: one, share_of: all, value: three quarters",
        "id: two, share_of: all, value: 37%",
    )
    (judgement,) = (found for found in checked(text).judgements if found.relation.code == "FC302")
    stated, computed, unit = sides_shown(judgement)
    assert stated is not None
    assert (unit.name, stated.literal, computed.printed) == ("%", point(100), point(112))


def test_a_temperature_is_shown_with_its_own_zero() -> None:
    text = claims("id: t, value: exactly 50 °F", "id: a, value: 20 to 30 °C")
    (judgement,) = checked(text + "checks:\n  - that: t == a\n").judgements
    _, computed, unit = sides_shown(judgement)
    assert (unit.name, computed.pragmatic) == ("°F", closed(68, 86))
    assert judgement.verdict is Verdict.CONTRADICTED or judgement.gap is None


def test_a_narrower_scope_of_another_place() -> None:
    text = claims(
        "id: all, measure: homes sold, value: '4,000 homes'",
        "id: kent, measure: homes sold, of: {place: Kent}, value: '5,200 homes'",
    )
    (found,) = sentences(text, "FC502")
    assert found == "5,200 homes (Kent), too much for 4,000 homes (in all)"


@pytest.mark.parametrize(
    ("check", "values", "expected"),
    [
        ('"60 kg" == a + b', {"a": "20 kg", "b": "30 kg"}, "20 + 30 kg is 50 kg, not 60 kg"),
        ('t == over(a, "2021-01-01/2021-01-14")', {"t": "60 kg", "a": "exactly 2 kg/month"},
         "2 kg/month × 14 days is"),
        ('t == over(a, "2021-01-01/2021-01-14")', {"t": "60 kg", "a": "exactly 7 kg/week"},
         "7 kg/week × 2 is 14 kg, not 60 kg"),
        ('t == over(a + b, "2021")', {"t": "60 kg", "a": "exactly 1 kg/day",
                                      "b": "exactly 1 kg/day"}, "× 365 days is 730 kg"),
        ("t == a * b", {"t": "60 kg", "a": "exactly 10 kg", "b": "two thirds"},
         "10 kg × 66.67% is 6.67 kg, not 60 kg"),
        ("t == a * b", {"t": "exactly 60 kg", "a": "exactly 10 kg", "b": "doubled"},
         "10 kg × 2 is 20 kg, not exactly 60 kg"),
        ("t == a + b", {"t": "exactly 60 people", "a": "dozens of people",
                        "b": "exactly 50 people"}, "people, not exactly 60 people"),
        ("t == 3", {"t": "exactly 60"}, "not exactly 60"),
        ("60 == t", {"t": "exactly 3"}, "not exactly 3"),
    ],
)  # fmt: skip
def test_other_words(check: str, values: dict[str, str], expected: str) -> None:
    assert expected in said(check, **values)
