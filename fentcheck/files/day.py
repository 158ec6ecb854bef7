"""Which day it is: the same all over the world, so that a check comes to the same everywhere."""

from __future__ import annotations

import time

_EPOCH = 719_163
"""The ordinal of 1970-01-01."""


def today() -> int:
    """The day that it is in UTC, as an ordinal."""
    return int(time.time() // 86_400) + _EPOCH
