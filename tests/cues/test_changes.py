"""Cases of the cues about changes, growth, conversions and slips of noughts.

`flaw` are the figures that the one finding names; without it the draft is clean.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import fentcheck
from fentcheck.engine.judge import Verdict
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


_BRIDGE = (
    "The Fenwick bridge, first put at $2.4 billion, is now expected to cost $3.6 billion, "
    "a 33 percent increase, the state said."
)
_APPLES = "Apple exports were $12 million in 2022 and $9 million in 2023, down 33 percent."


def test_sections_do_not_explain_each_other() -> None:
    text = f"# In brief\n\n## The bridge\n\n{_BRIDGE}\n\n## Apples\n\n{_APPLES}\n"
    told = [one.message for one in fentcheck.audit(text).findings]
    assert len(told) == 2
    assert "is 50 percent" in told[0]
    assert "is \N{MINUS SIGN}25 percent" in told[1]


@pytest.mark.parametrize(("heading", "related"), [("", 1), ("## In the south\n\n", 0)])
def test_a_heading_ends_what_a_paragraph_takes_up(
    tmp_path: Path, heading: str, related: int
) -> None:
    first = "## In the north\n\nSales were £40m in 2022 and £50m in 2023, the mill said."
    path = tmp_path / "draft.md"
    path.write_text(f"{first}\n\n{heading}Sales rose 25%, the owner said.\n", "utf-8")
    report = fentcheck.audit_files([str(path)])
    assert len(report.relations) == related


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Rates went from 4.5% to 5%, a rise of 0.5%.", Verdict.UNTESTABLE),
        ("Wages rose from $15 to $18 an hour, a 25% increase.", Verdict.UNTESTABLE),
        ("Wages fell from $18 to $15 an hour, a 12% cut.", Verdict.UNTESTABLE),
        ("Wages rose from $15 to $18 an hour, a 20% increase.", Verdict.HOLDS),
        ("Wages rose from $15 to $18 an hour, a 22% increase.", Verdict.HOLDS),
    ],
)
def test_what_only_rounding_could_make_true_does_not_hold(text: str, verdict: Verdict) -> None:
    report = fentcheck.audit(text)
    changes = [one.verdict for one in report.relations if one.relation.code == "FC401"]
    assert changes == [verdict]
    assert report.findings == ()
