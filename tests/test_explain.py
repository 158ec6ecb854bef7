"""`explain` as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of

FARM = """\
article: {title: The farm, published: 2024-03}
claims:
  - id: field
    value: exactly 40 acres
  - id: yield
    value: about 150 bushels/acre
  - id: harvest
    value: thousands of bushels
  - id: sold
    part_of: harvest
    value: 4,500 bushels
  - id: rainfall
    measure: rain
    value: 12 inches
  - id: rainfall_again
    measure: rain
    value: about 11 inches
  - id: trees
    value: 900 trees
  - id: felled
    share_of: trees
    value: two thirds
  - id: broken
    value: umpteen bushels
checks:
  - that: harvest == field * yield
"""


@pytest.fixture
def farm(tmp_path: Path) -> str:
    (tmp_path / "farm.yaml").write_text(FARM, encoding="utf-8")
    return str(tmp_path)


def explained(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = status_of(["explain", *words])
    out, err = capsys.readouterr()
    return status, out, err


def test_what_the_others_leave_to_a_figure(farm: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = explained(capsys, "harvest", farm)
    assert status == 0
    assert "thousands of bushels\n  as worded  [2,000, ∞) bushels" in out
    assert out.partition("What the other figures leave to it\n")[2] == (
        "  as worded  [4,450, 9,000] bushels\n"
        "  as read    [5,400, 6,600] bushels\n"
        "  exactly 40 acres × about 150 bushels/acre = harvest, "
        "so harvest is at most 9,000 bushels\n"
        "  4,500 bushels ≤ harvest, so harvest is between 4,450 and 9,000 bushels\n"
    )


def test_through_two_relations(farm: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = explained(capsys, "farm.yield", farm, "--format", "json")
    shown = json.loads(out)
    assert shown["claim"] == "farm.yield"
    assert shown["implied"]["literal"] == "[111.25, ∞)"
    assert shown["derivation"] == [
        "4,500 bushels ≤ harvest, so harvest is at least 4,450 bushels",
        "exactly 40 acres × yield = harvest, so yield is at least 111.25 bushels/acre",
    ]
    assert [row["verdict"] for row in shown["relations"]] == ["holds"]


def test_another_statement_of_the_same(farm: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = explained(capsys, "rainfall", farm, "--format", "json")
    assert (
        json.loads(out)["implied"]["literal"]
        == json.loads(explained(capsys, "rainfall_again", farm, "--format", "json")[1])["stated"][
            "literal"
        ]
    )


def test_a_part_that_is_not_printed(farm: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = explained(capsys, "felled", farm)
    assert "66.67% × 900 trees is 600 trees; no figure is printed to compare it with" in out
    assert "Nothing else speaks of it." in out


@pytest.mark.parametrize(
    ("asked", "words"),
    [("harvets", "did you mean farm.harvest?"), ("broken", "cannot be read: “umpteen bushels”")],
)
def test_what_cannot_be_explained(
    farm: str, capsys: pytest.CaptureFixture[str], asked: str, words: str
) -> None:
    status, out, err = explained(capsys, asked, farm)
    assert (status, out) == (2, "")
    assert words in err
