"""The page on large archives and the example on Dask: their programs print what `verify` prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "archives.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "examples" / "dask_archive.py"
BLOCKS = dict(re.findall(r"```python title=\"([^\"]+)\"\n(.*?)```", PAGE, re.DOTALL))


def _run(folder: Path, *call: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *call],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "FENTCHECK_CACHE_DIR": "", **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "form", "printed"),
    [("two_steps.py", "json", ""), ("in_lines.py", "jsonl", "5 files, findings\n")],
)
def test_a_program_of_the_page(folder: Path, name: str, form: str, printed: str) -> None:
    (folder / name).write_text(BLOCKS[name], encoding="utf-8")
    ran = _run(folder, name)
    assert (ran.stdout, ran.stderr) == (printed, "")
    day = ("--today", "2027-01-31")
    wanted = _run(folder, "-m", "fentcheck", "verify", "claims", "--format", form, *day)
    assert (folder / f"report.{form}").read_text(encoding="utf-8") == wanted.stdout


def test_the_page_shows_the_heart_of_the_example() -> None:
    assert BLOCKS["examples/dask_archive.py"] in EXAMPLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["json", "text"])
def test_dask_prints_what_one_process_does(folder: Path, form: str) -> None:
    pytest.importorskip("dask.bag")
    call = ("claims", "--format", form)
    wanted = _run(folder, "-m", "fentcheck", "verify", *call)
    found = _run(folder, str(EXAMPLE), *call, "--at-once", "2")
    assert found.stdout == wanted.stdout
    assert (found.returncode, found.stderr) == (wanted.returncode, wanted.stderr)
    assert found.returncode == 1


@pytest.mark.parametrize("call", [["nowhere"], ["empty"], ["broken/claims"]])
def test_dask_refuses_what_one_process_does(call: list[str], folder: Path) -> None:
    pytest.importorskip("dask.bag")
    (folder / "empty").mkdir()
    shutil.copytree(folder / "claims", folder / "broken" / "claims")
    (folder / "broken" / "fentcheck.toml").write_text("nonsense = 1\n")
    wanted = _run(folder, "-m", "fentcheck", "verify", *call)
    found = _run(folder, str(EXAMPLE), *call)
    assert (found.returncode, found.stdout, found.stderr) == (2, "", wanted.stderr)
    assert wanted.returncode == 2


def test_dask_prints_the_same_bytes_in_any_locale(folder: Path) -> None:
    pytest.importorskip("dask.bag")
    (folder / "claims" / "rail.yaml").write_text(
        "claims:\n  - {id: é, value: 4 kilometrez €}\n", "utf-8"
    )
    wanted = _run(folder, "-m", "fentcheck", "verify", "claims")
    found = _run(folder, str(EXAMPLE), "claims", PYTHONIOENCODING="ascii")
    assert "€" in wanted.stdout
    assert (found.returncode, found.stdout) == (wanted.returncode, wanted.stdout)


def test_dask_ends_quietly_when_its_reader_has_gone(folder: Path) -> None:
    pytest.importorskip("dask.bag")
    gone, output = os.pipe()
    os.close(gone)
    with os.fdopen(output, "wb") as unread:
        found = subprocess.run(
            [sys.executable, str(EXAMPLE), "claims"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=unread,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=300,
        )
    assert (found.returncode, found.stderr) == (1, "")
