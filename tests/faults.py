"""Runs the program as a process of its own, with faults put in its way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = (sys.executable, "-m", "fentcheck")
IS_LINUX = sys.platform == "linux"
PATIENCE_S = 120
"""A run that takes longer hangs."""

Done = subprocess.CompletedProcess[bytes]


def environment(**changes: str | None) -> dict[str, str]:
    """That of the tests, with nothing that makes Python or fentcheck behave otherwise."""
    found = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "GITHUB_", "CI_"))
    }
    found |= {"PYTHONPATH": str(ROOT), "FENTCHECK_CACHE_DIR": "", "COLUMNS": "100"}
    found["PYTHONDONTWRITEBYTECODE"] = "1"  # a file cut short by a limit would stay
    for name, value in changes.items():
        found.pop(name, None)
        if value is not None:
            found[name] = value
    return found


def run(
    *words: str | Path,
    cwd: Path = ROOT,
    before: Sequence[str] = (),
    limits: Callable[[], None] | None = None,
    env: dict[str, str] | None = None,
    **more: Any,
) -> Done:
    """A call that has ended. `before` goes before its words; `limits` is done as it begins."""
    more.setdefault("stdin", subprocess.DEVNULL)
    more.setdefault("stdout", subprocess.PIPE)
    return subprocess.run(
        [*before, *PROGRAM, *map(str, words)],
        cwd=cwd,
        env=env or environment(),
        stderr=subprocess.PIPE,
        preexec_fn=limits,
        timeout=PATIENCE_S,
        check=False,
        **more,
    )


def shell(script: str, *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> Done:
    """A script of a shell in which `$F` is the program."""
    return subprocess.run(
        ["bash", "-c", script],
        cwd=cwd,
        env={**(env or environment()), "F": " ".join(PROGRAM)},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE_S,
        check=False,
    )


def limit(name: str, most: int) -> Callable[[], None]:
    """What sets a limit of the system in a process as it begins."""
    resource = pytest.importorskip("resource")
    number = getattr(resource, name)
    return lambda: resource.setrlimit(number, (most, most))


def unprivileged(*more: str) -> list[str]:
    """Words before a call by which it runs as a user who may read everything and write nothing.

    Only root needs them; another user is held by the modes of folders anyway.
    """
    if os.getuid() != 0:
        return [*more]
    if shutil.which("setpriv") is None:
        pytest.skip("root is refused nothing, and there is no setpriv")
    keep = "-all,+dac_read_search"
    user = ["--reuid", "54321", "--regid", "54321", "--clear-groups"]
    words = ["setpriv", *user, "--inh-caps", keep, "--ambient-caps", keep, "--bounding-set", keep]
    if subprocess.run([*words, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this root may not become another user")
    return [*words, *more]


def children(process: int) -> list[int]:
    """The processes that a process has begun and that have not ended."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [int(one) for one in text.split()]


def alive_in_session(session: int) -> list[int]:
    """The processes of a session that have not ended."""
    found = []
    for one in Path("/proc").iterdir():
        if not one.name.isdigit():
            continue
        try:
            state, _, _, its = (one / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(its) == session and state not in "ZX":
            found.append(int(one.name))
    return found


def until(holds: Callable[[], Any], patience_s: float = 60) -> Any:
    """What a function returns once it is true of anything; fails if that takes too long."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        found = holds()
        if found:
            return found
        time.sleep(0.005)
    raise AssertionError("what was waited for did not come")


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


def told_plainly(done: Done) -> None:
    """Standard error holds one line of ours at most, and nothing of Python's."""
    text = done.stderr.decode()
    assert "Traceback" not in text
    assert "Exception ignored" not in text
    assert "a fault of ours" not in text


def each_piece(text: bytes, size: int) -> Iterator[bytes]:
    for at in range(0, len(text), size):
        yield text[at : at + size]
