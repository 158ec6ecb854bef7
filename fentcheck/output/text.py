"""The report for a person at a terminal: grouped by article, each finding with its arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Verdict
from fentcheck.engine.offer import NEAREST
from fentcheck.engine.wording import figure
from fentcheck.expressions.compile import Readings
from fentcheck.output.options import Options
from fentcheck.output.rows import Row, rows
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import Style, safe, wrapped
from fentcheck.phrases.display import factor, interval_text, plain, rounded_up, with_unit
from fentcheck.rules.rule import Severity
from fentcheck.units.unit import Rational, Unit


def text(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The whole report, file by file, and a summary at its end."""
    style = Style(options.colour)
    across = f"{style('Across articles', 'bold')}\n\n"
    for source in sources:
        checked = source.checked
        summary.add(checked)
        summary.look_first(checked)
        told = [finding for finding in checked.findings if not finding.waived]
        if not told and not (options.show_all and checked.judgements):
            continue
        if checked.is_across:
            yield across
            across = ""
        else:
            yield _heading(checked, style)
        lines = source.text.split("\n")
        for finding in told:
            yield _finding(finding, source, lines, style, options)
        if options.show_all and checked.judgements:
            yield _table(source, style, options)
    if options.statistics:
        yield _statistics(summary)
    yield _summary(summary, style)


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
    parts = [f"  {place:<7} {head}{_verdict_words(finding)}\n"]
    parts.append(wrapped(safe(_ended(finding.message)), options.width, "    ") + "\n")
    if source.audit is not None and finding.claims:
        from fentcheck.output.passage import passages  # it brings all that reads prose

        parts.append(passages(finding, source.audit, style, options.width))
    else:
        parts.append(_source_lines(finding, lines, checked, style, options.width))
    if _has_sides(finding, checked):
        parts.append(_sides(finding, style))
    for offer in finding.mend.offers:
        is_nearest = offer.kind == NEAREST
        label = "the nearest figure that fits" if is_nearest else "a likely slip"
        words = offer.text if is_nearest else f"{offer.kind}: {offer.text}"
        if offer.claim is not None and len(finding.claims) > 1:
            label += f" ({_name_of(offer.claim, checked)})"
        parts.append(f"    {style(f'{label}:', 'green')} {safe(words)}\n")
    return "".join(parts) + "\n"


def _name_of(claim: str, checked: Checked) -> str:
    """A claim as its file names it; of a draft, the figure."""
    if checked.is_draft:
        return f"“{safe(figure(checked.book.by_name[claim]))}”"
    return claim.rpartition(".")[2]


def _has_sides(finding: Finding, checked: Checked) -> bool:
    """The readings of both sides say something; of exact figures in a draft the message has all."""
    stated, computed = finding.stated, finding.computed
    if finding.verdict is None or stated is None or computed is None:
        return False
    if computed.readings.literal.is_empty:
        return False
    sides = (stated.readings, computed.readings)
    return not checked.is_draft or any(one.literal != one.pragmatic for one in sides)


def _verdict_words(finding: Finding) -> str:
    if finding.verdict is None:
        return ""
    judgement = finding.judgement
    gap = judgement.gap if judgement is not None else None
    apart = f", {factor(gap)} times apart" if gap is not None and factor(gap) != "1" else ""
    words = {
        Verdict.CONTRADICTED: f" · cannot be true{apart}",
        Verdict.STRAINED: f" · only if a hedge is stretched{apart}",
        Verdict.UNTESTABLE: " · checks nothing",
    }
    return words.get(finding.verdict, "")


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
        line: safe(lines[line - 1].strip()) for line in sorted(notes) if 1 <= line <= len(lines)
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
            shown.append(_mark(finding, lines[line - 1], text, gutter, style))
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
        text = safe(_ended(row.text) + _power_words(row))
        shown.append(wrapped(text, options.width, "      ") + "\n")
    heading = "" if checked.is_across else f"  {style('Relations checked', 'bold')}\n"
    return heading + "".join(shown) + "\n"


def _power_words(row: Row) -> str:
    """Which errors the relation would have caught."""
    found = row.power
    sizes = (found.too_high, found.too_low) if found is not None else ()
    least = found is not None and found.is_factor  # a factor of one is no error
    if len(sizes) == 2 and all(size is not None and (size - least) * 1000 < 1 for size in sizes):
        return " Would catch any error."
    errors = [
        f"{_error(size, row.unit, least)} too {way}"
        for size, way in zip(sizes, ("high", "low"), strict=False)
        if size is not None
    ]
    return f" Would catch a figure {' or '.join(errors)}." if errors else ""


def _error(size: Rational, unit: Unit, is_factor: bool) -> str:
    if (size - is_factor) * 1000 < 1:
        return "anything"
    shown = plain(rounded_up(size))
    return f"{shown} times" if is_factor else with_unit(shown, unit)


def _statistics(summary: Summary) -> str:
    lines = [f"  {code}  {count}\n" for code, count in sorted(summary.codes.items())]
    return "".join(lines) + ("\n" if lines else "")


def _summary(summary: Summary, style: Style) -> str:
    relations = summary.relations
    checked = sum(relations.values())
    verdicts = ", ".join(
        f"{count} {'holds' if verdict is Verdict.HOLDS and count == 1 else _SUMMARY_WORDS[verdict]}"
        for verdict, count in relations.items()
        if count
    )
    if summary.drafts:
        base = _figures_found(summary, checked) + (f": {verdicts}" if verdicts else "")
    else:
        base = f"{_count(summary.files, 'file')}, {_count(summary.claims, 'claim')}, "
        base += f"{_count(checked, 'relation')} checked" + (f": {verdicts}" if verdicts else "")
    counts = [
        style(_count(count, severity.value), "bold", _COLOURS[severity])
        for severity, count in summary.findings.items()
        if count
    ]
    if summary.waived:
        counts.append(f"{summary.waived} waived")
    if summary.known:
        counts.append(f"{summary.known:,} known and left out")
    if summary.gone:
        counts.append(f"{summary.gone:,} of the baseline gone")
    end = ", ".join(counts) if counts else style("nothing to mend", "green")
    return f"{base}.\n{_capital(end)}.\n{_first(summary)}"


def _figures_found(summary: Summary, relations: int) -> str:
    """ "1 draft, 32 figures, 12 of them in 5 relations"."""
    base = f"{_count(summary.files, 'draft')}, {_count(summary.claims, 'figure')}, "
    return f"{base}{summary.related:,} of them in {_count(relations, 'relation')}"


def _first(summary: Summary) -> str:
    """The one figure that is worth a look before the others."""
    if summary.first is None:
        return ""
    name, clears = summary.first
    told = sum(summary.findings.values())
    return (
        f"One figure to look at first: {safe(summary.first_figure or name)}; "
        f"another value for it clears {clears} of {_count(told, 'finding')}.\n"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _ended(message: str) -> str:
    """A message as a sentence."""
    return _capital(message) + ("" if message.endswith("?") else ".")


def _capital(message: str) -> str:
    return message[:1].upper() + message[1:]


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
_SUMMARY_WORDS = {
    Verdict.HOLDS: "hold",
    Verdict.STRAINED: "strained",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.UNTESTABLE: "untestable",
}
