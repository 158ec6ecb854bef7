"""The worked examples of the phrase table, through claims files and the real engine.

The document rounds its figures for reading and takes a year as 365 days; here they are computed
by the rule, in which a year is [365, 366] days and a count is whole numbers.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from fentcheck.engine.check import Checked
from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.engine.wording import sides_shown
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.interval import Interval, Real


class Sides(NamedTuple):
    """The computed side, then the stated one, as the document has them."""

    literal: tuple[str, str]
    pragmatic: tuple[str, str]


class Example(NamedTuple):
    """One row. Figures of `sides` are in units of `scale`, and rounded to what is written."""

    claims: str
    code: str
    sides: Sides
    verdict: Verdict
    scale: int = 1
    entailed: bool = False
    gap: str | None = None
    slip: str | None = None


DOSES = """
claims:
  - {{id: seized, value: "more than 27,000 pounds"}}
  - {{id: dose, value: exactly 2 mg/dose}}
  - {{id: doses, value: {doses} doses}}
checks:
  - that: doses == seized / dose
"""

EXAMPLES = {
    "more than 150 a day over a year, against around 55,000 a year": Example(
        """
        claims:
          - {id: per_day, measure: deaths, value: more than 150 people/day}
          - {id: per_year, measure: deaths, value: "around 55,000 people/year"}
        """,
        "FC201",
        Sides(("(54,750, ∞)", "[38,417, 71,583]"), ("(54,750, 64,508]", "[53,342, 56,658]")),
        Verdict.HOLDS,
    ),
    "the same, over a year of 365 days": Example(
        """
        claims:
          - {id: per_day, measure: deaths, period: 2021, value: more than 150 people/day}
          - {id: in_2021, measure: deaths, period: 2021, value: "around 55,000 people"}
        """,
        "FC201",
        Sides(("(54,750, ∞)", "[38,417, 71,583]"), ("(54,750, 64,331]", "[53,342, 56,658]")),
        Verdict.HOLDS,
    ),
    "more than 27,000 lb at exactly 2 mg, against more than 6 billion": Example(
        DOSES.format(doses="more than 6 billion"),
        "FC202",
        Sides(("(6.123, ∞)", "[6.000, ∞)"), ("(6.123, 6.350]", "[6.000, 7.000]")),
        Verdict.HOLDS,
        scale=10**9,
        entailed=True,
    ),
    "the same, printed more than 60 billion": Example(
        DOSES.format(doses="more than 60 billion"),
        "FC202",
        Sides(("(6.123, ∞)", "[60.000, ∞)"), ("(6.123, 6.350]", "[60.000, 70.000]")),
        Verdict.CONTRADICTED,
        scale=10**9,
        gap="9.4",
        slip="×10",
    ),
    "the same, printed 6 million": Example(
        DOSES.format(doses="6 million"),
        "FC202",
        Sides(("(6,123.5, ∞)", "[5.5, 6.5]"), ("(6,123.5, 6,350.3]", "[5.95, 6.05]")),
        Verdict.CONTRADICTED,
        scale=10**6,
        gap="1,012",
        slip="million/billion",
    ),
    "more than 732,000 of more than 1.2 million, against nearly 70%": Example(
        """
        claims:
          - {id: members, value: more than 1.2 million members}
          - {id: present, part_of: members, value: "more than 732,000 members"}
          - {id: turnout, share_of: members, value: nearly 70%}
        """,
        "FC303",
        Sides(("(0, 100]", "[43.5, 70]"), ("[56.3, 61.5]", "[64.7, 70)")),
        Verdict.STRAINED,
        gap="1.05",
    ),
    "40% to 50%, called a 10% increase": Example(
        """
        claims:
          - {id: before, measure: share of users, period: 2020, value: 40%}
          - {id: after, measure: share of users, period: 2021, value: 50%}
          - {id: rise, value: a 10% increase}
        checks:
          - that: rise == change(before, after)
        """,
        "FC202",
        Sides(("[22.2, 27.8]", "[9.5, 10.5]"), ("[22.2, 27.8]", "[9.5, 10.5]")),
        Verdict.CONTRADICTED,
        gap="2.1",
        slip="percent/points",
    ),
    "two thirds of nearly 108,000 people, against around 74,000 people": Example(
        """
        claims:
          - {id: deaths, value: "nearly 108,000 people"}
          - {id: share, share_of: deaths, value: two thirds}
          - {id: opioids, value: "around 74,000 people"}
        checks:
          - that: opioids == share * deaths
        """,
        "FC202",
        Sides(("[59,093, 76,500]", "[61,835, 86,165]"), ("[69,245, 74,249]", "[72,784, 75,216]")),
        Verdict.HOLDS,
    ),
    "nearly 108,000 among 333 million, called 3.2 per 100,000": Example(
        """
        claims:
          - {id: deaths, value: "nearly 108,000 people"}
          - {id: population, value: 333 million people}
          - {id: rate, value: "3.2 per 100,000"}
        checks:
          - that: rate == deaths / population
        """,
        "FC202",
        Sides(("[28.0, 32.5]", "[3.15, 3.25]"), ("[31.9, 32.5]", "[3.15, 3.25]")),
        Verdict.CONTRADICTED,
        gap="9.8",
        slip="×10",
    ),
    "22 pounds at exactly 2 mg, against about 5 million": Example(
        """
        claims:
          - {id: seized, value: 22 pounds}
          - {id: dose, value: exactly 2 mg/dose}
          - {id: doses, value: about 5 million doses}
        checks:
          - that: doses == seized / dose
        """,
        "FC202",
        Sides(("[4.88, 5.10]", "[2.5, 7.5]"), ("[4.88, 5.10]", "[4.75, 5.25]")),
        Verdict.HOLDS,
        scale=10**6,
        entailed=True,
    ),
}


@pytest.mark.parametrize("example", [pytest.param(row, id=name) for name, row in EXAMPLES.items()])
def test_worked_example(example: Example, tmp_path: Path) -> None:
    checked = _checked(example.claims, tmp_path)
    judgement = _the_one(checked, example.code)
    stated, computed, _ = sides_shown(judgement)
    assert stated is not None
    sides = example.sides
    scale = example.scale
    assert (
        _rounded(computed.literal, sides.literal[0], scale),
        _rounded(stated.literal, sides.literal[1], scale),
    ) == sides.literal
    assert (
        _rounded(computed.pragmatic, sides.pragmatic[0], scale),
        _rounded(stated.pragmatic, sides.pragmatic[1], scale),
    ) == sides.pragmatic
    assert judgement.verdict is example.verdict
    assert judgement.entailed is example.entailed
    assert (judgement.gap is None) == (example.gap is None)
    if example.gap is not None:
        assert judgement.gap is not None
        assert _number(judgement.gap, example.gap) == example.gap


@pytest.mark.parametrize("example", [pytest.param(row, id=name) for name, row in EXAMPLES.items()])
def test_its_findings(example: Example, tmp_path: Path) -> None:
    """What fails is found once, with the slip by its name; what holds is not found at all."""
    findings = _checked(example.claims, tmp_path).findings
    if example.verdict is Verdict.HOLDS:
        assert findings == ()
        return
    (finding,) = findings
    assert (finding.code, finding.verdict) == (example.code, example.verdict)
    slip = finding.mend.slip
    assert (slip and slip.partition(":")[0]) == example.slip


def _checked(claims: str, folder: Path) -> Checked:
    path = folder / "article.yaml"
    path.write_text(claims, encoding="utf-8")
    (source,) = Library([str(path)], Config(str(folder)), today=0).check()
    return source.checked


def _the_one(checked: Checked, code: str) -> Judgement:
    (judgement,) = (one for one in checked.judgements if one.relation.code == code)
    return judgement


def _rounded(interval: Interval, written: str, scale: int) -> str:
    """The interval with each end rounded to as many decimals as the written one has."""
    low_text, high_text = written[1:-1].split(", ")
    (low, low_open), (high, high_open) = interval
    return (
        f"{'(' if low_open else '['}{_number(low, low_text, scale)}, "
        f"{_number(high, high_text, scale)}{')' if high_open else ']'}"
    )


def _number(value: Real, written: str, scale: int = 1) -> str:
    if isinstance(value, float):
        return "∞" if value > 0 else "−∞"
    decimals = len(written.partition(".")[2])
    exactly = Fraction(value) / scale
    places = Decimal(1).scaleb(-decimals)
    quotient = Decimal(exactly.numerator) / Decimal(exactly.denominator)
    return f"{quotient.quantize(places, ROUND_HALF_UP):,}"
