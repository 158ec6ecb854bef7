"""The JSON of a report, schema 1. The shape is a contract: it is built here, field by field."""

from __future__ import annotations

import json as encoder
from collections.abc import Iterable, Iterator

from fentcheck.engine.certificate import Certificate
from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding, Side
from fentcheck.expressions.compile import Readings
from fentcheck.output.fingerprint import fingerprint
from fentcheck.output.options import Options
from fentcheck.output.parts import Part, Parted, counted
from fentcheck.output.rows import Row, rows
from fentcheck.output.summary import Summary
from fentcheck.phrases.display import exact_interval, rounded_up
from fentcheck.units.unit import Rational, Unit
from fentcheck.version import VERSION

_Found = tuple[tuple[str, tuple[int, ...], str, tuple[str, ...]], str]
_Said = tuple[tuple[_Found, ...], tuple[str, ...]]


def _said(source: Source, options: Options) -> _Said:
    """The findings of one file as JSON, each with its place in the report, and its relations."""
    checked = source.checked
    findings = [
        (
            (one.path, (*one.span,), one.code, one.claims),
            encoded(finding_object(one, options.root, options.here)),
        )
        for one in checked.findings
    ]
    return (*findings,), tuple(encoded(relation_object(row)) for row in rows(checked))


def _whole(parts: Iterable[Part], summary: Summary, options: Options) -> Iterator[str]:
    found: list[_Found] = []
    relations: list[str] = []
    for part in counted(parts, summary):
        said: _Said = part.said
        found += said[0]
        relations += said[1]
    findings = [text for _, text in sorted(found)]
    head = {"schema": 1, "fentcheck": VERSION, "summary": summary_object(summary)}
    yield encoded(head)[:-1]
    yield f', "findings": [{_lines(findings)}], "relations": [{_lines(relations)}]}}\n'


JSON = Parted(_said, _whole)


def json(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The whole report as one JSON object, in pieces."""
    return JSON.report(sources, summary, options)


def summary_object(summary: Summary) -> dict[str, object]:
    return {
        "files": summary.files,
        "claims": summary.claims,
        "relations": {verdict.value: count for verdict, count in summary.relations.items()},
        "findings": {severity.value: count for severity, count in summary.findings.items()},
        "waived": summary.waived,
        "known": summary.known,
        "first": _first(summary),
    }


def _first(summary: Summary) -> dict[str, object] | None:
    found = summary.first
    return None if found is None else {"claim": found[0], "clears": found[1]}


def finding_object(finding: Finding, root: str = "", here: str = "") -> dict[str, object]:
    span = finding.span
    judgement = finding.judgement
    mend = finding.mend
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value if finding.verdict else None,
        "message": finding.message,
        "path": finding.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "claims": list(finding.claims),
        "figures": list(finding.figures),
        "waived": finding.waived,
        "entailed": None,
        "stated": side_object(finding.stated),
        "computed": side_object(finding.computed),
        "gap": gap_number(judgement.gap if judgement is not None else None),
        "slip": mend.slip,
        "nearest": mend.nearest,
        "slip_claim": mend.slip_claim,
        "nearest_claim": mend.nearest_claim,
        "mends": [offer._asdict() for offer in mend.offers],
        "reason": finding.reason or None,
        "related": [
            {"path": place.path, "line": place.span.line, "message": place.message}
            for place in finding.related
        ],
        "certificate": _certificate(finding.certificate),
        "fingerprint": fingerprint(finding, root, here),
    }


def relation_object(row: Row) -> dict[str, object]:
    judgement = row.judgement
    return {
        "id": row.id,
        "code": row.code,
        "verdict": judgement.verdict.value,
        "entailed": judgement.entailed,
        "claims": list(row.claims),
        "path": row.path,
        "line": row.line,
        "text": row.text,
        "comparison": judgement.relation.comparison.value,
        "stated": _readings(row.stated, row.unit),
        "computed": _readings(row.computed, row.unit),
        "gap": gap_number(judgement.gap),
        "reason": judgement.reason or None,
        "power": _power(row),
        "certificate": _certificate(row.certificate),
    }


def _certificate(certificate: Certificate | None) -> dict[str, object] | None:
    if certificate is None:
        return None
    return {
        **certificate._asdict(),
        "values": [value._asdict() for value in certificate.values],
    }


def _power(row: Row) -> dict[str, object] | None:
    """The errors that would be caught, rounded up; a unit where they are differences."""
    found = row.power
    if found is None:
        return None
    too_high, too_low = (one and rounded_up(one, 4) for one in (found.too_high, found.too_low))
    unit = None if found.is_factor else row.unit.name
    return {
        "too_high": too_high and _number(too_high),
        "too_low": too_low and _number(too_low),
        "unit": unit,
    }


def side_object(side: Side | None) -> dict[str, str] | None:
    return None if side is None else _readings(side.readings, side.unit)


def _readings(readings: Readings | None, unit: Unit) -> dict[str, str] | None:
    if readings is None:
        return None
    return {
        "literal": exact_interval(readings.literal),
        "pragmatic": exact_interval(readings.pragmatic),
        "unit": unit.name,
    }


def gap_number(gap: Rational | None) -> float | int | None:
    return None if gap is None else round(_number(gap), 4)


def _number(value: Rational) -> float | int:
    """A float, or where that would be too coarse or too small to hold it, a whole number."""
    return int(value) if value >= 1 << 53 else float(value)


def encoded(value: object) -> str:
    """A value as JSON on one line, with control codes and direction overrides as escapes."""
    text = encoder.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if character.isprintable() or character in _SPACES:
        return character
    if "\ud800" <= character <= "\udfff":  # half a pair, as of a file name: no JSON has it
        return "\ufffd"
    return encoder.dumps(character)[1:-1]


_SPACES = "\u00a0\u2009\u202f\u3000"


def _lines(items: list[str]) -> str:
    return "\n  " + ",\n  ".join(items) if items else ""
