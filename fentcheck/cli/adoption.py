"""For a desk that begins with a full archive: what is known, and what has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from fentcheck.cli.table import Call
from fentcheck.engine.check import Source
from fentcheck.files.baseline import Baseline, baseline_of
from fentcheck.files.changed import Changed
from fentcheck.files.config import Config, folder_of
from fentcheck.files.disk import repository, write_whole
from fentcheck.output.summary import Summary
from fentcheck.output.words import count


def against_baseline(
    call: Call, path: str, config: Config, sources: Iterable[Source], summary: Summary
) -> Iterable[Source]:
    """The sources without what the baseline knows; it is written first if it is to be."""
    root = repository(config.root)
    if call.flag("update_baseline") or not os.path.exists(path):
        sources = list(sources)
        lines = list(baseline_of(sources, root))
        write_whole(path, lines)
        known = len(lines) - 1  # the first is the heading
        sys.stderr.write(
            f"fentcheck: {count(known, 'finding')} {'is' if known == 1 else 'are'} now in {path}; "
            "only others will count\n"
        )
    return Baseline(path, root, summary).without_known(sources)


def only_changed(
    ref: str, call: Call, config: Config, sources: Iterable[Source]
) -> Iterable[Source]:
    """The sources that changed since a commit of the repository that holds the first path."""
    shared = [one for one in (config.path, config.vocabulary, config.references) if one]
    return Changed(ref, folder_of(call.arguments), shared).concerned(sources)
