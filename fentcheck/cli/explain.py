"""`explain`: one claim, its readings, its relations, and what the others leave to it."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator

from fentcheck.book.claim import Claim
from fentcheck.cli.table import Call
from fentcheck.engine.check import Checked
from fentcheck.engine.explain import Explanation, explain
from fentcheck.engine.wording import about, figure
from fentcheck.expressions.compile import Readings
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.files.selection import chosen, settled
from fentcheck.output.rows import Row, rows
from fentcheck.output.terminal import safe
from fentcheck.output.text import MARKS
from fentcheck.output.words import readings_words
from fentcheck.phrases.display import exact_interval
from fentcheck.units.unit import Unit


def show_explanation(call: Call, library: Library, config: Config) -> int:
    """Prints what is known of a claim. Exit status 2 if there is none of that id, or no value.

    Relations and findings are those that `verify` tells of by the project's settings. What the
    other figures leave to the claim they do by all relations, as in the joint check.
    """
    asked = call.arguments[0]
    known: list[str] = []
    for source in settled(library.check(chosen(config)), config):
        checked = source.checked
        claim = _claim(checked, asked)
        known += [one.name for one in checked.article.claims]
        if claim is None:
            continue
        if claim.phrase is None:
            return _refuse(f"the value of {claim.name} cannot be read: “{figure(claim)}”")
        explanation = explain(library.by_all_rules(checked), claim)
        told = [row for row in rows(checked) if claim.name in row.claims]
        if call.text("format") == "json":
            sys.stdout.write(_json(explanation, told))
        else:
            sys.stdout.write("".join(_text(explanation, told, checked)))
        return 0
    return _refuse(_unknown(asked, known))


def _claim(checked: Checked, asked: str) -> Claim | None:
    """The claim of a full id, or of an id alone."""
    return next((one for one in checked.article.claims if asked in (one.name, one.id)), None)


def _unknown(asked: str, known: list[str]) -> str:
    by_id = {name.rpartition(".")[2]: name for name in known} | {name: name for name in known}
    near = difflib.get_close_matches(asked, by_id, n=1)
    hint = f"; did you mean {by_id[near[0]]}?" if near else ""
    return f"there is no claim {asked}{hint}"


def _refuse(message: str) -> int:
    sys.stderr.write(f"fentcheck: {safe(message)}\n")
    return 2


def _text(explanation: Explanation, told: list[Row], checked: Checked) -> Iterator[str]:
    claim, unit = explanation.claim, explanation.unit
    yield f"{safe(claim.name)}  {safe(claim.path)}:{claim.span().line}\n"
    subject = ", ".join(part for part in (claim.measure or "", about(claim)) if part)
    yield f"  {safe(figure(claim))}" + (f"  ({safe(subject)})\n" if subject else "\n")
    yield from _readings(explanation.stated, unit)
    findings = [one for one in checked.findings if claim.name in one.claims and not one.waived]
    if told:
        yield "\nRelations\n"
    for row in told:
        verdict = row.judgement.verdict
        entailed = ", entailed" if row.judgement.entailed else ""
        yield f"  {MARKS[verdict]} {verdict.value}{entailed}  {row.code}  {safe(row.text)}\n"
    yield "\nWhat the other figures leave to it\n"
    if explanation.implied is None:
        yield "  Nothing else speaks of it.\n"
    else:
        yield from _readings(explanation.implied, unit)
        for line in explanation.lines:
            yield f"  {safe(str(line))}\n"
    if findings:
        yield "\nFindings\n"
    for finding in findings:
        yield f"  {finding.severity.value} {finding.code}  {safe(finding.message)}\n"


def _readings(readings: Readings, unit: Unit) -> Iterator[str]:
    for name, text in readings_words(readings, unit):
        yield f"  {name:<9}  {safe(text)}\n"


def _json(explanation: Explanation, told: list[Row]) -> str:
    claim, implied = explanation.claim, explanation.implied
    shown = {
        "schema": 1,
        "claim": claim.name,
        "path": claim.path,
        "line": claim.span().line,
        "value": figure(claim),
        "stated": _json_readings(explanation.stated, explanation.unit),
        "implied": None if implied is None else _json_readings(implied, explanation.unit),
        "derivation": [str(line) for line in explanation.lines],
        "relations": [
            {
                "id": row.id,
                "code": row.code,
                "verdict": row.judgement.verdict.value,
                "claims": list(row.claims),
                "text": row.text,
            }
            for row in told
        ],
    }
    return json.dumps(shown, ensure_ascii=False) + "\n"


def _json_readings(readings: Readings, unit: Unit) -> dict[str, str]:
    return {
        "literal": exact_interval(readings.literal),
        "pragmatic": exact_interval(readings.pragmatic),
        "unit": unit.name,
    }
