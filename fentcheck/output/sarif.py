"""SARIF 2.1.0: findings for code scanning, with the rules' help, and fixes where there are any.

A report stays under 10 MB, which is what GitHub takes: of more the waived ones and the notes are
left out first, and a notification says how many. Results stand in the order of their severity.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from fentcheck.book.span import Span
from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.offer import Offer
from fentcheck.output.fingerprint import Fingerprints
from fentcheck.output.json import encoded, gap_number, side_object
from fentcheck.output.kept import Kept
from fentcheck.output.options import Options
from fentcheck.output.places import from_root
from fentcheck.output.replacement import replacements
from fentcheck.output.rule_help import help_of
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import safe
from fentcheck.output.words import count, ended, offer_words, offered, shortened, table_lines
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule, Severity
from fentcheck.version import VERSION

Json = dict[str, object]


def sarif(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The log with its one run. What is kept of the results is written once all are known."""
    fingerprint = Fingerprints(options.root)
    head = _head(options)
    results = Kept(_LARGEST - len(head.encode()) - _MOST_AROUND, len(_RANKS) + 1, _bytes)
    for source in sources:
        summary.add(source.checked)
        lines = source.text.split("\n")
        for finding in source.checked.findings:
            rank = len(_RANKS) if finding.waived else _RANKS.index(finding.severity)
            if results.takes(rank):
                result = _result(finding, source, lines, fingerprint(finding), options)
                results.add(rank, f"{encoded(result)},\n")
    yield head
    last = ""
    for encoded_result in results:
        yield last
        last = encoded_result
    yield last.removesuffix(",\n")
    yield f'\n],\n"invocations": [{encoded(_invocation(results.left_out))}]}}]}}\n'


def _head(options: Options) -> str:
    """The log up to its results."""
    driver: Json = {
        "name": "fentcheck",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [_rule(rule) for rule in RULES],
    }
    run: Json = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"fentcheck/{options.command}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _BASE: {"description": {"text": "The root folder of the repository."}}
        },
    }
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return f'{encoded(log).removesuffix("}]}")}, "results": [\n'


def _rule(rule: Rule) -> Json:
    told = help_of(rule)
    severity = Severity.ERROR if rule.severity is Severity.BY_VERDICT else rule.severity
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": told.summary},
        "fullDescription": {"text": f"{told.summary} {told.why}"},
        "help": {"text": rule.documentation, "markdown": told.markdown},
        "defaultConfiguration": {"level": severity.value},
        "properties": {"tags": ["figures"], "problem.severity": _GITHUB[severity]},
    }


def _result(
    finding: Finding, source: Source, lines: Sequence[str], fingerprint: str, options: Options
) -> Json:
    checked = source.checked
    offers = finding.mend.offers
    said = [shortened(ended(finding.message), _LONGEST)]
    said += [
        f"{label[:1].upper()}{label[1:]}: {text}."
        for label, text in offered(offers, finding, checked)
    ]
    said += table_lines(finding, _MOST_FIGURES)
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": finding.severity.value,
        "message": {"text": _text("\n".join(map(safe, said)))},
        "locations": [_location(finding.path, finding.span, options)],
        "partialFingerprints": {"fentcheck/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(place.path, place.span, options),
                "message": {"text": _text(safe(shortened(place.message, _LONGEST)))},
            }
            for number, place in enumerate(finding.related[:_MOST_PLACES], 1)
        ]
    if finding.waived:
        excuse = _text(safe(shortened(finding.excuse, _LONGEST)))
        result["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": excuse}
        ]
    fixes = [] if finding.waived else list(_fixes(offers, source, lines, options))
    if fixes:
        result["fixes"] = fixes
    gap = finding.judgement.gap if finding.judgement is not None else None
    result["properties"] = {
        "verdict": finding.verdict.value if finding.verdict is not None else None,
        "claims": [safe(shortened(name, _LONGEST)) for name in finding.claims[:_MOST_PLACES]],
        "figures": [safe(shortened(one, _LONGEST)) for one in finding.figures[:_MOST_PLACES]],
        "stated": side_object(finding.stated),
        "computed": side_object(finding.computed),
        "gap": gap_number(gap),
    }
    return result


def _fixes(
    offers: Sequence[Offer], source: Source, lines: Sequence[str], options: Options
) -> Iterator[Json]:
    """A fix for each offer that a replacement of text makes good."""
    for offer in offers:
        edits = replacements(offer, source, lines)
        if not edits:
            continue
        label, words = offer_words(offer)
        change = {
            "artifactLocation": _artifact(source.checked.article.path, options),
            "replacements": [
                {"deletedRegion": _region(span), "insertedContent": {"text": text}}
                for span, text in edits
            ],
        }
        described = _text(safe(f"{label}: {words}"))
        yield {"description": {"text": described}, "artifactChanges": [change]}


def _location(path: str, span: Span, options: Options) -> Json:
    place = {"artifactLocation": _artifact(path, options), "region": _region(span)}
    return {"physicalLocation": place}


def _artifact(path: str, options: Options) -> Json:
    """A relative address in the repository; of a file outside an absolute one."""
    if path == "-":
        return {"uri": "stdin", "description": {"text": "Standard input."}}
    found = from_root(path, options.root)
    if found is not None:
        return {"uri": quote(os.fsencode(found), safe="/"), "uriBaseId": _BASE}
    from pathlib import Path

    return {"uri": Path(os.path.abspath(path)).as_uri()}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _invocation(left_out: int) -> Json:
    invocation: Json = {"executionSuccessful": True}
    if left_out:
        told = (
            f"{count(left_out, 'finding')} left out, the least severe first: "
            "a report may have 10 MB."
        )
        invocation["toolExecutionNotifications"] = [
            {"level": "warning", "message": {"text": told}, "descriptor": {"id": "left-out"}}
        ]
    return invocation


def _text(text: str) -> str:
    """A message that is nothing but text: no placeholder, no embedded link.

    Braces and brackets that are neither are left as they are: few readers know the escapes.
    """
    text = _PLACEHOLDER.sub(r"{\g<0>}", text)
    return _BRACKETS.sub(r"\\\g<0>", text) if "](" in text else text


def _bytes(text: str) -> int:
    return len(text.encode())


_PLACEHOLDER = re.compile(r"\{\d+\}")
_BRACKETS = re.compile(r"[\\\[\]]")
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE = "%SRCROOT%"
_RANKS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_GITHUB = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}
"""What GitHub calls the severity of a rule."""
_INDEX = {rule.code: number for number, rule in enumerate(RULES)}
_LARGEST = 10_000_000
_MOST_AROUND = 1_000
_LONGEST = 2_000
_MOST_PLACES, _MOST_FIGURES = 100, 30
