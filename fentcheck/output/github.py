"""Annotations of GitHub Actions: workflow commands, one a finding.

GitHub shows the first ten of each kind of a step at their lines, and all of them in its log. So
errors come first, and a line in plain words at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.output.options import Options
from fentcheck.output.places import shown_from_root
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import safe
from fentcheck.output.words import (
    capital,
    checked_words,
    ended,
    found_words,
    mends_of,
    shortened,
    table_lines,
    verdict_words,
)
from fentcheck.rules.rule import Severity


def github(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """Errors as they are found, then warnings, then notices, then what it comes to."""
    later: dict[Severity, list[str]] = {Severity.WARNING: [], Severity.NOTE: []}
    for source in sources:
        summary.add(source.checked, looks_first=True)  # for the step summary
        for finding in source.checked.findings:
            if finding.waived:
                continue
            line = _annotation(finding, source.checked, options)
            if finding.severity is Severity.ERROR:
                yield line
            else:
                later[finding.severity].append(line)
    for lines in later.values():
        yield from lines
    yield f"fentcheck: {checked_words(summary)}. {capital(found_words(summary))}.\n"


def _annotation(finding: Finding, checked: Checked, options: Options) -> str:
    span = finding.span
    properties = [("line", str(span.line)), ("endLine", str(span.end_line))]
    if span.line == span.end_line:  # GitHub takes columns within one line alone
        columns = [("col", str(span.column)), ("endColumn", str(span.end_column))]
        properties = [properties[0], columns[0], properties[1], columns[1]]
    if finding.path != "-":
        properties.insert(0, ("file", shown_from_root(finding.path, options.root)))
    properties.append(("title", f"{finding.code} {finding.rule}"))
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties)
    return f"::{_COMMANDS[finding.severity]} {shown}::{_message(finding, checked)}\n"


def _message(finding: Finding, checked: Checked) -> str:
    words = verdict_words(finding)
    lines = [shortened(ended(finding.message), _LONGEST)]
    lines += [ended(words)] if words else []
    lines += [f"{capital(label)}: {text}" for label, text in mends_of(finding, checked)]
    lines += table_lines(finding, _MOST_FIGURES)
    return "%0A".join(_data(safe(line)) for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A path may hold anything: what stands for one of its bytes is told as it is shown."""
    return _data(safe(text)).replace(":", "%3A").replace(",", "%2C")


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LONGEST = 2_000
_MOST_FIGURES = 10
