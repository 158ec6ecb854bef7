"""Each format by its own reader: on all cases, on the shipped claims, and on what it alone does."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from reading import (
    Json,
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

from fentcheck.cli import ci
from fentcheck.cli.main import status_of
from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.output import markdown, sarif
from fentcheck.output.fingerprint import fingerprint
from fentcheck.output.options import Options
from fentcheck.output.registry import NAMES
from fentcheck.rules.registry import RULES

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "claims", *sorted((ROOT / "tests" / "cases").iterdir())]
DRAFTS = sorted((ROOT / "tests" / "prose" / "drafts").glob("*.md"))
TOWN = """
claims:
  - id: per_day
    measure: road deaths
    value: 150 people/day
  - id: per_year
    quote: "75,000 people a year"
    measure: road deaths
    value: "75,000 people/year"
  - {id: seats, value: about 120 seats}
  - {id: sold, value: 140 tickets/seat}
  - id: all_sold
    value: 30,000 tickets
  - {id: cows_a_day, measure: cows, value: 3 cows/day}
  - {id: cows_a_year, measure: cows, value: 9000 cows/year}
  - {id: lost, value: about}
checks:
  - {id: full, that: all_sold == seats * sold}
  - {id: free, that: seats * 0 <= "40 seats"}
waivers:
  - {code: FC201, claims: [cows_a_day], reason: calves are no cows}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def town(here: Path) -> list[Source]:
    (here / "claims").mkdir()
    (here / "claims" / "town.yaml").write_text(TOWN, encoding="utf-8")
    found = verified(Path("claims"), root=here)
    told = [one for source in found for one in source.checked.findings]
    assert sorted(one.code for one in told if not one.waived) == ["FC004", "FC201", "FC202"]
    return found


@cache
def _sources(path: Path) -> list[Source]:
    return verified(path, root=ROOT) if path.is_dir() else audit_of(path)


def _told(sources: Sequence[Source]) -> list[Finding]:
    return [one for source in sources for one in source.checked.findings]


# Everything that there is, read back


@pytest.mark.parametrize("path", [*FOLDERS, *DRAFTS[:8]], ids=lambda path: path.stem)
def test_every_format_is_read_by_its_own_reader(path: Path) -> None:
    sources = _sources(path)
    findings = _told(sources)
    told = [one for one in findings if not one.waived]
    judged = sum(len(source.checked.judgements) for source in sources)
    options = Options(show_all=True, root=str(ROOT))

    report = read_json(written("json", sources, options))
    assert (len(report["findings"]), len(report["relations"])) == (len(findings), judged)
    lines = read_jsonl(written("jsonl", sources, options))
    assert len(lines) == len(findings) + judged + 1
    assert {key: lines[-1][key] for key in report["summary"]} == report["summary"]

    assert len(read_sarif(written("sarif", sources, options))["results"]) == len(findings)
    assert len(list(read_annotations(written("github", sources, options)))) == len(told)
    assert len(read_gitlab(written("gitlab", sources, options))) == len(told)
    read_junit(written("junit", sources, options))

    comment = written("markdown", sources, options)
    assert len(comment) <= 65_000
    html = rendered(comment)
    assert html.count("<tr>") >= len(told)
    assert html.count("<details>") == html.count("</details>")


def test_rules_have_help_in_sarif() -> None:
    rules = read_sarif(written("sarif", []))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert "Why: " in rule["help"]["text"]
        assert '<pre><code class="language-yaml">' in rendered(rule["help"]["markdown"])
        assert "expect:" not in rule["help"]["markdown"]


# Each by itself


def test_sarif_names_places_and_what_is_waived(town: list[Source], here: Path) -> None:
    run = read_sarif(written("sarif", town, Options(root=str(here), command="verify")))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"]["id"] == "fentcheck/verify/"
    by_code = {(one["ruleId"], bool(one.get("suppressions"))): one for one in run["results"]}
    found = by_code["FC201", False]
    assert found["level"] == "error"
    place = found["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "claims/town.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 9, "startColumn": 12, "endLine": 9, "endColumn": 32},
    }
    (other,) = found["relatedLocations"]
    assert other["message"]["text"] == "per_day: 150 people/day"
    assert by_code["FC201", True]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "calves are no cows"}
    ]
    assert "fixes" not in by_code["FC201", True]


def test_files_elsewhere_have_their_whole_address(town: list[Source], here: Path) -> None:
    root = str(here / "other folder")
    results = read_sarif(written("sarif", town, Options(root=root)))["results"]
    artifact = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": (here / "claims" / "town.yaml").as_uri()}
    assert "](" not in written("markdown", town, Options(root=root))


def test_the_root_is_the_repository(here: Path) -> None:
    (here / ".git").mkdir()
    (here / "desk one" / "claims").mkdir(parents=True)
    (here / "desk one" / "fentcheck.toml").write_text("", encoding="utf-8")
    (here / "desk one" / "claims" / "town.yaml").write_text(TOWN, encoding="utf-8")
    os.chdir(here / "desk one")
    status_of(["verify", "--format", "sarif", "--output", "report.sarif"])
    run = read_sarif(Path("report.sarif").read_text(encoding="utf-8"))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == "desk%20one/claims/town.yaml"
    status_of(["verify", "--format", "gitlab", "--output", "report.json"])
    issues = read_gitlab(Path("report.json").read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in issues} == {"desk one/claims/town.yaml"}


def test_standard_input_is_no_file(here: Path) -> None:
    for name in NAMES:
        done = subprocess.run(
            [sys.executable, "-m", "fentcheck", "verify", "-", "--format", name],
            input=TOWN,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, "")
        if name == "sarif":
            read_sarif(done.stdout)
        if name == "github":
            assert all("file" not in one.properties for one in read_annotations(done.stdout))


FIXABLE = [
    path
    for path in sorted((ROOT / "tests" / "cases").glob("fc[123]*/*.yaml"))
    if path.parent.name != "fc203"  # there it mends one set of several
]


@pytest.mark.parametrize("every", [3], ids=["every third case"])
def test_a_fix_of_sarif_clears_its_finding(every: int, here: Path) -> None:
    fixed = 0
    for path in FIXABLE[::every]:
        text = path.read_text(encoding="utf-8")
        file = here / path.name
        file.write_text(text, encoding="utf-8")
        before = _results(file)
        for result in before:
            for fix in result.get("fixes", ()):
                (change,) = fix["artifactChanges"]
                file.write_text(_applied(text, change["replacements"]), encoding="utf-8")
                after = [_identity(one) for one in _results(file)]
                assert _identity(result) not in after, (path.name, fix)
                fixed += 1
    assert fixed > 10


def test_a_fix_mends_the_value_and_its_quote_and_nothing_else(town: list[Source]) -> None:
    results = read_sarif(written("sarif", town))["results"]
    (found,) = [one for one in results if one["ruleId"] == "FC201" and "fixes" in one]
    (change,) = found["fixes"][0]["artifactChanges"]
    new = _applied(TOWN, change["replacements"])
    assert [
        (old.strip(), line.strip())
        for old, line in zip(TOWN.splitlines(), new.splitlines(), strict=True)
        if old != line
    ] == [
        ('quote: "75,000 people a year"', 'quote: "57,000 people a year"'),
        ('value: "75,000 people/year"', 'value: "57,000 people/year"'),
    ]


def test_a_hedge_stays_and_a_comma_does_not_end_a_value(here: Path) -> None:
    text = """claims:
  - {id: rows, value: exactly 40 rows}
  - {id: seats, value: about 400 seats}
  - {id: per_row, value: exactly 60 seats/row}
checks:
  - that: seats == rows * per_row
"""
    (here / "hall.yaml").write_text(text, encoding="utf-8")
    (result,) = _results(here / "hall.yaml")
    (change,) = result["fixes"][0]["artifactChanges"]
    new = _applied(text, change["replacements"])
    assert "{id: seats, value: about 2400 seats}" in new
    (here / "hall.yaml").write_text(new, encoding="utf-8")
    assert _results(here / "hall.yaml") == []


def test_no_fix_where_the_article_would_have_to_follow(here: Path) -> None:
    (here / "town.md").write_text("They count 75,000 people a year.\n", encoding="utf-8")
    text = TOWN.replace("claims:\n", "article: {text: town.md}\nclaims:\n", 1)
    (here / "town.yaml").write_text(text, encoding="utf-8")
    assert not any("fixes" in one for one in _results(here / "town.yaml"))


def test_a_draft_is_fixed_where_it_stands(here: Path) -> None:
    draft = "Boats: 25\n\n| Boats | North | Total |\n|---|---|---|\n| Red | 21 | 30 |\n"
    draft += "| Blue | 4 | 8 |\n| Total | 25 | 73 |\n"
    (here / "loch.md").write_text(draft, encoding="utf-8")
    results = read_sarif(written("sarif", audit_of(Path("loch.md"))))["results"]
    fixes = [fix for one in results for fix in one.get("fixes", ())]
    assert fixes
    (replacement,) = fixes[0]["artifactChanges"][0]["replacements"]
    assert "| Total | 25 | 38 |" in _applied(draft, [replacement])


def _results(file: Path) -> list[Json]:
    results: list[Json] = read_sarif(written("sarif", verified(file)))["results"]
    return results


def _identity(result: Json) -> tuple[str, tuple[str, ...]]:
    return result["ruleId"], tuple(result["properties"]["claims"])


def _applied(text: str, replacements: Sequence[Json]) -> str:
    """A text with replacements made, from the last to the first."""
    lines = text.split("\n")
    places = sorted(replacements, key=lambda one: -one["deletedRegion"]["startLine"])
    for one in places:
        region = one["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        before, after = line[: region["startColumn"] - 1], line[region["endColumn"] - 1 :]
        lines[region["startLine"] - 1] = before + one["insertedContent"]["text"] + after
    return "\n".join(lines)


def test_of_too_much_sarif_keeps_the_worst(
    town: list[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "_LARGEST", 200_000)
    many = [*town, *_sources(ROOT / "claims") * 100, *town]
    report = written("sarif", many)
    assert 190_000 < len(report.encode()) <= 200_000
    run = read_sarif(report)
    levels = [result["level"] for result in run["results"]]
    assert set(levels) == {"error"}
    assert not any("suppressions" in result for result in run["results"])
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    left_out = len(_told(many)) - len(levels)
    assert notification["message"]["text"].startswith(f"{left_out} findings left out")


def test_errors_come_first_in_annotations_and_the_counts_last(town: list[Source]) -> None:
    log = written("github", [*_sources(ROOT / "claims"), *town])
    kinds = [one.kind for one in read_annotations(log)]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert log.splitlines()[-1].startswith("fentcheck: 6 files, ")
    found = next(
        one for one in read_annotations(log) if one.properties["title"].startswith("FC201")
    )
    assert found.properties == {
        "file": "claims/town.yaml",
        "line": "9",
        "col": "12",
        "endLine": "9",
        "endColumn": "32",
        "title": "FC201 rate-and-total",
    }
    assert found.message.splitlines()[0] == (
        "150 people/day × 365 is 54,750 people/year, not 75,000 people/year."
    )


def test_github_is_what_github_actions_gets(
    town: list[Source], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("before\n", encoding="utf-8")
    for words in (["verify"], ["verify", "--all", "--select=FC2"]):
        assert status_of(words) == 1
        assert capsys.readouterr().out.startswith("::error file=claims/town.yaml,line=")
    steps = Path("summary.md").read_text(encoding="utf-8")
    assert steps.startswith("before\n### fentcheck: 3 errors, 1 waived\n")
    assert steps.count("### fentcheck") == 2
    assert steps.count("What was checked") == 1

    assert status_of(["verify", "--format", "text"]) == 1
    assert "FC201 rate-and-total" in capsys.readouterr().out
    assert status_of(["verify", "--output", "report.txt"]) == 1
    assert "::" not in Path("report.txt").read_text(encoding="utf-8")
    assert Path("summary.md").read_text(encoding="utf-8") == steps

    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/folder/summary.md")
    assert status_of(["verify"]) == 1
    assert "no step summary" in capsys.readouterr().err


def test_addresses_of_lines(town: list[Source]) -> None:
    github = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "desk/town",
        "GITHUB_SHA": "abc",
    }
    assert ci.links(github) == "https://github.com/desk/town/blob/abc/"
    gitlab = {"CI_PROJECT_URL": "https://gitlab.com/desk/town", "CI_COMMIT_SHA": "abc"}
    assert ci.links(gitlab) == "https://gitlab.com/desk/town/-/blob/abc/"
    assert ci.links({}) == ""
    html = rendered(written("markdown", town, Options(links=ci.links(github))))
    assert 'href="https://github.com/desk/town/blob/abc/claims/town.yaml#L9"' in html
    assert 'href="claims/town.yaml#L9"' in rendered(written("markdown", town))


@pytest.mark.parametrize(
    ("fail_on", "failures"), [("error", 2), ("warning", 5), ("note", 6), ("never", 0)]
)
def test_a_test_case_fails_where_its_finding_fails_the_run(
    fail_on: str, failures: int, here: Path
) -> None:
    sources = _sources(ROOT / "claims")
    xml = read_junit(written("junit", sources, Options(fail_on=fail_on)))
    judged = sum(len(source.checked.judgements) for source in sources)
    alone = sum(one.judgement is None for one in _told(sources))
    assert sum(len(list(suite)) for suite in xml) == judged + alone
    assert sum(suite.failures for suite in xml) == failures
    assert [suite.name for suite in xml][-1] == "across articles"


def test_what_is_skipped_says_why(town: list[Source]) -> None:
    xml = read_junit(written("junit", town))
    reasons = {
        case.name: result.message for suite in xml for case in suite for result in case.result
    }
    assert reasons["FC201:town:cows_a_day+cows_a_year"] == "waived: calves are no cows"
    passed = [case.name for suite in xml for case in suite if not case.result]
    assert passed == ["town.free"]
    assert [suite.name for suite in xml] == ["claims/town.yaml"]


def test_a_comment_is_cut_at_what_github_takes(town: list[Source]) -> None:
    few = [one for one in town if one.checked.findings]
    many = [*_sources(ROOT / "claims"), *few * 600]
    report = written("markdown", many, Options(show_all=True))
    assert 50_000 < len(report) <= 65_000
    last = report.splitlines()[-1]
    assert re.match(r"Left out, because a comment may not be longer: [\d,]+ findings and ", last)
    assert last.endswith("`fentcheck verify` in a terminal shows everything.")
    html = rendered(report)
    assert html.count("<details>") == html.count("</details>") >= 1


def test_a_comment_counts_as_github_does(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_MOST_IN_TABLE", 2_000)
    text = "".join(f"  - {{id: a{n}, value: {'𝟘' * 60}}}\n" for n in range(100))
    (here / "a.yaml").write_text(f"claims:\n{text}", encoding="utf-8")
    report = written("markdown", verified(here / "a.yaml"))
    assert len(report.encode("utf-16-le")) // 2 < 2_700
    assert "findings. `fentcheck verify`" in report


def test_nothing_found_is_told_in_every_format(here: Path) -> None:
    (here / "clean.yaml").write_text("claims: [{id: a, value: 5 people}]\n", encoding="utf-8")
    sources = verified(here / "clean.yaml")
    reports = {name: written(name, sources) for name in NAMES}
    assert reports["github"] == (
        "fentcheck: 1 file, 1 claim, 0 relations checked. Nothing to mend.\n"
    )
    assert reports["gitlab"] == "[]\n"
    assert read_sarif(reports["sarif"])["results"] == []
    assert [len(list(suite)) for suite in read_junit(reports["junit"])] == [0]
    assert reports["markdown"] == (
        "### fentcheck: nothing to mend\n\n1 file, 1 claim, 0 relations checked.\n"
    )
    assert len(read_jsonl(reports["jsonl"])) == 1


# Fingerprints


def _prints(file: Path, text: str) -> set[str]:
    file.write_text(text, encoding="utf-8")
    return {fingerprint(one) for one in _told(verified(file))}


def test_a_fingerprint_is_the_same_after_unrelated_edits(here: Path) -> None:
    file = here / "town.yaml"
    before = _prints(file, TOWN)
    assert len(before) == 4
    assert _prints(file, f"# moved\n\n{TOWN}") == before
    assert _prints(
        file, TOWN.replace("  - {id: lost", "  - {id: new, value: 9}\n  - {id: lost")
    ) == (before)
    first, second = TOWN.index("  - id: per_day"), TOWN.index("  - id: per_year")
    third = TOWN.index("  - {id: seats")
    turned = TOWN[:first] + TOWN[second:third] + TOWN[first:second] + TOWN[third:]
    assert _prints(file, turned) == before
    assert len(_prints(file, TOWN.replace("150 people", "160 people")) - before) == 1


def test_a_fingerprint_does_not_hang_on_how_a_path_is_given(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "claims").mkdir()
    (here / "claims" / "town.yaml").write_text(TOWN, encoding="utf-8")
    prints = []
    for cwd, path in (
        (here, Path("claims/town.yaml")),
        (here, here / "claims" / "town.yaml"),
        (here / "claims", Path("town.yaml")),
    ):
        monkeypatch.chdir(cwd)
        found = _told(verified(path))
        prints.append([fingerprint(one, str(here)) for one in found])
    assert prints[0] == prints[1] == prints[2]


def test_a_fingerprint_of_a_draft_does_not_count_its_figures(here: Path) -> None:
    table = "| Boats | North | Total |\n|---|---|---|\n| Red | 21 | 30 |\n"
    table += "| Blue | 4 | 8 |\n| Total | 25 | 73 |\n"
    prints = []
    for before in ("", "There are 12 jetties and 3 moorings.\n\n"):
        (here / "loch.md").write_text(before + table, encoding="utf-8")
        prints.append([fingerprint(one) for one in _told(audit_of(here / "loch.md"))])
    assert prints[0] == prints[1] != []


# JSON


def test_a_gap_that_no_float_holds(here: Path) -> None:
    big = "1" + "0" * 35
    text = f"claims:\n  - {{id: d, value: exactly 1}}\n  - {{id: e, value: exactly {big}}}\n"
    text += "checks:\n  - that: d == e ** 9\n"
    (here / "big.yaml").write_text(text, encoding="utf-8")
    sources = verified(here / "big.yaml")
    assert read_json(written("json", sources))["findings"][0]["gap"] == 10**315
    for name in NAMES:
        written(name, sources)


def test_the_schemas_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    titles = {}
    for what in ("", "claims", "report", "jsonl"):
        assert status_of(["schema", what] if what else ["schema"]) == 0
        titles[what] = json.loads(capsys.readouterr().out)["title"]
    assert titles[""] == titles["claims"] != titles["report"] != titles["jsonl"]
    assert status_of(["schema", "clams"]) == 2
    assert "there are claims, report and jsonl" in capsys.readouterr().err
