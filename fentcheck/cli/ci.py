"""What the machines of a newsroom's repository want: addresses, annotations, a step summary."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from fentcheck.engine.check import Source
from fentcheck.output.options import Options
from fentcheck.output.registry import PLAIN
from fentcheck.output.summary import Summary
from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    from fentcheck.output.registry import Format

Write = Callable[[Iterator[str], str | None], int]
"""Writes a report, to a file if one is named; the exit status of that."""


def written(
    name: str,
    form: Format,
    sources: Iterable[Source],
    summary: Summary,
    options: Options,
    output: str | None,
    write: Write,
) -> int:
    """Writes a report where other programs may read what is printed.

    Beside annotations goes a step summary, where GitHub Actions asks for one.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY") if name == "github" else None
    if not path:
        pieces = form(sources, summary, options)
        in_a_log = os.environ.get("GITHUB_ACTIONS") == "true" and output in (None, "-")
        return write(without_commands(pieces) if name in PLAIN and in_a_log else pieces, output)
    from fentcheck.output.markdown import Comment

    comment = Comment(options)
    status = write(form(comment.watching(sources), summary, options), output)
    if status == 0:
        _append(path, "".join(comment.text(summary)))
    return status


def _append(path: str, text: str) -> None:
    """Adds to a file. A step without its summary is no reason to fail the run."""
    try:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        sys.stderr.write(f"fentcheck: no step summary: {path}: {error.strerror}\n")


def without_commands(pieces: Iterable[str]) -> Iterator[str]:
    """A report for the log of GitHub Actions, in which no line is taken for a command.

    `::error::` counts at the beginning of a line, and `##[error]` anywhere.
    """
    for piece in pieces:
        yield _COMMAND.sub(lambda match: f"{match[0][:-1]} {match[0][-1]}", piece)


def links(environ: Mapping[str, str]) -> str:
    """What goes before a path of the repository to make it an address; empty outside of CI."""
    if environ.get("GITHUB_ACTIONS") == "true":
        parts = [environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")]
        return f"{parts[0]}/{parts[1]}/blob/{parts[2]}/" if all(parts) else ""
    project, commit = environ.get("CI_PROJECT_URL", ""), environ.get("CI_COMMIT_SHA", "")
    return f"{project}/-/blob/{commit}/" if project and commit else ""


_COMMAND = re.compile(r"^[^\S\n]*::|##\[", re.MULTILINE)
