"""What the fuzzer found, and some of what it grew, through the same functions without it."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from fuzz.harness import TARGETS

HERE = Path(__file__).parent
INPUTS = sorted(path for target in TARGETS for path in (HERE / target).glob("*"))
HANGS_S = 20
"""A thousand times what they take: an input that comes near it hangs."""


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_holds_of_every_input(path: Path) -> None:
    start = process_time()
    TARGETS[path.parent.name](path.read_bytes())
    assert process_time() - start < HANGS_S


def test_there_are_inputs_of_every_target() -> None:
    assert {path.parent.name for path in INPUTS} == set(TARGETS)
