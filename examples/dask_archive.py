"""Checks an archive with Dask: `python examples/dask_archive.py claims/ --format jsonl`.

Prints what `fentcheck verify claims/ --format jsonl` prints, byte for byte, and ends with the same
status. The work is done by processes of this machine or, with --scheduler, by a Dask cluster whose
machines all see the archive under the same path.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import dask.bag

import fentcheck
from fentcheck.files.config import ConfigError
from fentcheck.files.disk import PathError


def report(within: list[str], form: str, at_once: int) -> fentcheck.Combined:
    """Writes the report of an archive to standard output as it is put together."""
    today = datetime.now(UTC).date()  # one day for all machines, even past midnight
    files = fentcheck.claims_files(within)
    if not files:
        raise PathError(f"there are no claims files in {', '.join(within)}")
    batches = [files[at : at + at_once] for at in range(0, len(files), at_once)]
    bag = dask.bag.from_sequence(batches, npartitions=len(batches))
    summaries = bag.map(fentcheck.summarise, within=within, form=form, today=today)
    return fentcheck.combine(summaries.compute(), into=write)


def write(text: str) -> None:
    """Writes to standard output; to nowhere once its reader has gone, as `head` goes."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def cluster(scheduler: str | None) -> Iterator[None]:
    """Inside of it Dask computes on a cluster; on this machine where none is named."""
    if scheduler is None:
        yield
        return
    from dask.distributed import Client  # pip install 'dask[distributed]'

    with Client(scheduler):
        yield


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks an archive of claims files with Dask.")
    parser.add_argument("within", nargs="+", help="the archive, as for `fentcheck verify`")
    parser.add_argument("--format", default="text", choices=("text", "concise", "json", "jsonl"))
    parser.add_argument("--at-once", default=200, type=int, help="files that are sent together")
    parser.add_argument("--scheduler", help="the address of a Dask cluster: tcp://host:8786")
    given = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        with cluster(given.scheduler):
            return report(given.within, given.format, max(1, given.at_once)).status
    except (PathError, ConfigError) as error:
        sys.stderr.write(f"fentcheck: {error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
