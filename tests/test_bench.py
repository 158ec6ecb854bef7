"""The measures of speed: sides take turns, and another release is laid out or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("resource")

from bench.pairs import ROOT, Taken, by_turns, ratio_of, run
from bench.previous import previous


def test_sides_take_turns_and_begin_by_turns() -> None:
    told: list[str] = []

    def side(name: str, taken_s: float) -> Taken:
        told.append(name)
        return Taken(taken_s, 0)

    found = by_turns({"a": lambda: side("a", 2), "b": lambda: side("b", 4)}, 2)
    assert told == ["a", "b", "b", "a", "a", "b"]  # the first round does not count
    assert [taken.processor_s for taken in found["a"]] == [2, 2]
    assert ratio_of([2, 3, 8], [4, 4, 4]).middle == 0.75


def test_what_a_process_takes_is_its_own() -> None:
    assert run(["-c", "sum(range(3_000_000))"]).processor_s > run(["-c", ""]).processor_s
    with pytest.raises(SystemExit, match="ended with 5"):
        run(["-c", "raise SystemExit(5)"])


def test_a_previous_release_is_a_folder_of_one(tmp_path: Path) -> None:
    assert previous(str(ROOT), tmp_path) == ROOT
    with pytest.raises(SystemExit, match="no folder of a release and no commit"):
        previous("no-such-commit", tmp_path)
