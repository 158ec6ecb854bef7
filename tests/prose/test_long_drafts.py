"""The long texts that the prose checker is examined on hold the errors that they list, no others.

Beside each draft lies a list of its errors and of the sums that come out in it: all that a
careful reader could work out from its figures, above all where they tempt to a false alarm.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from arithmetic import comes_out

DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.md"))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_draft_is_what_its_list_says(draft: Path) -> None:
    text = draft.read_text(encoding="utf-8")
    listed = _listed(draft)
    lines = text.splitlines()
    assert 300 <= len(text.split()) <= 700
    assert len(re.findall(r"\d[\d,.]*", text)) >= 20
    assert listed["clean"] is (not listed["errors"])
    for error in listed["errors"]:
        for figure in error["figures"]:
            assert lines[figure["line"] - 1].count(figure["text"]) == 1, figure
        assert not comes_out(error["check"]), error["relation"]
    assert [held for held in listed["holds"] if not comes_out(held)] == []


def test_half_of_the_drafts_are_clean() -> None:
    clean = [_listed(draft)["clean"] for draft in DRAFTS]
    assert len(clean) >= 16
    assert clean.count(True) * 2 == len(clean)
    assert all(2 <= len(_listed(d)["errors"]) <= 4 for d in DRAFTS if not _listed(d)["clean"])


def _listed(draft: Path) -> dict[str, Any]:
    return yaml.safe_load(draft.with_suffix(".yaml").read_text(encoding="utf-8"))
