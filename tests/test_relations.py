"""What the figures of the five articles must show, with `verify --all`."""

from __future__ import annotations

from pathlib import Path

import pytest

from fentcheck.engine.check import Source
from fentcheck.engine.judge import Verdict
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.output.rows import Row, rows

CLAIMS = Path(__file__).parent.parent / "claims"


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return list(Library([str(CLAIMS)], Config(str(CLAIMS.parent)), today=0).check())


@pytest.fixture(scope="module")
def shown(sources: list[Source]) -> list[Row]:
    return [row for source in sources for row in rows(source.checked)]


HOLDS, STRAINED, UNTESTABLE = Verdict.HOLDS, Verdict.STRAINED, Verdict.UNTESTABLE
CONTRADICTED = Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("article", "code", "verdict", "figure"),
    [
        ("naddi_cbp_front_line", "FC201", HOLDS, "more than 54,750 people/year"),
        ("naddi_cbp_front_line", "FC101", HOLDS, "150 people/day agrees with more than 150"),
        ("naddi_cbp_front_line", "FC101", HOLDS, "55,000 people/year agrees with around 55,000"),
        ("naddi_cbp_front_line", "FC202", HOLDS, "more than 6.12 billion doses"),
        ("naddi_cbp_front_line", "FC301", HOLDS, "more than 29,626 pounds"),
        ("naddi_cbp_front_line", "FC301", HOLDS, "more than 13,905 pounds"),
        ("naddi_cbp_front_line", "FC202", HOLDS, "2.5 times, which fits more than doubled"),
        ("naddi_cbp_front_line", "FC202", HOLDS, "8 laboratories"),
        ("naddi_cbp_front_line", "FC202", HOLDS, "9 years, which fits nearly 10 years"),
        ("nypost_cartels", "FC302", HOLDS, "95%"),
        ("nypost_cartels", "FC302", HOLDS, "100%"),
        ("nypost_cartels", "FC202", STRAINED, "61%"),
        ("nypost_cartels", "FC202", CONTRADICTED, "113,624 people, too much for nearly 108,000"),
        ("nypost_cartels", "FC103", HOLDS, "108,000 people agrees with 107,622 people (CDC NCHS"),
        ("naddi_cbp_front_line", "FC103", CONTRADICTED, "70,601 people (CDC NCHS)"),
        ("naddi_cbp_front_line", "FC103", HOLDS, "2 mg/dose (DEA)"),
        ("kyma_calexico", "FC403", HOLDS, "nearly 92,000 people (2020) is above 70,630"),
        ("naddi_cbp_front_line", "FC102", HOLDS, "150 people/day"),
        ("aa_ebrard", "FC102", HOLDS, "90% agrees with more than 90%"),
        ("aa_ebrard", "FC103", STRAINED, "70,601 people (CDC NCHS)"),
        ("kyma_calexico", "FC303", UNTESTABLE, "more than 66,667 people"),
        ("kyma_calexico", "FC302", HOLDS, "99% + 1% is 100%"),
        ("aa_ebrard", "FC202", HOLDS, "8.63%"),
    ],
)
def test_a_relation_of_the_articles(
    shown: list[Row], article: str, code: str, verdict: Verdict, figure: str
) -> None:
    assert [
        row
        for row in shown
        if row.path.endswith(f"{article}.yaml")
        and row.code == code
        and row.judgement.verdict is verdict
        and figure in row.text
    ]


def test_the_doses_follow_from_the_weight(shown: list[Row]) -> None:
    (row,) = [row for row in shown if "6.12 billion" in row.text]
    assert row.judgement.entailed


def test_the_yearly_deaths_disagree_with_the_count_that_was_known(shown: list[Row]) -> None:
    (row,) = [
        row
        for row in shown
        if row.code == "FC103" and "naddi" in row.path and row.judgement.verdict.fails
    ]
    assert "naddi_cbp_front_line.deaths_per_year" in row.claims
    assert row.claims[0] == "cdc_overdoses.synthetic_2021"


def test_the_deaths_look_alike(sources: list[Source]) -> None:
    (found,) = [one for s in sources for one in s.checked.findings if one.code == "FC501"]
    assert {
        "naddi_cbp_front_line.deaths_per_year",
        "nypost_cartels.overdose_deaths",
        "kyma_calexico.deaths_2020",
        "kyma_calexico.deaths_12_months",
        "kyma_calexico.fentanyl_share",
    } <= set(found.claims)
    assert [place.message for place in found.related if place.path.endswith("kyma_calexico.yaml")][
        -1
    ] == "deaths_2020: nearly 92,000 people (any drug, US, 2020; KYMA, 2022-03-10)"


def test_the_seizures_are_valued_differently(sources: list[Source]) -> None:
    (found,) = [one for s in sources for one in s.checked.findings if one.code == "FC602"]
    assert "$11,100 and $15,500 per pound" in found.message
    assert {name.partition(".")[0] for name in found.claims} == {
        "naddi_cbp_front_line",
        "nypost_cartels",
    }


def test_nothing_else_fails(shown: list[Row]) -> None:
    assert [
        (row.code, row.path.split("/")[-1]) for row in shown if row.judgement.verdict.fails
    ] == [
        ("FC103", "aa_ebrard.yaml"),
        ("FC103", "naddi_cbp_front_line.yaml"),
        ("FC202", "nypost_cartels.yaml"),
        ("FC202", "nypost_cartels.yaml"),
    ]
