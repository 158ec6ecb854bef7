"""Cues that look across a draft, on wordings of their own: `across.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from drafted import findings

_CASES = Path(__file__).parent / "across.yaml"


def _cases(kind: str) -> list[Any]:
    loaded = yaml.safe_load(_CASES.read_text(encoding="utf-8"))
    return [case for group in loaded.values() for case in group[kind]]


@pytest.mark.parametrize("case", _cases("flagged"), ids=lambda case: case["text"][:60])
def test_flagged(case: dict[str, Any]) -> None:
    found = findings(case["text"])
    named = [figure for finding in found for figure in finding.figures]
    assert found
    for figure in case.get("figures", ()):
        assert any(figure in one or one in figure for one in named), named


@pytest.mark.parametrize("case", _cases("clean"), ids=lambda case: case["text"][:60])
def test_clean(case: dict[str, Any]) -> None:
    assert [one.message for one in findings(case["text"])] == []
