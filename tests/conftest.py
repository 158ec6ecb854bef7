"""What holds for all tests: nobody's cache folder is used."""

from __future__ import annotations

import os

os.environ["FENTCHECK_CACHE_DIR"] = ""
