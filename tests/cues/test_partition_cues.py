"""Cases of the cues about wholes and parts: text in, the figures of the finding out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import fentcheck
from fentcheck.rules.rule import Severity

FOLDER = Path(__file__).parent
NAMES = ("share_of", "shares_of_one", "parts", "tally", "ratio")


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("text", "figures"),
    [(one["text"], one.get("figures", [])) for name in NAMES for one in cases(name)],
)
def test_a_case(text: str, figures: list[str]) -> None:
    report = fentcheck.audit(text)
    alarms = [one for one in report.findings if one.severity is not Severity.NOTE]
    named = [set(one.figures) for one in alarms]
    if not figures:
        assert named == []
        return
    assert len(named) == 1
    missing = [one for one in figures if not any(one in figure for figure in named[0])]
    assert not missing and len(named[0]) == len(figures)
