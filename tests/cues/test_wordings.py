"""Cues that look across a draft, on wordings of their own: `across.yaml` and the like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from drafted import findings

_HERE = Path(__file__).parent
_CASES = tuple(
    _HERE / f"{name}.yaml"
    for name in ("across", "closing", "elsewhere", "reworded", "signs", "signatures")
)


def _cases(kind: str) -> list[Any]:
    loaded = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in _CASES]
    return [case for groups in loaded for group in groups.values() for case in group.get(kind, ())]


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
