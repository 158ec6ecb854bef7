"""The JSON Schema of a claims file, for editors that complete and check YAML as it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from fentcheck.book.read import CLAIM_KEYS, HEADER_KEYS, REFERENCE_CLAIM_KEYS, SOURCE_KEYS
from fentcheck.phrases.hedges import Statistic, Superlative

_TEXT: dict[str, object] = {"type": ["string", "number", "boolean"]}
_ID: dict[str, object] = {"type": "string", "pattern": r"^[A-Za-z_]\w*$"}
_REFERENCE: dict[str, object] = {"type": "string", "pattern": r"^([\w-]+\.)?[A-Za-z_]\w*$"}
_REFERENCES: dict[str, object] = {
    "oneOf": [_REFERENCE, {"type": "array", "items": _REFERENCE, "minItems": 1}]
}
_TRUTH: dict[str, object] = {"enum": [True, False, "true", "false", "yes", "no"]}

_CLAIM_FIELDS: dict[str, dict[str, object]] = {
    "id": {**_ID, "description": "The figure's name, unique in the file."},
    "value": {
        **_TEXT,
        "description": "The phrase as the article prints it: hedge, number, unit, rate.",
        "examples": ["more than 150 people/day", "nearly 70%", "$1.1 million"],
    },
    "measure": {**_TEXT, "description": "What is measured: overdose deaths."},
    "of": {
        "type": "object",
        "additionalProperties": _TEXT,
        "description": "Of what, where: {drug: fentanyl, place: US}.",
    },
    "period": {**_TEXT, "description": "2021, 2021-06, FY2023, 2020-06/2021-05 or last year."},
    "statistic": {"enum": [one.value for one in Statistic]},
    "quote": {**_TEXT, "description": "The few words of the article that hold the figure."},
    "at": {"type": "integer", "minimum": 1, "description": "The paragraph, from 1."},
    "by": {**_TEXT, "description": "Who says it."},
    "also": {**_TEXT, "description": "The same figure in a second unit: 10 kg."},
    "share_of": {**_REFERENCE, "description": "The claim that this is a share of."},
    "part_of": {**_REFERENCES, "description": "The claims that this is a part of."},
    "parts": {
        "enum": ["exhaustive", "partial"],
        "description": "On the whole: whether its parts are all there is.",
    },
    "overlapping": _TRUTH,
    "change": {
        "type": "object",
        "properties": {"from": _REFERENCE, "to": _REFERENCE},
        "required": ["from", "to"],
        "additionalProperties": False,
    },
    "superlative": {"enum": [one.value for one in Superlative]},
    "hypothetical": {**_TEXT, "description": "The case in which the figure would be true."},
    "note": _TEXT,
}
_REFERENCE_FIELDS: dict[str, dict[str, object]] = {
    **_CLAIM_FIELDS,
    "known_from": {**_TEXT, "description": "The date from which the figure was known."},
    "confirmed": {**_TRUTH, "description": "False where it was not re-read in its source."},
    "supersedes": {**_REFERENCE, "description": "The claim that this one takes the place of."},
}
_CHECK_FIELDS: dict[str, dict[str, object]] = {
    "id": _ID,
    "that": {"type": "string", "examples": ["doses == seized / lethal_dose"]},
    "note": _TEXT,
}
_WAIVER_FIELDS: dict[str, dict[str, object]] = {
    "code": {"type": "string", "pattern": r"^FC\d+$"},
    "claims": {"type": "array", "items": _REFERENCE},
    "reason": _TEXT,
    "until": _TEXT,
}


def claims_schema() -> str:
    """The schema as JSON text, draft 2020-12."""
    assert set(_CLAIM_FIELDS) == CLAIM_KEYS
    assert set(_REFERENCE_FIELDS) == REFERENCE_CLAIM_KEYS
    rest = {
        "checks": _list(_object(_CHECK_FIELDS, "that")),
        "waivers": _list(_object(_WAIVER_FIELDS, "code", "reason")),
    }
    article = {
        "article": _object(dict.fromkeys(sorted(HEADER_KEYS), _TEXT)),
        "claims": _list(_object(_CLAIM_FIELDS, "id", "value")),
        **rest,
    }
    reference = {
        "source": _object(dict.fromkeys(sorted(SOURCE_KEYS), _TEXT)),
        "claims": _list(_object(_REFERENCE_FIELDS, "id", "value")),
        **rest,
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A fentcheck claims file, of an article or of a source to go by",
        "if": {"required": ["source"]},
        "then": _object(reference, "source", "claims"),
        "else": _object(article, "claims"),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _object(fields: Mapping[str, Mapping[str, object]], *required: str) -> dict[str, object]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: dict[str, object]) -> dict[str, object]:
    return {"type": ["array", "null"], "items": items}
