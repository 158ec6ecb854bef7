"""The texts that the prose checker is examined on say what their labels say.

Each passage and each draft is examined by plain arithmetic alone: its figures stand in it, and
the sum beside it comes out if it is clean and does not if it is flawed.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from arithmetic import comes_out

FOLDER = Path(__file__).parent / "passages"
PASSAGES: list[dict[str, Any]] = [
    passage
    for file in sorted(FOLDER.glob("*.yaml"))
    for passage in yaml.safe_load(file.read_text(encoding="utf-8"))
]
KEYS = ["id", "text", "flawed", "kind", "figures", "relation", "severity", "note", "check"]
SEVERITIES = {True: {"hard", "soft"}, False: {"near", "plain"}}


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["id"])
def test_passage_is_what_its_label_says(passage: dict[str, Any]) -> None:
    assert list(passage) == KEYS
    assert passage["severity"] in SEVERITIES[passage["flawed"]]
    assert out_of_place(passage["figures"], passage["text"]) == []
    assert comes_out(passage["check"]) is not passage["flawed"]


def test_ids_are_unique_and_files_are_kinds() -> None:
    assert [one for one, times in Counter(p["id"] for p in PASSAGES).items() if times > 1] == []
    for file in FOLDER.glob("*.yaml"):
        kinds = {p["kind"] for p in yaml.safe_load(file.read_text(encoding="utf-8"))}
        assert kinds == {file.stem.removesuffix("_more").removesuffix("_wider")}


def test_every_kind_has_flawed_and_clean_passages() -> None:
    count = Counter((p["kind"], p["flawed"]) for p in PASSAGES)
    kinds = {kind for kind, _ in count}
    assert len(kinds) == 26
    assert [kind for kind in kinds if min(count[kind, True], count[kind, False]) < 3] == []


def test_sums_are_exact_and_no_code_runs() -> None:
    assert comes_out("0.1 + 0.2 == 0.3 and abs(-1) == 1")
    assert not comes_out("near(2, 3) and 1 == 1")
    for code in ["__import__('os')", "open('x') == 1", "1", "'a' == 'a'", "len == 1"]:
        with pytest.raises((ValueError, KeyError)):
            comes_out(code)


def out_of_place(figures: list[str], text: str) -> list[str]:
    """The figures that do not occur once, and after the one before them."""
    places = [text.find(figure) for figure in figures]
    return [
        figure
        for at, figure in enumerate(figures)
        if text.count(figure) != 1 or (at and places[at] <= places[at - 1])
    ]
