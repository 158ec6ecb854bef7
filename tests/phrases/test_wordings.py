"""Every wording of a hedge, a rise, a record or a mean says what it is listed for."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from fentcheck.phrases.hedges import (
    SENSES,
    TRAIL_SENSES,
    Direction,
    Hedge,
    Plain,
    Sense,
    Statistic,
    Superlative,
)

TABLE = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text(encoding="utf-8"))
KINDS = {kind.__name__: kind for kind in (Hedge, Direction, Superlative, Statistic, Plain)}


def _listed(part: str) -> dict[str, Sense]:
    found: dict[str, Sense] = {}
    for name, wordings in TABLE[part].items():
        kind, _, member = name.partition(".")
        found.update(dict.fromkeys(wordings, KINDS[kind][member]))
    return found


def test_before_a_number() -> None:
    assert _listed("before") == SENSES


def test_behind_a_number() -> None:
    assert _listed("behind") == TRAIL_SENSES


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (
            Hedge,
            "bare, exact, approximator, from below, strict lower, closed lower, slightly above, "
            "well above, odd, strict upper, closed upper, well below, up to, order of",
        ),
        (Direction, "up, down"),
        (Superlative, "highest, lowest"),
        (Statistic, "total, mean, median, maximum, minimum"),
        (Plain, "nothing, factor"),
    ],
)
def test_what_they_are_called_in_reports(kind: type[Sense], values: str) -> None:
    assert [one.value for one in kind] == values.split(", ")
