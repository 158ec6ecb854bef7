"""Cases of the cues about changes, growth, conversions and slips of noughts.

`flaw` are the figures that the one finding names; without it the draft is clean.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import fentcheck
from fentcheck.rules.rule import Severity

FOLDER = Path(__file__).parent
NAMES = (
    "percent_change",
    "points_change",
    "times_change",
    "difference",
    "conversion",
    "exchange_rate",
    "growth",
    "slip",
    "noughts",
)
CASES = [
    pytest.param(case, id=f"{name}-{number}")
    for name in NAMES
    for number, case in enumerate(yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8")), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_a_draft_is_told_of_its_flaw_alone(case: dict[str, Any]) -> None:
    report = fentcheck.audit(case["text"])
    told = [one for one in report.findings if one.severity is not Severity.NOTE]
    flaw = case.get("flaw", [])
    assert len(told) == bool(flaw), [one.message for one in told]
    for finding in told:
        assert sorted(finding.figures) == sorted(flaw), finding.message
