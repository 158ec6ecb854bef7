"""The JSON Schema of a report: of `--format json` whole, and of a line of `--format jsonl`.

It allows what `output.json` writes and nothing else, so that the two cannot drift apart unseen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from fentcheck.engine.judge import Verdict
from fentcheck.expressions.tree import Comparison
from fentcheck.rules.rule import Severity

Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_LINE: Schema = {"type": "integer", "minimum": 1}
_CODE: Schema = {"type": "string", "pattern": r"^FC\d{3}$"}
_VERDICTS = [verdict.value for verdict in Verdict]
_SEVERITIES = [one.value for one in Severity if one is not Severity.BY_VERDICT]


def _described(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description}


def _or_null(schema: Schema, description: str = "") -> Schema:
    if "type" in schema and "enum" not in schema and "properties" not in schema:
        found: Schema = {**schema, "type": [schema["type"], "null"]}
    else:
        found = {"anyOf": [schema, {"type": "null"}]}
    return {**found, "description": description} if description else found


def _object(fields: Mapping[str, Schema]) -> Schema:
    """An object with all of these fields and no other."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _defined(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_SIDE = _object(
    {
        "literal": _described(_TEXT, "What the words allow: (54750, ∞)."),
        "pragmatic": _described(_TEXT, "What a careful reader takes them to mean."),
        "unit": _described(_TEXT, "The unit of both: people/year."),
    }
)
_GAP: Schema = {
    "type": ["number", "null"],
    "minimum": 1,
    "description": "The larger over the smaller of the two nearest ends; null where they meet, or "
    "where no factor lies between them.",
}
_POWER = _object(
    {
        "too_high": _or_null({"type": "number"}, "Null where no such error would be caught."),
        "too_low": _or_null({"type": "number"}),
        "unit": _or_null(_TEXT, "Of differences; null where the errors are factors."),
    }
)
_CERTIFICATE = _object(
    {
        "reading": {"enum": ["literal", "pragmatic"]},
        "values": {
            "type": "array",
            "items": _object({"variable": _TEXT, "claim": _or_null(_TEXT), "interval": _TEXT}),
        },
        "ties": {"type": "array", "items": _TEXTS},
        "sides": {
            "anyOf": [{**_TEXTS, "minItems": 2, "maxItems": 2}, {"type": "null"}],
        },
        "relations": _TEXTS,
        "inequality": _TEXT,
        "sum": _or_null(
            {
                "type": "array",
                "items": {
                    "type": "array",
                    "prefixItems": [_TEXT, _COUNT, _or_null(_TEXT)],
                    "items": False,
                    "minItems": 3,
                },
            }
        ),
        "gap": _or_null(_TEXT),
    }
)
_CLAIMS = _described(_TEXTS, "Full ids, in file order.")
_PROOF = _or_null(_defined("certificate"), "The proof of a contradiction: see docs/certificate.md.")

_FINDING: dict[str, Schema] = {
    "code": _CODE,
    "rule": _described(_TEXT, "The rule's name: rate-and-total."),
    "severity": {"enum": _SEVERITIES},
    "verdict": {
        "enum": [*_VERDICTS, None],
        "description": "Null for rules of fixed severity.",
    },
    "message": _TEXT,
    "path": _described(_TEXT, "The file as it was given; - for standard input."),
    "line": _LINE,
    "column": _described(_LINE, "In code points."),
    "end_line": _LINE,
    "end_column": _described(_LINE, "The column behind the last."),
    "claims": _CLAIMS,
    "figures": _described(_TEXTS, "As printed."),
    "waived": {"type": "boolean"},
    "entailed": {"type": "null"},
    "stated": _or_null(_defined("side")),
    "computed": _or_null(_defined("side")),
    "gap": _GAP,
    "slip": _or_null(_TEXT, "The likeliest slip by its name, with the figure meant."),
    "nearest": _or_null(_TEXT, "The nearest figure with which everything fits."),
    "slip_claim": _or_null(_TEXT, "The claim that the slip is in."),
    "nearest_claim": _or_null(_TEXT, "The claim that the nearest figure is for."),
    "mends": {
        "type": "array",
        "items": _object({"kind": _TEXT, "text": _TEXT, "claim": _or_null(_TEXT)}),
        "description": "All offers, the likeliest first.",
    },
    "reason": _or_null(_TEXT, "Why it could not be tested."),
    "related": {
        "type": "array",
        "items": _object({"path": _TEXT, "line": _LINE, "message": _TEXT}),
    },
    "certificate": _PROOF,
    "fingerprint": _described(
        {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "The same for the same finding, wherever it moves in its file.",
    ),
}
_RELATION: dict[str, Schema] = {
    "id": _described(_TEXT, "Unique in a file."),
    "code": _CODE,
    "verdict": {"enum": _VERDICTS},
    "entailed": {
        "type": "boolean",
        "description": "It holds whatever the values are within their readings.",
    },
    "claims": _CLAIMS,
    "path": _TEXT,
    "line": _LINE,
    "text": _described(_TEXT, "The arithmetic in words."),
    "comparison": {"enum": [one.value for one in Comparison]},
    "stated": _or_null(_defined("side")),
    "computed": _defined("side"),
    "gap": _GAP,
    "reason": _or_null(_TEXT, "Why it could not be tested."),
    "power": _or_null(_defined("power"), "The least errors that it would have caught."),
    "certificate": _PROOF,
}
_SUMMARY: dict[str, Schema] = {
    "files": _COUNT,
    "claims": _COUNT,
    "relations": _object(dict.fromkeys(_VERDICTS, _COUNT)),
    "findings": _object(dict.fromkeys(_SEVERITIES, _COUNT)),
    "waived": _COUNT,
    "known": _COUNT,
    "first": _or_null(
        _object({"claim": _TEXT, "clears": _COUNT}),
        "The claim for which another value would clear the most findings.",
    ),
}
_HEAD: dict[str, Schema] = {
    "schema": {"const": 1},
    "fentcheck": _described(_TEXT, "The version."),
}
_DEFINITIONS: dict[str, Schema] = {
    "side": _SIDE,
    "power": _POWER,
    "certificate": _CERTIFICATE,
}


def report_schema() -> str:
    """The schema of a report as JSON text, draft 2020-12."""
    report = _object(
        {
            **_HEAD,
            "summary": _object(_SUMMARY),
            "findings": {"type": "array", "items": _defined("finding")},
            "relations": {"type": "array", "items": _defined("relation")},
        }
    )
    definitions = {"finding": _object(_FINDING), "relation": _object(_RELATION)}
    return _text("A fentcheck report", {**report, "$defs": {**definitions, **_DEFINITIONS}})


def line_schema() -> str:
    """The schema of a line of a report as JSON text, draft 2020-12."""
    kinds = {"finding": _FINDING, "relation": _RELATION, "summary": {**_HEAD, **_SUMMARY}}
    definitions = {
        kind: _object({"type": {"const": kind}, **fields}) for kind, fields in kinds.items()
    }
    line = {"oneOf": [_defined(kind) for kind in kinds]}
    return _text("A line of a fentcheck report", {**line, "$defs": {**definitions, **_DEFINITIONS}})


def _text(title: str, schema: Schema) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps({**head, **schema}, indent=2, ensure_ascii=False) + "\n"
