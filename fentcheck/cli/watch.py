"""Checks again whenever a file is saved."""

from __future__ import annotations

import os
import sys
import time

from fentcheck.cli.run import OK, run
from fentcheck.cli.table import Call
from fentcheck.files.config import ConfigError, find_config, folder_of
from fentcheck.files.disk import PathError, is_repository

_ENDINGS = (".yaml", ".yml", ".md", ".txt", ".html", ".htm", ".docx", ".toml")
_CLEARED = "\x1b[2J\x1b[3J\x1b[H"
_DEBOUNCE_MS = 200
_WAKES_EVERY_MS = 100


def watch(call: Call) -> int:
    """Runs a call now and after every change, until an interrupt ends it."""
    if "-" in call.arguments:
        raise PathError("--watch needs files; standard input does not change")
    try:
        from watchfiles import Change
        from watchfiles import watch as changes
    except ImportError:
        raise ConfigError(
            "--watch needs the package watchfiles: pip install 'fentcheck[watch]'"
        ) from None

    def matters(change: Change, path: str) -> bool:
        return path.endswith(_ENDINGS)

    once = call._replace(options={**call.options, "watch": False})
    is_first = True  # checked once the watch stands, so that no save falls in between
    for found in changes(
        *_folders(call),
        watch_filter=matters,
        debounce=_DEBOUNCE_MS,
        rust_timeout=_WAKES_EVERY_MS,
        yield_on_timeout=True,
    ):
        if found or is_first:
            _check(once)
        is_first = False
    return OK


def _check(call: Call) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_CLEARED)
    run(call)
    sys.stdout.flush()
    sys.stderr.write(f"fentcheck: {time.strftime('%H:%M:%S')}, waiting for a change; Ctrl-C ends\n")
    sys.stderr.flush()


def _folders(call: Call) -> list[str]:
    """Where a change may matter: the paths of the call, and the project that they belong to.

    Texts lie anywhere in a project. What nothing marks as one, a home folder say, is not watched.
    """
    found = {
        os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path) or ".")
        for path in call.arguments
    }
    config = find_config(folder_of(call.arguments), call.text("config"))
    if config.path is not None or is_repository(config.root):
        found.add(os.path.abspath(config.root))
    return sorted(one for one in found if not any(_is_below(one, other) for other in found))


def _is_below(folder: str, other: str) -> bool:
    return folder != other and os.path.commonpath([folder, other]) == other
