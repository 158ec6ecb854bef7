"""Runs one target of the fuzzer, or counts what all runs so far have done.

python -m fuzz TARGET [--minutes N]
python -m fuzz --count
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from fuzz.seeds import write_seeds

LONGEST = {"yaml": 3000, "phrases": 300, "expressions": 1200, "prose": 2500, "claims": 3000}
"""The targets, and the bytes that the fuzzer lets an input grow to. The program itself is imported
by `run` alone, which makes it tell what it goes through.
"""
STEP_MINUTES = 30
"""A run starts anew so often, so that memory and what has been cached do not grow."""
_WORDS = {"claims": "yaml"}
_DICTIONARIES = Path(__file__).parent / "dictionaries"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("target", nargs="?", choices=LONGEST)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--work", type=Path, default=Path("build/fuzz"), help="corpora and logs")
    parser.add_argument("--count", action="store_true", help="add up the logs")
    parser.add_argument("--choose", type=Path, help="write a small choice of the corpus here")
    parser.add_argument("--inside", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.count:
        return _count(given.work)
    if given.target is None:
        parser.error("name a target, or --count")
    work = given.work / given.target
    if given.inside:
        from fuzz.run import run

        return run(given.target, work / "findings", given.inside)
    for folder in ("corpus", "findings", "stopped", "logs"):
        (work / folder).mkdir(parents=True, exist_ok=True)
    write_seeds(given.target, work / "seeds")
    if given.choose:
        from fuzz.choose import choose

        looked, chosen = choose(given.target, work / "corpus", given.choose, given.minutes)
        print(f"{given.target}: {chosen} of {looked} inputs in {given.choose}")
        return 0
    end = monotonic() + given.minutes * 60
    while (left := end - monotonic()) > 1:
        seconds = int(min(left, STEP_MINUTES * 60)) or 1
        log = work / "logs" / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.log"
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST[given.target]}",
            f"-dict={_DICTIONARIES / _WORDS.get(given.target, given.target)}.dict",
            f"-artifact_prefix={work / 'stopped'}/",
            "-timeout=60",
            "-report_slow_units=60",
            "-rss_limit_mb=3000",
            "-print_final_stats=1",
            "-verbosity=1",
            str(work / "corpus"),
            str(work / "seeds"),
        ]
        _inside(given, log, options)
    found = sorted((work / "findings").glob("*.txt")) + sorted((work / "stopped").iterdir())
    print(f"{given.target}: {len(found)} findings in {work}")
    return 1 if found else 0


def _inside(given: argparse.Namespace, log: Path, options: list[str]) -> None:
    """Runs the fuzzer in a process of its own, which a hang or a crash may end."""
    command = [sys.executable, "-m", "fuzz", given.target, "--work", str(given.work)]
    with log.open("w", encoding="utf-8") as out:
        subprocess.run([*command, "--inside", *options], stdout=out, stderr=out, check=False)


def _count(work: Path) -> int:
    """Executions, seconds and coverage of each target, over all its logs."""
    print(f"{'target':12} {'runs':>4} {'executions':>11} {'minutes':>8} {'edges':>6} {'corpus':>6}")
    for target in LONGEST:
        folder = work / target
        executions = edges = runs = 0
        seconds = 0.0
        for log in sorted((folder / "logs").glob("*.log")):
            text = log.read_text(encoding="utf-8", errors="replace")
            counted = [int(number) for number in _EXECUTED.findall(text)]
            if not counted:
                continue
            runs += 1
            executions += max(counted)
            seconds += log.stat().st_mtime - _started(log)
            edges = max(edges, *(int(number) for number in _COVERED.findall(text)), 0)
        corpus = len(list((folder / "corpus").glob("*")))
        minutes = seconds / 60
        print(f"{target:12} {runs:4} {executions:11,} {minutes:8.1f} {edges:6} {corpus:6}")
    return 0


def _started(log: Path) -> float:
    return datetime.strptime(log.stem, "%Y%m%d-%H%M%S").replace(tzinfo=UTC).timestamp()


_EXECUTED = re.compile(r"^#(\d+)\t", re.MULTILINE)
_COVERED = re.compile(r"\bcov: (\d+)")

if __name__ == "__main__":
    sys.exit(main())
