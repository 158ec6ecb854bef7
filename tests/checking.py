"""Text in, findings out; and the expectations that stand beside the lines they are about.

    value: 75,000 people/year   # expect: FC201 contradicted 54,750

An expectation is a code, a verdict unless the rule's severity is fixed, and a part of the message
if one follows. A semicolon joins several on one line. No expectation at all means clean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import NamedTuple

from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Verdict
from fentcheck.files.config import Config
from fentcheck.files.load import Library


def check(text: str, beside: Mapping[str, str] = MappingProxyType({})) -> tuple[Finding, ...]:
    """What is found in the text of a claims file called "article", by position.

    `beside` are the texts of files beside it, by their paths.
    """
    with TemporaryDirectory() as folder:
        for name, content in {**beside, "article.yaml": text}.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return check_files(Path(folder))


def check_files(*paths: Path) -> tuple[Finding, ...]:
    """What an editor is told of claims files and folders of them; by file, then by position."""
    return tuple(finding for finding in all_findings(*paths) if not finding.waived)


def all_findings(*paths: Path) -> tuple[Finding, ...]:
    """The same with the waived ones."""
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    library = Library([str(path) for path in paths], Config(str(folder)), today=0)
    return tuple(finding for source in library.check() for finding in source.checked.findings)


class Expected(NamedTuple):
    """A finding that should be there; `words` are a part of its message."""

    line: int
    code: str
    verdict: Verdict | None
    words: str

    def is_met_by(self, finding: Finding) -> bool:
        place_and_kind = (finding.span.line, finding.code, finding.verdict)
        return place_and_kind == (self.line, self.code, self.verdict) and (
            self.words in finding.message
        )

    def __str__(self) -> str:
        verdict = self.verdict.value if self.verdict else ""
        return " ".join(f"{self.line} {self.code} {verdict} {self.words}".split())


def expectations(text: str) -> list[Expected]:
    """The expectations in a text, by line."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        comment = _COMMENT.search(line)
        if comment:
            found += [_expected(number, part.strip()) for part in comment.group(1).split(";")]
    return found


def differences(expected: Iterable[Expected], findings: Sequence[Finding]) -> list[str]:
    """Every expectation that is not met, and every finding that was not expected."""
    left = list(findings)
    missing = []
    for one in sorted(expected, key=lambda one: -len(one.words)):
        met = next((finding for finding in left if one.is_met_by(finding)), None)
        if met is None:
            missing.append(f"missing:  {one}")
        else:
            left.remove(met)
    return missing + [f"too much: {shown(finding)}" for finding in left]


def shown(finding: Finding) -> str:
    """A finding as an expectation would put it."""
    return str(Expected(finding.span.line, finding.code, finding.verdict, finding.message))


def by_file(findings: Iterable[Finding]) -> dict[Path, list[Finding]]:
    """Findings by the file that they stand in."""
    found: dict[Path, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[Path(finding.path).resolve()].append(finding)
    return found


def _expected(line: int, text: str) -> Expected:
    code, _, rest = text.partition(" ")
    first, _, more = rest.strip().partition(" ")
    if first in _VERDICTS:
        return Expected(line, code, _VERDICTS[first], more.strip())
    return Expected(line, code, None, rest.strip())


_COMMENT = re.compile(r"(?:#|<!--) expect: (.+?)(?: -->)?$")
"""In YAML and in Markdown."""
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
