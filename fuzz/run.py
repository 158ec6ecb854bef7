"""Runs a target under atheris. What it finds is kept by where it came up, and the run goes on.

Of all inputs that fail at one place the shortest is kept, `NAME`, with what was raised beside it,
`NAME.txt`. An input that takes too long is named by the function that took most of the time.
"""

from __future__ import annotations

import cProfile
import importlib
import inspect
import pkgutil
import pstats
import re
import sys
import traceback
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path
from time import process_time
from types import FunctionType

import atheris

ALLOWED = {
    "yaml": (0.15, 0.0004),
    "phrases": (0.1, 0.0005),
    "expressions": (1.0, 0.001),
    "prose": (0.5, 0.001),
    "claims": (0.5, 0.002),
}
"""Seconds of processor time that an input may take, and as much again for each of its bytes. The
instruments take most of it: without them the same input takes about a fifth.
"""
_WATCHED = ("book", "cues", "engine", "expressions", "phrases", "prose", "rules", "units")


def run(target: str, findings: Path, options: list[str]) -> int:
    """Never returns while the fuzzer runs; libFuzzer ends the process."""
    with atheris.instrument_imports(include=["fentcheck"]):
        for folder in _WATCHED:
            package = importlib.import_module(f"fentcheck.{folder}")
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                if module.name not in ("fentcheck.units.generate", "fentcheck.units.custom"):
                    importlib.import_module(module.name)
    from fentcheck.units import names

    _without_instruments(names.edit_distance)  # most of the time would go into its loop
    from fuzz.harness import TARGETS

    check = TARGETS[target]
    base, per_byte = ALLOWED[target]
    check(b"12 people")  # what is read once is read now

    def one(data: bytes) -> None:
        start = process_time()
        try:
            check(data)
        except Exception as error:
            _keep(findings, _place(error), data, traceback.format_exc())
            return
        allowed = base + per_byte * len(data)
        if process_time() - start > allowed:
            least = min(_seconds(target, data) for _ in range(3))
            if least > allowed:
                where, profile = _profiled(target, data)
                _keep(
                    findings,
                    f"slow {where}",
                    data,
                    f"{least:.2f} s for {len(data)} bytes\n{profile}",
                )

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()
    return 0


def _without_instruments(function: Callable[..., object]) -> None:
    assert isinstance(function, FunctionType)
    made: dict[str, FunctionType] = {}
    exec(inspect.getsource(function), {**function.__globals__}, made)
    function.__code__ = made[function.__name__].__code__


def _place(error: Exception) -> str:
    """Where something was raised: the innermost function of ours, and by what words."""
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    frames = traceback.extract_tb(cause.__traceback__)
    frame = next(
        (one for one in reversed(frames) if "fentcheck" in one.filename or "fuzz" in one.filename),
        frames[-1],
    )
    words = (
        re.sub(r"[^a-z ]+", "", str(cause).lower())[:30].strip()
        if frame.filename.endswith("harness.py")
        else ""
    )
    return (
        f"{type(cause).__name__} {Path(frame.filename).stem} {frame.name} {words or frame.lineno}"
    )


def _seconds(target: str, data: bytes) -> float:
    from fuzz.harness import TARGETS

    start = process_time()
    TARGETS[target](data)
    return process_time() - start


def _profiled(target: str, data: bytes) -> tuple[str, str]:
    """The function of ours that takes most time by itself, and the first lines of the profile."""
    from io import StringIO

    from fuzz.harness import TARGETS

    profile = cProfile.Profile()
    profile.runcall(TARGETS[target], data)
    shown = StringIO()
    stats = pstats.Stats(profile, stream=shown)
    stats.sort_stats("tottime").print_stats(12)
    times = {key: value[2] for key, value in stats.stats.items() if "fentcheck" in key[0]}  # type: ignore[attr-defined]
    file, _, name = max(times, key=times.__getitem__, default=("", 0, "nothing"))
    return f"{Path(file).stem} {name}", shown.getvalue()


def _keep(findings: Path, name: str, data: bytes, words: str) -> None:
    stem = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:80]
    stem += "-" + sha1(name.encode()).hexdigest()[:4]
    path = findings / stem
    if not path.exists() or len(data) < path.stat().st_size:
        path.write_bytes(data)
        (findings / f"{stem}.txt").write_text(f"{name}\n{data!r}\n{words}", encoding="utf-8")
