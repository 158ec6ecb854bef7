"""One line a finding: path, position, severity, code, message. For editors and grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.output.options import Options
from fentcheck.output.rows import rows
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import safe


def concise(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The lines of a report; with `show_all`, the relations that hold as well."""
    for source in sources:
        summary.add(source.checked)
        for finding in source.checked.findings:
            if finding.waived:
                continue
            place = f"{safe(finding.path)}:{finding.span.line}:{finding.span.column}"
            kind = f"{finding.severity.value} {finding.code}"
            verdict = f" {finding.verdict.value}:" if finding.verdict else ""
            yield f"{place}: {kind}{verdict} {safe(finding.message)}\n"
        if options.show_all:
            for row in rows(source.checked):
                if not row.judgement.verdict.fails:
                    verdict = row.judgement.verdict.value
                    yield f"{safe(row.path)}:{row.line}: {verdict} {row.code} {safe(row.text)}\n"
    if options.statistics:
        for code, count in sorted(summary.codes.items()):
            yield f"{code}: {count}\n"
