"""Findings that are known already: they are neither shown nor counted, so that only new ones fail.

A baseline is a text file, a finding a line: its fingerprint, which outlives moved lines and other
edits, then behind tabs its code, file and message.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.files.disk import PathError
from fentcheck.output.fingerprint import Fingerprints
from fentcheck.output.places import file_name, shown_from_root
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import safe
from fentcheck.regex import regex

_HEADING = (
    "# Findings that were known when this was written: `fentcheck … --baseline` leaves them out.\n"
    "# Renew it with --update-baseline.\n"
)


class Baseline:
    """The known findings of a file. What is left out is counted in the summary."""

    def __init__(self, path: str, root: str, summary: Summary) -> None:
        """Raises `PathError` for a file that is no baseline. `root` is the project's."""
        self._files = dict(_entries(path))
        self._left = set(self._files)
        self._fingerprint = Fingerprints(root)
        self._summary = summary

    def without_known(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The sources with their new findings alone, and those that are waived."""
        seen: set[str] = set()
        for source in sources:
            checked = source.checked
            if (
                checked.is_counted or checked.article.is_reference
            ):  # it is here with all its findings
                seen.add(file_name(checked.article.path))
            new = tuple(one for one in checked.findings if one.waived or not self._takes(one))
            yield source._replace(checked=checked._replace(findings=new))
        # Of a file that this run did not look at, nothing is known.
        self._summary.gone = sum(self._files[name] in seen for name in self._left)

    def _takes(self, finding: Finding) -> bool:
        """It is known; one that is known once is not known twice."""
        name = self._fingerprint(finding)
        if name not in self._left:
            return False
        self._left.remove(name)
        self._summary.known += 1
        return True


def baseline_of(sources: Iterable[Source], root: str) -> Iterator[str]:
    """The text of a baseline with all findings of a run that are not waived."""
    fingerprint = Fingerprints(root)
    lines = sorted(
        (
            shown_from_root(finding.path, root),
            finding.code,
            fingerprint(finding),
            safe(finding.message),
        )
        for source in sources
        for finding in source.checked.findings
        if not finding.waived
    )
    yield _HEADING
    for path, code, name, message in lines:
        yield f"{name}\t{code}\t{safe(path)}\t{message}\n"


def _entries(path: str) -> Iterator[tuple[str, str]]:
    """Fingerprints with the names of their files."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.startswith("#") or not line.strip():
                    continue
                fields = line.split("\t")
                if len(fields) < 3 or not _FINGERPRINT.fullmatch(fields[0]):
                    raise PathError(
                        f"{path}:{number}: this is no line of a baseline; write it anew with "
                        "--update-baseline"
                    )
                yield fields[0], file_name(fields[2])
    except UnicodeDecodeError:
        raise PathError(f"{path} is no baseline: it is not text") from None
    except OSError as error:
        raise PathError(f"{path}: {os.strerror(error.errno or 0)}") from None


_FINGERPRINT = regex("[0-9a-f]{32}")
