"""Cases of the cues about wholes and parts: text in, the figures of the finding out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import fentcheck
from fentcheck.cues.cue import Cue
from fentcheck.cues.registry import CUES
from fentcheck.rules.rule import Severity

FOLDER = Path(__file__).parent
NAMES = (
    "share_of", "shares_of_one", "parts", "tally", "ratio", "wholes_and_parts", "other_words",
    "fitting", "printed",
)  # fmt: skip


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
    assert not missing
    assert len(named[0]) == len(figures)


@pytest.mark.parametrize("cue", [one for one in CUES if one.name.replace("-", "_") in NAMES])
def test_its_documentation_says_what_is_found(cue: Cue) -> None:
    lines = {
        key: words
        for key, _, words in (
            line.strip().partition(": ") for line in cue.documentation.split("\n")
        )
    }
    (finding,) = fentcheck.audit(lines["Finding"]).findings
    assert finding.severity is not Severity.NOTE
    assert fentcheck.audit(lines["Clean"]).findings == ()
