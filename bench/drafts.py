"""How well long drafts are checked: seeded errors found, and findings in clean ones.

    python -m bench.drafts [FOLDER] [--half first|second] [--show]

A draft is a Markdown file with a YAML file beside it: `clean`, and `errors`, each with the figures
that cannot all be true, by line and text. An error is found where a finding names two of them. Of
an error that repeats elsewhere, a finding about one of its figures and another statement counts.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import yaml

import fentcheck
from fentcheck.engine.finding import Finding
from fentcheck.rules.rule import Severity

OWN = Path(__file__).parent.parent / "tests" / "prose" / "drafts"


class Tally(NamedTuple):
    """One draft: its seeded errors, those found, and findings about anything else."""

    name: str
    is_clean: bool
    errors: int
    found: int
    false: int


def drafts(folder: Path, half: str | None) -> list[Path]:
    every = sorted(folder.glob("*.md"))
    return every if half is None else every[0 if half == "first" else 1 :: 2]


def tally(path: Path, show: bool) -> Tally:
    about = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    report = fentcheck.audit_files([str(path)])
    told = [one for one in report.findings if one.severity in (Severity.ERROR, Severity.WARNING)]
    errors = about.get("errors") or []
    found = 0
    right: set[int] = set()
    for error in errors:
        places = [(figure["line"], figure["text"]) for figure in error["figures"]]
        hits = [one for one in told if _names(one, places)]
        found += bool(hits)
        right.update(map(id, hits))
        if show and not hits:
            print(f"MISSED {path.name} {error['kind']} {places}")
    for one in told:
        if show and id(one) not in right:
            print(f"FALSE {path.name} {one.span.line} {one.code} {one.message} {one.figures}")
    return Tally(path.stem, bool(about["clean"]), len(errors), found, len(told) - len(right))


def _names(finding: Finding, places: list[tuple[int, str]]) -> bool:
    """Two of the figures, or one of them beside another statement of the same, are named."""
    lines = {finding.span.line, *(place.span.line for place in finding.related)}
    named = [
        text
        for line, text in places
        if line in lines and any(text in one or one in text for one in finding.figures)
    ]
    return len(named) >= min(2, len(places)) or (len(named) == 1 and finding.code == "FC101")


def table(tallies: list[Tally]) -> str:
    seeded, clean = (
        [one for one in tallies if not one.is_clean],
        [one for one in tallies if one.is_clean],
    )
    lines = ["| drafts | errors found | false findings |", "|---|--:|--:|"]
    for name, some in (("seeded", seeded), ("clean", clean)):
        found, errors = sum(one.found for one in some), sum(one.errors for one in some)
        lines.append(
            f"| {len(some)} {name} | {found} of {errors} | {sum(one.false for one in some)} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=OWN)
    parser.add_argument("--half", choices=("first", "second"))
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    print(table([tally(path, chosen.show) for path in drafts(chosen.folder, chosen.half)]))


if __name__ == "__main__":
    main()
