"""Watching: a second report after a save, and a quiet end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import WRONG_ROADS

from fentcheck.cli.main import status_of

ROOT = Path(__file__).resolve().parent.parent


def test_a_save_is_checked(tmp_path: Path) -> None:
    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "roads.yaml").write_text(WRONG_ROADS)
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "fentcheck", "verify", "--format", "concise", "--watch"],
        cwd=tmp_path,
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
        assert "FC201" in process.stdout.readline()
        assert "waiting for a change" in process.stderr.readline()
        (claims / "notes.bak").write_text("nothing")
        (claims / "roads.yaml").write_text(WRONG_ROADS.replace("75,000", "95,000"))
        assert "95,000" in process.stdout.readline()
        assert "waiting for a change" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert (out, err, process.returncode) == ("", "", 130)
    finally:
        stuck.cancel()
        process.kill()
        process.wait()


def test_standard_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["verify", "-", "--watch"]) == 2
    assert "needs files" in capsys.readouterr().err


def test_without_the_package(
    without: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    without("watchfiles")
    assert status_of(["verify", str(ROOT / "claims"), "--watch"]) == 2
    assert "pip install 'fentcheck[watch]'" in capsys.readouterr().err
