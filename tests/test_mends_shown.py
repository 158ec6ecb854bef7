"""What formats show of mends, of the figure to look at first, and of a relation's power."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of

TEXT = """
claims:
  - {id: full, value: exactly 500 seats}
  - {id: stalls, value: exactly 20 seats}
  - {id: circle, value: exactly 30 seats}
  - {id: fire_limit, value: exactly 60 people}
  - {id: rows, value: exactly 2 rows}
  - {id: per_row, value: exactly 10 seats/row}
checks:
  - that: full == stalls + circle
  - that: full <= fire_limit
  - that: stalls == rows * per_row
  - that: rows <= "up to 40 rows"
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "theatre.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def test_text_names_the_figure_to_look_at_first(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(["verify", path]) == 1
    shown = capsys.readouterr().out
    assert shown.endswith(
        "One figure to look at first: theatre.full; another value for it clears 2 of 2 findings.\n"
    )
    assert "a likely slip (full): ×10: 50 seats" in shown
    assert shown.count("the nearest figure that fits (full): 50 seats") == 2


def test_all_tells_what_would_be_caught(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    status_of(["verify", path, "--all", "--select", "FC202"])
    shown = " ".join(capsys.readouterr().out.split())
    assert "which fits exactly 20 seats. Would catch any error." in shown
    assert "Would catch a figure 20 times too high" in shown
    assert "too low" not in shown


def test_json_has_mends_power_and_first(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    status_of(["verify", path, "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["summary"]["first"] == {"claim": "theatre.full", "clears": 2}
    finding = report["findings"][0]
    offers = finding["mends"]
    assert 0 < len(offers) <= 3
    assert all(offer.keys() == {"kind", "text", "claim"} for offer in offers)
    nearest = next(offer for offer in offers if offer["kind"] == "nearest")
    assert (finding["nearest"], finding["nearest_claim"]) == (nearest["text"], nearest["claim"])
    powers = [relation["power"] for relation in report["relations"]]
    assert powers == [
        None,
        None,
        {"too_high": 1.0, "too_low": 1.0, "unit": None},
        {"too_high": 20.0, "too_low": None, "unit": None},
    ]


def test_without_findings_there_is_no_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "clean.yaml"
    file.write_text("claims:\n  - {id: a, value: 3 seats}\n", encoding="utf-8")
    assert status_of(["verify", str(file), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["first"] is None
