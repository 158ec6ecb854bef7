"""Measures how fast the program is and how well it reads, in one run.

    python -m bench.run [--quick] [--previous PATH_OR_REF] [--yamllint PYTHON] [--peer PYTHON]
                        [--phrases FOLDER] [--rounds N] [--files N …] [--only speed]
                        [--output FILE]

`--previous` names another release, a folder or a git ref of this project, whose ratios then stand
beside the present ones. `--yamllint` and `--peer` name interpreters that have yamllint and
quantulum3; what is not named is said not to be measured, but yamllint is taken from this
interpreter where it has it. `bench.pairs` says how ratios are taken.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bench.pairs import ROOT, environment, run
from bench.previous import previous
from bench.speed import Corpora, growth_lines, speed_lines, yamllint_lines

RESULTS = Path(__file__).resolve().parent / "results"
PHRASES = ROOT / "../shared/phrases"
_PACKAGES = ("fentcheck", "bench")


class Scale(NamedTuple):
    """How much is measured: sizes of the corpus, rounds, worlds with a slip in them."""

    files: tuple[int, ...]
    cold_rounds: int
    rounds: int
    worlds: int


FULL = Scale((200, 1_000, 2_000), 40, 7, 3_000)
QUICK = Scale((20, 100, 200), 10, 3, 300)


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


def _busy() -> str:
    """How busy the machine is before anything is measured."""
    try:
        waiting, cores = os.getloadavg()[0], os.cpu_count() or 1
    except (OSError, AttributeError):
        return ""
    shared = "others were at work on it" if waiting > cores / 2 else "it was quiet"
    return f"At the start {waiting:.1f} processes were running or waiting: {shared}. "


def report(scale: Scale, options: argparse.Namespace) -> Iterator[str]:
    """The report, a line of Markdown as soon as it is known."""
    for package in _PACKAGES:
        compileall.compile_dir(ROOT / package, quiet=2)
    yield f"# Measured on {date.today().isoformat()}"
    yield ""
    yield (
        f"{machine()}. {_busy()}Medians of rounds in which the sides take turns, of processor time "
        "unless said otherwise; quartiles in brackets."
    )
    yield ""
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        before = None if options.previous is None else previous(options.previous, base)
        corpora = _corpora(base, scale)
        yield "## Speed"
        yield ""
        if options.previous is not None:
            yield f"Previous is {options.previous}."
            yield ""
        yield from speed_lines(corpora, before, scale.cold_rounds, scale.rounds)
        yield from yamllint_lines(corpora, options.yamllint or _own_yamllint(), scale.rounds)
        yield "## Growth"
        yield ""
        yield from growth_lines(corpora)
    yield "## Prose"
    yield ""
    peer = ["--peer", options.peer] if options.peer else []
    sizes = ["--sizes", "1", *([] if scale is QUICK else ["2", "4"])]
    for line in text_of(["-m", "bench.prose", *peer, *sizes]).splitlines():
        yield f"- {line}"
    yield ""
    if options.only == "speed":
        return
    yield from text_of(["-m", "bench.joint", *(["--quick"] if scale is QUICK else [])]).splitlines()
    yield "## Phrases"
    yield ""
    yield from text_of(["-m", "bench.phrases", str(options.phrases), "--summary"]).splitlines()
    yield ""
    yield "## Slips"
    yield ""
    yield from text_of(["-m", "bench.mutations", "--worlds", str(scale.worlds)]).splitlines()


def _corpora(base: Path, scale: Scale) -> Corpora:
    empty = base / "empty"
    empty.mkdir()
    (empty / "nothing.yaml").write_text("claims: []\n", encoding="utf-8")
    by_files = {files: base / str(files) for files in scale.files}
    for files, folder in by_files.items():
        run(["-m", "bench.corpus", str(folder), "--files", str(files)])
    return Corpora(by_files, empty, base / "cache")


def _own_yamllint() -> str | None:
    """This interpreter, if it has yamllint."""
    return sys.executable if find_spec("yamllint") is not None else None


def main(arguments: list[str] | None = None) -> int:
    """Prints the report as it grows; a full run is also kept in the folder of results."""
    parser = argparse.ArgumentParser(prog="bench.run", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a small corpus; written nowhere")
    parser.add_argument("--previous", metavar="PATH_OR_REF", help="another release")
    parser.add_argument("--yamllint", metavar="PYTHON", help="an interpreter that has yamllint")
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has quantulum3")
    parser.add_argument("--phrases", type=Path, default=PHRASES, help="the peer's folder")
    parser.add_argument("--rounds", type=int, help="rounds of the rows on many files")
    parser.add_argument("--files", type=int, nargs="+", metavar="N", help="sizes of the corpora")
    parser.add_argument("--only", choices=("speed",), help="nothing but this; written nowhere")
    parser.add_argument("--output", type=Path, help="where to write the report")
    options = parser.parse_args(arguments)
    scale = QUICK if options.quick else FULL
    if options.rounds:
        scale = scale._replace(rounds=options.rounds)
    if options.files:
        scale = scale._replace(files=tuple(sorted(options.files)))
    lines = []
    for line in report(scale, options):
        print(line, flush=True)
        lines.append(line)
    output = options.output
    if output is None and not options.quick and options.only is None:
        output = RESULTS / f"{date.today().isoformat()}.md"
    if output is not None:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
