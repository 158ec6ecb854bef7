"""How well drafts are checked: flaws found by kind, and false alarms on clean copy.

    python -m bench.audit [FILE…] [--half first|second] [--show]

Without files, the project's own passages and drafts. A file is JSON lines or YAML: a list of
passages with `id`, `text`, `flawed`, `kind`, `severity` and `figures`, the exact parts of the text
that cannot all be true. A flaw is found where a finding names at least two of them (or the only
one) and no more figures besides than those. `--half` takes every other passage of a kind.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import fentcheck
from fentcheck.engine.finding import Finding
from fentcheck.rules.rule import Severity

OWN = Path(__file__).parent.parent / "tests" / "prose" / "passages"


class Passage(NamedTuple):
    id: str
    text: str
    flawed: bool
    kind: str
    severity: str
    figures: tuple[str, ...]


class Tally(NamedTuple):
    """How a kind of passage fared: flaws, those found, and clean ones that were flagged."""

    hard: int = 0
    hard_found: int = 0
    soft: int = 0
    soft_found: int = 0
    clean: int = 0
    flagged: int = 0
    false: int = 0
    """Findings in flawed passages that are not about the flaw."""


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file, or of all files of a folder."""
    if path.is_dir():
        for file in sorted(path.glob("*.yaml")):
            yield from passages(file)
        return
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        loaded: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines() if line]
    elif path.suffix == ".json":
        loaded = json.loads(text)
    else:
        loaded = yaml.safe_load(text)
    for one in loaded:
        yield Passage(
            one["id"], one["text"], one["flawed"], one["kind"], one["severity"],
            tuple(one["figures"]),
        )  # fmt: skip


def half_of(every: Iterable[Passage], half: str | None) -> list[Passage]:
    """Every passage, or every other one of each kind, flawed and clean apart."""
    if half is None:
        return list(every)
    seen: dict[tuple[str, bool], int] = defaultdict(int)
    found = []
    for one in every:
        number = seen[one.kind, one.flawed]
        seen[one.kind, one.flawed] += 1
        if (number % 2 == 0) is (half == "first"):
            found.append(one)
    return found


def alarms(passage: Passage) -> list[Finding]:
    report = fentcheck.audit(passage.text)
    return [one for one in report.findings if one.severity in (Severity.ERROR, Severity.WARNING)]


def is_about(finding: Finding, passage: Passage) -> bool:
    """The finding names figures of the flaw, by where they stand in the text."""
    expected = [_stretch(passage.text, figure) for figure in passage.figures]
    named = [_stretch(passage.text, figure) for figure in finding.figures]
    hit = {index for index, one in enumerate(expected) if any(_meet(one, two) for two in named)}
    return len(hit) >= min(2, len(expected))


def _stretch(text: str, part: str) -> tuple[int, int]:
    start = text.find(part)
    return start, start + len(part)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def measured(every: Iterable[Passage], show: bool) -> dict[str, Tally]:
    kinds: dict[str, Tally] = defaultdict(Tally)
    for passage in every:
        found = alarms(passage)
        right = [one for one in found if is_about(one, passage)]
        tally = kinds[passage.kind]
        if not passage.flawed:
            tally = tally._replace(clean=tally.clean + 1, flagged=tally.flagged + bool(found))
        else:
            hard = passage.severity == "hard"
            count, hits = ("hard", "hard_found") if hard else ("soft", "soft_found")
            tally = tally._replace(
                **{count: getattr(tally, count) + 1, hits: getattr(tally, hits) + bool(right)},
                false=tally.false + len(found) - len(right),
            )
        kinds[passage.kind] = tally
        if show:
            _show(passage, found, right)
    return dict(kinds)


def _show(passage: Passage, found: list[Finding], right: list[Finding]) -> None:
    if passage.flawed and right and len(right) == len(found):
        return
    if not passage.flawed and not found:
        return
    word = "FALSE ALARM" if found and not right else "MISSED" if not right else "BESIDE"
    print(f"{word} {passage.kind} {passage.id} ({passage.severity})\n  {passage.text}")
    print(f"  expected {list(passage.figures)}")
    for one in found:
        print(f"  {one.code} {one.message} {list(one.figures)}")
    print()


def table(kinds: dict[str, Tally]) -> str:
    lines = [
        "| kind | hard found | soft found | clean flagged | false beside |",
        "|---|--:|--:|--:|--:|",
    ]
    total = Tally(*(sum(values) for values in zip(*kinds.values(), strict=True)))
    for kind, one in [*sorted(kinds.items()), ("all", total)]:
        lines.append(
            f"| {kind} | {one.hard_found} of {one.hard} | {one.soft_found} of {one.soft} "
            f"| {one.flagged} of {one.clean} | {one.false} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--half", choices=("first", "second"))
    parser.add_argument("--kind", help="only this kind")
    parser.add_argument("--show", action="store_true", help="also each miss and false alarm")
    chosen = parser.parse_args()
    every = half_of((one for file in chosen.files or [OWN] for one in passages(file)), chosen.half)
    some = [one for one in every if chosen.kind in (None, one.kind)]
    print(table(measured(some, chosen.show)))


if __name__ == "__main__":
    main()
