"""One line a finding: path, position, severity, code, message. For editors and grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.output.options import Options
from fentcheck.output.parts import Part, Parted, counted
from fentcheck.output.rows import rows
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import safe


def _said(source: Source, options: Options) -> str:
    """The lines of one file; with `show_all`, the relations that hold as well."""
    lines = []
    for finding in source.checked.findings:
        if finding.waived:
            continue
        place = f"{safe(finding.path)}:{finding.span.line}:{finding.span.column}"
        kind = f"{finding.severity.value} {finding.code}"
        verdict = f" {finding.verdict.value}:" if finding.verdict else ""
        lines.append(f"{place}: {kind}{verdict} {safe(finding.message)}\n")
    if options.show_all:
        for row in rows(source.checked):
            if not row.judgement.verdict.fails:
                verdict = row.judgement.verdict.value
                lines.append(
                    f"{safe(row.path)}:{row.line}: {verdict} {row.code} {safe(row.text)}\n"
                )
    return "".join(lines)


def _whole(parts: Iterable[Part], summary: Summary, options: Options) -> Iterator[str]:
    for part in counted(parts, summary):
        if part.said:
            yield part.said
    if options.statistics:
        for code, count in sorted(summary.codes.items()):
            yield f"{code}: {count}\n"


CONCISE = Parted(_said, _whole, looks_first=False)


def concise(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The lines of a report; with `show_all`, the relations that hold as well."""
    return CONCISE.report(sources, summary, options)
