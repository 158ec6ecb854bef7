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


def _run(folder: Path, *call: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *call],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "FENTCHECK_CACHE_DIR": ""},
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
