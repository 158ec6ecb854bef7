"""Measures how fast the program is and how well it reads, in one run.

    python -m bench.run [--quick] [--phrases FOLDER] [--output FILE]

Speed is given as ratios to what any program of its kind must pay: a cold call over importing the
YAML library, a corpus over loading the same files with that library's C loader. The two sides of
a ratio run by turns, each in a process of its own, and the median of the pairs counts; so a slow
or busy machine slows both. Every module is compiled beforehand. Memory is the largest resident
size of the process, as the system reports it when it ends.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from fentcheck.rules.registry import RULES

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).resolve().parent / "results"
PHRASES = ROOT / "../shared/phrases"
_IMPORT_YAML = "import yaml"
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
_PACKAGES = ("fentcheck", "bench")


class Scale(NamedTuple):
    """How much is measured: sizes of the corpus, pairs of runs, worlds with a slip in them."""

    files: tuple[int, ...]
    cold_pairs: int
    corpus_pairs: int
    worlds: int


FULL = Scale((200, 1_000, 2_000), 40, 7, 3_000)
QUICK = Scale((20, 100, 200), 10, 3, 300)


class Ratio(NamedTuple):
    """A ratio of two times, by pairs: its median and quartiles, and each side's median."""

    middle: float
    lower: float
    upper: float
    ours_s: float
    theirs_s: float
    pairs: int


# Running things


def environment() -> dict[str, str]:
    """The environment of every process that is measured: the project is on its path."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "200",
    }


def run(arguments: Sequence[str]) -> float:
    """Runs this interpreter to its end, its output dropped; the wall time in seconds."""
    before = perf_counter()
    ended = subprocess.run(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
        check=False,
    )
    wall_s = perf_counter() - before
    if ended.returncode not in (0, 1):
        said = ended.stderr.decode("utf-8", "replace")
        raise SystemExit(f"{' '.join(arguments[:4])} ended with {ended.returncode}: {said}")
    return wall_s


def text_of(arguments: Sequence[str]) -> str:
    """What this interpreter prints."""
    ended = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        cwd=ROOT,
        check=True,
    )
    return ended.stdout


def verify(path: Path) -> Sequence[str]:
    """The arguments that check a path in one process, with nothing remembered from before."""
    return ["-m", "fentcheck", "verify", str(path), "--format", "text", *_plain_options()]


def _plain_options() -> Iterator[str]:
    """Options that keep a call to one process and to its own work, where the program has them."""
    help_text = text_of(["-m", "fentcheck", "verify", "--help"])
    if "--jobs" in help_text:
        yield from ("--jobs", "1")
    if "--no-cache" in help_text:
        yield "--no-cache"


def pairs_of(
    ours: Callable[[], float], theirs: Callable[[], float], pairs: int
) -> list[tuple[float, float]]:
    """Both sides by turns, after one round that does not count; the one that begins alternates."""
    found = []
    for index in range(-1, pairs):
        if index % 2:
            later = theirs()
            found.append((ours(), later))
        else:
            found.append((ours(), theirs()))
    return found[1:]


def ratio_of(found: Sequence[tuple[float, float]]) -> Ratio:
    """The median of the pairs' ratios, with its quartiles."""
    ratios = [ours / theirs for ours, theirs in found]
    lower, _, upper = quantiles(ratios, n=4)
    return Ratio(
        median(ratios),
        lower,
        upper,
        median(ours for ours, _ in found),
        median(theirs for _, theirs in found),
        len(found),
    )


# What is measured


def cold_ratio(file: Path, pairs: int) -> Ratio:
    """A whole process that checks one file, over one that imports the YAML library."""
    arguments = verify(file)
    return ratio_of(pairs_of(lambda: run(arguments), lambda: run(["-c", _IMPORT_YAML]), pairs))


def corpus_ratio(folder: Path, empty: Path, pairs: int, *options: str) -> Ratio:
    """Checking a folder over loading it; from each, what the same process takes for no files."""
    ours, none = [*verify(folder), *options], [*verify(empty), *options]
    return ratio_of(
        pairs_of(
            lambda: run(ours) - run(none),
            lambda: run(["-c", _LOAD_YAML, str(folder)]) - run(["-c", _LOAD_YAML, str(empty)]),
            pairs,
        )
    )


def peak_rss_kib(arguments: Sequence[str]) -> int:
    """The largest resident size of a run of this interpreter, the median of three.

    A process is never counted smaller than the one that starts it, so a bare one does.
    """
    sizes = []
    for _ in range(3):
        ended = subprocess.run(
            [sys.executable, "-S", "-E", "-c", _LAUNCH, *arguments],
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=ROOT,
            check=False,
        )
        if ended.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(arguments[:4])} ended with {ended.returncode}")
        sizes.append(int(ended.stderr.split()[-1]))
    largest = int(median(sizes))
    return largest // 1024 if sys.platform == "darwin" else largest


def machine() -> str:
    """The machine in a line: cores, model of CPU, system, interpreter."""
    return (
        f"{os.cpu_count()} cores, {_cpu_model()}, {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def phrase_lines(folder: Path) -> Iterator[str]:
    """The summary of the phrase measure, made in a process of its own."""
    yield from text_of(["-m", "bench.phrases", str(folder), "--summary"]).splitlines()


def slip_lines(worlds: int) -> Iterator[str]:
    """The table of the slips that are caught, made in a process of its own."""
    yield from text_of(["-m", "bench.mutations", "--worlds", str(worlds)]).splitlines()


# The report


def report(scale: Scale, phrases: Path) -> Iterator[str]:
    """The report, a line of Markdown as soon as it is known."""
    for package in _PACKAGES:
        compileall.compile_dir(ROOT / package, quiet=2)
    yield f"# Measured on {date.today().isoformat()}"
    yield ""
    yield f"{machine()}. Medians of interleaved pairs; quartiles in brackets."
    yield ""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        empty = base / "empty"
        empty.mkdir()
        (empty / "nothing.yaml").write_text("claims: []\n", encoding="utf-8")
        folders = [base / str(files) for files in scale.files]
        for folder, files in zip(folders, scale.files, strict=True):
            run(["-m", "bench.corpus", str(folder), "--files", str(files)])
        yield from _speed_lines(scale, folders, empty)
        yield from _memory_lines(scale, folders)
    yield from text_of(["-m", "bench.joint", *(["--quick"] if scale is QUICK else [])]).splitlines()
    yield "## Phrases"
    yield ""
    yield from phrase_lines(phrases)
    yield ""
    yield "## Slips"
    yield ""
    yield from slip_lines(scale.worlds)


def _speed_lines(scale: Scale, folders: Sequence[Path], empty: Path) -> Iterator[str]:
    yield "## Speed"
    yield ""
    yield "| what | over | ratio | ours | theirs | pairs |"
    yield "|---|---|--:|--:|--:|--:|"
    one_file = min(path for path in folders[0].iterdir() if path.name != "vocabulary.yaml")
    cold = cold_ratio(one_file, scale.cold_pairs)
    yield _row("verify, one file of 25 claims, whole process", "import yaml, whole process", cold)
    files = scale.files[-1]
    across = ",".join(rule.code for rule in RULES if rule.across is not None)
    alone = corpus_ratio(folders[-1], empty, scale.corpus_pairs, "--ignore", across)
    what = f"verify, {files:,} files in one process, each by itself (no {across})"
    yield _row(what, "CSafeLoader, the same files", alone)
    corpus = corpus_ratio(folders[-1], empty, scale.corpus_pairs)
    yield _row(f"verify, {files:,} files in one process", "CSafeLoader, the same files", corpus)
    yield ""
    yield (
        "From both sides of the rows on many files the time of the same process on one empty file "
        f"is taken off. The last is {corpus.ours_s / files * 1e3:.2f} ms a file and "
        f"{corpus.ours_s / files / 25 * 1e6:.0f} µs a claim."
    )
    yield ""


def _row(what: str, over: str, ratio: Ratio) -> str:
    return (
        f"| {what} | {over} | {ratio.middle:.2f} ({ratio.lower:.2f} to {ratio.upper:.2f}) "
        f"| {_time(ratio.ours_s)} | {_time(ratio.theirs_s)} | {ratio.pairs} |"
    )


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _memory_lines(scale: Scale, folders: Sequence[Path]) -> Iterator[str]:
    yield "## Memory"
    yield ""
    yield "| files | largest resident size of verify |"
    yield "|--:|--:|"
    sizes = []
    for files, folder in zip(scale.files, folders, strict=True):
        sizes.append(peak_rss_kib(verify(folder)))
        yield f"| {files:,} | {sizes[-1] / 1024:.1f} MiB |"
    bare = peak_rss_kib(["-c", "pass"])
    yield ""
    yield (
        f"The interpreter alone takes {bare / 1024:.1f} MiB. From the fewest files to the most, "
        f"a further {(sizes[-1] - sizes[0]) / (scale.files[-1] - scale.files[0]):.2f} KiB a file."
    )
    yield ""


def main(arguments: list[str] | None = None) -> int:
    """Prints the report as it grows; a full run is also kept in the folder of results."""
    parser = argparse.ArgumentParser(prog="bench.run", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a small corpus; written nowhere")
    parser.add_argument("--phrases", type=Path, default=PHRASES, help="the peer's folder")
    parser.add_argument("--output", type=Path, help="where to write the report")
    options = parser.parse_args(arguments)
    lines = []
    for line in report(QUICK if options.quick else FULL, options.phrases):
        print(line, flush=True)
        lines.append(line)
    output = options.output
    if output is None and not options.quick:
        output = RESULTS / f"{date.today().isoformat()}.md"
    if output is not None:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
