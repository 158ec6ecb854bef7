"""The command line, end to end: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from samples import WRONG_ROADS

from fentcheck.cli.main import status_of
from fentcheck.rules.registry import RULES

ROOT = Path(__file__).parent.parent

CONTRADICTION = "\narticle: {title: Roads, publisher: Courier, published: 2024-02}\n" + WRONG_ROADS
STRAINED = CONTRADICTION.replace("75,000", "about 58,500")
CLEAN = CONTRADICTION.replace("75,000", "55,000")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **more}
    return subprocess.run(
        [sys.executable, "-m", "fentcheck", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def shell(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, [], 0),
        (CONTRADICTION, [], 1),
        (CONTRADICTION, ["--fail-on", "never"], 0),
        (CONTRADICTION, ["--ignore", "FC2"], 0),
        (CONTRADICTION, ["--select=FC1"], 0),
        (CONTRADICTION, ["--select", "FC101,fc201"], 1),
        (STRAINED, [], 0),
        (STRAINED, ["--strict"], 1),
        (STRAINED, ["--fail-on", "warning"], 1),
    ],
)
def test_exit_status(here: Path, text: str, options: list[str], status: int) -> None:
    (here / "roads.yaml").write_text(text)
    assert status_of(["verify", "roads.yaml", *options]) == status


@pytest.mark.parametrize(
    "words",
    [
        ["verify", "nowhere"],
        ["verify", ".", "--format", "nonsense"],
        ["verify", ".", "--nonsense"],
        ["verify", ".", "--select", "FC9"],
        ["verify", ".", "--config", "nowhere.toml"],
        ["verify", ".", "--output", "no/such/folder/report.txt"],
        ["nonsense"],
        ["value", "lots of people"],
        ["value", ""],
        ["calc", "5 +* 3"],
        ["calc", '"5 kg" + "3 people"'],
        ["calc", "1 / 0"],
        ["calc", "claim * 2"],
        ["rule", "FC999"],
    ],
)
def test_a_call_that_cannot_be_done_is_2_and_says_why(
    here: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "roads.yaml").write_text(CLEAN)
    assert status_of(words) == 2
    printed = capsys.readouterr()
    assert printed.err.strip()
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(
    ("settings", "status"),
    [
        ('fail-on = "never"', 0),
        ('ignore = ["FC201"]', 0),
        ("[thresholds]\ngap = 1.2", 1),
        ("gapp = 2", 2),
        ("[thresholds]\ngapp = 2", 2),
        ("not toml", 2),
        ('[units]\npeople = "nonsense ** ** 3"', 2),
    ],
)
def test_settings(here: Path, settings: str, status: int) -> None:
    (here / "fentcheck.toml").write_text(settings)
    (here / "roads.yaml").write_text(CONTRADICTION)
    assert status_of(["verify", "roads.yaml"]) == status


def test_settings_in_pyproject_and_a_unit_of_ones_own(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "pyproject.toml").write_text(
        '[tool.fentcheck.units]\npitch = "7140 * meter ** 2 = pitches"'
    )
    assert status_of(["calc", '"2 pitches" / "1.4 hectares"']) == 0
    assert capsys.readouterr().out.startswith("1.02")


def test_standard_input(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fentcheck", "verify", "-", "--format", "concise"],
        input=CONTRADICTION,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.startswith("-:9:12: error FC201 contradicted: 150 people/day × 365")


def test_a_report_is_written_whole_and_nothing_else_is_left(here: Path) -> None:
    (here / "roads.yaml").write_text(CONTRADICTION)
    assert status_of(["verify", "roads.yaml", "--output", "report.txt"]) == 1
    assert "54,750" in (here / "report.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in here.iterdir()) == ["report.txt", "roads.yaml"]


def test_json_has_the_shape_that_was_agreed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "roads.yaml").write_text(CONTRADICTION)
    assert status_of(["verify", "roads.yaml", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == 1
    assert report["summary"]["claims"] == 2
    assert report["summary"]["relations"]["contradicted"] == 1
    assert report["summary"]["findings"] == {"error": 1, "warning": 0, "note": 0}
    (finding,) = report["findings"]
    assert (finding["code"], finding["verdict"], finding["line"], finding["column"]) == (
        "FC201",
        "contradicted",
        9,
        12,
    )
    assert finding["claims"] == ["roads.per_day", "roads.per_year"]
    assert finding["stated"] == {
        "literal": "[74500, 75500]",
        "pragmatic": "[74500, 75500]",
        "unit": "people/year",
    }
    assert finding["computed"]["literal"] == "[52925, 56730]"
    assert finding["gap"] == pytest.approx(74500 / 56730, abs=1e-3)
    assert {"id", "code", "verdict", "claims", "text", "stated", "computed"} <= set(
        report["relations"][0]
    )


def test_a_fingerprint_does_not_move_with_its_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prints = []
    for text in (CONTRADICTION, "\n\n# moved\n" + CONTRADICTION):
        (here / "roads.yaml").write_text(text)
        status_of(["verify", "roads.yaml", "--format", "json"])
        prints.append(json.loads(capsys.readouterr().out)["findings"][0]["fingerprint"])
    assert prints[0] == prints[1]


def test_control_codes_from_a_file_do_not_reach_the_terminal(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = CONTRADICTION.replace("Roads", r'"\e[31mred\u202e[bold]"')
    (here / "roads.yaml").write_text(hostile)
    for form in ("text", "concise"):
        status_of(["verify", "roads.yaml", "--format", form, "--all", "--color", "never"])
        printed = capsys.readouterr().out
        assert "\x1b" not in printed
        assert "\u202e" not in printed


def test_all_shows_what_holds(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "roads.yaml").write_text(CLEAN)
    status_of(["verify", "roads.yaml", "--all"])
    printed = capsys.readouterr().out
    assert "✓ holds" in printed
    assert "54,750 people/year" in printed


def test_every_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["rule"]) == 0
    listing = capsys.readouterr().out
    for rule in RULES:
        assert f"{rule.code}  {rule.name}" in listing
        assert status_of(["rule", rule.code.lower()]) == 0
        assert rule.documentation in capsys.readouterr().out


def test_the_schema_takes_the_shipped_claims_and_refuses_a_misspelt_key(
    capsys: pytest.CaptureFixture[str],
) -> None:
    import yaml

    status_of(["schema"])
    validator = Draft202012Validator(json.loads(capsys.readouterr().out))
    shipped = [path for path in (ROOT / "claims").glob("*.yaml") if path.stem != "vocabulary"]
    assert len(shipped) == 5
    for path in shipped:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for claim in loaded["claims"]:
            if "at" in claim:
                claim["at"] = int(claim["at"])
        validator.validate(loaded)
    assert list(validator.iter_errors({"claims": [{"id": "a", "value": "5", "mesure": "x"}]}))


def test_a_plain_verify_imports_nothing_heavy(tmp_path: Path) -> None:
    environment = {"FENTCHECK_CACHE_DIR": str(tmp_path)}
    done = run("verify", str(ROOT / "claims"), **environment)  # it keeps compiled patterns
    assert done.returncode == 1
    probe = (
        "import sys; before = set(sys.modules); from fentcheck.cli.main import status_of; "
        f"status_of(['verify', {str(ROOT / 'claims')!r}]); "
        "heavy = {'typer', 'click', 'rich', 'pint', 'pydantic', 'asyncio', 'inspect', "
        "'importlib.metadata', 'dataclasses', 'pathlib', 'json', 'subprocess', 'tomllib', "
        "'yaml', 'sqlite3', 'tempfile', 'multiprocessing', 'concurrent.futures', 'hashlib', "
        "'logging', 'traceback', 'array', 'fentcheck.beginnings', 'fentcheck.book.events', "
        "'fentcheck.prose.scan', 'fentcheck.cues.registry', 'fentcheck.engine.audit', "
        "'fentcheck.engine.certificate'}; "
        "sys.stderr.write(' '.join(sorted(heavy & (set(sys.modules) - before))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd="/",
        check=False,
    )
    assert done.stderr == ""


def test_a_reader_that_leaves_ends_the_run_quietly() -> None:
    script = f"{sys.executable} -m fentcheck verify {ROOT / 'claims'} --all | head -n 1"
    done = shell(script)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("waiver", "status"),
    [
        ("{code: FC201, claims: [per_year], reason: agreed}", 0),
        ("{code: FC201, claims: [per_day, per_year], reason: agreed, until: 9000-01-01}", 0),
        ("{code: FC201, claims: [per_year], reason: agreed, until: 2020-01-01}", 1),
        ("{code: FC101, claims: [per_year], reason: another rule}", 1),
    ],
)
def test_a_waived_finding_does_not_count(
    here: Path, waiver: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "roads.yaml").write_text(f"{CONTRADICTION}waivers:\n  - {waiver}\n")
    assert status_of(["verify", "roads.yaml", "--format", "json"]) == status
    report = json.loads(capsys.readouterr().out)
    told = [one for one in report["findings"] if one["code"] != "FC012"]
    assert [finding["waived"] for finding in told] == [status == 0]
    assert report["summary"]["waived"] == 1 - status


def test_no_claims_files_at_all_is_no_success(here: Path) -> None:
    assert status_of(["verify", "."]) == 2


def test_a_full_disk_is_told() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    script = f"{sys.executable} -m fentcheck verify {ROOT / 'claims'} > /dev/full"
    done = shell(script)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_schema_takes_the_shipped_references_and_refuses_a_misspelt_key(
    capsys: pytest.CaptureFixture[str],
) -> None:
    import yaml

    status_of(["schema"])
    validator = Draft202012Validator(json.loads(capsys.readouterr().out))
    for path in sorted((ROOT / "claims" / "references").iterdir()):
        validator.validate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    misspelt = {"id": "a", "value": "1", "known": "2023"}
    assert list(validator.iter_errors({"source": {"publisher": "CDC"}, "claims": [misspelt]}))
    of_a_reference = {"id": "a", "value": "1", "known_from": "2023"}
    assert list(validator.iter_errors({"article": {}, "claims": [of_a_reference]}))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["calc", '"5" < "3"'], "calc works out a value and compares none"),
        (["verify", "--limit", "Claims"], "set like file-size=8000000, not “Claims”"),
        (["verify", "--limit", "claims=1"], "ore than 1 claim in one file: "),
    ],
)
def test_messages_fit_what_was_asked(
    words: list[str],
    told: str,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(here)
    (here / "claims").mkdir(exist_ok=True)
    two = "claims: [{id: a, value: 1 car}, {id: b, value: 2 cars}]\n"
    (here / "claims" / "two.yaml").write_text(two)
    assert status_of(words) in (1, 2)
    shown = capsys.readouterr()
    assert told in shown.out + shown.err


def test_quantities_as_text_and_as_lines_of_json(here: Path) -> None:
    (here / "draft.txt").write_text("It rose by 5% a year.\n\nIt opened in about 12 barns.\n")
    done = run("quantities", str(here / "draft.txt"))
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first.split() == ["1:12", "5%", "a", "year", "5", "up", "%/year", "percent"]
    assert second.split() == ["3:14", "about", "12", "barns", "~12", "barn", "count"]
    done = run("quantities", str(here / "draft.txt"), "--format", "jsonl")
    assert json.loads(done.stdout.splitlines()[0]) == {
        "line": 1, "start": 11, "end": 20, "text": "5% a year", "value": 5, "hedge": "=",
        "trend": "up", "unit": "%", "unit_name": "%", "noun": "", "noun_phrase": "", "per": "year",
        "role": "percent",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "draft.html",
            "<style>p { width: 30px }</style>\n<p>It <b>rose</b>\n"
            "  12% to <i>&pound;52</i> <!-- 5 km --></p>",
            ["3:3 12% 12 up % percent", "3:13 £52 52 GBP money"],
        ),
        (
            "draft.md",
            "---\nwidth: 40 km\n---\nIt took **more than** 3 days.\n\n> 12 cars\n\n"
            "```\nwidth: 40 km\n```\n",
            ["4:11 more than 3 days >3 day duration", "6:3 12 cars 12 car count"],
        ),
        ("draft.txt", "# It has\n12 cars\n", ["2:1 12 cars 12 car count"]),
    ],
)
def test_quantities_are_read_as_in_an_audit(
    name: str, text: str, expected: list[str], here: Path
) -> None:
    (here / name).write_text(text)
    done = run("quantities", str(here / name))
    assert [" ".join(line.split()) for line in done.stdout.splitlines()] == expected
    done = run("quantities", str(here / name), "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    places = [tuple(map(int, line.split()[0].split(":"))) for line in expected]
    before = [text[: one["start"]] for one in found]
    assert [one["line"] for one in found] == [line for line, _ in places]
    assert [(one.count("\n") + 1, len(one) - one.rfind("\n")) for one in before] == places


def test_quantities_of_a_word_document(here: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("It was late.")
    document.add_paragraph("It lasted 3 days.")
    document.save(str(here / "draft.docx"))
    done = run("quantities", str(here / "draft.docx"))
    assert (done.returncode, done.stdout.split()) == (
        0, ["2:11", "3", "days", "3", "day", "duration"]
    )  # fmt: skip


def test_quantities_of_no_text_are_none_and_of_no_file_are_2(here: Path) -> None:
    (here / "empty.txt").write_text("")
    assert run("quantities", str(here / "empty.txt")).stdout == ""
    done = run("quantities", str(here / "nowhere.txt"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no file" in done.stderr


def test_a_path_in_a_message_keeps_its_letters(
    here: Path, without: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("drafts").mkdir()
    Path("drafts/a.docx").write_bytes(b"no matter what")
    Path("boats.yaml").write_text(
        "article: {text: drafts/a.docx}\nclaims:\n  - {id: lost, value: 14 boats}\n"
    )
    without("docx")
    assert status_of(["verify", "boats.yaml"]) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert "The text drafts/a.docx: Word documents are read by python-docx" in printed
