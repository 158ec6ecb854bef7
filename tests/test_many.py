"""Many files: in several processes, and known from the last run, the report is the same."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import WRONG_ROADS

from fentcheck.cli import many
from fentcheck.cli.main import status_of
from fentcheck.files import jobs, load
from fentcheck.files.archive import Done, Work
from fentcheck.files.cache import RESULTS

FORMATS = ("text", "concise", "json", "jsonl")
HEAD = "article: {{title: Roads {0}, publisher: Courier {1}, published: 2024-0{2}-11}}\n"
WAIVER = (
    "waivers:\n  - {code: FC201, claims: [per_day, per_year], reason: agreed, until: 2030-01-01}\n"
)
IDLE = "waivers:\n  - {code: FC102, claims: [per_day], reason: agreed}\n"
IN_2023 = "  - {id: in_2023, measure: road deaths, period: 2023, value: 80 people}\n"
FILES = 24
PROJECT = Path(__file__).parents[1]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles that agree and disagree, name each other and a text, with and without waivers."""
    claims = tmp_path / "claims"
    (claims / "more").mkdir(parents=True)
    (tmp_path / "fentcheck.toml").write_text('[severity]\nFC501 = "warning"\n')
    (tmp_path / "roads.md").write_text("Some 150 people a day die, 75,000 people a year.\n")
    (claims / "vocabulary.yaml").write_text("measures: {road deaths: {kind: flow}}\nmeasure: {}\n")
    (claims / "references").mkdir()
    (claims / "references" / "bureau.yaml").write_text(
        "source: {publisher: Bureau}\nclaims:\n  - id: year\n    measure: road deaths\n"
        "    value: 54,750 people/year\n    nonsense: 1\n"
    )
    for number in range(FILES):
        text = HEAD.format(number, number % 5, number % 9 + 1) + WRONG_ROADS
        if number % 3:
            text = text.replace("75,000", f"{54_000 + number * 111:,}")
        if number % 7 == 0:
            text += WAIVER
        if number % 7 == 1:
            text += IDLE
        if number % 5 == 2:
            text += f"checks:\n  - that: per_year <= 2 * roads{number - 1}.per_year\n"
        if number % 6 == 3:
            text = text.replace("published", "text: ../roads.md, published")
        if number == 20:
            text += "checks:\n  - that: per_year <= nowhere.per_year\n"
        folder = claims / "more" if number % 4 == 0 else claims
        (folder / f"roads{number}.yaml").write_text(text)
    (claims / "broken.yaml").write_text("claims: [\n")
    time.sleep(0.1)  # what was written just before a run begins is not trusted
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(many, "_WORTH_A_PROCESS", 1)  # few files are enough to be shared out
    return claims


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def told(*words: str, day: str = "2025-06-01") -> tuple[int, str]:
        status = status_of(["verify", "claims", "--today", day, *words])
        captured = capsys.readouterr()
        assert captured.err == ""
        return status, captured.out

    return told


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FENTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / RESULTS


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are checked from now on, in this process."""
    paths: list[str] = []
    real = load.Library.look

    def look(self: load.Library, path: str, rules: object) -> object:
        paths.append(os.path.basename(path))
        return real(self, path, rules)  # type: ignore[arg-type]

    monkeypatch.setattr(load.Library, "look", look)
    return paths


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("more", [(), ("--all",), ("--statistics", "--select", "FC1,FC2,FC5")])
def test_processes_and_cache_make_no_difference(
    form: str, more: tuple[str, ...], archive: Path, run: Run, cache: Path
) -> None:
    alone = run("--format", form, "--jobs", "1", "--no-cache", *more)
    assert alone[0] == 1
    assert not cache.exists()
    assert run("--format", form, "--jobs", "2", "--no-cache", *more) == alone
    assert run("--format", form, "--jobs", "1", *more) == alone
    assert cache.exists()
    assert run("--format", form, "--jobs", "1", *more) == alone
    assert run("--format", form, "--jobs", "3", *more) == alone


def test_a_large_file_makes_no_difference(archive: Path, run: Run, cache: Path) -> None:
    """Its idle waiver is told of at the end, with the line in which it stands."""
    shutil.rmtree(archive)
    archive.mkdir()
    size = f"file-size={5 << 20}"
    (archive / "large.yaml").write_text(WRONG_ROADS + IDLE + f"#{'-' * 98}\n" * 45_000)
    alone = run("--limit", size)
    assert "{code: FC102, claims" in alone[1]
    assert run("--limit", size, "--jobs", "1") == alone
    assert run("--limit", size, "--jobs", "2", "--no-cache") == alone


def test_what_has_not_changed_is_not_checked_again(
    archive: Path, run: Run, cache: Path, looked: list[str]
) -> None:
    first = run("--jobs", "1")
    assert len(looked) == FILES + 1
    looked.clear()
    assert run("--jobs", "1") == first
    assert looked == []
    changed = archive / "roads5.yaml"
    changed.write_text(changed.read_text().replace("150 people", "160 people"))
    second = run("--jobs", "1")
    assert second != first
    assert second == run("--jobs", "1", "--no-cache")
    assert looked[0] == "roads5.yaml"
    assert len(looked) == 1 + FILES + 1


def test_only_what_a_change_concerns_is_checked_again(
    archive: Path, run: Run, cache: Path, looked: list[str]
) -> None:
    run("--jobs", "1")
    looked.clear()
    named = archive / "roads1.yaml"
    named.write_text(named.read_text().replace("150 people", "151 people"))
    run("--jobs", "1")
    assert looked == ["roads1.yaml", "roads2.yaml"]  # and the one whose check names it


@pytest.mark.parametrize(
    "changed",
    ["roads.md", "claims/vocabulary.yaml", "claims/references/bureau.yaml", "fentcheck.toml"],
)
def test_what_files_are_checked_with_counts(
    changed: str, archive: Path, run: Run, cache: Path
) -> None:
    run("--jobs", "1")
    path = archive.parent / changed
    old = path.read_text()
    path.write_text(
        old.replace("75,000", "70,000")
        .replace("kind: flow", "kind: level")
        .replace("54,750", "44,750")
        .replace("warning", "error")
    )
    assert path.read_text() != old
    assert run("--jobs", "1") == run("--jobs", "1", "--no-cache")


def test_where_a_text_really_lies_counts(
    archive: Path, run: Run, cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One outside the project is not read, whatever the bytes."""
    text = archive.parent / "roads.md"
    outside = tmp_path_factory.mktemp("outside") / "roads.md"
    shutil.copy(text, outside)
    text.unlink()
    text.symlink_to(outside)
    time.sleep(0.1)  # so that what is found now is kept
    assert "FC013" in run("--jobs", "1")[1]
    text.unlink()
    shutil.copy(outside, text)
    found = run("--jobs", "1")
    assert "FC013" not in found[1]
    assert found == run("--jobs", "1", "--no-cache")


def test_a_claim_that_a_reference_names_counts(archive: Path, run: Run, cache: Path) -> None:
    bureau = archive / "references" / "bureau.yaml"
    bureau.write_text(bureau.read_text() + "checks:\n  - that: year <= 2 * roads3.per_year\n")
    time.sleep(0.1)  # so that what is found now is kept
    words = ("claims/references", "--jobs", "1")
    missing = "There is no claim “roads3.per_year”"
    assert missing not in run(*words)[1]
    named = archive / "roads3.yaml"
    named.write_text(named.read_text().replace("per_year", "a_year"))
    found = run(*words)
    assert missing in found[1]
    assert found == run(*words, "--no-cache")


def test_a_package_that_is_installed_counts(archive: Path, tmp_path: Path, cache: Path) -> None:
    """A Word text cannot be read without python-docx; then it is there, then gone again."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Some 150 people a day die.")
    document.save(str(tmp_path / "roads.docx"))
    roads = archive / "roads3.yaml"
    roads.write_text(roads.read_text().replace("roads.md", "roads.docx"))
    time.sleep(0.1)  # so that what is found now is kept
    packages = tmp_path / "packages"
    packages.mkdir()
    for name in ("lxml", "typing_extensions", "yaml"):
        source = str(import_module(name).__file__)
        source = os.path.dirname(source) if source.endswith("__init__.py") else source
        (packages / os.path.basename(source)).symlink_to(source)

    def found(*words: str) -> str:
        words = ("-S", "-m", "fentcheck", "verify", "claims", "--jobs", "1", *words)
        environment = os.environ | {"PYTHONPATH": f"{PROJECT}{os.pathsep}{packages}"}
        done = subprocess.run(
            [sys.executable, *words], env=environment, capture_output=True, text=True, check=False
        )
        assert not done.stderr
        return done.stdout

    missing = "python-docx"
    assert missing in found()
    (packages / "docx").symlink_to(os.path.dirname(docx.__file__))
    with_it = found()
    assert missing not in with_it
    assert with_it == found("--no-cache")
    (packages / "docx").unlink()
    assert missing in found()


def test_a_new_file_and_one_that_has_gone(archive: Path, run: Run, cache: Path) -> None:
    run("--jobs", "1")
    (archive / "nowhere.yaml").write_text(WRONG_ROADS)  # a check has named it all the time
    assert run("--jobs", "1") == run("--jobs", "1", "--no-cache")
    (archive / "roads1.yaml").unlink()
    assert run("--jobs", "1") == run("--jobs", "1", "--no-cache")


def test_another_day_only_what_hangs_on_it_is_checked_again(
    archive: Path, run: Run, cache: Path, looked: list[str]
) -> None:
    """A waiver that ends, and a file whose date nobody can read: it is compared with what
    references say by now."""
    undated = archive / "roads3.yaml"
    undated.write_text(undated.read_text().replace("2024-04-11", "in spring") + IN_2023)
    (archive / "references" / "bureau.yaml").write_text(
        "source: {publisher: Bureau, known_from: 2030-06}\nclaims:\n" + IN_2023.replace("80", "70")
    )
    time.sleep(0.1)  # so that what is found now is kept
    early = run("--jobs", "1")
    looked.clear()
    late = run("--jobs", "1", day="2031-01-01")
    ending = [f"roads{number}.yaml" for number in range(0, FILES, 7)]
    assert sorted(looked) == sorted([*ending, "broken.yaml", "roads3.yaml"])
    assert "FC012" in late[1]
    assert "FC103" in late[1]
    assert "FC103" not in early[1]
    assert late == run("--jobs", "1", "--no-cache", day="2031-01-01")


def test_another_day_is_no_other_run_where_nothing_hangs_on_it(
    archive: Path, run: Run, cache: Path, looked: list[str]
) -> None:
    shutil.rmtree(archive / "references")
    for path in archive.rglob("*.yaml"):
        path.write_text(path.read_text().replace("until: 2030-01-01", "note: none"))
    time.sleep(0.1)  # so that what is found now is kept
    first = run("--jobs", "1")
    looked.clear()
    assert run("--jobs", "1", day="2031-01-01") == first
    assert looked == []
    with sqlite3.connect(cache) as kept:
        assert kept.execute("SELECT count(*) FROM results").fetchone() == (FILES + 1 + 1,)


def test_a_waiver_of_a_reference_ends(archive: Path, run: Run, cache: Path) -> None:
    bureau = archive / "references" / "bureau.yaml"
    (archive / "broken.yaml").unlink()  # it has no date
    for path in archive.rglob("*.yaml"):
        path.write_text(path.read_text().replace("until: 2030-01-01", "note: none"))
    bureau.write_text(bureau.read_text() + WAIVER.replace("per_day, per_year", "year"))
    time.sleep(0.1)  # so that what is found now is kept
    run("--jobs", "1", "--format", "concise")
    late = run("--jobs", "1", "--format", "concise", day="2031-01-01")
    assert "bureau.yaml:8:12: warning FC012 this waiver of FC201 ended on 2030-01-01" in late[1]
    assert late == run("--format", "concise", "--jobs", "1", "--no-cache", day="2031-01-01")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8, deadline=None
)
@given(at=st.integers(0, 60_000), junk=st.binary(min_size=1, max_size=400))
def test_a_damaged_cache_costs_only_time(
    at: int, junk: bytes, archive: Path, run: Run, cache: Path
) -> None:
    sound = run("--jobs", "1", "--no-cache")
    run("--jobs", "1")
    data = cache.read_bytes()
    at = min(at, len(data))
    cache.write_bytes(data[:at] + junk + data[at + len(junk) :])
    assert run("--jobs", "1") == sound
    assert run("--jobs", "1") == sound


@pytest.mark.parametrize("damage", ["empty", "text", "folder", "no table", "locked"])
def test_a_cache_that_is_none(damage: str, archive: Path, run: Run, cache: Path) -> None:
    sound = run("--jobs", "1", "--no-cache")
    cache.parent.mkdir()
    other = None
    if damage == "folder":
        cache.mkdir()
    elif damage in ("no table", "locked"):
        other = sqlite3.connect(cache, isolation_level=None)
        other.execute("CREATE TABLE results (other TEXT)")
        if damage == "locked":
            other.execute("BEGIN EXCLUSIVE")
    else:
        cache.write_bytes(b"" if damage == "empty" else b"no database at all" * 100)
    assert run("--jobs", "1") == sound
    assert run("--jobs", "1") == sound
    if other is not None:
        other.close()
    if damage == "text":
        assert cache.read_bytes().startswith(b"SQLite")  # begun again


def test_a_file_that_changes_while_it_is_checked_is_not_kept(
    archive: Path, run: Run, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive / "roads5.yaml"
    text = path.read_text()
    real = load.Library.look

    def look(self: load.Library, name: str, rules: object) -> object:
        done = real(self, name, rules)  # type: ignore[arg-type]
        if name.endswith("roads5.yaml"):
            path.write_text(text.replace("150 people", "190 people"))
        return done

    with monkeypatch.context() as patched:
        patched.setattr(load.Library, "look", look)
        run("--jobs", "1")
    assert run("--jobs", "1") == run("--jobs", "1", "--no-cache")


def test_a_text_that_was_written_just_now_is_not_trusted(
    archive: Path, run: Run, cache: Path, looked: list[str]
) -> None:
    """It may have been written between two looks at it."""
    soon = time.time() + 100
    os.utime(archive.parent / "roads.md", (soon, soon))
    run("--jobs", "1")
    looked.clear()
    run("--jobs", "1")
    assert looked == [f"roads{number}.yaml" for number in (15, 21, 3, 9)]


def test_a_process_that_ends_is_done_without(
    archive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = run("--jobs", "1", "--no-cache")
    monkeypatch.setattr(jobs, "_serve", _die)
    assert run("--jobs", "2", "--no-cache") == alone


def _die(*_: object) -> None:
    os._exit(1)


def test_processes_do_the_work(archive: Path, run: Run, looked: list[str]) -> None:
    run("--jobs", "2", "--no-cache")
    assert looked == []


def test_a_fault_is_told_as_ever(
    archive: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Work, path: str) -> Done:
        raise ZeroDivisionError(path)

    monkeypatch.setattr(Work, "done", fail)
    assert status_of(["verify", "claims", "--jobs", "2", "--no-cache"]) == 3
    assert "a fault of ours" in capfd.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1000", "2.5"])
def test_so_many_processes_there_cannot_be(
    jobs: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(["verify", "claims", f"--jobs={jobs}"]) == 2
    assert "--jobs takes a number from 1 to 256, or auto" in capsys.readouterr().err


def test_the_cache_is_shown_and_cleared(
    archive: Path, run: Run, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--jobs", "1")
    (cache.parent / "letters.txt").write_text("mine")
    assert status_of(["cache"]) == 0
    assert "kept. `fentcheck cache clear` removes it." in capsys.readouterr().out
    assert status_of(["cache", "clear"]) == 0
    assert str(cache.parent) in capsys.readouterr().out
    assert [one.name for one in cache.parent.iterdir()] == ["letters.txt"]
    shutil.rmtree(cache.parent)
    assert status_of(["cache", "clear"]) == 0
    assert status_of(["cache", "empty"]) == 2
    assert "fentcheck cache clear" in capsys.readouterr().err


def test_without_a_folder_nothing_is_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FENTCHECK_CACHE_DIR", "")
    assert status_of(["cache"]) == 0
    assert "Nothing is kept" in capsys.readouterr().out
