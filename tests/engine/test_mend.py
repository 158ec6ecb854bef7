"""What would mend a relation: slips by name, and the nearest figure that clears everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fentcheck.book.book import Settings
from fentcheck.book.read import read_article
from fentcheck.engine.check import check_article
from fentcheck.engine.finding import Finding
from fentcheck.engine.offer import Mend
from fentcheck.files.config import Config, Lexicons
from fentcheck.output.summary import Summary

LEXICONS = Lexicons(Config("."))


def findings(text: str) -> tuple[Finding, ...]:
    article = read_article(text, "article.yaml", "article", LEXICONS)
    assert not article.problems
    return check_article(article, Settings(LEXICONS), lambda stem: None).findings


def book(*checks: str, **values: str) -> str:
    claims = "\n".join(f"  - {{id: {name}, value: '{value}'}}" for name, value in values.items())
    stated = "\n".join(f"  - that: '{check}'" for check in checks)
    return f"claims:\n{claims}\nchecks:\n{stated}\n"


def mend(*checks: str, **values: str) -> Mend:
    """The mend of the first relation that fails."""
    failing = [finding for finding in findings(book(*checks, **values)) if finding.verdict]
    return failing[0].mend


def slip(*checks: str, **values: str) -> str:
    return mend(*checks, **values).slip or ""


SUMS = [
    # printed, the two that it is the sum of, the slip's words, what was meant
    ("5 million kg", "2 billion kg", "3 billion kg", {"million", "billion"}, "5 billion kg"),
    ("5 billion kg", "2 million kg", "3 million kg", {"million", "billion"}, "5 million kg"),
    ("5 billion kg", "2 trillion kg", "3 trillion kg", {"billion", "trillion"}, "5 trillion kg"),
    ("5,000 kg", "2 million kg", "3 million kg", {"thousand", "million"}, "5 million kg"),
    ("5 million kg", "2,000 kg", "3,000 kg", {"million", "thousand"}, "5,000 kg"),
    ("50,000 kg", "2,000 kg", "3,000 kg", {"×10"}, "5,000 kg"),
    ("5,000 kg", "20,000 kg", "30,000 kg", {"×10"}, "50,000 kg"),
    ("500,000 kg", "2,000 kg", "3,000 kg", {"×100"}, "5,000 kg"),
    ("5,000 kg", "200,000 kg", "300,000 kg", {"×100"}, "500,000 kg"),
    ("$600", "exactly $20", "exactly $30", {"×12"}, "$50"),
    ("$50", "exactly $200", "exactly $400", {"×12"}, "$600"),
    ("$18,250", "exactly $20", "exactly $30", {"×365"}, "$50"),
    ("$50", "exactly $8,250", "exactly $10,000", {"×365"}, "$18,250"),
    ("100 pounds", "exactly 40 kg", "exactly 60 kg", {"kilograms", "pounds"}, "100 kg"),
    ("100 kg", "exactly 40 pounds", "exactly 60 pounds", {"kilograms", "pounds"}, "100 pounds"),
    ("135 mg", "exactly 70 µg", "exactly 65 µg", {"mg", "µg"}, "135 µg"),
    ("135 µg", "exactly 70 mg", "exactly 65 mg", {"mg", "µg"}, "135 mg"),
    ("135 mg", "exactly 70 g", "exactly 65 g", {"mg", "g"}, "135 g"),
    ("135 km", "exactly 70 miles", "exactly 65 miles", {"kilometres", "miles"}, "135 miles"),
    ("135 miles", "exactly 70 km", "exactly 65 km", {"kilometres", "miles"}, "135 km"),
    ("54 kg", "exactly 22 kg", "exactly 23 kg", {"transposed digits"}, "45 kg"),
    ("1,324 kg", "exactly 1,000 kg", "exactly 234 kg", {"transposed digits"}, "1,234 kg"),
]


@pytest.mark.parametrize(("printed", "one", "other", "words", "meant"), SUMS)
def test_a_slip_by_its_name(
    printed: str, one: str, other: str, words: set[str], meant: str
) -> None:
    name, _, figure = slip("t == a + b", t=printed, a=one, b=other).partition(": ")
    name = name.partition(",")[0]
    assert set(name.split("/")) == words
    assert figure == meant


@pytest.mark.parametrize(("printed", "one", "other", "words", "meant"), SUMS)
def test_what_a_slip_names_clears_the_relation(
    printed: str, one: str, other: str, words: set[str], meant: str
) -> None:
    assert findings(book("t == a + b", t=printed, a=one, b=other))
    assert findings(book("t == a + b", t=meant, a=one, b=other)) == ()


def test_percent_for_points_and_back() -> None:
    shares = {"before": "40%", "after": "50%"}
    percent = slip("rise == change(before, after)", rise="a 10% increase", **shares)
    assert percent.startswith("percent/points: 10")
    points = slip("rise == points(before, after)", rise="25 percentage points", **shares)
    assert points.startswith("points/percent: 25")


@pytest.mark.parametrize(
    ("old", "new", "printed"),
    [
        ("exactly 100 kg", "exactly 80 kg", "fell 25%"),
        ("exactly 80 kg", "exactly 100 kg", "up 20%"),
    ],
)
def test_the_wrong_base(old: str, new: str, printed: str) -> None:
    """100 to 80 is a fall of 20%, and 25% of the new value; 80 to 100 the other way round."""
    named = slip("rise == change(before, after)", rise=printed, before=old, after=new)
    assert named.startswith("wrong base")


def test_an_inverted_ratio() -> None:
    named = slip("r == a / b", r="exactly 4", a="exactly 5 kg", b="exactly 20 kg")
    assert named.startswith("inverted ratio")


def test_no_slip_where_none_explains_it() -> None:
    assert slip("t == a + b", t="exactly 91 kg", a="exactly 20 kg", b="exactly 30 kg") == ""


# Every relation of the claim has to hold


def test_a_slip_that_breaks_another_relation_is_not_offered() -> None:
    values = {"t": "5 million kg", "a": "2 billion kg", "b": "3 billion kg"}
    assert "5 billion" in slip("t == a + b", **values)
    assert slip("t == a + b", "t == c", **values, c="5 million kg") == ""


def test_a_slip_that_breaks_a_bound_is_not_offered() -> None:
    values = {"t": "50,000 kg", "a": "2,000 kg", "b": "3,000 kg"}
    assert "5,000" in slip("t == a + b", **values)
    assert slip("t == a + b", "t > c", **values, c="exactly 40,000 kg") == ""


def test_another_way_to_work_out_a_change_is_not_offered_with_a_second_relation() -> None:
    values = {"rise": "a 10% increase", "before": "40%", "after": "50%"}
    other = mend("rise == change(before, after)", "rise == also", **values, also="exactly 10%")
    assert other.slip is None


def test_the_nearest_figure_clears_a_second_relation() -> None:
    """t in [40, 60] by the one check, and at least 55 by the other; 90 is printed."""
    values = {"t": "exactly 90 kg", "a": "40 to 60 kg"}
    assert mend("t == a", **values).nearest == "60 kg"
    assert mend("t == a", "t <= c", **values, c="exactly 50 kg").nearest is not None


def test_no_figure_where_two_relations_exclude_each_other() -> None:
    found = mend("t == a", "t == b", t="exactly 91 kg", a="exactly 17 kg", b="exactly 533 kg")
    assert found == Mend()


def test_a_relation_that_holds_has_no_mend() -> None:
    text = book("a <= b", a="exactly 5 kg", b="well over 100 kg")
    (told,) = findings(text)
    assert told.mend == Mend()


# The nearest figure


@pytest.mark.parametrize(
    ("check", "values", "nearest"),
    [
        ("t == a", {"t": "exactly 90 kg", "a": "exactly 60 kg"}, "60 kg"),
        ("t == a", {"t": "exactly 30 kg", "a": "40 to 60 kg"}, "40 kg"),
        ("t == a", {"t": "exactly 90 kg", "a": "exactly 12,345 kg"}, "12,345 kg"),
        ("t <= a", {"t": "exactly 90 kg", "a": "exactly 60 kg"}, "60 kg"),
        ("t >= a", {"t": "exactly 20 kg", "a": "exactly 60 kg"}, "60 kg"),
        ("t == max(a, b)", {"t": "exactly 50 °C", "a": "exactly 20 °C", "b": "exactly 5 °C"},
         "20°C"),
        ("t == share(a, b)", {"t": "40%", "a": "exactly 3 kg", "b": "exactly 12 kg"}, "25%"),
        ("t == a", {"t": "exactly 5 million kg", "a": "exactly 7 million kg"}, "7 million kg"),
    ],
)  # fmt: skip
def test_the_nearest(check: str, values: dict[str, str], nearest: str) -> None:
    assert mend(check, **values).nearest == nearest


def test_the_nearest_fall() -> None:
    found = mend("r == change(a, b)", r="fell 35%", a="exactly 100 kg", b="exactly 80 kg").nearest
    assert found is not None
    assert "20%" in found


def test_the_nearest_to_an_odd_one() -> None:
    """Two say about 100 kg, [90, 110]; to one figure, as the third is printed, that is 100."""
    text = "claims:\n" + "".join(
        f"  - {{id: c{index}, measure: load, value: {value}}}\n"
        for index, value in enumerate(("about 100 kg", "exactly 400 kg", "about 100 kg"))
    )
    (found,) = findings(text)
    assert found.claims == ("article.c0", "article.c1", "article.c2")
    assert found.mend.nearest == "100 kg"


def test_a_figure_that_only_touches_an_open_end_does_not_clear() -> None:
    """“nearly 1 kg” is [0.8, 1): strained against 1 kg by a factor of 1, which is not to hold."""
    text = book("t == a", t="nearly 1 kg", a="exactly 1 kg")
    (found,) = findings(text)
    nearest = found.mend.nearest
    assert nearest != "1 kg"
    if nearest is not None:
        assert findings(book("t == a", t=f"nearly {nearest}", a="exactly 1 kg")) == ()


def test_a_phrase_without_a_number_has_no_nearest() -> None:
    assert mend("t == a", t="dozens of people", a="exactly 3 people").nearest is None


NUMBERS = st.integers(1, 999).flatmap(
    lambda digits: st.sampled_from([digits, digits * 10, digits * 1000])
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(NUMBERS, min_size=1, max_size=3),
    st.integers(2, 40),
    st.sampled_from(["", "exactly ", "about ", "more than ", "at least "]),
    st.booleans(),
)
def test_the_nearest_satisfies_every_relation(
    parts: list[int], factor: int, hedge: str, up: bool
) -> None:
    """A consistent book with its total corrupted: what is offered leaves nothing that fails."""
    total = sum(parts)
    wrong = total * factor if up else max(1, total // factor)
    names = [f"p{index}" for index in range(len(parts))]
    values = {name: f"exactly {part:,} kg" for name, part in zip(names, parts, strict=True)}
    checks = [f"t == {' + '.join(names)}", f"t >= {names[0]}"]
    failing = [
        finding
        for finding in findings(book(*checks, t=f"{hedge}{wrong:,} kg", **values))
        if finding.verdict and finding.verdict.fails
    ]
    for finding in failing:
        nearest = finding.mend.nearest
        if nearest is not None:
            mended = findings(book(*checks, t=hedge + nearest, **values))
            assert mended == (), (hedge + nearest, [one.message for one in mended])
        slip_text = finding.mend.slip
        if slip_text is not None and hedge == "exactly " and ": " in slip_text:
            assert slip_text.partition(": ")[2]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=3), st.integers(2, 9))
def test_a_corrupted_total_always_has_a_nearest(parts: list[int], factor: int) -> None:
    total = sum(parts)
    names = [f"p{index}" for index in range(len(parts))]
    values = {name: f"exactly {part} kg" for name, part in zip(names, parts, strict=True)}
    found = mend(f"t == {' + '.join(names)}", t=f"exactly {total * factor} kg", **values)
    assert found.nearest == f"{total} kg"


# Figures that stand in the relation itself


def conversion(value: str, also: str) -> Mend:
    text = f"claims:\n  - {{id: a, value: '{value}', also: '{also}'}}\n"
    (found,) = (one for one in findings(text) if one.code == "FC104")
    return found.mend


def test_a_conversion_is_mended() -> None:
    """22 pounds are 9.98 kg, 10 as round as it is printed."""
    assert conversion("exactly 22 pounds", "48 kg").nearest == "10 kg"
    assert conversion("exactly 22 pounds", "100 kg").slip == "×10: 10 kg"
    assert conversion("22 pounds", "dozens of kg") == Mend()


def test_a_conversion_of_a_temperature_is_mended() -> None:
    assert conversion("exactly 30 °C", "exactly 80 °F").nearest == "86°F"


def test_the_wrong_base_of_a_fall_with_a_sign() -> None:
    named = slip(
        "rise == change(before, after)", rise="-25%", before="exactly 100 kg", after="exactly 80 kg"
    )
    assert named.startswith("wrong base")


@pytest.mark.parametrize(
    ("check", "values"),
    [
        ("r == points(a, b)", {"r": "30 percentage points", "a": "40%", "b": "50%"}),
        ("r == change(a, b)", {"r": "up 77%", "a": "exactly 40 kg", "b": "exactly 50 kg"}),
        ("r == a / b", {"r": "exactly 7", "a": "exactly 40 kg", "b": "exactly 50 kg"}),
        ("r == a - b", {"r": "exactly -$77", "a": "exactly $40", "b": "exactly $50"}),
    ],
)
def test_no_other_way_to_work_it_out(check: str, values: dict[str, str]) -> None:
    assert mend(check, **values).slip is None


def test_nothing_is_mended_where_nothing_is_near() -> None:
    assert mend("t == a", t="exactly 91 kg", a="exactly 0 kg").slip is None
    assert mend("b == a * 0", a="1 kg", b="exactly 33 kg") == Mend()


def test_a_total_that_is_not_printed_last_is_mended() -> None:
    text = (
        "claims:\n  - {id: all, value: exactly 900 kg}\n"
        "  - {id: one, part_of: all, value: exactly 700 kg}\n"
        "  - {id: two, part_of: all, value: exactly 500 kg}\n"
    )
    (found,) = findings(text)
    assert found.code == "FC301"
    assert found.mend.nearest in ("1,200 kg", "2,000 kg")


def test_a_count_may_have_to_be_nothing() -> None:
    assert mend("b == a - a", a="12 boats", b="3 boats").nearest == "0 boats"


# No figure stands alone on a side


@pytest.mark.parametrize(
    ("check", "values", "claim", "nearest"),
    [
        ("a + b == c + d", {"a": "1 kg", "b": "2 kg", "c": "17 kg", "d": "exactly 33 kg"},
         "b", "50 kg"),
        ("a * b == c * d", {"a": "exactly 12 m", "b": "exactly 3 m", "c": "exactly 6 m",
                            "d": "exactly 7 m"}, "c", "5.1 m"),
        ("a / b == c / d", {"a": "exactly 12 m", "b": "exactly 4 m", "c": "exactly 30 m",
                            "d": "exactly 5 m"}, "b", "2 m"),
    ],
)  # fmt: skip
def test_the_claim_that_changes_least_is_mended(
    check: str, values: dict[str, str], claim: str, nearest: str
) -> None:
    found = mend(check, **values)
    assert found.nearest is not None
    assert found.nearest_claim is not None
    name = found.nearest_claim.rpartition(".")[2]
    hedge = "exactly " if values[name].startswith("exactly") else ""
    assert findings(book(check, **{**values, name: hedge + found.nearest})) == ()


def test_shares_that_are_too_many_have_a_figure_that_fits() -> None:
    text = (
        "claims:\n  - {id: power, value: 40 GWh}\n"
        "  - {id: wind, share_of: power, value: 75%}\n"
        "  - {id: gas, share_of: power, value: 37%}\n"
    )
    (found,) = findings(text)
    assert (found.mend.nearest, found.mend.nearest_claim) == ("63%", "article.wind")


# Slips of counting


@pytest.mark.parametrize(
    ("values", "slip_named"),
    [
        ({"growth": "three times as many", "old": "20", "new": "80"}, "m against m+1: 4 times"),
        ({"growth": "three times more", "old": "20", "new": "80"}, "m against m+1: 4 times"),
        ({"growth": "up 300%", "old": "20", "new": "60"}, "m against m+1: 200%"),
        ({"growth": "up 120%", "old": "100", "new": "120"}, "m against m+1: 20%"),
        ({"growth": "fell 80%", "old": "500", "new": "400"}, "fell to, not by: 20%"),
        ({"growth": "doubled", "old": "30", "new": "15"}, "inverted ratio: divided the wrong way"),
        ({"growth": "up 20%", "old": "80", "new": "100"},
         "wrong base: worked out from the new value; it is 25%"),
    ],
)  # fmt: skip
def test_a_slip_in_a_change(values: dict[str, str], slip_named: str) -> None:
    text = "claims:\n" + "".join(
        f"  - {{id: {name}, value: exactly {values[name]} boats}}\n" for name in ("old", "new")
    )
    text += f"  - {{id: growth, change: {{from: old, to: new}}, value: {values['growth']}}}\n"
    (found,) = findings(text)
    assert found.code == "FC401"
    assert (found.mend.slip or "").startswith(slip_named)


def test_percent_for_points_in_a_change() -> None:
    text = (
        "claims:\n  - {id: old, value: 40%}\n  - {id: new, value: 50%}\n"
        "  - {id: rise, change: {from: old, to: new}, value: a 10% increase}\n"
    )
    (found,) = findings(text)
    assert found.mend.slip == "percent/points: 10 percentage points"
    assert [offer.kind for offer in found.mend.offers] == ["percent/points", "nearest"]


def test_one_wrong_digit() -> None:
    values = {"t": "exactly 7,482 kg", "a": "exactly 7,000 kg", "b": "exactly 462 kg"}
    assert slip("t == a + b", **values) == "one wrong digit: 7,462 kg"


def test_one_digit_explains_nothing_where_several_would_do() -> None:
    loose = {"t": "exactly 7,488 kg", "a": "6,900 to 7,000 kg", "b": "exactly 462 kg"}
    assert slip("t == a + b", **loose) == ""
    assert slip("t == a + b", t="exactly 93 kg", a="exactly 71 kg", b="exactly 2 kg") == ""


def test_at_most_three_are_offered_and_the_nearest_is_among_them() -> None:
    found = mend("t == a * b", t="exactly 5 kg", a="exactly 10", b="exactly 50 kg")
    assert 1 < len(found.offers) <= 3
    assert found.offers[-1].kind == "nearest"
    assert found.offers[-1].claim == "article.t"


# The claim to look at first


def first(text: str) -> tuple[str, int] | None:
    article = read_article(text, "article.yaml", "article", LEXICONS)
    summary = Summary()
    checked = check_article(article, Settings(LEXICONS), lambda stem: None)
    summary.add(checked, looks_first=True)
    return summary.first


def test_the_claim_that_clears_most() -> None:
    text = book(
        "t == a + b", "t <= c", "t == d * 2", "e == d * 2",
        t="exactly 550 kg", a="exactly 20 kg", b="exactly 30 kg", c="exactly 60 kg",
        d="exactly 25 kg", e="exactly 50 kg",
    )  # fmt: skip
    assert first(text) == ("article.t", 3)


def test_there_is_none_where_no_single_value_would_do() -> None:
    values = {"t": "exactly 91 kg", "a": "exactly 17 kg", "b": "exactly 533 kg"}
    assert first(book("t == a", "t == b", **values)) is None
    assert first(book("t == a", t="exactly 91 kg", a="exactly 17 kg")) is None
