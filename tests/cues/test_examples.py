"""The examples in the docstrings of cues: each `Finding:` is found, each `Clean:` is clean."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from drafted import findings

from fentcheck.cues.cue import Cue
from fentcheck.cues.registry import CUES

_EXAMPLE = re.compile(r"^ {4}(Finding|Clean): (.*(?:\n {8}.*)*)", re.MULTILINE)


def _examples() -> Iterator[tuple[Cue, str, str]]:
    for cue in CUES:
        for kind, text in _EXAMPLE.findall(cue.documentation):
            yield cue, kind, " ".join(text.split()).replace(" \\n ", "\n")


@pytest.mark.parametrize(("cue", "kind", "text"), list(_examples()))
def test_example(cue: Cue, kind: str, text: str) -> None:
    assert bool(findings(text, cue)) is (kind == "Finding")
    assert bool(findings(text)) is (kind == "Finding")


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_every_cue_is_documented(cue: Cue) -> None:
    assert {"Words", "Finding", "Clean"} <= set(re.findall(r"(?m)^ {4}(\w+):", cue.documentation))
