"""What holds for all tests: nobody's cache folder is used, and they run as on nobody's CI."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable

import pytest

os.environ["FENTCHECK_CACHE_DIR"] = ""
for _name in (
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "CI_PROJECT_URL",
    "CI_COMMIT_SHA",
    "COLUMNS",
):
    os.environ.pop(_name, None)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a package one that is not installed."""
    real = builtins.__import__

    def hide(package: str) -> None:
        def importing(name: str, *rest: object, **more: object) -> object:
            if name == package:
                raise ImportError(name)
            return real(name, *rest, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(builtins, "__import__", importing)

    return hide
