"""Only what changed since a commit is told of, and what it clashes with."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of

WRONG = """\
article: {{title: {title}, published: 2024-02{text}}}
claims:
  - id: per_day
    measure: {thing} counted
    value: 150 people/day
  - id: per_year
    measure: {thing} counted
    value: 75,000 people/year
"""


def git(*words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *words],
        check=True,
        capture_output=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
    )


def write(path: str, title: str, thing: str, text: str = "") -> None:
    Path(path).write_text(WRONG.format(title=title, thing=thing, text=text))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    Path("claims").mkdir()
    Path("drafts").mkdir()
    Path("drafts/a b é.md").write_text("150 people a day, 75,000 people a year.\n")
    write("claims/roads.yaml", "Roads", "drivers")
    write("claims/rail é.yaml", "Rail", "riders", text=", text: ../drafts/a b é.md")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str]]:
    """The code and file of every finding since the commit given."""
    capsys.readouterr()
    status_of(["verify", "--format", "json", "--select", "FC1,FC2", "--changed-since", *words])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [(one["code"], one["path"]) for one in found]


def test_nothing_changed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "HEAD") == []
    assert status_of(["verify", "--changed-since", "main"]) == 0


def test_an_edit_a_staged_edit_and_a_new_file(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("claims/roads.yaml", "The roads", "drivers")
    assert told(capsys, "HEAD") == [("FC201", "claims/roads.yaml")]
    git("add", ".")
    assert told(capsys, "HEAD") == [("FC201", "claims/roads.yaml")]
    git("commit", "-q", "-m", "second")
    assert told(capsys, "HEAD") == []
    assert told(capsys, "HEAD~1") == [("FC201", "claims/roads.yaml")]
    write("claims/new.yaml", "Ferries", "passengers")
    assert told(capsys, "HEAD") == [("FC201", "claims/new.yaml")]
    assert status_of(["verify", "--changed-since", "HEAD"]) == 1


def test_a_changed_text_is_a_change_of_its_claims(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("drafts/a b é.md").write_text("Some 150 people a day, 75,000 people a year.\n")
    assert told(capsys, "HEAD") == [("FC201", "claims/rail é.yaml")]


def test_it_works_from_a_folder_below(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("claims/rail é.yaml", "The rail", "riders")
    monkeypatch.chdir("claims")
    assert told(capsys, "HEAD", ".") == [("FC201", "rail é.yaml")]


@pytest.mark.parametrize("name", ["claims/vocabulary.yaml", "fentcheck.toml"])
def test_what_all_files_share_concerns_all(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text("" if name.endswith("toml") else "measures: {drivers counted: {}}\n")
    assert len(told(capsys, "HEAD")) == 2


def test_a_clash_with_a_file_that_did_not_change(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, count in (("old", "200"), ("other", "200")):
        Path(f"claims/{name}.yaml").write_text(
            f"claims:\n  - id: boats\n    measure: boats lost\n    period: 2023\n"
            f"    value: exactly {count} boats\n"
        )
    git("add", ".")
    git("commit", "-q", "-m", "boats")
    Path("claims/other.yaml").write_text(
        Path("claims/other.yaml").read_text().replace("200", "350")
    )
    assert [code for code, _ in told(capsys, "HEAD")] == ["FC102"]


def test_a_branch_is_compared_with_where_it_began(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("checkout", "-q", "-b", "mine")
    write("claims/roads.yaml", "The roads", "drivers")
    git("commit", "-q", "-a", "-m", "mine")
    git("checkout", "-q", "main")
    write("claims/rail é.yaml", "The rail", "riders")
    git("commit", "-q", "-a", "-m", "theirs")
    git("checkout", "-q", "mine")
    assert told(capsys, "main") == [("FC201", "claims/roads.yaml")]


def known(path: str = "known.txt") -> set[str]:
    """The files of which a baseline knows something."""
    lines = Path(path).read_text().splitlines()
    return {line.split("\t")[2] for line in lines if not line.startswith("#")}


BOTH = {"claims/roads.yaml", "claims/rail é.yaml"}


@pytest.mark.parametrize("words", [[], ["--update-baseline"]])
def test_a_baseline_is_written_of_all_files(
    words: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if words:
        assert status_of(["verify", "--baseline", "known.txt"]) == 0
        assert known() == BOTH
    write("claims/roads.yaml", "The roads", "drivers")
    call = ["verify", "--select", "FC201", "--changed-since", "HEAD", "--baseline", "known.txt"]
    capsys.readouterr()
    assert status_of([*call, *words]) == 0
    assert known() == BOTH
    assert "1 known and left out." in capsys.readouterr().out
    assert status_of(["verify", "--select", "FC201", "--baseline", "known.txt"]) == 0
    roads = Path("claims/roads.yaml")
    roads.write_text(roads.read_text().replace("75,000", "95,000"))
    assert status_of(call) == 1


def test_no_baseline_is_written_where_the_commit_is_not_there(here: Path) -> None:
    assert status_of(["verify", "--changed-since", "nothing", "--baseline", "known.txt"]) == 2
    assert not Path("known.txt").exists()


def test_what_was_not_looked_at_is_not_gone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims/old.yaml").write_text(
        "claims:\n  - {id: cars, value: 20 cars}\nchecks:\n  - {id: a, that: cars == 30}\n"
        "  - {id: b, that: cars < other.cars}\n"
    )
    Path("claims/other.yaml").write_text("claims:\n  - {id: cars, value: 30 cars}\n")
    git("add", ".")
    git("commit", "-q", "-m", "cars")
    assert status_of(["verify", "--baseline", "known.txt"]) == 0
    Path("claims/other.yaml").write_text("claims:\n  - {id: cars, value: 10 cars}\n")
    capsys.readouterr()
    call = ["verify", "--baseline", "known.txt", "--changed-since", "HEAD"]
    assert status_of(call) == 1
    assert "gone" not in capsys.readouterr().out
    roads = Path("claims/roads.yaml")
    roads.write_text(roads.read_text().replace("75,000", "54,750"))
    status_of(call)
    assert "1 of the baseline gone" in capsys.readouterr().out


def test_drafts_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("one.md").write_text("Sales rose from 200 to 300 boats, a 20 percent increase.\n")
    git("add", ".")
    git("commit", "-q", "-m", "draft")
    capsys.readouterr()
    assert status_of(["audit", "one.md", "--changed-since", "HEAD"]) == 0
    assert "0 drafts, 0 figures" in capsys.readouterr().out
    Path("one.md").write_text("Sales rose from 200 to 310 boats, a 20 percent increase.\n")
    assert status_of(["audit", "one.md", "--changed-since", "HEAD"]) == 1


@pytest.mark.parametrize("ref", ["nothing", "--output=stolen", "", "HEAD:claims", "a b"])
def test_what_is_no_commit(ref: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["verify", f"--changed-since={ref}"]) == 2
    assert "--changed-since" in capsys.readouterr().err
    assert not Path("stolen").exists()


def test_where_there_is_no_repository_or_no_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    Path("claims").mkdir()
    write("claims/roads.yaml", "Roads", "drivers")
    assert status_of(["verify", "--changed-since", "HEAD"]) == 2
    assert "is in no git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert status_of(["verify", "--changed-since", "HEAD"]) == 2
    assert "needs git" in capsys.readouterr().err


A = """\
claims:
  - {id: one, measure: boats, value: 30 boats}
  - {id: part, part_of: b-2.two, value: 3 boats}
checks:
  - that: one <= b_2.two
  - that: one <= onne
waivers:
  - {code: FC202, claims: [one], reason: a reason}
"""
B = "claims:\n  - {id: two, measure: sailing boats, value: VALUE}\n"
OLD = ("FC006", "claims/a.yaml", "onne")
"""A mistake that was there before, on which no other file has a bearing."""


def related(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str, str]]:
    """The code, file and first quoted word of the findings of A."""
    capsys.readouterr()
    status_of(["verify", "--format", "json", *words])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [
        (one["code"], one["path"], (one["message"] + "“”").split("“")[1].split("”")[0])
        for one in found
        if one["path"] == "claims/a.yaml" and not one["waived"]
    ]


@pytest.fixture
def pair(here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two more files, of which the first names a figure of the other."""
    Path("claims/a.yaml").write_text(A)
    Path("claims/b-2.yaml").write_text(B.replace("VALUE", "20 boats"))
    Path("claims/c.yaml").write_text("claims:\n  - {id: c, value: 2 cats}\n")
    git("add", ".")
    git("commit", "-q", "-m", "pair")
    assert related(capsys) == [OLD]
    assert related(capsys, "--changed-since", "HEAD") == []
    Path("claims/c.yaml").write_text("claims:\n  - {id: d, value: 2 cats}\n")
    assert related(capsys, "--changed-since", "HEAD") == []
    return here


def new(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    """What there is to say of A on account of the change; all but the old mistake, and no more."""
    found = related(capsys, "--changed-since", "HEAD")
    assert found == [one for one in related(capsys) if one != OLD]
    assert status_of(["verify", "--changed-since", "HEAD"]) == int(
        any(code != "FC012" for code, *_ in found)
    )
    return found


def test_a_claim_that_another_file_names_is_renamed(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("claims/b-2.yaml").write_text(B.replace("two", "three").replace("VALUE", "20 boats"))
    assert new(capsys) == [
        ("FC006", "claims/a.yaml", "b-2.two"),
        ("FC006", "claims/a.yaml", "b_2.two"),
        ("FC012", "claims/a.yaml", ""),
    ]


def test_its_unit_changes(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims/b-2.yaml").write_text(B.replace("VALUE", "20 kg"))
    assert [code for code, *_ in new(capsys)] == ["FC007", "FC007", "FC012"]


def test_its_value_changes_so_that_a_waiver_is_unused(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("claims/b-2.yaml").write_text(B.replace("VALUE", "40 boats"))
    assert [code for code, *_ in new(capsys)] == ["FC012"]


@pytest.mark.parametrize("to", [None, "claims/more.yaml", "elsewhere.yaml"])
def test_its_file_is_deleted_or_renamed(
    to: str | None, pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(*(["rm", "-q", "claims/b-2.yaml"] if to is None else ["mv", "claims/b-2.yaml", to]))
    assert [code for code, *_ in new(capsys)] == ["FC006", "FC006", "FC012"]
    git("commit", "-q", "-m", "gone")
    assert related(capsys, "--changed-since", "HEAD") == []
    assert len(related(capsys, "--changed-since", "HEAD~1")) == 3


def test_its_file_comes_back(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("rm", "-q", "claims/b-2.yaml")
    git("commit", "-q", "-m", "gone")
    Path("claims/b_2.yaml").write_text(B.replace("VALUE", "20 kg"))
    assert related(capsys, "--changed-since", "HEAD") == [
        one for one in related(capsys) if one != OLD
    ]


def test_its_name_is_taken(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims/0").mkdir()
    Path("claims/0/a.yaml").write_text("claims:\n  - {id: cats, value: 2 cats}\n")
    assert [code for code, *_ in new(capsys)] == ["FC003"]
