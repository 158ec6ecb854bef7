"""What holds for all tests: nobody's cache folder is used, and they run as on nobody's CI."""

from __future__ import annotations

import os

os.environ["FENTCHECK_CACHE_DIR"] = ""
for _name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "CI_PROJECT_URL", "CI_COMMIT_SHA"):
    os.environ.pop(_name, None)
