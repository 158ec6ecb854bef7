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


def new_ones(
    call: Call, config: Config, sources: Iterable[Source], summary: Summary
) -> Iterable[Source]:
    """The sources that changed, where the call asks for these, without what its baseline knows.

    A baseline that is to be written is written first, and of all sources: what is known does not
    hang on what has changed.
    """
    since, path = call.text("changed_since"), call.text("baseline")
    changed = None if since is None else _changed(since, call, config)
    root = repository(config.root)
    if path is not None and (call.flag("update_baseline") or not os.path.exists(path)):
        sources = list(sources)
        _write_baseline(path, root, sources)
    if changed is not None:
        sources = changed.concerned(sources)
    return sources if path is None else Baseline(path, root, summary).without_known(sources)


def _write_baseline(path: str, root: str, sources: Iterable[Source]) -> None:
    lines = list(baseline_of(sources, root))
    write_whole(path, lines)
    known = len(lines) - 1  # the first is the heading
    sys.stderr.write(
        f"fentcheck: {count(known, 'finding')} {'is' if known == 1 else 'are'} now in {path}; "
        "only others will count\n"
    )


def _changed(ref: str, call: Call, config: Config) -> Changed:
    """What changed since a commit of the repository that holds the first path."""
    shared = [one for one in (config.path, config.vocabulary, config.references) if one]
    return Changed(ref, folder_of(call.arguments), shared)
