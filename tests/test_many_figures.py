"""What is found among few figures is found among many; where it is not, the limit is told.

Beside each finding stands the clean case that differs from it in one figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from checking import check

from fentcheck import verify
from fentcheck.files.config import Config
from fentcheck.limits import DEFAULTS

_MANY = (3, 298, 299, 300, 301, 302, 700)
"""Round the numbers at which rules once stopped to look."""


def _file(claims: Iterable[str]) -> str:
    return "claims:\n" + "".join(f"  - {{{claim}}}\n" for claim in claims)


def _found(claims: Iterable[str], code: str) -> list[str]:
    return [finding.message for finding in check(_file(claims)) if finding.code == code]


@pytest.mark.parametrize("count", _MANY)
def test_a_part_inside_another_is_not_added_to_it(count: int) -> None:
    claims = [
        f"id: all, measure: homes, value: exactly {count * 10} homes",
        *(
            f"id: t{n}, measure: homes, of: {{town: t{n}}}, part_of: all, value: exactly 10 homes"
            for n in range(count)
        ),
    ]
    inside = "id: street, measure: homes, of: {town: t1, street: High}, part_of: all"
    beside = inside.replace("town: t1", "town: another")
    assert _found([*claims, f"{inside}, value: exactly 6 homes"], "FC301") == []
    assert len(_found([*claims, f"{beside}, value: exactly 6 homes"], "FC301")) == 1


@pytest.mark.parametrize("count", [1, 39, 40, 41, 400])
def test_a_rate_said_often_meets_another_once(count: int) -> None:
    rates = [f"id: r{n}, measure: deaths, value: 150 people/day" for n in range(count)]
    year = "id: y, measure: deaths, value: {} people/year"
    assert _found([*rates, year.format("54750")], "FC201") == []
    found = _found([*rates, year.format("75000")], "FC201")
    assert found == ["150 people/day × 365 is 54,750 people/year, not 75000 people/year"]


@pytest.mark.parametrize("count", [1, 39, 40, 41, 100])
def test_every_rate_that_is_another_meets_a_total(count: int) -> None:
    rates = [f"id: r{n}, measure: deaths, value: at least {n} people/day" for n in range(count)]
    last = "id: last, measure: deaths, value: exactly 150 people/day"
    year = "id: y, measure: deaths, value: {} people/year"
    for total, times in (("54750", 0), ("75000", 1)):
        found = _found([*rates, last, year.format(total)], "FC201")
        assert sum("is 54,750 people/year" in one for one in found) == times


@pytest.mark.parametrize("count", _MANY)
def test_a_record_is_held_against_every_earlier_figure(count: int) -> None:
    years = [
        f"id: y{year}, measure: salmon, period: {year}, value: exactly 100 salmon"
        for year in range(1000, 1000 + count)
    ]
    record = "id: now, measure: salmon, period: 2023, value: a record 9100 salmon"
    higher = "id: then, measure: salmon, period: {}, value: exactly 9400 salmon"
    assert len(_found([*years, higher.format(1900), record], "FC403")) == 1
    assert _found([*years, higher.format(2024), record], "FC403") == []
    assert _found([*years, higher.format("1900/1901"), record], "FC403") == []


@pytest.mark.parametrize("count", _MANY)
def test_a_month_is_held_against_its_year_among_many(count: int) -> None:
    years = [
        f"id: y{year}, measure: homes, period: {year}, value: exactly 9 homes"
        for year in range(1000, 1000 + count)
    ]
    year = "id: year, measure: homes, period: 2023, value: 4000 homes"
    month = "id: month, measure: homes, period: {}, value: 5200 homes"
    assert len(_found([*years, year, month.format("2023-04")], "FC502")) == 1
    assert _found([*years, year, month.format("2024-04")], "FC502") == []


@pytest.mark.parametrize("count", _MANY)
def test_a_town_is_held_against_its_country_among_many(count: int) -> None:
    towns = [
        f"id: t{n}, measure: homes, of: {{land: UK, town: t{n}}}, value: exactly 9 homes"
        for n in range(count)
    ]
    all_of_it = "id: all, measure: homes, of: {land: UK}, value: 4000 homes"
    town = "id: town, measure: homes, of: {land: %s, town: York}, value: 5200 homes"
    assert len(_found([*towns, all_of_it, town % "UK"], "FC502")) == 1
    assert _found([*towns, all_of_it, town % "US"], "FC502") == []


@pytest.mark.parametrize("count", _MANY)
def test_prices_of_one_thing_are_found_among_many(count: int) -> None:
    others = [
        f"id: g{n}, measure: m{n}, of: {{goods: g{n}}}, value: £{n + 1}/tonne" for n in range(count)
    ]
    one = "id: one, measure: price of tea, of: {goods: tea}, value: £3000/tonne"
    other = "id: other, measure: tea at auction, of: {goods: tea, port: Ely}, value: £%s/tonne"
    assert len(_found([*others, one, other % "5000"], "FC602")) == 1
    assert _found([*others, one, other % "3100"], "FC602") == []


@pytest.mark.parametrize("count", [3, 199, 200, 201, 400])
def test_a_look_alike_is_found_behind_many_that_are_linked(count: int) -> None:
    """Parts of one whole are no look-alikes; one that is no part of it is told with them all."""
    claims = [
        "id: all, measure: homes, value: exactly 9 million homes",
        "id: low, measure: homes, of: {town: low}, value: exactly 92 homes",
        *(
            f"id: p{n}, measure: homes, of: {{town: p{n}}}, part_of: all,"
            f" value: exactly {100 + n / 10} homes"
            for n in range(count)
        ),
        "id: far, measure: homes, of: {town: far}, part_of: all, value: exactly 280 homes",
    ]
    between = "id: mid, measure: homes, of: {town: mid}, value: exactly 200 homes"
    [found] = _found([*claims, between], "FC501")
    assert found.startswith(f"{count + 3} figures")
    [found] = _found(claims, "FC501")
    assert found.startswith(f"{count + 1} figures")


_TOWNS = [f"id: t{n}, measure: m, of: {{land: UK, town: t{n}}}, value: 9 homes" for n in range(9)]
_UK = ["id: all, measure: m, of: {land: UK}, value: 4000 homes"]
_GOODS = [f"id: g{n}, measure: m{n}, of: {{goods: tea}}, value: £3000/tonne" for n in range(9)]


@pytest.mark.parametrize(
    ("code", "claims", "enough"), [("FC502", _TOWNS + _UK, 9), ("FC602", _GOODS, 46)]
)
def test_pairs_beyond_the_limit_are_told(
    tmp_path: Path, code: str, claims: list[str], enough: int
) -> None:
    path = tmp_path / "article.yaml"
    path.write_text(_file(claims))
    for most in (enough, enough - 1):
        limits = DEFAULTS._replace(pairs=most)
        found = verify([str(path)], Config(str(tmp_path), limits=limits)).findings
        told = [one.message for one in found if one.code == "FC001"]
        expected = (
            f"{code} would look at more than {most} pairs of figures; not all are:"
            f" the limit pairs is {most}; --limit pairs=… raises it"
        )
        assert told == [expected] * (most < enough)
