"""Text from strangers is shown as text, whatever it holds and wherever it is shown."""

from __future__ import annotations

import html
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import pytest
from reading import (
    audit_of,
    read_annotations,
    read_gitlab,
    read_json,
    read_jsonl,
    read_junit,
    read_sarif,
    rendered,
    verified,
    written,
)

from fentcheck.cli.ci import without_commands
from fentcheck.engine.check import Source
from fentcheck.output.options import Options
from fentcheck.output.registry import NAMES

BAD = (
    "</script>]]> ::error::x ##[error]y %0A \n::warning::z \r [red]b[/red] a|b `code` "
    "<img src=x onerror=alert(1)> <!-- c @team #12 !7 \u202etxt \u2066 \x1b[31m \x9b31m \0 "
    "http://evil.example www.evil.example mailto:a@b.example ![p](q) [l](javascript:1) "
    "*b* ~~s~~ __u__ $x$ :tada: \\ {0} {{ &lt; \U0001f4a3"
)
CODES = "\x1b\x9b\0\r\u202e\u2066\x7f"
NAME = "od, d: %0A ::error::]]>&`|<b>@x'\"#1.yaml"


def _text(words: str) -> str:
    """In double quotes, as YAML reads it back."""
    shown = json.dumps(words)
    return shown.replace("\\ud83d\\udca3", "\\U0001f4a3").replace("\x7f", "\\x7f")


CLAIMS = f"""
article:
  title: {_text(BAD)}
  publisher: {_text(BAD)}
  published: 2024-02
  text: {_text(BAD.replace(chr(0), ""))}
claims:
  - id: per_day
    measure: {_text("deaths " + BAD)}
    of: {{place: {_text(BAD)}, {_text(BAD)}: {_text(BAD)}}}
    by: {_text(BAD)}
    note: {_text(BAD)}
    value: 150 people/day
  - id: per_year
    measure: {_text("deaths " + BAD)}
    of: {{place: {_text(BAD)}, {_text(BAD)}: {_text(BAD)}}}
    value: 75,000 people/year
  - id: other
    measure: {_text("deaths " + BAD)}
    of: {{place: {_text("elsewhere " + BAD)}}}
    value: 80,000 people/year
  - id: quoted
    quote: {_text(BAD)}
    value: 5 people
  - id: unreadable
    value: {_text("about 5 " + BAD[:100])}
  - id: of_what
    value: {_text("5 <b>|`@x")}
  - id: waived_day
    measure: cows
    value: 3 cows/day
  - id: waived_year
    measure: cows
    value: 9,000 cows/year
  - {{id: strange, value: 3 people, {_text(BAD)}: {_text(BAD)}}}
checks:
  - that: {_text("per_day == " + BAD)}
  - that: per_day * 365 == per_year
waivers:
  - {{code: FC201, claims: [waived_day], reason: {_text(BAD)}}}
  - {{code: FC104, claims: [{_text(BAD)}], reason: {_text(BAD)}}}
"""
VOCABULARY = "measures: {cows: {}}\n"
DRAFT = f"""# Mine {BAD.replace(chr(0), "").replace("<!--", "")}

| <b>`@x` | North ::error:: | Total |
|---|---|---|
| Dinghies <img src=x onerror=a> %0A | 21 | 64 |
| Launches | 4 | 9 |
| Total | 25 | 99 |
"""


@pytest.fixture(params=["claims", "draft"])
def sources(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Sequence[Source]:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "claims"
    folder.mkdir()
    if request.param == "draft":
        path = folder / NAME.replace(".yaml", ".md")
        path.write_text(DRAFT, encoding="utf-8")
        found = audit_of(path.relative_to(tmp_path))
        assert {one.code for one in found[0].checked.findings} == {"FC301"}
        return found
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    for name in (NAME, "second.yaml"):
        (folder / name).write_text(CLAIMS, encoding="utf-8")
    found = verified(Path("claims"), root=tmp_path)
    codes = {one.code for source in found for one in source.checked.findings}
    assert codes >= {"FC002", "FC004", "FC006", "FC008", "FC011", "FC013"}
    assert codes >= {"FC201", "FC202", "FC501"}
    return found


def _options(tmp_path: Path) -> Options:
    return Options(show_all=True, statistics=True, root=str(tmp_path), fail_on="note")


@pytest.mark.parametrize("name", NAMES)
def test_no_format_writes_codes_that_a_terminal_acts_upon(
    name: str, sources: Sequence[Source], tmp_path: Path
) -> None:
    report = written(name, sources, _options(tmp_path))
    assert not set(CODES) & set(report)


def test_the_json_formats(sources: Sequence[Source], tmp_path: Path) -> None:
    found = read_json(written("json", sources, _options(tmp_path)))
    lines = read_jsonl(written("jsonl", sources, _options(tmp_path)))
    findings = [
        {key: value for key, value in line.items() if key != "type"}
        for line in lines
        if line["type"] == "finding"
    ]
    assert sorted(map(json.dumps, findings)) == sorted(map(json.dumps, found["findings"]))
    assert len(read_gitlab(written("gitlab", sources, _options(tmp_path)))) == sum(
        not one["waived"] for one in findings
    )


def test_sarif(sources: Sequence[Source], tmp_path: Path) -> None:
    run = read_sarif(written("sarif", sources, _options(tmp_path)))
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert re.fullmatch(r"[\w.~%/-]+", place["uri"])
        assert place["uriBaseId"] == "%SRCROOT%"
        texts = [result["message"]["text"]]
        texts += [one["message"]["text"] for one in result.get("relatedLocations", ())]
        for text in texts:
            assert not re.search(r"(?<!\\)\]\(", text), "an embedded link"
            assert not re.search(r"(?<!\{)\{\d+\}", text), "a placeholder"


def test_annotations(sources: Sequence[Source], tmp_path: Path) -> None:
    found = list(read_annotations(written("github", sources, _options(tmp_path))))
    told = [one for source in sources for one in source.checked.findings if not one.waived]
    assert len(found) == len(told)
    assert {one.kind for one in found} <= {"error", "warning", "notice"}
    assert {one.properties["file"] for one in found} <= {one.path for one in told}
    for one in found:
        assert re.fullmatch(r"FC\d{3} [a-z-]+", one.properties["title"])


def test_junit(sources: Sequence[Source], tmp_path: Path) -> None:
    report = written("junit", sources, _options(tmp_path))
    read_junit(report)
    tags = {element.tag for element in ET.fromstring(report).iter()}
    assert tags <= {"testsuites", "testsuite", "testcase", "failure", "skipped"}
    assert "]]>" not in report


def test_markdown(sources: Sequence[Source], tmp_path: Path) -> None:
    report = written("markdown", sources, _options(tmp_path))
    shown = rendered(report)
    tags = set(re.findall(r"</?([a-z0-9!-]+)", shown))
    assert tags <= set(_OURS.split())
    links = re.findall(r'href="([^"]*)"', shown)
    assert links
    assert [link for link in links if not re.fullmatch(r"[\w.~%/-]+#L\d+", link)] == []
    words = html.unescape(re.sub("<[^>]*>", "", shown))
    assert not re.search(r"@\w|#\d|!\d|:tada:", words), "a mention, an issue or an emoji"
    assert "<b>" in words
    for line in report.splitlines():
        assert re.match(r"$|[#|>*<-]|\d+ (files|draft)|One figure", line), line
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in (4, 5)


_OURS = "h3 p table thead tbody tr th td a strong blockquote ul li details summary"


def test_text_in_the_log_of_github_actions(sources: Sequence[Source], tmp_path: Path) -> None:
    for name in ("text", "concise"):
        pieces = written(name, sources, _options(tmp_path)).splitlines(keepends=True)
        hostile = [*pieces, "::add-mask::x\n", "  ::error::y\n", "a ##[group]z\n"]
        assert list(read_annotations("".join(without_commands(hostile)))) == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode here")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_that_is_no_text(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(os.fsdecode(b"od\xffd.yaml"))
    path.write_text("claims: [{id: a, value: about}]\n", encoding="utf-8")
    report = written(name, verified(path), _options(tmp_path))
    shown = {"sarif": "od%FFd.yaml", "json": "od\ufffdd.yaml"}
    assert shown.get(name, "od") in report
