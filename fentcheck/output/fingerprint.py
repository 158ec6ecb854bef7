"""What makes two findings the same one, run after run."""

from __future__ import annotations

import hashlib

from fentcheck.engine.finding import Finding
from fentcheck.output.places import shown_from_root


def fingerprint(finding: Finding, root: str = "", here: str = "") -> str:
    """The same for the same finding wherever it moves in its file.

    It is made of the rule, the file (from `root`, if one is given; `from_root` says how), and the
    claims with their figures in any order; where several findings can be about the same claims,
    also of what is said. Lines have no part in it, nor what else the file says, nor where the
    project lies and from where it is looked at.
    """
    path = shown_from_root(finding.path, root, here)
    claims, figures = finding.claims, finding.figures
    if _are_counted(claims, path):
        claims = ("",) * len(claims)
    if len(claims) == len(figures):
        about = sorted(map(_SEPARATOR.join, zip(claims, figures, strict=True)))
    else:
        about = [*sorted(claims), *sorted(figures)]
    parts = [finding.code, path, *about]
    if not finding.claims or finding.code == "FC202" or finding.code.startswith("FC0"):
        parts.append(finding.essence or finding.message)
    found = _SEPARATOR.join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(found).hexdigest()[:32]


class Fingerprints:
    """Fingerprints of one run: no two findings have the same."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._seen: dict[str, int] = {}

    def __call__(self, finding: Finding) -> str:
        found = fingerprint(finding, self._root)
        before = self._seen.get(found, 0)
        self._seen[found] = before + 1
        if not before:
            return found
        return hashlib.sha256(f"{found}{_SEPARATOR}{before}".encode()).hexdigest()[:32]


def _are_counted(claims: tuple[str, ...], path: str) -> bool:
    """The claims are the figures of a draft, whose names are no more than their numbers."""
    return not path.endswith(_CLAIMS_FILES) and all(name.startswith("draft.") for name in claims)


_CLAIMS_FILES = (".yaml", ".yml")
_SEPARATOR = "\x1f"
