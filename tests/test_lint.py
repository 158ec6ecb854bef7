"""`lint`: the rules of the file alone, and what `--fix` puts right on the disk."""

from __future__ import annotations

import io
import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from checking import differences, expectations
from test_cases import CASES

from fentcheck.cli.main import status_of
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.files.selection import chosen
from fentcheck.rules.registry import RULES

WRONG = """\
article: {title: Roads, publisher: Courier, published: 2024-02}
claims:
  - value: 150 people/day
    measure: road deaths
  - id: per_year
    mesure: road deaths
    value: 75,000 people/year
checks:
  - that: per_year == 365 * road_deaths
"""
CONTRADICTION = WRONG.replace("mesure", "measure").replace(
    "- value", "- id: road_deaths\n    value"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "roads.yaml").write_text(WRONG, encoding="utf-8")
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    """The exit status of a call, and the codes of what it found."""
    status = status_of(["lint", *words, "--format", "json"])
    return status, [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]]


def test_the_file_and_not_the_arithmetic(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys) == (1, ["FC002", "FC002", "FC006"])
    (here / "claims" / "roads.yaml").write_text(CONTRADICTION, encoding="utf-8")
    assert status_of(["verify"]) == 1
    capsys.readouterr()
    assert found(capsys, "claims/roads.yaml") == (0, [])
    assert status_of(["lint", "--all", "--statistics"]) == 0
    assert capsys.readouterr().out == "1 file, 2 claims.\nNothing to mend.\n"


@pytest.mark.parametrize("case", sorted(CASES.glob("fc0*/*")), ids=lambda case: case.stem)
def test_lint_finds_what_verify_does(case: Path) -> None:
    """But for waivers that are unused, which only a whole run can tell."""
    library = Library([str(case)], Config(str(case if case.is_dir() else case.parent)), today=0)
    rules = tuple(rule for rule in RULES if rule.code.startswith("FC0"))
    found = [one for source in library.check(rules) for one in source.checked.findings]
    told = [one for one in found if not one.waived]
    files = [case] if case.is_file() else [*case.rglob("*.yaml"), *case.rglob("*.md")]
    expected = [
        one
        for file in files
        for one in expectations(file.read_text(encoding="utf-8", errors="replace"))
        if one.code.startswith("FC0") and (one.code != "FC012" or "ended" in one.words)
    ]
    wrong = [one for one in differences(expected, told) if "FC012" not in one]
    assert wrong == []


def test_a_waiver_is_unused_for_verify_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waivers = (
        "waivers:\n  - {code: FC301, claims: [per_year], reason: none}\n"
        "  - {code: FC201, claims: [per_year], reason: agreed, until: 2020-01-01}\n"
    )
    (here / "claims" / "roads.yaml").write_text(CONTRADICTION + waivers, encoding="utf-8")
    assert found(capsys, "--select", "FC012") == (0, ["FC012"])
    assert found(capsys, "--today", "2019-12-31") == (0, [])
    assert status_of(["verify", "--select", "FC012,FC301", "--strict"]) == 1
    assert "There is no such finding" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "status", "codes"),
    [
        (["--select", "FC006"], 1, ["FC006"]),
        (["--select", "FC"], 1, ["FC002", "FC002", "FC006"]),
        (["--select", "FC006,FC201"], 1, ["FC006"]),
        (["--ignore", "FC002,FC006"], 0, []),
        (["--fail-on", "never"], 0, ["FC002", "FC002", "FC006"]),
    ],
)
def test_selection(
    here: Path, words: list[str], status: int, codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert found(capsys, *words) == (status, codes)


def test_settings_apply(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "fentcheck.toml").write_text('severity.FC002 = "note"\nignore = ["FC006"]')
    assert found(capsys) == (0, ["FC002", "FC002"])
    (here / "fentcheck.toml").write_text('select = ["FC2"]')
    assert found(capsys) == (0, [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--select", "FC201"], "lint runs the FC0 rules alone; verify runs FC201"),
        (["--select", "FC09"], "there is no rule FC09"),
        (["nowhere.yaml"], "there is no file or folder nowhere.yaml"),
        (["--fix", "-"], "give the path"),
        (["--diff", "-"], "give the path"),
        (["drafts"], "there are no claims files in drafts"),
    ],
)
def test_what_cannot_be_done(
    here: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "drafts").mkdir()
    assert status_of(["lint", *words]) == 2
    assert said in capsys.readouterr().err


def test_standard_input(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert found(capsys, "-") == (1, ["FC002", "FC002", "FC006"])


def test_a_vocabulary_is_read_as_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As in `fentcheck lint claims/*.yaml`."""
    (here / "claims" / "roads.yaml").write_text(CONTRADICTION, encoding="utf-8")
    words = here / "claims" / "vocabulary.yaml"
    words.write_text("measures: {road deaths: {kind: flow}}\n")
    for paths in (["claims/vocabulary.yaml"], ["claims/vocabulary.yaml", "claims/roads.yaml"]):
        assert found(capsys, *paths) == (0, [])
    words.write_text("measures: {road deaths: {kind: wrong}}\nmeasure: {}\n")
    for paths in (
        ["claims/vocabulary.yaml"],
        ["claims"],
        ["claims/vocabulary.yaml", "claims/roads.yaml"],
        ["claims/roads.yaml", "claims/vocabulary.yaml"],
    ):
        assert found(capsys, *paths) == (1, ["FC002", "FC002"])


@pytest.mark.parametrize("most", [5, 600])
def test_so_many_mistakes_of_a_vocabulary_are_told(
    most: int, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "".join(f"  m{number}: {{kind: wrong}}\n" for number in range(700))
    (here / "claims" / "vocabulary.yaml").write_text(f"measures:\n{words}")
    call = ["lint", "claims/vocabulary.yaml", "--limit", f"mistakes={most}", "--format", "json"]
    assert status_of(call) == 1
    told = json.loads(capsys.readouterr().out)["findings"]
    assert len(told) == most + 1
    assert f"the limit mistakes is {most};" in told[-1]["message"]


# --fix


def test_fix_writes_what_is_safe_and_tells(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "claims" / "roads.yaml"
    (here / "claims" / "fine.yaml").write_text("claims:\n  - {id: a, value: 5 boats}\n")
    (here / "claims" / "blank.yaml").write_text("claims:  \n  - {id: a, value: 5 boats}\n")
    assert status_of(["lint", "--fix"]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.endswith(
        "1 error.\n"
        "fixed 3 places in 2 files\n"
        "  claims/blank.yaml: took the blanks off the end of 1 line\n"
        "  claims/roads.yaml: added the id road_deaths, put the keys of 1 claim in order\n"
    )
    assert path.read_text(encoding="utf-8") == WRONG.replace(
        "  - value: 150 people/day\n    measure: road deaths\n",
        "  - id: road_deaths\n    measure: road deaths\n    value: 150 people/day\n",
    )
    assert sorted(one.name for one in path.parent.iterdir()) == [
        "blank.yaml", "fine.yaml", "roads.yaml",
    ]  # fmt: skip
    before = path.stat()
    assert status_of(["lint", "--fix"]) == 1
    assert capsys.readouterr().out.endswith("nothing to fix\n")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_other_formats_keep_to_themselves(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["lint", "--fix", "--format", "json"]) == 1
    printed = capsys.readouterr()
    assert [one["code"] for one in json.loads(printed.out)["findings"]] == ["FC002"]
    assert printed.err.startswith("fixed 2 places in 1 file\n")


def test_diff_shows_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "claims" / "roads.yaml"
    data = (WRONG.rstrip("\n") + " ").replace("\n", "\r\n").encode()
    path.write_bytes(data)
    for words in (["--fix", "--diff"], ["--diff"]):
        assert status_of(["lint", *words]) == 1
        printed = capsys.readouterr()
        assert path.read_bytes() == data
        assert printed.err.startswith("would fix 3 places in 1 file\n")
    (here / "patch").write_bytes(printed.out.encode())
    applied = ["patch", "--binary", "-s", "-p1", "-i", "patch"]
    subprocess.run(applied, check=True)
    patched = path.read_bytes()
    path.write_bytes(data)
    status_of(["lint", "--fix"])
    assert path.read_bytes() == patched
    capsys.readouterr()
    assert status_of(["lint", "--diff"]) == 0
    assert capsys.readouterr() == ("", "nothing to fix\n")


def test_what_is_put_in_order_is_what_the_limits_let_through(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "claims" / "roads.yaml"
    assert found(capsys, "--limit", "yaml-depth=2") == (1, ["FC001"])
    for words, deep, says in (
        (["yaml-depth=2"], 1, "nothing to fix"),
        (["yaml-depth=40"], 30, "would fix 2 places in 1 file"),
        (["yaml-depth=25"], 30, "nothing to fix"),
    ):
        path.write_text(f"{WRONG}note: {'[' * deep}1{']' * deep}\n")
        status_of(["lint", "--diff", "--limit", *words])
        assert capsys.readouterr().err.startswith(says)


def test_bytes_modes_and_links_stay(here: Path) -> None:
    path = here / "claims" / "roads.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    outside = here / "outside.yaml"
    outside.write_text(WRONG)
    (here / "claims" / "link.yaml").symlink_to(outside)
    (here / "claims" / "broken.yaml").write_text("claims:\n  - value: 5  \n    id: [\n")
    broken = (here / "claims" / "broken.yaml").read_bytes()
    assert status_of(["lint", "--fix"]) == 1
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfarticle")
    assert b"  - id: road_deaths\r\n    measure" in data
    assert data.count(b"\n") == data.count(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert outside.read_text() == WRONG
    assert (here / "claims" / "broken.yaml").read_bytes() == broken


def test_a_file_that_cannot_be_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    resource = pytest.importorskip("resource")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))  # no file may grow
    try:
        assert status_of(["lint", "--fix"]) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert "claims/roads.yaml cannot be written" in capsys.readouterr().err
    assert (here / "claims" / "roads.yaml").read_text() == WRONG
    assert [one.name for one in (here / "claims").iterdir()] == ["roads.yaml"]


def test_lint_does_no_arithmetic(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No relation is judged, nothing is compared across articles, nothing taken together."""
    (here / "claims" / "roads.yaml").write_text(CONTRADICTION, encoding="utf-8")

    def never(*given: object) -> None:
        raise AssertionError

    for name in ("check.judge", "check._taken_together", "across.judge", "across.filed"):
        monkeypatch.setattr(f"fentcheck.engine.{name}", never)
    assert status_of(["lint"]) == 0


def test_every_rule_of_lint_has_the_code_of_a_file() -> None:
    codes = {rule.code for rule in chosen(Config("."), ("FC0",))}
    assert codes == {rule.code for rule in RULES if rule.code.startswith("FC0")}
