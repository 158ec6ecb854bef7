"""Links in a folder of claims files, which may be a stranger's."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of
from fentcheck.files.combine import combine
from fentcheck.files.config import Config
from fentcheck.files.summarise import summarise

SECRET = "root:x:0:0: the secret\n"
CLAIMS = """\
claims:
  - {id: roads, measure: length, of: {road: M1}, value: 10 km}
  - {id: lanes, measure: lanes, of: {road: M1}, value: 6 lanes}
checks:
  - that: roads >= "5 km"
"""
OUTSIDE = "this leads outside the project; put the file itself here, or name it in the call"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one claims file, and beside the project a file that is none of its own."""
    project = tmp_path / "project"
    (project / "claims").mkdir(parents=True)
    (project / ".git").mkdir()
    (project / "claims" / "own.yaml").write_text(CLAIMS)
    (tmp_path / "secret").write_text(SECRET)
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "concealed.yaml").write_text(SECRET)
    monkeypatch.chdir(project)
    return project


Told = Callable[..., tuple[int, str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def run(*words: str) -> tuple[int, str]:
        status = status_of([*words])
        return status, capsys.readouterr().out

    return run


def _folder(desk: Path, name: str) -> Path:
    folder = desk / "claims" / name
    folder.mkdir()
    return folder


@pytest.mark.parametrize("form", ["text", "html", "json", "sarif", "concise"])
@pytest.mark.parametrize("command", ["verify", "lint"])
@pytest.mark.parametrize(
    "name", ["p.yaml", "vocabulary.yaml", "references/p.yaml", "references", "below/p.yaml"]
)
def test_what_leads_out_of_the_project_is_not_read(
    name: str, command: str, form: str, desk: Path, tmp_path: Path, told: Told
) -> None:
    link = desk / "claims" / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / ("library" if name == "references" else "secret"))
    status, text = told(command, "claims", "--format", form)
    assert status == 1
    assert "root:x" not in text
    assert "concealed" not in text
    assert OUTSIDE[1:] in text or form == "text"
    if form == "concise":
        assert text == f"claims/{name}:1:1: error FC001 {OUTSIDE}\n"


def test_the_projects_own_shelf_may_lead_out_no_more(
    desk: Path, tmp_path: Path, told: Told
) -> None:
    """The vocabulary and the references in `claims` hold for all files of a project."""
    (desk / "claims").rename(desk / "desk")
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "vocabulary.yaml").write_text(SECRET)
    (desk / "claims").symlink_to(shelf)
    line = f"claims/vocabulary.yaml:1:1: error FC001 {OUTSIDE}\n"
    assert told("verify", "desk", "--format", "concise") == (1, line)


def test_links_inside_the_project_are_followed(desk: Path, told: Told) -> None:
    (desk / "kept").mkdir()
    (desk / "kept" / "odd.yaml").write_text("oddity: 1\n")
    _folder(desk, "references").joinpath("office.yaml").symlink_to(desk / "kept" / "odd.yaml")
    for name in ("other.yaml", "vocabulary.yaml"):
        (desk / "claims" / name).symlink_to("../kept/odd.yaml")
    status, text = told("verify", "claims", "--format", "concise")
    assert status == 1
    for name in ("other.yaml", "vocabulary.yaml", "references/office.yaml"):
        assert f"claims/{name}:1:1: error FC002" in text
    assert "FC001" not in text


def test_what_the_call_names_is_the_callers_choice(desk: Path, tmp_path: Path, told: Told) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(CLAIMS)
    link = desk / "claims" / "link.yaml"
    link.symlink_to(elsewhere)
    assert told("verify", "claims/link.yaml", "--format", "concise") == (0, "")
    assert told("verify", "claims", "claims/link.yaml", "--format", "concise") == (0, "")
    (desk / "linked").symlink_to(tmp_path / "library")
    assert "FC001" not in told("verify", "linked", "--format", "concise")[1]


def test_without_a_project_the_folder_is_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    here, desk, shelf = (tmp_path / name for name in ("here", "desk", "shelf"))
    for folder in (here, desk, shelf):
        folder.mkdir()
    monkeypatch.chdir(here)
    (desk / "own.yaml").write_text(CLAIMS)
    (shelf / "far.yaml").write_text(SECRET)
    (desk / "far.yaml").symlink_to(shelf / "far.yaml")
    (desk / "near.yaml").symlink_to(desk / "own.yaml")
    line = f"{desk}/far.yaml:1:1: error FC001 {OUTSIDE}\n"
    assert told("verify", str(desk), "--format", "concise") == (1, line)


def test_in_parts_too(desk: Path, tmp_path: Path) -> None:
    (desk / "claims" / "p.yaml").symlink_to(tmp_path / "secret")
    found = combine([summarise(one, "claims") for one in ("claims/own.yaml", "claims/p.yaml")])
    assert OUTSIDE[1:] in found.text
    assert "root:x" not in found.text


def test_a_file_in_the_place_of_the_link_is_read(
    desk: Path, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept of the link, of the same bytes, is not told of the file."""
    monkeypatch.setenv("FENTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    link, elsewhere = desk / "claims" / "p.yaml", tmp_path / "elsewhere.yaml"
    elsewhere.write_text(CLAIMS.replace("M1", "M2"))
    link.symlink_to(elsewhere)
    old = 1_700_000_000
    for path in (elsewhere, desk / "claims" / "own.yaml"):
        os.utime(path, (old, old))
    words = ("verify", "claims", "--format", "concise", "--jobs", "1")
    assert "FC001" in told(*words)[1]
    assert "FC001" in told(*words)[1]
    link.unlink()
    link.write_text(elsewhere.read_text())
    assert told(*words) == (0, "")


def test_an_editor_reads_no_further(desk: Path, tmp_path: Path) -> None:
    pytest.importorskip("pygls")
    from fentcheck.lsp.project import Project

    (desk / "claims" / "p.yaml").symlink_to(tmp_path / "secret")
    result = Project().check(str(desk / "claims" / "own.yaml"))
    texts = [finding.message for one in result.articles for finding in one.findings]
    assert texts == [OUTSIDE]


def test_one_folder_is_the_root_of_all(tmp_path: Path) -> None:
    from fentcheck.files.load import Library

    (tmp_path / "own.yaml").write_text(CLAIMS)
    (tmp_path / "link.yaml").symlink_to(tmp_path / "own.yaml")
    library = Library([str(tmp_path)], Config("/"))
    assert not any(map(library.is_outside, library.files))
