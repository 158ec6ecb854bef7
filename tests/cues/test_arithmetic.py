"""Drafts with the figures that a finding names, and tempting ones that are clean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import fentcheck
from fentcheck.rules.rule import Severity

HERE = Path(__file__).parent
FILES = (
    "so_much_each",
    "rate_over_time",
    "per_head",
    "length_and_breadth",
    "doses",
    "mixed",
    "more",
    "near",
    "alone",
    "comes_to",
)
CASES = [
    pytest.param(case, id=f"{name}-{number}")
    for name in FILES
    for number, case in enumerate(yaml.safe_load((HERE / f"{name}.yaml").read_text()), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_a_draft_is_told_of_its_flaw_alone(case: dict[str, Any]) -> None:
    text = case["text"]
    report = fentcheck.audit(text)
    told = [one for one in report.findings if one.severity in (Severity.ERROR, Severity.WARNING)]
    flaw = case.get("flaw", [])
    assert len(told) == bool(flaw), [one.message for one in told]
    if flaw:
        named = told[0].figures
        assert len(named) == len(flaw), named
        for part in flaw:
            assert any(part in one or one in part for one in named), (part, named)
