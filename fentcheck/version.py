"""The version of this release; importlib.metadata would cost more to ask than a run takes."""

from __future__ import annotations

VERSION = "0.1.0"
