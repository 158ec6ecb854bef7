"""Completion in a shell: commands, options, formats, rule codes, claim ids."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def completed(line: str, folder: Path = ROOT) -> list[str]:
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "fentcheck"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "_FENTCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "among"),
    [
        ("fentcheck ve", "verify"),
        ("fentcheck verify --base", "--baseline"),
        ("fentcheck verify --format ", "json"),
        ("fentcheck verify --select FC20", "FC203"),
        ("fentcheck verify --ignore FC101,FC20", "FC101,FC202"),
        ("fentcheck rule FC1", "FC103"),
        ("fentcheck explain deaths_per", "deaths_per_day"),
        ("fentcheck explain naddi", "naddi_cbp_front_line.deaths_per_day"),
    ],
)
def test_it_offers_what_there_is(line: str, among: str) -> None:
    assert among in completed(line)


def test_where_nothing_can_be_read_it_offers_nothing(tmp_path: Path) -> None:
    assert completed("fentcheck explain dea", tmp_path) == []
    (tmp_path / "fentcheck.toml").write_text("nonsense = 1\n")
    (tmp_path / "claims").mkdir()
    assert completed("fentcheck explain dea", tmp_path) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fentcheck"],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "_FENTCHECK_COMPLETE": f"source_{shell}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert "fentcheck" in done.stdout
    program = shutil.which(shell)
    if program is not None and shell != "zsh":
        checked = subprocess.run(
            [program, "-n"], input=done.stdout, capture_output=True, text=True, check=False
        )
        assert checked.returncode == 0, checked.stderr
