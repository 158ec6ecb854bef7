"""How fast `verify` is, what a file more costs it, and what memory it takes.

Speed is given as ratios to what any program of its kind must pay: a cold call over importing the
YAML library, a corpus over loading the same files with that library's C loader. Beside each stands
what a previous release takes of the same, if one is named.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.corpus import CLAIMS
from bench.pairs import ROOT, Ratio, Side, Taken, by_turns, environment, ratio_of, run, used_s
from fentcheck.rules.registry import RULES

_LOAD_YAML = """
import os, sys, yaml
for path in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], path), "rb") as file:
        yaml.load(file.read(), yaml.CSafeLoader)
"""
_LAUNCH = """
import os, sys
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ,
                       file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
sys.stderr.write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))
"""
_ACROSS = ",".join(rule.code for rule in RULES if rule.across is not None)


class Corpora(NamedTuple):
    """The folders that are measured, by their numbers of files; the last is the largest.

    `empty` holds one file without claims, `cache` is where results of earlier runs are kept.
    """

    by_files: dict[int, Path]
    empty: Path
    cache: Path

    @property
    def largest(self) -> tuple[int, Path]:
        return list(self.by_files.items())[-1]


class Verify(NamedTuple):
    """The program in some state of it."""

    root: Path

    def options(self, *more: str) -> list[str]:
        """Those of the options that it has."""
        help_text = subprocess.run(
            [sys.executable, "-m", "fentcheck", "verify", "--help"],
            capture_output=True,
            encoding="utf-8",
            env=environment(self.root),
            cwd=self.root,
            check=True,
        ).stdout
        return [option for option in more if option.split("=")[0] in help_text]

    def side(self, path: Path, *options: str, **more: str) -> Side:
        """A whole process that checks a path."""
        words = ["-m", "fentcheck", "verify", str(path), "--format=text", *self.options(*options)]
        return lambda: run(words, self.root, **more)


def speed_lines(
    corpora: Corpora, before: Path | None, cold_rounds: int, rounds: int
) -> Iterator[str]:
    """The table of ratios."""
    sides = {"ours": Verify(ROOT)}
    if before is not None:
        sides["previous"] = Verify(before)
    files, folder = corpora.largest
    one_file = min(path for path in folder.iterdir() if path.name != "vocabulary.yaml")
    yield "| what | over | ratio | previous | ours | theirs | rounds |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    cold: dict[str, Side] = {
        name: one.side(one_file, "--jobs=1", "--no-cache") for name, one in sides.items()
    }
    yield _row(
        f"verify, one file of {CLAIMS} claims, whole process, nothing kept",
        "import yaml, whole process",
        {**cold, "theirs": lambda: run(["-c", "import yaml"])},
        cold_rounds,
    )
    kept = {"FENTCHECK_CACHE_DIR": str(corpora.cache)}
    warm = {name: one.side(one_file, "--jobs=1", **kept) for name, one in sides.items()}
    yield _row(
        f"verify, one file of {CLAIMS} claims, whole process, as usual",
        "import yaml, whole process",
        {**warm, "theirs": lambda: run(["-c", "import yaml"])},
        cold_rounds,
    )

    def corpus(what: str, *options: str, is_wall: bool = False) -> str:
        over = {
            name: _less(
                one.side(folder, *options, "--no-cache"),
                one.side(corpora.empty, *options, "--no-cache"),
            )
            for name, one in sides.items()
        }
        loading = f"CSafeLoader, the same files{', on the wall' if is_wall else ''}"
        return _row(what, loading, {**over, "theirs": _loading(corpora, folder)}, rounds, is_wall)

    yield corpus(f"verify, {files:,} files by themselves (no {_ACROSS})", "--jobs=1", _IGNORE)
    yield corpus(f"verify, {files:,} files, one process", "--jobs=1")
    yield corpus(f"verify, {files:,} files, two processes, on the wall", "--jobs=2", is_wall=True)
    again = {
        name: _less(
            one.side(folder, "--jobs=1", **kept), one.side(corpora.empty, "--jobs=1", **kept)
        )
        for name, one in sides.items()
    }
    loading = _loading(corpora, folder)
    what = f"verify, {files:,} files, none changed"
    yield _row(what, "CSafeLoader, the same files", {**again, "theirs": loading}, rounds)
    changed = {name: _changing(one_file, side) for name, side in again.items()}
    what = f"verify, {files:,} files, one changed"
    yield _row(what, "CSafeLoader, the same files", {**changed, "theirs": loading}, rounds)
    yield ""
    yield (
        "Of the rows on many files the time of the same process on one file without claims is "
        "taken off, on both sides."
    )
    yield ""


_IGNORE = f"--ignore={_ACROSS}"


def _less(side: Side, nothing: Side) -> Side:
    return lambda: side().less(nothing())


def _loading(corpora: Corpora, folder: Path) -> Side:
    return _less(
        lambda: run(["-c", _LOAD_YAML, str(folder)]),
        lambda: run(["-c", _LOAD_YAML, str(corpora.empty)]),
    )


def _changing(file: Path, side: Side) -> Side:
    """The same after a comment was added to a file."""

    def changed() -> Taken:
        with file.open("a", encoding="utf-8") as text:
            text.write("# another line\n")
        return side()

    return changed


def _row(what: str, over: str, sides: dict[str, Side], rounds: int, is_wall: bool = False) -> str:
    found = {
        name: [one.wall_s if is_wall else one.processor_s for one in taken]
        for name, taken in by_turns(sides, rounds).items()
    }
    ratio = ratio_of(found["ours"], found["theirs"])
    before = ""
    if "previous" in found:
        before = f"{ratio_of(found['previous'], found['theirs']).middle:.2f}"
    return (
        f"| {what} | {over} | {_shown(ratio)} | {before} "
        f"| {_time(ratio.ours_s)} | {_time(ratio.theirs_s)} | {ratio.rounds} |"
    )


def _shown(ratio: Ratio) -> str:
    return f"{ratio.middle:.2f} ({ratio.lower:.2f} to {ratio.upper:.2f})"


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


# Beside a checker of YAML's looks


def yamllint_lines(corpora: Corpora, python: str | None, rounds: int) -> Iterator[str]:
    """Claims files a second, of `verify` and of yamllint, on the smallest corpus."""
    if python is None:
        yield "yamllint: not measured; --yamllint names an interpreter that has it."
        yield ""
        return
    files, folder = next(iter(corpora.by_files.items()))
    found = by_turns(
        {
            "ours": Verify(ROOT).side(folder, "--jobs=1", "--no-cache"),
            "theirs": lambda: run(["-m", "yamllint", str(folder)], python=python),
        },
        rounds,
    )
    ours, theirs = (
        files / median(one.processor_s for one in found[name]) for name in ("ours", "theirs")
    )
    yield (
        f"On {files:,} of these files, whole processes: verify reads {ours:,.0f} claims files a "
        f"second, yamllint {theirs:,.0f}, which looks at how they are written only."
    )
    yield ""


# Growth


def growth_lines(corpora: Corpora) -> Iterator[str]:
    """What a claim takes, and the largest resident size, by number of files."""
    yield "| files | a claim, one process | of them, starting | largest resident size |"
    yield "|--:|--:|--:|--:|"
    sizes: list[tuple[int, float]] = []
    verify = Verify(ROOT)
    nothing = median(
        verify.side(corpora.empty, "--jobs=1", "--no-cache")().processor_s for _ in range(3)
    )
    for files, folder in corpora.by_files.items():
        words = ["-m", "fentcheck", "verify", str(folder)]
        words += verify.options("--jobs=1", "--no-cache")
        taken: list[Taken] = []
        size = _peak_kib(words, taken.append)
        claim = 1e6 / files / CLAIMS
        whole = taken[0].processor_s
        sizes.append((files, size))
        yield (
            f"| {files:,} | {whole * claim:.0f} µs | {nothing * claim:.1f} µs "
            f"| {size / 1024:.1f} MiB |"
        )
    bare = _peak_kib(["-c", "pass"], lambda taken: None)
    (few, small), (many, large) = sizes[0], sizes[-1]
    yield ""
    yield (
        f"The interpreter alone takes {bare / 1024:.1f} MiB. From the fewest files to the most, "
        f"a further {(large - small) / max(1, many - few):.2f} KiB a file."
    )
    yield ""


def _peak_kib(arguments: Sequence[str], told: Callable[[Taken], object]) -> int:
    """The largest resident size of a run of this interpreter; also tells what it took.

    A process is never counted smaller than the one that starts it, so a bare one does.
    """
    before = used_s()
    ended = subprocess.run(
        [sys.executable, "-S", "-E", "-c", _LAUNCH, *arguments],
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
        check=False,
    )
    told(Taken(used_s() - before, 0))
    if ended.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments[:4])} ended with {ended.returncode}")
    largest = int(ended.stderr.split()[-1])
    return largest // 1024 if sys.platform == "darwin" else largest
