"""GitLab's code quality report: a JSON list of findings, for the widget of a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.output.fingerprint import Fingerprints
from fentcheck.output.json import encoded
from fentcheck.output.options import Options
from fentcheck.output.places import shown_from_root
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import safe
from fentcheck.output.words import ended, shortened
from fentcheck.rules.rule import Severity


def gitlab(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The findings as they come; waived ones are left out, as GitLab knows no such thing."""
    fingerprint = Fingerprints(options.root)
    between = "\n"
    yield "["
    for source in sources:
        summary.add(source.checked)
        for finding in source.checked.findings:
            if finding.waived:
                continue
            span = finding.span
            issue = {
                "description": safe(shortened(ended(finding.message), _LONGEST)),
                "check_name": f"{finding.code} {finding.rule}",
                "fingerprint": fingerprint(finding),
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": shown_from_root(finding.path, options.root),
                    "lines": {"begin": span.line, "end": span.end_line},
                },
            }
            yield f"{between}  {encoded(issue)}"
            between = ",\n"
    yield "\n]\n" if between != "\n" else "]\n"


_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_LONGEST = 2_000
