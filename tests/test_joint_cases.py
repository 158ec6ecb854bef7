"""The cases of the joint check name the exact sets of claims, in lines like `# set: a, b, c`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from checking import check_files

from fentcheck.engine.finding import Finding

CASES = sorted((Path(__file__).parent / "cases" / "fc203").glob("*.yaml"))
_SET = re.compile(r"^# set: (.+)$", re.MULTILINE)


def _found_in(case: Path) -> list[Finding]:
    return [one for one in check_files(case) if one.code == "FC203" and one.verdict is None]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_sets_are_those_stated(case: Path) -> None:
    stated = [sorted(one.split(", ")) for one in _SET.findall(case.read_text(encoding="utf-8"))]
    found = [sorted(name.partition(".")[2] for name in one.claims) for one in _found_in(case)]
    assert sorted(found) == sorted(stated)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_derivation_can_be_followed(case: Path) -> None:
    for finding in _found_in(case):
        steps = finding.message.split("; ")
        assert len(steps) <= 6
        assert all(len(step) < 150 for step in steps)
        assert len(set(steps)) == len(steps)
        # Every figure of the set is in it, and what is left without one has been found before.
        assert all(figure.split()[-1] in finding.message for figure in finding.figures)
        assert not re.search(r"any number|no number at all", finding.message)


def test_there_are_cases_enough() -> None:
    flagged = [case for case in CASES if _SET.search(case.read_text(encoding="utf-8"))]
    assert len(CASES) >= 40
    assert 2 * len(flagged) <= len(CASES)
