"""`init`: a starter that is whole, clean but for what it teaches, and never in the way."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of
from fentcheck.files.config import find_config
from fentcheck.files.settings import _READERS
from fentcheck.files.starter import FILES
from fentcheck.phrases.constants import DEFAULTS


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def there(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_what_is_made_and_what_comes_next(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["init"]) == 0
    assert there(here) == set(FILES)
    made, empty, *steps = capsys.readouterr().out.splitlines()
    assert made == f"Made {', '.join(FILES)}."
    assert (empty, len(steps)) == ("", 3)
    assert [step.partition("fentcheck ")[2].split()[0] for step in steps] == [
        "verify", "audit", "extract",
    ]  # fmt: skip


def test_the_steps_can_be_done(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["init", "the desk"]) == 0
    steps = capsys.readouterr().out.splitlines()[2:]
    assert steps[0].startswith("1. fentcheck verify 'the desk/claims'")
    assert status_of(["verify", "the desk/claims"]) == 1
    assert status_of(["audit", "the desk/drafts/example.md"]) == 1
    assert status_of(["lint", "the desk/claims", "--strict", "--fail-on", "note"]) == 0
    assert status_of(["lint", "the desk/claims", "--diff"]) == 0
    capsys.readouterr()


def test_the_example_teaches_one_thing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status_of(["init"])
    capsys.readouterr()
    assert status_of(["verify", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    (finding,) = report["findings"]
    assert (finding["code"], finding["nearest"]) == ("FC201", "110,000 books")
    assert finding["slip"].startswith("×10")
    for name in ("claims/example.yaml", "drafts/example.md"):
        text = (here / name).read_text(encoding="utf-8").replace("around 11,000", "around 110,000")
        (here / name).write_text(text, encoding="utf-8")
    assert status_of(["verify", "--format", "json", "--fail-on", "note"]) == 0
    relations = json.loads(capsys.readouterr().out)["relations"]
    assert {one["code"] for one in relations} == {"FC201", "FC202", "FC301", "FC401"}
    assert {one["verdict"] for one in relations} == {"holds"}
    assert status_of(["audit", "drafts/example.md"]) == 0


def test_the_settings_that_are_shown_are_all_there_are(here: Path) -> None:
    status_of(["init"])
    assert find_config(".").path == str(here / "fentcheck.toml")
    lines = FILES["fentcheck.toml"].splitlines()
    shown = [line.removeprefix("# ") for line in lines if line.startswith(("# [", "# "))]
    settings = [line for line in shown if line.startswith("[") or " = " in line]
    table = tomllib.loads("\n".join(settings))
    assert set(table) == set(_READERS)
    (here / "claims" / "references").mkdir()
    (here / "fentcheck.toml").write_text("\n".join(settings), encoding="utf-8")
    config = find_config(".")
    assert (config.constants, config.fail_on, config.locale) == (DEFAULTS, "error", "en-US")


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_written_over(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "desk" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    assert status_of(["init", "desk"]) == 2
    assert there(here) == {f"desk/{name}"}
    assert path.read_text() == "mine"
    assert f"desk/{name} is there already; nothing was written" in capsys.readouterr().err


def test_a_broken_link_is_there(here: Path) -> None:
    (here / "fentcheck.toml").symlink_to(here / "elsewhere")
    assert status_of(["init"]) == 2
    assert not (here / "elsewhere").exists()


def test_settings_of_the_same_folder_are_not_passed_over(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "pyproject.toml").write_text("[tool.fentcheck]\n")
    assert status_of(["init"]) == 2
    assert there(here) == {"pyproject.toml"}
    (here / "pyproject.toml").write_text("[project]\nname = 'desk'\n")
    assert status_of(["init"]) == 0
    capsys.readouterr()


def test_what_cannot_be_finished_is_taken_back(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "drafts").write_text("a file in the way")
    assert status_of(["init"]) == 2
    assert sorted(os.listdir(here)) == ["drafts"]
    assert "cannot be made" in capsys.readouterr().err
