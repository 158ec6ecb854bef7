"""The JSON of a report, schema 1. The shape is a contract: it is built here, field by field."""

from __future__ import annotations

import hashlib
import json as encoder
from collections.abc import Iterable, Iterator

from fentcheck.engine.certificate import Certificate
from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding, Side
from fentcheck.expressions.compile import Readings
from fentcheck.output.options import Options
from fentcheck.output.rows import Row, rows
from fentcheck.output.summary import Summary
from fentcheck.phrases.display import exact_interval, rounded_up
from fentcheck.units.unit import Unit
from fentcheck.version import VERSION


def json(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The whole report as one JSON object, in pieces."""
    found: list[tuple[tuple[object, ...], str]] = []
    relations: list[str] = []
    for source in sources:
        summary.add(source.checked)
        summary.look_first(source.checked)
        found += [
            ((one.path, one.span, one.code, one.claims), _encoded(finding_object(one)))
            for one in source.checked.findings
        ]
        relations += [_encoded(relation_object(row)) for row in rows(source.checked)]
    findings = [encoded for _, encoded in sorted(found)]
    head = {"schema": 1, "fentcheck": VERSION, "summary": summary_object(summary)}
    yield _encoded(head)[:-1]
    yield f', "findings": [{_lines(findings)}], "relations": [{_lines(relations)}]}}\n'


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


def finding_object(finding: Finding) -> dict[str, object]:
    span = finding.span
    judgement = finding.judgement
    gap = judgement.gap if judgement is not None else None
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
        "stated": _side(finding.stated),
        "computed": _side(finding.computed),
        "gap": round(float(gap), 4) if gap is not None else None,
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
        "fingerprint": fingerprint(finding),
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
        "gap": round(float(judgement.gap), 4) if judgement.gap is not None else None,
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
        "too_high": too_high and float(too_high),
        "too_low": too_low and float(too_low),
        "unit": unit,
    }


def fingerprint(finding: Finding) -> str:
    """The same for the same finding wherever it moves in its file, and wherever the run begins.

    The figures of a draft are counted from its beginning, so their numbers take no part.
    """
    claims = [name for name in finding.claims if not name.startswith(_DRAFT)]
    parts = (finding.code, file_name(finding.path), *claims, *finding.figures)
    if not finding.claims or finding.code == "FC202":
        parts = (*parts, finding.message)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def file_name(path: str) -> str:
    """The last part of a path, wherever the run begins and whatever the system."""
    return path.replace("\\", "/").rpartition("/")[2]


def _side(side: Side | None) -> dict[str, str] | None:
    return None if side is None else _readings(side.readings, side.unit)


def _readings(readings: Readings | None, unit: Unit) -> dict[str, str] | None:
    if readings is None:
        return None
    return {
        "literal": exact_interval(readings.literal),
        "pragmatic": exact_interval(readings.pragmatic),
        "unit": unit.name,
    }


def _encoded(value: object) -> str:
    return encoder.dumps(value, ensure_ascii=False)


def _lines(items: list[str]) -> str:
    return "\n  " + ",\n  ".join(items) if items else ""


_DRAFT = "draft."
