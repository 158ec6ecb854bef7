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


WRONG = """\
article: {title: Boats, published: 2024-03}
claims:
  - {id: red, value: 14 boats}
  - {id: blue, value: 20 boats}
checks:
  - that: red == blue
  - that: red <= 2 * blue
waivers:
  - {code: FC201, claims: [red], reason: no rates here}
"""


def test_the_settings_of_the_project_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / "fentcheck.toml"
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "boats.yaml").write_text(WRONG, encoding="utf-8")

    def told(text: str) -> tuple[str, str, str]:
        """What is said of relations, of what the others leave, and of findings."""
        settings.write_text(text, encoding="utf-8")
        status, out, _ = explained(capsys, "red")
        assert status == 0
        before, _, rest = out.partition("What the other figures leave to it\n")
        left, _, findings = rest.partition("\nFindings\n")
        return before.partition("Relations\n")[2], left, findings

    relations, left, findings = told("")
    assert "FC202  20 boats" in relations
    assert "so red is at most 50 boats" in left
    assert [line.split()[:2] for line in findings.splitlines()] == [
        ["error", "FC202"],
        ["warning", "FC012"],
    ]
    assert "note FC202" in told('[severity]\nFC202 = "note"\n')[2]
    for off in (
        'ignore = ["FC202", "FC201"]',
        '[severity]\nFC2 = "off"',
        '[per-path."claims/boats.yaml"]\nignore = ["FC2"]',
    ):
        assert told(off) == ("", left, "")
        assert status_of(["verify"]) == 0
        assert "FC" not in capsys.readouterr().out
