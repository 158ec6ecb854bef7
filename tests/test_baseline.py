"""Findings that are known are left out; new ones are not, however the file has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import WRONG_ROADS

from fentcheck.cli.main import status_of

ROADS = "article: {title: Roads, published: 2024-02}\n" + WRONG_ROADS
NEW = """\
  - id: trees_per_day
    measure: trees planted
    value: exactly 10 trees/day
  - id: trees_per_year
    measure: trees planted
    value: exactly 9,000 trees/year
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fentcheck.toml").touch()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "roads.yaml").write_text(ROADS)
    return tmp_path


def summary(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out)["summary"]
    return found


def verify(*words: str) -> int:
    return status_of(["verify", "--format", "json", "--baseline", "known.txt", *words])


def test_the_first_run_writes_it_and_passes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["verify", "--baseline", "known.txt"]) == 0
    out, err = capsys.readouterr()
    assert "1 known and left out" in out
    assert err == "fentcheck: 1 finding is now in known.txt; only others will count\n"
    (line,) = [
        line for line in (here / "known.txt").read_text().splitlines() if not line.startswith("#")
    ]
    assert line.split("\t")[1:3] == ["FC201", "claims/roads.yaml"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: "# a comment\n\n" + text,
        lambda text: text.replace("title: Roads", "title: The roads"),
        lambda text: text.replace("claims:\n", "claims:\n  - id: other\n    value: 3 cars\n"),
        lambda text: text.replace("value: 150", "quote: 150 people\n    value: 150"),
    ],
)
def test_what_is_known_stays_known(
    edit: object, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verify()
    capsys.readouterr()
    assert callable(edit)
    (here / "claims" / "roads.yaml").write_text(edit(ROADS))
    assert verify() == 0
    counted = summary(capsys)
    assert (counted["known"], counted["findings"]) == (1, {"error": 0, "warning": 0, "note": 0})


def test_an_editor_may_have_marked_it_as_utf8(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verify()
    capsys.readouterr()
    known = here / "known.txt"
    known.write_bytes(b"\xef\xbb\xbf" + known.read_bytes())
    assert verify() == 0
    assert summary(capsys)["known"] == 1
    known.write_bytes(b"\xef\xbb\xbf" + b"\n".join(known.read_bytes().split(b"\n")[1:]))
    assert verify() == 0
    assert summary(capsys)["known"] == 1


def test_it_is_known_from_another_folder_too(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    verify()
    monkeypatch.chdir(here / "claims")
    assert status_of(["verify", "roads.yaml", "--baseline", "../known.txt"]) == 0
    assert status_of(["verify", str(here / "claims"), "--baseline", "../known.txt"]) == 0


def test_a_new_finding_fails(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify()
    capsys.readouterr()
    (here / "claims" / "roads.yaml").write_text(ROADS + NEW)
    assert verify() == 1
    counted = summary(capsys)
    assert (counted["known"], counted["findings"]) == (1, {"error": 1, "warning": 0, "note": 0})


def test_other_figures_are_another_finding(here: Path) -> None:
    verify()
    (here / "claims" / "roads.yaml").write_text(ROADS.replace("75,000", "95,000"))
    assert verify() == 1


def test_one_that_is_known_once_is_not_known_twice(here: Path) -> None:
    verify()
    (here / "more").mkdir()
    (here / "more" / "roads.yaml").write_text(ROADS)
    assert verify("claims", "more") == 1


def test_what_is_gone_is_said_of_files_that_were_looked_at(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "claims" / "trees.yaml").write_text("claims:\n" + NEW)
    verify()
    capsys.readouterr()
    assert status_of(["verify", "claims/trees.yaml", "--baseline", "known.txt"]) == 0
    assert "gone" not in capsys.readouterr().out
    (here / "claims" / "trees.yaml").write_text("claims:\n" + NEW.replace("9,000", "3,650"))
    assert status_of(["verify", "--baseline", "known.txt"]) == 0
    assert "1 known and left out, 1 of the baseline gone" in capsys.readouterr().out
    assert status_of(["verify", "--baseline", "known.txt", "--update-baseline"]) == 0
    capsys.readouterr()
    assert status_of(["verify", "--baseline", "known.txt"]) == 0
    assert "gone" not in capsys.readouterr().out


def test_a_draft_has_one_too(here: Path) -> None:
    draft = here / "draft.md"
    draft.write_text("Sales rose from 200 to 300 boats, a 20 percent increase.\n")
    assert status_of(["audit", "draft.md"]) == 1
    assert status_of(["audit", "draft.md", "--baseline", "known.txt"]) == 0
    draft.write_text("Some 40 boats sank.\n\n" + draft.read_text())
    assert status_of(["audit", "draft.md", "--baseline", "known.txt"]) == 0


@pytest.mark.parametrize(
    "text", ["findings\n", "0" * 32 + "\n", "\udce9".encode("utf-8", "surrogateescape")]
)
def test_what_is_no_baseline_is_refused(
    text: str | bytes, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (here / "known.txt").write_bytes(data)
    assert verify() == 2
    assert "known.txt" in capsys.readouterr().err
    assert (here / "known.txt").read_bytes() == data


def test_it_must_be_named_to_be_renewed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["verify", "--update-baseline"]) == 2
    assert "--baseline FILE" in capsys.readouterr().err


def test_where_it_cannot_be_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["verify", "--baseline", "nowhere/known.txt"]) == 2
    assert "cannot be written" in capsys.readouterr().err


QUOTES = """\
article: {title: Boats, text: TEXT}
claims:
  - {id: lost, quote: 14 boats that night, value: 14 boats}
  - {id: nets, quote: 21 nets, value: 21 nets}
  - {id: men, quote: nine men, at: 1, value: 9 men}
"""
PROSE = "The harbour lost 14 boats.\n\nIt lost 21 nets.\n\nOf nine men and 21 nets more.\n"


def desk(folder: Path) -> Path:
    """A project with every mistake whose message says where something is."""
    claims = folder / "claims"
    for place in (claims / "old", folder / "drafts", folder / ".git"):
        place.mkdir(parents=True)
    (folder / "drafts" / "boats.md").write_text(PROSE)
    (folder / "drafts" / "boats.docx").write_bytes(b"no Word document")
    (folder / "drafts" / "latin.md").write_bytes(b"\xe9")
    texts = ("boats.md", "boats.docx", "latin.md", "none.md", "", "../../../etc/passwd")
    for number, name in enumerate(texts):
        (claims / f"boats{number}.yaml").write_text(QUOTES.replace("TEXT", f"../drafts/{name}"))
    (claims / "{boats}.yaml").write_text("claims:\n  - {id: a, value: 2 boats}\n")
    (claims / "old" / "{boats}.yaml").write_text("claims:\n  - {id: a, value: 2 boats}\n")
    return folder


def prints(*words: str) -> list[tuple[str, str]]:
    """Codes with fingerprints, as a baseline of the call would have them."""
    Path("new.txt").unlink(missing_ok=True)
    status_of(["verify", "--baseline", "new.txt", "--ignore", "FC010", *words])
    rows = [line.split("\t") for line in Path("new.txt").read_text().splitlines()]
    return sorted((row[1], row[0]) for row in rows if len(row) > 2)


def test_what_says_where_something_is_is_known_wherever_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = desk(tmp_path / "one"), desk(tmp_path / "deeper" / "other")
    monkeypatch.chdir(one)
    found = prints()
    assert [code for code, _ in found] == ["FC003", *["FC009"] * 3, *["FC013"] * 5]
    assert len(set(found)) == len(found)
    assert prints(str(one / "claims")) == found
    monkeypatch.chdir(one / "claims")
    assert prints(".") == found
    monkeypatch.chdir(other)
    assert prints() == found
    (other / "drafts" / "boats.md").write_text("Boats.\n\nFirst.\n\n" + PROSE)
    assert prints() == found


def test_what_is_said_of_a_quote_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = desk(tmp_path / "one")
    monkeypatch.chdir(here)
    found = set(prints())
    (here / "drafts" / "boats.md").write_text(PROSE.replace("21 nets", "some nets"))
    assert [code for code, _ in set(prints()) - found] == ["FC009"]
    claims = here / "claims" / "boats0.yaml"
    claims.write_text(claims.read_text().replace("that night", "one night"))
    assert [code for code, _ in set(prints()) - found] == ["FC009", "FC009"]
    claims = here / "claims" / "boats3.yaml"
    claims.write_text(claims.read_text().replace("none.md", "no.md"))
    assert sorted(code for code, _ in set(prints()) - found) == ["FC009", "FC009", "FC013"]
