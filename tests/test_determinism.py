"""The same input makes the same bytes, wherever and however it is checked.

Where the order of arguments matters: `verify a b` tells of `a` first and then of `b`, as its help
says, and of folders in the order of names. What is found hangs on neither.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from faults import PROGRAM, ROOT, Done, environment, run

from bench.corpus import write_corpus
from fentcheck.output.registry import NAMES, PARTED

FILES = 42


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Claims files that were written in an order of their own, with a draft and references."""
    place = tmp_path_factory.mktemp("archive")
    (place / "fentcheck.toml").write_text("")
    write_corpus(place / "written", FILES, seed=9)
    shutil.copytree(ROOT / "claims", place / "claims")
    (place / "claims" / "vocabulary.yaml").unlink()
    for one in sorted((place / "written").iterdir(), key=lambda one: one.name[::-1]):
        shutil.copy(one, place / "claims")
    shutil.rmtree(place / "written")
    draft = sorted((ROOT / "tests" / "prose" / "drafts").glob("*.md"))[0]
    shutil.copy(draft, place / "draft.md")
    for name, text in (("of_a_text", "draft.md"), ("of_no_text", "gone.md")):
        claims = _QUOTING.format(text=text)
        (place / "claims" / f"{name}.yaml").write_text(claims, encoding="utf-8")
    return place


_QUOTING = """article: {{title: Of a text, publisher: P, published: 2024-02-02, text: ../{text}}}
claims:
  - {{id: quoted, value: 31 people, quote: 31 people nobody counted}}
  - {{id: other, value: 12 boats, quote: twelve boats}}
"""
"""An article whose quotes are not in its text (FC009), or whose text is not there (FC013)."""


@pytest.fixture(scope="module")
def right(archive: Path) -> dict[str, Done]:
    """The report in each format, made plainly."""
    return {name: _verify(archive, name, "--jobs", "1", "--no-cache") for name in NAMES}


def _verify(archive: Path, form: str, *options: str, **changes: str | None) -> Done:
    env = environment(**{"PYTHONHASHSEED": "0", **changes})
    return run("verify", "--all", "--format", form, *options, cwd=archive, env=env)


def _same(done: Done, right: Done) -> None:
    assert done.stderr == right.stderr == b""
    assert done.returncode == right.returncode == 1
    for one, other in zip(done.stdout.splitlines(), right.stdout.splitlines(), strict=False):
        assert one == other  # rather than pages of a difference
    assert done.stdout == right.stdout


def test_the_reports_are_no_trifles(right: dict[str, Done]) -> None:
    for name, done in right.items():
        assert done.returncode == 1, name
        assert len(done.stdout) > 10_000, name
        done.stdout.decode("utf-8")
    codes = {one["code"] for one in json.loads(right["json"].stdout)["findings"]}
    assert codes >= {"FC009", "FC013", "FC103"}
    assert "·" in right["text"].stdout.decode()


LOCALES: list[dict[str, str | None]] = [
    {"LANG": None, "LC_ALL": None},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LANG": "tr_TR.UTF-8", "LC_ALL": None},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
]
PLACES: list[dict[str, str | None]] = [
    {"TZ": "Asia/Kathmandu"},
    {"TZ": "UTC+14"},
    {"TERM": "xterm-256color", "NO_COLOR": None},
    {"HOME": "/nonexistent", "USER": None, "LOGNAME": None},
    {"PYTHONUNBUFFERED": "1", "PYTHONDEVMODE": None},
]


@pytest.mark.parametrize("form", NAMES)
def test_every_format(archive: Path, right: dict[str, Done], form: str, tmp_path: Path) -> None:
    """Each run differs from the plain one in all at once: processes, cache, seed, locale, zone,
    width, optimisation, and the mask of a file's mode.
    """
    kept = {"FENTCHECK_CACHE_DIR": str(tmp_path / "cache")}
    width = {} if form == "text" else {"COLUMNS": "40"}
    first: dict[str, str | None] = {"PYTHONHASHSEED": "1", **LOCALES[2], **PLACES[0], **width}
    _same(_verify(archive, form, "--jobs", "3", "--no-cache", **first), right[form])
    second: dict[str, str | None] = {"PYTHONHASHSEED": "42", "PYTHONOPTIMIZE": "1", **LOCALES[1]}
    _same(_verify(archive, form, "--jobs", "2", **kept, **second), right[form])
    third: dict[str, str | None] = {"PYTHONHASHSEED": "random", **LOCALES[3], **PLACES[1]}
    _same(_verify(archive, form, "--jobs", "1", **kept, **third), right[form])
    if form in PARTED:
        with sqlite3.connect(tmp_path / "cache" / "results.sqlite") as file:
            file.execute("DELETE FROM results WHERE length(name) < 20 OR hex(seal) < '8'")
            assert file.execute("SELECT count(*) FROM results").fetchone()[0] > FILES // 4
        _same(_verify(archive, form, "--jobs", "2", **kept), right[form])
    out = tmp_path / "out"
    words = ("verify", "--all", "--format", form, "--output", out)
    done = run(*words, cwd=archive, env=environment(**LOCALES[2]), umask=0o027)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert out.read_bytes() == right[form].stdout
    assert out.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("changes", [*LOCALES, *PLACES], ids=str)
def test_every_locale_and_place(
    archive: Path, right: dict[str, Done], changes: dict[str, str | None]
) -> None:
    _same(_verify(archive, "concise", "--no-cache", **changes), right["concise"])


def test_the_order_in_which_files_are_given(archive: Path) -> None:
    """What is said of each file, and between them, hangs on no order; only the order of telling."""
    paths = sorted(f"claims/{one.name}" for one in (archive / "claims").glob("*.yaml"))
    paths.remove("claims/vocabulary.yaml")
    found = set()
    for order in (paths, paths[::-1], sorted(paths, key=lambda one: one[::-1])):
        report = json.loads(run("verify", *order, "--format", "json", cwd=archive).stdout)
        for part in ("findings", "relations"):
            report[part] = sorted(json.dumps(one, sort_keys=True) for one in report[part])
        report["summary"].pop("first")
        found.add(json.dumps(report, sort_keys=True))
    assert len(found) == 1


def test_the_order_in_which_a_folder_lists_its_files(archive: Path, tmp_path: Path) -> None:
    """The same files, made in another order."""
    expected = run("verify", "claims", "--format", "json", cwd=archive).stdout
    names = sorted(os.listdir(archive / "claims"))
    for at, order in enumerate((names, names[::-1])):
        place = tmp_path / str(at)
        (place / "claims").mkdir(parents=True)
        (place / "fentcheck.toml").write_text("")
        shutil.copy(archive / "draft.md", place)
        for name in order:
            source = archive / "claims" / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, place / "claims" / name)
        assert run("verify", "claims", "--format", "json", cwd=place).stdout == expected


@pytest.mark.parametrize("form", ["json", "text", "html", "sarif"])
def test_the_working_directory(archive: Path, form: str, tmp_path: Path) -> None:
    """With absolute paths, inside the project; outside of it paths in reports are absolute too."""
    where, settings = archive / "claims", archive / "fentcheck.toml"
    found = {
        run("verify", where, "--format", form, "--config", settings, cwd=one).stdout
        for one in (archive, where, archive / "claims" / "references", tmp_path)
    }
    assert len(found) == 1


@pytest.mark.parametrize("form", NAMES)
def test_drafts(archive: Path, form: str) -> None:
    found = {
        hashlib.sha256(
            run("audit", "draft.md", "--all", "--format", form, cwd=archive,
                env=environment(**changes)).stdout
        ).hexdigest()
        for changes in (
            {"PYTHONHASHSEED": "0"},
            {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONOPTIMIZE": "1"},
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        )
    }  # fmt: skip
    assert len(found) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["extract", "draft.md"],
        ["quantities", "draft.md"],
        ["quantities", "draft.md", "--format", "jsonl"],
        ["explain", "overdose_deaths"],
        ["explain", "overdose_deaths", "--format", "json"],
        ["value", "nearly a third"],
        ["value", "£5 million", "--format", "json"],
        ["calc", '"27,000 pounds" / "2 mg/dose"'],
        ["rule"],
        ["rule", "FC203"],
        ["config"],
        ["schema"],
        ["schema", "report"],
        ["schema", "jsonl"],
    ],
    ids="-".join,
)
def test_other_commands(archive: Path, words: list[str]) -> None:
    found = set()
    for changes in (
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONOPTIMIZE": "1"},
        {"LC_ALL": "C"},
    ):
        done = run(*words, cwd=archive, env=environment(**changes))
        assert (done.returncode, done.stderr) == (0, b"")
        found.add(done.stdout)
    assert len(found) == 1


def test_rules_are_explained_without_docstrings_too() -> None:
    """`python -OO` has none."""
    script = [sys.executable, "-OO", *PROGRAM[1:], "rule", "FC101"]
    done = subprocess.run(script, env=environment(), capture_output=True, cwd=ROOT, check=False)
    assert done.returncode in (0, 2)
    assert done.stdout == run("rule", "FC101").stdout or b"-OO" in done.stderr
