"""What has changed in git since a commit, and which findings that concerns.

Git is asked by its command, without a shell; nothing of the repository is run.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.files.disk import PathError
from fentcheck.files.load import path_of_text
from fentcheck.files.second import MISSING

_CLAIMS = (".yaml", ".yml")
_FOR_ALL = ("vocabulary.yaml", "fentcheck.toml", "pyproject.toml")
_REFERENCES = "references"


class Changed:
    """The paths that differ from where a branch left `ref`, with what is not yet committed.

    `shared` are files and folders that concern all files, besides those of the usual names.
    """

    def __init__(self, ref: str, folder: str, shared: Iterable[str] = ()) -> None:
        """Raises `PathError` where git, the repository or the commit is missing."""
        if not ref or ref.startswith("-"):
            raise PathError(f"--changed-since takes a commit, a branch or a tag, not “{ref}”")
        top = _git(folder, "rev-parse", "--show-toplevel")
        if top is None:
            raise PathError(f"--changed-since: {os.path.abspath(folder)} is in no git repository")
        root = top.rstrip("\n")
        if (
            _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}")
            is None
        ):
            raise PathError(
                f"--changed-since: git knows no commit “{ref}”; fetch it first "
                "(a shallow clone has only the last ones)"
            )
        base = (_git(root, "merge-base", ref, "HEAD") or ref).strip()
        listed = _git(
            root, "diff", "--name-only", "--no-ext-diff", "--no-renames", "-z", base, "--"
        )
        new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
        if listed is None or new is None:
            raise PathError(f"--changed-since: git cannot compare with “{ref}”")
        names = [name for name in (listed + new).split("\0") if name]
        self._paths = {os.path.realpath(os.path.join(root, name)) for name in names}
        self._gone = {
            _name_of(path)
            for path in self._paths
            if path.endswith(_CLAIMS) and not os.path.isfile(path)
        }
        """The names by which claims files were known that have been deleted or renamed."""
        concern_all = [os.path.realpath(one) for one in shared]
        self._all = any(
            path == one or path.startswith(one + os.sep)
            for path in self._paths
            for one in concern_all
        ) or any(
            os.path.basename(name) in _FOR_ALL or _REFERENCES in name.split("/")[:-1]
            for name in names
        )

    def concerned(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The files that changed, or whose text did, and what is found between them and others.

        A changed vocabulary, reference or configuration concerns all files.
        """
        for source in sources:
            checked = source.checked
            article = checked.article
            if self._all or self._has(article.path) or self._has_text(source):
                yield source
                continue
            changed = self._changed_with(source)
            findings = tuple(
                one
                for one in checked.findings
                if self._touches(one) or (changed and _hangs_on(one, changed, article.stem))
            )
            if findings:
                yield source._replace(
                    checked=checked._replace(findings=findings, judgements=(), is_counted=False)
                )

    def _touches(self, finding: Finding) -> bool:
        return self._has(finding.path) or any(self._has(one.path) for one in finding.related)

    def _changed_with(self, source: Source) -> set[str]:
        """The names of the files that one was checked with and that changed, or are no more."""
        found = set()
        for other in source.others:
            name = _name_of(other.removeprefix(MISSING))
            if name in self._gone or (not other.startswith(MISSING) and self._has(other)):
                found.add(name)
        return found

    def _has(self, path: str) -> bool:
        return bool(path) and (path == "-" or os.path.realpath(path) in self._paths)

    def _has_text(self, source: Source) -> bool:
        named = path_of_text(source.checked.article)
        return named is not None and self._has(named)


def _name_of(path: str) -> str:
    """The name by which checks know a claims file; “-” is as good as “_” there."""
    return _spelt(os.path.splitext(os.path.basename(path))[0])


def _spelt(name: str) -> str:
    return name.replace("-", "_")


def _hangs_on(finding: Finding, changed: set[str], stem: str) -> bool:
    """A finding of a file of that name may be there because of files of these names.

    It names one of their claims, or says that its own file's name is taken, or of a waiver that
    there is no such finding, which may have hung on any of them.
    """
    own = _spelt(stem)
    if finding.code == "FC003":
        return own in changed
    if finding.code == "FC012":
        return not changed <= {own}
    homes = {_spelt(name.rpartition(".")[0]) for name in (*finding.claims, *finding.names)}
    return not (homes - {own}).isdisjoint(changed)


def _git(folder: str, *words: str) -> str | None:
    """What git prints; None if it refuses."""
    try:
        found = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *words],
            cwd=folder or ".",
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise PathError("--changed-since needs git, and it is not installed") from None
    except OSError as error:
        raise PathError(f"--changed-since: git cannot be run: {error.strerror}") from None
    return os.fsdecode(found.stdout) if found.returncode == 0 else None
