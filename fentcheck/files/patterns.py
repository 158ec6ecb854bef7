"""Compiled patterns of earlier runs."""

from __future__ import annotations

from fentcheck.files import cache
from fentcheck.regex import Codes, compiled, remember

_MOST = 4_000


def use_kept_patterns(command: str) -> None:
    """Takes what earlier runs of a command have kept."""
    remember(_read(command))


def keep_patterns(command: str) -> None:
    """Adds what this run of it had to compile to what is kept."""
    new = compiled()
    if not new:
        return
    codes = {**_read(command), **new}
    if len(codes) <= _MOST:
        cache.write(_name(command), codes)


def _read(command: str) -> Codes:
    kept = cache.read(_name(command))
    return kept if isinstance(kept, dict) else {}


def _name(command: str) -> str:
    return f"{cache.PATTERNS}{command}"
