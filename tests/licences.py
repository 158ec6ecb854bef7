"""Which licences fentcheck's dependencies have, with all that they need in turn.

    python tests/licences.py [--table]

Looks at what is installed: fentcheck's dependencies and the extras that it is used with, those of
each of them, and so on, as their metadata has it for this Python and system. Ends with status 1
where a licence is not known, or is copyleft and not on the list with a reason.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
EXTRAS = ("docx", "watch", "lsp", "docs")
"""The extras that are for use; `test` is for those who work on fentcheck."""
PERMISSIVE = {
    "MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "ISC",
    "PSF-2.0", "Python-2.0", "Unlicense", "CC0-1.0", "Zlib", "BSL-1.0",
}  # fmt: skip
BY_OTHER_NAMES = {
    "mit license": "MIT", "the mit license": "MIT", "mit": "MIT", "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause", "new bsd": "BSD-3-Clause", "new bsd license": "BSD-3-Clause",
    "bsd 3-clause": "BSD-3-Clause", "bsd 3-clause license": "BSD-3-Clause",
    "bsd-3-clause": "BSD-3-Clause", "apache 2.0": "Apache-2.0", "apache-2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0", "apache software license": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0", "isc license (iscl)": "ISC",
    "isc license": "ISC", "python software foundation license": "PSF-2.0", "psfl": "PSF-2.0",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0", "dual license": "",
    "the unlicense (unlicense)": "Unlicense",
}  # fmt: skip
"""What packages write in place of SPDX names. A plain “BSD” is taken for the three clauses."""
ACCEPTED = {
    "pathspec": "MPL-2.0: asks to publish changes to its own files; the site's builder alone uses "
    "it, as it is (extra docs)",
    "certifi": "MPL-2.0: a list of certificates, as it is; the site's builder alone (extra docs)",
}
"""Packages whose licence is not permissive, and why that is no trouble."""


class Package(NamedTuple):
    """A package that fentcheck needs: by which part, its version, and its licence."""

    name: str
    version: str
    licence: str
    needed_by: frozenset[str]


def packages(roots: Mapping[str, Iterable[str]] | None = None) -> list[Package]:
    """All that is needed, directly or not, sorted by name. What is not installed is not there.

    `roots` are requirements by the part of fentcheck that has them; by default pyproject.toml's.
    """
    needed: dict[str, set[str]] = {}
    found: dict[str, Distribution] = {}

    def follow(text: str, extras: frozenset[str], part: str) -> None:
        requirement = Requirement(text)
        marker = requirement.marker
        if marker and not any(marker.evaluate({"extra": one}) for one in (*extras, "")):
            return
        name = _folded(requirement.name)
        if name not in found:
            try:
                found[name] = distribution(name)
            except PackageNotFoundError:
                return
        if part not in needed.setdefault(name, set()):
            needed[name].add(part)
            for one in found[name].requires or ():
                follow(one, frozenset(requirement.extras), part)

    for part, texts in (roots if roots is not None else declared()).items():
        for text in texts:
            follow(text, frozenset(), part)
    return [
        Package(name, found[name].version, licence(found[name]), frozenset(parts))
        for name, parts in sorted(needed.items())
    ]


def declared() -> dict[str, list[str]]:
    """The requirements of pyproject.toml that are for use, by extra."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    return {"always": project["dependencies"], **{extra: optional[extra] for extra in EXTRAS}}


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(of: Distribution) -> str:
    """An SPDX expression, as the package has it or as its older metadata can be read; else ""."""
    about = of.metadata
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    classes = [
        one.rpartition(" :: ")[2]
        for one in about.get_all("Classifier") or ()
        if one.startswith("License :: ") and one != "License :: OSI Approved"
    ]
    names = {BY_OTHER_NAMES.get(one.lower(), one) for one in classes} - {""}
    if names:
        return " AND ".join(sorted(names))
    written = str(about.get("License") or "").strip()
    return BY_OTHER_NAMES.get(written.lower(), written if written in PERMISSIVE else "")


def is_permissive(expression: str) -> bool:
    """One side of an OR is enough; of an AND all are needed."""
    words = expression.replace("(", " ").replace(")", " ")
    if not words.strip():
        return False
    return any(
        all(one.strip() in PERMISSIVE for one in side.split(" AND "))
        for side in words.split(" OR ")
    )


def troubles(found: list[Package]) -> list[str]:
    """What is to be looked at: a line for each package that may not be used as it is."""
    return [
        f"{one.name} {one.version}: {one.licence or 'a licence that is not known'}"
        for one in found
        if not is_permissive(one.licence) and one.name not in ACCEPTED
    ]


def table(found: list[Package]) -> Iterator[str]:
    """The packages as Markdown."""
    yield "| package | licence | needed by |"
    yield "|---|---|---|"
    for one in found:
        yield f"| {one.name} | {one.licence} | {', '.join(sorted(one.needed_by))} |"


def main() -> int:
    found = packages()
    if "--table" in sys.argv[1:]:
        print("\n".join(table(found)))
    wrong = troubles(found)
    for one in wrong:
        print(one, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
