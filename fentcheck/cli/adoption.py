"""For a desk that begins with a full archive: what is known, and what has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from fentcheck.cli.table import Call
from fentcheck.engine.check import Source
from fentcheck.files.baseline import Baseline, baseline_of
from fentcheck.files.changed import Changed
from fentcheck.files.config import folder_of
from fentcheck.files.disk import write_whole
from fentcheck.output.summary import Summary


def against_baseline(
    call: Call, path: str, sources: Iterable[Source], summary: Summary
) -> Iterable[Source]:
    """The sources without what the baseline knows; it is written first if it is to be."""
    if call.flag("update_baseline") or not os.path.exists(path):
        sources = list(sources)
        lines = list(baseline_of(sources))
        write_whole(path, iter(lines))
        sys.stderr.write(
            f"fentcheck: {_findings(len(lines) - 1)} now in {path}; only others will count\n"
        )
    return Baseline(path, summary).without_known(sources)


def only_changed(ref: str, call: Call, sources: Iterable[Source]) -> Iterable[Source]:
    """The sources that changed since a commit of the repository that holds the first path."""
    return Changed(ref, folder_of(call.arguments)).concerned(sources)


def _findings(count: int) -> str:
    return "1 finding is" if count == 1 else f"{count:,} findings are"
