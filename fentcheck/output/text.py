"""The report for a person at a terminal: grouped by article, each finding with its arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Verdict
from fentcheck.expressions.compile import Readings
from fentcheck.output.options import Options
from fentcheck.output.parts import Part, Parted, counted
from fentcheck.output.rows import rows
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import Style, safe, wrapped
from fentcheck.output.words import (
    besides,
    capital,
    checked_words,
    count,
    ended,
    first_words,
    has_sides,
    mends_of,
    power_words,
    verdict_words,
)
from fentcheck.phrases.display import interval_text, with_unit
from fentcheck.rules.rule import Severity
from fentcheck.units.unit import Unit


def _said(source: Source, options: Options) -> str:
    """The findings of a file below its name, and its relations where they are asked for."""
    checked = source.checked
    told = [finding for finding in checked.findings if not finding.waived]
    if not told and not (options.show_all and checked.judgements):
        return ""
    style = Style(options.colour)
    pieces = [] if checked.is_across else [_heading(checked, style)]
    lines = source.text.split("\n")
    pieces += [_finding(finding, source, lines, style, options) for finding in told]
    if options.show_all and checked.judgements:
        pieces.append(_table(source, style, options))
    return "".join(pieces)


def _whole(parts: Iterable[Part], summary: Summary, options: Options) -> Iterator[str]:
    """File by file, and a summary at the end."""
    style = Style(options.colour)
    across = f"{style('Across articles', 'bold')}\n\n"
    for part in counted(parts, summary):
        if part.said and part.is_across:
            yield across
            across = ""
        if part.said:
            yield part.said
    if options.statistics:
        yield _statistics(summary)
    yield _summary(summary, style)


TEXT = Parted(_said, _whole)


def text(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The whole report, file by file, and a summary at its end."""
    return TEXT.report(sources, summary, options)


def _heading(checked: Checked, style: Style) -> str:
    article = checked.article
    about = ", ".join(part for part in (article.publisher, article.published_text) if part)
    title = f"  {article.title}" if article.title else ""
    shown = safe(f"{title} ({about})" if about else title)
    return f"{style(safe(article.path), 'bold')}{style(shown, 'dim')}\n\n"


def _finding(
    finding: Finding, source: Source, lines: list[str], style: Style, options: Options
) -> str:
    checked = source.checked
    colour = _COLOURS[finding.severity]
    place = f"{finding.span.line}:{finding.span.column}"
    if finding.path != checked.article.path:
        place = f"{safe(finding.path)}:{place}"
    severity = style(finding.severity.value, "bold", colour)
    head = f"{severity} {style(finding.code, 'bold')} {finding.rule}"
    parts = [f"  {place:<7} {head}{_verdict(finding)}\n"]
    parts.append(wrapped(safe(ended(finding.message)), options.width, "    ") + "\n")
    if source.audit is not None and finding.claims:
        from fentcheck.output.passage import passages  # it brings all that reads prose

        parts.append(passages(finding, source.audit, style, options.width))
    else:
        parts.append(_source_lines(finding, lines, checked, style, options.width))
    if has_sides(finding, checked):
        parts.append(_sides(finding, style))
    for label, words in mends_of(finding, checked):
        parts.append(f"    {style(f'{safe(label)}:', 'green')} {safe(words)}\n")
    return "".join(parts) + "\n"


def _verdict(finding: Finding) -> str:
    words = verdict_words(finding)
    return f" · {words}" if words else ""


def _source_lines(
    finding: Finding, lines: list[str], checked: Checked, style: Style, width: int
) -> str:
    """The lines of the claims with whose they are, and the line of the finding, marked."""
    here = checked.article.path
    if finding.path != here and not finding.claims:
        return ""  # a place in the article's text, whose lines are not at hand
    places = finding.related if not finding.table else ()  # the table names them all
    notes = {place.span.line: place.message for place in places if place.path == here}
    at = finding.at_claim or (finding.claims[-1] if finding.claims else "")
    own = at.rpartition(".")[2]
    is_own = finding.verdict is not None and finding.code != "FC202"
    if finding.verdict is None:
        notes[finding.span.line] = ""
    if finding.path == here:
        notes.setdefault(finding.span.line, f"{own}: " if is_own else "")
    gutter = max((len(str(line)) for line in notes), default=1)
    bodies = {
        line: safe(_beginning(lines[line - 1]).strip())
        for line in sorted(notes)
        if 1 <= line <= len(lines)
    }
    labels = {line: _label(notes[line]) for line in bodies}
    room = max((len(body) for line, body in bodies.items() if labels[line]), default=0)
    shown = []
    for line, body in bodies.items():
        label = labels[line]
        text = body if len(body) + gutter + 7 <= width else body[: width - gutter - 8] + "…"
        ruler = style(str(line).rjust(gutter) + " │", "dim")
        if label and 4 + gutter + 3 + room + 4 + len(label) <= width:
            shown.append(f"    {ruler} {text.ljust(room)}  {style('← ' + label, 'dim')}\n")
        else:
            shown.append(f"    {ruler} {text}\n")
            if label:
                below = f"    {' ' * gutter} │   "
                shown.append(style(wrapped(f"← {label}", width, below), "dim") + "\n")
        if line == finding.span.line and finding.path == here:
            shown.append(_mark(finding, _beginning(lines[line - 1]), text, gutter, style))
    if finding.table:
        return "".join(shown) + _figures(finding.table, style, width)
    if finding.path != here:
        printed = dict(zip(finding.claims, finding.figures, strict=False)).get(at, "")
        value = f"{own}: {printed}" if printed else own
        shown.append(f"    {safe(finding.path)}:{finding.span.line}: {safe(value)}\n")
    own_place = (finding.path, finding.span.line)
    for place in finding.related:
        if place.path != here and (place.path, place.span.line) != own_place:
            shown.append(f"    {safe(place.path)}:{place.span.line}: {safe(place.message)}\n")
    return "".join(shown)


def _figures(table: Sequence[Sequence[str]], style: Style, width: int) -> str:
    """Figures with their scope, period and article; of a long list the beginning."""
    rows = [("figure", "scope", "period", "article"), *table[:_MOST_FIGURES]]
    widths = [max(len(safe(row[column])) for row in rows) for column in range(4)]
    lines = []
    for row in rows:
        cells = [safe(cell).ljust(size) for cell, size in zip(row, widths, strict=True)]
        line = "  ".join(cells).rstrip()
        line = line if len(line) + 4 <= width else line[: width - 5] + "…"
        lines.append(f"    {style(line, *(('dim',) if row is rows[0] else ()))}\n")
    if len(table) > _MOST_FIGURES:
        lines.append(f"    … and {len(table) - _MOST_FIGURES:,} more\n")
    return "".join(lines)


_MOST_FIGURES = 30
_LONGEST = 10_000


def _beginning(line: str) -> str:
    """A line, or of a very long one what can be shown: no terminal is so wide."""
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _label(message: str) -> str:
    """The claim's id and, where there is one, its scope, without the value that the line shows."""
    name, _, rest = message.partition(": ")
    return safe(f"{name} {rest[rest.rindex(' (') + 1 :]}" if rest.endswith(")") else name)


def _mark(finding: Finding, source: str, shown: str, gutter: int, style: Style) -> str:
    """A line of tildes under the part of the line that is at fault."""
    indent = len(source) - len(source.lstrip())
    marks = [" "] * len(shown)
    spans = [finding.span]
    if finding.verdict is None:  # both operands of what does not fit
        spans += [place.span for place in finding.related]
    for span in spans:
        if span.line == span.end_line == finding.span.line:
            start, end = span.column - 1 - indent, span.end_column - 1 - indent
            for position in range(max(0, start), min(max(end, start + 1), len(shown))):
                marks[position] = "~"
    mark = "".join(marks).rstrip()
    if not mark:
        return ""
    return f"    {style(' ' * gutter + ' │', 'dim')} {style(mark, _COLOURS[finding.severity])}\n"


def _sides(finding: Finding, style: Style) -> str:
    assert finding.stated is not None
    assert finding.computed is not None
    rows = [("", "as worded", "as read")]
    for label, side in (("stated", finding.stated), ("computed", finding.computed)):
        literal, pragmatic = _readings_shown(side.readings, side.unit)
        rows.append((label, literal, pragmatic))
    first = max(len(row[0]) for row in rows)
    second = max(len(row[1]) for row in rows)
    return "".join(
        f"    {style(row[0].ljust(first), 'dim')}  {style(row[1].ljust(second), *_dim(row))}"
        f"  {style(row[2], *_dim(row))}\n"
        for row in rows
    )


def _dim(row: tuple[str, str, str]) -> tuple[str, ...]:
    return () if row[0] else ("dim",)


def _readings_shown(readings: Readings, unit: Unit) -> tuple[str, str]:
    return (
        with_unit(interval_text(readings.literal), unit),
        with_unit(interval_text(readings.pragmatic), unit),
    )


def _table(source: Source, style: Style, options: Options) -> str:
    """The relations that were checked, for signing off."""
    shown = []
    checked = source.checked
    for row in rows(checked):
        verdict = row.judgement.verdict
        words = verdict.value + (", entailed" if row.judgement.entailed else "")
        mark = style(f"{MARKS[verdict]} {words:<15}", _VERDICT_COLOURS[verdict])
        names = row.claims if checked.is_across else [one.rpartition(".")[2] for one in row.claims]
        claims = f"line {row.line}" if checked.is_draft else ", ".join(names)
        shown.append(f"  {mark} {style(row.code, 'bold')}  {style(safe(claims), 'dim')}\n")
        text = safe(ended(row.text) + power_words(row))
        shown.append(wrapped(text, options.width, "      ") + "\n")
    heading = "" if checked.is_across else f"  {style('Relations checked', 'bold')}\n"
    return heading + "".join(shown) + "\n"


def _statistics(summary: Summary) -> str:
    lines = [f"  {code}  {count}\n" for code, count in sorted(summary.codes.items())]
    return "".join(lines) + ("\n" if lines else "")


def _summary(summary: Summary, style: Style) -> str:
    counts = [
        style(count(number, severity.value), "bold", _COLOURS[severity])
        for severity, number in summary.findings.items()
        if number
    ]
    counts += besides(summary)
    end = ", ".join(counts) if counts else style("nothing to mend", "green")
    first = first_words(summary)
    return f"{checked_words(summary)}.\n{capital(end)}.\n" + (f"{safe(first)}\n" if first else "")


_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_VERDICT_COLOURS = {
    Verdict.HOLDS: "green",
    Verdict.STRAINED: "yellow",
    Verdict.CONTRADICTED: "red",
    Verdict.UNTESTABLE: "cyan",
}
MARKS = {
    Verdict.HOLDS: "✓",
    Verdict.STRAINED: "~",
    Verdict.CONTRADICTED: "✗",
    Verdict.UNTESTABLE: "?",
}
