"""The bar: on a terminal, after a second, gone before the report; and nowhere else."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fentcheck.cli import progress
from fentcheck.engine.check import Source

ROOT = Path(__file__).resolve().parent.parent


class _Terminal:
    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


def _sources(count: int) -> Iterator[Source]:
    from fentcheck.files.config import Config
    from fentcheck.files.load import Library

    one = next(
        iter(
            Library(
                [str(ROOT / "claims" / "kyma_calexico.yaml")], Config(str(ROOT)), today=0
            ).check()
        )
    )
    for _ in range(count):
        yield one


def _shown(monkeypatch: pytest.MonkeyPatch, step_s: float) -> str:
    clock = [0.0]

    def tick() -> float:
        clock[0] += step_s
        return clock[0]

    terminal = _Terminal()
    monkeypatch.setattr(progress, "monotonic", tick)
    monkeypatch.setattr(progress.sys, "stderr", terminal)
    assert (
        len(list(progress.with_progress(_sources(4), 4, lambda one: one.checked.is_counted))) == 4
    )
    return terminal.text


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, 0.01) == ""


def test_long_work_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _shown(monkeypatch, 0.6)
    assert "1 of 4 files" in text
    assert "4 files read, comparing them" in text
    assert text.endswith("\r\x1b[2K")


def test_a_run_that_is_broken_off_leaves_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    clock = iter(range(100))
    monkeypatch.setattr(progress, "monotonic", lambda: float(next(clock)))
    monkeypatch.setattr(progress.sys, "stderr", terminal)

    def broken() -> Iterator[Source]:
        yield from _sources(2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(progress.with_progress(broken(), 9, lambda one: one.checked.is_counted))
    assert terminal.text.endswith("\r\x1b[2K")


@pytest.mark.parametrize(
    ("variables", "watched"), [({}, True), ({"CI": "true"}, False), ({"TERM": "dumb"}, False)]
)
def test_where_nobody_looks(
    variables: dict[str, str], watched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(progress.sys, "stderr", _Terminal())
    assert progress.is_watched() is watched


def test_on_a_real_terminal(tmp_path: Path) -> None:
    """Patience is set to nothing, so that the bar shows at once."""
    main, other = pty.openpty()
    script = (
        "from fentcheck.cli import progress; progress._PATIENCE_S = progress._EVERY_S = 0.0\n"
        "from fentcheck.cli.main import status_of; import sys\n"
        "sys.exit(status_of(['verify', sys.argv[1], '--output', sys.argv[2]]))"
    )
    environment = {k: v for k, v in os.environ.items() if k not in ("CI", "TERM")}
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(ROOT / "claims"), str(tmp_path / "report.txt")],
        stderr=other,
        env={**environment, "TERM": "xterm", "PYTHONPATH": str(ROOT)},
    )
    os.close(other)
    text = b""
    while select.select([main], [], [], 30)[0]:
        try:
            piece = os.read(main, 4096)
        except OSError:  # the other side has closed
            break
        if not piece:
            break
        text += piece
    os.close(main)
    assert process.wait() == 1
    assert "of 5 files" in text.decode()
    assert text.endswith(b"\r\x1b[2K")
    assert "\x1b" not in (tmp_path / "report.txt").read_text()
