"""Runs processes by turns and compares what they take.

The sides of a ratio run one after the other, round after round, each in a process of its own, and
the median of the rounds counts; so a slow or busy machine slows all sides. Every round begins with
another side. What is compared is the time of the processor, with that of all processes that a side
began; for several processes at once it is the time on the wall.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Taken(NamedTuple):
    """What a process took: of the processor, and on the wall."""

    processor_s: float
    wall_s: float

    def less(self, other: Taken) -> Taken:
        return Taken(self.processor_s - other.processor_s, self.wall_s - other.wall_s)


Side = Callable[[], Taken]


class Ratio(NamedTuple):
    """A ratio of two times, by rounds: its median and quartiles, and each side's median."""

    middle: float
    lower: float
    upper: float
    ours_s: float
    theirs_s: float
    rounds: int


def environment(root: Path = ROOT, **more: str) -> dict[str, str]:
    """The environment of every process that is measured: a project's folder is on its path."""
    return {
        **os.environ,
        "PYTHONPATH": str(root),
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "200",
        **more,
    }


def run(
    arguments: Sequence[str], root: Path = ROOT, python: str = sys.executable, **more: str
) -> Taken:
    """Runs an interpreter to its end, its output dropped."""
    before, used = perf_counter(), used_s()
    ended = subprocess.run(
        [python, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(root, **more),
        cwd=root,
        check=False,
    )
    taken = Taken(used_s() - used, perf_counter() - before)
    if ended.returncode not in (0, 1):
        said = ended.stderr.decode("utf-8", "replace")
        raise SystemExit(f"{' '.join(arguments[:4])} ended with {ended.returncode}: {said}")
    return taken


def used_s() -> float:
    """The time of the processor that all ended processes of this one took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def by_turns(sides: Mapping[str, Side], rounds: int) -> dict[str, list[Taken]]:
    """What each side takes, by its name, after one round that does not count."""
    found: dict[str, list[Taken]] = {name: [] for name in sides}
    names = list(sides)
    for index in range(rounds + 1):
        first = index % len(names)
        for name in (*names[first:], *names[:first]):
            taken = sides[name]()
            if index:
                found[name].append(taken)
    return found


def ratio_of(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """The median of the rounds' ratios, with its quartiles."""
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    lower, _, upper = quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return Ratio(median(ratios), lower, upper, median(ours), median(theirs), len(ratios))
