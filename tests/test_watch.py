"""Watching: a second report after a save, and a quiet end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from samples import WRONG_ROADS

from fentcheck.cli.main import status_of
from fentcheck.cli.table import BY_NAME, Call
from fentcheck.cli.watch import _folders

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def watching(folder: Path) -> Iterator[tuple[IO[str], IO[str], subprocess.Popen[str]]]:
    """The two outputs of a run that watches, with its process."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "fentcheck", "verify", "--format", "concise", "--watch"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    stuck = threading.Timer(60, process.kill)
    stuck.start()
    try:
        yield process.stdout, process.stderr, process
    finally:
        stuck.cancel()
        process.kill()
        process.wait()


def test_a_save_is_checked(tmp_path: Path) -> None:
    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "roads.yaml").write_text(WRONG_ROADS)
    with watching(tmp_path) as (out, err, process):
        assert "FC201" in out.readline()
        assert "waiting for a change" in err.readline()
        (claims / "notes.bak").write_text("nothing")
        (claims / "roads.yaml").write_text(WRONG_ROADS.replace("75,000", "95,000"))
        assert "95,000" in out.readline()
        assert "waiting for a change" in err.readline()
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=30)
        assert (*rest, process.returncode) == ("", "", 130)


@pytest.mark.parametrize("marker", [".git", "fentcheck.toml"])
def test_a_text_that_is_saved_is_checked_with_its_claims(marker: str, tmp_path: Path) -> None:
    """The text lies outside of what is checked, and inside the project."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "drafts").mkdir()
    if marker == ".git":
        (tmp_path / marker).mkdir()
    else:
        (tmp_path / marker).touch()
    draft = tmp_path / "drafts" / "boats.md"
    draft.write_text("The harbour lost 14 boats.\n")
    (tmp_path / "claims" / "boats.yaml").write_text(
        "article: {text: ../drafts/boats.md}\n"
        "claims:\n  - {id: lost, quote: 14 boats, value: 15 boats}\n"
    )
    with watching(tmp_path) as (out, err, _):
        assert "FC008" in out.readline()
        assert "waiting for a change" in err.readline()
        draft.write_text("The harbour lost 15 boats.\n")
        assert "FC008" in out.readline()
        assert "FC009" in out.readline()


def test_only_a_project_is_watched_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    claims = tmp_path / "desk" / "claims"
    claims.mkdir(parents=True)
    call = Call(BY_NAME["verify"], (str(claims),), {})
    assert _folders(call) == [str(claims)]
    (tmp_path / "desk" / ".git").mkdir()
    assert _folders(call) == [str(tmp_path / "desk")]


def test_standard_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["verify", "-", "--watch"]) == 2
    assert "needs files" in capsys.readouterr().err


def test_without_the_package(
    without: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    without("watchfiles")
    assert status_of(["verify", str(ROOT / "claims"), "--watch"]) == 2
    assert "pip install 'fentcheck[watch]'" in capsys.readouterr().err
